"""A paragraph in, the moments of one life out, each with its year and age, and those that don't go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.ages import OTHERS, Life, births_of_anybody, deaths
from figcheck.checks.days import alternatives, is_quoted, paragraph_at, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import AGE_NAMES, DEATH_AGES, DEATHS
from figcheck.data.names import SURNAMES
from figcheck.model import Analysis, Span
from figcheck.numerals import whole_number
from figcheck.values import Frozen


class Moment(Frozen):
    """A time of somebody's life as the text tells it."""

    span: Span
    """Where the age stands, or the year of birth."""
    written: str
    low: int
    """Full years of age at least."""
    high: int
    """Full years of age at most."""
    year: int | None
    """The calendar year, where the words say it."""
    place: Span | None
    """Where that is told; None where it is the article's."""
    kind: str
    """`birth`, `now`, `here` where only nothing else is said, `then`, `death`, or nothing."""
    loose: int = 0
    """Years by which the year may be another: 65年前."""

    def fits(self, other: Moment) -> bool:
        """Whether two moments with years may be of one life, a year either way, two at death."""
        if self.year is None or other.year is None:
            return True
        first, last = sorted((self, other), key=lambda moment: (moment.year or 0, moment.high))
        span = (last.year or 0) - (first.year or 0)
        slack = 1 + max(first.loose, last.loose)
        more = slack + (1 if last.kind == "death" and first.kind == "birth" else 0)
        return last.low - first.high <= span + more and last.high - first.low >= span - slack


class Clash(Frozen):
    """An age that another moment of the same life belies."""

    wrong: Moment
    other: Moment
    expected: int
    """The age that the other gives."""


# --- ages as told --------------------------------------------------------------------------------------------

_DECADES = alternatives(name for name in AGE_NAMES if "旬" not in name)
_TENS = "一二三四五六七八九十"
_WAY = r"(?P<way>年过|年逾|已过|刚过|早过|年近|将近|年届|步入|已近|正值|已入|年已|过了|快到)?“?"
_NAMED = re.compile(rf"{_WAY}(?:(?P<tens>[二三四五六七八九])[旬秩](?![天日老以至])|(?P<name>{_DECADES}))")
_NAME_TAIL = re.compile(r"”?(?:之年|高龄|老人|的|，|。|、|有|还|仍|依然|了)")
_NEAR_IT = frozenset(("年近", "将近", "已近", "快到"))


_GAP = re.compile(
    r"(?:年长|年轻|[大小长差])(?:了|他|她|整整|近|约|足足|其|自己|丈夫|妻子|老伴|[哥姐弟妹]{1,2})*$|(?<![活就])[每隔满至到]$"
)
_NOMINAL = re.compile(r"虚[岁龄]?")
_OLD_WAY = re.compile(r"虚[岁龄]|旧时|旧历|旧俗|实[岁足际则]|算法|光绪|宣统|民国")
"""Where ages are counted from one on, and years end at the lunar new year."""
_GROUP = re.compile(r"(?:以[上下]|至|到|周?岁?[—~～-]|组|级|老人|人群|儿童|青少年|退休|起|时?就?可)")
_OF_ALL = re.compile(r"寿命|退休年龄|法定|平均|年龄(?:为|是|由|从|在)|最[大小]的|周岁|[一两]个")
_TWO_DIGITS = "[二三四五六七八九]十[一二三四五六七八九]?|[2-9][0-9]"
_BARE = re.compile(
    rf"(?:(?:今年|如今|现年|已经|都|已是?|(?:出生|生人|[年月日]生)[，、])(?:刚好|正好|正|整整|整|也|已经|已|都|虚岁|实岁|才)*(?P<age>{_TWO_DIGITS})(?=了?[，。！；”])"
    rf"|(?:年仅|享年|终年|时年|年方|[将就快]满)(?P<said>{_TWO_DIGITS}|1[0-2][0-9]|一百(?:零[一二三四五六七八九]|一?十[一二三四五六七八九]?)?)(?=[，。！；”]))"
)
"""八十四了, 年仅三十二, 就满105: ages without 岁."""


