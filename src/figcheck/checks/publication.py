"""Dates after the article's in, those that it tells of as past and those of its own date line out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import (
    alternatives,
    article_days,
    dateline_day,
    day_of,
    is_quoted,
    is_titled,
    mentions_in,
    nearest_day,
    other_years,
    sentence_at,
    stamp_of,
    writes_year,
)
from figcheck.data.calendar_words import FUTURE_MARKS, PAST_MARKS, STATISTICS, WEAK_FUTURE_MARKS, WEAK_PAST_MARKS
from figcheck.model import (
    Analysis,
    Block,
    Dateline,
    Derivation,
    Evidence,
    Hit,
    Mention,
    Span,
    SpanEvidence,
    Stamp,
    Word,
)

# --- told as past --------------------------------------------------------------------------------------------

_PAST = re.compile(
    rf"{alternatives(PAST_MARKS)}|(?<!日)闭幕(?![会式])|[0-9点分]时?许[，,]"
    r"|(?:当晚|当天|当日|首日|现场)[^，。；]{0,10}(?:超过|突破|达到?|逾|接待|共有?|有)[^，。；]{0,6}[0-9]"
    r"|发生(?:一起|了?[0-9一两多]|火灾|事故|交通|爆炸|坍塌|车祸|碰撞)"
    r"|(?:参加|参与|经历|遭遇|受到?|来|去|到|做|写|办|开展|获得|拿|当|修|举行|举办|组织|发生|出现)过(?![程后度年节渡])"
    r"|(?:吸引|接待|迎来)[^，。；]{0,8}[0-9.]+[万余多]*(?:人次|名?观众|名?游客|位观众)"
    rf"|(?P<weak>{alternatives(WEAK_PAST_MARKS)})"
)
_MAYBE_LATER = re.compile(alternatives(WEAK_FUTURE_MARKS))
_SURELY_LATER = re.compile(r"将|预计|计划|力争|届时|有望|拟|定于")
_FUTURE = re.compile(rf"{alternatives(FUTURE_MARKS)}|(?<![老名小大虎女武部干])将(?![军士领帅近其他她它])|(?<![模虚])拟")
_NOT_DONE = re.compile(
    r"为了|除了|了如|未了|罢了|了解(?!到)|了不起|已[售购订]|(?:节|节气|节日)了|已(?:定|确定|就绪)|[备排订印练招核贴定]了|(?<![减增])[多少]了[0-9一二三四五六七八九十]|[备排订印练招][好完]了"
)
_BEFOREHAND = re.compile(
    r"(?:目前|(?<![兑实出表发呈展体再涌])现(?!场)|日前|近日|此前|方案|通知|计划|日程|赛程|公告|安排|预案|往年|去年|上届|历届|历年)[^，。；]{0,8}$"
)
_WHICH = re.compile(r"[^，。；、：]{0,14}的")
_AFTER_THAT = re.compile(r"[^，。；]{0,14}(?:后|前|之际|时)，")
_OTHER_TIME = re.compile(r"已经?(?:[于在])?(?:昨|前天|日前|近日|本月|上月|今[天日])")
_SAW = re.compile(r"[，,]?(?:本报|本台|本网)?记者[^，。；]{0,14}(?:看到|获悉|了解到)")
_AT_THE_MEETING = re.compile(r"(?:上午|下午|晚)?(?:召开|举行|举办)的[^，。；]{1,16}(?P<mark>获悉|了解到)")
_ASKED = re.compile(r"记者(?:从|在|获悉|了解|采访|走访|看到)?$")
_AS_OF = re.compile(r"(?:截至|截止到?|(?<![\u4e00-\u9fff])[到至])$")
_STATED = re.compile(r"[^。；]{1,30}(?P<mark>同比|环比|比上年|(?:率|比例|指数|均价)达到?)[^，。；]{0,6}[0-9]")
_YEAR_END = re.compile(r"(?:[年月]末|[年月]底)")
_BEGINS_LATER = re.compile(r"(?:起|开始|前|之前|以前|后|止|之后|以后|至|到(?![任访岗达场位货手来校账期])|—|-|～)")
_LIKELY = 45
"""A bare month and day up to so many days ahead is rather a slip than the same day of another year."""


def future_as_past(analysis: Analysis) -> Iterator[Hit]:
    """A day after the article's that the article reports as done."""
    document = analysis.document
    if document.date is None:
        return
    latest = max(article_days(document))
    told: list[Span] = []
    for mention in analysis.mentions:
        stamp = stamp_of(mention) or _first_day(mention)
        if stamp is None or not _is_after(analysis, mention, stamp, latest):
            continue
        if _COUNTED_DOWN.search(document.text, max(0, mention.start - 4), mention.start):
            continue
        if _is_dateline(analysis, mention) or is_quoted(document.text, mention.start):
            continue
        mark = _told_as_past(document.text, mention)
        if mark is None and not _is_foretold(analysis, mention, stamp):
            mark = _of_a_report(analysis, mention, stamp)
        if mark is not None and is_titled(document.text, mark):
            continue  # 儿童剧《月亮忘记了》
        if mark is not None and _is_one_of_a_plan(analysis, mention, mark):
            continue
        if mark is not None:
            mark = _with_its_verb(document.text, mark)
            evidence: tuple[Evidence, ...] = (
                SpanEvidence(mark.start, mark.end, document.text[mark.start : mark.end]),
                *_day_of_page(analysis),
                Derivation(f"{stamp.iso()} > {document.date.isoformat()}"),
            )
            values: dict[str, str | Word] = {
                "written": mention.text,
                "today": document.date.isoformat(),
                "mark": document.text[mark.start : mark.end],
                "how": Word("told"),
            }
            told.append(mention.span)
            yield Hit(mention.span, values, evidence)
    if not any(int(year) > latest.year for year in _LATER.findall(document.text)):
        return
    from figcheck.checks.strayed_years import strayed_years  # few articles tell of so late a year

    for hit in strayed_years(analysis):
        if not any(span.overlaps(hit.span) for span in told):
            yield hit


