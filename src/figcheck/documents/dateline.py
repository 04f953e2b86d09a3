"""The beginning of a paragraph in, its date line out: who reports, whence, on which day, by whom."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.data import masthead as data
from figcheck.model import Dateline, Field, Span

from .lines import BLANK
from .names import HOUSES, are_names, read_names, read_reporter

_EXTRAS = tuple(data.AGENCY_EXTRAS.split())
_TAILS = tuple(data.AGENCY_TAILS.split())
_PROGRAMMES = frozenset(data.PROGRAMMES.split())
_REACH = 100
"""How far into a paragraph a date line may reach, in code points."""
_BURIED = 400
_LONGEST_HEAD = 40
_LENGTHS = sorted({len(house) for house in HOUSES}, reverse=True)

_WHO = r"据?(?P<who>[^\n，。；：:！？!?、“”（）()【】]{2,30}?)"
_DATED = re.compile(
    rf"[（(【]?{_WHO}[\s·]{{0,3}}(?P<date>(?:(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}})年)?"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:至\d{1,2}日)?)"
    r"(?:凌晨|早|上午|下午|傍晚|晚)?\s?(?:专|综合|体育)?(?P<verb>电|讯|消息|报道)(?!道)"
)
_UNDATED = re.compile(rf"[（(【]?{_WHO}\s?(?P<verb>电|讯|综合消息|消息|综合报道|报道)(?=[（(：:】\s])")
_WORDS = "话视影力商信子网池动报台脑站价量器厂缆磁梯路车波流极工焊竞解源灯"
_BRACKET = re.compile(r"[\s:：]{0,4}[（(]([^（()）\n]{2,80})[)）]")
_INSIDE = re.compile(
    r"\s{0,4}[（(](?P<place>[^\W\d_A-Za-z]{2,8}?)(?P<date>\d{1,2}月\d{1,2}日)(?:专|综合)?[电讯](?P<names>(?:\s[^（()）\n]{2,40})?)[）)]"
)
_SPOKEN = re.compile(
    r"[\s:：]{0,4}((?:本[报网台])?(?:记者|通讯员)[^，。；：:“”（()）\n]{2,30}?)(?:摄影)?报道(?=[：:，,\s])"
)
_UNBRACKETED = re.compile(
    r"[\s\u3000]+(?:本[报网台社])?(?:记者|通讯员)[\s\u3000]*((?:[^\W\d_]{2,4}|[^\W\d_][\s\u3000]{1,2}[^\W\d_])"
    r"(?:[\s\u3000、，]{1,3}(?:[^\W\d_]{2,4}|[^\W\d_][\s\u3000]{1,2}[^\W\d_])){0,3})(?=\s*(?:\n|$)|[）)])"
)
"""专电　记者　宫长顺, with nothing behind in the line."""
_OPENERS = ("〔", "［", "【", "（", "(", "[")
_STATIONED = re.compile(
    r"[〔［【（(\[](?P<house>[^\s〔［【（(\[，。]{0,8}?)(?:[^\s，。]{0,4})记者(?P<names>[^，。；〕］】）)\]\n]{2,30}?)"
    r"[／/](?P<place>[^，。；／/〕］】）)\]\s]{2,8}?)(?:连线|专访|专题|综合)?报[道导][〕］】）)\]]"
)
_WIRED = re.compile(
    r"[〔［【（(\[](?P<house>[^\s〔［【（(\[，。]{2,8}?)记者(?P<names>[^，。；〕］】）)\]\d\n]{2,30}?)"
    r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)(?:综合外电报[道导]|专?电)[〕］】）)\]]"
)
_TOWNS = tuple(data.TOWNS.split())
_PANEL = re.compile(r"【([^】\n]{3,40})】")


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The date line that a paragraph begins with; None for none. Offsets into the text."""
    end = min(end, start + _REACH)
    if text[start : start + 1] in _OPENERS and (found := _bracketed(text, start, end)):
        return found
    if text.startswith("【", start) and (found := _panel(text, start, end)):
        return found
    match = _DATED.match(text, start, end)
    if match is not None and not _follows(text, match, end):
        match = None
    agency, place = _split(match["who"]) if match else (None, None)
    if match is None or (agency is None and not _is_plain(text, match, end)):
        match = _UNDATED.match(text, start, end)
        agency, place = _split(match["who"]) if match else (None, None)
        if match is None or agency is None or (place and match["verb"] not in ("讯", "电")):
            return None
    return _complete(text, start, end, match, agency, place)


def read_closing_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The date line in brackets that a paragraph ends with (新华社北京1月3日电); None for none."""
    opener = max(text.rfind("（", max(start, end - 40), end), text.rfind("(", max(start, end - 40), end))
    if opener < 0 or text[end - 1] not in "）)":
        return None
    found = read_dateline(text, opener, end)
    return found if found and found.date and found.span.end == end else None


def read_buried_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The date line of a known house behind a headline or a caption that is glued to the paragraph's beginning."""
    end = min(end, start + _BURIED)
    verb = text.find("日电", start, end)
    for place in range(verb, max(start, verb - _LONGEST_HEAD), -1) if verb > 0 else ():
        if any(text[place : place + length] in HOUSES for length in _LENGTHS):
            found = read_dateline(text, place, end) if text[place - 1] not in "据，," else None
            if found is not None and found.date is not None:
                return found
    return None


