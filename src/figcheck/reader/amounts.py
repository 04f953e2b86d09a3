"""A numeral found by the scan in, a mention out, or None where the numeral is no figure."""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.model import Mention, Unit
from figcheck.numerals import VAGUE_CHARS, read_numeral
from figcheck.reader import refusals
from figcheck.reader.draft import Draft, finish
from figcheck.reader.hedges import hedge_after, hedge_before
from figcheck.reader.moments import read_year_of_era
from figcheck.reader.notation import NOTATION_STARTS, read_notation, read_thousands_after
from figcheck.reader.patterns import CHINESE_CHARS, C, M, T
from figcheck.reader.refusals import CODE_ENDS, CODE_STARTS
from figcheck.reader.tails import read_tail
from figcheck.units import UNITS
from figcheck.values import replace


def read_number(text: str, start: int, end: int) -> Mention | None:
    """A number with its unit and hedges, or a range of such; None where it is no figure."""
    numeral = read_numeral(text[start:end])
    if numeral is None:
        return None
    suspect = text[start - 1 : start] in CODE_ENDS or text[end : end + 1] in CODE_STARTS
    if suspect:
        scientific = _read_notation(text, start, end)
        if scientific is not None:
            return scientific
        if refusals.is_code(text, start, end):
            return None
    draft = Draft(numeral, start, end, end)
    read_tail(text, draft)
    if draft.unit is _YEARS and draft.end == end + 1:
        year = read_year_of_era(text, start, draft.end)
        if year is not None:
            return year
    if draft.unit is not None and text[start - 1 : start] == "、" and text[start] in CHINESE_CHARS:
        _take_pair(text, draft)
    if _is_no_figure(text, draft.start, end, draft):
        return None
    mention = finish(text, draft)
    return _ranked(mention, text, draft.unit) if text[start - 1 : start] == "前" else mention


_RANKS = frozenset("名位强")


_RANKED = re.compile(r"(?:排名|位列|名列|位居|跻身|进入|稳居|挺进|世界|全球|全国|全省|全市|榜单?)前$")


def _ranked(mention: Mention, text: str, unit: Unit | None) -> Mention:
    """前十名 are ranks, and so is 跻身前十; 之前十名 are people."""
    if unit is None:
        ranked = _RANKED.search(text, max(0, mention.core_start - 4), mention.core_start) is not None
    else:
        earlier = text[mention.core_start - 2 : mention.core_start - 1]
        ranked = unit.symbol in _RANKS and earlier not in ("之", "以", "目", "日", "此", "先", "午")
    if not ranked:
        return mention
    return replace(mention, quantity=replace(mention.quantity, kind="ordinal"))


_YEARS = UNITS["年"]
_PAIR_BEFORE = re.compile(
    r"(?<![第前后一二三四五六七八九、0-9])(?P<head>(?:[一二三四五六七八九]?[十百])?)(?P<digit>[一二三四五六七八])、$"
)
_NUMBERED = frozenset("级期届类路线号班楼层组章节课卷集辑批连营版档代区") | {"个季度", "季度", "号线"}
"""Units that number rather than count: 一、二期, 三、四级."""


def _take_pair(text: str, draft: Draft) -> None:
    """七、八个, 十七、八岁: two digits that follow each other are meant as about so many, 、 or not."""
    before = _PAIR_BEFORE.search(text, max(0, draft.start - 5), draft.start)
    if before is None or draft.high is not None or draft.unit is None:
        return
    if draft.unit.symbol in _NUMBERED and not text.startswith("风", draft.end):
        return
    pair = read_numeral(before["head"] + before["digit"] + text[draft.start : draft.core_end])
    if pair is not None and pair.value is None and pair.high is not None:
        draft.low, draft.start = pair, before.start("head")


def _read_notation(text: str, start: int, end: int) -> Mention | None:
    """2.5e6, 2^10, .5, 20k元: a number that letters or a point before it belong to."""
    if text[end : end + 1] not in NOTATION_STARTS and text[start - 1 : start] not in (".", "．"):
        return None
    read = read_notation(text, start, end)
    if read is None:
        return None
    draft = Draft(read[0], read[1], read[2], read[2])
    if (second := read_thousands_after(text, read[2])) is not None and text[read[2] - 1] in "kKＫ":
        draft.high, draft.core_end = second[0], second[1]
        draft.end = second[1]
    read_tail(text, draft)
    return finish(text, draft)


