"""Anniversaries and editions in, those that the beginning told in the article does not give out: 周年, 届, N岁生日."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.beginnings import (
    FOUNDING,
    Count,
    admits,
    count_hit,
    count_to,
    is_of_somebody,
    may_begin,
    only_start,
    scope_of,
    start_after,
)
from figcheck.checks.days import alternatives, is_quoted
from figcheck.data.calendar_words import FIRST_EDITIONS, NOT_YEARLY, PERSONAL_BEGINNINGS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence

# --- 周年 ----------------------------------------------------------------------------------------------------

_OWN = re.compile(
    r"(?P<lead>(?:“|整整|已有|《[^》]{1,12}》|该.|全[县市]|我[县市校院]|本[校院馆市县]|迎来|喜迎|举行|举办|迎接|恰逢|适逢|欣逢|正逢|正值|走过|庆祝|纪念|庆贺|即将|今年|度过|迎|满|整|已|是|过|为|将|在|到|的|了|其|它|他|她|我|自己|也|自身|第|，|、)*)"
    rf"(?P<noun>{FOUNDING}|[院校馆店厂社台]庆|问世|办学)?(?:了|的|已|满|整|第)*$"
)
_CLAUSE = re.compile(r"[，。；：、]")
_SOON = re.compile(r"即将|将迎来|将满|前夕|将于|倒计时|快要|明年")


def anniversary_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """1985年建院的医院今年迎来建院50周年: an anniversary that the year of founding does not give."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if not _is_anniversary(text, mention):
            continue
        bracketed = _bracketed_span(text, mention)
        if bracketed is not None:
            yield bracketed
            continue
        scope = scope_of(text, mention)
        lead = _own_lead(text, scope, mention)
        if lead is None or is_quoted(text, mention.start):
            continue
        start = only_start(analysis, mention, scope, lead)
        if start is None and lead:
            start = start_after(analysis, mention, lead)
        if start is None or (lead and not may_begin(lead, start.verb)):
            continue
        if mention.text.endswith("岁") and (
            start.verb in ("", *PERSONAL_BEGINNINGS) or is_of_somebody(start, mention, text)
        ):
            continue
        count = count_to(analysis, mention, start, default=False)
        if count is None:
            continue
        allowed = {count.years, count.years - 1} | ({count.years + 1} if _SOON.search(count.between) else set())
        if not admits(mention, min(allowed), max(allowed)):
            assert mention.quantity.unit is not None
            working = f"{count.until} − {start.year} = {count.years}"
            yield count_hit(mention, count, f"{count.years}{mention.quantity.unit.symbol}", working)


_BIRTHDAY = re.compile(r"”?(?:的)?(?:生日|华诞|寿辰|高龄|了)")


def _is_anniversary(text: str, mention: Mention) -> bool:
    """建院50周年, or a birthday that may be an institution's."""
    unit = mention.quantity.unit
    if unit is None or mention.quantity.number is None:
        return False
    if unit.symbol == "岁":
        return _BIRTHDAY.match(text, mention.end) is not None
    return mention.quantity.kind == "duration" and unit.symbol == "周年"


_SPAN = re.compile(r"[（(](?P<first>[12][0-9]{3})年?\s?(?:[—–~～─－-]{1,3}|至)\s?(?P<last>[12][0-9]{3})年?[）)]")


def _bracketed_span(text: str, mention: Mention) -> Hit | None:
    """成立50周年（1985—2025）."""
    match = _SPAN.match(text, mention.end)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"])
    if last <= first or admits(mention, last - first, last - first):
        return None
    expected = f"{last - first}周年"
    values = {"written": mention.text, "start": match["first"], "until": match["last"], "expected": expected}
    evidence = (SpanEvidence(*match.span(), match.group()), Derivation(f"{last} − {first} = {last - first}"))
    return Hit(mention.span, values, evidence, expected, against=mention.start)


def _own_lead(text: str, scope: Span, mention: Mention) -> str | None:
    """The verb between the clause's head and the count (建院50周年), "" for none; None for something else."""
    start = max(scope.start, mention.start - 24)
    head = text[start : mention.core_start]
    cut = max((match.end() for match in _CLAUSE.finditer(head)), default=0)
    clause = head[cut:]
    match = _OWN.search(clause)
    if match is None or (match.start() and not match["lead"]):
        return None  # 新中国成立, 改革开放: something else than what began in the text
    return match["noun"] or ""


# --- 届 ------------------------------------------------------------------------------------------------------

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
        scope = scope_of(text, mention)
        rhythm = _EVERY.search(text, scope.start, scope.end)
        start = only_start(analysis, mention, scope)
        if (
            start is None
            or (start.verb and start.verb not in FIRST_EDITIONS)
            or is_quoted(text, mention.start)
            or _is_unsure(text[scope.start : scope.end])
        ):
            continue
        count = count_to(analysis, mention, start, default=quantity.kind != "ordinal")
        if count is not None:
            yield from _judge_edition(
                mention, count, rhythm, steady=bool(_UNBROKEN.search(text, scope.start, scope.end))
            )


def _is_unsure(words: str) -> bool:
    """Whether editions may have been skipped or doubled; 从未间断 says the contrary."""
    for unbroken in _UNBROKEN.finditer(words):
        words = words.replace(unbroken.group(), "")
    return _UNSURE.search(words) is not None


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
        yield count_hit(mention, count, f"第{expected}届", working)
