"""Counts in, those that are not the number of the things told one by one beside them out: 三点：一是……，二是……; and
rows of such marks that leave one out or say one twice: 一是……，二是……，四是……."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.listed import Count, Listed, told
from figcheck.checks.terms import text_of
from figcheck.data import list_words as words
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence
from figcheck.numerals import whole_number

_FAR = 90
"""Characters between a count and the first of its things."""
_LONGEST = 600
"""Characters through which things are told one by one."""


class _Row:
    """What numbers the things of a list, place by place: 一是, 二是; 首先, 其次 or 第二."""

    __slots__ = ("places",)

    def __init__(self, places: Sequence[Sequence[str]]) -> None:
        self.places = places

    def found(self, text: str, start: int, end: int) -> list[Span]:
        """Where they stand, one behind the other, from an offset on."""
        spans: list[Span] = []
        for marks in self.places:
            places = [(at, mark) for mark in marks if (at := _at_break(text, mark, start, end)) >= 0]
            if not places:
                break
            at, mark = min(places)
            spans.append(Span(at, at + len(mark)))
            start = at + len(mark)
        return spans


def _at_break(text: str, mark: str, start: int, end: int) -> int:
    """Where a mark stands at the beginning of a clause."""
    at = text.find(mark, start, end)
    while at > 0 and text[at - 1] not in _BREAKS:
        at = text.find(mark, at + 1, end)
    return at


_BREAKS = "，。；：、！？\n“”（）—… \u3000就要"


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    return tuple(_Row([place.split("/") for place in row.split()]) for row in words.ENUMERATORS)


_OWN_ROW = re.compile(
    r"[，。；：“—](?P<mark>一(?P<verb>(?![等级期号楼线类批季度月组队中院区小连档环奖年般])[一-龥]))[^。！？\n]{1,40}?[，；。、]二(?P=verb)"
)


def _rows_in(text: str, start: int, end: int) -> Iterator[_Row]:
    """The rows whose first mark stands there; 一愿, 二愿, 三愿 too."""
    written = text[start:end]
    for row in _rows():
        if any(mark in written for mark in row.places[0]):
            yield row
    own = _OWN_ROW.search(written)
    if own is not None:
        yield _Row([[number + own["verb"]] for number in "一二三四五六七八九十"])


# --- behind the count ----------------------------------------------------------------------------------------


def told_one_by_one(text: str, count: Count) -> Hit | None:
    """四个方面的工作：一是……二是……三是……."""
    if not _is_enumerated(count):
        return None
    end = _end_of(text, count.end)
    for row in _rows_in(text, count.end, min(end, count.end + _FAR)):
        found = row.found(text, count.end, end)
        if len(found) < 2 or found[0].start > count.end + _FAR or _leads_elsewhere(text, count.end, found[0].start):
            continue
        hit = _judged(text, count, found, len(row.places))
        if hit is not None:
            return hit
    return None


def _end_of(text: str, start: int) -> int:
    """Where the things of a list are told at the latest: some paragraphs on, if each begins with its mark."""
    return min(len(text), start + _LONGEST)


def _judged(text: str, count: Count, found: Sequence[Span], most: int) -> Hit | None:
    number = len(found)
    if number == most or number == count.number or not -1 <= number - count.number <= 2:
        return None
    items = tuple(text[span.start : span.end] for span in found)
    return told(text, count, Listed(items, number, number, Span(found[0].start, found[-1].end)))


def _is_enumerated(count: Count) -> bool:
    names = words.ENUMERATED.split()
    return count.noun in names or count.symbol in names


_ELSEWHERE = re.compile(r"[两二三四五六七八九十0-9](?:个|项|条|点|大|方面|件|步|种)|^[^“]*”|其中|\n.*\n")


def _leads_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether another count, or the end of a quotation, stands between a count and the first of its things."""
    return _ELSEWHERE.search(text[start:end]) is not None


# --- before the count ----------------------------------------------------------------------------------------

_SUMS_UP = re.compile(r"[。；，！](?:“)?(?:这|以上|上述|就是这|正是这|靠着这|凭着这|简简单单)$")


