"""An article in, changes and differences out that the levels beside them do not make, whichever reader knows them."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.checks.margins import margins_told
from figcheck.checks.moves import change_of_two
from figcheck.checks.passages import passages
from figcheck.model import Analysis, Hit


def change_told(analysis: Analysis) -> Iterator[Hit]:
    """A change or difference that no two figures near it make; the first reader to name a figure has it."""
    taken: set[int] = set()
    found = [hit for passage in passages(analysis) for hit in margins_told(passage)]
    for hit in (*found, *change_of_two(analysis)):
        if hit.against not in taken:
            taken.add(hit.against or hit.span.start)
            yield hit
