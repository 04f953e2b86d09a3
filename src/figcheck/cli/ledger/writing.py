"""Facts and the name of a ledger in, the ledger with them in it out, and a word about it; mistakes end the run in 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from figcheck.model import Language
from figcheck.wording import say

from ..streams import complain, write

if TYPE_CHECKING:
    from figcheck.ledger.keeping import Kept
    from figcheck.ledger.splicing import Written


_SHOWN = 60
"""Lines beyond which what was written is not shown."""


_NAMED = 5
"""Facts beyond which those that are there already are only counted."""


def put(path: str, facts: Sequence[Written], lang: Language, *, dry: bool = False) -> Kept:
    """Puts the facts in and tells what was done. Raises typer.Exit where nothing could be."""
    from figcheck.ledger import LedgerError
    from figcheck.ledger.keeping import UnsafeError, keep
    from figcheck.ledger.splicing import as_ledger
    from figcheck.reader import read_value

    try:
        kept = keep(path, facts, read_value, dry=dry)
    except LedgerError as error:
        for mistake in error.mistakes:
            complain(mistake.render(lang))
        complain(say("keeping.untouched", lang, path=path))
        raise typer.Exit(2) from None
    except UnsafeError:
        complain(say("keeping.unsafe", lang, path=path) + "\n" + as_ledger(facts))
        raise typer.Exit(2) from None
    write(_told(path, kept, lang, dry))
    return kept


def put_each(path: str, facts: Sequence[Written], lang: Language) -> None:
    """Puts in all that the ledger takes, together where that can be; what it refuses is told and left out."""
    from figcheck.ledger import LedgerError
    from figcheck.ledger.keeping import keep
    from figcheck.reader import read_value

    try:
        keep(path, facts, read_value, dry=True)
    except LedgerError:
        for fact in facts:
            with suppress(typer.Exit):
                put(path, [fact], lang)
    else:
        put(path, facts, lang)


def _told(path: str, kept: Kept, lang: Language, dry: bool) -> Iterator[str]:
    if kept.created and not dry:
        yield say("keeping.created", lang, path=path) + "\n"
    if len(kept.known) > _NAMED:
        yield say("keeping.known_many", lang, count=len(kept.known), path=path) + "\n"
    for fact, place in kept.known if len(kept.known) <= _NAMED else ():
        key = "keeping.known" if place else "keeping.twice"
        line = place.line if place else 0
        yield say(key, lang, subject=fact["subject"], value=fact["value"], path=path, line=line) + "\n"
    if kept.places:
        key = ("keeping.would" if dry else "keeping.added") + (".one" if len(kept.places) == 1 else "")
        yield say(key, lang, count=len(kept.places), path=path, line=kept.places[0].line) + "\n"
        yield from (line + "\n" for line in kept.lines[:_SHOWN])
