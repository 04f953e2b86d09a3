"""The lines of a page in, its masthead and what each line is out: title, masthead, paragraph, credit or boilerplate."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

from figcheck import expressions as re
from figcheck.model import Block, BlockKind, Field, Masthead, Span
from figcheck.traditional import folded, restored

from .dateline import read_buried_dateline, read_closing_dateline, read_dateline
from .dates import day_of
from .draft import Draft
from .lines import Line, read_lines, trim
from .names import are_names, is_house
from .readings import Reading, ends_as_prose, read_line, settle_dialogue
from .slots import Slot, bracket_end, read_slots
from .tails import read_tail
from .titles import FEW, choose_title, repeats, title_field

_DATELINE_REACH = 6
"""The date line stands at the beginning of one of so many paragraphs."""
_LONGEST_REPEAT = 120
_SHORT = 48
_PRINTED = re.compile(
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)[\s,，·]*(?:第?\s?[A-Z]?\s?[\d〇零一二三四五六七八九十]{1,3}\s?版|[A-D]\d{1,2}\b)"
)
_FRAME = {"date", "source", "byline", "house", "url"}


def read_masthead(text: str, blocks: Sequence[Block]) -> tuple[Masthead, tuple[Block, ...]]:
    """The masthead of a page, and its blocks as they turn out to be.

    `blocks` are its lines or paragraphs in order, of any kind. A paragraph with credits glued to its end comes back in
    parts. Whatever stands in the slot of a credit is given as its content, name or not.
    """
    return read_page(text, read_lines(text, blocks), Draft())


def published(text: str, masthead: Masthead) -> datetime.date | None:
    """The day of publication, else the date line's day where its year is written; None where neither is known."""
    day = day_of(masthead.date.value) if masthead.date else None
    if day is None and masthead.dateline and masthead.dateline.date:
        day = day_of(text[masthead.dateline.date.start : masthead.dateline.date.end])
    return day


def read_page(text: str, lines: Sequence[Line], draft: Draft) -> tuple[Masthead, tuple[Block, ...]]:
    """As `read_masthead`, for lines that know what of them is to be read; `draft` holds what is known beforehand."""
    simple = folded(text)
    masthead, blocks = _read_page(simple, lines, draft)
    return restored(masthead, simple, text), blocks


def _read_page(text: str, lines: Sequence[Line], draft: Draft) -> tuple[Masthead, tuple[Block, ...]]:
    readings = [read_line(text, line) for line in lines]
    settle_dialogue(text, readings)
    _fill_empty_slots(text, readings)
    prose = [place for place, reading in enumerate(readings) if reading.kind == "prose"]
    page = _Page(text, readings, draft, prose[0] if prose else len(readings), prose[-1] + 1 if prose else len(readings))
    page.find_title()
    blocks = page.blocks()
    return draft.finished(), tuple(blocks)


def _fill_empty_slots(text: str, readings: list[Reading]) -> None:
    """Where a label ends its line (来源：), the next line is its content, if it can be that."""
    for reading, after in pairwise(readings):
        slot = reading.slots[-1] if reading.kind == "slots" else None
        if slot is None or slot.start < slot.end or after.kind not in ("house", "title", "scrap"):
            continue
        start, end = after.line.first, after.line.last
        words = text[start:end]
        fits = is_house(words) or len(words) <= 10 if slot.role == "source" else are_names(words)
        if fits and slot.role in ("source", "byline", "editor"):
            after.kind, after.slots = "slots", [Slot(slot.role, start, end, slot.label)]


