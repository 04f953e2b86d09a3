"""`figcheck audit learn`: a store in, a ledger of what several of its articles agree on out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Language
from figcheck.wording import say

from .. import arguments as given
from ..desk import known
from ..streams import complain, write
from .extras import answers_of

if TYPE_CHECKING:
    from figcheck.ledger.splicing import Written


def learn(
    store: Annotated[str, typer.Option("--store", metavar="DIR")],
    ledger: Annotated[str | None, typer.Option("--ledger", metavar="LEDGER", show_default=False)] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    least: Annotated[int, typer.Option("--least", metavar="N", min=3)] = 3,
    lang: given.Speech = None,
    output: given.Output = None,
) -> None:
    """Proposes facts; the words for it are `commands.audit.learn.` in the table of wordings."""
    speech = given.language(lang)
    if yes and ledger is None:
        raise typer.BadParameter(say("audit.learn.no_ledger", speech))
    from figcheck.ledger.splicing import as_ledger

    from ..ledger.writing import put_each

    with answers_of(store, speech) as answers:
        from figcheck.audit.consensus import learn as learned

        facts = list(learned(answers, least))
    if ledger is not None:
        facts = _new(ledger, facts, speech)
    complain(say("audit.learn.found", speech, count=len(facts)))
    if yes and ledger is not None:
        put_each(ledger, facts, speech)
    elif facts:
        write([as_ledger(facts)], output, machine=True)


def _new(ledger: str, facts: list[Written], lang: Language) -> list[Written]:
    """Those that the ledger lacks. Raises typer.Exit for a ledger with mistakes."""
    from figcheck.ledger.keeping import known_already
    from figcheck.reader import read_value

    if not Path(ledger).exists():
        return facts
    known([ledger], lang)
    there = known_already(ledger, facts, read_value)
    return [fact for fact, held in zip(facts, there, strict=True) if not held]
