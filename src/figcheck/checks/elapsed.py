"""Counts of years from the one year of a paragraph to now in, those that it does not give out: 转眼30年过去."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.checks.beginnings import Count, Start, is_of_somebody, starts_in
from figcheck.checks.days import is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.model import Analysis, Mention, Span

_UNITS = frozenset("年 载 周年 个年头".split())
_SEASONS = re.compile(r"春秋|寒暑|年头|春夏秋冬|春节|除夕|新年|中秋|夏天|冬天|春天|秋天|教师节|年关")
_LEAD = re.compile(
    r"(?:[0-9]{4}年[底初]?[，,]?(?=[已整正恰刚])|[0-9]{1,4}[年月][\u4e00-\u9fff]{0,4}(?=整)|至今的|已经?过去了?|以来的?|已满|(?:今[天年日]|如今)(?:就|已|刚|整|正好|也)*满|过去(?=整整|足足)|至今，[他她它我]们?|转眼|一晃|弹指|至今|迄今|到今[天年日]|到现在|如今|走过了?|走过这|历经|屈指算来|掐指一算|不知不觉|风雨兼程)(?:间|已经?|已有|是|又是|就是|正好|恰好|刚好|整整|近|约|了|过去|有|，|这|第)*$"
)
_TAIL = re.compile(r"(?:多|余)?(?:来|了|间|里|过去|的?(?:风雨|历程|岁月|光阴|春秋|时光|坚守|奋斗|老)|弹指|[，。；”]|$)")
_ALONE = re.compile(r"(?:^|[，。；！？\n“—、]|这|近|而)$")
_ALONE_TAIL = re.compile(r"(?:多|余)?(?:过去|弹指|风雨|来去|一瞬|后的?今天|来(?=[，\u4e00-\u9fff]))")
_NOT_SO = re.compile(r"[前后]|再过|未来|今后|每|其中|共|判|刑|任期|为期|合同|连续")
_IN_A_ROW = re.compile(
    r"连续$|连着$|接连$|一连$|(?<!目)的$|这已?是[^，。；]{0,16}$|(?:今年|如今|眼下|现在)(?:已经?|就|又|都)*(?:是|进入|迈入|步入|走到|到)了?$|(?:已|已经|将|正)(?:度过|迎来|走过)了?$"
)
_KEPT_AT_IT = re.compile(r"(?:如今|至今|已经?|一直)(?!不|没|过)[^。；0-9]{0,18}?[\u4e00-\u9fff]了(?:整整|近|足足)?$")
"""如今在车间已干了17年: so long at most."""
_IS_APART = re.compile(r"(?:时隔|相隔|阔别|暌违|间隔)(?:了|近|约|整整|足足)*$")
_LAST = r"(?:上[一]?[次回届]|前[一]?[次回届]|最近[一的]?[一]?次|最后一次|离开时|告别)"
_LAST_TIME = re.compile(
    rf"[^。；]{{0,30}}(?:[，。—；]|——){_LAST}[^，。；0-9]{{0,16}}(?:[，,]?(?:还|已|要|得|是|在|于|追溯到?|回溯到?|停留在|还是|定格在|为))*(?=[12][0-9]{{3}}年)"
)
_BORN = re.compile(r"[^，。；]{0,8}(?:出生|生人|生于|诞生)|年?生(?![产活效长])")
_BACK = 170
"""Code points before a count in which its beginning may stand."""


def elapsed(analysis: Analysis, mention: Mention) -> tuple[Count, bool] | None:
    """What a count of years that runs to now counts from, and whether it may be less than that; None for another."""
    text = analysis.document.text
    kind = _kind(text, mention)
    if kind is None:
        return None
    years = _years_before(analysis, mention)
    sentence = sentence_at(text, mention.start)
    distinct = sorted({year.year for year in years})
    today = analysis.document.date
    if not distinct:
        years = _years_behind(analysis, mention)
        distinct = sorted({year.year for year in years})
        kind = "whole"
    if len(distinct) == 2 and years[-1].year == distinct[1] and sentence.holds(years[-1].mention.span):
        until = [distinct[1]]
    elif len(distinct) == 1:
        until = [today.year] if today is not None and today.year > distinct[0] else []
    else:
        return None
    if today is not None and any(_admits(mention, today.year - year) for year in distinct):
        return None
    start = next(year for year in years if year.year == distinct[0])
    until += [year.year for year in _years_in(analysis, Span(mention.end, sentence.end)) if year.year > start.year]
    if not until or _is_broken(analysis, start, mention, until):
        return None
    return Count(start, until[0], "", tuple(until[1:])), kind == "at most"


def fits_another(analysis: Analysis, mention: Mention, first: int) -> bool:
    """Whether some year told shortly before, other than `first`, is so many years before the article's."""
    today = analysis.document.date
    if today is None:
        return False
    return any(
        _admits(mention, today.year - year.year) for year in _years_before(analysis, mention) if year.year != first
    )


