"""A ledger in, a line that says what is in it, its tables by subject, or its JSON out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from figcheck.model import ArticleEntry, Event, Fact, Language, Ledger, Person, Place
from figcheck.wording import say

from .figures import decimal, value_text
from .screen import Line, Piece, draw
from .table import grid

VERSION = 1
"""Of the JSON: raised only when a reader of the old one would go wrong."""
_KINDS = ("facts", "events", "people", "articles")


def contents(ledger: Ledger, lang: Language) -> str:
    """How much a ledger holds of what, in one phrase."""
    counts = ((kind, len(getattr(ledger, kind))) for kind in _KINDS)
    subjects = len({fact.subject for fact in ledger.facts})
    parts = [say(f"keeping.count.{kind}", lang, count=count, subjects=subjects) for kind, count in counts if count]
    return say("keeping.comma", lang).join(parts) or say("keeping.nothing", lang)


def names(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """All subjects and events, each with its other names."""
    return {
        **{fact.subject: () for fact in ledger.facts},
        **ledger.subjects,
        **{event.name: event.aliases for event in ledger.events},
    }


def named(ledger: Ledger, wanted: Sequence[str]) -> Ledger:
    """Only what is known of the subjects and events that these words name, or are a part of the name of."""
    if not wanted:
        return ledger
    known = names(ledger)
    chosen = {name for word in wanted for name in _meant(word, known)}
    return Ledger(
        facts=tuple(fact for fact in ledger.facts if fact.subject in chosen),
        events=tuple(event for event in ledger.events if event.name in chosen),
        subjects={name: aliases for name, aliases in ledger.subjects.items() if name in chosen},
    )


def _meant(word: str, known: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The names meant: the very same, else those that hold the word."""
    exact = [name for name, aliases in known.items() if word == name or word in aliases]
    return exact or [name for name, aliases in known.items() if any(word in each for each in (name, *aliases))]


# --- tables --------------------------------------------------------------------------------------------------


def tables(ledger: Ledger, lang: Language, *, colour: bool, cells: int | None) -> Iterator[str]:
    """Facts by subject, then what else there is, a table each; `cells` is the width of the terminal, None for any."""
    apart = False
    for name, columns, rows in _sheets(ledger, lang):
        if not rows:
            continue
        header = [say(f"keeping.column.{column}", lang) for column in columns]
        title: Piece = (say(f"keeping.sheet.{name}", lang), "strong")
        lines: list[Line] = [(), (title,)] if apart else [(title,)]
        yield draw(lines, colour=colour)
        yield grid(header, rows, colour=colour, cells=cells)
        apart = True


def _sheets(ledger: Ledger, lang: Language) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
    comma = say("keeping.list", lang)
    fact_columns = ("subject", "measure", "value", "as_of", "tolerance", "id", "source", "place")
    yield "facts", fact_columns, list(_fact_rows(ledger.facts, comma))
    aliases = [(name, comma.join(others)) for name, others in ledger.subjects.items() if others]
    yield "subjects", ("subject", "aliases"), aliases
    events = [_event_row(event, comma, lang) for event in ledger.events]
    yield "events", ("event", "aliases", "when", "source", "place"), events
    people = [(person.name, comma.join(person.titles), _at(person.place)) for person in ledger.people]
    yield "people", ("person", "titles", "place"), people
    credits = ((role, comma.join(getattr(ledger.credits, role))) for role in ("editors", "reporters", "sources"))
    listed = [(say(f"keeping.role.{role}", lang), names) for role, names in credits if names]
    yield "credits", ("role", "names"), listed
    articles = [_article_row(entry, comma) for entry in ledger.articles]
    yield "articles", ("article", "date", "editor", "byline", "origin", "place"), articles


