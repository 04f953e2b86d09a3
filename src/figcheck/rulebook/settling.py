"""What the rules found in, what of it another rule says better out: one slip is named once.

A card's `yields_to` names the rules, by code or beginning of a code, that read the same slip more closely. What a rule
finds is dropped where one of those finds something about the same places: where what one of the two blames is among
what the other names, or they share two places.
"""

from __future__ import annotations

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
    for number, (rule, hit) in enumerate(found):
        better = (other for one, other in found if one.code != rule.code and one.code.startswith(rule.yields_to))
        if rule.yields_to and any(_are_one(hit, other) for other in better):
            yield number


def _are_one(hit: Hit, other: Hit) -> bool:
    """Whether the place that one of them blames is among those that the other names, or two of them are the same."""
    ours, theirs = _places(hit), _places(other)
    if any(map(hit.span.overlaps, theirs)) or any(map(other.span.overlaps, ours)):
        return True
    return sum(any(map(place.overlaps, theirs)) for place in ours) > 1


def _places(hit: Hit) -> list[Span]:
    named = [Span(each.start, each.end) for each in hit.evidence if isinstance(each, SpanEvidence)]
    return [hit.span, *named]
