"""Dates against the calendar: weekdays on which they do not fall, days and months that do not exist."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.days import (
    is_read,
    number,
    readings,
    sentence_at,
    stamp_of,
    writes_year,
)
from figcheck.model import Analysis, Derivation, Fix, Hit, Mention, Span, Stamp, Word

# --- weekdays ------------------------------------------------------------------------------------------------

_DAYS = "一二三四五六日"
_WEEK = r"(?P<kind>星期|周|礼拜)(?P<day>[一二三四五六日天])"
_WEEK_NEAR = re.compile(r"[期周拜][一二三四五六日天]")
_DAY_TAIL = r"(?:当天|当日|凌晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|夜)?"
_GOES_ON = (
    r"(?=$|[\s）)（(，,。；;、！？：:”》·—-]|(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|当[天日晚]|这天)|[0-9０-９]"
    r"|(?:开[始幕放馆赛业展播]|举[行办]|在|至|到|起|前|将|是|为|的|迎来|正式|全天|休|闭|放假|补班|上班|进行|公布|发布|播出|上映))"
)
"""What may follow 周一 that is a weekday and no beginning of a name: 11月21日周一鸣到馆签售."""
_NO_WORD = r"(?![线期报刊年末边围记版])"
_BRACKETED = re.compile(
    rf"{_DAY_TAIL}\s?[（(]\s?(?:[本上下这]个?|农历[^（()）]{{2,8}}[，,、])?{_WEEK}(?![至到、和或及期])"
)
_BARE = re.compile(rf"{_DAY_TAIL}\s{{0,2}}(?:{_WEEK}{_NO_WORD}{_GOES_ON})")
_COMMA = re.compile(
    rf"{_DAY_TAIL}[，,]\s?(?:(?P<kind>星期|礼拜)(?P<day>[一二三四五六日天]){_NO_WORD}(?![起至到前后的、和或及])"
    rf"|(?P<kind2>周)(?P<day2>[一二三四五六日天])(?=$|[，,。；;）)\s]|(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚)))"
)
_APPOSED = re.compile(
    rf"(?:那天|这天|那一[天页]|这一天)?[，,](?:那是|这是|是)?(?:一?个[^，。；]{{0,8}}的?)?{_WEEK}{_NO_WORD}(?=[，,。；;])"
)
_COPULA = re.compile(
    rf"{_DAY_TAIL}[，,]?(?:是|为|正是|正值|恰是|恰逢|适逢|也就是|即)(?:{_WEEK}{_NO_WORD}(?![起至到前后、和或及])(?=[，,。；;）)\s]|$))"
)
_BEFORE = re.compile(rf"(?<![至到])(?P<which>[本上下这]个?)?{_WEEK}(?:\s?[（(](?:即|也就是)?|[，,](?:即|也就是)?)\s?$")
_PAIR = re.compile(
    r"[（(]\s?(?:星期|周|礼拜)(?P<first>[一二三四五六日天])(?:[、和及至到—-]|与)(?:星期|周|礼拜)?(?P<last>[一二三四五六日天])\s?[）)]"
)
_NEXT_DAY = re.compile(r"[、和及]|以及")


def wrong_weekday(analysis: Analysis) -> Iterator[Hit]:
    """A weekday beside a date that falls on another."""
    text = analysis.document.text
    if not any(word in text for word in ("星期", "周", "礼拜")):
        return
    for at, mention in enumerate(analysis.mentions):
        if mention.quantity.kind != "date" or not _WEEK_NEAR.search(
            text, max(0, mention.start - 9), mention.core_end + 16
        ):
            continue
        match = _weekday_beside(analysis, mention)
        if match is not None and stamp_of(mention) is not None:
            if (
                at
                and _NEXT_DAY.fullmatch(text, analysis.mentions[at - 1].end, mention.start)
                and _is_day(analysis, at - 1)
            ):
                continue
            yield from _judge_weekday(analysis, mention, match)
            continue
        pair = _PAIR.match(text, mention.end)
        if pair is not None:
            yield from _judge_pair(analysis, at, pair)
    yield from _masthead_weekday(analysis)


def _is_day(analysis: Analysis, at: int) -> bool:
    stamp = stamp_of(analysis.mentions[at])
    return stamp is not None and stamp.day is not None


def _weekday_beside(analysis: Analysis, mention: Mention) -> re.Match[str] | None:
    text = analysis.document.text
    for pattern in (_BRACKETED, _BARE, _COMMA, _COPULA, _APPOSED):
        match = pattern.match(text, mention.core_end)
        if match is not None:
            return match
    before = _BEFORE.search(text, max(0, mention.start - 8), mention.start)
    if before is not None and before["which"] and analysis.document.date is not None:
        return None  # 上周三（6月5日） is weighed against the article's date, as a whole
    return before


def _judge_weekday(analysis: Analysis, mention: Mention, match: re.Match[str]) -> Iterator[Hit]:
    group = "day" if match["day"] else "day2"
    days = readings(analysis, mention)
    written = match[group].replace("天", "日")
    if not days or any(_DAYS[day.weekday()] == written for day in days):
        return
    start = min(match.start(), mention.core_start) if match.start() < mention.start else mention.core_start
    start = match.start("kind") if match.end() <= mention.start else start
    end = max(match.end(group), mention.core_end)
    end += analysis.document.text[end : end + 1] in tuple("）)")
    yield _weekday_hit(days[0], match["kind"] or match["kind2"], Span(*match.span(group)), Span(start, end), written)


def _weekday_hit(day: datetime.date, kind: str, letter: Span, span: Span, written: str) -> Hit:
    right = _DAYS[day.weekday()]
    values = {"written": kind + written, "date": day.isoformat(), "expected": kind + right}
    working = Derivation(f"{day.isoformat()} = {kind}{right}")
    return Hit(span, values, (working,), kind + right, Fix(letter.start, letter.end, right, safe=False))


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
            span = Span(mention.core_start, pair.end())
            yield _weekday_hit(days[0], "星期", Span(*pair.span(group)), span, written)
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


_MASTHEAD_DAY = re.compile(
    rf"(?P<y>\d{{4}})\s?[年./-]\s?(?P<m>\d{{1,2}})\s?[月./-]\s?(?P<d>\d{{1,2}})\s?日?\s{{0,3}}[（(]?{_WEEK}"
)


def _masthead_weekday(analysis: Analysis) -> Iterator[Hit]:
    """The weekday beside the date of publication."""
    document = analysis.document
    for block in document.blocks:
        if block.kind != "masthead":
            continue
        match = _MASTHEAD_DAY.search(document.text, block.span.start, block.span.end)
        days = Stamp(int(match["y"]), int(match["m"]), int(match["d"])).days() if match else None
        if match is None or days is None or _DAYS[days[0].weekday()] == match["day"].replace("天", "日"):
            continue
        yield _weekday_hit(
            days[0], match["kind"], Span(*match.span("day")), Span(match.start(), match.end("day")), match["day"]
        )


# --- days that do not exist ----------------------------------------------------------------------------------

_NUMBER = r"(?:[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?<![0-9０-９.．一二三四五六七八九十〇零])(?P<m>{_NUMBER})月份?(?P<d>{_NUMBER})[日号](?![线楼院馆店厅井桌车厂文])"
)
_MONTH = re.compile(r"(?:[12][0-9]{3}年|[今去明]年)(?P<m>[0-9]{1,2})月(?![龄大嫂])")
_LUNAR = re.compile(r"农历|阴历|旧历|夏历|闰|正月|腊月|冬月|回历|伊历|藏历|傣历|彝历")
_SPOKEN_OF = re.compile(
    r"不存在|没有|并无|虚构|误写|错写|写成|写错|误印|错印|闹出|乌龙|笔误|愚人|永远不|哪来|哪有|何来|世上"
)
_MONTH_SAID = re.compile(r"(?:本月|当月|这个月|上个?月|下个?月|同月)的?$")
_YEAR_SAID = re.compile(r"(?:今年|去年|明年)的?$")
_LEAP_TALK = re.compile(r"闰|生日|出生|四年|4年|每年|每逢")


def impossible_date(analysis: Analysis) -> Iterator[Hit]:
    """2月30日, 6月31日, 13月5日, 29 February in a common year."""
    text = analysis.document.text
    taken: list[Span] = []
    for mention in analysis.mentions:
        hit = _missing_day(analysis, mention)
        if hit is not None and not _is_excused(text, mention.span):
            taken.append(hit.span)
            yield hit
    for pattern in (_DATE, _MONTH):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            hit = _missing_number(match, span)
            if hit is None or any(span.overlaps(other) for other in taken) or not is_read(analysis, span.start):
                continue
            if not _is_excused(text, span):
                taken.append(span)
                yield hit


def _is_excused(text: str, span: Span) -> bool:
    """Whether the day belongs to another calendar, or is spoken of as one that does not exist."""
    sentence = sentence_at(text, span.start)
    if _LUNAR.search(text, max(sentence.start, span.start - 8), span.end):
        return True
    if text.rfind("《", sentence.start, span.start) > text.rfind("》", sentence.start, span.start):
        return True
    return _SPOKEN_OF.search(text, sentence.start, sentence.end) is not None


def _missing_day(analysis: Analysis, mention: Mention) -> Hit | None:
    quantity = mention.quantity
    if quantity.kind != "date":
        return None
    for stamp in (quantity.value, quantity.low, quantity.high):
        if not isinstance(stamp, Stamp) or stamp.day is None or stamp.day < 29:
            continue
        series = None if "月" in mention.text else _month_of_series(analysis, mention)
        month = series or stamp.month
        if month is None or not 1 <= month <= 12:
            continue
        longest = _days_in(stamp.year, month)
        if stamp.day > longest and _is_sure(analysis, mention, Stamp(stamp.year, month, stamp.day)):
            return _hit(mention.span, mention.text, "day", month, longest)
    return None


def _is_sure(analysis: Analysis, mention: Mention, stamp: Stamp) -> bool:
    """Whether the text itself, not the reader's guess, says month and year."""
    text = analysis.document.text
    if "月" not in mention.text and not writes_year(mention):
        said = _MONTH_SAID.search(text[max(0, mention.start - 5) : mention.start])
        return said is not None or _month_of_series(analysis, mention) is not None
    if (stamp.month, stamp.day) != (2, 29) or writes_year(mention):
        return True
    sentence = sentence_at(text, mention.start)
    if _LEAP_TALK.search(text, sentence.start, sentence.end):
        return False
    today = analysis.document.date
    said = _YEAR_SAID.search(text, max(0, mention.start - 4), mention.start)
    return bool(said) or (today is not None and today.year == stamp.year and today.month <= 4)


