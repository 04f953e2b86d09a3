"""Counts of days that are left in, those that the day counted from and the day counted to do not give out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import DAY, is_quoted, mentions_in, sentence_at, stamp_of
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.values import Frozen

_LEFT = re.compile(
    r"(?:还有|还剩|只剩|仅剩|剩下|剩余|余下|剩|倒计时|再过|再有|只有|仅有|尚有|满打满算)(?:的时间)?(?:只|还|仅|已|了|下|有|是|的|最后|不多不少|整整|足足|恰好|刚好|正好|，|：|“)*$"
)
_LEFT_BEHIND = re.compile(r"(?:的)?倒计时")
_OF_SOMETHING = re.compile(r"(?:工期|有效期|保质期|假期|刑期|合同期?|租期|质保|为期)[^，。；]{0,6}$")
_FROM_HERE = re.compile(r"(?:距离?|(?<![脱远撤隔])离)[^，。；！]{0,24}$")
_TO_DAY = re.compile(r"[，,]?(?:就|便|才|即|也|将)*(?:是|到|到了|迎来)$|[，,][^，。；！]{0,2}$")
_NOW_BEFORE = re.compile(r"(?:今[天日]|如今|现在|眼下|此刻|时间[来走]到)(?:就?是|[（(，]|已是|来到)*$")
_NOW_BEHIND = re.compile(
    r"(?:[（(][^（()）]{0,4}[）)])?(?:算起|起算|计算|起(?![始跑降飞]))|(?:当天|这天|那天|这一天)?[，,][^。；]{0,6}(?:距|离)"
)
_AGO = {"昨天": -1, "昨日": -1, "前天": -2, "前日": -2, "昨晚": -1}
_PAST_DAY = re.compile("|".join(_AGO))
_TODAY = re.compile("今[天日]|今起|即日")
_BACK, _AHEAD, _LONGEST = 60, 60, 400


_NOW_WORD = re.compile(r"如今|现在|今天|目前|眼下")


class Countdown(Frozen):
    """So many days from one day to another; the first is the article's own where no mention says it."""

    count: Mention
    now: Mention | None
    to: Mention


def countdown_off(analysis: Analysis) -> Iterator[Hit]:
    """距离高考还有40天。今天（5月8日）……离6月7日; 倒计时60天: days left that the two dates do not give."""
    text = analysis.document.text
    for mention in analysis.mentions:
        unit = mention.quantity.unit
        if unit is None or unit.symbol not in _DAYS_IN or mention.quantity.kind != "duration":
            continue
        left = _LEFT.search(text, max(0, mention.start - 16), mention.start)
        if left is None and _LEFT_BEHIND.match(text, mention.end) is None and not _counts_down(text, mention):
            continue
        if left is not None and left.group().startswith(("只有", "仅有")) and not _FOR_DAYS.match(text, mention.end):
            continue
        if _OF_SOMETHING.search(text, max(0, mention.start - 16), mention.start) or is_quoted(text, mention.start):
            continue
        found = _countdown(analysis, mention, left.start() if left else mention.start)
        hit = _judge(analysis, found) if found is not None else None
        if hit is not None:
            yield hit


def _counts_down(text: str, count: Mention) -> bool:
    """距8月28日开学不到20天."""
    return _FROM_DAY.search(text, max(0, count.start - 24), count.start) is not None


_FROM_DAY = re.compile(r"(?:距离?|(?<![脱远撤隔])离)[^，。；！]{0,6}[0-9]{1,2}月[0-9]{1,2}日[^，。；！0-9]{0,8}$")
_FOR_DAYS = re.compile(r"(?:的)?时间|了(?=[，。；])")
_DAYS_IN = {"天": 1, "日": 1, "周": 7, "个星期": 7, "星期": 7, "个月": 30}


def _countdown(analysis: Analysis, count: Mention, at: int) -> Countdown | None:
    """The two days that a count of days lies between; None where that is not sure."""
    text = analysis.document.text
    sentence = sentence_at(text, count.start)
    dates = _dates(analysis, sentence)
    clause = _FROM_HERE.search(text, sentence.start, at)
    to = None
    if clause is not None:
        inside = [date for date in dates if clause.start() <= date.start and date.end <= count.start]
        to = inside[-1] if inside else None
    if to is None:
        later = [date for date in dates if date.start >= count.end and _BEGINS.match(text, date.core_end) is None]
        to = next((date for date in later if _TO_DAY.fullmatch(text, count.end, date.start)), None)
    if to is not None:
        others = [date for date in dates if date is not to]
        now = [date for date in others if _is_now(text, date)] or [date for date in others if date.end <= at]
        if now and _NOW_WORD.search(text, now[-1].end, at):
            now, others = [], []
        if len(others) > 2 or len(now) > 1 or (others and not now):
            return None
        return Countdown(count, now[0] if now else None, to)
    return _from_around(analysis, count, sentence, dates)


