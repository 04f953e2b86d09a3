"""Claims and the ledger's events in, links of editions, anniversaries, durations and dates out."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from figcheck import expressions as re
from figcheck.data.claim_words import BEGINNINGS
from figcheck.linking.words import Hit
from figcheck.model import Claim, Document, Event, Link, Quantity, Reason, Span, Stamp
from figcheck.values import Frozen

_INSERT = r"(?:第[^，。；、]{1,5}[届次]|(?:于|在)?[12][0-9]{3}(?:年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?)?)?"
"""What may split an event's name: 世界互联网大会第十一届乌镇峰会, 2024世界互联网大会."""
_EDITION_UNITS = frozenset("届 个年头 年头".split())
"""What always numbers an event beside it; 次, 期 and 个 do only right before its name."""
_BEFORE_NAME = ("", "“", "《", "「")
"""What may stand between 第九个 and the name."""
_BOUND_UNITS = frozenset("次 期 个 回".split())
_OTHER_YEAR = re.compile(r"明年|后年|去年|前年|(?<![比较])上一?届|下一?届|往届|冠军|亚军|季军|得主|曾")
"""Words beside which an edition may be another year's than the one reported."""
_PART_OF_EVENT = re.compile(
    r"新闻发布会|发布会|组委会|启动仪式|筹备|报名|颁奖|倒计时|预选|预赛|热身|招商|动员|签约|推介|说明会|开票|抽签|分会场|配套|外围"
)
"""Behind an event's name: a part or forerunner, which has dates of its own."""
_HAPPENED = re.compile(
    r"上映|公映|审定|签订|签约|获批|批准|通过|评为|入选|动工|启用|出版|逝世|举行|举办|召开|开幕|成立|上线|启动|创立|创办|建成|开通|通车|开馆|诞生|设立|发生|落成|投产|开工|开业|揭晓|闭幕|接入|创刊|"
    r"通水|通航|投用|开播|揭幕|亮相|发布|推出|问世|竣工|挂牌|发起|开场|揭牌|签署|成功|发射|首播|首映|拉开帷幕|启幕|持续至|持续到|展期|闭幕|落幕|结束|延续至"
)
_FOUNDED = re.compile(r"创办|创立|始创|创设|始办|始于|起源于|发端于|首办|首次举[办行]|首届|开办|设立|发起|诞生|起步于")
"""Verbs by which what recurs began."""
_NEAR = 30
"""Characters between an event's name and its figure beyond which they are not linked."""
_NEAR_DATE = 70
"""The same for a date at the head of a sentence, which holds for what follows."""


_SHORT = 16
"""Characters behind a date in which what happened is sought."""
_LED = "(?:正式|全线|建成|宣告|即|首次|注册|登记|挂牌|获批|[在于][^，。；：、]{1,8}?(?:正式|注册|挂牌|登记)?)?"
"""What may stand between a date and what happened on it: 2024年12月在科创板上市."""
_SINCE = re.compile("(?:以来|后|以后|之后|起)?[，,]?(?:的)?")
"""What may stand between that and who it happened to: 自2010年上市以来，潮屿银行."""
_VERB_BEHIND = 8
"""Characters behind a date and a name in which the verb may follow."""
_LOOK_BACK = 120
"""Characters before a sentence in which stands what 它 and 该工程 take up."""
_LONGEST_NAME = 60
"""Characters that the name of an event may have, dates between its parts included."""
_REFERS = re.compile(r"[“\s]*(?:[它其该]|这[座条家所个项场支部台])")
"""How a sentence begins that goes on about what the one before named."""


_TAKES_UP = re.compile(
    r"[“\s]*这[座条家所个项场支部台](?:[^，。；：、]{1,12}的)?(?P<noun>[\u4e00-\u9fff]{2,4}?)(?:于|在|是)?$"
)
"""How a sentence begins that calls something by its kind: 这条穿山越岭的铁路于."""
_BEHIND_NAMES = frozenset("的于在今去自已日均是将至共累也还又就都从由不没两每发")
"""Characters behind a name that belong to no longer name: not 江州大学附属中学."""