_COUNTED_DOWN = re.compile(r"(?<![相])(?:距离?|离)(?:今年)?$")
"""距6月14日投票还有17天."""


_LATER = re.compile("([1-9][0-9]{3})年")
_MADE_KNOWN = tuple("宣布 通报 公布 发布 披露".split())


def _is_one_of_a_plan(analysis: Analysis, mention: Mention, mark: Span) -> bool:
    """Whether a bare 公布 has another day to come beside it: 成绩4月18日公布，面试在5月10日."""
    text = analysis.document.text
    if not text.startswith(_MADE_KNOWN, mark.start) or text.startswith(("了", "消息"), mark.end):
        return False
    own = stamp_of(mention) or _first_day(mention)
    others = (one for one in mentions_in(analysis, sentence_at(text, mention.start)) if one is not mention)
    days = [stamp_of(one) or _first_day(one) for one in others]
    return own is not None and any(day is not None and _is_later(day, own) for day in days)


def _is_later(day: Stamp, own: Stamp) -> bool:
    """Whether a day of a month is behind another, as far as the two are told."""
    if day.day is None or own.day is None:
        return False
    return (day.month or own.month or 0, day.day) > (own.month or day.month or 0, own.day)


def _day_of_page(analysis: Analysis) -> tuple[Evidence, ...]:
    """Where the page says when it was published, if that is what its date was read from."""
    document = analysis.document
    field = document.masthead.date
    if field is None or document.date_origin != "masthead":
        return ()
    return (SpanEvidence(field.span.start, field.span.end, document.text[field.span.start : field.span.end]),)


def _with_its_verb(text: str, mark: Span) -> Span:
    """挂了, not 了 alone; 已运行, not 已."""
    if mark.end - mark.start > 1:
        return mark
    if text[mark.start] == "已":
        return Span(mark.start, min(len(text), mark.end + 2))
    return Span(max(0, mark.start - 1), mark.end)


def _first_day(mention: Mention) -> Stamp | None:
    """The first of a range of days."""
    low = mention.quantity.low
    return low if isinstance(low, Stamp) and low.day is not None else None


def _is_dateline(analysis: Analysis, mention: Mention) -> bool:
    dateline = analysis.document.masthead.dateline
    return dateline is not None and dateline.span.holds(mention.core)


