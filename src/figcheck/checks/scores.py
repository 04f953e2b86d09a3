"""Scores of games in, those that belie the result, the sets, the quarters, the points or each other out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.days import paragraph_at
from figcheck.checks.phrases import alternatives, pattern
from figcheck.checks.terms import text_of
from figcheck.data import score_words as words
from figcheck.model import Analysis, Derivation, Evidence, Hit, Span, SpanEvidence, Word
from figcheck.numerals import read_numeral
from figcheck.values import Frozen

_DIGITS = r"[0-9０-９]{1,3}(?:[.．]5)?"
_HAN = "[〇零一二三四五六七八九十]{1,3}"
_SCORE = re.compile(
    rf"(?<![0-9０-９.．∶:：比])(?:(?P<a>{_DIGITS})\s?[∶:：比]\s?(?P<b>{_DIGITS})|(?P<c>{_HAN})比(?P<d>{_HAN}))(?![0-9０-９.．∶:：%比])"
)


class Score(Frozen):
    """Two numbers side by side."""

    first: Fraction
    second: Fraction
    span: Span
    written: str

    @property
    def top(self) -> Fraction:
        """The greater of the two."""
        return max(self.first, self.second)

    @property
    def low(self) -> Fraction:
        """The lesser of the two."""
        return min(self.first, self.second)


def number_of(written: str) -> Fraction:
    """A numeral of a score, in digits or characters; -1 for none."""
    found = read_numeral(written)
    value = found.value if found is not None else None
    return Fraction(value) if value is not None else Fraction(-1)


def scores_in(text: str, start: int, end: int) -> list[Score]:
    """The scores of a stretch of text, in order."""
    return [
        Score(
            number_of(match["a"] or match["c"]), number_of(match["b"] or match["d"]), Span(*match.span()), match.group()
        )
        for match in _SCORE.finditer(text, start, end)
    ]


def games(analysis: Analysis) -> Iterator[tuple[str, Span, list[Score]]]:
    """The paragraphs that tell of scores: the article's text, where they stand, the scores in order."""
    text = text_of(analysis)
    for line in re.compile(r"[^\n]+").finditer(text):
        found = scores_in(text, *line.span())
        if found and _is_game(line.group()):
            yield text, Span(*line.span()), found


def _is_game(line: str) -> bool:
    return (
        pattern(
            "§|队|赛|[局盘节]|球迷|补时|破门|回合|[上下全]半?场|比分|进一球",
            " ".join((words.WINS, words.LOSES, words.DRAWS)),
        ).search(line)
        is not None
    )


# --- the result ----------------------------------------------------------------------------------------------


def _verbs() -> re.Pattern[str]:
    form = (
        "(?:§)?的?(?:§){0,3}(?:(?:将|把)[^，。；：、]{1,14})?"
        "(?:(?P<win>§)|(?P<lose>§)|(?P<draw>§)|(?P<lead>§)|(?P<trail>§))"
    )
    lists = (words.PRAISED, words.ADVERBS, words.WINS, words.LOSES, words.DRAWS, words.LEADS, words.TRAILS)
    parts = form.split("§")
    source = parts[0] + "".join(f"{alternatives(one)}{part}" for one, part in zip(lists, parts[1:], strict=True))
    return re.compile(source)


VERBS = _verbs()


def result_reversed(analysis: Analysis) -> Iterator[Hit]:
    """以2比3险胜; 以4∶3不敌; 3比2战平."""
    for text, line, found in games(analysis):
        for score in found:
            verb = VERBS.match(text, score.span.end)
            if verb is None or _is_unreal(text, line, score) or _noun_follows(text, verb.end()):
                continue
            kind = verb.lastgroup or ""
            if (
                kind == "draw"
                and text.startswith("扳平", verb.start(kind))
                and _OF_SERIES.search(text, line.start, score.span.start)
            ):
                continue
            wrong = {
                "win": score.first <= score.second,
                "lose": score.first >= score.second,
                "draw": score.first != score.second,
                "lead": score.first <= score.second,
                "trail": score.first >= score.second,
            }[kind]
            if wrong:
                yield _reversed(text, score, verb, kind)


