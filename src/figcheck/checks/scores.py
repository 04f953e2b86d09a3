"""Scores of games in, those that belie the result, the sets, the quarters, the points or each other out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
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


def _number(written: str) -> Fraction:
    found = read_numeral(written)
    value = found.value if found is not None else None
    return Fraction(value) if value is not None else Fraction(-1)


def _scores(text: str, start: int, end: int) -> list[Score]:
    return [
        Score(_number(match["a"] or match["c"]), _number(match["b"] or match["d"]), Span(*match.span()), match.group())
        for match in _SCORE.finditer(text, start, end)
    ]


def games(analysis: Analysis) -> Iterator[tuple[str, Span, list[Score]]]:
    """The paragraphs that tell of scores: the article's text, where they stand, the scores in order."""
    text = text_of(analysis)
    for line in re.compile(r"[^\n]+").finditer(text):
        found = _scores(text, *line.span())
        if found and _is_game(line.group()):
            yield text, Span(*line.span()), found


def _is_game(line: str) -> bool:
    return (
        pattern("§|队|赛|[局盘节]|球迷|补时|破门", " ".join((words.WINS, words.LOSES, words.DRAWS))).search(line)
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


_VERBS = _verbs()


def result_reversed(analysis: Analysis) -> Iterator[Hit]:
    """以2比3险胜; 以4∶3不敌; 3比2战平."""
    for text, line, found in games(analysis):
        for score in found:
            verb = _VERBS.match(text, score.span.end)
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


# --- sets ----------------------------------------------------------------------------------------------------

_MOST_SETS = 7
_STRAIGHT = re.compile("[，。]?[^，。；0-9]{0,4}(?P<said>直落(?P<number>[二三四两])[局盘])")


def _not_straight(text: str, run: Sequence[Score]) -> Iterator[Hit]:
    """21∶19、18∶21、21∶16直落两局: three sets, of which one was lost."""
    match = _STRAIGHT.match(text, run[-1].span.end)
    if match is None or any(score.top < _SET_POINTS for score in run):
        return
    won = sum(1 for score in run if score.first > score.second)
    if won in (0, len(run)) or len(run) != _number(match["number"].replace("两", "二")):
        working = f"{'、'.join(score.written for score in run)} → {won} + {len(run) - won}"
        if 0 < won < len(run):
            yield _wrong_straight(match, run, working)


_SET_POINTS = 6


def _wrong_straight(match: re.Match[str], run: Sequence[Score], working: str) -> Hit:
    values: dict[str, str | Word] = {
        "written": match["said"],
        "expected": "、".join(score.written for score in run),
        "what": Word("number"),
    }
    return Hit(Span(*match.span("said")), values, (place(run[0], run[-1]), Derivation(working)))


_SEVERAL_GAMES = re.compile("(?:首|次|第[一二三四五])场[^。]{0,60}?。(?:首|次|第[二三四五])场")
"""Several games are told one after the other: 首场混双……。次场男单……."""


def sets_against_result(analysis: Analysis) -> Iterator[Hit]:
    """3∶0 with four sets of which one is lost; 苦战五局 and 3比1."""
    for text, line, found in games(analysis):
        for run in _runs(text, found) or _by_number(text, found):
            result = None if _SEVERAL_GAMES.search(text, line.start, line.end) else _result_of(found, run)
            yield from _not_straight(text, run)
            if result is not None and not _are_summed(text, line, run):
                yield from _wrong_sets(text, result, _with_told_apart(text, found, run))
        for result in found:
            yield from _wrong_number(text, line, found, result)
        yield from _undecided(text, found)


_BETWEEN = re.compile(r"\s*(?:（[0-9０-９∶:：比]{1,5}）)?\s*[、和与及，]?\s*(?:第?[一二三四五六七]局)?\s*")


def _runs(text: str, found: Sequence[Score]) -> list[tuple[Score, ...]]:
    """Scores that follow each other with nothing but marks between."""
    runs: list[list[Score]] = [[]]
    for score in found:
        if runs[-1] and _BETWEEN.fullmatch(text, runs[-1][-1].span.end, score.span.start) is None:
            runs.append([])
        runs[-1].append(score)
    return [tuple(run) for run in runs if len(run) > 1]


_SET = re.compile(r"(?:首|次|末|决胜|第[一二三四五1-5])[局盘][^，。；0-9]{0,8}$")


def _by_number(text: str, found: Sequence[Score]) -> list[tuple[Score, ...]]:
    """Sets that are told one by one: 首盘6比4，次盘3比6，决胜盘6比3."""
    told = [score for score in found if _SET.search(text, max(0, score.span.start - 14), score.span.start)]
    return [tuple(told)] if len(told) > 1 else []


def _result_of(found: Sequence[Score], run: Sequence[Score]) -> Score | None:
    """The result in sets that stands nearest to a run of sets."""
    others = [score for score in found if score not in run and score.top in (2, 3, 4) and score.top != score.low]
    return others[0] if len(others) == 1 else None


_SET_TOLD = re.compile(r"首局|第[一二三四五]局|先[下丢失]一局|决胜局")


def _with_told_apart(text: str, found: Sequence[Score], run: Sequence[Score]) -> Sequence[Score]:
    """A run of sets with those that the words before it tell one by one: 首局23比25失利后，连扳三局（……）."""
    before = [score for score in found if score.span.end <= run[0].span.start and score.top > _MOST_SETS]
    apart = [score for score in before if _SET_TOLD.search(text, max(0, score.span.start - 8), score.span.start)]
    return (*apart, *run)


def _are_summed(text: str, line: Span, run: Sequence[Score]) -> bool:
    start = max(line.start, run[0].span.start - 40)
    around = text[start : min(line.end, run[-1].span.end + 30)]
    return pattern("§", words.SUM_WORDS).search(around) is not None or any(score.top < 6 for score in run)


def _wrong_sets(text: str, result: Score, run: Sequence[Score]) -> Iterator[Hit]:
    won = sum(1 for score in run if score.first > score.second)
    lost = sum(1 for score in run if score.first < score.second)
    if won + lost != len(run) or not result.top <= len(run) <= _MOST_SETS:
        return
    if {won, lost} == {result.first, result.second} and not _won_otherwise(text, result, run, won > lost):
        return
    turned = {won, lost} == {result.first, result.second}
    expected = f"{won}比{lost}" if turned else f"{max(won, lost)}比{min(won, lost)}"
    working = f"{'、'.join(score.written for score in run)} → {expected}"
    yield mismatch(result, expected, "sets", (place(run[0], run[-1]), Derivation(working)))


def _won_otherwise(text: str, result: Score, run: Sequence[Score], won: bool) -> bool:
    """5比7、3比6、6比4，以2比1淘汰: sets that are told from the side of those who win, and that they lost."""
    verb = _VERBS.match(text, result.span.end)
    if won or verb is None or verb.lastgroup != "win" or result.first < result.second:
        return False
    return run[-1].span.end <= result.span.start and not _of_the_others(text, run[-1].span.end, result.span.start)


def _of_the_others(text: str, start: int, end: int) -> bool:
    """Whether the words between sets and result may speak of another side."""
    return pattern("§|队|对手|对方|[。；]", words.LOSES).search(text, start, end) is not None


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


def _wrong_number(text: str, line: Span, found: Sequence[Score], result: Score) -> Iterator[Hit]:
    """苦战五局，以3比1; 直落三局，以3比1; 第五局 in a game that ended 3比1."""
    sets = result.first + result.second
    if result.top not in (2, 3, 4) or result.top == result.low or sum(s.top <= 4 for s in found) > 1:
        return
    start, end = _sentence(text, line, result.span)
    if not _has_verb(text, result) or re.search("胜制|决胜制|[一二三四五六七]胜", text[start:end]):
        return
    units = "局盘场" if pattern("§", words.SERIES).search(text, start, end) else "局盘"
    fought = pattern(
        f"(?:§)(?:了|整整|足足|满)?(?P<number>[一二三四五六七两0-9])(?P<unit>[{units}])(?!比分)", words.FOUGHT
    )
    straight = re.compile(r"直落(?P<number>[二三四两0-9])(?P<unit>[局盘])")
    deciding = re.compile(r"(?<![没未免])(?:在|决胜的)?第(?P<number>[四五六七])(?P<unit>[局盘])")
    for match in deciding.finditer(text, start, end):
        if _number(match["number"]) > sets and not re.search("没有|未|避免|无需|不用", text[start : match.start()]):
            yield _wrong_sets_number(
                match, result, f"{result.first} + {result.second} = {sets} < {_number(match['number'])}"
            )
    for match in (*fought.finditer(text, start, end), *straight.finditer(text, start, end)):
        wanted = _number(match["number"].replace("两", "二"))
        right = result.low == 0 and result.top == wanted if match.group().startswith("直落") else sets == wanted
        if not right:
            yield _wrong_sets_number(match, result, f"{result.first} + {result.second} = {sets} ≠ {wanted}")


_EACH_WON = re.compile(
    "各(?:自)?(?:胜|赢|下|取)(?:得|了)?(?P<each>[一二两三])(?:局|盘|场|轮|阵)|(?P<each2>[三五七])番(?:棋|战|胜负)的?决胜局"
)


def _undecided(text: str, found: Sequence[Score]) -> Iterator[Hit]:
    """此前双方各胜一局……3比0: a side that has won a game has lost less than all."""
    if len(found) != 1 or found[0].top not in (2, 3, 4) or not _SERIES_SCORE.search(text, 0, found[0].span.start):
        return
    for match in _EACH_WON.finditer(text, max(0, found[0].span.start - 80), found[0].span.end + 40):
        each = _number((match["each"] or match["each2"]).replace("两", "二"))
        each = (each - 1) / 2 if match["each2"] else each
        if found[0].low < each:
            yield mismatch(found[0], match.group(), "sets", (SpanEvidence(*match.span(), match.group()),))
            return


_SERIES_SCORE = re.compile(rf"(?:{alternatives(words.SERIES)}|总成绩|总分)[^，。；0-9]{{0,6}}$")


def _wrong_sets_number(match: re.Match[str], result: Score, working: str) -> Hit:
    values: dict[str, str | Word] = {"written": match.group(), "expected": result.written, "what": Word("number")}
    return Hit(Span(*match.span()), values, (place(result), Derivation(working)))


def _has_verb(text: str, score: Score) -> bool:
    return _VERBS.match(text, score.span.end) is not None


def _sentence(text: str, line: Span, span: Span) -> tuple[int, int]:
    start = max(line.start, max(text.rfind(mark, line.start, span.start) for mark in "。！？") + 1)
    stop = re.compile(r"[。！？]").search(text, span.end, line.end)
    return start, stop.start() if stop is not None else line.end


# --- parts that add up ---------------------------------------------------------------------------------------


def parts_against_score(analysis: Analysis) -> Iterator[Hit]:
    """Four quarters, two halves or two legs that don't make the whole."""
    for text, line, found in games(analysis):
        if pattern("§", words.PENALTIES).search(text, line.start, line.end) or _TOLD_FOR_OTHERS.search(
            text, line.start, line.end
        ):
            continue
        for hit in (_quarters(text, line, found), _legs(text, line, found), _half(text, found)):
            if hit is not None:
                yield hit


_TOLD_FOR_OTHERS = re.compile(r"被[^，。；]{0,6}打[了出]")
"""A part of the game is told from the other side: 第二节被对手打了个25:17."""


def _quarters(text: str, line: Span, found: Sequence[Score]) -> Hit | None:
    for run in _runs(text, found):
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


_QUARTERS = tuple(re.compile(rf"(?:{words})[^，。；0-9]{{0,8}}$") for words in ("首节|第[一1]节", "次节|第[二2]节"))
_HALF = re.compile(r"(?:半场|前两节|两节)(?!落后|再|又|开始|开局)[^，。；0-9]{0,12}$")


def _half(text: str, found: Sequence[Score]) -> Hit | None:
    """首节28比20，次节22比25，半场51比45."""
    led = [
        [one for one in found if lead.search(text, max(0, one.span.start - 14), one.span.start)] for lead in _QUARTERS
    ]
    wholes = [one for one in found if _HALF.search(text, max(0, one.span.start - 18), one.span.start)]
    if not len(led[0]) == len(led[1]) == len(wholes) == 1 or wholes[0].low < max(part[0].low for part in led):
        return None
    return _summed(wholes[0], (led[0][0], led[1][0]))


# --- matches, points, goals ----------------------------------------------------------------------------------

_N = "[0-9０-９]{1,2}|[一二三四五六七八九十两]{1,3}"
_RECORD = re.compile(
    rf"(?:(?P<won>{_N})胜(?:(?P<drawn>{_N})[平和])?(?P<lost>{_N})[负败](?:(?P<drawn4>{_N})[平和](?!局))?|胜(?P<won2>{_N})[，、]?[平和](?P<drawn2>{_N})[，、]?负(?P<lost2>{_N})"
    rf"|(?P<won3>{_N})胜(?P<drawn3>{_N})[平和](?![0-9一二三四五六七八九十两]))"
)
_PLAYED = re.compile(
    rf"(?P<number>{_N})(?:战|(?:场|轮|番|局|盘)(?:比赛|棋|较量|过后|战罢|下来|全部下完|比赛中)?)[^。；：0-9]{{0,10}}$"
)
_POINTS = re.compile(rf"(?:积|得|拿到|获得|共积|只积|仅积|同积|拿下|抢得|收获)(?:了)?(?P<number>{_N})(?:个)?(?:积)?分")


def record_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """12战7胜3平3负; 7胜2平3负积24分; 四胜五和一负，7比3; 进9球失4球，净胜6球."""
    text = text_of(analysis)
    for match in _RECORD.finditer(text) if "胜" in text else ():
        won, drawn, lost = (_count(match, name) for name in ("won", "drawn", "lost"))
        line = Span(text.rfind("\n", 0, match.start()) + 1, (text.find("\n", match.end()) % (len(text) + 1)))
        start, end = _sentence(text, line, Span(*match.span()))
        hits = (
            _wrong_played(text, match, start, won + drawn + lost),
            _wrong_points(text, match, start, end, won, drawn),
            _wrong_half_points(text, match, start, end, won, drawn, lost),
        )
        yield from (hit for hit in hits if hit is not None)
    yield from _goal_difference(text)
    yield from _won_by(analysis)


def _count(match: re.Match[str], name: str) -> Fraction:
    written = next((told for more in ("", "2", "3", "4") if (told := match.groupdict().get(name + more))), None)
    return _number(written.replace("两", "二")) if written else Fraction(0)


_BECAME = re.compile("变为|变成|改写为|总战绩|生涯|历史|累计")
"""Games of before are counted as well: 4局过后，变为12胜13负."""


def _wrong_played(text: str, match: re.Match[str], start: int, games: Fraction) -> Hit | None:
    played = _PLAYED.search(text, start, match.start())
    if played is None or match["won3"]:
        return None
    number = _number(played["number"].replace("两", "二"))
    if number == games or number < 3 or _BECAME.search(text, played.start(), match.start()):
        return None
    working = f"{match.group()} → {games} ≠ {number}"
    return _record_hit(
        match, text[played.start("number") : played.end("number") + 1], str(games), "games", working, played
    )


def _wrong_points(text: str, match: re.Match[str], start: int, end: int, won: Fraction, drawn: Fraction) -> Hit | None:
    if pattern("§", words.PENALTIES).search(text, start, end) or not (
        match["drawn"] or match["drawn2"] or match["won3"]
    ):
        return None
    points = _POINTS.search(text, match.end(), min(end, match.end() + 24))
    if points is None:
        return None
    number = _number(points["number"].replace("两", "二"))
    if number in (3 * won + drawn, 2 * won + drawn, won + drawn / 2):
        return None
    right = 3 * won + drawn
    return _record_hit(match, points.group(), str(right), "points", f"{won} × 3 + {drawn} = {right}", points)


def _record_hit(
    match: re.Match[str], written: str, expected: str, kind: str, working: str, other: re.Match[str]
) -> Hit:
    values: dict[str, str | Word] = {"written": written, "expected": expected, "what": Word(kind)}
    place = SpanEvidence(match.start(), match.end(), match.group())
    return Hit(Span(other.start("number"), other.end()), values, (place, Derivation(working)), expected)


def _wrong_half_points(
    text: str, match: re.Match[str], start: int, end: int, won: Fraction, drawn: Fraction, lost: Fraction
) -> Hit | None:
    """Chess and go: a draw is half a point for either."""
    if "和" not in match.group():
        return None
    found = [score for score in _scores(text, start, end) if score.first + score.second == won + drawn + lost]
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
            _number(match[name].replace("两", "二")) for name in ("scored", "conceded", "number")
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
            start, end = _sentence(text, line, Span(*match.span()))
            near = [score for score in found if start <= score.span.start < end]
            if _OF_A_PART.search(text, max(line.start, match.start() - 8), match.start()):
                continue
            number = _number((match["one"] or match["two"]).replace("两", "二"))
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
