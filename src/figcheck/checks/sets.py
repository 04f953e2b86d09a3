"""Scores of games in, results out that the sets told one by one do not make: 25比21、22比25、25比19 and 3比0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from figcheck import expressions as re
from figcheck.checks.phrases import alternatives, pattern
from figcheck.checks.scores import VERBS, Score, games, has_verb, mismatch, number_of, place, scores_in, sentence_of
from figcheck.checks.terms import text_of
from figcheck.data import score_words as words
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence, Word

_MOST_SETS = 7


def sets_against_result(analysis: Analysis) -> Iterator[Hit]:
    """3∶0 with four sets of which one is lost; 苦战五局 and 3比1; a set that nobody can win so."""
    yield from _headed_otherwise(analysis)
    for text, line, found in games(analysis):
        sets = _sets(text, line, found)
        result = None if _SEVERAL_GAMES.search(text, line.start, line.end) else _result_of(found)
        for run in runs_of(text, found):
            yield from _not_straight(text, run)
        if result is not None:
            yield from _wrong_sets(text, line, result, sets)
            yield from _told_in_words(text, line, result)
        for one in found:
            yield from _wrong_number(text, line, found, one)
        yield from _undecided(text, found)
        yield from _unending(text, line, sets)


_SEVERAL_GAMES = re.compile("(?:首|次|第[一二三四五])场[^。]{0,60}?。(?:首|次|第[二三四五])场")
"""Several games are told one after the other: 首场混双……。次场男单……."""


# --- which scores are sets ---------------------------------------------------------------------------------------

_LEAST_POINTS = 6
_BASES = (25, 21, 11)
"""Points to which a set is played: of volleyball, badminton, table tennis."""
_DECIDER = 15
_GOES_ON_BEHIND = re.compile("的?(?:大比分|微弱优势)?(?:领先|落后|平|战平|时|之后|的情况|暂|的?局点|的?赛点)")
_GOES_ON_BEFORE = re.compile("(?:打到|打成|战至|战成|一度|追成|追至|追到|追平|扳成|[在从由到至成]|拉开到|扩大到|曾)$")
_IN_ALL = re.compile("(?:总分|总得分|得分|总比分|合计|共计)(?:是|为|以)?$")
_TIE_BREAK = re.compile("抢[七十五]|小分")
_CLOCK = re.compile("[日晚午于早]$|时间(?:为)?$")


def _sets(text: str, line: Span, found: Sequence[Score]) -> list[Score]:
    """The scores of sets in a line, those left aside that a set only passed through."""
    if pattern("§", words.SUM_WORDS).search(text, line.start, line.end):
        return []
    sets = [one for one in found if one.top >= _LEAST_POINTS and not _passes(text, one)]
    base = _base(sets)
    return [one for one in sets if one.top >= base or (one is sets[-1] and base == _BASES[0] and one.top >= _DECIDER)]


def _base(sets: Sequence[Score]) -> int:
    tops = [one.top for one in sets]
    return next((base for base in _BASES if sum(top >= base for top in tops) > 1), _LEAST_POINTS)


def _passes(text: str, score: Score) -> bool:
    """Whether a score is one on the way, 24比24平后, that of a tie-break, or a time of day."""
    before = text[max(0, score.span.start - 6) : score.span.start]
    if _TIE_BREAK.search(_clause(text, score)) or _IN_ALL.search(before):
        return True
    if _GOES_ON_BEHIND.match(text, score.span.end) or _CLOCK.search(before):
        return True
    return _GOES_ON_BEFORE.search(before) is not None and not before.endswith("以")


_BETWEEN = re.compile(r"\s*(?:（[0-9０-９∶:：比]{1,5}）)?\s*[、和与及，]?\s*(?:第?[一二三四五六七]局)?\s*")


def runs_of(text: str, found: Sequence[Score]) -> list[tuple[Score, ...]]:
    """Scores that follow each other with nothing but marks between, two and more."""
    runs: list[list[Score]] = [[]]
    for score in found:
        if runs[-1] and _BETWEEN.fullmatch(text, runs[-1][-1].span.end, score.span.start) is None:
            runs.append([])
        runs[-1].append(score)
    return [tuple(run) for run in runs if len(run) > 1]


def _result_of(found: Sequence[Score]) -> Score | None:
    """The only result in sets, told once or again."""
    others = [score for score in found if score.top in (2, 3, 4) and score.top != score.low]
    return others[0] if len({(score.top, score.low) for score in others}) == 1 else None


# --- sets against the result -------------------------------------------------------------------------------------

_FITS, _UNLIKE, _OPEN = "fits", "unlike", "open"


def _wrong_sets(text: str, line: Span, result: Score, sets: Sequence[Score]) -> Iterator[Hit]:
    """The result, where neither all sets of the line nor those of a sentence make it."""
    groups = [group for group in _by_sentence(text, sets) if len(group) >= result.top]
    verdicts = [_verdict(text, line, result, group) for group in (*groups, sets)]
    if _FITS in verdicts or verdicts[-1] != _UNLIKE:
        return
    told = next((group for group, said in zip(groups, verdicts, strict=False) if said == _UNLIKE), sets)
    won, lost = _naively(told)
    turned = {won, lost} == {result.first, result.second}
    expected = f"{won}比{lost}" if turned else f"{max(won, lost)}比{min(won, lost)}"
    working = f"{'、'.join(score.written for score in told)} → {expected}"
    yield mismatch(result, expected, "sets", (place(told[0], told[-1]), Derivation(working)))


def _by_sentence(text: str, sets: Sequence[Score]) -> list[list[Score]]:
    groups: list[list[Score]] = []
    for one in sets:
        if not groups or _SENTENCE.search(text, groups[-1][-1].span.end, one.span.start):
            groups.append([])
        groups[-1].append(one)
    return groups


_SENTENCE = re.compile("[。；！？]")


def _verdict(text: str, line: Span, result: Score, sets: Sequence[Score]) -> str:
    number, played = len(sets), result.first + result.second
    if not result.top <= number <= _MOST_SETS:
        return _OPEN
    if number > played or any(one.first == one.second for one in sets):
        return _UNLIKE
    if number < played:
        return (
            _UNLIKE if _ALL_TOLD.search(text, max(line.start, sets[0].span.start - 14), sets[0].span.start) else _OPEN
        )
    won, lost = _naively(sets)
    if {won, lost} == {result.first, result.second}:
        return _UNLIKE if _won_otherwise(text, result, sets, won > lost) else _FITS
    if any({*split} == {result.first, result.second} for split in _splits(text, sets)):
        return _FITS
    in_a_row = tuple(sets) in runs_of(text, sets)
    return _UNLIKE if in_a_row or won * lost else _OPEN  # each set may be told from the side of those who won it


_ALL_TOLD = re.compile(r"[各两三四五][局盘](?:的?比分)?(?:分别|依次)?[为是：（]{0,2}$")


def _naively(sets: Sequence[Score]) -> tuple[int, int]:
    return sum(one.first > one.second for one in sets), sum(one.first < one.second for one in sets)


_TURNS = re.compile("扳|追[平回]|还以颜色|回敬|反超|失利|告负|失守|丢")


def _splits(text: str, sets: Sequence[Score]) -> Iterator[tuple[int, int]]:
    """Sets won and lost, those that somebody wins back taken for either side's."""
    either = [one.first > one.second and _TURNS.search(_clause(text, one)) is not None for one in sets]
    for turned in product(*((False, True) if may else (False,) for may in either)):
        won = [(one.first > one.second) != turn for one, turn in zip(sets, turned, strict=True)]
        yield sum(won), len(won) - sum(won)


