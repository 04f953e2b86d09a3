"""The ledger's people and a text in; titles that are somebody else's, and names a character or two off, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character
from figcheck.data.claim_words import SPEECH
from figcheck.data.names import POSTS, RANKED
from figcheck.model import Analysis, FactEvidence, Fix, Hit, Person, Span
from figcheck.values import Frozen


class Titled(Frozen):
    """A listed title as it stands in the text, whole or cut short."""

    at: int
    words: str
    titles: tuple[str, ...]
    """The listed titles that it may stand for."""
    holders: tuple[str, ...]
    cut: Literal["whole", "place", "post"]
    """Whether it is whole, lacks the name of its place (市体育局局长), or is the bare post (院长)."""

    @property
    def end(self) -> int:
        """The offset after the title."""
        return self.at + len(self.words)


def title_of_another(analysis: Analysis) -> Iterator[Hit]:
    """A listed title beside another listed person's name."""
    people = {person.name: person for person in analysis.ledger.people}
    for title in _titles_in(analysis):
        found = _named_with(analysis.document.text, title, people)
        if found is None or set(title.titles) & set(people[found[1]].titles):
            continue
        span, other = found
        if title.cut == "post" and not _is_meant(analysis, title, people, people[other]):
            continue
        place = people[title.holders[0]].place
        evidence = FactEvidence(place.ledger, place.line, title.holders[0], title.titles[0])
        holder, titles = "、".join(title.holders), "、".join(people[other].titles)
        yield Hit(span, {"title": title.words, "name": other, "holder": holder, "titles": titles}, (evidence,), holder)


def _is_meant(analysis: Analysis, title: Titled, people: dict[str, Person], other: Person) -> bool:
    """Whether a bare post is that of the body named last: 市图书馆……馆长祝清晏, who heads another house."""
    post = _cut(title.titles[0], "post")
    if post.removeprefix("副") not in RANKED.split() or any(each.endswith(post) for each in other.titles):
        return False
    theirs = set[str]().union(*(_bodies(analysis, people[holder]) for holder in title.holders))
    mine = _bodies(analysis, other)
    if any(body.startswith(tuple(theirs)) for body in mine):
        mine = set()  # of the same house: 附属医院护理部
    named = _last_named(analysis, theirs, title.at)
    return named >= max(0, title.at - _BODY_REACH, _last_named(analysis, mine, title.at))


_BODY_REACH = 200
"""Characters before a bare post within which its body must be named."""


def _bodies(analysis: Analysis, person: Person) -> set[str]:
    """The names of the bodies in which somebody has a post."""
    bodies: set[str] = set()
    for title in person.titles:
        body = title.removesuffix(_cut(title, "post"))
        bodies |= {body, *analysis.ledger.subjects.get(body, ())}
        for name, aliases in analysis.ledger.subjects.items():
            if body in aliases or body.startswith(name):
                bodies |= {name, *aliases}
    return {body for body in bodies if len(body) > 1}


def _last_named(analysis: Analysis, bodies: Iterable[str], before: int) -> int:
    """Where one of some bodies is named last before an offset; -1 where none is."""
    return max((analysis.document.text.rfind(body, 0, before) for body in bodies), default=-1)


def _named_with(text: str, title: Titled, people: dict[str, Person]) -> tuple[Span, str] | None:
    """Who has the title that is not theirs: behind it, behind a second post of theirs, or before it and brackets."""
    others = [name for name in people if name not in title.holders]
    second = _SECOND.match(text, title.end)
    for start in (title.end, second.end() if second else title.end):
        behind = next((name for name in others if text.startswith(name, start)), None)
        if behind is not None:
            return Span(title.at, start + len(behind)), behind
    if text[title.at - 1 : title.at] in ("（", "("):
        before = next((name for name in others if text.endswith(name, 0, title.at - 1)), None)
        if before is not None:
            return Span(title.at - 1 - len(before), title.end), before
    return None


