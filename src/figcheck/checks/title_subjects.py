"""A title and a body in, what only the title is about out: another edition, team or event, a stray question."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.checks.names import read_people
from figcheck.checks.phrases import alternatives, pattern
from figcheck.data import names as words
from figcheck.data.post_words import TRADES
from figcheck.model import Field, Span
from figcheck.numerals import read_numeral

Found = tuple[int, str, str]
"""Where the words stand, the words, and what the body has in their place."""
LEAD = 120
"""So far into the body it says what the article is about."""
_PAIR = re.compile(r"(?=([^\W\d_A-Za-z]{2}))")


def share(part: str, body: str) -> float:
    """How much of the pairs of characters of some words the body has."""
    pairs = _PAIR.findall(part)
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0


# --- another number --------------------------------------------------------------------------------------------

_ORDINAL = re.compile(r"第(?P<number>\d{1,4}|[一二三四五六七八九十百]{1,5})(?P<rest>[届次期轮批个号季]?[^\W\d_]{2,12})")


def other_ordinal(title: Field, body: str) -> Found | None:
    """第十二届清漪湖龙舟邀请赛 over a body on the 第十三届 of the same name."""
    for match in _ORDINAL.finditer(title.value):
        name = match["rest"][:6]
        here = [found for found in _ORDINAL.finditer(body) if found["rest"].startswith(name)]
        if len(name) < 3 or not here or any(_number(found) == _number(match) for found in _ORDINAL.finditer(body)):
            continue
        words_here, words_there = (f"第{found['number']}{found['rest'][:1]}" for found in (match, here[0]))
        return title.span.start + match.start(), words_here, words_there
    return None


def _number(match: re.Match[str]) -> object:
    numeral = read_numeral(match["number"])
    return numeral.value if numeral is not None else match["number"]


# --- words of something else -----------------------------------------------------------------------------------

_DRAFT = (
    r"[（(【\[]?(?:第?[一二三初终末\d][审校稿]|改定稿|定稿|终稿|初稿|草稿|修改稿|修订稿|送审稿|审定稿|清样|最终版|终版|副本|备份|复件|待改|待审|未完|占位|"
    r"新建文本文档|新建文档|无标题|未命名|标题待定|请输入标题|此处填写|v\d|V\d)[^，。]{0,8}[）)】\]]?|[._](?:docx?|txt|pdf|final|jpg|wps|html?)\b"
)
_ASKING = re.compile(r"吗|呢|怎么|什么|为何|哪[里些个]|如何|多少|[你您]|亲|哦|啦|呀|嘛|咋|请问|我[想要的]")


_BEGINS_CLAUSE = re.compile(r"[，：:！!？?\s]$")


def draft_mark(title: Field, body: str) -> Found | None:
    """（三审改定稿2）: what the name of a file has left in the title."""
    match = re.search(_DRAFT, title.value[2:])
    if match is None or match.group() in body or (_IN_COURT.search(title.value) and _INSTANCE.match(match.group())):
        return None
    return title.span.start + 2 + match.start(), match.group(), ""


_IN_COURT = re.compile("[案判庭诉罪刑裁]|法院")
_INSTANCE = re.compile("[一二三初终]审(?!稿)")
"""一审宣判: the instance of a court, and no version of a draft."""


def stray_words(title: Field, body: str) -> Found | None:
    """全民阅读周睡不着的时候你会数羊吗启动: words of talk amid a title whose other words the body has."""
    value = title.value
    if any(mark in value for mark in "“‘《") or not _ASKING.search(value):
        return None
    known = [pair in body for pair in (value[at : at + 2] for at in range(len(value) - 1))]
    best = (0, 0)
    at = 0
    while at < len(known):
        end = at
        while end < len(known) and not known[end]:
            end += 1
        best = max(best, (end - at, at))
        at = end + 1
    length, at = best
    start, end = (at + 1 if at else 0), at + length
    stray = value[start : end if end < len(known) else end + 1]
    if _BEGINS_CLAUSE.search(value, 0, start):
        return None  # 清明祭扫，请带走您的火种
    outside = value[:start] + value[start + len(stray) :]
    rests = len(outside) >= 4 and share(value[:start], body) >= 2 / 3 and (start >= 3 or len(value) - end >= 3)
    if len(stray) < 5 or not rests or not _ASKING.search(stray) or re.search("[，：:！!？?—… ]", stray):
        return None
    return title.span.start + start, stray, ""


# --- another thing of the same kind ----------------------------------------------------------------------------


def other_named(title: Field, body: str) -> Found | None:
    """江北老井队捧起…… over a body on 江南铁牛队: a name of the same kind, not one character of its own in common."""
    form = rf"(?P<own>[^\W\d_A-Za-z]{{2}})(?P<kind>{alternatives(words.NAMED_KINDS)})"
    for match in re.finditer(form, title.value):
        other = _other_of_kind(match, form, title, body)
        if other is not None:
            return title.span.start + match.start(), match.group(), other
    opening = rf"(?<![^\W\d_A-Za-z])(?P<own>[^\W\d_A-Za-z]{{2}})(?P<kind>{alternatives(TRADES)})"
    first = re.match(opening, title.value)
    other = _other_of_kind(first, opening, title, body) if first is not None else None
    often = first is not None and other is not None and body.count(other) > 1
    return (title.span.start, first.group(), other) if often and first is not None and other is not None else None


_TRADES = frozenset(TRADES.split())


_GOES_ON = re.compile(
    "国|(?<=村)[卫委民口头里史校干支两]|(?<=县)[城域委]|(?<=市)[民场委值]|(?<=区)域|(?<=路)[口灯]|(?<=江)[边岸]"
)
"""What makes another word of the kind: 太平洋岛国, 村卫生室."""
_MOVES = re.compile("[进到入出下上]$")


def _other_of_kind(match: re.Match[str], form: str, title: Field, body: str) -> str | None:
    """What the beginning of the body has of the kind of a name of the title that it does not know."""
    own, kind = match["own"], match["kind"]
    met = sum(char in body for char in own)
    if own in words.NO_NAMES_OF_PLACES or re.search(words.RENAMING, title.value):
        return None
    if _GOES_ON.match(title.value, match.end()) or _MOVES.search(own):
        return None
    if own in body or met > (kind in _TRADES) or any(char in words.NOT_A_STEM for char in own):
        return None
    others = [found for found in re.finditer(form, body[:LEAD]) if found["kind"] == kind]
    others = [found for found in others if not any(char in title.value for char in found["own"])]
    rest = title.value[match.end() :] + title.value[: match.start()]
    if not others or any(char in words.NOT_A_STEM for char in others[0]["own"]):
        return None
    often = body.count(others[0].group()) > 1 and len(kind) > 1
    return others[0]["own"] + kind if share(rest, body) >= (1 / 5 if often else 1 / 2) else None


def other_kind_of_event(title: Field, body: str) -> Found | None:
    """秋季运动会开幕 over a body on a 科技节, where nothing is said of sports."""
    here = _events(title.value)
    if len(here) != 1 or not pattern("§", words.SCENES).search(title.value):
        return None
    word, kind = here[0]
    if any(each in body for each in words.EVENT_KINDS[kind].split()) or any(
        each in body for each in words.EVENT_SIGNS[kind].split()
    ):
        return None
    others = [found for found in _events(body) if found[1] != kind]
    if not others or share(title.value.replace(word, ""), body) == 0:
        return None
    return title.span.start + title.value.index(word), word, others[0][0]


def _events(text: str) -> list[tuple[str, str]]:
    """The events that a text names, each with its kind."""
    return [(word, kind) for kind, listed in words.EVENT_KINDS.items() for word in listed.split() if word in text]


_PRAISED = re.compile(
    r"(?:[—-]\s?(?:记|追记|访|走近|缅怀|追忆|悼|写在)[^，。：]{0,14}?|(?:走近|专访|对话|追忆|缅怀|致敬|送别|探访)[^，。：]{0,10}?)(?P<name>[^\W\d_A-Za-z]{3})$"
)


def other_hero(title: Field, body: str) -> Found | None:
    """——记“大国工匠”郑远山 over a body that tells of 高德明 throughout."""
    match = _PRAISED.search(title.value)
    if match is None or match["name"] in body or match["name"][1:] in body or match["name"][0] not in words.SURNAMES:
        return None
    named: dict[str, int] = {}
    for name in read_people(body, (Span(0, len(body)),)):
        if name.sure and len(name.text) == 3:
            named[name.text] = body.count(name.text)
    hero = max(named, key=lambda name: named[name], default="")
    if not hero or named[hero] < 2 or hero in title.value:
        return None
    return title.span.start + match.start("name"), match["name"], hero
