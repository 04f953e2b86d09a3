"""Passages in, changes and differences out that no two figures of the passage make: 教师17名……添了28名，达到46名."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, product
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, difference, in_unit, literally, ratio, reckoned, shifted
from figcheck.checks.passages import Figure, Passage, is_dated, order, passages, when_in
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like, equals, shown
from figcheck.data import arithmetic_words as words
from figcheck.data import passage_words as more
from figcheck.model import Analysis, Derivation, Evidence, Hit, Interval, Quantity, Span, SpanEvidence, Word
from figcheck.slips import chance, looks_like
from figcheck.units import PERCENT, UNITS, conversion
from figcheck.values import Frozen, replace

Kind = Literal["amount", "rate", "points", "times", "ratio"]
_HUNDRED = Fraction(100)
Taken = Callable[[Quantity], Interval]
"""How loosely a figure is taken: `admitted` or `literally`."""
POINT = UNITS["个百分点"]


class Told(Frozen):
    """A figure that is a change or a difference."""

    figure: Figure
    direction: int
    """1 for more, -1 for less, 0 where only the distance is told."""
    compared: bool
    """Whether two things stand side by side, and none became the other."""
    kind: Kind


# --- figures that are changes --------------------------------------------------------------------------------

_UP = choice((*words.RISING, *words.RISE_NOUNS, *more.GAINS.split()))
_DOWN = choice((*words.FALLING, *words.FALL_NOUNS, *more.LOSSES.split()))
_LOOSE = "(?:了|出|去|下|掉|近|约|为|达|有|是|将近|整整|足足|幅度|幅度为|高达|多达|仅|只){0,4}"
_MORE_DONE = r"(?<![许众不最更很至差好太])多(?![达为数年半名次少谢])[一-龥]{0,2}"
_LESS_DONE = r"(?<![减至不多最更很缺缩])少(?![说于数年])[一-龥]{0,2}"
_BY = re.compile(rf"(?<!每)(?:(?P<up>{_UP}|{_MORE_DONE})|(?P<down>{_DOWN}|{_LESS_DONE}))(?!了?[到至成]){_LOOSE}$")
_TO = re.compile(rf"(?:{_UP}|{_DOWN}|[一-龥])(?:了)?[到至成]了?$|(?:{_UP}|{_DOWN})为$")
_MORE, _LESS = choice(words.MORE), choice(words.LESS)
_THAN = re.compile(
    rf"(?<![同环])(?:{choice(more.SIDES_COMPARED)})(?!重[为是达]?)(?!.*(?:{_UP}|{_DOWN}){_LOOSE}$).*?(?:(?P<up>{_MORE}|{_MORE_DONE})|(?P<down>{_LESS}|{_LESS_DONE})){_LOOSE}$"
)
_AHEAD = re.compile(rf"(?:{choice(more.COMPARING)}){_LOOSE}$")
_APART = re.compile(rf"(?:(?:{choice(more.APART)})|[距离][^，。；：、]{{1,10}}[还尚仍只仅][有差剩]?){_LOOSE}$")
_APART_BEHIND = re.compile(
    rf"(?:的)?(?:{choice(more.APART_BEHIND)})|(?:的|(?!进入)[一-龥]{{0,2}})优势|的[一-龥]{{0,2}}(?:落差|差距|差额|差价|分差)"
    r"|[，、]?(?:这)?(?:就|正|便|恰|正好)?是[^，。；]{2,16}之间的(?:距离|差距|差别|落差)"
)
_AS_RATIO = re.compile(
    rf"(?:是|为|达|达到|相当于|等于|相等于|(?:{_UP}|扩大|放大|发展|膨胀)了?[到至])[^，。；：、]{{0,12}}(?:的)(?:将近|接近|近|约|整整|足足)?$|(?:{_UP}|扩大|放大)了?[到至]$"
)
_SIDE = re.compile(
    r"(?P<who>[^，。；：、]{0,6}?)(?:只|仅|还|也|就|却|反而|整整|足足|要|再|又|竟|仍|都|才|反倒|可){0,2}(?<![超比全身总周桥体树楼坝净毛车面路水最提增升抬株线墙池沟洞井直宽纵段拔])(?:(?P<up>[多高快重大宽早贵厚深]|(?<![团队组院校会市县镇乡村局部科处班社店行站馆所厂事家州区司])长)|(?P<down>[少低慢短轻小窄晚薄浅]|便宜))(?![达至])"
    rf"(?:了|出|出了|过){{0,2}}{_LOOSE}"
)
_SIZED = re.compile(r"(?:全|总|周|每段|各)?[高长重宽深厚](?:各|分别|均)?(?:约|近|为|达|有|超|将近)*")
_OVER_NAMED = re.compile(
    r"(?:(?P<up>高出|超出|高于|超过|多于|超)|(?P<down>低于|少于|低出|落后))(?P<than>[^，。；：、]{2,6})$"
)
_A_YEAR = re.compile(r"年均|每年|平均|日均|月均|复合|年增|每|连续|累计")


def told_change(figure: Figure) -> Told | None:
    """What the words beside a figure say of it as a change; None for a level."""
    known = _TOLD.get(id(figure))
    if known is None or known[0] is not figure:
        if len(_TOLD) > _MOST_TOLD:
            _TOLD.clear()
        known = _TOLD[id(figure)] = figure, _told(figure)
    return known[1]


_TOLD: dict[int, tuple[Figure, Told | None]] = {}
"""What was read of a figure, for the many checks that ask; by identity, since equality would compare all of it."""
_MOST_TOLD = 800


def _told(figure: Figure) -> Told | None:
    kind = _kind(figure)
    if kind is None or _TO.search(figure.own) or figure.quantity.hedge == "vague":
        return None
    if "番" in figure.mention.text:
        return Told(figure, 1, False, kind) if not figure.behind.startswith("半") else None
    than = _THAN.search(figure.own)
    if than is not None:
        return Told(figure, 1 if than["up"] else -1, True, kind)
    if _is_ratio(figure, kind):
        return Told(figure, 1, False, "ratio")
    by = _BY.search(figure.own) or (_BY_OF_OLD.search(figure.own) if kind == "rate" else None)
    if by is not None:
        return Told(figure, 1 if by["up"] else -1, _AHEAD.search(figure.own) is not None, kind)
    over = _OVER_NAMED.search(figure.own) if kind == "amount" and not figure.behind.startswith("的") else None
    if over is not None:
        return Told(figure, 1 if over["up"] else -1, True, kind)
    side = None if _is_size(figure) else _SIDE.fullmatch(figure.own)
    if side is not None:
        return Told(figure, 1 if side["up"] else -1, True, kind)
    if _APART.search(figure.own) or _APART_BEHIND.match(figure.behind):
        return Told(figure, 0, True, kind)
    return None


def _is_size(figure: Figure) -> bool:
    """Whether a figure is the size of one thing, and no comparison: 长约138米、宽约56米."""
    if _SIZED.fullmatch(figure.own) is None:
        return False
    return figure.quantity.hedge != "exact" or figure.behind.startswith("、") or figure.own[-1] not in "高长重宽深厚"


_OF_OLD = re.compile(
    rf"(?:(?:{_UP}|{_DOWN}|只|仅|约|才)?[到至有是为剩占]|相当于|等于|不及|不到|不足)(?:了)?[^，。；：、]{{0,4}}(?:{choice(more.OLD_LEVELS.split())})[^，。；：、]{{0,4}}的{_LOOSE}$"
)


_BY_OF_OLD = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[了掉去]?(?:{choice(more.OLD_LEVELS.split())})的{_LOOSE}$"
)
"""减了原来的三成."""


def _is_ratio(figure: Figure, kind: Kind) -> bool:
    """Whether a figure says how many times as much, or what part of it, the new level is: 只有原来的三分之一."""
    if kind == "times":
        return _AS_RATIO.search(figure.own) is not None
    return kind == "rate" and _OF_OLD.search(figure.own) is not None


def _kind(figure: Figure) -> Kind | None:
    if figure.is_points:
        return "points"
    if figure.is_percent or figure.is_fraction:
        return "rate"
    if figure.is_multiple:
        return "times"
    return "amount" if figure.is_amount else None


# --- the two figures between which they lie --------------------------------------------------------------------


class Pair(Frozen):
    """Two levels, the earlier or lesser first where that is known."""

    base: Figure
    level: Figure
    sign: int
    """1 where the order in time is known, else 0."""


def change_of_two(analysis: Analysis) -> Iterator[Hit]:
    """A change or difference that no two figures near it make, and that is a slip of what the two beside it make."""
    for passage in passages(analysis):
        if len(passage.figures) < 3:
            continue  # a change, and what it is from and to
        yield from _changes_as_levels(passage)
        told = [one for one in map(told_change, passage.figures) if one is not None and not _is_first(passage, one)]
        changing = {other.figure.start for other in told if not _may_be_level(other)}
        for one in told:
            real = one.kind in _RATES and _REAL.search(_sentence(passage, one.figure)) is not None
            if not real and not _is_spread(passage, one.figure) and not _is_one_more_step(passage, one.figure):
                yield from _told_as_change(passage, one) or _judge(passage, one, changing)


_BARE = re.compile(r"[高低长短宽窄重轻大小多少深浅厚薄](?:约|近|达|为|有|仅|只){0,3}$")


def _is_first(passage: Passage, told: Told) -> bool:
    """Whether a figure with no more than 高 or 长 before it is too early to compare two: 老桥塔高195米."""
    figure = told.figure
    if not told.compared or not figure.is_amount or _BARE.search(figure.own) is None or "比" in figure.own:
        return False
    before = [one for one in passage.figures if one.start < figure.start and comparable(one.unit, figure.unit)]
    return len(before) < 2 and _THAN.search(figure.own) is None


_RATES = ("rate", "times", "ratio")
_REAL = re.compile(choice(words.REAL_TERMS))


def _sentence(passage: Passage, figure: Figure) -> str:
    same = [one for one in passage.figures if one.sentence == figure.sentence]
    return passage.text[same[0].start - len(same[0].lead) : same[-1].end]


_STEP = re.compile(rf"(?:再|又|另外?|除去|扣除)[^，。；：、]{{0,4}}(?:{_UP}|{_DOWN}){_LOOSE}$|净落{_LOOSE}$")
_LED_BY_SCORE = re.compile(r"[0-9]{1,3}[∶:：比][0-9]{1,3}[^，。；0-9]{0,8}$")


def _is_one_more_step(passage: Passage, figure: Figure) -> bool:
    """Whether a change is one of several steps, what several leave, or the lead in a game: 领券再减300元."""
    if _STEP.search(figure.own) or _LED_BY_SCORE.search(passage.text, max(0, figure.start - 16), figure.start):
        return True
    same = [one.number for one in passage.figures if one is not figure and comparable(one.unit, figure.unit)]
    if not figure.is_amount or len(same) < _FEW or len(same) > _MANY:
        return False
    steps = [one for one in passage.figures if one.unit == figure.unit and _STEP.search(one.own)]
    return any(one - two + step.number == figure.number for step in steps for one in same for two in same)


_FEW = 3


def _is_spread(passage: Passage, figure: Figure) -> bool:
    """Whether a change is told by the year, head or acre, and the levels are not."""
    own = _A_YEAR.search(figure.own)
    if own is None:
        return False
    before = passage.text[max(passage.span.start, figure.start - 60) : figure.start - len(figure.own)]
    return own.group() != "每" or re.search("每|亩产|单产|均|单价|售价", before) is None


def _may_be_level(told: Told) -> bool:
    """只剩2.1亿 may be what is left, or what there is now."""
    return told.direction == 0 and _LEFT.search(told.figure.own) is not None


_LEFT = re.compile(r"[剩余]")


def _judge(passage: Passage, told: Told, changing: set[int]) -> Iterator[Hit]:
    reach = 0 if told.figure.quantity.kind == "duration" else 1
    near = [
        figure
        for figure in passage.figures
        if figure is not told.figure and abs(figure.sentence - told.figure.sentence) <= reach
    ]
    for levels in _groups(passage, told, near, changing):
        if len(levels) != 2:
            continue
        pair = _pair(*levels)
        if not _are_alike(told, pair) or not _same_stretch(told, pair) or not _belong(passage, told, pair):
            continue
        if _is_turned(told, pair):
            yield _turned(told, pair)
            return
        if _is_made(told, near, pair, literally) or (_is_made(told, near, pair) and not _is_telling(told, pair)):
            continue
        hit = _as_points(told, pair) or _mismatch(passage, told, pair)
        if hit is not None:
            yield hit
            return


_GONE_ON = re.compile(rf"(?:{_UP}|{_DOWN}|多|少)[一-龥]{{0,3}}(?:的|为|了|达)?$")


def _told_as_change(passage: Passage, told: Told) -> tuple[Hit, ...]:
    """从20人增加了260人，净增240人: the new level told as what was added."""
    if told.kind != "amount" or told.compared or not told.direction:
        return ()
    figure = told.figure
    same = [one for one in passage.figures if one.is_amount and one.unit == figure.unit and one is not figure]
    near = [one for one in same if abs(one.sentence - figure.sentence) <= 1]
    for base, change in product((one for one in near if one.start < figure.start), near):
        apart = (figure.number - base.number) * told.direction
        if (
            told_change(base) is None
            and not base.own.startswith("净")
            and apart == change.number > 0
            and change.start > figure.start
            and _GONE_ON.search(change.own)
            and _TO.search(change.own) is None
        ):
            return (_as_level(passage, told, base, change),)
    return _level_by_rate(passage, told, same)


_DOWN_TO, _UP_TO = re.compile(rf"(?:{_DOWN})了?[到至为]$"), re.compile(rf"(?:{_UP})了?[到至为]$")
_THEN_TO = re.compile(rf"^[，、](?:也就是|即|现|现在|如今)?(?:{_UP}|{_DOWN}|达|变)了?[到至为成]了?$")


def _changes_as_levels(passage: Passage) -> Iterator[Hit]:
    """由120公斤减少到30公斤，降至90公斤: what was taken away told as what there was then."""
    for base, change, level in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        way = -1 if _DOWN_TO.search(change.own) else 1 if _UP_TO.search(change.own) else 0
        if not way or not base.sentence == change.sentence == level.sentence or _THEN_TO.match(level.lead) is None:
            continue
        alike = all(one.is_amount and comparable(one.unit, base.unit) for one in (base, change, level))
        if not alike or base.number + way * change.number != level.number or change.number == level.number:
            continue
        verb = _DOWN_TO.search(change.own) or _UP_TO.search(change.own)
        led = verb.group() if verb is not None else ""
        expected = led[:-1] + "了" + change.mention.text
        working = f"{base.core} {'−' if way < 0 else '+'} {change.core} = {level.core}"
        yield _mistold(passage, change, len(led), (base, level), level, expected, working)


_ADDED = re.compile("了$")


def _level_by_rate(passage: Passage, told: Told, same: Sequence[Figure]) -> tuple[Hit, ...]:
    """由50个增加了200个，增加了3倍: the new level told as what was added, as the rate behind it shows."""
    figure = told.figure
    behind = [one for one in passage.figures if one.sentence == figure.sentence and one.start > figure.start][:1]
    before = [one for one in same if one.start < figure.start and figure.sentence - one.sentence <= 1][-1:]
    rate = told_change(behind[0]) if behind else None
    if not before or rate is None or rate.kind not in _RATES or "番" in rate.figure.mention.text:
        return ()
    base = before[0]
    if not _ADDED.search(figure.own) or told_change(base) is not None or not base.number:
        return ()
    level = base.number + told.direction * figure.number
    if _is_rate_of(rate, base.number, level) or not _is_rate_of(rate, base.number, figure.number):
        return ()
    return (_as_level(passage, told, base, rate.figure),)


def _is_rate_of(rate: Told, base: Fraction, level: Fraction) -> bool:
    """Whether a rate is, to a fiftieth, that of two levels."""
    made = level / base if rate.kind == "ratio" else abs(level / base - 1)
    said = rate.figure.number / (_HUNDRED if rate.figure.is_percent else 1)
    return abs(made - said) * 50 <= said


def _as_level(passage: Passage, told: Told, base: Figure, change: Figure) -> Hit:
    figure = told.figure
    verb = _BY.search(figure.own)
    lead = len(verb.group()) if verb is not None else 0
    meant = change.number if change.is_amount else abs(figure.number - base.number)
    expected = digits_like(meant, figure.core, figure.unit)
    working = f"|{figure.core} − {base.core}| = {expected}"
    return _mistold(passage, figure, lead, (base, change), figure, expected, working)


def _mistold(
    passage: Passage, figure: Figure, lead: int, shown: tuple[Figure, Figure], end: Figure, expected: str, working: str
) -> Hit:
    """A figure told as what it is not, with so many code points of its verb; `shown` begins with the base."""
    span = Span(figure.start - lead, figure.end)
    values: dict[str, str | Word] = {
        "written": passage.text[span.start : span.end],
        "start": shown[0].mention.text,
        "end": end.mention.text,
        "expected": expected,
        "how": Word("reckoned"),
    }
    places = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in shown)
    return Hit(span, values, (*places, Derivation(working)), expected, against=figure.start)


def _groups(passage: Passage, told: Told, near: Sequence[Figure], changing: set[int]) -> Iterator[list[Figure]]:
    """The levels of one kind near a change: those of its sentence, else those of the one before as well."""
    levels = [figure for figure in near if figure.start not in changing and _can_be_level(figure, told)]
    for wide in (0, 1):
        inside = [figure for figure in levels if 0 <= told.figure.sentence - figure.sentence <= wide]
        if wide and told.kind == "times" and not inside:
            inside = levels
        dimensions = {_dimension(figure) for figure in inside}
        for dimension in sorted(dimensions):
            same = [figure for figure in inside if _dimension(figure) == dimension]
            yield same
            if len(same) > 2 and told.direction:
                yield from _beside(passage, told, same)
            if wide and len(same) > 2 and _than_before(told) and order(same[-2], same[-1]) > 0:
                yield same[-2:]


def _beside(passage: Passage, told: Told, levels: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Of several levels the two right before a change, and the two right behind, if no semicolon parts them."""
    figure = told.figure
    before = [level for level in levels if level.start < figure.start][-2:]
    behind = [level for level in levels if level.start > figure.start][:2]
    if behind and _ANOTHER_TOO.search(behind[0].lead):
        behind = []  # 单芽比去年高出200元，采茶工的日工资也从150元涨到了180元
    for two, first, last in ((before, before[:1], [figure]), (behind, [figure], behind[-1:])):
        if len(two) == 2 and not re.search("[；。！？]", passage.between(first[0], last[0])):
            yield two


