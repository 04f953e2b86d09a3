"""Mentions of one text in, the same with units shared along series out: 分别增长5、6和7%, 12、15和18万人, 5、6月."""

from __future__ import annotations

from decimal import Decimal

from figcheck import expressions as re
from figcheck.model import Mention, Quantity, Stamp
from figcheck.numerals import MYRIAD_CHARS, read_numeral
from figcheck.reader.draft import share_unit

_JOIN = re.compile(r"(?:、|和|与|及|以及|或)")


def join_series(text: str, mentions: list[Mention]) -> list[Mention]:
    """Bare numbers that a joining word leads on to a figure with a unit take that unit."""
    for at in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[at], mentions[at + 1]
        if mention.quantity.kind != "number" or not isinstance(mention.quantity.value, Decimal):
            continue
        if _JOIN.fullmatch(text, mention.end, following.start):
            mentions[at] = _joined(mention, following)
    return mentions


def _joined(mention: Mention, following: Mention) -> Mention:
    quantity = following.quantity
    value = mention.quantity.value
    assert isinstance(value, Decimal)
    if quantity.kind == "date" and isinstance(quantity.value, Stamp):
        return _dated(mention, quantity.value, int(value))
    if quantity.unit is None or quantity.value is None:
        return mention
    return share_unit(mention, quantity.unit, _shared_factor(mention, following))


def _dated(mention: Mention, after: Stamp, number: int) -> Mention:
    if after.day is not None and after.month is None and 1 <= number <= 31:
        stamp = Stamp(day=number)
    elif after.day is None and after.month is not None and after.year is None and 1 <= number <= 12:
        stamp = Stamp(month=number)
    else:
        return mention
    quantity = Quantity("date", stamp, resolved=False)
    return Mention(mention.start, mention.end, mention.text, mention.core_start, mention.core_end, quantity)


def _shared_factor(mention: Mention, following: Mention) -> Decimal:
    core = following.text[following.core_start - following.start : following.core_end - following.start]
    own = mention.text[mention.core_start - mention.start : mention.core_end - mention.start]
    mantissa = read_numeral(core.rstrip(MYRIAD_CHARS))
    value = following.quantity.value
    if own[-1] in MYRIAD_CHARS or mantissa is None or not isinstance(mantissa.value, Decimal) or not mantissa.value:
        return Decimal(1)
    return value / mantissa.value if isinstance(value, Decimal) else Decimal(1)
