"""Passages in, parts out that are more than the whole they are parts of: 860户，920户参与了问卷."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks import within
from figcheck.checks.intervals import admitted, comparable, in_unit
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.sums import part_over_whole as part_named
from figcheck.checks.terms import choice
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence


def part_over_whole(analysis: Analysis) -> Iterator[Hit]:
    """A part that is more than its whole: named with 其中, told of those among it, or of those who came or passed."""
    hits = list(part_named(analysis))
    yield from hits
    told = {hit.span.start for hit in hits}
    for passage in passages(analysis):
        for whole, part in pairwise(passage.figures):
            if part.start not in told and _is_more(whole, part) and _is_part_of(passage, whole, part):
                told.add(part.start)
                yield _hit(whole, part)
        yield from (within.hit(one) for one in within.parts_within(passage) if one.part.start not in told)
    yield from within.shots(analysis.document.text)


_NO_PART = re.compile(
    r"共有|总共|合计|共计|每|均|比|较|约合|折合|最|增|减|第|超|今年|去年|现|如今|目前|已增|达到|升至|扩大|次年|随后|后来|累计"
)


def _is_more(whole: Figure, part: Figure) -> bool:
    """Whether the second of two figures of a sentence is surely more, and neither is a change, a rate or a plan."""
    if whole.sentence != part.sentence or not (whole.is_amount and part.is_amount):
        return False
    if whole.unit is None or not whole.unit.counts or not comparable(whole.unit, part.unit):
        return False
    if (
        _NO_PART.search(part.lead)
        or re.search("每|均|第|至少|限", whole.own)
        or told_change(part)
        or told_change(whole)
    ):
        return False
    limit, own = admitted(whole.quantity), in_unit(admitted(part.quantity), part.unit, whole.unit)
    return own is not None and own.low is not None and limit.high is not None and own.low > limit.high


_AMONG = re.compile(r"^[^，。；：、的]{0,8}(?:里|中|当中|之中|里头|里面)(?:，[^，。；：]{0,14}|[^，。；：]{0,4}有)$")
_WHO = re.compile(r"^[^，。；：、]{0,8}，(?:有|共有|就有|其中有?|仅)?$")
_DOES = re.compile(rf"^[^，。；：、]{{0,4}}?(?:{choice(words.DOES.split())})")


def _is_part_of(passage: Passage, whole: Figure, part: Figure) -> bool:
    between = passage.between(whole, part)
    if between.startswith("、"):
        return False  # 0—4岁2318例、5—14岁3047例
    if _AMONG.match(between) is not None:
        return True
    if _WHO.match(between) is not None and _is_first(passage, whole) and _DOES.match(part.behind) is not None:
        return True
    if _is_kind_of(whole, part) or (_ONLY.match(part.own) and "；" not in between):
        return True
    beside = (whole.own + "|" + whole.tail, part.own + "|" + part.tail)
    return "；" not in between and any(
        any(word in beside[0] for word in asked.split()) and any(word in beside[1] for word in came.split())
        for asked, came in words.BOUNDED
    )


_ONLY = re.compile("(?:仅|光|单单|光是|仅仅)[一-龥]{2,10}[就便]")
_HAS = re.compile(r"(?:^|有|馆藏|藏有|现存|共|收到|征集|拥有|接到|来了|招收|现有|共有|总共|一共|全部|达|是|为)$")


def _is_kind_of(whole: Figure, part: Figure) -> bool:
    """公司共有300名员工，女员工就有310名: the noun of the whole, with something before it."""
    name, behind = _LAST.sub("", part.own), whole.tail[:2]
    if len(behind) == 2 and len(name) > 2 and name.endswith(behind):
        return _HAS.search(whole.own) is not None
    led = _LAST.sub("", whole.own)
    noun = led[-2:]
    named = len(noun) == 2 and "的" not in noun and len(name) > 2 and name.endswith(noun)
    return named and _HAS.search(led[:-2]) is not None


_LAST = re.compile(r"(?:就|共|才|竟|却|达|为|有|是|多达|高达|占)+$")


def _is_first(passage: Passage, whole: Figure) -> bool:
    """Whether no other figure of its unit stands before it in the sentence, which would make it one of a list."""
    return not any(
        other.sentence == whole.sentence and other.start < whole.start and comparable(other.unit, whole.unit)
        for other in passage.figures
    )


def _hit(whole: Figure, part: Figure) -> Hit:
    values = {"part": part.mention.text, "total": whole.mention.text}
    place = SpanEvidence(whole.start, whole.end, whole.mention.text)
    return Hit(part.mention.span, values, (place, Derivation(f"{part.core} > {whole.core}")), against=part.start)
