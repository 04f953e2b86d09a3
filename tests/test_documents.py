"""Documents: what of a page is title, credit and body; which encoding its bytes are in; which files are read at all."""

from __future__ import annotations

import datetime
import io
import json
import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from figcheck import documents
from figcheck.documents import DocumentError, EncodingError, decode, find, from_text, load, read_masthead
from figcheck.documents.dates import date_in_name
from figcheck.documents.lines import BLANK, split_blocks
from figcheck.model import Block, Document, Field, Span
from figcheck.values import replace

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
PAGES: list[dict[str, Any]] = yaml.load((HERE / "corpus" / "mastheads.yaml").read_text("utf-8"), yaml.BaseLoader)
KINDS = {"t": "title", "m": "masthead", "p": "paragraph", "c": "credit", "b": "boilerplate"}
DAY = datetime.date(2024, 11, 21)


def cut(document: Document, span: Span | None) -> str | None:
    return None if span is None else document.text[span.start : span.end]


def values(fields: tuple[Field, ...]) -> list[str]:
    return [field.value for field in fields]


def described(document: Document) -> dict[str, Any]:
    """A document in the form of mastheads.yaml, empty fields left out."""
    masthead, dateline = document.masthead, document.masthead.dateline
    letters = {kind: letter for letter, kind in KINDS.items()}
    found: dict[str, Any] = {
        "blocks": " ".join(letters[block.kind] for block in document.blocks),
        "title": masthead.title and masthead.title.value,
        "repeats": values(masthead.repeats),
        "date": masthead.date and masthead.date.value,
        "source": masthead.source and masthead.source.value,
        "byline": values(masthead.byline),
        "editors": values(masthead.editors),
        "url": masthead.url,
        "day": document.date and document.date.isoformat(),
    }
    if dateline is not None:
        parts = {
            "written": cut(document, dateline.span),
            "agency": dateline.agency,
            "place": dateline.place,
            "date": cut(document, dateline.date),
            "reporters": values(dateline.reporters),
        }
        found["dateline"] = {key: value for key, value in parts.items() if value}
    return {key: value for key, value in found.items() if value}


def all_fields(document: Document) -> list[Field]:
    masthead = document.masthead
    dateline = masthead.dateline.reporters if masthead.dateline else ()
    single = [field for field in (masthead.title, masthead.date, masthead.source) if field]
    return [*single, *masthead.repeats, *masthead.byline, *masthead.editors, *dateline]


def assert_sound(document: Document) -> None:
    """Every span slices what it claims; blocks are in order, trimmed, apart, and leave out nothing but white space."""
    for field in all_fields(document):
        assert "".join(cut(document, field.span).split()) == "".join(field.value.split())  # type: ignore[union-attr]
    end = 0
    for block in document.blocks:
        assert not document.text[end : block.span.start].strip(BLANK)
        words = cut(document, block.span)
        assert words and words == words.strip(BLANK)
        end = block.span.end
    assert not document.text[end:].strip(BLANK)


# --- pages ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_a_page_is_read_as(page: dict[str, Any]) -> None:
    document = from_text(page["text"], page.get("path", "page.txt"))
    assert described(document) == {key: value for key, value in page.items() if key not in ("name", "text", "path")}
    assert_sound(document)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_line_ends_change_nothing_but_places(page: dict[str, Any]) -> None:
    path = page.get("path", "page.txt")
    unix, windows = from_text(page["text"], path), from_text(page["text"].replace("\n", "\r\n"), path)
    assert described(windows) == described(unix)
    assert_sound(windows)


def test_the_founding_article() -> None:
    page = SHARED / "seed" / "wuzhen-salon.txt"
    if not page.exists():
        pytest.skip("the real page is not here")
    document = load(str(page))
    masthead = document.masthead
    assert document.date == DAY and document.date_origin == "masthead"
    assert values(masthead.byline) == ["刘少华"] and masthead.dateline is not None
    assert values(masthead.dateline.reporters) == ["方彭依梦"] and masthead.dateline.place == "嘉兴"
    assert values(masthead.editors) == ["你曾经为了睡个好觉都做了哪些事情?"]
    assert masthead.title is not None and masthead.title.value in masthead.repeats[0].value
    assert [block.kind for block in document.blocks[-3:]] == ["credit", "boilerplate", "boilerplate"]
    assert_sound(document)


