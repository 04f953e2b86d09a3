"""Passages in, their figures told per something out, and what there is of it: 户均1.5万元, 120户."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, counted, product, total
from figcheck.checks.passages import Figure, Passage
from figcheck.checks.terms import choice
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Interval, Mention, Span, Stamp, Unit
from figcheck.units import UNITS, conversion, unit_at
from figcheck.values import Frozen, replace


class Per(Frozen):
    """What a figure is told per."""

    word: str
    """The word for it: 公斤, 亩, 天, 村."""
    unit: Unit | None
    """Its unit, where it is one."""


class Rate(Frozen):
    """A figure that is told per something."""

    figure: Figure
    over: Unit | None
    """What the figure counts."""
    per: str
    """The word for what it is told per; empty for a price, which may be one of anything, and where `named` is given."""
    under: Unit | None
    """Its unit, where it is one."""
    size: Fraction
    """How many of those: 每100公里."""
    also: tuple[Per, ...] = ()
    """What else it is told per: 每人每月."""
    others: tuple[str, ...] = ()
    """Other words for what it is told per: 人次 for 张."""
    named: str = ""
    """The words of its clause, where they name what it is told per without saying 每: 社区平均142件."""

    @property
    def is_free(self) -> bool:
        """Whether nothing is said of what it is told per."""
        return not self.per and not self.named


_FILL = "(?:约|为|达|达到|是|仅|只|超过|超|近|有|了|高达|均|可|能|不过|大约|要|需|得|卖|收|产){0,5}"
_EACH = re.compile(
    rf"每(?:一)?(?P<size>[0-9]{{1,4}}|[一二两三四五六七八九十百千万亿]{{1,2}})?(?P<rest>[^，。；：、每]{{1,14}}?){_FILL}$"
)
_COUNTERS = {**dict(words.AVERAGES), **dict(more.MADE_IN)}
_COUNTERS.update((word, pers) for listed, pers in more.NAMED_IN for word in listed.split())
_PRICES = {word: pers for listed, pers in more.PRICES for word in listed.split()}
_AVERAGED = re.compile(
    r"(?<![上本当每全各两多0-9一二三四五六七八九十])"
    rf"(?P<word>{choice([*_COUNTERS, *_PRICES])})[^，。；：、]{{0,10}}?{_FILL}$"
)
_SINGLE = re.compile(
    rf"(?:(?<![上本当每全各两多诸几0-9一二三四五六七八九十])(?P<one>[{more.PER_SINGLE}])均|平均单(?:个|一)?(?P<rest>[一-龥]{{1,4}}))"
    rf"[^，。；：、]{{0,10}}?{_FILL}$"
)
_BEHIND = re.compile(rf"^的?[^，。；：、]{{0,6}}?(?P<word>{choice([word for word, _ in words.AVERAGES])})")
_PER_ONE = re.compile(r"^(?:每|一|／|/)(?P<rest>[一-龥]{1,4})")


def rates_in(passage: Passage) -> Iterator[Rate]:
    """The figures of a passage that are told per something."""
    for at, figure in enumerate(passage.figures):
        if not figure.is_amount or figure.quantity.hedge == "vague":
            continue
        rate = _by_unit(figure) or _of_so_many(passage, at, figure) or _each(figure) or _averaged(figure)
        rate = rate or _of_one(passage, at, figure) or _named(figure)
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


def _of_so_many(passage: Passage, at: int, figure: Figure) -> Rate | None:
    """每100户居民拥有汽车45辆: told per so many."""
    many = passage.figures[at - 1] if at else None
    if many is None or not many.own.endswith("每") or many.sentence != figure.sentence or figure.lead != figure.own:
        return None
    if not many.is_amount or many.unit is None or many.quantity.hedge != "exact" or len(figure.lead) > _NEXT:
        return None
    return Rate(figure, figure.unit, many.unit.symbol, many.unit, many.number)


_NEXT = 12
_FIRST = re.compile(r"每(?:一|个)?(?P<rest>[^，。；：、每]{1,6})$")


def _each(figure: Figure) -> Rate | None:
    match = _EACH.search(figure.own)
    if match is None:
        return None
    size = number_of(match["size"])
    rate = _rate(figure, match["rest"], size) if size else None
    before = figure.own[: match.start()]
    if "每" not in before or rate is None:
        return rate
    first = _FIRST.search(before)
    if first is None or "每" in before[: first.start()]:
        return None
    return replace(rate, also=(_per(first["rest"]),))


def number_of(written: str | None) -> Fraction:
    """A numeral as written as a number; 1 for none."""
    from figcheck.numerals import read_numeral

    found = read_numeral(written) if written else None
    value = found.value if found is not None else Decimal(1)
    return Fraction(value) if value is not None else Fraction(0)


_TIMES = {"月": "个月", "天": "天", "日": "天", "年": "年", "周": "周", "季": "个季度"}


@lru_cache(maxsize=256)
def _per(rest: str) -> Per:
    if rest[:1] in _TIMES:
        return Per(rest[0], UNITS.get(_TIMES[rest[0]]))
    known = unit_at(rest, 0)
    if known is not None:
        return Per(rest[: known[1]], known[0])
    return Per(_SO_MANY_DONE.sub("", rest.removeprefix("个"))[:2], None)


_SO_MANY_DONE = re.compile("(?<=[一-龥])(?:配备?|安排|坐|装|载|派|补贴?|奖励?|容纳|限|出动?|选派?)$")
"""每车配4人 is told per 车."""


def _rate(figure: Figure, rest: str, size: Fraction) -> Rate | None:
    per = _per(rest)
    return Rate(figure, figure.unit, per.word, per.unit, size) if per.word else None


def _averaged(figure: Figure) -> Rate | None:
    match = _AVERAGED.search(figure.own)
    single = _SINGLE.search(figure.own) if match is None else None
    if single is not None:
        return _rate(figure, single["one"] or single["rest"], Fraction(1))
    match = match or _BEHIND.match(figure.tail)
    if match is None:
        return None
    if match["word"] in _NOT_OF_ALL and _OF_ALL.search(figure.own):
        return None
    counters = (_PRICES[match["word"]] if match["word"] in _PRICES else _COUNTERS[match["word"]]).split()
    if not counters:
        money = figure.unit is not None and figure.unit.dimension.startswith("money")
        return Rate(figure, figure.unit, "", None, Fraction(1)) if money else None
    return Rate(figure, figure.unit, counters[0], UNITS.get(counters[0]), Fraction(1), (), tuple(counters[1:]))


_NOT_OF_ALL, _OF_ALL = ("定员",), re.compile("全|总|共")
_BY_NAME = re.compile(rf"平均(?:[^，。；：、]{{0,8}}?){_FILL}$")


def _named(figure: Figure) -> Rate | None:
    """社区平均142件: what it is told per is only named in its clause."""
    if _BY_NAME.search(figure.own) is None:
        return None
    return Rate(figure, figure.unit, "", None, Fraction(1), named=figure.own)


_NOT_OF_ONE = re.compile(r"[，、。；：的了]|第$|[又再另还]")


_ONE = re.compile(r"^(?:卖|种|养|买|修|建|做)?一(?P<rest>[一-龥]{2,12})$")


def _of_one(passage: Passage, at: int, figure: Figure) -> Rate | None:
    """一亩地纯收入4200元, 一个月5400件: told of one of something."""
    led = _ONE.match(figure.own)
    known = unit_at(led["rest"], 0) if led is not None and figure.quantity.kind != "duration" else None
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
    led = _ONE_OF.search(passage.text, max(passage.span.start, one.start - 6), one.start)
    also = (_per(led["rest"]),) if led is not None else ()
    return Rate(figure, figure.unit, one.quantity.unit.symbol, one.quantity.unit, Fraction(1), also)


_ONE_OF = re.compile(r"(?<![一-龥0-9])一(?P<rest>[一-龥]{1,4})$")


# --- what there is of it ---------------------------------------------------------------------------------------


class Count(Frozen):
    """So many of what a rate is told per; the product of two where it is told per two things."""

    span: Span
    text: str
    core: str
    number: Fraction
    interval: Interval
    unit: Unit | None
    figure: Figure | None
    """None where a word of the calendar gives the number."""
    other: Count | None = None
    """The second factor."""
    plus: Count | None = None
    """What is added to it."""
    is_loose: bool = False
    """Whether nothing but its unit says that it belongs to the rate."""
    is_spare: bool = False
    """Whether it is only one of the things that may explain a rate: what is left of one count beside another."""
    left: str = ""
    """The dimension or word of what the rate is told per besides: of 每人每天 the day, where it counts the people."""

    @property
    def places(self) -> tuple[tuple[Span, str], ...]:
        """Where it is told."""
        more = [one.places for one in (self.plus, self.other) if one is not None]
        return ((self.span, self.text), *(place for places in more for place in places))

    @property
    def shown(self) -> str:
        """Its words in a working."""
        own = self.text if self.plus is None else f"({self.text} + {self.plus.text})"
        return own if self.other is None else f"{own} × {self.other.text}"


def counts(passage: Passage, rate: Rate) -> Iterator[Count]:
    """What there is of what a rate is told per, in its sentence and those beside it."""
    own = list(_of_per(passage, rate))
    for per in rate.also:
        second = list(_of_per(passage, replace(rate, per=per.word, under=per.unit, also=(), others=())))
        pairs = [both(rate, one, two) for one in own for two in second if one.span != two.span]
        yield from pairs
        own = [replace(one, is_loose=bool(pairs), left=_kind(per)) for one in own]
        first = _kind(Per(rate.per, rate.under))
        own += [replace(one, is_loose=bool(pairs) and first not in _TIMED, left=first) for one in second]
    yield from own
    if not rate.also and rate.under is not None and rate.under.dimension in _TIMED:
        others = [one for one in _counting(passage, rate) if _is_countable(one, rate)]
        yield from (
            replace(both(rate, one, _count(two)), is_loose=True)
            for one in own
            for two in others
            if two is not one.figure
        )


def _kind(per: Per) -> str:
    return per.unit.dimension if per.unit is not None else per.word


_TIMED = ("seconds", "months")


def both(rate: Rate, one: Count, two: Count) -> Count:
    """The product of two counts, the first in the unit of the rate."""
    factor = conversion(one.unit, rate.under) if one.unit is not None and rate.under is not None else None
    interval = product(one.interval.scaled(factor or Fraction(1)), two.interval)
    number = one.number * (factor or 1) * two.number
    return Count(one.span, one.text, one.core, number, interval, None, one.figure, two)


def _of_per(passage: Passage, rate: Rate) -> Iterator[Count]:
    found = [figure for figure in _counting(passage, rate) if _counts_per(figure, rate)]
    sums = list(_together(passage, found))
    yield from (replace(_count(figure), is_loose=bool(sums)) for figure in found)
    yield from sums
    yield from _rests(found)
    if not found and rate.under is not None and rate.under.dimension in _TIMED:
        yield from _times(passage, rate)
    if not found and rate.is_free:
        free = [figure for figure in _counting(passage, rate) if _is_countable(figure, rate)]
        yield from (replace(_count(figure), is_loose=True) for figure in free)


_AND = re.compile(r"[^，。；：0-9]{0,8}[、和与及][^，。；：0-9]{0,8}")


def _together(passage: Passage, found: Sequence[Figure]) -> Iterator[Count]:
    """小学120所、初中45所: what stands in a row is counted together."""
    for one, two in pairwise(found):
        if one.unit == two.unit and _AND.fullmatch(passage.between(one, two)):
            first, second = _count(one), _count(two)
            interval = total((first.interval, second.interval))
            yield replace(first, number=one.number + two.number, interval=interval, plus=second)


def _rests(found: Sequence[Figure]) -> Iterator[Count]:
    """18个村里有3个没有收入，其余各村: what is left of one count when another is taken from it."""
    for one in found:
        for two in found:
            if one.unit == two.unit and one.number > two.number and abs(one.sentence - two.sentence) <= 1:
                left = one.number - two.number
                yield replace(_count(one), number=left, interval=Interval(left, left), plus=_count(two), is_spare=True)


def _counting(passage: Passage, rate: Rate) -> Iterator[Figure]:
    for figure in passage.figures:
        if figure is not rate.figure and figure.is_amount and is_near(figure, rate.figure) and figure.own[-1:] != "每":
            yield figure


def _count(figure: Figure) -> Count:
    mention, interval = figure.mention, counted(figure.quantity)
    if figure.quantity.kind == "duration" and figure.number == 1:
        interval = Interval(figure.number, figure.number)
    unit = _DAY if figure.unit is not None and figure.unit.dimension == "workdays" else figure.unit
    return Count(mention.span, mention.text, figure.core, figure.number, interval, unit, figure)


_DAY = UNITS["天"]


def is_near(figure: Figure, other: Figure) -> bool:
    """Whether two figures stand in one sentence or in two that follow each other."""
    return abs(figure.sentence - other.sentence) <= 1


def _is_countable(figure: Figure, rate: Rate) -> bool:
    """Whether a figure is a number of people or things of its own: 2100人, 320台."""
    unit = figure.unit
    if figure.quantity.kind != "quantity" or unit is None or not (unit.counts or unit.dimension == "person"):
        return False
    return figure.number > 1 and (rate.over is None or unit.dimension != rate.over.dimension)


def _counts_per(figure: Figure, rate: Rate) -> bool:
    unit = figure.unit
    if rate.named:
        return _is_named(figure, rate.named)
    if not rate.per:
        return False
    if rate.per == "人" and unit is not None and unit.symbol == "人次":
        return True
    if rate.per in ("天", "日") and unit is not None and unit.dimension == "workdays":
        return True
    if unit is not None and unit.symbol in rate.others:
        return True
    if rate.under is not None and unit is not None:
        if unit.dimension == rate.under.dimension and not (figure.number == 1 and unit.symbol == rate.per):
            return True
        if unit.symbol != "个" and unit.dimension != "person":
            return unit.counts and rate.under.counts and _is_noun_of(figure, rate.per)
    if unit is None or unit.symbol in ("个", "名", "位") or (unit.counts and rate.under is None):
        names = (rate.per.removeprefix("个"), *rate.others)
        return any(_is_noun_of(figure, name) for name in names if name)
    return False


_NOUN_ENDS = re.compile("[的共有在去今均总达为计]|回收|参加|完成|实现|发展|建立|建成")


_IN_QUOTES = re.compile("^“[^”]{1,8}”")
"""18辆“爱心送考”警车."""


def _noun(figure: Figure) -> str:
    """What is counted, by the words behind a figure: 12个行政村的集体经济总收入 gives 行政村."""
    words = _IN_QUOTES.sub("", figure.behind) if figure.behind.startswith("“") else figure.tail
    return _NOUN_ENDS.split(words[:8])[0][:6]


def _is_noun_of(figure: Figure, name: str) -> bool:
    """36个行政村, 教学班39个."""
    noun = _noun(figure)
    at = noun.find(name)
    if at >= 0 and (len(name) > 1 or at <= 3) and noun[at + 1 : at + 2] not in _NO_MORE:
        return True
    return _HAS.sub("", figure.own).endswith(name)


_HAS = re.compile("(?:总数|数量|总|共|有|约|达|计|为|现|已|数|：){1,4}$")


_NO_MORE = ("民", "长", "员", "委", "龄", "际", "务")
"""What makes another word of a single character: 村民 are no villages."""


def _is_named(figure: Figure, named: str) -> bool:
    """Whether the words of an average's clause have what a figure counts: 14个社区 and 社区平均."""
    unit = figure.unit
    if figure.quantity.kind != "quantity" or unit is None or not (unit.counts or unit.dimension == "person"):
        return False
    if unit.symbol.removeprefix("个") in named and unit.symbol not in ("个", "人"):
        return True
    noun = _noun(figure)
    return len(noun) > 1 and (noun[:2] in named or noun[-2:] in named)


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
        yield from _stretch(month, rate, 0, _days_of(int(number_of(month["month"]))))
    for match in _PARTS.finditer(passage.text, start, min(end, passage.span.end)):
        months = int(number_of(match["last"] or match["months"]))
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
