"""The entries of several ledgers in, one `Ledger` out, and what is wrong between them: names, ids, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeVar

from figcheck.ledger.entries import Draft, Sheet
from figcheck.ledger.mistakes import Mistake
from figcheck.ledger.sections import Named, Reading
from figcheck.model import ArticleEntry, Credits, Event, Fact, Interval, Ledger, Person, Quantity, Stamp
from figcheck.units import conversion
from figcheck.values import replace

T = TypeVar("T")


def merge(sheets: Sequence[Sheet]) -> tuple[Ledger, list[Mistake]]:
    """One ledger of all sheets, a later one winning, and the mistakes that no sheet alone could tell."""
    told: list[Mistake] = []
    subjects = _Subjects(told)
    for sheet in sheets:
        subjects.take(sheet)
    subjects.settle()
    drafts: dict[str, Draft] = {}
    for sheet in sheets:
        drafts.update(_identified([subjects.resolved(draft) for draft in sheet.facts], drafts, told))
    told += _contradictions(drafts.values())
    ledger = Ledger(
        facts=tuple(draft.fact for draft in drafts.values()),
        events=_latest((sheet.events for sheet in sheets), _event_name),
        people=_latest((sheet.people for sheet in sheets), _person_name),
        credits=_all_credits([sheet.credits for sheet in sheets]),
        articles=_latest((sheet.articles for sheet in sheets), _article_keys),
        subjects=subjects.names(),
    )
    return ledger, told


def _latest(lists: Iterable[Iterable[T]], name: Callable[[T], Hashable]) -> tuple[T, ...]:
    """All entries, those of an earlier list that a later list names again left out."""
    merged: list[T] = []
    for entries in map(list, lists):
        named = {name(entry) for entry in entries}
        merged = [entry for entry in merged if name(entry) not in named] + entries
    return tuple(merged)


def _event_name(event: Event) -> Hashable:
    return event.name


def _person_name(person: Person) -> Hashable:
    return person.name


def _article_keys(entry: ArticleEntry) -> Hashable:
    return (entry.title, entry.url, entry.path)


def _all_credits(several: Sequence[Credits]) -> Credits:
    def united(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for names in lists for name in names))

    return Credits(
        united(credits.editors for credits in several),
        united(credits.reporters for credits in several),
        united(credits.sources for credits in several),
        next((credits.place for credits in several if credits.place), None),
    )


# --- subjects ------------------------------------------------------------------------------------------------


class _Subjects:
    """Canonical names and their aliases, gathered over all files before any is resolved."""

    def __init__(self, told: list[Mistake]) -> None:
        self._told = told
        self._owners: dict[str, tuple[str, Named, Reading]] = {}
        """Alias to its subject and where it is given."""
        self._subjects: dict[str, tuple[Named, Reading]] = {}

    def take(self, sheet: Sheet) -> None:
        """Add the subjects of a file; an alias that another subject has is told."""
        for subject in sheet.subjects:
            name = subject.named.name
            self._subjects.setdefault(name, (subject.named, sheet.reading))
            for alias in subject.aliases:
                if alias.name != name:
                    self._claim(name, alias, sheet.reading)

    def _claim(self, name: str, alias: Named, reading: Reading) -> None:
        owner, given, elsewhere = self._owners.setdefault(alias.name, (name, alias, reading))
        if owner != name:
            place = _place(elsewhere, given.at)
            self._tell(reading, alias, "ledger.alias_claimed", owner, place)

    def settle(self) -> None:
        """Tell aliases that are subjects themselves."""
        for alias, (owner, given, reading) in self._owners.items():
            if alias in self._subjects:
                named, elsewhere = self._subjects[alias]
                place = _place(elsewhere, named.at)
                self._tell(reading, given, "ledger.alias_is_subject", owner, place)

    def _tell(self, reading: Reading, alias: Named, key: str, owner: str, place: str) -> None:
        values = {"name": alias.name, "owner": owner, "place": place}
        self._told.append(reading.source.mistake(alias.at, alias.where, key, **values))

    def resolved(self, draft: Draft) -> Draft:
        """The fact under its subject's canonical name."""
        subject = draft.fact.subject
        if subject in self._subjects or subject not in self._owners:
            return draft
        return replace(draft, fact=replace(draft.fact, subject=self._owners[subject][0]))

    def names(self) -> dict[str, tuple[str, ...]]:
        """Canonical name to the others."""
        names: dict[str, list[str]] = {name: [] for name in self._subjects}
        for alias, (owner, _, _) in self._owners.items():
            names[owner].append(alias)
        return {name: tuple(aliases) for name, aliases in names.items()}


# --- ids -----------------------------------------------------------------------------------------------------


