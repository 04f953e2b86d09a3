"""A large ledger as it is kept, and small ones beside it, in; all as one ledger, without reading the large one, out.

A desk's own ledger changes every day, and the national table beside it does not. What the small ledgers touch of the
large one (facts of the same subject and measure, or the same id; all of a subject that they give other names) is taken
out of it and merged with them as ever; the rest of it stands as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from figcheck.ledger.compiled import DAMAGE, Compiled
from figcheck.model import Ledger
from figcheck.values import Frozen

BASE = "base"
"""The table of an overlay that tells of the large ledger."""


class Base(Frozen):
    """What an overlay tells of the large ledger."""

    name: str
    """The name under which it is kept."""
    file: int
    """The number of its file among all that the two were made of."""
    moved: tuple[int, ...]
    """The places of its facts that the overlay has in their stead, in order."""
    less: tuple[tuple[str, int], ...]
    """Measure words, and how many of the large ledger's subjects have each in the overlay alone."""
    gone: tuple[str, ...]
    """Subjects that the large ledger has nothing on any more."""

    @classmethod
    def of(cls, overlay: Compiled) -> Base | None:
        """What a file tells; None where it is no overlay. Raises what comes of damage."""
        return cls(*overlay.unpacked(BASE)) if overlay.has(BASE) else None


class Overlaid:
    """A large ledger with others over it, or under it."""

    def __init__(self, overlay: Compiled, base: Compiled, told: Base, instead: Callable[[], Ledger]) -> None:
        self._overlay, self._base, self._instead = overlay, base, instead
        self._moved = _Sorted(told.moved)
        self._less: Mapping[str, int] = dict(told.less)
        self._gone = frozenset(told.gone)
        self._all: Ledger | None = None

    def about(self, text: str) -> Ledger:
        """All that may matter for a text, as `model.Knowledge` says."""
        try:
            return self._all or self._about(text)
        except DAMAGE:
            self._all = self._instead()
            return self._all

    def _about(self, text: str) -> Ledger:
        above, below = self._overlay.part(text), self._base.part(text, self._moved)
        without = self._gone.union(*above.subjects.values())
        kept = {name: names for name, names in below.subjects.items() if name not in without}
        owners = Counter(above.owners)
        for word, count in (below.owners or {}).items():
            owners[word] += count - self._less.get(word, 0)
        return Ledger(
            (*below.facts, *above.facts),
            above.events,
            above.people,
            above.credits,
            above.articles,
            {**kept, **above.subjects},
            {word: count for word, count in owners.items() if count},
        )


class _Sorted:
    """Numbers in order, to be asked for single ones."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        at = bisect_left(self._numbers, number)
        return at < len(self._numbers) and self._numbers[at] == number
