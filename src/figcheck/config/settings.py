"""The keys of a configuration file and what each may hold: raw TOML values in, checked values out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from figcheck.model import HEDGES, SEVERITIES, Hedge, Language, Reach
from figcheck.values import Frozen

FailOn = Literal["error", "warning", "note", "never"]
Level = Literal["error", "warning", "note", "off"]
Scope = Literal["run", "article"]
_NONE: Mapping[str, Any] = {}


class Wrong(Exception):
    """A value that a key can't hold; `key` and `values` are those of a Mistake."""

    def __init__(self, key: str, where: str = "", **values: str) -> None:
        super().__init__(key, where, values)
        self.key, self.where, self.values = key, where, values


class Value(Frozen):
    """A setting as one layer gives it."""

    value: Any
    origin: str
    """`figcheck.toml:3`, or the name of the option or of the defaults."""


class Settings(Frozen):
    """What holds for one article, or for a run."""

    ledgers: tuple[str, ...] = ()
    """Files and folders, as paths from where figcheck runs."""
    cards: tuple[str, ...] = ()
    """Folders of the desk's own rule cards."""
    select: tuple[str, ...] = ()
    """Codes, names or families; empty for all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = _NONE
    """Code or name of a rule to its severity; `off` leaves it out."""
    options: Mapping[str, Mapping[str, str]] = _NONE
    """Code or name of a rule to its options."""
    hedges: Mapping[Hedge, Reach] = HEDGES
    """What each hedge admits."""
    exclude: tuple[str, ...] = ()
    """Patterns, as in .gitignore, of files that a folder does not give."""
    fail_on: FailOn = "error"
    lang: Language | None = None
    encoding: str | None = None
    suppressions: str = ".figcheck-ignore.yaml"
    """The file of suppressions."""
    baseline: str | None = None
    """The file of findings that are known already."""
    origins: Mapping[str, str] = _NONE
    """Name of a setting (`severity.FL001` for an entry of a table) to where its value comes from."""


class Key(Frozen):
    """A key of the file."""

    name: str
    """As it is written in the file."""
    field: str
    """Of Settings."""
    scope: Scope
    """`run`: asked once, where figcheck runs; `article`: asked for every article, so overrides may hold it."""
    read: Callable[[Any, Path], Any]
    """The raw value and the folder of the file in, the value out. Raises Wrong."""
    merges: bool = False
    """Whether it is a table of which each entry is a setting of its own."""


def _texts(raw: Any, folder: Path) -> tuple[str, ...]:
    if isinstance(raw, str):
        raw = [raw]
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise Wrong("config.want_texts")
    return tuple(raw)


def _paths(raw: Any, folder: Path) -> tuple[str, ...]:
    return tuple(os.path.normpath(folder / name) for name in _texts(raw, folder))


def _text(raw: Any, folder: Path) -> str:
    if not isinstance(raw, str) or not raw:
        raise Wrong("config.want_text")
    return raw


def _path(raw: Any, folder: Path) -> str:
    return os.path.normpath(folder / _text(raw, folder))


def _one_of(*names: str) -> Callable[[Any, Path], Any]:
    def read(raw: Any, folder: Path) -> Any:
        if raw not in names:
            raise Wrong("config.one_of", choices="、".join(names))
        return raw

    return read


def _encoding(raw: Any, folder: Path) -> str:
    name = _text(raw, folder)
    try:
        bytes(4).decode(name)
    except (LookupError, ValueError):
        raise Wrong("config.encoding", name=name) from None
    return name


def _table(raw: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(raw, dict):
        raise Wrong("config.want_table")
    yield from raw.items()


def _severity(raw: Any, folder: Path) -> Mapping[str, Level]:
    read = _one_of(*SEVERITIES, "off")
    return {name: _inside(name, read, value, folder) for name, value in _table(raw)}


def _options(raw: Any, folder: Path) -> Mapping[str, Mapping[str, str]]:
    return {name: _inside(name, _plain, value, folder) for name, value in _table(raw)}


def _plain(raw: Any, folder: Path) -> Mapping[str, str]:
    found = dict(_table(raw))
    for name, value in found.items():
        if not isinstance(value, (str, int)) or isinstance(value, bool):
            raise Wrong("config.want_text", name)
    return {name: str(value) for name, value in found.items()}


def _inside(name: str, read: Callable[[Any, Path], Any], raw: Any, folder: Path) -> Any:
    try:
        return read(raw, folder)
    except Wrong as wrong:
        where = f"{name}.{wrong.where}" if wrong.where else name
        raise Wrong(wrong.key, where, **wrong.values) from None


def _hedges(raw: Any, folder: Path) -> Mapping[Hedge, Reach]:
    known: dict[str, Hedge] = {hedge: hedge for hedge in HEDGES}
    found: dict[Hedge, Reach] = {}
    for name, row in _table(raw):
        hedge = known.get(name)
        if hedge is None:
            raise Wrong("config.one_of", name, choices="、".join(known))
        found[hedge] = _inside(name, partial(_reach, HEDGES[hedge]), row, folder)
    return found


def _reach(default: Reach, raw: Any, folder: Path) -> Reach:
    below, above, floor = default.below, default.above, default.floor
    for name, value in _table(raw):
        match name:
            case "below":
                below = _steps(name, value)
            case "above":
                above = _steps(name, value)
            case "floor":
                floor = _steps(name, value) or Fraction(0)
            case _:
                raise Wrong("config.one_of", name, choices="below、above、floor")
    return Reach(below, above, default.step, default.low_inclusive, default.high_inclusive, floor)


def _steps(name: str, raw: Any) -> Fraction | None:
    """A number of steps: 1, "0.5", "1/20"; "open" for no limit."""
    if raw == "open":
        return None
    try:
        if isinstance(raw, bool) or not isinstance(raw, (str, int)):
            raise ValueError
        number = Fraction(raw)
    except (ValueError, ZeroDivisionError):
        raise Wrong("config.want_steps", name) from None
    if number < 0:
        raise Wrong("config.want_steps", name)
    return number


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        key.name: key
        for key in (
            Key("ledgers", "ledgers", "article", _paths),
            Key("rules", "cards", "article", _paths),
            Key("select", "select", "article", _texts),
            Key("ignore", "ignore", "article", _texts),
            Key("severity", "severity", "article", _severity, merges=True),
            Key("options", "options", "article", _options, merges=True),
            Key("hedges", "hedges", "article", _hedges, merges=True),
            Key("encoding", "encoding", "article", _encoding),
            Key("exclude", "exclude", "run", _texts),
            Key("fail-on", "fail_on", "run", _one_of(*get_args(FailOn))),
            Key("lang", "lang", "run", _one_of("zh", "en")),
            Key("suppressions", "suppressions", "run", _path),
            Key("baseline", "baseline", "run", _path),
        )
    }
)
"""Every key that a file may hold, `overrides` apart."""
