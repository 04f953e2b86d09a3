"""Passages in, shares out that their part and whole, bound by place, don't make: 3462人次；其中758人次，占31.9%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, in_unit, ratio, reckoned, total
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.proportions import Share, Split, as_split, is_age_or_time, shares_told
from figcheck.checks.shares import HUNDRED, REGION, noun_of
from figcheck.model import Analysis, Hit, Interval
from figcheck.slips import chance, looks_like
from figcheck.units import conversion
from figcheck.values import Frozen

_FILL = "(?:约|近|仅|只|就|便|已|均|达|达到|为|是|了|到|高达|超过|接近|大约|正好|恰好|刚好|整整|足足){0,4}"
_SHARE = re.compile(
    rf"^(?:约|仅|只|已|就|便|均|各|其|又|也|分别){{0,3}}占(?:比)?(?:到|了|据)?(?P<whole>[^，。；：、占]{{0,16}}?)"
    rf"(?:的)?(?:比例|比重|份额|比率|比)?(?:分别)?{_FILL}$|^(?:占比|比重|比例|份额)(?:分别)?{_FILL}$"
)


class Bound(Frozen):
    """A share right behind its part, and the words for its whole."""

    share: Figure
    part: Figure
    whole: str
    """The words between 占 and the share."""


def shares_read(analysis: Analysis) -> Iterator[Hit]:
    """Shares that part and whole don't make, by their places or by their words; the first to name one has it."""
    taken: set[int] = set()
    for hit in (*_bound_shares(analysis), *shares_told(analysis)):
        if hit.span.start not in taken:
            taken.add(hit.span.start)
            yield hit


def _bound_shares(analysis: Analysis) -> Iterator[Hit]:
    """Shares with their parts right before them, that the whole bound to the part doesn't make."""
    for passage in passages(analysis):
        found = list(_bound(passage))
        for bound in found:
            whole, is_sure = _whole_of(passage, bound, found)
            if whole is not None and not _is_explained(passage, bound, whole, found):
                split = Split(Share(bound.share, False, True), bound.part, whole, "read")
                if is_sure or _is_likely(bound, whole):
                    yield as_split(split)


# --- share and part ----------------------------------------------------------------------------------------------

_BRACKETS = re.compile("（[^（）]*）")


def _bound(passage: Passage) -> Iterator[Bound]:
    for at, share in enumerate(passage.figures):
        match = _SHARE.match(share.own) if share.is_percent and 0 < share.number <= HUNDRED else None
        in_brackets = share.lead.endswith("（") and share.behind.startswith("）")
        if (match is None and not in_brackets) or share.quantity.hedge not in _HEDGES or told_change(share):
            continue
        if "分别" in share.own or "各" in share.own[:2]:
            yield from _respectively(passage, at, match["whole"] or "" if match is not None else "")
            continue
        part = _part_before(passage, at)
        if part is not None:
            yield Bound(share, part, (match["whole"] or "") if match is not None else "")


_HEDGES = ("exact", "about", "odd", "nearly")
_MOST_CHANGES = 3


def _part_before(passage: Passage, at: int) -> Figure | None:
    """The figure right before a share, but for changes told of it and what stands in brackets."""
    share, skipped = passage.figures[at], 0
    for part in reversed(passage.figures[max(0, at - 1 - _MOST_CHANGES) : at]):
        if part.sentence != share.sentence:
            return None
        between = _BRACKETS.sub("", passage.between(part, share))
        if "）" in between and "（" not in between.partition("）")[0]:
            continue  # 2496件，增长14.5%（2024年2180件），占21.1%
        if part.is_percent or part.is_points:
            skipped += 1
            if told_change(part) is None and _SHARE.match(part.own) is None:
                return None
            continue
        clauses = re.split("[，、（]", between)
        is_near = len(clauses[0]) <= _NOUN and len(clauses) <= 2 + skipped and not re.search("[；：]", between)
        return part if is_near and _is_part(part) else None
    return None


_NOUN = 12
_NO_PART = re.compile(r"每|比|较|同比|其余|另")


def _is_part(part: Figure) -> bool:
    if not part.is_amount or is_age_or_time(part) or told_change(part) is not None:
        return False
    return part.quantity.hedge in _HEDGES and part.number >= _FEW and _NO_PART.search(part.own) is None


_FEW = 10
"""三家合计占70.4%: so few are hardly ever the part itself."""


def _respectively(passage: Passage, at: int, whole: str) -> Iterator[Bound]:
    """24.06亿元，净利润1.83亿元，分别占上半年的51.4%和56.0%."""
    figures = passage.figures
    shares = [figures[at]]
    for share in figures[at + 1 :]:
        if not share.is_percent or share.lead not in ("、", "和", "及", "与", "以及"):
            break
        shares.append(share)
    parts = figures[max(0, at - len(shares)) : at]
    if len(shares) < 2 or len(parts) != len(shares) or not all(map(_is_part, parts)):
        return
    if all(part.sentence == shares[0].sentence for part in parts):
        yield from (Bound(share, part, whole) for share, part in zip(shares, parts, strict=True))


# --- the whole ---------------------------------------------------------------------------------------------------

_AVERAGED = re.compile("[人户场日月年平]均|每")
_EXTREME = re.compile("最[高低多少大小]|计划|目标|力争|预计|同比|环比|比|较|增|减")


