"""A draft with its first numeral in, everything that stands behind it and belongs to it put into the draft."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.model import Unit
from figcheck.numerals import Numeral, read_numeral
from figcheck.reader.draft import Draft
from figcheck.reader.patterns import CHINESE_CHARS, NUMBER, RANGE_TAIL, M, S
from figcheck.units import PERCENT, PERMILLE, UNITS, ratio, unit_at

_SPACES = frozenset(" \u00a0\u2009\u202f")
RANGE_STARTS = frozenset("—–~～─-－至到") | _SPACES
LOOSE_STARTS = frozenset("多余餘几幾来") | _SPACES
"""Characters behind a number that may begin a range, or a word that loosens it."""
BEFORE_UNIT = RANGE_STARTS | LOOSE_STARTS | frozenset("%％‰")
_LOOSE = re.compile(rf"{S}(?:[多余餘几幾]|来(?=[个名位人家年岁]))(?!元化|样|边|数|方|国|哥|云|伦|党|媒)")
_HALF_AFTER = re.compile(r"半(?![年天个日月径球岛夜数导])")
_COUNTER_OF_TIME = re.compile(r"个(?P<loose>[多余几半])(?P<unit>小时|钟头|月|星期|礼拜|世纪|季度|学期|工作日|年头)")


def read_tail(text: str, draft: Draft) -> None:
    """Percent sign, second end of a range, loose word and unit, in the order in which they stand."""
    if text[draft.end : draft.end + 1] in BEFORE_UNIT:
        _read_percent(text, draft)
        _read_range(text, draft)
        read_loose(text, draft)
        if draft.percent:
            _read_between(text, draft)
            return
    _read_unit(text, draft)
    if draft.unit is None and draft.loose and not _stands_alone(text, draft.end):
        draft.loose, draft.end = None, draft.core_end
    if draft.unit is not None and draft.high is None:
        _read_range_after_unit(text, draft)
    _read_between(text, draft)
    if draft.unit is None and draft.high is None:
        _read_compared(text, draft)


_BETWEEN = re.compile(rf"{S}[和与跟]{S}(?P<number>{NUMBER})")
BETWEEN_STARTS = frozenset("和与跟")
_CLAUSE_END = re.compile(r"间(?=$|[，。；、,;])")


def _read_between(text: str, draft: Draft) -> None:
    """5%和10%之间, 3万与5万元之间: a range too, though its ends are joined like two figures."""
    match = _BETWEEN.match(text, draft.end) if text[draft.end : draft.end + 1] in BETWEEN_STARTS else None
    second = read_numeral(match["number"]) if match is not None and draft.high is None else None
    if match is None or second is None or second.value is None or draft.low.value is None:
        return
    end, unit = match.end(), draft.unit
    if draft.percent:
        end += text[end : end + 1] in ("%", "％")
    elif _CLAUSE_END.match(text, end) is None and (found := unit_at(text, end)) is not None:
        unit, end = found
    if draft.unit not in (None, unit) or not (text.startswith("之间", end) or _CLAUSE_END.match(text, end)):
        return
    low = _inherit(draft.low, second, text[draft.start : draft.core_end], match["number"])
    if low.value is not None and low.value < second.value:
        draft.low, draft.high, draft.unit = low, second, unit
        draft.high_sign = 1 if text[draft.start - 1 : draft.start] in _BELOW_ZERO else 0
        draft.core_end, draft.end = end if draft.percent else match.end(), end


_COMPARED_BEFORE = re.compile(r"(?<!\d)比 ?$")
_COMPARED_BEHIND = re.compile(
    r" ?(?:(?P<over>[大高多长重快])|[小低少短轻慢])(?![\d二两三四五六七八九十百约近了]|一(?![些点]))"
)


def _read_compared(text: str, draft: Draft) -> None:
    """比170低, 比三十大: what is spoken of is on one side of the number."""
    behind = _COMPARED_BEHIND.match(text, draft.end)
    if behind is not None and _COMPARED_BEFORE.search(text, max(0, draft.start - 3), draft.start) is not None:
        draft.loose, draft.end = "over" if behind["over"] else "under", behind.end()


def read_loose(text: str, draft: Draft) -> None:
    """多, 余 or 来 right behind the number: 300多家, 两成多."""
    loose = _loose_at(text, draft.end)
    if loose is not None and draft.low.hedge == "exact":
        draft.loose = "about" if "来" in loose.group() else "odd"
        draft.end = loose.end()


def _loose_at(text: str, at: int) -> re.Match[str] | None:
    return _LOOSE.match(text, at) if text[at : at + 1] in LOOSE_STARTS else None


def _stands_alone(text: str, at: int) -> bool:
    """Whether what follows may be a counted noun or the end of the clause: 300多企业, 1000多。"""
    return at == len(text) or text[at] not in "次种样边么少"


def _read_percent(text: str, draft: Draft) -> None:
    at = draft.end
    if text[at : at + 1] in _SPACES:
        at += 1
    sign = text[at : at + 1]
    if sign and sign in "%％‰":
        draft.percent = True
        draft.unit = PERMILLE if sign == "‰" else PERCENT
        draft.core_end = draft.end = at + 1


def _read_range(text: str, draft: Draft) -> None:
    match = _range_at(text, draft.end)
    if match is None:
        return
    second = read_numeral(match["number"])
    end = match.end()
    if second is None or second.value is None or draft.low.value is None:
        return
    percent = text[end : end + 1] in ("%", "％")
    if (draft.percent and not percent) or text[end : end + 1] in ("月", "日"):
        return
    draft.low = _inherit(draft.low, second, text[draft.start : draft.core_end], match["number"])
    draft.high, draft.core_end, draft.end = second, end, end
    if match["minus"]:
        draft.high_sign = -1
    elif text[draft.start - 1 : draft.start] in _MINUSES:
        draft.high_sign = 1
    if percent:
        draft.percent, draft.unit = True, PERCENT
        draft.core_end = draft.end = end + 1


_MINUSES = frozenset("-−－")
"""These belong to the number behind them alone; 零下3至5度 are both below zero."""
_BELOW_ZERO = frozenset("-−－负下")


def _range_at(text: str, at: int) -> re.Match[str] | None:
    return RANGE_TAIL.match(text, at) if text[at : at + 1] in RANGE_STARTS else None


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


def _read_unit(text: str, draft: Draft) -> None:
    at = draft.end
    if text[at : at + 1] in _SPACES:
        at += 1
    timed = _COUNTER_OF_TIME.match(text, at) if text[at : at + 1] == "个" else None
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
    if unit.symbol == "打" and _DOZEN.match(text, after) is None:
        return
    draft.unit, draft.end = _meant(text, draft, unit) if unit.symbol in BY_CONTEXT else unit, after
    _read_after_unit(text, draft)


_SPENT = re.compile(r"(?:花费?|付|卖|售价|要价|挣|赚|赔|罚|收)[了你我他她您得仅只要]{0,2}$")
_SCALE = re.compile(r"(?P<scale>[华華摄攝])氏(?:[温溫]度)?[计為为达到约約]{0,2}(?:零下)?$")
_DOZEN = re.compile(
    r"$|[\s，。；、！？,;）)”]|(?:鸡蛋|啤酒|玫瑰|康乃馨|苹果|蘋果|铅笔|毛巾|袜子|碗|杯子|瓷碗|手套|短裤|橘子)"
)
"""Behind a dozen; more often 打 is a verb: 三打白骨精."""
BY_CONTEXT = frozenset("块度打折")
"""Units of which the words around them make another, or none: 花了三块, 华氏98度, 三打白骨精, 九五折."""


_CHANGE = re.compile(r"[一二三四五六七八九1-9１-９](?:毛|(?![十百千万亿个名位条年月日天米公里元块角分岁0-9０-９.．]))")
"""Behind 两块 it makes money of it: 两块三, 三块五毛."""


def _of_ten(numeral: Numeral, core: str) -> Numeral:
    """九五折 and 95折 are 9.5 of ten."""
    value = numeral.value
    if len(core) != 2 or "十" in core or not isinstance(value, Decimal) or not 10 < value < 100:
        return numeral
    return Numeral(value / 10, step=Decimal("0.1"), judged=Decimal("0.1"))


def _meant(text: str, draft: Draft, unit: Unit) -> Unit:
    before = text[max(0, draft.start - 9) : draft.start]
    if unit.symbol == "块":
        paid = _SPENT.search(before) or _CHANGE.match(text, draft.end + len(unit.symbol))
        return UNITS["元"] if paid else unit
    if unit.symbol == "折":
        draft.low = _of_ten(draft.low, text[draft.start : draft.core_end])
        return unit
    scale = _SCALE.search(before) if "氏" in before else None
    if scale is None:
        return unit
    return UNITS["华氏度" if scale["scale"] in "华華" else "摄氏度"]


_PARTS: dict[str, tuple[tuple[str, Fraction], ...]] = {
    "元": (("角", Fraction(1, 10)), ("毛", Fraction(1, 10)), ("分", Fraction(1, 100))),
    "美元": (("美分", Fraction(1, 100)),),
    "欧元": (("欧分", Fraction(1, 100)),),
    "英镑": (("便士", Fraction(1, 100)),),
    "角": (("分", Fraction(1, 10)),),
    "斤": (("两", Fraction(1, 10)),),
    "丈": (("尺", Fraction(1, 10)),),
    "尺": (("寸", Fraction(1, 10)),),
    "小时": (("分钟", Fraction(1, 60)), ("分", Fraction(1, 60)), ("秒", Fraction(1, 3600))),
    "分钟": (("秒", Fraction(1, 60)),),
    "分": (("秒", Fraction(1, 60)),),
    "年": (("个月", Fraction(1, 12)),),
}
"""Smaller units that may follow a larger one, as shares of it: 15元5角, 2小时30分."""
SPLIT_UNITS = frozenset(_PARTS) | BY_CONTEXT | {"米", "秒"}
"""Units behind which smaller ones, or decimals, may follow, or that are to be looked at twice."""
_SMALLEST = {"分": "分钟", "分钟": "分钟", "秒": "秒", "个月": "个月"}
"""Where the parts make no exact decimal of the larger unit (2小时11分18秒), the figure is in that of the last part."""
_PART = re.compile(rf"(?:零|又)?(?P<number>{NUMBER})(?P<unit>[角毛尺寸]|美分|欧分|便士|分钟|分(?!钟)|两|秒|个月)")
PART_STARTS = CHINESE_CHARS | frozenset("零又0123456789０１２３４５６７８９")
_TENTH = re.compile(r"[一二三四五六七八九1-9１-９](?![0-9０-９.．毛十百千万亿个名位条年月日天米公里元])")
_DECIMALS = re.compile(r"([0-9０-９]{1,3})(?![0-9０-９.．年月日时:：%％个人名家万亿])")
_WITH_DECIMALS = frozenset(("米", "秒"))
_PER = re.compile(r"(?:/|／|每)")
PER_STARTS = frozenset("/／每")


def _read_after_unit(text: str, draft: Draft) -> None:
    """What still belongs to the figure behind its unit: a half, smaller units, a rate's denominator, 多 and 余."""
    assert draft.unit is not None
    if draft.high is None and not draft.loose and (_read_half(text, draft) or _read_parts(text, draft)):
        return
    per = _PER.match(text, draft.end) if text[draft.end : draft.end + 1] in PER_STARTS else None
    if per is not None:
        under = unit_at(text, per.end()) or _hour_at(text, per.end())
        if under is not None and (per.group() != "每" or under[0].symbol in ("秒", "小时")):
            draft.unit, draft.end = ratio(draft.unit, under[0]), under[1]
            return
    loose = _loose_at(text, draft.end)
    if loose is not None and _MORE_DONE.match(text, loose.start()):
        return
    if loose is not None and draft.loose is None and draft.low.hedge == "exact" and _takes_loose(draft.unit):
        draft.loose, draft.end = "odd", loose.end()


