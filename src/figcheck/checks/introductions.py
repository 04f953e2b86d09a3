"""People introduced twice in, introductions that exclude each other out: another school, ministry, rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character
from figcheck.checks.names import sentence_around
from figcheck.checks.phrases import pattern, word_before, word_behind
from figcheck.checks.prose import matches_in_prose
from figcheck.data import post_words as words
from figcheck.data.names import (
    HEADING,
    KIN,
    NATIONS,
    NEVER_GIVEN,
    RANKED,
    RARE_SURNAMES,
    SURNAMES,
    TRANSFER,
    TRANSLITERATED,
)
from figcheck.model import Analysis, Hit, Span, SpanEvidence
from figcheck.values import Frozen, replace

_LADDERS = {post: ladder for ladder, posts in enumerate(words.LADDERS) for post in posts.split()}
_POSTS = " ".join((*words.LADDERS, words.OTHER_POSTS))
_HAN = re.compile(r"[^\W\d_A-Za-z]+")
_MOST_NAMES = 200
"""So many beginnings behind posts are sought once more in the text."""
_MOST = 20
"""So many introductions of one person are compared."""
_INTRODUCED = r"(?P<name>[^\W\d_A-Za-z]{2,4}?)(?=[，、。：；（“”！？\s]|§|\d|$)"
_BEFORE = re.compile(r"[^\W\d_A-Za-z]+$")
_RETIRED = re.compile(r"原[^，。；、]{0,8}$")
_FORMER = re.compile(r"(?:(?<![目之以提])前|时任|曾任|候任|当选|名誉|首任|第[一二三四五六七八九十\d]+任)$")


class Introduction(Frozen):
    """A person as a text introduces one."""

    name: str
    post: str
    house: str
    """What stands before the post, as far as it belongs to a name: 青岩县第一中学."""
    start: int
    end: int
    retired: bool = False
    """Whether 原 stands before it."""
    elected: bool = False
    """Whether the text tells how the post was given."""


def introduced_otherwise(analysis: Analysis) -> Iterator[Hit]:
    """青岩县第一中学校长屠思齐, later 青岩县第二中学校长屠思齐; 主任医师查良平, later 主治医师查良平."""
    people: dict[str, list[Introduction]] = {}
    for one in _introductions(analysis):
        if one.name in _NO_NAMES:
            continue
        people.setdefault(one.name, []).append(one)
    text = analysis.document.text
    yield from _seats_taken(text, people)
    for introductions in people.values():
        held = _held_together(introductions[:_MOST])
        for first, later in combinations(introductions[:_MOST], 2):
            if (
                {first.post, later.post} not in held
                and _exclude(first, later, text)
                and not _explained(text, first, later)
            ):
                evidence = (SpanEvidence(first.start, first.end, text[first.start : first.end]),)
                yield Hit(
                    Span(later.start, later.end),
                    {"name": later.name, "post": later.house + later.post, "other": first.house + first.post},
                    evidence,
                )
                break


def _seats_taken(text: str, people: dict[str, list[Introduction]]) -> Iterator[Hit]:
    """省气候中心主任乌兰, where 鲍延年 has that post and 乌兰 is 首席预报员."""
    seats: dict[str, list[Introduction]] = {}
    for one in (one for introductions in people.values() for one in introductions[:_MOST]):
        if len(one.house) > 1 and one.post in _HEADS and not one.retired:
            seats.setdefault(one.house + one.post, []).append(one)
    for seat, holders in seats.items():
        for one, other in combinations(holders[:_MOST], 2):
            for taken, owner in ((one, other), (other, one)):
                others = [
                    each for each in people[taken.name] if each.end != taken.end and each.house + each.post != seat
                ]
                if taken.name != owner.name and others and not _explained(text, taken, owner):
                    evidence = (SpanEvidence(owner.start, owner.end, text[owner.start : owner.end]),)
                    values = {"name": taken.name, "post": seat, "other": others[0].house + others[0].post}
                    yield Hit(Span(taken.start, taken.end), values, evidence)
                    return


def _held_together(introductions: list[Introduction]) -> list[set[str]]:
    """Pairs of posts that the text gives somebody in one breath: 社长、总编辑某某."""
    return [{one.post, other.post} for one, other in combinations(introductions, 2) if one.end == other.end]


def _introductions(analysis: Analysis) -> Iterator[Introduction]:
    """Posts before names: names whose end the text shows, and the same names wherever they stand beside a post."""
    text = analysis.document.text
    names: set[str] = set()
    looked: set[str] = set()
    ended = pattern(_INTRODUCED, words.BEHIND_NAMES)
    for match in matches_in_prose(analysis, pattern("§", _POSTS)):
        found = ended.match(text, match.end()) if text[match.end() : match.end() + 1] in SURNAMES else None
        if found is not None:
            names.add(found["name"])
        start = text[match.end() : match.end() + 5]
        if start not in looked and len(looked) < _MOST_NAMES:
            looked.add(start)
            names |= _recurring(text, match.end())
    yield from _in_parts(analysis, names)
    for name in sorted(name for name in names if not _is_cut_short(text, name, names)):
        at = text.find(name)
        while at >= 0:
            for read in (_introduction, _called, _said_to_be, _elected):
                one = read(text, name, at)
                while one is not None:
                    yield one
                    one = _beside(text, one)
            at = text.find(name, at + 1)


def _is_cut_short(text: str, name: str, names: set[str]) -> bool:
    """Whether a longer name stands wherever this one does: 林清和, not 林清."""
    return any(other != name and other.startswith(name) and text.count(other) == text.count(name) for other in names)


_DOTTED = re.compile(r"(?<=[^\W\d_A-Za-z])[·•・](?P<last>[^\W\d_A-Za-z]{2,6})(?![·•・])")
_FIRST = 12
"""So many characters of names stand before the last part."""


def _in_parts(analysis: Analysis, names: set[str]) -> Iterator[Introduction]:
    """大使安娜·林德格伦, of whom the text goes on to speak as 林德格伦: how she was introduced."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _DOTTED):
        given = _BEFORE.search(text, max(0, match.start() - _FIRST), match.start()) or match
        heads = range(match.start() - 1, max(given.start() - 1, 0), -1)
        head = next((at for at in heads if word_before(text, at, _POSTS) is not None), None)
        for size in range(len(match["last"]), 1, -1) if head is not None else ():
            last = match["last"][:size]
            if TRANSLITERATED.issuperset(last) and text.count(last) > 1:
                names.add(last)
                one = _introduction(text, last, head or 0)
                if one is not None:
                    yield replace(one, end=match.start("last") + size)
                break


