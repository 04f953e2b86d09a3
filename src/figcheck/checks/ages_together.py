"""Ages of an article side by side in, those that do not go together out: 大三岁, 同岁, 古稀之年, 17岁从艺至今50年."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.ages import births_of_anybody, year_before
from figcheck.checks.careers import is_age, sums
from figcheck.checks.days import alternatives, is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.checks.lives import Moment, birth_moment, clashes, is_of_one
from figcheck.data.calendar_words import AGE_NAMES, ZODIAC
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import whole_number

_APART = re.compile(
    r"(?:年长|年轻|[大小](?!约|概|致)|相差|差)(?:了|他|她|整整|近|约|足足|其|自己|丈夫|妻子|老伴|[哥姐弟妹]{1,2})*$"
)
_NOW = re.compile(r"(?:今年|现年|如今|现在|今|已经?|已是|也是|也|刚满|才|年已|，|、|的|都|是|了|才刚|刚好)+$")
_SAME = re.compile(r"同岁|同龄|同年(?=[，。、出生的])|双胞胎|孪生|龙凤胎|同年同月|同一年出生")


def ages_disagree(analysis: Analysis) -> Iterator[Hit]:
    """姐姐今年36岁，比弟弟大三岁，弟弟今年30岁; 年近古稀的58岁: ages that the words between them don't allow."""
    told: list[Span] = []
    for hit in _all(analysis):
        places = [Span(said.start, said.end) for said in hit.evidence if isinstance(said, SpanEvidence)]
        if not any(place in told for place in (hit.span, *places)):
            told.append(hit.span)
            yield hit


def _all(analysis: Analysis) -> Iterator[Hit]:
    text = analysis.document.text
    ages = [mention for mention in analysis.mentions if is_age(mention)]
    for mention in ages:
        yield from _named(analysis, mention)
    for at, mention in enumerate(ages):
        if _APART.search(text, max(0, mention.start - 8), mention.start):
            yield from _apart(analysis, ages, mention)
            yield from _born_apart(analysis, ages, mention)
        if at and _SAME.search(text, max(0, ages[at - 1].start - 40), ages[at - 1].start):
            yield from _same(analysis, ages[at - 1], mention)
    yield from _long_careers(analysis, ages)
    yield from _elder_and_younger(analysis, ages)
    yield from _by_animal(analysis, ages)
    yield from _of_one_life(analysis)
    yield from _to_the_month(analysis, ages)
    yield from _at_a_birth(analysis, ages)
    for told in sums(analysis):
        yield _hit(analysis, told.wrong, [other.span for other in told.others], told.expected_text, told.working)


def _of_one_life(analysis: Analysis) -> Iterator[Hit]:
    """1985年出生……2022年牺牲……走时年仅47岁: an age that another moment of the same life belies."""
    text = analysis.document.text
    for clash in clashes(analysis):
        wrong, other = clash.wrong, clash.other
        expected = f"{clash.expected}岁"
        places = [place for place in (other.span, other.place, wrong.place) if place is not None]
        said = [SpanEvidence(place.start, place.end, text[place.start : place.end]) for place in dict.fromkeys(places)]
        values: dict[str, str | Word] = {
            "written": wrong.written,
            "other": text[other.span.start : other.span.end],
            "right": expected,
            "how": Word("right"),
        }
        working = Derivation(f"{other.low} + ({wrong.year} − {other.year}) = {clash.expected}")
        yield Hit(wrong.span, values, (*said, working), expected, against=other.span.start)


def _hit(analysis: Analysis, wrong: Mention, others: list[Span], expected: str, working: str) -> Hit:
    text = analysis.document.text
    said = [SpanEvidence(span.start, span.end, text[span.start : span.end]) for span in others]
    values: dict[str, str | Word] = {
        "written": wrong.text,
        "other": said[0].text,
        "right": expected,
        "how": Word("right" if expected else "unknown"),
    }
    return Hit(wrong.span, values, (*said, Derivation(working)), expected or None, against=others[0].start)


# --- two people ----------------------------------------------------------------------------------------------

_IS_NOW = re.compile(r"[的，。、）)（(；]|$|了")
"""What follows an age that somebody has, not one at which something was done: 25岁结婚."""
_ONE_BY_ONE = re.compile(r"每|依次|分别|各")


