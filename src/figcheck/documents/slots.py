"""One short line of a page in, the slots it consists of (source, date, credits, buttons) and their places out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.data import masthead as data

from .dates import WHEN
from .lines import BLANK, trim
from .names import REPORTER, are_names, is_house


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of a line that is no prose."""

    role: str
    """`source`, `date`, `byline`, `editor`, `credit`, `repeat`, `url`, `counter`, `button` or `house`."""
    start: int
    end: int
    """The content without its label; empty where nothing follows the label."""
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Label:
    """A word before a slot, as it stands in a line."""

    role: str
    start: int
    end: int
    upto: int
    """Number of the token after it."""
    sure: bool
    """Whether the word can mean nothing else, so that anything may follow it."""
    barred: bool
    """Whether a colon, bar or slash follows, or the piece stands in brackets."""


_LABELS = {word: (role.rstrip("!"), role.endswith("!")) for role, words in data.LABELS for word in words.split()}
_BUTTONS = frozenset(data.BUTTONS.split())
_BRACKETS = dict(zip("【（([〔［", "】）)]〕］", strict=True))
_BARS = ":：|｜丨/／"
_EDGES = BLANK + _BARS + "·•>＞-—－=,，、"
_QUOTES = BLANK + "《》（）()"
_TOKEN = re.compile(rf"[^\s{_BARS}]+")
_EDITION = re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版\S{0,10}")
_PICTURE = ("拍摄", "摄影", "摄", "制图", "供图", "绘图", "作图", "绘", "图")
_NAMELESS = ("评论员", "报道组", "采访组")
_PROSE = re.compile(r"[，。；;]")
_LONGEST = 80


def is_button(words: str) -> bool:
    """Whether these words are nothing but a button, a switch or a bar between buttons."""
    return "".join(words.split()) in _BUTTONS


def read_slots(text: str, start: int, end: int) -> list[Slot] | None:
    """The slots that a line consists of, in order; None where anything is left over: then it is prose or a title."""
    slots: list[Slot] = []
    for first, last, bracketed in _pieces(text, start, end):
        found = _piece(text, first, last, bracketed)
        if found is None:
            return None
        slots += found
    return slots or None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a line between and inside its outermost brackets, with whether it is inside."""
    while True:
        start, end = trim(text, start, end)
        if start >= end:
            return
        if text[start] in _BRACKETS:
            stop = bracket_end(text, start, end)
            yield start + 1, stop - 1 if text[stop - 1] == _BRACKETS[text[start]] else stop, True
            start = stop
        else:
            stop = text.find("【", start, end)
            stop = end if stop < 0 else stop
            yield start, stop, False
            start = stop


def bracket_end(text: str, start: int, end: int) -> int:
    """Offset after the bracket that closes the one at `start`; `end` where none does."""
    opener, closer, depth = text[start], _BRACKETS[text[start]], 0
    for place in range(start, end):
        if text[place] == opener:
            depth += 1
        elif text[place] == closer:
            depth -= 1
            if not depth:
                return place + 1
    return end


def _strip(text: str, start: int, end: int, edges: str = _EDGES) -> tuple[int, int]:
    """Without bars and white space at the ends; empty at `start` where there is nothing else."""
    part = text[start:end]
    left = len(part) - len(part.lstrip(edges))
    if left == len(part):
        return start, start
    return start + left, start + len(part.rstrip(edges))


def _piece(text: str, start: int, end: int, bracketed: bool) -> list[Slot] | None:
    start, end = trim(text, start, end)
    if start >= end or is_button(text[start:end]):
        return [Slot("button", start, end)] if start < end else []
    when = WHEN.search(text, start, end)
    if when is None:
        return _labelled(text, start, end, bracketed)
    left = _labelled(text, start, when.start(), bracketed)
    if left is None or (left and left[-1].start == left[-1].end and left[-1].role not in ("date", "source")):
        # the date belongs to what a label announces, or to a title
        return _labelled(text, start, end, bracketed)
    label = left.pop().label if left and left[-1].role == "date" else ""
    right = _piece(text, when.end(), end, bracketed)
    return None if right is None else [*left, Slot("date", *trim(text, *when.span()), label), *right]


def _labelled(text: str, start: int, end: int, bracketed: bool) -> list[Slot] | None:
    """Labels and what follows each; None where something stands before the first, or can't be what its label says."""
    tokens = list(_TOKEN.finditer(text, start, end))
    if not tokens:
        return []
    labels: list[_Label] = []
    place = 0
    while place < len(tokens):
        label = _label_at(text, tokens, place, end, bracketed)
        if label is not None:
            labels.append(label)
        elif not labels:
            return _unlabelled(text, start, end)
        place = label.upto if label else place + 1
    slots = []
    for number, label in enumerate(labels):
        after = labels[number + 1] if number + 1 < len(labels) else None
        slot = _slot(text, label, after.start if after else end, after, alone=len(labels) == 1)
        if slot is None:
            return None
        slots.append(slot)
    return slots