def test_broadcasts_have_no_masthead_of_their_own() -> None:
    corpus = SHARED / "corpus" / "broadcasts.jsonl"
    if not corpus.exists():
        pytest.skip("the broadcasts are not here")
    bare = [json.loads(line)["text"] for line in corpus.read_text("utf-8").splitlines()]
    bare = [text for text in bare if "\n" not in text and "责任编辑" not in text]
    for text in bare:
        document = from_text(text)
        assert [block.kind for block in document.blocks] == ["paragraph"]
        assert all_fields(document) == list(document.masthead.dateline.reporters if document.masthead.dateline else ())
    assert len(bare) > 400


def test_read_masthead_takes_the_blocks_of_any_format() -> None:
    text = "全市粮食丰收\t来源：禾稔日报\t今年，全市粮食丰收。"
    blocks = tuple(Block("paragraph", Span(*span)) for span in ((0, 6), (7, 14), (15, 25)))
    masthead, sorted_blocks = read_masthead(text, blocks)
    assert masthead.title == Field("全市粮食丰收", Span(0, 6))
    assert masthead.source == Field("禾稔日报", Span(10, 14))
    assert [block.kind for block in sorted_blocks] == ["title", "masthead", "paragraph"]
    assert [block.span for block in sorted_blocks] == [block.span for block in blocks]


PIECES = """
来源： 记者 （责编： ） 【纠错】 2024-11-21 20:32 11月21日电 新华社 本报讯 人民网 >> 标题的字 今天天气很好，
。 ？ 张三 、 作者： 小字号 相关新闻 --- # title: ( [ 》 原标题： 文/图 😀 · 编辑 本报记者
""".split()
WORDS = st.sampled_from([*PIECES, "\n", "\r\n", "\u3000", "\u200b", " "])
PAGE_TEXT = st.lists(WORDS | st.text(max_size=6), max_size=40).map("".join)


@given(PAGE_TEXT, st.sampled_from(["-", "page.md"]))
@example("\ufeff\u200b\n（", "-")
def test_spans_hold_for_any_text(text: str, path: str) -> None:
    document = from_text(text, path)
    assert document.text == text and document.path == path
    assert_sound(document)


@given(PAGE_TEXT)
def test_a_body_below_changes_no_credit_above(text: str) -> None:
    head = "全市粮食丰收\n来源：禾稔日报 2024-11-21\n今年，全市粮食丰收。\n"
    masthead = from_text(head + text).masthead
    assert masthead.title == Field("全市粮食丰收", Span(0, 6))
    assert masthead.source == Field("禾稔日报", Span(10, 14))
    assert masthead.date == Field("2024-11-21", Span(15, 25))


@pytest.mark.parametrize(
    "text",
    [
        "（" * 1_000_000,
        "今年粮食产量13908.2亿斤，增长5.2%。" * 200_000,
        "（责编：" * 200_000 + "\n" + "【记者 " * 200_000,
        "11月21日" * 200_000,
        "本报驻首席特派见习记者" * 100_000,
        "来源：\n" * 20_000,
        "记者：今天天气如何？\n" * 20_000,
        "习近平路上车来车往\n" * 20_000 + "来源：新华社\n今天。",
        "（编（编（编（编（编" * 20 + "\n",
        "\n" * 1_000_000,
        " " * 1_000_000 + "字",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    from_text(text)
    assert time.process_time() - start < 5


# --- the article's date ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-11-21.txt", "2024-11-21"),
        ("news/20241121-salon.txt", "2024-11-21"),
        ("salon_2024_11_21_v2.md", "2024-11-21"),
        ("沙龙2024年11月21日.txt", "2024-11-21"),
        ("2024.11.21.txt", "2024-11-21"),
        ("20241121203246.txt", "2024-11-21"),
        ("2024-11-21-0.txt", "2024-11-21"),
        ("copy of 2024-11-21 (2024-11-21).txt", "2024-11-21"),
        ("2024-11-21/salon.txt", None),
        ("20241131.txt", None),
        ("20242111.txt", None),
        ("12345678.txt", None),
        ("120241121.txt", None),
        ("2024112.txt", None),
        ("2024-11.txt", None),
        ("2024-11-20 to 2024-11-21.txt", None),
        ("salon.txt", None),
        ("-", None),
    ],
)
def test_a_date_in_a_name(name: str, day: str | None) -> None:
    assert (found := date_in_name(name)) == (day and datetime.date.fromisoformat(day)), found