def _ages(analysis: Analysis) -> Iterator[Moment]:
    """The ages of an article, the year not yet known: 83岁, 年过九旬, 年近古稀."""
    text = analysis.document.text
    for mention in analysis.mentions:
        unit, quantity = mention.quantity.unit, mention.quantity
        if unit is None or unit.symbol not in ("岁", "周岁") or quantity.number is None:
            continue
        if _GAP.search(text, max(0, mention.start - 8), mention.start) or _OF_ALL.search(
            text, max(0, mention.start - 24), mention.start
        ):
            continue
        if _GROUP.match(text, mention.end) or mention.text.endswith(("以上", "以下")):
            continue
        admitted = quantity.admits()
        low = int(admitted.low) if admitted.low is not None else 0
        high = int(admitted.high) if admitted.high is not None else 120
        if quantity.hedge == "exact":
            low = high - (_TWO if _NOMINAL.search(text, max(0, mention.start - 5), mention.start) else 0)
        yield Moment(mention.span, mention.text, low, high, None, None, "")
    for match in _BARE.finditer(text):
        sentence = sentence_at(text, match.start())
        if match["said"] and _OLD_WAY.search(text, sentence.start, sentence.end):
            continue
        which = "age" if match["age"] else "said"
        age = whole_number(match[which]) or 0
        low = age - (_TWO if _NOMINAL.search(match.group()) else 0)
        yield Moment(Span(*match.span(which)), match[which], low, age, None, None, "")
    for match in _NAMED.finditer(text):
        if match["way"] is None and not text.startswith(("之年", "高龄", "老人"), match.end()):
            continue
        if not _NAME_TAIL.match(text, match.end()):
            continue
        first = _TENS.index(match["tens"]) * 10 + 10 if match["tens"] else AGE_NAMES[match["name"]][0]
        last = first + 9 if match["tens"] else AGE_NAMES[match["name"]][1]
        near = match["way"] in _NEAR_IT
        low, high = (first - 5, first) if near else (first - 1, last)
        yield Moment(Span(*match.span()), match.group(), low, high, None, None, "")


# --- when ----------------------------------------------------------------------------------------------------


class _Year(Frozen):
    span: Span
    year: int
    birth: bool
    death: bool
    loose: int = 0


_RELATIVE = re.compile(
    r"(?P<word>去年|前年|上年|明年)|(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:多|余)?年(?:以|之)?前(?!后|的今)"
)
_SHIFT = {"去年": -1, "上年": -1, "前年": -2, "明年": 1}


def _years(analysis: Analysis) -> list[_Year]:
    """The years of the article, those said from its own day too, in order."""
    text, today = analysis.document.text, analysis.document.date
    born = {life.mention for life in births_of_anybody(analysis)}
    died = {life.mention for life in deaths(analysis)}
    found = [
        _Year(mention.span, stamp.year, mention in born, mention in died)
        for mention in analysis.mentions
        if (stamp := stamp_of(mention)) is not None and stamp.year is not None
        if writes_year(mention) or mention in died
    ]
    for match in _RELATIVE.finditer(text) if today is not None else ():
        assert today is not None
        count = whole_number((match["count"] or "0").replace("两", "二")) or 0
        year = today.year + _SHIFT.get(match["word"], 0) - count
        found.append(_Year(Span(*match.span()), year, birth=False, death=False, loose=1 if count else 0))
    return sorted(found, key=lambda year: year.span.start)


