"""A number and the letters around it in, the number that the notation of science means out: 2.5e6, 2^10, .5, 20k."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.numerals import Numeral, plain, read_numeral
from figcheck.units import unit_at

_POWER = re.compile(r"\^(?P<power>[-+－＋]{0,2}[0-9０-９]{1,2})(?![0-9０-９.^])")
_EXPONENT = re.compile(r"[eE](?P<power>[-+－＋]?[0-9０-９]{1,3})(?![0-9０-９A-Za-z])")
_TO_THOUSANDS = re.compile(r"[-—~～至](?P<number>[0-9０-９.．]{1,6})[kKＫ](?![A-Za-z0-9])")
_THOUSANDS = re.compile(r"[kKＫ](?![A-Za-z0-9])")
NOTATION_STARTS = frozenset("^eEkKＫ")
"""What stands right behind a number in these notations."""


def read_notation(text: str, start: int, end: int) -> tuple[Numeral, int, int] | None:
    """The number, and the two ends of all that belongs to it; None where the letters are a name's (4K, 5e)."""
    begin = _begin(text, start)
    if begin is None:
        return None
    written = text[start:end] if begin == start else "0." + text[start:end]
    numeral = read_numeral(written)
    if numeral is None or not isinstance(numeral.value, Decimal):
        return None
    power, exponent, thousands = (each.match(text, end) for each in (_POWER, _EXPONENT, _THOUSANDS))
    if power is not None:
        raised = _raised(numeral.value, int(_sign(power["power"])))
        return None if raised is None else (raised, begin, power.end())
    if exponent is not None and _is_scientific(text, start, end, exponent["power"]):
        factor = Decimal(1).scaleb(int(_sign(exponent["power"])))
        return _times(numeral, factor), begin, exponent.end()
    if thousands is not None and _is_counted(text, start, thousands.end()):
        return _times(numeral, Decimal(1000)), begin, thousands.end()
    return (numeral, begin, end) if begin < start else None


def read_thousands_after(text: str, end: int) -> tuple[Numeral, int] | None:
    """The second end of 5k-20k, and the offset after it."""
    match = _TO_THOUSANDS.match(text, end)
    numeral = read_numeral(match["number"]) if match is not None else None
    if match is None or numeral is None or not isinstance(numeral.value, Decimal):
        return None
    return _times(numeral, Decimal(1000)), match.end()


def _begin(text: str, start: int) -> int | None:
    """Where the number begins: at its first digit, or at the point before it; None in the middle of a word."""
    before = text[start - 1 : start]
    if before in (".", "．") and before:
        earlier = text[start - 2 : start - 1] if start > 1 else ""
        return start - 1 if not earlier or earlier.isspace() or earlier in "-－(（，、" else None
    return None if before.isalnum() and before.isascii() else start


def _sign(power: str) -> str:
    """Two minuses are none."""
    written = plain(power)
    return written.lstrip("-") if written[:2] == "--" else written


def _raised(base: Decimal, power: int) -> Numeral | None:
    if not base or abs(power) > 60:
        return None
    value = Fraction(base) ** power
    number = Decimal(value.numerator) / Decimal(value.denominator)
    exact = Fraction(number) == value
    return Numeral(number if exact else value, step=Decimal(0), judged=Decimal(0), large=True)


def _times(numeral: Numeral, factor: Decimal) -> Numeral:
    assert isinstance(numeral.value, Decimal)
    step = numeral.step * factor
    return Numeral(numeral.value * factor, step=step, judged=step, large=True)


def _is_scientific(text: str, start: int, end: int, power: str) -> bool:
    """Whether digits, an e and digits are a number: 7E7 was an aeroplane; a point, a sign or a small e tell."""
    return "." in text[start:end] or "．" in text[start:end] or not power[0].isdigit() or text[end] == "e"


_JOINS = frozenset("-—~～至")
_FILM_SIZES = frozenset("2 4 5 8 10 16".split())


def _is_counted(text: str, start: int, after: int) -> bool:
    """Whether k means thousands: 20k元, 5k-20k, 40k by itself; 4K is a size of film, 10K a race."""
    following = text[after : after + 1]
    if text[after - 1] != "k" and text[start : after - 1] in _FILM_SIZES:
        return False
    if unit_at(text, after) is not None or following in _JOINS or text[start - 2 : start - 1] in ("k", "K"):
        return True
    return (not following or following in "，。、；,") and text[start : after - 1] not in _FILM_SIZES
