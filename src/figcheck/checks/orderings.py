"""Figures told in the order of their ranks in, those out that stand where they cannot: 最大的812亿元，第二864亿元."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.terms import choice, text_of
from figcheck.data import rank_words as words
from figcheck.model import Analysis, Claim, Derivation, Hit, Span, SpanEvidence, Unit
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_KINDS = frozenset(("quantity", "percent", "money", "duration", "number"))
_STOP = re.compile(r"[。！？\n]")


def out_of_order(analysis: Analysis) -> Iterator[Hit]:
    """Ranks told one by one, and lists told from the highest on, whose figures run another way."""
    text = text_of(analysis)
    figures = [claim for claim in analysis.claims if _is_figure(text, claim)]
    starts = [claim.mention.start for claim in figures]
    taken: set[int] = set()
    for span in _sentences(text):
        inside = figures[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if len(inside) < 2:
            continue
        for hit in (
            *_in_a_list(text, span, inside),
            *_one_by_one(text, span, inside),
            *_most_and_least(text, span, inside),
            *_trend(text, span, inside),
        ):
            if hit.span.start not in taken:
                taken.add(hit.span.start)
                yield hit


def _is_figure(text: str, claim: Claim) -> bool:
    quantity = claim.mention.quantity
    if text.startswith("最", claim.mention.end):
        return False  # 去掉两个最高分
    if _MARGIN.search(text, max(0, claim.mention.start - 4), claim.mention.start) or _MARGIN_BEHIND.match(
        text, claim.mention.end
    ):
        return False  # 比亚军快14秒
    if _BEHIND_WHOM.search(text, max(0, claim.mention.start - _FAR), claim.mention.start):
        return False  # 62.5毫米，为建站以来第二位，仅次于2016年的71.8毫米
    if quantity.unit is not None and quantity.unit.counts and text.startswith("等奖", claim.mention.start - 2):
        return False  # 二等奖5名
    if _LESSER_MEDALS.match(text, claim.mention.end - 1) and "金" in text[claim.mention.start - 4 : claim.mention.end]:
        return False
    if quantity.unit is not None and quantity.unit.symbol == "枚" and text[claim.mention.start - 1] == "共":
        return False  # 7金5银4铜共16枚奖牌
    return quantity.kind in _KINDS and quantity.number is not None and quantity.hedge == "exact"


_MARGIN = re.compile(
    "(?:合计|总计|也是|[快慢多少高低早晚长短重轻]|差|领先|落后|超出|超过|增加|减少|提高|缩短)(?:了|出|出了)?约?$"
)
_BEHIND_WHOM = re.compile("(?:仅次于|次于|不及|逊于)[^，。；：]{0,16}$")
_MARGIN_BEHIND = re.compile("之差|的(?:优势|差距|微弱)|之后")
"""What says that a figure is the distance between two, and nobody's own."""
_LESSER_MEDALS = re.compile("[银铜]")
"""Who has more gold is before, whatever else they have."""


def _sentences(text: str) -> Iterator[Span]:
    """Full sentences, each with the next one where that goes on counting: ……最多。其次是……."""
    start = 0
    for match in _STOP.finditer(text):
        if match.group() == "\n" or _GOES_ON.match(text, match.end()) is None:
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, len(text))


_GOES_ON = re.compile("其次|次之|紧随其后|排(?:名|在)?第[二2]|(?:位)?居第[二2]|第[二2][名位]|亚军")


# --- ranks one by one ------------------------------------------------------------------------------------------

