"""Names of rules and of ledgers in, rules and facts out; a mistake in them is told and ends the run with 2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from figcheck.model import Language, Ledger

from .arguments import listed
from .streams import complain

if TYPE_CHECKING:
    from figcheck.rulebook import Rule


def ruled(select: Sequence[str] | None, ignore: Sequence[str] | None, lang: Language) -> Sequence[Rule]:
    """The rules asked for, all where none are named."""
    from figcheck import rulebook

    try:
        return rulebook.select(rulebook.load_rules(), listed(select), listed(ignore))
    except rulebook.RulebookError as mistake:
        complain(mistake.render(lang))
        raise typer.Exit(2) from None


def known(ledgers: Sequence[str] | None, lang: Language) -> Ledger:
    """What the ledgers say, merged."""
    if not ledgers:
        return Ledger()
    from figcheck.ledger import LedgerError
    from figcheck.pipeline import load_ledger

    try:
        return load_ledger(ledgers)
    except LedgerError as error:
        for mistake in error.mistakes:
            complain(mistake.render(lang))
        raise typer.Exit(2) from None
