"""Traditional Chinese is read by the words of the Simplified tables, and comes out as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.data.traditional import SIMPLIFIED, TRADITIONAL
from figcheck.documents import from_text
from figcheck.mentions import find_mentions
from figcheck.model import Ledger, SpanEvidence
from figcheck.pipeline import check
from figcheck.rulebook import load_rules
from figcheck.traditional import folded, is_traditional, plainly

PAGES = st.text("記者林書豪／台中報導〔〕（）責任編輯：來源人民網\n 2024-05-17增長了萬億個，。國會", max_size=80)


def test_the_table_is_one_to_one() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


def test_simplified_text_is_left_alone() -> None:
    text = "全国粮食总产量13908.2亿斤，比上年增长1.6%。"
    assert folded(text) is text
    assert not is_traditional(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("共3人,其中女性1人(含实习生)。", "共3人，其中女性1人（含实习生）。"),
        ("收入1,234万元;以3:2获胜", "收入1,234万元；以3:2获胜"),
        ("今天10:30开门", "今天10:30开门"),
        ("责编:李明", "责编：李明"),
        ("Hello, world (again): ok?", "Hello, world (again): ok?"),
        ("见 https://a.cn/b?c=1,2", "见 https://a.cn/b?c=1,2"),
    ],
)
def test_rules_read_the_stops_of_english_as_those_of_chinese(written: str, plain: str) -> None:
    assert plainly(written) == plain


@settings(deadline=None)
@given(PAGES)
def test_offsets_stay_and_what_is_read_is_as_written(text: str) -> None:
    assert len(folded(text)) == len(text)
    document = from_text(text)
    masthead = document.masthead
    for field in (*masthead.byline, *masthead.editors, *(each for each in (masthead.title, masthead.source) if each)):
        assert field.value in (
            text[field.span.start : field.span.end],
            "".join(text[field.span.start : field.span.end].split()),
        )
    for mention in find_mentions(document):
        assert mention.text == text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("記者林書豪報導，全縣去年出生１２８６人，死亡１４２３人，人口自然減少１７３人。", "１７３人"),
        ("全县去年出生１２８６人，死亡１４２３人，人口自然减少１７３人。", "１７３人"),
        ("記者林書豪報導，2025年2月30日舉行。", "2月30日"),
    ],
)
def test_slips_are_found_and_told_in_the_characters_of_the_text(text: str, found: str) -> None:
    report = check(from_text(text), Ledger(), load_rules())
    (finding,) = (each for each in report.findings if each.severity == "error")
    assert found in finding.text and finding.text == text[finding.start : finding.end]
    assert found in finding.message
    for evidence in finding.evidence:
        if isinstance(evidence, SpanEvidence):
            assert evidence.text == text[evidence.start : evidence.end]
