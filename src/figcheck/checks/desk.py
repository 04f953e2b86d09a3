"""What a desk's own cards may ask for, without a line of Python: a pattern, preferred forms, a vocabulary.

Patterns are matched by RE2, in time that grows with the text alone, so that none can hang.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from figcheck.model import Analysis, Fix, Hit, Span

_WHERE: Mapping[str, frozenset[str]] = {
    "title": frozenset({"title"}),
    "body": frozenset({"paragraph"}),
    "credit": frozenset({"credit", "masthead"}),
    "all": frozenset({"title", "masthead", "paragraph", "credit"}),
}
_FLAG = "flag"
"""The group of a pattern that is flagged, where it has one of this name."""


def pattern(
    analysis: Analysis, *, pattern: str, unless: str = "", where: str = "all", instead: str = "", safe: str = "no"
) -> Iterator[Hit]:
    """Whatever fits a pattern in RE2's syntax, unless the sentence around fits another.

    `where` is title, body, credit or all. The group named `flag` is flagged, else the whole. `instead` is what to
    write, with `\\1` for the first group; `safe: yes` where that needs no second look. Raises ValueError for a pattern
    that is none.
    """
    find = compiled(pattern)
    for span in _spans(analysis, where):
        for match in find.finditer(analysis.document.text[span.start : span.end]):
            start, end = match.span(find.groupindex.get(_FLAG, 0))
            hit = Span(span.start + start, span.start + end)
            if start < end and not _excused(analysis, hit, unless):
                yield _hit(analysis, hit, match.expand(instead) if instead else None, safe)


def preferred(
    analysis: Analysis, *, forms: Mapping[str, str], unless: str = "", where: str = "all", safe: str = "no"
) -> Iterator[Hit]:
    """Words for which the desk has others: `forms` gives for each what to write."""
    for span in _literal(analysis, tuple(sorted(forms)), where):
        if not _excused(analysis, span, unless):
            written = analysis.document.text[span.start : span.end]
            yield _hit(analysis, span, forms[written], safe)


def vocabulary(analysis: Analysis, *, words: Sequence[str], unless: str = "", where: str = "all") -> Iterator[Hit]:
    """Words that the desk doesn't want to see."""
    for span in _literal(analysis, tuple(words), where):
        if not _excused(analysis, span, unless):
            yield _hit(analysis, span, None, "no")


def _hit(analysis: Analysis, span: Span, instead: str | None, safe: str) -> Hit:
    written = analysis.document.text[span.start : span.end]
    fix = None if instead is None else Fix(span.start, span.end, instead, safe=safe == "yes")
    return Hit(span, {"written": written, "expected": instead or ""}, (), instead, fix)


def _spans(analysis: Analysis, where: str) -> Iterator[Span]:
    if where not in _WHERE:
        raise ValueError(f"where: {where}")
    kinds = _WHERE[where]
    return (block.span for block in analysis.document.blocks if block.kind in kinds)


def _literal(analysis: Analysis, words: tuple[str, ...], where: str) -> Iterator[Span]:
    find = _alternatives(words)
    for span in _spans(analysis, where):
        for match in find(analysis.document.text, span.start, span.end):
            yield Span(*match.span())


@lru_cache(maxsize=256)
def _alternatives(words: tuple[str, ...]) -> Callable[[str, int, int], Iterator[re.Match[str]]]:
    longest_first = sorted((re.escape(word) for word in words if word), key=len, reverse=True)
    return re.compile("|".join(longest_first) or "(?!)").finditer


def _excused(analysis: Analysis, span: Span, unless: str) -> bool:
    if not unless:
        return False
    text = analysis.document.text
    start = max(text.rfind(mark, 0, span.start) for mark in "。！？\n") + 1
    ends = [at for mark in "。！？\n" if (at := text.find(mark, span.end)) >= 0]
    return compiled(unless).search(text[start : min(ends, default=len(text))]) is not None


@lru_cache(maxsize=256)
def compiled(source: str) -> Any:
    """A pattern in RE2's syntax, ready. Raises ValueError with RE2's complaint for one that is none."""
    import re2

    try:
        options = re2.Options()
        options.log_errors = False
        return re2.compile(source, options)
    except re2.error as error:
        said = error.args[0] if error.args else error
        raise ValueError(said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)) from None
