"""Pages of many layouts: names of all kinds pass in the slot of every credit, and words that are no names in none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from figcheck import documents, pipeline
from figcheck.model import Finding, Ledger, SpanEvidence
from figcheck.rulebook import load_rules

RULES = tuple(rule for rule in load_rules() if rule.code.startswith(("FM", "FT008")))
LAYOUTS = yaml.safe_load((Path(__file__).parent / "corpus" / "layouts.yaml").read_text("utf-8"))
PAGES = [*LAYOUTS["press"], *LAYOUTS["office"]]
NAMES, NO_NAMES = ([word for row in LAYOUTS[kind] for word in row.split()] for kind in ("names", "no names"))
SLOT = re.compile("[⟦⟨](.*?)[⟧⟩]")
EVERY = 5
"""Each word is tried in so many of the slots: one in five."""


def findings(page: str, date: datetime.date | None = datetime.date(2025, 4, 16)) -> tuple[Finding, ...]:
    document = documents.from_text(page, date=date)
    return pipeline.check(document, Ledger(), RULES).findings


def filled(page: str, number: int, words: str) -> tuple[str, int]:
    """The page with other words in one slot, and where they begin."""
    slots = list(SLOT.finditer(page))
    before = SLOT.sub(r"\1", page[: slots[number].start()])
    return before + words + SLOT.sub(r"\1", page[slots[number].end() :]), len(before)


def tried(place: int, words: list[str]) -> Iterator[tuple[int, str]]:
    """Slots of a page, and the words whose turn it is there."""
    for number, _ in enumerate(SLOT.findall(PAGES[place])):
        for turn, word in enumerate(words):
            if (turn + 7 * place + 3 * number) % EVERY == 0:
                yield number, word


@pytest.mark.parametrize("place", range(len(PAGES)))
def test_a_page_without_a_slip_is_clean(place: int) -> None:
    assert findings(SLOT.sub(r"\1", PAGES[place])) == ()


@pytest.mark.parametrize("place", range(len(PAGES)))
def test_whoever_has_a_name_may_sign(place: int) -> None:
    told = [(number, name) for number, name in tried(place, NAMES) if findings(filled(PAGES[place], number, name)[0])]
    assert told == []


@pytest.mark.parametrize("place", range(len(PAGES)))
def test_what_is_no_name_may_not(place: int) -> None:
    strict = [slot.group()[0] == "⟦" for slot in SLOT.finditer(PAGES[place])]
    passed = []
    for number, words in tried(place, NO_NAMES):
        page, start = filled(PAGES[place], number, words)
        if strict[number] and not any(one.start < start + len(words) and start < one.end for one in findings(page)):
            passed.append((number, words))
    assert passed == []


@pytest.mark.parametrize("page", LAYOUTS["slips"])
def test_what_does_not_go_together_is_told(page: str) -> None:
    start, end = page.index("<<"), page.index(">>") - 2
    found = findings(page.replace("<<", "").replace(">>", ""), None)
    places = [(one.start, one.end) for one in found]
    places += [(each.start, each.end) for one in found for each in one.evidence if isinstance(each, SpanEvidence)]
    assert any(first < end and start < last for first, last in places)


@pytest.mark.parametrize("page", LAYOUTS["right"])
def test_what_goes_together_is_not(page: str) -> None:
    assert findings(page, None) == ()
