"""Births, deaths and ages in, those that do not go together out: 享年, 今年N岁, (1818—1936), “90后” of fifty."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import (
    alternatives,
    is_quoted,
    mentions_in,
    paragraph_at,
    sentence_at,
    stamp_of,
    writes_year,
)
from figcheck.data.calendar_words import DEATH_AGES, DEATHS, KIN, PERSON_ROLES
from figcheck.data.names import SURNAMES
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Quantity, Span, SpanEvidence, Stamp, Word
from figcheck.values import Frozen

OLDEST = 115
"""A life of more years is rather a slip than a life."""

# --- births, deaths, ages as written -------------------------------------------------------------------------

_BORN = r"(?:出生|生于|诞生于|降生|出世|生人|落地时(?=只|才|仅|不|重|足)|呱呱坠地|来到(?:这个)?(?:人世|世上|人间))"
_BORN_AFTER = re.compile(
    rf"(?:[初底末春夏秋冬]|年初|年底)?[，,]?(?:(?![12][0-9]{{3}}年)[^，。；：、（）()“”]){{0,8}}?{_BORN}|[）)]?(?:[初底末春夏秋冬]|[正冬腊]?月|元宵|端午|中秋|重阳|除夕)?生(?=[，。；）)、的]|人)"
)
_BORN_BEFORE = re.compile(
    r"(?:(?:出生|诞生|降生|生)于|出生日期[为是：:]?|出生在|生于)(?:[\u4e00-\u9fff]{2,7}[（(])?\s?$"
)
_DEATH = alternatives(DEATHS)
_DIED_AFTER = re.compile(
    rf"(?:[凌清早上中下傍深]?[晨午晚夜上]?(?:[0-9]{{1,2}}时(?:[0-9]{{1,2}}分)?(?:许)?)?)?[，,]?(?:(?![12][0-9]{{3}}年)[^，。；：（）()“”]){{0,16}}?(?:{_DEATH})|[）)]?[初底末春夏秋冬]?[卒殁](?=[，。；）)、])"
)
_DIED_BEFORE = re.compile(r"(?:卒|逝世|去世|病逝|牺牲|逝|殁|就义)于\s?$")
DIED = re.compile(_DEATH)
OTHERS = re.compile(
    rf"{alternatives(KIN)}|(?<![共饱温])和(?![平谐气睦田])|(?<!参)与(?!世|共和国|新中国|祖国)|[他她]的|以及|(?<![涉普提])及(?![时其格第])"
)
_TRADITIONAL = re.compile(r"虚岁|虚龄|毛岁")


class Life(Frozen):
    """A year of birth or death and where it stands."""

    mention: Mention
    stamp: Stamp

    @property
    def year(self) -> int:
        """The year."""
        assert self.stamp.year is not None
        return self.stamp.year


def _lives(
    analysis: Analysis, after: re.Pattern[str], before: re.Pattern[str], *, written: bool, kin: bool = False
) -> list[Life]:
    """The dates with a verb of birth, or of death, beside them; `written`: with their year only; `kin`: 父亲's too."""
    text = analysis.document.text
    found: list[Life] = []
    for mention in analysis.mentions:
        stamp = stamp_of(mention)
        if stamp is None or stamp.year is None or (written and not writes_year(mention)):
            continue
        if not kin and OTHERS.search(text, max(0, mention.start - 5), mention.start):
            continue
        if before.search(text, max(0, mention.start - 8), mention.start):
            found.append(Life(mention, stamp))
            continue
        match = after.match(text, mention.end)
        if match is not None and match.group().endswith("于") and text[match.end() : match.end() + 4].isdigit():
            continue  # 1978年，生于1958年的他
        if match is not None and not OTHERS.search(match.group()):
            found.append(Life(mention, stamp))
    return found