class _Page:
    """A page while it is being sorted: `head` is the number of its first line of prose, `foot` that after its last."""

    def __init__(self, text: str, readings: list[Reading], draft: Draft, head: int, foot: int) -> None:
        self.text, self.readings, self.draft, self.head, self.foot = text, readings, draft, head, foot
        self.titles: set[int] = set()
        """Numbers of the lines that are the title or its repeats."""
        self.skipped = 0
        """How many lines at the top are navigation."""

    def find_title(self) -> None:
        """Choose the title among the lines above the body, and find its repeats."""
        above = self.readings[: self.head]
        if self.draft.title is None:
            place = choose_title(self.text, above, framed=self._is_framed(), bodied=self.head < len(self.readings))
            if place is None:
                return
            self.draft.title = title_field(self.text, above[place])
            self.titles.add(place)
            if sum(reading.kind == "title" for reading in above) > FEW:
                self.skipped = place
            self._add_subtitle(place + 1)
        self._find_repeats(self.draft.title.value)

    def _is_framed(self) -> bool:
        draft = self.draft
        if draft.dates or draft.source or draft.byline or draft.editors:
            return True
        if any(reading.kind in ("slots", "house", "crumb") for reading in self.readings[: self.head]):
            return True
        lines = [reading.line for reading in self.readings[self.head : self.head + 1]]
        return any(read_dateline(self.text, line.first, line.last) for line in lines)

    def _add_subtitle(self, place: int) -> None:
        """——记石门乡中心小学教师佟玉珍, the line under the title."""
        reading = self.readings[place] if place < self.head else None
        if reading is not None and reading.kind in ("scrap", "title") and self._words(reading).startswith("—"):
            self.titles.add(place)

    def _find_repeats(self, title: str) -> None:
        for place in range(max(self.titles, default=-1) + 1, self.head):
            reading = self.readings[place]
            if reading.kind in ("title", "exclaimed", "scrap") and repeats(title, self._words(reading)):
                self._repeat(place)
        while self.head < self.foot and self._is_long_repeat(title, self.readings[self.head]):
            self._repeat(self.head)
            self.head += 1
            while self.head < self.foot and self.readings[self.head].kind != "prose":
                self.head += 1

    def _is_long_repeat(self, title: str, reading: Reading) -> bool:
        words = self._words(reading) if reading.line.last - reading.line.first <= _LONGEST_REPEAT else ""
        return title in words and (words.endswith(title) or not ("。" in words or ends_as_prose(words)))

    def _repeat(self, place: int) -> None:
        line = self.readings[place].line
        self.draft.repeats.append(Field(self._words(self.readings[place]), Span(line.first, line.last)))
        self.titles.add(place)

    def _words(self, reading: Reading) -> str:
        return self.text[reading.line.first : reading.line.last]

    def blocks(self) -> list[Block]:
        """What each line is, in order; the masthead is filled on the way."""
        blocks: list[Block] = []
        listing = False
        for place, reading in enumerate(self.readings):
            if place in self.titles:
                blocks.append(Block("title", reading.line.span))
            elif reading.kind == "prose":
                listing = False
                blocks += self._paragraph(place, reading.line)
            else:
                listing = listing or (reading.kind == "related" and place >= self.head)
                slotted = reading.kind == "slots" and not (reading.framed and place >= self.head)
                kind = self._slots(place, reading) if slotted else self._plain(place, reading, listing)
                blocks.append(Block(kind, reading.line.span))
        if not self.draft.dates:
            self._find_printing()
        return blocks

    def _find_printing(self) -> None:
        """读者来信（2005年11月2日 第三版）: the day and page of print, beside whatever words."""
        for reading in self.readings:
            line = reading.line
            match = _PRINTED.search(self.text, line.first, line.last) if line.last - line.first <= _SHORT else None
            if match is not None and "原载" not in [slot.label for slot in reading.slots]:
                self.draft.dates.append(("", Field(match["day"], Span(*match.span("day")))))
                return

    def _plain(self, place: int, reading: Reading, listing: bool) -> BlockKind:
        if reading.kind in ("house", "crumb") and place < self.foot:
            return "masthead" if place < self.head else "paragraph"
        aside = reading.kind in ("button", "related", "house", "crumb") or listing or place < self.skipped
        return "boilerplate" if aside else "paragraph"

    def _slots(self, place: int, reading: Reading) -> BlockKind:
        """What a line of slots is; in the body only an editor's credit is believed, since charts have sources too."""
        roles = reading.roles
        if place >= self.head:
            undated = roles == {"date"} and not reading.slots[0].label
            if (undated and not self._signs(place, reading)) or (
                place < self.foot and not roles & {"editor", "credit"}
            ):
                return "paragraph"
        self.draft.take(self.text, reading.slots)
        if "repeat" in roles:
            return "title"
        return "masthead" if place < self.head and roles & _FRAME else "credit"

    def _signs(self, place: int, reading: Reading) -> bool:
        """Whether a date alone, year and all, stands right behind the body, as where an article is signed."""
        slot = reading.slots[0]
        return place == self.foot and day_of(self.text[slot.start : slot.end]) is not None

    def _paragraph(self, place: int, line: Line) -> list[Block]:
        tail = read_tail(self.text, line.start, line.end)
        whole = read_dateline(self.text, line.first, line.end) if tail else None
        if whole is not None and whole.span.end >= line.end:
            tail = None  # 本报石门9月9日专电（记者纪晓峰）, a line by itself
        last = place == self.foot - 1
        if tail:
            self.draft.take(self.text, [slot for slot in tail.slots if last or slot.role == "editor"])
        self._find_dateline(place, line, tail.start if tail else line.end, last)
        if tail is None:
            return [Block("paragraph", line.span)]
        parts: list[tuple[BlockKind, int, int]] = [
            ("paragraph", *trim(self.text, line.start, tail.start)),
            ("credit", *trim(self.text, tail.start, tail.end)),
            ("boilerplate", *trim(self.text, tail.end, line.end)),
        ]
        return [Block(kind, Span(start, end)) for kind, start, end in parts if start < end]

    def _find_dateline(self, place: int, line: Line, end: int, last: bool) -> None:
        draft, text = self.draft, self.text
        if draft.dateline is None and place < self.head + _DATELINE_REACH:
            draft.dateline = read_dateline(text, line.first, end)
        if draft.dateline is None and place == self.head:
            draft.dateline = read_buried_dateline(text, line.first, end)
        if draft.dateline is None and last:
            draft.dateline = read_closing_dateline(text, line.first, trim(text, line.first, end)[1])
        if draft.dateline is None and place == self.head and text[line.first] in "（(":
            stop = bracket_end(text, line.first, min(end, line.first + _LONGEST_REPEAT))
            draft.take(text, [slot for slot in read_slots(text, line.first, stop) or () if slot.role == "byline"])
