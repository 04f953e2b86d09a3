"""Anniversaries in, those that the beginning told in the article does not give out: 周年, N岁生日, 金婚."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.ages import births
from figcheck.checks.beginnings import (
    LIFE,
    Count,
    Start,
    admits,
    count_hit,
    count_to,
    is_of_somebody,
    may_begin,
    named_start,
    only_start,
    scope_of,
    start_after,
)
from figcheck.checks.days import alternatives, is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.checks.lone_years import has_come, lone_count
from figcheck.checks.year_pairs import of_its_beginning
from figcheck.data.calendar_words import COMMEMORATED, FOUNDINGS, PERSONAL_BEGINNINGS, WEDDINGS
from figcheck.model import Analysis, Derivation, Hit, Mention, Quantity, Span, SpanEvidence

# --- 周年 ----------------------------------------------------------------------------------------------------

_OWN = re.compile(
    r"(?P<lead>(?:“|整整|已有|《[^》]{1,12}》|该.|全[县市]|我[县市校院]|本[校院馆市县]|迎来|喜迎|举行|举办|迎接|恰逢|适逢|欣逢|正逢|正值|走过|庆祝|纪念|庆贺|即将|今年|如今|眼下|现在|至今|昨天|昨日|昨晚|今天|今日|今晚|明天|明日|明晚|后天|刚刚|刚好|正好|恰好|正式|度过|迎|年满|满|整|已|是|过|为|将|在|到|的|了|其|它|他|她|我|自己|也|自身|第|，|、)*)"
    rf"(?P<noun>{alternatives((*FOUNDINGS, *LIFE, *COMMEMORATED))}|[院校馆店厂社台]庆)?(?:了|的|已|满|整|第|正式)*$"
)
_CLAUSE = re.compile(r"[，。；：、]")
_SOON = re.compile(r"即将|将迎来|将满|前夕|将于|倒计时|快要|明年")


def anniversary_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """1985年建院的医院今年迎来建院50周年, 2012年上市……上市20周年: one that the year of the beginning does not give."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if not _is_anniversary(text, mention):
            continue
        bracketed = _bracketed_span(text, mention)
        if bracketed is not None:
            yield bracketed
            continue
        count, bound = _counted(analysis, mention), None
        if count is None:
            bound = of_its_beginning(analysis, mention)
            count = bound or _alone(analysis, mention)
        elif any(_admits_about(analysis, mention, count, until) for until in (count.until, *count.others)):
            continue
        if count is not None and (count is bound or not _is_of_another(analysis, mention, count)):
            assert mention.quantity.unit is not None
            working = f"{count.until} − {count.start.year} = {count.years}"
            yield count_hit(mention, count, f"{count.years}{mention.quantity.unit.symbol}", working)
    yield from _weddings(analysis)


def _admits_about(analysis: Analysis, mention: Mention, count: Count, until: int) -> bool:
    """Whether an anniversary is so many years on, the year not yet full, or the next one near."""
    years, today = until - count.start.year, analysis.document.date
    if years < 0:
        return False
    full = today is not None and today.year == until and has_come(count.start, today)
    return admits(mention, years if full else years - 1, years + (1 if _SOON.search(count.between) else 0))


def _is_of_another(analysis: Analysis, mention: Mention, count: Count) -> bool:
    """Whether another year of its sentence gives the count, or it is far off: 建校70周年，1952年合并，前身1905年."""
    said = mention.quantity.number or Fraction(0)
    if all(abs(years - said) > _FARTHEST for years in count.all_years):
        return True
    years = _years_near(analysis, mention)
    return any(admits(mention, count.until - year, count.until - year) for year in years if year < count.until)


def _years_near(analysis: Analysis, mention: Mention) -> list[int]:
    """The years of the sentence."""
    stamps = map(stamp_of, mentions_in(analysis, sentence_at(analysis.document.text, mention.start)))
    return [stamp.year for stamp in stamps if stamp is not None and stamp.year is not None]


