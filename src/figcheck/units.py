"""Unit words in, units out: the table of all units, the longest match in a text, conversion between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

from figcheck import caches
from figcheck import expressions as re
from figcheck.model import Unit

PERCENT = Unit("%", "percent", Fraction(1), "%")
"""A percentage; 0.3 and 30% are told apart by it."""
PERMILLE = Unit("‰", "percent", Fraction(1, 10), "[ppth]")

# --- the table, packed: a text takes hardly any time to load, and few of its two thousand words are ever looked up ----

_PERSON_WORDS = frozenset("人 名 位 口 个人 名人".split())
_TRADITIONAL = str.maketrans(
    "个点块张条只辆种项届间场双颗层亩顷吨两钟岁处国县区镇户头笔页门册发圆组类级轮时币镑欧韩马兰标准电压尔节车队员团阵叶师营连学业书战胜负银铜盘线岛楼栋单剂针对摄华龄罗卢维东亚奥达纳诺图",
    "個點塊張條隻輛種項屆間場雙顆層畝頃噸兩鐘歲處國縣區鎮戶頭筆頁門冊發圓組類級輪時幣鎊歐韓馬蘭標準電壓爾節車隊員團陣葉師營連學業書戰勝負銀銅盤線島樓棟單劑針對攝華齡羅盧維東亞奧達納諾圖",
)
"""Characters of units as traditional Chinese has them."""


def _table() -> dict[str, Unit]:
    from figcheck.data.counters import COUNTERS, NOUN_COUNTERS
    from figcheck.data.measures import DURATIONS, MEASURES, MONEY, PLAIN

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


def _packed() -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """A line a word, sorted: what it begins with for a unit, and the unit; the heads of units; money in front."""
    from figcheck.data.counters import NOT_COUNTERS, STILL_COUNTERS
    from figcheck.data.measures import CURRENCY_BEFORE

    table = _table()
    words: dict[str, str] = {**dict.fromkeys(NOT_COUNTERS, ""), **{word: word for word in table}, **STILL_COUNTERS}
    lines = sorted(f"{word}\t{begins}\t{_spelt(table[begins]) if begins else ''}" for word, begins in words.items())
    heads = "".join(sorted({word[0] for word in table}))
    measures = "".join(sorted({word[0] for word, unit in table.items() if not unit.counts}))
    return "\n".join(("", *lines, "")), heads, measures, CURRENCY_BEFORE


def _spelt(unit: Unit) -> str:
    factor = unit.factor
    size = str(factor.numerator) if factor.denominator == 1 else f"{factor.numerator}/{factor.denominator}"
    return "\t".join((unit.symbol, unit.dimension, size, unit.code or "", "counts" if unit.counts else ""))


@cache
def _unit(spelt: str) -> Unit:
    symbol, dimension, size, code, counts = spelt.split("\t")
    return Unit(symbol, dimension, _factor(size), code or None, bool(counts))


@cache
def _factor(size: str) -> Fraction:
    return Fraction(size)


_HERE = Path(__file__).parent
_TEXT, _HEADS, _MEASURES, _CURRENCIES = caches.made(
    "units", caches.mark((Path(__file__), _HERE / "data" / "counters.py", _HERE / "data" / "measures.py")), _packed
)

_Words = tuple[tuple[int, ...], dict[str, tuple[Unit, int] | None]]
"""Lengths of the words with one head, longest first, and what each begins with: a unit and the length of its word."""
_BY_HEAD: dict[str, _Words] = {}


def _headed(head: str) -> _Words:
    """The words with that head, unpacked."""
    words: dict[str, tuple[Unit, int] | None] = {}
    at = _TEXT.find("\n" + head) if head and head != "\n" else -1
    while at >= 0 and _TEXT.startswith(head, at + 1):
        end = _TEXT.index("\n", at + 1)
        word, begins, spelt = _TEXT[at + 1 : end].split("\t", 2)
        words[word] = (_unit(spelt), len(begins)) if begins else None
        at = end
    found = tuple(sorted({len(word) for word in words}, reverse=True)), words
    if words:
        _BY_HEAD[head] = found
    return found


@cache
def measuring(dimension: str) -> frozenset[Unit]:
    """The units of a dimension."""
    found, at = set(), _TEXT.find(f"\t{dimension}\t")
    while at >= 0:
        line = _TEXT[_TEXT.rindex("\n", 0, at) + 1 : _TEXT.index("\n", at)]
        unit = _unit(line.split("\t", 2)[2])
        if unit.dimension == dimension:
            found.add(unit)
        at = _TEXT.find(f"\t{dimension}\t", at + 1)
    return frozenset(found)


class _Units(Mapping[str, Unit]):
    """Every unit word and what it stands for."""

    def __getitem__(self, word: str) -> Unit:
        found = (_BY_HEAD.get(word[:1]) or _headed(word[:1]))[1].get(word)
        if found is None or found[1] != len(word):
            raise KeyError(word)
        return found[0]

    def __iter__(self) -> Iterator[str]:
        for line in _TEXT.split("\n")[1:-1]:
            word, begins, _ = line.split("\t", 2)
            if word == begins:
                yield word

    def __len__(self) -> int:
        return sum(1 for _ in self)


UNITS: Mapping[str, Unit] = _Units()
"""Every unit word and what it stands for."""

UNIT_HEADS = frozenset(_HEADS)
"""Characters with which the word of a unit may begin."""

MEASURE_HEADS = frozenset(_MEASURES)
"""Those of them with which a unit may begin that divides: no counter."""

DURATION_DIMENSIONS = frozenset({"months", "seconds", "workdays", "tradingdays"})
"""Dimensions of stretches of time. A month is no fixed number of days, so there are two that convert."""

CURRENCIES: tuple[tuple[str, Unit], ...] = tuple((word, UNITS[symbol]) for word, symbol in _CURRENCIES)
"""What may stand before a sum of money."""


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit whose word stands at offset `at`, the longest match winning, and the offset after it.

    An ordinary noun that only begins like a counter (人口, 家庭) is none.
    """
    head = text[at : at + 1]
    if head not in UNIT_HEADS or (head == "升" and _RISES.match(text, at)):
        return None
    lengths, words = _BY_HEAD.get(head) or _headed(head)
    for length in lengths:
        word = text[at : at + length]
        if word in words:
            found = words[word]
            return None if found is None else _with_times(text, found[0], at, at + found[1])
    return None


