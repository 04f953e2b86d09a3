"""Stretches of time in, those out that end before they begin: 3月20日至3月10日, 13时至11时, 2023年开工、2022年竣工."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks import from_to, one_way
from figcheck.checks.days import alternatives, is_quoted, sentence_at, stamp_of, writes_year
from figcheck.checks.from_to import days_turned, hours_turned
from figcheck.checks.year_spans import fits_another
from figcheck.data.calendar_words import PHASES
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Stamp

_REVERSED_ON_PURPOSE = re.compile(
    r"分别|依次|倒计时|倒数|由近及远|倒序|逆序|回溯|上溯|追溯|公元前|倒推|往前|次年|翌年|次日|翌日|第二年"
)


def end_before_start(analysis: Analysis) -> Iterator[Hit]:
    """A range of dates or clock times whose end is before its start, and an end told before its beginning."""
    told: list[Span] = []
    for hit in _ends_before_starts(analysis):
        if not any(hit.span.overlaps(other) for other in told):
            told.append(hit.span)
            yield hit


def _ends_before_starts(analysis: Analysis) -> Iterator[Hit]:
    text = analysis.document.text
    for mention in analysis.mentions:
        hit = _reversed_range(text, mention)
        if hit is not None:
            yield hit
    yield from _reversed_pairs(analysis)
    yield from _reversed_brackets(analysis)
    yield from _reversed_phases(analysis)
    yield from _reversed_clocks(analysis)
    yield from from_to.hits(analysis)
    for end, beginning in one_way.too_late(analysis):
        low, high = stamp_of(beginning), stamp_of(end)
        assert low is not None and high is not None
        yield _hit(text, beginning.core, low.iso(), high.iso(), end)


def _reversed_range(text: str, mention: Mention) -> Hit | None:
    low, high = mention.quantity.low, mention.quantity.high
    if not isinstance(low, Stamp) or not isinstance(high, Stamp) or "世纪" in mention.text or "年代" in mention.text:
        return None
    if low.clock:
        backwards = _clocks_backwards(text, mention, low, high) or hours_turned(text, mention, low, high)
    else:
        backwards = _dates_backwards(mention, low, high) or days_turned(text, mention, low, high)
    if low.year is not None and high.year is not None and low.year <= 0 and low.year > high.year and not low.month:
        return _hit(text, mention.core, low.iso(), high.iso())
    if not backwards:
        return None
    sentence = sentence_at(text, mention.start)
    if _REVERSED_ON_PURPOSE.search(text, sentence.start, sentence.end):
        return None
    return _hit(text, mention.core, low.iso(), high.iso())


def _hit(text: str, span: Span, low: str, high: str, *others: Mention) -> Hit:
    values = {"written": text[span.start : span.end], "start": low, "end": high}
    places = [SpanEvidence(other.start, other.end, other.text) for other in others]
    evidence: tuple[Evidence, ...] = (*places, Derivation(f"{high} < {low}"))
    return Hit(span, values, evidence)


_FULL_YEAR = re.compile(r"[0-9０-９〇零一二三四五六七八九]{4}\s?(?:年|[-/.])")


def _dates_backwards(mention: Mention, low: Stamp, high: Stamp) -> bool:
    if (low.year or 1) <= 0 or (high.year or 1) <= 0:
        return False
    if from_to.ranges_backwards(low, high) and not _FULL_YEAR.search(mention.text):
        return True
    years = sum(1 for _ in _FULL_YEAR.finditer(mention.text))
    if years < 2 and low.month is not None and high.month is not None and low.month != high.month:
        return False  # 11月20日至1月5日 goes on into the next year
    if low.year is not None and high.year is not None and low.year != high.year:
        return low.year > high.year
    first = (low.month or 0, low.day or 0)
    last = (high.month or 0, high.day or 0)
    return bool(low.day) == bool(high.day) and first > last


_FEW_DAYS = 15


def _clocks_backwards(text: str, mention: Mention, low: Stamp, high: Stamp) -> bool:
    """Whether a range of hours is no night (22时至6时) and no 12-hour clock (9时至5时)."""
    assert low.clock is not None and high.clock is not None
    if low.day and high.day and low.day != high.day:
        return (low.month or 0) == (high.month or 0) and 0 < low.day - high.day <= _FEW_DAYS
    first, last = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (low.clock, high.clock))
    if 0 < first - last <= (60 if "点" in mention.text else 3 * 60) and first < 17 * 60:
        return True
    if last >= first or first >= 17 * 60 or last <= 6 * 60:
        return False
    if first < 13 * 60 and last + 12 * 60 > first and last < 12 * 60:
        return False
    return (last - first) % (24 * 60) >= 18 * 60


_UP_TO = re.compile(
    rf"{from_to.AT_HOUR}(?:起|开始)?(?:担任[^，。；0-9]{{0,8}}|任[^，。；0-9]{{0,8}}|任职|就读|服役|服刑|工作|展出)?"
    r"[，,]?(?:一直)?(?:持续|延续|延长|开|办|忙|下|唱)?(?:至|到|——?)"
    rf"(?P<part>上午|下午|早上|中午|晚上|晚|当[天日])?"
)


def _reversed_pairs(analysis: Analysis) -> Iterator[Hit]:
    """自2024年5月1日起至2023年4月30日止; 上午11时至上午9时: two dates or times that 至 joins with words between."""
    text, mentions = analysis.document.text, analysis.mentions
    dates = [mention for mention in mentions if mention.quantity.kind == "date"]
    for first, second in (*pairwise(mentions), *pairwise(dates)):
        one, other = first.quantity.value, second.quantity.value
        if not isinstance(one, Stamp) or not isinstance(other, Stamp) or first.quantity.kind != second.quantity.kind:
            continue
        joined = _UP_TO.fullmatch(text, first.core_end, second.start)
        if joined is None or is_quoted(text, first.start) or not _runs_backwards(joined, first, second, one, other):
            continue
        sentence = sentence_at(text, first.start)
        if not _REVERSED_ON_PURPOSE.search(text, sentence.start, sentence.end):
            yield _hit(text, Span(first.core_start, second.core_end), one.iso(), other.iso())


def _runs_backwards(joined: re.Match[str], first: Mention, second: Mention, one: Stamp, other: Stamp) -> bool:
    if one.clock and other.clock:
        if joined["part"] in ("晚上", "晚", None):
            return False
        low, high = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (one.clock, other.clock))
        return high < low < 17 * 60 and high > 6 * 60
    if one.day and other.day and one.month is None and other.month is None:
        return other.day < one.day <= 20
    low_days, high_days = one.days(), other.days()
    if low_days is None or high_days is None or high_days[1] >= low_days[0]:
        return False
    if writes_year(first) and writes_year(second):
        return True
    return not writes_year(second) and (one.year, one.month) == (other.year, other.month)


_PAIR = re.compile(r"[（(](?P<first>[12][0-9]{3})年?\s?(?:[—–~～─－-]{1,3}|至)\s?(?P<last>[12][0-9]{3})年?[）)]")
_NUMBERED = re.compile(r"(?:号|编号|电话|代码|邮编|〔[0-9]{4}〕|公元前.{0,6})$")


def _reversed_brackets(analysis: Analysis) -> Iterator[Hit]:
    """（1936—1881）: years in brackets that run backwards."""
    text = analysis.document.text
    read = [mention.core for mention in analysis.mentions if isinstance(mention.quantity.low, Stamp)]
    for match in _PAIR.finditer(text):
        span = Span(match.start("first"), match.end("last"))
        if int(match["first"]) <= int(match["last"]) or any(span.overlaps(other) for other in read):
            continue
        if not _NUMBERED.search(text[max(0, match.start() - 10) : match.start()]):
            yield _hit(text, span, match["first"], match["last"])


# --- beginnings and ends -------------------------------------------------------------------------------------

_BEGINS = [
    re.compile(
        rf"(?:[初底末春夏秋冬])?(?:[，,]|正式|全面|顺利|开始|就|便)*[^，。；：0-9]{{0,8}}?(?:{alternatives(begins.split())})(?:[^，。；：0-9]{{0,10}})?"
    )
    for begins, _ in PHASES
]
_ENDS = [
    re.compile(
        rf"(?:[初底末春夏秋冬])?(?:[，,]|正式|全面|全部|全线|顺利|如期|主体|已|就|便|宣告|实现)*(?:从[^，。；：]{{1,12}})?[^，。；：0-9]{{0,4}}?(?:{alternatives(ends.split())})(?![前时期])"
    )
    for _, ends in PHASES
]
_LINK = re.compile(
    r"[，,、；]?(?:(?:经过?|历时|用时)[^，。；]{1,8}[，,]|本月|今年|并|又|后|再|而|至|到|于|在|但|已|将|预计|计划|随后|直到|直至|其后|此后|历经[^，。；]{0,8}[，,])*$"
)
_TWO_THINGS = re.compile(
    r"[一二三四五]期|分别|其中|另一?|新[馆区校桥站楼线]|老[馆区校桥站楼线]|前身|原[馆校址]|改造前|首[期批段]|东段|西段|南段|北段|[一二三四五]段|[0-9一二三四五六七八九十]号线|二次|再次|第二次|复工|恢复"
)


def _reversed_phases(analysis: Analysis) -> Iterator[Hit]:
    """2023年9月开工，2022年6月竣工: an end before the beginning of the same sentence."""
    text = analysis.document.text
    dates = [mention for mention in analysis.mentions if stamp_of(mention) is not None]
    for first, second in pairwise(dates):
        if not sentence_at(text, first.start).holds(second.span):
            continue
        if is_quoted(text, first.start) != is_quoted(text, second.start):
            continue
        if (stamp_year(first) is None) != (stamp_year(second) is None):
            continue
        low, high = _days(first), _days(second)
        if low is None or high is None or high[1] >= low[0]:
            continue
        if _begins_and_ends(text, first, second) and _years_sure(text, first, second):
            stamps = stamp_of(first), stamp_of(second)
            assert stamps[0] is not None and stamps[1] is not None
            yield _hit(text, second.core, stamps[0].iso(), stamps[1].iso(), first)


_STARTS = re.compile(r"(?:正式|准时)?(?:开始|开幕|开播|开场|开赛|开考|开机)[，,、](?:并)?(?:于|在|到)?")
_STOPS = re.compile(r"(?:许)?(?:正式|准时)?(?:结束|闭幕|落幕|收场|散场|停止|关闭)")


def _reversed_clocks(analysis: Analysis) -> Iterator[Hit]:
    """晚会20时开始，19时30分结束."""
    text = analysis.document.text
    times = [
        mention for mention in analysis.mentions if mention.quantity.kind == "time" and mention.quantity.low is None
    ]
    for first, second in pairwise(times):
        one, other = first.quantity.value, second.quantity.value
        if not isinstance(one, Stamp) or not isinstance(other, Stamp) or one.clock is None or other.clock is None:
            continue
        if _STARTS.fullmatch(text, first.core_end, second.start) and _STOPS.match(text, second.core_end):
            low, high = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (one.clock, other.clock))
            if 0 < low - high <= 6 * 60:
                yield _hit(text, second.core, one.iso(), other.iso(), first)


def stamp_year(mention: Mention) -> int | None:
    """The year of a date, where it is known."""
    stamp = stamp_of(mention)
    return stamp.year if stamp is not None else None


def _days(mention: Mention) -> tuple[datetime.date, datetime.date] | None:
    stamp = stamp_of(mention)
    return _some_year(stamp).days() if stamp is not None else None


def _years_sure(text: str, first: Mention, second: Mention) -> bool:
    """Whether both years are written, or both dates lie in the same one by the second's own silence."""
    if writes_year(first) and writes_year(second):
        return True
    one, other = stamp_of(first), stamp_of(second)
    assert one is not None and other is not None
    if writes_year(first) and _THIS_YEAR.search(text, max(0, second.start - 3), second.start):
        return True
    return not writes_year(second) and one.year == other.year and one.month == other.month


