"""A paragraph's years in, the counts of years that no two of them explain out: 2021年9月动的土……三年过去，今天."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.ages import OTHERS
from figcheck.checks.beginnings import NOT_START, PERSON
from figcheck.checks.days import alternatives, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.data import calendar_words as words
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.values import Frozen


class Point(Frozen):
    """A year that a paragraph tells, or the article's own."""

    span: Span | None
    """None for the article's own."""
    year: int
    month: int | None

    @property
    def at(self) -> Fraction:
        """The point on the line of years, the middle of it where its month is not known."""
        return Fraction(self.year) + (Fraction(2 * self.month - 1, 24) if self.month else Fraction(1, 2))


class Told(Frozen):
    """A count of years with what its words say of it."""

    mention: Mention
    low: Fraction
    high: Fraction
    nth: bool
    """Whether the first year counts whole: 第九年."""
    now: bool
    """Whether it runs to the article's day."""
    firm: bool
    """Whether it can't be less than the years since, either."""
    full: bool
    """Whether it is said to be whole years: 整整三年."""


def spans_miscounted(analysis: Analysis, taken: Sequence[Span]) -> Iterator[Hit]:
    """Counts of years that no two years of their paragraph explain, where nothing else is flagged yet."""
    for mention in analysis.mentions:
        if any(mention.span.overlaps(span) for span in taken):
            continue
        told = _told(analysis, mention)
        if told is None:
            continue
        points = _points(analysis, mention)
        anywhere = _points(analysis, mention, whole=True)
        if points and not any(fits(told, *pair) for pair in combinations(anywhere, 2)):
            hit = _judge(analysis, told, points)
            if hit is not None:
                yield hit


# --- what the words say of a count ---------------------------------------------------------------------------

_NOW = re.compile(rf"(?:{alternatives(words.TO_NOW)})[^，。；：！？0-9“”]{{0,14}}[，,]?[^，。；：！？0-9“”]{{0,6}}$")
_SINCE = re.compile(rf"(?:{alternatives(words.SINCE)})(?:{alternatives(words.FULLY)})*$")
_AT_ONCE = re.compile(rf"(?:[一久](?P<deed>[\u4e00-\u9fff]{{1,2}}?)(?:就|便)?是?)(?:{alternatives(words.FULLY)})*$")
_DONE = re.compile(
    rf"(?:[\u4e00-\u9fff]了|走过了?这?|历时|前后|历经|连续|持续|接连|连着)(?:{alternatives(words.FULLY)})*$|(?:整整|足足|满打满算)[\u4e00-\u9fff]{{0,2}}了?$|(?:{alternatives(words.LASTS)})$"
)
_PASSED = re.compile(
    r"(?:多|余)?(?:过去|下来|一晃|转眼|弹指|之后的?今|后的?(?:这个|一个)?(?:今[天年日]|如今))|(?:多|余)?以?来(?![自到回])"
)
_LATER_NOW = re.compile(
    r"(?:之|以)?后的?[^，。；0-9]{0,10}(?:[，,]|——)(?:也就是|就是|即|正是)?(?:今[天年日晨晚]|昨[天日晚]|如今)"
)
_TODAY = re.compile(r"今[天日年晨晚]|如今|眼下|昨[天日晚]|现在|来(?=，)|下来")
_WITHIN = re.compile(r"(?:多|余)?(?:里|间|如一日|的?(?:时间|光阴|岁月|时光|坚守|历程|风雨|生涯))")
_FIRM = re.compile(rf"(?:{alternatives(words.FIRM)})")
_NOT_SO = re.compile(
    rf"(?:{alternatives(words.NOT_A_COUNT)})[^，。；0-9]{{0,3}}$|(?:{alternatives(words.NOT_A_COUNT_BESIDE)})$|(?:{alternatives(words.PLANNED)})[^，。；]{{0,12}}$"
)
_NOT_BEHIND = re.compile(
    r"(?:以|之)?(?:前|后(?!的?今|[，,](?:今|如今)))|[级届代期制生龄]|以[上下内]|左右的|多?的?(?:合同|期限|任期|租期|规划|计划|刑)|一[届次度遇个]|[\u4e00-\u9fff]{2}(?:进入|迈入|步入|收官)"
)


