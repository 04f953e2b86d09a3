"""Scores of games in, results out that the quarters, halves or legs told beside them do not add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.checks.scores import Score, games, has_verb, mismatch, place
from figcheck.checks.sets import runs_of
from figcheck.data import score_words as words
from figcheck.model import Analysis, Derivation, Hit, Span


def parts_against_score(analysis: Analysis) -> Iterator[Hit]:
    """Four quarters, two halves or two legs that don't make the whole."""
    for text, line, found in games(analysis):
        if pattern("§", words.PENALTIES).search(text, line.start, line.end) or _TOLD_FOR_OTHERS.search(
            text, line.start, line.end
        ):
            continue
        for hit in (_quarters(text, line, found), _legs(text, line, found), _by_name(text, line, found)):
            if hit is not None:
                yield hit


_TOLD_FOR_OTHERS = re.compile(r"被[^，。；]{0,6}打[了出]")
"""A part of the game is told from the other side: 第二节被对手打了个25:17."""


def _quarters(text: str, line: Span, found: Sequence[Score]) -> Hit | None:
    for run in runs_of(text, found):
        if len(run) != 4 or not pattern("§", words.SUM_WORDS).search(text, line.start, line.end):
            continue
        others = [score for score in found if score not in run and score.low >= max(part.top for part in run)]
        if len(others) == 1:
            return _summed(others[0], run)
    return _points_by_quarter(text, line, found)


_FOUR = re.compile(r"[0-9]{1,2}(?:、[0-9]{1,2}){3}(?![0-9、])")


def _points_by_quarter(text: str, line: Span, found: Sequence[Score]) -> Hit | None:
    """主队单节得分22、17、24、21，客队18、25、20、19……86比82."""
    runs = list(_FOUR.finditer(text, line.start, line.end))
    if len(runs) != 2 or len(found) != 1 or not pattern("§", words.SUM_WORDS).search(text, line.start, line.end):
        return None
    sides = ([Fraction(points) for points in run.group().split("、")] for run in runs)
    whole = Span(runs[0].start(), runs[1].end())
    parts = [Score(one, other, whole, "") for one, other in zip(*sides, strict=True)]
    return _summed(found[0], parts) if found[0].low > max(part.top for part in parts) else None


def _summed(whole: Score, parts: Sequence[Score]) -> Hit | None:
    """The whole where its parts don't make it, told from either side."""
    first = sum((part.first for part in parts), Fraction(0))
    second = sum((part.second for part in parts), Fraction(0))
    if {first, second} == {whole.first, whole.second}:
        return None
    expected = f"{first}∶{second}"
    sums = (
        (" + ".join(str(part.first) for part in parts), first),
        (" + ".join(str(part.second) for part in parts), second),
    )
    working = "，".join(f"{terms} = {made}" for terms, made in sums)
    return mismatch(whole, expected, "sum", (place(parts[0], parts[-1]), Derivation(working)))


_FIRST_LEG = re.compile(r"(?P<leg>首回合|第一回合|首轮)?(?(leg)|(?:上半场|半场))[^，。；0-9０-９]{0,16}?$")
_SECOND_LEG = re.compile(r"(?:次回合|第二回合|下半场|次轮)[^，。；0-9０-９]{0,16}?$")
_WHOLE = re.compile(r"(?:总比分|全场|两回合|最终|总分)[^，。；]{0,14}?$")
_WHOLE_BEHIND = re.compile(r"的?(?:总比分|总分)")


