"""A finding in its document in; where it stands in the file itself, as formats for other programs need it, out."""

from __future__ import annotations

from typing import NamedTuple

from figcheck.model import Derivation, Document, Finding

from .places import Lines


class Region(NamedTuple):
    """A stretch of a file. Lines and columns are 1-based, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Sources:
    """Places of one document in its file."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._lines = Lines(document.text)

    def region(self, start: int, end: int) -> Region | None:
        """Where a stretch of the document's text stands; None where the file has no lines."""
        line, column = self._lines.at(start)
        end_line, end_column = self._lines.at(end)
        return Region(line, column, end_line, end_column)

    def bytes_before(self, line: int, column: int) -> int:
        """Bytes of UTF-8 on a line before a column."""
        start = self._lines.start(line)
        return len(self._text[start : start + column - 1].encode("utf-8", "surrogatepass"))


def message(finding: Finding) -> str:
    """What a finding says, and its working below, a line each."""
    working = [evidence.text for evidence in finding.evidence if isinstance(evidence, Derivation)]
    return "\n".join([finding.message, *working])


def uri(path: str) -> str:
    """A path as a relative URI, `-` as it is."""
    from urllib.parse import quote

    return quote(path.replace("\\", "/").removeprefix("./"), safe="/")