_N = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_RANK = re.compile(
    rf"(?P<most>最[{words.MOST}])|(?P<least>最[{words.LEAST}])"
    rf"|(?:第(?P<number>{_N})(?:名|位)|(?:排名?|位?居|位?列|名列|获得?|夺得|摘得|得)(?:在|于|了)?[^，。；：、0-9]{{0,4}}第(?P<number2>{_N}))(?![届批次季期个])"
    rf"|(?P<top>(?:{choice(words.TOP)})(?![轮跳枪投棒场局节盘次批届季期站段半回时天个年]))|(?P<next>{choice(words.SECOND)})|(?P<third>{choice(words.THIRD)})|(?P<then>紧随其后|紧跟其后|紧追其后|次之)"
)
_SHARED = re.compile("并列|同分|之一|依次|双双|其中|相同|同为|持平")
_OTHERWISE = re.compile(
    "自由滑|短节目|自由舞|韵律舞|[首次末][轮跳投枪节]|第[一二三四五六]?[轮跳投枪节]|男子|女子|[男女甲乙丙丁AB]组|小学|中学|初中|高中|成人|少年|青年|老年|单打|双打|团体|同比|环比|比上年|比去年|差|领先|落后|[高多超]出|[快慢]了"
)
_FAR = 24
"""Characters between a rank and its figure."""


class Place(Frozen):
    """A rank as it is told."""

    number: int
    span: Span
    direction: int
    """-1 where the highest figure comes first, 1 where the lowest, 0 where the words don't say."""


class Pair(Frozen):
    """A rank and the figure of the one who holds it."""

    place: Place
    figure: Claim

    @property
    def value(self) -> Fraction:
        """The figure's value."""
        return self.figure.mention.quantity.number or Fraction(0)


def _one_by_one(text: str, span: Span, figures: Sequence[Claim]) -> Iterator[Hit]:
    """最大的是滨海市，达812亿元；云州市以864亿元排在第二."""
    for places in _runs_of_places(text, span):
        if len(places) < 2 or _SHARED.search(text, places[0].span.start, places[-1].span.end):
            continue
        pairs = _pairs(text, places, figures)
        if len(pairs) > 1:
            yield from _judged(text, pairs)


def _runs_of_places(text: str, span: Span) -> Iterator[list[Place]]:
    """The ranks of a sentence that follow each other; a first rank begins anew, but for a name of the same one."""
    run: list[Place] = []
    for match in _RANK.finditer(text, span.start, span.end):
        number = _number(match, run[-1].number if run else 0)
        direction = -1 if match["most"] else 1 if match["least"] else 0
        place = Place(number, Span(*match.span()), direction)
        if run and number <= run[-1].number:
            same = number == run[-1].number == 1 and _STOP_INSIDE.search(text, run[-1].span.end, match.start()) is None
            if not same:
                yield run
                run = []
            elif not direction:
                continue
            else:
                run.pop()
        if run or number == 1:
            run.append(place)
    yield run


_STOP_INSIDE = re.compile("[，；。]")


def _number(match: re.Match[str], last: int) -> int:
    if match["most"] or match["least"] or match["top"]:
        return 1
    if match["next"] or match["third"]:
        return 2 if match["next"] else 3
    if match["then"]:
        return last + 1
    return whole_number(match["number"] or match["number2"]) or 0


def _pairs(text: str, places: Sequence[Place], figures: Sequence[Claim]) -> list[Pair]:
    """Ranks with the figures beside them, of the unit of the first one."""
    first = _nearest(text, places[0], [one for one in figures if one.mention.start < places[1].span.start])
    if first is None:
        return []
    unit, rate = first.mention.quantity.unit, first.mention.quantity.kind == "percent"
    same = [one for one in figures if one.mention.quantity.unit == unit]
    same = [one for one in same if not rate or bool(one.direction) == bool(first.direction)]
    tokens: list[Place | Claim] = [*places, *same]
    tokens.sort(key=lambda one: one.span.start if isinstance(one, Place) else one.mention.start)
    found: list[Pair] = []
    last: Place | Claim | None = None
    for token in tokens:
        if last is None or isinstance(token, Place) == isinstance(last, Place):
            last = token
            continue
        place, figure = (token, last) if isinstance(token, Place) else (last, token)
        assert isinstance(place, Place) and isinstance(figure, Claim)
        last = None
        if _gap(place, figure) <= _FAR and (not found or _follows(text, found[-1], place, figure)):
            found.append(Pair(place, figure))
        else:
            last = token
    return found if found and found[0].place is places[0] and found[0].figure is first else []


