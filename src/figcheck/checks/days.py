"""An analysis and its dates in, calendar days out: which day a date means, how sure its year is, which day is today."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from figcheck import expressions as re
from figcheck.data.calendar_words import BRANCHES, RELATIVE_DAYS, STEMS
from figcheck.model import Analysis, Document, Mention, Span, Stamp

DAY = datetime.timedelta(days=1)
_NEAR = 200
"""A date without a year may mean any year in which it is at most so many days from the article's date."""
_YEAR_WRITTEN = re.compile(r"(?:[0-9０-９]{4}|[一二][〇零○一二三四五六七八九]{3})\s?(?:年|[-/.])")
_YEAR_SAID = re.compile(r"(?:今年|本年度?|去年|上年|前年|明年|后年)的?$")
_FAR = 2000
"""So far back quotation marks are counted."""
_SENTENCE_END = re.compile(r"[。！？!?\n\r]")


def stamp_of(mention: Mention) -> Stamp | None:
    """The date of a mention that is one date, no range; None for all else."""
    quantity = mention.quantity
    if quantity.kind != "date" or quantity.low is not None or not isinstance(quantity.value, Stamp):
        return None
    return quantity.value


def day_of(mention: Mention) -> datetime.date | None:
    """The calendar day that a mention means, as the reader resolved it; None for months, years, ranges, unresolved."""
    stamp = stamp_of(mention)
    return _day(stamp) if stamp is not None else None


def _day(stamp: Stamp) -> datetime.date | None:
    days = stamp.days() if stamp.day is not None else None
    return days[0] if days else None


def has_year(text: str, mention: Mention) -> bool:
    """Whether the year stands in the mention, or a word such as 今年 right before it."""
    return (
        _YEAR_WRITTEN.search(mention.text) is not None
        or _YEAR_SAID.search(text[max(0, mention.start - 4) : mention.start]) is not None
    )


def pair_of(year: int) -> str:
    """Stem and branch of a year: 甲辰 of 2024."""
    return STEMS[(year - 4) % 10] + BRANCHES[(year - 4) % 12]


def writes_year(mention: Mention) -> bool:
    """Whether the year stands in the mention itself."""
    return _YEAR_WRITTEN.search(mention.text) is not None


def readings(analysis: Analysis, mention: Mention, stamp: Stamp | None = None) -> tuple[datetime.date, ...]:
    """All days that a date may mean: one where its year is said, else also those in years near or named before.

    Empty where the year is unknown or the day does not exist.
    """
    stamp = stamp or stamp_of(mention)
    day = _day(stamp) if stamp is not None else None
    if stamp is None or day is None:
        return ()
    today = analysis.document.date
    if today is None or has_year(analysis.document.text, mention):
        return (day,)
    elsewhere = other_years(analysis, mention) | _years_of_title(analysis)
    near = [_day(Stamp(today.year + shift, stamp.month, stamp.day)) for shift in (-1, 0, 1)]
    told = [_day(Stamp(year, stamp.month, stamp.day)) for year in sorted(year for year in elsewhere if year)]
    others = [other for other in near if other is not None and abs((other - today).days) <= _NEAR]
    others += [other for other in told if other is not None]
    return (day, *(other for other in others if other != day))


_YEAR_OF_TITLE = re.compile(r"(?<![0-9])(?P<year>1[6-9][0-9]{2}|20[0-9]{2})年")


def _years_of_title(analysis: Analysis) -> frozenset[int | None]:
    """The years that the title names: the article may tell of one of them throughout."""
    title = analysis.document.masthead.title
    return frozenset(int(match["year"]) for match in _YEAR_OF_TITLE.finditer(title.value)) if title else frozenset()


_OTHER_YEAR = re.compile(r"去年|前年|上年|当年|那年|翌年|次年|同年|往年|历史上|年前|多年")
_SHIFTS = {"去年": -1, "上年": -1, "前年": -2, "次年": 0, "翌年": 0}
_BACK = 600
"""How far back, in code points, a year may be named that still holds for a date without one."""


def other_years(analysis: Analysis, mention: Mention) -> frozenset[int | None]:
    """The years but the article's that the text names shortly before a date; None for one unnamed."""
    text, today = analysis.document.text, analysis.document.date
    start = text.rfind("\n", 0, max(0, text.rfind("\n", 0, mention.start))) + 1
    start = max(start, mention.start - _BACK)
    found: set[int | None] = set()
    for match in _OTHER_YEAR.finditer(text, start, mention.start):
        shift = _SHIFTS.get(match.group())
        found.add(today.year + shift if today is not None and shift else None)
    for other in analysis.mentions:
        if start <= other.start < mention.start and other.quantity.kind == "date" and writes_year(other):
            ends = (other.quantity.value, other.quantity.low, other.quantity.high)
            found.update(end.year for end in ends if isinstance(end, Stamp))
    return frozenset(year for year in found if today is None or year != today.year)


