"""Clock times and dates in, stretches of time out that do not lie between them: 9时亮起，下午4时熄灭，八个半小时里."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck.checks.hours import ELSEWHERE, hours_told, is_length
from figcheck.checks.passages import sentences_of
from figcheck.checks.spells import Spell, days_told, years_told
from figcheck.checks.terms import text_of
from figcheck.model import Analysis, Derivation, Hit, Mention, SpanEvidence, Stamp


def length_told(analysis: Analysis) -> Iterator[Hit]:
    """A length that two clock times, or two dates, of its sentence don't give."""
    text = text_of(analysis)
    hits: list[Hit] = [_spell(spell) for spell in hours_told(text, analysis.mentions)]
    for span, mentions in sentences_of(text, analysis.mentions):
        if len(mentions) < 2:
            continue
        lengths = [mention for mention in mentions if is_length(text, mention)]
        lengths = [one for one in lengths if one.quantity.hedge == "exact"] or lengths
        if len(lengths) == 1 and not ELSEWHERE.search(text, span.start, span.end):
            here = (*_dates(mentions, lengths[0]), *_months(mentions, lengths[0]))
            hits.extend(hit for hit in here if not any(hit.span.overlaps(other.span) for other in hits))
        days = (_spell(spell) for length in lengths for spell in days_told(mentions, length))
        hits.extend(hit for hit in days if not any(hit.span.overlaps(other.span) for other in hits))
        spells = map(_spell, years_told(text, span, mentions))
        hits.extend(hit for hit in spells if not any(hit.span.overlaps(other.span) for other in hits))
    yield from hits


def _stamps(mention: Mention) -> Iterator[Stamp]:
    quantity = mention.quantity
    for end in (quantity.value, quantity.low, quantity.high):
        if isinstance(end, Stamp):
            yield end


def _dates(mentions: Sequence[Mention], length: Mention) -> Iterator[Hit]:
    dates = [(stamp, mention) for mention in mentions for stamp in _stamps(mention) if stamp.day and not stamp.clock]
    if len(dates) == 2 and {stamp.year for stamp, _ in dates} == {None}:
        dates = [(Stamp(_COMMON, stamp.month, stamp.day), mention) for stamp, mention in dates]
    ends = [stamp.days() for stamp, _ in dates]
    unit = length.quantity.unit
    if len(dates) != 2 or unit is None or ends[0] is None or ends[1] is None or ends[0][0] >= ends[1][0]:
        return
    first, last = ends[0][0], ends[1][0]
    number = length.quantity.number or Fraction(0)
    if unit.symbol in ("年", "周年"):
        years = _years(first, last)
        if years is not None and years != number and number <= 3 * years and years <= 3 * number:
            yield _hit(length, [mention for _, mention in dates], f"{years}年")
    elif unit.symbol in ("天", "日"):
        days = (last - first).days
        if abs(days - number) > 2 and number <= 2 * days and days <= 2 * number:
            yield _hit(length, [mention for _, mention in dates], f"{days + 1}天")


def _months(mentions: Sequence[Mention], length: Mention) -> Iterator[Hit]:
    """2023年4月动工，2025年4月验收，十八个月里; 展期两个月：9月1日至9月30日."""
    dates = [(stamp, mention) for mention in mentions for stamp in _stamps(mention) if stamp.month and not stamp.clock]
    unit, number = length.quantity.unit, length.quantity.number
    if len(dates) != 2 or unit is None or unit.symbol not in ("个月", "月") or not number:
        return
    (first, _), (last, _) = dates
    if first.month is None or last.month is None or (first.year is None) != (last.year is None):
        return
    apart = ((last.year or 0) - (first.year or 0)) * 12 + last.month - first.month
    low, high = Fraction(apart - 1), Fraction(apart + 1)
    if first.day and last.day:
        low, high = apart + Fraction(last.day - first.day - 8, 30), apart + Fraction(last.day - first.day + 8, 30)
    if apart < 0 or low <= number <= high or not number <= 3 * high or high <= 0:
        return
    yield _hit(length, [mention for _, mention in dates], f"{apart or 1}个月")


_COMMON = 2001
"""A year for days that have none."""


def _years(first: datetime.date, last: datetime.date) -> int | None:
    """Whole years between two days, either end counted or not; None where they are not whole."""
    for end in (last, last + datetime.timedelta(days=1)):
        if (end.month, end.day) == (first.month, first.day):
            return end.year - first.year
    return None


def _spell(spell: Spell) -> Hit:
    places = [SpanEvidence(mention.start, mention.end, mention.text) for mention in spell.ends]
    start, end = spell.ends[0].text, spell.ends[-1].text
    values = {"written": spell.written, "start": start, "end": end, "expected": spell.expected}
    working = Derivation(f"{end} − {start} = {spell.expected} ≠ {spell.written}")
    return Hit(spell.span, values, (*places, working), spell.expected, against=spell.span.start)


def _hit(length: Mention, ends: Sequence[Mention], expected: str) -> Hit:
    places = [SpanEvidence(mention.start, mention.end, mention.text) for mention in dict.fromkeys(ends)]
    start, end = ends[0].text, ends[-1].text
    values = {"written": length.text, "start": start, "end": end, "expected": expected}
    working = Derivation(f"{end} − {start} = {expected} ≠ {length.text}")
    return Hit(length.span, values, (*places, working), expected, against=length.start)
