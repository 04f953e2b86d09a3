"""The nouns of figcheck: frozen values that every other room takes and returns; nothing here reads text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import gcd
from types import MappingProxyType
from typing import Any, Literal, Protocol

from figcheck.values import Frozen

_NONE: Mapping[Any, Any] = {}

Number = Decimal | Fraction
"""An exact number. Never a float."""

Kind = Literal["money", "percent", "quantity", "multiple", "ordinal", "date", "duration", "time", "score", "number"]
Hedge = Literal["exact", "over", "at_least", "under", "at_most", "about", "nearly", "odd", "vague"]
Severity = Literal["error", "warning", "note"]
Status = Literal["backed", "contradicted", "not_comparable", "unverified"]
Language = Literal["zh", "en"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From the gravest to the mildest."""


class Span(Frozen, order=True):
    """A stretch of a document's text, in code points."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset after the last code point."""

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


# --- numbers ---------------------------------------------------------------------------------------------


class Interval(Frozen):
    """What a figure admits: all numbers between two ends."""

    low: Fraction | None
    """The lower end; None where open."""
    high: Fraction | None
    """The upper end; None where open."""
    low_inclusive: bool = True
    """Whether the lower end itself is admitted."""
    high_inclusive: bool = True
    """Whether the upper end itself is admitted."""

    def scaled(self, factor: Fraction) -> Interval:
        """The same interval in a unit `factor` times smaller (`factor` > 0)."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_inclusive,
            self.high_inclusive,
        )

    def negated(self) -> Interval:
        """The mirror image: a fall of 3 to 5 as a growth of -5 to -3."""
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_inclusive,
            self.low_inclusive,
        )

    @property
    def is_point(self) -> bool:
        """Whether exactly one number is admitted."""
        return self.low is not None and self.low == self.high

    def meets(self, other: Interval) -> bool:
        """Whether some number is admitted by both; two stretches that only touch do not meet."""
        for left, right in ((self, other), (other, self)):
            if left.high is None or right.low is None or left.high > right.low:
                continue
            if left.high < right.low or not (left.is_point or right.is_point):
                return False
            if not (left.high_inclusive and right.low_inclusive):
                return False
        return True


class Reach(Frozen):
    """How far the words around a figure let the truth stray from it: the two numbers of a hedge."""

    below: Fraction | None
    """Steps downwards; None for no limit."""
    above: Fraction | None
    """Steps upwards; None for no limit."""
    step: Literal["judged", "leading", "last"] = "judged"
    """Which step counts: the one the figure is judged by, one of its leading digits, or its last non-zero digit."""
    low_inclusive: bool = True
    high_inclusive: bool = True
    floor: Fraction = Fraction(0)
    """At least this share of the value on either side that is not zero."""


_HALF = Fraction(1, 2)
HEDGES: Mapping[Hedge, Reach] = MappingProxyType(
    {
        "exact": Reach(_HALF, _HALF),
        "over": Reach(Fraction(0), Fraction(1), "leading", low_inclusive=False),
        "at_least": Reach(Fraction(0), Fraction(1), "leading"),
        "nearly": Reach(_HALF, Fraction(0), "last"),
        "about": Reach(_HALF, _HALF, "last", floor=Fraction(1, 20)),
        "odd": Reach(Fraction(0), Fraction(1), "last", high_inclusive=False),
        "under": Reach(None, Fraction(0), high_inclusive=False),
        "at_most": Reach(None, Fraction(0)),
        "vague": Reach(Fraction(0), Fraction(0)),
    }
)
"""What each hedge admits, by default: the table of contracts.md. A desk may put other rows in its place."""


class Unit(Frozen):
    """What is counted or measured."""

    symbol: str
    """Short standard form, as an editor would write it: `元`, `人次`, `平方米`."""
    dimension: str
    """What can be converted into each other shares it: `area`, `mass`, `money:CNY`, `person`, `counter:家`."""
    factor: Fraction = Fraction(1)
    """How many of the dimension's base unit one of this is."""
    code: str | None = None
    """ISO 4217 for money, UCUM for measures; else None."""
    counts: bool = False
    """Whether it counts whole things, so that small whole numbers of it are exact."""

    def __hash__(self) -> int:
        return hash(self.symbol)


