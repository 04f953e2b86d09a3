"""A count of years in, the beginning that the text counts it from and the year that it runs to out."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.checks.days import alternatives, mentions_in, paragraph_at, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import FOUNDINGS, PERSONAL_BEGINNINGS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.values import Frozen

_DEATH = ("逝世", "去世", "病逝", "辞世", "离世", "牺牲", "就义", "遇难", "殉职", "殉难")
LIFE = ("出生", "生于", "诞辰", *_DEATH)
FOUNDING = alternatives((*FOUNDINGS, *LIFE))
_AFTER_YEAR = re.compile(
    rf"(?:(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:[0-9]{{1,3}}日)?|[初底末春夏秋冬]|暑假|寒假|年初|年底)?(?:[天季])?[，,]?(?P<gap>[^，。；：、“”（）]{{0,12}}?)(?P<verb>{FOUNDING})"
)
_BEFORE_YEAR = re.compile(
    rf"(?P<verb>{FOUNDING}|[始兴修筹重]?建)(?:[^，。；：、]{{0,6}})?(?:于|在|自|从|(?<=生于))(?:[\u4e00-\u9fff]{{2,8}}年?[（(])?$"
)
_FIRST_HELD = re.compile(r"(?P<verb>首届|第一届|首次|头一届)[^，。；：]{0,12}$")
_SINCE = re.compile(r"(?:自|从|继|始于|起于|肇始于|发端于)$")
NOT_START = re.compile(r"(?:到|至|截至|比|较|—|-|～|将于|预计|计划|直到|直至)$")


class Start(Frozen):
    """A year from which the text counts, and the verb that says what began."""

    mention: Mention
    year: int
    verb: str


class Count(Frozen):
    """A count of years: where it starts, the year up to which it runs, and the text between."""

    start: Start
    until: int
    """The likeliest year up to which it runs."""
    between: str
    others: tuple[int, ...] = ()
    """Other years up to which it may run: 今年 in a report of 2022."""

    @property
    def years(self) -> int:
        """The years between."""
        return self.until - self.start.year

    @property
    def all_years(self) -> tuple[int, ...]:
        """The years between, for each year up to which the count may run."""
        return tuple(until - self.start.year for until in (self.until, *self.others) if until >= self.start.year)


# --- where a count begins and ends ---------------------------------------------------------------------------

_CARRIES_ON = re.compile(
    r"[\s“]*(?:今年|如今|到今年|至今|迄今|转眼|眼下|现在|目前|截至目前|截至今年|今|\d{4}年|一晃|它|该|这[一个届座所家项支]|其|每年|一年一度|两年一[届度]|[\u4e00-\u9fff]{0,4}今年)"
)


def scope_of(text: str, mention: Mention) -> Span:
    """The sentence of a count; with the one before where it goes on about the same: 今年迎来第15届."""
    sentence = sentence_at(text, mention.start)
    if sentence.start > 1 and text[sentence.start - 1] != "\n" and _CARRIES_ON.match(text, sentence.start, mention.end):
        return Span(sentence_at(text, sentence.start - 2).start, sentence.end)
    return sentence


def starts_in(analysis: Analysis, scope: Span) -> list[Start]:
    """The years with a verb of beginning, in the order of the text."""
    text = analysis.document.text
    found: list[Start] = []
    for mention in mentions_in(analysis, scope):
        stamp = stamp_of(mention)
        if stamp is None or stamp.year is None or not writes_year(mention):
            continue
        head = text[max(scope.start, mention.start - 16) : mention.start]
        if NOT_START.search(head):
            continue
        verb = _BEFORE_YEAR.search(head) or _FIRST_HELD.search(head) or _begun_after(text, mention.end, scope.end)
        if verb is not None or _SINCE.search(head):
            found.append(Start(mention, stamp.year, verb["verb"] if verb else ""))
    return found


_CELEBRATES = re.compile(r"迎来|喜迎|恰逢|适逢|正值|庆祝|纪念")


def _begun_after(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb behind a year: 1985年建院; none where the year is that of the celebration: 2025年迎来建院40周年."""
    match = _AFTER_YEAR.match(text, start, end)
    if match is None or _CELEBRATES.search(match["gap"]) or (match["verb"] == "起" and match["gap"].endswith("一")):
        return None
    return None if _COUNT_BEHIND.match(text, match.end("verb")) else match  # 2019年举办开馆10周年特展


