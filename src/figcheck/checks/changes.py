"""Rows of terms in, stated changes out: which figure is the base, which the level reached, which the change between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.passages import when_in
from figcheck.checks.prose import Same
from figcheck.checks.terms import DATED, EARLIER, LAST, NOW, PAST, TIME, Row, Term, choice, rows
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis
from figcheck.values import Frozen, replace

Direction = Literal[-1, 0, 1]
Measured = Literal["change", "ratio", "increment"]


class Change(Frozen):
    """A base, a level and a figure that says how one became, or differs from, the other."""

    base: Term
    level: Term
    change: Term
    direction: Direction
    """What the words say: 1 for more, -1 for less, 0 where the words say neither."""
    measured: Measured
    """Whether the figure is the change (增长2倍) or the ratio (增长到3倍, 翻一番); with `increment`, `base` is the
    amount by which the level changed, and the figure the same change as a rate."""
    compared: bool = False
    """Whether two things stand side by side (比…高) and none became the other."""


def other_ends(row: Row, change: Change) -> Iterator[Change]:
    """The same figure with another of the sentence's figures in the place of one of its ends."""
    for term in row.terms:
        if term in (change.base, change.level, change.change) or not _is_pair(term, change.level):
            continue
        if _MARK_PASSED.search(term.lead) or (term.is_amount and _MORE_BY.fullmatch(term.lead)):
            continue
        yield replace(change, base=term)
        yield replace(change, level=term)


_MARK_PASSED = re.compile("(?:首次|首度|历史性)[^，。；]{0,6}$|(?:游进|跑进|突破|跨越|闯进|打破|跨过|迈过|滑进)了?$")
"""What leads to a round mark that was passed, and is no level of its own: 首次游进56秒."""


_MORE_BY = re.compile("，(?:足足|整整|净)?(?:多出|多了|少了|高出)(?:近|约)?")
"""What leads to how far the two ends are apart, which is neither of them."""


class Move(Frozen):
    """A base and a level joined by a verb of change: 由甲增至乙."""

    base: Term
    level: Term
    direction: Direction
    verb: str


# --- the verb of a change ------------------------------------------------------------------------------------

_UP = choice((*words.RISING, *words.RISE_NOUNS))
_DOWN = choice((*words.FALLING, *words.FALL_NOUNS))
_MORE, _LESS = choice(words.MORE), choice(words.LESS)
_LOOSE = "(?:了|出|去|掉|约|近|为|达|达到|高达|有|是|将近|接近|整整|足足|将|超|超过){0,5}"
_PAD = f"(?:{choice(words.PADDING)}|{TIME}|每(?:[\u4e00-\u9fff]{{1,3}})?|的|，|、){{0,7}}"
_BASIS = re.compile(f"同比|环比|[比较](?:{TIME})|同期")

_STATED = re.compile(rf"(?<!每)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<level>到|至|为|成)?{_LOOSE}(?:{TIME}的)?$")
_SUMS_UP = re.compile(rf"[，、；（(：]?{_PAD}(?:(?P<up>{_UP}|多|贵)|(?P<down>{_DOWN}|少|便宜)){_LOOSE}$")
_RATIO = re.compile(
    rf"[，、；]?{_PAD}(?:(?:是|为|相当于|达到|达|(?:{_UP}|{_DOWN})(?:到|至|为))(?:了)?(?:{TIME}|以往|从前)的"
    rf"|(?:{_UP}|{_DOWN})(?:到|至))$"
)
_DOUBLED = re.compile(rf"[，、；：（(]?{_PAD}$")
_RATE_A_YEAR = re.compile(r"年均|每年|平均|日均|月均|复合|年增")


def stated(lead: str) -> tuple[Direction, bool] | None:
    """What the words before a figure say of it as a change: up or down, and whether a level is meant (增至)."""
    match = _STATED.search(lead)
    if match is None:
        return None
    return (1 if match["up"] else -1), match["level"] in ("到", "至", "成")


def verb_before(lead: str) -> int:
    """How many characters before a figure its verb of change begins; 0 for none, or words of time between."""
    match = _STATED.search(lead)
    return 0 if match is None or re.search(TIME, match.group()) else len(match.group())


