"""Figures side by side: differences that the two don't give, ranges whose ends are turned, one figure in two sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, difference, in_unit, total
from figcheck.checks.passages import OTHER_MEASURE
from figcheck.checks.terms import Row, Term, choice, rows, text_of
from figcheck.checks.working import digits_like, like, proof, result
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Derivation, Hit, Interval, Mention, Span, SpanEvidence, Word
from figcheck.numerals import read_numeral
from figcheck.slips import looks_like
from figcheck.units import UNITS, conversion

# --- differences ---------------------------------------------------------------------------------------------

_FILL = "(?:约|为|达|达到|是|仅|只|近|有|了|超过|足足|整整|多达|高达){0,5}"
_APART = re.compile(rf"(?:{choice(words.APART)}){_FILL}$")
_FROM_ANOTHER = re.compile(r"(?:与|同|跟|(?<!差)距|离|[到至和])[^，。；、]{1,8}|最大")
_NAMED = re.compile(rf"[，；（][^，。；]{{0,6}}?(?P<name>{choice([name for name, _, _ in words.DIFFERENCES])}){_FILL}$")
_OF_LONGER = re.compile(rf"{choice(words.CUMULATED)}|季度|半年|年|月")
_ENDS = {name: (re.compile(more), re.compile(less)) for name, more, less in words.DIFFERENCES}


def difference_stated(analysis: Analysis) -> Iterator[Hit]:
    """A difference said to lie between two figures that lie otherwise apart: 相差, 顺差, 温差, 优惠."""
    for row in rows(analysis):
        for at in range(2, len(row.terms) if row.paired else 0):
            ends = _two_ends(row, at)
            inside = _from_first(row, at, ends) if ends is not None else ""
            if _GOES_ON.search(inside) or OTHER_MEASURE.search(inside):
                continue
            if ends is not None and not _lies_between(row, at):
                yield from _wrong_difference(*ends, row.terms[at])
    yield from _between_posts(text_of(analysis), analysis)
    yield from _numbered(text_of(analysis), analysis)


_GOES_ON = re.compile("；[^；]*；|；[^，。；]{0,20}[0-9]")
"""PM2.5……（35微克/立方米）；PM10……；臭氧……，比标准高2微克/立方米: the ends are of several things."""


def _from_first(row: Row, at: int, ends: tuple[Term, Term]) -> str:
    """The text from the first of the ends to their difference."""
    return row.text[min(end.end for end in ends) - row.start : row.terms[at].start - row.start]


def _lies_between(row: Row, at: int) -> bool:
    """Whether any two figures before a difference lie that far apart."""
    term = row.terms[at]
    said = admitted(term.quantity)
    unit = None if term.is_points else term.unit
    known = [other for other in row.terms[:at] if _can_differ(other, term)]
    if _is_told_out(term) and all(map(_is_told_out, known)):
        numbers = [other.quantity.number or Fraction(0) for other in known]
        return any(one - two == term.quantity.number for one in numbers for two in numbers)
    turned = [in_unit(admitted(other.quantity), other.unit, unit or other.unit) for other in known]
    ends = [end for end in turned if end is not None]
    if any(difference(one, two).meets(said) for one in ends for two in ends if one is not two):
        return True
    return len(ends) > 2 and difference(ends[0], total(ends[1:])).meets(said)


def _two_ends(row: Row, at: int) -> tuple[Term, Term] | None:
    """The greater and the lesser figure that a difference lies between."""
    term = row.terms[at]
    if not (term.is_amount or term.is_points):
        return None
    sides = _COMPARED.search(term.lead)
    if sides is not None:
        return _named_sides(row, at, sides)
    named = _NAMED.match(term.lead)
    if named is not None and _OF_LONGER.search(named.group()):
        return None
    if named is not None:
        more, less = (_led_by(row, at, word) for word in _ENDS[named["name"]])
        return (more, less) if more is not None and less is not None and more is not less else None
    if _APART.search(term.lead) is None or _FROM_ANOTHER.search(_own(term)):
        return None
    like_terms = [other for other in row.terms[:at] if _can_differ(other, term)]
    if len(like_terms) != 2:
        return None
    first, second = like_terms
    return (first, second) if _number(first, term) >= _number(second, term) else (second, first)


_MORE, _LESS = choice((*words.MORE, *words.RISING)), choice((*words.LESS, *words.FALLING))
_COMPARED = re.compile(
    rf"(?:^|[，；])(?P<one>[一-龥]{{0,6}}?)(?:只|仅|也)?(?:比|较)(?P<other>[一-龥]{{1,6}}?)"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:出|了){_FILL}$"
    rf"|(?:^|[，；])(?P<first>[一-龥]{{0,6}}?)(?:只|仅|也)?(?:比|较)(?P<second>[一-龥]{{1,6}}?)(?P<way>[高低多少快慢长短贵]){_FILL}$"
)


def _named_sides(row: Row, at: int, sides: re.Match[str]) -> tuple[Term, Term] | None:
    """女性比男性高6.8岁: the figures that were given for the two just before."""
    one, other = sides["one"] or sides["first"], sides["other"] or sides["second"]
    up = bool(sides["more"]) or (sides["way"] or "") in tuple("高多快长贵")
    known = row.terms[:at]
    terms = [next((term for term in reversed(known) if name and name in _own(term)), None) for name in (one, other)]
    if not one and terms[1] is not None:
        terms[0] = next((term for term in reversed(known) if term is not terms[1]), None)
    if terms[0] is None or terms[1] is None or terms[0] is terms[1]:
        return None
    if not all(_can_differ(term, row.terms[at]) and stated(term.lead) is None for term in terms if term is not None):
        return None
    return (terms[0], terms[1]) if up else (terms[1], terms[0])


def _own(term: Term) -> str:
    return re.split(r"[，；。、]", term.lead)[-1]


def _can_differ(other: Term, term: Term) -> bool:
    if term.is_points:
        return other.is_percent and other.quantity.number is not None
    return other.is_amount and comparable(other.unit, term.unit)


def _led_by(row: Row, at: int, word: re.Pattern[str]) -> Term | None:
    """The last figure before the one at `at` whose own words hold one of the words."""
    for term in reversed(row.terms[:at]):
        if word.search(_own(term)) and _can_differ(term, row.terms[at]) and stated(term.lead) is None:
            return term
    return None


def _number(term: Term, like_term: Term) -> Fraction:
    number = term.quantity.number or Fraction(0)
    point = in_unit(Interval(number, number), term.unit, like_term.unit)
    return number if point is None or point.low is None else point.low


def _wrong_difference(more: Term, less: Term, figure: Term) -> Iterator[Hit]:
    unit = more.unit if figure.is_points else figure.unit
    ends = [in_unit(admitted(term.quantity), term.unit, unit) for term in (more, less)]
    if ends[0] is None or ends[1] is None:
        return
    given = difference(ends[0], ends[1])
    exact = _number(more, figure) - _number(less, figure)
    told_out = all(map(_is_told_out, (more, less, figure))) and exact != figure.quantity.number
    if given.meets(admitted(figure.quantity)) and not told_out:
        return
    working = f"{more.core} − {less.core} {result(exact, figure.unit)}"
    expected = like(exact, figure)
    values: dict[str, str | Word] = {
        "written": figure.mention.text,
        "more": more.mention.text,
        "less": less.mention.text,
        "expected": expected,
        "how": Word("apart"),
    }
    yield Hit(figure.mention.span, values, proof((more, less), working), expected, against=figure.start)


def _is_told_out(term: Term) -> bool:
    """Whether a figure gives goals or points of a game to the last one: 86分."""
    points = term.unit is not None and term.unit.dimension in ("score-points", "points")
    return points and term.quantity.hedge == "exact" and term.quantity.step == 1


# --- ranges --------------------------------------------------------------------------------------------------

_LEADS_DOWN = re.compile(
    r"(?:由|从|自|倒计时|倒数|距今|公元前|海拔|[东西]经|[南北]纬|降(?![水雨雪])|回落|下调)[^，。；：、]{0,8}$"
)
_COUNTS_BACK = re.compile(r"[^，。；]{0,2}前(?!后|往|来|期)|不等的?跌|的?降")
_JOIN = re.compile(r"[—–～~至到-]+|－+|─+")
_SIZES = re.compile(r"[万亿]+$")
_UNIT = re.compile(r"[^0-9.．０-９一二两三四五六七八九十百千万亿%％]+$")
_OWN_ORDER = frozenset(("temperature", "temperature-f", "degree", "angle", "voltage", "score-points", "points"))
"""Dimensions whose ranges are written downwards as well: 8℃～-2℃."""


def range_reversed(analysis: Analysis) -> Iterator[Hit]:
    """5到3个月, 8000元至5000元: a range that begins with its greater end."""
    text = analysis.document.text
    for mention in analysis.mentions:
        quantity = mention.quantity
        if quantity.kind in ("date", "time", "score", "ordinal") or quantity.value is not None:
            continue
        if _is_turned(mention) and not _is_meant(text, mention):
            yield _turned(mention)
    yield from _turned_bounds(text, analysis.mentions)


def _turned_bounds(text: str, mentions: Sequence[Mention]) -> Iterator[Hit]:
    """2000元以上500元以下: two bounds that leave nothing between them."""
    yield from _ages_between(text)
    for least, most in pairwise(mentions):
        low, high = least.quantity, most.quantity
        if low.number is None or high.number is None or low.number <= high.number or low.unit != high.unit:
            continue
        if not (least.text.endswith("以上") and most.text.endswith("以下")) or text[least.end : most.start].strip("、"):
            continue
        expected = most.text.removesuffix("下") + "上" + least.text.removesuffix("上") + "下"
        values = {"written": text[least.start : most.end], "expected": expected}
        yield Hit(Span(least.start, most.end), values, (), expected, against=least.start)


_BETWEEN_AGES = re.compile(
    r"(?:年满|须满|不低于|不小于|至少|满)(?P<least>[0-9]{2})(?:周岁|岁|年|厘米|公斤)(?:以上)?[、，且及和]{1,2}(?:不超过|不满|未满|不高于|不大于|至多)"
    r"(?P<most>[0-9]{2})(?:周岁|岁|年|厘米|公斤)"
)


def _ages_between(text: str) -> Iterator[Hit]:
    """须年满38周岁、不超过30周岁: nobody is."""
    for match in _BETWEEN_AGES.finditer(text):
        if int(match["least"]) > int(match["most"]):
            start, end = match.span()
            expected = (
                text[start : match.start("least")]
                + match["most"]
                + text[match.end("least") : match.start("most")]
                + match["least"]
                + text[match.end("most") : end]
            )
            yield Hit(Span(start, end), {"written": match.group(), "expected": expected}, (), expected, against=start)


def _is_turned(mention: Mention) -> bool:
    low, high = mention.quantity.low, mention.quantity.high
    if not isinstance(low, (Decimal, Fraction)) or not isinstance(high, (Decimal, Fraction)) or high <= 0 or low <= 0:
        return False
    ends = _JOIN.split(_core(mention))
    if low > high:
        return len(ends) == 2
    if len(ends) != 2 or _SIZES.search(ends[0]) or not _SIZES.search(ends[1]):
        return False
    first, second = read_numeral(ends[0]), read_numeral(_SIZES.sub("", ends[1]))
    if first is None or second is None or first.value is None or second.value is None:
        return False
    return low == first.value > second.value and first.value < 1000


_COMPOUND = re.compile(r"[0-9一二三四五六七八九十零]{1,3}(?:个月|天|分|秒|小时)|[^，。；]{0,6}不等")


def _is_meant(text: str, mention: Mention) -> bool:
    """Whether the order may be right: on the way down, years before now, temperatures, bare numbers with a hyphen."""
    unit = mention.quantity.unit
    if unit is None or unit.dimension in _OWN_ORDER:
        return True
    before = text[max(0, mention.start - 12) : mention.start]
    if _COMPOUND.match(text, mention.end):
        return True  # 有期徒刑11年6个月至1年2个月不等
    return bool(_LEADS_DOWN.search(before) or _COUNTS_BACK.match(text, mention.end))


def _core(mention: Mention) -> str:
    return mention.text[mention.core_start - mention.start : mention.core_end - mention.start]


def _turned(mention: Mention) -> Hit:
    core = _core(mention)
    join = _JOIN.search(core)
    assert join is not None
    first, second = core[: join.start()], core[join.end() :]
    size, unit = _SIZES.search(second), _UNIT.search(first)
    if size is not None and not _SIZES.search(first):
        expected = _SIZES.sub("", second) + join.group() + first + size.group()
    else:
        word = unit.group() if unit is not None else ""
        expected = second + word + join.group() + first.removesuffix(word)
    text = mention.text.replace(core, expected)
    values = {"written": mention.text, "expected": text}
    return Hit(mention.span, values, (), text, against=mention.start)


# --- chainages -------------------------------------------------------------------------------------------------

_POST = r"[KkＫ](?P<{0}>[0-9]{{1,4}})(?:\+(?P<{0}m>[0-9]{{1,3}}))?(?:公里|处|米)?"
_BETWEEN = re.compile(
    rf"{_POST.format('one')}(?:[至到—–～~-]{{1,2}}|[）)]?[，、；](?:终点|止点|止于|讫点|到|至)[^，。；Kk]{{0,10}}){_POST.format('two')}"
)
_ITS_LENGTH = re.compile(
    r"(?:路段|段|之间|区间|[一-龥]{0,6}方向)?[）)]?[，、：（(]?(?:[一-龥]{0,8}[，：])?[一-龥]{0,5}?(?:全长|长|共计|共|合计|总长|里程|长度|总里程|单向)(?:约|为|达|共|是)*$|^[）)]?[，、（(]?$"
)
_METRE = UNITS["米"]


def _between_posts(text: str, analysis: Analysis) -> Iterator[Hit]:
    """The first length told behind two chainages, where it is not how far they lie apart."""
    for match in _BETWEEN.finditer(text) if "K" in text.upper() else ():
        told = next((one for one in analysis.mentions if one.start >= match.end()), None)
        unit = told.quantity.unit if told is not None else None
        if told is None or unit is None or unit.dimension != "length" or not told.quantity.number:
            continue
        if _ITS_LENGTH.search(text[match.end() : told.start]) is None:
            continue
        metres = abs(_metres(match, "two") - _metres(match, "one"))
        yield from _posts_apart(match, told, Fraction(metres) * (conversion(_METRE, unit) or 1))


_NUMBER = r"[1-9][0-9]{0,3}"
_ROW = re.compile(
    rf"(?<![0-9.．月])第?(?P<one>{_NUMBER})(?P<unit>[号页届期层站室栋幢楼桌集章回座排]?)(?:[楼馆柜展库井座洞船机位]{{0,2}})(?:一直)?[至到—–～~-]{{1,2}}"
    rf"第?(?P<two>{_NUMBER})(?P<again>[号页届期层站室栋幢楼桌集章回座排])"
)
_THEIR_NUMBER = re.compile(
    r"(?:[楼馆柜展库井座洞船机位桥]{0,2})?(?:[的，（、]|之间的?)?[^，。；：、0-9]{0,3}?(?:这|共|一共|总共|合计|整整|全部){0,2}$"
)
_NOT_EACH = re.compile("每|各|单号|双号|单双|其中|部分|不少|不全|抽")
_AMONG_ROW = 8
"""Characters between a row of numbers and how many there are."""


def _numbered(text: str, analysis: Analysis) -> Iterator[Hit]:
    """编号从37号到64号的38台相机: more than there are numbers, or a slip of how many."""
    for match in _ROW.finditer(text):
        told = next((one for one in analysis.mentions if one.start >= match.end()), None)
        if told is None or told.start - match.end() > _AMONG_ROW or not _counts_row(text, match, told):
            continue
        number, there = told.quantity.number or Fraction(0), Fraction(int(match["two"]) - int(match["one"]) + 1)
        slip = looks_like(told.quantity, there) if number < there - 1 else "more"
        if not 2 < there < number * 2 or number in (there, there - 1) or slip is None or number > there * 2:
            continue
        expected = f"{there}{told.text[told.core_end - told.start :]}"
        values: dict[str, str | Word] = {
            "written": told.text,
            "more": match["two"],
            "less": match["one"],
            "expected": expected,
            "how": Word("row"),
        }
        place = SpanEvidence(match.start(), match.end(), match.group())
        working = Derivation(f"{match['two']} − {match['one']} + 1 = {there} ≠ {told.text}")
        yield Hit(told.span, values, (place, working), expected, against=told.start)


def _counts_row(text: str, match: re.Match[str], told: Mention) -> bool:
    """Whether a figure behind a row of numbers says how many of them there are."""
    unit, between = told.quantity.unit, text[match.end() : told.start]
    if unit is None or not unit.counts or told.quantity.hedge != "exact" or told.quantity.number is None:
        return False
    around = text[max(0, match.start() - 10) : told.end + 4]
    return _THEIR_NUMBER.fullmatch(between) is not None and _NOT_EACH.search(around) is None


def _metres(match: re.Match[str], post: str) -> int:
    return int(match[post]) * 1000 + int(match[post + "m"] or 0)


def _posts_apart(match: re.Match[str], told: Mention, apart: Fraction) -> Iterator[Hit]:
    said, number = admitted(told.quantity), told.quantity.number or Fraction(0)
    if not apart or said.low is None or said.high is None or said.low <= apart <= said.high:
        return
    if told.quantity.hedge != "exact" or not (looks_like(told.quantity, apart) or abs(apart - number) * 2 <= apart):
        return
    core = told.text[told.core_start - told.start : told.core_end - told.start]
    expected = digits_like(apart, core, told.quantity.unit)
    one, other = ("K" + _post(match, post) for post in sorted(("one", "two"), key=lambda post: _metres(match, post)))
    values: dict[str, str | Word] = {
        "written": told.text,
        "more": other,
        "less": one,
        "expected": expected,
        "how": Word("apart"),
    }
    place = SpanEvidence(match.start(), match.end(), match.group())
    working = Derivation(f"{other} − {one} = {expected} ≠ {told.text}")
    yield Hit(told.span, values, (place, working), expected, against=told.start)


def _post(match: re.Match[str], post: str) -> str:
    return match[post] + ("+" + match[post + "m"] if match[post + "m"] else "")
