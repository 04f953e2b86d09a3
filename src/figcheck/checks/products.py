"""Passages in, rates, counts and totals out that don't multiply: 850公斤黄瓜，每公斤3.2元，卖了3720元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.averages import is_near_mean
from figcheck.checks.intervals import admitted, product, reckoned, total
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.per import Count, Rate, both, counts, is_near, rates_in
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Span, SpanEvidence, Unit
from figcheck.numerals import whole_number
from figcheck.slips import chance, looks_like
from figcheck.units import conversion
from figcheck.values import Frozen, replace


class Triple(Frozen):
    """A rate, a count and what should be their product."""

    rate: Rate
    count: Count
    whole: Figure


# --- products ------------------------------------------------------------------------------------------------


def products(analysis: Analysis) -> Iterator[Hit]:
    """A rate, a count and a total of which one is a slip of what the other two make."""
    for passage in passages(analysis):
        yield from _sides(passage)
        rates = list(rates_in(passage))
        told: set[int] = set()
        for rate in rates:
            triples = list(triples_of(passage, rate, rates)) if _is_only(rate, rates) else []
            if (
                not triples
                or any(fits(triple) or is_shared(passage, triple) for triple in triples)
                or is_told_by_another(triples, rates)
                or is_mixed(triples, rates)
                or is_reduced(passage, triples)
            ):
                continue
            triples = [one for one in triples if not one.count.is_spare]
            found = _wrong(passage, [one for one in triples if not one.count.is_loose]) or _loosely(passage, triples)
            ends = {found.whole.start, found.rate.figure.start} if found is not None else set()
            if found is not None and not ends & told:
                told |= ends
                yield as_hit(found)


def _sides(passage: Passage) -> Iterator[Hit]:
    lengths = [one for one in passage.figures if one.unit is not None and one.unit.dimension == "length"]
    if any(_WIDE.search(one.own) for one in lengths):
        from figcheck.checks.areas import areas  # few articles have any

        yield from areas(passage)


_WIDE = re.compile("[宽阔]|边长")


def _wrong(passage: Passage, triples: Sequence[Triple]) -> Triple | None:
    """The one of several readings that is a slip, where words or units put rate and count together."""
    alike = [one for one in triples if _slip(one) is not None and not _is_of_few(one)]
    if (
        len(triples) == 1
        and not alike
        and not passage.is_of_many
        and (_is_converted(triples[0]) or _is_sure(passage, triples[0]))
    ):
        return triples[0]
    return alike[0] if _are_one(alike) and _is_bound(passage, alike[0], triples) else None


def _is_of_few(triple: Triple) -> bool:
    """Whether a whole told first is no sum by its words, and too short for a slip of it to be told from chance."""
    rate, whole = triple.rate.figure, triple.whole
    is_few = rate.unit is not None and (rate.unit.counts or rate.unit.dimension == "person") and rate.number < _FEW
    if not is_few or whole.start > rate.start or _EVENED.search(rate.own) or _SUMS.search(whole.own + whole.tail):
        return False
    return _chance(triple) > _BY_NAME


_BY_CHANCE = 0.04
_BY_NAME = 0.25
"""How probable a slip may be by chance where a count is only put beside a rate; where the whole is called a sum."""


def _loosely(passage: Passage, triples: Sequence[Triple]) -> Triple | None:
    """The reading that is most probably a slip, where no words put rate and count together: 单价2400元, 320台."""
    if passage.is_of_many or any(_AT_MOST.search(triple.rate.figure.lead) for triple in triples):
        return None
    likely = [(_chance(triple), triple) for triple in triples if _slip(triple) is not None]
    best = min(likely, key=lambda one: one[0], default=None)
    if best is None:
        return None
    named = len(triples) == 1 and _SUMS.search(best[1].whole.own + best[1].whole.tail) is not None
    return best[1] if best[0] * len(triples) <= (_BY_NAME if named else _BY_CHANCE) else None


_SUMS = re.compile(choice((*words.PRICED, *words.TOTAL_WORDS, *more.SUMS.split())))


def _chance(triple: Triple) -> float:
    """How probable by chance it is that one of the three looks like a slip of what the others make."""
    exact, whole = exact_of(triple), triple.whole
    times = whole.number / exact
    meant = [(whole.quantity, exact), (triple.rate.figure.quantity, triple.rate.figure.number * times)]
    if triple.count.figure is not None and triple.count.other is triple.count.plus is None:
        meant.append((triple.count.figure.quantity, triple.count.number * times))
    return len(meant) * min(chance(one, looks_like(one, number), rounded=True) for one, number in meant)


def is_told_by_another(triples: Sequence[Triple], rates: Sequence[Rate]) -> bool:
    """Whether another rate of the passage makes the total: 一碗原汤粉14元……平均每碗15.6元."""
    others = [rate for rate in rates if rate is not triples[0].rate and _same_kind(rate.over, triples[0].rate.over)]
    return any(
        fits(Triple(rate, triple.count, triple.whole))
        for triple in triples
        for rate in others
        if rate.figure is not triple.whole
    )


def is_mixed(triples: Sequence[Triple], rates: Sequence[Rate]) -> bool:
    """Whether a part of what is counted has another rate: 每张8000元，1200张，其中700张每张1.2万元."""
    made = [(one, two, other) for one in triples for two in triples for other in rates if other is not one.rate]
    return any(
        one.whole is two.whole
        and one.count.number < two.count.number
        and _same_kind(other.over, one.rate.over)
        and one.rate.figure.number * one.count.number + other.figure.number * (two.count.number - one.count.number)
        == one.whole.number
        for one, two, other in made
    )


def _are_one(triples: Sequence[Triple]) -> bool:
    """Whether there is but one reading, or one whose count is told twice: 一年365天."""
    return len({(triple.whole.start, triple.rate.figure.start) for triple in triples}) == 1


def _is_only(rate: Rate, rates: Sequence[Rate]) -> bool:
    """Whether no other rate of its kind stands in the sentence: 大碗茶每碗两元，盖碗茶每碗五元."""
    return not any(
        other is not rate
        and other.per == rate.per
        and other.figure.sentence == rate.figure.sentence
        and _same_kind(other.over, rate.over)
        and not _IN_SUM.search(other.figure.own)
        and not (rate.also and not other.also)
        for other in rates
    )


_IN_SUM = re.compile("总|共|合计|全")
_OF_ITS_OWN = more.NOT_PLAIN_BESIDE.split()
_REDUCED = re.compile(
    choice([one for one in (*words.REDUCED, *words.OWED, *more.NOT_PLAIN.split()) if one not in _OF_ITS_OWN])
)
_REDUCED_BESIDE = re.compile(choice(_OF_ITS_OWN))


def is_reduced(passage: Passage, triples: Sequence[Triple]) -> bool:
    """Whether words near by say that more goes into a total than rate and count, or that a figure is only a limit."""
    if _REDUCED.search(_window(passage, triples[0].rate)):
        return True
    if _ADDED.search(triples[0].rate.figure.own):
        return True  # 0—4公里2元，此后每4公里加1元
    figures = {one for triple in triples for one in (triple.rate.figure, triple.whole, triple.count.figure)}
    own = [one for one in figures if one is not None]
    return any(one.tail.startswith("起") or _REDUCED_BESIDE.search(one.own + "|" + one.tail) for one in own)


def _window(passage: Passage, rate: Rate) -> str:
    sentences = [figure for figure in passage.figures if is_near(figure, rate.figure)]
    return passage.text[sentences[0].start - len(sentences[0].lead) : sentences[-1].end + 12]


_ADDED = re.compile("(?:递加|加收|另加|再加|加价|加)$")
_NO_TOTAL = re.compile("[日月年周人户]均|[共分]?设[有置]?$")
"""中秋3天日均车流量118万辆次; 共设21项 are no products."""


def triples_of(passage: Passage, rate: Rate, rates: Sequence[Rate]) -> Iterator[Triple]:
    """All counts and wholes near a rate that it can be told of."""
    own = {other.figure.start: other for other in rates}
    for count in _chained(passage, rate, own):
        for whole in passage.figures:
            if whole in (rate.figure, count.figure, *_second(count)) or not whole.is_amount:
                continue
            if not is_near(whole, rate.figure):
                continue
            if whole.start < rate.figure.start and _OF_SOME.search(passage.text, whole.end, rate.figure.start):
                continue
            if not _are_alike(whole, rate) or _NO_TOTAL.search(whole.own):
                continue
            if count.figure is not None and _same_kind(whole.unit, count.unit) and not _is_greater(rate, count, whole):
                continue
            per = _per(own, whole)
            timed = per in _TIMED and (rate.under is None or rate.under.dimension not in _TIMED)
            timed = timed or (per in _TIMED and (_by_the_day(passage, count, whole) or _is_of_it(own, count, whole)))
            if (timed or per in ("", _per(own, count.figure), count.left)) and _can_be_whole(whole):
                yield Triple(rate, count, whole)


def _chained(passage: Passage, rate: Rate, own: dict[int, Rate]) -> Iterator[Count]:
    """The counts of a rate; those told per something themselves with how many of that there are: 12排, 每排18垛."""
    for count in counts(passage, rate):
        inner = own.get(count.figure.start) if count.figure is not None and count.other is None else None
        is_measured = count.unit is None or not (count.unit.counts or count.unit.dimension == "person")
        if inner is None or inner.figure is rate.figure or is_measured:
            yield count
            continue
        more = [one for one in counts(passage, inner) if not one.is_loose and not one.is_spare]
        more = [one for one in more if one.figure is not rate.figure and one.other is None]
        is_timed = inner.under is not None and inner.under.dimension in _TIMED
        yield from (replace(both(rate, count, one), is_spare=is_timed) for one in more)
        yield count if is_timed else replace(count, is_spare=bool(more) or count.is_spare)


def _second(count: Count) -> tuple[Figure | None, ...]:
    return (count.other.figure,) if count.other is not None else ()


_OF_SOME = re.compile("其中")
_TIMED = ("seconds", "months")
_DAILY = re.compile(r"(?:一天|每天|一日|每日|日)[^，。；\d]{0,6}$")


def _by_the_day(passage: Passage, count: Count, whole: Figure) -> bool:
    """Whether so many hours are those of one day, and the whole is what a day makes: 一天连干22小时，日抛填量2.64万."""
    return _DAILY.search(
        passage.text[max(passage.span.start, count.span.start - 8) : count.span.start]
    ) is not None and (_DAILY.search(whole.own) is not None)


def _is_of_it(own: dict[int, Rate], count: Count, whole: Figure) -> bool:
    """Whether a whole is that of the one year or hour that is counted: 每人每月800元，一年要支出1728万元."""
    figure, rate = count.figure, own[whole.start]
    return figure is not None and figure.number == 1 and figure.unit is not None and figure.unit == rate.under


def _is_greater(rate: Rate, count: Count, whole: Figure) -> bool:
    """Which of two figures of one unit is the count: the first, or of 每千人拥有3.75名 the greater."""
    if rate.size >= 100:
        return count.number > whole.number
    return count.figure is not None and whole.start > count.figure.start


def _are_alike(whole: Figure, rate: Rate) -> bool:
    """Whether a whole counts what a rate does; 平均每天15万 leaves its 人次 out."""
    if rate.over is None and rate.figure.quantity.kind == "number" and "均" in rate.figure.own:
        return whole.unit is None or whole.unit.counts or whole.unit.dimension == "person"
    if _is_noun_of(whole, rate.over):
        return True
    return conversion(whole.unit, rate.over) is not None and _same_kind(whole.unit, rate.over)


def _is_noun_of(whole: Figure, over: Unit | None) -> bool:
    """Whether a whole in 个 is of the same things: 1120个座位, 平均每厅140座."""
    if whole.unit is None or over is None or not over.counts or whole.unit.symbol != "个" or over.symbol == "个":
        return False
    return over.symbol in whole.tail[:3]


def _same_kind(one: Unit | None, other: Unit | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.dimension == other.dimension


def _per(own: dict[int, Rate], figure: Figure | None) -> str:
    """What a count or a whole is itself told per: 一亩40斤 and 每亩2800元."""
    rate = own.get(figure.start) if figure is not None else None
    return rate.under.dimension if rate is not None and rate.under is not None else rate.per if rate is not None else ""


_NO_WHOLE = re.compile(r"最[高低多少大小]|比|较|同比|增长|提高|下降|节省|多[一-龥]{0,2}了?$")


_PEAK = re.compile(r"其中[^，。；]*最|最[高低多少大小][，的]")


def _can_be_whole(figure: Figure) -> bool:
    return _NO_WHOLE.search(figure.own) is None and _PEAK.search(figure.lead) is None


def _made(triple: Triple) -> Interval | None:
    """What rate and count make, in the unit of the whole."""
    rate, count = triple.rate, triple.count
    factor = conversion(count.unit, rate.under) if rate.under is not None and count.unit is not None else Fraction(1)
    is_bare = rate.over is None or _is_noun_of(triple.whole, rate.over)
    over = Fraction(1) if is_bare else conversion(rate.over, triple.whole.unit)
    if factor is None or over is None:
        factor = Fraction(1) if over is not None and (count.unit is None or count.unit.counts) else None
    if factor is None or over is None:
        return None
    return product(_taken(rate), count.interval.scaled(factor / rate.size)).scaled(over)


def is_shared(passage: Passage, triple: Triple) -> bool:
    """Whether a percentage near by leads from the product to the whole: 户均用电200度，总用电1500万度，工业占两成."""
    made = _made(triple)
    whole = admitted(triple.whole.quantity)
    shares = [one.number / _HUNDRED for one in passage.figures if one.is_percent and is_near(one, triple.whole)]
    parts = [part for share in shares if 0 < share < 1 for part in (share, 1 - share)]
    if made is None:
        return False
    return any(made.meets(whole.scaled(part)) or made.scaled(part).meets(whole) for part in parts)


def _is_price(figure: Figure) -> bool:
    """Whether so many whole yuan are what one pays, and not what came out of a division."""
    return _EVENED.search(figure.own) is None and admitted(figure.quantity).low == figure.number


def _taken(rate: Rate) -> Interval:
    """What a rate admits: of each hundred so many, give or take one."""
    quantity, number = rate.figure.quantity, rate.figure.number
    if rate.size >= _HUNDRED > number and quantity.hedge in ("about", "exact") and quantity.step == 1:
        return Interval(number - 1, number + 1)
    if _is_price(rate.figure):
        return admitted(quantity)
    made, half = reckoned(quantity), Fraction(quantity.step) / 2
    if quantity.hedge != "exact" or made.low is None or made.high is None or _EVENED.search(rate.figure.own) is None:
        return made
    return Interval(min(made.low, number - half), max(made.high, number + half))


_HUNDRED = 100
_EVENED = re.compile("均|折合|合|算|相当")


def fits(triple: Triple) -> bool:
    """Whether rate and count make the whole, rounding allowed."""
    made, whole = _made(triple), triple.whole
    if made is None or made.meets(admitted(whole.quantity)) or _is_about(triple):
        return True
    return bool(whole.number) and is_near_mean(triple.rate.figure.own, exact_of(triple) / whole.number)


def _is_about(triple: Triple) -> bool:
    """Whether a few a month or a day, as one does it, come to about the whole: 每月6场，前9个月52场."""
    figure, under = triple.rate.figure, triple.rate.under
    few = figure.unit is not None and figure.unit.counts and figure.number < _FEW
    if not few or under is None or under.dimension not in _TIMED or "均" in figure.own:
        return False
    return abs(exact_of(triple) / triple.whole.number - 1) * 2 * figure.number <= 1


_FEW = 10


def exact_of(triple: Triple) -> Fraction:
    """Rate times count in the unit of the whole."""
    rate, count = triple.rate, triple.count
    factor = (
        conversion(count.unit, rate.under) if rate.under is not None and count.unit is not None else None
    ) or Fraction(1)
    over = conversion(rate.over, triple.whole.unit) or Fraction(1)
    return rate.figure.number * count.number * factor / rate.size * over


def _slip(triple: Triple) -> str | None:
    """Which of the three is a slip of what the other two make."""
    exact, whole = exact_of(triple), triple.whole.number
    if not exact or not whole:
        return None
    times = whole / exact
    if looks_like(triple.whole.quantity, exact) is not None:
        return "whole"
    if looks_like(triple.rate.figure.quantity, triple.rate.figure.number * times) is not None:
        return "rate"
    count = triple.count.figure if triple.count.other is triple.count.plus is None else None
    return "count" if count is not None and looks_like(count.quantity, count.number * times) is not None else None


_CONVERTED = re.compile(r"折合|折算|折成|算下来|相当于|合每|换算|也就是每|即每")


def _is_converted(triple: Triple) -> bool:
    """Whether the rate is said to be just what the other two come to: 折合每斤2400元."""
    exact, whole = exact_of(triple), triple.whole.number
    near = bool(exact) and bool(whole) and exact <= 4 * whole and whole <= 4 * exact
    one = triple.count.figure
    same = one is not None and one.sentence == triple.whole.sentence == triple.rate.figure.sentence
    return near and same and _CONVERTED.search(triple.rate.figure.lead) is not None


_AVERAGED_OUT = re.compile(r"平均|[人户亩日月年村店校班场件单]均|时速|均速|亩产|单产|每[百千万]")
_IN_ALL = re.compile(
    r"(?:^|[，。；])(?:共|一共|总共|合计|共计|总计|合|约合|折合|等于|就是|总重|总价|总长)[^，。；]{0,3}$"
)
_AT_MOST = re.compile("最高|最快|设计|限速|额定|最低|起步")
_SHARED_OUT = re.compile(r"[人户]均(?P<what>[一-龥]{2})")
"""What is shared out is not always all that came in: 收入73万元，127户户均分红2100元."""
_FARTHEST = 12


def _is_sure(passage: Passage, triple: Triple) -> bool:
    """Whether an average, or a sum that is said to be all, stands in one sentence with the two that make it."""
    rate, whole, one = triple.rate.figure, triple.whole, triple.count.figure
    exact = exact_of(triple)
    if one is not None and (one.sentence != rate.sentence or one.quantity.hedge != "exact"):
        return False
    if rate.sentence != whole.sentence or rate.quantity.hedge != "exact" or not exact or _AT_MOST.search(rate.lead):
        return False
    first, last = min(rate.start, whole.start), max(rate.end, whole.end)
    if "；" in passage.text[first:last] or not 1 / Fraction(_FARTHEST) <= whole.number / exact <= _FARTHEST:
        return False
    if _AVERAGED_OUT.search(rate.own + rate.tail[:5]) is not None:
        shared = _SHARED_OUT.search(rate.own)
        return shared is None or shared.group("what") in whole.own + whole.tail
    return _IN_ALL.search(whole.lead) is not None and (one is None or one.unit != whole.unit)


_TOTALS = re.compile(choice((*words.PRICED, *words.TOTAL_WORDS, *more.MAKES.split())))


def _is_bound(passage: Passage, triple: Triple, triples: Sequence[Triple]) -> bool:
    """Whether there is no other reading, or the whole is said to be one."""
    if len(triples) == 1:
        return True
    return _TOTALS.search(triple.whole.own + "|" + triple.whole.tail) is not None


def as_hit(triple: Triple) -> Hit:
    """The hit that a rate and a count don't make their whole."""
    rate, count, whole = triple.rate, triple.count, triple.whole
    exact = exact_of(triple)
    if _slip(triple) in ("rate", None):
        wanted, figure, other = rate.figure.number * whole.number / exact, rate.figure, whole
        working, texts = f"{_named(whole)} ÷ {count.shown}", (count.shown, whole.mention.text)
    else:
        wanted, figure, other = exact, whole, rate.figure
        working, texts = f"{_named(rate.figure)} × {count.shown}", (rate.figure.mention.text, count.shown)
    expected = digits_like(wanted, figure.core, figure.unit)
    values = {"written": figure.mention.text, "first": texts[0], "second": texts[1], "expected": expected}
    spans = sorted(((other.mention.span, other.mention.text), *count.places))
    places: tuple[Evidence, ...] = tuple(SpanEvidence(span.start, span.end, text) for span, text in spans)
    made = f"{equals(wanted, shown(wanted))} {shown(wanted, figure.unit)} ≠ {figure.core}"
    derivation = Derivation(f"{working} {made}")
    return Hit(figure.mention.span, values, (*places, derivation), expected, against=figure.start)