_LAST_DAYS = 3
"""截至8月底 may be said on the last days of August."""


def _is_after(analysis: Analysis, mention: Mention, stamp: Stamp, latest: datetime.date) -> bool:
    """Whether the whole of a day or month comes after the article, and no other year can be meant."""
    days = _part_of_year(analysis, mention, stamp).days()
    if days is None or (stamp.month is None and not _ends_year(analysis, mention, stamp)):
        return False
    first = days[1] if stamp.month is None or _YEAR_END.search(mention.text) else days[0]
    if first <= latest or (_YEAR_END.search(mention.text) and (first - latest).days <= _LAST_DAYS):
        return False
    if writes_year(mention):
        return (first - latest).days < 800
    if "月" not in mention.text and stamp.month != latest.month and (stamp.day or latest.day) <= latest.day:
        return False  # 距6月14日投票还有17天，28日公布的民调显示
    if _THIS.search(analysis.document.text, max(0, mention.start - 3), mention.start) and latest.month > _BEGINNING:
        return (first - latest).days <= _THIS_YEAR
    if stamp.day is None and not _YEAR_END.search(mention.text):
        return False  # 2月份原油期货; in January 今年3月 may still be the year before
    return (first - latest).days <= _farthest(analysis, mention, first) and not other_years(analysis, mention)


def _farthest(analysis: Analysis, mention: Mention, first: datetime.date) -> int:
    """So many days ahead a day without a year may lie; more where 截至 and 今年 leave no other year."""
    text, today = analysis.document.text, analysis.document.date
    if today is None or first.year != today.year or not _AS_OF.search(text, max(0, mention.start - 3), mention.start):
        return _LIKELY
    sentence = sentence_at(text, mention.start)
    return _THIS_YEAR if re.search(r"今年|年内", text[sentence.start : sentence.end]) else _LIKELY


_THIS_YEAR = 180
_THIS = re.compile(r"今年的?$|本月$")
_BEGINNING = 2
"""Up to this month 今年3月 may be left over from the year before."""


_PART = re.compile(r"第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年")


def _part_of_year(analysis: Analysis, mention: Mention, stamp: Stamp) -> Stamp:
    """2025年第三季度 where the date is only 2025年."""
    match = _PART.match(analysis.document.text, mention.end) if stamp.month is None else None
    if match is None:
        return stamp
    if match["half"]:
        return Stamp(stamp.year, part="H1" if match["half"] == "上" else "H2")
    quarter = match["quarter"]
    return Stamp(stamp.year, part=f"Q{'一二三四'.find(quarter) + 1 or quarter}")


def _ends_year(analysis: Analysis, mention: Mention, stamp: Stamp) -> bool:
    if mention.text.endswith(("年末", "年底")):
        return True
    today = analysis.document.date
    whole = analysis.document.text.startswith("全年", mention.end) and today is not None and today.month < 12
    whole = whole or _PART.match(analysis.document.text, mention.end) is not None
    return whole and _STATED.match(analysis.document.text, mention.core_end) is not None


def _told_as_past(text: str, mention: Mention) -> Span | None:
    """The words that report the day as past; None where anything in its sentence looks ahead."""
    sentence = sentence_at(text, mention.start)
    head = text[max(sentence.start, mention.start - 4) : mention.start]
    asked = _asked(text, mention, sentence, head) or _outcome(text, mention, sentence)
    if asked is not None:
        return asked
    as_of = head.endswith("截至")
    if (_SURELY_LATER if as_of else _FUTURE).search(text, sentence.start, sentence.end) or head.endswith(("离", "距")):
        return None
    at = mention.end if _YEAR_END.search(mention.text) else mention.core_end
    if _BEGINS_LATER.match(text, at) or _BEGINS_LATER.match(text, mention.end):
        return None
    if _AS_OF.search(head) or _YEAR_END.search(mention.text):
        return _tally(text, mention, sentence)
    if head.endswith(tuple("到至—～-")) or text.startswith(("是", "为"), mention.core_end):
        return None
    return _stated(text, mention) or _done_word(text, mention, sentence)


