"""Years that have a name in (乾隆三十年, 甲辰年, 属龙), those that are not the year beside them, or can't be, out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.ages import OTHERS, births
from figcheck.checks.days import alternatives, pair_of, sentence_at
from figcheck.data.calendar_words import BRANCHES, STEMS, ZODIAC
from figcheck.data.reigns import BY_OUR_CALENDAR, DYNASTIES, REIGNS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import whole_number
from figcheck.values import Frozen

# --- the year beside a name ----------------------------------------------------------------------------------

_DIGITS = "〇一二三四五六七八九"
_YEAR = r"(?<![0-9０-９.．前])(?P<year>[12]?[0-9]{3}|[一二][〇零○一二三四五六七八九]{3})"
_OF_OLD = r"(?:(?:(?:中国|我国)的?)?(?:农历|夏历|阴历|旧历)|[北南]宋|[东西][晋汉]|[唐宋元明清汉晋隋辽金]代?|日本)?"
_IS = (
    r"(?:即|也就是|亦即|也即|就是|正是|便是|恰是|当是|应是|应为|是|为|乃|系|适值|适逢|恰逢|正值|时值|时为|折合|合|相当于|对应的?"
    r"|换算[成为]|[推换]算[，,]?|公元|公历|西历|阳历)"
)
_SEASON = (
    r"(?:(?:[正腊冬]|闰?[一二三四五六七八九十]{1,2})月(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3}日?)?"
    r"|[春夏秋冬][天季]?|[初底末间造制刻款]|那年)?[”》]?"
)
_BEHIND = re.compile(
    rf"{_SEASON}(?:\s?[（(]{_IS}{{0,3}}|[，,]?{_IS}{{1,4}}|——|[。，,]?[按照依][^，。；]{{1,6}}[推换]算[，,]?{_IS}{{0,2}})\s?{_YEAR}(?:年|(?=[）)]))"
)
_BEFORE = re.compile(
    rf"{_YEAR}年(?:[0-9]{{1,2}}月)?[初底末春夏秋冬]?(?:\s?[（(]{_IS}{{0,3}}|[，,]?{_IS}{{1,4}}|[，,]?岁[在次]|的){_OF_OLD}[“《]?$"
)


class NamedYear(Frozen):
    """A year called by a name, and the years of our calendar that have it."""

    span: Span
    written: str
    years: tuple[int, ...]
    late: int = 0
    """1 where its end may lie in the year after."""

    def fits(self, year: int) -> bool:
        """Whether the year may have the name."""
        return any(own <= year <= own + self.late for own in self.years)

    def nearest(self, year: int) -> int:
        """The year with that name nearest to another."""
        return min(self.years, key=lambda own: abs(own - year))


class Written(Frozen):
    """A year in figures that the text says to be the named one."""

    span: Span
    year: int


def year_beside(text: str, span: Span) -> Written | None:
    """The year of our calendar beside a name as its equal: in brackets, or joined by 即, 是, 公元."""
    match = _BEHIND.match(text, span.end)
    if match is None:
        match = _BEFORE.search(text, max(0, span.start - 24), span.start)
        if match is None or (text[span.start - 1] == "的" and _STANDS.match(text, span.end) is None):
            return None
    written = match["year"]
    if not written.isascii():
        written = "".join(str(_DIGITS.index(char.replace("零", "〇").replace("○", "〇"))) for char in written)
    return Written(Span(*match.span("year")), int(written))


_STANDS = re.compile(r"[，。；、）)”]|$|[到至]")
"""What follows a name that is all that is said: 1894年的甲午，."""

# --- reigns --------------------------------------------------------------------------------------------------

_COUNT = re.compile(r"(?P<count>元|[〇零一二三四五六七八九十廿卅]{1,4}|[0-9]{1,2})[年载](?![代前后级来])")
_LAST_OF_OLD = 1950
"""No reign but those of Japan is counted in later years: 绍兴三年（2023年） is of the city."""


def wrong_reign_year(analysis: Analysis) -> Iterator[Hit]:
    """民国26年（1936年）, 1881年是光绪十七年: a year of a reign and one of our calendar that are not the same."""
    text = analysis.document.text
    for named in _reign_years(text):
        dynasty = _other_dynasty(text, named)
        if dynasty is not None:
            yield dynasty
        beside = year_beside(text, named.span)
        if beside is None or named.fits(beside.year):
            continue
        if beside.year > _LAST_OF_OLD and max(named.years) < _LAST_OF_OLD - 100:
            continue
        right = named.nearest(beside.year)
        values = {"written": named.written, "year": str(beside.year), "expected": f"{right}年"}
        said = SpanEvidence(named.span.start, named.span.end, named.written)
        yield Hit(beside.span, values, (said, Derivation(f"{named.written} = {right}年")), f"{right}年")
    yield from _years_out_of_reign(analysis)


def _reign_years(text: str) -> Iterator[NamedYear]:
    for match in _COUNT.finditer(text):
        at = match.start()
        name = next((text[at - size : at] for size in (4, 2) if at >= size and text[at - size : at] in REIGNS), None)
        count = 1 if match["count"] == "元" else whole_number(match["count"])
        if name is None or count is None or count < 1:
            continue
        longest = max(length for _, length in REIGNS[name])
        firsts = [first for first, length in REIGNS[name] if count <= length or length == longest]
        span = Span(at - len(name), match.end())
        years = tuple(first + count - 1 for first in firsts)
        yield NamedYear(span, text[span.start : span.end], years, late=0 if name in BY_OUR_CALENDAR else 1)


_DYNASTY = re.compile(rf"(?:^|[^\u4e00-\u9fff]|[于在是自系])(?P<dynasty>{alternatives(DYNASTIES)})[代朝]?$")


def _other_dynasty(text: str, named: NamedYear) -> Hit | None:
    """唐元丰五年: a reign of another dynasty."""
    match = _DYNASTY.search(text, max(0, named.span.start - 5), named.span.start)
    if match is None:
        return None
    first, last = DYNASTIES[match["dynasty"]]
    if any(first <= year <= last for year in named.years):
        return None
    right = f"{named.years[0]}年"
    span = Span(match.start("dynasty"), named.span.end)
    written = text[span.start : span.end]
    values = {"written": written, "year": f"{first}—{last}", "expected": right}
    return Hit(span, values, (Derivation(f"{match['dynasty']} = {first}—{last}年，{named.written} = {right}"),), right)


_REIGN_SPAN = re.compile(
    r"(?P<reign>[\u4e00-\u9fff]{2})(?:皇帝)?(?:年间|时期|年代|一朝|朝)?[（(](?:公元)?(?P<first>1[0-9]{3})年?(?:\s?(?:[—–~～─－-]{1,3}|至)\s?(?P<last>1[0-9]{3})年?)?[）)]"
)


def _years_out_of_reign(analysis: Analysis) -> Iterator[Hit]:
    """乾隆年间（1836—1895年）: years that do not lie in the reign named."""
    for match in _REIGN_SPAN.finditer(analysis.document.text):
        years = [int(match[group]) for group in ("first", "last") if match[group]]
        reigns = REIGNS.get(match["reign"], ())
        if not reigns or any(all(first - 1 <= year <= first + count for year in years) for first, count in reigns):
            continue
        if match.group().startswith(tuple("（("), 2) and match["last"] is None:
            continue  # 绍兴（1131年）: nothing says that a reign is meant
        first, count = min(reigns, key=lambda reign: abs(reign[0] - years[0]))
        expected = f"{first}—{first + count - 1}年"
        span = Span(match.start("first"), match.end("last") if match["last"] else match.end("first"))
        values = {"written": match["reign"], "year": match.string[span.start : span.end], "expected": expected}
        said = SpanEvidence(match.start(), match.end("reign"), match["reign"])
        yield Hit(span, values, (said, Derivation(f"{match['reign']} = {expected}")), expected)


# --- animals ---------------------------------------------------------------------------------------------------

_ANIMAL_YEAR = re.compile(
    rf"(?P<year>[12]\d{{3}})年?[，,]?\s?(?:是|为|即|[（(])?(?:我国|中国|传统)?农?历?(?P<pair>[{STEMS}][{BRANCHES}])?年?[（(]?(?P<animal>[{ZODIAC}])年(?![级纪龄代前后来产销会度均])"
)
_NAMED_YEAR = re.compile(
    rf"(?<![{STEMS}{BRANCHES}])(?P<stem>[{STEMS}])(?P<branch>[{BRANCHES}])(?:年[（(])?(?P<animal>[{ZODIAC}])年"
)


def wrong_animal_year(analysis: Analysis) -> Iterator[Hit]:
    """2024年是农历兔年, 乙巳龙年: a year and its animal, or its stem and branch, that do not belong together."""
    yield from _wrong_pairs(analysis)
    yield from _wrong_birth_animals(analysis)
    text = analysis.document.text
    taken: list[Span] = []
    for match in _ANIMAL_YEAR.finditer(text):
        year = int(match["year"])
        right = f"{pair_of(year)}{ZODIAC[(year - 4) % 12]}年"
        pair_fits = match["pair"] is None or right.startswith(match["pair"])
        if (match["animal"] == right[2] and pair_fits) or _starts_late(text, match):
            continue
        span = Span(match.start("pair") if match["pair"] else match.start("animal"), match.end())
        taken.append(span)
        yield _animal_hit(text, span, right, f"{year} = {right}", Span(*match.span("year")))
    for match in _NAMED_YEAR.finditer(text):
        span = Span(*match.span())
        right = ZODIAC[BRANCHES.index(match["branch"])]
        if match["animal"] != right and not any(span.overlaps(other) for other in taken):
            yield _animal_hit(text, span, f"{match['stem']}{match['branch']}{right}年", f"{match['branch']} = {right}")


_TURN_OF_YEAR = re.compile(r"(?<![0-9])[12]月|[一二正冬腊]月|除夕|岁末|年初|立春")


def _starts_late(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence speaks of the turn of the lunar year, when January still has the old animal."""
    sentence = sentence_at(text, match.start())
    return _TURN_OF_YEAR.search(text, sentence.start, sentence.end) is not None


