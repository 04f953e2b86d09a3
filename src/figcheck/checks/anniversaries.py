"""A beginning and a count of years from it in, counts that the years between do not give out: 周年, 届, 年头, N年来."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.checks.days import alternatives, is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import FOUNDINGS, NOT_YEARLY
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence

_LIFE = ("出生", "生于", "诞辰", "逝世", "去世", "牺牲", "就义", "遇难")
_FOUNDING = alternatives((*FOUNDINGS, *_LIFE))
_AFTER_YEAR = re.compile(
    rf"(?:(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:[0-9]{{1,3}}日)?|[初底末春夏秋冬]|暑假|寒假|年初|年底)?(?:[天季])?[，,]?(?![^，。；]{{0,10}}(?:迎来|喜迎|恰逢|适逢|正值|庆祝|纪念))(?:[^，。；：、“”（）]{{0,12}}?)(?P<verb>{_FOUNDING})"
)
_BEFORE_YEAR = re.compile(rf"(?P<verb>{_FOUNDING}|[始兴修筹重]?建)(?:[^，。；：、]{{0,6}})?(?:于|在|自|从)$")
_SINCE = re.compile(r"(?:自|从|继|始于|起于|肇始于|发端于)$")
_NOT_START = re.compile(r"(?:到|至|截至|比|较|—|-|～|将于|预计|计划|直到|直至)$")


@dataclass(frozen=True, slots=True)
class Start:
    """A year from which the text counts, and the verb that says what began."""

    mention: Mention
    year: int
    verb: str


@dataclass(frozen=True, slots=True)
class Count:
    """A count of years: where it starts, the year up to which it runs, and the text between."""

    start: Start
    until: int
    between: str

    @property
    def years(self) -> int:
        """The years between."""
        return self.until - self.start.year


# --- where a count begins and ends --------------------------------------------------------------------------------------

_CARRIES_ON = re.compile(
    r"[\s“]*(?:今年|如今|到今年|至今|迄今|转眼|眼下|现在|目前|截至目前|截至今年|今|\d{4}年|一晃|它|该|这[一个届座所家项支]|其|每年|一年一度|两年一[届度]|[\u4e00-\u9fff]{0,4}今年)"
)


def _scope(text: str, mention: Mention) -> Span:
    """The sentence of a count; with the one before where it goes on about the same: 今年迎来第15届."""
    sentence = sentence_at(text, mention.start)
    if sentence.start > 1 and text[sentence.start - 1] != "\n" and _CARRIES_ON.match(text, sentence.start, mention.end):
        return Span(sentence_at(text, sentence.start - 2).start, sentence.end)
    return sentence


def _starts(analysis: Analysis, scope: Span) -> list[Start]:
    """The years with a verb of beginning, in the order of the text."""
    text = analysis.document.text
    found: list[Start] = []
    for mention in mentions_in(analysis, scope):
        stamp = stamp_of(mention)
        if stamp is None or stamp.year is None or not writes_year(mention):
            continue
        head = text[max(scope.start, mention.start - 16) : mention.start]
        if _NOT_START.search(head):
            continue
        verb = _BEFORE_YEAR.search(head) or _AFTER_YEAR.match(text, mention.end, scope.end)
        if verb is not None or _SINCE.search(head):
            found.append(Start(mention, stamp.year, verb["verb"] if verb else ""))
    return found


_TO_YEAR = re.compile(r"(?P<word>今年|如今|至今|迄今|距今|现在|目前|眼下|今天|截至目前|去年|明年|来年)")
_SHIFTS = {"去年": -1, "明年": 1, "来年": 1}


def _count(analysis: Analysis, mention: Mention, start: Start, *, default: bool) -> Count | None:
    """The count of years that ends in `mention`; `default`: to the article's year where nothing else is said."""
    text = analysis.document.text
    between = text[start.mention.end : mention.start]
    until = _until(analysis, Span(start.mention.end, mention.start), between, default=default)
    return Count(start, until, between) if until is not None and until >= start.year else None


def _until(analysis: Analysis, gap: Span, between: str, *, default: bool) -> int | None:
    years = [
        stamp.year
        for other in mentions_in(analysis, gap)
        if (stamp := stamp_of(other)) is not None and stamp.year is not None and writes_year(other)
    ]
    if len(years) > 1:
        return None
    today = analysis.document.date
    words = [match["word"] for match in _TO_YEAR.finditer(between)]
    if years:
        return years[0] if not words else None
    if today is None or not (words or default):
        return None
    return today.year + _SHIFTS.get(words[-1], 0) if words else today.year


