"""Mentions in, `extract`'s CSV and table out; and the grid that other lists are drawn with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from figcheck.model import Document, Language, Mention
from figcheck.wording import say

from .figures import interval, meaning
from .places import Lines
from .screen import Line, Piece, draw, safe, width

_FIELDS = (
    *("path", "start", "end", "text", "core_start", "core_end", "kind", "value"),
    *("low", "high", "low_inclusive", "high_inclusive", "unit", "unit_code", "hedge"),
)
_COLUMNS = ("place", "text", "kind", "hedge", "value", "admits")


def extract_csv(found: Iterable[tuple[Document, Sequence[Mention]]]) -> Iterator[str]:
    """A row of names, then one row a mention; empty cells for null, `true` and `false`."""
    from .as_json import mention_record

    yield _row(_FIELDS)
    for document, mentions in found:
        for mention in mentions:
            record = {"path": document.path, **mention_record(mention)}
            yield _row([_cell(record[field]) for field in _FIELDS])


def extract_table(
    found: Iterable[tuple[Document, Sequence[Mention]]], lang: Language, *, colour: bool, cells: int | None
) -> Iterator[str]:
    """One table a document under its path; `cells` is the width of the terminal, None for as wide as it gets."""
    header = [say(f"reports.column.{name}", lang) for name in _COLUMNS]
    for number, (document, mentions) in enumerate(found):
        yield draw([*([()] if number else []), ((document.path, "strong"),)], colour=colour)
        if mentions:
            yield grid(header, _rows(document, mentions, lang), colour=colour, cells=cells)
        else:
            yield draw([("  ", say("reports.no_mentions", lang))], colour=colour)


def grid(header: Sequence[str], rows: Iterable[Sequence[str]], *, colour: bool, cells: int | None) -> str:
    """Columns under their names; text is taken as it is, never as markup, and folded only where `cells` are given."""
    table = [[safe(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(header, *table, strict=True)]
    if cells is not None:
        widths = _narrowed(widths, cells - len(_GAP) * (len(widths) - 1))
    head = list(_lines(header, widths))
    strong = [_spaced([(cell, "strong") if cell else "" for cell in line], line, widths) for line in head]
    plain = [_spaced(line, line, widths) for row in table for line in _lines(row, widths)]
    return draw((*strong, *plain), colour=colour)


_GAP = "  "
"""Between columns."""


def _narrowed(widths: Sequence[int], cells: int) -> list[int]:
    """The widths with the widest columns made narrower until they fit, or cannot."""
    found = list(widths)
    while sum(found) > max(cells, len(found)):
        found[found.index(max(found))] -= 1
    return found


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The cells of a row, folded, line by line."""
    return zip_longest(*(_folded(cell, cells) for cell, cells in zip(row, widths, strict=True)), fillvalue="")


def _folded(text: str, cells: int) -> list[str]:
    if width(text) <= cells:
        return [text]
    lines = [""]
    for char in text:
        if lines[-1] and width(lines[-1] + char) > cells:
            lines.append("")
        lines[-1] += char
    return lines


def _spaced(pieces: Sequence[Piece], texts: Sequence[str], widths: Sequence[int]) -> Line:
    """A line of the grid: every piece, and the spaces up to the next column."""
    spaced: list[Piece] = []
    for piece, text, cells in zip(pieces, texts, widths, strict=True):
        spaced += [piece, " " * (cells - width(text)) + _GAP]
    return tuple(spaced)


def _rows(document: Document, mentions: Sequence[Mention], lang: Language) -> Iterator[list[str]]:
    lines = Lines(document.text)
    for mention in mentions:
        quantity = mention.quantity
        yield [
            "{}:{}".format(*lines.at(mention.start)),
            mention.text,
            say(f"reports.kind.{quantity.kind}", lang),
            say(f"reports.hedge.{quantity.hedge}", lang),
            meaning(quantity, lang),
            interval(quantity),
        ]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _row(cells: Sequence[str]) -> str:
    import csv
    import io

    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
