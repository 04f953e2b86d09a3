"""Paths of ledgers in, what the desk knows out, from what was made of the very same files before, where that is kept.

A ledger is told by what the system says of its file (size, times, number), so that it need not even be read; what was
made of it is kept under its content, so that a copy, or a ledger that was only touched, is not parsed again either.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from errno import ENOENT
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from figcheck import __version__, caches
from figcheck.ledger.compiled import DAMAGE, NAMED, Compiled, opened
from figcheck.ledger.files import ledger_files
from figcheck.ledger.overlay import Base, Overlaid
from figcheck.model import Knowledge, Ledger
from figcheck.values import Frozen

if TYPE_CHECKING:
    from figcheck.ledger.parts import Watch
    from figcheck.ledger.sections import ReadValue

_RECENT = 100_000_000
"""Nanoseconds since a ledger's last change within which another might leave all that the system says of it as it is."""
_READ_BY = ("", "data", "ledger", "reader")
"""Rooms whose code says what is made of a ledger; the first is the house itself."""
_BLOCK = 1 << 20

_LARGE = 4_000_000
"""Bytes of a ledger from which on it is kept by itself, so that others beside it may change and it need not be read."""

Marks = tuple[tuple[str | int, ...], ...]
"""What changes when a ledger does."""


def known(paths: Sequence[Path | str], read_value: ReadValue, watch: Watch = lambda done, total: None) -> Knowledge:
    """What ledgers say, as `load` merges them, from the cache folder where it is there.

    Raises LedgerError with every mistake found, and nothing else.
    """
    files, mistakes = ledger_files(paths)
    folder = caches.folder()
    if mistakes or folder is None:
        from figcheck.ledger.loading import load

        return load(paths, read_value, watch)
    return _Shelf(folder, files, read_value, watch).knowledge()


class Packed(Frozen):
    """Ledgers on their way to another machine."""

    name: str
    """Under which what was made of them is in the folder that travels."""
    files: tuple[str, ...]
    """What it was made of, by the names that evidence tells."""


def packed(paths: Sequence[Path | str], folder: Path, read_value: ReadValue) -> Packed:
    """What is made of ledgers, put into a folder. Raises LedgerError, OSError."""
    from shutil import copyfile

    from figcheck.ledger.compiling import compiled

    found, (files, _) = known(paths, read_value), ledger_files(paths)
    name = _name(files) or f"ledger-{len(files)}.facts"
    cache = caches.folder()
    kept = None if cache is None or isinstance(found, Ledger) else opened(cache / name, files, Ledger)
    if cache is None or kept is None:
        whole = found if isinstance(found, Ledger) else _Shelf(folder, files, read_value, _nobody).read()
        (folder / name).write_bytes(b"".join(compiled(whole, files)))
        return Packed(name, tuple(files))
    told = Base.of(kept)
    for each in (name, *((told.name,) if told else ())):
        copyfile(cache / each, folder / each)
    return Packed(name, tuple(files))


def unpacked(sent: Packed, folder: Path, read_value: ReadValue) -> Knowledge:
    """The ledgers, from the folder that travelled. Raises OSError where it has not got them."""
    found = _Shelf(folder, sent.files, read_value, _nobody).opened(sent.name)
    if found is None:
        raise FileNotFoundError(ENOENT, "ledger", str(folder / sent.name))
    return found


def _nobody(done: int, total: int) -> None:
    """Watches nothing."""


