"""What the scan took for a date or clock time in, a mention with what is written of it out, unresolved."""

from __future__ import annotations

from functools import lru_cache

from figcheck import expressions as re
from figcheck.data.calendar_words import REIGNS
from figcheck.model import Hedge, Mention, Quantity, Stamp
from figcheck.numerals import plain, read_numeral
from figcheck.reader import refusals
from figcheck.reader.patterns import CHINESE_CHARS, CLOCK, DATE, DAY, HOUR, LUNAR_DAY, MONTH, TO, YEAR, A, C, S

_PARTS = re.compile(
    rf"(?:(?:(?P<y0>{YEAR}){S}{TO}{S})?(?P<y>{YEAR}|[^年月日号至到]{{2}}){S}年)?"
    rf"(?:{S}(?:(?P<m0>{MONTH}){S}{TO}{S})?(?P<m>{MONTH}){S}月份?)?"
    rf"(?:{S}(?:(?P<d0>{DAY}){S}{TO}{S})?(?P<d>{DAY}){S}[日号號])?"
)
_TAIL = re.compile(
    r"(?:上旬|中旬|下旬|底|初|末|晚间|晚上|晚|夜间|夜|上午|下午|凌晨|早上|早晨|早|傍晚|清晨|中午|深夜|春|夏|秋|冬)"
)
_TAIL_STARTS = frozenset("上中下底初末晚夜凌早傍清深春夏秋冬")
_NEXT_STARTS = _TAIL_STARTS | frozenset("—–~～─-－至到 \u00a0\u2009\u202f")
"""Characters behind a date that may begin what belongs to it: most dates have none there."""
_NEXT = re.compile(
    rf"(?:{_TAIL.pattern})?{S}{TO}{S}(?P<word>(?:今年|去年|明年|当年|次年|翌年|来年|本年|第二年)的?)?(?P<date>{DATE})"
)
_SPAN_OF_DAYS_BEFORE = re.compile(
    r"(?:为期|连续|历时|持续|长达|接连|期限|拘留|羁押|禁赛|停赛|停职|停业|仅用|用时|最多|至少|不超过|超过|满|每|约|近|超|逾|不到|不足|短短|前|后|头)$"
)
_SPAN_OF_DAYS_AFTER = re.compile(r"(?:内|之内|以内|游|龄|行程|票|之间|之久|时间|以上|后内|无理由|限|行政拘留|拘留)")
_SPAN_OF_YEARS_AFTER = re.compile(r"(?:[多余]?前(?!后)|来|间|历史|的?历史|以上|多)")
_PARTS_OF_DAY = (
    "凌晨 清晨 早晨 早上 上午 早 中午 正午 下午 午后 傍晚 黄昏 晚上 晚间 当晚 今晚 昨晚 深夜 夜间 夜里 晚 夜"
).split()
_DAY_PART = re.compile(
    rf"(?P<part>{'|'.join(_PARTS_OF_DAY)})"
    rf"(?:{S}[（(][^（()）]{{1,8}}[)）])?{S}(?:大?约)?$"
)
_LATE = frozenset("下午 午后 傍晚 黄昏 晚上 晚间 当晚 今晚 昨晚 深夜 夜间 夜里 晚 夜".split())
_CLOCK_PARTS = re.compile(
    rf"(?P<h>[^:：时時点點]+?){S}[:：时時点點]{S}(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<m>[^分秒:：整钟鐘许許]+))?"
    rf"{S}(?:[分:：]{S}(?P<s>[{A}]{{2}}|[^秒分]{{1,3}}(?=秒))?)?"
)
_HOUR_TAIL = re.compile(r"[分半刻整钟鐘许許]")
_ABOUT_AFTER = re.compile(r"(?:[许許]|左右|前[后後])")
_ABOUT_BEFORE = re.compile(r"(?:大约|大概|(?<![节合条公契签制失特预履违缔盟新相纽])约)$")


