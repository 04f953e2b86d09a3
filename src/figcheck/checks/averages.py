"""Averages and prices against the totals and counts beside them: 1620份 from 36个村 are 45份 a village."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, counted, in_unit, product, ratio, reckoned, total
from figcheck.checks.terms import Row, Term, choice, rows, text_of
from figcheck.checks.working import like, result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Mention, Quantity, SpanEvidence, Stamp, Unit
from figcheck.slips import chance, looks_like, name_slip
from figcheck.units import UNITS, unit_at
from figcheck.values import replace

_FILL = "(?:约|为|达|达到|是|仅|只|超过|超|近|有|了|高达|均){0,4}"
_WORDS = choice([word for word, _ in words.AVERAGES])
_LED = re.compile(rf"(?:平均)?(?P<word>{_WORDS})(?P<measure>[^，。；、]{{0,8}}?){_FILL}$")
_ONE_BY_ONE = re.compile(rf"(?:^|[，；])(?P<per>[馆社镇乡厂站园院队组])均(?P<measure>[^，。；、]{{0,8}}?){_FILL}$")
_EACH = re.compile(rf"(?:平均每|每)(?:个|一)?(?P<rest>[^，。；、每]{{1,10}}?){_FILL}$")
_PLAINLY = re.compile(rf"(?:^|[，；])平均(?:年龄)?{_FILL}$")
_PEOPLE = tuple("人 名 位 口".split())
_COUNTERS = dict(words.AVERAGES)
_SPEEDS = frozenset(("时速", "均速"))


def average(analysis: Analysis) -> Iterator[Hit]:
    """An average that the total and the count before it don't give."""
    text = text_of(analysis)
    for row in rows(analysis):
        if not row.paired or _TRIMMED.search(row.text):
            continue
        for at, term in enumerate(row.terms):
            for per, measure, base in _readings(term) if at else ():
                totals, counts = _totals(row, at, measure), _counts(text, row, at, per) or _days(text, row, at, per)
                if totals and counts:
                    if not _is_of_another(text, row, term, counts[0]):
                        yield from _wrong_average(term, totals, counts, base)
                    break


# --- reading an average --------------------------------------------------------------------------------------


def _readings(term: Term) -> Iterator[tuple[tuple[str, ...], str, Unit | None]]:
    """What the total may be shared among, what is averaged, and the unit of the divisor where it is measured."""
    if not term.is_amount or stated(term.lead) is not None or term.lead.endswith(("由", "从")):
        return
    match = _LED.search(term.lead)
    if match is not None:
        word = match["word"]
        if word not in _SPEEDS or "平均" in term.lead:
            counters = tuple(_COUNTERS[word].split())
            yield counters, match["measure"], UNITS.get(counters[0])
        return
    if _PLAINLY.search(term.lead) and term.unit is not None and term.unit.dimension == "age":
        yield _PEOPLE, "", None
        return
    match = _ONE_BY_ONE.search(term.lead)
    if match is not None:
        yield (match["per"],), match["measure"], None
        return
    match = _EACH.search(term.lead)
    if match is None or "平均" not in match.group():
        return
    rest = match["rest"].replace("平均", "")
    for length in range(min(4, len(rest)), 0, -1):
        per = rest[:length]
        yield (per,), rest[length:], UNITS.get(per)


def _totals(row: Row, at: int, measure: str) -> list[Term]:
    """The figures before an average that may be its total, the nearest first."""
    own = row.terms[at]
    return [
        term
        for term in reversed(row.terms[:at])
        if term.is_amount and comparable(term.unit, own.unit) and _is_total(term) and _speaks_of(row, term, measure)
    ]


_IS_GAP = re.compile(r"(?:多|少|相差|高出)(?:了|出)?$")
_NO_TOTAL = re.compile(r"平均|均|每|单|最")


def _is_total(term: Term) -> bool:
    lead = re.split(r"[，；]", term.lead)[-1]
    if term.unit is not None and term.unit.dimension == "age" and _SUMMED.search(lead) is None:
        return False
    return stated(term.lead) is None and _NO_TOTAL.search(lead) is None and _IS_GAP.search(lead) is None


_SUMMED = re.compile("总|加起来|合计|之和|相加|加在一起")


