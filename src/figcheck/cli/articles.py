"""Paths in, what a command makes of each article out; what cannot be read is told on standard error and counted."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import typer

from figcheck.model import Document, Language
from figcheck.values import Frozen, replace
from figcheck.wording import say

from .progress import Progress
from .stopwatch import Stopwatch
from .streams import complain

T = TypeVar("T")

_MANY = 32
"""Articles from which on several processes are worth their start, where nobody said how many there shall be."""


class _Outcome(Frozen):
    """What became of one article."""

    made: Any
    told: str | None = None
    """Why nothing did."""
    taken: Mapping[str, float] = {}
    """Seconds by stage, where another process took them."""


class Articles:
    """The articles of one run."""

    def __init__(
        self,
        paths: Sequence[str],
        lang: Language,
        *,
        encoding: Callable[[str], str | None] = lambda path: None,
        date: datetime.date | None = None,
        quiet: bool = False,
        exclude: Sequence[str] = (),
        content: Callable[[str], bytes] | None = None,
        watch: Stopwatch | None = None,
    ) -> None:
        """`content` gives the bytes of each path where they are not those of the file; then paths are files alone."""
        from figcheck import documents

        self._lang, self._encoding, self._date, self._content = lang, encoding, date, content
        self._watch = watch or Stopwatch()
        self.names, mistakes = documents.find(paths, exclude) if content is None else (list(paths), [])
        """The files, folders opened."""
        self.failed = len(mistakes)
        """Files and folders that gave nothing, so far."""
        for mistake in mistakes:
            complain(mistake.render(lang))
        self._progress = Progress(len(self.names), lang, quiet=quiet)

    def each(self, work: Callable[[Document], T], jobs: int | None = 1) -> Iterator[T]:
        """What `work` makes of every article, in order; one that cannot be read, or that breaks us, stops no other.

        With more than one of `jobs`, processes share them, and nothing that `work` changes elsewhere is seen here.
        None: as many as there are processors, where there are many articles.
        """
        for name, outcome in self._outcomes(work, self._processes(jobs)):
            self._watch.add(outcome.taken)
            if outcome.told is not None:
                self._fail(outcome.told)
            elif outcome.made is not None:
                self._progress.clear()
                yield outcome.made
                self._watch("report")
            else:
                self._fail(say("commands.died", self._lang, path=name))

    def _processes(self, jobs: int | None) -> int:
        if not hasattr(os, "fork"):
            return 1
        if jobs is None:
            jobs = (os.cpu_count() or 1) if len(self.names) >= _MANY else 1
        return min(jobs, len(self.names) - 1)

    def _outcomes(self, work: Callable[[Document], object], jobs: int) -> Iterator[tuple[str, _Outcome]]:
        """One after the other; the first is always made here, and what it had to read is there for all processes."""
        alone = len(self.names) if jobs <= 1 else 1
        for name in self.names[:alone]:
            self._progress.at(name)
            yield name, self._outcome(name, work)
        rest = self.names[alone:]
        if not rest:
            return
        from .processes import spread

        for name, outcome in zip(rest, spread(lambda name: self._elsewhere(name, work), rest, jobs), strict=True):
            self._progress.at(name)
            yield name, outcome or _Outcome(None)

    def _elsewhere(self, name: str, work: Callable[[Document], object]) -> _Outcome:
        """The same in another process, with the time that it took."""
        self._watch.taken()
        self._watch.add({})
        outcome = self._outcome(name, work)
        return replace(outcome, taken=self._watch.taken())

    def _outcome(self, name: str, work: Callable[[Document], object]) -> _Outcome:
        from figcheck.documents import DocumentError

        try:
            document = self._loaded(name)
            self._watch("loading")
            return _Outcome(work(document))
        except typer.Exit:
            raise  # a configuration, a ledger or a rule that is wrong has been told
        except DocumentError as mistake:
            return _Outcome(None, mistake.render(self._lang))
        except Exception as crash:
            return _Outcome(None, say("commands.crash", self._lang, path=name, crash=_told(crash)))

    def _loaded(self, name: str) -> Document:
        from figcheck.documents import from_bytes, load

        encoding = self._encoding(name)
        if self._content is None:
            return load(name, encoding=encoding, date=self._date)
        return from_bytes(self._content(name), name, encoding=encoding, date=self._date)

    def _fail(self, message: str) -> None:
        self._progress.clear()
        self.failed += 1
        complain(message)


def _told(crash: Exception) -> str:
    """`ValueError: … (claims.py:120)`."""
    frame = crash.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f" ({Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno})" if frame else ""
    return f"{type(crash).__name__}: {crash}{place}"
