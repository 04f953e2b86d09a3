"""Which units convert into which, by how much, and which never do."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.model import Unit
from figcheck.units import (
    CURRENCIES,
    DURATION_DIMENSIONS,
    PERCENT,
    PERMILLE,
    UNITS,
    conversion,
    counter,
    measuring,
    ratio,
    unit_at,
)

steady = settings(deadline=None, derandomize=True)
NAMED = st.sampled_from(sorted(UNITS)).map(UNITS.__getitem__)
MEASURED = st.sampled_from(sorted(word for word, unit in UNITS.items() if not unit.counts)).map(UNITS.__getitem__)


def unit(word: str) -> Unit | None:
    """A unit by its word; `公里/小时` is a rate, `-` is no unit."""
    if word == "-":
        return None
    if word == "%":
        return PERCENT
    if word == "‰":
        return PERMILLE
    over, slash, under = word.partition("/")
    return ratio(UNITS[over], UNITS[under]) if slash else UNITS.get(word) or counter(word)


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("公顷", "亩", "15"),
        ("平方公里", "亩", "1500"),
        ("平方公里", "公顷", "100"),
        ("公顷", "平方米", "10000"),
        ("亩", "平方米", "2000/3"),
        ("公里", "米", "1000"),
        ("公里", "里", "2"),
        ("米", "厘米", "100"),
        ("海里", "米", "1852"),
        ("吨", "公斤", "1000"),
        ("吨", "斤", "2000"),
        ("公斤", "斤", "2"),
        ("担", "斤", "100"),
        ("担", "公斤", "50"),
        ("公斤", "克", "1000"),
        ("立方米", "升", "1000"),
        ("千瓦时", "度电", "1"),
        ("兆瓦时", "千瓦时", "1000"),
        ("兆瓦", "千瓦", "1000"),
        ("吉瓦", "兆瓦", "1000"),
        ("小时", "分钟", "60"),
        ("天", "小时", "24"),
        ("周", "天", "7"),
        ("年", "个月", "12"),
        ("年", "周年", "1"),
        ("个季度", "个月", "3"),
        ("世纪", "年", "100"),
        ("元", "角", "10"),
        ("美元", "美分", "100"),
        ("个百分点", "个基点", "100"),
        ("%", "‰", "10"),
        ("GB", "MB", "1000"),
        ("人", "名", "1"),
        ("人", "位", "1"),
        ("名", "位", "1"),
        ("口", "人", "1"),
        ("个", "家", "1"),
        ("个", "名", "1"),
        ("个", "件", "1"),
        ("-", "家", "1"),
        ("-", "人", "1"),
        ("-", "个", "1"),
        ("-", "-", "1"),
        ("元/吨", "元/公斤", "1/1000"),
        ("公里/小时", "米/秒", "5/18"),
    ],
)
def test_one_is_so_many_of_the_other(one: str, other: str, factor: str) -> None:
    assert conversion(unit(one), unit(other)) == Fraction(factor)
    assert conversion(unit(other), unit(one)) == 1 / Fraction(factor)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("元", "美元"),
        ("元", "港元"),
        ("元", "家"),
        ("%", "个百分点"),
        ("%", "倍"),
        ("%", "-"),
        ("亩", "公里"),
        ("吨", "立方米"),
        ("千瓦", "千瓦时"),
        ("个月", "天"),
        ("年", "天"),
        ("年", "岁"),
        ("家", "名"),
        ("人", "人次"),
        ("户", "人"),
        ("件", "项"),
        ("公里", "-"),
        ("元", "-"),
        ("个", "公里"),
        ("个", "元"),
        ("个", "个百分点"),
        ("元/吨", "元"),
        ("摄氏度", "度"),
    ],
)
def test_one_is_never_the_other(one: str, other: str) -> None:
    assert conversion(unit(one), unit(other)) is None
    assert conversion(unit(other), unit(one)) is None


def test_table_of_contracts_is_exact() -> None:
    """1.3 km² is exactly 1950 亩."""
    assert Fraction("1.3") * (conversion(UNITS["平方公里"], UNITS["亩"]) or 0) == 1950


@steady
@given(NAMED, NAMED)
def test_conversion_goes_both_ways(one: Unit, other: Unit) -> None:
    there, back = conversion(one, other), conversion(other, one)
    assert (there is None) == (back is None)
    assert there is None or back is None or there * back == 1


@steady
@given(MEASURED, MEASURED, MEASURED)
def test_conversion_over_a_third_is_the_same(one: Unit, middle: Unit, other: Unit) -> None:
    """个 goes with any counter and so links what does not convert; for measures the way round changes nothing."""
    first, second, direct = conversion(one, middle), conversion(middle, other), conversion(one, other)
    assert first is None or second is None or direct == first * second


@pytest.mark.parametrize("dimension", sorted({unit.dimension for unit in UNITS.values() if not unit.counts}))
def test_units_of_a_dimension_convert_by_any_way(dimension: str) -> None:
    units = sorted({unit for unit in UNITS.values() if unit.dimension == dimension}, key=lambda unit: unit.symbol)
    base = units[0]
    for one in units:
        for other in units:
            direct, first, second = conversion(one, other), conversion(one, base), conversion(base, other)
            assert direct is not None and first is not None and second is not None
            assert direct == first * second


@steady
@given(NAMED)
def test_unit_is_itself(one: Unit) -> None:
    assert conversion(one, one) == 1
    assert isinstance(one.factor, Fraction) and one.factor > 0


@pytest.mark.parametrize("word", sorted(UNITS))
def test_longest_word_wins_and_is_its_own_unit(word: str) -> None:
    found = unit_at(f"12{word}。", 2)
    assert found == (UNITS[word], 2 + len(word))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("平方公里", "平方公里"),
        ("人次", "人次"),
        ("个百分点", "个百分点"),
        ("千瓦时", "千瓦时"),
        ("立方米", "立方米"),
        ("吨公里", "吨公里"),
        ("美元", "美元"),
        ("周年", "周年"),
        ("架次", "架次"),
        ("家次", "家次"),
        ("户次", "户次"),
        ("元人民币", "元"),
    ],
)
def test_longer_unit_hides_the_shorter(text: str, symbol: str) -> None:
    found = unit_at(text, 0)
    assert found is not None and (found[0].symbol, found[1]) == (symbol, len(text))


@pytest.mark.parametrize("text", ["。", "，", "的", "", "和"])
def test_no_unit_stands_there(text: str) -> None:
    assert unit_at(text, 0) is None


def test_money_has_its_code() -> None:
    codes = {"元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD", "日元": "JPY", "英镑": "GBP", "卢布": "RUB"}
    assert {word: UNITS[word].code for word in codes} == codes
    assert all(money.dimension.startswith("money:") for _, money in CURRENCIES)


def test_a_month_is_no_fixed_number_of_days() -> None:
    assert {"months", "seconds"} <= DURATION_DIMENSIONS
    assert conversion(UNITS["个月"], UNITS["周"]) is None


@pytest.mark.parametrize("dimension", sorted({unit.dimension for unit in UNITS.values() if not unit.counts}))
def test_units_of_a_dimension_are_all_found(dimension: str) -> None:
    assert measuring(dimension) == {unit for unit in UNITS.values() if unit.dimension == dimension}