_DONE_ON = re.compile(
    r"(?P<mark>已经?)(?:正式|顺利|如期|全部)?(?:于|在)(?:今年|本月)?$|(?P<along>随着)[^，。；0-9]{1,14}$"
)
"""展览已于9月28日闭幕: whatever follows, it is done."""
_ANOTHER_YEAR = re.compile(r"去年|往年|上届|上一届|历届|历年|前年|同期")
_MANY = r"[^，。；0-9一二两三四五六七八九十百]{0,6}"
_MANY += r"(?:[0-9][0-9.,]*|[一二两三四五六七八九]?[十百千][一二三四五六七八九十百]*)[十百千万亿]*[多余]?"
_OUTCOME = re.compile(
    rf"(?:接诊|接待|迎来|涌入|涌来|采血|募得|募集|募捐|筹得|拍出|揽收|成交|卖出|卖掉|卖了|抓获|查获|救出|救起|转移|打捞|捞出|清出|出动|成交额|销售额|营业额|票房|交易额|流水|客流量?|收入|罚款|评出|选出|查出|检出|记录到?)(?:了|共|就|约|近|达到?|超过?|突破|逾|到)*{_MANY}"
    rf"|{_MANY}(?:多)?(?:人次|[人名位户家个支])[^，。；0-9]{{0,4}}(?:献血|完赛|到场|(?:出席|报到)(?=[，。；]|$)|冲线|交卷|缺考|获奖|受伤|中暑|被困|获救|离岗|达成|当场)"
    r"|[0-9]{1,3}(?:比|:|：|-)[0-9]{1,3}[^，。；0-9]{0,6}(?:胜|负|平|赢|输|击败|战胜|逆转|淘汰|横扫|力克|大胜|险胜)|胜出|夺冠|折桂|登顶|摘银|摘铜|爆冷|惜败|告负"
    r"|(?:发布|公布|印发|刊发|通报|披露)的[^，。；0-9]{0,14}(?:显示|指出|表明|透露|提到|称)|(?:监测|统计|调度|测算|数据|调查|普查|检测|抽检|化验|核查|结果|公报|报告|通报)(?:结果|数据)?(?:显示|表明)"
    r"|现场(?:[^，。；0-9就]{0,4})(?:签约|签下|签署|成交|下单|卖|达成)|当[庭场](?:[^，。；0-9就]{0,4})(?:认罪|宣判|签|表示|达成|道歉|拍板)|离世|辞世|安葬|扑灭"
    r"|(?:打捞|挖掘?|清理|发掘|捞|刨|翻)出|(?:历时|用时|耗时)[^，。；]{1,8}(?:的[^，。；]{0,14})?(?:完工|结束|竣工|收官|完成)|接(?:到)?(?:群众|市民|过路人|路人)?(?:报警|举报|报案|求助)|误[以把将]|不慎|突然|险些|顷刻|瞬间"
    r"|(?:告诉记者|对记者说|回忆|感慨|感叹|坦言|[笑哭喊着]道)(?=[，。：；]|$)|(?<![立真公纯修改反校纠更])正(?:在|用|忙|给|把|带|往|从|蹲|弯|埋|[\u4e00-\u9fff]着)(?!规)|忙着"
)
"""What nobody knows before the day: how many came and bought, who won, what a report said."""
_PLANNED = re.compile(
    r"(?<![老名小大虎女武部干])将(?![军士领帅近其他她它])|(?<![模虚])拟|预计|预期|计划|届时|即将|有望|力争|争取|预定|定于|定在|定档|安排|推迟|延期|改为|改期|改到|提前到|原应|本应|延迟|倒计时|预售|敬请|应[于当]|需在|请[于在]|即日|如果|假如|一旦|等到"
    r"|直[到至]|才[能会]|[便就快]?[会要](?=[在于有到迎对向去来办开举])|再过|还[剩有]|下一?[个场班趟期次届轮]|时间[为是：表定]|前夕|临近|将至|科幻|剧中|虚构|可能|或许|希望|期待|目标|规划|准备|筹备|邀请|免费|可[以在到凭]|名额|预约|预报"
)
"""What in the words before it says that such a count is still meant for the day."""
_OTHER_DAY = re.compile(
    r"[0-9一二三四五六七八九十]月|(?<![0-9至到—～、-][0-9])(?<![至到—～、-][0-9])(?<![至到—～、-])[0-9]日|昨|前天|日前|近日|此前|截至|今[天日]|目前|首届|过去|已(?!有)|提前"
)
_SPOKE = re.compile(
    r"(?:凌晨|早上|上午|中午|下午|傍晚|晚间?|[0-9]{1,2}[时点](?:[0-9]{2}分)?)*(?:在[^，。；0-9]{1,14}|对[^，。；0-9]{1,8}|通过[^，。；0-9]{1,8})?"
    r"(?P<mark>消息|讯|电|发布消息|发布通报|通报称?|表示|透露|介绍|宣布|说|称|回应称?|证实|统计)(?=[：:，])|(?P<since>以来|至今)|(?P<issued>发布|公布)[^，。；：0-9]{2,12}(?=：)"
)
_LEADS_IN = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}讯|[（(](?:本报|本网|见习|实习|全媒体)?(?:首席)?(?:记者|通讯员)[^（()）\n]{1,40}[）)]|(?:报道|讯)[：:])\s*(?:据)?(?P<who>[^，。；：“”\n0-9（）()]{0,16}?)$"
)
"""The credit of a report, and at most who did something on the day behind it."""
_NOTICE = re.compile("施行|实施|执行|生效|启用|起|通知|公告|通告|报名|招|免费|开放|停|暂停|限行|预报|讲座|开讲|日程|可")
_ANNOUNCES = re.compile(
    "公告|通告|通知|公示|启事|预告|预报|提示|提醒|安排|调整|招聘|招募|征集|须知|指南|日程|攻略|早知道|倒计时"
)
_BY_TIMETABLE = re.compile(
    "发车|开出|始发|交节|日出|日落|月食|日食|起飞|航班|车次|列车|首班|末班|时刻|立[春夏秋冬]|[夏冬]至|[春秋]分|最大|食既|食甚|过境|开窗|窗口|电影|直播|开通|首日|间隔|运营|[0-9]分(?:至|到|—|-)"
)
_MINUTE = re.compile(r"(?P<mark>[0-9]{1,2}[时点:：][0-5]?[1-46-9]分?(?![0-9]))")
"""A minute that nobody sets a beginning for."""


