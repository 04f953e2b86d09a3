"""Quantities and intervals in, intervals out: what sums, differences, ratios and products of rounded figures can be."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from figcheck.model import Interval, Quantity, Unit, leading_digit
from figcheck.units import UNITS, conversion

_TENTH = Fraction(1, 10)
_YUAN = UNITS["元"]


@lru_cache(maxsize=1024)
def admitted(quantity: Quantity) -> Interval:
    """All numbers that a figure of a reckoning may stand for.

    The ledger's table fits a figure to a fact; here it is set against its own neighbours. So the first two digits
    are relied on even where they end in zeros (20亿 is to the nearest 亿), while what is said to be more than N may be
    twice as far above it as the table says, and 近 and 约 reach a tenth of the value. Whole yuan below a thousand
    are prices, and exact like counts.
    """
    interval = quantity.admits()
    value = quantity.number
    if value and quantity.hedge == "exact":
        arm = _relied_on(quantity, value)
        return Interval(value - arm, value + arm)
    if quantity.hedge in ("over", "at_least") and value is not None and interval.high is not None:
        return Interval(interval.low, 2 * interval.high - value, interval.low_inclusive)
    if value is None or quantity.hedge not in ("nearly", "about"):
        return interval
    arm = abs(value) * _TENTH
    low = value - arm if interval.low is None else min(interval.low, value - arm)
    if quantity.hedge == "nearly":
        return Interval(low, interval.high)
    return Interval(low, value + arm if interval.high is None else max(interval.high, value + arm))


def _relied_on(quantity: Quantity, value: Fraction) -> Fraction:
    """Half a step, of the digits written or of the second one where zeros end a whole number."""
    if quantity.unit == _YUAN and value < 1000 and value.denominator == 1 and quantity.step == 1:
        return Fraction(0)
    step = max(Fraction(quantity.step), Fraction(0)) if quantity.judged else Fraction(0)
    return max(step, min(Fraction(quantity.judged), leading_digit(value) / 10)) / 2


_CALENDAR = frozenset(("天", "日", "周", "个月", "月", "年"))
_COUNTED, _HALF = 60, Fraction(1, 2)


def counted(quantity: Quantity) -> Interval:
    """What a figure admits by which another is divided: so many days or months are counted, not measured."""
    value, unit = quantity.number, quantity.unit
    if quantity.kind != "duration" or quantity.hedge != "exact" or value is None or value >= _COUNTED:
        return admitted(quantity)
    if unit is None or unit.symbol not in _CALENDAR or (value.denominator != 1 and value != _HALF):
        return admitted(quantity)
    return Interval(value, value)


_FIFTH, _FORTIETH = Fraction(1, 5), Fraction(1, 40)


@lru_cache(maxsize=1024)
def literally(quantity: Quantity) -> Interval:
    """What a figure most likely stands for: its zeros are meant, so that 120万 is to the nearest 万 or two.

    For reckonings that miss by what is in itself a slip of hand, or give just a round number where another one stands.
    """
    interval, value = admitted(quantity), quantity.number
    if value is None or quantity.hedge != "exact" or interval.high is None:
        return interval
    arm = max(min(Fraction(quantity.step) / 2, value * _FORTIETH, full := interval.high - value), full * _FIFTH)
    return Interval(value - arm, value + arm)


@lru_cache(maxsize=1024)
def reckoned(quantity: Quantity) -> Interval:
    """What a figure admits that was itself reckoned from others: cut off as well as rounded, 97.98 as 97.9."""
    interval = admitted(quantity)
    value = quantity.number
    if value is None or quantity.hedge != "exact" or interval.high is None or interval.low is None:
        return interval
    step = Fraction(quantity.step) if quantity.judged else Fraction(0)
    if quantity.kind == "multiple":
        arm = max(interval.high - value, abs(value) / 20 if abs(value) >= 10 else Fraction(0))
        return Interval(value - arm, value + arm)
    if value < 0:
        return Interval(min(interval.low, value - step), interval.high)
    return Interval(interval.low, max(interval.high, value + step))


def in_unit(interval: Interval, source: Unit | None, target: Unit | None) -> Interval | None:
    """The interval in another unit; None where the two can't be compared."""
    factor = conversion(source, target)
    return None if factor is None else interval.scaled(factor)


def comparable(first: Unit | None, second: Unit | None) -> bool:
    """Whether two units measure the same, more strictly than `conversion`: 个 is no 家."""
    if first is None or second is None:
        return first is second
    return first.dimension == second.dimension


def total(parts: Iterable[Interval]) -> Interval:
    """What the sum can be."""
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
    return Interval(low, high)


def difference(minuend: Interval, subtrahend: Interval) -> Interval:
    """What is left when one is taken from the other."""
    low = None if minuend.low is None or subtrahend.high is None else minuend.low - subtrahend.high
    high = None if minuend.high is None or subtrahend.low is None else minuend.high - subtrahend.low
    return Interval(low, high)


def ratio(dividend: Interval, divisor: Interval) -> Interval:
    """What the quotient of two positive figures can be."""
    low = Fraction(0)
    if dividend.low is not None and dividend.low > 0 and divisor.high is not None and divisor.high > 0:
        low = dividend.low / divisor.high
    high = None
    if dividend.high is not None and divisor.low is not None and divisor.low > 0:
        high = dividend.high / divisor.low
    return Interval(low, high)


def product(first: Interval, second: Interval) -> Interval:
    """What two positive figures can make when multiplied."""
    low = max(first.low or Fraction(0), Fraction(0)) * max(second.low or Fraction(0), Fraction(0))
    high = None if first.high is None or second.high is None else first.high * second.high
    return Interval(low, high)


def shifted(interval: Interval, by: Fraction) -> Interval:
    """The interval with `by` added."""
    return Interval(
        None if interval.low is None else interval.low + by, None if interval.high is None else interval.high + by
    )


def middle(interval: Interval) -> Fraction:
    """The number in the middle; the end that is known where one is open."""
    if interval.low is None or interval.high is None:
        return interval.low if interval.low is not None else interval.high or Fraction(0)
    return (interval.low + interval.high) / 2
