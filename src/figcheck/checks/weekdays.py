"""Weekdays beside dates in, those on which the dates do not fall out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.days import mentions_in, paragraph_at, readings, stamp_of
from figcheck.data.calendar_words import DAY_TAIL, ENGLISH_DAYS, ENGLISH_MONTHS, IS_SAME_DAY
from figcheck.model import Analysis, Derivation, Evidence, Fix, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_DAYS = "一二三四五六日"
_LETTER = "[一二三四五六日天]"
_WEEK = rf"(?P<kind>星期|周|礼拜)(?P<day>{_LETTER})"
_WEEK_NEAR = re.compile(rf"[期周拜]{_LETTER}")
_GOES_ON = (
    r"(?=$|[\s）)（(，,。；;、！？：:”》·—-]|(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|当[天日晚]|这天)|[0-9０-９]"
    r"|(?:开[始幕放馆赛业展播]|举[行办]|在|至|到|起|前|将|是|为|的|迎来|正式|全天|休|闭|放假|补班|上班|进行|公布|发布|播出|上映|[改推提顺调]))"
)
"""What may follow 周一 that is a weekday and no beginning of a name: 11月21日周一鸣到馆签售."""
_NO_WORD = r"(?![线期报刊年末边围记版])"
_ENDS = r"(?=[，,。；;：:！？）)\s”]|$)"
_THAT_DAY = r"(?:那天|这天|当天|当日|那一[天页日]|这一[天页日]|是日|该日)"
_BRACKETED = re.compile(
    rf"{DAY_TAIL}(?:当天|当日|这天)?\s?[（(]\s?(?:[本上下这]个?|农历[^（()）]{{2,8}}[，,、])?{_WEEK}(?![至到、和或及期])"
)
_BARE = re.compile(rf"{DAY_TAIL}(?:当天|当日)?\s{{0,2}}(?:{_WEEK}{_NO_WORD}{_GOES_ON})")
_COMMA = re.compile(
    rf"{DAY_TAIL}(?:[，,](?:农历|阴历|夏历)[^，。；、]{{2,8}})?[，,]\s?(?:(?P<kind>星期|礼拜)(?P<day>{_LETTER}){_NO_WORD}"
    rf"(?![起至到前后的、和或及]|(?:则|才)?[是为][0-9]{{1,2}}[月日])"
    rf"|(?P<kind2>周)(?P<day2>{_LETTER})(?=$|[，,。；;）)\s]|(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚)))"
)
_SOME = r"(?:一?个)?(?:[^，。；0-9]{0,8}的)?"
_COPULA = re.compile(
    rf"{DAY_TAIL}{_THAT_DAY}?[，,]?{_THAT_DAY}?{IS_SAME_DAY}{_SOME}{_WEEK}{_NO_WORD}(?![起至到前后、和或及]){_ENDS}"
)
_APPOSED = re.compile(rf"{_THAT_DAY}?[，,](?:{_THAT_DAY}?[那这]?是)?{_SOME}{_WEEK}{_NO_WORD}(?=[，,。；;])")
_THEN = re.compile(
    rf"(?!前|后|以[前后]|至|到)[^，。；：、]{{0,16}}[，,]{_THAT_DAY}{IS_SAME_DAY}{_SOME}{_WEEK}{_NO_WORD}{_ENDS}"
)
"""定于11月21日举行，那天正好是个星期五."""
_BEFORE = re.compile(
    rf"(?<![至到每逢、和及])(?P<which>[本上下这]个?)?{_WEEK}{DAY_TAIL}(?:那天|这天|当天)?"
    r"(?:\s?[（(](?:即|也就是|公历)?|[，,]?(?:即|也就是|亦即|那天是|正是)|[，,]|[ \t\u3000])[ \t\u3000]?$"
)
_BEFORE_NAMED = re.compile(
    rf"(?<![每逢到至、])(?P<which>[本上下这]个?)?{_WEEK}[^，。；：、0-9]{{1,6}}(?:[，,]?(?:即|也就是|亦即)|[（(]即?)$"
)
"""原定周一闭馆日即10月7日."""
_BEFORE_COLON = re.compile(rf"(?:还是|仍是|仍为|定在|改在|改到|是|为)(?P<which>[本上下这]个?)?{_WEEK}(?:[：:]|——)$")
"""新的开庭日还是周四：6月28日."""
_PAIR = re.compile(
    rf"[（(]\s?(?:星期|周|礼拜)(?P<first>{_LETTER})(?:[、和及至到—-]|与)(?:星期|周|礼拜)?(?P<last>{_LETTER})\s?[）)]"
)
_NEXT_DAY = re.compile(r"[、和及]|以及")


_REFORM = datetime.date(1582, 10, 15)
"""The first day of our calendar."""
_OLD_STYLE = re.compile(r"(?:俄历|儒略历|旧历|旧式历|回历|伊历|佛历|藏历|希伯来历)[^，。；]{0,8}$")


class Weekday(Frozen):
    """A weekday that the text gives to a date."""

    kind: str
    """The word before the letter: 星期, 周, 礼拜."""
    written: str
    """One of 一 to 日."""
    letter: Span
    """Where that letter stands."""
    span: Span
    """From the date to the weekday, or the other way round."""
    stamp: Stamp
    date: str
    """The date as written."""


_APART = re.compile(rf"(?:(?<![（(日0-9、])|(?:次日|翌日|第二天|隔天|节)[（(]?)(?:星期|周|礼拜){_LETTER}{_NO_WORD}")


def wrong_weekday(analysis: Analysis) -> Iterator[Hit]:
    """A weekday beside a date that falls on another, or told apart from it."""
    told = list(_beside(analysis))
    yield from told
    if _APART.search(analysis.document.text) is not None:
        from figcheck.checks import same_weekdays  # few articles have a weekday that stands by itself

        yield from same_weekdays.wrong_weekday(analysis, told)


def _beside(analysis: Analysis) -> Iterator[Hit]:
    if _WEEK_NEAR.search(analysis.document.text) is not None:
        unsure: list[Weekday] = []
        for at, mention in enumerate(analysis.mentions):
            if mention.quantity.kind == "date":
                yield from _judge_date(analysis, at, unsure)
        yield from _years_that_fit(unsure)
        yield from _masthead_weekday(analysis)
    yield from _english_weekdays(analysis)


def _judge_date(analysis: Analysis, at: int, unsure: list[Weekday]) -> Iterator[Hit]:
    """The finding about a date, if any; weekdays of dates in a year unknown are left to be compared."""
    text, mention = analysis.document.text, analysis.mentions[at]
    if not _WEEK_NEAR.search(text, max(0, mention.start - 14), mention.core_end + 40):
        return
    match, stamp = _weekday_beside(analysis, at), stamp_of(mention)
    if match is None or stamp is None:
        pair = _PAIR.match(text, mention.end)
        if pair is not None:
            yield from _judge_pair(analysis, at, pair)
        else:
            yield from _judge_all(analysis, at)
        return
    if at and _NEXT_DAY.fullmatch(text, analysis.mentions[at - 1].end, mention.start) and _is_day(analysis, at - 1):
        return
    found = _weekday(text, mention, stamp, match)
    days = (*readings(analysis, mention), *_in_months_told(analysis, at))
    if _THAT_TIME.search(text, max(0, mention.start - 10), mention.start) and _is_ahead(analysis, days):
        return  # 通车那天是10月26日，星期五: of some year before
    if any(day < _REFORM for day in days) or _OLD_STYLE.search(text, max(0, mention.start - 12), mention.start):
        return
    if not days and stamp.year is None:
        unsure.append(found)
    elif days and all(_DAYS[day.weekday()] != found.written for day in days):
        yield _weekday_hit(days[0], found)


_THAT_TIME = re.compile(r"(?:那[天日晚年]|当年|当时)(?:正|恰好?|刚好)?(?:是|在)?$")
_PARAGRAPH = 200


def _is_ahead(analysis: Analysis, days: Sequence[datetime.date]) -> bool:
    """Whether the likeliest day is still to come on the article's."""
    today = analysis.document.date
    return today is not None and bool(days) and days[0] > today


