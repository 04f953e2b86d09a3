"""A change or margin in, the level and the base that are told elsewhere out: 增长6.2%；去年同月，这一数字为1766万吨."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.moves import Pair, Told, makes_change, told_change
from figcheck.checks.passages import Figure, Passage, When
from figcheck.checks.terms import choice
from figcheck.data import arithmetic_words
from figcheck.data import base_words as words
from figcheck.slips import chance, looks_like

Reading = tuple[Told, Figure, list[Figure]]
"""A change, its base, and what may be its level, the likeliest first."""

_REACH = 3
"""Sentences between a change and its base at most."""
_HEDGES = ("exact", "about", "odd", "nearly")


def told_elsewhere(passage: Passage, at: int) -> Iterator[Reading]:
    """The change at an index with the level before it and a base that another clause or sentence tells."""
    told = told_change(passage.figures[at]) or _margin(passage.figures[at])
    if told is None or told.kind not in ("rate", "amount", "points") or not told.direction:
        return
    level = _level_before(passage, at, told)
    if level is None or _STEP_MORE.search(told.figure.own):
        return
    base = next(_bases(passage, told, level), None)
    if base is None or (told.kind == "rate" and _REAL.search(_words_of(passage, told.figure, base, level))):
        return
    if not _is_made_by_others(passage, told, base, level) and _is_likely(told, base, level):
        yield told, base, [level]


_STEP_MORE = re.compile("再|又|另|累计|(?<!平)均|年平均|复合|每|其中|分别|可比|剔除|扣除|同口径")

_REAL = re.compile(choice(arithmetic_words.REAL_TERMS))


def _words_of(passage: Passage, *figures: Figure) -> str:
    """All that is said from the first of some figures to the last, and what leads to each."""
    first, last = min(figures, key=lambda one: one.start), max(figures, key=lambda one: one.start)
    return first.lead + passage.text[first.start : last.end] + last.tail


# --- the change and its level ----------------------------------------------------------------------------------

_MARGIN = re.compile(
    rf"(?P<up>{choice(words.OVER)})(?P<name>[^，。；：、]{{2,12}})$|(?P<down>{choice(words.UNDER)})(?P<than>[^，。；：、]{{2,12}})$"
)


def _margin(figure: Figure) -> Told | None:
    """高于全省平均水平4.8个百分点."""
    match = _MARGIN.search(figure.own) if figure.is_points or figure.is_amount else None
    if match is None or figure.behind.startswith("的"):
        return None
    return Told(figure, 1 if match["up"] else -1, True, "points" if figure.is_points else "amount")


def _level_before(passage: Passage, at: int, told: Told) -> Figure | None:
    """The nearest figure before a change that is itself none, with nothing but changes between, in its sentence."""
    for figure in reversed(passage.figures[:at]):
        if figure.sentence != told.figure.sentence or "；" in passage.between(figure, told.figure):
            return None
        if told_change(figure) is not None:
            continue
        return figure if _can_be_level(figure, told) else None
    return None


def _can_be_level(figure: Figure, told: Told) -> bool:
    if figure.quantity.hedge not in _HEDGES or told_change(figure) is not None or _margin(figure) is not None:
        return False
    if told.kind == "points":
        return figure.is_percent
    if told.kind == "amount":
        return figure.is_amount and comparable(figure.unit, told.figure.unit)
    return figure.is_amount and figure.quantity.kind != "duration"


# --- the base ----------------------------------------------------------------------------------------------------


def _bases(passage: Passage, told: Told, level: Figure) -> Iterator[Figure]:
    for figure in passage.figures:
        if figure in (level, told.figure) or abs(figure.sentence - told.figure.sentence) > _REACH:
            continue
        if not _can_be_level(figure, told) or not comparable(figure.unit, level.unit):
            continue
        is_before = _is_before(told, figure, level) and _is_its_own(passage, figure, level)
        if is_before or _is_named(told, figure, level):
            yield figure


_YEARLY = re.compile("同比|按年|[比较][去上前]年")
_BY_STEP = re.compile("环比|按[季月]|[比较](?:上|前一)个?[季月周日期天]")
_BEFORE = re.compile(
    rf"(?:^|[，；。：、（“])(?P<ahead>[^，；。：、（“]{{0,6}}?)(?:(?P<year>{choice(words.YEAR_BEFORE)})|(?P<step>{choice(words.STEP_BEFORE)})"
    r"|(?P<quarter>第?[一二三]季度?)|(?P<dated>[12][0-9]{3}年))(?P<rest>[^；。：“]{0,24})$"
)
_TIMES = re.compile(
    "同期|同月|同季|全年|[0-9]{1,2}月份?|[0-9]{1,2}日|第?[一二三四]季度?|[上下]半年|前[0-9一二三四五六七八九十]{1,3}个?(?:月|季度)|末|底|初|的?这个?时候?"
)
_SAYS_NOTHING = re.compile(rf"(?:{choice(words.ANAPHORA)}|{choice(words.IS)}|[该其，的]|[该本此][一-龥])*")
_TAKES_UP = re.compile(rf"^，?的?(?:{choice(words.ANAPHORA)})")
_LEADS_ON = re.compile(rf"(?:{choice(words.IS)})+$")
_SUBJECT = re.compile(rf"(?:{choice(words.SUBJECTS)}|[该其此][一-龥]?|[一-龥]{{0,3}}[市县区省州镇乡村国港])*")
_STRETCH = re.compile("全年|[0-9]{1,2}月|季度?|[上下]半年|个月|[一-龥0-9]周|[0-9]日")


def _is_before(told: Told, base: Figure, level: Figure) -> bool:
    """Whether a figure is said to be of the time before that the change is against, and of the same thing."""
    match = _BEFORE.search(base.lead)
    if match is None or (told.compared and _NAME.search(told.figure.own)) or base.lead.endswith(("比", "较")):
        return False
    yearly, stepped = _YEARLY.search(told.figure.own), _BY_STEP.search(told.figure.own)
    if (yearly and not (match["year"] or match["dated"])) or (stepped and (match["year"] or match["dated"])):
        return False
    if not _precedes(match, base, level) or not _are_alike(match, base, level):
        return False
    return _is_of_the_same(_TIMES.sub("", match["ahead"]), _TIMES.sub("", match["rest"]), level.lead + told.figure.own)


_OF_THAT_TIME = re.compile("同期|同月")


def _is_its_own(passage: Passage, base: Figure, level: Figure) -> bool:
    """Whether no figure between is nearer to the base, which names nothing itself; one before the level must."""
    match = _BEFORE.search(base.lead)
    noun = _TIMES.sub("", match["rest"]) if match is not None else ""
    names = _TAKES_UP.search(noun) is None and _SAYS_NOTHING.fullmatch(noun) is None
    if base.start < level.start and (not names or _OF_THAT_TIME.search(base.lead)):
        return False
    low, high = sorted((base.start, level.start))
    between = [one for one in passage.figures if low < one.start < high and comparable(one.unit, base.unit)]
    return names or all((told := told_change(one)) is not None and told.direction for one in between)


_FROM_CHAR = frozenset("的总量额数共全其该约达为是有，")
_COVERED = 4, 5
"""So many of so many characters of a noun have to stand beside the level as well."""


def _is_of_the_same(ahead: str, noun: str, beside: str) -> bool:
    """Whether the words for a base name nothing that those for the level don't, or only take it up."""
    if _TAKES_UP.search(noun) is None and _SAYS_NOTHING.fullmatch(noun) is None and not _is_covered(noun, beside):
        return False
    return _SUBJECT.fullmatch(ahead) is not None or _is_covered(ahead, beside)


