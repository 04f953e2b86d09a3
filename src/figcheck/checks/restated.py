"""Passages in, rates told once more per something else out that are not the same: 每公顷9.6吨，折合每亩460公斤."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, reckoned
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.per import rates_in
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Derivation, Hit, Interval, SpanEvidence
from figcheck.slips import looks_like
from figcheck.units import UNITS, conversion
from figcheck.values import Frozen

_FARTHEST = 12
"""By how many times a rate may be off and still be meant for the one before it."""


class Twice(Frozen):
    """One thing told as two rates."""

    first: Figure
    second: Figure
    made: Interval
    """What the second should be."""
    exact: Fraction
    form: str
    """How it is reckoned."""


def rate_restated(analysis: Analysis) -> Iterator[Hit]:
    """A rate that is said to be another one, or an interval and how often it fits an hour, that don't agree."""
    readers = (_rates, _intervals, _conversions)
    found = [one for passage in passages(analysis) for read in readers for one in read(passage)]
    yield from (_hit(one) for one in found if not one.made.meets(reckoned(one.second.quantity)) and _is_slip(one))


# --- one rate, then the other ------------------------------------------------------------------------------------

_THAT_IS = re.compile(choice(words.THAT_IS))
_EACH = re.compile(r"(?:每|一).*$")
_PLAINLY = re.compile(rf"[，、（—]?(?:{choice(words.THAT_IS)}|平均|约|差不多|为|就){{0,3}}")


def _rates(passage: Passage) -> Iterator[Twice]:
    for first, second in pairwise(rates_in(passage)):
        one, other = first.figure, second.figure
        if one.sentence != other.sentence or first.under is None or second.under is None:
            continue
        if passage.figures.index(other) - passage.figures.index(one) != 1 and first.per != second.per:
            continue
        lead = _EACH.sub("", other.lead)
        if not _PLAINLY.fullmatch(lead) or not (_THAT_IS.search(lead) or _is_bare(other)):
            continue
        under, over = conversion(second.under, first.under), conversion(first.over, second.over)
        if (
            under is None
            or over is None
            or (first.under.counts and first.under != second.under)
            or (first.under, first.size) == (second.under, second.size)
            or (first.over is not None and first.over.dimension == first.under.dimension)
        ):
            continue
        times = under * second.size / first.size * over
        yield Twice(
            one, other, admitted(one.quantity).scaled(times), one.number * times, f"{one.core} × {shown(times)}"
        )


_BARE = re.compile(r"(?:平均)?每(?:一)?[一-龥]{1,3}(?:约|近|为|是|达)?")


def _is_bare(figure: Figure) -> bool:
    """Whether nothing is named but what the rate is told per: 每斤45元."""
    return _BARE.fullmatch(figure.own) is not None


# --- so many minutes apart, so many an hour ------------------------------------------------------------------------

_APART = re.compile(
    rf"(?:间隔|间距|相隔)(?:时间)?[^，。；]{{0,4}}?(?:为|是|仅|达|{choice(words.SHRUNK)})?(?:约|近)?$|每(?:隔)?$"
)
_ONE_RUN = re.compile(r"(?:就|便|即)?(?:发|开|来|有|开行|到)?(?:出)?一[列趟班辆对车次艘]")
_HOUR, _SECOND = UNITS["小时"], UNITS["秒"]
_RUNS = frozenset("列 趟 班 辆 对 车 次 艘 班次 列次 架次".split())


def _intervals(passage: Passage) -> Iterator[Twice]:
    for rate in rates_in(passage):
        figure = rate.figure
        if rate.under is None or rate.under.dimension != "seconds" or rate.under.factor < _HOUR.factor:
            continue
        if rate.over is None or rate.over.symbol not in _RUNS or rate.under.factor > _HOUR.factor:
            continue
        before = [one for one in passage.figures if one.start < figure.start and one.sentence == figure.sentence]
        gaps = [one for one in before if _is_gap(one)]
        if not gaps or _TWO_WAYS.search(passage.between(gaps[-1], figure)):
            continue
        if any(gaps[-1].start < one.start < figure.start and _is_short(one) for one in before):
            continue  # 平均每3分钟一趟，高峰时2分钟一趟，每小时30趟
        length = gaps[-1].quantity
        factor = conversion(gaps[-1].unit, rate.under)
        if factor is None or length.hedge != "exact" or not gaps[-1].number:
            continue
        runs = rate.size / (gaps[-1].number * factor)
        made = Interval(runs * Fraction(9, 10) - Fraction(1, 2), runs * Fraction(11, 10) + Fraction(1, 2))
        yield Twice(gaps[-1], figure, made, runs, f"{rate.under.symbol} ÷ {gaps[-1].mention.text}")