_TO_YEAR = re.compile(
    r"(?P<word>今年|如今|转眼|一晃|至今|迄今|距今|现在|目前|眼下|今天|昨天|昨日|昨晚|昨夜|今日|今晚|明天|明日|明晚|后天|下周|下月|日前|近日|本月|本周|上周|这个月|上月|去年|明年|来年|本届|本次|此次)"
)
_SHIFTS = {"去年": -1, "明年": 1, "来年": 1}


def start_after(analysis: Analysis, mention: Mention, noun: str) -> Start | None:
    """The beginning told behind a count that names it: 撤县设市40周年。1995年，该县撤县设市."""
    text = analysis.document.text
    end = sentence_at(text, min(sentence_at(text, mention.end).end + 1, len(text))).end
    starts = [start for start in starts_in(analysis, Span(mention.end, end)) if may_begin(noun, start.verb)]
    if len({start.year for start in starts}) == 1:
        return starts[0]
    dates = [other for other in mentions_in(analysis, Span(mention.end, end)) if stamp_of(other) and writes_year(other)]
    if len(dates) == 1 and noun in text[dates[0].end : end]:
        stamp = stamp_of(dates[0])
        return Start(dates[0], stamp.year, noun) if stamp is not None and stamp.year is not None else None
    beside = next((other for other in mentions_in(analysis, Span(mention.end, mention.end + 10))), None)
    stamp = stamp_of(beside) if beside is not None else None
    if beside is None or stamp is None or stamp.year is None or not writes_year(beside):
        return None
    return Start(beside, stamp.year, noun) if _DASH.fullmatch(text, mention.end, beside.start) else None


_DASH = re.compile(r"——|[（(：]")


def count_to(analysis: Analysis, mention: Mention, start: Start, *, default: bool) -> Count | None:
    """The count of years that ends in `mention`; `default`: to the article's year where nothing else is said."""
    text = analysis.document.text
    gap = Span(start.mention.end, mention.start)
    if start.mention.start > mention.start:
        gap = Span(sentence_at(text, mention.start).start, mention.start)
    between = text[gap.start : gap.end]
    until = [year for year in _until(analysis, gap, between, default=default) if year >= start.year]
    return Count(start, until[0], between, tuple(until[1:])) if until else None


_STORY_YEARS = 2
"""Years at most that a text may name between beginning and count, lest it be unsure which one the count runs to."""


def _until(analysis: Analysis, gap: Span, between: str, *, default: bool) -> list[int]:
    """The years up to which a count may run, the likeliest first: years named before it, 今年, the article's."""
    begun = {start.mention for start in starts_in(analysis, gap)}
    years = {
        stamp.year
        for other in mentions_in(analysis, gap)
        if (stamp := stamp_of(other)) is not None and stamp.year is not None and writes_year(other)
        if other not in begun
    }
    if len(years) > _STORY_YEARS:
        return []
    found = sorted(years, reverse=True)
    today = analysis.document.date
    words = [match["word"] for match in _TO_YEAR.finditer(between)]
    if today is not None and (words or (default and not found)):
        found.append(today.year + _SHIFTS.get(words[-1], 0) if words else today.year)
    return list(dict.fromkeys(found))


def only_start(analysis: Analysis, mention: Mention, scope: Span, noun: str = "") -> Start | None:
    """The one beginning before a count; of several the one whose verb the count repeats (1995年建厂……建厂30周年)."""
    starts = [start for start in starts_in(analysis, scope) if start.mention.end <= mention.start]
    cut = analysis.document.text.rfind("；", scope.start, mention.start)
    starts = [start for start in starts if start.mention.start > cut] or starts
    if noun and len(starts) > 1:
        starts = [start for start in starts if start.verb == noun]
    if not noun:
        starts = [start for start in starts if start.verb not in LIFE]
    return starts[0] if len({start.year for start in starts}) == 1 else None


_NEAR = 160
"""Code points before a count, half as many behind it, in which what it counts from is looked for."""


