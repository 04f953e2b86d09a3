"""People of title and body against each other: one name in two spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character
from figcheck.checks.names import Name, place_kinds, read_people, told_apart, two_forms
from figcheck.checks.near_people import are_apart, slips_of_names, with_another_at
from figcheck.checks.phrases import word_behind
from figcheck.checks.prose import reading_spans
from figcheck.data import names as words
from figcheck.data.names import COMPOUND_SURNAMES, NATIONS, TRANSLITERATED
from figcheck.model import Analysis, Hit, Span


def person_in_two_spellings(analysis: Analysis) -> Iterator[Hit]:
    """Two names a slip apart that the text uses for one person: 欧阳静茹, and later 欧阳静如."""
    text, spans, title = analysis.document.text, reading_spans(analysis), analysis.document.masthead.title
    pairs = (*_foreign_pairs(text, spans), *_foreign_slips(text, spans))
    foreign = (pair for pair in pairs if not are_apart(text, *pair))
    taken: set[int] = set()
    for one, other in (*foreign, *slips_of_names(text, spans, title.span if title else None)):
        right, wrong = (other, one) if text.count(other.text) > text.count(one.text) else (one, other)
        if _TWO_PEOPLE.match(text, max(one.end, other.end)) or one.text[:3] in _COUNTRIES:
            continue
        if taken.isdisjoint(range(wrong.start, wrong.end)):
            taken.update(range(wrong.start, wrong.end))
            yield two_forms(right.text, right.start, wrong.text, wrong.start)


_TWO_PEOPLE = re.compile("[（，][^）。；]{0,6}(?:两人|不是同一|同姓|同名|并非一人|没有亲[戚属])")
"""杨再新（两人没有亲戚关系）."""


# --- foreign names ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    """Four characters that a foreign name begins with, or three on either side of the dot inside one."""
    sound = f"[{''.join(sorted(TRANSLITERATED))}]"
    return re.compile(
        rf"(?={sound}{{3}})(?:(?<!{sound})(?P<plain>{sound}{{4}})|(?=(?P<dotted>{sound}{{3}}[·•・]{sound}{{3}})))"
    )


_COUNTRIES = frozenset(name[:3] for name in (*NATIONS.split(), "芬兰人") if len(name) >= 3)
"""How the names of countries begin: 乌克兰武装部队 and 乌克兰无人机 are nobody."""


def _foreign_pairs(text: str, spans: Iterable[Span]) -> Iterator[tuple[Name, Name]]:
    """Foreign names that differ inside: 安东尼奥, 安东里奥."""
    people: dict[str, list[Name]] = {}
    for span in spans:
        for match in _foreign().finditer(text, span.start, span.end):
            if text[max(0, match.start() - 1) : match.start()].isdigit():
                continue  # 6.8万立方米
            written = match["plain"] or match["dotted"]
            if not match["plain"] or text.startswith("街头", match.end()) or not place_kinds().match(text, match.end()):
                name = Name(written, match.start(), None, bare=False, sure=True)
                people.setdefault(written, []).append(name)
    for one, other in combinations(people.values(), 2):
        at = odd_character(one[0].text, other[0].text)
        if at is None or {one[0].text, other[0].text} <= words.KNOWN_FOREIGN:
            continue
        inside = len(one[0].text) != 4 or at in (1, 2)
        odd = alike(one[0].text[at], other[0].text[at])
        like = inside or odd or _end_otherwise(text, one, other) or _begin_otherwise(text, one, other)
        if like and min(text.count(one[0].text), text.count(other[0].text)) == 1:
            yield one[0], other[0]


_FOREIGN_ENOUGH = frozenset("尔斯克尼奥德弗拉夫姆戈蒂莱茨卡洛娃娜古丽吐买提鲁塞萨瓦维巴扎旦顿珠卓措仁")
"""Characters one of which foreign names have."""
_LONG = 5
"""In names of so many characters another one inside is a slip, whatever it sounds like."""


def _foreign_slips(text: str, spans: Iterable[Span]) -> Iterator[tuple[Name, Name]]:
    """Foreign names that come again and again, and once with a character more, less, or another: 奥胡斯, 奥尔胡斯."""
    run = re.compile(f"[{''.join(sorted(TRANSLITERATED))}]{{3,8}}(?![·•・])")
    first: dict[str, Name] = {}
    for span in spans:
        for match in run.finditer(text, span.start, span.end):
            if not _FOREIGN_ENOUGH.isdisjoint(match.group()):
                first.setdefault(match.group(), Name(match.group(), match.start(), None, bare=False, sure=True))
    often = [name for name in first.values() if text.count(name.text) > 1]
    for name in often:
        for other in first.values():
            if (
                other.text not in words.KNOWN_FOREIGN
                and text.count(other.text) == 1
                and _is_near(name.text, other.text)
            ):
                one, two = sorted((name, other), key=lambda each: each.start)
                yield one, two
    for name in first.values():
        for other in _misheard(text, name):
            one, two = sorted((name, other), key=lambda each: each.start)
            yield one, two


def _misheard(text: str, name: Name) -> Iterator[Name]:
    """Where a foreign name of four characters, or one that comes again, stands with a character of like sound."""
    written = name.text
    if len(written) < 4 and text.count(written) < 2:
        return
    for at in range(len(written)):
        for start in with_another_at(text, written[:at], written[at + 1 :]):
            end = start + len(written)
            around = {text[start - 1 : start], text[end : end + 1]}
            odd = text[start + at]
            if odd != written[at] and alike(odd, written[at]) and not around & TRANSLITERATED:
                form = text[start:end]
                ends = odd not in _JOINING or word_behind(text, end, _AFTER, len(text)) is not None
                if ends and min(text.count(form), text.count(written)) == 1 and form not in words.KNOWN_FOREIGN:
                    yield Name(form, start, None, bare=False, sure=True)


_JOINING = frozenset("和与合及")
_AFTER = f"{words.SPEAKING} 把"


def _is_near(one: str, other: str) -> bool:
    """Whether two names differ in a character more or less inside, two that changed places, or one other."""
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        lost = (long[:at] + long[at + 1 :] for at in range(1, len(long) - 1))
        return len(long) - len(short) == 1 and short in lost and short[0] == long[0]
    odd = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(odd) == 2 and odd[1] - odd[0] == 1:
        return one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
    return len(odd) == 1 and (alike(one[odd[0]], other[odd[0]]) or (len(one) >= _LONG and 0 < odd[0] < len(one) - 1))


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


# --- a lost character ------------------------------------------------------------------------------------------

_ENDS = frozenset("，。；：！？、”“（）的和与说是在也还把被就都又\n ")


def name_lost_a_character(analysis: Analysis) -> Iterator[Hit]:
    """欧阳文秀, later 欧阳秀; 李建国, later 李国: a given name of two characters that comes with one."""
    text = analysis.document.text
    people = read_people(text, reading_spans(analysis))
    full = {name.text: name.start for name in reversed(people) if name.sure or name.text[:2] in COMPOUND_SURNAMES}
    for name, first in full.items():
        surname = name[:2] if name[:2] in COMPOUND_SURNAMES else name[:1]
        if len(name) - len(surname) != 2:
            continue
        short = surname + name[-1]
        at = text.find(short)
        if at < 0 or text.count(short) > 1 or at < first or told_apart(text, first, at, name, short):
            continue
        known = any(
            one.text == short and one.start == at and (one.sure or len(surname) > 1) and not one.post for one in people
        )
        if known and text[at + len(short) : at + len(short) + 1] in _ENDS and text.count(name) >= 1:
            yield two_forms(name, first, short, at)
