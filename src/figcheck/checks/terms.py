"""An analysis in, its full sentences out as rows of terms: figures in order, the words between them, times marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.prose import Same
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Claim, Mention, Quantity, Stamp, Unit
from figcheck.values import Frozen, replace

DATED, PAST, LAST, NOW = "〒", "‹", "«", "›"
"""What stands in a lead for a date or stretch of time, and for words such as 上年同期, 上月, 目前."""
EARLIER = f"[{PAST}{LAST}]"
"""A word for an earlier time, for regular expressions."""
TIME = f"[{DATED}{PAST}{LAST}{NOW}]"
"""Any of them, for regular expressions."""


def choice(listed: Sequence[str] | str) -> str:
    """A regular expression for any one of the words, the longest winning."""
    return re.alternatives(listed)


_TAIL = f"(?:(?:的)?(?:{choice(words.TIME_TAILS)})){{0,5}}"
_TIMES = re.compile(
    rf"(?P<last>(?:{choice(words.PERIOD_WORDS)}){_TAIL})|(?P<past>(?:{choice(words.PAST_WORDS)}|{DATED}前|[一-龥]{{2}}之初){_TAIL})"
    rf"|(?P<now>(?:{choice(words.NOW_WORDS)})(?:年?[末底初])?)"
)
_MARKS = {"last": LAST, "past": PAST, "now": NOW}
_STRETCH = re.compile(rf"{DATED}(?:{choice('间 以来 来 内 里 中 期间 时间 之间 之内 之后 以后 后 下来 过后')})")
_FULL_STOP = re.compile(r"[。！？!?\n\r]")
_GROWS = rf"(?>{choice((*words.RISING, *words.FALLING))})(?!了?[到至为成])|翻"
_AFTER = re.compile(rf"(?:的)?(?:{choice(words.AS_TIME_AFTER)}|{_GROWS})")
_BEFORE = re.compile(rf"(?:{choice(words.AS_TIME_BEFORE)})$")


_AMOUNTS = frozenset(("quantity", "money", "number", "duration"))


class Term(Frozen):
    """A figure of a full sentence and the words that lead to it."""

    claim: Claim
    lead: str
    """The words since the figure before it, or since the sentence's start; times are marks."""
    years: tuple[int | None, ...]
    """The years of the dates marked in the lead, in order; None where unknown."""

    @property
    def mention(self) -> Mention:
        """The figure as written."""
        return self.claim.mention

    @property
    def quantity(self) -> Quantity:
        """What the figure means."""
        return self.claim.mention.quantity

    @property
    def unit(self) -> Unit | None:
        """What it counts."""
        return self.claim.mention.quantity.unit

    @property
    def start(self) -> int:
        """Offset of the figure."""
        return self.claim.mention.start

    @property
    def end(self) -> int:
        """Offset behind the figure."""
        return self.claim.mention.end

    @property
    def core(self) -> str:
        """The numeral as written, without hedge and unit."""
        mention = self.claim.mention
        return mention.text[mention.core_start - mention.start : mention.core_end - mention.start]

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage (percentage points are not)."""
        return self.unit is not None and self.unit.dimension == "percent"

    @property
    def is_points(self) -> bool:
        """Whether it is given in percentage points."""
        return self.unit is not None and self.unit.dimension == "percentage-point"

    @property
    def is_multiple(self) -> bool:
        """Whether it is given in 倍 or 番."""
        return self.quantity.kind == "multiple"

    @property
    def is_amount(self) -> bool:
        """Whether it is one positive number of things, money, measure or time."""
        quantity = self.claim.mention.quantity
        value = quantity.value
        return quantity.kind in _AMOUNTS and isinstance(value, (Decimal, Fraction)) and value > 0


class Row(Frozen):
    """A full sentence, semicolons inside, with its figures in order."""

    terms: tuple[Term, ...]
    start: int
    end: int
    tail: str
    """The words behind the last figure."""
    text: str
    """The sentence as written."""
    counted: tuple[Mention, ...]
    """All its figures, those that only set the time among them."""
    paired: bool
    """Whether two of the figures measure the same."""

    def after(self, at: int) -> str:
        """The words behind the term at index `at`, up to the next one."""
        return self.terms[at + 1].lead if at + 1 < len(self.terms) else self.tail


_MOST = 120
"""Figures of a sentence; more of them are no sentence, and every pair of them would be looked at."""
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_BEFORE_NOW = re.compile(f"[{PAST}{LAST}][^，；：。]*$")


def is_of_before(term: Term) -> bool:
    """Whether the words of a figure's own clause set it in an earlier time: 上年同期为14.17万辆."""
    return _BEFORE_NOW.search(term.lead) is not None


_BLANK = re.compile(r"[ \u3000\u00a0\u2009]+")


def text_of(analysis: Analysis) -> str:
    """The article's text with full-width marks, at the same offsets: 12.6亿元,增长8% reads like 12.6亿元，增长8%."""
    return _text_of(Same(analysis))


@lru_cache(maxsize=1)
def _text_of(same: Same) -> str:
    text = same.analysis.document.text
    for narrow, wide in _FULL_WIDTH.items():
        text = text.replace(narrow, wide)
    return text


def rows(analysis: Analysis) -> tuple[Row, ...]:
    """The full sentences of the article that hold two figures or more, in order; those with one before 其中 too."""
    return _rows(Same(analysis))