def _is_covered(noun: str, beside: str) -> bool:
    own = [char for char in _LEADS_ON.sub("", noun) if char not in _FROM_CHAR]
    return sum(char in beside for char in own) * _COVERED[1] >= len(own) * _COVERED[0]


def _precedes(match: re.Match[str], base: Figure, level: Figure) -> bool:
    one, two = base.when, level.when
    if match["year"]:
        own = _BEFORE.search(level.lead)
        return own is None or not own["year"] or (match["year"] == "前年" and own["year"] in ("去年", "上年"))
    if match["step"]:
        return match["step"] not in level.lead
    kinds = {"quarter", "turn"} if match["quarter"] else {"year"}
    if one is None or two is None or not {one.kind, two.kind} <= kinds:
        return False
    return _steps(one, two) == 1


def _steps(one: When, two: When) -> int:
    return int(two.rank) - int(one.rank)


def _are_alike(match: re.Match[str], base: Figure, level: Figure) -> bool:
    """Whether what was counted over a time was so over one of like length, and both are means or neither is."""
    if set(_MEAN.findall(base.own)) != set(_MEAN.findall(level.own)):
        return False
    if "同" in match.group() or match["quarter"] or match["step"]:
        return True
    one, two = (set(_STRETCH.findall(figure.lead)) for figure in (base, level))
    return one == two or one | two == {"全年"}


