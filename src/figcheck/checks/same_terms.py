"""Solar terms and the nines after 冬至 in, those that the words put on another day out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck.checks import solar_terms
from figcheck.checks.days import is_corrected
from figcheck.checks.lunar import term_days
from figcheck.checks.named_days import Name, Together
from figcheck.checks.same_days import Kinds, both, is_word, judged, with_others
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence


def term_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """A solar term, or one of the nines after 冬至, that the words put on another day."""
    told = list(solar_terms.term_off_its_day(analysis))
    for hit in (*told, *with_others(told, judged(analysis, _TERMS))):
        if not is_corrected(analysis.document.text, hit.span.start):
            yield hit


def _is_term(name: Name, day: datetime.date) -> bool | None:
    days = solar_terms.named_days(name.written, day.year)
    return None if not days else day in days


def _term_hit(pair: Together) -> Hit:
    anchor = pair.anchor
    span = both(pair) if is_word(anchor) else anchor.span
    return solar_terms.term_hit(span, anchor.written, pair.name.written, anchor.days[0])


def _since_midwinter(day: datetime.date) -> int | None:
    """Days from the last 冬至 to a day."""
    for year in (day.year, day.year - 1):
        midwinter = term_days("冬至", year)
        if midwinter and midwinter[0] <= day:
            return (day - midwinter[0]).days
    return None


_NINES = "一二三四五六七八九"


def _is_nine(name: Name, day: datetime.date) -> bool | None:
    """Whether a day is in the nine, on its day of that number, or near its first day where it is entered."""
    since = _since_midwinter(day)
    if since is None:
        return None
    first = 9 * _NINES.index(name.written[0])
    if "第" in name.written:
        return abs(since - first - _NINES.index(name.written[-2])) <= 1
    return abs(since - first) <= 1 if name.entered else -1 <= since - first <= 9


def _nine_hit(pair: Together) -> Hit:
    name, day = pair.name, pair.anchor.days[0]
    since = _since_midwinter(day) or 0
    nine, rest = divmod(since, 9)
    right = f"{_NINES[nine]}九" if nine < len(_NINES) else "出九"
    said = SpanEvidence(pair.anchor.span.start, pair.anchor.span.end, pair.anchor.written)
    working = Derivation(f"冬至 + {since}天 = {right}{f'第{_NINES[rest]}天' if nine < len(_NINES) else ''}")
    return Hit(
        name.span, {"written": name.written, "name": pair.anchor.written, "expected": right}, (said, working), right
    )


_TERMS: Kinds = {
    "term": (_is_term, _term_hit),
    "nine": (_is_nine, _nine_hit),
}
