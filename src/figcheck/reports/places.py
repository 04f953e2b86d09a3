"""Offsets of a text in, lines, columns, sentences and marked excerpts out."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.model import Span
from figcheck.sources import Lines as Lines

from .screen import cut, safe, width

_END = re.compile(r"[。！？!?；;]+[”’」』）)》\"]*|[\r\n]")
_ELLIPSIS = "…"


def sentence(text: str, span: Span) -> Span:
    """The sentence that holds `span`, or several where it reaches across them, without white space at the ends."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    for match in _END.finditer(text, start, span.start):
        start = match.end()
    stop = _END.search(text, max(span.start, span.end - 1))
    end = len(text) if stop is None else stop.start() if stop.group() in "\r\n" else stop.end()
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, max(end, span.end))


def around(text: str, span: Span, whole: Span, cells: int) -> tuple[str, str, str]:
    """What stands before, in and after `span` inside `whole`, made safe, in about `cells` terminal cells, cut with …"""
    marked = cut(text[span.start : span.end], cells)
    left, right, room = span.start, span.end, cells - width(marked)
    growing = True
    while growing:
        growing = False
        if left > whole.start and (need := width(safe(text[left - 1]))) <= room:
            left, room, growing = left - 1, room - need, True
        if right < whole.end and (need := width(safe(text[right]))) <= room:
            right, room, growing = right + 1, room - need, True
    before = (_ELLIPSIS if left > whole.start else "") + safe(text[left : span.start])
    after = safe(text[span.end : right]) + (_ELLIPSIS if right < whole.end else "")
    return before, marked, after


def carets(before: str, marked: str, after: str, cells: int) -> list[tuple[str, str]]:
    """Rows of at most `cells` terminal cells, each with a row of carets under what is marked; no carets, no row.

    Where nothing is marked the caret stands at the place between `before` and `after`.
    """
    if not marked:
        marked, after = after[:1] or " ", after[1:]
    rows, room = [("", "")], cells
    for part, mark in ((before, " "), (marked, "^"), (after, " ")):
        for char in part:
            need = width(char)
            if need > room:
                rows.append(("", ""))
                room = cells
            row, under = rows[-1]
            rows[-1] = (row + char, under + mark * need)
            room -= need
    return [(row, under.rstrip()) for row, under in rows]
