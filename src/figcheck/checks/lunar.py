"""Lunar dates and animal years in, those that the calendar gives to another day, another year or to none out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.days import (
    DAY,
    alternatives,
    day_of,
    is_quoted,
    is_read,
    pair_of,
    readings,
    sentence_at,
    word_days,
)
from figcheck.data.calendar_words import (
    BRANCHES,
    DAY_TAIL,
    IS_SAME_DAY,
    RELATIVE_DAYS,
    SOLAR_TERMS,
    STEMS,
    UNSURE_LUNAR_YEARS,
    ZODIAC,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import whole_number

LunarDay = tuple[int, int, int]
"""Lunar year, month (negative for a leap month), day."""

# --- the calendar --------------------------------------------------------------------------------------------


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
    for term in Solar.fromYmd(year, month, last).getLunar().getJieQiTable().values():
        if (term.getYear(), term.getMonth()) == (year, month) and first <= term.getDay() <= last:
            day = datetime.date(year, month, term.getDay())
            minute = term.getHour() * 60 + term.getMinute()
            return (day, day - DAY) if minute < 5 else (day, day + DAY) if minute >= 1435 else (day,)
    return ()


# --- lunar dates as written ----------------------------------------------------------------------------------

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR_MONTH = r"(?P<leap>闰)?(?P<month>正|冬|腊|十[一二]?|[一二三四五六七八九])月"
_DAY_WORDS = (
    r"初[一二三四五六七八九十]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?"
)
_LUNAR_DAY = rf"(?P<day>{_DAY_WORDS})"
_CALLED = r"(?P<called>农历|阴历|夏历|旧历)"
_PAIR = f"[{STEMS}][{BRANCHES}]"
_YEAR_NAME = (
    rf"(?:(?P<pair>{_PAIR})[{ZODIAC}]?年?|[{ZODIAC}]年"
    rf"|[〇零一二三四五六七八九]{{4}}年|[（(]{_PAIR}[{ZODIAC}]?年?[）)])?"
)
_WHEN = r"(?:(?P<when>今年|去年|明年|20[0-9]{2}年)的?)?"
_LUNAR = re.compile(
    rf"{_WHEN}(?:{_CALLED}(?:(?P<when2>今年|去年|明年)的?)?{_YEAR_NAME}[，,]?{_LUNAR_MONTH}{_LUNAR_DAY}(?!日?[至到—])"
    rf"|(?:(?P<pair2>{_PAIR})[{ZODIAC}]?年)?(?P<leap2>闰)?(?P<month2>正|冬|腊|闰(?:十[一二]?|[一二三四五六七八九]))月(?P<day2>{_DAY_WORDS})(?![至到—])"
    rf"|(?:(?P<pair3>{_PAIR})[{ZODIAC}]?年)?(?P<month3>十[一二]?|[二三四五六七八九])月(?P<day3>初[一二三四五六七八九十]|廿[一二三四五六七八九])(?![至到—])"
    rf"|(?P<pair4>{_PAIR})[{ZODIAC}]?年(?P<month4>十[一二]?|[二三四五六七八九])月(?P<day4>{_DAY_WORDS})(?![日号至到—]))"
)


class Lunar:
    """A lunar date as written: where, which month and day, and what word says of its year."""

    __slots__ = ("day", "month", "pair", "span", "when", "written")

    def __init__(self, match: re.Match[str]) -> None:
        self.span = Span(*match.span())
        self.written = match.group()
        month = match["month"] or match["month2"] or match["month3"] or match["month4"]
        leap = bool(match["leap"] or match["leap2"]) or month.startswith("闰")
        month = month.removeprefix("闰")
        self.month = (_MONTHS.get(month) or whole_number(month) or 0) * (-1 if leap else 1)
        self.day = _lunar_day(match["day"] or match["day2"] or match["day3"] or match["day4"])
        self.when = match["when"] or match["when2"]
        self.pair = match["pair"] or match["pair2"] or match["pair3"] or match["pair4"]

    def is_day(self, lunar: LunarDay) -> bool:
        """Whether month and day are those, and the stem and branch, where they are named, that year's."""
        return lunar[1:] == (self.month, self.day) and self.pair in (None, pair_of(lunar[0]))


def _lunar_day(written: str) -> int:
    if written == "廿":
        return 20
    return whole_number(written.removeprefix("初")) or 0


_ANY_LUNAR = re.compile(rf"[农阴夏旧]历|[正腊冬]月|闰|月[初廿]|{_PAIR}[{ZODIAC}]?年[一二三四五六七八九十]")


def names_lunar(text: str) -> bool:
    """Whether a text may hold a lunar date at all."""
    return _ANY_LUNAR.search(text) is not None


def lunar_dates(analysis: Analysis) -> Iterator[Lunar]:
    """The lunar dates of title and body that name month and day."""
    text = analysis.document.text
    if not names_lunar(text):
        return
    for match in _LUNAR.finditer(text):
        if is_read(analysis, match.start()):
            yield Lunar(match)


