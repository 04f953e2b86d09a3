"""Festivals and days of the first lunar month in, those that the words put on another day out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks import festivals
from figcheck.checks.days import DAY, is_corrected
from figcheck.checks.lunar import lunar_of
from figcheck.checks.named_days import Name, Together
from figcheck.checks.same_days import Kinds, both, is_word, judged, with_others
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence
from figcheck.numerals import whole_number


def festival_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """A festival, or a day of the first lunar month, that the words put on another day."""
    told = list(festivals.festival_off_its_day(analysis))
    for hit in (*told, *with_others(told, judged(analysis, _FESTIVALS))):
        if not is_corrected(analysis.document.text, hit.span.start):
            yield hit


def _is_festival(name: Name, day: datetime.date) -> bool | None:
    return festivals.is_festival(name.written, day)


def _festival_hit(pair: Together) -> Hit:
    anchor = pair.anchor
    span, written = (both(pair), anchor.written) if is_word(anchor) else (anchor.span, anchor.written)
    return festivals.festival_hit(span, written, pair.name.written, anchor.days[0])


_OF_MONTH = re.compile("初|廿|十|二十")


def _number_of(name: Name) -> int:
    at = _OF_MONTH.search(name.written)
    day = name.written[at.start() :] if at is not None else ""
    return whole_number(day.removeprefix("初").replace("廿", "二十")) or 0


def _is_lunar(name: Name, day: datetime.date) -> bool | None:
    lunar = lunar_of(day)
    if lunar is None:
        return None
    return lunar[2] == _number_of(name) and (name.written[0] == "初" or lunar[1] == 1)


def _lunar_hit(pair: Together) -> Hit:
    near = pair.anchor.days[0]
    right = next((day for day in _around(near) if _is_lunar(pair.name, day)), None)
    expected = f"{right.month}月{right.day}日" if right is not None else ""
    span = both(pair) if is_word(pair.anchor) else pair.anchor.span
    values = {"written": pair.anchor.written, "name": pair.name.written, "expected": expected}
    working = Derivation(f"{near.year}：{pair.name.written} = {expected}")
    said = SpanEvidence(pair.name.span.start, pair.name.span.end, pair.name.written)
    return Hit(span, values, (said, working), expected or None)


def _around(day: datetime.date) -> Iterator[datetime.date]:
    """The days around one, the nearest first."""
    for distance in range(60):
        yield day + distance * DAY
        yield day - distance * DAY


_FESTIVALS: Kinds = {
    "festival": (_is_festival, _festival_hit),
    "lunar": (_is_lunar, _lunar_hit),
}
