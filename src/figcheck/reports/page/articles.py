"""A report in, what the page shows of it out: the text in marked pieces, figures and findings in words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from figcheck.model import Derivation, FactEvidence, Figure, Finding, Language, Report, SpanEvidence
from figcheck.values import Frozen
from figcheck.wording import say

from ..explain import steps
from ..places import Lines
from ..screen import safe
from ..summary import Summary, summed
from ..terminal import dated, fix_told, why


class Piece(Frozen):
    """A run of the text that is marked alike."""

    text: str
    figure: str = ""
    """The mark of the figure that it belongs to; empty for none."""
    findings: tuple[str, ...] = ()
    """The marks of the findings that point at it."""
    classes: str = ""
    first: bool = False
    """Whether its figure, or a finding on no figure, begins here, so that the keyboard stops."""


class Told(Frozen):
    """A line of a detail: what it is, and what it says."""

    label: str
    text: str
    mark: str = ""
    """The mark in the text that it leads to; empty for none."""


class FindingView(Frozen):
    """A finding in words."""

    mark: str
    rule: str
    name: str
    severity: str
    message: str
    text: str
    place: str
    told: tuple[Told, ...]


class FigureView(Frozen):
    """A figure in words."""

    mark: str
    status: str
    text: str
    place: str
    told: tuple[Told, ...]


class Block(Frozen):
    """A paragraph or line of the article."""

    kind: str
    pieces: tuple[Piece, ...]


class Article(Frozen):
    """One document of the page."""

    mark: str
    path: str
    title: str
    date: str
    blocks: tuple[Block, ...]
    findings: tuple[FindingView, ...]
    figures: tuple[FigureView, ...]
    summary: Summary
    length: int
    """Code points of its text."""
    places: tuple[tuple[int, str], ...]
    """Where its findings stand, and how grave they are."""


def article(number: int, report: Report, lang: Language) -> Article:
    """What the page shows of a report; `number` tells its marks from those of the others."""
    return _Reading(f"a{number}", report, lang).article()


class _Reading:
    def __init__(self, mark: str, report: Report, lang: Language) -> None:
        self._mark, self._report, self._lang = mark, report, lang
        self._document = report.analysis.document
        self._lines = Lines(self._document.text)
        self._findings = sorted(report.findings, key=lambda each: (each.start, each.end, each.rule))
        ends = (max(each.end, each.start + 1) for each in self._findings)
        self._reach = list(accumulate(ends, max))
        """How far the findings up to each reach at most, so that a look back knows when to stop."""
        self._figures = sorted(report.figures, key=lambda each: each.mention.start)
        self._claims = {claim.mention.start: claim for claim in report.analysis.claims}

    def article(self) -> Article:
        title = self._document.masthead.title
        return Article(
            self._mark,
            safe(self._document.path),
            title.value if title else say("reports.untitled", self._lang),
            dated(self._document, self._lang),
            tuple(self._blocks()),
            tuple(self._finding(number, finding) for number, finding in enumerate(self._findings)),
            tuple(self._figure(number, figure) for number, figure in enumerate(self._figures)),
            summed(self._report),
            len(self._document.text),
            tuple((finding.start, finding.severity) for finding in self._findings),
        )

    # --- the text ----------------------------------------------------------------------------------------------

    def _blocks(self) -> Iterator[Block]:
        cuts = self._cuts()
        at = 0
        for block in self._document.blocks:
            if block.span.start > at and self._document.text[at : block.span.start].strip():
                yield Block("boilerplate", tuple(self._pieces(at, block.span.start, cuts)))
            yield Block(block.kind, tuple(self._pieces(block.span.start, block.span.end, cuts)))
            at = block.span.end
        if self._document.text[at:].strip():
            yield Block("boilerplate", tuple(self._pieces(at, len(self._document.text), cuts)))

    def _cuts(self) -> list[int]:
        found = {end for each in self._findings for end in (each.start, max(each.end, each.start + 1))}
        found |= {end for each in self._figures for end in (each.mention.start, each.mention.end)}
        return sorted(found)

    def _pieces(self, start: int, end: int, cuts: list[int]) -> Iterator[Piece]:
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        for low, high in zip([start, *inner], [*inner, end], strict=True):
            yield self._piece(low, high)

    def _piece(self, start: int, end: int) -> Piece:
        figure = self._figure_at(start)
        found = [(f"{self._mark}-e{number}", finding) for number, finding in self._findings_at(start)]
        classes: list[str] = [finding.severity for _, finding in found]
        first = any(finding.start == start for _, finding in found)
        mark = ""
        if figure is not None:
            number, shown = figure
            mark, first = f"{self._mark}-f{number}", first or shown.mention.start == start
            classes = ["figure", shown.status, *classes]
        return Piece(
            self._document.text[start:end],
            mark,
            tuple(name for name, _ in found),
            " ".join(dict.fromkeys(classes)),
            first,
        )

    def _figure_at(self, offset: int) -> tuple[int, Figure] | None:
        at = bisect_right(self._figures, offset, key=lambda each: each.mention.start) - 1
        if at >= 0 and offset < self._figures[at].mention.end:
            return at, self._figures[at]
        return None

    def _findings_at(self, offset: int) -> list[tuple[int, Finding]]:
        number = bisect_right(self._findings, offset, key=lambda each: each.start) - 1
        found = []
        while number >= 0 and self._reach[number] > offset:
            finding = self._findings[number]
            if max(finding.end, finding.start + 1) > offset:
                found.append((number, finding))
            number -= 1
        return found[::-1]

    # --- the words ---------------------------------------------------------------------------------------------

    def _place(self, offset: int) -> str:
        line, column = self._lines.at(offset)
        return f"{line}:{column}"

    def _finding(self, number: int, finding: Finding) -> FindingView:
        return FindingView(
            f"{self._mark}-e{number}",
            finding.rule,
            finding.name,
            finding.severity,
            finding.message,
            finding.text,
            self._place(finding.start),
            tuple(self._told(finding)),
        )

    def _told(self, finding: Finding) -> Iterator[Told]:
        if finding.expected is not None:
            yield Told(self._label("expected"), finding.expected)
        for evidence in finding.evidence:
            match evidence:
                case FactEvidence():
                    as_of = say("reports.as_of", self._lang, as_of=evidence.as_of) if evidence.as_of else ""
                    source = say("reports.source", self._lang, source=evidence.source) if evidence.source else ""
                    told = f"{evidence.ledger}:{evidence.line}  {evidence.id} = {evidence.value}{as_of}{source}"
                    yield Told(self._label("ledger"), told)
                case SpanEvidence():
                    place = f"{self._place(evidence.start)}  {evidence.text}"
                    yield Told(self._label("elsewhere"), place, self._mark_at(evidence.start))
                case Derivation():
                    yield Told(self._label("working"), evidence.text)
        if finding.fix is not None:
            yield Told(self._label("fix"), fix_told(self._document.text, finding.fix, self._lang))

    def _mark_at(self, offset: int) -> str:
        figure = self._figure_at(offset)
        return f"{self._mark}-f{figure[0]}" if figure else ""

    def _label(self, name: str) -> str:
        return say(f"reports.{name}", self._lang).strip()

    def _figure(self, number: int, figure: Figure) -> FigureView:
        claim = self._claims.get(figure.mention.start)
        told = [
            Told(say(f"reports.explain.{label}", self._lang), text)
            for label, text in steps(figure.mention, claim, self._document, self._lang)
        ]
        told += [Told(say("reports.explain.link", self._lang), text) for text in why(figure, self._lang)]
        return FigureView(
            f"{self._mark}-f{number}",
            figure.status,
            figure.mention.text,
            self._place(figure.mention.start),
            tuple(told),
        )
