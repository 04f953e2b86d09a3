"""A file of tables in, a ledger that is asked for what may matter for a text out.

Only what a question touches is read from the disk: a ledger of a million facts opens as fast as one of ten.
"""

from __future__ import annotations

import marshal
import mmap
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from zlib import crc32

from figcheck.ledger.compiling import LEAD, MAGIC
from figcheck.ledger.packing import Unpacker
from figcheck.ledger.vocabulary import Vocabulary
from figcheck.model import ArticleEntry, Credits, Event, Fact, Ledger, Person

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


_DAMAGE = (DamagedError, ValueError, TypeError, LookupError, EOFError, OverflowError)
"""What comes of taking a damaged file for a whole one."""


def opened(path: Path, files: Sequence[str], instead: Callable[[], Ledger]) -> Compiled | None:
    """The ledger in a file; None where there is no such file, or it is damaged.

    `files` are what it was made of, by their present names. `instead` reads those anew where damage shows later.
    """
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Compiled(_tables(memoryview(content)), files, instead)
    except (OSError, *_DAMAGE):
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
            if self._all is None and self._asked > _MANY and len(self._tables["fact-ends"]) <= _FEW:
                self._all = self.whole()
            return self._all or self._about(text)
        except _DAMAGE:
            self._all = self._instead()
            return self._all

    def _about(self, text: str) -> Ledger:
        found = self._words.found_in(text)
        subject_of, measure_of = self._tables["word-subject"], self._tables["word-measure"]
        subjects = sorted({subject_of[place] - 1 for place in found.values() if subject_of[place]})
        measures = {word: measure_of[place] - 1 for word, place in found.items() if measure_of[place]}
        places = self._places(subjects, sorted(measures.values()))
        owners = self._tables["measure-owners"]
        return Ledger(
            tuple([self._fact(place) for place in places]),
            *self._rest,
            dict(map(self._subject, subjects)),
            {word: owners[measure] for word, measure in measures.items()},
        )

    def whole(self) -> Ledger:
        """All that there is. Raises DamagedError."""
        facts = tuple([self._fact(place) for place in range(len(self._tables["fact-ends"]))])
        return Ledger(facts, *self._rest, dict(map(self._subject, range(len(self._tables["subject-word"])))))

    def _places(self, subjects: Sequence[int], measures: Sequence[int]) -> list[int]:
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

    def _fact(self, place: int) -> Fact:
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

    def _subject(self, number: int) -> tuple[str, tuple[str, ...]]:
        """A subject's name, and its others."""
        ends = self._tables["subject-ends"]
        others = self._tables["subject-others"][ends[number - 1] if number else 0 : ends[number]]
        return self._words.word(self._tables["subject-word"][number]), tuple(map(self._words.word, others))

    @cached_property
    def _rest(self) -> tuple[tuple[Event, ...], tuple[Person, ...], Credits, tuple[ArticleEntry, ...]]:
        rest: tuple[tuple[Event, ...], tuple[Person, ...], Credits, tuple[ArticleEntry, ...]]
        rest = self._unpacker.unpack(self._tables["rest"])
        return rest
