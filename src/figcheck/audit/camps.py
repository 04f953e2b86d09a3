"""What articles state of one and the same thing in, the sides that can't both be right and what became of it out.

Pure: no files, no words. Every number is exact, in the base unit of its dimension; a fall is a negative change.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from figcheck import expressions as re
from figcheck.data.statement_words import REVISIONS
from figcheck.model import Interval, last_digit
from figcheck.reader import read_value
from figcheck.slips import name_slip

Verdict = Literal["slip", "either", "revision"]
"""One article against several; one of two is wrong; the later figure took the place of the earlier."""

_REVISED = re.compile(REVISIONS)
_HIGH, _MIDDLE = 75, 50
_NEARLY = Fraction(9, 10)


class Stated(NamedTuple):
    """A sentence and its figure; articles that have the very same sentence are one witness."""

    text: str
    sentence: str
    documents: tuple[str, ...]
    """A few of those that have it, the earliest first."""
    articles: int
    title: str | None
    date: str | None
    """Of the earliest."""
    until: str | None
    """Of the latest."""
    low: Fraction | None
    high: Fraction | None
    exact: Fraction | None
    hedge: str
    sure: int


class Side(NamedTuple):
    """Those who agree."""

    stated: tuple[Stated, ...]

    @property
    def articles(self) -> int:
        """How many say so."""
        return sum(each.articles for each in self.stated)

    @property
    def best(self) -> Stated:
        """The most precise of them."""
        return min(self.stated, key=lambda each: (each.exact is None, each.hedge != "exact", _width(each)))

    @property
    def first(self) -> str:
        """The earliest date; empty where none is known."""
        return min((each.date for each in self.stated if each.date), default="")

    @property
    def last(self) -> str:
        """The latest date; empty where none is known."""
        return max((each.until for each in self.stated if each.until), default="")


class Dispute(NamedTuple):
    """Sides that can't all be right, that with most witnesses first."""

    sides: tuple[Side, ...]
    verdict: Verdict
    slip: str | None
    """What may have happened: `transposed`, `digit`, `magnitude`, `decimal`, `unit`."""
    sure: int
    """0 to 100: how sure it is that one of them is wrong."""
    apart: float
    """The difference as a share of the greater value."""

    @property
    def level(self) -> Literal["high", "middle", "low"]:
        """How sure, in one word."""
        return "high" if self.sure >= _HIGH else "middle" if self.sure >= _MIDDLE else "low"


def dispute(stated: Sequence[Stated]) -> Dispute | None:
    """The sides of what is stated of one thing; None where all of it can be right."""
    sides = _sides(stated)
    if len(sides) < 2 or _told_together(sides):
        return None
    main, *others = sides
    disputes = [_between(main, other) for other in others]
    verdicts = sorted(disputes, key=lambda each: (each.verdict == "revision", -each.sure))
    return verdicts[0]._replace(sides=tuple(sides))


def agreed(stated: Sequence[Stated]) -> Side | None:
    """The one side of what is stated; None where there are several, or none."""
    sides = _sides(stated)
    return sides[0] if len(sides) == 1 else None


def _sides(stated: Sequence[Stated]) -> list[Side]:
    """Those who agree with the figure that most agree with, then those of the rest, and so on."""
    left, sides = list(stated), []
    while left:
        fixed = [each for each in left if each.exact is not None] or left
        best = max(
            fixed, key=lambda each: (sum(meets(each, other) for other in left), each.hedge == "exact", -_width(each))
        )
        sides.append(Side(tuple(each for each in left if meets(best, each))))
        left = [each for each in left if not meets(best, each)]
    return sides


def _told_together(sides: Sequence[Side]) -> bool:
    """Whether one article has two of the values: it knows of both, and says why."""
    seen: set[str] = set()
    for side in sides:
        named = {name for each in side.stated for name in each.documents}
        if named & seen:
            return True
        seen |= named
    return False


# --- values --------------------------------------------------------------------------------------------------------


def meets(left: Stated, right: Stated) -> bool:
    """Whether some number is admitted by both, more loosely than in an article: writers cut off and round twice."""
    if left.exact is not None and left.exact == right.exact:
        return True
    same = _width(left) == _width(right) and left.hedge == right.hedge == "exact"
    return _admitted(left, loose=not same).meets(_admitted(right, loose=not same))


def _width(stated: Stated) -> Fraction:
    if stated.low is None or stated.high is None:
        return Fraction(10) ** 30
    return stated.high - stated.low


def _admitted(stated: Stated, *, loose: bool) -> Interval:
    low, high, exact = stated.low, stated.high, stated.exact
    if exact is None or not loose:
        return Interval(low, high)
    step, sign = last_digit(exact) or Fraction(0), 1 if exact >= 0 else -1
    size = abs(exact)
    small, great = _reach(stated.hedge, size, step, *_sizes(low, high))
    admitted = Interval(small, great)
    return admitted if sign > 0 else admitted.negated()


