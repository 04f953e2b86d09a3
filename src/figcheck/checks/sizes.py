"""One figure given twice with the same digits in two sizes: 总投资23.5亿元 and 这23.5万元."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import comparable
from figcheck.checks.terms import choice
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Claim, Hit, SpanEvidence
from figcheck.units import conversion


def pointed_size(analysis: Analysis) -> Iterator[Hit]:
    """这23.5万元 where the figure that it points back to is 23.5亿元."""
    yield from _resized(analysis, _is_pointed)


def named_size(analysis: Analysis) -> Iterator[Hit]:
    """年产能为5万吨……50万吨产能: the same noun with the same digits in another size."""
    yield from _resized(analysis, _is_named)


_Same = Callable[[str, Claim, Claim, int], bool]


def _resized(analysis: Analysis, is_same: _Same) -> Iterator[Hit]:
    text = analysis.document.text
    for other, claim, digits in _repeated(analysis.claims):
        if is_same(text, other, claim, digits):
            first, mention = other.mention, claim.mention
            values = {"written": mention.text, "other": first.text}
            place = SpanEvidence(first.start, first.end, first.text)
            yield Hit(mention.span, values, (place,), first.text, against=mention.start)


def _repeated(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, int]]:
    """Pairs of amounts with the same digits in different sizes, and how many digits they are."""
    earlier: dict[tuple[int, ...], list[Claim]] = {}
    for claim in claims:
        digits = _digits(claim)
        if not digits:
            continue
        if digits in earlier and (other := _same_digits(earlier[digits], claim)) is not None:
            yield other, claim, len(digits)
        earlier.setdefault(digits, []).append(claim)


# --- the same digits -----------------------------------------------------------------------------------------


def _digits(claim: Claim) -> tuple[int, ...]:
    """The digits of an amount without the zeros around them; empty for other figures."""
    quantity = claim.mention.quantity
    value = quantity.value
    counted = quantity.kind in ("quantity", "money") or (
        quantity.kind == "number" and claim.mention.text[-1:] in "万亿"
    )
    if not counted or claim.direction or not isinstance(value, Decimal) or value <= 0:
        return ()
    return value.normalize().as_tuple().digits


_BACK = 20
"""Figures with the same digits before one that it is compared with."""


def _same_digits(others: list[Claim], claim: Claim) -> Claim | None:
    """The last figure of those that has another size; None where one has the very same value."""
    found: Claim | None = None
    for other in reversed(others[-_BACK:]):
        if not comparable(other.mention.quantity.unit, claim.mention.quantity.unit):
            continue
        if _value(other, claim) == claim.mention.quantity.number:
            return None
        found = found or other
    return found


def _value(other: Claim, claim: Claim) -> Fraction:
    factor = conversion(other.mention.quantity.unit, claim.mention.quantity.unit) or Fraction(1)
    return (other.mention.quantity.number or Fraction(0)) * factor


# --- the same thing ------------------------------------------------------------------------------------------

_POINTS = re.compile(
    rf"(?:{choice(words.POINTING)})(?:[座条项个笔家栋片块批台处只份本部张间套支艘架])?(?:约|近|超|总长|全长|总计|共)?$"
)
_TAKEN_UP = re.compile(rf"{choice(words.TAKEN_UP)}")
"""What follows a figure that was given before."""
_TALKED_OF = re.compile(rf"(?:{choice(words.TALKED_OF)})(?:的)?$")
_NOUN_BEHIND = re.compile(r"的?(?P<noun>[一-龥]{2,4})")
_NO_TOPIC = re.compile(
    r"人均|户均|均|每|单|日|月|一期|二期|首期|新增|增|减|扩|另|其中|目标|计划|规划|达到|占|[一二三]季度|年底前|到20"
)
_TIMED = re.compile(r"年(?!产)|月|季度|期")
_VERBS = re.compile(r"(?:为|达|达到|是|有|约|超|共|计){1,5}$")
_CLAUSE_STARTS = "，。：；,;:“（( 　\n"


def _is_pointed(text: str, other: Claim, claim: Claim, digits: int) -> bool:
    if _TAKEN_UP.match(text, claim.mention.end):
        return True
    lead = text[max(0, claim.mention.start - 6) : claim.mention.start]
    if digits > 1 and _TALKED_OF.search(lead) and text.startswith("的", claim.mention.end):
        return True
    return digits > 1 and _POINTS.search(_lead(text, claim)) is not None


def _is_named(text: str, other: Claim, claim: Claim, digits: int) -> bool:
    if _is_pointed(text, other, claim, digits) or other.mention.quantity.unit != claim.mention.quantity.unit:
        return False
    first, second = _VERBS.sub("", _lead(text, other)), _VERBS.sub("", _lead(text, claim))
    if _NO_TOPIC.search(first) or _NO_TOPIC.search(second) or stated(_lead(text, claim)) is not None:
        return False
    timed = _TIMED.search(first + second) is not None
    if digits > 2 and not timed and len(first) > 2 and len(second) > 2 and first[-3:] == second[-3:]:
        return True
    noun = _NOUN_BEHIND.match(text, claim.mention.end)
    starts = text[max(0, claim.mention.start - 1) : claim.mention.start] in _CLAUSE_STARTS
    if not starts or noun is None:
        return False
    own = _NOUN_BEHIND.match(text, other.mention.end)
    if own is not None and own["noun"][:2] == noun["noun"][:2] and (digits > 2 or _is_written_alike(other, claim)):
        return True
    if len(first) < 2:
        return False
    return noun["noun"].startswith(first[-2:]) or (digits > 2 and noun["noun"][:2] in first)


def _is_written_alike(other: Claim, claim: Claim) -> bool:
    """Whether two figures are the same numeral of three characters and more but for 万 and 亿: 4300万, 4300亿."""
    cores = [
        one.mention.text[one.mention.core_start - one.mention.start : one.mention.core_end - one.mention.start]
        for one in (other, claim)
    ]
    numerals = [core.rstrip("万亿") for core in cores]
    return numerals[0] == numerals[1] and len(numerals[0]) > 2 and cores[0] != cores[1]


def _lead(text: str, claim: Claim) -> str:
    """The words that lead to a figure, from the last break on."""
    return re.split(r"[、，]", text[claim.clause.start : claim.mention.start])[-1].strip(" 　“”（(")