def _summed_up(term: Term) -> tuple[Direction, Measured] | None:
    """How a figure sums up the two before it: ，增长28.2%; ，翻了一番; ，是原来的两倍."""
    if _RATE_A_YEAR.search(term.lead):
        return None
    if term.mention.text.lstrip("约近超").startswith("翻"):
        return (1, "ratio") if _DOUBLED.fullmatch(term.lead) else None
    if term.is_multiple and _RATIO.fullmatch(term.lead):
        return 0, "ratio"
    match = _SUMS_UP.match(term.lead)
    if match is None:
        return None
    return (1 if match["up"] else -1), "change"


def as_ratio(term: Term) -> bool:
    """Whether a figure says how many times as much: 是去年的3倍, 翻了一番."""
    if "翻" in term.mention.text:
        return True
    return term.is_multiple and _IS_TIMES.search(term.lead) is not None


_IS_TIMES = re.compile(rf"(?:是|为|相当于|达到|达|(?:{_UP})(?:到|至))了?(?:{TIME}|以往|从前)的$|(?:{_UP})(?:到|至)$")


def grown(term: Term) -> bool:
    """Whether a figure sums up the one before it as a growth: ，同比增长250%."""
    said = _summed_up(term)
    return said is not None and said == (1, "change")


_LATE = re.compile(r"，[^，。；：、]{2,14}$")


_BEGINS_FROM = re.compile(rf"(?:(?P<before>.*)[，。：；])?(?:由|从)(?:{TIME}){{0,5}}(?:的)?", re.DOTALL)
_CHANGES = re.compile(f"{_UP}|{_DOWN}")


def _named_late(base: Term, term: Term, distance: int) -> tuple[Direction, Measured] | None:
    """从6.2亿元到12.8亿元，全县产值翻了一番: ends that stand first, named only with the change."""
    begins = _BEGINS_FROM.fullmatch(base.lead)
    if distance > 1 or begins is None or _CHANGES.search(begins["before"] or ""):
        return None
    if not _LATE.fullmatch(term.lead) or _RATE_A_YEAR.search(term.lead):
        return None
    if "翻" in term.mention.text:
        return 1, "ratio"
    said = stated(term.lead)
    return None if said is None or said[1] else (said[0], "change")


# --- the two ends --------------------------------------------------------------------------------------------

_FROM = re.compile(r"(?:由|从|自)(?P<rest>[^，。；：、]{0,16})$")
_TO = re.compile(
    rf"(?:的)?，?[^，。；：、]{{0,8}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?:{choice(words.CHANGED)}))?"
    rf"(?:了)?(?:到|至|为|成)(?:了)?(?:{TIME}){{0,5}}(?:的)?$"
)
_THAN = re.compile(
    rf"(?:[^，。；：、（）]{{0,6}}[，、；（(])?(?:{choice(words.SUBJECT_WORDS)}|，){{0,3}}(?:比|较|与|同|跟|相较于|相较|相比)[^，。；：、（）]{{0,10}}$"
)
_THAN_SAYS = re.compile(
    rf"(?:相比|水平|来|的[^，。；：、]{{1,6}}?)?，?{_PAD}(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<more>{_MORE}|多[一-龥]{{1,2}})|(?P<less>{_LESS}|少[一-龥]{{1,2}})){_LOOSE}$"
)
_EARLIER = re.compile(
    rf"[，、；（(：]?(?:而|相比)?，?(?:{EARLIER}){TIME}{{0,2}}(?:的)?(?P<noun>[一-龥]{{0,8}}?)"
    r"(?:只有|仅有|仅为|还是|还只有|尚为|曾为|只|仅|则|为|是|有|约为|约|完成|实现|达到|达){0,5}$"
)
_LATER = re.compile(
    rf"[^，。；：、]{{0,3}}[，、；](?:但|而|到|至|到了|截至)?(?P<when>{TIME}){TIME}?(?:，|间|年|的|底|末)?(?P<noun>[一-龥]{{0,8}}?)"
    rf"(?:已经|已|则|便|又|就|也|只|仅|才|要|将|可|预计|有望|力争|计划){{0,5}}(?:(?P<verb>(?:{_UP}|{_DOWN}|{choice(words.CHANGED)}|[一-龥]{{2}}(?=到|至))?"
    r"(?:到|至|为|达|有|是|成|要|需|剩|剩下)(?:了|到)?)|突破)?(?:每[周天年月日])?$"
)


