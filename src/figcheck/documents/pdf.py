"""Bytes of a PDF file in, its text, blocks and masthead out: lines put together to paragraphs, each with its page.

The order is the file's own. Page numbers, and heads and feet that stand on several pages, are left out. Words that
stand apart on a line, as in a table's row, are parted by tabs. The largest letters of the first page are the title.
Pages that are pictures have no text.
"""

from __future__ import annotations

import ctypes
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from figcheck import expressions as re
from figcheck.model import Block, Document, Field, Piece, Span
from figcheck.values import Frozen, replace

from .errors import DocumentError
from .lines import split_blocks
from .masthead import read_masthead
from .writing import Writer

_PAGES = 2000
"""A file of more pages is no article."""
_NUMBER = re.compile(r"\W*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]+\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?\W*")
"""What a line that numbers a page looks like: 3, — 3 —, 第3页 共5页, 3/5."""
_EDGE = 0.09
"""The part of a page, above and below, in which such lines and heads stand."""
_APART = 1.8
"""Times a character's height: words further apart are in columns of their own."""
_LARGE = 1.25
"""Times the size of most lines: letters so much larger are a title's."""
_WORD = re.compile(r"[A-Za-z]")


class _Char(Frozen):
    """A character of a page and its box in points, from the page's lower left."""

    place: int
    text: str
    left: float
    bottom: float
    right: float
    top: float


class _Line(Frozen):
    """A line of a page."""

    page: int
    chars: tuple[_Char, ...]
    left: float
    bottom: float
    right: float
    size: float
    """The height of its letters, in points."""
    edge: bool
    """Whether it stands at the head or foot of its page."""

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars).strip()


def read_pdf(data: bytes, path: str) -> Document:
    """The document of a PDF file; its date is settled by whoever asked.

    Raises DocumentError for what is none, is locked, has no text, or where figcheck[pdf] is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise DocumentError(path, "documents.no_pdf_reader") from None
    try:
        file = pypdfium2.PdfDocument(data)
        if len(file) > _PAGES:
            raise DocumentError(path, "documents.too_many_pages", {"limit": str(_PAGES)})
        lines = [line for number, page in enumerate(file, start=1) for line in _lines(page, number)]
    except pypdfium2.PdfiumError as error:
        raise DocumentError(path, "documents.no_pdf", {"reason": str(error)}) from None
    writer, spans = Writer(), []
    paragraphs = list(_paragraphs(list(_without_heads(lines))))
    for paragraph in paragraphs:
        start = writer.length
        _write(writer, paragraph)
        spans.append(Span(start, writer.length - 1))
    text, pieces = writer.finished()
    if not text.strip():
        raise DocumentError(path, "documents.pictures")
    masthead, blocks = read_masthead(text, split_blocks(text))
    if title := _title(paragraphs, spans):
        masthead = replace(masthead, title=Field(text[title.start : title.end], title))
        blocks = (Block("title", title), *(block for block in blocks if block.span.start >= title.end))
    return Document(path, text, blocks, masthead, format="pdf", pieces=pieces)


def _title(paragraphs: Sequence[Sequence[_Line]], spans: Sequence[Span]) -> Span | None:
    """The first of the largest letters on the first page, where they are larger than those of most lines."""
    sizes = sorted(line.size for paragraph in paragraphs for line in paragraph)
    first = [number for number, paragraph in enumerate(paragraphs) if paragraph[0].page == 1]
    found = max(first, key=lambda number: (paragraphs[number][0].size, -number), default=None)
    if found is None or paragraphs[found][0].size < _LARGE * sizes[len(sizes) // 2]:
        return None
    return spans[found]


# --- characters to lines ---------------------------------------------------------------------------------------------


def _lines(page: Any, number: int) -> Iterator[_Line]:
    height = page.get_height()
    held: list[_Char] = []
    for char in _chars(page.get_textpage()):
        if char.text in "\r\n":
            yield from _line(held, number, height)
            held = []
        else:
            held.append(char)
    yield from _line(held, number, height)


def _chars(textpage: Any) -> Iterator[_Char]:
    """The characters in the order of the file, with the spaces and line ends that the reader sees between them."""
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    for place in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, place)
        # 0xfffe stands for a hyphen at a line's end that is not the text's
        if code in (0, 0xFFFE) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        # the box of the font, not of the ink: a comma is as high as a character
        raw.FPDFText_GetLooseCharBox(textpage, place, ctypes.byref(box))
        yield _Char(place, chr(code), box.left, box.bottom, box.right, box.top)


def _line(chars: Sequence[_Char], page: int, height: float) -> Iterator[_Line]:
    inked = [char for char in chars if not char.text.isspace()]
    if not inked:
        return
    bottom, size = min(char.bottom for char in inked), max(char.top - char.bottom for char in inked)
    edge = not _EDGE * height < bottom < (1 - _EDGE) * height
    left = min(char.left for char in inked)
    yield _Line(page, tuple(chars), left, bottom, max(char.right for char in inked), size, edge)


def _without_heads(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines without numbers of pages, and without heads and feet that stand on several pages."""
    pages = Counter(text for text, _ in {(line.text, line.page) for line in lines if line.edge})
    return (line for line in lines if not line.edge or not (pages[line.text] > 1 or _NUMBER.fullmatch(line.text)))


