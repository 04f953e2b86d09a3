"""One short line of a page in, the slots it consists of (source, date, credits, buttons) and their places out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.values import Frozen

from .dates import WHEN
from .labels import BARS, Label, is_button, is_label, read_labels
from .lines import BLANK, trim
from .names import are_names, is_house


class Slot(Frozen):
    """A piece of a line that is no prose."""

    role: str
    """`source`, `date`, `byline`, `editor`, `credit`, `repeat`, `url`, `counter`, `button` or `house`."""
    start: int
    end: int
    """The content without its label; empty where nothing follows the label."""
    label: str = ""


_BRACKETS = dict(zip("【（([〔［", "】）)]〕］", strict=True))
_EDGES = BLANK + BARS + "·•>＞-—－=,，、；;*"
_QUOTES = BLANK + "《》（）()"
_INNER = re.compile(r"[【\[〔]|[（(](?=\s?(?:19|20)\d\d\s?[-年/.])")
_PLACE = re.compile(r"(?:(?:发布于|发表于|IP属地)[:：\s]*)?[^\W\d_A-Za-z]{2,6}")
_PAPER = re.compile(r"《\s*[^》]{1,12}[报刊]\s*》")
_COUNT = re.compile(r"\s+(?:\d{1,6}|[（(]\d{1,6}[）)])$")
_BOTH = re.compile(r"\s*文\s?[/／、并]\s?[图摄]影?$")
_EDITION = re.compile(
    r"第?\s*[A-Z]?(?:\d{1,3}|(?<=第)[一二三四五六七八九十]{1,3})\s*版\S{0,10}|(?:总|\d{4}年)?第\s*\d{1,5}\s*期\S{0,6}"
    r"|(?:星期|周)[一二三四五六日天]|农历\S{3,10}"
)
_CHANNEL = re.compile(r"[^\W\d_]{2,8}\s*[|｜丨]\s*")
"""What a page may be headed by, before a credit: 国内联播 | 记者：甲某."""
_PICTURE = re.compile(r"\s*(?:拍?摄影?|[制供绘作]图|(?<=[\s/／])[图绘])$")
_NAMELESS = ("评论员", "报道组", "采访组")
_OTHER_LABEL = re.compile(r"\s+(?:[^\W\d_]{2,8}[:：]|本[报台网刊社][^\W\d_]{0,8}\d{1,2}月\d{1,2}日[专急快]?[电讯])")
"""What is no name behind the names: a label that we do not know (电话：), a date line (本报青屏8月17日电)."""
_SMALL_HOUSE = re.compile(
    r"[^\W\d_]{2,8}?(?:日报|晚报|晨报|商报|时报|快报|青年报|报|网|新闻网|广播电视台|电视台|台|云|发布|在线|客户端|新闻|融媒|融媒体中心|传媒|周刊)(?![^\W\d_])"
)
_PRINTED = re.compile(r"\s?(?:出版|刊出|刊发|刊登|见报|发行|印发|发布|播出|首播|重播|发表)(?![^\W\d_])")
"""What a page says of its day behind it."""
_REPRINT = re.compile(r"(?:原载|选自|摘自|摘编自|转载自|转自)\s*《(?P<house>[^》]{2,16})》[\s\d年月日第期版，,]*")
"""Where it stood first, with a day that is not the day of this page."""
_PROSE = re.compile(r"[，。；;]")
_OFFICE = re.compile("[^\\W\\d_]{2,16}(?:[处科办局厅委部室院所会队站]|中心|大学|公司|集团|医院)")
"""An office in the place of a name."""
_LONGEST = 80
_CREDITED = ("byline", "editor", "credit")
_FRAMED = re.compile(r"[^\s|｜□■◆●]+")
"""The words of a line of the masthead; shapes keep them apart as bars do."""
_MODEST = re.compile(r"[^，。；！？、“”:：/／\d]{2,12}")
"""What may be the name of a house that nobody knows, in a line that has the day of publication."""
_MOST_HOUSES = 2


def read_slots(text: str, start: int, end: int) -> list[Slot] | None:
    """The slots that a line consists of, in order; None where anything is left over: then it is prose or a title."""
    slots: list[Slot] = []
    for first, last, bracketed in _pieces(text, start, end):
        found = _piece(text, first, last, bracketed)
        if found is None:
            return None
        slots += found
    return slots or None


def read_framed(text: str, start: int, end: int) -> list[Slot] | None:
    """The slots of a line with the day of publication, in which a word or two may be houses that nobody knows.

    None where there is no such day apart from other words, or anything else is left over.
    """
    when = WHEN.search(text, start, end)
    if when is None or when["year"] is None or end - start > _LONGEST or _PROSE.search(text, start, end):
        return None
    first, last = trim(text, *when.span())
    printed = _PRINTED.match(text, when.end(), end)
    after = printed.end() if printed else last
    left = _with_houses(text, start, first) if _is_apart(text, first - 1, start, end) else None
    right = _with_houses(text, after, end) if _is_apart(text, after, start, end) else None
    if left is None or right is None or sum(slot.role == "house" for slot in (*left, *right)) > _MOST_HOUSES:
        return None
    return [*left, Slot("date", first, last), *right]


def _is_apart(text: str, place: int, start: int, end: int) -> bool:
    return not start <= place < end or text[place] in _EDGES + "□■◆●》）)"


def _with_houses(text: str, start: int, end: int) -> list[Slot] | None:
    """The slots of a stretch, what none fills taken for the name of a house; None where it can't be one."""
    slots: list[Slot] = []
    while (word := _FRAMED.search(text, start, end)) is not None:
        start = word.start()
        rest = read_slots(text, start, end)
        if rest is not None:
            return slots + rest
        alone = [] if is_label(word.group()) else read_slots(text, *word.span())
        if alone is None and not _MODEST.fullmatch(word.group()):
            return None
        slots += [Slot("house", *word.span())] if alone is None else alone
        start = word.end()
    return slots


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a line between and inside its outermost brackets, with whether it is inside."""
    while True:
        start, end = trim(text, start, end)
        if start >= end:
            return
        if text[start] in _BRACKETS:
            stop = bracket_end(text, start, end)
            yield start + 1, stop - 1 if text[stop - 1] == _BRACKETS[text[start]] else stop, True
            start = stop
        else:
            opener = _INNER.search(text, start, end)
            stop = opener.start() if opener else end
            yield start, stop, False
            start = stop


def bracket_end(text: str, start: int, end: int) -> int:
    """Offset after the bracket that closes the one at `start`; `end` where none does."""
    opener, closer, depth = text[start], _BRACKETS[text[start]], 0
    for place in range(start, end):
        if text[place] == opener:
            depth += 1
        elif text[place] == closer:
            depth -= 1
            if not depth:
                return place + 1
    return end


def _place(text: str, start: int, end: int) -> list[Slot] | None:
    """The bare name of a place behind a date, as in 2024年11月21日 20:32 北京; None for anything else."""
    start, end = trim(text, start, end)
    alone = _PLACE.fullmatch(text, start, end) is not None and not is_house(text[start:end])
    return [Slot("button", start, end)] if alone else None


def _strip(text: str, start: int, end: int, edges: str = _EDGES) -> tuple[int, int]:
    """Without bars and white space at the ends; empty at `start` where there is nothing else."""
    part = text[start:end]
    left = len(part) - len(part.lstrip(edges))
    if left == len(part):
        return start, start
    return start + left, start + len(part.rstrip(edges))


def _piece(text: str, start: int, end: int, bracketed: bool) -> list[Slot] | None:
    start, end = trim(text, start, end)
    if start >= end or is_button(text[start:end]):
        return [Slot("button", start, end)] if start < end else []
    reprint = _REPRINT.fullmatch(text, start, end)
    if reprint is not None:
        return [Slot("source", *reprint.span("house"), "原载")]
    when = WHEN.search(text, start, end)
    if when is None:
        return _labelled(text, start, end, bracketed)
    left = _labelled(text, start, when.start(), bracketed)
    left = _house(text, start, when.start()) if left is None else left
    if left is None or (left and left[-1].start == left[-1].end and left[-1].role not in ("date", "source")):
        # the date belongs to what a label announces, or to a title
        return _labelled(text, start, end, bracketed)
    label = left.pop().label if left and left[-1].role == "date" else ""
    printed = _PRINTED.match(text, when.end(), end)
    after = printed.end() if printed else when.end()
    right = _place(text, after, end) if ":" in when[0] or left else None
    right = _piece(text, after, end, bracketed) if right is None else right
    right = _house_and_more(text, after, end, bracketed) if right is None else right
    return None if right is None else [*left, Slot("date", *trim(text, *when.span()), label), *right]


def _house(text: str, start: int, end: int) -> list[Slot] | None:
    """A paper or site that no list has, beside a date: 江州发布 2017-03-21; None for other words."""
    start, end = _strip(text, start, end)
    return [Slot("house", start, end)] if _SMALL_HOUSE.fullmatch(text, start, end) else None


def _house_and_more(text: str, start: int, end: int, bracketed: bool) -> list[Slot] | None:
    """Such a house, and the credits behind it: 2018-12-31 10:20　怀化先锋网　通讯员 向晚."""
    start, _ = _strip(text, start, end)
    house = _SMALL_HOUSE.match(text, start, end)
    role = "house" if house else "button"
    house = house or _EDITION.match(text, start, end)
    if house is None or (house.end() < end and text[house.end()] not in _EDGES):
        return None
    rest = _piece(text, house.end(), end, bracketed)
    return None if rest is None else [Slot(role, start, house.end()), *rest]


def _labelled(text: str, start: int, end: int, bracketed: bool) -> list[Slot] | None:
    """Labels and what follows each; None where something stands before the first, or can't be what its label says."""
    start, end = trim(text, start, end)
    labels = read_labels(text, start, end, bracketed=bracketed)
    if not labels:
        channel = _CHANNEL.match(text, start, end)
        rest = _labelled(text, channel.end(), end, bracketed) if channel else None
        if rest and all(slot.role in _CREDITED for slot in rest):
            return rest
        return _unlabelled(text, start, end)
    slots = []
    for number, label in enumerate(labels):
        after = labels[number + 1] if number + 1 < len(labels) else None
        slot = _slot(text, label, after.start if after else end, after, alone=len(labels) == 1)
        if slot is None:
            return None
        slots.append(slot)
    return slots


