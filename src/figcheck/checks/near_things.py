"""Names of places and houses in, by what they end in; pairs that differ by a slip, told in two sentences, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike
from figcheck.checks.names import sentence_around
from figcheck.checks.phrases import pattern
from figcheck.data.names import KNOWN_PLACES, NOT_A_STEM, PROVINCES
from figcheck.data.place_words import AHEAD_OF_NAMES
from figcheck.data.post_words import COUNTING
from figcheck.model import Span
from figcheck.values import Frozen

_LONGEST = 14
_MOST = 60
_HAN = re.compile(r"[\u3400-\u9fff]*\Z")
_EDGES = NOT_A_STEM | frozenset(
    "据访问请说称见听看让给随带那此其现已将曾再也还都又很更最以而但因所者们日月年时上里内外前后间旁边中"
)
"""Characters that a name does not begin behind its first one with: what stands before belongs to the sentence."""
_AREAS = frozenset("省市县区镇乡村州旗街道国")
_KNOWN = KNOWN_PLACES | frozenset(PROVINCES.split())
_SIDES = frozenset(COUNTING)


class Thing(Frozen):
    """The characters before a kind, back to a mark or to the kind before."""

    own: str
    kind: str
    start: int

    @property
    def text(self) -> str:
        """As written."""
        return self.own + self.kind

    @property
    def end(self) -> int:
        """The offset behind."""
        return self.start + len(self.text)


class Slip(Frozen):
    """Two forms of a name, the earlier one first."""

    one: Thing
    other: Thing
    likeness: str
    """`alike`, `turned` or `unlike`."""
    common: int
    """How many characters beside the kind they have in common."""


def read_things(text: str, spans: Sequence[Span], kinds: re.Pattern[str]) -> list[Thing]:
    """What ends in one of the kinds, in order."""
    found: list[Thing] = []
    for span in spans:
        for match in kinds.finditer(text, span.start, span.end):
            own = _HAN.search(text, max(span.start, match.start() - _LONGEST), match.start())
            if own is not None and own.group():
                found.append(Thing(own.group(), match.group(), own.start()))
    return found


def slips(text: str, things: Sequence[Thing]) -> Iterator[Slip]:
    """Pairs of one kind that differ in one character, or in the order of two, and are told in two sentences."""
    by_kind: dict[str, dict[str, Thing]] = {}
    for thing in things:
        by_kind.setdefault(thing.kind, {}).setdefault(thing.own[-_LONGEST:], thing)
    for forms in by_kind.values():
        for one, other in combinations(list(forms.values())[:_MOST], 2):
            slip = _slip(text, one, other)
            if slip is not None and not named_together(text, slip.one, slip.other):
                yield slip


# --- one name, with an odd character --------------------------------------------------------------------------


def _slip(text: str, one: Thing, other: Thing) -> Slip | None:
    back = _agreeing(one.own, other.own)
    left, right = one.own[: len(one.own) - back], other.own[: len(other.own) - back]
    if not left or not right:
        return None  # one is short for the other
    if (left[-1] in _EDGES or right[-1] in _EDGES) and not (back > 1 and alike(left[-1], right[-1])):
        return None
    if len(left) > 1 and len(right) > 1 and left[-1] == right[-2] and left[-2] == right[-1]:
        return _turned(text, one, other, back)
    ahead = _ahead(left[:-1], right[:-1])
    if ahead is None:
        return None
    size = back + 1 + ahead
    pair = _ending(one, size), _ending(other, size)
    odd = left[-1], right[-1]
    if _are_two(pair, odd, back):
        return None
    return Slip(*pair, "alike" if alike(*odd) else "unlike", back + ahead)


def _turned(text: str, one: Thing, other: Thing, back: int) -> Slip | None:
    ahead = _ahead(one.own[: -back - 2], other.own[: -back - 2])
    if ahead is None:
        return None
    pair = _ending(one, back + 2 + ahead), _ending(other, back + 2 + ahead)
    known = {thing.own[:2] for thing in pair} <= _KNOWN
    return None if known or pair[0].own in _SAID_BOTH_WAYS else Slip(*pair, "turned", back + ahead)


_SAID_BOTH_WAYS = frozenset("城乡 乡城 山水 水山".split())


def _agreeing(one: str, other: str) -> int:
    """How many characters at the end are the same."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return size


