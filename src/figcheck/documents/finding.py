"""Paths as a user gives them in, the files to read out: folders expanded, nothing twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from .errors import DocumentError
from .loading import MAX_BYTES

SUFFIXES = (".txt", ".md", ".docx", ".html", ".htm", *([".pdf"] if find_spec("pypdfium2") else []))
"""What counts as an article in a folder, .pdf where it can be read; a file that is named may be called anything."""


def find(paths: Sequence[str], exclude: Sequence[str] = ()) -> tuple[list[str], list[DocumentError]]:
    """The files to read, in the order given, those of a folder sorted; and the folders that can't be read or have none.

    In folders hidden files, files over the limit, what is no regular file and what fits a pattern of `exclude` (as in
    .gitignore, below that folder) are left out. A file that is named itself
    is kept even where it is missing: `load` says so.
    """
    files: dict[str, str] = {}
    errors: list[DocumentError] = []
    for path in paths:
        for name in _expand(path, exclude, errors):
            # the same file by another name, a link included, is the same file
            files.setdefault(name if name == "-" else _identity(name), name)
    return list(files.values()), errors


def _expand(path: str, exclude: Sequence[str], errors: list[DocumentError]) -> list[str]:
    if path == "-" or "\0" in path or not Path(path).is_dir():
        return [path]
    before = len(errors)
    found = sorted(kept(_walk(path, errors), path, exclude), key=lambda name: Path(name).parts)
    if not found and len(errors) == before:
        suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        errors.append(DocumentError(path, "documents.nothing", {"suffixes": suffixes}))
    return found


def kept(names: Iterable[str], folder: str, exclude: Sequence[str]) -> Iterable[str]:
    """The paths that fit no pattern of `exclude`, as .gitignore in `folder` would have it."""
    if not exclude:
        return names
    import pathspec

    spec = pathspec.PathSpec.from_lines("gitignore", exclude)
    return (name for name in names if not spec.match_file(os.path.relpath(name, folder)))


def _walk(folder: str, errors: list[DocumentError]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        reason = error.strerror or str(error)
        errors.append(DocumentError(error.filename, "documents.unreadable", {"reason": reason}))

    for root, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            if not name.startswith(".") and name.lower().endswith(SUFFIXES) and _is_article(path):
                yield str(path)


def _is_article(path: Path) -> bool:
    try:
        status = path.stat()
    except OSError:
        return True  # a broken link: loading it says so
    return stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES


def _identity(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path
