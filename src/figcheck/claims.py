"""Mentions in their sentences in, claims out: where subject and measure may stand, period, direction, voice."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from figcheck import expressions as re
from figcheck.data.claim_words import BASIS, FALL, RISE, SPEECH, TO_LEVEL
from figcheck.model import Claim, Document, Mention, Period, Span, Stamp
from figcheck.traditional import folded
from figcheck.values import replace

_SENTENCE = re.compile(r"[^。！？!?；;\n\r]*[。！？!?；;]*[”’」』）)]*")
_CLAUSE_BREAK = re.compile(r"[，,。；;！!？?：:\n\r]")
_JOINED = re.compile(r"、|和|与|及|以及")


def read_claims(document: Document, mentions: Sequence[Mention], paragraphs: Sequence[Span]) -> tuple[Claim, ...]:
    """One claim for each mention, in order. `paragraphs` are the stretches of text that were read for figures.

    Nothing is looked up here: the claim names places in the text, and whoever links it knows the words to look for.
    """
    simple = folded(document.text)
    if simple is not document.text:
        document = replace(document, text=simple)
    claims: list[Claim] = []
    starts = [mention.start for mention in mentions]
    for paragraph in paragraphs:
        first = bisect.bisect_left(starts, paragraph.start)
        last = bisect.bisect_left(starts, paragraph.end)
        if first < last:
            claims.extend(_of_paragraph(document, paragraph, mentions[first:last]))
    return tuple(claims)


def _of_paragraph(document: Document, paragraph: Span, mentions: Sequence[Mention]) -> Iterator[Claim]:
    text = document.text
    times = find_times(document, paragraph, mentions)
    time_starts = [time.start for time in times]
    voices = _voices(text, paragraph)
    reports = _Reports(text)
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text, paragraph.start, paragraph.end) if match[0]]
    breaks = [match.start() for match in _CLAUSE_BREAK.finditer(text, paragraph.start, paragraph.end)]
    at = 0
    changed: tuple[Literal[-1, 0, 1], str | None] = (0, None)
    for index, mention in enumerate(mentions):
        while sentences[at].end <= mention.start:
            at += 1
        sentence = sentences[at]
        clause = _clause(breaks, sentence, mention)
        previous = mentions[index - 1] if index else None
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        period, origin = _period(
            document, times[: bisect.bisect_left(time_starts, mention.start)][-_TIMES:], sentence, mention
        )
        direction, basis = _direction(text, clause, mention)
        if previous is not None and changed[0] and _JOINED.fullmatch(text, previous.end, mention.start):
            direction, basis = changed  # 分别增长5.6%和8.3%
        changed = direction, basis
        yield Claim(
            mention=mention,
            sentence=sentence,
            clause=clause,
            before=Span(_not_before(clause.start, previous), mention.start),
            after=Span(mention.end, _not_after(clause.end, following)),
            paragraph=paragraph,
            period=period,
            period_origin=origin,
            direction=direction,
            basis=basis,
            voice=_voice_of(voices, mention) or reports.before(sentence, mention),
        )


def _not_before(start: int, previous: Mention | None) -> int:
    return start if previous is None else max(start, previous.end)


def _not_after(end: int, following: Mention | None) -> int:
    return end if following is None else min(end, following.start)


def _clause(breaks: Sequence[int], sentence: Span, mention: Mention) -> Span:
    """Between the marks around the figure; `breaks` are the places of all such marks, one character each."""
    before = bisect.bisect_left(breaks, mention.start) - 1
    after = bisect.bisect_left(breaks, mention.end)
    start = breaks[before] + 1 if before >= 0 else sentence.start
    end = breaks[after] if after < len(breaks) else sentence.end
    return Span(max(start, sentence.start), min(end, sentence.end))


# --- direction -----------------------------------------------------------------------------------------------


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_CHANGE = re.compile(
    rf"(?:(?P<rise>{_alternatives(RISE)})|(?P<fall>{_alternatives(FALL)}))"
    rf"(?P<level>{_alternatives(TO_LEVEL)})?(?:了|出|约|超|近|仅|只|又|分别|均|逾|超过|不到|为|是|高达|以|幅度|率|的)*$"
)
_CHANGE_ENDS = frozenset(
    {word[-1] for word in (*RISE, *FALL, *TO_LEVEL)} | set("了出约超近仅只又别均逾过到为是达以度率的")
)
_THAN_ENDS = frozenset("高多长快大贵重低少短慢小宜轻了出约近")
"""Characters before a figure that may end what says of a change: most figures have none there."""
_THAN = re.compile(
    r"(?:比|较)[^，。；：]{1,14}?(?:(?P<rise>高|多|长|快|大|贵|重)|(?P<fall>低|少|短|慢|小|便宜|轻))(?:了|出|约|近)*$"
)
"""比去年低1.4元: a difference, not a level."""
_NAMED_RATE = frozenset("增幅 涨幅 增速 增长率 升幅 降幅 跌幅 减幅".split())
_BASIS = re.compile(_alternatives(BASIS))


def _direction(text: str, clause: Span, mention: Mention) -> tuple[Literal[-1, 0, 1], str | None]:
    last = text[mention.core_start - 1 : mention.core_start]
    change = None
    if last in _CHANGE_ENDS:
        change = _CHANGE.search(text[max(clause.start, mention.start - 14) : mention.core_start])
    if change is None and last in _THAN_ENDS:
        change = _THAN.search(text[max(clause.start, mention.start - 20) : mention.core_start])
    if change is None:
        return 0, None
    word = change["rise"] or change["fall"]
    if change.groupdict().get("level") and word not in _NAMED_RATE:
        return 0, None
    basis = None
    for match in _BASIS.finditer(text, max(clause.start, mention.start - _AROUND), mention.start):
        basis = match.group()
    return (1 if change["rise"] else -1), basis


# --- voices --------------------------------------------------------------------------------------------------

_QUOTE = re.compile(r"“[^”]*”")
_SPEAKING = re.compile(rf"(?:{_alternatives(SPEECH)})")
_AROUND = 40
"""Characters around a quotation in which its speaker is sought."""


def _voices(text: str, paragraph: Span) -> list[tuple[Span, Span]]:
    """Quotations of the paragraph with the clause that names who speaks."""
    voices: list[tuple[Span, Span]] = []
    for quote in _QUOTE.finditer(text, paragraph.start, paragraph.end):
        after = _SPEAKING.search(text, quote.end(), min(paragraph.end, quote.end() + _AROUND))
        if after is not None and not _CLAUSE_BREAK.search(text, quote.end(), after.start()):
            voices.append((Span(*quote.span()), Span(quote.end(), after.end())))
            continue
        head = text.rfind("。", paragraph.start, quote.start()) + 1
        start = max(head, paragraph.start, quote.start() - _AROUND)
        before = None
        for match in _SPEAKING.finditer(text, start, quote.start()):
            before = match
        if before is not None:
            voices.append((Span(*quote.span()), Span(start, before.end())))
    return voices


def _voice_of(voices: Sequence[tuple[Span, Span]], mention: Mention) -> Span | None:
    at = bisect.bisect_right(voices, mention.start, key=lambda voice: voice[0].start) - 1
    return voices[at][1] if at >= 0 and voices[at][0].holds(mention.span) else None


_REPORTED = re.compile(rf"(?:{_alternatives(SPEECH)})(?:说|道)?[，,：:]")


_REPORTED_REACH = 200
"""Characters before a figure in which a sentence may name who is reported."""


class _Reports:
    """Speech that is reported without quotation marks; a sentence is looked through once for all its figures."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentence: Span | None = None
        self._match: re.Match[str] | None = None

    def before(self, sentence: Span, mention: Mention) -> Span | None:
        """The words that say who speaks: 罗海岳介绍，平台……"""
        start = mention.start - _REPORTED_REACH
        if start > sentence.start:
            match = _REPORTED.search(self._text, start, mention.start)
            return Span(start, match.end()) if match is not None else None
        if self._sentence is not sentence:
            reach = min(sentence.end, sentence.start + _REPORTED_REACH)
            self._sentence, self._match = sentence, _REPORTED.search(self._text, sentence.start, reach)
        match = self._match
        return Span(sentence.start, match.end()) if match is not None and match.end() <= mention.start else None