def _clause(text: str, score: Score) -> str:
    start = max(text.rfind(mark, 0, score.span.start) for mark in "，。；：、\n") + 1
    stop = _STOP.search(text, score.span.end)
    return text[start : stop.start() if stop is not None else len(text)]


_STOP = re.compile("[，。；：、\n]|$")


def _won_otherwise(text: str, result: Score, run: Sequence[Score], won: bool) -> bool:
    """5比7、3比6、6比4，以2比1淘汰: sets told from the side of those who win, and that they lost."""
    verb = VERBS.match(text, result.span.end)
    if won or verb is None or verb.lastgroup != "win" or result.first < result.second:
        return False
    return run[-1].span.end <= result.span.start and not _of_the_others(text, run[-1].span.end, result.span.start)


def _of_the_others(text: str, start: int, end: int) -> bool:
    """Whether the words between sets and result may speak of another side."""
    return pattern("§|队|对手|对方|[。；]", words.LOSES).search(text, start, end) is not None


# --- sets told in words --------------------------------------------------------------------------------------------

_BEHIND = re.compile(
    r"(?:先|连|开局|开场|率先)?(?:连)?(?:失|丢|负|输|让|失掉|丢掉|丢失|输掉|落后)(?:了|掉)?(?P<lost>[一两二])[局盘]"
    r"|(?P<first>首[局盘])[^，。；]{0,6}?(?:失利|告负|失守|输掉|丢掉)"
)
_THEN = re.compile(r"连(?:续)?(?:扳|胜|赢|下|追|取|夺|拿|扳回|追回|赢下|拿下|扳下)(?:了|得)?(?P<won>[两二三四])[局盘]")


