"""Headline and body in, figures of the headline that the body belies out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from figcheck import expressions as re
from figcheck.checks.captions import against, days_from, days_of, titled_otherwise, told_otherwise
from figcheck.checks.changes import ends
from figcheck.checks.headings import are_jumbled, ordinals, scores, swapped
from figcheck.checks.intervals import admitted, comparable, difference, in_unit, ratio, reckoned, shifted, total
from figcheck.checks.terms import Term, rows
from figcheck.checks.title_runs import counted_otherwise
from figcheck.checks.working import result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import (
    Analysis,
    Claim,
    Derivation,
    Evidence,
    Hit,
    Interval,
    Mention,
    Quantity,
    Span,
    SpanEvidence,
    Word,
)
from figcheck.numerals import number_text, read_numeral
from figcheck.slips import chance, looks_like, name_slip
from figcheck.units import PERCENT, conversion
from figcheck.values import replace

_KINDS = frozenset(("quantity", "money", "percent", "multiple", "duration", "number"))
_HUNDRED = Fraction(100)


def headline_against_body(analysis: Analysis) -> Iterator[Hit]:
    """4.6万人次 over a text that says 6.4万人次; 下降 over 上涨; 翻两番 over figures that have doubled."""
    title = analysis.document.masthead.title
    if title is None:
        return
    heads = [claim for claim in analysis.claims if title.span.holds(claim.mention.span) and _is_figure(claim.mention)]
    body = [
        claim for claim in analysis.claims if not title.span.overlaps(claim.mention.span) and _is_figure(claim.mention)
    ]
    text = analysis.document.text
    body = [claim for claim in body if not (_is_supposed(text, claim.mention) or _is_age_of_old(text, claim.mention))]
    taken: list[Span] = []
    for head in heads:
        if head.mention.quantity.is_fraction and _OF_UNIT.match(analysis.document.text, head.mention.end):
            continue  # 千分之五摄氏度 is no share
        if _DENIED.search(text, title.span.start, head.mention.start):
            continue  # “五连”不在五营
        hit = _turned_round(analysis, head, body) or _turned_by_figures(analysis, head)
        hit = hit or _other_mark(analysis, title.span, head, body)
        hit = (
            hit or told_otherwise(analysis, title.span, head, body) or swapped(analysis, title.span, head.mention, body)
        )
        if hit is None and not _is_borne_out(head, [claim.mention for claim in body]):
            hit = _reckoned_otherwise(analysis, head) or _told_otherwise(analysis, title.span, head, body)
            hit = hit or _other_round(analysis, title.span, head, body)
        hit = hit or _slipped(analysis, title.span, head, body)
        if hit is not None:
            yield hit
            taken.append(hit.span)
    for check in (scores, ordinals, _decades, days_from, days_of, titled_otherwise, counted_otherwise):
        for other in check(analysis, title.span):
            denied = _DENIED.search(text, title.span.start, other.span.start) is not None
            if not denied and not any(other.span.overlaps(span) for span in taken):
                taken.append(other.span)
                yield other


_OF_UNIT = re.compile("摄氏|度|[毫微纳]?[米秒克升]|公[里斤]|[吨元亩]")
_DENIED = re.compile("(?:不[在是用]|不再是|并非|绝非|并不是|而非|没有)[^，。、！？　 ：0-9]{0,2}$")
_SUPPOSED = re.compile("如果|假如|倘若|要是|若[是能不按]")


def _is_supposed(text: str, mention: Mention) -> bool:
    """Whether a figure is of what is only supposed: 如果完整，重量会超过500克."""
    start = max(text.rfind(mark, 0, mention.start) for mark in "。！？；\n") + 1
    return _SUPPOSED.search(text, start, mention.start) is not None


def _is_age_of_old(text: str, mention: Mention) -> bool:
    """Whether an age is that of another time: 7岁学棋，2018年12岁定段."""
    return mention.text.endswith("岁") and (
        _OF_OLD.search(text, max(0, mention.start - 10), mention.start) is not None
        or _BEGAN.match(text, mention.end) is not None
    )


_BEGAN = re.compile("[学起入开拜从参当进就定下时]|那年|离家|丧父|丧母")
_OF_OLD = re.compile("[12][0-9]{3}年[^，。；0-9]{0,3}$|那年|当年$")


def _is_figure(mention: Mention) -> bool:
    return mention.quantity.kind in _KINDS and mention.quantity.number is not None


# --- what the body says --------------------------------------------------------------------------------------


def _is_borne_out(head: Claim, body: Sequence[Mention]) -> bool:
    """Whether a figure of the body is the headline's, or figures of the body make it."""
    if _is_told(head, body):
        return True
    said = _loosely(head.mention.quantity)
    likes = [own for own in (_like(mention, head.mention) for mention in body) if own is not None]
    return _is_made(head, said, likes, [mention for mention in body if mention.quantity.kind != "percent"])


