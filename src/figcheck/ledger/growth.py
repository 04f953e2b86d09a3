"""A ledger's text in, a tree of nodes out, with every scalar the text that the editor wrote; or what YAML refuses.

The tree is grown from the parser's events by hand: nothing is resolved, expanded or recursed into, so that anchors,
aliases and tags cost nothing and are told, and so that what stands before a slip of syntax is still read.
"""

from __future__ import annotations

import yaml

from figcheck import expressions as re
from figcheck.ledger.mistakes import Mistake
from figcheck.ledger.nodes import Items, Node, Pairs, Refused, Scalar, inside
from figcheck.ledger.source import DEPTH_LIMIT, Source
from figcheck.ledger.syntax import mended, syntax_mistake

_MENDS = 20
"""Times that a file's colons are put right before reading stops at the next."""

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TOPIC = re.compile(r"[ \t]+#[^\s#]+#")
"""What YAML takes for a comment and an editor for a topic: `#互联时刻#`."""


def grow(source: Source, where: str = "", first: int = 0) -> tuple[Node | None, list[Mistake], Source]:
    """The tree of a source, its mistakes, and the source whose offsets the tree has. Raises nothing.

    `where` is the way to its root, and `first` the number of the first of its items, where it is a part of a list.
    """
    source, told = _printable(source)
    for _ in range(_MENDS):
        grower = _Grower(source, where, first)
        error = grower.run()
        if error is None:
            return grower.root, told + grower.mistakes, source
        better = mended(source, grower.last, error)
        if better is None:
            told.append(syntax_mistake(source, error))
            return grower.root, told + grower.mistakes, source
        mistakes, source = better
        told += mistakes
    return grower.root, told + grower.mistakes, source


def _printable(source: Source) -> tuple[Source, list[Mistake]]:
    """The source without characters that YAML forbids or takes for a line break, and a mistake for each."""
    told = [
        source.mistake(bad.start(), "", "ledger.unprintable", code=f"U+{ord(bad[0]):04X}")
        for bad in _UNPRINTABLE.finditer(source.text)
    ]
    return (source.with_text(_UNPRINTABLE.sub("\ufffd", source.text)) if told else source), told


class _Stop(Exception):
    """Nothing more may be read."""


class _Grower:
    """Takes the parser's events one by one."""

    def __init__(self, source: Source, where: str, first: int) -> None:
        self.source = source
        self._root_where, self._first = where, first
        self.root: Node | None = None
        self.mistakes: list[Mistake] = []
        self.last = 0
        """Offset of the last event."""
        self._open: list[tuple[Items | Pairs, str]] = []
        """The lists and mappings that the next node is in, each with the way to it."""
        self._told: set[tuple[str, str]] = set()

    def run(self) -> yaml.MarkedYAMLError | None:
        """Read all events; the error of syntax that ended it, where one did."""
        try:
            for event in yaml.parse(self.source.text, Loader=LOADER):
                at = self.last = event.start_mark.index  # type: ignore[union-attr]  # a parser's events have marks
                if type(event) is yaml.ScalarEvent:  # most events are, and a large ledger has millions
                    if event.anchor or event.tag:
                        self._refuse(event, at)
                    self._attach(self._scalar(event, at))
                else:
                    self._take(event, at)
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            return error
        return None

    def _take(self, event: yaml.Event, at: int) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse(event, at)
            kind = Items if isinstance(event, yaml.SequenceStartEvent) else Pairs
            self._enter(kind(at, bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._leave(self._open.pop()[0], event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, at)
            self._attach(Refused(at))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._tell(at, "ledger.second_document")
            raise _Stop

    def _refuse(self, event: yaml.NodeEvent, at: int) -> None:
        """Tell anchors, aliases and tags, each name once."""
        for kind, name in (
            ("alias" if isinstance(event, yaml.AliasEvent) else "anchor", event.anchor),
            ("tag", getattr(event, "tag", None)),
        ):
            if name and (kind, name) not in self._told:
                self._told.add((kind, name))
                self._tell(at, f"ledger.{kind}", name=name)

    def _scalar(self, event: yaml.ScalarEvent, at: int) -> Scalar:
        end = event.end_mark.index  # type: ignore[union-attr]  # as above
        if event.style in ("|", ">"):
            last = len(self.source.text[at:end].rstrip())
            return Scalar(at, event.value.rstrip("\n"), plain=False, end=at + last)
        if event.style:
            return Scalar(at, event.value, plain=False, end=end)
        if not event.value and (key := self._key()) is not None:
            at, end = key.at, self.source.text.find(":", key.end) + 1
        if _TOPIC.match(self.source.text, end):
            self._tell(end + 1, "ledger.hash")
            return Scalar(at, event.value or "#", plain=True, end=end)
        return Scalar(at, event.value, plain=True, end=end)

    def _leave(self, node: Items | Pairs, event: yaml.Event) -> None:
        node.whole = True
        if node.flow:
            node.closed = event.end_mark.index  # type: ignore[union-attr]  # as above

    def _enter(self, node: Items | Pairs) -> None:
        where = self._where()
        if len(self._open) == DEPTH_LIMIT:
            self._tell(node.at, "ledger.too_deep", limit=str(DEPTH_LIMIT))
            raise _Stop
        self._attach(node)
        self._open.append((node, where))

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top, _ = self._open[-1]
        if isinstance(top, Items):
            top.nodes.append(node)
        elif top.pending is None:
            if isinstance(node, (Items, Pairs)):
                self._tell(node.at, "ledger.key_not_text")
            top.pending = node
        else:
            self._put(top, top.pending, node)

    def _put(self, pairs: Pairs, key: Node, node: Node) -> None:
        if isinstance(key, Scalar):
            earlier = pairs.entries.get(key.text)
            if earlier is None:
                pairs.entries[key.text] = (key, node)
            else:
                line = str(self.source.position(earlier[0].at)[0])
                self._tell(key.at, "ledger.duplicate_key", name=key.text, line=line)
        pairs.pending = None

    def _key(self) -> Scalar | None:
        """The key that waits for its value."""
        top = self._open[-1][0] if self._open else None
        return top.pending if isinstance(top, Pairs) and isinstance(top.pending, Scalar) else None

    def _where(self) -> str:
        """The way to the node that comes next."""
        if not self._open:
            return self._root_where
        top, where = self._open[-1]
        if isinstance(top, Items):
            before = self._first if len(self._open) == 1 else 0
            return f"{where}[{before + len(top.nodes)}]"
        key = self._key()
        return where if key is None else inside(where, key.text)

    def _tell(self, at: int, key: str, **values: str) -> None:
        self.mistakes.append(self.source.mistake(at, self._where(), key, **values))
