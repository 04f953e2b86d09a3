"""Lists of words in, patterns and sets out, made when they are first used: most articles never need most of them."""

from __future__ import annotations

from functools import lru_cache

from figcheck import expressions as re


def alternatives(words: str) -> str:
    """The words of a list as a pattern, the longest first."""
    return re.alternatives(words)


@lru_cache(maxsize=128)
def pattern(form: str, *lists: str) -> re.Pattern[str]:
    """`form` compiled, with the words of one list after the other in the places marked §."""
    parts = form.split("§")
    return re.compile(
        parts[0] + "".join(f"(?:{alternatives(words)}){part}" for words, part in zip(lists, parts[1:], strict=True))
    )


_Lengths = dict[str, tuple[int, ...]]
"""By a character, the lengths of the words that it begins or ends, the longest first."""


@lru_cache(maxsize=64)
def word_set(words: str) -> tuple[frozenset[str], _Lengths, _Lengths]:
    """The words of a list, and their lengths by the first character and by the last one."""
    found = frozenset(words.split())
    return found, _lengths(found, 0), _lengths(found, -1)


def _lengths(words: frozenset[str], place: int) -> _Lengths:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()}


@lru_cache(maxsize=64)
def heads(*lists: str) -> frozenset[str]:
    """The characters with which the words of the lists begin: most places of a text have none of them."""
    return frozenset(word[0] for words in lists for word in words.split())


@lru_cache(maxsize=64)
def tails(*lists: str) -> frozenset[str]:
    """The characters with which they end."""
    return frozenset(word[-1] for words in lists for word in words.split())


def word_before(text: str, at: int, words: str, low: int = 0) -> str | None:
    """The longest word of the list that ends where `at` is; None for none."""
    found, _, lengths = word_set(words)
    for length in lengths.get(text[at - 1 : at], ()):
        if at - length >= low and text[at - length : at] in found:
            return text[at - length : at]
    return None


def word_behind(text: str, at: int, words: str, high: int) -> str | None:
    """The longest word of the list that begins where `at` is and ends by `high`; None for none."""
    found, lengths, _ = word_set(words)
    for length in lengths.get(text[at : at + 1], ()):
        if at + length <= high and text[at : at + length] in found:
            return text[at : at + length]
    return None