_DYING = rf"(?:{alternatives(DEATHS)})"
_AGED = alternatives(word for word in DEATH_AGES if word not in ("年", "时年", "年仅"))
_AT_DEATH = re.compile(
    rf"(?:{_AGED}|走(?:的)?时(?:候)?|{_DYING}的?(?:那[一]?年|时候?)?|活(?:到|了|到了)|(?:生命|人生|年龄|时间)[^，。；0-9]{{0,8}}?(?:定格|停留?|止步?)[在于]了?)"
    r"[，,]?(?:[他她])?(?:也|刚刚?|才|仅|年仅|只有|不到|已是?|已经|正|了|虚岁|刚满|时年|年满|将满|不满)*$"
)
_DYING_BEHIND = re.compile(
    rf"(?:高龄|那[一]?年|时|的?她|的?他)?(?:在|于|因)?[^，。；0-9]{{0,8}}?{_DYING}|的(?:短暂)?(?:人生|一生|生命|年华)"
    rf"|的(?:年纪|生日)[^，。；]{{0,12}}(?:{_DYING})"
)
_NOW = re.compile(
    r"(?:今年|现年|如今|眼下|现在|而今|目前|当下|今天|转眼|一晃)(?![^，。；]{0,10}[0-9一二三四五六七八九十]年前)[^。；0-9年]{0,12}$"
)
_THEN = re.compile(r"(?:那[一]?年|时年|当时|那时候?|那会儿|彼时|当年)[^，。；0-9]{0,6}$")
_THEN_BEHIND = re.compile(
    r"(?:那[一]?年|时)[，,（(]?(?:也就是|即|正是)?|[^，。；0-9]{1,14}[，,](?:那|这|当时)(?:一年)?是(?:在)?"
)
_UNDATED = re.compile(r"(?:时|那年|后|前|从|自)[^，。；]{0,4}$")
_NOT_YET = re.compile(r"(?:再过|还有|就要|即将|将满|将迎来|明年|差|未满|不满|不到|没到|没活到)[^。；]{0,10}$")
_ALMOST = re.compile(
    r"(?:差|再有)[^，。；]{1,6}[，]?(?:就|便|才)?满?$|(?:即将|就要|快要)(?:年?满|迎来|过)?(?:自己的?|他的?|她的?)?$"
)
_DIED_HERE = re.compile(rf"{_DYING}|睡着走|走(?:的|了|时)|闭上了?眼|合上了?眼|没能")
_TWO = 2
_IN_YEAR = re.compile(
    r"[初底末春夏秋冬]?[天季]?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[^。；0-9岁]{0,14}?[，,]?[^，。；0-9岁]{0,8}"
)
_OF = re.compile(r"的|[，。、）)（(；！”]|$|了[，。！；]|高龄")


def _moment(analysis: Analysis, age: Moment, years: Sequence[_Year]) -> Moment:
    """An age with its year: that told right before it, that of 那年, that of death, or the article's."""
    text, today = analysis.document.text, analysis.document.date
    sentence = sentence_at(text, age.span.start)
    head, start = text[max(sentence.start, age.span.start - 24) : age.span.start], age.span.start
    if _ALMOST.search(head) and today is not None:
        low, kind = age.high - _TWO, "death" if _DIED_HERE.search(text, sentence.start, age.span.start) else "now"
        year = None if kind == "death" else today.year
        return Moment(age.span, age.written, low, age.high, year, None, kind)
    if _NOT_YET.search(head):
        return _with(age, None, "")
    if _AT_DEATH.search(head) or _DYING_BEHIND.match(text, age.span.end):
        return _with(age, None, "death")
    before = [year for year in years if year.span.end <= start and not year.birth]
    if _THEN.search(head[-9:]):
        last = before[-1] if before else None
        near = last is not None and start - last.span.end <= _BACK and "\n" not in text[last.span.end : start]
        return _with(age, last if near else None, "then")
    if _THEN_BEHIND.match(text, age.span.end):
        behind = [year for year in years if 0 < year.span.start - age.span.end <= _BESIDE and not year.birth]
        told = behind and _THEN_BEHIND.fullmatch(text, age.span.end, behind[0].span.start)
        if told:
            return _with(age, behind[0], "then")
    last = before[-1] if before else None
    now = _NOW.search(head)
    if now is not None and today is not None and (last is None or last.span.end <= start - len(head) + now.start()):
        return Moment(age.span, age.written, age.low, age.high, today.year, None, "now")
    if last is not None and last.span.start >= sentence.start:
        if _IN_YEAR.fullmatch(text, last.span.end, start):
            return _with(age, last, "death" if last.death else "then")
        return _with(age, None, "")
    if _UNDATED.search(head) or "几" in age.written:
        return age
    if today is not None and last is None and (_OF.match(text, age.span.end) or "岁" not in age.written):
        return Moment(age.span, age.written, age.low, age.high, today.year, None, "here")
    return age


