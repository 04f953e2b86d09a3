"""Pages of news sites: what of them is the article, where each piece of it stands in the source, and hostile ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_documents import assert_sound, described

from figcheck.documents import DocumentError, find, from_bytes, from_text, load
from figcheck.documents.decoding import encoded
from figcheck.model import Document, LinePlace
from figcheck.sources import source_place, source_span

PAGES = sorted((Path(__file__).parent / "documents").glob("*.html"))
KINDS = {"title": "t", "masthead": "m", "paragraph": "p", "credit": "c", "boilerplate": "b"}


def laid_out(document: Document) -> dict[str, Any]:
    """A document in the form of the files beside the pages: its masthead, and its blocks line by line."""
    blocks = [f"{KINDS[block.kind]} {document.text[block.span.start : block.span.end]}" for block in document.blocks]
    return {"encoding": document.encoding, **described(document), "blocks": blocks}


def assert_placed(document: Document) -> None:
    """Every piece that says so stands in the source character for character; pieces are in order and apart."""
    end = 0
    assert document.source is not None
    for piece in document.pieces:
        assert end <= piece.start < piece.end <= len(document.text)
        assert 0 <= piece.at <= piece.until <= len(document.source)
        if piece.verbatim:
            assert document.text[piece.start : piece.end] == document.source[piece.at : piece.until]
        end = piece.end


# --- pages ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as(page: Path) -> None:
    document = load(str(page))
    expected = yaml.load(page.with_suffix(".yaml").read_text("utf-8"), yaml.BaseLoader)
    assert laid_out(document) == expected
    assert_sound(document)
    assert_placed(document)
    assert encoded(document.source or "", document.encoding or "", document.mark) == page.read_bytes()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5"])
def test_the_encoding_changes_nothing(page: Path, encoding: str) -> None:
    """Whatever a page declares: a byte-order mark or valid UTF-8 overrules it, and `--encoding` overrules all."""
    whole = load(str(page))
    try:
        data = (whole.source or "").encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("has characters that the encoding lacks")
    given = encoding if encoding in ("gb18030", "big5") else None
    again = from_bytes(data, str(page), encoding=given)
    assert (again.text, again.blocks, again.masthead, again.pieces) == (
        whole.text,
        whole.blocks,
        whole.masthead,
        whole.pieces,
    )


def body(source: str) -> str:
    return from_text(f"<html><body>{source}</body></html>", "page.html").text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>今天（<strong>1</strong>1月20日），晴。</p>", "今天（11月20日），晴。"),
        ("<p>超<b>12</b>亿<i>人</i>次，</p><p>再增。</p>", "超12亿人次，\n再增。"),
        ("<p>第一，<br>第二，<br/>第三。</p>", "第一，\n第二，\n第三。"),
        ("<div>甲，<p>乙，</p>丙。</div>", "甲，\n乙，\n丙。"),
        ("<p>2024&nbsp;年&#20013;&#x56fd;，&lt;5&amp;6&gt;。</p>", "2024 年中国，<5&6>。"),
        ("<p>　　全国粮食总\n\t产量，增长 5%。　</p>", "全国粮食总产量，增长 5%。"),
        ("<p>甲<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>乙，</p>", "甲漢乙，"),
        ("<p>甲，</p><p hidden>乙，</p><p style='color:red; DISPLAY : none'>丙，</p><p>丁。</p>", "甲，\n丁。"),
        ("<p>甲，<script>document.write('乙，')</script><style>丙，{}</style><!-- 丁， -->戊。</p>", "甲，戊。"),
        ("<p>由<del>10家</del>12家组成，</p>", "由12家组成，"),
        ("<pre>甲，\n乙，\r\n丙。</pre>", "甲，\n乙，\n丙。"),
        ("<p>甲，<svg><title>乙，</title><text>丙，</text></svg>丁。</p>", "甲，丁。"),
        ("<p>a < b，c << d，<3。</p>", "a < b，c << d，<3。"),
        ("<p title='a>乙，'>甲，</p>", "甲，"),
        ("<p>未闭合，<p>第二段，<div>第三段，", "未闭合，\n第二段，\n第三段，"),
        ("<p>空\0字，</p>", "空字，"),
        ("<table><tr><td>甲，</td></tr>乙，</table>", "乙，\n甲，"),
        ("<p>&lt;script&gt;今年，</p>", "<script>今年，"),
        ("<p>&notin;&amp，&nosuch;，</p>", "∉&，&nosuch;，"),
    ],
)
def test_a_body_is_read_as(source: str, text: str) -> None:
    assert body(source) == text


def test_places_are_lines_and_columns_of_the_source() -> None:
    document = from_text("<html>\r\n<body>\r\n<p>今年&nbsp;增长<b>5</b>%，\r\n再增6%。</p>", "a.html")
    assert document.text == "今年 增长5%，再增6%。"
    assert source_place(document, document.text.index("5")) == LinePlace(3, 17)
    assert source_place(document, document.text.index("6")) == LinePlace(4, 3)
    assert source_span(document, 6, 7) is None or document.text[6:7] == "%"
    assert source_span(document, 2, 4) is None


def test_what_only_the_page_itself_tells_is_told_last() -> None:
    page = (
        '<html><head><title>全市粮食丰收_禾稔日报</title><meta name="source" content="来源：禾稔日报&amp;禾稔网">'
        '<meta property="article:published_time" content="2024-11-21T08:00:00+08:00"></head>'
        "<body><h1>全市粮食丰收</h1><p>今年，全市粮食丰收。</p></body></html>"
    )
    document = from_text(page, "a.html")
    assert document.text.split("\n")[2:] == ["来源：禾稔日报&禾稔网", "2024-11-21T08:00:00+08:00"] or (
        document.text.split("\n")[2:] == ["2024-11-21T08:00:00+08:00", "来源：禾稔日报&禾稔网"]
    )
    assert document.masthead.source is not None and document.masthead.source.value == "禾稔日报&禾稔网"
    assert document.date is not None and document.date.isoformat() == "2024-11-21"
    assert_placed(document)
    assert_sound(document)


# --- bytes ---------------------------------------------------------------------------------------------------

DECLARED = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body><p>{}</p></body></html>'
)


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("gb2312", "gb18030", "朱镕与陶喆，1.4万亿元。"),
        ("GBK", "gb18030", "𠮷林，1.4万亿元。"),
        ("big5", "big5", "經濟成長2.7%，達1.4兆元。"),
        ("big5", "cp950", "碁峰，營收1.4億元，恒隆。"),
        ("big5-hkscs", "big5hkscs", "𨋢內有12人，增長2.7%。"),
        ("gb2312", "utf-8", "其实是UTF-8，1.4万亿元。"),
        ("utf-8", "gb18030", "其实是国标码，全国今年增长1.4万亿元，同比增长百分之五。"),
        ("x-none", "utf-8", "没有这种编码，1.4万亿元。"),
    ],
)
def test_what_a_page_declares(declared: str, written: str, text: str) -> None:
    page = DECLARED.format(declared, text)
    document = from_bytes(page.encode(written), "a.html")
    assert document.text == text
    assert encoded(document.source or "", document.encoding or "", document.mark) == page.encode(written)


def test_a_few_broken_bytes_are_forgiven_and_come_back() -> None:
    page = DECLARED.format("gb2312", "去年全国粮食总产量13908.2亿斤。").encode("gb18030")
    broken = page.replace(b"</head>", b'<meta name="description" content="' + "粮食".encode("gb18030")[:3] + b'">')
    document = from_bytes(broken, "a.html")
    assert document.text == "去年全国粮食总产量13908.2亿斤。"
    assert encoded(document.source or "", document.encoding or "", document.mark) == broken
    utf8 = DECLARED.format("utf-8", "全国粮食总产量").encode()
    torn = from_bytes(utf8.replace("食".encode(), "食".encode()[:2]), "a.html")
    assert torn.text == "全国粮\ufffd\ufffd总产量" or torn.text == "全国粮\ufffd总产量"
    assert_placed(torn)


@pytest.mark.parametrize("path", ["-", "page", "page.php"])
def test_a_page_is_known_by_its_beginning(path: str) -> None:
    assert from_bytes(b"\n<!DOCTYPE html><p>2024</p>", path).format == "html"
    assert from_bytes("<p>2024年".encode(), path).format == "text"


def test_text_files_are_never_pages() -> None:
    assert from_bytes(b"<html><p>2024</p></html>", "a.txt").format == "text"


@pytest.mark.parametrize(
    "page", [b"<html><body><script>1</script></body></html>", b"<!-- nothing -->", b"<p>&nbsp;</p>"]
)
def test_a_page_without_text_is_told(page: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        from_bytes(page, "a.html")
    assert caught.value.key == "documents.textless"


def test_pages_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("a.html", "b.HTM", "c.txt", "d.png"):
        (tmp_path / name).write_text("今年")
    assert [Path(name).name for name in find([str(tmp_path)])[0]] == ["a.html", "b.HTM", "c.txt"]


def test_the_parser_is_loaded_for_pages_only() -> None:
    """One text file must start fast."""
    code = (
        "import sys; from figcheck.documents import from_text; from_text('今年', 'a.txt'); "
        "sys.exit('selectolax' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code.replace("; ", "\n")], check=True)


# --- hostile pages -------------------------------------------------------------------------------------------

HOSTILE = {
    "nested divs": "<div>" * 100_000 + "今年，",
    "nested tables": "<table><tr><td>" * 10_000 + "今年，",
    "formatting opened again in each paragraph": "".join(f"<b a{i}>" for i in range(2000)) + "<p>今年，</p>" * 2000,
    "links in links": "<a><div>" * 20_000 + "今年，",
    "stray end tags": "<div><table></div>" * 10_000 + "今年，",
    "a huge attribute": '<p title="' + "x" * 5_000_000 + '">今年，',
    "many attributes": "<p " + "a=b " * 100_000 + ">今年，",
    "quotes that never close": '<p a="x>' * 50_000,
    "only tags": "<" * 300_000,
    "only references": "<p>" + "&" * 300_000,
    "comments that never close": "<!--" * 100_000,
    "drawings": "<svg><path/>" * 20_000 + "<p>今年，",
    "templates": "<template>" * 50_000,
    "a table as wide as the sea": "<table>" + "<tr><td colspan=999999999 rowspan=999999999>1<td>2" * 200,
    "a title without end": "<title>" * 50_000,
    "white space": "<p>" + " \n" * 300_000 + "今年，",
    "frames": "<frameset><frame>" * 20_000,
    "NULs": "<p>今\0年，" + "\0" * 5,
    "script in odd places": "<p>今年<scr<script>ipt>，</p><img src=x onerror=alert(1)><a href='javascript:1'>增，</a>",
    "a mark of ours": "<p>今年\U000f0003\U00100004，\U000fffff\U0010ffff",
    "surrogates": "<p>今年\ud83d，\udc80",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_does_no_harm(name: str) -> None:
    document = from_text(HOSTILE[name], "a.html")
    assert_placed(document)
    document.text.encode("utf-8")


PIECES = """
<p> </p> <p/> <div> </div> <b> </b> <a> </a> <br> <table> <tr> <td> </table> <ul><li> <pre> </pre> <h1> </h1> <title>
</title> <script> </script> <style> <!-- --> <! <? </ < > & &amp; &nbsp &#20013; &#x0; &#xD800; <svg> </svg> <math>
<textarea> <select><option> <body> <html> </html> <head> <form> <p~hidden> <span~style="display:none"> <img~alt="a>b">
a=' " <plaintext> <template> </template> <ruby> <rt> 今年 增长 5% ， 。 1 2 来源：人民网 2024-11-21 （责编：甲某）
<article> <nav> <frameset> <button> <xmp> <noscript>
""".replace("~", "\xa0").split(" ")
WORDS = [word.replace("\xa0", " ") for piece in PIECES for word in piece.split("\n")]
SOURCES = st.lists(
    st.sampled_from([*WORDS, "\n", "\r\n", " ", "\0"]) | st.text(max_size=4),
    max_size=40,
).map("".join)


@given(SOURCES)
@settings(max_examples=300, deadline=None)
@example("<table>甲<tr>乙<td>丙</table>丁")
@example("<title>\n")
@example("<p>&ampx &am &#13;\r\r\n\x0b")
def test_what_is_verbatim_stands_in_the_source(source: str) -> None:
    document = from_text(source, "a.html")
    assert_placed(document)
    assert_sound(document)


@given(st.text("今年增长5%，。<>&;ab \n", max_size=60))
@settings(deadline=None)
def test_escaped_text_comes_back(text: str) -> None:
    from html import escape

    document = from_text(f"<p>x{escape(text)}，x</p>", "a.html")
    assert "".join(document.text.split()) == "x" + "".join(text.split()) + "，x"
    assert_placed(document)