def moves(row: Row, *, of_multiples: bool = False) -> Iterator[tuple[int, Move]]:
    """由甲增至乙 and the like: the index of the second figure, and the two; those in 倍 where asked for."""
    for at in range(1, len(row.terms)):
        base, level = row.terms[at - 1], row.terms[at]
        if not (base.is_multiple and level.is_multiple if of_multiples else _is_pair(base, level)):
            continue
        match = _FROM.search(base.lead) and _TO.match(level.lead)
        if match is not None:
            yield at, Move(base, level, 1 if match["up"] else -1 if match["down"] else 0, level.lead)


def _is_pair(first: Term, second: Term) -> bool:
    both = all(term.is_amount or (term.is_percent and term.quantity.number) for term in (first, second))
    return both and comparable(first.unit, second.unit)


def changes(analysis: Analysis) -> tuple[tuple[Row, Change], ...]:
    """All changes that can be reckoned from two other figures of their sentence."""
    return _changes(Same(analysis))


@lru_cache(maxsize=1)
def _changes(same: Same) -> tuple[tuple[Row, Change], ...]:
    found = [row for row in rows(same.analysis) if row.paired and len(row.terms) > 2]
    return tuple((row, change) for row in found for change in _of_row(row))


def _of_row(row: Row) -> Iterator[Change]:
    taken: set[int] = set()
    for at, base, level in _ends_at(row):
        for index in range(at + 1, len(row.terms)):
            term = row.terms[index]
            said = _summed_up(term) or _named_late(base, term, index - at)
            if said is None:
                break
            if _same_base(base, level, term):
                taken.add(index)
                yield Change(base, level, term, *said)
    yield from _told_first(row)
    yield from _side_by_side(row)
    yield from _in_other_order(row)
    yield from _increments(row, taken)


def ends(row: Row) -> Iterator[tuple[Term, Term]]:
    """The pairs of a sentence of which one became the other: base and level."""
    return ((base, level) for _, base, level in _ends_at(row)) if row.paired else iter(())


def _ends_at(row: Row) -> Iterator[tuple[int, Term, Term]]:
    """Base and level of a change, and the index of the second of the two in the sentence."""
    for at, move in moves(row):
        yield at, move.base, move.level
    for at in range(1, len(row.terms)):
        first, second = row.terms[at - 1], row.terms[at]
        if not _is_pair(first, second) or _FROM.search(first.lead):
            continue
        earlier = _EARLIER.fullmatch(second.lead)
        if earlier is not None and not stated(first.lead) and _named_in(earlier["noun"], first):
            in_order = _by_time(row, first, second)
            if in_order is not None:
                yield at, *in_order
        elif _is_later(first, second) and _of_like_stretches(row, first, second):
            yield at, first, second
        elif _is_dated_back(first, second):
            yield at, second, first


_YEAR_NAMED = re.compile(r"[去前]年(?!同)")
_PART_OF_YEAR = re.compile(r"[上下]?半年|季度|[0-9０-９一二三四五六七八九十上本当]个?月|旬|周|日")


_UNDATED = -100


def _raw(row: Row, term: Term) -> str:
    """The words that lead to a figure as they are written."""
    before = [one.end for one in row.terms if one.end <= term.start]
    return row.text[(before[-1] if before else row.start) - row.start : term.start - row.start]


def _of_like_stretches(row: Row, first: Term, second: Term) -> bool:
    """Whether two figures are of times that can be compared: not 去年 and 今年上半年."""
    one, other = _raw(row, first), _raw(row, second)
    if "同" in second.lead or "同期" in other:
        return True
    parts = [_PART_OF_YEAR.search(lead) is not None for lead in (one, other)]
    return parts[0] == parts[1] or not (parts[0] or "年" in one)


