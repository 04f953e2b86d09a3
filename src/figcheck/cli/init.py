"""`figcheck init`: a folder in; a commented configuration, a first ledger and a hook entry, where missing, out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from figcheck.model import Language
from figcheck.wording import say

from . import arguments as given
from .streams import complain, write

_SCHEMA = "ledger.schema.json"


def init(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", show_default=False)] = ".",
    lang: given.Speech = None,
) -> None:
    """Writes what a desk begins with; the words for it are `commands.init.` in the table."""
    speech = given.language(lang)
    place = Path(folder)
    if place.exists() and not place.is_dir():
        complain(say("commands.init.no_folder", speech, path=folder))
        raise typer.Exit(2)
    place.mkdir(parents=True, exist_ok=True)
    for name, text in _files(speech):
        path = place / name
        if path.exists():
            complain(say("commands.init.there", speech, path=path))
        else:
            write([text], str(path))
            complain(say("commands.init.written", speech, path=path))
    complain(say("commands.init.next", speech))


def _files(lang: Language) -> Iterator[tuple[str, str]]:
    from figcheck.ledger import schema

    yield "figcheck.toml", say("init.configuration", lang)
    yield "ledger.yaml", say("init.ledger", lang, schema=_SCHEMA)
    yield _SCHEMA, json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    yield ".pre-commit-config.yaml", say("init.hook", lang)
