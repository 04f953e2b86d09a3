"""Reports in, reviewdog's rdjson out: columns there count bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from figcheck.model import Document, Finding, Report, SpanEvidence

from .sourced import Region, Sources, message

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def rdjson(reports: Iterable[Report]) -> Iterator[str]:
    """One object for the whole run."""
    found = [each for report in reports for each in _diagnostics(report)]
    record = {"source": {"name": "figcheck"}, "diagnostics": found}
    yield json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    document = report.analysis.document
    sources = Sources(document)
    for finding in report.findings:
        yield {
            "message": message(finding),
            "location": _location(document, sources, finding.start, finding.end),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
            **_suggestions(finding, sources),
            **_related(finding, document, sources),
        }


def _location(document: Document, sources: Sources, start: int, end: int) -> dict[str, Any]:
    place: dict[str, Any] = {"path": document.path.removeprefix("./")}
    span = _range(sources, sources.region(start, end))
    return {**place, "range": span} if span is not None else place


def _range(sources: Sources, region: Region | None) -> dict[str, Any] | None:
    if region is None:
        return None
    return {
        "start": {"line": region.line, "column": sources.bytes_before(region.line, region.column) + 1},
        "end": {"line": region.end_line, "column": sources.bytes_before(region.end_line, region.end_column) + 1},
    }


def _suggestions(finding: Finding, sources: Sources) -> dict[str, Any]:
    fix = finding.fix
    span = _range(sources, sources.replaceable(fix.start, fix.end)) if fix is not None else None
    if fix is None or span is None:
        return {}
    return {"suggestions": [{"range": span, "text": fix.replacement}]}


def _related(finding: Finding, document: Document, sources: Sources) -> dict[str, Any]:
    found = [
        {"message": evidence.text, "location": _location(document, sources, evidence.start, evidence.end)}
        for evidence in finding.evidence
        if isinstance(evidence, SpanEvidence)
    ]
    return {"related_locations": found} if found else {}
