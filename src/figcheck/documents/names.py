"""What fills a credit in, the names in it and their places out; whether a name is right is for the checks."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.data import masthead as data
from figcheck.model import Field, Span
from figcheck.values import Frozen

from .lines import trim

HOUSES = frozenset(data.HOUSES.split())
_SURE_TAILS = tuple(data.SURE_TAILS.split())
_NOT_NAMES = tuple(data.NOT_NAMES.split())

_RANKS = tuple(data.RANKS.split())
_REPORTERS = tuple(data.REPORTERS.split())
_HOUSE_TAILS = tuple(data.HOUSE_TAILS.split())
_LONGEST_HOUSE = 24
_NO_HOUSE = "，。：；“”（）()[]【】|丨 "

_HAN = r"[^\W\d_A-Za-z]"  # a range of code points would take a millisecond to compile
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,12}}(?:[·•・]{_HAN}{{1,12}})+|[A-Za-z][A-Za-z.'’-]{{1,20}}")
_PIECE = re.compile(r"[（(）)]|[^\s、，,;；/／&＆|｜丨:：（(）)]+")
_STAFF = re.compile(r"[_ ]?[A-Z]{1,3}\d{2,6}$")
_APPENDIX = re.compile(rf"{_HAN}{{0,4}}报[道导]|整理|发自{_HAN}{{1,8}}|[A-Z]{{1,3}}\d{{2,6}}|\S+@\S+")


class Reporter(Frozen):
    """The word that announces a reporter, with house and rank: 记者, 本报特派记者, 人民网驻法国记者."""

    length: int
    """In code points, from the beginning."""
    housed: bool
    """Whether it names the house."""


def read_reporter(words: str) -> Reporter | None:
    """The announcement that these words begin with; None where they begin with something else."""
    found = [(words.find(word, 0, _LONGEST_HOUSE), word) for word in _REPORTERS]
    place, word = min((each for each in found if each[0] >= 0), default=(-1, ""))
    if place < 0:
        return None
    house = words[:place]
    while house and not _can_send_reporters(house):
        shorter = _unranked(house)
        if shorter == house:
            return None
        house = shorter
    return Reporter(place + len(word), bool(house))


def _can_send_reporters(house: str) -> bool:
    return house in HOUSES or (house.endswith(_HOUSE_TAILS) and not any(char in _NO_HOUSE for char in house))


def _unranked(words: str) -> str:
    """Without the rank or the post at the end: 首席, 特派, 驻美国."""
    for rank in _RANKS:
        if words.endswith(rank):
            return words.removesuffix(rank)
    post = words.rfind("驻")
    return words[:post] if post >= 0 and 2 <= len(words) - post - 1 <= 6 else words


def is_name(words: str) -> bool:
    """Whether these words have the shape of a person's name."""
    return _NAME.fullmatch(words) is not None and not words.startswith(_NOT_NAMES)


def is_house(words: str) -> bool:
    """Whether these words are the name of a news agency, a paper or a site."""
    return words in HOUSES or (2 < len(words) <= 10 and words.endswith(_SURE_TAILS) and len(words.split()) == 1)


def are_names(words: str) -> bool:
    """Whether these words are nothing but names of people and houses."""
    pieces = [words[first:last] for first, last in _pieces(words, 0, len(words))]
    return bool(pieces) and all(is_name("".join(piece.split())) or is_house(piece) for piece in pieces)


def read_names(text: str, start: int, end: int) -> tuple[Field, ...]:
    """The names in a stretch of the text, without the white space inside them; what is no list of names stays whole."""
    start, end = trim(text, start, end)
    if start >= end:
        return ()
    fields = [Field("".join(text[a:b].split()), Span(a, b)) for a, b in _pieces(text, start, end)]
    if fields and all(is_name(field.value) for field in fields):
        return tuple(fields)
    return (Field(text[start:end], Span(start, end)),)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of what may be names: no roles, no remarks in brackets, no staff numbers; 刘　洋 is one."""
    inside = announced = False
    held: tuple[int, int] | None = None
    for match in _PIECE.finditer(text, start, end):
        first, last = match.span()
        if text[first] in "（(）)":
            inside, announced = text[first] in "（(", False
            continue
        role = read_reporter(text[first:last])
        announced = announced or role is not None
        first = first + role.length if role else first
        staff = _STAFF.search(text, first, last)
        last = staff.start() if staff else last
        if first >= last or (inside and not announced) or _APPENDIX.fullmatch(text, first, last):
            continue
        if held is not None:
            if last - first == 1:
                yield held[0], last
                held = None
                continue
            yield held
        held = (first, last) if last - first == 1 else None
        if held is None:
            yield first, last
    if held is not None:
        yield held
