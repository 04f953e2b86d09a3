"""Texts with figures read by hand in, how many figcheck finds and reads alike out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from figcheck.mentions import find_mentions
from figcheck.model import Document, Mention, Number, Quantity, Stamp
from figcheck.numerals import number_text

from . import readings
from .options import Options, Output
from .overlaps import context
from .readings import GoldFigure, GoldText
from .tables import Cell, Column, Table

SETS = ("figures-dev", "figures-test", "sentences-dev", "sentences-test")
_COLUMNS = (
    *(Column(name) for name in ("set", "texts", "scored", "found", "false")),
    *(Column(name, ".2%") for name in ("precision", "recall", "F1", "unit", "hedge", "kind")),
)


def run(options: Options) -> Output:
    """One table with a row for each set; then, where asked for, the single cases of the sets that are tuned on."""
    rows: list[tuple[Cell, ...]] = []
    notes = ["unit, hedge and kind: right among the found"]
    cases: list[str] = []
    for name in SETS:
        try:
            texts = readings.load(name)
        except readings.MissingTextsError as missing:
            notes.append(f"{name} skipped: {missing}")
            continue
        scores = [score(text, _mentions(text)) for text in texts]
        rows.append(_row(name, scores))
        if options.show and (options.show_test or not name.endswith("-test")):
            cases.extend(f"{name} {line}" for one in scores for line in one.cases())
    yield Table("accuracy", _COLUMNS, rows, tuple(notes))
    yield from cases


def _mentions(text: GoldText) -> Sequence[Mention]:
    return find_mentions(Document(text.id, text.text, date=text.date, date_origin="option"))


# --- one text ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """What became of the figures of one text."""

    text: GoldText
    mentions: Sequence[Mention]
    matched: list[tuple[GoldFigure, Mention]] = field(default_factory=list)
    missed: list[GoldFigure] = field(default_factory=list)
    false: list[Mention] = field(default_factory=list)

    def cases(self) -> Iterator[str]:
        """The misses, the false alarms and the wrong attributes, a line each."""
        for figure in self.missed:
            near = [_told(mention) for mention in self.mentions if mention.core.overlaps(figure.core)]
            wanted = figure.value or f"{figure.low}..{figure.high}"
            yield f"{self._at(figure)} missed: {figure.kind} {wanted}; found: {', '.join(near) or 'nothing'}"
        for mention in self.false:
            yield f"{self.text.id} {context(self.text.text, mention.core)} false alarm: {_told(mention)}"
        for figure, mention in self.matched:
            for name, right in _attributes(figure, mention.quantity).items():
                if not right:
                    wanted, got = getattr(figure, name), _attribute(mention.quantity, name)
                    yield f"{self._at(figure)} {name}: {wanted} expected, not {got}"

    def _at(self, figure: GoldFigure) -> str:
        return f"{self.text.id} {context(self.text.text, figure.core)}"


def score(text: GoldText, mentions: Sequence[Mention]) -> Score:
    """Each scored figure gets the first mention that overlaps and says the same; none serves two figures.

    A mention that is left over is a false alarm, unless its core overlaps a neutral figure.
    """
    result, unused = Score(text, mentions), list(mentions)
    for figure in text.figures:
        if not figure.scored:
            continue
        match = next((one for one in unused if one.core.overlaps(figure.core) and says(one.quantity, figure)), None)
        if match is None:
            result.missed.append(figure)
        else:
            unused.remove(match)
            result.matched.append((figure, match))
    neutral = [figure.core for figure in text.figures if not figure.scored]
    result.false.extend(one for one in unused if not any(one.core.overlaps(core) for core in neutral))
    return result


def says(quantity: Quantity, figure: GoldFigure) -> bool:
    """Whether the values are equal; for a range both ends; for a vague figure that there is no value."""
    if figure.value is not None:
        return _exact(_written(quantity.value)) == _exact(figure.value)
    if figure.low is not None or figure.high is not None:
        ends = _exact(_written(quantity.low)), _exact(_written(quantity.high))
        return ends == (_exact(figure.low), _exact(figure.high))
    return quantity.value is None


def _written(value: Number | Stamp | str | None) -> str | None:
    if isinstance(value, (Decimal, Fraction)):
        return number_text(value)
    return None if value is None else str(value)


def _exact(value: str | None) -> Fraction | str | None:
    """A number as such, so that 1.40 is 1.4; dates, times and scores as they are written."""
    try:
        return None if value is None else Fraction(value)
    except ValueError:
        return value


def _attribute(quantity: Quantity, name: str) -> str | None:
    if name == "unit":
        return quantity.unit.symbol if quantity.unit else None
    return quantity.hedge if name == "hedge" else quantity.kind


def _attributes(figure: GoldFigure, quantity: Quantity) -> dict[str, bool]:
    return {name: getattr(figure, name) == _attribute(quantity, name) for name in ("unit", "hedge", "kind")}


def _told(mention: Mention) -> str:
    quantity = mention.quantity
    value = _written(quantity.value) or f"{_written(quantity.low)}..{_written(quantity.high)}"
    return f"{mention.text} ({quantity.kind} {value})"


# --- all texts of a set --------------------------------------------------------------------------------------


def _row(name: str, scores: Sequence[Score]) -> tuple[Cell, ...]:
    matched = [pair for one in scores for pair in one.matched]
    found, missed = len(matched), sum(len(one.missed) for one in scores)
    false = sum(len(one.false) for one in scores)
    precision, recall = _share(found, found + false), _share(found, found + missed)
    right = [_attributes(figure, mention.quantity) for figure, mention in matched]
    shares = (_share(_count(one[key] for one in right), found) for key in ("unit", "hedge", "kind"))
    f1 = _share(2 * found, 2 * found + false + missed)
    return name, len(scores), found + missed, found, false, precision, recall, f1, *shares


def _count(truths: Iterable[bool]) -> int:
    return sum(truths)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
