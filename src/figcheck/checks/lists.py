"""Counts beside lists in, counts that are not the number of things listed out: 甲、乙、丙4人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.credits import begins_with_surname, is_built_like_names
from figcheck.checks.phrases import pattern, word_behind
from figcheck.checks.terms import text_of
from figcheck.data import list_words as words
from figcheck.data.names import POSTS
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.values import Frozen

_MOST = 20
"""The highest count that is checked against a list."""


class Listed(Frozen):
    """The things of a list."""

    items: tuple[str, ...]
    """What stands between the marks; the first may have other words before it."""
    least: int
    most: int
    """How many they are: 和 may join two of them, or stand inside one."""
    span: Span


class Count(Frozen):
    """A number of things that a list may stand beside."""

    mention: Mention
    number: int
    noun: str
    """What is counted, as far as a table knows it; else the counter."""
    end: int
    """Offset behind the noun, and a bracket that belongs to it."""


def miscounted(analysis: Analysis) -> Iterator[Hit]:
    """A count that is not the number of the things that are listed before or behind it."""
    text = text_of(analysis)
    for mention in analysis.mentions:
        count = _count(text, mention)
        if count is None:
            continue
        for judge in (_before, _behind, _told_one_by_one, _by_initials):
            hit = judge(text, count)
            if hit is not None:
                yield hit
                break


def _count(text: str, mention: Mention) -> Count | None:
    quantity = mention.quantity
    number, unit = quantity.number, quantity.unit
    if number is None or number.denominator != 1 or not 2 <= number <= _MOST or quantity.hedge != "exact":
        return None
    if unit is None or not unit.counts or quantity.kind != "quantity":
        return None
    big = 1 if text[mention.end : mention.end + 1] == "大" and unit.symbol != "大" else 0
    noun = word_behind(text, mention.end + big, words.LISTED_NOUNS + " " + words.CLAUSED_NOUNS, len(text)) or ""
    end = mention.end + big + len(noun)
    bracket = re.compile(r"（[一-龥]{1,2}）").match(text, end)
    return Count(mention, int(number), noun or unit.symbol, bracket.end() if bracket is not None else end)


# --- reading lists -------------------------------------------------------------------------------------------

_THING = r"(?:[^，。；：、！？\n（）“”《》—]|“[^”\n]{1,24}”|《[^》\n]{1,24}》|（[^）\n]{0,24}）)"
_LIST = rf"{_THING}{{1,40}}(?:、{_THING}{{1,24}})*"
_BEFORE = re.compile(rf"{_LIST}$")
_QUOTED = re.compile(r"(?:(?:“[^”\n]{1,24}”|《[^》\n]{1,24}》)[和与及、]?){2,}$")
_BRACKETS = re.compile(r"（[^）]*）")
_ANY_ITEM = re.compile(r"“[^”]*”|《[^》]*》")


def read_list(text: str, start: int, end: int) -> Listed | None:
    """What a stretch of text lists between 、 and 和; None where it is no list, or leaves open whether that is all."""
    written = _BRACKETS.sub("", text[start:end])
    if pattern("§|(?<![平高均同])等(?![级候于距额离])", words.OPEN_LIST.partition(" ")[2]).search(written):
        return None
    bare = _ANY_ITEM.sub(lambda match: "“" + "＊" * (len(match.group()) - 2) + "”", written)
    pieces = bare.split("、")
    joins = pattern("§", words.CONJUNCTIONS)
    *first, last = pieces
    parts = [part for part in joins.split(last) if part]
    more = sum(len(joins.findall(piece)) for piece in pieces)
    least = len(pieces)
    if len(parts) == 2 and more == 1 and min(map(len, parts)) > 1:
        return Listed((*first, *parts), least + 1, least + 1, Span(start, end))
    return Listed(tuple(pieces), least, least + more, Span(start, end)) if least > 1 or more else None


# --- a list before its count ---------------------------------------------------------------------------------

_LINKED = re.compile(r"(?:，?(?:这|上述|以上)|那|共|一共|总共|共计|合计)$")
_NEAR = 2
"""By how much a count may miss its list and still be a miscount."""


def _before(text: str, count: Count) -> Hit | None:
    """玉泉、临江、武陵、南屏、西渡6个县."""
    start, end = max(0, count.mention.start - 160), count.mention.start
    linked = _LINKED.search(text, start, end)
    end = linked.start() if linked is not None else end
    listed = _list_before(text, start, end)
    if listed is None or listed.least <= count.number <= listed.most or not _counts_names(count, listed):
        return None
    if _NOT_ITS_COUNT.match(text, count.mention.end):
        return None
    return _hit(text, count, listed)


_NOT_ITS_COUNT = re.compile(r"之一|以上|之[多首]|[多余]|[一二两三四五六七八九十0-9]")
"""Behind a count: it is no exact one, or not the only one (三省两市)."""


def _list_before(text: str, start: int, end: int) -> Listed | None:
    quoted = _QUOTED.search(text, start, end)
    if quoted is not None:
        items = tuple(match.group() for match in _ANY_ITEM.finditer(quoted.group()))
        whole = text[quoted.start() - 1 : quoted.start()] not in tuple("、和与及")
        return Listed(items, len(items), len(items), Span(quoted.start(), end)) if whole else None
    if text.find("、", start, end) < 0:
        return None
    match = _BEFORE.search(text, start, end)
    if match is None or "、" not in match.group():
        return None
    if text[match.start() - 1 : match.start()] in tuple("、》”）") or pattern("§$", words.CONJUNCTIONS).search(
        match.group()
    ):
        return None
    return read_list(text, match.start(), end)


def _counts_names(count: Count, listed: Listed) -> bool:
    """Whether what stands before a count is as many things of the kind that it counts."""
    nearest = min(abs(count.number - known) for known in (listed.least, listed.most))
    rest = listed.items[1:]
    unit = count.mention.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    if any(re.search(r"[0-9０-９]", item) for item in rest):
        return nearest <= 1 and all(_CODE.fullmatch(item) for item in rest)
    if symbol in words.PERSON_COUNTERS:
        return nearest <= _NEAR and all(map(_is_person, rest))
    shortest = 1 if symbol in ("国", "省") else 4 if symbol in ("家", "所") else 2
    if any(not shortest <= len(item) <= 12 for item in rest):
        return False
    if symbol in words.PLACE_COUNTERS or _is_listed(count.noun):
        return nearest <= (_NEAR if symbol in ("国", "省") or count.noun == "国家" else 1)
    return symbol in words.KIND_COUNTERS and nearest <= 1


_CODE = re.compile(r"[A-Z]{0,3}[0-9０-９]{1,4}(?:路|号|次|线|班|栋|幢|日|年|级|组|井|标段)?(?:公交|线|楼|列车)?")
"""A name that is mostly a number: K12路, 15日, 3号楼."""


def _is_listed(noun: str) -> bool:
    return noun in words.LISTED_NOUNS.split()


@lru_cache(maxsize=4096)
def _is_person(item: str) -> bool:
    """Whether a thing of a list is somebody's name, perhaps with a post before it."""
    if "某" in item or "·" in item:
        return True
    for size in (3, 2, 4):
        name, post = item[-size:], item[:-size]
        if len(name) == size and begins_with_surname(name) and is_built_like_names(name):
            return not post or pattern("§$", POSTS).search(post) is not None or post[-1:] in "员师手家者长"
    return False


