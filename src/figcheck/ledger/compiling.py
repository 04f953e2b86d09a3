"""A ledger's entries in, the pieces of one file of tables out, in which some facts are found without the rest."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias
from zlib import crc32

from figcheck.ledger.compiled import LEAD, MAGIC
from figcheck.ledger.packing import Packer
from figcheck.ledger.vocabulary import ends_of, tables_of
from figcheck.model import Fact, Ledger

GRAIN = 8
"""Bytes of which a table begins at a multiple."""

Table: TypeAlias = "bytes | array[int]"


def compiled(ledger: Ledger, files: Sequence[str], more: Mapping[str, object] | None = None) -> Iterator[bytes]:
    """The file's pieces; `files` are those that the ledger was read from, `more` what else is to be kept, by name."""
    gathered = _Gathered(files)
    for fact in ledger.facts:
        gathered.take(fact)
    return _pieces(gathered.tables(ledger, more or {}))


class _Gathered:
    """What is known of the facts so far, in numbers."""

    def __init__(self, files: Sequence[str]) -> None:
        self._packer = Packer(files)
        self._subjects: dict[str, int] = {}
        self._measures: dict[str, int] = {}
        self._keys = array("Q")
        self._places = array("I")
        self._packed: list[bytes] = []

    def take(self, fact: Fact) -> None:
        """The next fact of the ledger."""
        subject = _number(self._subjects, fact.subject)
        for word in fact.measures:
            self._keys.append(subject << 32 | _number(self._measures, word))
            self._places.append(len(self._packed))
        self._packed.append(self._packer.pack(fact))

    def tables(self, ledger: Ledger, more: Mapping[str, object]) -> dict[str, Table]:
        """All tables, those of the ledger's other entries too."""
        ids = sorted((crc32(fact.id.encode()), place) for place, fact in enumerate(ledger.facts))
        names = self._names(ledger.subjects)
        words = {word: place for place, word in enumerate(dict.fromkeys((*names, *self._measures)))}
        others = [[words[name] for name in ledger.subjects.get(subject, ())] for subject in self._subjects]
        order = sorted(range(len(self._keys)), key=self._keys.__getitem__)
        return {
            **tables_of(list(words)),
            "word-subject": array("I", [names.get(word, -1) + 1 for word in words]),
            "word-measure": array("I", [self._measures.get(word, -1) + 1 for word in words]),
            "subject-word": array("I", [words[name] for name in self._subjects]),
            "subject-others": array("I", [place for places in others for place in places]),
            "subject-ends": ends_of(map(len, others)),
            "subject-listed": bytes(name in ledger.subjects for name in self._subjects),
            "measure-owners": self._owners(),
            "keys": array("Q", [self._keys[at] for at in order]),
            "key-facts": array("I", [self._places[at] for at in order]),
            "fact-text": b"".join(self._packed),
            "fact-ends": ends_of(map(len, self._packed)),
            "fact-sums": array("I", map(crc32, self._packed)),
            "id-sums": array("I", [checksum for checksum, _ in ids]),
            "id-facts": array("I", [place for _, place in ids]),
            **{name: self._packer.pack(each) for name, each in more.items()},
            "rest": self._packer.pack((ledger.events, ledger.people, ledger.credits, ledger.articles)),
            "shared": self._packer.shared(),
        }

    def _names(self, subjects: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
        """The number of the subject that each name means."""
        for name in subjects:
            _number(self._subjects, name)
        names = dict(self._subjects)
        for name, others in subjects.items():
            names |= dict.fromkeys(others, self._subjects[name])
        return names

    def _owners(self) -> array[int]:
        """How many subjects have each measure."""
        owners = array("I", bytes(4 * len(self._measures)))
        for key in set(self._keys):
            owners[key & 0xFFFFFFFF] += 1
        return owners


def _number(known: dict[str, int], word: str) -> int:
    return known.setdefault(word, len(known))


def _pieces(tables: Mapping[str, Table]) -> Iterator[bytes]:
    """The tables one after the other behind a directory that says where each begins, and what it is made of."""
    contents = {name: _bytes(table) for name, table in tables.items()}
    directory: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, table in tables.items():
        size = len(contents[name])
        directory[name] = (table.typecode if isinstance(table, array) else "B", at, size)
        at += size + -size % GRAIN
    checksum = 0
    for content in _padded(contents.values()):
        checksum = crc32(content, checksum)
    head = marshal.dumps((directory, at, checksum), 4)
    head += bytes(-(LEAD + len(head)) % GRAIN)
    yield MAGIC + len(head).to_bytes(4, "little") + crc32(head).to_bytes(4, "little") + head
    yield from _padded(contents.values())


def _bytes(table: Table) -> bytes:
    return table if isinstance(table, bytes) else table.tobytes()


def _padded(contents: Iterable[bytes]) -> Iterator[bytes]:
    for content in contents:
        yield content
        yield bytes(-len(content) % GRAIN)
