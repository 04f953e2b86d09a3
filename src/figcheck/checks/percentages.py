"""Percentages of one whole, each thing in one of them: together they can't make more than a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

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
        for shares in (_shares(row.terms), *_complete(text, row), *_structures(row), _rate_and_rest(row)):
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
_OF_BOTH = re.compile(
    "[，；][一-龥]{1,6}(?:和|与|、|及)[一-龥]{1,6}(?:加起来|合计|加在一起|合起来|两项)?[也只仅共才]{0,2}占$"
)
"""One more share, of two things together: 平原和水面加起来只占."""
_INSIDE = re.compile(r"其中|的人[中里]|[中里](?:又|还)?有")
_NO_SHARE = re.compile(r"率|首付|最低|最高|税|增速|幅|指数|利|价|[升降涨跌]|[比较][^重例]")


def _complete(text: str, row: Row) -> Iterator[list[Term]]:
    """Shares that exhaust a whole by their names, before a semicolon: 男性占51.3%，女性占48.7%；65岁及以上占16.4%."""
    groups: list[list[Term]] = [[]]
    for term in row.terms:
        if "；" in term.lead:
            groups.append([])
        groups[-1].append(term)
    for group in groups if len(groups) > 1 else ():
        shares = _shares(group)
        labels = [_label(text, share, row) for share in shares]
        if any(names_all(names, labels) for names in words.COMPLETE_SETS):
            yield shares


def _shares(terms: Sequence[Term]) -> list[Term]:
    """The percentages of a sentence that say what part of one whole something is; none where another kind stands by."""
    found: list[tuple[Term, str]] = []
    for term in terms:
        if not term.is_percent:
            continue
        match = _HOLDS.search(term.lead)
        if _TOGETHER.search(term.lead) and not _OF_BOTH.search(term.lead):
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


_RATE = re.compile(r"(?P<stem>[一-龥]{2,4})率(?:约|只|仅|就|也|却|则|才|高|有|为|达|达到|是){0,3}$")


def _rate_and_rest(row: Row) -> list[Term]:
    """满意率为86%，不满意率为14%."""
    percents = [(at, term) for at, term in enumerate(row.terms) if term.is_percent and stated(term.lead) is None]
    for (_, first), (at, second) in pairwise(percents):
        rate = _RATE.search(first.lead)
        between = re.split("[，；。：]", row.text[first.end - row.start : second.start - row.start])[-1]
        if rate is None or _OF_ANOTHER_TIME.search(between) or second.quantity.hedge != "exact":
            continue
        if _turns_round(rate["stem"], second, re.split("[，；。：、]", row.after(at))[0]):
            return [first, second]
    return []


_OF_ANOTHER_TIME = re.compile("去年|上年|同期|此前|原来|以前|前年|上次|上月|其中|全国|全省|目标|要求|平均")
_WITHOUT = re.compile(r"(?:没有?能?|未能?|不能?|尚未|无法)(?P<what>[一-龥]{2})")


def _turns_round(stem: str, second: Term, behind: str) -> bool:
    """Whether a percentage is of those of whom the rate before is not: 不合格率, 缺勤率, 有28%的考生没有通过."""
    own = re.split("[，；。：]", second.lead)[-1]
    rate = _RATE.search(own)
    if rate is not None:
        other = rate["stem"]
        denied = other[0] in "不未" and stem.endswith(other[1:])
        named = own[: rate.end("stem")]
        return denied or any(
            stem.endswith(one) and named.removesuffix(two) in ("", "而", "但") and named.endswith(two)
            for one, two in words.OPPOSED_RATES
        )
    without = _WITHOUT.search(own + behind)
    return without is not None and stem.endswith(without["what"])


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
    if len(shares) == 2 and (_RATE.search(shares[1].lead) or _RATE.search(shares[0].lead)):
        return True
    if _is_scale(labels) and abs(middle(summed) - 100) <= _CLOSE - 100:
        return True
    if summed.low < 100:
        return False
    if any(_are_answers(pair, labels) for pair in (*words.OPPOSED, *_denied(labels))):
        return middle(summed) <= _CLOSE
    return not overlap(labels, PERCENT) and _make_one_whole(row, shares, labels, summed)


_LEAST, _MOST = re.compile("以下|以内|不足|不到|未满|低于"), re.compile("以上|及以上|超过|高于")


def _is_scale(labels: Sequence[str]) -> bool:
    """Whether the shares are of steps, the first and the last of them open: 18岁以下, 18至35岁, 60岁以上."""
    if len(labels) < 3:
        return False
    ends = (labels[0], labels[-1])
    open_ends = any(_LEAST.search(one) and _MOST.search(two) for one, two in (ends, ends[::-1]))
    return open_ends and all(re.search("[至到—～~-]", label) for label in labels[1:-1])


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
