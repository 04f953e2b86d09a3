"""An article in, changes and differences out that the levels beside them do not make: 超过22.50米的警戒水位1.63米."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.moves import Pair, Told, as_reckoned, change_of_two, makes_change, told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Hit
from figcheck.slips import looks_like
from figcheck.values import replace

_OVER = re.compile(
    rf"(?:(?P<up>{choice(words.OVER_MARK)})|(?P<down>{choice(words.UNDER_MARK)}))(?:了|于|过)?(?P<name>[一-龥]{{0,8}}[（])?$"
)
_BEHIND_MARK = re.compile("的[一-龥]{1,8}")
_FARTHEST = 3


def margins_told(passage: Passage) -> Iterator[Hit]:
    """Margins that the mark before them and the nearest level before that don't make."""
    for at, margin in enumerate(passage.figures):
        mark = passage.figures[at - 1] if at > 1 else None
        over = _OVER.search(_words_before(mark)) if mark is not None else None
        if mark is None or over is None or not _stands_behind(mark, margin, in_brackets=bool(over["name"])):
            continue
        level = _level_before(passage.figures[: at - 1], mark)
        told = Told(margin, 1 if over["up"] else -1, True, "amount")
        if level is not None:
            yield from _judged(told, Pair(_plain(mark), level, 1))


def _words_before(mark: Figure) -> str:
    mention = mark.mention
    return mark.lead + mention.text[: mention.core_start - mention.start]


def _plain(mark: Figure) -> Figure:
    """A mark without 超过 before it, which says where the level lies and not what the mark is."""
    quantity = replace(mark.quantity, hedge="exact")
    return replace(mark, claim=replace(mark.claim, mention=replace(mark.mention, quantity=quantity)))


def _stands_behind(mark: Figure, margin: Figure, *, in_brackets: bool) -> bool:
    """Whether nothing but the mark's name stands between it and the margin."""
    if mark.sentence != margin.sentence or not (mark.is_amount and margin.is_amount):
        return False
    if not comparable(mark.unit, margin.unit) or margin.quantity.hedge != "exact":
        return False
    return margin.lead == "）" if in_brackets else _BEHIND_MARK.fullmatch(margin.lead) is not None


def _level_before(before: tuple[Figure, ...], mark: Figure) -> Figure | None:
    """The nearest figure of the kind before a mark, in its sentence."""
    for figure in reversed(before):
        if figure.sentence != mark.sentence:
            return None
        if figure.is_amount and comparable(figure.unit, mark.unit):
            return figure if told_change(figure) is None else None
    return None


def _judged(told: Told, pair: Pair) -> Iterator[Hit]:
    if makes_change(told, pair):
        return
    hit = as_reckoned(told, pair)
    apart = abs(pair.level.number - pair.base.number)
    near = apart <= _FARTHEST * told.figure.number and told.figure.number <= _FARTHEST * apart
    if pair.level.unit == pair.base.unit == told.figure.unit and (near or looks_like(told.figure.quantity, apart)):
        yield hit


def change_told(analysis: Analysis) -> Iterator[Hit]:
    """A change or difference that no two figures near it make; the first reader to name a figure has it."""
    taken: set[int] = set()
    found = [hit for passage in passages(analysis) for hit in margins_told(passage)]
    for hit in (*found, *change_of_two(analysis)):
        if hit.against not in taken:
            taken.add(hit.against or hit.span.start)
            yield hit
