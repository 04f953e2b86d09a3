"""Texts of growing size and of hostile make in, seconds for each megabyte out: level where reading is linear."""

from __future__ import annotations

from collections.abc import Callable

from figcheck import documents
from figcheck.mentions import find_mentions
from figcheck.model import Ledger
from figcheck.pipeline import check
from figcheck.rulebook import load_rules

from . import clock
from .news import text_of_size
from .options import Options, Output
from .tables import Cell, Column, Table

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
HOSTILE = (
    *"1１0十亿万百半第年月日点分之约近多几、，.％-—~:：（“ 人",
    "\n",
    "1,",
    "十亿",
    "1、",
    "约1",
    "1年",
    "（一）",
)
_CHARACTERS = 1_000_000
_LIMIT = 20.0
_COLUMNS = (
    Column("text"),
    Column("MB", ".2f"),
    Column("mentions", "d"),
    Column("extract s/MB", ".3f"),
    Column("check s/MB", ".3f"),
)


def run(options: Options) -> Output:
    """A table of sizes and one of hostile paragraphs; each text is read once, the small ones best of several."""
    sizes = Table("linearity: news in one file", _COLUMNS)
    for size in SIZES:
        rounds = max(1, min(options.rounds, 1_000_000 // size))
        sizes.rows.append(_row(f"{size // 1000} kB of news", text_of_size(size), rounds))
    yield sizes
    notes = (f"{_CHARACTERS} characters in one paragraph each; given up after {_LIMIT:.0f} s",)
    hostile = Table("linearity: one thing, over and over", _COLUMNS, notes=notes)
    for unit in HOSTILE:
        hostile.rows.append(_row(repr(unit), unit * (_CHARACTERS // len(unit)), 1))
    yield hostile


def _row(name: str, text: str, rounds: int) -> tuple[Cell, ...]:
    size, rules = len(text.encode()) / 1e6, load_rules()
    found: list[int] = []

    def extract() -> None:
        found.append(len(find_mentions(documents.from_text(text))))

    reading = _seconds(extract, rounds)
    judging = _seconds(lambda: check(documents.from_text(text), Ledger(), rules), rounds)
    return name, size, found[-1] if found else None, _share(reading, size), _share(judging, size)


def _share(seconds: float | str, size: float) -> Cell:
    return seconds if isinstance(seconds, str) else seconds / size


def _seconds(work: Callable[[], object], rounds: int) -> float | str:
    """CPU seconds, or what went wrong."""
    try:
        with clock.limit(_LIMIT):
            return min(clock.cpu_of(work) for _ in range(rounds))
    except clock.OutOfTimeError:
        return f"over {_LIMIT:.0f} s"
    except (RecursionError, MemoryError) as error:
        return type(error).__name__
