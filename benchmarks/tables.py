"""Rows of measurements in, an aligned table for a terminal or plain values for JSON out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, which is its key in JSON too, and how its numbers are written."""

    name: str
    form: str = ""
    """A format specification for numbers: `.2f`, `.1%`."""

    def write(self, cell: Cell) -> str:
        """The cell as the terminal shows it; a dash where nothing was measured."""
        if cell is None:
            return "–"
        return cell if isinstance(cell, str) else format(cell, self.form)


@dataclass(frozen=True, slots=True)
class Table:
    """Measurements of one kind; a table without columns has only its notes to tell."""

    title: str
    columns: tuple[Column, ...] = ()
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """The table as it is printed; text stands left, numbers right."""
        yield self.title
        if self.columns:
            yield from self._grid()
        for note in self.notes:
            yield f"  {note}"

    def _grid(self) -> Iterator[str]:
        head = [column.name for column in self.columns]
        body = [[column.write(cell) for column, cell in zip(self.columns, row, strict=True)] for row in self.rows]
        widths = [max(map(cells, column)) for column in zip(head, *body, strict=True)]
        left = [all(isinstance(row[place], str) for row in self.rows) for place in range(len(head))]
        yield _line(head, widths, left)
        yield "  " + "  ".join("-" * width for width in widths)
        for row in body:
            yield _line(row, widths, left)

    def as_json(self) -> dict[str, object]:
        """Title, rows as objects, notes: numbers as measured, not as rounded for the terminal."""
        names = [column.name for column in self.columns]
        rows = [dict(zip(names, row, strict=True)) for row in self.rows]
        return {"title": self.title, "rows": rows, "notes": list(self.notes)}


def _line(row: Sequence[str], widths: Sequence[int], left: Sequence[bool]) -> str:
    padded = (
        text + " " * (width - cells(text)) if to_left else " " * (width - cells(text)) + text
        for text, width, to_left in zip(row, widths, left, strict=True)
    )
    return ("  " + "  ".join(padded)).rstrip()


def cells(text: str) -> int:
    """How many cells of a terminal the text takes; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
