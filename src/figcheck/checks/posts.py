"""People with their posts in, people out of whom the text says two posts that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character
from figcheck.checks.names import Name, read_people, sentence_around
from figcheck.checks.phrases import pattern, word_before, word_behind
from figcheck.checks.prose import reading_spans
from figcheck.data.names import GOVERNING, HEADING, RANKED, TRANSFER
from figcheck.model import Analysis, Hit, Span, SpanEvidence
from figcheck.values import Frozen

_FORMER = re.compile(r"(?:原|(?<![目之以提])前)[^，。；、]{0,8}$")
_IN_APPOSITION = re.compile(r"(?:是|系|，|（|\()(?!时任|曾任|原|前)[^\W\d_]{2,14}?[长任席记理裁](?=[，。；、）)])")
_ORGAN = re.compile(r"(?P<own>[^\W\d_A-Za-z]{2})(?P<kind>局|厅|部|委|院|所|县|市|区|镇|乡|村|州|省|校|社|协会)$")
_GOVERNING = frozenset(GOVERNING.split())
_HEADING = frozenset(HEADING.split())
_ENOUGH = 20
"""So many places of one name are looked at."""


class Holder(Frozen):
    """A post with the name beside it."""

    name: str
    deputy: bool
    rank: str
    """Without 副: 县长."""
    start: int
    end: int
    organ: tuple[str, str] | None
    """What the post belongs to, as far as it stands before it: (教育, 局)."""
    house: str
    """The two characters before the post, where there are two."""
    behind: bool
    """Whether the post follows the name: 龚立新副县长."""

    @property
    def post(self) -> str:
        """As written: 副县长."""
        return ("副" if self.deputy else "") + self.rank


def person_with_two_posts(analysis: Analysis) -> Iterator[Hit]:
    """Somebody who is 县长 first and 副县长 later, or head of two houses, while nothing tells of a change of office."""
    text = analysis.document.text
    people: dict[str, list[Holder]] = {}
    for name in read_people(text, reading_spans(analysis)):
        for holder in _holders(text, name):
            people.setdefault(name.text, []).append(holder)
    told: set[int] = set()
    for holders in people.values():
        for hit in _contradictions(text, sorted(holders, key=lambda holder: holder.start)):
            if hit.span.start not in told:
                told.add(hit.span.start)
                yield hit


def _holders(text: str, name: Name) -> Iterator[Holder]:
    rank = word_before(text, name.start, RANKED) if name.sure else None
    if rank is not None:
        deputy = text[name.start - len(rank) - 1 : name.start - len(rank)] == "副"
        start = name.start - len(rank) - deputy
        organ = _ORGAN.search(text, max(0, start - 6), start)
        own = (organ["own"], organ["kind"]) if organ else None
        house = "".join(re.findall(r"[^\W\d_A-Za-z]{2}$", text[max(0, start - 2) : start]))
        yield Holder(name.text, deputy, rank, start, name.end, own, house, behind=False)
    match = _IN_APPOSITION.match(text, name.end) if name.sure or name.bare else None
    if match is not None:
        rank = word_before(text, match.end(), RANKED, name.end)
        if rank is not None:
            deputy = text[match.end() - len(rank) - 1] == "副"
            yield Holder(name.text, deputy, rank, name.start, match.end(), None, "", behind=False)
    deputy = text.startswith("副", name.end)
    rank = word_behind(text, name.end + deputy, RANKED, len(text))
    if rank is not None:
        yield Holder(name.text, deputy, rank, name.start, name.end + deputy + len(rank), None, "", behind=True)


def _contradictions(text: str, holders: list[Holder]) -> Iterator[Hit]:
    introduced = [holder for holder in holders if not holder.behind]
    if not introduced:
        return
    for later in holders[:_ENOUGH]:
        first = introduced[0]
        if later is first or _changes(text, first) or _changes(text, later):
            continue
        if _exclude(text, first, later):
            evidence = (SpanEvidence(first.start, first.end, text[first.start : first.end]),)
            values = {"name": later.name, "post": later.post, "other": first.post}
            named = len("".join(later.organ)) if later.organ and later.rank == first.rank else 0
            yield Hit(Span(later.start - named, later.end), values, evidence)


def _exclude(text: str, first: Holder, later: Holder) -> bool:
    known = _said_of(text, later)
    if later.rank == first.rank:
        if first.house and later.house and (first.organ or first.house != later.house):
            return _are_two_houses(first, later) and first.deputy == later.deputy
        if later.deputy != first.deputy:
            if not first.behind and not later.behind:
                return True
            if first.deputy and _is_quoted(text, later):
                return False  # 副 is dropped in address
            return not re.search(rf"副{later.rank}" if later.deputy else rf"(?<!副){later.rank}", known)
        return _are_two_houses(first, later)
    if not later.behind or later.rank in known or not _are_never_one(first.rank, later.rank):
        return False
    return not (later.rank == "书记" and "支书" in known)


def _are_never_one(one: str, other: str) -> bool:
    """Whether nobody holds both posts at a time: 所长 and 院长, 镇长 and 书记; but 书记 and 主席 go together."""
    if one in _HEADING | _GOVERNING and other in _HEADING | _GOVERNING:
        return True
    return "书记" in (one, other) and bool({one, other} & _GOVERNING)


def _are_two_houses(first: Holder, later: Holder) -> bool:
    if first.organ is None or later.organ is None or first.organ[1] != later.organ[1]:
        return False
    one, other = first.organ[0], later.organ[0]
    at = odd_character(one, other)
    return one != other and (at is None or not alike(one[at], other[at]))


def _said_of(text: str, holder: Holder) -> str:
    """All that stands around the name elsewhere."""
    said: list[str] = []
    at = text.find(holder.name)
    while at >= 0 and len(said) < _ENOUGH:
        if not holder.start <= at < holder.end:
            start, end = sentence_around(text, at)
            said.append(text[start : min(end, holder.start) if start < holder.start < end else end])
        at = text.find(holder.name, at + 1)
    return "\n".join(said)


def _changes(text: str, holder: Holder) -> bool:
    start, end = sentence_around(text, holder.start)
    if _FORMER.search(text, max(start, holder.start - 10), holder.start):
        return True
    return pattern(r"§|[12]\d{3}年", TRANSFER).search(text, start, end) is not None


def _is_quoted(text: str, holder: Holder) -> bool:
    start = text.rfind("\n", 0, holder.start) + 1
    return text.count("“", start, holder.start) > text.count("”", start, holder.start)