def _outcome(text: str, mention: Mention, sentence: Span) -> Span | None:
    """What is told of the day that was not to be known before it, whatever else the sentence looks ahead to."""
    if mention.text.endswith("前") or text.startswith(_AROUND, mention.core_end):
        return None
    before = _DONE_ON.search(text, max(sentence.start, mention.start - 16), mention.start)
    if before is not None:
        return Span(*before.span("mark" if before["mark"] else "along"))
    spoke = _SPOKE.match(text, mention.core_end)
    if spoke is not None:
        return Span(*spoke.span(spoke.lastgroup or 0))
    for match in _OUTCOME.finditer(text, mention.end, min(sentence.end, mention.end + _SOON)):
        if _PLANNED.search(text, sentence.start, match.end()) or _ANOTHER_YEAR.search(text, mention.end, match.end()):
            return None
        if _OTHER_DAY.search(text, mention.end, match.start()) is None:
            return Span(*match.span())
    return None


def _of_a_report(analysis: Analysis, mention: Mention, stamp: Stamp) -> Span | None:
    """What a report begins with, 本报讯（记者 …）10月29日，……, where it looks at nothing to come; a minute that nobody
    plans, 21时36分; when somebody spoke, “……”10月29日，王某说."""
    text = analysis.document.text
    sentence = sentence_at(text, mention.start)
    if _FUTURE.search(text, sentence.start, sentence.end) or _MAYBE_LATER.search(text, sentence.start, sentence.end):
        return None
    if _BEGINS_LATER.match(text, mention.core_end) or text.startswith(("是", "为", "的"), mention.end):
        return None
    if text.startswith("”", mention.start - 1):
        said = _SAID.match(text, mention.end, sentence.end)
        if said is not None:
            return Span(*said.span("mark"))
    minute = _MINUTE.search(text, mention.start, mention.core_end + _CLOCK)
    if minute is not None and not _BY_TIMETABLE.search(text, sentence.start, sentence.end):
        return Span(*minute.span("mark"))
    title = analysis.document.masthead.title
    if mention.quantity.value is None or (
        title is not None and _ANNOUNCES.search(text, title.span.start, title.span.end)
    ):
        return None  # 4月4日至6日每天6时至14时; 公告｜公交线路临时调整
    if not _is_lead(analysis, mention, stamp) or _NOTICE.search(text, sentence.start, sentence.end):
        return None
    after = sentence_at(text, min(sentence.end + 1, len(text)))
    if _SURELY_LATER.search(text, after.start, after.end):
        return None
    told = _CLAUSE.match(text, mention.end, sentence.end)
    return Span(*told.span("told")) if told is not None else None


