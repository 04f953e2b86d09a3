"""A sound ledger's text and new facts in, the text with them in their places out; nothing else in it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from figcheck import expressions as re
from figcheck.ledger.nodes import Items, Node, Pairs, Scalar, end_of
from figcheck.ledger.quoting import quoted
from figcheck.ledger.sections import FACTS
from figcheck.ledger.source import Edit, Source, source_of
from figcheck.values import Frozen

Written = Mapping[str, str | tuple[str, ...]]
"""A fact as its keys and what is to be written under them."""

_BREAK = re.compile(r"\r\n|\n|\r")
_BLANK_LINE = re.compile(r"(?>\r\n|\n|\r)[ \t]*(?>\r\n|\n|\r)")
_ORDER = tuple(key.name for key in FACTS.keys)
NEW = "figcheck: 1\n"
"""A ledger with nothing in it."""


def spliced(source: Source, root: Node | None, facts: Sequence[Written], owner: Callable[[str], str]) -> Source:
    """The source with the facts put in: each behind the last of its subject, else behind all others.

    `root` is the source's own tree; `owner` tells the canonical name of a subject. No mistake may be in the source.
    """
    if not isinstance(root, Pairs):
        return source_of(source.path, _Sheet(source.text, Layout()).whole(facts))
    value = root.entries["facts"][1] if "facts" in root.entries else None
    sheet = _Sheet(source.text, _layout(source.text, root))
    if isinstance(value, Items) and value.nodes:
        edits = _among(source.text, root, value, facts, owner)
    elif isinstance(value, Items):
        edits = [sheet.into_brackets(value, facts, root)]
    elif value is not None:
        edits = [sheet.behind(end_of(value), sheet.block(facts), sheet.layout.margin)]
    elif root.flow:
        edits = [Edit(end_of(list(root.entries.values())[-1][1]), 0, f", facts: [{sheet.flow(facts)}]")]
    else:
        edits = [sheet.behind(end_of(root), sheet.section(facts), sheet.layout.root)]
    return source_of(source.path, _applied(source.text, edits))


def _applied(text: str, edits: Iterable[Edit]) -> str:
    pieces, done = [], 0
    for edit in edits:
        pieces += [text[done : edit.at], edit.put]
        done = edit.at + edit.drop
    return "".join([*pieces, text[done:]])


# --- layout --------------------------------------------------------------------------------------------------


class Layout(Frozen):
    """How a ledger lays out its facts, or would."""

    margin: int = 2
    """Columns before the dash."""
    step: int = 2
    """Columns from the dash to the keys."""
    braces: bool = False
    """Whether a fact stands in braces."""
    bare: bool = False
    """Whether a measure that is alone stands without brackets."""
    spaced: bool = False
    """Whether a blank line stands between facts."""
    order: tuple[str, ...] = _ORDER
    root: int = 0
    """Columns before the keys of the whole."""


def _layout(text: str, root: Pairs, neighbour: Node | None = None) -> Layout:
    """The layout of a list, and of the fact that new ones come to stand behind."""
    margin = _column(text, root.at)
    value = root.entries["facts"][1] if "facts" in root.entries else None
    if not isinstance(value, Items) or not isinstance(neighbour, Pairs):
        return Layout(margin=margin + 2, root=margin)
    # a heading over a group of facts has a blank line above it in any ledger
    between = [text[end_of(one) : other.at] for one, other in pairwise(value.nodes)]
    gaps = [bool(_BLANK_LINE.search(gap)) for gap in between if "#" not in gap]
    dash = _column(text, value.at)
    step = _column(text, neighbour.at) - dash
    return Layout(
        margin=dash,
        step=step if step > 1 and not neighbour.flow else 2,
        braces=neighbour.flow,
        bare=isinstance(neighbour.entries["measure"][1], Scalar),
        spaced=sum(gaps) * 2 > len(gaps),
        order=_order(neighbour),
        root=margin,
    )


def _order(fact: Pairs) -> tuple[str, ...]:
    """The keys in a fact's own order, those that it lacks in their usual place."""
    order = list(fact.entries)
    for number, key in enumerate(_ORDER):
        if key not in order:
            before = [order.index(other) for other in _ORDER[:number] if other in order]
            order.insert(max(before, default=-1) + 1, key)
    return tuple(order)


def _column(text: str, at: int) -> int:
    return at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) - 1


# --- the facts as text ---------------------------------------------------------------------------------------


