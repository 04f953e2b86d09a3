"""Archives made from the news, figures varied, in; speed and memory of their audit, and the size of the store, out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figcheck import documents
from figcheck.audit.schema import DATASETS
from figcheck.pipeline import check, known
from figcheck.rulebook import load_rules

from . import clock
from .memory import peak_of
from .news import SAMPLES, varied
from .options import Options, Output
from .tables import Cell, Column, Table

_LEDGER = SAMPLES / "ledger.yaml"
_JOBS = (1, 2)
_LOOK = 0.2
"""Seconds between looks at the memory of a run."""
_ALONE = 500
"""Articles that are checked without a store, for comparison."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one audit took."""

    articles: int
    size: float
    """Megabytes of the archive."""
    jobs: int
    wall: float
    """Seconds by the clock on the wall."""
    cpu: float
    """Seconds of all its processes."""
    parent: float
    """Megabytes that the process which was started held at most."""
    worker: float
    """The same of the largest worker."""
    stored: dict[str, int]
    """Bytes of each dataset."""


def run(options: Options) -> Output:
    """Three tables: speed, with one worker and with two; memory; the size of the store."""
    sizes = (options.articles // 10, options.articles)
    if not clock.CAN_COUNT_CHILDREN or not Path("/proc/self/status").is_file():
        yield Table("audit", notes=("skipped: this system does not tell what children took",))
        return
    with tempfile.TemporaryDirectory() as folder:
        archives = {count: _archive(Path(folder), count) for count in sizes}
        runs = [_audited(path, count, jobs) for count, path in archives.items() for jobs in _JOBS]
    yield _speed(runs, _alone())
    yield _memory(runs)
    yield _size(runs[-1])


def _archive(folder: Path, count: int) -> Path:
    """A file of JSONL with so many articles, the same ones every time."""
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for article in varied(count):
            record = {"id": article.id, "date": str(article.date or ""), "text": article.text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _alone() -> float:
    """CPU seconds a megabyte of checks in one process, nothing stored."""
    rules, ledger, texts = load_rules(), known([_LEDGER]), list(varied(_ALONE))

    def work() -> None:
        for article in texts:
            check(documents.from_text(article.text, article.id, date=article.date), ledger, rules)

    return clock.cpu_of(work) / (sum(len(article.text.encode()) for article in texts) / 1e6)


def _audited(archive: Path, articles: int, jobs: int) -> Run:
    store = archive.with_suffix(f".{jobs}")
    words = ("audit", str(archive), "--store", str(store), "--ledger", str(_LEDGER), "--jobs", str(jobs), "--quiet")
    begun = time.monotonic()
    process = subprocess.Popen((sys.executable, "-m", "figcheck", *words), stdout=subprocess.DEVNULL)
    peaks: dict[str, float] = {}
    while (told := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        for pid in _family(process.pid):
            peaks[pid] = max(peaks.get(pid, 0), peak_of(pid) or 0)
        time.sleep(_LOOK)
    wall, usage = time.monotonic() - begun, told[2]
    process.returncode = os.waitstatus_to_exitcode(told[1])
    if process.returncode:
        raise RuntimeError(f"audit ended with {process.returncode}")
    parent = peaks.pop(str(process.pid))
    stored = {name: sum(each.stat().st_size for each in (store / name).glob("*.parquet")) for name in DATASETS}
    shutil.rmtree(store)
    size = archive.stat().st_size / 1e6
    return Run(articles, size, jobs, wall, usage.ru_utime + usage.ru_stime, parent, max(peaks.values()), stored)


def _family(pid: int) -> Iterator[str]:
    yield str(pid)
    try:
        yield from Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return


# --- tables ----------------------------------------------------------------------------------------------------------


def _speed(runs: list[Run], alone: float) -> Table:
    columns = (
        Column("articles", ","),
        Column("MB", ".1f"),
        Column("workers"),
        Column("articles/s", ".0f"),
        Column("MB/s", ".3f"),
        Column("of one worker", ".2f"),
        Column("articles per CPU s", ".0f"),
        Column("CPU of checks alone", ".2f"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in runs:
        one = next(other for other in runs if other.articles == each.articles and other.jobs == 1)
        speed = (each.articles / each.wall, each.size / each.wall, one.wall / each.wall)
        spent = (each.articles / each.cpu, each.cpu / each.size / alone)
        rows.append((each.articles, each.size, str(each.jobs), *speed, *spent))
    notes = (
        "by the clock on the wall, start included; two workers show what they can on a machine that does nothing else",
        f"checks alone: {_ALONE} of the same articles in one process, no store, CPU time a megabyte",
    )
    return Table("audit: speed", columns, rows, notes)


def _memory(runs: list[Run]) -> Table:
    columns = (
        Column("articles", ","),
        Column("workers"),
        Column("parent, MB", ".1f"),
        Column("worker, MB", ".1f"),
        Column("parent, ratio", ".3f"),
        Column("worker, ratio", ".3f"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in runs:
        few = next(other for other in runs if other.jobs == each.jobs)
        rows.append(
            (
                each.articles,
                str(each.jobs),
                each.parent,
                each.worker,
                each.parent / few.parent,
                each.worker / few.worker,
            )
        )
    return Table("audit: peak resident memory", columns, rows, ("ratios to the smaller archive",))


def _size(each: Run) -> Table:
    columns = (Column("dataset"), Column("bytes an article", ".0f"), Column("of the archive", ".3f"))
    whole = {**each.stored, "all": sum(each.stored.values())}
    rows: list[tuple[Cell, ...]] = [
        (name, size / each.articles, size / (each.size * 1e6)) for name, size in whole.items()
    ]
    return Table(f"audit: the store of {each.articles:,} articles, {each.size:.1f} MB", columns, rows)