_MORE_DONE = re.compile("多[收卖产赚招花用投打]了|多(?:出|了)?(?:约|近)?[0-9０-９]")
"""比去年的34.5万吨多收了3万吨, 较9月的1183.2万吨多64.4万吨: 多 belongs to what is more."""


def _hour_at(text: str, at: int) -> tuple[Unit, int] | None:
    """公里/时 is 公里/小时."""
    return (UNITS["小时"], at + 1) if text[at : at + 1] == "时" else None


def _read_half(text: str, draft: Draft) -> bool:
    half = _HALF_AFTER.match(text, draft.end) if text[draft.end : draft.end + 1] == "半" else None
    if half is None:
        return False
    draft.extra, draft.end = Fraction(1, 2), half.end()
    return True


def _read_parts(text: str, draft: Draft) -> bool:
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
    tenth = _TENTH.match(text, at) if symbol == "米" or text[at - 1] == "块" else None
    if tenth is not None:
        draft.extra = Fraction(read_numeral(tenth.group()).value) / 10  # type: ignore[union-attr, arg-type]
        draft.end = draft.core_end = tenth.end()
        return True
    if symbol not in _PARTS or text[at : at + 1] not in PART_STARTS:
        return False
    last = ""
    while (part := _PART.match(text, draft.end)) is not None:
        share = dict(_PARTS[symbol]).get(part["unit"])
        number = read_numeral(part["number"])
        if share is None or number is None or number.value is None:
            break
        draft.extra = (draft.extra or Fraction(0)) + Fraction(number.value) * share
        draft.core_end, draft.end, last = part.end("number"), part.end(), part["unit"]
        if part["unit"] == "秒" and (decimals := _DECIMALS.match(text, draft.end)) is not None:
            hundredths = Fraction(read_numeral(decimals[1]).value) / 10 ** len(decimals[1])  # type: ignore[union-attr, arg-type]
            draft.extra += hundredths * share
            draft.core_end = draft.end = decimals.end()
    if draft.end > at and draft.extra is not None:
        if draft.unit.symbol == "分":
            draft.unit = UNITS["分钟"]
        _in_smallest(draft, UNITS.get(_SMALLEST.get(last, "")))
        whole = draft.low.value
        if draft.extra == Fraction(1, 2) and isinstance(whole, Decimal):  # 3分30秒 is told to the second, 3分半 is not
            value = whole + Decimal("0.5")
            draft.low, draft.extra = Numeral(value, step=Decimal("0.01"), judged=Decimal("0.01")), None
    return draft.end > at


