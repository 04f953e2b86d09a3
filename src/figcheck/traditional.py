"""A text in, the same text in the characters that the tables of words are written in out, and what was read of it back.

Traditional characters become Simplified ones, and for the rules full-width digits half-width ones and the stops of
English those of Chinese.

Offsets stay: each character stands for one.
"""

from __future__ import annotations

from functools import cache
from string import ascii_letters

from figcheck import expressions as re
from figcheck.model import Dateline, Field, Masthead
from figcheck.values import replace

_TELLING = "國會時報記來發們說為個這對從經點過長電動產業關後開學體縣場車東與將減補額萬億"
"""Hardly a line of Traditional Chinese has none of these, and no other has any but in a name."""
_HEAD = 2000
"""Characters among which one of them is sought: the rest of a page is in no other script."""


def is_traditional(text: str) -> bool:
    """Whether a text is written in Traditional characters, by its beginning."""
    head = text[:_HEAD]
    return any(sign in head for sign in _TELLING)


def folded(text: str) -> str:
    """The text with Simplified characters where words of mastheads have them; the very text where it is Simplified."""
    return folded_line(text) if is_traditional(text) else text


def folded_line(line: str) -> str:
    """The same for what is too short to tell which it is."""
    return line.translate(_table())


def plainly(text: str) -> str:
    """The text in Simplified characters, with half-width digits, letters and signs, and the stops and brackets of
    Chinese; the very text where it is so."""
    plain = folded(text)
    if not _WIDE.isdisjoint(plain):
        plain = _POINT.sub(".", plain).translate(_NARROW)
    return _with_chinese_stops(plain) if _ASCII_STOP.search(plain) else plain


def _with_chinese_stops(text: str) -> str:
    """共3人,其中女性1人(含实习生): the stops of a page that was typed with those of English, except within numbers."""
    return _ASCII_STOP.sub(_chinese_stop, text).translate(_BRACKETS)  # brackets in pairs, whatever is in them


def _chinese_stop(found: re.Match[str]) -> str:
    return _STOPS[found.group()]


_WIDE_SIGNS = "０１２３４５６７８９％" + "".join(chr(ord(sign) + 0xFEE0) for sign in ascii_letters)
_WIDE = frozenset(_WIDE_SIGNS)
_NARROW = {ord(sign): ord(sign) - 0xFEE0 for sign in _WIDE_SIGNS}
_STOPS = dict(zip(",;:?!", "，；：？！", strict=True))
_BRACKETS = {ord("("): "（", ord(")"): "）"}
_ASCII_STOP = re.compile(r"(?<=[\u4e00-\u9fff”》）%℃])[,;:?!]|[,;:?!](?=[\u4e00-\u9fff“《（])")
_POINT = re.compile("(?<=[０-９])．(?=[０-９])")


@cache
def _table() -> dict[int, str]:
    from figcheck.data.traditional import SIMPLIFIED, TRADITIONAL

    return dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True))


def restored(masthead: Masthead, simple: str, text: str) -> Masthead:
    """A masthead that was read in `simple`, the folded `text`, with its values as the text has them."""
    if simple is text:
        return masthead

    def field(found: Field) -> Field:
        return _restored(found, simple, text)

    return replace(
        masthead,
        title=masthead.title and field(masthead.title),
        repeats=tuple(map(field, masthead.repeats)),
        date=masthead.date and field(masthead.date),
        source=masthead.source and field(masthead.source),
        byline=tuple(map(field, masthead.byline)),
        dateline=masthead.dateline and _dateline(masthead.dateline, simple, text),
        editors=tuple(map(field, masthead.editors)),
    )


def _restored(found: Field, simple: str, text: str) -> Field:
    start, end = found.span.start, found.span.end
    whole = found.value == simple[start:end]
    return Field(text[start:end] if whole else "".join(text[start:end].split()), found.span)


def _dateline(found: Dateline, simple: str, text: str) -> Dateline:
    def words(value: str | None) -> str | None:
        at = simple.find(value, found.span.start, found.span.end) if value else -1
        return text[at : at + len(value)] if value and at >= 0 else value

    reporters = tuple(_restored(each, simple, text) for each in found.reporters)
    return replace(found, agency=words(found.agency), place=words(found.place), reporters=reporters)