class Stamp(Frozen):
    """A date or clock time as far as it is known; fields that were not written and not resolved are None."""

    year: int | None = None
    """Astronomical year: 1 BC is 0."""
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    """`19:30` or `19:30:05`."""
    part: str | None = None
    """A part of the year: `Q1` to `Q4`, `H1`, `H2`."""
    week: bool = False
    """True where the words name a weekday only and no date could be resolved."""

    def iso(self) -> str:
        """ISO 8601 as far as known: `2024-11-20`, `2024-11`, `--11-20`, `2024-Q3`, `19:30`."""
        if self.clock is not None and self.year is None and self.month is None and self.day is None:
            return self.clock
        if self.year is None:
            head = "-"
        elif self.year <= 0:
            head = f"-{-self.year:04d}"
        else:
            head = f"{self.year:04d}"
        if self.part:
            return f"{head}-{self.part}"
        if self.month is not None:
            head += f"-{self.month:02d}"
        elif self.day is not None:
            head += "-"
        if self.day is not None:
            head += f"-{self.day:02d}"
        return f"{head}T{self.clock}" if self.clock else head

    def __str__(self) -> str:
        return self.iso()

    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day meant; None where the year is unknown, out of the calendar, or the day impossible."""
        if self.year is None or not 1 <= self.year <= 9998:
            return None
        first, last = 1, 12
        if self.part:
            quarter, size = int(self.part[1]), 3 if self.part[0] == "Q" else 6
            first, last = (quarter - 1) * size + 1, quarter * size
        elif self.month is not None:
            first = last = self.month
        try:
            if self.day is not None:
                day = datetime.date(self.year, first, self.day)
                return day, day
            start = datetime.date(self.year, first, 1)
            after = datetime.date(self.year + last // 12, last % 12 + 1, 1)
        except ValueError:
            return None
        return start, after - datetime.timedelta(days=1)


class Quantity(Frozen):
    """What a figure means: numbers, a unit, and the precision and looseness of the writing."""

    kind: Kind
    value: Number | Stamp | str | None
    """The figure; a score is `5:0`; None for ranges and vague figures."""
    low: Number | Stamp | None = None
    """The lower end as stated: ranges, pairs, vague figures, centuries."""
    high: Number | Stamp | None = None
    """The upper end as stated."""
    unit: Unit | None = None
    hedge: Hedge = "exact"
    step: Decimal = Decimal(1)
    """The value of one unit of the last digit written: 1.40万亿 has 10 thousand million, 1.4万亿 ten times that."""
    judged: Decimal = Decimal(1)
    """The step that a reader may rely on: zeros at the end of large whole numbers left open; 0 for exact counts."""
    resolved: bool = True
    """False where a date still lacks what the context must supply."""
    lunar: Stamp | None = None
    """Month and day of the lunar calendar, where the words name such; a leap month is negative, and value is None."""

    @property
    def number(self) -> Fraction | None:
        """The value as a fraction; None for dates, scores, ranges and vague figures."""
        value = self.value
        return _fraction(value) if isinstance(value, (Decimal, Fraction)) else None

    @property
    def is_fraction(self) -> bool:
        """Whether it is a fraction in words, 三分之二."""
        return self.kind == "number" and isinstance(self.value, Fraction)

    @property
    def is_numeric(self) -> bool:
        """Whether the figure is a number or a range of numbers that can be compared as such."""
        if isinstance(self.value, (Decimal, Fraction)):
            return True
        return self.value is None and isinstance(self.low or self.high, (Decimal, Fraction))

    def same_score(self, other: Quantity) -> bool:
        """Whether both are scores of one result, told from whichever side: 3比2, 2:3."""
        if not self.kind == other.kind == "score":
            return False
        return str(self.value).split(":") in (str(other.value).split(":"), str(other.value).split(":")[::-1])

    def admits(self, hedges: Mapping[Hedge, Reach] = HEDGES) -> Interval:
        """All numbers that these words admit, in the figure's own unit.

        Raises TypeError for dates, times and scores: compare those as `Stamp`s.
        """
        return _admitted(self) if hedges is HEDGES else self._admits(hedges)

    def _admits(self, hedges: Mapping[Hedge, Reach]) -> Interval:
        value = self.number
        reach = hedges[self.hedge]
        if value is None:
            if not self.is_numeric:
                raise TypeError(f"no numbers in a {self.kind}")
            return self._ends(reach)
        step = self._step(reach)
        below = None if reach.below is None else _arm(reach.below * step, reach, value)
        above = None if reach.above is None else _arm(reach.above * step, reach, value)
        return Interval(
            None if below is None else value - below,
            None if above is None else value + above,
            reach.low_inclusive,
            reach.high_inclusive,
        )

    def _ends(self, reach: Reach) -> Interval:
        low = Fraction(self.low) if isinstance(self.low, (Decimal, Fraction)) else None
        high = Fraction(self.high) if isinstance(self.high, (Decimal, Fraction)) else None
        if self.hedge == "vague":
            return Interval(low, high)
        half = Fraction(self.judged) / 2
        if self.hedge == "about" and low is not None and high is not None:
            half = max(half, (high - low) / 4)
        return Interval(None if low is None else low - half, None if high is None else high + half)

    def _step(self, reach: Reach) -> Fraction:
        value = self.number
        if reach.step == "judged" or not value:
            return Fraction(self.judged)
        last = max(last_digit(value), Fraction(self.step)) or abs(value) / 10
        if reach.step == "last":
            return last
        return max(last, leading_digit(value) / 10)


# a dozen rules ask about the same few figures one after the other, and exact arithmetic is slow


@lru_cache(maxsize=4096)
def _fraction(value: Number) -> Fraction:
    return Fraction(value)


@lru_cache(maxsize=1024)
def _admitted(quantity: Quantity) -> Interval:
    return quantity._admits(HEDGES)


@lru_cache(maxsize=256)
def _power_of_ten(exponent: int) -> Fraction:
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def _arm(length: Fraction, reach: Reach, value: Fraction) -> Fraction:
    return max(length, abs(value) * reach.floor) if reach.floor else length


def leading_digit(value: Fraction) -> Fraction:
    """The power of ten of the first digit: 1200000000 gives 1000000000."""
    numerator, denominator = abs(value.numerator), value.denominator
    if numerator >= denominator:
        return _power_of_ten(Decimal(numerator // denominator).adjusted())
    if not numerator:
        return Fraction(1)
    return _power_of_ten(-1 - Decimal(-(-denominator // numerator) - 1).adjusted())


def last_digit(value: Fraction) -> Fraction:
    """The power of ten of the last digit that is not zero: 1200000000 gives 100000000; 0 where decimals don't end."""
    if not value:
        return Fraction(1)
    numerator, denominator, exponent = abs(value.numerator), value.denominator, 0
    while denominator % 2 == 0 or denominator % 5 == 0:
        numerator, exponent = numerator * 10, exponent - 1
        shared = gcd(numerator, denominator)
        numerator, denominator = numerator // shared, denominator // shared
    if denominator != 1:
        return Fraction(0)
    while numerator % 10 == 0:
        numerator, exponent = numerator // 10, exponent + 1
    return _power_of_ten(exponent)


