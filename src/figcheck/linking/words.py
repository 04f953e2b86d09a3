"""Many words in, their places in a text out, at the same cost for ten words or a hundred thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from figcheck import expressions
from figcheck.data.claim_words import BODY_KINDS
from figcheck.values import Frozen

REFERRING = expressions.compile(
    rf"(?:这[家所座个支条]|[该本我全])(?P<kind>{BODY_KINDS})(?![长区委府级内外际庆史友园舍])"
    r"|(?:(?<=[，。；：\n“])|(?<=[\u3000 ]))(?P<bare>医院|学校|公司|集团|林场|农场|合作社)(?=[\u4e00-\u9fff])"
)
"""Words that mean somebody named before, by what kind of body that is: 该校, 全市, 这家医院."""


class Hit(Frozen):
    """A word found in a text."""

    start: int
    end: int
    word: str


class WordIndex:
    """Finds words leftmost and longest, none overlapping another."""

    def __init__(self, words: Iterable[str]) -> None:
        buckets: dict[str, set[str]] = {}
        for word in words:
            if word:
                buckets.setdefault(word[:2], set()).add(word)
        self._buckets = {head: tuple(sorted(group, key=len, reverse=True)) for head, group in buckets.items()}
        heads = "".join(re.escape(char) for char in sorted({head[0] for head in buckets}))
        self._starts = re.compile(f"[{heads}]" if heads else "(?!)")

    def find(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Hits between two offsets of `text`, in order."""
        done = start
        for match in self._starts.finditer(text, start, end):
            at = match.start()
            word = self._at(text, at, end) if at >= done else None
            if word is not None:
                done = at + len(word)
                yield Hit(at, done, word)

    def longest(self, text: str) -> Iterator[Hit]:
        """All hits of a text that are no part of a longer one, in order; they may overlap."""
        reach = 0
        for match in self._starts.finditer(text):
            at = match.start()
            word = self._at(text, at, len(text))
            if word is not None and at + len(word) > reach:
                reach = at + len(word)
                yield Hit(at, reach, word)

    def _at(self, text: str, at: int, end: int) -> str | None:
        for head in (text[at : at + 2], text[at : at + 1]):
            for word in self._buckets.get(head, ()):
                if text.startswith(word, at) and at + len(word) <= end:
                    return word
        return None
