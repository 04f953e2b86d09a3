"""Ranks in, those that nobody can hold out: 第43 of 42名选手, four names in 前三名, 跌去24位 from 第47位 to 第61位."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.listed import Listed, read_list
from figcheck.checks.phrases import pattern
from figcheck.checks.terms import choice, text_of
from figcheck.data import list_words as words
from figcheck.data import rank_words as ranks
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Word
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_NUMBER = r"[0-9０-９]{1,5}|[一二三四五六七八九十百两]{1,5}"
_FIRST = re.compile(
    rf"(?:前(?P<first>{_NUMBER})(?:名|强|位|甲|席|大|佳)?|(?P<best>[三四五六八十]|十六|三十二|[1-9][0-9]?)(?P<kind>强|甲|佳))(?![个万亿千月年天季届项家.])"
)
"""前十名, 八强, 三甲."""


class Limit(Frozen):
    """So many places that a ranking has, or that count."""

    number: int
    span: Span


def _limits(text: str, start: int, end: int) -> Iterator[Limit]:
    for match in _FIRST.finditer(text, start, end):
        number = whole_number(match["first"] or match["best"]) or 0
        if 2 <= number <= 1000:
            yield Limit(number, Span(*match.span()))


# --- more names than places ----------------------------------------------------------------------------------


def too_many_named(analysis: Analysis) -> Iterator[Hit]:
    """前三名 with four names, 八强 with nine, 前十名 of which three regions hold eleven places."""
    text = text_of(analysis)
    for limit in _limits(text, 0, len(text)):
        start, end = _clause_around(text, limit.span)
        if pattern("§", words.RANK_SHARED).search(text, max(0, start - 40), min(len(text), end + 60)):
            continue
        hit = (
            _named_before(text, limit, start) or _named_behind(text, limit) or _places_shared_out(analysis, text, limit)
        )
        if hit is not None:
            yield hit
    yield from _other_than_ten(analysis, text)


_TEN = re.compile(
    r"(?P<number>[三五六七八九十百]|[一二三四五六七八九]十|[1-9]0?)(?P<kind>大|佳)(?P<noun>[一-龥]{0,4}?(?:人物|青年|标兵|好人|新星|孝星|工匠|新闻|品牌|景点|影片|好书|楷模|歌手|球员|教师|医生))"
)
_TAKES = re.compile(r"[一-龥]{0,6}?(?:获|当选|上榜|入选|名字|登上|走上|受到|接受|代表)")


def _other_than_ten(analysis: Analysis, text: str) -> Iterator[Hit]:
    """十大杰出青年揭晓，12人获此殊荣: as many as the title has places, no more."""
    for match in _TEN.finditer(text):
        number = 100 if match["number"] == "百" else (whole_number(match["number"]) or 0)
        stop = re.compile(r"[。！？\n]|$").search(text, match.end())
        end = min(stop.start() if stop is not None else len(text), match.end() + 40)
        for mention in analysis.mentions:
            unit, count = mention.quantity.unit, mention.quantity.number
            if not match.end() <= mention.start < end or unit is None or count is None or count.denominator != 1:
                continue
            if (
                unit.symbol not in ("人", "名", "位")
                or not _TAKES.match(text, mention.end)
                or "其中" in text[match.end() : mention.start]
            ):
                continue
            if mention.quantity.hedge == "exact" and count != number and abs(count - number) <= 5 and count > number:
                yield _hit(text, Limit(number, Span(*match.span())), mention.span, int(count), f"{count} > {number}")
            break


_BREAK = re.compile(r"[，。；：！？\n]")


def _clause_around(text: str, span: Span) -> tuple[int, int]:
    start = max((text.rfind(mark, 0, span.start) for mark in "，。；：！？\n"), default=-1) + 1
    stop = _BREAK.search(text, span.end)
    return start, stop.start() if stop is not None else len(text)


def _named_before(text: str, limit: Limit, start: int) -> Hit | None:
    """李牧、陈一川、周子昂、吴桐获得男子少年组前三名."""
    if "、" not in text[start : limit.span.start]:
        return None
    verb = pattern(
        "(?:分别|依次|一举|双双|携手|成功)?(?P<verb>§)(?:了|得)?[^、，。；]{0,16}$", words.RANK_TAKING
    ).search(text, start, limit.span.start)
    listed = read_list(text, start, verb.start()) if verb is not None else None
    if verb is None or listed is None or listed.least <= limit.number:
        return None
    return _too_many(text, limit, listed)


_NAMES_ALL = re.compile(
    r"[^，。；：\n]{0,16}?(?:，)?(?:他们|它们|她们)?(?:依次|分别)(?:是|为)?：?|(?:选手|队伍|球队)?[是为]：?(?=[^，。；\n]*、)|的[^，。；：\n、]{2,10}?[是为]：?|[^，。；：\n、]{0,10}(?:：|——)|[^，。；：\n、]{0,16}，(?:他们|它们|她们)(?:分别|依次)?是"
)


def _named_behind(text: str, limit: Limit) -> Hit | None:
    """排名前五的目的地依次为……; 八强昨日产生，它们是……."""
    opened = _NAMES_ALL.match(text, limit.span.end)
    if opened is None:
        return None
    stop = _BREAK.search(text, opened.end())
    end = stop.start() if stop is not None else len(text)
    if "、" not in text[opened.end() : end] or re.search(r"[0-9０-９%]", text[opened.end() : end]):
        return None
    listed = read_list(text, opened.end(), end)
    if listed is None:
        return None
    if _ONE_BY_ONE.search(opened.group()) and listed.most == limit.number - 1 and len(listed.items) > 1:
        names = "、".join(item.strip() for item in listed.items)
        return _hit(text, limit, listed.span, listed.most, f"{names} → {listed.most} < {limit.number}")
    if listed.least <= limit.number or listed.least > 2 * limit.number:
        return None
    return _too_many(text, limit, listed)


_ONE_BY_ONE = re.compile("依次|分别")
"""All of them are named, and no fewer: 前五名分别是."""


def _too_many(text: str, limit: Limit, listed: Listed) -> Hit:
    names = "、".join(item.strip() for item in listed.items)
    return _hit(text, limit, listed.span, listed.least, f"{names} → {listed.least} > {limit.number}")


def _hit(text: str, limit: Limit, span: Span, number: int, working: str) -> Hit:
    rank = text[limit.span.start : limit.span.end]
    values = {"rank": rank, "number": str(number)}
    evidence = (SpanEvidence(limit.span.start, limit.span.end, rank), Derivation(working))
    return Hit(span, values, evidence)


_SHARE = re.compile(rf"(?:占(?:据|了|有)?|就有|拿下|独占|包揽(?:了)?)(?P<number>{_NUMBER})[席个家位名]")


def _places_shared_out(analysis: Analysis, text: str, limit: Limit) -> Hit | None:
    """前十名中，华东占6席，华南占3席，西南占2席."""
    stop = re.compile(r"[。；！？\n]|$").search(text, limit.span.end)
    end = stop.start() if stop is not None else len(text)
    if not re.compile(r"[名强位]?[^，。；]{0,6}[中里内]，").match(text, limit.span.end):
        return None
    shares = list(_SHARE.finditer(text, limit.span.end, end))
    numbers = [(whole_number(share["number"]) or 0) for share in shares]
    if (
        len(shares) < (1 if "其他" not in text[limit.span.end : end] else 2)
        or sum(numbers) <= limit.number
        or sum(numbers) > limit.number * 3 / 2
    ):
        return None
    if "其中" in text[limit.span.end : end]:
        return None
    working = " + ".join(map(str, numbers)) + f" = {sum(numbers)} > {limit.number}"
    return _hit(text, limit, Span(shares[0].start(), shares[-1].end()), sum(numbers), working)


# --- a rank beyond the last ----------------------------------------------------------------------------------


def beyond_the_last(analysis: Analysis) -> Iterator[Hit]:
    """86名选手……排在第91位; 前10位里……排第12位; 前两名晋级……以第三名晋级."""
    text = text_of(analysis)
    for mention in analysis.mentions:
        rank = mention.quantity.number
        if mention.quantity.kind != "ordinal" or rank is None or not _is_rank(text, mention):
            continue
        start = _sentences_before(text, mention.start)
        in_a_row = _is_one_of_several(text, mention)
        limits = [_best_of_all(text, mention, start)]
        if not in_a_row:
            limits = [
                _field(analysis, text, mention, start),
                _best(text, mention, start),
                _rule(text, mention),
                *limits,
            ]
        for limit in limits:
            if limit is not None and rank > limit.number:
                yield _beyond(text, mention, limit)
                break
    yield from _pages_beyond(analysis, text)


def _is_one_of_several(text: str, mention: Mention) -> bool:
    """名次分别是第48、第37和第52: ranks in a row, which may be those of several rankings."""
    row = _IN_A_ROW.search(text, max(0, mention.start - 24), mention.start)
    return row is not None and ("第" in row.group() or _NEXT_RANK.match(text, mention.end) is not None)


_NEXT_RANK = re.compile("[、和与及]第")
_RANKED = re.compile(rf"(?:{choice(ranks.RANKED)})(?:了|在|到)?[^，。；：、]{{0,6}}$")


_IN_A_ROW = re.compile(
    r"(?:名次|排名|位次)(?:分别|依次)?[是为]?(?:第[0-9一二三四五六七八九十百]{1,4}[位名]?[、和与及]?){0,4}$"
)


def _is_rank(text: str, mention: Mention) -> bool:
    unit = mention.quantity.unit
    if text[mention.core_start - 1] == "前" or (unit is not None and unit.symbol not in ("位", "名", "席")):
        return False  # 跻身前十 is no rank, but room for ten
    if unit is None and _IN_A_ROW.search(text, max(0, mention.start - 24), mention.start):
        return True
    return _RANKED.search(text, max(0, mention.start - 14), mention.start) is not None or text[
        mention.end : mention.end + 4
    ].startswith(("的身份", "身份", "的成绩", "的名次", "晋级", "出线"))


def _sentences_before(text: str, at: int) -> int:
    """Where the sentence before the one at an offset begins, in the same paragraph."""
    line = text.rfind("\n", 0, at) + 1
    own = max(text.rfind(mark, line, at) for mark in "。！？") + 1
    return max((text.rfind(mark, line, max(own - 1, line)) for mark in "。！？"), default=-1) + 1 if own else line


_FIELD = re.compile(rf"(?P<people>[^，。；：、]{{0,10}}?(?:{choice(ranks.FIELD)}))")
_FIELD_OF_A_LIST = re.compile("[^，。；：]{0,12}(?:入围|上榜|入选|跻身|进入|位列|百强|榜)")
"""六家企业入围百强榜: not all who are ranked there."""
_OF_THEM = re.compile(r"[^，。；：、]{0,12}[中里]，?[^，。；：]{0,14}$")


_CLASS = re.compile(r"(?:班上|班里|全班|他们班|我们班|班|全组|全队)(?:共|有|一共)?$")


def _field(analysis: Analysis, text: str, mention: Mention, start: int) -> Limit | None:
    """The number of those who are ranked: 42名选手中, 共有86名选手参加."""
    found = None
    for other in analysis.mentions:
        number = other.quantity.number
        if not start <= other.start < mention.start or number is None or other.quantity.kind != "quantity":
            continue
        if other.quantity.hedge != "exact" or number.denominator != 1 or number < 3:
            continue
        if _FIELD_OF_A_LIST.match(text, other.end):
            continue
        if (
            _FIELD.match(text, other.end) or _CLASS.search(text, max(0, other.start - 4), other.start)
        ) and not _elsewhere(_behind_field(text, other.end, mention.start)):
            found = Limit(int(number), other.span)
    return found


def _behind_field(text: str, start: int, end: int) -> str:
    """The words between those who are ranked and the rank, the rest of their own clause aside: 8支队伍进入决赛，……."""
    comma = text.find("，", start, end)
    return text[comma if comma >= 0 else start : end]


_ELSEWHERE = re.compile(choice(ranks.OTHER_RANKING))


def _elsewhere(between: str) -> bool:
    """Whether the rank is held in another ranking than the one whose number was given."""
    return _ELSEWHERE.search(between) is not None


_WITHIN = re.compile(r"[^，。；：、]{0,4}[中里内]，")
_OUT = re.compile(choice(ranks.OUTSIDE))


def _best(text: str, mention: Mention, start: int) -> Limit | None:
    """前10位里，甲排第2位，乙排第12位."""
    sentence = max(text.rfind(mark, start, mention.start) for mark in "。！？\n") + 1
    for limit in _limits(text, max(start, sentence), mention.start):
        if _WITHIN.match(text, limit.span.end) and not _OUT.search(text, limit.span.start, mention.end + 12):
            return limit
    return None


_TITLED = re.compile(r"(?<![一二三四五六七八九1-9])(?P<number>[二三四五六七八九]?十|百|[1-9]0|100)(?P<kind>佳|强|杰)")


def _best_of_all(text: str, mention: Mention, start: int) -> Limit | None:
    """连续三年挤进乡村旅游五十佳，名次分别是第48、第37和第52; 百强县……第106位."""
    if mention.quantity.unit is None and _IN_A_ROW.search(text, max(0, mention.start - 24), mention.start) is None:
        return None
    for match in _TITLED.finditer(text, start, mention.start):
        if not _OUT.search(text, match.start(), mention.end + 12) and "候选" not in text[match.start() : mention.end]:
            return Limit(
                100 if match["number"] == "百" else (whole_number(match["number"]) or 0),
                Span(match.start("number"), match.end("kind")),
            )
    return None


_PASSING = re.compile(rf"(?:的|者|球队|选手|可|将|才|均|直接|能)*(?P<verb>{choice(ranks.PASSING)})")


def _rule(text: str, mention: Mention) -> Limit | None:
    """前两名晋级……以小组第三名的身份晋级."""
    line = text.rfind("\n", 0, mention.start) + 1
    own = re.compile(rf"[^，。；]{{0,8}}(?P<verb>{choice(ranks.PASSING)})").match(text, mention.end)
    if own is None or re.search(choice(ranks.LUCKY), text[line : mention.end + 40]):
        return None
    for limit in _limits(text, line, mention.start):
        match = _PASSING.match(text, limit.span.end)
        if match is not None and match["verb"] == own["verb"]:
            return limit
    return None


def _beyond(text: str, mention: Mention, limit: Limit) -> Hit:
    field = text[limit.span.start : limit.span.end]
    values = {"written": mention.text, "field": field}
    rank = mention.quantity.number or Fraction(0)
    evidence = (SpanEvidence(limit.span.start, limit.span.end, field), Derivation(f"{rank} > {limit.number}"))
    return Hit(mention.span, values, evidence, against=mention.start)


_TURNED_PAGES = re.compile(r"(?P<kind>[页集章回节层站排卷册期幕])")
_WHOLE_OF = re.compile(r"(?:共|全书|全剧|全片|一共|总共|全长|只有|有|全套|高)[^，。；、]{0,4}$")


def _pages_beyond(analysis: Analysis, text: str) -> Iterator[Hit]:
    """全书一共12章……第14章: a page, an episode or a floor beyond the last."""
    for mention in analysis.mentions:
        rank, kind = mention.quantity.number, _TURNED_PAGES.match(text, mention.core_end)
        floor = (
            kind is not None and kind["kind"] == "层" and re.search("住在?$", text[mention.start - 2 : mention.start])
        )
        if rank is None or kind is None or (mention.quantity.kind != "ordinal" and not floor):
            continue
        line = text.rfind("\n", 0, mention.start) + 1
        for other in analysis.mentions:
            number = other.quantity.number
            if not line <= other.start < mention.start or number is None or other.quantity.kind != "quantity":
                continue
            same = text.startswith(kind["kind"], other.core_end) and other.quantity.hedge == "exact"
            if same and _WHOLE_OF.search(text, max(line, other.start - 8), other.start) and rank > number > 2:
                yield _beyond(text, mention, Limit(int(number), other.span))
                break


# --- ranks that move -----------------------------------------------------------------------------------------


class RankMove(Frozen):
    """A rank before and a rank after, and the words between."""

    first: Mention
    second: Mention
    verb: Span | None
    """The verb that leads from one to the other."""
    direction: int
    """1 where the words say that it got better, -1 where worse, 0 where neither."""


def rank_moved(analysis: Analysis) -> Iterator[Hit]:
    """从第47位跌到第61位，跌去24位; 由第9位滑落到第4位."""
    text = text_of(analysis)
    places = [mention for mention in analysis.mentions if _is_place(text, mention)]
    for one, other in pairwise(places):
        move = _move(text, one, other) if re.search(r"[。！？\n]", text[one.end : other.start]) is None else None
        if move is not None:
            steps = _steps_near(analysis, text, one, other)
            yield from _judge_move(text, move, None if steps is None or _makes(text, places, steps) else steps)


def _makes(text: str, places: Sequence[Mention], steps: Mention) -> bool:
    """Whether any two ranks of the paragraph, as they follow each other, lie so far apart in the direction said."""
    line = text.rfind("\n", 0, steps.start) + 1
    stop = text.find("\n", steps.end)
    inside = [place for place in places if line <= place.start < (stop % (len(text) + 1))]
    verb = _BY.search(text, max(0, steps.start - 8), steps.start)
    wanted = (steps.quantity.number or Fraction(0)) * (-1 if verb is not None and verb["down"] else 1)
    return any(
        _gained(one, other) == wanted or (_gained(other, one) == wanted and _looks_back(text, one, other))
        for at, one in enumerate(inside)
        for other in inside[at + 1 :]
    )


def _gained(one: Mention, other: Mention) -> Fraction:
    return (one.quantity.number or Fraction(0)) - (other.quantity.number or Fraction(0))


def _looks_back(text: str, one: Mention, other: Mention) -> bool:
    """Whether the rank that is told second was the earlier one."""
    between = text[one.end : other.start]
    return _THAN.search(between) is not None or _BEFORE.search(between) is not None


def _judge_move(text: str, move: RankMove, steps: Mention | None) -> Iterator[Hit]:
    gained = _gained(move.first, move.second)
    if move.verb is not None and gained * move.direction < 0:
        yield _turned(text, move, Span(move.verb.start, max(move.verb.end, move.second.end)))
    elif steps is not None:
        verb = _BY.search(text, max(0, steps.start - 8), steps.start)
        said = 0 if verb is None else 1 if verb["up"] else -1
        if gained * said < 0:
            yield _turned(text, move, Span(verb.start() if verb is not None else steps.start, steps.end))
        elif steps.quantity.number != abs(gained):
            yield _other_steps(move, steps, abs(gained))


_RANK_LEAD = re.compile(
    r"(?:由|从|自|到|至|第|比|较|成|列|排|居|为|名次|排名)(?:了|在)?(?:全班|班里|班级|年级|全校|全市|全省|全国|世界)?(?:的)?$"
)


def _is_place(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    symbol = quantity.unit.symbol if quantity.unit is not None else ""
    if quantity.number is None or quantity.hedge != "exact":
        return False
    if quantity.kind == "ordinal":
        if text[mention.core_start - 1] == "前":
            return False
        if symbol == "升" and text[mention.end : mention.end + 1] in "至到":
            return True  # 从第九升至第三 is no litre
        return symbol in ("位", "名") or (not symbol and text[mention.end : mention.end + 1] not in _NO_PLACE)
    if symbol != "名" or quantity.kind != "quantity" or "名" in text[mention.end : mention.end + 1]:
        return False
    return _RANK_LEAD.search(text, max(0, mention.start - 8), mention.start) is not None


_NO_PLACE = frozenset("季届次个章期批条轮大线小步")
_UP, _DOWN = choice(ranks.RISES), choice(ranks.FALLS)
_VERB = rf"(?P<verb>(?P<up>{_UP})|(?P<down>{_DOWN}))"
_MOVES = re.compile(
    rf"[^，。；：]{{0,10}}?，?[^，。；：]{{0,6}}?(?:{_VERB}|[来变]?)(?:了)?[到至为](?:了)?[^，。；、]{{0,8}}$"
)
_THEN = re.compile(rf"[^。；：]{{0,8}}?{_VERB}(?:了|到|至|为)*[^。；、]{{0,12}}[，、]?[^。；：]{{0,12}}$")
_MOVED = re.compile(rf"{_VERB}(?:了)?[到至为][^，。；：、0-9]{{0,4}}$")
_OVERTAKEN = re.compile(rf"(?P<verb>{choice(ranks.OVERTAKES)})(?:了)?[^，。；]{{0,12}}，[^。；]{{0,12}}$")
_FROM = re.compile(r"(?:由|从|自)[^，。；：]{0,14}$")
_THAN = re.compile(r"(?:比|较|相比|相较)[^，。；：]{0,14}$")
_BEFORE = re.compile(choice(ranks.EARLIER))


_THIS_TIME = re.compile("本赛季|本届|这届|今年|本次|本学期|这次|本轮|如今")


def _move(text: str, one: Mention, other: Mention) -> RankMove | None:
    lead, between = text[max(0, one.start - 18) : one.start], text[one.end : other.start]
    match = _MOVES.match(between) if _FROM.search(lead) else _THEN.match(between) if _THAN.search(lead) else None
    if match is not None:
        start, end = match.span("verb")
        verb = Span(one.end + start, one.end + end) if start >= 0 else None
        return RankMove(one, other, verb, 1 if match["up"] else -1 if match["down"] else 0)
    bare = _THIS_TIME.sub("", _BEFORE.sub("", between))
    if len(between) > 40 or "、" in between or "；" in between or _elsewhere(bare):
        return None
    if _looks_back(text, one, other) and not _BEFORE.search(lead):
        return RankMove(other, one, None, 0)
    if not _BEFORE.search(lead) or _BEFORE.search(between):
        return RankMove(one, other, None, 0) if _OVERTAKEN.search(between) else None
    moved = _MOVED.search(between)
    if moved is None:
        return RankMove(one, other, None, 0)
    return RankMove(
        one, other, Span(one.end + moved.start("verb"), one.end + moved.end("verb")), 1 if moved["up"] else -1
    )


def _steps_near(analysis: Analysis, text: str, one: Mention, other: Mention) -> Mention | None:
    """The number of places that is said to lie between: ，跌去24位."""
    stop = re.compile(r"[。；！？\n]|$").search(text, other.end)
    start, end = max(0, one.start - 24), stop.start() if stop is not None else len(text)
    start = max(start, max(text.rfind(mark, start, one.start) for mark in "。；！？\n"))
    for mention in analysis.mentions:
        if start < mention.start < min(end, other.end + 30) and _is_steps(text, mention):
            return mention
    return None


_BY = re.compile(
    rf"(?:(?P<up>{_UP}|{choice(ranks.OVERTAKES)})|(?P<down>{_DOWN}))(?:了|去|出|足足|整整|高达|达){{0,3}}$"
)


def _is_steps(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    symbol = quantity.unit.symbol if quantity.unit is not None else ""
    if quantity.kind != "quantity" or quantity.number is None or quantity.hedge != "exact":
        return False
    if symbol in _RIVALS and _BEATS.search(text, max(0, mention.start - 4), mention.start):
        return True
    if symbol not in ("位", "名", "席") and text[mention.end : mention.end + 2] not in ("位次", "名次"):
        return False
    return _BY.search(text, max(0, mention.start - 8), mention.start) is not None


_RIVALS = ("人", "名", "位", "个", "辆", "支", "匹", "艘")
_BEATS = re.compile(f"(?:{choice(ranks.OVERTAKES)})了?$")


def _other_steps(move: RankMove, steps: Mention, gained: Fraction) -> Hit:
    first, second = move.first, move.second
    numbers = sorted((first.quantity.number or Fraction(0), second.quantity.number or Fraction(0)))
    values = _values(move, steps.text, "steps", str(gained))
    working = f"{numbers[1]} − {numbers[0]} = {gained}"
    return Hit(steps.span, values, _proof(move, working), str(gained), against=steps.start)


def _turned(text: str, move: RankMove, span: Span) -> Hit:
    first, second = move.first.quantity.number or Fraction(0), move.second.quantity.number or Fraction(0)
    values = _values(move, text[span.start : span.end], "better" if first > second else "worse", "")
    return Hit(span, values, _proof(move, f"{first} {'>' if first > second else '<'} {second}"))


def _values(move: RankMove, written: str, right: str, number: str) -> dict[str, str | Word]:
    return {
        "written": written,
        "first": move.first.text,
        "second": move.second.text,
        "right": Word(right),
        "number": number,
    }


def _proof(move: RankMove, working: str) -> tuple[Evidence, ...]:
    places = (SpanEvidence(place.start, place.end, place.text) for place in (move.first, move.second))
    return (*places, Derivation(working))