def _in_smallest(draft: Draft, smallest: Unit | None) -> None:
    """The whole figure in the smallest unit, where the larger one would not give an exact decimal."""
    assert draft.unit is not None and draft.extra is not None
    whole = Fraction(draft.low.value or 0) + draft.extra
    rest = whole.denominator
    while rest % 2 == 0 or rest % 5 == 0:
        rest //= 2 if rest % 2 == 0 else 5
    if rest == 1 or smallest is None:
        return
    factor = draft.unit.factor / smallest.factor
    total = whole * factor
    value = Decimal(total.numerator) / Decimal(total.denominator)
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    draft.low, draft.extra, draft.unit = Numeral(value, step=step, judged=step), None, smallest


def _takes_loose(unit: Unit) -> bool:
    """3年多, 5公里多, 两块多: units that divide; 三个多 is another thing."""
    return not unit.counts


def _read_range_after_unit(text: str, draft: Draft) -> None:
    """3万元至5万元: both ends with the same unit."""
    match = _range_at(text, draft.end)
    if match is None or draft.low.value is None:
        return
    second = read_numeral(match["number"])
    found = unit_at(text, match.end())
    if second is None or second.value is None or found is None or found[0] is not draft.unit:
        return
    draft.high, draft.core_end, draft.end = second, match.end(), found[1]
    if match["minus"]:
        draft.high_sign = -1
    elif text[draft.start - 1 : draft.start] in _BELOW_ZERO:
        draft.high_sign = 1
