"""Every case of every card, and what every card must have."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from figcheck import documents, pipeline
from figcheck.cases import findings_of, lacking, ledger_of, trial
from figcheck.model import Document, Ledger
from figcheck.rulebook import Case, Rule, RulebookError, load_rules, placeholders, read_card, rules_folder
from figcheck.rulebook.needs import Needs

RULES = load_rules()
NEEDS = Needs(RULES)
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{case.kind}-{case.text[:24]}") for rule in RULES for case in rule.cases
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case) -> None:
    verdict = trial(rule, case)
    assert verdict is None, f"{rule.path}: {verdict.render('en')}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_card(rule: Rule) -> None:
    assert lacking(rule) == []
    assert rule.path == f"{rule.code}-{rule.name}.yaml"
    for heading in ("查什么", "为何要紧", "何时放行", "依据"):
        assert f"{heading}：" in rule.explain["zh"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_fixed_text_is_clean(rule: Rule) -> None:
    for case in rule.cases:
        if case.becomes is not None:
            assert not findings_of(rule, case, case.becomes), case.becomes


def test_codes_and_names_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    names = [rule.name for rule in RULES]
    assert len(set(codes)) == len(codes) and len(set(names)) == len(names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_both_languages_fill_the_same_placeholders(rule: Rule) -> None:
    import string

    english = {name for _, name, _, _ in string.Formatter().parse(rule.message["en"]) if name}
    assert english == set(placeholders(rule))


# --- needs ------------------------------------------------------------------------------------------------------


def passed_over(document: Document, ledger: Ledger) -> int:
    """How many rules are not asked about an article; all of them would have had nothing to say."""
    analysis = pipeline.analyse(document, ledger)
    asked = set(NEEDS.met(analysis))
    idle = [rule for place, rule in enumerate(RULES) if place not in asked]
    for rule in idle:
        assert not list(rule.run(analysis)), f"{rule.path} needs {rule.needs}, but finds something in {document.text}"
    return len(idle)


def dated(text: str, date: str | None) -> Document:
    return documents.from_text(text, date=datetime.date.fromisoformat(date) if date else None)


@pytest.mark.parametrize("family", sorted({rule.code[:2] for rule in RULES}))
def test_no_rule_is_passed_over_where_a_card_has_a_slip(family: str) -> None:
    cases = [case for rule in RULES if rule.code.startswith(family) for case in rule.cases]
    idle = [passed_over(dated(case.text, case.date), ledger_of(case.ledger)) for case in cases]
    assert sum(idle) > 20 * len(cases)


def slips() -> Iterator[Document]:
    """The benchmark's passages with slips, those to tune on."""
    lines = (Path(__file__).parents[1] / "benchmarks" / "cases" / "slips-dev.jsonl").read_text("utf-8").splitlines()
    for case in map(json.loads, lines):
        yield dated(case.get("slip") or case["suspicious"], case["date"])


def test_no_rule_is_passed_over_where_a_passage_has_a_slip() -> None:
    assert all(passed_over(document, Ledger()) for document in slips())


def test_no_rule_is_passed_over_in_the_news(shared: Path) -> None:
    lines = (shared / "corpus" / "broadcasts.jsonl").read_text("utf-8").splitlines()
    assert all(passed_over(dated(text["text"], text["date"]), Ledger()) for text in map(json.loads, lines))


@pytest.mark.parametrize(
    "needs", ["['#nothing']", "['@nowhere']", "['']", "[[a]]", "['~(']", "['~a*']", "['=names.NOBODY']"]
)
def test_needs_that_nobody_knows_are_refused(needs: str, tmp_path: Path) -> None:
    card = (rules_folder() / "FN002-cutoff-word.yaml").read_text("utf-8")
    path = tmp_path / "FN002-cutoff-word.yaml"
    path.write_text(re.sub("^needs: .*$", f"needs: {needs}", card, flags=re.M), "utf-8")
    with pytest.raises(RulebookError):
        read_card(path)