def dateline_day(document: Document) -> datetime.date | None:
    """The day in the article's date line, in the year nearest to the article's date; None without one."""
    dateline = document.masthead.dateline
    if dateline is None or dateline.date is None or document.date is None:
        return None
    return nearest_day(document.text[dateline.date.start : dateline.date.end], document.date)


_MONTH_DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日?")


def nearest_day(written: str, today: datetime.date) -> datetime.date | None:
    """The day of `5月20日` or `2025年5月20日`, without a year the one nearest to `today`; None for no day."""
    match = _MONTH_DAY.search(written)
    if match is None:
        return None
    years = [int(match["year"])] if match["year"] else [today.year - 1, today.year, today.year + 1]
    days = [_day(Stamp(year, int(match["month"]), int(match["day"]))) for year in years]
    found = [day for day in days if day is not None]
    return min(found, key=lambda day: abs((day - today).days)) if found else None


def article_days(document: Document) -> frozenset[datetime.date]:
    """The days on which the article may have been written: its date and its date line's."""
    days = {document.date, dateline_day(document)}
    return frozenset(day for day in days if day is not None)


def word_days(analysis: Analysis, word: str) -> tuple[datetime.date, ...]:
    """The days that 昨天 and the like may mean, the likeliest first; none without the article's date.

    今天 may also be the day before, on which the article of a morning paper was written.
    """
    if analysis.document.date is None:
        return ()
    shift = RELATIVE_DAYS[word]
    days = [day + shift * DAY for day in writing_days(analysis)]
    if shift == 0:
        days += [day - DAY for day in article_days(analysis.document)]
    return tuple(dict.fromkeys(days))


_REPORTERS = re.compile(r"(?:记者|今[天日晚](?:[（(])?)$")


def writing_days(analysis: Analysis) -> list[datetime.date]:
    """The article's date first; then its date line's and the days on which its reporters say that they asked."""
    document = analysis.document
    assert document.date is not None
    days = [document.date, *(article_days(document) - {document.date})]
    for mention in analysis.mentions:
        day = day_of(mention)
        if day is None or day in days or not 0 < (document.date - day).days <= 3:
            continue
        if _REPORTERS.search(document.text[max(0, mention.start - 4) : mention.start]):
            days.append(day)
    return days


def sentence_at(text: str, at: int) -> Span:
    """The sentence around an offset: up to 。！？ or the line's end, at most 600 code points to either side.

    A semicolon does not end it.
    """
    start, limit = max(0, at - 600), min(len(text), at + 600)
    for match in _SENTENCE_END.finditer(text, start, at):
        start = match.end()
    end = _SENTENCE_END.search(text, at, limit)
    return Span(start, end.start() if end else limit)


def paragraph_at(text: str, place: Span) -> Span:
    """The line around a stretch of the text, without its newlines."""
    end = text.find("\n", place.end)
    return Span(text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end)


def mentions_in(analysis: Analysis, span: Span) -> list[Mention]:
    """The mentions that lie wholly inside."""
    known = analysis.mentions
    first, last = (bisect_left(known, at, key=attrgetter("start")) for at in (span.start, span.end))
    return [mention for mention in known[first:last] if mention.end <= span.end]


def is_read(analysis: Analysis, at: int) -> bool:
    """Whether an offset lies in what is read for figures: title and paragraphs, not masthead, credits and buttons."""
    blocks = analysis.document.blocks
    return not blocks or any(
        block.span.start <= at < block.span.end for block in blocks if block.kind in ("title", "paragraph")
    )


_CORRECTED = re.compile(r"误[植写印作将把为]|更正|勘误|订正")


def is_corrected(text: str, at: int) -> bool:
    """Whether the sentence around an offset speaks of a slip: 将12月21日误植为12月22日."""
    sentence = sentence_at(text, at)
    return _CORRECTED.search(text, sentence.start, sentence.end) is not None


def is_quoted(text: str, at: int) -> bool:
    """Whether an offset lies in somebody's words between quotation marks."""
    far = max(0, at - _FAR)
    line = max(far, text.rfind("\n", far, at) + 1)
    return text.count("“", line, at) > text.count("”", line, at)


def is_titled(text: str, span: Span) -> bool:
    """Whether a place lies in the title of a work: 《九三年》."""
    far = max(0, span.start - _LONGEST_TITLE)
    return (
        text.rfind("《", far, span.start) > text.rfind("》", far, span.start)
        and text.find("》", span.end, span.end + _LONGEST_TITLE) >= 0
    )


_LONGEST_TITLE = 40


def alternatives(words: str | Iterable[str]) -> str:
    """Words as a regular expression that takes the longest."""
    return re.alternatives(words)
