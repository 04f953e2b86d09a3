"""Passages in, figures out that share out all there is: 赞成38票、反对7票、弃权4票; 24个上涨，7个持平，39个下降."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.passages import Figure, Passage
from figcheck.checks.terms import choice
from figcheck.units import conversion

_CLAUSE_MARK = re.compile("[，、；：。（）]")
_BEHIND = 8


def sides(passage: Passage, words: Sequence[str], counters: frozenset[str] | None = None) -> Iterator[list[Figure]]:
    """Runs of figures of one sentence, each of another side; the longest ones first found, none of them twice.

    `words` are those of each side; `counters` are the units that count, None for all counters.
    """
    named = tuple(re.compile(choice(side)) for side in words)
    run: list[tuple[int, Figure]] = []
    for figure in passage.figures:
        side = _side(figure, named) if _is_count(figure, counters) else None
        goes_on = bool(run) and figure.sentence == run[-1][1].sentence
        if side is None:
            if goes_on and not _is_count(figure, counters):
                continue
            yield from _whole_run(run)
            run = []
            continue
        if run and (not goes_on or side in {known for known, _ in run} or not _same(run[-1][1], figure)):
            yield from _whole_run(run)
            run = []
        run.append((side, figure))
    yield from _whole_run(run)


def _whole_run(run: Sequence[tuple[int, Figure]]) -> Iterator[list[Figure]]:
    if len(run) > 1:
        yield [figure for _, figure in run]


def _same(one: Figure, other: Figure) -> bool:
    return conversion(one.unit, other.unit) is not None


def _is_count(figure: Figure, counters: frozenset[str] | None) -> bool:
    unit = figure.unit
    if unit is None or not unit.counts or not figure.is_amount or figure.quantity.hedge != "exact":
        return False
    return counters is None or unit.symbol in counters


def _side(figure: Figure, named: Sequence[re.Pattern[str]]) -> int | None:
    """The side of which the words right behind a figure speak, else the last ones of its own clause."""
    behind = _CLAUSE_MARK.split(figure.behind[:_BEHIND])[0]
    if not figure.own or figure.own.endswith(("有", "以", "的")) or not _last(figure.own, named):
        found = _first(behind, named)
        if found is not None:
            return found
    last = _last(figure.own, named)
    return last[1] if last is not None else None


def _first(text: str, named: Sequence[re.Pattern[str]]) -> int | None:
    found = [(match.start(), -match.end(), side) for side, word in enumerate(named) if (match := word.search(text))]
    return min(found)[2] if found else None


def _last(text: str, named: Sequence[re.Pattern[str]]) -> tuple[int, int] | None:
    """Where the last word of a side ends, and whose it is; of words that end together the longest: 不同意."""
    found = [
        (match.end(), match.end() - match.start(), side)
        for side, word in enumerate(named)
        for match in word.finditer(text)
    ]
    if not found:
        return None
    end, _, side = max(found)
    return end, side
