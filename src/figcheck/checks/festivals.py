"""Festivals beside a date, a lunar date or 今天 in, those that are on another day out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import DAY, alternatives, is_quoted, is_read, readings, stamp_of, word_days
from figcheck.checks.lunar import lunar_dates, lunar_of, lunar_text
from figcheck.data.calendar_words import (
    AFTER_NAMED_DAY,
    AROUND_NAMED_DAY,
    DAY_TAIL,
    FIXED_DAYS,
    IS_SAME_DAY,
    LUNAR_FESTIVALS,
    NEW_YEARS_EVES,
    NTH_WEEKDAYS,
    RELATIVE_DAYS,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.numerals import whole_number
from figcheck.values import replace

_NAMES = (*LUNAR_FESTIVALS, *FIXED_DAYS, *NTH_WEEKDAYS)
_FESTIVALS = alternatives(_NAMES)
_COUNT = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_SHIFTED = (
    rf"(?:节)?的?(?:(?P<way>前|后)的?(?P<count>{_COUNT})[天日]|(?P<count2>{_COUNT})天(?P<way2>前|后)|次日|翌日|第二天|隔天"
    rf"|后的?第(?P<count3>{_COUNT})天)"
)
_WHICH = (
    r"(?:今年的?|[12][0-9]{3}年的?|第[一二三四五六七八九十0-9]{1,4}个|我国的?|传统的?|中国传统的?|传统佳节|中国的?|国际性的?|一年一度的?|民间的?|藏族的?|公历|阳历"
    r"|农历[^，。（）]{2,7}[，,]?|星期.[，,]|周.[，,])*“?"
)
_FESTIVAL = re.compile(
    rf"{DAY_TAIL}[，,]?\s?(?:{IS_SAME_DAY}|[（(]|的)?(?:(?P<year>[12][0-9]{{3}})年的?)?{_WHICH}(?P<name>{_FESTIVALS})”?(?:佳节|节)?(?P<offset>{_SHIFTED})?(?:{AFTER_NAMED_DAY}|(?<=[天日])(?=[，。；）)]))"
)
_BEFORE_DATE = re.compile(
    rf"(?P<name>{_FESTIVALS})”?(?P<offset>{_SHIFTED})?(?:当天|这天|这一天|那天)?(?:[（(](?:即|公历|阳历)*|[，,]?(?:即|也就是|亦即)(?:公历)?"
    rf"|(?:就|便|正好|恰好|恰|则)?(?:是|为|落在|定在|定为|在|对应|恰逢)(?:今年的?|公历|阳历|(?P<year>[12][0-9]{{3}})年)*的?)$"
)
_AFTER_DATE = re.compile(r"(?=[，。；！？）)]|$|当[天日晚]|这[一]?天)")
_PASSING = re.compile(AROUND_NAMED_DAY)
_OFFSET = re.compile(_SHIFTED)


def festival_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """5月30日端午节当天, 重阳节（农历九月初八）, 教师节前一天，也就是9月8日: a festival that is on another day."""
    text = analysis.document.text
    yield from _festivals_on_lunar_days(analysis)
    for mention in analysis.mentions:
        if mention.quantity.kind != "date":
            continue
        match = _festival_beside(text, mention)
        if match is not None:
            place = Span(*match.span("name"))
            for hit in _judge_festival(analysis, mention, match["name"], _shifts(match["offset"]), match["year"]):
                said = SpanEvidence(place.start, place.end, text[place.start : place.end])
                yield replace(hit, evidence=(said, *hit.evidence))
    yield from _today_is(analysis)


def _festival_beside(text: str, mention: Mention) -> re.Match[str] | None:
    closed = text[mention.core_end : mention.core_end + 1] in ("）", ")")
    end = mention.core_end + closed
    match = None if closed and text[end : end + 1] in ("，", ",") else _FESTIVAL.match(text, end)
    if match is not None and (match["offset"] or not _is_passing(text, match.end())):
        return match
    if match is None and _AFTER_DATE.match(text, end):
        match = _BEFORE_DATE.search(text, max(0, mention.start - 24), mention.start)
        return match if match is None or match["offset"] or not _is_near(text, match.end("name")) else None
    return None


_NEAR = re.compile(r"”?(?:前夕|前后|临近|假期|小长假|黄金周)")


def _is_near(text: str, at: int) -> bool:
    return _NEAR.match(text, at) is not None


def _shifts(written: str | None) -> tuple[int, ...]:
    """Days from the festival: -1 for 前一天, 1 for 次日; 后第三天 counts the festival or not; 0 for none."""
    match = _OFFSET.fullmatch(written) if written else None
    if match is None:
        return (0,)
    count = match["count"] or match["count2"] or match["count3"]
    days = 1 if count is None else whole_number(count) or 0
    if match["count3"]:
        return days, days - 1
    return (-days,) if "前" in (match["way"], match["way2"]) else (days,)


def _is_passing(text: str, at: int) -> bool:
    """Whether the festival is only near: 中秋节前夕, 端午假期."""
    return _PASSING.match(text, at) is not None


def _judge_festival(
    analysis: Analysis, mention: Mention, name: str, shifts: tuple[int, ...], year: str | None
) -> Iterator[Hit]:
    days = _meant(analysis, mention, name)
    stamp = stamp_of(mention)
    if year is not None and not days and stamp is not None:
        found = Stamp(int(year), stamp.month, stamp.day).days() if stamp.day is not None else None
        days = found[:1] if found is not None else ()
    if not days or any(is_festival(name, day - shift * DAY) is not False for day in days for shift in shifts):
        return
    written = analysis.document.text[mention.core_start : mention.core_end]
    yield festival_hit(mention.core, written, name, days[0], shifts[0])


def _meant(analysis: Analysis, mention: Mention, name: str) -> tuple[datetime.date, ...]:
    days = readings(analysis, mention)
    stamp = mention.quantity.value
    if days or name not in FIXED_DAYS or mention.quantity.low is not None or stamp is None:
        return days
    month, day = getattr(stamp, "month", None), getattr(stamp, "day", None)
    try:
        return (datetime.date(2000, month, day),) if month and day else ()
    except ValueError:
        return ()


def is_festival(name: str, day: datetime.date) -> bool | None:
    """Whether a festival falls on a day; None where that can't be known."""
    if name in FIXED_DAYS:
        return (day.month, day.day) == FIXED_DAYS[name]
    if name in NTH_WEEKDAYS:
        return day == _nth_weekday(name, day.year)
    lunar = lunar_of(day)
    if lunar is None:
        return None
    if name in NEW_YEARS_EVES:
        after = lunar_of(day + DAY)
        return None if after is None else after[1:] == (1, 1)
    month, numbers = LUNAR_FESTIVALS[name]
    return lunar[1] == month and lunar[2] in numbers


