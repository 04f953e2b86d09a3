"""An anniversary in, the only year near it that it may count from, whatever was done in that year, out."""

from __future__ import annotations

import datetime

from figcheck import expressions as re
from figcheck.checks.beginnings import Count, Start, may_begin, starts_in
from figcheck.checks.days import alternatives, is_quoted, mentions_in, paragraph_at, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import COMMEMORATED, FIXED_DAYS, FOUNDINGS, PERSONAL_BEGINNINGS
from figcheck.data.events import KNOWN_EVENTS
from figcheck.model import Analysis, Mention, Quantity, Span, Stamp
from figcheck.values import Frozen

_BACK, _AHEAD = 150, 90
"""Code points before and behind an anniversary in which its year may be told."""
_NOT_FROM = re.compile(r"(?:到|至|截至|比|较|—|－|-|～|将于|预计|计划|直到|力争)$")
_KNOWN = re.compile(
    rf"(?:{alternatives(KNOWN_EVENTS)}|新中国|共和国|建党|建军|建国|(?<!年)国庆|抗战|长征|回归|改革开放|党的)"
)
_OTHER_TIME = re.compile(r"上年|那年|当时|曾|彼时|早在|往年|此前|[0-9]年前|再过|还有")
_UNITS = frozenset("周年 年 载 个年头 岁 周岁".split())
_SLIPS = frozenset((10, 20, 100))
"""How far a count is off that was written wrong, where the tie to the year is weak."""
_AROUND = 31
_FEASTS = {
    short: FIXED_DAYS[name]
    for short, name in (
        *(("元旦", "元旦"), ("三八", "三八节"), ("五一", "劳动节"), ("五四", "青年节"), ("六一", "儿童节")),
        *(("七一", "建党节"), ("八一", "建军节"), ("教师节", "教师节"), ("国庆", "国庆节")),
    )
}
"""Days of feasts as years are dated by them: 1975年国庆."""
_FEAST_DAY = re.compile(rf"的?(?:{alternatives(_FEASTS)})")


class LoneCount(Frozen):
    """A count from the only year near it, and how closely the words tie them."""

    count: Count
    tied: bool
    """Whether the same month or the same words stand beside both, so that any difference is a slip."""
    akin: bool
    """Whether a word of what is counted stands beside the year, so that a year too many is a slip as well."""
    full: bool
    """Whether the day of the year has come, so that a year less is wrong, too."""

    def is_slip(self, said: int, soon: bool) -> bool:
        """Whether so many years are surely not meant."""
        right = self.count.years
        if right < 1 or said in (right, right + 1 if soon else right, right if self.full else right - 1):
            return False
        return self.tied or abs(said - right) in _SLIPS or (self.akin and said == right + 1)


def lone_count(analysis: Analysis, mention: Mention) -> LoneCount | None:
    """The count up to the article's year from the one other year told near an anniversary."""
    text, today = analysis.document.text, analysis.document.date
    scope = _around(text, mention)
    head = text[max(scope.start, mention.start - 16) : mention.start]
    sentence = sentence_at(text, mention.start)
    if _KNOWN.search(head) or _OTHER_TIME.search(text, max(sentence.start, mention.start - 30), mention.start):
        return None
    if _is_crowded(analysis, scope, mention):
        return None
    years = _years_in(analysis, scope)
    if is_quoted(text, mention.start) and not all(_in_one_quote(text, year.mention, mention) for year in years):
        return None
    shift = _shift(text, sentence, mention)
    until = _until(today, years, shift)
    if until is None or until.year is None:
        return None
    origins = [year for year in years if year.year < until.year]
    if len({year.year for year in origins}) != 1 or len(origins) < len(years) - _MOST_NOW:
        return None
    start = origins[0]
    begun_in = text[max(0, start.mention.start - 1) : start.mention.start] in tuple("于在自")
    if _OF_THAT_YEAR.match(text, start.mention.end) and not begun_in:
        return None  # 1995年的一张全家福
    noun = _NOUN.search(text, max(0, mention.start - 6), mention.start)
    other = noun is not None and start.verb and noun["noun"] in _NAMED and not may_begin(noun["noun"], start.verb)
    if other and (start.mention.start < mention.start or start.verb not in PERSONAL_BEGINNINGS):
        return None  # 1985年从医的他，今年参加了医院建院50周年的活动
    near, full = _same_season(_on_feast(text, start), _ahead(text, sentence, until))
    same_day = _THIS_DAY.match(text, start.mention.end) is not None
    return LoneCount(
        Count(start, until.year, text[start.mention.end : mention.start]),
        akin=_is_akin(text, mention, start),
        tied=near or same_day or _shares_words(text, mention, start) or _is_its(text, sentence, mention, start),
        full=full or same_day or shift < 0,
    )