def births(analysis: Analysis) -> list[Life]:
    """The dates of birth that the article names with their year."""
    text = analysis.document.text
    if not any(word in text for word in ("出生", "生于", "年生", "月生", "日生", "诞生", "降生", "出世", "生人")):
        return []
    return _lives(analysis, _BORN_AFTER, _BORN_BEFORE, written=True)


def births_of_anybody(analysis: Analysis) -> list[Life]:
    """The dates of birth, those of fathers and sisters too."""
    told = any(word in analysis.document.text for word in ("生", "落地时", "坠地", "来到"))
    return _lives(analysis, _BORN_AFTER, _BORN_BEFORE, written=True, kin=True) if told else []


def deaths(analysis: Analysis) -> list[Life]:
    """The dates of death."""
    if DIED.search(analysis.document.text) is None and not any(word in analysis.document.text for word in "卒殁"):
        return []
    return _lives(analysis, _DIED_AFTER, _DIED_BEFORE, written=False)


_YEARS_OF_AGE = ("岁", "周岁")


def _ages(analysis: Analysis) -> Iterator[Mention]:
    for mention in analysis.mentions:
        quantity = mention.quantity
        if quantity.unit is not None and quantity.unit.symbol in _YEARS_OF_AGE and quantity.number is not None:
            yield mention


def _admits(mention: Mention, low: int, high: int) -> bool:
    admitted = mention.quantity.admits()
    return (admitted.low is None or admitted.low <= high) and (admitted.high is None or admitted.high >= low)


def _evidence(working: str, *lives: Life) -> tuple[Evidence, ...]:
    places = [SpanEvidence(life.mention.start, life.mention.end, life.mention.text) for life in lives]
    return (*places, Derivation(working))


# --- 享年 ----------------------------------------------------------------------------------------------------

_AT_DEATH = re.compile(
    rf"(?:{alternatives(word for word in DEATH_AGES if len(word) > 1)}|活了|活到了?|走完了?的?)(?:虚岁)?$"
)
_DIED_AT = re.compile(rf"(?:{_DEATH})(?:了)?[，,]?(?:时)?(?:年仅|时年|年)?$")


def lifespan_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """于2024年逝世，享年76岁……1938年生: an age at death that birth and death do not give."""
    text = analysis.document.text
    ages = [age for age in _ages(analysis) if _is_at_death(text, age)]
    for age in ages:
        yield from _judge_lifespan(analysis, age)


_OF_KIN = re.compile(rf"的(?:夫人|{alternatives(KIN)})")


def _judge_lifespan(analysis: Analysis, age: Mention) -> Iterator[Hit]:
    years = _life_years(analysis, age)
    if years is None:
        return
    born, died = years
    text, sentence = analysis.document.text, sentence_at(analysis.document.text, age.start)
    if born.mention.end <= sentence.start and _OF_KIN.search(text, sentence.start, age.start):
        return  # 他1934年出生……他的夫人2019年去世，享年83岁
    if _is_another(text, sentence, born, died) or _YOUNGER.search(text, born.mention.end, age.start):
        return
    span = died.year - born.year
    low, high = span - 1, span + 2
    if (
        born.stamp.month
        and died.stamp.month
        and (died.stamp.month, died.stamp.day or 31) < (born.stamp.month, born.stamp.day or 1)
    ):
        high = span + 1
    if age.text.endswith("周岁"):
        high = span
    if not _admits(age, low, high):
        working = f"{died.year} − {born.year} = {span}"
        values = {"written": age.text, "born": str(born.year), "died": str(died.year), "expected": f"{span}岁"}
        yield Hit(age.span, values, _evidence(working, born, died), f"{span}岁", against=age.start)


_YOUNGER = re.compile(r"比[一-龥]{1,4}[小大]了?[0-9一二两三四五六七八九十]{1,3}岁")
"""Somebody else is told of, whose birth is told so: 同事庄文渊比她小9岁……庄先生2018年去世."""
_SUBJECT = re.compile(r"(?P<name>[^\W\d_A-Za-z]{2,3})(?:于)?$")
_NOBODY = re.compile("[他她其]|先生|老人|同志|去年|今年|此后|后来|直到")