_WHOSE = re.compile(
    r"[，。；、](?P<who>(?![比今现])[\u4e00-\u9fff]{1,4}?)(?:比?(?:他|她|哥哥|姐姐|弟弟|妹妹|丈夫|妻子|老伴))?(?P<way>年长|年轻|[大小])(?:了|他|她|近|约|整整)*$"
)
_SAME_SUBJECT = re.compile(r"[，,](?:今年|现年|如今|也|已经?|刚|正好|才|眼下|了)*")
"""二弟小他5岁，今年55岁: still he."""


def _apart(analysis: Analysis, ages: list[Mention], gap: Mention) -> Iterator[Hit]:
    """83岁……老伴比她大两岁，今年75岁: the two other ages of a sentence, and how far they lie apart."""
    text = analysis.document.text
    sentence = sentence_at(text, gap.start)
    others = [age for age in ages if sentence.holds(age.span) and age is not gap]
    if len(others) != 2 or is_quoted(text, gap.start) or _ONE_BY_ONE.search(text, sentence.start, sentence.end):
        return
    first, second = others
    one, other, apart = first.quantity.number, second.quantity.number, gap.quantity.number
    if one is None or other is None or apart is None or "exact" not in {first.quantity.hedge, second.quantity.hedge}:
        return
    if not all(_IS_NOW.match(text, age.end) or _NOW.search(text, max(0, age.start - 6), age.start) for age in others):
        return
    if second.start < gap.start and gap.start - second.end > 40:
        return
    way = _WHOSE.search(text, max(0, gap.start - 14), gap.start)
    if (
        way is not None
        and first.start < gap.start < second.start
        and _SAME_SUBJECT.fullmatch(text, gap.end, second.start)
    ):
        right = one - apart if way["way"] in "小" or way["way"] == "年轻" else one + apart
        if abs(other - right) > 1:
            yield _hit(analysis, gap, [first.span, second.span], f"{abs(one - other)}岁", f"{one} → {right} ≠ {other}")
        return
    if abs(abs(one - other) - apart) > 1:
        working = f"|{one} − {other}| = {abs(one - other)} ≠ {apart}"
        yield _hit(analysis, gap, [first.span, second.span], f"{abs(one - other)}岁", working)


_BIRTH_YEAR = re.compile(r"[0-9]{0,2}月?(?:的(?=[，；。、])|出?生|生人|(?=[，；。、]))")
_FIRSTS_OWN = re.compile(r"[，；。](?:要|又)?(?:比|[大小]|年长|年轻)[^，；。]*$")


def _born_apart(analysis: Analysis, ages: list[Mention], gap: Mention) -> Iterator[Hit]:
    """姐姐1988年的，弟弟小她六岁，是1984年的: the two years of birth of a sentence, and how far they lie apart."""
    text, apart = analysis.document.text, gap.quantity.number
    sentence = sentence_at(text, gap.start)
    if (
        apart is None
        or gap.quantity.hedge != "exact"
        or any(age is not gap and sentence.holds(age.span) for age in ages)
    ):
        return
    told = [
        (date, stamp.year)
        for date in mentions_in(analysis, sentence)
        if (stamp := stamp_of(date)) and writes_year(date)
    ]
    if (
        len(told) != _TWO
        or is_quoted(text, gap.start)
        or not all(_BIRTH_YEAR.match(text, date.end) for date, _ in told)
    ):
        return
    (first, one), (second, other) = told
    if one is None or other is None or not first.end <= gap.start < second.start:
        return
    way = _APART.search(text, max(0, gap.start - 8), gap.start)
    older = way is not None and way.group().startswith(("大", "年长"))
    if _FIRSTS_OWN.search(text, first.end, gap.start):
        older = not older
    right = int(one - apart if older else one + apart)
    known = way is not None and not way.group().startswith(("差", "相差"))
    if abs(abs(one - other) - apart) > 1 or (known and abs(right - other) > 1):
        expected = f"{right}年" if known else ""
        yield _hit(
            analysis, second, [first.span, gap.span], expected, f"{one} {'−' if older else '+'} {apart} = {right}"
        )


_TWO = 2


def _same(analysis: Analysis, first: Mention, second: Mention) -> Iterator[Hit]:
    """夫妻俩同年……丈夫今年68岁，妻子也是58岁."""
    text = analysis.document.text
    if not sentence_at(text, first.start).holds(second.span) or second.start - first.end > 24:
        return
    if not (
        _NOW.search(text, max(0, first.start - 6), first.start)
        and _NOW.search(text, max(0, second.start - 6), second.start)
    ):
        return
    one, other = first.quantity.number, second.quantity.number
    if one is not None and other is not None and abs(one - other) > 1:
        yield _hit(analysis, second, [first.span], f"{one}岁", f"{one} ≠ {other}")


