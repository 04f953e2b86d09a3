"""Keeping a ledger from the command line: what a desk types, what it reads, what is in the files afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.cli import main
from figcheck.cli.commands import COMMANDS
from figcheck.ledger import schema
from figcheck.ledger.keeping import keep
from figcheck.ledger.splicing import NEW, Written
from figcheck.pipeline import load_ledger
from figcheck.reader import read_value

Run = Callable[..., tuple[int, str, str]]
LEDGER = """\
# 甲台账，由值班编辑维护
figcheck: 1

subjects:
  腾讯公益: [腾讯公益平台]

facts:
  # ---- 平台 ----
  - id: raised
    subject: 腾讯公益
    measure: [善款, 筹集善款]     # 累计
    value: 335.2亿元
    as_of: 2024-11
    source: 平台公开数据

  - subject: 腾讯公益
    measure: 公益组织
    value: 3.4万家
    as_of: 2024-11
    tolerance: 0.5%

  # ---- 图书馆 ----
  - {subject: 市图书馆, measure: [外借量], value: 下降3.8%, as_of: 2025}

events:
  - name: 乌镇峰会
    aliases: [世界互联网大会乌镇峰会]
    first: 2014
people:
  - {name: 王秀军, titles: [理事长]}
credits:
  editors: [甲某, 乙某]
articles:
  - {title: 沙龙在乌镇举行, date: 2024-11-21}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the desk works in."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FIGCHECK_LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "ledger.yaml").write_text(LEDGER, "utf-8")
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], folder: Path) -> Run:
    def typed(*args: str) -> tuple[int, str, str]:
        status = main(("ledger", *args))
        return status, *capfd.readouterr()

    return typed


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS["ledger"])
def test_every_command_has_a_page_of_help_with_examples(run: Run, command: str, lang: str) -> None:
    status, out, _ = run(command, "--help", "--lang", lang)
    assert status == 0
    assert out.count(f"figcheck ledger {command} ") >= 2
    assert "[OPTIONS]" not in out


def test_the_group_lists_its_commands_and_knows_what_was_meant(run: Run) -> None:
    status, _, err = run()
    assert status == 2
    assert all(f"\n  {command} " in err for command in COMMANDS["ledger"])
    assert "没有 shwo 这个命令，是不是 show？\n用法见 figcheck ledger --help" in run("shwo")[2]


# --- check ---------------------------------------------------------------------------------------------------


def test_a_faultless_ledger_gets_a_friendly_line(run: Run) -> None:
    assert run("check", "ledger.yaml") == (
        0,
        "ledger.yaml：没有错误，共有事实 3 条（主体 2 个），事件 1 件，人物 1 人，稿件 1 篇。\n",
        "",
    )
    assert run("check", "ledger.yaml", "--quiet") == (0, "", "")
    assert run("check", "ledger.yaml", "--lang", "en")[1].startswith("ledger.yaml: no mistakes; facts: 3 (subjects: 2)")


def test_all_mistakes_are_told_at_once_with_their_lines(run: Run, folder: Path) -> None:
    wrong = LEDGER.replace("335.2亿元", "很多").replace("first: 2014", "frist: 2014").replace("2025}", "2025-13}")
    (folder / "ledger.yaml").write_text(wrong, "utf-8")
    status, out, err = run("check", "ledger.yaml")
    assert status == 2
    assert out.splitlines()[:3] == [
        "ledger.yaml:12:12: facts[0].value: 读不懂“很多”是什么数字，请照稿件的写法写，如 335亿元、5.2%、下降8.9%。",
        "      value: 很多",
        "             ^",
    ]
    assert [line.split(" ")[1] for line in out.splitlines() if line.startswith("ledger.yaml:")] == [
        "facts[0].value:",
        "facts[2].as_of:",
        "events[0].frist:",
    ]
    assert "台账有 3 处要改" in err


def test_a_file_that_is_not_there_stops_no_other(run: Run, folder: Path) -> None:
    (folder / "wrong.yaml").write_text("figcheck: 1\nfact: []\n", "utf-8")
    status, out, err = run("check", "missing.yaml", "wrong.yaml")
    assert status == 2
    assert out.startswith("wrong.yaml:2:1: fact: ")
    assert "missing.yaml" in err
    assert "missing.yaml" not in out


