"""Two numbers in, the name of the slip of hand that turns one into the other out, if a usual one fits."""

from __future__ import annotations

from fractions import Fraction

from figcheck.model import Interval, Quantity
from figcheck.numerals import number_text
from figcheck.units import measuring


def name_slip(written: Quantity, meant: Interval) -> str | None:
    """What may have happened: `magnitude` (万 for 亿), `decimal`, `unit`, `transposed`, `digit`; else None.

    `meant` is what would have been right, in the unit of `written`.
    """
    value = written.number
    if value is None or not value or written.hedge == "vague":
        return None
    own, wanted = _ends(written.admits()), _ends(meant)
    for key, powers in (("magnitude", (4, -4, 8, -8)), ("decimal", (1, -1, 2, -2, 3, -3))):
        for power in powers:
            if _may_meet(own, 10.0**power, wanted) and _scaled(written, Fraction(10) ** power).meets(meant):
                return key
    return _slip_of_unit(written, meant) or _slip_of_digits(value, written, meant)


_Ends = tuple[float, float]
"""The ends of an interval, nearly: a look at them tells sooner that two are far apart, which most are."""


def _ends(interval: Interval) -> _Ends:
    low = float("-inf") if interval.low is None else _float(interval.low)
    high = float("inf") if interval.high is None else _float(interval.high)
    return low - 1e-9 * abs(low) if interval.low is not None else low, high + 1e-9 * abs(high)


def _float(number: Fraction) -> float:
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def _may_meet(own: _Ends, factor: float, other: _Ends) -> bool:
    return own[0] * factor <= other[1] and other[0] <= own[1] * factor


def is_telling(written: Quantity, meant: Interval) -> bool:
    """Whether the slip is one that two unrelated figures hardly ever show: enough digits, and a usual slip."""
    value = written.number
    if value is None or not value:
        return False
    digits = number_text(written.value).replace(".", "").strip("0")  # type: ignore[arg-type]
    slip = name_slip(written, meant)
    return slip is not None and len(digits) >= {"digit": 4, "transposed": 3}.get(slip, 2)


def _slip_of_unit(written: Quantity, meant: Interval) -> str | None:
    """亩 for 公顷, 斤 for 公斤: right in another unit of the same dimension."""
    unit = written.unit
    if unit is None or unit.counts:
        return None
    own, wanted, size = _ends(written.admits()), _ends(meant), _float(unit.factor)
    for other in measuring(unit.dimension):
        near = other.factor != unit.factor and _may_meet(own, _float(other.factor) / size, wanted)
        if near and _scaled(written, other.factor / unit.factor).meets(meant):
            return "unit"
    return None


def _scaled(written: Quantity, factor: Fraction) -> Interval:
    return written.admits().scaled(factor)


def _slip_of_digits(value: Fraction, written: Quantity, meant: Interval) -> str | None:
    step = Fraction(written.step) or Fraction(1)
    if (value / step).denominator != 1:
        return None
    digits = str(int(abs(value) / step))
    low, high = _ends(meant.scaled(1 / step))
    for key, others in (("transposed", _swapped(digits)), ("digit", _replaced(digits))):
        for other in others:
            if not low - 1 <= int(other) <= high + 1:
                continue
            number = int(other) * step
            if number != value and Interval(number - step / 2, number + step / 2).meets(meant):
                return key
    return None


def _swapped(digits: str) -> list[str]:
    return [
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for at in range(len(digits) - 1)
        if digits[at] != digits[at + 1]
    ]


def _replaced(digits: str) -> list[str]:
    if len(digits) < 3 or len(digits) > 12:
        return []
    return [
        digits[:at] + other + digits[at + 1 :]
        for at in range(len(digits))
        for other in "0123456789"
        if other != digits[at]
    ]


def looks_like(written: Quantity, meant: Fraction) -> str | None:
    """The slip of hand that makes `written` out of a reckoned number, for figures of two digits and more as well.

    `digit`: as many digits, one of them another, or one left out; `transposed`: two that changed places; `decimal`: a
    power of ten. The number is rounded to the step of `written`, either way. Two unrelated figures of two digits are
    alike in this sense one time in five, so the words around them must speak for it, too.
    """
    value, step = written.number, Fraction(written.step) or Fraction(1)
    if value is None or value <= 0 or meant <= 0 or written.hedge == "vague":
        return None
    said = _significant(value, step)
    for number in {meant // step, -(-meant // step)}:
        digits = str(int(number))
        if digits.rstrip("0") == said.rstrip("0") and len(said.rstrip("0")) > 1 and len(digits) != len(said):
            return "decimal"
        if said in _swapped(digits) or _is_swapped(digits, said):
            return "transposed"
        if len(digits) == len(said) > 1 and sum(a != b for a, b in zip(digits, said, strict=True)) == 1:
            return "digit"
        if _is_dropped(digits.rstrip("0"), said.rstrip("0")):
            return "digit"
    return "decimal" if _is_power_of_ten(value / meant) else None


def chance(written: Quantity, slip: str | None, *, rounded: bool = False) -> float:
    """How often a number of as many digits looks by chance as if that slip had made it out of a given one; 1 for none.

    `slip` is what `looks_like` said. Numbers of one text are not drawn at random, so this is the least it can be;
    `rounded` says that zeros at the end of a whole number are no digits of their own.
    """
    value, step = written.number, Fraction(written.step) or Fraction(1)
    if slip is None or value is None or not value:
        return 1.0
    said = _significant(value, step)
    digits = max(2, len(said.rstrip("0"))) if rounded or slip == "decimal" else len(said)
    rate = {"transposed": digits * (digits - 1) / 18, "digit": float(digits), "decimal": 2 / 9}[slip]
    return min(1.0, rate / 10.0 ** (digits - 1))


def _is_swapped(digits: str, said: str) -> bool:
    """Whether two digits, not next to each other, changed places: 1215 for 1512."""
    if len(digits) != len(said) or len(digits) < _LONG:
        return False
    apart = [at for at in range(len(digits)) if digits[at] != said[at]]
    return len(apart) == 2 and digits[apart[0]] == said[apart[1]] and digits[apart[1]] == said[apart[0]]


_LONG = 4
"""Digits that a number has at least where two of it that do not stand together may have changed places."""


def _is_dropped(digits: str, said: str) -> bool:
    """Whether one digit was left out: 10.8 for 100.8."""
    return len(digits) == len(said) + 1 > 3 and any(digits[:at] + digits[at + 1 :] == said for at in range(len(digits)))


def _significant(value: Fraction, step: Fraction) -> str:
    return str(int(value / step))


def _is_power_of_ten(times: Fraction) -> bool:
    """Whether two numbers differ by 10, 100 and so on, to within a hundredth."""
    return any(abs(times / Fraction(10) ** power - 1) < Fraction(1, 100) for power in (-4, -3, -2, -1, 1, 2, 3, 4))
