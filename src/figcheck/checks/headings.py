"""Title and body in, counts of the title with two digits swapped, and scores that are not the body's, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.captions import against
from figcheck.checks.intervals import comparable
from figcheck.checks.terms import text_of
from figcheck.model import Analysis, Claim, Hit, Mention, Span

_MANY = 10


def swapped(analysis: Analysis, title: Span, head: Mention, body: Sequence[Claim]) -> Hit | None:
    """六十三名教师 over 三十六名骨干教师: the only count of its unit in the body, with two digits swapped."""
    quantity = head.quantity
    if quantity.unit is None or not (quantity.unit.counts or quantity.kind == "duration") or quantity.hedge != "exact":
        return None
    same = [one.mention for one in body if comparable(one.mention.quantity.unit, quantity.unit)]
    numbers = {one.quantity.number for one in same}
    if len(numbers) > _FEW or quantity.number in numbers:
        return None
    text = text_of(analysis)
    for other in same:
        if not _are_swapped(head, other) or other.quantity.hedge != "exact":
            continue
        if len(numbers) == 1 or _shares_noun(text, title, head, other):
            return against(head, other.span, other.text)
    return None


_FEW = 3
"""Numbers of one unit in the body, of which one may be the title's."""


def _are_swapped(head: Mention, other: Mention) -> bool:
    one, two = head.quantity.number, other.quantity.number
    if one is None or two is None or one.denominator != 1 or two.denominator != 1 or min(one, two) < _MANY:
        return False
    return one != two and len(str(one)) == len(str(two)) and sorted(str(one)) == sorted(str(two))


def _shares_noun(text: str, title: Span, head: Mention, other: Mention) -> bool:
    noun = re.compile("[一-龥]{2}").match(text, head.end, title.end)
    return noun is not None and noun.group() in text[other.end : other.end + 8]


# --- scores --------------------------------------------------------------------------------------------------------

_FINAL = re.compile(r"(?:最终|总比分|终场|全场|结果|并?以|最后)[^，。；0-9]{0,8}$")


def scores(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """3∶0 over 最终3∶1: the title's only score, and the one that the body ends with."""
    found = [mention for mention in analysis.mentions if mention.quantity.kind == "score"]
    heads = [mention for mention in found if title.holds(mention.span)]
    body = [mention for mention in found if not title.overlaps(mention.span)]
    if len(heads) != 1 or not body:
        return
    head, text = heads[0], text_of(analysis)
    final = [one for one in body if _FINAL.search(text, max(0, one.start - 12), one.start)]
    if len(final) != 1 or any(_numbers(one) == _numbers(head) for one in body):
        return
    one, two = _numbers(head), _numbers(final[0])
    if len(one) == len(two) == 2 and sum(a != b for a, b in zip(one, two, strict=True)) == 1:
        yield against(head, final[0].span, final[0].text)


def _numbers(score: Mention) -> list[int]:
    """The two numbers of a score, the greater first."""
    return sorted((int(one) for one in re.findall("[0-9]+", str(score.quantity.value))), reverse=True)
