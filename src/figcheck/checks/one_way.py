"""Dates of an end and, behind it, of its beginning in, beginnings that come too late out: 2022年竣工，2023年动工."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.days import alternatives, is_quoted, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import ONE_WAY
from figcheck.model import Analysis, Mention, Stamp

_ENDS = tuple(alternatives(ends.split()) for _, ends in ONE_WAY)
_BEGINS = tuple(alternatives(begins.split()) for begins, _ in ONE_WAY)
_FILL = (
    r"(?:正式|全面|全部|才|就|已|便|顺利|如期|成功|开始|被|经|一次性|胜利|圆满|对外|建设"
    r"|由[^，。；]{1,8}|在[^，。；]{1,10}|向[^，。；]{1,6})*"
)
_TOLD = tuple(
    (re.compile(rf"(?:[初底末春夏秋冬])?[，]?{_FILL}(?:{ends})"), re.compile(rf"(?:{ends})于$")) for ends in _ENDS
)
_THEN = tuple(
    (re.compile(rf"(?:[初底末春夏秋冬])?{_FILL}(?:{begins})(?=[，。；！”]|$|建设|时)"), re.compile(rf"(?:{begins})于$"))
    for begins in _BEGINS
)
_NO_SUBJECT = re.compile(
    r"[^，。；]{0,24}[，；](?:而|但|其|此前|之前|早前|早在|该[一-龥]{1,3}|项目|工程|他|她|两人|它|是|才|已)*(?:于|在|自|从)?(?:同年)?$"
)
_OTHERWISE = re.compile(
    "[一二三四五]期|首期|另|第[二三四]|新馆|新[址楼馆厂校]|老[址楼馆厂校]|旧[址楼馆厂校]|再次|重新|又一|扩建|改建|改造|重建|复建|分别|计划|预计|拟|将|原定|推迟|次年|翌年|第二年|下一|上一"
)


def too_late(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a date of an end, and a later date of the beginning told behind it of the same thing."""
    text = analysis.document.text
    dates = [mention for mention in analysis.mentions if stamp_of(mention) is not None]
    for first, second in pairwise(dates):
        sentence = sentence_at(text, first.start)
        if not sentence.holds(second.span) or _NO_SUBJECT.fullmatch(text, first.end, _begin_of(text, second)) is None:
            continue
        if not _is_after(first, second) or is_quoted(text, first.start) != is_quoted(text, second.start):
            continue
        if _OTHERWISE.search(text, sentence.start, min(sentence.end, second.end + 12)):
            continue
        if any(_says(text, first, told) and _says(text, second, then) for told, then in zip(_TOLD, _THEN, strict=True)):
            yield first, second


def _begin_of(text: str, mention: Mention) -> int:
    """Where the words for a date begin: 动工于2023年 with its verb."""
    head = re.search(r"[一-龥]{2,4}于$", text[max(0, mention.start - 6) : mention.start])
    return mention.start if head is None else mention.start - len(head.group())


def _says(text: str, mention: Mention, forms: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    behind, before = forms
    if behind.match(text, mention.core_end) is not None:
        return True
    return before.search(text, max(0, mention.start - 8), mention.start) is not None


def _is_after(first: Mention, second: Mention) -> bool:
    """Whether the second date surely lies behind the first, in one year or in years that are written."""
    one, other = stamp_of(first), stamp_of(second)
    if one is None or other is None or (one.year is None) != (other.year is None):
        return False
    if one.year != other.year and not (writes_year(first) and writes_year(second)):
        return False
    year = one.year or other.year or 2001
    ends = [Stamp(stamp.year or year, stamp.month, stamp.day).days() for stamp in (one, other)]
    return ends[0] is not None and ends[1] is not None and ends[0][1] < ends[1][0]
