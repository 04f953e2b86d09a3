"""Words such as 昨天, 上周三 and 去年 in, the dates beside them that they do not mean out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import DAY, alternatives, is_quoted, is_read, readings, word_days, writes_year, writing_days
from figcheck.data.calendar_words import (
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_YEARS,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import whole_number

_EVENT_DAY = re.compile(r"^$|[，。；！？\n]")
"""三天前 counts from the article's day only at the head of a clause: 开考三天前 counts from the exam."""

# --- 昨天, 上周三, 去年 --------------------------------------------------------------------------------------

_WEEKDAYS = "一二三四五六日"
_DAY_WORD = alternatives(RELATIVE_DAYS)
_WEEK_WORD = r"(?P<week>上上|上|本|这|下)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])"
_PART = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|晚|早)?"
_LEADS = re.compile(
    rf"(?:(?P<word>{_DAY_WORD})|{_WEEK_WORD}){_PART}"
    r"(?:[（(](?:即|也就是|(?:星期|周)[一二三四五六日天][，,、 ]?)?|[，,]?(?:即|也就是))\s?$"
)
_TO_COME = re.compile(rf"(?P<word>{_DAY_WORD})(?:就|便|正|恰好)?是$")
_FOLLOWS = re.compile(
    rf"{_PART}(?:[（(](?:即|也就是)?|[，,](?:即|也就是|正是))(?:(?P<word>{_DAY_WORD})|{_WEEK_WORD}){_PART}[）)，,。]"
)
_DAYS_AGO = re.compile(
    r"(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>天|周|个?星期)(?P<way>前|后)(?:的|[（(](?:即)?|[，,](?P<that>即|也就是))$"
)
_BARE_WEEKDAY = re.compile(
    rf"(?P<word>{_DAY_WORD}){_PART}(?:[（(]|是|[，,](?:也就是|即))(?P<name>(?:星期|周|礼拜)(?P<day>[一二三四五六日天]))(?=[）)，,。；])"
)


def wrong_relative_day(analysis: Analysis) -> Iterator[Hit]:
    """昨天（6月10日）, 上周三（6月5日）, 去年（2022年）, 昨天（周四）: a date that the word beside it does not mean."""
    if analysis.document.date is None:
        return
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date":
            continue
        match = _word_beside(text, mention)
        if match is not None:
            yield from _judge_word(analysis, mention, match)
            continue
        weekend = _WEEKEND.search(text, max(0, mention.start - 8), mention.start)
        if weekend is not None:
            yield from _judge_weekend(analysis, mention, weekend)
            continue
        ago = _DAYS_AGO.search(text, max(0, mention.start - 8), mention.start)
        if ago is not None and not is_quoted(text, mention.start):
            yield from _judge_days_ago(analysis, mention, ago)
    for match in _BARE_WEEKDAY.finditer(text):
        yield from _judge_weekday_word(analysis, match)
    yield from _years_and_months(analysis)


def _word_beside(text: str, mention: Mention) -> re.Match[str] | None:
    before = _LEADS.search(text, max(0, mention.start - 14), mention.start)
    if before is not None:
        of_year = text[max(0, before.start() - 4) : before.start()].endswith(
            ("年的", "月的", "年", "周的", "年前的", "年后的")
        )
        return None if of_year else before
    after = _FOLLOWS.match(text, mention.core_end)
    if after is not None:
        return after
    is_day = _TO_COME.search(text, max(0, mention.start - 8), mention.start)
    if is_day is None or is_quoted(text, mention.start):
        return None
    return is_day if RELATIVE_DAYS[is_day["word"]] or not writes_year(mention) else None


def _judge_word(analysis: Analysis, mention: Mention, match: re.Match[str]) -> Iterator[Hit]:
    days = readings(analysis, mention)
    groups = match.re.groupindex
    week = match["week"] if "week" in groups else None
    meant = _week_days(analysis, match) if week else word_days(analysis, match["word"])
    if not days or not meant or set(days) & set(meant):
        return
    word = f"{match['week']}周{match['weekday']}" if week else match["word"]
    place = Span(match.start("week") if week else match.start("word"), match.end("weekday" if week else "word"))
    yield _word_hit(analysis, Span(mention.core_start, mention.core_end), mention.text, word, meant[0], place)


_WEEKEND = re.compile(r"(?P<week>上上|上|本|这|下)个?(?:周|星期|礼拜)(?P<weekday>末)(?:[（(，,]|的|[，,]即|，也就是)?$")
_AND = re.compile(r"[、和及与至到—-]")


def _judge_weekend(analysis: Analysis, mention: Mention, match: re.Match[str]) -> Iterator[Hit]:
    """上周末，8月17日、18日两天: two days of which one is not of the weekend."""
    following = [other for other in analysis.mentions if 0 < other.start - mention.core_end <= 1]
    pair = [mention, *following[:1]]
    if following and not _AND.fullmatch(match.string, mention.core_end, following[0].start):
        pair = [mention]
    meant = set(_week_days(analysis, match)) if analysis.document.date else set()
    for one in pair if meant and not is_quoted(match.string, mention.start) else ():
        days = readings(analysis, one)
        if days and not set(days) & meant:
            place = Span(match.start("week"), match.end("weekday"))
            word = f"{match['week']}周末"
            named = {day for other in pair for day in readings(analysis, other)}
            nearest = min(meant - named or meant, key=lambda day: (abs((day - days[0]).days), day))
            yield _word_hit(analysis, Span(one.core_start, one.core_end), one.text, word, nearest, place)
            return


