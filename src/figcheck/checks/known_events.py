"""Events that everybody dates and counts alike in, years, anniversaries and editions of them that are wrong out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import alternatives, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import FIRST_HELD
from figcheck.data.events import HOSTS, KNOWN_EVENTS, SERIES
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import whole_number

_EVENT = re.compile(rf"(?<!第二次)(?:{alternatives(KNOWN_EVENTS)})")
_OURS = frozenset(("建党", "建军", "党的成立"))
_FOREIGN = re.compile(r"越南|朝鲜|老挝|古巴|劳动党|人民军|俄罗斯|日本|韩国|蒙古|印度|越共|泰国|缅甸")
_TO_COUNT = re.compile(
    r"”?(?:成功|已经?|即将|将|迎来|爆发|发生|签订|签署|运动|战争|祖国|惨[案剧]|事件|悲剧|过去|至今|已|今[天年]|到|是|的|第|整整|整|近|，)*"
)
_NOW = re.compile(
    r"(?P<word>今年|今天|今日|明年|去年|昨天|(?:19|20)[0-9]{2}年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[，,]?(?:又|也|还|正|恰|既|就|不仅|，)*(?:是|为|正值|恰逢|适逢|正逢|喜逢|欣逢|迎来|喜迎|逢|系)?"
    r"(?:了|我国|中国|全国|伟大的?|中国人民|人民军队|党和人民|我们党|我党|祖国|香港|纪念|庆祝|隆重|，)*(?:的)?[“]?$"
)
_OCCASION = re.compile(r"”?(?:之际|到来之际|来临之际|纪念日|前夕|到来|来临)")
_IS_SOON = re.compile(r"再过[^，。；]{1,5}[，,]?(?:就|便|将)是(?:我国|中国|人类)?$")
_YEAR_BEHIND = re.compile(r"[，,](?=(?:19|20)[0-9]{2}年)")
_SOON = re.compile(r"即将|将迎来|前夕|倒计时|将至")
_SHIFTS = {"明年": 1, "去年": -1}


_NEAR = 40
"""Code points before or behind a year or an anniversary in which the event stands that it is of."""


def wrong_known_anniversary(analysis: Analysis) -> Iterator[Hit]:
    """2021年是建党90周年, 汶川特大地震15周年之际 in 2021: an anniversary that the event's year does not give."""
    text = analysis.document.text
    for mention in analysis.mentions:
        unit = mention.quantity.unit
        if unit is None or unit.symbol != "周年" or mention.quantity.number is None:
            continue
        event = _event_before(text, mention)
        hit = _anniversary(analysis, event, mention) if event is not None else None
        if hit is not None:
            yield hit
    yield from _event_years(analysis)


def _event_before(text: str, mention: Mention) -> re.Match[str] | None:
    """The event that an anniversary is of, right before it."""
    for event in _EVENT.finditer(text, max(0, mention.start - _NEAR), mention.start):
        if _TO_COUNT.fullmatch(text, event.end(), mention.start) is None:
            continue
        sentence = sentence_at(text, event.start())
        if event.group() in _OURS and _FOREIGN.search(text, sentence.start, sentence.end):
            continue
        return event
    return None


def _anniversary(analysis: Analysis, event: re.Match[str], mention: Mention) -> Hit | None:
    text, today = analysis.document.text, analysis.document.date
    sentence = sentence_at(text, event.start())
    written = [stamp_of(other) for other in mentions_in(analysis, sentence) if writes_year(other)]
    years = [stamp.year for stamp in written if stamp is not None and stamp.year is not None]
    now = _NOW.search(text, sentence.start, event.start())
    if now is not None and now["word"][:4] in {str(year) for year in KNOWN_EVENTS[event.group()]}:
        return None  # 2008年汶川地震十周年
    occasion = (
        _IS_SOON.search(text, sentence.start, event.start())
        or _OCCASION.match(text, mention.end)
        or (_YEAR_BEHIND.match(text, mention.end) if years else None)
    )
    if now is None and occasion is None:
        return None
    if today is not None:
        years += [today.year + _SHIFTS.get(now["word"], 0)] if now is not None else [today.year]
        years += [today.year + 1] if _SOON.search(text, sentence.start, sentence.end) else []
    ends = KNOWN_EVENTS[event.group()]
    right = [year - own for year in years for own in ends]
    if not right or mention.quantity.number in right:
        return None
    year = max(year for year in years)
    expected = f"{year - ends[0]}周年"
    values = {"written": mention.text, "name": event.group(), "expected": expected}
    said = SpanEvidence(event.start(), event.end(), event.group())
    working = f"{year} − {ends[0]} = {year - ends[0]}"
    return Hit(mention.span, values, (said, Derivation(working)), expected, against=event.start())


# --- the event's own year ------------------------------------------------------------------------------------

