"""A document in, the names in it of those whom its figures may be about, where no ledger names them, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from figcheck import expressions as re
from figcheck.data.learning_words import (
    COUNTRIES,
    NAME_ENDINGS,
    NOT_AT_THEIR_HEAD,
    NOT_BEHIND_PLACES,
    NOT_IN_NAMES,
    PLACE_ENDINGS,
)
from figcheck.model import Document

_HAN = rf"(?:(?![{NOT_IN_NAMES}])[\u4e00-\u9fff])"
_HEAD = re.compile(r"(?:^|[，。；！？：“”\n\r 　）)])(?=[\u4e00-\u9fff])", re.MULTILINE)
"""Where a clause begins."""
_ORGANISATION = re.compile(rf"{_HAN}{{2,12}}?(?:{'|'.join(sorted(NAME_ENDINGS, key=len, reverse=True))})")
_OF_PLACES = "|".join(sorted(PLACE_ENDINGS, key=len, reverse=True))
_PLACE = re.compile(rf"(?![{NOT_AT_THEIR_HEAD}]){_HAN}{{2,3}}?(?:{_OF_PLACES})(?![{NOT_BEHIND_PLACES}])")
_STRANGER = re.compile(rf"{_ORGANISATION.pattern}|(?![{NOT_AT_THEIR_HEAD}]){_HAN}{{2,4}}?[省市县区州盟旗镇乡村]")
"""What may be a name, sooner taken for one than for none."""
_SHORT = range(3, 14)
"""Characters of a name that nothing but its repetition tells."""
_OFTEN = 3
"""Times that such a name heads a clause, the title's among them."""


def names_in(document: Document) -> list[str]:
    """Names of organisations, works and places at the head of clauses, and the one that the article is about."""
    text = document.text
    heads = sorted({match.end() for match in _HEAD.finditer(text)})
    found = dict.fromkeys(name for head in heads for name in _named_at(text, head))
    topic = [name for name in _topic(document, heads) if not name.startswith(tuple(found))]
    return [*found, *topic, *(word for word in COUNTRIES if word in text)]


def _named_at(text: str, head: int) -> Iterator[str]:
    """The name that stands at the head of a clause, where it is no passing guest of the article."""
    match = _ORGANISATION.match(text, head) or _PLACE.match(text, head)
    if match is not None and text.count(match.group()) > 1:
        yield match.group()


def stranger_at(text: str, head: int, names: Iterable[str]) -> bool:
    """Whether somebody stands at the head of a clause who is none of the names."""
    match = _STRANGER.match(text, head)
    return match is not None and not any(text.startswith(name, head) for name in names)


def _topic(document: Document, heads: list[int]) -> Iterator[str]:
    """The longest beginning of the title that keeps coming back at the head of clauses: 澜图光电."""
    title = document.masthead.title
    if title is None:
        return
    begun = Counter(document.text[head : head + size] for head in heads for size in _SHORT)
    for size in reversed(_SHORT):
        name = title.value.strip("“”《》")[:size]
        if len(name) == size and begun[name] >= _OFTEN and re.fullmatch(f"{_HAN}+", name):
            yield name
            return
