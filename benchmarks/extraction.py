"""The news in, MB/s of reading and checking it out, as ratios to a pure `re` scan in the same run."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from figcheck import documents
from figcheck.mentions import find_mentions
from figcheck.model import Document, Ledger
from figcheck.pipeline import check, load_ledger
from figcheck.rulebook import load_rules

from . import clock, peers
from .facts import ledger_of
from .news import SAMPLES, Article, articles, megabytes
from .options import Options, Output
from .tables import Cell, Column, Table

NUMERALS = re.compile("[0-9０-９〇零一二两三四五六七八九十百千万亿]+")

_SCAN = "re scan for runs of numerals"
_FIGURES = "figures"
_FACTS = 1000
_COLUMNS = (
    Column("what"),
    Column("MB/s", ".1f"),
    Column("of re scan", ".3f"),
    Column("of figures", ".2f"),
    Column("µs a mention", ".2f"),
)


def run(options: Options) -> Output:
    """One table of our own stages; a second one of peers where some are installed."""
    texts, source = articles()
    size = megabytes(texts)
    bare = [Document(article.id, article.text, date=article.date, date_origin="option") for article in texts]
    first = clock.cpu_of(lambda: _figures(bare))
    best = clock.best_of(_works(texts, bare), options.rounds)
    count = sum(len(find_mentions(document)) for document in bare)

    def row(name: str, seconds: float) -> tuple[Cell, ...]:
        mention = None if name == _SCAN else seconds / count * 1e6
        return name, size / seconds, best[_SCAN] / seconds, best[_FIGURES] / seconds, mention

    rows = [row(name, seconds) for name, seconds in best.items()]
    rows.insert(2, row("figures, first pass of the process", first))
    notes = (f"{source}; {count} mentions; CPU time, best of {options.rounds}",)
    yield Table("extraction", _COLUMNS, rows, notes)
    yield from peers.compare(texts, size / best[_FIGURES])


def _works(texts: list[Article], bare: list[Document]) -> dict[str, Callable[[], object]]:
    rules = load_rules()

    def judged(ledger: Ledger) -> Callable[[], object]:
        return lambda: [check(_loaded(article), ledger, rules) for article in texts]

    return {
        _SCAN: lambda: [NUMERALS.findall(article.text) for article in texts],
        _FIGURES: lambda: _figures(bare),
        "masthead and figures": lambda: _figures([_loaded(article) for article in texts]),
        "check, no ledger": judged(Ledger()),
        "check, samples/ledger.yaml": judged(load_ledger([SAMPLES / "ledger.yaml"])),
        f"check, {_FACTS} facts": judged(_large_ledger()),
    }


def _figures(given: list[Document]) -> None:
    for document in given:
        find_mentions(document)


def _loaded(article: Article) -> Document:
    return documents.from_text(article.text, article.id, date=article.date)


def _large_ledger() -> Ledger:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.yaml"
        path.write_text(ledger_of(_FACTS), "utf-8")
        return load_ledger([path])
