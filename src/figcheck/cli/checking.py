"""What `figcheck check` was asked in, its report written and its exit status out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from figcheck.config import ConfigError
from figcheck.model import Document, Report, Severity, Status
from figcheck.values import Frozen, replace
from figcheck.wording import say

from . import arguments as given
from .articles import Articles
from .check import FailOn, Format, Show
from .desk import Desk, day_of, told
from .scope import Scope, scoped
from .stopwatch import Stopwatch
from .streams import coloured, complain, linked, write

if TYPE_CHECKING:
    from figcheck.config.baseline import Baseline
    from figcheck.config.suppressions import Suppressions
    from figcheck.model import Finding, Language
    from figcheck.reports.summary import Summary
    from figcheck.reports.terminal import View

    from .mending import Mending

_THRESHOLDS: dict[str, Severity | None] = {"error": "error", "warning": "warning", "note": "note", "never": None}
_SHOWN: dict[Show, frozenset[Status]] = {
    Show.unverified: frozenset({"unverified"}),
    Show.backed: frozenset({"backed"}),
    Show.all: frozenset({"backed", "contradicted", "not_comparable", "unverified"}),
}


class Asked(Frozen):
    """The options of `figcheck check` as they were given."""

    paths: list[str] | None
    ledger: list[str] | None
    format: Format
    date: str | None
    encoding: str | None
    lang: given.Lang | None
    select: list[str] | None
    ignore: list[str] | None
    fail_on: FailOn | None
    show: list[Show] | None
    config: str | None
    isolated: bool
    baseline: str | None
    write_baseline: bool
    today: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    annotate: str | None
    staged: bool
    since: str | None
    color: given.Color
    output: str | None
    quiet: bool
    jobs: int | None
    verbose: bool


def run(asked: Asked) -> int:
    """Checks what was asked for. Raises typer.Exit and typer.BadParameter for what can't be done."""
    from figcheck.reports.summary import Summary

    watch = Stopwatch()
    watch.started()
    speech = given.language(asked.lang)
    day, charset = given.day(asked.date, speech), given.known_encoding(asked.encoding, speech)
    desk = _desk(asked, charset, watch)
    speech = desk.lang
    scope = scoped(asked.paths or [], staged=asked.staged, since=asked.since, exclude=desk.run.exclude, lang=speech)
    articles = Articles(
        scope.paths,
        speech,
        encoding=desk.encoding,
        date=day,
        quiet=asked.quiet,
        exclude=desk.run.exclude,
        content=scope.content,
        watch=watch,
    )
    summary = Summary()
    reports = _Reports(asked, desk, articles, summary, scope)
    if asked.write_baseline:
        return reports.write_baseline()
    if asked.diff:
        return reports.write_difference(asked.output)
    if asked.annotate is not None:
        _must_be_word(articles.names, asked.annotate, speech)
    rendered = _rendered(reports.each(), summary, asked, desk)
    write(rendered, asked.output, machine=asked.format is not Format.text)
    reports.close()
    if asked.verbose:
        complain(watch.told(speech))
    return 2 if articles.failed else int(summary.reaches(_THRESHOLDS[desk.run.fail_on]))


def _must_be_word(names: Sequence[str], output: str, lang: Language) -> None:
    """Comments go from one Word file into another."""
    import os

    import typer

    if len(names) != 1 or not names[0].lower().endswith((".docx", ".docm")):
        raise typer.BadParameter(say("commands.annotate_one", lang))
    if os.path.abspath(names[0]) == os.path.abspath(output):  # noqa: PTH100
        raise typer.BadParameter(say("commands.annotate_other", lang))


def _desk(asked: Asked, charset: str | None, watch: Stopwatch) -> Desk:
    return Desk(
        asked.lang,
        config=asked.config,
        isolated=asked.isolated,
        ledger=asked.ledger,
        select=asked.select,
        ignore=asked.ignore,
        encoding=charset,
        fail_on=asked.fail_on and asked.fail_on.value,
        baseline=asked.baseline,
        lap=watch,
    )


def _view(asked: Asked, desk: Desk) -> View:
    from figcheck.reports.terminal import View

    shown = frozenset[Status]().union(*(_SHOWN[each] for each in asked.show or ()))
    colour = coloured(asked.color.value, asked.output)
    return View(desk.lang, shown, colour, linked(colour), asked.quiet)


