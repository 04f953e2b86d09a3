"""Growth rates and rates that move in; moves told in % where only points can be meant, or in points of amounts, out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.moves import Pair, Told, is_of, makes_change, told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.prose import matches_in_prose
from figcheck.checks.terms import choice
from figcheck.checks.working import shown
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Derivation, Fix, Hit, Span, SpanEvidence
from figcheck.units import PERCENT, UNITS
from figcheck.values import replace

_NUMBER = r"\d{1,2}(?:\.\d{1,3})?[%％](?!\d)"
_WORDS = r"[^，。；、：“”\d%％]"
_PACE = "增速|增幅|涨幅|降幅|跌幅|增长率"
_NEVER_RELATIVE = "失业率|通胀率|通货膨胀率|城镇化率|不良贷款率|不良率|准备金率|基准利率|贷款利率|存款利率"
_MOVED = "加快|放缓|回落|提高|提升|上升|下降|降低|扩大|收窄|减缓|回升|下滑|上调|下调"
_TIMES = "[去上]年|上月|上季度|年初|上年末|[一二三]季度|前[一二三]季度|上半年|[去上]年同期|全国|全省|全市"
_AGAINST = f"同比|环比|[比较](?:{_TIMES})"
_IN_PERCENT = re.compile(
    rf"(?P<measure>{_PACE})(?:[为是达]?{_NUMBER}[，、])?{_WORDS}{{0,6}}?(?:{_AGAINST}){_WORDS}{{0,6}}?(?:{_MOVED}|[高低快慢])了?(?P<written>{_NUMBER})|"
    rf"(?P<measure2>{_PACE}){_WORDS}{{0,6}}?(?:高于|低于|快于|慢于)(?:{_WORDS}{{0,6}}(?:全国|全省|全市|平均|同期|水平))(?P<written2>{_NUMBER})|"
    rf"(?P<measure3>{_NEVER_RELATIVE}){_WORDS}{{0,4}}?(?:{_AGAINST})?{_WORDS}{{0,4}}?(?:{_MOVED}|再[降升])了?(?P<written3>{_NUMBER})|"
    rf"(?:上调|下调)(?:金融机构|人民币|存款|贷款|法定)*(?P<measure4>{_NEVER_RELATIVE})(?P<written4>{_NUMBER})"
)
_SHARES_APART = re.compile(
    rf"(?P<level>\d{{1,3}}(?:\.\d{{1,3}})?)[%％]，(?:[比较]{_WORDS}{{1,10}}?|同比|环比)"
    rf"(?:高出?|低|{_MOVED})了?(?P<written>{_NUMBER})"
)
_SHARE = re.compile(r"(?<![\d.])(?P<share>\d{1,3}(?:\.\d{1,3})?)[%％]")
_FAR = 160
"""So many characters back a figure is still what another is compared with."""
_TALK = re.compile("相对(?:提高|下降|变化|减少|增加)|相对值")


def percent_of_a_rate(analysis: Analysis) -> Iterator[Hit]:
    """增速比上月加快0.5%, 失业率下降0.1%: of what is itself in percent, a move is told in points."""
    for match in matches_in_prose(analysis, _IN_PERCENT):
        name = next(name for name, found in match.groupdict().items() if found and name.startswith("written"))
        measure = match[name.replace("written", "measure")]
        if _TALK.search(match.group()):
            continue
        yield _in_points(match, name, measure)
    yield from _shares_apart(analysis)


def _in_points(match: re.Match[str], name: str, measure: str, evidence: tuple[SpanEvidence, ...] = ()) -> Hit:
    written = match[name]
    expected = written[:-1] + "个百分点"
    values = {"measure": measure, "written": written, "expected": expected}
    fix = Fix(match.end(name) - 1, match.end(name), "个百分点", safe=False)
    return Hit(Span(*match.span(name)), values, evidence, expected, fix)


def _shares_apart(analysis: Analysis) -> Iterator[Hit]:
    """规范管理率才68.5%。……74.0%，比前年底高出5.5%: exactly what lies between it and a share told sentences before."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _SHARES_APART):
        low = max(0, match.start() - _FAR)
        sentence = max(text.rfind(stop, low, match.start()) for stop in "。！？\n；")
        level, said = Decimal(match["level"]), Decimal(match["written"][:-1])
        for share in _SHARE.finditer(text, low, max(low, sentence)):
            base = Decimal(share["share"])
            if (
                "." in match["written"]
                and base
                and abs(level - base) == said
                and abs(abs(level / base - 1) * 100 - said) > 1
            ):
                yield _in_points(match, "written", match["level"] + "%", (SpanEvidence(*share.span(), share.group()),))
                break


