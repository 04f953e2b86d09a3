"""Part, whole and share in, shares that the two don't make out; rates named after a part (合格率) among them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, in_unit, ratio, reckoned, shifted
from figcheck.checks.shares import HUNDRED, REGION, Share, is_share, noun_of, share_of, shares_in
from figcheck.checks.terms import Row, Term, is_of_before, rows, text_of
from figcheck.checks.working import like, proof, result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Hit, Interval
from figcheck.units import PERCENT

# --- the share of a whole that is given ----------------------------------------------------------------------


def share_of_whole(analysis: Analysis) -> Iterator[Hit]:
    """A share that part and whole, both given, don't make: 84亿元，其中29.4亿元，占45%."""
    text = text_of(analysis)
    for row in rows(analysis):
        if not row.paired or not ("半" in row.text or any(is_share(term) for term in row.terms)):
            continue
        for share in (*shares_in(text, row), *_shares_at_distance(row)):
            whole = _whole_of(text, row, share)
            if whole is not None:
                yield from _wrong_share(row, share, whole)
        for share, whole in (*_whole_inside(row), *_share_first(row), *_both_named(text, row)):
            yield from _wrong_share(row, share, whole)
        yield from _wrong_rates(text, row)


_OWNER = r"[^，。；：、]{0,6}[市县区省州镇乡村国洲]"
_AMONG = re.compile(r"[^，。；：]{0,6}[，。；： 　]*其中|[^，。；：]{0,8}[中里]，|，其中")


def _whole_of(text: str, row: Row, share: Share) -> Term | None:
    """The figure that the share is a share of: the one whose words name the whole, or the one before 其中."""
    noun, region = noun_of(share.whole), REGION.match(share.whole)
    shared = {other.at for other in shares_in(text, row)}
    for at in range(share.at - 1, -1, -1):
        term = row.terms[at]
        if not term.is_amount or not comparable(term.unit, share.part.unit) or stated(term.lead) is not None:
            continue
        if at in shared and noun:
            continue
        if region is not None and region.group() not in text[row.start : term.start]:
            continue
        between = text[term.end : share.part.start]
        if noun:
            if noun in _naming(text, row, at):
                return term
        elif (between.count("其中") <= 1 and _AMONG.match(between)) or (
            region is not None and re.fullmatch(f"，{_OWNER}(?:有|为|占有|拥有)?", between)
        ):
            return term
    return None


def _naming(text: str, row: Row, at: int) -> str:
    """The words of the clause before a figure, and those right behind it."""
    term = row.terms[at]
    start = max(row.start, max(text.rfind(mark, row.start, term.start) for mark in "，；：。") + 1)
    behind = re.split(r"[，。；：（）、]", text[term.end : min(row.end, term.end + 12)])[0]
    return text[start : term.start] + behind


_DISTANT = re.compile(r"[^，。；、（）]{1,14}，(?:约|仅|只|已|就|便|均){0,3}占(?:到|了|总数的|比)?(?:约|近)?$")


def _shares_at_distance(row: Row) -> Iterator[Share]:
    """412户中，有103户办起了农家乐，占三分之一: a clause between part and share."""
    for at, (part, share) in enumerate(zip(row.terms, row.terms[1:], strict=False)):
        if part.is_amount and stated(part.lead) is None and is_share(share) and _DISTANT.fullmatch(share.lead):
            yield share_of(part, share, "", at)


_INSIDE = re.compile(
    r"[，、（]?(?:约|仅|只|已|就|便|均){0,3}(?:占|是|为|相当于|等于|完成|达到?)(?:了|到)?[^，。；、（）占]{0,14}$"
)


def _whole_inside(row: Row) -> Iterator[tuple[Share, Term]]:
    """12.6亿元，占年度计划20亿元的63%: the whole between 占 and its share."""
    for at, (part, whole, share) in enumerate(zip(row.terms, row.terms[1:], row.terms[2:], strict=False)):
        if not (part.is_amount and whole.is_amount and comparable(part.unit, whole.unit) and is_share(share)):
            continue
        if (
            _INSIDE.fullmatch(whole.lead)
            and re.fullmatch("[^，。；：、占]{0,6}的(?:约|近)?", share.lead)
            and stated(part.lead) is None
            and not is_of_before(part)
        ):
            yield share_of(part, share, "", at), whole


