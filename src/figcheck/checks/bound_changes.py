"""Passages in, changes out that base and level, bound by place, don't make: 58.62元，较发行价31.28元上涨78.4%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.bases import Reading, told_elsewhere
from figcheck.checks.intervals import admitted, comparable, difference, in_unit, total
from figcheck.checks.moves import Kind, Pair, Told, as_reckoned, makes_change, told_change
from figcheck.checks.passages import OTHER_MEASURE, Figure, Passage
from figcheck.checks.terms import TIME, choice
from figcheck.data import arithmetic_words as words
from figcheck.model import Hit
from figcheck.values import replace

_AGAINST = re.compile(
    r"(?:(?<![对占百同环相])比(?![例重分率值较如赛])|环比|同比|(?<![比])较(?![大多好快为小高低])|相比)(?P<name>[^，。；：、（）]{0,20})$"
)
_TO_GO = re.compile(r"(?:离|距离?)(?P<name>[^，。；：、]{0,20})$")
_FILL = "(?:了|出|出了|约|近|有|达|为|是|将近|整整|足足|仅|只){0,4}"
_VERB = re.compile(
    rf"^(?:相比)?(?:还|仅|只|又|整整|足足|均|也|就|的[一-龥]{{1,6}})?(?:(?P<up>[高多长快重大远深宽厚早贵]|偏[多高])"
    rf"|(?P<down>[低少短慢轻小近浅窄薄晚]|偏[少低]|便宜))(?:了|出|出了)?{_FILL}$"
)
_STILL = re.compile(rf"^(?:还|尚|仍|只|仅|就)(?:有|差|剩|需|缺|低|差了){_FILL}$")
_UP, _DOWN = choice((*words.RISING, *words.RISE_NOUNS)), choice((*words.FALLING, *words.FALL_NOUNS))
_ALSO = re.compile(
    rf"^(?:同比|环比|[增涨升降跌减]幅|比例|幅度|{TIME})*(?:{_UP}|{_DOWN})?{_FILL}(?:幅度)?{_FILL}$|^[增涨升降跌减]幅{_FILL}$"
)
_REAL = re.compile(choice(words.REAL_TERMS))
_UNEVEN = re.compile("年均|每年|平均|日均|月均|复合|年增|累计|可比|剔除|扣除|同口径")


def bound_changes(passage: Passage) -> Iterator[Hit]:
    """The changes of a passage that stand behind their base, or before it, and behind their level."""
    readers = (_against_base, _base_behind, _base_named, _listed, _bases_behind, told_elsewhere)
    for at, figure in enumerate(passage.figures):
        if figure.quantity.hedge not in _HEDGES:
            continue
        for read in readers if not _UNEVEN.search(figure.own) else (told_elsewhere,):
            for told, base, levels in read(passage, at):
                yield from _judged(passage, told, base, levels)


_HEDGES = ("exact", "about", "odd", "nearly")

# --- reading -----------------------------------------------------------------------------------------------------


def _against_base(passage: Passage, at: int) -> Iterator[Reading]:
    """比9月同期的2874套增加312套，环比增长10.9%: base and change side by side, and the same as a rate."""
    if at < 2:
        return
    change, base = passage.figures[at], passage.figures[at - 1]
    led = _AGAINST.search(_clause(passage, base)) or _TO_GO.search(base.own)
    if led is None and _is_told_again(passage, at):
        change, base = passage.figures[at], passage.figures[at - 2]
        led = _AGAINST.search(base.own)
    if led is None or base.sentence != change.sentence or not base.is_amount or told_change(base) is not None:
        return
    told = _told(change, base)
    levels = _levels(passage, base)
    if told is not None and levels:
        yield told, base, levels


_MARKS = re.compile("[，。；：、（）！？!?]")


def _clause(passage: Passage, figure: Figure) -> str:
    """The words of its clause that lead to a figure, with figures of other kinds among them: 比尘封11年的."""
    alike = [one.end for one in passage.figures if one.start < figure.start and comparable(one.unit, figure.unit)]
    before = passage.text[max(passage.span.start, figure.start - _CLAUSE, *alike[-1:]) : figure.start]
    return _MARKS.split(before)[-1]


_CLAUSE = 24


def _is_told_again(passage: Passage, at: int) -> bool:
    """Whether a rate says once more what the amount right before it says."""
    rate, amount, base = passage.figures[at], passage.figures[at - 1], passage.figures[at - 2]
    if not rate.is_percent or not re.match("^[，（、]", rate.lead) or _ALSO.match(rate.own) is None:
        return False
    return comparable(amount.unit, base.unit) and amount.sentence == rate.sentence and _told(amount, base) is not None


def _told(change: Figure, base: Figure) -> Told | None:
    """A change right behind its base: what its words say, short ones too."""
    clauses = re.split("[，。；：（]", re.sub("（[^（）]*）", "", change.lead))
    if len(clauses) > 2 or "、" in change.lead:
        return None
    told = told_change(change)
    if told is not None and told.direction:
        return told if told.kind in ("rate", "amount", "times") and _same_kind(told, base) else None
    verb = _VERB.search(change.own)
    kind: Kind = "rate" if change.is_percent else "amount"
    if verb is not None:
        found = Told(change, 1 if verb["up"] else -1, True, kind)
    elif _STILL.search(change.own) is not None and change.is_amount:
        found = Told(change, 0, True, "amount")
    else:
        return None
    return found if _same_kind(found, base) else None


def _same_kind(told: Told, base: Figure) -> bool:
    return told.kind != "amount" or comparable(told.figure.unit, base.unit)


def _levels(passage: Passage, base: Figure) -> list[Figure]:
    """The figures before a base that it may be compared with, the nearest first; those in brackets last."""
    found = [
        one
        for one in reversed(passage.figures)
        if one.start < base.start and base.sentence - one.sentence <= 1 and _is_level(one, base)
    ]
    same = [one for one in found if one.sentence == base.sentence and not _in_brackets(passage, one)]
    if not same and found and _OPENS.search(passage.between(found[0], base)):
        return found[:1]  # 51秒84！比尘封11年的52秒19快了0.35秒
    if not same or "；" in passage.between(same[0], base):
        return []
    return [*same, *(one for one in found if one not in same)]


_OPENS = re.compile("^[！!。](?:比|较|相比)[^，。；：！]*$")


def _is_level(one: Figure, base: Figure) -> bool:
    if not one.is_amount or not comparable(one.unit, base.unit) or told_change(one) is not None:
        return False
    return _AGAINST.search(one.own) is None and one.quantity.hedge in _HEDGES


def _in_brackets(passage: Passage, one: Figure) -> bool:
    opened = passage.text.rfind("（", passage.span.start, one.start)
    return opened > passage.text.rfind("）", passage.span.start, one.start)


_OF_BEFORE = re.compile(
    r"^[，（](?:而)?(?:[上去]年(?:同期)?|同期|上年同月|上月|上季度|[12][0-9]{3}年(?:同期)?)(?:[一-龥]{0,4}(?:为|是|有))?$"
)


def _base_behind(passage: Passage, at: int) -> Iterator[Reading]:
    """3172件，增长18.2%，上年为2684件: level, change, base."""
    if not 0 < at < len(passage.figures) - 1:
        return
    level, change, base = passage.figures[at - 1 : at + 2]
    told = told_change(change)
    if told is None or told.kind not in ("rate", "amount") or not told.direction or "环比" in change.own:
        return
    if not level.sentence == change.sentence == base.sentence or not _is_level(level, base):
        return
    if _OF_BEFORE.match(base.lead) and base.is_amount and _ALSO.match(change.own) and _same_kind(told, base):
        yield told, base, [level]


_NAMED = re.compile(rf"^(?:比|较|相比)(?P<name>[一-龥]{{2,8}}?)(?:的)?(?:{_UP}|{_DOWN}|高|低|多|少|溢价|折价){_FILL}$")


def _base_named(passage: Passage, at: int) -> Iterator[Reading]:
    """发行价31.28元，收于58.62元，较发行价上涨87.4%: the base bears the name that 较 leads to."""
    if at < 2:
        return
    change = passage.figures[at]
    named, told = _NAMED.match(change.own), told_change(change)
    level = passage.figures[at - 1]
    if named is None or told is None or not told.direction or level.sentence != change.sentence:
        return
    bases = [one for one in passage.figures[: at - 1] if _is_level(one, level) and named["name"] in one.own]
    bases = [one for one in bases if len(one.own) <= len(named["name"]) + _LOOSELY]
    if len(bases) != 1 or not _is_level(level, bases[0]) or re.search(f"^{TIME}$", named["name"]):
        return
    if _same_kind(told, level) and change.sentence - bases[0].sentence <= 1:
        yield told, bases[0], [level]


_LOOSELY = 4
"""Characters that may stand beside a name: 每股发行价为31.28元."""


def _listed(passage: Passage, at: int) -> Iterator[Reading]:
    """386套、4.08万平方米，环比8月（331套、3.49万平方米）分别增长16.6%和16.9%."""
    figures, rate = passage.figures, passage.figures[at]
    if "分别" not in rate.own or not rate.is_percent:
        return
    rates = [rate]
    for one in figures[at + 1 :]:
        if not one.is_percent or one.lead not in _LINKS:
            break
        rates.append(one)
    bases = figures[max(0, at - len(rates)) : at]
    same = [one for one in figures[: at - len(bases)] if one.sentence == rate.sentence]
    levels = same[: len(rates)]
    if len(rates) < 2 or not len(levels) == len(bases) == len(rates) or not _AGAINST.search(_before(bases[0])):
        return
    first = told_change(rate)
    if first is None or not first.direction:
        return
    for one, base, level in zip(rates, bases, levels, strict=True):
        if base.sentence == rate.sentence and _is_level(level, base) and base.is_amount:
            yield replace(first, figure=one), base, [level]


_LINKS = ("、", "和", "及", "与", "以及")


_BASES = re.compile("(?:[去上]年|同期|上月|[0-9]月)[^，。；：]{0,16}分别(?:为|是|有|达)$")


def _bases_behind(passage: Passage, at: int) -> Iterator[Reading]:
    """128.6亿元，增长15.2%；12.3亿元，增长8.6%。上年同期分别为111.6亿元和11.3亿元: as many bases as changes before."""
    figures, first = passage.figures, passage.figures[at]
    if first.own != first.lead or _BASES.search(first.own) is None or not first.is_amount:
        return
    bases = [first]
    for one in figures[at + 1 :]:
        if one.lead not in _LINKS or not one.is_amount:
            break
        bases.append(one)
    changes = [one for one in map(told_change, figures[:at]) if one is not None and one.kind == "rate"]
    changes = [one for one in changes if first.sentence - one.figure.sentence == 1 and _ALSO.match(one.figure.own)]
    if len(bases) < 2 or len(bases) != len(changes):
        return
    for told, base in zip(changes, bases, strict=True):
        levels = [one for one in figures if one.start < told.figure.start and one.is_amount]
        level = levels[-1] if levels else None
        if level is not None and level.sentence == told.figure.sentence and _is_level(level, base):
            yield told, base, [level]


def _before(base: Figure) -> str:
    return base.lead.rstrip("（")


# --- judging -----------------------------------------------------------------------------------------------------


def _judged(passage: Passage, told: Told, base: Figure, levels: Sequence[Figure]) -> Iterator[Hit]:
    if base.start < told.figure.start and OTHER_MEASURE.search(passage.between(base, told.figure)):
        return  # 金牌……安阳河4枚；但论奖牌总数，……13枚，比安阳河多1枚
    if _REAL.search(passage.text[base.start - len(base.lead) : told.figure.end + 12]):
        return
    pairs = [_pair(told, base, level) for level in levels]
    if not pairs or any(_is_made(told, pair) for pair in pairs) or _is_of_sum(told, base, levels):
        return
    near = [one for one in passage.figures if abs(one.sentence - told.figure.sentence) <= 1 and one.is_amount]
    near = [one for one in near if one is not told.figure and comparable(one.unit, base.unit)]
    if len(levels) > 1 and any(_is_made(told, _pair(told, base, one)) for one in near if one is not base):
        return
    hit, base_number = as_reckoned(told, pairs[0]), pairs[0].base.number
    apart = abs(pairs[0].level.number - base_number) * (1 if told.kind == "amount" else 100 / base_number)
    if told.kind == "amount" or told.figure.number / _FARTHEST <= apart <= _FARTHEST * told.figure.number:
        yield hit


_FARTHEST = 12


def _pair(told: Told, base: Figure, level: Figure) -> Pair:
    own = in_unit(admitted(level.quantity), level.unit, base.unit)
    is_less = own is not None and own.high is not None and own.high < base.number
    if told.direction == 0 or told.figure.quantity.kind == "duration":
        return Pair(level, base, 1) if is_less == (told.direction >= 0) else Pair(base, level, 1)
    return Pair(base, level, 1)


def _is_made(told: Told, pair: Pair) -> bool:
    if not makes_change(told, pair):
        return False
    three = (told.figure, pair.base, pair.level)
    if told.kind != "amount" or not all(is_counted(one) for one in three):
        return True
    return abs(pair.level.number - pair.base.number) == told.figure.number


def is_counted(one: Figure) -> bool:
    """Whether a figure counts to the last one: 4107人."""
    dimensions = ("person", "score-points", "points")
    counts = one.unit is not None and (one.unit.counts or one.unit.dimension in dimensions) and "万" not in one.core
    return counts and one.quantity.hedge == "exact" and one.quantity.step == 1 and one.number % 10 != 0


def _is_of_sum(told: Told, base: Figure, levels: Sequence[Figure]) -> bool:
    """Whether the levels of a list make, added up, the one that is compared."""
    if told.kind != "amount":
        return False
    said = in_unit(admitted(told.figure.quantity), told.figure.unit, base.unit)
    for last in range(2, len(levels) + 1):
        parts = [in_unit(admitted(one.quantity), one.unit, base.unit) for one in levels[:last]]
        apart = difference(total(part for part in parts if part is not None), admitted(base.quantity))
        if said is not None and (apart.meets(said) or apart.negated().meets(said)):
            return True
    return False
