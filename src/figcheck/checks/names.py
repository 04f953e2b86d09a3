"""People, places and institutions of title and body against each other: one name in two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from figcheck.checks.likeness import alike, odd_character
from figcheck.data.names import (
    CALLINGS,
    COMPOUND_SURNAMES,
    GIVEN,
    GOING_ON,
    INSTITUTIONS,
    KIN,
    KNOWN_FOREIGN,
    KNOWN_PLACES,
    LEADING_IN,
    NEVER_GIVEN,
    NOT_A_STEM,
    PLACE_WORDS,
    PLACES,
    POSTS,
    SPEAKING,
    SURNAMES,
    TRANSLITERATED,
)
from figcheck.model import Analysis, Hit, Span, SpanEvidence


def alternatives(words: str) -> str:
    """The words of a list as a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_HAN = "[\u3400-\u9fff]"
_POST_BEFORE = re.compile(rf"(?:{alternatives(POSTS)}|{_HAN}{{2}}[{CALLINGS}])$")
_LED_IN = re.compile(rf"(?:{alternatives(LEADING_IN)})$")
_LONGEST_POST = max(map(len, POSTS.split()))
_AFTER_PERSON = re.compile(rf"{alternatives(SPEAKING)}|副?(?:{alternatives(POSTS)})")
_AFTER_NAME = re.compile(rf"{alternatives(SPEAKING + ' ' + GOING_ON)}|副?(?:{alternatives(POSTS)})")
_HEAD = re.compile("|".join((*sorted(COMPOUND_SURNAMES), f"[{''.join(sorted(SURNAMES))}]")))
_OPEN = frozenset("，。；：！？、“”‘’（）()《》【】\n\r \u3000,;:!?\"'—…的和与对由被把据向给跟让请听像同")
_OBSERVERS = frozenset("记者 主持人 评论员".split())
_BARE = frozenset("，。；：！？“”‘’（）\n\r \u3000,;:!?\"'—…")
_KIN = re.compile(alternatives(KIN.replace(" 字 号", "")))
_CROWD = 12
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


@dataclass(frozen=True, slots=True)
class Name:
    """What reads as a person's name, where it stands."""

    text: str
    start: int
    post: str | None
    """The word before it that says who that is: 县长, 村民."""
    bare: bool
    """Whether it opens a clause without such a word."""
    sure: bool
    """Whether a word before or behind it shows that a name it is."""

    @property
    def end(self) -> int:
        """The offset after the name."""
        return self.start + len(self.text)


def reading_spans(analysis: Analysis) -> list[Span]:
    """Title and paragraphs; the whole text of a document without blocks."""
    document = analysis.document
    if not document.blocks:
        return [Span(0, len(document.text))]
    return [block.span for block in document.blocks if block.kind in ("title", "paragraph")]


def read_people(text: str, spans: Iterable[Span]) -> Iterator[Name]:
    """What reads as a name of two to four characters, in order; where a given name's end is open, both readings."""
    for span in spans:
        for match in _HEAD.finditer(text, span.start, span.end):
            before = _POST_BEFORE.search(text, max(span.start, match.start() - _LONGEST_POST), match.start())
            opened = _opens(text, span, match.start())
            if before is None and not opened:
                continue
            post = before.group() if before else None
            yield from _lengths(text, span, match, post)


def _opens(text: str, span: Span, at: int) -> bool:
    if at == span.start or text[at - 1] in _OPEN:
        return True
    return _LED_IN.search(text, max(span.start, at - 3), at) is not None


def _lengths(text: str, span: Span, head: re.Match[str], post: str | None) -> Iterator[Name]:
    bare = post is None and (head.start() == span.start or text[head.start() - 1] in _BARE)
    for length in (2, 1):
        end = head.end() + length
        if end > span.end or not _can_be_given(text, head.end(), end):
            continue
        given = text[head.end() : end]
        sure = _is_sure(text, head.end() + length, span.end, post, short=end - head.start() == 2)
        if sure or (length == 2 and all(char in GIVEN for char in given)):
            yield Name(text[head.start() : end], head.start(), post, bare, sure)


def _can_be_given(text: str, start: int, end: int) -> bool:
    given = text[start:end]
    if given[-1] == "和" and _AFTER_NAME.match(text, end):
        given = given[:-1]  # 林清和说, not 林清 and another
    return all("\u3400" <= char <= "\u9fff" and char not in NEVER_GIVEN for char in given)


def _is_sure(text: str, end: int, limit: int, post: str | None, *, short: bool) -> bool:
    """Whether the words around show a name; two characters, which may be any word, need more to show it."""
    if not short:
        return post is not None or _AFTER_NAME.match(text, end, limit) is not None
    if _AFTER_PERSON.match(text, end, limit):
        return True
    return post is not None and (end == limit or text[end] in _OPEN or _AFTER_NAME.match(text, end, limit) is not None)


