"""Reports in, what an editor reads in a terminal or a pipe out: the findings with their sentences, then the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figcheck.model import (
    Claim,
    Derivation,
    Document,
    Event,
    Evidence,
    FactEvidence,
    Figure,
    Finding,
    Fix,
    Language,
    Link,
    Reason,
    Report,
    Span,
    SpanEvidence,
    Status,
)
from figcheck.values import Frozen
from figcheck.wording import say

from .figures import meaning
from .places import Lines, around, carets, sentence
from .screen import Line, Piece, draw, file_link, width
from .summary import Summary, summed

_ROW = 68
"""Terminal cells of a row of quoted text: with its gutter it fits 80."""
_GUTTER = 7
_TELLING = 24
"""Terminal cells below which a clause says too little by itself."""


class View(Frozen):
    """How the report is to look."""

    lang: Language = "zh"
    show: frozenset[Status] = frozenset()
    """Which figures are listed one by one."""
    colour: bool = False
    links: bool = False
    """Whether a click on a place opens the file; only with `colour`."""
    quiet: bool = False
    """Findings only: no sums, nothing about faultless documents."""


def render(reports: Iterable[Report], summary: Summary, view: View) -> Iterator[str]:
    """One text a document, and the sums of all where there was more than one or one could not be read.

    `summary` is read when the reports are through.
    """
    apart = False
    for report in reports:
        lines = list(_Page(report, view).lines())
        if lines:
            yield draw([(), *lines] if apart else lines, colour=view.colour)
            apart = True
    if not view.quiet and (summary.documents > 1 or (summary.unreadable and summary.documents)):
        yield draw([(), *_total(summary, view.lang)], colour=view.colour)


def heading(document: Document, lang: Language) -> list[Line]:
    """Path, title and date of a document."""
    title = document.masthead.title
    named = say("reports.title", lang, title=title.value) if title else say("reports.untitled", lang)
    return [((document.path, "strong"),), ("  ", named), ("  ", dated(document, lang))]


def dated(document: Document, lang: Language) -> str:
    """The article's date and where it was found."""
    if document.date is None:
        return say("reports.no_date", lang)
    origin = say(f"reports.origin.{document.date_origin}", lang)
    return say("reports.date", lang, date=document.date.isoformat(), origin=origin)


def why(figure: Figure, lang: Language) -> list[str]:
    """What a figure rests on and step by step why, or why it rests on nothing."""
    if figure.link is not None:
        return [target(figure.link, lang), *_worded(figure.link.reasons, lang)]
    if figure.reason is not None:
        return _worded([figure.reason], lang)
    return [say("reports.no_reason" if figure.status == "unverified" else "reports.by_article", lang)]


def _briefly(figure: Figure, lang: Language) -> list[str]:
    """The same without the steps that led to a verdict."""
    return why(figure, lang) if figure.status in ("unverified", "not_comparable") else why(figure, lang)[:1]


def _worded(reasons: Iterable[Reason], lang: Language) -> list[str]:
    return [say(reason.key, lang, **dict(reason.values)) for reason in reasons]


def target(link: Link, lang: Language) -> str:
    """The ledger's entry that a claim was compared with."""
    entry = link.target
    place = {"ledger": entry.place.ledger, "line": entry.place.line}
    if isinstance(entry, Event):
        return say("reports.by_event", lang, **place, name=entry.name, expected=meaning(link.expected, lang))
    as_of = say("reports.as_of", lang, as_of=entry.as_of.iso) if entry.as_of else ""
    return say("reports.by_fact", lang, **place, subject=entry.subject, written=entry.written, as_of=as_of)


def fix_told(text: str, fix: Fix, lang: Language) -> str:
    """What a fix does to the text, and whether that needs a second look."""
    old, new = text[fix.start : fix.end], fix.replacement
    key = "replace" if old and new else "insert" if new else "delete"
    done = say(f"reports.{key}", lang, old=old, new=new)
    return done + say("reports.safe" if fix.safe else "reports.unsafe", lang)


