"""Claims of an article in, figures said twice of one thing with two values out: 全长3.68公里……这座全长3.86公里."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, in_unit
from figcheck.checks.likeness import odd_character
from figcheck.checks.phrases import pattern
from figcheck.checks.retold import retold
from figcheck.checks.terms import choice, text_of
from figcheck.data import repeat_words as words
from figcheck.model import Analysis, Claim, Derivation, Hit, Mention, Quantity, Span, SpanEvidence, Unit, Word
from figcheck.numerals import number_text
from figcheck.slips import name_slip
from figcheck.values import Frozen

_KINDS = frozenset(("quantity", "money", "percent", "duration"))
_BACK = 24
"""Figures before one that it is compared with."""
_CLAUSE = 120
"""Characters before a figure that are read as the words that lead to it."""
_AROUND = 200
"""Figures before and behind the two among which the values are sought that are told more than once."""


class Said(Frozen):
    """A figure and the words beside it."""

    claim: Claim
    before: str
    """The words of its clause that lead to it."""
    behind: str
    """The words that follow it, to the next mark."""
    labels: frozenset[str]
    """The pairs of characters close to it that may name what it is of."""
    led: str | None
    """The pair that leads to it, verbs aside, where that is a label."""
    followed: str | None
    """The pair that follows it, where that is a label."""


def same_claim(analysis: Analysis) -> Iterator[Hit]:
    """The same measure of the same thing with two values, of which one is a slip of the other."""
    text = text_of(analysis)
    title = analysis.document.masthead.title
    body = [claim for claim in analysis.claims if title is None or not title.span.overlaps(claim.mention.span)]
    said = [one for one in (_read(text, claim) for claim in body) if one is not None]
    if pattern("§", words.CORRECTIONS).search(text):
        return
    taken: set[int] = set()
    places = _first_places(body)
    for at, second in enumerate(said):
        mention = second.claim.mention
        if places[mention.quantity.number, mention.quantity.unit] < mention.start:
            continue
        pointing = _points_back(second) or _points_at(second) or _is_taken_up(text, second)
        for first in reversed(said[max(0, at - _BACK) : at]):
            if not pointing and not _may_be_same(first, second):
                continue
            near = said[max(0, at - _AROUND) : at + _AROUND]
            if _is_same(text, near, first, second) and not _accounts_for(near, first, second):
                taken.add(mention.start)
                yield _hit(first, second)
                break
    yield from (hit for hit in retold(analysis, text) if hit.span.start not in taken)
    yield from _years(analysis, text)
    yield from _codes(text)
    yield from _own_ages(text, said)
    yield from _extremes(text, said)


def _may_be_same(first: Said, second: Said) -> bool:
    """Whether two figures share a word beside them or their digits: without one of these no slip is sure."""
    if not first.labels.isdisjoint(second.labels) or _is_measure(first, second):
        return True
    one, other = first.claim.mention.quantity, second.claim.mention.quantity
    return one.kind == other.kind and _digits_of(one) == _digits_of(other)


def _accounts_for(said: Sequence[Said], first: Said, second: Said) -> bool:
    """Whether what lies between two figures is told between them: 修好35起。前一天结转的4起也修好，实际修好39起."""
    one, other = first.claim.mention, second.claim.mention
    apart = (other.quantity.number or 0) - (one.quantity.number or 0)
    return apart > 0 and any(
        one.end <= each.start < other.start
        and each.quantity.unit == one.quantity.unit == other.quantity.unit
        and each.quantity.number == apart
        for each in (third.claim.mention for third in said)
    )


def _first_places(claims: Sequence[Claim]) -> dict[tuple[Fraction | None, Unit | None], int]:
    """Where each value is told first: 一季度36.8亿元，二季度38.6亿元。38.6亿元的营收 tells nothing new."""
    places: dict[tuple[Fraction | None, Unit | None], int] = {}
    for claim in claims:
        quantity = claim.mention.quantity
        places.setdefault((quantity.number, quantity.unit), claim.mention.start)
    return places


def _read(text: str, claim: Claim) -> Said | None:
    mention = claim.mention
    if "秒" in mention.text and "分" in mention.text:
        return None  # each race has its own time
    if mention.quantity.kind not in _KINDS or mention.quantity.number is None or claim.direction:
        return None
    if mention.quantity.hedge not in ("exact", "over", "odd"):
        return None
    if mention.text.startswith("一") and mention.quantity.number == 1:
        return None  # 一年也没有白过, 一亩能多收三百斤
    if text.startswith("级", mention.end):
        return None  # 千万立方米级水库
    if mention.quantity.kind == "duration" and "秒" in mention.text:
        return None  # one race after the other
    start = max(claim.clause.start, mention.start - _CLAUSE)
    before = re.split(r"[，。；：、！？（“”]", text[start : mention.start])[-1]
    if stated(before) not in (None, (1, True), (-1, True)):
        return None
    behind = re.split(r"[，。；：、！？（）“”]", text[mention.end : min(claim.clause.end, mention.end + 10)])[0]
    bare, rest = _VERBS.sub("", before), behind.removeprefix("的")
    return Said(claim, before, behind, _labels(bare[-10:], rest[:6]), _label(bare[-2:]), _label(rest[:2]))


def _is_same(text: str, said: Sequence[Said], first: Said, second: Said) -> bool:
    one, other = first.claim.mention.quantity, second.claim.mention.quantity
    if one.kind != other.kind or not comparable(one.unit, other.unit) or one.number == other.number:
        return False
    own = in_unit(admitted(one), one.unit, other.unit)
    if own is None or own.meets(admitted(other)):
        return False
    slip = name_slip(other, own)
    if slip == "transposed" and (one.hedge != "exact" or _digits_of(one) != _digits_of(other)):
        return False  # all from 500 to 600 has many numbers in it, and so has 1万 before rounding
    if slip in ("magnitude", "decimal") and _digits_of(one) != _digits_of(other):
        return False
    if one.kind == "duration" and one.unit != other.unit:
        return False
    if "odd" in (one.hedge, other.hedge) and not (slip in ("magnitude", "decimal") and one.hedge == other.hedge):
        return False
    is_dealt_with = _is_object(second)
    if (
        _is_other(text, first, second)
        or (
            not is_dealt_with
            and _is_of_another_time(first.claim, second.claim)
            and not _goes_on_with(text, first, second)
        )
        or (slip != "magnitude" and _told_again(said, first, second))
    ):
        return False
    alone = sum(comparable(each.claim.mention.quantity.unit, other.unit) for each in said) == _PAIR_OF_FIGURES
    if alone and _is_taken_up(text, second) and not _is_age(other):
        fund = slip in ("magnitude", "decimal") and text.startswith(words.FUNDS, second.claim.mention.end)
        return slip == "transposed" or fund or _is_sure(text, first, second, slip)
    return _is_sure(text, first, second, slip)


@lru_cache(maxsize=512)
def _digits_of(quantity: Quantity) -> tuple[str, ...]:
    """The digits of a value in order of size, zeros at the ends aside: those of 12 and of 21 are the same."""
    value = quantity.value
    return (
        tuple(sorted(number_text(value).replace(".", "").strip("0"))) if isinstance(value, (Decimal, Fraction)) else ()
    )


def _is_of_another_time(one: Claim, other: Claim) -> bool:
    """Whether both are said to be of times, and of different ones."""
    if one.period is None or other.period is None or "article" in (one.period_origin, other.period_origin):
        return False
    return not one.period.comparable(other.period)


def _goes_on_with(text: str, first: Said, second: Said) -> bool:
    """Whether a figure that opens its clause, with no time of its own, leads to what the first was said of."""
    carried = second.claim.period_origin == "carried" and _is_taken_up(text, second)
    return carried and second.followed is not None and second.followed in first.labels


_PAIR_OF_FIGURES = 2


def _is_age(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.symbol in _AGES


def _is_sure(text: str, first: Said, second: Said, slip: str | None) -> bool:
    """Whether the words that make it the same thing, and the likeness of the two values, are enough together."""
    shared, measure = len(first.labels & second.labels), _is_measure(first, second)
    points, taken_up = _points_back(second), _is_taken_up(text, second)
    quoted = (first.claim.voice is None) != (second.claim.voice is None)
    named = bool(set(first.behind.removeprefix("的")[:2]) & set(second.behind.removeprefix("的")[:2]) - {"的", "人"})
    one, other = first.claim.mention.quantity, second.claim.mention.quantity
    many = _digits(other) > 2
    if _is_age(other):
        return measure and slip == "transposed"
    if slip == "transposed":
        return (
            measure
            or _is_same_rate(first, second)
            or points
            or _points_at(second)
            or many
            or (shared > 0 and (taken_up or quoted))
            or (taken_up and (_is_rare(other) or named))
        )
    if slip in ("magnitude", "decimal") and (_points_at(second) or (taken_up and quoted)):
        return True
    if slip in ("magnitude", "decimal") and _digits(other) < 2:
        return shared > 0 and taken_up
    if slip == "magnitude" and shared > 0 and _digits(other) > 1:
        return True
    if slip in ("magnitude", "decimal") and taken_up and (shared > 0 or slip == "magnitude"):
        return True
    if slip is None and one.kind == "duration" and _points_at(second) and one.hedge == other.hedge == "exact":
        return _is_told_twice(text, first) and second.claim.mention.text not in text[: second.claim.mention.start]
    if slip not in ("digit", "magnitude", "decimal"):
        return measure and (points or (taken_up and one.kind == "duration")) and _one_digit_off(one, other)
    return (measure and (points or quoted or taken_up)) or ((points or taken_up) and shared > 0 and slip == "digit")


_RATE = re.compile("每[0-9一二两三四五六七八九十百千万]*[^，。；：]+$")


def _is_same_rate(first: Said, second: Said) -> bool:
    """Whether both are told per the same, and one with the words of the other: 每10股派发现金红利, 每10股派."""
    one, other = _RATE.search(first.before), _RATE.search(second.before)
    if one is None or other is None:
        return False
    short, long = sorted((one.group(), other.group()), key=len)
    return len(short) >= _RATE_WORDS and long.startswith(short)


_RATE_WORDS = 4
_SIZES = frozenset("深高长宽重厚远")


def _is_told_twice(text: str, first: Said) -> bool:
    """Whether the first figure stands in the text once more: 七年……七年间……这九年."""
    return text.count(first.claim.mention.text) > 1


_AGES = ("岁", "周岁")
_OPENS = re.compile(r"(?:^|[，。；：、！？“”（）—…\s]|说|用|靠|把|将|在)$")
_SINCE = re.compile(r"[一-龥]{2}后|如今的?|目前的?|现在的?|当时的?|最终的?|最后的?")
_THEN_OF = re.compile(r"[一-龥]{0,3}的(?!增|降|下|上|速|幅|比|价|成绩)|善款|资金|款项|[一-龥]{2}|[中里]，")


def _is_taken_up(text: str, second: Said) -> bool:
    """Whether a figure begins its clause and leads to what it is of, as what is known already does: 283口人，……."""
    mention = second.claim.mention
    opens = _OPENS.search(text, max(0, mention.start - 1), mention.start) or _SINCE.fullmatch(second.before)
    return opens is not None and _THEN_OF.match(text, mention.end) is not None


def _is_rare(quantity: Quantity) -> bool:
    """Whether few other figures of a text are likely to be counted so: 口, 尾, 级."""
    return quantity.unit is not None and quantity.unit.symbol not in words.COMMON_UNITS


def _one_digit_off(one: Quantity, other: Quantity) -> bool:
    """Whether two values of as many digits differ in one of them: 5.4 and 5.1."""
    if not isinstance(one.value, (Decimal, Fraction)) or not isinstance(other.value, (Decimal, Fraction)):
        return False
    first, second = number_text(one.value), number_text(other.value)
    return len(first) == len(second) > 1 and odd_character(first, second) is not None


def _digits(quantity: Quantity) -> int:
    value = quantity.value
    return len(number_text(value).replace(".", "").strip("0")) if isinstance(value, (Decimal, Fraction)) else 0


_VERBS = re.compile(r"(?:为|达|达到|是|有|约|约为|超|共|计|已|仅|总共|共有|的|了){1,4}$")
_PAIR = re.compile(r"[一-龥]{2}")


def _labels(*parts: str) -> frozenset[str]:
    return frozenset(filter(_label, (part[at : at + 2] for part in parts for at in range(len(part) - 1))))


def _label(pair: str) -> str | None:
    """The pair of characters, where it may name what a figure is of."""
    return pair if _PAIR.fullmatch(pair) is not None and pair not in words.LOOSE_LABELS else None


def _is_measure(first: Said, second: Said) -> bool:
    """Whether both are led by the very same word: 主跨680米, 主跨860米; or followed by it."""
    led = first.led is not None and first.led in (second.led, second.followed)
    return led or (first.followed is not None and first.followed == second.followed)


_OTHERS = re.compile(choice(words.OTHERS))
_TIMES = re.compile(r"[0-9０-９一二三四五六七八九十](?:年|月|日|季度|点|时)|今年|本月|昨|今天|明")


_FROM = re.compile("[由从自]$")
_TO = re.compile(r"[一-龥]{0,3}[降减跌缩升增涨提扩变调压改][一-龥]{0,2}[到至为成]$")


def _is_other(text: str, first: Said, second: Said) -> bool:
    """Whether the words before the second figure make it one of another thing or time."""
    if _FROM.search(first.before) and _TO.fullmatch(text[first.claim.mention.end : second.claim.mention.start]):
        return True  # 单件成本由900元降到300元
    own = _OTHERS.search(second.before) or _TIMES.search(second.before)
    if own is not None and own.group() not in first.before and not _is_object(second):
        return True
    if _on_two_sides(first, second) or _side_by_side(text, first, second):
        return True
    between = text[first.claim.mention.end : second.claim.mention.start]
    if len(second.before) > len(between) or _have_two_subjects(text, first, second):
        return True  # 全县38万亩玉米已收28.5万亩
    if _BECAME.fullmatch(between) is not None:
        return True
    if re.search(r"其中|另外|此外|第[二三]", between) is not None and not _points_at(second):
        return True
    return not (_is_taken_up(text, second) or _points_back(second)) and _are_listed(between)


_PIECE = re.compile("[。！？；\n]")


def _have_two_subjects(text: str, first: Said, second: Said) -> bool:
    """Whether the parts of a sentence in which they stand begin with two things: 北边的老桥……；南边的新桥……."""
    one, other = first.claim.mention.start, second.claim.mention.start
    marks = [match.end() for match in _PIECE.finditer(text, max(0, one - _CLAUSE), other)]
    opening, closing = max((at for at in marks if at <= one), default=0), max(marks, default=0)
    if closing <= one or text[closing - 1] != "；":
        return False
    names = [text[at : at + 6].replace("：", "，") for at in (text.rfind("：", opening, one) + 1 or opening, closing)]
    sides = [next((char for char in name if char in words.SIDES), "") for name in names]
    return bool(all(sides) and sides[0] != sides[1])


_BECAME = re.compile("[一-龥]{0,10}[到至为成]了?")
"""What leads from what was to what became of it: 成本由900元降到300元."""


def _side_by_side(text: str, first: Said, second: Said) -> bool:
    """Whether the two begin clauses of one sentence with the same words behind: 500亩的那块……，100亩的那块……."""
    one, other = first.claim.mention, second.claim.mention
    same = first.behind[:2] == second.behind[:2] != ""
    return same and not re.search("[。！？\n]", text[one.end : other.start]) and not (first.before or second.before)


def _is_object(second: Said) -> bool:
    """Whether what is known is dealt with, whenever that is: 今年还要把6500亩订单菜的冷链搞上去."""
    return second.before.endswith(("把", "将")) or second.behind.startswith(("元的基础上", "的基础上"))


def _on_two_sides(first: Said, second: Said) -> bool:
    """Whether the words before the common label tell two things of a kind apart: 左线, 右线; 一号桥, 二号桥."""
    one, other = ("" if _SINCE.fullmatch(said.before) else _thing(said.before) for said in (first, second))
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    sides = [set(lead[-3:]) & words.SIDES for lead in (one, other)]
    return (sides[0] != sides[1] and all(sides)) or bool({one[-1:], other[-1:]} & words.SIDES)


_DAYS = re.compile("[日目此以之先眼跟面]前|日后|[上下]午|[早晚]上|今后|[上下]个?月")
"""Words of time and place that end like those that tell two things apart."""
_MEASURED = tuple("高 长 宽 深 厚 重".split())


def _thing(before: str) -> str:
    """The words that lead to a figure without verbs, and without what of it is measured: 大坝高."""
    bare = _DAYS.sub("", _VERBS.sub("", before))
    return bare[:-1] if bare.endswith(_MEASURED) else bare


def _are_listed(between: str) -> bool:
    """Whether the two stand side by side: 左线长8620米，右线长8575米."""
    return re.search(r"[。！？；\n“”]", between) is None and len(between) < 30


def _told_again(said: Sequence[Said], first: Said, second: Said) -> bool:
    """Whether each of the two values is told more than once, or a third one stands between them."""
    one, other = first.claim.mention.quantity, second.claim.mention.quantity
    same = [each for each in said if comparable(each.claim.mention.quantity.unit, one.unit)]
    labelled = [each for each in same if not each.labels.isdisjoint(first.labels)]
    values = [each.claim.mention.quantity.number for each in labelled]
    return (values.count(one.number) > 1 and values.count(other.number) > 1) or len(set(values)) > 2


_POINTS = f"(?:^|[，、])[^，、]{{0,6}}?(?!其[次中他余它实])(?:{choice(words.POINTING)})"


def _points_back(second: Said) -> bool:
    """Whether the second clause says that it is of what was told before."""
    return re.search(_POINTS, second.before) is not None


_POINTS_AT = re.compile(rf"(?:{choice(words.POINTING_AT)})$")


def _points_at(second: Said) -> bool:
    """Whether the word before the second figure points to one told before: 这300万元."""
    return _POINTS_AT.search(second.before) is not None


def _hit(first: Said, second: Said) -> Hit:
    one, other = first.claim.mention, second.claim.mention
    own = in_unit(admitted(one.quantity), one.quantity.unit, other.quantity.unit)
    slip = name_slip(other.quantity, own) if own is not None else None
    values: dict[str, str | Word] = {"written": other.text, "other": one.text, "slip": Word(f"slip.{slip or 'none'}")}
    place = SpanEvidence(one.start, one.end, one.text)
    working = Derivation(f"{first.before}{one.text} ≠ {second.before}{other.text}")
    return Hit(other.span, values, (place, working), one.text, against=other.start)


# --- the year of one beginning or end ------------------------------------------------------------------------

_BEGINNINGS = tuple(row.split() for row in words.BEGINNINGS)
_BEGUN = choice([word for row in words.BEGINNINGS for word in row.split()])
_YEAR = r"(?P<year>[12][0-9]{3})年"
_BORN = re.compile(
    rf"(?P<verb>{_BEGUN})[于在]{_YEAR}|{_YEAR.replace('year', 'first')}[^，。；、：]{{0,6}}?(?P<then>{_BEGUN})"
)


def _years(analysis: Analysis, text: str) -> Iterator[Hit]:
    """这座1936年落成的灯塔……建成于1963年: one beginning in two years, two digits of which have changed places."""
    told: dict[int, re.Match[str]] = {}
    for match in _BORN.finditer(text) if "年" in text else ():
        year, verb = match["year"] or match["first"], match["verb"] or match["then"]
        kind = next(place for place, row in enumerate(_BEGINNINGS) if verb in row)
        first = told.setdefault(kind, match)
        other = first["year"] or first["first"]
        if (
            year != other
            and sorted(year) == sorted(other)
            and year[:2] == other[:2]
            and not _are_two(text, match)
            and not (kind == _BIRTHS and _are_kin(text, first, match))
        ):
            group = "year" if match["year"] else "first"
            place = SpanEvidence(first.start(), first.end(), first.group())
            values: dict[str, str | Word] = {
                "written": match.group(),
                "other": first.group(),
                "slip": Word("slip.transposed"),
            }
            yield Hit(Span(*match.span(group)), values, (place,), other)


_BIRTHS = 0
_KIN = re.compile("[父母爸妈儿女爷奶公婆孙兄弟姐妹哥夫妻叔舅姨姑侄甥嫂媳婿伴][^，。；]{0,5}$")


def _are_kin(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether a birth is that of somebody's kin who is named right before it: 父亲罗长庚1947年生……儿子罗峰1974年生."""
    kin = [_KIN.search(text, max(0, match.start() - 8), match.start()) for match in (first, second)]
    names = [match.group()[0] if match is not None else "" for match in kin]
    return names[1] != "" and names[0] != names[1]