# --- documents ---------------------------------------------------------------------------------------------


class Field(Frozen):
    """A piece of the masthead and where it stands."""

    value: str
    span: Span


class Dateline(Frozen):
    """`人民网嘉兴11月21日电（方彭依梦）`: who reports, whence, when."""

    span: Span
    agency: str | None = None
    place: str | None = None
    date: Span | None = None
    """Where the date stands."""
    reporters: tuple[Field, ...] = ()


class Masthead(Frozen):
    """What stands around the body of an article."""

    title: Field | None = None
    repeats: tuple[Field, ...] = ()
    """The title as it is repeated lower down, where it is."""
    date: Field | None = None
    """Date (and time) of publication as written."""
    source: Field | None = None
    byline: tuple[Field, ...] = ()
    """Names after 本报记者 and the like at the head."""
    dateline: Dateline | None = None
    editors: tuple[Field, ...] = ()
    """What stands in the slot of the editor's credit, name or not."""
    url: str | None = None


BlockKind = Literal["title", "masthead", "paragraph", "credit", "boilerplate"]


class Block(Frozen):
    """A line or paragraph of a document."""

    kind: BlockKind
    span: Span
    """Without the white space at its ends."""


Format = Literal["text", "markdown", "html", "docx", "pdf"]


class Piece(Frozen):
    """A stretch of a document's text and where it stands in the file, for formats whose text is taken out of them."""

    start: int
    end: int
    """Code points of `Document.text`, the end exclusive; pieces are in order and don't overlap."""
    at: int
    """HTML: code points into `Document.source`; DOCX: into the text of its w:t element; PDF: characters of its page."""
    until: int
    """Where it ends there, exclusive; the same number of characters on if it stands there verbatim."""
    verbatim: bool = True
    """Whether the file has it character for character, so that others can be put in its place; no entity, no escape."""
    part: str = ""
    """DOCX: the part of the package, `word/document.xml`."""
    node: int = 0
    """DOCX: number of the w:t element in its part, in document order, from 0."""
    paragraph: int = 0
    """DOCX: number of the w:p element in its part, in document order, from 1."""
    page: int = 0
    """PDF: number of the page, from 1."""


