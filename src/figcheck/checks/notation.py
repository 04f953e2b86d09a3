"""Figures as written, one by one: doubled hedges, mixed numerals, broken grouping, full-width digits."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.phrases import pattern, word_before, word_behind
from figcheck.checks.prose import is_cited, reading_spans
from figcheck.data import notation_words as words
from figcheck.data.hedge_words import AFTER, BEFORE
from figcheck.model import Analysis, Fix, Hit, Mention, Span
from figcheck.values import Frozen

_STOPS = frozenset(("", *"，。；！？,;\n"))

# --- hedges ----------------------------------------------------------------------------------------------------

_CLASHES = {
    "about": frozenset(("about", "odd", "at_least", "at_most")),
    "nearly": frozenset(("odd", "at_least", "about", "over")),
    "over": frozenset(("at_least", "odd", "about", "at_most")),
    "at_least": frozenset(("at_least", "at_most", "about")),
    "at_most": frozenset(("at_least", "at_most", "about")),
    "under": frozenset(("at_least", "odd", "about", "at_most")),
}
"""Which hedges behind a figure say again, or against, what the one before it says."""
_BEFORE = " ".join(BEFORE)
_AFTER = " ".join(AFTER)
_AFTER_HEADS = frozenset(word[0] for word in AFTER)
_FAR = (
    r"(?:^|[^不])(?P<word>§)(?:§{0,3}了?|(?<=[最至顶]多|[至最]少)"
    r"(?![时的一]|见于|集中|出现|分布)[^\W\d_的几一二三四五六七八九十]{1,5})$"
)
_ODD_INSIDE = re.compile(r"[多余]")
_FAR_HEADS = frozenset("".join(words.FAR_HEDGES.split()))
_WITH_ABOUT = tuple("节预制条契公合签隐简大违邀特相履婚纽缔解失践租要盟")
"""With these before it, 约 is part of a word."""
_NO_OBJECT = "的不没每各因从想算起是由和与至到半几数一二两三四五六七八九十百千万亿"
_DOING = (
    rf"(?:(?P<word>§)(?!率|其|因|是|在)|(?<![{''.join(_WITH_ABOUT)}])(?P<single>约)(?=占|§))"
    rf"(?:(?:(?![{_NO_OBJECT}])[^\W\d_]){{2,10}}|(?<=约)占[^\W\d_]{{1,8}}的)$"
)
"""A hedge, a verb and what it is done to: 大约栽下果苗1800余株, 约增长了两成左右."""
_TWICE = re.compile(
    r"(?<![最附临靠邻新远节契公合条签特预违制移走驶])(?:(?P<about>大?约|大概)(?:将近|近|接近)|(?P<over>超过?|逾)近|近(?:约|超))$"
)
_EXTREMES = re.compile(
    r"(?P<high>最[高大长远贵重多]|(?<!不)高达|多达)(?:可|能|会|达|达到|为|到|至|是|要|卖到|可达|能达){0,2}$|"
    r"(?P<low>最[低小短近轻少])(?:可|能|会|达|为|到|至|是|要|仅|只){0,2}$|(?P<full>(?<![不未圆充])年?满)$"
)
"""What leaves nothing above, or below, or begins at a figure."""
_AGAINST = {"high": "at_least", "low": "at_most", "full": "at_least"}
_VAGUE_AND_ODD = re.compile(r"(?P<first>[数几上好])[十百千万]{1,2}(?P<last>[多余])")
_TWICE_BEHIND = re.compile(
    r"(?P<first>(?<=[\d一二三四五六七八九十百千万亿])[多余来]|[数几][十百千万])[百千万亿]{0,2}[^\W\d_]{0,2}?(?P<last>左右|上下(?![班游级])|以上(?=[^，。]*[，。]))"
)
_BEGUN_BY_MANY = ("多云", "多雨", "多雾", "多风", "多半", "多数", "多是", "多为")
_LOOK_BACK = 12
_WITHOUT_HEDGES = ("date", "ordinal", "score")


class _Doubled(Frozen):
    """Two hedges on one figure: what they span, the words, and the one that can go, where one of them can."""

    span: Span
    first: str
    last: str
    superfluous: Span | None = None
    safe: bool = False
    """Whether the text means the same without it."""


def doubled_hedge(analysis: Analysis) -> Iterator[Hit]:
    """约…左右, 近…多, 超过…以上: two hedges on one figure that repeat or contradict each other."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind not in _WITHOUT_HEDGES:
            doubled = _vague_and_odd(text, mention) or _doubled_before(text, mention)
            if doubled is None and not _begins_a_word(text, mention):
                doubled = _doubled_behind(text, mention) or _on_both_sides(text, mention)
            if doubled is not None and not is_cited(text, doubled.span):
                yield _one_will_do(text, doubled)


