"""Solar terms and the hottest and coldest days beside a date or 今天 in, those that are on another day out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.days import DAY, alternatives, is_quoted, is_read, readings, sentence_at, stamp_of, word_days
from figcheck.checks.lunar import term_days
from figcheck.data.calendar_words import (
    AFTER_NAMED_DAY,
    AROUND_NAMED_DAY,
    DAY_TAIL,
    DOG_DAYS,
    IS_SAME_DAY,
    RELATIVE_DAYS,
    SOLAR_TERMS,
    WEATHER_TERMS,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import whole_number
from figcheck.values import replace

_TERM_NAMES = alternatives({*SOLAR_TERMS, *DOG_DAYS} - WEATHER_TERMS)
_ALL = alternatives({*SOLAR_TERMS, *DOG_DAYS})
_WHICH = (
    r"(?:今年的?|(?:农历|一年中的?)?(?:二十四|24)节气(?:之一|之首|中|里)?的?|第[一二三四五六七八九十]{1,3}个节气的?)*“?"
)
_NAMED = rf"(?:(?P<name>{_TERM_NAMES})”?(?:节气|节)?{AFTER_NAMED_DAY}|(?P<term>{_ALL})”?节气(?!前|后|将|即))"
_TERM = re.compile(
    rf"{DAY_TAIL}[，,]?\s?(?:{IS_SAME_DAY}|(?:就|便|才|早)?(?:已经?|就|便)(?:进入|到了?|迎来)?|进入|交|[（(])?{_WHICH}(?:{_NAMED}|(?P<soon>{_ALL})就要到)"
)
_TERM_BEFORE = re.compile(
    rf"(?P<name>{_ALL})(?:节气(?:到来|来临|开始)?的|节气|节)?(?:当天|这天|这一天)?(?:(?<=的)|[（(](?:即|公历)?|[，,]?(?:即|也就是)"
    r"|(?:时刻)?(?:一般|通常|大约|大多|多|每年|都|就|便|定)*(?:出现在|是|为|落在|在|逢)(?:今年的?|公历|阳历|每年的?)*(?:(?P<year>[12][0-9]{3})年)?)$"
)
_TODAY_IS = re.compile(
    rf"(?P<word>{alternatives(RELATIVE_DAYS)})(?:[0-9]{{1,2}}[时点:：][0-9]{{0,2}}分?许?[，,]?)?(?:{IS_SAME_DAY}|起?(?:正式)?进入|[^，。；]{{0,16}}[，,](?=[^，。；]{{2,4}}节气到来))?{_WHICH}(?:(?<=节气中的)(?P<term2>{_ALL})|(?P<name>{_TERM_NAMES})”?(?:节气|节)?(?:的第一天)?{AFTER_NAMED_DAY}"
    rf"|(?P<term>{_ALL})”?节气)"
)
_CLOCK_BETWEEN = re.compile(r"[0-9]{1,2}(?:时|:)[0-9]{1,2}分?(?:[0-9]{1,2}秒)?[，,]?")
_ARRIVED = re.compile(rf"(?P<name>{_TERM_NAMES})(?:时节|一到|到了|到来|来临|节气|这天|当天|一过|过后)?[，,]$")
_NEXT_CLAUSE = re.compile(r"(?:清晨|早上|上午|中午|下午|傍晚|晚)?[，,]")
_DAYS_AFTER = 16
"""Days after a term on which it may still be said that it has come."""
_PASSING = re.compile(AROUND_NAMED_DAY)


def term_off_its_day(analysis: Analysis) -> Iterator[Hit]:
    """4月14日是清明节, 5月20日立夏, 明天就是冬至了: a solar term on a day that is not its own."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date":
            continue
        match = _term_beside(text, mention)
        if match is not None:
            groups = match.groupdict()
            name = groups["name"] or groups.get("term") or groups["soon"]
            group = next(key for key, found in groups.items() if found == name and key in ("name", "term", "soon"))
            yield from _judge_term(analysis, mention, name, Span(*match.span(group)))
    yield from _arrived(analysis)
    yield from _days_from_now(analysis)
    for match in _TODAY_IS.finditer(text) if analysis.document.date else ():
        name = match["name"] or match["term"] or match["term2"]
        if is_quoted(text, match.start()) or not is_read(analysis, match.start()):
            continue
        days = word_days(analysis, match["word"])
        if not any(day in named_days(name, day.year) for day in days):
            yield term_hit(Span(*match.span()), match["word"], name, days[0])