_THIS_YEAR = re.compile(r"(?:本月|今年)$")


def _begins_and_ends(text: str, first: Mention, second: Mention) -> bool:
    gap = text[first.core_end : second.start]
    behind = second.core_end + text.startswith(("）", ")"), second.core_end)
    sentence = sentence_at(text, first.start)
    if len(gap) > 40 or _TWO_THINGS.search(text, sentence.start, sentence.end):
        return False
    for begins, ends in zip(_BEGINS, _ENDS, strict=True):
        match = begins.match(gap)
        begun = match is not None and _LINK.fullmatch(gap, match.end()) is not None
        if (begun or _is_begun_in(text, first, gap, begins)) and ends.match(text, behind):
            return True
    return False


_IN_YEAR = re.compile(r"(?P<in>[于在])(?:\s|[\u4e00-\u9fff]{2,10}年[（(])?$")
_THE_THING = re.compile(
    r"(?:[）)])?(?:的[^，。；：0-9]{1,12})?[，,](?:后|又|并|再|曾)?(?:于|在)?(?:[\u4e00-\u9fff]{2,10}年[（(])?"
)


def _is_begun_in(text: str, first: Mention, gap: str, begins: re.Pattern[str]) -> bool:
    """始建于1938年的万安桥，: the verb of the beginning before its date."""
    told = _IN_YEAR.search(text, max(0, first.start - 14), first.start)
    if told is None:
        return False
    at = told.end("in")
    verb = begins.search(text, max(0, at - 6), at)
    return verb is not None and verb.end() >= at - 1 and _THE_THING.fullmatch(gap) is not None


