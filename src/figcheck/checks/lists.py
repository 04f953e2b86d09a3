"""Counts beside lists in, counts that are not the number of things listed out: 甲、乙、丙4人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.credits import begins_with_surname, is_built_like_names
from figcheck.checks.listed import ANY_ITEM, BEFORE, QUOTED, Count, Listed, bare_counts, count_of, read_list, told
from figcheck.checks.phrases import pattern
from figcheck.checks.tellings import letters_counted, told_before, told_each, told_one_by_one
from figcheck.checks.terms import text_of
from figcheck.data import list_words as words
from figcheck.data.names import POSTS
from figcheck.model import Analysis, Hit, Span
from figcheck.numerals import whole_number


def miscounted(analysis: Analysis) -> Iterator[Hit]:
    """A count that is not the number of the things that are listed before or behind it."""
    text = text_of(analysis)
    for mention in analysis.mentions:
        count = count_of(text, mention)
        if count is not None:
            yield from _judge(text, count)
    for count in bare_counts(text):
        yield from _judge(text, count)
    yield from _weekdays(text)
    yield from _crimes(text)


def _judge(text: str, count: Count) -> Iterator[Hit]:
    judges = (_before, _behind, told_one_by_one, told_before, told_each, letters_counted, _by_initials)
    hit = next(filter(None, (judge(text, count) for judge in judges)), None)
    if hit is not None:
        yield hit


# --- a list before its count ---------------------------------------------------------------------------------

_LINKED = re.compile(r"(?:，?(?:这|上述|以上)|那|共|一共|总共|共计|合计)$")
_NEAR = 2
"""By how much a count may miss its list and still be a miscount."""


def _before(text: str, count: Count) -> Hit | None:
    """玉泉、临江、武陵、南屏、西渡6个县."""
    start, end = max(0, count.span.start - 160), count.span.start
    linked = _LINKED.search(text, start, end) or _are_from(text, count, start)
    end = linked.start() if linked is not None else end
    listed = _list_before(text, start, end)
    if listed is None or listed.least <= count.number <= listed.most or not _counts_names(count, listed):
        return None
    if _NOT_ITS_COUNT.match(text, count.span.end) or _are_counted(count, listed):
        return None
    return told(text, count, listed)


def _are_counted(count: Count, listed: Listed) -> bool:
    """Whether one of the things has a count of its own: 医生6名、护士4名."""
    own = re.compile(rf"[0-9一二两三四五六七八九十百]{re.escape(count.symbol)}$")
    return any(own.search(item) for item in listed.items)


_FROM = re.compile(r"(?:来自|由|包括|涉及|涵盖|途经|连接)[^，。；：、]{1,12}、[^，。；：]{1,60}(?P<of>的)$")


def _are_from(text: str, count: Count, start: int) -> re.Match[str] | None:
    """The 的 of 来自巴西、埃及、泰国的三国艺术家: where places are listed, 的 leads to no number but theirs."""
    if count.symbol not in words.STATE_COUNTERS and count.noun not in words.STATE_COUNTERS:
        return None
    match = _FROM.search(text, start, count.span.start)
    return re.compile("的$").search(text, match.start("of"), count.span.start) if match is not None else None


_NOT_ITS_COUNT = re.compile(r"之一|以上|之[多首]|[多余]|[一二两三四五六七八九十0-9]")
"""Behind a count: it is no exact one, or not the only one (三省两市)."""


def _list_before(text: str, start: int, end: int) -> Listed | None:
    quoted = QUOTED.search(text, start, end)
    if quoted is not None:
        items = tuple(match.group() for match in ANY_ITEM.finditer(quoted.group()))
        whole = text[quoted.start() - 1 : quoted.start()] not in tuple("、和与及")
        return Listed(items, len(items), len(items), Span(quoted.start(), end)) if whole else None
    start = _behind_stop(text, start, end)
    if text.find("、", start, end) < 0:
        return None
    match = BEFORE.search(text, start, end)
    if match is None or "、" not in match.group():
        return None
    if text[match.start() - 1 : match.start()].isdigit():
        return None  # 医生6名、护士4名
    if text[match.start() - 1 : match.start()] in tuple("、》”）") or pattern("§$", words.CONJUNCTIONS).search(
        match.group()
    ):
        return None
    return read_list(text, match.start(), end)


def _behind_stop(text: str, start: int, end: int) -> int:
    """Where a list that goes on to `end` can begin: behind the last mark that ends lists, unless it may be quoted."""
    stop = max(text.rfind(mark, start, end) for mark in "，。；：！？\n—")
    return start if stop < 0 or any(text.find(mark, stop, end) > 0 for mark in "”》）") else stop + 1


def _counts_names(count: Count, listed: Listed) -> bool:
    """Whether what stands before a count is as many things of the kind that it counts."""
    nearest = min(abs(count.number - known) for known in (listed.least, listed.most))
    rest = listed.items[1:]
    symbol = count.symbol
    if any(re.search(r"[0-9０-９]", item) for item in rest):
        return nearest <= 1 and all(_CODE.fullmatch(item) for item in rest)
    if symbol in words.PERSON_COUNTERS:
        return nearest <= _NEAR and all(map(is_person, rest))
    if rest and all(ANY_ITEM.fullmatch(item) for item in listed.items):
        return nearest <= 1
    if all(len(item) == 1 for item in rest) and len(rest) > 1:
        known = set(rest) <= _DIRECTIONS or set(rest) <= set(words.PROVINCES) | set(words.STATES)
        return nearest <= 1 and (symbol in ("季", "国", "省") or known)
    shortest = 1 if symbol in ("国", "省") else 4 if symbol in ("家", "所") else 2
    if any(not shortest <= len(item) <= 12 for item in rest):
        return False
    if symbol in words.PLACE_COUNTERS or _is_listed(count.noun):
        return nearest <= (_NEAR if symbol in ("国", "省") or count.noun == "国家" else 1)
    if not (symbol in words.KIND_COUNTERS or _bear_its_name(count, listed)) and (
        len(rest) < 2 or symbol in _MEDALS or rest[-1][-1] in "的之"
    ):
        return False
    return nearest <= 1


_MEDALS = ("金", "银", "铜")
"""Not of a list: 厨卫、建筑五金."""


def _bear_its_name(count: Count, listed: Listed) -> bool:
    """Whether all things of a list end in what is counted: 内科、外科、眼科……四个科室; 少年组、青年组两个组别."""
    ends = {item[-1] for item in listed.items}
    return len(ends) == 1 and len(listed.items) > 2 and ends <= set(count.beside)


_DIRECTIONS = frozenset("东西南北中前后左右上下甲乙丙丁红黄蓝绿白黑一二三四五六日")
"""What one character each may name in a list: sides, colours, days of the week."""
_CODE = re.compile(r"[A-Z]{0,3}[0-9０-９]{1,4}(?:路|号|次|线|班|栋|幢|日|年|级|组|井|标段)?(?:公交|线|楼|列车)?")
"""A name that is mostly a number: K12路, 15日, 3号楼."""


def _is_listed(noun: str) -> bool:
    return noun in words.LISTED_NOUNS.split()


@lru_cache(maxsize=4096)
def is_person(item: str) -> bool:
    """Whether a thing of a list is somebody's name, perhaps with a post before it."""
    if (
        "某" in item
        or (len(item) == 2 and item[0] in "小老阿")
        or "·" in item
        or pattern("§$", POSTS).search(item) is not None
    ):
        return True
    for size in (3, 2, 4):
        name = item[-size:]
        if len(name) == size and begins_with_surname(name) and is_built_like_names(name):
            return True
    return False


