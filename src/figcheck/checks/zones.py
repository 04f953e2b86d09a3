"""Two clocks side by side in, those that no difference of zones explains out: 北京时间20时（伦敦时间14时）."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.days import DAY, alternatives, sentence_at, stamp_of
from figcheck.data.calendar_words import COUNTRIES, ZONES
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_DAY_MINUTES = 24 * 60


class Zone(Frozen):
    """The clock of a place: minutes from Greenwich in winter, when it is put forward, and since when that holds."""

    minutes: tuple[int, ...]
    summer: str
    since: int


def _zones() -> dict[str, Zone]:
    table: dict[str, Zone] = {}
    for places, hours, summer, since in ZONES:
        minutes = tuple(int(Fraction(hour) * 60) for hour in hours.split())
        table.update(dict.fromkeys(places.split(), Zone(minutes, summer, since)))
    for at, digit in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1):
        table[f"东{digit}区"] = Zone((at * 60,), "", 1970)
        table[f"西{digit}区"] = Zone((-at * 60,), "", 1970)
    table["零时区"] = table["中时区"] = Zone((0,), "", 1970)
    return table


PLACES = _zones()
_PLACE = alternatives(PLACES)
_PARTS = {country: frozenset(cities.split()) for country, cities in COUNTRIES.items()}
_FAR = frozenset(("世界", "太平洋", "国际标准", "中国", "北京"))
"""Names that stand for a zone only right before 时间."""
PLACE_IN_TEXT = re.compile(alternatives(set(PLACES) - _FAR))

_PLACE_BESIDE = re.compile(rf"(?:{PLACE_IN_TEXT.pattern})$")

# --- when clocks are put forward -----------------------------------------------------------------------------


def _sunday(year: int, month: int, which: int) -> datetime.date:
    """The first (1), second (2) or last (-1) Sunday of a month."""
    if which < 0:
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - DAY
        return last - (last.weekday() + 1) % 7 * DAY
    first = datetime.date(year, month, 1)
    return first + ((6 - first.weekday()) % 7 + 7 * (which - 1)) * DAY


_RULES = {"EU": ((3, -1), (10, -1)), "US": ((3, 2), (11, 1)), "AU": ((10, 1), (4, 1)), "NZ": ((9, -1), (4, 1))}


@lru_cache(maxsize=1024)
def _forward(rule: str, year: int, month: int, day: int) -> frozenset[int]:
    """Minutes by which a clock may be ahead of winter time on a day; both on the days of the change."""
    if rule not in _RULES:
        return frozenset((0, 60)) if rule else frozenset((0,))
    (first_month, first_which), (last_month, last_which) = _RULES[rule]
    on, off = _sunday(year, first_month, first_which), _sunday(year, last_month, last_which)
    try:
        today = datetime.date(year, month, day)
    except ValueError:
        return frozenset((0, 60))
    if min(abs((today - on).days), abs((today - off).days)) <= 1:
        return frozenset((0, 60))
    ahead = on < today < off if on < off else not off < today < on
    return frozenset((60,)) if ahead else frozenset((0,))


def offsets(zone: Zone, stamp: Stamp | None) -> frozenset[int] | None:
    """Minutes from Greenwich that a zone's clock may show on a date, as far as it is known; None where not sure."""
    year = stamp.year if stamp is not None else None
    if year is not None and (year < zone.since or year > 2037):
        return None
    month, day = (stamp.month, stamp.day) if stamp is not None else (None, None)
    if not zone.summer:
        ahead = frozenset((0,))
    elif month is None or day is None:
        ahead = frozenset((0, 60))
    else:
        years = [year] if year is not None else range(2016, 2031)
        ahead = frozenset().union(*(_forward(zone.summer, each, month, day) for each in years))
    return frozenset(minutes + shift for minutes in zone.minutes for shift in ahead)


# --- clocks as written ---------------------------------------------------------------------------------------

