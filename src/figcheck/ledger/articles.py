"""A document in, the ledger's entry for this very article out, found by address, file or title."""

from __future__ import annotations

import datetime
import difflib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from figcheck import expressions as re
from figcheck.model import ArticleEntry, Document, Ledger
from figcheck.values import Frozen

_ALIKE = 0.8
"""How alike (difflib's ratio) two titles must be that differ in some characters."""
_ALIKE_SAME_DAY = 0.7
"""The same where both articles are of one day."""
_INTRUDED = 0.5
"""The same where all characters of the one stand in the other in order: words have intruded."""
_SHORTEST = 6
"""Characters of a title, punctuation left out, below which only the same title matches."""
_LONGEST = 200
"""Characters above which a title is no title."""
_TRIED = 40
"""Entries whose titles are compared in full, those that share most with the document's first."""

_FIGURES = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿两]+")
_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)

Score = tuple[float, ...]
"""How well an entry matches, the first number that differs deciding: address, parts of the path, title, day."""


def find_entry(ledger: Ledger, document: Document) -> ArticleEntry | None:
    """The entry whose address, else file, else title matches best; None where none does, or two do equally well.

    A title also matches one with words intruded or a few characters changed; one with other figures in it is that of
    another article, unless the day is the same.
    """
    if not ledger.articles:
        return None
    probe = _Probe.of(document)
    index = _index(_Same(ledger.articles))
    scored = [(score, entry) for entry, title in index.near(probe) if (score := probe.score(entry, title))]
    best = max((score for score, _ in scored), default=None)
    winners = [entry for score, entry in scored if score == best]
    return winners[0] if len(winners) == 1 else None


class _Probe(Frozen):
    """What a document may be known by."""

    url: str
    path: tuple[str, ...]
    titles: tuple[str, ...]
    """Its title as it stands above and as it is repeated, bare."""
    date: datetime.date | None

    @classmethod
    def of(cls, document: Document) -> _Probe:
        """The marks of a document."""
        masthead = document.masthead
        fields = ([masthead.title] if masthead.title else []) + list(masthead.repeats)
        titles = dict.fromkeys(_bare(field.value) for field in fields if len(field.value) <= _LONGEST)
        return cls(_address(masthead.url), _parts(document.path), tuple(filter(None, titles)), document.date)

    def score(self, entry: ArticleEntry, title: str) -> Score | None:
        """How well an entry with this bare title matches; None where it does not."""
        address = bool(entry.url) and _address(entry.url) == self.url
        parts = _parts(entry.path)
        path = len(parts) if parts and self.path[-len(parts) :] == parts else 0
        same_day = entry.date is not None and entry.date == self.date
        likeness = max((_likeness(title, other, same_day=same_day) for other in self.titles), default=0.0)
        if not (address or path or likeness):
            return None
        return (address, path, likeness, same_day)


class _Same:
    """Entries as a key of the cache: equal only to the very same tuple, so that none is compared."""

    def __init__(self, entries: tuple[ArticleEntry, ...]) -> None:
        self.entries = entries

    def __hash__(self) -> int:
        return id(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.entries is other.entries


class _Index(Frozen):
    """Entries by what they are known by, each value a list of their numbers."""

    entries: tuple[ArticleEntry, ...]
    titles: tuple[str, ...]
    """Bare titles, in the order of the entries."""
    urls: Mapping[str, list[int]]
    files: Mapping[str, list[int]]
    exact: Mapping[str, list[int]]
    pairs: Mapping[str, list[int]]
    """Two neighbouring characters of a title."""

    def near(self, probe: _Probe) -> Iterator[tuple[ArticleEntry, str]]:
        """The entries worth a closer look, each once, with their bare titles."""
        found = set(self.urls.get(probe.url, ())) if probe.url else set()
        found.update(self.files.get(probe.path[-1], ()) if probe.path else ())
        for title in probe.titles:
            found.update(self.exact.get(title, ()))
            found.update(self._alike(title))
        for number in sorted(found):
            yield self.entries[number], self.titles[number]

    def _alike(self, title: str) -> Iterable[int]:
        """The entries whose titles share most with this one, by the share of pairs of characters in common."""
        mine = _pairs(title)
        shared = Counter(number for pair in mine for number in self.pairs.get(pair, ()))
        share = {number: count / (len(mine) + len(self.titles[number])) for number, count in shared.items()}
        return sorted(share, key=lambda number: -share[number])[:_TRIED]


@lru_cache(maxsize=4)
def _index(articles: _Same) -> _Index:
    urls, files, exact, pairs = (defaultdict[str, list[int]](list) for _ in range(4))
    titles = tuple(_bare(entry.title or "") for entry in articles.entries)
    for number, (entry, title) in enumerate(zip(articles.entries, titles, strict=True)):
        if entry.url:
            urls[_address(entry.url)].append(number)
        if parts := _parts(entry.path):
            files[parts[-1]].append(number)
        if title:
            exact[title].append(number)
        for pair in _pairs(title):
            pairs[pair].append(number)
    return _Index(articles.entries, titles, urls, files, exact, pairs)


def _pairs(title: str) -> set[str]:
    return {title[at : at + 2] for at in range(len(title) - 1)}


def _likeness(one: str, other: str, *, same_day: bool) -> float:
    """How alike two bare titles are, 1 for the same; 0 where they are those of two articles."""
    if one == other:
        return 1.0 if one else 0.0
    if min(len(one), len(other)) < _SHORTEST:
        return 0.0
    if not same_day and _FIGURES.findall(one) != _FIGURES.findall(other):
        return 0.0
    ratio = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    shorter, longer = sorted((one, other), key=len)
    enough = _INTRUDED if _stands_in(shorter, longer) else _ALIKE_SAME_DAY if same_day else _ALIKE
    return ratio if ratio >= enough else 0.0


def _stands_in(shorter: str, longer: str) -> bool:
    """Whether all characters of the one stand in the other, in order."""
    rest = iter(longer)
    return all(char in rest for char in shorter)


@lru_cache(maxsize=4096)
def _bare(title: str) -> str:
    """A title without punctuation, quotation marks and spaces, in half-width and lower case."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return "".join(char for char in plain if unicodedata.category(char)[0] not in "PZC")


def _address(url: str | None) -> str:
    """An address without what does not tell pages apart: scheme, fragment, last slash."""
    return _SCHEME.sub("", (url or "").strip(), count=1).partition("#")[0].rstrip("/")


def _parts(path: str | None) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", path or "").replace("\\", "/")
    return PurePosixPath(plain).parts if plain else ()
