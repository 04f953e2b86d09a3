"""Mentions of one text in, the same with units shared along series out: 分别增长5、6和7%, 12、15和18万人, 5、6月."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck import expressions as re
from figcheck.model import Mention, Quantity, Stamp
from figcheck.numerals import MYRIAD_CHARS, read_numeral
from figcheck.reader.draft import share_unit
from figcheck.reader.patterns import C
from figcheck.values import replace

_JOIN = re.compile(r"(?:、|和|与|及|以及|或)")


def join_series(text: str, mentions: list[Mention]) -> list[Mention]:
    """Bare numbers that a joining word leads on to a figure with a unit take that unit."""
    mentions = _with_dates_before(text, mentions)
    for at in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[at], mentions[at + 1]
        if not isinstance(mention.quantity.value, Decimal) or not _lacks_unit(mention, following):
            continue
        if _JOIN.fullmatch(text, mention.end, following.start):
            mentions[at] = _joined(mention, following)
    return mentions


_DATE_BEFORE = re.compile(
    rf"(?P<year>(?<![0-9０-９第])(?:[12１２][0-9０-９]{{3}}|[一二][{C}]{{3}}))(?:、|和|与|及|或)$"
    rf"|(?<![{C}十第])(?P<number>[一二三]?十?[一二三四五六七八九十])、$"
)
_JOIN_ENDS = frozenset("、和与及或")


def _with_dates_before(text: str, mentions: list[Mention]) -> list[Mention]:
    """Years and Chinese months and days that only a date behind them shows to be such: 2021、2022年; 五、六月."""
    if not any(one.quantity.kind == "date" and text[one.start - 1 : one.start] in _JOIN_ENDS for one in mentions):
        return mentions
    found: list[Mention] = []
    floor = 0
    for one in mentions:
        if one.quantity.kind == "date":
            found.extend(reversed(list(_dates_before(text, one, floor))))
        found.append(one)
        floor = one.end
    return found


def _dates_before(text: str, one: Mention, floor: int) -> Iterator[Mention]:
    end = one.quantity.value if isinstance(one.quantity.value, Stamp) else one.quantity.low
    start = one.start
    while isinstance(end, Stamp) and text[start - 1 : start] in _JOIN_ENDS:
        match = _DATE_BEFORE.search(text, max(floor, start - 6), start)
        stamp = _stamp_before(match, end) if match is not None else None
        if match is None or stamp is None:
            return
        start, stop = match.span("year" if match["year"] else "number")
        quantity = Quantity("date", stamp, resolved=stamp.year is not None)
        yield Mention(start, stop, text[start:stop], start, stop, quantity)


def _stamp_before(match: re.Match[str], after: Stamp) -> Stamp | None:
    numeral = read_numeral(match["year"] or match["number"])
    if numeral is None or not isinstance(numeral.value, Decimal):
        return None
    number = int(numeral.value)
    if match["year"]:
        return Stamp(number) if after.month is None and after.year is not None else None
    if after.day is not None:
        return Stamp(day=number) if after.month is None and 1 <= number <= 31 else None
    return Stamp(month=number) if after.year is None and 1 <= number <= 12 else None


def _lacks_unit(mention: Mention, following: Mention) -> bool:
    """Whether a number has no unit, or only the beginning of the next one's: 3个、5个和8个百分点."""
    if mention.quantity.kind == "number":
        return True
    unit, after = mention.quantity.unit, following.quantity.unit
    if unit is None or unit.symbol != "个" or after is None:
        return False
    return after.symbol in _POINTS


def _joined(mention: Mention, following: Mention) -> Mention:
    quantity = following.quantity
    value = mention.quantity.value
    assert isinstance(value, Decimal)
    if quantity.kind == "date" and quantity.value is None and following.text.endswith("年代"):
        return _decade(mention, quantity, int(value))
    if quantity.kind == "date" and isinstance(quantity.value, Stamp):
        return _dated(mention, quantity.value, int(value))
    if quantity.unit is None or quantity.value is None:
        return mention
    if quantity.unit.symbol in _POINTS and mention.end > mention.core_end:
        text = mention.text[: mention.core_end - mention.start]
        mention = replace(mention, end=mention.core_end, text=text)
    return share_unit(mention, quantity.unit, _shared_factor(mention, following))


_POINTS = ("个百分点", "个基点")


def _decade(mention: Mention, after: Quantity, number: int) -> Mention:
    """80、90年代: the decade before, of the same century."""
    low, high = after.low, after.high
    if number % 10 or not 10 <= number <= 90 or not isinstance(low, Stamp) or not isinstance(high, Stamp):
        return mention
    first = (low.year or 0) // 100 * 100 + number
    quantity = replace(after, low=Stamp(first), high=Stamp(first + 9))
    return replace(mention, quantity=quantity)


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
