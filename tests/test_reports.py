"""What editors and programs read: model values in by hand, the pages out."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from figcheck import wording
from figcheck.model import (
    Analysis,
    Block,
    Claim,
    Derivation,
    Document,
    Event,
    Fact,
    FactEvidence,
    Field,
    Figure,
    Finding,
    Fix,
    Hedge,
    Kind,
    Language,
    Link,
    Masthead,
    Mention,
    Period,
    Place,
    Quantity,
    Reason,
    Report,
    Severity,
    Span,
    SpanEvidence,
    Stamp,
    Status,
    Unit,
)
from figcheck.reports import as_json, explain, rules, table, terminal
from figcheck.reports.places import Lines, around, carets, sentence
from figcheck.reports.screen import cut, draw, safe, width, wrap
from figcheck.reports.summary import Summary
from figcheck.reports.terminal import View
from figcheck.rulebook import Case, Rule

DONATED = "截至2024年11月，超12亿人次为公益项目筹集385亿元善款。"
ARTICLE = f"公益沙龙在乌镇举行\n2024-11-21\n　　平台入驻3万家机构。{DONATED}此外还有300个项目。\n"
YUAN = Unit("元", "money:CNY", code="CNY")
MONTH = Period(datetime.date(2024, 11, 1), datetime.date(2024, 11, 30), "2024-11")
FACT = Fact(
    id="raised",
    subject="腾讯公益",
    measures=("善款",),
    value=Quantity("money", Decimal(33500000000), unit=YUAN),
    written="335亿元",
    place=Place("台账.yaml", 7),
    as_of=MONTH,
    source="公开数据",
)


def at(words: str, text: str = ARTICLE) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article(text: str = ARTICLE, path: str = "稿件.txt") -> Document:
    title = Field(text.split("\n")[0], Span(0, text.index("\n")))
    return Document(
        path,
        text,
        (Block("title", title.span),),
        Masthead(title=title),
        datetime.date(2024, 11, 21),
        "masthead",
    )


def mention(words: str, quantity: Quantity, text: str = ARTICLE) -> Mention:
    span = at(words, text)
    return Mention(span.start, span.end, words, span.start, span.end, quantity)


PEOPLE = mention(
    "超12亿人次", Quantity("quantity", Decimal(1200000000), unit=Unit("人次", "counter:人次"), hedge="over")
)
MONEY = mention(
    "385亿元",
    Quantity("money", Decimal(38500000000), unit=YUAN, step=Decimal(100000000), judged=Decimal(100000000)),
)
HOUSES = mention("3万家", Quantity("quantity", Decimal(30000), unit=Unit("家", "counter:家", counts=True)))
CLAIM = Claim(
    MONEY,
    sentence=at(DONATED),
    clause=at("超12亿人次为公益项目筹集385亿元善款"),
    before=at("为公益项目筹集"),
    after=at("善款"),
    paragraph=at(DONATED),
    period=MONTH,
    period_origin="carried",
)
MISMATCH = Finding(
    "FL001",
    "value-mismatch",
    "error",
    "“385亿元”与台账“335亿元”不符。",
    MONEY.start,
    MONEY.end,
    MONEY.text,
    expected="335亿元",
    evidence=(
        FactEvidence("台账.yaml", 7, "raised", "335亿元", "2024-11", "公开数据"),
        SpanEvidence(HOUSES.start, HOUSES.end, "3万家"),
        Derivation("335亿元 × 1 = 335亿元"),
    ),
    fix=Fix(MONEY.start, MONEY.end, "335亿元", safe=False),
)


def report(
    findings: Iterable[Finding] = (),
    figures: Iterable[Figure] = (),
    document: Document | None = None,
    claims: tuple[Claim, ...] = (CLAIM,),
) -> Report:
    figures = tuple(figures)
    found = tuple(figure.mention for figure in figures)
    return Report(Analysis(document or article(), found, claims), tuple(findings), figures)


FULL = report(
    [MISMATCH],
    [
        Figure(HOUSES, "unverified", reason=None),
        Figure(PEOPLE, "backed", Link(CLAIM, FACT, "value", FACT.value, True)),
        Figure(MONEY, "contradicted", Link(CLAIM, FACT, "value", FACT.value, True)),
    ],
)


def read(*reports: Report, unreadable: int = 0, view: View | None = None) -> str:
    summary = Summary()

    def counted() -> Iterable[Report]:
        for each in reports:
            summary.add(each)
            yield each
        summary.unreadable = unreadable

    return "".join(terminal.render(counted(), summary, view or View()))


# --- what a terminal may see ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("普通文字，“引号”　全角空格", "普通文字，“引号”　全角空格"),
        ("红\x1b[31m字", "红\\x1b[31m字"),
        ("倒\u202e序\u2069", "倒\\u202e序\\u2069"),
        ("零宽\u200b空格\ufeff", "零宽\\u200b空格\\ufeff"),
        ("换\r\n行\t制表\x85\u2028", "换\\r\\n行 制表\\x85\\u2028"),
        ("残\udc80缺", "残\\udc80缺"),
        ("标签\U000e0041", "标签\\U000e0041"),
        ("[b]不是标记[/a]", "[b]不是标记[/a]"),
    ],
)
def test_text_is_made_safe_for_a_terminal(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_safe_text_is_printable_encodable_and_stays_as_it_is(text: str) -> None:
    shown = safe(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    shown.encode("utf-8")
    assert safe(shown) == shown


@given(st.text(st.sampled_from("汉字〇㎡％，。：“”‘’（）《》【】—…·、￥￡°℃①Ⅳ½αяé한カｶ𠮷🎉12.5% aZ　")))
def test_cells_are_counted_as_rich_counts_them(text: str) -> None:
    assert width(text) == sum(cell_len(char) for char in text)


@given(st.text(), st.integers(2, 40))
def test_a_cut_text_fits(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


def test_lines_are_wrapped_by_cells_and_none_opens_with_a_closing_mark() -> None:
    assert wrap("一二三四，五 figcheck 六", 8) == ["一二三四，", "五", "figcheck", "六"]


def test_colour_surrounds_text_that_was_made_safe_first() -> None:
    assert draw([(("\x1b[0m坏", "error"), "好")], colour=True) == "\x1b[1;31m\\x1b[0m坏\x1b[0m好\n"
    assert draw([(("\x1b[0m坏", "error"), "好")], colour=False) == "\\x1b[0m坏好\n"


# --- places --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("ab\ncd", 0, (1, 1)), ("ab\ncd", 3, (2, 1)), ("ab\r\ncd", 4, (2, 1)), ("a\rb", 2, (2, 1)), ("𠮷：1", 2, (1, 3))],
)
def test_places_count_lines_and_code_points_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Lines(text).at(offset) == place


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("前一句。他说：“有30家。”后一句。", "30家", "他说：“有30家。”"),
        ("题目\n　　首句有30家\n下段", "30家", "首句有30家"),
        ("一共30家！末句", "30家！", "一共30家！"),
        ("甲有30家。乙有40家。丙", "30家。乙有40", "甲有30家。乙有40家。"),
        ("30", "30", "30"),
    ],
)
def test_the_sentence_of_a_span(text: str, words: str, whole: str) -> None:
    span = sentence(text, at(words, text))
    assert text[span.start : span.end] == whole


@given(st.text("汉字，。1a\u200b\n", min_size=1), st.data())
def test_an_excerpt_holds_the_span_and_its_carets_stand_under_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end)
    before, marked, after = around(text, span, sentence(text, span), 40)
    assert marked == cut(text[start:end], 40)
    rows = carets(before, marked, after, 20)
    assert all(width(row) <= 20 and width(under) <= max(width(row), 1) for row, under in rows)
    assert sum(under.count("^") for _, under in rows) == width(marked or (after[:1] or " "))
    assert "".join(row for row, _ in rows).rstrip() == (before + marked + after).rstrip()


def test_a_long_sentence_is_cut_around_the_span() -> None:
    text = "甲" * 200 + "30家" + "乙" * 200 + "。"
    before, marked, after = around(text, at("30家", text), sentence(text, at("30家", text)), 40)
    assert (before[0], marked, after[-1]) == ("…", "30家", "…")
    assert 36 <= width(before + marked + after) <= 42


# --- the terminal report -----------------------------------------------------------------------------------


def test_a_finding_tells_where_what_on_whose_word_and_how_to_mend_it() -> None:
    assert read(FULL) == (
        "稿件.txt\n"
        "  《公益沙龙在乌镇举行》\n"
        "  2024-11-21（取自报头）\n"
        "\n"
        "错误 FL001 value-mismatch  稿件.txt:3:37\n"
        "  “385亿元”与台账“335亿元”不符。\n"
        "   3 | 截至2024年11月，超12亿人次为公益项目筹集385亿元善款。\n"
        "     |                                         ^^^^^^^\n"
        "  原文  385亿元\n"
        "  应为  335亿元\n"
        "  台账  台账.yaml:7  raised = 335亿元（2024-11），来源：公开数据\n"
        "  本文  稿件.txt:3:7  “3万家”\n"
        "  推算  335亿元 × 1 = 335亿元\n"
        "  改法  把“385亿元”改为“335亿元”（改前请核实）\n"
        "\n"
        "  数字 3 处：有据 1，不符 1，不可比 0，待核 1（--show unverified 列出待核的）\n"
        "  问题 1 处：错误 1，警告 0，提示 0\n"
    )


def test_carets_stand_under_the_span_in_terminal_cells() -> None:
    lines = read(FULL).splitlines()
    row = next(number for number, line in enumerate(lines) if "^" in line)
    quoted, under = lines[row - 1], lines[row]
    assert cell_len(quoted[: quoted.index("385亿元")]) == under.index("^")
    assert cell_len("385亿元") == under.count("^")


def test_the_report_speaks_english_when_asked() -> None:
    page = read(FULL, view=View("en"))
    assert "error FL001 value-mismatch" in page
    assert "  expected  335亿元\n" in page
    assert "figures: 3 (1 backed, 1 contradicted, 0 not comparable, 1 unverified)" in page


def test_figures_are_listed_in_their_clause_with_the_reason() -> None:
    page = read(FULL, view=View(show=frozenset({"unverified", "contradicted"})))
    assert "  3:7  待核  平台入驻【3万家】机构。\n      台账里没有可以对照的条目\n" in page
    assert "【385亿元】善款\n      据 台账.yaml:7 腾讯公益：335亿元（2024-11）\n" in page
    assert "【超12亿人次】" not in page
    assert "--show" not in page


def test_an_event_speaks_for_a_figure_too() -> None:
    event = Event("乌镇峰会", Place("台账.yaml", 12))
    link = Link(CLAIM, event, "edition", Quantity("ordinal", Decimal(11), unit=Unit("届", "counter:届")), True)
    page = read(report(figures=[Figure(MONEY, "backed", link)]), view=View(show=frozenset({"backed"})))
    assert "据 台账.yaml:12 乌镇峰会：11 届" in page


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [
        ([], "未发现问题；文中没有数字。"),
        (["backed", "backed"], "未发现问题：2 处数字，处处有据。"),
        (["backed", "unverified"], "未发现问题：2 处数字中 1 处有据，1 处还须人工核对。"),
        (["unverified"], "未发现问题，但 1 处数字都还没有台账可据，须人工核对。"),
    ],
)
def test_a_faultless_article_is_told_what_was_backed(statuses: list[Status], verdict: str) -> None:
    figures = [Figure(each, status) for each, status in zip((PEOPLE, MONEY), statuses, strict=False)]
    assert verdict in read(report(figures=figures))


def test_several_documents_are_summed_up_and_unreadable_ones_counted() -> None:
    page = read(FULL, report(), unreadable=2)
    assert "合计 2 篇\n" in page
    assert "未能核对的文件 2 个" in page
    assert "合计" not in read(FULL)


def test_quiet_keeps_the_findings_only() -> None:
    page = read(FULL, report(), unreadable=1, view=View(quiet=True))
    assert "FL001" in page
    assert "数字 3 处" not in page
    assert "合计" not in page
    assert read(report(), view=View(quiet=True)) == ""


def test_nothing_of_the_article_is_markup_or_reaches_the_terminal_raw() -> None:
    text = "题\x1b]0;x\x07[b]目[/a]\n正文\u202e有[red]30[/red]家[/b]。\n"
    span = at("30", text)
    slip = Finding("FN1", "n", "note", text, span.start, span.end, "30")
    page = read(report([slip], document=article(text, "坏\x1b[2J名.txt"), claims=()), view=View(colour=True))
    assert "\\u202e有[red]30[/red]家[/b]。" in page
    assert "坏\\x1b[2J名.txt" in page
    assert "\x07" not in page
    assert "\u202e" not in page
    assert {code.split("m")[0] for code in page.split("\x1b[")[1:]} <= {"1;36", "1;31", "1", "2", "0", "32"}


def test_without_colour_there_are_no_escape_codes() -> None:
    assert "\x1b" not in read(FULL)
    assert "\x1b[1;31m错误\x1b[0m" in read(FULL, view=View(colour=True))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("截止", "截至", "把“截止”改为“截至”（可直接改）"),
        ("", "“", "补上““”（可直接改）"),
        ("的", "", "删去“的”（可直接改）"),
    ],
)
def test_a_fix_replaces_inserts_or_deletes(old: str, new: str, told: str) -> None:
    text = f"题\n甲{old}乙。"
    slip = Finding("FN1", "n", "note", "…", 3, 3 + len(old), old, None, (), Fix(3, 3 + len(old), new, True))
    assert told in read(report([slip], document=article(text), claims=()))


def test_findings_come_in_the_order_of_the_text() -> None:
    late = Finding("FA001", "late", "note", "后", 40, 41, ARTICLE[40])
    early = Finding("FM001", "early", "note", "前", 0, 2, ARTICLE[:2])
    page = read(report([late, early]))
    assert page.index("early") < page.index("late")


# --- JSON ----------------------------------------------------------------------------------------------------


def as_objects(chunks: Iterable[str]) -> list[dict[str, object]]:
    text = "".join(chunks)
    assert text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def whole(chunks: Iterable[str]) -> dict[str, object]:
    loaded = json.loads("".join(chunks))
    assert isinstance(loaded, dict)
    return loaded


def test_json_has_the_fields_of_the_contract_in_their_order() -> None:
    summary = Summary()
    summary.add(FULL)
    found = whole(as_json.check_json([FULL], summary))
    assert list(found) == ["version", "documents", "summary"]
    document = found["documents"][0]  # type: ignore[index]
    assert list(document) == ["path", "title", "date", "findings", "figures"]
    assert (document["path"], document["title"], document["date"]) == ("稿件.txt", "公益沙龙在乌镇举行", "2024-11-21")
    finding = document["findings"][0]
    assert list(finding) == [
        *("rule", "name", "severity", "message", "start", "end", "line", "column", "end_line", "end_column"),
        *("text", "expected", "evidence", "fix"),
    ]
    assert [finding[key] for key in ("line", "column", "end_line", "end_column")] == [3, 37, 3, 42]
    assert finding["evidence"] == [
        {
            "kind": "fact",
            "ledger": "台账.yaml",
            "line": 7,
            "id": "raised",
            "value": "335亿元",
            "as_of": "2024-11",
            "source": "公开数据",
        },
        {"kind": "span", "start": HOUSES.start, "end": HOUSES.end, "text": "3万家"},
        {"kind": "derivation", "text": "335亿元 × 1 = 335亿元"},
    ]
    assert finding["fix"] == {"start": MONEY.start, "end": MONEY.end, "replacement": "335亿元", "safe": False}
    figures = document["figures"]
    assert {key: figures[key] for key in ("total", "backed", "contradicted", "not_comparable", "unverified")} == {
        "total": 3,
        "backed": 1,
        "contradicted": 1,
        "not_comparable": 0,
        "unverified": 1,
    }
    assert figures["items"][2] == {
        "start": MONEY.start,
        "end": MONEY.end,
        "text": "385亿元",
        "status": "contradicted",
        "fact": "raised",
    }
    assert figures["items"][0]["fact"] is None
    assert found["summary"] == {
        "documents": 1,
        "unreadable": 0,
        "findings": {"total": 1, "error": 1, "warning": 0, "note": 0},
        "figures": {"total": 3, "backed": 1, "contradicted": 1, "not_comparable": 0, "unverified": 1},
    }


def test_json_keeps_chinese_as_it_is_and_is_the_same_every_time() -> None:
    once, again = ("".join(as_json.check_jsonl([FULL, FULL])) for _ in range(2))
    assert once == again
    assert "公益沙龙" in once
    assert [line["version"] for line in as_objects([once])] == [1, 1]


def test_a_line_of_jsonl_is_one_line_for_every_reader() -> None:
    text = "题\u2028目\x85\n正文。"
    found = "".join(as_json.check_jsonl([report(document=article(text), claims=())]))
    assert len(found.splitlines()) == 1
    assert json.loads(found)["title"] == "题\u2028目\x85"


NOTHING = (None, None, False, False)


@pytest.mark.parametrize(
    ("quantity", "value", "ends"),
    [
        (PEOPLE.quantity, "1200000000", ("1200000000", "1300000000", False, True)),
        (
            Quantity("percent", Decimal("5.2"), step=Decimal("0.1"), judged=Decimal("0.1")),
            "5.2",
            ("5.15", "5.25", True, True),
        ),
        (Quantity("number", Fraction(1, 3), judged=Decimal(0)), "1/3", ("1/3", "1/3", True, True)),
        (Quantity("number", Decimal(-5), judged=Decimal(1)), "-5", ("-5.5", "-4.5", True, True)),
        (Quantity("quantity", Decimal(300), hedge="under"), "300", (None, "300", False, False)),
        (Quantity("number", None, Decimal(3), Decimal(5), judged=Decimal(0)), None, ("3", "5", True, True)),
        (Quantity("number", None, Decimal(100000), None, hedge="vague"), None, ("100000", None, True, False)),
        (Quantity("date", Stamp(2024, 11, 20)), "2024-11-20", NOTHING),
        (
            Quantity("date", None, Stamp(2024, 11, 11), Stamp(2024, 11, 20)),
            None,
            ("2024-11-11", "2024-11-20", True, True),
        ),
        (Quantity("time", Stamp(clock="19:30")), "19:30", NOTHING),
        (Quantity("score", "5:0"), "5:0", NOTHING),
    ],
)
def test_a_mention_carries_value_and_bounds_as_strings(
    quantity: Quantity, value: str | None, ends: tuple[str | None, str | None, bool, bool]
) -> None:
    found = as_json.mention_record(Mention(0, 1, "x", 0, 1, quantity))
    assert found["value"] == value
    assert (found["low"], found["high"], found["low_inclusive"], found["high_inclusive"]) == ends


@given(st.fractions(max_denominator=10**6))
def test_bounds_are_exact(number: Fraction) -> None:
    quantity = Quantity("number", None, number, number, judged=Decimal(0))
    assert Fraction(str(as_json.mention_record(Mention(0, 1, "x", 0, 1, quantity))["low"])) == number


FIELDS = [
    *("start", "end", "text", "core_start", "core_end", "kind", "value", "low", "high"),
    *("low_inclusive", "high_inclusive", "unit", "unit_code", "hedge"),
]


def test_extract_is_the_same_in_json_jsonl_and_csv() -> None:
    found = [(article(), (PEOPLE, MONEY)), (article(path="=另,一\n篇"), ())]
    lines = as_objects(as_json.extract_jsonl(found))
    assert whole(as_json.extract_json(found)) == {"version": 1, "documents": lines}
    first = lines[0]["mentions"][1]  # type: ignore[index]
    assert list(lines[0]) == ["version", "path", "mentions"]
    assert list(first) == FIELDS
    assert (first["unit"], first["unit_code"], first["kind"], first["hedge"]) == ("元", "CNY", "money", "exact")
    rows = list(csv.DictReader(io.StringIO("".join(table.extract_csv(found)))))
    assert list(rows[0]) == ["path", *FIELDS]
    assert rows[1]["low_inclusive"] == "true"
    assert rows[1]["text"] == "385亿元"
    assert rows[0]["unit_code"] == ""


def test_the_table_shows_brackets_as_they_are_and_stays_on_its_lines_in_a_pipe() -> None:
    odd = mention("3万家", Quantity("quantity", Decimal(3), unit=Unit("[/b]" + "长" * 200, "counter:x")))
    page = "".join(table.extract_table([(article(), (odd,))], "zh", colour=False, cells=None))
    assert "[/b]" + "长" * 200 in page
    assert len(page.splitlines()) == 3
    assert "\x1b" not in page


def test_the_table_folds_in_a_terminal() -> None:
    odd = mention("3万家", Quantity("quantity", Decimal(3), unit=Unit("长" * 200, "counter:x")))
    page = "".join(table.extract_table([(article(), (odd,))], "zh", colour=True, cells=80))
    assert "\x1b[1m" in page
    assert max(cell_len(line) for line in re.sub(r"\x1b\[\d+m", "", page).splitlines()) <= 80
    assert page.count("长") == 200


# --- rules ---------------------------------------------------------------------------------------------------


def both(chinese: str, english: str) -> dict[Language, str]:
    return {"zh": chinese, "en": english}


LEDGER = "figcheck: 1\nfacts: []\n"
CARD = Rule(
    code="FL001",
    name="value-mismatch",
    severity="error",
    check="against_ledger.outside_fact",
    summary=both("数字与台账不符", "differs from the ledger"),
    message=both("“{written}”与台账不符。", "“{written}” differs."),
    explain=both("查什么：[b]数字\n何时放行：相符", "What: figures"),
    options={"slack": "0"},
    words={},
    cases=(
        Case("hit", "产量为13980.2亿斤。", ((3, 10),), "产量为13908.2亿斤。", LEDGER, "2024-12-31"),
        Case("clean", "产量近1.4万亿斤。", (), None, LEDGER),
    ),
    path="FL001-value-mismatch.yaml",
)


def test_a_card_is_shown_in_full() -> None:
    assert rules.cards([CARD], "zh", colour=False) == (
        "FL001 value-mismatch  错误\n"
        "数字与台账不符\n"
        "\n"
        "  查什么：[b]数字\n"
        "  何时放行：相符\n"
        "\n"
        "报告\n"
        "  “{written}”与台账不符。\n"
        "\n"
        "选项\n"
        "  slack = 0\n"
        "\n"
        "台账\n"
        "  figcheck: 1\n"
        "  facts: []\n"
        "\n"
        "例子\n"
        "  应报  产量为<<13980.2>>亿斤。\n"
        "    改为  产量为13908.2亿斤。\n"
        "    日期  2024-12-31\n"
        "  放行  产量近1.4万亿斤。\n"
    )


def test_a_case_with_a_ledger_of_its_own_shows_it() -> None:
    page = rules.cards([replace(CARD, cases=(*CARD.cases, Case("clean", "无台账。", ())))], "zh", colour=False)
    assert page.count("    台账\n        figcheck: 1\n        facts: []\n") == 2


def test_cards_are_listed_with_one_line_each() -> None:
    assert rules.catalogue([CARD, CARD], "en", colour=False, cells=None).splitlines() == [
        "code   name            severity  what it looks for",
        *["FL001  value-mismatch  error     differs from the ledger"] * 2,
    ]


# --- explain -------------------------------------------------------------------------------------------------


def test_explain_tells_the_five_values() -> None:
    page = explain.render(FULL, "zh")
    assert page.startswith("文章  稿件.txt\n  公益沙龙在乌镇举行\n  2024-11-21（取自报头）\n")
    assert (
        "[3] 3:37  385亿元  不符\n"
        "  数字  金额，确数，38500000000 元\n"
        "        数词 385亿元  末位代表 100000000，按 100000000 的精度判\n"
        "        容许 [38450000000, 38550000000]\n"
        "  断言  小句“超12亿人次为公益项目筹集385亿元善款”\n"
        "        往前看“为公益项目筹集”，往后看“善款”\n"
        "        时间 2024-11（承接前文）  水平值\n"
        "  依据  据 台账.yaml:7 腾讯公益：335亿元（2024-11）\n"
        "  判断  错误 FL001 value-mismatch  “385亿元”与台账“335亿元”不符。\n"
    ) in page


def test_explain_says_why_nothing_was_compared() -> None:
    page = explain.render(report(figures=[Figure(HOUSES, "unverified", reason=Reason("reports.no_mentions"))]), "zh")
    assert "  断言  不作为断言\n  依据  没有数字\n" in page


def test_explain_keeps_findings_about_no_figure() -> None:
    slip = Finding("FM001", "editor", "error", "责编不像人名", 0, 4, ARTICLE[:4])
    page = explain.render(report([slip], [Figure(MONEY, "unverified")]), "zh")
    assert page.endswith("不针对某个数字的判断\n  1:1  错误 FM001 editor  责编不像人名\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_figure_can_be_explained(lang: str) -> None:
    kinds = [
        Quantity("date", Stamp(month=11, day=20), resolved=False),
        Quantity("quantity", None, Decimal(3), Decimal(5), hedge="vague"),
        Quantity("score", "5:0"),
        Quantity("duration", Decimal("1.5"), unit=Unit("年", "months"), hedge="about"),
    ]
    figures = [Figure(mention("3万家", quantity), "unverified") for quantity in kinds]
    page = explain.render(report(figures=figures), "en" if lang == "en" else "zh")
    assert "--11-20" in page
    assert "[3, 5]" in page
    assert "5:0" in page


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(wording.TABLE))
def test_both_languages_fill_the_same_places(key: str) -> None:
    chinese, english = ({name for _, name, _, _ in Formatter().parse(words) if name} for words in wording.TABLE[key])
    assert chinese == english


@pytest.mark.parametrize(
    "key",
    [
        *(f"reports.kind.{kind}" for kind in get_args(Kind)),
        *(f"reports.hedge.{hedge}" for hedge in get_args(Hedge)),
        *(f"reports.{word}" for word in (*get_args(Status), *get_args(Severity))),
    ],
)
def test_every_kind_hedge_status_and_severity_has_a_word(key: str) -> None:
    assert all(wording.TABLE[key])
