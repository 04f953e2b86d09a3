"""The article against itself: parts and their total, growth from one value to another; all with rounding allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from figcheck.model import Analysis, Claim, Derivation, Evidence, Hit, Interval, Mention, Span, SpanEvidence, Word
from figcheck.slips import name_slip
from figcheck.spelling import write_like
from figcheck.units import conversion

_SENTENCE_BREAK = re.compile(r"[。！？；\n]")
_AMONG = re.compile(r"其中|分别为|分别是|包括")
_NOT_ALL = re.compile(r"等|以上|左右|主要|部分|还有|另有|此外|最|重点|同比|增长|占|达到?|超|约|近|新增|女|少数")


def parts_and_total(analysis: Analysis) -> Iterator[Hit]:
    """Parts named behind a total with 其中 that are more than it, or that miss it by a slip of hand."""
    text = analysis.document.text
    claims = analysis.claims
    for at, claim in enumerate(claims):
        total = claim.mention
        if not _is_amount(total):
            continue
        among = _among(text, claims, at)
        if among is None:
            continue
        parts = _parts(text, claims, at, among)
        if len(parts) >= 2:
            yield from _judge_parts(text, total, parts)


def _is_amount(mention: Mention) -> bool:
    quantity = mention.quantity
    return (
        quantity.kind in ("quantity", "money", "number") and quantity.number is not None and quantity.hedge == "exact"
    )


def _among(text: str, claims: Sequence[Claim], at: int) -> int | None:
    """Where 其中 stands behind the total, before the next figure of the sentence."""
    total = claims[at]
    stop = claims[at + 1].mention.start if at + 1 < len(claims) else total.sentence.end
    match = _AMONG.search(text, total.mention.end, min(stop, total.sentence.end))
    return match.start() if match is not None and match.group() == "其中" else None


def _parts(text: str, claims: Sequence[Claim], at: int, among: int) -> list[Mention]:
    total = claims[at].mention
    parts: list[Mention] = []
    for claim in claims[at + 1 :]:
        mention = claim.mention
        if mention.start >= claims[at].sentence.end:
            break
        if not _is_amount(mention) or mention.quantity.unit != total.quantity.unit or claim.direction:
            return []
        parts.append(mention)
    return parts


def _judge_parts(text: str, total: Mention, parts: Sequence[Mention]) -> Iterator[Hit]:
    summed = _sum(part.quantity.admits() for part in parts)
    whole = total.quantity.admits()
    if summed.meets(whole) or summed.high is None or summed.low is None or whole.high is None:
        return
    exceeds = summed.low > whole.high
    slip = name_slip(total.quantity, summed)
    if not exceeds and (slip is None or len(parts) < 3 or _NOT_ALL.search(text[parts[-1].end : parts[-1].end + 6])):
        return
    terms = " + ".join(_core(part) for part in parts)
    expected = _sum_text(total, parts)
    working = Derivation(f"{terms} = {expected} ≠ {_core(total)}")
    evidence: tuple[Evidence, ...] = (*(SpanEvidence(part.start, part.end, part.text) for part in parts), working)
    values: dict[str, str | Word] = {"total": total.text, "sum": expected, "slip": Word(f"slip.{slip or 'none'}")}
    yield Hit(total.span, values, evidence, expected, against=total.start)


def _sum(parts: Iterable[Interval]) -> Interval:
    low, high = Fraction(0), Fraction(0)
    for part in parts:
        low, high = low + (part.low or 0), high + (part.high or 0)
    return Interval(low, high)


def _core(mention: Mention) -> str:
    return mention.text[mention.core_start - mention.start : mention.core_end - mention.start]


def _sum_text(total: Mention, parts: Sequence[Mention]) -> str:
    exact = sum((Fraction(part.quantity.number or 0) for part in parts), Fraction(0))
    written = write_like(exact, _core(total))
    return written if written is not None else f"{float(exact):.12g}"


# --- growth ----------------------------------------------------------------------------------------------------

_FROM = re.compile(r"(?:由|从)[^，。；、]{0,14}$")
_TO = re.compile(
    r"(?:[^，。；]{0,6}(?:增加|增长|提高|上升|扩大|提升|攀升|上涨|发展|减少|下降|降低|缩短|下调|回落|压缩|减|降|增|升|扩|涨|跌)(?:到|至|为|成))[^，。；、]{0,12}$"
)


_NEAR = 12
"""Characters between the end of a change and the words that sum it up."""


def growth(analysis: Analysis) -> Iterator[Hit]:
    """由X增至Y，增长Z%: a rate, multiple or difference that the two ends do not give."""
    text = analysis.document.text
    claims = [claim for claim in analysis.claims if claim.mention.quantity.is_numeric]
    for first, second, third in zip(claims, claims[1:], claims[2:], strict=False):
        start, end, change = first.mention, second.mention, third.mention
        follows = third.sentence == first.sentence and 0 <= change.start - end.end <= _NEAR
        if follows and third.direction and _is_pair(text, first, second):
            yield from _judge_growth(start, end, change, third.direction)


def _is_pair(text: str, first: Claim, second: Claim) -> bool:
    start, end = first.mention, second.mention
    if conversion(start.quantity.unit, end.quantity.unit) is None and start.quantity.unit is not None:
        return False
    if start.quantity.number is None or end.quantity.number is None:
        return False
    led = _FROM.search(text[max(first.sentence.start, start.start - 18) : start.start])
    return led is not None and _TO.search(text[start.end : end.start]) is not None


def _judge_growth(start: Mention, end: Mention, change: Mention, direction: int) -> Iterator[Hit]:
    low, high = start.quantity.admits(), end.quantity.admits()
    if start.quantity.unit is not None:
        factor = conversion(end.quantity.unit, start.quantity.unit)
        high = high.scaled(factor) if factor is not None else high
    kind = change.quantity.kind
    unit = change.quantity.unit
    rate = unit is not None and unit.dimension == "percent" and start.quantity.kind != "percent"
    if rate or kind == "multiple":
        scale = Fraction(100) if rate else Fraction(1)
        given = _relative(low, high, scale)
        form = "({0} − {1}) ÷ {1}"
    elif conversion(unit, start.quantity.unit) is not None or (unit and unit.dimension == "percentage-point"):
        given = _difference(low, high)
        form = "{0} − {1}"
    else:
        return
    if given is None:
        return
    given = given if direction > 0 else given.negated()
    if change.quantity.admits().meets(given):
        return
    middle = ((given.low or 0) + (given.high or 0)) / 2
    expected = f"{float(middle):.4g}{'%' if rate else unit.symbol if unit else ''}"
    working = form.format(_core(end), _core(start)) + f" ≈ {'-' if direction < 0 else ''}{expected}"
    evidence: tuple[Evidence, ...] = (
        SpanEvidence(start.start, start.end, start.text),
        SpanEvidence(end.start, end.end, end.text),
        Derivation(working),
    )
    values = {"written": change.text, "start": start.text, "end": end.text, "expected": expected}
    yield Hit(change.span, values, evidence, expected, against=change.start)


def _relative(low: Interval, high: Interval, scale: Fraction) -> Interval | None:
    if None in (low.low, low.high, high.low, high.high) or not low.low or low.low <= 0 or not low.high:
        return None
    assert high.low is not None and high.high is not None
    return Interval((high.low / low.high - 1) * scale, (high.high / low.low - 1) * scale)


def _difference(low: Interval, high: Interval) -> Interval | None:
    if low.low is None or low.high is None or high.low is None or high.high is None:
        return None
    return Interval(high.low - low.high, high.high - low.low)


__all__ = ["Span", "growth", "parts_and_total"]
