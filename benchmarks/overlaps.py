"""Findings and a place in a text in, those that are about that place out: how `slips` and `ledger` tell a hit."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.model import Finding, Severity, Span, SpanEvidence

ALARMS: tuple[Severity, ...] = ("error", "warning")


def alarms(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that an editor must not be shown without cause: errors and warnings, no notes."""
    return [finding for finding in findings if finding.severity in ALARMS]


def stands_on(finding: Finding, place: Span) -> bool:
    """Whether the finding marks the place."""
    return Span(finding.start, finding.end).overlaps(place)


def names(finding: Finding, place: Span) -> bool:
    """Whether the finding marks a place elsewhere and shows this one as what contradicts it."""
    return any(
        isinstance(evidence, SpanEvidence) and Span(evidence.start, evidence.end).overlaps(place)
        for evidence in finding.evidence
    )


def context(text: str, place: Span, width: int = 12) -> str:
    """The place between brackets, with a few characters on either side, on one line."""
    before, after = text[max(0, place.start - width) : place.start], text[place.end : place.end + width]
    return f"{before}【{text[place.start : place.end]}】{after}".replace("\n", "⏎")


def told(finding: Finding) -> str:
    """A finding on one line."""
    return f"{finding.rule} {finding.severity} “{finding.text}” {finding.message}"
