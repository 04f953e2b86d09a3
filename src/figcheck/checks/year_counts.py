"""Counts of years in, those that the beginning told in the article does not give out: 年头, N年来, 党龄, N年前."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.ages import OTHERS
from figcheck.checks.beginnings import (
    FOUNDING,
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
)
from figcheck.checks.days import is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.checks.lone_years import has_come
from figcheck.checks.year_pairs import counts_of_no_pair
from figcheck.checks.year_spans import SINCE_ANOTHER, fits_another, spans_miscounted
from figcheck.data.calendar_words import PERSONAL_BEGINNINGS, SERVICE_YEARS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence

# --- 年头, 年来, 至今 ----------------------------------------------------------------------------------------

_RUNS = re.compile(
    r"(?:多|余)?(?:来|间|以来|里|的?时间|的?历史|的?风雨|的?历程|的?光阴|的?岁月|了|之久|过去|有余|[，。；]|$)"
)
_RUN_LEAD = re.compile(
    r"(?:至今|迄今|距今|距今已有?|以来的?|来的|已有|已经有|有着|具有|拥有|走过|历时|历经|坚持|坚守|整整|足足|度过|已|已经|长达|时隔|相隔|阔别|暌违|一[\u4e00-\u9fff]{1,2}就是|一干|转眼|一晃|，|过去|近|约|累计|这)(?:了|已|有|已有|近|约)*$"
)
_OTHER_COUNT = re.compile(
    r"每|用了|花了|耗时|仅用|间隔|此后|之后|随后|后的|再过|连续|头|前|合同|任期|为期|期限|提前|后来|其中|判|刑|最近|近些|过去的?$|最"
)


def years_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """Counts of years that neither their own beginning nor any two years near explain."""
    told = list(_from_beginnings(analysis))
    yield from told
    known = len(told)
    told += spans_miscounted(analysis, [hit.span for hit in told])
    yield from told[known:]
    yield from counts_of_no_pair(analysis, [hit.span for hit in told])


def _from_beginnings(analysis: Analysis) -> Iterator[Hit]:
    """自2003年……至今，32年来; 2016年起步，今年已进入第12个年头; 始建于1368年，距今400多年; 1985年入党……党龄50年."""
    text = analysis.document.text
    years = [mention.end for mention in analysis.mentions if stamp_of(mention) and writes_year(mention)]
    for mention in analysis.mentions if years else ():
        kind, noun = _kind_of_count(text, mention)
        if kind is None or is_quoted(text, mention.start):
            continue
        count = _own_count(analysis, mention, kind, noun)
        if count is not None and _ONCE.search(text, max(0, mention.start - 8), mention.start):
            kind = "至多"
        if count is not None and (noun or not fits_another(analysis, mention, count.start.year)):
            yield from _judge_years(analysis, mention, count, kind)
    yield from _years_later(analysis)


_ONCE = re.compile(r"一(?P<deed>[\u4e00-\u9fff])就是(?:整整|近|约)*$")
"""一学就是三年: so long at least somebody kept at it, perhaps not to this day."""


def _own_count(analysis: Analysis, mention: Mention, kind: str, noun: str) -> Count | None:
    """The count of years from the one beginning that it may run from."""
    text = analysis.document.text
    start = only_start(analysis, mention, scope_of(text, mention), noun)
    then = not noun and kind != "至多" and _counts_from_then(text, mention, kind)
    start = _only_year(analysis, mention) if start is None and then else start
    if noun and (start is None or not _is_own(analysis, start, mention, noun)):
        start = named_start(analysis, mention, noun) if noun not in SERVICE_YEARS else start
    if start is None or not _is_own(analysis, start, mention, noun):
        return None
    between = text[start.mention.end : mention.start]
    if SINCE_ANOTHER.search(between):
        return None  # 1981年入学，毕业至今40年
    if kind == "至多":
        personal = (
            start.verb in ("", "起", "开始")
            or start.verb in PERSONAL_BEGINNINGS
            or "以来" in between
            or "至今" in between
        )
        return count_to(analysis, mention, start, default=True) if personal and not _YEAR.search(between) else None
    since = kind == "年头" and start.verb in ("", "起", "开始")
    default = bool(noun) or since or then or "以来" in between or _to_this_day(text, mention)
    count = count_to(analysis, mention, start, default=default)
    return None if count is None or _OTHER_COUNT.search(_AFTER_IT.sub("", between)[-12:]) else count


_AFTER_IT = re.compile(r"^(?:夺冠|那年|那次|首次)?(?:之后|以后|后)")
_FROM_THEN = re.compile(
    r"(?:转眼|一晃|弹指|至今|迄今|距今|时隔|相隔|阔别|暌违|以来的?|算起|算来|屈指一算|掐指一算|一[\u4e00-\u9fff]{1,2}就是|[走干守]来|不知不觉)(?:间|已经?|已有|，|整整|近|约|了|过去|有)*$"
)
_NTH = re.compile(r"(?:今年|算上今年|这|如今|眼下|现在|已|进入|迈入|步入|迎来)[^，。；0-9]{0,16}$")


def _counts_from_then(text: str, mention: Mention, kind: str) -> bool:
    """Whether the words before a count say that it runs from the year told last, whatever was done in it."""
    if kind == "年头":
        return (
            mention.text.startswith("第") and _NTH.search(text, max(0, mention.start - 24), mention.start) is not None
        )
    return _FROM_THEN.search(text, max(0, mention.start - 10), mention.start) is not None


def _only_year(analysis: Analysis, mention: Mention) -> Start | None:
    """The one year of the sentence before a count such as 一晃N年, whatever was done in it, but no birth."""
    text = analysis.document.text
    scope = Span(scope_of(text, mention).start, mention.start)
    dates = [other for other in mentions_in(analysis, scope) if stamp_of(other) and writes_year(other)]
    stamp = stamp_of(dates[0]) if len(dates) == 1 else None
    if stamp is None or stamp.year is None or _BORN.match(text, dates[0].end):
        return None
    told = text[dates[0].end : mention.start]
    if told.startswith("，") and not _TILL_NOW.search(told) and _NTH.search(told):
        return None  # 1988年，改革已进入第十个年头
    if _NOT_THEN.search(text, max(0, dates[0].start - 4), dates[0].start):
        return None
    apart = _APART.search(text, max(0, mention.start - 8), mention.start)
    if (
        apart is not None
        and not apart.group().startswith("距今")
        and not _RETURNS.match(text, dates[0].end, apart.start())
        and not _LAST_TIME.search(text, max(scope.start, dates[0].start - 16), dates[0].start)
    ):
        return None
    return Start(dates[0], stamp.year, "")


_TILL_NOW = re.compile(r"今年|如今|眼下|现在|今天|这|转眼|一晃|至今")
_RETURNS = re.compile(r"[^，。；]{0,20}(?:后|以来|那次|一别)[，,]?|[，,]?$")
_LAST_TIME = re.compile(r"(?:上次|上一次|前一次|最近一次|首次|第一次|上回)[^，。；]{0,14}$")
_BORN = re.compile(r"[^，。；]{0,8}(?:出生|生人|生于|诞生)|生")
_NOT_THEN = re.compile(r"(?:到|至|截至|比|较|将于|预计|计划|力争|—|-|～)$")


def _judge_years(analysis: Analysis, mention: Mention, count: Count, kind: str) -> Iterator[Hit]:
    first = 1 if kind == "年头" else 0
    said = mention.quantity.number
    if said is None or said > _FAR * count.years + _FAR:
        return
    for years in count.all_years:
        nth = first and mention.text.startswith("第")  # 走过15个年头 may be full years
        low, high = (years if nth else years - 1), years + 1
        if kind == "年" and _is_to_the_month(analysis, count, years):
            nearly = mention.quantity.hedge == "nearly"  # 2021年1月1日施行，至今已近五年, in October 2025
            low, high = (years if has_come(count.start, analysis.document.date) else years - 1), years + nearly
        low = 0 if kind == "至多" else low - _slack(mention, years)
        if admits(mention, low, high + _slack(mention, years)) and not _is_ten_short(mention, years, kind):
            return
    working = f"{count.until} − {count.start.year}{' + 1' if first else ''} = {count.years + first}"
    ordinal = "第" if mention.text.startswith("第") else ""
    yield count_hit(mention, count, f"{ordinal}{count.years + first}{'个年头' if first else '年'}", working)


def _is_to_the_month(analysis: Analysis, count: Count, years: int) -> bool:
    """Whether the month of the beginning is known, and the article's day is where the count ends."""
    stamp, today = stamp_of(count.start.mention), analysis.document.date
    known = stamp is not None and stamp.month is not None and today is not None
    return known and today is not None and today.year - count.start.year == years