def _in_one_quote(text: str, year: Mention, mention: Mention) -> bool:
    first, last = sorted((year.span, mention.span))
    return is_quoted(text, first.start) and not text.count("”", first.end, last.start)


_AKIN = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,4})(?:了|已|的|整|满|第|正式)*$")
_ANYBODYS = frozenset("年月日天今明昨的了已整满第正式个大中国人一不在有这那上下来到过去是为迎喜庆祝纪念办走逢值恰")


def _is_akin(text: str, mention: Mention, start: Start) -> bool:
    """Whether the clause of the year has a word of what the anniversary is of: 轴承厂……1958, 建厂68周年."""
    noun = _AKIN.search(text, max(0, mention.start - 6), mention.start)
    if noun is None or start.verb in PERSONAL_BEGINNINGS or start.mention.end > mention.start:
        return False
    head = (
        text[max(0, start.mention.start - 14) : start.mention.start] + text[start.mention.end : start.mention.end + 14]
    )
    return any(char in head for char in noun["noun"] if char not in _ANYBODYS)


_SHIFTS = {"去年": -1, "前年": -2, "明年": 1}
_SHIFTED = re.compile(r"去年|前年|明年|今年")
_THIS_DAY = re.compile(r"的?(?:这|同)一?天|的?今天")
_FEAST = re.compile(r"的?(?P<of>[校厂店台院社团馆])庆")
_ITS = re.compile(r"[，。；]?(?:它|该[馆校厂店社院团园刊报]|这[座所家条])[^，。；]{0,10}$")


def _shift(text: str, sentence: Span, mention: Mention) -> int:
    """How many years before or after the article's an anniversary falls: 去年……办了40周年展."""
    words = [match.group() for match in _SHIFTED.finditer(text, sentence.start, mention.start)]
    return _SHIFTS.get(words[-1], 0) if words else 0


def _is_its(text: str, sentence: Span, mention: Mention, start: Start) -> bool:
    """Whether 它 or 该馆 in the clause of the anniversary goes back to what began in the year."""
    begun = bool(start.verb) and start.verb not in PERSONAL_BEGINNINGS and start.mention.end <= mention.start
    feast = _FEAST.match(text, mention.end)
    if begun and feast is not None and feast["of"] in text[max(0, start.mention.start - 8) : start.mention.start]:
        return True  # 厂里1968年投产，前年刚过了五十周年厂庆
    return begun and _ITS.search(text, sentence.start, mention.start) is not None


_MOST_NOW = 2
"""Mentions of the article's own year that may stand beside the one from which is counted."""


def _around(text: str, mention: Mention) -> Span:
    paragraph = paragraph_at(text, mention.span)
    return Span(max(paragraph.start, mention.start - _BACK), min(paragraph.end, mention.end + _AHEAD))


def _is_crowded(analysis: Analysis, scope: Span, mention: Mention) -> bool:
    """Whether other counts of years stand near, one of which may be the one that the year gives out."""
    for other in mentions_in(analysis, scope):
        unit = other.quantity.unit
        if other is mention or unit is None or unit.symbol not in _UNITS or unit.symbol.endswith("岁"):
            continue
        if other.quantity.number != mention.quantity.number and other.quantity.kind != "date":
            return True
    return False


def _years_in(analysis: Analysis, scope: Span) -> list[Start]:
    text = analysis.document.text
    begun = {start.mention: start.verb for start in starts_in(analysis, scope)}
    found: list[Start] = []
    last = _LAST_YEARS_DAY.search(text, scope.start, scope.end)
    today = analysis.document.date
    if last is not None and today is not None:
        quantity = Quantity("date", Stamp(today.year - 1, today.month, today.day))
        found.append(
            Start(Mention(*last.span(), last.group(), *last.span(), quantity), today.year - 1, "")
        )  # 去年的这一天，首班车从浦东站驶出
    found += [_inscribed(match) for match in _INSCRIBED.finditer(text, scope.start, scope.end)]
    for other in mentions_in(analysis, scope):
        if other.quantity.kind != "date" or not writes_year(other):
            continue
        stamp = stamp_of(other)
        if stamp is None or stamp.year is None or _NOT_FROM.search(text, max(0, other.start - 3), other.start):
            return []  # a stretch of years, of what nobody knows
        found.append(Start(other, stamp.year, begun.get(other, "")))
    return found