_RISES = re.compile("升[至到](?![0-9.一二两三四五六七八九十百千万半]{1,8}升)")
"""由3.88升至3.95 tells of no litres, 3升至5升 does."""


def _with_times(text: str, unit: Unit, at: int, after: int) -> tuple[Unit, int]:
    """The unit of a word, or of its compound with 次: 册次, 床次."""
    if unit.counts and text[after : after + 1] == "次" and text[after - 1] not in "次个":
        return counter(text[at:after] + "次"), after + 1
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


@cache
def comparison(source: Unit | None, target: Unit | None) -> Fraction | None:
    """As `conversion`, and as news leave it open: 台 for 辆, 均价11860元 for 元/平方米.

    Counters of things go with each other, those of people and of passages (人次) with their own kind only. A rate goes
    with what it is a rate of, since the words about it may say what it is per.
    """
    factor = conversion(source, target)
    if factor is not None or source is None or target is None:
        return factor
    if source.dimension == "degree" and target.dimension in _DEGREES:
        return conversion(UNITS[_DEGREES[target.dimension]], target)
    if target.dimension == "degree" and source.dimension in _DEGREES:
        return conversion(source, UNITS[_DEGREES[source.dimension]])
    if source.counts and target.counts:
        kinds = (_kind_of_counter(source), _kind_of_counter(target))
        return Fraction(1) if kinds[0] == kinds[1] else None
    over, other = source.symbol.partition("/"), target.symbol.partition("/")
    if bool(over[1]) == bool(other[1]):
        return None
    return conversion(UNITS.get(over[0]), UNITS.get(other[0]))


_DEGREES = {"energy": "千瓦时", "temperature": "摄氏度"}
"""What 度 means beside a figure of such a dimension."""


def likeness(source: Unit | None, target: Unit | None) -> Fraction:
    """How many `target` one `source` would be if only the word for the unit had slipped: a 兆瓦 is 1000 千瓦, so that
    much in 千瓦时; 1 for what has nothing to do with each other."""
    if source is None or target is None or {source.dimension, target.dimension} != {"power", "energy"}:
        return Fraction(1)
    kilo = Fraction(1000)
    return source.factor / kilo / target.factor if source.dimension == "power" else source.factor * kilo / target.factor


def _kind_of_counter(unit: Unit) -> str:
    """`person`, `thing`, or the counter itself where it counts passages: 人次, 册次."""
    if unit.dimension == "person" or (len(unit.symbol) > 1 and unit.symbol.endswith("次")):
        return unit.dimension
    return "thing"
