"""A document in, its mentions out: figures as the reader finds them, dates resolved by context."""

from __future__ import annotations

import datetime

from figcheck import expressions as re
from figcheck.model import Block, Document, Mention, Quantity, Span, Stamp
from figcheck.reader import read
from figcheck.reader.moments import fill
from figcheck.traditional import folded
from figcheck.values import replace

_READ_BLOCKS = frozenset({"title", "paragraph"})
_SENTENCE_END = re.compile(r"[。！？!?\n]")
_YEAR_WORD = re.compile(r"(?P<word>今年|本年度?|当年|同年|去年|上年|前年|明年|后年|翌年|次年|来年)的?(?:以来|年初)?$")
_SAID_ENDS = frozenset("年度的来初月")
"""Characters before a date that may end a word for its year or month: most dates have none there."""
_YEAR_INSIDE = re.compile(r"[至到—–~～─-](?P<word>今年|去年|明年|当年|次年|翌年|来年|本年|第二年)")
_YEAR_SHIFT = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "来": 1, "后": 2}
_NOW = re.compile(r"[今本]年|目前|如今|现在|今[天日]|近[日期年]|日前|昨|记者|最近|据悉")
_PLANNED = re.compile(r"将|计划|拟|预计|定于|争取|力争|确保|有望|准备")
_PLAN_REACH = 24
"""Characters before a date in which a word of planning makes it a coming one."""
_MONTH_WORD = re.compile(r"(?P<word>本月|当月|同月|上个?月|下个?月|次月)的?$")


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """All figures of title and body in the order of the text; a document without blocks is read whole.

    Dates take the year (and month) that the article means: from 今年 and the like before them, from the date before
    them in the sentence, else from the article's date; without one they stay unresolved.
    """
    text = folded(document.text)
    found: list[Mention] = []
    for span in reading_spans(document):
        resolver = _Resolver(text, document.date)
        for mention in read(text, span.start, span.end):
            found.append(resolver.resolve(mention) if mention.quantity.kind == "date" else mention)
    if text is not document.text:
        return tuple(replace(mention, text=document.text[mention.start : mention.end]) for mention in found)
    return tuple(found)


def reading_spans(document: Document) -> list[Span]:
    """The stretches of text that are read for figures: title and paragraphs, not masthead, credits and buttons."""
    if not document.blocks:
        return [Span(0, len(document.text))]
    return [block.span for block in document.blocks if _is_read(block)]


def _is_read(block: Block) -> bool:
    return block.kind in _READ_BLOCKS


