"""Figures with their units as written: units said twice or not at all, ranges whose lower end lacks one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from figcheck import expressions as re
from figcheck.checks.days import is_quoted, paragraph_at
from figcheck.checks.phrases import pattern, word_behind
from figcheck.checks.prose import is_cited, matches_in_prose
from figcheck.data import notation_words as words
from figcheck.model import Analysis, Fix, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import plain
from figcheck.units import UNITS

_LOOK_BACK = 12
_DOUBLED = frozenset(words.DOUBLED.split())
_STOPS = frozenset(("", *"，。；！？,;\n"))


def doubled_unit(analysis: Analysis) -> Iterator[Hit]:
    """600元元, 3.6万吨吨: a unit that is said twice."""
    told: list[Span] = []
    for hit in (*_doubled_as_mentions(analysis), *_doubled_as_symbols(analysis), *_doubled_in_words(analysis)):
        if not any(hit.span.overlaps(span) for span in told):
            told.append(hit.span)
            yield hit


def _doubled_as_mentions(analysis: Analysis) -> Iterator[Hit]:
    text = analysis.document.text
    for mention in analysis.mentions:
        unit = text[mention.core_end : mention.end] or text[mention.core_end - 1 : mention.core_end]
        again = unit if text.startswith(unit, mention.end) else _other_unit(text, mention)
        if not again or (again == unit and unit not in _DOUBLED):
            continue
        end = mention.end + len(again)
        if text[end : end + 1] and text[end] in words.BEGUN_BY_UNIT.get(again, ""):
            continue
        if again == unit and (text.startswith(unit, end) or _ONE_BY_ONE.match(text, mention.start)):
            continue  # 12场场场爆满: each and every one of them; 一米米往前伸
        written = text[mention.start : end]
        values = {"written": written, "unit": again}
        yield Hit(Span(mention.start, end), values, (), mention.text, Fix(mention.end, end, "", safe=True))


_ONE_BY_ONE = re.compile(r"一(?P<one>[一-龥])(?P=one)(?=地|往|向|朝|[挪垒量数测铺织缝爬走移推看写算攒]|的往)")
_AGAIN = "|".join(words.DOUBLED_COUNTERS.split())
_BESIDE = rf"(?:\d[\d,.]{{0,15}}|[一二两三四五六七八九十百千]{{1,9}})[十百千万亿]{{0,3}}[多余]?(?P<again>{_AGAIN})"


def _doubled_in_words(analysis: Analysis) -> Iterator[Hit]:
    """36位名老师, 三个个月, 3月月12日: counters and parts of units said twice."""
    text = analysis.document.text
    for match in re.finditer(_BESIDE, text):
        yield Hit(Span(*match.span()), {"written": match.group(), "unit": match["again"]})


_SYMBOLS = {symbol: names.split() for symbol, names in (pair.split(":") for pair in words.SYMBOLS_OF_UNITS)}
_NAMES_OF_UNITS = " ".join(sorted({name for names in _SYMBOLS.values() for name in names}))
_UNIT_TWICE = (
    r"\d[十百千万亿]{0,3}(?:(?P<name>§)\s?[（(]?(?P<symbol>§)(?![A-Za-z0-9²³/])|(?P<symbol2>§)\s?(?P<name2>§))"
)
_DIMENSION_TWICE = re.compile(
    r"(?P<dimension>[高长宽深重厚])(?:约|达|为|近|超过?|逾){0,2}(?:\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)[多余]?"
    r"(?:米|公里|千米|厘米|毫米|吨|公斤|千克|克|斤)(?P<again>(?P=dimension))(?![度程达龄期江城沙征途安个型量大楼山空速点要新])"
)
_SIZE_BEHIND = re.compile(
    r"\d[十百千万亿]{0,2}(?P<unit>吨|元|亩|公里|公斤|平方米|立方米|人次|千瓦时)(?P<again>[万亿])(?=[，。；、）！])"
)


def _doubled_as_symbols(analysis: Analysis) -> Iterator[Hit]:
    """18.6公里km, 25kg公斤: a unit as a word and as its symbol; 3.6亿吨万: a multiplier behind it."""
    text = analysis.document.text
    symbols = " ".join(_SYMBOLS)
    for match in pattern(_UNIT_TWICE, _NAMES_OF_UNITS, symbols, symbols, _NAMES_OF_UNITS).finditer(text):
        name, symbol = match["name"] or match["name2"], match["symbol"] or match["symbol2"]
        if name in _SYMBOLS[symbol] and text[match.start("symbol") - 1 : match.start("symbol")] not in ("（", "("):
            yield _again(text, match, "symbol" if match["symbol"] else "symbol2")
    for form in (_SIZE_BEHIND, _DIMENSION_TWICE):
        for match in form.finditer(text):
            yield _again(text, match, "again")


def _again(text: str, match: re.Match[str], group: str) -> Hit:
    written = _number_before(text, match.start()) + match.group()
    start, end = match.span(group)
    fix = Fix(start, end, "", safe=False)
    return Hit(Span(match.end() - len(written), match.end()), {"written": written, "unit": match[group]}, (), None, fix)


def _number_before(text: str, at: int) -> str:
    start = at
    while start > 0 and text[start - 1] in "0123456789.,":
        start -= 1
    return text[start:at]


_SHORT_UNITS = frozenset("里 米 克 秒 升 斤 元 亩".split())
"""Units that other words begin with, too: 5公里米兰大教堂."""
_BREAKS = _STOPS | frozenset("的以左上、）")


def _other_unit(text: str, mention: Mention) -> str | None:
    """A second unit of the same kind behind the first: 3%个百分点, 12公里里."""
    word = word_behind(text, mention.end, words.SAME_MEASURE, len(text))
    unit = mention.quantity.unit
    if word is None or unit is None:
        return None
    behind = text[mention.end + len(word) : mention.end + len(word) + 1]
    if word in _SHORT_UNITS and behind not in (_STOPS if word == "里" else _BREAKS):
        return None
    other = UNITS.get(word.removeprefix("个") if word.endswith("小时") else word)
    both_shares = {unit.symbol[-1], word[-1]} <= set("%％点")
    if other is None and not both_shares:
        return None
    return word if both_shares or (other is not None and other.dimension == unit.dimension) else None


_MEASURE = "(?P<measure>§)§{0,2}$"
_SIZE = (
    "(?P<measure>(?<![增延加提升偏最较过更很越太拉拔多擅特成生专分数绩])[长宽高深厚重]"
    r"|(?:距离|距)[^\W\d_]{1,6}?)§{0,2}$"
)
_PRICED = "(?:价格?|卖|降|涨|跌)[^，。]{0,4}每"
_PER = "(?P<measure>每§)(?:§|高|低){0,2}$"
_AT_A_PRICE = re.compile(
    r"的(?:\S{0,4}(?:价|费|标准|单价|保底))|(?:发放|收取|计算|计费|补贴|补助|奖励|缴纳|给付|支付|结算|收购|出售)(?=[，。；])"
)
_BARE_NUMBER = re.compile(r"[1-9]\d{0,14}(?:\.\d{1,9})?[万亿]?|0\.\d{1,9}")
_STATED = re.compile(
    r"单位(?:[:：]|均?(?:分别)?为(?=[^，。]{0,3}[米元吨公千斤%]))|"
    r"[（(](?:单位)?[^（()）]{0,4}(?:元|米|吨|公里|公斤|亩|[%％])[)）]"
)


def missing_unit(analysis: Analysis) -> Iterator[Hit]:
    """全长12.4，双向六车道: a length, an area, a price without its unit."""
    text = analysis.document.text
    yield from _unmeasured_in_words(analysis)
    yield from _unmeasured_goods(analysis)
    numbers = [mention for mention in analysis.mentions if _is_bare(text, mention)]
    for mention in numbers if numbers and not _STATED.search(text) else ():
        window = text[max(0, mention.start - _LOOK_BACK) : mention.start]
        measure = _unmeasured(text, mention, window)
        if measure is not None and _is_manner(text, mention, numbers):
            continue
        if measure is not None:
            core = text[mention.core_start : mention.core_end]
            yield Hit(mention.core, {"written": core, "measure": measure["measure"]})
            continue
        measured = _measured_before(analysis, mention)
        if measured is not None:
            core = text[mention.core_start : mention.core_end]
            values = {"written": core, "measure": text[measured.start : mention.start]}
            evidence = (SpanEvidence(measured.start, measured.end, measured.text),)
            yield Hit(mention.core, values, evidence)


def _is_manner(text: str, mention: Mention, numbers: Sequence[Mention]) -> bool:
    """Whether a paragraph tells three sums of money and more as people say them: 房租6万，工资9.6万，水电1.3万."""
    paragraph = paragraph_at(text, mention.span)
    alike = [one for one in numbers if paragraph.start <= one.start < paragraph.end]
    return text[mention.core_end - 1] == "万" and sum(text[one.core_end - 1] == "万" for one in alike) > 2


_SHORT_RATE = re.compile(
    r"(?<![\d.,/／A-Za-z])(?P<number>\d[\d,]*(?:\.\d+)?)(?P<measure>[/／](?:千克|公斤|kg|克|小时|h|天|吨|亩|升|L|立方米|平方米|平米|秒|月|晚))(?![A-Za-z])"
)
_CHINESE_SIZE = re.compile(
    r"(?:(?P<measure>(?<![增延加提升偏最较过更很越太拉拔多擅特成生专分数绩])[长宽高深厚重](?:约|达|为|近)?)(?P<number>[一二两三四五六七八九]?[十百千](?:[一二三四五六七八九十百]{0,4}[十百]|(?<=十)[一二三四五六七八九])?)|"
    r"(?P<measure2>[每一][^\W\d_](?:重|长|高))(?P<number2>[一二两三四五六七八九十百]{1,4})|"
    r"(?P<measure3>[每一](?:斤|公斤|亩|吨|只|头|张|件|盒|箱|袋)[^，。；]{0,4}?(?:卖到?|涨到|降到|跌到|卖出|售价|要价))(?P<number3>[一二两三四五六七八九]?[十百千][一二三四五六七八九十百]{0,4}))"
    r"(?=[，。；])"
)


_WHOLE_SIZE = re.compile(
    r"(?P<measure>[池桥路坝楼船树墙沟渠道河街洞井塔碑棚][长高深宽](?:约|达|为|近)?)(?P<number>[1-9]\d{1,4})(?=，(?!\d|[长高深宽])|。)|"
    r"(?<![\d第.A-Za-z])(?P<number2>\d{2,5}(?:\.\d+)?)(?P<measure2>[深高宽](?=[的处才，。]))|"
    r"(?P<measure3>每[箱盒袋包捆车筐桌]内?(?:装|有|坐|放))(?P<number3>[一二三四五六七八九]?[十百][一二三四五六七八九十]{0,3}|\d{1,4})(?=[，。])"
)


def _unmeasured_in_words(analysis: Analysis) -> Iterator[Hit]:
    """0.38/千克, 每床重五，, 一斤卖到三十五，: numbers without a unit that are no figures with one."""
    text = analysis.document.text
    for form in (_SHORT_RATE, _CHINESE_SIZE, _WHOLE_SIZE):
        for match in form.finditer(text):
            number = next(name for name, found in match.groupdict().items() if found and name.startswith("number"))
            measure = match[number.replace("number", "measure")]
            yield Hit(Span(*match.span(number)), {"written": match[number], "measure": measure})


_OF_A_MASS = (
    r"(?<=[\u4e00-\u9fff])(?<![第约编])(?P<number>(?!(?:19|20)\d\d(?!\d|\.))\d{1,7}(?:\.\d{1,3})?[万亿]?[多余]?)(?P<measure>§)"
    r"(?![袋桶车站场厂房库店铺局所箱盒罐瓶包箩筐棚盆机炉渣费款税币券票卡证户农商贩员工专组队节分回处收运清转填焚基产种加销经大会联]|[^，。；、]?(?:企业|公司|市场|中心|品种|项目))"
)
_HALF_OF = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![第每])(?P<number>(?:\d{1,2}|[一二两三四五六七八九十])个半)(?P<measure>)(?=[，。；、])"
)
_OF_TIME = re.compile("小时|钟头|个月|世纪|个半[月天]")
_FAR_BACK_OF_HALF = 40


def _unmeasured_goods(analysis: Analysis) -> Iterator[Hit]:
    """每天吃进43厨余: what is weighed and not counted; 手术做了5个半: half of what."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, pattern(_OF_A_MASS, words.MASS)):
        yield Hit(Span(*match.span("number")), {"written": match["number"], "measure": match["measure"]})
    for match in matches_in_prose(analysis, _HALF_OF) if "个半" in text else ():
        back = max(0, match.start() - _FAR_BACK_OF_HALF)
        if not _OF_TIME.search(text, back, match.start()) and not is_quoted(text, match.start()):
            measure = text[max(0, match.start() - 2) : match.start()]
            yield Hit(Span(*match.span("number")), {"written": match["number"], "measure": measure})


