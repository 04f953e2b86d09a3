"""`figcheck config`: a path in, each setting that holds there with its origin out."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from figcheck.config import KEYS, Settings
from figcheck.config.layers import setting_names
from figcheck.model import Language, Reach
from figcheck.wording import say

from . import arguments as given
from .desk import Desk
from .streams import cells, coloured, write


def config(
    path: Annotated[str, typer.Argument(metavar="[PATH]", show_default=False)] = "-",
    config: given.Config = None,
    isolated: given.Isolated = False,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
) -> None:
    """Shows the settings; the words for it are `commands.config.` in the table."""
    from figcheck.reports.table import grid

    desk = Desk(lang, config=config, isolated=isolated)
    settings = desk.at(path)
    header = [say(f"config.column.{name}", desk.lang) for name in ("name", "value", "origin")]
    rows = list(_rows(settings, desk.lang))
    write([grid(header, rows, colour=coloured(color.value, None), cells=cells(None))])


def _rows(settings: Settings, lang: Language) -> Iterator[tuple[str, str, str]]:
    written = {key.field: key for key in KEYS.values()}
    for field in setting_names():
        value, name = getattr(settings, field), written[field].name
        if written[field].merges:
            for entry, each in value.items():
                yield f"{name}.{entry}", _shown(each, lang), _origin(settings, f"{field}.{entry}", lang)
        else:
            yield name, _shown(value, lang), _origin(settings, field, lang)


def _origin(settings: Settings, name: str, lang: Language) -> str:
    return settings.origins.get(name) or say("config.origin.default", lang)


def _shown(value: Any, lang: Language) -> str:
    if value is None or value == ():
        return say("config.nothing", lang)
    if isinstance(value, Reach):
        ends = [f"{name} = {'open' if end is None else end}" for name, end in _ends(value)]
        return ", ".join(ends)
    if isinstance(value, dict):
        return ", ".join(f"{name} = {each}" for name, each in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _ends(reach: Reach) -> Iterator[tuple[str, Any]]:
    yield "below", reach.below
    yield "above", reach.above
    if reach.floor:
        yield "floor", reach.floor
