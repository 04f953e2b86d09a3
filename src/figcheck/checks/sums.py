"""Wholes against their parts: sums that fail, and a part above its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.changes import stated
from figcheck.checks.intervals import admitted, comparable, in_unit, middle, total
from figcheck.checks.parts import NEXT_TIME, SINGLE, kinds_of, names_all, numbered, of_one_grouping, opposites, overlap
from figcheck.checks.terms import TIME, Row, Term, choice, is_of_before, rows, text_of
from figcheck.checks.working import like, proof
from figcheck.data import arithmetic_words as words
from figcheck.model import Analysis, Claim, Hit, Interval, Word
from figcheck.slips import is_telling, name_slip
from figcheck.values import Frozen

Reach = Literal["all", "some", "unsaid"]


class Whole(Frozen):
    """A total and the figures that the article gives as its parts."""

    total: Term
    parts: tuple[Term, ...]
    labels: tuple[str, ...]
    """What each part is called, as far as the words beside it say."""
    reach: Reach
    """Whether the words promise all parts (甲乙丙分别……, 合计), name some (其中), or say nothing of it."""


def parts_and_total(analysis: Analysis) -> Iterator[Hit]:
    """Parts that are more than their total, or that miss it by a slip where they are all given."""
    text = text_of(analysis)
    seen: set[int] = set()
    for whole in _wholes(text, rows(analysis)):
        if whole.total.start not in seen and len(whole.parts) > 1 and _fails(text, whole):
            seen.add(whole.total.start)
            yield _wrong_sum(whole)


def part_over_whole(analysis: Analysis) -> Iterator[Hit]:
    """A single part named with 其中 that is more than the whole it is a part of."""
    text = text_of(analysis)
    for whole in _wholes(text, rows(analysis)):
        part, limit = whole.parts[0], admitted(whole.total.quantity)
        own = in_unit(admitted(part.quantity), part.unit, whole.total.unit)
        if _number(whole.total) < 2:
            continue  # 每20批次就有1批次不合格，其中食品类3批次
        if whole.reach != "some" or own is None or own.low is None or limit.high is None or own.low <= limit.high:
            continue
        inside = text[whole.total.end : part.start]
        lead = text[max(0, whole.total.start - 10) : whole.total.start]
        if "）" in inside.partition("（")[0] or _FOR_SO_MANY.search(lead):
            continue  # 118条（新开11条、停航4条），其中远洋干线39条; 每10万人9.3人，其中女性24人
        between = inside.rpartition("；")
        if between[1] and "其中" not in between[2]:
            continue  # 执白5胜4负，包括3场主将战；上赛季12胜10负
        working = f"{part.core} > {whole.total.core}"
        values = {"part": part.mention.text, "total": whole.total.mention.text}
        yield Hit(part.mention.span, values, proof((whole.total,), working), against=part.start)


# --- wholes and their parts ----------------------------------------------------------------------------------


def _wholes(text: str, found: Sequence[Row]) -> Iterator[Whole]:
    for index, row in enumerate(found):
        for at, term in enumerate(row.terms if row.paired else ()):
            if term.is_percent:
                yield from _parts_before(text, row, at)
            elif _can_be_whole(term):
                yield from _parts_behind(text, row, at)
                yield from _parts_before(text, row, at)
                yield from _part_and_rest(text, row, at)
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _follows(row, following):
            yield from _parts_next(text, row, following)


_FOR_SO_MANY = re.compile("每[0-9一二两三四五六七八九十百千万亿]*[一-龥]{0,3}$")
_MAIN_HOUSE = re.compile("总[院店馆部行站校台库]|[主本][院校馆]区?|本部")
"""A house beside its branches, and no total of them: 总院门诊238万人次，滨河院区、儿童院区分别……."""


def _is_told_again(text: str, term: Term, part: Term) -> bool:
    """Whether a part is the very figure, with the same two characters behind it."""
    same = term.quantity.number == part.quantity.number and term.unit == part.unit
    behind = text[term.end : term.end + 2]
    return same and bool(re.fullmatch("[一-龥]{2}", behind)) and text.startswith(behind, part.end)


_PRICES = re.compile("[起成底拍售均单楼面交][价]|价$")


def _whole(text: str, row: Row, term: Term, parts: Sequence[Term], reach: Reach) -> Iterator[Whole]:
    if any(_is_told_again(text, term, part) for part in parts):
        return  # 3座大型、17座中型水库……其中3座大型水库……；17座中型水库
    if _PRICES.search(_own_words(term)) and any(_PRICES.search(_own_words(part)) for part in parts):
        return  # 起价6.28亿元，成交价6.77亿元
    if _MAIN_HOUSE.search(_own_words(term)) or (
        parts and SINGLE.search(text, min(term.end, parts[0].start), max(term.start, parts[-1].end))
    ):
        return
    if parts and (reach == "some" or len(parts) > 1):
        yield Whole(term, tuple(parts), tuple(_label(text, part, row) for part in parts), reach)


def _follows(row: Row, following: Row) -> bool:
    """Whether a sentence begins with 其中 right behind the other."""
    return following.start - row.end <= 2 and following.text.lstrip(" 　").startswith("其中")


def _can_be_whole(term: Term) -> bool:
    quantity = term.quantity
    if quantity.kind not in ("quantity", "money", "number", "duration") or quantity.number is None:
        return False
    if term.unit is not None and term.unit.symbol in _AGES:
        return False
    return quantity.hedge == "exact" and stated(term.lead) is None


_AGES = frozenset(("岁", "周岁"))
_NO_WHOLE = re.compile(
    rf"[^平]均[^，。；：、]{{0,4}}$|{choice(words.NOT_WHOLES)}|[比较增减]$|[比较]{TIME}[^，。；]{{0,6}}$"
)
_AMONG = re.compile(
    r"(?P<brackets>^[^，。；：]{0,6}（(?!含|不含|约合|折合))|(?P<some>其中|包括|包含)|(?P<within>^[^，。；：]{0,10}[中里]，)"
    r"|(?P<all>[，：][^，。；：]*[、和与及][^，。；：]*分别|^[^，。；]{0,12}：|[，]由|^由)"
)


def _parts_behind(text: str, row: Row, at: int) -> Iterator[Whole]:
    """The parts that follow a total with 其中, a colon, a bracket, 由……组成, as 甲、乙分别……, or without a word."""
    term, after = row.terms[at], row.after(at)
    lead = _own_words(term).replace("公共预算", "公共")
    if _NO_WHOLE.search(lead) or at + 2 > len(row.terms):
        return
    match = _AMONG.search(after)
    if match is None and "其中" in row.text[: term.start - row.start]:
        return  # itself one of the parts that 其中 leads
    if match is not None and match["all"] and "分别" in match["all"] and _is_one_more(row, at):
        return
    if match is None:
        parts = _parts(text, row.terms[at + 1 :], term) if after.startswith("，") else []
        if parts and "；" not in text[term.end : parts[0].start]:  # 减速器收入38.76亿元，占四成五；伺服电机收入27.9亿元
            yield from _whole(text, row, term, parts, "unsaid")
        return
    if match.group().endswith("由") and not re.search("组成|构成", row.text[term.end - row.start :]):
        return
    reach: Reach = "all" if match["all"] or (match["brackets"] and "其中" not in after) else "some"
    parts = _parts(text, row.terms[at + 1 :], term, brackets=bool(match["brackets"]))
    if match["within"] and not (len(parts) > 1 and all(_ends_clause(text, part) for part in parts)):
        return
    if reach == "some":
        parts = _up_to_next(text, term, parts)
    yield from _whole(text, row, term, parts, reach)


_BARE = re.compile("(?:^|[。；\n])[一-龥]{2,4}$")


def _up_to_next(text: str, term: Term, parts: list[Term]) -> list[Term]:
    """The parts before what is told of next, as barely as the whole: 耕地28.6万亩，其中水浇地9.1万亩；果园15.2万亩."""
    if _BARE.search(text, max(0, term.start - 6), term.start) is None:
        return parts
    for at, part in enumerate(parts):
        if (
            at
            and _BARE.search(text, max(0, part.start - 6), part.start) is not None
            and "；" in text[term.end : part.start]
        ):
            return parts[:at]
    return parts


def _is_one_more(row: Row, at: int) -> bool:
    """Whether a figure before 甲和乙分别为 is itself one of several of its unit: 古镇2.45万人次，甲和乙分别为……."""
    before = [term for term in row.terms[:at] if comparable(term.unit, row.terms[at].unit)]
    return bool(before) and _SAYS_ALL.search(_own_words(row.terms[at])) is None


def _ends_clause(text: str, term: Term) -> bool:
    """Whether a figure is the last word of its clause: 男性867人，but not 1260人看重薪酬."""
    return text[term.end : term.end + 1] in "，、；。）和"


_NO_PLAN = re.compile("(?:一般公共|政府性基金|财政)预算(?=收|支|内)")


def _own_words(term: Term) -> str:
    """The words of a figure's own clause that lead to it; 一般公共预算收入 is no plan."""
    return _NO_PLAN.sub("", re.split(r"[，；：。]", term.lead)[-1])


