"""Two numbers in, the name of the slip of hand that turns one into the other out: the usual ones, and only if one fits."""

from __future__ import annotations

from fractions import Fraction

from figcheck.model import Interval, Quantity


def name_slip(written: Quantity, meant: Interval) -> str | None:
    """What may have happened: `magnitude` (万 for 亿), `decimal`, `transposed`, `digit`; None where nothing usual fits.

    `meant` is what would have been right, in the unit of `written`.
    """
    value = written.number
    if value is None or not value or written.hedge == "vague":
        return None
    for key, powers in (("magnitude", (4, -4, 8, -8)), ("decimal", (1, -1, 2, -2, 3, -3))):
        for power in powers:
            if _scaled(written, Fraction(10) ** power).meets(meant):
                return key
    return _slip_of_digits(value, written, meant)


def _scaled(written: Quantity, factor: Fraction) -> Interval:
    return written.admits().scaled(factor)


def _slip_of_digits(value: Fraction, written: Quantity, meant: Interval) -> str | None:
    step = Fraction(written.step) or Fraction(1)
    if (value / step).denominator != 1 or meant.low is None or meant.high is None:
        return None
    digits = str(int(abs(value) / step))
    for key, others in (("transposed", _swapped(digits)), ("digit", _replaced(digits))):
        for other in others:
            number = int(other) * step
            if meant.low <= number <= meant.high and number != value:
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
