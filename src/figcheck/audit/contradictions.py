"""A store in, what its articles say of the same subject, measure and time that can't all be right out.

DuckDB finds the few statements that differ, over Parquet and with bounded memory; only those are judged here, one thing
after the other.
"""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from figcheck.audit.answers import Answers
from figcheck.audit.camps import Dispute, Side, Stated, dispute, meets
from figcheck.audit.statements import NOW


class Thing(NamedTuple):
    """What is stated: whose, of what, for what time, as a change against what, in what dimension."""

    subject: str
    measure: str
    scope: str
    change: str
    dimension: str


class Contradiction(NamedTuple):
    """One thing and those who differ on it."""

    thing: Thing
    dispute: Dispute


class Outdated(NamedTuple):
    """A figure that was repeated when newer ones had been printed."""

    thing: Thing
    old: Side
    """Those who gave it, the first and the late ones."""
    newer: Side
    """Those who gave newer ones before the last of these."""
    since: str
    """When the first newer one was printed."""
    days: int
    """From then to the last repetition."""


class Found(NamedTuple):
    """All that was found, the surest first."""

    contradictions: list[Contradiction]
    revisions: list[Contradiction]
    outdated: list[Outdated]
    counts: tuple[int, int, int]
    """How many of each there are, those left out too."""

    def told(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "version": 1,
            "contradictions": [_disputed(each) for each in self.contradictions],
            "revisions": [_disputed(each) for each in self.revisions],
            "outdated": [_outdated(each) for each in self.outdated],
            "summary": dict(zip(("contradictions", "revisions", "outdated"), self.counts, strict=True)),
        }


def _disputed(each: Contradiction) -> dict[str, Any]:
    found = each.dispute
    return {
        **_thing(each.thing),
        "verdict": found.verdict,
        "slip": found.slip,
        "sure": found.level,
        "score": found.sure,
        "apart": round(found.apart, 4),
        "sides": [_side(side) for side in found.sides],
    }


def _outdated(each: Outdated) -> dict[str, Any]:
    sides = {"old": _side(each.old), "newer": _side(each.newer)}
    return {**_thing(each.thing), "since": each.since, "days": each.days, **sides}


def _thing(thing: Thing) -> dict[str, Any]:
    told = {name: getattr(thing, name) for name in ("subject", "measure", "scope")}
    return {**told, "change": thing.change or None}


def _side(side: Side) -> dict[str, Any]:
    listed = [
        {
            "text": each.text,
            "date": each.date,
            "until": each.until,
            "title": each.title,
            "documents": list(each.documents),
            "articles": each.articles,
            "sentence": each.sentence,
        }
        for each in side.stated
    ]
    return {"value": side.best.text, "articles": side.articles, "statements": listed}


KEYS = "subject, measure, scope, change, dimension"
_VALUE = "split_part({0}, '/', 1)::DOUBLE / coalesce(nullif(split_part({0}, '/', 2), ''), '1')::DOUBLE"
_LOW, _HIGH = _VALUE.format("low"), _VALUE.format("high")
_STATED = f"""
    CREATE OR REPLACE VIEW stated AS
    SELECT document, {KEYS}, text, sentence, hedge, sure, direction, low, high, exact,
        CASE WHEN direction < 0 THEN -1 ELSE 1 END * coalesce({_LOW}, {_HIGH}) AS one,
        CASE WHEN direction < 0 THEN -1 ELSE 1 END * coalesce({_HIGH}, {_LOW}) AS two
    FROM claims
    WHERE subject IS NOT NULL AND measure IS NOT NULL AND dimension IS NOT NULL AND coalesce(low, high) IS NOT NULL
"""
"""Claims that state something; `one` and `two` are the ends of what they admit, near enough to look for candidates."""
_MOST = 500
"""Sentences that are looked at for one thing."""
_WITNESS = r"regexp_replace(sentence, '[^\p{{Han}}0-9A-Za-z.]', '', 'g')"
"""A sentence without its marks and spaces: what is reprinted is one witness."""
_COLUMNS = (
    "text, any_value(sentence), any_value(direction), low, high, exact, hedge, min(sure), "
    "list(document ORDER BY date NULLS LAST, document)[1:5], count(DISTINCT document), "
    "arg_min(title, coalesce(date, '9') || document), min(date), max(date)"
)
_ROWS = f"""
    SELECT {{keys}}, {_COLUMNS}
    FROM stated SEMI JOIN ({{candidates}}) AS sought USING ({{by}})
    JOIN (SELECT document, title, date FROM documents WHERE NOT failed) AS told USING (document)
    WHERE {{kind}}
    GROUP BY {{keys}}, text, low, high, exact, hedge, {_WITNESS}
    QUALIFY row_number() OVER (PARTITION BY {{keys}} ORDER BY count(DISTINCT document) DESC, min(date), text) <= {_MOST}
    ORDER BY {{keys}}, min(date), text, any_value(sentence)
"""
FIXED = f"scope <> '{NOW}'"
_LEVEL_NOW = f"scope = '{NOW}' AND change = ''"
_DIFFERING = f"""
    SELECT {KEYS} FROM stated WHERE {FIXED}
    GROUP BY {KEYS} HAVING count(DISTINCT document) > 1 AND max(least(one, two)) > min(greatest(one, two))
"""
_REPEATED = f"""
    SELECT {KEYS}
    FROM stated JOIN (SELECT document, date FROM documents WHERE date IS NOT NULL) AS dated USING (document)
    WHERE {_LEVEL_NOW}
    GROUP BY {KEYS} HAVING count(DISTINCT document) > 3 AND count(DISTINCT exact) > 1
        AND date_diff('day', min(date)::DATE, max(date)::DATE) >= 90
"""


