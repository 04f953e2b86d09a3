"""An article in, the names of days that its words put together out: 昨天立冬, 端午节即6月20日, 次日（周日）."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from figcheck import expressions as re
from figcheck.checks.days import DAY, alternatives, is_quoted, readings, stamp_of, word_days
from figcheck.checks.prose import Same, matches_in_prose
from figcheck.data import day_words as words
from figcheck.data.calendar_words import (
    AFTER_NAMED_DAY,
    DAY_TAIL,
    DOG_DAYS,
    FIXED_DAYS,
    LUNAR_FESTIVALS,
    NTH_WEEKDAYS,
    RELATIVE_DAYS,
    SOLAR_TERMS,
)
from figcheck.model import Analysis, Span
from figcheck.values import Frozen


class Anchor(Frozen):
    """A day that is known: a date, 昨天, or 次日 of one of these."""

    span: Span
    written: str
    days: tuple[datetime.date, ...]
    """All that it may mean, the likeliest first; none for a festival of no date."""


class Name(Frozen):
    """What a day is called: a weekday, a festival, a day of the first lunar month, a solar term, one of the nines."""

    kind: str
    """`weekday`, `festival`, `lunar`, `term` or `nine`."""
    span: Span
    written: str
    """The name alone: 端午节, 三九, 周三."""
    entered: bool = False
    """Whether its first day is meant: 交三九, 入伏."""


class Together(Frozen):
    """A name that the words put on a known day."""

    name: Name
    anchor: Anchor


# --- names ---------------------------------------------------------------------------------------------------

_WEEKDAY = re.compile(rf"(?<![至到每逢、和及上下本这隔])(?:星期|周|礼拜)[一二三四五六日天](?:{words.AFTER_WEEKDAY})")
_FESTIVAL = re.compile(rf"(?P<name>{alternatives((*LUNAR_FESTIVALS, *FIXED_DAYS, *NTH_WEEKDAYS))})”?(?:佳节|节)?")
_TERM = re.compile(
    rf"(?P<into>[入交进值逢到])?[“]?(?P<name>{alternatives({*SOLAR_TERMS, *DOG_DAYS})})”?(?:节气|节)?(?:的?第一天)?"
)
_NINE = re.compile(
    r"(?<![一二三四五六七八九十〇0-9])(?P<into>[入交进到])?[“]?(?P<name>[一二三四五六七八九]九)”?"
    r"(?:的?第(?P<day>[一二三四五六七八九])天|(?=[，。；！？了的天）]|$))(?!重阳|乘法|归一)"
)
_NEW_YEAR = re.compile(
    r"(?:(?:大年|正月|年)(?P<day>初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?)|(?<!月)初[一二三四五六七八九十](?=[（(，](?:即|也就是)?[0-9]))"
)
_AT_EDGE = re.compile(AFTER_NAMED_DAY)
_PART = re.compile(DAY_TAIL)
_KINDS = (
    ("weekday", _WEEKDAY),
    ("festival", _FESTIVAL),
    ("term", _TERM),
    ("nine", _NINE),
    ("lunar", _NEW_YEAR),
)


def _names(analysis: Analysis) -> Iterator[Name]:
    for kind, form in _KINDS:
        for match in matches_in_prose(analysis, form):
            groups = match.groupdict()
            group = "name" if groups.get("name") else 0
            into = bool(groups.get("into")) and groups["into"] not in tuple("值逢到")
            written = match.group().removeprefix(groups["into"] or "") if kind == "nine" else match[group]
            yield Name(kind, Span(*match.span()), written, into)


# --- days that are known -------------------------------------------------------------------------------------

_WORD = re.compile(alternatives(RELATIVE_DAYS))
_OLD_STYLE = re.compile(words.OLD_STYLE)
_STEP = re.compile(rf"(?:(?<=[，、；（于在从自至到])|^)(?P<word>{alternatives(words.STEPS)})")


def _anchors(analysis: Analysis) -> list[Anchor]:
    text = analysis.document.text
    found = []
    for mention in analysis.mentions:
        stamp = stamp_of(mention)
        days = readings(analysis, mention) if stamp is not None and stamp.day is not None else ()
        if (
            days
            and min(days) >= words.NEW_STYLE
            and not _OLD_STYLE.search(text, max(0, mention.start - 8), mention.start)
        ):
            found.append(Anchor(mention.core, mention.text, days))
    for match in matches_in_prose(analysis, _WORD) if analysis.document.date is not None else ():
        if not is_quoted(text, match.start()):
            found.append(Anchor(Span(*match.span()), match.group(), word_days(analysis, match.group())))
    found.sort(key=attrgetter("span"))
    return sorted((*found, *_steps(analysis, found)), key=attrgetter("span"))


def _steps(analysis: Analysis, known: Sequence[Anchor]) -> Iterator[Anchor]:
    """次日 and 前一天: the day beside the last known one of the sentence."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _STEP):
        before = [one for one in known if one.span.end <= match.start()]
        if not before or match.start() - before[-1].span.end > words.STEP_BACK:
            continue
        if words.SENTENCE_END.intersection(text[before[-1].span.end : match.start()]):
            continue
        shift = words.STEPS[match["word"]] * DAY
        yield Anchor(Span(*match.span()), match["word"], tuple(day + shift for day in before[-1].days))


