"""Claims and the ledger's facts in, the sure links with their reasons out, and for the rest why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from figcheck.linking.subjects import Subject, SubjectFinder, nearest
from figcheck.linking.words import Hit, WordIndex
from figcheck.model import Claim, Document, Fact, Interval, Link, Quantity, Reason, Unit
from figcheck.units import conversion

_FAR = 24
"""Characters between measure and figure beyond which a link is no longer sure."""
_RATE_WORDS = ("增速", "增幅", "涨幅", "增长率", "降幅", "跌幅")


_REACHED = re.compile(
    r"(?:增|升|降|减|扩|涨|跌|提|攀|发展|达|缩|回)[^，。；、]{0,4}?(?:至|到|为|成)[^，。；、]{0,4}$"
)
"""Between the two ends of a change: 由上年的498.8公斤增至512.5公斤."""


class FactLinker:
    """Knows the ledger's facts by their measure words."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._by_measure: dict[str, list[Fact]] = {}
        for fact in facts:
            for word in fact.measures:
                self._by_measure.setdefault(word, []).append(fact)
        self._index = WordIndex(self._by_measure)

    def link(
        self, document: Document, claim: Claim, subjects: SubjectFinder, previous: Link | None
    ) -> Link | Reason:
        """The fact that a claim is checked against, or the reason why it can't be checked."""
        if claim.mention.quantity.kind in ("date", "time"):
            return Reason("why.no-event")
        measured = self._measured(document.text, claim, previous)
        if not measured:
            return Reason("why.no-measure")
        subject = subjects.find(claim)
        if subject is None:
            stranger = subjects.stranger(claim)
            return Reason("why.stranger", (("name", stranger),)) if stranger else Reason("why.no-subject")
        for gap, hit in measured:
            facts = self._candidates(hit, subject, claim)
            if facts:
                return _best(facts, claim, subject, hit, gap)
        words = "、".join(dict.fromkeys(hit.word for _, hit in measured))
        return Reason("why.no-fact", (("subject", subject.name), ("measure", words)))

    def _measured(self, text: str, claim: Claim, previous: Link | None) -> list[tuple[int, Hit]]:
        """Measure words near the figure, nearest first; a change without one of its own takes that of the level before."""
        within = list(self._index.find(text, claim.before.start, claim.after.end))
        ranked = [pair for pair in nearest(within, claim) if pair[0] <= _FAR]
        if ranked:
            return ranked
        if previous is None or not isinstance(previous.target, Fact) or previous.claim.sentence != claim.sentence:
            return []
        if claim.direction or _REACHED.match(text, previous.claim.mention.end, claim.mention.start):
            return [(0, hit) for hit in self._hits_of(previous, text)]
        return []

    def _hits_of(self, link: Link, text: str) -> Iterable[Hit]:
        assert isinstance(link.target, Fact)
        span = link.claim
        return [
            hit
            for hit in self._index.find(text, span.before.start, span.after.end)
            if hit.word in link.target.measures
        ]

    def _candidates(self, hit: Hit, subject: Subject, claim: Claim) -> list[Fact]:
        return [
            fact
            for fact in self._by_measure[hit.word]
            if fact.subject == subject.name and _same_sort(fact, claim) and _related(fact.value.unit, claim)
        ]


def _same_sort(fact: Fact, claim: Claim) -> bool:
    """A change is compared with a change, a level with a level."""
    rate = fact.direction != 0 or any(word in measure for measure in fact.measures for word in _RATE_WORDS)
    return rate == (claim.direction != 0) and claim.mention.quantity.is_numeric and fact.value.is_numeric


def _related(unit: Unit | None, claim: Claim) -> bool:
    """Whether the two could be meant as the same: convertible, or of one family so that the unit itself may be the slip."""
    own = claim.mention.quantity.unit
    if conversion(own, unit) is not None:
        return True
    if own is None or unit is None:
        return False
    families = {item.dimension.partition(":")[0] for item in (own, unit)}
    return families in ({"money"}, {"percent", "percentage-point"})


def _best(facts: list[Fact], claim: Claim, subject: Subject, hit: Hit, gap: int) -> Link | Reason:
    convertible = [fact for fact in facts if conversion(claim.mention.quantity.unit, fact.value.unit) is not None]
    facts = convertible or facts
    fitting = [fact for fact in facts if _comparable(fact, claim)]
    chosen = _closest(fitting or facts, claim)
    if chosen is None:
        return Reason("why.ambiguous", (("ids", "、".join(fact.id for fact in facts)),))
    reasons = (
        subject.reason(),
        Reason("link.measure", (("measure", hit.word), ("gap", str(gap)))),
        _period_reason(chosen, claim),
    )
    return Link(claim, chosen, "value", chosen.value, bool(fitting), reasons)


def _comparable(fact: Fact, claim: Claim) -> bool:
    return fact.as_of is None or claim.period is None or fact.as_of.comparable(claim.period)


def _closest(facts: Sequence[Fact], claim: Claim) -> Fact | None:
    """The fact whose period fits best; None where two fit equally and say different things."""
    ranked = sorted(facts, key=lambda fact: _misfit(fact, claim))
    if len(ranked) > 1 and _misfit(ranked[0], claim) == _misfit(ranked[1], claim):
        meets = _as_interval(ranked[0].value).meets(_as_interval(ranked[1].value))
        if not meets:
            return None
    return ranked[0]


def _as_interval(quantity: Quantity) -> Interval:
    interval = quantity.admits()
    return interval.scaled(quantity.unit.factor) if quantity.unit is not None else interval


def _misfit(fact: Fact, claim: Claim) -> tuple[int, int]:
    """Smaller is better: days by which the two periods differ; facts without a period come after those that fit."""
    if fact.as_of is None:
        return (1, 0)
    if claim.period is None:
        return (0, -fact.as_of.end.toordinal())
    if not fact.as_of.comparable(claim.period):
        late = fact.as_of.end > claim.period.end
        return (3 if late else 2, abs((claim.period.end - fact.as_of.end).days))
    starts = abs((fact.as_of.start - claim.period.start).days)
    return (0, starts + abs((fact.as_of.end - claim.period.end).days))


def _period_reason(fact: Fact, claim: Claim) -> Reason:
    period = claim.period.iso if claim.period else "?"
    values = (("period", period), ("as_of", fact.as_of.iso if fact.as_of else "?"))
    if fact.as_of is None:
        return Reason("link.period.timeless", values)
    return Reason(f"link.period.{claim.period_origin}", values)
