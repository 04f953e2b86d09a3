"""Editions of what is held again and again in, those that another edition's year and the rhythm do not give out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.beginnings import Count, Start, count_hit, count_to, only_start, scope_of, starts_in
from figcheck.checks.days import alternatives, is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import FIRST_EDITIONS, NOT_YEARLY
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence
from figcheck.values import Frozen

_TIME = "(?:一?[届次度回]|一[评办开赛选]|(?:举办|举行|召开|评选|评审|颁发|办|开)(?:一[届次回])?)"
_EVERY = re.compile(
    rf"(?P<two>(?<![0-9])[两二2]年(?:{_TIME})|每[两二2]年|隔年|隔[一1]年(?:一?[届次度回]|办|开)|每隔[一1]年|双年展|双年会)|(?P<four>(?<![0-9])[四4]年(?:{_TIME})|每[四4]年|每隔[三3]年)"
    rf"|(?P<three>(?<![0-9])[三3]年(?:{_TIME})|每[三3]年|三年展|每隔[两二2]年)|(?P<five>(?<![0-9])[五5]年(?:{_TIME})|每[五5]年)"
    r"|(?P<one>一年一[届度次回]|每年(?:举办|举行|都办|都|定期举办|固定举办|春天|夏天|秋天|冬天|如期)?(?:一[届次回])?|年年(?:办|开|不落|如期|举办|都办)?|逐年)"
)
_YEARS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NEVER = r"(?:从未|从不|未曾|不曾|从来没有?|没有|没|一[届次年]也?[不未没])(?:有过?|被|曾|因故)?"
_STEADY = r"(?:间断|中断|停办|停过?|断过?|落下?|拉下|缺席|取消|推迟|延期|缺过?|少过?|错过)"
_UNBROKEN = re.compile(
    rf"{_NEVER}{_STEADY}|连续|雷打不动|风雨无阻|如期|逢[单双]年|年年(?:不落|都办|照办|照开)|[没从]误过"
)
_UNSURE = re.compile(alternatives(NOT_YEARLY))
_HELD = re.compile(r"(?:举办|举行|办|开|评选|颁发)(?:了|过|至|到)*$")
_PANDEMIC = range(2020, 2023)


class Edition(Frozen):
    """An edition, the year in which it was held, and what it is called behind 届."""

    mention: Mention
    number: int
    year: int
    name: str
    place: Span | None = None
    """Where the year is told; None where it is the article's."""


def edition_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """创办于2012年、每年一届的诗歌节，今年迎来第15届: an edition that the first year and the rhythm do not give."""
    text = analysis.document.text
    held = [mention for mention in analysis.mentions if _is_edition(text, mention)]
    told: set[Mention] = set()
    for mention in held:
        for hit in _from_beginning(analysis, mention):
            told.add(mention)
            yield hit
    if len(held) > 1 and not told:
        yield from _from_one_another(analysis, held)


