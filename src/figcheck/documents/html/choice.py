"""The rows of a page in, those that belong to its article out, each with what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.documents.slots import read_slots
from figcheck.documents.titles import repeats
from figcheck.traditional import folded_line
from figcheck.values import Frozen

from .density import find_body, inside, is_linked, weight
from .places import Segment
from .rows import Page, Row
from .told import Told

SINGLE = ("date", "source", "byline", "editor")
"""Roles of elements that hold one credit and nothing else."""
_ABOVE = 16
"""Rows above the body, or above the title, among which credits are sought."""
_BELOW = 12
_DATING = {"date", "source", "byline", "editor"}
_CREDITING = {"editor", "credit", "byline", "source"}


class Part(Frozen):
    """A row that belongs to the article."""

    role: str
    """`title`, `date`, `source`, `byline`, `editor`, `info`, or `line` for what is to be read for itself."""
    segments: list[Segment]


def chosen(page: Page, named: list[Segment], told: Sequence[Told]) -> list[Part]:
    """The parts of the article in the order of the page; `named` is the page's own title, as in a window's frame."""
    return list(_Choice(page, named).parts(told))


class _Choice:
    """The rows of one page, and which are its body and its title."""

    def __init__(self, page: Page, named: list[Segment]) -> None:
        self._rows, self._named = page.rows, named
        self._beside = inside(page, page.beside)
        bodied = [place for place, row in enumerate(page.rows) if row.role == "body"]
        found = (bodied[0], bodied[-1] + 1) if bodied else find_body(page)
        self._first, self._last = found or (0, len(page.rows))
        self._title = self._find_title("".join(segment.text for segment in named))

    def parts(self, told: Sequence[Told]) -> Iterator[Part]:
        if self._title is None:
            yield from self._told_title(told)
        for place, row in enumerate(self._rows):
            if place == self._title:
                yield Part("title", row.segments())
            elif row.role in SINGLE:
                yield Part(row.role, row.segments())
            elif row.role in ("info", "credit"):
                yield Part("info", row.segments(apart=True))
            elif self._is_said(place, row):
                yield Part("line", row.segments())
            elif self._is_credit(place, row):
                yield Part("line", row.segments(apart=True))

    def _is_said(self, place: int, row: Row) -> bool:
        """Whether a row is of the body, or prose between title and body."""
        if self._first <= place < self._last:
            return not is_linked(row)
        after_title = self._title is not None and self._title < place < self._first
        return after_title and not row.role and row.block not in self._beside and weight(row) > 0

    def _is_credit(self, place: int, row: Row) -> bool:
        """Whether a row beside the body is one of its credits."""
        top = self._first if self._title is None else min(self._title, self._first)
        above = top - _ABOVE <= place < self._first
        if row.role or not (above or self._last <= place < self._last + _BELOW):
            return False
        text = folded_line("".join(segment.text for segment in row.segments(apart=True)))
        slots = read_slots(text, 0, len(text)) or []
        return any(slot.role in (_DATING if above else _CREDITING) and slot.start < slot.end for slot in slots)

    def _find_title(self, named: str) -> int | None:
        """The row with the title: what the site's table says, else the heading that is most like the page's own."""
        rows, first, last = self._rows, self._first, self._last
        titles = [place for place, row in enumerate(rows) if row.role == "title"]
        if titles:
            return titles[0]
        headings = [place for place, row in enumerate(rows[:last]) if row.level == 1 and not is_linked(row)]
        alike = [place for place in headings if not named.strip() or repeats(rows[place].text, named)]
        if alike:
            return alike[-1]
        near = range(max(0, first - 2 * _ABOVE), min(first + 2, last))
        quoted = [place for place in near if _is_quoted(rows[place], named)]
        if quoted:
            return max(quoted, key=lambda place: len(rows[place].text))
        return headings[-1] if headings and headings[-1] <= first else None

    def _told_title(self, told: Sequence[Told]) -> Iterator[Part]:
        """The title where no row has it."""
        segments = next(([each.segment] for each in told if each.role == "title"), self._named)
        read = Row("title", 0, 0, segments).segments()
        if read:
            yield Part("title", read)


def _is_quoted(row: Row, named: str) -> bool:
    """Whether the page's own title has this row in it."""
    text = row.text
    return len(text) >= 4 and text in named and not is_linked(row)