class _Page:
    """One document's part of the report."""

    def __init__(self, report: Report, view: View) -> None:
        self._report = report
        self._view = view
        self._lang = view.lang
        self._document = report.analysis.document
        self._lines = Lines(self._document.text)

    def lines(self) -> Iterator[Line]:
        findings = sorted(self._report.findings, key=lambda finding: (finding.start, finding.end, finding.rule))
        shown = [figure for figure in self._report.figures if figure.status in self._view.show]
        if self._view.quiet and not (findings or shown):
            return
        yield from heading(self._document, self._lang)
        for finding in findings:
            yield ()
            yield from self._finding(finding)
        if shown:
            yield from self._listed(shown)
        if not self._view.quiet:
            yield ()
            yield from self._sums()

    def _place(self, offset: int) -> Piece:
        line, column = self._lines.at(offset)
        return f"{self._document.path}:{line}:{column}", "faint", self._link(self._document.path, line)

    def _link(self, path: str, line: int) -> str:
        return file_link(path, line) if self._view.links and path != "-" else ""

    def _finding(self, finding: Finding) -> Iterator[Line]:
        severity = say(f"reports.{finding.severity}", self._lang)
        named = f" {finding.rule} {finding.name}  "
        yield (severity, finding.severity), named, self._place(finding.start)
        yield "  ", (finding.message, "strong")
        yield from self._excerpt(finding)
        if finding.expected is not None:
            if finding.text:
                yield self._labelled("written", finding.text)
            yield self._labelled("expected", finding.expected)
        for evidence in finding.evidence:
            yield self._evidence(evidence)
        if finding.fix is not None:
            yield self._labelled("fix", fix_told(self._document.text, finding.fix, self._lang))

    def _labelled(self, label: str, text: str) -> Line:
        return "  ", (say(f"reports.{label}", self._lang), "faint"), "  ", text

    def _excerpt(self, finding: Finding) -> Iterator[Line]:
        text, span = self._document.text, Span(finding.start, finding.end)
        parts = around(text, span, sentence(text, span), 2 * _ROW)
        gutter = f"{self._lines.at(span.start)[0]:>{_GUTTER - 3}} | "
        for row, under in carets(*parts, _ROW):
            yield (gutter, "faint"), row
            gutter = f"{'| ':>{_GUTTER}}"
            if under:
                yield (gutter, "faint"), (under, finding.severity)

    def _evidence(self, evidence: Evidence) -> Line:
        match evidence:
            case FactEvidence():
                as_of = say("reports.as_of", self._lang, as_of=evidence.as_of) if evidence.as_of else ""
                source = say("reports.source", self._lang, source=evidence.source) if evidence.source else ""
                told = f"{evidence.id} = {evidence.value}{as_of}{source}"
                link = self._link(evidence.ledger, evidence.line)
                place: Piece = (f"{evidence.ledger}:{evidence.line}", "faint", link)
                return *self._labelled("ledger", ""), place, "  ", told
            case SpanEvidence():
                quoted = say("reports.quoted", self._lang, text=evidence.text)
                return *self._labelled("elsewhere", ""), self._place(evidence.start), "  ", quoted
            case Derivation():
                return self._labelled("working", evidence.text)

    def _listed(self, shown: Iterable[Figure]) -> Iterator[Line]:
        claims = {claim.mention.start: claim for claim in self._report.analysis.claims}
        yield ()
        yield "  ", (say("reports.listed", self._lang), "strong")
        for figure in sorted(shown, key=lambda figure: figure.mention.start):
            yield from self._figure(figure, claims.get(figure.mention.start))

    def _figure(self, figure: Figure, claim: Claim | None) -> Iterator[Line]:
        text, span = self._document.text, figure.mention.span
        whole = claim.clause if claim and claim.clause.holds(span) else span
        if width(text[whole.start : whole.end]) < _TELLING:
            whole = sentence(text, span)
        before, marked, after = around(text, span, whole, _ROW)
        line, column = self._lines.at(span.start)
        status = say(f"reports.{figure.status}", self._lang)
        yield (
            f"  {line}:{column}  {status}  {before}",
            (say("reports.marked", self._lang, text=marked), "strong"),
            after,
        )
        for reason in _briefly(figure, self._lang):
            yield "      ", (reason, "faint")

    def _sums(self) -> Iterator[Line]:
        summary = summed(self._report)
        unlisted = summary.figures["unverified"] and "unverified" not in self._view.show
        hint = say("reports.show_hint", self._lang) if unlisted else ""
        if self._report.findings:
            yield "  ", _figure_sum(summary, self._lang), (hint, "faint")
            yield "  ", _finding_sum(summary, self._lang)
        else:
            yield "  ", (_verdict(summary, self._lang), "good"), (hint, "faint")


def _verdict(summary: Summary, lang: Language) -> str:
    total, backed = sum(summary.figures.values()), summary.figures["backed"]
    key = "some_backed" if backed else "none_backed"
    if backed == total:
        key = "all_backed" if total else "no_figures"
    return say(f"reports.{key}", lang, total=total, backed=backed, rest=total - backed)


def _figure_sum(summary: Summary, lang: Language) -> str:
    return say("reports.figures", lang, total=sum(summary.figures.values()), **summary.figures)


def _finding_sum(summary: Summary, lang: Language) -> str:
    return say("reports.findings", lang, total=sum(summary.findings.values()), **summary.findings)


def _total(summary: Summary, lang: Language) -> Iterator[Line]:
    yield ((say("reports.total", lang, documents=summary.documents), "strong"),)
    yield "  ", _figure_sum(summary, lang)
    yield "  ", _finding_sum(summary, lang)
    if summary.unreadable:
        yield "  ", (say("reports.unreadable", lang, count=summary.unreadable), "error")
