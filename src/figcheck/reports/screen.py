"""Text from anywhere in, what a terminal may be shown out: escaped, measured in cells, cut, wrapped, coloured."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from figcheck import expressions as re

Style = Literal["error", "warning", "note", "strong", "faint", "good"]
Piece = str | tuple[str, Style] | tuple[str, Style, str]
"""A run of text, with a style where it has one, and where a click on it leads."""
Line = tuple[Piece, ...]

_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "strong": "1",
    "faint": "2",
    "good": "32",
}
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_CLOSERS = frozenset("，。；：、！？）》】”’」』")
_WORDS = re.compile(r"[!-~]+ *|.", re.DOTALL)


def safe(text: str) -> str:
    """`text` on one line, with control, bidirectional and invisible characters written out: `\\x1b`, `\\u202e`."""
    return text if text.isprintable() else "".join(map(_shown, text))


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char == "\t":
        return " "
    if unicodedata.category(char) in _HIDDEN:
        return char.encode("unicode_escape").decode("ascii")
    return char


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Terminal cells that `text` takes, once it is safe; Chinese is two wide."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def pad(text: str, cells: int) -> str:
    """`text` with spaces up to `cells` terminal cells."""
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """`text`, made safe, in at most `cells` terminal cells, with … where its end is left out."""
    text = safe(text)
    if width(text) <= cells:
        return text
    while width(text) > cells - 1:
        text = text[:-1]
    return text + "…"


def wrap(text: str, cells: int) -> list[str]:
    """`text` in lines of at most `cells` terminal cells; a closing mark may hang over rather than open a line."""
    lines = [""]
    for word in _WORDS.findall(text):
        if lines[-1] and width(lines[-1] + word.rstrip()) > cells and word not in _CLOSERS:
            lines.append("")
        lines[-1] += word
    return [line.rstrip() for line in lines]


def file_link(path: str, line: int) -> str:
    """The address of a line, 1-based, of a file on this machine, for terminals: any control character is escaped."""
    from pathlib import Path

    return f"{Path(path).absolute().as_uri()}#{line}"


def draw(lines: Iterable[Line], *, colour: bool) -> str:
    """The lines as text, every piece made safe, each line ended; escape codes only with `colour`."""
    return "".join("".join(_draw(piece, colour) for piece in line).rstrip() + "\n" for line in lines)


def _draw(piece: Piece, colour: bool) -> str:
    if isinstance(piece, str):
        return safe(piece)
    text = safe(piece[0])
    if not colour or not text:
        return text
    shown = f"\x1b[{_CODES[piece[1]]}m{text}\x1b[0m"
    return f"\x1b]8;;{piece[2]}\x1b\\{shown}\x1b]8;;\x1b\\" if len(piece) > 2 and piece[2] else shown
