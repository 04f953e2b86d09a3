"""The ages of a passage and years between them in, those that do not add up out: 20岁从警，从警48年，58岁."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck import expressions as re
from figcheck.checks.ages import OTHERS
from figcheck.checks.days import is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.model import Analysis, Mention, Span
from figcheck.values import Frozen


class Sum(Frozen):
    """A figure that two others of the passage belie."""

    wrong: Mention
    others: tuple[Mention, ...]
    expected: int
    working: str

    @property
    def expected_text(self) -> str:
        """The right figure with its unit."""
        unit = self.wrong.quantity.unit
        return f"{self.expected}{unit.symbol if unit is not None else ''}"


def sums(analysis: Analysis) -> Iterator[Sum]:
    """Lengths of years between two ages, and the ages of a child and of the parent who had it, that do not add up."""
    text = analysis.document.text
    ages = [one for one in analysis.mentions if is_age(one) and not text.endswith(_OF_MANY, 0, one.start)]
    yield from _careers(analysis, ages)
    yield from _from_to(analysis)
    yield from _parents(analysis, ages)


_OF_MANY = ("平均年龄", "平均", "平均年龄为", "平均年龄是", "平均年龄在", "均龄")
"""What leads to no one's age."""


def is_age(mention: Mention) -> bool:
    """Whether a figure is in years of age."""
    quantity = mention.quantity
    return quantity.unit is not None and quantity.unit.symbol in ("岁", "周岁") and quantity.number is not None


def _number(mention: Mention) -> int:
    return int(mention.quantity.number or 0)


# --- from one age to another ---------------------------------------------------------------------------------

_NOW_LEAD = re.compile(r"(?:今年|现年|如今|现在|眼下|今)(?:[，,]|已经?|已是|都|也|刚满|刚好|才|是|她|他|这位)*$")
_NOW_TAIL = re.compile(r"的|[，,。；]|了")
_END_LEAD = re.compile(r"(?:到|直到|干到|做到|享年|终年|活到|退休时|离世时|去世时|走时|时年)(?:了|年仅|才|已)*$")
_END_TAIL = re.compile(r"(?:那年|时)?[，,]?(?:[因才]?[^，。；0-9]{0,3})?(?:退休|去世|离世|病逝|逝世|离任|封刀|收山)")
_START_TAIL = re.compile(
    r"(?:那年|时|起|开始|就|便|，便|，就)?(?!的|了|[，。；、）)]|高龄)[\u4e00-\u9fff]|(?:那年|时)，"
)
_GAP = re.compile(r"(?:年长|年轻|[大小长差]|相差)(?:了|他|她|整整|近|约|足足|[哥姐弟妹]{1,2})*$")
_LEAD = re.compile(
    r"(?:从[艺医教军警业商政影]|[\u4e00-\u9fff]了|在外|至今|一[\u4e00-\u9fff]{1,2}就是|一晃|转眼|[\u4e00-\u9fff]龄|算[起下]来|坚持|坚守|工作|生活)(?:已经?|有|整整|足足|近|了|就是|过去|间|，|长达|达|是)*$|(?:整整|足足)$"
)
_TAIL = re.compile(r"(?:的[^，。；]{0,6}(?:生涯|岁月|时光|日子|光阴)|里|间|来|如一日|没|不|从)")
_NOT_SO = re.compile(r"前|后|每|[再另又其]|判|刑|制|期|第|分居|相恋|提前|等了|隔")
_UNBROKEN = re.compile(
    r"从未|从没|没离开|没换|没有|没请|没缺|一直|始终|至今|整整|足足|算[起下]来|不间断|如一日|屈指|[从][艺医教军警业商政影]|[工教党军警医驾]龄"
)
_CAREER = re.compile(r"的[^，。；]{0,6}(?:生涯|岁月|时光|日子|光阴)")
_WINDOW = 90


def _careers(analysis: Analysis, ages: Sequence[Mention]) -> Iterator[Sum]:
    """他20岁穿上警服，从警48年; 从18岁到60岁……干了32年: years that lie between the two ages of a passage."""
    text = analysis.document.text
    for length in analysis.mentions:
        unit, quantity = length.quantity.unit, length.quantity
        if unit is None or unit.symbol not in ("年", "载") or quantity.kind != "duration" or not quantity.number:
            continue
        head = text[max(0, length.start - 10) : length.start]
        if not (_LEAD.search(head) or _TAIL.match(text, length.end)) or _NOT_SO.search(head[-2:]):
            continue
        if text.startswith(("前", "后", "之后", "以后", "以前"), length.end):
            continue
        pair = _ends(analysis, ages, length)
        if pair is not None:
            yield from _judge(analysis, length, *pair)


def _ends(analysis: Analysis, ages: Sequence[Mention], length: Mention) -> tuple[Mention, Mention] | None:
    """The only two ages near a length, the first at which something began, the second at which it has lasted."""
    text = analysis.document.text
    near = [age for age in ages if abs(age.start - length.start) <= _WINDOW]
    near = [age for age in near if "\n" not in text[min(age.start, length.start) : max(age.start, length.start)]]
    if len(near) != 2 or any(age.quantity.hedge != "exact" for age in near):
        return None
    first, last = sorted(near, key=_number)
    scope = Span(min(first.start, last.start, length.start), max(first.end, last.end, length.end))
    others = [one for one in mentions_in(analysis, scope) if one not in (first, last, length)]
    if any((stamp_of(one) and writes_year(one)) or (one.quantity.kind == "duration") for one in others):
        return None
    words = text[max(0, scope.start - 6) : scope.end]
    if OTHERS.search(_TITLE.sub("他", words)) or is_quoted(text, first.start) != is_quoted(text, last.start):
        return None
    if any(_GAP.search(text, max(0, age.start - 6), age.start) for age in near):
        return None
    behind = _CAREER.match(text, length.end) is not None and max(first.end, last.end) <= length.start
    return (first, last) if _begins(text, first) and (behind or _lasts(text, last)) else None


