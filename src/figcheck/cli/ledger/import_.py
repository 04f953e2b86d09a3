"""`figcheck ledger import`: a CSV or Excel file in, its rows as facts in a ledger, or printed as one, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Language
from figcheck.wording import say

from .. import arguments as given
from ..streams import complain, write
from ..usage import near

if TYPE_CHECKING:
    from figcheck.ledger.importing import Imported

Word = Annotated[str | None, typer.Option(metavar="TEXT")]


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE.csv|.xlsx", show_default=False)],
    ledger: Annotated[str | None, typer.Option("--ledger", metavar="LEDGER")] = None,
    map: Annotated[list[str] | None, typer.Option("--map", metavar="COLUMN=KEY")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME")] = None,
    subject: Word = None,
    measure: Word = None,
    unit: Word = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="T")] = None,
    source: Word = None,
    encoding: given.Encoding = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    lang: given.Speech = None,
    output: given.Output = None,
) -> None:
    """Takes facts from a table; the words for it are `commands.ledger.import.` in the table of wordings."""
    from figcheck.ledger.splicing import as_ledger

    from .writing import put

    speech = given.language(lang)
    charset = given.known_encoding(encoding, speech)
    words = {"subject": subject, "measure": measure, "unit": unit, "as_of": as_of, "source": source}
    always = {key: word for key, word in words.items() if word}
    found = _imported(file, sheet, charset, _named(map or (), speech), always, speech)
    _tell(found, speech)
    if ledger is not None:
        put(ledger, found.facts, speech, dry=dry_run)
    else:
        write([as_ledger(found.facts)], output, machine=True)


def _named(written: Sequence[str], lang: Language) -> Mapping[str, str]:
    """Headers and the keys that they stand for. Raises typer.BadParameter."""
    from difflib import get_close_matches

    from figcheck.ledger.importing import KEYS, pairs

    try:
        named = dict(pairs(written))
    except ValueError as error:
        raise typer.BadParameter(say("keeping.table.bad_map", lang, text=error)) from None
    for key in named.values():
        if key not in KEYS:
            words = say("keeping.table.no_key", lang, key=key, keys=say("commands.comma", lang).join(KEYS))
            raise typer.BadParameter(words + near(get_close_matches(key, KEYS, 1), lang))
    return named


def _imported(
    file: str,
    sheet: str | None,
    encoding: str | None,
    named: Mapping[str, str],
    always: Mapping[str, str],
    lang: Language,
) -> Imported:
    """What the table gives. Raises typer.Exit, with everything told, for one that is not right."""
    from figcheck.documents.decoding import EncodingError, decode
    from figcheck.ledger import LedgerError
    from figcheck.ledger.importing import imported
    from figcheck.ledger.tables import TableError, read_table
    from figcheck.reader import read_value

    try:
        return imported(read_table(file, lambda data: decode(data, encoding), sheet), named, always, read_value)
    except TableError as error:
        complain(say(error.key, lang, **error.values))
    except EncodingError as error:
        complain(say(error.key, lang, path=file, **error.values))
    except OSError as error:
        complain(say("keeping.table.unreadable", lang, path=file, why=error.strerror or error))
    except LedgerError as error:
        for mistake in error.mistakes:
            complain(mistake.render(lang))
    raise typer.Exit(2)


def _tell(found: Imported, lang: Language) -> None:
    """How the columns were understood, on standard error: it is no part of a ledger."""
    comma = say("commands.comma", lang)
    used = comma.join(f"{column.header} → {column.key}" for column in found.columns)
    complain(say("keeping.table.columns", lang, used=used, count=len(found.facts)))
    if found.unused:
        complain(say("keeping.table.unused", lang, columns=comma.join(found.unused)))
    if found.empty:
        complain(say("keeping.table.no_figure", lang, count=found.empty))
