"""A headline's figures and the body in, places out where the body says the same words with another number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, in_unit
from figcheck.checks.listed import read_list
from figcheck.checks.lists import is_person
from figcheck.checks.moves import as_reckoned, levels_in, makes_change, told_change
from figcheck.checks.passages import figure_of, passages
from figcheck.checks.phrases import pattern
from figcheck.checks.terms import choice
from figcheck.data.place_words import TAKES_PLACE
from figcheck.model import Analysis, Claim, Derivation, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.numerals import read_numeral


def against(head: Mention, other: Span, told: str) -> Hit:
    """The hit: a figure of the headline that the body gives otherwise."""
    values: dict[str, str | Word] = {"written": head.text, "expected": told, "how": Word("told")}
    evidence = (SpanEvidence(other.start, other.end, told), Derivation(f"{head.text} ≠ {told}"))
    return Hit(head.span, values, evidence, told, against=head.start)


def told_otherwise(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """What the body says of the same thing, in the same words, where it gives another number."""
    found = _in_same_words(analysis.document.text, title, head.mention) or _of_the_dead(analysis, head.mention, body)
    if found is not None:
        return found
    found = _not_reached(analysis, title, head, body) or _names(analysis.document.text, title, head.mention)
    return found or _reckoned(analysis, title, head, body)


# --- the same words ------------------------------------------------------------------------------------------

_NUMERAL = re.compile(r"(?:[0-9０-９][0-9０-９.,]*|[零〇一二两三四五六七八九十百千]+)[万亿]{0,2}$")
_NOUN = re.compile(r"[一-龥]{2}")
_NOT_ALL = re.compile(
    r"(?:其中|另外|其余|其他|剩余|剩下|另|还|新增|第|前|后|首批|每|各|又|再|一名|[0-9０-９一二两三四五六七八九十百千万亿多余近约超])$"
)


def _in_same_words(text: str, title: Span, head: Mention) -> Hit | None:
    """五代同堂 over 三代同堂: counter and noun stand in the body behind another number only."""
    value, end = head.quantity.number, head.start + (head.core_end - head.start)
    noun = _NOUN.match(text, head.end)
    if value is None or head.quantity.hedge != "exact" or not text[end : head.end]:
        return None
    if text.find(text[head.start : head.end], title.end) >= 0 or _stands_by_itself(
        text, text[head.start : end], title.end
    ):
        return None  # the body has it, too
    if noun is not None and noun.end() <= title.end:
        words_behind = text[end : noun.end()]
    elif head.quantity.unit is not None and len(head.quantity.unit.symbol) > 1 and head.quantity.unit.counts:
        words_behind = text[end : head.end]
    else:
        return None
    others = list(_numbers_before(text, words_behind, title.end))
    if len({number for _, number in others}) != 1 or others[0][1] == value or not others[0][1]:
        return None
    span, number = others[0]
    if not Fraction(1, 12) <= number / value <= 12 or _NOT_ALL.search(text, max(0, span.start - 2), span.start):
        return None
    return against(head, span, text[span.start : span.end])


def _stands_by_itself(text: str, number: str, start: int) -> bool:
    """Whether a number of three digits and more stands in the body with another counter: 868名, 就业868人."""
    return number.isdecimal() and len(number) > 2 and has_value(text, number, start)


def has_value(text: str, value: str, start: int) -> bool:
    """Whether a value stands somewhere from an offset on, and not within a longer one: 5元 is none in 15元."""
    at = text.find(value, start)
    while at >= 0:
        end = at + len(value)
        longer = value[-1].isdecimal() and text[end : end + 1] in _OF_NUMBER
        if text[at - 1 : at] not in _OF_NUMBER and not longer:
            return True
        at = text.find(value, at + 1)
    return False


_OF_NUMBER = tuple("0123456789.")


def _numbers_before(text: str, behind: str, start: int) -> Iterator[tuple[Span, Fraction]]:
    at = text.find(behind, start)
    while at >= 0:
        match = _NUMERAL.search(text, max(start, at - 12), at)
        read = read_numeral(match.group().replace("两", "二")) if match is not None else None
        if match is not None and read is not None and read.value is not None:
            yield Span(match.start(), at + len(behind)), Fraction(read.value)
        at = text.find(behind, at + 1)


# --- the dead and the hurt -----------------------------------------------------------------------------------

_DEAD, _HURT = choice("死亡 遇难 身亡 丧生 死 罹难 亡 遇害".split()), choice("受伤 轻伤 重伤 伤 负伤".split())
_LOST = (re.compile(rf"(?:名|人)?(?:{_DEAD})(?!者|里|角)"), re.compile(rf"(?:名|人)?(?:{_HURT})(?!者)"))


def _of_the_dead(analysis: Analysis, head: Mention, body: Sequence[Claim]) -> Hit | None:
    """5死2伤 over 3人遇难、2人受伤."""
    text = analysis.document.text
    kind = next((one for one in _LOST if one.match(text, head.end)), None)
    if kind is None or head.quantity.number is None:
        return None
    same = [claim.mention for claim in body if kind.match(text, claim.mention.end)]
    if not same or any(_meets(one, head) for one in same) or len({one.quantity.number for one in same}) > 1:
        return None
    return against(head, same[0].span, same[0].text)


def _meets(one: Mention, other: Mention) -> bool:
    own = in_unit(admitted(one.quantity), one.quantity.unit, one.quantity.unit)
    return own is not None and own.meets(admitted(other.quantity))


# --- marks that were not reached -----------------------------------------------------------------------------

_MEASURE = 2


def _not_reached(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """游客破四万 over 接待游客31260人: the only figure of the measure stays below what was passed."""
    mention = head.mention
    if mention.quantity.hedge != "over" or mention.quantity.number is None or head.direction:
        return None
    text = analysis.document.text
    labels = _labels(text[title.start : mention.start] + text[mention.end : title.end])
    same = [claim for claim in body if _same_kind(claim.mention, mention) and not claim.direction]
    of_it = [claim for claim in same if labels & _labels(text[claim.clause.start : claim.mention.end + 6])]
    highs = [admitted(claim.mention.quantity).scaled(_scale(claim.mention, mention)).high for claim in same]
    if not of_it or any(high is None or high >= mention.quantity.number for high in highs):
        return None
    numbers = [_number_as(claim.mention, mention) for claim in same]
    if any(one + other >= mention.quantity.number for one, other in pairwise(numbers)):
        return None  # 1054家国家级、4055家省级 make 超5100家
    most = max((claim.mention for claim in of_it), key=lambda one: _number_as(one, mention))
    if _number_as(most, mention) * 2 < mention.quantity.number:
        return None
    return against(mention, most.span, most.text)


def _scale(one: Mention, head: Mention) -> Fraction:
    """What turns a figure's unit into the headline's: 462公斤 are 924斤."""
    unit, other = one.quantity.unit, head.quantity.unit
    return unit.factor / other.factor if unit is not None and other is not None else Fraction(1)


def _number_as(one: Mention, head: Mention) -> Fraction:
    return (one.quantity.number or Fraction(0)) * _scale(one, head)


def _same_kind(one: Mention, head: Mention) -> bool:
    unit, other = one.quantity.unit, head.quantity.unit
    if one.quantity.number is None or one.quantity.kind not in ("quantity", "money", "number"):
        return False
    return other is None or (unit is not None and unit.dimension == other.dimension)


def _labels(written: str) -> set[str]:
    return {written[at : at + 2] for at in range(len(written) - 1) if _NOUN.fullmatch(written[at : at + 2])}


# --- changes that the body does not make ---------------------------------------------------------------------


def _reckoned(analysis: Analysis, title: Span, head: Claim, body: Sequence[Claim]) -> Hit | None:
    """涨2元 over 由3元调为4元: the only two levels of the body that follow each other make another change."""
    text = analysis.document.text
    lead = text[title.start : head.mention.start]
    own = re.split("[，。；：、 \u3000]", lead)[-1]
    told = told_change(figure_of(head, 0, lead, own, text[head.mention.end : title.end], None))
    if told is None or not told.direction or any(_is_like(claim.mention, head.mention) for claim in body):
        return None
    pairs = [pair for passage in passages(analysis) for pair in levels_in(passage, told) if pair.base.start > title.end]
    if len(pairs) != 1 or makes_change(told, pairs[0]):
        return None
    base, level = pairs[0].base, pairs[0].level
    first = min(base, level, key=lambda figure: figure.start)
    named = _labels(lead) & _labels(text[first.claim.sentence.start : first.start])
    if not named and not (_OF_A_PRICE.search(lead) and _A_PRICE.search(first.lead[-_NEAR:])):
        return None
    if (level.number > base.number) != (told.direction > 0):
        ends = Span(first.start, max(base.end, level.end))
        hit = against(head.mention, ends, f"{base.mention.text}→{level.mention.text}")
        way = Span(max(title.start, head.mention.start - 2), head.mention.end)
        return Hit(
            way, {**hit.values, "written": text[way.start : way.end]}, hit.evidence, None, against=head.mention.start
        )
    hit = as_reckoned(told, pairs[0])
    written, right = head.mention.text, hit.expected or ""
    values: dict[str, str | Word] = {"written": written, "expected": right, "how": Word("reckoned")}
    return Hit(head.mention.span, values, hit.evidence, hit.expected, against=head.mention.start)


_OF_A_PRICE = re.compile("价(?:格)?[^，。 ]{0,3}$")
_A_PRICE = re.compile("[每一][斤公千吨件只张平斗箱筐升盒块瓶枝](?:斤|克|方米)?|单价|卖|收购|要价|报价|售价")
_NEAR = 8


def _is_like(one: Mention, head: Mention) -> bool:
    """Whether a figure of the body is the headline's."""
    same = one.quantity.unit == head.quantity.unit and one.quantity.number is not None
    return same and admitted(one.quantity).meets(admitted(head.quantity))


