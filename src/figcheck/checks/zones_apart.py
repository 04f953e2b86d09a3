"""Clocks of places told in a sentence in, those that show different moments out: 伦敦……15时，这边已是22时."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.days import alternatives, mentions_in, paragraph_at, sentence_at
from figcheck.checks.zones import PLACE_IN_TEXT, PLACES, SHIFTS, Clock, judge, minute_of
from figcheck.data.calendar_words import DAY_PARTS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_PART = alternatives(DAY_PARTS)
_HOME = r"这边|这头|这厢|国内(?:观众|时间)?|北京|上海|广州|深圳|我国|我们这[里儿边]|咱们?这[里儿边]?|家乡|老家|家里"
_PLACE = re.compile(
    rf"(?P<home>{_HOME})|(?P<place>{PLACE_IN_TEXT.pattern})(?![路街道港口机场])|(?P<world>(?:协调)?世界时|格林[尼威]治时间|UTC时间)|(?P<local>当地时间|当地)"
)
_DAY = r"(?:次日|翌日|第二天|前一[天日]|当[天日晚]|同[一]?[天日]|昨[天晚]|今[天晚晨]|明[天晨早])?"
_PARTS = rf"{_DAY}的?(?:{_PART})?(?:约|大约|将近|接近)?"
_TOLD = re.compile(
    rf"(?:那边|那头|当地|这边|城里|市区|街头|[一-龥]{{0,4}}?的?[一-龥]{{0,3}}?上)?(?:时间|的?时钟|的钟)?(?:此时|此刻|这会儿?|这时)?(?:[^，。；0-9]{{0,2}}(?:记作|记为|算作|折成|换成|换算成|显示))?(?:已经?|才|刚|正|还|则|却|恰|又|也|都|不过)*(?:是|到|为|指向|过了?)?了?{_PARTS}"
)
_COPULA = re.compile(r"[已才刚正还则却恰是到为]|记作|算作|折成|换成|显示")
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
    if len(places) > 1 and places[-1]["local"] and places[-2].end() == places[-1].start():
        places.pop()  # 巴黎当地时间
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
    names = {_name_of(each) for each in places}
    if how == "loose" and (len(gap) > _LOOSE or len(names) > 1 or place["home"]):
        return None
    name = _name_of(place)
    shift = next((days for word, days in SHIFTS.items() if word in gap), None)
    clock = Clock(name, Span(place.start(), mention.core_end), PLACES.get(name), "", date, shift, mention, minute)
    return _Told(clock, how)


def _name_of(place: re.Match[str]) -> str:
    if place["world"]:
        return "世界"
    return place["place"] or ("当地" if place["local"] else "北京")


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


# --- a difference that is told -----------------------------------------------------------------------------------

_COUNT = r"[0-9]{1,2}(?:\.5)?|[一二两三四五六七八九十]{1,2}"
_HOURS = rf"(?:了|着|整整|约|近)?(?P<hours>{_COUNT})个?(?P<half>半)?(?:小时|钟头)"
_AT_HOME = r"(?:北京|国内|我国|我们|我们?这[里儿边]|咱们?这[里儿边]?|这[边里]|家里|家乡)(?:时间|的?时钟)?"
_BEHIND_HOME = re.compile(rf"(?<![\u4e00-\u9fff]比)比{_AT_HOME}(?P<way>[早快晚慢]){_HOURS}")
_BEHIND_THEM = re.compile(rf"{_AT_HOME}比[^，。；0-9]{{1,10}}?(?P<way>[早快晚慢]){_HOURS}")
_HOME_HERE = re.compile(rf"{_AT_HOME}|国内[^，。；]{{0,6}}|国人|守到|熬到|守在|电视机前")
_AWAY_THERE = re.compile(rf"当地(?:时间)?|那[边头里]|赛[地场]|现场|那一端|{PLACE_IN_TEXT.pattern}")
_FLIGHT = re.compile("飞行|航行|空中|在飞|飞了|行驶|路上")


def clocks_of_a_difference(analysis: Analysis) -> Iterator[Hit]:
    """赛地比北京晚七个小时，那边20时鸣哨，国内得守到凌晨一点: two clocks that lie apart by something else."""
    text = analysis.document.text
    for form, sign in ((_BEHIND_HOME, 1), (_BEHIND_THEM, -1)):
        for match in form.finditer(text):
            ahead = _minutes_told(match) * sign
            if ahead:
                yield from _held_against(analysis, paragraph_at(text, Span(*match.span())), match, ahead)


def _minutes_told(match: re.Match[str]) -> int:
    """Minutes by which home is ahead of the place, as far as it is told as behind."""
    written = match["hours"].replace("两", "二")
    hours = float(written) if written[0].isdigit() else float(whole_number(written) or 0)
    minutes = int(60 * hours) + (30 if match["half"] else 0)
    return minutes if match["way"] in "晚慢" else -minutes


def _held_against(analysis: Analysis, line: Span, match: re.Match[str], ahead: int) -> Iterator[Hit]:
    """The one clock of home and the one of the place in a paragraph, held against the difference."""
    text = analysis.document.text
    told = list(_sided(analysis, line))
    if len(told) != len(("home", "away")) or {side for _, side, _ in told} != {"home", "away"}:
        return
    (first, side, one), (second, _, other) = told
    between = text[first.end : second.start]
    if "。" in between and not _FLIGHT.search(between):
        return
    apart = other - one
    meant = -ahead if side == "home" else ahead
    if _FLIGHT.search(between) is not None or _LEAVES.search(between) is not None:
        far = second.start if _FLIGHT.search(between) else sentence_at(text, second.start).end
        lasting = [_in_minutes(mention) for mention in mentions_in(analysis, Span(first.end, far))]
        known = [minutes for minutes in lasting if minutes]
        if len(known) != 1:
            return
        meant += known[0]
    off = {(apart - meant) % _DAY_LONG}
    if "点" in first.text + second.text:
        off.add((apart - meant) % (_DAY_LONG // 2))
    if min(min(each, _DAY_LONG - each) for each in off) <= _ROUGHLY:
        return
    right = (one + meant) % _DAY_LONG
    shown = f"{right // 60}时" + (f"{right % 60:02d}分" if right % 60 else "")
    values: dict[str, str | Word] = {
        "written": second.text,
        "other": f"{first.text}、{match.group()}",
        "right": shown,
        "how": Word("right"),
    }
    places = sorted((first.span, Span(*match.span())))
    said = tuple(SpanEvidence(place.start, place.end, text[place.start : place.end]) for place in places)
    working = Derivation(f"{first.text} {'+' if meant > 0 else '−'} {abs(meant) // 60}小时 = {shown}")
    yield Hit(second.core, values, (*said, working), shown, against=first.start)


_LEAVES = re.compile("起飞|离港|启航|出发")
"""A journey lies between the two clocks, however long it was said to take behind them."""
_DAY_LONG = 24 * 60
_ROUGHLY = 15


def _in_minutes(mention: Mention) -> int | None:
    """The length of a stretch of hours or minutes."""
    quantity = mention.quantity
    if quantity.kind != "duration" or quantity.number is None or quantity.unit is None:
        return None
    return int(quantity.number * quantity.unit.factor / 60) if quantity.unit.dimension == "seconds" else None


def _sided(analysis: Analysis, line: Span) -> Iterator[tuple[Mention, str, int]]:
    """The clock times of a paragraph that the words before them put at home or elsewhere."""
    text, low = analysis.document.text, line.start
    for mention in mentions_in(analysis, line):
        minute = minute_of(mention)
        if minute is None:
            continue
        low = max(low, *(text.rfind(mark, low, mention.start) + 1 for mark in "。；"))
        sides = [(found.end(), "home") for found in _HOME_HERE.finditer(text, low, mention.start)]
        sides += [(found.end(), "away") for found in _AWAY_THERE.finditer(text, low, mention.start)]
        sides = [(end, side) for end, side in sides if not text[max(low, end - 6) : end].startswith("比")]
        if sides:
            yield mention, max(sides)[1], minute
        low = mention.end
