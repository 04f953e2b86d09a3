"""Two ledgers in, what the later one adds, changes and drops out, entry by entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypeVar

from figcheck.model import ArticleEntry, Event, Fact, Ledger, Person
from figcheck.values import Frozen

Entry = Fact | Event | Person | ArticleEntry
Section = Literal["facts", "subjects", "events", "people", "credits", "articles"]
T = TypeVar("T", bound=Entry)


class Change(Frozen):
    """One key of an entry that says something else now; None where it is not written."""

    key: str
    old: str | None
    new: str | None


class Difference(Frozen):
    """An entry that only one of the ledgers has, or that they have differently."""

    section: Section
    name: str
    """What the entry is known by: a fact's id, the name of a subject, event, person or role, an article's title."""
    old: Entry | None = None
    """The entry as it was; None for one that is new, and for subjects and credits."""
    new: Entry | None = None
    """The entry as it is; None for one that was dropped, and for subjects and credits."""
    changes: tuple[Change, ...] = ()
    """What differs, where both ledgers have the entry."""


def differences(old: Ledger, new: Ledger) -> tuple[Difference, ...]:
    """All differences but those of place and order, section by section, in the order of the new ledger."""
    return (
        *_entries("facts", _paired(old.facts, new.facts), _fact_name, _fact),
        *_named("subjects", old.subjects, new.subjects),
        *_entries("events", _by_key(old.events, new.events, _event_name), _event_name, _event),
        *_entries("people", _by_key(old.people, new.people, _person_name), _person_name, _person),
        *_named("credits", _credits(old), _credits(new)),
        *_entries("articles", _by_key(old.articles, new.articles, _article_name), _article_name, _article),
    )


# --- pairs ---------------------------------------------------------------------------------------------------

Pairs = Iterable[tuple[T | None, T | None]]


def _by_key(old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]) -> Pairs[T]:
    """Entries of the same key together, the old ones that nothing matches last."""
    waiting: defaultdict[Hashable, list[T]] = defaultdict(list)
    for entry in reversed(old):
        waiting[key(entry)].append(entry)
    for entry in new:
        same = waiting[key(entry)]
        yield (same.pop() if same else None), entry
    left = {id(entry) for entries in waiting.values() for entry in entries}
    yield from ((entry, None) for entry in old if id(entry) in left)


def _paired(old: Sequence[Fact], new: Sequence[Fact]) -> Pairs[Fact]:
    """Facts of the same id together, then those about the same thing: an id may have been given or changed."""
    by_id = list(_by_key(old, new, _fact_name))
    waiting: defaultdict[Hashable, list[Fact]] = defaultdict(list)
    for dropped, added in by_id:
        if added is None and dropped is not None:
            waiting[_about(dropped)].append(dropped)
    taken = set()
    for before, after in by_id:
        if before is None and after is not None and (same := waiting[_about(after)]):
            before = same.pop(0)
            taken.add(id(before))
        if after is not None or id(before) not in taken:
            yield before, after


def _about(fact: Fact) -> Hashable:
    unit = fact.value.unit
    dimension = unit.dimension if unit else None
    return (
        fact.subject,
        fact.measures[0],
        fact.as_of and fact.as_of.iso,
        fact.value.kind,
        dimension,
        bool(fact.direction),
    )


def _fact_name(fact: Fact) -> str:
    return fact.id


def _event_name(event: Event) -> str:
    return event.name


def _person_name(person: Person) -> str:
    return person.name


def _article_name(entry: ArticleEntry) -> str:
    return entry.title or entry.url or entry.path or ""


# --- entries as texts ----------------------------------------------------------------------------------------


def _entries(
    section: Section, pairs: Pairs[T], name: Callable[[T], str], texts: Callable[[T], Any]
) -> Iterator[Difference]:
    for before, after in pairs:
        entry = after if after is not None else before
        assert entry is not None
        changes = () if before is None or after is None else _changes(texts(before), texts(after))
        if before is None or after is None or changes:
            yield Difference(section, name(entry), before, after, changes)


def _named(section: Section, old: Any, new: Any) -> Iterator[Difference]:
    """Lists of names under a name."""
    for name in dict.fromkeys((*new, *old)):
        changes = _changes({"names": _list(old.get(name))}, {"names": _list(new.get(name))})
        if changes:
            yield Difference(section, name, changes=changes)


def _changes(old: dict[str, str | None], new: dict[str, str | None]) -> tuple[Change, ...]:
    return tuple(Change(key, old[key], new[key]) for key in new if old[key] != new[key])


def _list(names: Sequence[str] | None) -> str | None:
    return "、".join(names) if names else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _fact(fact: Fact) -> dict[str, str | None]:
    return {
        "id": fact.id,
        "subject": fact.subject,
        "measure": _list(fact.measures),
        "value": fact.written,
        "as_of": fact.as_of.iso if fact.as_of else None,
        "tolerance": None if fact.tolerance is None else str(fact.tolerance),
        "source": fact.source,
    }


def _event(event: Event) -> dict[str, str | None]:
    return {
        "aliases": _list(event.aliases),
        "start": _text(event.start),
        "end": _text(event.end),
        "first": _text(event.first),
        "every": str(event.every),
        "editions": _list([f"{number}: {year}" for number, year in event.editions]),
        "source": event.source,
    }


def _person(person: Person) -> dict[str, str | None]:
    return {"titles": _list(person.titles)}


def _credits(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    roles = ("editors", "reporters", "sources")
    return {role: names for role in roles if (names := getattr(ledger.credits, role))}


def _article(entry: ArticleEntry) -> dict[str, str | None]:
    return {
        "title": entry.title,
        "url": entry.url,
        "path": entry.path,
        "date": _text(entry.date),
        "editor": entry.editor,
        "byline": _list(entry.byline),
        "source": entry.source,
    }
