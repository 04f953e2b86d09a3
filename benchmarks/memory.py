"""A number of documents in, the peak memory of a process that reads them one by one out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from figcheck import documents
from figcheck.mentions import find_mentions
from figcheck.model import Document
from figcheck.pipeline import check, load_ledger
from figcheck.rulebook import load_rules

from .news import ROOT, SAMPLES, varied
from .options import Options, Output
from .tables import Cell, Column, Table

COUNT = 1000
_COLUMNS = (
    Column("what"),
    Column(f"{COUNT} documents, MB", ".1f"),
    Column(f"{10 * COUNT} documents, MB", ".1f"),
    Column("ratio", ".3f"),
)
_STATUS = Path("/proc/self/status")


def run(options: Options) -> Output:
    """One table: peak resident memory of children that extract from, and that check, N and ten times N documents."""
    if not _STATUS.is_file() and sys.platform == "win32":
        yield Table("memory", notes=("skipped: this system does not tell a process's peak memory",))
        return
    rows: list[tuple[Cell, ...]] = []
    for what in ("extract", "check"):
        few, many = (_peak(what, count) for count in (COUNT, 10 * COUNT))
        rows.append((what, few, many, many / few))
    notes = ("peak resident set of a child process; documents made one at a time, with other digits in each round",)
    yield Table("memory", _COLUMNS, rows, notes)


def _peak(what: str, count: int) -> float:
    command = (sys.executable, "-m", "benchmarks.memory", what, str(count))
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def _read(what: str, count: int) -> None:
    rules, ledger = load_rules(), load_ledger([SAMPLES / "ledger.yaml"])
    for article in varied(count):
        document: Document = documents.from_text(article.text, article.id, date=article.date)
        if what == "check":
            check(document, ledger, rules)
        else:
            find_mentions(document)


def peak_of(pid: str) -> float | None:
    """Megabytes that a process of Linux has held at most; None where it is gone, or the system does not tell."""
    try:
        lines = dict(line.split(":", 1) for line in Path("/proc", pid, "status").read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    except (OSError, KeyError):
        return None


def _peak_of_this_process() -> float:
    """Megabytes. A child's ru_maxrss counts its parent's memory at the fork too, so Linux is asked itself."""
    if (peak := peak_of("self")) is not None:
        return peak
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


if __name__ == "__main__":
    _read(sys.argv[1], int(sys.argv[2]))
    print(_peak_of_this_process())
