"""A paragraph's dates and words for times in, the stretches of the calendar for which its figures hold out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from figcheck import expressions as re
from figcheck.data.claim_words import BEGINNINGS, NOW_WORDS
from figcheck.model import Document, Mention, Period, Span, Stamp
from figcheck.values import Frozen

_TIME_WORD = re.compile(
    r"(?=[今本年去上前明后当同下第一二三四1-4现目如而眼])(?:(?:(?P<year>今年|本年度?|去年|上年|前年|明年|后年|当年|同年)(?P<end>末|底|年末)?(?P<rest>以来|初)?"
    r"(?:的?(?P<part>上半年|下半年|前[二三两]季度|第?[一二三四1-4]季度|全年|同[期月季]|前(?:[0-9]{1,2}|[一二三四五六七八九十]+)个?月))?"
    r"|(?P<bare>上半年|下半年|前[二三两]季度|第?[一二三四1-4]季度|前(?:[0-9]{1,2}|[一二三四五六七八九十]+)个?月)"
    r"|(?P<month>本月|当月|上个?月))"
    r"|(?P<turn>年初)(?![七八九十一二三四五六])"
    r"|(?P<season>(?P<opens>[12][0-9]{3})(?:[-—–/／](?P<ends>(?:[12][0-9])?[0-9]{2}))?(?:赛季|雪季|榨季|财年|学年))(?!度)"
    rf"|(?P<now>{'|'.join(NOW_WORDS)})|(?P<before>上一?届|上个?赛季))"
)
_AFTER_YEAR_PART = re.compile(
    r"(?:的|全年)?(?P<part>上半年|下半年|前[二三两]季度|第?[一二三四1-4]季度|前[0-9]{1,2}个?月)"
)
_COMPARED = re.compile(r"(?:比|较|同|超过|高于|低于|由|从|相当于|好于)$")
_BESIDE = re.compile("(?:与|和|跟|同)$")
_MATCHED = re.compile("(?:同期|同月)?(?:的?[^，。；、]{0,14})?(?:相比|比较|相较)")
_SINCE = re.compile("(?:自|从|打)$")
_EVER_SINCE = re.compile("[^，。；：]{0,30}?(?:以来|至今|起)")
_UP_TO = re.compile("截[至止]到?(?:今年|目前)?$")
_SHORT = 6
"""Characters before a date in which stands what began then: 始建于."""
_ONCE_BEHIND = re.compile(
    rf"[^，。；：、0-9]{{0,12}}?(?:{re.alternatives(BEGINNINGS)}|登陆[\u4e00-\u9fff]{{1,4}}[板所场]|上市)+"
    r"(?=[，。；、（(]|的|以来|至今|后[，,])"
)
_ONCE_BEFORE = re.compile(rf"(?:始?建|生|{re.alternatives(BEGINNINGS)})于$")
_IS_NOW = re.compile(rf"现(?:有|设|辖|为|共|已)|{re.alternatives(NOW_WORDS)}|至今")
_BEHIND_ONCE = re.compile("[，。；的]")
_BINDS_ONE = re.compile(r"(?:的|为|是|仅为|只有|仅|则为|有)?(?:约|近|超)?")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_CHINESE = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}


class Time(Frozen):
    """A time expression."""

    start: int
    end: int
    period: Period
    compared: bool = False
    """Whether it names the other side of a comparison, so that it holds for one figure only: 比上年."""
    local: bool = False
    """Whether it holds for its sentence only: 去年同期, 而2023年."""
    now: bool = False
    """Whether it says no more than that the figure is as new as the article: 目前."""
    since: bool = False
    """Whether it is but the beginning of a time that lasts: 自2017年改革以来."""
    once: bool = False
    """Whether it says when something began, so that what stands behind it may be of today: 1952年建校，占地3100亩."""


Origin = Literal["stated", "carried", "article", "none"]


class When(Frozen):
    """For what time a figure holds."""

    period: Period | None
    origin: Origin
    others: tuple[Period, ...] = ()
    """What else may be meant where the period is carried on from another sentence, likeliest first."""


def find_times(document: Document, paragraph: Span, mentions: Sequence[Mention]) -> list[Time]:
    """The periods that a paragraph names, in order: its dates and words such as 今年前三季度.

    Words that name the other side of a comparison (比上年, 由上年的498.8公斤) are marked: they hold for one figure.
    """
    text = document.text
    dates = [time for mention in mentions for time in (*_of_date(text, mention), *_of_ago(document, mention))]
    times: list[Time] = []
    at = 0
    for match in _TIME_WORD.finditer(text, paragraph.start, paragraph.end):
        while at < len(dates) and dates[at].start < match.end():
            if dates[at].start <= match.start() or dates[at].end > match.end():
                times.append(dates[at])  # else part of the word: 前10月
            at += 1
        if times and match.start() < times[-1].end:
            continue  # part of a date: 2023年上半年
        period = _of_word(match, document.date, times) or None
        if period is not None and match["year"] == "今年" and not match["part"] and not match["end"]:
            period = _so_far(text, match.start(), times) or period
        if period is not None:
            times.append(_time(text, match.start(), match.end(), period, now=match["now"] is not None))
    return [*times, *dates[at:]]


def times_in(document: Document, span: Span, mentions: Sequence[Mention]) -> list[Time]:
    """The times that are named in a stretch of text."""
    inside = [mention for mention in mentions if span.holds(mention.span)]
    return find_times(document, span, inside)


def _time(text: str, start: int, end: int, period: Period, *, now: bool = False) -> Time:
    head = text[max(0, start - 3) : start]
    since = _SINCE.search(head) is not None and _EVER_SINCE.match(text, end) is not None
    beside = _BESIDE.search(head) is not None and _MATCHED.match(text, end) is not None
    compared = beside or (not since and _COMPARED.search(head) is not None)
    once = _ONCE_BEHIND.match(text, end) is not None or (
        _ONCE_BEFORE.search(text, max(0, start - _SHORT), start) is not None and text[end : end + 1] in "，。；、的（("
    )
    local = text[end - 2 : end] in ("同期", "同月", "同季") or text[start - 1 : start] == "而"
    return Time(start, end, period, compared, local, now, since, once)


def _of_ago(document: Document, mention: Mention) -> Iterator[Time]:
    """三年前: the year so many before the article's."""
    quantity, text = mention.quantity, document.text
    if quantity.kind != "duration" or quantity.unit is None or quantity.unit.symbol != "年" or document.date is None:
        return
    number = quantity.number
    if number is None or number.denominator != 1 or not text.startswith(("前", "之前", "以前"), mention.end):
        return
    year = document.date.year - number.numerator
    period = _between(Stamp(year), Stamp(year)) if year > 0 else None
    if period is not None:
        yield _time(text, mention.start, text.index("前", mention.end) + 1, period)