# --- how long from here to there -----------------------------------------------------------------------------

_LEAD = re.compile(
    r"(?:整整|足足|前后|历时|历经|长达|一共|共计|共|为期|持续|为时|展期|会期|赛期|工期|假期|走过了?|用了|花了|待了|干了|守了|走了|坚持了|度过了?|连放|连休|放假|停水|停电|时长|总时长|跨越|任期|连续|这)"
    r"(?:约|近|为|共|共计|整整|足足|了|将|有|达|长达)*$"
)
_WHOLE = re.compile(r"(?:多|余)?(?:间|里|时间|之久|的?时光|的?岁月)?(?=[，。；、）)！]|$)|(?:间|里)")
_EACH = re.compile(
    r"每[天日年月]|每个|平均|日均|周[一二三四五六日]|工作日|不含|除去|扣除|除外|其中|剩余|还有|提前|间隔|免费|最[长多少短]|至少|可|有效"
)
_YEARLY = re.compile(r"每年[^，。；]{0,8}[，,](?=连续$)")
_TO_NOW = re.compile(r"(?:已|如今|至今|今年)[^，。；0-9]{0,6}$")
_STOPS_HERE = re.compile(r"[。！？\n；]")
_JOIN = re.compile(r"(?:[春夏秋冬][天季]|[初底末])?(?:一直)?(?:持续|延续|展出)?(?:至|到|—|-|～)")


