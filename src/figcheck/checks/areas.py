"""Passages in, surfaces and volumes out that the sides told beside them don't make: 长48米、宽25米，面积1020平方米."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, product
from figcheck.checks.passages import Figure, Passage
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import passage_words as words
from figcheck.model import Derivation, Evidence, Hit, Interval, SpanEvidence, Unit
from figcheck.slips import chance, looks_like
from figcheck.units import UNITS, conversion

_FILL = "(?:约|各|为|达|达到|是|仅|近|超|有|近达|：){0,3}"
_SIDES = tuple(re.compile(rf"(?:{choice(listed.split())}){_FILL}$") for listed in (words.LONG, words.WIDE, words.DEEP))
_EDGE = re.compile(rf"边长(?:均|都|各)?{_FILL}$")
_FLOORS = re.compile(choice(words.FLOORS.split()))
_SQUARE = re.compile(choice(words.SQUARE.split()))
_MORE = re.compile("另|还|合计|共|总|其余|以及|分别|[两三四五六七八九十]个|各")
_METRE = UNITS["米"]
_MADE_OF = {1: "area", 2: "area", 3: "volume"}
_NEAR = 24
_LIKELY = 0.25
"""How probable a slip may be by chance where nothing says that a surface is a rectangle."""


def areas(passage: Passage) -> Iterator[Hit]:
    """A surface or volume that its sides, told right before it or behind it, don't make."""
    figures = passage.figures
    for at in range(len(figures)):
        sides = _sides(passage, at)
        if not sides:
            continue
        for size in sorted({len(sides), min(len(sides), 2)}, reverse=True):
            whole = _whole(passage, at, at + len(sides), sides[:size])
            if whole is not None:
                yield from _wrong(passage, sides[:size], whole)
                break


def _sides(passage: Passage, at: int) -> list[Figure]:
    """The length, width and height that stand in a row from a figure on; the one edge of a square twice."""
    figures = passage.figures
    if _is_length(figures[at]) and _EDGE.search(figures[at].own):
        return [figures[at], figures[at]]
    found: list[Figure] = []
    for figure, side in zip(figures[at : at + 3], _SIDES, strict=False):
        near = not found or (figure.sentence == found[-1].sentence and figure.start - found[-1].end <= _NEAR / 2)
        if not (_is_length(figure) and near and side.search(figure.own)):
            break
        found.append(figure)
    return found if len(found) > 1 else []


def _is_length(figure: Figure) -> bool:
    unit, quantity = figure.unit, figure.quantity
    return figure.is_amount and unit is not None and unit.dimension == "length" and quantity.hedge in ("exact", "about")


def _whole(passage: Passage, first: int, last: int, sides: Sequence[Figure]) -> Figure | None:
    wanted = _MADE_OF[len(sides)]
    if sides[0] is sides[1]:
        last = first + 1
    before, behind = passage.figures[max(0, first - 1) : first], passage.figures[last : last + 1]
    for whole in (*behind, *before):
        one, two = sorted((whole, sides[0] if whole in before else sides[-1]), key=lambda figure: figure.start)
        if (
            whole.is_amount
            and whole.unit is not None
            and whole.unit.dimension == wanted
            and whole.quantity.hedge in ("exact", "about", "nearly", "odd")
            and one.sentence == two.sentence
            and two.start - one.end <= _NEAR
            and not _FLOORS.search(whole.own)
            and not _MORE.search(passage.text, one.end, two.start)
        ):
            return whole
    return None


def _side(figure: Figure) -> Interval:
    return admitted(figure.quantity).scaled(conversion(figure.unit, _METRE) or Fraction(1))


def _wrong(passage: Passage, sides: Sequence[Figure], whole: Figure) -> Iterator[Hit]:
    made, exact = Interval(Fraction(1), Fraction(1)), Fraction(1)
    for side in sides:
        made = product(made, _side(side))
        exact *= side.number * (conversion(side.unit, _METRE) or 1)
    base = _base(whole.unit, len(sides))
    factor = conversion(base, whole.unit) if base is not None else None
    if factor is None or made.scaled(factor).meets(admitted(whole.quantity)):
        return
    exact *= factor
    if not _is_told_so(passage, sides, whole, exact):
        return
    expected = digits_like(exact, whole.core, whole.unit)
    row = sides[:1] if sides[0] is sides[1] else sides
    values = {
        "written": whole.mention.text,
        "first": sides[0].mention.text,
        "second": " × ".join(side.mention.text for side in sides[1:]),
        "expected": expected,
    }
    places: tuple[Evidence, ...] = tuple(SpanEvidence(side.start, side.end, side.mention.text) for side in row)
    form = " × ".join(side.mention.text for side in sides)
    working = f"{form} {equals(exact, shown(exact))} {shown(exact, whole.unit)} ≠ {whole.core}"
    yield Hit(whole.mention.span, values, (*places, Derivation(working)), expected, against=whole.start)


def _base(unit: Unit | None, sides: int) -> Unit | None:
    """The unit that metres make."""
    return UNITS["立方米" if sides > 2 else "平方米"] if unit is not None else None


def _is_told_so(passage: Passage, sides: Sequence[Figure], whole: Figure, exact: Fraction) -> bool:
    """Whether a surface must be that of its sides, is more than that, or misses it by a slip of hand."""
    if (
        not exact / 20 <= whole.number <= exact * 20
        and chance(whole.quantity, looks_like(whole.quantity, exact)) > _LIKELY
    ):
        return False
    sentence = passage.text[min(sides[0].start, whole.start) - 30 : max(sides[-1].end, whole.end) + 10]
    if _SQUARE.search(sentence) or whole.number > exact:
        return True
    if any(side.quantity.hedge != "exact" for side in sides):
        return False
    return chance(whole.quantity, looks_like(whole.quantity, exact), rounded=True) <= _LIKELY
