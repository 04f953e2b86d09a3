"""What every benchmark is given, and what it gives back: the one interface between `__main__` and the benchmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .tables import Table


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    rounds: int = 10
    """How often a timing is taken; the best counts."""
    articles: int = 10_000
    """Articles of the larger of the two archives that `audit` makes; the other has a tenth of them."""
    show: bool = False
    """List the single cases that went wrong, of sets that are tuned on."""
    show_test: bool = False
    """List those of `accuracy`'s test sets too."""


Output = Iterator[Table | str]
"""Tables, and lines that are printed as they are but kept out of the JSON file."""
Benchmark = Callable[[Options], Output]
