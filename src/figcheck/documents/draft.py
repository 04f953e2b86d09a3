"""Slots in, a masthead out: what stands first counts, and of several dates the one of publication."""

from __future__ import annotations

from figcheck.model import Dateline, Field, Masthead, Span

from .dates import day_of
from .names import read_names
from .slots import Slot

_OTHERS = ("更新", "成文", "印发", "签发", "施行", "生效", "录入", "上传")
"""How labels begin of days that are not the day of publication."""


class Draft:
    """A masthead while it is being read."""

    def __init__(self) -> None:
        self.title: Field | None = None
        self.repeats: list[Field] = []
        self.dates: list[tuple[str, Field]] = []
        """Each with the label before it."""
        self.source: Field | None = None
        self.byline: list[Field] = []
        self.dateline: Dateline | None = None
        self.editors: list[Field] = []
        self.url: str | None = None
        self.credited: set[tuple[str, str]] = set()
        """Role and name of those taken already."""

    def take(self, text: str, slots: list[Slot]) -> None:
        """Add what the slots of a line say; a house without a label is the source only where no label names one."""
        for slot in sorted(slots, key=lambda slot: slot.role == "house"):
            if slot.start < slot.end:
                self._take(text, slot)

    def _take(self, text: str, slot: Slot) -> None:
        found = Field(text[slot.start : slot.end], Span(slot.start, slot.end))
        if slot.role == "date":
            self.dates.append((slot.label, found))
        elif slot.role in ("source", "house"):
            self.source = self.source or found
        elif slot.role == "byline":
            self.byline += self._new(text, slot)
        elif slot.role == "editor":
            self.editors += self._new(text, slot)
        elif slot.role == "repeat":
            self.repeats.append(found)
        elif slot.role == "url":
            self.url = self.url or found.value

    def _new(self, text: str, slot: Slot) -> list[Field]:
        names = read_names(text, slot.start, slot.end)
        new = [name for name in names if (slot.role, name.value) not in self.credited]
        self.credited.update((slot.role, name.value) for name in new)
        return new

    def finished(self) -> Masthead:
        """The masthead; an original title stands in where there is no other."""
        title, again = self.title, self.repeats
        if title is None and again:
            title, again = again[0], again[1:]
        return Masthead(
            title=title,
            repeats=tuple(again),
            date=self._date(),
            source=self.source,
            byline=tuple(self.byline),
            dateline=self.dateline,
            editors=tuple(self.editors),
            url=self.url,
        )

    def _date(self) -> Field | None:
        """The first that is of the publication, not of an update or of the signing, and has its year."""
        ranked = sorted(self.dates, key=lambda dated: (dated[0][:2] in _OTHERS, day_of(dated[1].value) is None))
        return ranked[0][1] if ranked else None
