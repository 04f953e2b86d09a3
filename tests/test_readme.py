"""What the READMEs show is what the program says, and the files and commands that they name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figcheck.cli import main

READMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_transcript_is_what_the_program_says(name: str, root: Path) -> None:
    golden = (root / "tests" / "golden" / "check.txt").read_text("utf-8").splitlines()
    block = re.search(r"```console\n(.*?)```", (root / name).read_text("utf-8"), re.DOTALL)
    assert block is not None
    shown = [line for line in block[1].splitlines() if line and "…" not in line and not line.startswith("$")]
    assert len(shown) > 10
    assert [line for line in shown if line not in golden] == []


@pytest.mark.parametrize("name", READMES)
def test_make_targets_exist(name: str, root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)", (root / name).read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


@pytest.mark.parametrize("command", ["check", "extract", "explain", "rules"])
def test_commands_of_the_readme_have_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"figcheck {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option", ["--ledger", "--format", "--date", "--select", "--ignore", "--fail-on", "--lang", "-o"]
)
def test_options_of_the_readme_exist(option: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert option in (root / "README.md").read_text("utf-8")
    main(["check", "--help"])
    assert option in capsys.readouterr().out
