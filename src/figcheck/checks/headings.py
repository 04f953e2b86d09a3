"""Title and body in, numbers of the title with digits swapped, and scores that are not the body's, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.captions import against
from figcheck.checks.intervals import comparable
from figcheck.checks.terms import text_of
from figcheck.model import Analysis, Claim, Hit, Mention, Span

_MANY = 10


def swapped(analysis: Analysis, title: Span, head: Mention, body: Sequence[Claim]) -> Hit | None:
    """六十三名教师 over 三十六名骨干教师: the only count of its unit in the body, with two digits swapped."""
    quantity = head.quantity
    if quantity.unit is None or not (_is_counted(head) or quantity.kind == "duration") or quantity.hedge != "exact":
        return None
    strictly = [one.mention for one in body if comparable(one.mention.quantity.unit, quantity.unit)]
    same = strictly if any(_are_swapped(head, one) for one in strictly) else _years(head, body)
    numbers = {one.quantity.number for one in same}
    if len(numbers) > _FEW or quantity.number in numbers:
        return None
    text = text_of(analysis)
    for other in same:
        if not _are_swapped(head, other) or other.quantity.hedge != "exact":
            continue
        if len(numbers) == 1 or (quantity.number or 0) >= _LONG or _shares_noun(text, title, head, other):
            return against(head, other.span, other.text)
    return None


_YEARS = frozenset("岁 周岁 年 周年 载".split())
_LONG = 100
"""From here on the digits of a number tell enough."""


def _is_counted(mention: Mention) -> bool:
    unit = mention.quantity.unit
    return unit is not None and (unit.counts or unit.symbol in _YEARS)


def _years(head: Mention, body: Sequence[Claim]) -> list[Mention]:
    """What the body counts in years, as the title does: 980岁, 890年."""
    if head.quantity.unit is None or head.quantity.unit.symbol not in _YEARS:
        return []
    units = ((one.mention, one.mention.quantity.unit) for one in body)
    return [mention for mention, unit in units if unit is not None and unit.symbol in _YEARS]


_FEW = 3
"""Numbers of one unit in the body, of which one may be the title's."""


def _are_swapped(head: Mention, other: Mention) -> bool:
    one, two = head.quantity.number, other.quantity.number
    if one is None or two is None or one.denominator != 1 or two.denominator != 1 or min(one, two) < _MANY:
        return False
    return one != two and len(str(one)) == len(str(two)) and sorted(str(one)) == sorted(str(two))


_DIGITS = re.compile("[0-9.]")


def are_jumbled(head: Mention, other: Mention) -> bool:
    """Whether two figures have the same digits in another order, a decimal point aside: 38亿元, 8.3亿元."""
    digits = [re.sub("[^0-9]", "", mention.text).strip("0") for mention in (head, other)]
    rest = [_DIGITS.sub("", mention.text) for mention in (head, other)]
    if rest[0] != rest[1] or len(set(digits[0])) < 2 or head.quantity.hedge != "exact":
        return False
    return digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])


def _shares_noun(text: str, title: Span, head: Mention, other: Mention) -> bool:
    noun = re.compile("[一-龥]{2}").match(text, head.end, title.end)
    return noun is not None and noun.group() in text[other.end : other.end + 8]


# --- ordinals --------------------------------------------------------------------------------------------------


