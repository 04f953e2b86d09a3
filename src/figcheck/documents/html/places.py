"""A text as the parser gives it in, its segments out, each compared with the source: verbatim there, or not."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.values import Frozen

from .markup import FIRST_MARKS, SECOND_MARKS, Markup

_BASE = 0xFFFE
_MARK = re.compile("([\U000f0000-\U000ffffd])([\U00100000-\U0010fffd])")
_SPECIAL = re.compile(
    "\r\n?|\0|[\ud800-\udfff\U000f0000-\U0010ffff]|&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)"
)
"""What the source may have and the text has otherwise."""


class Segment(Frozen):
    """A stretch of text and where it comes from."""

    text: str
    at: int
    until: int
    """In the source; the end exclusive."""
    verbatim: bool
    again: bool = False
    """Whether it stands in the text a second time, for reading only."""


class Places:
    """The texts of one page."""

    def __init__(self, source: str, markup: Markup) -> None:
        self._source = source
        self._texts = markup.texts
        self._at = 0

    def segments(self, content: str) -> Iterator[Segment]:
        """What a text node consists of, its marks read and left out, in order. All of the text comes out."""
        parts = _MARK.split(content)
        if parts[0]:
            yield Segment(parts[0], self._at, self._at, False)
        for first, second, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            number = (ord(first) - FIRST_MARKS) * _BASE + ord(second) - SECOND_MARKS
            start, end = self._texts[number] if number < len(self._texts) else (self._at, self._at)
            yield from _compared(text, self._source, start, end)
            self._at = end


def _compared(text: str, source: str, start: int, end: int) -> Iterator[Segment]:
    if text and text == source[start:end]:
        yield Segment(text, start, end, True)
        return
    done, at = 0, start
    while done < len(text) and at < end:
        special = _SPECIAL.search(source, at, end)
        stop = special.start() if special else end
        same = _common(text, done, source, at, stop)
        if same:
            yield Segment(text[done : done + same], at, at + same, True)
        done, at = done + same, at + same
        if at < stop or special is None:
            break
        meant = _meant(special[0], text, done)
        if meant:
            yield Segment(meant, at, special.end(), meant == special[0])
        done, at = done + len(meant), special.end()
    if done < len(text):
        yield Segment(text[done:], at, at, False)


def _common(text: str, done: int, source: str, at: int, stop: int) -> int:
    """How many characters of the text are those of the source, from the two places on."""
    length = min(len(text) - done, stop - at)
    if text.startswith(source[at : at + length], done):
        return length
    return next(place for place in range(length) if text[done + place] != source[at + place])


def _meant(written: str, text: str, done: int) -> str:
    """What the text has for something special in the source; empty where it has nothing for it."""
    if written[0] == "&":
        from html import unescape

        choices = [unescape(written), written]
    else:
        choices = ["\n"] if written[0] == "\r" else ["\ufffd"]
    return next((choice for choice in choices if text.startswith(choice, done)), "")
