"""Clock times in, lengths of hours and minutes out that do not lie between the two told: 9时亮起，次日凌晨1时熄灭."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from operator import attrgetter

from figcheck import expressions as re
from figcheck.checks.days import paragraph_at
from figcheck.checks.intervals import admitted
from figcheck.checks.passages import sentences_of
from figcheck.checks.phrases import alternatives
from figcheck.checks.spells import Spell
from figcheck.checks.terms import choice
from figcheck.data import passage_words as words
from figcheck.data.calendar_words import DAY_PARTS
from figcheck.model import Mention, Span, Stamp
from figcheck.units import UNITS, conversion
from figcheck.values import Frozen

_DAY, _HALF = 24 * 60, 12 * 60
_HOUR = UNITS["小时"]
ELSEWHERE = re.compile(choice(words.OTHER_CLOCKS.split()))
"""What says that two times are not the ends of one stretch."""
_SPANS = re.compile(choice(words.LENGTHS.split()))
_NO_LENGTH = re.compile(
    r"(?:[离距]今|离现在|得等|要等|通常|一般|往往|往常|比|每|间隔|隔|休息|近|连续|(?:"
    + alternatives(words.NO_LENGTHS)
    + r")(?:了|出|出了)?)[^，。；]{0,4}$"
)
_AFTER = re.compile("[^今此随最以之然]后$")
"""主震后3小时31分 begins with something else."""
_BEHIND = tuple("里内间，。的后之")


def is_length(text: str, mention: Mention) -> bool:
    """Whether a stretch of time is said to be that of what happens."""
    quantity = mention.quantity
    if quantity.kind != "duration" or quantity.number is None or quantity.unit is None:
        return False
    if quantity.hedge != "exact" and not (quantity.hedge in ("odd", "nearly") and quantity.unit == _HOUR):
        return False
    lead = _lead(text, mention)
    if _NO_LENGTH.search(lead) or _AFTER.search(lead):
        return False
    return _SPANS.search(lead) is not None or text.startswith(_BEHIND, mention.end)


_STOP = re.compile("[。！？；\n]")


def _lead(text: str, mention: Mention) -> str:
    """The words of its sentence shortly before a figure."""
    return _STOP.split(text[max(0, mention.start - 10) : mention.start])[-1]


class _Time(Frozen):
    """A time of day."""

    mention: Mention
    minutes: int
    """Since midnight."""
    either: bool
    """Whether it may be in the other half of the day: 5时20分 without a word for the part of the day."""


def hours_told(text: str, mentions: Sequence[Mention]) -> Iterator[Spell]:
    """The only length of a sentence that its two clock times, or those of the sentence before, don't give."""
    before: tuple[Span, list[_Time]] | None = None
    for span, inside in sentences_of(text, mentions):
        times = [time for mention in inside for time in _times(text, mention)]
        lengths = [one for one in inside if is_length(text, one) and _in_hours(one) is not None]
        lengths = [one for one in lengths if one.quantity.hedge == "exact"] or lengths
        scope = Span(max(text.rfind(mark, 0, span.start) for mark in "。！？\n") + 1, span.end)
        if before is not None and lengths and not times and _takes_up(text, before[0], lengths[0]):
            scope, times = Span(before[0].start, span.end), before[1]
        if len(lengths) == 1 and len(times) == 2 and not _is_elsewhere(text, scope, lengths[0]):
            yield from _unexplained(text, mentions, _judged(text, times, lengths[0]))
        before = span, times


_OTHER_CLOCKS = re.compile(
    "[比较][^，。；0-9]{1,10}[早快晚慢](?:了|约)?[0-9一二两三四五六七八九十]{1,3}个?半?(?:小时|钟头)|夏令时|时区|的(?:手|腕)?[表钟](?:上|面)"
)


def _unexplained(text: str, mentions: Sequence[Mention], spells: Iterable[Spell]) -> Iterator[Spell]:
    """Those lengths for which neither two clocks nor a break as long as what is missing accounts in the paragraph."""
    for spell in spells:
        line = paragraph_at(text, spell.span)
        place = Span(max(line.start, spell.span.start - _AROUND), min(line.end, spell.span.end + _AROUND))
        first, last = (bisect_left(mentions, at, key=attrgetter("start")) for at in (place.start, place.end))
        inside = [one for one in mentions[first:last] if one.span != spell.span]
        if _OTHER_CLOCKS.search(text, place.start, place.end) is None and not _has_break(spell, inside):
            yield spell


