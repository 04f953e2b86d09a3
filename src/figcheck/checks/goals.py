"""Goals told one by one in, final scores out that they do not make: 梅开二度……再下一城……2比0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.checks.scores import Score, games, mismatch, place
from figcheck.checks.terms import choice
from figcheck.data import score_words as words
from figcheck.model import Analysis, Derivation, Hit, Span
from figcheck.numerals import whole_number
from figcheck.values import Frozen


class Goals(Frozen):
    """Goals of one side, or of either, as a clause tells of them."""

    number: int
    span: Span
    by_each: bool = False
    """Whether either side scored so many: 各入一球."""


def goals_against_score(analysis: Analysis) -> Iterator[Hit]:
    """Goals told one by one, or scored since another score, that do not make the final one."""
    for text, line, found in games(analysis):
        if pattern("§", words.SHOOTOUT).search(text, line.start, line.end):
            continue
        hit = _since(text, found) if len(found) == 2 else _in_all(text, line, found[0]) if len(found) == 1 else None
        if hit is not None:
            yield hit


# --- goals -----------------------------------------------------------------------------------------------------

_N = "[一二三四五六七八九两0-9]{1,2}"
_EACH = "双方|两队|两人|各自"
_GOAL = re.compile(
    rf"(?P<each>(?:{_EACH})?(?:又|再|分别)?各)?(?:{choice(words.SCORES)})(?:了|回)?(?P<number>{_N})(?:粒|个|记)?(?:(?:进|入|点)?(?:球|城|元|分(?!钟))|(?=[，。；]))"
    rf"|(?P<number2>{_N})(?:粒|个|记)(?:精彩|关键)?(?:的)?(?:点球|进球|入球|任意球|头球)"
    rf"|(?P<number3>{_N})(?:度|次)(?:破门|得手|攻破|洞穿)"
    rf"|(?P<two>{choice(words.TWO_GOALS)})|(?P<three>{choice(words.THREE_GOALS)})|(?P<four>大四喜|独中四元)"
    rf"|(?P<one>{choice(words.ONE_GOAL)})|(?P<stand>{choice(words.GOAL_THEN)})"
)


def goals_in(text: str, start: int, end: int) -> list[Goals]:
    """The goals that a stretch of text tells of; two words for one goal count once."""
    found: list[Goals] = []
    for match in _GOAL.finditer(text, start, end):
        if found and _is_of_the_same(text, found[-1].span.end, match):
            continue
        written = match["number"] or match["number2"] or match["number3"]
        number = (
            (whole_number(written) or 0)
            if written
            else 2
            if match["two"]
            else 3
            if match["three"]
            else 4
            if match["four"]
            else 1
        )
        found.append(Goals(number, Span(*match.span()), match["each"] is not None))
    return found


def _is_of_the_same(text: str, last: int, match: re.Match[str]) -> bool:
    """Whether two words tell of one goal: 头球破门，为主队打破僵局."""
    between = text[last : match.start()]
    if re.search("[，；。]", between) is None and "和" not in between and "、" not in between:
        return match["number"] is None
    return match["stand"] is not None and _NO_NEW_SCORER.fullmatch(between) is not None


_NO_NEW_SCORER = re.compile("，(?:(?:为|帮助?|率先|成功|一举|助|替|从而|这样)[^，。；]{0,8})?")


# --- since another score ---------------------------------------------------------------------------------------

_NO_MORE = re.compile(rf"(?:{choice(words.NO_MORE)})")


def _since(text: str, found: Sequence[Score]) -> Hit | None:
    """上半场2∶0领先，双方各入一球，最终4∶1; 0∶2落后，连扳三球，4∶2取胜; 此后再无进球."""
    before, after = found
    if _ENDED.match(text, before.span.end) or _NEXT_GAME.search(text, before.span.end, after.span.start):
        return None
    scored = goals_in(text, before.span.end, after.span.start)
    none = _NO_MORE.search(text, before.span.end, after.span.start)
    if none is not None and not scored:
        return _judged(before, after, [(before.first, before.second)])
    if len(scored) != 1 or _ALSO.search(text, before.span.end, after.span.start) or none is not None:
        return None
    goals = scored[0]
    if text[goals.span.start : goals.span.end].endswith("分") or (goals.number == 1 and not goals.by_each):
        return None
    if goals.by_each:
        return _judged(before, after, [(before.first + goals.number, before.second + goals.number)])
    ends = [(before.first + goals.number, before.second), (before.first, before.second + goals.number)]
    return _judged(before, after, ends if before.first < before.second else ends[::-1])


_ALSO = re.compile("也[入进扳]|互有|交替|其间")
_ENDED = re.compile(rf"(?:的(?:总)?比分)?(?:{choice(' '.join((words.WINS, words.LOSES)))})")
"""The first score is that of a game that is over: 以4∶1胜阳光小学队."""
_NEXT_GAME = re.compile("；|另一|同日|次战|次轮|末轮|[男女甲乙丙丁]组|U[0-9]{2}|半决赛|决赛")


def _judged(before: Score, after: Score, ends: Sequence[tuple[Fraction, Fraction]]) -> Hit | None:
    if any({*end} == {after.first, after.second} for end in ends):
        return None
    first, second = ends[0]
    expected = f"{first}∶{second}"
    return mismatch(after, expected, "sum", (place(before), Derivation(f"{before.written} → {expected}")))


# --- all of a game ---------------------------------------------------------------------------------------------

_BY = re.compile("凭借|依靠|靠着?|得益于|借助")


def _in_all(text: str, line: Span, score: Score) -> Hit | None:
    """梅开二度……再下一城……扳回一球，2比1: more goals are told than the only score has."""
    start = max(line.start, text.rfind("。", line.start, score.span.start) + 1)
    scored = goals_in(text, start, score.span.start)
    number = sum(goals.number * (2 if goals.by_each else 1) for goals in scored)
    if not scored or score.top > _MOST or _OTHER_GAME.search(text, start, score.span.start):
        return None
    most = score.top if _BY.search(text, start, scored[0].span.start) else score.first + score.second
    complete = _NO_MORE.search(text, scored[-1].span.end, score.span.start) is not None
    if number <= most and not (complete and number < score.first + score.second):
        return None
    told = "、".join(text[goals.span.start : goals.span.end] for goals in scored)
    working = f"{told} → {number} {'>' if number > most else '<'} {most}"
    return mismatch(score, f"{number}球", "goals", (Derivation(working),))


_MOST = 12
_OTHER_GAME = re.compile("上轮|上场|此前|首回合|本赛季|赛季|生涯|历史|纪录|三分球|罚球|局|盘")
