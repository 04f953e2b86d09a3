"""What stands in the slot of a credit in, whether it can be somebody's name out."""

from __future__ import annotations

from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.data.credit_words import (
    BARE_ROLES,
    EDITING_BODIES,
    FURNITURE,
    FURNITURE_AHEAD,
    MENU_ENDS,
    MODIFIERS,
    PAGE_SIGNS,
    ROLES,
)
from figcheck.data.names import (
    ACCOUNTS,
    COMPOUND_SURNAMES,
    CREDITED_BODIES,
    FOREIGN_SURNAMES,
    GIVEN,
    NATIONAL_BEGINNINGS,
    NEVER_GIVEN,
    NO_NAME_CHARACTERS,
    NO_PART_OF_NAMES,
    NOT_IN_NAMES,
    NOT_NAMES,
    RARE_SURNAMES,
    SURNAMES,
    TRANSLITERATED,
    USUAL_SURNAMES,
)

_HAN = re.compile(r"[^\W\d_A-Za-z]+")
_DOTS = "·•・‧"
_DOTTED = re.compile(rf"[^\W\d_a-z]+(?:\.?[{_DOTS}][^\W\d_a-z]+)+")
_LATIN = re.compile(r"[A-Z][A-Za-z'’-]*(?:[ .]+[A-Z][A-Za-z'’-]*)*\.?")
_PEN = re.compile(r"[a-z]{2,12}")
_KEYS = re.compile(r"asd|qwe|zxc|abc|test|user|admin|(.)\1\1")
_MIXED = re.compile(r"[^\W\d_A-Za-z]{1,2}[A-Za-z]{1,6}|[A-Z][a-z]{0,5}[^\W\d_A-Za-z]{1,2}")
"""阿K, C君: how some sign."""
_LONGEST_DOTTED = 24
_BODIES = tuple(CREDITED_BODIES.split())
TOLD = tuple("预报 通报 海报 汇报 上报 填报 申报 登报 见报 播报 举办 主办 承办 协办 督办 看台 家乡".split())
"""Words that end as the names of bodies do and are none."""
_NEVER = tuple(NO_PART_OF_NAMES.split())
_STEPPE = frozenset(
    "都琴音克图萨仁娅斯布呼日牧格其那苏木嘎拉图巴特尔乌云高娃朝鲁德扎次仁央金卓玛曲珍措旦增加措姆洛桑多吉杰才让尖参"
    "泽郎绒培哇俄航牛史苦伍沙勒甲仓甫江温香羊完么群主正更尕藏毛草保班公热帕迪丽肉孜夏依火拜坎买麦提汗罕囡胆宰岩玉吾守铁里奇姆曲吉木"
    "腾楞占更不甫肉孜苦伍俄支火库雾惹道嫩扁那顿珠丹罗西旺堆尼达瓦宗边索朗强青嘉久美坚赞彭觉土登益贡赤列村晋敖毕力宝额敦孟和满根乙通惹呷莫补约色果逊荪祖农明生素"
)

_ABROAD = TRANSLITERATED | _STEPPE
_NEVER_IN_NATIONAL = (NEVER_GIVEN | NO_NAME_CHARACTERS) - set("各且也之里有称者觉")
_IN_NAMES = (SURNAMES | GIVEN | TRANSLITERATED | _STEPPE) - NEVER_GIVEN


def is_name(written: str) -> bool:
    """Whether a credit can be a person's name, or a few of them run together; doubt speaks for the name."""
    bare = re.sub(r"\s", "", written)
    marked = bare[2:] if bare[:2] in NATIONAL_BEGINNINGS else bare  # 阿的
    if not bare or bare in NOT_NAMES or any(char in NOT_IN_NAMES and char not in "'.-" for char in marked):
        return False
    if is_furniture(bare):
        return False
    if is_whole_name(bare):
        return True
    if bare.isascii():
        named = _LATIN.fullmatch(written.strip()) or _PEN.fullmatch(bare)
        return named is not None and bare.lower() not in ACCOUNTS and not _KEYS.search(bare.lower())
    if any(word in bare for word in _NEVER):
        return False
    if any(dot in bare for dot in _DOTS):
        return _DOTTED.fullmatch(bare) is not None and len(bare) <= _LONGEST_DOTTED
    if len(bare) > 2 and (bare[-1] in "市县省局厅镇" or _is_worded(bare)):
        return False
    if _MIXED.fullmatch(bare):
        return True
    return _HAN.fullmatch(bare) is not None and is_built_like_names(bare)


