"""Changes that an article states against the figures it gives for them: rates, multiples, points, directions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.changes import Change, Direction, changes, moves, other_ends, stated, verb_before
from figcheck.checks.intervals import admitted, difference, in_unit, literally, middle, ratio, reckoned, shifted
from figcheck.checks.points import moves_between
from figcheck.checks.terms import Row, Term, choice, rows, text_of
from figcheck.checks.working import like, proof, result, shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Hit, Interval, Quantity, Span, Word
from figcheck.slips import name_slip
from figcheck.units import PERCENT, UNITS, conversion

_REAL = re.compile(choice(words.REAL_TERMS))
_POINT = UNITS["个百分点"]
_HUNDRED = Fraction(100)


def growth(analysis: Analysis) -> Iterator[Hit]:
    """A rate, multiple or difference that the two values beside it do not give."""
    for row, change in _changes(analysis):
        given = _given(change, admitted)
        if change.measured == "change" and stated(change.base.lead) is not None:
            continue  # 参保283.6万人，比上年减少4.2万人，同期职工参保增加5.9万人
        if given is None or _meets(change, given) or _contradicts(change) or _mixes_points(change):
            continue
        if not any(_fits(other) for other in other_ends(row, change)):
            yield _mismatch(change, given)
    yield from _plain_doublings(analysis)


def _fits(change: Change) -> bool:
    given = _given(change, admitted)
    return given is not None and _meets(change, given)


def _changes(analysis: Analysis) -> Iterator[tuple[Row, Change]]:
    """The changes that can be reckoned, without rates in real terms and falls in 倍, which are wrong in themselves."""
    for row, change in changes(analysis):
        rate = change.change.is_percent and not change.base.is_percent
        if change.change.is_multiple and change.direction < 0:
            continue
        if not (rate and _REAL.search(row.text)):
            yield row, change


# --- what the two ends give ----------------------------------------------------------------------------------


def _given(change: Change, taken: Callable[[Quantity], Interval]) -> Interval | None:
    """The change that base and level give, in the unit of the stated one; positive for more."""
    low, figure = taken(change.base.quantity), change.change
    high = in_unit(taken(change.level.quantity), change.level.unit, change.base.unit)
    if high is None:
        return None
    if change.measured == "increment":
        return _of_increment(low, high, change.direction)
    if change.measured == "ratio":
        return ratio(high, low)
    if figure.quantity.is_fraction:
        return None
    if figure.is_points:
        return in_unit(difference(high, low), _POINT, figure.unit) if change.base.is_percent else None
    if figure.is_percent or figure.is_multiple:
        rate = shifted(ratio(high, low), Fraction(-1))
        return rate.scaled(_HUNDRED) if figure.is_percent else rate
    return in_unit(difference(high, low), change.base.unit, figure.unit)


def _of_increment(increment: Interval, level: Interval, direction: Direction) -> Interval | None:
    """The rate in percent of a change that left `level`."""
    before = difference(level, increment) if direction > 0 else difference(level, increment.negated())
    if before.low is None or before.low <= 0:
        return None
    rate = ratio(increment, before).scaled(_HUNDRED)
    return rate if direction > 0 else rate.negated()


def _meets(change: Change, given: Interval) -> bool:
    """Whether rounding explains what is stated; what doubled may be somewhat less or more than twice as much."""
    quantity = change.change.quantity
    if _is_doubling(change.change):
        value = quantity.number or Fraction(1)
        plain = _given(change, literally)
        told = plain is None or Interval(value * Fraction(4, 5), value * Fraction(8, 5)).meets(plain)
        return told and Interval(value * Fraction(9, 10), value * Fraction(3, 2)).meets(given)
    if _told_as_growth(change):
        return False
    wanted = given.negated() if change.direction < 0 else given
    return reckoned(quantity).meets(wanted)


_FIFTIETH = Fraction(1, 50)


def _told_as_growth(change: Change) -> bool:
    """Whether the stated growth in 倍 is just the ratio of the two values as printed: 5万 to 20万 as 增长4倍."""
    said, base, level = change.change.quantity.number, change.base.quantity.number, change.level.quantity.number
    if change.measured != "change" or not change.change.is_multiple or not said or not base or not level or said < 2:
        return False
    times = level * (conversion(change.level.unit, change.base.unit) or 1) / base
    near = min(said * _FIFTIETH, abs(times - 1 - said))
    return change.direction > 0 and abs(times - said) < near


def _is_doubling(term: Term) -> bool:
    return "翻" in term.mention.text


_PLAINLY = re.compile(r"[，、]?(?P<word>(?:实现了?|已经?|基本)?翻了?番)(?=[，。；！]|$)")
_DOUBLED = Interval(Fraction(9, 5), Fraction(3))
"""What a doubling without a number may be."""


def _plain_doublings(analysis: Analysis) -> Iterator[Hit]:
    """由120人增至480人，实现翻番: a doubling without a number that the two values don't show."""
    text = text_of(analysis)
    for move in [move for row in rows(analysis) if row.paired for _, move in moves(row)]:
        base, level = move.base, move.level
        match = _PLAINLY.match(text, level.end)
        high = in_unit(admitted(level.quantity), level.unit, base.unit)
        if match is None or high is None or ratio(high, admitted(base.quantity)).meets(_DOUBLED):
            continue
        exact = _value(level) * (conversion(level.unit, base.unit) or 1) / _value(base)
        values: dict[str, str | Word] = {
            "written": match["word"],
            "start": base.mention.text,
            "end": level.mention.text,
            "expected": shown(exact) + "倍",
            "slip": Word("slip.none"),
        }
        working = f"{level.core} ÷ {base.core} {result(exact)}"
        yield Hit(Span(*match.span("word")), values, proof((base, level), working), shown(exact) + "倍")