def _sizes(low: Fraction | None, high: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    sizes = [None if end is None else abs(end) for end in (low, high)]
    if None in sizes:
        return sizes[0], sizes[1]
    smaller, greater = sorted(size for size in sizes if size is not None)
    return smaller, greater


def _reach(
    hedge: str, size: Fraction, step: Fraction, low: Fraction | None, high: Fraction | None
) -> tuple[Fraction | None, Fraction | None]:
    """How small and how great what is meant may be: 超12亿 is at least half of it, 418万 may be a 418.6万 cut off."""
    if hedge in ("over", "at_least"):
        return size, max(2 * size, high or 2 * size)
    if hedge == "nearly":
        return size * _NEARLY, size
    if hedge == "about":
        return min(low or size, size * _NEARLY), max(high or size, size * (2 - _NEARLY))
    if hedge == "exact":
        return min(size - step / 2, low if low is not None else size), max(size + step, high or size)
    return low, high


# --- verdicts ------------------------------------------------------------------------------------------------------


def _between(main: Side, other: Side) -> Dispute:
    one, two = main.best, other.best
    slip = _slip(one, two)
    apart = _apart(one, two)
    verdict = _verdict(main, other, slip, apart)
    sure = _sureness(main, other, slip, apart)
    return Dispute((main, other), verdict, slip, sure, apart)


def _slip(meant: Stated, written: Stated) -> str | None:
    read = read_value(written.text)
    if read is None or meant.exact is None or written.exact is None or read[0].unit is None:
        return None
    factor = abs(written.exact / read[0].number) if read[0].number else Fraction(1)
    ends = sorted(abs(end) / factor for end in (meant.low, meant.high) if end is not None)
    return name_slip(read[0], Interval(ends[0], ends[-1])) if len(ends) == 2 else None


_DECADE = 3653
"""Days by which two dates are as far apart as can be."""


def _apart(one: Stated, two: Stated) -> float:
    if one.exact is None and two.exact is None and one.low and two.low:
        return min(1.0, float(abs(one.low - two.low)) / _DECADE)
    values = [each.exact if each.exact is not None else each.high or each.low or Fraction(0) for each in (one, two)]
    greater = max(map(abs, values))
    return float(abs(values[0] - values[1]) / greater) if greater else 0.0


def _verdict(main: Side, other: Side, slip: str | None, apart: float) -> Verdict:
    if any(_REVISED.search(each.sentence) for side in (main, other) for each in side.stated):
        return "revision"
    if _replaced(main, other, apart, slip):
        return "revision"
    return "slip" if len(main.stated) > 1 and len(main.stated) > len(other.stated) else "either"


_SMALL = 0.1
"""A revision seldom changes more."""
_LATER, _MUCH_LATER = 7, 60
"""Days: an article so soon after another has no newer figures; one so late may well have."""
_TELLING = ("magnitude", "decimal", "transposed")
"""Slips of hand that no revision looks like."""


def _replaced(main: Side, other: Side, apart: float, slip: str | None) -> bool:
    """Whether a later figure took the place of an earlier one: it was kept, or is so near and late that it may have."""
    earlier, later = (main, other) if main.last < other.first else (other, main)
    if not earlier.last or not later.first or earlier.last >= later.first:
        return False
    gap = _days(earlier.last, later.first)
    if gap < _LATER:
        return False
    if slip in _TELLING or apart > _SMALL:
        return len(earlier.stated) > 1 and len(later.stated) > 1
    return len(later.stated) > 1 or (gap >= _MUCH_LATER and slip is None)


def _days(before: str, after: str) -> int:
    try:
        return (datetime.date.fromisoformat(after) - datetime.date.fromisoformat(before)).days
    except ValueError:
        return 0


def _sureness(main: Side, other: Side, slip: str | None, apart: float) -> int:
    """Witnesses, a usual slip of hand, and both sides at the same time speak for it; a small difference against."""
    sure = 45 + 15 * min(len(main.stated) - len(other.stated), 2)
    sure += {"transposed": 25, "magnitude": 25, "decimal": 20, "digit": 15, "unit": 15}.get(slip or "", 0)
    if main.first and other.first:
        gap = _days(min(main.last, other.last), max(main.first, other.first))
        sure += 10 if gap < _LATER else -10 if other.first > main.last and slip is None else 0
    sure -= 15 if apart < 0.02 and slip != "transposed" else 0
    sure -= 10 * (3 - min(each.sure for side in (main, other) for each in side.stated))
    return max(0, min(100, sure))
