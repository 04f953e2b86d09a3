"""Short texts of a ledger in, what they mean out: dates, periods, tolerances, intervals between editions."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from figcheck import expressions as re
from figcheck.model import Period, Stamp

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(Q[1-4]|H[12]))?", re.ASCII)
_LOOSE_POINT = re.compile(
    r"(\d{4})(?:\s*[年./-]\s*(?:(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*[日号]?)?\s*月?)?)?(?:[\sT]+\d{1,2}:\d\d.*)?",
    re.ASCII,
)
_LOOSE_PART = re.compile(
    r"(\d{4})\s*年?[\s-]*(?:Q([1-4])|H([12])|第?([一二三四1-4])季度|([上下])半年)", re.ASCII | re.IGNORECASE
)
_LOOSE_MONTHS = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月?\s*[~～—–―至到-]+\s*(\d{1,2})\s*月份?", re.ASCII)
_LOOSE_DASH = re.compile(r"\s*(?:[~～—–―至到]+|--)\s*")
_SHARE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*([%‰]?)", re.ASCII)
_EVERY = re.compile(r"([1-9]\d{0,2})\s*(?:年|years?)?", re.ASCII)
_ORDINAL = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_PER = {"": 1, "%": 100, "‰": 1000}


class UnreadableError(Exception):
    """A text that its grammar does not know: a key of the table of wordings and what fills the sentence."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@lru_cache(maxsize=1024)
def read_period(text: str) -> Period:
    """`2024`, `2024-11`, `2024-11-20`, `2024-Q3`, `2024-H1`, `2025-01/2025-10`. Raises UnreadableError."""
    first, slash, last = text.partition("/")
    start = _stamp(first)
    end = _stamp(last) if slash else start
    if start is None or end is None:
        raise _instead("ledger.not_a_period", text, read_period)
    opening, closing = _days(start, text), _days(end, text)
    if closing[1] < opening[0]:
        raise UnreadableError("ledger.reversed", text=text)
    return Period(opening[0], closing[1], text)


def meant_period(text: str) -> str | None:
    """The period that a text means, as `read_period` takes it: `2024年`, `2024.11`, `2024年上半年`; None for none."""
    near = _normal(unicodedata.normalize("NFKC", text).strip())
    try:
        return read_period(text if near is None else near).iso
    except UnreadableError:
        return None


def read_stamp(text: str) -> Stamp:
    """A year, a month or a day: `2024`, `2024-11`, `2024-11-20`. Raises UnreadableError."""
    stamp = _stamp(text)
    if stamp is None or stamp.part:
        raise _instead("ledger.not_a_stamp", text, read_stamp)
    _days(stamp, text)
    return stamp


def read_day(text: str) -> datetime.date:
    """A day: `2024-11-20`. Raises UnreadableError."""
    stamp = _stamp(text)
    if stamp is None or stamp.day is None:
        raise _instead("ledger.not_a_day", text, read_day)
    return _days(stamp, text)[0]


def read_year(text: str) -> int:
    """A year of four digits. Raises UnreadableError."""
    stamp = _stamp(text) if len(text) == 4 else None
    if stamp is None or stamp.days() is None:
        raise UnreadableError("ledger.not_a_year", text=text)
    return int(text)


def read_ordinal(text: str) -> int:
    """The number of an edition, from 1. Raises UnreadableError."""
    if not _ORDINAL.fullmatch(text):
        raise UnreadableError("ledger.not_an_edition", text=text)
    return int(text)


def read_every(text: str) -> int:
    """Years between editions: `2 years`, `2年`, `2`. Raises UnreadableError."""
    match = _EVERY.fullmatch(text)
    if match is None:
        raise UnreadableError("ledger.not_every", text=text)
    return int(match[1])


def read_share(text: str) -> Fraction:
    """A share of a value: `0.5%` and `0.005` are 1/200. Raises UnreadableError."""
    match = _SHARE.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        raise UnreadableError("ledger.not_a_tolerance", text=text)
    share = Fraction(match[1]) / _PER[match[2]]
    if share >= 1:
        raise UnreadableError("ledger.wide_tolerance", text=text)
    return share


def _stamp(text: str) -> Stamp | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, part = match.groups()
    return Stamp(int(year), int(month) if month else None, int(day) if day else None, part=part)


def _days(stamp: Stamp, text: str) -> tuple[datetime.date, datetime.date]:
    days = stamp.days()
    if days is None:
        raise UnreadableError("ledger.no_such_day", text=text)
    return days


def _instead(key: str, text: str, read: Callable[[str], object]) -> UnreadableError:
    """The complaint, with what was probably meant where that would be readable."""
    near = _normal(unicodedata.normalize("NFKC", text))
    if near is not None and near != text:
        try:
            read(near)
        except UnreadableError:
            near = None
    if near is None or near == text:
        return UnreadableError(key, text=text)
    return UnreadableError("ledger.write_instead", text=text, near=near)


def _normal(text: str) -> str | None:
    """A date, or two joined by a dash, as the grammar would have it: `2024年11月20日`, `2024.11`, `2024年1—10月`."""
    if months := _LOOSE_MONTHS.fullmatch(text):
        return f"{months[1]}-{months[2].zfill(2)}/{months[1]}-{months[3].zfill(2)}"
    ends = [_normal_point(end) for end in _LOOSE_DASH.split(text)]
    points = [end for end in ends if end is not None]
    return "/".join(points) if len(points) == len(ends) <= 2 else None


def _normal_point(text: str) -> str | None:
    if part := _LOOSE_PART.fullmatch(text):
        quarter, half = part[2] or part[4], part[3] or part[5]
        mark, word = ("Q", quarter) if quarter else ("H", half)
        return f"{part[1]}-{mark}{_NUMERALS.get(word) or word}"
    point = _LOOSE_POINT.fullmatch(text)
    if point is None:
        return None
    return "-".join([point[1], *(number.zfill(2) for number in point.groups()[1:] if number)])