def _month_of_series(analysis: Analysis, mention: Mention) -> int | None:
    """The month that a bare day has from the first of its series: 6月29日、30日、31日."""
    at = analysis.mentions.index(mention)
    before = analysis.mentions[at - 1] if at else None
    if before is None or not _NEXT_DAY.fullmatch(analysis.document.text, before.end, mention.start):
        return None
    stamp = stamp_of(before)
    if stamp is None or stamp.day is None:
        return None
    return stamp.month if "月" in before.text else _month_of_series(analysis, before)


def _missing_number(match: re.Match[str], span: Span) -> Hit | None:
    """A 13th month, a 32nd or 0th day: what the reader of dates does not take for a date at all."""
    month = number(match["m"])
    day = number(match["d"]) if "d" in match.re.groupindex else 1
    if month is None or day is None:
        return None
    if not 1 <= month <= 12:
        return _hit(span, match.group(), "month", month, 12)
    longest = _days_in(None, month)
    return None if 1 <= day <= longest else _hit(span, match.group(), "day", month, longest)


def _hit(span: Span, written: str, bound: str, month: int, last: int) -> Hit:
    """`bound` is `day` where the month has `last` days, `month` where the year has `last` months."""
    values: dict[str, str | Word] = {
        "written": written,
        "bound": Word(f"bound.{bound}"),
        "last": str(last),
        "unit": Word(f"unit.{bound}"),
    }
    working = f"{month}月 ≤ {last}日" if bound == "day" else f"{month}月 > {last}月"
    return Hit(span, values, (Derivation(working),))


def _days_in(year: int | None, month: int) -> int:
    if month == 2 and year is None:
        return 29
    year = year if year is not None and 1 <= year <= 9998 else 2000
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.timedelta(days=1)).day
