"""Paths in, the decoded text of each ledger out, with line and column of any offset; or what is wrong with a file."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from figcheck import expressions as re
from figcheck.ledger.mistakes import Mistake
from figcheck.model import Word
from figcheck.values import Frozen, replace

_MEGABYTE = 2**20
SIZE_LIMIT = 256 * _MEGABYTE
"""Bytes; larger files are not read."""
DEPTH_LIMIT = 20
"""Levels of nesting that a ledger may have."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNMARKED = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Encodings of what follows a byte-order mark, where that is not UTF-8."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Edit(Frozen):
    """Something put right so that reading can go on; it takes away no more than it puts in."""

    at: int
    """Offset in the text that is parsed."""
    drop: int
    """Characters taken away there."""
    put: str
    """Characters put in instead."""


class Source(Frozen):
    """A ledger's text."""

    path: str
    """The file, as the user named it."""
    original: str
    """The decoded file, byte-order mark dropped."""
    text: str
    """What is parsed: the original, or one put right so that reading can go on after a slip."""
    starts: Sequence[int]
    """Where the lines of the original begin."""
    added: tuple[int, ...] = ()
    """Offsets in `text` of characters that the original lacks, in order."""
    above: int = 0
    """Lines of the file above the text, where that is only a part of it."""

    def position(self, at: int) -> tuple[int, int]:
        """Line and column in the file, 1-based, of an offset in `text`."""
        at -= bisect_left(self.added, at)
        line = bisect_right(self.starts, at)
        return line + self.above, at - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line of the file, without its end."""
        number -= self.above
        end = self.starts[number] if number < len(self.starts) else len(self.original)
        return self.original[self.starts[number - 1] : end].rstrip("\r\n")

    def mistake(self, at: int, where: str, key: str, **values: str | Word) -> Mistake:
        """A mistake at an offset in `text`."""
        line, column = self.position(at)
        return Mistake(self.path, line, column, where, key, tuple(values.items()), self.line(line))

    def edited(self, edits: Iterable[Edit]) -> Source:
        """The same source with another text to be parsed; edits in order, none overlapping another."""
        pieces, grown, done = [], [], 0
        for edit in edits:
            pieces += [self.text[done : edit.at], edit.put]
            done = edit.at + edit.drop
            grown += [done] * (len(edit.put) - edit.drop)
        kept = [old + bisect_right(grown, old) for old in self.added]
        new = [at + before for before, at in enumerate(grown)]
        return replace(self, text="".join([*pieces, self.text[done:]]), added=tuple(sorted(kept + new)))

    def with_text(self, text: str) -> Source:
        """The same source with another text of the same length to be parsed."""
        return replace(self, text=text)


def source_of(path: str, text: str, above: int = 0) -> Source:
    """The source of a decoded text; `above` is the number of lines above it, where it is a part of a file."""
    starts = array("Q", [0])
    starts.extend(end.end() for end in _LINE_END.finditer(text))
    return Source(path, text, text, starts, above=above)


def read_source(path: str, *, may_be_empty: bool = False) -> Source | Mistake:
    """The text of one file, or why there is none. Raises nothing."""
    try:
        data = _bytes(Path(path))
    except FileNotFoundError:
        return whole(path, "ledger.missing_file")
    except (OSError, ValueError) as error:
        return whole(path, "ledger.unreadable", reason=getattr(error, "strerror", None) or str(error))
    if data is None:
        return whole(path, "ledger.too_large", limit=str(SIZE_LIMIT // _MEGABYTE))
    source = _decoded(path, data)
    if isinstance(source, Source) and not source.text.strip() and not may_be_empty:
        return whole(path, "ledger.empty")
    return source


def encoded(text: str, before: bytes) -> bytes:
    """A text in the encoding, and with the byte-order mark, of what the file held before."""
    mark = next((mark for mark, _ in _BOMS if before.startswith(mark)), b"")
    return mark + text.encode(_UNMARKED.get(mark, "utf-8"))


def _bytes(path: Path) -> bytes | None:
    """The content; None where it is over the limit, whatever kind of file it is."""
    with path.open("rb") as file:
        if path.stat().st_size > SIZE_LIMIT:
            return None
        data = file.read(SIZE_LIMIT + 1)
    return None if len(data) > SIZE_LIMIT else data


def _decoded(path: str, data: bytes) -> Source | Mistake:
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    return whole(path, "ledger.binary") if "\0" in text else source_of(path, text)


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Mistake:
    if b"\0" in data or error.encoding.startswith("utf-16"):
        return whole(path, "ledger.binary")
    good = data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        text, key = data.decode("gb18030"), "ledger.encoding_gb"
    except UnicodeDecodeError:
        text, key = data.decode("utf-8", "replace").removeprefix("\ufeff"), "ledger.encoding"
    return source_of(path, text).mistake(len(good), "", key)


def whole(path: str, key: str, **values: str) -> Mistake:
    """A mistake that concerns a file, or a folder, as a whole."""
    return Mistake(path, 0, 0, "", key, tuple(values.items()))
