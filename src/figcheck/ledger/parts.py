"""The text of a large ledger in, the same sheet that reading it in one go would give out, in a fraction of the memory.

A list of facts is taken apart where facts begin at the dash's own column: nothing that began before can reach across
such a line without a mistake (an open quote, an open bracket) that shows in the part before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from figcheck import expressions as re
from figcheck.ledger.entries import Draft, Sheet, read_facts, read_sheet
from figcheck.ledger.growth import grow
from figcheck.ledger.mistakes import Mistake
from figcheck.ledger.nodes import Items, Node
from figcheck.ledger.sections import Reading, ReadValue
from figcheck.ledger.source import Source, source_of

_LARGE = 1_000_000
"""Code points from which a ledger is taken apart."""
_PART = 500_000
"""Code points that a part has at least."""

Watch = Callable[[int, int], None]
"""Is told how much of a text has been read, and how much there is."""

_FACTS = re.compile(
    r"^facts:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(?=( *)- )", re.MULTILINE
)
"""The key and what stands before its first item, whose dash has as many spaces before it as the group."""


def read_large(source: Source, read_value: ReadValue, watch: Watch = lambda done, total: None) -> Sheet | None:
    """A ledger taken apart; None for one that is not large, or not laid out so that it could be."""
    text = source.text
    opening = _FACTS.search(text) if len(text) >= _LARGE else None
    if opening is None:
        return None
    list_at, dash = opening.end(), opening[1]
    end = _end(text, list_at, dash)
    parts = _Parts(source, read_value, re.compile_anew(rf"^{dash}- ", re.MULTILINE), end)
    parts.take_all(list_at, watch)
    lines = "\n" * parts.lines
    root, told, rest = grow(source_of(source.path, text[:list_at] + lines + text[end:]))
    sheet = read_sheet(Reading(rest, read_value, told), root)
    sheet.facts = parts.drafts
    sheet.reading.mistakes += parts.mistakes
    return sheet


def _end(text: str, start: int, dash: str) -> int:
    """Where the list ends: at the first line that is neither an item nor within one, nor blank, nor a comment."""
    outside = re.compile_anew(rf"^(?![ \t]*(?:#|[\r\n]|\Z)|{dash}(?:- | ))", re.MULTILINE)
    found = outside.search(text, start)
    return found.start() if found else len(text)


class _Parts:
    """The parts of one list, one after the other."""

    def __init__(self, source: Source, read_value: ReadValue, item: re.Pattern[str], end: int) -> None:
        self._source, self._read_value, self._item, self._end = source, read_value, item, end
        self._above = self._items = 0
        self._shared: dict[Any, Any] = {}
        self.lines = 0
        """Lines that have been read."""
        self.drafts: list[Draft] = []
        self.mistakes: list[Mistake] = []

    def take_all(self, start: int, watch: Watch) -> None:
        """All parts from the beginning of the list on."""
        text = self._source.text
        self._above = len(source_of("", text[:start]).starts) - 1
        while start < self._end:
            start = self._take(start)
            watch(start, len(text))

    def _take(self, start: int) -> int:
        """The part that begins at an offset; where it ends. One that seems wrong may only be cut in two."""
        after = self._next(start + _PART)
        grown = self._grown(start, after)
        if grown[1] and after < self._end:
            longer = self._next(after + 1)
            other = self._grown(start, longer)
            if not other[1]:
                grown, after = other, longer
        root, told, part = grown
        reading = Reading(part, self._read_value, told, self._shared)
        nodes = root.nodes if isinstance(root, Items) else []
        self.drafts += read_facts(reading, nodes, self._items)
        self.mistakes += reading.mistakes
        self._items += len(nodes)
        self.lines += len(part.starts) - 1
        return after

    def _next(self, at: int) -> int:
        """Where the next item begins."""
        found = self._item.search(self._source.text, at, self._end)
        return found.start() if found else self._end

    def _grown(self, start: int, after: int) -> tuple[Node | None, list[Mistake], Source]:
        part = source_of(self._source.path, self._source.text[start:after], self._above + self.lines)
        return grow(part, "facts", self._items)
