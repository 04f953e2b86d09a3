"""A name in, what was kept under it on this machine out; all of it may be deleted at any time."""

from __future__ import annotations

import os
from pathlib import Path


def folder() -> Path | None:
    """The user's cache folder of figcheck, whether it exists or not; None where FIGCHECK_NO_CACHE is set."""
    if os.environ.get("FIGCHECK_NO_CACHE"):
        return None
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        given = Path(os.environ.get(variable, ""))
        if given.is_absolute():
            return given / "figcheck"
    try:
        return Path.home() / ".cache" / "figcheck"
    except RuntimeError:  # a user without a home
        return None


def kept(name: str) -> bytes | None:
    """What was kept under that name; None where nothing was, or it can't be read."""
    at = folder()
    try:
        return None if at is None else (at / name).read_bytes()
    except OSError:
        return None


def keep(name: str, content: bytes) -> None:
    """Keeps `content` whole or not at all, for this user alone; where that can't be done, nothing happens."""
    at = folder()
    if at is None:
        return
    partial = at / f".{name}.{os.getpid()}.partial"
    try:
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        with partial.open("xb") as file:
            file.write(content)
        partial.replace(at / name)
    except OSError:
        try:
            partial.unlink(missing_ok=True)
        except OSError:
            return
