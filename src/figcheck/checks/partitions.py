"""Figures of one kind in, wholes out with the parts that their words set inside them: 其中, 合计, 男 and 女, 依次."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.intervals import comparable, in_unit, literally, total
from figcheck.checks.moves import told_change
from figcheck.checks.parts import opposites, overlap
from figcheck.checks.passages import Figure, Passage, is_dated
from figcheck.checks.terms import choice
from figcheck.data import partition_words as words
from figcheck.model import Interval
from figcheck.slips import chance, looks_like
from figcheck.units import conversion
from figcheck.values import Frozen


class Partition(Frozen):
    """A whole, its parts, and how sure it is that they are all of it."""

    whole: Figure
    parts: tuple[Figure, ...]
    allowed: float
    """How probable it may be that an open list misses its whole by what looks like a slip; 1 where none is open."""
    shares: bool = False
    """Whether the parts may have things in common, so that they may be more than the whole."""


def partitions(passage: Passage, row: Sequence[Figure]) -> Iterator[Partition]:
    """The wholes of a row that their parts miss by what looks like a slip of hand."""
    if len(row) > _MOST_OF_A_ROW:
        return
    levels = [one for one in row if _OUTSIDE.search(one.own) is None]
    for found in (
        *_complements(passage, levels),
        *_among(passage, levels),
        *_dealt(passage, levels),
        *_summed(passage, levels),
        *_closed(passage, levels),
    ):
        if len(found.parts) <= _MOST_PARTS and not _is_explained(row, found) and _is_slip(found):
            yield found


_MOST_OF_A_ROW, _MOST_PARTS = 80, 24
"""Figures of one dimension in a paragraph, and parts of one whole, beyond which nobody adds them up in prose."""

_OUTSIDE = re.compile(rf"^[比较]|{choice(words.OUTSIDE)}|(?:去年|上年)(?!结转|结余|滚存)")


# --- what parts are called -----------------------------------------------------------------------------------------

_LISTED = re.compile(rf"(?:{choice(words.LISTED)})")
_LEADS = re.compile(rf"^(?:{choice(words.LISTED)}|有|即|分别|为|计|[：，])+")
_FILL = re.compile(
    "(?:有|为|是|达|共|约|各|占|计|完成|实现|收入|支出|人数|人口|金额|面积|增加值|共有|安排|录取|新增|余额)+$"
)


def _name(passage: Passage, figure: Figure) -> str:
    """The words of a figure's clause that call it, or those behind it."""
    name = _LEADS.sub("", figure.own) or _LEADS.sub("", figure.tail)
    if not name:
        name = _MARKS.split(passage.text[max(passage.span.start, figure.start - _LONG) : figure.start])[-1]
    return name[-_LONG:]


_MARKS = re.compile("[，、；：。（）]")


_LONG = 12


