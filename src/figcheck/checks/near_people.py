"""Text in, people's names that stand beside a post or a word of speech out, each with what is a slip for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.likeness import alike, odd_character, syllable
from figcheck.checks.names import Name, post_before, says_two_of_a_name, sentence_around, starts_clause
from figcheck.checks.phrases import heads, pattern, tails, word_before, word_behind
from figcheck.data import names as words
from figcheck.data.credit_words import CHECKING
from figcheck.data.names import (
    COMPOUND_SURNAMES,
    GIVEN,
    KNOWN_PLACES,
    NATIONAL_BEGINNINGS,
    NEVER_GIVEN,
    RARE_SURNAMES,
    SURNAMES,
)
from figcheck.data.post_words import BEHIND_NAMES
from figcheck.model import Span
from figcheck.values import replace

_MARKS = frozenset("，。；：！？“”‘’（）、\n\r \u3000,;:!?\"'—…《》【】|｜/　")
_SOFT = frozenset("的在据由和与跟同及对向给把被让请为是是着到于听找像叫有连比随因使教帮替陪")
"""What a name may follow inside a clause."""
_SURNAMES = SURNAMES | RARE_SURNAMES
_TWOFOLD = COMPOUND_SURNAMES | NATIONAL_BEGINNINGS
_HAN = re.compile("[\u3400-\u9fff]+")
_MOST = 150
"""Of so many readings the variants are sought."""
_AGED = re.compile(
    r"[，,（(]?(?:男|女|现年|时年|生于|今年[0-9]{2}岁|[0-9]{2}岁|[12][0-9]{3}年[^，。]{0,6}(?:出生|生于|生))"
)
_POST_TAILS = tails(words.POSTS) | frozenset(words.CALLINGS)
_AFTER = f"{words.GOING_ON} {BEHIND_NAMES} {words.SPEAKING} {words.ABOUT_PEOPLE}"
_AFTER_HEADS = heads(_AFTER)


def slips_of_names(text: str, spans: Sequence[Span], title: Span | None) -> Iterator[tuple[Name, Name]]:
    """Pairs of one person's name and a slip for it, the earlier one first, neither blamed yet."""
    readings: dict[str, Name] = {}
    for span in spans:
        for name in _anchored(text, span):
            if name.text not in readings or (name.sure and not readings[name.text].sure):
                readings[name.text] = name
    names = sorted(readings.values(), key=lambda each: (-len(each.text), not each.sure, each.start))
    for name in names[:_MOST]:
        for other in _variants(text, spans, name):
            if _is_one_person(text, name, other) or (title is not None and _is_titled(text, title, name, other)):
                first, second = sorted((_trimmed(text, name), _trimmed(text, other)), key=lambda each: each.start)
                yield first, second


def _trimmed(text: str, name: Name) -> Name:
    """江萍 where 江萍在 was read."""
    last = name.end - 1
    short = len(name.text) == _surname(name.text) + 2 and ends_name(text, last, last + 4)
    return replace(name, text=name.text[:-1]) if short and not name.firm else name


# --- anchored readings -----------------------------------------------------------------------------------------


def _anchored(text: str, span: Span) -> Iterator[Name]:
    """What stands behind a post or before a word of speech, or between the bounds of a name, and may be one."""
    for at in range(span.start, span.end - 1):
        post = post_before(text, span, at) if at > span.start and text[at - 1] in _POST_TAILS else None
        if post is None and not _may_begin(text, span, at):
            continue
        for size in _sizes(text, at):
            name = _reading_at(text, span, at, size, post)
            if name is not None and (name.sure or (name.firm and size > 2 and text[at] in SURNAMES)):
                yield name


def _sizes(text: str, at: int) -> tuple[int, ...]:
    if text[at : at + 2] in _TWOFOLD:
        return 4, 3
    return (3, 2) if text[at] in _SURNAMES else (3,)


def _reading_at(text: str, span: Span, start: int, size: int, post: str | None) -> Name | None:
    end = start + size
    if end > span.end or _HAN.fullmatch(text, start, end) is None or text[start : start + 2] in words.NO_NAMES_AHEAD:
        return None
    heard = any(word_behind(text, end, known, span.end) is not None for known in (words.SPEAKING, words.POSTS))
    heard = heard or _AGED.match(text, end, span.end) is not None
    told = post is not None or word_before(text, start, words.CALLED, span.start) is not None
    told = told or (text[start - 1 : start] in "是叫为" and post_before(text, span, start - 1) is not None)
    firm = heard or ends_name(text, end, span.end)
    return Name(text[start:end], start, post, starts_clause(text, span, start), heard or told, firm)