def _int(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "元":
        return 1
    numeral = read_numeral(plain(text))
    return int(numeral.value) if numeral is not None and numeral.value is not None else None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    year = _int(text)
    if year is None and len(text) == 2:
        digits = [_int(char) for char in text]
        year = None if None in digits else 10 * (digits[0] or 0) + (digits[1] or 0)
    return year + 1900 if year is not None and year < 100 else year


@lru_cache(maxsize=2048)
@lru_cache(maxsize=4096)
def _stamps(written: str) -> tuple[Stamp, Stamp | None] | None:
    """What a date says: one stamp, or the two ends of 3—5日, 1至10月, 2021—2024年."""
    match = _PARTS.fullmatch(written)
    if match is None:
        return None
    year, month, day = _year(match["y"]), _int(match["m"]), _int(match["d"])
    last = Stamp(year, month, day)
    if match["d0"]:
        return Stamp(year, month, _int(match["d0"])), last
    if match["m0"]:
        return Stamp(year, _int(match["m0"])), Stamp(year, month)
    if match["y0"]:
        return Stamp(_year(match["y0"])), Stamp(year)
    return last, None


def fill(stamp: Stamp, known: Stamp) -> Stamp:
    """The fields that `stamp` leaves out above its first own one, taken from `known`."""
    if stamp.year is not None:
        return stamp
    if stamp.month is not None:
        return Stamp(known.year, stamp.month, stamp.day, stamp.clock)
    return Stamp(known.year, known.month, stamp.day, stamp.clock)


def read_date(text: str, start: int, end: int) -> Mention | None:
    """A date, a part of one, or a range of dates; None where the days or years are a stretch of time."""
    if text[end - 1] == "份":
        end -= 1
    written = text[start:end]
    if written[0] in CHINESE_CHARS and refusals.is_lexical(text, start):
        return None
    if _is_stretch(text, start, end, written):
        return None
    stamps = _stamps(written)
    if stamps is None:
        return None
    called = _LUNAR_CALLED.search(text, max(0, start - 12), start) if "历" in text[max(0, start - 8) : start] else None
    if called is not None and stamps[0].month is not None:
        return _read_called_lunar(text, called.start(), end, stamps[0])
    low, high = stamps
    if low.year is not None and len(written) > 3 and written[2] == "年" and text[start - 2 : start] in _REIGNS:
        low, start = Stamp(_of_reign(text[start - 2 : start], low.year - 1900), low.month, low.day), start - 2
    after = _NEXT.match(text, end) if text[end : end + 1] in _NEXT_STARTS else None
    if after is not None and high is None:
        second = _stamps(after["date"])
        if second is not None and second[1] is None and _same_grain(low, second[0]):
            high, end = second[0] if after["word"] else fill(second[0], low), after.end("date")
    shown = end + 1 if text[end : end + 1] == "份" else end
    tail = _TAIL.match(text, shown) if text[shown : shown + 1] in _TAIL_STARTS else None
    stop = tail.end() if tail else shown
    hedge, begin, stop = _about(text, start, stop)
    low = Stamp(high.year, low.month, low.day) if high and low.year is None and high.year else low
    known = low.year is not None and (high is None or high.year is not None)
    quantity = (
        Quantity("date", low, hedge=hedge, resolved=known)
        if high is None
        else Quantity("date", None, low, high, hedge=hedge, resolved=known)
    )
    return Mention(begin, stop, text[begin:stop], start, end, quantity)


def _about(text: str, start: int, stop: int) -> tuple[Hedge, int, int]:
    """The looseness of a date or time, and the mention's ends with the words that say so."""
    last = text[start - 1 : start]
    before = _ABOUT_BEFORE.search(text[max(0, start - 2) : start]) if last in ("约", "概") else None
    after = _ABOUT_AFTER.match(text, stop) if text[stop : stop + 1] in ("许", "許", "左", "前") else None
    begin = start - len(before.group()) if before else start
    loose = before is not None or after is not None or text[stop - 1] in "许許"
    return ("about" if loose else "exact"), begin, after.end() if after else stop


def _same_grain(first: Stamp, second: Stamp) -> bool:
    return (first.day is None) == (second.day is None) and (first.month is None) >= (second.month is None) - (
        second.day is not None
    )


def _is_stretch(text: str, start: int, end: int, written: str) -> bool:
    if written[-1] == "日" and "月" not in written:
        before = text[max(0, start - 3) : start]
        return bool(_SPAN_OF_DAYS_BEFORE.search(before) or _SPAN_OF_DAYS_AFTER.match(text, end))
    if len(written) == 3 and written[-1] == "年" and _int(written[:2]) is None:
        return True
    if written[-1] == "年" and plain(written)[-3:-1] == "00":
        return _SPAN_OF_YEARS_AFTER.match(text, end) is not None
    return False


def read_iso(text: str, start: int, end: int) -> Mention | None:
    """2024-11-21, 2024/11/21 or 2024.11.21."""
    year, month, day = (int(part) for part in re.split(r"[-/.]", text[start:end]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Mention(start, end, text[start:end], start, end, Quantity("date", Stamp(year, month, day)))


_ERA = re.compile(rf"公元(?P<bc>前?)(?P<year>.+?)(?:年?{TO}(?:公元)?(?P<bc2>前?)(?P<year2>.+?))?年")


def read_era(text: str, start: int, end: int) -> Mention | None:
    """公元前221年, 公元618年至907年, 贞观元年."""
    if text.startswith("元年", start):
        first = Stamp(REIGNS[text[start - 2 : start]][0])
        return Mention(start - 2, end, text[start - 2 : end], start - 2, end, Quantity("date", first))
    match = _ERA.fullmatch(text, start, end)
    low = _int(match["year"]) if match else None
    if match is None or low is None:
        return None
    first, high = Stamp(1 - low if match["bc"] else low), _int(match["year2"])
    if high is None:
        return Mention(start, end, text[start:end], start, end, Quantity("date", first))
    last = Stamp(1 - high if match["bc2"] else high)
    return Mention(start, end, text[start:end], start, end, Quantity("date", None, first, last))


_BEFORE_CHRIST = re.compile(r"(?:^|[于至到自—（(，、约从])前$")


_REIGNS = {**REIGNS, "民國": REIGNS["民国"]}


def read_year_of_era(text: str, start: int, end: int) -> Mention | None:
    """民国26年, 康熙六十一年, 前221年: what looks like a number of years, and is one of them."""
    if text[start - 2 : start] in _REIGNS:
        number, start = _int(text[start : end - 1]), start - 2
        year = None if number is None else _of_reign(text[start : start + 2], number)
    elif text[start - 1 : start] == "前" and _BEFORE_CHRIST.search(text, max(0, start - 2), start):
        number = _int(text[start : end - 1])
        year = 1 - number if number is not None and number >= 20 and text[end : end + 1] != "前" else None
        start -= 1
    else:
        return None
    if year is None:
        return None
    return Mention(start, end, text[start:end], start, end, Quantity("date", Stamp(year)))


def _of_reign(reign: str, number: int) -> int | None:
    """The year meant; 民国 is still counted on, other reigns have their last year."""
    first, count = _REIGNS[reign]
    return first + number - 1 if 1 <= number <= count or reign in ("民国", "民國") else None


_CENTURY = re.compile(
    r"(?P<bc>公元前)?(?:(?P<which>[上本])世纪|(?P<century>[^世]{1,3})世纪)?(?:(?P<decade>.{2,4})年代)?"
)


def read_century(text: str, start: int, end: int) -> Mention | None:
    """18世纪, 20世纪80年代, 上世纪90年代, 80年代: the first and last year; 上世纪 is left for the article's date."""
    match = _CENTURY.fullmatch(text[start:end])
    if match is None:
        return None
    decade = _year_of_decade(match["decade"])
    resolved = match["which"] is None
    if match["century"]:
        century = _int(match["century"])
        if century is None:
            return None
        base = (century - 1) * 100
    else:
        base = 2000 if match["which"] == "本" else 1900
    if match["decade"] and decade is None:
        return None
    if match["bc"]:
        low, high = Stamp(-base - 99), Stamp(-base)
    elif decade is None:
        low, high = Stamp(base + 1), Stamp(base + 100)
    else:
        first = decade if decade >= 1000 else base + decade
        low, high = Stamp(first), Stamp(first + 9)
    quantity = Quantity("date", None, low, high, resolved=resolved)
    return Mention(start, end, text[start:end], start, end, quantity)


def _year_of_decade(written: str | None) -> int | None:
    number = _int(written)
    return number if number is not None and (number % 10 == 0) else None


_LUNAR_CALLED = re.compile(
    r"(?:农历|農曆|农曆|阴历|夏历|旧历)(?:(?:今年|去年|明年|当年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?|"
    r"[鼠牛虎兔龙蛇马羊猴鸡狗猪]年|的)[，,]?)?$"
)
_LUNAR_PARTS = re.compile(
    rf"(?P<leap>闰)?(?:(?P<month>[正冬腊]|十[一二]?|[一二三四五六七八九])月|大年)(?P<day>{LUNAR_DAY})"
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_DAY_BEHIND = re.compile(rf"{LUNAR_DAY}(?:日(?!本|均))?(?![至到—])")


def read_lunar(text: str, start: int, end: int) -> Mention | None:
    """腊月二十三, 正月初五: a date whose day in the calendar depends on the year."""
    match = _LUNAR_PARTS.fullmatch(text, start, end)
    if match is None:
        return None
    month = 1 if match["month"] is None else _LUNAR_MONTHS.get(match["month"]) or _int(match["month"])
    called = _LUNAR_CALLED.search(text, max(0, start - 12), start)
    begin = called.start() if called else start
    return _lunar(text, begin, end, Stamp(None, -(month or 0) if match["leap"] else month, _lunar_day(match["day"])))


def _read_called_lunar(text: str, begin: int, end: int, stamp: Stamp) -> Mention:
    """农历九月三十, 农历8月15日: `stamp` is what stands before `end`, the day may follow."""
    behind = _DAY_BEHIND.match(text, end) if stamp.day is None else None
    day = stamp.day if behind is None else _lunar_day(behind.group().rstrip("日"))
    return _lunar(text, begin, behind.end() if behind else end, Stamp(stamp.year, stamp.month, day))


def _lunar_day(written: str) -> int | None:
    return 20 if written == "廿" else _int(written.removeprefix("初"))


def _lunar(text: str, begin: int, end: int, stamp: Stamp) -> Mention:
    return Mention(begin, end, text[begin:end], begin, end, Quantity("date", None, resolved=False, lunar=stamp))


def read_hour(text: str, start: int, end: int) -> Mention | None:
    """19时30分, 上午九时, 8点半; None where the words make no clock time: 3点建议, 一时."""
    written = text[start:end]
    part = _DAY_PART.search(text[max(0, start - 12) : start])
    dotted = "点" in written or "點" in written
    if dotted and part is None and not (_HOUR_TAIL.search(written) or _is_stretch_of_hours(text, start, end)):
        return None
    if (
        written[0] in "一两"
        and part is None
        and not (_HOUR_TAIL.search(written) or text[end : end + 1] in frozenset("至到起前后"))
    ):
        return None
    return _clock(text, start, end, part["part"] if part else None)


_HOURS_BEHIND = re.compile(rf"{TO}(?:次日)?(?P<hour>[{A}]{{1,2}}|[一二三四五六七八九十]{{1,3}})[点點](?![{C}位左上])")
_CHANGED = re.compile(r"[涨跌升降增减高低加多少][了约至到]?$")


def _is_stretch_of_hours(text: str, start: int, end: int) -> bool:
    """9点到17点; of an index, 3点到5点 is a rise."""
    behind = _HOURS_BEHIND.match(text, end)
    if behind is None or _CHANGED.search(text, max(0, start - 2), start):
        return False
    first, last = _int(text[start : end - 1]), _int(behind["hour"])
    return first is not None and last is not None and first < last <= 24


def read_clock(text: str, start: int, end: int) -> Mention | None:
    """19:30 or 20:32:46; None where it is no time of day."""
    part = _DAY_PART.search(text[max(0, start - 12) : start])
    return _clock(text, start, end, part["part"] if part else None)


_PART_OF_DAY = "|".join(sorted(_PARTS_OF_DAY, key=len, reverse=True))
_SECOND_CLOCK = re.compile(
    rf"{S}{TO}{S}(?:次日|翌日|第二天|当[日天])?(?P<part>{_PART_OF_DAY})?{S}(?P<clock>{HOUR}|{CLOCK})"
)


def _clock(text: str, start: int, end: int, part: str | None) -> Mention | None:
    low = _clock_stamp(text[start:end], part)
    if low is None:
        return _impossible(text, start, end, part)
    high, stop = None, end
    after = _SECOND_CLOCK.match(text, end)
    if after is not None:
        high = _clock_stamp(after["clock"], after["part"] or part)
        stop = after.end() if high is not None else end
    hedge, begin, whole = _about(text, start, stop)
    stop = stop - 1 if text[stop - 1] in "许許" else stop
    value = low if high is None else None
    quantity = Quantity("time", value, None if high is None else low, high, hedge=hedge)
    return Mention(begin, whole, text[begin:whole], start, stop, quantity)


def _impossible(text: str, start: int, end: int, part: str | None) -> Mention | None:
    """18时75分, 下午25时: a clock time by its words though no clock shows it; it has no value."""
    written = text[start:end]
    hours = any(char in written for char in "时時")
    if not hours or not ("分" in written or part is not None or text[start - 1 : start] in ("日", "号")):
        return None
    return Mention(start, end, written, start, end, Quantity("time", None))


@lru_cache(maxsize=1024)
def _clock_stamp(written: str, part: str | None) -> Stamp | None:
    match = _CLOCK_PARTS.match(written)
    if match is None:
        return None
    hour = _int(match["h"])
    minute = 30 if match["half"] else 0
    if match["quarter"]:
        minute = 15 if match["quarter"] == "一" else 45
    if match["m"]:
        minute = _int(match["m"].strip()) or 0
    second = _int(match["s"]) if match["s"] else None
    if hour is None or hour > 24 or minute > 59:
        return None
    if (hour < 12 and part in _LATE) or (hour in (1, 2) and part in ("中午", "正午")):
        hour += 12
    return Stamp(clock=f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else ""))


__all__ = [
    "fill",
    "read_century",
    "read_clock",
    "read_date",
    "read_era",
    "read_hour",
    "read_iso",
    "read_lunar",
    "read_year_of_era",
]