def test_contradictions_between_ledgers_are_told(run: Run, folder: Path) -> None:
    (folder / "other.yaml").write_text(
        "figcheck: 1\nfacts:\n- {subject: 腾讯公益平台, measure: 善款, value: 353.2亿元, as_of: 2024-11, id: x}\n",
        "utf-8",
    )
    assert run("check", "other.yaml")[0] == 0
    status, out, _ = run("check", "ledger.yaml", "other.yaml")
    assert status == 2
    assert "other.yaml:3:" in out
    assert "ledger.yaml:12 是 335.2亿元" in out


# --- show ----------------------------------------------------------------------------------------------------


def test_a_ledger_is_shown_by_subject(run: Run) -> None:
    status, out, _ = run("show", "ledger.yaml")
    rows = [line.split() for line in out.splitlines()]
    assert status == 0
    assert ["腾讯公益", "善款、筹集善款", "335.2亿元", "2024-11", "raised", "平台公开数据", "ledger.yaml:9"] in rows
    assert ["公益组织", "3.4万家", "2024-11", "0.5%", "腾讯公益/公益组织/2024-11", "ledger.yaml:16"] in rows
    assert ["乌镇峰会", "世界互联网大会乌镇峰会", "2014", "年起每年一届", "ledger.yaml:26"] in rows
    assert ["王秀军", "理事长", "ledger.yaml:30"] in rows
    assert ["编辑", "甲某、乙某"] in rows


@pytest.mark.parametrize("name", ["腾讯公益", "腾讯公益平台", "公益平台", "腾讯"])
def test_a_subject_is_found_by_any_of_its_names_or_a_part(run: Run, name: str) -> None:
    shown = json.loads(run("show", "ledger.yaml", "--subject", name, "--format", "json")[1])
    assert [subject["name"] for subject in shown["subjects"]] == ["腾讯公益"]
    assert len(shown["subjects"][0]["facts"]) == 2
    assert shown["people"] == shown["articles"] == []


def test_an_unknown_subject_ends_in_2_with_what_may_have_been_meant(run: Run) -> None:
    status, out, err = run("show", "ledger.yaml", "--subject", "腾迅公益")
    assert (status, out) == (2, "")
    assert "没有“腾迅公益”这个主体，是不是 腾讯公益？" in err


def test_json_gives_values_as_written_and_as_read(run: Run) -> None:
    shown = json.loads(run("show", "ledger.yaml", "--format", "json")[1])
    (fact,) = shown["subjects"][1]["facts"]
    assert fact == {
        "id": "市图书馆/外借量/2025",
        "subject": "市图书馆",
        "measure": ["外借量"],
        "value": "下降3.8%",
        "kind": "percent",
        "number": "3.8",
        "unit": "%",
        "direction": -1,
        "as_of": "2025",
        "tolerance": None,
        "source": None,
        "ledger": "ledger.yaml",
        "line": 23,
    }
    assert shown["events"][0]["first"] == "2014"
    assert shown["credits"]["editors"] == ["甲某", "乙某"]
    assert shown["articles"][0]["date"] == "2024-11-21"


def test_a_ledger_must_be_named_where_none_is_configured(run: Run) -> None:
    status, out, err = run("show")
    assert (status, out) == (2, "")
    assert "没有说是哪份台账" in err


def test_the_configured_ledgers_are_shown_where_none_is_named(run: Run, folder: Path) -> None:
    (folder / "figcheck.toml").write_text('ledgers = ["ledger.yaml"]\n', "utf-8")
    assert "335.2亿元" in run("show")[1]


# --- add -----------------------------------------------------------------------------------------------------

ADDITIONS = yaml.safe_load((Path(__file__).parent / "corpus" / "ledger" / "additions.yaml").read_text("utf-8"))
FACT = {"subject": "腾讯公益", "measure": ["善款"], "value": "335.2亿元", "as_of": "2024-11"}


def side(ledger: str, mark: str) -> str:
    """The lines of a case that bear the mark or none."""
    return "".join(line[2:] or "\n" for line in ledger.splitlines(keepends=True) if line[0] in ("|", mark))


