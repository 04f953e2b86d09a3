"""Days of what is done one after another in (报名, 笔试, 面试), stages out whose day lies before an earlier stage's."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.courses import steps_out_of_order
from figcheck.checks.days import alternatives, is_quoted, writes_year
from figcheck.data.calendar_words import STAGES
from figcheck.model import Analysis, Derivation, Hit, Mention, SpanEvidence, Stamp
from figcheck.values import Frozen

_RANKS = {
    word: (row, rank) for row, chain in enumerate(STAGES) for rank, words in enumerate(chain) for word in words.split()
}
_STAGE = alternatives(_RANKS)
_LEADS = re.compile(
    rf"(?P<stage>{_STAGE})(?:时间|日期|工作|环节|阶段|活动|定)?(?:定|安排|将|拟|统一|计划|预计|则|也|已)?(?:于|在|为|是|从|自|：)?$"
)
_BEHIND = re.compile(
    rf"(?:[上下]午|晚上?|[0-9]{{1,2}}[时点](?:[0-9]{{2}}分?)?|起|前后|左右)*(?:正式|统一|集中|组织|举行|进行|开始|启动|公布|发布|完成|截止|结束)?(?:的)?(?P<stage>{_STAGE})(?![前后后期])"
)
_UNSURE = re.compile(
    rf"；(?!{_STAGE}|[0-9]|将|拟|统一|网上|现场|正式|集中)|"
    r"补[报考录招]|第[二三四]批|[二三四]次|加试|另行|往年|去年|上一?[年届]|推迟|延期|提前|改为|调整|分别|两场|另|[二三]标段|其他|同期|重新|增补|递补"
)
_NEAR_DAYS = 62
_FAR = 140
"""Code points at most between two stages of one plan."""


class Stage(Frozen):
    """A stage, its place in its chain, and the days that are told of it."""

    mention: Mention
    name: str
    row: int
    rank: int
    first: datetime.date
    last: datetime.date


def stages_out_of_order(analysis: Analysis) -> Iterator[Hit]:
    """报名4月10日开始……笔试4月6日进行: a stage that is over before an earlier one begins."""
    text = analysis.document.text
    stages = [stage for mention in analysis.mentions if (stage := _stage(analysis, mention)) is not None]
    told: set[int] = set()
    for hit in steps_out_of_order(analysis):
        told.add(hit.span.start)
        yield hit
    for one, other in combinations(stages, 2):
        earlier, later = sorted((one, other), key=lambda stage: stage.rank)
        if one.row != other.row or one.rank == other.rank or other.mention.start - one.mention.end > _FAR:
            continue
        between = text[one.mention.start - 8 if one.mention.start > 8 else 0 : other.mention.end]
        if "\n" in between or _UNSURE.search(between) or not 0 < (earlier.first - later.last).days <= _NEAR_DAYS:
            continue
        quoted = {is_quoted(text, stage.mention.start) for stage in (one, other)}
        if later.mention.core_start in told or len(quoted) > 1:
            continue
        told.add(later.mention.core_start)
        yield _hit(later, earlier)


def _stage(analysis: Analysis, mention: Mention) -> Stage | None:
    """The stage that a day is told of: 笔试4月6日, 4月6日笔试."""
    if mention.quantity.kind != "date":
        return None
    text = analysis.document.text
    match = _LEADS.search(text, max(0, mention.start - 12), mention.start) or _BEHIND.match(text, mention.core_end)
    days = [span for end in _ends(mention) if (span := end.days()) is not None] if match is not None else []
    if match is None or not days or (writes_year(mention) and "月" not in mention.text):
        return None
    row, rank = _RANKS[match["stage"]]
    return Stage(mention, match["stage"], row, rank, days[0][0], days[-1][1])


def _ends(mention: Mention) -> Iterator[Stamp]:
    """The day, or the first and the last one; those of no year lie in one and the same."""
    quantity = mention.quantity
    for end in (quantity.value, quantity.low, quantity.high):
        if isinstance(end, Stamp) and end.month and end.day:
            yield Stamp(end.year or _COMMON, end.month, end.day)


_COMMON = 2001


def _hit(later: Stage, earlier: Stage) -> Hit:
    written, other = later.mention, earlier.mention
    said = SpanEvidence(other.start, other.end, other.text)
    values = {"written": written.text, "stage": later.name, "other": other.text, "earlier": earlier.name}
    working = Derivation(f"{earlier.name} {earlier.first:%m-%d} > {later.name} {later.last:%m-%d}")
    return Hit(written.core, values, (said, working), against=other.start)
