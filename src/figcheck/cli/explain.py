"""`figcheck explain`: an article in, the five values behind each of its figures out."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from . import arguments as given
from .articles import Articles
from .desk import known, ruled
from .streams import coloured, write


def explain(
    paths: given.Paths,
    ledger: given.Ledgers = None,
    date: given.Date = None,
    encoding: given.Encoding = None,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Shows how figures are read and judged; the words for it are `commands.explain.` in the table."""
    from figcheck import pipeline
    from figcheck.reports.explain import render

    speech = given.language(lang)
    day, charset = given.day(date, speech), given.known_encoding(encoding, speech)
    rules, facts = ruled(None, None, speech), known(ledger, speech)
    articles = Articles(paths, speech, encoding=charset, date=day)
    colour = coloured(color.value, output)

    def pages() -> Iterator[str]:
        apart = ""
        for report in articles.each(lambda document: pipeline.check(document, facts, rules, speech)):
            yield apart + render(report, speech, colour=colour)
            apart = "\n"

    write(pages(), output)
    raise typer.Exit(2 if articles.failed else 0)
