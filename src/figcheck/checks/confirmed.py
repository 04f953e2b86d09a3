"""A hit of arithmetic in, whether other reckonings of the article confirm every figure that it names out.

Where figures don't fit each other, one of them is wrong, or they were never meant to: another year's, a part of a part,
a start that goes into the end. A wrong figure fits nothing else, either. So where each of them is, to its last digit,
what figures besides them make (the share given for it, the growth since a year before, the sum of its own parts), they
were put together wrongly by the reader, and nothing is wrong in the article.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from figcheck.checks.intervals import comparable
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, figure_of, passages
from figcheck.checks.prose import Same
from figcheck.model import Analysis, Hit, Span, SpanEvidence

_HUNDRED = Fraction(100)
_HALF = Fraction(1, 2)
_NEAR = 7
"""Figures to either side that may confirm one."""
_LONGEST = 7
"""Figures that a sum may have."""
_DIGITS = 3
"""Digits of the greatest figure of a sum of any two near by, of a product, of a percentage that stands apart; where
figures follow each other two are enough."""


def is_confirmed(analysis: Analysis, hit: Hit) -> bool:
    """Whether every figure that a hit names fits others that it does not name."""
    places = [hit.span, *(Span(one.start, one.end) for one in hit.evidence if isinstance(one, SpanEvidence))]
    figures, starts = _figures(Same(analysis))
    named: set[int] = set()
    for place in places:
        first, last = bisect.bisect_left(starts, place.start), bisect.bisect_left(starts, place.end)
        if first == last:
            return False
        named.update(range(first, last))
    if hit.span.start not in starts:
        return len(named) > 2 and all(_fits_others(figures, at, named) for at in named)
    at = starts.index(hit.span.start)
    if _fits_title(figures, at, named) or _is_of_a_share(figures, at, named):
        return True
    return len(named) > 1 and all(_fits_others(figures, at, named) for at in named)


@lru_cache(maxsize=1)
def _figures(same: Same) -> tuple[list[Figure], list[int]]:
    """The figures of an article and where they begin, once for all of its hits."""
    figures = [figure for passage in passages(same.analysis) for figure in passage.figures if figure.number]
    figures = sorted((*_of_title(same.analysis), *figures), key=lambda figure: figure.start)
    return figures, [figure.start for figure in figures]


def _fits_title(figures: Sequence[Figure], at: int, named: set[int]) -> bool:
    """Whether the figure blamed, another one named, and that of the title make a sum: 上涨1.4米; 由86.2米升至87.6米."""
    if not figures or figures[0].sentence != _TITLE or at == 0:
        return False
    return any(0 in used and not named.isdisjoint(set(used) - {at}) for used in _pairs(figures, at, [0, *named]))


def _is_of_a_share(figures: Sequence[Figure], at: int, named: set[int]) -> bool:
    """Whether the figure blamed and another one named make a percentage of three digits that is not."""
    near = range(max(0, at - _NEAR), min(len(figures), at + _NEAR + 1))
    return any(
        at in used and len(named.intersection(used)) > 1 and not named.issuperset(used)
        for used in _rates(figures, at, near)
        if figures[used[0]].is_percent and _digits(figures[used[0]]) >= _DIGITS and len(used) == _THREE
    )


_THREE = 3
_TITLE = -2
"""The number of the sentence that is the title."""


def _of_title(analysis: Analysis) -> Iterator[Figure]:
    """The only figure of a title, which is no passage by itself."""
    title = analysis.document.masthead.title
    claims = [claim for claim in analysis.claims if title is not None and title.span.holds(claim.mention.span)]
    if title is not None and len(claims) == 1:
        lead = analysis.document.text[title.span.start : claims[0].mention.start]
        figure = figure_of(claims[0], _TITLE, lead, lead, "", None)
        yield from (figure,) if figure.number else ()


def _fits_others(figures: Sequence[Figure], at: int, named: set[int]) -> bool:
    """Whether some reckoning holds of a figure and others, one of them at least not named."""
    low, high = max(0, at - _NEAR), min(len(figures), at + _NEAR + 1)
    near = list(range(low, high))
    ways: tuple[Callable[[Sequence[Figure], int, Sequence[int]], Iterator[tuple[int, ...]]], ...]
    ways = (_runs, _pairs, _rates, _products)
    return any(not named.issuperset(used) for way in ways for used in way(figures, at, near))


# --- sums ----------------------------------------------------------------------------------------------------


def _runs(figures: Sequence[Figure], at: int, near: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Figures one after the other, and right before or behind them their sum, the last of them perhaps taken off."""
    if not figures[at].is_amount:
        return
    alike = [one for one in near if _are_alike(figures[one], figures[at])]
    for size in range(3, min(_LONGEST, len(alike)) + 1):
        for start in range(len(alike) - size + 1):
            run = alike[start : start + size]
            if at not in run:
                continue
            values = [_value(figures[one]) for one in run]
            ends = ((values[0], values[1:]), (values[-1], values[:-1]))
            if any(_is_sum(whole, parts, figures[run[0]]) for whole, parts in ends):
                yield tuple(run)


