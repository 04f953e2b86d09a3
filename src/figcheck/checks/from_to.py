"""Beginnings and ends told apart in (3月8日开幕，展期至2月28日), those that end before they begin out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.days import alternatives, is_quoted, sentence_at, writes_year
from figcheck.checks.phrases import alternatives as any_of
from figcheck.data import calendar_words as words
from figcheck.data.calendar_words import ENDINGS, OPENINGS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.numerals import whole_number

AT_HOUR = (
    r"(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?)?"
    r"[0-9零一二三四五六七八九十]{1,3}[时点:：](?:[0-9]{1,2}分?|整|半)?)?"
)
"""The hour of a day, as a pattern, or nothing."""
_FROM = re.compile(r"(?:从|自|起于|始于|时间[为是：:]?|由)$")
_OPENS = re.compile(
    rf"{AT_HOUR}(?:[初底末春夏秋冬]|许|整|左右)?(?:起|(?:[，、]?(?:在|于|从)[^，。；]{{1,12}})?[^，。；0-9]{{0,8}}?(?:{alternatives(OPENINGS)}))"
)
_TO = re.compile(
    r"(?:(?<![来拿看遇碰等说想])到|至|截至|截止到?|(?:展期|会期|展出|持续|延续|延长|推迟|延期|开放|放|办|展|忙|打|停|一直|活动|截止日期为?)(?:到|至))(?:当天|当日|同日|当年|今年|了)?$"
)
_ENDS = re.compile(
    rf"{AT_HOUR}(?:[初底末春夏秋冬]|许|整|左右|凌晨|清晨|上午|中午|下午|傍晚|晚上|深夜|晚)?(?:止|(?:正式|全部|全面|准时|准点|顺利|如期|平安|安全|才|就|便|已|降落|飞|主动|被|公开|依法|一审|当庭|集中|统一|对外|最终|终于|宣布|从[^，。；]{{1,10}}|在[^，。；]{{1,10}})*(?:{alternatives(ENDINGS)}))"
)
_PURPOSE = re.compile(
    r"次年|翌年|提早|延后|缩短|来年|明年|第二年|次日|翌日|隔天|第二天|凌晨|分别|依次|倒计时|公元前|改为|改到|改至|调整|提前|推迟|原定|上一|上届|往届|去年|前年|另一|二期|一期|首期|新[馆址]|旧[馆址]|每[周天日月]|农历|比(?![赛分利如])"
)
_OF_ITS_OWN = re.compile(
    "[，；][^，。；、0-9]{1,8}(?:只|仅|最晚|最迟|此前|提前)(?:就|已|便)?(?:开|办|排|上)?(?:到|至)$"
    "|[，；][^，。；、0-9]{0,4}课(?:程|业)?(?:就|也|都)?(?:上|开|讲|排)?(?:到|至)$"
)
"""6月7日起高考，上课只到5月30日: an end of something else, that is over before."""
_ZONES = re.compile(r"当地|时差|时区|北京时间")
_NEAR_DAYS = 62
"""An end that lies so many days before its beginning is rather a slip than in the next year."""
_WHOLE_YEAR = 2
"""4月1日至3月31日 is a year."""
_GAP = 60


def backwards(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of dates or clock times of a sentence that are told as beginning and end, the second before the first."""
    text = analysis.document.text
    moments = [
        mention for mention in analysis.mentions if mention.quantity.kind in ("date", "time") and stamp_of_any(mention)
    ]
    dates = [moment for moment in moments if moment.quantity.kind == "date"]
    for first, second in dict.fromkeys((*pairwise(moments), *pairwise(dates))):
        if second.start - first.end > _GAP or is_quoted(text, first.start) != is_quoted(text, second.start):
            continue
        sentence = sentence_at(text, first.start)
        if not sentence.holds(second.span) or not _is_before(text, first, second):
            continue
        if _PURPOSE.search(text, max(sentence.start, first.start - 8), min(sentence.end, second.end + 4)):
            continue
        if _OF_ITS_OWN.search(text, first.end, second.start):
            continue
        if first.quantity.kind == "time" and _ZONES.search(text, sentence.start, sentence.end):
            continue
        if (
            is_stretch(text, first, second)
            or _is_last_train(text, first, second)
            or _is_second_half(text, first, second)
        ):
            yield first, second


