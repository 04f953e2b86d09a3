"""The source of a page in, its Document out: what belongs to the article, put together and its masthead read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from figcheck.documents.dates import WHEN, day_of
from figcheck.documents.draft import Draft
from figcheck.documents.lines import read_lines, trim
from figcheck.documents.masthead import read_page
from figcheck.documents.names import are_names, read_names
from figcheck.documents.slots import Slot, read_slots
from figcheck.documents.titles import without_house
from figcheck.documents.writing import Writer
from figcheck.model import Block, BlockKind, Document, Field, Masthead, Piece, Span
from figcheck.traditional import folded, folded_line, restored
from figcheck.values import replace

from .choice import SINGLE, Part, chosen
from .density import weight
from .markup import Markup, read_markup
from .places import Places, Segment
from .rows import Page, Walk
from .sites import read_site
from .told import Told, read_told

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ENOUGH = 40
"""Share of the prose of a page, in percent, that a body must hold that only its name speaks for."""
_MOST_CUT = 6


def read_html(source: str, path: str) -> Document:
    """The document of a page. Its `source` is the page, its `text` what the page says as an article.

    Navigation, links to other articles, comments, scripts, what is hidden and the readings of characters are left out.
    A date or credit that only the page's meta elements tell stands at the end of the text.
    """
    from selectolax.lexbor import LexborHTMLParser

    markup = read_markup(source)
    tree = LexborHTMLParser(markup.prepared)
    site = read_site(tree)
    page = _walked(tree, source, markup, site.roles)
    if not site.name and not _is_believed(page):
        page = _walked(tree, source, markup, {})
    named = tree.css_first("head > title, body > title")
    title = list(Places(source, markup).segments(named.text())) if named is not None else []
    told = read_told(source, markup, site.name)
    return _composed(source, path, chosen(page, title, told), told)


def _walked(tree: LexborHTMLParser, source: str, markup: Markup, roles: Mapping[int, str]) -> Page:
    walk = Walk(Places(source, markup), roles)
    return walk.through(tree.root) if tree.root is not None else walk.page


def _is_believed(page: Page) -> bool:
    """Whether the body that was found by its name holds enough of the prose to be one."""
    named = sum(weight(row) for row in page.rows if row.role == "body")
    return named > 0 and 100 * named >= _ENOUGH * sum(map(weight, page.rows))


# --- the document ----------------------------------------------------------------------------------------------------


def _composed(source: str, path: str, parts: Sequence[Part], told: Sequence[Told]) -> Document:
    writer = Writer()
    spans = [_write(writer, part.segments) for part in parts]
    text, _ = writer.finished()
    assembly = _Assembly(text)
    for part, span in zip(parts, spans, strict=True):
        assembly.take(part, span)
    masthead, blocks = assembly.finished()
    masthead, more = _completed(writer, masthead, told)
    text, pieces = writer.finished()
    ordered = tuple(sorted([*blocks, *more], key=lambda block: block.span))
    echoes = tuple(writer.echoes)
    return Document(path, text, ordered, masthead, format="html", source=source, pieces=pieces, echoes=echoes)


def _write(writer: Writer, segments: Sequence[Segment]) -> Span:
    """Adds a line of these segments; gives its place in the text."""
    if writer.length:
        writer.put("\n")
    start = writer.length
    for segment in segments:
        placed = segment.at >= 0
        piece = Piece(0, 0, segment.at, segment.until, segment.verbatim) if placed else None
        writer.put(segment.text, piece, again=segment.again)
    return Span(start, writer.length)


class _Assembly:
    """The parts of an article while they become blocks and masthead."""

    def __init__(self, text: str) -> None:
        self._whole = text
        self._text = folded(text)
        self._draft = Draft()
        self._blocks: list[Block] = []
        self._lines: list[Block] = []
        self._house: Span | None = None
        """An account or site that stands alone: the source where no label names one."""

    def take(self, part: Part, span: Span) -> None:
        if part.role == "title":
            self._take_title(span)
            return
        slots = read_slots(self._text, span.start, span.end)
        if part.role in SINGLE:
            self._take_single(part.role, span, slots or [])
        elif part.role == "info" and slots is None and (loose := _loose_slots(self._text, span)):
            self._draft.take(self._text, loose)
            self._blocks.append(Block("masthead", span))
        else:
            self._lines.append(Block("paragraph", span))

    def _take_title(self, span: Span) -> None:
        text = self._text
        start, end = trim(text, span.start, span.start + without_house(text[span.start : span.end]))
        self._draft.title = self._draft.title or Field(text[start:end], Span(start, end))
        self._blocks.append(Block("title", span))

    def _take_single(self, role: str, span: Span, slots: Sequence[Slot]) -> None:
        kind: BlockKind = "credit" if role == "editor" else "masthead"
        self._blocks.append(Block(kind, span))
        if any(slot.role == role for slot in slots):
            self._draft.take(self._text, list(slots))
        elif role == "source":
            self._house = self._house or span
        else:
            self._draft.take(self._text, [Slot(role, span.start, span.end)])

    def finished(self) -> tuple[Masthead, list[Block]]:
        """The masthead, and the blocks in no order."""
        masthead, read = read_page(self._text, read_lines(self._text, self._lines), self._draft)
        if masthead.source is None and self._house is not None:
            span = self._house
            masthead = replace(masthead, source=Field(self._text[span.start : span.end], span))
        return restored(masthead, self._text, self._whole), [*self._blocks, *read]


def _loose_slots(text: str, span: Span) -> list[Slot] | None:
    """The slots of a line of credits, from its second or a later word on: sites put their names in front of a date."""
    start = span.start
    for _ in range(_MOST_CUT):
        gap = next((at for at in range(start, span.end) if text[at] in " \u3000|"), -1)
        if gap < 0:
            break
        start = trim(text, gap + 1, span.end)[0]
        slots = read_slots(text, start, span.end)
        if slots and any(slot.role in SINGLE for slot in slots):
            return slots
    when = WHEN.search(text, span.start, span.end)
    return [Slot("date", *when.span())] if when and when["year"] else None


# --- what the page tells out of sight --------------------------------------------------------------------------------


def _completed(writer: Writer, masthead: Masthead, told: Sequence[Told]) -> tuple[Masthead, list[Block]]:
    """The masthead with what it lacks and the page tells out of sight; that comes to stand at the end of the text."""
    blocks = []
    for each in told:
        if each.role == "url":
            masthead = replace(masthead, url=masthead.url or each.value)
        elif _is_missing(masthead, each.role, each.value):
            span = _write(writer, [each.segment])
            masthead = _with(masthead, each.role, writer.finished()[0], span)
            blocks.append(Block("masthead", span))
    return masthead, blocks


def _is_missing(masthead: Masthead, role: str, value: str) -> bool:
    """Whether the masthead lacks this and the value can be that."""
    if role == "date":
        return (masthead.date is None or day_of(masthead.date.value) is None) and day_of(value) is not None
    if role == "source":
        return masthead.source is None and 1 < len(value) <= 30 and "://" not in value and not value.isdigit()
    if role == "byline":
        return not masthead.byline and are_names(value)
    return role == "editor" and not masthead.editors and are_names(value)


def _with(masthead: Masthead, role: str, text: str, span: Span) -> Masthead:
    slots = _of_role(role, read_slots(folded_line(text), span.start, span.end) or [Slot(role, span.start, span.end)])
    start, end = next(slots, (span.start, span.end))
    if role in ("byline", "editor"):
        names = read_names(text, start, end)
        return replace(masthead, byline=names) if role == "byline" else replace(masthead, editors=names)
    found = Field(text[start:end], Span(start, end))
    return replace(masthead, date=found) if role == "date" else replace(masthead, source=found)


def _of_role(role: str, slots: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    return ((slot.start, slot.end) for slot in slots if slot.role == role)