# --- a list behind its count ---------------------------------------------------------------------------------

_NOUN = r"[^，。；：、！？\n（）“”《》—0-9０-９一二两三四五六七八九十]"


def _behind(text: str, count: Count) -> Hit | None:
    """三个国家：法国、意大利; 三条线路（K12路、K15路）; 八强……它们是甲、乙、丙."""
    opened = pattern(f"(?P<noun>{_NOUN}{{0,8}}?)，?(?:：|——|（|(?:§)：?)", words.LIST_OPENERS).match(text, count.end)
    if opened is None:
        return None
    if opened.group().endswith("（"):
        end = text.find("）", opened.end(), opened.end() + 160)
        return _judged(text, count, opened.end(), end) if end > 0 else None
    stop = re.compile(r"[。！？\n]|$").search(text, opened.end())
    end = stop.start() if stop is not None else len(text)
    if opened.group()[-1] in "：—":
        clauses = _clauses(text, count, opened.end(), end)
        if clauses is not None:
            return clauses if isinstance(clauses, Hit) else None
    comma = re.compile(r"[，；—]").search(text, opened.end(), end)
    return _judged(text, count, opened.end(), comma.start() if comma is not None else end)


def _judged(text: str, count: Count, start: int, end: int) -> Hit | None:
    listed = _list_behind(text, start, end)
    if listed is None or listed.least <= count.number <= listed.most or _has_figures(text, listed):
        return None
    if min(abs(count.number - known) for known in (listed.least, listed.most)) > _NEAR:
        return None
    return _hit(text, count, listed)


def _list_behind(text: str, start: int, end: int) -> Listed | None:
    quoted = _QUOTED.fullmatch(text, start, end)
    if quoted is not None:
        items = tuple(match.group() for match in _ANY_ITEM.finditer(quoted.group()))
        return Listed(items, len(items), len(items), Span(start, end))
    if "、" not in text[start:end] or _NO_LIST.search(text, start, end):
        return None
    return read_list(text, start, end)


