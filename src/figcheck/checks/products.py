"""Passages in, rates, counts and totals out that don't multiply: 850公斤黄瓜，每公斤3.2元，卖了3720元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.averages import is_near_mean
from figcheck.checks.intervals import admitted, counted, product, reckoned, total
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Mention, Span, SpanEvidence, Stamp, Unit
from figcheck.slips import looks_like
from figcheck.units import UNITS, conversion, unit_at
from figcheck.values import Frozen


class Rate(Frozen):
    """A figure that is told per something."""

    figure: Figure
    over: Unit | None
    """What the figure counts."""
    per: str
    """The word for what it is told per: 公斤, 亩, 天, 村."""
    under: Unit | None
    """Its unit, where it is one."""
    size: Fraction
    """How many of those: 每100公里."""


class Count(Frozen):
    """So many of what a rate is told per."""

    span: Span
    text: str
    core: str
    number: Fraction
    interval: Interval
    unit: Unit | None
    figure: Figure | None
    """None where a word of the calendar gives the number."""


class Triple(Frozen):
    """A rate, a count and what should be their product."""

    rate: Rate
    count: Count
    whole: Figure


# --- rates ---------------------------------------------------------------------------------------------------

_FILL = "(?:约|为|达|达到|是|仅|只|超过|超|近|有|了|高达|均|可|能|不过|大约|要|需|得|卖|收|产){0,5}"
_EACH = re.compile(
    rf"每(?:一)?(?P<size>[0-9]{{1,4}}|[一二两三四五六七八九十百千万亿]{{1,2}})?(?P<rest>[^，。；：、每]{{1,14}}?){_FILL}$"
)
_COUNTERS = {**dict(words.AVERAGES), **dict(more.MADE_IN)}
_AVERAGED = re.compile(
    rf"(?<![上本当每全0-9一二三四五六七八九十])(?P<word>{choice(list(_COUNTERS))})[^，。；：、]{{0,10}}?{_FILL}$"
)
_BEHIND = re.compile(rf"^的?[^，。；：、]{{0,6}}?(?P<word>{choice([word for word, _ in words.AVERAGES])})")
_PER_ONE = re.compile(r"^(?:每|一|／|/)(?P<rest>[一-龥]{1,4})")


def rates_in(passage: Passage) -> Iterator[Rate]:
    """The figures of a passage that are told per something."""
    for at, figure in enumerate(passage.figures):
        if not figure.is_amount or figure.quantity.hedge == "vague":
            continue
        rate = _by_unit(figure) or _each(figure) or _averaged(figure) or _of_one(passage, at, figure)
        if rate is not None:
            yield rate


def _by_unit(figure: Figure) -> Rate | None:
    """4.6元/公斤, 12元每斤, 3.2元一斤."""
    unit = figure.unit
    if unit is not None and "/" in unit.symbol:
        over, _, under = unit.symbol.partition("/")
        return Rate(figure, UNITS.get(over), under, UNITS.get(under), Fraction(1))
    behind = _PER_ONE.match(figure.behind)
    return _rate(figure, behind["rest"], Fraction(1)) if behind is not None and unit is not None else None


def _each(figure: Figure) -> Rate | None:
    match = _EACH.search(figure.own)
    if match is None:
        return None
    size = _size(match["size"])
    if "每" in figure.own[: match.start()]:
        return None  # 每单元每层两户
    return _rate(figure, match["rest"], size) if size else None


def _size(written: str | None) -> Fraction:
    from figcheck.numerals import read_numeral

    found = read_numeral(written) if written else None
    value = found.value if found is not None else Decimal(1)
    return Fraction(value) if value is not None else Fraction(0)


_TIMES = {"月": "个月", "天": "天", "日": "天", "年": "年", "周": "周", "季": "个季度"}


def _rate(figure: Figure, rest: str, size: Fraction) -> Rate | None:
    if rest[:1] in _TIMES:
        return Rate(figure, figure.unit, rest[0], UNITS.get(_TIMES[rest[0]]), size)
    known = unit_at(rest, 0)
    if known is not None:
        return Rate(figure, figure.unit, rest[: known[1]], known[0], size)
    rest = rest.removeprefix("个")
    return Rate(figure, figure.unit, rest[:2], None, size) if rest else None


def _averaged(figure: Figure) -> Rate | None:
    match = _AVERAGED.search(figure.own) or _BEHIND.match(figure.tail)
    if match is None:
        return None
    per = _COUNTERS[match["word"]].split()[0]
    return Rate(figure, figure.unit, per, UNITS.get(per), Fraction(1))


_NOT_OF_ONE = re.compile(r"[，、。；：的了]|第$|[又再另还]")


_ITS = re.compile(r"^[一-龥]{0,4}的(?=[一-龥]{2,5}(?:是|为|达|约|要|只|有)?$)")


_ONE = re.compile(r"^(?:卖|种|养|买|修|建|做)?一(?P<rest>[一-龥]{2,12})$")


def _of_one(passage: Passage, at: int, figure: Figure) -> Rate | None:
    """一亩地纯收入4200元, 一个月5400件: told of one of something."""
    led = _ONE.match(figure.own)
    known = unit_at(led["rest"], 0) if led is not None else None
    if known is not None and led is not None and not figure.behind.startswith("的"):
        return Rate(figure, figure.unit, led["rest"][: known[1]], known[0], Fraction(1))
    before = [one.mention for one in passage.figures[at - 1 : at] if one.sentence == figure.sentence] if at else []
    before += [one for one in passage.settings if one.end <= figure.start and one.quantity.kind == "duration"]
    one = max(before, key=lambda mention: mention.end, default=None)
    if (
        figure.quantity.kind == "duration"
        or one is None
        or one.quantity.value != 1
        or one.quantity.unit is None
        or one.quantity.hedge != "exact"
    ):
        return None
    between = passage.text[one.end : figure.start]
    if (
        len(between) > 10
        or _NOT_OF_ONE.search(between)
        or figure.behind.startswith("的")
        or passage.text[one.start - 1 : one.start] in tuple("第近不")
    ):
        return None
    return Rate(figure, figure.unit, one.quantity.unit.symbol, one.quantity.unit, Fraction(1))


# --- counts --------------------------------------------------------------------------------------------------


def _counts(passage: Passage, rate: Rate) -> Iterator[Count]:
    """What there is of what a rate is told per, in its sentence and those beside it."""
    found = [
        figure
        for figure in passage.figures
        if figure is not rate.figure
        and figure.is_amount
        and _is_near(figure, rate.figure)
        and _counts_per(figure, rate)
    ]
    for figure in found:
        mention, interval = figure.mention, counted(figure.quantity)
        if figure.quantity.kind == "duration" and figure.number == 1:
            interval = Interval(figure.number, figure.number)
        yield Count(mention.span, mention.text, figure.core, figure.number, interval, figure.unit, figure)
    if not found and rate.under is not None and rate.under.dimension in ("seconds", "months"):
        yield from _times(passage, rate)


def _is_near(figure: Figure, other: Figure) -> bool:
    return abs(figure.sentence - other.sentence) <= 1


def _counts_per(figure: Figure, rate: Rate) -> bool:
    unit = figure.unit
    if rate.per == "人" and unit is not None and unit.symbol == "人次":
        return True
    if rate.under is not None and unit is not None:
        if unit.dimension == rate.under.dimension and not (figure.number == 1 and unit.symbol == rate.per):
            return True
        if unit.symbol != "个" and unit.dimension != "person":
            return False
    names = {rate.per, rate.per.removeprefix("个")}
    if unit is None or unit.symbol in ("个", "名", "位"):
        return any(name and (name in figure.tail[: len(name) + 1] or figure.own.endswith(name)) for name in names)
    return False


_CALENDAR: tuple[tuple[str, int, int], ...] = (
    # words, months, days
    ("上半年", 6, 181),
    ("下半年", 6, 184),
    ("半年", 6, 182),
    ("前三季度", 9, 273),
    ("一季度", 3, 90),
    ("二季度", 3, 91),
    ("三季度", 3, 92),
    ("四季度", 3, 92),
    ("全年", 12, 365),
    ("去年", 12, 365),
    ("上年", 12, 365),
    ("第一年", 12, 365),
    ("一年", 12, 365),
    ("全月", 1, 30),
    ("上月", 1, 30),
    ("一周", 0, 7),
)
_SPANS = re.compile("|".join(word for word, _, _ in _CALENDAR))
_PARTS = re.compile(
    r"[1１]\s?[至到—－-]\s?(?P<last>[0-9０-９]{1,2})月|前(?P<months>[0-9]{1,2}|[二三四五六七八九十]{1,2})个月"
)


def _times(passage: Passage, rate: Rate) -> Iterator[Count]:
    """Stretches of time that words of the calendar, settings and dates give."""
    for mention in passage.settings:
        count = _of_setting(mention, rate)
        if count is not None:
            yield count
    start, end = passage.span.start, rate.figure.end + 40
    found: dict[tuple[int, int], re.Match[str]] = {}
    for match in _SPANS.finditer(passage.text, start, min(end, passage.span.end)):
        _, months, days = next(entry for entry in _CALENDAR if entry[0] == match.group())
        found.setdefault((months, days), match)
    for (months, days), match in found.items():
        yield from _stretch(match, rate, months, days)
    month = _MONTH.search(passage.text, start, min(end, passage.span.end)) if not found else None
    if month is not None:
        yield from _stretch(month, rate, 0, _days_of(int(_size(month["month"]))))
    for match in _PARTS.finditer(passage.text, start, min(end, passage.span.end)):
        months = int(_size(match["last"] or match["months"]))
        yield from _stretch(match, rate, months, months * 30)


_MONTH = re.compile(
    r"(?<![0-9０-９至到—－-])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![0-9０-９至到底初末上中下以])"
)


def _days_of(month: int) -> int:
    return 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _stretch(match: re.Match[str], rate: Rate, months: int, days: int) -> Iterator[Count]:
    assert rate.under is not None
    span, text = Span(*match.span()), match.group()
    if rate.under.dimension == "months" and months:
        number = Fraction(months)
        yield Count(span, text, f"{months}", number, Interval(number, number), UNITS["个月"], None)
    elif rate.under.symbol in ("天", "日"):
        number = Fraction(days)
        arm = number / 50
        yield Count(span, text, f"{days}", number, Interval(number - arm, number + arm), UNITS["天"], None)


def _of_setting(mention: Mention, rate: Rate) -> Count | None:
    quantity = mention.quantity
    low, high = quantity.low, quantity.high
    assert rate.under is not None
    if quantity.kind == "duration" and quantity.number and quantity.unit is not None and quantity.number != 1:
        if quantity.unit.dimension != rate.under.dimension:
            return None
        core = mention.text[: mention.core_end - mention.start]
        return Count(mention.span, mention.text, core, quantity.number, admitted(quantity), quantity.unit, None)
    if not isinstance(low, Stamp) or not isinstance(high, Stamp):
        return None
    if rate.under.symbol == "年" and low.year and high.year and low.month is None:
        years = Fraction(high.year - low.year + 1)
        return Count(mention.span, mention.text, str(years), years, Interval(years - 1, years), UNITS["年"], None)
    if rate.under.symbol not in ("天", "日"):
        return None
    first, last = low.days(), high.days()
    if first is None or last is None or low.day is None:
        return None
    number = Fraction((last[1] - first[0]).days + 1)
    return Count(mention.span, mention.text, str(number), number, Interval(number - 1, number), UNITS["天"], None)


# --- products ------------------------------------------------------------------------------------------------


def products(analysis: Analysis) -> Iterator[Hit]:
    """A rate, a count and a total of which one is a slip of what the other two make."""
    for passage in passages(analysis):
        rates = list(rates_in(passage))
        told: set[int] = set()
        for rate in rates:
            triples = list(_triples(passage, rate, rates)) if _is_only(rate, rates) else []
            if (
                not triples
                or any(map(_fits, triples))
                or _is_told_by_another(triples, rates)
                or _is_mixed(triples, rates)
                or _REDUCED.search(_window(passage, rate))
            ):
                continue
            alike = [triple for triple in triples if _slip(triple) is not None]
            if (
                len(triples) == 1
                and not alike
                and not passage.is_of_many
                and (_is_converted(triples[0]) or _is_sure(passage, triples[0]))
            ):
                alike = triples
            ends = {alike[0].whole.start, alike[0].rate.figure.start} if alike else set()
            if _are_one(alike) and _is_bound(passage, alike[0], triples) and not ends & told:
                told |= ends
                yield _hit(alike[0])


def _is_told_by_another(triples: Sequence[Triple], rates: Sequence[Rate]) -> bool:
    """Whether another rate of the passage makes the total: 一碗原汤粉14元……平均每碗15.6元."""
    others = [rate for rate in rates if rate is not triples[0].rate and _same_kind(rate.over, triples[0].rate.over)]
    return any(_fits(Triple(rate, triple.count, triple.whole)) for triple in triples for rate in others)


def _is_mixed(triples: Sequence[Triple], rates: Sequence[Rate]) -> bool:
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
        for other in rates
    )


_REDUCED = re.compile(choice((*words.REDUCED, *more.NOT_PLAIN.split())))


def _window(passage: Passage, rate: Rate) -> str:
    sentences = [figure for figure in passage.figures if _is_near(figure, rate.figure)]
    return passage.text[sentences[0].start - len(sentences[0].lead) : sentences[-1].end + 12]


def _triples(passage: Passage, rate: Rate, rates: Sequence[Rate]) -> Iterator[Triple]:
    own = {other.figure.start: other for other in rates}
    for count in _counts(passage, rate):
        for whole in passage.figures:
            if whole in (rate.figure, count.figure) or not whole.is_amount or not _is_near(whole, rate.figure):
                continue
            if whole.start < rate.figure.start and _OF_SOME.search(passage.text, whole.end, rate.figure.start):
                continue
            if conversion(whole.unit, rate.over) is None or not _same_kind(whole.unit, rate.over):
                continue
            if count.figure is not None and _same_kind(whole.unit, count.unit) and not _is_greater(rate, count, whole):
                continue
            per = _per(own, whole)
            timed = per in _TIMED and (rate.under is None or rate.under.dimension not in _TIMED)
            timed = timed or (per in _TIMED and _by_the_day(passage, count, whole))
            if (timed or per in ("", _per(own, count.figure))) and _can_be_whole(whole):
                yield Triple(rate, count, whole)


_OF_SOME = re.compile("其中")
_TIMED = ("seconds", "months")
_DAILY = re.compile(r"(?:一天|每天|一日|每日|日)[^，。；\d]{0,6}$")


def _by_the_day(passage: Passage, count: Count, whole: Figure) -> bool:
    """Whether so many hours are those of one day, and the whole is what a day makes: 一天连干22小时，日抛填量2.64万."""
    return _DAILY.search(
        passage.text[max(passage.span.start, count.span.start - 8) : count.span.start]
    ) is not None and (_DAILY.search(whole.own) is not None)


def _is_greater(rate: Rate, count: Count, whole: Figure) -> bool:
    """Which of two figures of one unit is the count: the first, or of 每千人拥有3.75名 the greater."""
    if rate.size >= 100:
        return count.number > whole.number
    return count.figure is not None and whole.start > count.figure.start


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
    over = conversion(rate.over, triple.whole.unit)
    if factor is None or over is None:
        factor = Fraction(1) if over is not None and (count.unit is None or count.unit.counts) else None
    if factor is None or over is None:
        return None
    return product(reckoned(rate.figure.quantity), count.interval.scaled(factor / rate.size)).scaled(over)


def _fits(triple: Triple) -> bool:
    made, whole = _made(triple), triple.whole
    if made is None or made.meets(admitted(whole.quantity)) or _is_about(triple):
        return True
    return bool(whole.number) and is_near_mean(triple.rate.figure.own, _exact(triple) / whole.number)


def _is_about(triple: Triple) -> bool:
    """Whether a few a month or a day, as one does it, come to about the whole: 每月6场，前9个月52场."""
    figure, under = triple.rate.figure, triple.rate.under
    few = figure.unit is not None and figure.unit.counts and figure.number < _FEW
    if not few or under is None or under.dimension not in _TIMED or "均" in figure.own:
        return False
    return abs(_exact(triple) / triple.whole.number - 1) * 2 * figure.number <= 1


_FEW = 10


def _exact(triple: Triple) -> Fraction:
    """The factor that turns rate times count into the whole's unit, times both."""
    rate, count = triple.rate, triple.count
    factor = (
        conversion(count.unit, rate.under) if rate.under is not None and count.unit is not None else None
    ) or Fraction(1)
    over = conversion(rate.over, triple.whole.unit) or Fraction(1)
    return rate.figure.number * count.number * factor / rate.size * over