_NAMED = re.compile(
    rf"(?:(?P<place>{_PLACE})|当地[（(](?P<inner>{PLACE_IN_TEXT.pattern})[）)]|(?P<local>当地))(?:当地)?(?P<season>夏令|夏季|冬令|冬季|标准)?(?:时间|(?<=世界)时(?=[0-9零〇]))(?:[（(](?P<behind>{PLACE_IN_TEXT.pattern})[）)])?"
)
_BARE = re.compile(
    rf"(?P<place>{PLACE_IN_TEXT.pattern}|北京)(?P<local>(?:那边|这边|当地|的时钟指向|的钟指向)?)(?P<season>)(?=(?:还是|才是|已是|则是|正是|是|为|已|才|还|刚)(?:次日|翌日|前一天|当天|第二天|凌晨|清晨|早晨|早上|上午|中午|正午|下午|傍晚|晚上|深夜|晚|的|[0-9一二三四五六七八九十])|(?<=指向))"
)
"""A place whose clock is told without 时间: 纽约还是前一天晚上8点."""
_BETWEEN = re.compile(
    r"(?:[\s（()）的约在于为是则]|正好|恰好|刚好|已是|还是|才是|正是|仅是|大约|次日|翌日|第二天|当天|当日|同日|同一天|前一[天日]|今[天日晚晨]|昨[天日晚]|明[天日晚]|(?:星期|周)[一二三四五六日天]|凌晨|清晨|早晨|早上|早|上午|中午|正午|下午|午后|傍晚|晚间|晚上|深夜|夜间|晚)*"
)
_SIDE_BY_SIDE = re.compile(r"(?:[\s（(，,、/]|正好是|恰好是|刚好是|正是|即|也就是|相当于|合|折合|对应|为|许|整|左右)*")
_HELD_BETWEEN = re.compile(r"(?:许|整)?(?:在[\u4e00-\u9fff]{1,8})?(?:举行|进行|开幕|打响|开赛|开球|举办|开始)[（(，,]")
_MEANWHILE = re.compile(r"[^，。；]{0,10}时[，,]")
_DONE_THEN = re.compile(
    r"(?:许|整)?(?:左右)?[^，。；！？\n]{0,10}(?:升空|发射|发生|开考|开启|开播|宣布|入轨|揭晓|生效|开打|开始|开幕|开赛|开球|举行|打响)(?:[（(]|[，,])"
)
_GLOSSED = re.compile(r"[^，。；！？（()）\n]{0,24}[（(](?:即|也就是|相当于)?")
"""从纽约起飞（: what was done at a moment, before the bracket that gives it by another clock."""
_AT_THAT_TIME = re.compile(
    r"[^。；！？\n]{0,40}[，,（(](?:此时|这时|此刻|彼时|当时|届时|那时|换算成?|折算成?|折合成?|对应的?|相当于|也就是|即|正是|合)(?:的)?(?:正是|正值|已是|是|为|在)?"
)
"""What says that the clock behind it shows the moment of the one before: ……时，首批投票站关闭，此时是."""
_ENDS_HERE = re.compile(r"(?:许|整|左右)?(?=[）)，。；]|$)")
SHIFTS = {"次日": 1, "翌日": 1, "第二天": 1, "前一天": -1, "前一日": -1, "当天": 0, "当日": 0, "同日": 0, "同一天": 0}
_SHIFT = re.compile(alternatives(SHIFTS))


class Clock(Frozen):
    """A clock time of a named zone."""

    name: str
    span: Span
    """From the zone's name to the end of the time."""
    zone: Zone | None
    """None for 当地时间."""
    season: str
    date: Mention | None
    shift: int | None
    """Days from the other clock's date, where 次日 and the like say so."""
    time: Mention
    minute: int
    """Since midnight."""