def _one_will_do(text: str, doubled: _Doubled) -> Hit:
    span, drop = doubled.span, doubled.superfluous
    values = {"written": text[span.start : span.end], "first": doubled.first, "last": doubled.last}
    if drop is None:
        return Hit(span, values)
    expected = text[span.start : drop.start] + text[drop.end : span.end]
    return Hit(span, values, (), expected, Fix(drop.start, drop.end, "", safe=doubled.safe))


def _begins_a_word(text: str, mention: Mention) -> bool:
    return text[mention.end - 1] == "多" and text.startswith(_BEGUN_BY_MANY, mention.end - 1)


def _vague_and_odd(text: str, mention: Mention) -> _Doubled | None:
    """数百余名: the figure is vague already."""
    vague = _VAGUE_AND_ODD.search(text, max(0, mention.core_start - 1), mention.end + 1)
    if vague is None:
        return None
    return _Doubled(mention.span, vague["first"], vague["last"], Span(*vague.span("last")))


def _doubled_before(text: str, mention: Mention) -> _Doubled | None:
    """约近百家: both before the figure, side by side."""
    if text[mention.core_start - 1 : mention.core_start] not in ("近", "约", "超"):
        return None
    twice = _TWICE.search(text, max(0, mention.core_start - 6), mention.core_start)
    if twice is None:
        return None
    return _Doubled(Span(twice.start(), mention.end), twice.group()[:-1], twice.group()[-1])


def _doubled_behind(text: str, mention: Mention) -> _Doubled | None:
    """200多人左右: both behind it."""
    behind = _TWICE_BEHIND.search(text, mention.core_start, min(len(text), mention.end + 2))
    if behind is None or behind.end() < mention.core_end:
        return None
    span = Span(mention.start, max(behind.end(), mention.end))
    return _Doubled(span, behind["first"], behind["last"], Span(*behind.span("last")))


def _on_both_sides(text: str, mention: Mention) -> _Doubled | None:
    """One before the figure, and another before it with a verb between, or behind it."""
    again = _hedged_before(text, mention)
    if again is not None:
        start, first, word = again
        same = BEFORE[first] == BEFORE[word]
        drop = Span(start, start + len(first)) if same else None
        return _Doubled(Span(start, mention.end), first, word, drop)
    last = _hedge_behind(text, mention)
    if last is None:
        return None
    ahead = _hedge_before(text, mention)
    if ahead is not None and _clash(mention, ahead, last):
        return _Doubled(Span(ahead[0], last[0]), ahead[1], last[1], *_superfluous(text, ahead, last))
    extreme = _extreme(text, mention, last[1])
    if extreme is None:
        return None
    drop = Span(last[0] - len(last[1]), last[0]) if extreme.lastgroup == "full" else None
    return _Doubled(Span(extreme.start(), last[0]), extreme.group(), last[1], drop)


_SAY_THE_SAME = frozenset((("about", "about"), ("at_least", "at_least"), ("at_most", "at_most")))


