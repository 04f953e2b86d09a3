"""A path in, a Document out: the bytes decoded, the masthead read, the article's date settled."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping
from pathlib import Path

from figcheck import expressions as re
from figcheck.model import Block, Document, Field, Span
from figcheck.values import replace

from .dates import date_in_name, day_of
from .decoding import Decoded, EncodingError, declared_encoding, decoded
from .errors import DocumentError
from .lines import BLANK, split_blocks
from .masthead import published, read_masthead

PAGES = (".html", ".htm", ".xhtml", ".shtml")
"""How the names of pages end."""
_PAGE = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HEAD = 2048
MAX_BYTES = 64 * 1024 * 1024
"""A larger file is no article."""


def load(path: str, *, encoding: str | None = None, date: datetime.date | None = None) -> Document:
    """Read one article; `-` reads standard input. `date` overrules every date that the page or the name has.

    Raises DocumentError for what can't be read, is empty, is no text or is not in the encoding.
    """
    return from_bytes(_read(path), path, encoding=encoding, date=date)


def from_bytes(data: bytes, path: str, *, encoding: str | None = None, date: datetime.date | None = None) -> Document:
    """The document of a file's bytes, wherever they come from; `path` tells its kind.

    Raises DocumentError as `load` does.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(path, "documents.too_large", {"limit": str(MAX_BYTES // 2**20)})
    if is_word(path, data):
        from .word import read_word

        return _dated(read_word(data, path), date)
    if data.startswith(b"%PDF-"):
        from .pdf import read_pdf

        return _dated(read_pdf(data, path), date)
    try:
        found = _decoded(data, path, encoding)
    except EncodingError as error:
        raise DocumentError(path, error.key, error.values) from None
    if not found.text.strip(BLANK):
        raise DocumentError(path, "documents.empty")
    document = from_text(found.text, path, date=date)
    if not document.text:
        raise DocumentError(path, "documents.textless")
    return replace(document, encoding=found.encoding, mark=found.mark)


def _decoded(data: bytes, path: str, encoding: str | None) -> Decoded:
    if not is_html(path, data[:_HEAD].decode("latin-1")):
        return decoded(data, encoding)
    return decoded(data, encoding, lenient=True, declared=declared_encoding(data))


def is_html(path: str, text: str) -> bool:
    """Whether this is a page: by the file's name, else, where that says nothing, by how the text begins."""
    name = path.lower()
    if name.endswith(PAGES):
        return True
    suffix = Path(name).suffix
    return suffix not in (".txt", ".md", ".markdown") and _PAGE.match(text[:_HEAD]) is not None


def is_word(path: str, data: bytes) -> bool:
    """Whether this is a Word file, by name and by its first bytes."""
    return path.lower().endswith((".docx", ".docm")) and data.startswith(b"PK")


def from_text(text: str, path: str = "-", *, date: datetime.date | None = None) -> Document:
    """The document of a text that is decoded already; a path in .md makes it Markdown. Offsets are into `text`."""
    if path.lower().endswith((".md", ".markdown")):
        from .markdown import read_markdown

        masthead, blocks = read_markdown(text)
        return _dated(Document(path, text, blocks, masthead, format="markdown"), date)
    if is_html(path, text):
        from .html import read_html

        return _dated(read_html(text, path), date)
    masthead, blocks = read_masthead(text, split_blocks(text))
    return _dated(Document(path, text, blocks, masthead), date)


def from_fields(fields: Mapping[str, str], path: str) -> Document:
    """The document of a record: its `text` set as a page, with title, date, source, byline and editor where they stand.

    Raises DocumentError where there is no text.
    """
    text = fields.get("text", "")
    if not text.strip(BLANK):
        raise DocumentError(path, "documents.empty")
    day = day_of(fields.get("date", "")) or date_in_name(fields.get("date", ""))
    head = [fields.get("title", ""), day.isoformat() if day else ""]
    head += [f"{label}：{fields[name]}" for name, label in (("source", "来源"), ("byline", "记者")) if fields.get(name)]
    foot = [f"（责任编辑：{fields['editor']}）"] if fields.get("editor") else []
    page = "\n\n".join([*(line for line in head if line), text, *foot])
    if len(page) > MAX_BYTES:
        raise DocumentError(path, "documents.too_large", {"limit": str(MAX_BYTES // 2**20)})
    read = _titled(page, fields.get("title", ""))
    masthead, blocks = read_masthead(read, split_blocks(read))
    if title := fields.get("title", "").strip():
        place = Span(page.index(title), page.index(title) + len(title))
        masthead = replace(masthead, title=Field(title, place))
        blocks = (Block("title", place), *(block for block in blocks if block.span.start >= place.end))
    if masthead.url is None and fields.get("url"):
        masthead = replace(masthead, url=fields["url"])
    return _dated(Document(path, page, blocks, masthead), None)


_ENDS = str.maketrans(dict.fromkeys("。；;，,：:！!？?…", "　"))


def _titled(page: str, title: str) -> str:
    """The page as it is read: a title with the marks of a sentence would be taken for text, and so what follows."""
    return title.translate(_ENDS) + page[len(title) :] if title.strip() else page


def _dated(document: Document, date: datetime.date | None) -> Document:
    """The document with its date: the given one, else the masthead's, else the one in the file's name."""
    if date is not None:
        return replace(document, date=date, date_origin="option")
    day = published(document.text, document.masthead)
    if day is not None:
        return replace(document, date=day, date_origin="masthead")
    day = date_in_name(document.path)
    return document if day is None else replace(document, date=day, date_origin="filename")


def with_entry_date(document: Document, date: datetime.date | None) -> Document:
    """The document with the date of its ledger entry, where neither an option nor the masthead gave one."""
    if date is None or document.date_origin not in ("filename", "none"):
        return document
    return replace(document, date=date, date_origin="ledger")


def _read(path: str) -> bytes:
    """At most a byte more than the limit, so that endless input ends too."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise DocumentError(path, "documents.missing") from None
    except IsADirectoryError:
        raise DocumentError(path, "documents.directory") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(path, "documents.unreadable", {"reason": reason}) from None
