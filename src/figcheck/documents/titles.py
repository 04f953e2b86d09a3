"""The lines above the body in, the title and its repeats out."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck import expressions as re
from figcheck.model import Field, Span

from .lines import trim
from .names import is_house, read_reporter
from .readings import Reading

_ENOUGH = 0.6
"""Share of a title's pairs of characters that a line must have to be its repeat."""
FEW = 3
"""With more candidates than this, a page begins with navigation and the title is the last of them."""
_COMPARED = 24
"""So many candidates are looked through for repeats."""
_DATING = {"date", "source", "byline"}
_JOINT = re.compile(r"\s*(?:-{1,2}|—{1,2}|[_|｜–－])\s*")
_LONGEST_CHANNEL = 8
_SHAPES = "□■◆●○▲ \u3000"


def choose_title(text: str, head: Sequence[Reading], *, framed: bool, bodied: bool) -> int | None:
    """Which of the lines above the body is the title, by its number; None where none reads as one.

    `framed` says that the page has a masthead (site, date, source, date line), `bodied` that a body follows.
    """
    kinds = ("title", "exclaimed") if framed else ("title",)
    candidates = [place for place, reading in enumerate(head) if reading.kind in kinds]
    if not framed:
        first = next((place for place, reading in enumerate(head) if reading.kind != "button"), None)
        return first if bodied and candidates[:1] == [first] and len(candidates) <= FEW else None
    words = [title_field(text, head[place]).value for place in candidates[:_COMPARED]]
    for number, title in enumerate(words):
        if any(repeats(title, later) for later in words[number + 1 :]):
            return candidates[number]
    dated = next((place for place, reading in enumerate(head) if reading.roles & _DATING), len(head))
    pool = [place for place in candidates if place < dated] or candidates
    if not pool:
        return None
    return pool[0] if len(pool) <= FEW else pool[-1]


def repeats(title: str, words: str) -> bool:
    """Whether a line is the title once more, with or without other words before it."""
    if read_reporter(words.lstrip(_SHAPES)) and not read_reporter(title):
        return False  # 记者 甲某 通讯员, and the title pasted where a name should be
    pairs = _pairs(title)
    return title in words or (bool(pairs) and len(pairs & _pairs(words)) >= _ENOUGH * len(pairs))


def title_field(text: str, reading: Reading) -> Field:
    """The title as written, without the names of channel and site behind it (标题--社会--人民网)."""
    start, end = reading.line.first, reading.line.last
    cut = without_house(text[start:end])
    start, end = trim(text, start, start + cut)
    return Field(text[start:end], Span(start, end))


def without_house(words: str) -> int:
    """Length of a title without the site at its end, and the channels before that."""
    end, sited = len(words), False
    for joint in reversed(list(_JOINT.finditer(words, 4))):
        tail = words[joint.end() : end].strip()
        if not (is_house(tail) if not sited else len(tail) <= _LONGEST_CHANNEL and joint[0].strip() in ("--", "_")):
            break
        end, sited = joint.start(), True
    return end


def _pairs(words: str) -> set[str]:
    return {words[place : place + 2] for place in range(len(words) - 1)}
