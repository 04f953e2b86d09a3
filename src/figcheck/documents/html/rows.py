"""The tree of a page in, its rows out: what stands on a line of its own, where in the source, where in the tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from figcheck import expressions as re
from figcheck.data import pages as data
from figcheck.documents.lines import BLANK

from .places import Places, Segment

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PART = re.compile(r"(?P<space>[ \t\n\f\r]+)|(?P<fixed>\xa0)|[^ \t\n\f\r\xa0]+")
_CHINESE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003fffd“”‘’…—]")
_UNSHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_APART = frozenset("span a em i b strong label time cite".split())
GAP = Segment("", -1, -1, False)
"""Between two elements that a style sheet may set apart, though no space stands between them."""


@dataclass(slots=True)
class Row:
    """A line of a page."""

    role: str
    """What the site's table says of the element it stands in; else empty."""
    level: int
    """Of the heading; 0 for none."""
    block: int
    """Number of the block that it stands in."""
    raw: list[Segment] = field(default_factory=list)
    linked: int = 0
    """Characters that are links."""

    def segments(self, *, apart: bool = False) -> list[Segment]:
        """The row as it is read: white space as one space, none at the ends. `apart` puts spaces into the gaps."""
        return _trimmed(list(_Spacing(apart).read(self.raw)))

    @property
    def text(self) -> str:
        """The row's text as it is read."""
        return "".join(segment.text for segment in self.segments())


@dataclass(slots=True)
class Page:
    """The rows of a page and the blocks they stand in."""

    rows: list[Row] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    """Of each block the number of the one around it, which is lower; block 0 is around itself."""
    beside: set[int] = field(default_factory=set)
    """Blocks that by their name or kind stand beside the article."""


class Walk:
    """One walk through the tree of a page, without recursion: trees of a thousand levels are no matter."""

    def __init__(self, places: Places, roles: Mapping[int, str]) -> None:
        self._places, self._roles = places, roles
        self.page = Page()
        self._blocks = [0]
        self._inside: list[str] = []
        self._level = 0
        self._links = 0
        self._kept = 0
        """How many elements are open in which line ends count."""
        self._row: Row | None = None
        self._after_inline = False

    def through(self, root: LexborNode) -> Page:
        """All rows below `root`."""
        node, open_nodes = root.first_child, [root]
        while node is not None:
            if node.is_text_node:
                self._text(node.text_content or "")
            elif node.is_element_node and self._enter(node):
                child = node.first_child
                if child is not None:
                    open_nodes.append(node)
                    node = child
                    continue
                self._leave(node)
            while node is not None and node.next is None:
                node = open_nodes.pop()
                if not open_nodes:
                    self._end_row()
                    return self.page
                self._leave(node)
            node = node.next if node is not None else None
        self._end_row()
        return self.page

    def _enter(self, node: LexborNode) -> bool:
        """Whether there is something to read inside."""
        tag = node.tag or ""
        if tag == "br":
            self._break()
            return False
        role = self._roles.get(node.mem_id)
        if tag in data.UNSEEN or role == "drop":
            return False
        given = node.attributes
        if "hidden" in given or _UNSHOWN.search(given.get("style") or ""):
            return False
        if tag == "table" and self._table(node, role):
            return False
        if role is not None:
            self._end_row()
            self._inside.append(role)
        if tag in data.BLOCKS:
            self._open_block(tag, given)
        elif tag in _APART and self._after_inline and self._row is not None:
            self._row.raw.append(GAP)
        self._links += tag == "a"
        self._kept += tag == "pre"
        self._level = data.HEADINGS.get(tag, self._level)
        return True

    def _table(self, node: LexborNode, role: str | None) -> bool:
        """Adds the rows of a table of figures as sentences; false for one that only sets things side by side."""
        from .grids import sentences

        before = self.page.rows[-1].text if self.page.rows else ""
        self._end_row()
        lines = sentences(node, lambda cell: Walk(self._places, self._roles).through(cell).rows, before)
        for line in lines or ():
            inside = role or (self._inside[-1] if self._inside else "")
            self.page.rows.append(Row(inside, 0, self._blocks[-1], line))
        return lines is not None

    def _open_block(self, tag: str, given: Mapping[str, str | None]) -> None:
        self._end_row()
        number = len(self.page.parents)
        self.page.parents.append(self._blocks[-1])
        self._blocks.append(number)
        if tag in ("aside", "footer") or _is_beside(f"{given.get('class') or ''} {given.get('id') or ''}"):
            self.page.beside.add(number)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if node.mem_id in self._roles:
            self._end_row()
            self._inside.pop()
        if tag in data.BLOCKS:
            self._end_row()
            self._blocks.pop()
        self._after_inline = tag in _APART
        self._links -= tag == "a"
        self._kept -= tag == "pre"
        if tag in data.HEADINGS:
            self._level = 0

    def _text(self, content: str) -> None:
        for segment in self._places.segments(content):
            lines = _lines_of(segment) if self._kept else [segment]
            for number, line in enumerate(lines):
                if number:
                    self._break()
                self._add(line)

    def _add(self, segment: Segment) -> None:
        if self._row is None:
            if segment.text.isspace() and "\xa0" not in segment.text:
                return
            self._row = Row(self._inside[-1] if self._inside else "", self._level, self._blocks[-1])
        self._after_inline = False
        self._row.raw.append(segment)
        if self._links:
            self._row.linked += len(segment.text.strip())

    def _break(self) -> None:
        """A line end: in a title it is a space."""
        if self._inside[-1:] == ["title"] or self._level == 1:
            if self._row is not None:
                self._row.raw.append(Segment(" ", -1, -1, False))
        else:
            self._end_row()

    def _end_row(self) -> None:
        row, self._row, self._after_inline = self._row, None, False
        if row is not None and any(segment.text.strip(BLANK) for segment in row.raw):
            self.page.rows.append(row)