_BACK = 70
"""Code points between a year and 那年 that goes back to it."""
_BESIDE = 20


def _with(age: Moment, year: _Year | None, kind: str) -> Moment:
    if year is None:
        return Moment(age.span, age.written, age.low, age.high, None, None, kind)
    return Moment(age.span, age.written, age.low, age.high, year.year, year.span, kind, year.loose)


# --- one life ------------------------------------------------------------------------------------------------


def clashes(analysis: Analysis) -> Iterator[Clash]:
    """The ages that another moment of the same life belies, and that none near explains."""
    years = _years(analysis)
    told = [_moment(analysis, age, years) for age in _ages(analysis) if not _is_counted_anew(analysis, age)]
    born = [birth_moment(life) for life in births_of_anybody(analysis)]
    wrong: list[Moment] = []
    for moment in reversed(told):
        for clash in _clashes_of(analysis, moment, born, told, years):
            if clash.other not in wrong:
                wrong.append(moment)
                yield clash


_COUNTED_FROM = re.compile("(?:若|如果|要是|假如)?(?:从|自|以|按)[^，。；]{1,16}?(?:算起|起算|计算|算|计)")


def _is_counted_anew(analysis: Analysis, age: Moment) -> bool:
    """Whether its sentence counts from two beginnings: 从1909年算起……116岁；若从1946年的站房算起，则是79岁."""
    text = analysis.document.text
    sentence = sentence_at(text, age.span.start)
    return len(_COUNTED_FROM.findall(text, sentence.start, sentence.end)) > 1


def _clashes_of(
    analysis: Analysis, moment: Moment, born: list[Moment], told: list[Moment], years: Sequence[_Year]
) -> Iterator[Clash]:
    yield from _by_stone(analysis, moment, born)
    readings = _deaths_of(analysis, moment, years) if moment.kind == "death" else [moment]
    near = [one for one in (*born, *told) if one.span != moment.span and _is_near(analysis, one, moment)]
    near = [one for one in near if one.year is not None and (one.kind == "birth" or one.year != moment.year)]
    readings = [reading for reading in readings if reading.year is not None]
    if not near or not readings or any(one.fits(reading) for one in near for reading in readings):
        return
    bound = [one for one in near if is_of_one(analysis, one, moment)]
    if bound:
        other = min(bound, key=lambda one: abs(one.span.start - moment.span.start))
        expected = other.low + (readings[0].year or 0) - (other.year or 0)
        if expected > 0:
            yield Clash(readings[0], other, expected)


_LATELY = re.compile(
    r"日前|近日|[昨前今]天|昨日|今日|[上本]个?月|上周|本周|今年|刚刚|(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}日"
)


def _deaths_of(analysis: Analysis, age: Moment, years: Sequence[_Year]) -> list[Moment]:
    """An age at death with each year in which that may have been: of death, else any; the article's if lately."""
    own = [year for year in years if not year.birth and not _has_break(analysis, year.span, age.span)]
    died = [year for year in own if year.death] or own
    if died:
        return [_with(age, year, "death") for year in died]
    text, today = analysis.document.text, analysis.document.date
    if today is None or not _LATELY.search(text, max(0, age.span.start - 40), age.span.start):
        return []
    return [Moment(age.span, age.written, age.low, age.high, today.year, None, "death", 1)]


