"""The formats for other programs: SARIF, GitHub's annotations, JUnit, rdjson; hostile texts and paths in each."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import documents
from figcheck.model import (
    Analysis,
    Derivation,
    Document,
    FactEvidence,
    Finding,
    Fix,
    Report,
    SpanEvidence,
)
from figcheck.reports.github import commands
from figcheck.reports.junit import junit
from figcheck.reports.rdjson import rdjson
from figcheck.reports.sarif import sarif
from figcheck.reports.sourced import Sources
from figcheck.reports.summary import Summary
from figcheck.rulebook import load_rules

SCHEMA = os.environ.get("FIGCHECK_SARIF_SCHEMA")
"""A copy of the published schema of SARIF 2.1.0; `.ci/run` fetches one."""
TEXT = "𠮷：嘉宾1800人，\r\n其中女宾900人。\n"


def report(text: str = TEXT, path: str = "稿件/一.txt", span: tuple[int, int] | None = None) -> Report:
    document = documents.from_text(text, path)
    start, end = span or (4, 8)
    evidence = (
        FactEvidence("台账.yaml", 7, "guests", "1080人", "2024-11", "主办方"),
        SpanEvidence(start, end, text[start:end]),
        Derivation("1800 ≠ 1080"),
    )
    fix = Fix(start, end, "1080", safe=False)
    finding = Finding(
        "FL001", "value-mismatch", "error", "不符：\n100%", start, end, text[start:end], "1080", evidence, fix
    )
    return Report(Analysis(document, (), ()), (finding,), ())


def clean(text: str = "没有数字。\n", path: str = "二.txt") -> Report:
    return Report(Analysis(documents.from_text(text, path), (), ()), (), ())


def sarif_of(reports: Sequence[Report]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(sarif(reports, load_rules, "zh")))
    return found


def counted(reports: Sequence[Report]) -> Summary:
    summary = Summary()
    for each in reports:
        summary.add(each)
    return summary


# --- SARIF -------------------------------------------------------------------------------------------------------


def test_a_sarif_result_says_where_why_and_what_instead() -> None:
    run = sarif_of([report(), clean()])["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "FL001"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E7%A8%BF%E4%BB%B6/%E4%B8%80.txt"
    assert place["region"] == {
        "startLine": 1,
        "startColumn": 5,
        "endLine": 1,
        "endColumn": 9,
        "snippet": {"text": "1800"},
    }
    ledger = result["relatedLocations"][0]["physicalLocation"]
    assert ledger["region"]["startLine"] == 7
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "1080"
    assert change["deletedRegion"]["startColumn"] == 5
    assert len(result["partialFingerprints"]["figcheckFinding/v1"]) == 16


def test_every_rule_of_the_log_has_help() -> None:
    for rule in sarif_of([])["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["help"]["text"] and rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


@pytest.mark.skipif(SCHEMA is None, reason="FIGCHECK_SARIF_SCHEMA names no copy of the published schema")
def test_the_log_is_valid_by_the_published_schema() -> None:
    schema = json.loads(Path(str(SCHEMA)).read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for reports in ([], [clean()], [report(), clean(), report(path="-")]):
        assert [error.message for error in validator.iter_errors(sarif_of(reports))] == []


# --- columns -----------------------------------------------------------------------------------------------------


def test_three_kinds_of_column() -> None:
    """For 𠮷：嘉宾1800 the figure begins at code point 5 and byte 14 of its line."""
    record = json.loads("".join(rdjson([report()])))
    place = record["diagnostics"][0]["location"]["range"]
    assert place == {"start": {"line": 1, "column": 14}, "end": {"line": 1, "column": 18}}
    region = Sources(documents.from_text(TEXT)).region(4, 8)
    assert region == (1, 5, 1, 9)


@given(st.text(alphabet="𠮷一a\r\n\u2028，1", max_size=30), st.data())
@settings(max_examples=100, deadline=None)
def test_rdjson_columns_lead_back_to_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = Document("a.txt", text)
    sources = Sources(document)
    region = sources.region(start, end)
    assert region is not None
    line_start = start - region.column + 1
    assert line_start == 0 or text[line_start - 1] in "\r\n"
    assert sources.bytes_before(region.line, region.column) == len(text[line_start:start].encode())


# --- GitHub ------------------------------------------------------------------------------------------------------


def test_an_annotation_is_one_line_whatever_it_holds() -> None:
    (line,) = commands([report(path="a,b:c\n.txt")])
    assert line == (
        "::error file=a%2Cb%3Ac%0A.txt,line=1,endLine=1,col=5,endColumn=9,title=FL001 value-mismatch"
        "::不符：%0A100%25%0A1800 ≠ 1080\n"
    )


def test_an_annotation_over_several_lines_has_no_columns() -> None:
    (line,) = commands([report(span=(4, 14))])
    assert "line=1,endLine=2,title" in line


# --- JUnit -------------------------------------------------------------------------------------------------------


def test_an_article_is_a_suite_and_a_finding_a_failed_case() -> None:
    reports = [report(), clean()]
    root = ElementTree.fromstring("".join(junit(reports, counted(reports))))
    assert root.attrib == {"name": "figcheck", "tests": "2", "failures": "1", "errors": "0"}
    failed, passed = root.findall("testsuite")
    assert failed.findall("testcase/failure")[0].attrib["message"] == "不符：\n100%"
    assert passed.attrib["failures"] == "0" and len(passed.findall("testcase")) == 1


@given(st.text(max_size=20), st.text(min_size=1, max_size=10))
@settings(max_examples=100, deadline=None)
def test_whatever_an_article_holds_the_formats_can_be_read(text: str, path: str) -> None:
    reports = [report(TEXT[:8] + text, path, (4, 8 + len(text)))]
    ElementTree.fromstring("".join(junit(reports, counted(reports))).encode("utf-8", "surrogatepass"))
    assert len(sarif_of(reports)["runs"][0]["results"]) == 1
    assert len(json.loads("".join(rdjson(reports)))["diagnostics"]) == 1
    (line,) = commands(reports)
    assert line.count("\n") == 1 and "\r" not in line