_FOUNDINGS = tuple(
    "成立 创立 创办 创建 始建 建立 建馆 建校 建厂 建院 建台 建社 建场 建所 建局 建行 建站 建矿 建园 建港 组建 设立 "
    "创设 始创".split()
)
"""Verbs that all say how some body began."""
_DONE_ON = re.compile(
    rf"(?P<verb>{re.alternatives((*_FOUNDINGS, *BEGINNINGS))}|(?<![改扩重修迁增复兴筹])(?P<built>建))于$"
)
_LASTS = re.compile("(?:持续|延续|展出|展览|进行|一直|会期|展期|为期)[^，。；：、]{0,4}?[至到]$")
"""What leads to the last day: 将持续至9月30日."""
_DAY = re.compile("[0-9]{1,2}[日号]")
_DAY_OR_MONTH = re.compile("[月日号]$")
_WHO_BEHIND = re.compile("的[“《]?")


def _kind_of_beginning(verb: str) -> str:
    return "成立" if verb in _FOUNDINGS else verb


class Named(Frozen):
    """Where an event is named, whole or only by who or what it happened to."""

    start: int
    end: int
    name: str
    """The name or alias of the event."""
    event: Event
    verb: str | None = None
    """What happened, where the text here says only to whom: 通车 of 望瑞铁路通车."""


def _start(named: Named) -> int:
    return named.start


