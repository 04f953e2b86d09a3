"""A numeral found by the scan in, a mention out: number, range, unit and hedge read together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from figcheck.data.hedge_words import AFTER, BEFORE
from figcheck.model import Hedge, Kind, Mention, Number, Quantity, Stamp, Unit
from figcheck.numerals import Numeral, read_numeral
from figcheck.reader import refusals
from figcheck.reader.patterns import CHINESE_CHARS, NUMBER, RANGE_TAIL, TO, C, M, S
from figcheck.units import CURRENCIES, DURATION_DIMENSIONS, PERCENT, PERMILLE, UNITS, ratio, unit_at

_SPACES = " \u00a0\u2009\u202f"
_MULTIPLES = UNITS["倍"]
_LOOSE = re.compile(rf"{S}(?:[多余餘几幾]|来(?=[个名位人家年岁]))(?!元化|样|边|数|方|国|哥|云|伦|党|媒)")
_HALF_AFTER = re.compile(r"半(?![年天个日月径球岛夜数导])")
_COUNTER_OF_TIME = re.compile(r"个(?P<loose>[多余几半])(?P<unit>小时|钟头|月|星期|礼拜|世纪|季度|学期|工作日|年头)")
_AFTER_WORDS = "|".join(sorted(map(re.escape, AFTER), key=len, reverse=True))
_AFTER = re.compile(rf"{S}(?:及|（含）|\(含\)|\+)?(?P<word>{_AFTER_WORDS})(?![游部容外地陆涨升])")
_WITHIN = frozenset(("内", "之内", "以内"))


# --- hedges ------------------------------------------------------------------------------------------------

_BEFORE_WORDS = "|".join(sorted(map(re.escape, BEFORE), key=len, reverse=True))
_CURRENCY_WORDS = "|".join(sorted((re.escape(word) for word, _ in CURRENCIES), key=len, reverse=True))
_CURRENCY_OF = dict(CURRENCIES)
_CURRENCY = re.compile(rf"(?P<currency>{_CURRENCY_WORDS}){S}$")
_NEAR_HEDGE = re.compile(rf"(?P<trap>.)??(?P<word>{_BEFORE_WORDS})(?P<link>了|有|为|达|到|在|是|占|：|:)?{S}$")
_FAR_HEDGE = re.compile(
    r"(?P<word>约占|约为|大约|约|超过|超|突破|不足|不到|低于|高于|多于|少于|接近|至少|不少于|不低于|逾)(?:了)?"
    r"(?:[^，。；：、！？,;:!?\d（）()“”]{1,12})$"
)
_HEDGE_ENDS = frozenset({word[-1] for word in BEFORE} | set("了有为达到在是占的：:") | set(_SPACES))


_HEDGE_OF: Mapping[str, Hedge] = BEFORE
_HEDGE_AFTER: Mapping[str, Hedge] = AFTER


def _hedge_before(text: str, start: int) -> tuple[Hedge, int] | None:
    """The hedge that stands before offset `start`, and where it begins; at a distance it begins at `start`."""
    last = text[start - 1 : start]
    if last not in _HEDGE_ENDS:
        return None
    window = text[max(0, start - 8) : start]
    match = _NEAR_HEDGE.search(window)
    if match is not None and not _is_trap(match["trap"], match["word"]):
        return _HEDGE_OF[match["word"]], start - (len(window) - match.start("word"))
    if last == "的":
        window = text[max(0, start - 20) : start]
        match = _FAR_HEDGE.search(window)
        if match is not None:
            return _HEDGE_OF.get(match["word"], "about"), start
    return None


_TRAPS = {
    "近": "附最临邻靠远新相亲逼就",
    "超": "赶反",
    "破": "打",
    "约": "节合条公契签制失特预履违缔盟",
    "过": "通经度超",
    "不足": "",
}
"""Characters that make another word of a hedge behind them: 附近, 赶超, 节约."""


def _is_trap(before: str | None, word: str) -> bool:
    return before is not None and before in _TRAPS.get(word, "")


# --- building ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Draft:
    """A mention while it is being read: everything that follows the first numeral is added step by step."""

    low: Numeral
    start: int
    core_end: int
    end: int
    high: Numeral | None = None
    unit: Unit | None = None
    loose: Hedge | None = None
    extra: Fraction | None = None
    """Added to the value: the half of 一个半小时."""
    percent: bool = False


def read_number(text: str, start: int, end: int) -> Mention | None:
    """A number with its unit and hedges, or a range of such; None where it is no figure."""
    numeral = read_numeral(text[start:end])
    if numeral is None or refusals.is_code(text, start, end):
        return None
    draft = _Draft(numeral, start, end, end)
    _read_tail(text, draft)
    if _is_no_figure(text, start, end, draft):
        return None
    return _finish(text, draft)


def _read_tail(text: str, draft: _Draft) -> None:
    """Percent sign, second end of a range, loose word and unit, in the order in which they stand."""
    _read_percent(text, draft)
    _read_range(text, draft)
    loose = _LOOSE.match(text, draft.end)
    if loose is not None and draft.low.hedge == "exact":
        draft.loose = "about" if "来" in loose.group() else "odd"
        draft.end = loose.end()
    if draft.percent:
        return
    _read_unit(text, draft)
    if draft.unit is None and draft.loose and not _stands_alone(text, draft.end):
        draft.loose, draft.end = None, draft.core_end
    if draft.unit is not None and draft.high is None:
        _read_range_after_unit(text, draft)


def _stands_alone(text: str, at: int) -> bool:
    """Whether what follows may be a counted noun or the end of the clause: 300多企业, 1000多。"""
    return text[at : at + 1] not in "次种样边么少"


def _read_percent(text: str, draft: _Draft) -> None:
    at = draft.end
    if text[at : at + 1] in _SPACES and text[at : at + 1]:
        at += 1
    sign = text[at : at + 1]
    if sign and sign in "%％‰":
        draft.percent = True
        draft.unit = PERMILLE if sign == "‰" else PERCENT
        draft.core_end = draft.end = at + 1


def _read_range(text: str, draft: _Draft) -> None:
    match = RANGE_TAIL.match(text, draft.end)
    if match is None:
        return
    second = read_numeral(match["number"])
    end = match.end()
    if second is None or second.value is None or draft.low.value is None:
        return
    percent = text[end : end + 1] in ("%", "％")
    if (draft.percent and not percent) or (
        text[end : end + 1] in ("年", "月", "日") and not _is_duration_end(text, end)
    ):
        return
    draft.low = _inherit(draft.low, second, text[draft.start : draft.core_end], match["number"])
    draft.high, draft.core_end, draft.end = second, end, end
    if percent:
        draft.percent, draft.unit = True, PERCENT
        draft.core_end = draft.end = end + 1


def _is_duration_end(text: str, at: int) -> bool:
    return text[at] == "年"


def _inherit(first: Numeral, second: Numeral, first_text: str, second_text: str) -> Numeral:
    """The multiplier of the end holds for the beginning where the beginning has none and is the smaller: 3—5万."""
    bare = second_text.rstrip(M)
    if first_text[-1:] in M or bare == second_text or not bare:
        return first
    mantissa = read_numeral(bare)
    if mantissa is None or mantissa.value is None or first.value is None or mantissa.value < first.value:
        return first
    if not isinstance(second.value, Decimal) or not isinstance(mantissa.value, Decimal):
        return first
    if not isinstance(first.value, Decimal) or not mantissa.value:
        return first
    factor = second.value / mantissa.value
    return Numeral(first.value * factor, step=first.step * factor, judged=first.step * factor, large=True)


def _read_unit(text: str, draft: _Draft) -> None:
    at = draft.end
    if text[at : at + 1] and text[at : at + 1] in _SPACES:
        at += 1
    timed = _COUNTER_OF_TIME.match(text, at)
    if timed is not None:
        word = timed["unit"]
        draft.unit = UNITS.get(f"个{word}") or UNITS.get(word)
        if timed["loose"] == "半":
            draft.extra = Fraction(1, 2)
        else:
            draft.loose = "odd"
        draft.end = timed.end()
        return
    found = unit_at(text, at)
    if found is None:
        return
    unit, after = found
    draft.unit, draft.end = unit, after
    _read_after_unit(text, draft)


_PARTS: dict[str, tuple[tuple[str, Fraction], ...]] = {
    "元": (("角", Fraction(1, 10)), ("分", Fraction(1, 100))),
    "角": (("分", Fraction(1, 10)),),
    "斤": (("两", Fraction(1, 10)),),
    "小时": (("分钟", Fraction(1, 60)), ("分", Fraction(1, 60))),
    "分钟": (("秒", Fraction(1, 60)),),
    "分": (("秒", Fraction(1, 60)),),
}
"""Smaller units that may follow a larger one, as shares of it: 15元5角, 2小时30分."""
_PART = re.compile(rf"(?P<number>{NUMBER})(?P<unit>角|分钟|分(?!钟)|两|秒)")
_DECIMALS = re.compile(r"([0-9０-９]{1,3})(?![0-9０-９.．年月日时:：%％个人名家万亿])")
_WITH_DECIMALS = frozenset(("米", "秒"))
_PER = re.compile(r"(?:/|／|每)")


def _read_after_unit(text: str, draft: _Draft) -> None:
    """What still belongs to the figure behind its unit: a half, smaller units, a rate's denominator, 多 and 余."""
    assert draft.unit is not None
    if draft.high is None and not draft.loose and (_read_half(text, draft) or _read_parts(text, draft)):
        return
    per = _PER.match(text, draft.end)
    if per is not None:
        under = unit_at(text, per.end())
        if under is not None and (per.group() != "每" or under[0].symbol in ("秒", "小时")):
            draft.unit, draft.end = ratio(draft.unit, under[0]), under[1]
            return
    loose = _LOOSE.match(text, draft.end)
    if loose is not None and draft.loose is None and draft.low.hedge == "exact" and _takes_loose(draft.unit):
        draft.loose, draft.end = "odd", loose.end()


