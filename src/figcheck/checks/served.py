"""Terms of so many years and months with their first and last day in, those that end another month or year out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.days import DAY, day_of, is_quoted, writes_year
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_N = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_TERM = re.compile(
    r"(?P<kind>有期徒刑|徒刑|刑期|拘役|管制|缓刑|租期|租赁期限?|承包期限?|合同期限?|协议期限?|期限|任期|聘期|服务期限?|质保期|保质期|履约期|工期|为期|有效期)(?:为|是|共|长达|：)?"
    rf"(?P<length>(?:(?P<years>{_N})年)?(?:零|又)?(?:(?P<months>{_N})个月)?)(?![0-9]|[前后起级度]|以[上下])"
)
_UNTIL = re.compile(r"(?:起|开始)?[，,]?\s?(?:至|到|—{1,2}|－|-|～)\s?")
_NOT_WHOLE = re.compile(
    r"折抵|扣除|减刑|假释|提前|延长|续[签约租订聘]|已续|一签|头一|首[期份]|第[一二三]份|另|分别|数罪|合并|缓刑考验"
)
_FAR = 110
"""Code points at most between a term and its days."""
_OFF = 20
"""Days by which an end is surely another month's."""


class _Dated(Frozen):
    """The first and the last day of a stretch."""

    first: datetime.date
    last: datetime.date
    span: Span
    end: Span
    """Where the last day stands."""


def terms_off(analysis: Analysis) -> Iterator[Hit]:
    """有期徒刑三年六个月，刑期自2024年3月5日起至2026年9月4日止."""
    text = analysis.document.text
    dated = list(_dated(analysis))
    for match in _TERM.finditer(text) if dated else ():
        months = 12 * _count(match["years"]) + _count(match["months"])
        near = [one for one in dated if _is_of(text, match, one)]
        if not months or len(near) != 1 or is_quoted(text, match.start()) != is_quoted(text, near[0].span.start):
            continue
        right = _after(near[0].first, months) - DAY
        if abs((near[0].last - right).days) > _OFF:
            yield _hit(text, match, near[0], right)


def _count(written: str | None) -> int:
    return whole_number(written.replace("两", "二")) or 0 if written else 0


def _is_of(text: str, match: re.Match[str], one: _Dated) -> bool:
    low, high = sorted((match.span(), (one.span.start, one.span.end)))
    between = text[low[1] : high[0]]
    if len(between) > _FAR or "\n" in between or _NOT_WHOLE.search(text, low[0], min(len(text), high[1] + 16)):
        return False
    return not any(other["years"] or other["months"] for other in _TERM.finditer(between))


def _dated(analysis: Analysis) -> Iterator[_Dated]:
    text = analysis.document.text
    for mention in analysis.mentions:
        low, high = mention.quantity.low, mention.quantity.high
        if isinstance(low, Stamp) and isinstance(high, Stamp) and low.year and high.year and low.day and high.day:
            first, last = low.days(), high.days()
            if first and last and first[0] < last[0] and low.year != high.year:
                yield _Dated(first[0], last[0], mention.core, mention.core)
    for one, other in pairwise(analysis.mentions):
        if not _is_whole(one) or not _is_whole(other) or not _UNTIL.fullmatch(text, one.end, other.start):
            continue
        start, end = day_of(one), day_of(other)
        if start is not None and end is not None and start < end:
            yield _Dated(start, end, Span(one.start, other.end), other.core)


def _is_whole(mention: Mention) -> bool:
    return mention.quantity.kind == "date" and writes_year(mention) and day_of(mention) is not None


def _after(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return datetime.date(year, month + 1, last)
        except ValueError:
            continue
    return datetime.date(year, month + 1, min(day.day, 28))


def _hit(text: str, match: re.Match[str], one: _Dated, right: datetime.date) -> Hit:
    span = Span(*match.span("length"))
    expected = f"{right.year}年{right.month}月{right.day}日"
    written = text[one.end.start : one.end.end]
    said = SpanEvidence(span.start, span.end, match["length"])
    working = Derivation(f"{one.first.isoformat()} + {match['length']} = {right.isoformat()}")
    values = {"written": match["length"], "start": one.first.isoformat(), "end": one.last.isoformat()}
    months = (one.last + DAY - one.first).days * 12 // 365
    years, rest = divmod(months, 12)
    values["expected"] = (f"{years}年" if years else "") + (f"{rest}个月" if rest else "")
    ends = SpanEvidence(one.end.start, one.end.end, written)
    return Hit(span, values, (ends, said, working, Derivation(f"→ {expected}")), None, against=one.end.start)
