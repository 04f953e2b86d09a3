"""What a run loads, and which rules an article wakes: counted, not timed, so that neither grows unseen."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest

import figcheck
from figcheck import pipeline
from figcheck.documents import from_text
from figcheck.model import Ledger
from figcheck.rulebook import _needs, load_rules

SAMPLES = Path(__file__).parents[1] / "samples"
LOADED = """
import sys
from types import ModuleType
from figcheck.cli import main
sys.stdout, shown = open("/dev/null" if sys.platform != "win32" else "NUL", "w"), sys.stdout
main(sys.argv[1:])
sys.stdout = shown
print(*(name for name, module in sys.modules.items() if type(module) is ModuleType))
"""
"""Prints the modules that a command has loaded; stand-ins that nobody used are none."""


def loaded(*args: str) -> set[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(figcheck.__file__).parents[1]), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", LOADED, *args], env=environment, capture_output=True, check=True)
    return set(done.stdout.decode().split())


def ours(modules: set[str], room: str = "") -> set[str]:
    return {name for name in modules if name.startswith(f"figcheck.{room}")}


@pytest.fixture(scope="module", autouse=True)
def _cards_are_read() -> None:
    """The first run after a card has changed reads all of them, and loads every check."""
    load_rules()


NEVER = {
    "yaml",
    "cn2an",
    "rich",
    "jinja2",
    "re2",
    "docx",
    "selectolax",
    "pathspec",
    "lunar_python",
    "pyarrow",
    "duckdb",
}
NEVER |= {"dataclasses", "json", "subprocess", "socket", "tokenize", "locale", "multiprocessing"}


def test_a_check_of_a_text_loads_no_heavy_library() -> None:
    known = loaded("check", str(SAMPLES / "harvest.txt"), "--isolated")
    assert not NEVER & known
    assert len(ours(known)) <= 206, "of a page full of figures; more than three hundred modules are there"
    assert not ours(known, "linking") and not ours(known, "ledger") and not ours(known, "audit")


def test_a_check_of_a_text_without_figures_loads_hardly_any_check(tmp_path: Path) -> None:
    page = tmp_path / "无数.txt"
    page.write_text("清晨的村口，老人们围着石桌下棋。\n\n孩子们放学归来，笑声传遍整条小巷。\n", "utf-8")
    known = loaded("check", str(page), "--isolated")
    assert not NEVER & known
    assert 0 < len(ours(known, "checks.")) <= 36


@pytest.mark.parametrize("command", [["--version"], ["rules"], ["extract", str(SAMPLES / "harvest.txt")]])
def test_other_commands_load_no_check(command: list[str]) -> None:
    known = loaded(*command)
    assert not NEVER & known
    assert not ours(known, "checks.") and not ours(known, "linking")


def test_most_rules_sleep_through_most_articles() -> None:
    """A rule without needs, or with such as every article meets, costs every article its whole look."""
    rules = load_rules()
    woken = len(_woken("今年夏天，县里的图书馆换了新馆舍，读者说更亮堂了。“我们常来。”管理员笑着说。"))
    assert woken <= len(rules) // 4
    always = _woken("风停了。")
    assert len(always) <= 14, sorted(always)


def _woken(text: str) -> set[str]:
    rules = load_rules()
    analysis = pipeline.analyse(from_text(text, date=datetime.date(2024, 11, 21)), Ledger())
    return {rules[place].code for place in _needs(rules).met(analysis)}
