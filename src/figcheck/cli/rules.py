"""`figcheck rules`: codes in, the list of rules or their cards in full out."""

from __future__ import annotations

from typing import Annotated

import typer

from . import arguments as given
from .desk import ruled
from .streams import cells, coloured, write


def rules(
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", show_default=False)] = None,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
) -> None:
    """Lists rules or shows their cards; the words for it are `commands.rules.` in the table."""
    from figcheck.reports import rules as pages

    speech = given.language(lang)
    chosen, colour = ruled(codes, None, speech), coloured(color.value, None)
    if codes:
        write([pages.cards(chosen, speech, colour=colour)])
    else:
        write([pages.catalogue(chosen, speech, colour=colour, cells=cells(None))])