def _speaks_of(row: Row, term: Term, measure: str) -> bool:
    """Whether a total is of what is averaged: 人均补贴 needs 补贴 beside the total."""
    measure = measure.strip("年月日的")
    if not measure or measure.endswith(words.AVERAGE_VERBS):
        return True
    start = term.start - row.start
    beside = row.text[max(0, start - 30) : start + len(term.mention.text) + 8]
    if any(word in measure and word not in beside for word in words.AVERAGE_QUALIFIERS):
        return False
    return measure[-2:] in beside or measure[-1] in _own_words(term)


def _own_words(term: Term) -> str:
    return re.split(r"[，；。]", term.lead)[-1]


_TRIMMED = re.compile(choice(words.TRIMMED))


def _counts(text: str, row: Row, at: int, per: Sequence[str]) -> list[Mention]:
    """The figures before an average that count what it is shared among, the nearest first."""
    own = row.terms[at].mention
    return [
        mention
        for mention in map(_days_of, reversed(row.counted))
        if mention.end <= own.start and (mention.quantity.number or 0) > 0 and _counts_one_of(text, mention, per)
        if _EACH_TIME.search(text, max(0, mention.start - 4), mention.start) is None
    ]


_EACH_TIME = re.compile("每[一个]?[年月周天日晚次期班户人]$")
"""So many at a time, and not all of them: 每周1节课."""
_CALENDAR = re.compile(choice([word for word, _ in words.CALENDAR]))


def _days(text: str, row: Row, at: int, per: Sequence[str]) -> list[Mention]:
    """The days of a quarter or year named at the beginning of the sentence, for averages a day."""
    match = _CALENDAR.search(text, row.start, row.terms[0].start) if "天" in per else None
    if match is None or at != 1:
        return []
    number = Decimal(dict(words.CALENDAR)[match.group()])
    days = Quantity("duration", number, unit=UNITS["天"], hedge="about", judged=Decimal(1))
    return [Mention(match.start(), match.end(), match.group(), match.start(), match.end(), days)]


def _days_of(mention: Mention) -> Mention:
    """10月1日至7日 as a count of seven days; other figures as they are."""
    low, high = mention.quantity.low, mention.quantity.high
    if not isinstance(low, Stamp) or not isinstance(high, Stamp) or low.month != high.month:
        return mention
    if low.day is None or high.day is None or low.day > high.day:
        return mention
    days = Quantity("duration", Decimal(high.day - low.day + 1), unit=UNITS["天"], judged=Decimal(0))
    return replace(mention, quantity=days)


def _counts_one_of(text: str, mention: Mention, per: Sequence[str]) -> bool:
    unit = mention.quantity.unit
    if mention.quantity.kind not in ("quantity", "duration", "number"):
        return False
    noun = re.match(r"[一-龥]{0,6}", text[mention.end : mention.end + 6])
    behind = noun.group() if noun is not None else ""
    before = text[max(0, mention.start - 6) : mention.start] if unit is None or unit.dimension == "count" else ""
    return any(_is_counter(unit, word) or _names(word, behind, before) for word in per)


def _is_counter(unit: Unit | None, word: str) -> bool:
    """Whether a unit counts what the word names: 村 and 个村, 天 and 日."""
    known = unit_at(word, 0)
    if unit is None:
        return False
    return unit.symbol.removeprefix("个") == word or (known is not None and _is_of(unit, known[0], known[1], word))


def _names(word: str, behind: str, before: str) -> bool:
    """Whether the words around a figure name it: 36个行政村, 分馆24个."""
    if (len(word) > 1 and word in behind) or behind.endswith(word) or behind[:1] == word:
        return True
    return before.rstrip("有共为").endswith(word)


def _is_of(unit: Unit, known: Unit, length: int, word: str) -> bool:
    return length == len(word) and unit.dimension == known.dimension


_OF_ANOTHER = re.compile(r"(?:[比较按]|[高低多少]于|超过|相当于|目标|计划|此前|[去上前往]年|同期)[^，。；]*$")
"""What leads to an average that something else is held against: 比去年国庆7天的日均4.7万人次增长10.6%."""
_OF_A_PART = re.compile(r"(?:[前近后首末头]|其余|另外|其中)的?$")
"""What leads to a number that is no whole's: 6820套，前两个月月均4100套."""


def _is_of_another(text: str, row: Row, own: Term, count: Mention) -> bool:
    """Whether an average is of another time, or its number of only a part of what the total is of."""
    clause = _OF_ANOTHER.search(text, row.start, own.start)
    if clause is not None and row.terms[0].start < clause.start():
        return True
    return _OF_A_PART.search(text, max(row.start, count.core_start - 4), count.core_start) is not None


