"""Numbers in, the words of a derivation out: 12.6亿 ÷ 21% = 60亿."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.terms import Term
from figcheck.model import Derivation, Evidence, SpanEvidence, Unit

_SIZES = ((Fraction(10**12), "万亿"), (Fraction(10**8), "亿"), (Fraction(10**4), "万"))


def shown(number: Fraction, unit: Unit | None = None) -> str:
    """A number as it is, or where that is long to four digits, with 万 or 亿 where it is large, and its unit."""
    symbol = unit.symbol if unit is not None else ""
    for size, word in _SIZES:
        if abs(number) >= size:
            return _digits(number / size) + word + symbol
    return _digits(number) + symbol


_WRITTEN = re.compile(r"(?P<whole>[0-9,]+)(?:\.(?P<decimals>[0-9]+))?(?P<size>万亿|亿|万)?[%％]?")


def like(number: Fraction, term: Term) -> str:
    """A number as the article writes that figure: the same 万 or 亿, the same decimals, the same unit."""
    return digits_like(number, term.core, term.unit)


def digits_like(number: Fraction, core: str, unit: Unit | None) -> str:
    """A number in the manner of a numeral with its 万 or 亿, and a unit behind it."""
    match = _WRITTEN.fullmatch(core)
    scale = {word: size for size, word in _SIZES}.get(match["size"] or "", Fraction(1)) if match else Fraction(0)
    goes_on = match is not None and len(match["whole"].replace(",", "")) > 4  # 23164.8亿
    if match is None or abs(number) < scale or (match["size"] and abs(number) >= 10000 * scale and not goes_on):
        return shown(number, unit)
    places = len(match["decimals"] or "")
    symbol = unit.symbol if unit is not None else ""
    return f"{float(round(number / scale, places)):.{places}f}{match['size'] or ''}{symbol}".replace("-", "−")


_EXACT = 9
"""Digits that a number has at most where it is shown as it is."""


def _digits(number: Fraction) -> str:
    exact = _plain(number, 4)
    if exact and len(exact) <= _EXACT:
        return exact
    size, places = abs(number), 3
    while size >= 10:
        size, places = size / 10, places - 1
    text = f"{float(round(number, max(places, 0))):.{max(places, 0)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


def equals(number: Fraction, text: str) -> str:
    """`=` where the text gives the number exactly, `≈` where it was rounded; `text` as `shown` writes it."""
    return "=" if _exactly(number) == text else "≈"


def _exactly(number: Fraction) -> str:
    for size, word in _SIZES:
        if abs(number) >= size:
            return _plain(number / size) + word
    return _plain(number)


def _plain(number: Fraction, most: int = 12) -> str:
    for places in range(most + 1):
        if (number * 10**places).denominator == 1:
            return f"{float(number):.{places}f}".replace("-", "−")
    return ""


def result(number: Fraction, unit: Unit | None = None) -> str:
    """`= 60亿` or `≈ 28.2%`: the end of a derivation."""
    return f"{equals(number, shown(number))} {shown(number, unit)}"


def proof(others: Iterable[Term], working: str) -> tuple[Evidence, ...]:
    """The evidence of a reckoning: the other places in the article, then the working."""
    places = (SpanEvidence(term.mention.start, term.mention.end, term.mention.text) for term in others)
    return (*places, Derivation(working))
