"""Passages in, parts of one of several, or of the sentence before, that are more than it out: 仅江北就有3620套."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, in_unit
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage
from figcheck.checks.terms import choice
from figcheck.data import passage_words as words
from figcheck.model import Derivation, Hit, Span, SpanEvidence
from figcheck.values import Frozen

_SET_APART = re.compile(
    r"每|均|面雨量|比|较|同比|环比|增长|增加|减少|下降|最[高低多少大小]|约合|折合|目标|计划|累计|以来|去年|上年|往年"
)


class Within(Frozen):
    """A whole, and a part that is surely more."""

    whole: Figure
    part: Figure


def parts_within(passage: Passage) -> Iterator[Within]:
    """The parts of a passage that their words set inside a whole and their values outside."""
    for at, part in enumerate(passage.figures):
        if not part.is_amount or _SET_APART.search(part.own):
            continue
        near = reversed(passage.figures[max(0, at - 4) : at])
        wholes = [whole for whole in near if _can_be(whole, part) and _is_inside(passage, whole, part)]
        whole = max(wholes, key=lambda one: _words_of(passage, one, part), default=None)
        if whole is not None and _is_more(whole, part):
            yield Within(whole, part)


_A_NIGHT = re.compile("每[一-龥]|平日|周末|单价|票价|起价|首付|月租|房价")


def _can_be(whole: Figure, part: Figure) -> bool:
    if not whole.is_amount or part.sentence - whole.sentence > 1 or not comparable(whole.unit, part.unit):
        return False
    if whole.quantity.kind == "duration" or whole.quantity.hedge not in ("exact", "about", "odd", "nearly"):
        return False
    if _SET_APART.search(whole.own) or _A_NIGHT.search(whole.own):
        return False
    if "户籍" in whole.own and "常住" in part.own:
        return False
    one, other = told_change(whole), told_change(part)
    if one is None or other is None:
        return one is other
    return one.direction == other.direction and _ALONE.search(part.lead) is not None


def _is_more(whole: Figure, part: Figure) -> bool:
    limit, own = admitted(whole.quantity), in_unit(admitted(part.quantity), part.unit, whole.unit)
    return own is not None and own.low is not None and limit.high is not None and own.low > limit.high


# --- where the words set a part ------------------------------------------------------------------------------------

_ALONE = re.compile(
    r"(?:^|[，；。])(?:其中)?(?:仅|光|单|单单|光是|仅仅|单是)[^，。；]{1,14}?(?:就|便|即)[^，。；]{0,8}$|，[^，。；]{1,10}就占(?:了|去|到)?$"
)
_EVEN = re.compile(r"(?:^|[，；])[^，。；]{1,12}的(?:就|便)(?:有|达|占|是)?$")
_OF_THESE = re.compile(r"^(?P<whose>[一-龥]{1,6}?)(?:中|里|当中|之中|里面|中间)(?:，|有)")
_TIME = re.compile("[年月天日周届期次季代]$")
_OTHER_TIME = re.compile(
    r"[0-9一二两三四五六七八九十]个?[年月周天日]|季度|半年|去年|今年|本月|当月|当天|当日|全年|次年|年底|以来"
)


def _is_inside(passage: Passage, whole: Figure, part: Figure) -> bool:
    if _ALONE.search(part.lead) or _EVEN.search(part.lead):
        return _OTHER_TIME.search(part.own) is None and "；" not in passage.between(whole, part)
    if part.sentence == whole.sentence:
        return _bears_its_name(passage, whole, part)
    first = next((one for one in passage.figures if one.sentence == part.sentence), part)
    of_these = _OF_THESE.match(first.lead)
    if of_these is None or first is not part or _TIME.search(of_these["whose"]):
        return False
    return _words_of(passage, whole, part) > 0


_NO_NAME = frozenset("人者们的这些其有名")


def _words_of(passage: Passage, whole: Figure, part: Figure) -> int:
    """How many characters of 死者中, with which the part's sentence begins, the words of a whole have: 87人死亡."""
    first = next((one for one in passage.figures if one.sentence == part.sentence), part)
    of_these, beside = _OF_THESE.match(first.lead), whole.own + whole.tail
    return 0 if of_these is None else sum(char in beside for char in set(of_these["whose"]) - _NO_NAME)


_ALL = re.compile(rf"(?:{choice(words.HELD.split())})(?:有|着|了|的|各类|各种)?(?P<name>[一-龥]{{2,6}})$")
_KIND = re.compile(r"(?:其中|有)?(?P<name>[一-龥]{4,8})")


def _bears_its_name(passage: Passage, whole: Figure, part: Figure) -> bool:
    """馆藏文物4.6万件，珍贵文物53000余件: a kind of what is held, told right behind it."""
    held, kind = _ALL.search(whole.own), _KIND.fullmatch(part.own)
    if held is None or kind is None or len(passage.between(whole, part)) > 16:
        return False
    return held["name"][-2:] == kind["name"][-2:] and held["name"] != kind["name"]


def hit(within: Within) -> Hit:
    """What is said of a part."""
    whole, part = within.whole, within.part
    values = {"part": part.mention.text, "total": whole.mention.text}
    place = SpanEvidence(whole.start, whole.end, whole.mention.text)
    return Hit(part.mention.span, values, (place, Derivation(f"{part.core} > {whole.core}")), against=part.start)


# --- shots ---------------------------------------------------------------------------------------------------------

_SHOTS = re.compile(r"(?<![0-9.])(?P<tried>[0-9]{1,3})[投罚射](?P<made>[0-9]{1,3})中")


def shots(text: str) -> Iterator[Hit]:
    """16投18中: more hits than shots."""
    for match in _SHOTS.finditer(text):
        if int(match["made"]) > int(match["tried"]):
            values = {"part": match["made"] + "中", "total": match.group()[: match.start("made") - match.start()]}
            working = Derivation(f"{match['made']} > {match['tried']}")
            yield Hit(Span(match.start("made"), match.end()), values, (working,), against=match.start("made"))