def is_stretch(text: str, first: Mention, second: Mention) -> bool:
    """Whether the words tell the first moment as the beginning, the second as the end."""
    return _begins(text, first, second) and _stops(text, second)


def _is_last_train(text: str, first: Mention, second: Mention) -> bool:
    """首班车6时，末班车5时30分."""
    return (
        "首班" in text[max(0, first.start - 6) : first.start]
        and "末班" in text[max(0, second.start - 6) : second.start]
    )


_SECOND_HALF = re.compile(r"(?:下半场|加时赛?|第[二三四]节|点球大战|中场休息|终场)[^，。；]{0,6}$")


def _is_second_half(text: str, first: Mention, second: Mention) -> bool:
    """昨晚的决赛21时开球，下半场20时05分开始."""
    if first.quantity.kind != "time" or _OPENS.match(text, first.core_end, second.start) is None:
        return False
    return _SECOND_HALF.search(text, max(0, second.start - 12), second.start) is not None


def stamp_of_any(mention: Mention) -> Stamp | None:
    """The date or clock time of a mention that is one, no range."""
    quantity = mention.quantity
    return quantity.value if quantity.low is None and isinstance(quantity.value, Stamp) else None


def _begins(text: str, first: Mention, second: Mention) -> bool:
    if _FROM.search(text, max(0, first.start - 4), first.start):
        return True
    return _OPENS.match(text, first.core_end, second.start) is not None


def _stops(text: str, second: Mention) -> bool:
    return bool(_TO.search(text, max(0, second.start - 10), second.start) or _ENDS.match(text, second.core_end))


def _is_before(text: str, first: Mention, second: Mention) -> bool:
    """Whether the second moment is surely before the first: a year later, a night and half a day are allowed for."""
    one, other = stamp_of_any(first), stamp_of_any(second)
    if one is None or other is None:
        return False
    if (one.clock is None) != (other.clock is None):
        return False
    same_day = (one.month, one.day) == (other.month, other.day) and not writes_year(second)
    if one.day is not None and other.day is not None and not same_day:
        return _day_before(text, first, second, one, other)
    if one.clock is not None and other.clock is not None:
        return clock_before(first, second, one.clock, other.clock)
    if one.day is None and other.day is None:
        return _month_before(text, first, second, one, other)
    return False


def _day_before(text: str, first: Mention, second: Mention, one: Stamp, other: Stamp) -> bool:
    assert one.day is not None and other.day is not None
    if writes_year(first) and writes_year(second) and one.year != other.year:
        return (one.year or 0) > (other.year or 0)
    if writes_year(second) and not writes_year(first):
        return False
    if "月" not in second.text and "月" not in first.text:
        return 0 < one.day - other.day <= 15
    if one.month is None or other.month is None:
        return False
    back = (one.month - other.month) * 30 + one.day - other.day
    if "月" not in second.text:
        return 0 < back <= 15
    return (0 if one.clock else _WHOLE_YEAR) < back <= _NEAR_DAYS


def _month_before(text: str, first: Mention, second: Mention, one: Stamp, other: Stamp) -> bool:
    """2022年3月进场，2021年3月交付; 2019年5月开机，当年3月杀青."""
    if writes_year(first) and writes_year(second) and one.year is not None and other.year is not None:
        if one.year != other.year:
            return one.year > other.year
        return one.month is not None and other.month is not None and one.month > other.month
    same = text[max(0, second.start - 3) : second.start].endswith(("当年", "同年", "今年"))
    return same and one.month is not None and other.month is not None and one.month > other.month


_NIGHT = 18 * 60
_MORNING = 9 * 60


_HOUR = re.compile(r"[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3}")


def clock_before(first: Mention, second: Mention, one: str, other: str) -> bool:
    """Whether a clock time is before another, of 24 hours or of 12 in the part of the day that goes on."""
    start, end = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (one, other))
    written = _HOUR.search(first.text)
    if start >= 12 * 60 and end < 12 * 60 and written is not None and (whole_number(written.group()) or 0) < 12:
        end += 12 * 60
    if end >= start or (start >= _NIGHT and end <= _MORNING):
        return False
    if "点" in second.text and "点" in first.text:
        return start - end <= 60 or start >= 13 * 60
    return start - end <= 3 * 60 or start >= 13 * 60


