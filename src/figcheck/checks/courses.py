"""Moments in, those out at which a later step of a course (接报, 到场, 扑灭) comes before an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.days import alternatives, is_quoted, sentence_at, writes_year
from figcheck.checks.from_to import clock_before, stamp_of_any
from figcheck.data.course_words import COURSES, TOLD_APART
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.values import Frozen

_APART = re.compile(TOLD_APART)
_PLANNED = re.compile(r"原定|原计划|每|首班|分别")
_STEP = re.compile(alternatives({word for course in COURSES for words in course for word in words.split()}))
_STOP = re.compile(r"[，。；！？：\n]")
_BEFORE = 6
_NEAR = 90
"""Code points at most between two moments of one course."""
_DAYS = 40
"""Days by which an end may lie before its beginning and still be a slip, not of the next year."""


class Step(Frozen):
    """A moment and the words of the step that it is told of, of whatever courses they belong to."""

    mention: Mention
    stamp: Stamp
    name: str


def steps_out_of_order(analysis: Analysis) -> Iterator[Hit]:
    """14时32分接报……14时23分到场: a later step, told behind an earlier one, at a moment before it."""
    text = analysis.document.text
    steps = list(_steps(analysis))
    for at, later in enumerate(steps):
        for earlier in reversed(steps[max(0, at - 3) : at]):
            if not _is_told_on(text, earlier, later) or not _follows(earlier.name, later.name):
                continue
            if _is_before(earlier, later):
                yield _hit(earlier, later)
                break


def _steps(analysis: Analysis) -> Iterator[Step]:
    text = analysis.document.text
    moments = [mention for mention in analysis.mentions if mention.quantity.kind in ("date", "time")]
    for at, mention in enumerate(moments):
        stamp = stamp_of_any(mention)
        if stamp is None or (stamp.clock is None and stamp.day is None):
            continue
        following = moments[at + 1] if at + 1 < len(moments) else None
        if following is not None and stamp.clock is None and _is_its_hour(mention, following):
            continue
        name = _step_at(text, mention, following.start if following else len(text), moments[at - 1].end if at else 0)
        if name is not None:
            yield Step(mention, stamp, name)


def _is_its_hour(day: Mention, mention: Mention) -> bool:
    """Whether an hour stands right behind a day: it says when."""
    return mention.quantity.kind == "time" and mention.start - day.end <= _BESIDE


_BESIDE = 3


def _step_at(text: str, mention: Mention, limit: int, low: int) -> str | None:
    """The first step told behind a moment in its clause, else one right before it."""
    stop = _STOP.search(text, mention.core_end, limit)
    match = _STEP.search(text, mention.core_end, stop.start() if stop is not None else limit)
    if match is not None:
        return match.group()
    found = list(_STEP.finditer(text, max(low, mention.start - _BEFORE), mention.start))
    return found[-1].group() if found and _STOP.search(text, found[-1].end(), mention.start) is None else None


@lru_cache(maxsize=512)
def _follows(first: str, second: str) -> bool:
    """Whether the second word is of a later step of some course, and of none the other way round."""
    ranks = [(_rank(course, first), _rank(course, second)) for course in COURSES]
    known = [(one, other) for one, other in ranks if one is not None and other is not None]
    return bool(known) and all(one < other for one, other in known)


def _rank(course: tuple[str, ...], word: str) -> int | None:
    return next((rank for rank, words in enumerate(course) if word in words.split()), None)


def _is_told_on(text: str, earlier: Step, later: Step) -> bool:
    first, second = earlier.mention, later.mention
    if second.start - first.end > _NEAR or "\n" in text[first.end : second.start]:
        return False
    sentence = sentence_at(text, second.start)
    if not sentence.holds(first.span) or is_quoted(text, first.start) != is_quoted(text, second.start):
        return False
    if _PLANNED.search(text, max(sentence.start, first.start - 8), first.start):
        return False
    return _APART.search(text, first.end, second.start) is None


def _is_before(earlier: Step, later: Step) -> bool:
    one, other = earlier.stamp, later.stamp
    if one.clock is not None and other.clock is not None:
        return (one.month, one.day) == (other.month, other.day) and clock_before(
            earlier.mention, later.mention, one.clock, other.clock
        )
    if one.day is None or other.day is None or one.clock is not None or other.clock is not None:
        return False
    if writes_year(later.mention) or one.month is None or other.month is None:
        return False
    return 0 < (one.month - other.month) * 30 + one.day - other.day <= _DAYS


def _hit(earlier: Step, later: Step) -> Hit:
    written, other = later.mention, earlier.mention
    said = SpanEvidence(other.start, other.end, other.text)
    values = {"written": written.text, "stage": later.name, "other": other.text, "earlier": earlier.name}
    working = Derivation(f"{later.name} {written.text} < {earlier.name} {other.text}")
    return Hit(Span(written.core_start, written.core_end), values, (said, working), against=other.start)
