"""Reports in, JUnit's XML out: an article is a suite, a finding a failed case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from figcheck import expressions as re
from figcheck.model import Derivation, FactEvidence, Finding, Report, SpanEvidence

from .sourced import Sources
from .summary import Summary

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold, escaped or not."""


def junit(reports: Iterable[Report], summary: Summary) -> Iterator[str]:
    """One document; `summary` is read when the reports are through."""
    suites = ["".join(_suite(report)) for report in reports]
    cases = sum(summary.findings.values())
    faultless = sum("<failure" not in suite for suite in suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="figcheck" tests="{cases + faultless}" failures="{cases}" errors="0">\n'
    yield from suites
    yield "</testsuites>\n"


def _suite(report: Report) -> Iterator[str]:
    document = report.analysis.document
    sources = Sources(document)
    cases = [_case(finding, document.path, sources) for finding in report.findings]
    tests = len(cases) or 1
    if not cases:
        cases = [f"    <testcase name={_attribute('figcheck')} classname={_attribute(document.path)}/>\n"]
    opening = f"  <testsuite name={_attribute(document.path)} tests={_attribute(str(tests))}"
    yield f"{opening} failures={_attribute(str(len(report.findings)))} errors={_attribute('0')}>\n"
    yield from cases
    yield "  </testsuite>\n"


def _case(finding: Finding, path: str, sources: Sources) -> str:
    region = sources.region(finding.start, finding.end)
    place = f"{path}:{region.line}:{region.column}" if region is not None else path
    name = f"{finding.rule} {finding.name} {place}"
    line = f" line={_attribute(str(region.line))}" if region is not None else ""
    opening = f"    <testcase name={_attribute(name)} classname={_attribute(path)} file={_attribute(path)}{line}>\n"
    failure = f"      <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
    return f"{opening}{failure}{_text(chr(10).join(_told(finding)))}</failure>\n    </testcase>\n"


def _told(finding: Finding) -> Iterator[str]:
    yield finding.text
    for evidence in finding.evidence:
        match evidence:
            case FactEvidence():
                yield f"{evidence.ledger}:{evidence.line}: {evidence.id} = {evidence.value}"
            case SpanEvidence():
                yield evidence.text
            case Derivation():
                yield evidence.text


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
