"""Title and body in, runs, levels, lengths, days and groups of people out that the body counts otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.captions import has_value
from figcheck.checks.likeness import odd_character
from figcheck.checks.phrases import pattern
from figcheck.checks.terms import text_of
from figcheck.data.place_words import TAKES_PLACE
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.numerals import whole_number

_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"


def counted_otherwise(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """三连涨 over 连续第四周; 提至100万元 over 由60万元提高至80万元; 闭馆15天 over 1日至25日; 四名 over 三人均."""
    text = text_of(analysis)
    for check in (
        *(_runs, _longer_runs, _levels, _most, _moved_by, _days, _groups),
        *(_places, _named_places, _medals, _podium, _turned, _marks),
    ):
        yield from check(text, title)
    for read in (_months, _hours, _spells, _years, _crowds, _event_days):
        yield from read(analysis, title)


def _hit(text: str, span: Span, other: re.Match[str]) -> Hit:
    written, told = text[span.start : span.end], other.group()
    values: dict[str, str | Word] = {"written": written, "expected": told, "how": Word("told")}
    evidence = (SpanEvidence(*other.span(), told), Derivation(f"{written} ≠ {told}"))
    return Hit(span, values, evidence, told, against=span.start)


# --- runs ------------------------------------------------------------------------------------------------------

_RUN = re.compile(
    rf"连续第?(?P<n>{_N})(?:个)?(?P<unit>年|季度|月|周|届|场|轮|天|次|交易日)|(?P<n2>[二两三四五六七八九十])连(?P<what>涨|跌|降|冠|胜|败|升|增|阳|阴|亏|霸|平)"
    rf"|连(?:涨|跌|降|升|增|亏)(?P<n3>{_N})个?(?P<unit3>年|季|月|周|天|日)"
)


def _runs(text: str, title: Span) -> Iterator[Hit]:
    """三连涨, 连续三年: the run that the body tells of is longer or shorter."""
    head = _RUN.search(text, title.start, title.end)
    body = list(_RUN.finditer(text, title.end)) if head is not None else []
    if head is None or not body:
        return
    number, numbers = _number(head), {_number(match) for match in body}
    units = [(match["unit"] or match["unit3"] or "")[:1] for match in (head, body[0])]
    same = "" in units or units[0] == units[1]
    if same and len(numbers) == 1 and number not in numbers:
        yield _hit(text, Span(*head.span()), body[0])


def _number(match: re.Match[str]) -> int:
    return whole_number((match["n"] or match["n2"] or match["n3"]).replace("两", "二")) or 0


_IN_A_ROW_OF = re.compile(rf"(?P<n>{_N})连(?P<what>[胜败冠平])")
_REACHED = r"(?:纪录|记录|场次|势头|数)?[^，。；0-9]{0,10}?(?:为|到|至|是|达|成|了)(?P<n>§)(?:连§§|场|轮|次)"


def _longer_runs(text: str, title: Span) -> Iterator[Hit]:
    """豪取12连胜 over 把连胜场次增加到13场."""
    head = _IN_A_ROW_OF.search(text, title.start, title.end)
    if head is None or text.find(f"连{head['what']}", title.end) < 0 or text.find(f"{head['n']}场", title.end) >= 0:
        return
    reached = re.compile(f"连{head['what']}" + _REACHED.replace("§§", head["what"]).replace("§", _N))
    body = list(reached.finditer(text, title.end))
    told = {_number_of(match) for match in (*body, *_IN_A_ROW_OF.finditer(text, title.end))}
    if len(body) == 1 and len(told) == 1 and _number_of(head) not in told:
        yield _hit(text, Span(*head.span()), body[0])


# --- new levels ------------------------------------------------------------------------------------------------

_VALUE = r"[0-9][0-9.,]*[万亿]{0,2}(?:元|%|人|岁|天|个月|年|度|公里|分钟|小时|倍|吨)"
_RAISED = "提高|上调|下调|提升|调整|调|增加|增|降低|降|减少|减|缩短|延长|提|涨|扩大|压缩"
_TO = re.compile(rf"(?:{_RAISED})(?:至|到|为)(?P<value>{_VALUE})")
_FROM_TO = re.compile(rf"[由从](?P<first>{_VALUE})[^，。；0-9]{{0,4}}(?:{_RAISED})(?:至|到|为)(?P<value>{_VALUE})")


def _levels(text: str, title: Span) -> Iterator[Hit]:
    """额度提至100万元 over 由60万元提高至80万元: the only step of the body ends elsewhere."""
    head = _TO.search(text, title.start, title.end)
    body = list(_FROM_TO.finditer(text, title.end)) if head is not None else []
    if head is None or len(body) != 1 or has_value(text, head["value"], title.end):
        return
    other = body[0]
    if _unit(head["value"]) != _unit(other["value"]) or not _shares_words(text, title, head.start(), other.start()):
        return
    yield _hit(text, Span(*head.span("value")), other)


_GIVES = "奖励|奖|补贴|补助|补偿|补|罚款|处罚|罚|赔付|赔偿|赔|贷款|贷|减免|减|返还|返|免|优惠|领取|领|发放|发"
_AT_MOST = re.compile(rf"最[高多](?:可|能|将)?(?P<verb>{_GIVES})(?P<value>{_VALUE})")
_MORE_OF_IT = re.compile(rf"(?P<verb>{_GIVES})(?P<value>{_VALUE})")


def _most(text: str, title: Span) -> Iterator[Hit]:
    """最高奖5000元 over 每件奖励6000元: the body gives more, and the title's amount nowhere."""
    head = _AT_MOST.search(text, title.start, title.end)
    if head is None or has_value(text, head["value"], title.end):
        return
    for other in _MORE_OF_IT.finditer(text, title.end):
        if _unit(other["value"]) != _unit(head["value"]) or head["verb"][0] != other["verb"][0]:
            continue
        if _number_in(other["value"]) > _number_in(head["value"]):
            yield _hit(text, Span(*head.span("value")), other)
            return