def clocks_disagree(analysis: Analysis) -> Iterator[Hit]:
    """北京时间1月15日20时（伦敦时间1月15日14时）: two clocks side by side that no difference of zones explains."""
    text = analysis.document.text
    told: set[int] = set()
    if "时间" in text or "世界时" in text or "UTC" in text:
        for hit in _named_clocks(analysis):
            told.add(hit.span.start)
            yield hit
    if _AT_HOME.search(text) is not None and (PLACE_IN_TEXT.search(text) is not None or "世界时" in text):
        from figcheck.checks.zones_apart import clocks_apart  # few articles tell clocks of two places without 时间

        for hit in clocks_apart(analysis):
            if hit.span.start not in told:
                told.add(hit.span.start)
                yield hit
    if _A_DIFFERENCE.search(text) is not None:
        from figcheck.checks.zones_apart import clocks_of_a_difference

        yield from (hit for hit in clocks_of_a_difference(analysis) if hit.span.start not in told)


_A_DIFFERENCE = re.compile(r"比[^，。；0-9]{1,10}[早快晚慢][^，。；]{0,8}(?:小时|钟头)")
_AT_HOME = re.compile(r"这[边头厢]|那[边头]|国内|北京|上海|家乡|老家|[两三]地|时[，。；]")


def _named_clocks(analysis: Analysis) -> Iterator[Hit]:
    text = analysis.document.text
    clocks = sorted(_clocks(analysis), key=lambda clock: clock.span.start)
    for first, second in pairwise(clocks):
        if _are_side_by_side(text, first, second) or _is_a_day_off(analysis, first, second):
            yield from judge(analysis, first, second)


_THERE = re.compile(r"[^。！？\n]{0,40}[；;，,]")


def _is_a_day_off(analysis: Analysis, first: Clock, second: Clock) -> bool:
    """Whether two clocks of a sentence would show one moment, were it not for the day."""
    text = analysis.document.text
    if not _days_known(first, second) or not _THERE.fullmatch(text, first.time.end, second.span.start):
        return False
    stamps = [_near_today(analysis, _date_of(first) or _date_of(second)), _near_today(analysis, _date_of(second))]
    left, right = (_offsets_of(analysis, clock, stamp) for clock, stamp in zip((first, second), stamps, strict=True))
    gaps = {_ahead(first, second) - (other - one) for one in left or () for other in right or ()}
    return bool(gaps) and gaps <= {_DAY_MINUTES, -_DAY_MINUTES}


_APART = re.compile(
    rf"(?P<place>{_PLACE})(?:当地)?(?:时间)?比(?P<other>{_PLACE}|我国|国内)(?:时间)?(?P<way>早|快|晚|慢)(?:了|约)?"
    r"(?P<hours>[0-9]{1,2}(?:\.5)?|[一二两三四五六七八九十]{1,2})(?:个)?(?P<half>半)?(?:小时|钟头)(?![0-9零又多一二三四五])"
)


def zone_difference_wrong(analysis: Analysis) -> Iterator[Hit]:
    """东京时间比北京时间早2小时: a difference that the two zones never have."""
    text = analysis.document.text
    yield from _differences(text)
    yield from _wrong_zone(text)
    for match in _APART.finditer(text):
        hours = (
            Fraction(match["hours"])
            if match["hours"][0].isdigit()
            else whole_number(match["hours"].replace("两", "二"))
        )
        if hours is None:
            continue
        said = int((Fraction(hours) + (Fraction(1, 2) if match["half"] else 0)) * 60)
        other = PLACES.get(match["other"], PLACES["北京"])
        found = sorted({one - two for one in _all_minutes(PLACES[match["place"]]) for two in _all_minutes(other)})
        if (said if match["way"] in "早快" else -said) not in found:
            right = "或".join(f"{'早' if gap > 0 else '晚'}{_hours(abs(gap))}小时" for gap in found[:3])
            values = {"written": match.group(), "expected": right}
            yield Hit(
                Span(*match.span()), values, (Derivation(f"{match['place']} − {match['other']} = {right}"),), right
            )


