"""Where an article says that it comes from, against its date line, its page in a paper and the ledger's entry."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.credit_lines import credit_slots
from figcheck.data import masthead as pages
from figcheck.data.names import HOUSES, PAPERS, REPRINTING, WIRES
from figcheck.model import Analysis, FactEvidence, Field, Hit, Span, SpanEvidence

_OWN = frozenset("本报 本刊 本网 本台 本社".split())
_KNOWN_HOUSES = frozenset(pages.HOUSES.split()) - _OWN
_SURE_TAILS = tuple(pages.SURE_TAILS.split())
_NO_PAPERS = frozenset("新华社 中新社 中新网 中国新闻网 央视新闻 央视网 央广网".split())
_OTHER_WIRES = {"本报": _NO_PAPERS, "本台": frozenset("新华社 中新社 中国新闻社 中新网 中国新闻网".split())}
_OTHERS = {
    "本报": ("电视台", "广播电台", "通讯社"),
    "本台": ("日报", "晚报", "晨报", "商报", "都市报", "通讯社", "周刊", "杂志"),
    "本刊": ("电视台", "广播电台", "通讯社"),
}
"""What a house that calls itself so can't be."""
_QUOTED_SOURCE = re.compile(
    r"[（(](?:本文|文章|稿件)?(?:来源|稿源|转自|转载自|原载|摘自)[:：|｜ ]{0,3}\s*"
    r"《?(?P<house>[^\s）)》]{2,12})》?[^）)\n]{0,24}[）)]\s*$"
)
_LAST_LINE = re.compile(
    r"(?:本文|文章|稿件)?(?:来源|稿源|转自|转载自)\s?[:：|｜]\s*《?(?P<house>[^\s》）)，。]{2,12})》?\s*$"
    r"|[（(]?(?P<desk>[^\W\d_]{2,8}?)(?:客户端)?记者[\s:：]{0,2}[^\W\d_]{2,4}(?:\s[^\W\d_]{2,4})?[）)]?\s*$"
)
_SENT_BY = re.compile(r"(?P<house>[^\W\d_]{2,8}?)(?:客户端)?(?:全媒体)?记者[\s:：]{1,2}[^\W\d_]{2,4}(?![^\W\d_])")
_OWN_REPORTER = re.compile(
    r"(?P<house>[^\W\d_]{2,8}?)(?:客户端)?记者"
    r"(?:[^\W\d_]{0,4}?(?:从|在|获悉|了解|近日|日前|今天|昨天|\d)|\s?[^\W\d_]{2,4}报道[：:，])"
)
_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^）)，。\n]{0,8}版"
_PRINTED = re.compile(rf"《\s*(?P<house>[^》\s]{{1,10}}报(?:海外版)?)\s*》\s*[（(]\s*{_DAY}")
_PRINTED_BARE = re.compile(rf"《(?P<house>[^》\s]{{1,10}}报(?:海外版)?)》\s?{_DAY}")
_FIRST_IN = re.compile(
    r"(?:原载|原刊|刊于|载于|刊登于|首发于)于?\s?(?:\d{4}年\d{1,2}月\d{1,2}日)?的?\s?《(?P<house>[^》\s]{2,10})》"
)
_LONGEST_NOTE = 48
_MESSAGE = re.compile(r"(?!据|来自|从|经)(?P<house>[^\W\d_]{2,10}?)(?:客户端|微信公众号|微博)?消息[，：:]")
_AGENCY_TAILS = ("网", "社", "报", "新闻", "客户端")


def _house(name: str) -> frozenset[str] | None:
    return next((house for house in HOUSES if any(part in name for part in house)), None)


def source_against_dateline(analysis: Analysis) -> Iterator[Hit]:
    """The source, and the house that the date line or another place of the article names, are two."""
    yield from _two_agencies(analysis)
    text, source = analysis.document.text, _source(analysis)
    if source is None:
        return
    written = source.value.strip("《》“”")
    yield from _other_office(text, source, analysis)
    if not _claims(text, source) and not any(known in written for known in _KNOWN_HOUSES):
        return  # the page's own name, beside its date
    if _named_at_the_end(analysis):
        return
    named = list(_houses_named(analysis, source))
    for house, place in named:
        if _disagree(written, house) or _of_two_stations(written, analysis) or _of_two_strangers(written, house, named):
            evidence = (SpanEvidence(place.start, place.end, text[place.start : place.end]),)
            yield Hit(source.span, {"written": source.value, "agency": house}, evidence)
            return


def _of_two_stations(source: str, analysis: Analysis) -> bool:
    """Whether 央视新闻 is the source of what 央广网's own reporters sent, or the other way round."""
    dateline = analysis.document.masthead.dateline
    if dateline is None or not dateline.reporters or dateline.agency is None:
        return False
    return {source[:2], dateline.agency[:2]} == {"央视", "央广"}


_NOT_WRITTEN = re.compile("摄|图|视频|供稿")


