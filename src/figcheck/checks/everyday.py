"""What stands in a credit in, whether it is made of common words and so is nobody's name out."""

from __future__ import annotations

from functools import lru_cache

from figcheck.checks.phrases import pattern
from figcheck.data.common_words import AFFIXES, COMMON, HAPPENS, LONGER, OPENS

_LONGEST = 16
_SENTENCE = 7
"""So many characters of everyday words are no pen name any more."""


def is_of_words(written: str) -> bool:
    """Whether these characters are common words and nothing else, single ones between them: 高级工程师, 在现场看到."""
    return 1 < len(written) <= _LONGEST and _splits(written)


def says_what_happened(written: str) -> bool:
    """Whether these words tell of something, call for it, or begin a sentence, as no pen name does: 正在加紧抢修."""
    if len(written) < 4 or not written.isalpha():
        return False
    if pattern("§", OPENS).match(written):
        return True
    told = len(written) >= _SENTENCE or pattern("§", HAPPENS).search(written) is not None
    return told and is_of_words(written)


def is_one_word(written: str) -> bool:
    """Whether these three characters are one word: 双休日."""
    return written in _tables()[1]


@lru_cache(maxsize=512)
def _splits(written: str) -> bool:
    """Whether the beginning is a word and so is the rest; at the end of it no single character is left alone."""
    if not written:
        return True
    pairs, longer = _tables()
    if written[1:2] in pairs.get(written[0], "") and len(written) > 1 and _splits(written[2:]):
        return True
    if written[:3] in longer and _splits(written[3:]):
        return True
    return written[0] in AFFIXES and len(written) > 1 and _splits(written[1:])


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], frozenset[str]]:
    return {group[0]: group[1:] for group in COMMON.split()}, frozenset(LONGER.split())
