"""Paths of ledgers in, one `Ledger` out, or all mistakes of all files at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from figcheck.ledger.files import ledger_files
from figcheck.ledger.mistakes import LedgerError, Mistake
from figcheck.ledger.source import Source, read_source

if TYPE_CHECKING:
    from figcheck.ledger.entries import Sheet
    from figcheck.ledger.sections import ReadValue
    from figcheck.model import Ledger


def load(paths: Sequence[Path | str], read_value: ReadValue) -> Ledger:
    """Read and merge ledgers; a later file wins for the same fact, and a folder means its *.yaml and *.yml, sorted.

    `read_value` turns a value as an article would write it into a quantity and its direction (-1, 0 or 1), or None
    where it is no figure. Raises LedgerError with every mistake found, and nothing else.
    """
    from figcheck.ledger.merging import merge

    files, mistakes = ledger_files(paths)
    sheets = []
    for file in files:
        source = read_source(file)
        if isinstance(source, Mistake):
            mistakes.append(source)
        else:
            sheet = _sheet(source, read_value)
            mistakes += sheet.reading.mistakes
            sheets.append(sheet)
    ledger, told = merge(sheets)
    mistakes += told
    if mistakes:
        raise LedgerError(in_order(mistakes, files))
    return ledger


def _sheet(source: Source, read_value: ReadValue) -> Sheet:
    """One file's entries and mistakes."""
    from figcheck.ledger.entries import read_sheet
    from figcheck.ledger.growth import grow
    from figcheck.ledger.sections import Reading

    root, told, source = grow(source)
    return read_sheet(Reading(source, read_value, told), root)


def in_order(mistakes: Iterable[Mistake], files: Sequence[str]) -> list[Mistake]:
    """By file as read, then by place; folders without ledgers first."""
    rank = {file: number for number, file in enumerate(files)}
    return sorted(
        dict.fromkeys(mistakes), key=lambda slip: (rank.get(slip.path, -1), slip.line, slip.column, slip.where)
    )
