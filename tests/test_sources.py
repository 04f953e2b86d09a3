"""Places of a text in the file that it was taken from: for reports, and for fixes that are put back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.documents import from_bytes, from_text
from figcheck.model import Analysis, Document, Finding, LinePlace, PagePlace, Piece, Report, Span, WordPlace
from figcheck.reports.as_json import check_jsonl
from figcheck.sources import is_echo, source_pieces, source_place, source_span, source_text

SOURCE = "<p>今天（<b>1</b>1月\n20日）&nbsp;晴</p>"
PAGE = Document(
    "a.html",
    "今天（11月20日）\xa0晴",
    format="html",
    source=SOURCE,
    pieces=(
        Piece(0, 3, 3, 6),
        Piece(3, 4, 9, 10),
        Piece(4, 6, 14, 16),
        Piece(6, 10, 17, 21),
        Piece(10, 11, 21, 27, verbatim=False),
        Piece(11, 12, 27, 28),
    ),
)
WORD = Document(
    "a.docx",
    "产量78%\n增长",
    format="docx",
    pieces=(
        Piece(0, 3, 0, 3, part="word/document.xml", node=0, paragraph=1),
        Piece(3, 5, 0, 2, part="word/document.xml", node=1, paragraph=1),
        Piece(6, 8, 0, 2, part="word/document.xml", node=2, paragraph=3),
    ),
)
PRINT = Document("a.pdf", "产量\n增长", format="pdf", pieces=(Piece(0, 2, 0, 2, page=1), Piece(3, 5, 9, 11, page=2)))


@pytest.mark.parametrize(
    ("document", "offset", "place"),
    [
        (PAGE, 0, LinePlace(1, 4)),
        (PAGE, 3, LinePlace(1, 10)),
        (PAGE, 4, LinePlace(1, 15)),
        (PAGE, 7, LinePlace(2, 2)),
        (PAGE, 10, LinePlace(2, 5)),
        (PAGE, 11, LinePlace(2, 11)),
        (PAGE, 12, LinePlace(2, 12)),
        (WORD, 4, WordPlace("word/document.xml", 1)),
        (WORD, 5, WordPlace("word/document.xml", 1)),
        (WORD, 6, WordPlace("word/document.xml", 3)),
        (PRINT, 1, PagePlace(1)),
        (PRINT, 4, PagePlace(2)),
        (Document("a.txt", "一\r\n二\r三"), 3, LinePlace(2, 1)),
        (Document("a.txt", "一\r\n二\r三"), 5, LinePlace(3, 1)),
        (Document("a.html", "无", format="html", source=""), 0, None),
    ],
)
def test_a_place(document: Document, offset: int, place: object) -> None:
    assert source_place(document, offset) == place


@pytest.mark.parametrize(
    ("start", "end", "there"),
    [
        (6, 9, "20日"),
        (0, 3, "今天（"),
        (4, 6, "1月"),
        (3, 9, None),  # the digits stand in two elements
        (4, 9, None),  # a line end that the text does not have
        (9, 12, None),  # an entity
        (12, 12, ""),
        (3, 3, ""),
    ],
)
def test_a_fix_goes_where_the_characters_are_those_of_the_text(start: int, end: int, there: str | None) -> None:
    span = source_span(PAGE, start, end)
    assert (None if span is None else SOURCE[span.at : span.until]) == there
    if span is not None:
        assert PAGE.text[start:end] == there


def test_runs_of_a_word_file() -> None:
    assert source_span(WORD, 2, 4) is None
    assert source_span(WORD, 3, 5) == Piece(3, 5, 0, 2, part="word/document.xml", node=1, paragraph=1)
    runs = source_pieces(WORD, 2, 7)
    assert [(piece.node, piece.at, piece.until) for piece in runs] == [(0, 2, 3), (1, 0, 2), (2, 0, 1)]


def test_pieces_that_touch_in_the_file_are_one_place() -> None:
    page = Document("a.html", "甲乙", format="html", source="甲乙", pieces=(Piece(0, 1, 0, 1), Piece(1, 2, 1, 2)))
    assert source_span(page, 0, 2) == Piece(0, 2, 0, 2)


def test_a_piece_that_is_not_verbatim_is_not_cut_in_the_source() -> None:
    assert source_pieces(PAGE, 9, 11) == (Piece(9, 10, 20, 21), Piece(10, 11, 21, 27, verbatim=False))


def test_an_echo_holds_what_lies_within_it() -> None:
    document = Document("a.html", "2024年5，2024年6", format="html", source="", echoes=(Span(7, 12),))
    assert [is_echo(document, start, start + 5) for start in (0, 7)] == [False, True]
    assert not is_echo(document, 7, 13) and not is_echo(document, 12, 13)


def test_plain_text_stands_where_it_stands() -> None:
    document = from_text("产量78%", "a.txt")
    assert source_span(document, 2, 5) == Piece(2, 5, 2, 5)
    assert source_pieces(document, 2, 5) == (Piece(2, 5, 2, 5),)
    assert source_text(document) == document.text
    assert source_text(WORD) is None


TEXTS = st.text("产量增长了78%，。\r\n\U00020bb7" + "的一是在不了有和人这中大为上个国", min_size=1).filter(str.strip)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be"]))
def test_the_file_comes_back_byte_for_byte(text: str, encoding: str) -> None:
    text = text.replace("\U00020bb7", "") + "的" if encoding == "big5" else text
    text = text.translate(str.maketrans("产长这为个国", "產長這為個國")) if encoding == "big5" else text
    data = text.encode(encoding)
    document = from_bytes(data, "a.txt", encoding=encoding)
    assert document.text == text and document.encoding is not None
    assert document.mark + document.text.encode(document.encoding) == data


@pytest.mark.parametrize(
    ("document", "source"),
    [
        (PAGE, {"line": 1, "column": 10}),
        (WORD, {"part": "word/document.xml", "paragraph": 1}),
        (PRINT, {"page": 2}),
    ],
)
def test_json_tells_the_place_in_the_file(document: Document, source: dict[str, object]) -> None:
    finding = Finding("FL001", "value-mismatch", "error", "不符", 3, 5, document.text[3:5])
    (line,) = check_jsonl([Report(Analysis(document, (), ()), (finding,), ())])
    assert json.loads(line)["findings"][0]["source"] == source


def test_json_of_plain_text_has_no_other_place() -> None:
    finding = Finding("FL001", "value-mismatch", "error", "不符", 0, 2, "产量")
    (line,) = check_jsonl([Report(Analysis(from_text("产量78%", "a.txt"), (), ()), (finding,), ())])
    assert "source" not in json.loads(line)["findings"][0]
