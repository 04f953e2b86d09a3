"""Passages in, figures out that should add up by their words and miss by a slip: 出生3120, 死亡3684, 减少654."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.divisions import SAME_AGAIN, Division, divisions, rests
from figcheck.checks.intervals import admitted, in_unit, total
from figcheck.checks.partitions import Partition, partitions, slips
from figcheck.checks.parts import MORE_CAME
from figcheck.checks.passages import Figure, Passage, is_dated, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like
from figcheck.data import near_sum_words as words
from figcheck.model import Analysis, Derivation, Hit, Interval, SpanEvidence
from figcheck.slips import chance, looks_like
from figcheck.units import conversion
from figcheck.values import Frozen

_MOST = 6
"""Figures that one sum has at most, itself included."""
_REACH = 60
"""Characters between two figures of one sum at most."""


class Sum(Frozen):
    """A whole and its parts, in the order of the text; what words say that it is."""

    whole: Figure
    parts: tuple[Figure, ...]
    result: Figure
    """The one that was reckoned from the others: the whole, or what is left when the other part is taken from it."""
    words: float
    """How often words such as these stand beside figures that have nothing to do with each other."""
    complete: bool = False
    """Whether the parts are a run of names right behind the whole, of which none is another's whole."""


def near_sums(analysis: Analysis) -> Iterator[Hit]:
    """A sum or a difference that no figures near it make, and that the ones beside it make but for a slip of hand."""
    for passage in passages(analysis):
        told: set[int] = set()
        for row in _rows(passage):
            for found in (*_sums(passage, row), *_shared_out(passage, row)):
                places = {found.whole.start, *(part.start for part in found.parts)}
                blamed = _blamed(found) if not places & told else None
                if blamed is not None and not places & set(_explained(row, found)):
                    told |= places
                    yield _hit(found, *blamed)
            for shared in partitions(passage, row):
                if _is_no_sum(passage, shared):
                    continue
                places = {shared.whole.start, *(part.start for part in shared.parts)}
                if not places & told:
                    told |= places
                    yield _missed(shared)
        for found in _over_named(passage):
            blamed = _blamed(found)
            if blamed is not None and found.result.start not in told:
                told.update(figure.start for figure in (found.whole, *found.parts))
                yield _hit(found, *blamed)
        for left in rests(passage):
            found = Sum(left.whole, left.parts, left.parts[-1], _SURE)
            blamed = _counted_out(found) or _blamed(found)
            if blamed is not None and not told & {left.whole.start, left.parts[-1].start}:
                yield _hit(found, *blamed)


def _is_no_sum(passage: Passage, shared: Partition) -> bool:
    """Whether a part is the whole told again, or more came to the parts: 首印11万册，两年内加印3次，共31万册."""
    whole, every = shared.whole, sorted((shared.whole, *shared.parts), key=lambda figure: figure.start)
    again = any(part.number == whole.number and part.unit == whole.unit for part in shared.parts)
    return again or MORE_CAME.search(passage.between(every[0], every[-1])) is not None


# --- which figures ---------------------------------------------------------------------------------------------


def _sums(passage: Passage, row: Sequence[Figure]) -> Iterator[Sum]:
    for size in range(min(_MOST, len(row)), 2, -1):
        for at in range(len(row) - size + 1):
            window = row[at : at + size]
            if _is_close(window):
                yield from _sums_of(passage, window)


def _shared_out(passage: Passage, row: Sequence[Figure]) -> Iterator[Sum]:
    """Wholes and the run of parts behind them, which their form alone sets side by side."""
    for found in divisions(passage, row):
        over = sum(_scaled(part, found.whole) for part in found.parts) > found.whole.number
        if not _adds_up(found.whole, found.parts) and _is_near(found):
            clear = _PLAINLY if over or found.doubt == "none" else _LIKELY
            yield Sum(found.whole, found.parts, found.whole, _UNSURE if found.doubt == "much" else clear, complete=True)


def _is_near(found: Division) -> bool:
    whole = found.whole
    apart = whole.number - sum((_scaled(part, whole) for part in found.parts), Fraction(0))
    return abs(apart) <= whole.number * _NEAR


_NEAR = Fraction(3, 10)
"""How far, as a share of the whole, the parts may lie off it and still be taken for all of it."""


def _rows(passage: Passage) -> Iterator[list[Figure]]:
    """The figures of each dimension that may be added up, in order."""
    rows: dict[str, list[Figure]] = {}
    for figure in passage.figures:
        quantity = figure.quantity
        if SAME_AGAIN.search(figure.own):
            continue
        aged = figure.unit is not None and figure.unit.symbol in ("岁", "周岁")
        if figure.is_amount and quantity.hedge == "exact" and quantity.kind != "duration" and not aged:
            rows.setdefault(figure.unit.dimension if figure.unit is not None else "", []).append(figure)
    yield from (row for row in rows.values() if len(row) > 2)


def _is_close(window: Sequence[Figure]) -> bool:
    """Whether the figures stand in one sentence or two, none far from the one before."""
    if window[-1].sentence - window[0].sentence > 1:
        return False
    return all(two.start - one.end <= _REACH for one, two in pairwise(window))


