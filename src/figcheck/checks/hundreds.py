"""Passages in, shares of one whole out that do not make a hundred percent, by what looks like a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, literally, total
from figcheck.checks.moves import told_change
from figcheck.checks.parts import overlap
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import equals, shown
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Derivation, Hit, Interval, Quantity, Span, SpanEvidence
from figcheck.slips import chance, looks_like
from figcheck.units import PERCENT

_HUNDRED = Fraction(100)
_FARTHEST = Fraction(21)
"""By how much shares of one whole may miss a hundred and still be a slip."""
_COARSE = Fraction(35)
"""The same of thirds and tenths."""


def hundreds_told(analysis: Analysis) -> Iterator[Hit]:
    """得票率47.2%、48.1%，余下的7.7%: shares of a whole that make more than a hundred, or less though all."""
    for passage in passages(analysis):
        for sentence in sorted({figure.sentence for figure in passage.figures if _is_share(figure)}):
            row = [figure for figure in passage.figures if figure.sentence == sentence]
            shares = _shares(passage, row)
            if len(shares) > 1 and _is_wrong(passage, row, shares):
                yield _hit(shares)


# --- which shares belong together ----------------------------------------------------------------------------


def _is_share(figure: Figure) -> bool:
    return figure.is_percent or (figure.is_fraction and 0 < figure.number < 1)


def _shares(passage: Passage, row: Sequence[Figure]) -> list[Figure]:
    """The shares of a sentence; of 不到三成（28%） only the second."""
    shares = [figure for figure in row if _is_share(figure)]
    told_again = {
        one.start
        for one, other in pairwise(shares)
        if passage.between(one, other) == "（" and other.behind.startswith("）")
    }
    return [figure for figure in shares if figure.start not in told_again]


_REST = re.compile(rf"(?:{choice(words.REST.split())}|另外|另)(?:的|有|还有)?(?:约|近)?[^，。；：、]{{0,4}}$")
_DIVIDED, _NOT_DIVIDED = re.compile(choice(words.DIVIDED.split())), re.compile(choice(words.NOT_DIVIDED.split()))
_NO_SHARE = re.compile(r"增速|[增降涨跌]幅|指数|利率|[比较][^重例]|同比|环比|其中")


_HELD = re.compile("持股|出资|得票|占股|股权|参股|入股|认缴|控股")
"""What nobody does with what another one has."""
_OF_ONE_VOTE = re.compile("(?:得票|支持|持股)率为")


def _is_wrong(passage: Passage, row: Sequence[Figure], shares: Sequence[Figure]) -> bool:
    text = _OF_ONE_VOTE.sub("得票", row[0].lead + passage.text[row[0].start : shares[-1].end] + shares[-1].tail)
    if _NOT_DIVIDED.search(text) or _NO_SHARE.search(passage.between(shares[0], shares[-1])):
        return False
    if any(told_change(share) is not None and _REST.search(share.own) is None for share in shares):
        return False
    rest = _REST.search(shares[-1].own) is not None
    held = all(_HELD.search(share.own) for share in shares)
    if overlap([share.own + "|" + share.tail for share in shares], PERCENT) and not (rest or held):
        return False
    if rest:
        return _misses(shares) and (len(shares) > 2 or len(row) == 2)
    if len(shares) < 3 or _exceeds(shares) <= 0:
        return False
    if _DIVIDED.search(text) is not None or all("成" in share.mention.text for share in shares):
        return _misses(shares)
    return _are_alike(passage, row, shares) and _misses_by_a_digit(shares)


_LONGEST = 14


def _are_alike(passage: Passage, row: Sequence[Figure], shares: Sequence[Figure]) -> bool:
    """Whether nothing but shares stands in a sentence, each with a few words that say of what."""
    exact = all(share.quantity.hedge == "exact" and share.is_percent for share in shares)
    short = all(len(share.lead) <= 2 * _LONGEST and len(share.own) <= _LONGEST for share in shares[1:])
    others = [figure for figure in row if not _is_share(figure) and not _is_quoted(passage, figure)]
    return exact and short and not others


def _is_quoted(passage: Passage, figure: Figure) -> bool:
    """Whether a figure belongs to an answer in quotation marks: “10本以上”."""
    return re.search("“[^”]*$", passage.text[max(0, figure.start - 12) : figure.start]) is not None


# --- judging -------------------------------------------------------------------------------------------------


def _percent(figure: Figure) -> Fraction:
    return figure.number * (_HUNDRED if figure.is_fraction else 1)


def _taken(quantity: Quantity) -> Interval:
    """What a share admits: thirds and tenths are meant as they stand beside each other."""
    value = quantity.number or Fraction(0)
    if isinstance(quantity.value, Fraction):
        return Interval(value * 98, value * 102)
    taken = literally(quantity) if value % 10 == 0 and quantity.hedge == "exact" else admitted(quantity)
    return Interval(taken.low or Fraction(0), taken.high)


def _exceeds(shares: Sequence[Figure]) -> Fraction:
    return sum(map(_percent, shares), Fraction(0)) - _HUNDRED


def _misses(shares: Sequence[Figure]) -> bool:
    """Whether no rounding makes a hundred of the shares, and one of them may be a slip."""
    off = _exceeds(shares)
    if total(_taken(share.quantity) for share in shares).meets(Interval(_HUNDRED - 1, _HUNDRED + 1)):
        return False
    if all(share.is_fraction or _percent(share) % 10 == 0 for share in shares):
        return abs(off) <= _COARSE
    return abs(off) <= _FARTHEST and any(
        share.is_fraction or looks_like(share.quantity, share.number - off) is not None for share in shares
    )


_LIKELY = 0.15
"""How probable it may be by chance that shares which merely stand side by side miss a hundred by a digit."""


def _misses_by_a_digit(shares: Sequence[Figure]) -> bool:
    off = _exceeds(shares)
    if not _misses(shares) or (off * 10).denominator != 1:
        return False
    if off == 10 and len(shares) > 3:
        return True
    slips = [(share, looks_like(share.quantity, share.number - off)) for share in shares if share.number > off]
    return min((chance(share.quantity, slip) for share, slip in slips), default=1.0) * len(shares) <= _LIKELY


def _hit(shares: Sequence[Figure]) -> Hit:
    exact = _exceeds(shares) + _HUNDRED
    sign = ">" if exact > _HUNDRED else "<"
    terms = " + ".join(share.core for share in shares)
    working = f"{terms} {equals(exact, shown(exact))} {shown(exact, PERCENT)} {sign} 100%"
    values = {"sum": shown(exact, PERCENT)}
    span = Span(shares[0].start, shares[-1].end)
    places = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in shares)
    return Hit(span, values, (*places, Derivation(working)), against=shares[-1].start)
