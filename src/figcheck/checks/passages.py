"""Paragraphs in, their figures in order out, each with the words that lead to it and follow it, and when it held."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.phrases import alternatives
from figcheck.checks.prose import Same
from figcheck.checks.terms import ends_of_way, is_setting, text_of, without_aside
from figcheck.data import passage_words as words
from figcheck.model import Analysis, Claim, Mention, Quantity, Span, Unit
from figcheck.numerals import read_numeral
from figcheck.units import UNITS
from figcheck.values import Frozen

_KINDS = frozenset(("quantity", "money", "percent", "multiple", "duration", "number"))
_MOST = 400
"""Figures of one passage, which are looked at pair by pair; a paragraph with more is read in pieces."""
_FULL_STOP = re.compile(r"[。！？!?\n]")
_MARK = re.compile(r"[，；：、（）“”‘’—]")
OTHER_MEASURE = re.compile("[；，。](?:但|而|可|若|如果|要|再)?(?:论|按|看)[一-龥]{2,6}，")
"""What leads to another measure of the same sides: 金牌……；但论奖牌总数，……."""


class When(Frozen):
    """When a figure held, as far as one can rank it: kinds are not compared with each other."""

    kind: str
    """`year`, `month`, `quarter`, `turn` (第一批), or `now` for words such as 去年 and 目前."""
    rank: Fraction


class Figure(Frozen):
    """A figure with its words. What all checks ask of it again and again is read once: see `figure_of`."""

    claim: Claim
    sentence: int
    """The number of its full sentence within the paragraph."""
    lead: str
    """The words since the figure before it in the sentence, or since the sentence's start."""
    own: str
    """Those of them behind the last mark."""
    behind: str
    """The words that follow it up to the next figure of the sentence, or its end."""
    when: When | None
    """None where nothing is said."""
    unit: Unit | None
    """What it counts."""
    number: Fraction
    """Its value; 0 where it has none."""
    is_amount: bool
    """Whether it is one positive number of things, money, measure or time."""
    start: int
    """Offset of the figure."""
    end: int
    """Offset behind the figure."""

    @property
    def mention(self) -> Mention:
        """The figure as written."""
        return self.claim.mention

    @property
    def quantity(self) -> Quantity:
        """What it means."""
        return self.claim.mention.quantity

    @property
    def core(self) -> str:
        """The numeral as written, without hedge and unit."""
        mention = self.claim.mention
        return mention.text[mention.core_start - mention.start : mention.core_end - mention.start]

    @property
    def tail(self) -> str:
        """The words that follow it up to the next mark."""
        return _MARK.split(self.behind)[0]

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage."""
        return self.unit is not None and self.unit.dimension == "percent"

    @property
    def is_points(self) -> bool:
        """Whether it is given in percentage points."""
        return self.unit is not None and self.unit.dimension == "percentage-point"

    @property
    def is_multiple(self) -> bool:
        """Whether it is given in 倍 or 番."""
        return self.claim.mention.quantity.kind == "multiple"

    @property
    def is_fraction(self) -> bool:
        """Whether it is a fraction in words, 三分之二."""
        return self.claim.mention.quantity.is_fraction


_RATES = frozenset(("percent", "percentage-point"))


_OF_PEOPLE = re.compile(
    r"(?:人口|人数|人次|观众|游客|旅客|客流|客流量)(?:总数|总量|规模|数)?(?:约|近|为|达|达到|有|超过|超|共){0,2}$"
)
_PEOPLE = re.compile("人(?![大民体工类次均口家选造])")
_PERSON, _SHEETS, _VOTES = UNITS["人"], UNITS["张"], UNITS["票"]
_BALLOTS = tuple("选票 赞成票 反对票 弃权票 有效票 选举人票 支持票".split())
_OF_BALLOTS = re.compile("得票|选票|获票|票数")


def figure_of(claim: Claim, sentence: int, lead: str, own: str, behind: str, when: When | None) -> Figure:
    """A figure with its words, and what they are asked for."""
    mention = claim.mention
    quantity = mention.quantity
    value, unit = quantity.value, quantity.unit
    if unit is None and quantity.kind == "number" and _OF_PEOPLE.search(own) is not None:
        unit = _PERSON
    if unit is not None and unit.symbol == "个" and _PEOPLE.match(behind) is not None:
        unit = _PERSON  # 24个人
    if unit == _SHEETS and (behind.startswith(_BALLOTS) or _OF_BALLOTS.search(own) is not None):
        unit = _VOTES
    number = Fraction(value) if isinstance(value, (Decimal, Fraction)) else Fraction(0)
    is_rate = unit is not None and unit.dimension in _RATES
    is_amount = not (is_rate or quantity.kind == "multiple" or quantity.is_fraction) and number > 0
    return Figure(claim, sentence, lead, own, behind, when, unit, number, is_amount, mention.start, mention.end)


_MANY = 14


class Passage(Frozen):
    """A paragraph and its figures; a piece of one that has very many."""

    text: str
    """The article's text with full-width marks, at the same offsets."""
    span: Span
    figures: tuple[Figure, ...]
    settings: tuple[Mention, ...]
    """Stretches of time that only say when or how long: 三年里; and dates from one day to another."""
    among: int
    """How many figures the whole article has."""

    @property
    def is_of_many(self) -> bool:
        """Whether the article has so many figures that some will by chance look as if they belonged together."""
        return self.among > _MANY

    def between(self, first: Figure, second: Figure) -> str:
        """The words from one figure to a later one, figures between them included."""
        return self.text[first.end : second.start]