def _is_another(text: str, sentence: Span, born: Life, died: Life) -> bool:
    """Whether the sentence of a death begins with a name that the one of the birth has not: 路长河2017年病逝."""
    match = _SUBJECT.fullmatch(text, sentence.start, died.mention.start)
    if match is None or _NOBODY.search(match["name"]) or match["name"][0] not in SURNAMES:
        return False
    birth = sentence_at(text, born.mention.start)
    return birth.start != sentence.start and match["name"] not in text[birth.start : birth.end]


def _is_at_death(text: str, age: Mention) -> bool:
    head = text[max(0, age.start - 10) : age.start]
    if OTHERS.search(head):
        return False
    if head.endswith(("时年", "年仅")):
        sentence = sentence_at(text, age.start)
        return DIED.search(text, max(sentence.start, age.start - 30), age.start) is not None
    if _DYING.match(text, age.end) or _LIVED.match(text, age.end):
        return True
    return bool(_AT_DEATH.search(head) or _DIED_AT.search(head))


_DYING = re.compile(
    rf"(?:高龄)?时?(?:在|于)?[^，。；0-9]{{0,8}}?(?:安然|平静|安详|无疾|不幸|因病|悄然)?(?:{alternatives(DEATHS)})"
)
_LIVED = re.compile(r"的(?:短暂|传奇)?(?:人生|一生|生命)")


def _life_years(analysis: Analysis, age: Mention) -> tuple[Life, Life] | None:
    """Birth and death of the one whose age at death is told; None where the article names several, or not both."""
    bracket = [life for life in brackets(analysis) if life.person]
    if bracket:
        return (bracket[0].born, bracket[0].died) if len(bracket) == 1 and not births(analysis) else None
    born = births(analysis)
    paragraph = paragraph_at(analysis.document.text, age.span)
    near = [life for life in born if paragraph.holds(life.mention.span)]
    born = near or born
    died = [life for life in deaths(analysis) if paragraph.holds(life.mention.span)]
    if len({life.year for life in born}) > 1:
        sentence = sentence_at(analysis.document.text, age.start)
        born = [life for life in born if sentence.holds(life.mention.span)]
        died = [life for life in died if sentence.holds(life.mention.span)]
    if len({life.year for life in born}) != 1 or len({life.year for life in died}) != 1:
        return None
    return (born[0], died[0]) if died[0].year > born[0].year else None


# --- ages in a year ------------------------------------------------------------------------------------------

_NOW = re.compile(
    r"(?:今年|现年|如今|现在|今|现已|年已)(?:高龄|已经|已|都|也|才|刚|刚满|刚过|只有|年满|正好|整|正|仅|已是|也已|虚岁|就是)*[，,]?$"
)
_IN_YEAR = re.compile(
    r"(?:[初底末春夏秋冬]|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[，,]?(?:年仅|年满|刚满|刚刚|刚|才|只有|当时|时年|正值|已|已经|他|她|仅|不满|只)*"
)
_THAT_YEAR = re.compile(r"(?:那年|那一年|时)?[（(，,]?(?:即|也就是|正是|是)?")
_AGE_GOES_ON = re.compile(
    r"(?:时|那年|那一年|的[他她]|的[\u4e00-\u9fff]{2,4}[（(—]|[；。]|就|便|参|考|入|从|离|来|进|当|开始|，|的时候|高龄|）|\))"
)