_IS = r"(?:是|系)(?:一名|一位|第[一二三四五六七八九十0-9]+任|[^，。；、]{0,10}?的?)(?:男|女)?(?P<post>§)(?=[，。；])"


def _said_to_be(text: str, name: str, at: int) -> Introduction | None:
    """梅傲雪是第四任女检察长."""
    match = pattern(_IS, _POSTS).match(text, at + len(name))
    if match is None or _NO_LONGER.search(match.group()):
        return None
    return Introduction(name, match["post"], "", at, match.end())


_ELECTED = (
    r"[^，。；、：]{0,10}(?:当选|获选|被选为|被任命为|就任|出任|升任)为?(?:新一[届任]|第[一二三四五六七八九十0-9]+[届任])?"
    r"(?P<house>[^，。；、]{0,8}?)(?P<post>§)(?=[，。；])"
)


def _elected(text: str, name: str, at: int) -> Introduction | None:
    """万宝全以七十六票当选新一届会长."""
    match = pattern(_ELECTED, _POSTS).match(text, at + len(name))
    return Introduction(name, match["post"], match["house"], at, match.end(), elected=True) if match else None


_NO_LONGER = re.compile("[前原曾]|不|名誉")


def _recurring(text: str, at: int) -> set[str]:
    """The name that begins here, as far as the text has it once more: 李铁柱排出了……李铁柱总结说."""
    if text[at : at + 1] in SURNAMES | RARE_SURNAMES:
        sizes: Iterable[int] = (3, 2)
    elif text[at : at + 1] in TRANSLITERATED:
        sizes = (5, 4, 3, 2)
    else:
        return set()
    for size in sizes:
        name = text[at : at + size]
        if len(name) != size or not _HAN.fullmatch(name) or text.count(name) < 2 or name in _NO_NAMES:
            continue
        if not NEVER_GIVEN.isdisjoint(name) or name[0] not in SURNAMES | TRANSLITERATED:
            if name[-1] in NEVER_GIVEN:
                continue  # 乌兰说
            return {name} if size == 3 and _is_introduced_twice(text, name) else set()  # 霍去冰, 芈海峰
        return {name} if size > 2 or text[at] in SURNAMES or _is_foreign(text, at, size) else set()
    return set()


_NO_NAMES = frozenset("贺信 贺电 贺词 贺卡 方向 方面 应邀 应约 应急 应当".split())


def _is_introduced_twice(text: str, name: str) -> bool:
    """Whether a post stands before a name in two places."""
    places = [match.start() for match in re.finditer(re.escape(name), text)][:_MOST]
    return sum(word_before(text, at, _POSTS) is not None for at in places) > 1


def _is_foreign(text: str, at: int, size: int) -> bool:
    return TRANSLITERATED.issuperset(text[at : at + size])


