"""A CSV or Excel file in, its rows of cells out, every cell the text that an editor sees, with its place."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from figcheck.ledger.workbooks import Formats, formats_of
from figcheck.values import Frozen

_SEPARATORS = (",", ";", "\t", "，")
_DIGITS = 15
"""Digits of a number that Excel keeps; what a formula leaves behind them is noise."""


class TableError(Exception):
    """A file that can't be read as a table: a key of the table of wordings and what fills the sentence."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Cell(Frozen):
    """What stands in a cell, white space at its ends left out."""

    text: str
    row: int
    """1-based, as the file counts: lines of a CSV, rows of a sheet."""
    column: int
    """1-based."""


class Table(Frozen):
    """The rows of a file, or of one sheet, those left out that have nothing in them."""

    path: str
    """The file, and the sheet where it has some: `年报.xlsx[Sheet1]`."""
    rows: tuple[tuple[Cell, ...], ...]


def read_table(path: str, decode: Callable[[bytes], str], sheet: str | None = None) -> Table:
    """The table in a file; `decode` makes a text of a CSV. `sheet` names a sheet, else the first is meant.

    Raises TableError for what is no table, and OSError.
    """
    suffix = Path(path).suffix.lower()
    if suffix in (".xlsx", ".xlsm"):
        return _of_workbook(path, sheet)
    if suffix in (".xls", ".ods", ".et", ".numbers"):
        raise TableError("keeping.table.other_format", path=path, suffix=suffix)
    return Table(path, tuple(_rows(_of_csv(decode(Path(path).read_bytes())))))


def _rows(rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[tuple[Cell, ...]]:
    for number, texts in rows:
        cells = tuple(Cell(text.strip(), number, column) for column, text in enumerate(texts, start=1))
        if any(cell.text for cell in cells):
            yield cells


def _of_csv(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows with the lines on which they begin."""
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=separator)
    begun = 1
    for row in reader:
        yield begun, row
        begun = reader.line_num + 1


# --- Excel ---------------------------------------------------------------------------------------------------


def _of_workbook(path: str, sheet: str | None) -> Table:
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise TableError("keeping.table.no_calamine", path=path) from None
    try:
        with Path(path).open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            name = sheet or book.sheet_names[0]
            if name not in book.sheet_names:
                raise TableError("keeping.table.no_sheet", path=path, sheet=name, sheets="、".join(book.sheet_names))
            values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        formats = formats_of(path, name)
    except (OSError, TableError):
        raise
    except Exception as error:  # calamine and zipfile have many ways to say that a file is no workbook
        raise TableError("keeping.table.broken", path=path, reason=str(error)) from error
    return Table(f"{path}[{name}]", tuple(_rows(_texts(values, formats))))


def _texts(values: Sequence[Sequence[Any]], formats: Formats) -> Iterator[tuple[int, list[str]]]:
    grid = [list(row) for row in values]
    for merged in formats.merged:
        _fill(grid, merged)
    for number, row in enumerate(grid, start=1):
        yield number, [shown(value, formats.of(number, column)) for column, value in enumerate(row, start=1)]


def _fill(grid: list[list[Any]], merged: tuple[int, int, int, int]) -> None:
    """Cells that were merged all hold what the first of them shows."""
    top, left, bottom, right = merged
    first = grid[top - 1][left - 1] if top <= len(grid) and left <= len(grid[top - 1]) else ""
    for row in grid[top - 1 : bottom]:
        row[left - 1 : right] = [first] * len(row[left - 1 : right])


def shown(value: object, form: str) -> str:
    """The value of a cell as its format shows it, but with all the digits that are kept: 0.78 as `0.0%` is `78.0%`."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return _number(value, form)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return _day(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    number = Decimal(f"{value:.{_DIGITS}g}")
    percent = "%" in form
    if percent:
        number *= 100
    _, _, decimals = form.partition(";")[0].partition(".")
    places = len(decimals) - len(decimals.lstrip("0"))
    digits = format(number.normalize(), "f")
    written = len(digits.partition(".")[2])
    if written < places:
        digits = f"{number:.{places}f}"
    return digits + "%" * percent


def _day(value: datetime.date, form: str) -> str:
    """A day, or the month or year alone where no more is shown."""
    letters = form.lower()
    if form and "d" not in letters and "h" not in letters:
        return f"{value.year:04d}-{value.month:02d}" if "m" in letters else f"{value.year:04d}"
    return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
