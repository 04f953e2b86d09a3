"""An Arabic number with its unit and nothing around it in, a mention out: the usual case, read in one go.

It says nothing that `amounts.read_number` would not say; whatever is less plain is left to it.
"""

from __future__ import annotations

from figcheck.model import Mention
from figcheck.numerals import LONGEST, read_numeral
from figcheck.reader.amounts import read_number
from figcheck.reader.draft import WORTH_A_LOOK, simple_quantity
from figcheck.reader.hedges import AFTER_STARTS
from figcheck.reader.refusals import CODE_ENDS, CODE_STARTS, NAME_STARTS
from figcheck.reader.tails import BEFORE_UNIT, BETWEEN_STARTS, LOOSE_STARTS, PER_STARTS, RANGE_STARTS, SPLIT_UNITS
from figcheck.units import unit_at

_BEFORE = WORTH_A_LOOK | CODE_ENDS | frozenset("前")
_BEHIND = BEFORE_UNIT | CODE_STARTS | NAME_STARTS
_BEHIND_UNIT = AFTER_STARTS | LOOSE_STARTS | RANGE_STARTS | PER_STARTS | BETWEEN_STARTS | frozenset("半")


def read_plain(text: str, start: int, end: int) -> Mention | None:
    """A number that stands right before its unit, as most do; else what `read_number` makes of it."""
    if text[start - 1 : start] in _BEFORE or text[end : end + 1] in _BEHIND:
        return read_number(text, start, end)
    found = unit_at(text, end)
    if found is None:
        return read_number(text, start, end)
    unit, stop = found
    if unit.symbol in SPLIT_UNITS or text[stop : stop + 1] in _BEHIND_UNIT or end - start > LONGEST:
        return read_number(text, start, end)
    core = text[start:end]
    numeral = read_numeral(core)
    if numeral is None or numeral.hedge != "exact":
        return read_number(text, start, end)
    return Mention(start, stop, text[start:stop], start, end, simple_quantity(core, numeral, unit))
