"""Counts and ages in, those out that the text gives otherwise where it comes back to them: 27名矿工……29名全部."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.intervals import comparable
from figcheck.checks.phrases import alternatives
from figcheck.data import repeat_words as words
from figcheck.data.names import SURNAMES
from figcheck.model import Analysis, Claim, Derivation, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import whole_number

_MANY = 1000
_ALL = re.compile(r"[一-龥]{0,8}?(?:全部|全都|户户|家家|人人|个个|悉数|无一|[都均皆])")
_OPENS = re.compile(r"(?:^|[，。；：“”！？\n]|里|中|如今|目前|现在|当天|当晚|最终|最后|这|这些|那|那些)$")
_THESE = re.compile(r"(?:这|这些|那|那些|上述)$")
_MORE = re.compile(r"其中|另|又|新增|新来|增至|增加|扩大|陆续|加上|还有|分别|每|首批|第[一二三两]批|第[二三]|、")


def retold(analysis: Analysis, text: str) -> Iterator[Hit]:
    """A count taken up again with all of them, or with 这, and an age given again of one person, that is another."""
    counts = [claim for claim in analysis.claims if _is_count(claim.mention)]
    for at, claim in enumerate(counts):
        same = [other for other in counts[:at] if comparable(other.mention.quantity.unit, claim.mention.quantity.unit)]
        first = _told_otherwise(text, same, claim.mention) if same else None
        if first is not None:
            yield _hit(first, claim.mention)
    yield from _ages(analysis, text)


def _is_count(mention: Mention) -> bool:
    quantity = mention.quantity
    counts = quantity.unit is not None and quantity.unit.counts and quantity.kind == "quantity"
    return counts and quantity.hedge == "exact" and quantity.number is not None and 1 < quantity.number < _MANY


def _told_otherwise(text: str, same: Sequence[Claim], second: Mention) -> Mention | None:
    """The only count before of what the second one counts, where both can't be right."""
    other = second.quantity.number
    if other is None or any(each.mention.quantity.number == other for each in same):
        return None
    if not _OPENS.search(text, max(0, second.start - 2), second.start):
        return None
    alike = [each.mention for each in same if _of_the_same(text, each.mention, second)]
    if not alike or len({one.quantity.number for one in alike}) > 1:
        return None
    first, one = alike[-1], alike[-1].quantity.number or 0
    if _MORE.search(text, first.end, second.start) or _are_numbers(text, first, second):
        return None
    if _THESE.search(text, max(0, second.start - 2), second.start):
        return first if max(one, other) <= 2 * min(one, other) else None
    slipped = sorted(str(one)) == sorted(str(other))
    all_of_them = _ALL.match(text, second.end) is not None
    return first if all_of_them and (slipped or one < other <= 2 * one) else None


_NUMBERED = frozenset("班 组 楼 栋 幢 室 队 桌 站 排 路 村 区".split())


def _are_numbers(text: str, first: Mention, second: Mention) -> bool:
    """Whether the figures number things, of which each is named with its own: 1班, 2班, 3班."""
    unit = second.quantity.unit
    if unit is None or unit.symbol not in _NUMBERED:
        return False
    one, other = int(first.quantity.number or 0), int(second.quantity.number or 0)
    beside = (f"{number}{unit.symbol}" for number in (one - 1, other + 1) if number not in (0, one, other))
    return any(name in text for name in beside) or text[: first.start].endswith(tuple("、，；和与"))


def _of_the_same(text: str, first: Mention, second: Mention) -> bool:
    """Whether a word beside the first figure follows the second as well: 百岁老人3位, 这五位百岁老人."""
    beside = text[max(0, first.start - 6) : first.start] + "|" + text[first.end : first.end + 8]
    behind = text[second.end : second.end + 6]
    pairs = (behind[at : at + 2] for at in range(len(behind) - 1))
    return any(re.fullmatch("[一-龥]{2}", pair) and pair in beside for pair in pairs)


# --- ages ------------------------------------------------------------------------------------------------------

_N = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_NAMED = re.compile(
    rf"(?P<name>[一-龥]{{2,4}}?)(?:，[男女])?(?:，?[今现]年(?:已经?|都|刚|才)?|[（，](?=[0-9]{{1,3}}岁[，。；、）]))(?P<age>{_N})岁(?!时|那|的时候|开始|起|就|参|入|结)"
    rf"|(?P<age2>{_N})岁(?:高龄)?的(?P<name2>[一-龥]{{1,4}})"
)
_OTHER_TIME = re.compile(
    r"[12][0-9]{3}年|那年|当年|年前|年后|如今|后来|时隔|转眼|去年|前年|从前|当时|那时|起初|岁时|岁那"
)
_I = re.compile(rf"“[^”]{{0,20}}?(?:我|俺|咱)今年(?:都|已经|已|快|也)*(?P<age>{_N})(?:啦|了|喽|，|。|呢)")


def _ages(analysis: Analysis, text: str) -> Iterator[Hit]:
    """老赵今年73岁……76岁的老赵; 72岁的马永福……“我今年六十二啦”."""
    told = list(_NAMED.finditer(text)) if "岁" in text and not _NAMESAKES.search(text) else []
    for at, second in enumerate(told):
        if not second["name2"]:
            continue
        for first in told[:at]:
            if _is_one_person(text, told, first, second) and not _OTHER_TIME.search(
                text, first.start(), second.end() + 8
            ):
                yield from _unlike(text, first, second)
                break
    yield from _birthdays(text, told)
    ages = {_age(match) for match in told}
    said = _I.search(text) if len(ages) == 1 and told else None
    if said is not None and 0 < abs(_age(said) - _age(told[0])) <= _NEAR and said.start() > told[0].start():
        yield from _unlike(text, told[0], said)


