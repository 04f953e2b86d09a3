"""Ranks in, those out that what is said of others belies: 居第一位，仅次于……; a third who has more than the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.listed import read_list
from figcheck.checks.passages import passages, sentences_of
from figcheck.checks.terms import choice, text_of
from figcheck.data import rank_words as words
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import whole_number

_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_TABLE = re.compile(choice(words.TABLE))
_SHARED = re.compile("并列|同分|等|之一|分别|依次|双双|其中")


def rank_against_others(analysis: Analysis) -> Iterator[Hit]:
    """A rank that the number of those before it, or the figures beside the ranks, do not leave."""
    text = text_of(analysis)
    yield from _named_before(text)
    yield from _upsets(text)
    yield from _listed_otherwise(text)
    yield from _in_front(text)
    yield from _from_last(text)
    if "继" in text or _TABLE.search(text):
        from figcheck.checks import successions  # few articles have any

        yield from successions.after_these(text)
        for passage in passages(analysis):
            yield from successions.ranks_in_tables(passage)
    for span, mentions in sentences_of(text, analysis.mentions):
        if _SHARED.search(text, span.start, span.end) is None:
            yield from _not_behind(text, span, mentions)


# --- those who are ranked before -------------------------------------------------------------------------------

_RANK = re.compile(
    rf"(?P<rank>第(?P<number>{_NUMBER})(?:位|名|多|高|大|低|少|快|好|强|长|重|热|暖|冷)?(?![家个批座次条艘台架代部届期组])|首位|榜首|头名)"
    rf"(?:的?[^，。；：、“”0-9]{{0,8}})?，(?:[^，。；：、“”]{{0,4}}?)(?:{choice(words.BEHIND_ONLY)})"
)
_THEN_RANK = re.compile(
    rf"(?:{choice(words.BEHIND_ONLY)})(?P<others>[^，。；：“”0-9]{{2,40}})，(?:[^，。；：、“”0-9]{{0,8}})"
    rf"(?P<rank>第(?P<number>{_NUMBER})(?![家个批座次条艘台架代部届期组])|首位|榜首|头名)"
)
_OPEN = re.compile(r"等|诸|各|数|多个|几个|以及|们|群|地区|之类|一些|部分|少数")


def _named_before(text: str) -> Iterator[Hit]:
    """居第二位，仅次于甲、乙; 仅次于甲、乙，居第二位: so many are named before that the rank is a lower one."""
    if "于" not in text and "给" not in text:
        return
    for match in _RANK.finditer(text):
        stop = _END_OF_NAMES.search(text, match.end())
        yield from _too_high(text, match, Span(match.end(), stop.start() if stop is not None else len(text)))
    for match in _THEN_RANK.finditer(text):
        yield from _too_high(text, match, Span(*match.span("others")))


_END_OF_NAMES = re.compile(r"[，。；：！？\n（]|$")


def _too_high(text: str, match: re.Match[str], names: Span) -> Iterator[Hit]:
    number, least = _read(match["number"]), _least(text, names.start, names.end)
    around = text[max(0, match.start() - 6) : max(match.end(), names.end)]
    if least is None or least < number or _OPEN.search(text, names.start, names.end) or _SHARED.search(around):
        return
    rank, others = match["rank"], text[names.start : names.end]
    values: dict[str, str | Word] = {
        "written": rank,
        "others": others,
        "how": Word("named"),
        "expected": str(least + 1),
    }
    evidence = (SpanEvidence(names.start, names.end, others), Derivation(f"{others} → {least} ≥ {number}"))
    yield Hit(Span(*match.span("rank")), values, evidence)


def _least(text: str, start: int, end: int) -> int | None:
    """How many are named at least; None where that is not sure."""
    if not start < end:
        return None
    listed = read_list(text, start, end)
    if listed is None or "、" not in text[start:end]:
        return _joined(text[start:end])
    years = re.findall(r"[0-9]{4}年", text[start:end])
    return max(listed.least, len(years))


_TWO = re.compile("(?P<one>[一-龥]{2,8})[和与及](?P<other>[一-龥]{2,8})")


def _joined(names: str) -> int | None:
    """Two where 和 joins names that end alike, 甲县和乙县; None where it may stand inside one name."""
    if re.search("[和与及]", names[1:-1]) is None:
        return 1
    two = _TWO.fullmatch(names)
    return 2 if two is not None and two["one"][-1] == two["other"][-1] else None


def _read(written: str | None) -> int:
    return (whole_number(written) or 1) if written else 1


# --- ranks by a list ---------------------------------------------------------------------------------------------

_IN_ORDER = re.compile(
    r"前[三四五六八十3-8](?:名|位|强)?[^，。；：]{0,8}?依次(?:是|为)：?(?P<names>[^，。；：\n]{4,60})"
)
_HOLDER = re.compile(
    rf"(?:拿到|拿下|获得|夺得|位列|名列|排名?|位?居|摘得|得了?|取得|收获)(?:在|了)?(?P<rank>第(?P<number>{_NUMBER})(?:名|位)?|冠军|亚军|季军)的(?P<name>[一-龥]{{2,8}})"
)
_MEDALLISTS = {"冠军": 1, "亚军": 2, "季军": 3}


def _listed_otherwise(text: str) -> Iterator[Hit]:
    """前三名依次是甲、乙、丙……拿到第三的乙."""
    for match in _IN_ORDER.finditer(text) if "依次" in text else ():
        listed = read_list(text, *match.span("names"))
        names = [item.strip() for item in listed.items] if listed is not None else []
        for holder in _HOLDER.finditer(text, match.end()):
            place = next((at for at, name in enumerate(names, 1) if holder["name"].startswith(name)), None)
            rank = _MEDALLISTS.get(holder["rank"]) or _read(holder["number"])
            if place not in (None, rank):
                yield counted(
                    text, Span(*holder.span("rank")), Span(*match.span()), f"{names[place - 1]}：{place} ≠ {rank}"
                )


# --- upsets ------------------------------------------------------------------------------------------------------

_RANKED = rf"(?:世界)?排名第?(?P<§>{_NUMBER})(?:位|名)?"
_UPSET = re.compile(
    rf"{_RANKED.replace('§', 'own')}[^，。；第]{{0,14}}爆冷[^，。；第]{{0,2}}?"
    rf"(?:(?P<lost>负于|不敌|输给|败给|惜败)|(?P<won>击败|战胜|淘汰|力克|掀翻|险胜|逆转))"
    rf"[^，。；第]{{0,10}}?(?P<rank>{_RANKED.replace('§', 'other')})"
)


def _upsets(text: str) -> Iterator[Hit]:
    """排名第6的爆冷负于排名第2的: it is the lower ranked who win in an upset."""
    for match in _UPSET.finditer(text) if "爆冷" in text else ():
        own, other = _read(match["own"]), _read(match["other"])
        if own == other or (own < other) == bool(match["lost"]):
            continue
        values: dict[str, str | Word] = {
            "written": match["rank"],
            "others": text[match.start() : match.start("rank")],
            "how": Word("upset"),
            "expected": "",
        }
        working = Derivation(f"{own} {'<' if own < other else '>'} {other}")
        yield Hit(Span(*match.span("rank")), values, (SpanEvidence(*match.span(), match.group()), working))


# --- those before and behind -----------------------------------------------------------------------------------

_IN_FRONT = re.compile(
    rf"(?:排名?|位?居|位?列|名列)(?:在)?[^，。；0-9]{{0,4}}第(?P<rank>{_NUMBER})(?:位|名)?[^。；]{{0,16}}?"
    rf"(?:(?:前面|之前|前头|身前)(?:还|只|仅|共)?有(?P<front>{_NUMBER})|(?:只|仅)有(?P<front2>{_NUMBER})(?:个|名|位|支|家)?[人队]?[^，。；]{{0,4}}?(?:排|位|列)?在[^，。；]{{0,4}}(?:前面|之前|前头))"
)


def _in_front(text: str) -> Iterator[Hit]:
    """排名第五，前面还有五支球队: as many are in front as the rank has places before it."""
    for match in _IN_FRONT.finditer(text) if "前" in text else ():
        group = "front" if match["front"] else "front2"
        rank, front = _read(match["rank"]), _read(match[group])
        if front != rank - 1 and front > 0 and abs(front - rank) <= 3:
            yield counted(
                text, Span(*match.span(group)), Span(*match.span("rank")), f"{rank} − 1 = {rank - 1} ≠ {front}"
            )


_FROM_LAST = re.compile(
    rf"(?P<field>{_NUMBER})[个家支名位所][^。；]{{0,24}}?倒数第(?P<last>{_NUMBER})[名位]?(?:，|（|——)?(?:即|也就是|排名|排在|列|位列|居)+第(?P<rank>{_NUMBER})"
)


def _from_last(text: str) -> Iterator[Hit]:
    """21个市州中倒数第三，即第十八位."""
    for match in _FROM_LAST.finditer(text) if "倒数" in text else ():
        field, last, rank = (_read(match[name]) for name in ("field", "last", "rank"))
        if field > last and rank not in (field - last + 1, 0):
            working = f"{field} − {last} + 1 = {field - last + 1} ≠ {rank}"
            yield counted(text, Span(*match.span("rank")), Span(*match.span("last")), working)


def counted(text: str, span: Span, other: Span, working: str, expected: str | None = None) -> Hit:
    """The hit: an ordinal that what is counted elsewhere does not make."""
    values: dict[str, str | Word] = {
        "written": text[span.start : span.end],
        "others": text[other.start : other.end],
        "how": Word("counted"),
        "expected": "",
    }
    place = SpanEvidence(other.start, other.end, text[other.start : other.end])
    return Hit(span, values, (place, Derivation(working)), expected, against=span.start)


# --- those ranked before, with their figures ------------------------------------------------------------


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