def _named(figure: Figure) -> str:
    """A figure with its unit, since those of a product are not the same."""
    return figure.core + (figure.unit.symbol if figure.unit is not None else "")


# --- the mean of a list --------------------------------------------------------------------------------------

_MEAN = re.compile(
    rf"^(?P<whose>[^，。；：、]{{0,6}}?)(?:{choice(more.MEANS.split())})[^，。；：、]{{0,10}}?(?:约|为|达|达到|是|在|仅|只有|到|高达){{0,3}}$"
)
_WHOSE = re.compile(
    r"(?:这|其|他们?|她们?|它们?|则|就|为|得分|得出|得到|最后|最终|成绩|合计|综合|总|周|旬|月|年|算下来|算起来|折算|计算|由此|因此|[0-9一二两三四五六七八九十几]{1,3}"
    r"[个项块人天场年次地家口队批组位名轮站门科笔座处座村校者]|[的，]){0,4}"
)
"""What may stand before 平均 of a list: anything else may be the mean of more, 全班平均, 本赛季场均."""
_SCOPE = re.compile(r"赛季|全[市省县国校班年队厂区镇乡村]|[去今往前]年|以来|生涯|历史|同期|常年|[0-9]月")
_AGAINST = re.compile(r"(?<!最)[高低多少]|[比较超]|[去上往前]年|同期|目标")
_WEIGHTED = re.compile(choice(more.WEIGHTED.split()))
_TRIMMED = re.compile(choice(more.TRIMMED.split()))
_JUDGED = re.compile("评委|裁判|打分|评分|亮分|打出")
_TURN = re.compile(choice(more.IN_TURN.split()))
_JOINED = re.compile(r"，|(?:、|和|与|及|以及|，?其次是)[^，。；：、0-9]{0,8}")
_PARTS_OF_YEAR = (7, 12, 24, 30, 31, 52, 60, 365, 366)
_FEWEST = 3