def _may_begin(text: str, span: Span, at: int) -> bool:
    """Whether a name may begin inside the clause: behind a mark, 的, 在, a post, 如今."""
    if at == span.start or text[at - 1] in _MARKS or text[at - 1] in _SOFT:
        return True
    return word_before(text, at, f"{words.LEADING_IN} {words.CALLED}", span.start) is not None


def ends_name(text: str, at: int, limit: int) -> bool:
    """Whether a name may end before an offset."""
    if at >= limit or text[at] in _MARKS or text[at] in "的":
        return True
    if text[at] in _AFTER_HEADS and word_behind(text, at, _AFTER, limit) is not None:
        return True
    return word_behind(text, at + text.startswith("副", at), words.POSTS, limit) is not None


# --- what differs by a slip ------------------------------------------------------------------------------------


def _variants(text: str, spans: Sequence[Span], name: Name) -> Iterator[Name]:
    """Where the name stands with another character, or with two that changed places."""
    written = name.text
    starts = [start for at in range(len(written)) for start in with_another_at(text, written[:at], written[at + 1 :])]
    if len(written) - _surname(written) == 2 and written[-1] != written[-2]:
        start = text.find(written[:-2] + written[-1] + written[-2])
        starts += [start] if start >= 0 else []
    for start in starts:
        span = next((span for span in spans if span.start <= start < span.end), None)
        if span is None or text[start : start + len(written)] == written or abs(start - name.start) < len(written):
            continue
        post = post_before(text, span, start) if start > span.start else None
        other = _reading_at(text, span, start, len(written), post)
        begins = post is not None or _may_begin(text, span, start)
        if other is not None and (begins or (name.sure and len(written) > 2 and text[start] == written[0])):
            yield other if begins else replace(other, sure=False, firm=False)


def _surname(name: str) -> int:
    return 2 if name[:2] in _TWOFOLD else 1


def with_another_at(text: str, head: str, tail: str) -> Iterator[int]:
    """Where the head stands with the tail behind it, one character between."""
    known, shift = (head, 0) if head else (tail, 1)
    at = text.find(known, shift)
    while at >= 0:
        start = at - shift
        if text.startswith(tail, start + len(head) + 1) and start + len(head) + 1 + len(tail) <= len(text):
            yield start
        at = text.find(known, at + 1)


# --- one person ------------------------------------------------------------------------------------------------


def _is_one_person(text: str, name: Name, other: Name) -> bool:
    """Whether what differs in one character, or in the order of two, is meant for the name."""
    at = odd_character(name.text, other.text)
    if _are_introduced(text, name, other) or are_apart(text, name, other):
        return False
    if at is None:
        return _is_taken_up(text, name, other)
    if 1 < at == len(name.text) - 1 and text.count(name.text[:at]) > text.count(name.text) + text.count(other.text):
        return False  # 安州成交, 安州城投, and 安州 itself
    if _is_misheard(text, name, other, at):
        return True
    early = [ends_name(text, one.end - 1, one.end + 3) for one in (name, other)]
    if at == len(name.text) - 1 > 1 and (all(early) or (any(early) and not (name.firm and other.firm))):
        return False  # 江平时, 江平边
    odd = other.text[at], name.text[at]
    if at == 0 and not _may_be_families(text, name, other):
        return False
    known = name.text[0] in _SURNAMES or name.text[:2] in COMPOUND_SURNAMES
    if len(name.text) == 2:
        return at == 1 and sound_alike(*odd) and _is_odd_one(text, name, other)
    if sound_alike(*odd):
        return _both_bound(name, other) if known else _are_posted_and_bound(name, other)
    return at > 0 and known and _is_taken_up(text, name, other)


def _is_misheard(text: str, name: Name, other: Name, at: int) -> bool:
    """Whether a known family has two given characters, all but one of them usual, and the odd ones are alike."""
    family = _surname(name.text)
    if at < family or len(name.text) - family < _GIVEN or name.text[:family] not in SURNAMES | _TWOFOLD:
        return False
    given = name.text[family:] + other.text[family:]
    if not sound_alike(name.text[at], other.text[at]) or sum(char in GIVEN for char in given) < len(given) - 1:
        return False
    if not _are_given(given) or (name.text[at] in _AFTER_HEADS and other.text[at] in _AFTER_HEADS):
        return False
    if name.text[0] == "和":
        return name.sure and other.sure
    if name.bare and other.bare and (name.firm or other.firm):
        return GIVEN.issuperset(given)
    return any(
        (one.sure or (one.firm and text.count(one.text) > 1)) and GIVEN.issuperset(one.text[family:])
        for one in (name, other)
    )