_DIFFERENCE = re.compile(
    rf"(?P<one>{_PLACE})(?:当地)?(?:时间)?(?:与|和|同|跟)(?P<other>{_PLACE})(?:时间)?(?:之间)?(?:的)?"
    r"(?:时差(?:为|是|有|达)?|相差|有|存在)(?:了|着|约)?(?P<hours>[0-9]{1,2}(?:\.5)?|[一二两三四五六七八九十]{1,2})个?(?P<half>半)?(?:小时|钟头)(?P<tail>的?时差)?"
)


_ON_THE_WAY = re.compile(r"飞行|航程|车程|路程|抵达|出发|到达|队")


def _all_minutes(zone: Zone) -> set[int]:
    """Minutes from Greenwich that a clock may show at some time of the year."""
    return {minutes + ahead for minutes in zone.minutes for ahead in ((0, 60) if zone.summer else (0,))}


_IN_ZONE = re.compile(
    rf"(?P<place>{PLACE_IN_TEXT.pattern}|北京|中国|我国)(?:所在的?|统一)?(?:位于|属于?|地处|处于|处在|采用|使用|在|为|是)(?:地球)?(?:时区的?)?(?P<zone>[东西](?:十[一二]?|[一二三四五六七八九])(?:时)?区|零时区)"
)


def _wrong_zone(text: str) -> Iterator[Hit]:
    """北京位于东七区: a place whose clock, in winter, is that of another zone."""
    for match in _IN_ZONE.finditer(text) if "区" in text else ():
        place = PLACES.get("中国" if match["place"] == "我国" else match["place"])
        zone = PLACES.get(match["zone"].replace("时区", "区") if match["zone"] != "零时区" else "零时区")
        if place is None or zone is None or len(place.minutes) > 1 or place.minutes[0] % 60:
            continue
        hours = place.minutes[0] // 60
        if zone.minutes[0] != place.minutes[0]:
            digits = "零一二三四五六七八九十"
            name = digits[abs(hours)] if abs(hours) <= 10 else f"十{digits[abs(hours) - 10]}"
            right = f"{'东' if hours > 0 else '西'}{name}区" if hours else "零时区"
            values = {"written": match.group(), "expected": right}
            yield Hit(Span(*match.span()), values, (Derivation(f"{match['place']} = {right}"),), right)


def _differences(text: str) -> Iterator[Hit]:
    """莫斯科与北京有3个小时的时差."""
    for match in _DIFFERENCE.finditer(text) if "时差" in text or "相差" in text else ():
        if match["one"] == match["other"] or _ON_THE_WAY.search(text, match.start(), match.end() + 8):
            continue
        if match["tail"] is None and re.search("有|存在", match.group()) and "时差" not in match.group():
            continue
        hours = (
            Fraction(match["hours"])
            if match["hours"][0].isdigit()
            else whole_number(match["hours"].replace("两", "二"))
        )
        sides = [_all_minutes(PLACES[match[group]]) for group in ("one", "other")]
        found = sorted({abs(left - right) for left in sides[0] for right in sides[1]})
        if hours is None or int((Fraction(hours) + (Fraction(1, 2) if match["half"] else 0)) * 60) in found:
            continue
        right = "或".join(f"{_hours(gap)}小时" for gap in found[:3])
        values = {"written": match.group(), "expected": right}
        yield Hit(Span(*match.span()), values, (Derivation(f"|{match['one']} − {match['other']}| = {right}"),), right)