# --- names ---------------------------------------------------------------------------------------------------

_PEOPLE = ("人", "名", "位")
_NAME = r"[一-龥·]{2,6}"
_ENDS = r"(?=[^、一-龥]|[走获被当在登上一二三四五六七八九十0-9])"
_RUN = re.compile(rf"(?:{_NAME}、){{2,}}{_NAME}?(?:[和与及][一-龥]{{2,4}}?)?{_ENDS}")


def _names(text: str, title: Span, head: Mention) -> Hit | None:
    """三位教师获奖 over the names of four."""
    unit, value = head.quantity.unit, head.quantity.number
    if unit is None or unit.symbol not in _PEOPLE or value is None or head.quantity.hedge != "exact":
        return None
    runs = list(_RUN.finditer(text, title.end))
    if len(runs) != 1 or not 2 <= value <= 20:
        return None
    listed = read_list(text, runs[0].start(), runs[0].end())
    if listed is None or not all(map(is_person, listed.items[1:-1])) or len(listed.items) < 3:
        return None
    if listed.least <= value <= listed.most or min(abs(value - known) for known in (listed.least, listed.most)) > 2:
        return None
    return against(head, listed.span, f"{text[listed.span.start : listed.span.end]}")


# --- days from which something holds -------------------------------------------------------------------------


