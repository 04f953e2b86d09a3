"""A path or an address in, the file system that it is on out: this machine's, or the one that an engine reaches.

Addresses have a scheme (`hdfs://…`, `s3a://…`); what can be done with them depends on the engine, which says so with
`reach`. Paths are strings throughout: there may be millions.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import BinaryIO, NamedTuple, Protocol

from figcheck import expressions as re

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Entry(NamedTuple):
    """What lies under a name."""

    name: str
    folder: bool
    size: int
    """Bytes; 0 for a folder."""


class Place(Protocol):
    """A file system. Everything raises OSError, FileNotFoundError where there is nothing of that name."""

    def entry(self, path: str) -> Entry:
        """What lies there."""

    def entries(self, folder: str) -> list[Entry]:
        """What lies in a folder, by name."""

    def matching(self, pattern: str) -> list[str]:
        """The files that a glob means, in order."""

    def open(self, path: str) -> BinaryIO:
        """A file for reading; it may be sought in."""

    def create(self, path: str) -> BinaryIO:
        """A new file for writing, in the place of any that is there."""

    def make(self, folder: str) -> None:
        """Makes a folder where there is none."""

    def replace(self, path: str, target: str) -> None:
        """Puts a whole file where `target` is to be, once it is sure to last."""

    def remove(self, path: str) -> None:
        """Takes a file away; nothing where there is none."""


class Here:
    """The file system of this machine."""

    def entry(self, path: str) -> Entry:
        """What lies there."""
        state, folder = os.stat(path), os.path.isdir(path)
        return Entry(os.path.basename(path), folder, 0 if folder else state.st_size)

    def entries(self, folder: str) -> list[Entry]:
        """What lies in a folder, by name."""
        with os.scandir(folder) as found:
            return sorted(Entry(each.name, each.is_dir(), _size(each)) for each in found)

    def matching(self, pattern: str) -> list[str]:
        """The files that a glob means, in order; `**` goes down."""
        from glob import glob

        return sorted(path for path in glob(pattern, recursive=True) if os.path.isfile(path))

    def open(self, path: str) -> BinaryIO:
        """A file for reading."""
        return open(path, "rb")

    def create(self, path: str) -> BinaryIO:
        """A new file for writing."""
        return open(path, "wb")

    def make(self, folder: str) -> None:
        """Makes a folder and those above it."""
        os.makedirs(folder, exist_ok=True)

    def replace(self, path: str, target: str) -> None:
        """Puts a file in its place when the disk has it."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(path, target)

    def remove(self, path: str) -> None:
        """Takes a file away."""
        try:
            os.unlink(path)
        except FileNotFoundError:
            return


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return 0 if entry.is_dir() else entry.stat().st_size
    except OSError:  # a link that leads nowhere
        return 0


HERE = Here()


class UnreachableError(OSError):
    """An address that no engine of this run reaches."""


_ways: list[Callable[[], Place]] = []


def reach(way: Callable[[], Place]) -> None:
    """Says how this process reaches addresses from now on; `way` is called when the first is met."""
    _ways[:] = [way]


def place_of(path: str) -> Place:
    """The file system of a path. Raises UnreachableError for an address that can't be reached."""
    if not is_address(path):
        return HERE
    if not _ways:
        raise UnreachableError(None, "an address needs --engine spark", path)
    return _ways[0]()


def is_address(path: str) -> bool:
    """Whether it has a scheme."""
    return _SCHEME.match(path) is not None


def joined(folder: str, name: str) -> str:
    """The path of a name in a folder."""
    return f"{folder.rstrip('/')}/{name}" if is_address(folder) else os.path.join(folder, name)


def put(path: str, content: bytes) -> None:
    """Writes a small file whole or not at all. Raises OSError."""
    place, partial = place_of(path), f"{path}.{os.getpid()}.partial"
    try:
        with place.create(partial) as file:
            file.write(content)
        place.replace(partial, path)
    finally:
        place.remove(partial)


def content(path: str) -> bytes | None:
    """A small file; None where there is none. Raises OSError."""
    try:
        with place_of(path).open(path) as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
