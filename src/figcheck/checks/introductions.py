"""People introduced twice in, introductions that exclude each other out: another school, ministry, rank."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from figcheck import expressions as re
from figcheck.checks.likeness import alike
from figcheck.checks.names import sentence_around
from figcheck.checks.phrases import pattern, word_before
from figcheck.checks.prose import matches_in_prose
from figcheck.data import post_words as words
from figcheck.data.names import KIN, SURNAMES, TRANSFER
from figcheck.model import Analysis, Hit, Span, SpanEvidence

_LADDERS = {post: ladder for ladder, posts in enumerate(words.LADDERS) for post in posts.split()}
_POSTS = " ".join((*words.LADDERS, words.OTHER_POSTS))
_INTRODUCED = r"(?P<post>§)(?P<name>[^\W\d_A-Za-z]{2,4}?)(?=[，、。：；（“”！？\s]|§|\d|$)"
_BEFORE = re.compile(r"[^\W\d_A-Za-z]+$")
_FORMER = re.compile(r"(?:原|(?<![目之以提])前|时任|曾任|候任|当选|名誉|首任|第[一二三四五六七八九十\d]+任)$")


class Introduction(NamedTuple):
    """A person as a text introduces one."""

    name: str
    post: str
    house: str
    """What stands before the post, as far as it belongs to a name: 青岩县第一中学."""
    start: int
    end: int


def introduced_otherwise(analysis: Analysis) -> Iterator[Hit]:
    """青岩县第一中学校长屠思齐, later 青岩县第二中学校长屠思齐; 主任医师查良平, later 主治医师查良平."""
    people: dict[str, list[Introduction]] = {}
    for one in _introductions(analysis):
        people.setdefault(one.name, []).append(one)
    text = analysis.document.text
    for introductions in people.values():
        for first, later in combinations(introductions, 2):
            if _exclude(first, later) and not _explained(text, first, later):
                evidence = (SpanEvidence(first.start, first.end, text[first.start : first.end]),)
                yield Hit(
                    Span(later.start, later.end),
                    {"name": later.name, "post": later.house + later.post, "other": first.house + first.post},
                    evidence,
                )
                break


def _introductions(analysis: Analysis) -> Iterator[Introduction]:
    """Posts before names: names whose end the text shows, and the same names wherever they stand behind a post."""
    text = analysis.document.text
    names = {
        match["name"]
        for match in matches_in_prose(analysis, pattern(_INTRODUCED, _POSTS, words.BEHIND_NAMES))
        if match["name"][0] in SURNAMES
    }
    for name in sorted(names):
        at = text.find(name)
        while at >= 0:
            one = _introduction(text, name, at)
            if one is not None:
                yield one
            at = text.find(name, at + 1)


def _introduction(text: str, name: str, at: int) -> Introduction | None:
    post = word_before(text, at, _POSTS)
    if post is None:
        return None
    before = _BEFORE.search(text, max(0, at - len(post) - 16), at - len(post))
    house = re.split(words.NO_PART_OF_HOUSES, before.group())[-1] if before else ""
    if _FORMER.search(text, max(0, at - len(post) - len(house) - 4), at - len(post)):
        return None
    return Introduction(name, post, house, at - len(post) - len(house), at + len(name))


def _exclude(one: Introduction, other: Introduction) -> bool:
    """Whether nobody is both: two rungs of one ladder, one post in two houses, the head of two ministries."""
    if one.post != other.post:
        ladder = _LADDERS.get(one.post)
        if one.house and one.house == other.house and one.post.removeprefix("副") == other.post.removeprefix("副"):
            return True
        return ladder is not None and ladder == _LADDERS.get(other.post)
    if one.house == other.house or not one.house or not other.house:
        return False
    fields = one.house[-2:], other.house[-2:]
    if one.post in ("部长", "大臣") and set(fields) <= _MINISTRIES:
        return fields[0] != fields[1]
    return _are_two_houses(one.house, other.house)


_MINISTRIES = frozenset(words.MINISTRIES.split())


def _are_two_houses(one: str, other: str) -> bool:
    """Whether two names of houses end in one kind and have different names of their own before it."""
    kinds = [_kind(house) for house in (one, other)]
    if not kinds[0] or not kinds[1]:
        return False
    left, right = (house.removesuffix(kind) for house, kind in zip((one, other), kinds, strict=True))
    if kinds[0] != kinds[1]:
        short, long = sorted((one, other), key=len)
        tail = kinds[0][-1] == kinds[1][-1] and len(kinds[0]) == len(kinds[1]) > 2
        return tail and left == right and not all(char in long for char in short)
    if not left or not right or left.endswith(right) or right.endswith(left):
        return False
    own = left[-2:], right[-2:]
    alike_throughout = all(a == b or alike(a, b) for a, b in zip(*own, strict=False))
    return own[0] != own[1] and not alike_throughout and len(own[0]) == len(own[1]) == 2


def _kind(house: str) -> str:
    return next((kind for kind in _ORGANS if house.endswith(kind)), "")


_ORGANS = sorted(words.ORGANS.split(), key=len, reverse=True)


def _explained(text: str, first: Introduction, later: Introduction) -> bool:
    """Whether the text tells of a change of office, of two people, or of one who holds both."""
    for one in (first, later):
        start, end = sentence_around(text, one.start)
        if pattern(r"§|[12]\d{3}年", TRANSFER).search(text, start, end) or pattern("§", KIN).search(text, start, end):
            return True
    start, end = sentence_around(text, later.start)
    return start <= first.start < end
