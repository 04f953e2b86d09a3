"""Places and institutions of title and body against each other: one name in two forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figcheck import expressions as re
from figcheck.checks.names import place_kinds, sentence_around, two_forms
from figcheck.checks.near_things import Thing, kind_slips, kinds_of, named_together, read_things, slips
from figcheck.checks.phrases import pattern, word_before
from figcheck.checks.prose import reading_spans
from figcheck.data import names as words
from figcheck.data.names import NOT_A_STEM
from figcheck.data.place_words import TOLD_BY_LAST
from figcheck.model import Analysis, Hit, Span
from figcheck.values import Frozen

_BEFORE_PLACES = NOT_A_STEM | frozenset("大小新老上下户至访起进来抵")
_KINDS_OF_AREA = re.compile(r"[试实][验]|示范|开发|保护|合作|自贸|城|景|[分子总母本]$")
_BEFORE_TOWNS = NOT_A_STEM | frozenset("省市县区州旗")
_LONGEST_STEM = 5
_NO_AREA = frozenset("域别间块分位划号块")


class Place(Frozen):
    """What reads as the name of a place or an institution."""

    stem: str
    """Up to five characters before its last part."""
    end: int
    kind: str
    """Its last part: 镇, 社区, 基金会."""


def place_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """Two names of places, or of institutions, that differ in one character of like sound or looks: 浔溪镇, 浔西镇."""
    text = analysis.document.text
    spans = reading_spans(analysis)
    places = tuple(_read_places(text, spans))
    yield from _two_ranks(text, places)
    yield from _turned_places(text, places)
    told: list[Span] = []
    things = [Thing(place.stem, place.kind, place.end - len(place.stem + place.kind)) for place in places]
    last = read_things(text, spans, kinds_of(TOLD_BY_LAST))
    for slip in (*slips(text, things), *kind_slips(text, (*things, *last))):
        right, wrong = slip.one, slip.other
        if slip.likeness != "alike":
            continue
        if text.count(wrong.text) > text.count(right.text):
            right, wrong = wrong, right
        span = Span(wrong.start, wrong.end)
        if not any(span.overlaps(known) for known in told):
            told.append(span)
            yield two_forms(right.text, right.start, wrong.text, wrong.start)


def _two_ranks(text: str, places: Iterable[Place]) -> Iterator[Hit]:
    """清源镇, and later 清源乡, with nothing said of a change."""
    first: dict[str, Place] = {}
    for place in places:
        size = 3 if len(place.stem) > 2 and place.stem[-3] not in _BEFORE_TOWNS else 2
        start = place.end - len(place.kind) - size
        if place.kind not in words.RANKS_OF_PLACES or (size == 3 and text.count(text[start : place.end - 1]) < 2):
            continue
        one = first.setdefault(place.stem[-size:], place)
        right = text[one.end - len(one.kind) - size : one.end]
        if one.kind == place.kind or any(_is_renamed(text, each) for each in (one, place)):
            continue
        if right not in text[slice(*sentence_around(text, start))] or text.count(right) > 2:
            yield two_forms(right, one.end - len(right), text[start : place.end], start)
            return


def _is_renamed(text: str, place: Place) -> bool:
    """Whether the words around a place tell of a change, or of what is called so."""
    return pattern("§", words.RENAMED).search(text, max(0, place.end - 20), place.end + 12) is not None


def _turned_places(text: str, places: Iterable[Place]) -> Iterator[Hit]:
    """汶川县, and later 川汶县; 黔东南州, and later 黔东南洲."""
    first: dict[str, Place] = {}
    for place in places:
        start = place.end - len(place.kind) - 2
        if not _stands_apart(text, start) or (len(place.kind) == 1 and place.kind not in "市县镇乡村州旗"):
            continue
        first.setdefault(place.stem[-2:] + place.kind, place)
        other = first.get(place.stem[-1] + place.stem[-2] + place.kind)
        if other is None or other is place or place.stem[-1] == place.stem[-2]:
            continue
        one, two = _ending(other, 2), _ending(place, 2)
        known = {one[0][:2], two[0][:2]} <= words.KNOWN_PLACES
        pair = [Thing(name[: -len(place.kind)], place.kind, start) for name, start in (one, two)]
        if not known and text.count(two[0]) == 1 and not named_together(text, *pair):
            yield two_forms(one[0], one[1], two[0], two[1])
            return


_STEM = re.compile("[\u3400-\u9fff]{2,}$")


def _read_places(text: str, spans: Iterable[Span]) -> Iterator[Place]:
    for span in spans:
        for match in place_kinds().finditer(text, span.start, span.end):
            start = match.start()
            if match.group() == "区" and text[match.end() : match.end() + 1] in _NO_AREA:
                continue
            if text[start - 1 : start] in NOT_A_STEM or word_before(text, match.end(), words.PLACE_WORDS, span.start):
                continue
            found = _STEM.search(text, max(span.start, start - _LONGEST_STEM), start)
            if found is None:
                continue
            stem = found.group()
            if not _KINDS_OF_AREA.search(stem[-2:]):
                yield Place(stem, match.end(), match.group())


def _ending(place: Place, length: int) -> tuple[str, int]:
    ending = place.stem[-length:] + place.kind
    return ending, place.end - len(ending)


def _stands_apart(text: str, start: int) -> bool:
    """Whether a name can begin here, with no character before it that may belong to it."""
    return start == 0 or not "\u3400" <= text[start - 1] <= "\u9fff" or text[start - 1] in _BEFORE_PLACES
