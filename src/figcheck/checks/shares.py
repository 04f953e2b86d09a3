"""Amounts with the share that they are said to be: two shares of one whole, and a share of a whole that is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, in_unit, middle, ratio, reckoned, shifted
from figcheck.checks.terms import TIME, Row, Term, choice, rows, text_of
from figcheck.checks.working import like, proof, result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Hit, Interval, Span
from figcheck.units import PERCENT

_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Share:
    """A part, its share and the words for the whole."""

    part: Term
    span: Span
    """Where the share stands."""
    written: str
    interval: Interval
    """The share in percent."""
    value: Fraction
    whole: str
    """The words between 占 and 的; empty where none stand there."""
    at: int
    """Index of the part in its sentence."""
    term: Term | None = None
    """The share as a figure; None where it is a word such as 一半多."""


# --- shares as written ---------------------------------------------------------------------------------------

_HALVES = {word: Interval(Fraction(low), Fraction(high)) for word, low, high in words.HALF_WORDS}
_LED = (
    r"(?:[，、；（](?P<again>[一-龥]{1,6}?)?)?(?:约|仅|只|已|就|便|均|其|所|正好){0,4}"
    r"占(?:到|了|据)?(?P<whole>[^，。；、（）占]{0,16}?)"
)
_LEADS = re.compile(rf"{_LED}(?:的|的比例|的比重|的份额|比例|比重|比)?(?:约|近)?(?:为|达|达到|是)?$")
_PORTION = re.compile(
    r"[，、（](?:市场|出货)?(?P<whole>)(?:份额|占有率|市占率|占比|比重|比例)(?:约|近)?(?:为|达|达到|是)?$"
)
_DONE = re.compile(r"[，、；（]?(?:已|共)?完成(?P<whole>(?:全年|年度|总)?(?:计划|任务|目标))的?$")
_IN_WORDS = re.compile(rf"{_LED}的?(?P<share>{choice([word for word, _, _ in words.HALF_WORDS])})")


def _shares(text: str, row: Row) -> Iterator[Share]:
    """Every amount of a sentence that is followed by its share."""
    for at, part in enumerate(row.terms):
        if not part.is_amount or stated(part.lead) is not None:
            continue
        after = row.after(at)
        following = row.terms[at + 1] if at + 1 < len(row.terms) else None
        led = _LEADS.fullmatch(after) or _DONE.fullmatch(after) or _PORTION.fullmatch(after)
        if following is not None and led is not None and _is_share(following) and _said_again(led, part):
            yield _figure(part, following, led["whole"], at)
            continue
        match = _IN_WORDS.match(text, part.end, row.end)
        if match is not None:
            interval = _HALVES[match["share"]]
            span = Span(*match.span("share"))
            yield Share(part, span, match["share"], interval, middle(interval), match["whole"], at)


def _said_again(led: re.Match[str], part: Term) -> bool:
    """Whether what stands before 占 is the part once more: 其中外卖78碗，外卖占四成."""
    again = led.groupdict().get("again")
    return not again or any(char in re.split("[，；]", part.lead)[-1] for char in again)


def _is_share(term: Term) -> bool:
    number = term.quantity.number
    if number is None or number <= 0:
        return False
    return term.is_percent or (term.quantity.kind == "number" and number < 1)


def _figure(part: Term, share: Term, whole: str, at: int) -> Share:
    scale = Fraction(1) if share.is_percent else _HUNDRED
    interval = reckoned(share.quantity).scaled(scale)
    value = (share.quantity.number or Fraction(0)) * scale
    if not share.is_percent:
        interval = Interval(value * Fraction(9, 10), value * Fraction(11, 10))
    return Share(part, share.mention.span, share.mention.text, interval, value, whole, at, share)


# --- two shares of one whole ---------------------------------------------------------------------------------

_REGION = re.compile(rf"^(?:{choice(words.REGIONS)}){{1,5}}")
_GENERIC = re.compile(rf"(?:{choice(words.WHOLE_WORDS)}){{1,5}}$|^(?:{choice(words.WHOLE_WORDS)}){{1,5}}")
_ENTITY = re.compile(r"[市县区省州镇乡村国洲厂校院馆站园港企岛湖盟旗路线馆地部社个司团港](?:的)?$")
_HAS = re.compile(r"(?:有|为|达|达到|共有|共|现有|拥有|约|是|分别|仅|只|的|，|、|；){1,5}$")
_WITHIN = re.compile(r"(?:中|其中|里面|里|当中)，")


def two_wholes(analysis: Analysis) -> Iterator[Hit]:
    """41.2万公里是全球的35%，8.6万公里占6%: two parts and two shares that make one whole two sizes."""
    text = text_of(analysis)
    before: list[tuple[Row, Share]] = []
    for row in rows(analysis):
        before = [(old, share) for old, share in before if share.part.claim.paragraph == _paragraph(row)]
        for share in _shares(text, row) if "占" in row.text else ():
            for old, other in reversed(before):
                if _of_one_whole(text, old, other, row, share):
                    yield from _two_sizes(other, share)
                    break
            before.append((row, share))


def _paragraph(row: Row) -> Span:
    return row.terms[0].claim.paragraph


def _two_sizes(first: Share, second: Share) -> Iterator[Hit]:
    one, two = _implied(first), _implied(second, first.part)
    if one is None or two is None or one.meets(two) or first.term is None or second.term is None:
        return
    sizes = [_size(share) for share in (first, second)]
    steps = [f"{share.part.core} ÷ {share.written}" for share in (first, second)]
    working = "，".join(f"{step} {result(size)}" for step, size in zip(steps, sizes, strict=True))
    values = {
        "written": second.written,
        "first": shown(sizes[0], first.part.unit),
        "second": shown(sizes[1], second.part.unit),
    }
    expected = like(_size(second) * second.value / sizes[0], second.term)
    others = (first.part, first.term, second.part)
    yield Hit(second.span, values, proof(others, working), expected, against=second.span.start)


def _implied(share: Share, unit_of: Term | None = None) -> Interval | None:
    """The size of the whole that a part and its share imply, in the unit of `unit_of`."""
    whole = ratio(admitted(share.part.quantity), share.interval.scaled(1 / _HUNDRED))
    return whole if unit_of is None else in_unit(whole, share.part.unit, unit_of.unit)


def _size(share: Share) -> Fraction:
    return (share.part.quantity.number or Fraction(0)) / share.value * _HUNDRED


def _of_one_whole(text: str, first_row: Row, first: Share, second_row: Row, second: Share) -> bool:
    """Whether the words make the two wholes the same thing at the same time."""
    if not comparable(first.part.unit, second.part.unit) or second.part.claim.mention == first.part.claim.mention:
        return False
    between = text[first.span.end : second.part.start]
    if re.search(TIME, second.part.lead) or "其中" in between:
        return False
    same_row = first_row is second_row
    if second.whole != first.whole and not (same_row and second.whole == ""):
        return False
    noun = _noun(first.whole)
    labels = [_label(text, row, share) for row, share in ((first_row, first), (second_row, second))]
    if first.whole == "":
        return same_row and _WITHIN.search(text, first_row.start, first.part.start) is not None
    if _REGION.match(first.whole) is None:
        return bool(noun) and not _other_place(labels)
    if noun:
        return all(noun in label for label in labels) or second.whole == first.whole != ""
    return same_row and _bare(labels)


def _noun(whole: str) -> str:
    """What is counted, without the words for where and without 总数 and the like: 全省民宿总数 gives 民宿."""
    return _GENERIC.sub("", _REGION.sub("", whole))


def _label(text: str, row: Row, share: Share) -> str:
    """The words of the clause that lead to a part."""
    start = max(row.start, max(text.rfind(mark, row.start, share.part.start) for mark in "，；：") + 1)
    return _HAS.sub("", text[start : share.part.start])


def _bare(labels: Sequence[str]) -> bool:
    """Whether the labels name owners only, so that both figures count what the sentence said before them."""
    return all(_ENTITY.search(label) for label in labels)


def _other_place(labels: Sequence[str]) -> bool:
    """Whether the second figure is said of another place or owner, whose whole is its own."""
    places = [set(re.findall(r"[一-龥]{1,4}?[市县区省州镇乡村国厂校院馆司]", label)) for label in labels]
    return bool(places[1] - places[0])


# --- the share of a whole that is given ----------------------------------------------------------------------


def share_of_whole(analysis: Analysis) -> Iterator[Hit]:
    """A share that part and whole, both given, don't make: 84亿元，其中29.4亿元，占45%."""
    text = text_of(analysis)
    for row in rows(analysis):
        if not row.paired or not ("半" in row.text or any(_is_share(term) for term in row.terms)):
            continue
        for share in (*_shares(text, row), *_shares_at_distance(row)):
            whole = _whole_of(text, row, share)
            if whole is not None:
                yield from _wrong_share(row, share, whole)
        for share, whole in (*_whole_inside(row), *_share_first(row)):
            yield from _wrong_share(row, share, whole)
        yield from _wrong_rates(text, row)


