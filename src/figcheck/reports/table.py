"""Mentions in, `extract`'s CSV and table out; and the grid that other lists are drawn with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from figcheck.model import Document, Language, Mention
from figcheck.wording import say

from .as_json import mention_record
from .figures import interval, meaning
from .places import Lines
from .screen import draw, safe

_FIELDS = (
    *("path", "start", "end", "text", "core_start", "core_end", "kind", "value"),
    *("low", "high", "low_inclusive", "high_inclusive", "unit", "unit_code", "hedge"),
)
_COLUMNS = ("place", "text", "kind", "hedge", "value", "admits")


def extract_csv(found: Iterable[tuple[Document, Sequence[Mention]]]) -> Iterator[str]:
    """A row of names, then one row a mention; empty cells for null, `true` and `false`."""
    yield _row(_FIELDS)
    for document, mentions in found:
        for mention in mentions:
            record = {"path": document.path, **mention_record(mention)}
            yield _row([_cell(record[field]) for field in _FIELDS])


def extract_table(
    found: Iterable[tuple[Document, Sequence[Mention]]], lang: Language, *, colour: bool, cells: int | None
) -> Iterator[str]:
    """One table a document under its path; `cells` is the width of the terminal, None for as wide as it gets."""
    header = [say(f"reports.column.{name}", lang) for name in _COLUMNS]
    for number, (document, mentions) in enumerate(found):
        yield draw([*([()] if number else []), ((document.path, "strong"),)], colour=colour)
        if mentions:
            yield grid(header, _rows(document, mentions, lang), colour=colour, cells=cells)
        else:
            yield draw([("  ", say("reports.no_mentions", lang))], colour=colour)


def grid(header: Sequence[str], rows: Iterable[Sequence[str]], *, colour: bool, cells: int | None) -> str:
    """Columns under their names; text is taken as it is, never as markup, and folded only where `cells` are given."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", highlight=False)
    for name in header:
        table.add_column(Text(name), overflow="fold", no_wrap=cells is None)
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=cells or 100_000,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )
    console.print(table)
    return "".join(line.rstrip() + "\n" for line in sheet.getvalue().splitlines())


def _rows(document: Document, mentions: Sequence[Mention], lang: Language) -> Iterator[list[str]]:
    lines = Lines(document.text)
    for mention in mentions:
        quantity = mention.quantity
        yield [
            "{}:{}".format(*lines.at(mention.start)),
            mention.text,
            say(f"reports.kind.{quantity.kind}", lang),
            say(f"reports.hedge.{quantity.hedge}", lang),
            meaning(quantity, lang),
            interval(quantity),
        ]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
