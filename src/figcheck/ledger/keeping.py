"""A ledger's file and new facts in, the file with them in it out: sound as before, or untouched, its mistakes told."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path

from figcheck.ledger.entries import Draft, Sheet, read_sheet
from figcheck.ledger.growth import grow
from figcheck.ledger.loading import in_order
from figcheck.ledger.merging import merge
from figcheck.ledger.mistakes import LedgerError, Mistake
from figcheck.ledger.nodes import Node
from figcheck.ledger.sections import Reading, ReadValue
from figcheck.ledger.source import Source, encoded, read_source, source_of
from figcheck.ledger.splicing import Written, as_ledger, spliced
from figcheck.model import Fact, Ledger, Place
from figcheck.saving import held, save
from figcheck.values import Frozen, replace


class UnsafeError(Exception):
    """A ledger whose layout would not have come out as it was; it was left alone."""


class Kept(Frozen):
    """What became of new facts."""

    places: tuple[Place, ...]
    """Where each new fact stands now, in the order of the file."""
    lines: tuple[str, ...]
    """The lines of the new facts, as they stand in the file."""
    known: tuple[tuple[Written, Place | None], ...]
    """Facts that are there already, and where, or that were given twice; nothing was written for them."""
    created: bool
    """Whether there was no such file before."""


def keep(path: str, facts: Sequence[Written], read_value: ReadValue, *, dry: bool = False) -> Kept:
    """Puts facts into a ledger, which is made where it does not exist; `dry` only says what would be done.

    Raises LedgerError for mistakes that are in the ledger or would be, UnsafeError, and OSError; the file is untouched
    then.
    """
    with held(Path(path)):
        before = Path(path).read_bytes() if Path(path).exists() else None
        old = _opened(path, before, read_value)
        known = _known(old, facts, read_value)
        new = [fact for number, fact in enumerate(facts) if number not in known]
        pairs = tuple((facts[number], place) for number, place in known.items())
        if not new:
            return Kept((), (), pairs, created=False)
        source = spliced(old.source, old.root, new, old.owner)
        now = _read(source, read_value)
        added = _added(old.sheet, now.sheet, len(new))
        if not dry:
            save(Path(path), [encoded(source.text, before or b"")], lasting=True)
    places = tuple(draft.fact.place for draft in added)
    return Kept(places, tuple(_lines(source, added)), pairs, created=before is None)


def known_already(path: str, facts: Sequence[Written], read_value: ReadValue) -> list[bool]:
    """For each fact whether the ledger has it, or one before it in the list is the same. Raises LedgerError."""
    before = Path(path).read_bytes() if Path(path).exists() else None
    known = _known(_opened(path, before, read_value), facts, read_value)
    return [number in known for number in range(len(facts))]


# --- reading -------------------------------------------------------------------------------------------------


class _Opened(Frozen):
    """A ledger in which there is no mistake."""

    source: Source
    root: Node | None
    sheet: Sheet
    ledger: Ledger

    def owner(self, subject: str) -> str:
        """The canonical name of a subject."""
        for name, aliases in self.ledger.subjects.items():
            if subject in aliases:
                return name
        return subject


def _opened(path: str, content: bytes | None, read_value: ReadValue) -> _Opened:
    """What a file holds; one that does not exist, or has nothing but comments in it, holds an empty ledger."""
    source = source_of(path, "") if content is None else read_source(path, may_be_empty=True)
    if isinstance(source, Mistake):
        raise LedgerError([source])
    return _read(source, read_value)


def _read(source: Source, read_value: ReadValue) -> _Opened:
    root, told, source = grow(source)
    if root is None and not told:
        return _Opened(source, root, Sheet(Reading(source, read_value)), Ledger())
    sheet = read_sheet(Reading(source, read_value, told), root)
    ledger, between = merge([sheet])
    if mistakes := [*sheet.reading.mistakes, *between]:
        raise LedgerError(in_order(mistakes, [source.path]))
    return _Opened(source, root, sheet, ledger)


# --- what is new ---------------------------------------------------------------------------------------------


def _known(old: _Opened, facts: Sequence[Written], read_value: ReadValue) -> dict[int, Place | None]:
    """By its number each fact that the ledger has already, with its place, or that was given before."""
    root, told, source = grow(source_of("", as_ledger(facts)))
    sheet = read_sheet(Reading(source, read_value, told), root)
    if sheet.reading.mistakes:
        return {}  # they are told where they would stand
    places: dict[Hashable, Place | None] = {
        key: fact.place for fact in old.ledger.facts for key in _keys(fact, fact.subject)
    }
    known = {}
    for number, draft in enumerate(sheet.facts):
        keys = list(_keys(draft.fact, old.owner(draft.fact.subject)))
        found = next((key for key in keys if key in places), None)
        if found is not None:
            known[number] = places[found]
        places |= {key: None for key in keys if key not in places}
    return known


def _keys(fact: Fact, subject: str) -> Iterator[Hashable]:
    """What two facts share that say the same, one key for each measure word."""
    period = (fact.as_of.start, fact.as_of.end) if fact.as_of else None
    for measure in fact.measures:
        yield subject, measure, period, fact.value, fact.direction, fact.tolerance


def _added(old: Sheet, now: Sheet, count: int) -> list[Draft]:
    """The facts that only the new text has. Raises UnsafeError where anything else is other than it was."""
    waiting = iter([_placeless(draft.fact) for draft in old.facts])
    expected = next(waiting, None)
    added = []
    for draft in now.facts:
        if expected is not None and _placeless(draft.fact) == expected:
            expected = next(waiting, None)
        else:
            added.append(draft)
    if expected is not None or len(added) != count or _rest(old) != _rest(now):
        raise UnsafeError
    return added


def _rest(sheet: Sheet) -> list[object]:
    lists: list[Iterable[object]] = [sheet.events, sheet.people, sheet.articles, [sheet.credits]]
    subjects = [(each.named.name, tuple(alias.name for alias in each.aliases)) for each in sheet.subjects]
    return [subjects, *([_placeless(entry) for entry in entries] for entries in lists)]


def _placeless(entry: object) -> object:
    return replace(entry, place=None)  # type: ignore[type-var]  # all entries of a ledger are values with a place


def _lines(source: Source, drafts: Sequence[Draft]) -> Iterator[str]:
    """The lines that facts stand on, each once."""
    done = 0
    for draft in drafts:
        first, last = (source.position(at)[0] for at in (draft.spot.start, draft.spot.end))
        for number in range(max(first, done + 1), last + 1):
            yield source.line(number)
        done = last