_SAID = re.compile("[^。；！？“]{0,60}?(?P<mark>说|告诉|介绍|表示|感[叹慨]|回忆|笑道)")
_CLAUSE = re.compile("[，、（(）)]?(?P<told>[^，。；：]{2,12})")


def _is_lead(analysis: Analysis, mention: Mention, stamp: Stamp) -> bool:
    """Whether a day stands at the head of a report: behind its credit, or first in the body under a title."""
    document, text = analysis.document, analysis.document.text
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _CREDITED)
    if _LEADS_IN.search(text, start, mention.start) is not None:
        return True
    title, days = document.masthead.title, stamp.days()
    if title is None or title.span.end > mention.start or days is None:
        return False
    if (days[0] - max(article_days(document))).days < _TOMORROW:
        return False
    first = next((block for block in document.blocks if block.kind == "paragraph" and _is_prose(text, block)), None)
    return first is not None and 0 <= mention.start - first.span.start <= _AT_HEAD


def _is_prose(text: str, block: Block) -> bool:
    return block.span.end - block.span.start >= _PROSE and "。" in text[block.span.start : block.span.end]


def _is_foretold(analysis: Analysis, mention: Mention, stamp: Stamp) -> bool:
    """Whether the article speaks of the same day as one to come elsewhere."""
    text = analysis.document.text
    for other in analysis.mentions:
        own = stamp_of(other) or _first_day(other) if other.quantity.kind == "date" and other is not mention else None
        if own is not None and (own.month or stamp.month, own.day) == (stamp.month, stamp.day):
            sentence = sentence_at(text, other.start)
            if _FUTURE.search(text, sentence.start, sentence.end):
                return True
    return False


_PROSE = 30
_AT_HEAD = 16
_TOMORROW = 2
"""Days ahead from which a day is not the next one, of which a report may be written as of today."""
_CLOCK = 12
_CREDITED = 60
_SOON = 70
"""Code points behind a day within which what came of it is told."""
_AROUND = ("前", "之前", "以前", "起", "止", "后", "之后", "以后")


def _asked(text: str, mention: Mention, sentence: Span, head: str) -> Span | None:
    """记者20日从……获悉: what reporters were told on a day, they were told on it, whatever it was about."""
    if _ASKED.search(head):
        return Span(mention.start - 2, mention.start)
    for pattern in (_SAW, _AT_THE_MEETING):
        match = pattern.match(text, mention.end, sentence.end)
        if match is not None:
            return Span(match.end() - 2, match.end())
    return None


def _stated(text: str, mention: Mention) -> Span | None:
    """A figure of a whole month or year compared with the one before."""
    stated = _STATED.match(text, mention.core_end) if writes_year(mention) else None
    return Span(*stated.span("mark")) if stated is not None else None


def _done_word(text: str, mention: Mention, sentence: Span) -> Span | None:
    maybe_later = _MAYBE_LATER.search(text, sentence.start, sentence.end) is not None
    for match in _PAST.finditer(text, mention.end, sentence.end):
        if _is_done(match, mention) and not (match["weak"] and maybe_later):
            return Span(*match.span())
    return None if maybe_later else _told_next(text, mention, sentence)