def _read_half(text: str, draft: _Draft) -> bool:
    half = _HALF_AFTER.match(text, draft.end)
    if half is None:
        return False
    draft.extra, draft.end = Fraction(1, 2), half.end()
    return True


def _read_parts(text: str, draft: _Draft) -> bool:
    """18米74, 40秒956, 15元5角, 2小时30分: one figure in the first unit."""
    assert draft.unit is not None
    symbol, at = draft.unit.symbol, draft.end
    if symbol in _WITH_DECIMALS and text[draft.start].isdigit():
        decimals = _DECIMALS.match(text, at)
        digits = read_numeral(decimals[1]) if decimals else None
        if decimals is not None and digits is not None and isinstance(digits.value, Decimal):
            draft.extra = Fraction(digits.value) / 10 ** len(decimals[1])
            draft.end = draft.core_end = decimals.end()
        return decimals is not None
    while (part := _PART.match(text, draft.end)) is not None:
        share = dict(_PARTS.get(symbol, ())).get(part["unit"])
        number = read_numeral(part["number"])
        if share is None or number is None or number.value is None:
            break
        draft.extra = (draft.extra or Fraction(0)) + Fraction(number.value) * share
        draft.core_end, draft.end = part.end("number"), part.end()
    return draft.end > at


def _takes_loose(unit: Unit) -> bool:
    """3年多, 5公里多, 两块多: units that divide; 三个多 is another thing."""
    return not unit.counts