_TERM = re.compile(r"徒刑|刑期|拘役|管制|缓刑|[租任聘工]期|期限|租赁|承包|合同|协议|[质保]期|为期|有效期")


def duration_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """Lengths that two dates or clock times do not give, and terms of years and months that end another month."""
    told = list(_mismatches(analysis))
    yield from told
    if _TERM.search(analysis.document.text) is not None:
        from figcheck.checks.served import terms_off  # few articles tell of terms

        yield from (hit for hit in terms_off(analysis) if not any(hit.span.overlaps(one.span) for one in told))


def _mismatches(analysis: Analysis) -> Iterator[Hit]:
    """从2009年到2024年……待了整整17年; 4月12日至5月11日展出，展期40天: a length that the two ends do not give."""
    text = analysis.document.text
    mentions = tuple(mention for mention in analysis.mentions if _is_time(mention))
    for at, mention in enumerate(mentions):
        if mention.quantity.unit is None or mention.quantity.unit.symbol not in _LENGTHS:
            continue
        ends = _ends_of(text, mentions, at)
        if ends is None:
            continue
        low, high, first, last = ends
        gap = text[min(last.core_end, mention.end) : max(last.start, mention.start)]
        if (
            "再到" in gap
            or "至今" in gap
            or len(gap) > 40
            or (_STOPS_HERE.search(gap) and not _takes_up(text, last, mention))
            or _EACH.search(_YEARLY.sub("", gap))
            or is_quoted(text, mention.start)
        ):
            continue
        if _TO_NOW.search(text, max(0, mention.start - 8), mention.start) and fits_another(analysis, mention, 0):
            continue
        taken_up = last.end <= mention.start and _takes_up(text, last, mention)
        holiday = taken_up or _HOLIDAY.match(text, mention.end) is not None
        hit = _judge_length(mention, low, high, first, last, holiday=holiday)
        if hit is not None and not (taken_up and not _is_one_off(mention, low, high)):
            yield hit


def _is_one_off(length: Mention, low: Stamp, high: Stamp) -> bool:
    """Whether a number of days is one off those of a range: 3天里 of five days may be any three of them."""
    reckoned = _length("days", low, high)
    return (
        reckoned is not None and length.quantity.number is not None and abs(length.quantity.number - reckoned[1]) == 1
    )


def _is_time(mention: Mention) -> bool:
    """Whether a figure is a date, a clock time or a length of time."""
    quantity = mention.quantity
    return quantity.kind in ("date", "time", "duration") or (
        quantity.unit is not None and quantity.unit.symbol in _LENGTHS
    )