def read_alone(text: str, start: int, end: int) -> Mention | None:
    """A number that has the text to itself, with its unit; None where the characters make none."""
    numeral = read_numeral(text[start:end])
    if numeral is None or text[start] not in CHINESE_CHARS or (end == start + 1 and refusals.is_lexical(text, start)):
        return None
    draft = Draft(numeral, start, end, end)
    read_tail(text, draft)
    return finish(text, draft)


_ONE_IS_FIGURE = frozenset({"money", "percent-point", "multiple", "age", "seconds", "months", "mass", "length", "area"})
_PART_OF_CLAUSE = re.compile(r"[的这那哪另每同某又任第头首上下前后唯万之逐]$")
_PRICED = re.compile(r"(?:折扣|打|低至|享受?|仅)$")
_BIG = re.compile(r"大(?![学队连陆会家家型小道地都脑使厅门楼桥坝妈爷夫人众量多方幅力规概约致胆声])")


def _is_no_figure(text: str, start: int, end: int, draft: Draft) -> bool:
    if text[start] not in CHINESE_CHARS and text[start] != "上":
        return _is_no_arabic_figure(text, start, end, draft)
    if draft.high is not None and draft.unit is None and _is_no_bare_range(text, draft):
        return True
    return _is_no_chinese_figure(text, start, end, draft)


def _is_no_arabic_figure(text: str, start: int, end: int, draft: Draft) -> bool:
    if refusals.is_named(text, draft.core_end):
        return True
    if draft.unit is not None:
        return draft.high is not None and refusals.is_season_range(text, start, draft.core_end)
    if draft.high is not None:
        return _is_no_bare_range(text, draft)
    if refusals.is_designator(text, start, end) or refusals.is_list_marker(text, start, end):
        return True
    if refusals.is_quoted(text, start, end) or refusals.is_numbered(text, start):
        return True
    digits = end - start
    bare = draft.low.step == 1 and text[start:end].isdigit()
    if not bare or draft.loose or digits == 1:
        return False
    if digits > 4 and text[start] not in "0０" and _is_cell(text, start, end):
        return False
    weak = digits > 4 or text[start] in "0０" or (digits == 4 and text[start : start + 2] in _YEAR_HEADS)
    return weak and not (_is_signed(text, start) or hedge_before(text, start) is not None)


def _is_cell(text: str, start: int, end: int) -> bool:
    """Whether the digits are all of a cell behind the first of its line: a table has its units in its heads."""
    return text[start - 1 : start] == "\t" and text[end : end + 1] in ("", "\t", "\n", "\r")


_YEAR_HEADS = frozenset(("19", "20", "１９", "２０"))


_DASHES = frozenset("-－—–")


def _is_no_bare_range(text: str, draft: Draft) -> bool:
    """Two numbers with a dash and no unit are a range only if they rise: 737—300 and 0871—5152 are names."""
    assert draft.high is not None
    low, high = draft.low.value, draft.high.value
    if text[draft.end : draft.end + 1] in _DASHES and text[draft.end + 1 : draft.end + 2].isdigit():
        return True  # a telephone: 400-820-8888
    if refusals.is_season_range(text, draft.start, draft.core_end):
        return True
    if refusals.is_designator(text, draft.end, draft.end) or refusals.is_numbered(text, draft.start):
        return True
    return low is None or high is None or low >= high or text[draft.start] in "0０"


def _is_no_chinese_figure(text: str, start: int, end: int, draft: Draft) -> bool:
    core = text[start:end]
    unit = draft.unit
    if refusals.is_named(text, draft.core_end) or text[draft.core_end : draft.core_end + 1] in ("号", "號"):
        return True
    if refusals.is_slogan(text, start, end) or (
        core[0] == "上" and _NOT_MORE_THAN.search(text[max(0, start - 2) : start])
    ):
        return True
    if unit is None:
        ranked = text[start - 1] == "前" and _RANKED.search(text, max(0, start - 4), start) is not None
        strong = ranked or _is_strong(text, core, draft) or _is_marked(text, core, draft)
        return not strong or refusals.is_work(text, start)
    if len(core) <= 4 and refusals.is_lexical(text, start):
        return True
    if core == "半":
        return text[start - 1 : start] in ("上", "下") or unit.counts
    if unit.symbol == "折" and _PRICED.search(text, max(0, start - 3), start):
        return False
    if core == "一" and draft.high is None:
        before = text[max(0, start - 1) : start]
        return (
            unit.dimension.partition(":")[0] not in _ONE_IS_FIGURE and draft.loose is None and draft.extra is None
        ) or (draft.extra is None and _PART_OF_CLAUSE.search(before) is not None)
    if core in VAGUE_CHARS:
        return unit.symbol != "倍"
    if refusals.is_work(text, start):
        return True
    if unit.symbol in _STREETS and refusals.is_street(text, start, end):
        return True
    if unit.symbol in _TROOPS and refusals.is_troop(text, start, end):
        return True
    if unit.symbol in ("级", "期") and len(core) == 1 and draft.high is None and _GRADE.match(text, draft.end):
        return True
    if core in _BARE_SIZES and len(core) == 1 and draft.loose is None and not _is_counted(text, start):
        return True
    return draft.low.hedge == "vague" and len(core) == 1