def _admits(mention: Mention, years: int) -> bool:
    admitted = mention.quantity.admits()
    return (admitted.low is None or admitted.low <= years + 1) and (admitted.high is None or admitted.high >= years - 1)


def is_years(text: str, mention: Mention) -> bool:
    """Whether a figure counts years: 三十年, 九十个春秋."""
    unit = mention.quantity.unit
    if unit is None or mention.quantity.number is None or mention.quantity.number < 2:
        return False
    if mention.quantity.kind == "ordinal" and unit.symbol == "年":
        return True
    return unit.symbol in _UNITS or (unit.symbol == "个" and _SEASONS.match(text, mention.end) is not None)


def _kind(text: str, mention: Mention) -> str | None:
    if not is_years(text, mention):
        return None
    assert mention.quantity.unit is not None
    end = mention.end + (2 if mention.quantity.unit.symbol == "个" else 0)
    head = text[max(0, mention.start - 10) : mention.start]
    if _NOT_SO.search(head[-4:].removesuffix("过去") if not _SINCE.match(text, end) else ""):
        return None
    if _IS_APART.search(head):
        return "whole" if _LAST_TIME.match(text, end) else None
    if mention.text.startswith("第") and mention.quantity.unit.symbol in ("年", "个") and not _IN_A_ROW.search(head):
        return None
    if mention.text.startswith("第") and _NOW.search(text, max(0, mention.start - 30), mention.start):
        return "whole"
    if _SINCE.match(text, end):
        return "whole"
    if _LEAD.search(head) and _TAIL.match(text, end):
        return "whole"
    if _KEPT_AT_IT.search(text, max(0, mention.start - 24), mention.start):
        return "at most"
    if not _ALONE.search(head) or text.startswith(("前", "后，", "后的"), end):
        return None
    tail = _ALONE_TAIL.match(text, end)
    if tail is None:
        return None
    return "at most" if tail.group().endswith("来") else "whole"


def _years_before(analysis: Analysis, mention: Mention) -> list[Start]:
    text = analysis.document.text
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _BACK)
    return _years_in(analysis, Span(start, mention.start))


_SINCE = re.compile(
    r"[^。；，]{0,12}(?:[，,](?:自|从)(?=[12][0-9]{3}年[^，。；]{0,16}(?:算起|起|开始))|——(?:自|从)?(?=[12][0-9]{3}年))"
)
_AHEAD = 60
"""Code points behind a count in which its beginning may be told."""
_NOW = re.compile(r"(?:今年|今天|如今|现在|[，,]这已?是)[^，。；]{0,24}$")


def _years_behind(analysis: Analysis, mention: Mention) -> list[Start]:
    """今年是……的第34个年头（2001年12月正式加入）: told behind, where the text before has no year."""
    text = analysis.document.text
    counted = mention.text.startswith("第") and _NOW.search(text, max(0, mention.start - 30), mention.start)
    last = _LAST_TIME.match(text, mention.end)
    if not counted and last is None and not _SINCE.match(text, mention.end):
        return []
    end = text.find("\n", mention.end)
    found = _years_in(analysis, Span(mention.end, min(mention.end + _AHEAD, len(text) if end < 0 else end)))
    return [year for year in found if year.mention.start == last.end()] if last is not None else found


def _years_in(analysis: Analysis, scope: Span) -> list[Start]:
    """The years written there, births aside, with the verb of what began in them."""
    text = analysis.document.text
    begun = {start.mention: start.verb for start in starts_in(analysis, scope)}
    found: list[Start] = []
    for other in mentions_in(analysis, scope):
        stamp = stamp_of(other)
        if stamp is None or stamp.year is None or not writes_year(other) or _BORN.match(text, other.end):
            continue
        found.append(Start(other, stamp.year, begun.get(other, "")))
    return found


def _is_broken(analysis: Analysis, start: Start, mention: Mention, until: list[int]) -> bool:
    """Whether another count of years or somebody else stands between, or one of them only in somebody's words."""
    text = analysis.document.text
    if start.mention.start > mention.start:
        return False
    between = mentions_in(analysis, Span(start.mention.end, mention.start))
    spans = {year - start.year for year in until}
    if any(is_years(text, other) and other.quantity.number not in spans for other in between) or is_of_somebody(
        start, mention, text
    ):
        return True
    if SINCE_ANOTHER.search(text, start.mention.end, mention.start):
        return True  # 1981年入学，毕业至今40年
    return is_quoted(text, start.mention.start) != is_quoted(text, mention.start)


SINCE_ANOTHER = re.compile(
    r"[，、](?:从|自)?(?:毕业|退休|退役|退伍|转业|结婚|离家|入党|从教|从医|从艺|入行|任职|履职|上任|去世|逝世|离开|分别|搬迁|改制|更名|通车|投产|开业)"
    r"(?:以来|至今|后|到现在|迄今)(?:已有?|整整|近|约)*$"
)
"""Years since something that came later than the year that is told."""