@lru_cache(maxsize=1)
def _sets() -> dict[str, list[tuple[str, ...]]]:
    """The sets of names, by each name of theirs."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in words.SETS.strip().replace("\n", "|").split("|"):
        names = tuple(line.split())
        for name in names:
            found.setdefault(name, []).append(names)
    return found


def _exhausts(names: Sequence[str]) -> bool:
    """Whether the names are those of a set, each followed or led by the same words: 城镇新增, 乡村新增."""
    if len(names) == 2 and (_denies(*names) or opposites([name + "|" for name in names])):
        return True
    for key in _sets():
        if not names[0] or key not in names[0]:
            continue
        for listed in _sets()[key]:
            if len(listed) == len(names) and _match(names, listed):
                return True
    return False


def _denies(first: str, second: str) -> bool:
    """Whether one name says what the other does not: 票款收入, 非票款收入."""
    stem = _FILL.sub("", first)
    return len(stem) > 1 and any(no + stem in second for no in ("非", "不", "未"))


def _match(names: Sequence[str], listed: Sequence[str]) -> bool:
    left: list[str] = []
    open_names = list(listed)
    for name in names:
        own = max((one for one in open_names if one in name), key=len, default=None)
        if own is None:
            return False
        open_names.remove(own)
        left.append(_FILL.sub("", name.replace(own, "", 1)).strip("性生人员者类别"))
    longest = max(left, key=len)
    return all(one in longest or one[-1] == longest[-1] for one in left)


def _alike(names: Sequence[str]) -> bool:
    """Whether all are kinds of one thing: 电话渠道 and 网络渠道."""
    plain = [_FILL.sub("", name) or name for name in names]
    if len(set(plain)) < len(plain) or not all(len(name) > 1 for name in plain):
        return False
    return len({name[-1] for name in plain}) == 1


# --- names that share out a whole ----------------------------------------------------------------------------------


def _complements(passage: Passage, row: Sequence[Figure]) -> Iterator[Partition]:
    for size in (4, 3, 2):
        for at in range(len(row) - size + 1):
            parts = row[at : at + size]
            if parts[0].sentence != parts[-1].sentence or not _exhausts(_names(passage, parts)):
                continue
            whole = _whole_before(passage, row[:at], parts)
            listed = _listed(passage, row, at)
            over = whole is not None and _is_over(whole, parts)
            if len(listed) > size and whole is not None and (not over or any(_adds_up(one, listed) for one in row)):
                continue  # 男子队31支、女子队9支、混合队6支
            if whole is not None and not _MORE.search(passage.text[parts[-1].end : parts[-1].end + 8]):
                said = _LISTED.search(passage.between(whole, parts[0])) is not None
                yield Partition(whole, tuple(parts), 1 if said else _NAMED)


_MORE = re.compile("其余|其他|其它|另|还有|以及|等")
_EACH = re.compile(r"(?P<names>[^，。；：]{2,30}?)(?:分别|依次)(?:为|是|有|达|达到|增加值)?[^，。；：、0-9]{0,4}$")


def _names(passage: Passage, parts: Sequence[Figure]) -> list[str]:
    """What each part is called, in its own clause or in a list before 分别."""
    match = _EACH.search(passage.text[max(passage.span.start, parts[0].start - _FAR) : parts[0].start])
    if match is not None:
        names = re.split("[、和与及]", match["names"])
        if "产业" in match["names"]:
            return ["第一产业", "第二产业", "第三产业"][: len(parts)]
        if len(names) == len(parts):
            return [name[-_LONG:] for name in names]
    return [_name(passage, part) for part in parts]


def _whole_before(passage: Passage, row: Sequence[Figure], parts: Sequence[Figure]) -> Figure | None:
    first = parts[0]
    for figure in reversed(row[-3:]):
        if first.sentence - figure.sentence > 1 or first.start - figure.end > _FAR:
            return None
        if _can_be_whole(figure, parts) and _binds(passage, figure, first):
            return figure
    return None


_FAR = 60


def _binds(passage: Passage, whole: Figure, first: Figure) -> bool:
    """Whether nothing parts a whole from the first of its parts: 其中, a colon or a comma stands between."""
    between = passage.between(whole, first)
    if _LISTED.search(between):
        return True
    return "；" not in between and between.count("，") + between.count("。") < _CLAUSES


_CLAUSES = 6


def _can_be_whole(figure: Figure, parts: Sequence[Figure]) -> bool:
    if figure in parts or any(not comparable(figure.unit, part.unit) for part in parts):
        return False
    if is_dated(figure) != is_dated(parts[0]) and not is_dated(figure):
        return False
    return not _is_change(figure) and not any(map(_is_change, parts))


_NO_CHANGE = re.compile("新增[^，。；：]{0,6}$|依次[^，。；：]{0,4}$")


def _is_change(part: Figure) -> bool:
    return told_change(part) is not None and _NO_CHANGE.search(part.own) is None


# --- lists behind 其中 ---------------------------------------------------------------------------------------------

_OPEN = re.compile(rf"{choice(words.OPEN)}|等(?=[，。；、）各]|$)|以上[，。；]")
_OTHERS = re.compile("(?:其他|其余|其它)(?!部分)")
_CLOSES = re.compile("[。；）！]|$")
_PERHAPS, _LIKELY, _SURELY, _CERTAINLY, _NAMED = 0.012, 0.03, 0.1, 0.8, 0.9


def _among(passage: Passage, row: Sequence[Figure]) -> Iterator[Partition]:
    for at, first in enumerate(row):
        if at == 0 or not _LISTED.search(first.lead.rpartition("；")[2]):
            continue
        whole = next((one for one in reversed(row[max(0, at - 3) : at]) if _can_be_whole(one, (first,))), None)
        parts = _listed(passage, row, at)
        if whole is None or len(parts) < 2 or first.sentence - whole.sentence > 1:
            continue
        if not comparable(whole.unit, first.unit) or any(part.number >= whole.number * 3 for part in parts):
            continue
        names = [_name(passage, part) for part in parts]
        if len(set(names)) == len(names):
            shares = overlap([name + "|" for name in names], whole.unit)
            yield Partition(whole, tuple(parts), _openness(passage, parts, names), shares=shares)


def _listed(passage: Passage, row: Sequence[Figure], at: int) -> list[Figure]:
    parts = [row[at]]
    apart = re.search("[。：]", passage.between(row[at - 1], row[at])) is not None
    for figure in row[at + 1 :]:
        between = passage.between(parts[-1], figure)
        far = len(between) > _STEP or between.count("，") > _BREAKS
        if figure.sentence != parts[-1].sentence or far or ("；" in between and not apart):
            break
        if _is_change(figure) or _LISTED.search(between) or not comparable(figure.unit, parts[0].unit):
            break
        if _IN_THE_END.search(between):
            break
        if between.count("（") != between.count("）"):
            continue
        parts.append(figure)
    return parts


_IN_THE_END = re.compile("[，；](?:最终|最后|至此|累计|总计)(?=[为有共造致死]|确认)")
"""受伤10人，其中2名重伤者不治，最终为死亡5人、受伤8人: what it came to, and no part."""
_STEP, _BREAKS = 36, 3


def _behind(passage: Passage, parts: Sequence[Figure]) -> str:
    return passage.text[parts[-1].end : parts[-1].end + 6]


def _openness(passage: Passage, parts: Sequence[Figure], names: Sequence[str]) -> float:
    behind = _behind(passage, parts)
    span = passage.text[parts[0].start : parts[-1].end] + behind
    if _OTHERS.search(_name(passage, parts[-1])) and len(parts) > 2:
        return _SURELY
    if _OPEN.search(span) or _OPEN.search(parts[0].own):
        return 0
    closed = _CLOSES.match(behind) is not None
    side_by_side = all(passage.between(one, two).count("，") < 2 for one, two in pairwise(parts))
    if _alike(names) and closed and side_by_side:
        return _SURELY if len(names) > 2 else _LIKELY
    return _PERHAPS if side_by_side else _PERHAPS / 4


# --- lists behind 分别, 依次 and a colon -----------------------------------------------------------------------------

_IN_TURN = re.compile(r"(?:分别|依次)[^，。；：、]{0,6}$")
_LINKS = re.compile("[、，和与及]{1,2}")


def _dealt(passage: Passage, row: Sequence[Figure]) -> Iterator[Partition]:
    """总重46.5千克，四台依次重8.2千克、6.8千克……; 127个问题集中在4个方面：……31个，……44个."""
    for at, whole in enumerate(row[:-2]):
        behind = at + 1 + (row[at + 1].number < _HANDFUL and "：" in row[at + 1].behind)
        first = row[behind]
        if first.sentence != whole.sentence or not _can_be_whole(whole, (first,)):
            continue
        between = passage.between(whole, first)
        turn = _IN_TURN.search(between)
        spent = _SPENT.search(between) is not None
        if turn is None and "：" not in between and not spent:
            continue
        parts = _listed(passage, row, behind)
        if turn is not None:
            parts = _in_a_row(passage, parts)
        counted = _HOW_MANY.search(between)
        many = counted is not None and _count(counted) == len(parts)
        bound = turn is not None and ("，" not in between or _ALL.search(whole.own) is not None)
        if len(parts) > 1 and (many or bound):
            firm = turn is not None and "，" not in between and whole.number >= max(part.number for part in parts)
            yield Partition(whole, tuple(parts), _CERTAINLY if firm else _SURELY, shares=not many)
        elif len(parts) > 2 and spent and not _OPEN.search(passage.between(whole, parts[-1]) + _behind(passage, parts)):
            names = [_name(passage, part) for part in parts]
            yield Partition(whole, tuple(parts), _LIKELY, shares=overlap([name + "|" for name in names], whole.unit))


_SPENT = re.compile(rf"^[^，。；]{{0,8}}[，：]?[^，。；：]{{0,8}}(?:{choice(words.SHARED_OUT)})")
_HANDFUL = 10
_HOW_MANY = re.compile("(?P<count>[两二三四五六七八九2-9])(?:大|个)?[一-龥]")
_ALL = re.compile("总|共|合计")


def _in_a_row(passage: Passage, parts: Sequence[Figure]) -> list[Figure]:
    run = [parts[0]]
    for part in parts[1:]:
        if _LINKS.fullmatch(passage.between(run[-1], part)) is None:
            break
        run.append(part)
    return run


# --- wholes behind their parts -------------------------------------------------------------------------------------

_COUNT = re.compile(rf"(?P<count>[两二三四五六七八九])(?:大|个)?(?:{choice(words.COUNTED)})")
_TOTAL = re.compile(
    rf"(?:^|[，。；：）、]|[一-龥])(?:{choice(words.TOTALS)})(?:为|是|达|达到|有|约|约为|仅|了|的)?[^，。；：、]{{0,6}}$"
)
_FIRM = re.compile("合计|共计|总计|小计|加起来|合起来|相加|总值|总数|总和")
_MOST = 7


def _summed(passage: Passage, row: Sequence[Figure]) -> Iterator[Partition]:
    for at, whole in enumerate(row):
        if at < 2 or _TOTAL.search(whole.own) is None or told_change(whole) is not None:
            continue
        run = _run_before(passage, row, at)
        counted = _COUNT.search(passage.text[max(passage.span.start, whole.start - _LONG) : whole.start])
        sizes = [_count(counted)] if counted is not None else range(len(run), 1, -1)
        for size in sizes:
            if 1 < size <= len(run):
                firm = _stands_alone(passage, run, size) and _FIRM.search(whole.own) is not None
                allowed = _CERTAINLY if counted is not None else _SURELY if firm else _LIKELY
                yield Partition(whole, tuple(run[-size:]), allowed, shares=True)


def _stands_alone(passage: Passage, run: Sequence[Figure], size: int) -> bool:
    """Whether the last figures of a run are a list by themselves: 4个项目的比赛，评出一等奖32个、二等奖64个."""
    if size == len(run):
        return True
    parts = run[-size:]
    inside = "".join(passage.between(one, two) for one, two in pairwise(parts))
    return "、" in inside and "，" not in inside and "，" in passage.between(run[-size - 1], parts[0])


def _count(match: re.Match[str]) -> int:
    return next(
        row.index(match["count"]) for row in ("〇一二三四五六七八九", "〇一两", "0123456789") if match["count"] in row
    )


def _run_before(passage: Passage, row: Sequence[Figure], at: int) -> list[Figure]:
    whole = row[at]
    run: list[Figure] = []
    for figure in reversed(row[max(0, at - _MOST) : at]):
        far = whole.sentence - figure.sentence > 1 or (run and run[0].start - figure.end > _FAR)
        if far or not comparable(figure.unit, whole.unit) or told_change(figure) is not None:
            break
        if figure.number >= whole.number * 2 or _LISTED.search(figure.own):
            break
        run.insert(0, figure)
    return run


# --- what is left --------------------------------------------------------------------------------------------------

_REST = re.compile("(?:其余|余下|剩下|剩余|其他|其它)(?:的)?[^，。；：、每均]{0,8}$")
_ALONE = re.compile("其余各?[一二两三四五六七八九]?(?:[队组人家]|个队)?各")


def _closed(passage: Passage, row: Sequence[Figure]) -> Iterator[Partition]:
    """会员634人，转店402人，退款128人，其余104人: what is left closes the list."""
    for at, rest in enumerate(row):
        if at < 2 or not _REST.search(rest.own) or _ALONE.search(rest.own) or _is_change(rest):
            continue
        known = [one for one in row[max(0, at - _MOST) : at] if rest.sentence - one.sentence < _BESIDE]
        wholes = [one for one in known if _can_be_whole(one, (rest,)) and not _LISTED.search(one.own)]
        found = [Partition(one, _after(row, one, rest), _REST_ODDS, shares=True) for one in wholes]
        found = [one for one in found if len(one.parts) > 1 and _is_whole_list(passage, one)]
        if found and not any(_adds_up(one.whole, one.parts[low:]) for one in found for low in range(len(one.parts))):
            yield min(found, key=lambda one: abs(made(one) - one.whole.number) / one.whole.number)


_REST_ODDS = 0.15


def _after(row: Sequence[Figure], whole: Figure, rest: Figure) -> tuple[Figure, ...]:
    return tuple(one for one in row if whole.start < one.start <= rest.start and comparable(one.unit, whole.unit))


def _is_whole_list(passage: Passage, found: Partition) -> bool:
    """Whether each figure between whole and rest is a part that was read, smaller than the whole and no change."""
    if any(part.number >= found.whole.number or _is_change(part) for part in found.parts):
        return False
    places = {part.start for part in found.parts}
    between = [one for one in passage.figures if found.whole.start < one.start < found.parts[-1].start]
    loose = [one for one in between if one.start not in places and comparable(one.unit, found.whole.unit)]
    named = [one.own[-2:] for one in found.parts if one.own]
    return not loose and (not found.whole.own or found.whole.own[-2:] not in named)


# --- judging -------------------------------------------------------------------------------------------------------


def _is_explained(row: Sequence[Figure], found: Partition) -> bool:
    """Whether the parts, or some of them that stand together, make the whole, or all of them another figure."""
    parts = found.parts
    beside = [one for one in row if one not in parts and one is not found.whole]
    if any(_adds_up(one, parts) for one in (found.whole, *beside)):
        return True
    if found.allowed >= _NAMED:
        return False
    runs = [parts[low:high] for low in range(len(parts) - 1) for high in range(low + 2, len(parts) + 1)]
    if any(_adds_up(found.whole, run) for run in runs):
        return True
    near = [one for one in beside if abs(one.sentence - parts[0].sentence) < _BESIDE]
    return any(_adds_up(found.whole, (*parts, one)) for one in near)


_BESIDE = 2


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    return total(in_unit(literally(part.quantity), part.unit, whole.unit) or _ANY for part in parts).meets(
        literally(whole.quantity)
    )


_ANY = Interval(None, None)
_NEAR, _NEARER = Fraction(1, 4), Fraction(1, 8)


def _is_over(whole: Figure, parts: Sequence[Figure]) -> bool:
    return made(Partition(whole, tuple(parts), 1)) > whole.number


def slips(found: Partition) -> Iterator[tuple[float, Figure, Fraction]]:
    """The figures of which a slip of hand explains the miss, how often it would by chance, and what each should be."""
    whole = found.whole
    apart = whole.number - made(found)
    meant = [(whole, whole.number - apart)]
    meant += [(part, part.number + apart / (conversion(part.unit, whole.unit) or 1)) for part in found.parts]
    for figure, number in meant:
        slip = looks_like(figure.quantity, number)
        if slip is not None:
            odds = sum(chance(one.quantity, slip, rounded=True) for one, _ in meant)
            yield odds, figure, number


def made(found: Partition) -> Fraction:
    """What the parts make, in the unit of the whole."""
    return sum((part.number * (conversion(part.unit, found.whole.unit) or 1) for part in found.parts), Fraction(0))


def _is_slip(found: Partition) -> bool:
    summed, limit = made(found), found.whole.number
    likely = min((odds for odds, _, _ in slips(found)), default=1.0)
    if found.allowed >= _NAMED:
        sure = found.allowed == 1 or len(found.parts) > 2
        return likely < 1 or abs(summed - limit) <= limit * (_NEAR if sure else _NEARER)
    if summed > limit and not found.shares:
        return likely < 1
    return likely <= found.allowed


__all__ = ["Partition", "made", "partitions", "slips"]
