"""Weekdays and dates in, those out on which the dates do not fall, however the words put them together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import chain

from figcheck.checks.named_days import Name, Together
from figcheck.checks.same_days import Kinds, judged, with_others
from figcheck.checks.weekdays_apart import wrong_in_diary, wrong_recurring
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence

_DAYS = "一二三四五六日"


def wrong_weekday(analysis: Analysis, told: Sequence[Hit]) -> Iterator[Hit]:
    """Weekdays told apart from their date, or of 次日, on which it does not fall; none of what has been told."""
    others = chain(judged(analysis, _WEEKDAYS), wrong_recurring(analysis), wrong_in_diary(analysis))
    yield from with_others(told, others)


def _is_weekday(name: Name, day: datetime.date) -> bool:
    return _DAYS[day.weekday()] == name.written[-1].replace("天", "日")


def _weekday_hit(pair: Together) -> Hit:
    name, day = pair.name, pair.anchor.days[0]
    right = name.written[:-1] + _DAYS[day.weekday()]
    said = SpanEvidence(pair.anchor.span.start, pair.anchor.span.end, pair.anchor.written)
    values = {"written": name.written, "date": day.isoformat(), "expected": right}
    return Hit(name.span, values, (said, Derivation(f"{day.isoformat()} = {right}")), right)


_WEEKDAYS: Kinds = {"weekday": (_is_weekday, _weekday_hit)}
