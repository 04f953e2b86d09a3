"""A desk's own cards: written without Python, tested like the house's, and unable to hang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from figcheck import documents, pipeline
from figcheck.cases import trials
from figcheck.model import Finding, Ledger
from figcheck.rulebook import Rule, RulebookError, read_card

Run = Callable[..., tuple[int, str, str]]
HEAD = "code: DESK001\nname: own\nseverity: warning\nmessage: “{written}”写作“{expected}”。\n"
CASES = "cases:\n  - hit: <<甲>>。\n  - clean: 乙。\n  - clean: 丙。\n"


def card(folder: Path, rest: str) -> Rule:
    path = folder / "DESK001-own.yaml"
    path.write_text(HEAD + rest + CASES, "utf-8")
    return read_card(path)


def found(rule: Rule, text: str) -> tuple[Finding, ...]:
    return pipeline.check(documents.from_text(text), Ledger(), [rule]).findings


@pytest.mark.parametrize(
    ("options", "text", "flagged", "instead"),
    [
        ("check: desk.preferred\noptions: {forms: {老人家: 老人}}\n", "三位老人家。", ["老人家"], "老人"),
        ("check: desk.preferred\noptions: {forms: {a.c: x}}\n", "abc和a.c。", ["a.c"], "x"),
        ("check: desk.preferred\noptions: {forms: {大爷: 老人, 老大爷: 老人}}\n", "老大爷。", ["老大爷"], "老人"),
        (
            "check: desk.preferred\noptions: {forms: {老人家: 老人}, unless: 说}\n",
            "他说老人家好。老人家好。",
            ["老人家"],
            "老人",
        ),
        ("check: desk.vocabulary\noptions: {words: [首个, 最佳]}\n", "首个、最佳。", ["首个", "最佳"], None),
        (
            "check: desk.vocabulary\noptions: {words: [编辑], where: body}\n",
            "编辑好。\n\n（责任编辑：甲某）\n",
            ["编辑"],
            None,
        ),
        ("check: desk.pattern\noptions: {pattern: '电话\\d{3}-(?P<flag>\\d+)'}\n", "电话123-4567。", ["4567"], None),
        ("check: desk.pattern\noptions: {pattern: '(\\d+)趴', instead: '\\1%'}\n", "涨了5趴。", ["5趴"], "5%"),
    ],
)
def test_generic_checks(tmp_path: Path, options: str, text: str, flagged: list[str], instead: str | None) -> None:
    findings = found(card(tmp_path, options), text)
    assert [finding.text for finding in findings] == flagged
    assert [finding.fix and finding.fix.replacement for finding in findings] == [instead] * len(flagged)


def test_no_pattern_can_hang(tmp_path: Path) -> None:
    rule = card(tmp_path, "check: desk.pattern\noptions: {pattern: '(a+)+$'}\n")
    assert found(rule, "a" * 50_000 + "b。") == ()


@pytest.mark.parametrize(
    ("rest", "says"),
    [
        ("check: desk.pattern\noptions: {pattern: '(a'}\n", "options.pattern"),
        ("check: desk.pattern\noptions: {pattern: a, unless: '[b'}\n", "options.unless"),
        ("check: desk.pattern\noptions: {patern: a}\n", "options: patern"),
        ("check: desk.preferred\noptions: {forms: {a: [b]}}\n", "options.forms"),
        ("check: desk.nothing\noptions: {}\n", "check: desk.nothing"),
    ],
)
def test_a_card_that_is_not_right_says_where(tmp_path: Path, rest: str, says: str) -> None:
    with pytest.raises(RulebookError) as told:
        card(tmp_path, rest)
    assert says in told.value.render()


def test_codes_of_the_house_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "FN901-own.yaml"
    path.write_text(
        HEAD.replace("DESK001", "FN901") + "check: desk.vocabulary\noptions: {words: [a]}\n" + CASES, "utf-8"
    )
    with pytest.raises(RulebookError):
        read_card(path)


def test_a_place_that_is_none_is_one_crashed_rule_and_no_crash(tmp_path: Path) -> None:
    rule = card(tmp_path, "check: desk.vocabulary\noptions: {words: [a], where: foot}\n")
    assert [finding.rule for finding in found(rule, "a。")] == ["FX002"]


def test_a_card_is_begun_tested_and_used(run: Run, tmp_path: Path) -> None:
    assert run("rules", "new", "DESK001", "own-words", "--folder", "规则")[0] == 0
    path = tmp_path / "规则" / "DESK001-own-words.yaml"
    assert all(verdict is None for _, verdict in trials(read_card(path)))
    before = path.read_bytes()
    assert run("rules", "new", "DESK001", "--folder", "规则")[0] == 2
    assert path.read_bytes() == before
    assert run("rules", "test", "--folder", "规则", "DESK")[0] == 0
    (tmp_path / "figcheck.toml").write_text('rules = "规则"\n', "utf-8")
    (tmp_path / "a.txt").write_text("三位老人家登山。\n", "utf-8")
    status, out, _ = run("check", "a.txt", "--fail-on", "warning")
    assert status == 1 and "DESK001" in out


def test_cases_that_go_wrong_are_told_and_end_in_1(run: Run, tmp_path: Path) -> None:
    cards = tmp_path / "规则"
    cards.mkdir()
    card(cards, "check: desk.vocabulary\noptions: {words: [乙]}\n")
    status, out, _ = run("rules", "test", "DESK", "--folder", "规则")
    assert status == 1
    assert "应报“甲”，实际报了“-”" in out and "不该报，却报了“乙”" in out


@pytest.mark.parametrize("words", [(), ("desk1",), ("DESK001", "Bad Name")])
def test_a_new_card_needs_a_code(run: Run, words: tuple[str, ...]) -> None:
    status, _, err = run("rules", "new", *words)
    assert status == 2 and "DESK001" in err
