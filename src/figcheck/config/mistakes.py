"""What is wrong in a configuration file, as something that can be told: `figcheck.toml:3: select: …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figcheck.model import Language
from figcheck.values import Frozen
from figcheck.wording import say


class Mistake(Frozen):
    """One mistake in one file."""

    path: str
    """The file, as it was found."""
    line: int
    """1-based; 0 where no line is to blame."""
    where: str
    """The key, `overrides[1].select`; empty for the whole file."""
    key: str
    """Of the table of wordings."""
    values: tuple[tuple[str, str], ...] = ()

    def render(self, lang: Language = "zh") -> str:
        """The mistake in one line."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        inside = f"{self.where}: " if self.where else ""
        return f"{place}: {inside}{say(self.key, lang, **dict(self.values))}"


class ConfigError(Exception):
    """A configuration that can't be used; all its mistakes at once."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(*mistakes)
        self.mistakes = tuple(mistakes)


def line_of(text: str, key: str) -> int:
    """The line on which a key of a TOML file stands, 1-based; 0 where it is not found."""
    name = re.escape(key)
    bare = rf"""["']?{name}["']?"""
    found = re.search(rf"^[ \t]*(?:\[\[?(?:[^\]\n]*\.)?{bare}\]|(?:[^=#\n]*\.)?{bare}[ \t]*[=.])", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