_NAMESAKES = re.compile("同名(?!的?(?:电影|影片|小说|歌|专辑|电视|剧|书|纪录|微博|公众|账号))|重名")
_NEAR = 10


def _age(match: re.Match[str]) -> int:
    return whole_number(match["age"] or match["age2"]) or 0


_RELATIVES = re.compile("老伴|妻|夫|儿|女|母|父|爷|奶|哥|姐|弟|妹|孙|徒|师|[比和与]")


def _is_one_person(text: str, told: Sequence[re.Match[str]], first: re.Match[str], second: re.Match[str]) -> bool:
    name = second["name2"]
    if re.compile_anew(f"[两俩二][个位名]?(?:都叫|叫)?{re.escape(name[:2])}").search(text):
        return False  # 两位王芳，51岁的王芳……，29岁的王芳……
    if name[0] in "他她" and len(told) == 2:
        return _RELATIVES.search(text, first.end(), second.start()) is None
    own = _bare(text, second.start("name2"))
    if first["name2"]:
        return _same_name(_bare(text, first.start("name2")), own)
    return any(first["name"].endswith(own[:size]) for size in (2, 3, 4) if len(own) >= size)


_ROLE = re.compile(f"(?:{alternatives(words.ROLES)}){{1,2}}(?=[一-龥])")
_HAN = re.compile("[一-龥]{0,8}")


def _bare(text: str, at: int) -> str:
    """The characters that begin there, without what somebody is: 护林员老吴."""
    found = _HAN.match(text, at)
    run = found.group() if found is not None else ""
    role = _ROLE.match(run)
    return run[role.end() :] if role is not None else run


def _same_name(one: str, other: str) -> bool:
    """Whether two runs of characters begin with one name, and not with one trade of two people: 瓦匠张三, 瓦匠李四."""
    shared = next((at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), None)
    shared = min(len(one), len(other)) if shared is None else shared
    if shared < _PAIR:
        return False
    if shared == _PAIR and one[0] in SURNAMES and not any(run[_PAIR : _PAIR + 1] in _NO_NAME for run in (one, other)):
        return False  # 82岁的马连秋和78岁的马连生兄弟
    return not all(run[shared : shared + 1] in SURNAMES for run in (one, other)) or shared > _PAIR + 1


_PAIR = 2
_NO_NAME = frozenset(("", *"说在的和从是也有家告介表现把给用将对为已还又便就才都笑坐站拿走来去看想没不与同跟被让老"))
"""What stands behind a name of two characters, and hardly in one of three."""
_BIRTHDAY = re.compile(
    rf"(?:给|为|替)(?P<who>他|她|老人家?|[一-龥]{{2,4}}?)(?:过|庆祝|庆|举办|操办|办|摆)了?(?P<age>{_N})岁的?(?:生日|大寿|寿宴|寿辰|寿诞)"
)
_TO_COME = re.compile("准备|打算|商量|计划|将|想|等|明年|后年|要|时候|当年|那年|年前")


def _birthdays(text: str, told: Sequence[re.Match[str]]) -> Iterator[Hit]:
    """今年78岁……徒弟们给他过87岁生日那天: a birthday that is yet to come, told as past."""
    now = [match for match in told if match["name"]]
    for match in _BIRTHDAY.finditer(text) if len({_age(one) for one in now}) == 1 and now else ():
        first, who = now[-1], match["who"]
        clause = text[max(0, match.start() - 16) : match.end() + 2]
        if match.start() < first.end() or _TO_COME.search(clause) or _RELATIVES.search(who[:2]):
            continue
        named = who in ("他", "她", "老人", "老人家") or who[:2] in first["name"]
        if named and (whole_number(match["age"]) or 0) > _age(first) + 1:
            yield _spans_hit(text, Span(*first.span("age")), Span(*match.span("age")))


def _unlike(text: str, first: re.Match[str], second: re.Match[str]) -> Iterator[Hit]:
    groups = ["age" if match["age"] else "age2" for match in (first, second)]
    spans = [Span(*match.span(group)) for match, group in zip((first, second), groups, strict=True)]
    if _age(first) != _age(second) and min(_age(first), _age(second)) > 0:
        yield _spans_hit(text, *spans)


# --- the hit ---------------------------------------------------------------------------------------------------


def _hit(first: Mention, second: Mention) -> Hit:
    values: dict[str, str | Word] = {"written": second.text, "other": first.text, "slip": Word("slip.none")}
    evidence = (SpanEvidence(first.start, first.end, first.text), Derivation(f"{first.text} ≠ {second.text}"))
    return Hit(second.span, values, evidence, first.text, against=second.start)


def _spans_hit(text: str, first: Span, second: Span) -> Hit:
    one, other = text[first.start : first.end], text[second.start : second.end]
    values: dict[str, str | Word] = {"written": other, "other": one, "slip": Word("slip.none")}
    evidence = (SpanEvidence(first.start, first.end, one), Derivation(f"{one} ≠ {other}"))
    return Hit(second, values, evidence, one)