class EventLinker:
    """Knows where the ledger's events are named in one document."""

    def __init__(
        self,
        document: Document,
        events: Sequence[Event],
        hits: Sequence[Hit] = (),
        canonical: Mapping[str, str] | None = None,
    ) -> None:
        """`hits` are the places of the ledger's subjects, and of words that take them up; `canonical` their names."""
        self._document = document
        self._canonical = canonical or {}
        self._subjects: dict[str, list[Hit]] = {}
        for hit in hits:
            self._subjects.setdefault(self._canonical[hit.word], []).append(hit)
        self._places: list[Named] = []
        self._stems: list[Named] = []
        for event in events:
            for name in event.names:
                self._collect(event, name)
        self._places.sort(key=_start)
        self._stems = sorted(dict.fromkeys(self._stems), key=_start)

    def _collect(self, event: Event, name: str) -> None:
        text = self._document.text
        if name[:2] in text or name[-2:] in text:
            self._places += [Named(*match.span(), name, event) for match in _pattern(name).finditer(text)]
        stem, verb = self._split(name)
        if verb is None:
            return
        spans = {(at, at + len(stem)) for at in _occurrences(text, stem)}
        spans |= {(hit.start, hit.end) for hit in self._subjects.get(self._canonical.get(stem, stem), ())}
        self._stems += [Named(start, end, name, event, verb) for start, end in spans]

    def _split(self, name: str) -> tuple[str, str | None]:
        """Who and what happened, by the table of verbs, else by quotation marks or the names that the ledger knows."""
        stem, verb = split_name(name)
        if verb is not None:
            return stem, verb
        quoted = re.fullmatch("([“《].{1,20}[”》])([^“《]{2,4})", name)
        if quoted is not None:
            return quoted[1], quoted[2]
        who = max((known for known in self._canonical if name.startswith(known)), key=len, default=None)
        return (who, name[len(who) :]) if who is not None and len(name) - len(who) > 1 else (name, None)

    def link(self, claim: Claim) -> Link | None:
        """The event whose edition, anniversary, age or date a claim gives; None where none is surely meant."""
        kind = claim.mention.quantity.kind
        if kind == "ordinal":
            return self._edition(claim)
        if kind in ("duration", "quantity"):
            return self._elapsed(claim)
        if kind == "date":
            return self._date(claim)
        return None

    def _near(self, claim: Claim, places: Sequence[Named], span: Span, reach: int = _NEAR) -> list[tuple[int, Named]]:
        found = []
        low = max(span.start, claim.mention.start - reach - _LONGEST_NAME)
        first, last = (bisect.bisect_left(places, edge, key=_start) for edge in (low, span.end))
        for named in places[first:last]:
            if named.end > span.end:
                continue
            gap = max(named.start - claim.mention.end, claim.mention.start - named.end, 0)
            if gap <= reach:
                found.append((gap, named))
        return sorted(found, key=_nearest)

    def _edition(self, claim: Claim) -> Link | None:
        unit = claim.mention.quantity.unit
        if unit is None:
            return None
        text = self._document.text
        for gap, named in self._near(claim, self._places, claim.sentence):
            before = text[claim.mention.end : named.start] in _BEFORE_NAME
            bound = unit.symbol in _BOUND_UNITS and before and claim.mention.end <= named.end
            if unit.symbol not in _EDITION_UNITS and not bound:
                continue
            year = self._year(claim, named)
            edition = edition_in(named.event, year) if year else None
            today = self._document.date
            if today is not None and edition_in(named.event, today.year) == claim.mention.quantity.value:
                year, edition = today.year, edition_in(named.event, today.year)
            if edition is not None:
                quantity = Quantity("ordinal", Decimal(edition), unit=unit, judged=Decimal(0))
                clause = text[claim.clause.start : max(claim.clause.end, named.end)]
                if _OTHER_YEAR.search(clause) and claim.mention.quantity.value != edition:
                    return None
                return self._linked(claim, named, "edition", quantity, gap, year)
        return None

    def _elapsed(self, claim: Claim) -> Link | None:
        unit = claim.mention.quantity.unit
        if unit is None or unit.symbol not in ("周年", "年", "载", "个年头"):
            return None
        anniversary = unit.symbol == "周年"
        if not anniversary and not self._counts_from(claim):
            return None
        near = self._near(claim, self._places, claim.sentence) + self._near(claim, self._stems, claim.sentence)
        for gap, named in sorted(near, key=_nearest):
            event = named.event
            start = event.start or (event.first if anniversary else None)
            year = self._year(claim, None)
            if start is None or start.year is None or year is None:
                continue
            if year <= start.year and self._document.date is not None:
                year = self._document.date.year
            elapsed = year - start.year + (1 if unit.symbol == "个年头" else 0)
            quantity = self._span_of_years(claim, start, year, elapsed, anniversary)
            meets = claim.mention.quantity.admits().meets(quantity.admits())
            if named.verb is not None and not meets and not self._says(claim, named):
                continue  # the name alone may be about other years: it can back a figure, not accuse it
            return self._linked(claim, named, "anniversary" if anniversary else "duration", quantity, gap, year)
        return None

    def _says(self, claim: Claim, named: Named) -> bool:
        """通车30年来，龙门矶大桥: whether what happened stands right before the years, beside the whole of a name."""
        return (
            named.verb is not None
            and self._is_whole(named)
            and self._document.text.endswith(named.verb, 0, claim.mention.start)
        )

    def _is_whole(self, named: Named) -> bool:
        """Whether a name is no part of a longer one: not 江州大学附属中学."""
        behind = self._document.text[named.end : named.end + 1]
        return behind in _BEHIND_NAMES or not "\u4e00" <= behind <= "\u9fff"

    def _counts_from(self, claim: Claim) -> bool:
        """13年来, 成立13年, 上线三年多以来: time since a beginning, not any stretch of years."""
        text = self._document.text
        if text[claim.mention.end : claim.mention.end + 1] == "来" or text.startswith("以来", claim.mention.end):
            return True
        before = text[max(0, claim.mention.start - 12) : claim.mention.start]
        return any(word in before for word in BEGINNINGS)

    def _span_of_years(self, claim: Claim, start: Stamp, year: int, elapsed: int, anniversary: bool) -> Quantity:
        unit = claim.mention.quantity.unit
        kind = claim.mention.quantity.kind
        today = self._document.date
        if anniversary or today is None or today.year != year or start.month is None:
            low = elapsed if anniversary else max(elapsed - 1, 0) if start.month is None else elapsed
        else:
            low = elapsed - (1 if (today.month, today.day) < (start.month, start.day or 1) else 0)
        if claim.mention.quantity.hedge in ("nearly", "about") and not anniversary:
            elapsed += 1  # 近五年 after four years and ten months
        if low == elapsed:
            return Quantity(kind, Decimal(elapsed), unit=unit, judged=Decimal(0))
        return Quantity(kind, None, Decimal(low), Decimal(elapsed), unit, judged=Decimal(0))

    def _date(self, claim: Claim) -> Link | None:
        quantity = claim.mention.quantity
        first = quantity.value or quantity.low
        if not quantity.resolved or not isinstance(first, Stamp):
            return None
        text = self._document.text
        for gap, named in self._near(claim, self._places, self._reach(claim), _NEAR_DATE):
            event = named.event
            if event.first is not None and self._founded(claim, named):
                return self._linked(claim, named, "date", Quantity("date", event.first), gap, None)
            if event.start is None or not self._happens(text, claim, named) or self._has_nearer(claim, named):
                continue
            if event.first is not None and first.year != event.start.year:
                continue  # a recurring event is on other days in other years
            return self._linked(claim, named, "date", _day_of(event.start, event.end), gap, None)
        return self._apart(claim)

    def _has_nearer(self, claim: Claim, named: Named) -> bool:
        """5月8日，医院宣布5月6日完成首例移植: whether another day stands between, and it was not on this one."""
        first, last = sorted((claim.mention.span, Span(named.start, named.end)), key=_start_of)
        if _DAY.search(self._document.text, first.end, last.start) is None:
            return False
        said, known = claim.mention.quantity.value, named.event.start
        days = said.days() if isinstance(said, Stamp) else None
        when = known.days() if known is not None else None
        return days is not None and when is not None and (days[1] < when[0] or when[1] < days[0])

    def _founded(self, claim: Claim, named: Named) -> bool:
        """汀江马拉松创办于2013年, 2009年首届星空节: the year of what recurs is that of its first edition."""
        start, end = min(claim.mention.start, named.start), max(claim.mention.end, named.end)
        verb = _FOUNDED.search(self._document.text, start, min(end + _VERB_BEHIND, claim.clause.end))
        return verb is not None and (verb.start() >= claim.mention.end or verb.end() >= claim.mention.start - 1)

    def _apart(self, claim: Claim) -> Link | None:
        """望瑞铁路全长217公里，2016年9月通车, and 2016年9月通车的望瑞铁路: who stands apart from what happened."""
        text = self._document.text
        refers = _REFERS.match(text, claim.sentence.start) is not None
        head = max(0, claim.sentence.start - _LOOK_BACK) if refers else claim.sentence.start
        lasts = _LASTS.search(text, max(claim.sentence.start, claim.mention.start - _SHORT), claim.mention.start)
        reach = _NEAR_DATE + _SHORT + (_LOOK_BACK if refers else 0)
        for gap, named in self._near(claim, self._stems, Span(head, claim.sentence.end), reach):
            start = named.event.start
            if start is None or named.event.first is not None:
                continue
            if named.start < claim.paragraph.start and not self._is_taken_up(claim, named):
                continue
            if lasts is not None and named.event.end is not None and named.end <= lasts.start():
                return self._linked(claim, named, "date", Quantity("date", named.event.end), gap, None)
            if self._said_behind(claim, named, refers) or self._goes_on(claim, named):
                return self._linked(claim, named, "date", _day_of(start, named.event.end), gap, None)
        return None

    def _is_taken_up(self, claim: Claim, named: Named) -> bool:
        """这条穿山越岭的铁路于: whether a new paragraph calls what was named before it by the end of its name."""
        text = self._document.text
        taken = _TAKES_UP.match(text, claim.sentence.start, claim.mention.start)
        if taken is None:
            return False
        word = text[named.start : named.end]
        name = self._canonical.get(word, word)
        called = {owner for alias, owner in self._canonical.items() if alias.endswith(taken["noun"])}
        between = range(named.end, claim.mention.start)
        rivals = (hit for other in called - {name} for hit in self._subjects.get(other, ()))
        return (name in called or word.endswith(taken["noun"])) and not any(hit.start in between for hit in rivals)

    def _said_behind(self, claim: Claim, named: Named, refers: bool) -> bool:
        """Whether what happened stands right behind the date, and who before it or right behind that."""
        text, after = self._document.text, claim.mention.end
        said = re.match(rf"{_LED}{re.escape(named.verb or '')}", text[after : after + _SHORT])
        if said is None:
            return self._said_before(claim, named, refers)
        if named.end <= claim.mention.start and not self._named_between(named, claim.mention.start, refers):
            return True
        since = _SINCE.match(text, after + said.end())
        return since is not None and named.start == since.end()

    def _said_before(self, claim: Claim, named: Named, refers: bool) -> bool:
        """这家始建于1936年的医院, 成立于2011年3月的快手: what happened before the date, who before that or behind."""
        text, start = self._document.text, claim.mention.start
        said = _DONE_ON.search(text, max(claim.sentence.start, start - _SHORT), start)
        verb = None if said is None else "成立" if said["built"] else _kind_of_beginning(said["verb"])
        if said is None or verb != _kind_of_beginning(named.verb or ""):
            return False
        if named.end <= said.start():
            whole = named.end == said.start() or self._is_whole(named)
            return whole and not self._named_between(named, said.start(), refers)
        behind = named.start >= claim.mention.end
        return behind and _WHO_BEHIND.fullmatch(text, claim.mention.end, named.start) is not None

    def _goes_on(self, claim: Claim, named: Named) -> bool:
        """8月23日22时许，今年第7号台风“海葵花”在汀屿市沿海登陆: the date, who, and in the same clause what happened."""
        text, after = self._document.text, claim.mention.end
        if not after <= named.start <= after + _NEAR or re.search("[。；：]", text[after : named.start]):
            return False
        verb = re.escape(named.verb or "")
        return re.match(rf"[在于从][^，。；：、]{{1,16}}?{verb}", text[named.end : named.end + _NEAR]) is not None

    def _named_between(self, named: Named, end: int, refers: bool) -> bool:
        """Whether another of the ledger's events or subjects, or a new sentence, comes between."""
        if not refers and any(mark in self._document.text[named.end : end] for mark in "。；"):
            return True
        first, last = (bisect.bisect_left(self._stems, edge, key=_start) for edge in (named.end, end))
        return any(other.event is not named.event for other in self._stems[first:last])

    def _reach(self, claim: Claim) -> Span:
        """A date holds for the clause behind it, and for the next one where it stands alone: 2007年，平台上线。"""
        return Span(claim.clause.start, claim.sentence.end) if self._leads(claim) else claim.clause

    def _leads(self, claim: Claim) -> bool:
        text = self._document.text
        return text[claim.mention.end : claim.mention.end + 1] in "，," and claim.mention.end == claim.clause.end

    def _happens(self, text: str, claim: Claim, named: Named) -> bool:
        """Whether the date says when the event was: no anniversary or edition between, and a verb of happening."""
        start, end = min(claim.mention.start, named.start), max(claim.mention.end, named.end)
        between = text[min(claim.mention.end, named.end) : max(claim.mention.start, named.start)]
        if (
            _PART_OF_EVENT.match(text, named.end)
            or re.search(r"[。；]|周年|第[^，]{1,4}个年头", between)
            or re.match(r"[^，。；]{0,6}(?:周年|年来)", text[end : end + 8])
        ):
            return False
        if named.start <= claim.mention.start and claim.mention.end <= named.end:
            return True  # the date stands inside the name
        leads = claim.mention.end == named.start and claim.clause.start < claim.mention.start
        if leads and _DAY_OR_MONTH.search(claim.mention.text):
            return True  # 栗坪村2014年5月开出第一家网店: what stands right behind the date is what happened
        _, verb = split_name(named.name)
        after = re.search(r"[，。；]|$", text[end:])
        clause = text[start : end + (after.start() if after else 0)]
        return verb is not None or _HAPPENED.search(clause) is not None

    def _year(self, claim: Claim, named: Named | None) -> int | None:
        """The year in which an edition or anniversary is counted: the claim's own, else the article's."""
        words = self._document.text[max(0, named.start - 6) : named.end] if named else ""
        inside = re.search(r"([12][0-9]{3})年?", words)
        if inside is not None:
            return int(inside[1])
        if (
            claim.period is not None
            and claim.period_origin == "stated"
            and claim.period.start.year == claim.period.end.year
        ):
            return claim.period.start.year
        if self._document.date is not None:
            return self._document.date.year
        return claim.period.start.year if claim.period is not None else None

    def _linked(
        self,
        claim: Claim,
        named: Named,
        aspect: Literal["edition", "anniversary", "duration", "date"],
        expected: Quantity,
        gap: int,
        year: int | None,
    ) -> Link:
        words = self._document.text[named.start : named.end]
        values = (("event", named.event.name), ("words", words), ("gap", str(gap)), ("year", str(year or "")))
        return Link(claim, named.event, aspect, expected, True, (Reason(f"link.event.{aspect}", values),))