# --- an age and a birth ---------------------------------------------------------------------------------------

_WHOLE = re.compile(
    r"(?:刚刚?过完?|过完|过了|度过|迎来|年满|刚满|已满|才满|[尚还仍]?[不未]满|不到)(?:了|自己的?|[他她]的?)*$"
)
_UNDER = re.compile(r"[不未]满|不到")
_BEFORE_NOW = re.compile(
    r"那|当[年时]|年前|去年|前年|曾|[时起]，|入[学伍队行]|后来|[明来]年|要到|等到|虚|再过|将满|即将|即可|可以|以[上下]|应当|须"
)


def _to_the_month(analysis: Analysis, ages: list[Mention]) -> Iterator[Hit]:
    """2007年11月出生的她刚过完17岁生日, in December 2025: full years, of a birth whose month is known."""
    text, today = analysis.document.text, analysis.document.date
    born = births_of_anybody(analysis) if today is not None and ages else []
    if len(born) != 1 or today is None:
        return
    birth, month = born[0], born[0].stamp.month
    for age in ages if month is not None and month != today.month else ():
        between = text[birth.mention.end : age.core_start]
        said = age.quantity.number
        if not 0 < len(between) <= _NEAR_BIRTH or "\n" in between or said is None or _BEFORE_NOW.search(between):
            continue
        under = _UNDER.search(text, max(0, age.core_start - 4), age.core_start) is not None
        birthday = text.startswith("生日", age.end) or age.text.endswith("周岁")
        if not (under or birthday) or _WHOLE.search(text, max(0, age.core_start - 8), age.core_start) is None:
            continue
        if any(
            writes_year(other)
            for other in mentions_in(analysis, Span(birth.mention.end, sentence_at(text, age.start).end))
        ):
            continue
        full = today.year - birth.year - (today.month < (month or 0))
        moment = Moment(age.span, age.text, int(said), int(said), today.year, None, "now")
        if (said != full if not under else said == full) and is_of_one(analysis, birth_moment(birth), moment):
            expected = f"{full + 1 if under else full}岁"
            yield _hit(analysis, age, [birth.mention.span], expected, f"{today:%Y-%m} − {birth.mention.text} = {full}")


_NEAR_BIRTH = 60
_HAD_CHILD = re.compile(
    r"(?:时|那年|才|就|便|的时候|上|，)*(?:喜?得[子女了]|生[下了子女的]|[诞产]下|当[了上]?[爸妈爹娘父母]|做[了]?[父母爸妈]|有了?(?:儿子|女儿|[他她]|孩子)|添了?[丁个])"
)


def _at_a_birth(analysis: Analysis, ages: list[Mention]) -> Iterator[Hit]:
    """生于1950年，其子生于1978年，父亲38岁得子: an age at a birth that lies another number of years after the first."""
    text = analysis.document.text
    told = [age for age in ages if _HAD_CHILD.match(text, age.end)]
    born = births_of_anybody(analysis) if told else []
    for age in told if len(born) == _TWO else ():
        first, second = sorted(born, key=lambda life: life.year)
        years, said = second.year - first.year, age.quantity.number
        near = max(life.mention.end for life in born)
        if said is None or "\n" in text[near : age.start] or not 0 <= age.start - near <= _NEAR_BIRTH:
            continue
        if abs(years - said) > 1 and _YOUNGEST_WORKER < years < _OLDEST_MOTHER and age.quantity.hedge == "exact":
            places = [first.mention.span, second.mention.span]
            yield _hit(analysis, age, places, f"{years}岁", f"{second.year} − {first.year} = {years}")


_OLDEST_MOTHER = 60


# --- ages with names -----------------------------------------------------------------------------------------

_NAMED = re.compile(
    rf"(?P<way>年过|年逾|已过|刚过|年近|将近|年届|步入|正值|到了|已是|已到|已入|时值)?“?(?P<name>{alternatives(AGE_NAMES)})(?P<tail>之年|之龄|老人|高龄|老者|的|，)?"
)
_BESIDE = re.compile(r"[”]?(?:的)?[^和与跟及同，。；0-9]{0,5}[，、（(]?(?:今年|现年|如今|已经?|已是|时年|年已)?$")
_BEHIND = re.compile(
    r"[的，、]?(?:[他她]|(?!一[个位名]|另|还有)[\u4e00-\u9fff]{2,4})?[，]?(?:已经?|已|早已|正值|正|刚)*$"
)


