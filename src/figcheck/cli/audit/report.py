"""`figcheck audit report`: a store in, what it says of the archive out, in words and tables or as one page."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from figcheck.model import Language
from figcheck.wording import say

from .. import arguments as given
from ..streams import cells, coloured, write
from .extras import answers_of
from .query import shown

if TYPE_CHECKING:
    from figcheck.audit.answers import Sums, Table
    from figcheck.reports.summary_page import Card


class Format(StrEnum):
    """Formats of the report."""

    text = "text"
    html = "html"


def report(
    store: Annotated[str, typer.Option("--store", metavar="DIR")],
    format: Annotated[Format, typer.Option("--format")] = Format.text,
    worst: Annotated[int, typer.Option("--worst", metavar="N", min=1)] = 20,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Sums up a store; the words for it are `commands.audit.report.` in the table."""
    speech = given.language(lang)
    with answers_of(store, speech) as answers:
        from figcheck.audit.contradictions import find

        sums, tables, found = answers.sums(), answers.tables(worst), find(answers, _SHOWN).told()
    if format is Format.html:
        write([_page(sums, tables, found, speech)], output, machine=True)
    else:
        write(_text(sums, tables, found, speech, coloured(color.value, output), cells(output)), output)


_SHOWN = 20
"""Contradictions of each kind on the page."""
_NAMED = ("year", "month", "section", "desk", "reporter")
"""Tables whose first column is called after them."""
_CHARTED = ("rate", "findings", "contradicted", "documents")
"""The column of a table that has bars is the first of these that it has."""


def _page(sums: Sums, tables: list[Table], found: dict[str, Any], lang: Language) -> str:
    from figcheck.data.error_rate import LIMIT
    from figcheck.reports.disputes import sections
    from figcheck.reports.summary_page import Listed, summary_page

    words = {"title": say("audit.report.title", lang), "aid": _aid(lang)}
    listed = [
        Listed(
            _heading(table, lang),
            _columns(table, lang),
            _texts(table, lang),
            next((table.columns.index(name) for name in _CHARTED if name in table.columns), None),
            _left(table, lang),
            curve=table.key == "month",
            limit=LIMIT,
        )
        for table in tables
    ]
    return summary_page(words, _cards(sums, found, lang), listed, sections(found, lang), lang)


def _cards(sums: Sums, found: dict[str, Any], lang: Language) -> list[Card]:
    from figcheck.data.error_rate import LIMIT
    from figcheck.reports.summary_page import Card

    counts = {**sums._asdict(), **found["summary"], "limit": LIMIT}

    def card(key: str, number: str, *, alarming: bool = False) -> Card:
        name, about = say(f"audit.report.card.{key}", lang), say(f"audit.report.card.{key}.about", lang, **counts)
        return Card(name, number, about, alarming)

    return [
        card("documents", f"{sums.documents:,}"),
        card("figures", f"{sums.figures:,}"),
        card("coverage", f"{sums.coverage:g}%"),
        card("errors", f"{sums.errors:,}", alarming=sums.errors > 0),
        card("rate", f"{sums.rate:g}", alarming=sums.rate > LIMIT),
        card("contradictions", f"{found['summary']['contradictions']:,}", alarming=bool(found["contradictions"])),
    ]


def _aid(lang: Language) -> str:
    from figcheck.data.error_rate import HEADLINE, LIMIT, SLIGHT_MOST, SLIGHT_WEIGHT, SOURCE

    values = {"headline": HEADLINE, "limit": LIMIT, "weight": SLIGHT_WEIGHT, "most": SLIGHT_MOST, "source": SOURCE}
    return say("audit.report.aid", lang, **values)


def _text(
    sums: Sums, tables: list[Table], found: dict[str, Any], lang: Language, colour: bool, width: int | None
) -> Iterator[str]:
    from figcheck.reports.table import grid

    yield from (f"{line}\n" for line in _lines(sums, lang))
    yield say("audit.report.disputes", lang, **found["summary"]) + "\n"
    yield _aid(lang) + "\n"
    for table in tables:
        if table.rows:
            yield f"\n{_heading(table, lang)}\n"
            yield grid(_columns(table, lang), _texts(table, lang), colour=colour, cells=width)
            yield _left(table, lang) + "\n" if table.left else ""


def _left(table: Table, lang: Language) -> str:
    return say("audit.report.left", lang, count=table.left) if table.left else ""


def _lines(sums: Sums, lang: Language) -> list[str]:
    from figcheck.data.error_rate import LIMIT

    keys = ("audit.report.size", "audit.report.coverage", "audit.report.found", "audit.report.rate")
    return [say(key, lang, **sums._asdict(), limit=LIMIT) for key in keys]


def _heading(table: Table, lang: Language) -> str:
    return say(f"audit.report.by.{table.key}", lang)


def _columns(table: Table, lang: Language) -> list[str]:
    named = [f"column.{name}" for name in table.columns]
    if table.key in _NAMED:
        named[0] = f"name.{table.key}"
    return [say(f"audit.report.{name}", lang) for name in named]


def _texts(table: Table, lang: Language) -> list[list[str]]:
    rows = [[f"{value:,}" if isinstance(value, int) else shown(value) for value in row] for row in table.rows]
    if "severity" in table.columns:
        place = table.columns.index("severity")
        for row in rows:
            row[place] = say(f"reports.{row[place]}", lang)
    if "stage" in table.columns:
        place = table.columns.index("stage")
        for row in rows:
            row[place] = say(f"audit.report.stage.{row[place]}", lang)
    if "rate" in table.columns:
        place = table.columns.index("rate")
        for row in rows:
            row[place] = f"{float(row[place]):g}"
    if "coverage" in table.columns:
        place = table.columns.index("coverage")
        for row in rows:
            row[place] = f"{float(row[place]):g}%"
    return rows