def added(path: str, fact: dict[str, Any]) -> list[str]:
    """The words of a command that puts the fact in."""
    options = [(key, each) for key, value in fact.items() for each in (value if isinstance(value, list) else [value])]
    return ["add", path, *(f"--{key.replace('_', '-')}={value}" for key, value in options)]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("case", ADDITIONS, ids=lambda case: case["about"])
def test_a_fact_is_put_in_and_nothing_else_is_touched(
    run: Run, folder: Path, case: dict[str, Any], ending: str
) -> None:
    fact = case.get("fact", FACT)
    path = folder / "ledger.yaml"
    path.write_bytes(side(case["ledger"], "-").replace("\n", ending).encode())
    assert run(*added("ledger.yaml", fact))[0] == 0
    assert path.read_bytes().decode() == side(case["ledger"], "+").replace("\n", ending)
    (put,) = [each for each in load_ledger([path]).facts if each.written == fact["value"]]
    assert (put.subject, list(put.measures), put.source) == (fact["subject"], fact["measure"], fact.get("source"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_ledgers_encoding_stays(run: Run, folder: Path, encoding: str) -> None:
    path = folder / "ledger.yaml"
    path.write_bytes(LEDGER.encode(encoding))
    assert run(*added("ledger.yaml", {**FACT, "subject": "新主体"}))[0] == 0
    assert path.read_bytes()[:2] == LEDGER.encode(encoding)[:2]
    assert path.read_text(encoding).count("新主体") == 1


def test_a_comment_without_a_line_break_stays_a_comment(run: Run, folder: Path) -> None:
    (folder / "ledger.yaml").write_text("# 甲台账", "utf-8")
    assert run(*added("ledger.yaml", FACT))[0] == 0
    assert (folder / "ledger.yaml").read_text("utf-8").startswith("# 甲台账\nfigcheck: 1\nfacts:\n")


def test_a_file_without_a_last_line_break_gets_no_other_line(run: Run, folder: Path) -> None:
    path = folder / "ledger.yaml"
    path.write_text("figcheck: 1\nfacts:\n  - {subject: 快手, measure: [日活], value: 4.08亿}", "utf-8")
    assert run(*added("ledger.yaml", FACT))[0] == 0
    assert path.read_text("utf-8").splitlines()[-1] == (
        "  - {subject: 腾讯公益, measure: [善款], value: 335.2亿元, as_of: 2024-11}"
    )
    assert len(path.read_text("utf-8").splitlines()) == 4


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ({**FACT, "value": "很多"}, "facts[2].value: 读不懂“很多”是什么数字"),
        ({**FACT, "as_of": "2024年11月"}, "facts[2].as_of: “2024年11月”应写成 2024-11。"),
        ({**FACT, "tolerance": "大约"}, "facts[2].tolerance: 读不懂容差“大约”"),
        (
            {**FACT, "value": "353.2亿元"},
            "facts[2].value: “腾讯公益”的“善款”自相矛盾：这里是 353.2亿元，ledger.yaml:12 是 335.2亿元",
        ),
        ({**FACT, "subject": "腾讯公益平台", "value": "1亿元"}, "“善款”自相矛盾：这里是 1亿元"),
        ({**FACT, "id": "raised", "as_of": "2023"}, "id“raised”在第 9 行已经用过"),
    ],
)
def test_what_would_be_a_mistake_is_told_and_not_written(
    run: Run, folder: Path, fact: dict[str, Any], told: str
) -> None:
    status, out, err = run(*added("ledger.yaml", fact))
    assert (status, out) == (2, "")
    assert err.startswith("ledger.yaml:")
    assert told in err
    assert err.endswith("所以没有写进 ledger.yaml。\n")
    assert (folder / "ledger.yaml").read_text("utf-8") == LEDGER


def test_a_ledger_with_mistakes_takes_no_more_facts(run: Run, folder: Path) -> None:
    (folder / "ledger.yaml").write_text("figcheck: 1\nfact: []\n", "utf-8")
    status, _, err = run(*added("ledger.yaml", FACT))
    assert status == 2
    assert err.startswith("ledger.yaml:2:1: fact: ")