def days_from(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """7月1日起 over a text that says 8月1日起, and names no other day from which anything holds."""
    starts = [mention for mention in analysis.mentions if _is_start(analysis.document.text, mention)]
    heads = [mention for mention in starts if title.holds(mention.span)]
    body = [mention for mention in starts if not title.overlaps(mention.span)]
    if len(heads) != 1 or len({_day(mention) for mention in body}) != 1:
        return
    head, other = heads[0], body[0]
    one, two = _day(head), _day(other)
    if one != two and (one[0] == two[0] or one[1] == two[1]):
        yield against(head, other.span, other.text)


def days_of(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """3月30日开唱 over a text that has it begin on 3月31日, and knows no other day of that name."""
    text, days = analysis.document.text, [mention for mention in analysis.mentions if _first_day(mention) is not None]
    heads = [mention for mention in days if title.holds(mention.span)]
    dateline = analysis.document.masthead.dateline
    sent = dateline.span if dateline is not None else title
    body = [mention for mention in days if mention.start >= title.end and not sent.holds(mention.span)]
    taken = pattern("§", TAKES_PLACE)
    verb = taken.search(text, heads[0].end, min(title.end, heads[0].end + 12)) if len(heads) == 1 else None
    if verb is None or any(_is_same_day(mention, heads[0]) for mention in body):
        return
    told = [_day_of(text, body, match) for match in re.finditer(verb.group(), text) if match.start() >= title.end]
    found = [mention for mention in told if mention is not None]
    if found and len(found) == len(told) and len({_first_day(mention) for mention in found}) == 1:
        yield against(heads[0], found[0].span, found[0].text)


_NOT_THE_DAY = re.compile("[今明昨后前][天日晚]|即将|今起|次日|翌日")
_THAT_DAY = re.compile("当[天日晚]")


def _day_of(text: str, days: Sequence[Mention], verb: re.Match[str]) -> Mention | None:
    """The day on which the body says that something takes place: the last one before the verb, in its sentence."""
    start = max(text.rfind(mark, 0, verb.start()) for mark in "。！？\n") + 1
    before = [mention for mention in days if mention.end <= verb.start()]
    if not before or _NOT_THE_DAY.search(text, start, verb.start()):
        return None
    if before[-1].start >= start:
        return before[-1]
    back = max(text.rfind(mark, 0, start - 1) for mark in "。！？\n") + 1
    then = _THAT_DAY.search(text, start, verb.start()) is not None and before[-1].start >= back
    return before[-1] if then and (len(before) < 2 or before[-2].start < back) else None


def _first_day(mention: Mention) -> tuple[int, int] | None:
    """Month and day; 0 for no month; of a range those of its beginning."""
    quantity = mention.quantity
    stamp = quantity.value if isinstance(quantity.value, Stamp) else quantity.low
    if quantity.kind != "date" or not isinstance(stamp, Stamp) or stamp.day is None:
        return None
    return stamp.month or 0, stamp.day


def _is_same_day(one: Mention, other: Mention) -> bool:
    days = [_first_day(mention) or (0, 0) for mention in (one, other)]
    return days[0][1] == days[1][1] and (0 in (days[0][0], days[1][0]) or days[0][0] == days[1][0])


_FROM = re.compile("(?:零时|凌晨|[0-9]{1,2}(?:时|点|:[0-9]{2}))?起")


def _is_start(text: str, mention: Mention) -> bool:
    stamp = mention.quantity.value
    return (
        isinstance(stamp, Stamp)
        and stamp.month is not None
        and stamp.day is not None
        and _FROM.match(text, mention.end) is not None
    )


def _day(mention: Mention) -> tuple[int, int]:
    stamp = mention.quantity.value
    return (stamp.month or 0, stamp.day or 0) if isinstance(stamp, Stamp) else (0, 0)


# --- ranks and quarters --------------------------------------------------------------------------------

_SCOPE = re.compile(
    r"(?P<scope>全省|全国|全市|全县|全球|世界|亚洲|全校)(?:排名)?"
    r"(?P<rank>第[一二三四五六七八九十0-9]{1,3})(?![届次个季期批一二三四五六七八九十0-9])"
)
_QUARTER = re.compile(r"(?<![前1一])(?P<quarter>[一二三四]季度)")


def titled_otherwise(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """全省第二 over 居全省第三位, 三季度 over a text that speaks of the second alone."""
    text = analysis.document.text
    for form, group in ((_SCOPE, "rank"), (_QUARTER, "quarter")):
        heads = [match for match in form.finditer(text, title.start, title.end) if match[group]]
        body = [match for match in form.finditer(text, title.end) if match[group]]
        if group == "rank" and heads:
            body = [match for match in body if match["scope"] == heads[0]["scope"]]
        told = {match[group] for match in body}
        if len(heads) == 1 and len(told) == 1 and heads[0][group] not in told and not _in_words(heads[0], text, title):
            yield _unlike_words(heads[0], body[0], group)


def _in_words(head: re.Match[str], text: str, title: Span) -> bool:
    """Whether the body says the same in other words: 四月至六月, 第2."""
    months = re.search("[0-9]{1,2}月?[至到—-][0-9]{1,2}月", text[title.end :])
    return text.find(head.group(), title.end) >= 0 or months is not None


def _unlike_words(head: re.Match[str], other: re.Match[str], group: str) -> Hit:
    written, told = head[group], other[group]
    values: dict[str, str | Word] = {"written": written, "expected": told, "how": Word("told")}
    place = SpanEvidence(*other.span(group), told)
    return Hit(Span(*head.span(group)), values, (place, Derivation(f"{written} ≠ {told}")), told)