_STONE = re.compile(
    r"[（(“](?P<born>1[0-9]{3}|20[0-9]{2})年?\s?(?:[—–~～─－-]{1,3}|至)\s?(?P<died>1[0-9]{3}|20[0-9]{2})年?[）)”]"
)


def _by_stone(analysis: Analysis, age: Moment, born: Sequence[Moment]) -> Iterator[Clash]:
    """仲家渠（1902—1988）……去世时96岁: the one life in brackets of a paragraph in which nobody else is born."""
    text = analysis.document.text
    paragraph = paragraph_at(text, age.span)
    lives = [
        (match, Moment(Span(*match.span("born")), match.group(), 0, 0, int(match["born"]), None, "birth"))
        for match in _STONE.finditer(text, paragraph.start, paragraph.end)
    ]
    if (
        len(lives) != 1
        or any(paragraph.holds(one.span) for one in born)
        or (age.year is not None and age.kind != "here")
    ):
        return
    match, birth = lives[0]
    if age.kind != "death" and not (
        age.kind in ("", "here") and _ALONE.match(text, age.span.end) and age.span.start > match.end()
    ):
        return
    died = Moment(age.span, age.written, age.low, age.high, int(match["died"]), Span(*match.span("died")), "death")
    first, last = sorted((Span(*match.span()), age.span))
    if birth.fits(died) or OTHERS.search(text, first.end, last.start) or _NO_LIFE.search(text, 0, match.start()):
        return
    yield Clash(died, birth, int(match["died"]) - int(match["born"]))


_ALONE = re.compile(r"[，。；]")
_NO_LIFE = re.compile(r"(?:朝|代|时期|战争|公司|学校|学院|年间|运动|革命|史|展|集|会|馆|厂|计划)$")


def _has_break(analysis: Analysis, one: Span, other: Span) -> bool:
    first, last = sorted((one, other))
    return "\n" in analysis.document.text[first.end : last.start]


_FAR = 160
"""Code points at most between two moments of a life."""


def _is_near(analysis: Analysis, one: Moment, other: Moment) -> bool:
    first, last = sorted((one.span, other.span))
    return last.start - first.end <= _FAR and not _has_break(analysis, first, last)


_ATTRIBUTE = re.compile(r"(?:高龄)?的(?P<who>[\u4e00-\u9fff]{2,8})")
_WHO = re.compile(
    r"[他她]|这|那|该|老(?:人|者|兵|汉|党员|太|爷|奶|伯|先生|大|师傅|农|工人|教授|校长|支书|医生|船工)|[奶爷]|大[爷妈娘叔婶]|阿[婆姨公]|[\u4e00-\u9fff]{0,2}老人|年纪|年华|生日"
    r"|小家伙|小不点|小伙|小将|小姑娘|小丫头|[男女]?孩|娃|宝[贝宝]|丫头|姑娘|少[年女]|年轻人|青年|汉子|高龄"
)
_FILLER = re.compile(
    r"差[^，。；]{0,5}就满|再有[^，。；]{0,5}就满|即将|今年|现年|如今|眼下|现在|目前|已经?|也|都|才|刚刚?|正好|时年|当时|那时候?|那年|年仅|年满|不满|只有|仅|整|[他她]|[0-9]{4}年|[0-9]{1,2}[月日]|虚岁|享年|终年|又|还|便|就|时|是|在|的|[初春夏秋冬底]|以"
)
_CLAUSE = re.compile(r"[，。；：！？、“”（）()\n—]")
_NICK = re.compile(
    rf"(?:[老小阿][{''.join(sorted(SURNAMES))}\u4e00-\u9fff]|[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}})$"
)


_BESIDE_BIRTH = re.compile(
    r"(?:出?生|生人)?[的、，]?[^，。；、的]{0,3}|(?:[初底末春夏秋冬])?(?:出生|生|生人)的[^，。；：、“”的]{1,10}?(?:只有|才|仅|今年|现年|如今|已经?|刚刚?|以|年方|，)+"
)
"""1941年出生、年过九旬的票友: both of whom is named behind them; 2007年出生的湛江女孩只有14岁: named between them."""
_THIS_ONE = re.compile(r"[这该](?:[名位个]|一[名位个])?$")
"""这名19岁的左撇子: whoever was told of before."""