def ordinals(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """总第318期 over 总第381期; 第52届……大游行 over 今年已是第51届."""
    found = [mention for mention in analysis.mentions if mention.quantity.kind == "ordinal" and _is_counted(mention)]
    text = text_of(analysis)
    for head in found:
        if not title.holds(head.span):
            continue
        same = [one for one in found if one.start >= title.end and one.quantity.unit == head.quantity.unit]
        numbers = {one.quantity.number for one in same}
        if head.quantity.number in numbers:
            continue
        other = next((one for one in same if len(numbers) == 1 and _are_swapped(head, one)), None)
        other = other or _this_one(text, head, same)
        if other is not None:
            yield against(head, other.span, other.text)


_COUNTED = frozenset("届 季 期 年 次 座 家 个 名 位 例 场 批 条 所 架 艘 列 台 颗 块".split())
_NOW = re.compile(
    r"(?:今年|本届|本次|此次|这次|这|，|至今|到今年)?(?:已经|已|便|也|恰|正)?(?:是|为|作为|迎来了?|进入|办到了?|举办到了?|来到|走到了?|走进了?)$"
    r"|(?:这|今年|本届|此次|这次)(?:已经|已|也)?是[^，。；、“”]{1,10}$"
)


_OF_THIS_YEAR = re.compile("(?:今年|年内|本年度|本赛季|本季|本月|[入开][春夏秋冬汛年])(?:以来)?的?$")
"""今年的第4次飞行 is counted from another beginning than 第七次飞行 in a title."""


def _this_one(text: str, head: Mention, same: Sequence[Mention]) -> Mention | None:
    """The only edition that the body calls the present one."""
    unit = head.quantity.unit
    if unit is None or unit.symbol not in _COUNTED:
        return None
    before = [(one, _NOW.search(text, max(0, one.start - 16), one.start)) for one in same]
    now = [one for one, match in before if match is not None and len(match.group()) > 1]
    now = [one for one in now if not _OF_THIS_YEAR.search(text, max(0, one.start - 8), one.start)]
    if len(now) != 1:
        return None
    words = text[head.end : head.end + 3]
    closes = unit.symbol in ("届", "季", "期") and (text[now[0].end : now[0].end + 1] in "，。；、了")
    return now[0] if closes or _shares_pair(words, text[now[0].end : now[0].end + 6]) else None


def _shares_pair(one: str, other: str) -> bool:
    pairs = (one[at : at + 2] for at in range(len(one) - 1))
    return any(pair in other for pair in pairs if _HAN.fullmatch(pair) is not None)


_HAN = re.compile("[一-龥]+")


# --- scores --------------------------------------------------------------------------------------------------------

_FINAL = re.compile(r"(?:最终|总比分|终场|全场|结果|并?以|最后)[^，。；0-9]{0,8}$")


def scores(analysis: Analysis, title: Span) -> Iterator[Hit]:
    """3∶0 over 最终3∶1: the title's only score, and the one that the body ends with."""
    found = [mention for mention in analysis.mentions if mention.quantity.kind == "score"]
    heads = [mention for mention in found if title.holds(mention.span)]
    body = [mention for mention in found if not title.overlaps(mention.span)]
    if len(heads) != 1 or not body:
        return
    head, text = heads[0], text_of(analysis)
    final = [one for one in body if _is_final(text, one)]
    if len(final) != 1 or any(_numbers(one) == _numbers(head) for one in body):
        return
    one, two = _numbers(head), _numbers(final[0])
    if len(one) == len(two) == 2 and sum(a != b for a, b in zip(one, two, strict=True)) == 1:
        yield against(head, final[0].span, final[0].text)


_PART = re.compile(r"半场|一度|[首末上下第][^，。；]{0,3}[节局盘]|半时|先以|时以|中场|暂以|加时|点球")
_WON = re.compile(
    r"逆转|战胜|击败|力克|大胜|险胜|完胜|轻取|不敌|负于|惜败|憾负|战平|横扫|击退|拿下|力擒|小胜|取胜|告负|胜|负|淘汰|握手言和|踢平|夺冠"
)


def _is_final(text: str, score: Mention) -> bool:
    """Whether the game ended so: 最终3∶1, 3∶2力克; not what the first half or a set ended with."""
    if _FINAL.search(text, max(0, score.start - 12), score.start):
        return True
    clause = max(text.rfind(mark, 0, score.start) for mark in "，。；！\n") + 1
    return _WON.match(text, score.end) is not None and _PART.search(text, clause, score.start) is None


def _numbers(score: Mention) -> list[int]:
    """The two numbers of a score, the greater first."""
    return sorted((int(one) for one in re.findall("[0-9]+", str(score.quantity.value))), reverse=True)