def _headed_otherwise(analysis: Analysis) -> Iterator[Hit]:
    """女排3比1逆转 over 先丢两局……连扳三局, where the body has no result of its own."""
    title, text = analysis.document.masthead.title, text_of(analysis)
    heads = scores_in(text, title.span.start, title.span.end) if title is not None else []
    if title is None or len(heads) != 1 or heads[0].top not in (2, 3, 4):
        return
    if any(one.top < _LEAST_POINTS for one in scores_in(text, title.span.end, len(text))):
        return
    told = [match for form in (_BEHIND, _THEN) for match in form.finditer(text, title.span.end)]
    if len(told) == 2 and "\n" not in text[told[0].start() : told[1].end()]:
        yield from _in_words(text, heads[0], told[0].start(), told[1].end())


def _told_in_words(text: str, line: Span, result: Score) -> Iterator[Hit]:
    """先丢两局……连扳三局，3比1: as many sets are lost as were before the other side won all it needs."""
    yield from _in_words(text, result, *sentence_of(text, line, result.span))


def _in_words(text: str, result: Score, start: int, end: int) -> Iterator[Hit]:
    behind, then = list(_BEHIND.finditer(text, start, end)), list(_THEN.finditer(text, start, end))
    if len(behind) != 1 or len(then) != 1 or behind[0].start() > then[0].start():
        return
    lost = 1 if behind[0]["first"] else number_of(behind[0]["lost"].replace("两", "二"))
    won = number_of(then[0]["won"].replace("两", "二"))
    if won != result.top or lost == result.low or _BEFORE_THAT.search(text, start, behind[0].start()):
        return
    expected = f"{won}比{lost}" if result.first > result.second else f"{lost}比{won}"
    told = Span(behind[0].start(), then[0].end())
    yield mismatch(result, expected, "sets", (SpanEvidence(told.start, told.end, text[told.start : told.end]),))


_BEFORE_THAT = re.compile("先[胜赢下]|领先")


# --- a set that cannot end so --------------------------------------------------------------------------------------

_SPORTS = ((re.compile("羽毛球|国羽"), 21), (re.compile("乒乓|国乒"), 11), (re.compile("女排|男排|排球"), 25))
_MOST_POINTS = 30
"""Points with which a set of badminton is over, however close."""
_HOUSE_RULES = re.compile(
    "金球|不加分|一分定|每局[^，。]{0,4}(?!21|11|25)[0-9]{1,2}分|抢[0-9]{1,2}|一局定|气排球|沙滩|软式"
)
_ENDS_SET = re.compile(
    "的?(?:比分)?(?:再|又|也|险|艰难|涉险|惊险)?(?:锁定|拿下|取胜|获胜|险胜|胜出|扳回|先胜|夺|赢|击败|战胜|淘汰|胜)"
)
_WINS_ONE = re.compile("的?(?:比分)?(?:拿下|赢下|取下|险胜|赢得|锁定)[这该本此首第决][^，。]{0,2}局")


def _unending(text: str, line: Span, sets: Sequence[Score]) -> Iterator[Hit]:
    """以21比20锁定冠军: a set is won by two points at least."""
    told = text[line.start : line.end]
    base = next((points for sport, points in _SPORTS if sport.search(told)), None)
    if base is None or not sets or _HOUSE_RULES.search(told):
        return
    in_rows = {one.span.start for run in runs_of(text, sets) for one in run}
    for one in sets:
        apart = one.top - one.low
        ended = one.span.start in in_rows or _ENDS_SET.match(text, one.span.end) is not None
        if len(sets) < 2 and _WINS_ONE.match(text, one.span.end) is None:
            continue
        if not ended or one.top < base or one.top == _MOST_POINTS or apart >= 2 or apart == 0:
            continue
        values: dict[str, str | Word] = {"written": one.written, "expected": Word("clear"), "what": Word("set")}
        yield Hit(one.span, values, (Derivation(f"{one.top} − {one.low} = {apart} < 2"),))


