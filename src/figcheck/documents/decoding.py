"""Bytes in, text out: a ladder of encodings that knows Chinese files, short ones too."""

from __future__ import annotations

import codecs
import sys
from typing import NoReturn

from figcheck import expressions as re
from figcheck.values import Frozen

_MARKS = (
    # the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GB_MARK = b"\x84\x31\x95\x33"  # U+FEFF; asking the codec would load it
_ORDER = "le" if sys.byteorder == "little" else "be"
_NATIVE = {name: f"{name}-{_ORDER}" for name in ("utf-16", "utf-32")} | {"utf-8-sig": "utf-8"}
"""Codecs that write a mark, or leave it to the mark in which order bytes stand, and what to use where there is none."""
_GB = frozenset({"gb2312", "gbk", "gb18030"})
_BIG5 = ("big5", "cp950", "big5hkscs")
_READINGS = {**dict.fromkeys(_GB, ("gb18030",)), **dict.fromkeys((*_BIG5, "big5-hkscs"), _BIG5)}
"""What names mean in pages: always their widest superset."""
_DECLARED = re.compile(
    r"<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]{2,20})", re.IGNORECASE | re.ASCII
)
_HEAD = 8192
"""Bytes in which a page must say what its encoding is; browsers look at a thousand, but then they know it from HTTP."""
_WRONG = dict.fromkeys([0, *range(0xDC80, 0xDD00)])
_FEW, _FORGIVEN = 10, 2000
"""So many bytes that are wrong, or one in so many characters, are forgiven."""
_CONTROLS = bytes({*range(1, 32), 127} - {9, 10, 11, 12, 13, 26, 27})
_SAMPLE = 65_536
_SHORT = 4096
_NARROW = ("gb18030", "big5", "cp950", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")
_FAMILIAR = 0.3
"""Share of common characters below which a reading is not believed; wrong readings of Chinese stay under a seventh."""
_WIDELY_FAMILIAR = 0.6
"""The same for readings that nearly any bytes allow."""


class EncodingError(ValueError):
    """Bytes that can't be read as text; `key` and `values` are those of a `DocumentError`."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class Decoded(Frozen):
    """A text and what gives the file's bytes back: `mark` and the text in `encoding`."""

    text: str
    encoding: str
    """The name of Python's codec."""
    mark: bytes = b""
    """The byte-order mark."""


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text alone of what `decoded` gives."""
    return decoded(data, encoding).text


def decoded(data: bytes, encoding: str | None = None, *, lenient: bool = False, declared: str | None = None) -> Decoded:
    """The text of a file, its byte-order mark dropped, its newlines as they are; and how the file has it.

    With an `encoding` that one is used, strictly; gb2312 and gbk are read as gb18030, their superset. Without one: the
    byte-order mark, UTF-8, then whichever of gb18030, big5 and UTF-16 makes the most common Chinese of the bytes; what
    has NULs can only be UTF-16. What a page says of itself (`declared`) goes before a guess, but not before UTF-8 that
    is right from end to end: pages say gb2312 long after they were turned into UTF-8.

    `lenient` forgives a few NULs, and bytes that the encoding does not have, as browsers do: programs cut texts within
    a character. Those become lone surrogates (`surrogateescape`), from which `encoded` makes the same bytes again.

    Raises EncodingError for an unknown encoding, bytes that the encoding does not have, binary data, and data in no
    encoding known here.
    """
    try:
        found = _named(data, encoding) if encoding else _said(data, declared) or _guessed(data)
        if not _is_binary(found.text):
            return found
    except EncodingError as error:
        if not lenient:
            raise
        return _forgiven(data, error, declared)
    if not lenient:
        raise EncodingError("documents.binary")
    return _forgiven(data, EncodingError("documents.binary"), found.encoding)


def encoded(text: str, encoding: str, mark: bytes = b"") -> bytes:
    """The bytes of a file with this text: what `decoded` was given, for a text it gave.

    Raises UnicodeEncodeError for what the encoding does not have.
    """
    return mark + text.encode(encoding, "surrogateescape")


def declared_encoding(data: bytes) -> str | None:
    """What a page or its XML declaration says of its encoding, in lower case; None for nothing."""
    match = _DECLARED.search(data[:_HEAD].decode("latin-1"))
    return match[1].lower() if match else None


def _said(data: bytes, declared: str | None) -> Decoded | None:
    """The data as a page says it is to be read; None where it says nothing that its bytes bear out."""
    if declared is None or any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if data.isascii() or _is_chinese(text):
            return Decoded(text, "utf-8")
    for name in _READINGS.get(declared, (declared,)):
        try:
            return Decoded(data.decode(name), codecs.lookup(name).name)
        except (LookupError, ValueError):
            continue
    return None


def _forgiven(data: bytes, error: EncodingError, declared: str | None) -> Decoded:
    """The data in the encoding that all but a few of its bytes are in; raises `error` where there is none."""
    named = error.values.get("encoding") or declared
    for name in _READINGS.get(named, (named,)) if named else ("utf-8", "gb18030", "big5"):
        try:
            text = data.decode(name, "surrogateescape")
        except (LookupError, ValueError):
            continue
        clean = text.translate(_WRONG)
        likely = named or familiarity(clean[:_SAMPLE]) >= _FAMILIAR
        if likely and len(text) - len(clean) <= max(_FEW, len(text) // _FORGIVEN) and not _is_binary(clean):
            return Decoded(text, name)
    raise error


def _named(data: bytes, encoding: str) -> Decoded:
    name = encoding.strip().lower()
    try:
        name = codecs.lookup(name).name
        name, mark = _unmarked(data, "gb18030" if name in _GB else name)
        return _strictly(data, name, mark)
    except EncodingError:
        raise
    except (LookupError, ValueError, UnicodeError):
        raise EncodingError("documents.unknown_encoding", encoding=encoding) from None


def _unmarked(data: bytes, name: str) -> tuple[str, bytes]:
    """The codec that leaves the byte-order mark alone, and the mark, where the data begins with one of this encoding.

    A name that says nothing of the order of bytes (utf-16) takes it from the mark.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(name.removesuffix("-sig")):
            return marked, mark
    if data.startswith(_GB_MARK) and name == "gb18030":
        return name, _GB_MARK
    return _NATIVE.get(name, name), b""


def _strictly(data: bytes, name: str, mark: bytes = b"") -> Decoded:
    try:
        return Decoded(data[len(mark) :].decode(name), name, mark)
    except UnicodeDecodeError as error:
        byte = str(len(mark) + error.start + 1)
        raise EncodingError("documents.undecodable", encoding=name, byte=byte) from None


def _guessed(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name, mark)
    if b"\0" in data:
        return _best(data, _WIDE, _WIDELY_FAMILIAR) or _refused(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _nearly_utf8(data):
            raise EncodingError("documents.undecodable", encoding="utf-8", byte=str(error.start + 1)) from None
    else:
        # two bytes of one Chinese character, or wide text without a single NUL, can pass for UTF-8
        if len(data) > _SHORT or _is_chinese(text) or (data.isascii() and not _is_binary(text)):
            return Decoded(text, "utf-8")
        return _best(data, _NARROW + _WIDE, _WIDELY_FAMILIAR) or Decoded(text, "utf-8")
    return (
        _best(data, _NARROW, _WIDELY_FAMILIAR)
        or _best(data, _WIDE, _WIDELY_FAMILIAR)
        or _best(data, _NARROW, _FAMILIAR)
        or _refused(data)
    )


def _best(data: bytes, names: tuple[str, ...], least: float) -> Decoded | None:
    """The reading with the greatest share of common Chinese, judged by the head of the data; None below `least`."""
    scores = [(familiarity(_reading(data, name)), -place, name) for place, name in enumerate(names)]
    score, _, name = max(scores)
    return _strictly(data, name) if score >= least else None


def _refused(data: bytes) -> NoReturn:
    binary = b"\0" in data or _is_binary(data.decode("latin-1"))
    raise EncodingError("documents.binary" if binary else "documents.undecided")


def _reading(data: bytes, name: str) -> str | None:
    """The head of the data as read in an encoding, a broken last character forgiven; None where it has others."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        return decoder.decode(data[:_SAMPLE])
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> bool:
    """Whether the data is Chinese in UTF-8 but for a few bytes: read in another encoding it would be nonsense."""
    return familiarity(data[:_SAMPLE].decode("utf-8", errors="replace")) >= _WIDELY_FAMILIAR


def familiarity(text: str | None) -> float:
    """Share of common Chinese among all characters that are not printable ASCII: 0 to 1; -1 for no reading.

    A text of printable ASCII alone is wholly familiar.
    """
    from figcheck.data.characters import COMMON

    if text is None:
        return -1.0
    beyond = [char for char in text if not " " <= char < "\x7f" and char not in "\t\r\n"]
    return sum(char in COMMON for char in beyond) / len(beyond) if beyond else 1.0


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _is_binary(text: str) -> bool:
    """Whether NULs or many control characters say that this is no text."""
    raw = text.encode("utf-8", "surrogatepass")
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    return b"\0" in raw or (controls > 2 and controls * 50 > len(text))