def _named(analysis: Analysis, age: Mention) -> Iterator[Hit]:
    """年过花甲的58岁老人, 60岁，正值不惑之年: an age beside the name of another."""
    text = analysis.document.text
    start = max(0, age.start - 14)
    before = [
        match
        for match in _NAMED.finditer(text, start, age.start)
        if _BESIDE.fullmatch(text, match.end("name") + len(match["tail"] or ""), age.start)
    ]
    behind = next(
        (
            match
            for match in _NAMED.finditer(text, age.end, age.end + 14)
            if _BEHIND.fullmatch(text, age.end, match.start())
        ),
        None,
    )
    match = before[-1] if before else behind
    said = age.quantity.number
    if match is None or said is None or not (match["way"] or match["tail"] in ("之年", "之龄", "老人", "高龄", "老者")):
        return
    if f"“{match['name']}{match['tail']}”" in text:
        return  # what people call somebody
    low, high = AGE_NAMES[match["name"]]
    if match["way"] in ("年近", "将近"):
        low, high = low - 5, low - 1
    elif match["way"] in ("年过", "年逾", "已过", "刚过"):
        high = low + 10 if high - low < 10 else high
    if low - 1 <= said <= high + 1:
        return
    yield _hit(
        analysis, age, [Span(match.start(), match.end("name"))], f"{low}—{high}岁", f"{match['name']} = {low}—{high}岁"
    )


# --- from one age to another ---------------------------------------------------------------------------------

_CAREER = re.compile(
    r"(?:(?P<word>党龄|工龄|教龄|军龄|警龄|医龄|驾龄|结婚|入党|参军|入伍|从教|从医|从警|参加工作|工作|婚龄)|干了|当了)(?:了|已经?|至今|已有|近|约|整整|长达|达|有|是|为)*$"
)
_YOUNGEST = {"党龄": 16, "入党": 16, "结婚": 15, "婚龄": 15, "驾龄": 16}
_YOUNGEST_WORKER = 12


def _long_careers(analysis: Analysis, ages: list[Mention]) -> Iterator[Hit]:
    """今年62岁、教龄58年: so many years of work, party or marriage that they begin in childhood."""
    text = analysis.document.text
    for mention in analysis.mentions:
        unit = mention.quantity.unit
        if unit is None or unit.symbol not in ("年", "载") or mention.quantity.kind != "duration":
            continue
        match = _CAREER.search(text, max(0, mention.start - 10), mention.start)
        sentence = sentence_at(text, mention.start)
        own = [age for age in ages if sentence.holds(age.span)]
        if (
            match is None
            or len(own) != 1
            or is_quoted(text, mention.start)
            or _OTHER.search(text, sentence.start, sentence.end)
        ):
            continue
        if _BEGUN_AT.match(text, own[0].end):
            continue  # 20岁穿上警服，从警38年
        years, now = mention.quantity.admits().low, own[0].quantity.number
        first, last = sorted((own[0], mention), key=lambda figure: figure.start)
        if years is None or now is None or last.start - first.end > 30:
            continue
        year = _year_of(analysis, own[0])
        if year is not None and (analysis.document.date is None or year < analysis.document.date.year - 1):
            continue  # 1978年他18岁
        if now - years < _YOUNGEST.get(match["word"] or "", _YOUNGEST_WORKER):
            yield _hit(analysis, mention, [own[0].span], "", f"{now} − {years} = {now - years}")


_BEGUN_AT = re.compile(r"(?:那年|时|起|开始|就|便)*(?!的|了|[，。；、）)]|高龄)[\u4e00-\u9fff]")


_ELDER = re.compile(r"(?:哥哥|姐姐|大哥|大姐|兄长|老大)[^，。；岁]{0,8}$")
_YOUNGER = re.compile(r"(?:弟弟|妹妹|老二|老三|老幺)[^，。；岁]{0,8}$")