def _only_start(analysis: Analysis, mention: Mention, scope: Span, noun: str = "") -> Start | None:
    """The one beginning before a count; of several the one whose verb the count repeats (1995年建厂……建厂30周年)."""
    starts = [start for start in _starts(analysis, scope) if start.mention.end <= mention.start]
    if noun and len(starts) > 1:
        starts = [start for start in starts if start.verb == noun]
    if not noun:
        starts = [start for start in starts if start.verb not in _LIFE]
    return starts[0] if len({start.year for start in starts}) == 1 else None


def _hit(mention: Mention, count: Count, expected: str, working: str) -> Hit:
    first = count.start.mention
    values = {"written": mention.text, "start": str(count.start.year), "until": str(count.until), "expected": expected}
    evidence = (SpanEvidence(first.start, first.end, first.text), Derivation(working))
    return Hit(mention.span, values, evidence, expected, against=mention.start)


# --- 周年 ----------------------------------------------------------------------------------------------------------------

_OWN = re.compile(
    r"(?P<lead>(?:迎来|喜迎|恰逢|适逢|欣逢|正逢|正值|走过|庆祝|纪念|庆贺|即将|今年|度过|迎|满|整|已|是|过|为|将|在|到|的|了|其|它|自己|自身|第|，|、)*)"
    rf"(?P<noun>{_FOUNDING}|[院校馆店厂社台]庆|问世|办学)?(?:了|的|已|满|整|第)*$"
)
_CLAUSE = re.compile(r"[，。；：、]")
_SOON = re.compile(r"即将|将迎来|将满|前夕|将于|倒计时|快要|明年")


def anniversary_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """1985年建院的医院今年迎来建院50周年: an anniversary that the year of founding in the same sentence does not give."""
    text = analysis.document.text
    for mention in analysis.mentions:
        unit = mention.quantity.unit
        if (
            mention.quantity.kind != "duration"
            or unit is None
            or unit.symbol != "周年"
            or mention.quantity.number is None
        ):
            continue
        bracketed = _bracketed_span(text, mention)
        if bracketed is not None:
            yield bracketed
            continue
        scope = _scope(text, mention)
        lead = _own_lead(text, scope, mention)
        if lead is None or is_quoted(text, mention.start):
            continue
        start = _only_start(analysis, mention, scope, lead)
        if start is None or (lead and not _fits(lead, start.verb)):
            continue
        count = _count(analysis, mention, start, default=False)
        if count is None:
            continue
        allowed = {count.years, count.years - 1} | ({count.years + 1} if _SOON.search(count.between) else set())
        if not _admits(mention, min(allowed), max(allowed)):
            working = f"{count.until} − {start.year} = {count.years}"
            yield _hit(mention, count, f"{count.years}周年", working)


_SPAN = re.compile(r"[（(](?P<first>[12][0-9]{3})年?\s?(?:[—–~～─－-]{1,3}|至)\s?(?P<last>[12][0-9]{3})年?[）)]")


def _bracketed_span(text: str, mention: Mention) -> Hit | None:
    """成立50周年（1985—2025）."""
    match = _SPAN.match(text, mention.end)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"])
    if last <= first or _admits(mention, last - first, last - first):
        return None
    expected = f"{last - first}周年"
    values = {"written": mention.text, "start": match["first"], "until": match["last"], "expected": expected}
    evidence = (SpanEvidence(*match.span(), match.group()), Derivation(f"{last} − {first} = {last - first}"))
    return Hit(mention.span, values, evidence, expected, against=mention.start)


def _own_lead(text: str, scope: Span, mention: Mention) -> str | None:
    """The verb between the clause's head and the count (建院50周年), "" for none; None where something else is counted."""
    start = max(scope.start, mention.start - 24)
    head = text[start : mention.core_start]
    cut = max((match.end() for match in _CLAUSE.finditer(head)), default=0)
    clause = head[cut:]
    match = _OWN.search(clause)
    if match is None or (match.start() and not match["lead"]):
        return None  # 新中国成立, 改革开放: something else than what began in the text
    return match["noun"] or ""


_OTHERS = frozenset("建党 建军 建交 建国 建市 建县 建区".split())
_BEGUN = frozenset("成立 创办 创立 创建 创刊 创始 始建 建立 组建 设立 诞生 开办 兴建 建成 首办 首次 首届".split())


def _fits(noun: str, verb: str) -> bool:
    """Whether the noun of an anniversary may be of what the verb began: 建院50周年 of 建院, 成立, 创建 and the like."""
    if noun == verb or noun[-1] == "庆":
        return verb not in _LIFE
    if noun == "诞辰" or verb in _LIFE:
        return noun == "诞辰" and verb in ("出生", "生于", "诞生")
    if not verb or noun in _OTHERS or verb in _OTHERS:
        return not verb and noun not in _OTHERS
    return (verb in _BEGUN or verb[0] == "建") and (noun in _BEGUN or noun[0] == "建")


