"""A line in, what kind of line it reads as out: button, slots, house, breadcrumb, title, prose or scrap."""

from __future__ import annotations

from typing import Literal

from figcheck import expressions as re
from figcheck.data import masthead as data

from .dateline import read_dateline
from .labels import is_announced, is_button
from .lines import Line
from .names import is_house
from .slots import Slot, bracket_end, read_framed, read_slots

Kind = Literal["button", "related", "slots", "house", "crumb", "title", "exclaimed", "prose", "scrap"]
"""`exclaimed` is a title or a short sentence, by its last sign; `related` opens a list of other articles."""


class Reading:
    """A line and what it reads as."""

    __slots__ = ("framed", "kind", "line", "slots")

    def __init__(self, line: Line, kind: Kind, slots: list[Slot] | None = None, *, framed: bool = False) -> None:
        self.line, self.kind, self.slots = line, kind, [] if slots is None else slots
        self.framed = framed
        """Whether its slots are ones only in a masthead, since there are houses among them that nobody knows."""

    @property
    def roles(self) -> set[str]:
        """The roles of its slots."""
        return {slot.role for slot in self.slots}


_RELATED = frozenset(data.RELATED.split())
_LEADING = tuple(data.LEADING_BUTTONS.split())
_OPENERS = "【（([〔［"
_HINT = re.compile(r"[:：|｜丨/／【（(\[〔［《\s]|\d|记者|通讯员|评论员|报道组")
_DATED = re.compile(r"(?:19|20)\d\d")
_CRUMB = re.compile(r"\s*(?:>+|＞+|»|›|→)\s*")
_CODE = re.compile(
    r"""//|/\*|<[a-z/!]|function\b|var |let |const |if ?\(|[{}$]|.*[{}]$"""
    r"""|[^一-龥]*;$|[a-z_][\w.]* ?[(=\[].*[)"'\]];$""",
    re.ASCII,
)
_WORD = re.compile(r"\w")
_OUTLINE = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、]|[.．](?!\d))|——|—")
_SENTENCE_END = (*(f"。{closer}" for closer in ("", *"”’」』）)")), "！”", "？”", "……", *"；;：:，,、")
_SPEAKER = re.compile(r"[^\s，。：:]{1,10}[：:]")
_NO_TITLE_ENDS = (*_SENTENCE_END, "摄", "摄影", "供图")
_EXCLAIMED = ("！", "？", "!", "?")
_SENTENCE_ENDS = (*_SENTENCE_END, *_EXCLAIMED, ".")
LONGEST_TITLE = 60
_LONGEST_READ = 120


def read_line(text: str, line: Line) -> Reading:
    """What a line reads as, by itself; where it stands is not looked at."""
    length = line.last - line.first
    if line.heading:
        return Reading(line, "title" if length else "button")
    if length > _LONGEST_READ:
        return Reading(line, "prose")
    words = text[line.first : line.last]
    if length <= 16 and is_button(words):
        return Reading(line, "related" if words in _RELATED else "button")
    if words.endswith("。") and words[0] not in _OPENERS:
        return Reading(line, "prose")
    slots = read_slots(text, line.first, line.last) if _HINT.search(words) else None
    if slots is not None:
        return Reading(line, _kind_of(slots), slots)
    slots = read_framed(text, line.first, line.last) if _DATED.search(words) else None
    if slots is not None:
        return Reading(line, _kind_of(slots), slots, framed=True)
    return Reading(line, _kind(text, line, words))


def _kind_of(slots: list[Slot]) -> Kind:
    roles = {slot.role for slot in slots}
    if roles <= {"button", "counter"}:
        return "button"
    return "house" if roles <= {"button", "house"} else "slots"


def _kind(text: str, line: Line, words: str) -> Kind:
    if words in _RELATED:
        return "related"
    if is_house(words):
        return "house"
    if _is_crumb(words):
        return "crumb"
    if not _WORD.search(words) or (words.startswith(_LEADING) and len(words) <= LONGEST_TITLE) or _CODE.match(words):
        return "button"
    if read_dateline(text, line.first, line.last):
        return "prose"
    if is_titular(words):
        return "exclaimed" if words.rstrip("”’」』").endswith(_EXCLAIMED) else "title"
    if ends_as_prose(words) or "。" in words or len(words) > LONGEST_TITLE:
        return "prose"
    return "scrap"


def ends_as_prose(words: str) -> bool:
    """Whether these words end as a sentence or a clause does."""
    return words.endswith(_SENTENCE_ENDS)


def is_titular(words: str) -> bool:
    """Whether these words could be a title: short, Chinese, one sentence at most, and not ended like one."""
    if not 4 <= len(words) <= LONGEST_TITLE or "。" in words or "；" in words or words.endswith(_NO_TITLE_ENDS):
        return False
    if is_announced(words) or (words[0] in _OPENERS and bracket_end(words, 0, len(words)) == len(words)):
        return False
    return sum("\u3400" <= char <= "\u9fff" for char in words) > 2 and not _OUTLINE.match(words)


def _is_crumb(words: str) -> bool:
    steps = _CRUMB.split(words.strip("> ＞"))
    return len(steps) > 1 and all(0 < len(step) <= 16 for step in steps[:-1]) and len(steps[-1]) <= LONGEST_TITLE


def settle_dialogue(text: str, readings: list[Reading]) -> None:
    """Turn `记者：今年情况如何？` back into prose where it is a question of an interview, not a credit."""
    spoken = [place for place, reading in enumerate(readings) if any(_is_spoken(text, slot) for slot in reading.slots)]
    for place in spoken:
        answers = readings[place + 1 : place + 2]
        if len(spoken) > 1 or any(_opens_speech(text, answer) for answer in answers):
            readings[place].kind, readings[place].slots = "prose", []


def _is_spoken(text: str, slot: Slot) -> bool:
    speaks = slot.label in ("记者", "编辑", "作者", "主笔", "评论员", "观察员")
    return speaks and slot.end > slot.start and text[slot.end - 1] in "？?！!…"


def _opens_speech(text: str, reading: Reading) -> bool:
    return reading.kind == "prose" and _SPEAKER.match(text, reading.line.first, reading.line.last) is not None
