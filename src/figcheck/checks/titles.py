"""Titles against the body and the ledger's entry: words that came in by accident, another place, another event."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.names import read_people
from figcheck.checks.phrases import pattern
from figcheck.checks.title_frames import framed_otherwise, other_place_ahead, unknown_person
from figcheck.checks.title_subjects import (
    draft_mark,
    other_hero,
    other_kind_of_event,
    other_named,
    other_ordinal,
    stray_words,
)
from figcheck.checks.title_swaps import (
    near_name,
    near_quoted,
    other_anniversary,
    other_edition,
    other_opening,
    other_opening_town,
    other_quoted,
    other_score,
    other_side,
    other_town,
    other_version,
    other_year,
    replaced_words,
)
from figcheck.data.names import (
    EVENTS,
    INTRUDERS,
    NAMED_SUBJECTS,
    NOT_A_STEM,
    PLACE_WORDS,
    PROVINCES,
    SCENES,
    SUBJECTS,
    WINNING,
)
from figcheck.model import Analysis, Evidence, FactEvidence, Field, Fix, Hit, Span, SpanEvidence

_MARKS = re.compile(r"[\s“”‘’\"'《》「」『』，,：:！!？?、。.·—-]")


def _bare(title: str) -> str:
    return _MARKS.sub("", title)


def title_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A title other than the one of the ledger's entry."""
    entry, title = analysis.entry, analysis.document.masthead.title
    if entry is None or not entry.title or title is None or _bare(title.value) == _bare(entry.title):
        return
    evidence: tuple[Evidence, ...] = (
        FactEvidence(entry.place.ledger, entry.place.line, "articles.title", entry.title),
        *_repeats(analysis),
    )
    fix = Fix(title.span.start, title.span.end, entry.title, safe=False)
    foreign = _intruded(title.value, entry.title) or title.value
    yield Hit(title.span, {"foreign": foreign, "expected": entry.title}, evidence, entry.title, fix)


def _repeats(analysis: Analysis) -> tuple[Evidence, ...]:
    repeats = analysis.document.masthead.repeats
    return tuple(SpanEvidence(field.span.start, field.span.end, field.value) for field in repeats)


def _intruded(written: str, right: str) -> str | None:
    """The words that were put into a title: what stands between its right beginning and its right end."""
    head = 0
    while head < min(len(written), len(right)) and written[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(written), len(right)) - head and written[-1 - tail] == right[-1 - tail]:
        tail += 1
    intruded = written[head : len(written) - tail]
    return intruded if intruded and head + tail == len(right) else None


_QUOTED = re.compile(r"“([^“”]{2,30})”(.{0,4})")


def title_words_foreign(analysis: Analysis) -> Iterator[Hit]:
    """A name in the title that the body has without words that were put into it; only without a title in the ledger."""
    title = analysis.document.masthead.title
    if title is None or (analysis.entry is not None and analysis.entry.title):
        return
    body = _body(analysis, title)
    for match in _QUOTED.finditer(title.value):
        name, after = match.group(1), match.group(2)
        if name in body:
            continue
        for other in sorted({found.group(1) for found in _QUOTED.finditer(body) if found.group(2)[:2] == after[:2]}):
            foreign = _intruded(name, other)
            if foreign is not None and len(foreign) >= 2 and foreign not in body:
                start = title.span.start + title.value.index(name)
                at = start + name.index(foreign)
                fix = Fix(at, at + len(foreign), "", safe=False)
                yield Hit(
                    Span(start, start + len(name)),
                    {"written": name, "foreign": foreign, "expected": other},
                    _repeats(analysis),
                    other,
                    fix,
                )
                break


def _body(analysis: Analysis, title: Field) -> str:
    document = analysis.document
    return "\n".join(
        document.text[block.span.start : block.span.end] for block in document.blocks if block.kind == "paragraph"
    )


# --- another story ---------------------------------------------------------------------------------------------