# --- judging an average --------------------------------------------------------------------------------------

_NEAR = Fraction(3, 2)
"""How many times an average may be off and still be a slip, rather than an average of something else."""


def _wrong_average(own: Term, totals: Sequence[Term], counts: Sequence[Mention], base: Unit | None) -> Iterator[Hit]:
    said = reckoned(own.quantity)
    given = [(whole, count, _shared(whole, count, own, base)) for whole in totals for count in counts]
    if any(interval is None or interval.meets(said) for _, _, interval in given):
        return
    if any(_fits_rest(whole, one, two, own, said) for whole in totals for one in counts for two in counts):
        return
    if any(_is_mean_of_several(own, totals, count, base) for count in counts):
        return
    whole, count, interval = given[0]
    exact = _plain(whole, count, own, base)
    if interval is None or not exact or not _is_slip(own, interval, exact):
        return
    if len(counts) > 1 and not _is_rare(own, exact):
        return  # 40个班1960名，班均49人，小学部24个班，班均51人
    if is_near_mean(own.lead, exact / (own.quantity.number or exact)):
        return
    working = f"{_named(whole)} ÷ {count.text} {result(exact, own.unit)} ≠ {own.core}"
    expected = like(exact, own)
    values = {
        "written": own.mention.text,
        "total": whole.mention.text,
        "count": count.text,
        "expected": expected,
    }
    yield Hit(own.mention.span, values, _proof(whole, count, working), expected, against=own.start)


def _is_mean_of_several(own: Term, totals: Sequence[Term], count: Mention, base: Unit | None) -> bool:
    """Whether the totals together, or the last of them, make the average: 前两个月分别销售2.1万台和2.7万台."""
    divisor = _divisor(count, base, counted(count.quantity))
    turned = [in_unit(admitted(whole.quantity), whole.unit, own.unit) for whole in totals]
    ends = [end for end in turned if end is not None]
    said = reckoned(own.quantity)
    runs = (total(ends[:size]) for size in range(2, len(ends) + 1))
    return divisor is not None and any(ratio(run, divisor).meets(said) for run in runs)


def _fits_rest(whole: Term, one: Mention, two: Mention, own: Term, said: Interval) -> bool:
    """Whether what is left of a count without a part gives the average: 18个村里有3个没有收入，其余各村."""
    left = (one.quantity.number or Fraction(0)) - (two.quantity.number or Fraction(0))
    dividend = in_unit(admitted(whole.quantity), whole.unit, own.unit)
    if left <= 0 or dividend is None or not comparable(one.quantity.unit, two.quantity.unit):
        return False
    return ratio(dividend, Interval(left, left)).meets(said)


_OF_YEAR = re.compile(choice(words.OF_THE_YEAR))


def is_near_mean(lead: str, times: Fraction) -> bool:
    """Whether a figure per head is that of a whole year, and off by no more than the population may have grown."""
    return abs(times - 1) <= _GROWN and _OF_YEAR.search(lead) is not None


_GROWN = Fraction(1, 20)


def _named(term: Term) -> str:
    """A figure with its unit, since those of a product are not the same."""
    return term.core + (term.unit.symbol if term.unit is not None else "")


def _proof(term: Term, count: Mention, working: str) -> tuple[Evidence, ...]:
    """Both figures that were reckoned with, in the order of the text, and the working."""
    places = [SpanEvidence(one.start, one.end, one.text) for one in (term.mention, count)]
    return (*sorted(places, key=lambda place: place.start), Derivation(working))


def _divisor(count: Mention, base: Unit | None, interval: Interval) -> Interval | None:
    """How many of what the average is shared among; a measured divisor in the average's own unit."""
    unit = count.quantity.unit
    if base is None or unit is None or unit.counts or base.counts:
        return interval
    return in_unit(interval, unit, base)


def _shared(whole: Term, count: Mention, own: Term, base: Unit | None) -> Interval | None:
    divisor = _divisor(count, base, counted(count.quantity))
    dividend = in_unit(admitted(whole.quantity), whole.unit, own.unit)
    return None if divisor is None or dividend is None else ratio(dividend, divisor)


def _plain(whole: Term, count: Mention, own: Term, base: Unit | None) -> Fraction | None:
    point = Interval(count.quantity.number, count.quantity.number)
    divisor = _divisor(count, base, point)
    dividend = in_unit(Interval(whole.quantity.number, whole.quantity.number), whole.unit, own.unit)
    if divisor is None or dividend is None or dividend.low is None or not divisor.low:
        return None
    return dividend.low / divisor.low


