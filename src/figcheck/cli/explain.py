"""`figcheck explain`: an article in, the five values behind each of its figures out."""

from collections.abc import Iterator

import typer

from . import arguments as given
from .articles import Articles
from .desk import Desk
from .streams import coloured, write


def explain(
    paths: given.Paths,
    ledger: given.Ledgers = None,
    date: given.Date = None,
    encoding: given.Encoding = None,
    config: given.Config = None,
    isolated: given.Isolated = False,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Shows how figures are read and judged; the words for it are `commands.explain.` in the table."""
    from figcheck.reports.explain import render

    speech = given.language(lang)
    day, charset = given.day(date, speech), given.known_encoding(encoding, speech)
    desk = Desk(lang, config=config, isolated=isolated, ledger=ledger, encoding=charset)
    articles = Articles(paths, desk.lang, encoding=desk.encoding, date=day, exclude=desk.run.exclude)
    colour = coloured(color.value, output)

    def pages() -> Iterator[str]:
        apart = ""
        for report in articles.each(desk.check):
            yield apart + render(report, desk.lang, colour=colour)
            apart = "\n"

    write(pages(), output)
    raise typer.Exit(2 if articles.failed else 0)
