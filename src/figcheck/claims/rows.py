"""A text in, the figures of its tables out, each with the words at the heads of its row and column.

A table of plain text is a few lines of as many cells each, kept apart by wide blanks, tabs or bars, the first of which
has no figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from figcheck import expressions as re
from figcheck.data.claim_words import FALL, RISE
from figcheck.model import Mention, Quantity, Span
from figcheck.reader import read_value
from figcheck.values import Frozen, replace

_APART = re.compile(r"\t|\u3000|  |[|｜]")
"""What may keep two cells apart."""
_CELL = re.compile(r"[^\t\u3000|｜\n\r ](?:[^\t\u3000|｜\n\r ]| (?![ \t\u3000|｜\n\r]))*")
_FIGURE = re.compile(r"[-+−－±约近超]?[0-9０-９]")
_PERIOD = re.compile(r"[0-9]{4}年?(?:[0-9]{1,2}月份?)?|[0-9]{1,2}月份?|第?[1-4一二三四]季度")
_UNIT = re.compile(r"[（(](?:单位[：:])?(?P<unit>[^（）()\d]{1,6})[）)]\Z")
_RATE = re.compile(rf"同比|环比|比上年|增速|增幅|{'|'.join(word for word in RISE if len(word) > 1)}")
_LOSS = re.compile("|".join(word for word in FALL if len(word) > 1))


class Cell(Frozen):
    """A figure's cell in a table."""

    span: Span
    row: Span
    """The words at the head of its row."""
    column: Span
    """The words at the head of its column."""


def find_cells(text: str) -> list[Cell]:
    """The cells with figures of all tables of a text, in order."""
    cells: list[Cell] = []
    rows: list[list[Span]] = []
    last = -1
    for line in _lines(text):
        row = [Span(*match.span()) for match in _CELL.finditer(text, line.start, line.end)]
        goes_on = rows and len(row) == len(rows[0]) and last + 1 == line.start and _is_data(text, row)
        if goes_on:
            rows.append(row)
        else:
            cells.extend(_of_table(text, rows))
            rows = [row] if len(row) > 1 and not _is_data(text, row) else []
        last = line.end
    return [*cells, *_of_table(text, rows)]


def _lines(text: str) -> Iterator[Span]:
    """The lines in which cells may be kept apart."""
    match = _APART.search(text)
    while match is not None:
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        yield Span(text.rfind("\n", 0, match.start()) + 1, end)
        match = _APART.search(text, end)


def _is_data(text: str, row: Sequence[Span]) -> bool:
    """Whether a line of cells has figures: behind its head nothing but figures, and not only years."""
    cells = [text[cell.start : cell.end] for cell in row[1:]]
    figures = [cell for cell in cells if _FIGURE.match(cell)]
    return 2 * len(figures) >= len(cells) > 0 and not all(_PERIOD.fullmatch(cell) for cell in figures)


def _of_table(text: str, rows: Sequence[Sequence[Span]]) -> Iterator[Cell]:
    if len(rows) < 2 or (len(rows) == 2 and len(rows[0]) == 2):
        return
    heads, *data = rows
    for row in data:
        for cell, head in zip(row[1:], heads[1:], strict=True):
            if _FIGURE.match(text, cell.start):
                yield Cell(cell, row[0], head)


def in_cell(text: str, mention: Mention, cell: Cell) -> tuple[Mention, Literal[-1, 0, 1]]:
    """The figure with the unit that its column's head names, and whether it is a growth (1), a fall (-1) or a level."""
    head = text[cell.column.start : cell.column.end]
    named = _UNIT.search(head)
    quantity = mention.quantity
    if named is not None and quantity.unit is None and mention.end == cell.span.end:
        quantity = _with_unit(text[mention.start : mention.end], named["unit"]) or quantity
    direction: Literal[-1, 0, 1] = -1 if _LOSS.search(head) else 1 if _RATE.search(head) else 0
    if quantity.number is not None and quantity.number < 0:
        direction = 0
    return replace(mention, quantity=quantity), direction


def _with_unit(written: str, unit: str) -> Quantity | None:
    read = read_value(written + unit)
    return read[0] if read is not None else None