# --- between two figures of a paragraph ----------------------------------------------------------------------------

_REACH = 3
"""Sentences between a move and the levels that it lies between at most."""
_TAKEN_UP = re.compile(
    rf"(?:{choice((*words.RISING, *words.FALLING))}|[多涨升高少降低跌]出?)(?:[出下上起]来)?了?的(?:这|那)?$"
)
_POINT = UNITS["个百分点"]


def moves_between(analysis: Analysis) -> Iterator[Hit]:
    """Moves told in % that are just the points between two percentages of the paragraph, or in points of amounts."""
    for passage in passages(analysis):
        for at, figure in enumerate(passage.figures):
            told = _told(figure) if figure.is_percent or figure.is_points else None
            if told is None:
                continue
            pair = _pair_before(passage, at, told)
            if pair is not None and (_is_just_apart(told, pair) if figure.is_percent else _is_rate(told, pair)):
                yield _between(told, pair)


def _told(figure: Figure) -> Told | None:
    told = told_change(figure)
    if told is None and _TAKEN_UP.search(figure.own):
        told = Told(figure, 1, False, "rate")
    exact = figure.quantity.hedge == "exact" and figure.number > 0
    return told if told is not None and exact and told.kind in ("rate", "points") else None


def _pair_before(passage: Passage, at: int, told: Told) -> Pair | None:
    """The level right before a move, and the nearest one before that of its kind."""
    figure = passage.figures[at]
    before = [one for one in passage.figures[:at] if one.quantity.kind != "duration"]
    if not before or figure.sentence - before[-1].sentence > 1:
        return None
    last = before[-1]
    found = [one for one in before[:-1] if comparable(one.unit, last.unit) and last.sentence - one.sentence <= _REACH]
    levels = [one for one in (*found[-1:], last) if _is_level(one)]
    if len(levels) < 2 or not _goes_with(told, levels):
        return None
    if figure.is_percent:
        return Pair(levels[0], levels[1], 0) if last.is_percent else None
    near = [one for one in passage.figures if abs(one.sentence - figure.sentence) <= 1]
    return Pair(levels[0], levels[1], 0) if last.is_amount and not any(one.is_percent for one in near) else None


def _is_level(figure: Figure) -> bool:
    is_exact = figure.quantity.hedge == "exact" and figure.number > 0 and not figure.is_fraction
    return is_exact and told_change(figure) is None and not figure.is_points


def _goes_with(told: Told, levels: list[Figure]) -> bool:
    return _TAKEN_UP.search(told.figure.own) is not None or is_of(told, levels)


def _is_just_apart(told: Told, pair: Pair) -> bool:
    """Whether a move in % is, digit for digit, what lies between two percentages, and not their change in percent."""
    said, base, level = told.figure.number, pair.base.number, pair.level.number
    if abs(level - base) != said or ("." not in told.figure.core and told.figure.sentence != pair.level.sentence):
        return False
    rates = (abs(level / base - 1) * 100, abs(base / level - 1) * 100)
    return all(abs(rate - said) > 2 * Fraction(told.figure.quantity.step) for rate in rates)


def _is_rate(told: Told, pair: Pair) -> bool:
    as_rate = replace(told, kind="rate")
    return makes_change(as_rate, pair) and pair.base.number != pair.level.number


def _between(told: Told, pair: Pair) -> Hit:
    figure = told.figure
    base, level = pair.base, pair.level
    if figure.is_percent:
        meant = figure.core.rstrip("%％") + _POINT.symbol
        working = f"|{level.core} − {base.core}| = {meant}"
    else:
        rate = abs(level.number / base.number - 1) * 100
        meant = shown(figure.number, PERCENT)
        working = f"|{level.core} − {base.core}| ÷ {base.core} = {shown(rate, PERCENT)}"
    values = {"written": figure.mention.text, "start": base.mention.text, "end": level.mention.text, "expected": meant}
    places = (SpanEvidence(one.start, one.end, one.mention.text) for one in (base, level))
    return Hit(figure.mention.span, values, (*places, Derivation(working)), meant, against=figure.start)