# --- periods -------------------------------------------------------------------------------------------------

_TIME_WORD = re.compile(
    r"(?=[今本去上前明后当同下第一二三四1-4])(?:(?P<year>今年|本年度?|去年|上年|前年|明年|后年|当年|同年)(?P<end>末|底|年末)?(?P<rest>以来|初)?"
    r"(?:的?(?P<part>上半年|下半年|前[二三两]季度|第?[一二三四1-4]季度|全年|同期|前(?:[0-9]{1,2}|[一二三四五六七八九十]+)个?月))?"
    r"|(?P<bare>上半年|下半年|前[二三两]季度|第?[一二三四1-4]季度|前(?:[0-9]{1,2}|[一二三四五六七八九十]+)个月)"
    r"|(?P<month>本月|当月|上个?月))"
)
_AFTER_YEAR_PART = re.compile(
    r"(?:的|全年)?(?P<part>上半年|下半年|前[二三两]季度|第?[一二三四1-4]季度|前[0-9]{1,2}个月)"
)
_COMPARED = re.compile(r"(?:比|较|同|超过|高于|低于|由|从|相当于|好于)$")
_BINDS_ONE = re.compile(r"(?:的|为|是|仅为|只有|仅|则为|有)?(?:约|近|超)?")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_CHINESE = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}


class Time:
    """A time expression, and whether it holds for one figure only, or for its sentence only (去年同期)."""

    __slots__ = ("compared", "end", "local", "period", "start")

    def __init__(self, start: int, end: int, period: Period, *, compared: bool, local: bool) -> None:
        self.start, self.end, self.period = start, end, period
        self.compared, self.local = compared, local