def _read_range_after_unit(text: str, draft: _Draft) -> None:
    """3万元至5万元: both ends with the same unit."""
    match = RANGE_TAIL.match(text, draft.end)
    if match is None or draft.low.value is None:
        return
    second = read_numeral(match["number"])
    found = unit_at(text, match.end())
    if second is None or second.value is None or found is None or found[0] is not draft.unit:
        return
    draft.high, draft.core_end, draft.end = second, match.end(), found[1]


# --- refusing ------------------------------------------------------------------------------------------------

_ARTICLE_LIKE = frozenset("一两壹")
_ONE_IS_FIGURE = frozenset({"money", "percent-point", "multiple", "age", "seconds", "months", "mass", "length", "area"})
_PART_OF_CLAUSE = re.compile(r"[的这那哪另每同某又任第头首上下前后唯万之逐]$")
_BIG = re.compile(r"大(?![学队连陆会家家型小道地都脑使厅门楼桥坝妈爷夫人众量多方幅力规概约致胆声])")


def _is_no_figure(text: str, start: int, end: int, draft: _Draft) -> bool:
    if text[start] not in CHINESE_CHARS:
        return _is_no_arabic_figure(text, start, end, draft)
    return _is_no_chinese_figure(text, start, end, draft)


def _is_no_arabic_figure(text: str, start: int, end: int, draft: _Draft) -> bool:
    if draft.unit is not None or draft.high is not None:
        return draft.unit is None and refusals.is_designator(text, draft.end, draft.end)
    if refusals.is_designator(text, start, end) or refusals.is_list_marker(text, start, end):
        return True
    digits = end - start
    bare = draft.low.step == 1 and text[end - 1].isdigit()
    if not draft.percent and refusals.is_quoted(text, start, end):
        return True
    if bare and (digits > 6 or (digits > 1 and text[start] in "0０")):
        return True
    return bare and digits == 4 and text[start : start + 2] in ("19", "20", "１９", "２０") and not draft.loose