def _told(analysis: Analysis, mention: Mention) -> Told | None:
    text = analysis.document.text
    if not _is_count(text, mention):
        return None
    season = mention.quantity.unit is not None and mention.quantity.unit.symbol == "个"
    end = mention.end + (2 if season else 0)
    sentence = sentence_at(text, mention.start)
    head = text[max(sentence.start, mention.start - 30) : mention.start]
    if _APART.search(head):
        low, high = _admitted(mention)
        return Told(mention, low, high, nth=False, now=True, firm=True, full=False)
    later = _LATER_NOW.match(text, end) is not None
    if _NOT_SO.search(head) or (_NOT_BEHIND.match(text, end) and not later):
        return None
    nth = mention.text.startswith("第")
    now = _NOW.search(head) is not None or _PASSED.match(text, end) is not None or later
    at_once = _AT_ONCE.search(head[-8:]) is not None
    since = _SINCE.search(head) is not None
    done = _WITHIN.match(text, end) is not None or (
        _DONE.search(head[-10:]) is not None and not text.startswith("的", end)
    )  # 父亲干了48年的渡船
    in_a_row = nth and _IN_A_ROW.search(head) is not None
    if not (now or at_once or since or done) or (nth and not (now or in_a_row)):
        return None
    if in_a_row and _EVER_SINCE.search(text, max(0, sentence.start - 60), mention.start) is None:
        return None
    passed = _PASSED.match(text, end)
    firm = since or nth or later or (passed is not None and _runs_to_today(text, sentence, mention))
    firm = firm or _FIRM.search(head[-12:]) is not None
    low, high = _admitted(mention)
    full = _FULL.search(head[-8:]) is not None
    return Told(mention, low, high, nth, now=now or since or at_once, firm=firm, full=full)


def _admitted(mention: Mention) -> tuple[Fraction, Fraction]:
    """The years that a count admits: exactly what it says, where nothing loosens it."""
    number, admitted = mention.quantity.number or Fraction(0), mention.quantity.admits()
    if mention.quantity.hedge == "exact":
        return number, number
    return admitted.low or number, admitted.high or number


_APART = re.compile(r"(?:时隔|相隔|阔别|暌违|间隔)(?:了|近|约|整整|足足)*$")
_LAST_TIME = re.compile(
    r"(?:上[一]?[次回届]|前[一]?[次回届]|最近[一的]?[一]?次|最后一次|离开时|告别)[^。；0-9]{0,18}(?=[12][0-9]{3}年)"
)
_IN_A_ROW = re.compile(r"(?:连续|连着|接连|一连)$")
_EVER_SINCE = re.compile(r"(?:从|自)(?:[0-9]{4}|去|前)年|[0-9]年(?:以来|起|开始)|每年|年年|一年一|从未|没断|没有空缺")
_AGO = re.compile(r"(?:年|世纪)前的?[12][0-9]{3}年")


def _runs_to_today(text: str, sentence: Span, mention: Mention) -> bool:
    """Whether the sentence says today, or its beginning is told from there: 半个世纪前的1964年."""
    ago = _AGO.search(text, max(0, mention.start - _LEADS), mention.start)
    return ago is not None or _TODAY.search(text, sentence.start, sentence.end) is not None


_FULL = re.compile(r"整整|足足|满打满算|正好|刚好|恰好|不多不少")


def _is_count(text: str, mention: Mention) -> bool:
    """Whether a figure counts years, one only if it is said to be full."""
    quantity = mention.quantity
    if quantity.unit is None or quantity.unit.symbol == "周年":
        return False
    if is_years(text, mention):
        return True
    whole = quantity.number is not None and quantity.number >= 1 and quantity.unit.symbol == "年"
    return (
        whole
        and quantity.kind == "duration"
        and _FULL.search(text, max(0, mention.start - 8), mention.start) is not None
    )


# --- the years ---------------------------------------------------------------------------------------------------

_BACK, _AHEAD = 150, 50
_RELATIVE = re.compile(r"去年|前年")
_BORN = re.compile(r"[^，。；]{0,8}(?:出生|生人|生于|诞生)|年?生(?![产活效长])")


def _points(analysis: Analysis, mention: Mention, *, whole: bool = False) -> list[Point]:
    """The years of the paragraph near a count, or of the whole article, in the order of time, its own among them."""
    text, today = analysis.document.text, analysis.document.date
    end = text.find("\n", mention.end)
    low = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _BACK)
    high = min(len(text) if end < 0 else end, mention.end + _AHEAD)
    if whole:
        low, high = 0, len(text)
    found: list[Point] = []
    for other in analysis.mentions:
        if other.start >= low and other.end <= high and (writes_year(other) or _full(other) or _is_month(text, other)):
            found += [Point(other.span, stamp.year, stamp.month) for stamp in _stamps(other) if stamp.year]
    for match in _RELATIVE.finditer(text, low, high) if today is not None else ():
        assert today is not None
        found.append(Point(Span(*match.span()), today.year - (1 if match.group() == "去年" else 2), None))
    if today is not None:
        if any(point.year > today.year for point in found) and not whole:
            return []
        found.append(Point(None, today.year, today.month))
    return sorted(found, key=lambda point: point.at)