# --- directions ----------------------------------------------------------------------------------------------


def growth_direction(analysis: Analysis) -> Iterator[Hit]:
    """增长 where the two values fall, or the reverse."""
    seen: set[tuple[int, int]] = set()
    for hit in (*_wrong_changes(analysis), *_wrong_moves(analysis)):
        place = (hit.span.start, hit.span.end)
        if place not in seen:
            seen.add(place)
            yield hit


def _wrong_changes(analysis: Analysis) -> Iterator[Hit]:
    for row, change in changes(analysis):
        if _contradicts(change) and not _is_about_ranks(row, change.base):
            yield _turned(change.base, change.level, change.change, change.direction)


_PLAIN_VERBS = "增 降 减 跌 涨 升 增加 减少 增长 下降 回落 上升 上涨 下跌 缩减 下滑 攀升"
_PLAIN_MOVE = re.compile(rf"(?:{choice(_PLAIN_VERBS)})(?:到|至|为)")


def _wrong_moves(analysis: Analysis) -> Iterator[Hit]:
    """由12.8%降至13.6%: only with verbs that can't mean an improvement."""
    found = [(row, move) for row in rows(analysis) if row.paired for _, move in moves(row)]
    for row, move in found:
        if not move.direction or _is_about_ranks(row, move.base) or _PLAIN_MOVE.search(move.verb) is None:
            continue
        if _sign(move.base, move.level) == -move.direction:
            yield _turned(move.base, move.level, move.level, move.direction)


def _is_about_ranks(row: Row, base: Term) -> bool:
    return any(word in row.text for word in words.RANKS)


def _contradicts(change: Change) -> bool:
    """Whether the two values surely go the other way than the words say."""
    if not change.direction or change.measured != "change" or _is_far(change):
        return False
    return _sign(change.base, change.level) == -change.direction


_FAR = 5


def _is_far(change: Change) -> bool:
    """Whether the two values are so far apart that they are hardly of one thing: 日均5.45万人次，比去年的206万."""
    base, level = (
        _value(change.base) or 1,
        _value(change.level) * (conversion(change.level.unit, change.base.unit) or 1),
    )
    return not base < _FAR * level < _FAR * _FAR * base


def _sign(base: Term, level: Term) -> Direction:
    """1 where the level is surely more than the base, -1 where it is surely less."""
    low, high = admitted(base.quantity), in_unit(admitted(level.quantity), level.unit, base.unit)
    if high is None:
        return 0
    if low.high is not None and high.low is not None and high.low > low.high:
        return 1
    return -1 if low.low is not None and high.high is not None and high.high < low.low else 0


def _turned(base: Term, level: Term, figure: Term, direction: Direction) -> Hit:
    sign = ">" if direction < 0 else "<"
    working = f"{level.core} {sign} {base.core}"
    values: dict[str, str | Word] = {
        "written": figure.mention.text,
        "start": base.mention.text,
        "end": level.mention.text,
        "said": Word("way.up" if direction > 0 else "way.down"),
        "meant": Word("way.down" if direction > 0 else "way.up"),
    }
    others = [term for term in (base, level) if term is not figure]
    span = Span(figure.start - verb_before(figure.lead), figure.end)
    return Hit(span, values, proof(others, working), against=figure.start)


# --- percent and percentage points ---------------------------------------------------------------------------


def percent_for_points(analysis: Analysis) -> Iterator[Hit]:
    """下降0.5% between two percentages that lie 0.5 points apart, and points between values that are no percentages."""
    taken: set[int] = set()
    for _, change in _changes(analysis):
        if _mixes_points(change) and not _contradicts(change):
            taken.add(change.change.start)
            yield _points(change)
    yield from (hit for hit in moves_between(analysis) if hit.against not in taken)


def _mixes_points(change: Change) -> bool:
    figure, base = change.change, change.base
    if change.measured != "change":
        return False
    if figure.is_points:
        return not base.is_percent
    if not figure.is_percent or not base.is_percent:
        return False
    given = _given(change, admitted)
    apart = difference(admitted(change.level.quantity), admitted(base.quantity))
    apart = apart.negated() if change.direction < 0 else apart
    if given is None or not reckoned(figure.quantity).meets(apart):
        return False
    return not _meets(change, given) or _is_just_apart(change)


