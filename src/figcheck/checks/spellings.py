"""People of title and body against each other: one name in two spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character, syllable
from figcheck.checks.names import (
    Name,
    place_kinds,
    post_before,
    read_people,
    recurring_people,
    sentence_around,
    starts_clause,
    two_forms,
)
from figcheck.checks.phrases import pattern
from figcheck.checks.prose import reading_spans
from figcheck.data import names as words
from figcheck.data.names import GIVEN, TRANSLITERATED
from figcheck.model import Analysis, Hit, Span

_AREAS = frozenset("省市县区镇乡村州旗")
_OBSERVERS = frozenset("记者 主持人 评论员".split())
_CROWD = 12
_MOST_NAMES = 60
"""Of so many people the variants are sought throughout the text."""


def person_in_two_spellings(analysis: Analysis) -> Iterator[Hit]:
    """Two names one character apart that the text uses for one person: 欧阳静茹, and later 欧阳静如."""
    text = analysis.document.text
    spans = reading_spans(analysis)
    people: dict[str, list[Name]] = {}
    for name in (*read_people(text, spans), *recurring_people(text, spans)):
        people.setdefault(name.text, []).append(name)
    taken: set[int] = set()
    pairs = (*_near_pairs(people), *_foreign_pairs(text, spans), *_variants(text, spans, people))
    for one, other in (*(pair for pair in pairs if _is_one_person(text, *pair)), *_turned_round(text, people)):
        right, wrong = _blamed(text, one, other)
        if not any(at in taken for at in range(wrong[0].start, wrong[0].end)):
            taken.update(range(wrong[0].start, wrong[0].end))
            yield two_forms(right[0].text, right[0].start, wrong[0].text, wrong[0].start)


def _variants(
    text: str, spans: tuple[Span, ...], people: dict[str, list[Name]]
) -> Iterator[tuple[list[Name], list[Name]]]:
    """Sure names with what differs from them by one character of like sound, wherever that stands: 都夸冯冀远能干."""
    sure = [name for name, found in people.items() if len(name) > 2 and any(each.sure for each in found)]
    for name in sure[:_MOST_NAMES]:
        for at in range(len(name)):
            for start in _places(text, name[:at], name[at + 1 :]):
                written = text[start : start + len(name)]
                odd = written[at]
                if written in people or not alike(odd, name[at]):
                    continue
                span = next((span for span in spans if span.start <= start < span.end), None)
                if span is None:
                    continue
                bare = starts_clause(text, span, start)
                if at == 0 and not (bare or _are_surnames(odd, name[0]) or _stands_nowhere_else(text, name, written)):
                    continue
                other = [Name(written, start, post_before(text, span, start), bare, sure=False)]
                first, second = sorted((people[name], other), key=lambda names: names[0].start)
                yield first, second


def _are_surnames(one: str, other: str) -> bool:
    """Whether both are family names, one of them frequent."""
    return {one, other} <= words.SURNAMES and bool({one, other} & words.USUAL_SURNAMES)


def _stands_nowhere_else(text: str, name: str, written: str) -> bool:
    """Whether what follows the first character is no word of the text but part of the two names."""
    known = name[:2] in words.COMPOUND_SURNAMES or GIVEN.issuperset(name[1:])
    return known and text.count(name[1:]) == text.count(name) + text.count(written)


def _is_told_of(name: Name) -> bool:
    """Whether a clause begins with the name, of a frequent family, and goes on about the person."""
    return name.sure and name.bare and name.text[0] in words.USUAL_SURNAMES


def _places(text: str, head: str, tail: str) -> Iterator[int]:
    """Where the head stands with the tail behind it, one character between."""
    known, shift = (head, 0) if head else (tail, 1)
    at = text.find(known, shift)
    while at >= 0:
        start = at - shift
        if text.startswith(tail, start + len(head) + 1) and start + len(head) + 1 + len(tail) <= len(text):
            yield start
        at = text.find(known, at + 1)


def _turned_round(text: str, people: dict[str, list[Name]]) -> Iterator[tuple[list[Name], list[Name]]]:
    """陈明德, 陈德明: given names of two characters that change places."""
    for name, one in people.items():
        other = people.get(name[0] + name[:0:-1]) if len(name) == 3 and name[1] != name[2] else None
        if other is None or one[0].start > other[0].start or _apart(text, one, other):
            continue
        if all(any(name.sure for name in names) for names in (one, other)) and _comes_unintroduced(text, other):
            yield one, other


def _near_pairs(people: dict[str, list[Name]]) -> Iterator[tuple[list[Name], list[Name]]]:
    """Names of one length that differ in one character, the one that comes first before the other."""
    holes: dict[tuple[str, str], list[str]] = {}
    for text in people:
        for at in range(len(text)):
            holes.setdefault((text[:at], text[at + 1 :]), []).append(text)
    for texts in holes.values():
        if not 1 < len(texts) <= _CROWD:
            continue  # a crowd of one family name: nothing can be said
        for one, other in combinations(texts, 2):
            first, second = sorted((people[one], people[other]), key=lambda names: names[0].start)
            yield first, second


def _is_word_of_its_own(text: str, at: int, one: str, other: str) -> bool:
    """Whether what two names begin with stands without either as well: 安州成交, 安州城投, and 安州 itself."""
    return 1 < at == len(one) - 1 and text.count(one[:at]) > text.count(one) + text.count(other)


def _is_one_person(text: str, one: list[Name], other: list[Name]) -> bool:
    at = odd_character(one[0].text, other[0].text)
    if at is None or _apart(text, one, other) or _is_word_of_its_own(text, at, one[0].text, other[0].text):
        return False
    posts = [{name.post for name in names if name.post} for names in (one, other)]
    if posts[0] and posts[1] and not posts[0] & posts[1]:
        return False
    if one[0].post == "transliterated":
        return True
    sure = [any(name.sure for name in names) for names in (one, other)]
    left, right = one[0].text[at], other[0].text[at]
    if len(one[0].text) == 2:
        return syllable(left) == syllable(right) and all(sure) and not (posts[0] | posts[1]) & _OBSERVERS
    if alike(left, right):
        return any(sure) or (
            any(name.bare for name in (*one, *other)) and one[0].text[-1] not in _AREAS and len(one[0].text) > 2
        )
    return at > 0 and (all(sure) or any(name.firm or _is_told_of(name) for name in one)) and _taken_up(text, one, other)


def _taken_up(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether the second name comes once only, unintroduced, as somebody's does of whom the text has spoken."""
    given = one[0].text[1:] + other[0].text[1:]
    if not all(char in GIVEN for char in given) or all(char in TRANSLITERATED for char in given):
        return False
    return _comes_unintroduced(text, other)