# --- one person, two spellings ---------------------------------------------------------------------------------


def person_in_two_spellings(analysis: Analysis) -> Iterator[Hit]:
    """Two names one character apart that the text uses for one person: 欧阳静茹, and later 欧阳静如."""
    text = analysis.document.text
    spans = reading_spans(analysis)
    people: dict[str, list[Name]] = {}
    for name in read_people(text, spans):
        people.setdefault(name.text, []).append(name)
    taken: set[int] = set()
    pairs = [*_near_pairs(people, 2 if len(people) < 2000 else 3), *_foreign_pairs(text, spans)]
    for one, other in pairs:
        if not _is_one_person(text, one, other):
            continue
        right, wrong = _blamed(text, one, other)
        if not any(at in taken for at in range(wrong[0].start, wrong[0].end)):
            taken.update(range(wrong[0].start, wrong[0].end))
            yield two_forms(right[0].text, right[0].start, wrong[0].text, wrong[0].start)


def two_forms(right: str, right_start: int, wrong: str, wrong_start: int) -> Hit:
    """The finding that one thing has two names, with the place of the other one as evidence."""
    evidence = (SpanEvidence(right_start, right_start + len(right), right),)
    return Hit(Span(wrong_start, wrong_start + len(wrong)), {"written": wrong, "other": right}, evidence)


def _near_pairs(people: dict[str, list[Name]], shortest: int) -> Iterator[tuple[list[Name], list[Name]]]:
    """Names of one length that differ in one character, the one that comes first before the other."""
    holes: dict[tuple[str, str], list[str]] = {}
    for text in people:
        for at in range(len(text)) if len(text) >= shortest else ():
            holes.setdefault((text[:at], text[at + 1 :]), []).append(text)
    for texts in holes.values():
        if len(texts) > _CROWD:
            continue  # a crowd of one family name: nothing can be said
        for one, other in combinations(texts, 2):
            first, second = sorted((people[one], people[other]), key=lambda names: names[0].start)
            yield first, second


def _is_one_person(text: str, one: list[Name], other: list[Name]) -> bool:
    if _apart(text, one, other):
        return False
    at = odd_character(one[0].text, other[0].text)
    if at is None:
        return False
    left, right = one[0].text[at], other[0].text[at]
    posts = [{name.post for name in names if name.post} for names in (one, other)]
    if posts[0] and posts[1] and not posts[0] & posts[1]:
        return False
    sure = [any(name.sure for name in names) for names in (one, other)]
    if one[0].post == "transliterated":
        return True
    if alike(left, right):
        return any(sure) if len(one[0].text) > 2 else all(sure) and not (posts[0] | posts[1]) & _OBSERVERS
    return at > 0 and len(one[0].text) > 2 and all(sure) and _taken_up(text, one, other)