def find_times(document: Document, paragraph: Span, mentions: Sequence[Mention]) -> list[Time]:
    """The periods that a paragraph names, in order: its dates and words such as 今年前三季度.

    Words that name the other side of a comparison (比上年, 由上年的498.8公斤) are marked: they hold for one figure.
    """
    text = document.text
    dates = [time for mention in mentions for time in _of_date(text, mention)]
    times: list[Time] = []
    at = 0
    for match in _TIME_WORD.finditer(text, paragraph.start, paragraph.end):
        while at < len(dates) and dates[at].start < match.end():
            times.append(dates[at])
            at += 1
        if times and match.start() < times[-1].end:
            continue  # part of a date: 2023年上半年
        period = _of_word(match, document.date, times)
        if period is not None:
            times.append(_time(text, match.start(), match.end(), period))
    return [*times, *dates[at:]]


def _time(text: str, start: int, end: int, period: Period) -> Time:
    compared = _COMPARED.search(text[max(0, start - 3) : start]) is not None
    return Time(start, end, period, compared=compared, local=text[end - 2 : end] == "同期")


def _of_date(text: str, mention: Mention) -> Iterator[Time]:
    quantity = mention.quantity
    if quantity.kind != "date" or not quantity.resolved:
        return
    low, high = quantity.low or quantity.value, quantity.high or quantity.value
    if not isinstance(low, Stamp) or not isinstance(high, Stamp):
        return
    part = _AFTER_YEAR_PART.match(text, mention.core_end) if low == high and low.month is None else None
    period = _part_of(low.year, part["part"]) if part and low.year else _between(low, high)
    if period is not None:
        yield _time(text, mention.start, part.end() if part else mention.end, period)


@lru_cache(maxsize=2048)
def _between(low: Stamp, high: Stamp) -> Period | None:
    first, last = low.days(), high.days()
    if first is None or last is None or first[0] > last[1]:
        return None
    return Period(first[0], last[1], low.iso() if low == high else f"{low.iso()}/{high.iso()}")


def _of_word(match: re.Match[str], today: datetime.date | None, times: Sequence[Time]) -> Period | None:
    said = match["year"]
    if match["month"]:
        return _month_of(match["month"], today)
    if match["part"] == "同期" and times:
        return _year_before(times[-1].period)
    year = None
    if said and said[0] in "当同":
        year = times[-1].period.start.year if times else None
    elif today is not None:
        shift = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}[said[0]] if said else 0
        year = today.year + shift
    if year is None:
        return None
    if match["end"]:
        return _between(Stamp(year, 12), Stamp(year, 12))
    return _part_of(year, match["part"] or match["bare"])


def _year_before(period: Period) -> Period:
    """去年同期: the same stretch a year earlier."""

    def shifted(day: datetime.date) -> datetime.date:
        return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)

    start, end = shifted(period.start), shifted(period.end)
    return Period(start, end, f"{start.isoformat()}/{end.isoformat()}")


def _month_of(word: str, today: datetime.date | None) -> Period | None:
    if today is None:
        return None
    months = today.year * 12 + today.month - 1 - (1 if word.startswith("上") else 0)
    stamp = Stamp(months // 12, months % 12 + 1)
    return _between(stamp, stamp)


def _part_of(year: int, part: str | None) -> Period | None:
    if part is None or part in ("全年", "同期"):
        return _between(Stamp(year), Stamp(year))
    if part in ("上半年", "下半年"):
        stamp = Stamp(year, part="H1" if part[0] == "上" else "H2")
        return _between(stamp, stamp)
    if "季度" in part:
        quarter = _QUARTERS.get(part[-3], 2)
        last = Stamp(year, part=f"Q{quarter}")
        return _between(Stamp(year, part="Q1") if part[0] == "前" else last, last)
    months = part.strip("前个月")
    number = int(months) if months.isdigit() else _CHINESE.get(months, 0)
    return _between(Stamp(year, 1), Stamp(year, number)) if 1 <= number <= 12 else None


_TIMES = 12
"""Time expressions before a figure that are looked through for the one that holds."""


def _period(
    document: Document, times: Sequence[Time], sentence: Span, mention: Mention
) -> tuple[Period | None, Literal["stated", "carried", "article", "none"]]:
    """The nearest period before the figure: in its sentence, else in the paragraph, else the article's date.

    `times` are the expressions that begin before the figure.
    """
    for time in reversed(times):
        if time.end > mention.start:
            continue
        if time.compared and not _binds(document.text, time, mention):
            continue
        if time.local and time.start < sentence.start:
            continue
        if _closed_off(document.text, time, mention):
            continue
        return time.period, "stated" if time.start >= sentence.start else "carried"
    if document.date is None:
        return None, "none"
    return Period(document.date, document.date, document.date.isoformat()), "article"


def _closed_off(text: str, time: Time, mention: Mention) -> bool:
    """Whether a time stands in brackets that are closed before the figure: （去年同期为972.5吨），发放1093.2吨."""
    closing = max(text.rfind(mark, time.end, mention.start) for mark in "）)")
    return closing >= 0 and not any(mark in text[time.end : closing] for mark in "（(")


def _binds(text: str, time: Time, mention: Mention) -> bool:
    return _BINDS_ONE.fullmatch(text, time.end, mention.start) is not None