def age_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """1975年出生、今年35岁; 1951年出生，1969年28岁时: an age that the year of birth does not give."""
    text = analysis.document.text
    born = births_of_anybody(analysis)
    for age in _ages(analysis) if born else ():
        birth = _own_birth(analysis, born, age)
        if birth is None or is_quoted(text, age.start) != is_quoted(text, birth.mention.start):
            continue
        year = _year_of_age(analysis, age, birth)
        if year is None:
            continue
        span = year - birth.year
        low, high = span - 1, span + (2 if _TRADITIONAL.search(text[max(0, age.start - 4) : age.end + 4]) else 1)
        if span >= 0 and not _admits(age, low, high):
            working = f"{year} − {birth.year} = {span}"
            values = {"written": age.text, "born": str(birth.year), "year": str(year), "expected": f"{span}岁"}
            said = _evidence(working, birth, *_lives_of(analysis, year, age))
            yield Hit(age.span, values, said, f"{span}岁", against=age.start)


def _lives_of(analysis: Analysis, year: int, age: Mention) -> list[Life]:
    """The mention of a year near an age, to be shown with it."""
    near = mentions_in(analysis, Span(max(0, age.start - 36), age.end + 20))
    stamps = [(other, stamp_of(other)) for other in near if writes_year(other)]
    return [Life(other, stamp) for other, stamp in stamps if stamp is not None and stamp.year == year][:1]


def _own_birth(analysis: Analysis, born: list[Life], age: Mention) -> Life | None:
    """The birth that an age counts from: the only one of its sentence, or before it in its paragraph."""
    text = analysis.document.text
    sentence = sentence_at(text, age.start)
    near = [life for life in born if sentence.holds(life.mention.span)]
    beside = [life for life in near if _says_age(text, life.mention, age)]
    if beside and len(near) > 1:
        return beside[0]
    if not near:
        told = _told_behind(analysis, born, age, sentence)
        if told is not None:
            return told
        paragraph = paragraph_at(analysis.document.text, age.span)
        near = [life for life in born if paragraph.holds(life.mention.span) and life.mention.end <= age.start]
        if len(near) != 1 or age.start - near[0].mention.end > 120 or _is_kin(text, near[0].mention):
            return None
    if len(near) != 1:
        return None
    birth = near[0].mention
    first, last = sorted((birth, age), key=lambda mention: mention.start)
    between = text[first.end : last.start]
    own = _BORN_PERSON.match(between) if first is birth else None
    if OTHERS.search(between, own.end() if own else 0):
        return None
    return None if _is_kin(text, birth) and re.search("[他她我]|一个|另", between) else near[0]


_HE_WAS = re.compile(r"[。！？][他她]$")


def _told_behind(analysis: Analysis, born: list[Life], age: Mention, sentence: Span) -> Life | None:
    """现年103岁的老人……。她1915年生: a birth told of 她 at the head of the next sentence, after the one age."""
    text = analysis.document.text
    near = [life for life in born if _HE_WAS.search(text, sentence.end - 1, life.mention.start)]
    near = [life for life in near if life.mention.start - sentence.end <= 2]
    ages = [other for other in _ages(analysis) if sentence.holds(other.span)]
    if len(near) != 1 or len(ages) != 1 or OTHERS.search(text, age.end, sentence.end):
        return None
    return near[0]


def _is_kin(text: str, birth: Mention) -> bool:
    return OTHERS.search(text, max(0, birth.start - 5), birth.start) is not None


_BORN_PERSON = re.compile(
    r"(?:[0-9]{1,2}月)?(?:出?生)(?:于|在)?[^，。；的]{0,8}的[^，。；和与跟及同或]{1,8}?(?=[，、（(]|今年|现年|如今|活)"
)
"""1956年出生的周师傅，: whoever was born, whatever he is called."""


