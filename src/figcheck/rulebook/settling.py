"""What the rules found in, what of it another rule says better out: one slip is named once.

A card's `yields_to` names the rules, by code or beginning of a code, that read the same slip more closely. What a rule
finds is dropped where one of those finds something about the same places: where what one of the two blames is among
what the other names, or they share two places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from figcheck.model import Hit, Span, SpanEvidence


class Yielding(Protocol):
    """A rule, as far as this module knows one."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def yields_to(self) -> tuple[str, ...]:
        """Codes, or beginnings of codes."""
        ...


def yielding(found: Sequence[tuple[Yielding, Hit]]) -> Iterator[int]:
    """The places of those to drop; what is dropped itself makes others yield too, so that the order does not matter."""
    places = [_places(hit) for _, hit in found]
    near: defaultdict[int, set[int]] = defaultdict(set)
    for number, named in enumerate(places):
        for cell in _cells(named):
            near[cell].add(number)
    for number, (rule, _) in enumerate(found):
        if not rule.yields_to:
            continue
        for other in {one for cell in _cells(places[number]) for one in near[cell]}:
            code = found[other][0].code
            if code != rule.code and code.startswith(rule.yields_to) and _are_one(places[number], places[other]):
                yield number
                break


def _are_one(ours: Sequence[Span], theirs: Sequence[Span]) -> bool:
    """Whether the place that one of them blames is among those that the other names, or two of them are the same."""
    if any(map(ours[0].overlaps, theirs)) or any(map(theirs[0].overlaps, ours)):
        return True
    return sum(any(map(place.overlaps, theirs)) for place in ours) > 1


def _places(hit: Hit) -> list[Span]:
    """The place that it blames, and those that it names besides."""
    return [hit.span, *(Span(each.start, each.end) for each in hit.evidence if isinstance(each, SpanEvidence))]


_CELL = 64


def _cells(places: Sequence[Span]) -> set[int]:
    """The stretches of text that places lie in, so that only findings near each other are compared."""
    return {cell for place in places for cell in range(place.start // _CELL, place.end // _CELL + 1)}