def _is_month(text: str, mention: Mention) -> bool:
    """Whether a month of the article's year, or the one before it, is named: 今年9月."""
    return text[max(0, mention.start - 2) : mention.start] in ("今年", "去年") or mention.text.startswith(
        ("今年", "去年")
    )


def _full(mention: Mention) -> bool:
    """Whether a range of years writes them both."""
    return isinstance(mention.quantity.low, Stamp) and "世纪" not in mention.text and "年代" not in mention.text


def _stamps(mention: Mention) -> Iterator[Stamp]:
    quantity = mention.quantity
    for end in (quantity.value, quantity.low, quantity.high):
        if isinstance(end, Stamp):
            yield end


def fits(told: Told, first: Point, last: Point) -> bool:
    """Whether a count may be that of the years between two points, by any way of counting."""
    years = last.year - first.year
    if told.nth:
        return told.low <= years + 1 and told.high >= years
    unit = told.mention.quantity.unit
    if first.month and last.month and unit is not None and unit.symbol != "个年头":
        apart = last.at - first.at
        if told.full:
            return told.low <= apart + Fraction(1, 3) and told.high >= apart - Fraction(1, 3)
        return told.low <= apart + Fraction(3, 5) and told.high >= apart - Fraction(95, 100)
    return told.low <= years + 1 and told.high >= years - 1


# --- judging -----------------------------------------------------------------------------------------------------


def _expected(told: Told, start: Point, last: Point, right: int) -> str:
    """How many years it should be, half a year more where the months say so."""
    unit = told.mention.quantity.unit
    name = "年" if unit is None or unit.symbol == "个" else unit.symbol
    if told.full and start.month and last.month:
        halves = round((last.at - start.at) * 2)
        return f"{halves // 2}{name}{'半' if halves % 2 else ''}"
    return f"{'第' if told.nth else ''}{right}{name}"


def _last_time(text: str, told: Told, points: Sequence[Point]) -> Point | None:
    """The year of the last time behind 时隔N年: 上一次捧杯还要追溯到2014年."""
    if not _APART.search(text, max(0, told.mention.start - 8), told.mention.start):
        return None
    end = sentence_at(text, told.mention.end).end
    if text[end : end + 1] not in ("", "\n"):
        end = sentence_at(text, end + 1).end
    match = _LAST_TIME.search(text, told.mention.end, min(end + 1, len(text)))
    at = match.end() if match is not None else -1
    return next((point for point in points if point.span is not None and point.span.start == at), None)


_CHANGE = re.compile(rf"{alternatives(words.CHANGES)}")
_PERSON = re.compile(PERSON.pattern.replace("[他她]|", ""))


def _is_of_another(text: str, begun: int, start: Span, mention: Mention) -> bool:
    """Whether somebody else is named behind the clause of a year, of whom nothing is said up to it."""
    if start.end > mention.start:
        return False
    marks = [match.end() for match in _MARK.finditer(text, start.end, mention.start)]
    marks = marks[1:] if marks and _DAY.fullmatch(text, start.end, marks[0]) else marks
    if not marks:
        return False
    told = _SAID.sub("", text[marks[0] : mention.start])
    founded = _FOUNDED.search(text, begun, marks[0]) is not None
    if OTHERS.search(told) or (founded and (PERSON.search(told) or _WORKED.search(told))):
        return True
    person = _PERSON.search(told)
    return person is not None and person.group() not in text[begun : marks[0]]


_SAID = re.compile(r"”[^，。“]{1,12}(?:笑|说|道|讲|叹|介绍|回忆|告诉)[^“]{0,8}“")
_WORKED = re.compile(r"(?:从业|执教|任教|工作|服役|[干做当教]了)[^，。；]{0,3}$")
_DAY = re.compile(r"[0-9一二三四五六七八九十月日初底末春夏秋冬天季入]*[，]")
_MARK = re.compile(r"[，。；：！？]")
_FROM_TO = re.compile(r"(?:从|自)[^。；]*(?:到|至)[^。；]*$")


def _is_from_to(text: str, told: Told, before: Sequence[Point], sentence: Span) -> bool:
    """从2024年3月动工，到今年9月底揭牌，满打满算盖了一年: both ends told, and that all of it is meant."""
    ends = [point for point in before if point.span is not None and sentence.holds(point.span)]
    return told.full and len(ends) == 2 and _FROM_TO.search(text, sentence.start, told.mention.start) is not None


def _counts_between(analysis: Analysis, scope: Span, span: int) -> bool:
    """Whether another count of more than so many years stands there, that of a term aside: 为期十年."""
    text = analysis.document.text
    return any(
        _is_count(text, other) and (other.quantity.number or 0) > span and not _TERM.search(text, 0, other.start)
        for other in mentions_in(analysis, scope)
    )


