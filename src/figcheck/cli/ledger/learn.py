"""`figcheck ledger learn`: approved articles in, their figures in a ledger out, as far as somebody accepts them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Document, Knowledge, Language, Ledger
from figcheck.wording import say

from .. import arguments as given
from ..articles import Articles
from ..desk import known
from ..streams import complain, write

if TYPE_CHECKING:
    from .asking import Offer


def learn(
    paths: Annotated[list[str], typer.Argument(metavar="ARTICLE...", show_default=False)],
    ledger: Annotated[str, typer.Option("--ledger", metavar="LEDGER", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    date: given.Date = None,
    encoding: given.Encoding = None,
    lang: given.Speech = None,
) -> None:
    """Takes facts from approved articles; the words for it are `commands.ledger.learn.` in the table of wordings."""
    from figcheck.ledger.splicing import as_ledger

    from .asking import Review
    from .writing import put_each

    speech = given.language(lang)
    day, charset = given.day(date, speech), given.known_encoding(encoding, speech)
    articles = Articles(paths, speech, encoding=lambda path: charset, date=day)
    asked = None if yes or not (sys.stdin.isatty() and sys.stdout.isatty()) else Review(ledger, speech)
    printed: list[Offer] = []
    for path, offers in articles.each(lambda document: (document.path, _offers(document, ledger, speech))):
        complain(say("keeping.learn.found", speech, path=path, count=len(offers)))
        if asked is not None and not asked.through(offers):
            break
        if yes:
            put_each(ledger, [offer.fact for offer in offers], speech)
        elif asked is None:
            printed += offers
    if printed:
        write([as_ledger([offer.fact for offer in printed])], machine=True)
    raise typer.Exit(2 if articles.failed else 0)


def _offers(document: Document, ledger: str, lang: Language) -> list[Offer]:
    """What the article says that the ledger does not. Raises typer.Exit for a ledger with mistakes."""
    from figcheck.learning import propose
    from figcheck.ledger.keeping import known_already
    from figcheck.reader import read_value

    from .asking import Offer

    knowledge: Knowledge = known([ledger], lang) if Path(ledger).exists() else Ledger()
    offers = [Offer.of(document, proposal) for proposal in propose(document, knowledge)]
    there = known_already(ledger, [offer.fact for offer in offers], read_value)
    return [offer for offer, held in zip(offers, there, strict=True) if not held]
