"""Dates around an article in, calendar days out: the line that dates a page, and the name of a file."""

from __future__ import annotations

import datetime

from figcheck import expressions as re

_YEARS = range(1900, 2100)
_CLOCK = (
    r"(?:[01]?\d|2[0-4])\s?[:：时]\s?[0-5]\d(?!\d)(?:\s?[:：分]\s?[0-5]\d(?!\d))?"
    r"(?:\.\d{1,6})?[秒分]?(?:Z|[+-]\d\d:?\d\d)?"
)
WHEN = re.compile(
    r"(?<![\d.])(?:"
    r"(?P<year>\d{4})\s?[-－—./／年\s]\s?(?P<month>\d{1,2})\s?[-－—./／月]\s?(?P<day>\d{1,2})(?!\d)\s?[日号]?"
    r"|\d{1,2}(?:月\d{1,2}日|-\d{1,2})(?=\s*(?:上午|下午|晚上?|早上|凌晨)?\s*\d{1,2}[:：]\d\d))"
    r"(?:\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?"
    rf"(?:[\sT]*(?:上午|下午|晚上?|早上|凌晨)?\s*{_CLOCK})?"
)
"""A date of publication, its weekday and clock time included; without a year only before a clock time."""
_NAMED = (
    r"(?<!\d)(?:(\d{4})([-_.])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日"
    r"|(\d{4})(\d{2})(\d{2})(?:[01]\d[0-5]\d|2[0-3][0-5]\d)?(?:(?<=\d{12})[0-5]\d)?)(?!\d)"
)


def day_of(written: str) -> datetime.date | None:
    """The calendar day of a date that `WHEN` finds; None without a year or where no calendar has such a day."""
    match = WHEN.search(written)
    if match is None or match["year"] is None:
        return None
    return _day(match["year"], match["month"], match["day"])


def date_in_name(path: str) -> datetime.date | None:
    """The date in a file's name: `2024-11-21`, `20241121`, `2024_11_21`; None where it has none, or several."""
    name = re.split(r"[/\\]", path)[-1]
    days = set()
    for match in re.finditer(_NAMED, name):
        year, month, day = (part for place, part in enumerate(match.groups()) if part and place != 1)
        days.add(_day(year, month, day))
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        found = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None
