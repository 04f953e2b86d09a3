"""The nodes of a ledger's tree: what the parser's events are built into and what the sections are read from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scalar:
    """A text, as the editor wrote it."""

    at: int
    """Offset in the source's text; for an empty value that of its key."""
    text: str
    plain: bool
    """Whether it stands without quotes."""
    end: int
    """Offset after its last character, or its closing quote; for an empty value after its key's colon."""

    @property
    def absent(self) -> bool:
        """Whether nothing at all is written."""
        return self.plain and not self.text


@dataclass(slots=True)
class Items:
    """A list."""

    at: int
    """Offset of its first dash, or its bracket."""
    flow: bool
    """Whether it stands in brackets."""
    nodes: list[Node] = field(default_factory=list)
    whole: bool = False
    """Whether it was read to its end."""
    closed: int = 0
    """Offset after the bracket or brace at its end; 0 where it has none."""


@dataclass(slots=True)
class Pairs:
    """A mapping."""

    at: int
    """Offset of its first key, or its brace."""
    flow: bool
    """Whether it stands in braces."""
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    """Key to the key's node and the value's."""
    whole: bool = False
    """Whether it was read to its end."""
    closed: int = 0
    """Offset after the bracket or brace at its end; 0 where it has none."""
    pending: Node | None = None
    """The key that waits for its value."""


@dataclass(slots=True)
class Refused:
    """What stands in the place of something told already."""

    at: int


Node = Scalar | Items | Pairs | Refused


def end_of(node: Node) -> int:
    """Offset after the last character that belongs to a node; comments and blanks behind it do not."""
    while isinstance(node, (Items, Pairs)) and not node.closed:
        if isinstance(node, Items) and node.nodes:
            node = node.nodes[-1]
        elif isinstance(node, Pairs) and node.entries:
            node = list(node.entries.values())[-1][1]
        else:
            break
    if isinstance(node, Scalar):
        return node.end
    return node.closed if isinstance(node, (Items, Pairs)) and node.closed else node.at


def inside(where: str, key: str) -> str:
    """The way to what stands under a key: `facts[3]` and `value` give `facts[3].value`."""
    return f"{where}.{key}" if where else key
