"""Credits, bylines, source and date of publication against each other, the body and the ledger's entry."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.credit_lines import is_word_of_page, stands_among_names
from figcheck.checks.credits import is_hardly_name, is_name, names_a_part
from figcheck.checks.days import paragraph_at, writes_year
from figcheck.checks.names import sentence_around
from figcheck.checks.offices import may_edit
from figcheck.checks.phrases import pattern
from figcheck.data.calendar_words import PUBLISHED_ON, SIGNED_ON
from figcheck.data.names import ANNOUNCED, DONE, STILL_TO_COME
from figcheck.model import (
    Analysis,
    ArticleEntry,
    Evidence,
    FactEvidence,
    Field,
    Fix,
    Hit,
    Mention,
    Span,
    SpanEvidence,
    Stamp,
)


def _entry_evidence(entry: ArticleEntry, key: str, value: str) -> FactEvidence:
    return FactEvidence(entry.place.ledger, entry.place.line, f"articles.{key}", value)


_OF_HOUSE = re.compile(r"[^\W\d_]{2,8}(?:[报网刊台社]|客户端|融媒)[\s　]+(?P<name>[^\W\d_]{2,4})")
"""责编：甘肃经济网 牛犇."""


def editor_not_a_name(analysis: Analysis) -> Iterator[Hit]:
    """The slot of the editor's credit holds something that is nobody's name."""
    entry, document = analysis.entry, analysis.document
    listed = {*analysis.ledger.credits.editors, entry.editor if entry else None}
    before: Span | None = None
    for editor in analysis.document.masthead.editors:
        named = is_name(editor.value) and not _is_word_among_names(analysis, editor)
        housed = _OF_HOUSE.fullmatch(editor.value)
        named = named or (housed is not None and is_name(housed["name"]))
        if named or editor.value in listed or _is_name_with_remark(editor.value):
            before = editor.span
            continue
        if (
            before is not None
            and _REMARK.search(editor.value)
            and document.text[editor.span.start - 1] != "、"
            and "\n" not in document.text[before.end : editor.span.start]
        ):
            continue  # 责任编辑：甲某　分享　打印
        if before is not None and names_a_part(editor.value):
            continue  # 责编 甲某　值班总编 乙某
        if _is_house_among_names(analysis, editor):
            yield Hit(editor.span, {"written": editor.value})
            continue
        if may_edit(analysis, editor) or _is_pen_name(analysis, editor.span):
            continue
        expected = entry.editor if entry else None
        evidence: tuple[Evidence, ...] = (_entry_evidence(entry, "editor", expected),) if entry and expected else ()
        fix = Fix(editor.span.start, editor.span.end, expected, safe=False) if expected else None
        yield Hit(editor.span, {"written": editor.value}, evidence, expected, fix)


def _is_word_among_names(analysis: Analysis, credit: Field) -> bool:
    word = is_hardly_name(credit.value) or is_word_of_page(analysis, credit)
    return word and stands_among_names(analysis, credit.span)


_HOUSE_ENDS = ("编辑部", "报社", "杂志社", "通讯社", "周刊社", "日报", "晚报")


def _is_house_among_names(analysis: Analysis, credit: Field) -> bool:
    """Whether the paper itself is credited as its editor, on a page that people sign: 责编　本报编辑部."""
    own = credit.value.startswith(("本报", "本刊", "本社", "本网"))
    source = analysis.document.masthead.source
    own = own or (source is not None and credit.value.startswith(source.value.strip("《》")))
    return own and credit.value.endswith(_HOUSE_ENDS) and stands_among_names(analysis, credit.span)


_PEN_NAME = re.compile("[小阿老大][^\\W\\d_A-Za-z]{1,2}")
_IN_LINE = re.compile("[/／:：|｜][ \u3000]?(?P<name>[^\\W\\d_A-Za-z]{2,4})(?![^\\W\\d_])")


def _is_pen_name(analysis: Analysis, span: Span) -> bool:
    """Whether a line of credits has names of its own making throughout: 编辑/小站长 设计/阿轨."""
    text = analysis.document.text
    line = paragraph_at(text, span)
    names = [match["name"] for match in _IN_LINE.finditer(text, line.start, line.end)]
    return len(names) > 1 and all(_PEN_NAME.fullmatch(name) for name in names)


_REMARK = re.compile(
    "邮箱|信箱|电话|传真|热线|投稿|来稿|联系|报料|地址|网址|欢迎|见报|每周|出版|反馈|纠错|举报|收藏|分享|打印|关闭|评论|阅读|浏览|字号|返回|QQ|微信|E-?mail|@"
)


_ROLE_BEHIND = re.compile("。[^。]{0,4}(?:编辑|号|刊|报|网|来源|校对|审核|有删[节改])")
"""（原刊于某刊，责任编辑：甲某。本号编辑：乙某）."""


def _is_name_with_remark(written: str) -> bool:
    """苗圃　投稿邮箱见首页, or names that only together are no name: 王婧 爱新觉罗启星."""
    if _ROLE_BEHIND.search(written) and is_name(written.partition("。")[0]):
        return True
    first, *others = re.split(r"[\s、，,]+", written) or [""]
    remark = next((place for place, other in enumerate(others) if _REMARK.search(other)), len(others))
    if is_name(first) and bool(others) and all(is_name(other) for other in others[:remark]):
        return True
    head, _, rest = written.replace("\u3000", " ").partition(" ")
    return is_name(head) and re.match(r"\s*[\d（(]", rest) is not None


def editor_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A name, but not the one that the ledger gives for the article, nor any of the desk's editors."""
    entry, credits = analysis.entry, analysis.ledger.credits
    listed = (entry.editor,) if entry and entry.editor else credits.editors
    editors = analysis.document.masthead.editors
    if any(re.sub(r"\s", "", editor.value) in listed for editor in editors):
        listed = (*listed, *credits.editors)  # who shared the work with the one whom the entry names
    near = [editor for editor in editors if any(_are_alike(editor.value, name) for name in listed)]
    for editor in near if len(near) == len(listed) == 1 else editors:
        if not listed or not is_name(editor.value) or re.sub(r"\s", "", editor.value) in listed:
            continue
        expected = "、".join(listed)
        evidence: tuple[Evidence, ...] = ()
        if entry and entry.editor:
            evidence = (_entry_evidence(entry, "editor", entry.editor),)
        elif credits.place:
            evidence = (FactEvidence(credits.place.ledger, credits.place.line, "credits.editors", expected),)
        yield Hit(editor.span, {"written": editor.value, "expected": expected}, evidence, expected)


