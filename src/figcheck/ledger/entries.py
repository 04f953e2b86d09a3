"""The tree of one ledger in, its entries as the model has them out; what one entry alone can tell is checked here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from figcheck.ledger.nodes import Node, Scalar, end_of
from figcheck.ledger.sections import FACTS, LEDGER, Entry, Figure, Reading, Subject, read_entry
from figcheck.model import ArticleEntry, Credits, Event, Fact, Person, Stamp
from figcheck.values import Frozen


class Spot(Frozen):
    """Where a fact stands in its source, in offsets of the text."""

    number: int
    """Its place in the list, from 0."""
    start: int
    end: int
    """After its last character."""
    id: int
    value: int
    """Where what is written under these keys begins."""

    @property
    def where(self) -> str:
        """The way to it: `facts[3]`."""
        return f"facts[{self.number}]"


class Draft(Frozen):
    """A fact as its file has it: the subject may still be an alias, the id may still be empty."""

    fact: Fact
    spot: Spot
    reading: Reading


@dataclass(slots=True)
class Sheet:
    """The sound entries of one file."""

    reading: Reading
    subjects: tuple[Subject, ...] = ()
    facts: list[Draft] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    credits: Credits = field(default_factory=Credits)
    articles: list[ArticleEntry] = field(default_factory=list)


def read_facts(reading: Reading, nodes: Sequence[Node], first: int) -> list[Draft]:
    """The sound facts among the items of a list, whose first is number `first`; mistakes go to `reading`."""
    entries = (read_entry(reading, node, f"facts[{number}]", FACTS) for number, node in enumerate(nodes, start=first))
    return [_fact(reading, entry) for entry in entries if entry is not None and entry.sound]


def read_sheet(reading: Reading, root: Node | None) -> Sheet:
    """All sound entries under the root of a tree; mistakes go to `reading`."""
    sheet = Sheet(reading)
    if root is None or (isinstance(root, Scalar) and root.absent):
        if not reading.mistakes:
            reading.tell(0, "", "ledger.empty")
        return sheet
    ledger = read_entry(reading, root, "", LEDGER)
    if ledger is None:
        return sheet
    fields = ledger.fields
    sheet.subjects = fields.get("subjects") or ()
    sheet.facts = [_fact(reading, entry) for entry in fields.get("facts") or ()]
    sheet.events = [_event(reading, entry) for entry in fields.get("events") or ()]
    sheet.people = [_person(reading, entry) for entry in fields.get("people") or ()]
    sheet.articles = [_article(reading, entry) for entry in fields.get("articles") or ()]
    if credits := fields.get("credits"):
        sheet.credits = _credits(reading, credits)
    return sheet


def _fact(reading: Reading, entry: Entry) -> Draft:
    fields, node = entry.fields, entry.node
    figure: Figure = fields["value"]
    fact = Fact(
        id=fields.get("id", ""),
        subject=reading.one(fields["subject"]),
        measures=reading.one(fields["measure"]),
        value=figure.quantity,
        written=figure.written,
        place=reading.place(node.at),
        direction=cast(Literal[-1, 0, 1], figure.direction),
        as_of=reading.one(fields.get("as_of")),
        tolerance=fields.get("tolerance"),
        source=reading.one(fields.get("source")),
    )
    number = int(entry.where[len("facts[") : -1])
    spot = Spot(number, node.at, end_of(node), entry.at("id") if fact.id else node.at, entry.at("value"))
    return Draft(fact, spot, reading)


def _event(reading: Reading, entry: Entry) -> Event:
    fields = entry.fields
    start: Stamp | None = fields.get("start")
    end: Stamp | None = fields.get("end")
    if "date" in fields and (start or end):
        reading.tell(entry.at("date"), f"{entry.where}.date", "ledger.date_and_start")
    if end and not start:
        reading.tell(entry.at("end"), f"{entry.where}.end", "ledger.end_without_start")
    if start and end and _last_day(end) < _first_day(start):
        reading.tell(entry.at("end"), f"{entry.where}.end", "ledger.reversed", text=f"{start}/{end}")
    return Event(
        name=fields["name"],
        place=reading.place(entry.node.at),
        aliases=fields.get("aliases", ()),
        start=fields.get("date", start),
        end=end,
        first=fields.get("first"),
        every=fields.get("every", 1),
        editions=fields.get("editions", ()),
        source=fields.get("source"),
    )


def _first_day(stamp: Stamp) -> str:
    days = stamp.days()
    return days[0].isoformat() if days else ""


def _last_day(stamp: Stamp) -> str:
    days = stamp.days()
    return days[1].isoformat() if days else ""


def _person(reading: Reading, entry: Entry) -> Person:
    return Person(entry.fields["name"], entry.fields.get("titles", ()), reading.place(entry.node.at))


def _credits(reading: Reading, entry: Entry) -> Credits:
    fields = entry.fields
    return Credits(
        fields.get("editors", ()), fields.get("reporters", ()), fields.get("sources", ()), reading.place(entry.node.at)
    )


def _article(reading: Reading, entry: Entry) -> ArticleEntry:
    fields = entry.fields
    if not {"title", "url", "path"} & fields.keys():
        reading.tell(entry.node.at, entry.where, "ledger.article_unknown")
    return ArticleEntry(
        place=reading.place(entry.node.at),
        title=fields.get("title"),
        url=fields.get("url"),
        path=fields.get("path"),
        date=fields.get("date"),
        editor=fields.get("editor"),
        byline=fields.get("byline", ()),
        source=fields.get("source"),
    )