_OWNER = r"[^，。；：、]{0,6}[市县区省州镇乡村国洲]"
_AMONG = re.compile(r"[^，。；：]{0,6}[，。；： 　]*其中|[^，。；：]{0,8}[中里]，|，其中")


def _whole_of(text: str, row: Row, share: Share) -> Term | None:
    """The figure that the share is a share of: the one whose words name the whole, or the one before 其中."""
    noun, region = _noun(share.whole), _REGION.match(share.whole)
    shared = {other.at for other in _shares(text, row)}
    for at in range(share.at - 1, -1, -1):
        term = row.terms[at]
        if not term.is_amount or not comparable(term.unit, share.part.unit) or stated(term.lead) is not None:
            continue
        if at in shared and noun:
            continue
        if region is not None and region.group() not in text[row.start : term.start]:
            continue
        between = text[term.end : share.part.start]
        if noun:
            if noun in _naming(text, row, at):
                return term
        elif (between.count("其中") <= 1 and _AMONG.match(between)) or (
            region is not None and re.fullmatch(f"，{_OWNER}(?:有|为|占有|拥有)?", between)
        ):
            return term
    return None


def _naming(text: str, row: Row, at: int) -> str:
    """The words of the clause before a figure, and those right behind it."""
    term = row.terms[at]
    start = max(row.start, max(text.rfind(mark, row.start, term.start) for mark in "，；：。") + 1)
    behind = re.split(r"[，。；：（）、]", text[term.end : min(row.end, term.end + 12)])[0]
    return text[start : term.start] + behind