_FROM = re.compile(r"(?:[由从]|[比较](?:去年|上年|此前|原来)?的)[^，。；]{0,8}$")
_CHANGED = re.compile(r"[^，。；、\d]{0,6}[到至为][了约近]?")
_OF_THEM = re.compile(r"[，、；]其中(?![^\W\d_]*(?:第|率|分|比))[^\W\d_]{1,6}?(?:有|为|占|约)?")
_SIDE = re.compile(r"[长宽高深厚][约为]?$")
_SIDES = re.compile(r"[，、][长宽高深厚][约为]?")
_LABEL = re.compile(r"(?:^|[，、；：:。\n])(?P<label>[^\W\d_]{2,6}?)(?:[种建修铺打植挖]了|有|为|是|约)?$")
_BESIDE_LABEL = re.compile(r"[，、；](?P<label>[^\W\d_]{2,6}?)(?:[种建修铺打植挖]了|有|为|是|约)?")


def _is_in_list(analysis: Analysis, before: Mention, mention: Mention) -> bool:
    """Whether the figures on both sides of a list have the same unit: 看台380元、内场780、前排1280元."""
    text = analysis.document.text
    behind = bisect_left(analysis.mentions, mention.end, key=attrgetter("start"))
    after = next(iter(analysis.mentions[behind : behind + 1]), None)
    if after is None or before.quantity.unit is None or after.quantity.unit != before.quantity.unit:
        return False
    sides = text[before.end : mention.start], text[mention.end : after.start]
    return all(_LISTED.fullmatch(side) for side in sides)


