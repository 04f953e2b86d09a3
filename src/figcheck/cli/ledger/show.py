"""`figcheck ledger show`: ledgers in, their tables by subject or their JSON out."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated

import typer

from figcheck.model import Language, Ledger
from figcheck.wording import say

from .. import arguments as given
from ..desk import Desk, known
from ..streams import cells, coloured, write
from ..usage import near


class Format(StrEnum):
    """Formats of the list."""

    table = "table"
    json = "json"


def show(
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", show_default=False)] = None,
    subject: Annotated[list[str] | None, typer.Option("--subject", metavar="S")] = None,
    format: Annotated[Format, typer.Option("--format")] = Format.table,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Lists what ledgers hold; the words for it are `commands.ledger.show.` in the table."""
    from figcheck.reports import ledgers

    desk = Desk(lang, ledger=files)
    paths = desk.at("-").ledgers
    if not paths:
        raise typer.BadParameter(say("keeping.no_ledger", desk.lang))
    whole = known(paths, desk.lang)
    for word in subject or ():
        _must_be_known(word, whole, desk.lang)
    shown = ledgers.named(whole, subject or ())
    if format is Format.json:
        write([ledgers.as_json(shown)], output, machine=True)
    else:
        write(ledgers.tables(shown, desk.lang, colour=coloured(color.value, output), cells=cells(output)), output)


def _must_be_known(word: str, ledger: Ledger, lang: Language) -> None:
    """Raises typer.BadParameter, with what may have been meant, where no name holds the word."""
    from figcheck.reports.ledgers import named, names

    if not names(named(ledger, [word])):
        meant = get_close_matches(word, names(ledger))
        raise typer.BadParameter(say("keeping.no_subject", lang, name=word) + near(meant, lang))