def _alone(analysis: Analysis, mention: Mention) -> Count | None:
    """The count from the only year near, where the anniversary is surely another."""
    said, unit = mention.quantity.number, mention.quantity.unit
    if said is None or said.denominator != 1 or unit is None:
        return None
    if unit.symbol.endswith("岁") and not _is_of_body(analysis.document.text, mention):
        return None
    alone = lone_count(analysis, mention)
    sentence = sentence_at(analysis.document.text, mention.start)
    soon = _SOON.search(analysis.document.text, sentence.start, sentence.end) is not None
    return alone.count if alone is not None and alone.is_slip(int(said), soon) else None


_BODY = re.compile(
    r"(?:馆|校|厂|店|社|台|[法医学剧影书]院|剧团|合唱团|桥|园|区|县|市|公司|车站|场|港|报纸?|刊|杂志|剧院|镇|学校|大学|中学|小学|企业|银行|集团|地铁|高铁|铁路|机场|它)(?:的|今年|明年|去年|即将|将|迎来|度过|已|庆祝|在|明天|后天|也|就|过了?|，)*$"
)


def _is_of_body(text: str, mention: Mention) -> bool:
    """Whether a birthday is that of a school, a works, a bridge."""
    sentence = sentence_at(text, mention.start)
    clause = text[max(sentence.start, mention.start - 30) : mention.start]
    return _BODY.search(clause) is not None and not _PERSONAL.search(clause)


_PERSONAL = re.compile(r"[他她]|老人|先生|院士|教授|奶奶|爷爷|孩子|同学|员工|校长|馆长|院长|厂长")


def _counted(analysis: Analysis, mention: Mention) -> Count | None:
    """The years that an anniversary counts, from the one beginning that it may be of."""
    text = analysis.document.text
    scope = scope_of(text, mention)
    if text.startswith("诞辰", mention.start - 2) and not is_quoted(text, mention.start):
        birth = _born(analysis, mention)
        if birth is not None:
            return _since_birth(analysis, mention, birth)
    lead = _own_lead(text, scope, mention)
    if lead is None or is_quoted(text, mention.start):
        return None
    start = only_start(analysis, mention, scope, lead)
    if lead and (start is None or not may_begin(lead, start.verb)):
        words = _WED if lead in ("结婚", "成婚") else (lead,)
        named = (named_start(analysis, mention, word) for word in words)
        start = (
            next((found for found in named if found is not None), None) or start_after(analysis, mention, lead) or start
        )
    wed = start is not None and start.verb in _WED and lead in _WED
    if start is None or (lead and not wed and not may_begin(lead, start.verb)):
        return None
    aged = mention.text.endswith("岁")
    if aged and (start.verb in ("", *PERSONAL_BEGINNINGS) or is_of_somebody(start, mention, text)):
        return None
    occasion = bool(lead) and _OCCASION.match(text, mention.end) is not None
    sentence = sentence_at(text, mention.start)
    shifted = _ELSEWHEN.search(_without_year(text, sentence.start, mention.start, start.mention)) is not None
    feast = _CELEBRATED.search(text, max(0, mention.start - 8), mention.start - len(lead)) is not None
    occasion = occasion or (feast and not shifted)
    return count_to(analysis, mention, start, default=occasion)


def _without_year(text: str, start: int, end: int, year: Mention) -> str:
    """The words there, the year that is counted from left out."""
    return text[start : max(start, year.start)] + text[max(start, min(year.end, end)) : end]


_CELEBRATED = re.compile(r"(?:迎来|喜迎|庆祝)(?:了|自己的?|它的?|其)*$")
_ELSEWHEN = re.compile(r"年|曾|当时|此前|那")
_OCCASION = re.compile(r"”?的?(?:之际|纪念日|纪念活动|纪念大会|纪念展|特展|那天|这天|庆典|庆祝|座谈会|来临|前夕)")
_WHO = re.compile(r"(?P<who>[\u4e00-\u9fff]{2})(?:先生|同志|教授|院士)?$")


