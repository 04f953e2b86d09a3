"""An article in, the stretches of it that are read as prose, and what an expression finds in them, out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.model import Analysis, Span


def reading_spans(analysis: Analysis) -> tuple[Span, ...]:
    """Title and paragraphs; the whole text of a document without blocks."""
    document = analysis.document
    if not document.blocks:
        return (Span(0, len(document.text)),)
    return tuple(block.span for block in document.blocks if block.kind in ("title", "paragraph"))


def matches_in_prose(analysis: Analysis, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches in title and paragraphs, in order."""
    text = analysis.document.text
    for span in reading_spans(analysis):
        yield from form.finditer(text, span.start, span.end)
