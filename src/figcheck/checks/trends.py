"""Series of figures in, words for a rise or a fall that they turn round out: 逐月走高：13800元, 13450元, 13120元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks import rates
from figcheck.checks.intervals import admitted
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, order, passages
from figcheck.checks.phrases import alternatives
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence, Word
from figcheck.units import conversion
from figcheck.values import Frozen


class Course(Frozen):
    """Figures of one thing, the earliest first."""

    levels: tuple[Figure, ...]
    way: int
    """1 where each is surely more than the one before, -1 where less, 0 for neither."""
    dated: bool
    """Whether each is said to be of its own time, and not just one of a row."""


class Said(Frozen):
    """The words by which a series runs up or down."""

    span: Span
    way: int


# --- the series --------------------------------------------------------------------------------------------------

_N = "0-9０-９一二三四五六七八九十"
_TIMED = re.compile(
    rf"[{_N}](?:年|个?月|日|时|点|季度|月份|周)|(?:周|星期|礼拜)[一二三四五六日天]|[今去前昨明当次翌同上本][年月日天晚晨季周]|第[{_N}][年月天周季轮期届次]|首[年月日周季]"
    r"|年[底初末]|月[底初末]|[上中下]旬|上半年|下半年|早上|上午|中午|下午|傍晚|晚上|凌晨|目前|如今|眼下|现在|随后|此后|后来|最[初后]|起初|当初"
)
_JOINS = frozenset(("、", "，", "和", "及", "与", "以及", "再到", "，再到", "，到", "到", "至", ""))
_LISTED = re.compile(rf"(?:(?:{alternatives(words.LISTED_AS)})(?:约|近|超)?|[由从])$")


def courses(passage: Passage) -> Iterator[Course]:
    """The runs of figures of one unit, side by side in a sentence, each told with its time, or told in a row."""
    run: list[Figure] = []
    for figure in (*passage.figures, None):
        if figure is not None and _goes_on(run, figure):
            run.append(figure)
            continue
        yield from _course(run)
        run = [figure] if figure is not None and _can_begin(figure) else []


def _can_begin(figure: Figure) -> bool:
    return (figure.is_amount or figure.is_percent) and told_change(figure) is None


def _goes_on(run: Sequence[Figure], figure: Figure) -> bool:
    if not run or not _can_begin(figure) or figure.unit != run[0].unit or figure.sentence != run[0].sentence:
        return False
    if figure.is_percent != run[0].is_percent:
        return False
    listed = _LISTED.search(run[0].own) is not None
    return figure.lead in _JOINS if listed else _TIMED.search(figure.lead) is not None


def _course(run: Sequence[Figure]) -> Iterator[Course]:
    if len(run) < 2:
        return
    listed = _LISTED.search(run[0].own) is not None
    if listed and len(run) < 3:
        return
    if not listed and _TIMED.search(run[0].lead[-_NEAR:]) is None:
        return
    signs = [order(one, two) for one, two in pairwise(run)]
    if not listed and {1, -1} <= set(signs):
        return
    levels = tuple(reversed(run)) if signs and all(sign < 0 for sign in signs) and not listed else tuple(run)
    ways = {_way(one, two) for one, two in pairwise(levels)}
    yield Course(levels, ways.pop() if len(ways) == 1 else 0, not listed)


_NEAR = 24


def _way(one: Figure, two: Figure) -> int:
    """1 where the second is surely more than the first, -1 where less."""
    first, second = admitted(one.quantity), admitted(two.quantity).scaled(conversion(two.unit, one.unit) or Fraction(1))
    if first.high is not None and second.low is not None and second.low > first.high:
        return 1
    if first.low is not None and second.high is not None and second.high < first.low:
        return -1
    return 0


# --- the words ---------------------------------------------------------------------------------------------------

_STEADY = alternatives(words.STEADILY)
_SAYS = re.compile(
    rf"(?P<steady>(?:(?:{_STEADY})[在的地着]?)*)(?:(?P<up>{alternatives(words.UPWARDS)})|(?P<down>{alternatives(words.DOWNWARDS)}))"
    r"(?:之?[势态]|趋势|态势|势头|走势|的趋势|的态势|的势头|的走势)?"
    rf"|(?P<ever>越来越|愈来愈|一[年天月届次季期批代]比一[年天月届次季期批代])(?:(?P<more>{alternatives(words.MORE_AND_MORE)})|(?P<less>{alternatives(words.LESS_AND_LESS)}))"
)
_NOT_SO = re.compile(alternatives(words.NOT_SO))
_CLAUSE = re.compile(r"[，。；：！？“”（）\n—]+")
_UNNAMED = re.compile(
    rf"(?:{alternatives(words.LISTED_AS)}|{alternatives(words.UNNAMED)}|每[一-龥]{{1,3}}|[{_N}]|[年月日时点周季度届轮期号份个天期]|星期|礼拜|[今去前昨明当次翌同上本第首头]|[、：，—]|半年|[早中晚初末底])*"
)


def said_of(passage: Passage, course: Course) -> Iterator[Said]:
    """What is said of a series right before it and right behind it."""
    first, last = sorted((course.levels[0], course.levels[-1]), key=lambda figure: figure.start)
    for said in (_clause_before(passage, first), _clause_behind(passage, first, last), _state(passage, first, last)):
        if said is not None:
            yield said


def _clause_before(passage: Passage, first: Figure) -> Said | None:
    """成交均价逐月走高：7月每平方米13800元: the last words before a series, with nothing named between."""
    start = max(passage.span.start, first.start - _BACK)
    text = passage.text[start : first.start]
    found = [match for match in _SAYS.finditer(text) if _ends_clause(text, match)]
    if not found:
        return None
    match = found[-1]
    if _UNNAMED.fullmatch(_without_space(text[match.end() :]).lstrip("了着，")) is None or "。" in text[match.end() :]:
        return None
    clause = _CLAUSE.split(text[: match.start()])[-1]
    return _read(match, clause, start) if _can_be_of(clause, first) and (clause or match["steady"]) else None


_BACK = 60
_DONE = ("了", "着")
_STANDS_ALONE = ("，", "：", "。", "；", "——", "（", "、")


def _ends_clause(text: str, match: re.Match[str]) -> bool:
    at = match.end() + (1 if text.startswith(_DONE, match.end()) else 0)
    return text.startswith(_STANDS_ALONE, at)


def _clause_behind(passage: Passage, first: Figure, last: Figure) -> Said | None:
    """……和2615对，呈逐年上升趋势: the clause right behind a series, of the same thing or of nothing named."""
    text = passage.text[last.end : last.end + _AHEAD]
    match = _BEHIND.match(text)
    if match is None:
        return None
    clause = match["clause"]
    said = next((one for one in _SAYS.finditer(clause) if _is_end(clause, one.end())), None)
    if said is None or not (said["steady"] or said["ever"]):
        return None
    who = _UNNAMED.sub("", clause[: said.start()])
    if who and not _is_named(who, passage, first, last):
        return None
    if not _can_be_of(passage.text[max(passage.span.start, first.start - _BACK) : first.start] + who, first):
        return None
    return _read(said, clause[: said.start()], last.end + match.start("clause"))


_AHEAD = 40
_BEHIND = re.compile(r"[^，。；：、“”（）]{0,4}[，；—]+(?P<clause>[^，。；：！？“”（）\n]{2,24})")


def _is_end(clause: str, at: int) -> bool:
    return clause[at:] in ("", "了", "着", "之势", "之中", "中")


def _is_named(who: str, passage: Passage, first: Figure, last: Figure) -> bool:
    """Whether what is said to rise or fall is what the series is of: 人口 of so many 人."""
    leads = "".join(
        figure.lead + figure.tail for figure in passage.figures if first.start <= figure.start <= last.start
    )
    unit = first.unit.symbol if first.unit is not None else "·"
    return any(who[at : at + 2] in leads for at in range(len(who) - 1)) or (len(who) <= 3 and unit in who)


_RATE, _LONG = re.compile(alternatives(words.RATES)), re.compile(alternatives(words.LENGTH_NOUNS))
_ABSTRACT = re.compile(alternatives(words.ABSTRACT))


def _can_be_of(subject: str, level: Figure) -> bool:
    """Whether figures of this kind are the levels of what the words name: no 3.2% of prices, no 11秒8 of records."""
    if level.is_percent and _RATE.search(subject) is None:
        return False
    if level.quantity.kind == "duration" and _LONG.search(subject) is None:
        return False
    return _ABSTRACT.search(subject) is None


# --- states ------------------------------------------------------------------------------------------------------

_STATES = re.compile(
    rf"(?P<state>{alternatives(' '.join(states for states, _, _ in words.STATES_AND_MEASURES))})[^，。；：0-9]{{0,6}}?"
    rf"(?P<verb>(?:正在|正|持续|不断|进一步|日益|逐渐|逐步|明显|有所|趋于|得到)*(?:(?P<up>{alternatives(words.WORSE)})|(?P<down>{alternatives(words.BETTER)})))"
)


def _state(passage: Passage, first: Figure, last: Figure) -> Said | None:
    """汛情正在加剧。水位29.8米，当晚29.1米，今晨28.4米: a state that gets worse, and what it is measured by."""
    low, high = max(passage.span.start, first.start - _BACK), min(passage.span.end, last.end + _AHEAD)
    match = _STATES.search(passage.text, low, high)
    if (
        match is None
        or first.start < match.start() < last.end
        or _NOT_SO.search(passage.text[match.start() : match.end()])
    ):
        return None
    for states, measures, way in words.STATES_AND_MEASURES:
        if match["state"] in states.split() and any(measure in first.lead for measure in measures.split()):
            return Said(Span(*match.span("verb")), way if match["up"] else -way)
    return None


def _without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


def _read(match: re.Match[str], clause: str, start: int) -> Said | None:
    if _NOT_SO.search(clause):
        return None
    return Said(Span(start + match.start(), start + match.end()), 1 if match["up"] or match["more"] else -1)


# --- judging ---------------------------------------------------------------------------------------------------


def wrong_direction(analysis: Analysis) -> Iterator[Hit]:
    """A rise said of two values that fall, or of a series that does, or the reverse."""
    yield from rates.growth_direction(analysis)
    for passage in passages(analysis):
        for course in courses(passage):
            said = [one for one in said_of(passage, course) if one.way == -course.way]
            if course.way and said:
                yield _hit(passage.text, course, said[0])


def _hit(text: str, course: Course, said: Said) -> Hit:
    first, last = course.levels[0], course.levels[-1]
    sign = ">" if said.way > 0 else "<"
    values: dict[str, str | Word] = {
        "written": text[said.span.start : said.span.end],
        "start": first.mention.text,
        "end": last.mention.text,
        "said": Word("way.up" if said.way > 0 else "way.down"),
        "meant": Word("way.down" if said.way > 0 else "way.up"),
    }
    places = sorted((first, last), key=lambda figure: figure.start)
    evidence = (SpanEvidence(one.start, one.end, one.mention.text) for one in places)
    working = Derivation(f" {sign} ".join(figure.core for figure in course.levels))
    return Hit(said.span, values, (*evidence, working), against=said.span.start)