_DEED = r"(?P<deed>爆发|发生|开始|提出|通过|签订|打响|结束|取得胜利)?"
_YEAR_AFTER = re.compile(
    rf"”?{_DEED}(?:(?:于|在)(?:公元)?|的(?:那[一]?年[，,]?)?|[（(])(?P<year>(?:1[5-9]|20)[0-9]{{2}})(?:年|(?=[）)]))(?![前后])"
)
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?P<year>(?:1[5-9]|20)[0-9]{2})年(?:的)?[“]?$")
_DEED_BEHIND = re.compile(r"”?(?:爆发|发生|打响|失败|开始)(?![以之]?[前后])")


def _events_near_years(analysis: Analysis) -> Iterator[re.Match[str]]:
    """The events that stand close to a year, in the order of the text."""
    text, at = analysis.document.text, 0
    for mention in analysis.mentions:
        if mention.quantity.kind == "date" and mention.quantity.low is None and writes_year(mention):
            start, end = max(at, mention.start - _NEAR), mention.end + _NEAR
            for event in _EVENT.finditer(text, start, end):
                at = event.end()
                yield event


def _event_years(analysis: Analysis) -> Iterator[Hit]:
    """戊戌变法发生于1896年, 甲午战争爆发的1895年."""
    text = analysis.document.text
    for event in _events_near_years(analysis):
        first, last = KNOWN_EVENTS[event.group()]
        match = _YEAR_AFTER.match(text, event.end())
        if match is not None:
            begun = match["deed"] in ("爆发", "发生", "打响", "开始", "提出", "签订")
            ended = match["deed"] in ("结束", "取得胜利")
            low, high = (first, first) if begun else (last, last) if ended else (first, last)
        elif _DEED_BEHIND.match(text, event.end()):
            match = _YEAR_BEFORE.search(text, max(0, event.start() - 8), event.start())
            low, high = first, last
        if match is None or low <= int(match["year"]) <= high or first < 0:
            continue
        if match["year"] and "回归" in event.group() and text[event.end() : event.end() + 1] == "的":
            continue
        values = {"written": f"{match['year']}年", "name": event.group(), "expected": f"{low}年"}
        said = SpanEvidence(event.start(), event.end(), event.group())
        yield Hit(Span(*match.span("year")), values, (said, Derivation(f"{event.group()} = {low}年")), f"{low}年")


# --- series --------------------------------------------------------------------------------------------------

_SERIES = re.compile(alternatives(SERIES))
_OTHER_SERIES = {
    "奥运会": re.compile(r"残奥|青奥|冬奥|青年奥|冬季|特奥|残疾人|智力|聋人|大学生"),
    "世界杯": re.compile(
        r"女足|女子|女排|男排|篮球|乒乓|跳水|俱乐部|橄榄球|板球|沙滩|五人制|U-?[0-9]|世青|冰球|短道|滑雪|体操|游泳|排球|田径|射击|射箭|举重|[赛分]站"
    ),
    "亚运会": re.compile(r"亚残|残疾|亚冬|冬季|青年|室内|沙滩|东亚|南亚"),
    "全运会": re.compile(r"残|冬|省|市|大学生|学生|青年|特奥|中学|军|农民|民族|城市|老年"),
    "冬奥会": re.compile(r"残|青"),
}
_NTH = re.compile(
    r"(?:的|将|是|为|举办|承办|主办|召开|举行|已|叫|即|称|就|，|（|\(|夏季|冬季|足球|迎来|这|奥运会|冬奥会|世界杯|亚运会|全运会|办|次|中国国际进口博览会)*"
)


def wrong_known_edition(analysis: Analysis) -> Iterator[Hit]:
    """2008年北京奥运会（第28届）, 里约是第三十届: an edition that a series which everybody counts did not have then."""
    text = analysis.document.text
    yield from _counted_days(analysis)
    for mention in analysis.mentions:
        unit = mention.quantity.unit
        if unit is None or unit.symbol != "届" or mention.quantity.kind != "ordinal" or mention.quantity.number is None:
            continue
        sentence = sentence_at(text, mention.start)
        name = _series_of(text, sentence, mention)
        year = _held_in(analysis, sentence, mention, name) if name is not None else None
        if name is None or year is None or year[0] not in SERIES[name]:
            continue
        right = SERIES[name][year[0]]
        if mention.quantity.number != right:
            expected = f"第{right}届"
            values = {"written": mention.text, "name": text[year[1].start : year[1].end], "expected": expected}
            said = SpanEvidence(year[1].start, year[1].end, text[year[1].start : year[1].end])
            working = Derivation(f"{name}：{year[0]}年 = {expected}")
            yield Hit(mention.span, values, (said, working), expected, against=mention.start)