_GIVEN = 2


def _may_be_families(text: str, name: Name, other: Name) -> bool:
    """Whether two characters begin one name: both are families, or the rest stands nowhere without one of them."""
    if {name.text[0], other.text[0]} <= SURNAMES or {name.text[:2], other.text[:2]} & COMPOUND_SURNAMES:
        return True
    rest = name.text[1:]
    return len(rest) > 1 and text.count(rest) == text.count(name.text) + text.count(other.text) and name.sure


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters of names are taken for each other; 一 and 以 are here, numerals among themselves not."""
    if alike(one, other):
        return True
    sounds = syllable(one), syllable(other)
    return (
        None not in sounds and len({_mumbled(sound or "") for sound in sounds}) == 1 and not {one, other} <= _NUMERALS
    )


_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_INITIALS = (("zh", "z"), ("ch", "z"), ("sh", "s"), ("c", "z"), ("l", "n"), ("h", "f"))


def _mumbled(sound: str) -> str:
    """A syllable as one hears it who tells neither z from c, nor l from n, nor an from ang."""
    for sharp, blunt in _INITIALS:
        if sound.startswith(sharp):
            sound = blunt + sound[len(sharp) :]
            break
    return next((sound.removesuffix(sharp) + blunt for sharp, blunt in _FINALS if sound.endswith(sharp)), sound)


_NUMERALS = frozenset("一二三四五六七八九十百千万两")


def _both_bound(name: Name, other: Name) -> bool:
    return name.sure or other.sure or (name.firm and other.firm)


def _are_posted_and_bound(name: Name, other: Name) -> bool:
    """Whether a post stands before the one and the other is bound: what is no family name that we know may be one."""
    return _are_given(name.text) and any(one.post is not None and two.firm for one, two in _ways(name, other))


def _are_introduced(text: str, name: Name, other: Name) -> bool:
    """Whether the later of two is introduced as somebody new: by another post, by one where the first has none."""
    places = sorted((_starts(text, one.text) for one in (name, other)), key=lambda starts: starts[0])
    posts = [{post for at in starts if (post := _post_at(text, at))} for starts in places]
    if posts[1] and _OF_LIFE.match(text, places[1][0] + len(name.text)):
        return True
    if not posts[1]:
        return False
    return not any((one in two and two != f"副{one}") or two in one for one in posts[0] for two in posts[1])


_OF_LIFE = re.compile(r"[，（(]\s?(?:他|她|男|女|今年|现年|[0-9]{2}岁)")


def _post_at(text: str, at: int) -> str | None:
    return post_before(text, Span(max(0, at - 12), at + 1), at) if at else None


def _starts(text: str, written: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(written), text)][:_FEW]


_FEW = 8
"""So many places of one name are looked at."""


def _are_given(characters: str) -> bool:
    return _NEVER.isdisjoint(characters)


_NEVER = NEVER_GIVEN - {"和"}


def _is_odd_one(text: str, name: Name, other: Name) -> bool:
    """Whether one of two short names comes but once, and both are surely names where a character is a common word."""
    if min(text.count(name.text), text.count(other.text)) > 1 or not any(
        _are_joined(*pair) for pair in _ways(name, other)
    ):
        return False
    return _are_given(name.text + other.text) or all((name.sure, other.sure)) or all((name.firm, other.firm))


def _ways(name: Name, other: Name) -> tuple[tuple[Name, Name], tuple[Name, Name]]:
    return (name, other), (other, name)


def _are_joined(one: Name, other: Name) -> bool:
    """Whether the one is surely a name and the other shows where it ends."""
    return one.sure and other.firm


def _is_taken_up(text: str, name: Name, other: Name) -> bool:
    """Whether the other one comes once only, unintroduced, as somebody's does of whom the text has spoken."""
    if not (name.sure or _is_plain(name)) or not _are_given(other.text + name.text) or text.count(other.text) > 1:
        return False
    if other.start < name.start or other.post is not None or not other.firm or other.text[:2] in KNOWN_PLACES:
        return False
    return other.sure or text.count(name.text) > 1 or (name.firm and (name.sure or other.bare))


def _is_titled(text: str, title: Span, name: Name, other: Name) -> bool:
    """Whether the title alone has the other one, with a post, while the body tells of the name again and again."""
    if not title.holds(Span(other.start, other.end)) or other.post is None or text.count(other.text) > 1:
        return False
    named = text.count(name.text) > 1 and name.start >= title.end and (name.sure or _is_plain(name))
    return named and other.firm and other.text[0] == name.text[0] in SURNAMES and _are_given(other.text + name.text)