_AREA = "省市县区州旗镇乡村"
_OPENING_PLACE = re.compile(
    rf"(?P<stem>[^\W\d_A-Za-z]{{2,3}}?)(?P<kind>[{_AREA}])(?![民长委场府区级城容里内外])(?P<rest>.+)"
)
_LEADING_PLACE = re.compile(
    rf"(?:^|[，。在从于到　\s）)日上午晚])(?P<stem>[^\W\d_A-Za-z]{{2,3}}?)(?P<kind>[{_AREA}])"
    r"(?![民长委场府区级城容里内外])"
)
_EDITION = re.compile(
    r"第(?P<number>[\d一二三四五六七八九十百]+)届(?P<own>[^\W\d_A-Za-z]{1,10}?)(?P<kind>[节赛会展周营礼坛])(?!程)"
)
_ANY_EVENT = frozenset("大比邀请公开锦标挑战交易博览展销运动文化艺术国全省市县杯届")
_EVENT = r"(?P<own>[^\W\d_A-Za-z]{0,4}?)(?P<kind>§)"
_PAIR = re.compile(r"(?=([^\W\d_A-Za-z]{2}))")
_LEAD = 120
"""So far into the body it says what the article is about."""
_COMMON = tuple(PLACE_WORDS.split())


def title_of_another_story(analysis: Analysis) -> Iterator[Hit]:
    """A title whose place or event the body does not know, while the body is about another."""
    title = analysis.document.masthead.title
    if title is None or (analysis.entry is not None and analysis.entry.title):
        return
    body = _body(analysis, title)
    if len(body) < 20 or any(True for _ in title_words_foreign(analysis)):
        return
    found = next(filter(None, (look(title, body) for look in _LOOKS)), None)
    if found is not None and not _is_told_otherwise(found[1], body):
        start, words, other = found
        yield Hit(Span(start, start + len(words)), {"written": words, "other": other or body[:20]})


_WHOLE_PROVINCE = re.compile("[我全本该]省|省内|全区")


def _is_told_otherwise(words: str, body: str) -> bool:
    """Whether the body tells of the province of a title as 全省."""
    return words in _PROVINCES and _WHOLE_PROVINCE.search(body) is not None


_PROVINCES = frozenset(PROVINCES.split())


def _intruder(title: Field, body: str) -> tuple[int, str, str] | None:
    """Words of a page or a voice assistant in the title, and nowhere else."""
    match = pattern(r"(?<!老)§(?![\s　]*[|｜丨：:·/])", INTRUDERS).search(title.value)
    if match is None or match.group() in body or _may_be_meant(match, body):
        return None
    return title.span.start + match.start(), match.group(), ""


def _may_be_meant(match: re.Match[str], body: str) -> bool:
    """Whether a body has both characters, 先回车间, or one of what stands at the edge of a clause: 闹钟修理铺."""
    words, title = match.group(), match.string
    at_edge = match.start() == 0 or title[match.start() - 1] in _EDGES or title[match.end() : match.end() + 1] in _EDGES
    return len(words) == _PAIRED and sum(char in body for char in words) >= _PAIRED - at_edge


_PAIRED = 2
_EDGES = frozenset("，、：:！!？? \u3000")


def _other_subject(title: Field, body: str) -> tuple[int, str, str] | None:
    """A title on 足球 over a body that opens with 篮球 and has no 足球 at all."""
    for line in (*NAMED_SUBJECTS, *SUBJECTS):
        here = [_as_titled(word, title.value) for word in line.split()]
        here = [word for word in here if word in title.value]
        if len(here) != 1:
            continue
        there = [word for word in line.split() if word in body[:_LEAD]]
        if len(there) != 1:
            continue
        common = _share(title.value.replace(here[0], ""), body)
        often = body.count(there[0])
        enough = 2 if line in NAMED_SUBJECTS else 3
        sure = often > 1 and len(here[0]) > 2 and not any(char in body for char in here[0])
        if not sure and often < enough and (common == 0 or (common < 1 / 4 and often < 2)):
            continue
        if _is_unknown(here[0], there[0], body):
            return title.span.start + title.value.index(here[0]), here[0], there[0]
    return None