def _introduction(text: str, name: str, at: int) -> Introduction | None:
    post = word_before(text, at, _POSTS)
    if post is None:
        return None
    before = _BEFORE.search(text, max(0, at - len(post) - 16), at - len(post))
    house = re.split(words.NO_PART_OF_HOUSES, before.group())[-1].rstrip("男女") if before else ""
    if _FORMER.search(text, max(0, at - len(post) - len(house) - 4), at - len(post)):
        return None
    if house.endswith("副"):
        house, post = house[:-1], "副" + post
    retired = _RETIRED.search(text, max(0, at - len(post) - 12), at - len(post)) is not None
    start = at - len(post) - len(house) - (text[at - len(post) - 1 : at - len(post)] in ("男", "女"))
    return Introduction(name, post, house, start, at + len(name), retired)


def _beside(text: str, one: Introduction) -> Introduction | None:
    """The post that stands before this one with 、 between: 市作协主席、作家陆野."""
    glued = word_before(one.house, len(one.house), words.RANKS_OF_SOLDIERS) if one.house else None
    if glued is not None:
        start = one.start + len(one.house) - len(glued)
        return Introduction(one.name, glued, one.house.removesuffix(glued), start, one.end)
    if one.start == 0 or text[one.start - 1] != "、":
        return None
    other = _introduction(text, "", one.start - 1)
    return replace(other, name=one.name, end=one.end) if other and other.start < one.start - 1 else None


def _called(text: str, name: str, at: int) -> Introduction | None:
    """A trade behind the name: 顾平护士长."""
    trade = word_behind(text, at + len(name), _TRADES, len(text))
    return Introduction(name, trade, "", at, at + len(name) + len(trade)) if trade else None


def _exclude(one: Introduction, other: Introduction, text: str) -> bool:
    """Whether nobody is both: two rungs of one ladder, one post in two houses, the head of two ministries."""
    if one.end == other.end or one.retired != other.retired:
        return False
    if _are_two_grades(one.house + one.post, other.house + other.post):
        return True
    if one.post != other.post:
        return _are_two_posts(text, *sorted((one, other), key=lambda each: each.start))
    if one.house == other.house or not one.house or not other.house:
        return False
    fields = one.house[-2:], other.house[-2:]
    if one.post in ("部长", "大臣") and set(fields) <= _MINISTRIES and fields[0] != fields[1]:
        return True
    return _are_two_nations(one, other) or _are_two_houses(one.house, other.house)


def _are_two_posts(text: str, first: Introduction, later: Introduction) -> bool:
    """Whether nobody has both posts, or the text gives the later one to somebody else."""
    posts = first.post, later.post
    if _are_two_trades(*posts):
        return True
    if later.start + len(later.name) < later.end and text.startswith(later.name, later.start):
        return _SOLDIERS.issuperset(posts)  # another rank behind a name may be a shorter form
    if _are_head_and_deputy(*posts):
        return first.house == later.house or not (first.house and later.house)
    if frozenset(posts) in _RULING or _is_head_of_another(text, first, later):
        return True
    if "兼" not in text:
        unshared, of_one_house = _SHARED.isdisjoint(posts), _are_of_one_house(*posts)
        if (of_one_house and first.house == later.house) or (first.elected and unshared and later.house in _NEWLY):
            return True
        if (of_one_house or unshared) and _is_held_by_another(text, later):
            return not later.house
    return first.post in _LADDERS and _LADDERS[first.post] == _LADDERS.get(later.post)


def _are_head_and_deputy(one: str, other: str) -> bool:
    """Whether one post is the other's deputy: 会长, 副会长; 党支部书记, 副书记."""
    short, long = sorted((one.replace("副", "", 1), other.replace("副", "", 1)), key=len)
    return short == long or (short == "书记" and long.endswith(short) and ("副" in one) != ("副" in other))


def _are_two_grades(one: str, other: str) -> bool:
    """Whether two introductions differ in a grade alone: 国家一级, 国家二级."""
    left, right = _GRADE.sub("§", one), _GRADE.sub("§", other)
    return one != other and "§" in left and left == right


def _are_two_trades(one: str, other: str) -> bool:
    """Whether two words name trades that nobody has at once: 主任医师, 护士长."""
    return any(one in sides and other in sides and sides[one] != sides[other] for sides in _SIDES)


def _is_head_of_another(text: str, first: Introduction, later: Introduction) -> bool:
    """Whether a 校长 is taken up as 园长, a post that nobody has in the text, without a house of its own."""
    if later.house or not first.house or not {first.post, later.post} <= _HEADING:
        return False
    return text.count(later.post) == 1 and later.start + len(later.post + later.name) == later.end