def _nearest(text: str, place: Place, figures: Sequence[Claim]) -> Claim | None:
    """The figure of the first rank: in its clause, behind it or before it; else the next one."""
    near = [one for one in figures if _gap(place, one) <= _FAR]
    behind = [one for one in near if one.mention.start >= place.span.end]
    before = [one for one in near if one.mention.end <= place.span.start]
    if behind and _MARK.search(text, place.span.end, behind[0].mention.start) is None:
        return behind[0]
    if before and place.direction and _MARK.search(text, before[-1].mention.end, place.span.start):
        return behind[0] if behind else None  # 二等奖5名，最高94.6分
    if before and (place.direction == 0 or not behind):
        return before[-1] if not _SEMICOLON.search(text, before[-1].mention.end, place.span.start) else None
    return behind[0] if behind else None


_MARK = re.compile("[，；、。：（）]")
_SEMICOLON = re.compile("[；。]")


def _gap(place: Place, figure: Claim) -> int:
    mention = figure.mention
    return max(mention.start - place.span.end, place.span.start - mention.end)


def _follows(text: str, last: Pair, place: Place, figure: Claim) -> bool:
    start = max(last.place.span.end, last.figure.mention.end)
    end = max(place.span.end, figure.mention.start)
    return place.number > last.place.number and _OTHERWISE.search(text, start, end) is None


def _judged(text: str, pairs: Sequence[Pair]) -> Iterator[Hit]:
    direction = pairs[0].place.direction or _usual(text, pairs[0].figure)
    wrong = _wrong([pair.value for pair in pairs], direction, sure=2 if direction else 3)
    if wrong is not None:
        other = pairs[wrong - 1] if wrong else pairs[1]
        yield order_hit(pairs[wrong].figure, other.figure, other.place.span, text)


def _usual(text: str, figure: Claim) -> int:
    """Which way figures of a unit are ranked where nothing says so: points from the highest, times from the lowest."""
    unit = figure.mention.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    if symbol in words.RANKED_HIGH.split() or (symbol == "元" and _value(figure) >= _LARGE):
        return -1
    around = text[max(0, figure.sentence.start) : figure.sentence.end]
    return 1 if figure.mention.quantity.kind == "duration" and _RACE.search(around) else 0


_LARGE = 1_000_000
"""Yuan from which an amount is no price."""
_RACE = re.compile("用时|成绩|冠|亚军|第一名|跑|游出|米决赛|马拉松|赛")


def _wrong(values: Sequence[Fraction], direction: int, *, sure: int) -> int | None:
    """The place of the one figure that stands out of order; None where all run one way, or several stand so."""
    if len(values) < sure:
        return None
    signs = [(one < other) - (one > other) for one, other in pairwise(values)]
    ways = {sign for sign in signs if sign}
    if not ways or (direction == 0 and len(ways) < 2) or ways == {direction}:
        return None
    wanted = direction or (1 if signs.count(1) > signs.count(-1) else -1)
    against = [at for at, sign in enumerate(signs) if sign == -wanted]
    if len(against) != 1:
        return None
    return _odd(values, against[0], wanted)


def _odd(values: Sequence[Fraction], at: int, wanted: int) -> int:
    """Which of two neighbours that stand the wrong way round is the one that is out of order."""
    without = [*values[:at], *values[at + 1 :]]
    runs = all((other - one) * wanted >= 0 for one, other in pairwise(without))
    later = [*values[: at + 1], *values[at + 2 :]]
    return at if runs and not all((other - one) * wanted >= 0 for one, other in pairwise(later)) else at + 1


# --- the most and the least ------------------------------------------------------------------------------------