_LISTED = re.compile(r"[，、；][^\W\d_]{1,6}")


_UNITLESS = re.compile("率|系数|指数|比值|倍数|值|评分|得分|浓度|人次|页码|编号|版")
"""What a number without a unit may well be."""


def _measured_before(analysis: Analysis, mention: Mention) -> Mention | None:
    """The figure with a unit that a bare one is set against: 由4米增加到6.5, 东区18公里，西区22."""
    text = analysis.document.text
    ahead = bisect_right(analysis.mentions, mention.start, key=attrgetter("end"))
    before = [other for other in analysis.mentions[max(0, ahead - 1) : ahead] if mention.start - 24 <= other.end]
    if not before or (text[mention.end : mention.end + 1] or "\n") not in "，。；！？,;、\n":
        return None
    last = before[-1]
    unit = last.quantity.unit
    if unit is None or last.quantity.kind not in ("quantity", "money", "percent", "duration"):
        return None
    if (unit.counts or last.quantity.kind == "percent") and text[mention.core_end - 1] in "万亿":
        return None
    between = text[last.end : mention.start]
    if _UNITLESS.search(between):
        return None
    if _OF_THEM.fullmatch(between) or _is_in_list(analysis, last, mention):
        return last
    if _SIDE.search(text, max(0, last.start - 2), last.start) and _SIDES.fullmatch(between):
        return last
    if _CHANGED.fullmatch(between) and _FROM.search(text, max(0, last.start - 10), last.start):
        return last
    one = _LABEL.search(text, max(0, last.start - 8), last.start)
    other = _BESIDE_LABEL.fullmatch(between)
    if one is None or other is None or one["label"] == other["label"] or len(one["label"]) != len(other["label"]):
        return None
    return last if one["label"][-1] == other["label"][-1] or one["label"][0] == other["label"][0] else None