def _born(analysis: Analysis, mention: Mention) -> Start | None:
    """The birth that 诞辰120周年 counts from, behind it or before: the only one near, of the same name or of 他."""
    text = analysis.document.text
    near = [life for life in births(analysis) if abs(life.mention.start - mention.start) <= _NEAR]
    who = _WHO.search(text, 0, mention.start - len("诞辰"))
    if len(near) != 1 or who is None:
        return None
    birth = near[0].mention
    if who["who"][-1] in "他她" and birth.end < mention.start:
        return Start(birth, near[0].year, "生于")
    about = text[max(0, birth.start - 14) : birth.start] + text[birth.end : birth.end + 4]
    return Start(birth, near[0].year, "生于") if who["who"] in about or re.search("[他她]", about) else None


def _since_birth(analysis: Analysis, mention: Mention, birth: Start) -> Count | None:
    """Up to the year told in its sentence, else to the article's."""
    sentence = sentence_at(analysis.document.text, mention.start)
    stamps = [stamp_of(other) for other in mentions_in(analysis, sentence) if writes_year(other)]
    years = sorted({stamp.year for stamp in stamps if stamp is not None and stamp.year is not None} - {birth.year})
    today = analysis.document.date
    until = [*reversed(years), *([today.year] if today is not None else [])]
    return Count(birth, until[0], "", tuple(until[1:])) if until else None


_NEAR = 90
"""Code points at most between an anniversary of a birth and that birth."""


_BIRTHDAY = re.compile(r"”?(?:的)?(?:生日|华诞|寿辰|高龄|庆生|了)")


def _is_anniversary(text: str, mention: Mention) -> bool:
    """建院50周年, or a birthday that may be an institution's."""
    unit = mention.quantity.unit
    if unit is None or mention.quantity.number is None:
        return False
    if unit.symbol in ("岁", "周岁"):
        full = _FULL_AGE.search(text, max(0, mention.start - 4), mention.start)
        return full is not None or _BIRTHDAY.match(text, mention.end) is not None
    if mention.quantity.kind != "duration":
        return False
    return unit.symbol == "周年" or (unit.symbol in ("年", "载") and _REMEMBERED.match(text, mention.end) is not None)


_REMEMBERED = re.compile(r"(?:的)?(?:祭日?(?!祖|奠|拜|祀)|忌日|忌辰|冥诞|校庆|厂庆|店庆|台庆|院庆|社庆|大庆)")
"""三十年祭日, 六十年校庆: what else is an anniversary."""
_FULL_AGE = re.compile(r"年满|已满|迎来|度过|庆祝")
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


# --- weddings ------------------------------------------------------------------------------------------------

_WEDDING = re.compile(rf"(?P<name>{alternatives(WEDDINGS)})(?!照相馆|礼服)")
_WED = (
    "登记结婚",
    "结婚",
    "成婚",
    "完婚",
    "成亲",
    "领证",
    "领的证",
    "登记",
    "步入婚姻",
    "喜结连理",
    "拜堂",
    "出嫁",
    "嫁给",
    "婚礼",
    "婚",
)


def _weddings(analysis: Analysis) -> Iterator[Hit]:
    """1973年结婚……去年底办了银婚纪念: a name for so many years of marriage that the wedding does not give."""
    text = analysis.document.text
    for match in _WEDDING.finditer(text) if "婚" in text else ():
        place = Mention(match.start(), match.end(), match.group(), match.start(), match.end(), _NO_QUANTITY)
        start = next((found for word in _WED if (found := named_start(analysis, place, word)) is not None), None)
        if start is None or is_quoted(text, match.start()) or not start.mention.end <= match.start():
            continue
        count = count_to(analysis, place, start, default=True)
        said = WEDDINGS[match["name"]]
        if count is not None and any(abs(count.until - year - said) < _TWO for year in _years_near(analysis, place)):
            continue
        if count is None or any(said - 1 <= years <= said + 1 for years in count.all_years):
            continue
        right = next((name for name, years in WEDDINGS.items() if years == count.years), f"{count.years}年")
        working = f"{count.until} − {count.start.year} = {count.years}，{match['name']} = {said}年"
        yield count_hit(place, count, right, working)


_TWO = 2
_FARTHEST = 40
"""Years by which an anniversary may be miscounted; what is farther off is another's."""
_NO_QUANTITY = Quantity("number", None)