def _like(mention: Mention, head: Mention) -> Interval | None:
    """A figure of the body in the headline's unit; 3.2万 goes with 3.2万人."""
    one, other = mention.quantity.unit, head.quantity.unit
    if not comparable(one, other) and one is not None and other is not None:
        return None
    return in_unit(_loosely(mention.quantity), one, other)


def _loosely(quantity: Quantity) -> Interval:
    """Headlines round: 近5万 for 49620, 一成 for 9.8%, 半 for 48%."""
    interval, value = admitted(quantity), quantity.number
    if value is None or quantity.unit is None or (quantity.unit.counts and value < 100) or quantity.kind == "duration":
        return interval
    leading = abs(value) / 20 if quantity.step >= abs(value) / 10 else Fraction(0)
    low = None if interval.low is None else min(interval.low, value - leading)
    high = None if interval.high is None else max(interval.high, value + leading)
    return Interval(low, high)


_MOST = 14
"""Figures of the body of which sums and ratios are tried."""


def _is_made(head: Claim, said: Interval, likes: Sequence[Interval], levels: Sequence[Mention]) -> bool:
    few = likes[:_MOST]
    runs = (few[at : at + size] for size in range(2, 7) for at in range(len(few) - size + 1))
    if any(total(run).meets(said) for run in runs):
        return True
    if any(difference(one, two).meets(said) or difference(two, one).meets(said) for one, two in combinations(few, 2)):
        return True
    if head.mention.quantity.kind not in ("percent", "multiple"):
        return False
    return any(_rate(one, two, head, said) for one, two in combinations(levels[:_MOST], 2))


def _rate(one: Mention, two: Mention, head: Claim, said: Interval) -> bool:
    """Whether two figures stand to each other as the headline says, as a share or as a change."""
    second = in_unit(admitted(two.quantity), two.quantity.unit, one.quantity.unit)
    if second is None or not comparable(one.quantity.unit, two.quantity.unit):
        return False
    scale = _HUNDRED if head.mention.quantity.kind == "percent" else Fraction(1)
    first = admitted(one.quantity)
    times = [ratio(high, low) for high, low in ((first, second), (second, first))]
    changes = [shifted(made, Fraction(-1)) for made in times]
    if head.direction < 0:
        changes = [change.negated() for change in changes]
    return any(made.scaled(scale).meets(said) for made in (*changes, *(times if not head.direction else ())))


# --- another figure ------------------------------------------------------------------------------------------


