"""Clock times as written in, those that no clock has, or that are not in the part of the day beside them, out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import alternatives, is_read, sentence_at
from figcheck.data.calendar_words import DAY_PARTS
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence
from figcheck.numerals import whole_number

_DAY_PART = alternatives(DAY_PARTS)
_NUMBER = r"[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3}"
_SAID = r"(?P<part>" + _DAY_PART + r"|[日号天](?:的|，)?|夜|时间[为是：:]?|[至到—～~–-])\s?约?"
_FULL = re.compile(
    rf"(?<![0-9０-９.．:：一二三四五六七八九十百])(?P<h>{_NUMBER})(?P<mark>[时時点點])(?P<m>{_NUMBER})(?P<tail>分)(?![之钟米贝辨])"
)
_COLON = re.compile(rf"{_SAID}(?P<h>[0-9０-９]{{1,2}})[:：](?P<m>[0-9０-９]{{2}})(?![0-9０-９:：.%])")
_HOUR = re.compile(
    rf"{_SAID}(?P<h>{_NUMBER})(?:[时時](?![间代期候速效差尚长内段以之后])|[点點](?=[整半钟许左前开，。、至到])|[:：]00(?![0-9]))"
)
_PLAIN_COLON = re.compile(
    r"(?:定于|[于在自从约，“])(?P<h>[0-9０-９]{1,2})[:：](?P<m>[0-9０-９]{2})(?=”?[从由自开]|许|左右|开始|正式|准时|举行|开[幕赛场播]|结束|出发|发车|到达|抵达|起飞|前后|鸣枪|至)"
)
_FIRST_TIME = re.compile(r"[0-9一二三四五六七八九十]\s?(?:[时点:：][0-9一二三四五六七八九十]*分?|点半)$")
_TO = re.compile(r"[至到—～~–-]$")
_LONG_DAY = re.compile(r"(?:即|也就是|其实|就是|相当于)(?:次日|翌日|第二天)|30小时制|三十小时|深夜(?:动画|档|节目)")
"""Words by which stations of Japan explain their 25时."""
_DURATION = re.compile(r"用时|历时|耗时|时长|成绩|净计时|赤经|东经|西经|工时|课时|时差|累计|打破|纪录|比分|局")


def impossible_clock(analysis: Analysis) -> Iterator[Hit]:
    """25时, 18时75分, 晚19:75: hours over 24, minutes over 59."""
    text = analysis.document.text
    taken: list[Span] = []
    for pattern in (_FULL, _COLON, _PLAIN_COLON, _HOUR):
        for match in pattern.finditer(text):
            span = Span(match.start("h"), match.end())
            if any(span.overlaps(other) for other in taken) or not is_read(analysis, span.start):
                continue
            if not _tells_time(text, match):
                continue
            hit = _wrong_clock(match, span)
            if hit is not None:
                taken.append(span)
                yield hit
    yield from _wrong_in_listing(text, taken)
    yield from _wrong_beside(analysis, taken)
    for match in _LENGTH.finditer(text):
        bound = "59秒" if match["s"] or match["s2"] else "59分"
        if is_read(analysis, match.start()):
            yield Hit(Span(*match.span()), {"written": match.group(), "bound": bound}, (Derivation(f"≤ {bound}"),))


_LENGTH = re.compile(
    r"(?<![0-9.])[0-9]{1,3}(?:小时[0-5]?[0-9]分钟?(?P<s>[6-9][0-9])(?:\.[0-9]+)?秒|分钟?(?P<s2>[6-9][0-9])(?:\.[0-9]+)?秒|小时[6-9][0-9]分)"
)
"""2小时31分62秒: a length with more seconds or minutes than make up the next unit."""
_LISTED = re.compile(r"(?:^|(?<=[\s；;，。、]))(?P<h>[01]?[0-9]|2[0-4])[:：](?P<m>[0-9]{2})(?=\s|[；;，—～~-])")
_SCORES = re.compile(r"比分|领先|落后|[胜负平]|半场|局")


def _wrong_in_listing(text: str, taken: list[Span]) -> Iterator[Hit]:
    """18:30 动画片; 19:60 电视剧: minutes that no clock has, in a list of clock times."""
    listed = list(_LISTED.finditer(text))
    if len(listed) < 2 or _SCORES.search(text, listed[0].start() - 1, listed[-1].end()):
        return
    for match in listed:
        span = Span(match.start("h"), match.end())
        hit = _wrong_clock(match, span)
        if hit is not None and not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield hit


_NO_MINUTE = re.compile(r"(?<![0-9:：.])(?P<h>[01]?[0-9]|2[0-4])[:：](?P<m>[6-9][0-9])(?![0-9:：.%])")
_A_CLOCK = re.compile(r"(?<![0-9:：.])(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?![0-9:：.%])")
_OTHER_PAIRS = re.compile(r"[比胜负赢输]|领先|落后|战平|半场|局|配方|赔率|倍率|汇率|尺|用时|成绩|片长")


def _wrong_beside(analysis: Analysis, taken: list[Span]) -> Iterator[Hit]:
    """由22：50推到23：72: minutes that no clock has, in a sentence that tells another clock time."""
    text = analysis.document.text
    for match in _NO_MINUTE.finditer(text):
        span, sentence = Span(match.start("h"), match.end()), sentence_at(text, match.start())
        if any(span.overlaps(other) for other in taken) or not is_read(analysis, span.start):
            continue
        if _A_CLOCK.search(text, sentence.start, sentence.end) is None:
            continue
        hit = _wrong_clock(match, span)
        if hit is not None and _OTHER_PAIRS.search(text, sentence.start, sentence.end) is None:
            taken.append(span)
            yield hit


def _tells_time(text: str, match: re.Match[str]) -> bool:
    """Whether hours and minutes are a time of day, not the length of something or a score."""
    sentence = sentence_at(text, match.start())
    if _LONG_DAY.search(text, sentence.start, sentence.end):
        return False
    if _DURATION.search(text, max(sentence.start, match.start() - 10), match.start("h")):
        return False
    said = match["part"] if "part" in match.re.groupindex else ""
    if not said or not _TO.match(said):
        return True
    return _FIRST_TIME.search(match.string, max(0, match.start() - 10), match.start()) is not None


def _wrong_clock(match: re.Match[str], span: Span) -> Hit | None:
    hour = whole_number(match["h"])
    minute = whole_number(match["m"]) if "m" in match.re.groupindex else 0
    if hour is None or minute is None:
        return None
    if minute > 59:
        bound, working = "59分", f"{minute}分 > 59分"
    elif hour > 24 or (hour == 24 and minute):
        bound, working = "24时", f"{hour}时{minute:02d}分 > 24时"
    else:
        return None
    return Hit(span, {"written": match.string[span.start : span.end], "bound": bound}, (Derivation(working),))


_BEFORE_HOUR = re.compile(rf"(?P<part>{_DAY_PART})[\s，]?约?$")
_HOUR_WRITTEN = re.compile(_NUMBER)
_NOT_EARLY = "最提尽及趁"
"""What makes a 早 before it part of another word: 最早, 提早."""


def wrong_part_of_day(analysis: Analysis) -> Iterator[Hit]:
    """凌晨14时, 上午20时, 晚上15时: an hour that is not in the part of the day beside it."""
    text = analysis.document.text
    yield from _wrong_sky(text)
    for mention in analysis.mentions:
        if mention.quantity.kind != "time":
            continue
        start = mention.core_start
        match = _BEFORE_HOUR.search(text, max(0, start - 5), start)
        written = _HOUR_WRITTEN.match(text, start)
        hour = whole_number(written.group()) if written is not None else None
        if match is None or hour is None or text[match.start() - 1 : match.start()] in tuple(_NOT_EARLY):
            continue
        banned, usual = DAY_PARTS[match["part"]]
        if any(hour in hours for hours in _hours(banned)):
            span = Span(match.start(), mention.core_end)
            values = {"written": text[span.start : span.end], "part": match["part"], "usual": usual}
            yield Hit(span, values, (Derivation(f"{match['part']} = {usual}时 ∌ {hour}时"),))


_SKY = (
    (
        re.compile(
            r"天(?:刚|才)?(?:蒙蒙|麻麻)?亮|天还没亮|破晓|晨曦|日出|朝阳(?![区门路街])|旭日(?![东])|鸡叫|太阳(?:才|刚|刚刚)(?:升|出来|照|露)"
        ),
        "5–9",
        "下午 午后 傍晚 晚上 晚间 晚 深夜 夜里 中午".split(),
    ),
    (re.compile(r"烈日|骄阳|艳阳高照|太阳正|日头正|日上三竿"), "9–17", "晚上 晚间 晚 深夜 夜里 凌晨 午夜 夜间".split()),
    (
        re.compile(r"夕阳|日落|落日|暮色|晚霞|华灯初上|夜幕(?:降临|初|低垂)|天色(?:渐|已)[暗黑]"),
        "16–21",
        "凌晨 清晨 早晨 早上 早 上午 中午".split(),
    ),
)
_AT_CLOCK = re.compile(
    rf"(?P<part>{_DAY_PART})(?:{_NUMBER})[时點点](?:许|[0-9]{{1,2}}分|半|整|左右)*[，,](?P<sky>[^，。；！？\n]{{2,14}})"
)
_SKY_FIRST = re.compile(
    rf"(?P<sky>[^，。；！？\n]{{2,14}})[，,](?P<part>{_DAY_PART})(?:{_NUMBER})[时點点](?:许|[0-9]{{1,2}}分|半|整|左右)*"
)


def _wrong_sky(text: str) -> Iterator[Hit]:
    """下午9时许，太阳刚刚照进峡谷: a part of the day that the sky contradicts in the clause beside it."""
    for pattern in (_AT_CLOCK, _SKY_FIRST):
        for match in pattern.finditer(text):
            for sky, usual, never in _SKY:
                seen = sky.search(match["sky"])
                if seen is None or match["part"] not in never or _CLOCK_TOLD.search(match["sky"]):
                    continue
                start = match.start("part")
                end = match.end() if pattern is _SKY_FIRST else match.start("sky") - 1
                span = Span(start, end)
                place = Span(match.start("sky") + seen.start(), match.start("sky") + seen.end())
                said = SpanEvidence(place.start, place.end, seen.group())
                values = {"written": text[span.start : span.end], "part": seen.group(), "usual": usual}
                yield Hit(span, values, (said, Derivation(f"{seen.group()} = {usual}时")))


_CLOCK_TOLD = re.compile(rf"(?:{_NUMBER})[时點点:：]")
"""The clock that the clause of the sky has of its own: 早上7时10分才等到日出，傍晚5时整太阳便落到山后."""


def _hours(stretches: str) -> Iterator[range]:
    for stretch in stretches.split():
        first, _, last = stretch.partition("-")
        yield range(int(first), int(last or first) + 1)