# --- what stands together ------------------------------------------------------------------------------------

_GLUE = re.compile(words.SAME_DAY)
_NAMED_FIRST = re.compile(words.NAMED_THEN_DATED)
_NOT_IT = re.compile(words.NOT_THAT_DAY)
_CLOSED = re.compile(rf"{DAY_TAIL}(?:[，,、\s]?(?:星期|周|礼拜).)?[）)，,；;]")


def together(analysis: Analysis) -> tuple[Together, ...]:
    """The pairs of a name and a known day that the words between them make one day."""
    return _together(Same(analysis))


@lru_cache(maxsize=1)
def _together(same: Same) -> tuple[Together, ...]:
    analysis, text = same.analysis, same.analysis.document.text
    items: list[Anchor | Name] = sorted((*_anchors(analysis), *_names(analysis)), key=attrgetter("span"))
    found: list[Together] = []
    chain: list[Anchor | Name] = []
    for item in items:
        if chain and item.span.start < chain[-1].span.end:
            continue
        if not chain or not _is_same(text, chain[-1], item):
            chain = []
        chain.append(item)
        if len(chain) > 1 and _ends_well(text, chain[-2], item):
            found += _pairs(chain)
    return tuple(dict.fromkeys(found))


def _pairs(chain: Sequence[Anchor | Name]) -> Iterator[Together]:
    last, is_dated = chain[-1], any(isinstance(one, Anchor) for one in chain)
    for other in chain[:-1]:
        if isinstance(last, Name) and isinstance(other, Anchor):
            yield Together(last, other)
        elif isinstance(last, Anchor) and isinstance(other, Name):
            yield Together(other, last)
        elif isinstance(last, Name) and isinstance(other, Name) and not is_dated and _is_weekday_of(last, other):
            yield Together(last, Anchor(other.span, other.written, ()))


def _is_weekday_of(last: Name, other: Name) -> bool:
    return last.kind == "weekday" and other.kind == "festival"


def _is_same(text: str, first: Anchor | Name, second: Anchor | Name) -> bool:
    """Whether the words between say that two names are of one day."""
    gap = text[first.span.end : second.span.start]
    if len(gap) > words.FARTHEST or (isinstance(first, Anchor) and isinstance(second, Anchor) and gap[:1] == "）"):
        return False  # 正月初七（2月23日）的2月9日开售
    if isinstance(first, Name) and isinstance(second, Anchor) and gap in ("", *words.PAUSES):
        return False
    if isinstance(first, Anchor) and _PART.sub("", gap, 1) in words.PAUSES:
        return isinstance(second, Name) and second.entered
    if isinstance(second, Name) and second.written in words.PLAIN_WORDS:
        return _is_meant_as_term(text, gap, second)
    form = _GLUE if isinstance(first, Anchor) else _NAMED_FIRST
    return form.fullmatch(gap) is not None


_TERM_LED = re.compile(rf"{DAY_TAIL}(?:又到|时值|时逢|正值|正逢|恰逢|适逢|喜逢|欣逢|迎来|交|便是|正是|就是)+(?:了|“)*")


def _is_meant_as_term(text: str, gap: str, name: Name) -> bool:
    """Whether 大雪 is the term, not the weather: 又到大雪, 大雪节气."""
    if text[name.span.start : name.span.end].endswith("节气"):
        return _GLUE.fullmatch(gap) is not None
    return _TERM_LED.fullmatch(gap + text[name.span.start : name.span.start + 1].rstrip(name.written)) is not None


def _ends_well(text: str, first: Anchor | Name, second: Anchor | Name) -> bool:
    """Whether nothing behind the second one makes it another day: 端午节前一天, 6月19日至21日, 中秋晚会."""
    end = second.span.end
    if _NOT_IT.match(text, end):
        return False
    gap = text[first.span.end : second.span.start]
    if ("（" in gap or "(" in gap) and not _CLOSED.match(text, end):
        return False
    if isinstance(second, Name) and second.kind in ("festival", "term", "lunar"):
        if text.endswith("节气", second.span.start, end):
            return True
        return _AT_EDGE.match(text, end) is not None
    return True