class _Resolver:
    """Walks over the dates of one block and remembers the last one that was whole."""

    def __init__(self, text: str, today: datetime.date | None) -> None:
        self.text = text
        self.today = today
        self.last: Stamp | None = None
        self.last_end = 0
        self.last_is_told = False
        self.last_is_whole = False
        """Whether the last date had its year written, or was told on from such a one."""

    def resolve(self, mention: Mention) -> Mention:
        quantity = mention.quantity
        if quantity.value is None and quantity.low is None:
            return mention
        told = quantity.resolved
        if not told:
            quantity = self._resolved(mention, quantity)
        end = quantity.high if isinstance(quantity.high, Stamp) else quantity.value
        if isinstance(end, Stamp) and end.year is not None and end.year > 1000 and quantity.resolved:
            self.last_is_told = told or (self.last_is_told and self._same_sentence(mention))
            goes_on = self.last_is_whole and self.last is not None and self.last.year == end.year
            self.last_is_whole = told or goes_on
            self.last, self.last_end = end, mention.end
        if quantity is mention.quantity:
            return mention
        return Mention(mention.start, mention.end, mention.text, mention.core_start, mention.core_end, quantity)

    def _resolved(self, mention: Mention, quantity: Quantity) -> Quantity:
        ends = [end for end in (quantity.value, quantity.low, quantity.high) if isinstance(end, Stamp)]
        inside = _YEAR_INSIDE.search(mention.text) if len(ends) > 1 else None
        if inside is not None:
            return self._of_two_years(mention, quantity, inside["word"])
        if any(end.year is not None for end in ends):
            return self._of_century(quantity)
        known = self._known(mention, ends[-1])
        if known is None:
            return quantity
        filled = [fill(end, known) for end in ends]
        if quantity.value is not None:
            return _dated(quantity, filled[0], None, None, resolved=filled[0].year is not None)
        low, high = filled
        if high.month is not None and low.month is not None and low.year == high.year and low.month > high.month:
            low = Stamp((low.year or 0) - 1, low.month, low.day)
        return _dated(quantity, None, low, high, resolved=low.year is not None)

    def _of_two_years(self, mention: Mention, quantity: Quantity, word: str) -> Quantity:
        """去年12月至今年2月, 12月至次年3月: a range whose end has a word for its year."""
        low, high = quantity.low, quantity.high
        assert isinstance(low, Stamp) and isinstance(high, Stamp)
        said = self._said(self.text[max(0, mention.start - 8) : mention.start])
        first = low.year or (said.year if said else None)
        if word[0] in "次翌第当" or (word[0] == "来" and first is not None):
            known = None if first is not None else self._known(mention, low)
            first = known.year if known is not None else first
            last = None if first is None else first + (word[0] != "当")
        else:
            meant = self._said(word)
            last = meant.year if meant else None
            if first is None and last is not None:
                first = last - ((low.month or 0) > (high.month or 12))
        if first is None or last is None:
            return quantity
        low, high = Stamp(first, low.month, low.day), Stamp(last, high.month, high.day)
        return replace(quantity, low=low, high=high, resolved=True)

    def _of_century(self, quantity: Quantity) -> Quantity:
        """上世纪 and 本世纪, read as in the twenty-first: before 2001 they are a hundred years earlier."""
        low, high = quantity.low, quantity.high
        if self.today is None or self.today.year > 2000 or not isinstance(low, Stamp) or not isinstance(high, Stamp):
            return replace(quantity, resolved=True)
        earlier = [Stamp((end.year or 0) - 100, end.month, end.day) for end in (low, high)]
        return replace(quantity, low=earlier[0], high=earlier[1], resolved=True)

    def _known(self, mention: Mention, stamp: Stamp) -> Stamp | None:
        """The date whose year and month hold for a date that lacks them.

        A year that was itself taken from the article's date does not hold for another month: in January, 12月 is past.
        """
        before = self.text[max(0, mention.start - 8) : mention.start]
        said = self._said(before)
        if said is not None:
            return said
        lends = stamp.month is None or self.last_is_told or self.today is None
        if self.last is not None and lends and self._same_sentence(mention) and self._fits(stamp):
            return self.last
        if self.today is None:
            return self.last if self._fits(stamp) and stamp.month is None else None
        if self._is_told_on(mention, stamp):
            return self.last
        known = _nearest(stamp, self.today)
        if known.year is not None and known.year < self.today.year and self._is_planned(mention):
            return Stamp(self.today.year)
        return known

    def _is_told_on(self, mention: Mention, stamp: Stamp) -> bool:
        """Whether the sentence goes on telling of another year: 1937年7月7日，……。8月13日，淞沪会战打响。

        It does where the last date was a day or month of a year gone by, the new one comes after it there, and is
        far from the article's own date, as dates in news seldom are.
        """
        last, today = self.last, self.today
        if last is None or today is None or last.year is None or last.month is None or not self.last_is_whole:
            return False
        if not 0 < last.year <= today.year - 2 or _NOW.search(self.text, self.last_end, mention.start):
            return False
        if stamp.month is None:
            return (
                last.day is not None and 0 < (stamp.day or 0) - last.day <= 20 and abs((stamp.day or 0) - today.day) > 5
            )
        if (stamp.month, stamp.day or 31) < (last.month, last.day or 1):
            return False
        near = _nearest(stamp, today)
        months = abs(((near.year or 0) - today.year) * 12 + stamp.month - today.month)
        return months > 1 or (months == 1 and stamp.day is not None and abs(stamp.day - today.day) < 15)

    def _is_planned(self, mention: Mention) -> bool:
        """Whether the sentence speaks of what is to come: 计划10月1日前贯通."""
        start = max(self.text.rfind("。", 0, mention.start), mention.start - _PLAN_REACH) + 1
        ahead = (
            self.text[mention.end : mention.end + 1] == "前" and self.text[mention.end + 1 : mention.end + 2] != "后"
        )
        return ahead or _PLANNED.search(self.text, max(start, 0), mention.start) is not None

    def _said(self, before: str) -> Stamp | None:
        if before[-1:] not in _SAID_ENDS:
            return None
        word = _YEAR_WORD.search(before)
        if word is not None:
            head = word["word"][0]
            if head in "当同翌次":
                shift, base = (1 if head in "翌次" else 0), self.last.year if self.last else None
            else:
                shift, base = _YEAR_SHIFT[head], self.today.year if self.today else None
            return None if base is None else Stamp(base + shift)
        month = _MONTH_WORD.search(before)
        if month is None:
            return None
        base_stamp = self.last if month["word"][0] in "当同次" else None
        if base_stamp is None and self.today is not None:
            base_stamp = Stamp(self.today.year, self.today.month)
        if base_stamp is None or base_stamp.month is None or base_stamp.year is None:
            return None
        shift = {"上": -1, "下": 1, "次": 1}.get(month["word"][0], 0)
        months = base_stamp.year * 12 + base_stamp.month - 1 + shift
        return Stamp(months // 12, months % 12 + 1)

    def _same_sentence(self, mention: Mention) -> bool:
        return _SENTENCE_END.search(self.text, self.last_end, mention.start) is None

    def _fits(self, stamp: Stamp) -> bool:
        """Whether the last date can lend what `stamp` lacks: a bare day needs a month."""
        return self.last is not None and (stamp.month is not None or self.last.month is not None)


def _dated(
    quantity: Quantity, value: Stamp | None, low: Stamp | None, high: Stamp | None, *, resolved: bool
) -> Quantity:
    """The quantity of a date with what is known of it now."""
    return Quantity(
        quantity.kind, value, low, high, quantity.unit, quantity.hedge, quantity.step, quantity.judged, resolved
    )


def _nearest(stamp: Stamp, today: datetime.date) -> Stamp:
    """The year, or year and month, that news of `today` means: rather the past, unless the future is much nearer."""
    if stamp.month is None:
        if stamp.day is None or stamp.day <= today.day + 14:
            return Stamp(today.year, today.month)
        before = today.replace(day=1) - datetime.timedelta(days=1)
        return Stamp(before.year, before.month)
    ahead = stamp.month - today.month
    if ahead >= 8:
        return Stamp(today.year - 1)
    return Stamp(today.year + 1) if ahead == -11 and stamp.day is not None else Stamp(today.year)
