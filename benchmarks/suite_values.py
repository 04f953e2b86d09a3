"""Figures in, what they say on the scale of the published suite out, and whether that is what it expects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from figcheck.model import Quantity, Stamp, Unit
from figcheck.units import UNITS, conversion

from .suite import Entity


@dataclass(frozen=True, slots=True)
class Part:
    """One of the numbers in a figure, on the scale of the suite."""

    value: Fraction
    unit: Unit | None


_LOWER = frozenset({"over", "at_least", "odd"})
_UPPER = frozenset({"under", "at_most"})


def bounds(quantity: Quantity) -> tuple[Fraction | None, Fraction | None]:
    """Lower and upper end of what the words say, as the suite writes them: 超300 is (300,), 等于170 is [170,170]."""
    value, low, high = map(_number, (quantity.value, quantity.low, quantity.high))
    if value is None:
        return low, high
    return None if quantity.hedge in _UPPER else value, None if quantity.hedge in _LOWER else value


def _number(written: object) -> Fraction | None:
    return None if written is None or isinstance(written, (Stamp, str)) else Fraction(written)  # type: ignore[call-overload]


def parts(quantity: Quantity, file: str) -> list[Part]:
    """The numbers that the suite may see in a figure: one, the ends of a range, the fields of a date."""
    ends = [end for end in (quantity.value, quantity.low, quantity.high) if end is not None]
    numbers = [number for end in ends for number in _numbers(end)]
    if file == "Number" and quantity.kind == "percent":  # 百分之二 is 2 to the suite, and 一百分之二 0.02
        numbers += [number / 100 for number in numbers]
    scale = _SCALES.get(file)
    return [Part(scale(number, quantity.unit) if scale else number, quantity.unit) for number in numbers]


def _numbers(end: object) -> list[Fraction]:
    if isinstance(end, Stamp):
        clock = end.clock.split(":") if end.clock else []
        fields = [end.year, end.month, end.day, *map(int, clock)]
        return [Fraction(number) for number in fields if number is not None]
    if isinstance(end, str):
        return [Fraction(number) for number in end.split(":") if number.isdigit()]
    number = _number(end)
    return [] if number is None else [number]


def _as_number(value: Fraction, unit: Unit | None) -> Fraction:
    """A dozen is twelve to the suite."""
    return value * 12 if unit is not None and unit.symbol == "打" else value


def _as_percent(value: Fraction, unit: Unit | None) -> Fraction:
    """千分之一 is 0.1%, 九折 is 90%."""
    if unit is None:
        return value * 100
    if unit.symbol == "折":
        return value * 10
    return value / 10 if unit.symbol == "‰" else value


_SCALES: dict[str, Callable[[Fraction, Unit | None], Fraction]] = {"Number": _as_number, "Percent": _as_percent}

_MEASURES = frozenset(
    "length area volume mass energy power apparent-power voltage current temperature pressure pressure-hg frequency "
    "data data-rate data-mega".split()
)
_DEGREES = frozenset({"temperature", "temperature-f", "temperature-k", "degree"})
_SHARES = frozenset({"%", "‰", "个百分点", "折"})

COUNTABLE: dict[str, Callable[[Quantity], bool]] = {
    "Age": lambda quantity: quantity.unit is not None and quantity.unit.dimension == "age",
    "Currency": lambda quantity: quantity.kind == "money",
    "Dimension": lambda quantity: quantity.unit is not None and quantity.unit.dimension in _MEASURES,
    "Number": lambda quantity: quantity.kind not in ("money", "percent"),
    "NumberRange": lambda quantity: quantity.value is None or quantity.hedge != "exact",
    "Ordinal": lambda quantity: quantity.kind == "ordinal",
    "Percent": lambda quantity: quantity.unit is not None and quantity.unit.symbol in _SHARES,
    "Temperature": lambda quantity: quantity.unit is not None and quantity.unit.dimension in _DEGREES,
}
"""Which figures are a file's business, and extras there where the suite does not expect them."""


# --- values and units ---------------------------------------------------------------------------------------------

UNIT_WORDS: dict[str, tuple[str, int]] = {
    # the suite's name, to our word and how many of it
    "Year": ("岁", 1),
    "Month": ("个月", 1),
    "Week": ("周", 1),
    "Day": ("天", 1),
    "Kilometer": ("公里", 1),
    "Meter": ("米", 1),
    "Centimeter": ("厘米", 1),
    "Kilogram": ("公斤", 1),
    "Gram": ("克", 1),
    "Microgram": ("微克", 1),
    "Ton": ("吨", 1),
    "Jin": ("斤", 1),
    "Mu": ("亩", 1),
    "Kilowatt": ("千瓦", 1),
    "Kilocalorie": ("千卡", 1),
    "Hertz": ("赫兹", 1),
    "Megahertz": ("兆赫", 1),
    "Megabyte": ("MB", 1),
    "Kilobyte": ("KB", 1),
    "C": ("摄氏度", 1),
    "F": ("华氏度", 1),
    "Degree": ("度", 1),
    "Liang": ("两", 1),
    "Kilobit": ("比特", 1000),
}
"""Money is compared by its ISO code instead."""

_NAMES = {"美元": "Dollar", "比特币": "Bitcoin"}
"""Money that the suite gives no ISO code."""


def says(entity: Entity, part: Part) -> bool:
    """Whether the values are equal, as written or after conversion: 三千比特 is 3 Kilobit to the suite."""
    if entity.any_value:
        return True
    return entity.value is not None and (_equal(part.value, entity.value) or _converts(entity, part))


def _converts(entity: Entity, part: Part) -> bool:
    """Whether value and unit together are the same amount."""
    if entity.unit not in UNIT_WORDS or entity.value is None:
        return False
    word, times = UNIT_WORDS[entity.unit]
    known = UNITS.get(word)
    if known is None or part.unit is None:
        return part.unit is not None and part.unit.symbol == word and part.value in (entity.value, entity.value * times)
    factor = conversion(part.unit, known) if part.unit.dimension == known.dimension else None
    return factor is not None and _equal(part.value * factor, entity.value * times)


def _equal(value: Fraction, expected: Fraction) -> bool:
    """The suite writes numbers with 15 digits and no more."""
    return value == expected or abs(value - expected) <= abs(expected) / 10**13


def unit_right(entity: Entity, part: Part) -> bool:
    """Whether the unit is the one expected, by code, by name or by the amount that it makes with the value."""
    if entity.unit is None or entity.any_value:
        return True
    if entity.unit == "Year" and part.unit is not None and part.unit.symbol == "周岁":
        return True
    if entity.unit in UNIT_WORDS:
        return _converts(entity, part)
    return part.unit is not None and entity.unit in (part.unit.code, _NAMES.get(part.unit.symbol))