def _year_of_age(analysis: Analysis, age: Mention, birth: Life) -> int | None:
    """The year in which somebody is so old: the article's after 今年, else the one right beside the age."""
    text, today = analysis.document.text, analysis.document.date
    before = year_before(analysis, age, birth)
    if before is not None:
        return before
    if _NOW.search(text[max(0, age.start - 8) : age.start]) or _is_beside(text, age, birth):
        return today.year if today is not None else None
    if _BIRTHDAY.search(text, max(0, age.start - 6), age.start) and text.startswith("生日", age.end):
        return today.year if today is not None else None
    then = _THEN.search(text[max(0, age.start - 20) : age.start])
    if then is not None:
        return _last_year(analysis, age, birth)
    for other in analysis.mentions:
        stamp = stamp_of(other)
        if stamp is None or stamp.year is None or other is birth.mention or not writes_year(other):
            continue
        if (
            age.end <= other.start <= age.end + 8
            and _THAT_YEAR.fullmatch(text, age.end, other.start)
            and other.start > age.end
        ):
            return stamp.year
    return None


def year_before(analysis: Analysis, age: Mention, birth: Life | None) -> int | None:
    """1946年，年仅15岁; 1998年当选时38岁: a year that the words tie to the age behind it."""
    text = analysis.document.text
    for other in mentions_in(analysis, Span(max(0, age.start - 36), age.start)):
        stamp = stamp_of(other)
        if stamp is None or stamp.year is None or not writes_year(other):
            continue
        if birth is not None and other is birth.mention:
            continue
        if age.start <= other.end + 20 and _DEED_THEN.fullmatch(text, other.end, age.start):
            return stamp.year
        if age.start <= other.end + 10 and _IN_YEAR.fullmatch(text, other.end, age.start):
            return stamp.year if _AGE_GOES_ON.match(text, age.end) else None
    return None


_BIRTHDAY = re.compile(r"(?:刚过完|过了|度过|迎来|过完|庆祝|喜迎|刚过了?)$")
_DEED_THEN = re.compile(
    r"(?:[初底末春夏秋冬]|[0-9]{1,2}月)?[，,]?[^，。；：、（）()0-9]{1,12}(?:时|那年|的时候|当年)[，,]?(?:他|她)?(?:年仅|刚满|刚过完|才|已|只有|已经|仅|不过|也才|年方)*"
)
_THEN = re.compile(r"(?:时年|当时|那时|那年)(?:才|仅|只有|刚满|已)?$")
_BORN_BESIDE = re.compile(
    r"(?:出生|生)?[的，、,]?$|(?:出生|生)于[^，。；]{0,8}[，、]?$|出生(?:在[^，。；]{0,8})?[，、]?$"
)
_BORN_THEN_AGE = re.compile(r"(?:出?生|生人)[，,、]")
_BORN_WHO = re.compile(
    r"(?:出生|生)的[^，。；、0-9]{1,6}[，,](?:今年|现年|如今)?(?:刚满|刚过|已满|年满|已经|已|整|也|正好|都|才)*(?<=[满过年经已整好现在今])"
)
"""1929年10月6日出生的楼大娘，刚满96岁."""
_BORN_OF_AGE = re.compile(r"(?:出?生)?的|出生、")
_HE = re.compile(r"的[^，。；]{0,8}[，,]?(?:出?生于|出生在?)?$")


def _is_beside(text: str, age: Mention, birth: Life) -> bool:
    """23岁的他出生于1992年, 出生于1992年、23岁的李明: an age of the article's day, beside the birth."""
    if _BORN_OF_AGE.fullmatch(text, birth.mention.end, age.start):
        return True
    if _says_age(text, birth.mention, age):
        return True
    if text[age.end : birth.mention.start] == "，" and text.startswith(("才出生", "才生"), birth.mention.end):
        return True
    if not text.startswith("的", age.end):
        return False
    if age.end <= birth.mention.start <= age.end + 14:
        return _HE.fullmatch(text, age.end, birth.mention.start) is not None
    return birth.mention.end <= age.start <= birth.mention.end + 4 and bool(
        _BORN_BESIDE.fullmatch(text, birth.mention.end, age.start)
    )


