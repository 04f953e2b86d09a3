"""A Markdown text in, its masthead and blocks out: front matter, headings, lines without their markup."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.data import masthead as data
from figcheck.model import Block, Field, Masthead, Span

from .draft import Draft
from .lines import Line, split_blocks, trim
from .masthead import read_page
from .slots import Slot

_KEYS = {key: role for role, keys in data.FRONT_MATTER for key in keys.split()}
_FENCE = "---"
_MOST_FRONT_LINES = 200
_PAIR = re.compile(r"([^\s:：#]{1,24})\s*[:：](.*)", re.DOTALL)
_ITEM = re.compile(r"-\s+(.*)", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+")
_MARKUP = "#>*_-+ \t\u3000\xa0"


def read_markdown(text: str) -> tuple[Masthead, tuple[Block, ...]]:
    """The masthead and the blocks of a Markdown text; what its front matter says goes before what the page says."""
    draft = Draft()
    blocks = split_blocks(text)
    count = _front_lines(text, blocks)
    for slot in _front_slots(text, blocks[1 : count - 1]):
        if slot.role == "title":
            draft.title = draft.title or Field(text[slot.start : slot.end], Span(slot.start, slot.end))
        else:
            draft.take(text, [slot])
    masthead, body = read_page(text, [_line(text, block.span) for block in blocks[count:]], draft)
    return masthead, (*(Block("masthead", block.span) for block in blocks[:count]), *body)


def _front_lines(text: str, blocks: tuple[Block, ...]) -> int:
    """How many blocks are front matter, its fences included; 0 for none."""
    if not blocks or _words(text, blocks[0]) != _FENCE:
        return 0
    for place, block in enumerate(blocks[1:_MOST_FRONT_LINES], start=1):
        if _words(text, block) in (_FENCE, "..."):
            return place + 1
    return 0


def _front_slots(text: str, blocks: tuple[Block, ...]) -> Iterator[Slot]:
    """Known keys and their values; the items of a list one by one."""
    role = None
    for block in blocks:
        start, end = block.span.start, block.span.end
        item, pair = _ITEM.fullmatch(text, start, end), _PAIR.fullmatch(text, start, end)
        if item is None and pair is not None:
            role = _KEYS.get(pair[1].lower())
        value = item.span(1) if item else pair.span(2) if pair else None
        if role is not None and value is not None:
            yield Slot(role, *_unquoted(text, *value))


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = trim(text, start, end)
    if end - start > 1 and text[start] + text[end - 1] in ('""', "''", "[]"):
        return trim(text, start + 1, end - 1)
    return start, end


def _words(text: str, block: Block) -> str:
    return text[block.span.start : block.span.end]


def _line(text: str, span: Span) -> Line:
    """The line without the markup at its ends; what holds nothing else is left as it is."""
    words = text[span.start : span.end]
    heading = _HEADING.match(words)
    left = len(words) - len(words.lstrip(_MARKUP))
    right = len(words.rstrip("#*_ \t")) if heading or words.startswith(("*", "_")) else len(words)
    if left >= right:
        return Line(span.start, span.end, span.start, span.end)
    topmost = heading is not None and len(heading[1]) == 1
    return Line(span.start, span.end, span.start + left, span.start + right, topmost)