def _parts_next(text: str, row: Row, following: Row) -> Iterator[Whole]:
    """The parts that a sentence beginning with 其中 gives of the last figure of that unit before it."""
    first = following.terms[0]
    wholes = [term for term in reversed(row.terms) if comparable(term.unit, first.unit) and _can_be_whole(term)]
    wholes = [term for term in wholes if not _A_YEAR_AGO.search(_own_words(term))] or wholes
    term = next((term for term in wholes if _share_words(term, first)), wholes[0] if wholes else None)
    if any(_number(term) < _number(first) <= _number(other) for other in wholes if term is not None):
        return  # 6月3.72万辆，上半年18.63万辆。其中，新能源汽车10.05万辆
    if term is not None and not _NO_WHOLE.search(_own_words(term)):
        yield from _whole(text, following, term, _parts(text, following.terms, term), "some")


_A_YEAR_AGO = re.compile("[上去]年|同期")


def _number(term: Term | None) -> Fraction:
    return (term.quantity.number if term is not None else None) or Fraction(0)


def _share_words(one: Term, other: Term) -> bool:
    """Whether two figures are of what three characters name: 营业收入46.8亿元, 其中第二季度营业收入24.1亿元."""
    first, second = _own_words(one), _own_words(other)
    return any(second[at : at + 3] in first for at in range(len(second) - 2))


