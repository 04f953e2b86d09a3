"""Dates as written in, the days and months that do not exist out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import (
    is_read,
    number,
    sentence_at,
    stamp_of,
    writes_year,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, Stamp, Word

_NUMBER = r"(?:[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?<![0-9０-９.．一二三四五六七八九十〇零])(?P<m>{_NUMBER})月份?(?P<d>{_NUMBER})[日号](?![线楼院馆店厅井桌车厂文])"
)
_MONTH = re.compile(r"(?:[12][0-9]{3}年|[今去明]年)(?P<m>[0-9]{1,2})月(?![龄大嫂])")
_LUNAR = re.compile(r"农历|阴历|旧历|夏历|闰|正月|腊月|冬月|回历|伊历|藏历|傣历|彝历")
_SPOKEN_OF = re.compile(
    r"不存在|没有|并无|虚构|误写|错写|写成|写错|误印|错印|闹出|乌龙|笔误|愚人|永远不|哪来|哪有|何来|世上"
)
_NEXT_DAY = re.compile(r"[、和及]|以及")
_MONTH_SAID = re.compile(r"(?:本月|当月|这个月|上个?月|下个?月|同月)的?$")
_YEAR_SAID = re.compile(r"(?:今年|去年|明年)的?$")
_LEAP_TALK = re.compile(r"闰|生日|出生|四年|4年|每年|每逢")


def impossible_date(analysis: Analysis) -> Iterator[Hit]:
    """2月30日, 6月31日, 13月5日, 29 February in a common year."""
    text = analysis.document.text
    taken: list[Span] = []
    for mention in analysis.mentions:
        hit = _missing_day(analysis, mention)
        if hit is not None and not _is_excused(text, mention.span):
            taken.append(hit.span)
            yield hit
    for pattern in (_DATE, _MONTH):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            hit = _missing_number(match, span)
            if hit is None or any(span.overlaps(other) for other in taken) or not is_read(analysis, span.start):
                continue
            if not _is_excused(text, span):
                taken.append(span)
                yield hit


def _is_excused(text: str, span: Span) -> bool:
    """Whether the day belongs to another calendar, or is spoken of as one that does not exist."""
    sentence = sentence_at(text, span.start)
    if _LUNAR.search(text, max(sentence.start, span.start - 8), span.end):
        return True
    if text.rfind("《", sentence.start, span.start) > text.rfind("》", sentence.start, span.start):
        return True
    return _SPOKEN_OF.search(text, sentence.start, sentence.end) is not None


def _missing_day(analysis: Analysis, mention: Mention) -> Hit | None:
    quantity = mention.quantity
    if quantity.kind != "date":
        return None
    for stamp in (quantity.value, quantity.low, quantity.high):
        if not isinstance(stamp, Stamp) or stamp.day is None or stamp.day < 29:
            continue
        series = None if "月" in mention.text else _month_of_series(analysis, mention)
        month = series or stamp.month
        if month is None or not 1 <= month <= 12:
            continue
        longest = _days_in(stamp.year, month)
        if stamp.day > longest and _is_sure(analysis, mention, Stamp(stamp.year, month, stamp.day)):
            return _hit(mention.span, mention.text, "day", month, longest)
    return None


def _is_sure(analysis: Analysis, mention: Mention, stamp: Stamp) -> bool:
    """Whether the text itself, not the reader's guess, says month and year."""
    text = analysis.document.text
    if "月" not in mention.text and not writes_year(mention):
        said = _MONTH_SAID.search(text[max(0, mention.start - 5) : mention.start])
        return said is not None or _month_of_series(analysis, mention) is not None
    if (stamp.month, stamp.day) != (2, 29) or writes_year(mention):
        return True
    sentence = sentence_at(text, mention.start)
    if _LEAP_TALK.search(text, sentence.start, sentence.end):
        return False
    today = analysis.document.date
    said = _YEAR_SAID.search(text, max(0, mention.start - 4), mention.start)
    return bool(said) or (today is not None and today.year == stamp.year and today.month <= 4)


def _month_of_series(analysis: Analysis, mention: Mention) -> int | None:
    """The month that a bare day has from the first of its series: 6月29日、30日、31日."""
    at = analysis.mentions.index(mention)
    before = analysis.mentions[at - 1] if at else None
    if before is None or not _NEXT_DAY.fullmatch(analysis.document.text, before.end, mention.start):
        return None
    stamp = stamp_of(before)
    if stamp is None or stamp.day is None:
        return None
    return stamp.month if "月" in before.text else _month_of_series(analysis, before)


def _missing_number(match: re.Match[str], span: Span) -> Hit | None:
    """A 13th month, a 32nd or 0th day: what the reader of dates does not take for a date at all."""
    month = number(match["m"])
    day = number(match["d"]) if "d" in match.re.groupindex else 1
    if month is None or day is None:
        return None
    if not 1 <= month <= 12:
        return _hit(span, match.group(), "month", month, 12)
    longest = _days_in(None, month)
    return None if 1 <= day <= longest else _hit(span, match.group(), "day", month, longest)


def _hit(span: Span, written: str, bound: str, month: int, last: int) -> Hit:
    """`bound` is `day` where the month has `last` days, `month` where the year has `last` months."""
    values: dict[str, str | Word] = {
        "written": written,
        "bound": Word(f"bound.{bound}"),
        "last": str(last),
        "unit": Word(f"unit.{bound}"),
    }
    working = f"{month}月 ≤ {last}日" if bound == "day" else f"{month}月 > {last}月"
    return Hit(span, values, (Derivation(working),))


def _days_in(year: int | None, month: int) -> int:
    if month == 2 and year is None:
        return 29
    year = year if year is not None and 1 <= year <= 9998 else 2000
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.timedelta(days=1)).day
