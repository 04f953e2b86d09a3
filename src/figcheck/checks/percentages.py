"""Percentages of one whole, each thing in one of them: together they can't make more than a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, middle, total
from figcheck.checks.parts import names_all, overlap
from figcheck.checks.terms import TIME, Row, Term, choice, rows, text_of
from figcheck.checks.working import like, proof, result
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Hit, Interval, Span
from figcheck.units import PERCENT

_ONE_ANSWER = re.compile(choice(words.SINGLE_CHOICE))
_MANY = re.compile(choice(words.MANY_CHOICES))
_MADE_OF = re.compile(choice(words.COMPOSED))


def shares_over_whole(analysis: Analysis) -> Iterator[Hit]:
    """Shares of one whole that add up to more than a hundred percent, or to less where they are surely all."""
    text = text_of(analysis)
    for row in rows(analysis):
        if not row.paired or _MANY.search(row.text):
            continue
        for shares in (_shares(row), *_structures(row), _rate_and_rest(row)):
            labels = [_label(text, share, row) for share in shares]
            if len(shares) > 1 and _fails(row, shares, labels):
                yield _wrong_sum(shares)
                break


# --- which percentages belong together -----------------------------------------------------------------------

_HOLDS = re.compile(
    r"(?:占(?:到|了)?(?P<whole>[^，。；、占]{0,14}?)(?:的|比|比例|比重){0,5}|占比|比重)(?:约|近|分别)?(?:为|达|达到|是)?$"
)
_TOGETHER = re.compile("各占|各为|加起来|合计|共占|相加|总共|加在一起|合起来|两项|三项|四项|[两三四]者")
"""One percentage for several things, or the sum of those before it."""
_INSIDE = re.compile(r"其中|的人[中里]|[中里](?:又|还)?有")
_NO_SHARE = re.compile(r"率|首付|最低|最高|税|增速|幅|指数|利|价|[升降涨跌]|[比较][^重例]")


def _shares(row: Row) -> list[Term]:
    """The percentages of a sentence that say what part of one whole something is; none where another kind stands by."""
    found: list[tuple[Term, str]] = []
    for term in row.terms:
        if not term.is_percent:
            continue
        match = _HOLDS.search(term.lead)
        if _TOGETHER.search(term.lead):
            return []
        named = match is None and _NO_SHARE.search(re.split(r"[，；]", term.lead)[-1]) is not None
        nested = bool(found) and _INSIDE.search(term.lead) is not None
        if named or nested or stated(term.lead) is not None or term.quantity.number is None:
            return []
        found.append((term, (match["whole"] or "") if match else ""))
    named_wholes = {whole for _, whole in found if whole}
    return [term for term, _ in found] if len(named_wholes) < 2 else []


_STRUCTURE = re.compile(
    rf"三次产业(?:增加值)?(?:结构|比例|比重|之比|构成)比?(?:由|从|调整|优化|变化|为|是|到|至|的|{TIME}){{0,6}}$"
)
_RATIO_SIGN = re.compile(r"\s*[:：∶]\s*")


_CHANGED_TO = re.compile(
    rf"[，、]?(?:进一步|逐步)?(?:调整|优化|变化|变更|转变|演变|提升|改善|变)?(?:为|到|至|成)(?:了|{TIME}的?)?"
)


def _structures(row: Row) -> Iterator[list[Term]]:
    """三次产业结构由9.6∶42.3∶48.1调整为8.6∶42.3∶51.1: three numbers that are percentages without the sign."""
    told = -1
    for at in range(len(row.terms) - 2):
        three = row.terms[at : at + 3]
        known = _STRUCTURE.search(three[0].lead) or (at == told and _CHANGED_TO.fullmatch(three[0].lead))
        if not known or any(term.quantity.kind != "number" for term in three):
            continue
        if all(_RATIO_SIGN.fullmatch(term.lead) for term in three[1:]):
            yield list(three)
            told = at + 3


_RATE = re.compile(r"(?P<stem>[一-龥]{2,4})率(?:约)?(?:为|达|达到|是)?$")


def _rate_and_rest(row: Row) -> list[Term]:
    """满意率为86%，不满意率为14%."""
    for first, second in zip(row.terms, row.terms[1:], strict=False):
        rates = [_RATE.search(term.lead) for term in (first, second)]
        if rates[0] is None or rates[1] is None or not (first.is_percent and second.is_percent):
            continue
        stem = rates[1]["stem"]
        if stem[0] in "不未" and rates[0]["stem"].endswith(stem[1:]):
            return [first, second]
    return []


def _label(text: str, share: Term, row: Row) -> str:
    before = re.split(r"[，。；：、]", text[max(row.start, share.start - 24) : share.start])[-1]
    after = re.split(r"[，。；：、]", text[share.end : min(row.end, share.end + 10)])[0]
    return before + "|" + after


# --- judging them --------------------------------------------------------------------------------------------

_CLOSE = Fraction(110)
"""Shares led by 占 that make more than this belong to different wholes."""


def _fails(row: Row, shares: Sequence[Term], labels: Sequence[str]) -> bool:
    summed = total(admitted(share.quantity) for share in shares)
    if summed.low is None or summed.high is None or summed.low < 100 < summed.high:
        return False
    if any(names_all(group, labels) for group in words.COMPLETE_SETS) or not shares[0].is_percent:
        return True
    if len(shares) == 2 and _RATE.search(shares[1].lead):
        return True
    if summed.low < 100:
        return False
    if any(_are_answers(pair, labels) for pair in (*words.OPPOSED, *_denied(labels))):
        return middle(summed) <= _CLOSE
    return not overlap(labels, PERCENT) and _make_one_whole(row, shares, labels, summed)


_DENIAL = re.compile(r"不(?P<word>[会想愿打敢同满买去看用][一-龥]?)")


def _denied(labels: Sequence[str]) -> list[tuple[str, str]]:
    """会买 and 不会买 among the answers."""
    denials = [match["word"] for label in labels for match in _DENIAL.finditer(label)]
    return [
        (word, "不" + word) for word in denials if any(word in label and "不" + word not in label for label in labels)
    ]


def _are_answers(pair: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether the shares are those for, against, and neither."""
    both = all(any(word in label for label in labels) for word in pair)
    known = (*pair, *words.NEUTRAL)
    return both and all(any(word in label for word in known) for label in labels)


def _make_one_whole(row: Row, shares: Sequence[Term], labels: Sequence[str], summed: Interval) -> bool:
    if _ONE_ANSWER.search(row.text) or _MADE_OF.search(row.text):
        return True
    if len(shares) > 2 and re.search("其他|其余", labels[-1]):
        return middle(summed) <= _CLOSE
    led = all(_HOLDS.search(share.lead) for share in shares) or all("来自" in label for label in labels)
    return led and len(shares) > 2 and middle(summed) <= _CLOSE


def _wrong_sum(shares: Sequence[Term]) -> Hit:
    summed = sum((share.quantity.number or Fraction(0) for share in shares), Fraction(0))
    sign = ">" if summed > 100 else "<"
    working = f"{' + '.join(share.core for share in shares)} {result(summed, PERCENT)} {sign} 100%"
    span = Span(shares[0].start, shares[-1].end)
    values = {"sum": like(summed, shares[0]).rstrip("%") + "%"}
    return Hit(span, values, proof(shares, working), against=shares[-1].start)
