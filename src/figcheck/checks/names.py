"""People of title and body against each other: one name in two spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character, syllable
from figcheck.checks.phrases import heads, pattern, tails, word_before, word_behind
from figcheck.checks.prose import reading_spans
from figcheck.data import names as words
from figcheck.data.names import GIVEN, NEVER_GIVEN, TRANSLITERATED
from figcheck.model import Analysis, Hit, Span, SpanEvidence
from figcheck.values import Frozen

_MARKS = "，。；：！？“”‘’（）\n\r \u3000,;:!?\"'—…"
_BARE = frozenset(_MARKS)
_OPEN = frozenset(_MARKS + "、()《》【】的和与对由被把据向给跟让请听像同")
_AREAS = frozenset("省市县区镇乡村州旗")
_OBSERVERS = frozenset("记者 主持人 评论员".split())
_CROWD = 12
_MOST_NAMES = 60
"""Of so many people the variants are sought throughout the text."""
_LIFE = re.compile("[，,（(](?:男|女|[12][0-9]{3}年|现年|今年[0-9]|时年|生于)")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


class Name(Frozen):
    """What reads as a person's name, where it stands."""

    text: str
    start: int
    post: str | None
    """The word before it that says who that is: 县长, 村民."""
    bare: bool
    """Whether it opens a clause without such a word."""
    sure: bool
    """Whether a word before or behind it shows that a name it is."""
    firm: bool = False
    """Whether it also shows where the name ends."""

    @property
    def end(self) -> int:
        """The offset after the name."""
        return self.start + len(self.text)


# --- reading people --------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """A family name where a name may begin: after a mark, a word such as 的 or 如今, a post."""
    ends = {word[-1] for word in (*words.POSTS.split(), *words.CALLED.split(), *words.LEADING_IN.split())}
    before = re.escape("".join(sorted(_OPEN | ends | set(words.CALLINGS))))
    compound = "|".join(sorted(words.COMPOUND_SURNAMES))
    given = "".join(sorted(NEVER_GIVEN - {"和"}))
    surnames = "".join(sorted(words.SURNAMES))
    heads = surnames + "".join(sorted({name[0] for name in words.COMPOUND_SURNAMES} - set(surnames)))
    return re.compile(rf"(?=[{heads}])(?<![^{before}])(?:{compound}|[{surnames}])(?=[^\W\d_a-zA-Z])(?=[^{given}])")


@lru_cache(maxsize=2)
def read_people(text: str, spans: tuple[Span, ...]) -> tuple[Name, ...]:
    """What reads as a name of two to four characters, in order; where a given name's end is open, both readings."""
    found: list[Name] = []
    for span in spans:
        for match in _head().finditer(text, span.start, span.end):
            found.extend(_readings(text, span, match.start(), match.end()))
    return tuple(found)


_POST_TAILS = tails(words.POSTS) | frozenset(words.CALLINGS)
_CALLED_TAILS = tails(words.CALLED)


def _readings(text: str, span: Span, start: int, head: int) -> Iterator[Name]:
    last = text[start - 1] if start > span.start else ""
    post = _post_before(text, span, start) if last in _POST_TAILS else None
    if text[max(0, start - 1) : start].isdigit():
        return  # 6.8万立方米
    lead = post or (word_before(text, start, words.CALLED, span.start) if last in _CALLED_TAILS else None)
    if (lead is None and not _opens(text, span, start)) or text[start : start + 2] in words.NO_NAMES_AHEAD:
        return
    ends = [end for end in (head + 2, head + 1) if end <= span.end and _can_be_given(text, head, end)]
    if not ends:
        return
    bare = lead is None and (start == span.start or text[start - 1] in _BARE)
    for end in ends:
        sure = _is_sure(text, end, span.end, lead, short=end - start == 2)
        if sure or (end == head + 2 and text[head] in GIVEN and text[head + 1] in GIVEN):
            yield Name(text[start:end], start, post, bare, sure, sure and _is_firm(text, end, span.end, lead))


def _post_before(text: str, span: Span, at: int) -> str | None:
    post = word_before(text, at, words.POSTS, span.start)
    for size in (3, 2) if post is None and text[at - 1] in words.CALLINGS else ():
        if at - size >= span.start and _is_chinese(text[at - size : at]):
            return text[at - size : at]
    return post


