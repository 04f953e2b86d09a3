"""Clock times and dates in, stretches of time out that do not lie between them: 9时亮起，下午4时熄灭，八个半小时里."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
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
        lengths = [mention for mention in mentions if is_length(text, mention) and not _has_own_end(text, mention)]
        lengths = [one for one in lengths if one.quantity.hedge == "exact"] or lengths
        if len(lengths) == 1 and not ELSEWHERE.search(text, span.start, span.end):
            here = (*_dates(mentions, lengths[0]), *_months(text, mentions, lengths[0]))
            hits.extend(hit for hit in here if not any(hit.span.overlaps(other.span) for other in hits))
        days = (_spell(spell) for length in lengths for spell in days_told(mentions, length))
        hits.extend(hit for hit in days if not any(hit.span.overlaps(other.span) for other in hits))
        spells = map(_spell, years_told(text, span, mentions))
        hits.extend(hit for hit in spells if not any(hit.span.overlaps(other.span) for other in hits))
    terms = _terms(text, analysis.mentions)
    hits.extend(hit for hit in terms if not any(hit.span.overlaps(other.span) for other in hits))
    yield from hits


_OWN_END = re.compile(
    r"[，；：、][到至](?!此|今|目前|现在|[^，。；]{0,6}[0-9一二三四五六七八九十])[^，。；、0-9]{2,8}$"
)


def _has_own_end(text: str, mention: Mention) -> bool:
    """Whether the words before a length name an end of its own: 2024年5月洞通，到开通共1750天."""
    return _OWN_END.search(text, max(0, mention.start - 12), mention.start) is not None


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
        months = _whole_months(first, last)
        if months is not None and months != 12 * number and number <= months / 4 and months <= 36 * number:
            yield _hit(length, [mention for _, mention in dates], _in_years(months))
    elif unit.symbol in ("天", "日"):
        days = (last - first).days
        if abs(days - number) > 2 and number <= 2 * days and days <= 2 * number:
            yield _hit(length, [mention for _, mention in dates], f"{days + 1}天")


def _months(text: str, mentions: Sequence[Mention], length: Mention) -> Iterator[Hit]:
    """2023年4月动工，2025年4月验收，十八个月里; 展期两个月：9月1日至9月30日."""
    dates = [(stamp, mention) for mention in mentions for stamp in _stamps(mention) if stamp.month and not stamp.clock]
    unit, number = length.quantity.unit, length.quantity.number
    if len(dates) != 2 or unit is None or unit.symbol not in ("个月", "月") or not number:
        return
    (first, one), (last, other) = dates
    if other.start - one.end == 1 and text[one.end] in "和、与及":
        return  # 缺7月和11月两个月
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


def _whole_months(first: datetime.date, last: datetime.date) -> int | None:
    """Whole months between two days, either end counted or not; None where they are not whole."""
    for end in (last, last + datetime.timedelta(days=1)):
        if end.day == first.day:
            return (end.year - first.year) * 12 + end.month - first.month
    return None


def _in_years(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years}年" * bool(years) + f"{rest}个月" * bool(rest)


# --- terms -------------------------------------------------------------------------------------------------------

_FROM = re.compile(
    r"(?P<term>考验期|刑期|租期|租赁期|聘期|合同期|任期|有效期|服务期|保修期|期限|期)[^，。；0-9]{0,8}[，,：:]?(?:即|应|将|为|是)?(?:自|从|由)?$"
)
_UNTIL = re.compile(r"(?:起|起算|开始|之日起)?[，,]?(?:至|到|—|止于|——)")
_LESS = re.compile(r"扣除|减去|折抵|顺延|中止|中断|分别")
_OF_TERM = {
    "刑期": re.compile(r"(?:徒刑|拘役|管制|刑|判|狱)[^，。；0-9]{0,3}$"),
    "考验期": re.compile(r"缓刑[^，。；0-9]{0,3}$"),
}
_ANY_TERM = re.compile(r"(?:期|期限|为期|签了?|约定)[^，。；0-9]{0,3}$")


def _terms(text: str, mentions: Sequence[Mention]) -> Iterator[Hit]:
    """有期徒刑三年六个月……刑期自2024年5月10日起至2027年5月9日止: a term in the sentence before its two ends."""
    for at, (first, last) in enumerate(pairwise(mentions)):
        stamps = [stamp for mention in (first, last) for stamp in _stamps(mention) if stamp.day and not stamp.clock]
        days = [stamp.days() for stamp in stamps]
        if len(days) != 2 or days[0] is None or days[1] is None or days[0][0] >= days[1][0]:
            continue
        lead = _FROM.search(text, max(0, first.start - 20), first.start)
        if lead is None or not _UNTIL.fullmatch(text, first.end, last.start):
            continue
        length = _term_of(text, mentions[:at], lead)
        months = _whole_months(days[0][0], days[1][0])
        if length is None or months is None or length.quantity.unit is None:
            continue
        told = (length.quantity.number or Fraction(0)) * (12 if length.quantity.unit.symbol == "年" else 1)
        if told != months and told <= 3 * months and months <= 3 * told:
            yield _hit(length, [first, last], _in_years(months))


_BACK = 90
"""Code points at most between a term and the two days that are its ends."""


def _term_of(text: str, mentions: Sequence[Mention], lead: re.Match[str]) -> Mention | None:
    """The only length told shortly before that is of the kind that the term names."""
    kind = _OF_TERM.get(lead["term"], _ANY_TERM)
    near = [one for one in mentions if one.quantity.kind == "duration" and lead.start() - one.end <= _BACK]
    near = [one for one in near if "\n" not in text[one.end : lead.start()]]
    own = [one for one in near if kind.search(text, max(0, one.start - 8), one.start)]
    if len(own) != 1 or own[0].quantity.hedge != "exact" or _LESS.search(text, own[0].start, lead.end()):
        return None
    unit = own[0].quantity.unit
    return own[0] if unit is not None and unit.symbol in ("年", "个月") else None


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
