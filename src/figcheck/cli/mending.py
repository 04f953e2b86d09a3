"""Articles and what was found in them in, their files mended, or the difference that this would make, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from figcheck.documents import DocumentError
from figcheck.fixing import Settled, encoded, settle
from figcheck.model import Document, Report
from figcheck.saving import save
from figcheck.sources import source_text

Judge = Callable[[Document], Report]


class Mending:
    """`--fix`, `--unsafe-fixes` and `--diff` in one run."""

    def __init__(self, *, unsafe: bool, show: bool) -> None:
        self._unsafe, self._show = unsafe, show
        self.fixed = 0
        """Findings that are no more."""
        self.files = 0
        """Files that changed, or would."""
        self._differences: list[str] = []

    def mended(self, document: Document, judge: Judge) -> Report:
        """What is found in an article when all that may be fixed is; its file is written, unless only shown.

        Raises DocumentError where it can't be written. Formats that are no text are judged as they are.
        """
        before = source_text(document)
        if before is None:
            return judge(document)
        settled = settle(document, judge, lambda text: _reloaded(document, text), unsafe=self._unsafe)
        if settled.text == before:
            return settled.report
        self.fixed += len(settled.fixed)
        self.files += 1
        if self._show:
            self._differences.extend(_difference(document.path, before, settled.text))
        else:
            _written(document, settled)
        return settled.report

    def difference(self) -> Iterator[str]:
        """What would change, as a unified diff."""
        yield from self._differences


def _reloaded(document: Document, text: str) -> Document:
    from figcheck.documents import from_bytes

    date = document.date if document.date_origin == "option" else None
    return from_bytes(encoded(document, text), document.path, encoding=document.encoding, date=date)


def _written(document: Document, settled: Settled) -> None:
    try:
        save(Path(document.path), [encoded(document, settled.text)])
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        raise DocumentError(document.path, "documents.unwritable", reason) from None


def _difference(path: str, before: str, after: str) -> Iterator[str]:
    from difflib import unified_diff

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