def _in_months_told(analysis: Analysis, at: int) -> Iterator[datetime.date]:
    """The days that a date without a month, 9日, may also mean: of all months that its paragraph has told before."""
    text, mention = analysis.document.text, analysis.mentions[at]
    stamp = stamp_of(mention)
    if stamp is None or stamp.year is None or stamp.day is None or "月" in mention.text:
        return
    start = max(mention.start - _PARAGRAPH, paragraph_at(text, mention.span).start)
    for other in mentions_in(analysis, Span(start, mention.start)):
        told = stamp_of(other)
        if told is not None and told.month is not None and told.year is not None:
            rolls = told.day is not None and told.day > stamp.day  # 3月31日……1日（周二）
            year, month = divmod(told.year * 12 + told.month - 1 + rolls, 12)
            days = Stamp(year, month + 1, stamp.day).days()
            if days is not None:
                yield days[0]


_ALL_OF = re.compile(
    rf"(?:这|都是|均为|同为|全是|分别是)?(?P<count>[两三四五]|2|3)?个?(?:都是|均为)?{_WEEK}{_NO_WORD}(?![、和及])"
)


def _judge_all(analysis: Analysis, at: int) -> Iterator[Hit]:
    """3月24日、4月1日这两个周三: each of the days that a list says to be the same weekday."""
    text, mentions = analysis.document.text, analysis.mentions
    last = at
    while last + 1 < len(mentions) and _NEXT_DAY.fullmatch(text, mentions[last].core_end, mentions[last + 1].start):
        last += 1
    match = _ALL_OF.match(text, mentions[last].core_end)
    if match is None or last == at or not match["count"]:
        return
    stamp, days = stamp_of(mentions[at]), readings(analysis, mentions[at])
    written = match["day"].replace("天", "日")
    if stamp is not None and days and all(_DAYS[day.weekday()] != written for day in days):
        letter = Span(*match.span("day"))
        span = Span(mentions[at].core_start, match.end("day"))
        found = Weekday(match["kind"], written, letter, span, stamp, mentions[at].text)
        yield _weekday_hit(days[0], found)


