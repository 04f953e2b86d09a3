"""Quarters, halves and thirds of a month in, those whose months or days beside them are not theirs out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import DAY, sentence_at
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_N = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?:[12][0-9]|3[01]|0?[1-9]|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_TO = r"\s?(?:[—–~～─－\-]{1,3}|至|到)\s?"

_NAME = re.compile(
    rf"(?P<turn>[前后])?(?:第?(?P<quarter>[一二三四1-4])个?季度?(?!财|学)(?:度)?|(?P<few>[两二三四])个?季度|(?P<half>[上下])半年)"
    rf"|(?P<from>[一二三1-3])(?:至|到|—|-)(?P<upto>[二三四2-4])季度"
    rf"|(?:(?P<month>{_N})月)?(?P<third>[上中下]旬|[上下]半月)"
)
_BETWEEN = re.compile(
    r"(?:的?(?:三个月|六个月|期间|时间|各月|这三个月))?(?:\s?[（(](?:即|也就是|从|自)?|[，,]?(?:即|也就是)(?:从|自)?|——|(?=[0-9]))"
)
_MONTHS = re.compile(
    rf"(?P<first>{_N})月?(?:份)?{_TO}(?:当年)?(?P<last>{_N})月(?:份)?(?![0-9一二三四五六七八九十]{{1,3}}[日号])"
)
_LISTED = re.compile(
    rf"{_N}月?(?:份)?(?:[、，,]\s?{_N}月?(?:份)?){{0,10}}(?:[、，]?(?:和|及|与|、){_N}月(?:份)?)(?![0-9])"
)
_DAYS = re.compile(rf"(?:(?P<m1>{_N})月)?(?P<first>{_D})[日号]?{_TO}(?:(?P<m2>{_N})月)?(?P<last>{_D})[日号]")
_BEFORE = re.compile(
    rf"(?P<months>(?P<first>{_N})月?(?:份)?{_TO}(?P<last>{_N})月(?:份)?)(?:[（(]|[，,]?(?:即|也就是|是|为))(?:今年|去年|全年|[12][0-9]{{3}}年)?$"
)
_OWN_YEAR = re.compile(r"财[季年]|财务年|会计年|年度[第上下]|学[季期]|赛季|榨季|季前|气象")
"""Words of years that do not begin in January."""


class Stretch(Frozen):
    """A quarter, half or the like: its months, or its days within a month."""

    span: Span
    first: int
    last: int
    days: bool
    month: int | None


def wrong_months(analysis: Analysis) -> Iterator[Hit]:
    """第三季度（4至6月）, 上半年，即1—7月; 11月上旬（11日至20日）: months or days that the stretch does not have."""
    text = analysis.document.text
    for match in _NAME.finditer(text):
        stretch = _stretch(match)
        if stretch is None:
            continue
        sentence = sentence_at(text, stretch.span.start)
        if _OWN_YEAR.search(text, sentence.start, sentence.end):
            continue
        said = _said(text, stretch)
        if said is not None:
            yield said
    yield from _months_of_turn(analysis)
    yield from _first_months(text)
    yield from _months_of_one(text)
    yield from _so_many_months(text)


def _first_months(text: str) -> Iterator[Hit]:
    """头三个月，即二季度; 头八个月，也就是前三季度; 上半年（前五个月）."""
    for form in (_FIRST_MONTHS, _FIRST_MONTHS_BEHIND):
        for match in form.finditer(text):
            count, last = whole_number(match["few"]) or 0, _last_month(match["name"])
            if count == last or _OWN_YEAR.search(text, max(0, match.start() - 4), match.end()):
                continue
            right = _OF_MONTHS.get(count)
            group, other = ("name", "lead") if right else ("lead", "name")
            yield _not_the_same(match, group, other, right or f"{match['lead'][0]}{'三六九'[last // 3 - 1]}个月")


def _not_the_same(match: re.Match[str], group: str, other: str, expected: str) -> Hit:
    """One part of a match that should be `expected` by the other."""
    values = {"written": match[group], "name": match[other], "expected": expected}
    said = SpanEvidence(*match.span(other), match[other])
    working = Derivation(f"{match[other]} = {expected}")
    return Hit(Span(*match.span(group)), values, (said, working), expected, against=match.start(other))


_SO_MANY = re.compile(
    rf"(?P<lead>[头前](?P<few>[3-9]|1[01]|十一?|[三四五六七八九])个月)(?:份)?(?:[（(](?:即|也就是)?|[，,]?(?:即|也就是))(?P<months>[1一](?:月(?:份)?)?{_TO}(?P<last>{_N})月(?:份)?)"
)
_HEAD_OF = re.compile(
    rf"(?P<name>第?[一二三四]季度|[上下]半年)的?(?P<which>[头前]两个月|[末后]两个月|最后两个月)(?:[（(]|[，,]?(?:即|也就是|——|：))(?P<months>{_N}月?(?:份)?(?:[、和]|{_TO}){_N}月(?:份)?)"
)


def _so_many_months(text: str) -> Iterator[Hit]:
    """前九个月（1—10月）; 下半年的头两个月即6月、7月."""
    for match in _SO_MANY.finditer(text):
        count, last = whole_number(match["few"]), whole_number(match["last"])
        if count != last and not _OWN_YEAR.search(text, max(0, match.start() - 4), match.end()):
            yield _not_the_same(match, "lead", "months", f"前{last}个月")
    for match in _HEAD_OF.finditer(text):
        stretch = _stretch(named) if (named := _NAME.match(match["name"])) else None
        months = [whole_number(each) for each in re.findall(_N, match["months"])]
        if stretch is None or stretch.days or _OWN_YEAR.search(text, max(0, match.start() - 4), match.end()):
            continue
        first = stretch.last - 1 if match["which"][0] in "末后最" else stretch.first
        if months != [first, first + 1]:
            expected = f"{first}月、{first + 1}月"
            values = {"written": match["months"], "name": match["name"], "expected": expected}
            said = SpanEvidence(*match.span("name"), match["name"])
            working = Derivation(f"{match['name']} = {stretch.first}—{stretch.last}月")
            yield Hit(Span(*match.span("months")), values, (said, working), expected, against=match.start())


_OF_MONTHS = {3: "一季度", 6: "上半年", 9: "前三季度"}


def _last_month(name: str) -> int:
    """The last month of what begins with the year; 0 for what does not."""
    if name in ("上半年", "前两个季度", "前二季度", "前两季度", "头两个季度"):
        return 6
    return 9 if "三" in name and name[0] in "前头" else 3 if "一" in name else 0


def _months_of_one(text: str) -> Iterator[Hit]:
    """四季度首月即11月."""
    for match in _MONTH_OF.finditer(text):
        stretch = _stretch(named) if (named := _NAME.match(match["name"])) else None
        month = whole_number(match["month"])
        if stretch is None or stretch.days or month is None or _OWN_YEAR.search(text, match.start(), match.end()):
            continue
        right = stretch.last if match["which"] in _LAST_MONTHS else stretch.first
        if month != right:
            values = {"written": match["month"] + "月", "name": match["name"], "expected": f"{right}月"}
            name = SpanEvidence(*match.span("name"), match["name"])
            working = Derivation(f"{match['name']} = {stretch.first}—{stretch.last}月")
            span = Span(match.start("month"), match.end("month") + 1)
            yield Hit(span, values, (name, working), f"{right}月", against=match.start())


_LEAD = r"(?P<lead>[头前](?P<few>[3-9]|1[01]|十一?|[三四五六七八九])个月)(?:份)?"
_STRETCH = r"(?P<name>[前头](?:三个?|[两二]个?)季度|第?一季度|上半年)"
_FIRST_MONTHS = re.compile(
    rf"{_LEAD}(?:[（(]即?|[，,—]*(?:即|也就是|亦即))(?:今年)?(?P<name>[前头](?:三个?|[两二]个?)季度|第?[一二三四]季度|[上下]半年)"
)
_FIRST_MONTHS_BEHIND = re.compile(rf"{_STRETCH}(?:[（(](?:即|也就是)?|[，,—]*(?:即|也就是|亦即))(?:今年)?{_LEAD}")
_LAST_MONTHS = frozenset("末月 最后一个月 最后一月 末 底 收官之月".split())
_MONTH_OF = re.compile(
    rf"(?P<name>第?[一二三四]季度|[上下]半年)的?(?P<which>首月|第一个月|头一个月|开局之月|末月|最后一个月|最后一月|收官之月|末|底)(?:[，,]?(?:即|也就是)|[（(]即?|——|[，,])(?P<month>{_N})月"
)


def _stretch(match: re.Match[str]) -> Stretch | None:
    span = Span(*match.span())
    if match["third"]:
        first, last = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上半月": (1, 15), "下半月": (16, 31)}[
            match["third"]
        ]
        return Stretch(span, first, last, days=True, month=whole_number(match["month"]) if match["month"] else None)
    if match["half"]:
        return Stretch(span, *((1, 6) if match["half"] == "上" else (7, 12)), days=False, month=None)
    if match["from"]:
        first, last = whole_number(match["from"]) or 1, whole_number(match["upto"]) or 4
        return Stretch(span, 3 * first - 2, 3 * last, days=False, month=None)
    count = whole_number((match["few"] or match["quarter"]).replace("两", "二")) or 0
    if match["few"] or match["turn"]:
        if not match["turn"]:
            return None
        first, last = (1, 3 * count) if match["turn"] == "前" else (13 - 3 * count, 12)
        return Stretch(span, first, last, days=False, month=None)
    return Stretch(span, 3 * count - 2, 3 * count, days=False, month=None)


def _said(text: str, stretch: Stretch) -> Hit | None:
    """A hit where months or days stand beside the stretch as its own and are not."""
    between = _BETWEEN.match(text, stretch.span.end)
    listed = _three_months(text, stretch)
    if listed is not None:
        return listed
    if between is None:
        before = _BEFORE.search(text, max(0, stretch.span.start - 20), stretch.span.start)
        if before is None or stretch.days:
            return None
        return _judge(
            text, stretch, Span(*before.span("months")), [whole_number(before["first"]), whole_number(before["last"])]
        )
    at = between.end()
    if stretch.days:
        return _judge_days(text, stretch, at)
    match = _MONTHS.match(text, at)
    if match is not None:
        return _judge(text, stretch, Span(*match.span()), [whole_number(match["first"]), whole_number(match["last"])])
    series = _LISTED.match(text, at)
    if series is not None and stretch.last - stretch.first == 2:
        months = [whole_number(each) for each in re.findall(_N, series.group())]
        return _judge(text, stretch, Span(*series.span()), months) if len(months) == 3 else None
    match = _DAYS.match(text, at)
    if match is None or not match["m1"]:
        return None
    ends = [whole_number(match["m1"]), whole_number(match["m2"] or match["m1"])]
    inside = all(end is not None and stretch.first <= end <= stretch.last for end in ends)
    return None if inside else _hit(text, stretch, Span(*match.span()))


_THREE = re.compile(rf"(?P<months>{_LISTED.pattern}|{_N}、{_N}[、和]{_N})(?:这|共|等|的)?三个月")


_EACH_OF_THREE = re.compile(rf"(?<![0-9年至到—、])(?P<months>{_N}月、{_N}月[、和]{_N}月)(?!(?:份)?[0-9、至到—])")


_LISTED_SOON = 16


def _three_months(text: str, stretch: Stretch) -> Hit | None:
    """二季度报告显示，4月、5月、7月三个月的订单……: three months of the sentence, where it names one quarter."""
    if stretch.days or stretch.last - stretch.first != 2 or "月" not in text[stretch.span.end :]:
        return None
    sentence = sentence_at(text, stretch.span.start)
    match = _THREE.search(text, stretch.span.end, sentence.end)
    match = match or _EACH_OF_THREE.search(text, stretch.span.end, min(sentence.end, stretch.span.end + _LISTED_SOON))
    if match is None and text[sentence.end : sentence.end + 1] == "。":
        match = _THREE.match(text, sentence.end + 1)
    if match is None or sum(1 for _ in _NAME.finditer(text, sentence.start, sentence.end)) > 1:
        return None
    return _judge(
        text, stretch, Span(*match.span("months")), [whole_number(each) for each in re.findall(_N, match["months"])]
    )


def _judge(text: str, stretch: Stretch, span: Span, months: list[int | None]) -> Hit | None:
    """Whether they are the first and last month, or all of them."""
    own = list(range(stretch.first, stretch.last + 1))
    if months in (own, [stretch.first, stretch.last]):
        return None
    return _hit(text, stretch, span)


def _judge_days(text: str, stretch: Stretch, at: int) -> Hit | None:
    match = _DAYS.match(text, at)
    if match is None or (match["m2"] and match["m2"] != match["m1"]):
        return None
    month = whole_number(match["m1"]) if match["m1"] else stretch.month
    first, last = whole_number(match["first"]), whole_number(match["last"])
    if first is None or last is None:
        return None
    if stretch.month is not None and month != stretch.month:
        return _hit(text, stretch, Span(*match.span()))
    ends = {stretch.last} if stretch.last < 30 else _lengths(month)
    if stretch.first <= first <= last <= max(ends):
        return None
    return _hit(text, stretch, Span(*match.span()))


def _lengths(month: int | None) -> set[int]:
    if month is None:
        return {28, 29, 30, 31}
    return {(datetime.date(year + month // 12, month % 12 + 1, 1) - DAY).day for year in (2023, 2024)}


def _hit(text: str, stretch: Stretch, span: Span) -> Hit:
    last = stretch.last if not stretch.days or stretch.last < 30 else max(_lengths(stretch.month))
    unit = "日" if stretch.days else "月"
    expected = f"{stretch.first}—{last}{unit}"
    name = text[stretch.span.start : stretch.span.end]
    values = {"written": text[span.start : span.end], "name": name, "expected": expected}
    said = SpanEvidence(stretch.span.start, stretch.span.end, name)
    return Hit(span, values, (said, Derivation(f"{name} = {expected}")), expected, against=stretch.span.start)


# --- the first or last month of each quarter -----------------------------------------------------------------

_TURN = re.compile(
    rf"(?P<name>(?:每个?季度?(?:度)?的?|季度?)(?P<which>首月|头一个月|第[一二三]个月|末月|最后一个月|末)|(?P<odd>[单双]月))[^，。；：、（(]{{0,8}}[，,：:（(]?(?:也就是|即|分别为|分别是|为)?(?:在|每年)?的?"
    rf"(?P<months>{_N}月?(?:[、，]{_N}月?){{1,4}}(?:[、，]?(?:和|及|与)?{_N}月))"
)
_REST = {"首月": 1, "头一个月": 1, "第一个月": 1, "第二个月": 2, "第三个月": 0, "末月": 0, "最后一个月": 0, "末": 0}


def _months_of_turn(analysis: Analysis) -> Iterator[Hit]:
    """每季度首月……1月、4月、8月和10月; 双月（2月、4月、7月）."""
    text = analysis.document.text
    for match in _TURN.finditer(text):
        size, rest = (2, 1 if match["odd"] == "单月" else 0) if match["odd"] else (3, _REST[match["which"]])
        for each in re.finditer(_N, match["months"]):
            month = whole_number(each.group())
            if month is not None and month % size != rest:
                span = Span(match.start("months") + each.start(), match.start("months") + each.end())
                expected = "、".join(f"{own}月" for own in range(1, 13) if own % size == rest)
                values = {"written": text[span.start : span.end] + "月", "name": match["name"], "expected": expected}
                said = SpanEvidence(match.start("name"), match.end("name"), match["name"])
                yield Hit(span, values, (said, Derivation(f"{match['name']} = {expected}")), expected)
                break