def _is_ten_short(mention: Mention, years: int, kind: str) -> bool:
    """Whether a count that may be less than the years since is so by just ten or twenty: 1998年进厂，已干了17年."""
    if kind != "至多" or mention.quantity.hedge != "exact" or mention.quantity.number is None:
        return False
    return mention.quantity.number % 10 != 0 and years - mention.quantity.number in (10, 20)


_FAR = 4
"""A count so many times as long as the years since is of something else: 1987年发现的遗址距今5000多年."""
_THIS_DAY = "(?:今[天日晨早晚]|昨[天日晨晚夜]|前天|今年|如今|此刻|当下|眼下|本周|上周)"
_TODAY = re.compile(
    rf"(?:之|以)?后(?:的(?:这个|一个)?|，){_THIS_DAY}|(?:之|以)?后的[^，。；]{{1,10}}[，,]?(?:也就是|就是|即|正是|恰是|——|（){_THIS_DAY}"
)


def _years_later(analysis: Analysis) -> Iterator[Hit]:
    """2005年3月，他们种下第一棵柽柳。25年后的今天……"""
    text, today = analysis.document.text, analysis.document.date
    for mention in analysis.mentions if today is not None else ():
        unit = mention.quantity.unit
        if unit is None or unit.symbol not in ("年", "载") or not _TODAY.match(text, mention.end):
            continue
        start = max(0, sentence_at(text, mention.start).start - 2)
        scope = Span(sentence_at(text, start).start, mention.start)
        dates = [other for other in mentions_in(analysis, scope) if stamp_of(other) and writes_year(other)]
        years = {stamp.year for other in dates if (stamp := stamp_of(other)) is not None and stamp.year is not None}
        if len(years) == 1 and not is_quoted(text, mention.start) and _is_last(analysis, dates[-1], mention):
            assert today is not None
            count = Count(Start(dates[-1], years.pop(), ""), today.year, "")
            yield from _judge_years(analysis, mention, count, "年")