def _most_and_least(text: str, span: Span, figures: Sequence[Claim]) -> Iterator[Hit]:
    """最高的每平方米2.6万元，最低的2.8万元."""
    found = [match for match in _RANK.finditer(text, span.start, span.end) if match["most"] or match["least"]]
    found = [match for match in found if text[match.start() - 1 : match.start()] not in tuple("个名位次种")]
    for one, other in pairwise(found):
        pair = one.group()[1] + other.group()[1]
        if pair not in _OPPOSITES or "；" in text[one.end() : other.start()]:
            continue
        if not _of_one_thing(text, one.end(), other.end()):
            continue
        behind = [_behind(text, match, figures) for match in (one, other)]
        first, second = behind
        if first is None or second is None or first is second:
            continue
        if first.mention.quantity.unit != second.mention.quantity.unit or first.mention.start > other.start():
            continue
        if _value(first) != _value(second) and (_value(first) > _value(second)) != bool(one["most"]):
            yield order_hit(second, first, Span(*other.span()), text)


_OPPOSITES = {way for pair in words.OPPOSITES for way in (pair, pair[::-1])}


def _of_one_thing(text: str, one: int, other: int) -> bool:
    """Whether 最高的 and 最低的 are followed by the same noun, or the second by none."""
    first, second = (text[at : at + 3].removeprefix("宜").lstrip("的")[:1] for at in (one, other))
    return first == second or second in _NO_NOUN or second.isdigit()


_NO_NOUN = tuple("是 为 仅 只 才 达 有 ， 者 也 则".split())


def _behind(text: str, match: re.Match[str], figures: Sequence[Claim]) -> Claim | None:
    found = next((one for one in figures if match.end() <= one.mention.start <= match.end() + _FAR), None)
    apart = found is not None and re.search("[；。0-9]|差", text[match.end() : found.mention.start])
    return None if apart else found


# --- year by year ----------------------------------------------------------------------------------------------

_TREND = re.compile(
    rf"(?:逐[年月日季周届场次级]|连年|年年|一年比一年|一路|一次比一次|[一二三四五六七八九十]连)"
    rf"(?:稳步|持续|不断|在|呈)?(?:(?P<up>{choice(words.GROWS)})|(?P<down>{choice(words.SHRINKS)}))"
)


def _trend(text: str, span: Span, figures: Sequence[Claim]) -> Iterator[Hit]:
    """逐年上升，三年分别为12%、11%、14%: one of a series that goes the other way."""
    match = _TREND.search(text, span.start, span.end)
    if match is None:
        return
    levels = [one for one in figures if not one.direction]
    series = [one for one in _by_unit(levels) if len(one) > 2]
    if (
        len(series) != 1
        or len(_RANK.findall(text, span.start, span.end)) > 0
        or _BACKWARDS.search(text[span.start : span.end])
    ):
        return
    at = _wrong([_value(one) for one in series[0]], 1 if match["up"] else -1, sure=3)
    if at is not None:
        yield order_hit(series[0][at], series[0][at - 1] if at else series[0][1], Span(*match.span()), text)


_BACKWARDS = re.compile("其中|目标|计划|力争|预计|分别比|人均.*总|全[省国市].*[县市]")


# --- lists -----------------------------------------------------------------------------------------------------

_OPENS = re.compile(
    rf"按[^，。；：]{{0,8}}(?P<sorted>多少|高低|大小|快慢|长短|排序|排名|先后)[^：:]{{0,14}}?(?:依次|分别|[是为：])"
    rf"|(?P<down>[由从](?:高[至到]低|多[至到]少|大[至到]小|快[至到]慢|长[至到]短|强[至到]弱)|降序)"
    rf"|(?P<up>[由从](?:低[至到]高|少[至到]多|小[至到]大|慢[至到]快|短[至到]长)|升序)"
    rf"|前(?P<number>{_N})(?:名|位|强|的)?(?![个项届季])[^，。；：0-9]{{0,12}}?(?:依次|分别|[是为：])"
    rf"|最(?:(?P<most>[{words.MOST}])|(?P<least>[{words.LEAST}]))的(?:前)?(?P<number2>{_N})[个名家位所项类种座条款部省市县地][^，。；：0-9]{{0,8}}?(?:依次|分别|[是为：])"
)
_ENDS = re.compile(r"其中|合计|共计|总计|[均都]|高于|低于|平均|[比较]|分列|同比|环比|去年|上年|占")