def _number_in(value: str) -> Fraction:
    match = re.match("[0-9.,]+", value)
    return Fraction(match.group().replace(",", "").rstrip(".")) if match is not None else Fraction(0)


def _unit(value: str) -> str:
    return re.sub("[0-9.,]", "", value)


def _shares_words(text: str, title: Span, head: int, other: int) -> bool:
    lead = text[max(title.start, head - 10) : head]
    sentence = text[max(title.end, text.rfind("。", title.end, other) + 1) : other]
    return any(
        re.fullmatch("[一-龥]{2}", lead[at : at + 2]) and lead[at : at + 2] in sentence for at in range(len(lead) - 1)
    )


# --- days ------------------------------------------------------------------------------------------------------

_FOR_DAYS = re.compile(rf"(?P<verb>[一-龥]{{2}})(?P<n>{_N})天")
_FROM_DAY = r"(?P<first>[0-9]{1,2})日[至到—-](?:(?P<month2>[0-9]{1,2})月)?(?P<last>[0-9]{1,2})日"


def _days(text: str, title: Span) -> Iterator[Hit]:
    """闭馆15天 over 6月1日至25日闭馆."""
    head = _FOR_DAYS.search(text, title.start, title.end)
    if head is None:
        return
    verb = re.escape(head["verb"])
    body = list(
        re.compile_anew(rf"(?:(?P<month>[0-9]{{1,2}})月)?{_FROM_DAY}[^，。0-9]{{0,4}}{verb}").finditer(text, title.end)
    )
    if len(body) != 1 or body[0]["month2"] not in (None, body[0]["month"]):
        return
    days = int(body[0]["last"]) - int(body[0]["first"]) + 1
    if days > 1 and (whole_number(head["n"]) or 0) not in (days, days - 1):
        yield _hit(text, Span(head.start("n"), head.end()), body[0])


# --- groups ----------------------------------------------------------------------------------------------------

_PEOPLE = re.compile(rf"(?<![第前后首余多几])(?P<n>{_N})(?:名|位|人)(?!以|次)")
_ALL_OF_THEM = re.compile(
    rf"(?:共|一共|总共|合计)(?:有|涉案|涉及|抓获|查处|处理){{0,2}}(?P<n2>{_N})(?:人|名|位)(?!次)|(?<=[，。；])(?:这)?(?P<n>{_N})人"
    "(?:均|都|全部|皆|已|无|合力|一起|一同|联手|同时|齐心|轮流|分头|先后|当场|相继|合作|轮番|各自|手拉手)"
)


def _groups(text: str, title: Span) -> Iterator[Hit]:
    """四名工人被救下 over a text that ends 三人均无大碍, and counts nobody else."""
    heads = list(_PEOPLE.finditer(text, title.start, title.end))
    body = list(_PEOPLE.finditer(text, title.end)) if len(heads) == 1 else []
    group = _ALL_OF_THEM.search(text, title.end) if body else None
    number = _number(group) if group is not None else 0
    if group is None or {_number_of(match) for match in body} != {number}:
        return
    if _number_of(heads[0]) != number and number > 1:
        yield _hit(text, Span(*heads[0].span()), group)