def _superfluous(text: str, first: tuple[int, str, bool], last: tuple[int, str]) -> tuple[Span | None, bool]:
    """Which of two hedges can go: the second of two that say the same; 约 before 多. Of two at odds none can."""
    before, behind = BEFORE[first[1]], AFTER.get(last[1], "odd")
    second = Span(last[0] - len(last[1]), last[0])
    if (before, behind) in _SAY_THE_SAME and text[second.start : second.end] == last[1]:
        return second, before == "about"
    if (before, behind) == ("over", "at_least") and text[second.start : second.end] == last[1]:
        return second, False
    if behind == "odd" and before in ("about", "over", "at_least"):
        return Span(first[0], first[0] + len(first[1])), False
    return None, False


def _extreme(text: str, mention: Mention, last: str) -> re.Match[str] | None:
    """满18周岁以上, 最高3800元以上, 最低5元以下: an end and what goes beyond it."""
    match = _EXTREMES.search(text, max(0, mention.start - 8), mention.start)
    if match is None or match.lastgroup is None or AFTER.get(last) != _AGAINST[match.lastgroup]:
        return None
    return None if last.startswith(("及", "或", "含")) else match


def _clash(mention: Mention, first: tuple[int, str, bool], last: tuple[int, str]) -> bool:
    before, behind = BEFORE[first[1]], AFTER.get(last[1], "odd")
    if (
        first[1] == "近"
        and behind == "odd"
        and mention.text.rstrip("多余")[-1:] in tuple("年月天日周")
        and not first[2]
    ):
        return False  # 近20多年: the recent ones
    if behind == "odd" and first[1] in ("不下", "不下于", "不少于", "不低于"):
        return True
    return behind in _CLASHES.get(before, ())


def _hedged_before(text: str, mention: Mention) -> tuple[int, str, str] | None:
    """Two hedges before a figure that say one thing, a verb between them: 至少需要不低于300万元."""
    if mention.start == mention.core_start:
        return None
    word = word_behind(text, mention.start, _BEFORE, mention.core_start)
    low = max(0, mention.start - _LOOK_BACK)
    window = text[low : mention.start]
    far = pattern(_FAR, words.FAR_HEDGES, words.BETWEEN).search(window) if _FAR_HEADS & set(window) else None
    if word is not None and far is not None and BEFORE[far["word"]] == BEFORE[word]:
        return low + far.start("word"), far["word"], word
    deed = _deed_about(text, mention.start) if word is not None and BEFORE[word] in ("about", "nearly") else None
    return (*deed, word) if deed is not None and word is not None else None


def _deed_about(text: str, at: int) -> tuple[int, str] | None:
    """Where a hedge begins that is parted from the figure by a deed, and the word."""
    low = max(0, at - _LOOK_BACK)
    if "约" not in text[low:at] and "大概" not in text[low:at] and "差不多" not in text[low:at]:
        return None
    found = pattern(_DOING, words.ABOUT_A_DEED, words.DEEDS_BEHIND_ABOUT).search(text, low, at)
    return (found.start(), found["word"] or found["single"]) if found is not None else None


_TOOK = re.compile(
    r"(?:提[前早]|推迟|延[长误期后]|缩短|用了?|花了?|费了?|历时|耗时|持续了?|长达|等了?|走了?|停了?|住了?|练了?|[\u4e00-\u9fff](?<![为除])了)$"
)


def _hedge_before(text: str, mention: Mention) -> tuple[int, str, bool] | None:
    """Where the hedge before a figure begins, the word, and whether it is a length of time."""
    if mention.start < mention.core_start:
        word = word_behind(text, mention.start, _BEFORE, mention.core_start)
        if word is not None and word[0] == "约" and text[mention.start - 1 : mention.start] in _WITH_ABOUT:
            return None
        took = _TOOK.search(text, max(0, mention.start - 4), mention.start) is not None
        return (mention.start, word, took) if word else None
    low = max(0, mention.core_start - _LOOK_BACK)
    window = text[low : mention.core_start]
    far = pattern(_FAR, words.FAR_HEDGES, words.BETWEEN).search(window) if _FAR_HEADS & set(window) else None
    if far is not None:
        return low + far.start("word"), far["word"], False
    deed = _deed_about(text, mention.core_start)
    return (*deed, False) if deed is not None else None


