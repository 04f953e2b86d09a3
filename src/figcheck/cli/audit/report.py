"""`figcheck audit report`: a store in, what it says of the archive out, in words and tables or as one page."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Language
from figcheck.wording import say

from .. import arguments as given
from ..streams import cells, coloured, complain, write
from .extras import must_have
from .query import shown

if TYPE_CHECKING:
    from figcheck.audit.answers import Sums, Table


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
    must_have(speech)
    from figcheck.audit.store import StoreError

    try:
        from figcheck.audit.answers import Answers

        answers = Answers(store)
        sums, tables = answers.sums(), answers.tables(worst)
    except StoreError as mistake:
        complain(say(mistake.key, speech, **mistake.values))
        raise typer.Exit(2) from None
    if format is Format.html:
        from figcheck.reports.summary_page import summary_page

        words = {key: say(f"audit.report.{key}", speech) for key in ("title", "aid")}
        named = [(_heading(table, speech), _columns(table, speech), _texts(table, speech)) for table in tables]
        write([summary_page(words, _lines(sums, speech), named, speech)], output, machine=True)
    else:
        write(_text(sums, tables, speech, coloured(color.value, output), cells(output)), output)


def _text(sums: Sums, tables: list[Table], lang: Language, colour: bool, width: int | None) -> Iterator[str]:
    from figcheck.reports.table import grid

    yield from (f"{line}\n" for line in _lines(sums, lang))
    yield say("audit.report.aid", lang) + "\n"
    for table in tables:
        if table.rows:
            yield f"\n{_heading(table, lang)}\n"
            yield grid(_columns(table, lang), _texts(table, lang), colour=colour, cells=width)


def _lines(sums: Sums, lang: Language) -> list[str]:
    keys = ("audit.report.size", "audit.report.coverage", "audit.report.found", "audit.report.rate")
    return [say(key, lang, **sums._asdict()) for key in keys]


def _heading(table: Table, lang: Language) -> str:
    return say(f"audit.report.by.{table.key}", lang)


def _columns(table: Table, lang: Language) -> list[str]:
    return [say(f"audit.report.column.{name}", lang) for name in table.columns]


def _texts(table: Table, lang: Language) -> list[list[str]]:
    rows = [[shown(value) for value in row] for row in table.rows]
    if "severity" in table.columns:
        place = table.columns.index("severity")
        for row in rows:
            row[place] = say(f"reports.{row[place]}", lang)
    return rows
