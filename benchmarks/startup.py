"""Commands in, their CPU time as multiples of an interpreter that does nothing out."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from . import clock
from .facts import ledger_of
from .options import Options, Output
from .tables import Cell, Column, Table

# what the installed script does
SCRIPT = (sys.executable, "-c", "from figcheck.__main__ import program; program()")
NOTHING = "python -c pass"
_ARTICLE = "samples/harvest.txt"
_COLUMNS = (Column("what"), Column("ms", ".1f"), Column("times python -c pass", ".1f"))


def run(options: Options) -> Output:
    """One table; the first run of each command, which may compile bytecode, does not count."""
    if not clock.CAN_COUNT_CHILDREN:
        yield Table("start-up", notes=("skipped: this system does not count the CPU time of children",))
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.yaml"
        ledger.write_text(ledger_of(1000), "utf-8")
        times = best(_commands(str(ledger)), options.rounds)
    rows: list[tuple[Cell, ...]] = [(name, time * 1e3, time / times[NOTHING]) for name, time in times.items()]
    notes = (f"CPU time of the process, user and system, best of {options.rounds}; Python {sys.version.split()[0]}",)
    yield Table("start-up", _COLUMNS, rows, notes)


def _commands(large: str) -> dict[str, tuple[str, ...]]:
    return {
        NOTHING: (sys.executable, "-c", "pass"),
        "figcheck --version": (*SCRIPT, "--version"),
        f"figcheck check {_ARTICLE}": (*SCRIPT, "check", _ARTICLE),
        "  --ledger samples/ledger.yaml": (*SCRIPT, "check", _ARTICLE, "--ledger", "samples/ledger.yaml"),
        "  --ledger with 1000 facts": (*SCRIPT, "check", _ARTICLE, "--ledger", large),
        f"figcheck extract {_ARTICLE}": (*SCRIPT, "extract", _ARTICLE),
        "figcheck rules": (*SCRIPT, "rules"),
    }


def best(commands: dict[str, tuple[str, ...]], rounds: int) -> dict[str, float]:
    """The least CPU seconds of each command, taken turn by turn; the first run of each does not count."""
    for command in commands.values():
        clock.cpu_of_child(command)
    least = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            least[name] = min(least[name], clock.cpu_of_child(command))
    return least