def _says_age(text: str, birth: Mention, age: Mention) -> bool:
    """Whether the age of the article's day stands right behind a birth: 1942年生，83岁；"""
    if not text.startswith(tuple("，,。、（；;"), age.end):
        return False
    sentence = sentence_at(text, age.start)
    if _AT_THAT_TIME.search(text, sentence.start, age.start):
        return False  # 沈伯言……时年32岁；阮静，1914年生，23岁
    if _BORN_THEN_AGE.fullmatch(text, birth.end, age.start):
        return True
    return (
        _BORN_WHO.fullmatch(text, birth.end, age.start) is not None
        and DIED.search(text, sentence.start, sentence.end) is None
    )


_AT_THAT_TIME = re.compile(r"时年|当时|那时|那[一]?年")


def _last_year(analysis: Analysis, age: Mention, birth: Life) -> int | None:
    """The year told last before 时年: 1950年参军，时年28岁."""
    sentence = sentence_at(analysis.document.text, age.start)
    for other in reversed(mentions_in(analysis, Span(sentence.start, age.start))):
        stamp = stamp_of(other)
        if stamp is not None and stamp.year is not None and writes_year(other):
            if other is birth.mention:
                continue
            return stamp.year if age.start - other.end <= 20 else None
    return None


# --- (1818—1936) ---------------------------------------------------------------------------------------------

_YEARS = (
    r"(?P<born>[12][0-9]{3})(?:年|\.)?(?:[0-9]{1,2}(?:月|\.)?(?:[0-9]{1,2}日?)?)?\s?(?:[—–~～─－-]{1,3}|至|到)\s?"
    r"(?P<died>[12][0-9]{3})(?![0-9])(?:年|\.)?(?:[0-9]{1,2}(?:月|\.)?(?:[0-9]{1,2}日?)?)?"
)
_BRACKET = re.compile(
    rf"[（(](?:生卒年[:：]?|[^（()）0-9]{{0,8}}[，,])?(?P<years>{_YEARS})(?:[，,][^（()）]{{0,20}})?[）)]"
)
_ANY_BRACKET = re.compile(r"[（(][^（()）]{0,12}[12][0-9]{3}[^（()）]{1,12}[12][0-9]{3}")
_ROLE_BEFORE = re.compile(rf"岁$|(?:{alternatives(PERSON_ROLES)})[\u4e00-\u9fff·•]{{0,6}}”?$")
_NOT_PERSON = re.compile(
    r"(?:朝|代|时期|王朝|帝国|战争|公司|大学|学校|学院|杂志|报|期刊|年间|运动|革命|史|时代|年表|展|集|选|社|厂|会|馆|档案|卷|编|计划|规划|纲要|期|区间)$"
)
_NAME_BEFORE = re.compile(r"(?:^|[，。；：、“”）\s]|[是与和及])[\u4e00-\u9fff·]{2,4}$")
_AGED_BEHIND = re.compile(r"[，,]?(?:享年|终年|享寿|年仅)")
_ABOUT_PERSON = re.compile(
    r"[，,]?(?:原名|本名|字|号|又名|笔名|别名|著名|我国著名|中国|出生|生于|祖籍|籍贯|[\u4e00-\u9fff]{2,8}人[，。]|[^，。]{0,8}家[，。]|是[^，。]{0,14}家)"
)


class Bracket(Frozen):
    """The years of a life in brackets behind a name."""

    span: Span
    born: Life
    died: Life
    person: bool


def brackets(analysis: Analysis) -> list[Bracket]:
    """The years of birth and death that stand in brackets, those of dynasties and companies aside."""
    text = analysis.document.text
    found: list[Bracket] = []
    for match in _BRACKET.finditer(text) if _ANY_BRACKET.search(text) else ():
        head = text[max(0, match.start() - 14) : match.start()]
        if _NOT_PERSON.search(head):
            continue
        named = _NAME_BEFORE.search(head) and _ABOUT_PERSON.match(text, match.end())
        ends = [_life(analysis, match, group) for group in ("born", "died")]
        aged = _AGED_BEHIND.match(text, match.end()) is not None
        person = bool(aged or _ROLE_BEFORE.search(head) or named)
        found.append(Bracket(Span(*match.span("years")), ends[0], ends[1], person))
    return found


