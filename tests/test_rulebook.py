"""Every case of every card, and what every card must have."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path

import pytest

from figcheck import documents, pipeline
from figcheck.model import Document, Finding, Ledger
from figcheck.rulebook import Case, Rule, load_rules, placeholders

RULES = load_rules()
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{case.kind}-{case.text[:24]}") for rule in RULES for case in rule.cases
]


@lru_cache(maxsize=64)
def _ledger(text: str | None, folder: Path) -> Ledger:
    if text is None:
        return Ledger()
    path = folder / f"{abs(hash(text))}.yaml"
    path.write_text(text, "utf-8")
    return pipeline.load_ledger([path])


def _findings(rule: Rule, case: Case, text: str, folder: Path) -> tuple[Finding, ...]:
    date = datetime.date.fromisoformat(case.date) if case.date else None
    document: Document = documents.from_text(text, date=date)
    report = pipeline.check(document, _ledger(case.ledger, folder), [rule])
    return report.findings


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledgers")


def _passes(rule: Rule, case: Case, folder: Path) -> str | None:
    """What is wrong with the rule's answer to a case; None where it is as the card says."""
    findings = _findings(rule, case, case.text, folder)
    crashed = [finding.message for finding in findings if finding.rule == "FX002"]
    if crashed:
        return crashed[0]
    found = [(finding.start, finding.end) for finding in findings]
    if case.kind in ("clean", "false alarm"):
        return f"flagged {[finding.text for finding in findings]}" if found else None
    if found != list(case.spans):
        return f"flagged {[finding.text for finding in findings]}, not {[case.text[s:e] for s, e in case.spans]}"
    if case.becomes is None:
        return None
    fixed = _fixed(case.text, findings)
    return None if fixed == case.becomes else f"fixed to {fixed}"


def _fixed(text: str, findings: tuple[Finding, ...]) -> str:
    for finding in sorted(findings, key=lambda finding: -finding.start):
        if finding.fix is not None:
            text = text[: finding.fix.start] + finding.fix.replacement + text[finding.fix.end :]
    return text


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case, folder: Path) -> None:
    wrong = _passes(rule, case, folder)
    if case.kind in ("hit", "clean"):
        assert wrong is None
    elif wrong is None:
        pytest.fail(
            f"{rule.path}: this {case.kind} is right now: make it a {'hit' if case.kind == 'missed' else 'clean'}"
        )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_card(rule: Rule, folder: Path) -> None:
    hits = [case for case in rule.cases if case.kind == "hit"]
    clean = [case for case in rule.cases if case.kind == "clean"]
    assert hits and len(clean) >= 2, "a card needs a hit and two clean cases"
    assert len(clean) + 1 >= len(hits), "more proof of restraint than of zeal"
    assert rule.path == f"{rule.code}-{rule.name}.yaml"
    for heading in ("查什么", "为何要紧", "何时放行", "依据"):
        assert f"{heading}：" in rule.explain["zh"]
    for case in hits:
        assert case.spans, f"mark where the rule must point: {case.text}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_fixed_text_is_clean(rule: Rule, folder: Path) -> None:
    for case in rule.cases:
        if case.becomes is not None:
            assert not _findings(rule, case, case.becomes, folder), case.becomes


def test_codes_and_names_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    names = [rule.name for rule in RULES]
    assert len(set(codes)) == len(codes) and len(set(names)) == len(names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_both_languages_fill_the_same_placeholders(rule: Rule) -> None:
    import string

    english = {name for _, name, _, _ in string.Formatter().parse(rule.message["en"]) if name}
    assert english == set(placeholders(rule))
