"""A document and what was found in it in, its file's text with the slips put right out; every other character stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from figcheck.model import SEVERITIES, Document, Finding, Fix, Piece, Report
from figcheck.sources import source_spans, source_text

_ROUNDS = 10
"""A fix may make room for another, so a text is looked at again; what has not settled by then stays as it is."""


class Change(NamedTuple):
    """A fix and its place in the file."""

    finding: Finding
    places: tuple[Piece, ...]
    """One but in Word files, where a fix may reach over several runs."""
    replacement: str


class Settled(NamedTuple):
    """A text in which nothing that may be fixed is left."""

    text: str
    """The file's text, byte-order mark apart."""
    report: Report
    """What is still found in it."""
    fixed: tuple[Finding, ...]
    """What was found, and is no more."""


def changes(document: Document, findings: Sequence[Finding], *, unsafe: bool = False) -> list[Change]:
    """The fixes that can be applied together, in the order of the text; safe ones alone, or all.

    Of two that overlap the graver finding's is taken. A fix whose place is not verbatim in the file (an entity or a tag
    in HTML) is left out, as is one that the file's encoding can't write.
    """
    ranked = sorted(findings, key=lambda each: (SEVERITIES.index(each.severity), each.start))
    taken: list[Change] = []
    for finding in ranked:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or not _fits(document, fix):
            continue
        places = source_spans(document, fix.start, fix.end)
        if places and not any(_clash(place, known) for place in places for other in taken for known in other.places):
            taken.append(Change(finding, places, fix.replacement))
    return sorted(taken, key=lambda change: _order(change.places[0]))


def _order(place: Piece) -> tuple[str, int, int, int]:
    return place.part, place.node, place.at, place.until


def applied(text: str, given: Sequence[Change]) -> str:
    """The file's text with changes in it that are in order and don't overlap."""
    return "".join(_pieces(text, given))


def settle(
    document: Document,
    check: Callable[[Document], Report],
    reload: Callable[[str], Document],
    *,
    unsafe: bool = False,
) -> Settled:
    """Fixes what may be fixed until nothing is left. `reload` makes a document of the file's new text.

    A text that comes back to what it was before is left at that. Raises ValueError for formats that are no text.
    """
    text = source_text(document)
    if text is None:
        raise ValueError(document.format)
    report, seen, fixed = check(document), {text}, []
    for _ in range(_ROUNDS):
        given = changes(report.analysis.document, report.findings, unsafe=unsafe)
        after = applied(text, given)
        if not given or after in seen:
            break
        seen.add(after)
        text = after
        fixed += [change.finding for change in given]
        report = check(reload(text))
    return Settled(text, report, tuple(fixed))


def encoded(document: Document, text: str) -> bytes:
    """A text as the bytes of the document's file: in its encoding, behind its byte-order mark."""
    return document.mark + text.encode(document.encoding or "utf-8")


def _fits(document: Document, fix: Fix) -> bool:
    try:
        fix.replacement.encode(document.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return document.format != "html" or not any(char in "<>&" for char in fix.replacement)


def _clash(one: Piece, other: Piece) -> bool:
    if (one.part, one.node) != (other.part, other.node):
        return False
    if one.at == one.until or other.at == other.until:
        return one.at <= other.until and other.at <= one.until
    return one.at < other.until and other.at < one.until


def _pieces(text: str, given: Sequence[Change]) -> Iterator[str]:
    done = 0
    for change in given:
        (place,) = change.places
        yield text[done : place.at]
        yield change.replacement
        done = place.until
    yield text[done:]
