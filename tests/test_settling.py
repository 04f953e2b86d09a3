"""One slip is named once: cards yield to those that read it more closely."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import documents, pipeline
from figcheck.model import Document, Finding, Hit, Ledger, Span, SpanEvidence
from figcheck.rulebook import load_rules, select
from figcheck.rulebook.settling import yielding
from figcheck.values import Frozen

RULES = load_rules()
CASES = Path(__file__).parents[1] / "benchmarks" / "cases"


class Stub(Frozen):
    """A rule, as far as settling knows one."""

    code: str
    yields_to: tuple[str, ...] = ()


def hit(blamed: tuple[int, int], *others: tuple[int, int]) -> Hit:
    return Hit(Span(*blamed), evidence=tuple(SpanEvidence(*place, "") for place in others))


BLAMED = hit((10, 12), (0, 2), (4, 6))


@pytest.mark.parametrize(
    ("other", "dropped"),
    [
        (hit((10, 12)), True),
        (hit((0, 2), (20, 22)), True),  # it blames a place that the other names
        (hit((30, 32), (10, 12)), True),  # it names the place that the other blames
        (hit((30, 32), (0, 2)), False),  # one figure may stand in two reckonings
        (hit((30, 32), (0, 2), (4, 6)), True),
        (hit((30, 32)), False),
        (hit((12, 14)), False),
    ],
)
def test_what_is_about_the_same_place(other: Hit, dropped: bool) -> None:
    found = [(Stub("FA002"), other), (Stub("FA028", ("FA002",)), BLAMED)]
    assert list(yielding(found)) == ([1] if dropped else [])


def test_a_rule_yields_to_those_it_names_only_and_never_to_itself() -> None:
    assert not list(yielding([(Stub("FA001"), BLAMED), (Stub("FA028", ("FA002",)), BLAMED)]))
    assert not list(yielding([(Stub("FA028", ("FA",)), BLAMED), (Stub("FA028", ("FA",)), BLAMED)]))
    assert list(yielding([(Stub("FA001"), BLAMED), (Stub("FA028", ("FA",)), BLAMED)])) == [1]


PLACES = st.tuples(st.integers(0, 300), st.integers(1, 90)).map(lambda place: (place[0], sum(place)))
HITS = st.lists(PLACES, min_size=1, max_size=3).map(lambda places: hit(*places))
FOUND = st.lists(
    st.tuples(st.sampled_from([Stub("FA001"), Stub("FA002", ("FA001",)), Stub("FA028", ("FA",))]), HITS), max_size=8
)


@given(FOUND)
def test_many_findings_are_settled_as_each_two_of_them_are(found: list[tuple[Stub, Hit]]) -> None:
    each_two = {
        number
        for number, one in enumerate(found)
        for at, other in enumerate(found)
        if at != number and 1 in yielding([other, one])
    }
    assert set(yielding(found)) == each_two


def test_what_yields_itself_still_makes_others_yield() -> None:
    rules = Stub("FA001"), Stub("FA028", ("FA001",)), Stub("FA040", ("FA028",))
    first, second, third = hit((0, 2)), hit((0, 2), (10, 12)), hit((10, 12))
    assert list(yielding([*zip(rules, (first, second, third), strict=True)])) == [1, 2]


def test_cards_yield_to_rules_that_there_are_and_in_no_circle() -> None:
    above = {rule.code: {other.code for other in select(RULES, rule.yields_to, ())} for rule in RULES if rule.yields_to}

    def reached(code: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        for other in above.get(code, ()):
            assert other not in seen, f"{code} and {other} yield to each other"
            yield from (other, *reached(other, seen | {code}))

    for code in above:
        assert code not in set(reached(code, frozenset({code})))


# --- texts with one slip each -----------------------------------------------------------------------------------


def slips() -> Iterator[Document]:
    """The benchmark's texts with one slip each that may be looked at."""
    for path in sorted(CASES.glob("slips-dev[467]-*.jsonl")):
        for case in map(json.loads, path.read_text("utf-8").splitlines()):
            if "slip" in case and int(case["id"].rpartition("-")[2]) % 2:
                date = datetime.date.fromisoformat(case["date"]) if case["date"] else None
                yield documents.from_text(case["slip"], date=date)


def places(finding: Finding) -> list[Span]:
    others = [Span(each.start, each.end) for each in finding.evidence if isinstance(each, SpanEvidence)]
    return [Span(finding.start, finding.end), *others]


def test_no_slip_is_named_twice() -> None:
    for document in slips():
        findings = pipeline.check(document, Ledger(), RULES).findings
        told = [finding for finding in findings if finding.severity != "note"]
        for one, other in combinations(told, 2):
            both = [place for place in places(one) for again in places(other) if place.overlaps(again)]
            assert one.rule == other.rule or not both, f"{one.rule} {other.rule}: {document.text}"