_TITLE = re.compile(r"(?<=[\u4e00-\u9fff])(?:师傅|老师|教练)")


def _begins(text: str, age: Mention) -> bool:
    if _NOW_LEAD.search(text, max(0, age.start - 8), age.start):
        return False
    return _START_TAIL.match(text, age.end) is not None


def _lasts(text: str, age: Mention) -> bool:
    lead = (max(0, age.start - 8), age.start)
    if _NOW_LEAD.search(text, *lead) or _END_LEAD.search(text, *lead) or _END_TAIL.match(text, age.end):
        return True
    return _NOW_TAIL.match(text, age.end) is not None


def _judge(analysis: Analysis, length: Mention, first: Mention, last: Mention) -> Iterator[Sum]:
    text = analysis.document.text
    between = _number(last) - _number(first)
    admitted = length.quantity.admits()
    low, high = admitted.low or 0, admitted.high
    if between < 1 or (low <= between + 1 and (high is None or high >= between - 1)):
        return
    if low < between and _CAREER.match(text, length.end) is None:
        sentence = sentence_at(text, length.start)
        near = f"{text[max(sentence.start, length.start - 14) : length.start]}{text[length.end : length.end + 10]}"
        named = last.start < length.start and re.search("从|自", text[max(0, first.start - 2) : first.start])
        if not (_UNBROKEN.search(near) or named):
            return  # 16岁学木匠，干了40年，今年66岁: he may have left off
    working = f"{_number(last)} − {_number(first)} = {between}"
    yield Sum(length, (first, last), between, working)


_FROM = re.compile(r"(?:从|自)$")


def _from_to(analysis: Analysis) -> Iterator[Sum]:
    """从18岁到60岁，他在井下干了32年."""
    text = analysis.document.text
    for at, ages in enumerate(analysis.mentions[:-1]):
        unit, low, high = ages.quantity.unit, ages.quantity.low, ages.quantity.high
        length = analysis.mentions[at + 1]
        if unit is None or unit.symbol != "岁" or not isinstance(low, Decimal) or not isinstance(high, Decimal):
            continue
        if not _FROM.search(text, 0, ages.start) or not sentence_at(text, ages.start).holds(length.span):
            continue
        head = text[max(0, length.start - 10) : length.start]
        if length.quantity.kind != "duration" or not (_LEAD.search(head) or _TAIL.match(text, length.end)):
            continue
        between, number = int(high - low), length.quantity.number
        years = length.quantity.unit is not None and length.quantity.unit.symbol in ("年", "载")
        if years and number is not None and abs(number - between) > 1 and length.quantity.hedge == "exact":
            yield Sum(length, (ages,), between, f"{high} − {low} = {between}")


# --- parents -------------------------------------------------------------------------------------------------

_CHILD = r"(?:[他她我]|[小大独]?[儿女子]子?|孩子|娃|[老小][大二三四幺]|头胎|双胞胎|龙凤胎|一[儿女子对])"
_HAD = rf"(?:生下?了?|有了?|添了?|得了?|诞下了?|产下了?|喜得|怀上了?)(?:这个|大|小|唯一的|最小的)?{_CHILD}"
_HAD += r"|当[上了的]{0,2}(?:[爹妈爸娘]|父亲|母亲)"
_AT_BIRTH = re.compile(rf"(?:那[一]?年|时|的时候|上|高龄)?[，,]?(?:才|便|就|[他她])?(?:{_HAD})")
_BORE = re.compile(
    rf"(?:生|怀|有){_CHILD}(?:的)?(?:那[一]?年|时候?)[，,]?[^，。；0-9]{{0,6}}?(?:才|刚|已经?|只有|是|有)?$"
)


_WHICH = re.compile(r"[大小二三长次幼][儿女]|老[大二三幺]|[长次幼][子女]")


def _parents(analysis: Analysis, ages: Sequence[Mention]) -> Iterator[Sum]:
    """今年80岁的奶奶35岁那年才有了小儿子，眼下小儿子也55岁: the age at a birth, and those of both now."""
    text = analysis.document.text
    for age in ages:
        if not (_AT_BIRTH.match(text, age.end) or _BORE.search(text, max(0, age.start - 20), age.start)):
            continue
        near = [other for other in ages if other is not age and abs(other.start - age.start) <= _WINDOW]
        if len(near) != 2 or any(other.quantity.hedge != "exact" for other in (age, *near)):
            continue
        one, other = near
        if any(_START_TAIL.match(text, each.end) and not _NOW_LEAD.search(text, 0, each.start) for each in near):
            continue
        scope = Span(min(age.start, one.start), max(age.end, other.end))
        if len({match.group() for match in _WHICH.finditer(text, scope.start, scope.end)}) > 1:
            continue  # 35岁那年生下小儿子，大儿子今年60岁
        if "\n" in text[scope.start : scope.end] or any(
            writes_year(each) for each in mentions_in(analysis, scope) if stamp_of(each)
        ):
            continue
        apart = abs(_number(one) - _number(other))
        if abs(apart - _number(age)) > 1:
            old, young = sorted((_number(one), _number(other)), reverse=True)
            wrong = max((one, other), key=lambda each: each.start)
            right = old - _number(age) if _number(wrong) == young else young + _number(age)
            yield Sum(wrong, (age, one if wrong is other else other), right, f"{old} − {young} = {apart}")