_RARE = 0.1


def _is_rare(own: Term, exact: Fraction) -> bool:
    """Whether an average looks as if a slip of hand had made it, and hardly by chance: where several counts stand."""
    return chance(own.quantity, looks_like(own.quantity, exact)) < _RARE


def _is_slip(own: Term, interval: Interval, exact: Fraction) -> bool:
    value = own.quantity.number or Fraction(1)
    if max(value, exact) / min(value, exact) <= _NEAR:
        return True
    if name_slip(own.quantity, interval) in ("magnitude", "decimal", "transposed"):
        return True
    return looks_like(own.quantity, exact) is not None


# --- prices --------------------------------------------------------------------------------------------------

_PRICE = re.compile(rf"每(?:个|一)?(?P<rest>[^，。；、每]{{1,10}}?){_FILL}$")
_REDUCED, _OWED = re.compile(choice(words.REDUCED)), re.compile(choice(words.OWED))
_TOTALLED = re.compile(rf"(?:{choice(words.PRICED)})[^，。；、]{{0,8}}$")


def product_of_price(analysis: Analysis) -> Iterator[Hit]:
    """每平方米1.2万元，90平方米总价1080万元: a total that price and number don't make."""
    text = text_of(analysis)
    for row in rows(analysis):
        for at in range(2, len(row.terms) if row.paired and "每" in row.text else 0):
            whole = row.terms[at]
            if _REDUCED.search(text, row.start, whole.end) or _OWED.search(text, row.start, row.end):
                break
            is_total = whole.is_amount and _is_sum(whole) and _TOTALLED.search(whole.lead)
            if is_total and not _OVER.search(text, row.start, whole.start):
                yield from _wrong_product(text, row, at)


_OVER = re.compile(r"[多少][一-龥]{1,2}$")
"""What is more or less than before is no product of price and number."""


def _is_sum(whole: Term) -> bool:
    """Whether a figure is a level, or a change that is summed up: 共带动增收."""
    return stated(whole.lead) is None or re.search("共|累计|合计", _own_words(whole)) is not None


def _wrong_product(text: str, row: Row, at: int) -> Iterator[Hit]:
    whole = row.terms[at]
    factors = list(_factors(text, row, at))
    if not factors or any(_made(price, count).meets(admitted(whole.quantity)) for price, count in factors):
        return
    price, count = factors[0]
    if any(_made(price, count).meets(admitted(other.quantity)) for other in row.terms if _is_like(other, whole)):
        return  # 每户1万元，共筹资126万元；去年收入210万元
    exact = (price.quantity.number or Fraction(0)) * (count.quantity.number or Fraction(0))
    if len(factors) > 1 or not _is_slip(whole, _made(price, count), exact):
        return
    working = f"{_named(price)} × {count.text} {result(exact, whole.unit)} ≠ {whole.core}"
    expected = like(exact, whole) if exact >= 1 else shown(exact, whole.unit)
    values = {
        "written": whole.mention.text,
        "price": price.mention.text,
        "count": count.text,
        "expected": expected,
    }
    yield Hit(whole.mention.span, values, _proof(price, count, working), expected, against=whole.start)


def _is_like(other: Term, whole: Term) -> bool:
    return other is not whole and other.is_amount and other.unit == whole.unit


def _factors(text: str, row: Row, at: int) -> Iterator[tuple[Term, Mention]]:
    """Pairs of a price and a number of what it is the price of, before the total at index `at`."""
    whole = row.terms[at]
    for price in row.terms[:at]:
        if not price.is_amount or price.unit != whole.unit:
            continue
        match = _PRICE.search(price.lead)
        rest = match["rest"] if match is not None else ""
        for length in range(min(4, len(rest)), 0, -1):
            counts = [count for count in _counts(text, row, at, (rest[:length],)) if count != price.mention]
            counts = [count for count in counts if _is_of_unit(count, rest[:length])]
            yield from ((price, count) for count in counts)
            if counts:
                break


def _is_of_unit(count: Mention, per: str) -> bool:
    """Whether a count is in the very unit that a price is told for: 1500吨 are no 公斤."""
    unit, known = count.quantity.unit, UNITS.get(per)
    return unit is None or known is None or unit.counts or unit == known


def _made(price: Term, count: Mention) -> Interval:
    return product(admitted(price.quantity), admitted(count.quantity))