_MEAN = re.compile("[人户日月年亩场单]均|平均|每|最[高低大小多少]|单价|累计|其中")
_NAME = re.compile(
    rf"(?:{choice(words.AGAINST)})(?P<name>[一-龥“”]{{2,12}}?)(?:的)?(?:水平|成绩)?(?:{choice(words.SIDES)}|$)"
)
_LATTER = re.compile(r"^[，；](?:而)?(?:后者|对方|对手)")


def _is_named(told: Told, base: Figure, level: Figure) -> bool:
    """Whether a figure is that of what the change names: 高于全省平均水平……全省平均为57.6%."""
    match = _NAME.search(told.figure.own)
    if match is None or _TIME_NAMED.search(match["name"]):
        return False
    if base.start > told.figure.end and _LATTER.match(base.lead):
        return True
    name = match["name"].strip("“”")
    if name[:2] in level.own or abs(base.sentence - level.sentence) > 1:
        return False
    noun = re.split("为|是|有|达|仅|只", base.own)[0]
    return (
        (noun.startswith(name) or noun in name)
        and len(noun) > 1
        and set(_MEAN.findall(noun)) <= set(_MEAN.findall(name))
    )


_TIME_NAMED = re.compile("[去上前今往同常][年月季期]|[0-9年月日]|昨|初$|底$")


# --- whether it is likely ----------------------------------------------------------------------------------------

_RARE = 0.05
_AROUND = 15
"""Figures before and behind a change that may make it."""


def _is_made_by_others(passage: Passage, told: Told, base: Figure, level: Figure) -> bool:
    """Whether any two figures of the paragraph make the change, other than the two themselves."""
    place = passage.figures.index(told.figure)
    near = passage.figures[max(0, place - _AROUND) : place + _AROUND]
    pairs = permutations((one for one in near if one is not told.figure and _is_of_kind(one, told)), 2)
    return any(
        (one, two) not in ((base, level), (level, base))
        and comparable(one.unit, two.unit)
        and makes_change(told, Pair(one, two, 1))
        for one, two in pairs
    )


def _is_of_kind(figure: Figure, told: Told) -> bool:
    if told.kind == "rate":
        return figure.is_amount
    return figure.is_percent if told.kind == "points" else comparable(figure.unit, told.figure.unit)


def _is_likely(told: Told, base: Figure, level: Figure) -> bool:
    """Whether a base that stands near misses by little, or one farther off by what is a slip of hand."""
    if told.direction < 0:
        change = 1 - told.figure.number / 100 if told.kind == "rate" else -told.figure.number
    else:
        change = 1 + told.figure.number / 100 if told.kind == "rate" else told.figure.number
    if abs(base.sentence - level.sentence) <= 1:
        return True
    meant = level.number / change if told.kind == "rate" and change > 0 else level.number - change
    return chance(base.quantity, looks_like(base.quantity, meant), rounded=True) <= _RARE