def _unmeasured(text: str, mention: Mention, window: str) -> re.Match[str] | None:
    """The measure before a figure that stops without a unit, or what a price is asked for."""
    stops = (text[mention.end : mention.end + 1] or "\n") in "，。；！？,;的\n"
    listed = text.startswith("、", mention.end)
    if listed or (stops and not _unit_follows(text, mention.end)):
        measure = pattern(_MEASURE, words.MEASURED, words.AMOUNTING).search(window)
        if measure is None and ("." in mention.text or listed):
            measure = pattern(_SIZE, words.AMOUNTING).search(window)
        if measure is None and stops:
            goods = pattern(_GOODS, words.OF_GOODS, words.GOODS, words.AMOUNTING)
            measure = _MONEY_IN_ALL.search(window) or goods.search(window) or _share_before(text, mention, window)
        if measure is not None and not (listed and _shares_unit(text, mention.end, measure["measure"])):
            return measure
    priced = stops and mention.text[-1].isdigit() and pattern(_PRICED).search(window)
    if "每" not in window or not (priced or _AT_A_PRICE.match(text, mention.end)):
        return None
    return pattern(_PER, words.PER, words.AMOUNTING).search(window)


_MONEY_IN_ALL = re.compile(
    r"(?P<measure>[^\W\d_](?:费|金|款|工资|损失)(?:等(?:各项|各种)?(?:费用|损失|款项)?)?(?:总计|合计|共计|累计|总共|一共|共))(?:为|是|达|约){0,2}$"
)
_GOODS = "§(?P<measure>§)§{0,2}$"
_SHARE = "(?P<measure>§)§{0,2}$"
_IN_POINTS = re.compile("指数|PMI|均分|评分|得分|气温|水位|点")
_FAR_BACK = 40


