"""Reports in, the workflow commands by which GitHub annotates lines of a change out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figcheck.model import Finding, Report

from .sourced import Sources, message

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def commands(reports: Iterable[Report]) -> Iterator[str]:
    """One line a finding: `::error file=…,line=…,col=…,title=FL001 value-mismatch::…`."""
    for report in reports:
        document = report.analysis.document
        sources = Sources(document)
        for finding in report.findings:
            yield _annotation(finding, document.path, sources)


def _annotation(finding: Finding, path: str, sources: Sources) -> str:
    place = {"file": path.removeprefix("./")}
    region = sources.region(finding.start, finding.end)
    if region is not None:
        place |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:
            place |= {"col": str(region.column), "endColumn": str(region.end_column)}
    place["title"] = f"{finding.rule} {finding.name}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(message(finding))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
