"""Figures with what stands around them, as written: a sign, a currency, a rate, an ordinal that is said twice."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.checks.prose import is_cited, matches_in_prose
from figcheck.data import notation_words as words
from figcheck.model import Analysis, Fix, Hit, Span

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_HAN_DIGITS = "〇零一二三四五六七八九十百千两"
_NUMBER = rf"(?:{_DIGITS}|[{_HAN_DIGITS}]+)"
_SIZE = "[十百千万亿]{0,3}[多余]?"


def _said_twice(match: re.Match[str], superfluous: str) -> Hit:
    """A finding whose repair leaves out the group of that name."""
    start, end = match.span(superfluous)
    written = match.group()
    expected = written[: start - match.start()] + written[end - match.start() :]
    values = {"written": written, "again": written[start - match.start() : end - match.start()], "expected": expected}
    return Hit(Span(*match.span()), values, (), expected, Fix(start, end, "", safe=False))


# --- signs -----------------------------------------------------------------------------------------------------

_MINUS = rf"(?P<word>§)(?:§){{0,2}}\s?(?P<again>负(?!增长)|[-－−–]|—(?!—))\s?(?=\d|[{_HAN_DIGITS}]+[点成度万亿元个%])"
_NO_SIGN = re.compile(r"(?:涨|升|增|盈|正|负债|投|出)$")


def sign_said_twice(analysis: Analysis) -> Iterator[Hit]:
    """下降-3.6%, 零下-5℃: a minus behind a word that says it already."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, pattern(_MINUS, words.FALLING, words.SIGN_BETWEEN)):
        if match["word"] == "减" and match["again"] == "负":
            continue  # 为企业减负612亿元
        if not _NO_SIGN.search(text, max(0, match.start() - 2), match.start()):
            yield _said_twice(match, "again")


# --- ranges ----------------------------------------------------------------------------------------------------

_JOINED = re.compile(
    rf"(?P<from>从[^，。；]{{0,8}})?(?:\d[\d,.]*|[{_HAN_DIGITS}年月日时分点号万亿]+)(?:[%％℃°]|[^\W\d_]{{1,4}}?)??\s?"
    rf"(?P<to>[至到](?:[-－–—―~～〜]+|[至到])|[-－–—―~～〜]+[至到])(?!\d{{0,4}}年?[底今此])\s?(?=\d|[{_HAN_DIGITS}]+[^\W\d_])"
)
_OTHER_WORDS = re.compile(r"[甚乃以直截冬夏及延推提送达赶遇来得等看想感收拿找走做回涉周不涨升降]$")


_BELOW = re.compile("[℃度]$|摄氏度$|[%％米]$")