_NO_WEATHER = alternatives({*SOLAR_TERMS} - {"大雪", "小雪", "雨水"})
_DAYS_SINCE = re.compile(
    rf"(?P<name>{_NO_WEATHER})(?:节气)?”?(?:都|已经?|刚刚?|才)*过(?:去)?了?(?P<count>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})天"
)
_DAYS_TO = re.compile(
    rf"再(?:过|有)?(?P<count>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})天(?:可|就|便|即)*(?:是|到|进入|迎来|要|该)?“?(?P<name>{_NO_WEATHER})"
)
_OFF, _OFF_IN_TALK = 1, 4
"""Days that such a count may be off, in the article's words and in somebody's."""


def _days_from_now(analysis: Analysis) -> Iterator[Hit]:
    """寒露都过了两天, 再过五天就是冬至: the day so counted from the article's is not the term's."""
    text, today = analysis.document.text, analysis.document.date
    for pattern, way in ((_DAYS_SINCE, -1), (_DAYS_TO, 1)):
        for match in pattern.finditer(text) if today is not None else ():
            count = whole_number(match["count"].replace("两", "二"))
            if count is None or today is None or not is_read(analysis, match.start()):
                continue
            day = today + way * count * DAY
            slack = _OFF_IN_TALK if is_quoted(text, match.start()) else _OFF
            own = named_days(match["name"], day.year)
            if own and all(abs((one - day).days) > slack for one in own):
                yield term_hit(Span(*match.span()), match.group(), match["name"], day)


