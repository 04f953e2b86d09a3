"""Passages in, shares out that part and whole near them don't make: 42件，其中七分之三、也就是16件."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, in_unit, literally, ratio, reckoned, shifted
from figcheck.checks.moves import Taken, told_change
from figcheck.checks.passages import Figure, Passage, order, passages
from figcheck.checks.phrases import alternatives
from figcheck.checks.shares import noun_of
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Span, SpanEvidence
from figcheck.slips import chance, looks_like
from figcheck.units import PERCENT, conversion
from figcheck.values import Frozen

_HUNDRED = Fraction(100)


class Share(Frozen):
    """A percentage or fraction that says what part of something another figure is."""

    figure: Figure
    over: bool
    """Whether it is what goes beyond the whole: 超额15%."""
    led: bool
    """Whether words such as 占, 率 and 完成 lead to it."""


class Split(Frozen):
    """A share with its part and its whole."""

    share: Share
    part: Figure
    whole: Figure
    reading: Literal["read", "only", "unnamed"]
    """Whether the words put the three together, or there are but two figures that the share can be of, named or not."""


# --- shares --------------------------------------------------------------------------------------------------

_FILL = "(?:约|近|仅|只|就|便|已|均|达|达到|为|是|了|到|去|据|高达|超过|不足|接近|大约|正好|恰好|刚好|整整|足足){0,5}"
_LED = re.compile(
    rf"(?:占|占比|比例|比重|份额|占有率|[一-龥](?:率|进度|满意度|认可度|支持度|知晓度)(?={_FILL}$)|完成|兑现|为|相当于|是)(?P<whole>[^，。；：、]{{0,14}}?)的?{_FILL}$"
)
_OVER = re.compile(rf"(?:超额|超出|超过|超)(?:计划|目标|任务|预期|定额|完成)?(?:的)?{_FILL}$")
_NO_SHARE = re.compile(
    rf"(?:{choice((*words.RISING, *words.FALLING))}|同比|环比|[增涨降跌]幅|增速|折扣|首付|息)(?:分别)?{_FILL}$"
)
_OF_BEFORE = re.compile(rf"(?:同期|上年|去年|前年|上届|往年|上月|此前|原来)(?:仅|只)?{_FILL}$")
"""The same rate at another time: 平均溢价率7.3%，去年同期为3.1%."""
_WAY = re.compile(r"(?:由|从|自)[^，。；：]{0,10}$|[到至](?:今年|去年|目前|现在|如今|[12][0-9]{3}年)?的?$")
_LEVEL = re.compile(r"(?:达|占)到$|(?:率|比例|占比|比重|份额)[^，。；：由从]{0,6}[到至]$")
_RATE = re.compile(rf"(?P<stem>[一-龥]{{1,4}}?)(?:率|进度|度){_FILL}$")
_MEANS = re.compile(
    rf"(?:也就是|即|合|约合|就是|共|有|计|人数为|约为|共计|等于|折合|达|——|（|一数，|数了数，|清点，){{1,3}}{_FILL}$"
)


def share_of(figure: Figure) -> Share | None:
    """What the words beside a figure say of it as a share."""
    if not (figure.is_percent or figure.is_fraction) or figure.number <= 0 or _NO_SHARE.search(figure.own):
        return None
    if _OF_BEFORE.search(figure.own) or _TO_SUCH_A_PART.search(figure.own):
        return None
    if _WAY.search(figure.own) and not _LEVEL.search(figure.own):
        return None
    if figure.quantity.hedge not in ("exact", "about", "odd", "nearly", "over", "at_least"):
        return None
    if _OVER.search(figure.own) and figure.is_percent:
        return Share(figure, True, True)
    told = told_change(figure)
    if told is not None and told.kind == "rate" and told.direction:
        return None
    led = _LED.search(figure.own) is not None or (figure.lead.endswith("（") and figure.behind.startswith("）"))
    alone = figure.is_fraction or "成" in figure.mention.text or figure.behind[:1] in "的、，"
    return Share(figure, False, led) if led or alone or _OF.search(figure.lead) else None


_TO_SUCH_A_PART = re.compile(
    "(?:减|降|缩|压|跌|少|减少|下降|降低|缩小|缩短|减轻)[到至为](?:了|原来|原先|过去|以前|此前|从前)*的?$"
)
"""用水减少到原来的三分之一 is a fall, and no share of figures near it."""
_OF = re.compile(r"[中里内]，?[^，。；]{0,10}$")


def _percent(figure: Figure) -> Interval:
    """A share in percent; fractions in words are loose."""
    if not figure.is_fraction:
        return reckoned(figure.quantity)
    value = figure.number * _HUNDRED
    arm = value / 25
    if figure.quantity.hedge in ("over", "at_least"):
        return Interval(value, min(2 * value, _HUNDRED))
    return Interval(value - arm, value + arm)


def _value(figure: Figure) -> Fraction:
    return figure.number * (_HUNDRED if figure.is_fraction else 1)


# --- parts and wholes ----------------------------------------------------------------------------------------


def shares_told(analysis: Analysis) -> Iterator[Hit]:
    """A share, a part and a whole of which one is a slip of what the other two make."""
    for passage in passages(analysis):
        for share in filter(None, map(share_of, passage.figures)):
            if _is_other_rate(share):
                continue
            split = _split(passage, share)
            if split is None or _is_told_apart(passage, split) or _is_one_twice(split):
                continue
            if _DISTANCE.search(split.whole.own) or _DISTANCE.search(split.part.own):
                continue  # 收支相差的21.4亿元 is no whole
            if not _is_explained(passage, split) and _is_slip(split) and not _is_lost(passage, split):
                yield as_split(split)


_DISTANCE = re.compile("(?:相差|差额|缺口)[^，。；：]{0,3}$")


def _is_lost(passage: Passage, split: Split) -> bool:
    """Whether so much stands near that part and whole may be others, where no slip of hand puts the three together."""
    part, whole = split.part, split.whole
    if not comparable(part.unit, whole.unit) and part.sentence != whole.sentence:
        return True  # 八百名楼长……。全街道94个投放点，正确投放率达到91%
    near = [one for one in passage.figures if abs(one.sentence - split.share.figure.sentence) <= 1]
    wholes = [one for one in near if one not in (part, whole) and alike(part, one) and one.number > part.number]
    shares = [one for one in near if one is not split.share.figure and one.is_percent and share_of(one) is not None]
    return (passage.is_of_many or len(wholes) + len(shares) >= _CROWD) and _chance(split) > _LIKELY / 2


_CROWD = 2


def _is_one_twice(split: Split) -> bool:
    """Whether part and whole are one quantity in two units: 1800亩，也就是120公顷."""
    return split.part.unit != split.whole.unit and _exact(split) == _HUNDRED


def _is_told_apart(passage: Passage, split: Split) -> bool:
    """Whether the part comes behind its share and a semicolon, and so is another's."""
    share = split.share.figure
    return split.part.start > share.start and "；" in passage.between(share, split.part)