def _admits(mention: Mention, low: int, high: int) -> bool:
    """Whether the figure, hedge and rounding allowed, can be a whole number from `low` to `high`."""
    admitted = mention.quantity.admits()
    least, most = admitted.low, admitted.high
    return (least is None or least <= high) and (most is None or most >= low)


# --- 届 ----------------------------------------------------------------------------------------------------------------

_EVERY = re.compile(
    r"(?P<two>两年一[届度次]|每两年|两年(?:举办|举行)一[届次]|隔年|每隔一年)|(?P<four>四年一[届度次]|每四年)|(?P<three>三年一[届度次]|每三年)"
    r"|(?P<one>一年一[届度次]|每年(?:举办|举行|都办|定期举办|固定举办|秋天|夏天)?(?:一[届次])?|年年)"
)
_UNBROKEN = re.compile(r"从未间断|从不间断|一届不落|从未中断|没有间断|没断过|未曾间断|连续")
_UNSURE = re.compile(alternatives(NOT_YEARLY))
_HELD = re.compile(r"(?:举办|举行|办|开|评选|颁发)(?:了|过|至)*$")
_PANDEMIC = range(2020, 2023)


def edition_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """创办于2012年、每年一届的诗歌节，今年迎来第15届: an edition that the first year and the rhythm do not give."""
    text = analysis.document.text
    for mention in analysis.mentions:
        quantity = mention.quantity
        if quantity.unit is None or quantity.unit.symbol != "届" or quantity.number is None:
            continue
        if quantity.kind != "ordinal" and not _HELD.search(text[max(0, mention.start - 8) : mention.start]):
            continue
        scope = _scope(text, mention)
        rhythm = _EVERY.search(text, scope.start, scope.end)
        start = _only_start(analysis, mention, scope)
        if start is None or is_quoted(text, mention.start) or _UNSURE.search(text, scope.start, scope.end):
            continue
        count = _count(analysis, mention, start, default=quantity.kind != "ordinal")
        if count is not None:
            yield from _judge_edition(
                mention, count, rhythm, steady=bool(_UNBROKEN.search(text, scope.start, scope.end))
            )


def _judge_edition(mention: Mention, count: Count, rhythm: re.Match[str] | None, *, steady: bool) -> Iterator[Hit]:
    every = {"two": 2, "three": 3, "four": 4}.get(rhythm.lastgroup or "", 1) if rhythm else 1
    expected, rest = divmod(count.years, every)
    expected += 1
    said = mention.quantity.number
    assert said is not None
    too_many = said > expected + (1 if rest or not rhythm else 0)
    if mention.quantity.kind != "ordinal":
        rest = 1  # 已举办N届: with or without this year's
    skipped = any(count.start.year < year <= count.until for year in _PANDEMIC)
    too_few = rhythm is not None and said < expected and (steady or not skipped) and not rest
    if too_many or too_few:
        step = f" ÷ {every}" if every > 1 else ""
        working = f"({count.until} − {count.start.year}){step} + 1 = {expected}"
        yield _hit(mention, count, f"第{expected}届", working)


# --- 年头, 年来, 至今 ----------------------------------------------------------------------------------------------------

_RUNS = re.compile(
    r"(?:多|余)?(?:来|间|以来|里|的?时间|的?历史|的?风雨|的?历程|的?光阴|的?岁月|了|之久|过去|有余|[，。；]|$)"
)
_RUN_LEAD = re.compile(
    r"(?:至今|迄今|距今|距今已有?|已有|已经有|有着|具有|拥有|走过|历时|历经|坚持|坚守|整整|足足|度过|已|已经|长达|时隔|相隔|阔别|一干就是|一守就是|一干|一做就是|，|过去|近|约|累计|这)(?:了|已|有|已有|近|约)*$"
)
_OTHER_COUNT = re.compile(
    r"每|用了|花了|耗时|仅用|间隔|此后|之后|随后|后的|再过|连续|头|前|合同|任期|为期|期限|提前|后来|其中|判|刑|最近|近些|过去的?$|最"
)


