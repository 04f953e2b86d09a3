"""Lines of credits in, what stands in each of their slots out: （记者 甲某 编辑 乙某）, 一审丨丙某 二审丨丁某."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.credits import is_furniture, is_name, is_plain_name, is_unlike_names
from figcheck.checks.phrases import pattern
from figcheck.data.credit_words import BARE_ROLES, HOUSE_WORDS, MODIFIERS, PICTURE_ROLES, PLAIN_ROLES, ROLES, WRITING
from figcheck.data.masthead import BUTTONS, NOT_NAMES
from figcheck.model import Analysis, Field, Span
from figcheck.values import Frozen

_LONGEST = 110
_LONGEST_ALONE = 30
_BRACKETED = re.compile(r"[（(【\[〔](?P<inside>[^（(【\[〔）)】\]〕\n]{3,90})[）)】\]〕]")
_BEHIND = re.compile(
    r"(?P<names>[^，。；：:]{2,24})[ \u3000/／](?P<role>供稿|供图|摄|文|采写|撰文|撰稿|整理|摄影报道|文/图)"
)
"""（甲某 供稿）."""
_LEAD = re.compile(
    r"[\s\u3000·•□■●○◎▲★（(【\[]*(?:《[^》\n]{2,14}》\s*(?:[（(][^（）()\n]{4,40}[）)])?\s*)?"
    r"(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s*)?"
    r"(?:[^\W\d_]{2,8}[报网社台刊云闻线]\s{1,4})?"
)
_BAR = r"\s{0,4}[:：|｜丨/／]\s{0,4}"
_HOUSE = r"(?:[^\W\d_]{1,8}[报网社台刊云闻线端媒])?"
"""The house of whoever has a role, written with it: 晨报首席记者."""
_PIECE = re.compile(r"[^\s、，,；;/／&＆|｜丨\u3000（(）)【】\[\]*]+")
_REMARK = re.compile(r"[（(][^（()）]*[）)]|[A-Z]{1,3}\d{2,6}")
_PICTURES = tuple(PICTURE_ROLES.split())
_LONG_PICTURES = tuple(role for role in _PICTURES if len(role) > 1)  # 稿 is one, 撰稿 and 核稿 are none
_SAID = frozenset(HOUSE_WORDS.split())
_OTHER_LABEL = re.compile(r"[^\W\d_]{2,8}[:：]")
_ASIDE = re.compile(
    r"(?:图片?|照片|视频|本文)?由[^\W\d_]|摄于|发自|综合(?:[^\W\d_]{0,8}(?:报[道导]|整理|消息))?$"
    r"|据(?!了解|悉|介绍)[^\W\d_]|(?:图片|视频)(?:来自|来源)|本[报台网刊社][^\W\d_]{0,8}\d{1,2}月\d{1,2}日[专急快]?[电讯]"
)
"""What stands beside names, of where the words or the pictures are from."""
_BUTTONS = frozenset(BUTTONS.split())
_REACHING = (
    "电话",
    "邮箱",
    "电子信箱",
    "电子邮箱",
    "信箱",
    "传真",
    "微信",
    "热线",
    "QQ",
    "http",
    "E-mail",
    "Email",
    "来稿",
    "投稿",
)
_TAILING = re.compile(r"\d|每周|我要|本版|\S+@|欢迎|来源")
_GENRES = tuple(NOT_NAMES.split())
_DATE = re.compile(r"\d{4}[-年/.]\d{1,2}|\d{1,2}月\d{1,2}日")
_SPOKEN = re.compile(
    r"(?:[^\W\d_]{0,4}记者|编辑|作者|主编)\s?[:：][^\n]*[，？?！!]|(?:主播|主持人?|播音|出镜|导播)\s?[:：][^\n:：]{4,}[，。？?！!][^\n:：]{4,}"
)
"""A question of an interview."""
_ASKS = re.compile("(?:记者|主持人|编辑|问)\\s?[:：]")
"""With several lines of these a text is an interview."""
_PROSE = re.compile("[。！；]")
_SENTENCE = re.compile("[，。！？；“”‘’]")
_LONGEST_FRAME = 60
_FRAMED = re.compile(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?[\s|｜]+$")
_BARE = frozenset(BARE_ROLES.split())
_WRITING = tuple(WRITING.split())
_PLAIN_ROLES = tuple(PLAIN_ROLES.split())


class Slot(Frozen):
    """A role and one of those who stand in its slot."""

    role: str
    name: Field
    pictures: bool
    """Whether the role is one that houses, services and readers fill as well: 图片, 视频."""
    alone: bool
    """Whether nobody else stands in the slot."""
    beside: bool = False
    """Whether whoever wrote has a slot in the same line."""


def credit_slots(analysis: Analysis) -> Iterator[Slot]:
    """What stands in the slots of every line that consists of credits, and of brackets around credits."""
    text, blocks = analysis.document.text, analysis.document.blocks
    paragraphs = [block.span for block in blocks if block.kind == "paragraph"]
    edges = (*paragraphs[:1], *paragraphs[-1:])
    talks = sum(block.kind == "paragraph" and _ASKS.match(text, block.span.start) is not None for block in blocks) > 1
    for block in blocks:
        if block.kind != "title":
            lead = _LEAD.match(text, block.span.start, block.span.end)
            start = lead.end() if lead else block.span.start
            end = _closed(text, start, block.span.end)
            if end - start <= _LONGEST:
                spoken = block.kind == "paragraph" and _SPOKEN.match(text, start, end) is not None
                spoken = spoken or (talks and _ASKS.match(text, start) is not None)
                yield from () if spoken else _slots(text, start, end, bracketed=False)
            if block.kind != "paragraph" or block.span in edges:
                yield from _in_brackets(text, block.span, start)


def stands_among_names(analysis: Analysis, place: Span) -> bool:
    """Whether everybody else whom the page credits as reporter, editor or reader of proofs has a plain name."""
    others = [
        slot.name.value
        for slot in credit_slots(analysis)
        if slot.role.endswith(_PLAIN_ROLES) and not slot.name.span.overlaps(place) and is_name(slot.name.value)
    ]
    return bool(others) and all(is_plain_name(other) for other in others)


def is_word_of_page(analysis: Analysis, credit: Field) -> bool:
    """Whether three characters without a family name are a word that title or body have as well: 大熊猫."""
    words = credit.value
    if len(words) != 3 or not is_unlike_names(words):
        return False
    others = [block.span for block in analysis.document.blocks if block.kind in ("title", "paragraph")]
    text = analysis.document.text
    return any(text.find(words, part.start, part.end) not in (-1, credit.span.start) for part in others)


def _closed(text: str, start: int, end: int) -> int:
    """Where credits end that begin behind an opening bracket: （记者 甲某 文/图）5月4日……"""
    closer = dict(zip("（(【[", "）)】]", strict=True)).get(text[start - 1 : start])
    place = text.find(closer, start, end) if closer else -1
    return place if place >= 0 else end


def _in_brackets(text: str, span: Span, read: int) -> Iterator[Slot]:
    """Credits in brackets: those in the date line of a paragraph, and those at its end."""
    for match in _BRACKETED.finditer(text, span.start, span.end):
        behind = _BEHIND.fullmatch(text, *match.span("inside"))
        if behind is not None and span.end - match.end() <= 2:
            for name in _names(text, *behind.span("names")):
                yield Slot(behind["role"], name, True, False)
            continue
        at_the_edge = span.end - match.end() <= 2 or match.start() - span.start <= 40
        if at_the_edge and match.start() >= read - 1:
            yield from _slots(text, *match.span("inside"), bracketed=True)


def _slots(text: str, start: int, end: int, *, bracketed: bool) -> Iterator[Slot]:
    roles = _roles(text, start, end, bracketed=bracketed)
    if not roles or not (bracketed or _are_credits(text, roles, end)):
        return
    if roles[0][1] != start and (bracketed or not _is_frame(text, start, roles[0])):
        return
    for (role, at, first), stop in zip(roles, [*(at for _, at, _ in roles[1:]), end], strict=True):
        beside = any(other.endswith(_WRITING) for other, place, _ in roles if place != at)
        pictures = role in _PICTURES or role.endswith(_LONG_PICTURES)
        names = list(_names(text, first, stop))
        for name in names:
            if first == at + len(role) and len(names) == 1 and name.value.startswith(_GENRES):
                continue  # 【记者走基层】
            yield Slot(role, name, pictures, len(names) == 1, beside)


def _roles(text: str, start: int, end: int, *, bracketed: bool) -> list[tuple[str, int, int]]:
    """The words for roles: each with its place, and where its slot begins."""
    form = rf"(?P<role>{_HOUSE}(?:§){{0,3}}§)(?:{_BAR}|\s+)|(?P<bare>(?:§)?§){_BAR}"
    if bracketed:
        form += (
            r"|(?P<glued>(?:本[报网台刊]|总台(?:央视|央广)?)?(?:全媒体|融媒体|见习|实习|特约|首席|特派)?"
            "(?:记者|通讯员|实习生))"
        )
    found: list[tuple[str, int, int]] = []
    for match in pattern(form, MODIFIERS, ROLES, MODIFIERS, BARE_ROLES).finditer(text, start, end):
        before = text[match.start() - 1 : match.start()] if match.start() > start else " "
        if found and match.groupdict().get("glued") and found[-1][2] == match.start():
            continue  # 记者 记者从现场获悉
        if before.isspace() or before in "，,、；;/／|｜丨）)】（(【[":
            found.append((next(filter(None, match.groups())), match.start(), match.end()))
    return found


def _is_frame(text: str, start: int, first: tuple[str, int, int]) -> bool:
    """Whether what stands before the first role of a line is the page's frame: 首页 > 社会　2025-04-16　作者：甲某."""
    role, at, slot = first
    barred = text[at + len(role) : slot].strip() != "" and role not in _BARE
    framed = _FRAMED.search(text[start:at]) is not None
    return (barred or framed) and at - start <= _LONGEST_FRAME and _SENTENCE.search(text, start, at) is None


