"""Numbers and dates as written: decimal points spoilt, years with 零 or letters in them, dates that lack a word."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.checks.prose import matches_in_prose, reading_spans
from figcheck.data import notation_words as words
from figcheck.model import Analysis, Fix, Hit, Span, SpanEvidence, Word


def _written_so(match: re.Match[str], expected: str | None, *, group: str | int = 0, safe: bool = False) -> Hit:
    """A finding on the group, to be written as expected."""
    fix = Fix(*match.span(group), expected, safe=safe) if expected else None
    return Hit(Span(*match.span(group)), {"written": match[group], "expected": expected or ""}, (), expected, fix)


# --- decimal points --------------------------------------------------------------------------------------------

_DECIMAL = (
    r"(?<![\d.．，,A-Za-z/:：])(?P<whole>\d{1,4})"
    r"(?P<point>[。，,.．·]{1,2}|(?<=\D0)、|[,，][.．]|[.．][,，]|[.．] | [.．] ?)"
    r"(?P<part>\d{1,3})(?P<more>(?:[.．]\d{1,4})?)(?=[多余]?§)"
)
_SPACED = r"(?<=[\u4e00-\u9fff])(?:\d{1,3} \d{1,3}\.\d{1,3}|(?<![前第日月年号图表路])[1-9] \d{1,2})(?=[多余]?§)"
"""11.6 that a space falls into: 人数的1 1.6%."""
_LED = re.compile(r"[为是达到至有约近超过破逾升降增减长跌涨占率价均高宽深重积量额值产收入投资于共计]$")
_LABELS = re.compile(r"(?:[号名分第版图表票型码]|房间|门牌|指数|系数)[为是达约]?$")
_SCORED = re.compile(r"[0-9][比:：∶]$")
_MEASURES = "(?:[秒分万亿元倍吨斤克升](?!册)|公[里斤顷]|[千厘毫]?米|毫[克升]|平方|立方|个百分点)"
_DOTS = re.compile(
    r"(?<=[\d一二三四五六七八九十])(?P<missing>[.．])(?=[%％‰万亿])|"
    r"(?<![\dA-Za-z.．口径])(?P<led>[.．]\d{1,2})(?=[%％‰])|"
    rf"(?<=[\u4e00-\u9fff])(?<![口径域号版格])(?P<led2>[.．]\d{{1,3}})"
    rf"(?={_MEASURES}|(?<=[为有是达到率约近过出至仅]\.\d\d)[，。；])|"
    rf"(?<=[\u4e00-\u9fff])(?P<zeros>0+)(?=[0-9]\.\d+(?:[%％‰]|{_MEASURES}))|"
    r"(?<=[一二三四五六七八九十百零])(?P<twice>点点)(?=[一二三四五六七八九零])|"
    r"(?<=[一二三四五六七八九十百零])(?P<mark>[.．])(?=[一二三四五六七八九零]{1,3}[%％万亿倍])"
)


def broken_decimal(analysis: Analysis) -> Iterator[Hit]:
    """3。5%, 4，12万元, 12.。4公顷, 1.2.3亿: another mark in the place of the decimal point, or two of them."""
    text = analysis.document.text
    told: list[Span] = []
    for match in matches_in_prose(analysis, pattern(_DECIMAL, words.MEASURES_BEHIND_DECIMALS)):
        if _is_spoilt(text, match):
            span = Span(match.start(), match.end())
            expected = None if match["more"] else f"{match['whole']}.{match['part']}"
            fix = Fix(span.start, span.end, expected, safe=False) if expected else None
            told.append(span)
            yield Hit(span, _spoilt(match.group(), expected), (), expected, fix)
    for match in matches_in_prose(analysis, pattern(_SPACED, words.MEASURES_BEHIND_DECIMALS)):
        if not _LABELS.search(text, max(0, match.start() - 3), match.start()):
            right, span = match.group().replace(" ", ""), Span(*match.span())
            fix = Fix(span.start, span.end, right, safe=False)
            yield Hit(span, _spoilt(match.group(), right), (), right, fix)
    for match in matches_in_prose(analysis, _DOTS):
        if any(span.overlaps(Span(*match.span())) for span in told):
            continue
        led = match.lastgroup in ("led", "led2")
        start, end = match.start() if led else max(0, match.start() - 1), min(len(text), match.end() + 1)
        rights = {"missing": "", "zeros": "", "twice": "点", "mark": "点"}
        right = f"0{match.group()}" if led else rights[match.lastgroup or "twice"]
        expected = text[start : match.start()] + right + text[match.end() : end]
        yield Hit(Span(start, end), _spoilt(text[start:end], expected), (), expected)


def _spoilt(written: str, expected: str | None) -> dict[str, str | Word]:
    return {"written": written, "right": expected or "", "how": Word("right" if expected else "unknown")}


def _is_spoilt(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()]
    point, whole = match["point"], match["whole"]
    if _LABELS.search(before) or (len(whole) == 4 and whole[:2] in ("19", "20")):
        return False
    if point in ".．":
        return bool(match["more"])
    if point in "，,":
        return len(match["part"]) < 3 and len(whole) < 4 and _LED.search(before) is not None
    if _SCORED.search(text, max(0, match.start() - 4), match.start()):
        return False  # 记分牌改写成2比3。5分钟后
    return " " not in point or (bool(before.strip()) and before[-1] not in "（(。；;\n、")


# --- years -----------------------------------------------------------------------------------------------------

_DIGIT = "一二三四五六七八九"
_YEAR = (
    rf"(?<![{_DIGIT}十百千万点零〇])(?P<year>[一二][{_DIGIT}零〇○OＯoｏ0０◯]{{3}})"
    r"(?P<unit>年(?!级|来|间|前|的历史)|届|级(?=[^\W\d_]))"
)
_NO_ZERO = re.compile("[OＯoｏ0０]")
_WORD_ZERO = re.compile("[零○◯]")


def year_with_word_zero(analysis: Analysis) -> Iterator[Hit]:
    """二零二四年, 二○○八年: the standard writes the 0 of a year as 〇."""
    for match in _years(analysis):
        if _WORD_ZERO.search(match["year"]) and not _NO_ZERO.search(match["year"]):
            yield _written_so(match, _WORD_ZERO.sub("〇", match["year"]) + match["unit"], safe=True)


def year_with_letters(analysis: Analysis) -> Iterator[Hit]:
    """二OO六年, 二00六年: letters or digits that stand in for 〇."""
    for match in _years(analysis):
        if _NO_ZERO.search(match["year"]):
            expected = _WORD_ZERO.sub("〇", _NO_ZERO.sub("〇", match["year"])) + match["unit"]
            yield _written_so(match, expected, safe=True)


def _years(analysis: Analysis) -> Iterator[re.Match[str]]:
    return matches_in_prose(analysis, re.compile(_YEAR))


# --- dates -----------------------------------------------------------------------------------------------------

_FROM = (
    "(?:起|开始|截止|止|前后|前|后|之前|之后|以来|凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚(?!会)|夜|深夜|当天|当晚|"
    "，|。|；|（|在|于|举[行办]|召开|开[幕工业馆始]|公布|发布|宣布|正式|从|将|是[个全国我]|出生|生效|施行|闭幕|落幕|启[动程用幕])"
)
_MONTH, _DAY = "(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<![\d.])(?:\d{{4}}年)?{_MONTH}月{_DAY}(?P<no_day>)(?={_FROM})(?!，\d{{1,2}}[日、，])|"
    rf"(?<![\d.,:：]){_MONTH}(?P<no_month>[ 　]){_DAY}日(?![均元内游薪])|"
    rf"(?<!\d)(?:19|20)\d\d年{_MONTH}(?P<no_month_>)(?=起|底|末|初|中旬|上旬|下旬|以来|至今)|"
    rf"(?<!\d)(?:19|20)\d\d(?P<no_year>[ 　]?){_MONTH}月(?:{_DAY}日|(?!\d))|"
    rf"(?<![\d.])(?:\d{{4}}年)?{_MONTH}月{_DAY}(?P<no_day_>)(?=(?:[至到—–~～-]{{1,2}}|、){_MONTH}月{_DAY}日)|"
    rf"(?:建于|成立于|生于|创办于|创立于|始于|落成于|竣工于|诞生于|截至|早在)(?:1[5-9]|20)\d\d(?P<no_year_>)(?=[，。；、）])|"
    r"(?<=[于在自从至到])(?:[1-9]|1[0-2])(?P<no_month_2>)(?:0[1-9]|[12]\d|3[01])日(?!内|游|龄|后|之|无)|"
    rf"(?<!\d)(?:19|20)\d\d年(?P<no_month__>){_DAY}日(?=[，。上下中凌晚早清在举召开])"
)
_RANGE_BEFORE = re.compile(r"[日号\d][-–—~～至到、和]+$")


def date_without_a_word(analysis: Analysis) -> Iterator[Hit]:
    """9月18起, 12 15日, 2023年5起: a date that lacks its 年, 月 or 日."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _DATE):
        if _RANGE_BEFORE.search(text, max(0, match.start() - 4), match.start()):
            continue
        group, word = next((name, word) for name, word in _MISSING.items() if match[name] is not None)
        start, end = match.span(group)
        expected = text[match.start() : start] + word + text[end : match.end()]
        values = {"written": match.group(), "expected": expected, "word": word}
        yield Hit(Span(*match.span()), values, (), expected, Fix(start, end, word, safe=False))