_SAME_DAY = re.compile(
    rf"{DAY_TAIL}[，,]?\s?(?:{IS_SAME_DAY}|[（(])?(?:我国|中国|传统|民间|的|今年)*(?:(?:星期|周|礼拜).[，,、]?|[，,、])?\s?"
)


def lunar_against_date(analysis: Analysis) -> Iterator[Hit]:
    """10月31日，农历九月三十: a lunar date beside a date of our calendar that falls on another."""
    for lunar in lunar_dates(analysis):
        days, place = _days_beside(analysis, lunar.span)
        found = [lunar_of(day) for day in days]
        known = [each for each in found if each is not None]
        if not known or place is None or len(known) < len(found) or any(lunar.is_day(each) for each in known):
            continue
        if _is_second_of_two(analysis, lunar.span, place):
            continue
        expected = f"农历{pair_of(known[0][0]) + '年' if lunar.pair else ''}{lunar_text(known[0])}"
        values = {"written": lunar.written, "date": days[0].isoformat(), "expected": expected}
        said = SpanEvidence(place.start, place.end, analysis.document.text[place.start : place.end])
        yield Hit(lunar.span, values, (said, Derivation(f"{days[0].isoformat()} = {expected}")), expected)


_TO = re.compile(r"[至到、和—～-]$")
_ONE_MORE_DAY = re.compile(r"[、至到和—～-]")


def _is_second_of_two(analysis: Analysis, lunar: Span, place: Span) -> bool:
    """Whether two days, of which the lunar one is the second, have dates behind: 至正月初一（2月16日、17日）."""
    text = analysis.document.text
    listed = _TO.search(text, max(0, lunar.start - 1), lunar.start) is not None
    return listed and place.start >= lunar.end and _ONE_MORE_DAY.match(text, place.end) is not None


_OPENED = re.compile(
    r"(?:[（(](?:即|公历|阳历|新历)*|[，,]?(?:[换折推]算[成为]?)?(?:公历|阳历|新历)?[，,]?(?:即|也就是|亦即|对应|相当于|正是|恰是|是|为|就是|落在|合)(?:的|今年的?|公历|阳历|新历)*"
    r"|[，,](?:公历|阳历|新历))"
)
_OWN_DATE = re.compile("(?:是|为|在|则[是在]|对应|落在)(?:公历)?[0-9]{1,2}月[0-9]")
"""六月初三在6月27日，闰六月初三在7月27日: the second has a date of its own."""
_BY_THE_MOON = ("农历", "阴历", "夏历", "旧历")
_JUST_TODAY = re.compile(rf"(?P<word>{alternatives(RELATIVE_DAYS)})[，,（(]?$")
"""昨天农历九月初九."""
_TODAY = re.compile(rf"(?P<word>{alternatives(RELATIVE_DAYS)}){IS_SAME_DAY}(?:我国|传统|的)*$")


def _days_beside(analysis: Analysis, span: Span) -> tuple[tuple[datetime.date, ...], Span | None]:
    """The days that a date beside a lunar one may mean, or a word such as 今天 before it, and where that stands."""
    mention = _date_beside(analysis, span)
    if mention is not None:
        return readings(analysis, mention), mention.span
    text, today = analysis.document.text, analysis.document.date
    match = _TODAY.search(text, max(0, span.start - 12), span.start) if today is not None else None
    if match is None and today is not None and text.startswith(_BY_THE_MOON, span.start):
        match = _JUST_TODAY.search(text, max(0, span.start - 4), span.start)
    if match is None or is_quoted(text, span.start):
        return (), None
    return word_days(analysis, match["word"]), Span(*match.span("word"))


