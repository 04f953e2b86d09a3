"""Dates as written in, the days and months that do not exist out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import is_read, sentence_at, stamp_of, writes_year
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.numerals import whole_number

_NUMBER = r"(?:[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?<![0-9０-９.．一二三四五六七八九十〇零])(?P<m>{_NUMBER})月份?(?P<d>{_NUMBER})[日号](?![线楼院馆店厅井桌车厂文])"
)
_MONTH = re.compile(r"(?:[12][0-9]{3}年|[今去明]年)(?P<m>[0-9]{1,2})月(?![龄大嫂])")
_MONTH_IN_WORDS = re.compile(r"年(?P<m>十[三四五六七八九]|二十)月(?![龄])")
_LUNAR = re.compile(r"农历|阴历|旧历|夏历|闰|正月|腊月|冬月|回历|伊历|藏历|傣历|彝历")
_SPOKEN_OF = re.compile(
    r"不存在|(?:没有|并无)[^，。；]{0,8}[0-9一二三十][日号]|历法|儒略|真的有过?|虚构|革命历|历书|共和历|格里历|埃塞俄比亚|系统(?:允许|提示|弹出|显示)|报错|校对|更正|错别字|(?:身份证|户口本|证件|证书)上|登记为|填[成为]|误写|错写|写成|写错|误印|错印|闹出|乌龙|笔误|愚人|永远不|不可能|假如|如果真|破绽|露馅|露了馅|马脚|穿帮|伪造|假合同|假证|哪来|错版|错报|印错|哪有|何来|世上"
)
_IN_PRINT = re.compile("错版|印错|错报|排错|哪来的")
"""In the sentence behind, it was a slip of a paper of that time, and the article tells of it."""
_STORY = re.compile(r"小说|主人公|剧中|剧名|片名|歌名|诗|寓言|童话")
_NEXT_DAY = re.compile(r"[、和及]|以及")
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
    for pattern in (_DATE, _MONTH, _MONTH_IN_WORDS):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            hit = _missing_number(match, span)
            if hit is None or any(span.overlaps(other) for other in taken) or not is_read(analysis, span.start):
                continue
            if not _is_excused(text, span):
                taken.append(span)
                yield hit


_OLD = re.compile("族谱|家谱|宗谱|生辰|忌日|洪武|永乐|嘉靖|万历|崇祯|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统")
"""Words of days that are counted by the moon, when they are written in Chinese numerals."""


_IN_NO_MONTH = re.compile("三十一|十[三四五六七八九]月|二十月")
"""What no calendar of the moon has either."""


def _is_excused(text: str, span: Span) -> bool:
    """Whether the day belongs to another calendar, or is spoken of as one that does not exist."""
    sentence = sentence_at(text, span.start)
    if _LUNAR.search(text, max(sentence.start, span.start - 8), span.end):
        return True
    if (
        not text[span.start].isdigit()
        and not _IN_NO_MONTH.search(text, span.start, span.end)
        and _OLD.search(text, sentence.start, sentence.end)
    ):
        return True
    if text[span.start - 1 : span.start] == "“" and (
        text[span.end : span.end + 1] == "”" or _STORY.search(text, sentence.start, sentence.end)
    ):
        return True
    if text.rfind("《", sentence.start, span.start) > text.rfind("》", sentence.start, span.start):
        return True
    if _IN_PRINT.search(text, sentence.end, min(len(text), sentence.end + 60)):
        return True
    return _SPOKEN_OF.search(text, sentence.start, sentence.end) is not None or text.startswith(_THERE_IS_NO, span.end)


_THERE_IS_NO = ("没有", "并不", "并无", "是没有", "从来没有", "是不存在")


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
    month = whole_number(match["m"])
    day = whole_number(match["d"]) if "d" in match.re.groupindex else 1
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


# --- how long a year or month is -----------------------------------------------------------------------------

_Y = r"(?<![0-9])(?P<year>(?:1[5-9]|2[01])[0-9]{2})年"
_KINDS = re.compile(rf"{_Y}(?:是|为|系|属于?|正?逢|恰逢|作为|又是)(?:一?个)?(?:公历)?(?P<kind>[闰平])年")
_YEAR_DAYS = re.compile(rf"{_Y}(?:全年|一年|这一年|共|总共|一共|有|共有|是|为|，)+(?P<days>36[0-9])天")
_MONTH_DAYS = re.compile(
    rf"(?:{_Y})?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:只有|仅有|共有|总共有?|一共有?|有|共|是|为|全月共?|当月共?)(?P<days>2[89]|3[0-9])天(?=[，。；、）)]|$)"
)
_AGAIN = re.compile(rf"(?:等到|要到|得到|待到|将在|落在|出现在|会在|是在?|在|要等)(?:了)?{_Y}")
_NEXT_LEAP = re.compile(r"2月29日|二月二十九日|闰年|闰日")
_NEXT = re.compile(r"下一?[个次回]|再次|再过|下回|等到|要到|才能")


def wrong_length(analysis: Analysis) -> Iterator[Hit]:
    """2022年是闰年, 11月共有31天, 2月29日……下一次要等到2026年: a year or month that is longer or shorter."""
    text = analysis.document.text
    for match in _KINDS.finditer(text):
        right = "闰" if _is_leap(int(match["year"])) else "平"
        if match["kind"] != right and not _is_denied(text, match.start()):
            yield _length_hit(match, "kind", f"{right}年", f"{match['year']}年 = {right}年")
    for match in _YEAR_DAYS.finditer(text):
        days = 366 if _is_leap(int(match["year"])) else 365
        if int(match["days"]) != days:
            yield _length_hit(match, "days", f"{days}天", f"{match['year']}年 = {days}天")
    yield from _months_of_days(text)
    yield from _next_leap_day(text)


def _months_of_days(text: str) -> Iterator[Hit]:
    for match in _MONTH_DAYS.finditer(text):
        month = whole_number(match["month"]) or 1
        if _LUNAR.search(text, max(0, match.start() - 8), match.end()) or not 1 <= month <= 12:
            continue
        days = {_days_in(int(match["year"]) if match["year"] else None, month)}
        if month == 2 and not match["year"]:
            days |= {28, 29}
        if int(match["days"]) not in days:
            yield _length_hit(match, "days", f"{max(days)}天", f"{month}月 = {max(days)}天")


def _next_leap_day(text: str) -> Iterator[Hit]:
    """下一个2月29日要等到2026年."""
    for match in _AGAIN.finditer(text):
        sentence = sentence_at(text, match.start())
        if _is_leap(int(match["year"])) or _NEXT_LEAP.search(text, sentence.start, match.start()) is None:
            continue
        if _NEXT.search(text, sentence.start, match.end("year")) and not _is_denied(text, match.start()):
            right = next(year for year in range(int(match["year"]), 3000) if _is_leap(year))
            yield _length_hit(match, "year", f"{right}年", f"{match['year']}年 = 平年")


def _is_denied(text: str, at: int) -> bool:
    """Whether the sentence says that it is not so."""
    sentence = sentence_at(text, at)
    return re.search(r"不是|并非|误|以为|而非|却不", text[sentence.start : sentence.end]) is not None


def _is_leap(year: int) -> bool:
    return _days_in(year, 2) == 29


def _length_hit(match: re.Match[str], group: str, expected: str, working: str) -> Hit:
    span = Span(*match.span())
    values = {"written": match.group(), "expected": expected}
    return Hit(span, values, (SpanEvidence(*match.span(group), match[group]), Derivation(working)), expected)
