"""`figcheck audit query SQL`: a question in SQL in, DuckDB's answer over the store out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from .. import arguments as given
from ..streams import cells, coloured, write
from .extras import answers_of


class Format(StrEnum):
    """Formats of the answer."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", show_default=False)],
    store: Annotated[str, typer.Option("--store", metavar="DIR")],
    format: Annotated[Format, typer.Option("--format")] = Format.table,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Answers SQL; the words for it are `commands.audit.query.` in the table."""
    speech = given.language(lang)
    with answers_of(store, speech) as answers:
        columns, rows = answers.query(sql)
    if format is Format.table:
        from figcheck.reports.table import grid

        texts = [[shown(value) for value in row] for row in rows]
        write([grid(columns, texts, colour=coloured(color.value, output), cells=cells(output))], output)
    else:
        write(_written(columns, rows, format), output, machine=True)


def _written(columns: Sequence[str], rows: Sequence[Sequence[Any]], format: Format) -> Iterator[str]:
    if format is Format.jsonl:
        for row in rows:
            yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=shown) + "\n"
        return
    held = io.StringIO()
    csv.writer(held).writerows([columns, *([shown(value) for value in row] for row in rows)])
    yield held.getvalue()


def shown(value: Any) -> str:
    """A value as a cell of a table."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)
