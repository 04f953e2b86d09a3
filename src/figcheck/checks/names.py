"""Text in, what reads as people's names out; with what several checks of names ask: sentences, places, two forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.phrases import heads, pattern, tails, word_before, word_behind
from figcheck.data import names as words
from figcheck.data.names import GIVEN, NEVER_GIVEN
from figcheck.model import Hit, Span, SpanEvidence
from figcheck.values import Frozen

_MARKS = "，。；：！？“”‘’（）\n\r \u3000,;:!?\"'—…"
_BARE = frozenset(_MARKS)
_OPEN = frozenset(_MARKS + "、()《》【】的和与对由被把据向给跟让请听像同")
_LIFE = re.compile(
    "[，,（(](?:男|女|[12][0-9]{3}年|现年|今年[0-9]|时年|生于)|[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:出生|生)"
)
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
    post = post_before(text, span, start) if last in _POST_TAILS else None
    if text[max(0, start - 1) : start].isdigit():
        return  # 6.8万立方米
    lead = post or (word_before(text, start, words.CALLED, span.start) if last in _CALLED_TAILS else None)
    if (lead is None and not _opens(text, span, start)) or text[start : start + 2] in words.NO_NAMES_AHEAD:
        return
    ends = [end for end in (head + 2, head + 1) if end <= span.end and _can_be_given(text, head, end)]
    if not ends:
        return
    bare = lead is None and starts_clause(text, span, start)
    for end in ends:
        sure = _is_sure(text, end, span.end, lead, short=end - start == 2)
        if sure or (end == head + 2 and text[head] in GIVEN and text[head + 1] in GIVEN):
            yield Name(text[start:end], start, post, bare, sure, sure and _is_firm(text, end, span.end, lead))


def post_before(text: str, span: Span, at: int) -> str | None:
    """The word before a name that says who that is: 县长, 护林员; None for none."""
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


# --- what checks of names share ---------------------------------------------------------------------------------


def starts_clause(text: str, span: Span, at: int) -> bool:
    """Whether nothing or a mark stands before an offset of a stretch."""
    return at == span.start or text[at - 1] in _BARE


def two_forms(right: str, right_start: int, wrong: str, wrong_start: int) -> Hit:
    """The finding that one thing has two names, with the place of the other one as evidence."""
    evidence = (SpanEvidence(right_start, right_start + len(right), right),)
    return Hit(Span(wrong_start, wrong_start + len(wrong)), {"written": wrong, "other": right}, evidence)


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds an offset; at most 200 code points to either side."""
    start, end = max(0, at - 200), min(len(text), at + 200)
    for match in _SENTENCE_END.finditer(text, start, at):
        start = match.end()
    after = _SENTENCE_END.search(text, at, end)
    return start, after.end() if after else end


def told_apart(text: str, one: int, other: int, right: str, wrong: str) -> bool:
    """Whether the text tells the two apart: in one sentence, or as kin."""
    start, end = sentence_around(text, other)
    if start <= one < end or right in text[start:end]:
        return True
    kin = pattern("§", words.KIN)
    return any(kin.search(text, max(0, at - 8), at) for at in (one, other))


_TWO_OF_A_NAME = re.compile(
    "(?:两|二|俩)人[^。；，]{0,6}(?:姓|名|音)|同音|音相?同|谐音|重名|同名同姓|两位?[^。，；]{1,6}(?:不是一|不是同|并非)"
    "|(?:不是|并非)(?:一|同一)个?人|[名姓][^。；]{0,8}(?:一字之差|只差一个?字)"
)
_SOON_TOLD = 80
"""So far before the first and behind the second of two names it may be said that they are two."""


def says_two_of_a_name(text: str, first: int, last: int) -> bool:
    """Whether the text says about two names, from one to the other, that they are two people's: 两人姓不同、音相同."""
    return _TWO_OF_A_NAME.search(text, max(0, first - _SOON_TOLD), min(len(text), last + _SOON_TOLD)) is not None


def place_kinds() -> re.Pattern[str]:
    """What names of places and institutions end in."""
    return pattern("§", words.PLACES + " " + words.INSTITUTIONS)