def _as_titled(word: str, title: str) -> str:
    """The word as a title may cut it short: 乒乓 for 乒乓球."""
    return word[:-1] if len(word) > 2 and word.endswith("球") and word not in title else word


def _is_unknown(here: str, there: str, body: str) -> bool:
    """Whether a body on the one subject has no character of the other, but for those that both have."""
    own = [char for char in here if char not in there]
    met = sum(char in body for char in own)
    return bool(own) and (met == 0 or (here not in body and body.count(there) > 1 and met <= len(own) / 2))


def _other_number(title: Field, body: str) -> tuple[int, str, str] | None:
    """县一中新校区 over a body on 县二中."""
    here, there = pattern(_NUMBERED).search(title.value), pattern(_NUMBERED).search(body, 0, _LEAD)
    if here is None or there is None or here["kind"] != there["kind"]:
        return None
    numbers = {_in_digits(match["number"]) for match in pattern(_NUMBERED).finditer(body)}
    if _in_digits(here["number"]) in numbers or there["number"] + there["kind"] in title.value:
        return None
    return title.span.start + here.start("number"), here["number"] + here["kind"], there["number"] + there["kind"]


def _in_digits(number: str) -> int:
    return "〇一二三四五六七八九十".index(number) if number in "一二三四五六七八九十" else int(number)


_NUMBERED = (
    r"(?<![^\W\d_]第)(?P<number>[一二三四五六七八九十]|(?<!\d)\d{1,2})"
    r"(?P<kind>中(?=[新老本初高校学足篮排女男师、，]|$)|小学|中学|医院|号线)"
)


def _other_show(title: Field, body: str) -> tuple[int, str, str] | None:
    """首届咖啡节开幕 over a body on 首届啤酒节在广场开幕."""
    here = pattern(_SHOW).search(title.value)
    if here is None or here["own"] + here["kind"] in body or here["own"][-1] in body:
        return None
    for there in pattern(_SHOW).finditer(body, 0, _LEAD):
        if there["kind"] == here["kind"] and there["verb"] == here["verb"] and there["own"][-1] not in title.value:
            own = here["own"] if here["own"][0] not in body else here["own"][-1]
            return title.span.start + here.start("kind") - len(own), own + here["kind"], there["own"] + there["kind"]
    return None


_SHOW = (
    r"(?P<own>[^\W\d_]{2})(?P<kind>[节展赛会])(?:[^，。\s]{1,12}?)??"
    r"(?P<verb>开幕|启幕|举行|举办|落幕|闭幕|开锣|收官|鸣枪|开赛|打响|结束)"
)


def _other_person(title: Field, body: str) -> tuple[int, str, str] | None:
    """张桂芳荣获劳模 over a body on 李桂英."""
    spans = (Span(0, min(3, len(title.value))),)
    match = pattern(r"(?P<name>[^\W\d_]{3})(?:[：:]|§)", WINNING).match(title.value)
    if match is None or match["name"] in body or not read_people(match["name"] + "说", (Span(0, 4),)):
        return None
    people = [name.text for name in read_people(body, (Span(0, len(body)),)) if len(name.text) == 3 and name.sure]
    others = [name for name in people if name not in title.value]
    if not others or spans[0].end < 3 or any(char in body for char in (match["name"][:2], match["name"][1:])):
        return None
    return title.span.start, match["name"], others[0]


def _other_province(title: Field, body: str) -> tuple[int, str, str] | None:
    """贵州队夺冠 over a body on 云南队."""
    here = pattern("§(?=[省队一首多今迎启举夺出])", PROVINCES).match(title.value)
    if here is None or here.group() in body or pattern("[我全本该]省|省内|[我全本该]市|全区").search(body):
        return None
    there = pattern("§", PROVINCES).search(body, 0, _LEAD)
    if there is None or there.group() in title.value:
        return None
    return title.span.start + here.start(), here.group(), there.group()