_MISSING = {
    "no_day": "日",
    "no_day_": "日",
    "no_year_": "年",
    "no_month": "月",
    "no_month_2": "月",
    "no_month_": "月",
    "no_month__": "几月",
    "no_year": "年",
}


_MIXED_DATE = re.compile(
    rf"(?<![\d.,:：]){_MONTH}[./．·](?:[12]\d|3[01]|0?[1-9])[日号](?![均内游薪])|"
    rf"(?<!\d)(?:19|20)\d\d[-./．](?:{_MONTH}月(?:{_DAY}日)?(?!\d)|{_MONTH}[-./．]{_DAY}日)|"
    rf"(?<!\d)(?:19|20)\d\d年{_MONTH}[-./．]{_DAY}(?:日|(?=[，。上下凌]))|"
    rf"[〇零一二三四五六七八九]{{4}}年{_MONTH}月(?:{_DAY}日)?|"
    rf"(?<![\d—–~～-]){_MONTH}月(?:二十|三十|十)[一二三四五六七八九]?[日号]|"
    rf"(?<![正腊年十])(?:十[一二]?|[一二三四五六七八九])月{_DAY}[日号]|"
    rf"(?<!\d)(?:\d{{5}}年{_MONTH}月|2[012]\d年{_MONTH}月{_DAY}日)|"
    rf"(?:{_MONTH}月)?{_DAY}(?:号日|日号)|"
    rf"(?:[农阴夏旧]历[^，。；\d]{{0,6}}?(?:十[一二]?|[正冬腊一二三四五六七八九])月|[正冬腊]月){_DAY}(?![\d日号个年.至—～-])|"
    r"['’‘＇]\d\d年|(?<!\d)0\d年?(?:[—–~～-]{1,2}|至|到)[012]\d年(?!级)|"
    r"(?<!\d)(?:[01]?\d|2[0-3])点[0-5]\d点(?!钟)|(?<!\d)(?:[01]?\d|2[0-3])时[0-5]\d时"
)
_DURATION_BEFORE = re.compile("[均为约达至需用短长到满过期了仅日]$")


