"""Counts of years in, those that the beginning told in the article does not give out: 年头, N年来, 党龄, N年前."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.checks.beginnings import FOUNDING, Start, admits, count_hit, count_to, may_begin, only_start, scope_of
from figcheck.checks.days import is_quoted, mentions_in, stamp_of, writes_year
from figcheck.checks.patterns import Pattern
from figcheck.data.calendar_words import PERSONAL_BEGINNINGS, SERVICE_YEARS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence

# --- 年头, 年来, 至今 ----------------------------------------------------------------------------------------

_RUNS = Pattern(
    r"(?:多|余)?(?:来|间|以来|里|的?时间|的?历史|的?风雨|的?历程|的?光阴|的?岁月|了|之久|过去|有余|[，。；]|$)"
)
_RUN_LEAD = Pattern(
    r"(?:至今|迄今|距今|距今已有?|已有|已经有|有着|具有|拥有|走过|历时|历经|坚持|坚守|整整|足足|度过|已|已经|长达|时隔|相隔|阔别|一干就是|一守就是|一干|一做就是|转眼|一晃|，|过去|近|约|累计|这)(?:了|已|有|已有|近|约)*$"
)
_OTHER_COUNT = Pattern(
    r"每|用了|花了|耗时|仅用|间隔|此后|之后|随后|后的|再过|连续|头|前|合同|任期|为期|期限|提前|后来|其中|判|刑|最近|近些|过去的?$|最"
)


def years_miscounted(analysis: Analysis) -> Iterator[Hit]:
    """自2003年……至今，32年来; 2016年起步，今年已进入第12个年头; 始建于1368年，距今400多年; 1985年入党……党龄50年."""
    text = analysis.document.text
    first = next((mention.end for mention in analysis.mentions if stamp_of(mention) and writes_year(mention)), None)
    for mention in analysis.mentions if first is not None else ():
        if first is None or mention.start < first:
            continue
        kind, noun = _kind_of_count(text, mention)
        if kind is None or is_quoted(text, mention.start):
            continue
        start = only_start(analysis, mention, scope_of(text, mention), noun)
        if (
            start is None
            or not _is_own(analysis, start, mention, noun)
            or (kind == "连续" and start.verb not in ("", "起", "开始"))
        ):
            continue
        count = count_to(analysis, mention, start, default=bool(noun) or kind == "连续" or _to_this_day(text, mention))
        if kind == "连续" and count is not None and _YEAR.search(count.between):
            continue
        if count is None or (kind != "连续" and _OTHER_COUNT.search(count.between[-12:])):
            continue
        first = 1 if kind == "年头" else 0
        low, high = (count.years, count.years + 1) if first else (count.years - 1, count.years + 1)
        slack = _slack(mention, count.years)
        if not admits(mention, 0 if kind == "连续" else low - slack, high + slack):
            working = f"{count.until} − {start.year}{' + 1' if first else ''} = {count.years + first}"
            ordinal = "第" if mention.text.startswith("第") else ""
            yield count_hit(mention, count, f"{ordinal}{count.years + first}{'个年头' if first else '年'}", working)


def _is_own(analysis: Analysis, start: Start, mention: Mention, noun: str) -> bool:
    """Whether a count of years may run from a beginning: no other count between, nobody else's years."""
    if not _is_alone(analysis, start, mention):
        return False
    if noun in SERVICE_YEARS:
        return start.verb in SERVICE_YEARS[noun].split()
    if noun:
        return may_begin(noun, start.verb)
    return not _of_somebody(start, mention, analysis.document.text)


_YEAR = Pattern(r"[0-9]{4}年")
_NOUN_LEAD = Pattern(rf"(?P<noun>{FOUNDING})(?:了|已|已有|至今|以来)?$")
_SERVICE_LEAD = Pattern(rf"(?P<noun>{'|'.join(SERVICE_YEARS)})(?:已有|已|有|长达|达|近|约)*$")
_IN_A_ROW = Pattern(r"(?:连续|坚持|持续)(?:了)?$")


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
    if _IN_A_ROW.search(head):
        return "连续", ""
    if not _RUNS.match(text, mention.end):
        return None, ""
    noun = _NOUN_LEAD.search(head)
    if noun is not None and text.startswith(("来", "以来", "间"), mention.end):
        return "年", noun["noun"]
    return ("年" if _RUN_LEAD.search(head) else None), ""


_SINCE_THEN = Pattern(r"(?:(?:时隔|相隔|阔别)(?:了|近|约)?|已经?走过了?|转眼|一晃)$")


def _to_this_day(text: str, mention: Mention) -> bool:
    """Whether the words themselves say that the count runs to the article's day: N年来, 已有N年历史, 时隔N年."""
    head = text[max(0, mention.start - 4) : mention.start]
    return bool(
        _HISTORY.match(text, mention.end)
        or _SINCE_THEN.search(head)
        or (text.startswith("来", mention.end) and head[-1:] == "，")
    )


_HISTORY = Pattern(r"(?:多|余)?(?:的|办学|建校|建城|建院)?历史")
_PERSON = Pattern(
    r"[他她]|老人|老师|师傅|院长|校长|馆长|队长|厂长|会长|理事长|董事长|经理|负责人|创始人|团长|站长|所长|台长|社长|主编|主任|医生|医师|书记|先生|女士|职工|员工|工人|护士"
)


def _of_somebody(start: Start, mention: Mention, text: str) -> bool:
    """Whether an institution began, but the years may be those of somebody in it."""
    if not start.verb or start.verb in PERSONAL_BEGINNINGS:
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


_AGO = Pattern(r"前(?:的|[（(，,]|，?即|，也就是)?(?:那个|在)?$")


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
        if before.quantity.number is not None and not admits(before, years - 1, years + 1):
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