def _by_time(row: Row, first: Term, second: Term) -> tuple[Term, Term] | None:
    """Base and level, where a word for an earlier time leads to the second of two figures; None if nobody can tell."""
    ranks = [when.rank for term in (first, second) if (when := when_in(_raw(row, term))) and when.kind == "now"]
    if len(set(ranks)) == 2 and min(ranks) > _UNDATED:
        return (first, second) if ranks[0] < ranks[1] else (second, first)
    one, other = first.claim, second.claim
    both_said = one.period_origin == other.period_origin == "stated"
    if both_said and one.period is not None and other.period is not None and one.period.end < other.period.start:
        return first, second
    dated = DATED in first.lead and any(first.years)
    if dated and _YEAR_NAMED.search(row.text, first.end - row.start, second.start - row.start):
        return first, second
    if _YEAR_BEFORE.search(row.text[: first.start - row.start]) and (second.years or (None,))[-1] is None:
        return None  # 1985年只有1.8万台，去年达到86万台
    own = re.split("[；。]", first.lead)[-1]
    if PAST in own or (LAST in own and PAST not in second.lead):
        return first, second
    return second, first


_YEAR_BEFORE = re.compile(r"[12][0-9]{3}年[^；。]*$")


def _is_later(first: Term, second: Term) -> bool:
    """2019年只有8200元，2024年达到2.46万元: the same thing at two times, the earlier first."""
    match = _LATER.fullmatch(second.lead)
    if match is None or re.search(TIME, first.lead) is None or stated(first.lead):
        return False
    if not _named_in(match["noun"], first):
        return False
    if match["when"] == DATED:
        before, after = (first.years or (None,))[-1], (second.years or (None,))[-1]
        if before is None or after is None:
            return after is None and re.search(f"[{PAST}{NOW}]", first.lead) is not None
        return before < after
    return match["when"] == NOW or DATED in first.lead


_IS_SO = (None, "为", "是", "达", "有")


def _is_dated_back(first: Term, second: Term) -> bool:
    """去年门诊31.5万人次，2022年为28.1万人次: the same thing at two times, the later first."""
    match = _LATER.fullmatch(second.lead)
    if match is None or match["when"] != DATED or match["verb"] not in _IS_SO or stated(first.lead):
        return False
    one, other = first.claim, second.claim
    if not one.period_origin == other.period_origin == "stated" or one.period is None or other.period is None:
        return False
    alike = len(one.period.iso) == len(other.period.iso)
    return alike and other.period.end < one.period.start and _named_in(match["noun"], first)


def _named_in(noun: str, other: Term) -> bool:
    """Whether what a figure is said to be of was said of the other as well: 去年同期余额为."""
    return noun in ("", "这一数字", "该数字", "数字", "这一数据") or noun in other.lead


def _same_base(base: Term, level: Term, change: Term) -> bool:
    """Whether 同比 beside a change may mean these two: not where they lie years apart."""
    basis = _BASIS.search(change.lead)
    if basis is None:
        return True
    leads = base.lead + level.lead
    if LAST in base.lead or (LAST in level.lead and PAST not in base.lead):
        return "同比" not in basis.group()
    if PAST in leads:
        return "环比" not in basis.group()
    years = [term.years[-1] for term in (base, level) if term.years and term.years[-1] is not None]
    if len(years) == 2:
        return "同比" in change.lead and abs((years[0] or 0) - (years[1] or 0)) == 1
    return DATED not in base.lead


_FIRST_FROM = re.compile(
    rf"[^，。；：]{{0,4}}[：，；（(—]+(?:即)?(?:由|从)(?:{TIME}){{0,5}}(?:的)?(?:每[\u4e00-\u9fff])?$"
)
_FIRST_THEN = re.compile(rf"[^，。；：]{{0,2}}[：（(—]+(?:{TIME})[^，。；]{{0,10}}$")


def _told_first(row: Row) -> Iterator[Change]:
    """客流翻了一番：2019年只有9万人次，去年已达36万人次: the change before the two ends."""
    for change, base, level in zip(row.terms, row.terms[1:], row.terms[2:], strict=False):
        if not _is_pair(base, level):
            continue
        moved = _FIRST_FROM.fullmatch(base.lead) and _TO.match(level.lead)
        then = _FIRST_THEN.fullmatch(base.lead) and _is_later(base, level)
        if not moved and not then:
            continue
        said = (1, False) if change.mention.text.startswith("翻") else stated(change.lead)
        if said is not None and not said[1] and not _RATE_A_YEAR.search(change.lead):
            direction: Direction = 1 if said[0] > 0 else -1
            yield Change(base, level, change, direction, "ratio" if "翻" in change.mention.text else "change")