def range_joined_twice(analysis: Analysis) -> Iterator[Hit]:
    """从3元至到5元, 18.5—至23.9: two words or marks for the one 到 of a range."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _JOINED):
        start, end = match.span("to")
        if _OTHER_WORDS.search(text, max(0, start - 1), start) or match["to"].startswith(("——", "--")):
            continue
        if match["to"][-1] in "-−－" and match["to"][0] in "到至" and _BELOW.search(text, max(0, start - 2), start):
            continue  # -19℃到-17℃
        expected = "到" if match["from"] and "到" in match["to"] else "至" if "至" in match["to"] else "到"
        first = match.start() + len(match["from"] or "")
        values = {"written": match["to"], "expected": expected}
        yield Hit(Span(first, end), values, (), expected, Fix(start, end, expected, safe=False))


# --- rates -----------------------------------------------------------------------------------------------------

_SPEED = (
    rf"(?<![里米转吨升斤克元])(?P<head>§)[^，。；：“”0-9]{{0,8}}?{_NUMBER}{_SIZE}[^\W\d_到至增升降减为从比变改换涨跌扩缩]{{1,4}}?"
    r"(?P<again>(?:/|／|每)(?P<per>§))(?![A-Za-z个年月都当逢])"
)
_MEAN = r"(?P<head>§)(?P<between>[^，。；：、“”0-9]{0,4}?)(?P<again>§)(?!都|工作|一|个)"

_PER_BEHIND = re.compile(rf"[{_HAN_DIGITS}0-9][万亿]?(?:公里|千米|米|千瓦|立方米|升|吨|转|次|毫米|海里|英里)$")
"""What 每小时 belongs to where it stands behind a figure: 由80公里每小时降至60公里每小时."""
_MEAN_OF_MEANS = re.compile(r"(?P<again>平均)(?:[年月日周天人户亩班]均|每[人户年月天]均)")


def rate_said_twice(analysis: Analysis) -> Iterator[Hit]:
    """时速80公里/小时, 日均每天11人: one of what is counted by, said before the figure and behind it."""
    for match in matches_in_prose(analysis, pattern(_SPEED, " ".join(_PER_HEADS), " ".join(_PER_TAILS))):
        follows = _PER_BEHIND.search(analysis.document.text, max(0, match.start() - 6), match.start()) is not None
        if _PER_HEADS[match["head"]] == _PER_TAILS[match["per"]] and not (follows and match["head"].startswith("每")):
            yield _said_twice(match, "again")
    for match in matches_in_prose(analysis, _MEAN_OF_MEANS):
        yield _said_twice(match, "again")
    for match in matches_in_prose(analysis, pattern(_MEAN, " ".join(_MEAN_HEADS), " ".join(_MEAN_HEADS))):
        same = _MEAN_HEADS[match["head"]] == _MEAN_HEADS[match["again"]]
        if same and match["head"] != match["again"] and _is_one_phrase(match):
            yield _said_twice(match, "again")


def _is_one_phrase(match: re.Match[str]) -> bool:
    """Whether nothing but a verb parts the two: 日均接待每天300人, not 日均气温比每天……."""
    between = match["between"]
    return not between or (match["head"].endswith("均") and not any(char in between for char in "的比和与及或"))


_PER_HEADS = {head: kind for kind, (heads, _) in words.RATES.items() for head in heads.split()}
_PER_TAILS = {tail: kind for kind, (_, tails) in words.RATES.items() for tail in tails.split()}
_MEAN_HEADS = {word: kind for kind, said in words.MEANS.items() for word in said.split()}


# --- money -----------------------------------------------------------------------------------------------------

_MONEY = (
    rf"(?P<sign>§)\s?(?:约|近|超|逾)?{_DIGITS}[十百千万亿]{{0,3}}[多余]?\s?"
    r"(?P<again>§)(?![/／]?\s?兑|汇率|指数|债|区|宵|旦)"
)


def money_said_twice(analysis: Analysis) -> Iterator[Hit]:
    """￥60元, €20万欧元: the currency before the figure and again behind it, or another one there."""
    for match in matches_in_prose(analysis, pattern(_MONEY, words.CURRENCY_SIGNS, words.CURRENCY_WORDS)):
        again = match["again"]
        if match["sign"] == "人民币" and again in ("元", "块", "块钱", "圆"):
            continue
        if again in words.MONEY_OF_SIGN.get(match["sign"], ""):
            start, end = match.start("sign"), match.end("sign")
            expected = match.group()[end - start :].strip()
            values = {"written": match.group(), "again": match["sign"], "expected": expected}
            yield Hit(Span(*match.span()), values, (), expected, Fix(start, end, "", safe=False))
        else:
            yield Hit(Span(*match.span()), {"written": match.group(), "again": again, "expected": ""})


# --- ordinals --------------------------------------------------------------------------------------------------

_ORDINAL = re.compile(
    rf"第(?P<again>第){_NUMBER}|(?P<head>第{_NUMBER})(?P<again2>第)(?!{_NUMBER}|[一二三四五六七八九十])|"
    rf"(?<![{'目此之日当以年赛战天周月午生史眼先从空提跟面往会课餐睡饭站台门身胸'}])前(?P<again3>第){_NUMBER}(?:[名位强席]|$|[，。；、])|"
    rf"第(?P<again4>前){_NUMBER}[名位强]|"
    rf"第{_NUMBER}(?:名(?P<again5>位)(?![居于列置次移])|位(?P<again6>名)|届(?P<again7>次)(?!序)|次(?P<again8>届))|"
    rf"(?P<again9>第)首届|首届(?P<again10>第[一1]届)|首(?P<again11>第)[一1][届次个]"
)


def ordinal_said_twice(analysis: Analysis) -> Iterator[Hit]:
    """第18第届, 前第5位, 第二名位: what makes an ordinal is there twice."""
    yield from _by_group(analysis, _ORDINAL)


def _by_group(analysis: Analysis, form: re.Pattern[str]) -> Iterator[Hit]:
    """A finding for each match; of its groups `again`, `again2`… the one that took part is superfluous."""
    for match in matches_in_prose(analysis, form):
        group = next(name for name, found in match.groupdict().items() if name.startswith("again") and found)
        yield _said_twice(match, group)


# --- shares ----------------------------------------------------------------------------------------------------

_SHARES = re.compile(
    rf"百分之(?P<again>百分之)|百分之{_NUMBER}(?:点{_NUMBER})?(?P<again2>[%％]|成(?![为功长本立员都了]))|"
    rf"(?:[一二两三四五六七八九]|\d(?<!\d\d))成[多半]?(?P<again3>[%％]|个?百分点|百分之)|"
    rf"{_DIGITS}[%％](?P<again4>成(?![为功长本立员都了])|百分之)|(?P<again5>百分之){_DIGITS}[%％]|"
    rf"分之(?P<again6>[一二三四五六七八九十百\d]*分之)"
)


def share_said_twice(analysis: Analysis) -> Iterator[Hit]:
    """百分之百分之八十, 七成%, 百分之三十%: two ways to write a share in one."""
    yield from _by_group(analysis, _SHARES)


# --- hedges in words -------------------------------------------------------------------------------------------

_SIZED = rf"(?:{_DIGITS}{_SIZE}|[{_HAN_DIGITS}]+[多余]?)"
_NO_NEAR = "最附临靠邻新远亲相就切贴迫挨将接逼几"
_LEADING = "[分吃挣喝收]到|可|能|会|将|也|就|才|是|为|达|到|补|奖|贷|领|罚|卖|按|给|有|获|用|报销|不过|只|只能|只有|拿"
_NOT_ABOUT = "节预制条契公合签隐简违邀特相履婚"
_DAY = r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[初中末底])|\d{4}年|[春夏秋冬]季)"
_HEDGES = re.compile(
    rf"(?P<first>整整|正好|恰好|刚好|恰恰)[^，。；：“”0-9]{{0,3}}{_SIZED}[^，。；：“”0-9]{{0,4}}?(?P<last>左右|上下(?!文|游|两|级|班|学))|"
    rf"(?P<first2>整整|正好|恰好|刚好)(?:有|是|为)?(?P<last2>大?约|近|将近|接近)(?={_SIZED})|"
    r"(?P<first3>超过?|过|逾|接近|将近)(?:一半|半数|大半|一大半)(?P<last3>以上|左右|多)|"
    rf"(?<=[{_HAN_DIGITS}\d人元年岁米吨次家个倍天成%])(?P<first4>以上|以下|以内|之内)(?P<last4>左右|上下)(?=[，。；、的])|"
    rf"(?P<first5>大?约|大概|约莫|差不多)(?:有|为|占|达|在|需|用|能|可){{1,2}}(?P<last5>近|将近|接近)(?={_SIZED})|"
    rf"(?P<first6>约莫|几乎|差不多)(?:有|是|为)?{_SIZED}[^，。；：“”0-9]{{0,3}}?(?P<last6>左右|上下(?!文|游|两|级))|"
    rf"(?P<first10>(?<![{_NO_NEAR}])近|将近|接近|逼近)(?:有|达)?(?:{_SIZED}(?P<last10>[来几](?![年天日周月里]|个月)[百千万]?|[多余]?[^，。；：“”0-9]{{0,3}}?之多)|(?P<last11>[几数上][十百千万]+)(?![年天日周月里]|个[月星]))|"
    r"(?P<first12>近|将近|接近|不到|不足|约)(?:半数|一半|大半)(?P<last12>以上|多(?![数半年]))|"
    rf"(?P<first13>超过|突破|超|逾|冲破|高达|多达)(?:了)?[^，。；：“”0-9]{{0,8}}?{_SIZED}[^，。；：“”0-9]{{0,4}}?(?P<last13>(?:大关|关口)以上|以上多|以上还多|之多)(?=[，。；的])|"
    rf"(?P<first14>(?<=[龄岁])过){_SIZED}[年岁](?P<last14>以上)|"
    rf"{_SIZED}[^，。；：“”0-9]{{0,3}}?(?P<first15>以上|以下)(?P<last15>还多|多(?=[，。的]))|"
    r"(?P<first16>最[多高长大](?!气温|温度|水位|风力|风速|成交|日|单日)|至多|顶多|充其量|上限)[^，。；：“”0-9]{0,3}?(?P<last16>不少于|不低于|不小于|至少|起码)(?=[\d一二两三四五六七八九十百])|"
    r"(?P<first17>最[少低短小]|至少|起码|下限)[^，。；：“”0-9]{0,3}?(?P<last17>不超过|不高于|不多于|不大于|至多|最多)(?=[\d一二两三四五六七八九十百])|"
    rf"(?P<first18>最[高多长大]|至多|顶多|充其量|上限)(?:{_LEADING}){{1,4}}{_SIZED}[^，。；：“”0-9]{{0,3}}?(?P<last18>以上)(?!的)|"
    rf"(?P<first19>最多|至多|顶多|最高){_SIZED}[元人天次件名个岁](?P<last19>起(?=[，。；]))|"
    r"(?P<first7>近)[百千万亿](?P<last7>余)(?!年来|年间|[天日]来)(?=[^\W\d_])|(?P<first8>几乎|差不多)(?P<last8>近|将近|接近)(?=[\d百千])|"
    rf"(?<![{_NOT_ABOUT}])(?P<first20>大?约|大概)(?:是|在|于){{0,2}}{_DAY}(?P<last20>左右|前后)|"
    rf"(?P<first9>估计|预计|据估算)?(?P<last9>大约约|约大约|约大概|大概约|大概大约|左右上下|多左右余)"
)


def hedge_said_twice(analysis: Analysis) -> Iterator[Hit]:
    """正好20人左右, 超过一半以上, 约有近千人: a word that loosens a figure where another has done it, or forbids it."""
    for match in matches_in_prose(analysis, _HEDGES):
        found = {name: word for name, word in match.groupdict().items() if word}
        first = next((word for name, word in found.items() if name.startswith("first")), "")
        last = next(word for name, word in found.items() if name.startswith("last"))
        if last == "之多" and first in ("多达", "高达"):
            continue  # clumsy, and no contradiction
        if is_cited(analysis.document.text, Span(*match.span())):
            continue
        yield Hit(Span(*match.span()), {"written": match.group(), "first": first or last[:-1], "last": last})
