"""What rules need of an article in, whether it has it out: most rules have nothing to say about most articles.

A card's `needs` are lines of alternatives, and an article must have one of each line: a word of its text, `#kind` for a
figure of that kind, `#range` for one with two ends, `#pair` for two in one paragraph that measure the same, or `@path`
for something that its analysis is not without (`@links`, `@document.date`). A rule whose needs are not met is not even
loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from figcheck.model import Analysis, Kind


class Article(dict[str, bool]):
    """What was asked about one article, and the answers."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__()
        self._analysis = analysis
        self._text = analysis.document.text
        self._kinds = {mention.quantity.kind for mention in analysis.mentions}

    def __missing__(self, need: str) -> bool:
        if need == "#pair":
            found = _has_pair(self._analysis)
        elif need == "#range":
            found = any(mention.quantity.value is None for mention in self._analysis.mentions)
        elif need[0] == "#" and len(need) > 1:
            found = need[1:] in self._kinds
        elif need[0] == "@" and len(need) > 1:
            found = bool(_at(self._analysis, need[1:]))
        else:
            found = need in self._text
        self[need] = found
        return found

    def meets(self, needs: Iterable[Iterable[str]]) -> bool:
        """Whether the article has one of each line."""
        for line in needs:
            for need in line:
                if self[need]:
                    break
            else:
                return False
        return True


_NOT_MEASURING = frozenset(("date", "ordinal", "time", "score"))


def _has_pair(analysis: Analysis) -> bool:
    """Whether two figures of one paragraph are in one dimension; a range may be a way from one figure to another."""
    seen = set()
    for claim in analysis.claims:
        quantity = claim.mention.quantity
        if quantity.kind in _NOT_MEASURING:
            continue
        key = claim.paragraph, quantity.unit.dimension if quantity.unit is not None else ""
        if quantity.value is None or key in seen:
            return True
        seen.add(key)
    return False


def _at(analysis: Analysis, path: str) -> Any:
    found: Any = analysis
    for name in path.split("."):
        found = getattr(found, name)
        if found is None:
            return None
    return found


def is_known(need: str) -> bool:
    """Whether a need can be asked about: kinds of figures and parts of an analysis must exist."""
    if need.startswith("#") and len(need) > 1:
        return need[1:] in ("pair", "range", *get_args(Kind))
    if need.startswith("@") and len(need) > 1:
        return need.split(".")[0][1:] in Analysis.__match_args__
    return True
