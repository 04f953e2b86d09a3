"""Weekdays and dates in, those out on which the dates do not fall, however the words put them together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import chain

from figcheck import expressions as re
from figcheck.checks.days import sentence_at
from figcheck.checks.named_days import Anchor, Name, Together, together
from figcheck.checks.same_days import Kinds, judged, with_others
from figcheck.checks.weekdays_apart import wrong_in_diary, wrong_recurring
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence

_DAYS = "一二三四五六日"


def wrong_weekday(analysis: Analysis, told: Sequence[Hit]) -> Iterator[Hit]:
    """Weekdays told apart from their date, or of 次日, on which it does not fall; none of what has been told."""
    apart = chain(_of_festivals(analysis), wrong_recurring(analysis), wrong_in_diary(analysis))
    yield from with_others(told, chain(judged(analysis, _WEEKDAYS), apart))


def _is_weekday(name: Name, day: datetime.date) -> bool:
    return _DAYS[day.weekday()] == name.written[-1].replace("天", "日")


def _of_festivals(analysis: Analysis) -> Iterator[Hit]:
    """教师节那天是星期四: a festival of no date, in the article's year."""
    today = analysis.document.date
    for pair in together(analysis) if today is not None else ():
        if pair.anchor.days or today is None or _NO_YEAR.search(_before(analysis, pair)):
            continue
        from figcheck.checks.festivals import festival_day  # only where a festival's weekday is told

        day = festival_day(pair.anchor.written, today)
        if day is not None and abs((day - today).days) <= _NEAR and not _is_weekday(pair.name, day):
            yield _weekday_hit(Together(pair.name, Anchor(pair.anchor.span, pair.anchor.written, (day,))))


_NEAR = 120
_NO_YEAR = re.compile(r"年|上届|那时|当时|曾")


def _before(analysis: Analysis, pair: Together) -> str:
    text, start = analysis.document.text, min(pair.anchor.span.start, pair.name.span.start)
    return text[sentence_at(text, start).start : start].replace("今年", "")


def _weekday_hit(pair: Together) -> Hit:
    name, day = pair.name, pair.anchor.days[0]
    right = name.written[:-1] + _DAYS[day.weekday()]
    said = SpanEvidence(pair.anchor.span.start, pair.anchor.span.end, pair.anchor.written)
    values = {"written": name.written, "date": day.isoformat(), "expected": right}
    return Hit(name.span, values, (said, Derivation(f"{day.isoformat()} = {right}")), right)


_WEEKDAYS: Kinds = {"weekday": (_is_weekday, _weekday_hit)}
