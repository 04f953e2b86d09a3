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
from figcheck.data.names import NAMED_SUBJECTS, TRANSLITERATED
from figcheck.data.prefectures import PREFECTURES
from figcheck.model import Analysis, Dateline, Hit, Span, SpanEvidence

_REACH = 400
"""So far into the body it says where things happen."""
_KIND = re.compile(r"(?<=..)[市县区州旗盟镇]$")
_BEARINGS = frozenset("东西南北上下")
_CITY = r"(?P<city>[^\W\d_A-Za-z省市县区在]{2,4})市(?![民委政场长区面域])"


def dateline_elsewhere(analysis: Analysis) -> Iterator[Hit]:
    """本报长春9月25日电, over a body that is on the spot in 哈尔滨 on that day."""
    dateline, text = analysis.document.masthead.dateline, analysis.document.text
    if dateline is None or dateline.place is None or dateline.date is None:
        return
    place = _KIND.sub("", dateline.place)
    if not 2 <= len(place) <= 4 or place in _anywhere() or (len(place) > 2 and TRANSLITERATED.issuperset(place)):
        return
    body = text[dateline.span.end : dateline.span.end + _REACH]
    title = analysis.document.masthead.title
    if "当地时间" in body or _is_known_to(place, body, title.value if title else ""):
        return
    found = _host(text, dateline)
    if found is None or not _excludes(text, dateline, place, found):
        return
    start = dateline.span.start + text[dateline.span.start : dateline.span.end].index(place)
    city = text[found.start : found.end]
    evidence = (SpanEvidence(found.start, found.end, city),)
    yield Hit(Span(start, start + len(place)), {"written": place, "other": city}, evidence, city)


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


_NAMED_CITY = re.compile(
    r"(?<![^\W\d_A-Za-z])(?:在|由|据|从|经|与|为)?(?P<city>[^\W\d_A-Za-z省市县区]{2,3}?)市(?![民委政场长区面域])"
)


def _host(text: str, dateline: Dateline) -> Span | None:
    """The only city in which the body says that things happen; None for none or several."""
    start = dateline.span.end
    end = start + _REACH
    named = {match["city"] for match in _NAMED_CITY.finditer(text, start, end)}
    form = rf"(?:在|走进|走入|来到|抵达|于|驻|(?<=[，日午晚])(?=[^\W\d_A-Za-z]{{2,3}}市))(?:{_CITY}|(?P<known>§))"
    spans = [
        Span(*match.span(match.lastgroup or "city"))
        for match in pattern(form, " ".join((_cities(), *sorted(named)))).finditer(text, start, end)
    ]
    return spans[0] if len({text[span.start : span.end] for span in spans}) == 1 else None


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    return {city: province for province, cities in PREFECTURES.items() for city in cities.split()}


def _cities() -> str:
    return " ".join((*_provinces(), *words.MUNICIPALITIES.split()))


def _excludes(text: str, dateline: Dateline, place: str, host: Span) -> bool:
    """Whether who is in the one town cannot report from the other."""
    city = text[host.start : host.end]
    body = text[dateline.span.end : dateline.span.end + _REACH]
    if city == place or place in city or city in place:
        return False
    if _are_near(place, city):
        return text.count(city) > 1
    provinces = [_provinces().get(name, "") for name in (place, city)]
    here = _ON_THE_SPOT.search(body) is not None
    if not (_is_of_day(text, dateline, host) and (here or _is_held(text, host))):
        return False
    if all(provinces):
        stationed = PREFECTURES[provinces[0]].split()[0] == place or place in words.WITH_BUREAUS.split()
        return not stationed or (provinces[0] != provinces[1] and here)
    if any(provinces):
        return place in body and not provinces[0]
    return place in body or text.count(city) > 1


_ON_THE_SPOT = re.compile("记者[^。，]{0,16}(?:看到|见到|走进|来到|遇到|碰到)|[对向]记者|告诉记者|记者面前")


def _is_held(text: str, host: Span) -> bool:
    """Whether the clause says that something takes place."""
    end = sentence_around(text, host.start)[1]
    return pattern("§", words.TAKES_PLACE).search(text, host.end, min(end, host.end + 30)) is not None


def _is_of_day(text: str, dateline: Dateline, host: Span) -> bool:
    """Whether the sentence, or the one that opens the body, is about the day of the date line or the day before."""
    if dateline.date is None:
        return False
    numbers = re.findall(r"\d+", text[dateline.date.start : dateline.date.end])
    day = int(numbers[-1]) if numbers else 0
    start, end = sentence_around(text, host.start)
    said = text[start:end] + text[dateline.span.end : dateline.span.end + 40]
    return re.search(rf"今[天日]|[当昨][天日]|(?<!\d)(?:{day}|{day - 1})日", said) is not None


def _are_near(one: str, other: str) -> bool:
    """Whether two names are taken for each other: by sound or looks, by the side of the same thing, by one of three."""
    at = odd_character(one, other)
    if at is None:
        return False
    return alike(one[at], other[at]) or {one[at], other[at]} <= _BEARINGS or len(one) > 2