def _is_held_by_another(text: str, later: Introduction) -> bool:
    """Whether the text has the later post before somebody else's name: 总经理艾青山."""
    for match in re.finditer(re.escape(later.post), text):
        behind = text[match.end() : match.end() + 3]
        deputy = text[match.start() - 1 : match.start()] == "副"
        if not deputy and behind[:1] in SURNAMES and not behind.startswith(later.name[:2]):
            return NEVER_GIVEN.isdisjoint(behind[1:2])
    return False


def _are_of_one_house(one: str, other: str) -> bool:
    return any(one in posts and other in posts for posts in _ONE_OF_A_HOUSE)


def _are_two_nations(one: Introduction, other: Introduction) -> bool:
    """法国外长, 德国外长; 联合国特使, 欧盟特使."""
    if one.post not in _OF_NATIONS:
        return False
    first, second = (
        next((nation for nation in _NATIONS if each.house.startswith(nation)), "") for each in (one, other)
    )
    return bool(first and second) and first != second


_SIDES = [
    {trade: side for side, trades in enumerate(group.split("|")) for trade in trades.split()}
    for group in words.ROLES_APART
]
_TRADES = " ".join((*(group.replace("|", " ") for group in words.ROLES_APART), words.RANKS_OF_SOLDIERS))
_SOLDIERS = frozenset(words.RANKS_OF_SOLDIERS.split())
_ONE_OF_A_HOUSE = [frozenset(posts.split()) for posts in words.ONE_OF_A_HOUSE]
_NEWLY = frozenset(("", "新", "新任", "现任", "新当选", "当选"))
_SHARED = frozenset(words.SHARED.split())
_RULING = frozenset(frozenset(pair.split("|")) for pair in words.RULING.split())
_GRADE = re.compile(words.GRADES)
_OF_NATIONS = frozenset(words.OFFICES_OF_NATIONS.split())
_NATIONS = sorted(
    [*NATIONS.split(), "欧盟", "联合国", "北约", "东盟", "非盟", "阿盟", "上合组织"], key=len, reverse=True
)
_HEADING = frozenset(HEADING.split())
_HEADS = frozenset(RANKED.split()) - {"书记", "会长"}
_SISTERS = [frozenset(kinds.split()) for kinds in words.SISTERS]
_MINISTRIES = frozenset(words.MINISTRIES.split())


def _are_two_houses(one: str, other: str) -> bool:
    """Whether two names of houses end in one kind and have different names of their own before it."""
    kinds = [_kind(house) for house in (one, other)]
    if not kinds[0] or not kinds[1]:
        return _are_two_sides(one, other)
    left, right = (house.removesuffix(kind) for house, kind in zip((one, other), kinds, strict=True))
    if kinds[0] != kinds[1]:
        if left == right and any(set(kinds) <= sisters for sisters in _SISTERS):
            return bool(left) or len(kinds[0]) > 2
        short, long = sorted((one, other), key=len)
        tail = kinds[0][-1] == kinds[1][-1] and len(kinds[0]) == len(kinds[1]) > 2
        return tail and left == right and not all(char in long for char in short)
    if not left or not right or left.endswith(right) or right.endswith(left):
        return False
    if _are_two_sides(left, right):
        return True
    if kinds[0] == "科" and min(len(left), len(right)) == 1:
        return True  # 骨科, 心外科
    own = left[-2:], right[-2:]
    alike_throughout = all(a == b or alike(a, b) for a, b in zip(*own, strict=False))
    return own[0] != own[1] and not alike_throughout and len(own[0]) == len(own[1]) == 2


def _are_two_sides(one: str, other: str) -> bool:
    """Whether two names differ in one character that tells sides or numbers apart: 桥东, 桥西."""
    at = odd_character(one, other)
    return at is not None and len(one) > 1 and {one[at], other[at]} <= set(words.COUNTING)


def _kind(house: str) -> str:
    return next((kind for kind in _ORGANS if house.endswith(kind)), "")


_ORGANS = sorted(words.ORGANS.split(), key=len, reverse=True)


_YEAR = re.compile(r"[12]\d{3}年")
_BESIDE = 6
"""So near to somebody stands the word that makes him another's brother."""


def _explained(text: str, first: Introduction, later: Introduction) -> bool:
    """Whether the text tells of a change of office, of two people, or of one who holds both."""
    for one in (first, later):
        start, end = sentence_around(text, one.start)
        if not one.elected and pattern("§", TRANSFER).search(text, start, end):
            return True
        if _YEAR.search(text, start, one.end) is not None:
            return True
        if pattern("§", KIN).search(text, max(start, one.start - _BESIDE), min(end, one.end + _BESIDE)):
            return True
    start, end = sentence_around(text, later.start)
    return start <= first.start < end
