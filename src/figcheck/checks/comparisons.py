"""Two figures and the word that compares them in, those out that stand the other way: 3.8万元，低于邻县的3.5万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, in_unit
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.data import rank_words as words
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence

_ADVERBS = (
    "(?:且|均|仍|还|也|已|都|仅|只|略|稍|微|大幅|明显|显著|远远|远|大大|高高|依然|依旧|同样|并|小幅|双双|"
    "连续[^，]{1,4}年|首次|再次|再度|继续){0,3}"
)
_COMPARED = re.compile(
    rf"(?:^|[，（])(?:(?:增速|增幅|涨幅|数量|水平|总量|面积|价格|单价|成绩|这一?(?:数字|比例|数据)|该(?:数字|比例|数据))?){_ADVERBS}"
    rf"(?:(?P<more>{choice(words.MORE_THAN)})|(?P<less>{choice(words.LESS_THAN)}))(?P<other>[^，。；：、（]{{2,18}}?)(?:的|（)$"
)
_AND_THAN = re.compile(
    r"(?:）?(?:和|、|与|及|以及))(?P<other>[^，。；：、（0-9]{0,6}(?:[12][0-9]{3}年)?[^，。；：、（0-9]{0,10}?)(?:的|（)"
)
_NO_OTHER = re.compile(
    r"[0-9一二三四五六七八九十百千万亿]+(?![0-9一二三四五六七八九十百千万亿年月季届号线])|预期|预计|目标|计划|之和|总和|合计|平均每|差|最[低高]限|一半|倍|两者|降幅|跌幅"
)


def compared_otherwise(analysis: Analysis) -> Iterator[Hit]:
    """人均收入3.8万元，低于邻县的3.5万元: what is said to be less is more."""
    for passage in passages(analysis):
        for at, other in enumerate(passage.figures[1:], 1):
            match = _COMPARED.search(other.lead)
            if match is None or _NO_OTHER.search(match["other"]):
                continue
            own = _own(passage, passage.figures[:at], other)
            if own is None:
                continue
            for one in _all_of_them(passage.figures[at:]):
                if _is_plain(one) and _stands_otherwise(own, one, more=bool(match["more"]), word=match.group()):
                    yield _hit(own, one, match["more"] or match["less"])


def _all_of_them(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The first one, and those that it is joined with: 1998年的45.22米和2016年的43.91米."""
    yield figures[0]
    for figure in figures[1:]:
        joined = _AND_THAN.fullmatch(figure.lead)
        if joined is None or _NO_OTHER.search(joined["other"]) or figure.unit != figures[0].unit:
            return
        yield figure


def _is_plain(figure: Figure) -> bool:
    """Whether a figure stands without a hedge of its own; 低于 far before it does not loosen it."""
    mention = figure.mention
    return mention.core_start == mention.start and mention.text[mention.core_end - mention.start :][:1] not in tuple(
        "多余几"
    )


def _own(passage: Passage, before: Sequence[Figure], other: Figure) -> Figure | None:
    """The last figure of its unit before it, in the same sentence and of the same kind, a level or a rate of growth."""
    for figure in reversed(before):
        if figure.sentence != other.sentence or "；" in passage.between(figure, other):
            return None
        if comparable(figure.unit, other.unit) and figure.quantity.kind == other.quantity.kind:
            if _OFF_MARK.search(figure.own):
                continue
            rates = figure.is_percent and _RATE.search(figure.own) is not None
            if (told_change(figure) is not None and not rates) or "比" in figure.own or not figure.own:
                return None  # 比去年的498公斤多22公斤，高于全市的506公斤
            falls = figure.claim.direction < 0 or other.claim.direction < 0
            return figure if not falls and figure.quantity.hedge == "exact" and not figure.is_points else None
    return None


_OFF_MARK = re.compile("(?:超|超过|超出|高出|低于|高于)[^，。；：]{1,6}$")
"""超警戒水位2.35米 is no level."""
_RATE = re.compile("(?:增速|增幅|增长率?|涨幅|上涨)(?:达到?|为|是)?$")


def _stands_otherwise(own: Figure, other: Figure, *, more: bool, word: str) -> bool:
    first = in_unit(admitted(own.quantity), own.unit, other.unit)
    if first is None or first.low is None or first.high is None:
        return False
    if own.quantity.kind == "duration" and any(one in word for one in "快慢次"):
        more = not more
    return first.high < other.number if more else first.low > other.number


def _hit(own: Figure, other: Figure, word: str) -> Hit:
    values = {"written": other.mention.text, "own": own.mention.text, "word": word}
    sign = "<" if word in words.MORE_THAN.split() else ">"
    working = Derivation(
        f"{own.core} {sign} {other.core}" if own.unit == other.unit else f"{own.mention.text} ↔ {other.mention.text}"
    )
    place = SpanEvidence(own.start, own.end, own.mention.text)
    return Hit(other.mention.span, values, (place, working), against=other.start)