class _Sheet:
    """A text and how it is laid out: makes the words to put in, and finds the place."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        ending = _BREAK.search(text)
        self._break = ending.group() if ending else "\n"
        self._roomy = bool(_BLANK_LINE.search(text))

    def whole(self, facts: Sequence[Written]) -> str:
        """The text, which holds nothing but comments, with a ledger behind it."""
        apart = self._break if self.text and self.text[-1] not in "\r\n" else ""
        return self.text + apart + NEW.replace("\n", self._break) + self.section(facts)

    def section(self, facts: Sequence[Written]) -> str:
        """The key and its list, with a blank line before where the ledger has some."""
        key = " " * self.layout.root + "facts:" + self._break
        return self._break * self._roomy + key + self.block(facts)

    def block(self, facts: Sequence[Written]) -> str:
        """One item after the other, each with its lines."""
        between = self._break if self.layout.spaced else ""
        return between.join(map(self._item, facts))

    def flow(self, facts: Sequence[Written]) -> str:
        """The same in braces, with commas between."""
        return ", ".join("{" + ", ".join(self._pairs(fact, flow=True)) + "}" for fact in facts)

    def _item(self, fact: Written) -> str:
        margin = " " * self.layout.margin
        if self.layout.braces:
            return f"{margin}- {self.flow([fact])}{self._break}"
        first, *others = self._pairs(fact, flow=False)
        indent = margin + " " * self.layout.step
        lines = [margin + "-" + " " * (self.layout.step - 1) + first, *(indent + other for other in others)]
        return "".join(line + self._break for line in lines)

    def _pairs(self, fact: Written, *, flow: bool) -> list[str]:
        return [f"{key}: {self._value(fact[key], flow)}" for key in self.layout.order if fact.get(key)]

    def _value(self, value: str | tuple[str, ...], flow: bool) -> str:
        if isinstance(value, str):
            return quoted(value, flow=flow)
        if len(value) == 1 and self.layout.bare:
            return quoted(value[0], flow=flow)
        return "[" + ", ".join(quoted(each, flow=True) for each in value) + "]"

    # --- places ----------------------------------------------------------------------------------------------

    def behind(self, end: int, words: str, margin: int) -> Edit:
        """What puts lines behind the line in which something ends, and behind the comments that belong to it.

        Those are comments that follow at once and are indented beyond `margin`.
        """
        at = self._next_line(end)
        while at < len(self.text) and self._is_comment(at, margin):
            at = self._next_line(at)
        if at and self.text[at - 1] not in "\r\n":
            words = self._break + words.removesuffix(self._break)
        return Edit(at, 0, words)

    def _next_line(self, at: int) -> int:
        ending = _BREAK.search(self.text, at)
        return ending.end() if ending else len(self.text)

    def _is_comment(self, at: int, margin: int) -> bool:
        line = self.text[at : self._next_line(at)]
        bare = line.lstrip(" ")
        return bare.startswith("#") and len(line) - len(bare) > margin

    def among(self, node: Node, facts: Sequence[Written]) -> Edit:
        """What puts lines behind an item of the list."""
        before = self._break if self.layout.spaced else ""
        return self.behind(end_of(node), before + self.block(facts), self.layout.margin)

    def in_line(self, node: Node, facts: Sequence[Written]) -> Edit:
        """What puts facts behind one of a list in brackets, on lines of their own where that has one."""
        start = max(self.text.rfind("\n", 0, node.at), self.text.rfind("\r", 0, node.at)) + 1
        indent = self.text[start : node.at]
        joint = f",{self._break}{indent}" if start and not indent.strip() else ", "
        return Edit(end_of(node), 0, "".join(joint + self.flow([fact]) for fact in facts))

    def into_brackets(self, empty: Items, facts: Sequence[Written], root: Pairs) -> Edit:
        """What fills an empty list: its brackets go where dashes may stand."""
        if root.flow:
            return Edit(empty.closed - 1, 0, self.flow(facts))
        lines = self.behind(empty.closed, self.block(facts), self.layout.margin)
        at = len(self.text[: empty.at].rstrip(" "))
        return Edit(at, lines.at - at, self.text[empty.closed : lines.at] + lines.put)


def _among(text: str, root: Pairs, items: Items, facts: Sequence[Written], owner: Callable[[str], str]) -> list[Edit]:
    """What puts each fact behind the last of its subject, else behind the last of all."""
    last: dict[str, int] = {}
    for number, node in enumerate(items.nodes):
        if isinstance(node, Pairs) and isinstance(subject := node.entries["subject"][1], Scalar):
            last[owner(subject.text)] = number
    groups: dict[int, list[Written]] = {}
    for fact in facts:
        groups.setdefault(last.get(owner(str(fact["subject"])), len(items.nodes) - 1), []).append(fact)
    edits = []
    for number in sorted(groups):
        neighbour = items.nodes[number]
        sheet = _Sheet(text, _layout(text, root, neighbour))
        edits.append((sheet.in_line if items.flow else sheet.among)(neighbour, groups[number]))
    return edits


def as_ledger(facts: Iterable[Written]) -> str:
    """A ledger of just these facts, as text."""
    return _Sheet("", Layout()).whole(list(facts))
