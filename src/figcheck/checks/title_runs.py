"""Title and body in, runs, new levels, days and groups of people of the title out that the body counts otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.terms import text_of
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence, Word
from figcheck.numerals import whole_number

_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"


def counted_otherwise(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """三连涨 over 连续第四周; 提至100万元 over 由60万元提高至80万元; 闭馆15天 over 1日至25日; 四名 over 三人均."""
    text = text_of(analysis)
    for check in (_runs, _levels, _days, _groups):
        yield from check(text, title)


def _hit(text: str, span: Span, other: re.Match[str]) -> Hit:
    written, told = text[span.start : span.end], other.group()
    values: dict[str, str | Word] = {"written": written, "expected": told, "how": Word("told")}
    evidence = (SpanEvidence(*other.span(), told), Derivation(f"{written} ≠ {told}"))
    return Hit(span, values, evidence, told, against=span.start)


# --- runs ------------------------------------------------------------------------------------------------------

_RUN = re.compile(
    rf"连续第?(?P<n>{_N})(?:个)?(?P<unit>年|季度|月|周|届|场|轮|天|次|交易日)|(?P<n2>[二两三四五六七八九十])连(?P<what>涨|跌|降|冠|胜|败|升|增|阳|阴|亏|霸|平)"
)


def _runs(text: str, title: Span) -> Iterator[Hit]:
    """三连涨, 连续三年: the run that the body tells of is longer or shorter."""
    head = _RUN.search(text, title.start, title.end)
    body = list(_RUN.finditer(text, title.end)) if head is not None else []
    if head is None or not body:
        return
    number, numbers = _number(head), {_number(match) for match in body}
    same = head["unit"] is None or body[0]["unit"] in (None, head["unit"])
    if same and len(numbers) == 1 and number not in numbers:
        yield _hit(text, Span(*head.span()), body[0])


def _number(match: re.Match[str]) -> int:
    return whole_number(match["n"] or match["n2"]) or 0


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
_ALL_OF_THEM = re.compile(rf"(?<=[，。；])(?:这)?(?P<n>{_N})人(?:均|都|全部|皆|已|无)")


def _groups(text: str, title: Span) -> Iterator[Hit]:
    """四名工人被救下 over a text that ends 三人均无大碍, and counts nobody else."""
    heads = list(_PEOPLE.finditer(text, title.start, title.end))
    body = list(_PEOPLE.finditer(text, title.end)) if len(heads) == 1 else []
    group = _ALL_OF_THEM.search(text, title.end) if body else None
    if group is None or {(whole_number(match["n"]) or 0) for match in body} != {(whole_number(group["n"]) or 0)}:
        return
    if (whole_number(heads[0]["n"]) or 0) != (whole_number(group["n"]) or 0) and (whole_number(group["n"]) or 0) > 1:
        yield _hit(text, Span(*heads[0].span()), group)