# --- a list behind its count ---------------------------------------------------------------------------------

_NOUN = r"[^，。；：、！？\n（）“”《》—0-9０-９一二两三四五六七八九十]"


def _behind(text: str, count: Count) -> Hit | None:
    """三个国家：法国、意大利; 三条线路（K12路、K15路）; 八强……它们是甲、乙、丙."""
    opened = pattern(f"”?(?P<noun>{_NOUN}{{0,8}}?)”?，?(?:名字|名称)?(?:：|——|（|(?:§)：?)", words.LIST_OPENERS).match(
        text, count.end
    )
    if opened is None:
        return _equated(text, count)
    if opened.group().endswith("（"):
        end = text.find("）", opened.end(), opened.end() + 160)
        return _judged(text, count, opened.end(), end) if end > 0 else None
    stop = re.compile(r"[。！？\n]|$").search(text, opened.end())
    end = stop.start() if stop is not None else len(text)
    if opened.group()[-1] in "：—":
        clauses = _clauses(text, count, opened["noun"], opened.end(), end)
        if clauses is not None:
            return clauses if isinstance(clauses, Hit) else None
    comma = re.compile(r"[，；—]").search(text, opened.end(), end)
    return _judged(text, count, opened.end(), comma.start() if comma is not None else end)


_IS = re.compile(r"[^，。；：、！？\n（）“”《》—0-9０-９]{0,6}[是为有](?=[“《])")


