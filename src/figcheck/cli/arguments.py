"""What several commands take: the arguments as typer declares them, and their values as the commands use them.

The words that explain them are in the table of wordings, under `commands.option.`.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from figcheck import expressions as re
from figcheck.model import Language
from figcheck.wording import say


class Lang(StrEnum):
    """Languages of the output."""

    zh = "zh"
    en = "en"


class Color(StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False)]
Ledgers = Annotated[list[str] | None, typer.Option("--ledger", metavar="FILE")]
Date = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD")]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="E")]
Speech = Annotated[Lang | None, typer.Option("--lang")]
Colouring = Annotated[Color, typer.Option("--color")]
Codes = Annotated[list[str] | None, typer.Option(metavar="C,..")]
Config = Annotated[str | None, typer.Option("--config", metavar="FILE")]
Isolated = Annotated[bool, typer.Option("--isolated")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q")]

_LISTED = re.compile(r"[\s,，、]+")


def language(chosen: Lang | None, configured: Language | None = None) -> Language:
    """The language asked for, else FIGCHECK_LANG's, else the configuration's, else Chinese."""
    named = chosen.value if chosen else os.environ.get("FIGCHECK_LANG") or configured or ""
    return "en" if named.lower().startswith("en") else "zh"


def spoken(args: Sequence[str]) -> Language:
    """The language for help and for mistakes in the arguments themselves, which are told before they are all read."""
    asked = re.search(r"(?:^| )--lang[ =](zh|en)(?: |$)", " ".join(args))
    return language(Lang(asked[1]) if asked else None)


def day(written: str | None, lang: Language, option: str = "--date") -> datetime.date | None:
    """A date as `--date` and `--today` take it.

    Raises typer.BadParameter for any other form and for days that don't exist.
    """
    if written is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII):
            return datetime.date.fromisoformat(written)
    except ValueError:
        pass
    raise typer.BadParameter(say("commands.bad_date", lang, date=written, option=option))


def known_encoding(name: str | None, lang: Language) -> str | None:
    """`name`, where Python can decode with it. Raises typer.BadParameter where not."""
    if name is not None:
        try:
            bytes(4).decode(name)
        except (LookupError, ValueError):
            raise typer.BadParameter(say("commands.bad_encoding", lang, name=name)) from None
    return name


def listed(values: Iterable[str] | None) -> list[str]:
    """The members of options that may be repeated and may hold several values with commas between."""
    return [value for written in values or () for value in _LISTED.split(written) if value]