def _is_chinese(characters: str) -> bool:
    return not characters or (min(characters) >= "\u3400" and max(characters) <= "\u9fff")


def _opens(text: str, span: Span, at: int) -> bool:
    if at == span.start or text[at - 1] in _OPEN:
        return True
    return word_before(text, at, words.LEADING_IN, span.start) is not None


def _can_be_given(text: str, start: int, end: int) -> bool:
    given = text[start:end]
    if given[-1] == "和" and _goes_on(text, end, len(text)):
        given = given[:-1]  # 林清和说, not 林清 and another
    return NEVER_GIVEN.isdisjoint(given) and _is_chinese(given)


def _is_sure(text: str, end: int, limit: int, post: str | None, *, short: bool) -> bool:
    """Whether the words around show a name; two characters, which may be any word, need more to show it."""
    if not short:
        return post is not None or _goes_on(text, end, limit) or _LIFE.match(text, end, limit) is not None
    if _speaks(text, end, limit):
        return True
    return post is not None and (end == limit or text[end] in _OPEN or _goes_on(text, end, limit))


def _is_firm(text: str, end: int, limit: int, post: str | None) -> bool:
    if post is not None and (end == limit or text[end] in _BARE or text[end] == "、" or _goes_on(text, end, limit)):
        return True
    return _speaks(text, end, limit)


_SPEAKING = heads(words.SPEAKING, words.POSTS, "副")
_GOING_ON = heads(words.GOING_ON) | _SPEAKING


def _goes_on(text: str, at: int, limit: int) -> bool:
    if text[at : at + 1] not in _GOING_ON:
        return False
    return word_behind(text, at, words.GOING_ON, limit) is not None or _speaks(text, at, limit)


def _speaks(text: str, at: int, limit: int) -> bool:
    if text[at : at + 1] not in _SPEAKING:
        return False
    if word_behind(text, at, words.SPEAKING, limit) is not None:
        return True
    return word_behind(text, at + text.startswith("副", at), words.POSTS, limit) is not None


# --- one person, two spellings ---------------------------------------------------------------------------------


def person_in_two_spellings(analysis: Analysis) -> Iterator[Hit]:
    """Two names one character apart that the text uses for one person: 欧阳静茹, and later 欧阳静如."""
    text = analysis.document.text
    spans = reading_spans(analysis)
    people: dict[str, list[Name]] = {}
    for name in read_people(text, spans):
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
                bare = span is not None and (start == span.start or text[start - 1] in _BARE)
                if span is None or (at == 0 and not (bare or _are_surnames(odd, name[0]))):
                    continue
                other = [Name(written, start, _post_before(text, span, start), bare, sure=False)]
                first, second = sorted((people[name], other), key=lambda names: names[0].start)
                yield first, second


def _are_surnames(one: str, other: str) -> bool:
    """Whether both are family names, one of them frequent."""
    return {one, other} <= words.SURNAMES and bool({one, other} & words.USUAL_SURNAMES)


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


def two_forms(right: str, right_start: int, wrong: str, wrong_start: int) -> Hit:
    """The finding that one thing has two names, with the place of the other one as evidence."""
    evidence = (SpanEvidence(right_start, right_start + len(right), right),)
    return Hit(Span(wrong_start, wrong_start + len(wrong)), {"written": wrong, "other": right}, evidence)


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


def _is_one_person(text: str, one: list[Name], other: list[Name]) -> bool:
    at = odd_character(one[0].text, other[0].text)
    if at is None or _apart(text, one, other):
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
        if known or (len(one[0].text) == 4 and at not in (1, 2) and not odd and not _end_otherwise(text, one, other)):
            continue
        if min(text.count(one[0].text), text.count(other[0].text)) == 1:
            yield one, other


def _end_otherwise(text: str, one: list[Name], other: list[Name]) -> bool:
    """Whether two names differ in the last of four characters, and the others stand nowhere else."""
    prefix = one[0].text[:3]
    if prefix != other[0].text[:3] or text.count(prefix) != len(one) + len(other):
        return False
    return all(text[name.end : name.end + 1] not in TRANSLITERATED | set("·•・") for name in (*one, *other))


def place_kinds() -> re.Pattern[str]:
    """What names of places and institutions end in."""
    return pattern("§", words.PLACES + " " + words.INSTITUTIONS)
