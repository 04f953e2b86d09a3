"""Tables as sentences: heads beside their figures, each figure said once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_html import assert_placed

from figcheck.documents import from_text
from figcheck.documents.tables import Line, table_lines
from figcheck.model import Ledger, LinePlace
from figcheck.pipeline import check, extract
from figcheck.rulebook import load_rules
from figcheck.sources import source_place, source_span

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "corpus" / "tables.yaml").read_text("utf-8"), yaml.BaseLoader
)


def sentences(rows: Sequence[Sequence[str]], marked: Sequence[int] = (), note: str = "") -> list[str] | None:
    cells = [cell for row in rows for cell in row]
    starts = [sum(map(len, rows[:number])) for number in range(len(rows))]
    grid = [list(range(start, start + len(row))) for start, row in zip(starts, rows, strict=True)]
    lines = table_lines(cells, grid, marked, note)
    return [said(line, cells) for line in lines] if lines else None


def said(line: Line, cells: Sequence[str]) -> str:
    return "".join(bit if isinstance(bit, str) else cells[bit.cell][bit.start : bit.end] for bit in line)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_table_says(case: dict[str, Any]) -> None:
    rows = [[cell.strip() for cell in row.split("|")] for row in case["table"].splitlines()]
    heads = range(len(rows[0])) if case.get("marked") == "first row" else ()
    assert sentences(rows, heads, case.get("note", "")) == (case.get("says") or None)


CELLS = st.sampled_from(
    [*"指标 产量（万吨） 同比（%） 2023年 2024 1月 欧盟 96.4 7 - 增加3万人 5% 合计 一 １２".split(), ""]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_each_figure_of_a_table_is_said_once(rows: list[list[str]]) -> None:
    cells = [cell for row in rows for cell in row]
    starts = [sum(map(len, rows[:number])) for number in range(len(rows))]
    grid = [list(range(start, start + len(row))) for start, row in zip(starts, rows, strict=True)]
    bits = [bit for line in table_lines(cells, grid) or [] for bit in line if not isinstance(bit, str)]
    fresh = [bit for bit in bits if not bit.again]
    assert len(fresh) == len(set(fresh))
    if bits:
        said = {bit.cell for bit in bits}
        assert {number for number, cell in enumerate(cells) if cell in ("96.4", "5%")} <= said


PAGE = """<html><body><h1>嘉禾市公布粮食产量</h1><p>嘉禾市公布粮食产量，情况如下。</p>
<table><tr><th rowspan="2">地区</th><th colspan="2">产量（万吨）</th></tr><tr><th>2023年</th><th>2024年</th></tr>
<tr><td>东乡</td><td>10<b>0</b></td><td>110</td></tr><tr><td>西乡</td><td>90</td><td>99.5</td></tr></table></body></html>"""


def test_a_table_of_a_page_keeps_its_places() -> None:
    document = from_text(PAGE, "a.html")
    assert document.text.split("\n")[2:] == [
        "2023年东乡产量100万吨，2024年东乡产量110万吨。",
        "2023年西乡产量90万吨，2024年西乡产量99.5万吨。",
    ]
    assert_placed(document)
    place = document.text.index("99.5")
    there = source_span(document, place, place + 4)
    assert there is not None and PAGE[there.at : there.until] == "99.5"
    assert source_span(document, place, place + 6) is None, "its unit stands at the head of the column"
    assert source_place(document, place) == LinePlace(3, PAGE.split("\n")[2].index("99.5") + 1)


def test_heads_that_stand_again_are_counted_once() -> None:
    document = from_text(PAGE, "a.html")
    assert [mention.text for mention in extract(document)] == [
        "2023年",
        "100万吨",
        "2024年",
        "110万吨",
        "90万吨",
        "99.5万吨",
    ]
    report = check(document, Ledger(), load_rules())
    assert [figure.mention.text for figure in report.figures].count("2024年") == 1


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("<tr><td>首页</td><td>时政</td></tr><tr><td>财经</td><td>体育</td></tr>", ["首页", "时政", "财经", "体育"]),
        ("<tr><td>今年增长5%。</td></tr>", ["今年增长5%。"]),
        (
            "<tr><td><table><tr><td>5</td><td>6</td></tr></table></td><td>7</td></tr><tr><td>8</td><td>9</td></tr>",
            ["5", "6", "7", "8", "9"],
        ),
    ],
)
def test_what_is_only_laid_out_as_a_table_is_read_cell_by_cell(table: str, lines: list[str]) -> None:
    page = f'<div itemprop="articleBody"><p>今年全市的情况大致如下，请看下面的表。</p><table>{table}</table></div>'
    assert from_text(page, "a.html").text.split("\n")[1:] == lines