def _hedge_behind(text: str, mention: Mention) -> tuple[int, str] | None:
    """Where the hedge behind a figure ends, and the word."""
    if _AFTER_HEADS & set(text[mention.core_end : mention.end + 1]):
        tail = list(pattern("§", _AFTER).finditer(text, mention.core_end, mention.end))
        if tail and not pattern("§", words.SIDES).match(text, tail[-1].start()):
            return mention.end, tail[-1].group()
        beyond = word_behind(text, mention.end, _AFTER, len(text))
        if beyond is not None and len(beyond) > 1 and not pattern("§", words.SIDES).match(text, mention.end):
            return mention.end + len(beyond), beyond
    odd = _ODD_INSIDE.search(text, mention.core_start, mention.end)
    return (mention.end, odd.group()) if odd else None


_CUTOFF = re.compile(r"截止至?(?!到)")
_COUNTED = re.compile(r"(?!日期|时间)[^，。；\n的]{2,10}(?:时|末|底|前|结束|为止)，")
_ENDED = re.compile(r"截至(?=[，。；！？\n]|日期|时间)")
_STAMPED = re.compile(
    r"第[0-9一二三四五六七八九十百]{1,4}(?:轮|期|届|场|个|节|天|周|季度)|[0-9０-９]{1,4}[年月日时点:：]|[一二三四五六七八九十〇零]{1,5}[年月日时点]"
)


def cutoff_word(analysis: Analysis) -> Iterator[Hit]:
    """截止 before a time where 截至 is meant, and 截至 with nothing behind it where 截止 is."""
    text = analysis.document.text
    for match in _CUTOFF.finditer(text) if "截止" in text else ():
        timed = word_behind(text, match.end(), words.TO_A_TIME, len(text)) or _STAMPED.match(text, match.end())
        if (timed or _COUNTED.match(text, match.end())) and not word_before(text, match.start(), words.DEADLINES):
            yield _better(match, "截至")
    for match in _ENDED.finditer(text) if "截至" in text else ():
        yield _better(match, "截止")


def _better(match: re.Match[str], expected: str) -> Hit:
    fix = Fix(match.start(), match.end(), expected, safe=True)
    return Hit(Span(*match.span()), {"written": match.group(), "expected": expected}, (), expected, fix)


# --- numerals --------------------------------------------------------------------------------------------------

_CHINESE = "〇一二三四五六七八九"
_WITH_JI = re.compile(r"(?:几(?<=\d几)|[好来多百千]几(?<=\d[好来多百千]几))[百千万亿]*")
_JI_FIRST = re.compile(
    r"(?:(?<![十百千\d])几|(?<![人总参分指次函个件户天票基负正整小倍系级层页字点岁序本多少位张])数)(?<!第几)10{1,3}(?![\d.年月日号点:：])"
)
_DIGITS_BEFORE = re.compile(r"(?<![\dA-Za-z.,])\d{1,4}$")


def digits_with_ji(analysis: Analysis) -> Iterator[Hit]:
    """10几万, 20几岁, 几10人: digits beside 几, which only Chinese numerals go with."""
    text = analysis.document.text
    for span in reading_spans(analysis):
        for match in _JI_FIRST.finditer(text, span.start, span.end):
            tens = {"10": "十", "100": "百", "1000": "千"}.get(match.group()[1:])
            right = match.group()[0] + tens if tens else None
            yield Hit(Span(*match.span()), {"written": match.group()}, (), right)
        for match in _WITH_JI.finditer(text, span.start, span.end):
            digits = _DIGITS_BEFORE.search(text, max(span.start, match.start() - 5), match.start())
            if digits is None:
                continue
            never = words.JI_WORDS if digits.group()[-1] != "0" else words.JI_WORDS_BEHIND_TENS
            quoted = text[digits.start() - 1 : digits.start()] == "“" and text[match.end() : match.end() + 1] == "”"
            if quoted or word_behind(text, match.start(), never, len(text)):
                continue
            written, expected, fix = text[digits.start() : match.end()], None, None
            if re.fullmatch("[1-9]0", digits.group(), re.ASCII):
                tens = _CHINESE[int(digits.group()[0])].replace("一", "") + "十"
                expected = tens + match.group()
                fix = Fix(digits.start(), digits.end(), tens, safe=True)
            yield Hit(Span(digits.start(), match.end()), {"written": written}, (), expected, fix)