_ANOTHER_TOO = re.compile("，[一-龥]{2,12}[也则][由从]$")


def _dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit is not None else ""


def _can_be_level(figure: Figure, told: Told) -> bool:
    if told.kind == "points":
        return figure.is_percent
    if figure.is_fraction:
        return False
    if told.kind == "amount":
        return (figure.is_amount or _is_temperature(figure)) and comparable(figure.unit, told.figure.unit)
    if figure.is_amount and figure.quantity.kind == "duration":
        own = figure.own
        return bool(_IN_TIME.search(told.figure.own) or _FROM.search(own) or _COMES_TO.search(own))
    return figure.is_amount or (told.kind == "rate" and figure.is_percent)


_IN_TIME = re.compile("缩短|延长|压缩|节省|节约|提速|加快|提前|快|慢|拉长|增加|减少")
"""What is said of lengths of time."""


_FROM = re.compile(r"(?:由|从|自)[^，。；：、]{0,12}$")
_COMES_TO = re.compile(rf"(?:{_UP}|{_DOWN}|[调改变转换提涨跌缩砍压])(?:了)?[到至成为](?:了)?$")
_REACHES = re.compile(r"[到至为成][^，。；：、]{0,6}$")


def _is_temperature(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == "temperature"


def _pair(first: Figure, second: Figure) -> Pair:
    known = order(first, second)
    if (_FROM.search(first.own) and _REACHES.search(second.lead)) or _COMES_TO.search(second.own):
        known = 1
    if known:
        return Pair(first, second, 1) if known > 0 else Pair(second, first, 1)
    own = in_unit(admitted(second.quantity), second.unit, first.unit)
    value = first.number if own is None or own.low is None else own.low
    return Pair(first, second, 0) if first.number <= value else Pair(second, first, 0)


_PER = re.compile(
    r"每[一-龥]|人均|日均|平均|单价|均价|最高|最低|最大|最小|最多|最少|其中|合格(?!线)|及格(?!线)|达标|优秀"
)


def _are_alike(told: Told, pair: Pair) -> bool:
    """Whether neither or both of two levels are averages, extremes, or parts."""
    first, second = sorted((pair.base, pair.level), key=lambda figure: figure.start)
    one, other = ({match.group() for match in _PER.finditer(figure.own)} for figure in (first, second))
    if told.direction == 0 and {"最高", "最低"} == one | other:
        return True
    return one == other or (not other and bool(pair.sign) and len(second.own) <= _SHORT)


def _same_stretch(told: Told, pair: Pair) -> bool:
    """Whether what was counted over a time was so over times of like length: a year's exports, and ten months'."""
    if _WHOLE_YEAR.search(told.figure.own):
        return True
    periods = (pair.base.claim.period, pair.level.claim.period)
    days = sorted((period.end - period.start).days for period in periods if period is not None)
    return len(days) < 2 or days[0] < _POINT or 10 * days[1] <= 11 * days[0]


_WHOLE_YEAR = re.compile("全年|整年|整月")
_POINT = 40
"""Days up to which a period is taken for a point in time."""
_SHORT = 8
"""Characters of a clause that takes up what the one before it said: 改造后达到2430辆."""


_PLANNED, _ACTUAL = re.compile(choice(more.PLANNED)), re.compile(choice(more.ACTUAL))


_YEAR_ON_YEAR, _RECORD_BEFORE = re.compile("同比|环比"), re.compile("创下|创造|纪录|记录")


def _belong(passage: Passage, told: Told, pair: Pair) -> bool:
    """Whether the words say that the change is that from one of the two to the other."""
    first, second = sorted((pair.base, pair.level), key=lambda figure: figure.start)
    if _NESTED.search(passage.between(first, second)):
        return False
    if _YEAR_ON_YEAR.search(told.figure.own) and _RECORD_BEFORE.search(pair.base.own):
        return False  # 比去年10月1日创下的498.3万人次多18.5万人次，同比增长6.9%
    relative = told.kind in ("rate", "times", "ratio")
    if relative and (_NESTED.search(told.figure.lead) or not _goes_with(passage, told, first, second)):
        return False
    if not _is_of_sides(told, first, second):
        return False
    if _is_of_another_day(told, first, second) or (told.direction == 0 and _LEFT.search(told.figure.own)):
        return False
    if told.direction == 0 and second.start > told.figure.end and _is_of_before(second):
        return False  # 顺差31.5亿元，去年同期为28.0亿元
    is_told = _FROM.search(first.own) is not None and _COMES_TO.search(second.own) is not None
    if _than_before(told) and not is_told and not (_is_of_before(pair.base) and _is_of_its_time(told, pair.level)):
        return False  # 一年级新生14860人，比去年少1070人；七年级新生13940人
    over = _OVER_NAMED.search(told.figure.own)
    named = over is None or any(over["than"][-2:] in one.lead + one.tail for one in (first, second))
    if not named or (over is not None and pair.sign):
        return False  # 水位由31.6米回落至28.4米，低于警戒水位1.1米
    if pair.sign:
        return not told.compared or told.direction == 0 or _is_turned_as(told, pair) or _than_before(told)
    if _PLANNED.search(first.lead) and _ACTUAL.search(second.lead):
        return True
    if told.kind == "ratio":
        return False
    sided = told.compared or _SIDE.fullmatch(told.figure.own) is not None
    return sided and (_stand_together(passage, told, first, second) or _is_named(told, first))


_SIDES = re.compile(r"(?P<one>[一-龥]{2,8}?)(?:[到至和与跟同距]|之间)(?P<other>[一-龥]{2,8}?)(?:之间)?的[一-龥]{0,3}差")


def _is_of_sides(told: Told, first: Figure, second: Figure) -> bool:
    """Whether a distance names its two ends, and they are those of the two: 桥面到江面的高差为211米."""
    sides = _SIDES.search(told.figure.own) if told.direction == 0 else None
    beside = first.lead + first.tail + second.lead + second.tail
    pairs = (side[at : at + 2] for side in sides.groups() for at in range(len(side) - 1)) if sides is not None else ()
    return sides is None or any(pair in beside for pair in pairs)


_PERIODS_BACK = choice([*more.STEPS_BACK.split(), *(word for word, _ in more.YEARS_BACK)])
_BEFORE = re.compile(rf"[比较](?:{_PERIODS_BACK})|环比|最后(?:这)?一[年月季]")


def _than_before(told: Told) -> bool:
    """Whether a figure is compared with itself a period before: 比上季度高3个百分点."""
    return _BEFORE.search(told.figure.own) is not None


_DAY = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|[12][0-9]{3}年")


def _is_of_another_day(told: Told, first: Figure, second: Figure) -> bool:
    """Whether a change names the day or year it is against, and neither level is of that: 是11月16日的两倍."""
    days = _DAY.findall(told.figure.own)
    return bool(days) and not any(day in first.lead + second.lead for day in days)


def _is_of_its_time(told: Told, level: Figure) -> bool:
    """Whether a change names no time but that of its level: 一季度环比增长15% is of no other quarter's."""
    said = when_in(_PERIOD_AGAINST.sub("", told.figure.own))
    return said is None or said.kind == "now" or said == level.when


_PERIOD_AGAINST = re.compile("[比较][^，。；：]*")


def _is_of_before(figure: Figure) -> bool:
    """Whether a level is said to be of another time than the article's, or of the period before in so many words."""
    return is_dated(figure) or _PREVIOUS.search(figure.lead) is not None


_PREVIOUS = re.compile("[上前去往同原]|此前|之前|年初|初$")


def _is_turned_as(told: Told, pair: Pair) -> bool:
    """Whether of two things compared the one that is told of has more, or less, as the words say."""
    high = in_unit(Interval(pair.level.number, pair.level.number), pair.level.unit, pair.base.unit)
    return high is not None and high.low is not None and (high.low - pair.base.number) * told.direction > 0


def _stand_together(passage: Passage, told: Told, first: Figure, second: Figure) -> bool:
    """Whether two things compared are told in one sentence, and one of them is who has more."""
    if first.sentence != second.sentence:
        return False
    side = _SIDE.fullmatch(told.figure.own)
    if _THAN.search(told.figure.own):
        return not first.start < told.figure.start < second.start
    if side is None:
        return True
    if told.figure.sentence != second.sentence or told.figure.start < second.start:
        return False
    beside = first.lead + first.tail + second.lead + second.tail
    return side["who"] in beside or _GENERIC.fullmatch(side["who"]) is not None


_BETWEEN = re.compile(
    rf"(?:{choice(more.SIDES_COMPARED)})(?P<other>[^，。；：、]{{2,10}}?)(?:{_MORE}|{_LESS}|{_MORE_DONE}|{_LESS_DONE}|多|少)"
)


def _is_named(told: Told, first: Figure) -> bool:
    """Whether a comparison names what the figure of the sentence before was of: 比第一批少520人."""
    match = _BETWEEN.search(told.figure.own)
    other = match["other"] if match is not None else ""
    beside = first.lead + first.tail
    return any(other[at : at + 2] in beside for at in range(len(other) - 1))


_STRETCH = (
    r"(?:短短|近|不到)?(?:半|[一二两三四五六七八九十几数0-9０-９]{1,3})个?多?(?:年|月|天|周|季度|学期)多?"
    r"(?:来|间|时间|里|内|工夫|功夫|之内)?"
)
_FROM_EACH = re.compile("[从由自](?:每[一-龥]{1,2})?")
_GENERIC = re.compile(
    rf"(?:工夫|功夫|下来|之间|之内|{choice(words.PADDING)}|{choice(words.SUBJECT_WORDS)}|{choice(more.AT_PRESENT)}|{choice(more.NEXT_STEPS)}|{choice(more.STEPS_BACK)}"
    rf"|{choice([word for word, _ in more.YEARS_BACK])}|的|，|、|—|：|实现|整整|{_STRETCH})*"
)


_FROM_ANOTHER = re.compile(r"[一-龥]{2,}[由从自]")
"""What leads to the first of two levels that is one of something else: 油价跌了2.7%，社零比重由12.4%升到15.1%."""


_NO_NOUN = frozenset("的了一年月日比去今全总数量人大小多有在中")


def _goes_with(passage: Passage, told: Told, first: Figure, second: Figure) -> bool:
    """Whether a rate stands beside the two figures, and is said of nothing else: 规模增长了5倍."""
    figure = told.figure
    places = [
        one.start
        for one in passage.figures
        if one is figure or one.quantity.kind != "duration" or one in (first, second)
    ]
    at = places.index(figure.start)
    if figure.start > second.start and places[at - 1] != second.start:
        return False
    if figure.start < first.start and places[at + 1] != first.start:
        return False
    shared = set(first.own[:-1]) & set(figure.own) - _NO_NOUN if told.kind == "times" else None
    is_other = _OF_ITS_OWN.fullmatch(first.lead) is not None and not shared
    if figure.start < first.start and is_other and not is_of(told, (first, second)):
        return False  # 工资上调6%，夜班津贴由每班25元升至40元
    if figure.start < first.start and max(len(first.own), len(second.own)) <= _SHORT:
        return _FROM_ANOTHER.fullmatch(first.own) is None or bool(shared)
    if _FROM_EACH.fullmatch(first.own) and second.own.startswith(("到", "至")):
        return True
    return is_of(told, (first, second))


_OF_ITS_OWN = re.compile("[，；][一-龥]{3,10}(?:由|从)(?:每[一-龥]{1,2})?")


def is_of(told: Told, levels: Sequence[Figure]) -> bool:
    """Whether the words that lead to a change name nothing but what the levels are of."""
    figure = told.figure
    verb = (
        _OF_OLD if told.kind == "ratio" and not figure.is_multiple else _AS_RATIO if told.kind == "ratio" else _BY
    ).search(figure.own)
    verb = verb or _BY_OF_OLD.search(figure.own)
    subject = figure.own[: verb.start()] if verb is not None else figure.own
    if _GENERIC.fullmatch(subject) or _names_what_is_counted(subject, levels[0]):
        return True
    leads = "".join(level.lead for level in levels) + "".join(level.tail for level in levels)
    shared = [place for place in range(len(subject) - 1) if subject[place : place + 2] in leads]
    generic = _GENERIC.match(subject)
    return bool(shared) and generic is not None and generic.end() + 1 >= shared[0]


def _names_what_is_counted(subject: str, level: Figure) -> bool:
    """Whether the words name no more than the unit does: 客流 of so many 人次."""
    nouns = dict(more.COUNTED_AS).get(level.unit.symbol if level.unit is not None else "", "")
    return bool(nouns) and _GENERIC.fullmatch(re.sub(choice(nouns.split()), "", subject)) is not None


_NESTED = re.compile(r"其中|包括|（含")


def _is_made(told: Told, near: Sequence[Figure], known: Pair, taken: Taken = admitted) -> bool:
    """Whether any two figures near a change make it; the two that are known to follow each other only in that order."""
    stepped = _than_before(told) and bool(known.sign)
    ends = {known.base.start, known.level.start} if known.sign and (stepped or not told.compared) else set()
    pairs = (
        known if {one.start, two.start} == ends else Pair(one, two, 0)
        for one, two in combinations(near, 2)
        if _may_pair(told, one, two) and (not stepped or known.level in (one, two))
        if not _are_elsewhere(told, known, one, two)
    )
    return any(_admits(told, pair, taken) for pair in pairs)


def _are_elsewhere(told: Told, known: Pair, one: Figure, two: Figure) -> bool:
    """Whether two figures of a later sentence can't be those of a change that has two before it."""
    here = told.figure.sentence
    own = known.sign and known.base.sentence == known.level.sentence == here
    return bool(own) and one.sentence > here and two.sentence > here


def _may_pair(told: Told, first: Figure, second: Figure) -> bool:
    return comparable(first.unit, second.unit) and _can_be_level(first, told) and _can_be_level(second, told)


def _made(told: Told, pair: Pair, taken: Taken = admitted) -> Interval | None:
    """The change that two levels make, in the unit of the one told; positive for more."""
    low = taken(pair.base.quantity)
    high = in_unit(taken(pair.level.quantity), pair.level.unit, pair.base.unit)
    if high is None:
        return None
    if told.kind == "points":
        return in_unit(difference(high, low), POINT, told.figure.unit)
    if told.kind == "amount":
        return in_unit(difference(high, low), pair.base.unit, told.figure.unit)
    scale = Fraction(1) if told.figure.is_multiple else _HUNDRED
    if told.kind == "ratio" or "番" in told.figure.mention.text:
        return ratio(high, low).scaled(scale)
    return shifted(ratio(high, low), Fraction(-1)).scaled(scale)


def _admits(told: Told, pair: Pair, taken: Taken = admitted) -> bool:
    """Whether two levels make the change, whichever of them came first."""
    said = _said(told)
    for one in (pair,) if pair.sign else (pair, Pair(pair.level, pair.base, pair.sign)):
        made = _made(told, one, taken)
        if made is not None and (made.meets(said) or made.negated().meets(said)):
            return True
    return False


def _said(told: Told) -> Interval:
    value = told.figure.number
    if "番" in told.figure.mention.text:
        most = Fraction(4, 3) if told.figure.quantity.hedge == "exact" else Fraction(2)
        if told.figure.behind.startswith(("还多", "多", "有余", "还要多")):
            return Interval(value * Fraction(49, 50), 2 * value)
        return Interval(value * Fraction(9, 10), value * most)
    if told.figure.is_multiple and told.figure.quantity.hedge == "exact" and value.denominator == 1:
        return Interval(value - max(_UNDER, value / 20), value + max(_OVER, value / 20))
    said = reckoned(told.figure.quantity)
    if not told.figure.is_fraction:
        return said
    return Interval(value * 92, value * 108)


_UNDER, _OVER = Fraction(7, 20), Fraction(9, 20)
"""How much less and more than 一倍 may be told as just that."""
_ONE_MORE = re.compile("又|再|另")


def _is_turned(told: Told, pair: Pair) -> bool:
    """Whether two levels make just the change that is told, but the other way round."""
    made = _made(told, pair)
    compared = told.compared and not _than_before(told)
    if _ONE_MORE.search(told.figure.own):
        return False  # 首批开通8条，9月又新增15条，目前共23条
    if made is None or not pair.sign or not told.direction or compared or "番" in told.figure.mention.text:
        return False
    if told.figure.quantity.kind == "duration":  # who is faster takes less
        return False
    ways = made, made.negated()
    right, wrong = ways if told.direction > 0 else ways[::-1]
    said = _said(told)
    return wrong.meets(said) and not right.meets(said) and wrong.low is not None and wrong.low > 0


def _is_telling(told: Told, pair: Pair) -> bool:
    """Whether what two levels make to the last digit is just a round number, or a slip of the one that is told.

    120万 and 150万 may be rounded and have grown by 28 %, but not by 35 % where it is just 25 % of what is written.
    """
    exact = abs(_exact(told, pair))
    if (
        told.kind == "points"
        or (told.kind == "amount" and told.figure.quantity.kind != "duration")
        or told.figure.is_fraction
        or any(one.quantity.hedge != "exact" for one in (pair.base, pair.level))
    ):
        return False
    step = Fraction(told.figure.quantity.step) or Fraction(1)
    return exact > 0 and (exact / step).denominator == 1 and abs(exact - told.figure.number) >= step


def levels_in(passage: Passage, told: Told) -> Iterator[Pair]:
    """The levels of a passage, side by side and known to follow each other, that a change may lie between."""
    for one, two in pairwise(passage.figures):
        if one.sentence == two.sentence and _may_pair(told, one, two):
            pair = _pair(one, two)
            if pair.sign and told_change(one) is None and told_change(two) is None:
                yield pair


def makes_change(told: Told, pair: Pair) -> bool:
    """Whether two levels make the change that is told, rounding allowed, in the direction that is told."""
    made = _made(told, pair)
    return made is None or (made.negated() if told.direction < 0 else made).meets(_said(told))


# --- judging -------------------------------------------------------------------------------------------------


def _mismatch(passage: Passage, told: Told, pair: Pair) -> Hit | None:
    made = _made(told, pair)
    exact = _exact(told, pair)
    if made is None or exact == 0:
        return None
    written = abs(exact) / _HUNDRED if told.figure.is_fraction else abs(exact)
    drops_sign = abs(abs(pair.level.number) - abs(pair.base.number)) == told.figure.number
    bound = _is_bound(passage, told, pair, written)
    far = not drops_sign and not _is_near(told, pair, written) and not bound
    if _is_many_times(told, written):
        return None  # 单价从188元降到67元……一个月吃两盒，少花242元
    slip = looks_like(told.figure.quantity, written)
    if (far or (_is_crowded(passage, told, pair) and not bound)) and slip is None:
        return None
    if passage.is_of_many and chance(told.figure.quantity, slip) > _BY_CHANCE:
        return None
    return _hit(told, pair, exact)


_BY_CHANCE = 0.1
"""How probable the likeness to a slip may be by chance in an article of many figures."""
_MANY = 12


def _is_many_times(told: Told, exact: Fraction) -> bool:
    """Whether an amount is just so many times the difference of two prices: of two boxes, of a year's months."""
    times = told.figure.number / exact if exact else Fraction(0)
    return told.kind == "amount" and times.denominator == 1 and 2 <= times <= _MANY and times != 10


_CROWD = 2
"""Other figures of the same kind near by from which on only a slip of hand is a sure sign."""


def _is_crowded(passage: Passage, told: Told, pair: Pair) -> bool:
    """Whether so many figures and changes stand near that the change may well be one between others."""
    if passage.is_of_many:
        return True
    near = [one for one in passage.figures if abs(one.sentence - told.figure.sentence) <= 1]
    levels = [one for one in near if one not in (told.figure, pair.base, pair.level) and _can_be_level(one, told)]
    levels = [one for one in levels if comparable(one.unit, pair.base.unit)]
    changes = [one for one in map(told_change, near) if one is not None and one.figure is not told.figure]
    return len(levels) + len([one for one in changes if one.kind == told.kind]) >= _CROWD


_FARTHEST = 12


def _is_bound(passage: Passage, told: Told, pair: Pair, exact: Fraction) -> bool:
    """Whether two levels that surely follow each other, and the change, stand side by side in one sentence."""
    value, figure = told.figure.number, told.figure
    if not pair.sign or pair.base.sentence != pair.level.sentence:
        return False
    if figure.sentence - pair.base.sentence not in ((0, 1) if "番" in figure.mention.text else (0,)):
        return False
    row = [one for one in passage.figures if one.quantity.kind != "duration" or one in (pair.base, pair.level, figure)]
    places = sorted(row.index(one) for one in (pair.base, pair.level, figure))
    first, second = sorted((pair.base, pair.level), key=lambda one: one.start)
    low = second.end if "番" in figure.mention.text and figure.start > second.start else row[places[0]].end
    parted = "；" in passage.text[low : row[places[2]].start]
    if places[2] - places[0] != 2 or (parted and None in (pair.base.when, pair.level.when)):
        return False
    return _goes_with(passage, told, first, second) and value <= _FARTHEST * exact and exact <= _FARTHEST * value


def _as_points(told: Told, pair: Pair) -> Hit | None:
    """由2.25%上调到2.50%，加息0.25%: the points between two percentages, told as a percentage."""
    if told.kind != "rate" or not (pair.base.is_percent and pair.level.is_percent) or told.figure.is_fraction:
        return None
    apart = abs(pair.level.number - pair.base.number)
    if apart != told.figure.number:
        return None
    hit = _hit(Told(told.figure, told.direction, told.compared, "points"), pair, apart)
    expected = shown(apart, POINT)
    less, more = sorted((pair.base, pair.level), key=lambda one: one.number)
    working = Derivation(f"{more.core} − {less.core} = {expected}")
    values = {**hit.values, "expected": expected}
    return replace(hit, expected=expected, values=values, evidence=(*_places(pair), working))


def _is_near(told: Told, pair: Pair, exact: Fraction) -> bool:
    value, most = told.figure.number, 2 if told.direction else 3
    same = pair.base.sentence == pair.level.sentence == told.figure.sentence
    return (bool(pair.sign) or (told.compared and same)) and value <= most * exact and exact <= most * value


def _exact(told: Told, pair: Pair) -> Fraction:
    low, high = pair.base.number, pair.level.number * (conversion(pair.level.unit, pair.base.unit) or 1)
    if told.kind == "points":
        return (high - low) * (conversion(POINT, told.figure.unit) or 1)
    if told.kind == "amount":
        return (high - low) * (conversion(pair.base.unit, told.figure.unit) or 1)
    if not low:
        return Fraction(0)
    scale = 1 if told.figure.is_multiple else _HUNDRED
    if told.kind == "ratio" or "番" in told.figure.mention.text:
        return high / low * scale
    return (high / low - 1) * scale


def _turned(told: Told, pair: Pair) -> Hit:
    """增长6.1% from 41.2亿元 to 38.7亿元."""
    figure, base, level = told.figure, pair.base, pair.level
    verb = _BY.search(figure.own)
    led = verb.group() if verb is not None else ""
    start = figure.start - len(led)
    sign = ">" if told.direction < 0 else "<"
    values: dict[str, str | Word] = {
        "written": led + figure.mention.text,
        "start": base.mention.text,
        "end": level.mention.text,
        "expected": "",
        "how": Word("down" if told.direction > 0 else "up"),
    }
    return Hit(
        Span(start, figure.end),
        values,
        (*_places(pair), Derivation(f"{level.core} {sign} {base.core}")),
        against=figure.start,
    )


def _places(pair: Pair) -> tuple[Evidence, ...]:
    ends = sorted((pair.base, pair.level), key=lambda one: one.start)
    return tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in ends)