_OF_SERIES = re.compile("第[二四六]场|大比分|三番|[三五七]场[两三四]胜|次回合|总决赛")
"""One game won evens a series: 第二场主场107∶90扳平."""


def _is_unreal(text: str, line: Span, score: Score) -> bool:
    start = max(line.start, max(text.rfind(mark, line.start, score.span.start) for mark in "，。；：！？“”") + 1)
    before = text[start : score.span.start]
    return pattern("§", words.UNREAL).search(before) is not None or not (before.endswith(("以", "由", "局", "场", "")))


def _noun_follows(text: str, at: int) -> bool:
    """负责, 胜利者, 败局 and the like: the verb is only a part of a longer word."""
    return text[at : at + 1] in _GOES_ON


_GOES_ON = frozenset("率责利者局方面荷担数伤因势")


def _reversed(text: str, score: Score, verb: re.Match[str], kind: str) -> Hit:
    span = Span(score.span.start, verb.end())
    said = text[verb.start(kind) : verb.end(kind)]
    sign = ">" if score.first > score.second else "<" if score.first < score.second else "="
    right = f"{_as_written(score.written)}"
    values = {"written": score.written, "verb": said, "expected": right}
    expected = None if kind == "draw" or score.first == score.second else right
    return Hit(span, values, (Derivation(f"{score.first} {sign} {score.second}：{said}"),), expected)


def _as_written(written: str) -> str:
    """The score with its sides changed: 2比3 as 3比2."""
    sides = re.split(r"\s*[∶:：比]\s*", written)
    mark = re.search(r"\s*[∶:：比]\s*", written)
    return sides[1] + (mark.group() if mark is not None else "比") + sides[0]


# --- what is said of a score ------------------------------------------------------------------------------------


def place(first: Score, last: Score | None = None) -> SpanEvidence:
    """A score, or a run of them, as evidence."""
    end = (last or first).span.end
    return SpanEvidence(first.span.start, end, first.written if last is None or last is first else f"{first.written}……")


_MARK = re.compile("[比:：∶-]")


def mismatch(score: Score, expected: str, kind: str, evidence: tuple[Evidence, ...]) -> Hit:
    """The hit: a score that its parts, or what is told of it, do not make, with what it should be in its manner."""
    mark = _MARK.search(score.written)
    expected = re.sub("[比∶]", mark.group(), expected) if mark is not None else expected
    values: dict[str, str | Word] = {"written": score.written, "expected": expected, "what": Word(kind)}
    return Hit(score.span, values, evidence, expected)


def has_verb(text: str, score: Score) -> bool:
    """Whether a verb of winning or losing follows a score."""
    return VERBS.match(text, score.span.end) is not None


def sentence_of(text: str, line: Span, span: Span) -> tuple[int, int]:
    """Where the full sentence of a place begins and ends, within its paragraph."""
    start = max(line.start, max(text.rfind(mark, line.start, span.start) for mark in "。！？") + 1)
    stop = re.compile(r"[。！？]").search(text, span.end, line.end)
    return start, stop.start() if stop is not None else line.end


# --- matches, points, goals ----------------------------------------------------------------------------------