class LinePlace(Frozen):
    """A place in a file of lines, both numbers 1-based, columns in code points."""

    line: int
    column: int


class WordPlace(Frozen):
    """A paragraph of a Word file, 1-based, in the named part of the package."""

    part: str
    paragraph: int


class PagePlace(Frozen):
    """A page of a PDF file, 1-based."""

    page: int


SourcePlace = LinePlace | WordPlace | PagePlace


class Document(Frozen):
    """One article as loaded. `text` is never changed; every offset points into it."""

    path: str
    """As the user named it; `-` for standard input."""
    text: str
    blocks: tuple[Block, ...] = ()
    masthead: Masthead = Masthead()
    date: datetime.date | None = None
    """The article's date (contracts.md, The article's date); never today's."""
    date_origin: Literal["option", "masthead", "ledger", "filename", "none"] = "none"
    format: Format = "text"
    encoding: str | None = None
    """The codec that the file was decoded with; None where it came decoded, or has one of its own (DOCX, PDF)."""
    mark: bytes = b""
    """The byte-order mark that the file begins with."""
    source: str | None = None
    """HTML: the decoded file without its byte-order mark; None where `text` is that, or where there is none."""
    pieces: tuple[Piece, ...] = ()
    """Where the text stands in the file, in order; none for plain text and Markdown, whose text is the file's."""
    echoes: tuple[Span, ...] = ()
    """Stretches that stand in the text once more, in order: a column's head beside each figure below it. They help to
    read what is beside them; figures in them are counted and judged where they stand first."""


# --- figures and claims ------------------------------------------------------------------------------------


class Mention(Frozen):
    """A figure as written."""

    start: int
    end: int
    """The whole mention, hedge and unit included."""
    text: str
    core_start: int
    core_end: int
    """The numeral with its multipliers; for a range from the first numeral to the last."""
    quantity: Quantity

    @property
    def span(self) -> Span:
        """The whole mention."""
        return Span(self.start, self.end)

    @property
    def core(self) -> Span:
        """The numeral with its multipliers."""
        return Span(self.core_start, self.core_end)