def _life(analysis: Analysis, match: re.Match[str], group: str) -> Life:
    start, end = match.span(group)
    stamp = Stamp(int(match[group]))
    return Life(Mention(start, end, match[group], start, end, Quantity("date", stamp)), stamp)


def impossible_lifespan(analysis: Analysis) -> Iterator[Hit]:
    """这位作家（1818—1936）, 生于1936年，卒于1881年: a life that is too long, or ends before it begins."""
    taken: list[Span] = []
    for life in brackets(analysis):
        hit = _judge_life(life.span, life.born, life.died, analysis) if life.person else None
        if hit is not None:
            taken.append(hit.span)
            yield hit
    born, died = births(analysis), [life for life in deaths(analysis) if writes_year(life.mention)]
    for birth in born:
        for death in died:
            if _is_one_life(analysis, birth, death) and not any(s.overlaps(birth.mention.span) for s in taken):
                first, last = sorted((birth.mention, death.mention), key=lambda mention: mention.start)
                hit = _judge_life(Span(first.core_start, last.core_end), birth, death, analysis)
                if hit is not None:
                    yield hit


def _is_one_life(analysis: Analysis, birth: Life, death: Life) -> bool:
    """Whether birth and death stand in one sentence, without another date or person between."""
    text = analysis.document.text
    first, last = sorted((birth.mention, death.mention), key=lambda mention: mention.start)
    if not sentence_at(text, first.start).holds(last.span) or OTHERS.search(text, first.end, last.start):
        return False
    return not any(stamp_of(other) for other in mentions_in(analysis, Span(first.end, last.start)))


_VERY_OLD = re.compile(r"长寿|高寿|寿星|世纪老人|最长")


def _judge_life(span: Span, birth: Life, death: Life, analysis: Analysis) -> Hit | None:
    years = death.year - birth.year
    if 0 <= years <= OLDEST:
        return None
    text = analysis.document.text
    sentence = sentence_at(text, span.start)
    if years > 0 and _VERY_OLD.search(text, sentence.start, sentence.end):
        return None
    way = Word("way.long" if years > 0 else "way.backwards")
    values: dict[str, str | Word] = {"written": text[span.start : span.end], "years": str(abs(years)), "way": way}
    return Hit(span, values, _evidence(f"{death.year} − {birth.year} = {years}", birth, death))


# --- “90后” --------------------------------------------------------------------------------------------------

_GENERATION = r"[“\"]?(?P<decade>[3-9]0|00|10)[”\"]?后[”\"]?"
_AGED = re.compile(rf"(?:今年|现年)?(?P<age>[0-9]{{1,2}})岁的{_GENERATION}(?!世代)")
_AGED_LATER = re.compile(
    rf"{_GENERATION}(?![^，。]{{0,8}}[和与及位老])[\u4e00-\u9fff]{{0,8}}[，,、]?(?:今年|现年)(?P<age>[0-9]{{1,2}})岁"
)
_BORN_IN = re.compile(rf"(?P<year>(?:19|20)[0-9]{{2}})年(?:[0-9]{{1,2}}月)?(?:出生|生)的{_GENERATION}")


def generation_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """今年50岁的“90后”, 1985年出生的“90后”: an age or year of birth that is not in the decade named."""
    text, today = analysis.document.text, analysis.document.date
    if "0后" not in text and "0”后" not in text:
        return
    for match in _BORN_IN.finditer(text):
        first = _decade(match)
        if not first - 1 <= int(match["year"]) <= first + 9:
            yield _generation_hit(match, "year", f"{first}—{first + 9}")
    yield from _born_apart(analysis)
    yield from _all_born_apart(text)
    for pattern in (_AGED, _AGED_LATER) if today is not None else ():
        for match in pattern.finditer(text):
            assert today is not None
            first = _decade(match)
            oldest, youngest = today.year - first + 1, today.year - first - 10
            if not youngest <= int(match["age"]) <= oldest and not is_quoted(text, match.start()):
                yield _generation_hit(match, "age", f"{today.year - first - 9}—{today.year - first}岁")


