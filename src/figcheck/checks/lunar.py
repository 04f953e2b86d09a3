"""Lunar dates, festivals, solar terms and animal years in, those that the calendar gives to another day or to none out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from figcheck.checks.days import DAY, alternatives, article_days, day_of, is_quoted, number, readings, sentence_at, shown
from figcheck.data.calendar_words import (
    BRANCHES,
    FIXED_DAYS,
    LUNAR_FESTIVALS,
    NEW_YEARS_EVES,
    NTH_WEEKDAYS,
    RELATIVE_DAYS,
    SOLAR_TERMS,
    STEMS,
    UNSURE_LUNAR_YEARS,
    WEATHER_TERMS,
    ZODIAC,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span

LunarDay = tuple[int, int, int]
"""Lunar year, month (negative for a leap month), day."""

# --- the calendar ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def lunar_of(day: datetime.date) -> LunarDay | None:
    """The lunar date of a day; None outside 1901 to 2099 and in years for which calendars disagree."""
    if not 1901 <= day.year <= 2099:
        return None
    from lunar_python import Solar  # thirteen milliseconds, paid only where an article names lunar dates

    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    year = lunar.getYear()
    return None if year in UNSURE_LUNAR_YEARS else (year, lunar.getMonth(), lunar.getDay())


@lru_cache(maxsize=1024)
def days_in_lunar_month(year: int, month: int) -> int | None:
    """29 or 30; 0 for a leap month that the year lacks; None where calendars disagree or reach no further."""
    if not 1901 <= year <= 2098 or year in UNSURE_LUNAR_YEARS:
        return None
    from lunar_python import LunarMonth

    found = LunarMonth.fromYm(year, month)
    return 0 if found is None else int(found.getDayCount())


@lru_cache(maxsize=1024)
def term_days(name: str, year: int) -> tuple[datetime.date, ...]:
    """The day of a solar term; two days where it comes so near to midnight that calendars may differ."""
    if not 1901 <= year <= 2099:
        return ()
    from lunar_python import Solar

    month, first, last = SOLAR_TERMS[name]
    for number_of_day in range(first, last + 1):
        day = datetime.date(year, month, number_of_day)
        term = Solar.fromYmd(year, month, number_of_day).getLunar().getCurrentJieQi()
        if term is not None and term.getName() == name:
            solar = term.getSolar()
            minutes = solar.getHour() * 60 + solar.getMinute()
            near = [day - DAY] if minutes < 5 else [day + DAY] if minutes >= 1435 else []
            return (day, *near)
    return ()


# --- lunar dates as written -------------------------------------------------------------------------------------------

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR_MONTH = r"(?P<leap>闰)?(?P<month>正|冬|腊|十[一二]?|[一二三四五六七八九])月"
_DAY_WORDS = r"初[一二三四五六七八九十]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?"
_LUNAR_DAY = rf"(?P<day>{_DAY_WORDS})"
_CALLED = r"(?P<called>农历|阴历|夏历|旧历)"
_YEAR_NAME = rf"(?:[{STEMS}][{BRANCHES}]年?|[{ZODIAC}]年|{'[〇零一二三四五六七八九]{4}'}年|[（(][{STEMS}][{BRANCHES}][{ZODIAC}]?年?[）)])?"
_LUNAR = re.compile(
    rf"(?:(?P<when>今年|去年|明年)(?:的)?)?{_CALLED}(?:(?P<when2>今年|去年|明年)的?)?{_YEAR_NAME}[，,]?{_LUNAR_MONTH}{_LUNAR_DAY}(?!日?[至到—])"
    rf"|(?P<leap2>闰)?(?P<month2>正|冬|腊|闰(?:十[一二]?|[一二三四五六七八九]))月(?P<day2>{_DAY_WORDS})(?![至到—])"
    rf"|(?P<month3>十[一二]?|[二三四五六七八九])月(?P<day3>初[一二三四五六七八九十]|廿[一二三四五六七八九])(?![至到—])"
)


class Lunar:
    """A lunar date as written: where, which month and day, and what word says of its year."""

    __slots__ = ("day", "month", "span", "when", "written")

    def __init__(self, match: re.Match[str]) -> None:
        self.span = Span(*match.span())
        self.written = match.group()
        month = match["month"] or match["month2"] or match["month3"]
        leap = bool(match["leap"] or match["leap2"]) or month.startswith("闰")
        month = month.removeprefix("闰")
        self.month = (_MONTHS.get(month) or number(month) or 0) * (-1 if leap else 1)
        self.day = _lunar_day(match["day"] or match["day2"] or match["day3"])
        self.when = match["when"] or match["when2"]


def _lunar_day(written: str) -> int:
    if written == "廿":
        return 20
    return number(written.removeprefix("初")) or 0


def lunar_dates(analysis: Analysis) -> Iterator[Lunar]:
    """The lunar dates of title and body that name month and day."""
    text = analysis.document.text
    if "月" not in text:
        return
    for match in _LUNAR.finditer(text):
        if _is_body(analysis, match.start()):
            yield Lunar(match)


def _is_body(analysis: Analysis, at: int) -> bool:
    blocks = analysis.document.blocks
    return not blocks or any(b.span.start <= at < b.span.end for b in blocks if b.kind in ("title", "paragraph"))


_SAME_DAY = re.compile(
    r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|当天)?[，,]?\s?(?:[（(]|正值|正是|是|恰逢|适逢|正逢|时值|即|也就是|为|又是|对应)*(?:星期.|周.)?[，,、]?\s?"
)


def lunar_against_date(analysis: Analysis) -> Iterator[Hit]:
    """10月31日，农历九月三十: a lunar date beside a date of our calendar that falls on another."""
    for lunar in lunar_dates(analysis):
        mention = _date_beside(analysis, lunar.span)
        if mention is None:
            continue
        found = [lunar_of(day) for day in readings(analysis, mention)]
        known = [each for each in found if each is not None]
        if not known or len(known) < len(found) or any(each[1:] == (lunar.month, lunar.day) for each in known):
            continue
        expected = "农历" + lunar_text(known[0])
        day = readings(analysis, mention)[0]
        values = {"written": lunar.written, "date": shown(day), "expected": expected}
        yield Hit(lunar.span, values, (Derivation(f"{day.isoformat()} = {expected}"),), expected)


def _date_beside(analysis: Analysis, span: Span) -> Mention | None:
    """The date right before a place, or in brackets right behind it, that means the same day."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date" or day_of(mention) is None or mention.span.overlaps(span):
            continue
        if mention.core_end <= span.start <= mention.core_end + 12 and _SAME_DAY.fullmatch(text, mention.core_end, span.start):
            return mention
        if span.end < mention.start <= span.end + 3 and re.fullmatch(r"[（(](?:即|公历)?", text[span.end : mention.start]):
            return mention
    return None


