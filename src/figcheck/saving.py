"""Bytes and a path in, a file that holds them whole or is what it was out, whatever kills us when."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def save(path: Path, chunks: Iterable[bytes], *, lasting: bool = False) -> None:
    """Puts a file in the place of `path`, with its permissions where it existed; a link stays and its target changes.

    `lasting` waits until the disk has it, so that not even a power cut leaves less. Raises OSError.
    """
    path = path.resolve()
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    try:
        with partial.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        _like(partial, path)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    if lasting:
        _settle(path.parent)


def _like(partial: Path, path: Path) -> None:
    """Gives the new file the permissions and, where that is allowed, the owner of the old."""
    try:
        old = path.stat()
    except FileNotFoundError:
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(partial, old.st_uid, old.st_gid)
    partial.chmod(old.st_mode & 0o7777)


def _settle(folder: Path) -> None:
    """Waits until the disk has the folder's new entry; where folders can't be opened nobody needs to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Keeps other processes that ask for the same file waiting while it is read, changed and saved.

    Where the file does not exist yet, or the system has no such locks, nobody waits. Raises OSError.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = None
    try:
        while handle is None and path.exists():
            handle = os.open(path, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
            if not _is_open_as(path, handle):  # somebody has saved another file in its place meanwhile
                os.close(handle)
                handle = None
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _is_open_as(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
