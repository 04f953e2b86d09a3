"""Date lines in, those whose place is another than the one where their article happens out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character
from figcheck.checks.names import sentence_around
from figcheck.checks.phrases import alternatives, pattern
from figcheck.data import place_words as words
from figcheck.data.masthead import TOWNS
from figcheck.data.names import NAMED_SUBJECTS, NOT_A_STEM, TRANSLITERATED
from figcheck.data.prefectures import PREFECTURES
from figcheck.model import Analysis, Hit, Span, SpanEvidence
from figcheck.values import Frozen

_REACH = 400
"""So far into the body it says where things happen."""
_KIND = re.compile(r"(?<=..)[市县区州旗盟镇]$")
_BEARINGS = frozenset("东西南北上下")
_CITY = r"(?P<city>[^\W\d_A-Za-z省市县区在]{2,4})市(?![民委政场长区面域])"
_SPOKEN = re.compile(
    r"(?:这里是|各位好，?我在|我这里是)(?P<place>[^\W\d_A-Za-z]{2,4})[，。]我是(?:本台|本报|前方|特派)?记者"
)
"""How a reporter on the air says where he stands."""


class Line(Frozen):
    """Where a date line, written or spoken, puts the reporter."""

    place: str
    start: int
    end: int
    """Where the body begins."""
    day: str | None
    """As written."""


def dateline_elsewhere(analysis: Analysis) -> Iterator[Hit]:
    """本报长春9月25日电, over a body that is on the spot in 哈尔滨 on that day."""
    line, text = _line(analysis), analysis.document.text
    if line is None or line.place in _anywhere():
        return
    if len(line.place) > 2 and TRANSLITERATED.issuperset(line.place):
        return
    body = text[line.end : line.end + _REACH]
    title = analysis.document.masthead.title
    if "当地时间" in body or _is_known_to(line.place, body, title.value if title else ""):
        return
    found = _near_home(text, line) or _host(text, line)
    if found is not None:
        city = text[found.start : found.end]
        evidence = (SpanEvidence(found.start, found.end, city),)
        values = {"written": line.place, "other": city}
        yield Hit(Span(line.start, line.start + len(line.place)), values, evidence, city)


def _line(analysis: Analysis) -> Line | None:
    masthead, text = analysis.document.masthead, analysis.document.text
    dateline = masthead.dateline
    if dateline is None or dateline.place is None:
        spoken = _SPOKEN.search(text, 0, _REACH)
        return Line(spoken["place"], spoken.start("place"), spoken.end(), None) if spoken else None
    written = dateline.place
    if masthead.source is not None and written.startswith(masthead.source.value):
        written = written[len(masthead.source.value) :]  # 弈林昆明: the house and its place in one
    place = _KIND.sub("", written)
    if not 2 <= len(place) <= 4:
        return None
    start = text.index(written, dateline.span.start, dateline.span.end)
    day = text[dateline.date.start : dateline.date.end] if dateline.date else None
    return Line(place, start, dateline.span.end, day)


@lru_cache(maxsize=1)
def _anywhere() -> frozenset[str]:
    """Towns from which correspondents report what happens elsewhere: capitals abroad, Beijing, Hong Kong."""
    return frozenset((*TOWNS.split(), *" ".join(line for line in NAMED_SUBJECTS if "伦敦" in line).split()))


def _is_known_to(place: str, body: str, title: str) -> bool:
    """Whether title or body speak of the place otherwise than as where somebody came from or goes to."""
    if place in title:
        return True
    whence = re.compile(rf"(?:{alternatives(words.WHENCE)})$")
    at = body.find(place)
    while at >= 0:
        came = whence.search(body, max(0, at - 4), at) or body.startswith("籍", at + len(place))
        if not came:
            return True
        at = body.find(place, at + 1)
    return False


# --- a name mistaken for the place's own -----------------------------------------------------------------------

_AREA = r"(?=[市县区州旗镇乡](?![民委长场]))"


def _near_home(text: str, line: Line) -> Span | None:
    """平澜 for 澜平, 安乡 for 安岭: what the text has as an area, again and again, and is one slip away."""
    if text.count(line.place) != 1 or _is_home(text, line.place) or line.place in _provinces():
        return None
    form = re.compile(rf"(?P<city>[^\W\d_A-Za-z]{{{len(line.place)}}}){_AREA}")
    for start in range(line.end, min(len(text), line.end + _REACH)):
        match = form.match(text, start)
        if match is None or text.count(match["city"]) < 2 or not NOT_A_STEM.isdisjoint(match["city"]):
            continue
        if _is_slip(text, line, match["city"]):
            return Span(*match.span("city"))
    return None


def _is_home(text: str, place: str) -> bool:
    """Whether a house of the text is called by the place: 安岭日报."""
    return pattern(f"{re.escape(place)}市?§", words.LOCAL_HOUSES).search(text) is not None


def _is_slip(text: str, line: Line, city: str) -> bool:
    """Whether the date line's place is the city with another character, or with two that changed places."""
    if sorted(city) == sorted(line.place) and city != line.place:
        return True
    at = odd_character(line.place, city)
    if at is None:
        return False
    if alike(line.place[at], city[at]):
        return True
    return city not in _provinces() and _is_home(text, city)