_DIGITS = "〇一二三四五六七八九十"


def lunar_text(lunar: LunarDay) -> str:
    """`腊月二十九`, `闰六月初一`."""
    _, month, day = lunar
    name = {1: "正", 11: "冬", 12: "腊"}.get(abs(month)) or _chinese(abs(month))
    return f"{'闰' if month < 0 else ''}{name}月{'初' if day <= 10 else ''}{_chinese(day)}"


def _chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


_NO_SUCH = re.compile(
    r"(?:农历|阴历|夏历|旧历)(?:闰)?(?:十[一二]?|[正冬腊一二三四五六七八九])月(?:三十[一二三四五六七八九]|初十[一二三四五六七八九]|初二十)"
    r"|(?:[正腊冬]月)(?:三十[一二三四五六七八九]|初十[一二三四五六七八九](?![早大家起同行直样定切道时开])|初二十)"
    r"|(?:农历|阴历|夏历|旧历)(?:十[三四五六七八九]|二十)月(?=初|十|廿|二十|三十)"
)


def impossible_lunar_day(analysis: Analysis) -> Iterator[Hit]:
    """农历九月三十一; 今年农历九月三十 in a year whose ninth month has 29 days; 今年闰五月 in a year without one."""
    text = analysis.document.text
    for match in _NO_SUCH.finditer(text):
        yield Hit(Span(*match.span()), {"written": match.group(), "last": "30"}, (Derivation("29 ≤ 农历一月 ≤ 30日"),))
    for lunar in lunar_dates(analysis):
        year = _lunar_year(analysis, lunar)
        if year is None or _date_beside(analysis, lunar.span) is not None:
            continue
        longest = days_in_lunar_month(year, lunar.month)
        if longest is not None and lunar.day > longest:
            working = Derivation(f"{year}：{lunar_text((year, lunar.month, 1))[:-2]} = {longest}日")
            yield Hit(lunar.span, {"written": lunar.written, "last": str(longest)}, (working,))