def _is_edition(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.unit is None or quantity.unit.symbol != "届" or quantity.number is None:
        return False
    return quantity.kind == "ordinal" or _HELD.search(text, max(0, mention.start - 8), mention.start) is not None


# --- counted from the first ----------------------------------------------------------------------------------


def _from_beginning(analysis: Analysis, mention: Mention) -> Iterator[Hit]:
    text = analysis.document.text
    scope = scope_of(text, mention)
    start = only_start(analysis, mention, scope)
    if start is None:
        scope = _with_rhythm(text, scope, mention)
        start = only_start(analysis, mention, scope)
    behind = start is None
    if behind:
        scope = Span(scope.start, _goes_on_to(text, mention))
        start = _only_first(analysis, Span(mention.end, scope.end))
    if start is None or (start.verb and start.verb not in FIRST_EDITIONS):
        return
    if is_quoted(text, mention.start) != is_quoted(text, start.mention.start):
        return
    if _is_unsure(text[scope.start : scope.end]):
        return
    default = behind or mention.quantity.kind != "ordinal" or _is_of_these_days(analysis, mention)
    count = count_to(analysis, mention, start, default=default)
    if count is None:
        return
    rhythm = _rhythm(text, scope, mention)
    unbroken = _UNBROKEN.search(text, scope.start, scope.end)
    steady = unbroken is not None
    rhythm = rhythm or (1 if unbroken is not None and unbroken.group().startswith("一年") else None)
    hits = [_judge(mention, count, years, rhythm, steady=steady) for years in count.all_years]
    if None not in hits and hits:
        assert hits[0] is not None
        yield hits[0]


_DAYS = 40


def _is_of_these_days(analysis: Analysis, mention: Mention) -> bool:
    """Whether the sentence of an edition names a day near the article's: 8月2日晚，第二十届……开场."""
    today = analysis.document.date
    for other in mentions_in(analysis, sentence_at(analysis.document.text, mention.start)):
        stamp = stamp_of(other)
        days = stamp.days() if stamp is not None and stamp.day and not writes_year(other) else None
        if days is not None and today is not None and abs((days[0] - today).days) <= _DAYS:
            return True
    return False


def _with_rhythm(text: str, scope: Span, mention: Mention) -> Span:
    """A sentence with the one before, where that tells of the same event how often it is held."""
    if scope.start < 2 or text[scope.start - 1] == "\n":
        return scope
    before = sentence_at(text, scope.start - 2)
    name = _NAME.match(text, mention.end)
    told = _EVERY.search(text, before.start, before.end) or _UNBROKEN.search(text, before.start, before.end)
    if told is None or (name is not None and name.group()[-2:] not in text[before.start : before.end]):
        return scope
    return Span(before.start, scope.end)


def _goes_on_to(text: str, mention: Mention) -> int:
    """Where the sentence behind that of an edition ends, in its paragraph."""
    end = sentence_at(text, mention.end).end
    return sentence_at(text, end + 1).end if text[end : end + 1] not in ("", "\n") else end


def _only_first(analysis: Analysis, scope: Span) -> Start | None:
    """第八届……开幕。这个展览每两年一届，1986年首届: the one first year told behind an edition, and no other year."""
    starts = [start for start in starts_in(analysis, scope) if start.verb in FIRST_EDITIONS]
    years = {stamp.year for other in mentions_in(analysis, scope) if (stamp := stamp_of(other)) and writes_year(other)}
    return starts[0] if len(starts) == 1 and years == {starts[0].year} else None


def _is_unsure(words: str) -> bool:
    """Whether editions may have been skipped or doubled; 从未间断 says the contrary."""
    for unbroken in _UNBROKEN.finditer(words):
        words = words.replace(unbroken.group(), "")
    return _UNSURE.search(words) is not None


def _rhythm(text: str, scope: Span, mention: Mention) -> int | None:
    """Years from one edition to the next, where the text says it: in the sentences, else before them."""
    match = _EVERY.search(text, scope.start, scope.end) or _EVERY.search(text, max(0, scope.start - 120), mention.end)
    return _YEARS[match.lastgroup or "one"] if match is not None else None


def _judge(mention: Mention, count: Count, years: int, rhythm: int | None, *, steady: bool) -> Hit | None:
    every = rhythm or 1
    expected, rest = divmod(years, every)
    expected += 1
    said = mention.quantity.number
    assert said is not None
    too_many = said > expected + (1 if rest or not rhythm else 0)
    if mention.quantity.kind != "ordinal":
        rest = 1  # 已举办N届: with or without this year's
    skipped = any(count.start.year < year <= count.start.year + years for year in _PANDEMIC)
    too_few = rhythm is not None and said < expected and (steady or not skipped) and not rest
    if not (too_many or too_few):
        return None
    step = f" ÷ {every}" if every > 1 else ""
    working = f"({count.start.year + years} − {count.start.year}){step} + 1 = {expected}"
    return count_hit(mention, count, f"第{expected}届", working)


# --- one edition and another ---------------------------------------------------------------------------------

_OF_YEAR = re.compile(
    r"年?(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}[日号])?)?[，,]?(?:的|在[\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{0,6}?)(?:举办的?|举行的?|召开的?|承办的?|评选的?)?"
)
_YEAR_BEHIND = re.compile(
    r"[）)]?[\u4e00-\u9fff]{0,12}?(?:[（(]|(?:是|举办|举行|召开|开幕|落户|将|定|拟|预计|计划|要|安排)?(?:于|在)|要?等到|是|[，,](?:于|在|将于|定于))"
)
_NOW = re.compile(
    r"(?:今年的?|(?:本届|本次|此次|这次|这一届)(?:将|已|则)?[是为系]?|今年是|眼下的?|正在举行的|即将举行的|将迎来|迎来|今年是|今年[^，。；0-9]{0,8})$"
)
_LAST_YEAR = re.compile(r"(?P<word>去年|上年|前年)(?:[0-9]{1,2}月)?[^，。；0-9第]{0,8}$")
_OPENS = re.compile(
    r"[^，。；！？\n]{0,24}(?:昨[天日]|今[天日]|日前|近日)(?:上午|下午|晚)?(?:在[^，。]{1,10})?(?:开幕|举行|启幕|闭幕|落幕|开赛)"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{0,10}?(?:会|节|赛|展|奖|坛|周|杯|典|营|班|榜)")


def _from_one_another(analysis: Analysis, held: list[Mention]) -> Iterator[Hit]:
    """2021年的第十七届……本次第十九届, held every second year."""
    text = analysis.document.text
    known = [edition for mention in held if (edition := _dated(analysis, mention)) is not None]
    yearly = 1 if len(known) > 2 and _is_yearly(known) else None
    for first, second in pairwise(known):
        if second.year < first.year:
            first, second = second, first
        span = Span(min(first.mention.start, second.mention.start), max(first.mention.end, second.mention.end))
        scope = Span(sentence_at(text, span.start).start, sentence_at(text, span.end).end)
        if "\n" in text[span.start : span.end] or _is_unsure(text[scope.start : scope.end]):
            continue
        if not _is_one_series(first, second) or is_quoted(text, second.mention.start):
            continue
        rhythm = _rhythm(text, scope, second.mention) or yearly
        if rhythm is None and second.year - first.year == 1 and sentence_at(text, span.start).holds(span):
            rhythm = 1  # 去年第五届，今年第七届
        alike = first.name == second.name and (first.name or sentence_at(text, span.start).holds(span))
        if rhythm is not None or alike or first.number == second.number:
            today = analysis.document.date
            planned = today is not None and second.year > today.year
            yield from _judge_two(text, first, second, rhythm, planned=planned)


def _is_yearly(known: list[Edition]) -> bool:
    """Whether most neighbours are one year and one edition apart."""
    steps = [(second.year - first.year, second.number - first.number) for first, second in pairwise(known)]
    return 2 * sum(1 for step in steps if step == (1, 1)) >= len(steps)


def _dated(analysis: Analysis, mention: Mention) -> Edition | None:
    """An edition whose year stands right beside it, or is this year."""
    number = mention.quantity.number
    if number is None or mention.quantity.kind != "ordinal" or number.denominator != 1:
        return None
    text = analysis.document.text
    match = _NAME.match(text, mention.end)
    year, place = _year_beside(analysis, mention)
    return None if year is None else Edition(mention, int(number), year, match.group() if match else "", place)


def _year_beside(analysis: Analysis, mention: Mention) -> tuple[int | None, Span | None]:
    """The year that the words tie to an edition, and where it is told."""
    text, today = analysis.document.text, analysis.document.date
    behind = _year_behind(analysis, mention)
    if behind is not None:
        return behind
    if today is not None and _NOW_BEHIND.match(text, mention.end):
        return today.year, None
    for other in mentions_in(analysis, Span(max(0, mention.start - 36), mention.start)):
        stamp = stamp_of(other)
        near = stamp is not None and writes_year(other) and mention.start <= other.end + 24
        if stamp is not None and near and _OF_YEAR.fullmatch(text, other.end, mention.start):
            return stamp.year, other.span
    if today is None:
        return None, None
    last = _LAST_YEAR.search(text, max(0, mention.start - 12), mention.start)
    if last is not None:
        return today.year - (2 if last["word"] == "前年" else 1), Span(*last.span("word"))
    now = _NOW.search(text, max(0, mention.start - 12), mention.start) is not None
    return (today.year, None) if now or _OPENS.match(text, mention.end) else (None, None)


def _year_behind(analysis: Analysis, mention: Mention) -> tuple[int | None, Span | None] | None:
    """第九届将于2026年, 第八届……10月20日落幕, 第十二届农博会2023年举办."""
    text = analysis.document.text
    for other in mentions_in(analysis, Span(mention.end, mention.end + 32)):
        stamp = stamp_of(other)
        if stamp is None or stamp.year is None or other.start > mention.end + 18:
            continue
        told = writes_year(other) and _YEAR_BEHIND.fullmatch(text, mention.end, other.start) is not None
        held = (writes_year(other) or stamp.day) and _HELD_ON.match(text, other.end) is not None
        if told or (held and _DAY_BEHIND.fullmatch(text, mention.end, other.start)):
            return stamp.year, other.span
    return None


_DAY_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,14}?(?:于|在)?")
_HELD_ON = re.compile(
    r"在[\u4e00-\u9fff]{2,6}[，。；]|(?:上午|下午|晚上?|夜间)?(?:在[^，。；]{1,10})?(?:正式|圆满|隆重)?(?:开幕|举行|启幕|闭幕|落幕|开赛|收官|举办|结束)"
)
_NOW_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:(?:是|在|于)今年|今年[^，。；]{0,6}?(?:举[办行]|召开|办|在))")


