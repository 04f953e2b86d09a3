"""Entries of a ledger in, plain tuples, texts and numbers that `marshal` writes out, and the very same entries back."""

from __future__ import annotations

import datetime
import marshal
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from figcheck.model import ArticleEntry, Credits, Event, Fact, Period, Person, Place, Quantity, Stamp, Unit

_VALUES: tuple[Any, ...] = (Fact, Quantity, Unit, Stamp, Period, Place, Event, Person, Credits, ArticleEntry)
_NUMBER_OF = {kind: number for number, kind in enumerate(_VALUES)}
_FACT, _UNIT, _PERIOD, _PLACE = (_NUMBER_OF[kind] for kind in (Fact, Unit, Period, Place))
_TUPLE, _DECIMAL, _FRACTION, _DATE = range(-4, 0)
"""What a tuple holds, as its first member says: one of `_VALUES` by its number, else one of these."""

Packed = Any


def pack(item: object, files: Sequence[str]) -> bytes:
    """The item as bytes; a place keeps the number of its file in `files`, as the file may come to have another name."""
    return marshal.dumps(_packed(item, files), 4)


def _packed(item: Any, files: Sequence[str]) -> Packed:
    number = _NUMBER_OF.get(type(item))
    if number == _PLACE:
        return _PLACE, files.index(item.ledger), item.line
    if number is not None:
        return number, *[_packed(each, files) for each in item]
    if isinstance(item, tuple):
        return _TUPLE, *[_packed(each, files) for each in item]
    if isinstance(item, Decimal):
        return _DECIMAL, str(item)
    if isinstance(item, Fraction):
        return _FRACTION, item.numerator, item.denominator
    if isinstance(item, datetime.date):
        return _DATE, item.toordinal()
    assert item is None or isinstance(item, (str, int)), item
    return item


class Unpacker:
    """Makes items of bytes again; equal units and periods become one."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self._shared: dict[Packed, Any] = {}

    def unpack(self, packed: bytes | memoryview) -> Any:
        """The item. Raises EOFError, ValueError or TypeError for what was not packed here."""
        return self._item(marshal.loads(packed))

    def _item(self, packed: Packed) -> Any:
        if type(packed) is not tuple:
            return packed
        kind = packed[0]
        if kind >= 0:
            return self._value(kind, packed)
        if kind == _DECIMAL:
            return Decimal(packed[1])
        if kind == _FRACTION:
            return Fraction(packed[1], packed[2])
        if kind == _DATE:
            return datetime.date.fromordinal(packed[1])
        return tuple([self._item(each) for each in packed[1:]])

    def _value(self, kind: int, packed: Packed) -> Any:
        if kind == _PLACE:
            return Place(self._files[packed[1]], packed[2])
        if kind not in (_UNIT, _PERIOD):
            return _VALUES[kind](*[self._item(each) for each in packed[1:]])
        known = self._shared.get(packed)
        if known is None:
            known = self._shared[packed] = _VALUES[kind](*[self._item(each) for each in packed[1:]])
        return known