def _whole_of(passage: Passage, bound: Bound, others: Sequence[Bound]) -> tuple[Figure | None, bool]:
    """The figure of which a part is one, and whether words bind it: a name behind 占, or 其中 before the part."""
    wholes = [one for one in reversed(passage.figures) if _can_be_whole(one, bound, others)]
    noun, region = noun_of(bound.whole), REGION.match(bound.whole)
    if region is not None:
        wholes = [one for one in wholes if region.group() in one.lead]
    if noun:
        full = next((name for name in (noun, bound.whole.rstrip("的")) if len(name) >= _NAMED), "")
        if full and all(noun not in one.own + one.tail for one in wholes):
            wholes += [one for one in passage.figures if full in one.own and _is_named_whole(one, bound)]
        named = [one for one in wholes if set(noun) - _GENERIC <= set(one.lead + one.tail)]
        whole = named[0] if named else None
        return whole, whole is not None and noun in whole.own + whole.tail and _is_sure(passage, bound, whole)
    for whole in wholes:
        if "其中" in passage.between(whole, bound.part) or _OF_THESE.match(whole.behind):
            return whole, _is_sure(passage, bound, whole)
    return None, False


_NAMED = 3
"""Characters of a name at least by which a whole is known wherever it stands in the paragraph."""


def _is_named_whole(whole: Figure, bound: Bound) -> bool:
    """占机动车保有量的16%……全市机动车保有量为155万辆: told some sentences later, or earlier."""
    if whole in (bound.part, bound.share) or not _alike(whole, bound.part) or told_change(whole) is not None:
        return False
    if _EXTREME.search(whole.own) or whole.quantity.hedge not in _HEDGES or whole.number < bound.part.number:
        return False
    return set(_AVERAGED.findall(whole.own)) == set(_AVERAGED.findall(bound.part.own))


_OF_THESE = re.compile("[^，。；：]{0,8}[中里]，")
_SUMS = re.compile("合计|共计|总计|一共|累计|加起来")


def _is_sure(passage: Passage, bound: Bound, whole: Figure) -> bool:
    """Whether part and whole are of one time, and the part no sum of several, so that the share must be theirs."""
    part = bound.part
    if not bound.share.own or passage.text[part.end : bound.share.start].count("，") > 2:
        return False
    if (
        _SUMS.search(part.own)
        or "成" in bound.share.mention.text
        or (whole.when != part.when and part.when is not None)
    ):
        return False
    return "其中" in passage.between(whole, part) or whole.number > part.number


def _can_be_whole(whole: Figure, bound: Bound, others: Sequence[Bound]) -> bool:
    part = bound.part
    if whole.start >= part.start or part.sentence - whole.sentence > 1 or not _alike(whole, part):
        return False
    if any(other.part is whole for other in others) or told_change(whole) is not None or is_age_or_time(whole):
        return False
    if _EXTREME.search(whole.own) is not None or whole.quantity.hedge not in _HEDGES:
        return False
    return set(_AVERAGED.findall(whole.own)) == set(_AVERAGED.findall(part.own))


_GENERIC = frozenset("总的全共量数额各该这")

# --- judging -----------------------------------------------------------------------------------------------------


def _alike(one: Figure, other: Figure) -> bool:
    return one.is_amount and comparable(one.unit, other.unit) and not is_age_or_time(one)


def _made(part: Figure, whole: Figure) -> Interval:
    own = in_unit(admitted(part.quantity), part.unit, whole.unit) or admitted(part.quantity)
    return ratio(own, admitted(whole.quantity)).scaled(HUNDRED)


def _is_explained(passage: Passage, bound: Bound, whole: Figure, others: Sequence[Bound]) -> bool:
    """Whether any figure near makes the share as its part's whole, or another part and share tell of the same whole."""
    said = reckoned(bound.share.quantity)
    near = [one for one in passage.figures if one is whole or abs(one.sentence - bound.share.sentence) <= _REACH]
    near = [one for one in near if _alike(one, bound.part) and one is not bound.part]
    if any(_made(bound.part, one).meets(said) for one in near) or _is_of_sum(bound, near, said):
        return True
    size = _implied(bound)
    for other in others:
        if other is bound or not _alike(other.part, bound.part) or (other.whole and other.whole != bound.whole):
            continue
        one = in_unit(_implied(other), other.part.unit, bound.part.unit)
        if one is not None and one.meets(size):
            return True
    return False


_REACH = 2


def _is_of_sum(bound: Bound, near: Sequence[Figure], said: Interval) -> bool:
    """Whether the whole is not told, but some figures side by side are all that it is made of."""
    for first in range(len(near)):
        for last in range(first + 2, min(len(near), first + _LISTED) + 1):
            row = [in_unit(admitted(one.quantity), one.unit, bound.part.unit) for one in near[first:last]]
            whole = total(one for one in row if one is not None)
            if ratio(admitted(bound.part.quantity), whole).scaled(HUNDRED).meets(said):
                return True
    return False


_LISTED = 6


def _implied(bound: Bound) -> Interval:
    return ratio(admitted(bound.part.quantity), reckoned(bound.share.quantity)).scaled(HUNDRED)


_BY_CHANCE = 0.05


def _is_likely(bound: Bound, whole: Figure) -> bool:
    """Whether one of the three is, by a slip of hand, what the other two make."""
    part, share = bound.part, bound.share
    factor = conversion(part.unit, whole.unit) or 1
    wanted = (
        (share, part.number * factor / whole.number * HUNDRED),
        (part, whole.number * share.number / HUNDRED / factor),
        (whole, part.number * factor / share.number * HUNDRED),
    )
    return 3 * min(chance(one.quantity, looks_like(one.quantity, number)) for one, number in wanted) <= _BY_CHANCE
