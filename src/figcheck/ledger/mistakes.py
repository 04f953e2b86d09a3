"""A slip in a ledger in, what an editor reads out: the place, one sentence, the line, a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from figcheck.model import Language, Word
from figcheck.values import Frozen
from figcheck.wording import say

_WIDE = 100
"""Terminal cells of a shown line; longer ones are cut around the caret."""
_LONG = 60
"""Characters of the ledger's own text that a sentence repeats."""
_REPEATED = frozenset({"text", "name", "value", "other", "measure", "subject", "owner"})
"""Placeholders that the ledger's own text fills."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})


class Mistake(Frozen):
    """One thing wrong with a ledger."""

    path: str
    """The file, as the user named it."""
    line: int
    """1-based; 0 where the file as a whole is meant."""
    column: int
    """1-based, in code points; 0 where the file as a whole is meant."""
    where: str
    """The way to the entry, counted from 0: `facts[3].value`; empty for the file and its syntax."""
    key: str
    """What is wrong, in the table of wordings."""
    values: tuple[tuple[str, str | Word], ...] = ()
    """What fills the placeholders of the sentence."""
    source_line: str = ""
    """The line as it stands in the file."""

    def render(self, lang: Language = "zh") -> str:
        """The place and the sentence; then the line and a caret, aligned in terminal cells, where there is a line."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        head = visible(": ".join(part for part in (place, self.where, self.sentence(lang)) if part))
        if not self.source_line.strip():
            return head
        before, after = _cut(self.source_line, self.column - 1)
        return f"{head}\n  {before}{after}\n  {' ' * cells(before)}^"

    def sentence(self, lang: Language = "zh") -> str:
        """What is wrong, in one sentence."""
        return say(self.key, lang, **{name: _filling(name, value, lang) for name, value in self.values})


class LedgerError(Exception):
    """Ledgers that can't be relied on; carries every mistake in them, in the order of the files."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        return "\n".join(mistake.render() for mistake in self.mistakes)


def cells(text: str) -> int:
    """How many terminal cells a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(char) for char in text)


def visible(text: str) -> str:
    """The text with control, bidirectional and other invisible characters spelt out, so that no terminal obeys them."""
    if text.isprintable():
        return text
    return "".join(_spelt(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in _MARKS else 1


def _spelt(char: str) -> str:
    if char == "\t":
        return "    "
    return f"\\u{ord(char):04x}" if unicodedata.category(char) in _HIDDEN else char


def _filling(name: str, value: str | Word, lang: Language) -> str:
    if isinstance(value, Word):
        return say(value.key, lang)
    return f"{value[: _LONG - 3]}..." if name in _REPEATED and len(value) > _LONG else value


def _cut(line: str, at: int) -> tuple[str, str]:
    """The line before and from offset `at`, each cut to what fits on a screen."""
    before, after = visible(line[max(0, at - _WIDE) : at]), visible(line[at : at + _WIDE])
    room = max(_WIDE // 2, _WIDE - cells(after))
    if at > _WIDE or cells(before) > room:
        before = "..." + _tail(before, room - 3)
    room = _WIDE - cells(before)
    if len(line) > at + _WIDE or cells(after) > room:
        after = _tail(after[::-1], room - 3)[::-1] + "..."
    return before, after


def _tail(text: str, room: int) -> str:
    taken = len(text)
    while taken and (room := room - _cells_of(text[taken - 1])) >= 0:
        taken -= 1
    return text[taken:]