def _are_alike(written: str, name: str) -> bool:
    """Whether two names are a character apart: 言五 for 言午."""
    own = re.sub(r"\s", "", written)
    return len(own) == len(name) and sum(one != other for one, other in zip(own, name, strict=True)) == 1


def date_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A date of publication other than the one of the ledger's entry."""
    entry, document = analysis.entry, analysis.document
    written = document.masthead.date
    if entry is None or entry.date is None or written is None or document.date_origin != "masthead":
        return
    if document.date is not None and document.date != entry.date:
        expected = entry.date.isoformat()
        yield Hit(
            written.span,
            {"written": written.value, "expected": expected},
            (_entry_evidence(entry, "date", expected),),
            expected,
        )


# --- publication and event -------------------------------------------------------------------------------------

_OPENING = 8
_PROSE = 20
"""A paragraph of fewer characters is a heading."""
_NEWS = re.compile(r"[^，。（(]{0,24}[讯电](?:[（(][^（()）\n]{2,40}[）)])?[\s:：]*")
"""本报讯（记者 甲某）, before the first sentence."""


def published_before_event(analysis: Analysis) -> Iterator[Hit]:
    """A day of publication before the day of something that the body reports as done, or an hour before its hour."""
    document = analysis.document
    yield from _before_signing(analysis)
    written, dateline = document.masthead.date, document.masthead.dateline
    published = _published(written.value) if written is not None else None
    if written is None or published is None:
        if document.date is None:
            yield from _dateline_before_event(analysis)
        return
    paragraphs = _paragraphs(analysis)
    for number, mention in enumerate(analysis.mentions):
        if dateline is not None and dateline.span.overlaps(mention.span):
            continue
        place = next((part for part in paragraphs if part.holds(mention.span)), None)
        abroad = "当地时间" in document.text[max(0, mention.start - 12) : mention.start]
        if place is None or not _is_later(analysis.mentions[number : number + 2], *published, abroad=abroad):
            continue
        part = _PART_OF_DAY.search(mention.text) is not None and _is_of_day(mention, published[0])
        if part and not _ENDED.search(document.text, mention.end, sentence_around(document.text, mention.start)[1]):
            continue
        reported = _is_reported(document.text, mention, place, first=place == paragraphs[0] and not part)
        reported = reported or _is_under_way(document.text, mention, place)
        if reported or (place == paragraphs[0] and _is_year_off(document.text, mention, published[0])):
            evidence = (SpanEvidence(mention.start, mention.end, mention.text),)
            yield Hit(written.span, {"written": written.value, "event": mention.text}, evidence)
            return