_N = "[0-9０-９]{1,2}|[一二三四五六七八九十两]{1,3}"
_RECORD = re.compile(
    rf"(?:(?P<won>{_N})胜(?:(?P<drawn>{_N})[平和])?(?P<lost>{_N})[负败](?:(?P<drawn4>{_N})[平和](?!局))?|胜(?P<won2>{_N})[，、]?[平和](?P<drawn2>{_N})[，、]?负(?P<lost2>{_N})"
    rf"|(?:赢|胜|取胜)(?:了|得|下)?(?P<won5>{_N})[场局盘][^。；0-9]{{0,6}}?(?:[平和](?:了|成)?(?P<drawn5>{_N})[场局盘][^。；0-9]{{0,6}}?)?(?:输|负|败)(?:了|掉)?(?P<lost5>{_N})[场局盘]"
    rf"|(?P<won3>{_N})胜(?P<drawn3>{_N})[平和](?![0-9一二三四五六七八九十两]))"
)
_PLAYED = re.compile(
    rf"(?P<number>{_N})(?:战|(?:场|轮|番|局|盘)(?:比赛|棋|较量|过后|战罢|下来|全部下完|比赛中)?)(?:(?!{_N}[场轮局盘战])[^。；：0-9]){{0,10}}$"
)
_POINTS = re.compile(rf"(?:积|得|拿到|获得|共积|只积|仅积|同积|拿下|抢得|收获)(?:了)?(?P<number>{_N})(?:个)?(?:积)?分")


def record_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """12战7胜3平3负; 7胜2平3负积24分; 四胜五和一负，7比3; 进9球失4球，净胜6球."""
    text = text_of(analysis)
    for match in _RECORD.finditer(text) if "胜" in text or "赢" in text else ():
        won, drawn, lost = (_count(match, name) for name in ("won", "drawn", "lost"))
        span = Span(*match.span())
        start, end = sentence_of(text, paragraph_at(text, span), span)
        hits = (
            _wrong_played(text, match, start, won + drawn + lost),
            _wrong_points(text, match, start, end, won, drawn),
            _wrong_half_points(text, match, start, end, won, drawn, lost),
        )
        yield from (hit for hit in hits if hit is not None)
    yield from _goal_difference(text)
    yield from _won_by(analysis)


def _count(match: re.Match[str], name: str) -> Fraction:
    written = next((told for more in ("", "2", "3", "4", "5") if (told := match.groupdict().get(name + more))), None)
    return number_of(written.replace("两", "二")) if written else Fraction(0)


_BECAME = re.compile("变为|变成|改写为|总战绩|总成绩|总比分|总交锋|交手|交锋|生涯|历史|累计")
"""Games of before are counted as well: 4局过后，变为12胜13负."""


def _wrong_played(text: str, match: re.Match[str], start: int, games: Fraction) -> Hit | None:
    played = _PLAYED.search(text, start, match.start())
    if played is None or match["won3"]:
        return None
    units = re.findall("[场局盘]", match.group() + text[match.end() : match.end() + 1])
    unit = text[played.end("number") : played.end("number") + 1]
    if units and unit in "场局盘" and unit not in units:
        return None  # 5盘下来，共胜12局负9局
    number = number_of(played["number"].replace("两", "二"))
    if number == games or number < 3 or _BECAME.search(text, played.start(), match.start()):
        return None
    working = f"{match.group()} → {games} ≠ {number}"
    return _record_hit(
        match, text[played.start("number") : played.end("number") + 1], str(games), "games", working, played
    )


def _wrong_points(text: str, match: re.Match[str], start: int, end: int, won: Fraction, drawn: Fraction) -> Hit | None:
    if pattern("§", words.PENALTIES).search(text, start, end) or not (
        match["drawn"] or match["drawn2"] or match["won3"] or match["drawn5"]
    ):
        return None
    points = _POINTS.search(text, match.end(), min(end, match.end() + 24))
    if points is None:
        return None
    number = number_of(points["number"].replace("两", "二"))
    if number in (3 * won + drawn, 2 * won + drawn, won + drawn / 2):
        return None
    right = 3 * won + drawn
    return _record_hit(match, points.group(), str(right), "points", f"{won} × 3 + {drawn} = {right}", points)