def _judge_days_ago(analysis: Analysis, mention: Mention, match: re.Match[str]) -> Iterator[Hit]:
    """三天前（6月2日）: a day either way is counted differently."""
    count = whole_number(match["count"])
    days = readings(analysis, mention)
    if count is None or not days or not _EVENT_DAY.search(match.string[: match.start()][-1:]):
        return
    each = 1 if match["unit"] == "天" else 7
    shift = each * (-count if match["way"] == "前" else count)
    meant = [day + shift * DAY for day in writing_days(analysis)]
    slack = 0 if ago_is_exact(match, count) else 1 if each == 1 else 2
    if all(abs((day - right).days) > slack for day in days for right in meant):
        yield _word_hit(
            analysis, mention.core, mention.text, match.group().rstrip("（(即的"), meant[0], Span(*match.span())
        )


def ago_is_exact(match: re.Match[str], count: int) -> bool:
    """Whether 三天前，也就是1月8日 counts so few days that none is left out."""
    return match["unit"] == "天" and match["that"] is not None and count <= _FEW_DAYS


_FEW_DAYS = 5


def _word_hit(analysis: Analysis, span: Span, written: str, word: str, meant: datetime.date, place: Span) -> Hit:
    """`place` is where the word stands."""
    today = analysis.document.date
    assert today is not None
    expected = f"{meant.month}月{meant.day}日"
    working = Derivation(f"{today.isoformat()} → {word} = {meant.isoformat()}")
    values = {"written": written, "word": word, "today": today.isoformat(), "expected": expected}
    said = SpanEvidence(place.start, place.end, analysis.document.text[place.start : place.end])
    return Hit(span, values, (said, working), expected)


def _week_days(analysis: Analysis, match: re.Match[str]) -> tuple[datetime.date, ...]:
    """The days that 上周三 may mean: weeks begin on Monday; for Sundays also the day before the Monday."""
    shift = {"上上": -14, "上": -7, "本": 0, "这": 0, "下": 7}[match["week"]]
    name = match["weekday"].replace("天", "日")
    found: list[datetime.date] = []
    for today in writing_days(analysis):
        monday = today - today.weekday() * DAY + shift * DAY
        if name == "末":
            found += [monday + 5 * DAY, monday + 6 * DAY, monday + 4 * DAY]
        else:
            found.append(monday + _WEEKDAYS.index(name) * DAY)
        if name in "末日":
            found.append(monday - DAY)
    return tuple(found)


def _judge_weekday_word(analysis: Analysis, match: re.Match[str]) -> Iterator[Hit]:
    """昨天（周四）."""
    meant = word_days(analysis, match["word"])
    if is_quoted(analysis.document.text, match.start()) or not is_read(analysis, match.start()):
        return
    if any(_WEEKDAYS[day.weekday()] == match["day"].replace("天", "日") for day in meant):
        return
    today = analysis.document.date
    assert today is not None
    right = match["name"][:-1] + _WEEKDAYS[meant[0].weekday()]
    working = Derivation(f"{today.isoformat()} → {match['word']} = {meant[0].isoformat()} = {right}")
    values = {"written": match["name"], "word": match["word"], "today": today.isoformat(), "expected": right}
    yield Hit(Span(*match.span("name")), values, (working,), right)


_YEAR_WORD = re.compile(
    rf"(?P<word>{alternatives(RELATIVE_YEARS)})(?:(?:的今天)?(?:[（(](?:即)?|[，,](?:即|也就是))(?P<year>[12]\d{{3}})年(?![前后底])|[，,](?P<year4>20\d{{2}})年[，,]|[（(](?P<year3>[12]\d{{3}})[）)]|(?:已经|就)?是(?P<year2>20\d{{2}})年(?![前后]))"
)
_MONTH_WORD = re.compile(
    rf"(?P<word>{alternatives(RELATIVE_MONTHS)})(?:底|初|中旬|末|中)?[（(](?:即)?(?P<month>\d{{1,2}})月(?:份|\d{{1,2}}日)?[）)]"
)


def _years_and_months(analysis: Analysis) -> Iterator[Hit]:
    """去年（2022年）, 上月（3月）."""
    document = analysis.document
    today = document.date
    assert today is not None
    for match in _YEAR_WORD.finditer(document.text):
        meant = today.year + RELATIVE_YEARS[match["word"]]
        group = next(name for name in ("year", "year2", "year3", "year4") if match[name])
        told = group != "year4" and is_quoted(document.text, match.start())
        if int(match[group]) != meant and not told:
            yield _period_hit(match, group, today, f"{meant}年")
    for match in _MONTH_WORD.finditer(document.text):
        month = (today.month - 1 + RELATIVE_MONTHS[match["word"]]) % 12 + 1
        if int(match["month"]) != month and not is_quoted(document.text, match.start()):
            yield _period_hit(match, "month", today, f"{month}月")


def _period_hit(match: re.Match[str], group: str, today: datetime.date, expected: str) -> Hit:
    values = {"written": match[group], "word": match["word"], "today": today.isoformat(), "expected": expected}
    working = Derivation(f"{today.isoformat()} → {match['word']} = {expected}")
    return Hit(Span(*match.span(group)), values, (working,), expected)