def _of_date(text: str, mention: Mention) -> Iterator[Time]:
    quantity = mention.quantity
    if quantity.kind != "date" or not quantity.resolved:
        return
    low, high = quantity.low or quantity.value, quantity.high or quantity.value
    if not isinstance(low, Stamp) or not isinstance(high, Stamp):
        return
    part = _AFTER_YEAR_PART.match(text, mention.core_end) if low == high and low.month is None else None
    period = _part_of(low.year, part["part"]) if part and low.year else _between(low, high)
    if period is not None:
        yield _time(text, mention.start, part.end() if part else mention.end, period)


@lru_cache(maxsize=2048)
def _between(low: Stamp, high: Stamp) -> Period | None:
    first, last = low.days(), high.days()
    if first is None or last is None or first[0] > last[1]:
        return None
    return Period(first[0], last[1], low.iso() if low == high else f"{low.iso()}/{high.iso()}")


def _of_word(match: re.Match[str], today: datetime.date | None, times: Sequence[Time]) -> Period | None:
    said = match["year"]
    if match["season"]:
        return _season(int(match["opens"]), match["ends"])
    if match["now"]:
        return None if today is None else _day(today)
    if match["before"]:
        return None if today is None else _before(match["before"], today.year)
    if match["turn"]:
        return None if today is None else _turn_of(today.year)
    if match["month"]:
        named = times[-1] if times and match["month"] == "当月" else None
        if named is not None and (named.period.end - named.period.start).days <= _MONTH:
            return named.period  # 7月当月
        return _month_of(match["month"], today)
    if (match["part"] or "").startswith("同") and times:
        return _year_before(next((time for time in reversed(times) if not time.local), times[-1]).period)
    year = None
    if said and said[0] in "当同":
        year = times[-1].period.start.year if times else None
    elif today is not None:
        shift = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}[said[0]] if said else 0
        told = _year_told(match, times) if said == "上年" else None
        year = (today.year if told is None else told) + shift
    if year is None:
        return None
    if match["end"]:
        return _between(Stamp(year, 12), Stamp(year, 12))
    return _part_of(year, match["part"] or match["bare"])