_LABEL = re.compile(_GENERATION)
_OF_MANY = re.compile(
    r"一群|许多|不少|众多|面向|受|带[着领]|学员|观众|读者|比|两代|[们等、]|以及|年轻人|青年人|竞争|对阵|战胜|击败|负于|[0-9](?!月|日|年)"
)
_FURTHEST = 24
"""Code points at most between a birth and the generation of the one born."""


def _born_apart(analysis: Analysis) -> Iterator[Hit]:
    """他1972年出生，是个地道的“60后”: the one birth and the one generation of a sentence, about one person."""
    text = analysis.document.text
    born = births(analysis)
    for match in _LABEL.finditer(text) if born else ():
        sentence = sentence_at(text, match.start())
        near = [life for life in born if sentence.holds(life.mention.span)]
        if len(near) != 1 or sum(1 for _ in _LABEL.finditer(text, sentence.start, sentence.end)) != 1:
            continue
        birth, first = near[0], _decade(match)
        left, right = sorted((birth.mention.span, Span(*match.span())), key=lambda span: span.start)
        between = text[left.end : right.start]
        if first - 1 <= birth.year <= first + 9 or _BORN_IN.search(text, sentence.start, sentence.end):
            continue
        if len(between) <= _FURTHEST and not _OF_MANY.search(between) and not OTHERS.search(between):
            values = {
                "written": match.group(),
                "generation": f"{match['decade']}后",
                "expected": f"{first}—{first + 9}",
            }
            said = SpanEvidence(birth.mention.start, birth.mention.end, birth.mention.text)
            working = Derivation(f"{match['decade']}后 = {first}—{first + 9}")
            yield Hit(Span(*match.span()), values, (said, working), f"{birth.year // 10 % 10}0后")


_ALL_OF = re.compile(r"(?:清一色|一水儿?|全部?|都|均|个个)的?(?:是|为)?的?$")
_EACH_BORN = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:的|出?生|生人)?(?=[，。；、])")


def _all_born_apart(text: str) -> Iterator[Hit]:
    """清一色“80后”：主教练1991年的，守门员教练1993年的: what all are called, and the years of each told behind it."""
    for match in _LABEL.finditer(text):
        if not _ALL_OF.search(text, max(0, match.start() - 8), match.start()):
            continue
        end = sentence_at(text, match.end()).end
        years = [*_EACH_BORN.finditer(text, match.end(), end)]
        first = _decade(match)
        if len(years) > 1 and all(not first - 1 <= int(year["year"]) <= first + 9 for year in years):
            right = {year["year"][2] for year in years}
            expected = f"{right.pop()}0后" if len(right) == 1 else None
            values = {
                "written": match.group(),
                "generation": f"{match['decade']}后",
                "expected": f"{first}—{first + 9}",
            }
            said = [SpanEvidence(*year.span("year"), year["year"]) for year in years]
            yield Hit(
                Span(*match.span()), values, (*said, Derivation(f"{match['decade']}后 = {first}—{first + 9}")), expected
            )


def _decade(match: re.Match[str]) -> int:
    decade = int(match["decade"])
    return decade + (2000 if decade < 30 else 1900)


def _generation_hit(match: re.Match[str], group: str, expected: str) -> Hit:
    values = {"written": match.group(), "generation": f"{match['decade']}后", "expected": expected}
    first = _decade(match)
    return Hit(Span(*match.span()), values, (Derivation(f"{match['decade']}后 = {first}—{first + 9}"),), expected)
