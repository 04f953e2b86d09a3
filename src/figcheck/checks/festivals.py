"""Festivals and solar terms beside a date, a lunar date or 今天 in, those that are on another day out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import DAY, alternatives, article_days, is_quoted, is_read, readings
from figcheck.checks.lunar import lunar_dates, lunar_of, lunar_text, term_days
from figcheck.data.calendar_words import (
    FIXED_DAYS,
    LUNAR_FESTIVALS,
    NEW_YEARS_EVES,
    NTH_WEEKDAYS,
    RELATIVE_DAYS,
    SOLAR_TERMS,
    WEATHER_TERMS,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span

_NAMES = (*LUNAR_FESTIVALS, *FIXED_DAYS, *NTH_WEEKDAYS)
_FESTIVALS = alternatives(_NAMES)
_AFTER_NAME = (
    r"(?=当[天日晚夜]|这[天日]|这一[天日]|之[夜日]|夜[，。]|晚[，。上]|[，。；！？）)」”、]|$|到了|如期而至|清晨|早晨|上午|下午|傍晚|的(?:夜晚|晚上|早晨|清晨|这一天|当天))"
    r"(?!当[天日]?前|[，、]?(?:前夕|前一|将至|临近|即将))"
)
_IS = (
    r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚)?[，,]?\s?"
    r"(?:是|正是|恰是|正值|恰逢|适逢|正逢|迎来|将迎来|又是|为|就是|即|[（(])?"
)
_WHICH = (
    r"(?:今年的?|第[一二三四五六七八九十0-9]{1,4}个|我国的?|传统的?|中国传统的?|传统佳节|中国的?|国际性的?|一年一度的?"
    r"|农历[^，。（）]{2,7}[，,]?|星期.[，,]|周.[，,])*“?"
)
_FESTIVAL = re.compile(rf"{_IS}{_WHICH}(?P<name>{_FESTIVALS})”?(?:佳节|节)?{_AFTER_NAME}")
_IN_BRACKETS = re.compile(
    rf"(?P<name>{_FESTIVALS})”?(?:当天|这天|这一天)?(?:[（(](?:即|公历)?|(?:就|便)?(?:是|为|落在|在)(?:今年的?|公历|(?P<year>[12]\d{{3}})年)?)$"
)
_AFTER_DATE = re.compile(r"(?=[，。；！？）)]|$)")
_TERM_NAMES = alternatives(set(SOLAR_TERMS) - WEATHER_TERMS)
_TERM = re.compile(
    rf"{_IS}(?:今年的?|二十四节气(?:之一|中)?的?|农历二十四节气中?的?|第[一二三四五六七八九十]{{1,3}}个节气的?)*“?"
    rf"(?:(?P<name>{_TERM_NAMES})”?(?:节气|节)?{_AFTER_NAME}|(?P<term>{alternatives(SOLAR_TERMS)})”?节气(?!前|后|将|即))"
)
_TERM_IN_BRACKETS = re.compile(
    rf"(?P<name>{alternatives(SOLAR_TERMS)})(?:节气|节)?(?:[（(](?:即|公历)?|(?:就|便)?(?:是|为|落在|在)(?:今年的?|公历)?)$"
)
_CLOCK_BETWEEN = re.compile(r"[0-9]{1,2}(?:时|:)[0-9]{1,2}分?(?:[0-9]{1,2}秒)?[，,]?")


def festival_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """5月30日端午节当天, 重阳节（农历九月初八）, 明天（4月24日）是世界读书日: a festival that is on another day."""
    text = analysis.document.text
    yield from _festivals_on_lunar_days(analysis)
    for mention in analysis.mentions:
        if mention.quantity.kind != "date":
            continue
        end = mention.core_end + (text[mention.core_end : mention.core_end + 1] in ("）", ")"))
        match = _FESTIVAL.match(text, end)
        if match is not None and _is_passing(text, match.end()):
            continue
        if match is None and _AFTER_DATE.match(text, end):
            match = _IN_BRACKETS.search(text, max(0, mention.start - 16), mention.start)
        if match is not None:
            yield from _judge_festival(analysis, mention, match["name"])
    yield from _today_is(analysis)


_PASSING = re.compile(r"前|假|小长|期间|黄金周|临近|将至|档|月饼|晚会|后")


def _is_passing(text: str, at: int) -> bool:
    """Whether the festival is only near: 中秋节前夕, 端午假期."""
    return _PASSING.match(text, at) is not None


def _judge_festival(analysis: Analysis, mention: Mention, name: str) -> Iterator[Hit]:
    days = _meant(analysis, mention, name)
    if not days or any(_is_festival(name, day) is not False for day in days):
        return
    yield _festival_hit(mention.core, analysis.document.text[mention.core_start : mention.core_end], name, days[0])


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


def _is_festival(name: str, day: datetime.date) -> bool | None:
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
    month, weekday, which = NTH_WEEKDAYS[name]
    first = datetime.date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (which - 1)) * DAY


def _festival_hit(span: Span, written: str, name: str, near: datetime.date) -> Hit:
    right = _festival_day(name, near)
    expected = f"{right.month}月{right.day}日" if right else None
    detail = _lunar_rule(name)
    year = f"{near.year}：" if right and name not in FIXED_DAYS else ""
    working = f"{year}{name}{detail} = {expected or '?'}"
    values = {"written": written, "name": name, "expected": (expected or "") + detail}
    return Hit(span, values, (Derivation(working),), expected)


def _lunar_rule(name: str) -> str:
    if name in NEW_YEARS_EVES or name not in LUNAR_FESTIVALS:
        return ""
    month, numbers = LUNAR_FESTIVALS[name]
    return f"（农历{lunar_text((0, month, numbers[0]))}）"


def _festival_day(name: str, near: datetime.date) -> datetime.date | None:
    """The festival's day in the year of `near`, the nearest to it."""
    if name in FIXED_DAYS:
        return datetime.date(near.year, *FIXED_DAYS[name])
    if name in NTH_WEEKDAYS:
        return _nth_weekday(name, near.year)
    for distance in range(1, 200):
        for day in (near - distance * DAY, near + distance * DAY):
            if _is_festival(name, day):
                return day
    return None


