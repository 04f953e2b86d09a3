"""Figures in, those that no thing of their kind can have out: 到课率107.3%, 240亿人."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.terms import choice, text_of
from figcheck.data import rank_words as words
from figcheck.model import Analysis, Claim, Derivation, Hit, Word

_RATE = re.compile(rf"(?P<rate>{choice(words.BOUNDED_RATES)})(?:[^，。；：、]{{0,16}}[到至]|[^，。；：、0-9]{{0,10}})$")
_CHANGED = re.compile("提高|提升|增长|上升|增加|高出|下降|降低|多")
_LEVEL = re.compile(r"(?:到|至|为|达|是)$")
_WHOLE = Fraction(100)
_CLAUSE = 30
"""Characters before a figure that are read as the words that lead to it."""
_PEOPLE_EVER = Fraction(12_000_000_000)
"""More than will live at any time by the United Nations' reckoning, which sees the most, 10.3 thousand million, in the
2080s; in 2025 there are 8.2."""


def out_of_bounds(analysis: Analysis) -> Iterator[Hit]:
    """A share of those who could that is more than all of them; more people than there are."""
    text = text_of(analysis)
    for claim in analysis.claims:
        quantity = claim.mention.quantity
        number, unit = quantity.number, quantity.unit
        if number is None or unit is None:
            continue
        if unit.dimension == "percent" and number > _WHOLE and _is_bounded(text, claim) and not _is_owned(text, claim):
            yield _hit(claim, "100%", "share")
        if unit.symbol in ("人", "名", "位") and number > _PEOPLE_EVER and quantity.hedge != "vague":
            yield _hit(claim, "82亿人", "people")


def _is_bounded(text: str, claim: Claim) -> bool:
    """Whether a rate that can't be more than all leads to the figure, as its level: not 合格率提高120%."""
    start = max(claim.clause.start, claim.mention.start - _CLAUSE)
    match = _RATE.search(text, start, claim.mention.start)
    if match is None:
        return False
    between = text[match.end("rate") : claim.mention.start]
    return _CHANGED.search(between) is None or _LEVEL.search(between) is not None


_OWNED = re.compile("(?:超过?|超出|大于|高于|多于|突破)了?(?:100%|100％|百分之百|百分百)|积案|陈案|旧案|往年的?案")
_AFTERWARDS = 80
"""Characters behind a rate in which the text may say why it is more than all."""


def _is_owned(text: str, claim: Claim) -> bool:
    """Whether the text knows that a rate is more than all, and says why: 破案率108.3%……因为有41起是往年积案."""
    start = max(text.rfind("\n", 0, claim.mention.start) + 1, claim.mention.start - _AFTERWARDS)
    return _OWNED.search(text, start, claim.mention.end + _AFTERWARDS) is not None


def _hit(claim: Claim, most: str, what: str) -> Hit:
    mention = claim.mention
    values: dict[str, str | Word] = {"written": mention.text, "what": Word(what)}
    return Hit(mention.span, values, (Derivation(f"{mention.text} > {most}"),))