def _in_a_list(text: str, span: Span, figures: Sequence[Claim]) -> Iterator[Hit]:
    """由高到低依次为9.2%、8.7%、8.9%; 前三名依次是……."""
    yield from _closed(text, span, figures)
    match = _OPENS.search(text, span.start, span.end)
    if match is None or _SHARED.search(text.replace("依次", "　　"), match.end(), span.end):
        return
    direction = -1 if match["down"] or match["most"] else 1 if match["up"] or match["least"] else 0
    number = _read(match["number"] or match["number2"])
    behind = _before_end(text, [one for one in figures if one.mention.start >= match.end()])
    series = [one for one in _by_unit(behind) if len(one) == number or (not number and len(one) > 2)]
    at = _wrong([_value(claim) for claim in series[0]], direction, sure=3) if len(series) == 1 else None
    if at is not None:
        yield order_hit(series[0][at], series[0][at - 1] if at else series[0][1], Span(*match.span()), text)


_CLOSES = re.compile(
    r"(?:(?:依次|分别)(?:位列|排名?|位居|列|居|名列|获得?|夺得|摘得|包揽)|分列|分获|分居|包揽|位列|占据|跻身)(?:了|在|于)?"
    r"(?:[^，。；：0-9]{0,6}?前(?P<number>[三四五六3-6])|冠[、]?亚[、]?季军?|第[一1][、至到][^，。；：]{0,4}?第?(?P<last>[三四五六3-6]))(?:名|位|强|席|甲)?(?=[，。；]|$)"
)


def _closed(text: str, span: Span, figures: Sequence[Claim]) -> Iterator[Hit]:
    """甲镇得96.4分，乙镇得95.8分，丙镇得96.1分，三镇依次位列前三."""
    match = _CLOSES.search(text, span.start, span.end)
    if match is None or _SHARED.search(text.replace("依次", "　　"), span.start, match.start()):
        return
    number = _read(match["number"] or match["last"]) or len("冠亚季")
    before = [one for one in figures if one.mention.end <= match.start()]
    series = [one for one in _by_unit(before) if len(one) == number and _are_side_by_side(text, one)]
    direction = _usual(text, series[0][0]) if len(series) == 1 else 0
    at = _wrong([_value(claim) for claim in series[0]], direction, sure=3) if direction else None
    if at is not None:
        yield order_hit(series[0][at], series[0][at - 1] if at else series[0][1], Span(*match.span()), text)


def _are_side_by_side(text: str, series: Sequence[Claim]) -> bool:
    return all(
        two.mention.start - one.mention.end <= _FAR and _ENDS.search(text, one.mention.end, two.mention.start) is None
        for one, two in pairwise(series)
    )


def _read(written: str | None) -> int:
    return (whole_number(written) or 0) if written else 0


def _before_end(text: str, figures: Sequence[Claim]) -> list[Claim]:
    """The figures of a list, as far as the words between them tell of nothing but who has them."""
    found: list[Claim] = []
    for one in figures:
        if found and _ENDS.search(text, found[-1].mention.end, one.mention.start):
            break
        found.append(one)
    return found


def _by_unit(figures: Sequence[Claim]) -> list[list[Claim]]:
    units: dict[Unit | None, list[Claim]] = {}
    for one in figures:
        units.setdefault(one.mention.quantity.unit, []).append(one)
    return list(units.values())


def _value(claim: Claim) -> Fraction:
    unit = claim.mention.quantity.unit
    return (claim.mention.quantity.number or Fraction(0)) * (unit.factor if unit is not None else 1)


# --- the hit ---------------------------------------------------------------------------------------------------


def order_hit(figure: Claim, other: Claim, place: Span, text: str) -> Hit:
    """The hit: a figure that does not stand to another one as the order says that was told."""
    written, against = figure.mention, other.mention
    values = {
        "written": written.text,
        "others": against.text,
        "order": text[place.start : place.end],
    }
    spans = sorted((Span(against.start, against.end), place))
    places = tuple(SpanEvidence(one.start, one.end, text[one.start : one.end]) for one in spans)
    return Hit(written.span, values, (*places, Derivation(f"{against.text} ↔ {written.text}")), against=written.start)