# --- another place ---------------------------------------------------------------------------------------------

_NAMED_CITY = re.compile(
    r"(?<![^\W\d_A-Za-z])(?:在|由|据|从|经|与|为)?(?P<city>[^\W\d_A-Za-z省市县区]{2,3}?)市(?![民委政场长区面域])"
)
_THERE = r"(?:在|走进|走入|来到|抵达|赶到|于|驻|发自|站在|(?<=[，日午晚])(?=[^\W\d_A-Za-z]{2,3}市))"


def _host(text: str, line: Line) -> Span | None:
    """The only city in which the body says that things happen, if who is there cannot report from the other."""
    start = line.end
    end = start + _REACH
    named = {match["city"] for match in _NAMED_CITY.finditer(text, start, end)}
    form = rf"(?:{_THERE}|记者从(?=[^，。；]{{2,20}}(?:进|走|出发|登上|乘)))(?:{_CITY}|(?P<known>§))"
    spans = [
        Span(*match.span(match.lastgroup or "city"))
        for match in pattern(form, " ".join((_cities(), *sorted(named)))).finditer(text, start, end)
    ]
    if len({text[span.start : span.end] for span in spans}) != 1:
        return None
    return spans[0] if any(_excludes(text, line, span) for span in spans) else None


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    return {city: province for province, cities in PREFECTURES.items() for city in cities.split()}


def _cities() -> str:
    return " ".join((*_provinces(), *words.MUNICIPALITIES.split()))


def _excludes(text: str, line: Line, host: Span) -> bool:
    """Whether who is in the one town cannot report from the other."""
    place, city = line.place, text[host.start : host.end]
    body = text[line.end : line.end + _REACH]
    if city == place or place in city or city in place:
        return False
    if line.day is not None and _are_near(place, city):
        return text.count(city) > 1
    provinces = [_provinces().get(name, "") for name in (place, city)]
    if text[: host.start].endswith(("发自", "我现在站在", "我站在", "我在")):
        return all(provinces)
    here = _ON_THE_SPOT.search(body) is not None
    if not (_is_of_day(text, line, host) and (here or _is_held(text, host))):
        return False
    if all(provinces):
        stationed = PREFECTURES[provinces[0]].split()[0] == place or place in words.WITH_BUREAUS.split()
        return not stationed or (provinces[0] != provinces[1] and here)
    if any(provinces):
        return place in body and not provinces[0]
    return place in body or text.count(city) > 1


_ON_THE_SPOT = re.compile(
    "记者[^。，]{0,16}(?:看到|见到|走进|来到|遇到|碰到|听到|听见|拿到|领到|目睹|数了|拍下|闻到)|[对向]记者|告诉记者|记者面前"
    "|记者从[^，。；]{2,20}(?:走进|进去|登上|乘)"
)


def _is_held(text: str, host: Span) -> bool:
    """Whether the clause says that something takes place."""
    end = sentence_around(text, host.start)[1]
    return pattern("§", words.TAKES_PLACE).search(text, host.end, min(end, host.end + 30)) is not None


def _is_of_day(text: str, line: Line, host: Span) -> bool:
    """Whether the sentence, or the one that opens the body, is about the day of the date line or the day before."""
    if line.day is None:
        return False
    day = int(re.findall(r"\d+", line.day)[-1])
    start, end = sentence_around(text, host.start)
    said = text[start:end] + text[line.end : line.end + 40]
    return re.search(rf"今[天日]|[当昨][天日]|(?<!\d)(?:{day}|{day - 1})日", said) is not None


def _are_near(one: str, other: str) -> bool:
    """Whether two names are taken for each other: by sound or looks, by the side of the same thing, by one of three."""
    at = odd_character(one, other)
    if at is None:
        return False
    return alike(one[at], other[at]) or {one[at], other[at]} <= _BEARINGS or len(one) > 2
