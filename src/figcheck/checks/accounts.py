"""Passages in, wholes out that their parts don't make, by what looks like a slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, in_unit, literally, total
from figcheck.checks.moves import told_change
from figcheck.checks.parts import MORE_CAME, NEXT_TIME, SINGLE, names_all, opposites, overlap
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like
from figcheck.data import passage_words as words
from figcheck.data.arithmetic_words import COMPLETE_SETS
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Quantity, SpanEvidence
from figcheck.slips import chance, looks_like
from figcheck.units import conversion
from figcheck.values import Frozen

_HUNDRED = Fraction(100)
Surety = Literal["named", "listed", "apart"]
_MOST = 12
"""Figures of a sentence that are looked through for a sum."""


class Account(Frozen):
    """A whole and its parts."""

    whole: Figure
    parts: tuple[Figure, ...]
    surety: Surety
    """How far the words promise that these are all: `named` where they say so, `listed` where parts merely follow."""


# --- sums ----------------------------------------------------------------------------------------------------


def sums_told(analysis: Analysis) -> Iterator[Hit]:
    """A whole, its parts, and one of them that is a slip of what the others make."""
    for passage in passages(analysis):
        told: set[int] = set()
        for account in _accounts(passage):
            if account.whole.start not in told and _is_wrong(account):
                told.update(figure.start for figure in (account.whole, *account.parts))
                yield _hit(account)


def _accounts(passage: Passage) -> Iterator[Account]:
    for sentence in sorted({figure.sentence for figure in passage.figures}):
        row = [figure for figure in passage.figures if figure.sentence == sentence]
        before = [figure for figure in passage.figures if figure.sentence == sentence - 1]
        for dimension in sorted({_dimension(figure) for figure in row if figure.is_amount}):
            same = _of_dimension(row, dimension)
            if len(same) > 1 and _DIVIDES.search(row[0].lead) is not None:
                same = [*_of_dimension(before, dimension)[-1:], *same]
            if len(same) > 2 and not _is_any_sum(same):
                yield from _whole_first(passage, same)
                yield from _whole_last(passage, same)
            yield from _across(row, before, dimension)


_MENTIONED_ONLY = re.compile("其中|等|主要|最大|最多|左右|以上|去年|上年|同比|比上|每|均|第[一二]|以及其他")
_ONE_BY_ONE = re.compile(r"(?:分别|依次)?(?:为|是|有|达)?$")


def _across(row: Sequence[Figure], before: Sequence[Figure], dimension: str) -> Iterator[Account]:
    """共接待21.36万人次。云崖山8.05万人次；鹤鸣湖6.72万人次；……: a whole, and its parts in the sentence behind."""
    wholes = _of_dimension(before, dimension)
    parts = _of_dimension(row, dimension)
    divided = _DIVIDES.search(row[0].lead) is not None
    if len(wholes) != 1 or len(parts) < 3 or wholes[0].quantity.hedge != "exact":
        return
    whole, said = wholes[0], "".join(part.lead + part.tail for part in parts)
    if _MENTIONED_ONLY.search(said) or whole.number <= max(_number(part, whole) for part in parts):
        return
    others = _MORE.search(parts[-1].lead) is not None and sum(_number(part, whole) for part in parts) > whole.number
    if not divided and not others and _ALL_OF.search(whole.own) is None:
        return
    own = next((at for at, part in enumerate(parts) if at and "；" in part.lead), len(parts)) if divided else len(parts)
    alike = all(len(_ONE_BY_ONE.sub("", part.own)) <= _LABEL for part in parts[:own])
    if own > 2 and alike and not _is_any_sum([whole, *parts]):
        sorted_out = _MORE.search(parts[own - 1].lead) or _SORTED.match(row[0].lead)
        yield Account(whole, tuple(parts[:own]), "listed" if sorted_out else "apart")


def _of_dimension(row: Sequence[Figure], dimension: str) -> list[Figure]:
    """The figures of one dimension; none where one is told of each of things that are not named beside it."""
    same = [figure for figure in row if _dimension(figure) == dimension and _is_part(figure)][:_MOST]
    return [] if any("各" in figure.own and _each(figure) == 1 for figure in same) else same


_DIVIDES = re.compile(
    r"^(?:其中|按[^，。]{1,8}分|从[^，。]{1,8}[看分]|分[一-龥]{1,4}看|具体[看为是]?|这[些里当]|里面|他们中|它们中)"
)
_SORTED = re.compile(r"^(?:按[^，。]{1,8}分|从[^，。]{1,8}[看分]|分[一-龥]{1,4}看)")
_NO_PART = re.compile(r"[亩单]产|按[一-龥]{0,3}制|比(?!赛)|相当于|约合|折合|其中.*其中|最[高低多少大小]|[增减涨跌]$")
_EACH = re.compile(r"每|均")


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
        _sum(same[at : at + size], whole, literally).meets(literally(whole.quantity))
        for size in range(2, len(same))
        for at in range(len(same) - size + 1)
        for whole in same
        if whole not in same[at : at + size] and (size > 2 or whole in (same[0], same[-1]) or len(same) == 3)
    )


def _sum(parts: Sequence[Figure], whole: Figure, taken: Callable[[Quantity], Interval] = admitted) -> Interval:
    own = ((in_unit(taken(part.quantity), part.unit, whole.unit), _each(part)) for part in parts)
    return total(interval.scaled(Fraction(times)) for interval, times in own if interval is not None)


_REST = re.compile(rf"(?:{choice(words.REST.split())})[^，。；：、]{{0,6}}$")
_MORE = re.compile(r"(?:^|[，；])(?:还|另|尚|仍|也)(?:还)?有(?:着)?$")
_LEADS = re.compile(rf"^[^，。；]{{0,14}}(?:[，：（]|{choice(words.MADE_OF.split())})")
_COMPOSED = re.compile(r"组成|构成")
_OPEN = re.compile("其中|等|主要|最大|仅|就有|其余|超过|包括|含|左右")
_ALL_OF = re.compile(rf"(?:{choice(words.ALL_OF.split())})[^，。；：、]{{0,8}}$")


def _is_divided_anew(parts: Sequence[Figure]) -> bool:
    """Whether the first of the parts is what the others make: 设7枚金牌，已决出4枚，云阳、江州各得1枚，清河得2枚."""
    return len(parts) > 2 and _sum(parts[1:], parts[0], literally).meets(literally(parts[0].quantity))


def _whole_first(passage: Passage, same: Sequence[Figure]) -> Iterator[Account]:
    """3.42亿元里，财政拿了1.18亿元，银行贷款1.75亿元，剩下的5900万元."""
    for at in range(len(same) - 2):
        whole, parts = same[at], same[at + 1 :]
        if whole.number <= max(_number(part, whole) for part in parts) or any(_EACH.search(part.own) for part in parts):
            continue
        if _divide_a_setting(passage, (whole, *parts)) or SINGLE.search(passage.between(whole, parts[-1])):
            continue
        if _is_one_missing(passage, whole, parts) or _is_divided_anew(parts):
            continue
        rest = next((place for place, part in enumerate(parts) if _REST.search(part.own)), 0)
        if rest and _LEADS.match(whole.behind) and not (at and whole.behind.startswith("，")):
            yield Account(whole, tuple(parts[: rest + 1]), "named")
        elif _COMPOSED.search(parts[-1].behind) or _are_all(passage, whole, parts):
            yield Account(whole, tuple(parts), "named")
        elif _are_listed(passage, whole, parts):
            yield Account(whole, tuple(parts), "listed")


_IS_CHANGE = re.compile("同比|环比|比[上去前]|较[上去前]|[比较][^，。；]{0,6}[年月期]")


def _is_one_missing(passage: Passage, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether what was sold or given away is read as a change, and so is none of the parts: 卖掉30万公斤."""
    inside = [one for one in passage.figures if whole.start < one.start < parts[-1].start and one.is_amount]
    inside = [one for one in inside if one not in parts and comparable(one.unit, whole.unit)]
    return any(told_change(one) is not None and _IS_CHANGE.search(one.own) is None for one in inside)


