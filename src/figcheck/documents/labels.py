"""The words of a short line in, the labels among them out: 来源, 责编, 本报记者, 字号."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.data import masthead as data
from figcheck.values import Frozen

from .names import are_names, is_house, read_reporter

BARS = ":：|｜丨/／"
"""What stands between a label and its content, and between the parts of a line."""
_LABELS = {word: (role.rstrip("!"), role.endswith("!")) for role, words in data.LABELS for word in words.split()}
_GLUED = tuple(word for word, (role, _) in _LABELS.items() if len(word) > 1 and role in ("source", "byline", "editor"))
_PICTURED = ("图", "摄", "摄影")
_DESKS = ("责任编辑", "责编", "编辑")
_BUTTONS = frozenset(data.BUTTONS.split())
_TOKEN = re.compile(rf"[^\s{BARS}；;]+")


class Label(Frozen):
    """A word before a slot, as it stands in a line."""

    role: str
    start: int
    end: int
    sure: bool
    """Whether the word can mean nothing else, so that anything may follow it."""
    barred: bool
    """Whether a colon, bar or slash follows, or the piece stands in brackets."""
    upto: int
    """Number of the token after it."""


def is_button(words: str) -> bool:
    """Whether these words are nothing but buttons, switches and bars between them."""
    parts = words.split()
    return "".join(parts) in _BUTTONS or all(part in _BUTTONS or part in BARS for part in parts)


def is_label(word: str) -> bool:
    """Whether a word is one that stands before a slot."""
    return word in _LABELS


def is_announced(words: str) -> bool:
    """Whether these words begin with a label that no title begins with."""
    head = re.match(rf"\s*([^\s{BARS}]{{2,8}})\s*[:：]", words)
    return head is not None and _LABELS.get(head[1], ("", False))[0] in ("source", "date", "editor", "url", "button")


def read_labels(text: str, start: int, end: int, *, bracketed: bool) -> list[Label]:
    """The labels in a stretch of the text, in order; none where it does not begin with one."""
    tokens = list(_TOKEN.finditer(text, start, end))
    labels: list[Label] = []
    place = 0
    while place < len(tokens) and (labels or place == 0):
        label = _label_at(text, tokens, place, end, bracketed=bracketed, first=not labels)
        if label is not None and label.start == label.end and labels and _fills_alone(text, labels[-1], tokens, place):
            label = None
        if label is not None:
            labels.append(label)
        place = label.upto if label else place + 1
    return labels


def _fills_alone(text: str, label: Label, tokens: list[re.Match[str]], place: int) -> bool:
    """Whether a button stands in the slot of a desk alone: 编辑：返回顶部　审核：甲某."""
    if label.role not in ("editor", "byline") or not label.barred or label.upto != place or len(tokens[place][0]) < 4:
        return False
    return place + 1 == len(tokens) or is_label(tokens[place + 1][0])


def _label_at(
    text: str, tokens: list[re.Match[str]], place: int, end: int, *, bracketed: bool, first: bool
) -> Label | None:
    word, start, stop = tokens[place].group(), tokens[place].start(), tokens[place].end()
    upto = place + 1
    if len(word) == 1 and upto < len(tokens) and word + tokens[upto].group() in _LABELS:
        word, stop, upto = word + tokens[upto].group(), tokens[upto].end(), upto + 1
    if word == "文" and not first and upto < len(tokens) and tokens[upto].group() in _PICTURED:
        return None  # 张三 文/图: the end of a byline
    gap = text[stop : tokens[upto].start() if upto < len(tokens) else end]
    barred = bracketed or any(char in BARS for char in gap)
    role, sure = _LABELS.get(word) or _desk(word)
    if role:
        spaced = upto < len(tokens) and role in ("source", "editor", "credit", "byline")
        spaced = spaced or (role == "date" and not first and text[stop : stop + 4].strip()[:1].isdigit())
        sure = sure and (barred or role != "byline")
        return Label(role, start, stop, sure, barred, upto) if barred or spaced else None
    if len(word) > 1 and word in _BUTTONS:
        return Label("button", start, start, True, True, upto)
    if not first and gap.lstrip()[:1] in (":", "：") and word.endswith(_GLUED):
        glued = max((label for label in _GLUED if word.endswith(label)), key=len)
        return Label(_LABELS[glued][0], stop - len(glued), stop, True, True, upto)
    return _reporter_at(word, start, upto, barred)


def _desk(word: str) -> tuple[str, bool]:
    """An editor with the house before it: 新京报编辑."""
    desk = next((desk for desk in _DESKS if word.endswith(desk)), None)
    return ("editor", False) if desk and is_house(word.removesuffix(desk)) else ("", False)


def _reporter_at(word: str, start: int, upto: int, barred: bool) -> Label | None:
    reporter = read_reporter(word)
    if reporter is None:
        return None
    rest = word[reporter.length :]
    if rest and not are_names(rest):
        return None
    sure = not rest and (barred or reporter.housed)
    return Label("byline", start, start + reporter.length, sure, barred, upto)
