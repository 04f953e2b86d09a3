"""A quantity in, its value, its bounds and their reading as text out."""

from __future__ import annotations

from fractions import Fraction

from figcheck.model import Interval, Language, Quantity, Stamp
from figcheck.numerals import number_text
from figcheck.wording import say


def value_text(quantity: Quantity) -> str | None:
    """The figure as plain text: a number, an ISO date, a score; None for ranges and vague figures."""
    value = quantity.value
    if value is None or isinstance(value, str):
        return value
    return value.iso() if isinstance(value, Stamp) else number_text(value)


def bounds(quantity: Quantity) -> tuple[str | None, str | None, bool, bool]:
    """What the figure admits, low and high, and whether each end itself is admitted; open ends are None and False.

    Numbers get the interval of their hedge and precision; ranges, vague figures, dates and times the ends as stated.
    """
    if quantity.number is not None:
        return _as_text(quantity.admits())
    low, high = (None if end is None or isinstance(end, str) else _stated(end) for end in (quantity.low, quantity.high))
    return low, high, low is not None, high is not None


def _as_text(admitted: Interval) -> tuple[str | None, str | None, bool, bool]:
    low, high = _end(admitted.low), _end(admitted.high)
    return low, high, low is not None and admitted.low_inclusive, high is not None and admitted.high_inclusive


def meaning(quantity: Quantity, lang: Language) -> str:
    """The value with its unit, or the ends of a range as stated."""
    value = value_text(quantity)
    if value is None:
        low, high = _stated(quantity.low), _stated(quantity.high)
        value = say("reports.explain.ends", lang, low=low, high=high)
    return f"{value} {quantity.unit.symbol}" if quantity.unit else value


def interval(quantity: Quantity) -> str:
    """What the figure admits, as a mathematician writes it: `(1200000000, 1300000000]`; empty where unbounded."""
    numeric = quantity.is_numeric
    low, high, low_inclusive, high_inclusive = _as_text(quantity.admits()) if numeric else bounds(quantity)
    if low is None and high is None:
        return ""
    opening, closing = "[" if low_inclusive else "(", "]" if high_inclusive else ")"
    return f"{opening}{low or '…'}, {high or '…'}{closing}"


def _stated(end: object) -> str:
    if end is None:
        return "…"
    return end.iso() if isinstance(end, Stamp) else decimal(Fraction(str(end)))


def _end(number: Fraction | None) -> str | None:
    return None if number is None else decimal(number)


def decimal(number: Fraction) -> str:
    """Decimal digits where they end, else a fraction."""
    places, rest = 0, number.denominator
    while rest % 2 == 0 or rest % 5 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    if rest != 1:
        return str(number)
    digits = f"{abs(number.numerator) * 10**places // number.denominator:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if number < 0 else text