def mean_of_list(analysis: Analysis) -> Iterator[Hit]:
    """91岁、88岁、94岁、87岁和90岁，平均92岁."""
    for passage in passages(analysis):
        for at, figure in enumerate(passage.figures):
            if not figure.is_amount or figure.quantity.hedge == "vague":
                continue
            yield from _wrong_trimmed(passage, at)
            if not _is_mean(figure):
                continue
            listed = _list_before(passage, at)
            if len(listed) >= _FEWEST and not _AGAINST.search(figure.own) and not _is_trimmed(passage, figure):
                yield from _wrong_mean(passage, figure, listed)


def _is_mean(figure: Figure) -> bool:
    match = _MEAN.search(figure.own)
    return match is not None and _WHOSE.fullmatch(match["whose"]) is not None and _SCOPE.search(figure.lead) is None


def _is_trimmed(passage: Passage, figure: Figure) -> bool:
    sentence = [one for one in passage.figures if one.sentence == figure.sentence]
    return _TRIMMED.search(passage.text, sentence[0].start - len(sentence[0].lead), figure.start) is not None


_ENDS_TRIMMED = re.compile(
    "(?:去掉|去除|除去|除掉|扣除|剔除)(?:了)?(?:一个|1个)?最[高低]分?[和与、，及]?(?:再|又)?(?:去掉|去除|除去)?(?:一个|1个)?最[高低]分"
)
_SCORED = re.compile("(?:得分|分数|平均分?|均分|成绩|得到|总评|评分)(?:为|是|达|达到|定格在|：|仅为|只有){0,2}$")
_BY_DEGREE = re.compile("难度|系数|乘|总分|两轮|三轮|附加|扣分")