_NO_PART = re.compile(rf"{choice(words.NOT_PARTS)}|[共总比较增减]$|一[场局轮次票]")
_LIST_ENDS = re.compile(rf"[，；](?:{choice(words.ENDS_LIST)})")
_NESTED = re.compile(r"其中|包括|（含|含|（其中")


def _parts(text: str, terms: Sequence[Term], whole: Term, *, brackets: bool = False) -> list[Term]:
    """The figures in a total's unit that go on its list; what a part itself contains is left out."""
    parts: list[Term] = []
    depth, nested = 0, False
    for index, term in enumerate(terms):
        raw = text[(terms[index - 1].end if index else whole.end) : term.start]
        depth += raw.count("（") - raw.count("）")
        if index and (_LIST_ENDS.search(term.lead) or (brackets and depth <= 0)):
            break
        nested = _nested(raw, nested=nested) if index else False
        if nested or (depth > 0 and not brackets) or not _is_part(term, whole):
            continue
        parts.append(term)
    return parts


def _nested(raw: str, *, nested: bool) -> bool:
    """Whether a figure belongs to a part of a part: behind 其中 or 包括, until the semicolon."""
    if _NESTED.search(raw.rpartition("；")[2]):
        return True
    return nested and "；" not in raw


def _is_part(term: Term, whole: Term, led_by: str = "其中|分别") -> bool:
    """Whether a figure may be one of the parts, words that may lead to the first of them left out."""
    if term.quantity.number is None or not comparable(term.unit, whole.unit):
        return False
    if stated(term.lead) is not None and not _is_counted(term):
        return False
    if _is_of_another_time(term.claim, whole.claim):
        return False
    lead = re.sub(f"其中|分别|增加值|{led_by}", "", _NO_PLAN.sub("", re.split(r"[，、；：]", term.lead)[-1]))
    return _NO_PART.search(lead) is None