def find(answers: Answers, most: int = 50) -> Found:
    """The `most` surest of each kind; 0 for all. Raises StoreError."""
    slips: _Best[Contradiction] = _Best(most)
    revised: _Best[Contradiction] = _Best(most)
    outdated: _Best[Outdated] = _Best(most)
    for thing, stated in things(answers, _DIFFERING, FIXED):
        found = dispute(stated)
        if found is not None:
            kept = revised if found.verdict == "revision" else slips
            kept.add((found.sure, found.apart), Contradiction(thing, found))
    for thing, stated in things(answers, _REPEATED, _LEVEL_NOW):
        late = _late(thing, stated)
        if late is not None:
            outdated.add((late.days, 0.0), late)
    return Found(slips.best(), revised.best(), outdated.best(), (slips.count, revised.count, outdated.count))


_Each = TypeVar("_Each")


class _Best(Generic[_Each]):
    """The best few of many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._heap: list[tuple[tuple[float, float], int, _Each]] = []
        self.count = 0

    def add(self, rank: tuple[float, float], each: _Each) -> None:
        """Takes one in, as long as it belongs to the best."""
        self.count += 1
        heapq.heappush(self._heap, (rank, -self.count, each))
        if self._most and len(self._heap) > self._most:
            heapq.heappop(self._heap)

    def best(self) -> list[_Each]:
        """Them, the best first."""
        return [each for *_, each in sorted(self._heap, key=lambda entry: entry[:2], reverse=True)]


def things(answers: Answers, candidates: str, kind: str) -> Iterator[tuple[Thing, list[Stated]]]:
    """One after the other what the candidates are, with all that is stated of it, the earliest first."""
    answers.query(_STATED)
    rows = answers.rows(_ROWS.format(keys=KEYS, candidates=candidates, by=KEYS, kind=kind))
    for key, group in groupby(rows, key=lambda row: row[: len(Thing._fields)]):
        yield Thing(*key), [_stated(row[len(Thing._fields) :]) for row in group]


def _stated(row: Sequence[Any]) -> Stated:
    text, sentence, direction, low, high, exact, hedge, sure, documents, articles, title, first, last = row
    smallest, greatest, value = (None if end is None else Fraction(end) for end in (low, high, exact))
    if direction < 0:
        smallest, greatest, value = _negated(greatest), _negated(smallest), _negated(value)
    named = tuple(documents)
    return Stated(text, sentence, named, articles, title, first, last, smallest, greatest, value, hedge, sure)


def _negated(number: Fraction | None) -> Fraction | None:
    return None if number is None else -number


# --- out of date ---------------------------------------------------------------------------------------------------

_DIGITS = 3
"""Digits of a figure that two times of counting hardly have alike by chance."""
_LATE = 90
"""Days after which a figure should have been looked up again."""


def _late(thing: Thing, stated: Sequence[Stated]) -> Outdated | None:
    """The worst repetition of a figure after newer ones had been printed, all of them greater or all smaller."""
    found = [
        late for value in dict.fromkeys(each.exact for each in stated) if (late := _repeated(thing, stated, value))
    ]
    return max(found, key=lambda late: late.days, default=None)


def _repeated(thing: Thing, stated: Sequence[Stated], value: Fraction | None) -> Outdated | None:
    same = [each for each in stated if each.exact == value and each.date and each.until and each.hedge == "exact"]
    if value is None or not same or _digits(value) < _DIGITS:
        return None
    first, last = min(each.date or "" for each in same), max(each.until or "" for each in same)
    between = [each for each in stated if each.date and first < each.date < last and not meets(same[0], each)]
    sides = {(each.exact or each.low or Fraction(0)) > value for each in between}
    if len(between) < 2 or len(sides) != 1:
        return None
    since = min(each.date or "" for each in between)
    days = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(since)).days
    return Outdated(thing, Side(tuple(same)), Side(tuple(between)), since, days) if days >= _LATE else None


def _digits(value: Fraction) -> int:
    return len(str(value.numerator).strip("0"))
