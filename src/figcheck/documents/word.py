"""Bytes of a Word file in, its text, blocks and masthead out: paragraphs, tables, headers, footnotes.

Tracked insertions are read, deletions are not. Each piece of the text knows part, w:t element and paragraph.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from figcheck.model import Document, Piece

from .errors import DocumentError
from .lines import split_blocks
from .masthead import read_masthead
from .writing import Writer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MAIN = "word/document.xml"
_LIMIT = 64 * 1024 * 1024
"""A part that unpacks to more is not read."""
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_GONE = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})


def read_word(data: bytes, path: str) -> Document:
    """The document of a Word file; its date is settled by whoever asked. Raises DocumentError for what is none."""
    parts = _parts(data, path)
    writer = Writer()
    for number, (name, root) in enumerate(parts.items()):
        if number and writer.length:
            writer.put("\n")
        _write(writer, name, root)
    text, pieces = writer.finished()
    if not text.strip():
        raise DocumentError(path, "documents.empty")
    masthead, blocks = read_masthead(text, split_blocks(text))
    return Document(path, text, blocks, masthead, format="docx", pieces=pieces)


def _parts(data: bytes, path: str) -> dict[str, Any]:
    """The parts that hold text, the body first, parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [MAIN, *sorted(name for name in package.namelist() if _is_beside(name))]
            return {name: parsed(_content(package, name, path)) for name in names}
    except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, SyntaxError) as error:
        raise DocumentError(path, "documents.no_word", {"reason": str(error)}) from None


def _is_beside(name: str) -> bool:
    last = name.rpartition("/")[2]
    return name.startswith("word/") and last.endswith(".xml") and last.startswith(("footnotes", "endnotes", "header"))


def _content(package: zipfile.ZipFile, name: str, path: str) -> bytes:
    if package.getinfo(name).file_size > _LIMIT:
        raise DocumentError(path, "documents.too_large", {"limit": str(_LIMIT // 2**20)})
    with package.open(name) as part:
        content = part.read(_LIMIT + 1)
    if len(content) > _LIMIT:
        raise DocumentError(path, "documents.too_large", {"limit": str(_LIMIT // 2**20)})
    return content


def parsed(content: bytes) -> Any:
    """A part as a tree. Nothing outside it is read, no entity is resolved. Raises SyntaxError."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def text_nodes(root: Any) -> list[Any]:
    """The w:t elements of a part, in document order: those that `Piece.node` counts."""
    return list(root.iter(f"{W}t"))


def _write(writer: Writer, part: str, root: Any) -> None:
    # the lists keep the elements alive: lxml makes others, of other ids, for those that nobody holds
    texts, whole = text_nodes(root), list(root.iter(f"{W}p"))
    numbers = {id(node): number for number, node in enumerate(texts)}
    paragraphs = {id(node): number for number, node in enumerate(whole, start=1)}
    for row in _rows(root):
        for place, paragraph in enumerate(row):
            writer.put("\t" if place else "")
            _paragraph(writer, paragraph, part, numbers, paragraphs[id(paragraph)])
        writer.put("\n")


def _rows(node: Any) -> Iterator[list[Any]]:
    """Paragraphs, each alone; those of a table's row together."""
    for child in node:
        if child.tag == f"{W}p":
            yield [child]
        elif child.tag == f"{W}tr":
            yield list(child.iter(f"{W}p"))
        elif isinstance(child.tag, str) and child.tag not in _GONE:
            yield from _rows(child)


def _paragraph(writer: Writer, paragraph: Any, part: str, numbers: dict[int, int], number: int) -> None:
    for node in _inline(paragraph):
        if node.tag == f"{W}t":
            content = node.text or ""
            writer.put(content, Piece(0, 0, 0, len(content), part=part, node=numbers[id(node)], paragraph=number))
        else:
            writer.put(_SIGNS[node.tag])


def _inline(node: Any) -> Iterator[Any]:
    """Texts and signs of a paragraph that are there; a text box in it comes by itself."""
    for child in node:
        if child.tag in _SIGNS or child.tag == f"{W}t":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _GONE and child.tag != f"{W}txbxContent":
            yield from _inline(child)