def name_near_miss(analysis: Analysis) -> Iterator[Hit]:
    """A listed title, or who speaks, beside a name that is one or two characters away from the ledger's."""
    people = {person.name: person for person in analysis.ledger.people}
    text, told = analysis.document.text, set[int]()
    for title in _titles_in(analysis):
        after = title.end
        if any(text.startswith(name, after) for name in people):
            continue
        near = _is_near if title.cut != "post" else _is_surely_near
        holder = next((holder for holder in title.holders if near(text, after, holder)), None)
        if holder is not None and after not in told:
            told.add(after)
            yield _near_miss(analysis, people[holder], title.words, title.titles[0], after)
    for at, name in _speaking(text, people):
        if at not in told:
            told.add(at)
            yield _near_miss(analysis, people[name], "", people[name].titles[0] if people[name].titles else "", at)


def _near_miss(analysis: Analysis, holder: Person, words: str, title: str, after: int) -> Hit:
    name, place = holder.name, holder.place
    end = after + len(name)
    values = {"title": words, "name": analysis.document.text[after:end], "holder": name}
    evidence = FactEvidence(place.ledger, place.line, name, title)
    return Hit(Span(after - len(words), end), values, (evidence,), name, Fix(after, end, name, safe=False))


# --- where titles stand ----------------------------------------------------------------------------------------


def _titles_in(analysis: Analysis) -> Iterator[Titled]:
    """Places of listed titles in the text, the longest at each place, with those who hold them."""
    text, taken = analysis.document.text, 0
    found = []
    for words, (cut, titles, holders) in _forms(analysis.ledger.people).items():
        for at in _occurrences(text, words):
            if cut == "whole" or _opens(text, at):
                found.append(Titled(at, words, tuple(titles), tuple(holders), cut))
            elif cut == "post":
                found += _longer(text, at, words, titles, holders)
    for title in sorted(found, key=lambda each: (each.at, -len(each.words))):
        if title.at >= taken:
            taken = title.end
            if not _FORMER.search(text[max(0, title.at - 3) : title.at]):
                yield title


def _longer(text: str, at: int, post: str, titles: Sequence[str], holders: Sequence[str]) -> Iterator[Titled]:
    """管委会主任 of 长渚开发区管委会主任: titles of which more than the post stands in the text, but not all."""
    for title, holder in zip(titles, holders, strict=True):
        size = len(post)
        while size < len(title) and text.endswith(title[-size - 1 :], 0, at + len(post)):
            size += 1
        start = at + len(post) - size
        if len(post) < size < len(title) and _opens(text, start):
            yield Titled(start, title[-size:], (title,), (holder,), "post")


_Form = tuple[Literal["whole", "place", "post"], list[str], list[str]]


def _forms(people: Sequence[Person]) -> dict[str, _Form]:
    """The titles and what may stand for them, with those who hold them; who has the whole words is meant first."""
    forms: dict[str, _Form] = {}
    ways: tuple[Literal["whole", "place", "post"], ...] = ("whole", "place", "post")
    for cut in ways:
        for person in people:
            for title in person.titles:
                words = _cut(title, cut)
                known = forms.setdefault(words, (cut, [], [])) if words else None
                if known is not None and known[0] == cut:
                    known[1].append(title)
                    known[2].append(person.name)
    return forms


def _cut(title: str, cut: str) -> str:
    if cut == "whole":
        return title
    if cut == "place":
        place = _PLACE.match(title)
        return title[place.end() :] if place else ""
    return next(
        (title[-size:] for size in range(min(_LONGEST_POST, len(title)), 1, -1) if title[-size:] in _posts()), ""
    )


_PLACE = re.compile(r"[\u4e00-\u9fff]{1,4}?(?=[省市县区州盟旗镇乡村](?![省市县区州盟旗镇乡村])[\u4e00-\u9fff]{3})")
_LONGEST_POST = 6


@lru_cache(maxsize=1)
def _posts() -> frozenset[str]:
    return frozenset(word for word in POSTS.split() if len(word) > 1)


def _opens(text: str, at: int) -> bool:
    """Whether nothing before a place belongs to the same words: 渤宁省教育厅厅长 is not 省教育厅厅长."""
    return _OPENING.search(text[max(0, at - 4) : at]) is not None


