"""A report in, the five values behind every figure out: document, mention, claim, link, finding."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.model import Claim, Figure, Finding, Language, Mention, Report, Span
from figcheck.numerals import number_text
from figcheck.wording import say

from .figures import interval, meaning
from .places import Lines, around
from .screen import Line, Piece, cut, draw, pad
from .terminal import dated, why

_QUOTED = 60
"""Terminal cells of a quotation from the article."""
_LABEL = {"zh": 4, "en": 7}
"""Terminal cells of the longest label."""
_DIRECTIONS = {-1: "fall", 0: "level", 1: "rise"}


def render(report: Report, lang: Language, *, colour: bool = False) -> str:
    """The whole of one article, figure by figure, then the findings that belong to no figure."""
    return draw(_Explained(report, lang).lines(), colour=colour)


class _Explained:
    def __init__(self, report: Report, lang: Language) -> None:
        self._report = report
        self._lang = lang
        self._document = report.analysis.document
        self._lines = Lines(self._document.text)
        self._claims = {claim.mention.start: claim for claim in report.analysis.claims}

    def lines(self) -> Iterator[Line]:
        yield from self._head()
        told: set[int] = set()
        for number, figure in enumerate(self._report.figures, start=1):
            yield ()
            yield from self._figure(number, figure)
            for finding in self._about(figure.mention.span):
                told.add(id(finding))
                yield self._row("finding", *self._finding(finding))
        others = [finding for finding in self._report.findings if id(finding) not in told]
        if others:
            yield ()
            yield ((say("reports.explain.others", self._lang), "strong"),)
        for finding in others:
            line, column = self._lines.at(finding.start)
            yield f"  {line}:{column}  ", *self._finding(finding)

    def _head(self) -> Iterator[Line]:
        document, lang = self._document, self._lang
        title = document.masthead.title
        yield (say("reports.explain.document", lang), "strong"), "  ", document.path
        yield "  ", title.value if title else say("reports.untitled", lang)
        yield "  ", dated(document, lang)
        size = {"chars": len(document.text), "figures": len(self._report.figures)}
        yield "  ", say("reports.explain.size", lang, **size)

    def _figure(self, number: int, figure: Figure) -> Iterator[Line]:
        mention, claim = figure.mention, self._claims.get(figure.mention.start)
        line, column = self._lines.at(mention.start)
        status = say(f"reports.{figure.status}", self._lang)
        yield (f"[{number}]", "faint"), f" {line}:{column}  ", (mention.text, "strong"), f"  {status}"
        label = "mention"
        for told in self._mention(mention):
            yield self._row(label, told)
            label = ""
        label = "claim"
        for told in self._claim(claim) if claim else [say("reports.explain.no_claim", self._lang)]:
            yield self._row(label, told)
            label = ""
        label = "link"
        for told in why(figure, self._lang):
            yield self._row(label, told)
            label = ""

    def _row(self, label: str, *told: Piece) -> Line:
        word = say(f"reports.explain.{label}", self._lang) if label else ""
        return "  ", (pad(word, _LABEL[self._lang]), "faint"), "  ", *told

    def _mention(self, mention: Mention) -> Iterator[str]:
        quantity, lang = mention.quantity, self._lang
        yield say(
            "reports.explain.read",
            lang,
            kind=say(f"reports.kind.{quantity.kind}", lang),
            hedge=say(f"reports.hedge.{quantity.hedge}", lang),
            value=meaning(quantity, lang),
        )
        core = say("reports.explain.core", lang, core=self._document.text[mention.core_start : mention.core_end])
        if not quantity.is_numeric:
            yield core if quantity.resolved else f"{core}  {say('reports.explain.unresolved', lang)}"
            return
        key = "step" if quantity.judged else "exactly"
        steps = {"step": number_text(quantity.step), "judged": number_text(quantity.judged)}
        yield f"{core}  {say(f'reports.explain.{key}', lang, **steps)}"
        yield say("reports.explain.admits", lang, interval=interval(quantity))

    def _claim(self, claim: Claim) -> Iterator[str]:
        lang = self._lang
        yield say("reports.explain.clause", lang, clause=self._clause(claim))
        yield say("reports.explain.looked", lang, before=self._quoted(claim.before), after=self._quoted(claim.after))
        facets = [self._period(claim), say(f"reports.explain.{_DIRECTIONS[claim.direction]}", lang)]
        if claim.basis is not None:
            facets.append(say("reports.explain.basis", lang, basis=claim.basis))
        if claim.voice is not None:
            facets.append(say("reports.explain.voice", lang, voice=self._quoted(claim.voice)))
        yield "  ".join(facets)

    def _period(self, claim: Claim) -> str:
        if claim.period is None:
            return say("reports.explain.no_period", self._lang)
        origin = say(f"reports.explain.period.{claim.period_origin}", self._lang)
        return say("reports.explain.period", self._lang, period=claim.period.iso, origin=origin)

    def _clause(self, claim: Claim) -> str:
        return "".join(around(self._document.text, claim.mention.span, claim.clause, _QUOTED))

    def _quoted(self, span: Span) -> str:
        return cut(self._document.text[span.start : span.end], _QUOTED)

    def _about(self, span: Span) -> list[Finding]:
        return [finding for finding in self._report.findings if span.overlaps(Span(finding.start, finding.end))]

    def _finding(self, finding: Finding) -> Line:
        severity = say(f"reports.{finding.severity}", self._lang)
        return (severity, finding.severity), f" {finding.rule} {finding.name}  ", finding.message
