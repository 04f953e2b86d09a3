"""`figcheck ledger check`: ledgers in, all their mistakes at once out, or a line that says what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Language
from figcheck.wording import say

from .. import arguments as given
from ..progress import LedgerProgress
from ..streams import complain, write

if TYPE_CHECKING:
    from figcheck.ledger import Mistake

Files = Annotated[list[str], typer.Argument(metavar="FILE...", show_default=False)]


def check(files: Files, lang: given.Speech = None, quiet: given.Quiet = False) -> None:
    """Checks ledgers; the words for it are `commands.ledger.check.` in the table."""
    from figcheck.ledger import LedgerError
    from figcheck.pipeline import load_ledger
    from figcheck.reports.ledgers import contents

    speech = given.language(lang)
    try:
        ledger = load_ledger(files, LedgerProgress(speech))
    except LedgerError as error:
        _tell(error.mistakes, speech, quiet=quiet)
        raise typer.Exit(2) from None
    if not quiet:
        write([say("keeping.faultless", speech, files="、".join(files), contents=contents(ledger, speech)) + "\n"])


def _tell(mistakes: Sequence[Mistake], lang: Language, *, quiet: bool) -> None:
    """What is wrong in the files is the report; what is wrong with a file as a whole, and the sum, is not."""
    for mistake in mistakes:
        if mistake.line:
            write([mistake.render(lang) + "\n"])
        else:
            complain(mistake.render(lang))
    if not quiet:
        complain(say("keeping.mistakes", lang, count=len(mistakes)))