_CODE = re.compile(r"(?<![A-Za-z0-9-])(?P<letters>[A-Z]{1,3})(?P<number>[0-9]{3,6})(?=次|航班|号|列车|线|班列)")


def _codes(text: str) -> Iterator[Hit]:
    """D3617次……D3671次列车: the only two trains of a text, the digits of one changed about."""
    found = list(_CODE.finditer(text))
    written = list(dict.fromkeys(match.group() for match in found))
    if len(written) != 2 or sorted(written[0]) != sorted(written[1]) or written[0][:2] != written[1][:2]:
        return
    first, second = (next(match for match in found if match.group() == code) for code in written)
    apart = [at for at, (one, other) in enumerate(zip(*written, strict=True)) if one != other]
    between = text[first.end() : second.start()]
    if (
        len(apart) != 2
        or apart[1] - apart[0] != 1
        or _TWO_CODES.search(between)
        or not re.search("[。！？\n]", between)
    ):
        return
    place = SpanEvidence(first.start(), first.end(), first.group())
    values: dict[str, str | Word] = {"written": written[1], "other": written[0], "slip": Word("slip.transposed")}
    yield Hit(Span(*second.span()), values, (place,), written[0])


_TWO_CODES = re.compile("返程|回程|另|往返|对开|其他|其余|次日|同时")
_ONE_OF_TWO = re.compile("(?:一|另一|后一)[座个家所栋幢条口艘尊棵株处部][一-龥]{0,4}$|[前后]者[一-龥]{0,2}$")