def _are_credits(text: str, roles: list[tuple[str, int, int]], end: int) -> bool:
    """Whether a line that begins with a role is credits throughout, not prose or what somebody says."""
    role, at, first = roles[0]
    barred = text[at + len(role) : first].strip() != ""
    if len(roles) == 1 and role.endswith(("记者", "通讯员", "编辑", "主任", "主编", "作者")):
        return not _PROSE.search(text, first, end) and end - first <= _LONGEST_ALONE
    return (barred or len(roles) > 1) and not re.search("。.", text[at:end])


def _names(text: str, start: int, end: int) -> Iterator[Field]:
    """The pieces that stand in a slot, a name with a blank inside as one; no remarks, staff numbers, addresses."""
    cleared = _REMARK.sub(lambda match: " " * len(match.group()), text[start:end])
    pieces = [Span(start + match.start(), start + match.end()) for match in _PIECE.finditer(cleared)]
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.end - piece.start == 1 and joined[-1].end - joined[-1].start == 1:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    for span in joined:
        words = text[span.start : span.end]
        if _ASIDE.match(words):
            continue
        if _OTHER_LABEL.match(words) or words.startswith(_REACHING):
            return
        apart = span is not joined[0] and text[span.start - 1] != "、"
        if apart and (words in _BUTTONS or _TAILING.match(words)):
            return  # 甲某　分享　打印
        alone = len(joined) == 1 and is_furniture(words)  # 记者 来源 通讯员 甲某
        if (alone or words not in _SAID) and (len(joined) == 1 or not _DATE.match(words)):
            yield Field("".join(words.split()), span)
