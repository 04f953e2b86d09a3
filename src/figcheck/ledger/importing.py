"""A table in, the facts that its rows give out, or all that is wrong with it, each with row and column."""

from __future__ import annotations

import difflib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from figcheck import expressions as re
from figcheck.ledger import grammar
from figcheck.ledger.entries import read_sheet
from figcheck.ledger.growth import grow
from figcheck.ledger.merging import merge
from figcheck.ledger.mistakes import LedgerError, Mistake
from figcheck.ledger.sections import FACTS, Reading, ReadValue
from figcheck.ledger.source import source_of
from figcheck.ledger.splicing import Written, as_ledger
from figcheck.ledger.tables import Cell, Table
from figcheck.model import Word
from figcheck.values import Frozen

UNIT = "unit"
"""What a column may hold that is no key of a fact: it is written behind the value."""
KEYS = (*(key.name for key in FACTS.keys), UNIT)
_HEADERS: Mapping[str, str] = {
    "subject": "地区 地方 区域 省份 城市 单位名称 机构 企业 公司 名称 region entity",
    "measure": "项目 指标名称 指标项 indicator item",
    "value": "数量 金额 数额 本期 实际 amount",
    "as_of": "年份 年度 年 月份 时期 期间 季度 报告期 统计时间 year month",
    "source": "资料来源 数据来源",
    "id": "代码 编码 code",
    UNIT: "单位 计量单位",
}
"""Words that may head a column, beside a key's own name and those that it is taken for in a ledger."""
_ROWS_ABOVE = 10
"""Rows in which the header is sought; above it stand titles."""
_NOTHING = frozenset("- -- — —— – … / 无 空缺 n/a na null".split())
"""What stands in a cell that has no figure."""
_LIST = re.compile(r"\s*[、，,;；|\n]\s*")
_IN_BRACKETS = re.compile(r"\s*[（(\[【]\s*(?:单位\s*[：:]\s*)?([^）)\]】]*)\s*[）)\]】]\s*$")
_BARE = re.compile(r"[-－−–]?[0-9０-９][0-9０-９,，.．]*")
_FALL = re.compile(r"[-－−–](?=[0-9０-９.])")


class Column(Frozen):
    """A column that is used, and for what."""

    place: int
    """Counted from 0."""
    key: str
    header: str
    unit: str = ""
    """The unit that its header names."""
    as_of: str = ""
    """The period that its header names: 2021年, 2022年."""


class Imported(Frozen):
    """What a table gives."""

    facts: tuple[Written, ...]
    columns: tuple[Column, ...]
    unused: tuple[str, ...]
    """Headers of columns that nothing was taken from."""
    empty: int
    """Cells in which no figure stands."""


def imported(table: Table, named: Mapping[str, str], always: Mapping[str, str], read_value: ReadValue) -> Imported:
    """The facts of a table. `named` says of headers which key they stand for, `always` what holds for every row.

    Raises LedgerError with everything that is wrong.
    """
    at, columns = _header(table, named, always)
    header = table.rows[at]
    _complete(table, header, columns, named, always)
    found: list[tuple[dict[str, str | tuple[str, ...]], dict[str, Cell]]] = []
    empty = 0
    for row in table.rows[at + 1 :]:
        for column in columns:
            if column.key == "value":
                fact = _fact(row, column, columns, always)
                found += [fact] if fact else []
                empty += not fact
    facts = tuple(fact for fact, _ in found)
    if mistakes := list(_mistakes(table, facts, [cells for _, cells in found], read_value)):
        raise LedgerError(sorted(mistakes, key=lambda mistake: (mistake.line, mistake.column)))
    used = {column.place for column in columns}
    unused = tuple(cell.text for place, cell in enumerate(header) if cell.text and place not in used)
    return Imported(facts, tuple(columns), unused, empty)


# --- columns -------------------------------------------------------------------------------------------------


def _header(table: Table, named: Mapping[str, str], always: Mapping[str, str]) -> tuple[int, list[Column]]:
    """The row that heads the columns, and what they are for: of the first rows the one in which most are known."""
    best: tuple[int, list[Column]] = (0, [])
    for at, row in enumerate(table.rows[:_ROWS_ABOVE]):
        columns = list(_columns(row, named))
        if len({column.key for column in columns}) > len({column.key for column in best[1]}):
            best = at, columns
    return best


def _columns(row: Sequence[Cell], named: Mapping[str, str]) -> Iterator[Column]:
    """What the columns are for, each key given once but for values."""
    words = _words()
    given: set[str] = set()
    for place, cell in enumerate(row):
        bracket = _IN_BRACKETS.search(cell.text)
        bare = cell.text[: bracket.start()] if bracket else cell.text
        key = named.get(cell.text) or named.get(bare) or words.get(_plain(bare))
        period = grammar.meant_period(bare) if key is None else None
        if period is not None:
            yield Column(place, "value", cell.text, bracket[1] if bracket else "", period)
        elif key is not None and (key == "value" or key not in given):
            given.add(key)
            yield Column(place, key, cell.text, bracket[1] if bracket and key == "value" else "")


