"""A claim and the ledger's measure words in, the words that say what the figure measures, and how sure each is, out."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from figcheck import expressions as re
from figcheck.data.claim_words import (
    BASIS,
    FALL,
    HEDGES_BETWEEN,
    OLD_WORDS,
    PLAIN_WORDS,
    PLANS,
    RISE,
    SCALES,
    TO_LEVEL,
)
from figcheck.linking.words import REFERRING, Hit, WordIndex
from figcheck.model import Claim, Span
from figcheck.values import Frozen, replace

_LIMITS = re.compile(r"[0-9０-９.．]+[\u4e00-\u9fff]{1,4}?(?:及?以[上下内外])")
"""Limits that are part of a name: 56人以上大班额, 60岁及以上老人."""
_FAR = 24
"""Characters between measure and figure beyond which the two are not taken together."""
_LIST_REACH = 200
"""Characters before a figure in which the list that 分别 takes up, or the clause before, may stand."""
_BEHIND = 4
"""Characters between a sum or measure and the noun behind it, where a word before it might be meant: 335亿元善款."""
_NOUN_GAP = 8
"""Characters that may stand between a counter and the noun it counts: 7万名【公益视频】创作者."""

LOOSE, SCALED, PLANNED, BARRED = 1, 2, 3, 4
"""How much words speak against a reading: nobody knows them; they may make a figure of another size; they tell of what
is to come; they make it another figure."""


class Against(Frozen):
    """Words that speak against a reading."""

    words: str
    weight: int
    """LOOSE, SCALED, PLANNED or BARRED."""


def gravest(*doubts: Against | None) -> Against | None:
    """Of several doubts the one that weighs most, the first of equals; None where there is none."""
    return max((each for each in doubts if each is not None), key=_weight, default=None)


def _weight(doubt: Against) -> int:
    return doubt.weight


class Measure(Frozen):
    """A measure word that may say what a figure measures."""

    hit: Hit
    gap: int
    """Characters between it and the figure."""
    doubt: Against | None = None
    old: str | None = None
    """由原来的 and the like, where the figure is the old value of a change and names no period of its own."""
    paired: bool = False
    """Whether it stands at the figure's own place in a list of as many measures as there are figures."""


class Series(Frozen):
    """Figures that 分别 leads."""

    at: int
    """Where 分别 stands."""
    claims: tuple[Claim, ...]
    models: tuple[Claim, ...] = ()
    """As many figures before 分别, of which these are the changes or shares; empty where there are not so many."""
    models_at: int = -1
    """Where 分别 stands that leads those, if one does: 甲、乙分别生产x和y，分别增长……"""

    def model(self, claim: Claim) -> Claim | None:
        """The figure before 分别 at the claim's own place."""
        return self.models[self.claims.index(claim)] if self.models else None


def series_of(text: str, claim: Claim, claims: Sequence[Claim]) -> Series | None:
    """The figures led by the same 分别 as the claim's; None where it is none of them, or the only one."""
    at = text.rfind("分别", max(claim.sentence.start, claim.mention.start - _LIST_REACH), claim.mention.start)
    if at < 0:
        return None
    series = _run(text, [other for other in claims if other.mention.start > at])
    if len(series) < 2 or claim not in series:
        return None
    levels = [other for other in claims if other.mention.end <= at and other.direction == 0 and _is_amount(other)]
    models = tuple(levels[-len(series) :]) if series[0].direction and len(levels) >= len(series) else ()
    models_at = text.rfind("分别", claim.sentence.start, models[0].mention.start) if models else -1
    return Series(at, tuple(series), models, models_at)


def _is_amount(claim: Claim) -> bool:
    return claim.mention.quantity.is_numeric and claim.mention.quantity.kind not in (
        "date",
        "time",
        "ordinal",
        "percent",
    )


def _any_of(words: Sequence[str]) -> str:
    return re.alternatives(words)