DATED = "全市粮食丰收\n2024-11-21 来源：禾稔日报\n今年，全市粮食丰收。"
BARE = "今年，全市粮食丰收。"


def test_an_option_overrules_the_page_and_the_page_the_name() -> None:
    other = datetime.date(2020, 1, 2)
    asked = from_text(DATED, "2023-05-06.txt", date=other)
    assert (asked.date, asked.date_origin) == (other, "option")
    paged = from_text(DATED, "2023-05-06.txt")
    assert (paged.date, paged.date_origin) == (DAY, "masthead")
    named = from_text(BARE, "2024-11-21.txt")
    assert (named.date, named.date_origin) == (DAY, "filename")
    none = from_text(BARE, "a.txt")
    assert (none.date, none.date_origin) == (None, "none")


def test_the_ledgers_date_stands_between_the_page_and_the_name() -> None:
    other = datetime.date(2020, 1, 2)
    for document, expected in (
        (from_text(BARE, "a.txt"), (other, "ledger")),
        (from_text(BARE, "2024-11-21.txt"), (other, "ledger")),
        (from_text(DATED, "a.txt"), (DAY, "masthead")),
        (from_text(BARE, "a.txt", date=DAY), (DAY, "option")),
    ):
        after = documents.with_entry_date(document, other)
        assert (after.date, after.date_origin) == expected
        assert documents.with_entry_date(document, None) == document


# --- encodings -----------------------------------------------------------------------------------------------

SIMPLIFIED = [
    "总产量超6.3亿斤创新高",
    "“互联时刻”公益慈善主题沙龙在浙江乌镇举行",
    "今年前三季度，全市粮食总产量31.98万吨，同比增长2.7%。\n",
    "记者从县农业农村局获悉，机收率由上年的95.5%提高到96.8%。",
    "近九成种粮大户买了农业保险，惠及3.2万余户。",
    "全国人大代表朱镕、陶喆说",
    "腾讯公益平台筹集善款335亿元",
    "下了夜班也能还书，真方便",
]
TRADITIONAL = [
    "總產量超6.3億斤創新高",
    "「互聯時刻」公益慈善主題沙龍在浙江烏鎮舉行",
    "今年前三季度，全市糧食總產量31.98萬噸，同比增長2.7%。\n",
    "記者從縣農業農村局獲悉，機收率由上年的95.5%提高到96.8%。",
    "騰訊公益平台籌集善款335億元",
    "下了夜班也能還書，真方便",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
@given(parts=st.lists(st.sampled_from(SIMPLIFIED), min_size=1, max_size=8))
def test_simplified_chinese_comes_back_from(encoding: str, parts: list[str]) -> None:
    text = "".join(parts)
    assert decode(text.encode(encoding), None) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5"])
@given(parts=st.lists(st.sampled_from(TRADITIONAL), min_size=1, max_size=8))
def test_traditional_chinese_comes_back_from(encoding: str, parts: list[str]) -> None:
    text = "".join(parts)
    assert decode(text.encode(encoding), None) == text


@pytest.mark.parametrize(
    ("headline", "encoding"),
    [
        ("粮食总产超六亿斤创新高啦", "gb18030"),
        ("全国两会今日开幕", "gb18030"),
        ("快讯", "gb18030"),
        ("印", "gb18030"),
        ("糧食總產超六億斤創新高啦", "big5"),
        ("全國兩會今日開幕", "big5"),
        ("全国两会今日开幕", "utf-16-le"),
    ],
)
def test_a_headline_is_enough(headline: str, encoding: str) -> None:
    assert decode(headline.encode(encoding), None) == headline


def test_what_calls_itself_gb2312_has_more_characters_than_that() -> None:
    data = "陶喆、朱镕、㛃".encode("gb18030")
    for name in ("gb2312", "GBK", "GB18030", "cp936"):
        assert decode(data, name) == "陶喆、朱镕、㛃"


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "今年\r\n粮食\r丰收\n\n", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_newlines_stay_as_they_are(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), None) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_is_dropped_once(encoding: str) -> None:
    assert decode("\ufeff今年".encode(encoding), None) == "\ufeff今年"
    assert decode("今年".encode("utf-8-sig"), "utf-8") == "今年"