def _is_no_chinese_figure(text: str, start: int, end: int, draft: _Draft) -> bool:
    core = text[start:end]
    unit = draft.unit
    if refusals.is_designator(text, draft.core_end, draft.core_end):
        return True
    if unit is None:
        return not _is_strong(text, core, draft)
    if len(core) <= 4 and refusals.is_lexical(text, start):
        return True
    if core == "半":
        return text[start - 1 : start] in ("上", "下") or unit.dimension not in DURATION_DIMENSIONS and unit.symbol not in ("世纪",)
    if core == "一" and draft.high is None:
        before = text[max(0, start - 1) : start]
        return (
            unit.dimension.partition(":")[0] not in _ONE_IS_FIGURE and draft.loose is None and draft.extra is None
        ) or bool(_PART_OF_CLAUSE.search(before))
    if core in ("几", "数"):
        return True
    if core in _BARE_SIZES and draft.loose is None and not _is_counted(text, start):
        return True
    return draft.low.hedge == "vague" and len(core) == 1


_BARE_SIZES = frozenset(("百", "千", "万", "亿", "百万", "千万", "亿万"))
_COUNTING = re.compile(r"(?:[超逾破近约达过足]|突破|接近|超过|不到|多于|至少|上|有|为|了)$")


def _is_counted(text: str, start: int) -> bool:
    """Whether a bare 百, 千 or 万 is meant as a number: 超万家, 近百人; not in 千家万户."""
    return _COUNTING.search(text[max(0, start - 2) : start]) is not None


def _is_strong(text: str, core: str, draft: _Draft) -> bool:
    """Whether a Chinese numeral without a unit is a figure all the same: 三千五百万群众, 五大任务, 百余企业."""
    after = text[draft.end : draft.end + 1]
    if draft.high is not None:
        return len(core) > 1
    if _BIG.match(text, draft.end) and not refusals.is_lexical(text, draft.start):
        return core not in ("一", "半") and len(core) <= 2
    if len(core) < 2 or refusals.is_lexical(text, draft.start):
        return False
    if core in _BARE_SIZES or core in ("十万", "万亿"):
        return _is_counted(text, draft.start) and after in "。，、；,！）"
    multiplied = any(char in M for char in core) and any(char in C for char in core)
    return multiplied or bool(draft.loose and after)


# --- finishing -----------------------------------------------------------------------------------------------


def _finish(text: str, draft: _Draft) -> Mention:
    start, currency = _currency_before(text, draft)
    hedge, begin = _hedge(text, draft, start)
    quantity = _quantity(
        draft.low, draft.high, currency or draft.unit, hedge, draft.extra, draft.percent, _sign(text, draft)
    )
    if quantity.value is not None and _sign(text, draft) < 0:
        begin = min(begin, start)
    return Mention(begin, draft.end, text[begin : draft.end], draft.start, draft.core_end, quantity)


def _sign(text: str, draft: _Draft) -> int:
    start = draft.start
    before = text[start - 1 : start]
    if before == "下" and text[start - 2 : start] == "零下":
        return -1
    if before in ("-", "−", "－", "负") and before:
        earlier = text[start - 2 : start - 1]
        return -1 if not earlier or not (earlier.isalnum()) or before == "负" else 1
    return 1


def _currency_before(text: str, draft: _Draft) -> tuple[int, Unit | None]:
    match = _CURRENCY.search(text[max(0, draft.start - 6) : draft.start])
    if match is None:
        return draft.start, None
    begin = draft.start - (len(match.group()))
    if draft.unit is not None and not draft.unit.dimension.startswith("money"):
        return draft.start, None
    if draft.unit is not None:
        return begin, None
    return begin, _CURRENCY_OF[match["currency"]] if not match["currency"][0] > "\u4e00" or match[
        "currency"
    ] == "人民币" else None