_NEIGHBOURS = re.compile(
    r"[二三四五六七八九]?[十百千]{0,2}(?P<one>[一二两三四五六七八])、(?P<two>[两二三四五六七八九])(?P<size>[十百千万亿]{0,2})(?=[^\W\d_a-zA-Z])"
)


def neighbours_with_comma(analysis: Analysis) -> Iterator[Hit]:
    """三、四十岁: two neighbouring numerals that mean about so many, with a 、 between them."""
    text = analysis.document.text
    for span in reading_spans(analysis):
        yield from _of_digits(text, span)
        for match in _NEIGHBOURS.finditer(text, span.start, span.end):
            unit = word_behind(text, match.end(), words.COUNTERS_OF_APPROXIMATION, span.end)
            if unit is None or not _are_neighbours(match) or _names_members(text, span, match, unit):
                continue
            at, end = match.start("two") - 1, match.end() + len(unit)
            written = text[match.start() : end]
            expected = written.replace("、", "")
            values = {"written": written, "expected": expected}
            yield Hit(Span(match.start(), end), values, (), expected, Fix(at, at + 1, "", safe=False))


def _are_neighbours(match: re.Match[str]) -> bool:
    pair = match["one"].replace("两", "二") + match["two"].replace("两", "二")
    return pair in "一二三四五六七八九" or pair in ("三五", "三二")


def _names_members(text: str, span: Span, match: re.Match[str], unit: str) -> bool:
    """Whether the two are the third and the fourth: 三、四年级, 第三、四名, or a heading's number."""
    start = match.start()
    single = match.start("two") - start == 2 and match["one"] != "两"
    if (single and (start == span.start or text[start - 1] in "\n（(")) or text[start - 1 : start].isdigit():
        return True
    if word_before(text, start, words.ORDINALS_AHEAD, span.start):
        return True
    if word_behind(text, match.end("two"), words.ORDINALS_BEHIND, span.end):
        return True
    if unit in ("名", "位") and any(char in "列居排获夺得占第并" for char in text[max(span.start, start - 3) : start]):
        return True
    return text[match.end() + len(unit) : match.end() + len(unit) + 1] in ("级", "、")


_ARABIC_NEIGHBOURS = re.compile(
    r"(?<![\d、.第得获列居排并占夺名号级组图表版条款项路线栋楼室班期周月届轮批])(?P<one>[1-8])、(?P<two>[2-9])"
    r"(?=(?:[百千万亿]{1,2}(?:元|名|人|吨|亩|斤|株|棵|只|头|件|册|辆|户|块|公里|平方米|立方米|多|左右|，|。)"
    r"|个(?:人|孩子|月|小时|多)|岁|天(?![，。]?[分各])|里路|辆|名(?!的)|位|家|户|亩|斤|公斤|遍|件|米|公里|块钱|分钟|条|只|棵|张|间|头))"
)
_APART = re.compile(r"分别|各|依次|先后|两|第|即|为[^，。；]{0,4}$")
"""What says that the two are figures of two: 他们分别捐了5、6万元."""


_ARABIC_TENS = r"(?<![\d、.第])(?P<one>[1-8])、(?P<two>[2-9])(?P<size>0{1,3})(?=§)(?!年代|号|页|题|路|分)"