def _paragraphs(analysis: Analysis) -> list[Span]:
    """The paragraphs of prose; all that there are where none is long."""
    paragraphs = [block.span for block in analysis.document.blocks if block.kind == "paragraph"]
    return [part for part in paragraphs if part.end - part.start >= _PROSE] or paragraphs


_LABELLED_DAY = (
    r"(?P<label>§)\s?[:：]\s?(?P<day>\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?)(?=[\s　|｜;；）)]|$)"
)


def _before_signing(analysis: Analysis) -> Iterator[Hit]:
    """成文日期：2025年12月26日　发布日期：2025年12月22日: made known before it was signed."""
    text = analysis.document.text
    for block in analysis.document.blocks:
        if block.kind not in ("masthead", "credit"):
            continue
        days = list(
            pattern(_LABELLED_DAY, f"{SIGNED_ON} {PUBLISHED_ON}").finditer(text, block.span.start, block.span.end)
        )
        signed, made = (
            [match for match in days if match["label"] in words.split()] for words in (SIGNED_ON, PUBLISHED_ON)
        )
        one, other = (_published(match[0]["day"]) if match else None for match in (made, signed))
        if one is not None and other is not None and one[0] < other[0]:
            evidence = (SpanEvidence(*signed[0].span("day"), signed[0]["day"]),)
            yield Hit(Span(*made[0].span("day")), {"written": made[0]["day"], "event": signed[0]["day"]}, evidence)


_BEGAN = re.compile("(?:开始|开赛|开幕|开锣|开打|启动|打响|揭幕)")
_OVER = re.compile("(?:今天|今日|昨天|昨日|今晚|昨晚)[^。]{0,40}(?:收官|落幕|闭幕|结束|谢幕|收兵)")
_NEXT = re.compile("下一|下届|明年|下半|第二阶段|下轮")


def _is_under_way(text: str, mention: Mention, paragraph: Span) -> bool:
    """比赛18日开始, where today it is said to be over."""
    start, end = sentence_around(text, mention.start)
    if not _BEGAN.match(text, mention.end) or _NEXT.search(text, start, end) or _is_to_come(text, start, end):
        return False
    return _OVER.search(text, paragraph.start, mention.start) is not None


_SENT = re.compile(
    r"(?:^|\n)[^，。\n]{0,24}?(?:播出|首播|发布|发表|发稿|出版|见报|刊发|刊登)(?:日期|时间)?\s?[:：]\s?(?P<printed>\d{1,2}月\d{1,2}日)"
    r"|(?:^|\n)[^，。\n]{0,24}?(?P<day>(?<!\d)\d{1,2}月\d{1,2}日)\s?(?:(?:发自|于)[^，。\n]{2,8}(?=\n)|[讯电](?=[（(\s]))"
)


def _dateline_before_event(analysis: Analysis) -> Iterator[Hit]:
    """新华社伦敦10月12日电……13日拍出: a date line, without any other date, before what its article reports."""
    text, dateline = analysis.document.text, analysis.document.masthead.dateline
    sent = _SENT.search(text, 0, 200) if dateline is None or dateline.date is None else None
    if sent is not None:
        written, end = Span(*sent.span("printed" if sent["printed"] else "day")), sent.end() + 1
    elif dateline is not None and dateline.date is not None:
        written, end = dateline.date, dateline.span.end
    else:
        return
    numbers = re.findall(r"\d+", text[written.start : written.end])[-2:]
    if len(numbers) < 2:
        return
    month, day = map(int, numbers)
    for mention in analysis.mentions:
        stamp = mention.quantity.value
        if mention.start < end or not isinstance(stamp, Stamp) or stamp.day is None or mention.quantity.low is not None:
            continue
        if stamp.year is not None or stamp.month not in (None, month) or stamp.day <= day:
            continue
        if _is_told_on(text, mention, end):
            evidence = (SpanEvidence(mention.start, mention.end, mention.text),)
            yield Hit(written, {"written": text[written.start : written.end], "event": mention.text}, evidence)
            return


