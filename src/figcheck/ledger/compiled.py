"""A file of tables in, a ledger that is asked for what may matter for a text out.

Only what a question touches is read from the disk: a ledger of a million facts opens as fast as one of ten.
"""

from __future__ import annotations

import marshal
import mmap
from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

from figcheck.ledger.packing import Unpacker
from figcheck.ledger.vocabulary import Vocabulary
from figcheck.model import ArticleEntry, Credits, Event, Fact, Ledger, Person

MAGIC = b"figcheck ledger\n"
NAMED = "named"
"""The table of the ids that were given though they look like those that are made; there is none where none were."""
LEAD = len(MAGIC) + 8
"""Bytes before the directory: the magic word, then the directory's size and checksum."""
_CHECKED = 1 << 19
"""Bytes of a file up to which all of it is checked for damage at once; of a larger one only the facts that are read."""
_FEW = 5_000
"""Facts that are worth reading all together where many articles are checked."""
_MANY = 8
"""Articles from which on."""
_KEPT = 20_000
"""Facts that have been read beyond which they are forgotten again."""


class DamagedError(Exception):
    """A file that is not, or no longer, what was written into it."""


DAMAGE = (DamagedError, ValueError, TypeError, LookupError, EOFError, OverflowError)
"""What comes of taking a damaged file for a whole one."""


def opened(path: Path, files: Sequence[str], instead: Callable[[], Ledger]) -> Compiled | None:
    """The ledger in a file; None where there is no such file, or it is damaged.

    `files` are what it was made of, by their present names. `instead` reads those anew where damage shows later.
    """
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Compiled(_tables(memoryview(content)), files, instead)
    except (OSError, *DAMAGE):
        return None


def _tables(content: memoryview) -> dict[str, memoryview]:
    """The tables by name. Raises DamagedError."""
    size, checksum = (int.from_bytes(content[at : at + 4], "little") for at in (LEAD - 8, LEAD - 4))
    head = content[LEAD : LEAD + size]
    if content[: len(MAGIC)] != MAGIC or len(head) != size or crc32(head) != checksum:
        raise DamagedError
    directory, length, checksum = marshal.loads(head)
    body = content[LEAD + size :]
    if len(body) != length or (length <= _CHECKED and crc32(body) != checksum):
        raise DamagedError
    return {name: body[at : at + size].cast(code) for name, (code, at, size) in directory.items()}


class Compiled:
    """A ledger of any size."""

    def __init__(self, tables: dict[str, memoryview], files: Sequence[str], instead: Callable[[], Ledger]) -> None:
        self._tables = tables
        self._words = Vocabulary(tables)
        self._unpacker = Unpacker(files, tables["shared"])
        self._read: dict[int, Fact] = {}
        self._instead = instead
        self._all: Ledger | None = None
        self._asked = 0

    def about(self, text: str) -> Ledger:
        """All that may matter for a text, as `model.Knowledge` says."""
        self._asked += 1
        try:
            if self._all is None and self._asked > _MANY and self.count <= _FEW:
                self._all = self.whole()
            return self._all or self.part(text)
        except DAMAGE:
            self._all = self._instead()
            return self._all

    @property
    def count(self) -> int:
        """How many facts there are."""
        return len(self._tables["fact-ends"])

    def part(self, text: str, without: Container[int] = ()) -> Ledger:
        """What may matter for a text, some facts left out. Raises what comes of damage."""
        found = self._words.found_in(text)
        subject_of, measure_of = self._tables["word-subject"], self._tables["word-measure"]
        subjects = sorted({subject_of[place] - 1 for place in found.values() if subject_of[place]})
        measures = {word: measure_of[place] - 1 for word, place in found.items() if measure_of[place]}
        places = self.places(subjects, sorted(measures.values()))
        owners = self._tables["measure-owners"]
        return Ledger(
            tuple([self.fact(place) for place in places if place not in without]),
            *self.rest,
            dict(map(self.subject, subjects)),
            {word: owners[measure] for word, measure in measures.items()},
        )

    def whole(self) -> Ledger:
        """All that there is. Raises DamagedError."""
        facts = tuple([self.fact(place) for place in range(self.count)])
        listed = filter(self.is_listed, range(len(self._tables["subject-word"])))
        return Ledger(facts, *self.rest, dict(map(self.subject, listed)))

    def places(self, subjects: Sequence[int], measures: Sequence[int]) -> list[int]:
        """The places of the facts that have one of the subjects and one of the measures, in order."""
        keys, places = self._tables["keys"], self._tables["key-facts"]
        found: set[int] = set()
        for subject in subjects:
            at = bisect_left(keys, subject << 32)
            last = bisect_left(keys, (subject + 1) << 32, at)
            for measure in measures:
                key = subject << 32 | measure
                first = bisect_left(keys, key, at, last)
                at = bisect_left(keys, key + 1, first, last)
                found.update(places[first:at])
        return sorted(found)

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids that were given though they look made. Raises what comes of damage."""
        return frozenset(self.unpacked(NAMED)) if self.has(NAMED) else frozenset()

    # --- single entries ---------------------------------------------------------------------------------------

    def fact(self, place: int) -> Fact:
        """The fact at a place. Raises what comes of damage."""
        known = self._read.get(place)
        if known is None:
            if len(self._read) >= _KEPT:
                self._read.clear()
            ends = self._tables["fact-ends"]
            packed = self._tables["fact-text"][ends[place - 1] if place else 0 : ends[place]]
            if crc32(packed) != self._tables["fact-sums"][place]:
                raise DamagedError
            known = self._read[place] = self._unpacker.unpack(packed)
        return known

    def subject(self, number: int) -> tuple[str, tuple[str, ...]]:
        """A subject's name, and its others."""
        ends = self._tables["subject-ends"]
        others = self._tables["subject-others"][ends[number - 1] if number else 0 : ends[number]]
        return self._words.word(self._tables["subject-word"][number]), tuple(map(self._words.word, others))

    def number(self, name: str) -> int | None:
        """The number of the subject that has a name; None where none has."""
        place = self._words.place(name)
        return (
            self._tables["word-subject"][place] - 1
            if place is not None and self._tables["word-subject"][place]
            else None
        )

    def measure(self, word: str) -> int | None:
        """The number of a measure; None where no fact has it."""
        place = self._words.place(word)
        return (
            self._tables["word-measure"][place] - 1
            if place is not None and self._tables["word-measure"][place]
            else None
        )

    def of_subject(self, number: int) -> list[int]:
        """The places of all facts of a subject."""
        keys = self._tables["keys"]
        first, last = (bisect_left(keys, each << 32) for each in (number, number + 1))
        return sorted(set(self._tables["key-facts"][first:last]))

    def with_id(self, name: str) -> list[int]:
        """The places of the facts that have an id."""
        sums, wanted = self._tables["id-sums"], crc32(name.encode())
        first, last = (bisect_left(sums, each) for each in (wanted, wanted + 1))
        return [place for place in self._tables["id-facts"][first:last] if self.fact(place).id == name]

    def is_listed(self, number: int) -> bool:
        """Whether a subject is listed as one, be it without other names."""
        return bool(self._tables["subject-listed"][number])

    def has(self, name: str) -> bool:
        """Whether there is a table of that name."""
        return name in self._tables

    def unpacked(self, name: str) -> Any:
        """What is packed in a table."""
        return self._unpacker.unpack(self._tables[name])

    @cached_property
    def rest(self) -> tuple[tuple[Event, ...], tuple[Person, ...], Credits, tuple[ArticleEntry, ...]]:
        """All that is no fact."""
        events, people, credits, articles = self.unpacked("rest")
        return events, people, credits, articles
