"""Ratios and so many of so many in, those out that the figures near them don't give: 师生比1∶18, 每4个人里有1位."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, ratio
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.working import equals, shown
from figcheck.model import Analysis, Derivation, Hit, Interval, Span, SpanEvidence
from figcheck.numerals import read_numeral, whole_number
from figcheck.units import PERCENT, conversion

_SIDE = r"[0-9０-９]+(?:\.[0-9]+)?|[一二三四五六七八九十两]{1,3}"
_RATIO = re.compile(
    rf"比(?:例|值|重)?(?:约|达|为|是|达到|高达|接近|近|大约|已){{0,3}}(?P<first>{_SIDE})\s?(?:[∶:：]|比)\s?(?P<second>{_SIDE})(?![0-9.∶:：]|\s?[∶:：比])"
)
_FARTHEST = 3
"""By how many times a ratio may be off and still be a slip."""


def ratio_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """A ratio that no two figures near it give, and that is not far from that of the two before it."""
    for passage in passages(analysis):
        for match in _RATIO.finditer(passage.text, passage.span.start, passage.span.end):
            sides = [_number(match[name]) for name in ("first", "second")]
            near = _near(passage, match.start())
            if 0 in sides or len(near) < 2 or "由" in passage.text[match.start() - 8 : match.start()]:
                continue
            said = _said(match["first"], match["second"], sides[0], sides[1])
            if not any(_gives(one, other, said) for one in near for other in near if one is not other):
                yield from _wrong(match, near[-2], near[-1], sides[0] / sides[1])


def _number(written: str) -> Fraction:
    found = read_numeral(written.replace("两", "二"))
    value = found.value if found is not None else None
    return Fraction(value) if value is not None else Fraction(0)


_LEVELS = frozenset(("quantity", "money", "number"))


def _near(passage: Passage, at: int) -> list[Figure]:
    """The figures of a ratio's sentence and the one before that stand before it and can be set against each other."""
    levels = [figure for figure in passage.figures if figure.is_amount and figure.quantity.kind in _LEVELS]
    levels = [figure for figure in levels if figure.number > 1]
    before = [figure for figure in levels if figure.end <= at]
    if len(before) < 2:
        return _behind(passage, levels, at)
    last = before[-1].sentence
    inside = [figure for figure in before if last - figure.sentence <= 1]
    stop = re.search(r"[。！？\n].*[。！？\n]", passage.text[before[-1].end : at])
    return [] if stop is not None else [figure for figure in inside if _alike(figure, inside[-1])]


def _behind(passage: Passage, levels: Sequence[Figure], at: int) -> list[Figure]:
    """The first two figures behind a ratio, in its sentence: 按3∶7分成，甲得30万元、乙得80万元."""
    stop = re.compile(r"[。！？\n]|$").search(passage.text, at)
    end = stop.start() if stop is not None else at
    found = [figure for figure in levels if at < figure.start < end][1:]
    inside = [figure for figure in found if figure.start > at + 8 or figure.unit is not None]
    return inside[:2] if len(inside) > 1 and _alike(*inside[:2]) else []


def _alike(one: Figure, other: Figure) -> bool:
    return comparable(one.unit, other.unit) or all(figure.unit is None or figure.unit.counts for figure in (one, other))


def _said(first: str, second: str, one: Fraction, other: Fraction) -> Interval:
    """What a ratio admits: half a step of either side that is not one, half a step of the greater at least."""
    arms = [
        Fraction(0) if side == 1 else Fraction(9, 20 * 10 ** len(text.partition(".")[2]))
        for text, side in ((first, one), (second, other))
    ]
    if not any(arms):
        arms = [Fraction(1, 20), Fraction(0)]
    return ratio(Interval(one - arms[0], one + arms[0]), Interval(other - arms[1], other + arms[1]))


def _gives(one: Figure, other: Figure, said: Interval) -> bool:
    return ratio(admitted(one.quantity), admitted(other.quantity)).meets(said)


def _wrong(match: re.Match[str], one: Figure, other: Figure, said: Fraction) -> Iterator[Hit]:
    exact = one.number / other.number
    if (exact < 1) != (said < 1):
        exact = 1 / exact
    if exact == 1 or not 1 / Fraction(_FARTHEST) <= exact / said <= _FARTHEST:
        return
    expected = f"1∶{_plain(1 / exact)}" if exact < 1 else f"{_plain(exact)}∶1"
    great, small = (one, other) if one.number >= other.number else (other, one)
    working = f"{great.core} ÷ {small.core} = {_plain(great.number / small.number)}"
    values = {
        "written": match.group()[match.start("first") - match.start() :],
        "first": one.mention.text,
        "second": other.mention.text,
        "expected": expected,
    }
    places = tuple(SpanEvidence(figure.start, figure.end, figure.mention.text) for figure in (one, other))
    span = Span(match.start("first"), match.end())
    yield Hit(span, values, (*places, Derivation(working)), expected)


def _plain(number: Fraction) -> str:
    return f"{float(round(number, 2)):.2f}".rstrip("0").rstrip(".")


# --- so many of so many --------------------------------------------------------------------------------------

