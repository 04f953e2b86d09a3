"""Words and dates against the article's own date: 昨天, 上周三, what is told as past before it came, late date lines."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from figcheck.checks.days import (
    DAY,
    alternatives,
    article_days,
    dateline_day,
    day_of,
    is_quoted,
    is_read,
    nearest_day,
    number,
    other_years,
    readings,
    sentence_at,
    shown,
    stamp_of,
    writes_year,
)
from figcheck.data.calendar_words import (
    FUTURE_MARKS,
    PAST_MARKS,
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_YEARS,
    STATISTICS,
    WEAK_PAST_MARKS,
)
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Stamp

_EVENT_DAY = re.compile(r"^$|[，。；！？\n]")
"""三天前 counts from the article's day only at the head of a clause: 开考三天前 counts from the exam."""

# --- 昨天, 上周三, 去年 ----------------------------------------------------------------------------------------------

_WEEKDAYS = "一二三四五六日"
_DAY_WORD = alternatives(RELATIVE_DAYS)
_WEEK_WORD = r"(?P<week>上上|上|本|这|下)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])"
_PART = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|晚|早)?"
_LEADS = re.compile(
    rf"(?:(?P<word>{_DAY_WORD})|{_WEEK_WORD}){_PART}(?:[（(](?:即|也就是|(?:星期|周)[一二三四五六日天][，,、 ]?)?|[，,]?(?:即|也就是))\s?$"
)
_TO_COME = re.compile(rf"(?P<word>{_DAY_WORD})(?:就|便|正|恰好)?是$")
_FOLLOWS = re.compile(rf"{_PART}[（(](?:即|也就是)?(?:(?P<word>{_DAY_WORD})|{_WEEK_WORD}){_PART}[）)]")
_DAYS_AGO = re.compile(r"(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})天(?P<way>前|后)[（(](?:即)?$")
_BARE_WEEKDAY = re.compile(
    rf"(?P<word>{_DAY_WORD}){_PART}(?:[（(]|是)(?P<name>(?:星期|周|礼拜)(?P<day>[一二三四五六日天]))(?=[）)，,。；])"
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
        ago = _DAYS_AGO.search(text[: mention.start], max(0, mention.start - 8))
        if ago is not None and not is_quoted(text, mention.start):
            yield from _judge_days_ago(analysis, mention, ago)
    for match in _BARE_WEEKDAY.finditer(text):
        yield from _judge_weekday_word(analysis, match)
    yield from _years_and_months(analysis)


def _word_beside(text: str, mention: Mention) -> re.Match[str] | None:
    before = _LEADS.search(text[: mention.start], max(0, mention.start - 14))
    if before is not None:
        return before
    after = _FOLLOWS.match(text, mention.core_end)
    if after is not None:
        return after
    is_day = _TO_COME.search(text[: mention.start], max(0, mention.start - 8))
    if is_day is None or is_quoted(text, mention.start):
        return None
    return is_day if RELATIVE_DAYS[is_day["word"]] or not writes_year(mention) else None


def _judge_word(analysis: Analysis, mention: Mention, match: re.Match[str]) -> Iterator[Hit]:
    days = readings(analysis, mention)
    groups = match.re.groupindex
    week = match["week"] if "week" in groups else None
    meant = _week_days(analysis, match) if week else _meant(analysis, match["word"])
    if not days or not meant or set(days) & set(meant):
        return
    word = f"{match['week']}周{match['weekday']}" if week else match["word"]
    yield _word_hit(analysis, Span(mention.core_start, mention.core_end), mention.text, word, meant[0])


def _judge_days_ago(analysis: Analysis, mention: Mention, match: re.Match[str]) -> Iterator[Hit]:
    """三天前（6月2日）: a day either way is counted differently."""
    count = number(match["count"])
    days = readings(analysis, mention)
    if count is None or not days or not _EVENT_DAY.search(match.string[: match.start()][-1:]):
        return
    shift = -count if match["way"] == "前" else count
    meant = [day + shift * DAY for day in _writing_days(analysis)]
    if all(abs((day - right).days) > 1 for day in days for right in meant):
        yield _word_hit(analysis, mention.core, mention.text, match.group().rstrip("（(即"), meant[0])


def _word_hit(analysis: Analysis, span: Span, written: str, word: str, meant: datetime.date) -> Hit:
    today = analysis.document.date
    assert today is not None
    expected = f"{meant.month}月{meant.day}日"
    working = Derivation(f"{today.isoformat()} → {word} = {meant.isoformat()}")
    values = {"written": written, "word": word, "today": shown(today), "expected": expected}
    return Hit(span, values, (working,), expected)


def _meant(analysis: Analysis, word: str) -> tuple[datetime.date, ...]:
    """The days that a word may mean; 今天 also the day before, on which the article of a morning paper was written."""
    shift = RELATIVE_DAYS[word]
    days = [day + shift * DAY for day in _writing_days(analysis)]
    if shift == 0:
        days += [day - DAY for day in article_days(analysis.document)]
    return tuple(days)


_REPORTERS = re.compile(r"(?:记者|今[天日晚](?:[（(])?)$")


def _writing_days(analysis: Analysis) -> list[datetime.date]:
    """The article's date first; then its date line's and the days on which its reporters say that they asked."""
    document = analysis.document
    assert document.date is not None
    days = [document.date, *(article_days(document) - {document.date})]
    for mention in analysis.mentions:
        day = day_of(mention)
        if day is None or day in days or not 0 < (document.date - day).days <= 3:
            continue
        if _REPORTERS.search(document.text[max(0, mention.start - 4) : mention.start]):
            days.append(day)
    return days


def _week_days(analysis: Analysis, match: re.Match[str]) -> tuple[datetime.date, ...]:
    """The days that 上周三 may mean: weeks begin on Monday; for Sundays also the day before the Monday."""
    shift = {"上上": -14, "上": -7, "本": 0, "这": 0, "下": 7}[match["week"]]
    name = match["weekday"].replace("天", "日")
    found: list[datetime.date] = []
    for today in _writing_days(analysis):
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
    meant = _meant(analysis, match["word"])
    if is_quoted(analysis.document.text, match.start()) or not is_read(analysis, match.start()):
        return
    if any(_WEEKDAYS[day.weekday()] == match["day"].replace("天", "日") for day in meant):
        return
    today = analysis.document.date
    assert today is not None
    right = match["name"][:-1] + _WEEKDAYS[meant[0].weekday()]
    working = Derivation(f"{today.isoformat()} → {match['word']} = {meant[0].isoformat()} = {right}")
    values = {"written": match["name"], "word": match["word"], "today": shown(today), "expected": right}
    yield Hit(Span(*match.span("name")), values, (working,), right)


_YEAR_WORD = re.compile(
    rf"(?P<word>{alternatives(RELATIVE_YEARS)})(?:[（(](?:即)?(?P<year>[12]\d{{3}})年?[）)]|(?:已经|就)?是(?P<year2>20\d{{2}})年(?![前后]))"
)
_MONTH_WORD = re.compile(rf"(?P<word>{alternatives(RELATIVE_MONTHS)})[（(](?:即)?(?P<month>\d{{1,2}})月份?[）)]")


def _years_and_months(analysis: Analysis) -> Iterator[Hit]:
    """去年（2022年）, 上月（3月）."""
    document = analysis.document
    today = document.date
    assert today is not None
    for match in _YEAR_WORD.finditer(document.text):
        meant = today.year + RELATIVE_YEARS[match["word"]]
        group = "year" if match["year"] else "year2"
        if int(match[group]) != meant and not is_quoted(document.text, match.start()):
            yield _period_hit(match, group, today, f"{meant}年")
    for match in _MONTH_WORD.finditer(document.text):
        month = (today.month - 1 + RELATIVE_MONTHS[match["word"]]) % 12 + 1
        if int(match["month"]) != month and not is_quoted(document.text, match.start()):
            yield _period_hit(match, "month", today, f"{month}月")


def _period_hit(match: re.Match[str], group: str, today: datetime.date, expected: str) -> Hit:
    values = {"written": match[group], "word": match["word"], "today": shown(today), "expected": expected}
    working = Derivation(f"{today.isoformat()} → {match['word']} = {expected}")
    return Hit(Span(*match.span(group)), values, (working,), expected)


# --- told as past ------------------------------------------------------------------------------------------------------

_PAST = re.compile(
    rf"(?P<weak>{alternatives(WEAK_PAST_MARKS)})|{alternatives(PAST_MARKS)}|闭幕(?![会式])"
    r"|(?:当晚|当天|当日|首日|现场)[^，。；]{0,10}(?:超过|突破|达到?|逾|接待|共有?|有)[^，。；]{0,6}[0-9]"
)
_FUTURE = re.compile(rf"{alternatives(FUTURE_MARKS)}|(?<![老名小大虎女武部干])将(?![军士领帅近])|(?<![模虚])拟")
_NOT_DONE = re.compile(r"为了|除了|了如|未了|罢了|了解(?!到)|了不起|已(?:定|确定|就绪)")
_BEFOREHAND = re.compile(r"(?:目前|现|日前|近日|此前|方案|通知|计划|日程|赛程|公告|安排|预案)[^，。；]{0,8}$")
_WHICH = re.compile(r"[^，。；、：]{0,14}的")
_ASKED = re.compile(r"记者(?:从|在|获悉|了解|采访|走访|看到)?$")
_AS_OF = re.compile(r"(?:截至|截止到?|到|至)$")
_STATED = re.compile(r"[^。；]{1,30}(?P<mark>同比|环比|(?:率|比例|指数|均价)达到?)[^，。；]{0,6}[0-9]")
_YEAR_END = re.compile(r"(?:[年月]末|[年月]底)")
_BEGINS_LATER = re.compile(r"(?:起|开始|前|之前|以前|后|止|之后|以后|至|到|—|-|～)")
_LIKELY = 45
"""A bare month and day up to so many days ahead is rather a slip than the same day of another year."""


def future_as_past(analysis: Analysis) -> Iterator[Hit]:
    """A day after the article's that the article reports as done."""
    document = analysis.document
    if document.date is None:
        return
    latest = max(article_days(document))
    for mention in analysis.mentions:
        stamp = stamp_of(mention) or _first_day(mention)
        if stamp is None or not _is_after(analysis, mention, stamp, latest):
            continue
        if _is_dateline(analysis, mention) or is_quoted(document.text, mention.start):
            continue
        mark = _told_as_past(document.text, mention)
        if mark is not None:
            evidence: tuple[Evidence, ...] = (
                SpanEvidence(mark.start, mark.end, document.text[mark.start : mark.end]),
                Derivation(f"{stamp.iso()} > {document.date.isoformat()}"),
            )
            values = {
                "written": mention.text,
                "today": shown(document.date),
                "mark": document.text[mark.start : mark.end],
            }
            yield Hit(mention.span, values, evidence)


def _first_day(mention: Mention) -> Stamp | None:
    """The first of a range of days."""
    low = mention.quantity.low
    return low if isinstance(low, Stamp) and low.day is not None else None


def _is_dateline(analysis: Analysis, mention: Mention) -> bool:
    dateline = analysis.document.masthead.dateline
    return dateline is not None and dateline.span.holds(mention.core)


def _is_after(analysis: Analysis, mention: Mention, stamp: Stamp, latest: datetime.date) -> bool:
    """Whether the whole of a day or month comes after the article, and no other year can be meant."""
    days = stamp.days()
    if days is None or (stamp.month is None and not _ends_year(analysis, mention, stamp)):
        return False
    first = days[1] if stamp.month is None or _YEAR_END.search(mention.text) else days[0]
    if first <= latest:
        return False
    if writes_year(mention):
        return (first - latest).days < 800
    if stamp.day is None and not _YEAR_END.search(mention.text):
        return False  # 2月份原油期货; in January 今年3月 may still be the year before
    return (first - latest).days <= _LIKELY and not other_years(analysis, mention)


def _ends_year(analysis: Analysis, mention: Mention, stamp: Stamp) -> bool:
    return stamp.month is None and re.search(r"年(?:末|底)$", mention.text) is not None


def _told_as_past(text: str, mention: Mention) -> Span | None:
    """The words that report the day as past; None where anything in its sentence looks ahead."""
    sentence = sentence_at(text, mention.start)
    if _FUTURE.search(text, sentence.start, sentence.end):
        return None
    head = text[max(sentence.start, mention.start - 4) : mention.start]
    if _ASKED.search(head):
        return Span(mention.start - 2, mention.start)
    at = mention.end if _YEAR_END.search(mention.text) else mention.core_end
    if _BEGINS_LATER.match(text, at) or _BEGINS_LATER.match(text, mention.end):
        return None
    if _AS_OF.search(head) or _YEAR_END.search(mention.text):
        return _tally(text, mention, sentence)
    if re.search(r"[到至—～-]$", head):
        return None
    if text.startswith(("是", "为"), mention.core_end):
        return None
    stated = _STATED.match(text, mention.core_end) if writes_year(mention) else None
    if stated is not None:
        return Span(*stated.span("mark"))
    for match in _PAST.finditer(text, mention.end, sentence.end):
        if _is_done(match, mention):
            return Span(*match.span())
    return _told_next(text, mention, sentence)


_HELD = re.compile(
    r"[^。；]{0,40}(?:召开|举行|举办|开幕|开赛|揭幕|启幕|启动|成立|签约|通车|开通|投产|开工|落户|亮相|上演|开讲|开展|进行)"
)
_ON_THE_SPOT = re.compile(
    r"会上|会议(?:强调|指出|听取|审议|要求|由)|仪式上|活动现场|活动中|开幕式上|现场|出席(?:并|会议|活动|开幕)|致辞|主持(?:会议|仪式)|他强调|他指出|她说|他说|据介绍"
)


def _told_next(text: str, mention: Mention, sentence: Span) -> Span | None:
    """The words of the next sentence that tell how a meeting went that the first says was held on the day."""
    if mention.start - sentence.start > 6 or not _HELD.match(text, mention.end, sentence.end):
        return None
    after = sentence_at(text, min(sentence.end + 1, len(text)))
    if (
        after.start <= sentence.start
        or text[sentence.end : sentence.end + 1] == "\n"
        or _FUTURE.search(text, after.start, after.end)
    ):
        return None
    match = _ON_THE_SPOT.search(text, after.start, after.end)
    return Span(*match.span()) if match is not None else None


def _is_done(match: re.Match[str], mention: Mention) -> bool:
    """Whether a word that tells of the past says that the day itself has come, not what was done for it beforehand."""
    text, at = match.string, match.start()
    if _NOT_DONE.match(text, at) or _NOT_DONE.match(text, at - 1):
        return False
    if match["weak"] is None:
        return True
    if mention.quantity.low is not None and match["weak"] != "了":
        return False
    return not _BEFOREHAND.search(text[mention.end : at]) and not _WHICH.match(text, mention.end)


_TALLY = re.compile(alternatives(STATISTICS))


def _tally(text: str, mention: Mention, sentence: Span) -> Span | None:
    """截至5月31日，累计……; 2025年末，常住人口达……"""
    match = _TALLY.search(text, mention.end, min(sentence.end, mention.end + 40))
    return Span(*match.span()) if match is not None else None


# --- date lines --------------------------------------------------------------------------------------------------------

_REPORTED = re.compile(
    r"(?:讯|报道|电|消息)\s?[（(](?:记者|通讯员|见习记者|实习记者)[^（()）\n]{1,16}?\s?(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s?(?:报道|摄|电|讯)?[）)]"
)


_CLOSING = re.compile(r"[（(][\u4e00-\u9fff]{2,14}(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|讯)[）)]$")


def dateline_after_publication(analysis: Analysis) -> Iterator[Hit]:
    """A date line later than the day of publication."""
    document = analysis.document
    dateline = document.masthead.dateline
    if document.date is None:
        return
    if dateline is not None and dateline.date is not None:
        yield from _judge_dateline(analysis, dateline.date, dateline_day(document))
        return
    for block in document.blocks:
        closing = _CLOSING.search(document.text, max(block.span.start, block.span.end - 40), block.span.end)
        if closing is not None:
            day = nearest_day(closing["date"], document.date)
            yield from _judge_dateline(analysis, Span(*closing.span("date")), day)
            return
        match = _REPORTED.search(document.text, block.span.start, min(block.span.end, block.span.start + 60))
        if match is not None and block.kind == "paragraph":
            yield from _judge_dateline(analysis, Span(*match.span("date")), nearest_day(match["date"], document.date))
            return


def _judge_dateline(analysis: Analysis, span: Span, day: datetime.date | None) -> Iterator[Hit]:
    document = analysis.document
    published = document.date
    if published is None or day is None or not 0 < (day - published).days <= 180:
        return
    field = document.masthead.date
    evidence: tuple[Evidence, ...] = (Derivation(f"{day.isoformat()} > {published.isoformat()}"),)
    if field is not None:
        evidence = (
            SpanEvidence(field.span.start, field.span.end, document.text[field.span.start : field.span.end]),
            *evidence,
        )
    values = {"written": document.text[span.start : span.end], "today": shown(published)}
    yield Hit(span, values, evidence)
