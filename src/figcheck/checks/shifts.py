"""Sentences in, days and hours by which something came early or late out that the two dates or times in it belie."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.passages import sentences_of
from figcheck.checks.phrases import alternatives
from figcheck.checks.terms import text_of
from figcheck.data import calendar_words as words
from figcheck.model import Analysis, Derivation, Hit, Mention, Quantity, SpanEvidence, Stamp
from figcheck.slips import looks_like
from figcheck.units import UNITS, conversion

_LOOSE = "(?:了|约|整整|足足|近|有|达){0,3}"
_SHIFTED = re.compile(rf"(?:{alternatives(words.SHIFTED)}){_LOOSE}$")
_PLANNED = re.compile(alternatives(words.PLANNED_FOR))
_OTHER_BASE = re.compile(alternatives(words.SHIFTED_FROM_ELSE))
_BEGINS, _ENDS = re.compile(alternatives(words.BEGINS)), re.compile(alternatives(words.ENDS))
_MARK = re.compile("[，。；、）]")
_DAY, _MINUTE = UNITS["天"], UNITS["分钟"]
_MINUTES_A_DAY = 24 * 60
_LEAST_APART, _FARTHEST = 1, 12
"""By how many days a number may miss, one end counted or not; and by how many it may still be a slip."""


def early_or_late(analysis: Analysis) -> Iterator[Hit]:
    """原定9月30日完工，9月12日通车，提前28天: a shift that the only two dates, or times of day, don't make."""
    text = text_of(analysis)
    for span, mentions in sentences_of(text, analysis.mentions):
        for at, told in enumerate(mentions):
            lead = text[max(span.start, span.start if at == 0 else mentions[at - 1].end) : told.start]
            if told.quantity.kind != "duration" or told.quantity.hedge != "exact" or not _SHIFTED.search(lead):
                continue
            if not told.quantity.number or _OTHER_BASE.search(lead):
                continue
            yield from _days(text, mentions, told)
            yield from _minutes(mentions, told)


def _days(text: str, mentions: Sequence[Mention], told: Mention) -> Iterator[Hit]:
    ends = [one for one in mentions if isinstance(one.quantity.value, Stamp) and one.quantity.value.day]
    if len(ends) != 2 or told.quantity.unit != _DAY or not _is_planned(text, ends[0], ends[1]):
        return
    apart = _days_between(*(one.quantity.value for one in ends if isinstance(one.quantity.value, Stamp)))
    number = told.quantity.number or Fraction(0)
    if apart is None or abs(apart - number) <= _LEAST_APART or not _is_alike(told.quantity, apart):
        return
    yield _hit(told, ends, f"{apart}天")


def _is_planned(text: str, first: Mention, second: Mention) -> bool:
    """Whether one of two days is that for which something was planned, and they are not its beginning and its end."""
    behind = [_MARK.split(text[one.end : one.end + 8])[0] for one in (first, second)]
    before = [text[max(0, one.start - 12) : one.start] for one in (first, second)]
    if _BEGINS.search(behind[0]) and _ENDS.search(behind[1]):
        return False
    return any(_PLANNED.search(said) is not None for said in (*before, *behind))


def _days_between(first: Stamp, second: Stamp) -> int | None:
    """Days from one to the other, either way; of two days without a year those that lie nearer."""
    if not (first.month and first.day and second.month and second.day):
        return None
    year = first.year or second.year or _ANY_YEAR
    try:
        one = datetime.date(first.year or year, first.month, first.day)
        other = datetime.date(second.year or year, second.month, second.day)
    except ValueError:
        return None
    return min(abs((one - other).days), _YEAR - abs((one - other).days) % _YEAR)


_ANY_YEAR, _YEAR = 2023, 365


def _is_alike(told: Quantity, apart: int) -> bool:
    """Whether a number may be a slip of the days that lie between."""
    return looks_like(told, Fraction(apart)) is not None or abs((told.number or Fraction(0)) - apart) <= _FARTHEST


def _minutes(mentions: Sequence[Mention], told: Mention) -> Iterator[Hit]:
    ends = [one for one in mentions if isinstance(one.quantity.value, Stamp) and one.quantity.value.clock]
    unit = told.quantity.unit
    if len(ends) != 2 or unit is None or unit.dimension != "seconds" or unit.factor >= _DAY.factor:
        return
    first, second = (_of_day(one.quantity.value) for one in ends if isinstance(one.quantity.value, Stamp))
    number = (told.quantity.number or Fraction(0)) * (conversion(unit, _MINUTE) or 1)
    apart = abs(first - second)
    possible = {apart, _MINUTES_A_DAY - apart, abs(_MINUTES_A_DAY // 2 - apart)}
    if not apart or number in possible or number > 2 * apart or apart > 3 * number:
        return
    hours, rest = divmod(apart, 60)
    yield _hit(told, ends, (f"{hours}小时" if hours else "") + (f"{rest}分钟" if rest else ""))


def _of_day(stamp: Stamp) -> int:
    hours, minutes = (stamp.clock or "0:0").split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _hit(told: Mention, ends: Sequence[Mention], expected: str) -> Hit:
    first, second = (one.text for one in ends)
    values = {"written": told.text, "start": first, "end": second, "expected": expected}
    places = tuple(SpanEvidence(one.start, one.end, one.text) for one in ends)
    working = Derivation(f"{first} − {second} = {expected} ≠ {told.text}")
    return Hit(told.span, values, (*places, working), expected, against=told.start)
