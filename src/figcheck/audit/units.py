"""Paths of an archive in, pieces of work out: each names where documents are, and holds none of their text."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from glob import has_magic
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from figcheck.audit.places import is_address, joined, place_of
from figcheck.documents import SUFFIXES, kept

Kind = Literal["files", "lines", "zip", "tar", "parquet", "warc", "missing", "broken"]

LINES_BYTES = 2 * 2**20
"""Bytes of JSONL that make a piece of work."""
FILES = 256
"""Files that make a piece of work."""
FILES_BYTES = 2 * 2**20

_ENDINGS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("lines", (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")),
    ("tar", (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst")),
    ("zip", (".zip",)),
    ("parquet", (".parquet",)),
    ("warc", (".warc", ".warc.gz")),
)


class Unit(NamedTuple):
    """A piece of work."""

    kind: Kind
    paths: tuple[str, ...]
    """The files of `files`; else the one file."""
    start: int = 0
    """Lines: the offset of the first byte; zip: of the first member; Parquet: the row group."""
    stop: int = -1
    """Lines and zip: where it ends, exclusive; -1 for the end of the file."""
    size: int = 0
    """About how many bytes it reads."""
    root: str = ""
    """The folder that paths start from; empty for the one that we run in."""

    def opened(self, path: str) -> BinaryIO:
        """One of its files for reading. Raises OSError."""
        path = path if is_address(path) else os.path.join(self.root, path)
        return place_of(path).open(path)


def kind_of(path: str) -> Kind | None:
    """What kind of container a file is by its name; None for a document."""
    name = path.lower()
    return next((kind for kind, endings in _ENDINGS if name.endswith(endings)), None)


def units(sources: Sequence[str], exclude: Sequence[str] = (), times: int = 1) -> Iterator[Unit]:
    """All pieces of work, in an order that depends on nothing but the sources; a file that is named twice comes once.

    Folders are walked; globs are opened, `**` too. What is missing is a piece of kind `missing`. Pieces of files and of
    lines are made `times` as large as they are for one machine.
    """
    waiting: list[str] = []
    size = 0
    for path in _once(sources, exclude):
        kind = kind_of(path)
        if kind is not None:
            yield from _container(kind, path, times)
            continue
        if waiting and (len(waiting) >= FILES * times or size >= FILES_BYTES * times):
            yield Unit("files", tuple(waiting), size=size)
            waiting, size = [], 0
        waiting.append(path)
        size += _size(path)
    if waiting:
        yield Unit("files", tuple(waiting), size=size)


def total(sources: Sequence[str], exclude: Sequence[str] = ()) -> int:
    """The bytes of all files, for an estimate of what is left to do."""
    return sum(_size(path) for path in _once(sources, exclude))


def _once(sources: Sequence[str], exclude: Sequence[str]) -> Iterator[str]:
    """Each file once: of sources that overlap the later pass over what the earlier gave."""
    earlier: list[str] = []
    for source in sources:
        for path in _files(source, exclude):
            if not any(_gives(other, path) for other in earlier):
                yield path
        earlier.append(source)


def _gives(source: str, path: str) -> bool:
    """Whether a path is one that a source gives."""
    if is_address(source) or is_address(path):
        return path == source or path.startswith(source.rstrip("/") + "/") or fnmatch(path, source)
    if has_magic(source) and not os.path.exists(source):
        return fnmatch(os.path.normpath(path), os.path.normpath(source))
    known, asked = Path(source).absolute(), Path(path).absolute()
    return asked == known or known in asked.parents


def covers(sources: Sequence[str], path: str) -> bool:
    """Whether a path, or the container that it lies in, is one that the sources would give if it were there."""
    container = path.partition("!")[0]
    return any(_gives(source, each) for source in sources for each in (container, os.path.dirname(container)))


def _files(source: str, exclude: Sequence[str]) -> Iterator[str]:
    if _is_folder(source):
        yield from _walked(source, exclude)
    elif has_magic(source) and not _exists(source):
        yield from place_of(source).matching(source) or [source]
    else:
        yield source


def gives_none(source: str) -> bool:
    """Whether there is nothing at all where a source points. Raises OSError for an address that can't be reached."""
    return not _exists(source) and not (has_magic(source) and place_of(source).matching(source))


def _exists(path: str) -> bool:
    try:
        place_of(path).entry(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _is_folder(path: str) -> bool:
    try:
        return place_of(path).entry(path).folder
    except (FileNotFoundError, NotADirectoryError):
        return False


def _walked(folder: str, exclude: Sequence[str]) -> Iterator[str]:
    if is_address(folder):
        yield from kept(_deep(folder), folder, exclude)
        return
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (os.path.join(root, name) for name in sorted(names) if _is_wanted(name))
        yield from kept(paths, folder, exclude)


def _deep(folder: str) -> Iterator[str]:
    """The documents and containers in a folder at an address, and below it."""
    entries = place_of(folder).entries(folder)
    yield from (joined(folder, each.name) for each in entries if not each.folder and _is_wanted(each.name))
    for each in entries:
        if each.folder and not each.name.startswith("."):
            yield from _deep(joined(folder, each.name))


def _is_wanted(name: str) -> bool:
    return not name.startswith(".") and (kind_of(name) is not None or name.lower().endswith(SUFFIXES))


def _size(path: str) -> int:
    try:
        return place_of(path).entry(path).size
    except OSError:
        return 0


def _container(kind: Kind, path: str, times: int) -> Iterator[Unit]:
    size = _size(path)
    if not _exists(path) or _is_folder(path):
        yield Unit("missing", (path,))
    elif kind == "lines" and not path.lower().endswith((".gz", ".zst")):
        for start in range(0, size, LINES_BYTES * times):
            stop = min(start + LINES_BYTES * times, size)
            yield Unit(kind, (path,), start, stop, stop - start)
    elif kind == "zip":
        yield from _members(path, size)
    elif kind == "parquet":
        yield from _row_groups(path, size)
    else:
        yield Unit(kind, (path,), size=size)


def _members(path: str, size: int) -> Iterator[Unit]:
    try:
        with place_of(path).open(path) as file, zipfile.ZipFile(file) as archive:
            count = len(archive.infolist())
    except (OSError, zipfile.BadZipFile):
        yield Unit("zip", (path,), size=size)  # its reading says what is wrong with it
        return
    for start in range(0, max(count, 1), FILES):
        stop = min(start + FILES, count)
        yield Unit("zip", (path,), start, stop, size * (stop - start) // max(count, 1))


def _row_groups(path: str, size: int) -> Iterator[Unit]:
    import pyarrow.parquet as pq
    from pyarrow import ArrowException

    try:
        with place_of(path).open(path) as file:
            count = pq.read_metadata(file).num_row_groups
    except (OSError, ArrowException):
        yield Unit("parquet", (path,), size=size)
        return
    for group in range(count):
        yield Unit("parquet", (path,), group, group + 1, size // max(count, 1))
