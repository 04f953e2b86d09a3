"""Claims and a ledger in, links with their reasons out: only sure ones, and for each other claim why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.linking.events import EventLinker
from figcheck.linking.facts import FactLinker
from figcheck.linking.subjects import SubjectFinder, canonical_names
from figcheck.linking.words import WordIndex
from figcheck.model import Claim, Document, Ledger, Link, Reason


class Linker:
    """A ledger indexed once, for any number of documents."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._facts = FactLinker(ledger.facts)
        self._canonical = canonical_names(ledger)
        self._names = WordIndex(self._canonical)

    def link(self, document: Document, claims: Sequence[Claim]) -> tuple[tuple[Link, ...], dict[int, Reason]]:
        """The links, in the order of the claims, and by a mention's start why it has none."""
        subjects = SubjectFinder(document, self._ledger, self._names, self._canonical)
        events = EventLinker(document, self._ledger.events)
        links: list[Link] = []
        unlinked: dict[int, Reason] = {}
        previous: Link | None = None
        for claim in claims:
            link = events.link(claim)
            if link is None:
                answer = self._facts.link(document, claim, subjects, previous)
                if isinstance(answer, Reason):
                    unlinked[claim.mention.start] = answer
                    continue
                link = answer
            links.append(link)
            previous = link
        return tuple(links), unlinked


__all__ = ["Linker"]
