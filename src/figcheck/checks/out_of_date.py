"""Claims that the ledger bears out, but of an earlier time than theirs, out: last year's 286万册 told as of today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.against_ledger import admissions, fact_evidence, name_of, value_links
from figcheck.checks.terms import choice
from figcheck.data.arithmetic_words import PAST_WORDS
from figcheck.data.claim_words import OLD_WORDS
from figcheck.model import Analysis, Claim, Fact, Hit, Link, Period
from figcheck.units import comparison

_OF_OLD = re.compile(rf"{choice((*PAST_WORDS, *OLD_WORDS))}|[0-9一二三四五六七八九十两]年前|[0-9]{{2}}年代")
_FROM = re.compile("[由从自][^，。；：]{0,8}$")
"""Before the first of two values: 由62.9%提高到71.5%, 从286万册起步."""


def out_of_date(analysis: Analysis) -> Iterator[Hit]:
    """The value is the ledger's of an earlier time, the article speaks of today, and the ledger knows better."""
    today = analysis.document.date
    if today is None:
        return
    for link, fact in value_links(analysis):
        if fact.as_of is None or not _is_of_today(link.claim, fact.as_of, today):
            continue
        claimed = admissions(analysis, link, fact)
        if claimed is None or not claimed[0].meets(claimed[1]) or _is_of_old(analysis, link.claim):
            continue
        newer = _newer(analysis, link, fact, today)
        if newer is not None and not _is_told(analysis, newer):
            mention = link.claim.mention
            known = {"fact": name_of(fact), "as_of": fact.as_of.iso, "expected": newer.written}
            values = {"written": mention.text, **known}
            yield Hit(mention.span, values, (fact_evidence(newer), fact_evidence(fact)), newer.written)


def _is_of_today(claim: Claim, known: Period, today: datetime.date) -> bool:
    """Whether the figure is told as of the article's day: no time is named, or 目前; and the fact was over before."""
    period = claim.period
    if period is None or known.end >= period.start or claim.direction:
        return False
    return claim.period_origin == "article" or (claim.period_origin == "stated" and period.start == period.end == today)


def _is_of_old(analysis: Analysis, claim: Claim) -> bool:
    """Whether words of the sentence up to it make it the old value of a change: 由原来的286万册."""
    text, mention = analysis.document.text, claim.mention
    if _OF_OLD.search(text, claim.sentence.start, claim.clause.end) is not None:
        return True
    return _FROM.search(text, claim.clause.start, mention.start) is not None


def _newer(analysis: Analysis, link: Link, fact: Fact, today: datetime.date) -> Fact | None:
    """The last fact of the same measure before the article's day, of as long a time, if it says otherwise."""
    alike = [
        other
        for other in analysis.ledger.facts
        if other.subject == fact.subject and set(other.measures) & set(fact.measures) and _is_newer(other, fact, today)
    ]
    if not alike:
        return None
    last = max(alike, key=lambda other: (other.as_of.end if other.as_of else today, other.id))
    both = admissions(analysis, link, last)
    return last if both is not None and not both[0].meets(both[1]) and not last.direction else None


_LONGEST = 40
"""Days up to which a time is a point, at which something stood, and no stretch over which it was counted."""


def _is_newer(other: Fact, fact: Fact, today: datetime.date) -> bool:
    if other.as_of is None or fact.as_of is None or not fact.as_of.end < other.as_of.end <= today:
        return False
    days = [(period.end - period.start).days for period in (other.as_of, fact.as_of)]
    return max(days) <= _LONGEST or abs(days[0] - days[1]) <= 1


def _is_told(analysis: Analysis, fact: Fact) -> bool:
    """Whether the article gives the newer value, too: then it tells of both times."""
    for claim in analysis.claims:
        factor = comparison(fact.value.unit, claim.mention.quantity.unit)
        if factor is not None and claim.mention.quantity.is_numeric:
            meant = fact.admits(analysis.hedges).scaled(factor)
            if claim.mention.quantity.admits(analysis.hedges).meets(meant):
                return True
    return False