def _is_day(analysis: Analysis, at: int) -> bool:
    stamp = stamp_of(analysis.mentions[at])
    return stamp is not None and stamp.day is not None


def _weekday_beside(analysis: Analysis, at: int) -> re.Match[str] | None:
    text, mention = analysis.document.text, analysis.mentions[at]
    for pattern in (_BRACKETED, _BARE, _COMMA, _COPULA, _APPOSED):
        match = pattern.match(text, mention.core_end)
        if match is not None:
            return match
    head = max(0, mention.start - 14, text.rfind("\n", 0, mention.start) + 1)
    before = _BEFORE.search(text, head, mention.start) or _BEFORE_COLON.search(text, head, mention.start)
    before = before or _BEFORE_NAMED.search(text, head, mention.start)
    if before is not None and before["which"] and analysis.document.date is not None:
        return None  # 上周三（6月5日） is weighed against the article's date, as a whole
    return before or _later_in_sentence(analysis, at)


def _later_in_sentence(analysis: Analysis, at: int) -> re.Match[str] | None:
    """那天是星期五 behind the only date of the clause before."""
    match = _THEN.match(analysis.document.text, analysis.mentions[at].core_end)
    following = analysis.mentions[at + 1 : at + 2]
    if match is None or (following and following[0].quantity.kind == "date" and following[0].start < match.end()):
        return None
    return match


def _weekday(text: str, mention: Mention, stamp: Stamp, match: re.Match[str]) -> Weekday:
    group = "day" if match["day"] else "day2"
    kind = match["kind"] or match["kind2"]
    start = match.start("kind") if match.end() <= mention.start else mention.core_start
    end = max(match.end(group), mention.core_end)
    end += text[end : end + 1] in tuple("）)")
    letter = Span(*match.span(group))
    return Weekday(kind, match[group].replace("天", "日"), letter, Span(start, end), stamp, mention.text)


def _weekday_hit(day: datetime.date, found: Weekday) -> Hit:
    right = _DAYS[day.weekday()]
    values = {"written": found.kind + found.written, "date": day.isoformat(), "expected": found.kind + right}
    working = Derivation(f"{day.isoformat()} = {found.kind}{right}")
    fix = Fix(found.letter.start, found.letter.end, right, safe=False)
    return Hit(found.span, values, (working,), found.kind + right, fix)


def _judge_pair(analysis: Analysis, at: int, pair: re.Match[str]) -> Iterator[Hit]:
    """11月23、24日（周六、周日）, 3月8日至9日（周六至周日）: the two days in turn."""
    ends = _two_days(analysis, at)
    if ends is None:
        return
    mention = analysis.mentions[at]
    for stamp, group in zip(ends, ("first", "last"), strict=True):
        days = readings(analysis, mention, stamp)
        written = pair[group].replace("天", "日")
        if days and all(_DAYS[day.weekday()] != written for day in days):
            letter, span = Span(*pair.span(group)), Span(mention.core_start, pair.end())
            kind = "周" if pair.string[letter.start - 1] == "周" else "星期"
            yield _weekday_hit(days[0], Weekday(kind, written, letter, span, stamp, mention.text))
            return


def _two_days(analysis: Analysis, at: int) -> Sequence[Stamp] | None:
    mention = analysis.mentions[at]
    low, high = mention.quantity.low, mention.quantity.high
    if isinstance(low, Stamp) and isinstance(high, Stamp):
        return (low, high)
    before = analysis.mentions[at - 1] if at else None
    if before is None or not _NEXT_DAY.fullmatch(analysis.document.text, before.end, mention.start):
        return None
    first, last = stamp_of(before), stamp_of(mention)
    if first is None or last is None or first.day is None or last.day is None:
        return None
    return (Stamp(last.year, last.month, first.day) if first.month is None else first, last)


# --- dates in a year unknown ---------------------------------------------------------------------------------

_SAME_YEAR = 6
"""Months apart at most that two dates without a year lie in the same one."""


