"""A draft of a mention in, the finished mention out: sign, currency, hedge, kind and exact quantity."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.model import Hedge, Kind, Mention, Number, Quantity, Unit
from figcheck.numerals import Numeral, negative
from figcheck.reader.hedges import HEDGE_ENDS, hedge_after, hedge_before
from figcheck.reader.patterns import S
from figcheck.units import CURRENCIES, DURATION_DIMENSIONS, PERCENT

_CURRENCY_WORDS = "|".join(sorted((re.escape(word) for word, _ in CURRENCIES), key=len, reverse=True))
_CURRENCY_OF = dict(CURRENCIES)
_CURRENCY_ENDS = frozenset({word[-1] for word, _ in CURRENCIES} | set(" \u00a0\u2009\u202f"))
_CURRENCY = re.compile(rf"(?P<currency>{_CURRENCY_WORDS}){S}$")


class Draft:
    """A mention while it is being read: everything that follows the first numeral is added step by step."""

    __slots__ = ("core_end", "end", "extra", "high", "high_sign", "loose", "low", "percent", "start", "unit")

    def __init__(
        self,
        low: Numeral,
        start: int,
        core_end: int,
        end: int,
        high: Numeral | None = None,
        unit: Unit | None = None,
        *,
        percent: bool = False,
    ) -> None:
        self.low, self.high, self.unit, self.percent = low, high, unit, percent
        self.start, self.core_end, self.end = start, core_end, end
        self.loose: Hedge | None = None
        self.extra: Fraction | None = None
        """Added to the value: the half of 一个半小时."""
        self.high_sign = 0
        """Of a range's end that does not share its beginning's (-5℃至10℃); 0 where it does."""


def finish(text: str, draft: Draft) -> Mention:
    """The mention that a draft describes, hedge and unit included."""
    begin = start = draft.start
    currency, sign, before = None, 1, None
    if text[start - 1 : start] in WORTH_A_LOOK:
        sign = _sign(text, start, draft)
        begin, currency = _currency_before(text, draft)
        if sign < 0:
            begin = start - (2 if text[start - 1] == "下" else 1)
        before = hedge_before(text, begin)
        begin = begin if before is None else before[1]
    hedge = _hedge(text, draft, None if before is None else before[0])
    quantity = _remembered(text, draft, currency or draft.unit, hedge, sign)
    return Mention(begin, draft.end, text[begin : draft.end], draft.start, draft.core_end, quantity)


_SIGNS = frozenset("下-−－负負")
SIGNED_OR_PAID = _SIGNS | _CURRENCY_ENDS
WORTH_A_LOOK = SIGNED_OR_PAID | HEDGE_ENDS
"""Characters before a number that may end a hedge, a currency or a sign: most numbers have none there."""


_MAY_BE_BELOW = ("temperature", "percent", "length")


def _sign(text: str, start: int, draft: Draft) -> int:
    before = text[start - 1 : start]
    if before not in _SIGNS:
        return 1
    if before in "-−－" and draft.unit is not None and draft.unit.dimension.startswith(_MAY_BE_BELOW):
        return 1 if text[start - 2 : start - 1].isdigit() else -1
    if before in ("负", "負") and text[start - 2 : start - 1].isdigit():
        return 1  # 2负1平 are games
    if before == "下":
        return -1 if text[start - 2 : start] == "零下" else 1
    if before:
        earlier = text[start - 2 : start - 1]
        return -1 if not earlier or not (earlier.isalnum()) or before in "负負" else 1
    return 1


def _currency_before(text: str, draft: Draft) -> tuple[int, Unit | None]:
    match = None
    if text[draft.start - 1 : draft.start] in _CURRENCY_ENDS:
        match = _CURRENCY.search(text[max(0, draft.start - 6) : draft.start])
    if match is None:
        return draft.start, None
    begin = draft.start - (len(match.group()))
    if begin > 0 and (text[begin - 1].isdigit() or text[begin - 1] in "万亿"):
        return draft.start, None  # the unit of the number before: 5美元30
    word = match["currency"]
    if draft.unit is not None and not draft.unit.dimension.startswith("money"):
        if _is_chinese(word) or not draft.unit.counts:
            return draft.start, None
        draft.end = draft.core_end  # ￥480起: the sign is the unit
    elif draft.unit is not None:
        foreign = draft.unit.symbol == "元" and _is_chinese(word) and word not in ("人民币", "人民幣")
        return begin, _CURRENCY_OF[word] if foreign else None
    return begin, _CURRENCY_OF[word] if word in ("人民币", "人民幣") or not _is_chinese(word) else None


def _is_chinese(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff"


def _hedge(text: str, draft: Draft, before: Hedge | None) -> Hedge:
    """The hedge of the whole mention, the nearest to the number winning; the mention's end is put into the draft."""
    after = hedge_after(text, draft.end)
    if after is not None and after[1] == "内" and not _is_duration(draft.unit):
        after = None
    if after is not None:
        draft.end = after[2]
    if draft.loose is not None:
        return draft.loose
    if draft.low.hedge != "exact":
        return draft.low.hedge
    return before or ("exact" if after is None else after[0])


