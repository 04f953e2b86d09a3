"""An article in, the stretches of it that are read as prose, and what an expression finds in them, out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from figcheck import expressions as re
from figcheck.model import Analysis, Span


class Same:
    """An analysis as a cache key, by identity: many checks read the same one after the other."""

    __slots__ = ("analysis",)

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def __hash__(self) -> int:
        return id(self.analysis)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.analysis is self.analysis


def reading_spans(analysis: Analysis) -> tuple[Span, ...]:
    """Title and paragraphs; the whole text of a document without blocks."""
    return _reading_spans(Same(analysis))


@lru_cache(maxsize=1)
def _reading_spans(same: Same) -> tuple[Span, ...]:
    document = same.analysis.document
    if not document.blocks:
        return (Span(0, len(document.text)),)
    return tuple(block.span for block in document.blocks if block.kind in ("title", "paragraph"))


def is_cited(text: str, span: Span) -> bool:
    """Whether a place stands between quotation marks by itself, as words that are talked about."""
    return text[span.start - 1 : span.start] in ("“", "‘", "「") and text[span.end : span.end + 1] in ("”", "’", "」")


def matches_in_prose(analysis: Analysis, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches in title and paragraphs, in order."""
    text = analysis.document.text
    for span in reading_spans(analysis):
        yield from form.finditer(text, span.start, span.end)
