"""`figcheck extract`: articles in, their figures out, for programs and for a look."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from figcheck.model import Document, Mention

from . import arguments as given
from .articles import Articles
from .desk import Desk
from .streams import cells, coloured, write

Found = Iterable[tuple[Document, tuple[Mention, ...]]]


class Format(StrEnum):
    """Formats of the list."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def extract(
    paths: given.Paths,
    format: Annotated[Format, typer.Option("--format")] = Format.table,
    date: given.Date = None,
    encoding: given.Encoding = None,
    config: given.Config = None,
    isolated: given.Isolated = False,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
    quiet: given.Quiet = False,
) -> None:
    """Lists the figures of articles; the words for it are `commands.extract.` in the table."""
    from figcheck.pipeline import extract as read_figures

    speech = given.language(lang)
    day, charset = given.day(date, speech), given.known_encoding(encoding, speech)
    desk = Desk(lang, config=config, isolated=isolated, encoding=charset)
    articles = Articles(paths, desk.lang, encoding=desk.encoding, date=day, quiet=quiet, exclude=desk.run.exclude)
    found = articles.each(lambda document: (document, read_figures(document)))
    if format is Format.table:
        from figcheck.reports.table import extract_table

        width = cells(output)
        write(extract_table(found, desk.lang, colour=coloured(color.value, output), cells=width), output)
    else:
        write(_for_machines(found, format), output, machine=True)
    raise typer.Exit(2 if articles.failed else 0)


def _for_machines(found: Found, format: Format) -> Iterator[str]:
    if format is Format.csv:
        from figcheck.reports.table import extract_csv

        return extract_csv(found)
    from figcheck.reports import as_json

    return as_json.extract_json(found) if format is Format.json else as_json.extract_jsonl(found)
