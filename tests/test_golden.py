"""Whole reports of the samples, byte for byte. `make golden` writes them anew and shows the difference."""

from __future__ import annotations

import difflib
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
ARTICLES = ["samples/wuzhen-salon.txt", "samples/library-report.txt", "samples/harvest.txt"]
LEDGER = ["--ledger", "samples/ledger.yaml"]
REPORTS: dict[str, tuple[list[str], int]] = {
    "check.txt": (["check", *ARTICLES, *LEDGER], 1),
    "check-unverified.txt": (["check", ARTICLES[0], *LEDGER, "--show", "unverified"], 1),
    "check-en.txt": (["check", ARTICLES[1], *LEDGER, "--lang", "en"], 1),
    "check-no-ledger.txt": (["check", *ARTICLES], 1),
    "check.json": (["check", *ARTICLES, *LEDGER, "--format", "json"], 1),
    "check.jsonl": (["check", *ARTICLES, *LEDGER, "--format", "jsonl"], 1),
    "check.sarif": (["check", ARTICLES[1], *LEDGER, "--format", "sarif", "--select", "FL"], 1),
    "check.github": (["check", *ARTICLES, *LEDGER, "--format", "github"], 1),
    "check.junit.xml": (["check", *ARTICLES, *LEDGER, "--format", "junit"], 1),
    "check.rdjson": (["check", ARTICLES[1], *LEDGER, "--format", "rdjson"], 1),
    "extract.jsonl": (["extract", *ARTICLES, "--format", "jsonl"], 0),
    "extract.csv": (["extract", ARTICLES[2], "--format", "csv"], 0),
    "explain.txt": (["explain", ARTICLES[1], *LEDGER], 0),
    "rules.txt": (["rules"], 0),
}


def _run(arguments: list[str], root: Path) -> tuple[str, int]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("FIGCHECK", "NO_COLOR"))}
    done = subprocess.run(
        [sys.executable, "-m", "figcheck", *arguments],
        cwd=root,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert not done.stderr, done.stderr
    return done.stdout, done.returncode


@pytest.mark.parametrize("name", REPORTS)
def test_report(name: str, root: Path, request: pytest.FixtureRequest) -> None:
    arguments, status = REPORTS[name]
    report, returned = _run(arguments, root)
    assert returned == status
    path = GOLDEN / name
    known = path.read_text("utf-8") if path.exists() else ""
    if request.config.getoption("--rewrite-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(report, "utf-8")
    difference = "".join(difflib.unified_diff(known.splitlines(True), report.splitlines(True), name, "now", n=1))
    assert not difference, f"{name} is not what it was:\n{difference}"


def test_same_bytes_twice(root: Path) -> None:
    arguments = ["check", *ARTICLES, *LEDGER, "--format", "json"]
    assert _run(arguments, root) == _run(arguments, root)
