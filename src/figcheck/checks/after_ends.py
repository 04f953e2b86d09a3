"""Stretches that are over in, days told as after their end but before it out: 公示到9日结束……期满后，7月6日印发."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.values import Frozen

_OVER = re.compile(r"(?:期满|届满|结束|截止|到期|完毕|闭幕|收官|闭展|满期|出院|撤展)(?:之|以)?后")
_ENDS_BEHIND = re.compile(
    r"(?:[0-9]{1,2}[时点](?:[0-9]{2}分)?)?(?:[^，。；0-9]{0,6})(?:止|结束|截止|闭幕|收官|届满|期满|到期|撤展|出院)"
)
_ENDS_BEFORE = re.compile(r"(?:到|至|截至|截止(?:到|日期为)?|持续到)(?:当月|本月)?$")
_APART = re.compile(r"去年|上年|往年|上一|上届|此前|之前|早在|另|原定|原计划|第二次|再次|每")
_BACK, _AHEAD = 120, 40
_MOST = 40
"""Days by which a day may lie before an end and still not be of the next year."""


class _End(Frozen):
    """The last day of a stretch, and where it is told."""

    mention: Mention
    day: datetime.date


def before_the_end(analysis: Analysis) -> Iterator[Hit]:
    """The first day told behind 期满后 and the like, where it lies before the end told last."""
    text = analysis.document.text
    for match in _OVER.finditer(text):
        sentence = sentence_at(text, match.start())
        low = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _BACK)
        if _APART.search(text, low, sentence.end) or is_quoted(text, match.start()):
            continue
        behind = mentions_in(analysis, Span(match.end(), min(sentence.end, match.end() + _AHEAD)))
        then = next((mention for mention in behind if stamp_of(mention) is not None), None)
        ends = [end for mention in mentions_in(analysis, Span(low, match.start())) if (end := _end(text, mention))]
        day = _day(stamp_of(then)) if then is not None and not writes_year(then) else None
        if then is not None and ends and day is not None and 0 < (ends[-1].day - day).days <= _MOST:
            yield _hit(ends[-1], then)


def _end(text: str, mention: Mention) -> _End | None:
    """The end of a stretch that a date tells: the last day of a range, or a day with 到 before or 止 behind it."""
    high = mention.quantity.high
    if isinstance(high, Stamp):
        day = _day(high)
    elif _ENDS_BEFORE.search(text, max(0, mention.start - 6), mention.start) or _ENDS_BEHIND.match(text, mention.end):
        day = _day(stamp_of(mention))
    else:
        return None
    return _End(mention, day) if day is not None else None


def _day(stamp: Stamp | None) -> datetime.date | None:
    """A day, in a year of its own where none is known."""
    if stamp is None or not stamp.month or not stamp.day:
        return None
    days = Stamp(stamp.year or _ANY_YEAR, stamp.month, stamp.day).days()
    return days[0] if days else None


_ANY_YEAR = 2001


def _hit(end: _End, then: Mention) -> Hit:
    other = end.mention
    said = SpanEvidence(other.start, other.end, other.text)
    values: dict[str, str | Word] = {"written": then.text, "other": other.text, "right": "", "how": Word("unknown")}
    working = Derivation(f"{then.text} < {end.day.month}月{end.day.day}日")
    return Hit(then.core, values, (said, working), against=other.start)