def _share_before(text: str, mention: Mention, window: str) -> re.Match[str] | None:
    """失业率为3.1, 同比增长8.5 with nothing behind: not what an index rose by."""
    measure = pattern(_SHARE, words.IN_PERCENT, words.AMOUNTING).search(window)
    if measure is None or (measure["measure"][1] == "比" and "." not in mention.text):
        return None
    back = text[max(0, mention.start - _FAR_BACK) : mention.start]
    return None if _IN_POINTS.search(back) else measure


_NEXT_MEASURE = re.compile(r"、(?P<measure>[^\W\d_]{1,6}?)(?:约|达|为|仅|近)?\d")


def _shares_unit(text: str, at: int, measure: str) -> bool:
    """Whether the measure that stands next in a list may lend its unit: 长12.4、宽3.5米, not 体重1.1、身长38厘米."""
    following = _NEXT_MEASURE.match(text, at)
    if following is None:
        return True
    kinds = [next((kind for kind in _KINDS if said[-1] in kind), "") for said in (measure, following["measure"])]
    return not all(kinds) or kinds[0] == kinds[1]


_KINDS = ("重量", "长高宽深厚径", "速", "温", "积")
"""Last characters of the names of measures; what one entry has is told in the same units."""


_QUOTED_RATE = re.compile("(?:中间价|汇率|收盘|开盘|盘中|盘|兑[一-龥]{2,4})(?:价)?(?:约|为|至|报|在)*$")


def _is_bare(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    if _QUOTED_RATE.search(text, max(0, mention.start - 10), mention.start):
        return False  # 中间价报7.0064
    if text[mention.core_end - 1] in "万亿" and is_quoted(text, mention.start):
        return False  # “奖金5万”: one says so
    if quantity.kind != "number" or quantity.unit is not None or quantity.value is None:
        return False
    return _BARE_NUMBER.fullmatch(text, mention.core_start, mention.core_end) is not None


def _unit_follows(text: str, at: int) -> bool:
    """Whether a list goes on that gives its unit at the end: 长12.4，宽3.5米."""
    return (
        re.match(r"[，,;；]\s*(?:[宽高深厚长重][约为是达]?|其中)?\d+(?!\d|[月日号时点年])", text[at : at + 12])
        is not None
    )


_RANGE = re.compile(
    r"(?P<low>\d[\d,]{0,14}(?:\.\d{1,6})?)(?P<to>\s*(?:[-–—―~～〜－﹣至到]|——|--)\s*)(?P<high>\d[\d,]{0,14}(?:\.\d{1,6})?)(?P<size>万亿|[万亿%％‰])"
)


_HALF_PERCENT = re.compile(
    r"\d{1,3}(?:\.\d{1,3})?[%％][-–—~～至到](?P<high>\d{1,3}(?:\.\d{1,3})?)(?=[，。；]|之间|左右|的)"
)


def range_without_unit(analysis: Analysis) -> Iterator[Hit]:
    """5～8万元, 15～30%: the lower end reads as 5 and 15 of nothing."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.low is None or mention.quantity.value is not None:
            half = _HALF_PERCENT.match(text, mention.core_start)
            if half is not None:
                yield Hit(
                    Span(*half.span()), {"written": half.group(), "expected": f"{half.group()}%", "low": half["high"]}
                )
            continue
        match = _RANGE.match(text, mention.core_start)
        if match is None or match.end() + 1 < mention.core_end:
            continue
        if Decimal(plain(match["low"])) >= Decimal(plain(match["high"])):
            continue
        expected = match["low"] + match["size"] + match["to"] + match["high"] + match["size"]
        if is_cited(text, mention.span):
            continue
        values = {"written": mention.text, "expected": expected, "low": match["low"]}
        fix = Fix(match.end("low"), match.end("low"), match["size"], safe=False)
        yield Hit(mention.span, values, (), expected, fix)
