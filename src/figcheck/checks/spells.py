"""The dates of a sentence in, numbers of years and days that what lies between belies out: 1986年……2023年……47年."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.likeness import odd_character
from figcheck.checks.terms import choice
from figcheck.data import passage_words as words
from figcheck.data.calendar_words import PHASES
from figcheck.model import Mention, Span, Stamp
from figcheck.slips import looks_like
from figcheck.values import Frozen


class Spell(Frozen):
    """A length that two dates of its sentence belie."""

    span: Span
    written: str
    ends: tuple[Mention, ...]
    expected: str
    apart: Fraction = Fraction(0)
    """By how many minutes more than the length the two ends lie apart, where they are times of day."""


_YEARS = frozenset(("年", "载", "个年头"))
_SEASONS = re.compile("个?(?:春秋|寒暑|冬夏|年头|春夏秋冬)")
_FIRM = re.compile(
    rf"(?:{choice(words.FIRM_LENGTHS.split())})(?:了|约|近|整整|足足|已|有|是|长达|达){{0,3}}$|(?:前后|一共|总共|整整)[一-龥]{{1,2}}了$"
)
_DONE = re.compile(r"[一-龥]了(?:整整|足足|近|将近|快)?$|(?:里|上|间)[一-龥]{1,3}了(?:整整|足足)?$")
_IN_ALL = re.compile(r"的?(?:时间|光阴|岁月)?[里间]")
_NO_LENGTH = re.compile(
    r"(?:第|比|每|提前|推迟|晚|早|隔|满|近|约|仅|另|又|前|后|再|还|出生|享年|寿|龄|判|刑)[^，。；、]{0,3}$"
)
_GOES_ON = re.compile(r"多?(?:前|后|历史|以来|来|期|代|级|度|一遇|老|生|龄|寿|级|制|计划|规划|级|内|第|半|零)")
_OTHER = re.compile(
    r"得等|通常|往往|其间|其中|期间|中断|停办|停刊|除去|扣除|此前|之前|之后|年前|年后|前身|另|再|又|复[办刊建]|重[建修开]|先后在"
)


def years_told(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[Spell]:
    """从1986年走进小学，到2023年退休，站了47年: two years of a sentence and the one number of years told of it."""
    dates = [(stamp, mention) for mention in mentions for stamp in _stamps(mention) if stamp.year]
    lengths = [one for one in mentions if _counts_years(text, one) is not None]
    if len(dates) != 2 or len(lengths) != 1 or _OTHER.search(text, span.start, span.end):
        return
    (first, opening), (last, closing) = dates
    length, apart = lengths[0], (last.year or 0) - (first.year or 0)
    told = _counts_years(text, length)
    if told is None or apart <= 0 or length.start < closing.end or "世纪" in opening.text + closing.text:
        return
    number, end = told
    if apart - 1 <= number <= apart + 1 or _GOES_ON.match(text, end):
        return
    lead = text[max(span.start, length.start - 10) : length.start]
    firm = _FIRM.search(lead) is not None or _is_told_at_once(text, closing, length)
    whole = _DONE.search(lead) is not None or _IN_ALL.match(text, end) is not None
    firm = firm or (whole and _is_career(text, opening, closing))
    if _NO_LENGTH.search(lead) and not firm:
        return
    if _is_slip(number, apart, firm=firm) or (firm and apart < _FEW and number < _FEW):
        ends = (opening,) if opening is closing else (opening, closing)
        counted = apart + 1 if opening is closing and firm else apart
        yield Spell(Span(length.start, end), text[length.start : end], ends, f"{counted}年")


_FEW = 10
"""Years that are counted on the fingers."""


def _is_slip(number: Fraction, apart: int, *, firm: bool) -> bool:
    """Whether a digit is wrong; what is less than the two years leave may be the length of something else."""
    if number < apart and not firm:
        return False
    return any(_are_alike(str(int(number)), str(meant)) for meant in (apart, apart + 1))


def _are_alike(written: str, meant: str) -> bool:
    """Whether two numbers of as many digits differ in one of them, or have two of them the other way round."""
    if len(written) != len(meant) or len(written) < 2:
        return False
    return sorted(written) == sorted(meant) or odd_character(written, meant) is not None


def _is_career(text: str, opening: Mention, closing: Mention) -> bool:
    """Whether the first year has the verb that begins what the second has the verb that ends: 参加工作, 退休."""
    begun, ended = text[opening.end : closing.start], text[closing.end : closing.end + 10]
    return any(
        any(verb in begun for verb in begins.split()) and any(verb in ended for verb in ends.split())
        for begins, ends in PHASES
    )


def _is_told_at_once(text: str, closing: Mention, length: Mention) -> bool:
    """（2021年至2025年）的六年间."""
    return re.fullmatch(r"[）)]?的?(?:整整|这|足足)?", text[closing.end : length.start]) is not None


def _stamps(mention: Mention) -> Iterator[Stamp]:
    quantity = mention.quantity
    for end in (quantity.value, quantity.low, quantity.high):
        if isinstance(end, Stamp):
            yield end


def _counts_years(text: str, mention: Mention) -> tuple[Fraction, int] | None:
    """How many years a figure tells, and where it ends: 47年, 四十载, 五十五个春秋."""
    quantity = mention.quantity
    if quantity.number is None or quantity.hedge not in ("exact", "odd") or quantity.unit is None:
        return None
    lead = text[max(0, mention.start - 10) : mention.start]
    if quantity.unit.symbol in _YEARS:
        done = mention.text.endswith(("年", "载", "年头")) or quantity.hedge == "odd"
        return (quantity.number, mention.end) if done and not lead.endswith("第") else None
    season = _SEASONS.match(text, mention.core_end)
    if quantity.unit.symbol == "个" and season is not None:
        return quantity.number, season.end()
    return None


# --- days --------------------------------------------------------------------------------------------------------


def days_told(mentions: Sequence[Mention], length: Mention) -> Iterator[Spell]:
    """4月26日进入空间站，10月30日返回，在轨287天: two days of one year, and a number of days with a wrong digit."""
    dates = [(stamp, mention) for mention in mentions for stamp in _stamps(mention) if stamp.day and not stamp.clock]
    if len(dates) != 2 or length.quantity.unit is None or length.quantity.unit.symbol not in ("天", "日"):
        return
    if any(mention.quantity.lunar for _, mention in dates):
        return
    (first, opening), (last, closing) = dates
    days = _apart(first, last)
    number = length.quantity.number or Fraction(0)
    if days is None or days <= 0 or abs(days - number) <= 2 or length.start < closing.end or number < days:
        return
    if any(looks_like(length.quantity, Fraction(meant)) == "digit" for meant in (days, days + 1)):
        ends = (opening,) if opening is closing else (opening, closing)
        yield Spell(length.span, length.text, ends, f"{days}天")


def _apart(first: Stamp, last: Stamp) -> int | None:
    """Days between two days of one year, be it known or not."""
    if first.year != last.year:
        return None
    ends = [Stamp(one.year or _COMMON, one.month, one.day).days() for one in (first, last)]
    return (ends[1][0] - ends[0][0]).days if ends[0] is not None and ends[1] is not None else None


_COMMON = 2001
"""A year without a leap day."""
