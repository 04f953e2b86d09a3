"""What became of each peer in, tables out: its accuracy beside ours, and all as ratios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from figcheck.mentions import find_mentions
from figcheck.model import Document, Kind, Mention

from . import accuracy, conformance
from .readings import GoldText
from .suite import Case
from .tables import Cell, Column, Table

KINDS: frozenset[Kind] = frozenset(
    ("money", "percent", "quantity", "multiple", "ordinal", "date", "duration", "time", "score", "number")
)
MOMENTS: frozenset[Kind] = frozenset(("date", "time", "score"))
"""Kinds whose values are written as text: `2024-11-20`, `19:30`, `5:0`."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program."""

    name: str
    """As `foreign` knows it; a package that is only installed has a name that it does not know."""
    packages: tuple[str, ...]
    """What pip is asked for."""
    does: str
    kinds: frozenset[Kind] = frozenset()
    """The figures that it means to find; none where it gives none."""
    timed: bool = True
    """Whether it takes a text."""


@dataclass(slots=True)
class Outcome:
    """What became of a peer; the news and readings that it got are the same that we are measured on."""

    peer: Peer
    version: str
    """Its version, or why there is none."""
    size: float | None = None
    """MB of news that it read."""
    seconds: float = 0.0
    ours: float = 0.0
    """CPU seconds that figcheck takes for the same news."""
    gold: dict[str, list[Sequence[Mention]]] = field(default_factory=dict)
    """Its figures in the texts of each set."""
    suite: dict[str, list[conformance.Score]] = field(default_factory=dict)


# --- what is compared ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ours:
    """What figcheck finds in the same texts."""

    gold: Mapping[str, list[Sequence[Mention]]]
    suite: Mapping[str, list[conformance.Score]]


def _ours(gold: Mapping[str, list[GoldText]], cases: Sequence[Case]) -> Ours:
    found = {name: [_figures(text) for text in texts] for name, texts in gold.items()}
    scores: dict[str, list[conformance.Score]] = {}
    for case in cases:
        scores.setdefault(case.file, []).append(conformance.score(case, conformance.figures(case)))
    return Ours(found, scores)


def _figures(text: GoldText) -> Sequence[Mention]:
    return find_mentions(Document(text.id, text.text, date=text.date, date_origin="option"))


def of(outcomes: Sequence[Outcome], gold: Mapping[str, list[GoldText]], cases: Sequence[Case]) -> Iterator[Table]:
    """Who was installed, F1 by set, F1 by file, and the table of ratios."""
    yield _installed(outcomes)
    ran = [one for one in outcomes if one.size is not None]
    ours = _ours(gold, cases)
    if gold:
        yield _accuracy(ours, ran, gold)
    if cases:
        yield _conformance(ours, ran)
    yield _ratios(ours, ran, gold)


def _installed(outcomes: Iterable[Outcome]) -> Table:
    columns = (Column("peer"), Column("pip install"), Column("version"), Column("what it does"))
    rows: list[tuple[Cell, ...]] = [
        (one.peer.name, " ".join(one.peer.packages), one.version, one.peer.does) for one in outcomes
    ]
    return Table("peers, installed", columns, rows)


@dataclass(frozen=True, slots=True)
class Marks:
    """Shares of the figures of some texts."""

    precision: float | None
    recall: float | None
    f1: float | None
    unit: float | None


def _marks(texts: Sequence[GoldText], found: Sequence[Sequence[Mention]], kinds: frozenset[Kind] = KINDS) -> Marks:
    """Only figures of these kinds count; the others are neutral."""
    scores = [
        accuracy.score(_of_kinds(text, kinds), [one for one in mentions if one.quantity.kind in kinds])
        for text, mentions in zip(texts, found, strict=True)
    ]
    hits = [pair for one in scores for pair in one.matched]
    missed, false = sum(len(one.missed) for one in scores), sum(len(one.false) for one in scores)
    units = sum(figure.unit == (one.quantity.unit.symbol if one.quantity.unit else None) for figure, one in hits)
    count = len(hits)
    shares = ((count, count + false), (count, count + missed), (2 * count, 2 * count + missed + false), (units, count))
    return Marks(*(part / whole if whole else None for part, whole in shares))


def _of_kinds(text: GoldText, kinds: frozenset[Kind]) -> GoldText:
    figures = tuple(replace(one, scored=one.scored and one.kind in kinds) for one in text.figures)
    return replace(text, figures=figures)


