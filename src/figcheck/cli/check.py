"""`figcheck check`: articles and ledgers in, a report and an exit status out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Report, Severity, Status

from . import arguments as given
from .articles import Articles
from .desk import known, ruled
from .streams import coloured, write

if TYPE_CHECKING:
    from figcheck.reports.summary import Summary
    from figcheck.reports.terminal import View


class Format(StrEnum):
    """Formats of the report."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class FailOn(StrEnum):
    """What the exit status takes amiss."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class Show(StrEnum):
    """Which figures to list."""

    unverified = "unverified"
    backed = "backed"
    all = "all"


_THRESHOLDS: dict[FailOn, Severity | None] = {
    FailOn.error: "error",
    FailOn.warning: "warning",
    FailOn.note: "note",
    FailOn.never: None,
}
_SHOWN: dict[Show, frozenset[Status]] = {
    Show.unverified: frozenset({"unverified"}),
    Show.backed: frozenset({"backed"}),
    Show.all: frozenset({"backed", "contradicted", "not_comparable", "unverified"}),
}


def check(
    paths: given.Paths,
    ledger: given.Ledgers = None,
    format: Annotated[Format, typer.Option("--format")] = Format.text,
    date: given.Date = None,
    encoding: given.Encoding = None,
    lang: given.Speech = None,
    select: given.Codes = None,
    ignore: given.Codes = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on")] = FailOn.error,
    show: Annotated[list[Show] | None, typer.Option("--show")] = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
    quiet: given.Quiet = False,
) -> None:
    """Checks articles; the words for it are `commands.check.` in the table."""
    from figcheck import pipeline
    from figcheck.reports.summary import Summary
    from figcheck.reports.terminal import View

    speech = given.language(lang)
    day, charset = given.day(date, speech), given.known_encoding(encoding, speech)
    rules, facts = ruled(select, ignore, speech), known(ledger, speech)
    articles = Articles(paths, speech, encoding=charset, date=day, quiet=quiet)
    summary = Summary()

    def counted() -> Iterator[Report]:
        for report in articles.each(lambda document: pipeline.check(document, facts, rules, speech)):
            summary.add(report)
            yield report
        summary.unreadable = articles.failed

    shown = frozenset[Status]().union(*(_SHOWN[each] for each in show or ()))
    view = View(speech, shown, coloured(color.value, output), quiet)
    write(_rendered(counted(), summary, format, view), output, machine=format is not Format.text)
    raise typer.Exit(2 if articles.failed else int(summary.reaches(_THRESHOLDS[fail_on])))


def _rendered(reports: Iterable[Report], summary: Summary, format: Format, view: View) -> Iterator[str]:
    if format is Format.text:
        from figcheck.reports import terminal

        return terminal.render(reports, summary, view)
    from figcheck.reports import as_json

    return as_json.check_json(reports, summary) if format is Format.json else as_json.check_jsonl(reports)
