"""What approved articles teach a ledger, asked one by one on a terminal or taken all at once."""

from __future__ import annotations

import datetime
import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from figcheck import documents, pipeline
from figcheck.cli import main
from figcheck.learning import Proposal, propose
from figcheck.model import Ledger
from figcheck.rulebook import load_rules

ROOT = Path(__file__).parents[1]
CASES = yaml.safe_load((ROOT / "tests" / "corpus" / "learning.yaml").read_text("utf-8"))
ARTICLES = sorted((ROOT / "benchmarks" / "cases").glob("ledger-dev*/*/article.txt"))
Run = Callable[..., tuple[int, str, str]]
TEXT = """\
福明县粮食再获丰收

福明县粮食总产量12.5万吨。福明县蔬菜产值3.6亿元。福明县果园面积4.2万亩。
"""


def brief(proposals: tuple[Proposal, ...]) -> list[list[Any]]:
    facts = [proposal.fact for proposal in proposals]
    return [[each.subject, list(each.measures), each.written, each.as_of and each.as_of.iso] for each in facts]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_an_article_teaches(case: dict[str, Any], tmp_path: Path) -> None:
    knowledge = Ledger()
    if "ledger" in case:
        (tmp_path / "ledger.yaml").write_text(case["ledger"], "utf-8")
        knowledge = pipeline.load_ledger([tmp_path / "ledger.yaml"])
    assert isinstance(case["date"], datetime.date)
    document = documents.from_text(case["text"], date=case["date"])
    assert brief(propose(document, knowledge)) == [[*words, str(as_of)] for *words, as_of in case["learns"]]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_an_article_is_right_by_what_it_taught(path: Path) -> None:
    document = documents.load(str(path))
    proposals = propose(document, Ledger())
    taught = Ledger(tuple(proposal.fact for proposal in proposals))
    report = pipeline.check(document, taught, [rule for rule in load_rules() if rule.code.startswith("FL")])
    assert [finding for finding in report.findings if finding.severity != "note"] == []
    backed = {figure.mention.start for figure in report.figures if figure.status == "backed"}
    assert {proposal.claim.mention.start for proposal in proposals} <= backed
    assert propose(document, taught) == ()


