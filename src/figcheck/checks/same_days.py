"""Names of days and the days that the words put them on in, the names that are not of that day out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from figcheck.checks.named_days import Anchor, Name, Together, together
from figcheck.data.calendar_words import RELATIVE_DAYS
from figcheck.data.day_words import STEPS
from figcheck.model import Analysis, Hit, Span


def with_others(first: Iterable[Hit], others: Iterable[Hit]) -> Iterator[Hit]:
    """The hits of the second of two readers where the first has none."""
    told = list(first)
    for hit in others:
        if not any(hit.span.overlaps(one.span) for one in told):
            told.append(hit)
            yield hit


Kinds = dict[str, tuple[Callable[[Name, datetime.date], bool | None], Callable[[Together], Hit]]]
"""By the kind of a name, whether it is of a day, where that can be known, and what is said where it is not."""


def judged(analysis: Analysis, kinds: Kinds) -> Iterator[Hit]:
    """The names of those kinds that are put on a day that is not theirs."""
    for pair in together(analysis):
        known = kinds.get(pair.name.kind)
        if (
            known is not None
            and pair.anchor.days
            and all(known[0](pair.name, day) is False for day in pair.anchor.days)
        ):
            yield known[1](pair)


def both(pair: Together) -> Span:
    """From the name to the day, or the other way round."""
    name, anchor = pair.name.span, pair.anchor.span
    return Span(min(name.start, anchor.start), max(name.end, anchor.end))


def is_word(anchor: Anchor) -> bool:
    """Whether a day is named by a word such as 昨天 or 次日."""
    return anchor.written in RELATIVE_DAYS or anchor.written in STEPS
