"""Ledgers of a thousand and of a million facts in, what reading them costs once, and what they add to a check, out."""

from __future__ import annotations

import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import yaml

from figcheck import documents
from figcheck.mentions import find_mentions
from figcheck.model import Knowledge, Ledger
from figcheck.pipeline import check, known
from figcheck.rulebook import Rule, load_rules

from . import clock
from .options import Options, Output
from .startup import NOTHING, SCRIPT, best
from .tables import Cell, Column, Table

_SIZES = (1_000, 1_000_000)
_SEED = 20241121
_TIMES = 50
_NAMES = "安保宝北滨昌长成城慈德登定东丰福抚阜富甘高固广贵海汉和河恒衡红湖华怀淮黄惠吉济嘉建江金"
_THINGS = (
    "粮食 棉花 油料 蔬菜 水果 肉类 水产品 原煤 原油 天然气 钢材 水泥 汽车 家电 手机 木材 药材 茶叶 甘蔗 烟叶".split()
)
_COUNTED = (("产量", "万吨"), ("播种面积", "万亩"), ("总产值", "亿元"), ("销售收入", "亿元"), ("企业数", "家"))

Numbers = tuple[str, str, str, int]
"""Subject, measure, value and year."""


def run(options: Options) -> Output:
    """Three tables: the first reading, the start of a command, and the speed of checks in one process."""
    with tempfile.TemporaryDirectory() as folder, _cache(Path(folder) / "cache"):
        ledgers = {size: Path(folder) / f"{size}.yaml" for size in _SIZES}
        for size, path in ledgers.items():
            path.write_text(_ledger(size), "utf-8")
        article = Path(folder) / "article.txt"
        article.write_text(_article(), "utf-8")
        time.sleep(0.2)  # a ledger that has just been written is told by its content, which takes longer
        yield _first_reading(ledgers)
        yield _start(ledgers, str(article), options.rounds)
        yield _checks(ledgers, article.read_text("utf-8"), options.rounds)


@contextmanager
def _cache(folder: Path) -> Iterator[None]:
    """A cache folder of our own, for this process and its children."""
    before = os.environ.get("FIGCHECK_CACHE_DIR")
    os.environ["FIGCHECK_CACHE_DIR"] = str(folder)
    try:
        yield
    finally:
        del os.environ["FIGCHECK_CACHE_DIR"]
        if before is not None:
            os.environ["FIGCHECK_CACHE_DIR"] = before


# --- a national table of statistics ----------------------------------------------------------------------------------


def _counties() -> Iterator[str]:
    """Names of counties, no two alike."""
    drawn, seen = random.Random(_SEED), set[str]()
    while True:
        name = "".join(drawn.choices(_NAMES, k=drawn.choice((2, 2, 3)))) + "县"
        if name not in seen:
            seen.add(name)
            yield name