# --- the command ---------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIGCHECK_LANG", raising=False)
    (tmp_path / "定稿.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], folder: Path) -> Run:
    def typed(*args: str) -> tuple[int, str, str]:
        status = main(("ledger", "learn", *args))
        return status, *capfd.readouterr()

    return typed


def written(ledger: str = "台账.yaml") -> list[tuple[str, str, str | None]]:
    return [(fact.subject, fact.written, fact.source) for fact in pipeline.load_ledger([ledger]).facts]


def test_away_from_a_terminal_the_proposals_are_printed_as_a_ledger(run: Run, folder: Path) -> None:
    status, out, err = run("定稿.txt", "--ledger", "台账.yaml", "--date", "2025-12-01")
    assert status == 0
    assert "定稿.txt：台账里还没有、又说得准的数字 3 处" in err
    assert not Path("台账.yaml").exists()
    Path("印出.yaml").write_text(out, "utf-8")
    assert written("印出.yaml")[1] == ("福明县", "3.6亿元", "《福明县粮食再获丰收》2025-12-01：福明县蔬菜产值3.6亿元。")


def test_all_are_taken_with_yes_and_once(run: Run, folder: Path) -> None:
    (folder / "台账.yaml").write_text("# 注释\nfigcheck: 1\nfacts: []\n", "utf-8")
    assert run("定稿.txt", "--ledger", "台账.yaml", "--yes")[0] == 0
    assert [value for _, value, _ in written()] == ["12.5万吨", "3.6亿元", "4.2万亩"]
    content = (folder / "台账.yaml").read_text("utf-8")
    assert content.startswith("# 注释\n")
    status, out, err = run("定稿.txt", "--ledger", "台账.yaml", "--yes")
    assert (status, out) == (0, "")
    assert "数字 0 处" in err
    assert (folder / "台账.yaml").read_text("utf-8") == content


def test_a_later_article_is_read_by_what_an_earlier_one_taught(run: Run, folder: Path) -> None:
    (folder / "又一篇.txt").write_text(TEXT.replace("3.6亿元", "6.3亿元"), "utf-8")
    assert run("定稿.txt", "又一篇.txt", "--ledger", "台账.yaml", "--yes")[0] == 0
    assert [value for _, value, _ in written()] == ["12.5万吨", "3.6亿元", "4.2万亩"]


def test_what_the_ledger_refuses_is_told_and_the_rest_taken(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two articles that contradict each other may be proposed together where neither is in the ledger yet."""
    from figcheck.cli.ledger import writing

    facts = [{"subject": "甲县", "measure": ("产量",), "value": value} for value in ("12万吨", "21万吨", "12万吨")]
    facts.insert(1, {"subject": "乙县", "measure": ("产量",), "value": "3万吨"})
    writing.put_each("台账.yaml", facts, "zh")
    assert [(subject, value) for subject, value, _ in written()] == [("甲县", "12万吨"), ("乙县", "3万吨")]


def test_a_ledger_or_an_article_that_cannot_be_read_ends_in_2(run: Run, folder: Path) -> None:
    (folder / "台账.yaml").write_text("figcheck: 1\nfact: []\n", "utf-8")
    status, _, err = run("定稿.txt", "--ledger", "台账.yaml", "--yes")
    assert status == 2
    assert "台账.yaml:2:1: fact: " in err
    (folder / "台账.yaml").unlink()
    assert run("没有.txt", "定稿.txt", "--ledger", "台账.yaml", "--yes")[0] == 2
    assert len(written()) == 3


# --- on a terminal -------------------------------------------------------------------------------------------


_PATIENCE = 60
"""Seconds without a word after which a conversation is given up."""


def conversation(folder: Path, *typed: str) -> str:
    """What a terminal shows of a run in which this is typed, each piece when a question has been asked."""
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests in the background has it ignored
        path = os.pathsep.join(entry for entry in sys.path if entry)
        os.environ.update(PYTHONPATH=path, NO_COLOR="1", PYTHONIOENCODING="utf-8")
        os.chdir(folder)
        command = [sys.executable, "-m", "figcheck", "ledger", "learn", "定稿.txt", "--ledger", "台账.yaml"]
        os.execv(sys.executable, command)
    shown, waiting = b"", list(typed)
    while block := _read(terminal):
        shown += block
        if waiting and shown.endswith("：".encode()):
            os.write(terminal, waiting.pop(0).encode())
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    if not select.select([terminal], [], [], _PATIENCE)[0]:
        pytest.fail("waits for an answer to a question that nobody has seen")
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody is at the other end any more
        return b""


needs_a_terminal = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


@needs_a_terminal
def test_each_is_accepted_skipped_or_edited(folder: Path) -> None:
    shown = conversation(
        folder, "a\n", "s\n", "what\n", "e\n", "福明\n", "果园面积、果园\n", "\n", "2025\n", "手改\n", "a\n"
    )
    assert "[1/3] 福明县粮食总产量【12.5万吨】。" in shown
    assert "已写进 台账.yaml 第 3 行。" in shown
    facts = pipeline.load_ledger([folder / "台账.yaml"]).facts
    assert [(fact.subject, fact.measures, fact.written, fact.source) for fact in facts] == [
        ("福明县", ("粮食总产量",), "12.5万吨", "《福明县粮食再获丰收》：福明县粮食总产量12.5万吨。"),
        ("福明", ("果园面积", "果园"), "4.2万亩", "手改"),
    ]


@needs_a_terminal
def test_an_edit_that_would_be_a_mistake_is_told_and_asked_again(folder: Path) -> None:
    shown = conversation(folder, "e\n", "\n", "\n", "很多\n", "\n", "\n", "a\n", "s\n", "q\n")
    assert "facts[0].value: 读不懂“很多”是什么数字" in shown
    assert not (folder / "台账.yaml").exists()


@needs_a_terminal
@pytest.mark.parametrize("end", ["q\n", "\x04", "\x03"], ids=["quit", "end of input", "interrupt"])
def test_what_was_accepted_before_the_end_is_kept(folder: Path, end: str) -> None:
    shown = conversation(folder, "a\n", end)
    assert "[3/3]" not in shown
    assert "Traceback" not in shown
    assert [fact.written for fact in pipeline.load_ledger([folder / "台账.yaml"]).facts] == ["12.5万吨"]
