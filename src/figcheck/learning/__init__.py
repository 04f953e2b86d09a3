"""An approved article and what is known already in, the facts that its other figures are, as far as they are sure, out.

A figure is proposed where its sentence names its subject and its measure in plain words. Then the proposals are tried
on the article itself: what would not back its own figure, or would accuse another one, is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from figcheck import expressions as re
from figcheck.data.learning_words import OF_THE_WHOLE, REPORTING
from figcheck.learning.measures import follows, measures_of
from figcheck.learning.names import names_in, stranger_at
from figcheck.ledger.grammar import meant_period
from figcheck.linking.candidates import agrees
from figcheck.linking.subjects import canonical_names
from figcheck.linking.words import Hit, WordIndex
from figcheck.model import Analysis, Claim, Document, Fact, Knowledge, Ledger, Place
from figcheck.pipeline import analyse
from figcheck.reader import read_value
from figcheck.values import Frozen

_KINDS = frozenset({"money", "percent", "quantity"})
"""Kinds of figures that are facts by themselves; dates, editions and times belong to events."""
_CHANGES = {-1: "下降", 0: "", 1: "增长"}
_FORMER = 400
"""Days before the article beyond which a period is of former times."""
_LONG = 160
"""Code points of a sentence that are kept as the source."""


class Proposal(Frozen):
    """A figure of an article as a fact."""

    claim: Claim
    fact: Fact


def propose(document: Document, knowledge: Knowledge) -> tuple[Proposal, ...]:
    """What an article says that is not known yet, in its order."""
    ledger = knowledge.about(document.text)
    analysis = analyse(document, ledger)
    known = {link.claim.mention.start for link in analysis.links if link.comparable}
    proposals = [each for each in _candidates(analysis) if each.claim.mention.start not in known]
    while (kept := _tried(analysis, proposals)) != proposals:
        proposals = kept
    return tuple(proposals)


# --- candidates ----------------------------------------------------------------------------------------------


def _candidates(analysis: Analysis) -> Iterator[Proposal]:
    """Every figure whose subject and measure are named in plain words."""
    text = analysis.document.text
    names = _Names(analysis)
    last: tuple[Claim, Hit, tuple[str, ...]] | None = None
    title = analysis.document.masthead.title
    for claim in analysis.claims:
        if (title is not None and title.span.overlaps(claim.mention.span)) or _is_of_old(analysis.document, claim):
            continue  # titles round
        subject = names.of(claim)
        if subject is None:
            last = None
            continue
        start = subject.end if subject.start >= claim.clause.start else claim.clause.start
        measures = measures_of(text, claim, start)
        if not measures and last is not None and last[0].sentence == claim.sentence and follows(text, last[0], claim):
            _, subject, measures = last  # 营收335亿元，同比增长5.2%: of the same subject and measure
        last = (claim, subject, measures) if measures else None
        fact = _fact(analysis, claim, names.canonical[subject.word], measures) if measures else None
        if fact is not None:
            yield Proposal(claim, fact)


_YEAR = re.compile("[12][0-9]{3}年|[去上前]年")


def _is_of_old(document: Document, claim: Claim) -> bool:
    """Whether the period is that of a sentence or clause about former times before, and may not be the figure's own."""
    if claim.period is None or _YEAR.search(document.text, claim.clause.start, claim.mention.start):
        return False
    if document.date is None:
        return claim.period_origin == "carried"
    return (document.date - claim.period.end).days > _FORMER


_WHOLE = re.compile("全(" + "|".join(OF_THE_WHOLE) + ")")


class _Names:
    """Whom figures may be about: the ledger's subjects, else those whom the article names."""

    def __init__(self, analysis: Analysis) -> None:
        self.canonical: Mapping[str, str] = {name: name for name in names_in(analysis.document)}
        self.canonical = {**self.canonical, **canonical_names(analysis.ledger)}
        text = self._text = analysis.document.text
        hits = WordIndex(self.canonical).find(text, 0, len(text))
        self._hits = [hit for hit in hits if text[max(hit.start - 1, 0)] not in REPORTING]

    def of(self, claim: Claim) -> Hit | None:
        """The nearest name before the figure, in its paragraph; None where two in its clause might be meant."""
        before = [hit for hit in self._hits if hit.end <= claim.mention.start]
        if stranger_at(self._text, claim.clause.start, self.canonical):
            return None
        whole = _WHOLE.search(self._text, claim.clause.start, claim.mention.start)
        if whole is not None:  # 全市: of the city that was named last, wherever that was
            return next((hit for hit in reversed(before) if hit.word.endswith(whole[1])), None)
        before = [hit for hit in before if hit.start >= claim.paragraph.start]
        here = {self.canonical[hit.word] for hit in before if hit.start >= claim.clause.start}
        return before[-1] if before and len(here) < 2 else None


def _fact(analysis: Analysis, claim: Claim, subject: str, measures: tuple[str, ...]) -> Fact | None:
    """The figure as a ledger would have it; None where it would not be read the same there."""
    mention = claim.mention
    if mention.quantity.kind not in _KINDS or mention.quantity.value is None:
        return None
    written = _CHANGES[claim.direction] + mention.text
    read = read_value(written)
    if read is None or read[0].value != mention.quantity.value or read[1] != claim.direction:
        return None
    if claim.period is not None and meant_period(claim.period.iso) is None:
        return None
    place = Place(analysis.document.path, mention.start)
    source = _source(analysis.document, claim)
    as_of = claim.period
    name = f"{subject}/{'/'.join(measures)}/{as_of.iso if as_of else ''}/{written}"
    return Fact(name, subject, measures, read[0], written, place, read[1], as_of, None, source)


def _source(document: Document, claim: Claim) -> str:
    """Where the figure comes from: the article, and the sentence it stands in."""
    sentence = " ".join(document.text[claim.sentence.start : claim.sentence.end].split())
    if len(sentence) > _LONG:
        sentence = sentence[:_LONG] + "…"
    title = document.masthead.title
    head = f"《{title.value.strip('《》')}》" if title else ""
    date = document.date.isoformat() if document.date else ""
    return f"{head}{date}：{sentence}" if head or date else sentence


# --- the trial -----------------------------------------------------------------------------------------------


def _tried(analysis: Analysis, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals that back their own figure and accuse no other one, neither of this article nor each other's."""
    facts = tuple({each.fact.id: each.fact for each in proposals}.values())
    old = analysis.ledger
    subjects = {**{fact.subject: () for fact in facts}, **old.subjects}
    links = analyse(analysis.document, Ledger(old.facts + facts, old.events, subjects=subjects)).links
    wrong = {link.target.id for link in links if isinstance(link.target, Fact) and link.comparable and not agrees(link)}
    backed = {
        link.claim.mention.start: link.target.id
        for link in links
        if isinstance(link.target, Fact) and link.comparable and agrees(link)
    }
    kept: dict[str, Proposal] = {}
    for each in proposals:
        if backed.get(each.claim.mention.start) == each.fact.id and each.fact.id not in wrong:
            kept.setdefault(each.fact.id, each)
    return list(kept.values())
