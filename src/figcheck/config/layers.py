"""Folders in, the layers of configuration that hold there, from the top folder down, merged into Settings, out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck.config.mistakes import ConfigError, Mistake, line_of
from figcheck.config.settings import KEYS, Key, Settings, Value, Wrong
from figcheck.values import Frozen, replace

if TYPE_CHECKING:
    import pathspec

FILE = "figcheck.toml"
PROJECT = "pyproject.toml"
_OVERRIDES = "overrides"
_PATHS = "paths"


class Override(Frozen):
    """A layer that holds for some paths only."""

    patterns: tuple[str, ...]
    """As in .gitignore, against the path below the file's folder."""
    values: Mapping[str, Value]


class Layer(Frozen):
    """One configuration file."""

    path: str
    folder: Path
    values: Mapping[str, Value]
    """Name of a setting to its value; entries of a table as `severity.FL001`."""
    overrides: tuple[Override, ...] = ()


class Configuration:
    """The configuration files of one run: those beside an article and above it, or one that was named.

    `given` are the values of the command line, which hold over all others.
    """

    def __init__(self, file: Path | None = None, given: Mapping[str, Value] | None = None) -> None:
        # a file that is named must be there, and right
        self._files: tuple[Layer, ...] | None = None if file is None else (_layer(file),)
        self.given = given or {}
        """The values of the command line."""
        self._found: dict[Path, Sequence[Layer]] = {}

    @classmethod
    def isolated(cls, given: Mapping[str, Value] | None = None) -> Configuration:
        """A configuration that no file has a part in."""
        alone = cls(None, given)
        alone._files = ()
        return alone

    def at(self, path: str) -> Settings:
        """What holds for an article; `-` and what has no folder take those of the folder figcheck runs in.

        Raises ConfigError with every mistake of the files that have any.
        """
        layers = self._layers(Path.cwd() if path == "-" else _absolute(path).parent)
        found: dict[str, Value] = {}
        for layer in layers:
            found.update(layer.values)
        if path != "-":
            for layer in layers:
                for override in layer.overrides:
                    if matches(override.patterns, path, layer.folder):
                        found.update(override.values)
        found.update(self.given)
        return _merged(found)

    @property
    def run(self) -> Settings:
        """What holds for the run as a whole: that of the folder figcheck runs in."""
        return self.at("-")

    def settled(self) -> Configuration:
        """The same without another look at files: what holds for the run holds for every article, overrides too."""
        found = Configuration(None, self.given)
        found._files = tuple(self._layers(Path.cwd()))
        return found

    def files(self, folder: str = ".") -> list[str]:
        """The files that hold for a folder, from the top down."""
        return [layer.path for layer in self._layers(_absolute(folder))]

    def _layers(self, folder: Path) -> Sequence[Layer]:
        if self._files is not None:
            return self._files
        if folder not in self._found:
            above = self._layers(folder.parent) if folder.parent != folder else ()
            self._found[folder] = (*above, *_in_folder(folder))
        return self._found[folder]


def _in_folder(folder: Path) -> Iterator[Layer]:
    path, project = folder / FILE, folder / PROJECT
    if path.is_file():
        yield _layer(path)
    elif project.is_file() and (layer := _project_layer(project)) is not None:
        yield layer


def _absolute(path: str) -> Path:
    """From the root on, without `..`, links left as they are."""
    return Path(os.path.normpath(Path.cwd() / path))


def _layer(path: Path) -> Layer:
    text = _read(path)
    return _read_layer(path, text, _parsed(path, text))


def _project_layer(path: Path) -> Layer | None:
    text = _read(path)
    if "tool.figcheck" not in text:
        return None
    table = _parsed(path, text).get("tool", {}).get("figcheck")
    return None if table is None else _read_layer(path, text, table)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError([Mistake(_shown(path), 0, "", "config.not_utf8")]) from None
    except OSError as error:
        reason = (("reason", error.strerror or str(error)),)
        raise ConfigError([Mistake(_shown(path), 0, "", "config.unreadable", reason)]) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        # decimals stay what was written: a step of 0.1 is a tenth
        return tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", 0) or _line_said(str(error))
        raise ConfigError([Mistake(_shown(path), line, "", "config.syntax", (("reason", str(error)),))]) from None


def _line_said(message: str) -> int:
    _, _, rest = message.partition("(at line ")
    digits = rest.partition(",")[0]
    return int(digits) if digits.isdigit() else 0


