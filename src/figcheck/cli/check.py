"""`figcheck check`: articles and ledgers in, a report and an exit status out; the options, as typer declares them."""

from enum import StrEnum
from typing import Annotated

import typer

from . import arguments as given


class Format(StrEnum):
    """Formats of the report."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    github = "github"
    junit = "junit"
    rdjson = "rdjson"
    html = "html"


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


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...", show_default=False)] = None,
    ledger: given.Ledgers = None,
    format: Annotated[Format, typer.Option("--format")] = Format.text,
    date: given.Date = None,
    encoding: given.Encoding = None,
    lang: given.Speech = None,
    select: given.Codes = None,
    ignore: given.Codes = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on")] = None,
    show: Annotated[list[Show] | None, typer.Option("--show")] = None,
    config: given.Config = None,
    isolated: given.Isolated = False,
    baseline: Annotated[str | None, typer.Option("--baseline", metavar="FILE")] = None,
    write_baseline: Annotated[bool, typer.Option("--write-baseline")] = False,
    today: Annotated[str | None, typer.Option("--today", metavar="YYYY-MM-DD")] = None,
    fix: Annotated[bool, typer.Option("--fix")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes")] = False,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    annotate: Annotated[str | None, typer.Option("--annotate", metavar="OUT.docx")] = None,
    staged: Annotated[bool, typer.Option("--staged")] = False,
    since: Annotated[str | None, typer.Option("--since", metavar="REV")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1)] = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
    quiet: given.Quiet = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v")] = False,
) -> None:
    """Checks articles; the words for it are `commands.check.` in the table."""
    given_options = dict(locals())
    from .checking import Asked, run

    raise typer.Exit(run(Asked(**given_options)))
