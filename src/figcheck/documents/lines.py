"""A text in, its lines that are not blank out, each with its place and what of it is to be read."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck import expressions as re
from figcheck.model import Block, Span
from figcheck.values import Frozen

BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
"""White space, the ideographic space and the invisible ones included."""
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLETS = "■□●○◆◇▲△▶►★☆◎※▌|*#>_- \u3000\t\xa0"


class Line(Frozen):
    """A line of a page; offsets into the text."""

    start: int
    end: int
    """Without the white space at its ends."""
    first: int
    last: int
    """What of it is read: without the bullets or the Markdown around it."""
    heading: bool = False
    """Whether Markdown marks it as a topmost heading."""

    @property
    def span(self) -> Span:
        """The whole line."""
        return Span(self.start, self.end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without the white space at its ends; empty at `start` where there is nothing else."""
    part = text[start:end]
    left = len(part) - len(part.lstrip(BLANK))
    if left == len(part):
        return start, start
    return start + left, start + len(part.rstrip(BLANK))


def split_blocks(text: str) -> tuple[Block, ...]:
    """Every line that is not blank as a paragraph."""
    blocks = []
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start < end:
            blocks.append(Block("paragraph", Span(start, end)))
    return tuple(blocks)


def read_lines(text: str, blocks: Iterable[Block]) -> list[Line]:
    """The blocks as lines to read, the bullets at their beginnings left out."""
    return [_line(text, block.span.start, block.span.end) for block in blocks]


def _line(text: str, start: int, end: int) -> Line:
    head = text[start : start + 8]
    bullets = len(head) - len(head.lstrip(_BULLETS))
    return Line(start, end, min(start + bullets, end), end)
