"""A numeral as written in, its exact value, written precision and looseness out; pure, and the only reader of numbers.

A *numeral* is digits with their multipliers: `12亿`, `三百五十`, `两万五`, `1亿2000万`, `十几`, `数百万`.
Percent signs, units and hedges outside are the reader's business.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from figcheck import expressions as re
from figcheck.model import Hedge, Number, last_digit
from figcheck.values import Frozen

_DIGITS = {
    **dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("○Ｏ壹贰叁肆伍陆柒捌玖", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("两兩俩倆貳參叄陸弌弍弎", (2, 2, 2, 2, 2, 3, 3, 6, 1, 2, 3), strict=True)),
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
"""兆 as in Taiwan and Japan; where it is a unit of data, the reader does not take it into the numeral."""
_TWENTIES = {"廿": "二十", "卅": "三十", "卌": "四十", "念": "二十"}

DIGIT_CHARS = "".join(_DIGITS)
TEN_CHARS = "".join(_TENS)
MYRIAD_CHARS = "".join(_MYRIADS)
LOOSE_CHARS = "多余餘几幾来"
"""What may stand inside a numeral and loosens it: 十几, 1000多万, 百余, 十来."""
VAGUE_CHARS = "几幾数數"
"""What may stand for a digit: 几十, 数百万."""

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－／", "0123456789.,%+-/")
_SPACES = dict.fromkeys(map(ord, " \u00a0\u2009\u202f\u2006\u3000"))
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\d]")
_PAIR = re.compile(rf"[{DIGIT_CHARS}]{{2}}")


class Numeral(Frozen):
    """What a numeral means."""

    value: Number | None
    """None for vague numerals and pairs."""
    low: Number | None = None
    """Pairs and vague numerals: the least that is meant."""
    high: Number | None = None
    """Pairs and vague numerals: the most that is meant; None where open."""
    hedge: Hedge = "exact"
    """`odd` for 多, 余, 几 inside; `vague` for 数十."""
    step: Decimal = Decimal(1)
    """One unit of the last digit written."""
    judged: Decimal = Decimal(1)
    """The step with the zeros at the end of large whole numbers left open."""
    large: bool = False
    """Whether it is 1000 or more, or has a multiplier: whole counts below are exact."""

    def __hash__(self) -> int:
        return hash(self.value)


def plain(text: str) -> str:
    """The same numeral in half-width digits, without spaces; for reading only, never for spans."""
    return text.translate(_FULL_WIDTH).translate(_SPACES)


LONGEST = 40
"""Characters of the longest numeral that is read: what is longer is an identifier or noise."""


def number_text(number: Number) -> str:
    """An exact number as plain text: `1200000000`, `5.2`, `1/3`."""
    if isinstance(number, Fraction):
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=8192)
def read_numeral(text: str) -> Numeral | None:
    """The meaning of a numeral, or None where the characters make no number."""
    if len(text) > LONGEST:
        return None
    core = plain(text)
    for short, full in _TWENTIES.items():
        core = core.replace(short, full)
    sign = 1
    if core[:1] in "+-负負":
        sign = -1 if core[0] != "+" else 1
        core = core[1:]
    if not core:
        return None
    numeral = _read_fraction(core) or _read_vague(core) or _read_pair(core) or _read_loose(core) or _read_exact(core)
    return negative(numeral) if numeral and sign < 0 else numeral


def whole_number(written: str) -> int | None:
    """The whole number that a numeral says; None for none."""
    numeral = read_numeral(written)
    if numeral is None or numeral.value is None or numeral.value != int(numeral.value):
        return None
    return int(numeral.value)


def negative(numeral: Numeral) -> Numeral:
    """The same below zero."""
    value, low, high = (None if n is None else -n for n in (numeral.value, numeral.low, numeral.high))
    return Numeral(value, high, low, numeral.hedge, numeral.step, numeral.judged, numeral.large)


# --- whole grammar, from the plainest up -----------------------------------------------------------------


def _read_exact(core: str) -> Numeral | None:
    """Digits and multipliers with nothing loose: 335, 1.2万亿, 三百五十, 二〇二四, 三点五."""
    if core.isascii():
        return _arabic(core)
    if all(char in _DIGITS for char in core):
        number = Decimal("".join(str(_DIGITS[char]) for char in core))
        return _with_steps(number, Decimal(1), large=len(core) > 3)
    if "点" in core or "點" in core:
        return _spoken_decimal(core.replace("點", "点"))
    if core == "半百":
        return Numeral(Decimal(50), judged=Decimal(0))
    if core == "半":
        return Numeral(Decimal("0.5"), step=Decimal("0.5"), judged=Decimal("0.5"))
    return _sum(core)


def _arabic(core: str) -> Numeral | None:
    try:
        number = Decimal(core.replace(",", ""))
    except ArithmeticError:
        return None
    if not number.is_finite():
        return None
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
    return _with_steps(number, step, large=abs(number) >= 1000)


def _with_steps(number: Decimal, step: Decimal, *, large: bool) -> Numeral:
    judged = step
    if large and step >= 1 and number:
        judged = _decimal(last_digit(Fraction(number)))
    return Numeral(number, step=step, judged=max(step, judged), large=large)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _spoken_decimal(core: str) -> Numeral | None:
    """三点五, 十二点零三亿."""
    head, _, tail = core.partition("点")
    digits = re.match(rf"[{DIGIT_CHARS}]+", tail)
    whole = _read_exact(head) if head else None
    if digits is None or whole is None or not isinstance(whole.value, Decimal):
        return None
    places = "".join(str(_DIGITS[char]) for char in digits.group())
    factor = _multiplier(tail[digits.end() :])
    if factor is None:
        return None
    number = Decimal(f"{int(whole.value)}.{places}") * factor
    step = Decimal(1).scaleb(-len(places)) * factor
    return Numeral(number, step=step, judged=step, large=factor > 1)


def _multiplier(text: str) -> Decimal | None:
    factor = Decimal(1)
    for char in text:
        size = _TENS.get(char) or _MYRIADS.get(char)
        if size is None:
            return None
        factor *= size
    return factor


def _sum(core: str) -> Numeral | None:
    """Numbers and multipliers in turn: 1亿2000万, 三千五百, 一万六 (the last digit stands a place below)."""
    total, section, number = Decimal(0), Decimal(0), None
    step = size = last = Decimal(1)
    pointed = False
    for token in _TOKEN.findall(core):
        if token[0].isdigit():
            if number:
                return None
            number = Decimal(token.replace(",", ""))
            pointed = "." in token
            step = Decimal(1).scaleb(-len(token.partition(".")[2]))
        elif token in _DIGITS:
            if number:
                return None
            number, step, pointed = Decimal(_DIGITS[token]), Decimal(1), False
        elif token in _TENS:
            size = Decimal(_TENS[token])
            section, step = section + (number or 1) * size, step * size
            number = None
        elif token in _MYRIADS:
            size, section = Decimal(_MYRIADS[token]), section + (number or 0)
            if not section and not total and number is None:
                section = Decimal(1)
            total = total + section * size if section and size < last else (total + section) * size
            section, step, number, last = Decimal(0), step * size, None, size
        else:
            return None
    if number is not None:
        elided = size >= 100 and (core[-1] in _DIGITS or core[-2] in _MYRIADS) and core[-2] not in "零〇○Ｏ"
        section += number * size / 10 if elided else number
        step = size / 10 if elided else step
    return _summed(total + section, step, pointed=pointed)


def _summed(number: Decimal, step: Decimal, *, pointed: bool) -> Numeral:
    if pointed or not number:
        return Numeral(number, step=step, judged=step, large=True)
    last = _decimal(last_digit(Fraction(number)))
    large = number >= 1000
    return Numeral(number, step=min(step, last), judged=last if large else Decimal(1), large=large)


# --- fractions, pairs, loose and vague numerals ----------------------------------------------------------


_HALVES = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}


def _read_fraction(core: str) -> Numeral | None:
    """三分之一, 1/3, ½, 千分之三, 一又二分之一; 百分之 is the reader's, since a percentage keeps its scale."""
    if core in _HALVES:
        return _fraction(Fraction(*_HALVES[core]))
    before, mixed, core = core.rpartition("又")
    whole = _read_exact(before) if mixed else None
    part = _read_part(core)
    if part is None or (mixed and (whole is None or whole.value is None)):
        return None
    return _fraction(part + (Fraction(whole.value) if whole and whole.value else 0))