_OPENING = re.compile(r"(?:^|[^\u4e00-\u9fff]|据|由|与|和|及|向|对|给|让|请|是|任|兼|记者从|日|[，。]在|采访)$")
_SECOND = re.compile(r"(?:、|兼|和|暨)[\u4e00-\u9fff]{1,4}[员人长师官任总记](?=[\u4e00-\u9fff]{2})")
"""Another post of the same person: 副局长、新闻发言人."""
_FORMER = re.compile(r"(?:时任|曾任|前任|原任|历任|接任|原|前|已故|拟任)$")
"""Before a title: somebody held it, or will, and so may others."""


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


# --- names that are nearly the ledger's ------------------------------------------------------------------------

_AFTER_NAME = re.compile(
    rf"{re.alternatives(SPEECH)}|[指掰翻举拿站走笑递抬]|带领|带着|回应|回答|看着|给|把|用|从|到|是|有|曾|已|自|因|每|正|都|多次|一边|担任|当场|随|受|做|作|领"
    r"|[，。、；：,（(\s”）]|表示|说|介绍|告诉|指出|认为|强调|坦言|透露|称|道|在|向|对|为|与|和|等|率|作|致|出席|主持|宣布|发表|谈|代表|看到|回忆|将|带|算|又|还|也|则|就|$"
)
_SPEAKS = re.compile("|".join(sorted(map(re.escape, SPEECH), key=len, reverse=True)))
_NO_NAME = re.compile(r"某|周[一二三四五六日末]|今天|昨天|明天|日前|近日|陆续|先后|一行|们")
_FULL_NAME = 3
"""Characters of a name that may be known by all but one."""


def _is_name(text: str, at: int, length: int) -> bool:
    written = text[at : at + length]
    if len(written) != length or not all("\u4e00" <= char <= "\u9fff" for char in written):
        return False
    return not _NO_NAME.search(written)


def _is_near(text: str, at: int, name: str) -> bool:
    """Whether what stands at `at` is a name one or two characters away from `name`, and no other word."""
    written = text[at : at + len(name)]
    if not _is_name(text, at, len(name)):
        return False
    same = sum(one == other for one, other in zip(written, name, strict=True))
    ends = _AFTER_NAME.match(text, at + len(name)) is not None
    if same == len(name) - 1 and len(name) >= _FULL_NAME:
        return ends or written[0] == name[0]
    if _misheard(written, name):
        return True  # 荆渡队主教练谭悦: behind the title of one person there is no need to see where the name ends
    return same >= 1 and same >= len(name) - 2 and same < len(name) and written[0] == name[0] and ends


def _is_surely_near(text: str, at: int, name: str) -> bool:
    """The same behind a bare post, which many have: all but one character; where the first differs, it sounds alike."""
    written = text[at : at + len(name)]
    if not _is_name(text, at, len(name)) or _AFTER_NAME.match(text, at + len(name)) is None:
        return False
    odd = odd_character(written, name)
    return odd is not None and (_misheard(written, name) or (len(name) >= _FULL_NAME and odd > 0))


def _misheard(written: str, name: str) -> bool:
    """Whether two names differ in one character that sounds or looks alike."""
    odd = odd_character(written, name)
    return odd is not None and alike(written[odd], name[odd])


def _speaking(text: str, people: dict[str, Person]) -> Iterator[tuple[int, str]]:
    """Who speaks at the head of a clause under a name that sounds or looks like a listed one."""
    for name in people:
        if len(name) < _FULL_NAME:
            continue
        for at in sorted({at for cut in (name[:-1], name[1:]) for at in _around(text, cut, name)}):
            written = text[at : at + len(name)]
            speaks = _SPEAKS.match(text, at + len(name)) is not None and _opens(text, at)
            if speaks and written not in people and _is_name(text, at, len(name)) and _misheard(written, name):
                yield at, name


def _around(text: str, part: str, name: str) -> Iterator[int]:
    """Where a name may begin of which `part` stands in the text."""
    shift = 0 if name.startswith(part) else 1
    return (at - shift for at in _occurrences(text, part) if at >= shift)