_DISTANT = re.compile(r"[^，。；、（）]{1,14}，(?:约|仅|只|已|就|便|均){0,3}占(?:到|了|总数的|比)?(?:约|近)?$")


def _shares_at_distance(row: Row) -> Iterator[Share]:
    """412户中，有103户办起了农家乐，占三分之一: a clause between part and share."""
    for at, (part, share) in enumerate(zip(row.terms, row.terms[1:], strict=False)):
        if part.is_amount and stated(part.lead) is None and _is_share(share) and _DISTANT.fullmatch(share.lead):
            yield _figure(part, share, "", at)


_INSIDE = re.compile(r"[，、（]?(?:约|仅|只|已|就|便|均){0,3}(?:占|是|为)(?:了|到)?[^，。；、（）占]{0,14}$")


def _whole_inside(row: Row) -> Iterator[tuple[Share, Term]]:
    """12.6亿元，占年度计划20亿元的63%: the whole between 占 and its share."""
    for at, (part, whole, share) in enumerate(zip(row.terms, row.terms[1:], row.terms[2:], strict=False)):
        if not (part.is_amount and whole.is_amount and comparable(part.unit, whole.unit) and _is_share(share)):
            continue
        if _INSIDE.fullmatch(whole.lead) and re.fullmatch("的(?:约|近)?", share.lead) and stated(part.lead) is None:
            yield _figure(part, share, "", at), whole


_OF_THESE = re.compile(r"[^，。；：、]{0,10}[中里]，[^，。；]{0,14}?(?:占|有)?(?:比|到|了)?(?:约|近)?$")
_THAT_IS = re.compile(r"(?:[^，。；、（）]{0,12})?[，（](?:共|有|达|为|约|计|共计|共有|即|约合|人数为|也就是){0,5}$")


def _share_first(row: Row) -> Iterator[tuple[Share, Term]]:
    """3200名学生中，住校生占65%，共2080人: the share before the part."""
    for at, (whole, share, part) in enumerate(zip(row.terms, row.terms[1:], row.terms[2:], strict=False)):
        if not (part.is_amount and whole.is_amount and comparable(part.unit, whole.unit) and share.is_percent):
            continue
        if not re.match("[，。；）]|$", row.after(at + 2)) or stated(share.lead) is not None:
            continue
        if _OF_THESE.fullmatch(share.lead) and _THAT_IS.fullmatch(part.lead):
            yield _figure(part, share, "", at), whole


_NEAR = Fraction(20)
"""Percentage points by which a share may be off and still be a slip, rather than a share of something else."""


def _wrong_share(row: Row, share: Share, whole: Term) -> Iterator[Hit]:
    given = _part_of(share.part, whole)
    if given is None or given.meets(share.interval) or _explained(row, share):
        return
    exact = _percent(share.part, whole)
    if abs(exact - share.value) > _NEAR and not _is_shifted(exact, share.interval) and exact <= _HUNDRED:
        return
    expected = like(exact, share.term) if share.term is not None and share.term.is_percent else shown(exact, PERCENT)
    working = f"{share.part.core} ÷ {whole.core} {result(exact, PERCENT)}"
    values = {
        "written": share.written,
        "part": share.part.mention.text,
        "whole": whole.mention.text,
        "expected": expected,
    }
    yield Hit(share.span, values, proof((whole, share.part), working), expected, against=share.span.start)


def _part_of(part: Term, whole: Term) -> Interval | None:
    own = in_unit(admitted(part.quantity), part.unit, whole.unit)
    return None if own is None else ratio(own, admitted(whole.quantity)).scaled(_HUNDRED)


