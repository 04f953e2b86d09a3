"""`figcheck ledger add`: a fact from the command line in, the ledger with it in its place out."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import arguments as given


def add(
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)],
    subject: Annotated[str, typer.Option("--subject", "-s", metavar="S", show_default=False)],
    measure: Annotated[list[str], typer.Option("--measure", "-m", metavar="M", show_default=False)],
    value: Annotated[str, typer.Option("--value", "-v", metavar="V", show_default=False)],
    as_of: Annotated[str | None, typer.Option("--as-of", "-t", metavar="T")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT")] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    tolerance: Annotated[str | None, typer.Option("--tolerance", metavar="5%")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    lang: given.Speech = None,
) -> None:
    """Adds one fact; the words for it are `commands.ledger.add.` in the table."""
    from .writing import put

    words = {"id": id, "subject": subject, "value": value, "as_of": as_of, "tolerance": tolerance, "source": source}
    fact = {key: written for key, written in words.items() if written is not None}
    put(file, [{**fact, "measure": tuple(measure)}], given.language(lang), dry=dry_run)