def _is_just_apart(change: Change) -> bool:
    """Whether the stated % is, digit for digit, the points between the two and not their change in percent."""
    said, base, level = _value(change.change), _value(change.base), _value(change.level)
    rate = abs(level / base - 1) * _HUNDRED
    return abs(level - base) == said and abs(rate - said) > Fraction(change.change.quantity.step) / 2


def _points(change: Change) -> Hit:
    figure, base, level = change.change, change.base, change.level
    if figure.is_points:
        rate = (_value(level) / _value(base) - 1) * _HUNDRED * (change.direction or 1)
        meant = shown(rate, PERCENT)
        working = f"({level.core} − {base.core}) ÷ {base.core} {result(rate * (change.direction or 1), PERCENT)}"
    else:
        apart = abs(_value(level) - _value(base))
        meant = figure.core.rstrip("%％") + _POINT.symbol
        working = f"|{level.core} − {base.core}| {result(apart, _POINT)}"
    values = {"written": figure.mention.text, "start": base.mention.text, "end": level.mention.text, "expected": meant}
    return Hit(figure.mention.span, values, proof((base, level), working), meant, against=figure.start)


def _value(term: Term) -> Fraction:
    return term.quantity.number or Fraction(0)


_RATE_NAMED = re.compile(rf"(?:{choice(words.RATE_WORDS)})[^，。；、]{{0,6}}$")
_SINCE = re.compile(
    rf"[，、](?:同比|环比|[比较][^，。；、]{{1,8}})(?:{choice((*words.RISING, *words.FALLING))})(?:了)?$"
)


def percent_too_small(analysis: Analysis) -> Iterator[Hit]:
    """失业率为5.1%，同比下降0.1%: taken as a percentage of 5.1% the change would be too small to be seen."""
    for row in rows(analysis):
        for level, figure in zip(row.terms, row.terms[1:], strict=False):
            if not (level.is_percent and figure.is_percent) or not _SINCE.fullmatch(figure.lead):
                continue
            if _RATE_NAMED.search(level.lead) is None or stated(level.lead) is not None:
                continue
            step = Fraction(level.quantity.step)
            if level.quantity.hedge == "exact" and _value(level) * _value(figure) / _HUNDRED < step / 2:
                yield _unseen(level, figure)


def _unseen(level: Term, figure: Term) -> Hit:
    meant = figure.core.rstrip("%％") + _POINT.symbol
    working = f"{level.core} × {figure.core} {result(_value(level) * _value(figure) / _HUNDRED, _POINT)}"
    values = {"written": figure.mention.text, "level": level.mention.text, "expected": meant}
    return Hit(figure.mention.span, values, proof((level,), working), meant, against=figure.start)


# --- saying it -----------------------------------------------------------------------------------------------


def _exact(quantity: Quantity) -> Interval:
    return Interval(quantity.number, quantity.number)


def _mismatch(change: Change, given: Interval) -> Hit:
    figure, base, level = change.change, change.base, change.level
    plain = _given(change, _exact)
    signed = middle(plain if plain is not None else given)
    expected = _expected(figure, -signed if change.direction < 0 else signed)
    values: dict[str, str | Word] = {
        "written": figure.mention.text,
        "start": base.mention.text,
        "end": level.mention.text,
        "expected": expected,
        "slip": Word(f"slip.{_slip(change, given)}"),
    }
    return Hit(
        figure.mention.span, values, proof((base, level), _working(change, signed)), expected, against=figure.start
    )


def _expected(figure: Term, wanted: Fraction) -> str:
    return shown(wanted) + "倍" if _is_doubling(figure) else like(wanted, figure)


def _working(change: Change, signed: Fraction) -> str:
    base, level, figure = change.base.core, change.level.core, change.change
    unit = None if _is_doubling(figure) else figure.unit
    if change.measured == "increment":
        operator = "−" if change.direction > 0 else "+"
        return f"{base} ÷ ({level} {operator} {base}) {result(abs(signed), unit)}"
    if change.measured == "ratio":
        return f"{level} ÷ {base} {result(signed, unit)}"
    if figure.is_percent or figure.is_multiple:
        return f"({level} − {base}) ÷ {base} {result(signed, unit)}"
    return f"{level} − {base} {result(signed, unit)}"


def _slip(change: Change, given: Interval) -> str:
    """What may have happened: growth told as ratio, the wrong base, a difference told as a rate, a wrong digit."""
    figure = change.change
    wanted = given.negated() if change.direction < 0 else given
    said = admitted(figure.quantity)
    if change.measured == "change" and figure.is_multiple and said.meets(shifted(given, Fraction(1))):
        return "to"
    if change.measured == "change" and figure.is_percent and not change.base.is_percent:
        low, high = admitted(change.base.quantity), admitted(change.level.quantity)
        turned = shifted(ratio(low, high), Fraction(-1)).scaled(_HUNDRED)
        if said.meets(turned.negated() if change.direction > 0 else turned):
            return "base"
        apart = difference(high, low) if change.direction > 0 else difference(low, high)
        if any(said.meets(apart.scaled(Fraction(1, 10**power))) for power in (0, 4, 8)):
            return "difference"
    return name_slip(figure.quantity, wanted) or "none"
