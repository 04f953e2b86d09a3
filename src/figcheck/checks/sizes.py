"""One figure given twice with the same digits in two sizes: 总投资23.5亿元 and 这23.5万元."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import comparable
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, When, order, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as parts
from figcheck.model import Analysis, Claim, Derivation, Hit, SpanEvidence
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
    if len({bool(re.search("小时", lead)) for lead in (_headed(text, other), _headed(text, claim))}) > 1:
        return False  # 月最低工资2260元, 小时最低工资22.6元
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


def _headed(text: str, claim: Claim) -> str:
    """The words of its sentence before a figure."""
    return text[
        max(text.rfind("。", 0, claim.mention.start), text.rfind("\n", 0, claim.mention.start))
        + 1 : claim.mention.start
    ]


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


# --- one measure at two times --------------------------------------------------------------------------------

_SIZE = Fraction(10_000)
_FARTHEST = 5
"""By how many times a measure may have grown or shrunk once the slip is taken away."""
_LEADS_UP = re.compile(rf"(?:{choice(parts.LEVEL_VERBS.split())}){{1,5}}$")
_OF_EACH = re.compile(rf"每[一-龥]|{choice(parts.OF_EACH.split())}")
_ENDS_OF_WAY = re.compile("[由从]$"), re.compile(r"[一-龥]{0,4}[到至成]了?$")
_NEAR = 3
"""Years within which nothing that is counted as a whole grows ten thousand times."""


def out_of_scale(analysis: Analysis) -> Iterator[Hit]:
    """去年旅游收入12.6亿元，今年旅游收入14.2万元: one measure at two times, of two sizes that only a slip explains."""
    for passage in passages(analysis):
        for at, second in enumerate(passage.figures[1:], 1):
            for first in reversed(passage.figures[max(0, at - _REACH) : at]):
                if _are_levels(passage, first, second) and _leaps(first, second):
                    yield _leap(first, second)
                    break


_REACH = 3


def _are_levels(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether two figures are one measure at two times not far apart, or what each one has at any two times."""
    if not (first.is_amount and second.is_amount) or first.unit != second.unit or second.sentence - first.sentence > 1:
        return False
    if told_change(first) is not None or told_change(second) is not None or "其中" in passage.between(first, second):
        return False
    if _ENDS_OF_WAY[0].search(first.own) and _ENDS_OF_WAY[1].fullmatch(second.own):
        return True
    one, other = (_LEADS_UP.sub("", figure.own) for figure in (first, second))
    if len(one) < _LABEL or len(other) < _LABEL or one[-_LABEL:] != other[-_LABEL:] or not order(first, second):
        return False
    if _OF_EACH.search(one) and _OF_EACH.search(other):
        return True
    return not _OF_EACH.search(one + other) and _are_near(first.when, second.when)


_LABEL = 2


def _are_near(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.kind != other.kind:
        return False
    return abs(one.rank - other.rank) <= _NEAR


def _leaps(first: Figure, second: Figure) -> bool:
    """Whether one is some ten thousand times the other, and a 万 too many or an 亿 for 万 would explain it."""
    less, more = sorted((first, second), key=lambda figure: figure.number)
    times = more.number / less.number / _SIZE
    sized = more.core.endswith(("万", "亿")) or less.core.endswith("万")
    return sized and Fraction(1, _FARTHEST) <= times <= _FARTHEST


def _leap(first: Figure, second: Figure) -> Hit:
    up = second.number > first.number
    meant = second.number / _SIZE if up else second.number * _SIZE
    values = {
        "written": second.mention.text,
        "other": first.mention.text,
        "expected": digits_like(meant, second.core.rstrip("万亿") + _other_size(second.core, up=up), second.unit),
    }
    place = SpanEvidence(first.start, first.end, first.mention.text)
    working = Derivation(f"{second.core} {'≫' if up else '≪'} {first.core}")
    return Hit(second.mention.span, values, (place, working), values["expected"], against=second.start)


def _other_size(core: str, *, up: bool) -> str:
    """The size that stands in the place of a figure's own: 万 for 亿, none for 万."""
    if up:
        return "万" if core.endswith("亿") else ""
    return "亿" if core.endswith("万") else "万"
