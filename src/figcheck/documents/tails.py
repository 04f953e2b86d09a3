"""A paragraph in, the credits that are glued to its end out, as pages copied in one piece have them."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.data import masthead as data
from figcheck.values import Frozen

from .slots import Slot, read_slots

_OPENING = re.compile(
    r"[【（(\[〔［](?=\s*(?:我要)?纠错|[^】）)\]〕］]{0,10}(?:编|记者|通讯员|作者|校对))|(?:责任编辑|责编)\s?[:：]"
)
_CLOSING = re.compile(r"[】）)\]〕］]")
_BRACKETS = "【（([〔［"
_HINTS = ("编", "记者", "纠错", "作者", "通讯员")
_RELATED = tuple(data.RELATED.split())
_REACH = 200
"""How far before the end credits may begin, in code points."""
_MOST_TRIED = 12


class Tail(Frozen):
    """Credits at the end of a paragraph."""

    start: int
    end: int
    """Where they end; what follows, up to the end of the paragraph, leads to other articles."""
    slots: tuple[Slot, ...]


def read_tail(text: str, start: int, end: int) -> Tail | None:
    """The credits at the end of the paragraph; None where it ends in prose. Offsets into the text."""
    low = max(start + 1, end - _REACH)
    window = text[low:end]
    if not any(hint in window for hint in _HINTS):
        return None
    for match in list(_OPENING.finditer(text, low, end))[-_MOST_TRIED:]:
        others = [place for word in _RELATED if (place := text.find(word, match.start(), end)) >= 0]
        for stop in (end, min(others, default=end)):
            if text[match.start()] in _BRACKETS and not _CLOSING.search(text, match.start(), stop):
                continue  # （记者 相关阅读）: what stands in the slot leads nowhere
            slots = read_slots(text, match.start(), stop)
            if slots and any(slot.role in ("editor", "byline", "credit") for slot in slots):
                return Tail(match.start(), stop, tuple(slots))
    return None