def _fact_rows(facts: Iterable[Fact], comma: str) -> Iterator[Sequence[str]]:
    """Rows by subject, in the order in which the ledger first names them; a subject stands on its first row only."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.subject].append(fact)
    for subject, group in groups.items():
        for number, fact in enumerate(group):
            yield (
                "" if number else subject,
                comma.join(fact.measures),
                fact.written,
                fact.as_of.iso if fact.as_of else "",
                _share(fact),
                fact.id,
                fact.source or "",
                _at(fact.place),
            )


def _share(fact: Fact) -> str:
    return "" if fact.tolerance is None else f"{decimal(fact.tolerance * 100)}%"


def _event_row(event: Event, comma: str, lang: Language) -> Sequence[str]:
    return event.name, comma.join(event.aliases), _when(event, lang), event.source or "", _at(event.place)


def _when(event: Event, lang: Language) -> str:
    days = "/".join(stamp.iso() for stamp in (event.start, event.end) if stamp)
    if event.first is None:
        return days
    key = "keeping.yearly" if event.every == 1 else "keeping.every"
    series = say(key, lang, first=event.first.iso(), every=event.every)
    return say("keeping.comma", lang).join(filter(None, (days, series)))


def _article_row(entry: ArticleEntry, comma: str) -> Sequence[str]:
    return (
        entry.title or entry.url or entry.path or "",
        entry.date.isoformat() if entry.date else "",
        entry.editor or "",
        comma.join(entry.byline),
        entry.source or "",
        _at(entry.place),
    )


def _at(place: Place) -> str:
    return f"{place.ledger}:{place.line}"


# --- JSON ----------------------------------------------------------------------------------------------------


def as_json(ledger: Ledger) -> str:
    """The ledger as one object, facts by subject; what was not written is null or an empty list."""
    groups: dict[str, list[Fact]] = {name: [] for name in ledger.subjects}
    for fact in ledger.facts:
        groups.setdefault(fact.subject, []).append(fact)
    record = {
        "version": VERSION,
        "subjects": [
            {"name": name, "aliases": list(ledger.subjects.get(name, ())), "facts": list(map(fact_record, facts))}
            for name, facts in groups.items()
        ],
        "events": list(map(event_record, ledger.events)),
        "people": list(map(person_record, ledger.people)),
        "credits": {role: list(getattr(ledger.credits, role)) for role in ("editors", "reporters", "sources")},
        "articles": list(map(article_record, ledger.articles)),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def fact_record(fact: Fact) -> dict[str, Any]:
    """A fact as JSON has it: the value as written, and as it is read, in an exact decimal with its unit."""
    return {
        "id": fact.id,
        "subject": fact.subject,
        "measure": list(fact.measures),
        "value": fact.written,
        "kind": fact.value.kind,
        "number": value_text(fact.value),
        "unit": fact.value.unit.symbol if fact.value.unit else None,
        "direction": fact.direction,
        "as_of": fact.as_of.iso if fact.as_of else None,
        "tolerance": None if fact.tolerance is None else _share(fact),
        "source": fact.source,
        **_place(fact.place),
    }


def event_record(event: Event) -> dict[str, Any]:
    """An event as JSON has it."""
    return {
        "name": event.name,
        "aliases": list(event.aliases),
        "start": event.start and event.start.iso(),
        "end": event.end and event.end.iso(),
        "first": event.first and event.first.iso(),
        "every": event.every,
        "editions": {str(number): year for number, year in event.editions},
        "source": event.source,
        **_place(event.place),
    }


def person_record(person: Person) -> dict[str, Any]:
    """A person as JSON has it."""
    return {"name": person.name, "titles": list(person.titles), **_place(person.place)}


def article_record(entry: ArticleEntry) -> dict[str, Any]:
    """An article's entry as JSON has it."""
    return {
        "title": entry.title,
        "url": entry.url,
        "path": entry.path,
        "date": entry.date.isoformat() if entry.date else None,
        "editor": entry.editor,
        "byline": list(entry.byline),
        "source": entry.source,
        **_place(entry.place),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"ledger": place.ledger, "line": place.line}