def _wrong_trimmed(passage: Passage, at: int) -> Iterator[Hit]:
    """去掉一个最高分、一个最低分: 9.2分、9.5分、9.0分、9.6分、9.4分 make 9.37分 and no other."""
    figure = passage.figures[at]
    if at < _FEWEST or _SCORED.search(figure.own) is None:
        return
    said_so = _ENDS_TRIMMED.search(passage.text, passage.span.start, figure.start)
    if said_so is None:
        return
    rule = Span(*said_so.span())
    listed = _row_before(figure, passage, [one for one in passage.figures[:at] if not rule.holds(one.mention.span)])
    if len(listed) <= _FEWEST or _BY_DEGREE.search(passage.text, passage.span.start, figure.end):
        return
    inner = sorted(one.number for one in listed)[1:-1]
    mean, whole = sum(inner, Fraction(0)) / len(inner), sum((one.number for one in listed), Fraction(0)) / len(listed)
    said = reckoned(figure.quantity)
    if (
        not any(Interval(one, one).meets(said) for one in (mean, whole))
        and inner[0] / 2 <= figure.number <= inner[-1] * 2
    ):
        yield _off_mean(figure, sorted(listed, key=lambda one: one.number)[1:-1], mean)


def _list_before(passage: Passage, at: int) -> list[Figure]:
    """The figures of the same unit that stand in a row right before a mean, in its sentence or the one before."""
    return _row_before(passage.figures[at], passage, passage.figures[:at])


