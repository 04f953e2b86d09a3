"""Tables that a statistics office sends, and the facts that they give."""

from __future__ import annotations

import csv
import datetime
import io
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from figcheck.cli import main
from figcheck.ledger.tables import Cell, read_table, shown
from figcheck.pipeline import load_ledger

Run = Callable[..., tuple[int, str, str]]
CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "ledger" / "tables.yaml").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIGCHECK_LANG", raising=False)
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], folder: Path) -> Run:
    def typed(*args: str) -> tuple[int, str, str]:
        status = main(("ledger", "import", *args))
        return status, *capfd.readouterr()

    return typed


# --- a workbook as Excel writes it ---------------------------------------------------------------------------

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DAY_0 = datetime.date(1899, 12, 30)


def workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], merged: str = "", formats: Sequence[str] = ()
) -> Path:
    """Sheets of cells: a text, a number, a day, or one of the last two with the number of its style.

    Style 0 is general, style 1 Excel's own 0.00%, the others are of `formats`.
    """
    custom = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for at, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 10, *range(164, 164 + len(formats))))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(sheets, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(sheets) + 1)
        )
        + f'<Relationship Id="rIdS" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts>{custom}</numFmts><cellStyleXfs><xf numFmtId="9"/>'
        f"</cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
    }
    for at, rows in enumerate(sheets.values(), 1):
        cells = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
        parts[f"xl/worksheets/sheet{at}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{_rows(rows)}</sheetData>{cells}</worksheet>'
        )
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, _HEAD + content)
    return path


def _rows(rows: Sequence[Sequence[Any]]) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(_cell(f"{chr(64 + column)}{number}", cell) for column, cell in enumerate(row, 1))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )


def _cell(place: str, cell: Any) -> str:
    value, style = cell if isinstance(cell, (tuple, list)) else (cell, 0)
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if isinstance(value, datetime.date):
        value = (value - _DAY_0).days
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


# --- what tables give ----------------------------------------------------------------------------------------


def _written(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [{key: value for key, value in fact.items() if value is not None} for fact in case["facts"]]


def _given(text: str) -> list[dict[str, Any]]:
    """The facts of a printed ledger, every value the text that it is."""
    facts: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)["facts"]
    return facts


@pytest.mark.parametrize("case", CASES["tables"], ids=lambda case: case["about"])
def test_a_table_gives(run: Run, folder: Path, case: dict[str, Any]) -> None:
    if "sheets" in case:
        name = str(workbook(Path("表.xlsx"), case["sheets"], case.get("merged", ""), case.get("formats", ())))
    else:
        name = "表.csv"
        Path(name).write_bytes(case["csv"].encode(case.get("encoding", "utf-8")))
    status, out, err = run(name, *case.get("options", []))
    assert (status, _given(out)) == (0, _written(case)), err
    for line in case.get("told", []):
        assert line in err.splitlines()


@pytest.mark.parametrize("case", CASES["mistakes"], ids=lambda case: case["about"])
def test_what_is_wrong_is_told_with_row_and_column(run: Run, folder: Path, case: dict[str, Any]) -> None:
    name = "表.csv"
    if "sheets" in case:
        name = str(workbook(Path("表.xlsx"), case["sheets"]))
    elif "csv" in case:
        Path(name).write_text(case["csv"], "utf-8")
    status, out, err = run(name, "--ledger", "新.yaml", *case.get("options", []))
    assert (status, out) == (2, "")
    assert [line for line in err.splitlines() if line.startswith(("表.", "figcheck"))] == case["told"]
    assert not (folder / "新.yaml").exists()


def test_facts_are_put_into_a_ledger_once(run: Run, folder: Path) -> None:
    Path("表.csv").write_text("主体,指标,数值,时间\n甲县,产量,12万吨,2024年\n乙县,产量,13万吨,2024年\n", "utf-8")
    Path("台账.yaml").write_text(
        "# 注释\nfigcheck: 1\nfacts:\n  - {subject: 甲县, measure: [面积], value: 3万亩}\n", "utf-8"
    )
    assert run("表.csv", "--ledger", "台账.yaml")[:2] == (
        0,
        "已写进 台账.yaml，共 2 条。\n"
        "  - {subject: 甲县, measure: [产量], value: 12万吨, as_of: 2024}\n"
        "  - {subject: 乙县, measure: [产量], value: 13万吨, as_of: 2024}\n",
    )
    content = Path("台账.yaml").read_text("utf-8")
    assert [fact.written for fact in load_ledger(["台账.yaml"]).facts] == ["3万亩", "12万吨", "13万吨"]
    assert "“甲县”的 12万吨 已经在 台账.yaml 第 5 行" in run("表.csv", "--ledger", "台账.yaml")[1]
    assert Path("台账.yaml").read_text("utf-8") == content


def test_a_table_that_contradicts_a_ledger_changes_nothing(run: Run, folder: Path) -> None:
    Path("表.csv").write_text("主体,指标,数值\n甲县,产量,12万吨\n乙县,产量,13万吨\n", "utf-8")
    ledger = "figcheck: 1\nfacts:\n  - {subject: 乙县, measure: [产量], value: 31万吨}\n"
    Path("台账.yaml").write_text(ledger, "utf-8")
    status, out, err = run("表.csv", "--ledger", "台账.yaml")
    assert (status, out) == (2, "")
    assert "“乙县”的“产量”自相矛盾：这里是 13万吨，台账.yaml:3 是 31万吨" in err
    assert Path("台账.yaml").read_text("utf-8") == ledger


def test_without_calamine_a_workbook_is_refused_and_the_way_out_told(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(Path("表.xlsx"), {"a": [["主体"]]})
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    status, _, err = run("表.xlsx")
    assert status == 2
    assert 'pip install "figcheck[xlsx]"' in err


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.78, "0.0%", "78.0%"),
        (0.78, "0%", "78%"),
        (0.7834, "0.0%", "78.34%"),
        (1 / 3, "0.00%", "33.3333333333333%"),
        (0.1 + 0.2, "", "0.3"),
        (-0.038, "0.0%;[Red]-0.0%", "-3.8%"),
        (12345678901234.0, "", "12345678901234"),
        (1.4, "#,##0.00_ ", "1.40"),
        (335.25, "0.0", "335.25"),
        (30.0, "General", "30"),
        (1e-7, "", "0.0000001"),
        (1.2e20, "", "120000000000000000000"),
        (True, "", "TRUE"),
        (datetime.date(2024, 11, 1), "yyyy年m月", "2024-11"),
        (datetime.date(2024, 1, 1), "yyyy", "2024"),
        (datetime.date(2024, 11, 20), "", "2024-11-20"),
        (datetime.datetime(2024, 11, 20, 9, 30), "yyyy/m/d h:mm", "2024-11-20"),
    ],
)
def test_a_cell_is_shown_as_its_format_says_with_all_its_digits(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)


@given(rows=st.lists(st.lists(_TEXTS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_every_cell_of_a_csv_has_its_place(rows: list[list[str]]) -> None:
    sheet = io.StringIO()
    csv.writer(sheet).writerows([["a", "b", "c", "d"], *rows])
    table = read_table(__file__, lambda _: sheet.getvalue())
    assert [[cell.text for cell in row] for row in table.rows[1:]] == rows
    assert [cell for row in table.rows for cell in row] == [
        Cell(text, line, column)
        for line, row in enumerate([["a", "b", "c", "d"], *rows], 1)
        for column, text in enumerate(row, 1)
    ]