def _words() -> dict[str, str]:
    """What may head a column, to its key."""
    words: dict[str, str] = {}
    for key in FACTS.keys:
        words |= dict.fromkeys(map(_plain, (key.name, *key.also.split())), key.name)
    for name, several in _HEADERS.items():
        words |= dict.fromkeys(map(_plain, (name, *several.split())), name)
    return words


def _plain(header: str) -> str:
    return unicodedata.normalize("NFKC", header).strip().casefold().replace(" ", "_")


def _complete(
    table: Table, header: Sequence[Cell], columns: Sequence[Column], named: Mapping[str, str], always: Mapping[str, str]
) -> None:
    """Raises LedgerError where no column gives what a fact must have, or a named one is not there."""
    texts = [cell.text for cell in header if cell.text]
    known = {column.key for column in columns} | always.keys()
    line = header[0].row if header else 0
    mistakes = [
        Mistake(
            table.path,
            line,
            1,
            key.name,
            "keeping.table.no_value" if key.name == "value" else "keeping.table.no_column",
            _said(name=key.name, columns="、".join(texts)),
        )
        for key in FACTS.keys
        if key.required and key.name not in known
    ]
    bare = {_IN_BRACKETS.sub("", text) for text in texts} | set(texts)
    for name in named:
        if name not in bare:
            near = difflib.get_close_matches(name, texts, 1) or texts
            mistakes.append(
                Mistake(
                    table.path, line, 1, "", "keeping.table.no_such_column", _said(name=name, columns="、".join(near))
                )
            )
    if mistakes:
        raise LedgerError(mistakes)


def _said(**values: str) -> tuple[tuple[str, str], ...]:
    return tuple(values.items())


# --- rows ----------------------------------------------------------------------------------------------------


def _fact(
    row: Sequence[Cell], value: Column, columns: Sequence[Column], always: Mapping[str, str]
) -> tuple[dict[str, str | tuple[str, ...]], dict[str, Cell]] | None:
    """The fact that a row gives in one of its columns of values, and the cells it is made of; None for no figure."""
    cell = _cell(row, value.place)
    if cell.text.casefold() in _NOTHING or not cell.text:
        return None
    cells = {column.key: _cell(row, column.place) for column in columns if column.key != "value"}
    texts = {**always, **{key: each.text for key, each in cells.items() if each.text}}
    cells["value"] = cell
    texts["value"] = _value(cell.text, value.unit or texts.pop(UNIT, ""))
    texts.pop(UNIT, None)
    if value.as_of:
        texts["as_of"] = value.as_of
    if when := texts.get("as_of"):
        texts["as_of"] = grammar.meant_period(when) or when
    fact: dict[str, str | tuple[str, ...]] = dict(texts)
    fact["measure"] = tuple(filter(None, _LIST.split(texts.get("measure", ""))))
    return fact, {**dict.fromkeys(KEYS, cell), **cells}


def _cell(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else Cell("", row[0].row, place + 1)


def _value(text: str, unit: str) -> str:
    """The value as an article writes it: with its unit, and a fall as a fall."""
    text = text.removeprefix("+")
    if _BARE.fullmatch(text):
        text += unit
    fall = _FALL.match(text)
    return f"下降{text[fall.end() :]}" if fall and text.endswith(("%", "％")) else text


def _mistakes(
    table: Table, facts: Sequence[Written], cells: Sequence[Mapping[str, Cell]], read_value: ReadValue
) -> Iterator[Mistake]:
    """What a ledger of these facts would have wrong, told of the cells."""
    if not facts:
        yield Mistake(table.path, 0, 0, "", "keeping.table.empty")
        return
    root, told, source = grow(source_of(table.path, as_ledger(facts)))
    sheet = read_sheet(Reading(source, read_value, told), root)
    _, between = merge([sheet])
    starts = [draft.fact.place.line for draft in sheet.facts]
    for mistake in sheet.reading.mistakes or between:
        number, _, key = mistake.where.removeprefix("facts[").partition("]")
        name = key.lstrip(".").partition("[")[0]
        row = cells[int(number)]
        cell = row.get(name) or row["value"]
        values = [(each, _place(table, word, starts, cells)) for each, word in mistake.values]
        yield Mistake(table.path, cell.row, cell.column, name, mistake.key, tuple(values))


def _place(table: Table, word: str | Word, starts: Sequence[int], cells: Sequence[Mapping[str, Cell]]) -> str | Word:
    """What fills a sentence, where it is a place in the ledger that never was: the cell's in its stead."""
    line = str(word).removeprefix(f"{table.path}:")
    if line == word or not line.isdigit():
        return word
    cell = cells[bisect_right(starts, int(line)) - 1]["value"]
    return f"{table.path}:{cell.row}:{cell.column}"


def pairs(written: Iterable[str]) -> Iterator[tuple[str, str]]:
    """`地区=subject`, one header each, as header and key. Raises ValueError for one without `=`."""
    for each in written:
        header, _, key = each.rpartition("=")
        if not header:
            raise ValueError(each)
        yield header, key