def told_before(text: str, count: Count) -> Hit | None:
    """第一，摸清底数；第二，建好台账；第三，限期整改。这四步，一步都不能少."""
    start = max(0, text.rfind("\n", 0, count.span.start) + 1, count.span.start - 200)
    if _SUMS_UP.search(text, max(start, count.span.start - 8), count.span.start) is None:
        return None
    for row in _rows_in(text, start, count.span.start):
        found = row.found(text, start, count.span.start)
        if len(found) > 1 and not _leads_elsewhere(text, start, found[0].start):
            return _judged(text, count, found, len(row.places))
    return None


# --- one of each ---------------------------------------------------------------------------------------------


def told_each(text: str, count: Count) -> Hit | None:
    """两份协议，一份关于能源，一份关于教育: clauses that begin with so many of the counter."""
    stop = re.compile(r"[。！？\n]|$").search(text, count.end)
    end = stop.start() if stop is not None else len(text)
    if len(count.symbol) > 2 or "一" + count.symbol not in text[count.end : end]:
        return None
    if "第一" + count.symbol in text[count.end : end]:
        return None  # 到过5次，第一次是1983年，最后一次在2014年，其中3次……
    own = re.compile(
        rf"[，；：、（—](?:其中|还有|另外|另|再有|有|剩下|其余|最后)?的?(?P<number>[一两二三四五六七八九]|[0-9]{{1,2}})?(?P<one>另)?{re.escape(count.symbol)}(?![一-龥]?[、])"
    )
    found = [match for match in own.finditer(text, count.span.end, end) if match["number"]]
    if len(found) < 2 or found[0]["number"] != "一" or text[found[0].end() : found[0].end() + 1] in _NOT_ONE:
        return None
    numbers = [(whole_number(match["number"]) or 0) for match in found]
    if numbers == list(range(1, len(numbers) + 1)) and count.symbol in words.NUMBERED.split():
        return None  # 两期工程，一期……，二期……: the first one and the second
    number = sum(numbers)
    if any(sum(numbers[:size]) == count.number for size in range(2, len(numbers))):
        return None  # 两个儿子，一个当兵，一个务农，还有一个女儿
    if text[found[-1].end() : end].find("；") >= 0:
        return None  # 3人打破纪录：……一人2分31秒，一人2分33秒；男子……
    if abs(number - count.number) != 1 or _LEAVES_OPEN.search(text, count.span.start, end) or _is_twofold(text, found):
        return None
    items = tuple(match.group()[1:] for match in found)
    return told(text, count, Listed(items, number, number, Span(found[0].start() + 1, found[-1].end())))


_NOT_ONE = tuple("一都也不没接多来般")
_LEAVES_OPEN = re.compile("等|之一|多[个位名件]|一个个|一个比一个|分别|再|又|只剩|不是一|没有一|每")