_UP_TO_NOW = re.compile(
    "(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜里)?(?:[0-9一二三四五六七八九十两零]{1,3}[时点:：]半?[0-9]{0,2}分?)?"
    "(?:至|到|—|-)(?:今天|今日|今早|今晨|昨天|昨日|昨晚|目前|现在|发稿)"
)
"""5月16日二十点到今天早上八点: what goes on up to the day of the page."""
_GOES_ON = re.compile(
    r"(?:[日号]?(?:至|到|起|前|后|开始|截止|—|-|～|~|、)|(?:凌晨|上午|下午|晚间?|夜间|前后)?(?:将|有|为))"
)


def _is_told_on(text: str, mention: Mention, end: int) -> bool:
    """Whether the first sentence behind a date line says what happened on the day; later ones need a word for it."""
    start, stop = sentence_around(text, mention.start)
    if _UP_TO_NOW.match(text, mention.end):
        return not _is_to_come(text, start, stop)
    if _is_to_come(text, start, stop, announced=True) or _GOES_ON.match(text, mention.end):
        return False
    if start <= end and mention.start - end <= 30:
        return True
    if text[mention.start - 3 : mention.start] in ("昨天（", "昨日（", "今天（", "今日（", "前天（"):
        return True
    return pattern("§", DONE).search(text, mention.end, stop) is not None


_WRITTEN_DAY = (
    r"(?P<year>\d{4})\s?[-年/.]\s?(?P<month>\d{1,2})\s?[-月/.]\s?(?P<day>\d{1,2})(?:\D{0,3}(?P<clock>\d{1,2}:\d\d))?"
)


def _published(written: str) -> tuple[datetime.date, str] | None:
    """The day of publication and its clock time, `06:30`, empty where there is none."""
    match = pattern(_WRITTEN_DAY).search(written)
    if match is None:
        return None
    try:
        day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day, (match["clock"] or "").zfill(5) if match["clock"] else ""


def _is_later(mentions: Sequence[Mention], published: datetime.date, clock: str, *, abroad: bool) -> bool:
    """Whether a date, with the time behind it, comes after the publication: on a later day, or later on the same."""
    stamp = mentions[0].quantity.value
    days = stamp.days() if isinstance(stamp, Stamp) and stamp.day is not None else None
    if days is None or days[0] != published or not clock or abroad:
        return days is not None and days[0] > published
    part = _PART_OF_DAY.search(mentions[0].text)
    if part is not None:
        return clock < _BEGINS_AT[part.group()]
    following = mentions[-1]
    time = following.quantity.value
    if following.quantity.kind != "time" or following.start > mentions[0].end + 1 or not isinstance(time, Stamp):
        return False
    return time.clock is not None and time.clock[:5] > clock


_ENDED = re.compile("落幕|闭幕|收官|圆满结束|落下帷幕|揭晓|夺冠|谢幕|散场")
_BEGINS_AT = {"晚": "17:30", "晚上": "17:30", "晚间": "17:30", "夜间": "18:00", "傍晚": "16:00", "下午": "12:00"}
_PART_OF_DAY = re.compile("(?:晚上|晚间|夜间|傍晚|下午|晚)$")


def _is_of_day(mention: Mention, day: datetime.date) -> bool:
    stamp = mention.quantity.value
    return isinstance(stamp, Stamp) and stamp.day == day.day and stamp.month == day.month


def _is_reported(text: str, mention: Mention, paragraph: Span, *, first: bool) -> bool:
    """Whether the sentence tells of that day as past; one that opens the article does so without a word for it."""
    start, end = sentence_around(text, mention.start)
    if _LEARNED.match(text, mention.end, end):
        return True
    if _IS_ALMANAC.match(text, mention.end, end) or _is_recalled(text, mention):
        return False
    if _is_to_come(text, start, end):
        return False
    if pattern("§", DONE).search(text, mention.end, end) and not _is_timetable(text, mention, start, end):
        return True
    if _HAS_BEEN.search(text, mention.end, end):
        return False
    if _AS_OF.search(text, start, mention.start) and _COUNTED.match(text, mention.end, end):
        return True
    if first and mention.start <= start + 1 and _MET.match(text, mention.end, end):
        return True
    news = _NEWS.match(text, paragraph.start, paragraph.end) if first else None
    opens = first and mention.start - (news.end() if news else paragraph.start) <= _OPENING
    opens = opens and mention.quantity.low is None
    return opens and not _is_to_come(text, paragraph.start, paragraph.end, announced=True)


