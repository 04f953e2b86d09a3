"""Passages in, words for more or less than half out that the count before them and its whole belie: 251人，超过半数."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence, Word
from figcheck.units import conversion

_HALF = re.compile(
    r"(?P<under>(?:未|没|没有|不)(?:能)?(?:超)?过半数?|(?:不到|不足|未达到?|未到|没到|不及)(?:总数的)?(?:一半|半数))"
    r"|(?P<over>(?:已经?)?(?:超过|超|过|逾)了?(?:总数的)?(?:一半|半数)|过半(?=[，。；）]|$)|(?:一半|半数|一多半|大半)以上|一大半|一多半|大多半)"
)
_RIGHT_BEHIND = re.compile(
    r"[^，。；：]{0,14}[，、（](?:已经?|仍|刚刚?|才|均|远|还|人数|票数|赞成票|得票|同意票|占比)?(?:已|仍|刚)?(?:占到?了?(?:总数的?|全部的?|其中的?)?)?"
)
_NO_LEVEL = re.compile(r"每|均|同比|环比|比(?!赛)|增加|减少|新增|最[高低多少]|岁")
_FEW = 2
"""What is fewer than this is no part of anything."""


def majority_told(analysis: Analysis) -> Iterator[Hit]:
    """More than half said of less, or the reverse, whichever of the figures before it is taken for the whole."""
    for passage in passages(analysis):
        for match in _HALF.finditer(passage.text, passage.span.start, passage.span.end):
            part = next((one for one in reversed(passage.figures) if one.end <= match.start()), None)
            if part is None or not _can_be_part(passage, part, match.start()):
                continue
            wholes = [one for one in passage.figures if _can_be_whole(one, part)]
            halves = [one.number * (conversion(one.unit, part.unit) or 1) / 2 for one in wholes]
            over = match["over"] is not None
            if halves and all(part.number < half if over else part.number > half for half in halves):
                yield _hit(match, part, wholes[-1], over=over)


def _can_be_part(passage: Passage, part: Figure, at: int) -> bool:
    if not part.is_amount or part.quantity.hedge != "exact" or part.quantity.kind == "duration" or part.number < _FEW:
        return False
    between = passage.text[part.end : at]
    return _RIGHT_BEHIND.fullmatch(between) is not None and _NO_LEVEL.search(part.own) is None


def _can_be_whole(figure: Figure, part: Figure) -> bool:
    if figure.start >= part.start or part.sentence - figure.sentence > 1 or not comparable(figure.unit, part.unit):
        return False
    return figure.is_amount and figure.number > part.number and _NO_LEVEL.search(figure.own) is None


def _hit(match: re.Match[str], part: Figure, whole: Figure, *, over: bool) -> Hit:
    values: dict[str, str | Word] = {
        "written": match.group(),
        "part": part.mention.text,
        "whole": whole.mention.text,
        "side": Word("under" if over else "over"),
    }
    places = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in (whole, part))
    working = Derivation(f"{part.core} × 2 {'<' if over else '>'} {whole.core}")
    return Hit(Span(*match.span()), values, (*places, working), against=match.start())