def _is_plain(name: Name) -> bool:
    """Whether a clause begins with a name of a known family and of characters that given names have."""
    return (
        name.bare and name.firm and name.text[0] in SURNAMES and len(name.text) > 2 and GIVEN.issuperset(name.text[1:])
    )


def are_apart(text: str, name: Name, other: Name) -> bool:
    """Whether the text itself tells the two apart: as kin, as one and whom he meets, by their ranks."""
    at = odd_character(name.text, other.text)
    alike_ones = at is not None and sound_alike(name.text[at], other.text[at])
    kin = pattern("§", words.SIBLINGS if alike_ones else words.KIN)
    for one in (name, other):
        for start in _starts(text, one.text):
            low, high = sentence_around(text, start)
            if name.text in text[low:high] and other.text in text[low:high]:
                return True
            if start == one.start and any(_speaks_of(one, word) for word in kin.finditer(text, low, high)):
                return True
            if _ARE_KIN.search(text, low, high):
                return True
    first, later = sorted((name, other), key=lambda each: each.start)
    if _signs(text, first) != _signs(text, later):
        return True
    if _are_counted(text, first, later) or any(_is_met(text, later, at) for at in _starts(text, later.text)):
        return True
    before = _kin_before(text, later)
    return alike_ones and before is not None and before != _kin_before(text, first)


_ARE_KIN = re.compile(
    "(?:和|与|跟|同|两人|二人|俩)[^，。；]{0,12}(?:是|系|为)[一对亲堂表的]{0,3}"
    "(?:兄弟|姐妹|姐弟|兄妹|姊妹|父子|父女|母子|母女|叔侄)"
)
"""她和钟小妙是堂姐妹."""
_MET = "对手|队友|搭档|同伴|同桌|同事|同学|邻居|战友|师[傅父兄弟姐妹]|徒弟|学生"
_MEETS = re.compile(
    f"(?:{_MET}|妻子|丈夫|助手|前任|继任者?|接班人)[、，][^，。；、“”]{{2,12}}的$|(?:[他她]的|自己的|[其另]一[位名个])(?:{_MET})$"
)
"""他的对手、大他一轮的骆传: somebody else is named."""
_IS_MET = re.compile(f"(?:是|就是|，)[他她](?:的)?(?:{_MET}|教练|启蒙老师|恩师|老师|父亲|母亲)")


def _is_met(text: str, name: Name, at: int) -> bool:
    """Whether somebody is told of as whom another met: 他的对手、前冠军骆传, 石雷是他的教练."""
    end = at + len(name.text)
    return _MEETS.search(text, max(0, at - 24), at) is not None or _IS_MET.match(text, end) is not None


_SIGNS = re.compile(rf"(?:{'|'.join(CHECKING.split())}|责编|校对|供稿|投稿)[：:／/｜| \u3000]{{1,2}}$")


def _signs(text: str, name: Name) -> bool:
    """Whether a name is of one who checked or sent the text: 审核：田佳瑞."""
    return _SIGNS.search(text, max(0, name.start - 6), name.start) is not None


_PLACE_IN_ROW = re.compile(
    "第?[一二三四五六七八九十0-9]{1,3}(?:名|位|道|号|棒|组|[：:.、．])[^，。；\n]{0,6}$|[0-9]{1,3}号[ \u3000]*$"
)


def _are_counted(text: str, first: Name, later: Name) -> bool:
    """Whether each has another number in one list, 第一名 and 第三名, or the text says that two are called alike."""
    starts = [_starts(text, one.text)[0] for one in (first, later)]
    places = [_PLACE_IN_ROW.search(text, max(0, at - 12), at) for at in starts]
    if all(places) and len({match.group() for match in places if match}) > 1:
        return True
    return says_two_of_a_name(text, first.start, later.end)


def _kin_before(text: str, name: Name) -> str | None:
    """父亲, where somebody is introduced as that: parents and children are not called alike, unless they are."""
    found = {kin for at in _starts(text, name.text) if (kin := _KIN_BEFORE.search(text, max(0, at - 6), at))}
    return next(iter(found)).group(1) if found else None


_KIN_BEFORE = re.compile("(父亲|母亲|儿子|女儿|孙子|孙女|爷爷|奶奶|祖父|爸爸|妈妈)[^，。；、]{0,3}$")


_ALIASES = frozenset("同名 化名 本名 原名 改名 曾用名".split())
_NEAR = 12


def _speaks_of(name: Name, kin: re.Match[str]) -> bool:
    """Whether a word of kinship, or for another name, may be about the person: the latter only beside the name."""
    return kin.group() not in _ALIASES or -_NEAR <= kin.start() - name.end <= _NEAR