def _taken_up(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether the second name comes once only, unintroduced, as somebody's does of whom the text has spoken."""
    given = one[0].text[1:] + other[0].text[1:]
    if not all(char in GIVEN for char in given) or all(char in TRANSLITERATED for char in given):
        return False
    return text.count(other[0].text) == 1 and other[0].bare and not other[0].post


def _apart(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether the text itself tells the two apart: in one sentence, or as kin."""
    for name in (*one[:_CROWD], *other[:_CROWD]):
        start, end = sentence_around(text, name.start)
        sentence = text[start:end]
        if one[0].text in sentence and other[0].text in sentence:
            return True
        if _KIN.search(sentence):
            return True
    return False


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds an offset; at most 200 code points to either side."""
    start, end = max(0, at - 200), min(len(text), at + 200)
    for match in _SENTENCE_END.finditer(text, start, at):
        start = match.end()
    after = _SENTENCE_END.search(text, at, end)
    return start, after.end() if after else end


def _blamed(text: str, one: list[Name], other: list[Name]) -> tuple[list[Name], list[Name]]:
    """The two spellings, the one that stands more often first; of equals the earlier."""
    if text.count(other[0].text) > text.count(one[0].text):
        return other, one
    return one, other


def _foreign_pairs(text: str, spans: Iterable[Span]) -> Iterator[tuple[list[Name], list[Name]]]:
    """Foreign names of four characters that differ inside: 安东尼奥, 安东里奥."""
    people: dict[str, list[Name]] = {}
    for span in spans:
        for match in _FOREIGN.finditer(text, span.start, span.end):
            if not _PLACE.match(text, match.end(1)):
                name = Name(match[1], match.start(), "transliterated", bare=False, sure=True)
                people.setdefault(match[1], []).append(name)
        for match in _DOTTED.finditer(text, span.start, span.end):
            name = Name(match[1], match.start(1), "transliterated", bare=False, sure=True)
            people.setdefault(match[1], []).append(name)
    for one, other in _near_pairs(people, 4):
        at = odd_character(one[0].text, other[0].text)
        rarer = min(text.count(one[0].text), text.count(other[0].text))
        known = one[0].text in KNOWN_FOREIGN and other[0].text in KNOWN_FOREIGN
        if rarer == 1 and not known and (at in (1, 2) or len(one[0].text) > 4):
            yield one, other


_SOUND = f"[{''.join(sorted(TRANSLITERATED))}]"
_DOTTED = re.compile(rf"(?=({_SOUND}{{3}}[·•・]{_SOUND}{{3}}))")
_FOREIGN = re.compile(rf"(?<!{_SOUND})({_SOUND}{{4}})")

# --- one place, two forms --------------------------------------------------------------------------------------

_PLACE = re.compile(rf"{alternatives(PLACES)}|{alternatives(INSTITUTIONS)}")
_COMMON = re.compile(rf"(?:{alternatives(PLACE_WORDS)})$")
_STEM = re.compile(rf"{_HAN}{{2,5}}$")
_BEARINGS = frozenset("东西南北中上下前后左右大小新老")
_KINDS_OF_AREA = re.compile(r"[试实][验]|示范|开发|保护|合作|自贸|城|景|[分子总母本]$")


@dataclass(frozen=True, slots=True)
class Place:
    """What reads as the name of a place or an institution."""

    stem: str
    """Up to five characters before its last part."""
    end: int
    kind: str
    """Its last part: 镇, 社区, 基金会."""


def place_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """Two names of places, or of institutions, that differ in one character of like sound or looks: 浔溪镇, 浔西镇."""
    text = analysis.document.text
    near: dict[tuple[str, int, str, str], list[Place]] = {}
    for place in _read_places(text, reading_spans(analysis)):
        for back, key in _holes(place):
            near.setdefault((place.kind, back, *key), []).append(place)
    told: set[tuple[str, str]] = set()
    for (_, back, _, _), places in near.items():
        for hit, words in _disagreeing(text, places, back):
            if words not in told:
                told.add(words)
                yield hit


def _read_places(text: str, spans: Iterable[Span]) -> Iterator[Place]:
    for span in spans:
        for match in _PLACE.finditer(text, span.start, span.end):
            stem = _STEM.search(text, max(span.start, match.start() - 5), match.start())
            if stem is None or _COMMON.search(text, max(span.start, match.start() - 4), match.end()):
                continue
            if not _KINDS_OF_AREA.search(stem.group()[-2:]):
                yield Place(stem.group(), match.end(), match.group())


def _holes(place: Place) -> Iterator[tuple[int, tuple[str, str]]]:
    """The stem without one of its last three characters, together with its neighbour on the left or else the right."""
    stem = place.stem
    for back in (1, 2, 3):
        at = len(stem) - back
        if at < 0 or stem[at] in NOT_A_STEM:
            break
        tail = stem[at + 1 :]
        head = stem[at - 1] if at and stem[at - 1] not in NOT_A_STEM else ""
        if head or tail:
            yield back, (head, tail)


def _disagreeing(text: str, places: list[Place], back: int) -> Iterator[tuple[Hit, tuple[str, str]]]:
    forms: dict[str, Place] = {}
    for place in places:
        forms.setdefault(place.stem[-back], place)
    for left, right in combinations(forms, 2) if len(forms) <= _CROWD else ():
        if not alike(left, right) or (left in _BEARINGS and right in _BEARINGS):
            continue
        length = _shared_length(forms[left].stem, forms[right].stem, back)
        one, other = (_ending(forms[char], length) for char in (left, right))
        if text.count(other[0]) > text.count(one[0]):
            one, other = other, one
        if not _named_together(text, one, other) and not {one[0][:2], other[0][:2]} <= KNOWN_PLACES:
            yield two_forms(one[0], one[1], other[0], other[1]), (one[0], other[0])


def _shared_length(one: str, other: str, back: int) -> int:
    """How much of two stems, from their end, is one name: as far as they agree to the left of the odd character."""
    length = back
    while length < min(len(one), len(other)) and one[-length - 1] == other[-length - 1] not in NOT_A_STEM:
        length += 1
    return length


def _ending(place: Place, length: int) -> tuple[str, int]:
    words = place.stem[-length:] + place.kind
    return words, place.end - len(words)


def _named_together(text: str, one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether some sentence names both, as two places."""
    start, end = sentence_around(text, other[1])
    if one[0] in text[start:end]:
        return True
    start, end = sentence_around(text, one[1])
    return other[0] in text[start:end]
