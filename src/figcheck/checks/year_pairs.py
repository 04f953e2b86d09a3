"""A paragraph's years in, the counts of years out that none of its pairs of years gives: 1405……1433年，前后24年."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.ages import OTHERS
from figcheck.checks.beginnings import Count, Start
from figcheck.checks.days import alternatives, is_quoted, mentions_in, paragraph_at, sentence_at, stamp_of, writes_year
from figcheck.checks.year_spans import SINCE_ANOTHER
from figcheck.data import calendar_words as words
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.slips import looks_like
from figcheck.values import Frozen


class Dated(Frozen):
    """A year told in a paragraph."""

    mention: Mention
    year: int
    born: bool
    """Whether somebody was born in it."""


_FEWEST = 8
_LEAD = re.compile(
    rf"(?:前后(?:共|一共)?(?:跨越|跨|历时|历经|延续|绵延|持续|办|用|干)?了?|跨越|横跨|历时|历经|长达|相隔|相距|相差|间隔|延续|{alternatives(words.LASTS)}"
    r"|从[教医警军艺政业商]|当兵|参军|在位|执政|掌舵|主政|任期|行医|务农|[\u4e00-\u9fff]了|共|一[\u4e00-\u9fff]{1,2}就是|早|晚)"
    r"(?:已|有|达|长达|近|约|整整|足足|共|了|将近|超过)*$"
)
_ACROSS = re.compile(r"(?:前后|跨|历时|历经|长达|相隔|相距|相差|间隔|延续|早|晚)[^，。；0-9]{0,4}$")
"""Words of a count that goes from one of two years to the other."""
_ENDED = re.compile(
    r"退休|退[役伍出]|离[任职休开世]|卸任|毕业|结束|停|撤|[去逝辞]世|病[故逝]|终|止|完[工成]|竣工|通车|建成|倒闭|关[闭停]|告别|谢幕|封|转让|交给|回[国乡]|获释|出狱|解散|合并|到[^，。；0-9]{0,3}[0-9]{4}年"
)
_TAIL = re.compile(r"(?:多|余)?(?:里|间|之久|的?(?:时间|光阴|岁月|时光|生涯)|时间)")
_NOT_SO = re.compile(
    rf"(?:{alternatives(words.NOT_A_COUNT)})[^，。；0-9]{{0,3}}$|(?:{alternatives(words.NOT_A_COUNT_BESIDE)})$"
    r"|年龄[^，。；]{0,4}$|[大小差]了?$|活了$|[前后]者|最[长短早晚]|平均|年均|分别"
)
_NOT_BEHIND = re.compile(
    r"(?:以|之)?[前后]|[级届代期制生龄]|以[上下内]|左右|多?的?(?:合同|期限|任期|租期|规划|计划|刑|历史)"
)
_ELSE = re.compile(r"平均|分别|每年|至少|最多|第[一二三四]代|祖孙|父子|三代|两代")
_BORN = re.compile(r"[^，。；]{0,8}(?:出生|生人|生于|诞生)|年?生(?![产活效长])")
_BORN_BEFORE = re.compile(r"(?:生于|出生于|诞生于|(?<!发)生在)[^，。；0-9]{0,4}$")
_TO_NOW = re.compile(
    r"(?:距今|至今|迄今|算来|算起来|算下来|屈指一算|距[^，。；0-9]{1,8}|整)(?:已|也|有|经|是|整整|足足|整|正好|刚好|恰好|近|过去|了|，)*$"
)


def counts_of_no_pair(analysis: Analysis, taken: Sequence[Span]) -> Iterator[Hit]:
    """Counts of years bound to years before them that no pair of years of their paragraph gives."""
    text, today = analysis.document.text, analysis.document.date
    for mention in analysis.mentions:
        if not _is_bound(text, mention) or any(mention.span.overlaps(span) for span in taken):
            continue
        dated = _dated(analysis, paragraph_at(text, mention.span))
        now = today is not None and _TO_NOW.search(text, max(0, mention.start - 14), mention.start) is not None
        own = (
            [one for one in dated if not one.born and 0 <= mention.start - one.mention.end <= _BACK]
            if now
            else _own(text, dated, mention)
        )
        years = [one.year for one in dated] + ([today.year] if today is not None else [])
        if len(own) < (1 if now else 2) or (today is not None and max(years) > today.year):
            continue
        hit = _judge(analysis, mention, own, years, now=now)
        if hit is not None:
            yield hit


def _is_bound(text: str, mention: Mention) -> bool:
    """Whether a figure counts years exactly, and its words say that something lasted so long."""
    quantity = mention.quantity
    if quantity.kind != "duration" or quantity.unit is None or quantity.unit.symbol not in ("年", "载", "个年头"):
        return False
    number = quantity.number
    if number is None or number < _FEWEST or number.denominator != 1 or quantity.hedge != "exact":
        return False
    head = text[max(0, mention.start - 14) : mention.start]
    if _TO_NOW.search(head) is not None and not is_quoted(text, mention.start):
        return _NOT_BEHIND.match(text, mention.end) is None
    if (
        _NOT_SO.search(head.removesuffix("前后"))
        or _NOT_BEHIND.match(text, mention.end)
        or is_quoted(text, mention.start)
    ):
        return False
    if _TAIL.match(text, mention.end) is not None:
        return True
    return _LEAD.search(head) is not None and (
        _ACROSS.search(head) is not None or not text.startswith("的", mention.end)
    )


def _dated(analysis: Analysis, scope: Span) -> list[Dated]:
    text = analysis.document.text
    found: list[Dated] = []
    for other in mentions_in(analysis, scope):
        stamp = stamp_of(other)
        if stamp is None or stamp.year is None or not writes_year(other):
            continue
        born = _BORN.match(text, other.end) or _BORN_BEFORE.search(text, max(0, other.start - 8), other.start)
        found.append(Dated(other, stamp.year, born is not None))
    return found


def _own(text: str, dated: Sequence[Dated], mention: Mention) -> list[Dated]:
    """The years between which a count may lie: those of its sentence, or of the one before where it stands first."""
    sentence = sentence_at(text, mention.start)
    own = [one for one in dated if sentence.holds(one.mention.span) and not one.born]
    before = [one for one in own if one.mention.end <= mention.start]
    if len(before) < 2 and sentence.start > 1 and mention.start - sentence.start <= _FIRST and not before:
        last = sentence_at(text, sentence.start - 2)
        return [one for one in dated if last.holds(one.mention.span) and not one.born]
    behind = [one for one in own if one.mention.start >= mention.end]
    return before if len(before) > 1 else [*before, *behind[:1]]


_ASIDE = re.compile(r"“[^“”]*”|[两二]人|夫妇俩?|夫妻俩?")
"""What somebody says between a year and a count, and the couple whose years are counted."""
_FIRST, _FAR, _BACK = 8, 30, 150


def _judge(
    analysis: Analysis, mention: Mention, own: Sequence[Dated], years: Sequence[int], *, now: bool
) -> Hit | None:
    """The pair of years of which a count is a slip, or the widest where it is longer than all that is told."""
    said, today = mention.quantity.number or Fraction(0), analysis.document.date
    apart = [abs(one - other) for one, other in combinations(years, 2)]
    if any(abs(span - said) <= 1 for span in apart) or _is_broken(analysis, mention, own, apart):
        return None
    if not now and not _lasts_between(analysis.document.text, mention, own):
        return None
    pairs = [(one, other) for one, other in combinations(own, 2) if one.year != other.year]
    ends = [(min(one.year, other.year), max(one.year, other.year)) for one, other in pairs]
    if now and today is not None:
        ends = [(one.year, today.year) for one in own if one.year < today.year]
    meant = [end for end in reversed(ends) if looks_like(mention.quantity, Fraction(end[1] - end[0]))]
    if not meant and len(ends) == 1 and any(_is_slip(ends[0][0], ends[0][1], int(said))):
        meant = ends
    if not meant and not now and ends and said > max(apart) + 1:
        meant = [max(ends, key=lambda end: end[1] - end[0])]
    return _hit(mention, own, *meant[0]) if meant else None


def _lasts_between(text: str, mention: Mention, own: Sequence[Dated]) -> bool:
    """Whether a count goes from one of the years to another: 前后28年, or an end is told in the last of them."""
    if _TAIL.match(text, mention.end) or _ACROSS.search(text, max(0, mention.start - 14), mention.start):
        return True
    last = max(one.mention.start for one in own)
    return (
        _ENDED.search(
            text, min(last, mention.start) - 4 if last > 4 else 0, max(mention.start, sentence_at(text, last).end)
        )
        is not None
    )


def _is_slip(first: int, last: int, said: int) -> Iterator[bool]:
    """Whether one of two years with one digit wrong, or two that changed places, gives the count."""
    for wrong, right in ((first, last - said), (last, first + said), (first, last + said), (last, first - said)):
        one, other = str(wrong), str(right)
        off = [at for at in range(4) if one[at : at + 1] != other[at : at + 1]]
        turned = len(off) == _TWO and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]
        yield len(one) == len(other) and (len(off) == 1 or turned)


_TWO = 2


def _hit(mention: Mention, own: Sequence[Dated], first: int, last: int) -> Hit:
    right = last - first
    expected = f"{right}{mention.quantity.unit.symbol if mention.quantity.unit is not None else '年'}"
    values = {"written": mention.text, "start": str(first), "until": str(last), "expected": expected}
    places = [one.mention for one in own if one.year in (first, last)]
    said_at = [SpanEvidence(place.start, place.end, place.text) for place in places]
    return Hit(
        mention.span, values, (*said_at, Derivation(f"{last} − {first} = {right}")), expected, against=mention.start
    )


def _is_broken(analysis: Analysis, mention: Mention, own: Sequence[Dated], apart: Sequence[int]) -> bool:
    """Whether another count, or somebody else, stands between the years and the count."""
    text = analysis.document.text
    places = [*(one.mention for one in own), mention]
    scope = Span(min(place.start for place in places), sentence_at(text, mention.start).end)
    last = max((one.mention.end for one in own if one.mention.end <= mention.start), default=scope.start)
    told = _ASIDE.sub("", text[last : mention.start])
    if OTHERS.search(told) or _ELSE.search(text, max(last, mention.start - _FAR), mention.end):
        return True
    if SINCE_ANOTHER.search(text, last, mention.start):
        return True
    for other in mentions_in(analysis, scope):
        unit = other.quantity.unit
        if other is mention or unit is None or other.quantity.kind != "duration" or "年" not in unit.symbol:
            continue
        if not any(abs(span - (other.quantity.number or Fraction(0))) <= 1 for span in apart):
            return True
    return False


# --- anniversaries -----------------------------------------------------------------------------------------------

_OF_LIFE = re.compile(r"诞辰(?:了|整|满)*$")
_OF_BODY = re.compile(
    r"(?<!中国)(?<!和国)(?<!党)(?<!军)(?:创[校立办建刊设]|建[校院馆厂社台园站所库店]|成立|办学|开业|开馆)(?:了|整|满)*$"
)
_BIRTH_BEHIND = re.compile(r"[^。；]{0,30}?(?<!父母)(?:出生|诞生)[于在]?|[^，。；]{0,6}生于")
_BEGUN_BEHIND = re.compile(
    r"[）)]?(?:[0-9]{1,2}月)?[，,]?[^，。；0-9]{0,8}?(?:创[校立办建刊设]|成立|建[校院馆厂社台园站所库店成])"
)
_BEGUN_BEFORE = re.compile(
    r"(?:创[校立办建刊设]|成立|始建|[建创]|设立)[于在](?:[\u4e00-\u9fff]{2}[0-9元一二三四五六七八九十]{1,3}年[（(])?$"
)


def of_its_beginning(analysis: Analysis, mention: Mention) -> Count | None:
    """诞辰640周年, 创校108周年 from the one birth or founding of the paragraph, where a slip of either explains it."""
    text, today, said = analysis.document.text, analysis.document.date, mention.quantity.number
    head = text[max(0, mention.start - 8) : mention.start]
    life = _OF_LIFE.search(head) is not None
    if today is None or said is None or said.denominator != 1 or not (life or _OF_BODY.search(head)):
        return None
    dated = _dated(analysis, paragraph_at(text, mention.span))
    begun = [one for one in dated if _begins(text, one.mention, life=life)]
    years = [one.year for one in dated] + [today.year]
    if len({one.year for one in begun}) != 1 or is_quoted(text, mention.start):
        return None
    if any(abs(abs(one - other) - said) <= 1 for one, other in combinations(years, 2)):
        return None
    right = today.year - begun[0].year
    if right < _FEWEST:
        return None
    turned = next(_is_slip(begun[0].year, today.year, int(said)))
    if not turned and looks_like(mention.quantity, Fraction(right)) is None:
        return None
    return Count(Start(begun[0].mention, begun[0].year, ""), today.year, "")


def _begins(text: str, year: Mention, *, life: bool) -> bool:
    """Whether somebody was born, or something begun, in a year."""
    behind = _BIRTH_BEHIND if life else _BEGUN_BEHIND
    before = _BORN_BEFORE if life else _BEGUN_BEFORE
    return (
        behind.match(text, year.end) is not None or before.search(text, max(0, year.start - 14), year.start) is not None
    )
