"""Fixes: what changes is the slip and nothing else; fixing twice changes nothing; what was fixed is found no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import documents, pipeline
from figcheck.fixing import applied, changes, encoded, settle
from figcheck.model import Document, Ledger, Report
from figcheck.rulebook import load_rules

Run = Callable[..., tuple[int, str, str]]
SLIPS = "截止11月底，全市有20家企业。约300人左右到场。\r\n2025年12月20日（星期日），天晴。\r\n"


def check(document: Document) -> Report:
    return pipeline.check(document, Ledger(), load_rules())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_mark_and_line_ends_stay(run: Run, encoding: str) -> None:
    path = Path("稿.txt")
    path.write_bytes(SLIPS.encode(encoding))
    run("check", "稿.txt", "--fix", "--select", "FN002")
    assert path.read_bytes() == SLIPS.replace("截止", "截至").encode(encoding)


def test_safe_fixes_alone_or_all(run: Run) -> None:
    path = Path("稿.txt")
    path.write_bytes(SLIPS.encode())
    status, _, err = run("check", "稿.txt", "--fix")
    safe = path.read_text("utf-8")
    assert status == 1 and "星期日" in safe and "截至" in safe and err.startswith("改好 ")
    status, _, _ = run("check", "稿.txt", "--fix", "--unsafe-fixes")
    assert status == 0 and "星期六" in path.read_text("utf-8")


def test_fixing_twice_changes_nothing(run: Run) -> None:
    path = Path("稿.md")
    path.write_bytes(("# 题\n\n" + SLIPS).encode())
    run("check", "稿.md", "--unsafe-fixes")
    once = path.read_bytes()
    _, _, err = run("check", "稿.md", "--unsafe-fixes")
    assert path.read_bytes() == once and err == ""


def test_a_diff_shows_and_changes_nothing(run: Run) -> None:
    path = Path("稿.txt")
    path.write_bytes(SLIPS.encode())
    status, out, _ = run("check", "稿.txt", "--unsafe-fixes", "--diff")
    assert status == 1 and path.read_bytes() == SLIPS.encode()
    assert out.startswith("--- a/稿.txt\n+++ b/稿.txt\n")
    assert "-2025年12月20日（星期日）" in out and "+2025年12月20日（星期六）" in out
    path.write_text("没有毛病。\n", "utf-8")
    assert run("check", "稿.txt", "--diff") == (0, "", "")


def test_what_is_suppressed_is_not_fixed(run: Run) -> None:
    Path("稿.txt").write_bytes(SLIPS.encode())
    Path(".figcheck-ignore.yaml").write_text("- {rule: FN, text: 截止11月底, reason: 引文}\n", "utf-8")
    run("check", "稿.txt", "--fix")
    assert "截止11月底" in Path("稿.txt").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told_and_stops_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from figcheck import saving
    from figcheck.cli import mending

    for name in ("甲.txt", "乙.txt"):
        Path(name).write_bytes(SLIPS.encode())

    def full(path: Path, chunks: list[bytes]) -> None:
        if path.name == "甲.txt":
            raise OSError(28, "No space left on device")
        saving.save(path, chunks)

    monkeypatch.setattr(mending, "save", full)
    status, _, err = run("check", "甲.txt", "乙.txt", "--fix")
    assert status == 2 and "甲.txt" in err and "No space left" in err
    assert Path("甲.txt").read_bytes() == SLIPS.encode() and "截至" in Path("乙.txt").read_text("utf-8")


@pytest.mark.parametrize("words", [("-", "--fix"), ("稿.txt", "--fix", "--staged")])
def test_what_has_no_file_cannot_be_fixed(run: Run, words: tuple[str, ...]) -> None:
    assert run("check", *words)[0] == 2


CASES = [
    (rule, case) for rule in load_rules() for case in rule.cases if case.becomes is not None and case.ledger is None
]


@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_whatever_is_put_together_settles_and_what_was_fixed_is_found_no_more(
    chosen: list[tuple[object, object]],
) -> None:
    text = "\n\n".join(case.text for _, case in chosen)  # type: ignore[attr-defined]
    document = documents.from_text(text)
    settled = settle(document, check, documents.from_text, unsafe=True)
    again = settle(documents.from_text(settled.text), check, documents.from_text, unsafe=True)
    assert again.text == settled.text
    left = changes(settled.report.analysis.document, settled.report.findings, unsafe=True)
    assert left == [] or applied(settled.text, left) != settled.text


def test_of_two_fixes_in_one_place_the_graver_is_taken() -> None:
    report = check(documents.from_text(SLIPS))
    both = changes(report.analysis.document, [*report.findings, *report.findings], unsafe=True)
    places = [change.places[0].at for change in both]
    assert len(places) == len(set(places)) and places == sorted(places)


def test_a_character_that_the_encoding_lacks_is_not_put_in() -> None:
    document = documents.from_bytes("約300人左右。".encode("big5"), "a.txt", encoding="big5")
    assert encoded(document, document.text) == "約300人左右。".encode("big5")
