"""The part of a ledger that may matter for a text gives the same links as the whole ledger."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from figcheck import documents, pipeline
from figcheck.linking import Linker
from figcheck.model import Fact, Ledger

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "benchmarks" / "cases" / "ledger-dev").iterdir())


def narrowed(ledger: Ledger, text: str) -> Ledger:
    """What `Knowledge.about` promises, in the plainest way."""
    named = {name for name in {fact.subject for fact in ledger.facts} | ledger.subjects.keys() if name in text}
    named |= {name for name, aliases in ledger.subjects.items() if any(alias in text for alias in aliases)}
    owners = defaultdict[str, set[str]](set)
    for fact in ledger.facts:
        for word in fact.measures:
            owners[word].add(fact.subject)

    def matters(fact: Fact) -> bool:
        return fact.subject in named and any(word in text for word in fact.measures)

    return replace(
        ledger,
        facts=tuple(filter(matters, ledger.facts)),
        subjects={name: ledger.subjects.get(name, ()) for name in sorted(named)},
        owners={word: len(subjects) for word, subjects in owners.items() if word in text},
    )


@cache
def ledgers() -> list[Ledger]:
    return [pipeline.load_ledger([case / "ledger.yaml"]) for case in CASES]


@cache
def everything() -> Ledger:
    """All that all desks know."""
    return Ledger(
        facts=tuple(fact for ledger in ledgers() for fact in ledger.facts),
        events=tuple(event for ledger in ledgers() for event in ledger.events),
        people=tuple(person for ledger in ledgers() for person in ledger.people),
        subjects={name: aliases for ledger in ledgers() for name, aliases in ledger.subjects.items()},
    )


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_a_part_links_as_the_whole_does(number: int) -> None:
    document = documents.load(str(CASES[number] / "article.txt"))
    for whole in (everything(), ledgers()[number]):
        part = narrowed(whole, document.text)
        one, other = pipeline.analyse(document, whole), pipeline.analyse(document, part)
        assert (one.links, one.unlinked) == (other.links, other.unlinked)
        assert one.links
    assert len(narrowed(everything(), document.text).facts) < len(everything().facts) / 2


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_without_a_ledger_nothing_is_linked_and_the_linker_would_say_the_same(number: int) -> None:
    document = documents.load(str(CASES[number] / "article.txt"))
    analysis = pipeline.analyse(document, Ledger())
    assert (analysis.links, analysis.unlinked) == Linker(Ledger()).link(document, analysis.claims)
    assert analysis.unlinked