def _is_duration(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension in DURATION_DIMENSIONS


_Key = tuple[str, int, Hedge, bool, int]
"""Numeral as written, unit, hedge, whether a percentage, sign."""
_REMEMBERED: dict[_Key, Quantity] = {}
_MOST = 8192
"""Quantities kept at most: then all are forgotten, so that memory does not grow with the number of documents."""


def simple_quantity(core: str, numeral: Numeral, unit: Unit, hedge: Hedge, *, percent: bool) -> Quantity:
    """The quantity of a numeral with a unit, perhaps a hedge, and no more, made once for the same words."""
    key: _Key = (core, id(unit), hedge, percent, 1)
    return _REMEMBERED.get(key) or _kept(key, _quantity(numeral, None, unit, hedge, None, percent, 1))


def _kept(key: _Key, quantity: Quantity) -> Quantity:
    if len(_REMEMBERED) >= _MOST:
        _REMEMBERED.clear()
    _REMEMBERED[key] = quantity
    return quantity


def _remembered(text: str, draft: Draft, unit: Unit | None, hedge: Hedge, sign: int) -> Quantity:
    """The quantity of a draft; of the same numeral with the same unit and hedge it is made once."""
    if draft.high is not None and draft.high_sign:
        low, high = _signed(draft.low, sign), _signed(draft.high, draft.high_sign)
        if low.value is not None and high.value is not None and low.value > high.value:
            low, high = high, low
        return _quantity(low, high, unit, hedge, None, draft.percent, 1)
    if draft.high is not None or draft.extra is not None:
        return _quantity(draft.low, draft.high, unit, hedge, draft.extra, draft.percent, sign)
    key = (text[draft.start : draft.core_end], id(unit), hedge, draft.percent, sign)
    return _REMEMBERED.get(key) or _kept(key, _quantity(draft.low, None, unit, hedge, None, draft.percent, sign))


def _signed(numeral: Numeral, sign: int) -> Numeral:
    return numeral if sign > 0 else negative(numeral)


def _quantity(
    low: Numeral,
    high: Numeral | None,
    unit: Unit | None,
    hedge: Hedge,
    extra: Fraction | None,
    percent: bool,
    sign: int,
) -> Quantity:
    kind = kind_of(unit, percent)
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


def kind_of(unit: Unit | None, percent: bool) -> Kind:
    """The kind of a figure in a unit."""
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


def share_unit(mention: Mention, unit: Unit | None, factor: Decimal) -> Mention:
    """The same figure with the unit and multiplier of the figure that ends its series: 12、15和18万人."""
    old = mention.quantity
    assert isinstance(old.value, Decimal)
    value = old.value * factor
    judged = old.judged if factor == 1 else old.step * factor
    if unit is not None and not unit.counts and judged == 0:
        judged = old.step
    quantity = Quantity(kind_of(unit, unit is PERCENT), value, None, None, unit, old.hedge, old.step * factor, judged)
    return Mention(mention.start, mention.end, mention.text, mention.core_start, mention.core_end, quantity)
