"""A stretch of a document's text in, where it stands in the file it was taken from out: for reports, and for fixes."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from figcheck import expressions as re
from figcheck.model import Document, LinePlace, PagePlace, Piece, SourcePlace, WordPlace
from figcheck.values import replace

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column, both 1-based, columns in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def start(self, line: int) -> int:
        """The offset at which a line, 1-based, begins."""
        return self._starts[line - 1]


_lines = lru_cache(maxsize=1)(Lines)


def source_text(document: Document) -> str | None:
    """The decoded file, its byte-order mark dropped; None for formats that are no text (DOCX, PDF)."""
    if document.source is not None:
        return document.source
    return document.text if document.format in ("text", "markdown") else None


def source_place(document: Document, offset: int) -> SourcePlace | None:
    """Where a place of the text stands in the file: a line and column, a paragraph or a page.

    What stands in the text alone (a line end between two blocks) is placed at the end of what comes before it. None
    where nothing of the text stands anywhere.
    """
    if document.format in ("text", "markdown"):
        return LinePlace(*_lines(document.text).at(offset))
    piece = _piece_before(document.pieces, offset)
    if piece is None:
        return None
    if document.format == "docx":
        return WordPlace(piece.part, piece.paragraph)
    if document.format == "pdf":
        return PagePlace(piece.page)
    return LinePlace(*_lines(document.source or "").at(_at(piece, offset)))


def source_pieces(document: Document, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of a stretch of the text, in order, cut to it; a piece that is not verbatim stays whole in the source.

    Plain text and Markdown are one piece. What no piece covers stands in the text alone.
    """
    if document.format in ("text", "markdown"):
        return (Piece(start, end, start, end),) if start < end else ()
    found = []
    pieces = document.pieces
    for place in range(max(0, _number_before(pieces, start)), len(pieces)):
        if pieces[place].start >= end:
            break
        if pieces[place].end > start:
            found.append(_cut(pieces[place], start, end))
    return tuple(found)


def source_span(document: Document, start: int, end: int) -> Piece | None:
    """The place in the file whose characters are exactly those of a stretch of the text, for a fix to be put there.

    HTML, plain text and Markdown: `at` to `until` in `source_text`; DOCX: in the text of one w:t element. An empty
    stretch is a place to insert at. None where the stretch is not verbatim, or not in one place, in the file.
    """
    if document.format in ("text", "markdown"):
        return Piece(start, end, start, end)
    if start == end:
        return _insertion(document.pieces, start)
    pieces = source_pieces(document, start, end)
    if not pieces or pieces[0].start != start or pieces[-1].end != end or not all(piece.verbatim for piece in pieces):
        return None
    for piece, after in pairwise(pieces):
        if (piece.end, piece.until, piece.part, piece.node) != (after.start, after.at, after.part, after.node):
            return None
    return replace(pieces[0], end=end, until=pieces[-1].until)


def source_spans(document: Document, start: int, end: int) -> tuple[Piece, ...]:
    """The same where the characters may stand in several w:t elements of one paragraph of a Word file.

    They are in order and leave nothing out; none where `source_span` has none for any other reason.
    """
    place = source_span(document, start, end)
    if place is not None or document.format != "docx":
        return () if place is None else (place,)
    pieces = source_pieces(document, start, end)
    if not pieces or pieces[0].start != start or pieces[-1].end != end or not all(piece.verbatim for piece in pieces):
        return ()
    for piece, after in pairwise(pieces):
        if (piece.end, piece.part, piece.paragraph) != (after.start, after.part, after.paragraph):
            return ()
    return pieces


def is_echo(document: Document, start: int, end: int) -> bool:
    """Whether a stretch lies in what stands in the text once more, for reading only."""
    place = bisect_right(document.echoes, start, key=lambda echo: echo.start) - 1
    return place >= 0 and end <= document.echoes[place].end


def _insertion(pieces: tuple[Piece, ...], offset: int) -> Piece | None:
    """The place before the character at `offset`, or behind the one before it, whichever is verbatim."""
    place = _number_before(pieces, offset)
    for piece in pieces[max(0, place - 1) : place + 1][::-1]:
        if piece.verbatim and piece.start <= offset <= piece.end:
            at = _at(piece, offset)
            return replace(piece, start=offset, end=offset, at=at, until=at)
    return None


def _number_before(pieces: tuple[Piece, ...], offset: int) -> int:
    """Number of the last piece that begins at the offset or before it; -1 for none."""
    return bisect_right(pieces, offset, key=lambda piece: piece.start) - 1


def _piece_before(pieces: tuple[Piece, ...], offset: int) -> Piece | None:
    return pieces[max(0, _number_before(pieces, offset))] if pieces else None


def _at(piece: Piece, offset: int) -> int:
    """Where in the source a place of the text is that lies in the piece, or behind it."""
    if offset >= piece.end:
        return piece.until
    return piece.at + max(0, offset - piece.start) if piece.verbatim else piece.at


def _cut(piece: Piece, start: int, end: int) -> Piece:
    start, end = max(start, piece.start), min(end, piece.end)
    if not piece.verbatim:
        return replace(piece, start=start, end=end)
    at = piece.at + start - piece.start
    return replace(piece, start=start, end=end, at=at, until=at + end - start)