def _arrived(analysis: Analysis) -> Iterator[Hit]:
    """春分一到，3月30日，……: a day before the term that has come, or when the next one has."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date" or not _NEXT_CLAUSE.match(text, mention.core_end):
            continue
        match = _ARRIVED.search(text, max(0, mention.start - 8), mention.start)
        stamp = stamp_of(mention)
        if match is None or stamp is None or not stamp.month or not stamp.day or match["name"] not in SOLAR_TERMS:
            continue
        own, first, last = SOLAR_TERMS[match["name"]]
        apart = (stamp.month - own) * 30 + stamp.day
        if not first - 1 <= apart <= last + _DAYS_AFTER:
            yield _hit_of_term(mention.core, mention.text, match["name"], f"{own}月{first}—{last}日")


def _term_beside(text: str, mention: Mention) -> re.Match[str] | None:
    end = mention.core_end + (text[mention.core_end : mention.core_end + 1] in ("）", ")"))
    clock = _CLOCK_BETWEEN.match(text, end)
    end = clock.end() if clock else end
    if clock is not None and "分" in clock.group():
        named = _lone_term(text, mention)
        if named is not None:
            return named
    match = _TERM.match(text, end) or _TERM_BEFORE.search(text, max(0, mention.start - 16), mention.start)
    return None if match is None or _PASSING.match(text, match.end()) else match


_PLAIN = re.compile(rf"(?P<name>{_TERM_NAMES})|(?P<term>{_ALL})(?=节气)")
_BACK = 60
"""Code points before a moment given to the minute in which the term is named whose moment it is."""


def _lone_term(text: str, mention: Mention) -> re.Match[str] | None:
    """2017年的立春来得特别早，2月3日23时34分: the one term that the text names shortly before such a moment."""
    start = max(0, mention.start - _BACK, *(text.rfind(mark, 0, mention.start) for mark in "\n。；"))
    found = list(_PLAIN.finditer(text, start, mention.start))
    return found[0] if found and len({match.group() for match in found}) == 1 else None


def named_days(name: str, year: int) -> tuple[datetime.date, ...]:
    """The days that a solar term or one of the three hot spells begins on; empty where that is not known."""
    return term_days(name, year) if name in SOLAR_TERMS else _dog_days(name, year)


@lru_cache(maxsize=256)
def _dog_days(name: str, year: int) -> tuple[datetime.date, ...]:
    """The first day of a hot spell: reckoned from the tenth stem after midsummer and after 立秋."""
    if not 1901 <= year <= 2099:
        return ()
    from lunar_python import Solar

    wanted, shift = DOG_DAYS[name]
    for distance in range(60):
        day = datetime.date(year, 7, 8) + distance * DAY
        fu = Solar.fromYmd(day.year, day.month, day.day).getLunar().getFu()
        if fu is not None and fu.getName() == wanted and fu.getIndex() == 1:
            return (day + shift * DAY,)
    return ()


def _month_of(name: str) -> tuple[int, int, int]:
    return SOLAR_TERMS.get(name, (7, 1, 31))


def _judge_term(analysis: Analysis, mention: Mention, name: str, place: Span) -> Iterator[Hit]:
    days = readings(analysis, mention)
    written = analysis.document.text[mention.core_start : mention.core_end]
    if days:
        if any(not named_days(name, day.year) or day in named_days(name, day.year) for day in days):
            return
        yield _shown(analysis, term_hit(mention.core, written, name, days[0]), place)
        return
    stamp = mention.quantity.value
    said, day = getattr(stamp, "month", None), getattr(stamp, "day", None)
    month, first, last = _month_of(name)
    if name in SOLAR_TERMS and said and day and (said != month or not first - 1 <= day <= last + 1):
        yield _shown(analysis, _hit_of_term(mention.core, written, name, f"{month}月{first}—{last}日"), place)


def _shown(analysis: Analysis, hit: Hit, place: Span) -> Hit:
    """The finding with the name of the term as a part of its evidence."""
    said = SpanEvidence(place.start, place.end, analysis.document.text[place.start : place.end])
    return replace(hit, evidence=(said, *hit.evidence))


def term_hit(span: Span, written: str, name: str, near: datetime.date) -> Hit:
    """What is said of a term on a wrong day of the year of `near`."""
    right = named_days(name, near.year)
    month, first, last = _month_of(name)
    expected = f"{right[0].month}月{right[0].day}日" if right else f"{month}月{first}—{last}日"
    return _hit_of_term(span, written, name, expected, f"{near.year}：" if right else "")


def _hit_of_term(span: Span, written: str, name: str, expected: str, year: str = "") -> Hit:
    values = {"written": written, "name": name, "expected": expected}
    return Hit(span, values, (Derivation(f"{year}{name} = {expected}"),), expected)


# --- which follows which -------------------------------------------------------------------------------------

_ORDER = ("立春", *(name for name in SOLAR_TERMS if name not in ("小寒", "大寒", "立春")), "小寒", "大寒")
_LATER = (
    r"(?:再有|再过|还有|过)(?:半个?月|半月|十[四五六]天|1[456]天|两周|两个星期)(?:左右)?[，,]?(?:就|便|才|就要|即)*(?:是|到|进入|迎来|轮到)?"
    r"|(?:下一个|接下来的?|紧接着的?|随后的?)节气(?:就|便|才)*(?:是|为|轮到)|(?:半个?月|半月|十五天|15天)(?:后|以后|之后)(?:就|便|才)*(?:是|的|到|进入|迎来)"
)
_NEXT_TERM = re.compile(
    rf"(?P<first2>{_ALL})(?:节气)?(?:(?:过后|之后|以后|后)(?:再过|再)?(?:半个?月|十[四五六]天|1[456]天|两周)(?:左右)?(?:就|便|才)*(?:是|到|进入|迎来)|(?:之后|过后|后面?|接着|紧接|连着|挨着)(?:便|就|紧接着|的)?(?:是|为)?)“?(?P<next2>{_ALL})(?=[，。；”、])|(?:刚过|刚刚过了?|过了|过完|刚刚?送走|送走|告别|今天是|昨天是|今日|昨日|刚到|时值|时逢|正值)了?“?(?P<first>{_ALL})”?(?:节气|节)?[^。！？\n{{}}]{{0,12}}?(?:{_LATER})“?(?P<next>{_ALL})”?"
)
_FIRST_OR_LAST = re.compile(
    rf"(?P<name>{_ALL})”?(?:节气)?[，,](?:是|为|乃)?(?:农历|一年中?的?)*(?:二十四|24)(?:个)?节气(?:中|里)?(?:的|之)?(?P<end>之?首|第一个?|开篇|最后一个|末位|收尾|之末)(?![二三四五六七八九十])"
)
_NTH_TERM = re.compile(
    rf"(?P<name>{_ALL})”?(?:节气)?[，,]?(?:是|为|作为)(?:农历|一年中的?|我国|中国|传统|全年)*(?:二十四节气|24节气|二十四个节气)(?:中|里|之)?的?第(?P<count>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})个"
)


_NTH_AMONG = re.compile(
    rf"(?P<name>{_ALL})”?(?:节气)?在(?:二十四|24)个?节气(?:里|中)?[^。；，]{{0,10}}?(?:排|列|位居|居)(?:在|名|行)?第(?P<count>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?![次回])"
)
_NEXT_NAMED = re.compile(rf"(?P<lead>下一个?节气)(?:[，,：:]|——|就|便|才|将|是|为|“|轮到|[（(])*(?P<name>{_ALL})")
_HAS_COME = re.compile(rf"(?:{_ALL})(?=”?(?:节气|节|时节|已|刚|过|一过|到|来|当|，|这天))")
_NAMED_BEFORE = 60


def _next_of(analysis: Analysis) -> Iterator[Hit]:
    """大暑已至，……下一个节气处暑之前: the one that comes after the last one named, or after today."""
    text = analysis.document.text
    for match in _NEXT_NAMED.finditer(text):
        start = max(0, match.start() - _NAMED_BEFORE, text.rfind("\n", 0, match.start()) + 1)
        named = list(_HAS_COME.finditer(text, start, match.start()))
        if not named or named[-1].group() not in _ORDER or match["name"] not in _ORDER:
            continue
        right = _ORDER[(_ORDER.index(named[-1].group()) + 1) % 24]
        if match["name"] not in (right, named[-1].group()) and is_read(analysis, match.start()):
            fact = Span(named[-1].start(), match.end("lead"))
            yield _fact_hit(match["name"], Span(*match.span("name")), right, fact, text)


def term_out_of_order(analysis: Analysis) -> Iterator[Hit]:
    """时令刚过谷雨，再有半个月就是清明; 惊蛰是二十四节气中的第二个: a term that another one follows."""
    text = analysis.document.text
    for match in _NEXT_TERM.finditer(text):
        second = "next2" if match["next2"] else "next"
        first, following = match["first2"] or match["first"], match[second]
        right = _ORDER[(_ORDER.index(first) + 1) % 24] if first in _ORDER else following
        if following in _ORDER and following != right and is_read(analysis, match.start()):
            place = Span(match.start("first2" if match["first2"] else "first"), match.end(second))
            said = SpanEvidence(place.start, place.end, text[place.start : place.end])
            working = Derivation(f"{first} → {right}")
            yield Hit(Span(*match.span(second)), {"written": following, "expected": right}, (said, working), right)
    for match in (*_NTH_TERM.finditer(text), *_NTH_AMONG.finditer(text)):
        nth = 1 + _ORDER.index(match["name"]) if match["name"] in _ORDER else None
        if nth is not None and whole_number(match["count"]) != nth and is_read(analysis, match.start()):
            span = Span(match.start("count") - 1, match.end("count") + text.startswith("个", match.end("count")))
            values = {"written": text[span.start : span.end], "expected": f"第{nth}个"}
            yield Hit(span, values, (Derivation(f"立春 = 1，{match['name']} = {nth}"),), f"第{nth}个")
    for match in _FIRST_OR_LAST.finditer(text):
        right = "立春" if match["end"] in ("首", "之首", "第一", "第一个", "开篇") else "大寒"
        if match["name"] in _ORDER and match["name"] != right and is_read(analysis, match.start()):
            yield _fact_hit(match["name"], Span(*match.span("name")), right, Span(match.end("name"), match.end()), text)
    followed = {match.end("next2" if match["next2"] else "next") for match in _NEXT_TERM.finditer(text)}
    yield from (hit for hit in _next_of(analysis) if hit.span.end not in followed)
    yield from _wrong_facts(text)
    yield from _wrong_lists(text)


_SEASONS = {season: _ORDER[at : at + 6] for season, at in (("春", 0), ("夏", 6), ("秋", 12), ("冬", 18))}
_PLACES = {"第一": 0, "首": 0, "第二": 1, "第三": 2, "第四": 3, "第五": 4, "第六": 5, "最后一": 5, "末": 5}
_OF_SEASON = re.compile(
    rf"(?P<name>{_ALL})”?(?:节气)?(?:——|[，,]?(?:是|为|作为|系)|[，,](?=[春夏秋冬]))(?:一年中|进入)?(?P<season>[春夏秋冬])(?:季|天)(?:里|中)?的?(?P<place>{alternatives(_PLACES)})个?节气"
)
_OF_SEASON_BEFORE = re.compile(
    rf"(?P<season>[春夏秋冬])(?:季|天)(?:里|中)?的?(?P<place>{alternatives(_PLACES)})个?节气(?:[，,]|——|(?:就|便)?(?:是|为)|的)?“?(?P<name>{_ALL})"
)
_BEGINS_SEASON = re.compile(
    r"(?P<name>立[春夏秋冬])”?(?:节气)?[^。；！？\n春夏秋冬]{0,10}?(?:标志着|意味着|预示着|宣告)(?:气象意义上的?)?(?P<season>[春夏秋冬])(?:季|天)(?:的|正式)*(?:开始|到来|来临|开启)"
)
_ALL_ORDER = re.compile(
    rf"(?:二十四|24)(?:个)?节气(?:中|里)?的?(?P<place>最后一个|第一个|末一个|之首|之尾)(?:节气)?[，,]?(?:是|为|——|，)?“?(?P<name>{_ALL})"
)
_LONGITUDE = re.compile(r"黄经(?:达到?|到达|为|至)?(?P<degree>[0-9]{1,3}|[一二三四五六七八九十百零]{1,7})(?:度|°)")
_SUN = (
    (re.compile(r"白[昼天]最长|黑?夜(?:晚)?最短|直射北回归线"), ("夏至",)),
    (re.compile(r"白[昼天]最短|黑?夜(?:晚)?最长|直射南回归线"), ("冬至",)),
    (re.compile(r"昼夜(?:等长|平分|均分|相等|等分)|直射赤道"), ("春分", "秋分")),
)
_DENIED = re.compile(r"不是|并非|误|不再|之后|以后|过后|[渐逐]|前后|后")


def _wrong_facts(text: str) -> Iterator[Hit]:
    """立冬是秋季最后一个节气, 黄经135度……处暑, 冬至白昼最长: what everybody knows of a term and no other has."""
    for match in _BEGINS_SEASON.finditer(text):
        if match["name"][1] != match["season"]:
            right = f"立{match['season']}"
            yield _fact_hit(
                match["name"], Span(*match.span("name")), right, Span(match.start("season"), match.end()), text
            )
    for match in (*_OF_SEASON.finditer(text), *_OF_SEASON_BEFORE.finditer(text)):
        right = _SEASONS[match["season"]][_PLACES[match["place"]]]
        if match["name"] != right and match["name"] in _ORDER:
            fact = Span(match.start("season"), match.end("place") + (2 if match["place"] in ("首", "末") else 3))
            yield _fact_hit(match["name"], Span(*match.span("name")), right, fact, text)
    for match in _ALL_ORDER.finditer(text):
        right = "大寒" if match["place"] in ("最后一个", "末一个", "之尾") else "立春"
        if match["name"] != right and match["name"] in _ORDER:
            yield _fact_hit(match["name"], Span(*match.span("name")), right, Span(*match.span("place")), text)
    for match in _LONGITUDE.finditer(text):
        degree = whole_number(match["degree"])
        if degree is None or degree % 15 or degree > 360:
            continue
        yield from _lone_in_sentence(text, Span(*match.span()), (_ORDER[(degree % 360 // 15 + 3) % 24],))
    for pattern, names in _SUN:
        for match in pattern.finditer(text):
            yield from _lone_in_sentence(text, Span(*match.span()), names)


_LISTED = re.compile(rf"(?:{_ALL})(?:[、，](?:{_ALL})){{2,}}(?:(?:[、，]|和|与|及)(?:{_ALL}))?")
_OF_MONTH = re.compile(
    rf"(?P<month>1[0-2]|[1-9])月(?:份)?(?:里|中)?(?:有|的(?:两个)?节气(?:是|为|有)|迎来|包含)“?(?P<one>{_ALL})”?(?:[、和与及])“?(?P<other>{_ALL})"
)


def _wrong_lists(text: str) -> Iterator[Hit]:
    """立春、雨水、惊蛰、清明: one of a list that does not follow the one before; 3月有惊蛰和清明 two of a month."""
    for match in _LISTED.finditer(text):
        names = [(found.group(), Span(*found.span())) for found in re.finditer(_ALL, text[match.start() : match.end()])]
        steps = [
            (_ORDER.index(two) - _ORDER.index(one)) % 24
            for (one, _), (two, _) in pairwise(names)
            if {one, two} <= {*_ORDER}
        ]
        known = len(steps) == len(names) - 1
        if known and (2 * steps.count(1) > len(steps) or _is_shuffled(names)) and set(steps) != {1}:
            at = next(place for place, step in enumerate(steps) if step != 1)
            right = _ORDER[(_ORDER.index(names[at][0]) + 1) % 24]
            span = Span(match.start() + names[at + 1][1].start, match.start() + names[at + 1][1].end)
            yield _fact_hit(names[at + 1][0], span, right, Span(match.start(), span.start), text)
    for match in _OF_MONTH.finditer(text):
        for group in ("one", "other"):
            month = SOLAR_TERMS.get(match[group], (int(match["month"]), 0, 0))[0]
            if month != int(match["month"]):
                yield _fact_hit(
                    match[group],
                    Span(*match.span(group)),
                    f"{match[group]}＝{month}月",
                    Span(*match.span("month")),
                    text,
                )


def _is_shuffled(names: list[tuple[str, Span]]) -> bool:
    """立春、惊蛰、雨水: neighbours all, but not in their order."""
    places = sorted(_ORDER.index(name) for name, _ in names)
    return places == list(range(places[0], places[0] + len(places))) and len(places) > _PAIR


_PAIR = 2


def _lone_in_sentence(text: str, fact: Span, names: tuple[str, ...]) -> Iterator[Hit]:
    """The one term of the sentence, where it is not the one that the fact is of."""
    sentence = sentence_at(text, fact.start)
    found = list(_PLAIN.finditer(text, sentence.start, sentence.end))
    if len({match.group() for match in found}) != 1 or _DENIED.search(text, sentence.start, sentence.end):
        return
    name = found[0].group()
    if name not in names and name in _ORDER:
        yield _fact_hit(name, Span(*found[0].span()), "或".join(names), fact, text)


def _fact_hit(name: str, span: Span, right: str, fact: Span, text: str) -> Hit:
    said = SpanEvidence(fact.start, fact.end, text[fact.start : fact.end])
    working = Derivation(f"{said.text} = {right}")
    return Hit(span, {"written": name, "expected": right}, (said, working), right)
