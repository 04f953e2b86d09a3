"""Passages in, wholes out that their parts don't make, by what looks like a slip: sums, shares of a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, in_unit, total
from figcheck.checks.moves import told_change
from figcheck.checks.parts import overlap
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.percentages import shares_over_whole
from figcheck.checks.sums import parts_and_total
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Span, SpanEvidence
from figcheck.slips import looks_like
from figcheck.units import PERCENT, conversion
from figcheck.values import Frozen

_HUNDRED = Fraction(100)
_MOST = 12
"""Figures of a sentence that are looked through for a sum."""


class Account(Frozen):
    """A whole and its parts."""

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    """Whether the words promise that these are all."""


# --- sums ----------------------------------------------------------------------------------------------------


def sums_told(analysis: Analysis) -> Iterator[Hit]:
    """A whole, its parts, and one of them that is a slip of what the others make."""
    hits: list[Hit] = []
    for passage in passages(analysis):
        told: set[int] = set()
        for account in _accounts(passage):
            if account.whole.start not in told and _is_wrong(account):
                told.update(figure.start for figure in (account.whole, *account.parts))
                hits.append(_hit(account))
    said = {hit.against for hit in parts_and_total(analysis)} if hits else set()
    yield from (hit for hit in hits if hit.against not in said)


def _accounts(passage: Passage) -> Iterator[Account]:
    for sentence in sorted({figure.sentence for figure in passage.figures}):
        row = [figure for figure in passage.figures if figure.sentence == sentence and _is_part(figure)]
        for dimension in {_dimension(figure) for figure in row}:
            same = [figure for figure in row if _dimension(figure) == dimension][:_MOST]
            if len(same) > 2 and not _is_any_sum(same):
                yield from _whole_first(passage, same)
                yield from _whole_last(passage, same)


_NO_PART = re.compile(r"每|均|比|相当于|约合|折合|其中.*其中|最[高低多少大小]|[增减涨跌]$")


def _is_part(figure: Figure) -> bool:
    if not figure.is_amount or figure.quantity.hedge not in ("exact", "about", "odd", "nearly", "over"):
        return False
    told = told_change(figure)
    return _NO_PART.search(figure.own) is None and (told is None or _REST.search(figure.own) is not None)


def _dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit is not None else ""


def _is_any_sum(same: Sequence[Figure]) -> bool:
    """Whether some figure is the sum of others that follow each other: the account is in order."""
    return any(
        _sum(same[at : at + size], whole).meets(admitted(whole.quantity))
        for size in range(2, len(same))
        for at in range(len(same) - size + 1)
        for whole in same
        if whole not in same[at : at + size]
    )


def _sum(parts: Sequence[Figure], whole: Figure) -> Interval:
    own = (in_unit(admitted(part.quantity), part.unit, whole.unit) for part in parts)
    return total(interval for interval in own if interval is not None)


_REST = re.compile(rf"(?:{choice(words.REST.split())})[^，。；：、]{{0,6}}$")
_LEADS = re.compile(rf"^[^，。；]{{0,14}}(?:[，：（]|{choice(words.MADE_OF.split())})")
_COMPOSED = re.compile(r"组成|构成")
_OPEN = re.compile("等|主要|最大|仅|就有|其余|超过")


def _whole_first(passage: Passage, same: Sequence[Figure]) -> Iterator[Account]:
    """3.42亿元里，财政拿了1.18亿元，银行贷款1.75亿元，剩下的5900万元."""
    for at in range(len(same) - 2):
        whole, parts = same[at], same[at + 1 :]
        if whole.number <= max(_number(part, whole) for part in parts) or not _LEADS.match(whole.behind):
            continue
        rest = next((place for place, part in enumerate(parts) if _REST.search(part.own)), None)
        if rest is not None and rest > 0:
            yield Account(whole, tuple(parts[: rest + 1]), True)
        elif _COMPOSED.search(parts[-1].behind) or _are_all(passage, whole, parts):
            yield Account(whole, tuple(parts), True)


_SET_APART = re.compile(r"^[^，。；]{0,10}(?:（|——|，(?:由|分别|依次|计有|内有))")


def _are_all(passage: Passage, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts stand in brackets, or are led by 由, 分别, 内有, and not left open with 等."""
    if _SET_APART.match(whole.behind) is None or _OPEN.search(passage.text[parts[-1].end : parts[-1].end + 8]):
        return False
    return len(parts) > 2


_SUMS_UP = re.compile(
    rf"(?:^|[，；、—])[^，；、]{{0,3}}?(?:{choice(words.SUMMED.split())})(?:为|是|有|达|达到|约|了|用了|花了|卖出|卖了|收入)?[^，；、]{{0,5}}$"
)