_COUNTED_DAY = re.compile(
    r"第(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,4})[个届次]“?(?:我国的?|全国的?|中国)?“?"
    rf"(?P<name>{alternatives(FIRST_HELD)})"
)
_YEAR_OF_DAY = re.compile(r"(?P<year>20[0-9]{2}|19[0-9]{2})年[^。；！？\n第]{0,24}$")
_OWN_COUNT = re.compile(r"(?:[过我你他她们的]|度过了?)$")
"""Before somebody's own count, which is far below the day's: 在太原过第三个教师节."""
_FORMER = re.compile(r"(?:去年|前年|往年|当年|那年|年前)[^。；！？\n]{0,24}$")


def _counted_days(analysis: Analysis) -> Iterator[Hit]:
    """今天是第30个教师节, in 2024."""
    text, today = analysis.document.text, analysis.document.date
    for match in _COUNTED_DAY.finditer(text):
        name, said = match["name"], whole_number(match["count"])
        told = _YEAR_OF_DAY.search(text, max(0, match.start() - 30), match.start())
        written = told["year"] if told is not None else None
        if written is None and (today is None or _FORMER.search(text, max(0, match.start() - 30), match.start())):
            continue
        year = int(written) if written else today.year if today is not None else 0
        right = year - FIRST_HELD[name] + 1
        if (
            said is None
            or said == right
            or (said * 2 < right and _OWN_COUNT.search(text, 0, match.start()))
            or (written is None and said == right + 1 and _SOON.search(text, 0, match.start()))
        ):
            continue
        span = Span(match.start("count") - 1, match.end("count") + 1)
        values = {"written": text[span.start : span.end], "name": name, "expected": f"第{right}个"}
        place = told.span("year") if told is not None else match.span("name")
        said_at = SpanEvidence(*place, text[place[0] : place[1]])
        working = Derivation(f"{year} − {FIRST_HELD[name]} + 1 = {right}")
        yield Hit(span, values, (said_at, working), f"第{right}个")


def _series_of(text: str, sentence: Span, mention: Mention) -> str | None:
    """The one series that the sentence names, and no other kin of it."""
    found = {match.group() for match in _SERIES.finditer(text, sentence.start, sentence.end)}
    if len(found) != 1:
        return None
    name = found.pop()
    other = _OTHER_SERIES.get(name)
    return None if other is not None and other.search(text, sentence.start, sentence.end) else name


def _held_in(analysis: Analysis, sentence: Span, mention: Mention, name: str) -> tuple[int, Span] | None:
    """The year right beside the edition, or that of the host named right before it."""
    text = analysis.document.text
    hosts = HOSTS.get(name, {})
    start = max(sentence.start, mention.start - 26)
    found: list[tuple[int, Span]] = []
    if hosts:
        for match in re.finditer(alternatives(hosts), text[start : mention.start]):
            found.append((hosts[match.group()], Span(start + match.start(), start + match.end())))
    for other in mentions_in(analysis, Span(start, mention.start)):
        stamp = stamp_of(other)
        if stamp is not None and stamp.year is not None and writes_year(other):
            found.append((stamp.year, other.span))
    for other in mentions_in(analysis, Span(mention.end, mention.end + 12)):
        stamp = stamp_of(other) if writes_year(other) else None
        told = _HELD_BEHIND.fullmatch(text, mention.end, other.start) is not None
        if told and stamp is not None and stamp.year is not None:
            return stamp.year, other.span
    alone = _only_year(analysis, sentence, mention)
    if alone is not None:
        return alone
    found = [each for each in found if _is_beside(text, each[1].end, mention.start, name)]
    dated = [each for each in found if text[each[1].start].isdigit()]
    if not found:
        return None
    return dated[-1] if dated else max(found, key=lambda each: each[1].end)


_HELD_BEHIND = re.compile(r"(?:全运会|奥运会|冬奥会|亚运会|世界杯|进博会)?(?:[（(]|于|在)?")


def _only_year(analysis: Analysis, sentence: Span, mention: Mention) -> tuple[int, Span] | None:
    """The year of a sentence that names one year and one edition: 2022年冬奥会在北京举行，这是第24届."""
    mentions = mentions_in(analysis, sentence)
    editions = [other for other in mentions if other.quantity.unit is not None and other.quantity.unit.symbol == "届"]
    years = [other for other in mentions if writes_year(other) and other.end <= mention.start]
    stamp = stamp_of(years[0]) if len(years) == 1 and len(editions) == 1 else None
    if stamp is None or stamp.year is None:
        return None
    between = analysis.document.text[years[0].end : mention.start]
    return (stamp.year, years[0].span) if _THIS_IS.search(between) and len(between) <= 30 else None


_THIS_IS = re.compile(r"[，,](?:这|那|也|它)?(?:是|为)(?:历史上|我国|中国|的)*$")


def _is_beside(text: str, start: int, end: int, name: str) -> bool:
    gap = text[start:end]
    for host in HOSTS.get(name, {}):
        gap = gap.replace(host, "")
    return _NTH.fullmatch(gap) is not None
