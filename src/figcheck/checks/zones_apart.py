"""Clocks of places told in a sentence in, those that show different moments out: 伦敦……15时，这边已是22时."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.days import alternatives, mentions_in, sentence_at
from figcheck.checks.zones import PLACE_IN_TEXT, PLACES, SHIFTS, Clock, judge, minute_of
from figcheck.data.calendar_words import DAY_PARTS
from figcheck.model import Analysis, Hit, Mention, Span
from figcheck.values import Frozen

_PART = alternatives(DAY_PARTS)
_HOME = r"这边|这头|这厢|国内(?:观众|时间)?|北京|上海|广州|深圳|我国|我们这里|咱们?这[里儿]?|家乡|老家|家里"
_PLACE = re.compile(rf"(?P<home>{_HOME})|(?P<place>{PLACE_IN_TEXT.pattern})(?![路街道港口机场])")
_DAY = r"(?:次日|翌日|第二天|前一[天日]|当[天日晚]|同[一]?[天日]|昨[天晚]|今[天晚晨]|明[天晨早])?"
_PARTS = rf"{_DAY}的?(?:{_PART})?(?:约|大约|将近|接近)?"
_TOLD = re.compile(
    rf"(?:那边|那头|当地|这边|城里|市区|街头|[一-龥]{{0,4}}?的?[一-龥]{{0,3}}?上)?(?:时间|的?时钟|的钟)?(?:此时|此刻|这会儿?|这时)?(?:已经?|才|刚|正|还|则|却|恰|又|也|都|不过)*(?:是|到|为|指向|过了?)?了?{_PARTS}"
)
_COPULA = re.compile(r"[已才刚正还则却恰是到为]")
_BARE = re.compile(rf"(?:当地)?(?:时间)?{_PARTS}")
_ENDS = re.compile(r"(?:许|整|左右|多)?[，。；、！？）)\n]|(?:许|整|左右|多)?$")
_A_PART = re.compile(_PART)
_PLAIN_HOUR = re.compile(r"点")
_LOOSE = 18
"""Code points at most between a place and a clock that the words do not put on it."""
_UNSURE = re.compile(
    r"时差|飞行|航班|起飞|降落|抵达|航程|分别|延迟|提前|回放|开往|发车|到达|班次|经停|时刻表|巡演|开演"
)


class _Told(Frozen):
    """A clock and how surely it is the place's: `strong`, `bare` (伦敦15时) or `loose`."""

    clock: Clock
    how: str


def clocks_apart(analysis: Analysis) -> Iterator[Hit]:
    """伦敦的拍卖槌落在1月15日15时，这边已是22时; 北京21时，纽约9时: two clocks of a sentence that show two moments."""
    text = analysis.document.text
    done = -1
    for mention in analysis.mentions:
        if mention.quantity.kind != "time" or mention.start < done:
            continue
        sentence = sentence_at(text, mention.start)
        done = sentence.end
        if _UNSURE.search(text, sentence.start, sentence.end) is None:
            yield from _judged(analysis, list(_told(analysis, sentence)))


def _judged(analysis: Analysis, told: Sequence[_Told]) -> Iterator[Hit]:
    """Each clock against the one before, or where that is wrong against the one before that."""
    for at, second in enumerate(told[1:], 1):
        first = told[at - 1]
        if not _are_one_moment(analysis.document.text, first, second):
            continue
        hits = list(judge(analysis, first.clock, second.clock))
        yield from hits
        if hits:
            return


def _told(analysis: Analysis, sentence: Span) -> Iterator[_Told]:
    text = analysis.document.text
    low = sentence.start
    date: Mention | None = None
    for mention in mentions_in(analysis, sentence):
        if mention.quantity.kind == "date" and mention.quantity.low is None:
            date = mention
        minute = minute_of(mention)
        if minute is None:
            continue
        found = _told_clock(text, low, mention, minute, date if date is not None and date.start >= low else None)
        if found is not None:
            yield found
        low, date = mention.end, None


def _told_clock(text: str, low: int, mention: Mention, minute: int, date: Mention | None) -> _Told | None:
    """The clock of the last place named since the clock before."""
    places = list(_PLACE.finditer(text, low, mention.start))
    if not places:
        return None
    place = places[-1]
    gap = text[place.end() : mention.start]
    if date is not None and date.start >= place.end():
        gap = text[place.end() : date.start] + text[date.end : mention.start]
    strong = _TOLD.fullmatch(gap) is not None and _COPULA.search(gap) is not None
    how = "strong" if strong else "bare" if _BARE.fullmatch(gap) else "loose"
    if _PLAIN_HOUR.search(mention.text) and "零点" not in mention.text and not _A_PART.search(gap):
        return None
    names = {each["place"] or "北京" for each in places}
    if how == "loose" and (len(gap) > _LOOSE or len(names) > 1 or place["home"]):
        return None
    name = place["place"] or "北京"
    shift = next((days for word, days in SHIFTS.items() if word in gap), None)
    clock = Clock(name, Span(place.start(), mention.core_end), PLACES[name], "", date, shift, mention, minute)
    return _Told(clock, how)


def _are_one_moment(text: str, first: _Told, second: _Told) -> bool:
    """Whether two clocks are told as of one moment: one of them by 已是 and the like, or side by side with no words."""
    one, other = first.clock, second.clock
    if one.zone == other.zone or "；" in text[one.span.end : other.span.start]:
        return False
    if not _ENDS.match(text, other.time.end):
        return False
    if second.how == "strong":
        return first.how != "loose" or other.name == "北京"
    if second.how == "bare":
        return first.how != "loose" and _ENDS.match(text, one.time.end) is not None
    return False