def _explained(row: Sequence[Figure], found: Sum) -> Iterator[int]:
    """Where figures stand that do add up with others near by, and not only parts with parts."""
    for size in range(3, min(_MOST, len(row)) + 1):
        for at in range(len(row) - size + 1):
            window = row[at : at + size]
            for whole in window:
                parts = [figure for figure in window if figure is not whole]
                if _adds_up(whole, parts) and not (found.complete and all(one in found.parts for one in window)):
                    yield from (figure.start for figure in window)


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    made = total(_in(part, whole) for part in parts)
    return made.meets(admitted(whole.quantity))


def _in(part: Figure, whole: Figure) -> Interval:
    return in_unit(admitted(part.quantity), part.unit, whole.unit) or Interval(None, None)


# --- what their words say --------------------------------------------------------------------------------------

_FILL = "(?:了|约|近|出|共|仅|只|整整|足足|：|，|的|已|就|也|还|又|数|人口|金额|总额|有){0,4}"
_IS = "(?:为|是|达|达到|高达|有|仅为|约为|正好是|只有){0,1}"
_APART = re.compile(
    rf"(?:(?:{choice(words.CHANGED)}){_FILL}|(?:{choice(words.APART)}){_FILL}{_IS}"
    rf"|(?:{choice(words.FAR_FROM)})[^，。；：、]{{1,6}}?{_FILL})$"
)
_OPPOSED = tuple((re.compile(choice(one)), re.compile(choice(other))) for one, other in words.OPPOSED)
_TOGETHER = re.compile(rf"(?:{choice(words.TOGETHER)}|(?:{choice(words.TOGETHER_OF)})[^，。；：、]{{1,6}}?){_FILL}$")
_NO_ENTRY = re.compile(
    r"每|[人户日月年市校班队]均|平均|均分|满分|各[一-龥]{1,3}$|最[高低多少大小]|同比|环比|计划|目标|预计|预算|将|拟|约合|折合|相当于|以上|以下"
)

_OF_A_YEAR = re.compile("[年月日]（$")
"""仅次于2024年（17.3℃）: what it was at another time, told by the way."""

_SURE, _PLAINLY, _LIKELY, _UNSURE = 0.02, 0.05, 0.15, 2.0


def _sums_of(passage: Passage, window: Sequence[Figure]) -> Iterator[Sum]:
    if any(_NO_ENTRY.search(figure.own) or _OF_A_YEAR.search(figure.lead) for figure in window):
        return
    if MORE_CAME.search(passage.between(window[0], window[-1])):
        return
    if len({(figure.number, figure.unit) for figure in window}) < len(window):
        return  # one figure told twice
    if len(window) == 3:
        yield from _differences(window)
    whole = window[-1] if _TOGETHER.search(window[-1].own) else window[0] if _TOGETHER.search(window[0].own) else None
    if (
        whole is not None
        and _follow_each_other(passage, window)
        and whole.number >= max(_scaled(part, whole) for part in window if part is not whole)
    ):
        parts = tuple(figure for figure in window if figure is not whole)
        yield Sum(whole, parts, whole, _LIKELY)


def _follow_each_other(passage: Passage, window: Sequence[Figure]) -> bool:
    """Whether no other figure stands between those of a sum: 117.4万和75.9万人次；过夜游客占35%，共192.5万人次."""
    places = [passage.figures.index(figure) for figure in window]
    return places[-1] - places[0] == len(window) - 1


def _differences(window: Sequence[Figure]) -> Iterator[Sum]:
    """Two figures and how far they are apart, told last, first or between."""
    for result in (window[-1], window[0], window[1]):
        one, other = (figure for figure in window if figure is not result)
        if _APART.search(result.own) is None or _is_against_another(result, one, other):
            continue
        whole, part = (one, other) if one.number > _scaled(other, one) else (other, one)
        if _scaled(result, whole) < whole.number:
            yield Sum(whole, (part, result), result, _SURE if _are_opposed(one, other) else _LIKELY)


_OVER = re.compile(
    rf"(?:(?P<over>超出|超过|高于|高出|超)|(?P<under>低于|低出|距离?|离))(?P<name>[一-龥]{{3,6}}){_FILL}$"
)


def _over_named(passage: Passage) -> Iterator[Sum]:
    """31.42米，超警戒水位0.92米……警戒水位为30.50米: a difference from what is named, and told elsewhere."""
    for at, result in enumerate(passage.figures):
        over = _OVER.search(result.own) if at and result.is_amount else None
        level = passage.figures[at - 1]
        if over is None or level.sentence != result.sentence or level.unit != result.unit:
            continue
        others = [one for one in passage.figures if one not in (level, result) and _is_named(one, over["name"])]
        if len(others) == 1 and others[0].unit == level.unit and others[0].quantity.hedge == "exact":
            whole, part = (level, others[0]) if over["over"] else (others[0], level)
            if not _adds_up(whole, (part, result)):
                yield Sum(whole, (part, result), result, _SURE)


_ITS_VALUE = re.compile(_FILL + _IS + "$")