_DATE = (
    r"[12][0-9]{3}年|[0-9]{1,2}(?:[—至-][0-9]{1,2})?月份?|[0-9]{1,2}日|[底末初]|今年|去年|上年|前年|明年|国庆|春节|五一|元旦|本月|上月"
    r"|[上下]半年|前[二三]季度|第?[一二三四]季度|(?:[0-9]{1,2}|[一二两三四五六七八九十]+)年前"
)
_CHANGED = "(?:改造|扩建|改扩建|迁建|重建|建成|投产|开通|调整|升级|整合|扩容|优化)后"
"""改造后站房面积: as it is now."""
_PLAIN = re.compile(
    rf"(?:{_DATE}|{_any_of((*PLAIN_WORDS, *RISE, *FALL, *TO_LEVEL, *BASIS))}|{_CHANGED}"
    r"|[\s，,：:（）()“”\"、]|[0-9０-９.．%％]+)*"
)
_CHANGE_ONLY = re.compile(
    rf"(?:{_DATE}|{_any_of((*RISE, *FALL, *TO_LEVEL, *BASIS, *HEDGES_BETWEEN))}|[\s，,（(）)]|按[^，]{{2,8}}计算"
    r"|[与和跟同][^，。；、0-9]{2,20}(?:相比|比较|相较)|(?:单[日月季年周]|年度|历史性地?|[第头]一次|首度|首次|一举|成功|双双|站稳|迈过|跨过))*"
)
"""What may stand between two figures of one measure."""
_PLANS = re.compile(_any_of(PLANS))
_SCALES = re.compile(_any_of(SCALES))
_OLD_END = re.compile(rf"(?:由|从)(?:[^，。；、]{{0,10}}的|每.{{1,2}})?$|(?:{_any_of(OLD_WORDS)})[^，。；、]{{0,4}}$")
_NOT_OLD = re.compile(r"[年月季日届]|现在|目前|现有|现行|当前|如今")
_OF_NOW = re.compile(r"[由从](?:现在|目前|现有|现行|当前)的?$")
"""由现在的860万元提高到: what follows is still to come."""
_OF_TWO = re.compile("前者|后者")
_OF = re.compile("(?:[后中里]?的|之)?")
_LIST_WORD = re.compile(r"[、和与及]|以及")
_CHANGES = frozenset((*RISE, *FALL))
_SHARE_OF = re.compile(
    "[也约]?占(?:到|了|据)?[^，。；、占]{1,16}?(?:的(?:比重|比例)?|比重|比例)?(?:已|约|近|超|达到?|为|是|仅|只有|高达)*"
)
"""What leads from a figure to the share that it is of something else."""
_ASIDE = re.compile(r"[、和与及]|以及|[（(](?:其中|含|包括|不含|较|比|同比)")
"""What ends the words behind a figure that may say what it counts."""
_NOT_A_NOUN = re.compile(
    r"[，。；、！？：）)”\s,.;:!?（(]|的|在|为|是|以|占|和|与|及|用|来|已|将|并|共|均|都|也|又|同比|环比|比|较|增|减|升|降"
    r"|多(?![名个位数])|少(?![年数女儿先])|高出|低于|发展|扩|缩|涨|跌|提高|提升|变|突破|达|超|相比|左右|上下|以上|以下|以内|内|后|前|中|起|至|到|$"
)
_SUFFIXES = frozenset(
    "群率量额数类型组链圈化费价点站厅室券卡证奖赛展会院校班课岗师长员者家商户店网库馆园区带线路桥城镇村街市县省国"
)
"""What makes another noun of the one before: 专业群, 护士长."""
_FLOWS = ("人次", "车次", "架次", "班次", "户次", "场次", "册次", "件次", "列次", "艘次", "辆次")
_TIMES = ("date", "time")