def _is_twofold(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether the clauses do not run alike: 三个孩子，一个月没回家，一个都没哭."""
    behind = [text[match.end() : match.end() + 1] for match in found]
    return any(one in _NOT_ONE for one in behind)


# --- letters and phrases -------------------------------------------------------------------------------------

_QUOTED = r"“(?P<said>[一-龥]{1,12})”"


def letters_counted(text: str, count: Count) -> Hit | None:
    """这三个字——“务实”: characters said to be so many; and 两个“没想到” that are told three times."""
    if count.symbol == "个" and text.startswith("字", count.span.end):
        return _letters(text, count)
    if count.symbol == "个":
        return _phrases(text, count)
    return None


def _letters(text: str, count: Count) -> Hit | None:
    behind = re.compile(rf"字(?:的[一-龥]{{2,4}})?(?:——|：|，|是|就是){_QUOTED}(?![、和与“])").match(
        text, count.span.end
    )
    before = re.compile(rf"(?<![、和与”]){_QUOTED}(?:，)?(?:这|那)?(?:简简单单|短短|区区)?(?:的)?$").search(
        text, max(0, count.span.start - 24), count.span.start
    )
    match = behind or before
    if match is None or len(match["said"]) == count.number or abs(len(match["said"]) - count.number) > 2:
        return None
    return told(
        text, count, Listed(tuple(match["said"]), len(match["said"]), len(match["said"]), Span(*match.span("said")))
    )


def _phrases(text: str, count: Count) -> Hit | None:
    match = re.compile(r"“?(?P<phrase>[一-龥]{2,4})”").match(text, count.span.end)
    if match is None or "“" not in text[max(0, count.span.start - 1) : match.end() - 1]:
        return None
    line = text.rfind("\n", 0, count.span.start) + 1
    stop = text.find("\n", match.end())
    found = [
        Span(*one.span())
        for one in re.compile_anew(rf"(?<!“){re.escape(match['phrase'])}(?!”)").finditer(
            text, line, stop % (len(text) + 1)
        )
        if not match.start() <= one.start() < match.end() and text[one.start() - 1] in _BREAKS
    ]
    if len(found) < 2 or abs(len(found) - count.number) != 1:
        return None
    items = (match["phrase"],) * len(found)
    return told(text, count, Listed(items, len(found), len(found), Span(found[0].start, found[-1].end)))


# --- numbers left out or said twice ----------------------------------------------------------------------------

_ORDER = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_MARKS = tuple(
    re.compile(f"(?:{form})(?![”’。；])")
    for form in (
        r"(?P<n>[一二三四五六七八九十])(?P<tail>是|要(?!是)|则|来(?!自|到|源|年|说|往)|曰)(?!否|的)",
        r"第(?P<n>[一二三四五六七八九十])(?P<tail>，|是(?!否))",
        r"其(?P<n>[一二三四五六七八九十])(?P<tail>[，、：]|是)",
        r"(?<![^\n ])(?P<n>[一二三四五六七八九十])(?P<tail>、)(?![一二三四五六七八九十])",
        r"[（(](?P<n>[一二三四五六七八九十])(?P<tail>[）)])",
        r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])(?P<tail>)",
    )
)
"""What numbers points, each kind a row of its own."""
_LEAST = 2
"""Marks in order that show a row to be one."""


def numbers_left_out(analysis: Analysis) -> Iterator[Hit]:
    """一是……；二是……；四是……, or 二是 twice: the number that a row goes on with is not the next one."""
    text = text_of(analysis)
    for form in _MARKS:
        found = [match for match in form.finditer(text) if _begins(text, match)]
        row: list[re.Match[str]] = []
        for match in found:
            number = _place(match)
            if (row and match.start() - row[-1].end() > _LONGEST) or (row and match["tail"] != row[-1]["tail"]):
                row = []
            if number == 1:
                row = [match]
            elif row and number == len(row) + 1:
                row.append(match)
            elif len(row) >= _LEAST and number in (len(row), len(row) + 2) and not _is_cut(text, row[-1], match):
                yield _out_of_row(text, row, match)
                row = []
            else:
                row = []


def _begins(text: str, match: re.Match[str]) -> bool:
    return match.start() == 0 or text[match.start() - 1] in _BREAKS


def _place(match: re.Match[str]) -> int:
    return (_CIRCLED if match["n"] in _CIRCLED else _ORDER).index(match["n"]) + 1


def _is_cut(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """Whether something of the row may have been left out, or stand without its mark."""
    return re.search("…|略|\\n.*\\n.*\\n", text[last.end() : match.start()]) is not None


def _out_of_row(text: str, row: Sequence[re.Match[str]], match: re.Match[str]) -> Hit:
    signs = _CIRCLED if match["n"] in _CIRCLED else _ORDER
    expected = match.group().replace(match["n"], signs[len(row)])
    places = tuple(SpanEvidence(*one.span(), one.group()) for one in (*row, match))
    working = Derivation(f"{'、'.join(one.group().strip() for one in row)} → {expected} ≠ {match.group()}")
    values = {"written": match.group(), "last": row[-1].group(), "expected": expected}
    return Hit(Span(*match.span()), values, (*places[:-1], working), expected, against=match.start())
