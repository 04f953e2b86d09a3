"""Ratios in, those out that the two figures before them don't give: 教师48名、学生720名，师生比为1∶18."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, ratio
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.model import Analysis, Derivation, Hit, Interval, Span, SpanEvidence
from figcheck.numerals import read_numeral

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