def _is_of_another_time(part: Claim, whole: Claim) -> bool:
    """Whether the two are said to be of times of which neither holds the other: the first quarter, April and May."""
    if part.period is None or whole.period is None or {part.period_origin, whole.period_origin} != {"stated"}:
        return False
    days = (whole.period.end - whole.period.start).days
    return days >= _STRETCH and not part.period.comparable(whole.period)


_STRETCH = 27
"""Days of a month: what is told of a day may be told of the one before as well."""


_RISERS = re.compile("(?:上涨|下跌|上升|下降|涨|跌|增长|减少|涨停|跌停)(?:的)?(?:有)?$")


def _is_counted(term: Term) -> bool:
    """Whether so many things rose or fell, and nothing by so much: 上涨1206家."""
    return term.unit is not None and term.unit.symbol in _THAT_RISE and _RISERS.search(term.lead) is not None


_THAT_RISE = frozenset("家 只 个 支 种".split())
_BESIDES = re.compile(choice(words.BESIDES))
_SUM_OF = re.compile(
    r"[，；][^，；。]{0,12}(?:合计|共计|总计)(?:占|为|达|达到|是|有|约)?(?:比|到)?$|[，；][^，。；、]{0,6}共(?:有|为|达)?$|"
    rf"(?:^|[，；、（。—])(?:[两三四五]?(?:[项者]|[一-龥](?=合计|共计|总计|一共))|以上|全部|全[一-龥])?(?:{choice(words.TOTAL_WORDS)})"
    r"(?:为|达|达到|是|有|约)?[^，。；、]{0,5}$"
    r"|[，；][^，。；、\d]{0,8}(?:总数|总量|总额)(?:为|达|达到|是|有)?$"
)


def _parts_before(text: str, row: Row, at: int) -> Iterator[Whole]:
    """The run of figures that a 合计, 共 or 总数 sums up."""
    term, lead = row.terms[at], row.terms[at].lead
    if at > 1 and _counts_parts(row.terms[at - 1]):
        lead = row.terms[at - 1].lead + row.terms[at - 1].mention.text + lead
    if at < 2 or _SUM_OF.search(lead) is None or _BESIDES.search(lead):
        return
    parts: list[Term] = []
    for before in reversed(row.terms[:at]):
        if not parts and before.unit != term.unit and _counts_parts(before):
            continue
        if (is_of_before(before) and not is_of_before(term)) or _EACH_OF_THEM.search(before.lead):
            continue  # 上年同期为7082万件; 茶王奖3个（每类1个）
        if not _is_part(before, term, led_by="共|总|累计") or NEXT_TIME.search(lead):
            break
        parts.insert(0, before)
        if _LIST_ENDS.search(before.lead) or _NESTED.search(before.lead):
            break
    if parts and _OF_STOCK.search(parts[0].lead) and _GONE.search(lead):
        return
    yield from _whole(text, row, term, parts, "all")


_EACH_OF_THEM = re.compile("（[每各][^，。；：（）]{0,4}$")
_OF_STOCK = re.compile("上年|年初|结转|原有|上期|旧存|期初|上月|结存")
_GONE = re.compile("办结|审结|完成|发放|支出|使用|处理|结案|执结|售出|销售|用去")
"""What was there at first and what came to it, and then what was done with both: 480件，新收3260件，共办结3415件."""