_HELD = re.compile(
    r"[^。；]{0,40}(?:召开|举行|举办|开幕|开赛|揭幕|启幕|启动|成立|签约|通车|开通|投产|开工|落户|亮相|上演|开讲|开展|进行)"
)
_ON_THE_SPOT = re.compile(
    r"会上|会议(?:强调|指出|听取|审议|要求|由)|仪式上|活动现场|活动中|开幕式上|现场|出席(?:并|会议|活动|开幕)|致辞|主持(?:会议|仪式)|他强调|他指出|她说|他说|据介绍"
)


_CREDIT = re.compile(r"(?:本报|本台|本网)?讯?\s?[（(](?:见习|实习|全媒体)?(?:记者|通讯员)[^（()）\n]{2,24}[）)]\s?")


def _told_next(text: str, mention: Mention, sentence: Span) -> Span | None:
    """The words of the next sentence that tell how a meeting went that the first says was held on the day."""
    credit = _CREDIT.match(text, sentence.start, mention.start)
    if mention.start - (credit.end() if credit else sentence.start) > 6 or not _HELD.match(
        text, mention.end, sentence.end
    ):
        return None
    after = sentence_at(text, min(sentence.end + 1, len(text)))
    if (
        after.start <= sentence.start
        or text[sentence.end : sentence.end + 1] == "\n"
        or _FUTURE.search(text, after.start, after.end)
    ):
        return None
    match = _ON_THE_SPOT.search(text, after.start, after.end)
    return Span(*match.span()) if match is not None else None


def _is_done(match: re.Match[str], mention: Mention) -> bool:
    """Whether a word that tells of the past says that the day itself has come, not what was done for it beforehand."""
    text, at = match.string, match.start()
    if any(_NOT_DONE.match(text, max(0, at - back)) for back in (0, 1, 2)):
        return False
    if _ANOTHER_YEAR.search(text, mention.end, match.end()):
        return False
    if match["weak"] is None:
        return True
    if mention.quantity.low is not None and match["weak"] != "了":
        return False
    between = text[mention.end : at]
    only = _ONLY_NAMED.search(text, max(0, mention.start - 3), mention.start) or _IN_TURN.match(between)
    if match["weak"] == "了" and "已" in between.rpartition("，")[2] and "，" in between:
        return False  # 5月11日母亲节，订单已排到了晚上
    if match["weak"] == "了" and "，" in between and only:
        return False  # 中秋落在10月6日，国庆长假都走到第六天了
    if match["weak"] in ("已", "已经") and (_OTHER_TIME.match(text, at) or "，" in between.removeprefix("，")):
        return False
    if _AFTER_THAT.match(between):
        return False
    return not _BEFOREHAND.search(between) and not _WHICH.match(between)


_ONLY_NAMED = re.compile(r"(?:是|为|落在|定在|赶在|、)$")
_IN_TURN = re.compile(r"[^，。；、]{1,8}、[0-9]{1,2}[日月]")
_TALLY = re.compile(
    rf"(?:{alternatives(STATISTICS)})(?![0-9一二三四五六七八九十]{{1,2}}[天日])|[\u4e00-\u9fff]了(?=[^，。；0-9]{{0,4}}[0-9一二三四五六七八九十百]+[万余多]*[人户家名个亩件元吨])|比(?:去年|上年)同期(?=[多少增减高低])|(?:仍|尚|均|总计|合计|库存|余额|完成)[^，。；]{{0,8}}[0-9]|[0-9]人(?:出院|获救|遇难|受伤|住院|失联)"
)


def _tally(text: str, mention: Mention, sentence: Span) -> Span | None:
    """截至5月31日，累计……; 2025年末，常住人口达……"""
    match = _TALLY.search(text, mention.end, min(sentence.end, mention.end + 40))
    return Span(*match.span()) if match is not None else None


# --- date lines ----------------------------------------------------------------------------------------------

_REPORTED = re.compile(
    r"(?:讯|报道|电|消息)\s?[（(](?:记者|通讯员|见习记者|实习记者)[^（()）\n]{1,16}?\s?(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s?(?:报道|摄|电|讯)?[）)]"
)


_CLOSING = re.compile(r"[（(][\u4e00-\u9fff]{2,14}(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|讯)[）)]$")