# --- straight sets, and the number of sets ---------------------------------------------------------------------------

_STRAIGHT = re.compile("[，。]?[^，。；0-9]{0,4}(?P<said>直落(?P<number>[二三四两])[局盘])")


def _not_straight(text: str, run: Sequence[Score]) -> Iterator[Hit]:
    """21∶19、18∶21、21∶16直落两局: three sets, of which one was lost."""
    match = _STRAIGHT.match(text, run[-1].span.end)
    if match is None or any(score.top < _SET_POINTS for score in run):
        return
    won = sum(1 for score in run if score.first > score.second)
    if won in (0, len(run)) or len(run) != number_of(match["number"].replace("两", "二")):
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


def _wrong_number(text: str, line: Span, found: Sequence[Score], result: Score) -> Iterator[Hit]:
    """苦战五局，以3比1; 直落三局，以3比1; 第五局 in a game that ended 3比1."""
    sets = result.first + result.second
    if result.top not in (2, 3, 4) or result.top == result.low or sum(s.top <= 4 for s in found) > 1:
        return
    start, end = sentence_of(text, line, result.span)
    if not has_verb(text, result) or re.search("胜制|决胜制|[一二三四五六七]胜", text[start:end]):
        return
    units = "局盘场" if pattern("§", words.SERIES).search(text, start, end) else "局盘"
    fought = pattern(
        f"(?:§)(?:了|整整|足足|满)?(?P<number>[一二三四五六七两0-9])(?P<unit>[{units}])(?!比分)", words.FOUGHT
    )
    straight = re.compile(r"直落(?P<number>[二三四两0-9])(?P<unit>[局盘])")
    deciding = re.compile(r"(?<![没未免])(?:在|决胜的)?第(?P<number>[四五六七])(?P<unit>[局盘])")
    for match in deciding.finditer(text, start, end):
        unplayed = _UNPLAYED.search(text, match.end(), match.end() + 8) or re.search(
            "没有|未|避免|无需|不用", text[start : match.start()]
        )
        if number_of(match["number"]) > sets and unplayed is None:
            yield _wrong_sets_number(
                match, result, f"{result.first} + {result.second} = {sets} < {number_of(match['number'])}"
            )
    for match in (*fought.finditer(text, start, end), *straight.finditer(text, start, end)):
        if match["unit"] == "局" and re.search("第[一二三四五]盘|[首次][盘场]", text[start : match.start()]):
            continue  # within one of the matches that the result counts: 第四盘，老将直落三局
        wanted = number_of(match["number"].replace("两", "二"))
        right = result.low == 0 and result.top == wanted if match.group().startswith("直落") else sets == wanted
        if not right:
            yield _wrong_sets_number(match, result, f"{result.first} + {result.second} = {sets} ≠ {wanted}")


_UNPLAYED = re.compile("[^，。；]{0,3}(?:不再|不必|无须|无需|不用|取消|没有|未)")
"""第五局不再进行."""
_EACH_WON = re.compile(
    "各(?:自)?(?:胜|赢|下|取)(?:得|了)?(?P<each>[一二两三])(?:局|盘|场|轮|阵)|(?P<each2>[三五七])番(?:棋|战|胜负)的?决胜局"
)


def _undecided(text: str, found: Sequence[Score]) -> Iterator[Hit]:
    """此前双方各胜一局……3比0: a side that has won a game has lost less than all."""
    if len(found) != 1 or found[0].top not in (2, 3, 4) or not _SERIES_SCORE.search(text, 0, found[0].span.start):
        return
    for match in _EACH_WON.finditer(text, max(0, found[0].span.start - 80), found[0].span.end + 40):
        each = number_of((match["each"] or match["each2"]).replace("两", "二"))
        each = (each - 1) / 2 if match["each2"] else each
        if found[0].low < each:
            yield mismatch(found[0], match.group(), "sets", (SpanEvidence(*match.span(), match.group()),))
            return


_SERIES_SCORE = re.compile(rf"(?:{alternatives(words.SERIES)}|总成绩|总分)[^，。；0-9]{{0,6}}$")


def _wrong_sets_number(match: re.Match[str], result: Score, working: str) -> Hit:
    values: dict[str, str | Word] = {"written": match.group(), "expected": result.written, "what": Word("number")}
    return Hit(Span(*match.span()), values, (place(result), Derivation(working)))