def _counts_parts(term: Term) -> bool:
    """Whether a small number before a sum only says of how many it is: 两港合计."""
    number = term.quantity.number
    return number is not None and number < 10 and term.quantity.step == 1


_STEM = re.compile(r"(?P<stem>[一-龥]{2,4}?)(?:的)?(?:有|为|共)?$")
_DONE = re.compile(r"已(?:经)?(?P<stem>[一-龥]{2,4})的?[有为]?$")


def _part_and_rest(text: str, row: Row, at: int) -> Iterator[Whole]:
    """抽检1240批次，合格1215批次，不合格25批次: a part and those that are not."""
    for first, second in zip(row.terms[at + 1 :], row.terms[at + 2 :], strict=False):
        words, others = _own_words(first), _own_words(second)
        stem, done = _STEM.search(words), _DONE.search(words)
        denied = stem is not None and _said(others, stem["stem"][-2:], _DENIED)
        if not denied and not (done is not None and _said(others, done["stem"], _NOT_DONE)):
            continue
        if any(_NEITHER.search(_own_words(term)) for term in row.terms[at + 3 : at + 5]):
            return  # 赞成的642张，不赞成的187张，弃权的31张
        if _is_part(first, row.terms[at]) and _is_part(second, row.terms[at]):
            yield from _whole(text, row, row.terms[at], (first, second), "all")
        return


_NEITHER = re.compile(choice(words.NEUTRAL))
_DENIED = tuple(no + may for no in "不未" for may in ("", "予", "能", "被"))
_NOT_DONE = ("正在", "未", "待", "仍在", "没有")
_LINKS = ("", "的", "有", "为", "的有", "的为")


def _said(words: str, stem: str, before: tuple[str, ...]) -> bool:
    """Whether the words end in the stem, with one of those before it: 不合格, 尚未完成的有."""
    return any(words.endswith(stem + link) and words.removesuffix(stem + link).endswith(before) for link in _LINKS)


_LABEL_BREAK = re.compile(r"[，。；：、（）和及与]|其中|分别")


def _label(text: str, part: Term, row: Row) -> str:
    """What a part is called: the words between the last break and the figure, and those behind it to the next break."""
    before = _LABEL_BREAK.split(text[max(row.start, part.start - 24) : part.start])[-1]
    after = _LABEL_BREAK.split(text[part.end : min(row.end, part.end + 10)])[0]
    return before + "|" + after


# --- judging a sum -------------------------------------------------------------------------------------------

_NEAR = {"all": Fraction(1, 4), "some": Fraction(1, 4), "unsaid": Fraction(1, 10)}
"""How far, as a share of the total, a sum may lie off and still look like a slip among parts that belong together."""


def _fails(text: str, whole: Whole) -> bool:
    limit = admitted(whole.total.quantity)
    sums = _sums(whole)
    complete = any(names_all(group, whole.labels) for group in words.COMPLETE_SETS)
    if any(part.meets(limit) for part in sums):
        return False
    if _is_sibling(whole) and not complete:
        return False
    if not complete and (_may_overlap(whole) or (whole.reach == "unsaid" and not _is_division(whole))):
        return False
    summed = sums[-1]
    if summed.low is None or limit.high is None or summed.high is None:
        return False
    if summed.low < limit.high and not _are_all(text, whole, complete=complete):
        return False
    return _is_near(whole, summed) or _is_slip(whole, summed)


def _may_overlap(whole: Whole) -> bool:
    return whole.reach != "all" and overlap(whole.labels, whole.total.unit)


_DONE_WITH = re.compile("[已应可实拟][一-龥]$")


_NAME = 4