class _Shelf:
    """Where what is made of some files is kept."""

    def __init__(self, folder: Path, files: Sequence[str], read_value: ReadValue, watch: Watch) -> None:
        self._folder, self._files, self._read_value, self._watch = folder, files, read_value, watch
        places = "\0".join(os.path.abspath(file) for file in files)  # noqa: PTH100  # Path costs more than all this
        self._note = f"ledger-{crc32(os.fsencode(places + __file__)):08x}.note"
        """Says, for the marks of the files, under which name is kept what was made of them."""

    def knowledge(self) -> Knowledge:
        """What was made of the files, now or before."""
        marks = _marks(self._files)
        if marks is None:
            return self.read()
        name = caches.opened(caches.kept(self._note), (_code(), marks))
        found = self.opened(name)
        return found if found is not None else self._anew(marks)

    def read(self) -> Ledger:
        from figcheck.ledger.loading import load

        return load(self._files, self._read_value, self._watch)

    def opened(self, name: str | None) -> Compiled | Overlaid | None:
        """What is kept under a name, with what it lies over; None where one of the two is not there or damaged."""
        found = None if name is None else self._file(name, self._files)
        if found is None:
            return None
        try:
            told = Base.of(found)
            base = self._file(told.name, [self._files[told.file]]) if told is not None else None
        except DAMAGE:
            return None
        if told is None:
            return found
        return None if base is None else Overlaid(found, base, told, self.read)

    def _file(self, name: str, files: Sequence[str]) -> Compiled | None:
        path = self._folder / name

        def instead() -> Ledger:
            with suppress(OSError):
                path.unlink()
            return self.read()

        return opened(path, files, instead)

    def _anew(self, marks: Marks) -> Knowledge:
        """What is kept under the content of the files, else what is read from them."""
        name = _name(self._files)
        found: Knowledge | None = self.opened(name)
        if found is None:
            found = self._overlaid(name, marks) or self._kept(name, marks)
        if name is not None:
            self._remember(name, marks)
        return found

    def _kept(self, name: str | None, marks: Marks) -> Knowledge:
        """What is read from the files, and kept, unless one has just been changed."""
        from figcheck.ledger.loading import load_named

        ledger, named = load_named(self._files, self._read_value, self._watch)
        if name is None or _marks(self._files) != marks:
            return ledger
        from figcheck.ledger.compiling import compiled

        caches.keep(name, compiled(ledger, self._files, {NAMED: named} if named else None))
        return self.opened(name) or ledger

    def _overlaid(self, name: str | None, marks: Marks) -> Knowledge | None:
        """Small ledgers over or under a large one that is kept; None where there is none, or it is no ledger by itself.

        Raises LedgerError for mistakes in the small ones, and between them and the large one.
        """
        large = max(marks, key=_size)
        if name is None or len(marks) == 1 or _size(large) < _LARGE:
            return None
        from figcheck.ledger.mistakes import LedgerError
        from figcheck.ledger.overlaying import overlay

        path = str(large[0])
        alone = _Shelf(self._folder, [path], self._read_value, self._watch)
        try:
            base, below = alone.knowledge(), _name([path])
        except LedgerError:
            return None
        if not isinstance(base, Compiled) or below is None:
            return None
        pieces = overlay(base, below, path, self._files, self._read_value)
        if _marks(self._files) == marks:
            caches.keep(name, pieces)
        return self.opened(name)

    def _remember(self, name: str, marks: Marks) -> None:
        """Notes where to look, and drops what was made of the files as they were before."""
        before = caches.noted(caches.kept(self._note))
        if isinstance(before, str) and before != name:
            with suppress(OSError):
                (self._folder / before).unlink()
        newest = max(each for mark in marks for each in mark[2:4] if isinstance(each, int))
        if time.time_ns() - newest > _RECENT:
            caches.keep(self._note, [caches.sealed(name, (_code(), marks))])


def _size(mark: tuple[str | int, ...]) -> int:
    return int(mark[1])


def _marks(files: Sequence[str]) -> Marks | None:
    """What the system says of the files; None where it does not see one of them as a file."""
    marks = []
    for file in files:
        try:
            state = os.stat(file)  # noqa: PTH116
        except (OSError, ValueError):
            return None
        marks.append((file, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, state.st_dev))
    return tuple(marks)


def _name(files: Sequence[str]) -> str | None:
    """The name under which is kept what is made of files of this content; None where one can't be read."""
    from hashlib import blake2b

    whole = blake2b(repr((_code(), len(files))).encode(), digest_size=16)
    for file in files:
        try:
            whole.update(_digest(file))
        except OSError:
            return None
    return f"ledger-{whole.hexdigest()}.facts"


def _digest(file: str) -> bytes:
    from hashlib import blake2b

    content = blake2b(digest_size=32)
    with Path(file).open("rb") as stream:
        while block := stream.read(_BLOCK):
            content.update(block)
    return content.digest()


@lru_cache(maxsize=1)
def _code() -> tuple[str | int, ...]:
    """What changes when another figcheck, or the same one with other code, would make something else of a ledger."""
    house = Path(__file__).parents[1]
    states = sorted(state for room in _READ_BY for state in _states(house / room))
    return __version__, sys.byteorder, crc32(repr(states).encode("utf-8", "surrogateescape"))


def _states(room: Path) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError), os.scandir(room) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.name, state.st_size, state.st_mtime_ns