_AROUND = 600
"""Characters to either side of a length within which it may be accounted for."""


def _has_break(spell: Spell, others: Iterable[Mention]) -> bool:
    """Whether another length is what is missing: 9时至12时，走了2小时17分，停表43分钟."""
    return any((factor := _in_hours(one)) and (one.quantity.number or 0) * factor * 60 == spell.apart for one in others)


_ALL_THE_WAY = re.compile("(?:运行|全程|历时|用时|耗时|车程|行程)(?:共|约|仅|只|为|需)?$")
_ON_THE_WAY = ("途中", "中途")


def _is_elsewhere(text: str, scope: Span, length: Mention) -> bool:
    """Whether something says that the two times are no ends: not 途中, where the length is that of the whole way."""
    whole = _ALL_THE_WAY.search(_lead(text, length)) is not None
    found = (match.group() for match in ELSEWHERE.finditer(text, scope.start, scope.end))
    return any(not (whole and word in _ON_THE_WAY) for word in found)


_TAKEN_UP = re.compile(
    r"[。！？“”]+[一-龥]{0,4}?(?:这|那|在|前后|全程|一共|总共|共|整整|足足|持续|历时|耗时|用时|[一-龥]了|，){0,4}"
)


def _takes_up(text: str, before: Span, length: Mention) -> bool:
    """Whether a sentence begins with the length of what the one before it told: 。13个半小时里."""
    between = text[before.end : length.start]
    if "\n" in between or _TAKEN_UP.fullmatch(between) is None:
        return False
    named = between[-1:] not in _OPENING
    return named or text.startswith(("里", "内", "间", "的", "之内", "下来"), length.end)


_OPENING = ("", *"。！？“”，")


def _in_hours(mention: Mention) -> Fraction | None:
    unit = mention.quantity.unit
    if unit is None or unit.dimension != "seconds" or unit.factor > _HOUR.factor:
        return None
    return conversion(unit, _HOUR)


_PART = re.compile(rf"(?:{alternatives(' '.join(DAY_PARTS))})[\s，]?约?$")


def _times(text: str, mention: Mention) -> Iterator[_Time]:
    quantity = mention.quantity
    for end in (quantity.value, quantity.low, quantity.high):
        if isinstance(end, Stamp) and end.clock:
            minutes = int(end.clock[:2]) * 60 + int(end.clock[3:5])
            said = _PART.search(text, max(0, mention.start - 5), mention.core_start) is not None
            yield _Time(mention, minutes, minutes <= _HALF and not said)


def _judged(text: str, times: Sequence[_Time], length: Mention) -> Iterator[Spell]:
    first, last = times
    factor = (_in_hours(length) or Fraction(1)) * 60
    own, value = admitted(length.quantity).scaled(factor), (length.quantity.number or Fraction(0)) * factor
    slack = 1 if first.mention.quantity.hedge == last.mention.quantity.hedge == "exact" else _LOOSELY
    possible = list(_apart(text, first, last))
    if own.low is None or own.high is None or not all(possible):
        return
    if any(own.low - slack <= minutes <= own.high + slack for minutes in possible):
        return
    near = [minutes for minutes in possible if value <= 2 * minutes and minutes <= 2 * value]
    if near:
        nearest = min(near, key=lambda minutes: abs(minutes - value))
        hours, rest = divmod(nearest, 60)
        ends = tuple(dict.fromkeys((first.mention, last.mention)))
        expected = (f"{hours}小时" if hours else "") + (f"{rest}分" + ("" if hours else "钟") if rest else "")
        yield Spell(length.span, length.text, ends, expected, nearest - value)


_LOOSELY = 20
"""Minutes that 14时许 may be off."""
_NEXT_DAY = re.compile("次日|翌日|第二天|隔天|隔日|转天")


def _apart(text: str, first: _Time, last: _Time) -> Iterator[int]:
    """How many minutes may lie between two times."""
    between = text[first.mention.end : last.mention.start]
    nights = len(_NEXT_DAY.findall(between))
    for shift in (0, _HALF) if first.either or last.either else (0,):
        minutes = (last.minutes + shift - first.minutes) % _DAY
        yield minutes + _DAY if nights == 1 and last.minutes + shift > first.minutes else minutes