def _is_named(figure: Figure, name: str) -> bool:
    """警戒水位 before 为30.50米."""
    place = figure.own.rfind(name)
    return place >= 0 and _ITS_VALUE.match(figure.own, place + len(name)) is not None


_AGAINST = re.compile(
    r"[比较][^，。；：]{0,4}?(?P<when>常年|历年|多年|均值|去年|上年|前年|往年|上月|上周|上季|同期|年初|前一|上一|上届|昨|初)"
)


_OFF_MARK = re.compile(r"(?:低于|高于|低出|高出|超出|超过)(?P<name>[一-龥]{2,8}?)(?:了|近|约|达){0,2}$")
_THAN_USUAL = re.compile("偏[高低多少]")


def _is_against_another(result: Figure, *others: Figure) -> bool:
    """Whether a difference is to a time of which no figure is told: 比去年同期增加28.4万元."""
    mark = _OFF_MARK.search(result.own)
    if mark is not None and not any(mark["name"][:2] in other.lead + other.tail for other in others):
        return True  # 由86.2米升至87.6米，仍低于汛限水位0.4米
    if _THAN_USUAL.search(result.own):
        return not any("常年" in other.own for other in others)
    match = _AGAINST.search(result.own)
    return match is not None and not any(match["when"] in other.own or _is_of_before(other) for other in others)


def _is_of_before(figure: Figure) -> bool:
    return is_dated(figure) and figure.when is not None and figure.when.kind in ("year", "now")


def _are_opposed(one: Figure, other: Figure) -> bool:
    beside = [figure.own + figure.tail[:4] for figure in (one, other)]
    return any(
        (first.search(beside[0]) and second.search(beside[1])) or (second.search(beside[0]) and first.search(beside[1]))
        for first, second in _OPPOSED
    )


def _scaled(figure: Figure, other: Figure) -> Fraction:
    """A figure in the unit of another one."""
    return figure.number * (conversion(figure.unit, other.unit) or Fraction(1))


# --- judging ---------------------------------------------------------------------------------------------------

_LIKENESS = 0.012
"""How probable it may be that unrelated figures with such words look like a slip of each other."""


def _blamed(found: Sum) -> tuple[Figure, Fraction] | None:
    """The figure that is a slip, and what the others make of it; None where it may be chance."""
    likely = [
        (chance(one.quantity, slip, rounded=True), one, made)
        for one, made in _meant(found)
        if (slip := looks_like(one.quantity, made)) is not None and (slip != "decimal" or found.words <= _SURE)
    ]
    if not likely or max(each[0] for each in likely) * found.words > _LIKENESS:
        return None
    if found.complete and min(likely)[0] > _TURNED:
        return next((one, made) for one, made in _meant(found) if one is found.whole)
    return next(((one, made) for _, one, made in likely if one is found.result), min(likely)[1:])


def _counted_out(found: Sum) -> tuple[Figure, Fraction] | None:
    """The rest, of things so few that each was counted."""
    figures = (found.whole, *found.parts)
    if any(one.quantity.step != 1 or one.number >= _FEW for one in figures):
        return None
    return next(((one, made) for one, made in _meant(found) if one is found.result and made > 0), None)


_FEW = 1000
_TURNED = 0.02
"""As probable as digits that changed places: less than that says which of the figures is wrong."""


def _meant(found: Sum) -> Iterator[tuple[Figure, Fraction]]:
    whole = found.whole
    apart = whole.number - sum((_scaled(part, whole) for part in found.parts), Fraction(0))
    yield whole, whole.number - apart
    for part in found.parts:
        yield part, (_scaled(part, whole) + apart) / (conversion(part.unit, whole.unit) or Fraction(1))


def _missed(shared: Partition) -> Hit:
    """A whole that its parts miss; the figure told is that with the likeliest slip."""
    found = Sum(shared.whole, shared.parts, shared.whole, _SURE)
    likely = min(slips(shared), key=lambda one: one[0], default=None)
    if likely is not None:
        return _hit(found, *likely[1:])
    return _hit(found, *next(_meant(found)))


def _hit(found: Sum, figure: Figure, meant: Fraction) -> Hit:
    whole, result = found.whole, found.result
    expected = digits_like(meant, figure.core, figure.unit)
    if result is whole:
        form = " + ".join(part.core for part in found.parts)
        made = sum((_scaled(part, whole) for part in found.parts), Fraction(0))
    else:
        others = [part for part in found.parts if part is not result]
        form = " − ".join(one.core for one in (whole, *others))
        left = whole.number - sum((_scaled(other, whole) for other in others), Fraction(0))
        made = left * (conversion(whole.unit, result.unit) or Fraction(1))
    working = f"{form} = {digits_like(made, result.core, result.unit)} ≠ {result.core}"
    beside = [one for one in (whole, *found.parts) if one is not figure]
    places = tuple(
        SpanEvidence(one.start, one.end, one.mention.text) for one in sorted(beside, key=lambda one: one.start)
    )
    values = {"written": figure.mention.text, "expected": expected}
    return Hit(figure.mention.span, values, (*places, Derivation(working)), expected, against=figure.start)