def _from_around(analysis: Analysis, count: Mention, sentence: Span, dates: list[Mention]) -> Countdown | None:
    """Where the count does not name its day: the one other date of the sentence, or of the next ones."""
    text = analysis.document.text
    if _counts(analysis, sentence, text) > 1:
        return None
    if len(dates) < 2:
        around = Span(max(0, count.start - _BACK), min(len(text), count.end + _AHEAD))
        start = text.rfind("\n\n", around.start, count.start)
        end = text.find("\n\n", count.end, around.end)
        around = Span(around.start if start < 0 else start, around.end if end < 0 else end)
        dates = _dates(analysis, around)
    now = [date for date in dates if _is_now(text, date)]
    others = [date for date in dates if date not in now and _BEGINS.match(text, date.core_end) is None]
    if not now and len(others) == 2 and others[0].end <= count.start and _HELD.search(text, 0, others[1].start):
        now = [others.pop(0)]
    if len(now) > 1 or len(others) != 1:
        return None
    return Countdown(count, now[0] if now else None, others[0])


_BEGINS = re.compile(r"起|前|后|以来|至|到|—|－|-|～")
_HELD = re.compile(r"(?:将|定|拟|计划)[于在]$")


def _counts(analysis: Analysis, scope: Span, text: str) -> int:
    return sum(
        1
        for mention in mentions_in(analysis, scope)
        if mention.quantity.kind == "duration" and _LEFT.search(text, max(0, mention.start - 12), mention.start)
    )


def _dates(analysis: Analysis, scope: Span) -> list[Mention]:
    return [
        mention
        for mention in mentions_in(analysis, scope)
        if (stamp := stamp_of(mention)) is not None
        and stamp.month is not None
        and stamp.day is not None
        and "月" in mention.text
    ]


def _is_now(text: str, date: Mention) -> bool:
    return (
        _NOW_BEFORE.search(text, max(0, date.start - 8), date.start) is not None
        or _NOW_BEHIND.match(text, date.core_end) is not None
    )


def _judge(analysis: Analysis, countdown: Countdown) -> Hit | None:
    """A hit where no way of counting gives the days: either end counted or not, an article written the day before."""
    now = _now(analysis, countdown)
    if now is None:
        return None
    day, written_before = now
    to = _next(stamp_of(countdown.to), day)
    if to is None or not 0 < (to - day).days <= _LONGEST:
        return None
    count = countdown.count
    assert count.quantity.unit is not None
    days = (to - day).days
    each = _DAYS_IN[count.quantity.unit.symbol]
    slack = 1 if each == 1 else 4
    said = (count.quantity.number or 0) * each
    if days > 4 * said + 30 or said > 4 * days + 30:
        return None  # the day of something else
    admitted = count.quantity.admits()
    low, high = admitted.low, admitted.high
    if count.quantity.hedge == "exact" and count.quantity.number is not None:
        low = high = count.quantity.number
    low, high = None if low is None else low * each, None if high is None else high * each
    if (low is None or low <= days + slack + written_before) and (high is None or high >= days - slack):
        return None
    places = [place for place in (countdown.now, countdown.to) if place is not None]
    evidence: tuple[Evidence, ...] = (
        *(SpanEvidence(place.start, place.end, place.text) for place in places),
        Derivation(f"{day.isoformat()} → {to.isoformat()} = {days}天"),
    )
    values = {"written": count.text, "start": _shown(day), "end": _shown(to), "expected": f"{days}天"}
    return Hit(count.span, values, evidence, f"{days}天", against=count.start)


def _shown(day: datetime.date) -> str:
    return f"{day.month}月{day.day}日"


def _now(analysis: Analysis, countdown: Countdown) -> tuple[datetime.date, int] | None:
    """The day counted from, and by how many days it may have been earlier."""
    today = analysis.document.date
    if countdown.now is not None:
        stamp, to = stamp_of(countdown.now), stamp_of(countdown.to)
        assert stamp is not None and stamp.month is not None and stamp.day is not None and to is not None
        try:
            return datetime.date(stamp.year or to.year or 2001, stamp.month, stamp.day), 0
        except ValueError:
            return None
    if today is None:
        return None
    text = analysis.document.text
    sentence = sentence_at(text, countdown.count.start)
    ago = _PAST_DAY.search(text, sentence.start, countdown.count.end)
    if ago is not None:
        return today + _AGO[ago.group()] * DAY, 0
    return today, 1


def _next(stamp: Stamp | None, day: datetime.date) -> datetime.date | None:
    """The day of a date on or after another, in its own year where that was written."""
    if stamp is None or stamp.month is None or stamp.day is None:
        return None
    for year in (day.year, day.year + 1):
        try:
            found = datetime.date(year, stamp.month, stamp.day)
        except ValueError:
            return None
        if found >= day:
            return found
    return None
