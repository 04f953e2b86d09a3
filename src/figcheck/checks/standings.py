"""Ranks in, those out that what is said of others belies: 居第一位，仅次于……; a third who has more than the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.listed import read_list
from figcheck.checks.passages import sentences_of
from figcheck.checks.terms import choice, text_of
from figcheck.data import rank_words as words
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import read_numeral

_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_SHARED = re.compile("并列|同分|等|之一|分别|依次|双双|其中")


def rank_against_others(analysis: Analysis) -> Iterator[Hit]:
    """A rank that the number of those before it, or the figures beside the ranks, do not leave."""
    text = text_of(analysis)
    yield from _named_before(text)
    for span, mentions in sentences_of(text, analysis.mentions):
        if _SHARED.search(text, span.start, span.end) is None:
            yield from _out_of_order(text, mentions)
            yield from _not_behind(text, span, mentions)


# --- those who are ranked before -------------------------------------------------------------------------------

_RANK = re.compile(
    rf"(?P<rank>第(?P<number>{_NUMBER})(?:位|名|多|高|大|低|少|快|好|强|长|重|热|暖|冷)?(?![家个批座次条艘台架代部届期组])|首位|榜首|头名)"
    rf"(?:的?[^，。；：、“”0-9]{{0,8}})?，(?:[^，。；：、“”]{{0,4}}?)(?:{choice(words.BEHIND_ONLY)})"
)
_OPEN = re.compile(r"等|诸|各|数|多个|几个|以及|们|群|地区|之类|一些|部分|少数")


def _named_before(text: str) -> Iterator[Hit]:
    """居第二位，仅次于甲、乙: so many are named before that the rank is a lower one."""
    for match in _RANK.finditer(text) if "于" in text or "给" in text else ():
        stop = re.compile(r"[，。；：！？\n（]|$").search(text, match.end())
        end = stop.start() if stop is not None else len(text)
        number, least = _read(match["number"]), _least(text, match.end(), end)
        if least is None or least < number or _OPEN.search(text, match.end(), end):
            continue
        if _SHARED.search(text, max(0, match.start() - 6), end):
            continue
        rank, others = match["rank"], text[match.end() : end]
        values: dict[str, str | Word] = {
            "written": rank,
            "others": others,
            "how": Word("named"),
            "expected": str(least + 1),
        }
        evidence = (SpanEvidence(match.end(), end, others), Derivation(f"{others} → {least} ≥ {number}"))
        yield Hit(Span(*match.span("rank")), values, evidence)


def _least(text: str, start: int, end: int) -> int | None:
    """How many are named at least; None where that is not sure."""
    if not start < end:
        return None
    listed = read_list(text, start, end)
    if listed is None or "、" not in text[start:end]:
        joined = re.search("[和与及]", text[start + 1 : end - 1]) is not None
        return None if joined else 1
    years = re.findall(r"[0-9]{4}年", text[start:end])
    return max(listed.least, len(years))


def _read(written: str | None) -> int:
    found = read_numeral(written) if written else None
    return int(found.value) if found is not None and found.value is not None else 1


# --- figures beside ranks ----------------------------------------------------------------------------------------

_IN_PLACE = re.compile(
    r"[^，。；：、]{0,4}，?[^，。；：、0-9]{0,6}(?:居|列|排|位列|获|夺得|排名|名列|摘得|得)(?:在|于)?$"
)
_SCORED = frozenset(("分", "票", "环", "件", "个", "台", "辆", "枚", "%", "米", "公斤", "亿元", "万元", "元"))


def _out_of_order(text: str, mentions: Sequence[Mention]) -> Iterator[Hit]:
    """96.2分居第一，95.7分居第二，95.9分排第三: three figures beside three ranks that follow each other."""
    pairs: list[tuple[Mention, Mention]] = []
    for figure, rank in pairwise(mentions):
        if _is_scored(figure) and _is_rank(rank) and _IN_PLACE.fullmatch(text[figure.end : rank.start]):
            pairs.append((figure, rank))
    if len(pairs) < 3 or len({figure.quantity.unit for figure, _ in pairs}) > 1:
        return
    ranks = [rank.quantity.number or Fraction(0) for _, rank in pairs]
    figures = [figure.quantity.number or Fraction(0) for figure, _ in pairs]
    if ranks != sorted(set(ranks)):
        return
    signs = [1 if one > other else -1 if one < other else 0 for one, other in pairwise(figures)]
    if not (1 in signs and -1 in signs):
        return
    wrong = 1 if signs.count(1) < signs.count(-1) or (signs.count(1) == signs.count(-1) and signs[0] < 0) else -1
    at = signs.index(wrong) + 1
    yield _hit(pairs[at][0], pairs[at][1], pairs[at - 1][0], "order")


def _is_scored(figure: Mention) -> bool:
    quantity = figure.quantity
    return (
        quantity.kind in ("quantity", "percent", "money") and quantity.number is not None and quantity.hedge == "exact"
    )


def _is_rank(rank: Mention) -> bool:
    unit = rank.quantity.unit
    return rank.quantity.kind == "ordinal" and (unit is None or unit.symbol in ("位", "名"))


_BEHIND = re.compile(rf"(?:{choice(words.BEHIND_ONLY)}|{choice(words.BEHIND)})[^，。；：0-9]{{1,12}}$")
_BESIDE = re.compile(r"[、和与及，][^，。；：、0-9]{1,12}$")


def _not_behind(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[Hit]:
    """12.7%，列第四位，落后于甲的15.1%、乙的13.4%和丙的12.1%: one of those before has less."""
    for at, rank in enumerate(mentions):
        own = mentions[at - 1] if at else None
        if own is None or not _is_rank(rank) or not _is_scored(own):
            continue
        if re.fullmatch(r"[^。；：、0-9]{0,14}", text[own.end : rank.start]) is None:
            continue
        better: list[Mention] = []
        for other in mentions[at + 1 :]:
            lead = text[(better[-1] if better else rank).end : other.start]
            if other.quantity.unit != own.quantity.unit or not _is_scored(other):
                break
            if (_BESIDE if better else _BEHIND).search(lead) is None:
                break
            better.append(other)
        yield from _judge(own, rank, better)


def _judge(own: Mention, rank: Mention, better: Sequence[Mention]) -> Iterator[Hit]:
    value = own.quantity.number or Fraction(0)
    signs = [((other.quantity.number or Fraction(0)) > value) for other in better]
    if len(better) < 2 or all(signs) or not any(signs) or sum(signs) * 2 < len(signs):
        return
    yield _hit(better[signs.index(False)], rank, own, "behind")


def _hit(figure: Mention, rank: Mention, other: Mention, how: str) -> Hit:
    values: dict[str, str | Word] = {
        "written": figure.text,
        "others": other.text,
        "how": Word(how),
        "expected": rank.text,
    }
    working = Derivation(f"{other.text} ↔ {figure.text}")
    places = tuple(
        SpanEvidence(one.start, one.end, one.text) for one in sorted((rank, other), key=lambda one: one.start)
    )
    return Hit(figure.span, values, (*places, working), against=figure.start)