def _of_digits(text: str, span: Span) -> Iterator[Hit]:
    for match in pattern(_ARABIC_TENS, words.COUNTERS_OF_APPROXIMATION).finditer(text, span.start, span.end):
        if int(match["two"]) - int(match["one"]) == 1:
            expected = f"{_CHINESE[int(match['one'])]}{_CHINESE[int(match['two'])]}{'十百千'[len(match['size']) - 1]}"
            fix = Fix(match.start(), match.end(), expected, safe=False)
            yield Hit(Span(*match.span()), {"written": match.group(), "expected": expected}, (), expected, fix)
    for match in _ARABIC_NEIGHBOURS.finditer(text, span.start, span.end):
        listed = _APART.search(text, max(span.start, match.start() - 12), match.start()) is not None
        if int(match["two"]) - int(match["one"]) == 1 and not listed:
            expected = _CHINESE[int(match["one"])] + _CHINESE[int(match["two"])]
            fix = Fix(match.start(), match.end(), expected, safe=False)
            yield Hit(Span(*match.span()), {"written": match.group(), "expected": expected}, (), expected, fix)


_LARGE = re.compile(r"\d{3,4}[百千][万亿]")
_MIXED = re.compile(r"(?<![\d.])(?:\d{1,2}(?:\.\d+)?[十百千]|\d{3,4}[百千][万亿])")
_MIXED_EITHER_WAY = (
    r"(?<![\d.第初周期拜年级号月])[一二两三四五六七八九]?[十百千万]{1,2}\d{1,4}[十百千]?(?=§|届)(?!\d{0,4}[年月日号时点])|"
    r"(?<=[的共有约近超达为是了到至出过用以余仅建，。；：、“])[一二两三四五六七八九]\d{1,4}(?=§)(?!\d{0,4}[年月日号时点])|"
    r"(?<![\d.])\d{1,2}[十百千]零?(?:\d|[一二三四五六七八九十]){1,4}(?=§)"
)


_IN_THOUSANDS = re.compile(r"\d[\d,]*(?:\.\d+)?千(?:公顷|吨|瓦)")
"""Statistics count areas and weights in thousands: 46.8千公顷."""


_COUNTED_UP = re.compile("[一二三四五六七八九]、[二三四五六七八九十][2-9]")
"""一、二、三、四4个病区: the last of a row, and how many there are."""


def mixed_numeral(analysis: Analysis) -> Iterator[Hit]:
    """2千3百万, 6万5千: 十, 百 and 千 as multipliers behind digits; 二百50, 七10套."""
    text = analysis.document.text
    told: list[Span] = []
    for mention in analysis.mentions:
        core = text[mention.core_start : mention.core_end]
        if mention.quantity.kind in ("date", "time", "ordinal", "score") or not _MIXED.search(core):
            continue
        if _IN_THOUSANDS.match(text, mention.core_start):
            continue
        large = _LARGE.search(core) is not None
        if mention.quantity.unit is not None or (core[-1] in "万亿" and not large):
            told.append(mention.span)
            if not is_cited(text, mention.span):
                yield Hit(mention.span, {"written": mention.text})
    for span in reading_spans(analysis):
        for match in pattern(_MIXED_EITHER_WAY, *3 * [words.COUNTERS_OF_APPROXIMATION]).finditer(
            text, span.start, span.end
        ):
            found = Span(*match.span())
            counted = _COUNTED_UP.search(text, max(0, found.start - 2), found.start + 2) is not None
            if not counted and not any(found.overlaps(other) for other in told):
                yield Hit(found, {"written": match.group()})


_CHINESE_TWICE = re.compile(
    r"(?P<digits>[一二两三四五六七八九十百][一二两三四五六七八九十百千]{0,8})万万(?=[，。；）]|[一二三四五六七八九]千万|[元次吨斤亩立千公平米人个株头只台美])"
)
_TWO_MULTIPLIERS = re.compile(r"(?P<digits>\d[\d.,]*)(?P<size>万万|亿亿|万亿万|[千百]?亿万|[百千]万万)")