_TWO_WAYS = re.compile("双向|上下行|两个方向|往返|合计|多条|各线|[高平低]峰|平时|早晚|夜间|周末|节假日|工作日")


def _is_short(figure: Figure) -> bool:
    unit = figure.unit
    return unit is not None and unit.dimension == "seconds" and unit.factor < _HOUR.factor


def _is_gap(figure: Figure) -> bool:
    if not _is_short(figure):
        return False
    match = _APART.search(figure.own)
    return match is not None and (not match.group().startswith("每") or _ONE_RUN.match(figure.behind) is not None)


# --- one quantity in two units ---------------------------------------------------------------------------------------

_MEASURES = frozenset(("area", "mass", "length", "volume", "power", "energy", "pressure", "data"))
_IN_OTHER_UNITS = re.compile(rf"[^，。；：、]{{0,6}}[，（—]{{0,2}}(?:{choice(words.THAT_IS)}|约合|合)(?:约|近|有|为)?")
_IN_BRACKETS = re.compile("（(?:约|即|合|约合|折合)?")


def _conversions(passage: Passage) -> Iterator[Twice]:
    for one, other in pairwise(passage.figures):
        unit, second = one.unit, other.unit
        if one.sentence != other.sentence or unit is None or second is None or unit.dimension not in _MEASURES:
            continue
        factor = conversion(unit, second)
        if factor is None or not (one.is_amount and other.is_amount) or "每" in one.own + other.own:
            continue
        told_again = (_IN_BRACKETS.fullmatch(other.lead) and other.behind.startswith("）")) or (
            unit.factor != second.factor and _IN_OTHER_UNITS.fullmatch(other.lead) and other.behind[:1] in _ENDS
        )
        if told_again and _OWN_RATE.search(passage.text, passage.span.start, other.end) is None:
            yield Twice(one, other, _written(one).scaled(factor), one.number * factor, one.mention.text)


def _written(figure: Figure) -> Interval:
    """What a figure says but for its hedge, which holds in the other unit as well: 不超过1.5克，即1500毫克."""
    arm = Fraction(figure.quantity.step) / 2
    return Interval(figure.number - arm, figure.number + arm)


_OWN_RATE = re.compile(
    "[一1每][丈尺寸里步亩顷斤两石斗升担钱][^，。；、]{0,3}?[合等是为][于成]?|营造尺|量地尺|[汉唐宋元明清古旧][尺里斤亩制]"
)
"""What tells that a unit was another one then: 明清营造尺一尺约合32厘米."""
_ENDS = ("", "，", "；", "）", "。", "、", "的")

# --- judging -------------------------------------------------------------------------------------------------------

_BOUNDS = ("exact", "at_most", "at_least")
"""Hedges that do not make a figure any less sharp."""


def _is_slip(one: Twice) -> bool:
    value = one.second.number
    hedges = (one.first.quantity.hedge, one.second.quantity.hedge)
    if not one.exact or hedges[1] != "exact" or hedges[0] not in _BOUNDS:
        return False
    near = one.exact <= _FARTHEST * value and value <= _FARTHEST * one.exact
    return near or looks_like(one.second.quantity, one.exact) is not None


def _hit(one: Twice) -> Hit:
    second, exact = one.second, one.exact
    expected = digits_like(exact, second.core, second.unit)
    values = {"written": second.mention.text, "first": one.first.mention.text, "expected": expected}
    place = SpanEvidence(one.first.start, one.first.end, one.first.mention.text)
    working = Derivation(f"{one.form} {equals(exact, shown(exact))} {shown(exact, second.unit)}")
    return Hit(second.mention.span, values, (place, working), expected, against=second.start)