def _numbers(count: int) -> Iterator[Numbers]:
    """Years of counties with a hundred measures each; the same for the same count."""
    drawn = random.Random(_SEED)
    measures = [(thing + what, unit) for thing in _THINGS for what, unit in _COUNTED]
    counties = list(itertools.islice(_counties(), max(1, count // 1_000)))
    years = range(2015, 2025)
    for county, (measure, unit), year in itertools.islice(itertools.product(counties, measures, years), count):
        value = str(drawn.randrange(10, 900)) if unit == "家" else f"{drawn.randrange(100, 90_000) / 100:.2f}"
        yield county, measure, value + unit, year


def _ledger(count: int) -> str:
    """A ledger of so many facts."""
    return "figcheck: 1\nfacts:\n" + "".join(
        f"  - subject: {county}\n    measure: [{measure}]\n    value: {value}\n    as_of: {year}\n"
        f"    source: 全国县域统计年鉴{year + 1}\n"
        for county, measure, value, year in _numbers(count)
    )


def _article() -> str:
    """A report on the first county, which both ledgers know, with figures of theirs."""
    facts = [each for each in _numbers(_SIZES[0]) if each[3] == 2024][:12]
    sentences = [
        f"{county}{year}年{measure}为{value}，当地群众说，日子越过越好了。" for county, measure, value, year in facts
    ]
    filling = "清晨的田埂上露水未干，技术员已经走了三个来回，把每一块地的长势都记在本子上。"
    body = "\n\n".join(sentence + filling for sentence in sentences)
    return f"县里的一年\n\n2025-03-28 09:00 来源：县域报\n\n{body}\n"


# --- measuring -------------------------------------------------------------------------------------------------------


def _first_reading(ledgers: dict[int, Path]) -> Table:
    """What is paid once, against the events of the YAML parser alone."""
    columns = (
        Column("facts"),
        Column("MB of YAML", ".1f"),
        Column("YAML events, s", ".2f"),
        Column("first reading, s", ".2f"),
        Column("ratio", ".1f"),
        Column("opened again, ms", ".2f"),
        Column("kept, MB", ".1f"),
    )
    rows: list[tuple[Cell, ...]] = []
    for size, path in ledgers.items():
        events = clock.cpu_of(partial(_events, path))
        reading = clock.cpu_of(partial(known, [path]))
        opening = min(clock.cpu_of(partial(known, [path])) for _ in range(5))
        kept = max(each.stat().st_size for each in Path(os.environ["FIGCHECK_CACHE_DIR"]).glob("*.facts"))
        megabytes = path.stat().st_size / 1e6
        rows.append((f"{size:,}", megabytes, events, reading, reading / events, opening * 1e3, kept / 1e6))
    return Table("a ledger read for the first time, and opened again", columns, rows, ("CPU time of this process",))


def _events(path: Path) -> int:
    """What the parser of YAML says, counted and dropped."""
    return sum(1 for _ in yaml.parse(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _start(ledgers: dict[int, Path], article: str, rounds: int) -> Table:
    """CPU time of whole commands, all caches warm."""
    if not clock.CAN_COUNT_CHILDREN:
        return Table("start with a ledger", notes=("skipped: this system does not count the CPU time of children",))
    bare = "figcheck check ARTICLE"
    commands = {NOTHING: (sys.executable, "-c", "pass"), bare: (*SCRIPT, "check", article)}
    commands |= {
        f"  --ledger with {size:,} facts": (*SCRIPT, "check", article, "--ledger", str(path))
        for size, path in ledgers.items()
    }
    both = [word for path in reversed(ledgers.values()) for word in ("--ledger", str(path))]
    commands["  --ledger both, the small one over the large"] = (*SCRIPT, "check", article, *both)
    times = best(commands, rounds)
    columns = (Column("what"), Column("ms", ".1f"), Column(f"times {NOTHING}", ".2f"), Column("of no ledger", ".3f"))
    rows: list[tuple[Cell, ...]] = [
        (name, each * 1e3, each / times[NOTHING], None if name == NOTHING else each / times[bare])
        for name, each in times.items()
    ]
    notes = (f"CPU time of the process, user and system, best of {rounds}; Python {sys.version.split()[0]}",)
    return Table("start with a ledger, caches warm", columns, rows, notes)


def _checks(ledgers: dict[int, Path], text: str, rounds: int) -> Table:
    """MB/s of checking one article again and again, each time as if it were a new one."""
    rules = load_rules()
    opened: dict[str, Knowledge] = {"check, no ledger": Ledger()}
    opened |= {f"check, {size:,} facts": known([path]) for size, path in ledgers.items()}
    works: dict[str, Callable[[], object]] = {
        "figures alone": lambda: [find_mentions(documents.from_text(text)) for _ in range(_TIMES)]
    }
    for name, knowledge in opened.items():
        works[name] = partial(_check, text, knowledge, rules)
    times = clock.best_of(works, min(rounds, 5))
    size = _TIMES * len(text.encode()) / 1e6
    columns = (Column("what"), Column("MB/s", ".2f"), Column("of figures alone", ".3f"))
    rows: list[tuple[Cell, ...]] = [(name, size / each, times["figures alone"] / each) for name, each in times.items()]
    return Table("checks in one process", columns, rows, ("the article that is timed is loaded anew each time",))


def _check(text: str, knowledge: Knowledge, rules: Sequence[Rule]) -> None:
    for _ in range(_TIMES):
        check(documents.from_text(text), knowledge, rules)
