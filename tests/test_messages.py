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
from figcheck.model import Finding, Language, Ledger
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
    ],
)
def test_what_would_be_right_is_written_as_the_article_writes(expected: str, written: str, said: str) -> None:
    assert as_written(expected, written) == said


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


def test_days_are_said_as_editors_write_them() -> None:
    for finding in told("zh"):
        assert not re.search(r"\d{4}-\d\d-\d\d", finding.message.replace(finding.text, "")), finding.message


def test_english_words_stand_apart() -> None:
    for finding in told("en"):
        words = re.sub("“[^“”]*”", "“”", finding.message)
        assert not re.search(r"[A-Za-z,;:]“|”[A-Za-z(]|[a-z][0-9(]|  |,[^\s\d]", words), finding.message
