"""A finding in its document in; where it stands in the file itself, as formats for other programs need it, out."""

from __future__ import annotations

from typing import NamedTuple

from figcheck.model import Derivation, Document, Finding, LinePlace
from figcheck.sources import Lines, source_pieces, source_place, source_span, source_text


class Region(NamedTuple):
    """A stretch of a file. Lines and columns are 1-based, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Sources:
    """Places of one document in its file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = source_text(document)
        self._lines = Lines(self._text or "")

    def region(self, start: int, end: int) -> Region | None:
        """Where a stretch of the document's text stands; None where the file has no lines."""
        first = source_place(self._document, start)
        last = source_place(self._document, end) if end == start else self._after(end - 1)
        if not isinstance(first, LinePlace) or not isinstance(last, LinePlace):
            return None
        return Region(first.line, first.column, last.line, last.column)

    def replaceable(self, start: int, end: int) -> Region | None:
        """Where exactly these characters stand, for others to be put in their place; None where they don't so stand."""
        piece = source_span(self._document, start, end) if self._text is not None else None
        return Region(*self._lines.at(piece.at), *self._lines.at(piece.until)) if piece is not None else None

    def bytes_before(self, line: int, column: int) -> int:
        """Bytes of UTF-8 on a line before a column."""
        start = self._lines.start(line)
        return len((self._text or "")[start : start + column - 1].encode("utf-8", "surrogatepass"))

    def _after(self, offset: int) -> LinePlace | None:
        """The place behind a character of the text."""
        pieces = source_pieces(self._document, offset, offset + 1)
        if pieces and self._text is not None:
            return LinePlace(*self._lines.at(pieces[0].until))
        place = source_place(self._document, offset)
        return place if isinstance(place, LinePlace) else None


def message(finding: Finding) -> str:
    """What a finding says, and its working below, a line each."""
    working = [evidence.text for evidence in finding.evidence if isinstance(evidence, Derivation)]
    return "\n".join([finding.message, *working])


def uri(path: str) -> str:
    """A path as a relative URI, `-` as it is."""
    from urllib.parse import quote

    return quote(path.replace("\\", "/").removeprefix("./"), safe="/")