def _legs(text: str, line: Span, found: Sequence[Score]) -> Hit | None:
    """首回合3∶1，次回合0∶1，总比分3∶3; 首回合1比2告负的他们3比0取胜，总比分4比3."""
    legs: list[Score] = []
    wholes: list[Score] = []
    others: list[Score] = []
    for score in found:
        lead = text[max(line.start, score.span.start - 24) : score.span.start]
        if _is_on_the_way(text, score):
            return None
        if _FIRST_LEG.search(lead) or _SECOND_LEG.search(lead):
            legs.append(score)
        elif _WHOLE.search(lead) or _WHOLE_BEHIND.match(text, score.span.end):
            wholes.append(score)
        else:
            others.append(score)
    if len(legs) == len(others) == 1 and "首回合" in text[line.start : legs[0].span.start]:
        legs, others = [*legs, *others], []
    if len(legs) != 2 or len(wholes) != 1 or len(found) > 4:
        return None
    one, other = legs
    turned = Score(other.second, other.first, other.span, other.written)
    return None if _summed(wholes[0], (one, turned)) is None else _summed(wholes[0], legs)


# --- quarters and halves by name -----------------------------------------------------------------------------------

_OVER = "(?:打完|结束|战罢|过后|之后|后|打罢)"
_NAMED = re.compile(
    rf"(?:(?P<c1>(?:首节|第一节){_OVER})|(?P<c2>(?:前两节|两节){_OVER}?|(?:上半场|第二节|次节){_OVER}|(?<![上下])半场(?:{_OVER}|时)?)|(?P<c3>(?:前?三节|第三节){_OVER})"
    r"|(?P<q1>首节|第[一1]节)|(?P<q2>次节|第[二2]节)|(?P<q3>第[三3]节)|(?P<q4>末节|第[四4]节|最后一节)|(?P<c2b>上半场)|(?P<h2>下半场)"
    rf"|(?P<f>最终|终场|全场|总比分|最后|结果))(?!开局|开始|再|又)(?:(?!一度|追|反超)[^，。；0-9]){{0,12}}?$"
)
_MOST_OF_QUARTER = 45
_LEAST_POINTS = 9
_SUMS = (
    (("q1", "q2", "q3", "q4"), "f"),
    (("q1", "q2"), "c2"),
    (("c2", "q3"), "c3"),
    (("c3", "q4"), "f"),
    (("c2", "h2"), "f"),
    (("c2", "q3", "q4"), "f"),
)
"""Which scores make which: quarters q, the second half h2, what stood after so many quarters c, in the end f."""


def _by_name(text: str, line: Span, found: Sequence[Score]) -> Hit | None:
    """首节28比20，次节22比25，半场51比45; 三节战罢62比58，末节27比21，最终89比79取胜."""
    if any(score.top < _LEAST_POINTS for score in found):
        return None
    named: dict[str, Score] = {}
    for score in found:
        match = _NAMED.search(text, max(line.start, score.span.start - 20), score.span.start)
        name = match.lastgroup[:2].rstrip("b") if match is not None and match.lastgroup else ""
        name = name or ("f" if has_verb(text, score) else "")
        if not name or _is_on_the_way(text, score):
            continue
        if name in named:
            return None
        named[name] = score
    for parts, whole in _SUMS:
        told = [named[part] for part in parts if part in named]
        if len(told) == len(parts) and whole in named and _could_be(parts, told, named[whole]):
            return None if _made_any_way(named[whole], told) else _summed(named[whole], told)
    return None


def _is_on_the_way(text: str, score: Score) -> bool:
    return _PASSING.search(text, max(0, score.span.start - 6), score.span.start) is not None


_PASSING = re.compile("(?:一度|追[成至到平]|扳[成至到平]|反超|迫近|拉开到)[^，。；]{0,3}$")


def _could_be(names: Sequence[str], parts: Sequence[Score], whole: Score) -> bool:
    """Whether the scores are as great as such parts are: 第三节72比70 is what stood after it."""
    own = [part for name, part in zip(names, parts, strict=True) if name.startswith("q")]
    return all(part.top <= _MOST_OF_QUARTER for part in own) and all(part.top <= whole.top for part in parts)


def _made_any_way(whole: Score, parts: Sequence[Score]) -> bool:
    """Whether the parts make the whole, each told from either side."""
    ways = product(*([(part.first, part.second), (part.second, part.first)] for part in parts))
    return any({sum(one for one, _ in way), sum(two for _, two in way)} == {whole.first, whole.second} for way in ways)