def _is_last(analysis: Analysis, date: Mention, mention: Mention) -> bool:
    """Whether no other length of years stands between."""
    return _is_alone(analysis, Start(date, 0, ""), mention)


def _is_own(analysis: Analysis, start: Start, mention: Mention, noun: str) -> bool:
    """Whether a count of years may run from a beginning: no other count between, nobody else's years."""
    if not _is_alone(analysis, start, mention):
        return False
    cut = analysis.document.text.find("，", start.mention.end, mention.start)
    if cut >= 0 and OTHERS.search(analysis.document.text, cut, mention.start):
        return False  # 2010年起担任村医的她，丈夫已瘫痪20年
    if noun in SERVICE_YEARS:
        return start.verb in SERVICE_YEARS[noun].split()
    if noun:
        return may_begin(noun, start.verb)
    return not is_of_somebody(start, mention, analysis.document.text)


_YEAR = re.compile(r"[0-9]{4}年")
_NOUN_LEAD = re.compile(rf"(?P<noun>{FOUNDING})(?:了|已|已有|至今|以来)?$")
_SERVICE_LEAD = re.compile(rf"(?P<noun>{'|'.join(SERVICE_YEARS)})(?:已有|已|有|长达|达|近|约)*$")
_APART = re.compile(r"(?:时隔|相隔|阔别|暌违|距今)(?:了|已|已有|近|约|整整)*$")
_ALREADY = re.compile(r"(?:已|已经)[\u4e00-\u9fff]{1,6}$")
_RUNNING = re.compile(
    r"已经?(?:安全|平稳|连续|正常|稳定)?(?:运行|运营|营运|营业|经营|存在|使用|服役|伫立|矗立|屹立|陪伴[^，。；]{1,6})(?:了|近|整整)*$"
)
_AT_MOST = re.compile(
    r"(?:连续|坚持|持续)(?:了)?$|(?:干|守|工作|教|当|奋战|坚守|种|走|待|住|跑|唱|写|修|养|服务|守护|耕耘|奔波|奋斗)了(?:整整|近|足足)?$"
)
"""Counts that may be less than the years since, never more."""