_WORD = re.compile(r"[A-Za-z]+")
_ASIDES = frozenset(data.ASIDES.split())


def _is_beside(names: str) -> bool:
    """Whether a class or identifier is that of what stands beside an article: `right`, `rm_ranking`, `share-bar`."""
    return any(word.lower() in _ASIDES for word in _WORD.findall(names))


def _lines_of(segment: Segment) -> Iterator[Segment]:
    """The lines of a segment, where line ends count."""
    at = segment.at
    for line in re.split(r"\r\n?|\n", segment.text):
        yield Segment(line, at, at + len(line) if segment.verbatim else segment.until, segment.verbatim)
        at += len(line) + 1 if segment.verbatim else 0


class _Spacing:
    """Reads the segments of a row as a browser shows them: white space collapsed."""

    def __init__(self, apart: bool) -> None:
        self._apart = apart
        self._space: Segment | None = None
        self._last: Segment | None = None

    def read(self, raw: list[Segment]) -> Iterator[Segment]:
        for segment in raw:
            if segment is GAP:
                self._space = self._space or (Segment(" ", -1, -1, False) if self._apart else None)
                continue
            for match in _PART.finditer(segment.text):
                yield from self._part(cut(segment, match.start(), match.end()), match.lastgroup)

    def _part(self, piece: Segment, kind: str | None) -> Iterator[Segment]:
        if kind == "space":
            self._space = piece if self._space is None else _joined(self._space, piece)
            return
        space = self._space
        if space is not None and self._last is not None and not self._joins(space, piece):
            yield Segment(" ", space.at, space.until, space.verbatim and space.text == " ")
        self._space, self._last = None, piece
        yield Segment(" ", piece.at, piece.until, False) if kind == "fixed" else piece

    def _joins(self, space: Segment, after: Segment) -> bool:
        """Whether a line end stands within Chinese and between no two elements, where it is no space."""
        before = self._last
        if before is None or (before.until, space.until) != (space.at, after.at) or space.text.isprintable():
            return False
        return bool(_CHINESE.match(before.text[-1]) or _CHINESE.match(after.text))


def _joined(space: Segment, more: Segment) -> Segment:
    """White space that goes on in the next segment."""
    return Segment(space.text + more.text, space.at, max(space.until, more.until), False)


def cut(segment: Segment, start: int, end: int) -> Segment:
    """A part of a segment, by its own offsets."""
    text = segment.text[start:end]
    if segment.verbatim:
        return Segment(text, segment.at + start, segment.at + end, True, segment.again)
    return Segment(text, segment.at, segment.until, False, segment.again)


def _trimmed(segments: list[Segment]) -> list[Segment]:
    """Without the blanks at either end."""
    while segments and not segments[0].text.strip(BLANK):
        del segments[0]
    while segments and not segments[-1].text.strip(BLANK):
        del segments[-1]
    if segments:
        first = segments[0]
        segments[0] = cut(first, len(first.text) - len(first.text.lstrip(BLANK)), len(first.text))
        segments[-1] = cut(segments[-1], 0, len(segments[-1].text.rstrip(BLANK)))
    return segments
