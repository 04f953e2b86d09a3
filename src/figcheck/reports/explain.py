"""A report in, the five values behind every figure out: document, mention, claim, link, finding."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.model import Claim, Document, Figure, Finding, Language, Mention, Report, Span
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
        before = ""
        for label, told in steps(mention, claim, self._document, self._lang):
            yield self._row("" if label == before else label, told)
            before = label
        label = "link"
        for told in why(figure, self._lang):
            yield self._row(label, told)
            label = ""

    def _row(self, label: str, *told: Piece) -> Line:
        word = say(f"reports.explain.{label}", self._lang) if label else ""
        return "  ", (pad(word, _LABEL[self._lang]), "faint"), "  ", *told

    def _about(self, span: Span) -> list[Finding]:
        return [finding for finding in self._report.findings if span.overlaps(Span(finding.start, finding.end))]

    def _finding(self, finding: Finding) -> Line:
        severity = say(f"reports.{finding.severity}", self._lang)
        return (severity, finding.severity), f" {finding.rule} {finding.name}  ", finding.message


def steps(mention: Mention, claim: Claim | None, document: Document, lang: Language) -> Iterator[tuple[str, str]]:
    """How a figure was read, and what it claims: `mention` or `claim`, and a line of words."""
    yield from (("mention", told) for told in _read(mention, document, lang))
    yield from (("claim", told) for told in _claimed(claim, document, lang))


def _read(mention: Mention, document: Document, lang: Language) -> Iterator[str]:
    quantity = mention.quantity
    yield say(
        "reports.explain.read",
        lang,
        kind=say(f"reports.kind.{quantity.kind}", lang),
        hedge=say(f"reports.hedge.{quantity.hedge}", lang),
        value=meaning(quantity, lang),
    )
    core = say("reports.explain.core", lang, core=document.text[mention.core_start : mention.core_end])
    if not quantity.is_numeric:
        yield core if quantity.resolved else f"{core}  {say('reports.explain.unresolved', lang)}"
        return
    key = "step" if quantity.judged else "exactly"
    precision = {"step": number_text(quantity.step), "judged": number_text(quantity.judged)}
    yield f"{core}  {say(f'reports.explain.{key}', lang, **precision)}"
    yield say("reports.explain.admits", lang, interval=interval(quantity))


def _claimed(claim: Claim | None, document: Document, lang: Language) -> Iterator[str]:
    if claim is None:
        yield say("reports.explain.no_claim", lang)
        return
    clause = "".join(around(document.text, claim.mention.span, claim.clause, _QUOTED))
    yield say("reports.explain.clause", lang, clause=clause)
    looked = {"before": _quoted(document, claim.before), "after": _quoted(document, claim.after)}
    yield say("reports.explain.looked", lang, **looked)
    facets = [_period(claim, lang), say(f"reports.explain.{_DIRECTIONS[claim.direction]}", lang)]
    if claim.basis is not None:
        facets.append(say("reports.explain.basis", lang, basis=claim.basis))
    if claim.voice is not None:
        facets.append(say("reports.explain.voice", lang, voice=_quoted(document, claim.voice)))
    yield "  ".join(facets)


def _period(claim: Claim, lang: Language) -> str:
    if claim.period is None:
        return say("reports.explain.no_period", lang)
    origin = say(f"reports.explain.period.{claim.period_origin}", lang)
    return say("reports.explain.period", lang, period=claim.period.iso, origin=origin)


def _quoted(document: Document, span: Span) -> str:
    return cut(document.text[span.start : span.end], _QUOTED)
