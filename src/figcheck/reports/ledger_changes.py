"""The differences of two ledgers in, what an editor or a program reads about them out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from figcheck.ledger.differences import Difference, Entry
from figcheck.model import ArticleEntry, Event, Fact, Language, Person
from figcheck.wording import say

from .ledgers import VERSION, article_record, event_record, fact_record, person_record
from .screen import Line, Style, draw, pad, width

Way = Literal["added", "changed", "dropped"]
_MARKS: dict[Way, tuple[str, Style]] = {"added": ("+", "good"), "changed": ("~", "warning"), "dropped": ("-", "error")}
_WORDS = {"article": "article", "names": "names", "start": "when", "end": "end", "first": "first", "every": "cycle"}
"""Keys of entries whose column has another name."""


def way(difference: Difference) -> Way:
    """Whether an entry is new, other than it was, or gone."""
    if difference.old is not None and difference.new is None:
        return "dropped"
    if difference.new is not None and difference.old is None:
        return "added"
    if difference.old is None and all(change.old is None for change in difference.changes):
        return "added"
    gone = difference.old is None and all(change.new is None for change in difference.changes)
    return "dropped" if gone else "changed"


def text(differences: Sequence[Difference], lang: Language, *, colour: bool) -> str:
    """A line of sums, then each difference with its place, by section."""
    return draw(_lines(differences, lang), colour=colour)


def _lines(differences: Sequence[Difference], lang: Language) -> Iterator[Line]:
    if not differences:
        yield (say("keeping.diff.same", lang),)
        return
    counts = Counter(map(way, differences))
    yield (say("keeping.diff.sum", lang, **{each: counts[each] for each in _MARKS}),)
    section = ""
    for difference in differences:
        if difference.section != section:
            section = difference.section
            yield from ((), ((say(f"keeping.sheet.{section}", lang), "strong"),))
        yield from _entry(difference, lang)


def _entry(difference: Difference, lang: Language) -> Iterator[Line]:
    mark, style = _MARKS[way(difference)]
    entry = difference.new if difference.new is not None else difference.old
    place = f"  {entry.place.ledger}:{entry.place.line}" if entry else ""
    title = _title(difference, entry, lang)
    if difference.old is None and difference.new is None:
        title += "  " + say("keeping.diff.from_to", lang, **_told(difference, lang)[0][1])
        yield "  ", (mark, style), f" {title}"
        return
    yield "  ", (mark, style), f" {title}", (place, "faint")
    told = _told(difference, lang)
    room = max((width(name) for name, _ in told), default=0)
    for name, values in told:
        yield (f"      {pad(name, room)}  {say('keeping.diff.from_to', lang, **values)}",)


def _told(difference: Difference, lang: Language) -> list[tuple[str, dict[str, str]]]:
    """The keys that changed, in the reader's words, with what they said and say."""
    nothing = say("keeping.diff.nothing", lang)
    return [
        (
            say(f"keeping.column.{_WORDS.get(change.key, change.key)}", lang),
            {"old": change.old or nothing, "new": change.new or nothing},
        )
        for change in difference.changes
    ]


def _title(difference: Difference, entry: Entry | None, lang: Language) -> str:
    if not isinstance(entry, Fact):
        return say(f"keeping.role.{difference.name}", lang) if difference.section == "credits" else difference.name
    key = "keeping.diff.fact" if entry.as_of else "keeping.diff.timeless"
    shown = "" if difference.changes and difference.old else f"  {entry.written}"
    as_of = entry.as_of.iso if entry.as_of else ""
    return say(key, lang, subject=entry.subject, measure=entry.measures[0], as_of=as_of) + shown


def as_json(differences: Sequence[Difference]) -> str:
    """One object: how many were added, changed and dropped, and each with both entries whole."""
    counts = Counter(map(way, differences))
    record: dict[str, Any] = {
        "version": VERSION,
        **{each: counts[each] for each in _MARKS},
        "differences": [
            {
                "section": difference.section,
                "change": way(difference),
                "name": difference.name,
                "old": _record(difference.old),
                "new": _record(difference.new),
                "changes": [{"key": each.key, "old": each.old, "new": each.new} for each in difference.changes],
            }
            for difference in differences
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _record(entry: Entry | None) -> dict[str, Any] | None:
    match entry:
        case Fact():
            return fact_record(entry)
        case Event():
            return event_record(entry)
        case Person():
            return person_record(entry)
        case ArticleEntry():
            return article_record(entry)
    return None