_COUNTS = r"[0-9０-９]{1,4}|[一二三四五六七八九十两百千]{1,2}"
_THING = r"[^，。；：、0-9０-９]{0,6}?"
_SO_MANY = re.compile(
    rf"(?:每|平均)(?P<many>{_COUNTS})(?:个|名|位|户|家|人|件|辆|亩|所)?(?P<of>{_THING})(?:里头|里面|当中|之中|里|中|就|便|，)(?:大约|差不多|约|至少)?"
    rf"(?:就|便)?(?:大约|差不多|约|至少)?有(?:了)?(?P<few>{_COUNTS})(?:个|名|位|户|家|人|件|辆|亩|所)"
    rf"|(?P<many2>{_COUNTS})(?:个|名|位)(?:人|孩子|学生|老人)(?:里头|里面|当中|之中|里|中|，)[^，。；0-9]{{0,4}}有(?P<few2>{_COUNTS})(?:个|名|位)"
)
_NO_LEVEL = re.compile(r"每|均|同比|环比|比(?!赛)|最[高低多少大小]|岁|周岁|第|另|此外")
_HALF = Fraction(1, 2)
_FARTHEST_SHARE = 4
"""By how many times a share may be off and still be that of these two."""


def one_in_so_many(analysis: Analysis) -> Iterator[Hit]:
    """So many of so many, which the two figures told before are not, nor any other two near by."""
    for passage in passages(analysis):
        for match in _SO_MANY.finditer(passage.text, passage.span.start, passage.span.end):
            many, few = ((whole_number(match[name] or match[name + "2"]) or 0) for name in ("many", "few"))
            levels = _levels_near(passage, match)
            if not 0 < few < many or len(levels) < 2 or not _is_of(passage, match, levels[-2:]):
                continue
            pairs = [_share_of_two(one, other) for one, other in combinations(levels, 2)]
            shares = [share for share in pairs if share is not None]
            said = _share_said(few, many)
            if shares and not any(said.meets(Interval(share, share)) for share in shares):
                yield from _off_share(match, levels[-2:], few, many)


def _levels_near(passage: Passage, match: re.Match[str]) -> list[Figure]:
    """The levels of its sentence, or of the one before as well, that can be part and whole."""
    before = [one for one in passage.figures if one.end <= match.start()]
    last = before[-1].sentence if before else 0
    if len(before) < 2 or not any(one.sentence == last for one in before[:-1]):
        worked = [one for one in passage.figures if one.start >= match.end() and _WORKED_OUT.search(one.own)]
        if before and worked and worked[0].sentence == last:
            return [before[-1], worked[0]]
    if not before:
        before = [one for one in passage.figures if one.start >= match.end()][:2]
        last = before[0].sentence if before else 0
    elif re.search(r"[。！？\n].*[。！？\n]", passage.text[before[-1].end : match.start()]):
        return []
    found = [one for one in before if last - one.sentence <= 1 and one.is_amount and one.number > 1]
    levels = [one for one in found if one.quantity.kind != "duration" and not _is_age(one)]
    return [one for one in levels if _NO_LEVEL.search(one.own) is None and told_change(one) is None]


_WORKED_OUT = re.compile("(?:算起来|算下来|也就是|折合|约合|合计|共)(?:是|有|为|约)?$")
_NO_NAME = frozenset("的有是人个名位者们了约达为，、其中岁以上")
_OLD = ("老人", "老年", "老龄", "长者")


def _is_of(passage: Passage, match: re.Match[str], pair: Sequence[Figure]) -> bool:
    """Whether the few are what the part was told of, and the many are not only those: 每三名小学生中就有一名戴眼镜."""
    part, whole = sorted(pair, key=lambda one: one.number)
    words = [one.lead + one.tail for one in (part, whole)]
    named = match["of"] or ""
    if len(named) > 1 and named in words[0] and named not in words[1]:
        return False
    few = re.match(r"[^，。；]{0,8}", passage.text[match.end() : match.end() + 8])
    said = few.group() if few is not None else ""
    old = any(word in said for word in _OLD) and ("岁" in passage.text[whole.end - 8 : part.end])
    return old or bool((set(said) - _NO_NAME) & set(words[0]))


def _is_age(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == "age"


def _share_of_two(one: Figure, other: Figure) -> Fraction | None:
    factor = conversion(other.unit, one.unit) if comparable(one.unit, other.unit) else None
    if factor is None:
        return None
    numbers = sorted((one.number, other.number * factor))
    return numbers[0] / numbers[1]


def _share_said(few: int, many: int) -> Interval:
    """What so many of so many admits, either number being the nearest one."""
    ends = (
        Fraction(few) / (many + _HALF),
        Fraction(few) / (many - _HALF),
        (few - _HALF) / many,
        (few + _HALF) / many,
    )
    if few == 1:
        return Interval(min(ends[:2]), max(ends[:2]))
    return Interval(min(ends), max(ends))


def _off_share(match: re.Match[str], pair: Sequence[Figure], few: int, many: int) -> Iterator[Hit]:
    share = _share_of_two(*pair)
    told = Fraction(few, many)
    if share is None or not told / _FARTHEST_SHARE <= share <= told * _FARTHEST_SHARE or share == 1:
        return
    name = "many" if few == 1 else "few"
    span = Span(*match.span(name if match[name] else name + "2"))
    expected = str(round(1 / share) if few == 1 else round(share * many))
    small, great = sorted(pair, key=lambda one: one.number)
    percent = share * 100
    working = f"{small.core} ÷ {great.core} {equals(percent, shown(percent))} {shown(percent, PERCENT)}"
    values = {
        "written": match.group(),
        "part": small.mention.text,
        "whole": great.mention.text,
        "expected": expected,
    }
    places = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in pair)
    yield Hit(span, values, (*places, Derivation(working)), expected, against=span.start)