def _whole_last(passage: Passage, same: Sequence[Figure]) -> Iterator[Account]:
    """专著11部、译著23部、诗集4部，凡39部."""
    for at in range(2, len(same)):
        whole, parts = same[at], same[:at]
        if _SUMS_UP.search(whole.lead) is None or "每" in passage.between(parts[0], whole):
            continue
        if all(_number(part, whole) < whole.number * 2 for part in parts):
            yield Account(whole, tuple(parts), True)


def _number(part: Figure, whole: Figure) -> Fraction:
    return part.number * (conversion(part.unit, whole.unit) or 1)


def _is_wrong(account: Account) -> bool:
    """Whether one of the figures is a slip of what the others make, and no run of the parts makes the whole."""
    whole, parts = account.whole, account.parts
    summed = _sum(parts, whole)
    if summed.meets(admitted(whole.quantity)) or not all(comparable(part.unit, whole.unit) for part in parts):
        return False
    return _slip(account) is not None


def _slip(account: Account) -> Figure | None:
    """The figure that is a slip of what the others make; the whole where several might be."""
    whole, numbers = account.whole, [_number(part, account.whole) for part in account.parts]
    summed = sum(numbers, Fraction(0))
    if looks_like(whole.quantity, summed) is not None:
        return whole
    for part, number in zip(account.parts, numbers, strict=True):
        rest = (whole.number - summed + number) * number and part.number / number * (whole.number - summed + number)
        if rest > 0 and looks_like(part.quantity, rest) is not None:
            return part
    return None


def _hit(account: Account) -> Hit:
    whole, numbers = account.whole, [_number(part, account.whole) for part in account.parts]
    summed = sum(numbers, Fraction(0))
    expected = digits_like(summed, whole.core, whole.unit)
    working = f"{' + '.join(part.core for part in account.parts)} = {expected} ≠ {whole.core}"
    values = {"total": whole.mention.text, "sum": expected}
    return Hit(
        whole.mention.span, values, (*_places(account.parts), Derivation(working)), expected, against=whole.start
    )


def _places(figures: Sequence[Figure]) -> tuple[Evidence, ...]:
    return tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in figures)


# --- shares of a hundred ---------------------------------------------------------------------------------------

_DIVIDED, _NOT_DIVIDED = re.compile(choice(words.DIVIDED.split())), re.compile(choice(words.NOT_DIVIDED.split()))
_FARTHEST = Fraction(21)
"""By how much shares of one whole may miss a hundred and still be a slip."""


def hundreds_told(analysis: Analysis) -> Iterator[Hit]:
    """得票率47.2%、48.1%，余下的7.7%: shares of a whole that make more than a hundred, or less though all."""
    hits: list[Hit] = []
    for passage in passages(analysis):
        for sentence in sorted({figure.sentence for figure in passage.figures if figure.is_percent}):
            row = [figure for figure in passage.figures if figure.sentence == sentence]
            shares = [figure for figure in row if figure.is_percent]
            if len(shares) > 2 and _share_out(passage, row, shares) and _miss_a_hundred(shares):
                hits.append(_hundred(shares))
    said = {hit.against for hit in shares_over_whole(analysis)} if hits else set()
    yield from (hit for hit in hits if hit.against not in said)


def _share_out(passage: Passage, row: Sequence[Figure], shares: Sequence[Figure]) -> bool:
    """Whether the words say that these percentages share out one whole."""
    text = row[0].lead + passage.text[row[0].start : shares[-1].end] + shares[-1].tail
    if _NOT_DIVIDED.search(text) or _DIVIDED.search(text) is None or "其中" in passage.between(shares[0], shares[-1]):
        return False
    if any(told_change(share) is not None and _REST.search(share.own) is None for share in shares):
        return False
    labels = [share.own + "|" + share.tail for share in shares]
    return not overlap(labels, PERCENT)


def _miss_a_hundred(shares: Sequence[Figure]) -> bool:
    summed = total(admitted(share.quantity) for share in shares)
    exact = sum((share.number for share in shares), Fraction(0))
    if summed.meets(Interval(_HUNDRED - 1, _HUNDRED + 1)) or abs(exact - _HUNDRED) > _FARTHEST:
        return False
    if exact < _HUNDRED and not any(_REST.search(share.own) for share in shares[-1:]):
        return False
    return any(looks_like(share.quantity, share.number + _HUNDRED - exact) for share in shares)


def _hundred(shares: Sequence[Figure]) -> Hit:
    exact = sum((share.number for share in shares), Fraction(0))
    sign = ">" if exact > _HUNDRED else "<"
    terms = " + ".join(share.core for share in shares)
    working = f"{terms} {equals(exact, shown(exact))} {shown(exact, PERCENT)} {sign} 100%"
    values = {"sum": shown(exact, PERCENT)}
    span = Span(shares[0].start, shares[-1].end)
    return Hit(span, values, (*_places(shares), Derivation(working)), against=shares[-1].start)