def passages(analysis: Analysis) -> tuple[Passage, ...]:
    """The paragraphs that hold two figures or more, in order."""
    return _passages(Same(analysis))


@lru_cache(maxsize=1)
def _passages(same: Same) -> tuple[Passage, ...]:
    text = text_of(same.analysis)
    found: list[Passage] = []
    held: list[Claim] = []
    start = 0
    for claim in (*same.analysis.claims, None):
        goes_on = bool(claim is not None and held and claim.paragraph == held[-1].paragraph)
        if held and not (goes_on and len(held) < _MOST):
            span = Span(start, claim.mention.start if claim is not None and goes_on else held[-1].paragraph.end)
            figures = tuple(_figures(text, held, span))
            if len(figures) > 1:
                settings = (claim.mention for claim in held if _sets_time(text, claim.mention))
                found.append(Passage(text, span, figures, tuple(settings), len(same.analysis.claims)))
            start, held = held[-1].mention.end, []
        if claim is not None:
            start = start if goes_on else claim.paragraph.start
            held.append(claim)
    return tuple(found)


def _figures(text: str, claims: Sequence[Claim], paragraph: Span) -> Iterator[Figure]:
    stops = [match.end() for match in _FULL_STOP.finditer(text, paragraph.start, paragraph.end)]
    ends = [end for claim in claims for end in _with_ends(text, claim)]
    counted = [claim for claim in ends if _is_figure(claim.mention) and not _sets_time(text, claim.mention)]
    last: tuple[int, When | None] = (-1, None)
    for at, claim in enumerate(counted):
        mention = claim.mention
        sentence = bisect.bisect_right(stops, mention.start)
        start = stops[sentence - 1] if sentence else paragraph.start
        end = stops[sentence] if sentence < len(stops) else paragraph.end
        before = counted[at - 1].mention.end if at else 0
        following = counted[at + 1].mention.start if at + 1 < len(counted) else end
        lead = without_aside(re.sub(r"\s", "", text[max(start, before) : mention.start]))
        said = when_in(lead.rpartition("；")[2])
        when = said or (_carried(last[1], lead) if last[0] == sentence else None)
        if said is None or _AGAINST.search(lead) is None:
            last = sentence, when
        behind = text[mention.end : min(end, following)].rstrip("。！？!?\n")
        yield figure_of(claim, sentence, lead, _MARK.split(lead)[-1], behind, when)


_AGAINST = re.compile(r"(?<![同环对])[比较][一-龥]{0,2}[年月周季日初期][^，。；：、]{0,4}$")
"""What leads to a change against another time, which is not that of the figures behind it: 比去年少1070人."""


def _with_ends(text: str, claim: Claim) -> tuple[Claim, ...]:
    way = ends_of_way(claim, text[max(0, claim.mention.start - 1) : claim.mention.start])
    return (claim,) if way is None else way[:2]


def _carried(when: When | None, lead: str) -> When | None:
    """The time of the figure before, if it holds on: 原纪录为54.31秒 says nothing of the next clause's figure."""
    return None if when is not None and when.rank < _FAR_BACK and _MARK.search(lead) else when


_FAR_BACK = -100


