"""`figcheck rules`: codes in, the list of rules or their cards in full out."""

from __future__ import annotations

from typing import Annotated

import typer

from . import arguments as given
from .desk import Desk, ruled
from .streams import cells, coloured, write


def rules(
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", show_default=False)] = None,
    config: given.Config = None,
    isolated: given.Isolated = False,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
) -> None:
    """Lists rules or shows their cards; the words for it are `commands.rules.` in the table."""
    from figcheck.reports import rules as pages

    desk = Desk(lang, config=config, isolated=isolated, select=codes)
    chosen, colour, speech = ruled(desk.run, desk.lang), coloured(color.value, None), desk.lang
    if codes:
        write([pages.cards(chosen, speech, colour=colour)])
    else:
        write([pages.catalogue(chosen, speech, colour=colour, cells=cells(None))])
