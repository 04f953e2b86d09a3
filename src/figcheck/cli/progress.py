"""Names of files in, one line that keeps changing on standard error out, where somebody watches."""

from __future__ import annotations

import sys

from figcheck.model import Language
from figcheck.reports.screen import cut, width
from figcheck.wording import say

_FEW = 5
"""Up to so many files nobody needs to be told."""
_CELLS = 70


class _Line:
    """A line that is written over and over."""

    def __init__(self) -> None:
        self._cells = 0

    def show(self, told: str) -> None:
        """What it says from now on."""
        line = cut(told, _CELLS)
        sys.stderr.write("\r" + line + " " * max(self._cells - width(line), 0))
        sys.stderr.flush()
        self._cells = width(line)

    def clear(self) -> None:
        """Wipes it before anything else is written."""
        if self._cells:
            sys.stderr.write("\r" + " " * self._cells + "\r")
            sys.stderr.flush()
            self._cells = 0


class Progress:
    """How far a run over many files is."""

    def __init__(self, total: int, lang: Language, *, quiet: bool = False) -> None:
        self._total, self._lang = total, lang
        self._shown = not quiet and total > _FEW and sys.stderr.isatty()
        self._done = 0
        self._line = _Line()

    def at(self, name: str) -> None:
        """Tells which file is being read now."""
        if not self._shown:
            return
        self._done += 1
        self._line.show(say("commands.progress", self._lang, done=self._done, total=self._total, name=name))

    def clear(self) -> None:
        """Wipes the line before anything else is written."""
        self._line.clear()


class LedgerProgress:
    """How far the reading of a large ledger is: called with how much is read, and how much there is."""

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._shown = sys.stderr.isatty()
        self._line = _Line()

    def __call__(self, done: int, total: int) -> None:
        """Tells it; nothing is left when all is done."""
        if not self._shown:
            return
        if done >= total:
            self._line.clear()
        else:
            self._line.show(say("keeping.reading", self._lang, share=done * 100 // total))