def test_other_scripts_in_utf8_are_left_alone() -> None:
    for text in ("Привет, мир", "héllo", "日本語のテキスト", "안녕하세요", "😀", "", "\t\n"):
        assert decode(text.encode(), None) == text


@pytest.mark.parametrize(
    ("data", "encoding", "key", "values"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", None, "documents.binary", {}),
        (bytes(range(1, 32)) * 4, None, "documents.binary", {}),
        ("今年\0粮食".encode(), None, "documents.binary", {}),
        ("今年粮食丰收".encode() + b"\xff" + "明年再看".encode(), None, "documents.undecodable", {"byte": "19"}),
        (b"\xef\xbb\xbf" + "今年".encode() + b"\xff", None, "documents.undecodable", {"byte": "10"}),
        ("今年粮食丰收".encode()[:-1], None, "documents.undecodable", {"byte": "16", "encoding": "utf-8"}),
        ("今年".encode(), "ascii", "documents.undecodable", {"encoding": "ascii", "byte": "1"}),
        ("今年".encode("gb18030"), "utf-8", "documents.undecodable", {"encoding": "utf-8", "byte": "1"}),
        ("日本語のテキストです".encode("euc-jp"), None, "documents.undecided", {}),
        ("今年".encode(), "utf-9", "documents.unknown_encoding", {"encoding": "utf-9"}),
        ("今年".encode(), "base64", "documents.unknown_encoding", {"encoding": "base64"}),
        ("今年".encode(), "a\0b", "documents.unknown_encoding", {}),
    ],
)
def test_bytes_that_are_refused(data: bytes, encoding: str | None, key: str, values: dict[str, str]) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, encoding)
    assert caught.value.key == key
    assert values.items() <= caught.value.values.items()


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "big5", "utf-16", "punycode", "rot13"]))
def test_any_bytes_give_text_or_a_reason(data: bytes, encoding: str | None) -> None:
    try:
        text = decode(data, encoding)
    except EncodingError as error:
        assert DocumentError("a.txt", error.key, error.values).render("en").startswith("a.txt: ")
    else:
        assert "\0" not in text


# --- files ---------------------------------------------------------------------------------------------------


def refused(path: Path | str, **options: Any) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        load(str(path), **options)
    return caught.value


def test_a_file_is_loaded(tmp_path: Path) -> None:
    page = tmp_path / "2023-05-06.txt"
    page.write_bytes(DATED.encode("gb18030"))
    document = load(str(page))
    assert document == replace(from_text(DATED, str(page)), encoding="gb18030")
    assert load(str(page), encoding="gbk", date=DAY).date_origin == "option"


def test_standard_input_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeff今年".encode())))
    assert load("-") == replace(from_text("今年", "-"), encoding="utf-8", mark="\ufeff".encode())