class _Reports:
    """The reports of one run, what is suppressed or known already left out."""

    def __init__(self, asked: Asked, desk: Desk, articles: Articles, summary: Summary, scope: Scope) -> None:
        self._asked, self._desk, self._articles, self._summary, self._scope = asked, desk, articles, summary, scope
        self._mending = _mending(asked, desk.lang)
        try:
            self._suppressions = _suppressions(asked, desk)
            self._baseline = None if asked.write_baseline else _baseline(desk)
        except ConfigError as error:
            raise told(error, desk.lang) from None

    def each(self) -> Iterator[Report]:
        """One after the other, counted."""
        for report in self._reports():
            self._summary.add(report)
            if self._asked.annotate is not None:
                self._annotate(report, self._asked.annotate)
            yield report
        self._summary.unreadable = self._articles.failed

    def _reports(self) -> Iterator[Report]:
        """What is left of each article's report; files are mended by this process alone."""
        if self._mending is not None:
            mending = self._mending
            return self._articles.each(lambda document: mending.mended(document, self._judged))
        return map(self._made, self._articles.each(self._desk.check, self._asked.jobs))

    def _made(self, report: Report) -> Report:
        """The rest of the work on a report that may come from another process, whose rules are not known here yet."""
        self._desk.benches.ruled(self._desk.at(report.analysis.document.path))
        return self._left(report)

    def _annotate(self, report: Report, output: str) -> None:
        """Writes the Word file with its comments, and, where fixes are asked for, with those as tracked changes."""
        from pathlib import Path

        from figcheck.fixing import changes
        from figcheck.reports.word import annotated
        from figcheck.saving import save

        document = report.analysis.document
        fixed = []
        if self._asked.fix or self._asked.unsafe_fixes:
            given = changes(document, report.findings, unsafe=self._asked.unsafe_fixes)
            fixed = [change.finding for change in given]
        data = Path(document.path).read_bytes()
        save(Path(output), [annotated(data, document, report.findings, self._desk.lang, fixed)])
        complain(say("commands.annotated", self._desk.lang, path=output, total=len(report.findings), fixed=len(fixed)))

    def write_baseline(self) -> int:
        """Writes all that is found now into the baseline; the exit status."""
        from figcheck.config.baseline import baseline_text

        path = self._desk.run.baseline
        if path is None:
            complain(say("commands.baseline_where", self._desk.lang))
            return 2
        found = [(report.analysis.document, report.findings) for report in self.each()]
        if self._articles.failed:
            return 2
        write([baseline_text(found)], path)
        total = sum(self._summary.findings.values())
        complain(say("commands.baseline_written", self._desk.lang, path=path, total=total))
        return 0

    def write_difference(self, output: str | None) -> int:
        """Writes what fixes would change; the exit status: 1 where something would."""
        for _ in self.each():
            pass
        assert self._mending is not None
        write(self._mending.difference(), output, machine=True)
        return 2 if self._articles.failed else int(self._mending.files > 0)

    def close(self) -> None:
        """Tells what was mended, and which suppressions did nothing."""
        if self._mending is not None and self._mending.files:
            counts = {"fixed": self._mending.fixed, "files": self._mending.files}
            complain(say("commands.mended", self._desk.lang, **counts))
        suppressions = self._suppressions
        if suppressions is None:
            return
        for key, entries in (("config.unused", suppressions.unused), ("config.expired", suppressions.expired)):
            for entry in entries:
                values = {"file": entry.file, "line": entry.line, "rule": entry.rule, "text": entry.text}
                complain(say(key, self._desk.lang, expires=entry.expires, **values))

    def _judged(self, document: Document) -> Report:
        return self._left(self._desk.check(document))

    def _left(self, report: Report) -> Report:
        """A report without what is suppressed, known, or out of scope."""
        document = report.analysis.document
        findings: tuple[Finding, ...] = report.findings
        if self._suppressions is not None:
            findings = self._suppressions.kept(findings, document)
        if self._baseline is not None:
            findings = self._baseline.new(findings, document)
        findings = self._scope.within(findings, document)
        return report if findings is report.findings else replace(report, findings=findings)


def _mending(asked: Asked, lang: Language) -> Mending | None:
    if not (asked.fix or asked.unsafe_fixes or asked.diff):
        return None
    import typer

    from .mending import Mending

    if asked.staged:
        raise typer.BadParameter(say("commands.fix_staged", lang))
    if "-" in (asked.paths or ()) and not asked.diff:
        raise typer.BadParameter(say("commands.fix_stdin", lang))
    return Mending(unsafe=asked.unsafe_fixes, show=asked.diff)


def _suppressions(asked: Asked, desk: Desk) -> Suppressions | None:
    from pathlib import Path

    path = desk.run.suppressions
    if asked.isolated or not Path(path).exists():
        return None
    from figcheck.config.suppressions import Suppressions, read_suppressions

    return Suppressions(read_suppressions(path), day_of(asked.today, desk.lang))


def _baseline(desk: Desk) -> Baseline | None:
    if desk.run.baseline is None:
        return None
    from figcheck.config.baseline import read_baseline

    return read_baseline(desk.run.baseline)


def _rendered(reports: Iterable[Report], summary: Summary, asked: Asked, desk: Desk) -> Iterator[str]:
    """The report in the format that was asked for; the module of each format is imported when it is."""
    match asked.format:
        case Format.text:
            from figcheck.reports import terminal

            return terminal.render(reports, summary, _view(asked, desk))
        case Format.json | Format.jsonl:
            from figcheck.reports import as_json

            if asked.format is Format.json:
                return as_json.check_json(reports, summary)
            return as_json.check_jsonl(reports)
        case Format.sarif:
            from figcheck.reports.sarif import sarif

            return sarif(reports, desk.benches.judges, desk.lang)
        case Format.github:
            from figcheck.reports.github import commands

            return commands(reports)
        case Format.junit:
            from figcheck.reports.junit import junit

            return junit(reports, summary)
        case Format.rdjson:
            from figcheck.reports.rdjson import rdjson

            return rdjson(reports)
        case Format.html:
            from figcheck.reports.page import page

            return page(reports, summary, desk.lang)
