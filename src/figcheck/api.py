"""Texts and ledgers in, figures and reports out: what a Python program needs, in the types that are used inside.

>>> import figcheck
>>> [mention.text for mention in figcheck.extract("全市有超12亿人次参与。")]
['超12亿人次']
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from figcheck import documents, model, pipeline
from figcheck.model import Document, Knowledge, Language, Mention, Report
from figcheck.rulebook import Rule, load_rules

__all__ = ["Document", "Ledger", "Mention", "Report", "check", "extract", "load"]


class Ledger(model.Ledger):
    """All that the desk knows, of one file or of several merged."""

    @classmethod
    def load(cls, *paths: Path | str) -> Ledger:
        """The ledgers of files and folders merged, later ones over earlier.

        Raises figcheck.ledger.LedgerError, whose `mistakes` are all that is wrong, each with file, line and column.
        """
        found = pipeline.load_ledger(paths)
        return cls(found.facts, found.events, found.people, found.credits, found.articles, found.subjects, found.owners)


def load(path: Path | str, *, encoding: str | None = None, date: datetime.date | None = None) -> Document:
    """The document of a file of any kind that `figcheck check` reads.

    Raises figcheck.documents.DocumentError for what can't be read.
    """
    return documents.load(str(path), encoding=encoding, date=date)


def extract(text: str | Document, *, date: datetime.date | None = None) -> tuple[Mention, ...]:
    """The figures of a text, in order; offsets are code points. `date` is the article's, for words like 今年."""
    return pipeline.extract(_document(text, date))


def check(
    document: str | Document,
    *,
    ledger: Knowledge | None = None,
    date: datetime.date | None = None,
    rules: Sequence[Rule] | None = None,
    lang: Language = "zh",
) -> Report:
    """An article judged: its findings, and what became of each figure. All rules where none are given."""
    chosen = load_rules() if rules is None else rules
    return pipeline.check(_document(document, date), Ledger() if ledger is None else ledger, chosen, lang)


def _document(given: str | Document, date: datetime.date | None) -> Document:
    if isinstance(given, str):
        return documents.from_text(given, date=date)
    return given