def _kind_of_count(text: str, mention: Mention) -> tuple[str | None, str]:
    """What is counted, and the noun that says from what: 建馆50年来, 党龄50年."""
    quantity = mention.quantity
    if quantity.unit is None or quantity.number is None:
        return None, ""
    symbol = quantity.unit.symbol
    if symbol == "个年头":
        return "年头", ""
    if quantity.kind != "duration" or symbol not in ("年", "载") or quantity.number < 2:
        return None, ""
    head = text[max(0, mention.start - 8) : mention.start]
    service = _SERVICE_LEAD.search(head)
    if service is not None:
        return "年", service["noun"]
    if _AT_MOST.search(head):
        return "至多", ""
    if _APART.search(head) is not None:
        return "年", ""
    if not _RUNS.match(text, mention.end):
        return None, ""
    if _RUNNING.search(head):
        return "年", ""
    if _ALREADY.search(head) and not _RUN_LEAD.search(head):
        return "至多", ""
    noun = _NOUN_LEAD.search(head)
    if noun is not None and text.startswith(("来", "以来", "间"), mention.end):
        return "年", noun["noun"]
    return ("年" if _RUN_LEAD.search(head) else None), ""


_SINCE_THEN = re.compile(
    r"(?:(?:时隔|相隔|阔别|暌违)(?:了|近|约|整整)*|(?:已经?)?走过了?|转眼|一晃|一[干守做待教住]就是)$"
)


def _to_this_day(text: str, mention: Mention) -> bool:
    """Whether the words themselves say that the count runs to the article's day: N年来, 已有N年历史, 时隔N年."""
    head = text[max(0, mention.start - 4) : mention.start]
    return bool(
        _HISTORY.match(text, mention.end)
        or _SINCE_THEN.search(head)
        or _RUNNING.search(text, max(0, mention.start - 12), mention.start)
        or (text.startswith("来", mention.end) and head[-1:] == "，")
    )


_HISTORY = re.compile(r"(?:多|余)?(?:的|办学|建校|建城|建院)?历史")


def _slack(mention: Mention, years: int) -> int:
    """Round counts of centuries are loose: 距今600年 of 657 years, 距今700年 of 657."""
    said = mention.quantity.number
    if said is None or said < 100 or said % 10:
        return 0
    return years // 10 if said % 100 == 0 else years // 20


def _is_alone(analysis: Analysis, start: Start, mention: Mention) -> bool:
    """Whether no other count of years stands between, which the second might go on from; an age in the year does."""
    for other in mentions_in(analysis, Span(start.mention.end, mention.start)):
        unit = other.quantity.unit.symbol if other.quantity.unit is not None else ""
        if unit in ("年", "个年头", "周年", "载"):
            return False
        if unit in ("岁", "周岁") and not _AGED_THEN.fullmatch(analysis.document.text, start.mention.end, other.start):
            return False
    return True


_AGED_THEN = re.compile(r"(?:[初底末春夏秋冬][天季]?|[0-9]{1,2}月)?[，,]?(?:年仅|刚满|才|当时|时年|只有|未满|不满)?")


_MID_YEAR = 6
"""From this month on 两年前 is no longer said of the year before the last but one."""
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
        low = years if today.month >= _MID_YEAR else years - 1
        if before.quantity.number is not None and not admits(before, low, years):
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