@lru_cache(maxsize=1)
def _rows(same: Same) -> tuple[Row, ...]:
    text = text_of(same.analysis)
    found: list[Row] = []
    held: list[Claim] = []
    among, low = False, 0
    for claim in same.analysis.claims:
        if held and not _goes_on(text, held[-1], claim):
            led, among = among, "其中" in text[held[-1].mention.end : claim.mention.start]
            found.extend(_row(text, held, low, least=1 if led or among else 2))
            low, held = held[-1].mention.end, []
        held.append(claim)
    found.extend(_row(text, held, low, least=1 if among else 2))
    return tuple(found)


def _goes_on(text: str, last: Claim, claim: Claim) -> bool:
    if last.sentence == claim.sentence:
        return True
    if last.paragraph != claim.paragraph:
        return False
    return _FULL_STOP.search(text, last.mention.end, claim.mention.start) is None


def _row(text: str, claims: Sequence[Claim], low: int, least: int) -> Iterator[Row]:
    """The row of these claims; `low` is where the row before them ends, or somewhere before its last full stop."""
    figures = {claim.mention.start for claim in claims if _is_figure(text, claim.mention)}
    if not least <= len(figures) <= _MOST:
        return
    start, end = _bounds(text, claims, low)
    terms: list[Term] = []
    at = start
    settings: list[Mention] = []
    for claim in claims:
        mention = claim.mention
        if mention.start < at:
            continue
        if mention.start not in figures:
            settings.append(mention)
            continue
        lead, years = _marked(text, at, mention.start, settings)
        terms.extend(_ends_of(Term(claim, lead, years)))
        at, settings = mention.end, []
    tail, counted = _marked(text, at, end, settings)[0], tuple(claim.mention for claim in claims)
    dimensions = [term.unit.dimension if term.unit is not None else "" for term in terms]
    yield Row(tuple(terms), start, end, tail, text[start:end], counted, len(set(dimensions)) < len(dimensions))


_JOIN = re.compile(r"[到至]")


def _ends_of(term: Term) -> tuple[Term, ...]:
    way = ends_of_way(term.claim, term.lead)
    return (term,) if way is None else (Term(way[0], term.lead, term.years), Term(way[1], way[2], ()))


def ends_of_way(claim: Claim, lead: str) -> tuple[Claim, Claim, str] | None:
    """从1.1亿元到4.5亿元 is a way from one figure to another, not a range: both ends, and the word between them."""
    mention = claim.mention
    quantity = mention.quantity
    if quantity.value is not None or not lead.endswith(("由", "从")):
        return None
    join = _JOIN.search(mention.text)
    if join is None or not isinstance(quantity.low, Decimal) or not isinstance(quantity.high, Decimal):
        return None
    middle = mention.start + join.start()
    first = replace(mention, end=middle, text=mention.text[: join.start()], core_end=middle)
    second_start = mention.start + join.end()
    second = replace(mention, start=second_start, text=mention.text[join.end() :], core_start=second_start)
    if quantity.unit is not None and first.text.endswith(quantity.unit.symbol):
        first = replace(first, core_end=middle - len(quantity.unit.symbol))
    low = replace(quantity, value=quantity.low, low=None, high=None)
    high = replace(quantity, value=quantity.high, low=None, high=None)
    ends = replace(claim, mention=replace(first, quantity=low)), replace(claim, mention=replace(second, quantity=high))
    return (*ends, join.group())


_NO_FIGURES = frozenset(("date", "ordinal", "time", "score"))


def _is_figure(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    return quantity.kind not in _NO_FIGURES and quantity.is_numeric and not is_setting(text, mention)


def sentence_of(analysis: Analysis, claim: Claim) -> str:
    """The full sentence around one figure."""
    text = text_of(analysis)
    start, end = _bounds(text, [claim])
    return text[start:end]


def _bounds(text: str, claims: Sequence[Claim], low: int = 0) -> tuple[int, int]:
    paragraph, first = claims[0].paragraph, claims[0].mention.start
    start = paragraph.start
    for match in _FULL_STOP.finditer(text, max(low, paragraph.start), first):
        start = match.end()
    stop = _FULL_STOP.search(text, claims[-1].mention.end, paragraph.end)
    return start, stop.start() if stop is not None else paragraph.end


_ASIDE = re.compile(r"（[^（）]{1,12}）")


def without_aside(lead: str) -> str:
    """The words behind a figure without those in brackets that only say more of it: 3.5元（含税），即每股."""
    aside = _ASIDE.match(lead)
    return lead if aside is None else lead[aside.end() :]


def is_setting(text: str, mention: Mention) -> bool:
    """Whether a stretch of time only says when: 两年间, 三年来, 五年增长了两倍."""
    if mention.quantity.kind != "duration":
        return False
    if _BEFORE.search(text[max(0, mention.start - 3) : mention.start]):
        return True
    if mention.quantity.value == 1 and text[mention.end : mention.end + 1] in ("的", "里"):
        return True
    return _AFTER.match(text, mention.end) is not None


def _marked(text: str, start: int, end: int, settings: Sequence[Mention]) -> tuple[str, tuple[int | None, ...]]:
    pieces: list[str] = []
    years: list[int | None] = []
    at = start
    for mention in settings:
        pieces.append(text[at : max(at, mention.start)])
        at = max(at, mention.end)
        if mention.quantity.kind in ("date", "duration"):
            stamp = mention.quantity.value
            years.append(stamp.year if isinstance(stamp, Stamp) else None)
            pieces.append(DATED)
        else:
            pieces.append(mention.text)
    pieces.append(text[at:end])
    lead = without_aside(_STRETCH.sub(DATED, _BLANK.sub("", "".join(pieces))))
    return _TIMES.sub(lambda match: _MARKS[match.lastgroup or "now"], lead), tuple(years)