def _percent(part: Term, whole: Term) -> Fraction:
    point = in_unit(Interval(part.quantity.number, part.quantity.number), part.unit, whole.unit)
    value = whole.quantity.number or Fraction(1)
    return (point.low or Fraction(0)) / value * _HUNDRED if point is not None else Fraction(0)


def _explained(row: Row, share: Share) -> bool:
    """Whether the share fits any other figure of the sentence as the whole."""
    for term in row.terms:
        if term.is_amount and term is not share.part and comparable(term.unit, share.part.unit):
            given = _part_of(share.part, term)
            if given is not None and given.meets(share.interval):
                return True
    return False


def _is_shifted(exact: Fraction, interval: Interval) -> bool:
    """Whether a power of ten turns what was reckoned into what is written."""
    point = Interval(exact, exact)
    return any(interval.meets(point.scaled(Fraction(10) ** power)) for power in (-4, -3, -2, -1, 1, 2, 3, 4))


# --- rates with a name of their own --------------------------------------------------------------------------

_RATE = re.compile(
    r"[，、；（](?:总体|综合|样品|产品|平均|总|整体|抽检|一次性?|初检|首次)?(?P<rate>[一-龥]{2,4}率)(?:约|仅)?(?:为|达|达到|是|高达)?$"
)
_RATE_PARTS = words.SHARE_RATES


def _wrong_rates(text: str, row: Row) -> Iterator[Hit]:
    """抽检1240批次，合格1215批次，合格率为97.0%: whole, part and the rate that is named after the part."""
    for at in range(2, len(row.terms)):
        whole, part, rate = row.terms[at - 2 : at + 1]
        match = _RATE.search(rate.lead)
        if match is None or not rate.is_percent or rate.quantity.number is None:
            continue
        if not (whole.is_amount and part.is_amount and comparable(whole.unit, part.unit)) or stated(part.lead):
            continue
        kind = _named_after(match["rate"], part.lead + "|" + part.mention.text + _behind(text, part))
        if kind == "rest" and at > 2 and comparable(row.terms[at - 3].unit, whole.unit):
            whole, part, kind = row.terms[at - 3], whole, "part"
        if kind is not None and not _is_some_rate(row, at):
            yield from _wrong_rate(whole, part, rate, kind)


def _is_some_rate(row: Row, at: int) -> bool:
    """Whether any two figures before a rate make it."""
    said = reckoned(row.terms[at].quantity)
    for part in row.terms[:at]:
        for whole in row.terms[:at]:
            if part is whole or not (part.is_amount and whole.is_amount and comparable(part.unit, whole.unit)):
                continue
            given = _part_of(part, whole)
            if given is not None and (given.meets(said) or _rest(given).meets(said)):
                return True
    return False


def _rest(given: Interval) -> Interval:
    """What is left of a hundred percent."""
    return shifted(given.negated(), _HUNDRED)


def _behind(text: str, part: Term) -> str:
    return re.split(r"[，。；：（）、]", text[part.end : part.end + 8])[0]


def _named_after(rate: str, label: str) -> str | None:
    """`part` where the rate bears the part's name, `rest` where it bears that of the others (不合格: 合格率)."""
    stem = rate[:-1]
    stems = [stem, *(name for known, name in _RATE_PARTS if known == rate)]
    clause = re.split(r"[，；]", label)[-1]
    for name in stems:
        if any(no + name in clause for no in ("不", "未", "没有", "无")) and not name.startswith(("不", "未")):
            return "rest"
        if name in clause:
            return "part"
    return "alike" if any(char in clause for char in stem[-2:]) else None


def _wrong_rate(whole: Term, part: Term, rate: Term, kind: str) -> Iterator[Hit]:
    """`kind` says whether the rate is the part's, the others', or only sounds like the part's (通光纤, 通达率)."""
    given = _part_of(part, whole)
    if given is None:
        return
    exact = _percent(part, whole)
    failing, near = kind == "rest", _NEAR / 2 if kind == "alike" else _NEAR
    if failing:
        given, exact = _rest(given), _HUNDRED - exact
    said = reckoned(rate.quantity)
    if given.meets(said) or not 0 < exact <= _HUNDRED:
        return
    if abs(exact - (rate.quantity.number or 0)) > near and (kind == "alike" or not _is_shifted(exact, said)):
        return
    form = f"({whole.core} − {part.core})" if failing else part.core
    working = f"{form} ÷ {whole.core} {result(exact, PERCENT)}"
    expected = like(exact, rate)
    values = {
        "written": rate.mention.text,
        "part": part.mention.text,
        "whole": whole.mention.text,
        "expected": expected,
    }
    yield Hit(rate.mention.span, values, proof((whole, part), working), expected, against=rate.start)