def _is_worded(bare: str) -> bool:
    """Whether everyday words stand where a name should, and no family names explain them."""
    begins = begins_with_surname(bare) or bare[0] in RARE_SURNAMES
    if begins and (
        (len(bare) == 3 and not is_one_word(bare)) or (_IN_NAMES.issuperset(bare[1:]) and _has_two_surnames(bare))
    ):
        return False
    return is_of_words(bare)


def _has_two_surnames(bare: str) -> bool:
    """Whether a name begins with the family names of both parents, or with one of two characters."""
    return bare[:2] in COMPOUND_SURNAMES or USUAL_SURNAMES.issuperset(bare[:2])


def is_furniture(bare: str) -> bool:
    """Whether these are words for a part of a page, of a form or of a program: 本期导读, 相关阅读, 待审, 首行缩进."""
    if pattern("(?:§){0,2}(?:§)", FURNITURE_AHEAD, FURNITURE).fullmatch(bare) is not None:
        return True
    return pattern(f"[^\\W\\d_]{{0,4}}(?:§)|{PAGE_SIGNS}", MENU_ENDS).fullmatch(bare) is not None


def is_whole_name(bare: str) -> bool:
    """Whether three characters are a family name and a given name without doubt, whatever word they hold: 全文彬."""
    begins = bare[:1] in SURNAMES or bare[:1] in RARE_SURNAMES
    return len(bare) == 3 and begins and GIVEN.issuperset(bare[1:]) and bare[1:] not in _NEVER


def is_unlike_names(bare: str) -> bool:
    """Whether these characters begin with no family name, and are not of those that foreign names are written with."""
    begins = begins_with_surname(bare) or bare[0] in RARE_SURNAMES or bare[:2] in NATIONAL_BEGINNINGS
    return _HAN.fullmatch(bare) is not None and not begins and not _ABROAD.issuperset(bare)


def is_hardly_name(bare: str) -> bool:
    """Whether two or three characters are words rather than a name, where other credits are names: 大字体, 气温.

    Accounts and pen names are of words as well; beside plain names only a slip is.
    """
    if not 2 <= len(bare) <= 3:
        return False
    if not is_unlike_names(bare):
        return len(bare) == 3 and _is_word_with_more(bare)
    words = [bare] if len(bare) == 2 else [bare[:2], bare[1:]]
    return any(is_pair(word) and (GIVEN.isdisjoint(word) or not _OF_NO_NAME.isdisjoint(word)) for word in words)


_OF_NO_NAME = (NEVER_GIVEN | NO_NAME_CHARACTERS) - GIVEN


def _is_word_with_more(bare: str) -> bool:
    """文明岗: a word that looks like a family name and a given one, with a character behind it that no name has."""
    return is_pair(bare[:2]) and bare[2] in NO_NAME_CHARACTERS - GIVEN and bare[1] != bare[2]


def is_plain_name(bare: str) -> bool:
    """Whether a credit is a family name and a given name, and hardly an account's: 林清和."""
    return 2 <= len(bare) <= 4 and begins_with_surname(bare) and is_name(bare) and not is_hardly_name(bare)


def is_built_like_names(bare: str) -> bool:
    """Whether so many characters can be one name or several: of two or three any, of more a family name must show."""
    if len(bare) == 1:
        return bare in SURNAMES or bare in GIVEN
    if len(bare) in (2, 3):
        return len(bare) == 2 or _can_be_three(bare)
    if not 4 <= len(bare) <= 9:
        return False
    if len(bare) == 4 and bare[0] in SURNAMES | RARE_SURNAMES and _IN_NAMES.issuperset(bare[1:]):
        return True
    if bare[:2] in NATIONAL_BEGINNINGS and _NEVER_IN_NATIONAL.isdisjoint(bare[2:]):
        return True
    return bare[:2] in FOREIGN_SURNAMES or all(char in TRANSLITERATED | _STEPPE for char in bare) or _is_run(bare)


