"""Passages in, changes and differences out that no two figures of the passage make: 教师17名……添了28名，达到46名."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.changes import changes
from figcheck.checks.gaps import difference_stated
from figcheck.checks.intervals import admitted, comparable, difference, in_unit, ratio, reckoned, shifted
from figcheck.checks.passages import Figure, Passage, order, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Span, SpanEvidence, Word
from figcheck.slips import looks_like
from figcheck.units import PERCENT, UNITS, conversion
from figcheck.values import Frozen

Kind = Literal["amount", "rate", "points", "times"]
_HUNDRED = Fraction(100)
POINT = UNITS["个百分点"]


class Told(Frozen):
    """A figure that is a change or a difference."""

    figure: Figure
    direction: int
    """1 for more, -1 for less, 0 where only the distance is told."""
    compared: bool
    """Whether two things stand side by side, and none became the other."""
    kind: Kind


# --- figures that are changes --------------------------------------------------------------------------------

_UP = choice((*words.RISING, *words.RISE_NOUNS, *more.GAINS.split()))
_DOWN = choice((*words.FALLING, *words.FALL_NOUNS, *more.LOSSES.split()))
_LOOSE = "(?:了|出|去|下|掉|近|约|为|达|有|是|将近|整整|足足|幅度|幅度为|高达|多达|仅|只){0,4}"
_MORE_DONE = r"(?<![许众不最更很至差好太])多(?![达为数年半名次少谢])[一-龥]{0,2}"
_LESS_DONE = r"(?<![减至不多最更很缺缩])少(?![说于数年])[一-龥]{0,2}"
_BY = re.compile(rf"(?:(?P<up>{_UP}|{_MORE_DONE})|(?P<down>{_DOWN}|{_LESS_DONE}))(?!了?[到至成]){_LOOSE}$")
_TO = re.compile(rf"(?:{_UP}|{_DOWN}|[一-龥])(?:了)?[到至成]了?$|(?:{_UP}|{_DOWN})为$")
_MORE, _LESS = choice(words.MORE), choice(words.LESS)
_THAN = re.compile(
    rf"(?<![同环])(?:{choice(more.SIDES_COMPARED)})(?!.*(?:{_UP}|{_DOWN}){_LOOSE}$).*?(?:(?P<up>{_MORE}|多)|(?P<down>{_LESS}|少)){_LOOSE}$"
)
_AHEAD = re.compile(rf"(?:{choice(more.COMPARING)}){_LOOSE}$")
_APART = re.compile(rf"(?:{choice(more.APART)}){_LOOSE}$")
_APART_BEHIND = re.compile(rf"(?:的)?(?:{choice(more.APART_BEHIND)})")
_A_YEAR = re.compile(r"年均|每年|平均|日均|月均|复合|年增|每|连续|累计")


def told_change(figure: Figure) -> Told | None:
    """What the words beside a figure say of it as a change; None for a level."""
    kind = _kind(figure)
    if kind is None or _TO.search(figure.own) or figure.quantity.hedge == "vague":
        return None
    if "番" in figure.mention.text:
        return Told(figure, 1, False, kind)
    than = _THAN.search(figure.own)
    if than is not None:
        return Told(figure, 1 if than["up"] else -1, True, kind)
    by = _BY.search(figure.own)
    if by is not None:
        return Told(figure, 1 if by["up"] else -1, _AHEAD.search(figure.own) is not None, kind)
    if _APART.search(figure.own) or _APART_BEHIND.match(figure.behind):
        return Told(figure, 0, True, kind)
    return None


def _kind(figure: Figure) -> Kind | None:
    if figure.is_points:
        return "points"
    if figure.is_percent or figure.is_fraction:
        return "rate"
    if figure.is_multiple:
        return "times"
    return "amount" if figure.is_amount else None


# --- the two figures between which they lie --------------------------------------------------------------------


class Pair(Frozen):
    """Two levels, the earlier or lesser first where that is known."""

    base: Figure
    level: Figure
    sign: int
    """1 where the order in time is known, else 0."""


def change_of_two(analysis: Analysis) -> Iterator[Hit]:
    """A change or difference that no two figures near it make, and that is a slip of what the two beside it make."""
    strict = {change.change.start for _, change in changes(analysis) if change.change.unit is not None}
    hits: list[Hit] = []
    for passage in passages(analysis):
        told = [one for one in map(told_change, passage.figures) if one is not None]
        changing = {other.figure.start for other in told if not _may_be_level(other)}
        for one in told:
            if one.figure.start not in strict and not _is_spread(passage, one.figure):
                hits.extend(_judge(passage, one, changing))
    said = {hit.against for hit in difference_stated(analysis)} if hits else set()
    yield from (hit for hit in hits if hit.against not in said)


def _is_spread(passage: Passage, figure: Figure) -> bool:
    """Whether a change is told by the year, head or acre, and the levels are not."""
    own = _A_YEAR.search(figure.own)
    if own is None:
        return False
    before = passage.text[max(passage.span.start, figure.start - 60) : figure.start - len(figure.own)]
    return own.group() != "每" or re.search("每|亩产|单产|均|单价|售价", before) is None


def _may_be_level(told: Told) -> bool:
    """只剩2.1亿 may be what is left, or what there is now."""
    return told.direction == 0 and _LEFT.search(told.figure.own) is not None


_LEFT = re.compile(r"[剩余]")


def _judge(passage: Passage, told: Told, changing: set[int]) -> Iterator[Hit]:
    near = [
        figure
        for figure in passage.figures
        if figure is not told.figure and abs(figure.sentence - told.figure.sentence) <= 1
    ]
    for levels in _groups(passage, told, near, changing):
        if len(levels) != 2:
            continue
        pair = _pair(*levels)
        if not _are_alike(pair) or not _belong(passage, told, pair):
            continue
        if _is_turned(told, pair):
            yield _turned(passage, told, pair)
            return
        if _is_made(told, near):
            continue
        hit = _mismatch(told, pair)
        if hit is not None:
            yield hit
            return


def _groups(passage: Passage, told: Told, near: Sequence[Figure], changing: set[int]) -> Iterator[list[Figure]]:
    """The levels of one kind near a change: those of its sentence, else those of the one before as well."""
    levels = [figure for figure in near if figure.start not in changing and _can_be_level(figure, told)]
    for wide in (0, 1):
        inside = [figure for figure in levels if 0 <= told.figure.sentence - figure.sentence <= wide]
        if wide and told.kind == "times" and not inside:
            inside = levels
        dimensions = {_dimension(figure) for figure in inside}
        for dimension in sorted(dimensions):
            yield [figure for figure in inside if _dimension(figure) == dimension]


def _dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit is not None else ""


def _can_be_level(figure: Figure, told: Told) -> bool:
    if told.kind == "points":
        return figure.is_percent
    if figure.is_fraction:
        return False
    if told.kind == "amount":
        return (figure.is_amount or _is_temperature(figure)) and comparable(figure.unit, told.figure.unit)
    return (figure.is_amount and figure.quantity.kind != "duration") or (told.kind == "rate" and figure.is_percent)


_FROM = re.compile(r"(?:由|从|自)[^，。；：、]{0,12}$")
_REACHES = re.compile(r"[到至为成][^，。；：、]{0,6}$")


def _is_temperature(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == "temperature"


def _pair(first: Figure, second: Figure) -> Pair:
    known = 1 if _FROM.search(first.own) and _REACHES.search(second.lead) else order(first, second)
    if known:
        return Pair(first, second, 1) if known > 0 else Pair(second, first, 1)
    own = in_unit(admitted(second.quantity), second.unit, first.unit)
    value = first.number if own is None or own.low is None else own.low
    return Pair(first, second, 0) if first.number <= value else Pair(second, first, 0)


_PER = re.compile(r"每[一-龥]|人均|日均|平均|单价|均价|最高|最低|最大|最小|最多|最少|其中")


def _are_alike(pair: Pair) -> bool:
    """Whether neither or both of two levels are averages, extremes, or parts."""
    first, second = sorted((pair.base, pair.level), key=lambda figure: figure.start)
    one, other = ({match.group() for match in _PER.finditer(figure.own)} for figure in (first, second))
    return one == other or (not other and bool(pair.sign) and len(second.own) <= _SHORT)


_SHORT = 8
"""Characters of a clause that takes up what the one before it said: 改造后达到2430辆."""


_PLANNED, _ACTUAL = re.compile(choice(more.PLANNED)), re.compile(choice(more.ACTUAL))


def _belong(passage: Passage, told: Told, pair: Pair) -> bool:
    """Whether the words say that the change is that from one of the two to the other."""
    first, second = sorted((pair.base, pair.level), key=lambda figure: figure.start)
    if _NESTED.search(passage.between(first, second)):
        return False
    if told.kind in ("rate", "times") and not _goes_with(passage, told, first, second):
        return False
    if pair.sign:
        return not told.compared or told.direction == 0
    if _PLANNED.search(first.lead) and _ACTUAL.search(second.lead):
        return True
    return told.compared and (first.sentence == second.sentence or _is_named(told, first))


_BETWEEN = re.compile(
    rf"(?:{choice(more.SIDES_COMPARED)})(?P<other>[^，。；：、]{{2,10}}?)(?:{_MORE}|{_LESS}|{_MORE_DONE}|{_LESS_DONE}|多|少)"
)


def _is_named(told: Told, first: Figure) -> bool:
    """Whether a comparison names what the figure of the sentence before was of: 比第一批少520人."""
    match = _BETWEEN.search(told.figure.own)
    other = match["other"] if match is not None else ""
    beside = first.lead + first.tail
    return any(other[at : at + 2] in beside for at in range(len(other) - 1))


_GENERIC = re.compile(
    rf"(?:{choice(words.PADDING)}|{choice(words.SUBJECT_WORDS)}|{choice(more.AT_PRESENT)}|{choice(more.NEXT_STEPS)}|的|，|、|—|：|实现|整整)*"
)


def _goes_with(passage: Passage, told: Told, first: Figure, second: Figure) -> bool:
    """Whether a rate stands beside the two figures, and is said of nothing else: 规模增长了5倍."""
    figure = told.figure
    places = [one.start for one in passage.figures]
    at = places.index(figure.start)
    if figure.start > second.start and places[at - 1] != second.start:
        return False
    if figure.start < first.start and places[at + 1] != first.start:
        return False
    verb = _BY.search(figure.own)
    subject = figure.own[: verb.start()] if verb is not None else figure.own
    if _GENERIC.fullmatch(subject):
        return True
    leads = first.lead + second.lead + first.tail + second.tail
    return any(subject[place : place + 2] in leads for place in range(len(subject) - 1))


_NESTED = re.compile(r"其中|包括|（含")


def _is_made(told: Told, near: Sequence[Figure]) -> bool:
    """Whether any two figures near a change make it."""
    return any(_admits(told, Pair(*pair, 0)) for pair in combinations(near, 2) if _may_pair(told, *pair))


def _may_pair(told: Told, first: Figure, second: Figure) -> bool:
    return comparable(first.unit, second.unit) and _can_be_level(first, told) and _can_be_level(second, told)


def _made(told: Told, pair: Pair) -> Interval | None:
    """The change that two levels make, in the unit of the one told; positive for more."""
    low = admitted(pair.base.quantity)
    high = in_unit(admitted(pair.level.quantity), pair.level.unit, pair.base.unit)
    if high is None:
        return None
    if told.kind == "points":
        return in_unit(difference(high, low), POINT, told.figure.unit)
    if told.kind == "amount":
        return in_unit(difference(high, low), pair.base.unit, told.figure.unit)
    if "番" in told.figure.mention.text:
        return ratio(high, low)
    scale = _HUNDRED if told.kind == "rate" else Fraction(1)
    return shifted(ratio(high, low), Fraction(-1)).scaled(scale)


def _admits(told: Told, pair: Pair) -> bool:
    """Whether two levels make the change, whichever of them came first."""
    said = _said(told)
    for one in (pair, Pair(pair.level, pair.base, pair.sign)):
        made = _made(told, one)
        if made is not None and (made.meets(said) or made.negated().meets(said)):
            return True
    return False


def _said(told: Told) -> Interval:
    value = told.figure.number
    if "番" in told.figure.mention.text:
        return Interval(value * Fraction(9, 10), value * Fraction(4, 3))
    said = reckoned(told.figure.quantity)
    if not told.figure.is_fraction:
        return said
    return Interval(value * 92, value * 108)


def _is_turned(told: Told, pair: Pair) -> bool:
    """Whether two levels make just the change that is told, but the other way round."""
    made = _made(told, pair)
    if made is None or not pair.sign or not told.direction or told.compared or "番" in told.figure.mention.text:
        return False
    if told.figure.quantity.kind == "duration":  # who is faster takes less
        return False
    ways = made, made.negated()
    right, wrong = ways if told.direction > 0 else ways[::-1]
    said = _said(told)
    return wrong.meets(said) and not right.meets(said) and wrong.low is not None and wrong.low > 0


# --- judging -------------------------------------------------------------------------------------------------


def _mismatch(told: Told, pair: Pair) -> Hit | None:
    made = _made(told, pair)
    exact = _exact(told, pair)
    if made is None or exact == 0:
        return None
    written = abs(exact) / _HUNDRED if told.figure.is_fraction else abs(exact)
    if looks_like(told.figure.quantity, written) is None and not _is_near(told, pair, written):
        return None
    return _hit(told, pair, exact)


def _is_near(told: Told, pair: Pair, exact: Fraction) -> bool:
    value = told.figure.number
    same = pair.base.sentence == pair.level.sentence == told.figure.sentence
    return (bool(pair.sign) or (told.compared and same)) and value <= 2 * exact and exact <= 2 * value


def _exact(told: Told, pair: Pair) -> Fraction:
    low, high = pair.base.number, pair.level.number * (conversion(pair.level.unit, pair.base.unit) or 1)
    if told.kind == "points":
        return (high - low) * (conversion(POINT, told.figure.unit) or 1)
    if told.kind == "amount":
        return (high - low) * (conversion(pair.base.unit, told.figure.unit) or 1)
    if not low:
        return Fraction(0)
    if "番" in told.figure.mention.text:
        return high / low
    return (high / low - 1) * (_HUNDRED if told.kind == "rate" else 1)


def _turned(passage: Passage, told: Told, pair: Pair) -> Hit:
    """增长6.1% from 41.2亿元 to 38.7亿元."""
    figure, base, level = told.figure, pair.base, pair.level
    verb = _BY.search(figure.own)
    start = figure.start - len(verb.group()) if verb is not None else figure.start
    sign = ">" if told.direction < 0 else "<"
    values: dict[str, str | Word] = {
        "written": passage.text[start : figure.end],
        "start": base.mention.text,
        "end": level.mention.text,
        "expected": "",
        "how": Word("down" if told.direction > 0 else "up"),
    }
    return Hit(
        Span(start, figure.end),
        values,
        (*_places(pair), Derivation(f"{level.core} {sign} {base.core}")),
        against=figure.start,
    )


def _places(pair: Pair) -> tuple[Evidence, ...]:
    ends = sorted((pair.base, pair.level), key=lambda one: one.start)
    return tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in ends)


def _hit(told: Told, pair: Pair, exact: Fraction) -> Hit:
    figure, base, level = told.figure, pair.base, pair.level
    if told.kind in ("rate", "times") and "番" not in figure.mention.text:
        form = f"({level.core} − {base.core}) ÷ {base.core}"
    else:
        form = f"{level.core} {'÷' if '番' in figure.mention.text else '−'} {base.core}"
    unit = PERCENT if figure.is_fraction else figure.unit
    expected = digits_like(abs(exact), figure.core, unit)
    working = f"{form} {equals(exact, shown(exact))} {shown(exact, unit)}"
    values: dict[str, str | Word] = {
        "written": figure.mention.text,
        "start": base.mention.text,
        "end": level.mention.text,
        "expected": expected,
        "how": Word("reckoned"),
    }
    return Hit(figure.mention.span, values, (*_places(pair), Derivation(working)), expected, against=figure.start)