def _nth_weekday(name: str, year: int) -> datetime.date:
    return nth_weekday(year, *NTH_WEEKDAYS[name])


def nth_weekday(year: int, month: int, weekday: int, which: int) -> datetime.date:
    """The `which`th such weekday (Monday is 0) of a month; the last for -1."""
    if which < 0:
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - DAY
        return last - (last.weekday() - weekday) % 7 * DAY
    first = datetime.date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (which - 1)) * DAY


def festival_hit(span: Span, written: str, name: str, near: datetime.date, shift: int = 0) -> Hit:
    """What is said of a festival on a wrong day; `shift`: the day that is meant is so many days after the festival."""
    right = festival_day(name, near)
    expected = _month_day(right + shift * DAY) if right else None
    detail = _lunar_rule(name)
    year = f"{near.year}：" if right and name not in FIXED_DAYS else ""
    working = f"{year}{name}{detail} = {_month_day(right) if right else '?'}"
    working += f"，{shift:+d}天 = {expected}" if shift else ""
    values = {
        "written": written,
        "name": name + _after(shift),
        "expected": (expected or "") + ("" if shift else detail),
    }
    return Hit(span, values, (Derivation(working),), expected)


def _month_day(day: datetime.date) -> str:
    return f"{day.month}月{day.day}日"


