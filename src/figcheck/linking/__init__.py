"""Claims and a ledger in, links with their reasons out: only sure ones, and for each other claim why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.linking.choosing import choose
from figcheck.linking.events import EventLinker
from figcheck.linking.facts import FactLinker, Reading
from figcheck.linking.measures import Measure, series_of
from figcheck.linking.subjects import SubjectFinder, canonical_names
from figcheck.linking.words import WordIndex
from figcheck.model import Claim, Document, Ledger, Link, Reason


class Linker:
    """A ledger, or the part of a larger one that may matter for one document, indexed once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._canonical = canonical_names(ledger)
        self._names = WordIndex(self._canonical)
        self._facts = FactLinker(ledger.facts, ledger.owners)

    def link(self, document: Document, claims: Sequence[Claim]) -> tuple[tuple[Link, ...], dict[int, Reason]]:
        """The links, in the order of the claims, and by a mention's start why it has none."""
        subjects = SubjectFinder(document, self._ledger, self._names, self._canonical)
        events = EventLinker(document, self._ledger.events, subjects.hits, self._canonical)
        measures = self._facts.measures(document.text, subjects.hits)
        answers: dict[int, Link | Reason] = {}
        readings: list[Reading] = []
        trail: list[Measure] = []
        measured: dict[int, list[Measure]] = {}
        for sentence in _sentences(claims):
            for at, claim in enumerate(sentence):
                link = events.link(claim)
                if link is None and claim.mention.quantity.kind in ("date", "time"):
                    answers[claim.mention.start] = Reason("why.no-event")
                    continue
                neighbours = sentence[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
                series = series_of(document.text, claim, neighbours)
                model = series.model(claim) if series is not None else None
                if model is None:
                    split = self._facts.split(document.text, claim)
                    trail = [*split, *measures.find(claim, trail, neighbours)]
                else:
                    trail = measured.get(model.mention.start, [])
                measured[claim.mention.start] = trail
                if link is None:
                    readings.append(self._facts.read(document, claim, subjects, trail, measures, series))
                else:
                    answers[claim.mention.start] = link
        chosen = choose(readings, document.masthead.title)
        answers |= {reading.claim.mention.start: link for reading, link in zip(readings, chosen, strict=True)}
        links: list[Link] = []
        unlinked: dict[int, Reason] = {}
        for claim in claims:
            answer = answers[claim.mention.start]
            if isinstance(answer, Reason):
                unlinked[claim.mention.start] = answer
            else:
                links.append(answer)
        return tuple(links), unlinked


_NEIGHBOURS = 16
"""Claims before and behind one that may share a list or a measure with it."""


def _sentences(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each sentence together."""
    groups: list[list[Claim]] = []
    for claim in claims:
        if groups and groups[-1][-1].sentence == claim.sentence:
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


__all__ = ["Linker"]