def _row_before(own: Figure, passage: Passage, before: Sequence[Figure]) -> list[Figure]:
    listed: list[Figure] = []
    for figure in reversed(before):
        if not _is_like(figure, own) or own.sentence - figure.sentence > 1:
            break
        if listed and (
            figure.sentence != listed[0].sentence or not _JOINED.fullmatch(passage.between(figure, listed[0]))
        ):
            break
        listed.insert(0, figure)
    return listed


def _is_like(one: Figure, other: Figure) -> bool:
    if one.unit is None or other.unit is None:
        marks = one.unit is None and other.unit is not None and other.unit.symbol == "分"  # 9.2、9.5、9.0，平均9.23分
        return marks or (one.unit is other.unit and one.quantity.kind == other.quantity.kind)
    return one.is_amount and one.unit.dimension == other.unit.dimension


# --- judging -------------------------------------------------------------------------------------------------


def _wrong_mean(passage: Passage, figure: Figure, listed: Sequence[Figure]) -> Iterator[Hit]:
    numbers = [one.number * (conversion(one.unit, figure.unit) or 1) for one in listed]
    mean = sum(numbers, Fraction(0)) / len(numbers)
    said = reckoned(figure.quantity)
    is_counted = _is_counted(passage, listed)
    runs = [slice(None)]
    if not is_counted:
        runs += [run for end in range(2, len(listed)) for run in (slice(end), slice(-end, None))]
    if any(_meets(numbers[run], listed[run], said) for run in runs):
        return
    if any(Interval(one / by, one / by).meets(said) for one in numbers for by in _PARTS_OF_YEAR):
        return  # 年增35.88元，月均2.99元
    judged = _JUDGED.search(passage.text, passage.span.start, figure.start) or _ENDS_TRIMMED.search(passage.text)
    inner = sorted(numbers)[1:-1] if judged else []
    without = sum(inner, Fraction(0)) / max(1, len(inner))
    if inner and Interval(without, without).meets(said):
        return  # the highest and the lowest left out
    inside = min(numbers) <= figure.number <= max(numbers)
    slip = looks_like(figure.quantity, mean) is not None
    if _WEIGHTED.search(figure.own + listed[0].own) and (inside and not (slip and is_counted)):
        return
    if not is_counted and not (inside or slip):
        return
    yield _off_mean(figure, listed, mean)


