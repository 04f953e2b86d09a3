"""PDF files: lines put together, columns in turn, tables, heads and page numbers gone, each piece with its page."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from figcheck import documents
from figcheck.cli import main
from figcheck.documents import DocumentError
from figcheck.model import Document, PagePlace
from figcheck.sources import source_place, source_span

FOLDER = Path(__file__).parent / "documents"
PARAGRAPHS = (
    "　　本报讯（记者 方锦年）记者昨日从江州港集团获悉，今年1至10月，江州港完成货物吞吐量3532万吨，同比增长6.8%，其中"
    "集装箱吞吐量126.4万标准箱，增长9.1%。",
    "　　江州港集团副总经理陆远帆介绍，港口现有生产性泊位48个，其中万吨级以上泊位19个。今年新开通外贸航线3条，"
    "航线总数达到27条，覆盖12个国家和地区。",
    "　　在江州港三号码头，岸桥正将一批风电叶片吊装上船。这批叶片每片长约90米，将运往东南亚。"
    "今年以来，江州港已完成风电设备出口1.2万吨。",
    "　　据了解，江州港还将投资15.6亿元建设智慧码头，其中设备投资8.2亿元、土建投资5.4亿元、"
    "信息系统投资2亿元，预计2027年6月投入使用。",
)


@pytest.fixture(scope="module")
def reader() -> ModuleType:
    module: ModuleType = pytest.importorskip("pypdfium2", reason="figcheck[pdf] is not installed: no PDF is read")
    return module


@pytest.fixture
def loaded(reader: ModuleType) -> Callable[[str], Document]:
    return lambda name: documents.load(str(FOLDER / name))


def test_lines_make_paragraphs_over_columns(loaded: Callable[[str], Document]) -> None:
    document = loaded("newspaper.pdf")
    head = ["2025年11月19日 星期三 第3版 经济", "江州港前十月吞吐量超3500万吨", "本报记者 方锦年"]
    assert document.text.splitlines() == [*head, *PARAGRAPHS, "责任编辑 田雨生"]


def test_heads_and_page_numbers_are_left_out_and_paragraphs_go_on_over_pages(loaded: Callable[[str], Document]) -> None:
    document = loaded("draft.pdf")
    head = ["江州港前十月吞吐量超3500万吨", "2025年11月18日 来源：江州日报 记者：方锦年"]
    assert document.text.splitlines() == [*head, *PARAGRAPHS * 5, "（责任编辑：田雨生）"]
    assert {piece.page for piece in document.pieces} == {1, 2}


def test_cells_of_a_row_stand_apart(loaded: Callable[[str], Document]) -> None:
    rows = loaded("table.pdf").text.splitlines()[2:7]
    assert rows[0] == "指标\t单位\t绝对量\t同比增长（%）"
    assert rows[4] == "进出口总额\t亿元\t412.8\t-2.5"


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        ("newspaper.pdf", "江州港前十月吞吐量超3500万吨", "2025-11-19"),
        ("draft.pdf", "江州港前十月吞吐量超3500万吨", "2025-11-18"),
        ("table.pdf", "江州市2025年前三季度主要经济指标", "2025-10-24"),
    ],
)
def test_large_letters_are_the_title_and_the_masthead_is_read(
    loaded: Callable[[str], Document], name: str, title: str, day: str
) -> None:
    document = loaded(name)
    assert document.masthead.title is not None
    assert document.masthead.title.value == title
    assert str(document.date) == day


def test_every_character_knows_its_page_and_place(loaded: Callable[[str], Document], reader: ModuleType) -> None:
    document = loaded("draft.pdf")
    with reader.PdfDocument(FOLDER / "draft.pdf") as file:
        pages = [page.get_textpage().get_text_range() for page in file]
    for piece in document.pieces:
        written = pages[piece.page - 1][piece.at : piece.until]
        assert written == document.text[piece.start : piece.end]
    place = document.text.rindex("15.6亿元")
    assert source_place(document, place) == PagePlace(2)
    span = source_span(document, place, place + 6)
    assert span is not None and pages[1][span.at : span.until] == "15.6亿元"


def test_a_finding_tells_the_page(
    reader: ModuleType, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIGCHECK_LANG", raising=False)
    status = main(["check", str(FOLDER / "slip.pdf"), "--format", "json"])
    out = capfd.readouterr().out
    assert status == 0
    assert '"rule": "FN001"' in out
    assert '"page": 1' in out


def _of(reader: ModuleType, pages: int = 1) -> bytes:
    file: Any = reader.PdfDocument.new()
    for _ in range(pages):
        file.new_page(100, 100)
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (lambda reader: b"%PDF-1.7\nnothing", "不是 PDF 文件，或者坏了"),
        (lambda reader: _of(reader)[:200], "不是 PDF 文件，或者坏了"),
        (lambda reader: _of(reader), "只有图像，没有文字"),
        (lambda reader: _of(reader, 2001), "超过 2000 页"),
        (lambda reader: (FOLDER / "locked.pdf").read_bytes(), "有密码"),
    ],
    ids=["nothing", "cut off", "no text", "too many pages", "locked"],
)
def test_what_cannot_be_read_is_told(reader: ModuleType, data: Callable[[ModuleType], bytes], told: str) -> None:
    with pytest.raises(DocumentError) as caught:
        documents.from_bytes(data(reader), "稿.pdf")
    assert told in caught.value.render("zh")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError) as caught:
        documents.from_bytes(b"%PDF-1.7\n", "稿.pdf")
    assert 'pip install "figcheck[pdf]"' in caught.value.render("zh")


def test_a_folder_gives_its_pdf_files(reader: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "稿.pdf").write_bytes(b"")
    assert documents.find([str(tmp_path)])[0] == [str(tmp_path / "稿.pdf")]