def _elder_and_younger(analysis: Analysis, ages: list[Mention]) -> Iterator[Hit]:
    """哥哥今年30岁，弟弟35岁."""
    text = analysis.document.text
    for first, second in pairwise(ages):
        if second.start - first.end > 16 or is_quoted(text, first.start):
            continue
        if any(_APART.search(text, max(0, age.start - 8), age.start) for age in (first, second)):
            continue  # 弟弟8岁，哥哥比他大5岁
        sides = [text[max(0, age.start - 14) : age.start] for age in (first, second)]
        for elder, younger in ((0, 1), (1, 0)):
            if not (_ELDER.search(sides[elder]) and _YOUNGER.search(sides[younger])):
                continue
            old, young = (first, second)[elder].quantity.number, (first, second)[younger].quantity.number
            if old is not None and young is not None and old < young:
                yield _hit(analysis, second, [first.span], "", f"{old} < {young}")


_ANIMAL = re.compile(
    rf"(?:(?<![附隶归所家下金直从统])属(?:相(?:为|是))?|生肖(?:为|是|属)?)“?(?P<animal>[{ZODIAC}])(?![{ZODIAC}于性实地])|(?P<own>本命年)"
)


def _by_animal(analysis: Analysis, ages: list[Mention]) -> Iterator[Hit]:
    """今年28岁、属兔, in an article of 2024; 30岁的本命年: an age now and the animal of a birth so long ago."""
    text, today = analysis.document.text, analysis.document.date
    for match in _ANIMAL.finditer(text):
        sentence = sentence_at(text, match.start())
        own = [age for age in ages if sentence.holds(age.span)]
        if len(own) != 1 or is_quoted(text, match.start()) or _OTHER.search(text, sentence.start, sentence.end):
            continue
        age, span = own[0].quantity.number, Span(*match.span())
        gap = max(own[0].start, span.start) - min(own[0].end, span.end)
        if age is None or gap > _NEAR or own[0].quantity.hedge != "exact":
            continue
        if match["own"]:
            if age % 12 not in (0, 1, 11) and _NOW_WORD.search(text, sentence.start, sentence.end):
                yield _hit(analysis, own[0], [span], "", f"{age} ÷ 12 = {age // 12} …… {age % 12}")
            continue
        now = _NOW.search(text, max(0, own[0].start - 6), own[0].start) or text.startswith("的", own[0].end)
        if today is None or not now or _PAST.search(text, sentence.start, sentence.end):
            continue
        born = [today.year - int(age) - shift for shift in (-1, 0, 1)]
        animals = [ZODIAC[(year - 4) % 12] for year in born]
        if match["animal"] not in animals:
            yield _hit(
                analysis, own[0], [span], "", f"{today.year} − {int(age)} = {born[1]}，{born[1]}年 = {animals[1]}"
            )


_TODAY = re.compile(r"(?:今年|现年|如今|现在|眼下)(?:[，,]|已经?|已是|都|也|刚满|刚好|才|是|她|他|这位)*$")
_NEAR = 24
_NOW_WORD = re.compile(r"今年|如今|现年")
_PAST = re.compile(r"[12][0-9]{3}年|那年|当年|时年|去年|前年")


_AGO = re.compile(
    r"(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})年前[，,]?(?:[^，。；0-9]{0,10}时)?(?:她|他)?(?:还|才|只有|刚满|年仅|已经?|正值)*$"
)


def _year_of(analysis: Analysis, age: Mention) -> int | None:
    """The year of an age: one told before it, the article's after 今年, so many years before that after 十年前."""
    text, today = analysis.document.text, analysis.document.date
    told = year_before(analysis, age, None) or _year_beside(analysis, age)
    if told is not None or today is None:
        return told
    if _TODAY.search(text, max(0, age.start - 8), age.start):
        return today.year
    ago = _AGO.search(text, max(0, age.start - 20), age.start)
    count = whole_number(ago["count"].replace("两", "二")) if ago is not None else None
    return today.year - count if count is not None else None


_BESIDE_YEAR = re.compile(r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[初底末春夏秋冬])?[，,](?:时年|年仅|年方|刚满|才|他|她)*")


def _year_beside(analysis: Analysis, age: Mention) -> int | None:
    """1975年，19岁的周敏下乡插队."""
    text = analysis.document.text
    for date in mentions_in(analysis, Span(max(0, age.start - 16), age.start)):
        stamp = stamp_of(date)
        beside = stamp is not None and writes_year(date) and _BESIDE_YEAR.fullmatch(text, date.end, age.start)
        if stamp is not None and beside and text.startswith("的", age.end):
            return stamp.year
    return None


_OTHER = re.compile(r"父亲|母亲|儿子|女儿|妻子|丈夫|老伴|徒弟|师傅|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|孙|和|与")