def _slip(triple: Triple) -> str | None:
    """Which of the three is a slip of what the other two make."""
    exact, whole = _exact(triple), triple.whole.number
    if not exact or not whole:
        return None
    times = whole / exact
    if looks_like(triple.whole.quantity, exact) is not None:
        return "whole"
    if looks_like(triple.rate.figure.quantity, triple.rate.figure.number * times) is not None:
        return "rate"
    count = triple.count.figure
    return "count" if count is not None and looks_like(count.quantity, count.number * times) is not None else None


_CONVERTED = re.compile(r"折合|折算|折成|算下来|相当于|合每|换算|也就是每|即每")


def _is_converted(triple: Triple) -> bool:
    """Whether the rate is said to be just what the other two come to: 折合每斤2400元."""
    exact, whole = _exact(triple), triple.whole.number
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
    exact = _exact(triple)
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


def _hit(triple: Triple) -> Hit:
    rate, count, whole = triple.rate, triple.count, triple.whole
    exact, slip = _exact(triple), _slip(triple)
    if slip in ("rate", None):
        wanted = rate.figure.number * whole.number / exact
        figure, working = rate.figure, f"{_named(whole)} ÷ {count.text}"
        others: tuple[tuple[Span, str], ...] = ((count.span, count.text), (whole.mention.span, whole.mention.text))
    else:
        wanted, figure, working = exact, whole, f"{_named(rate.figure)} × {count.text}"
        others = ((rate.figure.mention.span, rate.figure.mention.text), (count.span, count.text))
    expected = digits_like(wanted, figure.core, figure.unit)
    values = {"written": figure.mention.text, "first": others[0][1], "second": others[1][1], "expected": expected}
    places: tuple[Evidence, ...] = tuple(SpanEvidence(span.start, span.end, text) for span, text in sorted(others))
    made = f"{equals(wanted, shown(wanted))} {shown(wanted, figure.unit)} ≠ {figure.core}"
    derivation = Derivation(f"{working} {made}")
    return Hit(figure.mention.span, values, (*places, derivation), expected, against=figure.start)