def doubled_multiplier(analysis: Analysis) -> Iterator[Hit]:
    """10万万: for a hundred million there is 亿."""
    text = analysis.document.text
    for found in _CHINESE_TWICE.finditer(text):
        if found["digits"] == "四":
            continue  # 四万万同胞, as one said
        expected = found["digits"] + "亿"
        yield Hit(Span(*found.span()), {"written": found.group(), "expected": expected}, (), expected)
    for mention in analysis.mentions:
        match = _TWO_MULTIPLIERS.fullmatch(text, mention.core_start, mention.core_end)
        if match is None or (match["size"] != "万万" and not _is_of_this_world(mention)):
            continue
        if mention.quantity.unit is None and text[mention.end : mention.end + 1] not in _STOPS:
            continue
        start, end = match.span("size")
        expected = match["digits"] + "亿"
        values = {"written": mention.text, "expected": expected}
        yield Hit(mention.span, values, (), expected, Fix(start, end, "亿", safe=match["size"] == "万万"))


def _is_of_this_world(mention: Mention) -> bool:
    """Whether a figure is of money, or measures what no 亿亿 of is ever told: 亿亿次 are a computer's."""
    unit = mention.quantity.unit
    return mention.quantity.kind == "money" or (unit is not None and unit.symbol in _OF_THIS_WORLD)


_OF_THIS_WORLD = frozenset(
    "立方米 平方米 平方公里 千米 公里 米 吨 公斤 千克 斤 亩 公顷 人 人次 户 千瓦时 度 件 只 头 棵 株 辆 家 册".split()
)


# --- grouping and width ----------------------------------------------------------------------------------------

_GROUPED = re.compile(r"(?<![\d.,，A-Za-z第图表附页(（])(?P<number>\d{1,4}(?:, ?\d{1,6})+)(?![\d,])")
_OTHER_MARKS = re.compile(
    r"(?<![\d.,，A-Za-z第])(?P<number>[1-9]\d{0,2}(?:(?:[;；'’]\d{3})+|，\d{2}(?=元)))(?![\d，.])"
)
_GROUPED_YEAR = re.compile(r"(?<![\d,.])(?P<number>(?:1,[89]|2,0)\d\d)(?=年(?!来|间|多|历史|前的))")
_SPLIT_DECIMAL = re.compile(
    r"(?<![\d.,，A-Za-z第])(?P<number>[1-9]\d{0,2},\d{1,2}\.\d{1,2})(?=[万亿]?(?:元|吨|人次|亩|立方米|平方米|千瓦时|公里))"
)
_RIGHT = re.compile(r"\d{1,3}(?:,\d{3})+")
_FULL_COMMA = re.compile(r"(?<![\d.,，A-Za-z第])(?P<number>[1-9]\d{0,2}(?:，\d{3,4})+)(?![\d，.])")
_HALF_WIDTH_PROSE = re.compile(r"[^\W\d_A-Za-z],[^\W\d_A-Za-z]")
_SURELY_GROUPED = re.compile(
    r"(?<![\d.,，A-Za-z第])"
    r"(?P<number>[1-9]\d{0,2}(?:\.\d{3}(?:[.,]\d{3})+|\.000| ,\d{3}|(?<=[\u4e00-\u9fff]\d)、\d{3}))"
    r"(?=[元人件册份名户台张吨亩株只头辆])"
)
_COUNTED_IN_DECIMALS = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<number>[1-9]\d{0,2}\.\d{3})(?=[名人户辆册株只头张枚幅尾](?![均次口]))|"
    r"(?<=[\u4e00-\u9fff])(?<![第表图号路])(?P<spaced>\d{1,3} \d{4,6})(?=[元名人户辆册株只头张枚幅尾吨亩])"
)
"""观众4.500人, 拨款1 2345元: no one is counted to the thousandth."""
_AVERAGED = re.compile("均|率|比|每")
_BY_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_OF_LAKHS = re.compile("卢比|印度|巴基斯坦|孟加拉|尼泊尔|斯里兰卡|拉克|塔卡")
_SEPARATED = re.compile(
    r"\d ,\d|,\d{1,2}\.|\d\.\d{3}[名人户辆册株只头张枚幅尾]|\d \d{4}|\d、\d{3}|\d\.000|\d[,，;；'’] ?\d|\d\.\d{3}[.,]\d"
)
_UNITLESS = "§(?:为|是|达|达到|第|约|高达|升至|降至|的)?$"
_MEMBERS = frozenset("号路线层楼期版页年月日级班栋幢室题条款章节届")


