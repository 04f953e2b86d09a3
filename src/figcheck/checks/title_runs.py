"""Title and body in, runs, new levels, days and groups of people of the title out that the body counts otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.checks.terms import text_of
from figcheck.data.place_words import TAKES_PLACE
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.numerals import whole_number

_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"


def counted_otherwise(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """三连涨 over 连续第四周; 提至100万元 over 由60万元提高至80万元; 闭馆15天 over 1日至25日; 四名 over 三人均."""
    text = text_of(analysis)
    for check in (_runs, _levels, _days, _groups, _places, _medals):
        yield from check(text, title)
    yield from _months(analysis, title)
    yield from _hours(analysis, title)


def _hit(text: str, span: Span, other: re.Match[str]) -> Hit:
    written, told = text[span.start : span.end], other.group()
    values: dict[str, str | Word] = {"written": written, "expected": told, "how": Word("told")}
    evidence = (SpanEvidence(*other.span(), told), Derivation(f"{written} ≠ {told}"))
    return Hit(span, values, evidence, told, against=span.start)


# --- runs ------------------------------------------------------------------------------------------------------

_RUN = re.compile(
    rf"连续第?(?P<n>{_N})(?:个)?(?P<unit>年|季度|月|周|届|场|轮|天|次|交易日)|(?P<n2>[二两三四五六七八九十])连(?P<what>涨|跌|降|冠|胜|败|升|增|阳|阴|亏|霸|平)"
    rf"|连(?:涨|跌|降|升|增|亏)(?P<n3>{_N})个?(?P<unit3>年|季|月|周|天|日)"
)


def _runs(text: str, title: Span) -> Iterator[Hit]:
    """三连涨, 连续三年: the run that the body tells of is longer or shorter."""
    head = _RUN.search(text, title.start, title.end)
    body = list(_RUN.finditer(text, title.end)) if head is not None else []
    if head is None or not body:
        return
    number, numbers = _number(head), {_number(match) for match in body}
    units = [(match["unit"] or match["unit3"] or "")[:1] for match in (head, body[0])]
    same = "" in units or units[0] == units[1]
    if same and len(numbers) == 1 and number not in numbers:
        yield _hit(text, Span(*head.span()), body[0])


def _number(match: re.Match[str]) -> int:
    return whole_number((match["n"] or match["n2"] or match["n3"]).replace("两", "二")) or 0


# --- new levels ------------------------------------------------------------------------------------------------

_VALUE = r"[0-9][0-9.,]*[万亿]{0,2}(?:元|%|人|岁|天|个月|年|度|公里|分钟|小时|倍|吨)"
_RAISED = "提高|上调|下调|提升|调整|调|增加|增|降低|降|减少|减|缩短|延长|提|涨|扩大|压缩"
_TO = re.compile(rf"(?:{_RAISED})(?:至|到|为)(?P<value>{_VALUE})")
_FROM_TO = re.compile(rf"[由从](?P<first>{_VALUE})[^，。；0-9]{{0,4}}(?:{_RAISED})(?:至|到|为)(?P<value>{_VALUE})")


def _levels(text: str, title: Span) -> Iterator[Hit]:
    """额度提至100万元 over 由60万元提高至80万元: the only step of the body ends elsewhere."""
    head = _TO.search(text, title.start, title.end)
    body = list(_FROM_TO.finditer(text, title.end)) if head is not None else []
    if head is None or len(body) != 1 or text.find(head["value"], title.end) >= 0:
        return
    other = body[0]
    if _unit(head["value"]) != _unit(other["value"]) or not _shares_words(text, title, head.start(), other.start()):
        return
    yield _hit(text, Span(*head.span("value")), other)


def _unit(value: str) -> str:
    return re.sub("[0-9.,]", "", value)


def _shares_words(text: str, title: Span, head: int, other: int) -> bool:
    lead = text[max(title.start, head - 10) : head]
    sentence = text[max(title.end, text.rfind("。", title.end, other) + 1) : other]
    return any(
        re.fullmatch("[一-龥]{2}", lead[at : at + 2]) and lead[at : at + 2] in sentence for at in range(len(lead) - 1)
    )


# --- days ------------------------------------------------------------------------------------------------------

_FOR_DAYS = re.compile(rf"(?P<verb>[一-龥]{{2}})(?P<n>{_N})天")
_FROM_DAY = r"(?P<first>[0-9]{1,2})日[至到—-](?:(?P<month2>[0-9]{1,2})月)?(?P<last>[0-9]{1,2})日"


def _days(text: str, title: Span) -> Iterator[Hit]:
    """闭馆15天 over 6月1日至25日闭馆."""
    head = _FOR_DAYS.search(text, title.start, title.end)
    if head is None:
        return
    verb = re.escape(head["verb"])
    body = list(
        re.compile(rf"(?:(?P<month>[0-9]{{1,2}})月)?{_FROM_DAY}[^，。0-9]{{0,4}}{verb}").finditer(text, title.end)
    )
    if len(body) != 1 or body[0]["month2"] not in (None, body[0]["month"]):
        return
    days = int(body[0]["last"]) - int(body[0]["first"]) + 1
    if days > 1 and (whole_number(head["n"]) or 0) not in (days, days - 1):
        yield _hit(text, Span(head.start("n"), head.end()), body[0])


# --- groups ----------------------------------------------------------------------------------------------------

_PEOPLE = re.compile(rf"(?<![第前后首余多几])(?P<n>{_N})(?:名|位|人)(?!以|次)")
_ALL_OF_THEM = re.compile(
    rf"(?:共|一共|总共|合计)(?:有|涉案|涉及|抓获|查处|处理){{0,2}}(?P<n2>{_N})(?:人|名|位)(?!次)|(?<=[，。；])(?:这)?(?P<n>{_N})人"
    "(?:均|都|全部|皆|已|无|合力|一起|一同|联手|同时|齐心|轮流|分头|先后|当场|相继|合作|轮番|各自|手拉手)"
)


def _groups(text: str, title: Span) -> Iterator[Hit]:
    """四名工人被救下 over a text that ends 三人均无大碍, and counts nobody else."""
    heads = list(_PEOPLE.finditer(text, title.start, title.end))
    body = list(_PEOPLE.finditer(text, title.end)) if len(heads) == 1 else []
    group = _ALL_OF_THEM.search(text, title.end) if body else None
    number = _number(group) if group is not None else 0
    if group is None or {_number_of(match) for match in body} != {number}:
        return
    if _number_of(heads[0]) != number and number > 1:
        yield _hit(text, Span(*heads[0].span()), group)


# --- kinds of places -------------------------------------------------------------------------------------------

_PLACES = re.compile(
    rf"(?<![第0-9一二两三四五六七八九十])(?P<n>{_N})(?P<what>[馆校县市区镇乡村桥路线企院队国省厂港岛站园])(?![家级籍内外])"
)


def _places(text: str, title: Span) -> Iterator[Hit]:
    """两馆同日开门 over 图书馆、文化馆、博物馆: the only row of such places in the body is longer or shorter."""
    for head in _PLACES.finditer(text, title.start, title.end):
        what, number = head["what"], _number_of(head)
        rows = list(re.compile(rf"(?:[一-龥]{{1,8}}?{what}、)+[一-龥]{{1,8}}?{what}").finditer(text, title.end))
        listed = rows[0].group().count("、") + 1 if len(rows) == 1 else number
        if listed == number or not number >= 2 or abs(listed - number) > 2 or text.startswith("等", rows[0].end()):
            continue
        counted = {_number_of(match) for match in _COUNTED.finditer(text, title.end)}
        if listed in counted and number not in counted:
            yield _hit(text, Span(*head.span()), rows[0])


_COUNTED = re.compile(
    rf"(?<![第0-9一二两三四五六七八九十])(?P<n>{_N})(?:座|个|所|家|处|条|支|大|[馆校县市区镇乡村桥路线企院队国省厂港岛站园])"
)


# --- medals ----------------------------------------------------------------------------------------------------

_MEDALS = re.compile(
    rf"(?P<n>{_N})(?:枚|块|面)?(?P<what>[金银铜])(?:牌|(?![一-龥0-9])|(?=[一二三四五六七八九十0-9]{{1,2}}[银铜]))"
)
_TOOK = re.compile("摘|夺|获|斩|揽|收获")


def _medals(text: str, title: Span) -> Iterator[Hit]:
    """夺七金 over 夺得5枚金牌, the only count of such medals."""
    for head in _MEDALS.finditer(text, title.start, title.end):
        body = [match for match in _MEDALS.finditer(text, title.end) if match["what"] == head["what"]]
        took = _TOOK.search(text, title.start, head.start())
        if took and len(body) == 1 and _number_of(body[0]) != _number_of(head):
            yield _hit(text, Span(*head.span()), body[0])


def _number_of(match: re.Match[str]) -> int:
    return whole_number(match["n"].replace("两", "二")) or 0


# --- months ----------------------------------------------------------------------------------------------------

_BARE_MONTH = re.compile(r"[十一二三四五六七八九0-9]{1,3}月")
_TO_COME = re.compile("将|拟|定于|有望|计划|明年|来年|下月|[个]月[后内]|启动|报名|推迟|改期|延期|截至|原定")


_IN_A_ROW = re.compile("连[一-龥]{0,2}$")
"""连跌四月 are four months."""


def _months(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """十月在淮阴落子 over 8月15日至17日……在淮阴举行: a month that the body has not, which is all in another."""
    text = text_of(analysis)
    dates = [mention for mention in analysis.mentions if mention.quantity.kind == "date" and _month(mention)]
    heads = [one for one in dates if title.holds(one.span) and _BARE_MONTH.fullmatch(one.text)]
    paragraphs = [block.span for block in analysis.document.blocks if block.kind == "paragraph"]
    body = [one for one in dates if any(paragraph.holds(one.span) for paragraph in paragraphs)]
    heads = [one for one in heads if _IN_A_ROW.search(text, max(0, one.start - 3), one.start) is None]
    if len(heads) != 1 or not body or len({_month(one) for one in body}) != 1 or _month(body[0]) == _month(heads[0]):
        return
    held = pattern("§", TAKES_PLACE)
    stop = text.find("。", body[0].end)
    if _TO_COME.search(text, title.end):
        return
    if held.search(text, body[0].end, stop if stop >= 0 else len(text)):
        yield _told(heads[0], body[0])


def _month(mention: Mention) -> int | None:
    quantity = mention.quantity
    stamp = quantity.value if isinstance(quantity.value, Stamp) else quantity.low
    return stamp.month if isinstance(stamp, Stamp) else None


def _told(head: Mention, other: Mention) -> Hit:
    values: dict[str, str | Word] = {"written": head.text, "expected": other.text, "how": Word("told")}
    evidence = (SpanEvidence(other.start, other.end, other.text), Derivation(f"{head.text} ≠ {other.text}"))
    return Hit(head.span, values, evidence, other.text, against=head.start)


# --- hours -----------------------------------------------------------------------------------------------------

_MOVED = re.compile(r"(?:延长?|提前|推迟|提早|改|调整|后延|顺延)[到至为]$")


def _hours(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """延至零点半 over 由23时延长至24时: the only hour to which the body moves anything."""
    text = text_of(analysis)
    times = [one for one in analysis.mentions if one.quantity.kind == "time" and isinstance(one.quantity.value, Stamp)]
    moved = [one for one in times if _MOVED.search(text, max(0, one.start - 4), one.start)]
    heads = [one for one in moved if title.holds(one.span)]
    body = [one for one in moved if one.start >= title.end]
    if len(heads) != 1 or len(body) != 1 or _clock(heads[0]) is None:
        return
    if all(_clock(one) != _clock(heads[0]) for one in times if one is not heads[0]):
        yield _told(heads[0], body[0])


def _clock(mention: Mention) -> tuple[int, int] | None:
    """Hour and minute on a face of twelve: 晚8点 is 20时."""
    stamp = mention.quantity.value
    if not isinstance(stamp, Stamp) or stamp.clock is None:
        return None
    hour, minute = stamp.clock.split(":")[:2]
    return int(hour) % 12, int(minute)
