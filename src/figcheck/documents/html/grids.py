"""A table of a page in, its rows as sentences out, each bit of them with its place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from figcheck.documents.tables import Bit, Line, table_lines

from .places import Segment

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from .rows import Row

_MOST_NODES = 20_000
_WIDEST = 100
_MOST_ROWS = 2_000
_MOST_PLACES = 20_000
"""Places of a table, beyond which it is no table that somebody reads."""
_SPACE = Segment(" ", -1, -1, False)


@dataclass(slots=True)
class _Grid:
    """A table as it is seen: which cell covers which place."""

    rows: list[list[int]] = field(default_factory=list)
    cells: list[LexborNode] = field(default_factory=list)
    marked: set[int] = field(default_factory=set)

    def add(self, cell: LexborNode, row: int, column: int) -> int:
        """Puts a cell into the first free place of its row; gives the place after it."""
        number = len(self.cells)
        self.cells.append(cell)
        if cell.tag == "th":
            self.marked.add(number)
        places = self.rows[row]
        while column < len(places) and places[column] >= 0:
            column += 1
        wide, high = _span(cell, "colspan", _WIDEST - column), _span(cell, "rowspan", len(self.rows) - row)
        for each in self.rows[row : row + high]:
            each.extend([-1] * (column + wide - len(each)))
            each[column : column + wide] = [number] * wide
        return column + wide


def sentences(table: LexborNode, read: Callable[[LexborNode], Sequence[Row]], note: str) -> list[list[Segment]] | None:
    """The rows of a table of figures; None for other tables.

    `read` gives the lines of a cell; `note` is the line above the table.
    """
    if not _is_plain(table):
        return None
    grid = _grid(table)
    if grid is None:
        return None
    rows = [read(cell) for cell in grid.cells]
    if _is_linked([row for cell in rows for row in cell]):
        return None
    segments = [_cell(cell) for cell in rows]
    texts = ["".join(segment.text for segment in cell) for cell in segments]
    caption = next((_cell(read(node)) for node in table.iter() if node.tag == "caption"), [])
    said = "".join(segment.text for segment in caption)
    lines = table_lines(texts, grid.rows, grid.marked, said or note)
    if lines is None:
        return None
    return [*([caption] if caption else []), *(_placed(line, segments) for line in lines)]


def _is_plain(table: LexborNode) -> bool:
    """Whether no other table, and no heading, stands in this one."""
    for number, node in enumerate(table.traverse(include_text=False)):
        if number > _MOST_NODES or (number and node.tag in ("table", "h1", "h2", "form", "ul", "ol")):
            return False
    return True


def _grid(table: LexborNode) -> _Grid | None:
    """The grid of a table of several rows and columns; None for others, and for those beyond all measure."""
    rows = list(_rows(table))
    if not 1 < len(rows) <= _MOST_ROWS:
        return None
    grid = _Grid([[] for _ in rows])
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iter():
            if cell.tag in ("td", "th"):
                if column >= _WIDEST:
                    return None
                column = grid.add(cell, number, column)
        if sum(map(len, grid.rows)) > _MOST_PLACES:
            return None
    return grid


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child.iter() if row.tag == "tr")


def _is_linked(rows: Sequence[Row]) -> bool:
    """Whether most of the cells lead to other pages."""
    return 2 * sum(row.linked for row in rows) > sum(len(row.text) for row in rows)


def _span(cell: LexborNode, name: str, most: int) -> int:
    written = (cell.attributes.get(name) or "").strip()
    wide = int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 1
    return max(1, min(wide, most))


def _cell(rows: Sequence[Row]) -> list[Segment]:
    """The lines of a cell as one."""
    found: list[Segment] = []
    for row in rows:
        found += [_SPACE, *row.segments()] if found else row.segments()
    return found


def _placed(line: Line, cells: Sequence[Sequence[Segment]]) -> list[Segment]:
    """A sentence, its bits looked up in their cells."""
    found: list[Segment] = []
    for bit in line:
        if isinstance(bit, Bit):
            found += _bit(bit, cells[bit.cell])
        else:
            found.append(Segment(bit, -1, -1, False))
    return found


def _bit(bit: Bit, cell: Sequence[Segment]) -> Iterator[Segment]:
    from .rows import cut

    at = 0
    for segment in cell:
        start, end = max(bit.start - at, 0), min(bit.end - at, len(segment.text))
        if start < end:
            piece = cut(segment, start, end)
            yield Segment(piece.text, piece.at, piece.until, piece.verbatim, bit.again)
        at += len(segment.text)