def _is_sibling(whole: Whole) -> bool:
    """Whether a figure is told by the same verb as its parts: 玉米应收36.2万亩、已收32.6万亩，水稻……已收11.2万亩."""
    words = _own_words(whole.total)
    named = [label.partition("|")[0] for label in whole.labels]
    if len(words) > _NAME and whole.reach == "unsaid" and any(len(one) > 2 and one[-2:] == words[-2:] for one in named):
        return True  # 预付式消费投诉9470件；直播带货投诉7126件
    verb = _DONE_WITH.search(words)
    return verb is not None and any(label.partition("|")[0].endswith(verb.group()) for label in whole.labels)


_SAYS_ALL = re.compile(r"共|总|合计")
_THE_REST = re.compile(r"其他|其余|其它")


def _is_division(whole: Whole) -> bool:
    """Whether figures that merely follow a total look like its division: its own kinds, or three and more of 共."""
    name = _own_words(whole.total)
    if kinds_of(whole.labels, name) or opposites(whole.labels) or numbered(whole.labels):
        return True
    if len(whole.parts) > 2 and of_one_grouping(whole.labels):
        return True
    if _THE_REST.search(whole.labels[-1]):
        return True
    return _SAYS_ALL.search(name) is not None and len(whole.parts) > 2


def _sums(whole: Whole) -> list[Interval]:
    """The sums of the last two parts and more, of the first two and more: a list may go on with what is no part."""
    admits = [in_unit(admitted(part.quantity), part.unit, whole.total.unit) for part in whole.parts]
    known = [part for part in admits if part is not None]
    counts = range(2, len(known) + 1)
    return [*(total(known[-count:]) for count in counts), *(total(known[:count]) for count in counts)]


def _is_near(whole: Whole, summed: Interval) -> bool:
    value = whole.total.quantity.number or Fraction(0)
    return abs(middle(summed) - value) <= value * _NEAR[whole.reach]


def _is_slip(whole: Whole, summed: Interval) -> bool:
    if whole.reach == "unsaid":
        return False
    return is_telling(whole.total.quantity, summed) or any(
        is_telling(part.quantity, rest) for part, rest in _rests(whole)
    )


def _rests(whole: Whole) -> Iterator[tuple[Term, Interval]]:
    """For each part what the others leave of the total."""
    value = whole.total.quantity.number or Fraction(0)
    numbers = [_value(part, whole.total) for part in whole.parts]
    for part, number in zip(whole.parts, numbers, strict=True):
        left = value - sum(numbers) + number
        if left > 0 and part.unit == whole.total.unit:
            yield part, Interval(left, left)


def _value(term: Term, whole: Term) -> Fraction:
    point = Interval(term.quantity.number, term.quantity.number)
    own = in_unit(point, term.unit, whole.unit)
    return own.low or Fraction(0) if own is not None else Fraction(0)


_NOT_ALL = re.compile(choice(words.NOT_ALL))
_AND_MORE = re.compile(r"[^，。；、]{0,6}等|以上|左右|，?(?:占|超|约)")


def _are_all(text: str, whole: Whole, *, complete: bool) -> bool:
    """Whether parts that are less than the total were meant to be all."""
    last = whole.parts[-1].end
    if any(part.quantity.hedge != "exact" for part in whole.parts):
        return False
    if complete:
        return True
    if _AND_MORE.match(text, last) or _NOT_ALL.search(text[last : last + 8] + "".join(whole.labels)):
        return False
    return whole.reach == "all" or (len(whole.parts) > 2 and is_telling(whole.total.quantity, _sums(whole)[-1]))


def _wrong_sum(whole: Whole) -> Hit:
    numbers = [_value(part, whole.total) for part in whole.parts]
    summed = sum(numbers, Fraction(0))
    expected = like(summed, whole.total)
    terms = " + ".join(part.core for part in whole.parts)
    working = f"{terms} = {expected} ≠ {whole.total.core}"
    slip = name_slip(whole.total.quantity, Interval(summed, summed))
    values: dict[str, str | Word] = {
        "total": whole.total.mention.text,
        "sum": expected,
        "slip": Word(f"slip.{slip or 'none'}"),
    }
    return Hit(whole.total.mention.span, values, proof(whole.parts, working), expected, against=whole.total.start)
