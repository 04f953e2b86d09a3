"""How an article calls people by their family names in, those that change the family name out: 谭志刚, later 老覃."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.likeness import alike
from figcheck.checks.names import Name, read_people, says_two_of_a_name, sentence_around, two_forms
from figcheck.checks.phrases import pattern, word_before
from figcheck.checks.prose import reading_spans
from figcheck.data.names import COMPOUND_SURNAMES, KIN, POSTS, SURNAMES
from figcheck.data.post_words import ADDRESSES
from figcheck.model import Analysis, Hit
from figcheck.values import Frozen

_FAMILIAR = re.compile(r"[老小](?=[^\W\d_A-Za-z]{2})")
_HIDDEN = re.compile(r"某[^\W\d_A-Za-z]?")
_CLAUSES = frozenset("，。！？；：、“”\n　 ")
_TWO = re.compile("分别|等|和|与|及|、|同名|同音|两位|二人|两人")
_MOST = 40


class Call(Frozen):
    """A family name and what stands beside it: (覃, 老)."""

    surname: str
    kind: str
    start: int
    end: int
    introduced: bool
    """Whether a word before it says who that is: 市民王女士."""


def surname_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """王先生, later 汪先生; 吴某强, later 武某强; 谭志刚, later 老覃."""
    text = analysis.document.text
    calls = sorted(_calls(analysis), key=lambda call: call.start)[:_MOST]
    if not calls:
        return
    people = [name for name in read_people(text, reading_spans(analysis)) if name.sure and len(name.text) > 2]
    told: set[str] = set()
    for later in calls:
        if later.surname + later.kind in told or later.introduced:
            continue
        right = _called_before(text, later, calls) or _named_before(text, later, people, calls)
        if right is not None and not _told_apart(text, right, later):
            told.add(later.surname + later.kind)
            yield two_forms(text[right[0] : right[1]], right[0], text[later.start : later.end], later.start)


def _calls(analysis: Analysis) -> Iterator[Call]:
    text = analysis.document.text
    for span in reading_spans(analysis):
        for form in (pattern("§", ADDRESSES), _HIDDEN):
            for match in form.finditer(text, span.start + 1, span.end):
                start = match.start() - 1
                if text[start] in SURNAMES and (match.group()[0] == "某" or _stands_apart(text, start, span.start)):
                    introduced = word_before(text, start, POSTS, span.start) is not None
                    yield Call(text[start], match.group(), start, match.end(), introduced)
        for match in _FAMILIAR.finditer(text, span.start + 1, span.end):
            if text[match.end()] in SURNAMES and text[match.start() - 1] in _CLAUSES:
                yield Call(text[match.end()], match.group(), match.start(), match.end() + 1, introduced=False)


def _stands_apart(text: str, start: int, low: int) -> bool:
    """Whether nothing before the family name can belong to it, as in 欧阳先生, 马小姐."""
    before = text[start - 1 : start] if start > low else "，"
    apart = not ("\u3400" <= before <= "\u9fff") or before in "的是对向和与找让请给为在被把跟及"
    return apart or word_before(text, start, POSTS, low) is not None


def _called_before(text: str, later: Call, calls: list[Call]) -> tuple[int, int] | None:
    """An earlier call of the same kind with a family name of like sound or looks, where nobody else has this one."""
    same = [call for call in calls if call.kind == later.kind]
    if sum(call.surname == later.surname for call in same) > 1:
        return None
    for call in same:
        if call.start < later.start and call.surname != later.surname and alike(call.surname, later.surname):
            return call.start, call.end
    return None


def _named_before(text: str, later: Call, people: list[Name], calls: list[Call]) -> tuple[int, int] | None:
    """Somebody named in full before, whose family name is alike, where nobody has the one that is called."""
    surnames = {name.text[0] for name in people if name.text[:2] not in COMPOUND_SURNAMES}
    if later.surname in surnames or later.kind.startswith("某"):
        return None
    if sum(call.surname == later.surname for call in calls) > 1:
        return None
    for name in people:
        if name.start < later.start and name.text[0] in surnames and alike(name.text[0], later.surname):
            return name.start, name.end
    return None


def _told_apart(text: str, right: tuple[int, int], later: Call) -> bool:
    """Whether one sentence has both, or tells of kin, or the text says that two are called alike."""
    if says_two_of_a_name(text, right[0], later.end):
        return True
    start, end = sentence_around(text, later.start)
    if start <= right[0] < end or text[right[0] : right[1]] in text[start:end]:
        return True
    first = sentence_around(text, right[0])
    kin = pattern("§", KIN)
    return kin.search(text, start, end) is not None or kin.search(text, *first) is not None
