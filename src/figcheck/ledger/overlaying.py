"""A large ledger as it is kept, and the sheets of small ones, in; what the two say where they meet, merged, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from figcheck.ledger.compiled import Compiled
from figcheck.ledger.compiling import compiled
from figcheck.ledger.entries import Draft, Sheet, Spot
from figcheck.ledger.loading import in_order, read_sheets
from figcheck.ledger.merging import is_made, made_ids, merge
from figcheck.ledger.mistakes import LedgerError, Mistake
from figcheck.ledger.overlay import BASE
from figcheck.ledger.sections import Named, Reading, ReadValue, Subject
from figcheck.ledger.source import Source
from figcheck.model import Fact, Ledger, Word
from figcheck.values import Frozen, replace


def overlay(base: Compiled, name: str, path: str, files: Sequence[str], read_value: ReadValue) -> Iterator[bytes]:
    """The pieces of the file that lies over a large ledger, kept under `name` and read from `path`, for all the files.

    Raises LedgerError with what is wrong in the other files, and between any two.
    """
    sheets, told = read_sheets([file for file in files if file != path], read_value)
    meeting, between = meet(base, path, sheets, files, read_value)
    if mistakes := [*told, *between]:
        raise LedgerError(in_order(mistakes, files))
    tells = (name, list(files).index(path), meeting.moved, meeting.less, meeting.gone)
    return compiled(meeting.ledger, files, {BASE: tells})


class Meeting(Frozen):
    """Where a large ledger and small ones meet."""

    ledger: Ledger
    """All of the small ones, and what of the large one has to do with them."""
    moved: tuple[int, ...]
    """The places of the latter, in order."""
    less: tuple[tuple[str, int], ...]
    """Measure words, and how many subjects of the large one have each in `moved` alone."""
    gone: tuple[str, ...]
    """Subjects of the large one, not listed there, all of whose facts are in `moved`."""


def meet(
    base: Compiled, path: str, sheets: Mapping[str, Sheet], files: Sequence[str], read_value: ReadValue
) -> tuple[Meeting, list[Mistake]]:
    """The meeting of a large ledger, read from `path`, with the sheets of all other files, and what is wrong there."""
    touched = _Touched(base, sheets.values())
    places = sorted(touched.facts)
    moved = _sheet(base, path, places, touched.subjects, read_value)
    there = {**sheets, path: moved}
    ledger, told = merge([there[file] for file in files if file in there])
    pairs = {(fact.subject, word) for place in places for fact in [base.fact(place)] for word in fact.measures}
    less = Counter(word for _, word in pairs)
    gone = tuple(
        base.subject(number)[0]
        for number in touched.subjects
        if not base.is_listed(number) and touched.facts.issuperset(base.of_subject(number))
    )
    return Meeting(ledger, tuple(places), tuple(less.items()), gone), told


class _Touched:
    """What of a large ledger has to do with what sheets say: places of facts and numbers of subjects."""

    def __init__(self, base: Compiled, sheets: Iterable[Sheet]) -> None:
        self._base = base
        self.facts: set[int] = set()
        self.subjects: set[int] = set()
        self._waiting: list[int] = []
        sheets = list(sheets)
        self._owners = {
            alias.name: subject.named.name
            for sheet in sheets
            for subject in sheet.subjects
            for alias in subject.aliases
        }
        for sheet in sheets:
            for name in _names(sheet):
                self._take_subject(base.number(name))
            for draft in sheet.facts:
                self._take_alike(draft.fact)
                self._take_named(draft.fact)
        while self._waiting:  # what has one of a fact's measures may have another one, and so on
            fact = base.fact(self._waiting.pop())
            self._take_alike(fact)
            self._take_named(fact)

    def _take_named(self, fact: Fact) -> None:
        """What has the id of a fact, or one that may be made for it, under whatever name its subject comes to have."""
        number = self._base.number(fact.subject)
        name = self._base.subject(number)[0] if number is not None else fact.subject
        subjects = {fact.subject, name, self._owners.get(fact.subject, name), self._owners.get(name, name)}
        made = (each for subject in subjects for each in made_ids(replace(fact, subject=subject)))
        self._take(place for each in {fact.id, *made} for place in self._base.with_id(each))

    def _take(self, places: Iterable[int]) -> None:
        new = set(places) - self.facts
        self.facts |= new
        self._waiting += new

    def _take_subject(self, number: int | None) -> None:
        if number is not None:
            self.subjects.add(number)
            self._take(self._base.of_subject(number))

    def _take_alike(self, fact: Fact) -> None:
        number = self._base.number(fact.subject)
        if number is not None:
            self.subjects.add(number)
            measures = (self._base.measure(word) for word in fact.measures)
            self._take(self._base.places([number], sorted(each for each in measures if each is not None)))


def _names(sheet: Sheet) -> Iterator[str]:
    """Every name of the subjects that a sheet lists."""
    for subject in sheet.subjects:
        yield subject.named.name
        yield from (alias.name for alias in subject.aliases)


# --- a part of the large ledger as a sheet -------------------------------------------------------------------


def _sheet(base: Compiled, path: str, places: Iterable[int], subjects: Iterable[int], read_value: ReadValue) -> Sheet:
    """A sheet with these facts and subjects, and all else, as if nothing more stood in the file."""
    reading = Reading(cast(Source, _Lines(path)), read_value)
    sheet = Sheet(reading)
    sheet.subjects = tuple(_subject(*base.subject(number)) for number in sorted(subjects) if base.is_listed(number))
    for place in places:
        fact = base.fact(place)
        name = "" if is_made(fact) and fact.id not in base.named else fact.id
        line = fact.place.line
        sheet.facts.append(Draft(replace(fact, id=name), Spot(place, line, line, line, line), reading))
    events, people, credits, articles = base.rest
    sheet.events, sheet.people, sheet.credits, sheet.articles = list(events), list(people), credits, list(articles)
    return sheet


def _subject(name: str, others: tuple[str, ...]) -> Subject:
    where = f"subjects.{name}"
    return Subject(Named(name, 1, where), tuple(Named(other, 1, where) for other in others))


class _Lines:
    """A file in which nothing but the line of each fact is known: an offset is the number of a line."""

    def __init__(self, path: str) -> None:
        self.path = path

    def position(self, at: int) -> tuple[int, int]:
        """Line and column."""
        return at, 1

    def mistake(self, at: int, where: str, key: str, **values: str | Word) -> Mistake:
        """A mistake on a line, with the line as it stands in the file."""
        with Path(self.path).open(encoding="utf-8-sig", errors="replace") as file:
            line = next((line for number, line in enumerate(file, start=1) if number == at), "")
        return Mistake(self.path, at, 1, where, key, tuple(values.items()), line.rstrip("\r\n"))