# --- lines to paragraphs ---------------------------------------------------------------------------------------------


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that go on without an end, an indent, another size of letters or a jump are one paragraph."""
    held: list[_Line] = []
    for run in _columns(lines):
        column = _Column(max(line.right for line in run), min(line.left for line in run), any(map(_indented, run)))
        for line in run:
            if held and not _goes_on(held[-1], line, column):
                yield held
                held = []
            held.append(line)
    if held:
        yield held


def _columns(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines of one size below each other that share their width of the page."""
    held: list[_Line] = []
    for line in lines:
        if held and not _same_column(held, line):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


class _Column(Frozen):
    """Where lines that stand below each other begin and end."""

    right: float
    left: float
    indents: bool
    """Whether paragraphs begin with an indent."""


def _same_column(held: Sequence[_Line], line: _Line) -> bool:
    last = held[-1]
    below = line.page == last.page and line.bottom < last.bottom
    margin = min(each.left for each in held)
    return below and _alike(last, line) and abs(line.left - margin) < 4 * last.size and not _spread(line)


def _alike(line: _Line, other: _Line) -> bool:
    return abs(line.size - other.size) < 0.03 * line.size


def _spread(line: _Line) -> bool:
    """Whether the line is a row of a table."""
    return any(True for _ in _gaps(line))


def _indented(line: _Line) -> bool:
    return line.chars[0].text == "\u3000"


def _goes_on(last: _Line, line: _Line, column: _Column) -> bool:
    """Whether a line goes on where the last one, which may end another column, broke off."""
    if not _alike(last, line) or _spread(last) or _spread(line) or _indented(line):
        return False
    if line.left - column.left > last.size:
        return False
    if last.page == line.page and last.bottom - line.bottom > 0:
        full = column.right - last.right < last.size * (3 if column.indents else 1.8)
        return full and last.bottom - line.bottom < 3 * last.size
    return last.text[-1] not in "。！？”）:：" and not last.edge


def _gaps(line: _Line) -> Iterator[int]:
    """Numbers of the characters behind which a wide space stands."""
    inked = [(number, char) for number, char in enumerate(line.chars) if not char.text.isspace()]
    for (number, char), (_, behind) in itertools.pairwise(inked):
        between = line.chars[number + 1 : number + 2]
        written = between and between[0].text == "\u3000"
        if not written and behind.left - char.right > _APART * line.size:
            yield number


def _write(writer: Writer, lines: Sequence[_Line]) -> None:
    """A paragraph, its lines without breaks, a space only between two words of letters."""
    before = ""
    for line in lines:
        gaps = set(_gaps(line))
        if before and _WORD.match(before) and _WORD.match(line.text):
            writer.put(" ")
        skipping = False
        for number, char in enumerate(line.chars):
            if skipping and char.text.isspace():
                continue
            skipping = number in gaps
            piece = Piece(0, 0, char.place, char.place + 1, page=line.page)
            writer.put(char.text, piece)
            if skipping:
                writer.put("\t")
        before = line.text[-1:]
    writer.put("\n")