def named_start(analysis: Analysis, mention: Mention, noun: str) -> Start | None:
    """The one year of the paragraph in which what a count names (上市20周年) was done: 2012年在深交所上市."""
    text = analysis.document.text
    found: list[Start] = []
    paragraph = paragraph_at(text, mention.span)
    near = Span(max(paragraph.start, mention.start - _NEAR), min(paragraph.end, mention.end + _NEAR // 2))
    for other in mentions_in(analysis, near):
        stamp = stamp_of(other)
        if stamp is not None and stamp.year is not None and writes_year(other) and _is_done_in(text, other, noun):
            found.append(Start(other, stamp.year, noun))
    return found[0] if len({start.year for start in found}) == 1 else None


def _is_done_in(text: str, year: Mention, noun: str) -> bool:
    """Whether the clause of a year says that it was done then: 2012年在深交所上市, 上市于2012年."""
    head, tail = text[max(0, year.start - 20) : year.start], text[year.end : year.end + 32]
    if NOT_START.search(head):
        return False
    for at in _places(tail, noun):
        if _TO_VERB.fullmatch(tail, 0, at) and _COUNT_BEHIND.match(tail, at + len(noun)) is None:
            return True
    return any(_FROM_VERB.fullmatch(head, at + len(noun)) for at in _places(head, noun))


def _places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text) - len(word) + 1) if text.startswith(word, at)]


_TO_VERB = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}[日号])?|[初底末春夏秋冬][天季]?|年初|年底)?[，,]?[^，。；：“”（）0-9\n]{0,22}"
)
_FROM_VERB = re.compile(
    r"(?:的?(?:时间|日期))?(?:[^，。；：、0-9\n]{0,6}?)(?:于|在|自|从|是|为|：)(?:[\u4e00-\u9fff]{2,8}年?[（(])?"
)
_COUNT_BEHIND = re.compile(
    r"(?:了|的|已|满|整|第|约|近)*[0-9一二三四五六七八九十百两]+(?:多|余)?(?:周年|年|岁|载|个年头)"
)


def count_hit(mention: Mention, count: Count, expected: str, working: str) -> Hit:
    """A count that does not fit, with its beginning and the reckoning as evidence."""
    first = count.start.mention
    values = {"written": mention.text, "start": str(count.start.year), "until": str(count.until), "expected": expected}
    evidence = (SpanEvidence(first.start, first.end, first.text), Derivation(working))
    return Hit(mention.span, values, evidence, expected, against=mention.start)


def admits(mention: Mention, low: int, high: int) -> bool:
    """Whether the figure, hedge and rounding allowed, can be a whole number from `low` to `high`."""
    admitted = mention.quantity.admits()
    least, most = admitted.low, admitted.high
    return (least is None or least <= high) and (most is None or most >= low)


_OTHERS = frozenset("建党 建军 建交 建国 建市 建县 建区".split())
_BEGUN = frozenset("成立 创办 创立 创建 创刊 创始 始建 建立 组建 设立 诞生 开办 兴建 建成 首办 首次 首届".split())


def may_begin(noun: str, verb: str) -> bool:
    """Whether the noun of an anniversary may be of what the verb began: 建院50周年 of 建院, 成立, 创建 and the like."""
    if noun in _DEATH and verb in _DEATH:
        return True
    if noun == verb or noun[-1] == "庆":
        return verb not in LIFE
    if noun == "诞辰" or verb in LIFE:
        return noun == "诞辰" and verb in ("出生", "生于", "诞生")
    if not verb or noun in _OTHERS or verb in _OTHERS:
        return not verb and noun not in _OTHERS
    if noun[0] == verb[0] or (noun[-1] == verb[-1] and noun[0] in "开建办创" and verb[0] in "开建办创"):
        return True
    return (verb in _BEGUN or verb[0] == "建") and (noun in _BEGUN or noun[0] == "建")


PERSON = re.compile(
    r"[他她]|老人|老师|师傅|院长|校长|馆长|队长|厂长|会长|理事长|董事长|经理|负责人|创始人|团长|站长|所长|台长|社长|主编"
    r"|主任|医生|医师|书记|先生|女士|职工|员工|工人|护士"
)


def is_of_somebody(start: Start, mention: Mention, text: str) -> bool:
    """Whether an institution began, but the years may be those of somebody in it."""
    if not start.verb or start.verb in PERSONAL_BEGINNINGS:
        return False
    return PERSON.search(text, start.mention.end, mention.start) is not None
