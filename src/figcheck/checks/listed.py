"""Words around a count in, the count and the things of a list beside it out; what is said where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.phrases import pattern, word_behind
from figcheck.checks.terms import choice
from figcheck.data import list_words as words
from figcheck.model import Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import read_numeral
from figcheck.values import Frozen

MOST = 20
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

    span: Span
    number: int
    symbol: str
    """The counter: 个, 名, 大."""
    noun: str
    """What is counted, as far as a table knows it; else the counter."""
    end: int
    """Offset behind the noun, and a bracket that belongs to it."""
    beside: str = ""
    """The characters right behind the numeral, counter and noun among them."""


def count_of(text: str, mention: Mention) -> Count | None:
    """A figure as a count of things; None where it is none, or too large to be listed."""
    quantity = mention.quantity
    number, unit = quantity.number, quantity.unit
    if number is None or number.denominator != 1 or not 2 <= number <= MOST or quantity.hedge != "exact":
        return None
    if unit is None or not unit.counts or quantity.kind != "quantity" or text.startswith("年级", mention.core_end):
        return None
    return _counted(text, mention.span, int(number), unit.symbol)


_BARE = re.compile(
    r"(?<![上下中]午)(?<![晚早今明]上)(?<!凌晨)(?<![今昨明]晚)(?<![第几数0-9０-９一二两三四五六七八九十零百千万亿点])(?P<number>[两二三四五六七八九十]{1,2})"
    rf"(?P<counter>[大季](?=[一-龥，]{{2}})|点(?={choice(words.CLAUSED_NOUNS)}|：一))"
    r"|“(?P<number2>[两二三四五六七八九])(?P<counter2>优先|个[一必不确坚聚][一-龥]{1,2}|个一|必|不准|不让|件套|部曲|字诀|道关|板斧|张牌|本账|送|免|减|步走|不|有|要|查|看|进|比|化|心|新|帮|包|清|问)(?=”)"
)
"""Counts that the reader of figures takes for words: 四大名著, 春夏秋冬四季."""


def bare_counts(text: str) -> Iterator[Count]:
    """Counts without a counter of their own."""
    for match in _BARE.finditer(text):
        read = read_numeral((match["number"] or match["number2"]).replace("两", "二"))
        if read is None or read.value is None or not 2 <= read.value <= MOST:
            continue
        if match["number2"]:
            span = Span(match.start("number2"), match.end())
            yield Count(span, int(read.value), match["counter2"], match["counter2"], match.end())
            continue
        known = _counted(text, Span(match.start(), match.end("number")), int(read.value), match["counter"])
        if match["counter"] != "大":
            yield _counted(text, Span(*match.span()), known.number, match["counter"])
        elif known.noun == "大":
            yield Count(known.span, known.number, "大", text[match.end() : match.end() + 2], match.end() + 2)
        else:
            yield known


def _counted(text: str, span: Span, number: int, symbol: str) -> Count:
    big = 1 if text[span.end : span.end + 1] == "大" and symbol != "大" else 0
    big += symbol == "大" and text[span.end : span.end + 1] == "大"
    noun = word_behind(text, span.end + big, words.LISTED_NOUNS + " " + words.CLAUSED_NOUNS, len(text)) or ""
    end = span.end + big + len(noun)
    bracket = re.compile(r"（[一-龥]{1,2}）").match(text, end)
    beside = symbol + text[span.end + big : span.end + big + 2]
    return Count(span, number, symbol, noun or symbol, bracket.end() if bracket is not None else end, beside)


# --- reading lists -------------------------------------------------------------------------------------------

_THING = r"(?:[^，。；：、！？\n（）“”《》—]|“[^”\n]{1,24}”|《[^》\n]{1,24}》|（[^）\n]{0,24}）)"
_LIST = rf"{_THING}{{1,40}}(?:、{_THING}{{1,24}})*"
BEFORE = re.compile(rf"{_LIST}$")
"""A list that ends where it is looked for."""
QUOTED = re.compile(r"(?:(?:“[^”\n]{1,24}”|《[^》\n]{1,24}》)[和与及、]?){2,}$")
_BRACKETS = re.compile(r"（[^）]*）")
ANY_ITEM = re.compile(r"“[^”]*”|《[^》]*》")


def read_list(text: str, start: int, end: int) -> Listed | None:
    """What a stretch of text lists between 、 and 和; None where it is no list, or leaves open whether that is all."""
    written = _BRACKETS.sub("", _MARKER.sub(lambda match: "＊" * len(match.group()), text[start:end]))
    if pattern("§|(?<![平高均同])等(?![级候于距额离])", words.OPEN_LIST.partition(" ")[2]).search(written):
        return None
    written = pattern("§", words.NO_JOINS).sub(lambda match: "＊" * len(match.group()), written)
    bare = ANY_ITEM.sub(lambda match: "“" + "＊" * (len(match.group()) - 2) + "”", written)
    pieces = bare.split("、")
    joins = pattern("§", words.CONJUNCTIONS)
    *first, last = pieces
    parts = [part for part in joins.split(last) if part]
    more = sum(len(joins.findall(piece)) for piece in pieces)
    least, hidden = len(pieces), len(_HIDDEN_JOIN.findall(bare))
    if len(parts) == 2 and more == 1 and min(map(len, parts)) > 1:
        return Listed((*first, *parts), least + 1, least + 1, Span(start, end))
    most = least + more + hidden
    return Listed(tuple(pieces), least, most, Span(start, end)) if least > 1 or more else None


_MARKER = re.compile("^[一二三四五六七八九十]{1,3}、")
"""一、3路、17路……: the number of a paragraph is none of what it lists."""
_HIDDEN_JOIN = re.compile("(?<=[一-龥]{2})＊＊(?=[一-龥])")
"""A word that begins with 和 or 与 inside an item, where it may join two: 安河和平昌."""


# --- the hit -------------------------------------------------------------------------------------------------


_NUMERAL = re.compile("[0-9]+|[零一二两三四五六七八九十百]+")


def told(text: str, count: Count, listed: Listed) -> Hit:
    """The hit: a count, and the list that has more things or fewer."""
    number = listed.least if abs(listed.least - count.number) <= abs(listed.most - count.number) else listed.most
    values = {"written": text[count.span.start : count.end], "number": str(number)}
    span = listed.span
    names = "、".join(item.strip() for item in listed.items)
    evidence = (
        SpanEvidence(span.start, span.end, text[span.start : span.end]),
        Derivation(f"{names} → {number} ≠ {count.number}"),
    )
    expected = _NUMERAL.sub(str(number), text[count.span.start : count.span.end], count=1)
    return Hit(count.span, values, evidence, expected, against=count.span.start)
