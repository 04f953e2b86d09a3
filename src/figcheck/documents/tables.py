"""The cells of a table in, its rows as sentences out: the words at the heads of row and column beside each figure.

`市场 | 出口额（亿元）` over `欧盟 | 96.4` becomes `欧盟出口额96.4亿元。`: what a reader's eye puts together, so that
whoever reads sentences can read tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from figcheck import expressions as re
from figcheck.units import UNITS
from figcheck.values import Frozen

_NUMBER = re.compile(r"[-+−－]?\s?\d[\d,，]*(?:\.\d+)?")
_FIGURE = re.compile(r"[-+−－±≈约超近]?\s?\d[\d,，.]*[^\s，。；：]{0,8}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(
    r"(?:(?:19|20)?\d\d年?)?(?:\d{1,2}[-—–~至]?)?(?:\d{1,2}月份?|(?:第?[一二三四1-4]|[前首][二三]?)季度|[上下]半年|全年)"
    r"|(?:19|20)\d\d年度?|\d{1,2}月\d{1,2}日|[Qq][1-4]|(?:19|20)\d\d[-./]\d{1,2}"
)
_WITH_UNIT = re.compile(r"(?P<label>.*?)\s*[（(\[]\s*(?:单位[:：])?\s*(?P<unit>[^（）()\[\]、，]{1,6})[）)\]]")
_UNIT_NOTE = re.compile(r"单位\s*[:：]\s*(?P<unit>[^\s、，/（）()]{1,6})\s*[）)\]】]?$")
_SCALE = re.compile(r"[十百千万亿萬億]*")
_SHARES = frozenset("% ％ ‰ 个百分点 個百分點 百分点".split())
_RATE = re.compile(r"[率速幅比占%％±]|指数|倍|名次|排名|序号|编号")
_EMPTY = frozenset("- — – － —— -- / … .. . *".split()) | {""}
_MOST_HEADS = 3
_LONGEST_CELL = 60
_MOST_CELLS = 20_000


class Bit(Frozen):
    """A stretch of a cell's text."""

    cell: int
    """Number of the cell."""
    start: int
    end: int
    again: bool = False
    """Whether it has been said before: the head of a column beside its second figure."""


Line = list[Bit | str]
"""A sentence: bits of cells, and signs that stand in no cell."""


def table_lines(
    cells: Sequence[str], grid: Sequence[Sequence[int]], marked: Collection[int] = (), note: str = ""
) -> list[Line] | None:
    """The rows of a table as sentences; None for what is laid out like a table and is none of figures.

    `cells` are their texts, trimmed; `grid` has in each place the number of the cell that covers it, -1 for none;
    `marked` are the cells that the file itself calls heads; `note` is a line above that may name a unit for all.
    """
    width = max(map(len, grid), default=0)
    if len(grid) < 2 or width < 2 or not _is_tabular(cells):
        return None
    return list(_Table(cells, [[*row, *[-1] * (width - len(row))] for row in grid], marked, note).lines())


def known_unit(text: str) -> bool:
    """Whether this is a unit, with or without 万 or 亿 before it, or a percentage."""
    scale = _SCALE.match(text)
    rest = text[scale.end() :] if scale else text
    return rest in UNITS or rest in _SHARES or (not rest and bool(text))


def _is_tabular(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell not in _EMPTY]
    short = sum(len(cell) <= _LONGEST_CELL for cell in filled)
    if len(filled) < 3 or len(cells) > _MOST_CELLS or 10 * short < 9 * len(filled):
        return False
    return any(map(_is_figure, filled))


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None and not _is_period(text)