@pytest.mark.parametrize("subject", ["腾讯公益", "腾讯公益平台"])
def test_what_is_there_already_is_not_written_twice(run: Run, folder: Path, subject: str) -> None:
    status, out, _ = run(*added("ledger.yaml", {**FACT, "subject": subject}))
    assert status == 0
    assert out == f"“{subject}”的 335.2亿元 已经在 ledger.yaml 第 9 行，不再写。\n"
    assert (folder / "ledger.yaml").read_text("utf-8") == LEDGER


def test_a_ledger_that_does_not_exist_is_made(run: Run, folder: Path) -> None:
    status, out, _ = run(*added("新台账.yaml", FACT))
    assert status == 0
    assert out.startswith("新建了 新台账.yaml。\n已写进 新台账.yaml 第 3 行：\n  - subject: 腾讯公益\n")
    assert [fact.written for fact in load_ledger([folder / "新台账.yaml"]).facts] == ["335.2亿元"]


def test_a_dry_run_writes_nothing(run: Run, folder: Path) -> None:
    status, out, _ = run(*added("ledger.yaml", {**FACT, "as_of": "2023"}), "--dry-run")
    assert status == 0
    assert out.startswith("会写进 ledger.yaml 第 22 行：\n  - subject: 腾讯公益\n")
    assert run(*added("新台账.yaml", FACT), "--dry-run")[0] == 0
    assert [path.name for path in folder.iterdir()] == ["ledger.yaml"]
    assert (folder / "ledger.yaml").read_text("utf-8") == LEDGER


def test_permissions_and_links_stay(run: Run, folder: Path) -> None:
    (folder / "ledger.yaml").chmod(0o640)
    (folder / "台账").symlink_to("ledger.yaml")
    assert run(*added("台账", {**FACT, "as_of": "2023"}))[0] == 0
    assert (folder / "台账").is_symlink()
    assert (folder / "ledger.yaml").stat().st_mode & 0o777 == 0o640
    assert len(load_ledger(["ledger.yaml"]).facts) == 4


