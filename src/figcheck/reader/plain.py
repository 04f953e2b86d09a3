"""A number with its unit or percent sign in, a mention out: the usual cases, read in one go.

It says nothing that `amounts.read_number` would not say; whatever is less plain is left to it.
"""

from __future__ import annotations

from figcheck.model import Hedge, Mention, Unit
from figcheck.numerals import LONGEST, Numeral, read_numeral
from figcheck.reader.amounts import SPECIAL_UNITS, read_number
from figcheck.reader.draft import SIGNED_OR_PAID, simple_quantity
from figcheck.reader.hedges import AFTER_STARTS, HEDGE_ENDS, hedge_before
from figcheck.reader.patterns import CHINESE_CHARS, C
from figcheck.reader.refusals import CODE_ENDS, CODE_STARTS, NAME_STARTS, is_lexical, is_slogan
from figcheck.reader.tails import (
    BEFORE_UNIT,
    BETWEEN_STARTS,
    BY_CONTEXT,
    LOOSE_STARTS,
    PART_STARTS,
    PER_STARTS,
    RANGE_STARTS,
    SPLIT_UNITS,
)
from figcheck.units import PERCENT, unit_at

_BEFORE = SIGNED_OR_PAID | CODE_ENDS | frozenset("前")
_BEHIND = BEFORE_UNIT | CODE_STARTS | NAME_STARTS
_BEHIND_UNIT = AFTER_STARTS | LOOSE_STARTS | RANGE_STARTS | PER_STARTS | BETWEEN_STARTS | frozenset("半")
_BEHIND_PERCENT = AFTER_STARTS | LOOSE_STARTS | RANGE_STARTS | BETWEEN_STARTS | NAME_STARTS


def read_plain(text: str, start: int, end: int) -> Mention | None:
    """An Arabic number that stands right before its unit, as most do; else what `read_number` makes of it."""
    if text[start - 1 : start] in _BEFORE or end - start > LONGEST:
        return read_number(text, start, end)
    found = _unit_behind(text, end)
    numeral = read_numeral(text[start:end]) if found is not None else None
    if found is None or numeral is None or numeral.hedge != "exact":
        return read_number(text, start, end)
    return _mention(text, start, end, numeral, *found)


def _mention(text: str, start: int, end: int, numeral: Numeral, unit: Unit, stop: int) -> Mention:
    begin, hedge = start, numeral.hedge
    if text[start - 1 : start] in HEDGE_ENDS:
        begin, hedge = _hedged(text, start)
    percent = unit is PERCENT
    core_end = stop if percent else end
    quantity = simple_quantity(text[start:core_end], numeral, unit, hedge, percent=percent)
    return Mention(begin, stop, text[begin:stop], start, core_end, quantity)


def _hedged(text: str, start: int) -> tuple[int, Hedge]:
    before = hedge_before(text, start)
    return (start, "exact") if before is None else (before[1], before[0])


def _unit_behind(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit or percent sign at an offset and where it ends, if nothing behind it can belong to the figure too."""
    first = text[end : end + 1]
    if first in ("%", "％"):
        return None if text[end + 1 : end + 2] in _BEHIND_PERCENT else (PERCENT, end + 1)
    found = unit_at(text, end) if first not in _BEHIND else None
    return found if found is not None and _is_all(text, *found) else None


def _is_all(text: str, unit: Unit, stop: int) -> bool:
    """Whether a unit is one that says all by itself, and nothing behind it can belong to the figure."""
    symbol, following = unit.symbol, text[stop : stop + 1]
    if following in _BEHIND_UNIT or symbol in BY_CONTEXT or symbol == "年":
        return False
    return symbol not in SPLIT_UNITS or following not in PART_STARTS


# --- with Chinese numerals ---------------------------------------------------------------------------------------

_ARABIC = frozenset("0123456789０１２３４５６７８９")
_DIGITS = frozenset(C)
_BEFORE_CHINESE = _BEFORE | frozenset("、")
_BEHIND_CHINESE = _BEHIND | BETWEEN_STARTS | frozenset("大年号號")
_WEAK = frozenset("一半几幾数數百千万亿萬億")
"""Numerals of one character that are figures only in some company."""


def read_any(text: str, start: int, end: int) -> Mention | None:
    """A number in whatever digits, with multipliers or without: 3.2亿元, 三个; else what `read_number` makes of it."""
    if text[start] in _ARABIC:
        return read_plain(text, start, end)
    if text[start] not in CHINESE_CHARS or text[start - 1 : start] in _BEFORE_CHINESE or end - start > LONGEST:
        return read_number(text, start, end)
    if text[end : end + 1] in _BEHIND_CHINESE:
        return read_number(text, start, end)
    if is_slogan(text, start, end):
        return None
    found = unit_at(text, end)
    core = text[start:end]
    if found is None:
        return None if core in _DIGITS else read_number(text, start, end)
    unit, stop = found
    if not _is_all(text, unit, stop) or unit.symbol in SPECIAL_UNITS or text.find("《", max(0, start - 12), start) >= 0:
        return read_number(text, start, end)
    if core in _WEAK:
        return None if core == "一" and unit.counts else read_number(text, start, end)
    if end - start <= 4 and is_lexical(text, start):
        return None
    numeral = read_numeral(core)
    if numeral is None or numeral.hedge != "exact" or numeral.value is None:
        return read_number(text, start, end)
    return _mention(text, start, end, numeral, unit, stop)