def _is_one_series(first: Edition, second: Edition) -> bool:
    """Whether two editions may be of one event: named alike, or one of them not named at all."""
    return first.year != second.year and (not first.name or not second.name or first.name[-2:] == second.name[-2:])


def _judge_two(text: str, first: Edition, second: Edition, rhythm: int | None, *, planned: bool) -> Iterator[Hit]:
    """Two editions of one series; `planned`: the second is still to come, so that only the rhythm speaks of it."""
    gap = Fraction(second.year - first.year, rhythm or 1)
    apart = second.number - first.number
    skipped = any(first.year < year <= second.year for year in _PANDEMIC)
    least = -(-gap.numerator // gap.denominator) - 1 if rhythm and not skipped else 1
    most = int(gap) + (0 if gap.denominator == 1 and rhythm else 1)
    if gap.denominator == 1 and rhythm and not skipped:
        least = int(gap)
    late = rhythm is not None and rhythm > 1 and not skipped and apart > 0
    off = late and abs((second.year - first.year) - apart * (rhythm or 1)) >= (1 if planned else 2)
    if least <= apart <= most and not off:
        return
    right = first.number + int(gap)
    expected = f"第{right}届"
    working = (
        f"{first.number} + ({second.year} − {first.year}){f' ÷ {rhythm}' if rhythm and rhythm > 1 else ''} = {right}"
    )
    values = {"written": second.mention.text, "start": str(first.year), "until": str(second.year), "expected": expected}
    places = [one.place for one in (first, second) if one.place is not None]
    said = [SpanEvidence(place.start, place.end, text[place.start : place.end]) for place in places]
    evidence: tuple[Evidence, ...] = (
        SpanEvidence(first.mention.start, first.mention.end, first.mention.text),
        *said,
        Derivation(working),
    )
    yield Hit(second.mention.span, values, evidence, expected, against=second.mention.start)