def _lunar_year(analysis: Analysis, lunar: Lunar) -> int | None:
    """The lunar year that 今年农历 and the like say."""
    today = analysis.document.date
    shift = {"今年": 0, "去年": -1, "明年": 1}.get(lunar.when or "")
    return None if today is None or shift is None else today.year + shift


# --- festivals and solar terms -----------------------------------------------------------------------------------------

_FESTIVALS = alternatives([*LUNAR_FESTIVALS, *FIXED_DAYS, *NTH_WEEKDAYS])
_AFTER_NAME = (
    r"(?=当[天日晚夜]|这[天日]|这一[天日]|之[夜日]|夜[，。]|晚[，。上]|[，。；！？）)」”、]|$|到了|如期而至|清晨|早晨|上午|下午|傍晚|的(?:夜晚|晚上|早晨|清晨|这一天|当天))"
    r"(?!当[天日]?前|[，、]?(?:前夕|前一|将至|临近|即将))"
)
_IS = r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚)?[，,]?\s?(?:是|正是|恰是|正值|恰逢|适逢|正逢|迎来|将迎来|又是|为|就是|即|[（(])?"
_WHICH = r"(?:今年的?|第[一二三四五六七八九十0-9]{1,4}个|我国的?|传统的?|中国传统的?|传统佳节|中国的?|国际性的?|一年一度的?|农历[^，。（）]{2,7}[，,]?|星期.[，,]|周.[，,])*“?"
_FESTIVAL = re.compile(rf"{_IS}{_WHICH}(?P<name>{_FESTIVALS})”?(?:佳节|节)?{_AFTER_NAME}")
_IN_BRACKETS = re.compile(rf"(?P<name>{_FESTIVALS})[（(](?:即|公历)?$")
_TERM_NAMES = alternatives(set(SOLAR_TERMS) - WEATHER_TERMS)
_TERM = re.compile(
    rf"{_IS}(?:今年的?|二十四节气(?:之一|中)?的?|农历二十四节气中?的?|第[一二三四五六七八九十]{{1,3}}个节气的?)*“?"
    rf"(?:(?P<name>{_TERM_NAMES})”?(?:节气|节)?{_AFTER_NAME}|(?P<term>{alternatives(SOLAR_TERMS)})”?节气(?!前|后|将|即))"
)
_TERM_IN_BRACKETS = re.compile(rf"(?P<name>{alternatives(SOLAR_TERMS)})(?:节气|节)?[（(](?:即|公历)?$")
_CLOCK_BETWEEN = re.compile(r"[0-9]{1,2}(?:时|:)[0-9]{1,2}分?(?:[0-9]{1,2}秒)?[，,]?")


def festival_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """5月30日端午节当天, 重阳节（农历九月初八）, 明天（4月24日）是世界读书日: a festival that is on another day."""
    yield from _festivals_on_lunar_days(analysis)
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date":
            continue
        end = mention.core_end + (text[mention.core_end : mention.core_end + 1] in ("）", ")"))
        match = _FESTIVAL.match(text, end) or _IN_BRACKETS.search(text[: mention.start], max(0, mention.start - 16))
        if match is not None and not _is_passing(text, match.end()):
            yield from _judge_festival(analysis, mention, match["name"])
    yield from _today_is(analysis)


def _is_passing(text: str, at: int) -> bool:
    """Whether the festival is only near: 中秋节前夕, 端午假期."""
    return re.match(r"(?:前|假|小长|期间|黄金周|临近|将至|档|月饼|晚会|后)", text[at : at + 4]) is not None


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


_LUNAR_FESTIVAL = alternatives([name for name in LUNAR_FESTIVALS if name not in NEW_YEARS_EVES])
_AFTER_LUNAR = re.compile(
    rf"[，,]?(?:是|为|正值|正是|恰逢|又称|[（(])?(?:我国|中国)?(?:民间|传统)?(?:的)?(?:佳节)?“?(?P<name>{_LUNAR_FESTIVAL})”?{_AFTER_NAME}"
)
_BEFORE_LUNAR = re.compile(rf"(?P<name>{_LUNAR_FESTIVAL})[（(](?:今年|每年)?(?:的)?$")
_TWO_DAYS = frozenset(("小年",))


def _festivals_on_lunar_days(analysis: Analysis) -> Iterator[Hit]:
    """重阳节（农历九月初八）, 农历八月十四是中秋节."""
    text = analysis.document.text
    for lunar in lunar_dates(analysis):
        match = _BEFORE_LUNAR.search(text[: lunar.span.start], max(0, lunar.span.start - 12))
        match = match or _AFTER_LUNAR.match(text, lunar.span.end)
        if match is None or _is_passing(text, match.end()):
            continue
        name = match["name"]
        month, days = LUNAR_FESTIVALS[name]
        if lunar.month != month or lunar.day not in days:
            expected = "农历" + lunar_text((0, month, days[0]))
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
        if name is None or is_quoted(text, match.start()) or not _is_body(analysis, match.start()):
            continue
        days = said_days(analysis, match["word"])
        if all(_is_festival(name, day) is False for day in days):
            yield _festival_hit(Span(*match.span()), match["word"], name, max(days))


def said_days(analysis: Analysis, word: str) -> list[datetime.date]:
    """The days that 今天 and the like may mean, the day before the article's date included, when it may have been written."""
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
        if name is None or is_quoted(text, match.start()) or not _is_body(analysis, match.start()):
            continue
        days = said_days(analysis, match["word"])
        if not any(day in term_days(name, day.year) for day in days):
            yield _term_hit(Span(*match.span()), match["word"], name, days[-1])


def _term_beside(text: str, mention: Mention) -> re.Match[str] | None:
    end = mention.core_end + (text[mention.core_end : mention.core_end + 1] in ("）", ")"))
    clock = _CLOCK_BETWEEN.match(text, end)
    end = clock.end() if clock else end
    match = _TERM.match(text, end) or _TERM_IN_BRACKETS.search(text[: mention.start], max(0, mention.start - 8))
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


# --- years ---------------------------------------------------------------------------------------------------------------

_ANIMAL_YEAR = re.compile(
    rf"(?P<year>[12]\d{{3}})年?[，,]?\s?(?:是|为|即|[（(])?(?:我国|中国|传统)?(?:的)?农?历?(?P<pair>[{STEMS}][{BRANCHES}])?年?[（(]?(?P<animal>[{ZODIAC}])年(?![级纪龄代前后来])"
)
_NAMED_YEAR = re.compile(rf"(?<![{STEMS}{BRANCHES}])(?P<stem>[{STEMS}])(?P<branch>[{BRANCHES}])(?:年[（(])?(?P<animal>[{ZODIAC}])年")


def wrong_animal_year(analysis: Analysis) -> Iterator[Hit]:
    """2024年是农历兔年, 乙巳龙年: a year and its animal, or its stem and branch, that do not belong together."""
    text = analysis.document.text
    if "年" not in text or not any(f"{animal}年" in text for animal in ZODIAC):
        return
    taken: list[Span] = []
    for match in _ANIMAL_YEAR.finditer(text):
        year = int(match["year"])
        right = f"{STEMS[(year - 4) % 10]}{BRANCHES[(year - 4) % 12]}{ZODIAC[(year - 4) % 12]}年"
        pair_fits = match["pair"] is None or right.startswith(match["pair"])
        if (match["animal"] == right[2] and pair_fits) or _starts_late(text, match):
            continue
        span = Span(match.start("pair") if match["pair"] else match.start("animal"), match.end())
        taken.append(span)
        yield _animal_hit(text, span, right, f"{year} = {right}")
    for match in _NAMED_YEAR.finditer(text):
        span = Span(*match.span())
        right = ZODIAC[BRANCHES.index(match["branch"])]
        if match["animal"] != right and not any(span.overlaps(other) for other in taken):
            yield _animal_hit(text, span, f"{match['stem']}{match['branch']}{right}年", f"{match['branch']} = {right}")


def _starts_late(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence speaks of the turn of the lunar year, when January still has the old animal."""
    sentence = sentence_at(text, match.start())
    return re.search(r"1月|一月|腊月|除夕|岁末|年初", text[sentence.start : sentence.end]) is not None


def _animal_hit(text: str, span: Span, expected: str, working: str) -> Hit:
    values = {"written": text[span.start : span.end], "expected": expected}
    return Hit(span, values, (Derivation(working),), expected)