def _names_another(text: str, first: Span, last: Span) -> bool:
    """Whether the words around the second of two moments name somebody of whom nothing is said before."""
    if _BESIDE_BIRTH.fullmatch(text, first.end, last.start) or _THIS_ONE.search(text, first.end, last.start):
        return False
    known = text[max(0, first.start - 24) : last.start]
    attribute = _ATTRIBUTE.match(text, last.end)
    if attribute is not None and _WHO.match(attribute["who"]) is None:
        return not any(attribute["who"][at : at + 2] in known for at in range(min(4, len(attribute["who"]) - 1)))
    start = max((match.end() for match in _CLAUSE.finditer(text, first.end, last.start)), default=first.end)
    own = _FILLER.sub("", text[start : last.start])
    name = _NICK.search(own)
    return name is not None and name.group() not in text[max(0, first.start - 40) : start] and len(own) <= _NAMED_BY


_NAMED_BY = 12
"""Code points of a clause before an age, at most, that may be a name with an office."""


_TITLE = re.compile(
    rf"(?:(?![和与同及])[{''.join(sorted(SURNAMES))}老]|阿[\u4e00-\u9fff]?)"
    r"(?:师傅|老师|教练|大[爷妈娘叔婶]|阿姨|奶奶|爷爷|[伯叔婶姨嫂哥姐爷奶])(?![伯叔婶姨嫂哥姐爷奶])"
)
"""Words of kin by which somebody is called who is told of: 阿祥伯, 梁大爷."""
_OWN_KIN = re.compile(r"(?:^|[。！？\n“])(?:我家|我|家里的?)?[\u4e00-\u9fff]{1,3}$")


def _is_another(text: str, start: int, end: int) -> bool:
    """Whether another person is named there; 郎师傅 is whom the text is about."""
    words = _TITLE.sub("他", text[max(0, start) : end])
    return OTHERS.search(words) is not None or _ONE_OF_THEM.search(words) is not None


_ONE_OF_THEM = re.compile("[，。；][^，。；]{0,6}最(?:年轻|年长|年幼|大|小|老)的[^，。；]{0,8}(?:是|叫|为)")
"""1998年出生的室友……。最年轻的毕业生是顾小满，今年19岁."""


_SOMEBODY = re.compile(r"[他她我]")
_TOUCHING = re.compile(r"[^，。；、]*")


def _is_told_of(text: str, first: Span, last: Span) -> bool:
    """Whether whom a word of kin names is whom the text is about: 外公生于1936年, with no 他 or 我 behind."""
    end = first.start - (_TWO if text.startswith("生于", first.start - _TWO) else 0)
    return _OWN_KIN.search(text, max(0, end - 5), end) is not None and not _SOMEBODY.search(text, first.end, last.start)


def birth_moment(life: Life) -> Moment:
    """A birth as a moment of a life."""
    place = life.mention.span
    return Moment(place, life.mention.text, 0, 0, life.year, place, "birth")


def is_of_one(analysis: Analysis, one: Moment, other: Moment) -> bool:
    """Whether two moments may be of one person: nobody else between, and nobody named new at the second."""
    text = analysis.document.text
    first, last = sorted((one.span, other.span))
    apart = is_quoted(text, first.start) != is_quoted(text, last.start)
    if apart and not (one.kind == "birth" and other.kind in ("then", "death")):
        return False
    if _is_another(text, first.end, last.start):
        return False
    if _is_another(text, first.start - 6, first.start) and not _is_told_of(text, first, last):
        return False
    touching = _TOUCHING.match(text, last.end, last.end + 4)
    if touching is not None and _is_another(text, last.end, touching.end()):
        return False
    return not _names_another(text, first, last)