def _divide_a_setting(passage: Passage, figures: Sequence[Figure]) -> bool:
    """Whether figures make a stretch of time that only says how long: 30年里，有17年……，8年……，其余5年."""
    settings = [one.quantity for one in passage.settings if one.quantity.is_numeric]
    settings = [one for one in settings if comparable(one.unit, figures[0].unit)]
    return any(_sum(figures, figures[0]).meets(admitted(each)) for each in settings)


_SET_APART = re.compile(r"^[^，。；]{0,10}(?:（|——|，(?:由|分别|依次|计有|内有))")


def _are_all(passage: Passage, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts stand in brackets, or are led by 由 or 分别 and not left open; or are opposites."""
    if _OPEN.search(passage.text[parts[-1].end : parts[-1].end + 8]):
        return False
    if len(parts) == 2 and (opposites(labels := _labels(parts)) or any(names_all(g, labels) for g in COMPLETE_SETS)):
        return whole.sentence == parts[0].sentence or _DIVIDES.search(parts[0].lead) is not None
    apart = _SET_APART.match(whole.behind) if len(parts) > 2 else None
    return apart is not None and not (apart.group().endswith("（") and "）" in passage.between(whole, parts[0]))


def _labels(parts: Sequence[Figure]) -> list[str]:
    return [f"{part.own}|" for part in parts]


_LABEL = 9
"""Characters of a clause that says of what a part is, and nothing else."""


def _counts(figure: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a figure says how many parts there are: 兵分三路."""
    return figure.unit is not None and figure.unit.counts and figure.number == len(parts)


def _are_listed(passage: Passage, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether short clauses right behind a whole give its parts, one by one, to the end of the sentence."""
    if _OPEN.search(passage.between(whole, parts[-1]) + passage.text[parts[-1].end : parts[-1].end + 4]):
        return False
    row = [figure for figure in passage.figures if whole.start < figure.start <= parts[-1].start]
    row = [figure for figure in row if figure in parts or not _counts(figure, parts)]
    if len(row) != len(parts) or any(figure.sentence != parts[0].sentence for figure in row):
        return False
    more = len(parts) == 2 and _MORE.search(parts[-1].lead) is not None
    short = all(1 <= len(part.own) <= _LABEL and len(part.lead) <= 3 * _LABEL for part in parts[1:])
    return more or (len(parts) > 2 and short and not overlap(_labels(parts), whole.unit))


_SUMS_UP = re.compile(
    rf"(?:^|[，；、—])[^，；、]{{0,3}}?(?:{choice(words.SUMMED.split())})(?:为|是|有|达|达到|约|了|用了|花了|卖出|卖了|收入)?[^，；、]{{0,5}}$"
)
_OF_ALL = re.compile(r"(?:^|[，；])(?:全[县市校镇村省国厂队乡区州馆院班家部线程天年场]|两|三|四|五|六)[^，；、]{0,8}$")


_AIMED = re.compile(choice(words.TARGETS.split()))


def _whole_last(passage: Passage, same: Sequence[Figure]) -> Iterator[Account]:
    """专著11部、译著23部、诗集4部，凡39部."""
    for at in range(2, len(same)):
        whole, parts = same[at], same[:at]
        if "每" in passage.between(parts[0], whole) or NEXT_TIME.search(whole.lead) or _AIMED.search(whole.own):
            continue
        if whole.number <= max(_number(part, whole) for part in parts) or _are_pieces(passage, parts, whole):
            continue
        composed = len(whole.own) == 0 and _COMPOSED.search(parts[-1].behind) is not None
        if _SUMS_UP.search(whole.lead) is None and not composed:
            if _OF_ALL.search(whole.lead) is not None:
                yield Account(whole, tuple(parts), "listed")
            continue
        if all(_number(part, whole) < whole.number * 2 for part in parts):
            yield Account(whole, tuple(parts), "named")


_COIN = re.compile("(?:的)?(?:硬币|纸币|面值|面额|[钱钞券票邮])")


def _are_pieces(passage: Passage, parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether parts are coins and notes, of each of which there are many, or more came to them: 1元硬币2316枚."""
    coins = sum(_COIN.match(part.behind) is not None for part in parts)
    return coins > 1 or MORE_CAME.search(passage.between(parts[-1], whole)) is not None


def _number(part: Figure, whole: Figure) -> Fraction:
    return part.number * (conversion(part.unit, whole.unit) or 1) * _each(part)


_EACH_OF = re.compile(r"(?P<names>[^，。；：]*?)(?:均|都|也)?各(?:有|为|得|获|建|设|派)?$")


def _each(part: Figure) -> int:
    """Of how many things a figure is told: 银牌、铜牌各6枚 are twelve."""
    match = _EACH_OF.search(part.lead) if "各" in part.own else None
    return 1 if match is None else 1 + len(re.findall("[、和与及]", match["names"]))


_LIKELY = 0.06
"""How probable the likeness to a slip may be by chance, where parts merely follow a whole,
    `apart` where they do so in another sentence."""


def _is_wrong(account: Account) -> bool:
    """Whether one of the figures is a slip of what the others make, and no run of the parts makes the whole."""
    whole, parts = account.whole, account.parts
    if not all(comparable(part.unit, whole.unit) for part in parts):
        return False
    rounded = _sum(parts, whole).meets(admitted(whole.quantity))
    found = _slip(account)
    most = _LIKELY_OVER if account.surety == "listed" and _is_over(account) else _LIKELY
    if found is not None and ((account.surety == "named" and not rounded) or found[1] * (len(parts) + 1) <= most):
        return True
    return not rounded and _is_counted_out(account)


_LIKELY_OVER = 0.15
"""The same where short clauses share out a whole, and make more of it than there is."""


def _is_over(account: Account) -> bool:
    """Whether parts that surely share nothing are more than the whole, all figures as they stand."""
    whole, parts = account.whole, account.parts
    exact = all(one.quantity.hedge == "exact" for one in (whole, *parts))
    summed = sum((_number(part, whole) for part in parts), Fraction(0))
    return exact and summed > whole.number and not overlap(_labels(parts), whole.unit)


def _slip(account: Account) -> tuple[Figure, float] | None:
    """The figure that is a slip of what the others make, and how probable that is by chance."""
    whole, numbers = account.whole, [_number(part, account.whole) for part in account.parts]
    summed = sum(numbers, Fraction(0))
    found: list[tuple[Figure, float]] = []
    if (slip := looks_like(whole.quantity, summed)) is not None:
        found.append((whole, chance(whole.quantity, slip, rounded=True)))
    for part, number in zip(account.parts, numbers, strict=True):
        rest = part.number / number * (whole.number - summed + number)
        if rest > 0 and (slip := looks_like(part.quantity, rest)) is not None:
            found.append((part, chance(part.quantity, slip, rounded=True)))
    return min(found, key=lambda one: one[1], default=None)


def _is_counted_out(account: Account) -> bool:
    """一行18人，内科医生6名，外科医生7名，护士4名: so few that each was counted."""
    whole, parts = account.whole, account.parts
    if account.surety == "apart":
        return False
    composed = account.surety == "named" and not whole.own
    others = account.surety == "listed" and _MORE.search(parts[-1].lead) is not None and _is_over(account)
    if not composed and not others and (len(parts) < 3 or _ALL_OF.search(whole.own) is None):
        return False
    if whole.number > _FEW or any(one.quantity.judged or one.quantity.hedge != "exact" for one in (whole, *parts)):
        return False
    return abs(sum(part.number for part in parts) - whole.number) <= whole.number / 5


_FEW = 60


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
