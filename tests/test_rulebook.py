"""Every case of every card, and what every card must have."""

from __future__ import annotations

import pytest

from figcheck.cases import findings_of, lacking, trial
from figcheck.rulebook import Case, Rule, load_rules, placeholders

RULES = load_rules()
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
