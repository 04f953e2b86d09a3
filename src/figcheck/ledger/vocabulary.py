"""Many words in, tables of numbers out by which all of them that stand in a text are found without reading the rest.

A word is found by its first two characters, which tell the lengths that words beginning so have, then by its hash: it
costs the same whether there are a hundred words or a million.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from zlib import crc32

_LONGEST = 62
"""Characters of a word up to which its length has a bit of its own; longer ones share the last bit."""

Tables = Mapping[str, memoryview]
"""The tables by name, be they in memory or in a mapped file."""


def tables_of(words: Sequence[str]) -> dict[str, array[int] | bytes]:
    """The tables of words, none twice, each known by its place from now on."""
    encoded = [word.encode() for word in words]
    return {
        "word-text": b"".join(encoded),
        "word-ends": ends_of(map(len, encoded)),
        "word-slots": _slots(encoded),
        "word-lengths": array("H", sorted({len(word) for word in words})),
        **_heads(words),
    }


def ends_of(sizes: Iterable[int]) -> array[int]:
    """Where each of several things ends that stand one behind the other."""
    ends, at = array("Q"), 0
    for size in sizes:
        at += size
        ends.append(at)
    return ends


def _size(count: int) -> int:
    """Slots for so many entries: a power of two with room to spare."""
    return 1 << max(3, (count * 3 // 2).bit_length())


def _slots(encoded: Sequence[bytes]) -> array[int]:
    """Where a word's hash leads, or a slot behind: its place and one more; 0 where no word is."""
    size = _size(len(encoded))
    slots = array("I", bytes(4 * size))
    for place, word in enumerate(encoded, start=1):
        at = crc32(word) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = place
    return slots


def _heads(words: Sequence[str]) -> dict[str, array[int] | bytes]:
    """The first two characters of words, with the lengths of words that begin so; the first characters; lone ones."""
    lengths: dict[str, int] = {}
    for word in words:
        head = word[:2]
        lengths[head] = lengths.get(head, 0) | 1 << min(len(word), _LONGEST + 1)
    size = _size(len(lengths))
    keys, masks = array("Q", bytes(8 * size)), array("Q", bytes(8 * size))
    for head, mask in lengths.items():
        key = _key(head)
        at = _spread(key) & (size - 1)
        while keys[at]:
            at = (at + 1) & (size - 1)
        keys[at], masks[at] = key, mask
    firsts = "".join(sorted({head[0] for head in lengths if len(head) == 2}))
    lone = "".join(sorted(head for head in lengths if len(head) == 1))
    return {"head-keys": keys, "head-masks": masks, "head-first": firsts.encode(), "lone": lone.encode()}


def _key(head: str) -> int:
    return ord(head[0]) << 21 | ord(head[-1]) if len(head) > 1 else ord(head)


def _spread(key: int) -> int:
    """A hash of a key, whose own low bits say only half of what it is."""
    return key * 0x9E3779B97F4A7C15 >> 24


class Vocabulary:
    """Words in tables."""

    def __init__(self, tables: Tables) -> None:
        self._text, self._ends, self._slots = tables["word-text"], tables["word-ends"], tables["word-slots"]
        self._keys, self._masks = tables["head-keys"], tables["head-masks"]
        self._firsts = frozenset(bytes(tables["head-first"]).decode())
        self._lone = bytes(tables["lone"]).decode()
        self._lengths = [length for length in tables["word-lengths"] if length > _LONGEST]

    def word(self, place: int) -> str:
        """The word at a place. Raises IndexError where there is none."""
        return bytes(self._bytes(place)).decode()

    def place(self, word: str) -> int | None:
        """The place of a word; None where it is none of them."""
        encoded = word.encode("utf-8", "surrogatepass")
        rest = len(self._slots) - 1
        at = crc32(encoded) & rest
        for _ in range(rest):
            place = self._slots[at]
            if not place:
                return None
            if self._bytes(place - 1) == encoded:
                return place - 1
            at = (at + 1) & rest
        return None

    def _bytes(self, place: int) -> memoryview:
        return self._text[self._ends[place - 1] if place else 0 : self._ends[place]]

    def found_in(self, text: str) -> dict[str, int]:
        """All words that stand in a text, overlapping ones too, with their places."""
        found = {char: self.place(char) for char in self._lone if char in text}
        tried = set(found)
        for head, lengths in self._heads_in(text):
            at = text.find(head)
            while at >= 0:
                for length in lengths:
                    word = text[at : at + length]
                    if word not in tried:
                        tried.add(word)
                        found[word] = self.place(word)
                at = text.find(head, at + 1)
        return {word: place for word, place in found.items() if place is not None}

    def _heads_in(self, text: str) -> Iterator[tuple[str, list[int]]]:
        """Beginnings of words that stand in the text, each with the lengths of its words."""
        firsts = self._firsts
        rest = len(self._keys) - 1
        for head in {first + second for first, second in pairwise(text) if first in firsts}:
            key = _key(head)
            at = _spread(key) & rest
            while self._keys[at] not in (0, key):
                at = (at + 1) & rest
            if self._keys[at]:
                yield head, self._split(self._masks[at])

    def _split(self, mask: int) -> list[int]:
        lengths = [length for length in range(2, _LONGEST + 1) if mask >> length & 1]
        return lengths + self._lengths if mask >> _LONGEST + 1 else lengths