def _season(year: int, ends: str | None) -> Period | None:
    """2026赛季: the year; 2024/25赛季: from the first year to the second."""
    last = year if ends is None else int(ends if len(ends) > 2 else f"{year // 100}{ends}")
    return _between(Stamp(year), Stamp(last)) if 0 <= last - year <= 1 else None


def _year_told(match: re.Match[str], times: Sequence[Time]) -> int | None:
    """2024年……（上年为2038亿元）: the year that 上年 is the one before of, named just before."""
    last = next((time for time in reversed(times) if not time.compared and not time.now), None)
    if last is None or match.start() - last.end > _NEAR or last.period.start.year != last.period.end.year:
        return None
    return last.period.start.year


def _so_far(text: str, at: int, times: Sequence[Time]) -> Period | None:
    """截至8月31日，今年: from New Year's Day to then."""
    last = times[-1] if times else None
    if last is None or not _UP_TO.search(text[max(0, last.start - 5) : last.start]) or "。" in text[last.end : at]:
        return None
    start = datetime.date(last.period.end.year, 1, 1)
    return Period(start, last.period.end, f"{start.isoformat()}/{last.period.end.isoformat()}")


def _day(today: datetime.date) -> Period:
    return Period(today, today, today.isoformat())


def _turn_of(year: int) -> Period:
    """年初: the last month of the year before and the first of this one."""
    start, end = datetime.date(year - 1, 12, 1), datetime.date(year, 1, 31)
    return Period(start, end, f"{start.isoformat()}/{end.isoformat()}")


_MONTH = 31
_NEAR = 60
"""Characters behind a year within which 上年 is the one before it."""
_EDITIONS = 8
"""Years in which the edition or season before is sought."""


def _before(word: str, year: int) -> Period | None:
    return _between(Stamp(year - (1 if word.endswith("赛季") else _EDITIONS)), Stamp(year - 1))


def _year_before(period: Period) -> Period:
    """去年同期: the same stretch a year earlier."""

    def shifted(day: datetime.date) -> datetime.date:
        return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)

    start, end = shifted(period.start), shifted(period.end)
    return Period(start, end, f"{start.isoformat()}/{end.isoformat()}")


