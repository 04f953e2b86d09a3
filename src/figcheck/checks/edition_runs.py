"""Editions and what is said of those before them in, those that do not follow out: 前四批……第六批."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import alternatives, is_quoted, sentence_at
from figcheck.data.calendar_words import NOT_YEARLY
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_UNIT = r"(?P<unit>届|批次|批|季|期|轮|站|辑)"
_NUMBER = r"(?P<number>[0-9]{1,3}|[一二两三四五六七八九十]{1,4}|首)"
_NTH = re.compile(rf"(?:第\s?{_NUMBER}(?:个)?|(?P<first>首)){_UNIT}(?!度|间|内|数)")
_DONE = r"(?:成功|连续|连|共|累计|陆续|先后|已经?|相继|一共|顺利|持续|共计)*"
_DONE += (
    r"(?:举办|举行|召开|开展|开办|公布|发布|评选|认定|遴选|推出|实施|组织|办|开|举|结业|颁发|完成|启动|评出)(?:过|了)?"
)
_BEFORE_THIS = re.compile(
    rf"(?:此前|之前|在此之前|先前|过去|往届|前面)[^，。；0-9第]{{0,10}}?(?:{_DONE})?(?:的)?{_NUMBER}{_UNIT}(?!度|间|内|数)"
)
_SO_FAR = re.compile(rf"(?:已|至今|迄今|累计)[^，。；0-9第]{{0,6}}?{_DONE}{_NUMBER}{_UNIT}(?!度|间|内|数)")
_FIRST_FEW = re.compile(
    rf"(?P<lead>继|在|加上|算上|含|较|比|基础上|)(?:此?前)(?:面|几|的)?{_NUMBER}{_UNIT}(?!度|间|内|数|[赛中][区期])"
)
_LAST = re.compile(
    r"(?:(?:去年|上年|上一?[届批季期轮辑站]|前一[届批季期轮辑站]|此前一[届批季期轮辑站])(?:[^，。；0-9第]{0,8}?)(?:[（(]|即|也就是|是|为|的|——|，)*|继(?:去年|今年|上年)?[^，。；0-9第]{0,8}?的?)$"
)
_AFTER_THAT = re.compile(
    r"(?:[^，。；0-9第]{0,14})(?:之后|以后|后|成功举办|成功|收官|落幕|结束|闭幕)|[^。；0-9第]{0,12}去年"
)
_LAST_YEAR = re.compile(r"(?:去年|上年)[^。；0-9第今]{0,28}$")
_IS_LAST_YEARS = re.compile(r"[^，。；0-9第]{0,6}(?:即|也就是|——|（)去年")
_NEXT = re.compile(r"(?:下一?[届批季期轮辑站]|明年|来年)(?:[^，。；0-9第]{0,6}?)(?:[（(]|即|也就是|是|为|的|——|，)*$")
_UNSURE = re.compile(rf"{alternatives(NOT_YEARLY)}|合办|并列|分别|补|跳过|不设|空缺|没有办|未举办")
_FAR = 90
"""Code points at most between an edition and what is said of those before it."""


class Nth(Frozen):
    """An edition as written: 第六批."""

    span: Span
    number: int
    unit: str


def edition_out_of_run(analysis: Analysis) -> Iterator[Hit]:
    """The one edition of a passage that does not follow those told before it, or their number."""
    text = analysis.document.text
    editions = [nth for match in _NTH.finditer(text) if (nth := _nth(match)) and not is_quoted(text, match.start())]
    told: set[int] = set()
    for hit in (*_numbers_before(text, editions), *_neighbours(text, editions)):
        if hit.span.start not in told:
            told.add(hit.span.start)
            yield hit


def _nth(match: re.Match[str]) -> Nth | None:
    count = 1 if match["first"] else whole_number((match["number"] or "").replace("两", "二"))
    return Nth(Span(*match.span()), count, match["unit"][0]) if count is not None else None


def _passage(text: str, at: int) -> Span:
    """The sentence of a place, that before and that behind, within their paragraph."""
    own = sentence_at(text, at)
    start, end = own.start, own.end
    if start > 1 and text[start - 1] != "\n":
        start = sentence_at(text, start - 2).start
    if text[end : end + 1] not in ("", "\n"):
        end = sentence_at(text, end + 1).end
    return Span(max(start, at - _FAR), min(end, at + _FAR))


def _others(text: str, editions: list[Nth], span: Span, unit: str) -> list[Nth]:
    """The editions of a unit near a place, if nothing there makes their count unsure."""
    passage = _passage(text, span.start)
    if _UNSURE.search(text, passage.start, passage.end):
        return []
    near = [nth for nth in editions if nth.unit == unit and passage.holds(nth.span) and not nth.span.overlaps(span)]
    near = [nth for nth in near if nth.number > 1] or near  # 自首届以来……已办21届
    return near if len({nth.number for nth in near}) == 1 else []


def _numbers_before(text: str, editions: list[Nth]) -> Iterator[Hit]:
    """第21届……此前已办21届; 前四批……第六批: how many there were before the one that the passage is about."""
    for pattern in (_BEFORE_THIS, _FIRST_FEW, _SO_FAR):
        for match in pattern.finditer(text) if editions else ():
            count = whole_number(match["number"].replace("两", "二"))
            span = Span(match.start("number"), match.end("unit"))
            near = _others(text, editions, span, match["unit"][0])
            if count is None or not near or is_quoted(text, match.start()):
                continue
            if pattern is _FIRST_FEW and not _is_of_all_before(text, match, near[0]):
                continue
            right = near[0].number - 1
            if count == right or (pattern is _SO_FAR and count == right + 1) or right < 1:
                continue
            if pattern is _BEFORE_THIS or abs(count - right) <= 2:
                yield _hit(text, span, near[0], f"{right}{match['unit']}", f"{near[0].number} − 1 = {right} ≠ {count}")


_THIS_ONE = re.compile(r"今年|本[届批季期轮次]|这[一]?[届批季期轮次]|此次|昨[天日晚]|今[天日]|日前|近日")
_ALL_BEFORE = re.compile(r"[^。；]{0,20}(?:共|累计|总计|已|吸引|之后|后|基础上|先后)")


def _is_of_all_before(text: str, match: re.Match[str], nth: Nth) -> bool:
    """Whether 前四批 are all those before the edition: 继前四批之后, 前四批共……，昨日公布第六批."""
    if match["lead"] in ("较", "比"):
        return False
    if match["lead"] in ("继", "加上", "算上"):
        return True
    passage = sentence_at(text, nth.span.start)
    now = _THIS_ONE.search(text, passage.start, passage.end) is not None
    return now and _ALL_BEFORE.match(text, match.end()) is not None


def _neighbours(text: str, editions: list[Nth]) -> Iterator[Hit]:
    """继去年第八届之后，第十届; 上届（第七届）……第九届: one said to be the last or the next, and the one at hand."""
    for nth in editions:
        head = text[max(0, nth.span.start - 18) : nth.span.start]
        last = _LAST.search(head)
        if last is not None and last.group().startswith("继") and not _AFTER_THAT.match(text, nth.span.end):
            last = None
        last = last or (
            _LAST_YEAR.search(text, max(0, nth.span.start - 32), nth.span.start)
            if _is_now(text, editions, nth)
            else None
        )
        last = last or _IS_LAST_YEARS.match(text, nth.span.end)
        step = -1 if last is not None else 1 if _NEXT.search(head) else 0
        near = [one for one in _others_than(text, editions, nth) if step]
        if len({one.number for one in near}) != 1:
            continue
        other = near[0]
        right = other.number + step
        if nth.unit == "季" and nth.number == other.number:
            continue  # 第三季……（上年第三季为26.4%）
        if nth.number != right and right > 0 and abs(nth.number - right) <= 2:
            expected = f"第{right}{nth.unit}"
            yield _hit(text, nth.span, other, expected, f"{other.number} {'+' if step > 0 else '−'} 1 = {right}")


def _is_now(text: str, editions: list[Nth], nth: Nth) -> bool:
    """Whether the other edition near is that of these days: 昨晚第八届出发."""
    others = _others_than(text, editions, nth)
    return bool(others) and all(_NOW.search(text, max(0, one.span.start - 16), one.span.start) for one in others)


_NOW = re.compile(r"(?:今年|昨[天日晚]|今[天日晚]|本届|日前|近日)[^。；！？\n0-9第]{0,12}$")


def _others_than(text: str, editions: list[Nth], nth: Nth) -> list[Nth]:
    return [one for one in _others(text, editions, nth.span, nth.unit) if one.number != nth.number or one is not nth]


def _hit(text: str, span: Span, other: Nth, expected: str, working: str) -> Hit:
    said = SpanEvidence(other.span.start, other.span.end, text[other.span.start : other.span.end])
    values = {"written": text[span.start : span.end], "start": said.text, "until": said.text, "expected": expected}
    return Hit(span, values, (said, Derivation(working)), expected, against=other.span.start)
