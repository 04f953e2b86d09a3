"""A name in, what was kept under it on this machine out; all of it may be deleted at any time."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast
from zlib import crc32

T = TypeVar("T")
Mark = tuple[Any, ...]
"""What changes when the sources of something change."""


def folder() -> Path | None:
    """The user's cache folder of figcheck, whether it exists or not; None where FIGCHECK_NO_CACHE is set.

    FIGCHECK_CACHE_DIR names it, else it is in the place where the system keeps such folders.
    """
    if os.environ.get("FIGCHECK_NO_CACHE"):
        return None
    if own := os.environ.get("FIGCHECK_CACHE_DIR"):
        return Path(own).absolute()
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        given = Path(os.environ.get(variable, ""))
        if given.is_absolute():
            return given / "figcheck"
    try:
        return Path.home() / ".cache" / "figcheck"
    except RuntimeError:  # a user without a home
        return None


def mark(paths: Iterable[Path]) -> Mark:
    """The mark of files as they are now; empty where one of them can't be seen."""
    try:
        states = [(path.name, path.stat()) for path in paths]
    except OSError:
        return ()
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)


def made(name: str, sources: Mark, make: Callable[[], T]) -> T:
    """What `make` made of the sources, be it now or in a former run: numbers, texts and plain collections of them."""
    if not sources:
        return make()
    name = f"{name}-{crc32(__file__.encode('utf-8', 'surrogateescape')):08x}"  # each installation has its own
    found = opened(kept(name), sources)
    if found is None:
        found = make()
        keep(name, sealed(found, sources))
    return cast(T, found)


def sealed(content: object, sources: Mark) -> bytes:
    """The content with its mark."""
    return marshal.dumps((sources, cast(Any, content)), 4)


def opened(whole: bytes | None, sources: Mark) -> Any:
    """What was sealed with this mark; None for anything else."""
    found, content = _unsealed(whole)
    return content if found == sources else None


def noted(whole: bytes | None) -> Any:
    """What was sealed with any mark; None for anything else."""
    return _unsealed(whole)[1]


def _unsealed(whole: bytes | None) -> tuple[Any, Any]:
    try:
        found, content = marshal.loads(whole) if whole else (None, None)
    except (EOFError, ValueError, TypeError):
        return None, None
    return found, content


def kept(name: str) -> bytes | None:
    """What was kept under that name; None where nothing was, or it can't be read."""
    at = folder()
    try:
        return None if at is None else (at / name).read_bytes()
    except OSError:
        return None


def keep(name: str, content: bytes | Iterable[bytes]) -> None:
    """Keeps `content` whole or not at all, for this user alone; where that can't be done, nothing happens."""
    at = folder()
    if at is None:
        return
    partial = at / f".{name}.{os.getpid()}.partial"
    try:
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        with partial.open("xb") as file:
            for piece in [content] if isinstance(content, bytes) else content:
                file.write(piece)
        partial.replace(at / name)
    except OSError:
        try:
            partial.unlink(missing_ok=True)
        except OSError:
            return