def _meets(numbers: Sequence[Fraction], listed: Sequence[Figure], said: Interval) -> bool:
    made = total(
        admitted(one.quantity).scaled(number / one.number) for number, one in zip(numbers, listed, strict=True)
    ).scaled(Fraction(1, len(numbers)))
    if made.low is None or made.high is None or said.low is None or said.high is None or made.low == made.high:
        return made.meets(said)
    return max(made.low, said.low) < min(made.high, said.high)


_NUMBER = re.compile(r"[0-9]{1,2}|[一二两三四五六七八九十]{1,3}")


def _is_counted(passage: Passage, listed: Sequence[Figure]) -> bool:
    """Whether the words before a list say that it is one figure for each, or how many there are: 近五战, 分别."""
    lead = passage.text[max(passage.span.start, listed[0].start - 40) : listed[0].start]
    if _TURN.search(re.split("[。；]", lead)[-1]):
        return True
    return any(whole_number(match.group()) == len(listed) for match in _NUMBER.finditer(lead)) or (
        len(listed) == len("日一二三四五六") and "周" in lead
    )


def _off_mean(figure: Figure, listed: Sequence[Figure], mean: Fraction) -> Hit:
    expected = digits_like(mean, figure.core, figure.unit)
    values = {"written": figure.mention.text, "expected": expected}
    places: tuple[Evidence, ...] = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in listed)
    form = f"({' + '.join(one.core for one in listed)}) ÷ {len(listed)}"
    working = f"{form} {equals(mean, shown(mean))} {shown(mean, figure.unit)}"
    return Hit(figure.mention.span, values, (*places, Derivation(working)), expected, against=figure.start)
