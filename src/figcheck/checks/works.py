"""Works, campaigns and meetings of an article against each other: one name in two forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike
from figcheck.checks.names import sentence_around, two_forms
from figcheck.checks.phrases import alternatives
from figcheck.checks.prose import matches_in_prose
from figcheck.data.post_words import COUNTING, LAWS, NAMED_IN_QUOTES
from figcheck.model import Analysis, Hit
from figcheck.values import Frozen

_TITLED = re.compile(r"《(?P<name>[^《》\n]{3,24})》")
_QUOTED = re.compile(rf"“(?P<name>[^“”\n，。！？；]{{3,24}})”(?P<kind>{alternatives(NAMED_IN_QUOTES)})?")
_NAMED = re.compile(rf"(?:{alternatives(NAMED_IN_QUOTES)})$")
_LAWS = tuple(LAWS.split())
_LONG = 9
_LOCAL = re.compile(r"^关于|[省市县区州]")
"""Of rules so long that are a place's own, or about one matter, there are seldom two so near."""
_MOST = 40
"""So many names of one article are compared."""


class _Named(Frozen):
    """A name in marks, and where it stands."""

    text: str
    start: int


def work_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """《船工号子》, later 《船工号角》; “清源行动”, later “清泉行动”."""
    text = analysis.document.text
    titled = [_Named(match["name"], match.start("name")) for match in matches_in_prose(analysis, _TITLED)]
    quoted = [
        _Named(match["name"], match.start("name"))
        for match in matches_in_prose(analysis, _QUOTED)
        if match["kind"] or _NAMED.search(match["name"]) or len(match["name"]) > 2
    ]
    yield from _pairs(text, titled, _is_one_work)
    yield from _pairs(text, quoted, _is_one_campaign)


def _pairs(text: str, found: Sequence[_Named], same: Callable[[str, str], bool]) -> Iterator[Hit]:
    first: dict[str, _Named] = {}
    for each in found:
        first.setdefault(each.text, each)
    told: set[str] = set()
    for one, other in combinations(list(first.values())[:_MOST], 2):
        if not same(one.text, other.text) or _together(text, one, other):
            continue
        right, wrong = (other, one) if text.count(other.text) > text.count(one.text) else (one, other)
        if wrong.text not in told and text.count(wrong.text) == 1:
            told.add(wrong.text)
            yield two_forms(right.text, right.start, wrong.text, wrong.start)


def _together(text: str, one: _Named, other: _Named) -> bool:
    start, end = sentence_around(text, other.start)
    return start <= one.start < end


def _is_one_work(one: str, other: str) -> bool:
    """Whether two titles differ in one character, or one lacks a character inside."""
    odd = _odd(one, other)
    if odd is None:
        return _lacks_one(one, other) or _are_turned(one, other)
    if not _may_be_slip(*odd):
        return False
    if one.endswith(_LAWS):
        return alike(*odd) or (len(one) >= _LONG and _LOCAL.search(one) is not None)
    return alike(*odd) or len(one) > 3


def _is_one_campaign(one: str, other: str) -> bool:
    """Whether two names in quotation marks differ in one character, and are names indeed."""
    odd = _odd(one, other)
    if odd is None or not _may_be_slip(*odd):
        return False
    kind = _NAMED.search(one)
    if kind is not None:
        own = kind.start()
        return _NAMED.search(other) is not None and own > 1 and one[own:] == other[own:]
    return alike(*odd)


def _odd(one: str, other: str) -> tuple[str, str] | None:
    """The two characters in which names of one length differ; None where they differ in more."""
    if len(one) != len(other):
        return None
    odd = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return odd[0] if len(odd) == 1 else None


def _may_be_slip(left: str, right: str) -> bool:
    """Whether two characters are no numbers, seasons or bearings, which tell parts of a series apart."""
    return not (left in COUNTING and right in COUNTING) and not left.isascii() and not right.isascii()


def _are_turned(one: str, other: str) -> bool:
    """Whether two characters change places: 长河落日, 长河日落."""
    if len(one) != len(other) or len(one) < 4 or one.endswith(_LAWS):
        return False
    odd = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]


def _lacks_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < 4 or long.startswith(short) or long.endswith(short):
        return False
    at = next(at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right)
    return (
        long[:at] + long[at + 1 :] == short
        and long[at] not in COUNTING
        and not long[at].isascii()
        and long[at] not in "的之与和·—"
    )


# --- meetings --------------------------------------------------------------------------------------------------

_EDITION = re.compile(
    r"第(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,4})届(?P<own>[^\W\d_A-Za-z]{2,18}?)"
    r"(?P<kind>大会|博览会|论坛|峰会|艺术节|文化节|电影节|音乐节|读书节|运动会|锦标赛|邀请赛|大赛|联赛|展览会|交易会|研讨会|年会|书展|画展|双年展|节|展|赛)"
)


def edition_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """第五届国际茶产业大会, later 第五届国际咖啡产业大会."""
    text = analysis.document.text
    editions = list(matches_in_prose(analysis, _EDITION))
    for one, other in combinations(editions[:_MOST], 2):
        if (one["number"], one["kind"]) != (other["number"], other["kind"]) or not _is_one_meeting(
            one["own"], other["own"]
        ):
            continue
        named = [_Named(match.group(), match.start()) for match in (one, other)]
        if not _together(text, *named):
            yield two_forms(named[0].text, named[0].start, named[1].text, named[1].start)
            return


def _is_one_meeting(one: str, other: str) -> bool:
    """Whether two names agree at both ends, but for a few characters that stand in each other's place."""
    head = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    tail = next((at for at, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), 0)
    tail = min(tail, len(one) - head, len(other) - head)
    inner = one[head : len(one) - tail], other[head : len(other) - tail]
    return head + tail >= 2 and all(1 <= len(part) <= 4 for part in inner) and not set(inner[0]) & set(inner[1])