def _told_otherwise(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """The figure of the body that the headline's is a slip of."""
    likes = [claim for claim in body if comparable(claim.mention.quantity.unit, head.mention.quantity.unit)]
    for claim in likes[:_MOST]:
        if _is_slip(analysis, title, head, claim, alone=len({one.mention.quantity.number for one in likes}) == 1):
            return against(head.mention, claim.mention.span, claim.mention.text)
    return None


def _is_slip(analysis: Analysis, title: Span, head: Claim, claim: Claim, *, alone: bool) -> bool:
    one, other = head.mention.quantity, claim.mention.quantity
    own = in_unit(admitted(other), other.unit, one.unit)
    shared = _shared(analysis.document.text, title, head.mention, claim)
    if own is None:
        return False
    if one.unit is not None and (one.unit.counts or one.kind == "duration") and (one.number or 0) < 100:
        return _is_small_slip(analysis.document.text, head.mention, claim.mention, shared, alone=alone)
    if bool(head.direction) != bool(claim.direction):
        return False
    slip = name_slip(one, own)
    if alone and _lacks_a_digit(one, other) and (one.kind == "money" or shared > 0):
        return True
    jumbled = slip in ("transposed", "magnitude") or are_jumbled(head.mention, claim.mention)
    if jumbled and (alone or shared > 0):
        return True
    if alone and _leads_to_one_noun(analysis.document.text, title, head.mention, claim.mention) and _is_near(one, own):
        return True
    return shared > 1 and (slip is not None or (alone and _is_near(one, own)))


def _lacks_a_digit(one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is the other with a digit left out: 9亿元, 19亿元."""
    if one.hedge != "exact" or other.hedge != "exact" or one.unit != other.unit:
        return False
    short, long = sorted((number_text(one.number or Fraction(0)), number_text(other.number or Fraction(0))), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


_PROBABLE = (0.04, 1.0, 2.0)
"""How many of the body's figures may look by chance like a slip of one that it does not tell: where nothing else speaks
for it, and where one or more pairs of characters beside the two are the same. Few headlines have a figure that their
body does not have, so that not to have it speaks for a slip already."""


def _slipped(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """The figure that the headline's is a slip of, by the numbers: what a headline tells, its text tells too."""
    one, mentions = head.mention.quantity, [claim.mention for claim in body]
    if one.hedge != "exact" or one.kind == "duration" or _is_told(head, mentions):
        return None
    if (one.kind == "number" and (one.number or 0) < _FEW) or _is_difference(analysis.document.text, title, head, body):
        return None
    alike = [claim for claim in body if claim.mention.quantity.kind == one.kind and _is_counted_alike(claim, head)]
    slips = [claim for claim in alike if _slip_of(claim.mention, head.mention) is not None]
    shared = {claim.mention.start: _shared(analysis.document.text, title, head.mention, claim) for claim in slips}
    named = min(max(shared.values(), default=0), len(_PROBABLE) - 1)
    chosen = [claim for claim in slips if shared[claim.mention.start] >= named]
    if len({claim.mention.quantity.number for claim in chosen}) != 1:
        return None
    number = _slip_of(chosen[0].mention, head.mention) or Fraction(0)
    told = len({each.mention.quantity.number for each in alike})
    likely = told * chance(one, looks_like(one, number), rounded=True)
    made = _is_borne_out(head, mentions)
    if likely > _PROBABLE[max(0, named - made)] or bool(head.direction) != bool(chosen[0].direction):
        return None
    return against(head.mention, chosen[0].mention.span, chosen[0].mention.text)


_FEW = 10
_BY = re.compile("[少减降多增添省涨扩升高低缩][^，。：、　 0-9]{0,4}$")
_FROM_TO = re.compile("[^，。；：]{0,5}[降减跌缩升增涨提扩变压][^，。；：]{0,3}[到至为成]了?")


def _is_difference(text: str, title: Span, head: Claim, body: Sequence[Claim]) -> bool:
    """Whether the headline tells by how much, and the body from what to what: 少用人120名, 由310人减到190人."""
    if _BY.search(text, title.start, head.mention.start) is None:
        return False
    return any(
        abs((one.number or 0) - (other.number or 0)) == head.mention.quantity.number
        for first, second in pairwise(claim.mention for claim in body)
        if (one := first.quantity).unit == (other := second.quantity).unit
        and _FROM_TO.fullmatch(text, first.end, second.start)
    )


def _is_told(head: Claim, body: Sequence[Mention]) -> bool:
    said = _loosely(head.mention.quantity)
    return any(own.meets(said) for own in (_like(mention, head.mention) for mention in body) if own is not None)


def _is_counted_alike(claim: Claim, head: Claim) -> bool:
    one, other = claim.mention.quantity.unit, head.mention.quantity.unit
    return one == other or (comparable(one, other) and one is not None and other is not None)


def _slip_of(mention: Mention, head: Mention) -> Fraction | None:
    """A figure of the body in the headline's unit, where the headline's is a slip of it."""
    factor = conversion(mention.quantity.unit, head.quantity.unit)
    if mention.quantity.number is None or factor is None or mention.quantity.hedge not in ("exact", "odd"):
        return None
    number = mention.quantity.number * factor
    return number if looks_like(head.quantity, number) is not None else None


_ROUND = 1000


def _other_round(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """查处七万余车 over 查处违法超限车3.27万辆, the only great count of the body: another first digit."""
    one, text = head.mention.quantity, analysis.document.text
    value = one.number or Fraction(0)
    if one.hedge not in ("odd", "over") or value < _ROUND or len(number_text(value).rstrip("0")) > 1:
        return None
    if head.direction or one.unit is None or not one.unit.counts:
        return None
    near = [claim for claim in body if _may_be_counted(claim, value)]
    if len({claim.mention.quantity.number for claim in near}) != 1:
        return None
    number = near[0].mention.quantity.number or Fraction(0)
    if number_text(number)[0] == number_text(value)[0] or _shared(text, title, head.mention, near[0]) < 1:
        return None
    return against(head.mention, near[0].mention.span, near[0].mention.text)


def _may_be_counted(claim: Claim, value: Fraction) -> bool:
    """Whether a figure of the body is a count that has as many digits as the headline's."""
    own = claim.mention.quantity
    if own.number is None or (own.unit is not None and not own.unit.counts) or own.kind not in ("quantity", "number"):
        return False
    return len(str(int(own.number))) == len(str(int(value)))


def _other_mark(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """突破500万标箱 over 突破600万标箱: another number as round as the headline's, behind the same word."""
    one = head.mention.quantity
    alike = [claim for claim in body if comparable(claim.mention.quantity.unit, one.unit)]
    marks = [claim for claim in alike if claim.mention.quantity.hedge == one.hedge != "exact"]
    marks = [claim for claim in marks if _is_as_round(claim.mention.quantity, one)]
    others = [claim.mention for claim in alike if claim.mention.quantity.number != _number_of(marks)]
    if len({claim.mention.quantity.number for claim in marks}) != 1 or _number_of(marks) == one.number:
        return None
    if (
        _is_borne_out(head, others)
        or max(_shared(analysis.document.text, title, head.mention, claim) for claim in marks) < 2
    ):
        return None
    return against(head.mention, marks[0].mention.span, marks[0].mention.text)


def _is_as_round(one: Quantity, other: Quantity) -> bool:
    """Whether a figure has no more digits that are not zero than another: 600万 and 500万, but not 512万."""
    first, second = (number_text(quantity.number or Fraction(0)).strip("0.") for quantity in (one, other))
    return len(first) <= len(second)


def _number_of(claims: Sequence[Claim]) -> Fraction | None:
    return claims[0].mention.quantity.number if claims else None


def _is_near(one: Quantity, own: Interval) -> bool:
    value = one.number or Fraction(0)
    return own.low is not None and own.high is not None and own.low <= 3 * value and 3 * own.high >= value


_RUNNING = re.compile(r"连[^，。；：]{0,6}$")
_NOUN = re.compile(r"[一-龥]{2}")


def _is_small_slip(text: str, head: Mention, other: Mention, shared: int, *, alone: bool) -> bool:
    """三名矿工 over 4名矿工; 连续五个月 over 连涨3个月."""
    nouns = [_NOUN.match(text, mention.end) for mention in (head, other)]
    noun = nouns[1].group() if nouns[1] is not None else "·"
    if head.quantity.hedge != "exact" or other.quantity.hedge != "exact":
        return False
    if nouns[0] is not None and noun in text[head.end : head.end + 6].partition(" ")[0]:
        return alone
    runs = [_RUNNING.search(text, max(0, mention.start - 10), mention.start) for mention in (head, other)]
    return alone and (all(runs) or shared > 2)


def _leads_to_one_noun(text: str, title: Span, head: Mention, other: Mention) -> bool:
    """Whether the same two characters stand behind both: 8万吨大豆, 6.8万吨大豆; 60岁阿婆, 66岁的梁阿婆."""
    noun = _NOUN.match(text, head.end, title.end)
    both = head.quantity.hedge == other.quantity.hedge == "exact"
    if not both or noun is None:
        return False
    aged = head.text.endswith("岁") and noun.group() in re.split("[，。；]", text[other.end : other.end + 8])[0]
    return aged or text.startswith(noun.group(), other.end)


def _shared(text: str, title: Span, head: Mention, claim: Claim) -> int:
    """How many pairs of characters beside the headline's figure stand beside the body's as well."""
    beside = text[max(title.start, head.start - 8) : head.start] + "|" + text[head.end : min(title.end, head.end + 4)]
    start, end = max(claim.sentence.start, claim.mention.start - 24), min(claim.sentence.end, claim.mention.end + 8)
    around = text[start : claim.mention.start] + "|" + text[claim.mention.end : end]
    pairs = {beside[at : at + 2] for at in range(len(beside) - 1)}
    return sum(1 for pair in pairs if _NOUN.fullmatch(pair) and pair in around)


def _place(mention: Mention) -> SpanEvidence:
    return SpanEvidence(mention.start, mention.end, mention.text)


# --- another direction ---------------------------------------------------------------------------------------


def _turned_round(analysis: Analysis, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """下降0.4% over 上涨0.4%: the same figure, of the same measure, the other way."""
    quantity = head.mention.quantity
    if not head.direction or quantity.kind not in ("percent", "multiple"):
        return None
    same = [
        claim
        for claim in body
        if comparable(claim.mention.quantity.unit, quantity.unit) and claim.mention.quantity.number == quantity.number
    ]
    turned = [claim for claim in same if claim.direction == -head.direction]
    if not turned or len(turned) < len(same):
        return None
    text = analysis.document.text
    title = Span(head.paragraph.start, head.paragraph.end)
    if _shared(text, title, head.mention, turned[0]) < 1 or _bases_differ(head, turned[0]):
        return None
    span = Span(max(head.clause.start, head.mention.start - 2), head.mention.end)
    other = turned[0]
    said = text[max(other.clause.start, other.mention.start - 4) : other.mention.end]
    values: dict[str, str | Word] = {
        "written": text[span.start : span.end],
        "expected": said,
        "how": Word("told"),
    }
    place = SpanEvidence(max(other.clause.start, other.mention.start - 4), other.mention.end, said)
    return Hit(span, values, (place, Derivation(f"{text[span.start : span.end]} ↔ {said}")), against=head.mention.start)


def _bases_differ(head: Claim, other: Claim) -> bool:
    return head.basis is not None and other.basis is not None and head.basis != other.basis


# --- another reckoning ---------------------------------------------------------------------------------------


def _turned_by_figures(analysis: Analysis, head: Claim) -> Hit | None:
    """增长12.8% over two figures of the body that have fallen by so much."""
    turned = replace(head, direction=-1 if head.direction > 0 else 1)
    if not head.direction or _reckoned_otherwise(analysis, head) is None:
        return None
    return _reckoned_otherwise(analysis, head) if _reckoned_otherwise(analysis, turned) is None else None


def _reckoned_otherwise(analysis: Analysis, head: Claim) -> Hit | None:
    """增长12.8% or 翻两番 over two figures of the body that make it otherwise."""
    quantity = head.mention.quantity
    if quantity.kind not in ("percent", "multiple") or (not head.direction and "番" not in head.mention.text):
        return None
    pairs = [pair for row in rows(analysis) if row.start > head.mention.end for pair in ends(row)]
    pairs = [(base, level) for base, level in pairs if not base.is_percent]
    if len(pairs) != 1:
        return None
    base, level = pairs[0]
    own = in_unit(admitted(level.quantity), level.unit, base.unit)
    if own is None or not _named(analysis, head, base, level):
        return None
    times = ratio(own, admitted(base.quantity))
    if _admits(head, quantity, times):
        return None
    return _unlike(head, base, level, times)


_REAL = re.compile("|".join(map(re.escape, words.REAL_TERMS)))


def _named(analysis: Analysis, head: Claim, base: Term, level: Term) -> bool:
    """Whether the words before the headline's figure name what the two figures measure."""
    text = analysis.document.text
    title = text[head.paragraph.start : head.mention.start]
    claim = level.claim if level.start < base.start else base.claim
    sentence = text[claim.sentence.start : claim.sentence.end]
    if _REAL.search(title) or _REAL.search(sentence):
        return False
    lead = text[claim.sentence.start : max(base.end, level.end)]
    pairs = {title[at : at + 2] for at in range(len(title) - 1)}
    least = 1 if len(title) <= _SHORT else 2
    return sum(1 for pair in pairs if _NOUN.fullmatch(pair) and pair in lead) >= least


_SHORT = 8
"""Characters before the figure of a headline that names little else."""


def _admits(head: Claim, quantity: Quantity, times: Interval) -> bool:
    if "番" in head.mention.text:
        value = quantity.number or Fraction(1)
        return Interval(value * Fraction(9, 10), value * Fraction(3, 2)).meets(times)
    scale = _HUNDRED if quantity.kind == "percent" else Fraction(1)
    change = shifted(times, Fraction(-1)).scaled(scale)
    return reckoned(quantity).meets(change.negated() if head.direction < 0 else change)


def _unlike(head: Claim, base: Term, level: Term, times: Interval) -> Hit:
    mention = head.mention
    exact = (level.quantity.number or Fraction(0)) / (base.quantity.number or Fraction(1))
    if base.unit is not None and level.unit is not None:
        exact *= level.unit.factor / base.unit.factor
    if mention.quantity.kind == "percent":
        change = (exact - 1) * _HUNDRED
        working, expected = (
            f"({level.core} − {base.core}) ÷ {base.core} {result(change, PERCENT)}",
            shown(change, PERCENT),
        )
    else:
        working, expected = f"{level.core} ÷ {base.core} {result(exact)}", shown(exact) + "倍"
    places: tuple[Evidence, ...] = (_place(base.mention), _place(level.mention))
    values: dict[str, str | Word] = {"written": mention.text, "expected": expected, "how": Word("reckoned")}
    return Hit(
        Span(max(head.clause.start, mention.start - 2), mention.end), values, (*places, Derivation(working)), expected
    )


# --- ages by tens --------------------------------------------------------------------------------------------

_TENS = re.compile(r"(?P<tens>[五六七八九])旬|(?P<hundred>百岁)(?!山|以)")
_YEARS = frozenset(("岁", "周岁"))


def _decades(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """九旬阿婆 over a text that gives one age, 73岁; not where the text calls somebody so in quotation marks."""
    match = _TENS.search(analysis.document.text, title.start, title.end)
    if match is None or f"“{match.group()}" in analysis.document.text:
        return
    ages = [
        mention
        for mention in analysis.mentions
        if not title.overlaps(mention.span)
        and mention.quantity.unit is not None
        and mention.quantity.unit.symbol in _YEARS
    ]
    numbers = {mention.quantity.number for mention in ages}
    tens = read_numeral(match["tens"]) if match["tens"] else None
    low = Fraction(tens.value) * 10 if tens is not None and tens.value is not None else Fraction(98)
    age = numbers.pop() if len(numbers) == 1 else None
    if age is None or low <= age < low + 10 or age < 40:
        return
    values: dict[str, str | Word] = {"written": match.group(), "expected": ages[0].text, "how": Word("told")}
    working = Derivation(f"{match.group()} ≠ {ages[0].text}")
    yield Hit(Span(*match.span()), values, (_place(ages[0]), working), ages[0].text)
