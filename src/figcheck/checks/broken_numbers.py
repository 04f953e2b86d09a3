"""Numbers and dates as written: decimal points spoilt, years with 零 or letters in them, dates that lack a word."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.names import reading_spans
from figcheck.checks.phrases import pattern
from figcheck.data import notation_words as words
from figcheck.model import Analysis, Fix, Hit, Span, SpanEvidence


def _matches(analysis: Analysis, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    text = analysis.document.text
    for span in reading_spans(analysis):
        yield from form.finditer(text, span.start, span.end)


def _written_so(match: re.Match[str], expected: str | None, *, group: str | int = 0, safe: bool = False) -> Hit:
    """A finding on the group, to be written as expected."""
    fix = Fix(*match.span(group), expected, safe=safe) if expected else None
    return Hit(Span(*match.span(group)), {"written": match[group], "expected": expected or ""}, (), expected, fix)


# --- decimal points --------------------------------------------------------------------------------------------

_DECIMAL = (
    r"(?<![\d.．，,A-Za-z/:：])(?P<whole>\d{1,4})"
    r"(?P<point>[。，.．·]{1,2}|[,，][.．]|[.．][,，]|[.．] | [.．] ?)(?P<part>\d{1,3})(?P<more>(?:[.．]\d{1,4})?)(?=[多余]?§)"
)
_LED = re.compile(r"[为是达到至有约近超过破逾升降增减长跌涨占率价均高宽深重积量额值产收入投资于共计]$")
_LABELS = re.compile(r"(?:[号名分第版图表票型码]|房间|门牌|指数|系数)[为是达约]?$")
_DOTS = re.compile(
    rf"(?<=[\d一二三四五六七八九十])(?P<missing>[.．])(?=[%％‰万亿])|(?<![\dA-Za-z.．])(?P<led>[.．]\d{{1,2}})(?=[%％‰])|"
    r"(?<=[一二三四五六七八九十百零])(?P<twice>点点)(?=[一二三四五六七八九零])|"
    r"(?<=[一二三四五六七八九十百零])(?P<mark>[.．])(?=[一二三四五六七八九零]{1,3}[%％万亿倍])"
)


def broken_decimal(analysis: Analysis) -> Iterator[Hit]:
    """3。5%, 4，12万元, 12.。4公顷, 1.2.3亿: another mark in the place of the decimal point, or two of them."""
    text = analysis.document.text
    for match in _matches(analysis, pattern(_DECIMAL, words.MEASURES_BEHIND_DECIMALS)):
        if _is_spoilt(text, match):
            span = Span(match.start(), match.end())
            expected = None if match["more"] else f"{match['whole']}.{match['part']}"
            fix = Fix(span.start, span.end, expected, safe=False) if expected else None
            values = {"written": match.group(), "expected": expected or "一个数"}
            yield Hit(span, values, (), expected, fix)
    for match in _matches(analysis, _DOTS):
        start, end = max(0, match.start() - 1), min(len(text), match.end() + 1)
        right = {"missing": "", "led": f"0{match.group()}", "twice": "点", "mark": "点"}[match.lastgroup or "twice"]
        expected = text[start : match.start()] + right + text[match.end() : end]
        yield Hit(Span(start, end), {"written": text[start:end], "expected": expected}, (), expected)


def _is_spoilt(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()]
    point, whole = match["point"], match["whole"]
    if _LABELS.search(before) or (len(whole) == 4 and whole[:2] in ("19", "20")):
        return False
    if point in ".．":
        return bool(match["more"])
    if point == "，":
        return len(match["part"]) < 3 and len(whole) < 4 and _LED.search(before) is not None
    return " " not in point or (bool(before.strip()) and before[-1] not in "（(。；;\n、")


# --- years -----------------------------------------------------------------------------------------------------

_DIGIT = "一二三四五六七八九"
_YEAR = rf"(?<![{_DIGIT}十百千万点零〇])(?P<year>[一二][{_DIGIT}零〇○OＯoｏ0０◯]{{3}})(?P<unit>年(?!级|来|间|前|的历史)|届|级(?=[^\W\d_]))"
_ZERO = re.compile("零")
_NO_ZERO = re.compile("[○OＯoｏ0０◯]")


def year_with_word_zero(analysis: Analysis) -> Iterator[Hit]:
    """二零二四年: the standard writes the 0 of a year as 〇."""
    for match in _years(analysis):
        if "零" in match["year"] and not _NO_ZERO.search(match["year"]):
            yield _written_so(match, match["year"].replace("零", "〇") + match["unit"], safe=True)


def year_with_letters(analysis: Analysis) -> Iterator[Hit]:
    """二OO六年, 二00六年: letters, rings or digits that stand in for 〇."""
    for match in _years(analysis):
        if _NO_ZERO.search(match["year"]):
            expected = _ZERO.sub("〇", _NO_ZERO.sub("〇", match["year"])) + match["unit"]
            yield _written_so(match, expected, safe=True)


def _years(analysis: Analysis) -> Iterator[re.Match[str]]:
    return _matches(analysis, re.compile(_YEAR))


# --- dates -----------------------------------------------------------------------------------------------------

_FROM = (
    "(?:起|开始|截止|止|前后|前|后|之前|之后|以来|凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚(?!会)|夜|深夜|当天|当晚|"
    "，|（(?:星期|周)[一二三四五六日天]）)"
)
_MONTH, _DAY = "(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<![\d.]){_MONTH}月{_DAY}(?P<no_day>)(?={_FROM})(?!，\d{{1,2}}[日、，])|"
    rf"(?<![\d.,:：]){_MONTH}(?P<no_month>[ 　]){_DAY}日(?![均元内游薪])|"
    rf"(?<!\d)(?:19|20)\d\d年{_MONTH}(?P<no_month_>)(?=起|底|末|初|中旬|上旬|下旬|以来|至今)|"
    rf"(?<!\d)(?:19|20)\d\d(?P<no_year>[ 　]?){_MONTH}月(?:{_DAY}日|(?!\d))|"
    rf"(?<!\d)(?:19|20)\d\d年(?P<no_month__>){_DAY}日(?=[，。上下中凌晚早清在举召开])"
)
_RANGE_BEFORE = re.compile(r"[日号\d][-–—~～至到、和]+$")


def date_without_a_word(analysis: Analysis) -> Iterator[Hit]:
    """9月18起, 12 15日, 2023年5起: a date that lacks its 年, 月 or 日."""
    text = analysis.document.text
    for match in _matches(analysis, _DATE):
        if _RANGE_BEFORE.search(text, max(0, match.start() - 4), match.start()):
            continue
        group, word = next((name, word) for name, word in _MISSING.items() if match[name] is not None)
        start, end = match.span(group)
        expected = text[match.start() : start] + word + text[end : match.end()]
        values = {"written": match.group(), "expected": expected, "word": word}
        yield Hit(Span(*match.span()), values, (), expected, Fix(start, end, word, safe=False))


_MISSING = {"no_day": "日", "no_month": "月", "no_month_": "月", "no_month__": "几月", "no_year": "年"}


# --- grouping --------------------------------------------------------------------------------------------------

_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
_UNGROUPED = re.compile(r"(?<![\d.,A-Za-z第])[1-9]\d{3,8}(?![\d,A-Za-z年月日号版页—–~～-])")


def uneven_grouping(analysis: Analysis) -> Iterator[Hit]:
    """户籍人口118,402人，常住人口104763人: of the figures of one passage some are grouped, some are not."""
    text = analysis.document.text
    counted = {mention.core_start for mention in analysis.mentions if mention.quantity.unit is not None}
    for span in reading_spans(analysis):
        grouped = next((match for match in _GROUPED.finditer(text, span.start, span.end)), None)
        if grouped is None:
            continue
        shortest = min(len(match.group()) for match in _GROUPED.finditer(text, span.start, span.end))
        for match in _UNGROUPED.finditer(text, span.start, span.end):
            if match.start() in counted and (len(match.group()) > 4 or shortest == 5):
                expected = f"{int(match.group()):,}"
                fix = Fix(match.start(), match.end(), expected, safe=False)
                evidence = (SpanEvidence(grouped.start(), grouped.end(), grouped.group()),)
                values = {"written": match.group(), "expected": expected, "other": grouped.group()}
                yield Hit(Span(*match.span()), values, evidence, expected, fix)
