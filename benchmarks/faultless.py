"""Whole articles without a slip in; how many are flagged all the same, and in 1,000 figures how often, out."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figcheck import documents
from figcheck.model import Ledger, Report
from figcheck.pipeline import check
from figcheck.rulebook import load_rules

from .options import Options, Output
from .overlaps import alarms, told
from .tables import Column, Table

CASES = Path(__file__).parent / "cases"
_COLUMNS = (
    Column("set"),
    Column("articles"),
    Column("flagged"),
    Column("share", ".1%"),
    Column("figures"),
    Column("alarms"),
    Column("in 1,000 figures", ".1f"),
)
_MEASURED = ("dev11",)
"""The sets that nobody tunes on: totals only."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that is right, as far as those who wrote it could make sure."""

    id: str
    family: str
    date: datetime.date | None
    text: str

    def check(self) -> Report:
        """The article judged without a ledger."""
        return check(documents.from_text(self.text, date=self.date), Ledger(), load_rules())


def run(options: Options) -> Output:
    """A row for each set, and the rules that cry wolf; single alarms only of those for tuning."""
    table = Table("faultless articles", _COLUMNS)
    shown: list[str] = []
    for name in ("dev6", "dev7", "dev8", "dev9", "dev10", "dev11", "dev12"):
        articles = list(load(name))
        if not articles:
            continue
        rules: Counter[str] = Counter()
        flagged = figures = 0
        for article in articles:
            report = article.check()
            found = alarms(report.findings)
            flagged += bool(found)
            figures += len(report.figures)
            rules.update(finding.rule for finding in found)
            if name not in _MEASURED:
                shown += [f"{article.id} {article.family}: {told(finding)}" for finding in found]
        count = rules.total()
        table.rows.append(
            (name, len(articles), flagged, flagged / len(articles), figures, count, 1000 * count / figures)
        )
        shown.append(f"{name}: " + ", ".join(f"{rule} {times}" for rule, times in rules.most_common()))
    yield table
    if options.show:
        yield from shown


def load(name: str) -> Iterator[Article]:
    """The articles of a set, in the order of its file; `dev12 odd` has those of odd numbers."""
    name, _, parity = name.partition(" ")
    path = CASES / f"articles-{name}.jsonl"
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        if parity and int(row["id"].rpartition("-")[2]) % 2 != (parity == "odd"):
            continue
        date = datetime.date.fromisoformat(row["date"]) if row["date"] else None
        yield Article(row["id"], row["family"], date, row["suspicious"])