def _after(shift: int) -> str:
    return "" if not shift else f"{'后' if shift > 0 else '前'}{abs(shift)}天"


def _lunar_rule(name: str) -> str:
    if name in NEW_YEARS_EVES or name not in LUNAR_FESTIVALS:
        return ""
    month, numbers = LUNAR_FESTIVALS[name]
    return f"（农历{lunar_text((0, month, numbers[0]))}）"


def festival_day(name: str, near: datetime.date) -> datetime.date | None:
    """The festival's day in the year of `near`, the nearest to it."""
    if name in FIXED_DAYS:
        return datetime.date(near.year, *FIXED_DAYS[name])
    if name in NTH_WEEKDAYS:
        return _nth_weekday(name, near.year)
    for distance in range(200):
        for day in (near - distance * DAY, near + distance * DAY):
            if is_festival(name, day):
                return day
    return None


_LUNAR_FESTIVAL = alternatives(LUNAR_FESTIVALS)
_AFTER_LUNAR = re.compile(
    r"(?:[，,]?(?:是|为|正值|正是|恰逢|又称|[（(])?(?:我国|中国)?(?:民间|传统)?(?:的)?(?:佳节)?"
    r"|[，,][^，。；、]{0,4}(?:是|为|叫|称)[^，。；、]{0,14}的)"
    rf"“?(?P<name>{_LUNAR_FESTIVAL})”?{AFTER_NAMED_DAY}"
)
_BEFORE_LUNAR = re.compile(
    rf"(?P<name>{_LUNAR_FESTIVAL})”?(?:[（(]|[，,]?(?:即|也就是)|——|(?P<plain>[，,]))(?:今年|每年)?(?:的)?$"
)


def _festivals_on_lunar_days(analysis: Analysis) -> Iterator[Hit]:
    """重阳节（农历九月初八）, 农历八月十四是中秋节."""
    text = analysis.document.text
    for lunar in lunar_dates(analysis):
        match = _BEFORE_LUNAR.search(text, max(0, lunar.span.start - 12), lunar.span.start)
        if match is not None and match["plain"] and not _AFTER_DATE.match(text, lunar.span.end):
            match = None
        match = match or _AFTER_LUNAR.match(text, lunar.span.end)
        if match is None or _is_passing(text, match.end()):
            continue
        name = match["name"]
        month, days = LUNAR_FESTIVALS[name]
        if lunar.month != month or lunar.day not in days:
            expected = "农历" + lunar_text((0, month, days[0])) + ("或三十" if name in NEW_YEARS_EVES else "")
            values = {"written": lunar.written, "name": name, "expected": expected}
            yield Hit(lunar.span, values, (Derivation(f"{name} = {expected}"),), expected)


_TODAY_IS = re.compile(
    rf"(?P<word>{alternatives(RELATIVE_DAYS)})(?:{IS_SAME_DAY})?{_WHICH}(?P<name>{_FESTIVALS})”?{AFTER_NAMED_DAY}"
)


def _today_is(analysis: Analysis) -> Iterator[Hit]:
    """明天是世界读书日, against the article's date."""
    text, today = analysis.document.text, analysis.document.date
    for match in _TODAY_IS.finditer(text) if today else ():
        name = match["name"]
        if is_quoted(text, match.start()) or not is_read(analysis, match.start()):
            continue
        days = word_days(analysis, match["word"])
        if all(is_festival(name, day) is False for day in days):
            yield festival_hit(Span(*match.span()), match["word"], name, days[0])