def _read_part(core: str) -> Fraction | None:
    for mark in ("分之", "/"):
        left, found, right = core.partition(mark)
        if not found:
            continue
        sign = -1 if right[:1] in ("负", "負") else 1
        first, second = _read_exact(left), _read_exact(right.lstrip("负負"))
        if first is None or second is None or first.value is None or second.value is None:
            return None
        below, above = (first.value, second.value) if mark == "分之" else (second.value, first.value)
        return sign * Fraction(above) / Fraction(below) if below else None
    return None


def _fraction(value: Fraction) -> Numeral:
    return Numeral(value, step=Decimal(0), judged=Decimal(0))


_PAIR_SPLIT = re.compile(
    rf"(?P<head>.*?)(?P<first>[{DIGIT_CHARS}])、?(?P<second>[{DIGIT_CHARS}])(?P<tail>[{TEN_CHARS}{MYRIAD_CHARS}]*)"
)


def _read_pair(core: str) -> Numeral | None:
    """Two digits that follow each other: 五六千, 二三十, 三五百, 十七八, 一万六七; 三两 too."""
    match = _PAIR_SPLIT.fullmatch(core)
    if match is None:
        return None
    head, first, second, tail = match.group("head", "first", "second", "tail")
    low, high = _DIGITS[first], _DIGITS[second]
    if first == "三" and second in "两兩":
        first, second, low, high = second, first, high, low
    if not (high - low == 1 or (low, high) == (3, 5)) or low == 0 or second in "零〇":
        return None
    if head and head[-1] not in _TENS and head[-1] not in _MYRIADS:
        return None
    ends = [_sum(head + digit + tail) for digit in (first, second)]
    if None in ends:
        return None
    one, two = ends
    assert one is not None and two is not None
    return Numeral(None, one.value, two.value, step=one.step, judged=Decimal(0), large=two.large)