def _month_of(word: str, today: datetime.date | None) -> Period | None:
    if today is None:
        return None
    months = today.year * 12 + today.month - 1 - (1 if word.startswith("上") else 0)
    stamp = Stamp(months // 12, months % 12 + 1)
    return _between(stamp, stamp)


def _part_of(year: int, part: str | None) -> Period | None:
    if part is None or part == "全年" or part[0] == "同":
        return _between(Stamp(year), Stamp(year))
    if part in ("上半年", "下半年"):
        stamp = Stamp(year, part="H1" if part[0] == "上" else "H2")
        return _between(stamp, stamp)
    if "季度" in part:
        quarter = _QUARTERS.get(part[-3], 2)
        last = Stamp(year, part=f"Q{quarter}")
        return _between(Stamp(year, part="Q1") if part[0] == "前" else last, last)
    months = part.strip("前个月")
    number = int(months) if months.isdigit() else _CHINESE.get(months, 0)
    return _between(Stamp(year, 1), Stamp(year, number)) if 1 <= number <= 12 else None


_TIMES = 12
"""Time expressions before a figure that are looked through for the one that holds."""
_OTHERS = 3
"""Other periods of the paragraph that a figure may be meant for."""


def period_of(
    document: Document, times: Sequence[Time], sentence: Span, mention: Mention, about: Period | None = None
) -> When:
    """The nearest period before the figure: in its sentence, else in the paragraph, else the article's date.

    `times` are the expressions that begin before the figure; `about` is what the title says that the article is about.
    """
    today = None if document.date is None else _day(document.date)
    found = (time for time in times[: -_TIMES - 1 : -1] if _holds(document.text, time, sentence, mention))
    first = next(found, None)
    if first is None:
        return When(None, "none") if today is None else When(today, "article", () if about is None else (about,))
    past = today is None or first.period.end <= today.end
    if past and _is_behind(document.text, first, sentence, mention):
        return _after_once(document.text, first, list(found), sentence, mention, today, about)
    if (first.now or first.since) and today is not None:
        return When(today, "article")
    if first.start >= sentence.start:
        return When(first.period, "stated")
    others = dict.fromkeys(time.period for time in found)
    last = [period for period in (today, about) if period is not None]
    return When(first.period, "carried", (*tuple(others)[:_OTHERS], *last))


def _is_behind(text: str, time: Time, sentence: Span, mention: Mention) -> bool:
    """Whether a figure stands behind what happened but once, or behind what comes back to today from that: 2010年登陆
    主板，现有员工1.2万人."""
    if time.once:
        return _BEHIND_ONCE.search(text, time.end, mention.start) is not None
    if time.start < sentence.start or text[time.end : time.end + 1] in "，," or time.period.iso[4:]:
        return False
    return not _UP_TO.search(text[max(0, time.start - 5) : time.start]) and bool(
        _COMES_BACK.search(text, time.end, mention.start)
    )


_COMES_BACK = re.compile(rf"[，。；、](?:[^，。；、]{{0,8}})?(?:现(?:有|设|辖|为|共|已)|{re.alternatives(NOW_WORDS)})")


def _after_once(
    text: str,
    once: Time,
    earlier: Sequence[Time],
    sentence: Span,
    mention: Mention,
    today: Period | None,
    about: Period | None,
) -> When:
    """1952年建校，占地3100亩: what the sentence said before, or today; perhaps, without 现有, as it was then."""
    stated = next((time for time in earlier if not time.once and not time.now and time.start >= sentence.start), None)
    if stated is not None:
        return When(stated.period, "stated", (once.period,))
    last = [period for period in (today, about) if period is not None]
    if today is not None and _IS_NOW.search(text, once.end, mention.start):
        return When(today, "article", tuple(last[1:]))
    others = dict.fromkeys(time.period for time in earlier if not time.once)
    return When(once.period, "carried", (*tuple(others)[:_OTHERS], *last))


def period_about(document: Document, mentions: Sequence[Mention]) -> Period | None:
    """The one period that the title names, if it is over by the article's date: 2024年教育事业统计公报."""
    title, today = document.masthead.title, document.date
    if title is None or today is None:
        return None
    times = times_in(document, title.span, mentions)
    periods = {time.period for time in times if not time.now and not time.compared}
    only = periods.pop() if len(periods) == 1 else None
    return only if only is not None and only.end < today else None


def _holds(text: str, time: Time, sentence: Span, mention: Mention) -> bool:
    """Whether a time named before a figure may be the figure's own."""
    if time.end > mention.start or (time.local and time.start < sentence.start):
        return False
    if time.compared and not _binds(text, time, mention):
        return False
    return not _closed_off(text, time, mention)


def _closed_off(text: str, time: Time, mention: Mention) -> bool:
    """Whether a time stands in brackets that are closed before the figure: （去年同期为972.5吨），发放1093.2吨.

    Where nothing else stands in them they say when what is before them was: 暑期档（6月1日至8月31日）总票房.
    """
    depth = 0
    for mark in _BRACKET.finditer(text, time.end, mention.start):
        depth += 1 if mark.group() in "（(" else -1
        if depth < 0:
            return not (text[time.start - 1 : time.start] in ("（", "(") and mark.start() == time.end)
    return False


_BRACKET = re.compile("[（()）]")


def _binds(text: str, time: Time, mention: Mention) -> bool:
    return _BINDS_ONE.fullmatch(text, time.end, mention.start) is not None
