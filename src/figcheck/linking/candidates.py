"""A link that a claim may have in, whether the two agree, miss by a slip, or may be about the same time, out."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

from figcheck.data.claim_words import FALL, RISE
from figcheck.linking.measures import LOOSE, SCALED, Against, Measure
from figcheck.linking.subjects import Subject
from figcheck.model import Claim, Fact, Interval, Link, Period, Quantity
from figcheck.numerals import number_text
from figcheck.slips import is_telling, name_slip
from figcheck.units import comparison, likeness
from figcheck.values import Frozen


class Candidate(Frozen):
    """A fact that a claim may be about."""

    link: Link
    subject: Subject
    measure: Measure
    doubt: Against | None
    """What speaks against it."""


_RATE_WORDS = ("增速", "增幅", "涨幅", "增长率", "降幅", "跌幅")
_CHANGES = tuple(word for word in (*RISE, *FALL, "节约", "节省") if len(word) > 1)
_CHANGE_WORDS = ("变化", "变动", "增量", "减量", "净增")
"""Words by which a measure without a direction may be a change all the same."""
POINT = 40
"""Days up to which a period is taken for a point in time."""


def agrees(link: Link) -> bool:
    """Whether the figure and the fact can both be right, direction included."""
    fact, claim = link.target, link.claim
    assert isinstance(fact, Fact)
    return fact.direction * claim.direction >= 0 and equals(fact, claim)


def is_slip(link: Link) -> bool:
    """Whether the figure misses the fact in a way that only a slip of hand explains: then it is the same figure."""
    fact, quantity = link.target, link.claim.mention.quantity
    assert isinstance(fact, Fact)
    if is_score(fact, link.claim):
        return False  # one goal more or less is as good a score
    factor = comparison(fact.value.unit, quantity.unit)
    opposed = fact.direction * link.claim.direction < 0
    if factor is None or opposed:
        digits = number_text(quantity.value).strip("0.") if quantity.number is not None else ""  # type: ignore[arg-type]
        return len(digits) >= 2 and quantity.admits().meets(fact.admits().scaled(factor or _alike(fact, quantity)))
    return is_telling(quantity, fact.admits().scaled(factor))


def is_near(link: Link, weight: int) -> bool:
    """Whether the figure misses the fact as a slip of hand or an old value would, and not by a multiple.

    The more speaks against the reading, the nearer it must be.
    """
    fact, quantity = link.target, link.claim.mention.quantity
    assert isinstance(fact, Fact)
    if is_score(fact, link.claim):
        return weight <= SCALED  # the other side is named beside it
    factor = comparison(fact.value.unit, quantity.unit)
    if factor is None:
        return same_digits(fact, quantity)
    meant = fact.admits().scaled(factor)
    if name_slip(quantity, meant) is not None or _one_digit_off(quantity, meant):
        return True
    value, known = _middle(quantity), _middle(fact.value)
    if value is None or known is None:
        return weight <= LOOSE
    reach = _REACH[weight]
    if value < 0 and known < 0:
        value, known = -value, -known
    return known * factor < reach * value < reach * reach * known * factor


def same_digits(fact: Fact, quantity: Quantity) -> bool:
    """Whether a figure is the ledger's in all but the unit, which does not convert."""
    return quantity.admits().meets(fact.admits().scaled(_alike(fact, quantity)))


def _alike(fact: Fact, quantity: Quantity) -> Fraction:
    return likeness(fact.value.unit, quantity.unit)


def digits_of(quantity: Quantity) -> int:
    """Significant digits as written, 2 for 0.04; one fewer where a hedge leaves room, none where it is no number."""
    if quantity.number is None or not quantity.is_numeric:
        return 0
    whole, _, decimals = number_text(quantity.value).lstrip("-").partition(".")  # type: ignore[arg-type]
    digits = (whole.lstrip("0") + decimals).rstrip("0")
    return len(digits) - (quantity.hedge in ("over", "under", "at_least", "at_most", "odd", "about", "vague"))


def _middle(quantity: Quantity) -> Fraction | None:
    if quantity.number is not None:
        return quantity.number
    ends = (quantity.low, quantity.high)
    numbers = [Fraction(end) for end in ends if isinstance(end, (Decimal, Fraction))]
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def _one_digit_off(quantity: Quantity, meant: Interval) -> bool:
    """58 for 51: too little to tell a slip, enough to be near."""
    number, step = quantity.number, Fraction(quantity.step)
    if number is None or not step or (number / step).denominator != 1:
        return False
    digits = str(abs(number / step))
    others = (digits[:at] + digit + digits[at + 1 :] for at in range(len(digits)) for digit in "0123456789")
    return len(digits) == 2 and any(
        meant.meets(Interval(Fraction(each) * step, Fraction(each) * step)) for each in others
    )


_REACH = {LOOSE: Fraction(2), SCALED: Fraction(6, 5)}
"""How many times more or less than the ledger has is near, by what speaks against the reading."""


def same_sort(fact: Fact, claim: Claim) -> bool:
    """A change is compared with a change, a level with a level."""
    if is_score(fact, claim):
        return True
    rate = fact.direction != 0 or any(word in measure for measure in fact.measures for word in _RATE_WORDS)
    quantity = claim.mention.quantity
    if not fact.direction and any(measure.endswith(_CHANGES) for measure in fact.measures):
        return quantity.is_numeric and fact.value.is_numeric  # 比预算压减: whether as a change or as a level
    if claim.direction and quantity.kind != "percent":  # 地下水位回升5.8米: the ledger may have the change as a level
        rate = rate or any(word in measure for measure in fact.measures for word in _CHANGE_WORDS)
    return rate == (claim.direction != 0) and quantity.is_numeric and fact.value.is_numeric


def equals(fact: Fact, claim: Claim) -> bool:
    """Whether what the claim admits meets what the fact admits, direction aside."""
    if is_score(fact, claim):
        return fact.value.same_score(claim.mention.quantity)
    factor = comparison(fact.value.unit, claim.mention.quantity.unit)
    return factor is not None and claim.mention.quantity.admits().meets(fact.admits().scaled(factor))


def is_score(fact: Fact, claim: Claim) -> bool:
    """Whether both are scores, which are the same or not, and have no size."""
    return fact.value.kind == claim.mention.quantity.kind == "score"


def comparable(fact: Fact, claim: Claim) -> bool:
    """Whether a fact may hold when the claim does."""
    if fact.as_of is None or claim.period is None or fact.as_of.comparable(claim.period):
        return True
    return claim.period_origin == "article" and _is_recent(fact.as_of, claim.period.end)


def in_time(as_of: Period, period: Period) -> bool:
    """Whether a fact holds in another period that the text names, or just before where that is a day."""
    return as_of.comparable(period) or (period.start == period.end and _is_recent(as_of, period.end))


def _is_recent(period: Period, today: datetime.date) -> bool:
    """Whether news without a time of its own may still speak of a period: of the days before it, of the year before in
    the first months of the next."""
    length = (period.end - period.start).days
    return period.start <= today and (today - period.end).days <= max(POINT, length // 3)


def fits_time(fact: Fact, claim: Claim) -> bool:
    """Whether a fact may hold when the claim does, or in another period that the text names."""
    if comparable(fact, claim) or fact.as_of is None:
        return True
    return any(in_time(fact.as_of, period) for period in claim.other_periods)