def _is_period(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None or _PERIOD.fullmatch(text) is not None


class _Table:
    """A table while it is read: rows of heads above, columns of heads on the left, figures in the rest."""

    def __init__(self, cells: Sequence[str], grid: list[list[int]], marked: Collection[int], note: str) -> None:
        self._cells, self._grid, self._marked = cells, grid, marked
        self._unit = self._noted(note)
        self._said: set[Bit] = set()
        self._width = len(grid[0])
        self._top = self._head_rows()
        self._left = self._head_columns()

    def lines(self) -> Iterator[Line]:
        """The sentences in order."""
        for row in self._grid[: self._top]:
            if self._is_alone(row):
                yield [self._whole(row[0])]
        for row in self._grid[self._top :]:
            if self._is_alone(row):
                yield [self._whole(row[0])]
            elif line := self._sentence(row):
                yield [*line, "。"]

    # --- what is head and what is body

    def _text(self, cell: int) -> str:
        return self._cells[cell] if cell >= 0 else ""

    def _is_alone(self, row: Sequence[int]) -> bool:
        """Whether one cell fills the row: a caption, or a name for the rows below."""
        return len(set(row)) == 1 and row[0] >= 0 and self._text(row[0]) not in _EMPTY

    def _head_rows(self) -> int:
        found = 0
        for row in self._grid[:-1]:
            filled = [cell for cell in row if self._text(cell) not in _EMPTY]
            marked = filled and all(cell in self._marked for cell in filled)
            named = not any(_is_figure(self._text(cell)) for cell in filled)
            if not (marked or named) or found == _MOST_HEADS:
                break
            if not self._is_alone(row) and found and not marked and not self._goes_on(found):
                break
            found += 1
        return found

    def _goes_on(self, number: int) -> bool:
        """Whether a row of words stands below cells that reach over several columns or into it: heads of two levels."""
        above, row = self._grid[number - 1], self._grid[number]
        spread = len(set(above)) < len(above)
        return self._is_alone(above) or spread or any(cell >= 0 and cell in above for cell in row)

    def _head_columns(self) -> list[int]:
        """The columns that name their rows: the first ones without figures; a column of ranks may stand before them."""
        body = [row for row in self._grid[self._top :] if not self._is_alone(row)]
        found: list[int] = []
        for column in range(self._width - 1):
            cells = [row[column] for row in body]
            marked = all(cell in self._marked for cell in cells if cell >= 0)
            if not found and self._are_ranks(cells):
                continue
            if not marked and any(_is_figure(self._text(cell)) for cell in cells):
                break
            found.append(column)
        rest = [column for column in range(self._width) if column not in found]
        figures = any(_is_figure(self._text(row[column])) for row in body for column in rest)
        return found if figures else found[:1]

    def _are_ranks(self, cells: Sequence[int]) -> bool:
        """Whether a column counts its rows."""
        return len(cells) > 1 and [self._text(cell) for cell in cells] == [str(n + 1) for n in range(len(cells))]

    # --- sentences

    def _sentence(self, row: Sequence[int]) -> Line:
        line: Line = []
        heads = _once(row[column] for column in self._left)
        for column, cell in enumerate(row):
            if column in self._left or self._text(cell) in _EMPTY or cell in row[:column]:
                continue
            above = _once(each[column] for each in self._grid[: self._top] if not self._is_alone(each))
            clause = self._clause(heads, above, cell)
            line += ["，", *clause] if line else clause
        return line or [self._whole(cell) for cell in heads if self._text(cell) not in _EMPTY]

    def _clause(self, left: Sequence[int], above: Sequence[int], cell: int) -> Line:
        """Heads and figure: a period first, then the row's name, then what stands above, then the figure's unit."""
        named = [self._labelled(head) for head in (*left, *above) if self._text(head) not in _EMPTY]
        named.sort(key=lambda pair: not _is_period(self._slice(pair[0])))
        clause: Line = []
        for label, _ in named:
            if label.start < label.end:
                self._join(clause, self._say(label))
        self._join(clause, self._whole(cell))
        text = self._text(cell)
        if _NUMBER.fullmatch(text) and not _YEAR.fullmatch(text):
            unit = next((unit for _, unit in reversed(named) if unit is not None), None)
            words = "".join(self._slice(label) for label, _ in named)
            if unit is not None:
                clause.append(self._say(unit))
            elif self._unit and not _RATE.search(words):
                clause.append(self._unit)
        return clause

    def _join(self, clause: Line, bit: Bit) -> None:
        """Adds a bit; a year gets its 年, and two that would run together are kept apart."""
        last = clause[-1] if clause else None
        if isinstance(last, Bit):
            before, after = self._slice(last), self._slice(bit)
            if _YEAR.fullmatch(before):
                clause.append("年")
            elif (before[-1].isascii() and after[0].isascii()) or (before[-1].isdigit() and after[0].isdigit()):
                clause.append(" ")
        clause.append(bit)

    def _labelled(self, head: int) -> tuple[Bit, Bit | None]:
        """The words of a head, and the unit in brackets behind them or as their last sign."""
        text = self._text(head)
        match = _WITH_UNIT.fullmatch(text)
        if match is not None and known_unit(match["unit"]):
            return Bit(head, *match.span("label")), Bit(head, *match.span("unit"))
        if text[-1:] in ("%", "％", "‰") and len(text) > 1 and not text[-2].isdigit():
            return Bit(head, 0, len(text) - 1), Bit(head, len(text) - 1, len(text))
        return Bit(head, 0, len(text)), None

    def _whole(self, cell: int) -> Bit:
        return self._say(Bit(cell, 0, len(self._cells[cell])))

    def _say(self, bit: Bit) -> Bit:
        again = bit in self._said
        self._said.add(bit)
        return Bit(bit.cell, bit.start, bit.end, again)

    def _slice(self, bit: Bit) -> str:
        return self._cells[bit.cell][bit.start : bit.end]

    def _noted(self, note: str) -> str:
        """The unit that a line above, a caption or a cell of the first rows names for all figures."""
        for text in (note, *(self._text(cell) for row in self._grid[:2] for cell in _once(row))):
            match = _UNIT_NOTE.search(text)
            if match is not None and known_unit(match["unit"]):
                return match["unit"]
        return ""


def _once(cells: Iterable[int]) -> list[int]:
    """The cells without those that go on in the next place."""
    found: list[int] = []
    for cell in cells:
        if cell >= 0 and (not found or found[-1] != cell):
            found.append(cell)
    return found