# --- kinds of places -------------------------------------------------------------------------------------------

_PLACES = re.compile(
    rf"(?<![第0-9一二两三四五六七八九十])(?P<n>{_N})(?P<what>[馆校县市区镇乡村桥路线企院队国省厂港岛站园])(?![家级籍内外])"
)


def _places(text: str, title: Span) -> Iterator[Hit]:
    """两馆同日开门 over 图书馆、文化馆、博物馆: the only row of such places in the body is longer or shorter."""
    for head in _PLACES.finditer(text, title.start, title.end):
        what, number = head["what"], _number_of(head)
        rows = list(re.compile(rf"(?:[一-龥]{{1,8}}?{what}、)+[一-龥]{{1,8}}?{what}").finditer(text, title.end))
        listed = rows[0].group().count("、") + 1 if len(rows) == 1 else number
        if listed == number or not number >= 2 or abs(listed - number) > 2 or text.startswith("等", rows[0].end()):
            continue
        counted = {_number_of(match) for match in _COUNTED.finditer(text, title.end)}
        if listed in counted and number not in counted:
            yield _hit(text, Span(*head.span()), rows[0])


_COUNTED = re.compile(
    rf"(?<![第0-9一二两三四五六七八九十])(?P<n>{_N})(?:座|个|所|家|处|条|支|大|[馆校县市区镇乡村桥路线企院队国省厂港岛站园])"
)


_NAMED_PLACES = re.compile(
    rf"(?<![第0-9一二两三四五六七八九十])(?P<n>{_N})(?:所|家|座|条|个|支|处|大)(?P<noun>[一-龥]{{2}})(?![家级籍内外])"
)


def _named_places(text: str, title: Span) -> Iterator[Hit]:
    """新增三所小学 over 城东小学、河西小学: the only row of what bears that name is longer or shorter."""
    for head in _NAMED_PLACES.finditer(text, title.start, title.end):
        noun, number = head["noun"], _number_of(head)
        rows = list(
            re.compile_anew(rf"(?:[一-龥]{{1,8}}?{noun}[、和])+[一-龥]{{1,8}}?{noun}").finditer(text, title.end)
        )
        listed = len(re.findall("[、和]", rows[0].group())) + 1 if len(rows) == 1 else number
        if listed == number or number < 2 or abs(listed - number) > 1 or text.startswith("等", rows[0].end()):
            continue
        if text.count(noun, title.end) == listed:
            yield _hit(text, Span(*head.span()), rows[0])


# --- medals ----------------------------------------------------------------------------------------------------

_MEDALS = re.compile(
    rf"(?P<n>{_N})(?:枚|块|面)?(?P<what>[金银铜])(?:牌|(?![一-龥0-9])|(?=[一二三四五六七八九十0-9]{{1,2}}[银铜]))"
)
_TOOK = re.compile("摘|夺|获|斩|揽|收获")


def _medals(text: str, title: Span) -> Iterator[Hit]:
    """夺七金 over 夺得5枚金牌, the only count of such medals."""
    for head in _MEDALS.finditer(text, title.start, title.end):
        body = [match for match in _MEDALS.finditer(text, title.end) if match["what"] == head["what"]]
        took = _TOOK.search(text, title.start, head.start())
        if took and len(body) == 1 and _number_of(body[0]) != _number_of(head):
            yield _hit(text, Span(*head.span()), body[0])


def _number_of(match: re.Match[str]) -> int:
    return whole_number(match["n"].replace("两", "二")) or 0


# --- months ----------------------------------------------------------------------------------------------------

_BARE_MONTH = re.compile(r"[十一二三四五六七八九0-9]{1,3}月")
_TO_COME = re.compile("将|拟|定于|有望|计划|明年|来年|下月|[个]月[后内]|启动|报名|推迟|改期|延期|截至|原定")


_IN_A_ROW = re.compile("连[一-龥]{0,2}$")
"""连跌四月 are four months."""