_NAMES_BOTH = re.compile(
    r"[，；](?P<part>[一-龥]{2,8})占(?P<whole>[一-龥]{1,10}?)的?(?:比重|比例)?(?:约|近)?(?:为|达|达到|是)?$"
)


def _both_named(text: str, row: Row) -> Iterator[tuple[Share, Term]]:
    """研发投入2.4亿元，营收16亿元，研发投入占营收的15%: part and whole named once more."""
    for at, share in enumerate(row.terms):
        match = _NAMES_BOTH.search(share.lead) if at > 1 and is_share(share) else None
        if match is None:
            continue
        part = next((index for index in range(at - 1, -1, -1) if match["part"] in _naming(text, row, index)), None)
        whole = next((index for index in range(at - 1, -1, -1) if match["whole"] in _naming(text, row, index)), None)
        if part is None or whole is None or part == whole:
            continue
        if row.terms[part].is_amount and comparable(row.terms[part].unit, row.terms[whole].unit):
            yield share_of(row.terms[part], share, "", part), row.terms[whole]


_OF_THESE = re.compile(r"[^，。；：、]{0,10}[中里]，[^，。；]{0,14}?(?:占|有)?(?:比|到|了)?(?:约|近)?$")
_THAT_IS = re.compile(r"(?:[^，。；、（）]{0,12})?[，（](?:共|有|达|为|约|计|共计|共有|即|约合|人数为|也就是){0,5}$")


def _share_first(row: Row) -> Iterator[tuple[Share, Term]]:
    """3200名学生中，住校生占65%，共2080人: the share before the part."""
    for at, (whole, share, part) in enumerate(zip(row.terms, row.terms[1:], row.terms[2:], strict=False)):
        if not (part.is_amount and whole.is_amount and comparable(part.unit, whole.unit) and share.is_percent):
            continue
        if not re.match("[，。；）]|$", row.after(at + 2)) or stated(share.lead) is not None:
            continue
        if _OF_THESE.fullmatch(share.lead) and _THAT_IS.fullmatch(part.lead):
            yield share_of(part, share, "", at), whole


_NEAR = Fraction(20)
"""Percentage points by which a share may be off and still be a slip, rather than a share of something else."""


def _wrong_share(row: Row, share: Share, whole: Term) -> Iterator[Hit]:
    given = _part_of(share.part, whole)
    if share.part.unit is not None and share.part.unit.symbol in ("岁", "周岁"):
        return  # 60岁及以上占23.7%，其中65岁及以上占17.4%
    if given is None or given.meets(share.interval) or _explained(row, share, whole):
        return
    exact = _percent(share.part, whole)
    if abs(exact - share.value) > _NEAR and not _is_shifted(exact, share.interval) and exact <= HUNDRED:
        return
    expected = like(exact, share.term) if share.term is not None and share.term.is_percent else shown(exact, PERCENT)
    working = f"{share.part.core} ÷ {whole.core} {result(exact, PERCENT)}"
    values = {
        "written": share.written,
        "part": share.part.mention.text,
        "whole": whole.mention.text,
        "expected": expected,
    }
    yield Hit(share.span, values, proof((whole, share.part), working), expected, against=share.span.start)


def _part_of(part: Term, whole: Term) -> Interval | None:
    own = in_unit(admitted(part.quantity), part.unit, whole.unit)
    return None if own is None else ratio(own, admitted(whole.quantity)).scaled(HUNDRED)


def _percent(part: Term, whole: Term) -> Fraction:
    point = in_unit(Interval(part.quantity.number, part.quantity.number), part.unit, whole.unit)
    value = whole.quantity.number or Fraction(1)
    return (point.low or Fraction(0)) / value * HUNDRED if point is not None else Fraction(0)


def _explained(row: Row, share: Share, whole: Term) -> bool:
    """Whether the share fits any other figure of the sentence as the whole, or as the part."""
    for term in row.terms:
        if term.is_amount and term is not whole and comparable(term.unit, whole.unit):
            given = _part_of(term, whole)
            if given is not None and given.meets(share.interval):
                return True
        if term.is_amount and term is not share.part and comparable(term.unit, share.part.unit):
            given = _part_of(share.part, term)
            if given is not None and given.meets(share.interval):
                return True
    return False


