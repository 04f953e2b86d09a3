"""Amounts with the share that they are said to be in, two shares that make one whole two sizes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, in_unit, middle, ratio, reckoned
from figcheck.checks.terms import TIME, Row, Term, choice, rows, text_of
from figcheck.checks.working import like, proof, result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Hit, Interval, Span
from figcheck.values import Frozen

HUNDRED = Fraction(100)
"""Percent."""


class Share(Frozen):
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
    r"占(?!比?分别|比?依次)(?:到|了|据)?(?P<whole>[^，。；、（）占]{0,16}?)"
)
_LEADS = re.compile(rf"{_LED}(?:的|的比例|的比重|的份额|比例|比重|比)?(?:约|近)?(?:为|达|达到|是)?$")
_PORTION = re.compile(
    r"[，、（](?:市场|出货)?(?P<whole>)(?:份额|占有率|市占率|占比|比重|比例)(?:约|近)?(?:为|达|达到|是)?$"
)
_DONE = re.compile(r"[，、；（]?(?:已|共)?完成(?P<whole>(?:全年|年度|总)?(?:计划|任务|目标))的?$")
_IN_WORDS = re.compile(rf"{_LED}的?(?P<share>{choice([word for word, _, _ in words.HALF_WORDS])})")


def shares_in(text: str, row: Row) -> Iterator[Share]:
    """Every amount of a sentence that is followed by its share."""
    for at, part in enumerate(row.terms):
        if not part.is_amount or stated(part.lead) is not None:
            continue
        after = row.after(at)
        following = row.terms[at + 1] if at + 1 < len(row.terms) else None
        led = _LEADS.fullmatch(after) or _DONE.fullmatch(after) or _PORTION.fullmatch(after)
        if following is not None and led is not None and is_share(following) and _said_again(led, part):
            yield share_of(part, following, led["whole"], at)
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


def is_share(term: Term) -> bool:
    """Whether a figure can be a share: a percentage, or a fraction below one."""
    number = term.quantity.number
    if number is None or number <= 0:
        return False
    return term.is_percent or (term.quantity.kind == "number" and number < 1)


def share_of(part: Term, share: Term, whole: str, at: int) -> Share:
    """A part (at index `at` of its sentence) with the figure that is its share."""
    scale = Fraction(1) if share.is_percent else HUNDRED
    interval = reckoned(share.quantity).scaled(scale)
    value = (share.quantity.number or Fraction(0)) * scale
    if not share.is_percent:
        interval = Interval(value * Fraction(9, 10), value * Fraction(11, 10))
    return Share(part, share.mention.span, share.mention.text, interval, value, whole, at, share)


# --- two shares of one whole ---------------------------------------------------------------------------------

REGION = re.compile(rf"^(?:{choice(words.REGIONS)}){{1,5}}")
"""The words at the beginning of a whole that say only where or when."""
_GENERIC = re.compile(rf"(?:{choice(words.WHOLE_WORDS)}){{1,5}}$|^(?:{choice(words.WHOLE_WORDS)}){{1,5}}")
_ENTITY = re.compile(r"[市县区省州镇乡村国洲厂校院馆站园港企岛湖盟旗路线馆地部社个司团港](?:的)?$")
_HAS = re.compile(r"(?:有|为|达|达到|共有|共|现有|拥有|约|是|分别|仅|只|的|，|、|；){1,5}$")
_WITHIN = re.compile(r"(?:中|其中|里面|里|当中)，")


_RANKED = re.compile("第[二三]|居次|其次|次之|紧随其后|紧跟其后|紧跟着|[第老]二|后面的?是")
"""Between two shares of a market: 份额28%，排名第一；紧随其后的……."""
_BACK = 12
"""Shares before one of a paragraph that it is compared with."""


_NAMES_SHARES = re.compile("占|份额")


def two_wholes(analysis: Analysis) -> Iterator[Hit]:
    """41.2万公里是全球的35%，8.6万公里占6%: two parts and two shares that make one whole two sizes."""
    text = text_of(analysis)
    before: list[tuple[Row, Share]] = []
    for row in rows(analysis):
        before = [(old, share) for old, share in before if share.part.claim.paragraph == _paragraph(row)]
        for share in shares_in(text, row) if _NAMES_SHARES.search(row.text) else ():
            for old, other in reversed(before[-_BACK:]):
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
    whole = ratio(admitted(share.part.quantity), share.interval.scaled(1 / HUNDRED))
    return whole if unit_of is None else in_unit(whole, share.part.unit, unit_of.unit)


def _size(share: Share) -> Fraction:
    return (share.part.quantity.number or Fraction(0)) / share.value * HUNDRED


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
    noun = noun_of(first.whole)
    labels = [_label(text, row, share) for row, share in ((first_row, first), (second_row, second))]
    if first.whole == "":
        if not same_row:
            return False
        within = _WITHIN.search(text, first_row.start, first.part.start)
        return within is not None or _RANKED.search(re.split("[；。]", between)[-1]) is not None
    if REGION.match(first.whole) is None:
        return bool(noun) and not _other_place(labels)
    if noun:
        return all(noun in label for label in labels) or second.whole == first.whole != ""
    return same_row and _bare(labels)


def noun_of(whole: str) -> str:
    """What is counted, without the words for where and without 总数 and the like: 全省民宿总数 gives 民宿."""
    return _GENERIC.sub("", REGION.sub("", whole))


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
