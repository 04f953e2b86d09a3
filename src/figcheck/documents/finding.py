"""Paths as a user gives them in, the files to read out: folders expanded, nothing twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence

from .errors import DocumentError
from .loading import MAX_BYTES

SUFFIXES = (".txt", ".md")
"""What counts as an article in a folder; a file that is named itself may be called anything."""


def find(paths: Sequence[str]) -> tuple[list[str], list[DocumentError]]:
    """The files to read, in the order given, those of a folder sorted; and the folders that have none.

    In folders hidden files, files over the limit and what is no regular file are left out. A file that is named itself
    is kept even where it is missing: `load` says so.
    """
    files: dict[str, str] = {}
    errors: list[DocumentError] = []
    for path in paths:
        if path == "-" or not os.path.isdir(path):
            found = [path]
        else:
            found = sorted(_walk(path, errors), key=lambda name: name.split(os.sep))
            if not found and not any(error.path == path for error in errors):
                errors.append(DocumentError(path, "documents.nothing", {"suffixes": " ".join(f"*{s}" for s in SUFFIXES)}))
        for name in found:
            files.setdefault(name if name == "-" else _identity(name), name)
    return list(files.values()), errors


def _walk(folder: str, errors: list[DocumentError]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        errors.append(DocumentError(error.filename, "documents.unreadable", {"reason": error.strerror or str(error)}))

    for root, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(root, name)
            if name.lower().endswith(SUFFIXES) and not name.startswith(".") and _is_article(path):
                yield path


def _is_article(path: str) -> bool:
    try:
        status = os.stat(path)
    except OSError:
        return True  # a broken link: loading it tells
    return stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES


def _identity(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path