_TERM = re.compile(r"(?:期|说好|签了?|约定|计划|打算|原定)(?:为|了|是)?$")
_FOUNDED = re.compile(rf"{alternatives(words.FOUNDED)}")
_NO_START = re.compile(rf"(?:{_BORN.pattern})|的(?:约|近)?[0-9]")
"""A birth, or the year of a level: 由2020年的16.0%增至."""
_FAR = 3


def _judge(analysis: Analysis, told: Told, points: Sequence[Point]) -> Hit | None:
    text, mention = analysis.document.text, told.mention
    before = [point for point in points if point.span is not None and point.span.end <= mention.start]
    before = [point for point in before if not NOT_START.search(text, max(0, point.span.start - 3), point.span.start)]  # type: ignore[union-attr]
    behind = [point for point in points if point.span is not None and point.span.start >= mention.end]
    last_time = _last_time(text, told, points)
    if _APART.search(text, max(0, mention.start - 8), mention.start):
        before = [last_time] if last_time is not None else []
    elif not before and len(behind) == 1 and told.now:
        before = behind  # 一别三十八年。1997年毕业的这班同学
    if not before:
        return None
    sentence = sentence_at(text, mention.start)
    near = sentence_at(text, max(0, sentence.start - 2))
    start, last = before[0], points[-1]
    if start.span is None or start.span.start < near.start or _NO_START.match(text, start.span.end):
        return None
    long = told.low > last.year - start.year
    if long and told.low > _FAR * (last.year - start.year) + _FAR:
        return None
    two = len({point.year for point in points}) == 2
    if not long and not ((told.firm and told.now and two) or _is_from_to(text, told, before, sentence)):
        return None
    between = text[start.span.end : mention.start] if start.span.end <= mention.start else ""
    if SINCE_ANOTHER.search(between) or (not long and _CHANGE.search(between)):
        return None
    if _is_of_another(text, near.start, start.span, mention):
        return None
    if _counts_between(
        analysis, Span(min(start.span.end, mention.start), mention.start), last.year - start.year if long else 0
    ):
        return None
    right = last.year - start.year + (1 if told.nth else 0)
    if right < 1:
        return None
    if not long and told.full:
        last = next((point for point in reversed(before) if point.at > start.at), last)
    expected = _expected(told, start, last, right)
    said = SpanEvidence(start.span.start, start.span.end, text[start.span.start : start.span.end])
    values = {"written": mention.text, "start": str(start.year), "until": str(last.year), "expected": expected}
    working = Derivation(f"{last.year} − {start.year}{' + 1' if told.nth else ''} = {right}")
    return Hit(mention.span, values, (said, working), expected, against=mention.start)


# --- counts and the years before them ------------------------------------------------------------------------

_UNITS = frozenset("年 载 周年 个年头".split())
_SEASONS = re.compile(r"春秋|寒暑|年头|春夏秋冬|春节|除夕|新年|中秋|夏天|冬天|春天|秋天|教师节|年关")
_LEADS = 170
"""Code points before a count in which its beginning may stand."""


def fits_another(analysis: Analysis, mention: Mention, first: int) -> bool:
    """Whether some year told shortly before, other than `first`, is so many years before the article's."""
    today = analysis.document.date
    return today is not None and any(
        _admits_about(mention, today.year - year) for year in _years_before(analysis, mention) if year != first
    )


def _years_before(analysis: Analysis, mention: Mention) -> list[int]:
    """The years of the paragraph before a count, births aside."""
    text = analysis.document.text
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _LEADS)
    years = [other for other in mentions_in(analysis, Span(start, mention.start)) if writes_year(other)]
    stamps = [stamp_of(other) for other in years if not _BORN.match(text, other.end)]
    return [stamp.year for stamp in stamps if stamp is not None and stamp.year is not None]


def _admits_about(mention: Mention, years: int) -> bool:
    admitted = mention.quantity.admits()
    return (admitted.low is None or admitted.low <= years + 1) and (admitted.high is None or admitted.high >= years - 1)


def is_years(text: str, mention: Mention) -> bool:
    """Whether a figure counts years: 三十年, 九十个春秋."""
    unit = mention.quantity.unit
    if unit is None or mention.quantity.number is None or mention.quantity.number < 2:
        return False
    if mention.quantity.kind == "ordinal" and unit.symbol == "年":
        return True
    return unit.symbol in _UNITS or (unit.symbol == "个" and _SEASONS.match(text, mention.end) is not None)


SINCE_ANOTHER = re.compile(
    r"[，、](?:从|自)?(?:毕业|退休|退役|退伍|转业|结婚|离家|入党|从教|从医|从艺|入行|任职|履职|上任|去世|逝世|离开|分别|搬迁|改制|更名|通车|投产|开业)"
    r"(?:以来|至今|后|到现在|迄今)(?:已有?|整整|近|约)*$"
)
"""Years since something that came later than the year that is told."""
