"""What findings say: in the manner of the article, and in whole words."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from figcheck import documents, pipeline
from figcheck.cases import ledger_of
from figcheck.model import Derivation, Finding, Language, Ledger
from figcheck.rulebook import load_rules
from figcheck.rulebook.manner import as_written

RULES = load_rules()
CASES = Path(__file__).parents[1] / "benchmarks" / "cases"


@pytest.mark.parametrize(
    ("expected", "written", "said"),
    [
        ("第6届", "第五届", "第六届"),
        ("第2届", "第三届", "第二届"),
        ("19周年", "二十周年", "十九周年"),
        ("45年", "五十五个", "四十五年"),
        ("1953年", "一九三五年", "一九五三年"),
        ("15%", "百分之二十五", "百分之十五"),
        ("40%", "三成", "四成"),
        ("75%", "六成五", "七成五"),
        ("4.3个百分点", "五点三个百分点", "四点三个百分点"),
        ("1.5万元", "一万二千元", "一万五千元"),
        ("2个", "三个", "两个"),
        ("2300人", "2600人", "2300人"),
        ("3∶2", "三比一", "3∶2"),
        ("8:00", "七点", "8:00"),
        ("逆差", "顺差", "逆差"),
        ("2010-09", "2012年", "2010年9月"),
        ("2013", "2012年", "2013年"),
        ("2025-10-30", "2025-10-31 19:45", "2025-10-30"),
    ],
)
def test_what_would_be_right_is_written_as_the_article_writes(expected: str, written: str, said: str) -> None:
    assert as_written(expected, written) == said


LEDGER = """
figcheck: 1
facts:
  - {subject: 潮屿银行, measure: 总资产, value: 2314680百万元}
  - {subject: 青芷市, measure: 接待游客, value: 6423700人次}
  - {subject: 汀江市, measure: 旅游收入, value: 36900万元}
events:
  - {name: 潮屿银行“县管校聘”改革启动, aliases: [“县管校聘”改革启动], start: 2017}
credits: {editors: [甲某]}
articles:
  - {title: 一季度的账本, editor: 言午}
"""


@pytest.mark.parametrize(
    ("text", "message", "expected"),
    [
        ("潮屿银行总资产23164.8亿元。", "台账为2314680百万元，合23146.8亿元", "23146.8亿元"),
        ("汀江市实现旅游收入37亿元。", "台账为36900万元，合3.69亿元", "3.69亿元"),
        ("青芷市接待游客超700万人次。", "台账为6423700人次。", "6423700人次"),
    ],
)
def test_a_value_of_the_ledger_in_the_unit_of_the_article(text: str, message: str, expected: str) -> None:
    (finding,) = by_ledger(text)
    assert message in finding.message and finding.expected == expected


def test_what_follows_from_a_figure_that_the_ledger_contradicts_is_not_told_again() -> None:
    text = "青芷市接待游客624.4万人次，旅游总收入52.8亿元，人均花费822元。"
    assert [finding.rule for finding in by_ledger(text)] == ["FL001"]


def test_of_two_editors_the_one_a_character_off_is_told() -> None:
    text = "一季度的账本\n\n全县一季度工业增加值增长较快，重点项目进展顺利。\n\n（责编：言五、邝书）"
    assert [finding.text for finding in by_ledger(text)] == ["言五"]


def by_ledger(text: str) -> list[Finding]:
    document = documents.from_text(text, date=datetime.date(2025, 6, 30))
    findings = pipeline.check(document, ledger_of(LEDGER), RULES).findings
    return [finding for finding in findings if finding.severity == "error"]


def test_quotation_marks_in_quotation_marks_are_single() -> None:
    for finding in told("zh"):
        inside = re.findall("“[^”]*“", finding.message.replace(finding.text, ""))
        assert not inside, finding.message


@lru_cache(maxsize=2)
def told(lang: Language) -> tuple[Finding, ...]:
    """What is found in the benchmark's texts with slips that may be looked at."""
    return tuple(finding for text, date in slips() for finding in found(text, date, lang))


def slips() -> Iterator[tuple[str, str | None]]:
    for path in sorted(CASES.glob("slips-dev[467]-*.jsonl")):
        for case in map(json.loads, path.read_text("utf-8").splitlines()):
            if "slip" in case and int(case["id"].rpartition("-")[2]) % 2:
                yield case["slip"], case["date"]


def found(text: str, date: str | None, lang: Language) -> tuple[Finding, ...]:
    day = datetime.date.fromisoformat(date) if date else None
    return pipeline.check(documents.from_text(text, date=day), Ledger(), RULES, lang).findings


def test_nothing_is_expected_that_stands_there_already() -> None:
    for finding in told("zh"):
        assert finding.expected != finding.text, finding
        assert "“" + finding.text + "”与“" + finding.text + "”" not in finding.message, finding


def test_no_working_says_that_a_figure_is_not_itself() -> None:
    for finding in told("zh"):
        for line in (each.text for each in finding.evidence if isinstance(each, Derivation)):
            made, differs, written = line.rpartition(" ≠ ")
            assert not differs or made.rpartition("= ")[2] != written, line


def test_days_are_said_as_editors_write_them() -> None:
    for finding in told("zh"):
        assert not re.search(r"\d{4}-\d\d-\d\d", finding.message.replace(finding.text, "")), finding.message


def test_english_words_stand_apart() -> None:
    for finding in told("en"):
        words = re.sub("“[^“”]*”", "“”", finding.message)
        assert not re.search(r"[A-Za-z,;:]“|”[A-Za-z(]|[a-z][0-9(]|  |,[^\s\d]", words), finding.message
