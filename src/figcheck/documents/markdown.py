"""A Markdown text in, its masthead and blocks out: front matter, headings, lines without their markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
_COMMENT = re.compile(r"[ \t]#")
_LISTED = re.compile(r"[^,，]+")
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+")
_RULE = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?")
"""The line between the heads of a table and its rows."""
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
    plain, aside = _sorted_out(text, blocks[count:])
    masthead, body = read_page(text, [_line(text, block.span) for block in plain], draft)
    front = [Block("masthead", block.span) for block in blocks[:count]]
    return masthead, (*front, *sorted([*body, *aside], key=lambda block: block.span))


def _sorted_out(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines to be read for what they are; and those that are known: rows of tables, rules below heads, code."""
    plain: list[Block] = []
    aside: list[Block] = []
    fence, inside = "", False
    for place, block in enumerate(blocks):
        words = _words(text, block)
        mark = words[:3] if words.startswith(("```", "~~~")) else ""
        if fence or mark:
            aside.append(Block("boilerplate", block.span))
            fence = mark if not fence else "" if words.startswith(fence) else fence
            continue
        ruled = [_RULE.fullmatch(_words(text, each)) is not None for each in blocks[place : place + 2]]
        inside = "|" in words and (inside or ruled[-1] or ruled[0])
        if not inside:
            plain.append(block)
        else:
            aside.append(Block("boilerplate" if ruled[0] else "paragraph", block.span))
    return plain, aside


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
            yield from (Slot(role, *item) for item in _values(text, *value))


def _values(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A value without its quotation marks and the comment behind it; of a list in brackets one item after the other."""
    comment = _COMMENT.search(text, start, end) if text[start:end].lstrip()[:1] not in ("'", '"') else None
    start, end = trim(text, start, comment.start() if comment else end)
    if end - start > 1 and text[start] == "[" and text[end - 1] == "]":
        for match in _LISTED.finditer(text, start + 1, end - 1):
            yield _unquoted(text, *match.span())
    else:
        yield _unquoted(text, start, end)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = trim(text, start, end)
    if end - start > 1 and text[start] + text[end - 1] in ('""', "''"):
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