def _comes_unintroduced(text: str, names: list[Name]) -> bool:
    return text.count(names[0].text) == 1 and names[0].bare and not names[0].post


def _apart(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether the text itself tells the two apart: in one sentence, or as kin."""
    for name in (*one[:_CROWD], *other[:_CROWD]):
        start, end = sentence_around(text, name.start)
        sentence = text[start:end]
        if one[0].text in sentence and other[0].text in sentence:
            return True
        if pattern("§", words.KIN).search(sentence):
            return True
    return False


def _blamed(text: str, one: list[Name], other: list[Name]) -> tuple[list[Name], list[Name]]:
    """The two spellings, the one that stands more often first; of equals the earlier."""
    if text.count(other[0].text) > text.count(one[0].text):
        return other, one
    return one, other


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    """Four characters that a foreign name begins with, or three on either side of the dot inside one."""
    sound = f"[{''.join(sorted(TRANSLITERATED))}]"
    return re.compile(
        rf"(?={sound}{{3}})(?:(?<!{sound})(?P<plain>{sound}{{4}})|(?=(?P<dotted>{sound}{{3}}[·•・]{sound}{{3}})))"
    )


def _foreign_pairs(text: str, spans: Iterable[Span]) -> Iterator[tuple[list[Name], list[Name]]]:
    """Foreign names that differ inside: 安东尼奥, 安东里奥."""
    people: dict[str, list[Name]] = {}
    for span in spans:
        for match in _foreign().finditer(text, span.start, span.end):
            if text[max(0, match.start() - 1) : match.start()].isdigit():
                continue  # 6.8万立方米
            written = match["plain"] or match["dotted"]
            if not match["plain"] or text.startswith("街头", match.end()) or not place_kinds().match(text, match.end()):
                name = Name(written, match.start(), "transliterated", bare=False, sure=True)
                people.setdefault(written, []).append(name)
    for one, other in _near_pairs(people):
        at = odd_character(one[0].text, other[0].text)
        known = one[0].text in words.KNOWN_FOREIGN and other[0].text in words.KNOWN_FOREIGN
        odd = at is not None and alike(one[0].text[at], other[0].text[at])
        inside = len(one[0].text) != 4 or at in (1, 2)
        if known or not (inside or odd or _end_otherwise(text, one, other) or _begin_otherwise(text, one, other)):
            continue
        if min(text.count(one[0].text), text.count(other[0].text)) == 1:
            yield one, other


def _begin_otherwise(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether two names differ in the first of four characters, and the second begins a clause: 次仁卓玛, 泽仁卓玛."""
    rest = one[0].text[1:]
    if rest != other[0].text[1:] or text.count(rest) != len(one) + len(other):
        return False
    at = other[0].start
    return text[at - 1 : at] in "，。；：！？”\n" and text[other[0].end : other[0].end + 1] not in TRANSLITERATED | set(
        "·•・"
    )


def _end_otherwise(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether two names differ in the last of four characters, and the others stand nowhere else."""
    prefix = one[0].text[:3]
    if prefix != other[0].text[:3] or text.count(prefix) != len(one) + len(other):
        return False
    return all(text[name.end : name.end + 1] not in TRANSLITERATED | set("·•・") for name in (*one, *other))