def _identified(drafts: Sequence[Draft], earlier: Mapping[str, Draft], told: list[Mistake]) -> dict[str, Draft]:
    """The facts of one file by id; an id given twice is told, one not given is made."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        name = draft.fact.id
        if name and name in found:
            line = str(found[name].fact.place.line)
            told.append(_mistake(draft, "id", "ledger.same_id", name=name, line=line))
        elif name:
            found[name] = draft
    tally: Counter[str] = Counter()
    for draft in drafts:
        if not draft.fact.id:
            name = _free_id(draft.fact, found, earlier, tally)
            found[name] = replace(draft, fact=replace(draft.fact, id=name))
    return found


def _free_id(fact: Fact, mine: Mapping[str, Draft], earlier: Mapping[str, Draft], tally: Counter[str]) -> str:
    """`腾讯公益/善款/2024-11`; with its unit, then a number, where that already names something else."""
    for name in _ids(fact, tally):
        taken = earlier.get(name)
        if name not in mine and (taken is None or _like(fact, taken.fact)):
            return name
    raise AssertionError("numbers never end")


def is_made(fact: Fact) -> bool:
    """Whether a fact's id is one that is made where none is given."""
    plain, closer = made_ids(fact)
    return fact.id in (plain, closer) or fact.id.startswith(f"{closer}/")


def made_ids(fact: Fact) -> tuple[str, str]:
    """What a fact is called where no id is given, and where that already names something else."""
    parts = [fact.subject, fact.measures[0]]
    if fact.as_of:
        parts.append(fact.as_of.iso.replace("/", "--"))
    name, unit = "/".join(parts), fact.value.unit
    return name, f"{name}/{unit.symbol if unit else fact.value.kind}"


def _ids(fact: Fact, tally: Counter[str]) -> Iterator[str]:
    plain, closer = made_ids(fact)
    yield from (plain, closer)
    while True:
        tally[closer] += 1
        yield f"{closer}/{tally[closer] + 1}"


def _like(one: Fact, other: Fact) -> bool:
    """Whether the two state the same kind of thing, so that a later one is news of the earlier."""
    return _factor(one, other) is not None or (one.value.kind == other.value.kind and not one.value.is_numeric)


# --- contradictions ------------------------------------------------------------------------------------------


def _contradictions(drafts: Iterable[Draft]) -> list[Mistake]:
    """One mistake for each fact that an earlier one speaks against."""
    first: dict[Hashable, Draft] = {}
    several: dict[Hashable, dict[Hashable, Draft]] = {}
    """Where more than one fact is about the same: each thing that is said of it, and who says it first."""
    told = []
    for draft in drafts:
        against = None
        for measure in draft.fact.measures:
            about = _about(draft.fact, measure)
            earliest = first.setdefault(about, draft)
            if earliest is draft:
                continue
            if about not in several:
                several[about] = {_said(earliest.fact): earliest}
            against = against or _first_against(draft.fact, measure, several[about].values())
            several[about].setdefault(_said(draft.fact), draft)
        if against:
            told.append(_contradiction(draft, *against))
    return told


def _about(fact: Fact, measure: str) -> Hashable:
    return (fact.subject, fact.as_of and (fact.as_of.start, fact.as_of.end), measure)


def _said(fact: Fact) -> Hashable:
    return (fact.value, fact.direction, fact.tolerance)


def _first_against(fact: Fact, measure: str, others: Iterable[Draft]) -> tuple[str, Draft] | None:
    return next(((measure, other) for other in others if _contradicts(fact, other.fact)), None)


def _contradiction(draft: Draft, measure: str, other: Draft) -> Mistake:
    return _mistake(
        draft,
        "value",
        "ledger.contradiction",
        subject=draft.fact.subject,
        measure=measure,
        value=draft.fact.written,
        other=other.fact.written,
        place=_place(other.reading, other.spot.value),
    )


def _contradicts(one: Fact, other: Fact) -> bool:
    """Whether no value can satisfy both; facts that can't be compared don't contradict each other."""
    factor = _factor(one, other)
    if factor is not None:
        return not _signed(one).meets(_signed(other).scaled(factor))
    return one.value.kind == other.value.kind and _apart(one.value, other.value)


def _factor(one: Fact, other: Fact) -> Fraction | None:
    """What turns the other's numbers into the one's unit; None where they count or measure different things.

    A level and a change are different things, and so are a rank and a count.
    """
    a, b = one.value, other.value
    if not (a.is_numeric and b.is_numeric) or bool(one.direction) != bool(other.direction):
        return None
    if (a.kind == "ordinal") != (b.kind == "ordinal"):
        return None
    return conversion(b.unit, a.unit)


def _signed(fact: Fact) -> Interval:
    return fact.admits().negated() if fact.direction < 0 else fact.admits()


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether two dates, times or scores can't both be right."""
    a, b = one.value, other.value
    if isinstance(a, str) and isinstance(b, str):
        return a != b
    if not (isinstance(a, Stamp) and isinstance(b, Stamp)):
        return False
    days, others = a.days(), b.days()
    if days and others and (days[1] < others[0] or others[1] < days[0]):
        return True
    return a.clock is not None and b.clock is not None and a.clock != b.clock


# --- places --------------------------------------------------------------------------------------------------


def _mistake(draft: Draft, field: Literal["id", "value"], key: str, **values: str) -> Mistake:
    at = draft.spot.id if field == "id" else draft.spot.value
    return draft.reading.source.mistake(at, f"{draft.spot.where}.{field}", key, **values)


def _place(reading: Reading, at: int) -> str:
    place = reading.place(at)
    return f"{place.ledger}:{place.line}"
