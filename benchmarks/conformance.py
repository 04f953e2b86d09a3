"""The published suite in, how many of its entities figcheck finds with the same value out, file by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from figcheck.mentions import find_mentions
from figcheck.model import Document, Mention, Quantity, Stamp, Unit
from figcheck.units import UNITS, conversion

from . import suite
from .options import Options, Output
from .overlaps import context
from .suite import RULES, Case, Entity
from .tables import Cell, Column, Table

Reader = Callable[[Case], Sequence[Mention]]

_COLUMNS = (
    *(Column(name) for name in ("file", "cases", "right", "entities", "found", "extra")),
    *(Column(name, ".1%") for name in ("precision", "recall", "F1", "unit")),
)


def run(options: Options) -> Output:
    """One table of the whole suite, one of what our conventions share with it, one of what they leave out and why."""
    try:
        files = suite.load()
    except suite.MissingSuiteError as missing:
        yield f"conformance: skipped: {missing}"
        return
    scores = {name: [score(case, figures(case)) for case in cases] for name, cases in files.items()}
    everything = [one for part in scores.values() for one in part]
    notes = ("right: every entity found with value and unit, nothing else found; unit: right among the found",)
    yield Table("conformance, all cases", _COLUMNS, _rows(scores), notes)
    inside = {name: [one for one in map(within, part) if one is not None] for name, part in scores.items()}
    notes = ("without the entities, and the cases, that a rule of the next table leaves out",)
    yield Table("conformance, within our conventions", _COLUMNS, _rows(inside), notes)
    yield _left_out(everything)
    if options.show:
        yield from (line for part in inside.values() for one in part for line in one.cases())


def figures(case: Case) -> Sequence[Mention]:
    """What figcheck reads in a case: a text with no date of its own."""
    return find_mentions(Document(case.file, case.text))


def _rows(scores: dict[str, list[Score]]) -> list[tuple[Cell, ...]]:
    rows = [_row(name, part) for name, part in scores.items()]
    return [*rows, _row("all", [one for part in scores.values() for one in part])]


def _row(name: str, scores: Sequence[Score]) -> tuple[Cell, ...]:
    tally = Tally.of(scores)
    right = sum(one.right for one in scores)
    counts = (len(scores), right, tally.expected, tally.found, tally.extra)
    return name, *counts, tally.precision, tally.recall, tally.f1, tally.unit


def _left_out(scores: Iterable[Score]) -> Table:
    found: Counter[str] = Counter()
    entities: Counter[str] = Counter()
    for one in scores:
        for entity in one.case.entities:
            if entity.rule:
                entities[entity.rule] += 1
                found[entity.rule] += any(entity is match[0] for match in one.matched)
    columns = (Column("rule"), Column("entities"), Column("found all the same"), Column("what it leaves out"))
    rows: list[tuple[Cell, ...]] = [(rule, entities[rule], found[rule], why) for rule, why in RULES.items()]
    return Table("conformance, left out", columns, rows)


# --- one case ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """What became of the entities of one case."""

    case: Case
    mentions: Sequence[Mention]
    matched: list[tuple[Entity, bool]] = field(default_factory=list)
    """What was found, and whether with the right unit."""
    missed: list[Entity] = field(default_factory=list)
    extra: list[Mention] = field(default_factory=list)

    @property
    def right(self) -> bool:
        """Whether all is found with value and unit, and nothing else."""
        return not self.missed and not self.extra and all(unit for _, unit in self.matched)

    def cases(self) -> Iterator[str]:
        """What went wrong, a line each."""
        file, text = self.case.file, self.case.text
        for entity in self.missed:
            near = [_told(one) for one in self.mentions if one.core.overlaps(entity.span)]
            got = ", ".join(near) or "nothing"
            yield f"{file} {context(text, entity.span)} missed: {_wanted(entity)}; found: {got}"
        for mention in self.extra:
            yield f"{file} {context(text, mention.core)} extra: {_told(mention)}"
        for entity, unit in self.matched:
            if not unit:
                near = [_told(one) for one in self.mentions if one.core.overlaps(entity.span)]
                yield f"{file} {context(text, entity.span)} unit: {entity.unit} expected, not {', '.join(near)}"


def _wanted(entity: Entity) -> str:
    if entity.value is None:
        return f"{entity.low}..{entity.high}"
    return f"{entity.value} {entity.unit or ''}".strip()


def _told(mention: Mention) -> str:
    quantity = mention.quantity
    value = f"{quantity.low}..{quantity.high}" if quantity.value is None else str(quantity.value)
    unit = f" {quantity.unit.symbol}" if quantity.unit else ""
    return f"{mention.text} ({quantity.kind} {value}{unit}, {quantity.hedge})"


def score(case: Case, mentions: Sequence[Mention]) -> Score:
    """Each entity gets the first reading that overlaps and says the same; a figure that serves none is an extra.

    A date or a range is several numbers to the suite, so it may serve several entities. Figures of kinds that are not
    the file's business (the people in a text on money) are never extras.
    """
    result = Score(case, mentions)
    if case.file == "NumberRange":
        used = _score_bounds(result)
    else:
        used = _score_values(result)
    countable = _COUNTABLE[case.file]
    result.extra.extend(one for one in mentions if id(one) not in used and countable(one.quantity))
    return result


def within(one: Score) -> Score | None:
    """The same without what is outside of our conventions; None where the whole case is.

    A figure that only overlaps an entity that is left out is another reading of it, and left out too.
    """
    if one.case.rule or (one.case.entities and all(entity.rule for entity in one.case.entities)):
        return None
    apart = [entity.span for entity in one.case.entities if entity.rule]
    return Score(
        one.case,
        one.mentions,
        [match for match in one.matched if not match[0].rule],
        [entity for entity in one.missed if not entity.rule],
        [mention for mention in one.extra if not any(span.overlaps(mention.core) for span in apart)],
    )


def _score_values(result: Score) -> set[int]:
    parts = [(one, part) for one in result.mentions for part in _parts(one.quantity, result.case.file)]
    used: set[int] = set()
    for entity in result.case.entities:
        found = next((pair for pair in parts if pair[0].core.overlaps(entity.span) and _says(entity, pair[1])), None)
        if found is None:
            result.missed.append(entity)
            continue
        parts.remove(found)
        used.add(id(found[0]))
        result.matched.append((entity, _unit_right(entity.unit, found[1])))
    return used


def _score_bounds(result: Score) -> set[int]:
    used: set[int] = set()
    for entity in result.case.entities:
        here = [one for one in result.mentions if one.core.overlaps(entity.span)]
        low = next((end for one in here if (end := _bounds(one.quantity)[0]) is not None), None)
        high = next((end for one in reversed(here) if (end := _bounds(one.quantity)[1]) is not None), None)
        if (low, high) == (entity.low, entity.high):
            result.matched.append((entity, True))
            used.update(map(id, here))
        else:
            result.missed.append(entity)
    return used


# --- how a figure looks to the suite ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """One of the numbers in a figure, on the scale of the suite."""

    value: Fraction
    unit: Unit | None


_LOWER = frozenset({"over", "at_least", "odd"})
_UPPER = frozenset({"under", "at_most"})
_CLOCK_PARTS = ":"


def _bounds(quantity: Quantity) -> tuple[Fraction | None, Fraction | None]:
    """Lower and upper end of what the words say, as the suite writes them: 超300 is (300,), 等于170 is [170,170]."""
    numbers = [_number(end) for end in (quantity.value, quantity.low, quantity.high)]
    value, low, high = numbers
    if value is None:
        return low, high
    return None if quantity.hedge in _UPPER else value, None if quantity.hedge in _LOWER else value


def _number(written: object) -> Fraction | None:
    return None if written is None or isinstance(written, (Stamp, str)) else Fraction(written)  # type: ignore[call-overload]


def _parts(quantity: Quantity, file: str) -> list[Part]:
    """The numbers that the suite may see in a figure: one, the ends of a range, the fields of a date."""
    ends = [end for end in (quantity.value, quantity.low, quantity.high) if end is not None]
    numbers = [number for end in ends for number in _numbers(end)]
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
    """千分之一 is 0.1%, 九折 and 九五折 are 90% and 95%."""
    if unit is None:
        return value * 100
    if unit.symbol == "折":
        return value * 10 if value < 10 else value
    return value / 10 if unit.symbol == "‰" else value


_SCALES: dict[str, Callable[[Fraction, Unit | None], Fraction]] = {"Number": _as_number, "Percent": _as_percent}

_MEASURES = frozenset(
    "length area volume mass energy power apparent-power voltage current temperature pressure pressure-hg frequency "
    "data data-rate data-mega".split()
)
_DEGREES = frozenset({"temperature", "temperature-f", "temperature-k", "degree"})
_SHARES = frozenset({"%", "‰", "个百分点", "折"})

_COUNTABLE: dict[str, Callable[[Quantity], bool]] = {
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
    "Bitcoin": ("比特币", 1),
    "Liang": ("两", 1),
    "Kilobit": ("比特", 1000),
}
"""Money is compared by its ISO code instead."""

_ALIKE = {"周岁": "岁", "千卡路里": "千卡", "星期": "周"}
_ISO = {"Dollar": "USD"}


def _says(entity: Entity, part: Part) -> bool:
    """Whether the values are equal, as written or after conversion: 三千比特 is 3 Kilobit to the suite."""
    if entity.any_value:
        return True
    if entity.value is None:
        return False
    if _equal(part.value, entity.value):
        return True
    word, times = UNIT_WORDS.get(entity.unit or "", ("", 1))
    if part.unit is None or word not in {part.unit.symbol, *UNITS}:
        return False
    factor = Fraction(1) if part.unit.symbol == word else conversion(part.unit, UNITS.get(word))
    return factor is not None and _equal(part.value * factor, entity.value * times)


def _equal(value: Fraction, expected: Fraction) -> bool:
    """The suite writes numbers with 15 digits and no more."""
    return value == expected or abs(value - expected) <= abs(expected) / 10**13


def _unit_right(expected: str | None, part: Part) -> bool:
    if expected is None:
        return True
    if part.unit is None:
        return False
    if expected in UNIT_WORDS:
        word, _ = UNIT_WORDS[expected]
        symbol = _ALIKE.get(part.unit.symbol, part.unit.symbol)
        return symbol == word or (word in UNITS and part.unit == UNITS[word])
    return part.unit.code == _ISO.get(expected, expected)


# --- all cases ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of entities, and the shares that they make."""

    expected: int
    found: int
    extra: int
    units: int
    """Of the found, those with the right unit."""

    @classmethod
    def of(cls, scores: Iterable[Score]) -> Tally:
        """The counts of many cases."""
        scores = list(scores)
        found = sum(len(one.matched) for one in scores)
        missed = sum(len(one.missed) for one in scores)
        units = sum(unit for one in scores for _, unit in one.matched)
        return cls(found + missed, found, sum(len(one.extra) for one in scores), units)

    @property
    def precision(self) -> float | None:
        """Found among all that the reader gave."""
        return _share(self.found, self.found + self.extra)

    @property
    def recall(self) -> float | None:
        """Found among the expected."""
        return _share(self.found, self.expected)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        return _share(2 * self.found, self.found + self.extra + self.expected)

    @property
    def unit(self) -> float | None:
        """Right units among the found."""
        return _share(self.units, self.found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