class MeasureReader:
    """Knows where the ledger's measure words stand in one document."""

    def __init__(self, text: str, index: WordIndex, named: Sequence[Hit]) -> None:
        """`named` are the places of names and of words that take them up, in order."""
        self._text = text
        self._named = named
        self._named_starts = [hit.start for hit in named]
        self._all = list(index.longest(text))
        self._hits = [hit for hit in self._all if not self._in_name(hit)]
        self._starts = [hit.start for hit in self._hits]

    def around(self, claim: Claim) -> list[Hit]:
        """All measure words of the figure's sentence, nearest first, then those of the sentence before."""
        text, at, sentence = self._text, claim.mention, claim.sentence
        end = max(claim.paragraph.start, sentence.start - 1)
        head = max(claim.paragraph.start, *(text.rfind(mark, claim.paragraph.start, end) + 1 for mark in "。；！？"))
        first = bisect.bisect_left(self._all, max(head, at.start - _LIST_REACH), key=_start_of)
        last = bisect.bisect_left(self._all, min(sentence.end, at.end + _LIST_REACH), key=_start_of)
        found = [hit for hit in self._all[first:last] if hit.end <= at.core_start or hit.start >= at.core_end]
        return sorted(found, key=lambda hit: (hit.start < sentence.start, max(hit.start - at.end, at.start - hit.end)))

    def _in_name(self, hit: Hit) -> bool:
        """Whether a word is but a part of somebody's name: 学院 in 沂岭职业技术学院."""
        at = bisect.bisect_right(self._named_starts, hit.start) - 1
        return at >= 0 and hit.end <= self._named[at].end and hit.end - hit.start < len(self._named[at].word)

    def _is_name(self, hit: Hit) -> bool:
        """Whether a measure word is a subject's name as well: 初中."""
        at = bisect.bisect_right(self._named_starts, hit.start) - 1
        return at >= 0 and hit.end <= self._named[at].end

    def _within(self, start: int, end: int) -> list[Hit]:
        first = bisect.bisect_left(self._starts, start)
        found = []
        for hit in self._hits[first:]:
            if hit.start >= end:
                break
            if hit.end <= end:
                found.append(hit)
        return found

    def _holds(self, claim: Claim) -> bool:
        """Whether a figure is but a part of a measure word: 三线及以下城市票房."""
        at = bisect.bisect_right(self._starts, claim.mention.start) - 1
        return at >= 0 and claim.mention.end <= self._hits[at].end

    def _unnamed(self, start: int, end: int) -> str:
        """The words of a stretch without the ledger's names."""
        text, at, words = self._text, start, []
        for hit in self._named[bisect.bisect_left(self._named_starts, start) :]:
            if hit.start >= end:
                break
            words.append(text[at : hit.start])
            at = max(at, min(hit.end, end))
        return REFERRING.sub("，", "，".join([*words, text[at:end]]))

    def _against(self, *spans: tuple[int, int]) -> Against | None:
        """What in some stretches speaks against a measure; the ledger's own names do not."""
        return gravest(*(_against(self._unnamed(start, end)) for start, end in spans))

    def find(self, claim: Claim, trail: Sequence[Measure], claims: Sequence[Claim]) -> list[Measure]:
        """What the figure may measure, likeliest first. `trail` is what the figure before it measured.

        `claims` are its neighbours in the same sentence, for series with 分别.
        """
        if claim.heads:
            return [Measure(hit, 0) for head in claim.heads for hit in reversed(self._within(head.start, head.end))]
        paired = self._paired(claim, claims) or self._of_two(claim)
        if paired is not None:
            return paired
        room = self._room(claim, claims)
        counted = self._counted(claim)
        before = self._before(claim, room)
        shared = self._shared(claim, claims)
        if shared is not None:  # 海外收入36.5亿元，占营收的41.8%: a share of the whole, of what the figure before is
            doubted = (replace(item, doubt=gravest(item.doubt, Against("占", SCALED))) for item in before)
            return [*(replace(item, old=None) for item in trail), *doubted]
        if counted:  # 培养了36万多名毕业生: if the ledger has no such 毕业生, it may have what they were brought up to
            led = (replace(item, doubt=gravest(item.doubt, Against(counted[0].hit.word, BARRED))) for item in before)
            return [*counted, *led]
        after = [item for item in self._after(claim, room) if not before or not _leads(claim) or item.gap <= _BEHIND]
        if counted is not None:  # it counts something that the ledger does not know
            before = [replace(item, doubt=gravest(item.doubt, Against(self._noun(claim), SCALED))) for item in before]
        own = sorted([*before, *after], key=lambda item: (item.gap, -len(item.hit.word)))
        if own or counted is not None:
            # 大班额已消除，小学、初中的占比降至0.04%和0.07%
            if own and all(self._is_name(item.hit) for item in own):
                return [*own, *self._clause_before(claim, room)]
            if own and all(item.hit.word in _CHANGES for item in own):  # 增长4.9%: of what was told last, or of all
                return [*own, *self._inherited(claim, claims, trail)]
            return own
        return self._inherited(claim, claims, trail) or self._clause_before(claim, room)

    def _inherited(self, claim: Claim, claims: Sequence[Claim], trail: Sequence[Measure]) -> list[Measure]:
        """What the figure before measures, where this one goes on about it."""
        previous = self._inherits(claim, claims)
        if previous is None:
            return []
        return [replace(item, old=None, doubt=gravest(item.doubt, self._to_come(previous))) for item in trail]

    def _shared(self, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
        """The figure before one that 占……的 makes a share of some whole, where the clause is about nothing else."""
        start, end = claim.clause.start, claim.mention.start
        if claim.mention.quantity.kind != "percent" or not _SHARE_OF.fullmatch(self._text, start, end):
            return None
        if any("占" in hit.word for hit in self._within(start, end)):
            return None
        previous = next((other for other in reversed(claims) if other.mention.end <= start), None)
        return previous if previous is not None and not self._tells_time(previous) else None

    def _to_come(self, previous: Claim) -> Against | None:
        """由现在的860万元提高到1000万元: the second is still to come."""
        now = _OF_NOW.search(self._text, previous.clause.start, previous.mention.start)
        return Against(now.group(), PLANNED) if now is not None else None

    def _room(self, claim: Claim, claims: Sequence[Claim]) -> Span:
        """Where a measure that leads to the figure may stand: behind the figure before it; dates are no bar."""
        start = claim.clause.start
        for other in reversed(claims):
            mention = other.mention
            if mention.end > claim.mention.start or mention.quantity.kind in _TIMES or self._holds(other):
                continue
            if not _is_time_ago(self._text, other):
                start = max(start, mention.end)
                break
        return Span(start, claim.mention.start)

    # --- the noun that a counter counts -------------------------------------------------------------------------

    def _counted(self, claim: Claim) -> list[Measure] | None:
        """What stands behind a counter, if a noun does: then nothing before the figure is surely its measure."""
        unit = claim.mention.quantity.unit
        if unit is None or not unit.counts or unit.symbol in _FLOWS:
            return None
        mention = claim.mention
        inside = [Measure(hit, 0) for hit in self._within(mention.core_end, mention.end)]
        if _NOT_A_NOUN.match(self._text, mention.end) and self._text[mention.end : mention.end + 1] != "的":
            return inside or None
        found = [item for item in self._after(claim, Span(mention.start, mention.start)) if item.gap <= _NOUN_GAP]
        if found:
            return found
        return inside if inside or self._noun(claim) else None

    def _noun(self, claim: Claim) -> str:
        match = re.match(r"[\u4e00-\u9fff]{2}", self._text[claim.mention.end : claim.after.end])
        return match.group() if match else ""

    # --- around the figure ----------------------------------------------------------------------------------------

    def _before(self, claim: Claim, room: Span) -> list[Measure]:
        found: list[Measure] = []
        left, last = room.start, None
        for hit in self._within(room.start, claim.mention.core_start):
            gap = max(room.end - hit.end, 0)  # 商超1420家: what reads like a hedge may end the word
            if gap <= _FAR:
                doubt = self._against((left, hit.start), (hit.end, room.end))
                if last is not None and _OF.fullmatch(self._text, last.end, hit.start):
                    # 民营企业进出口, 扣除损益后的净利润: one of them of the other, so neither alone is sure
                    doubt = gravest(doubt, Against(last.word, SCALED))
                found.append(Measure(hit, gap + 1, doubt, self._old_end(room, hit)))
            left, last = max(left, hit.end), hit
        return found

    def _after(self, claim: Claim, room: Span) -> list[Measure]:
        start, stop = claim.mention.end, claim.after.end
        ended = _ASIDE.search(self._text, start, stop)
        stop = ended.start() if ended else stop
        led = _shift(self._text[room.start : room.end])
        found = [Measure(hit, 0) for hit in self._within(claim.mention.core_end, start)]
        for hit in self._within(start, stop):
            if hit.start - start <= _FAR // 2:
                doubt = gravest(self._against((start, hit.start)), led, self._goes_on_behind(hit))
                found.append(Measure(hit, hit.start - start, doubt))
        return found

    def _goes_on_behind(self, hit: Hit) -> Against | None:
        """专业群 is no 专业: a noun behind that makes another of it."""
        if self._text[hit.end : hit.end + 1] in _SUFFIXES and not _NOT_A_NOUN.match(self._text, hit.end):
            return Against(self._text[hit.end], LOOSE)
        return None

    def _old_end(self, room: Span, hit: Hit) -> str | None:
        """由原来的4小时: the old value, unless its own period is named, or the measure itself is called so."""
        match = _OLD_END.search(self._text[room.start : room.end])
        if match is None or _NOT_OLD.search(match.group()):
            return None
        return None if hit.start <= room.start + match.start() < hit.end else match.group()

    def _clause_before(self, claim: Claim, room: Span) -> list[Measure]:
        """筹集的善款，目前已达335亿元: the clause before, if it has no figure of its own."""
        text, at = self._text, claim.clause.start - 1
        head = max(claim.sentence.start, at - _LIST_REACH)
        if at <= claim.sentence.start or text[at] not in "，,":
            return []
        start = max(head, max(text.rfind(mark, head, at) for mark in "，,；;：:") + 1)
        if room.start > claim.clause.start or any(char.isdigit() for char in _LIMITS.sub("", text[start:at])):
            return []
        between = text[claim.clause.start : claim.mention.start]
        hits = self._within(start, at)
        if not hits:
            return []
        last = hits[-1]
        doubt = gravest(self._against((start, last.start), (last.end, at)), _against(between))
        return [Measure(last, claim.mention.start - last.end, doubt)]

    # --- figures that share a measure ---------------------------------------------------------------------------

    def _inherits(self, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
        """The figure before, where nothing but words of change stands between it and this one: ，同比增长5.2%."""
        earlier = [other for other in claims if other.mention.end <= claim.mention.start]
        previous = next((other for other in reversed(earlier) if not self._tells_time(other)), None)
        start, end = claim.sentence.start if previous is None else previous.mention.end, claim.mention.start
        if previous is None:
            return claim if end - start <= _FAR and self._goes_on(start, end) and self._changes(start, end) else None
        if _LIST_WORD.fullmatch(self._text, start, end):
            joined = self._text.rfind("分别", claim.sentence.start, start) >= 0 or _of_other_kinds(previous, claim)
            return previous if joined else None
        if claim.direction and self._changes(claim.clause.start, end) and previous.direction == 0:
            return previous  # 以86.2万人次的接待量居首，同比增长18.3%: a change of what was told last
        return previous if end - start <= _FAR and self._changes(start, end) else None

    def _changes(self, start: int, end: int) -> bool:
        """Whether a stretch has words of change only, and names."""
        words, at = [], start
        for hit in self._named[bisect.bisect_left(self._named_starts, start) :]:
            if hit.start >= end:
                break
            words.append(self._text[at : hit.start])  # ，橙果商城则为11.2%: the same of somebody else
            at = hit.end
        return _CHANGE_ONLY.fullmatch("".join([*words, self._text[at:end]])) is not None

    def _tells_time(self, claim: Claim) -> bool:
        return claim.mention.quantity.kind in _TIMES or _is_time_ago(self._text, claim) or self._holds(claim)

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a sentence speaks of what the one before did: ；南岬港则为214.5万标箱, 。其中前者4.17亿吨."""
        if re.match("其中|前者|后者", self._text[start:end]):
            return True
        first = bisect.bisect_left(self._named_starts, start)
        named = first < len(self._named) and self._named[first].start < end
        return self._text[start - 1 : start] in ("；", ";") and named

    def _paired(self, claim: Claim, claims: Sequence[Claim]) -> list[Measure] | None:
        """A、B分别为x和y: the measure at the figure's own place in the list; None where there is no such list."""
        series = series_of(self._text, claim, claims)
        if series is not None and series.models:
            return None
        items = None if series is None else self._items(claim, series.at, len(series.claims))
        if series is None or items is None:
            return None
        hits = [self._within(span.start, span.end) for span in items]
        if not all(hits):
            return None  # names in a row, one measure for all
        return [Measure(hits[series.claims.index(claim)][-1], 0, paired=True)]

    def _of_two(self, claim: Claim) -> list[Measure] | None:
        """协作机器人和焊接机器人要继续做，前者卖了1640台: of two measures the one that 前者 or 后者 takes up."""
        said = _OF_TWO.search(self._text, claim.clause.start, claim.mention.start)
        if said is None:
            return None
        people = any(hit.start == said.start() for hit in self._named)  # unless the sentence has a pair of measures
        head = claim.sentence.start if people else claim.paragraph.start
        before = self._within(max(head, said.start() - _LIST_REACH), said.start())
        for one, other in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
            if _LIST_WORD.fullmatch(self._text, one.end, other.start):
                return [Measure(one if said.group() == "前者" else other, 0, paired=True)]
        return None

    def _items(self, claim: Claim, at: int, count: int) -> list[Span] | None:
        """The list before 分别 that has as many items as there are figures, with measures in it."""
        text, stop = self._text, at
        head = max(claim.sentence.start, at - _LIST_REACH)
        while stop > head:
            start = max(head, max(text.rfind(mark, head, stop) for mark in "，,；;：:") + 1)
            cut = text.find("分别", start, stop)
            spans = _split(text, start, cut if cut >= 0 else stop)
            if len(spans) == count and self._within(start, stop):
                return spans
            stop = start - 1
        return None


def _start_of(hit: Hit) -> int:
    return hit.start


def _is_time_ago(text: str, claim: Claim) -> bool:
    """三年前, 十年来: a stretch of time that says when, and is no figure of its own."""
    return claim.mention.quantity.kind == "duration" and text[claim.mention.end : claim.mention.end + 1] in "前来间里"


def _of_other_kinds(one: Claim, other: Claim) -> bool:
    """发放贷款10312笔、52.16亿元: two figures of one thing."""
    first, second = one.mention.quantity.unit, other.mention.quantity.unit
    return first is not None and second is not None and first.dimension != second.dimension


def _run(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims at the beginning that are joined by 、 and 和."""
    run: list[Claim] = []
    for claim in claims:
        if run and not re.fullmatch(r"、|和|与|及|以及", text[run[-1].mention.end : claim.mention.start]):
            break
        run.append(claim)
    return run


def _split(text: str, start: int, stop: int) -> list[Span]:
    spans, at = [], start
    for match in _LIST_WORD.finditer(text, start, stop):
        spans.append(Span(at, match.start()))
        at = match.end()
    return [*spans, Span(at, stop)]


def _leads(claim: Claim) -> bool:
    unit = claim.mention.quantity.unit
    return unit is not None and not unit.counts


def _against(words: str) -> Against | None:
    """What in these words makes another measure, or may; None where all of them are plain."""
    shift = _shift(words)
    if shift is not None:
        return shift
    match = _PLAIN.match(words)
    rest = words[match.end() :] if match is not None else words
    return Against(rest, LOOSE) if rest else None


def _shift(words: str) -> Against | None:
    plan = _PLANS.search(words)
    if plan is not None:
        return Against(plan.group(), PLANNED)
    scale = _SCALES.search(words)
    return Against(scale.group(), SCALED) if scale is not None else None