def _shown(path: Path) -> str:
    """A path as it is told: from where figcheck runs, where it lies below."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else relative


def _read_layer(path: Path, text: str, table: Mapping[str, Any]) -> Layer:
    reader = _Reader(path, text)
    values = reader.values({name: raw for name, raw in table.items() if name != _OVERRIDES}, "", ("run", "article"))
    overrides = reader.overrides(table.get(_OVERRIDES, []))
    if reader.mistakes:
        raise ConfigError(reader.mistakes)
    return Layer(reader.shown, reader.folder, values, overrides)


class _Reader:
    """One file while it is read: what is wrong with it is gathered."""

    def __init__(self, path: Path, text: str) -> None:
        self.shown, self.folder, self._text = _shown(path), _absolute(str(path)).parent, text
        self.mistakes: list[Mistake] = []

    def values(self, table: Mapping[str, Any], where: str, scopes: tuple[str, ...]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, raw in table.items():
            key = KEYS.get(name)
            if key is None or key.scope not in scopes:
                self._unknown(name, where, key)
            else:
                found.update(self._value(key, raw, where))
        return found

    def _value(self, key: Key, raw: Any, where: str) -> Iterator[tuple[str, Value]]:
        try:
            value = key.read(raw, Path(os.path.relpath(self.folder)))
        except Wrong as wrong:
            inside = f"{key.name}.{wrong.where}" if wrong.where else key.name
            self._tell(inside.rpartition(".")[2], where + inside, wrong.key, **wrong.values)
            return
        if key.merges:
            for name, entry in value.items():
                yield f"{key.field}.{name}", Value(entry, self._origin(name))
        else:
            yield key.field, Value(value, self._origin(key.name))

    def overrides(self, raw: Any) -> tuple[Override, ...]:
        if not isinstance(raw, list) or not all(isinstance(each, dict) for each in raw):
            self._tell(_OVERRIDES, _OVERRIDES, "config.want_overrides")
            return ()
        return tuple(self._override(each, f"{_OVERRIDES}[{number}].") for number, each in enumerate(raw))

    def _override(self, table: Mapping[str, Any], where: str) -> Override:
        paths = table.get(_PATHS)
        patterns = [paths] if isinstance(paths, str) else paths
        if not isinstance(patterns, list) or not patterns or not all(isinstance(each, str) for each in patterns):
            self._tell(_OVERRIDES, where + _PATHS, "config.want_texts")
            patterns = []
        rest = {name: raw for name, raw in table.items() if name != _PATHS}
        return Override(tuple(patterns), self.values(rest, where, ("article",)))

    def _unknown(self, name: str, where: str, key: Key | None) -> None:
        if key is not None:
            self._tell(name, where + name, "config.only_at_top", name=name)
            return
        from difflib import get_close_matches

        near = get_close_matches(name.replace("_", "-"), [*KEYS, _OVERRIDES], n=1, cutoff=0.5)
        if near:
            self._tell(name, where + name, "config.unknown_near", name=name, near=near[0])
        else:
            self._tell(name, where + name, "config.unknown", name=name)

    def _tell(self, at: str, where: str, key: str, /, **values: str) -> None:
        self.mistakes.append(Mistake(self.shown, line_of(self._text, at), where, key, tuple(values.items())))

    def _origin(self, name: str) -> str:
        line = line_of(self._text, name)
        return f"{self.shown}:{line}" if line else self.shown


def _merged(found: Mapping[str, Value]) -> Settings:
    defaults = Settings()
    values: dict[str, Any] = {}
    for name, value in found.items():
        table, _, entry = name.partition(".")
        if entry:
            values.setdefault(table, dict(getattr(defaults, table)))[entry] = value.value
        else:
            values[name] = value.value
    return replace(defaults, **values, origins={name: value.origin for name, value in found.items()})


def matches(patterns: tuple[str, ...], path: str, folder: Path) -> bool:
    """Whether a path fits one of the patterns, as .gitignore in `folder` would have it; addresses from their root."""
    _, sign, below = path.partition("://")
    if sign:
        return spec(patterns).match_file(below.partition("/")[2])
    absolute = _absolute(path)
    return absolute.is_relative_to(folder) and spec(patterns).match_file(absolute.relative_to(folder))


@lru_cache(maxsize=64)
def spec(patterns: tuple[str, ...]) -> pathspec.PathSpec[Any]:
    """Patterns as in .gitignore, ready to match relative paths."""
    import pathspec

    return pathspec.PathSpec.from_lines("gitignore", patterns)


def setting_names() -> list[str]:
    """The fields of Settings that a file may set, in the order of the table of keys."""
    from dataclasses import fields

    known = {each.name for each in fields(Settings)}
    return [key.field for key in KEYS.values() if key.field in known]