_IS_ALMANAC = re.compile(
    r"(?:（[^）]{1,8}）)?(?:[就也正又]?[是为]|恰逢|适逢)(?:农历|阴历|公历|阳历|夏历|[^，。；]{0,6}?(?:除夕|初[一二三]|元旦|[^，。；]节|星期|周[一二三四五六日]))"
)
"""What a calendar says of a day, in any year: 2026年2月17日是农历正月初一."""
_YEAR_TOLD = re.compile(r"(?<!\d)(?:19|20)\d\d年|那[一]?年|当年|[一二三四五六七八九]十年代")


def _is_recalled(text: str, mention: Mention) -> bool:
    """Whether a day without its year is one of long ago: 9月12日那天, in what tells of 那一年."""
    if writes_year(mention) or not text.startswith(("那天", "那日", "那晚", "那夜"), mention.end):
        return False
    return _YEAR_TOLD.search(text) is not None


_LEARNED = re.compile(
    r"(?:凌晨|清晨|上午|中午|下午|傍晚|晚上?)?[，,]?(?:本报|本台|本网)?记者[^，。；]{1,26}?(?:获悉|了解到|见到|看到)"
)
"""9月29日，记者从县人社局获悉: nobody learns what is to come in a day that is to come."""
_AS_OF = re.compile("截[至止]到?$")
_COUNTED = re.compile(r"(?:[0-9一二三四五六七八九十]{1,3}时|24时)?[，,]?[^，。；]{0,16}?(?:累计|共(?!同)|已)")
"""截至6月17日，全市共出动: counted up to that day."""
_MET = re.compile(
    r"(?:凌晨|清晨|上午|中午|下午|傍晚|晚上?)?[，,]?[^，。；]{2,16}?(?:召开|通报|宣布|公布|印发|出台|决定|签署|破获|查获|抓获|救出|捐[出赠])"
)
"""What a first sentence tells that began with its day: 12月29日，市政府召开新闻发布会."""
_HAS_BEEN = re.compile("周年|诞辰|[满迎]来?[0-9一二三四五六七八九十百]{1,4}(?:周?岁|周年)|生日|纪念日")
"""What a day is on its own, whatever happens: told before it as well as behind."""
_FROM_TO = re.compile(r"(?:开始|起|从|自)[^。；]{0,20}$")


def _is_timetable(text: str, mention: Mention, start: int, end: int) -> bool:
    """Whether 结束 only says when what begins on one day ends on another: 军训9月11日开始，9月24日结束."""
    done = pattern("§", DONE).search(text, mention.end, end)
    if done is None or done.group() not in ("结束", "闭幕", "收官") or text.startswith("了", done.end()):
        return False
    last = _DAY_BEFORE_END.search(text, start, done.start())
    return last is not None and _FROM_TO.search(text, start, last.start()) is not None


_DAY_BEFORE_END = re.compile(r"(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:（[^）]{1,8}）|\([^)]{1,8}\))?[^，。；0-9]{0,4}$")


_ALMOST_A_YEAR = 300


def _is_year_off(text: str, mention: Mention, published: datetime.date) -> bool:
    """Whether a day with its year and hour is a year ahead, and nothing says that it is to come: early in January."""
    stamp = mention.quantity.value
    days = stamp.days() if isinstance(stamp, Stamp) and stamp.year is not None and stamp.day is not None else None
    if days is None or not writes_year(mention) or text.startswith(("起", "前", "止", "至", "到"), mention.end):
        return False
    start, end = sentence_around(text, mention.start)
    off = _ALMOST_A_YEAR <= (days[0] - published).days <= 2 * 366 - _ALMOST_A_YEAR
    return off and _CLOCK.match(text, mention.end) is not None and not _is_to_come(text, start, end)


_CLOCK = re.compile(r"(?:凌晨|清晨|上午|中午|下午|傍晚|晚上?|[0-9]{1,2}[时点:：])")
_TOOK = re.compile(
    r"将(?:[近军]|[^，。；]{1,12}?(?:救[出起下]|送[到往医至回]|抓获|扑灭|制服|控制住|带回|转移|抬|拉[出上]|背[出到]|击[败落]|收入囊中|改写|刷新|捐|交[到给]|"
    r"比分|打捞|运[到抵往回]|围住|包围|捧[回起])(?!到位))"
)
"""将司机救出: 将 for 把, of what was done."""


def _is_to_come(text: str, start: int, end: int, *, announced: bool = False) -> bool:
    """Whether a stretch has a word for what is still to come, or one that announcements have."""
    form = pattern("§", f"{STILL_TO_COME} {ANNOUNCED}" if announced else STILL_TO_COME)
    return any(
        match.group() != "将" or not _TOOK.match(text, match.start()) for match in form.finditer(text, start, end)
    )