_OF_RANGE = re.compile(r"[，,]?(?:这|共|的|整整|足足|前后)*$")
_AS_LENGTH = re.compile(
    r"(?:多|余)?(?:的?(?:时间|假期|长假|小长假|黄金周|光阴|时光|岁月|青春|行程|航程|旅程|展期|会期|工期|赛程|任期|路程|车程)|里|间|来|[一二三四五六七八九]夜|[\u4e00-\u9fff]{0,4}(?:书记|生涯|历程))"
)
_RANGE_BEHIND = re.compile(r"(?:时间|任期|间|来|里|的时间)?(?:：|[（(](?:即|从|自)?|[，,](?:即|也就是|从|自))$")


def _ends_of(text: str, mentions: tuple[Mention, ...], at: int) -> tuple[Stamp, Stamp, Mention, Mention] | None:
    """The ends of the stretch whose length a mention says: right before it, told as beginning and end, or behind it."""
    mention = mentions[at]
    if not _may_be_length(mention):
        return None
    before = _ends_before(text, mentions, at) if at else None
    if before is not None and _takes_up(text, before[3], mention):
        return before
    if before is not None:
        close = _OF_RANGE.fullmatch(text, before[3].core_end, mention.start) and _AS_LENGTH.match(text, mention.end)
        return before if close or _is_length(text, mention) else None
    told = _told_ends(text, mentions, at)
    if told is not None:
        short = mention.start - told[3].core_end <= 24 and _AS_LENGTH.match(text, mention.end)
        return told if short or _is_length(text, mention) else None
    return _ends_behind(text, mentions, at)


_OF_HOLIDAYS = re.compile("假期|长假|黄金周|五一|国庆|春节|元旦|清明|端午|中秋")
_DURING = re.compile("(?:的?假期)?[里来间]|的?假期")


def _takes_up(text: str, stretch: Mention, length: Mention) -> bool:
    """Whether a sentence begins with how long the holidays of the one before were: 5月1日至5日……。5天里，."""
    start = text.rfind("。", stretch.end, length.start) + 1
    if start == 0 or text[start : length.start].strip("“这") or "。" in text[stretch.end : start - 1]:
        return False
    if _OF_HOLIDAYS.search(text, stretch.start - 1 if stretch.start else 0, start) is None:
        return False
    return _DURING.match(text, length.end) is not None


def _told_ends(text: str, mentions: tuple[Mention, ...], at: int) -> tuple[Stamp, Stamp, Mention, Mention] | None:
    """1994年开工，2009年竣工，前后用了25年: the last two dates before, told as beginning and end."""
    if at < 2:
        return None
    first, last = mentions[at - 2], mentions[at - 1]
    one, other = stamp_of(first), stamp_of(last)
    if one is None or other is None or (one.clock is None) != (other.clock is None) or last.start - first.end > 40:
        return None
    told = from_to.is_stretch(text, first, last) or (one.day and _is_in_two_steps(text, first, last, mentions[at]))
    return (one, other, first, last) if told else None


_STEP = re.compile(r"[^，。；：、0-9第]{1,8}[、，](?:于|在|到)?")
_LAST_STEP = re.compile(r"[^，。；：、0-9第]{1,8}[，；]")
_ALL_THAT = re.compile(r"(?:一共|共计|共|前后|历时|整整|足足|总共|为期|合计)(?:是|有|了)?$")


def _is_in_two_steps(text: str, first: Mention, last: Mention, length: Mention) -> bool:
    """8月1日下水、15日上岸，一共12天: two days with a verb each, and what they come to."""
    if length.quantity.number == 2 or _STEP.fullmatch(text, first.end, last.start) is None:
        return False
    if _LAST_STEP.match(text, last.end) is None:
        return False
    return _ALL_THAT.search(text, max(0, length.start - 4), length.start) is not None


def _ends_behind(text: str, mentions: tuple[Mention, ...], at: int) -> tuple[Stamp, Stamp, Mention, Mention] | None:
    """隔离期为十天（3月1日至3月14日）; 援疆三年，从2018年8月到2020年8月."""
    if at + 1 >= len(mentions):
        return None
    behind = mentions[at + 1]
    if _RANGE_BEHIND.fullmatch(text, mentions[at].end, behind.start) is None:
        return None
    low, high = behind.quantity.low, behind.quantity.high
    if isinstance(low, Stamp) and isinstance(high, Stamp):
        return (low, high, behind, behind) if "世纪" not in behind.text and "年代" not in behind.text else None
    last = mentions[at + 2] if at + 2 < len(mentions) else None
    if last is None or not _JOIN.fullmatch(text, behind.core_end, last.start):
        return None
    one, other = stamp_of(behind), stamp_of(last)
    return (one, other, behind, last) if one is not None and other is not None else None