def _named(figure: Figure) -> str:
    """A figure with its unit, since those of a product are not the same."""
    return figure.core + (figure.unit.symbol if figure.unit is not None else "")


# --- the mean of a list --------------------------------------------------------------------------------------

_MEAN = re.compile(
    r"平均(?:年龄|分|成绩|得分|身高|体重|气温|价格|单价|每[一-龥])?(?:约|为|达|是|在|仅|只有|数为|值为)?$"
)


def mean_of_list(analysis: Analysis) -> Iterator[Hit]:
    """91岁、88岁、94岁、87岁和90岁，平均92岁."""
    for passage in passages(analysis):
        for at, figure in enumerate(passage.figures):
            if at < 3 or _MEAN.search(figure.own) is None or not figure.is_amount:
                continue
            listed = _list_before(passage, at)
            hit = _wrong_mean(figure, listed) if len(listed) > 2 else None
            if hit is not None:
                yield hit


def _list_before(passage: Passage, at: int) -> list[Figure]:
    """The figures of the same unit that 、 and 和 join right before a figure."""
    own = passage.figures[at]
    listed: list[Figure] = []
    for figure in reversed(passage.figures[:at]):
        if not _same_kind(figure.unit, own.unit) or figure.sentence != own.sentence:
            break
        if listed and passage.between(figure, listed[0]) not in ("、", "和", "与", "及", "，"):
            break
        listed.insert(0, figure)
    return listed


def _wrong_mean(figure: Figure, listed: Sequence[Figure]) -> Hit | None:
    numbers = [one.number for one in listed]
    mean = sum(numbers, Fraction(0)) / len(numbers)
    made = total(admitted(one.quantity) for one in listed).scaled(Fraction(1, len(numbers)))
    if made.meets(reckoned(figure.quantity)) or not min(numbers) <= figure.number <= max(numbers):
        return None
    if sorted(numbers)[1:-1] and sum(sorted(numbers)[1:-1]) / (len(numbers) - 2) == figure.number:
        return None  # the highest and the lowest left out
    expected = digits_like(mean, figure.core, figure.unit)
    values = {"written": figure.mention.text, "expected": expected}
    places: tuple[Evidence, ...] = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in listed)
    form = f"({' + '.join(one.core for one in listed)}) ÷ {len(listed)}"
    working = f"{form} {equals(mean, shown(mean))} {shown(mean, figure.unit)}"
    return Hit(figure.mention.span, values, (*places, Derivation(working)), expected, against=figure.start)