def _two_agencies(analysis: Analysis) -> Iterator[Hit]:
    """新华社昆明3月11日电 over a byline 中新社记者甲某: two agencies, of which one wrote."""
    text, dateline = analysis.document.text, analysis.document.masthead.dateline
    if dateline is None or dateline.agency is None or not any(wire in dateline.agency for wire in WIRES):
        return
    for slot in credit_slots(analysis):
        house, name = slot.role.removesuffix("记者"), slot.name.span
        line = text.rfind("\n", 0, name.start) + 1
        end = text.find("\n", name.end)
        if house not in WIRES or _are_one(house, dateline.agency) or dateline.span.overlaps(name):
            continue
        if not _NOT_WRITTEN.search(text, line, end if end >= 0 else len(text)):
            at = text.rfind(house, line, name.start)
            evidence = (SpanEvidence(dateline.span.start, dateline.span.end, dateline.agency),)
            yield Hit(Span(at, at + len(house)), {"written": house, "agency": dateline.agency}, evidence)
            return


_LABELLED = re.compile(r"(?:来源|稿源|转自|出处|原载|转载自|首发)[^\n]{0,4}$")


def _claims(text: str, source: Field) -> bool:
    """Whether a word says that this is the source."""
    return _LABELLED.search(text, max(0, source.span.start - 10), source.span.start) is not None


def _named_at_the_end(analysis: Analysis) -> bool:
    """Whether the page ends in a source that is the date line's house: whoever printed it names where it is from."""
    text, dateline = analysis.document.text, analysis.document.masthead.dateline
    if dateline is None or not dateline.agency:
        return False
    for span in [block.span for block in analysis.document.blocks[-2:]]:
        match = _LAST_LINE.fullmatch(text, span.start, span.end) or _QUOTED_SOURCE.search(
            text, max(span.start, span.end - 48), span.end
        )
        if match is not None and match["house"] and _are_one(match["house"], dateline.agency):
            return True
    return False


_GIVEN = re.compile(
    r"[（(]\s*(?!本文|文章|稿件|以上|由)(?P<office>[^\W\d_]{3,16}?)(?:[ \u3000]+[^\W\d_]{2,4}){0,3}[ \u3000]*"
    r"(?:供稿|供图|文|文/图|图文)\s*[）)]\s*$"
    r"|[（(](?:本文|文章|稿件|以上内容)?由(?P<sent>[^\W\d_]{3,16}?)(?:供稿|提供|整理)[）)]\s*$"
    r"|(?:供稿单位|供稿)\s?[:：]\s?(?P<giver>[^\W\d_]{3,16})"
)
_KINDS = (
    "局",
    "法院",
    "检察院",
    "医院",
    "学院",
    "大学",
    "中学",
    "小学",
    "公司",
    "银行",
    "支队",
    "大队",
    "事业部",
    "街道",
    "街道办",
    "镇",
    "支行",
    "幼儿园",
)


def _other_office(text: str, source: Field, analysis: Analysis) -> Iterator[Hit]:
    """来源：县水利局 over （县农业农村局 甲某 供稿）: two offices of a kind; neither prints what others send."""
    kind = next((kind for kind in _KINDS if source.value.endswith(kind)), None)
    blocks = [block.span for block in analysis.document.blocks if block.kind != "title"]
    if kind is None or not _claims(text, source):
        return
    for span in blocks[-3:]:
        match = _GIVEN.search(text, span.start, span.end)
        group = match.lastgroup if match is not None else None
        office = match[group] if match is not None and group is not None else ""
        if (
            match is None
            or group is None
            or not office.endswith(kind)
            or office in source.value
            or source.value in office
        ):
            continue
        place = Span(*match.span(group))
        evidence = (SpanEvidence(place.start, place.end, office),)
        yield Hit(source.span, {"written": source.value, "agency": office}, evidence)
        return


_LABELLED_SOURCE = re.compile(
    r"(?<![^\s（(|｜])(?:本文|文章|稿件|信息|消息)?(?:来源|稿源)\s?[:：|｜]\s*《?(?P<house>[^\s》）)，。|｜\n]{2,16})"
)


def _source(analysis: Analysis) -> Field | None:
    """What a word says to be the source; else the house beside the date."""
    document = analysis.document
    source = document.masthead.source
    if source is None or _claims(document.text, source):
        return source
    for block in document.blocks:
        if block.kind in ("masthead", "credit"):
            match = _LABELLED_SOURCE.search(document.text, block.span.start, block.span.end)
            if match is not None:
                return Field(match["house"], Span(*match.span("house")))
    return source


def _of_two_strangers(source: str, house: str, named: list[tuple[str, Span]]) -> bool:
    """Whether houses that no list has are two: the article names one of them twice, and the source is the other."""
    if not (source.endswith(_STRANGERS) and house.endswith(_STRANGERS)):
        return False
    if house in _OWN or source in _OWN or _are_one(source, house):
        return False
    return len({place.start for other, place in named if _are_one(other, house)}) > 1