def sentences_of(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    """The full sentences that hold figures of any kind, dates and clock times too, with those figures."""
    held: list[Mention] = []
    end = 0
    for mention in mentions:
        if held and mention.start >= end:
            yield Span(held[0].start, end), held
            held = []
        if not held:
            stop = _FULL_STOP.search(text, mention.end)
            end = stop.start() if stop is not None else len(text)
        held.append(mention)
    if held:
        yield Span(held[0].start, end), held


def _is_figure(mention: Mention) -> bool:
    quantity = mention.quantity
    return quantity.kind in _KINDS and isinstance(quantity.value, (Decimal, Fraction))


def _sets_time(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.kind == "date":
        return quantity.value is None and quantity.low is not None
    return is_setting(text, mention)


# --- when ----------------------------------------------------------------------------------------------------

_NUMBER = "[0-9０-９]{1,2}|[一二三四五六七八九十两]{1,3}"
_WHEN = re.compile(
    r"(?P<year>[12１２][0-9０-９]{3})年(?:(?P<inyear>[0-9０-９]{1,2})月)?"
    rf"|(?P<ago>{_NUMBER})年(?:多)?(?:前|以前|之前)|(?P<ahead>{_NUMBER})年(?:后|以后|之后)"
    rf"|(?P<quarter>{'|'.join(word for word, _ in words.QUARTERS)})"
    rf"|(?P<back>{'|'.join(word for word, _ in words.YEARS_BACK)})"
    rf"|(?P<step>{alternatives(words.STEPS_BACK)})|(?P<next>{alternatives(words.NEXT_STEPS)})"
    rf"|(?P<long>{alternatives(words.LONG_AGO)})|(?P<now>{alternatives(words.AT_PRESENT)})"
    r"|(?<![在名居列位])第(?P<turn>[一二三四五六七八九])(?![大产名位的])[一-龥]"
    rf"|(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>[0-9０-９]{{1,2}})日)?"
)
_BACK, _QUARTER = dict(words.YEARS_BACK), dict(words.QUARTERS)


def when_in(lead: str) -> When | None:
    """What the last word of time in a run of words says."""
    found = list(_WHEN.finditer(lead))
    if not found:
        return None
    match = found[-1]
    if match["year"]:
        return When("year", Fraction(int(match["year"])) + Fraction(int(match["inyear"] or 0), 13))
    if match["month"]:
        month = _number(match["month"]) + Fraction(int(match["day"] or 0), 32)
        year = found[-2]["back"] or found[-2]["now"] if len(found) > 1 else None
        if year is None or match.start() - found[-2].end() > _NEXT:
            return When("month", month)
        return When("now", Fraction(_BACK.get(year, 0)) + month / 1000)
    if match["turn"]:
        return When("turn", _number(match["turn"]))
    if match["quarter"]:
        return When("quarter", Fraction(_QUARTER[match["quarter"]]))
    return When("now", _rank(match))


_NEXT = 3
"""Characters between 今年 and the month in it."""


def _rank(match: re.Match[str]) -> Fraction:
    if match["ago"]:
        return -_number(match["ago"])
    if match["ahead"]:
        return _number(match["ahead"])
    if match["back"]:
        return Fraction(_BACK[match["back"]])
    return {"step": Fraction(-1, 2), "next": Fraction(1, 2), "long": Fraction(-500), "now": Fraction(0)}[
        match.lastgroup or "now"
    ]


def _number(written: str) -> Fraction:
    found = read_numeral(written.replace("两", "二"))
    value = found.value if found is not None else None
    return Fraction(value) if value is not None else Fraction(0)


_NOW = When("now", Fraction(0))


def order(first: Figure, second: Figure) -> int:
    """1 where the first figure held before the second, -1 where after it, 0 where nobody can tell."""
    one, other = first.when or _NOW, second.when or _NOW
    if one.kind == other.kind == "now" or one.kind == other.kind:
        return 0 if one.rank == other.rank else 1 if one.rank < other.rank else -1
    if one.kind == "now" and one.rank < -100:
        return 1
    if other.kind == "now" and other.rank < -100:
        return -1
    if one.kind == "year" and other.kind == "now" and other.rank > 0:
        return 1
    if one.kind == "year" and second.when is not None and other == _NOW and not _YET_TO_COME.search(first.own):
        return 1
    if other.kind == "year" and first.when is not None and one == _NOW and not _YET_TO_COME.search(second.own):
        return -1
    return 0


def is_dated(figure: Figure) -> bool:
    """Whether a figure is said to be of a certain time, other than the present."""
    return figure.when is not None and (figure.when.kind != "now" or figure.when.rank < 0)


_YET_TO_COME = re.compile("将|预计|力争|计划|目标|规划|拟|[^数测查]到$|至$|有望|争取")