def years_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """自2003年……至今，32年来; 2016年起步，今年已进入第12个年头; 始建于1368年，距今400多年."""
    text = analysis.document.text
    for mention in analysis.mentions:
        kind = _kind_of_count(text, mention)
        if kind is None or is_quoted(text, mention.start):
            continue
        scope = _scope(text, mention)
        start = _only_start(analysis, mention, scope)
        if start is None or not _is_alone(analysis, start, mention) or _of_somebody(start, mention, text):
            continue
        count = _count(analysis, mention, start, default=_to_this_day(text, mention))
        if count is None or _OTHER_COUNT.search(count.between[-12:]):
            continue
        low, high = (count.years, count.years + 1) if kind == "年头" else (count.years - 1, count.years + 1)
        slack = _slack(mention, count.years)
        if not _admits(mention, low - slack, high + slack):
            first = 1 if kind == "年头" else 0
            working = f"{count.until} − {start.year}{' + 1' if first else ''} = {count.years + first}"
            yield _hit(
                mention,
                count,
                f"{'第' if mention.text.startswith('第') else ''}{count.years + first}{kind if kind == '年' else '个年头'}",
                working,
            )


def _kind_of_count(text: str, mention: Mention) -> str | None:
    quantity = mention.quantity
    if quantity.unit is None or quantity.number is None:
        return None
    symbol = quantity.unit.symbol
    if symbol == "个年头":
        return "年头"
    if quantity.kind != "duration" or symbol not in ("年", "载") or quantity.number < 2:
        return None
    if not _RUNS.match(text, mention.end) or not _RUN_LEAD.search(text[max(0, mention.start - 8) : mention.start]):
        return None
    return "年"


_SINCE_THEN = re.compile(r"(?:(?:时隔|相隔|阔别)(?:了|近|约)?|已经?走过了?)$")


def _to_this_day(text: str, mention: Mention) -> bool:
    """Whether the words themselves say that the count runs to the article's day: N年来, 已有N年历史, 时隔N年."""
    head = text[max(0, mention.start - 4) : mention.start]
    return bool(
        _HISTORY.match(text, mention.end)
        or _SINCE_THEN.search(head)
        or (text.startswith("来", mention.end) and head[-1:] == "，")
    )


_HISTORY = re.compile(r"(?:多|余)?(?:的|办学|建校|建城|建院)?历史")
_PERSON = re.compile(
    r"[他她]|老人|老师|师傅|院长|校长|馆长|队长|厂长|会长|理事长|董事长|经理|负责人|创始人|团长|站长|所长|台长|社长|主编|主任|医生|医师|书记|先生|女士|职工|员工|工人|护士"
)
_PERSONAL = frozenset(
    "开始 起 从事 从教 从医 从军 从业 从艺 入职 入行 入伍 参军 参加工作 进厂 当兵 下乡 来到 加入 担任 扎根 落户 回乡 返乡 献血 守护 坚守 第一次".split()
)


def _of_somebody(start: Start, mention: Mention, text: str) -> bool:
    """Whether an institution began, but the years may be those of somebody in it."""
    if not start.verb or start.verb in _PERSONAL:
        return False
    return _PERSON.search(text, start.mention.end, mention.start) is not None


def _slack(mention: Mention, years: int) -> int:
    """Round counts of centuries are loose: 距今600年 of 657 years, 距今700年 of 657."""
    said = mention.quantity.number
    if said is None or said < 100 or said % 10:
        return 0
    return years // 10 if said % 100 == 0 else years // 20


def _is_alone(analysis: Analysis, start: Start, mention: Mention) -> bool:
    """Whether no other count of years stands between, which the second might go on from."""
    between = mentions_in(analysis, Span(start.mention.end, mention.start))
    return not any(
        other.quantity.unit is not None and other.quantity.unit.symbol in ("年", "个年头", "周年", "岁", "周岁", "载")
        for other in between
    )


_AGO = re.compile(r"前(?:的|[（(，,]|，?即|，也就是)?(?:那个|在)?$")


def years_ago_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """20年前的2015年: a year that is not so many years before the article's."""
    text, today = analysis.document.text, analysis.document.date
    if today is None:
        return
    for at, mention in enumerate(analysis.mentions[1:]):
        before = analysis.mentions[at]
        stamp = stamp_of(mention)
        unit = before.quantity.unit
        if (
            stamp is None
            or stamp.year is None
            or not writes_year(mention)
            or unit is None
            or unit.symbol not in ("年", "载")
        ):
            continue
        gap = text[before.end : mention.start]
        if (
            len(gap) > 6
            or not _AGO.fullmatch(gap)
            or before.quantity.kind != "duration"
            or is_quoted(text, mention.start)
        ):
            continue
        years = today.year - stamp.year
        if before.quantity.number is not None and not _admits(before, years - 1, years + 1):
            values = {
                "written": before.text,
                "start": str(stamp.year),
                "until": str(today.year),
                "expected": f"{years}年",
            }
            working = Derivation(f"{today.year} − {stamp.year} = {years}")
            yield Hit(
                before.span, values, (SpanEvidence(mention.start, mention.end, mention.text), working), f"{years}年"
            )