def _accuracy(ours: Ours, ran: Sequence[Outcome], gold: Mapping[str, list[GoldText]]) -> Table:
    columns = (
        *(Column(name) for name in ("reader", "set")),
        *(Column(name, ".1%") for name in ("precision", "recall", "F1", "unit", "F1 of its kinds", "figcheck's there")),
    )
    notes = ("of its kinds: figures that the peer does not mean to find are neutral, for it and for figcheck",)
    table = Table("peers, figures read by hand", columns, notes=notes)
    for name, texts in gold.items():
        mine = _marks(texts, ours.gold[name])
        table.rows.append(("figcheck", name, mine.precision, mine.recall, mine.f1, mine.unit, None, None))
        for one in ran:
            if not one.gold:
                continue
            theirs, apart = (_marks(texts, one.gold[name], kinds) for kinds in (KINDS, one.peer.kinds))
            here = _marks(texts, ours.gold[name], one.peer.kinds)
            shares = (theirs.precision, theirs.recall, theirs.f1, theirs.unit, apart.f1, here.f1)
            table.rows.append((one.peer.name, name, *shares))
    return table


def _conformance(ours: Ours, ran: Sequence[Outcome]) -> Table:
    readers = {"figcheck": ours.suite, **{one.peer.name: one.suite for one in ran if one.suite}}
    columns = (Column("file"), *(Column(f"{name}{part}", ".1%") for part in ("", ", within") for name in readers))
    notes = (
        "F1; within: our conventions, as in `conformance`; Recognizers is asked by the model of the file, no others",
    )
    table = Table("peers, published suite", columns, notes=notes)
    for file in (*ours.suite, "all"):
        parts = [_suite_scores(scores, file) for scores in readers.values()]
        table.rows.append((file, *map(_f1, parts), *(_f1(_inside(part)) for part in parts)))
    return table


def _suite_scores(scores: Mapping[str, list[conformance.Score]], file: str) -> list[conformance.Score]:
    return [one for name, part in scores.items() if file in (name, "all") for one in part]


def _inside(scores: Iterable[conformance.Score]) -> list[conformance.Score]:
    return [inside for one in scores if (inside := conformance.within(one)) is not None]


def _f1(scores: Iterable[conformance.Score]) -> float | None:
    return conformance.Tally.of(scores).f1


def _ratios(ours: Ours, ran: Sequence[Outcome], gold: Mapping[str, list[GoldText]]) -> Table:
    """The one table that says it all: what figcheck is, as a multiple of each peer."""
    columns = (
        Column("peer"),
        *(Column(name, ".2f") for name in ("MB read", "MB/s", "figcheck MB/s")),
        Column("speed ratio", ".1f"),
        *(
            Column(name, form)
            for what in ("gold F1", "gold unit", "suite F1")
            for name, form in ((what, ".1%"), (f"{what} ratio", ".2f"))
        ),
    )
    names = [name for name in gold if name.endswith("-test")]
    notes = (f"gold: {' and '.join(names)}, all kinds; suite: all cases; ratios: figcheck's by the peer's; CPU time",)
    table = Table("peers, as ratios", columns, notes=notes)
    mine, my_suite = _all_marks(gold, ours.gold, names), _f1(_suite_scores(ours.suite, "all"))
    table.rows.append(("figcheck", None, None, None, None, mine.f1, None, mine.unit, None, my_suite, None))
    for one in ran:
        assert one.size is not None
        speed, our_speed = one.size / one.seconds, one.size / one.ours
        cells: list[Cell] = [one.peer.name, one.size, speed, our_speed, our_speed / speed]
        theirs = _all_marks(gold, one.gold, names) if one.gold else Marks(None, None, None, None)
        their_suite = _f1(_suite_scores(one.suite, "all")) if one.suite else None
        pairs = ((theirs.f1, mine.f1), (theirs.unit, mine.unit), (their_suite, my_suite))
        cells += [cell for theirs_, mine_ in pairs for cell in (theirs_, _by(mine_, theirs_))]
        table.rows.append(tuple(cells))
    return table


def _by(mine: float | None, theirs: float | None) -> float | None:
    return mine / theirs if mine is not None and theirs else None


def _all_marks(
    gold: Mapping[str, list[GoldText]], found: Mapping[str, list[Sequence[Mention]]], names: Sequence[str]
) -> Marks:
    texts = [text for name in names for text in gold[name]]
    return _marks(texts, [mentions for name in names for mentions in found[name]])
