"""Reports and rules in, SARIF 2.1.0 out, for code hosts and editors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from figcheck import __version__
from figcheck.fingerprints import fingerprints
from figcheck.model import Document, FactEvidence, Finding, Language, Report, SpanEvidence
from figcheck.rulebook import Rule
from figcheck.wording import say

from .sourced import Region, Sources, message, uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "figcheckFinding/v1"


def sarif(reports: Iterable[Report], judges: Callable[[], Sequence[Rule]], lang: Language) -> Iterator[str]:
    """One log with one run. Columns are counted in code points (`columnKind`).

    `judges` gives the rules that judged; it is asked when the reports are through.
    """
    results: list[dict[str, Any]] = []
    for report in reports:
        results += _results(report, lang)
    rules = judges()
    order = {rule.code: number for number, rule in enumerate(rules)}
    for result in results:
        if result["ruleId"] in order:
            result["ruleIndex"] = order[result["ruleId"]]
    driver = {
        "name": "figcheck",
        "semanticVersion": __version__,
        "version": __version__,
        "rules": [_rule(rule, lang) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN" if lang == "zh" else "en-US",
        "results": results,
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, lang: Language) -> dict[str, Any]:
    explained = rule.explain[lang] or rule.summary[lang]
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary[lang]},
        "fullDescription": {"text": explained},
        "help": {"text": explained, "markdown": explained.replace("\n", "\n\n")},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.code.rstrip("0123456789")]},
    }


def _results(report: Report, lang: Language) -> Iterator[dict[str, Any]]:
    document = report.analysis.document
    sources = Sources(document)
    names = fingerprints(document, report.findings)
    for finding, name in zip(report.findings, names, strict=True):
        yield {
            "ruleId": finding.rule,
            "level": finding.severity,
            "message": {"text": message(finding)},
            "locations": [_location(document, sources, finding.start, finding.end)],
            **_related(finding, document, sources, lang),
            **_fixes(finding, document, sources, lang),
            "partialFingerprints": {FINGERPRINT: name},
        }


def _location(document: Document, sources: Sources, start: int, end: int) -> dict[str, Any]:
    region = sources.region(start, end)
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(document.path)}}
    if region is not None:
        place["region"] = {**_region(region), "snippet": {"text": document.text[start:end]}}
    return {"physicalLocation": place}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _related(finding: Finding, document: Document, sources: Sources, lang: Language) -> dict[str, Any]:
    """Other places of the article, and the ledger's entry, that speak for the verdict."""
    found = []
    for evidence in finding.evidence:
        match evidence:
            case SpanEvidence():
                place = _location(document, sources, evidence.start, evidence.end)
                found.append({**place, "message": {"text": evidence.text}})
            case FactEvidence():
                physical = {
                    "artifactLocation": {"uri": uri(evidence.ledger)},
                    "region": {"startLine": max(1, evidence.line)},
                }
                text = say("reports.sarif.fact", lang, id=evidence.id, value=evidence.value)
                found.append({"physicalLocation": physical, "message": {"text": text}})
    numbered = [{"id": number, **each} for number, each in enumerate(found)]
    return {"relatedLocations": numbered} if numbered else {}


def _fixes(finding: Finding, document: Document, sources: Sources, lang: Language) -> dict[str, Any]:
    fix = finding.fix
    region = sources.replaceable(fix.start, fix.end) if fix is not None else None
    if fix is None or region is None:
        return {}
    key = "reports.sarif.safe" if fix.safe else "reports.sarif.unsafe"
    change = {
        "artifactLocation": {"uri": uri(document.path)},
        "replacements": [{"deletedRegion": _region(region), "insertedContent": {"text": fix.replacement}}],
    }
    return {"fixes": [{"description": {"text": say(key, lang)}, "artifactChanges": [change]}]}
