"""What rules need of an article in, whether it has it out: most rules have nothing to say about most articles.

A card's `needs` are lines of alternatives, and an article must have one of each line: a word of its text, `#kind` for a
figure of that kind, `#range` for one with two ends, `#pair` for two in one paragraph that measure the same, or `@path`
for something that its analysis is not without (`@links`, `@document.date`), or `~pattern` for what a regular expression
finds. On a card `=calendar_words.SOLAR_TERMS` stands for the words of that table of `figcheck.data`. A rule whose needs
are not met is not even loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Protocol, get_args

from figcheck import expressions as re
from figcheck.model import Analysis, Kind


class Needy(Protocol):
    """A rule, as far as this module knows one."""

    @property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """Lines of alternatives."""
        ...


class Needs:
    """The needs of some rules, each line of them asked once for all rules that have it."""

    def __init__(self, rules: Sequence[Needy]) -> None:
        lines = sorted({line for rule in rules for line in rule.needs})
        self._lines = [_Line(line) for line in lines]
        places: dict[tuple[int, ...], list[int]] = {}
        for place, rule in enumerate(rules):
            places.setdefault(tuple(lines.index(line) for line in rule.needs), []).append(place)
        self._places = list(places.items())

    def met(self, analysis: Analysis) -> list[int]:
        """The places of the rules whose needs an article meets, in order."""
        article = _Article(analysis)
        answers: list[bool | None] = [None] * len(self._lines)
        found: list[int] = []
        for lines, places in self._places:
            for number in lines:
                answer = answers[number]
                if answer is None:
                    answer = answers[number] = self._lines[number].is_met(article)
                if not answer:
                    break
            else:
                found += places
        return sorted(found)


class _Article:
    """An article as needs are asked of it."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.characters = frozenset(self.text + analysis.written)
        """So that words of which the text has not even the characters are not looked for."""
        self.kinds = {mention.quantity.kind for mention in analysis.mentions}


class _Line:
    """Alternatives, sorted by how they are looked for, the cheapest first."""

    def __init__(self, line: tuple[str, ...]) -> None:
        kinds = {need[1:] for need in line if need[0] == "#" and len(need) > 1}
        self._pair, self._range = "pair" in kinds, "range" in kinds
        self._kinds = frozenset(kinds - {"pair", "range"})
        self._paths = [need[1:].split(".") for need in line if need[0] == "@" and len(need) > 1]
        patterns = [need[1:] for need in line if need[0] == "~" and len(need) > 1]
        words = [need for need in line if len(need) == 1 or need[0] not in "#@~"]
        self._characters = frozenset(word for word in words if len(word) == 1)
        self._words = _by_rarest([word for word in words if len(word) > 1])
        self._rarest = frozenset(self._words)
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def is_met(self, article: _Article) -> bool:
        """Whether the article has one of them."""
        if not self._kinds.isdisjoint(article.kinds):
            return True
        if self._paths and any(_at(article.analysis, path) for path in self._paths):
            return True
        known, text = article.characters, article.text
        if not self._characters.isdisjoint(known):
            return True
        for character in self._rarest & known:
            for word in self._words[character]:
                if word in text:
                    return True
        if self._pattern is not None and self._pattern.search(text) is not None:
            return True
        if self._range and any(mention.quantity.value is None for mention in article.analysis.mentions):
            return True
        return self._pair and _has_pair(article.analysis)


def _by_rarest(words: Sequence[str]) -> dict[str, list[str]]:
    """Words by that character of each which the fewest of the others have."""
    counts = Counter(character for word in words for character in set(word))
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(min(word, key=counts.__getitem__), []).append(word)
    return found


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


def _at(analysis: Analysis, path: Sequence[str]) -> Any:
    found: Any = analysis
    for name in path:
        found = getattr(found, name)
        if found is None:
            return None
    return found


def is_known(need: str) -> bool:
    """Whether a need can be asked about: kinds of figures and parts of an analysis must exist, patterns be some."""
    if need.startswith("#") and len(need) > 1:
        return need[1:] in ("pair", "range", *get_args(Kind))
    if need.startswith("@") and len(need) > 1:
        return need.split(".")[0][1:] in Analysis.__match_args__
    if need.startswith("~") and len(need) > 1:
        try:
            return re.compile(need[1:]).search("") is None
        except re.error:
            return False
    return True
