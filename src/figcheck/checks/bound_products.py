"""Passages in, products out that rate and count, bound by place, don't make: 2520升，每升7.1元，计13892元."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.per import rates_in
from figcheck.checks.products import (
    Triple,
    as_hit,
    exact_of,
    fits,
    is_mixed,
    is_reduced,
    is_shared,
    is_told_by_another,
    products,
    triples_of,
)
from figcheck.checks.terms import choice
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Analysis, Hit


def products_read(analysis: Analysis) -> Iterator[Hit]:
    """Products that rate and count don't make, by their places or by their words; the first to name one has it."""
    taken: set[int] = set()
    for hit in (*_bound_products(analysis), *products(analysis)):
        if hit.span.start not in taken:
            taken.add(hit.span.start)
            yield hit


def _bound_products(analysis: Analysis) -> Iterator[Hit]:
    for passage in passages(analysis):
        rates = list(rates_in(passage))
        for rate in rates:
            if rate.figure.quantity.hedge != "exact" or rate.also or rate.is_free:
                continue
            triples = list(triples_of(passage, rate, rates))
            bound = [triple for triple in triples if _is_bound(passage, triple)]
            if len(bound) != 1 or any(fits(triple) or is_shared(passage, triple) for triple in triples):
                continue
            if is_mixed(triples, rates) or is_told_by_another(bound, rates):
                continue
            if not is_reduced(passage, bound) and _is_near(bound[0]):
                yield as_hit(bound[0])


_FARTHEST = 100


def _is_near(triple: Triple) -> bool:
    exact, whole = exact_of(triple), triple.whole.number
    return bool(exact) and whole <= _FARTHEST * exact and exact <= _FARTHEST * whole


def _is_bound(passage: Passage, triple: Triple) -> bool:
    """Whether rate, count and whole stand side by side, the whole last and called one, or the rate last, as a mean."""
    rate, whole, count = triple.rate.figure, triple.whole, triple.count.figure
    if count is None or triple.count.other is not None or triple.count.plus is not None or triple.count.is_spare:
        return False
    if whole.quantity.hedge != "exact" or count.quantity.hedge != "exact":
        return False
    if rate.sentence != whole.sentence or _AT_MOST.search(rate.lead + whole.lead) or _OF_BEFORE.search(count.lead):
        return False
    if count.sentence != rate.sentence or not _are_side_by_side(passage, rate, whole, count):
        return _is_of_its_name(passage, rate, whole, count)
    if whole.start > max(rate.start, count.start):
        return _TOTAL.search(whole.lead) is not None
    mean = _MEAN.search(rate.own)
    if rate.start < max(whole.start, count.start) or mean is None:
        return False
    return rate.own[mean.end() :][:2] in whole.own + whole.tail


_AT_MOST = re.compile("最高|最快|设计|限速|额定|最低|起步|[再又另还]|比|较|增|减|降|计划|目标|预计")
_OF_BEFORE = re.compile("[比较][^，。；]*$|[去上前往]年|同期|预计|[前首第后]$")
_TOTAL = re.compile(
    r"^[^，。；：]{0,6}，(?:[^，。；：]{0,6})?"
    rf"(?:{choice((*words.PRICED, *words.TOTAL_WORDS, *more.MAKES.split()))}|计|支出|亏)"
)
_MEAN = re.compile("[人户场日月年村店校班]均|平均每")


def _are_side_by_side(passage: Passage, *three: Figure) -> bool:
    first, last = min(one.start for one in three), max(one.start for one in three)
    inside = [one for one in passage.figures if first <= one.start <= last]
    return len(inside) == len(three) and "；" not in passage.text[first:last]


_YIELD = re.compile("(?P<name>[一-龥]{2,4}?)(?:平均|的)?(?:亩产|单产)[^，。；：]{0,3}$")
_ALL = re.compile("^，?总产[^，。；：]{0,4}$")


def _is_of_its_name(passage: Passage, rate: Figure, whole: Figure, count: Figure) -> bool:
    """Whether a yield with its total behind it has the name of an acreage: 大豆170亩。大豆亩产186公斤，总产31.62吨."""
    crop = _YIELD.search(rate.own)
    if crop is None or not _are_side_by_side(passage, rate, whole) or _ALL.match(whole.lead) is None:
        return False
    return count.own.endswith(crop["name"][-2:]) and count.start < rate.start