def mixed_date(analysis: Analysis) -> Iterator[Hit]:
    """9.18日, 2019.8月, 二〇一九年8月8日, 12号日: two ways to write a date in one, or a year of three digits."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _MIXED_DATE):
        dotted = match.group()[-1] == "日" and "年" not in match.group() and "月" not in match.group()
        if not (dotted and _DURATION_BEFORE.search(text, max(0, match.start() - 1), match.start())):
            yield Hit(Span(*match.span()), {"written": match.group()})


# --- two kinds of digits ---------------------------------------------------------------------------------------

_HAN = "一二三四五六七八九"
_TWO_KINDS = (
    rf"[{_HAN}两十百千万]{{1,12}}分之\d+(?:\.\d+)?(?![\d%％])|\d{{1,12}}分之[{_HAN}]|"
    rf"[{_HAN}十]点\d+(?=§)|(?<!\d)\d{{1,3}}点[{_HAN}]{{1,2}}(?=§)|"
    rf"第(?:[二三四五六七八九]十?\d+|十\d+|\d+[{_HAN}十]+)(?=[届次名位期批个])(?<![第]\d)(?<!第\d\d)(?<!第\d\d\d)(?<!第\d\d\d\d)|"
    rf"(?:十\d|\d十|1十|2十[一1])世纪|"
    rf"(?<![\d.])\d{{1,3}}0[{_HAN}][{_HAN}](?=[岁个人名位])|"
    rf"[千百][0０OＯoｏ○][{_HAN}]十?|"
    rf"(?<![\d{_HAN}第])[二三四五六七八九]?十\d[{_HAN}](?=[岁个人名位天年块元斤亩家户里])|"
    rf"(?<![\d.，,月{_HAN}第])\d{{1,2}}[二三四五六七八九](?=[十百千万亿]{{1,2}}[元人斤名亩吨个多块只头棵株])|"
    rf"(?<![\d{_HAN}十百千万第月年])[{_HAN}]\d(?=[十百千万]{{1,2}}[元人斤名亩吨个多块只头棵株])"
)
_YEAR_OF_BOTH = re.compile(rf"(?<![\d{_HAN}十百千万第〇零])[12一二][\d{_HAN}〇零]{{3}}(?=年(?!级|来|间|前))")


def two_kinds_of_digits(analysis: Analysis) -> Iterator[Hit]:
    """三分之1, 四点5公里, 第二10届, 一九9八年: Arabic and Chinese digits in one number."""
    for match in matches_in_prose(
        analysis, pattern(_TWO_KINDS, words.MEASURES_BEHIND_DECIMALS, words.MEASURES_BEHIND_DECIMALS)
    ):
        yield Hit(Span(*match.span()), {"written": match.group()})
    for match in matches_in_prose(analysis, _YEAR_OF_BOTH):
        arabic = set("123456789") & set(match.group())
        if arabic and set(match.group()) & set(_HAN + "〇零"):
            yield Hit(Span(match.start(), match.end() + 1), {"written": match.group() + "年"})


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
