"""Centuries, decades and short years in, those that do not hold the year beside them, or say none, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.days import (
    alternatives,
    is_quoted,
    is_read,
    is_titled,
    mentions_in,
    paragraph_at,
    sentence_at,
    stamp_of,
    writes_year,
)
from figcheck.data.calendar_words import DEEDS
from figcheck.data.reigns import BY_OUR_CALENDAR, REIGNS
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Stamp
from figcheck.numerals import whole_number

# --- centuries and decades -----------------------------------------------------------------------------------

_PARTS = {
    "初": (0, 20),
    "初期": (0, 20),
    "初叶": (0, 35),
    "早期": (0, 35),
    "前期": (0, 40),
    "上半叶": (0, 50),
    "前半叶": (0, 50),
    "中叶": (30, 70),
    "中期": (30, 70),
    "下半叶": (50, 100),
    "后半叶": (50, 100),
    "后期": (60, 100),
    "晚期": (65, 100),
    "末期": (70, 100),
    "末叶": (65, 100),
    "末年": (85, 100),
    "末": (80, 100),
}
_PART = rf"(?:的)?(?P<part>{alternatives(_PARTS)})?"
_PART_BEHIND = re.compile(_PART)
_EXACTLY = r"(?:更?(?:具体|准确|确切|严格|精确)(?:一?点)?(?:地|来)?(?:说|讲|而言)?)?"
_TAIL_OF_YEAR = r"(?:[初底末春夏秋冬]|年初|年底|前后|左右|那年|那会儿|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
_THAT_IS = re.compile(
    rf"{_TAIL_OF_YEAR}(?:[，,]?(?:即|也就是|亦即|正是|正值|时值|属于?|是|已是|已属|正当|时当|正处)(?:在|于|说|处于)?|[（(](?:即)?)(?:中国的?|清代|明代|我国的?)?$"
)
_COPULA = re.compile(
    rf"{_TAIL_OF_YEAR}(?![，,]?[^，。；：]{{0,30}}(?:以|描写|反映|讲述|关于|展现|研究|再现|收藏|复制|仿|比|记录|描绘|出土|发现|翻译|修复|重现|还原|复原|源自|追溯))[^，。；：]{{1,24}}?"
    r"(?:是|为|属于?|系|堪称|成为|作为|被称为|被誉为)[^，。；：]{0,10}$"
)
_OF_ITS_KIND = re.compile(
    r"的?[^，。；：]{0,12}(?:建筑|作品|代表|产物|遗存|遗物|器物|文物|遗址|典范|标志|见证|桥梁|民居|工程|佳作|集大成|巨著|力作|名著|名作|之作|杰作|精品|珍品|孤例|事$|由|[^，。；：]{0,6}(?:桥|塔|寺|庙|祠|楼|阁|殿|堂|宅|院|亭|钟|鼎|瓷|碑|像|窑)(?=[，。；、]|$))"
)
_MADE_BEFORE = re.compile(
    r"(?:建|盖|买|购|产|筑|铸|作|写|刻|绘|摄|拍|印|制|签|立|烧|造|寄|成书?|创办|创刊|创作|开凿|烧造|修|落成|完成|成立|出版|发表|问世)于(?:公元|[^，。；0-9]{2,12}[（(])?$"
)
_INSCRIBED = re.compile(
    r"[^\n]{0,24}?(?:背面|背后|落款|题款|底款|款识|上面|边上|一角|角上|门楣|匾|碑|石|梁|墙|封底|扉页|封面|末页|信封|底部|内壁|铭文|题)[^。！？\n]{0,14}?"
    r"(?:写|刻|注|标|题|署|印|盖|錾|铸|镌|有|是)(?:着|有|明|的?是|了|的|名)?[:：“‘《]{0,2}(?:摄于|建于|写于|立于|制于)?"
)
"""照片拍摄于1960年代末。背面写着“1958.10.6”."""
_MADE_AFTER = re.compile(
    r"(?:[初底末春夏秋冬])?(?:建成|落成|创作|完成|竣工|写成|铸造|修建|始建|问世|出版|创刊|成立|发表|建造)"
)
_SAID_TO_BE = re.compile(
    r"(?:[^，。；：]{0,16}[，,])?[^，。；：]{0,12}?(?:是|为|属于?|系|堪称|称为|誉为|公认为|视为)(?:一?[座部件幅]|典型的|著名的)*[^，。；：]{0,12}$"
)
_NOT_ITSELF = re.compile(
    r"以|描写|反映|讲述|关于|展现|研究|再现|收藏|复制|仿|比|记录|描绘|出土|发现|翻译|修复|重现|还原|复原|源自|追溯|前身|原址|旧址|取代|藏|列为|列入|改|重|拆|毁"
)
_ENTERED = re.compile(r"(?:以来|以后|之后|后)?[，,]$")
_ENTERS = re.compile(r"(?:进入|步入|跨入|迈入|跨进|走进)$")
_DETAIL = re.compile(rf"(?:[（(](?:即|约)?{_EXACTLY}是?|[：:])$")
_IN_THE_MIDST = re.compile(rf"(?:[，,]|——)?(?:即|也就是|{_EXACTLY}(?<=[说讲言体确])(?:是|为|在|，)*)$")
_AND_THAT_WAS = re.compile(
    r"(?!年?[^，。；]{0,20}(?:回忆|怀念|讲述|反映|再现|追溯))[^。；！？]{1,24}[，,](?:(?:那|这|当时|彼时|那时|时值|正)(?:还|正|时)?(?:是|值|处于|处在|逢)|时值|适值|时当)(?:中国|我国)?的?$"
)
"""1974年的电影票只要一角，那是上世纪70年代."""
_THAT_WAS = re.compile(
    r"[^。；！？]{0,30}[，,](?:时为|时在|时值|那[一]?年(?:是|为)|具体[^，。；]{0,4}(?:是|为))(?:公元)?$"
)
_BEGUN = re.compile(r"(?:开头|开始|开启|起步|发端)的(?:这个|那个)?$")
_OVER = re.compile(r"[”]?(?:就要|即将|行将|已近|接近|快要|马上)(?:结束|尾声|落幕|终结|过去|到来|开始)")
_BUILT_IN = re.compile(
    r"(?:的[^，。；：]{0,12})?[，,]?(?:是|为|属于?|系|堪称)(?:一?[座栋幢部件幅个]|典型的?|标准的|地道的|当年的|一种)*$"
)


def wrong_century(analysis: Analysis) -> Iterator[Hit]:
    """The centuries and decades that a year told with them belies, each once."""
    told: set[int] = set()
    text = analysis.document.text
    periods = {mention.start: mention for mention in analysis.mentions if _is_period(mention)}
    for hit in _wrong_periods(analysis):
        period = periods.get(hit.span.start)
        if (
            period is not None
            and "世纪" in period.text
            and any(_holds(period, year, text) for year in _years_beside(analysis, period))
        ):
            continue  # 清同治六年（1867年）……从19世纪60年代到今天
        if hit.span.start not in told:
            told.add(hit.span.start)
            yield hit


def _years_beside(analysis: Analysis, period: Mention) -> Iterator[Mention]:
    """The years of its paragraph."""
    paragraph = paragraph_at(analysis.document.text, period.span)
    yield from (year for year in mentions_in(analysis, paragraph) if _is_year(year))


def _wrong_periods(analysis: Analysis) -> Iterator[Hit]:
    """1936年……19世纪30年代; 1785年前后，即17世纪晚期; 上世纪80年代：1978年: a year out of its century or decade."""
    text = analysis.document.text
    yield from _turn_of_century(analysis)
    yield from _ends_of_decade(analysis)
    yield from _nth_decades(analysis)
    periods = [mention for mention in analysis.mentions if _is_period(mention)]
    for period in periods:
        sentence = sentence_at(text, period.start)
        years = [year for year in mentions_in(analysis, sentence) if _is_year(year)]
        for year in years:
            part = _wrong_part(text, period, year)
            if part is not None:
                yield part
                break
            if _holds(period, year, text) or _fitting_period(analysis, periods, sentence, year):
                continue
            if _is_same_time(text, period, year):
                yield _period_hit(text, period, year)
                break
        if not years:
            yield from _after_sentence(analysis, period)
            yield from _inscribed_behind(analysis, period)
        yield from _pointed_at(analysis, periods, period)


_THIS_THING = re.compile(r"(?:这|该|那)(?:[批座口件栋幢条]|一[批座口件])?$")


def _after_sentence(analysis: Analysis, period: Mention) -> Iterator[Hit]:
    """民国二十三年，也就是1934年的物件。十九世纪三十年代这条街最热闹: a century less than the year told before."""
    text = analysis.document.text
    start = sentence_at(text, period.start).start
    if start < 1 or text[start - 1] == "\n":
        return
    before = Span(sentence_at(text, max(0, start - 2)).start, period.start)
    years = [year for year in mentions_in(analysis, before) if _is_year(year)]
    if len({_year_of(year) for year in years}) != 1:
        return
    year = years[-1]
    gap = text[year.core_end : period.start]
    low, high = _bounds(period)
    if _holds(period, year, text) or len(gap) > _FAR:
        return
    if _is_labelled(text, period, gap):
        yield _period_hit(text, period, year)
        return
    if "世纪" not in period.text:
        if _is_scene(text, period, year, gap):
            yield _period_hit(text, period, year)
        return
    this = _THIS_THING.search(text, 0, period.start) is not None
    if (_NOT_THIS if this else _APART_FAR).search(gap) or is_quoted(text, period.start):
        return
    part = _PART_BEHIND.match(text, period.core_end)
    decade = "年代" in period.text and low + 100 <= _year_of(year) <= high + 100
    named = _PARTS.get(part["part"]) if part is not None and part["part"] and "年代" not in period.text else None
    same = named is not None and low // 100 + 1 == _year_of(year) // 100 and this
    if decade or (named is not None and same and named[0] <= _year_of(year) % 100 <= named[1]):
        yield _period_hit(text, period, year)


_FAR = 60
_ANOTHER_TIME = re.compile(
    r"讲述|讲的是|说起|谈起|回忆|追忆|想起|记得|故事|背景|小说|剧|以来|此前|之前|年前|早在|[后再]来|直到|父|祖|爷|奶|传说|相传|不如|相比|比起|仿|复|原|改|翻|重|新|另|旁"
)
_POINTS_BACK = re.compile(
    r"(?:[。，；！”]|——)(?:那|这|当时|彼时|那时候?|那会儿)(?:正|还|已|恰|刚好)*(?:是|值|处在|处于|属于)(?:中国|我国)?的?$|(?:[那这]个|[那这]一个)$"
)
_POINTS_ON = re.compile(
    r"(?:[说指讲记问]的是|具体是|准确地?说是?|时间是|日期是|落款是|(?:最[早晚]|其中|这|它|上面|封面|背面|[页张份件枚封首末]|落款)[^，。；]{0,8}?(?:[写印标盖刻]着|[印写摄拍记签立铸刻产]于|出版于|发行于))[：“（《]?$"
)
_THAT_VERY_YEAR = re.compile(r"的(?:这|那|同)一年")
_THIS_BEHIND = re.compile(r"的(?:这|该|那)(?:[批座口件栋幢条份]|一[批座口件])")


_ITS_WORK = re.compile(r"的(?:[老旧古]|[^，。；]{0,4}(?:书|歌|片|电影|照片|故事|事[，。]))")


def _pointed_at(analysis: Analysis, periods: Sequence[Mention], period: Mention) -> Iterator[Hit]:
    """“1988年冬”。那是上世纪90年代末; 70年代……说的是1985年: a time that the words say is that of a year near."""
    text = analysis.document.text
    paragraph = paragraph_at(text, period.span)
    near = Span(max(paragraph.start, period.start - 2 * _FAR), min(period.end + _FAR, paragraph.end))
    years = [year for year in mentions_in(analysis, near) if _is_year(year)]
    before = [year for year in years if year.end <= period.start]
    behind = [year for year in years if year.start >= period.end]
    if any(other is not period and near.holds(other.span) for other in periods):
        return
    if any(_holds(period, year, text) for year in years):
        return
    if before and _points_back(text, period, before):
        yield _period_hit(text, period, before[-1])
    elif behind and not before:
        gap = text[_after_part(text, period) : behind[0].start]
        if _POINTS_ON.search(gap) and not _ANOTHER_TIME.search(gap):
            yield _period_hit(text, period, behind[0])


def _points_back(text: str, period: Mention, before: Sequence[Mention]) -> bool:
    """Whether the words say that the period is the time of the year told last before it."""
    year, after = before[-1], _after_part(text, period)
    gap = text[year.core_end : period.start]
    if len(gap) > _FAR or _ANOTHER_TIME.search(gap) or len({_year_of(one) for one in before}) > 1:
        return False
    if _THAT_VERY_YEAR.match(text, after) or (_POINTS_BACK.search(gap) and not _ITS_WORK.match(text, after)):
        return True
    part = _PART_BEHIND.match(text, period.core_end)
    span = _PARTS.get(part["part"]) if part is not None and part["part"] else None
    if span is None or "年代" in period.text or _bounds(period)[0] // 100 + 1 != _year_of(year) // 100:
        return False
    return _THIS_BEHIND.match(text, after) is not None and span[0] <= _year_of(year) % 100 <= span[1]


_NTH_DECADE = re.compile(
    r"(?P<name>(?P<century>本|新|上|20|21|二十一?)世纪的?第(?P<nth>[一二三四五六七八九十])个?十年)"
)
_CENTURIES = {"本": 2000, "新": 2000, "21": 2000, "二十一": 2000, "上": 1900, "20": 1900, "二十": 1900}
_ENTERS_IT = re.compile(r"(?:进入|步入|迈入|跨入|走进|到了?)$")
_ITS_YEAR = re.compile(r"(?:正是|就是|恰是|便是|那是|也就是|即|——|是在|：)$")
_SOME_OTHER = re.compile(r"前|早|曾|起|自|从|比|较|的[^，。；]{0,12}$|出生|生于|成立于|始建|到|至|计划|将")


def _nth_decades(analysis: Analysis) -> Iterator[Hit]:
    """21世纪第二个十年里最大的一笔，正是2007年那笔; 进入本世纪第二个十年，……2021年才并网."""
    text = analysis.document.text
    for match in _NTH_DECADE.finditer(text):
        first = _CENTURIES[match["century"]] + 10 * ("一二三四五六七八九十".index(match["nth"]))
        sentence = sentence_at(text, match.start())
        years = [year for year in mentions_in(analysis, Span(match.end(), sentence.end)) if _is_year(year)]
        if len(years) != 1 or first <= _year_of(years[0]) <= first + 10 or is_quoted(text, match.start()):
            continue
        year, gap = years[0], text[match.end() : years[0].start]
        entered = _ENTERS_IT.search(text, max(0, match.start() - 3), match.start()) is not None
        entered = entered and (_year_of(year) > first or text.startswith("才", year.end))
        if _ITS_YEAR.search(gap) or (entered and not _SOME_OTHER.search(gap)):
            right = (_year_of(year) % 100 + 10) // 10
            expected = f"第{'一二三四五六七八九十'[right - 1]}个十年"
            values = {"written": match.group(), "year": str(_year_of(year)), "expected": expected}
            said = SpanEvidence(year.start, year.end, text[year.start : year.end])
            working = Derivation(f"{match.group()} = {first + 1}—{first + 10}，{_year_of(year)} ∉")
            yield Hit(Span(*match.span("name")), values, (said, working), expected, against=match.start())


def _inscribed_behind(analysis: Analysis, period: Mention) -> Iterator[Hit]:
    """照片拍摄于1960年代末。背面写着“1958.10.6”: the year on the thing itself, in the sentence behind."""
    text = analysis.document.text
    end = sentence_at(text, period.end).end
    if text[end : end + 1] in ("", "\n"):
        return
    behind = mentions_in(analysis, Span(end, sentence_at(text, end + 1).end))
    year = next((other for other in behind if _is_year(other)), None)
    if year is None or _holds(period, year, text):
        return
    gap = text[_after_part(text, period) : year.start]
    if _INSCRIBED.fullmatch(gap) and _MADE_BEFORE.search(text, max(0, period.start - 8), period.start):
        yield _period_hit(text, period, year)


def _is_period(mention: Mention) -> bool:
    quantity = mention.quantity
    return (
        quantity.kind == "date"
        and isinstance(quantity.low, Stamp)
        and isinstance(quantity.high, Stamp)
        and ("世纪" in mention.text or "年代" in mention.text)
    )


def _is_year(mention: Mention) -> bool:
    stamp = _first_year(mention)
    if stamp is None or stamp.year is None:
        return False
    return writes_year(mention) if stamp.year > 0 else mention.text.startswith("公元前")


def _bounds(period: Mention) -> tuple[int, int]:
    low, high = period.quantity.low, period.quantity.high
    assert isinstance(low, Stamp) and isinstance(high, Stamp) and low.year is not None and high.year is not None
    return low.year, high.year


def _year_of(mention: Mention) -> int:
    stamp = _first_year(mention)
    assert stamp is not None and stamp.year is not None
    return stamp.year


def _first_year(mention: Mention) -> Stamp | None:
    """A date, or the first of a range of dates (1860年至1864年间)."""
    low = mention.quantity.low
    return (
        low
        if mention.quantity.kind == "date" and isinstance(low, Stamp) and not _is_period(mention)
        else stamp_of(mention)
    )


def _holds(period: Mention, year: Mention, text: str) -> bool:
    """Whether the year is in the period: a century from 1900 or 1901 on, a decade a year loose where it is 初 or 末."""
    low, high = _bounds(period)
    edge = text[period.core_end : period.core_end + 2]
    slack = 1 if "年代" in period.text and edge.startswith(("初", "末", "底", "之交", "前", "中后")) else 0
    if "年代" not in period.text:
        low -= 1
    return low - slack <= _year_of(year) <= high + slack


def _fitting_period(analysis: Analysis, periods: list[Mention], sentence: Span, year: Mention) -> bool:
    """Whether another century or decade of the sentence is the one that the year belongs to."""
    text = analysis.document.text
    return any(sentence.holds(other.span) and _holds(other, year, text) for other in periods)


def _is_same_time(text: str, period: Mention, year: Mention) -> bool:
    """Whether the text says of both that they are one time, or the slip gives itself away."""
    if _is_later_than_birth(text, period, year):
        return False
    if year.end <= period.start:
        gap = text[year.core_end : period.start]
        if gap.startswith(("以后", "之后", "以来")) and _year_of(year) > _bounds(period)[1]:
            gap = gap[2:]
        if _THAT_IS.fullmatch(gap) or _BEGUN.fullmatch(gap):
            return True
        if _AND_THAT_WAS.fullmatch(gap) or _is_ending(text, period, year, gap) or _is_built_in(text, period, year, gap):
            return True
        if _COPULA.fullmatch(gap) and _OF_ITS_KIND.match(text, _after_part(text, period)):
            return True
        if _is_labelled(text, period, gap) or _is_called(text, period, year, gap) or _is_scene(text, period, year, gap):
            return True
        return _is_telling(text, period, year, gap) or _is_work(text, period, year, gap)
    gap = text[_after_part(text, period) : year.start]
    if _ENTERED.fullmatch(gap) and _ENTERS.search(text, max(0, period.start - 3), period.start):
        return _year_of(year) < _bounds(period)[0]
    if _INSCRIBED.fullmatch(gap) and _MADE_BEFORE.search(text, max(0, period.start - 8), period.start):
        return True
    if _stands_alone(text, period, year, gap) or _THAT_WAS.fullmatch(gap):
        return True
    if _DETAIL.fullmatch(gap) or _IN_THE_MIDST.fullmatch(gap):
        return not text.startswith(tuple("—–~～至到、和-"), year.core_end)
    return gap == "的" or (not gap and "年代" not in period.text)


_BORN = re.compile(r"(?:[出降]?生于|出生在?)$")


def _is_later_than_birth(text: str, period: Mention, year: Mention) -> bool:
    """他生于1958年，是60年代的小学生."""
    born = _BORN.search(text, max(0, year.start - 4), year.start) or text.startswith(("出生", "生"), year.core_end)
    return bool(born) and "年代" in period.text and _bounds(period)[0] > _year_of(year)


def _is_ending(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """1890年离世，18世纪就要结束."""
    over = _OVER.match(text, period.core_end)
    if over is None or len(gap) > 16 or not gap.endswith("，"):
        return False
    return not (over.group().endswith(("到来", "开始")) and _year_of(year) < _bounds(period)[0])


_PART_SPANS = {
    "初": (0, 4),
    "初期": (0, 4),
    "早期": (0, 4),
    "前期": (0, 5),
    "中期": (2, 8),
    "中叶": (2, 8),
    "后期": (4, 9),
    "晚期": (5, 9),
    "末期": (5, 9),
    "末": (5, 9),
}
_EXACT = re.compile(r"[，,]?(?:即|也就是|亦即|正是|正值|时值)(?:在|于)?|[（(](?:即)?|的")


def _wrong_part(text: str, period: Mention, year: Mention) -> Hit | None:
    """1937年，正是三十年代初: a year of the decade, but not of the part of it that is named."""
    match = _PART_BEHIND.match(text, period.core_end)
    span = _PART_SPANS.get(match["part"]) if match is not None and match["part"] else None
    if span is None or "年代" not in period.text or not _holds(period, year, text):
        return None
    gap = (
        text[year.core_end : period.start] if year.end <= period.start else text[_after_part(text, period) : year.start]
    )
    digit = _year_of(year) - _bounds(period)[0]
    if not _EXACT.fullmatch(gap) or span[0] <= digit <= span[1] or not 0 <= digit <= 9:
        return None
    return _period_hit(text, period, year, _after_part(text, period))


def _is_built_in(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """盖于1957年，是典型的上世纪60年代苏式建筑."""
    made = _MADE_BEFORE.search(text, max(0, year.start - 8), year.start) or _MADE_AFTER.match(text, year.core_end)
    if made is None or _BUILT_IN.fullmatch(gap) is None:
        return False
    return _OF_ITS_KIND.match(text, _after_part(text, period)) is not None


def _stands_alone(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """上世纪80年代末，1998年，电话通到了村里."""
    return (
        gap == "，"
        and "年代" in period.text
        and _ALONE.match(text, year.core_end) is not None
        and text[year.core_end - 1] == "年"
    )


_ALONE = re.compile(r"(?:那阵子?|那会儿|那年|前后|[春夏秋冬][天季]?|[初底末]|[0-9]{1,2}月)?，")


def _after_part(text: str, period: Mention) -> int:
    match = _PART_BEHIND.match(text, period.core_end)
    return match.end() if match is not None and match["part"] else period.core_end


def _is_work(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """始建于1718年的文昌阁，是典型的17世纪建筑: a work dated by year, then by the century of its first two digits."""
    if (
        _bounds(period)[0] // 100 + 1 != _year_of(year) // 100
        or _NOT_ITSELF.search(gap)
        or not _SAID_TO_BE.fullmatch(gap)
    ):
        return False
    made = _MADE_BEFORE.search(text, max(0, year.start - 8), year.start) or _MADE_AFTER.match(text, year.core_end)
    return made is not None and _OF_ITS_KIND.match(text, _after_part(text, period)) is not None


_APART = re.compile(
    r"从|到|至|以来|此前|早在|追溯|起源|源于|百年|之前|以前|前的|以后|收藏|藏有|仿|比|较|原|曾|早期|发现|出土|捐赠|购得|拍卖|展出|展览|讲述|研究|故事|背景|书中|小说|创作|复制|馆藏|不同|相隔|时隔|前身|取代|替代|旧址上|修缮|经历|历经|毁|拆"
)


_NOT_THIS = re.compile("出土|发现|收藏|藏有|仿|购|捐|拍卖|不同|另")
_APART_FAR = re.compile(
    _APART.pattern.replace("从|到|至|", "从(?=[0-9公清明宋元])|(?<![刻铸])到(?=[0-9])|至(?=[0-9])|")
)
_LABELS = "归入 归到 归为 划入 标作 标为 标成 写作 写成 写着 写的是 标着 注明"
_LABELS += " 算作 列入 列为 定为 断为 当作 说是 称为 称之为 叫作 认定为 判定为 视为 鉴定为 说它是 说这是"
_LABELLED = re.compile(
    rf"[^。；]{{0,36}}[，。；：][^，。；]{{0,14}}(?:{alternatives(_LABELS.split())})(?:是|为|在)?(?:[“《]|一[件座张份枚])?$"
)
_MISTAKEN = re.compile(r"误|错|不应|并非|不是|有人|传说|相传")


def _is_labelled(text: str, period: Mention, gap: str) -> bool:
    """公元前221年……时间轴把它标作公元前二世纪: what somebody calls the time of the thing whose year is told."""
    if _LABELLED.fullmatch(gap) is None or _MISTAKEN.search(gap) or _APART_FAR.search(gap):
        return False
    return re.search("[12][0-9]{3}年", gap) is None


_IS_OF = re.compile(
    r"(?:是|为|系|属于?|堪称|时值|正值|适值|时当|正当)(?:我国|中国|全国|典型的?|最[早后]|[一这那][批座件])?$"
)


def _is_called(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """1896年通车的铁路，是二十世纪末的大工程: a copula, and a part of the century that the year's last digits fit."""
    part = _PART_BEHIND.match(text, period.core_end)
    if part is None or not part["part"] or "年代" in period.text or "世纪" not in period.text:
        return False
    written, century = _year_of(year), _bounds(period)[0] // 100 + 1
    if written <= 0 or century not in (written // 100, (written + 99) // 100 + 1) or len(gap) > _FAR_CALLED:
        return False
    first, last = _PARTS[part["part"]]
    called = _IS_OF.search(gap) is not None and not _APART_FAR.search(gap) and "；" not in gap
    return called and first <= written % 100 <= last and not is_quoted(text, period.start)


_FAR_CALLED = 24
_OF_SCENE = re.compile("的(?![老旧古]|.{0,3}(?:书|歌|片|电影|照片))")
_WHEN = re.compile(r"[^，。；]{0,14}(?:时|那年|那会儿|的时候)，$")
_SCENE = re.compile(r"[^，。；]{0,8}[。，]$")
_LOOKS_BACK = re.compile(r"回忆|想起|追忆|曾|早|前|比|老|旧|以来|说|讲|写|出版|发表")


def _is_scene(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """1987年他来深圳时，90年代的蛇口: the decade beside that of the year, as the time of the same scene."""
    if "年代" not in period.text or _OF_SCENE.match(text, period.core_end) is None or is_quoted(text, period.start):
        return False
    apart = _bounds(period)[0] - _year_of(year) // 10 * 10
    if _WHEN.fullmatch(gap):
        return apart in (-10, 10) and not _LOOKS_BACK.search(gap)
    return apart == -10 and _SCENE.fullmatch(gap) is not None and not _LOOKS_BACK.search(gap)


def _is_telling(text: str, period: Mention, year: Mention, gap: str) -> bool:
    """The slip of naming a century by the year's first two digits: 1936年……19世纪30年代; 1842年……18世纪中叶."""
    low, high = _bounds(period)
    written = _year_of(year)
    if _AGED.match(text, _after_part(text, period)):
        return False
    if "世纪" not in period.text or written <= 0 or low // 100 + 1 != written // 100 or len(gap) > 40 or "；" in gap:
        return False
    if _APART.search(gap):
        return False
    if "年代" in period.text:
        return low + 100 <= written <= high + 100
    part = _PART_BEHIND.match(text, period.core_end)
    if part is None or not part["part"] or (written >= 1900 and not _is_within(text, period, gap)):
        return False
    first, last = _PARTS[part["part"]]
    return first <= written % 100 <= last


_AGED = re.compile("的[老旧古]")
_SOMEBODY_IN = re.compile(r"[，,][^，。；]{0,10}[在于]$")


def _is_within(text: str, period: Mention, gap: str) -> bool:
    """1903年，莱特兄弟在19世纪初完成了……: the century as the time, not as the age of something."""
    return _SOMEBODY_IN.fullmatch(gap) is not None and not text.startswith("的", _after_part(text, period))


def _period_hit(text: str, period: Mention, year: Mention, end: int | None = None) -> Hit:
    """`end`: where the part of the period ends, where that is what is wrong."""
    written = _year_of(year)
    expected = f"{(written - 1) // 100 + 1}世纪" if written > 0 else f"公元前{-written // 100 + 1}世纪"
    if "年代" in period.text:
        expected = f"{written // 100 + 1}世纪{written % 100 // 10 * 10}年代"
    low, high = _bounds(period)
    working = Derivation(f"{period.text} = {low}—{high}，{written} ∉")
    evidence: tuple[Evidence, ...] = (SpanEvidence(year.start, year.end, text[year.start : year.end]), working)
    if end is not None:
        digit = written % 10
        expected += "初" if digit <= 3 else "中期" if digit <= 6 else "末"
    span = Span(period.start, end or period.end)
    values = {"written": text[span.start : span.end], "year": str(written), "expected": expected}
    return Hit(span, values, evidence, expected, against=period.start)


_TURN_OF_CENTURY = re.compile(
    r"(?P<name>本世纪|新世纪|上个?世纪)(?P<part>之?初|伊始|初期|末期?|末年|中叶)?(?:[以之]?来)?(?:的|[（(](?:即)?|[，,](?:即|也就是|准确说是|具体说是|(?=[12][0-9]{3}年(?:那阵子?|那会儿|那年|前后|[春夏秋冬][天季]?|[初底末]|[0-9]{1,2}月)?[，,])))(?P<year>(?:1[5-9]|20)[0-9]{2})年"
)


def _turn_of_century(analysis: Analysis) -> Iterator[Hit]:
    """本世纪初（1998年）, 上世纪末的2009年: a year that is not of this century, or of the last one."""
    today = analysis.document.date
    begins = 2000 if today is None or today.year >= 2001 else 1900
    for match in _TURN_OF_CENTURY.finditer(analysis.document.text):
        year, last = int(match["year"]), match["name"].startswith("上")
        if year <= begins if last else year >= begins:
            continue
        expected = f"{begins // 100 + (0 if last else 1)}世纪"
        right = f"{(year - 1) // 100 + 1}世纪"
        values = {"written": match["name"], "year": str(year), "expected": right}
        span = Span(match.start("name"), match.end("part") if match["part"] else match.end("name"))
        said = SpanEvidence(*match.span("year"), match["year"])
        yield Hit(span, values, (said, Derivation(f"{match['name']} = {expected}，{year} ∉")), right)


_ENDS_OF_DECADE = re.compile(
    r"年代的?(?P<end>第一年|头一年|首年|开头一年|最后一年|末一年)(?:——|的|[（(]|[，,](?:也就是|即)?)?(?P<year>[12][0-9]{3})年"
)
_AROUND_TURN = re.compile(r"世纪之交的?(?:——|[（(]|[，,](?:也就是|即))?(?P<year>[12][0-9]{3})年")


def _ends_of_decade(analysis: Analysis) -> Iterator[Hit]:
    """50年代的第一年——1959年; 世纪之交的1989年."""
    text = analysis.document.text
    for match in _ENDS_OF_DECADE.finditer(text):
        right = "9" if match["end"] in ("最后一年", "末一年") else "0"
        if match["year"][3] != right and not (right == "0" and match["year"][3] == "1"):
            expected = f"{match['year'][:3]}{right}年"
            values = {"written": match.group(), "year": match["year"], "expected": expected}
            yield Hit(Span(*match.span()), values, (Derivation(f"{match['end']} = {expected}"),), expected)
    for match in _AROUND_TURN.finditer(text):
        year = int(match["year"]) % 100
        if 8 < year < 92:
            values = {"written": match.group(), "year": match["year"], "expected": "世纪末、世纪初"}
            yield Hit(Span(*match.span()), values, (Derivation(f"{match['year']} ∉"),))


# --- years of two digits -------------------------------------------------------------------------------------

_SHORT = re.compile(
    r"(?<![0-9０-９.．,·'’\-—–~～/第约近超逾])(?P<year>[0-9]{2})年(?![0-9]{0,2}(?:级|届|式|型|制|期|代|龄|后|前(?![一二三1-3]季度)|来|间|多|余|以|之|的?历史|版|款|份|陈|老|如一日|货))"
)
_EVENTS = (
    r"(?:那场|那年|那会儿|的那[场次年]|[的]?(?:特?大)?(?:洪水|洪灾|地震|大地震|水灾|大水|抗洪|雪灾|金融危机|非典|世界杯|奥运会?|亚运会?|高考|世博会|大旱|旱灾|台风)"
    r"|(?:春|夏|秋|冬)[天季，]|年?[初底末]|(?:盖|建|修|造|种|生|拍|买|毕业|入伍|出厂|入职|入学|入党|加入|出生|落成|竣工|投产|上映|参加工作)的|恢复高考|至今|前[一二三1-3]季度|上半年|下半年|全年|[的]?同期|第?[一二三四1-4]季度|的事(?![业情迹故务物])|的时候|(?:1[0-2]|0?[1-9])月)"
)
_DEEDS = rf"(?:从[^，。]{{2,12}}毕业|[^，。]{{0,8}}(?:{alternatives(DEEDS)}))"
_EVENT, _DEED = re.compile(_EVENTS), re.compile(_DEEDS)
_TO_FULL_YEAR = re.compile(r"(?:至|到|—|–|-|～|~)(?:19|20)[0-9]{2}年")
_FROM_FULL_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?(?:至|到|—|–|-|～|~)$")
_IN = re.compile(r"(?:[在于自从到]|截至|早在)$")
_BEGUN_IN = re.compile(r"(?:生|毕业|成立|建|创[办立建]|参[军加]|入[伍党职]|始|投产|竣工|动工|拍摄|发表|出版)于$")
_IS = re.compile(r"是$")
_LASTS = re.compile(
    r"(?:用了?|花了?|历时|耗时|经过|长达|整整|已有|已经|走过|坚持|坚守|满|共|过去|未来|今后|最近|工龄|党龄|再|又|了|隔|每|前|头|近|约|这)$"
)
_SINCE = re.compile(r"起(?![点步草])|开始|以来")
_DUE = re.compile(r"(?:预计|预期|计划|拟|将|有望|力争|争取)[于在到]?$")
_DONE = re.compile(
    "(?:全[面线部])?(?:正式)?(?:完工|建成|竣工|投产|通车|投用|投入|交付|完成|开通|启用|合龙|毕业|退役|退休|转业|调[到任入]|升任|入党|上市|停产|搬迁)"
)
_BEGAN = re.compile(r"(?<!\d)(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?[^，。；、\d]{2,10}，$")
_DID = re.compile("[迁停恢复回盖建修造种生拍买办搬嫁娶当调下上分进离开成入退参考评授返到移赴]|毕业|转业|结婚")
_FULL_TO_SHORT = re.compile(
    r"(?:19|20)(?P<first>[0-9]{2})年?(?:至|到|—|–|-|～)(?P<year>[0-9]{2})年|"
    r"(?<!\d)20(?P<before>[0-9]{2})[-—–～/／](?P<after>[0-9]{2})(?=学年|年度)"
)

_SHORT_SPAN = re.compile(
    r"(?<![\d.—–~～-])(?P<from>[0-9]{2})(?:-|—{1,2}|–|～|~)(?P<to>[0-9]{2})(?=[：:，]|年?的?)"
    r"(?:[：:][^，。；]{0,12}?|的)(?P<length>[2-9]0|[二三四五六七八九]十)年"
)
"""78—18：一座城的四十年: years as far apart as the text says."""
_IN_CHINESE = re.compile(
    r"(?:^|(?<=[，。；、在于自从到至\n]))(?P<year>[二三四五六七八九][〇零一二三四五六七八九])年(?!级|来|间|代|前|后|以|之|多|的|了)"
)


def two_digit_year(analysis: Analysis) -> Iterator[Hit]:
    """98年那场大洪水, 05年从技校毕业, 21年至2024年, 九二年下海: a year written with two digits."""
    text = analysis.document.text
    for hit in _two_digit_years(analysis):
        titled = not text[hit.span.start].isascii() and is_titled(text, hit.span)
        if not titled and f"“{text[hit.span.start : hit.span.end]}”" not in text:
            yield hit  # neither 《九三年》 nor what is said to be somebody's way of speaking


def _two_digit_years(analysis: Analysis) -> Iterator[Hit]:
    text = analysis.document.text
    for match in _SHORT.finditer(text):
        head = text[max(0, match.start() - 6) : match.start()]
        if _says_year(text, match, head) and not is_quoted(text, match.start()) and is_read(analysis, match.start()):
            yield _short_hit(analysis, Span(*match.span()), int(match["year"]))
    for match in _FULL_TO_SHORT.finditer(text):
        first, last = ("first", "year") if match["year"] else ("before", "after")
        if int(match[last]) > int(match[first]) and not _SHORT.match(text, match.start(last)):
            yield _short_hit(analysis, Span(match.start(last), match.end()), int(match[last]))
    for match in _SHORT_SPAN.finditer(text):
        if (int(match["to"]) - int(match["from"])) % 100 == whole_number(match["length"]):
            yield _short_hit(analysis, Span(match.start("from"), match.end("to")), int(match["from"]), int(match["to"]))
    yield from _other_shorts(analysis)
    for match in _SHORT_CHINESE_ALONE.finditer(text):
        if is_read(analysis, match.start()) and not is_quoted(text, match.start()):
            yield _short_hit(analysis, Span(*match.span()), _two_digits(match["year"]))
    for match in _IN_CHINESE.finditer(text) if _FULL_CHINESE.search(text) else ():
        if not _are_so_many(match["year"]) and _DID.match(text, match.end()) and not is_quoted(text, match.start()):
            yield _short_hit(analysis, Span(*match.span()), _two_digits(match["year"]))
    for mention in analysis.mentions:
        short = _SHORT_CHINESE.match(text, mention.core_start) if mention.quantity.kind == "date" else None
        if short is not None and not is_quoted(text, mention.start):
            yield _short_hit(analysis, Span(*short.span()), _two_digits(short["year"]))


_FULL_CHINESE = re.compile("(?:一[八九]|二[〇零])[〇零一二三四五六七八九]{2}年")


def _are_so_many(written: str) -> bool:
    """Whether two numerals together mean about so many: 五六年, 三五年, 三两年."""
    first, last = divmod(_two_digits(written), 10)
    return last - first == 1 or (first, last) in ((3, 5), (3, 2))


def _other_shorts(analysis: Analysis) -> Iterator[Hit]:
    """Years of two digits that something beside them shows: an apostrophe, a whole year, an event."""
    text = analysis.document.text
    for match in _OTHER_SHORTS.finditer(text):
        group = match.lastgroup
        if group is None or not is_read(analysis, match.start()) or is_quoted(text, match.start()):
            continue
        if is_titled(text, Span(*match.span())):
            continue
        closes = group == "marked" and text.rfind("‘", max(0, match.start() - 40), match.start()) >= 0
        known = _SHORT.match(text, match.start())
        if not closes and (known is None or not _says_year(text, known, "")):
            yield _short_hit(analysis, Span(*match.span()), _two_digits(match[group]))


def _two_digits(written: str) -> int:
    """98, 九八 as a number."""
    if written.isdigit():
        return int(written)
    tens, ones = ("〇一二三四五六七八九".index(char.replace("零", "〇")) for char in written)
    return 10 * tens + ones


_OF_NOTE = "香港回归|澳门回归|奥运|世界杯|亚运|春晚|抗洪|世博|非典|雪灾|洪水|大水|大地震|[^\\W\\d_]{2,3}(?:地震|奥运)"
_OTHER_SHORTS = re.compile(
    r"(?<![A-Za-z\d.,])['’‘](?P<marked>[0-9]{2})(?![\d.'’])(?=[^\W\d_A-Za-z]{2})(?!抗洪)|"
    r"(?<![\d.,，第约近])(?P<ranged>[0-9]{2})(?=年?(?:至|到|—|–|-|～|~)(?:19|20)[0-9]{2}年(?![间来]))|"
    rf"(?<![\d.第,隔等近约历经了整前去的满逾超这那'’‘])(?P<noted>[4-9][1-9]|0[0-9])(?=年?(?:{_OF_NOTE}))|"
    r"(?<=从)(?P<from>[5-9][1-9]|0[0-9])(?=年的?[^，。；]{1,16}到(?:19|20)[0-9]{2}年)|"
    r"(?<=[把从自《])(?P<both>[0-9]{2})(?=[-—–～~至到][0-9]{2}年的?[^，。；]{0,6}(?:日记|年鉴|档案|账[目本]|报纸|资料|照片|合订本|记录|数据))|"
    r"(?:^|(?<=[在从于自，。；\n]))(?P<years>[5-9][0-9])(?=年?[-—–～~至到][5-9][1-9]年(?![的内来前后以]|间的))|"
    r"(?<=[在从于自])(?P<years2>4[0-9])(?=年?[-—–～~至到][4-9][1-9]年)|"
    r"(?<=[据])(?P<counted>[0-9]{2})(?=年的?(?:[县市村]志|文件|规定|统计|普查|资料|数据|年鉴|档案))|"
    r"(?<=(?:19|20)[0-9]{2}[、和])(?P<listed>[0-9]{2})(?=(?:两|这两)?年(?![间来多后前内之以里的]))|"
    r"(?:(?<=(?:19|20)[0-9]{2}年[和与、及])|(?<=(?:19|20)[0-9]{2}年以及))(?P<beside>[0-9]{2})(?=年(?![来间多后前内之以里的]))|"
    r"(?<![\d.])(?P<pair>0[0-9]|[5-9][0-9])(?=[、和](?:0[0-9]|[5-9][0-9])两年)|"
    r"(?<![〇零一二三四五六七八九十百千])(?P<naught>[零〇][一二三四五六七八九])(?=年(?!级))"
)
"""’98, 95至2003年, 从88年的……到2019年, 把21-25年的日记, 零三年."""
_SHORT_CHINESE_ALONE = re.compile(
    r"(?<![〇零一二三四五六七八九十百千两第])(?P<year>[五六七八九](?:[〇零一二三]|(?<=[六七八九])四|(?<=[六七八九])五|(?<=[七八九])六|(?<=[八九])七|(?<=九)八|"
    r"(?<=五)[五]|(?<=六)六|(?<=七)七|(?<=八)八|(?<=九)九))年的(?=[^\W\d_])"
)
"""六五年的奖状: two numerals that do not follow each other, as 五六年 would, which is so many."""
_SHORT_CHINESE = re.compile(r"(?P<year>[五六七八九〇零][〇零一二三四五六七八九])年(?!级|代)")


def _short_hit(analysis: Analysis, span: Span, *shorts: int) -> Hit:
    """A year, or the first and the last of some."""
    newest = _newest(analysis)
    written = analysis.document.text[span.start : span.end]
    expected = "—".join(f"{2000 + short if 2000 + short <= newest else 1900 + short}年" for short in shorts)
    return Hit(span, {"written": written, "expected": expected}, (Derivation(f"{written} = {expected}"),), expected)


def _newest(analysis: Analysis) -> int:
    today = analysis.document.date
    return today.year + 5 if today is not None else 2035


def _says_year(text: str, match: re.Match[str], head: str) -> bool:
    """Whether two digits and 年 are a year of our calendar, not of a reign (民国57年), nor so many years."""
    if head[-2:] in REIGNS or head[-2:] in BY_OUR_CALENDAR:
        return False
    if _TO_FULL_YEAR.match(text, match.end()) or _FROM_FULL_YEAR.search(head):
        return True
    if match["year"][0] == "0" or _BEGUN_IN.search(head):
        return True
    if _DUE.search(head) and match["year"][0] in "23" and _DONE.match(text, match.end()):
        return True
    if head.endswith("，") and _DONE.match(text, match.end()) and _follows_full_year(text, match):
        return True
    if head.endswith(("自", "早在")) and _SINCE.match(text, match.end()):
        return True
    if _LASTS.search(head[-4:]):
        return False
    if _EVENT.match(text, match.end()):
        return True
    if not 49 <= int(match["year"]) <= 99:
        return False
    if _DID.match(text, match.end()) and (_in_row(text, match) or _IS.search(head)):
        return True
    return bool(
        _DEED.match(text, match.end())
        or (_IN.search(head) and text[match.end() : match.end() + 1] not in ("的", "中", "里"))
    )


def _follows_full_year(text: str, match: re.Match[str]) -> bool:
    """Whether the clause before tells of an earlier year, in full: 2010年开工，13年建成."""
    began = _BEGAN.search(text, max(0, match.start() - 24), match.start())
    if began is None:
        return False
    return began["year"][:2] == "20" and int(match["year"]) > int(began["year"][2:])


def _in_row(text: str, match: re.Match[str]) -> bool:
    """Whether another such year of the same sentence follows or goes before: 62年迁至现址，66年停课，78年恢复招生."""
    sentence = sentence_at(text, match.start())
    others = [other for other in _SHORT.finditer(text, sentence.start, sentence.end) if other.start() != match.start()]
    return any(int(other["year"]) >= 49 and _DID.match(text, other.end()) for other in others)
