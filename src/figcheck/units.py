"""Unit words in, units out: the table of all units, the longest match in a text, conversion between them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from figcheck.data.counters import COUNTERS, NOT_COUNTERS, NOUN_COUNTERS, STILL_COUNTERS
from figcheck.data.measures import CURRENCY_BEFORE, DURATIONS, MEASURES, MONEY, PLAIN
from figcheck.model import Unit

PERCENT = Unit("%", "percent", Fraction(1), "%")
"""A percentage; 0.3 and 30% are told apart by it."""
PERMILLE = Unit("‰", "percent", Fraction(1, 10), "[ppth]")

_PERSON_WORDS = frozenset("人 名 位 口 个人 名人".split())


_TRADITIONAL = str.maketrans(
    "个点块张条只辆种项届间场双颗层亩顷吨两钟岁处国县区镇户头笔页门册发圆组类级轮",
    "個點塊張條隻輛種項屆間場雙顆層畝頃噸兩鐘歲處國縣區鎮戶頭筆頁門冊發圓組類級輪",
)
"""Characters of units as traditional Chinese has them."""


def _table() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for word, group in COUNTERS.items():
        person = group == "person" or word in _PERSON_WORDS
        dimension = "person" if person else "count" if word == "个" else f"counter:{word}"
        table[word] = Unit(word, dimension, counts=True)
    for noun in NOUN_COUNTERS:
        table.setdefault(noun, Unit(noun, f"counter:{noun}", counts=True))
    for words, symbol, dimension, factor, code in MEASURES:
        size = Fraction(factor)
        for word in words.split():
            shown = symbol if word.isascii() else word
            table[word] = Unit(shown, dimension, size, code, dimension.startswith("counter:"))
    for words, symbol, dimension, factor, code in (*PLAIN, *DURATIONS):
        unit = Unit(symbol, dimension, Fraction(factor), code, dimension.startswith("counter:"))
        table.update(dict.fromkeys(words.split(), unit))
    for words, symbol, factor, iso in MONEY:
        unit = Unit(symbol, f"money:{iso or symbol}", Fraction(factor), iso)
        table.update(dict.fromkeys(words.split(), unit))
    for word in list(table):
        table.setdefault(word.translate(_TRADITIONAL), table[word])
    return table


UNITS: dict[str, Unit] = _table()
"""Every unit word and what it stands for."""

DURATION_DIMENSIONS = frozenset({"months", "seconds", "workdays", "tradingdays"})
"""Dimensions of stretches of time. A month is no fixed number of days, so there are two that convert."""

CURRENCIES: tuple[tuple[str, Unit], ...] = tuple((word, UNITS[symbol]) for word, symbol in CURRENCY_BEFORE)
"""What may stand before a sum of money."""

_WORDS: dict[str, str | None] = {
    **dict.fromkeys(NOT_COUNTERS),
    **{word: word for word in UNITS},
    **STILL_COUNTERS,
}
"""What may stand behind a numeral, to the unit word that it begins with: 人口 to none, 项目标 to 项."""
_LENGTHS: dict[str, tuple[int, ...]] = {}
for _word in _WORDS:
    _LENGTHS[_word[0]] = tuple(sorted({len(_word), *_LENGTHS.get(_word[0], ())}, reverse=True))

UNIT_HEADS = frozenset(word[0] for word in UNITS)
"""Characters with which the word of a unit may begin."""


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit whose word stands at offset `at`, the longest match winning, and the offset after it.

    An ordinary noun that only begins like a counter (人口, 家庭) is none.
    """
    for length in _LENGTHS.get(text[at : at + 1], ()):
        word = text[at : at + length]
        if word in _WORDS:
            found = _WORDS[word]
            return None if found is None else _with_times(text, found, at + len(found))
    return None


def _with_times(text: str, word: str, after: int) -> tuple[Unit, int]:
    """The unit of a word, or of its compound with 次: 册次, 床次."""
    unit = UNITS[word]
    if unit.counts and text[after : after + 1] == "次" and word[-1] not in "次个":
        return counter(word + "次"), after + 1
    return unit, after


@cache
def counter(word: str) -> Unit:
    """A counter that the table lacks: grammar makes one of any counter and 次 (册次, 床次), a desk of any noun."""
    return UNITS.get(word) or Unit(word, f"counter:{word}", counts=True)


@cache
def ratio(over: Unit, under: Unit) -> Unit:
    """The unit of a rate: 元/吨, 公里/小时."""
    return Unit(
        f"{over.symbol}/{under.symbol}",
        f"{over.dimension}/{under.dimension}",
        over.factor / under.factor,
        f"{over.code}/{under.code}" if over.code and under.code and not over.dimension.startswith("money") else None,
    )


@cache
def conversion(source: Unit | None, target: Unit | None) -> Fraction | None:
    """How many `target` one `source` is; None where the two can't be compared.

    People count alike whatever the counter; 个 and no unit go with any counted thing.
    """
    if source is target or source == target:
        return Fraction(1)
    loose = [unit is None or unit.dimension == "count" for unit in (source, target)]
    if any(loose):
        other = target if loose[0] else source
        return Fraction(1) if all(loose) or (other is not None and other.counts) else None
    assert source is not None and target is not None
    if source.dimension == target.dimension:
        return source.factor / target.factor
    return None