_INSCRIBED = re.compile(
    r"[“‘](?P<year>1[89][0-9]{2}|20[0-2][0-9])[”’](?=(?:这)?(?:[四几]个|的)?(?:[大小红铸铁金烫]*字|字样|年款|落款))"
)


def _inscribed(match: re.Match[str]) -> Start:
    """“1958”四个字: a year as it stands on a gate or a tablet."""
    place, year = Span(*match.span("year")), int(match["year"])
    quantity = Quantity("date", Stamp(year))
    return Start(Mention(place.start, place.end, match["year"], place.start, place.end, quantity), year, "")


_LAST_YEARS_DAY = re.compile(
    r"去年的?(?:这|同)一天(?=，[^，。；]{0,6}(?:首|第一|正式|开))|去年今[天日](?=，[^，。；]{0,6}(?:首|第一|正式|开))"
)


def _until(today: datetime.date | None, years: list[Start], shift: int) -> Stamp | None:
    """The day up to which is counted: the article's or that of another year, else the latest of two years named."""
    if today is not None and shift:
        return Stamp(today.year + shift) if all(year.year <= today.year for year in years) else None
    if today is not None:
        return Stamp(today.year, today.month, today.day) if all(year.year <= today.year for year in years) else None
    latest = max(years, key=lambda year: year.year, default=None)
    return stamp_of(latest.mention) if latest is not None and len({year.year for year in years}) == 2 else None


def has_come(start: Start, today: datetime.date | None) -> bool:
    """Whether the month, or the day, of a beginning has come in the year of `today`."""
    began = stamp_of(start.mention)
    if began is None or began.month is None or today is None:
        return False
    return (today.month, today.day) >= (began.month, began.day or 31)


def _on_feast(text: str, start: Start) -> Start:
    """A beginning with the day of the feast behind its year: 1975年国庆."""
    feast = _FEAST_DAY.match(text, start.mention.end)
    if feast is None:
        return start
    place, day = start.mention, _FEASTS[feast.group().removeprefix("的")]
    dated = Mention(
        place.start, place.end, place.text, place.core_start, place.core_end, Quantity("date", Stamp(start.year, *day))
    )
    return Start(dated, start.year, start.verb)


_TOMORROW = re.compile(r"明[天日]|后天")


def _ahead(text: str, sentence: Span, until: Stamp) -> Stamp:
    """The day up to which is counted, two days later where the sentence is about tomorrow."""
    if (
        until.year is None
        or until.month is None
        or until.day is None
        or not _TOMORROW.search(text, sentence.start, sentence.end)
    ):
        return until
    day = datetime.date(until.year, until.month, until.day) + datetime.timedelta(days=2)
    return Stamp(day.year, day.month, day.day) if day.year == until.year else until


def _same_season(start: Start, until: Stamp) -> tuple[bool, bool]:
    """Whether the day of the beginning comes round about then, and whether it has come."""
    began = stamp_of(start.mention)
    if began is None or began.month is None or until.month is None:
        return False, False
    apart = (until.month - began.month) * 30 + (until.day or 15) - (began.day or 15)
    near = abs((apart + 180) % 360 - 180) <= _AROUND
    return near, (until.month, until.day or 1) >= (began.month, began.day or 31)


_NOUN = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2})(?:了|已|的|整|满|第|正式)*$")
_NAMED = frozenset((*FOUNDINGS, *COMMEMORATED))
_WORN = frozenset(
    "今年 今天 昨天 迎来 喜迎 正值 恰逢 适逢 正是 就是 纪念 庆祝 举行 举办 走过 安全 已经 自己 立项 我们".split()
)
_OF_THAT_YEAR = re.compile(r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?的(?!那|这|同|今)")


def _shares_words(text: str, mention: Mention, start: Start) -> bool:
    """Whether the clause of the year repeats what the anniversary is of: 立碑20周年, 1998年立碑; 2003年的那场洪水."""
    noun = _NOUN.search(text, max(0, mention.start - 6), mention.start)
    if noun is None or noun["noun"] in _WORN:
        return False
    clause = text[max(0, start.mention.start - 14) : start.mention.end + 24]
    place = mention.start - max(0, start.mention.start - 14)
    if 0 <= place < len(clause):
        clause = clause[: place - 4] if start.mention.start < mention.start else clause[place:]
    return noun["noun"] in clause
