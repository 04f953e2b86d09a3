"""Configuration files, suppressions and baselines: what holds where, and what is said of mistakes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from figcheck import documents, pipeline
from figcheck.cli import main
from figcheck.config import ConfigError, Configuration, Value
from figcheck.config.baseline import baseline_text, read_baseline
from figcheck.config.suppressions import Suppressions, read_suppressions
from figcheck.fingerprints import fingerprints
from figcheck.model import Finding, Ledger
from figcheck.rulebook import RulebookError, adjusted, load_rules, load_with, select

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "config" / "mistakes.yaml").read_text("utf-8"))
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("FIGCHECK_LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], folder: Path) -> Run:
    def typed(*args: str) -> tuple[int, str, str]:
        status = main(args)
        return status, *capfd.readouterr()

    return typed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_mistakes(case: dict[str, Any], folder: Path) -> None:
    (folder / "figcheck.toml").write_text(case["file"], "utf-8")
    told = []
    try:
        Configuration().at("稿件.txt")
    except ConfigError as error:
        told = [
            " ".join([str(each.line), each.where, each.key, *(value for name, value in each.values if name == "near")])
            for each in error.mistakes
        ]
        assert all(each.render("zh") and each.render("en") for each in error.mistakes)
    assert told == case["says"]


def test_the_nearest_file_holds_and_what_it_does_not_name_stays(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(
        '[tool.figcheck]\nselect = ["FA"]\nfail-on = "note"\nseverity.FA001 = "note"\n'
    )
    near = folder / "体育" / "决赛"
    near.mkdir(parents=True)
    (near.parent / "figcheck.toml").write_text('select = ["FT"]\nledgers = ["体育.yaml"]\nseverity.FA002 = "off"\n')
    settings = Configuration().at(str(near / "稿件.txt"))
    assert settings.select == ("FT",)
    assert settings.fail_on == "note"
    assert settings.severity == {"FA001": "note", "FA002": "off"}
    assert [Path(name).as_posix() for name in settings.ledgers] == ["体育/体育.yaml"]
    assert settings.origins["select"] == str(Path("体育", "figcheck.toml")) + ":1"
    assert settings.origins["fail_on"] == "pyproject.toml:3"


def test_a_pyproject_without_us_is_passed_over(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert Configuration().files() == []


def test_overrides_hold_for_their_paths_and_the_command_line_over_all(folder: Path) -> None:
    text = 'ignore = ["FN"]\n[[overrides]]\npaths = ["体育/", "*.md"]\nignore = ["FA"]\n'
    (folder / "figcheck.toml").write_text(text, "utf-8")
    configuration = Configuration()
    assert [configuration.at(path).ignore for path in ("要闻/a.txt", "体育/b/c.txt", "x/y.md", "-")] == [
        ("FN",),
        ("FA",),
        ("FA",),
        ("FN",),
    ]
    over = Configuration(None, {"ignore": Value(("FT",), "command line")})
    assert over.at("体育/c.txt").ignore == ("FT",)
    assert Configuration.isolated().at("体育/c.txt").ignore == ()


def test_a_desk_may_move_what_a_hedge_admits(folder: Path) -> None:
    (folder / "figcheck.toml").write_text('[hedges]\nabout = {floor = 0.1}\nover = {above = "open"}\n')
    hedges = Configuration().at("a.txt").hedges
    assert hedges["about"].floor == Fraction(1, 10) and hedges["about"].below == Fraction(1, 2)
    assert hedges["over"].above is None
    ledger = folder / "台账.yaml"
    ledger.write_text("figcheck: 1\nfacts:\n  - {subject: 江州港, measure: 吞吐量, value: 100.0万吨}\n", "utf-8")
    text = "江州港吞吐量约109万吨。"
    facts = pipeline.load_ledger([ledger])
    strict = pipeline.check(documents.from_text(text), facts, load_rules())
    loose = pipeline.check(documents.from_text(text), facts, load_rules(), "zh", hedges)
    assert [each.status for each in strict.figures] == ["contradicted"]
    assert [each.status for each in loose.figures] == ["backed"]


# --- rules as the settings want them ---------------------------------------------------------------------------


def test_severities_and_options_by_code_name_and_family() -> None:
    rules = load_rules()
    chosen = adjusted(rules, rules, {"FN": "note", "FN001": "error", "parts-and-total": "off"}, {})
    levels = {rule.code: rule.severity for rule in chosen}
    assert levels["FN001"] == "error"
    assert {level for code, level in levels.items() if code.startswith("FN") and code != "FN001"} == {"note"}
    assert "FA001" not in levels


@pytest.mark.parametrize(
    ("severity", "options", "key", "setting"),
    [
        ({"FN0O1": "off"}, {}, "rule.unknown-near", "severity.FN0O1"),
        ({}, {"zzz": {}}, "rule.unknown", "options.zzz"),
        ({}, {"FL012": {"digit": "1"}}, "rule.no-option", "options.FL012"),
    ],
)
def test_names_that_no_rule_has(severity: Any, options: Any, key: str, setting: str) -> None:
    rules = load_rules()
    with pytest.raises(RulebookError) as told:
        adjusted(rules, rules, severity, options)
    assert (told.value.key, told.value.setting) == (key, setting)


def test_a_wrong_rule_in_the_configuration_is_told_with_its_place(run: Run, folder: Path) -> None:
    (folder / "figcheck.toml").write_text('\n[severity]\nFN99 = "off"\n')
    (folder / "a.txt").write_text("有30家。\n", "utf-8")
    status, out, err = run("check", "a.txt")
    assert (status, out) == (2, "")
    assert err.startswith("figcheck.toml:3: severity.FN99: ")
    status, _, err = run("check", "a.txt", "--select", "FN99")
    assert status == 2 and err.startswith("没有“FN99”")


def test_config_shows_each_value_with_its_origin(run: Run, folder: Path) -> None:
    (folder / "figcheck.toml").write_text('fail-on = "note"\n[severity]\nFA001 = "off"\n')
    status, out, _ = run("config")
    assert status == 0
    lines = [line.split() for line in out.splitlines()]
    assert ["fail-on", "note", "figcheck.toml:1"] in lines
    assert ["severity.FA001", "off", "figcheck.toml:3"] in lines


# --- suppressions ------------------------------------------------------------------------------------------------

_ARTICLE = "现场聚集了约300人左右，秩序良好。园区已入驻近300余家企业。\n"


def _entries(folder: Path, text: str) -> Path:
    path = folder / ".figcheck-ignore.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_suppression_silences_the_fragment_and_nothing_else(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(_ARTICLE, "utf-8")
    _entries(folder, "- {rule: FN001, text: 约300人左右, reason: 引自原话}\n")
    status, out, err = run("check", "a.txt", "--select", "FN001", "--format", "json")
    assert (status, err) == (0, "")
    assert [each["text"] for each in json.loads(out)["documents"][0]["findings"]] == ["近300余家"]


def test_what_is_unused_or_expired_is_told_and_expired_no_longer_holds(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(_ARTICLE, "utf-8")
    _entries(
        folder,
        "- {rule: FN001, text: 约300人左右, reason: 引自原话, expires: 2026-01-31}\n"
        "- {rule: FN001, text: 秩序良好, reason: 多余}\n"
        "- {rule: FN001, text: 别处的话, reason: 不在这篇}\n",
    )
    _, out, err = run("check", "a.txt", "--select", "FN001", "--today", "2026-01-31", "--format", "json")
    assert len(json.loads(out)["documents"][0]["findings"]) == 1
    assert err.count("\n") == 1 and ".figcheck-ignore.yaml:2：" in err
    _, out, err = run("check", "a.txt", "--select", "FN001", "--today", "2026-02-01", "--format", "json")
    assert len(json.loads(out)["documents"][0]["findings"]) == 2
    assert "2026-01-31" in err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rule: FN001\n", "1  config.want_entries"),
        ("- FN001\n", "1 [0] config.want_entry"),
        ("- {rule: FN001, text: [a], reason: b}\n", "1 [0] config.want_entry"),
        ("- {rule: FN001, text: a}\n", "1 [0] config.missing"),
        ("- {rule: FN001, text: a, reason: b, expire: 2026-01-01}\n", "1 [0].expire config.unknown_near"),
        ("- {rule: FN001, text: a, reason: b, expires: 明年}\n", "1 [0].expires config.want_date"),
        ("- {rule: FN001, rule: FN002, text: a, reason: b}\n", "1 [0].rule config.twice"),
        ("- {rule: FN001\n", "2  config.no_yaml"),
    ],
)
def test_mistakes_in_suppressions(folder: Path, text: str, says: str) -> None:
    path = _entries(folder, text)
    with pytest.raises(ConfigError) as told:
        read_suppressions(str(path))
    first = told.value.mistakes[0]
    assert f"{first.line} {first.where} {first.key}" == says
    assert first.render("zh") != first.render("en")


def test_a_suppression_for_a_path_is_for_no_other(folder: Path) -> None:
    path = _entries(folder, "- {rule: FN, text: 约300人左右, path: 体育/, reason: 引自原话}\n")
    entries = read_suppressions(str(path))
    finding = Finding("FN001", "doubled-hedge", "warning", "", 5, 12, "约300人左右")
    for name, kept in (("体育/a.txt", 0), ("要闻/a.txt", 1)):
        document = documents.from_text(_ARTICLE, name)
        assert len(Suppressions(entries, datetime.date(2026, 1, 1)).kept([finding], document)) == kept


# --- baselines and fingerprints ----------------------------------------------------------------------------------


def test_an_archive_starts_at_zero_and_only_new_findings_fail(run: Run, folder: Path) -> None:
    article = folder / "a.txt"
    article.write_text(_ARTICLE, "utf-8")
    options = ("--select", "FN001", "--fail-on", "warning", "--baseline", "base.json")
    assert run("check", "a.txt", *options)[0] == 2  # not there yet
    assert run("check", "a.txt", *options, "--write-baseline")[0] == 0
    assert run("check", "a.txt", *options)[0] == 0
    article.write_text("今天天气好。\n" + _ARTICLE + "又来了约20人左右。\n", "utf-8")
    status, out, _ = run("check", "a.txt", *options, "--format", "json")
    assert status == 1
    assert [each["text"] for each in json.loads(out)["documents"][0]["findings"]] == ["约20人左右"]


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "documents": {}}', '{"version": 1, "documents": {"a": 1}}'])
def test_a_baseline_that_is_none(folder: Path, text: str) -> None:
    (folder / "base.json").write_text(text)
    with pytest.raises(ConfigError):
        read_baseline("base.json")


def test_fingerprints_outlive_edits_elsewhere_and_tell_equals_apart() -> None:
    def names(text: str) -> list[str]:
        report = pipeline.check(documents.from_text(text), Ledger(), select(load_rules(), ["FN001"], []))
        return fingerprints(report.analysis.document, report.findings)

    before, after = names(_ARTICLE), names("题目\n\n今天天气好。\n" + _ARTICLE)
    assert before == after and len(set(before)) == 2
    twice = names("来了约20人左右。\n来了约20人左右。\n")
    assert twice[1] == f"{twice[0]}-2"


def test_a_baseline_names_articles_as_they_were_given() -> None:
    document = documents.from_text(_ARTICLE, "./稿件/a.txt")
    finding = Finding("FN001", "doubled-hedge", "warning", "", 5, 12, "约300人左右")
    record = json.loads(baseline_text([(document, [finding]), (replace(document, path="b.txt"), [])]))
    assert list(record["documents"]) == ["稿件/a.txt"]


# --- the desk's own cards ----------------------------------------------------------------------------------------


def test_folders_of_cards_that_are_not_there_or_take_a_code_that_is_taken(folder: Path) -> None:
    with pytest.raises(RulebookError) as told:
        load_with(["none"])
    assert told.value.key == "card.no-folder"
    cards = folder / "cards"
    cards.mkdir()
    house = Path(__file__).parents[1] / "rules" / "FN001-doubled-hedge.yaml"
    (cards / "FN001-doubled-hedge.yaml").write_bytes(house.read_bytes())
    with pytest.raises(RulebookError) as told:
        load_with([str(cards)])
    assert told.value.key == "card.taken"
