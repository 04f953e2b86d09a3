"""Paths, `--staged` and `--since` in, the files that are meant and the lines on which findings count out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import typer

from figcheck.model import Document, Finding, Language, LinePlace
from figcheck.sources import source_place
from figcheck.values import Frozen
from figcheck.wording import say

from .streams import complain


class Scope(Frozen):
    """What a run is about."""

    paths: Sequence[str]
    content: Callable[[str], bytes] | None = None
    """The bytes of each path, where they are not those of the file."""
    lines: Mapping[str, Sequence[range] | None] | None = None
    """The lines of each path that count, 1-based; None for all."""

    def within(self, findings: tuple[Finding, ...], document: Document) -> tuple[Finding, ...]:
        """The findings of an article that stand on lines that count."""
        lines = self.lines.get(document.path) if self.lines is not None else None
        if lines is None:
            return findings
        return tuple(finding for finding in findings if _touches(finding, document, lines))


def scoped(paths: Sequence[str], *, staged: bool, since: str | None, exclude: Sequence[str], lang: Language) -> Scope:
    """What is meant. Raises typer.BadParameter for options that exclude each other, typer.Exit where git can't say."""
    if staged and since is not None:
        raise typer.BadParameter(say("commands.staged_or_since", lang))
    if not staged and since is None:
        if not paths:
            raise typer.BadParameter(say("commands.missing", lang, name="PATH..."))
        return Scope(paths)
    from .repository import GitError, Repository

    try:
        repository = Repository()
        if since is None:
            return Scope(_articles(repository.staged(paths), exclude), repository.content)
        lines = repository.changed(since, paths)
        return Scope(_articles(lines, exclude), None, lines)
    except GitError as error:
        said = str(error)
        complain(say("commands.git_said", lang, said=said) if said else say("commands.no_git", lang))
        raise typer.Exit(2) from None


def _articles(names: Sequence[str] | Mapping[str, object], exclude: Sequence[str]) -> list[str]:
    from figcheck.documents import SUFFIXES, kept

    return [name for name in kept(sorted(names), ".", exclude) if name.lower().endswith(SUFFIXES)]


def _touches(finding: Finding, document: Document, lines: Sequence[range]) -> bool:
    """Whether a finding stands on one of the lines of the file; what stands on no line counts."""
    first, last = source_place(document, finding.start), source_place(document, finding.end)
    if not isinstance(first, LinePlace) or not isinstance(last, LinePlace):
        return True
    return any(span.start <= last.line and first.line < span.stop for span in lines)