def _start_of(span: Span) -> int:
    return span.start


def _nearest(item: tuple[int, Named]) -> tuple[int, int]:
    return item[0], -len(item[1].name)


def _day_of(start: Stamp, end: Stamp | None) -> Quantity:
    """A date, or from the first day to the last."""
    return Quantity("date", start) if end is None or end == start else Quantity("date", None, start, end)


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def edition_in(event: Event, year: int) -> int | None:
    """The number of the edition held in `year`; None where none is, or it can't be known."""
    known = {held: number for number, held in event.editions}
    if year in known:
        return known[year]
    if event.first is None or event.first.year is None:
        return None
    anchor, number = event.first.year, 1
    for held, edition in known.items():
        if anchor < held < year:
            anchor, number = held, edition
    steps, rest = divmod(year - anchor, event.every)
    return number + steps if steps >= 0 and rest == 0 else None


@lru_cache(maxsize=4096)
def split_name(name: str) -> tuple[str, str | None]:
    """快手成立 into who and what happened; the second is None where the name is no such sentence."""
    for verb in BEGINNINGS:
        if name.endswith(verb) and len(name) > len(verb) + 1:
            return name[: -len(verb)], verb
    return name, None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """The name as it may stand in an article: split by an ordinal or year, or as verb + 于 + date + the rest."""
    stem, verb = split_name(name)
    split = _INSERT.join(map(re.escape, name))
    if verb is None:
        return re.compile(rf"{split}|{re.escape(name[:-2])}{_ON_DAY}{re.escape(name[-2:])}")
    return re.compile(rf"(?:{split}|{re.escape(stem)}{_WHEN}{re.escape(verb)}){_COMPLETE}")


_ON_DAY = r"(?:将?[于在])?(?:[12][0-9]{3}年|[今明]年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午|正式|起|开始)?"
"""A day that may split the name of what has no verb that the table knows: 2025级新生8月30日入学."""
_WHEN = (
    r"(?:[于在自0-9０-９年月日一二三四五六七八九十〇零]|正式|宣告|将|即将|迎来|喜迎|正好|刚好|恰好|恰逢|已|也|就"
    r"|今年|明年){0,14}"
)
"""What may stand between who and what happened: 快手于2011年3月成立."""
_COMPLETE = (
    r"(?=[，。；、）)！？”\s,;：:]|$|以来|后|之|时|的|于|仪式|至今|已|庆|满"
    r"|[0-9０-９]|近|[一二三四五六七八九十百]+[周多余]?年)"
)
"""What may follow, so that nothing more is said to have happened: not 平台上线新功能."""
