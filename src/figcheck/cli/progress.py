"""Names of files in, one line that keeps changing on standard error out, where somebody watches."""

from __future__ import annotations

import sys

from figcheck.model import Language
from figcheck.reports.screen import cut, width
from figcheck.wording import say

_FEW = 5
"""Up to so many files nobody needs to be told."""
_CELLS = 70


class Progress:
    """The line, while it is shown."""

    def __init__(self, total: int, lang: Language, *, quiet: bool = False) -> None:
        self._total, self._lang = total, lang
        self._shown = not quiet and total > _FEW and sys.stderr.isatty()
        self._done = self._cells = 0

    def at(self, name: str) -> None:
        """Tells which file is being read now."""
        if not self._shown:
            return
        self._done += 1
        told = say("commands.progress", self._lang, done=self._done, total=self._total, name=name)
        line = cut(told, _CELLS)
        sys.stderr.write("\r" + line + " " * max(self._cells - width(line), 0))
        sys.stderr.flush()
        self._cells = width(line)

    def clear(self) -> None:
        """Wipes the line before anything else is written."""
        if self._cells:
            sys.stderr.write("\r" + " " * self._cells + "\r")
            sys.stderr.flush()
            self._cells = 0
