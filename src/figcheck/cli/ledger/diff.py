"""`figcheck ledger diff`: two ledgers in, what the later one adds, changes and drops out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .. import arguments as given
from ..desk import known
from ..streams import coloured, write


class Format(StrEnum):
    """Formats of the list."""

    text = "text"
    json = "json"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False)],
    format: Annotated[Format, typer.Option("--format")] = Format.text,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Compares two ledgers; the words for it are `commands.ledger.diff.` in the table."""
    from figcheck.ledger.differences import differences
    from figcheck.reports import ledger_changes

    speech = given.language(lang)
    found = differences(known([old], speech), known([new], speech))
    if format is Format.json:
        write([ledger_changes.as_json(found)], output, machine=True)
    else:
        write([ledger_changes.text(found, speech, colour=coloured(color.value, output))], output)
    raise typer.Exit(int(bool(found)))