_LUNAR_FESTIVAL = alternatives(LUNAR_FESTIVALS)
_AFTER_LUNAR = re.compile(
    r"(?:[，,]?(?:是|为|正值|正是|恰逢|又称|[（(])?(?:我国|中国)?(?:民间|传统)?(?:的)?(?:佳节)?"
    r"|[，,][^，。；、]{0,4}(?:是|为|叫|称)[^，。；、]{0,14}的)"
    rf"“?(?P<name>{_LUNAR_FESTIVAL})”?{_AFTER_NAME}"
)
_BEFORE_LUNAR = re.compile(rf"(?P<name>{_LUNAR_FESTIVAL})[（(](?:今年|每年)?(?:的)?$")


def _festivals_on_lunar_days(analysis: Analysis) -> Iterator[Hit]:
    """重阳节（农历九月初八）, 农历八月十四是中秋节."""
    text = analysis.document.text
    for lunar in lunar_dates(analysis):
        match = _BEFORE_LUNAR.search(text, max(0, lunar.span.start - 12), lunar.span.start)
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
    rf"(?P<word>昨天|昨日|今天|今日|明天|明日|后天)(?:就|便|正|恰)?(?:是|迎来){_WHICH}(?:(?P<name>{_FESTIVALS})”?{_AFTER_NAME}"
    rf"|(?:二十四节气(?:之一|中)?的?)?“?(?:(?P<term>{_TERM_NAMES})”?(?:节气|节)?{_AFTER_NAME}|(?P<term2>{alternatives(SOLAR_TERMS)})”?节气))"
)


def _today_is(analysis: Analysis) -> Iterator[Hit]:
    """明天是世界读书日, against the article's date."""
    text, today = analysis.document.text, analysis.document.date
    for match in _TODAY_IS.finditer(text) if today else ():
        name = match["name"]
        if name is None or is_quoted(text, match.start()) or not is_read(analysis, match.start()):
            continue
        days = said_days(analysis, match["word"])
        if all(_is_festival(name, day) is False for day in days):
            yield _festival_hit(Span(*match.span()), match["word"], name, max(days))


def said_days(analysis: Analysis, word: str) -> list[datetime.date]:
    """The days that 今天 and the like may mean; the article may have been written the day before its date."""
    days = article_days(analysis.document)
    shift = RELATIVE_DAYS[word] * DAY
    return sorted({day + shift for day in days} | {day - DAY + shift for day in days})


def term_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """4月14日是清明节, 5月20日立夏: a solar term on a day that is not its own."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date":
            continue
        match = _term_beside(text, mention)
        if match is not None:
            name = match["name"] or match["term"] if "term" in match.re.groupindex else match["name"]
            yield from _judge_term(analysis, mention, name)
    for match in _TODAY_IS.finditer(text) if analysis.document.date else ():
        name = match["term"] or match["term2"]
        if name is None or is_quoted(text, match.start()) or not is_read(analysis, match.start()):
            continue
        days = said_days(analysis, match["word"])
        if not any(day in term_days(name, day.year) for day in days):
            yield _term_hit(Span(*match.span()), match["word"], name, days[-1])


def _term_beside(text: str, mention: Mention) -> re.Match[str] | None:
    end = mention.core_end + (text[mention.core_end : mention.core_end + 1] in ("）", ")"))
    clock = _CLOCK_BETWEEN.match(text, end)
    end = clock.end() if clock else end
    match = _TERM.match(text, end) or _TERM_IN_BRACKETS.search(text, max(0, mention.start - 8), mention.start)
    return None if match is None or _is_passing(text, match.end()) else match


def _judge_term(analysis: Analysis, mention: Mention, name: str) -> Iterator[Hit]:
    month, first, last = SOLAR_TERMS[name]
    days = readings(analysis, mention)
    written = analysis.document.text[mention.core_start : mention.core_end]
    if days:
        if any(not term_days(name, day.year) or day in term_days(name, day.year) for day in days):
            return
        yield _term_hit(mention.core, written, name, days[0])
        return
    stamp = mention.quantity.value
    said, day = getattr(stamp, "month", None), getattr(stamp, "day", None)
    if said and day and (said != month or not first - 1 <= day <= last + 1):
        yield _hit_of_term(mention.core, written, name, f"{month}月{first}—{last}日")


def _term_hit(span: Span, written: str, name: str, near: datetime.date) -> Hit:
    right = term_days(name, near.year)
    month, first, last = SOLAR_TERMS[name]
    expected = f"{right[0].month}月{right[0].day}日" if right else f"{month}月{first}—{last}日"
    return _hit_of_term(span, written, name, expected, f"{near.year}：" if right else "")


def _hit_of_term(span: Span, written: str, name: str, expected: str, year: str = "") -> Hit:
    values = {"written": written, "name": name, "expected": expected}
    return Hit(span, values, (Derivation(f"{year}{name} = {expected}"),), expected)