_STRANGERS = ("报", "社", "周刊", "电视台", "广播电台", "通讯", "新闻网")


def _houses_named(analysis: Analysis, source: Field) -> Iterator[tuple[str, Span]]:
    """The agency of the date line, the paper whose page is given, the house of 某报记者获悉 and of （来源：某报）."""
    document, dateline = analysis.document, analysis.document.masthead.dateline
    if dateline is not None and dateline.agency and not document.text.startswith("据", dateline.span.start):
        yield dateline.agency, dateline.span
    elif dateline is not None and dateline.agency is not None and {dateline.agency, source.value} <= _ABROAD:
        end = source.span.start if source.span.start > dateline.span.end else len(document.text)
        if source.value not in document.text[dateline.span.end : end]:
            yield dateline.agency, dateline.span  # 来源：路透社, and all that is told is 法新社's
    for block in document.blocks:
        if block.kind != "title":
            yield from _found(_PRINTED.search(document.text, block.span.start, block.span.end))
            yield from _found(_PRINTED_BARE.match(document.text, block.span.start, block.span.end))
    yield from _noted(analysis, source)
    first = next((block.span for block in document.blocks if block.kind == "paragraph"), None)
    if dateline is None and first is not None:
        for form in (_OWN_REPORTER, _MESSAGE):
            yield from _found(form.match(document.text, first.start, min(first.end, first.start + 30)))
    for block in document.blocks:
        if block.kind in ("masthead", "credit") and not (
            source and source.value.endswith("网")
        ):  # which prints what papers wrote
            yield from _found(_SENT_BY.search(document.text, block.span.start, block.span.end))
    for span in [block.span for block in document.blocks[-2:]]:
        yield from _found(_QUOTED_SOURCE.search(document.text, max(span.start, span.end - 48), span.end))
        yield from _found(_LAST_LINE.fullmatch(document.text, span.start, span.end))


def _noted(analysis: Analysis, source: Field) -> Iterator[tuple[str, Span]]:
    """The paper whose page a note behind the body gives; or another paper of the source's town, where it was first."""
    document = analysis.document
    for block in document.blocks[-3:]:
        span = block.span
        note = document.text[span.start] in "（(" and span.end - span.start <= _LONGEST_NOTE
        if block.kind == "title" or not (block.kind == "credit" or note):
            continue
        yield from _found(_PRINTED_BARE.search(document.text, span.start, span.end))
        first = _FIRST_IN.search(document.text, span.start, span.end)
        own = source.value.strip("《》")
        if first is not None and own.endswith(PAPERS) and first["house"][:2] == own[:2]:
            yield from _found(first)


def _found(match: re.Match[str] | None) -> Iterator[tuple[str, Span]]:
    if match is not None:
        yield match["house"] or match.groupdict().get("desk", ""), Span(*match.span())


_ABROAD = frozenset(
    "法新社 路透社 美联社 塔斯社 共同社 韩联社 德新社 安莎社 埃菲社 时事社 朝中社 彭博社 俄新社".split()
)
_READS_ABROAD = ("参考消息", "环球时报", "环球网")


def _disagree(source: str, house: str) -> bool:
    if house in _ABROAD and source.startswith(_READS_ABROAD):
        return False
    if house in _OWN:
        return source in _OTHER_WIRES.get(house, ()) or source.endswith(_OTHERS.get(house, ("\n",)))
    if (
        _house(source) is not None
        and house.endswith(_AGENCY_TAILS)
        and not (_is_house(house) or _are_one(source, house))
    ):
        return True  # an agency that no list has, before 电
    if not _is_house(house) or not (_is_house(source) or any(known in house for known in _KNOWN_HOUSES)):
        return False
    if any(wire in source and not _are_one(wire, house) for wire in WIRES) and any(wire in house for wire in WIRES):
        return True  # 某报（新华社供本报专稿）, under 中新社's date line
    if any(wire in house for wire in WIRES) and (
        source.endswith(PAPERS) or any(name in source for name in (*PAPERS[:8], *REPRINTING))
    ):
        return False  # papers and sites print the agencies' dispatches under their own name
    return not _are_one(source, house)


def _is_house(name: str) -> bool:
    return name.endswith(_SURE_TAILS) or any(house in name for house in _KNOWN_HOUSES)


def _are_one(one: str, other: str) -> bool:
    return one in other or other in one or (_house(one) is not None and _house(one) == _house(other))


def source_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A source that is neither the one of the ledger's entry nor of its house."""
    entry, source = analysis.entry, analysis.document.masthead.source
    if entry is None or not entry.source or source is None or entry.source in source.value:
        return
    if _house(entry.source) is not None and _house(entry.source) == _house(source.value):
        return
    yield Hit(
        source.span,
        {"written": source.value, "expected": entry.source},
        (FactEvidence(entry.place.ledger, entry.place.line, "articles.source", entry.source),),
        entry.source,
    )