def _equated(text: str, count: Count) -> Hit | None:
    """获奖的5部影片是《远山》《归途》和《麦田》."""
    opened = _IS.match(text, count.end)
    if opened is None:
        return None
    comma = re.compile(r"[，。；！？\n]|$").search(text, opened.end())
    return _judged(text, count, opened.end(), comma.start() if comma is not None else len(text))


def _judged(text: str, count: Count, start: int, end: int) -> Hit | None:
    listed = _list_behind(text, start, end)
    if listed is None or listed.least <= count.number <= listed.most or _has_figures(text, listed):
        return None
    if min(abs(count.number - known) for known in (listed.least, listed.most)) > _NEAR:
        return None
    return told(text, count, listed)


def _list_behind(text: str, start: int, end: int) -> Listed | None:
    quoted = QUOTED.fullmatch(text, start, end)
    if quoted is not None:
        items = tuple(match.group() for match in ANY_ITEM.finditer(quoted.group()))
        return Listed(items, len(items), len(items), Span(start, end))
    if "、" not in text[start:end] or text[start : start + 2] in ("一、", "1、") or _NO_LIST.search(text, start, end):
        return None
    return read_list(text, start, end)


_NO_LIST = re.compile(r"[，；。：]|[均都各皆]")

_FIGURE = re.compile(
    r"[0-9０-９][0-9０-９.万亿余多]*(?![路号次线班日年级组井])[一-龥%]|[一二两三四五六七八九十百千万]+(?:余|多)?(?:[个名人位家件项所座元米亩岁]|公里)"
)


def _has_figures(text: str, listed: Listed) -> bool:
    return any(_FIGURE.search(item.removeprefix("一")) for item in listed.items)


def _clauses(text: str, count: Count, noun: str, start: int, end: int) -> Hit | bool | None:
    """三项任务：稳定粮食生产，改善人居环境; None where these are no clauses, False where they are as many."""
    written = text[start:end]
    known = {count.noun, noun[-2:]} & set(words.CLAUSED_NOUNS.split())
    if "：" in written or "、" in written or "“" in written or not known:
        return None
    by_semicolon, by_comma = written.split("；"), re.split("[，；]", written)
    if count.number in (len(by_semicolon), len(by_comma)) or _is_open(written):
        return False
    pieces = by_semicolon if len(by_semicolon) > 1 else by_comma
    if len(pieces) < 3 or abs(count.number - len(pieces)) > 1 or not _are_alike(pieces):
        return False
    if len(by_semicolon) == 1 and count.number < len(pieces):
        return False
    return told(text, count, Listed(tuple(pieces), len(pieces), len(pieces), Span(start, end)))