_LOOSE = re.compile(rf"(?P<head>[^{LOOSE_CHARS}]+)(?P<word>[{LOOSE_CHARS}])(?P<tail>[{TEN_CHARS}{MYRIAD_CHARS}]*)")


def _read_loose(core: str) -> Numeral | None:
    """多, 余, 几 or 来 inside or at the end: 十几, 1000多万, 百余, 三十几万."""
    match = _LOOSE.fullmatch(core)
    if match is None or (match["head"][-1:] in _DIGITS and not match["tail"]):
        return None
    whole = _read_exact(match["head"] + match["tail"])
    if whole is None or whole.value is None:
        return None
    hedge: Hedge = "about" if match["word"] == "来" else "odd"
    return Numeral(whole.value, hedge=hedge, step=whole.step, judged=whole.judged, large=True)


_VAGUE = re.compile(
    rf"(?P<word>[{VAGUE_CHARS}]|上|成)(?P<size>[{TEN_CHARS}{MYRIAD_CHARS}]+)(?P<more>[{LOOSE_CHARS}]?)"
    rf"(?P<tail>[{TEN_CHARS}{MYRIAD_CHARS}]*)"
)


def _read_vague(core: str) -> Numeral | None:
    """数十, 几百万, 上千: no value, but at least something."""
    if core in VAGUE_CHARS:
        return Numeral(None, Decimal(2), Decimal(10), "vague", judged=Decimal(0))
    match = _VAGUE.fullmatch(core)
    if match is None:
        return None
    size = _multiplier(match["size"] + match["tail"])
    if size is None:
        return None
    if match["word"] in "上成":
        return Numeral(None, size, None, "vague", step=size, judged=size, large=True)
    return Numeral(None, size * 2, size * 10, "vague", step=size, judged=size, large=True)