_PAPER = re.compile(
    r"(?P<year>[12][0-9]{3})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日[\s，,·]*(?:第?[0-9一二三四五六七八九十A-Z]{1,3}版|头版|[A-Z][0-9]{1,2}版)"
)
"""A paper's own day where it is quoted: 《临江晚报》2026年3月6日第3版."""


def dateline_after_publication(analysis: Analysis) -> Iterator[Hit]:
    """A date line later than the day of publication, or earlier than what it reports as done."""
    document = analysis.document
    dateline = document.masthead.dateline
    if document.date is None or "版" in document.text:
        yield from _quoted_dateline(analysis)
    if document.date is None:
        return
    if dateline is not None and dateline.date is not None:
        told = list(_judge_dateline(analysis, dateline.date, dateline_day(document), document.date))
        yield from told or _dateline_too_early(analysis, dateline)
        return
    for block in document.blocks:
        closing = _CLOSING.search(document.text, max(block.span.start, block.span.end - 40), block.span.end)
        if closing is not None:
            day = nearest_day(closing["date"], document.date)
            yield from _judge_dateline(analysis, Span(*closing.span("date")), day, document.date)
            return
        match = _REPORTED.search(document.text, block.span.start, min(block.span.end, block.span.start + 60))
        if match is not None and block.kind == "paragraph":
            day = nearest_day(match["date"], document.date)
            yield from _judge_dateline(analysis, Span(*match.span("date")), day, document.date)
            return


def _quoted_dateline(analysis: Analysis) -> Iterator[Hit]:
    """《临江晚报》2026年3月6日第3版　本报讯（记者郝苗　3月8日电）: an old report quoted with its paper's day."""
    text = analysis.document.text
    for paper in _PAPER.finditer(text):
        match = _REPORTED.search(text, paper.end(), min(len(text), paper.end() + 60))
        days = Stamp(int(paper["year"]), int(paper["month"]), int(paper["day"])).days()
        if match is not None and days is not None:
            day = nearest_day(match["date"], days[0])
            yield from _judge_dateline(analysis, Span(*match.span("date")), day, days[0])


_REPORTS = re.compile(
    r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上?)?(?:通报|通告|发布|公布|宣布|表示|介绍|透露|披露|证实|确认|说|称)"
)


def _dateline_too_early(analysis: Analysis, dateline: Dateline) -> Iterator[Hit]:
    """本报青屏5月3日电……县疾控中心5日上午通报: a day of the first sentence, told as past, that comes after it."""
    document = analysis.document
    day, published = dateline_day(document), document.date
    if dateline.date is None or day is None or published is None:
        return
    sentence = sentence_at(document.text, dateline.span.end)
    for mention in mentions_in(analysis, Span(dateline.span.end, sentence.end)):
        then = day_of(mention)
        if then is None or not day < then <= published or is_quoted(document.text, mention.start):
            continue
        ahead = _SURELY_LATER.search(document.text, max(dateline.span.end, mention.start - 6), mention.start)
        if (_REPORTS.match(document.text, mention.core_end) and ahead is None) or _told_as_past(
            document.text, mention
        ) is not None:
            span = dateline.date
            said = SpanEvidence(mention.start, mention.end, mention.text)
            written = document.text[span.start : span.end]
            values: dict[str, str | Word] = {"written": written, "today": then.isoformat(), "how": Word("early")}
            yield Hit(
                span, values, (said, Derivation(f"{day.isoformat()} < {then.isoformat()}")), against=mention.start
            )
            return


def _judge_dateline(
    analysis: Analysis, span: Span, day: datetime.date | None, published: datetime.date
) -> Iterator[Hit]:
    document = analysis.document
    if day is None or not 0 < (day - published).days <= 180:
        return
    field = document.masthead.date
    evidence: tuple[Evidence, ...] = (Derivation(f"{day.isoformat()} > {published.isoformat()}"),)
    if field is not None:
        evidence = (
            SpanEvidence(field.span.start, field.span.end, document.text[field.span.start : field.span.end]),
            *evidence,
        )
    values: dict[str, str | Word] = {"written": document.text[span.start : span.end], "today": published.isoformat()}
    yield Hit(span, values | {"how": Word("late")}, evidence)
