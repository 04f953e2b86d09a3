"""A range and its words in, whether it is one by day or within a year with its ends turned: 每天17:00至9:00开放."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.checks.days import sentence_at
from figcheck.checks.phrases import alternatives
from figcheck.data import calendar_words as words
from figcheck.model import Mention, Stamp

_BY_DAY = re.compile(alternatives(words.OPEN_BY_DAY))
_BY_NIGHT = re.compile(alternatives(words.OPEN_BY_NIGHT))
_SHOWN = re.compile(rf"(?:{alternatives(words.HELD_WITHIN)})[^，。；：]{{0,6}}?(?:为|是|：|从|自|定于|定在|于|在|，)*$")
_GOES_ROUND = re.compile(alternatives(words.GOES_ROUND_THE_YEAR))
_YEAR = re.compile("[0-9]{4}")
_MORNING, _EVENING = (6 * 60, 11 * 60 + 59), (15 * 60, 22 * 60)
_LONGEST = 200
"""Days beyond which a show that seems to run into the next year has its ends turned."""


def hours_turned(text: str, mention: Mention, low: Stamp, high: Stamp) -> bool:
    """Whether hours of something that is open by day begin in the evening and end in the morning."""
    if low.clock is None or high.clock is None or low.day or high.day:
        return False
    first, last = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (low.clock, high.clock))
    if not (_EVENING[0] <= first <= _EVENING[1] and _MORNING[0] <= last <= _MORNING[1]):
        return False
    sentence = sentence_at(text, mention.start)
    scope = text[sentence.start : sentence.end]
    return _BY_DAY.search(scope) is not None and _BY_NIGHT.search(scope) is None


def days_turned(text: str, mention: Mention, low: Stamp, high: Stamp) -> bool:
    """Whether something that is held once seems to go on into the next year for most of that."""
    if not (low.month and low.day and high.month and high.day) or low.month <= high.month:
        return False
    if len(_YEAR.findall(mention.text)) > 1:
        return False
    if (low.month - high.month) * 30 + low.day - high.day > 365 - _LONGEST:
        return False
    sentence = sentence_at(text, mention.start)
    scope = text[sentence.start : sentence.end]
    return _SHOWN.search(text, sentence.start, mention.start) is not None and _GOES_ROUND.search(scope) is None