def broken_grouping(analysis: Analysis) -> Iterator[Hit]:
    """1,2345人次, 3,52株, 45，600人次: separators that do not set off three digits, or that read as a comma."""
    text = analysis.document.text
    written = analysis.written or text
    if not _SEPARATED.search(text):
        return
    counted = {mention.core_end for mention in analysis.mentions if _is_counted(mention)}
    patterns = (
        [_FULL_COMMA, _OTHER_MARKS] if _HALF_WIDTH_PROSE.search(written) else [_GROUPED, _FULL_COMMA, _OTHER_MARKS]
    )
    for span in reading_spans(analysis):
        for match in _SURELY_GROUPED.finditer(text, span.start, span.end):
            yield _regrouped(match)
        for match in _COUNTED_IN_DECIMALS.finditer(text, span.start, span.end):
            if not _AVERAGED.search(text, max(span.start, match.start() - 12), match.start()):
                yield _regrouped(match, group=match.lastgroup or "number")
        for match in _SPLIT_DECIMAL.finditer(text, span.start, span.end):
            yield _regrouped(match, match["number"].replace(",", ""))
        for match in _GROUPED_YEAR.finditer(text, span.start, span.end):
            yield _regrouped(match, match["number"].replace(",", ""))
        for grouping in patterns:
            for match in grouping.finditer(text, span.start, span.end):
                end = match.end()
                while text[end : end + 1] and text[end] in "万亿":
                    end += 1
                if end in counted and not _is_list(text, match) and text[match.start() - 1 : match.start()] != "“":
                    yield _regrouped(match)


def _is_counted(mention: Mention) -> bool:
    unit = mention.quantity.unit
    return unit is not None and unit.symbol[0] not in _MEMBERS and mention.quantity.kind in ("quantity", "money")


def _is_list(text: str, match: re.Match[str]) -> bool:
    """Whether the parts are numbers of their own, or rightly grouped."""
    number = match["number"]
    if _RIGHT.fullmatch(number) or _stands_alone(text, match.start()):
        return True
    if _BY_LAKHS.fullmatch(number) and _OF_LAKHS.search(text):
        return True
    return all(len(part) < 2 for part in number.split(",")) and text[match.end() : match.end() + 1] not in ("万", "亿")


def _stands_alone(text: str, at: int) -> bool:
    """Whether what leads to a number takes one without a unit: a score, a rank, the number of a room."""
    return pattern(_UNITLESS, words.UNITLESS).search(text[max(0, at - 8) : at]) is not None


def _regrouped(match: re.Match[str], expected: str = "", *, group: str = "number") -> Hit:
    written = match[group]
    expected = expected or f"{int(re.sub('[^0-9０-９]', '', written)):,}"
    fix = Fix(*match.span(group), expected, safe=False)
    return Hit(Span(*match.span(group)), {"written": written, "expected": expected}, (), expected, fix)


_FULL_WIDTH = re.compile(r"[０-９]+(?:[．，][０-９]+)*[％]?|(?<=[0-9])．(?=[0-9])")
_TO_HALF = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


def full_width_digits(analysis: Analysis) -> Iterator[Hit]:
    """８５００: each where the text has half-width digits, too; only the first where it has none."""
    text = analysis.written or analysis.document.text
    all_of_them = re.search("[0-9]", text) is not None
    for span in reading_spans(analysis):
        for match in _FULL_WIDTH.finditer(text, span.start, span.end):
            expected = match.group().translate(_TO_HALF)
            fix = Fix(match.start(), match.end(), expected, safe=True)
            yield Hit(Span(*match.span()), {"written": match.group(), "expected": expected}, (), expected, fix)
            if not all_of_them:
                return
