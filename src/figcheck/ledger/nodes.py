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

    @property
    def absent(self) -> bool:
        """Whether nothing at all is written."""
        return self.plain and not self.text


@dataclass(slots=True)
class Items:
    """A list."""

    at: int
    nodes: list[Node] = field(default_factory=list)
    whole: bool = False
    """Whether it was read to its end."""


@dataclass(slots=True)
class Pairs:
    """A mapping."""

    at: int
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    """Key to the key's node and the value's."""
    whole: bool = False
    """Whether it was read to its end."""
    pending: Node | None = None
    """The key that waits for its value."""


@dataclass(slots=True)
class Refused:
    """What stands in the place of something told already."""

    at: int


Node = Scalar | Items | Pairs | Refused


def inside(where: str, key: str) -> str:
    """The way to what stands under a key: `facts[3]` and `value` give `facts[3].value`."""
    return f"{where}.{key}" if where else key