def _months(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """十月在淮阴落子 over 8月15日至17日……在淮阴举行: a month that the body has not, which is all in another."""
    text = text_of(analysis)
    dates = [mention for mention in analysis.mentions if mention.quantity.kind == "date" and _month(mention)]
    heads = [one for one in dates if title.holds(one.span) and _BARE_MONTH.fullmatch(one.text)]
    paragraphs = [block.span for block in analysis.document.blocks if block.kind == "paragraph"]
    body = [one for one in dates if any(paragraph.holds(one.span) for paragraph in paragraphs)]
    heads = [one for one in heads if _IN_A_ROW.search(text, max(0, one.start - 3), one.start) is None]
    if len(heads) != 1 or not body or len({_month(one) for one in body}) != 1 or _month(body[0]) == _month(heads[0]):
        return
    held = pattern("§", TAKES_PLACE)
    stop = text.find("。", body[0].end)
    if _TO_COME.search(text, title.end):
        return
    if held.search(text, body[0].end, stop if stop >= 0 else len(text)):
        yield _told(heads[0], body[0])


def _month(mention: Mention) -> int | None:
    quantity = mention.quantity
    stamp = quantity.value if isinstance(quantity.value, Stamp) else quantity.low
    return stamp.month if isinstance(stamp, Stamp) else None


def _told(head: Mention, other: Mention) -> Hit:
    values: dict[str, str | Word] = {"written": head.text, "expected": other.text, "how": Word("told")}
    evidence = (SpanEvidence(other.start, other.end, other.text), Derivation(f"{head.text} ≠ {other.text}"))
    return Hit(head.span, values, evidence, other.text, against=head.start)


# --- hours -----------------------------------------------------------------------------------------------------

_MOVED = re.compile(r"(?:延长?|提前|推迟|提早|改|调整|后延|顺延)[到至为]$")


def _hours(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """延至零点半 over 由23时延长至24时: the only hour to which the body moves anything."""
    text = text_of(analysis)
    times = [one for one in analysis.mentions if one.quantity.kind == "time" and isinstance(one.quantity.value, Stamp)]
    moved = [one for one in times if _MOVED.search(text, max(0, one.start - 4), one.start)]
    heads = [one for one in moved if title.holds(one.span)]
    body = [one for one in moved if one.start >= title.end]
    if len(heads) != 1 or len(body) != 1 or _clock(heads[0]) is None:
        return
    if all(_clock(one) != _clock(heads[0]) for one in times if one is not heads[0]):
        yield _told(heads[0], body[0])


_BY_SO_MUCH = re.compile(
    rf"(?P<verb>推迟|提前|延长|延后|缩短|顺延)(?:了)?(?P<n>{_N}|半)(?:个)?(?P<half>半)?(?P<unit>小时|分钟|钟头)"
)
_TIME = r"(?P<h§>[0-9]{1,2})(?:时|点|:|：)(?P<m§>[0-9]{2}|半)?分?"
_FROM_CLOCK = re.compile(
    rf"[由从](?:[一-龥]{{0,6}})?{_TIME.replace('§', '1')}[^，。；0-9]{{0,2}}"
    rf"(?:推迟|提前|延长|延后|缩短|调整|改|顺延)(?:至|到|为)(?:[一-龥]{{0,3}})?{_TIME.replace('§', '2')}"
)


def _moved_by(text: str, title: Span) -> Iterator[Hit]:
    """推迟半小时 over 由21时推迟到22时."""
    head = _BY_SO_MUCH.search(text, title.start, title.end)
    body = list(_FROM_CLOCK.finditer(text, title.end)) if head is not None else []
    if head is None or len(body) != 1 or "半小时" in text[title.end :]:
        return
    said = Fraction(1, 2) if head["n"] == "半" else Fraction(_number_of(head)) + (Fraction(1, 2) if head["half"] else 0)
    said *= _AN_HOUR if head["unit"] != "分钟" else 1
    one, other = (
        int(body[0][f"h{at}"]) * _AN_HOUR + (30 if body[0][f"m{at}"] == "半" else int(body[0][f"m{at}"] or 0))
        for at in (1, 2)
    )
    if abs(other - one) not in (said, 12 * _AN_HOUR - said, 24 * _AN_HOUR - said) and one != other:
        yield _hit(text, Span(*head.span()), body[0])


_AN_HOUR = 60


def _clock(mention: Mention) -> tuple[int, int] | None:
    """Hour and minute on a face of twelve: 晚8点 is 20时."""
    stamp = mention.quantity.value
    if not isinstance(stamp, Stamp) or stamp.clock is None:
        return None
    hour, minute = stamp.clock.split(":")[:2]
    return int(hour) % 12, int(minute)


# --- lengths ---------------------------------------------------------------------------------------------------

_BEGINS = re.compile("起|始|从|自|开始")
_ENDS = re.compile("恢复|结束|至|到|止|解除|重新|开通|放行|复[电水通工课]")
_LASTED = re.compile("(?:为期|历时|历经|持续|会期|展期|赛期|工期|连续|用时|耗时)(?:了|约)?$")
_SENTENCED = re.compile("(?:获刑|被判|判处?|领刑|入狱|服刑|刑期)[^，。；0-9一二三四五六七八九十]{0,6}$")
_TERM = re.compile("(?:徒刑|执行|获刑|判处|拘役)$")
_UNITS_OF_LENGTH = frozenset("小时 天 日 年 个月".split())


def _spells(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """停水32小时 over two days and hours that lie otherwise apart; 7天 over 为期5天; 获刑四年 over another term."""
    lengths = [one for one in analysis.mentions if one.quantity.kind == "duration" and one.quantity.hedge == "exact"]
    body = [one for one in lengths if one.start >= title.end]
    text = text_of(analysis)
    for head in lengths:
        unit, number = head.quantity.unit, head.quantity.number
        if not title.holds(head.span) or unit is None or unit.symbol not in _UNITS_OF_LENGTH or not number:
            continue
        if any(_length(one) == _length(head) for one in body) or _NO_LENGTH.match(text, head.end):
            continue
        if _SENTENCED.search(text, max(title.start, head.start - 10), head.start):
            told = [one for one in body if _TERM.search(text, max(0, one.start - 4), one.start)]
        elif unit.symbol == "年":
            continue  # a life's work, of which the body tells what it lasted in parts
        else:
            told = [one for one in body if _lasts_so(text, one) and one.quantity.unit == unit]
        if told and len({_length(one) for one in told}) == 1:
            yield _told(head, told[0])
        elif unit.symbol == "小时":
            yield from _between_hours(analysis, title, head)


_NO_LENGTH = re.compile("[前后]|以[上下内]|[之]?[内间中]|一")


def _lasts_so(text: str, length: Mention) -> bool:
    return _LASTED.search(text, max(0, length.start - 4), length.start) is not None


def _length(one: Mention) -> Fraction:
    unit = one.quantity.unit
    return (one.quantity.number or Fraction(0)) * (unit.factor if unit is not None else 1)


def _between_hours(analysis: Analysis, title: Span, head: Mention) -> Iterator[Hit]:
    """The only two days with hours of the body that something begins and ends at."""
    text = text_of(analysis)
    kinds = ("date", "time")
    stamps = [one for one in analysis.mentions if one.start >= title.end and one.quantity.kind in kinds]
    pairs = [
        (one, other)
        for one, other in pairwise(stamps)
        if (one.quantity.kind, other.quantity.kind) == kinds and other.start - one.end <= _WEEKDAY and _at(one, other)
    ]
    if len(pairs) != 2 or re.search("[。；！？\n]", text[pairs[0][1].end : pairs[1][0].start]):
        return
    opening = text[max(0, pairs[0][0].start - 2) : pairs[0][0].start] + text[pairs[0][1].end : pairs[1][0].start]
    if not _BEGINS.search(opening) or not _ENDS.search(opening[-4:] + text[pairs[1][1].end : pairs[1][1].end + 6]):
        return
    first, last = _at(*pairs[0]), _at(*pairs[1])
    if first is None or last is None:
        return
    hours = Fraction(int((last - first).total_seconds()), 3600)
    if hours > 0 and abs(hours - (head.quantity.number or 0)) >= 1:
        span = Span(pairs[0][0].start, pairs[1][1].end)
        values: dict[str, str | Word] = {"written": head.text, "expected": f"{hours}小时", "how": Word("reckoned")}
        place = SpanEvidence(span.start, span.end, text[span.start : span.end])
        yield Hit(head.span, values, (place,), None, against=head.start)


_WEEKDAY = 6
"""Characters of a weekday in brackets between a date and its hour."""


def _at(day: Mention, clock: Mention) -> datetime.datetime | None:
    one, two = day.quantity.value, clock.quantity.value
    if not isinstance(one, Stamp) or not isinstance(two, Stamp) or two.clock is None or not one.month or not one.day:
        return None
    hour, minute = (int(part) for part in two.clock.split(":")[:2])
    try:
        midnight = datetime.datetime(one.year or _LEAP, one.month, one.day)
    except ValueError:
        return None
    return midnight + datetime.timedelta(hours=hour, minutes=minute)


_LEAP = 2024

_IN_YEARS = frozenset("年 载 周年 个年头".split())
_GONE_BY = re.compile(rf"(?P<n>{_N})(?:多)?(?:年|载)(?:过去|[后前]|来|间|如一日|光阴|岁月|的时光)")
_FOUR_DIGITS = re.compile(r"(?<![0-9])[12][0-9]{3}(?=年)")
_AGE = "[0-9]{1,3}|[一二三四五六七八九十百零]{1,5}"
_BIRTHDAY = re.compile(rf"第?(?P<n>{_AGE})(?:个|岁)(?:的)?(?:生日|寿辰|大寿)")
_AGED = re.compile(rf"(?P<n>{_AGE})(?:周)?岁")
_BRIEF = 5


def _years(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """十三年 over 1988年……2019年; 79年 over 89年过去; 第一百零六个生日 over 103岁: nothing of the body makes it."""
    text = text_of(analysis)
    birthday = _BIRTHDAY.search(text, title.start, title.end)
    ages = list(_AGED.finditer(text, title.end)) if birthday is not None else []
    if birthday is not None and len({match["n"] for match in ages}) == 1:
        if abs(_number_of(birthday) - _number_of(ages[0])) > 1:
            yield _hit(text, Span(*birthday.span()), ages[0])
        return
    for head in analysis.mentions:
        quantity = head.quantity
        if not title.holds(head.span) or quantity.unit is None or quantity.unit.symbol not in _IN_YEARS:
            continue
        if quantity.hedge != "exact" or (quantity.number or 0) < _BRIEF or _NO_YEARS.match(text, head.end):
            continue
        yield from _other_years(analysis, title, head)


_NO_YEARS = re.compile("[前级期内代度产均报薪限租]|以[上下]|计划|规划|最|新|里|一遇|之|多|不遇")


def _other_years(analysis: Analysis, title: Span, head: Mention) -> Iterator[Hit]:
    """What the body says of the years instead, where that is a slip of the title's and all that it says of years."""
    text, number = text_of(analysis), int(head.quantity.number or 0)
    told = {_number_of(match): match for match in _ANY_YEARS.finditer(text, title.end)}
    if any(abs(number - one) <= 1 for one in told):
        return
    gone = [match for match in _GONE_BY.finditer(text, title.end) if _number_of(match) >= _BRIEF]
    if len({_number_of(match) for match in gone}) == 1 and _is_slip_of_years(head, _number_of(gone[0])):
        yield _hit(text, head.span, gone[0])
        return
    years = list(_FOUR_DIGITS.finditer(text, title.end))
    apart = int(years[-1].group()) - int(years[0].group()) if len(years) == 2 else 0
    if told or apart <= 0 or abs(apart - number) <= 1 or not _is_slip_of_years(head, apart):
        return
    first, last = years
    values: dict[str, str | Word] = {"written": head.text, "expected": f"{apart}年", "how": Word("reckoned")}
    evidence = tuple(SpanEvidence(*year.span(), year.group()) for year in years)
    working = Derivation(f"{last.group()} − {first.group()} = {apart}")
    yield Hit(head.span, values, (*evidence, working), None, against=head.start)


_ANY_YEARS = re.compile(rf"(?<![第0-9])(?P<n>{_N})(?:多|个)?(?:周?年(?![代级度])|载|岁|度|春秋|个?寒暑)")


def _is_slip_of_years(head: Mention, years: int) -> bool:
    number = int(head.quantity.number or 0)
    swapped = number != years and str(number) == str(years)[::-1]
    return swapped or (number - years) % 10 == 0 or abs(number - years) == 2


# --- places on the podium --------------------------------------------------------------------------------------

_WON = (
    (1, "夺冠 冠军 摘金 金牌 折桂 夺魁 问鼎 头名 第一名 榜首"),
    (2, "亚军 摘银 银牌 次席 第二名 第二位"),
    (3, "季军 摘铜 铜牌 第三名 第三位"),
)
_PLACES_WON = {word: rank for rank, line in _WON for word in line.split()}
_PODIUM = re.compile("|".join(sorted(_PLACES_WON, key=len, reverse=True)))
_NOT_WON = re.compile(
    "目标|冲|争|无缘|卫冕|痛失|错失|上届|去年|曾|前|世界|奥运|亚运|负于?|击败|战胜|不敌|力克|指导|教练|老|[0-9一二三四五六七八九十两][枚块面]?$"
)
_ON_THE_WAY = re.compile("预赛|初赛|半决赛|资格赛|小组|单项|首[日轮站]|第[一二三四][轮站阶]|分站|半程|暂")


def _podium(text: str, title: Span) -> Iterator[Hit]:
    """摘银牌 over 获得第三名: the only place that the body tells of is another one."""
    heads = list(_PODIUM.finditer(text, title.start, title.end))
    body = list(_PODIUM.finditer(text, title.end)) if len(heads) == 1 else []
    if not body or len({_PLACES_WON[match.group()] for match in body}) != 1:
        return
    head, other = heads[0], body[0]
    if any(_NOT_WON.search(text, max(0, one.start() - 6), one.start()) for one in (head, *body)):
        return
    behind = [text[one.end() : one.end() + 2] for one in (head, *body)]
    if any(_ON_THE_WAY.search(text, max(0, one.start() - 24), one.end()) for one in (head, *body)):
        return
    if any(re.match("[得赛教队杯级]|奖[牌金]|[者候]|以|之", one) for one in behind):
        return
    if _PLACES_WON[head.group()] != _PLACES_WON[other.group()]:
        yield _hit(text, Span(*head.span()), other)


# --- which way it went -----------------------------------------------------------------------------------------

_WAYS = (
    ("上调 上涨 涨价 提价 走高 攀升 上升 上扬 回升", "下调 下跌 跌价 降价 走低 回落 下降 下滑 下行"),
    ("增长 增加 增多 上升 扩大", "下降 减少 减小 下滑 缩小 收窄 萎缩"),
    ("提高 提升 升高 上调", "降低 下降 下调 调低"),
    ("延长", "缩短 压缩"),
    ("提前", "推迟 延后 顺延 延期"),
)
_WAY = re.compile("|".join(sorted({word for pair in _WAYS for side in pair for word in side.split()})))
_NO_WAY = re.compile("[不未没无止防抗停缓遏抑控缩减降涨升]$|制$|压力|能否|会否|是否|拟|反对|拒绝|谁")
_WAY_ON = re.compile("[空预限率幅通区期压周机电]|趋|风险|势头|放缓|收窄|回落|转|[吗？?]|难|[的]|乏力|受阻")


def _turned(text: str, title: Span) -> Iterator[Hit]:
    """价格今起上调 over 每吨分别下调235元: the body knows of the other way alone, of what the title names."""
    heads = list(_WAY.finditer(text, title.start, title.end))
    if len(heads) != 1 or _WAY_ON.match(text, heads[0].end()):
        return
    head, word = heads[0], heads[0].group()
    if _NO_WAY.search(text, max(title.start, head.start() - 4), head.start()):
        return
    sides = [(pair, at) for pair in _WAYS for at in (0, 1) if word in pair[at].split()]
    turned = {one for pair, at in sides for one in pair[1 - at].split()}
    body = list(_WAY.finditer(text, title.end))
    named = [match for match in body if _shares_words(text, title, head.start(), match.start())]
    if len(body) > _FEW_WAYS or any(match.group() not in turned for match in named):
        return
    against = [match for match in named if _BY_FIGURE.match(text, match.end())]
    if against:
        yield _hit(text, Span(*head.span()), against[0])


_FEW_WAYS = 6
_BY_FIGURE = re.compile("(?:了|约|近|超|逾|达|至|到|为|幅度){0,3}(?:[0-9]|[一二三四五六七八九十]成|一半)")


# --- round marks and crowds ------------------------------------------------------------------------------------

_SIZES = {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11}
_SIZES |= {"万亿": 10**12, "十万": 10**5, "千": 10**3}
_PASSED = re.compile(
    "(?:突破|首破|冲破|已破|(?<![打踏勘侦攻识冲击])破|超过?|迈上|跨上|跃上|站上|越过)(?P<size>[百千]?亿|十亿|万亿|[百千十]万)(?:大关|元|台阶|$|[\\s！，\n])"
)


def _marks(text: str, title: Span) -> Iterator[Hit]:
    """首日票房破亿 over 首日票房9680万元: all amounts of the body stay below, and the next one just below."""
    head = _PASSED.search(text, title.start, min(len(text), title.end + 1))
    if head is None or re.search("在望|在即|将|有望|力争|冲刺|目标|离|距", text[title.start : title.end]):
        return
    mark = _SIZES[head["size"]]
    if head["size"] in text[title.end :].replace(head["size"] + "分", ""):
        return
    amounts = [(_amount(match), match) for match in _AMOUNT.finditer(text, title.end)]
    most = max(amounts, key=lambda one: one[0], default=None)
    if most is not None and mark * _CLOSE_BY <= most[0] < mark and not _shown_more(amounts, mark):
        alone = len(amounts) == 1 and most[0] >= mark * _JUST_BELOW
        if alone or _shares_words(text, title, head.start(), most[1].start()):
            yield _hit(text, Span(head.start(), head.end("size")), most[1])


_CLOSE_BY, _JUST_BELOW = 0.8, 0.95
_AMOUNT = re.compile(
    r"(?<![0-9.])(?P<value>[0-9]+(?:\.[0-9]+)?)(?P<size>万亿|亿|万)?(?:元|人次|吨|人|件|斤|台|辆|美元)"
)


def _amount(match: re.Match[str]) -> float:
    return float(match["value"]) * _SIZES.get(match["size"] or "", 1)


def _shown_more(amounts: Sequence[tuple[float, re.Match[str]]], mark: int) -> bool:
    """Whether two amounts that are told make the mark together."""
    few = [value for value, _ in amounts[:_FEW_AMOUNTS]]
    return any(one + other >= mark for one, other in pairwise(few) if one != other)


_FEW_AMOUNTS = 40
_CROWD = re.compile(
    r"(?<![0-9一二两三四五六七八九十数近超多几约过上成逾])(?P<size>[十百千]万|[千万])(?:名|位|余)?(?P<noun>[一-龥]{2})"
)


def _crowds(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """百万农民上夜校 over 参加学习的农民已达十万三千人: the only count of them in the body is a tenth."""
    text = text_of(analysis)
    head = _CROWD.search(text, title.start, title.end)
    if head is None or text.find(head["size"] + head["noun"], title.end) >= 0:
        return
    size, noun = _SIZES[head["size"]], head["noun"]
    counts = [one for one in analysis.mentions if one.start >= title.end and _counts_people(one)]
    of_them = [one for one in counts if noun in text[max(title.end, one.start - 12) : one.end + 6]]
    if len(of_them) != 1 or not all(_is_of_another_size(one, size) for one in counts):
        return
    yield _told_as(head, of_them[0])


def _counts_people(one: Mention) -> bool:
    unit = one.quantity.unit
    return unit is not None and unit.symbol in ("人", "名", "位", "人次") and one.quantity.number is not None


def _is_of_another_size(one: Mention, size: int) -> bool:
    return (one.quantity.number or Fraction(0)) * 4 < size


def _told_as(head: re.Match[str], other: Mention) -> Hit:
    span = Span(head.start(), head.end("noun"))
    values: dict[str, str | Word] = {"written": head.group(), "expected": other.text, "how": Word("told")}
    evidence = (SpanEvidence(other.start, other.end, other.text), Derivation(f"{head.group()} ≠ {other.text}"))
    return Hit(span, values, evidence, None, against=span.start)


# --- the day of an event ---------------------------------------------------------------------------------------

_SET_FOR = re.compile("(?:将于|将在|定于|拟于|自|从|计划于|预计于)$")
_FROM_THEN = re.compile("[^，。；、0-9]{0,6}(?:起|正式|将)")
_RELATIVE = re.compile("[今明昨后前][天日晚早]|即日|次日|翌日")


def _event_days(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """12月1日开馆 over 将于12月10日正式开放: the only day that the body sets is a slip of the title's."""
    text = text_of(analysis)
    days = [one for one in analysis.mentions if _month_and_day(one) is not None]
    heads = [one for one in days if title.holds(one.span)]
    body = [one for one in days if one.start >= title.end]
    if len(heads) != 1 or _RELATIVE.search(text, title.start) is not None:
        return
    head = heads[0]
    if any(_month_and_day(one) == _month_and_day(head) for one in body):
        return
    told = [one for one in body if _SET_FOR.search(text, max(0, one.start - 4), one.start)]
    told = [one for one in told if _FROM_THEN.match(text, one.end) or text[one.start - 1] == "于"]
    if text.startswith("起", head.end) and any(text.startswith("起", one.end) for one in told):
        return
    if len({_month_and_day(one) for one in told}) == 1 and _is_slip_of_day(head, told[0]):
        lead, behind = text[title.start : head.start], text[head.end : title.end]
        if _shares_any(lead + "|" + behind, _sentence(text, told[0].start)):
            yield _told(head, told[0])


def _month_and_day(one: Mention) -> tuple[int, int] | None:
    stamp = one.quantity.value
    if one.quantity.kind != "date" or not isinstance(stamp, Stamp) or not stamp.month or not stamp.day:
        return None
    return stamp.month, stamp.day


def _is_slip_of_day(one: Mention, other: Mention) -> bool:
    first, second = _month_and_day(one) or (0, 0), _month_and_day(other) or (0, 0)
    if first[1] == second[1]:
        return True
    days = str(first[1]), str(second[1])
    dropped = days[0] in days[1] or days[1] in days[0]
    return first[0] == second[0] and (dropped or (len(days[0]) == len(days[1]) and odd_character(*days) is not None))


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
    stop = re.compile("[。！？\n]|$").search(text, at)
    return text[start : stop.start() if stop is not None else len(text)]


def _shares_any(words: str, sentence: str) -> bool:
    pairs = (words[at : at + 2] for at in range(len(words) - 1))
    return any(re.fullmatch("[一-龥]{2}", pair) and pair in sentence for pair in pairs)
