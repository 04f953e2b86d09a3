"""A title and a body in, words of the title out that stand between the body's own words where the body has others."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.names import read_people
from figcheck.checks.phrases import word_behind
from figcheck.checks.title_subjects import Found
from figcheck.data import names as words
from figcheck.model import Field, Span

_PART = re.compile(r"[^\s，,：:；;！!？?、。—…|｜·《》()（）“”‘’]+")
_HAN = re.compile(r"[^\W\d_A-Za-z]+")
_LONGEST = 6
"""Characters of words that stand for others."""
_FRAME = 8
"""So many characters on either side are looked for in the body."""
_LEAST = 3
"""Shorter words may be others for the same."""
_ENOUGH = 3
"""Characters of a frame."""
_HEADS = frozenset(
    "案车卡机船舰艇桥路线站港馆园院校厂店村镇街楼塔寺节会展赛杯奖周营班队团病症药苗树花果茶酒鱼虾蟹羊牛猪鸡"
)
"""What names of things end in."""
_BEFORE_NAMES = re.compile(
    r"(?:[首一两多三四五六七八九十\d新老][条座个批家台艘列辆套款支项门所只名位起例种类处宗场][男女]?"
    r"|引进|推出|发布|开通|建成|启用|投用|上线|种植|试种|养殖|出口|进口|研发|研制|发现|栽培|培育|上市|生产|认定为|评为|涉嫌|确诊|患上?)$"
)
"""What the name of something stands behind."""
_LOOSE = re.compile(r"[\d一二三四五六七八九十百千万两第首再又将已近超逾全最]|今年|去年|明年|昨|今|明")
_NO_WORDS = frozenset("的了在是和与及或被把将从向对为于给到至等也都还就其之所以上下里内中后前时说称")


# --- other words in the same frame -----------------------------------------------------------------------------


def framed_otherwise(title: Field, body: str) -> Found | None:
    """发布新款纯电轻卡 over 发布新款氢能重卡; 一起电信诈骗案 over 一起盗伐林木案."""
    for part in _PART.finditer(title.value):
        for start, end in _unknown(part.group(), body):
            other = _between(part.group(), start, end, body, title.value)
            if other is not None:
                at = part.start() + start
                return title.span.start + at, part.group()[start:end], other
    return None


def _unknown(part: str, body: str) -> Iterator[tuple[int, int]]:
    """Stretches without a pair of characters of the body, the shortest first: their edges may be the frame's."""
    known = [part[at : at + 2] in body for at in range(len(part) - 1)]
    at = 0
    while at < len(known):
        stop = at
        while stop < len(known) and not known[stop]:
            stop += 1
        heads = [end for end in range(at + 1, stop) if part[end] in _HEADS]  # 非法采矿案宣判
        for end in (*heads, stop, stop + 1) if stop > at else ():
            for start in (at + 1, at):
                if _LEAST <= end - start <= _LONGEST:
                    yield start, end
        at = max(stop, at + 1)


def _between(part: str, start: int, end: int, body: str, title: str) -> str | None:
    """What the body has in the frame of these words, nothing of which it knows."""
    own = part[start:end]
    if not _HAN.fullmatch(own) or _LOOSE.search(own) or sum(char in body for char in own) * 3 > len(own):
        return None
    head = next((part[at:start] for at in range(max(0, start - _FRAME), start) if part[at:start] in body), "")
    tail = next((part[end:at] for at in range(min(len(part), end + _FRAME), end, -1) if part[end:at] in body), "")
    if len(head) + len(tail) < _ENOUGH or (len(head) < 2 and len(tail) < 4):
        return None
    if tail[:1] not in _HEADS and not _BEFORE_NAMES.search(part, 0, start):
        return None  # 违反 for 破坏, 持续健康发展 for 高质量发展
    if not tail and (end < len(part) or len(head) < 4):
        return None
    gap = rf"{{2,{_LONGEST}}}?" if tail else f"{{{len(own)}}}(?![^\\W\\d_A-Za-z])"
    for match in re.finditer(rf"{re.escape(head)}(?P<other>[^\W\d_A-Za-z]{gap}){re.escape(tail)}", body):
        other = match["other"]
        known = any(other[at : at + 2] in title for at in range(len(other) - 1))  # 出口茶叶同比增长: 茶叶出口量稳步增长
        if _NO_WORDS.isdisjoint(other) and not (set(other) & set(own) or known or _LOOSE.search(other)):
            return other
    return None


# --- another place ahead ---------------------------------------------------------------------------------------

_AREAS = "省市县区州旗镇乡村"


def other_place_ahead(title: Field, body: str) -> Found | None:
    """青溪春茶开采节启幕 over a body on the 青川口春茶开采节, 青川口县."""
    for size in (2, 3):
        own, rest = title.value[:size], title.value[size : size + 4]
        if len(rest) < 4 or own in body or not _HAN.fullmatch(own + rest) or _LOOSE.search(own):
            continue
        for match in re.finditer(rf"(?P<run>[^\W\d_A-Za-z]{{2,10}}?){re.escape(rest)}", body):
            run = match["run"]
            for length in (2, 3, 4):
                place = run[-length:]
                area = body.find(place + "县") >= 0 or any(place + kind in body for kind in _AREAS)
                if len(place) == length and area and body.count(place) > 1 and set(own) & set(place):
                    return title.span.start, own, place
    return None


# --- another person --------------------------------------------------------------------------------------------


def unknown_person(title: Field, body: str) -> Found | None:
    """：戴若彤夺得女单冠军 over a body in which 罗诗妤 wins it."""
    for name in read_people(title.value, (Span(0, len(title.value)),)):
        if len(name.text) != 3 or name.text in body or name.text[1:] in body or name.text[:2] in body:
            continue
        known = word_behind(title.value, name.end, f"{words.WINNING} {words.DOES_ALONE}", len(title.value))
        if known is None and not (title.value.startswith(("：", ":"), name.end) and name.start == 0):
            continue
        named = [one for one in read_people(body, (Span(0, len(body)),)) if one.sure and len(one.text) > 2]
        if named and all(one.text not in title.value for one in named):
            return title.span.start + name.start, name.text, named[0].text
    return None
