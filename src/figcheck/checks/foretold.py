"""Days and periods in, those that the article's date belies out: 将于 a day that is over, a half-year still running."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import (
    article_days,
    day_of,
    is_quoted,
    is_read,
    paragraph_at,
    sentence_at,
    stamp_of,
    writes_year,
)
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.numerals import whole_number

# --- still to come, but over ---------------------------------------------------------------------------------

_TO_COME = re.compile(
    r"(?P<mark>将于|将在|将从|将自|定于|拟于|拟在|计划于|预计于|预计在|即将于|即将在|有望于|即日起(?:至|到|持续到|延续到)|持续到|延续到|展至|展期至)(?:今年|本月|本周)?$"
)
_TO_COME_BEHIND = re.compile(
    r"(?:上午|下午|晚上?|早上|清晨|起)?[，,]?[^，。；！？\n0-9]{0,12}?"
    r"(?P<mark>即将|[就将快]要(?:开|举|启|亮|上|发|揭)|将(?:于|在|正式|如期|迎来|举行|举办|开幕|启用|开放|开业|开园|亮相|揭幕|首演|上映|投用|通车|开通|开馆|发车|开赛|开跑|重新|召开|启动))"
)
_IS_PLAIN = re.compile("即日|将|定于|要")
_OF_A_MONTH = re.compile(r"(?:将于|定于|将在)(?:今年)?$")
_TOLD_THEN = re.compile(
    r"消息|传来|最终|当[天日]|随后|显示|成交|流拍|预报|预警|原定|原计划|原本|曾|此前|当时|当初|去年|前年|年前|那年|如期|推迟|延期|提前|称|表示|透露|回顾|本应|结果|未能|却|但"
)
_BACK = 60
"""Days back that a bare day is of this year and not of the next."""


def foretold_day_past(analysis: Analysis) -> Iterator[Hit]:
    """特展将于5月3日开幕, 即日起至10月23日: a day to come that lies before the article's."""
    document, text = analysis.document, analysis.document.text
    if document.date is None:
        return
    today = min(article_days(document))
    for mention in analysis.mentions:
        day = _last_day(text, mention)
        mark = _mark_of_future(text, mention) if day is not None and 1 < (today - day).days <= _BACK else None
        if mark is None or day is None or is_quoted(text, mention.start):
            continue
        sentence = sentence_at(text, mention.start)
        if _TOLD_THEN.search(text, sentence.start, sentence.end) or not is_read(analysis, mention.start):
            continue
        if not _IS_PLAIN.search(mark["mark"]):
            continue
        if _is_written_before(analysis, mention, day):
            continue
        said = SpanEvidence(*mark.span("mark"), mark["mark"])
        values = {"written": mention.text, "today": document.date.isoformat(), "mark": mark["mark"]}
        yield Hit(mention.core, values, (said, Derivation(f"{day.isoformat()} < {document.date.isoformat()}")))
    yield from _due_long_ago(analysis)


_DUE = re.compile(r"(?<![原曾本])(?P<mark>预计|计划|力争|有望|确保|拟|将)(?:将|可|能|会|最迟)*(?:于|在|到)?$")
_DUE_TO = re.compile(
    r"[初底末]?(?:前|之前|左右)?[^，。；0-9]{0,6}(?:合龙|建成|完工|竣工|通车|通航|投产|投用|投运|投入|开放|开业|交付|完成|启用|启动|开工|封顶|贯通|落成|运营|上市|上映|举行|举办|召开|开幕|迎来|入住|开通|发射|试飞|首飞|播出|出版|毕业)"
)
_LONG_OVER = range(60, 800)
"""Days after the last of a term that nobody still speaks of as one to come."""


def _due_long_ago(analysis: Analysis) -> Iterator[Hit]:
    """余下两跨预计2024年年底合龙, in an article of June 2025: a term with its year that is long over."""
    document, text = analysis.document, analysis.document.text
    assert document.date is not None
    for mention in analysis.mentions:
        stamp = stamp_of(mention)
        if stamp is None or not writes_year(mention) or is_quoted(text, mention.start):
            continue
        days = stamp.days()
        mark = _DUE.search(text, max(0, mention.start - 8), mention.start)
        if days is None or mark is None or (document.date - days[1]).days not in _LONG_OVER:
            continue
        sentence = sentence_at(text, mention.start)
        if not _DUE_TO.match(text, mention.core_end) or _TOLD_THEN.search(text, sentence.start, sentence.end):
            continue
        others = (other for other in analysis.mentions if other is not mention and other.quantity.kind == "date")
        if any(_began_before(other, days[1]) for other in others) or not is_read(analysis, mention.start):
            continue
        said = SpanEvidence(*mark.span("mark"), mark["mark"])
        values = {"written": mention.text, "today": document.date.isoformat(), "mark": mark["mark"]}
        yield Hit(mention.core, values, (said, Derivation(f"{days[1].isoformat()} < {document.date.isoformat()}")))


def _began_before(other: Mention, day: datetime.date) -> bool:
    """Whether another date of the text is so early that the plan may have been made then."""
    stamps = [end for end in (other.quantity.value, other.quantity.low) if isinstance(end, Stamp)]
    return any(days[0] <= day for stamp in stamps if (days := stamp.days()) is not None)


def _last_day(text: str, mention: Mention) -> datetime.date | None:
    """The day of a date, the last one of a month that 将于 leads to."""
    stamp = stamp_of(mention)
    if stamp is None or stamp.month is None:
        return None
    if stamp.day is None and not _OF_A_MONTH.search(text, max(0, mention.start - 5), mention.start):
        return None
    days = stamp.days()
    return days[1] if days is not None else None