_STREETS = frozenset("路街巷")
_TROOPS = frozenset("军师旅团营连排")
SPECIAL_UNITS = _TROOPS | {"级", "期"}
"""Units that may make a name of a Chinese numeral before them."""
_BARE_SIZES = frozenset(("百", "千", "万", "亿", "百万", "千万", "亿万"))
_NOT_MORE_THAN = re.compile(r"(?:成百|成千|[晚早网线路场原以地天身世史车船桌楼山])$")
"""Before 上: another word, or an idiom: 晚上千佛山, 成千上万."""
_CLAUSE_ENDS = frozenset("。，、；,！？）")
_GRADE = re.compile(r"(?=[\u4e00-\u9fff])(?![以左上和与至到大风地的是为及或]|工程)")
"""Behind 二级 or 一期: a name goes on, 二级学院, 三级医院."""
_JUBILEE = re.compile(r"年(?:校庆|华诞|诞辰|老店|老字号|大计|奥运|纪念|庆典)")
_COUNTING = re.compile(r"(?:[超逾破近约达过足]|突破|接近|超过|不到|多于|至少|上|有|为|了)$")


def _is_counted(text: str, start: int) -> bool:
    """Whether a bare 百, 千 or 万 is meant as a number: 超万家, 近百人; not in 千家万户."""
    if _JUBILEE.match(text, start + 1):
        return True
    return _COUNTING.search(text[max(0, start - 2) : start]) is not None


def _is_signed(text: str, start: int) -> bool:
    """Whether a minus stands before the number: 负10000, -10000 at the beginning of a clause."""
    sign = text[start - 1 : start]
    if sign in ("负", "負"):
        return True
    return sign in ("-", "−", "－") and (start == 1 or text[start - 2] in _CLAUSE_ENDS or text[start - 2].isspace())


def _is_marked(text: str, core: str, draft: Draft) -> bool:
    """Whether a sign or a word that bounds it shows a bare numeral to be a figure: 负三十二, 大于二十, 三十以上."""
    if len(core) < 2 or core in _BARE_SIZES:
        return False
    marked = (
        text[draft.start - 1 : draft.start] in ("负", "負")
        or hedge_before(text, draft.start) is not None
        or hedge_after(text, draft.end) is not None
    )
    return marked and not refusals.is_lexical(text, draft.start)


_OF_AGE = re.compile(r"高龄|大寿|寿辰|岁")


def _is_strong(text: str, core: str, draft: Draft) -> bool:
    """Whether a Chinese numeral without a unit is a figure all the same: 三千五百万群众, 五大任务, 百余企业."""
    after = text[draft.end : draft.end + 1]
    if draft.high is not None:
        return len(core) > 1
    if _BIG.match(text, draft.end) and not refusals.is_lexical(text, draft.start):
        return core not in ("一", "半") and len(core) <= 2
    if draft.loose and core in _BARE_SIZES:
        return True
    if len(core) < 2 or refusals.is_lexical(text, draft.start):
        return False
    sized = any(char in M or char in "百千" for char in core)
    if _OF_AGE.match(text, draft.end):
        return True
    if (sized and (after in _CLAUSE_ENDS or not after) and len(core) > 2) or "点" in core or "點" in core:
        return True
    if sized and hedge_before(text, draft.start) is not None:
        return True
    if core in _BARE_SIZES or core in ("十万", "万亿"):
        return _is_counted(text, draft.start) and after in _CLAUSE_ENDS
    if draft.low.hedge == "vague":
        return core[-1] in M or len(core) > 1
    multiplied = any(char in M for char in core) and any(char in C or char in T for char in core)
    return multiplied or draft.loose is not None