def _is_shifted(exact: Fraction, interval: Interval) -> bool:
    """Whether a power of ten turns what was reckoned into what is written."""
    point = Interval(exact, exact)
    return any(interval.meets(point.scaled(Fraction(10) ** power)) for power in (-4, -3, -2, -1, 1, 2, 3, 4))


# --- rates with a name of their own --------------------------------------------------------------------------

_RATE = re.compile(
    r"[，、；（](?:总体|综合|样品|产品|平均|总|整体|抽检|一次性?|初检|首次)?(?P<rate>[一-龥]{2,4}率)(?:约|仅)?(?:为|达|达到|是|高达)?$"
)
_RATE_PARTS = words.SHARE_RATES


def _wrong_rates(text: str, row: Row) -> Iterator[Hit]:
    """抽检1240批次，合格1215批次，合格率为97.0%: whole, part and the rate that is named after the part."""
    for at in range(2, len(row.terms)):
        whole, part, rate = row.terms[at - 2 : at + 1]
        match = _RATE.search(rate.lead)
        if match is None or not rate.is_percent or rate.quantity.number is None:
            continue
        if not (whole.is_amount and part.is_amount and comparable(whole.unit, part.unit)) or stated(part.lead):
            continue
        kind = _named_after(match["rate"], part.lead + "|" + part.mention.text + _behind(text, part))
        if kind == "rest" and at > 2 and comparable(row.terms[at - 3].unit, whole.unit):
            whole, part, kind = row.terms[at - 3], whole, "part"
        if kind is not None and not _is_some_rate(row, at):
            yield from _wrong_rate(whole, part, rate, kind)


def _is_some_rate(row: Row, at: int) -> bool:
    """Whether any two figures before a rate make it."""
    said = reckoned(row.terms[at].quantity)
    for part in row.terms[:at]:
        for whole in row.terms[:at]:
            if part is whole or not (part.is_amount and whole.is_amount and comparable(part.unit, whole.unit)):
                continue
            given = _part_of(part, whole)
            if given is not None and (given.meets(said) or _rest(given).meets(said)):
                return True
    return False


def _rest(given: Interval) -> Interval:
    """What is left of a hundred percent."""
    return shifted(given.negated(), HUNDRED)


def _behind(text: str, part: Term) -> str:
    return re.split(r"[，。；：（）、]", text[part.end : part.end + 8])[0]


def _named_after(rate: str, label: str) -> str | None:
    """`part` where the rate bears the part's name, `rest` where it bears that of the others (不合格: 合格率)."""
    stem = rate[:-1]
    stems = [stem, *(name for known, name in _RATE_PARTS if known == rate)]
    clause = re.split(r"[，；]", label)[-1]
    for name in stems:
        if any(no + name in clause for no in ("不", "未", "没有", "无")) and not name.startswith(("不", "未")):
            return "rest"
        if name in clause:
            return "part"
    return "alike" if any(char in clause for char in stem[-2:]) else None


def _wrong_rate(whole: Term, part: Term, rate: Term, kind: str) -> Iterator[Hit]:
    """`kind` says whether the rate is the part's, the others', or only sounds like the part's (通光纤, 通达率)."""
    given = _part_of(part, whole)
    if given is None:
        return
    exact = _percent(part, whole)
    failing, near = kind == "rest", _NEAR / 2 if kind == "alike" else _NEAR
    if failing:
        given, exact = _rest(given), HUNDRED - exact
    said = reckoned(rate.quantity)
    if given.meets(said) or not 0 < exact <= HUNDRED:
        return
    if abs(exact - (rate.quantity.number or 0)) > near and (kind == "alike" or not _is_shifted(exact, said)):
        return
    form = f"({whole.core} − {part.core})" if failing else part.core
    working = f"{form} ÷ {whole.core} {result(exact, PERCENT)}"
    expected = like(exact, rate)
    values = {
        "written": rate.mention.text,
        "part": part.mention.text,
        "whole": whole.mention.text,
        "expected": expected,
    }
    yield Hit(rate.mention.span, values, proof((whole, part), working), expected, against=rate.start)