def _date_beside(analysis: Analysis, span: Span) -> Mention | None:
    """The date right before a place, or in brackets right behind it, that means the same day."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date" or day_of(mention) is None or mention.span.overlaps(span):
            continue
        if mention.core_end <= span.start <= mention.core_end + 16 and _SAME_DAY.fullmatch(
            text, mention.core_end, span.start
        ):
            return None if _OWN_DATE.match(text, span.end) and text[span.start - 1] == "，" else mention
        if span.end < mention.start <= span.end + 14 and _OPENED.fullmatch(text, span.end, mention.start):
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
    if not names_lunar(text):
        return
    for match in _NO_SUCH.finditer(text):
        yield Hit(
            Span(*match.span()),
            {"written": match.group(), "why": Word("why.never")},
            (Derivation("29 ≤ 农历一月 ≤ 30日"),),
        )
    yield from _missing_leap_months(analysis)
    for lunar in lunar_dates(analysis):
        yield from _thirtieth_behind(analysis, lunar)
        years = _lunar_years(analysis, lunar)
        if not years or _date_beside(analysis, lunar.span) is not None or _is_denied(text, lunar.span):
            continue
        longest = [days_in_lunar_month(year, lunar.month) for year in years]
        known = [days for days in longest if days is not None]
        if len(known) == len(longest) and lunar.day > max(known):
            year = years[longest.index(max(known))]
            working = Derivation(f"{year}：{lunar_text((year, lunar.month, 1))[:-2]} = {max(known)}日")
            yield Hit(
                lunar.span,
                {"written": lunar.written, "why": Word("why.leap" if not max(known) else f"why.{max(known)}")},
                (working,),
            )


_THIRTIETH = re.compile(
    r"[^。；！？\n]{0,10}?(?:[，、]|至|到|—)(?P<day>(?P<month>十[一二]?|[二三四五六七八九])月三十)(?![一天多日余个])"
)


def _thirtieth_behind(analysis: Analysis, lunar: Lunar) -> Iterator[Hit]:
    """农历三月廿八唱起，四月三十落台: the last day of a short month, behind a lunar date."""
    text, today = analysis.document.text, analysis.document.date
    match = _THIRTIETH.match(text, lunar.span.end)
    if match is None or today is None or is_quoted(text, lunar.span.start):
        return
    years = _lunar_years(analysis, lunar) or [today.year]
    month = whole_number(match["month"]) or 1
    if all(days_in_lunar_month(year, month) == _SHORT for year in years):
        working = Derivation(f"{years[0]}：{match['month']}月 = {_SHORT}日")
        values: dict[str, str | Word] = {"written": match["day"], "why": Word(f"why.{_SHORT}")}
        yield Hit(Span(*match.span("day")), values, (working,))


_SHORT = 29
_DENIED = re.compile(r"没有|无|缺")


def _is_denied(text: str, span: Span) -> bool:
    """今年没有腊月三十."""
    sentence = sentence_at(text, span.start)
    return _DENIED.search(text, sentence.start, sentence.end) is not None


_LEAP_MONTH = re.compile(
    rf"(?:(?P<when>今年|去年|明年)|(?P<year>20[0-9]{{2}})年|(?P<pair>{_PAIR})[{ZODIAC}]?年)(?P<gap>[^。；！？年\n]{{0,24}}?)闰(?P<month>正|腊|冬|十[一二]?|[二三四五六七八九])月(?!初|十|廿|二|三)"
)
_NOT_OF_IT = re.compile(r"没有|并无|不是|而非|下一|上一|再次|以为")


_UNTIL = re.compile("(?:[到至—～]|截至)$")
"""到2026年2月16日结束，其间有闰六月: the year in which it ends."""


def _missing_leap_months(analysis: Analysis) -> Iterator[Hit]:
    """今年闰四月, in a year without one."""
    today = analysis.document.date
    for match in _LEAP_MONTH.finditer(analysis.document.text):
        shift = {"今年": 0, "去年": -1, "明年": 1}.get(match["when"] or "")
        year = int(match["year"]) if match["year"] else None if today is None or shift is None else today.year + shift
        if match["pair"]:
            near = today.year if today is not None else 2020
            year = min(
                (each for each in range(1901, 2099) if pair_of(each) == match["pair"]),
                key=lambda each: abs(each - near),
                default=None,
            )
        if _NOT_OF_IT.search(match["gap"]) or _UNTIL.search(
            analysis.document.text, max(0, match.start() - 2), match.start()
        ):
            continue
        month = _MONTHS.get(match["month"]) or whole_number(match["month"])
        if year is not None and month is not None and days_in_lunar_month(year, -month) == 0:
            yield Hit(
                Span(*match.span()),
                {"written": match.group(), "why": Word("why.leap")},
                (Derivation(f"{year}：无闰{match['month']}月"),),
            )


_THESE_DAYS = re.compile(
    rf"再过[一二两三四五六七八九十0-9]+天|{alternatives(RELATIVE_DAYS)}|本周|这周|下周|这几天|连日来"
)


def _year_at_hand(analysis: Analysis, lunar: Lunar) -> list[int]:
    """再过两天就是除夕，腊月三十这天……: the lunar year of the article, where it speaks of these days."""
    today = analysis.document.date
    sentence = sentence_at(analysis.document.text, lunar.span.start)
    if today is None or _THESE_DAYS.search(analysis.document.text, sentence.start, sentence.end) is None:
        return []
    days = [lunar_of(today + shift * DAY) for shift in range(-30, 31)]
    return sorted({day[0] for day in days if day is not None and day[1] == lunar.month})


def _lunar_years(analysis: Analysis, lunar: Lunar) -> list[int]:
    """The lunar years that 今年 or 2024年 beside a lunar date may mean: its last months reach into the year after."""
    today = analysis.document.date
    if lunar.when is None:
        return _year_at_hand(analysis, lunar)
    if lunar.when[0].isdigit():
        year = int(lunar.when[:4])
    elif today is None:
        return []
    else:
        year = today.year + {"今年": 0, "去年": -1, "明年": 1}[lunar.when]
    return [year, year - 1] if abs(lunar.month) >= 11 else [year]