def _unlabelled(text: str, start: int, end: int) -> list[Slot] | None:
    """A house that stands alone, 《人民日报》 or 第01版; else None."""
    start, end = _strip(text, start, end, _EDGES + _QUOTES)
    if is_house(text[start:end]):
        return [Slot("house", start, end)]
    return [Slot("button", start, end)] if _EDITION.fullmatch(text, start, end) else None


def _label_at(text: str, tokens: list[re.Match[str]], place: int, end: int, bracketed: bool) -> _Label | None:
    word, start, stop = tokens[place].group(), tokens[place].start(), tokens[place].end()
    upto = place + 1
    if len(word) == 1 and upto < len(tokens) and word + tokens[upto].group() in _LABELS:
        word, stop, upto = word + tokens[upto].group(), tokens[upto].end(), upto + 1
    gap = text[stop : tokens[upto].start() if upto < len(tokens) else end]
    barred = bracketed or any(char in _BARS for char in gap)
    if word in _LABELS:
        role, sure = _LABELS[word]
        spaced = upto < len(tokens) and role in ("source", "editor", "credit", "byline")
        sure = sure and (barred or role != "byline")
        return _Label(role, start, stop, upto, sure, barred) if barred or spaced else None
    if len(word) > 1 and word in _BUTTONS:
        return _Label("button", start, start, upto, True, True)
    return _reporter_at(word, start, upto, barred)


def _reporter_at(word: str, start: int, upto: int, barred: bool) -> _Label | None:
    match = REPORTER.match(word)
    if match is None:
        return None
    rest = word[match.end() :]
    if rest and not are_names(rest):
        return None
    sure = not rest and (barred or match["house"] is not None)
    return _Label("byline", start, start + match.end(), upto, sure, barred)


def _slot(text: str, label: _Label, end: int, after: _Label | None, *, alone: bool) -> Slot | None:
    """The slot behind a label; None where what stands there can't fill it."""
    name = "".join(text[label.start : label.end].split())
    start, end = _strip(text, label.end, end)
    role = label.role
    if start >= end:
        nameless = role == "byline" and label.sure and not label.barred and (after is None or after.role != "byline")
        if nameless or name.endswith(_NAMELESS):
            return Slot(role, label.start, label.end, name)
        return Slot(role, start, start, name) if label.barred or after else None
    if role == "byline":
        role, start, end = _credited(text, start, end)
    content = text[start:end]
    return Slot(role, start, end, name) if len(content) <= _LONGEST and _fills(role, content, label, alone) else None


def _credited(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Whether a reporter wrote or only took the picture (张三 摄), and the names without what is said of them."""
    for word in _PICTURE:
        if text.endswith(word, start, end) and end - start > len(word):
            return "credit", *_strip(text, start, end - len(word))
    about = text.find("，系", start, end)
    return "byline", start, end if about < 0 else about


def _fills(role: str, content: str, label: _Label, alone: bool) -> bool:
    """Whether this content can stand behind this label, rather than be the rest of a title or a sentence."""
    if role == "url":
        return content.startswith(("http", "www.", "//"))
    if role == "counter":
        return content[0].isdigit()
    if role == "editor" and (label.sure or label.barred):
        return True
    if role in ("button", "repeat"):
        return "。" not in content
    if role == "date":
        return False
    if _PROSE.search(content):
        return are_names(content)
    if role == "source":
        return len(content) <= 40
    if role == "byline" and label.sure:
        return True
    return are_names(content) or (role == "credit" and not alone and len(content) <= 20)