def _are_two(text: str, match: re.Match[str]) -> bool:
    """Whether there are two of them: 一座建于1926年，一座建于1962年."""
    return _ONE_OF_TWO.search(text, max(0, match.start() - 8), match.start()) is not None


# --- ages in somebody's own words ----------------------------------------------------------------------------

_I = re.compile(r"(?:我|俺|咱)(?:今年|现在|都|已经|已|也|快|才|刚|满|就|虚岁)*$")
_YEARS = 10


def _own_ages(text: str, said: Sequence[Said]) -> Iterator[Hit]:
    """47岁的邵卫国……“我45岁了”."""
    ages = [one for one in said if one.claim.mention.quantity.unit is not None and _counts_years(one.claim.mention)]
    mine = [one for one in ages if _I.search(one.before)]
    others = [one for one in ages if one not in mine]
    if len(mine) != 1 or len({one.claim.mention.quantity.number for one in others}) != 1:
        return
    first, second = others[0], mine[0]
    one, other = (each.claim.mention.quantity.number or Fraction(0) for each in (first, second))
    now = _PAST.search(text, second.claim.sentence.start, second.claim.mention.start + 12) is None
    if now and 0 < abs(one - other) <= _YEARS and second.claim.mention.start > first.claim.mention.start:
        yield _hit(first, second)