def _hedge(text: str, draft: _Draft, start: int) -> tuple[Hedge, int]:
    """The hedge of the whole mention and where the mention begins; the end is put into the draft."""
    begin = start
    before = _hedge_before(text, start)
    if before is not None:
        begin = before[1]
    after = _AFTER.match(text, draft.end)
    word = after["word"] if after is not None else None
    if word in _WITHIN and (draft.unit is None or draft.unit.dimension not in DURATION_DIMENSIONS) and word == "内":
        after = word = None
    if after is not None:
        draft.end = after.end()
    inner = draft.loose or (draft.low.hedge if draft.low.hedge != "exact" else None)
    if inner is not None:
        return inner, begin
    if before is not None:
        return before[0], begin
    return (_HEDGE_AFTER[word] if word else "exact"), begin


@lru_cache(maxsize=65536)
def _quantity(
    low: Numeral,
    high: Numeral | None,
    unit: Unit | None,
    hedge: Hedge,
    extra: Fraction | None,
    percent: bool,
    sign: int,
) -> Quantity:
    kind = _kind(unit, percent)
    judged = _judged(low, unit)
    if high is not None:
        ends = (low.value, high.value) if sign > 0 else (_minus(high.value), _minus(low.value))
        return Quantity(kind, None, ends[0], ends[1], unit, hedge, high.step, _judged(high, unit))
    if low.value is None:
        return Quantity(kind, None, low.low, low.high, unit, hedge, low.step, judged)
    value: Number = low.value
    step = low.step
    if extra is not None:
        total = Fraction(value) + extra
        value = total if total.denominator % 3 == 0 else Decimal(total.numerator) / Decimal(total.denominator)
        judged = step = Decimal("0.5") if extra == Fraction(1, 2) else Decimal("0.01")
    return Quantity(kind, value if sign > 0 else -value, None, None, unit, hedge, step, judged)


def _minus(value: Number | None) -> Number | None:
    return None if value is None else -value


def _judged(numeral: Numeral, unit: Unit | None) -> Decimal:
    """Whole counts under 1000 are exact."""
    if not numeral.large and (unit is None or unit.counts) and numeral.step >= 1:
        return Decimal(0)
    return numeral.judged


def _kind(unit: Unit | None, percent: bool) -> Kind:
    if percent:
        return "percent"
    if unit is None:
        return "number"
    family = unit.dimension.partition(":")[0]
    if family == "money" and "/" not in unit.symbol:
        return "money"
    if family == "percentage-point":
        return "percent"
    if family == "multiple":
        return "multiple"
    return "duration" if unit.dimension in DURATION_DIMENSIONS else "quantity"


# --- percents, shares, scores, ordinals ----------------------------------------------------------------------

_PERCENT_RANGE = re.compile(rf"百分之(?P<low>.+?)(?:{TO}(?:百分之)?(?P<high>{NUMBER}))?")


def read_percent(text: str, start: int, end: int) -> Mention | None:
    """百分之三十, 百分之三至五."""
    match = _PERCENT_RANGE.fullmatch(text[start:end])
    low = read_numeral(match["low"]) if match else None
    high = read_numeral(match["high"]) if match and match["high"] else None
    if low is None or text.startswith("分点", end):
        return None
    draft = _Draft(low, start, end, end, high, PERCENT, percent=True)
    return _finish(text, draft)


def read_share(text: str, start: int, end: int) -> Mention | None:
    """三分之一, 千分之三, 1/3, ½."""
    numeral = read_numeral(text[start:end])
    if numeral is None or numeral.value is None or text.startswith("决赛", end):
        return None
    if text[start].isdigit() and refusals.is_code(text, start, end):
        return None
    return _finish(text, _Draft(numeral, start, end, end))


_TENTHS = re.compile(rf"(?P<low>.+?)(?:{TO}(?P<high>.))?成(?P<more>.)?")
_NOT_TENTHS = re.compile(r"[员立功为就长熟效绩都果品分交套语型份批人体因色堆群行]")


