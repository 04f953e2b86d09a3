"""Word files: what is read, where it stands, comments on the very characters, fixes as tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from figcheck import documents
from figcheck.documents import DocumentError
from figcheck.documents.word import MAIN, parsed, text_nodes
from figcheck.model import Document
from figcheck.sources import source_pieces, source_place, source_span

Run = Callable[..., tuple[int, str, str]]


def written(path: str = "稿.docx", **more: Any) -> bytes:
    """A Word file of a desk: heading, masthead line, runs in bold, a table, a header, an editor's credit."""
    package = docx.Document()
    package.add_heading("澜川市图书馆晒出2025年“阅读账单”", 0)
    package.add_paragraph("来源：澜川日报　2025-12-26 09:15")
    paragraph = package.add_paragraph()
    paragraph.add_run("那天（")
    paragraph.add_run("1").bold = True
    paragraph.add_run("1月20日）来了")
    paragraph.add_run("约3").bold = True
    paragraph.add_run("00人左右。截止11月底，增长5%。")
    table = package.add_table(rows=2, cols=2)
    for row, column, text in ((0, 0, "项目"), (0, 1, "数量"), (1, 0, "藏书"), (1, 1, "512.7万册")):
        table.cell(row, column).text = text
    package.sections[0].header.paragraphs[0].text = "内部稿，约5人左右"
    package.add_paragraph("（责任编辑：乙某）")
    for xml in more.get("extra", ()):
        package.paragraphs[2]._p.append(parse_xml(xml))
    held = io.BytesIO()
    package.save(held)
    Path(path).write_bytes(held.getvalue())
    return held.getvalue()


def read(data: bytes) -> Document:
    return documents.from_bytes(data, "稿.docx")


def test_paragraphs_runs_tables_and_headers_in_order(run: Run) -> None:
    document = read(written())
    assert "那天（11月20日）来了约300人左右。截止11月底" in document.text
    assert "藏书\t512.7万册\n" in document.text
    assert document.text.rstrip().endswith("内部稿，约5人左右")
    assert document.masthead.title and document.masthead.title.value.startswith("澜川市图书馆")
    assert document.date and document.date.isoformat() == "2025-12-26"
    assert [each.value for each in document.masthead.editors] == ["乙某"]


def test_insertions_are_read_and_deletions_are_not(run: Run) -> None:
    ours = nsdecls("w")
    extra = (
        f'<w:ins {ours} w:id="1" w:author="a"><w:r><w:t>另有7家</w:t></w:r></w:ins>',
        f'<w:del {ours} w:id="2" w:author="a"><w:r><w:delText>原有9家</w:delText></w:r></w:del>',
    )
    text = read(written(extra=extra)).text
    assert "另有7家" in text and "9家" not in text