def _ahead(one: str, other: str) -> int | None:
    """How many characters left of the odd one belong to both names; None where no edge shows that they begin there."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1] not in _EDGES:
        size += 1
    bounded = [_is_edge(part[: len(part) - size]) for part in (one, other)]
    return size if (all(bounded) if size == 0 else any(bounded)) else None


def _is_edge(before: str) -> bool:
    """Whether a name can begin behind these characters."""
    return not before or before[-1] in _EDGES or before[-1] in _AREAS or before.endswith(_AHEAD)


_AHEAD = tuple(AHEAD_OF_NAMES.split())


def _ending(thing: Thing, size: int) -> Thing:
    return Thing(thing.own[-size:], thing.kind, thing.start + len(thing.own) - size)


def _are_two(pair: tuple[Thing, Thing], odd: tuple[str, str], back: int) -> bool:
    """Whether the odd characters count, or tell apart the sides of one thing, areas, or places that there are."""
    if (set(odd) <= _SIDES or set(odd) <= _AREAS) and not _is_own_name(pair[0], back):
        return True
    for start in (back + 1, back + 2):
        heads = [thing.own[-start : len(thing.own) - start + 2] for thing in pair if len(thing.own) >= start]
        if len(heads) == 2 and heads[0] != heads[1] and set(heads) <= _KNOWN:
            return not _is_own_name(pair[0], back)
    return False


_OWN_NAME = 4


def _is_own_name(thing: Thing, back: int) -> bool:
    """Whether a company has so long a name of its own behind the place that it is one: 广西蓝海水产有限公司."""
    rest = thing.own[len(thing.own) - back :]
    return thing.kind.endswith("公司") and back >= _OWN_NAME and not rest.startswith(("省", "市", "农村"))


# --- the kind itself -------------------------------------------------------------------------------------------

_NO_KIND = frozenset("是在的和与了就也将现向像把被由于有已以一不为对到时")
_BEHIND = re.compile(r"[^\u3400-\u9fff]|$|[的在和与及至到是边上下前后里有又也都还将已被把就]")


def kind_slips(text: str, things: Sequence[Thing]) -> Iterator[Slip]:
    """浮云关 again and again, and once 浮云观: the last character is another of like sound or looks."""
    seen: set[str] = set()
    for thing in things:
        for size in (2, 3):
            name = thing.own[-size:] + thing.kind
            if len(thing.kind) > 1 or len(thing.own) < size or name in seen or not _is_edge(thing.own[:-size]):
                continue
            seen.add(name)
            if text.count(name) > 1:
                own = Thing(name[:-1], thing.kind, thing.end - len(name))
                yield from (Slip(own, other, "alike", size) for other in _other_kinds(text, own))


def _other_kinds(text: str, own: Thing) -> Iterator[Thing]:
    at = text.find(own.own)
    while at >= 0:
        end = at + len(own.own)
        odd = text[end : end + 1]
        if odd and odd not in _NO_KIND and alike(odd, own.kind) and _BEHIND.match(text, end + 1):
            other = Thing(own.own, odd, at)
            before = _HAN.search(text, max(0, at - _LONGEST), at)
            bound = before is None or _is_edge(before.group())
            if bound and text.count(other.text) == 1 and not named_together(text, own, other):
                yield other
        at = text.find(own.own, at + 1)


# --- two things ------------------------------------------------------------------------------------------------

_TWO = re.compile("[、和与及同至到往向赴经过抵—-]|两|分别|另|还有|均|都|各")
_TOLD = re.compile("[说称示绍道][，：“]")
"""Behind these another voice goes on: what follows may repeat the name."""


def named_together(text: str, one: Thing, other: Thing) -> bool:
    """Whether some sentence names both, as two things; two clauses that say nothing of two do not."""
    first, second = sorted((one, other), key=lambda thing: thing.start)
    start, end = sentence_around(text, second.start)
    if start <= first.start < end:
        between = text[first.end : second.start]
        return ("，" not in between or _TWO.search(between) is not None) and _TOLD.search(between) is None
    if first.text in text[start:end]:
        return True
    start, end = sentence_around(text, first.start)
    return second.text in text[start:end]


def kinds_of(*lists: str) -> re.Pattern[str]:
    """A pattern of what names end in."""
    return pattern("§", " ".join(lists))