def read_tenths(text: str, start: int, end: int) -> Mention | None:
    """三成, 三成五, 七八成: a percentage in tenths; None in 三成员 and the like."""
    match = _TENTHS.fullmatch(text[start:end])
    if match is None or (match["more"] is None and _NOT_TENTHS.match(text, end)) or refusals.is_lexical(text, start):
        return None
    if refusals.is_code(text, start, end):
        return None
    low = read_numeral(match["low"])
    high = read_numeral(match["high"]) if match["high"] else None
    more = match["more"]
    if low is None:
        return None
    added = Decimal(0)
    if more is not None:
        extra = read_numeral(more)
        added = Decimal(5) if more == "半" or extra is None else Decimal(str(extra.value))
    draft = _Draft(_tenfold(low, added), start, end, end, _tenfold(high, Decimal(0)) if high else None, PERCENT)
    draft.percent = True
    return _finish(text, draft)


def _tenfold(numeral: Numeral, added: Decimal) -> Numeral:
    def times(number: Number | None) -> Number | None:
        return None if number is None else number * 10 + added if isinstance(number, Decimal) else number * 10

    step = Decimal(1) if added else numeral.step * 10
    return Numeral(times(numeral.value), times(numeral.low), times(numeral.high), numeral.hedge, step, step)


_DOUBLING = re.compile(r"翻了?(?P<times>.+)番")


def read_doubling(text: str, start: int, end: int) -> Mention | None:
    """翻一番 is twice as much, 翻两番 four times."""
    match = _DOUBLING.fullmatch(text[start:end])
    numeral = read_numeral(match["times"]) if match else None
    if match is None or numeral is None or not isinstance(numeral.value, Decimal) or not 0 < numeral.value < 20:
        return None
    value = Decimal(2) ** int(numeral.value)
    quantity = Quantity("multiple", value, None, None, _MULTIPLES, "exact", Decimal(1), Decimal(1))
    core = start + match.start("times")
    return Mention(start, end, text[start:end], core, core + len(match["times"]), quantity)


_SCORE = re.compile(rf"(?P<home>.+?){S}[:：∶比]{S}(?P<guest>.+)")


def read_score(text: str, start: int, end: int) -> Mention | None:
    """3比2, 2:0, 21∶18."""
    match = _SCORE.fullmatch(text[start:end])
    if match is None or refusals.is_code(text, start, end) or refusals.is_lexical(text, start):
        return None
    home, guest = read_numeral(match["home"]), read_numeral(match["guest"])
    if home is None or guest is None or home.value != int(home.value or 0) or guest.value is None:
        return None
    value = f"{int(home.value)}:{int(guest.value)}"
    return Mention(start, end, text[start:end], start, end, Quantity("score", value))


_ORDINAL_NAMES = re.compile(
    r"(?:一(?:时间|线|书记|夫人|手|现场|步|学历|课堂|责任人|要务|动力|资源|生产力|梯队|桶金|印象|眼)|[二三]产业|三方|三者|三世界"
    r"|二课堂|[一二三四五]纵队|[一二三]野战|[一二三四]产业|[一二三四五六七八九十]+(?:中学|小学|医院|人民医院|师|军|集团军))"
)


def read_ordinal(text: str, start: int, end: int) -> Mention | None:
    """第十一届, 第3个, 全球第二; None in 第一时间 and the like."""
    core = start + 1
    while text[core] in _SPACES:
        core += 1
    numeral = read_numeral(text[core:end])
    if numeral is None or numeral.value is None or _ORDINAL_NAMES.match(text, core):
        return None
    found = unit_at(text, end)
    unit, stop = found if found is not None else (None, end)
    if stop == end and text[end : end + 1] in ("号", "號"):
        return None
    quantity = Quantity("ordinal", numeral.value, None, None, unit, "exact", Decimal(1), Decimal(0))
    return Mention(start, stop, text[start:stop], core, end, quantity)


def share_unit(mention: Mention, unit: Unit | None, factor: Decimal) -> Mention:
    """The same figure with the unit and multiplier of the figure that ends its series: 12、15和18万人."""
    old = mention.quantity
    assert isinstance(old.value, Decimal)
    value = old.value * factor
    judged = old.judged if factor == 1 else old.step * factor
    if unit is not None and not unit.counts and judged == 0:
        judged = old.step
    quantity = Quantity(_kind(unit, unit is PERCENT), value, None, None, unit, old.hedge, old.step * factor, judged)
    return Mention(mention.start, mention.end, mention.text, mention.core_start, mention.core_end, quantity)


__all__ = [
    "Stamp",
    "read_doubling",
    "read_number",
    "read_ordinal",
    "read_percent",
    "read_score",
    "read_share",
    "read_tenths",
    "share_unit",
]
