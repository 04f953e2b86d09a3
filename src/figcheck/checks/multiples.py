"""Multiples against what else is said of the same change: falls in 倍, and a ratio told beside a growth."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import as_ratio, grown, moves
from figcheck.checks.intervals import admitted, reckoned, shifted
from figcheck.checks.moves import levels_in, told_change
from figcheck.checks.passages import Figure, passages
from figcheck.checks.terms import Row, Term, choice, rows, sentence_of, text_of
from figcheck.checks.working import like, proof, result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Claim, Derivation, Hit, Interval, Mention, SpanEvidence
from figcheck.spelling import in_characters
from figcheck.units import PERCENT, conversion

# --- falls in multiples --------------------------------------------------------------------------------------

_FALLS = re.compile(rf"(?:{choice((*words.FALLING, *words.LESS))})(?:了|约|近|超|超过|足足|整整|将近){{0,5}}$")
_LEVEL_IN_MULTIPLES = re.compile(choice(words.MULTIPLE_MEASURES))
_TALK = re.compile(choice(words.TALK_OF_WORDS))


def fall_in_multiples(analysis: Analysis) -> Iterator[Hit]:
    """售价下降了两倍: what falls by once its value is gone."""
    for claim in analysis.claims:
        if claim.mention.quantity.kind != "multiple" or not _falls_by_multiple(analysis, claim):
            continue
        sentence = sentence_of(analysis, claim)
        if _LEVEL_IN_MULTIPLES.search(sentence) or _TALK.search(sentence) or _is_cited(analysis, claim.mention):
            continue
        row = _row_of(analysis, claim)
        if row is None or not _has_multiple_level(row):
            yield _fall(analysis, row, claim.mention)


_CITED = re.compile(r"“[^“”]{0,6}$")


def _is_cited(analysis: Analysis, mention: Mention) -> bool:
    """Whether the words stand in quotation marks by themselves: “缩小10倍”的说法."""
    text = analysis.document.text
    return text[mention.end : mention.end + 1] == "”" and _CITED.search(text, 0, mention.start) is not None


def _falls_by_multiple(analysis: Analysis, claim: Claim) -> bool:
    mention = claim.mention
    if "翻" in mention.text or (mention.quantity.number is not None and mention.quantity.number < 1):
        return False
    lead = analysis.document.text[claim.clause.start : mention.start]
    return _FALLS.search(lead) is not None


def _row_of(analysis: Analysis, claim: Claim) -> Row | None:
    found = rows(analysis)
    at = bisect.bisect_right(found, claim.mention.start, key=lambda row: row.start) - 1
    return found[at] if at >= 0 and claim.mention.start < found[at].end else None


def _has_multiple_level(row: Row) -> bool:
    """由20倍降至17倍: the measure itself is given in 倍."""
    return any(move.base.is_multiple for _, move in moves(row, of_multiples=True))


def _fall(analysis: Analysis, row: Row | None, mention: Mention) -> Hit:
    move = next((move for _, move in moves(row) if move.direction < 0), None) if row is not None else None
    ends = (move.base, move.level) if move is not None else _levels(analysis, mention)
    values = {"written": mention.text}
    if ends is None:
        times = mention.quantity.number
        left = f"100% − {times * 100}% = {(1 - times) * 100}%".replace("-", "−") if times else ""
        return Hit(mention.span, values, (Derivation(left),) if left else (), against=mention.start)
    base, level = ends
    first = base.quantity.number or Fraction(1)
    second = (level.quantity.number or Fraction(0)) * (conversion(level.unit, base.unit) or 1)
    rate = (first - second) / first * 100
    working = Derivation(f"({base.core} − {level.core}) ÷ {base.core} {result(rate, PERCENT)}")
    places = (SpanEvidence(end.mention.start, end.mention.end, end.mention.text) for end in ends)
    return Hit(mention.span, values, (*places, working), _part(rate), against=mention.start)


_ROUND = (2, 3, 4, 5, 6, 8, 10)


def _part(rate: Fraction) -> str:
    """A rate as 三分之二 where it is such a part, else in whole percent, more closely above 90."""
    part = rate / 100
    if part.denominator in _ROUND and (rate.denominator != 1 or rate % 5):
        return f"{in_characters(part.denominator)}分之{in_characters(part.numerator)}"
    return f"{round(rate)}%" if rate <= 90 else shown(rate, PERCENT)


def _levels(analysis: Analysis, mention: Mention) -> tuple[Figure, Figure] | None:
    """The two figures beside a fall that surely follow each other: 由四十万元压到十万元，减少三倍."""
    for passage in passages(analysis):
        told = next((told_change(figure) for figure in passage.figures if figure.mention is mention), None)
        pairs = [pair for pair in levels_in(passage, told) if pair.base.number > pair.level.number] if told else []
        near = [pair for pair in pairs if told is not None and pair.base.sentence == told.figure.sentence]
        if len(near) == 1:
            return near[0].base, near[0].level
    return None


# --- a ratio and a growth ------------------------------------------------------------------------------------


def multiple_and_growth(analysis: Analysis) -> Iterator[Hit]:
    """是去年的3倍，比去年增长3倍: three times as much is twice more."""
    text = text_of(analysis)
    for row in rows(analysis):
        for ratio, growth in zip(row.terms, row.terms[1:], strict=False):
            if not as_ratio(ratio) or not (growth.is_multiple or growth.is_percent) or not grown(growth):
                continue
            if as_ratio(growth) or not _same_base(text, ratio, growth):
                continue
            given = _growth_of(ratio)
            scale = 100 if growth.is_percent else 1
            if not given.scaled(Fraction(scale)).meets(reckoned(growth.quantity)):
                yield _not_grown(ratio, growth, scale)


_BASE = re.compile(r"(?:是|为|相当于|达到|达|[到至比较])(?P<base>[^，。；是为到至比较]{1,10}?)的?$")
_THAN = re.compile(r"[比较](?P<base>[^，。；]{1,10}?)的?(?:水平)?(?:又|则|还)?(?:[增多上提扩高])")
_LAST_YEAR = frozenset("去年 上年 去年同期 上年同期".split())


def _same_base(text: str, ratio: Term, growth: Term) -> bool:
    """Whether both are measured against the same time, or only the ratio names one."""
    first = _BASE.search(text[max(0, ratio.start - 16) : ratio.start])
    lead = text[ratio.end : growth.start]
    second = _THAN.search(lead)
    if second is not None:
        return first is not None and first["base"] == second["base"]
    return "同比" not in lead or first is None or first["base"] in _LAST_YEAR


def _growth_of(ratio: Term) -> Interval:
    """The growth that a ratio is, as a multiple; a doubling may be somewhat more or less than one."""
    value = ratio.quantity.number
    if "翻" in ratio.mention.text and value is not None:
        return Interval(value * Fraction(9, 10) - 1, value * Fraction(7, 5) - 1)
    return shifted(admitted(ratio.quantity), Fraction(-1))


def _not_grown(ratio: Term, growth: Term, scale: int) -> Hit:
    exact = ((ratio.quantity.number or Fraction(0)) - 1) * scale
    working = f"{ratio.core} − 1 {result(exact, growth.unit)}"
    if growth.is_percent:
        working = f"({ratio.core} − 1) × 100% {result(exact, growth.unit)}"
    expected = like(exact, growth)
    values = {"written": growth.mention.text, "ratio": ratio.mention.text, "expected": expected}
    return Hit(growth.mention.span, values, proof((ratio,), working), expected, against=growth.start)
