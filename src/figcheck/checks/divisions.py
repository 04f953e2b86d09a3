"""Figures of one kind in, wholes out with the parts told behind them: 由96人编成，军官21人，军士57人，义务兵18人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.moves import told_change
from figcheck.checks.parts import alike, opposites, overlap
from figcheck.checks.passages import Figure, Passage
from figcheck.checks.terms import choice
from figcheck.data import near_sum_words as words
from figcheck.units import conversion
from figcheck.values import Frozen


class Division(Frozen):
    """A whole and what plainly looks like all its parts."""

    whole: Figure
    parts: tuple[Figure, ...]
    """In the order of the text; one of which several have as much stands there as often: 一班和二班都是43人."""
    doubt: Literal["none", "some", "much"]
    """Whether the names leave it open that the parts are all (木船, 铁壳船 do not), or that they share things."""


def divisions(passage: Passage, row: Sequence[Figure]) -> Iterator[Division]:
    """The wholes of a row, each with the run of parts behind it."""
    for at, whole in enumerate(row):
        run = _run_behind(passage, row, at) if _can_be_whole(whole) else []
        if len(run) > 1:
            yield from _division(passage, whole, run)


# --- the run of parts ------------------------------------------------------------------------------------------

_FILL = re.compile(rf"(?:{choice(words.PART_FILL)})+$")
_OPENS_PART = re.compile("^(?:其中|包括|分别(?:是|为)?|即|有)")
_PART_LEAD = 12
_TO_FIRST = 28
"""Characters between a whole and the first of its parts."""
_NO_PART = re.compile(choice(words.NO_PART))
_STOPS = "，、；。：（—和及与"


_AS_MANY = re.compile(
    r"(?P<names>[^，。；：]{2,20}?)(?:一般多|一样多|同样多|人数相同|数量相同|相等|相同)?，?(?:[都均各](?:是|为|有)|各)$"
)


def _name(passage: Passage, figure: Figure) -> str:
    """What a part is called: the words of its own clause, numbers in them too: 三班42人."""
    lead = _lead(passage, figure)
    several = _AS_MANY.search(lead)
    if several is not None:
        return several["names"]
    return _FILL.sub("", _OPENS_PART.sub("", _MARKS.split(lead)[-1]))


def _lead(passage: Passage, figure: Figure) -> str:
    """The words before a figure, as far as a name or several may reach."""
    return passage.text[max(passage.span.start, figure.start - 2 * _PART_LEAD) : figure.start]


_MARKS = re.compile(r"[，、；：。！？（）“”—\n]|[0-9%](?=[^0-9班组期队])")


def _run_behind(passage: Passage, row: Sequence[Figure], at: int) -> list[Figure]:
    whole = row[at]
    run: list[Figure] = []
    for figure in row[at + 1 :]:
        if not _goes_on(passage, whole, figure, run):
            break
        if _scaled(figure, whole) >= whole.number:
            return []  # 海州15枚，云州12枚，江州19枚: the first is no whole
        run.append(figure)
    return run


def _goes_on(passage: Passage, whole: Figure, figure: Figure, run: Sequence[Figure]) -> bool:
    between = passage.between(run[-1] if run else whole, figure)
    if figure.sentence - whole.sentence > 1 or (run and figure.sentence != run[-1].sentence):
        return False
    if not run and (len(between) > _TO_FIRST or "；" in between):
        return False
    if run and (len(between) > _PART_LEAD + 8 or between.count("，") + between.count("；") > 2):
        return False
    if _NO_PART.search(figure.own) or SAME_AGAIN.search(figure.own) or told_change(figure) is not None:
        return False
    return 0 < len(_name(passage, figure)) <= _PART_LEAD and any(mark in between for mark in _STOPS)


SAME_AGAIN = re.compile("^(?:约?[折相当]{0,2}合(?![计格共作同伙])|相当于|等于|即|也就是)[^，。；]{0,2}$")
"""水田2.1万亩，合1400公顷: the figure before it in another unit."""


def _times(passage: Passage, figure: Figure) -> int:
    """Of how many a part is told at once: 一班和二班一般多，都是43人."""
    match = _AS_MANY.search(_lead(passage, figure))
    if match is None:
        return 1
    return len([name for name in re.split("[、和与及]", match["names"]) if name])


# --- the whole -------------------------------------------------------------------------------------------------

_NO_WHOLE = re.compile(choice(words.NO_WHOLE))
_HOLDS = re.compile(rf"(?:{choice(words.HOLDS)})[^，。；：、]{{0,8}}$")
_COMPOSED = re.compile(rf"[^，。；：]{{0,4}}(?:{choice(words.COMPOSED_OF)})")
_RIGHT_BEHIND = re.compile("：|（(?!含|不含|占)|—")
_OTHERS = re.compile(choice(words.NOT_ALL_PARTS))


def _can_be_whole(whole: Figure) -> bool:
    return _NO_WHOLE.search(whole.own) is None and told_change(whole) is None


def _division(passage: Passage, whole: Figure, run: Sequence[Figure]) -> Iterator[Division]:
    names = [_name(passage, part) for part in run]
    if len(set(names)) < len(names) or not all(names) or _are_apart(passage, whole, run):
        return
    if any(part.own.endswith("的") for part in run):
        return
    kinds = alike(names)
    if not (_is_told_as_whole(passage, whole) or (kinds and not _is_sibling(_name(passage, whole), names))):
        return
    if len(run) == 2 and not (kinds or opposites(names)) and _TOGETHER.search(whole.own) is None:
        return
    parts = tuple(part for part in run for _ in range(_times(passage, part)))
    if overlap([name + "|" for name in names], whole.unit):
        yield Division(whole, parts, "much")
    else:
        yield Division(whole, parts, "none" if len(run) > 2 and kinds else "some")


_TOGETHER = re.compile(r"共|总|全[部校村县班]|合计")


def _are_apart(passage: Passage, whole: Figure, run: Sequence[Figure]) -> bool:
    """Whether the words around the parts leave open that they are all, or tell of ranks and times instead."""
    behind = passage.text[run[-1].end : run[-1].end + 8]
    return _OTHERS.search(passage.between(whole, run[-1]) + behind) is not None


def _is_told_as_whole(passage: Passage, whole: Figure) -> bool:
    """Whether a figure is led or followed as a whole is: 共, 由……编成, a colon, its own noun."""
    behind = passage.text[whole.end : whole.end + 12]
    if _HOLDS.search(whole.own) or _RIGHT_BEHIND.match(behind) or _COMPOSED.match(behind):
        return True
    return not whole.own or len(whole.tail) > 1


def _is_sibling(name: str, names: Sequence[str]) -> bool:
    """Whether a figure is called as those behind it are: 海州15枚，云州12枚，江州9枚."""
    return bool(name) and len(name) <= max(map(len, names)) + 1 and name[-1] in {one[-1] for one in names}


def _scaled(figure: Figure, other: Figure) -> float:
    return float(figure.number * (conversion(figure.unit, other.unit) or 1))


# --- what the rest is of -------------------------------------------------------------------------------------------

_THE_REST = re.compile(rf"(?:{choice(words.REST)})的?[^，。；：、中里每]{{0,4}}$")
_NOT_ONE_MORE = re.compile(choice(words.NO_PART_BEFORE_REST))
_BACK = 6
"""Figures before the rest that are looked at."""
_FAR_OFF, _FARTHER = 0.2, 0.5


_ONE_MORE = re.compile("^(?:另外|另有|另|还有)(?:的|有)?$")
_AMONG = re.compile("[^，。；]{0,8}[里中]，|[，：]其中")


def rests(passage: Passage) -> Iterator[Division]:
    """11个县区中，高于平均的有7个，其余5个: a whole, what is told of it, and a rest that leaves too much of it."""
    for at, rest in enumerate(passage.figures):
        if not rest.is_amount or rest.quantity.hedge != "exact":
            continue
        if (one_more := _ONE_MORE.search(rest.own)) or _THE_REST.search(rest.own):
            parts, wholes = _told_before(passage, rest, at, _FARTHER if one_more else _FAR_OFF)
            if one_more:  # there may be others still, but no more than all
                wholes = [one for one in wholes if _apart(one) < 0 and _AMONG.match(one.whole.behind)]
            if wholes and not _is_explained(passage, rest, parts):
                yield min(wholes, key=lambda one: abs(_apart(one)) / one.whole.number)


def _told_before(passage: Passage, rest: Figure, at: int, far: float) -> tuple[list[Figure], list[Division]]:
    """What may be parts beside the rest, the nearest first; and the figures that may be their whole."""
    parts: list[Figure] = []
    wholes: list[Division] = []
    for figure in reversed(passage.figures[max(0, at - _BACK) : at]):
        if rest.sentence != figure.sentence or conversion(figure.unit, rest.unit) is None or not figure.is_amount:
            continue
        if _NOT_ONE_MORE.search(figure.own) or _told_apart(figure):
            continue
        if parts and figure.quantity.hedge == "exact" and _is_told_as_whole(passage, figure):
            found = Division(figure, (*reversed(parts), rest), "none")
            near = abs(_apart(found)) <= far * float(figure.number) and not _is_like(figure, parts)
            wholes += [found] if near else []
        if not comparable(figure.unit, rest.unit):
            continue
        if figure.quantity.hedge != "exact":
            break
        parts.append(figure)
    return parts, wholes


def _is_explained(passage: Passage, rest: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the rest and some of the figures before it make any figure near by."""
    sums = [sum(_scaled(one, rest) for one in parts[:size]) + float(rest.number) for size in range(1, len(parts) + 1)]
    near = [one for one in passage.figures if abs(one.sentence - rest.sentence) <= _HALF and one.is_amount]
    return any(abs(_scaled(one, rest) - made) <= made * _ROUNDED for one in near for made in sums)


_HALF, _ROUNDED = 2, 1e-4


def _told_apart(figure: Figure) -> bool:
    told = told_change(figure)
    return told is not None and (told.compared or figure.own.endswith(("了", "出")))


def _is_like(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a figure is told as those behind it, so that it is one part more."""
    return len(whole.own) > 1 and any(part.own[-2:] == whole.own[-2:] for part in parts)


def _apart(found: Division) -> float:
    return float(found.whole.number) - sum(_scaled(part, found.whole) for part in found.parts)
