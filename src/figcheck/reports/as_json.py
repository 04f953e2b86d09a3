"""Reports and mentions in, the JSON and JSON Lines of contracts.md out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from figcheck.model import (
    Derivation,
    Document,
    Evidence,
    Fact,
    FactEvidence,
    Figure,
    Finding,
    Fix,
    LinePlace,
    Mention,
    PagePlace,
    Report,
    SpanEvidence,
    WordPlace,
)
from figcheck.sources import source_place

from .figures import bounds, value_text
from .places import Lines
from .summary import STATUSES, Summary, summed

VERSION = 1
"""Of the format: raised only when a reader of the old one would go wrong."""

_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}
"""What some readers take for the end of a line, though JSON lets it stand."""


def check_json(reports: Iterable[Report], summary: Summary) -> Iterator[str]:
    """One object for the whole run; `summary` is read when the reports are through."""
    documents = [_document(report) for report in reports]
    yield _pretty({"version": VERSION, "documents": documents, "summary": _summary(summary)})


def check_jsonl(reports: Iterable[Report]) -> Iterator[str]:
    """One line a document."""
    for report in reports:
        yield _line({"version": VERSION, **_document(report)})


def extract_json(found: Iterable[tuple[Document, Sequence[Mention]]]) -> Iterator[str]:
    """One object for the whole run."""
    yield _pretty({"version": VERSION, "documents": [_extracted(*pair) for pair in found]})


def extract_jsonl(found: Iterable[tuple[Document, Sequence[Mention]]]) -> Iterator[str]:
    """One line a document."""
    for pair in found:
        yield _line(_extracted(*pair))


def mention_record(mention: Mention) -> dict[str, Any]:
    """A mention with the fields of the contract, numbers as strings."""
    quantity = mention.quantity
    low, high, low_inclusive, high_inclusive = bounds(quantity)
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "core_start": mention.core_start,
        "core_end": mention.core_end,
        "kind": quantity.kind,
        "value": value_text(quantity),
        "low": low,
        "high": high,
        "low_inclusive": low_inclusive,
        "high_inclusive": high_inclusive,
        "unit": quantity.unit.symbol if quantity.unit else None,
        "unit_code": quantity.unit.code if quantity.unit else None,
        "hedge": quantity.hedge,
    }


def _extracted(document: Document, mentions: Sequence[Mention]) -> dict[str, Any]:
    return {"version": VERSION, "path": document.path, "mentions": [mention_record(mention) for mention in mentions]}


def _document(report: Report) -> dict[str, Any]:
    document = report.analysis.document
    lines = Lines(document.text)
    title = document.masthead.title
    return {
        "path": document.path,
        "title": title.value if title else None,
        "date": document.date.isoformat() if document.date else None,
        "findings": [{**_finding(finding, lines), **_source(finding, document)} for finding in report.findings],
        "figures": {**_figures(summed(report)), "items": [_item(figure) for figure in report.figures]},
    }


def _finding(finding: Finding, lines: Lines) -> dict[str, Any]:
    line, column = lines.at(finding.start)
    end_line, end_column = lines.at(finding.end)
    fix = finding.fix
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": finding.text,
        "expected": finding.expected,
        "evidence": [evidence_record(evidence) for evidence in finding.evidence],
        "fix": fix and fix_record(fix),
    }


def _source(finding: Finding, document: Document) -> dict[str, Any]:
    """Where in the file the finding stands, for formats in which that is not its place in the text."""
    if document.format in ("text", "markdown"):
        return {}
    match source_place(document, finding.start):
        case LinePlace(line, column):
            return {"source": {"line": line, "column": column}}
        case WordPlace(part, paragraph):
            return {"source": {"part": part, "paragraph": paragraph}}
        case PagePlace(page):
            return {"source": {"page": page}}
        case None:
            return {"source": None}


def fix_record(fix: Fix) -> dict[str, Any]:
    """A fix with the fields of the contract."""
    return {"start": fix.start, "end": fix.end, "replacement": fix.replacement, "safe": fix.safe}


def evidence_record(evidence: Evidence) -> dict[str, Any]:
    """A piece of evidence with the fields of the contract."""
    match evidence:
        case FactEvidence():
            return {
                "kind": "fact",
                "ledger": evidence.ledger,
                "line": evidence.line,
                "id": evidence.id,
                "value": evidence.value,
                "as_of": evidence.as_of,
                "source": evidence.source,
            }
        case SpanEvidence():
            return {"kind": "span", "start": evidence.start, "end": evidence.end, "text": evidence.text}
        case Derivation():
            return {"kind": "derivation", "text": evidence.text}


def _item(figure: Figure) -> dict[str, Any]:
    mention, target = figure.mention, figure.link.target if figure.link else None
    fact = target.id if isinstance(target, Fact) else target.name if target else None
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "status": figure.status,
        "fact": fact,
    }


def _figures(summary: Summary) -> dict[str, int]:
    return {"total": sum(summary.figures.values()), **{status: summary.figures[status] for status in STATUSES}}


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "documents": summary.documents,
        "unreadable": summary.unreadable,
        "findings": {"total": sum(summary.findings.values()), **summary.findings},
        "figures": _figures(summary),
    }


def _pretty(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).translate(_BREAKS) + "\n"