def _can_be_three(bare: str) -> bool:
    """Whether three characters begin with a family name, or have none that no name has: 已通过 is none."""
    if begins_with_surname(bare) or bare[0] in RARE_SURNAMES or _IN_NAMES.issuperset(bare[1:]):
        return True
    return _ABROAD.issuperset(bare) or (NEVER_GIVEN.isdisjoint(bare) and NO_NAME_CHARACTERS.isdisjoint(bare))


@lru_cache(maxsize=256)
def _is_run(bare: str) -> bool:
    """Names without anything between them: 刘洋欧阳若溪; a family name of two characters, or two of one, counts."""
    if not bare:
        return True
    if bare[:2] in COMPOUND_SURNAMES and any(_is_run(bare[size:]) for size in (3, 4) if len(bare) >= size):
        return True
    if bare[0] not in SURNAMES | RARE_SURNAMES:
        return False
    sizes = (2, 3, 4) if len(bare) > 1 and bare[1] in SURNAMES else (2, 3)
    return any(
        NO_NAME_CHARACTERS.isdisjoint(bare[1:size]) and _is_run(bare[size:]) for size in sizes if len(bare) >= size
    )


_MODIFIER, _ROLE = ("|".join(words.split()) for words in (MODIFIERS, f"{ROLES} {BARE_ROLES} 总编辑 总编"))
_PART = re.compile(rf"(?:(?:{_MODIFIER})*(?:{_ROLE})|发自\w+)+")


def names_a_part(written: str) -> bool:
    """Whether a credit is the word for somebody's part, or for where it was sent from, and no name: 值班总编, 发自北京.

    Beside a name it is a label that no list has, or has without its colon.
    """
    return _PART.fullmatch(re.sub(r"\s", "", written)) is not None


def is_body(written: str) -> bool:
    """Whether the credit goes to a house or an office: 江州日报评论部."""
    bare = re.sub(r"\s", "", written)
    if bare.endswith(TOLD):
        return False
    return len(bare) > 2 and bare.endswith(_BODIES) and not any(char in NOT_IN_NAMES - set("“”()（）") for char in bare)


def edits_pages(written: str) -> bool:
    """Whether the credit goes to a body that edits: 县融媒体中心; somebody's name may stand behind it."""
    kinds = EDITING_BODIES.split()
    body, *people = written.split()
    owned = body not in kinds or bool(people)  # a bare 编辑部 says nothing
    return owned and body.endswith(tuple(kinds)) and all(is_name(one) for one in people)


def begins_with_surname(written: str) -> bool:
    """Whether a name begins with one of the frequent family names."""
    return written[:2] in COMPOUND_SURNAMES or written[:1] in SURNAMES


# --- everyday words ----------------------------------------------------------------------------------------------

_LONGEST_WORDS = 16
_SENTENCE = 7
"""So many characters of everyday words are no pen name any more."""


def is_of_words(written: str) -> bool:
    """Whether these characters are common words and nothing else, single ones between them: 高级工程师, 在现场看到."""
    return 1 < len(written) <= _LONGEST_WORDS and _splits(written)


def says_what_happened(written: str) -> bool:
    """Whether these words tell of something, call for it, or begin a sentence, as no pen name does: 正在加紧抢修."""
    if len(written) < 4 or not written.isalpha():
        return False
    from figcheck.data.common_words import HAPPENS, OPENS  # forty kilobytes, for few pages

    if pattern("§", OPENS).match(written):
        return True
    told = len(written) >= _SENTENCE or pattern("§", HAPPENS).search(written) is not None
    return told and is_of_words(written)


def is_pair(written: str) -> bool:
    """Whether two characters are a common word: 气温."""
    return written[1:2] in _tables()[0].get(written[:1], "")


def is_one_word(written: str) -> bool:
    """Whether these three characters are one word: 双休日."""
    return written in _tables()[1]


@lru_cache(maxsize=512)
def _splits(written: str) -> bool:
    """Whether the beginning is a word and so is the rest; at the end of it no single character is left alone."""
    if not written:
        return True
    pairs, longer, affixes = _tables()
    if written[1:2] in pairs.get(written[0], "") and len(written) > 1 and _splits(written[2:]):
        return True
    if written[:3] in longer and _splits(written[3:]):
        return True
    return written[0] in affixes and len(written) > 1 and _splits(written[1:])


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    from figcheck.data.common_words import AFFIXES, COMMON, LONGER

    return {group[0]: group[1:] for group in COMMON.split()}, frozenset(LONGER.split()), AFFIXES