def _is_sum(whole: Fraction, parts: Sequence[Fraction], figure: Figure) -> bool:
    if len(str(int(whole / (_step(figure) or 1)))) < 2:
        return False
    rest = sum(parts) - whole
    return rest == 0 or (len(parts) > 2 and any(rest == 2 * part for part in (parts[0], parts[-1])))


def _pairs(figures: Sequence[Figure], at: int, near: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Two figures near by that have it as their sum or difference."""
    one = figures[at]
    if not (one.is_amount or one.is_percent or one.is_points):
        return
    alike = [other for other in near if other != at and _are_alike(figures[other], one)]
    value = _value(one)
    for first, second in combinations(alike, 2):
        a, b = _value(figures[first]), _value(figures[second])
        most = max(_digits(one), _digits(figures[first]), _digits(figures[second]))
        if most >= _DIGITS and value in (a + b, abs(a - b)):
            yield at, first, second


def _are_alike(one: Figure, other: Figure) -> bool:
    rates = (one.is_percent or one.is_points) and (other.is_percent or other.is_points)
    return rates or (one.is_amount and other.is_amount and comparable(one.unit, other.unit))


# --- shares, rates of growth, multiples ------------------------------------------------------------------------


def _rates(figures: Sequence[Figure], at: int, near: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A percentage or multiple of two digits and more, and the two figures that make it."""
    rates = [at] if _is_rate(figures[at]) else [one for one in near if _is_rate(figures[one])]
    for rate in rates:
        if _digits(figures[rate]) < 2:
            continue
        amounts = [one for one in near if figures[one].is_amount and abs(one - rate) <= _NEAR]
        for first, second in combinations(amounts, 2):
            if rate != at and at not in (first, second):
                continue
            if rate - 1 not in (first, second) and rate + 1 not in (first, second) and _digits(figures[rate]) < _DIGITS:
                continue
            if _are_alike(figures[first], figures[second]) and _makes(figures[first], figures[second], figures[rate]):
                yield rate, first, second
            elif _are_both(figures, first, second, rate):
                yield rate, first, second, _TOGETHER


_TOGETHER = -1
"""Stands for the whole that two parts make, which no hit names: 10款达标，2款不达标，达标率83.3%."""


def _are_both(figures: Sequence[Figure], first: int, second: int, rate: int) -> bool:
    """Whether a percentage of three digits right behind two figures is what one of them is of both."""
    one, other, share = figures[first], figures[second], figures[rate]
    if rate != second + 1 or not share.is_percent or _digits(share) < _DIGITS or not _are_alike(one, other):
        return False
    both, arm = _value(one) + _value(other), Fraction(share.quantity.step) / 2
    return any(abs(_value(part) / both * _HUNDRED - share.number) <= arm for part in (one, other))


def _is_rate(figure: Figure) -> bool:
    return figure.is_percent or figure.is_multiple


def _makes(first: Figure, second: Figure, rate: Figure) -> bool:
    a, b = _value(first), _value(second)
    times = _HUNDRED if rate.is_percent else Fraction(1)
    arm = Fraction(rate.quantity.step) / 2 or _HALF
    said = rate.number
    grown = rate.is_percent and told_change(rate) is not None
    ways = (a / b - 1, b / a - 1) if grown else (a / b, b / a)
    return any(abs(abs(made) * times - said) <= arm for made in ways)


# --- products --------------------------------------------------------------------------------------------------


def _products(figures: Sequence[Figure], at: int, near: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A rate times a count, exactly, perhaps with a start that stands before them: 900元, 32轮, 每轮30元, 1860元."""
    amounts = [one for one in near if figures[one].is_amount]
    wholes = [one for one in amounts if _digits(figures[one]) >= _DIGITS]
    for whole in wholes:
        others = [one for one in amounts if one != whole and abs(one - whole) <= _LONGEST]
        for first, second in combinations(others, 2):
            units = sum(_are_alike(figures[one], figures[whole]) for one in (first, second))
            made = _value(figures[first]) * _value(figures[second])
            if units != 1 or min(_value(figures[first]), _value(figures[second])) <= 1:
                continue
            rest = _value(figures[whole]) - made
            if rest == 0 and at in (whole, first, second):
                yield whole, first, second
            starts = (one for one in others if one not in (first, second) and _are_alike(figures[one], figures[whole]))
            for start in starts if rest > 0 else ():
                if _value(figures[start]) == rest and at in (whole, first, second, start):
                    yield whole, first, second, start


def _value(figure: Figure) -> Fraction:
    return figure.number * (figure.unit.factor if figure.unit is not None and not _is_rate(figure) else 1)


def _step(figure: Figure) -> Fraction:
    return Fraction(figure.quantity.step) * (figure.unit.factor if figure.unit is not None else 1)


def _digits(figure: Figure) -> int:
    """Digits written, without zeros that end a whole number."""
    step = Fraction(figure.quantity.step) or Fraction(1)
    digits = str(int(figure.number / step))
    return len(digits if "." in figure.core else digits.rstrip("0"))
