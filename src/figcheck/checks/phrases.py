"""Lists of words in, patterns and sets out, made when they are first used: most articles never need most of them."""

from __future__ import annotations

from functools import lru_cache

from figcheck import expressions as re


def alternatives(words: str) -> str:
    """The words of a list as a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


@lru_cache(maxsize=128)
def pattern(form: str, *lists: str) -> re.Pattern[str]:
    """`form` compiled, with the words of one list after the other in the places marked §."""
    parts = form.split("§")
    return re.compile(
        parts[0] + "".join(f"(?:{alternatives(words)}){part}" for words, part in zip(lists, parts[1:], strict=True))
    )


@lru_cache(maxsize=64)
def word_set(words: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """The words of a list, and their lengths from the longest to the shortest."""
    found = frozenset(words.split())
    return found, tuple(sorted({len(word) for word in found}, reverse=True))


def word_before(text: str, at: int, words: str, low: int = 0) -> str | None:
    """The longest word of the list that ends where `at` is; None for none."""
    found, lengths = word_set(words)
    for length in lengths:
        if at - length >= low and text[at - length : at] in found:
            return text[at - length : at]
    return None


def word_behind(text: str, at: int, words: str, high: int) -> str | None:
    """The longest word of the list that begins where `at` is and ends by `high`; None for none."""
    found, lengths = word_set(words)
    for length in lengths:
        if at + length <= high and text[at : at + length] in found:
            return text[at : at + length]
    return None
