"""An article in, ranges that begin with their greater end out: figures, pages, hours of an evening, temperatures."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks import gaps
from figcheck.checks.terms import text_of
from figcheck.model import Analysis, Hit, Span
from figcheck.numerals import whole_number

_GOES_ON = re.compile("[0-9０-９一二三四五六七八九十]")


def range_reversed(analysis: Analysis) -> Iterator[Hit]:
    """5到3个月, 第120页至98页, 每晚9时至7时, 最高气温32～28℃."""
    text = text_of(analysis)
    for hit in gaps.range_reversed(analysis):
        if not _GOES_ON.match(text, hit.span.end):  # 获刑3年6个月至1年2个月
            yield hit
    yield from _places(text)
    yield from _hours(text)
    yield from _temperatures(text)


_JOIN = r"[至到—–～~-]{1,2}"
_N = "[0-9]{1,4}|[零〇一二三四五六七八九十百]{1,6}"


def _turned(text: str, match: re.Match[str], one: str, other: str) -> Hit:
    """The hit: the range as written, and with its two numbers in the other order."""
    start, end = match.span()
    expected = (
        text[start : match.start(one)]
        + match[other]
        + text[match.end(one) : match.start(other)]
        + match[one]
        + text[match.end(other) : end]
    )
    return Hit(Span(start, end), {"written": match.group(), "expected": expected}, (), expected, against=start)


# --- pages and chapters ----------------------------------------------------------------------------------------

_PLACES = re.compile(
    rf"第(?P<one>{_N})(?P<unit>[页章回节集期卷条款段行])?{_JOIN}第?(?P<other>{_N})(?P<unit2>[页章回节集期卷条款段行])"
)
_BACKWARDS = re.compile("倒|回|逆|降|退|由|从|减|缩|往前|前翻|反")


def _places(text: str) -> Iterator[Hit]:
    """第四十五至三十六页, 第9期至第7期: places in a book or a series."""
    for match in _PLACES.finditer(text) if "第" in text else ():
        if match["unit"] not in (None, match["unit2"]) or (whole_number(match["one"]) or 0) <= (
            whole_number(match["other"]) or 0
        ):
            continue
        if (whole_number(match["other"]) or 0) and not _BACKWARDS.search(
            text, max(0, match.start() - 12), match.end() + 8
        ):
            yield _turned(text, match, "one", "other")


# --- hours -----------------------------------------------------------------------------------------------------

_HOURS = re.compile(
    rf"(?:(?P<part>每晚|晚上|晚间|上午|下午|早上|清晨|傍晚|夜间|凌晨|当晚|中午)|时间[为是：]|[，、日天周末起])"
    rf"(?P<one>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?P<unit>[时点](?:整)?){_JOIN}(?P<other>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[时点](?![0-9一二三四五六七八九十半])"
)
_LONGEST = 3
"""Hours by which the end may lie before the start and still be no night that goes on: 22时至2时 is one."""


def _hours(text: str) -> Iterator[Hit]:
    """每晚9时至7时, 20时至18时: hours that would go round the clock but for two."""
    for match in _HOURS.finditer(text) if "时" in text or "点" in text else ():
        one, other = (whole_number(match["one"]) or 0), (whole_number(match["other"]) or 0)
        if not 0 < one - other <= _LONGEST or one > _DAY or other < _EARLIEST or _half_day(match, one, other):
            continue
        if not _ROUND.search(text, max(0, match.start() - 8), min(len(text), match.end() + 6)):
            yield _turned(text, _core(match), "one", "other")


_DAY, _EARLIEST = 24, 6
_ROUND = re.compile("次日|翌日|第二天|24小时|通宵|昼夜|倒|轮班")


def _half_day(match: re.Match[str], one: int, other: int) -> bool:
    """Whether the end may be in the other half of the day: 上午9时至8时 is until the evening's 8 only by a stretch."""
    return match["part"] is None and one <= 12


_CORE = re.compile(rf"(?P<one>{_N})[时点](?:整)?{_JOIN}(?P<other>{_N})[时点]")


def _core(match: re.Match[str]) -> re.Match[str]:
    found = _CORE.match(match.string, match.start("one"))
    return found if found is not None else match


# --- temperatures ----------------------------------------------------------------------------------------------

_TEMPERATURES = re.compile(
    rf"(?:最高气?温|最低气?温|水温|室温|体温|油温|冷藏|冷冻|储存|保存|恒温|控制|保持)[^，。；：、0-9]{{0,6}}(?P<one>[0-9]{{1,3}}(?:\.[0-9])?)(?:℃|摄氏度|度)?{_JOIN}(?P<other>[0-9]{{1,3}}(?:\.[0-9])?)(?:℃|摄氏度|度)"
)
_BY_SO_MUCH = re.compile(
    rf"(?<=[温降升跌高低度为达约了在])(?P<one>[0-9]{{1,2}}(?:\.[0-9])?)(?:℃|摄氏度|度)?{_JOIN}(?P<other>[0-9]{{1,2}}(?:\.[0-9])?)(?:℃|摄氏度)"
)
_CHANGES = re.compile("(?:降温|升温|增温|回升|下降|上升|下跌|偏高|偏低)(?:幅度)?(?:为|达|可达|约|了|在)?$")
"""By how much the weather changes, and no level that it falls to."""
_FALLS = re.compile("由|从|降|自|跌|零下|负|[-−－]")
"""Falls, and degrees below zero, of which the greater number is the lesser one."""


def _temperatures(text: str) -> Iterator[Hit]:
    """最高气温32～28℃: two values of one and the same measure, no course of a day."""
    for match in _TEMPERATURES.finditer(text) if "温" in text or "℃" in text else ():
        lead = text[max(0, match.start() - 6) : match.start("one")]
        if float(match["one"]) > float(match["other"]) and not _FALLS.search(lead):
            yield _turned(text, match, "one", "other")
    for match in _BY_SO_MUCH.finditer(text) if "℃" in text or "摄氏度" in text else ():
        changes = _CHANGES.search(text, max(0, match.start() - 8), match.start())
        if changes is not None and float(match["one"]) > float(match["other"]):
            yield _turned(text, match, "one", "other")
