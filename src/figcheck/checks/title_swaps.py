"""A title and a body in, the words of the title out in whose place the body has others: a year, a score, a name."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.names import read_people
from figcheck.checks.phrases import pattern, word_before
from figcheck.checks.title_subjects import LEAD, Found
from figcheck.data import names as words
from figcheck.model import Field, Span
from figcheck.numerals import read_numeral

# --- a whole stretch -------------------------------------------------------------------------------------------

_PART = re.compile(r"[^\s，,：:；;！!？?。、—…|｜·《》()（）]+")
_LONGEST = 6
"""Characters of words that one stretch has for another."""
_AROUND = 6
"""So many characters around them must agree."""
_EMPTY = re.compile(
    r"[新大多全好美首再获将已近超逾破约]|全新|大型|最大|首个|首批|首次|今年|去年|明年|今起|昨日|昨天|今天|明起|正式|成功|又|再|喜|\d|[一二三四五六七八九十百千万两]"
)


_BEFORE_NAMES = re.compile(
    r"(?:[首一两多三四五六七八九十\d][条座个批家台艘列辆套款支项门所只名位][男女]?|引进|推出|开通|建成|启用|投用|举办|举行|上线|种植|试种|养殖|出口|进口|研发|研制|发现|栽培|培育|上市|生产|认定为|评为)$"
)
"""What the name of something stands behind."""


def replaced_words(title: Field, body: str) -> Found | None:
    """我省首条氢能线路开通试乘 over a body on 我省首条磁浮旅游线路开通试乘."""
    for part in _PART.finditer(title.value):
        for at, stop in _unknown_stretches(part.group(), body):
            found = _replacement(part.group(), at, stop, body, title.value)
            if found is not None:
                start = title.span.start + part.start() + at
                return start, part.group()[at:stop], found
    return None


_NO_WORDS = frozenset("的了在是和与及或被把将从向对为于给到等")
"""Characters of no name: 的新型液流电池 says nothing of what the title calls 耐寒."""


def _unknown_stretches(part: str, body: str) -> Iterator[tuple[int, int]]:
    """Stretches of two to six characters that the body has none of, with known words on both sides."""
    at = 0
    while at < len(part):
        stop = at
        while stop < len(part) and part[stop] not in body:
            stop += 1
        if 2 <= stop - at <= _LONGEST and _BEFORE_NAMES.search(part, 0, at) and not _EMPTY.search(part[at:stop]):
            yield at, stop
        at = max(stop, at + 1)


def _replacement(part: str, at: int, stop: int, body: str, title: str) -> str | None:
    """What the body has between the same words; None where it has not all of them, or nothing between."""
    for left in range(min(at, 8), 1, -1):
        head = part[at - left : at]
        if head not in body:
            continue
        if stop == len(part) and left >= _AROUND:
            place = body.index(head) + left
            other = body[place : place + stop - at]
            return other if _HAN.fullmatch(other) and other not in title else None
        for right in range(min(len(part) - stop, 8), 1, -1):
            tail = part[stop : stop + right]
            if left + right < _AROUND or tail not in body:
                continue
            match = re.search(rf"{re.escape(head)}(?P<other>[^\W\d_A-Za-z]{{2,{_LONGEST}}}?){re.escape(tail)}", body)
            if match is not None and match["other"] not in title and _NO_WORDS.isdisjoint(match["other"]):
                return match["other"]
    return None


# --- numbers in names ------------------------------------------------------------------------------------------

_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<rest>年?[^\W\d_]{3})")


def other_year(title: Field, body: str) -> Found | None:
    """2023年云州马拉松鸣枪 over a body on 2024年云州马拉松."""
    match = _YEAR.search(title.value)
    if match is None or match["year"] in body:
        return None
    rest = match["rest"].removeprefix("年")
    there = re.search(rf"(?P<year>(?:19|20)\d\d)年?{re.escape(rest)}", body)
    if there is None:
        return None
    return title.span.start + match.start(), f"{match['year']}{match['rest'][:1]}", there["year"]


_ANNIVERSARY = re.compile(r"[一二三四五六七八九十百\d]{1,4}周年")
_LONG_AGO = re.compile(r"周年|年[前来后间]|诞辰|逝世|成立|建[成立校馆院]|(?:19|20)\d\d年|[去前]年|年代")


def other_anniversary(title: Field, body: str) -> Found | None:
    """地震一周年 over a body of a week after, with no year in it."""
    match = _ANNIVERSARY.search(title.value)
    if match is None or _LONG_AGO.search(body):
        return None
    there = re.search(r"[一二两三四五六七八九十百\d]{1,3}(?:天|日|周|个月)", body)
    return (title.span.start + match.start(), match.group(), there.group()) if there else None


_NUMERAL = r"\d{1,4}|[〇零一二三四五六七八九十百]{1,5}"
_VERSION = re.compile(rf"(?P<name>[^\W\d_A-Za-z第]{{2}})(?P<number>{_NUMERAL})(?P<unit>[号型代期])")


def other_version(title: Field, body: str) -> Found | None:
    """遥感四十三号 over a body on 遥感四十二号."""
    for match in _VERSION.finditer(title.value):
        there = [found for found in _VERSION.finditer(body) if _same(found, match)]
        numbers = {_number(found) for found in there}
        if numbers and _number(match) not in numbers:
            other = there[0]["number"] + there[0]["unit"]
            return title.span.start + match.start(), match.group(), there[0]["name"] + other
    return None


def _same(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["name"] == other["name"] and one["unit"] == other["unit"]


def _number(match: re.Match[str]) -> object:
    numeral = read_numeral(match["number"])
    return numeral.value if numeral is not None else match["number"]


_EDITION = re.compile(
    rf"第(?P<number>{_NUMERAL})(?P<unit>[届季])(?P<name>[^\W\d_A-Za-z]{{2,14}}?(?:节|赛|会|展|周|坛|奖|营|杯|马拉松))"
)


def other_edition(title: Field, body: str) -> Found | None:
    """第九届山地自行车赛 over a body on 第八届环湖山地自行车赛."""
    match = _EDITION.search(title.value)
    if match is None or len(match["name"]) < 3:
        return None
    there = [found for found in _EDITION.finditer(body) if found["unit"] == match["unit"]]
    named = [found for found in there if found["name"].endswith(match["name"]) or match["name"].endswith(found["name"])]
    if not named or any(_number(found) == _number(match) for found in there):
        return None
    words_here, words_there = (f"第{found['number']}{found['unit']}" for found in (match, named[0]))
    return title.span.start + match.start(), words_here, words_there


_SCORE = re.compile(r"(?<![\d:：∶])(?P<one>\d{1,3})[:：∶比](?P<other>\d{1,3})(?![\d:：∶])")
_RESULT = re.compile(
    r"[^\W\d_]{0,2}?(?P<verb>逆转|战胜|击败|力克|大胜|险胜|完胜|轻取|不敌|负于|惜败|憾负|战平|横扫|击退|拿下|力擒|小胜|取胜|告负)"
)


def other_score(title: Field, body: str) -> Found | None:
    """蓝鲸队3∶1逆转海豹队 over a body that tells of 3∶2逆转海豹队."""
    here = _SCORE.search(title.value)
    if here is None:
        return None
    scores = [{found["one"], found["other"]} for found in _SCORE.finditer(body)]
    result = _RESULT.match(title.value, here.end()) or _RESULT.search(
        title.value, max(0, here.start() - 4), here.start()
    )
    if not scores or {here["one"], here["other"]} in scores or result is None:
        return None
    for there in _SCORE.finditer(body):
        told = _RESULT.match(body, there.end())
        if told is not None and told["verb"] == result["verb"]:
            return title.span.start + here.start(), here.group(), there.group()
    return None


# --- names -----------------------------------------------------------------------------------------------------


def near_name(title: Field, body: str) -> Found | None:
    """张桂花：30年守护一座山 over a body on 张桂芳: one character of the name is another."""
    people = {name.text for name in read_people(body, (Span(0, len(body)),)) if len(name.text) == 3 and name.sure}
    people = {name for name in people if name not in title.value and body.count(name) > 1}
    if not people:
        return None
    for at in range(len(title.value) - 2):
        written = title.value[at : at + 3]
        if written[0] not in words.SURNAMES or written in body or not words.NEVER_GIVEN.isdisjoint(written):
            continue
        if at and title.value[at - 1] not in "，：、“ 　" and word_before(title.value, at, words.POSTS) is None:
            continue
        for name in sorted(people):
            odd = [place for place in range(3) if name[place] != written[place]]
            if len(odd) == 1 and odd != [0] and written[odd[0]] in words.GIVEN:
                return title.span.start + at, written, name
    return None


def other_side(title: Field, body: str) -> Found | None:
    """西河大桥 over a body on the 东河; 县长 over a 镇长: a character that tells apart what has one name else."""
    value = title.value
    for sides in words.SIDES_OF_NAMES:
        here = [at for at, char in enumerate(value[:-1]) if char in sides.split()]
        for at in here:
            name, tail = value[at : at + 2], value[at + 1]
            if value[at] in body or not _HAN.fullmatch(name):
                continue
            others = [side + tail for side in sides.split() if side + tail in body and side not in value]
            if len(others) == 1 and body.count(others[0]) > 1 and others[0] in body[:LEAD]:
                return title.span.start + at, name, others[0]
    return None


_QUOTED = re.compile("“(?P<name>[^“”]{2,12})”(?P<kind>[^\\W\\d_]{2,3})")


def other_quoted(title: Field, body: str) -> Found | None:
    """“红高粱”家园揭牌 over a body on the “红石榴”家园."""
    for match in _QUOTED.finditer(title.value):
        kind = match["kind"][: 3 if len(match["kind"]) > 2 else 2]
        there = [found["name"] for found in re.finditer(rf"“(?P<name>[^“”]{{2,12}})”{kind}", body)]
        if not there or match["name"] in body or any(name in title.value for name in there):
            continue
        if len(set(there)) == 1 and abs(len(there[0]) - len(match["name"])) <= 1:
            return title.span.start + match.start("name"), match["name"], there[0]
    return None


def near_quoted(title: Field, body: str) -> Found | None:
    """“银龄食堂”开到村口 over a body that has “银龄课堂” twice."""
    there = re.findall("“([^“”]{3,12})”", body)
    for match in _QUOTED.finditer(title.value):
        name = match["name"]
        for other in sorted(set(there)) if name not in body else ():
            same = sum(a == b for a, b in zip(name, other, strict=False))
            if len(other) == len(name) and same * 3 >= len(name) * 2 and there.count(other) > 1:
                return title.span.start + match.start("name"), name, other
    return None


def other_opening(title: Field, body: str) -> Found | None:
    """滨江步道全线贯通 over a body on the 沿湖步道全线贯通."""
    for size in (2, 3, 4):
        own, rest = title.value[:size], title.value[size : size + 5]
        if len(rest) < 5 or any(char in body for char in own) or not _HAN.fullmatch(own + rest):
            continue
        if _EMPTY.search(own) or re.search(_HERE, own) or _WHEN_OR_WHERE.search(own):
            continue
        there = re.search(rf"(?P<other>[^\W\d_A-Za-z]{{2}}){re.escape(rest)}", body)
        if there is not None and not any(char in title.value for char in there["other"]):
            return None if there["other"] in _NO_SUBJECTS else (title.span.start, own, there["other"])
    return None


_WHEN_OR_WHERE = re.compile(r"[春夏秋冬]季$|[春夏秋冬][天日]$|[域区部北南东西]$|假期|长假|期间")
"""What says when, or of which region, in whatever words the body says so: 冬季供暖价格 for 居民供暖价格."""
_NO_SUBJECTS = frozenset(words.NO_SUBJECTS.split())


_HAN = re.compile(r"[^\W\d_A-Za-z]+")
_TOWNS = " ".join(sorted({*words.PROVINCES.split(), *words.KNOWN_PLACES}))
_HERE = "[我本全][省市县区州旗镇乡校院村]"


def other_town(title: Field, body: str) -> Found | None:
    """“老街故事”展上海开幕 over a body on a show in 苏州."""
    here = pattern(
        "(?:[展会节赛坛目])?(?P<town>§)(?=开幕|举行|举办|启动|召开|开赛|落幕|闭幕|开业|亮相|签约|揭牌|启幕|开讲|首演|开馆)",
        _TOWNS,
    ).search(title.value)
    if here is None or here["town"] in body or re.search(_HERE, body):
        return None
    there = pattern("在(?P<town>§)", _TOWNS).search(body, 0, LEAD)
    if there is None or there["town"] in title.value:
        return None
    return title.span.start + here.start("town"), here["town"], there["town"]


_OPENING_TOWN = re.compile(r"(?P<town>[^\W\d_A-Za-z](?P<tail>[州阳宁]))(?P<rest>[^\W\d_]{2}.*)")


def other_opening_town(title: Field, body: str) -> Found | None:
    """青州夜市点亮“烟火气” over a body on 云州."""
    here = _OPENING_TOWN.match(title.value)
    if here is None or here["town"] in body or here["town"][0] in body or here["rest"][:2] not in body:
        return None
    if here["town"][0] in words.NOT_A_STEM or here["town"] in _NO_TOWNS:
        return None
    there = re.search(rf"(?P<town>[^\W\d_A-Za-z]{here['tail']})(?:[市县区]|[^\W\d_]{{2}})", body[:LEAD])
    if there is None or body.count(there["town"]) < 2 or there["town"][0] in words.NOT_A_STEM:
        return None
    return title.span.start, here["town"], there["town"]


_NO_TOWNS = frozenset(
    "太阳 夕阳 朝阳 重阳 端阳 骄阳 斜阳 安宁 康宁 九州 神州 欧洲 亚洲 非洲 美洲 艳阳 向阳 阴阳".split()
)