def _hit(told: Told, pair: Pair, exact: Fraction) -> Hit:
    figure, base, level = told.figure, pair.base, pair.level
    doubles = "番" in figure.mention.text
    less, more = (level, base) if _apart(pair) < 0 else (base, level)
    if told.kind == "ratio" or doubles:
        form = f"{level.core} ÷ {base.core}"
    elif told.kind in ("rate", "times"):
        form = f"({more.core} − {less.core}) ÷ {base.core}"
    else:
        form = f"{more.core} − {less.core}"
    unit = PERCENT if figure.is_fraction else figure.unit
    expected = digits_like(abs(exact), figure.core, unit)
    working = f"{form} {equals(exact, shown(exact))} {shown(abs(exact), unit)} ≠ {figure.core}"
    values: dict[str, str | Word] = {
        "written": figure.mention.text,
        "start": base.mention.text,
        "end": level.mention.text,
        "more": more.mention.text,
        "less": less.mention.text,
        "expected": expected,
        "how": Word(_how(told, doubles=doubles)),
    }
    return Hit(figure.mention.span, values, (*_places(pair), Derivation(working)), expected, against=figure.start)


def as_reckoned(told: Told, pair: Pair) -> Hit:
    """The hit that two levels make another change than the one told, or just that one the other way round."""
    exact = _exact(told, pair)
    if _is_turned(told, pair) and abs(exact) == told.figure.number:
        return _turned(told, pair)
    return _hit(told, pair, exact)


def _apart(pair: Pair) -> Fraction:
    return pair.level.number * (conversion(pair.level.unit, pair.base.unit) or 1) - pair.base.number


def _how(told: Told, *, doubles: bool) -> str:
    """How the message says what two levels make."""
    if told.kind == "ratio" or doubles:
        return "ratio"
    if told.kind in ("rate", "times"):
        return "rate"
    if _may_be_level(told):
        return "left"
    return "apart" if told.compared and not _than_before(told) else "reckoned"
