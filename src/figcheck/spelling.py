"""A number and a written numeral in, the number in the same form out: system, multiplier, width, decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from figcheck import expressions as re
from figcheck.numerals import plain, read_numeral

_ARABIC = re.compile(r"(?P<digits>[0-9０-９][0-9０-９,，.．]*)(?P<size>[十百千万亿萬億]*)")
_SIZES = {"万": Fraction(10**4), "亿": Fraction(10**8), "万亿": Fraction(10**12)}
_TO_FULL = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def write_like(number: Fraction, sample: str) -> str | None:
    """`number` as `sample` would have it, to the same decimals; None where it can't be written so exactly enough.

    418600 like 481.6万 is 41.86万, or None, since the sample has one decimal only: nothing is rounded away.
    """
    match = _ARABIC.fullmatch(sample)
    if match is not None:
        return _arabic(number, match["digits"], match["size"])
    if number.denominator == 1 and number >= 0 and all(char in "〇零一二两三四五六七八九十百千万亿" for char in sample):
        return _chinese(int(number), sample)
    return None


def _arabic(number: Fraction, digits: str, size: str) -> str | None:
    sample = read_numeral(digits + size)
    if size in _SIZES and sample is not None and sample.value and _is_far(number, Fraction(sample.value)):
        size = _fitting(number, size)
    factor = read_numeral("1" + size) if size else None
    scale = Fraction(factor.value) if factor is not None and factor.value is not None else Fraction(1)
    mantissa = plain(digits)
    places = len(mantissa.partition(".")[2])
    scaled = number / scale * 10**places
    if scaled.denominator != 1:
        return None
    grouped = "," if "," in mantissa else ""
    written = format(Decimal(int(scaled)).scaleb(-places), f"{grouped}.{places}f")
    return written.translate(_TO_FULL) + size if digits[0] > "9" else written + size


def _is_far(number: Fraction, sample: Fraction) -> bool:
    return not sample < 100 * number < 10000 * sample


def _fitting(number: Fraction, size: str) -> str:
    """万 or 亿, whichever leaves a mantissa from 1 to 9999: a slip of 万 for 亿 is put right as 1.37亿, not 13700万."""
    mantissa = abs(number) / _SIZES[size]
    if 1 <= mantissa < 10000:
        return size
    return next((other for other, scale in _SIZES.items() if 1 <= abs(number) / scale < 10000), size)


def _chinese(number: int, sample: str) -> str | None:
    if all(char not in "十百千万亿" for char in sample) and len(sample) > 1:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    return in_characters(number)


@lru_cache(maxsize=256)
def in_characters(number: int) -> str:
    """A whole number from 0 to 亿亿 as it is said: 三百零五, 一万二千, 十五."""
    import cn2an  # a hundred milliseconds, paid only where a finding needs Chinese numerals

    written: str = cn2an.an2cn(number)
    return written.removeprefix("一") if 10 <= number < 20 else written
