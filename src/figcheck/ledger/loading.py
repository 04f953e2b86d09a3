"""Paths of ledgers in, one `Ledger` out, or all mistakes of all files at once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from figcheck.ledger.files import ledger_files
from figcheck.ledger.mistakes import LedgerError, Mistake
from figcheck.ledger.source import Source, read_source

if TYPE_CHECKING:
    from figcheck.ledger.entries import Sheet
    from figcheck.ledger.parts import Watch
    from figcheck.ledger.sections import ReadValue
    from figcheck.model import Ledger


def load(paths: Sequence[Path | str], read_value: ReadValue, watch: Watch = lambda done, total: None) -> Ledger:
    """Read and merge ledgers; a later file wins for the same fact, and a folder means its *.yaml and *.yml, sorted.

    `read_value` turns a value as an article would write it into a quantity and its direction (-1, 0 or 1), or None
    where it is no figure; `watch` is told how far the reading of a large ledger is. Raises LedgerError with every
    mistake found, and nothing else.
    """
    return load_named(paths, read_value, watch)[0]


def load_named(
    paths: Sequence[Path | str], read_value: ReadValue, watch: Watch = lambda done, total: None
) -> tuple[Ledger, tuple[str, ...]]:
    """The same, and the ids that stand in the files though they look like those that are made where none is given."""
    from figcheck.ledger.merging import is_made, merge

    files, mistakes = ledger_files(paths)
    with _undisturbed():
        sheets, told = read_sheets(files, read_value, watch)
        given = {draft.fact.id for sheet in sheets.values() for draft in sheet.facts if draft.fact.id}
        ledger, between = merge(list(sheets.values()))
    watch(1, 1)
    if mistakes := [*mistakes, *told, *between]:
        raise LedgerError(in_order(mistakes, files))
    return ledger, tuple(fact.id for fact in ledger.facts if fact.id in given and is_made(fact)) if given else ()


def read_sheets(
    files: Iterable[str], read_value: ReadValue, watch: Watch = lambda done, total: None
) -> tuple[dict[str, Sheet], list[Mistake]]:
    """What stands in each file that can be read, by its name, and what is wrong in any of them."""
    sheets: dict[str, Sheet] = {}
    mistakes: list[Mistake] = []
    for file in files:
        source = read_source(file)
        if isinstance(source, Mistake):
            mistakes.append(source)
        else:
            sheets[file] = _sheet(source, read_value, watch)
            mistakes += sheets[file].reading.mistakes
    return sheets, mistakes


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the collector of garbage, which would look through a large ledger again and again and find none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _sheet(source: Source, read_value: ReadValue, watch: Watch) -> Sheet:
    """One file's entries and mistakes."""
    from figcheck.ledger.parts import read_large

    large = read_large(source, read_value, watch)
    if large is not None:
        return large
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