def _side_by_side(row: Row) -> Iterator[Change]:
    """412.6万人，比上年末的409.8万人增加2.8万人; A是B的3倍."""
    for level, base, change in zip(row.terms, row.terms[1:], row.terms[2:], strict=False):
        if not _is_pair(base, level) or _FROM.search(level.lead) or _is_added(level) or _IS_GAP.search(level.lead):
            continue
        if _IS_MEAN.search(level.lead) and not _IS_MEAN.search(base.lead):
            continue  # 共进19球，场均3.17球，比上一轮的13球多6球
        if change.is_multiple and change.lead == "的" and _IS.fullmatch(base.lead):
            yield Change(base, level, change, 0, "ratio", compared=True)
        elif "翻" in change.mention.text and _NOTHING.fullmatch(change.lead) and _is_compared(base):
            yield Change(base, level, change, 0, "ratio")
        elif _is_compared(base) and (match := _THAN_SAYS.fullmatch(change.lead)):
            direction: Direction = 1 if match["up"] or match["more"] else -1
            compared = match["more"] or match["less"]
            if compared and stated(level.lead) is not None:
                continue  # 增加到9.6万元，增加了3.6万元，比前年的6万元高六成
            if compared in words.PACE and level.quantity.kind == "duration":
                direction = -1 if direction > 0 else 1
            yield Change(base, level, change, direction, "change", bool(compared))


def _is_added(term: Term) -> bool:
    """Whether a figure is itself a change, and no level: 增加了3.6万元，比前年的6万元高六成."""
    said = stated(term.lead)
    return term.is_amount and said is not None and not said[1]


_REACHED = re.compile(
    rf"[，、；]?(?:总数|数量|总量)?(?:已|已经|现){{0,5}}(?:达到|达|实现|完成|即|也就是|增至|升至|降至|减至|(?:{_UP}|{_DOWN})(?:到|至|为)|为)(?:了)?$"
)
_RISEN = re.compile(rf"[，、；（(]{_PAD}(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_LOOSE}$")
_GROWS = re.compile(
    rf"(?:的)?(?:基础上|之上)?，?(?:又|再|还)?(?:(?:(?P<up>{_UP}|多)|(?P<down>{_DOWN}|少))(?:了|近|约){{0,5}})?$"
)
_STARTS = re.compile(r"(?:由|从|在|比|较)[^，。；：、]{0,12}$")
_AHEAD = re.compile(r"[，、](?:(?P<more>领先|高出|超出|多出|高于|多于)|(?P<less>落后|低于|少于))[^，。；、]{1,10}的$")
_NOTHING = re.compile(r"(?:整整|足足|约|近)?$")
_ANY_CHANGE = re.compile(rf".*(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_LOOSE}$", re.DOTALL)
_ANY = re.compile(r"", re.DOTALL)
_TO_DOUBLE = re.compile(rf"，(?:{choice(words.PADDING)}|{choice(words.AIMS)}|{TIME}|，|的|[到再]){{0,8}}$")

