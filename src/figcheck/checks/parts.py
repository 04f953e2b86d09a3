"""What parts are called in, whether they may share things, or make a whole between them, out."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck import expressions as re
from figcheck.data import arithmetic_words as words
from figcheck.model import Unit

SINGLE = re.compile("[，、][一-龥]{1,5}一[把口枚块片支枝根条面尊方幅对双套颗柄盏只串](?=[，、。；])")
"""One more part, of which there is one, and whose counter is its own: 铜剑一把."""
MORE_CAME = re.compile("加印|再版|重印|追加|续[建投拍写]|扩建|增资")
"""What makes a sum more than the parts that are told: 首印11万册，两年内加印3次，共31万册."""
NEXT_TIME = re.compile("；(?:[一二三四]季度|[上下]半年|[0-9一二三四五六七八九十]{1,2}月份?|[今去前]年|[12][0-9]{3}年)")
"""What makes a sum that of a time which a semicolon parts from what was listed: 依次为……；四季度走低，合计3.3亿元."""


def opposites(labels: Sequence[str]) -> bool:
    """Whether two parts differ in one character that turns the word round: 主会场 and 分会场."""
    names = [_VERBS.sub("", label.partition("|")[0]) for label in labels]
    if len(names) != 2 or not all(len(name) > 1 for name in names):
        return False
    first, second = names
    tail = min(len(first), len(second))
    for size in range(tail - 1, 0, -1):
        if first[-size:] == second[-size:]:
            return first[-size - 1] + second[-size - 1] in _TURNED
    return False


_TURNED = frozenset(words.ANTONYMS) | frozenset(pair[::-1] for pair in words.ANTONYMS)


def kinds_of(labels: Sequence[str], name: str) -> bool:
    """Whether parts bear the name of the whole with something before it: 充电站 and its 公共站, 专用站."""
    last = _VERBS.sub("", name)[-1:]
    return bool(last) and all(_VERBS.sub("", label.partition("|")[0])[-1:] == last for label in labels)


def numbered(labels: Sequence[str]) -> bool:
    """Whether parts bear the numbers of a row, from the first on: 一期 and 二期, 一楼, 二楼 and 三楼."""
    found = [_NUMBERED.match(label.partition("|")[0]) for label in labels]
    if len(found) < 2 or any(match is None for match in found):
        return False
    names = [match["name"] for match in found if match is not None]
    numbers = [_ORDER.find(match["number"]) for match in found if match is not None]
    return (
        len(set(names)) == 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] % 4 == 0
    )


_ORDER = "一二三四1234"
_NUMBERED = re.compile(r"第?(?P<number>[一二三四1-4])(?P<name>期|楼|层|批|组|队|段|标段|阶段|季度|号馆|号楼|线)")


def of_one_grouping(labels: Sequence[str]) -> bool:
    """Whether all parts are groups of one kind, so that nothing is in two of them: 少儿类, 文学类, 科普类."""
    ends = {label.partition("|")[0].rstrip("有为共")[-1:] for label in labels}
    return len(ends) == 1 and ends <= words.GROUP_ENDS


def alike(names: Sequence[str]) -> bool:
    """Whether parts are called after one thing, so that they share nothing: 木船 and 铁壳船; 一组, 二组 and 三组."""
    return len({name[-1] for name in names}) == 1 and all(len(name) > 1 for name in names)


_VERBS = re.compile(r"(?:有|为|达|共|约){1,5}$")


def overlap(labels: Sequence[str], unit: Unit | None) -> bool:
    """Whether the parts are marked in different ways, so that one thing may be in two of them: 女职工 and 党员."""
    if any(sum(bound in label for label in labels) > 1 for bound in ("以上", "以下")):
        return True
    if of_one_grouping(labels):
        return False
    if any(word in label for label in labels for word in words.SHARED):
        return True
    kinds = words.OVERLAPPING + (words.PERSONAL if _counts_people(unit) else ())
    kinds += words.GRADED if unit is not None and unit.counts else ()
    return len({tuple(any(word in label for word in kind) for kind in kinds) for label in labels}) > 1


def _counts_people(unit: Unit | None) -> bool:
    return unit is None or unit.dimension in ("person", "percent") or unit.symbol in ("人次", "名")


def names_all(group: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether the parts are just those of a group that makes a whole: 男 and 女, 出口 and 进口."""
    return len(group) == len(labels) and all(any(name in label for label in labels) for name in group)