def test_every_piece_stands_in_its_element(run: Run) -> None:
    data = written()
    document = read(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        nodes = {part: text_nodes(parsed(package.read(part))) for part in {piece.part for piece in document.pieces}}
    for piece in document.pieces:
        node = nodes[piece.part][piece.node]
        assert node.text[piece.at : piece.until] == document.text[piece.start : piece.end]


def test_a_place_is_told_by_paragraph_and_a_fix_needs_one_run(run: Run) -> None:
    document = read(written())
    start = document.text.index("约300人左右")
    place = source_place(document, start)
    assert place is not None and (place.part, place.paragraph) == (MAIN, 3)  # type: ignore[union-attr]
    assert len(source_pieces(document, start, start + 7)) == 2
    assert source_span(document, start, start + 7) is None
    cutoff = document.text.index("截止")
    assert source_span(document, cutoff, cutoff + 2) is not None


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_told(run: Run, data: bytes) -> None:
    Path("坏.docx").write_bytes(data)
    written("好.docx")
    status, out, err = run("check", "坏.docx", "好.docx")
    assert status == 2 and "坏.docx" in err and "好.docx" in out


def test_entities_of_a_hostile_file_are_not_resolved(run: Run) -> None:
    held = io.BytesIO()
    body = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body += b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    body += "<w:p><w:r><w:t>有30家&x;。</w:t></w:r></w:p></w:body></w:document>".encode()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(MAIN, body)
    assert "有30家" in read(held.getvalue()).text


def test_a_part_that_unpacks_to_too_much_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from figcheck.documents import word

    monkeypatch.setattr(word, "_LIMIT", 1000)
    with pytest.raises(DocumentError):
        read(written())


def test_comments_stand_on_the_very_characters(run: Run) -> None:
    before = written()
    status, _, err = run("check", "稿.docx", "--annotate", "批注.docx")
    assert status == 0 and "批注 3 处" in err
    assert Path("稿.docx").read_bytes() == before
    made = Path("批注.docx").read_bytes()
    package = docx.Document(io.BytesIO(made))
    spans = {comment.text.split()[1]: _commented(package, comment.comment_id) for comment in package.comments}
    assert spans["FN002"] == "截止"
    assert sorted(_commented(package, comment.comment_id) for comment in package.comments) == [
        "",
        "截止",
        "约300人左右",
    ]
    assert read(made).text == read(before).text
    bold = [run.text for run in package.paragraphs[2].runs if run.bold]
    assert bold == ["1", "约3"]


def _commented(package: Any, number: int) -> str:
    """The text between the marks of a comment."""
    inside, found = False, ""
    for node in package.element.iter():
        name, own = node.tag.rpartition("}")[2], node.attrib.get(f"{node.tag.rpartition('}')[0]}}}id")
        if name.startswith("commentRange") and own == str(number):
            inside = name.endswith("Start")
        elif name == "t" and inside:
            found += node.text
    return found


def test_fixes_are_tracked_changes(run: Run) -> None:
    before = read(written()).text
    _, _, err = run("check", "稿.docx", "--annotate", "改.docx", "--fix", "--select", "FN002")
    made = Path("改.docx").read_bytes()
    assert "修订 1 处" in err and read(made).text == before.replace("截止", "截至")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        xml = package.read(MAIN).decode()
    assert xml.count("<w:delText") == 1 and "截止</w:delText>" in xml
    status, _, _ = run("check", "改.docx", "--select", "FN002", "--fail-on", "note")
    assert status == 0


def test_a_fix_over_several_runs_deletes_in_each_and_inserts_once(run: Run) -> None:
    package = docx.Document()
    paragraph = package.add_paragraph("馆藏增长5%，")
    for part in ("截", "止", "11月底，有约5人。"):
        paragraph.add_run(part).bold = part == "止"
    package.save("稿.docx")
    _, _, err = run("check", "稿.docx", "--annotate", "改.docx", "--fix", "--select", "FN002")
    made = Path("改.docx").read_bytes()
    assert "修订 1 处" in err and read(made).text.strip() == "馆藏增长5%，截至11月底，有约5人。"
    with zipfile.ZipFile(io.BytesIO(made)) as zipped:
        xml = zipped.read(MAIN).decode()
    assert (xml.count("<w:del "), xml.count("<w:ins ")) == (2, 1)
    assert xml.index("截</w:delText>") < xml.index("止</w:delText>") < xml.index("截至</w:t>")


def test_the_same_file_gives_the_same_bytes(run: Run) -> None:
    written()
    for name in ("一.docx", "二.docx"):
        run("check", "稿.docx", "--annotate", name, "--fix")
    assert Path("一.docx").read_bytes() == Path("二.docx").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("稿.txt", "--annotate", "o.docx"),
        ("稿.docx", "稿.docx2", "--annotate", "o.docx"),
        ("稿.docx", "--annotate", "稿.docx"),
    ],
)
def test_comments_go_from_one_word_file_into_another(run: Run, words: tuple[str, ...]) -> None:
    written()
    Path("稿.txt").write_text("好。\n", "utf-8")
    Path("稿.docx2").write_text("好。\n", "utf-8")
    assert run("check", *words)[0] == 2
