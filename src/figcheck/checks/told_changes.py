"""An article in, changes and differences out that the levels beside them do not make: 超过22.50米的警戒水位1.63米."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.bound_changes import bound_changes
from figcheck.checks.intervals import comparable
from figcheck.checks.moves import Pair, Told, as_reckoned, change_of_two, is_of, makes_change, told_change
from figcheck.checks.passages import Figure, Passage, passages, when_in
from figcheck.checks.terms import choice
from figcheck.checks.trends import Course, courses
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Hit
from figcheck.numerals import whole_number
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


# --- changes along a series --------------------------------------------------------------------------------------

_LAST_STEP = re.compile(
    r"[比较](?:前|上|头)一?个?[年月周季天日届期次轮]|环比|最[后近](?:的|这)?一[年月周季天]|[比较](?:去年|上年|昨|年初)"
)
_IN_ALL = re.compile(
    r"(?<![第0-9])(?P<count>[0-9]{1,2}|[一二两三四五六七八九十几]{1,2})(?P<unit>年|个月|个?季度?|天|周|届)多?(?:间|来|里|内|时间|下来|之间|之内|中)?"
    r"|从头到尾|前后|总共|累计|整个"
)


def _along_series(passage: Passage) -> Iterator[Hit]:
    """2022年1200万元，2023年2400万元，今年4800万元，三年间翻了一番: from the first to the last, or the last step."""
    for course in courses(passage):
        last = max(course.levels, key=lambda level: level.start)
        told = _told_behind(passage, last)
        if len(course.levels) < _SERIES or told is None or (told.compared and not _LAST_STEP.search(told.figure.own)):
            continue
        ends = _ends(course, told) if _is_of_the_last(course, told) else None
        if ends is not None and is_of(told, course.levels):
            yield from _far_or_near(told, Pair(*ends, 1))


_SERIES = 3
_AGAINST = re.compile(r"[比较][^，。；：]*")


def _is_of_the_last(course: Course, told: Told) -> bool:
    """Whether a change names no time of its own, or that of the last level: not 一季度环比增长."""
    said = when_in(_AGAINST.sub("", told.figure.own))
    last = course.levels[-1].when
    return said is None or (last is not None and said == last) or said.kind == "now"


def _told_behind(passage: Passage, last: Figure) -> Told | None:
    """The change that is the next figure behind a series, in its sentence or the one after."""
    at = passage.figures.index(last) + 1
    figure = passage.figures[at] if at < len(passage.figures) else None
    told = told_change(figure) if figure is not None else None
    if told is None or told.figure.sentence - last.sentence > 1 or not told.direction:
        return None
    return told if told.kind in ("rate", "times", "ratio", "points", "amount") else None


def _ends(course: Course, told: Told) -> tuple[Figure, Figure] | None:
    """The first and the last of the levels between which a change is said to lie."""
    words_before = told.figure.lead
    if _LAST_STEP.search(words_before) is not None:
        return course.levels[-2], course.levels[-1]
    match = _IN_ALL.search(words_before)
    if match is None:
        return None
    first, last = course.levels[0], course.levels[-1]
    count = whole_number((match["count"] or "几").replace("两", "二").replace("几", "")) if match["count"] else None
    steps = len(course.levels) - 1
    if match["unit"] == "年" and first.when is not None and last.when is not None and first.when.kind == "year":
        steps = _years(course, first, last) or steps
    return (first, last) if count in (None, steps, steps + 1) else None


def _years(course: Course, first: Figure, last: Figure) -> int | None:
    """Years between two levels that are both dated by their years."""
    if first.when is None or last.when is None or last.when.kind != first.when.kind:
        return None
    return int(last.when.rank) - int(first.when.rank)


def _far_or_near(told: Told, pair: Pair) -> Iterator[Hit]:
    if not makes_change(told, pair):
        hit = as_reckoned(told, pair)
        if hit.expected is not None:
            yield hit


def change_told(analysis: Analysis) -> Iterator[Hit]:
    """A change or difference that no two figures near it make; the first reader to name a figure has it."""
    taken: set[int] = set()
    readers = (margins_told, _along_series, bound_changes)
    found = [hit for passage in passages(analysis) for read in readers for hit in read(passage)]
    for hit in (*found, *change_of_two(analysis)):
        if hit.against not in taken:
            taken.add(hit.against or hit.span.start)
            yield hit
