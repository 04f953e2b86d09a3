"""Companies, banks, schools and hospitals of an article against each other: one house under two names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike
from figcheck.checks.names import sentence_around, two_forms
from figcheck.checks.phrases import pattern
from figcheck.checks.prose import reading_spans
from figcheck.data.names import KNOWN_PLACES, NOT_A_STEM, PROVINCES
from figcheck.data.post_words import COUNTING, HOUSE_KINDS, RENAMED_HOUSES, TRADES
from figcheck.model import Analysis, Hit, Span
from figcheck.values import Frozen

_KIND = "§(?!§|建设|工程|实业|控股|有限)"
_OWN = re.compile(r"[^\W\d_A-Za-z]{2,16}\Z")
_LEAST_OWN, _MOST_OWN = 2, 16
_ENOUGH = 3
"""So many characters in common beside the kind make names one, though the odd characters are not alike."""
_MOST_AHEAD = 4
_MOST = 40
_TOLD = re.compile("[说称示绍道][，：“]")
"""Behind these another voice goes on: what follows may repeat the name."""
_ALL = f"{HOUSE_KINDS} {TRADES}"
_TRADES = frozenset(TRADES.split())
_EDGES = NOT_A_STEM | frozenset("据访问请说称")
_KNOWN = KNOWN_PLACES | frozenset(PROVINCES.split())


class House(Frozen):
    """What reads as a house: the characters before its kind, back to the nearest mark."""

    own: str
    kind: str
    start: int

    @property
    def text(self) -> str:
        """As written."""
        return self.own + self.kind


def house_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """瑞禾农业科技有限公司, later 瑞和农业科技有限公司; 桐川农村商业银行, later 桐山农村商业银行."""
    text = analysis.document.text
    found = [house for span in reading_spans(analysis) for house in _houses(text, span)]
    if len(found) < 2 or pattern("§", RENAMED_HOUSES).search(text):
        return
    told: set[str] = set()
    for one, other in combinations(found[:_MOST], 2):
        name = _shared_name(one, other)
        if name is None or _in_one_sentence(text, name):
            continue
        right, wrong = (name[1], name[0]) if text.count(name[1].text) > text.count(name[0].text) else name
        if wrong.text not in told and text.count(wrong.text) == 1:
            told.add(wrong.text)
            yield two_forms(right.text, right.start, wrong.text, wrong.start)


def _houses(text: str, span: Span) -> Iterator[House]:
    """The houses of a stretch: each kind, and the letters before it as far back as the house before."""
    kinds, free = pattern(_KIND, _ALL, _ALL), span.start
    kind = kinds.search(text, free + _LEAST_OWN, span.end)
    while kind is not None:
        own = _OWN.search(text, max(free, kind.start() - _MOST_OWN), kind.start())
        if own is None:
            kind = kinds.search(text, kind.start() + 1, span.end)
            continue
        yield House(own.group(), kind.group(), own.start())
        free = kind.end()
        kind = kinds.search(text, free + _LEAST_OWN, span.end)


def _shared_name(one: House, other: House) -> tuple[House, House] | None:
    """The two names without what stands before them, where they differ in one character; else None."""
    if one.kind != other.kind or one.own == other.own:
        return None
    back = 1
    while back <= min(len(one.own), len(other.own)) and one.own[-back] == other.own[-back]:
        back += 1
    if back > min(len(one.own), len(other.own)):
        return None  # one is short for the other
    left, right = one.own[-back], other.own[-back]
    ahead = _agreeing(one.own[:-back], other.own[:-back])
    if ahead is None or not _may_be_slip(one, other, back, ahead):
        return None
    bounded = [len(house.own) == back + ahead for house in (one, other)]
    if not (all(bounded) if ahead == 0 else any(bounded) or one.kind not in _TRADES):
        return None  # 由, 与 and the like before the name
    if not alike(left, right) and not (back - 1 >= _ENOUGH and ahead <= _MOST_AHEAD and one.kind not in _TRADES):
        return None
    size = back + ahead
    return tuple(House(each.own[-size:], each.kind, each.start + len(each.own) - size) for each in (one, other))  # type: ignore[return-value]


def _agreeing(one: str, other: str) -> int | None:
    """How many characters left of the odd one belong to the name, to its edge; None where they go on to differ."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1] not in _EDGES:
        size += 1
    ends = [len(part) == size or part[-size - 1] in _EDGES for part in (one, other)]
    return size if any(ends) else None


def _may_be_slip(one: House, other: House, back: int, ahead: int) -> bool:
    """Whether the odd characters neither count nor are parts of two places that there are."""
    left, right = one.own[-back], other.own[-back]
    if left in COUNTING and right in COUNTING and not _are_provinces(one, other, back):
        return False
    for start in (back, back + 1):
        places = [house.own[-start : len(house.own) - start + 2] for house in (one, other)]
        if places[0] != places[1] and set(places) <= _KNOWN:
            return _are_provinces(one, other, back)
    return True


def _are_provinces(one: House, other: House, back: int) -> bool:
    """广西蓝海水产有限公司, 广东蓝海水产有限公司: whoever has so long a name of its own is one."""
    return one.kind.endswith("公司") and back - 1 >= 4 and not one.own[-back + 1 :].startswith(("省", "市", "农村"))


def _in_one_sentence(text: str, pair: tuple[House, House]) -> bool:
    start, end = sentence_around(text, pair[1].start)
    told = _TOLD.search(text, pair[0].start, pair[1].start)
    return pair[0].text in text[told.end() if told else start : end] and told is None