def _hours(minutes: int) -> str:
    return str(minutes // 60) + (".5" if minutes % 60 == 30 else ".75" if minutes % 60 == 45 else "")


def _are_side_by_side(text: str, first: Clock, second: Clock) -> bool:
    """Whether two clocks tell one moment: with no words between, or one event between and none behind."""
    if _SIDE_BY_SIDE.fullmatch(text, first.time.end, second.span.start):
        return True
    if _MEANWHILE.fullmatch(text, first.time.end, second.span.start):
        return text.startswith(("是", "为", "已是"), second.span.start + len(second.name) + len("时间"))
    if _AT_THAT_TIME.fullmatch(text, first.time.end, second.span.start):
        return True
    held = _HELD_BETWEEN.fullmatch(text, first.time.end, second.span.start)
    held = held or _GLOSSED.fullmatch(text, first.time.end, second.span.start)
    held = held or _DONE_THEN.fullmatch(text, first.time.end, second.span.start)
    return held is not None and _ENDS_HERE.match(text, second.time.end) is not None


def _clocks(analysis: Analysis) -> Iterator[Clock]:
    text = analysis.document.text
    for match in (*_NAMED.finditer(text), *_BARE.finditer(text)):
        following = [mention for mention in analysis.mentions if match.end() <= mention.start <= match.end() + 20]
        date: Mention | None = None
        for mention in following:
            if mention.quantity.kind == "date" and date is None:
                date = mention
                continue
            minute = minute_of(mention)
            if minute is None:
                break
            gap = text[match.end() : mention.start]
            if date is not None:
                gap = text[match.end() : date.core_start] + text[date.core_end : mention.start]
            if _BETWEEN.fullmatch(gap):
                shift = _SHIFT.search(gap)
                place = _named_place(match)
                zone = PLACES[place] if place else None
                span = Span(match.start(), mention.core_end)
                name = place or "当地"
                yield Clock(
                    name,
                    span,
                    zone,
                    match["season"] or "",
                    date,
                    SHIFTS[shift.group()] if shift else None,
                    mention,
                    minute,
                )
            break


def _named_place(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups["place"] or groups.get("inner") or groups.get("behind")


def minute_of(mention: Mention) -> int | None:
    """Minutes since midnight of a mention that is one clock time."""
    quantity = mention.quantity
    if quantity.kind != "time" or not isinstance(quantity.value, Stamp) or quantity.value.clock is None:
        return None
    hour, minute = quantity.value.clock.split(":")[:2]
    return int(hour) * 60 + int(minute)


# --- judging -------------------------------------------------------------------------------------------------


def judge(analysis: Analysis, first: Clock, second: Clock) -> Iterator[Hit]:
    """What is said of two clocks that are told as of one moment, where no difference of their zones explains them."""
    stamps = [
        _near_today(analysis, _date_of(clock) or _date_of(other)) for clock, other in ((first, second), (second, first))
    ]
    known = [_offsets_of(analysis, clock, stamp) for clock, stamp in zip((first, second), stamps, strict=True)]
    if None in known or first.name == second.name:
        return
    left, right = known
    assert left is not None and right is not None
    ahead = _ahead(first, second)
    tolerance = 10 if "about" in (first.time.quantity.hedge, second.time.quantity.hedge) else 0
    for one in left:
        for other in right:
            expected = other - one
            gap = ahead - expected if _days_known(first, second) else (ahead - expected) % _DAY_MINUTES
            if min(abs(gap), abs(gap - _DAY_MINUTES) if not _days_known(first, second) else abs(gap)) <= tolerance:
                return
    yield _hit(analysis, first, second, left, right)


def _near_today(analysis: Analysis, stamp: Stamp | None) -> Stamp | None:
    """A date without a month, or none, is about the article's, where no clock is put forward or back in those weeks."""
    today = analysis.document.date
    if today is None or (stamp is not None and stamp.month is not None):
        return stamp
    if stamp is None and analysis.document.text.count("年", 0, 4000) > _FEW_YEARS:
        return None
    weeks = {_forward(rule, day.year, day.month, day.day) for rule in _RULES for day in _around(today)}
    return None if any(len(ahead) > 1 for ahead in weeks) else Stamp(today.year, today.month, today.day)


_FEW_YEARS = 2
"""An article that speaks of so many years is hardly a report of the day."""


def _around(today: datetime.date) -> list[datetime.date]:
    return [today - 14 * DAY, today - 7 * DAY, today, today + 7 * DAY, today + 14 * DAY]


def _date_of(clock: Clock) -> Stamp | None:
    return stamp_of(clock.date) if clock.date is not None else None


def _days_known(first: Clock, second: Clock) -> bool:
    return _days_between(first, second) is not None


def _days_between(first: Clock, second: Clock) -> int | None:
    """Days from the first clock's date to the second's, where both are said."""
    if second.shift is not None and second.date is None:
        return second.shift
    one, other = _date_of(first), _date_of(second)
    if one is None or other is None or one.day is None or other.day is None:
        return None
    days = one.days(), other.days()
    if days[0] and days[1]:
        return (days[1][0] - days[0][0]).days
    apart = other.day - one.day
    return 1 if apart <= -27 else -1 if apart >= 27 else apart


def _ahead(first: Clock, second: Clock) -> int:
    """Minutes by which the second clock is ahead of the first."""
    return second.minute - first.minute + (_days_between(first, second) or 0) * _DAY_MINUTES


def _offsets_of(analysis: Analysis, clock: Clock, stamp: Stamp | None) -> frozenset[int] | None:
    zones = [clock.zone] if clock.zone is not None else _local_zones(analysis, clock)
    if clock.season and len(zones) == 1 and zones[0].summer:
        forward = 60 if clock.season.startswith("夏") else 0
        return frozenset(minutes + forward for minutes in zones[0].minutes)
    found = [offsets(zone, stamp) for zone in zones]
    if not found or None in found:
        return None
    return frozenset().union(*(each for each in found if each is not None))


def _local_zones(analysis: Analysis, clock: Clock) -> list[Zone]:
    """The zones that 当地时间 may mean: of the place right before, else of all places that the sentence names."""
    text = analysis.document.text
    beside = _PLACE_BESIDE.search(text, max(0, clock.span.start - 8), clock.span.start)
    if beside is not None:
        return [PLACES[beside.group()]]
    sentence = sentence_at(text, clock.span.start)
    names = {match.group() for match in PLACE_IN_TEXT.finditer(text, sentence.start, sentence.end)}
    if not names:
        names = {match.group() for match in PLACE_IN_TEXT.finditer(text)}
    names -= {country for country, cities in _PARTS.items() if cities & names}
    return [PLACES[name] for name in sorted(names)]


def _hit(analysis: Analysis, first: Clock, second: Clock, left: frozenset[int], right: frozenset[int]) -> Hit:
    expected = None
    if len(left) == len(right) == 1:
        minute = first.minute + next(iter(right)) - next(iter(left))
        expected = _clock_text(minute, _days_known(first, second))
    working = f"{_shown(first, left)} / {_shown(second, right)}"
    evidence: tuple[Evidence, ...] = (
        SpanEvidence(first.span.start, first.span.end, analysis.document.text[first.span.start : first.span.end]),
        *(SpanEvidence(date.start, date.end, date.text) for date in (second.date,) if date is not None),
        Derivation(working),
    )
    values: dict[str, str | Word] = {
        "written": analysis.document.text[second.span.start : second.span.end],
        "other": analysis.document.text[first.span.start : first.span.end],
        "right": expected or "",
        "how": Word("right" if expected else "unknown"),
    }
    return Hit(second.time.span, values, evidence, expected)


def _clock_text(minute: int, dated: bool) -> str:
    days, rest = divmod(minute, _DAY_MINUTES)
    day = {1: "次日", -1: "前一日"}.get(days, "") if dated else ""
    return f"{day}{rest // 60}时" + (f"{rest % 60:02d}分" if rest % 60 else "")


def _shown(clock: Clock, minutes: frozenset[int]) -> str:
    zones = " ".join(
        f"UTC{value // 60:+d}" + (f":{value % 60:02d}" if value % 60 else "") for value in sorted(minutes)[:4]
    )
    return f"{clock.name} = {zones}"