def _record_hit(
    match: re.Match[str], written: str, expected: str, kind: str, working: str, other: re.Match[str]
) -> Hit:
    values: dict[str, str | Word] = {"written": written, "expected": expected, "what": Word(kind)}
    place = SpanEvidence(match.start(), match.end(), match.group())
    end = other.end("number") + 1 if kind == "games" else other.end()
    return Hit(Span(other.start("number"), end), values, (place, Derivation(working)), expected)


def _wrong_half_points(
    text: str, match: re.Match[str], start: int, end: int, won: Fraction, drawn: Fraction, lost: Fraction
) -> Hit | None:
    """Chess and go: a draw is half a point for either."""
    if "和" not in match.group():
        return None
    found = [score for score in scores_in(text, start, end) if score.first + score.second == won + drawn + lost]
    right = {won + drawn / 2, lost + drawn / 2}
    if len(found) != 1 or right == {found[0].first, found[0].second}:
        return None
    ours, theirs = won + drawn / 2, lost + drawn / 2
    expected = f"{_decimal(ours)}比{_decimal(theirs)}"
    place = SpanEvidence(match.start(), match.end(), match.group())
    return mismatch(found[0], expected, "points", (place, Derivation(f"{won} + {drawn} ÷ 2 = {_decimal(ours)}")))


def _decimal(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):.1f}"


_GOALS = re.compile(
    rf"(?:打进|攻入|攻进|打入|进|入)(?:了)?(?P<scored>{_N})(?:个)?球[^。；]{{0,8}}?(?:丢|失|被攻入|被打进)(?:了)?(?P<conceded>{_N})(?:个)?球"
    rf"[^。；]{{0,8}}?净胜(?:球)?(?:数)?(?:为|达|达到|是|有|共)?(?P<number>{_N})(?:个)?"
)


def _goal_difference(text: str) -> Iterator[Hit]:
    for match in _GOALS.finditer(text) if "净胜" in text else ():
        scored, conceded, number = (
            number_of(match[name].replace("两", "二")) for name in ("scored", "conceded", "number")
        )
        if scored - conceded != number:
            working = f"{scored} − {conceded} = {scored - conceded}"
            values: dict[str, str | Word] = {
                "written": match["number"],
                "expected": str(scored - conceded),
                "what": Word("goals"),
            }
            place = SpanEvidence(
                match.start(), match.end("conceded") + 1, text[match.start() : match.end("conceded") + 1]
            )
            yield Hit(
                Span(match.start("number"), match.end()), values, (place, Derivation(working)), str(scored - conceded)
            )


_OF_A_PART = re.compile("[单本这该半全][节场局盘]|第[一二三四五]节|合计|[上下]半场|总分|累计")
"""Before a margin: it is that of a part of the game, or of several."""


def _won_by(analysis: Analysis) -> Iterator[Hit]:
    """以98比90取胜，净胜9分: the points between the two sides of the only score."""
    for text, line, found in games(analysis):
        by = pattern(f"(?:(?:§)(?P<one>{_N})[分球](?!以)|(?P<two>{_N})[分球](?:§))", words.WON_BEFORE, words.WON_BY)
        for match in by.finditer(text, line.start, line.end):
            start, end = sentence_of(text, line, Span(*match.span()))
            near = [score for score in found if start <= score.span.start < end]
            if _OF_A_PART.search(text, max(line.start, match.start() - 8), match.start()):
                continue
            number = number_of((match["one"] or match["two"]).replace("两", "二"))
            if len(near) != 1 or abs(near[0].first - near[0].second) == number or near[0].top <= 4 < number:
                continue
            apart = abs(near[0].first - near[0].second)
            if number > near[0].top or abs(match.start() - near[0].span.end) > 12:
                continue
            if re.search("单节|一节|[该本]节|这节", text[max(start, match.start() - 6) : match.start()]):
                continue
            values: dict[str, str | Word] = {"written": match.group(), "expected": str(apart), "what": Word("goals")}
            working = f"{near[0].top} − {near[0].low} = {apart}"
            yield Hit(Span(*match.span()), values, (place(near[0]), Derivation(working)), str(apart))
