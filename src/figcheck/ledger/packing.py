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
_PLACE = _NUMBER_OF[Place]
_SHARED = (_NUMBER_OF[Unit], _NUMBER_OF[Period])
_TUPLE, _DECIMAL, _FRACTION, _DATE, _SAME = range(-5, 0)
"""What a tuple holds, as its first member says: one of `_VALUES` by its number, else one of these."""

Packed = Any


class Packer:
    """Makes bytes of items; units and periods, which many facts share, are kept once, beside them."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = {file: number for number, file in enumerate(files)}
        self._shared: dict[Packed, tuple[int, int]] = {}

    def pack(self, item: object) -> bytes:
        """An item; a place keeps the number of its file, as the file may come to have another name."""
        return marshal.dumps(self._packed(item), 4)

    def shared(self) -> bytes:
        """What the items packed so far share."""
        return marshal.dumps(list(self._shared), 4)

    def _packed(self, item: Any) -> Packed:
        kind = type(item)
        if item is None or kind is str or kind is int or kind is bool:
            return item
        if kind is Decimal:
            return _DECIMAL, str(item)
        number = _NUMBER_OF.get(kind)
        if number == _PLACE:
            return _PLACE, self._files[item.ledger], item.line
        if number is not None:
            packed = (number, *[self._packed(each) for each in item])
            return self._shared.setdefault(packed, (_SAME, len(self._shared))) if number in _SHARED else packed
        if kind is tuple:
            return _TUPLE, *[self._packed(each) for each in item]
        if kind is Fraction:
            return _FRACTION, item.numerator, item.denominator
        assert kind is datetime.date, item
        return _DATE, item.toordinal()


class Unpacker:
    """Makes items of bytes again; `shared` is what the packer's items share."""

    def __init__(self, files: Sequence[str], shared: bytes | memoryview) -> None:
        self._files = files
        self._packed: list[Packed] = marshal.loads(shared)
        self._shared: dict[int, Any] = {}

    def unpack(self, packed: bytes | memoryview) -> Any:
        """The item. Raises EOFError, ValueError, TypeError or LookupError for what was not packed here."""
        return self._item(marshal.loads(packed))

    def _item(self, packed: Packed) -> Any:
        if type(packed) is not tuple:
            return packed
        kind = packed[0]
        if kind == _PLACE:
            return Place(self._files[packed[1]], packed[2])
        if kind >= 0:
            return _VALUES[kind](*[self._item(each) for each in packed[1:]])
        if kind == _DECIMAL:
            return Decimal(packed[1])
        if kind == _SAME:
            return self._same(packed[1])
        if kind == _FRACTION:
            return Fraction(packed[1], packed[2])
        if kind == _DATE:
            return datetime.date.fromordinal(packed[1])
        return tuple([self._item(each) for each in packed[1:]])

    def _same(self, number: int) -> Any:
        known = self._shared.get(number)
        if known is None:
            known = self._shared[number] = self._item(self._packed[number])
        return known
