"""The published suite in, how many of its entities figcheck finds with the same value out, file by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from figcheck.mentions import find_mentions
from figcheck.model import Document, Mention

from . import suite
from .options import Options, Output
from .overlaps import context
from .suite import RULES, Case, Entity
from .suite_values import COUNTABLE, bounds, parts, says, unit_right
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
    used = _score_bounds(result) if case.file == "NumberRange" else _score_values(result)
    countable = COUNTABLE[case.file]
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
    given = [(one, part) for one in result.mentions for part in parts(one.quantity, result.case.file)]
    used: set[int] = set()
    for entity in result.case.entities:
        found = next((pair for pair in given if pair[0].core.overlaps(entity.span) and says(entity, pair[1])), None)
        if found is None:
            result.missed.append(entity)
            continue
        given.remove(found)
        used.add(id(found[0]))
        result.matched.append((entity, unit_right(entity, found[1])))
    return used


def _score_bounds(result: Score) -> set[int]:
    used: set[int] = set()
    for entity in result.case.entities:
        here = [one for one in result.mentions if one.core.overlaps(entity.span)]
        low = next((end for one in here if (end := bounds(one.quantity)[0]) is not None), None)
        high = next((end for one in reversed(here) if (end := bounds(one.quantity)[1]) is not None), None)
        if (low, high) == (entity.low, entity.high):
            result.matched.append((entity, True))
            used.update(map(id, here))
        else:
            result.missed.append(entity)
    return used


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