def _may_be_length(mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.kind not in ("duration", "quantity") or quantity.unit is None or quantity.number is None:
        return False
    return quantity.unit.symbol in _LENGTHS and not mention.text.startswith("第")


def _is_length(text: str, mention: Mention) -> bool:
    return bool(_LEAD.search(text[max(0, mention.start - 8) : mention.start]) and _WHOLE.match(text, mention.end))


def _ends_before(text: str, mentions: tuple[Mention, ...], at: int) -> tuple[Stamp, Stamp, Mention, Mention] | None:
    """The two ends of the stretch right before a length: one range, or two dates that 到 joins."""
    before = mentions[at - 1]
    low, high = before.quantity.low, before.quantity.high
    if isinstance(low, Stamp) and isinstance(high, Stamp):
        return (low, high, before, before) if "世纪" not in before.text and "年代" not in before.text else None
    first = mentions[at - 2] if at > 1 else None
    if first is None or not _JOIN.fullmatch(text, first.core_end, before.start):
        return None
    one, other = stamp_of(first), stamp_of(before)
    return (one, other, first, before) if one is not None and other is not None else None


_LENGTHS = {
    "年": "years",
    "载": "years",
    "个年头": "years",
    "个月": "months",
    "天": "days",
    "日": "days",
    "周": "days",
    "小时": "hours",
}


_HOLIDAY = re.compile(r"的?(?:小?长假|假期|黄金周|连休|假(?=[，。；、）]))")
"""What has all its days counted, the first and the last one, too."""


def _judge_length(
    mention: Mention, low: Stamp, high: Stamp, first: Mention, last: Mention, *, holiday: bool
) -> Hit | None:
    assert mention.quantity.unit is not None
    symbol = mention.quantity.unit.symbol
    reckoned = _length(_LENGTHS[symbol], low, high)
    if reckoned is None:
        return None
    least, most = reckoned
    if _LENGTHS[symbol] == "days" and holiday:
        least = most
    admitted = mention.quantity.admits()
    factor = 7 if symbol == "周" else 1
    if symbol == "个年头":
        least = most
        most += 1
        least -= 1
    bottom = None if admitted.low is None else admitted.low * factor
    top = None if admitted.high is None else admitted.high * factor
    slack = 3 if symbol == "周" else 0
    if (top is None or top >= least - slack) and (bottom is None or bottom <= most + slack):
        return None
    length = most if _LENGTHS[symbol] == "days" and factor == 1 else (least + most) // 2
    expected = f"{length}{symbol if factor == 1 else '天'}"
    working = f"{low.iso()} → {high.iso()} = {expected}"
    values = {"written": mention.text, "start": low.iso(), "end": high.iso(), "expected": expected}
    places = (first,) if first is last else (first, last)
    evidence: tuple[Evidence, ...] = (*(SpanEvidence(p.start, p.end, p.text) for p in places), Derivation(working))
    return Hit(mention.span, values, evidence, expected, against=mention.start)


def _length(kind: str, low: Stamp, high: Stamp) -> tuple[int, int] | None:
    """The least and the most that the stretch may be called: ends counted or not, parts of years either way."""
    if kind == "hours":
        return _hours(low, high)
    first, last = _some_year(low).days(), _some_year(high).days()
    if first is None or last is None or last[0] < first[0]:
        return None
    if kind == "days":
        apart = (last[0] - first[0]).days
        return (apart, apart + 1) if low.day and high.day else None
    months = (last[0].year - first[0].year) * 12 + last[0].month - first[0].month
    if kind == "months":
        return (months - 1, months + 1) if low.month and high.month else None
    years = last[0].year - first[0].year
    return years - 1, years + 1


def _some_year(stamp: Stamp) -> Stamp:
    """The same day in a common year, where no year is known."""
    return stamp if stamp.year is not None else Stamp(2001, stamp.month, stamp.day)


def _hours(low: Stamp, high: Stamp) -> tuple[int, int] | None:
    if low.clock is None or high.clock is None:
        return None
    first, last = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (low.clock, high.clock))
    minutes = (last - first) % (24 * 60)
    return minutes // 60, -(-minutes // 60)
