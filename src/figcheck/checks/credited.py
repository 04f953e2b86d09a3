"""Names behind words of credit, and the names that the ledger has for them, in; credits a character off out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character
from figcheck.model import Analysis, Evidence, FactEvidence, Fix, Hit, Span

_ROLE = (
    "特约撰稿人?|特派记者|记者|通讯员|实习生|作者|撰文|采写|供稿|摄影|责任编辑|责编|编辑|编审|审核|审校|校对|监制|统筹|策划|主编"
    "|签发|终审|复审|初审|文|图"
)
_CREDIT = re.compile(
    rf"(?:{_ROLE})[\s:：/／|｜]{{0,3}}(?P<names>[^\W\d_A-Za-z]{{2,4}}(?:[\s、，,·]{{1,2}}[^\W\d_A-Za-z]{{2,4}})*)"
)
_NAME = re.compile(r"[^\W\d_A-Za-z]{2,4}")
_OPENING, _CLOSING = 60, 60
"""Characters at the beginning of the first paragraph and at the end of the last in which credits may stand."""
_SHORT = 60
"""A line no longer than this may be nothing but credits."""


def credit_near_miss(analysis: Analysis) -> Iterator[Hit]:
    """A credit that is a character off a name that the ledger has for it, where that name is credited nowhere."""
    listed = _listed(analysis)
    if not listed:
        return
    text = analysis.document.text
    places = [place for zone in _zones(analysis) for place in _credits(text, zone)]
    credited = {text[place.start : place.end] for place in places}
    told: set[int] = set()
    for place in places:
        written = text[place.start : place.end]
        if written in listed or place.start in told:
            continue
        for name, evidence in listed.items():
            if name not in credited and _is_near(written, name):
                told.add(place.start)
                fix = Fix(place.start, place.end, name, safe=False)
                yield Hit(place, {"written": written, "expected": name}, (evidence,), name, fix)
                break


def _listed(analysis: Analysis) -> dict[str, Evidence]:
    """The names that may be credited, those of the entry for this very article first."""
    listed: dict[str, Evidence] = {}
    entry, credits = analysis.entry, analysis.ledger.credits
    if entry is not None:
        for key, names in (("byline", entry.byline), ("editor", (entry.editor,) if entry.editor else ())):
            for name in names:
                listed[name] = FactEvidence(entry.place.ledger, entry.place.line, f"articles.{key}", name)
    if credits.place is not None:
        for key, names in (("reporters", credits.reporters), ("editors", credits.editors)):
            for name in names:
                evidence = FactEvidence(credits.place.ledger, credits.place.line, f"credits.{key}", name)
                listed.setdefault(name, evidence)
    return listed


def _zones(analysis: Analysis) -> Iterator[Span]:
    """Where credits stand: short lines, and the two ends of the body."""
    paragraphs = [block.span for block in analysis.document.blocks if block.kind == "paragraph"]
    for block in analysis.document.blocks:
        if block.kind != "title" and (block.kind != "paragraph" or block.span.end - block.span.start <= _SHORT):
            yield block.span
    if paragraphs:
        first, last = paragraphs[0], paragraphs[-1]
        if first.end - first.start > _SHORT:
            yield Span(first.start, first.start + _OPENING)
        if last.end - last.start > _SHORT:
            yield Span(last.end - _CLOSING, last.end)


def _credits(text: str, zone: Span) -> Iterator[Span]:
    for credit in _CREDIT.finditer(text, zone.start, zone.end):
        for name in _NAME.finditer(text, *credit.span("names")):
            yield Span(*name.span())


def _is_near(written: str, name: str) -> bool:
    """Whether one character is another; of two, one that looks or sounds like it."""
    place = odd_character(written, name)
    if place is None:
        return False
    return len(name) > 2 or alike(written[place], name[place])