def _other_place(title: Field, body: str) -> tuple[int, str, str] | None:
    """临江县首家智慧养老院 over a body on 武陵县首家智慧养老院."""
    place = _OPENING_PLACE.match(title.value)
    if place is None or not _is_named(place) or place["stem"].rstrip("古老新") in body:
        return None
    for other in _LEADING_PLACE.finditer(body, 0, _LEAD):
        often = body.count(other["stem"] + other["kind"]) > 1 and len(place["stem"]) > 1
        if (
            other["kind"] == place["kind"]
            and _is_named(other)
            and _share(place["rest"], body) >= (1 / 4 if often else 1 / 2)
        ):
            return title.span.start, place["stem"] + place["kind"], other["stem"] + other["kind"]
    return None


def _is_named(place: re.Match[str]) -> bool:
    name = place["stem"] + place["kind"]
    return not any(char in NOT_A_STEM for char in place["stem"]) and not name.endswith(_COMMON)


def _share(words: str, body: str) -> float:
    """How much of a title's pairs of characters the body has."""
    pairs = _PAIR.findall(words)
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0


def _other_edition(title: Field, body: str) -> tuple[int, str, str] | None:
    """第五届读书节 over a body on 第五届江城美食节."""
    one, other = _EDITION.search(title.value), _EDITION.search(body, 0, _LEAD)
    if one is None or other is None or one["number"] != other["number"] or one["kind"] != other["kind"]:
        return None
    own = [char for char in one["own"] if char not in _ANY_EVENT]
    if len(own) < 2 or any(char in body for char in own):
        return None
    return title.span.start + one.start(), one.group(), other.group()


def _other_event(title: Field, body: str) -> tuple[int, str, str] | None:
    """第三届冰雕大赛 over a body on 第三届镜湖冬泳邀请赛."""
    event = next((match for match in pattern(_EVENT, EVENTS).finditer(title.value) if len(match["own"]) > 1), None)
    other = pattern(_EVENT, EVENTS).search(body, 0, _LEAD)
    if event is None or other is None or event.group() in body:
        return None
    own = event["own"][-2:]
    if (
        event["kind"] == other["kind"]
        or event["kind"][-1] != other["kind"][-1]
        or any(char in body for char in own)
        or _share(title.value, body) == 0
    ):
        return None
    start = title.span.start + event.end("own") - len(own)
    return start, own + event["kind"], other.group()


def _nothing_shared(title: Field, body: str) -> tuple[int, str, str] | None:
    """A plain title that names an event or a site and has not two characters in common with the body."""
    if any(mark in title.value for mark in "“”‘’？！?!《》") or not pattern("§", f"{EVENTS} {SCENES}").search(
        title.value
    ):
        return None
    if len(_PAIR.findall(title.value)) < 5 or _share(title.value, body) > 0:
        return None
    own = set(_EMPTY.sub("", title.value))
    if sum(char in body for char in own) > len(own) / 4:
        return None
    return title.span.start, title.value, ""


_EMPTY = re.compile("举行|举办|开展|活动|组织|启动|召开|工作|[的了在一有人]")
"""What titles of all kinds have."""


_LOOKS = (
    _intruder,
    draft_mark,
    other_ordinal,
    _other_place,
    _other_number,
    _other_edition,
    _other_event,
    _other_show,
    _other_person,
    other_hero,
    _other_province,
    _other_subject,
    other_named,
    other_kind_of_event,
    stray_words,
    other_year,
    other_anniversary,
    other_version,
    other_edition,
    other_score,
    near_name,
    near_quoted,
    other_side,
    other_opening,
    other_quoted,
    other_town,
    other_opening_town,
    replaced_words,
    unknown_person,
    other_place_ahead,
    framed_otherwise,
    _nothing_shared,
)
