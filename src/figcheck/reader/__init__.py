"""Text in, mentions out: hedge × numeral × unit, as written; dates are left unresolved for who knows the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from figcheck import expressions as re
from figcheck.data.claim_words import FALL, RISE
from figcheck.model import Kind, Mention, Quantity
from figcheck.numerals import LONGEST
from figcheck.reader import amounts, forms, moments
from figcheck.reader.blanks import put_back, without_blanks
from figcheck.reader.patterns import PLAIN_NUMBER, SCAN, SCORE_ONLY
from figcheck.reader.plain import read_any, read_plain
from figcheck.reader.refusals import outside_addresses
from figcheck.reader.series import join_series
from figcheck.units import counter
from figcheck.values import replace

Direction = Literal[-1, 0, 1]

_READERS: dict[str, Callable[[str, int, int], Mention | None]] = {
    "iso": moments.read_iso,
    "era": moments.read_era,
    "century": moments.read_century,
    "lunar": moments.read_lunar,
    "date": moments.read_date,
    "clock": lambda text, start, end: _read_colon(text, start, end),
    "hour": moments.read_hour,
    "percent": forms.read_percent,
    "share": forms.read_share,
    "score": forms.read_score,
    "tenths": forms.read_tenths,
    "doubling": forms.read_doubling,
    "ordinal": forms.read_ordinal,
    "plain": read_plain,
    "number": read_any,
}
"""Who reads what the scan's group of that name found."""


_WHOLE = frozenset(("plain", "number", "ordinal", "share"))
"""Groups whose numeral is nothing else either when they are refused: 第三方 holds no 三方."""


def read(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """All figures between two offsets of `text`, in order, none overlapping another's core."""
    stop = len(text) if end is None else end
    joined = without_blanks(text, start, stop)
    if joined is not None:
        return [put_back(mention, text, joined[1]) for mention in _read(joined[0], 0, len(joined[0]))]
    return _read(text, start, stop)


def _read(text: str, start: int, stop: int) -> list[Mention]:
    found: list[Mention] = []
    search, readers = SCAN.search, _READERS
    match = search(text, start, stop)
    while match is not None:
        at, after = match.span()
        group = match.lastgroup or "number"
        mention = readers[group](text, at, after)
        if mention is None and group not in _WHOLE:
            mention, after = _read_as_number(text, at, stop)
        if mention is not None:
            found.append(mention)
            after = max(mention.end, after)
        match = search(text, after, stop)
    if found and text.find("://", start, stop) >= 0:
        found = outside_addresses(text, start, stop, found)
    if not found and stop - start <= LONGEST:
        found = _read_alone(text, start, stop)
    return join_series(text, found)


def _read_alone(text: str, start: int, stop: int) -> list[Mention]:
    """A paragraph that is nothing but a Chinese numeral (十五): no word is there that it could belong to."""
    number = PLAIN_NUMBER.match(text, start, stop)
    if number is None or not _ALONE.search(number.group()):
        return []
    mention = amounts.read_alone(text, start, number.end())
    return [mention] if mention is not None and not text[mention.end : stop].strip() else []


_ALONE = re.compile(r"[^万萬亿億].")
"""What is a number by itself; 百, 半 and 万万 are rather words, and 三 is the head of a third part."""


def _read_colon(text: str, start: int, end: int) -> Mention | None:
    """19:30 is a time of day unless a game is told of, or there is no such time: 25:21."""
    time = None if forms.is_counted(text, start, end) else moments.read_clock(text, start, end)
    return time or (forms.read_score(text, start, end) if SCORE_ONLY.fullmatch(text, start, end) else None)


def _read_as_number(text: str, at: int, stop: int) -> tuple[Mention | None, int]:
    """What looked like a date, a clock time or a score but is none may still be a number: 3点建议, 为期3日."""
    number = PLAIN_NUMBER.match(text, at, stop)
    if number is None:
        return None, at + 1
    return amounts.read_number(text, at, number.end()), number.end()


_RISE = re.compile(rf"(?:{'|'.join(sorted(RISE, key=len, reverse=True))})[了约为]?")
_FALL = re.compile(rf"(?:{'|'.join(sorted(FALL, key=len, reverse=True))})[了约为]?")


def read_value(written: str) -> tuple[Quantity, Direction] | None:
    """The figure that a ledger's value gives, with its direction (下降8.9%: -1); None where it is no single figure."""
    text = written.strip()
    direction: Direction = 0
    rise, fall = _RISE.match(text), _FALL.match(text)
    if rise is not None or fall is not None:
        direction = -1 if rise is None else 1
        text = text[(rise or fall).end() :].lstrip()  # type: ignore[union-attr]
    found = read(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].quantity, direction
    counted = _read_counted(text)
    return None if counted is None else (counted, direction)


def _read_counted(text: str) -> Quantity | None:
    """A number of things that no table of counters knows (12730治疗量, 286.4万册次), or of nothing: 12345."""
    number = PLAIN_NUMBER.match(text)
    noun = text[number.end() :] if number is not None else ""
    if number is None or not _NOUN.fullmatch(noun):
        return None
    known = read(text)
    if len(known) == 1 and known[0].start == 0 and noun and not noun.endswith("次"):
        return known[0].quantity  # 3.2万吨蔬菜: what is weighed is no part of the unit
    found = read(number.group() + "个")
    if len(found) != 1:
        return None
    kind: Kind = "quantity" if noun else "number"
    return replace(found[0].quantity, kind=kind, unit=counter(noun) if noun else None)


_NOUN = re.compile(r"[\u4e00-\u9fff]{0,5}")
