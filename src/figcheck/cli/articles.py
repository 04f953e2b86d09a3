"""Paths in, what a command makes of each article out; what cannot be read is told on standard error and counted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import typer

from figcheck.model import Document, Language
from figcheck.wording import say

from .progress import Progress
from .streams import complain

T = TypeVar("T")


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
    ) -> None:
        """`content` gives the bytes of each path where they are not those of the file; then paths are files alone."""
        from figcheck import documents

        self._lang, self._encoding, self._date, self._content = lang, encoding, date, content
        self.names, mistakes = documents.find(paths, exclude) if content is None else (list(paths), [])
        """The files, folders opened."""
        self.failed = len(mistakes)
        """Files and folders that gave nothing, so far."""
        for mistake in mistakes:
            complain(mistake.render(lang))
        self._progress = Progress(len(self.names), lang, quiet=quiet)

    def each(self, work: Callable[[Document], T]) -> Iterator[T]:
        """What `work` makes of every article, in order; one that cannot be read, or that breaks us, stops no other."""
        from figcheck.documents import DocumentError

        for name in self.names:
            self._progress.at(name)
            try:
                made = work(self._loaded(name))
            except typer.Exit:
                raise  # a configuration, a ledger or a rule that is wrong has been told
            except DocumentError as mistake:
                self._fail(mistake.render(self._lang))
            except Exception as crash:
                self._fail(say("commands.crash", self._lang, path=name, crash=_told(crash)))
            else:
                self._progress.clear()
                yield made

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