_WORD = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(
    subject=_WORD,
    measures=st.lists(_WORD, min_size=1, max_size=3),
    source=_WORD | st.just("a: b # c"),
    flow=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_any_words_come_back_as_they_were_given(subject: str, measures: list[str], source: str, flow: bool) -> None:
    laid_out = "figcheck: 1\nfacts:\n  - {subject: 快手, measure: [日活], value: 4.08亿}\n" if flow else NEW
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.yaml"
        path.write_text(laid_out, "utf-8")
        fact: Written = {"subject": subject, "measure": tuple(measures), "value": "335.2亿元", "source": source}
        kept = keep(str(path), [fact], read_value)
        (put,) = [each for each in load_ledger([path]).facts if each.written == "335.2亿元"]
    assert (put.subject, put.measures, put.source) == (subject, tuple(dict.fromkeys(measures)), source)
    assert kept.places == (put.place,)


# --- files that are never half written -----------------------------------------------------------------------


def test_a_killed_process_leaves_the_old_file_or_the_new(folder: Path) -> None:
    """Kills one process after the other while it saves, ever a little later."""
    path = folder / "ledger.yaml"
    old, new = "旧" * 400_000, "新" * 400_000
    path.write_text(old, "utf-8")
    script = (
        "import sys; from itertools import cycle; from pathlib import Path; from figcheck.saving import save\n"
        "for word in cycle('新旧'):\n"
        "    words = word.encode() * 400_000\n"
        "    save(Path(sys.argv[1]), [words[at : at + 60_000] for at in range(0, len(words), 60_000)], lasting=True)\n"
        "    sys.stdout.write(word); sys.stdout.flush()"
    )
    for delay in range(12):
        command = [sys.executable, "-c", script, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.read(1)
            time.sleep(delay * 0.002)
            child.kill()
        assert path.read_text("utf-8") in (old, new)


def test_two_processes_that_add_at_once_both_get_their_fact_in(folder: Path) -> None:
    (folder / "ledger.yaml").write_text(NEW, "utf-8")
    commands = [
        [sys.executable, "-m", "figcheck", "ledger", *added("ledger.yaml", {**FACT, "subject": f"主体{number}"})]
        for number in range(4)
    ]
    children = [subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) for command in commands]
    assert [child.wait() for child in children] == [0] * 4
    assert sorted(fact.subject for fact in load_ledger(["ledger.yaml"]).facts) == [
        f"主体{number}" for number in range(4)
    ]


# --- diff ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("335.2亿元", "335.4亿元", [("facts", "raised", "changed", [("value", "335.2亿元", "335.4亿元")])]),
        (
            "  - id: raised\n    subject",
            "  - id: sum\n    subject",
            [("facts", "sum", "changed", [("id", "raised", "sum")])],
        ),
        (
            "    tolerance: 0.5%\n",
            "",
            [("facts", "腾讯公益/公益组织/2024-11", "changed", [("tolerance", "1/200", None)])],
        ),
        (
            "as_of: 2025}",
            "as_of: 2025}\n  - {subject: 市图书馆, measure: 到馆读者, value: 418.6万人次}",
            [("facts", "市图书馆/到馆读者", "added", [])],
        ),
        (
            "value: 下降3.8%, as_of: 2025",
            "value: 下降3.8%, as_of: 2024",
            [("facts", "市图书馆/外借量/2024", "added", []), ("facts", "市图书馆/外借量/2025", "dropped", [])],
        ),
        (
            "[腾讯公益平台]",
            "[腾讯公益平台, 腾益]",
            [("subjects", "腾讯公益", "changed", [("names", "腾讯公益平台", "腾讯公益平台、腾益")])],
        ),
        (": [腾讯公益平台]", ":", [("subjects", "腾讯公益", "dropped", [("names", "腾讯公益平台", None)])]),
        ("first: 2014", "first: 2013", [("events", "乌镇峰会", "changed", [("first", "2014", "2013")])]),
        (
            "name: 王秀军, titles: [理事长]",
            "name: 王秀君",
            [("people", "王秀君", "added", []), ("people", "王秀军", "dropped", [])],
        ),
        (
            "titles: [理事长]",
            "titles: [副理事长]",
            [("people", "王秀军", "changed", [("titles", "理事长", "副理事长")])],
        ),
        ("[甲某, 乙某]", "[甲某]", [("credits", "editors", "changed", [("names", "甲某、乙某", "甲某")])]),
        (
            "2024-11-21}",
            "2024-11-22}",
            [("articles", "沙龙在乌镇举行", "changed", [("date", "2024-11-21", "2024-11-22")])],
        ),
        ("# 甲台账，由值班编辑维护\n", "# 乙\n\n\n", []),
    ],
)
def test_two_ledgers_differ_in(run: Run, folder: Path, before: str, after: str, told: list[Any]) -> None:
    assert LEDGER.count(before) == 1
    (folder / "new.yaml").write_text(LEDGER.replace(before, after), "utf-8")
    status, out, _ = run("diff", "ledger.yaml", "new.yaml", "--format", "json")
    found = json.loads(out)
    brief = [
        (
            each["section"],
            each["name"],
            each["change"],
            [(one["key"], one["old"], one["new"]) for one in each["changes"]],
        )
        for each in found["differences"]
    ]
    assert brief == told
    assert status == bool(told)
    assert found["added"] + found["changed"] + found["dropped"] == len(told)


def test_differences_are_read_at_a_glance(run: Run, folder: Path) -> None:
    new = LEDGER.replace("335.2亿元", "335.4亿元").replace("name: 王秀军", "name: 王秀君")
    (folder / "new.yaml").write_text(new, "utf-8")
    assert run("diff", "ledger.yaml", "new.yaml")[1].splitlines() == [
        "新增 1，改动 1，删去 1",
        "",
        "事实",
        "  ~ 腾讯公益·善款（2024-11）  new.yaml:9",
        "      数值  335.2亿元 → 335.4亿元",
        "",
        "人物",
        "  + 王秀君  new.yaml:30",
        "  - 王秀军  ledger.yaml:30",
    ]
    assert run("diff", "ledger.yaml", "ledger.yaml") == (0, "两份台账内容相同。\n", "")


# --- schema --------------------------------------------------------------------------------------------------


def test_the_samples_schema_is_the_one_that_is_printed(run: Run, root: Path) -> None:
    printed = run("schema")[1]
    assert json.loads(printed) == schema()
    assert (root / "samples" / "ledger.schema.json").read_text("utf-8") == printed
    assert "known" in run("schema", "--lang", "en")[1]


def test_the_samples_name_their_schema(root: Path) -> None:
    first = (root / "samples" / "ledger.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=ledger.schema.json"
