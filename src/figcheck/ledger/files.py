"""Paths in, the ledgers that they mean out, folders opened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.ledger.mistakes import Mistake

_SUFFIXES = frozenset({".yaml", ".yml"})


def ledger_files(paths: Iterable[Path | str]) -> tuple[list[str], list[Mistake]]:
    """The files meant, folders opened and each file taken once, at its last place; and what is wrong with folders."""
    files: dict[Path, str] = {}
    mistakes = []
    for path in map(Path, paths):
        try:
            found = _in_folder(path) if path.is_dir() else [path]
        except OSError as error:
            mistakes.append(_told(path, "ledger.unreadable", reason=error.strerror or str(error)))
            continue
        if not found:
            mistakes.append(_told(path, "ledger.no_ledgers"))
        for file in found:
            files.pop(file.absolute(), None)
            files[file.absolute()] = str(file)
    return list(files.values()), mistakes


def _in_folder(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in _SUFFIXES and not file.name.startswith(".") and file.is_file()
    )


def _told(folder: Path, key: str, **values: str) -> Mistake:
    from figcheck.ledger.source import whole

    return whole(str(folder), key, **values)
