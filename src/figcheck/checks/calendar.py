"""Time against the calendar: weekdays, dates that do not exist."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from figcheck.model import Analysis, Derivation, Fix, Hit, Span, Stamp

_WEEKDAY = re.compile(r"[（(，,]?(?:星期|周|礼拜)(?P<day>[一二三四五六日天])(?![线期报刊年])[）)]?")
_DAYS = "一二三四五六日"


def wrong_weekday(analysis: Analysis) -> Iterator[Hit]:
    """A weekday beside a date that falls on another."""
    text = analysis.document.text
    for mention in analysis.mentions:
        stamp = mention.quantity.value
        if mention.quantity.kind != "date" or not isinstance(stamp, Stamp) or stamp.day is None:
            continue
        match = _WEEKDAY.match(text, mention.core_end)
        days = stamp.days()
        if match is None or days is None or mention.quantity.low is not None:
            continue
        right = _DAYS[days[0].weekday()]
        if match["day"].replace("天", "日") == right:
            continue
        word = text[match.start("day") - 1 : match.start("day")]
        expected = ("星期" if word == "期" else "礼拜" if word == "拜" else "周") + right
        span = Span(mention.core_start, match.end())
        fix = Fix(match.start("day"), match.end("day"), right, safe=False)
        values = {
            "written": text[match.start() : match.end()].strip("（）()，,"),
            "date": stamp.iso(),
            "expected": expected,
        }
        yield Hit(span, values, (Derivation(f"{stamp.iso()} = {expected}"),), expected, fix)


def impossible_date(analysis: Analysis) -> Iterator[Hit]:
    """2月30日, 6月31日, 29 February in a common year."""
    for mention in analysis.mentions:
        quantity = mention.quantity
        if quantity.kind != "date":
            continue
        for stamp in (quantity.value, quantity.low, quantity.high):
            if not isinstance(stamp, Stamp) or stamp.day is None or stamp.month is None:
                continue
            longest = _days_in(stamp.year, stamp.month)
            if stamp.day > longest:
                values = {"written": mention.text, "last": str(longest), "month": str(stamp.month)}
                yield Hit(mention.span, values, (Derivation(f"{stamp.month}月 ≤ {longest}日"),))
                break


def _days_in(year: int | None, month: int) -> int:
    if month == 2 and year is None:
        return 29
    year = year if year is not None and 1 <= year <= 9998 else 2000
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.timedelta(days=1)).day