_WORDS = ("大前", "前", "昨", "今", "明", "后", "大后")
_RELATIVE = re.compile(
    r"(?:从|自)(?P<one>大前|前|昨|今|明|后|大后)(?P<part>天|日|晚|夜|晨|早)[^，。；]{0,6}?(?:到|至)(?P<other>大前|前|昨|今|明|后|大后)(?:天|日|晚|夜|晨|早)"
)
_THIRDS = re.compile(
    r"(?P<month>(?:1[0-2]|[1-9])月)(?:份)?(?P<one>[中下])旬(?:到|至|—|－|-)(?:(?P<month2>(?:1[0-2]|[1-9])月)(?:份)?)?(?P<other>[上中])旬"
)


def _words_backwards(text: str) -> Iterator[Hit]:
    """从今晨到昨晚, 8月下旬至上旬."""
    for match in _RELATIVE.finditer(text):
        if _WORDS.index(match["one"]) > _WORDS.index(match["other"]):
            yield _words_hit(match)
    for match in _THIRDS.finditer(text):
        if match["month2"] in (None, match["month"]) and "上中下".index(match["one"]) > "上中下".index(match["other"]):
            yield _words_hit(match)


def _words_hit(match: re.Match[str]) -> Hit:
    start, end = match["one"], match["other"]
    values = {"written": match.group(), "start": start, "end": end}
    return Hit(Span(*match.span()), values, (Derivation(f"{end} < {start}"),))


def hits(analysis: Analysis) -> Iterator[Hit]:
    """Ends before their beginnings as findings on the end, the beginning shown."""
    text = analysis.document.text
    yield from _words_backwards(text)
    for first, second in backwards(analysis):
        one, other = stamp_of_any(first), stamp_of_any(second)
        assert one is not None and other is not None
        values = {"written": text[second.core_start : second.core_end], "start": one.iso(), "end": other.iso()}
        said = SpanEvidence(first.start, first.end, first.text)
        yield Hit(second.core, values, (said, Derivation(f"{other.iso()} < {one.iso()}")))


def ranges_backwards(low: Stamp, high: Stamp) -> bool:
    """Whether a range of days without years, 5月6日至4月26日, ends shortly before it begins."""
    if None in (low.month, low.day, high.month, high.day):
        return False
    assert low.month is not None and low.day is not None and high.month is not None and high.day is not None
    return _WHOLE_YEAR < (low.month - high.month) * 30 + low.day - high.day <= _NEAR_DAYS


# --- ends turned -----------------------------------------------------------------------------------------------

_BY_DAY = re.compile(any_of(words.OPEN_BY_DAY))
_BY_NIGHT = re.compile(any_of(words.OPEN_BY_NIGHT))
_SHOWN = re.compile(rf"(?:{any_of(words.HELD_WITHIN)})[^，。；：]{{0,6}}?(?:为|是|：|从|自|定于|定在|于|在|，)*$")
_GOES_ROUND = re.compile(any_of(words.GOES_ROUND_THE_YEAR))
_WRITTEN_YEAR = re.compile("[0-9]{4}")
_MORNINGS, _EVENINGS = (6 * 60, 11 * 60 + 59), (15 * 60, 22 * 60)
_LONGEST = 200
"""Days beyond which a show that seems to run into the next year has its ends turned."""


def hours_turned(text: str, mention: Mention, low: Stamp, high: Stamp) -> bool:
    """Whether hours of something that is open by day begin in the evening and end in the morning."""
    if low.clock is None or high.clock is None or low.day or high.day:
        return False
    first, last = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (low.clock, high.clock))
    if not (_EVENINGS[0] <= first <= _EVENINGS[1] and _MORNINGS[0] <= last <= _MORNINGS[1]):
        return False
    sentence = sentence_at(text, mention.start)
    scope = text[sentence.start : sentence.end]
    return _BY_DAY.search(scope) is not None and _BY_NIGHT.search(scope) is None


def days_turned(text: str, mention: Mention, low: Stamp, high: Stamp) -> bool:
    """Whether something that is held once seems to go on into the next year for most of that."""
    if not (low.month and low.day and high.month and high.day) or low.month <= high.month:
        return False
    if len(_WRITTEN_YEAR.findall(mention.text)) > 1:
        return False
    if (low.month - high.month) * 30 + low.day - high.day > 365 - _LONGEST:
        return False
    sentence = sentence_at(text, mention.start)
    scope = text[sentence.start : sentence.end]
    return _SHOWN.search(text, sentence.start, mention.start) is not None and _GOES_ROUND.search(scope) is None