class Period(Frozen):
    """A stretch of the calendar for which something holds."""

    start: datetime.date
    end: datetime.date
    """The last day, inclusive."""
    iso: str

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` belongs to this."""
        return self.start <= other.start and other.end <= self.end

    def comparable(self, other: Period) -> bool:
        """Whether one of the two contains the other."""
        return self.contains(other) or other.contains(self)


class Claim(Frozen):
    """A mention with what the sentence says it is about. Words are left in the text; these are the places."""

    mention: Mention
    sentence: Span
    clause: Span
    """From the punctuation before the figure to the punctuation after it."""
    before: Span
    """Where a measure that leads to the figure may stand: from the figure before it, or the clause before that, on."""
    after: Span
    """Where a measure that the figure counts may stand: to the end of the clause or the next figure."""
    paragraph: Span
    period: Period | None = None
    """When the claim holds, as far as the text or the article's date says."""
    period_origin: Literal["stated", "carried", "article", "none"] = "none"
    other_periods: tuple[Period, ...] = ()
    """Where the period is carried on: what else the paragraph named before, nearest first, then the article's date."""
    direction: Literal[-1, 0, 1] = 0
    """1 for growth, -1 for a fall, 0 for a level."""
    basis: str | None = None
    """What a change is measured against, in one word: 同比, 环比, 比上年; None for none stated."""
    voice: Span | None = None
    """The speaker's clause, where the figure stands in somebody's words."""
    heads: tuple[Span, ...] = ()
    """The heads of column and row, where the figure stands in a table."""


# --- the ledger --------------------------------------------------------------------------------------------


class Place(Frozen):
    """Where an entry stands, so that an editor can open it."""

    ledger: str
    """The file, as the user named it."""
    line: int
    """1-based."""


class Fact(Frozen):
    """Something the desk knows: who, what, how much, when."""

    id: str
    subject: str
    measures: tuple[str, ...]
    value: Quantity
    written: str
    """The value as the ledger has it."""
    place: Place
    direction: Literal[-1, 0, 1] = 0
    as_of: Period | None = None
    tolerance: Fraction | None = None
    """A share of the value, 1/200 for 0.5%."""
    source: str | None = None

    def admits(self, hedges: Mapping[Hedge, Reach] = HEDGES) -> Interval:
        """All numbers that the fact admits, in its own unit: its tolerance, else its precision."""
        number = self.value.number
        if self.tolerance is None or number is None:
            return self.value.admits(hedges)
        arm = abs(number) * self.tolerance
        return Interval(number - arm, number + arm)


class Event(Frozen):
    """Something that happened, or recurs."""

    name: str
    place: Place
    aliases: tuple[str, ...] = ()
    start: Stamp | None = None
    """Its date, or its first day."""
    end: Stamp | None = None
    first: Stamp | None = None
    """When the first edition was."""
    every: int = 1
    """Years between editions."""
    editions: tuple[tuple[int, int], ...] = ()
    """Known pairs of edition and year, where years were skipped."""
    source: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


class Person(Frozen):
    """Somebody with titles."""

    name: str
    titles: tuple[str, ...]
    place: Place


class Credits(Frozen):
    """Who may be credited; empty lists say nothing."""

    editors: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    place: Place | None = None


class ArticleEntry(Frozen):
    """What a certain article's masthead must say; None and empty where the ledger does not care."""

    place: Place
    title: str | None = None
    url: str | None = None
    path: str | None = None
    date: datetime.date | None = None
    editor: str | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None


class Ledger(Frozen):
    """All that the desk knows, of one file or of several merged."""

    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    credits: Credits = Credits()
    articles: tuple[ArticleEntry, ...] = ()
    subjects: Mapping[str, tuple[str, ...]] = _NONE
    """Canonical subject to its other names."""
    owners: Mapping[str, int] | None = None
    """Where this is only a part of a larger ledger: each measure word of the whole that the text holds, and how many
    subjects have it; None where all facts are here."""

    def about(self, text: str) -> Ledger:
        """Itself: what is wholly in memory need not be narrowed."""
        return self


class Knowledge(Protocol):
    """What the desk knows, be it a few entries in memory or a million on disk."""

    def about(self, text: str) -> Ledger:
        """All that may matter for a text.

        Every subject that it names and every fact of theirs of which it holds a measure word, in the ledger's order;
        `owners` where that is not all there is. Linking with this gives what linking with the whole would.
        """
        ...


class Reason(Frozen):
    """One step of why a claim is linked to a fact, or why not: a key of the table of wordings and what fills it."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


class Link(Frozen):
    """The entry that a claim is checked against, and why."""

    claim: Claim
    target: Fact | Event
    aspect: Literal["value", "edition", "anniversary", "duration", "date"]
    expected: Quantity
    """What the entry says, in the claim's terms: a fact's value, an event's edition in the claim's year."""
    comparable: bool
    """False where the periods differ, so that nothing may be concluded."""
    reasons: tuple[Reason, ...] = ()


# --- judging -----------------------------------------------------------------------------------------------


class Analysis(Frozen):
    """All that a rule may see of one article."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    ledger: Ledger = Ledger()
    entry: ArticleEntry | None = None
    """The ledger's entry for this very article."""
    unlinked: Mapping[int, Reason] = _NONE
    """Why a mention (by its start) has no link."""
    hedges: Mapping[Hedge, Reach] = HEDGES
    written: str = ""
    """The text as it is written, where rules read it in plainer characters than that; empty where they don't."""


class FactEvidence(Frozen):
    """An entry of the ledger that speaks for a verdict."""

    ledger: str
    line: int
    id: str
    value: str
    as_of: str | None = None
    source: str | None = None


class SpanEvidence(Frozen):
    """Another place in the article."""

    start: int
    end: int
    text: str


class Derivation(Frozen):
    """The working: `12.6亿 ÷ 21% = 60亿`."""

    text: str


Evidence = FactEvidence | SpanEvidence | Derivation


class Fix(Frozen):
    """A replacement; safe where nothing but the slip can be meant."""

    start: int
    end: int
    replacement: str
    safe: bool


class Word(Frozen):
    """A word that a check chooses and the rule's card puts into the reader's language."""

    key: str


class Hit(Frozen):
    """What a check found, before a rule gives it code, severity and wording."""

    span: Span
    values: Mapping[str, str | Word] = _NONE
    """What fills the placeholders of the card's message."""
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    fix: Fix | None = None
    against: int | None = None
    """Start of the mention that the hit contradicts or can't compare; None where no one mention is judged."""


class Finding(Frozen):
    """A rule's verdict on a span."""

    rule: str
    name: str
    severity: Severity
    message: str
    start: int
    end: int
    text: str
    expected: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None


class Figure(Frozen):
    """A mention as the report shows it: what became of it."""

    mention: Mention
    status: Status
    link: Link | None = None
    reason: Reason | None = None
    """Why it is unverified."""


class Report(Frozen):
    """One document judged."""

    analysis: Analysis
    findings: tuple[Finding, ...]
    figures: tuple[Figure, ...]