_PAST = re.compile(r"那年|那时|当时|年前|时候|就|才|刚|岁时|岁那|岁进|岁就|岁开|明年|后年")


def _counts_years(mention: Mention) -> bool:
    return mention.quantity.unit is not None and mention.quantity.unit.symbol in ("岁", "周岁")


# --- the least and the most of a list ------------------------------------------------------------------------

_MOST = re.compile(
    r"最(?:(?P<least>便宜|低|少|小|短|轻)|(?P<most>贵|高|多|大|长|重))的?(?:那|这|一|是)?(?:一)?[档种款个类]?(?:票)?[，是为要卖]{0,2}$"
)


def _extremes(text: str, said: Sequence[Said]) -> Iterator[Hit]:
    """380元、580元、880元三档……最便宜的那档，480元."""
    for second in said:
        mention = second.claim.mention
        match = _MOST.search(text, max(0, mention.start - 14), mention.start)
        listed = _list_before(text, said, second) if match is not None else []
        if match is None or len(listed) < 3:
            continue
        numbers = [one.claim.mention.quantity.number or Fraction(0) for one in listed]
        wanted = min(numbers) if match["least"] else max(numbers)
        if mention.quantity.number != wanted and mention.quantity.number not in numbers[1:-1]:
            yield _hit(listed[numbers.index(wanted)], second)


def _list_before(text: str, said: Sequence[Said], second: Said) -> list[Said]:
    """The last run of figures of the same unit that 、 joins."""
    runs: list[list[Said]] = [[]]
    for one in said:
        mention = one.claim.mention
        if mention.start >= second.claim.mention.start:
            break
        if not comparable(mention.quantity.unit, second.claim.mention.quantity.unit):
            continue
        if not runs[-1] or text[runs[-1][-1].claim.mention.end : mention.start] not in ("、", "和", "与", "及"):
            runs.append([])
        runs[-1].append(one)
    return max(runs, key=len)