def _animal_hit(text: str, span: Span, expected: str, working: str, *places: Span) -> Hit:
    values = {"written": text[span.start : span.end], "expected": expected}
    said = [SpanEvidence(place.start, place.end, text[place.start : place.end]) for place in places]
    return Hit(span, values, (*said, Derivation(working)), expected)


# --- stems and branches --------------------------------------------------------------------------------------

_PAIR = re.compile(
    rf"(?<![{STEMS}{BRANCHES}])(?P<stem>[{STEMS}])(?P<branch>[{BRANCHES}])(?![{STEMS}{BRANCHES}月日时])(?P<year>[{ZODIAC}]?年)?"
)
_SAID_PAIR = re.compile(r"(?:岁[在次]|[又再适恰正]逢|农历|夏历|干支)$")
_THIS_YEAR = re.compile(r"今年(?:又|再|也|正|恰|适|是|为|逢|值|岁在|岁次|农历|夏历|第[一二三四五六七八九十]+个)+$")


def _wrong_pairs(analysis: Analysis) -> Iterator[Hit]:
    """甲子年是1974年, 1911年岁在庚亥: a stem and branch that the year beside it does not have, or no year ever."""
    text = analysis.document.text
    for match in _PAIR.finditer(text):
        span = Span(match.start(), match.end("branch"))
        said = _SAID_PAIR.search(text, max(0, span.start - 3), span.start) is not None
        beside = _pair_beside(analysis, Span(span.start, match.end()), told=bool(match["year"]) or said)
        if beside is None:
            continue
        late = beside.year - 1 if _starts_late(text, match) else beside.year
        if any(pair_of(year) == text[span.start : span.end] for year in (beside.year, late)):
            continue
        right = pair_of(beside.year)
        yield _animal_hit(text, span, right, f"{beside.year}年 = {right}年", beside.span)