def _unlabelled(text: str, start: int, end: int) -> list[Slot] | None:
    """A house that stands alone, 《人民日报》 or 第01版, or nothing but bars; else None."""
    first, last = _strip(text, start, end)
    start, end = _strip(text, first, last, _EDGES + _QUOTES)
    if start >= end:
        return []
    if is_house(text[start:end]) or _PAPER.match(text, first, last):
        return [Slot("house", start, end)]
    return [Slot("button", start, end)] if _EDITION.fullmatch(text, start, end) else None


def _slot(text: str, label: Label, end: int, after: Label | None, *, alone: bool) -> Slot | None:
    """The slot behind a label; None where what stands there can't fill it."""
    name = "".join(text[label.start : label.end].split())
    start, end = _strip(text, label.end, end)
    role = label.role
    if start >= end:
        nameless = role == "byline" and label.sure and not label.barred and (after is None or after.role != "byline")
        if nameless or name.endswith(_NAMELESS):
            return Slot(role, label.start, label.end, name)
        return Slot(role, start, start, name) if label.barred or after or role == "date" else None
    other = _OTHER_LABEL.search(text, start, end) if role in ("editor", "byline") else None
    end = other.start() if other else end
    if role == "byline":
        role, start, end = _credited(text, start, end)
    counted = _COUNT.search(text, start, end) if role == "source" else None
    end = counted.start() if counted else end
    content = text[start:end]
    if name.endswith("评论员") and not are_names(content):
        return None  # the title of a comment: 本报评论员：把好事办好
    if role == "byline" and label.barred and not are_names(content) and _OFFICE.fullmatch(content):
        role = "credit"  # 供稿：省教育厅发展规划处
    return Slot(role, start, end, name) if len(content) <= _LONGEST and _fills(role, content, label, alone) else None


def _credited(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Whether a reporter wrote or only took the picture (张三 摄), and the names without what is said of them."""
    both = _BOTH.search(text, start, end)
    if both:
        return "byline", start, both.start()
    picture = _PICTURE.search(text, start, end)
    if picture and picture.start() > start:
        return "credit", *_strip(text, start, picture.start())
    about = text.find("，系", start, end)
    return "byline", start, end if about < 0 else about


def _fills(role: str, content: str, label: Label, alone: bool) -> bool:
    """Whether this content can stand behind this label, rather than be the rest of a title or a sentence."""
    if role == "url":
        return content.startswith(("http", "www.", "//"))
    if role == "counter":
        return content[0].isdigit()
    if role == "editor" and (label.sure or label.barred):
        return True
    if role == "button" and label.start == label.end:
        return is_button(content)
    if role in ("button", "repeat"):
        return "。" not in content
    if role == "date":
        return False
    if _PROSE.search(content):
        return are_names(content)
    if role == "source":
        return len(content) <= 40
    if role == "byline" and label.sure:
        return True
    return are_names(content) or (role == "credit" and not alone and len(content) <= 20)