def _follows(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the verb is a word of its own, not the head of 电话 or 消息称."""
    after = text[match.end()] if match.end() < end else " "
    if match["verb"] in ("电", "讯"):
        return after not in _WORDS
    return _stands_apart(text, match.end(), end)


def _is_plain(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a date line of an unknown house is plain enough to be one: a place, a day, 讯."""
    return match["verb"] in ("电", "讯") and len(match["who"]) <= 10 and _stands_apart(text, match.end(), end)


def _stands_apart(text: str, place: int, end: int) -> bool:
    return place >= end or text[place] in BLANK + "（(：:，,】）)—"


def _complete(text: str, start: int, end: int, match: re.Match[str], agency: str | None, place: str | None) -> Dateline:
    stop = match.end()
    dated = "date" in match.re.groupindex
    inside = None if dated else _INSIDE.match(text, stop, end)
    if inside is not None:  # 央视网消息（林芝8月17日电 记者 甲某）
        names = read_names(text, *inside.span("names")) if read_reporter(inside["names"].lstrip()) else ()
        return Dateline(Span(start, inside.end()), agency, inside["place"], Span(*inside.span("date")), names)
    reporters, stop = _reporters(text, stop, end, dated)
    if text[start] in "（(【" and text[stop : stop + 1] and text[stop] in "）)】":
        stop += 1
        if not reporters:  # 【本报讯】（记者张三）
            reporters, stop = _reporters(text, stop, end, dated)
    return Dateline(Span(start, stop), agency, place, Span(*match.span("date")) if dated else None, reporters)


def _reporters(text: str, start: int, end: int, dated: bool) -> tuple[tuple[Field, ...], int]:
    """Who stands in the brackets behind the verb, and where the date line ends."""
    match = _BRACKET.match(text, start, end)
    if match is not None and match[1].strip() not in _PROGRAMMES:
        if dated or read_reporter(match[1].lstrip()) or are_names(match[1]):
            return read_names(text, *match.span(1)), match.end()
        return (), start
    match = _UNBRACKETED.match(text, start, end)
    if match is not None and are_names(match[1]):
        return read_names(text, *match.span(1)), match.end()
    match = _SPOKEN.match(text, start, end)
    if match is not None and all(len(field.value) <= 4 for field in read_names(text, *match.span(1))):
        return read_names(text, *match.span(1)), match.end()
    return (), start


def _bracketed(text: str, start: int, end: int) -> Dateline | None:
    """〔记者林某某／台中报导〕, （中央社记者陈某某台北7日电）: as Taiwan's papers and its agency begin."""
    match = _STATIONED.match(text, start, end) or _WIRED.match(text, start, end)
    if match is None or (match["house"] and match["house"] not in HOUSES and not match["house"].endswith(_TAILS)):
        return None
    place = match.groupdict().get("place")
    first, last = match.span("names")
    if place is None:
        place = next((town for town in _TOWNS if match["names"].endswith(town)), None)
        last -= len(place or "")
    names = read_names(text, first, last)
    if not names or not all(len(field.value) <= 4 for field in names):
        return None
    date = Span(*match.span("date")) if "date" in match.re.groupindex else None
    return Dateline(Span(start, match.end()), match["house"] or None, place, date, names)


def _panel(text: str, start: int, end: int) -> Dateline | None:
    """【环球时报驻德国特约记者 青木】, 【环球时报综合报道】."""
    match = _PANEL.match(text, start, end)
    role = read_reporter(match[1]) if match else None
    if match is None or not (role or match[1].endswith("报道")):
        return None
    agency, _ = _split(match[1])
    if agency is None:
        return None
    names = read_names(text, *match.span(1)) if role and role.length < len(match[1]) else ()
    return Dateline(Span(start, match.end()), agency, None, None, names)


def _split(who: str) -> tuple[str | None, str | None]:
    """The agency and the place that stand together before the date; no agency where none is known."""
    who = "".join(who.split())
    known = max((n for n in range(2, min(len(who), 12) + 1) if who[:n] in HOUSES), default=0)
    if not known and any(house in who for house in HOUSES if len(house) > 2):
        return None, None  # a headline before the house: to be found further in
    if not known:
        lengths = [n for n in range(3, len(who) + 1) if who[:n].endswith((*_TAILS, "》"))]
        known = max(lengths, default=0)
    if not known:
        return None, who or None
    known = len(who) if who.endswith(_TAILS) else max(known, who.rfind("》") + 1)
    for extra in _EXTRAS:
        if who.startswith(extra, known):
            known += len(extra)
            break
    return who[:known], who[known:] or None