def _is_open(written: str) -> bool:
    return "…" in written or "等" in written or "其中" in written or "一是" in written


_LONGEST = 18
"""Characters of a clause that is one thing of a list."""


def _are_alike(pieces: Sequence[str]) -> bool:
    sizes = [len(piece) for piece in pieces]
    return min(sizes) > 3 and max(sizes) <= _LONGEST * (1 + ("；" in pieces)) and max(sizes) <= 2 * min(sizes) + 2


_WEEKDAYS = re.compile(
    r"(?:每周|每星期|[逢每]周)(?P<days>(?:周|星期)?[一二三四五六日](?:[、和及](?:周|星期)?[一二三四五六日]){1,6})"
    r"(?:[^，。；：、0-9]{0,6}?|[^，。；：、0-9]{0,10}，(?:每周|一周|每星期|一星期|共|合计)[^，。；：、0-9]{0,4}?)"
    r"(?P<number>[两二三四五六七1-7])(?P<counter>[天次班趟场])(?!班)"
)


def _weekdays(text: str) -> Iterator[Hit]:
    """每周一、三、五开放四天."""
    for match in _WEEKDAYS.finditer(text) if "周" in text or "星期" in text else ():
        days = tuple(re.findall("[一二三四五六日]", match["days"]))
        number = whole_number(match["number"]) or 0
        if len(days) != number:
            span = Span(match.start("number"), match.end())
            listed = Listed(days, len(days), len(days), Span(*match.span("days")))
            yield told(text, Count(span, number, match["counter"], match["counter"], span.end), listed)


# --- crimes ------------------------------------------------------------------------------------------------------

_TOGETHER = re.compile(r"(?P<number>[两二三四五六])罪(?:并罚|并处|合并)")
_CRIME = re.compile(r"[一-龥]{2,16}?(?<![犯认服定无有数该此前后漏新余畏悔判])罪(?![名行犯人责证状与恶过])")
_OF_A_CRIME = re.compile(r"^.*?(?:构成|涉嫌|触犯|犯有|犯了?|均?以|因|和|与|及|并|的)(?=[一-龥]{2,}罪$)")


def _crimes(text: str) -> Iterator[Hit]:
    """以受贿罪……，以滥用职权罪……，三罪并罚: as many crimes as the sentence names."""
    for match in _TOGETHER.finditer(text) if "罪" in text else ():
        start = max(text.rfind(mark, 0, match.start()) for mark in "。！？\n") + 1
        here, everywhere = _names_of_crimes(text, start, match.start()), _names_of_crimes(text, 0, len(text))
        number = whole_number(match["number"].replace("两", "二")) or 0
        if len(here) < 2 or number in (len(here), len(everywhere)) or abs(number - len(here)) > _NEAR:
            continue
        span = Span(match.start(), match.start() + 2)
        listed = Listed(tuple(here), len(here), len(here), Span(start, match.start()))
        yield told(text, Count(span, number, "罪", "罪", span.end), listed)


def _names_of_crimes(text: str, start: int, end: int) -> list[str]:
    found = (_OF_A_CRIME.sub("", match.group()) for match in _CRIME.finditer(text, start, end))
    return list(dict.fromkeys(found))


# --- things by one character each ------------------------------------------------------------------------------


def _by_initials(text: str, count: Count) -> Hit | None:
    """中日韩四国: fewer characters than are counted; more may belong to a word before them."""
    known = {"国": words.STATES, "省": words.PROVINCES}.get(count.symbol)
    if known is None:
        return None
    run = re.compile(rf"(?<![、和与])[{known.replace(' ', '')}]{{2,}}$")
    match = run.search(text, max(0, count.span.start - 12), count.span.start)
    if match is None or not 0 < count.number - len(match.group()) <= 1:
        return None
    names = tuple(match.group())
    return told(text, count, Listed(names, len(names), len(names), Span(*match.span())))
