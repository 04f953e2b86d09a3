"""What the founding page and our own samples must give: issue by issue, as an editor would ask for it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from figcheck import documents, pipeline
from figcheck.model import Finding, Ledger, Mention, Report
from figcheck.rulebook import load_rules

SAMPLES = Path(__file__).parents[1] / "samples"

FIGURES: list[tuple[str, str, str | None, str | None, str]] = [
    # text, kind, value, unit, hedge: what the page and our own article about the evening both hold
    ("11月21日", "date", "2024-11-21", None, "exact"),
    ("2024年", "date", "2024", None, "exact"),
    ("第11个年头", "ordinal", "11", "个年头", "exact"),
    ("11月20日晚", "date", "2024-11-20", None, "exact"),
    ("30周年", "duration", "30", "周年", "exact"),
    ("13年", "duration", "13", "年", "exact"),
    ("2018年", "date", "2018", None, "exact"),
    ("300个", "quantity", "300", "个", "exact"),
    ("三周年", "duration", "3", "周年", "exact"),
    ("超过7万名", "quantity", "70000", "名", "over"),
    ("百万条", "quantity", "1000000", "条", "exact"),
    ("11月中旬", "date", "2024-11", None, "exact"),
    ("11亿人次", "quantity", "1100000000", "人次", "exact"),
    ("超过17.5亿元", "money", "1750000000", "元", "over"),
    ("2007年", "date", "2007", None, "exact"),
    ("2024年11月", "date", "2024-11", None, "exact"),
    ("超3万家", "quantity", "30000", "家", "over"),
    ("13万个", "quantity", "130000", "个", "exact"),
    ("超12亿人次", "quantity", "1200000000", "人次", "over"),
    ("335亿元", "money", "33500000000", "元", "exact"),
    ("超10万家", "quantity", "100000", "家", "over"),
]
NO_FIGURES = ("一个", "第一个", "千千万万", "大咖", "90后", "一线", "一方面", "一种", "第三方")


@lru_cache
def _ledger() -> Ledger:
    return pipeline.load_ledger([SAMPLES / "ledger.yaml"])


@lru_cache
def _report(path: Path) -> Report:
    return pipeline.check(documents.load(str(path)), _ledger(), load_rules())


@pytest.fixture(params=["page", "sample"])
def evening(request: pytest.FixtureRequest) -> Path:
    """The real page where it is present, and our own article about the same evening."""
    if request.param == "sample":
        return SAMPLES / "wuzhen-salon.txt"
    page: Path = request.getfixturevalue("shared") / "seed" / "wuzhen-salon.txt"
    return page


def _value(mention: Mention) -> str:
    value = mention.quantity.value
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize(("text", "kind", "value", "unit", "hedge"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figure_is_read(evening: Path, text: str, kind: str, value: str, unit: str | None, hedge: str) -> None:
    document = documents.load(str(evening))
    found = [mention for mention in pipeline.extract(document) if mention.text == text]
    assert found, f"{text} is not found"
    for mention in found:
        assert document.text[mention.start : mention.end] == text
        quantity = mention.quantity
        assert (quantity.kind, _value(mention), quantity.hedge) == (kind, value, hedge)
        assert (quantity.unit.symbol if quantity.unit else None) == unit


@pytest.mark.parametrize("words", NO_FIGURES)
def test_words_that_are_no_claims(evening: Path, words: str) -> None:
    report = _report(evening)
    text = report.analysis.document.text
    at = text.find(words)
    while at >= 0:
        claims = [figure.mention.text for figure in report.figures if at <= figure.mention.core_start < at + len(words)]
        assert not claims, f"{words}: {claims}"
        at = text.find(words, at + 1)


BACKED = (
    "第11个年头 11月20日晚 30周年 13年 三周年 超过7万名 百万条 11亿人次 "
    "超过17.5亿元 2007年 超3万家 13万个 超12亿人次 335亿元 超10万家"
).split()


@pytest.mark.parametrize("text", BACKED)
def test_right_figure_is_backed(evening: Path, text: str) -> None:
    figures = [figure for figure in _report(evening).figures if figure.mention.text == text]
    assert figures and all(figure.status == "backed" and figure.link is not None for figure in figures)


def _brief(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return sorted((finding.name, finding.severity) for finding in findings)


def test_evening_gets_exactly_its_slips(evening: Path) -> None:
    assert _brief(_report(evening).findings) == [
        ("byline-not-listed", "error"),
        ("cutoff-word", "note"),
        ("editor-not-a-name", "error"),
        ("title-not-listed", "error"),
        ("unopened-quote", "warning"),
    ]


def test_evening_without_a_ledger(evening: Path) -> None:
    report = pipeline.check(documents.load(str(evening)), Ledger(), load_rules())
    assert _brief(report.findings) == [
        ("byline-against-dateline", "warning"),
        ("cutoff-word", "note"),
        ("editor-not-a-name", "error"),
        ("title-words-foreign", "warning"),
        ("unopened-quote", "warning"),
    ]


def test_page_says_where(shared: Path) -> None:
    report = _report(shared / "seed" / "wuzhen-salon.txt")
    by_name = {finding.name: finding for finding in report.findings}
    assert by_name["editor-not-a-name"].text == "你曾经为了睡个好觉都做了哪些事情?"
    assert by_name["editor-not-a-name"].expected == "甲某"
    assert by_name["byline-not-listed"].text == "刘少华"
    assert by_name["byline-not-listed"].expected == "方彭依梦"
    assert by_name["unopened-quote"].text.startswith("通过科技点亮")
    assert by_name["cutoff-word"].text == "截止"
    assert all(finding.evidence for name, finding in by_name.items() if name.endswith(("listed", "name")))


def test_planted_article_gets_exactly_its_slips() -> None:
    report = _report(SAMPLES / "library-report.txt")
    text = report.analysis.document.text
    slips = yaml.safe_load((SAMPLES / "library-report.slips.yaml").read_text("utf-8"))
    slips = slips["slips"] if isinstance(slips, dict) else slips
    assert len(slips) >= 8
    spans = [(text.index(slip["text"]), text.index(slip["text"]) + len(slip["text"])) for slip in slips]
    unhit = [
        slip["text"]
        for slip, (start, end) in zip(slips, spans, strict=True)
        if not any(finding.start < end and start < finding.end for finding in report.findings)
    ]
    stray = [
        finding.text
        for finding in report.findings
        if not any(finding.start < end and start < finding.end for start, end in spans)
    ]
    assert not unhit and not stray
    assert len(report.findings) == len(slips)


def test_faultless_article_gets_nothing() -> None:
    report = _report(SAMPLES / "harvest.txt")
    assert report.findings == ()
    assert sum(figure.status == "backed" for figure in report.figures) >= 15