def _pair_beside(analysis: Analysis, span: Span, *, told: bool) -> Written | None:
    text, today = analysis.document.text, analysis.document.date
    now = _THIS_YEAR.search(text, max(0, span.start - 14), span.start) if today is not None else None
    if now is not None and today is not None and (told or _STANDS.match(text, span.end)):
        return Written(Span(now.start(), now.start() + 2), today.year)
    beside = year_beside(text, span)
    if beside is None or not (told or (beside.span.start < span.start and _STANDS.match(text, span.end))):
        return None
    return beside


# --- born in the year of an animal ---------------------------------------------------------------------------

_ANIMAL = re.compile(
    rf"(?:(?<![附隶归所家下金直从统])属(?:相(?:为|是))?|生肖(?:为|是|属)?)“?"
    rf"(?P<animal>[{ZODIAC}])(?![{ZODIAC}于性实地])"
)
_NEAR = 16
"""Code points at most between a birth and its animal."""


def _wrong_birth_animals(analysis: Analysis) -> Iterator[Hit]:
    """1964年8月生……属蛇: an animal that the year of birth beside it does not have."""
    text = analysis.document.text
    born = births(analysis)
    for match in _ANIMAL.finditer(text) if born else ():
        sentence = sentence_at(text, match.start())
        near = [life for life in born if sentence.holds(life.mention.span)]
        near = [life for life in near if _between(text, life.mention, match) is not None]
        if not near:
            continue
        life = min(near, key=lambda life: len(_between(text, life.mention, match) or ""))
        year = life.year
        animals = {ZODIAC[(year - 4) % 12]}
        if life.stamp.month in (1, 2):
            animals.add(ZODIAC[(year - 5) % 12])
        if match["animal"] in animals:
            continue
        right = ZODIAC[(year - 4) % 12]
        yield _animal_hit(text, Span(*match.span("animal")), right, f"{year}年 = {right}年", life.mention.span)


def _between(text: str, birth: Mention, match: re.Match[str]) -> str | None:
    """The words between a birth and an animal, where they are few and name nobody else."""
    first, last = sorted((birth.span, Span(*match.span())), key=lambda span: span.start)
    words = text[first.end : last.start]
    return words if len(words) <= _NEAR and OTHERS.search(words) is None else None
