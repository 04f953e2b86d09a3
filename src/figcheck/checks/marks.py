"""Marks in pairs, as written: quotation marks that nothing opens, or that nothing closes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.model import Analysis, Fix, Hit, Span, SpanEvidence, Word
from figcheck.values import Frozen

_MARKS = re.compile(r"[“”「」『』‘’]")
_PAIRED = re.compile(r"[^“”「」『』‘’]*+(?:“[^“”「」『』‘’]*+”[^“”「」『』‘’]*+)*+")
"""Paragraphs that need no closer look."""
_CLOSERS = {"“": "”", "「": "」", "『": "』", "‘": "’"}
_ENDING = "。！？…!?，"
_DOUBTFUL = 120
"""So far from an opening mark the closing one is missed, where no other opens."""
_LONGEST_LINE = 16
"""Lines of verse are no longer."""


class _Paragraph(Frozen):
    """A paragraph with the marks in it that have no partner there."""

    span: Span
    opened: list[int]
    closed: list[int]


def unopened_quote(analysis: Analysis) -> Iterator[Hit]:
    """A closing quotation mark without an opening one in its paragraph."""
    text = analysis.document.text
    for paragraph in _read(analysis):
        for mark in paragraph.closed:
            start = _quotation_start(text, paragraph.span.start, mark)
            words = text[start : start + 8]
            fix = Fix(start, start, "“", safe=False) if text[mark] == "”" else None
            if text[mark - 1 : mark] == text[mark]:  # 搬家””: one too many
                once = Fix(mark, mark + 1, "", safe=False)
                yield Hit(Span(mark - 1, mark + 1), {"words": words, "how": Word("twice")}, fix=once)
                continue
            values: dict[str, str | Word] = {"words": words, "how": Word("unopened")}
            yield Hit(Span(start, mark + 1), values, (), f"“{words}……", fix)


def unclosed_quote(analysis: Analysis) -> Iterator[Hit]:
    """An opening mark that is never closed, though the next paragraph does not go on quoting.

    The evidence is what stands up to the next opening mark: somewhere in it the closing one is lacking.
    """
    text = analysis.document.text
    paragraphs = _read(analysis)
    for number, paragraph in enumerate(paragraphs):
        follows = paragraphs[number + 1].span.start if number + 1 < len(paragraphs) else None
        goes_on = follows is not None and text[follows] in _CLOSERS
        if paragraph.opened and not (goes_on and len(paragraph.opened) == 1):
            at = paragraph.opened[-1]
            end = min(paragraph.span.end, at + 9)
            upto = text.find(text[at], at + 1, paragraph.span.end)
            upto = min(paragraph.span.end, at + _DOUBTFUL) if upto < 0 else upto
            doubtful = (SpanEvidence(end, upto, text[end:upto]),) if upto > end else ()
            yield Hit(Span(at, end), {"words": text[at:end]}, doubtful)


_NESTED = re.compile(r"“[^“”]*(?P<inner>“[^“”]*”)[^“”]*”")


def nested_quote(analysis: Analysis) -> Iterator[Hit]:
    """Double marks inside double marks, where all are paired: the inner ones should be single."""
    text = analysis.document.text
    for paragraph in _read(analysis):
        if paragraph.opened or paragraph.closed or _PAIRED.fullmatch(text, paragraph.span.start, paragraph.span.end):
            continue
        for match in _NESTED.finditer(text, paragraph.span.start, paragraph.span.end):
            start, end = match.span("inner")
            if not any(_is_open(text, pair, match.start(), start) for pair in ("《》", "‘’")):
                written = text[start:end]
                expected = f"‘{written[1:-1]}’"
                fix = Fix(start, end, expected, safe=False)
                yield Hit(Span(start, end), {"written": written, "expected": expected}, (), expected, fix)


def _is_open(text: str, pair: str, start: int, end: int) -> bool:
    return text.rfind(pair[0], start, end) > text.rfind(pair[1], start, end)


def _read(analysis: Analysis) -> list[_Paragraph]:
    """The paragraphs with their lonely marks; those of verse that is quoted over several lines have partners."""
    text = analysis.document.text
    paragraphs = [_lonely_marks(text, span) for span in _paragraphs(analysis)]
    opener: _Paragraph | None = None
    short = True
    for paragraph, following in pairwise([*paragraphs, _Paragraph(Span(0, 0), [], [])]):
        short = short and paragraph.span.end - paragraph.span.start <= _LONGEST_LINE
        if opener is not None and paragraph.closed and not paragraph.opened:
            if short:
                opener.opened.pop()
                paragraph.closed.pop(0)
            opener = None
        elif paragraph.opened and not (following.span.end and text[following.span.start] in _CLOSERS):
            opener, short = paragraph, paragraph.span.end - paragraph.opened[-1] <= _LONGEST_LINE
    return paragraphs


def _lonely_marks(text: str, span: Span) -> _Paragraph:
    paragraph = _Paragraph(span, [], [])
    if _PAIRED.fullmatch(text, span.start, span.end):
        return paragraph
    opened: list[int] = []
    for match in _MARKS.finditer(text, span.start, span.end):
        mark, at = match.group(), match.start()
        partners = [opener for opener in opened[-4:] if _CLOSERS[text[opener]] == mark]
        if mark in _CLOSERS:
            opened.append(at)
        elif partners:
            paragraph.opened.extend(opened[opened.index(partners[-1]) + 1 :])
            del opened[opened.index(partners[-1]) :]
        elif mark != "’" and not text[at - 1 : at].isdigit():  # Xi’an has an apostrophe, 65” is a size in inches
            paragraph.closed.append(at)
    paragraph.opened.extend(opened)
    return paragraph


def _quotation_start(text: str, start: int, mark: int) -> int:
    """Where the sentence begins that a lonely closing mark ends."""
    at = mark
    while at > start and text[at - 1] in _ENDING:
        at -= 1
    while at > start and text[at - 1] not in "。！？!?”：\n":
        at -= 1
    while at < mark and text[at] in " \u3000\t":
        at += 1
    return at


def _paragraphs(analysis: Analysis) -> Iterator[Span]:
    blocks = analysis.document.blocks
    if not blocks:
        yield Span(0, len(analysis.document.text))
    for block in blocks:
        if block.kind == "paragraph":
            yield block.span