def _is_other_rate(share: Share) -> bool:
    """Whether a rate is reckoned of what the passage need not tell: seats by the day, machines by the hour."""
    rate = _RATE.search(share.figure.own)
    return rate is not None and rate["stem"].endswith(more.OTHER_RATES)


def _split(passage: Passage, share: Share) -> Split | None:
    at = passage.figures.index(share.figure)
    readings = (_planned, _part_before, _part_behind, _whole_behind, _whole_named_behind)
    for read in readings if not share.figure.is_fraction else (_part_behind, _whole_behind, _part_before):
        found = read(passage, at) if read is not _part_before or share.led or not share.figure.is_fraction else None
        if found is not None and _is_of(share, *found):
            return Split(share, *found, "read")
    found = _whole_between(passage, at)
    if found is not None:
        return Split(Share(share.figure, False, True), *found, "read")
    found = _only_two(passage, at)
    return None if found is None else Split(share, *found, "only" if _is_of(share, *found) else "unnamed")


_OF_WHOLE_WITH = re.compile(r"(?:占|相当于|为|是)(?:到|了|去)?[^，。；：、]{0,12}$")
_ITS = re.compile(rf"^[^，。；：、]{{0,8}}的{_FILL}$")


def _whole_between(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """1.26万亩，约占全县4.2万亩果园的五成: the whole between 占 and its share."""
    if at < 2 or not _ITS.match(passage.figures[at].lead):
        return None
    part, whole = passage.figures[at - 2 : at]
    if not _OF_WHOLE_WITH.search(whole.own) or part.sentence != whole.sentence or not alike(part, whole):
        return None
    return (part, whole) if part.number < whole.number * 10 and _may_be_part(part) else None


_WHOLE_NAMED = re.compile(rf"占(?:到|了|据)?(?P<whole>[^，。；：、占]{{0,14}}?)(?:的)?{_FILL}$")


def _is_of(share: Share, part: Figure, whole: Figure) -> bool:
    """Whether the words for the share fit the two: what 占 names is beside the whole, what 率 is of beside the part."""
    named = _WHOLE_NAMED.search(share.figure.own)
    noun = noun_of(named["whole"]) if named is not None else ""
    if len(noun) > 1 and not _PLAN.search(noun) and noun not in _OF_ALL_TOLD:
        beside = whole.lead + whole.tail
        if whole.unit is not None and whole.unit.symbol in noun and whole.unit.symbol not in _IN_OTHER_WORDS:
            return True
        return any(noun[at : at + 2] in beside for at in range(len(noun) - 1))
    rate = _RATE.search(share.figure.own)
    if rate is None:
        return True
    beside = part.own + part.tail + share.figure.lead[: rate.start()]
    return rate["stem"].endswith(more.PASS_RATES) or any(char in beside for char in rate["stem"][-2:])


_IN_OTHER_WORDS = ("个", "家", "元", "年", "天", "日", "月", "分")


_OF_ALL_TOLD = ("全班", "全队", "全体", "全部", "总数", "总人数", "总量", "全团", "全组")


def _near(passage: Passage, at: int, other: int) -> bool:
    return abs(passage.figures[at].sentence - passage.figures[other].sentence) <= 1


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures may be part and whole: people and things counted go together, whatever the counter."""
    if not (one.is_amount and other.is_amount) or one.quantity.kind == "duration" or other.quantity.kind == "duration":
        return False
    if comparable(one.unit, other.unit):
        return True
    counts = all(unit is None or unit.counts for unit in (one.unit, other.unit))
    return counts and min(one.number, other.number) >= _SOME


_SOME = 10
"""The least number of things that may be counted by another counter than the whole: 2400枚, 1824尾."""


_OTHERS_SHARE = re.compile(r"[，、][一-龥]{3,8}占[比到了]?约?近?$")
"""本地老字号31家，年轻店主占四成多: who has the share is named anew."""


def _is_of_others(share: Figure, part: Figure) -> bool:
    named = _OTHERS_SHARE.search(share.lead)
    if named is None or _SHARED_BY.search(named.group()):
        return False
    beside = part.own + part.tail
    return not any(char in beside for char in named.group()[1:-1].partition("占")[0][-2:])


_SHARED_BY = re.compile("[，、](?:[约仅只已就便均其又也分别这此该数量总额人数]|合计|总计|两者|三者)+占")


def _part_before(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """1500人，900人……，占60%: the part right before the share, the whole before that."""
    figures = passage.figures
    if at < 2 or not _is_clause(passage, figures[at - 1], figures[at]):
        return None
    part = figures[at - 1]
    if not _may_be_part(part) or _is_of_others(figures[at], part):
        return None
    first = next((other for other in range(at - 1, max(-1, at - 7), -1) if "其中" in figures[other].lead), at)
    for other in range(at - 2, max(-1, at - 5), -1):
        whole = figures[other]
        if first <= other and at - first >= _SIBLINGS:
            return None
        if (
            alike(part, whole)
            and _near(passage, at, other)
            and whole.number >= part.number
            and whole.number * (conversion(whole.unit, part.unit) or 1) != part.number
            and _is_whole(passage, whole, part)
        ):
            return part, whole
    return None


_SIBLINGS = 3
"""Parts of a list behind 其中, of which none is the whole of another: 其中噪声620件，占道410件，消费380件."""


def _is_clause(passage: Passage, part: Figure, share: Figure) -> bool:
    """Whether a share is told right behind a part, with one clause between at most."""
    between = passage.between(part, share)
    return part.sentence == share.sentence and between.count("，") <= 2 and len(between) <= 30 and "；" not in between


_NO_PART = re.compile(r"每|均|比|同比|增长|其余|另")
_NO_WHOLE = re.compile(r"每|均|比|增长|增加|减少|下降")


def _may_be_part(part: Figure) -> bool:
    return _NO_PART.search(part.own) is None


def _is_whole(passage: Passage, whole: Figure, part: Figure) -> bool:
    if (
        any(told is whole for told, _, _ in _told_parts(passage))
        and _AMONG_ITS.search(passage.between(whole, part) if whole.start < part.start else "") is None
    ):
        return False
    if _NO_WHOLE.search(whole.own):
        return False
    return "；" not in passage.between(whole, part) or _is_proven(passage, whole, part)


def _is_proven(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Whether a part before the semicolon has the share of the whole that is told of it: the next one has it, too."""
    for one, share, _ in _told_parts(passage):
        if whole.start < one.start < part.start and comparable(one.unit, whole.unit):
            made = in_unit(admitted(one.quantity), one.unit, whole.unit)
            if made is not None and ratio(made, admitted(whole.quantity)).scaled(_HUNDRED).meets(_percent(share)):
                return True
    return False


_AMONG_ITS = re.compile("其中|[中里]，|当中|之中|里面|[中里]有")


def _part_behind(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """42件，其中七分之三、也就是18件: the share first, then the part."""
    figures = passage.figures
    if at < 1 or at + 1 >= len(figures):
        return None
    part, share = figures[at + 1], figures[at]
    if part.sentence != share.sentence or not _is_meant(share, part) or len(part.lead) > 24 or not _may_be_part(part):
        return None
    for other in range(at - 1, max(-1, at - 4), -1):
        whole = figures[other]
        if (
            alike(part, whole)
            and _near(passage, at, other)
            and whole.number >= part.number
            and _is_whole(passage, whole, part)
        ):
            return part, whole
    return None


def _is_meant(share: Figure, part: Figure) -> bool:
    """Whether a figure behind a share is what it comes to: 占28%，也就是7000万元; 占28%，7000万元."""
    if _MEANS.search(part.lead) is not None or (part.lead == "，" and "占" in share.own):
        return True
    rate = _RATE.search(share.own)
    return rate is not None and rate["stem"][-2:] in part.own and part.lead.count("，") == 1


_AMONG = re.compile(r"^[^，。；]{0,8}[中里]，?")


def _whole_behind(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """三分之一的人家靠烧瓷吃饭，4800户里窑户有1200户: the share first, then whole and part."""
    figures = passage.figures
    if at + 2 >= len(figures):
        return None
    whole, part = figures[at + 1], figures[at + 2]
    if not figures[at].is_fraction and not _is_taken_up(figures[at], whole, part):
        return None
    if not alike(whole, part) or part.sentence - figures[at].sentence > 1 or whole.number < part.number:
        return None
    return (part, whole) if _AMONG.match(whole.behind) and whole.sentence == part.sentence else None


_SAYS_AGAIN = re.compile(r"也就是|就是说|换句话说|算下来|意味着|^，?(?:即|按)")


def _is_taken_up(share: Figure, whole: Figure, part: Figure) -> bool:
    """Whether words lead from a percentage to the whole and part behind it, or the part bears its name: 上线率64%."""
    rate = _RATE.search(share.own)
    if _SAYS_AGAIN.search(whole.lead) is not None:
        return True
    return rate is not None and (rate["stem"][-2:] in part.own + part.tail or share.own[:2] in part.own)


_NO_LEVEL = re.compile(r"每|均|同比|环比|第|最[高低多少大小]")


def _only_two(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """已支出6.3亿元，预算总额9亿元，执行率63%: the only two figures near a share that measure the same."""
    share = passage.figures[at]
    if share.quantity.hedge != "exact":
        return None
    for reach in (0, 1):
        near = [figure for figure in passage.figures if abs(figure.sentence - share.sentence) <= reach]
        if any(figure is not share and share_of(figure) for figure in near):
            return None
        levels = [figure for figure in near if _can_be_level(figure)]
        pairs = [(one, two) for one, two in combinations(levels, 2) if _measurealike(one, two)]
        if len(pairs) == 1:
            one, two = pairs[0]
            if order(one, two):
                return None
            if re.fullmatch("[^，。；]*、[^，。；]*", passage.between(one, two)):
                return None
            factor = conversion(two.unit, one.unit) or Fraction(1)
            return (one, two) if one.number < two.number * factor else (two, one)
        if pairs:
            return None
    return None


def _measurealike(one: Figure, two: Figure) -> bool:
    """Whether two figures have one unit; 按全市500万人口推算，老年人约120万人 are people both."""
    units = {figure.unit.dimension if figure.unit is not None else "" for figure in (one, two)}
    return comparable(one.unit, two.unit) or units == {"", "person"}


def _can_be_level(figure: Figure) -> bool:
    if not figure.is_amount or figure.quantity.kind == "duration" or figure.number <= 1:
        return False
    return _NO_LEVEL.search(figure.own) is None and told_change(figure) is None


def _whole_named_behind(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """4.05亿元，占年度销售总额的27%。公司实现销售收入15亿元: the whole that 占 names, in the sentence behind."""
    figures = passage.figures
    share, named = figures[at], _WHOLE_NAMED.search(figures[at].own)
    noun = noun_of(named["whole"]) if named is not None else ""
    if at < 1 or len(noun) < 2 or not _is_clause(passage, figures[at - 1], share) or not _may_be_part(figures[at - 1]):
        return None
    part = figures[at - 1]
    for whole in figures[at + 1 : at + 3]:
        beside = whole.own + whole.tail
        if not comparable(whole.unit, part.unit) or whole.sentence - share.sentence != 1 or _OTHER.search(beside):
            continue
        meant = part.number * (conversion(part.unit, whole.unit) or 1) / share.number * _HUNDRED
        if chance(whole.quantity, looks_like(whole.quantity, meant)) > _BY_CHANCE:
            continue
        if noun[:2] in beside and _is_whole(passage, whole, part):
            return part, whole
    return None


_BY_CHANCE = 0.05
"""How probable the likeness of a whole to what the share makes may be by chance, where another sentence tells it."""


_OTHER = re.compile(choice(more.OTHER_WHOLES.split()) + "|其中|上半年|季度|月份|新增")

_PLAN, _DONE = re.compile(choice(more.TARGETS.split())), re.compile(choice(more.REACHED.split()))


def _planned(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """目标120亿元，已完成87.6亿元，占年度目标的73%."""
    figures = passage.figures
    share = figures[at]
    if not re.search(choice((*more.TARGETS.split(), "超", "完成", "兑现")), share.own + share.tail):
        return None
    before = [figure for figure in figures[max(0, at - 4) : at] if share.sentence - figure.sentence <= 1]
    plans = [figure for figure in before if _PLAN.search(figure.own) or _PLAN.match(figure.tail)]
    for plan in reversed(plans):
        done = [one for one in before if one is not plan and alike(one, plan) and comparable(one.unit, plan.unit)]
        done = [one for one in done if one not in plans]
        if len(done) == 1:
            return done[0], plan
    return None


# --- judging -------------------------------------------------------------------------------------------------


def _made(share: Share, part: Figure, whole: Figure, taken: Taken = admitted) -> Interval | None:
    own = in_unit(taken(part.quantity), part.unit, whole.unit)
    if own is None:
        own = taken(part.quantity) if alike(part, whole) else None
    if own is None:
        return None
    percent = ratio(own, taken(whole.quantity)).scaled(_HUNDRED)
    return shifted(percent, -_HUNDRED) if share.over else percent


def _is_round(split: Split) -> bool:
    """Whether part and whole to the last digit make just another round share than the one told: 七成, not 六成."""
    share, exact = split.share.figure, _exact(split)
    if not share.is_percent or any(one.quantity.hedge != "exact" for one in (share, split.part, split.whole)):
        return False
    return exact != share.number and exact % 10 == 0 and share.number % 10 == 0 and 0 < exact < _HUNDRED


def _is_explained(passage: Passage, split: Split) -> bool:
    """Whether any two figures near a share make it, or what is left of the whole where that is spoken of."""
    share = split.share
    said = literally(share.figure.quantity) if _is_round(split) else _percent(share.figure)
    taken, end = (
        literally if _is_round(split) else admitted,
        max(share.figure.start, split.part.start, split.whole.start),
    )
    near = [
        figure
        for figure in passage.figures
        if figure.is_amount and abs(figure.sentence - share.figure.sentence) <= 1 and figure.start <= end
    ]
    for part, whole in permutations(near, 2):
        made = _made(share, part, whole, taken) if alike(part, whole) else None
        if made is None:
            continue
        rest = shifted(made.negated(), _HUNDRED) if _REST.search(part.lead + share.figure.own) else made
        if made.meets(said) or rest.meets(said):
            return True
    return _fits_sibling(passage, split, said)


def _fits_sibling(passage: Passage, split: Split, said: Interval) -> bool:
    """Whether part and share are of the whole that another part and its share give: 1260人占84%，240人占16%."""
    for part, share, _ in _told_parts(passage):
        if part is split.part or not share.number or not alike(part, split.part):
            continue
        whole = ratio(admitted(part.quantity), reckoned(share.quantity).scaled(1 / _HUNDRED))
        own = in_unit(admitted(split.part.quantity), split.part.unit, part.unit)
        if own is not None and ratio(own, whole).scaled(_HUNDRED).meets(said):
            return True
    return False


_REST = re.compile("[不未没剩余非无另]")


def _exact(split: Split) -> Fraction:
    """The share in percent that part and whole make."""
    factor = conversion(split.part.unit, split.whole.unit) or Fraction(1)
    exact = split.part.number * factor / split.whole.number * _HUNDRED
    return exact - _HUNDRED if split.share.over else exact


def _is_slip(split: Split) -> bool:
    share, exact = split.share.figure, _exact(split)
    if exact <= 0 or (share.quantity.hedge in ("over", "at_least") and exact >= _value(share)):
        return False  # 六成以上 is right of all that is more
    if share.is_fraction or "成" in share.mention.text:
        if split.reading == "unnamed":
            return _chance(split) <= _LIKELY / 5
        if split.reading == "only":
            return _chance(split) <= _LIKELY or (_is_together(split) and _is_near_fraction(share, exact))
        told = _is_near_fraction(share, exact) or (_names_part(split) and _is_of_the_rest(share, exact))
        return told or _part_slip(split) is not None
    if split.reading == "unnamed":
        return _chance(split) <= _LIKELY / 5
    if split.reading == "only":
        return _chance(split) <= _LIKELY or (_is_near(split, exact) and _is_together(split))
    if looks_like(share.quantity, exact) is not None or _part_slip(split) is not None:
        return True
    return split.share.led and _is_near(split, exact)


def _is_near(split: Split, exact: Fraction) -> bool:
    return abs(exact - split.share.figure.number) <= _NEAR and exact <= _MOST


_SHARE_WORD = re.compile(rf"(?:占[^，。；：、]{{0,14}}的?|占比|比重|比例|份额|率|强度|的){_FILL}$")


def _is_together(split: Split) -> bool:
    """Whether part, whole and share stand in one sentence, and the share is called one."""
    share = split.share.figure
    named = _SHARE_WORD.search(share.own) is not None or share.behind.startswith(("的", "流", "出", "来", "在"))
    return named and split.part.sentence == split.whole.sentence == share.sentence


_LIKELY = 0.1
"""How probable the likeness to a slip may be where nothing but the units puts the three together."""


def _chance(split: Split) -> float:
    """How probable by chance it is that one of the three looks like a slip of what the others make."""
    share, part, whole = split.share.figure, split.part, split.whole
    value = _value(share) + (_HUNDRED if split.share.over else 0)
    factor = conversion(part.unit, whole.unit) or Fraction(1)
    wanted = (
        (share, _exact(split)),
        (part, whole.number * value / _HUNDRED / factor),
        (whole, part.number * factor / value * _HUNDRED),
    )
    return 3 * min(chance(one.quantity, looks_like(one.quantity, number)) for one, number in wanted)


_NEAR = Fraction(15)
"""Percentage points by which a share that is led by 占 or 率 may be off and still be a slip."""
_MOST = Fraction(100)


def _is_near_fraction(share: Figure, exact: Fraction) -> bool:
    """三分之一 for a quarter: another simple fraction of about that size."""
    value = _value(share)
    return exact <= 2 * value and value <= 2 * exact and exact <= _MOST


def _names_part(split: Split) -> bool:
    """Whether the part is named once more beside its share: 山地27平方公里，山地占了四分之一."""
    name = re.sub("^其中", "", split.share.figure.own)[:2]
    return len(name) == 2 and name in split.part.own


def _is_of_the_rest(share: Figure, exact: Fraction) -> bool:
    """四分之一 where it is three quarters."""
    return abs(exact + _value(share) - _HUNDRED) <= _FOR_THE_REST


_FOR_THE_REST = 3
"""Within how many percent a share told is that of the rest: 占四分之一 of three quarters."""


def _part_slip(split: Split) -> str | None:
    """Whether part or whole is a slip of what the share makes of the other."""
    value = _value(split.share.figure) + (_HUNDRED if split.share.over else 0)
    factor = conversion(split.part.unit, split.whole.unit) or Fraction(1)
    part = split.whole.number * value / _HUNDRED / factor
    whole = split.part.number * factor / value * _HUNDRED
    return looks_like(split.part.quantity, part) or looks_like(split.whole.quantity, whole)


def as_split(split: Split) -> Hit:
    """The hit that part and whole make another share than the one told."""
    share, part, whole = split.share.figure, split.part, split.whole
    exact = _exact(split)
    expected = digits_like(exact, share.core, PERCENT)
    form = f"{part.core} ÷ {whole.core}" + (" − 100%" if split.share.over else "")
    working = f"{form} {equals(exact, shown(exact))} {shown(exact, PERCENT)} ≠ {share.core}"
    values = {
        "written": share.mention.text,
        "part": part.mention.text,
        "whole": whole.mention.text,
        "expected": expected,
    }
    places: tuple[Evidence, ...] = tuple(
        SpanEvidence(one.start, one.end, one.mention.text) for one in sorted((whole, part), key=lambda one: one.start)
    )
    return Hit(share.mention.span, values, (*places, Derivation(working)), expected, against=share.start)


# --- two shares of one whole ---------------------------------------------------------------------------------

_OF_WHOLE = re.compile(rf"(?:占|控股|持股)(?:比)?(?:到|了|据)?(?P<whole>[^，。；：、]{{0,12}}?)(?:的)?{_FILL}$")


def two_shares_told(analysis: Analysis) -> Iterator[Hit]:
    """出口412亿元，占全部出口的60%；出口206亿元，占20%: two parts and shares of one sentence that differ by a slip."""
    for passage in passages(analysis):
        for (first, one, whole), (second, other, again) in pairwise(_told_parts(passage)):
            if first.sentence != second.sentence or not comparable(first.unit, second.unit):
                continue
            if order(first, second) and _IN_TIME.search(second.lead):
                continue
            if not again or whole.startswith(again):
                yield from _differ(passage, first, one, second, other)


_IN_TIME = re.compile("[今去前上]年|[上下]半年|月|季度|[0-9]{4}年|同期|现在|如今")


def is_age_or_time(part: Figure) -> bool:
    """Whether a figure is a length of time or an age: 46岁以上的占二成七."""
    return part.quantity.kind == "duration" or (part.unit is not None and part.unit.symbol in ("岁", "周岁"))


_COMES_TO = re.compile(r"[，（](?:[^，。；（]{0,3}(?:为|达|约|有|共|计|合|即|是|就是|出资|收入))?")


def _told_parts(passage: Passage) -> Iterator[tuple[Figure, Figure, str]]:
    """Parts right before their shares or right behind them, with the words for the whole."""
    taken: Figure | None = None
    for one, two, three in zip(passage.figures, passage.figures[1:], (*passage.figures[2:], None), strict=False):
        if one.sentence != two.sentence or one is taken:
            continue
        part, share = (one, two) if two.is_percent else (two, one)
        match = (
            _OF_WHOLE.search(share.own) if share.is_percent and part.is_amount and not is_age_or_time(part) else None
        )
        if match is None:
            continue
        if share is two and (not _SHARE_BEHIND.fullmatch(two.lead) or _has_part_behind(two, three)):
            continue
        if part is two and not _COMES_TO.fullmatch(two.lead):
            continue
        taken = two
        yield part, share, match["whole"]


_SHARE_BEHIND = re.compile(r"[^，。；0-9]{0,8}，?[^，。；]{0,16}")


def _has_part_behind(share: Figure, part: Figure | None) -> bool:
    """去年营收2.5亿元，门票只占28%，7000万元: a share of what its own words name, with the part behind it."""
    if part is None or part.sentence != share.sentence or not part.is_amount or not _COMES_TO.fullmatch(part.lead):
        return False
    return re.match("，?(?:约|仅|只|就|便|已|均|各)?占", share.lead) is None


_SAME = re.compile(rf"其中|(?:{alternatives(more.OTHER_WHOLES)})")


def _differ(passage: Passage, first: Figure, one: Figure, second: Figure, other: Figure) -> Iterator[Hit]:
    ends = sorted((first, one, second, other), key=lambda figure: figure.start)
    if _SAME.search(passage.between(ends[1], ends[2]) + second.own) or not one.number or not other.number:
        return
    sizes = [
        ratio(admitted(part.quantity), reckoned(share.quantity)) for part, share in ((first, one), (second, other))
    ]
    own = in_unit(sizes[1], second.unit, first.unit)
    if own is None or own.meets(sizes[0]):
        return
    factor = conversion(second.unit, first.unit) or Fraction(1)
    exact = second.number * factor * one.number / first.number
    parts = looks_like(second.quantity, first.number * other.number / one.number / factor)
    if looks_like(other.quantity, exact) is None and parts is None and exact != _HUNDRED - one.number:
        return  # 占总量的六成；占三成 of what is the rest
    expected = shown(exact, PERCENT)
    wholes = (first.number / one.number * _HUNDRED, second.number / other.number * _HUNDRED)
    working = "，".join(
        f"{part.core} ÷ {share.core} {equals(size, shown(size))} {shown(size, part.unit)}"
        for part, share, size in ((first, one, wholes[0]), (second, other, wholes[1]))
    )
    values = {
        "written": other.mention.text,
        "first": shown(wholes[0], first.unit),
        "second": shown(wholes[1], second.unit),
    }
    places = tuple(SpanEvidence(fig.start, fig.end, fig.mention.text) for fig in (first, one, second))
    yield Hit(Span(other.start, other.end), values, (*places, Derivation(working)), expected, against=other.start)