_NO_LIST = re.compile(r"[，；。：]|[均都各皆]")

_FIGURE = re.compile(
    r"[0-9０-９][0-9０-９.万亿余多]*(?![路号次线班日年级组井])[一-龥%]|[一二两三四五六七八九十百千万]+(?:余|多)?(?:[个名人位家件项所座元米亩岁]|公里)"
)


def _has_figures(text: str, listed: Listed) -> bool:
    return any(_FIGURE.search(item) for item in listed.items)


def _clauses(text: str, count: Count, start: int, end: int) -> Hit | bool | None:
    """三项任务：稳定粮食生产，改善人居环境; None where these are no clauses, False where they are as many."""
    written = text[start:end]
    if "：" in written or "、" in written or "“" in written or count.noun not in words.CLAUSED_NOUNS.split():
        return None
    by_semicolon, by_comma = written.split("；"), re.split("[，；]", written)
    if count.number in (len(by_semicolon), len(by_comma)) or _is_open(written):
        return False
    pieces = by_semicolon if len(by_semicolon) > 1 else by_comma
    if len(pieces) < 3 or abs(count.number - len(pieces)) > 1 or not _are_alike(pieces):
        return False
    if len(by_semicolon) == 1 and count.number < len(pieces):
        return False
    return _hit(text, count, Listed(tuple(pieces), len(pieces), len(pieces), Span(start, end)))


def _is_open(written: str) -> bool:
    return "…" in written or "等" in written or "其中" in written or "一是" in written


_LONGEST = 18
"""Characters of a clause that is one thing of a list."""


def _are_alike(pieces: Sequence[str]) -> bool:
    sizes = [len(piece) for piece in pieces]
    return min(sizes) > 3 and max(sizes) <= _LONGEST * (1 + ("；" in pieces)) and max(sizes) <= 2 * min(sizes) + 2


# --- things told one by one ----------------------------------------------------------------------------------

_FAR = 90
"""Characters between a count and the first of its things."""


def _told_one_by_one(text: str, count: Count) -> Hit | None:
    """四个方面的工作：一是……二是……三是……."""
    if not _is_enumerated(text, count):
        return None
    for row in _rows():
        at = text.find(row[0], count.end, count.end + _FAR)
        if at < 0 or _leads_elsewhere(text, count.end, at):
            continue
        found, last = 1, at
        while found < len(row) and (following := text.find(row[found], last)) > 0:
            found, last = found + 1, following
        if found < 2 or abs(found - count.number) != 1 or found == len(row):
            continue
        listed = Listed(row[:found], found, found, Span(at, min(last + len(row[0]), len(text))))
        return _hit(text, count, listed)
    return None


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in words.ENUMERATORS)


def _is_enumerated(text: str, count: Count) -> bool:
    unit = count.mention.quantity.unit
    names = words.ENUMERATED.split()
    return count.noun in names or (unit is not None and unit.symbol in names)


_ELSEWHERE = re.compile(r"[两二三四五六七八九十0-9](?:个|项|条|点|大|方面|件|步|种)|^[^“]*”|其中|\n.*\n")


def _leads_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether another count, or the end of a quotation, stands between a count and the first of its things."""
    return _ELSEWHERE.search(text[start:end]) is not None


# --- things by one character each ------------------------------------------------------------------------------


def _by_initials(text: str, count: Count) -> Hit | None:
    """中日韩四国: fewer characters than are counted; more may belong to a word before them."""
    unit = count.mention.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    known = {"国": words.STATES, "省": words.PROVINCES}.get(symbol)
    if known is None:
        return None
    run = re.compile(rf"(?<![、和与])[{known.replace(' ', '')}]{{2,}}$")
    match = run.search(text, max(0, count.mention.start - 12), count.mention.start)
    if match is None or not 0 < count.number - len(match.group()) <= 1:
        return None
    names = tuple(match.group())
    return _hit(text, count, Listed(names, len(names), len(names), Span(*match.span())))


# --- the hit -------------------------------------------------------------------------------------------------


def _hit(text: str, count: Count, listed: Listed) -> Hit:
    number = listed.least if abs(listed.least - count.number) <= abs(listed.most - count.number) else listed.most
    values = {"written": text[count.mention.start : count.end], "number": str(number)}
    span = listed.span
    names = "、".join(item.strip() for item in listed.items)
    evidence = (
        SpanEvidence(span.start, span.end, text[span.start : span.end]),
        Derivation(f"{names} → {number} ≠ {count.number}"),
    )
    return Hit(count.mention.span, values, evidence, str(number), against=count.mention.start)