def _mark_of_future(text: str, mention: Mention) -> re.Match[str] | None:
    before = _TO_COME.search(text, max(0, mention.start - 10), mention.start)
    return before or _TO_COME_BEHIND.match(text, mention.core_end)


def _is_written_before(analysis: Analysis, mention: Mention, day: datetime.date) -> bool:
    """Whether another day of the text lies before it, on which it may have been foretold."""
    others = (day_of(other) for other in analysis.mentions if other is not mention)
    return any(other is not None and 0 < (day - other).days <= _BACK for other in others)


# --- not yet over --------------------------------------------------------------------------------------------

_N = r"(?:1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])"
_PERIOD = re.compile(
    rf"(?<![比较])(?P<half>上)半年|(?<![0-9一二三四前头])第?(?P<quarter>[一二三四])季度|[前头](?P<few>[两二三])个?季度"
    rf"|(?<![0-9一二三四五六七八九十])(?P<own>{_N})月(?:份)?(?:全月|整月|一整月)"
    rf"|(?<![0-9一二三四五六七八九十年月])[1一]月?(?:至|到|—|－|-|～)(?P<month>{_N})月(?:份)?(?![0-9一二三四五六七八九十])|[前头](?P<months>{_N})个月"
)
_GOES_ON = re.compile(
    r"(?:本|正|一向|历来|向来|通常|一般|往往)?是"
    r"|以来|开始|起|有望|末|前|初|至今|目标|计划|首|第一|后|之后|预期|的|还|里程|里|财"
)
_GREW = re.compile(
    r"[^。；！？\n]{0,44}?(?:同比|环比|比上年|较上年|比去年|较去年|比年初)[^。；]{0,10}?[0-9]|[^。；！？\n]{0,30}?比(?:上个?月|去年|上年)(?:同期)?[多少高低增减][^。；，]{0,4}?[0-9一二两三四五六七八九十]|[^。；！？\n]{0,30}?(?:增长|下降|上升|回落|增速为?)(?:了)?[0-9]"
    r"|[，,]?[^。；！？\n]{0,16}?(?:新增|实现|完成|接待|签约|累计|投放|吸引)[^。；，]{0,12}[0-9]"
)
_ONE_MONTH = re.compile(r"[0-9一二三四五六七八九十]月|[单当首]月|[前头][0-9一二三四五六七八九十]+个月")
"""What says that only a month of it is told: 四季度，10月单月销售2.3亿元."""
_FIGURE = re.compile(r"[0-9.]+[%万亿倍元个人]")
_AHEAD = re.compile(
    r"将|预计|预测|有望|力争|计划|目标|预期|预算|任务(?!的)|安排|拟|可达|争取|确保|去年|上年|前年|往年|历年|财年|财季|赛季|20[0-9]{2}年|19[0-9]{2}年|上一年|(?<!今)年前|[“”]"
)
_SLACK = 9
"""Days before its end on which figures of a period may be told as whole."""
_LATEST = 3
"""Months at most that the end of a period may lie ahead, lest it be that of last year."""


def period_not_over(analysis: Analysis) -> Iterator[Hit]:
    """上半年，规上工业增加值增长6.2%, in an article of May: figures of a period that still runs."""
    text, today = analysis.document.text, analysis.document.date
    if today is None or today.month < _LATEST:
        return
    for match in _PERIOD.finditer(text):
        first, last = _months(match)
        end = datetime.date(today.year + last // 12, last % 12 + 1, 1)
        if not first <= today.month <= last <= today.month + _LATEST or (end - today).days <= _SLACK:
            continue
        sentence = sentence_at(text, match.start())
        grown = _GREW.match(text, match.end())
        if (
            grown is None
            or _ONE_MONTH.search(_FIGURE.split(grown.group())[0])
            or _GOES_ON.match(text, match.end())
            or is_quoted(text, match.start())
        ):
            continue
        head = text[sentence.start : grown.end()].replace(f"{today.year}年", "").replace("同比", "")
        if _AHEAD.search(head.replace("比上年", "").replace("比去年", "").replace("较上年", "").replace("较去年", "")):
            continue
        if is_read(analysis, match.start()) and not _OTHER_YEAR.search(_paragraph(text, match.start(), today.year)):
            expected = f"{last}月{(end - datetime.timedelta(days=1)).day}日"
            values = {"written": match.group(), "today": today.isoformat(), "end": expected}
            yield Hit(Span(*match.span()), values, (Derivation(f"{match.group()} → {expected} > {today.isoformat()}"),))


_OTHER_YEAR = re.compile(r"去年(?!同)|前年|往年|财年|财季|财务年|(?:19|20)[0-9]{2}年|截至|半年报|年报")


def _paragraph(text: str, at: int, year: int) -> str:
    """The paragraph of a place without the article's own year."""
    paragraph = paragraph_at(text, Span(at, at))
    return text[paragraph.start : paragraph.end].replace(f"{year}年", "")


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match["own"]:
        own = whole_number(match["own"]) or 12
        return own, own
    if match["half"]:
        return 1, 6
    if match["quarter"]:
        quarter = "一二三四".index(match["quarter"]) + 1
        return 3 * quarter - 2, 3 * quarter
    if match["few"]:
        return 1, 9 if match["few"] == "三" else 6
    return 1, whole_number(match["month"] or match["months"]) or 12