def test_every_mishap_has_its_sentence(tmp_path: Path) -> None:
    empty, blank, binary, latin = (tmp_path / name for name in ("empty.txt", "blank.txt", "a.png", "latin.txt"))
    empty.write_bytes(b"")
    blank.write_bytes("\ufeff \n\u3000\u200b\r\n".encode())
    binary.write_bytes(b"\x89PNG\0\0\0")
    latin.write_bytes("今年粮食丰收".encode() + b"\xff")
    mishaps = {
        "documents.missing": refused(tmp_path / "none.txt"),
        "documents.directory": refused(tmp_path),
        "documents.empty": refused(blank),
        "documents.binary": refused(binary),
        "documents.undecodable": refused(latin),
        "documents.unknown_encoding": refused(latin, encoding="utf-9"),
        "documents.unreadable": refused("a\0b"),
    }
    assert refused(empty).key == "documents.empty"
    assert refused(empty / "below.txt").key == "documents.missing"
    for key, error in mishaps.items():
        assert error.key == key
        for lang in ("zh", "en"):
            sentence = error.render(lang)
            assert error.path in sentence and "{" not in sentence
        copied = pickle.loads(pickle.dumps(error))
        assert (copied.path, copied.key, copied.values) == (error.path, error.key, error.values)
    assert str(mishaps["documents.missing"]) == mishaps["documents.missing"].render("en")


def test_standard_input_is_named_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" ")))
    error = refused("-")
    assert error.path == "-" and "标准输入" in error.render("zh") and "standard input" in error.render("en")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(documents.MAX_BYTES + 1)
    error = refused(large)
    assert error.key == "documents.too_large" and "64" in error.render()
    assert find([str(tmp_path)])[0] == []
    assert find([str(large)])[0] == [str(large)]


def test_an_unreadable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path, *args: Any, **options: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    error = refused(tmp_path / "a.txt")
    assert error.key == "documents.unreadable" and "Permission denied" in error.render("en")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/d.yaml", ".hidden.txt", ".git/e.txt", "f.doc", "sub-2/g.txt"):
        page = tmp_path / "desk" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(BARE, "utf-8")
    (tmp_path / "desk" / "empty").mkdir()
    return tmp_path / "desk"


def test_a_folder_gives_its_articles_sorted(desk: Path) -> None:
    files, errors = find([str(desk)])
    assert [Path(name).relative_to(desk).as_posix() for name in files] == ["a.md", "b.txt", "sub/c.TXT", "sub-2/g.txt"]
    assert errors == []


def test_files_are_kept_as_given_and_none_twice(desk: Path) -> None:
    given = [str(desk / "f.doc"), str(desk / "b.txt"), "-", str(desk / "none.txt"), str(desk / "." / "b.txt"), "-"]
    (desk / "link.txt").symlink_to(desk / "b.txt")
    files, errors = find([*given, str(desk)])
    assert files[:4] == given[:4]
    assert [Path(name).name for name in files[4:]] == ["a.md", "c.TXT", "g.txt"]
    assert errors == []


def test_a_folder_with_nothing_to_read_is_an_error_and_stops_nobody(desk: Path) -> None:
    files, errors = find([str(desk / "empty"), str(desk / "b.txt"), str(desk / "sub-2")])
    assert [Path(name).name for name in files] == ["b.txt", "g.txt"]
    assert [(error.path, error.key) for error in errors] == [(str(desk / "empty"), "documents.nothing")]
    assert "*.txt" in errors[0].render("zh")


def test_pipes_in_a_folder_are_left_alone(desk: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes on this system")
    os.mkfifo(desk / "empty" / "pipe.txt")
    assert find([str(desk / "empty")])[0] == []


def test_a_broken_link_is_told_when_it_is_loaded(desk: Path) -> None:
    (desk / "empty" / "gone.txt").symlink_to(desk / "nowhere.txt")
    files, _ = find([str(desk / "empty")])
    assert [refused(name).key for name in files] == ["documents.missing"]


def test_blocks_are_the_lines_that_are_not_blank() -> None:
    text = "\u3000\u3000一\n\n \u200b\n二 \r三"
    assert [text[block.span.start : block.span.end] for block in split_blocks(text)] == ["一", "二", "三"]