_ORDERS: tuple[tuple[str, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    ("level change base", _ANY, _RISEN, _EARLIER),
    ("change level base", _ANY_CHANGE, _REACHED, _EARLIER),
    ("base change level", _STARTS, _GROWS, _REACHED),
    ("change level base", _IS_TIMES, _REACHED, _EARLIER),
    ("base change level", _ANY, _TO_DOUBLE, _REACHED),
    ("level change base", _ANY, _RATIO, _EARLIER),
    ("level base change", _ANY, _AHEAD, _NOTHING),
)
"""Other orders in which base, level and change are told, and what leads to each figure."""


def _in_other_order(row: Row) -> Iterator[Change]:
    """达1.32亿件，同比增长18%，去年同期为1.2亿件; 比原来的50户增加3倍，达到150户; 领先第二名的76.9分1.7分."""
    for at, terms in enumerate(zip(row.terms, row.terms[1:], row.terms[2:], strict=False)):
        if _EARLIER.fullmatch(terms[0].lead) and any(_is_pair(one, terms[0]) for one in row.terms[:at]):
            continue  # 同比增长10%，上年同期1.2亿，环比增长1.5%，上季度为1.3亿: itself a base of the level before
        for order, *patterns in _ORDERS:
            found = [_leads(pattern, term) for pattern, term in zip(patterns, terms, strict=True)]
            if all(found) and _is_of_like_nouns(terms, found):
                yield from _ordered(dict(zip(order.split(), terms, strict=True)), found)
                break


def _is_of_like_nouns(terms: Sequence[Term], found: Sequence[re.Match[str] | None]) -> bool:
    """Whether what an earlier figure is said to be of was spoken of before: 营收12.6亿元，增长5%；前年研发投入1亿元."""
    nouns = (match.groupdict().get("noun") or "" for match in found if match is not None)
    before = "".join(term.lead for term in terms[:-1]) + "".join(_GENERIC_NOUNS)
    return all(len(noun) < 2 or any(noun[at : at + 2] in before for at in range(len(noun) - 1)) for noun in nouns)


_GENERIC_NOUNS = tuple("这一数字 该数字 数据 比例 指标 总数 总量 总额 全年 同期 数量 价格 成绩".split())


def _leads(pattern: re.Pattern[str], term: Term) -> re.Match[str] | None:
    return pattern.search(term.lead) if pattern in (_STARTS, _ANY, _AHEAD, _IS_TIMES) else pattern.fullmatch(term.lead)


def _ordered(roles: dict[str, Term], found: list[re.Match[str] | None]) -> Iterator[Change]:
    base, level, change = roles["base"], roles["level"], roles["change"]
    if not _is_pair(base, level) or any(_RATE_A_YEAR.search(term.lead) for term in (change,)):
        return
    if change.is_amount and not comparable(change.unit, level.unit):
        return
    said = {name: value for match in found if match is not None for name, value in match.groupdict().items() if value}
    up, down = "up" in said or "more" in said, "down" in said or "less" in said
    if up != down and stated(level.lead) in (None, (1, True), (-1, True)):
        yield Change(base, level, change, 1 if up else -1, "change", compared="more" in said or "less" in said)
    elif not up and not down and as_ratio(change) and not _is_added(base):
        yield Change(base, level, change, 0, "ratio")


_IS_MEAN = re.compile(r"(?<!平)均[^，。；：、]{0,4}$")
_IS_GAP = re.compile(rf"(?<![同环])比[^，。；：、]{{1,8}}(?:{_MORE}|{_LESS})(?:出|了|约)?$")
_COMPARES = re.compile(rf"(?:{_MORE}|{_LESS})(?:出|了|约)?$")


def _is_compared(base: Term) -> bool:
    """Whether a figure is what another is compared with (比上年的26.1万人), not itself the difference (比上年低2万)."""
    return stated(base.lead) is None and not _COMPARES.search(base.lead) and _THAN.fullmatch(base.lead) is not None


_IS = re.compile(r"(?:[^，。；：、]{0,8}[，、])?(?:正好|恰好|约|几乎)?(?:是|为|相当于|等于)[^，。；、]{0,12}$")

_BY = re.compile(
    rf"[，、；（(]{_PAD}(?:[比较][^，。；：、（）]{{1,11}}?[前末初年月日期价周季次届])?{_PAD}(?:(?P<up>{_UP}|多)|(?P<down>{_DOWN}|少)){_LOOSE}$"
)


def _increments(row: Row, taken: set[int]) -> Iterator[Change]:
    """480万人次，比上年增加80万人次，增长20%: the base is what is left when the increment is taken away."""
    for at in range(2, len(row.terms)):
        level, first, second = row.terms[at - 2 : at + 1]
        if at in taken or stated(level.lead) or not level.is_amount:
            continue
        amount, rate = (first, second) if not first.is_percent else (second, first)
        if not rate.is_percent or not amount.is_amount or not comparable(level.unit, amount.unit):
            continue
        if _one_change(level, first, second):
            direction: Direction = 1 if (_BY.fullmatch(amount.lead) or {"up": ""})["up"] else -1
            yield Change(amount, level, rate, direction, "increment")


def _one_change(level: Term, first: Term, second: Term) -> bool:
    """Whether two figures behind a level tell the same change twice, as an amount and as a rate."""
    one, two = _BY.fullmatch(first.lead), _BY.fullmatch(second.lead)
    if one is None or two is None or bool(one["up"]) != bool(two["up"]):
        return False
    if any(_RATE_A_YEAR.search(term.lead) for term in (first, second)):
        return False
    bases = [_BASIS.findall(term.lead) for term in (first, second)]
    return not bases[1] or bases[0] == bases[1]