def _years_that_fit(unsure: Sequence[Weekday]) -> Iterator[Hit]:
    """3月5日（周三）……3月8日（周五）: two weekdays that no one year gives to both dates."""
    for first, second in pairwise(unsure):
        one, other = first.stamp, second.stamp
        if not one.month or not other.month or abs(one.month - other.month) >= _SAME_YEAR:
            continue
        fits, others = _years(one, first.written), _years(other, second.written)
        if fits and others and fits.isdisjoint(others):
            yield _apart_hit(first, second, datetime.date(min(fits), other.month, other.day or 1))


def _years(stamp: Stamp, written: str) -> frozenset[int]:
    """Of 28 years, after which the calendar comes round, those in which a day is such a weekday."""
    found = set()
    for year in range(2000, 2028):
        days = Stamp(year, stamp.month, stamp.day).days() if stamp.day else None
        if days is not None and _DAYS[days[0].weekday()] == written:
            found.add(year)
    return frozenset(found)


def _apart_hit(first: Weekday, second: Weekday, day: datetime.date) -> Hit:
    right = second.kind + _DAYS[day.weekday()]
    date, anchor = f"{day.month}月{day.day}日", f"{first.date}（{first.kind}{first.written}）"
    values = {"written": second.kind + second.written, "date": date, "expected": right}
    evidence: tuple[Evidence, ...] = (
        SpanEvidence(first.span.start, first.span.end, anchor),
        Derivation(f"{anchor} → {date} = {right}"),
    )
    return Hit(second.span, values, evidence, right)


# --- mastheads -----------------------------------------------------------------------------------------------

_FIGURES = "[0-9０-９〇零○一二三四五六七八九]"
_UP_TO_31 = "[0-9０-９〇零一二三四五六七八九十]{1,3}"
_MASTHEAD_DAY = re.compile(
    rf"(?P<y>{_FIGURES}{{4}})\s?[年./-]\s?(?P<m>{_UP_TO_31})\s?[月./-]\s?(?P<d>{_UP_TO_31})\s?日?\s{{0,3}}[（(]?{_WEEK}"
)


def _masthead_weekday(analysis: Analysis) -> Iterator[Hit]:
    """The weekday beside the date of publication."""
    document = analysis.document
    for block in document.blocks:
        if block.kind != "masthead":
            continue
        match = _MASTHEAD_DAY.search(document.text, block.span.start, block.span.end)
        if match is None:
            continue
        stamp = Stamp(whole_number(match["y"]), whole_number(match["m"]), whole_number(match["d"]))
        days = stamp.days()
        written, letter = match["day"].replace("天", "日"), Span(*match.span("day"))
        if days is not None and _DAYS[days[0].weekday()] != written:
            span = Span(match.start(), match.end("day"))
            yield _weekday_hit(days[0], Weekday(match["kind"], written, letter, span, stamp, match.group()))


# --- English -------------------------------------------------------------------------------------------------

_ANY_ENGLISH = re.compile("|".join(ENGLISH_DAYS))
_DAY = rf"(?P<w>(?:{'|'.join(ENGLISH_DAYS)})(?:[a-z]{{3,6}})?)\b\.?"
_MONTH = rf"(?P<m>{'|'.join(ENGLISH_MONTHS)})(?:[a-z]{{1,6}})?\b\.?"
_D, _Y = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?", r"(?P<y>[12][0-9]{3})"
_ENGLISH = [
    re.compile(form)
    for form in (
        rf"\b{_DAY},?\s+{_D}\s+{_MONTH},?\s+{_Y}",
        rf"\b{_DAY},?\s+{_MONTH}\s+{_D},?\s+{_Y}",
        rf"\b{_D}\s+{_MONTH},?\s+{_Y}\s*[,，(（]\s*{_DAY}",
        rf"\b{_MONTH}\s+{_D},?\s+{_Y}\s*[,，(（]\s*{_DAY}",
        rf"{_Y}[./年-](?P<n>[0-9]{{1,2}})[./月-](?P<d>[0-9]{{1,2}})日?\s*[,，(（]?\s*{_DAY}",
    )
]


def _english_weekdays(analysis: Analysis) -> Iterator[Hit]:
    """Sunday, 17 May 2014 on a poster."""
    text = analysis.document.text
    for pattern in _ENGLISH if _ANY_ENGLISH.search(text) else ():
        for match in pattern.finditer(text):
            month = int(match["n"]) if "n" in pattern.groupindex else 1 + ENGLISH_MONTHS.index(match["m"])
            days = Stamp(int(match["y"]), month, int(match["d"])).days()
            if days is None:
                continue
            full = list(ENGLISH_DAYS.values())[days[0].weekday()]
            right = full if len(match["w"]) > len("Thurs") else full[:3]
            if full.startswith(match["w"]):
                continue
            values = {"written": match["w"], "date": days[0].isoformat(), "expected": right}
            yield Hit(Span(*match.span()), values, (Derivation(f"{days[0].isoformat()} = {right}"),), right)
