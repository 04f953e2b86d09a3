"""A claim and the ledger's measure words in, the words that say what the figure measures, and how sure each is, out."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck import expressions as re
from figcheck.data.claim_words import BASIS, FALL, HEDGES_BETWEEN, PLAIN_WORDS, RISE, SHIFTERS, TO_LEVEL
from figcheck.linking.words import REFERRING, Hit, WordIndex
from figcheck.model import Claim, Span
from figcheck.values import Frozen, replace

_FAR = 24
"""Characters between measure and figure beyond which the two are not taken together."""
_LIST_REACH = 200
"""Characters before a figure in which the list that 分别 takes up, or the clause before, may stand."""
_BEHIND = 4
"""Characters between a sum or measure and the noun behind it, where a word before it might be meant: 335亿元善款."""
_NOUN_GAP = 8
"""Characters that may stand between a counter and the noun it counts: 7万名【公益视频】创作者."""


class Measure(Frozen):
    """A measure word that may say what a figure measures."""

    hit: Hit
    gap: int
    """Characters between it and the figure."""
    doubt: str | None
    """The words that make it another measure, or may; None where nothing speaks against it."""
    old: str | None = None
    """由原来的 and the like, where the figure is the old value of a change and names no period of its own."""
    loose: str | None = None
    """Words around it that are not known to change nothing: 国有企业 before 利润."""
    paired: bool = False
    """Whether it stands at the figure's own place in a list of as many measures as there are figures."""


class Series(Frozen):
    """Figures that 分别 leads."""

    at: int
    """Where 分别 stands."""
    claims: tuple[Claim, ...]
    models: tuple[Claim, ...] = ()
    """As many figures before 分别, of which these are the changes or shares; empty where there are not so many."""

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
    return Series(at, tuple(series), models)


def _is_amount(claim: Claim) -> bool:
    return claim.mention.quantity.is_numeric and claim.mention.quantity.kind not in (
        "date",
        "time",
        "ordinal",
        "percent",
    )


def _any_of(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DATE = (
    r"[12][0-9]{3}年|[0-9]{1,2}(?:[—至-][0-9]{1,2})?月份?|[0-9]{1,2}日|[底末初]|今年|去年|上年|前年|明年|国庆|春节|五一|元旦|本月|上月"
    r"|[上下]半年|前[二三]季度|第?[一二三四]季度"
)
_PLAIN = re.compile(
    rf"(?:{_any_of((*PLAIN_WORDS, *RISE, *FALL, *TO_LEVEL, *BASIS))}|{_DATE}|[\s，,：:（）()“”\"、]|[0-9０-９.．%％]+)*"
)
_CHANGE_ONLY = re.compile(
    rf"(?:{_any_of((*RISE, *FALL, *TO_LEVEL, *BASIS, *HEDGES_BETWEEN))}|{_DATE}|[\s，,（(]|按[^，]{{2,8}}计算)*"
)
"""What may stand between two figures of one measure."""
_SHIFTER = re.compile(_any_of(SHIFTERS))
_OLD_END = re.compile(r"(?:由|从)[^，。；、]{0,10}$")
_TIMED = re.compile(r"[年月季日]")
_LIST_WORD = re.compile(r"[、和与及]|以及")
_ASIDE = re.compile(r"[、和与及]|以及|[（(](?:其中|含|包括|不含|较|比|同比)")
"""What ends the words behind a figure that may say what it counts."""
_NOT_A_NOUN = re.compile(
    r"[，。；、！？：）)”\s,.;:!?]|的|在|为|是|以|占|和|与|及|用|来|已|将|并|共|均|都|也|又|同比|环比|比|较|增|减|升|降|左右|上下|以上|以下|以内|内|后|前|中|起|至|到|$"
)
_FLOWS = ("人次", "车次", "架次", "班次", "户次", "场次", "册次", "件次", "列次", "艘次", "辆次")


class MeasureFinder:
    """Finds the ledger's measure words around figures."""

    def __init__(self, index: WordIndex, names: WordIndex) -> None:
        self._index = index
        self._names = names

    def _around(self, text: str, *spans: tuple[int, int]) -> tuple[str | None, str | None]:
        """What in some stretches makes another measure, and what may; the ledger's own names do not."""
        shifted = loose = None
        for start, end in spans:
            at, words = start, []
            for hit in self._names.find(text, start, end):
                words.append(text[at : hit.start])
                at = hit.end
            said = REFERRING.sub("，", "，".join([*words, text[at:end]]))
            shifted, loose = shifted or _shifted(said), loose or _loose(said)
        return shifted, loose

    def find(self, text: str, claim: Claim, trail: Sequence[Measure], claims: Sequence[Claim]) -> list[Measure]:
        """What the figure may measure, likeliest first. `trail` is what the figure before it measured.

        `claims` are its neighbours in the same sentence, for series with 分别.
        """
        paired = self._paired(text, claim, claims)
        if paired is not None:
            return paired
        counted = self._counted(text, claim)
        if counted is not None:
            return counted
        before = self._before(text, claim)
        after = [item for item in self._after(text, claim) if not before or not _leads(claim) or item.gap <= _BEHIND]
        own = sorted([*before, *after], key=lambda item: (item.gap, -len(item.hit.word)))
        if own:
            return own
        if self._inherits(text, claim, claims):
            return [replace(item, old=None) for item in trail]
        return self._clause_before(text, claim)

    # --- the noun that a counter counts -------------------------------------------------------------------------

    def _counted(self, text: str, claim: Claim) -> list[Measure] | None:
        """What stands behind a counter, if a noun does: then nothing before the figure can be its measure."""
        unit = claim.mention.quantity.unit
        if unit is None or not unit.counts or unit.symbol in _FLOWS:
            return None
        inside = [Measure(hit, 0, None) for hit in self._index.find(text, claim.mention.core_end, claim.mention.end)]
        if _NOT_A_NOUN.match(text, claim.mention.end) and text[claim.mention.end : claim.mention.end + 1] != "的":
            return inside or None
        found = [item for item in self._after(text, claim) if item.gap <= _NOUN_GAP]
        if found:
            return found
        return inside if self._has_noun(text, claim) else None

    def _has_noun(self, text: str, claim: Claim) -> bool:
        return re.match(r"[\u4e00-\u9fff]{2}", text[claim.mention.end : claim.after.end]) is not None

    # --- around the figure ----------------------------------------------------------------------------------------

    def _before(self, text: str, claim: Claim) -> list[Measure]:
        span = claim.before
        found: list[Measure] = []
        left, last = span.start, None
        for hit in self._index.find(text, span.start, span.end):
            gap = claim.mention.start - hit.end
            if gap <= _FAR:
                doubt, loose = self._around(text, (left, hit.start), (hit.end, claim.mention.start))
                if last is not None and last.end == hit.start:
                    # 民营企业进出口: what one of them measures of the other, so neither alone is sure
                    doubt = doubt or last.word
                found.append(Measure(hit, gap + 1, doubt, self._old_end(text, claim), loose))
            left, last = hit.end, hit
        return found

    def _after(self, text: str, claim: Claim) -> list[Measure]:
        ended = _ASIDE.search(text, claim.mention.end, claim.after.end)
        span = Span(claim.mention.end, ended.start() if ended else claim.after.end)
        found = []
        for hit in self._index.find(text, span.start, span.end):
            gap = hit.start - span.start
            if gap <= _FAR // 2:
                led = text[claim.before.start : claim.mention.start]
                doubt, loose = self._around(text, (span.start, hit.start))
                found.append(Measure(hit, gap, doubt or _shifted(led), loose=loose))
        inside = [Measure(hit, 0, None) for hit in self._index.find(text, claim.mention.core_end, claim.mention.end)]
        return [*inside, *found]

    def _old_end(self, text: str, claim: Claim) -> str | None:
        """由原来的4小时: the old value, unless its own period is named."""
        led = text[claim.before.start : claim.mention.start]
        match = _OLD_END.search(led)
        return match.group() if match is not None and not _TIMED.search(match.group()) else None

    def _clause_before(self, text: str, claim: Claim) -> list[Measure]:
        """筹集的善款，目前已达335亿元: the clause before, if it has no figure of its own."""
        at = claim.clause.start - 1
        head = max(claim.sentence.start, at - _LIST_REACH)
        if at <= claim.sentence.start or text[at] not in "，,":
            return []
        start = max(head, max(text.rfind(mark, head, at) for mark in "，,；;：:") + 1)
        if claim.before.start > claim.clause.start or any(char.isdigit() for char in text[start:at]):
            return []
        between = text[claim.clause.start : claim.mention.start]
        hits = list(self._index.find(text, start, at))
        if not hits:
            return []
        last = hits[-1]
        doubt, loose = self._around(text, (start, last.start), (last.end, at))
        doubt, loose = doubt or _shifted(between), loose or _loose(between)
        return [Measure(last, claim.mention.start - last.end, doubt, loose=loose)]

    # --- figures that share a measure ---------------------------------------------------------------------------

    def _inherits(self, text: str, claim: Claim, claims: Sequence[Claim]) -> bool:
        """Whether nothing but words of change stands between the figure before and this one: ，同比增长5.2%."""
        previous = next((other for other in reversed(claims) if other.mention.end <= claim.mention.start), None)
        start, end = claim.sentence.start if previous is None else previous.mention.end, claim.mention.start
        if end - start > _FAR or (previous is None and not self._goes_on(text, start, end)):
            return False
        words, at = [], start
        for hit in self._names.find(text, start, end):  # ，橙果商城则为11.2%: the same of somebody else
            words.append(text[at : hit.start])
            at = hit.end
        between = "".join([*words, text[at:end]])
        if _LIST_WORD.fullmatch(between):
            return text.rfind("分别", claim.sentence.start, start) >= 0
        return _CHANGE_ONLY.fullmatch(between) is not None

    def _goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence speaks of what the one before did: ；南岬港则为214.5万标箱, 。其中前者4.17亿吨."""
        opening = text[start:end]
        if re.match("其中|前者|后者", opening):
            return True
        return text[start - 1 : start] in ("；", ";") and any(True for _ in self._names.find(text, start, end))

    def _paired(self, text: str, claim: Claim, claims: Sequence[Claim]) -> list[Measure] | None:
        """A、B分别为x和y: the measure at the figure's own place in the list; None where there is no such list."""
        series = series_of(text, claim, claims)
        if series is not None and series.models:
            return None
        items = None if series is None else self._items(text, claim, series.at, len(series.claims))
        if series is None or items is None:
            return None
        hits = [list(self._index.find(text, span.start, span.end)) for span in items]
        if not all(hits):
            return None  # names in a row, one measure for all
        return [Measure(hits[series.claims.index(claim)][-1], 0, None, paired=True)]

    def _items(self, text: str, claim: Claim, at: int, count: int) -> list[Span] | None:
        """The list before 分别 that has as many items as there are figures, with measures in it."""
        stop = at
        head = max(claim.sentence.start, at - _LIST_REACH)
        while stop > head:
            start = max(head, max(text.rfind(mark, head, stop) for mark in "，,；;：:") + 1)
            cut = text.find("分别", start, stop)
            spans = _split(text, start, cut if cut >= 0 else stop)
            if len(spans) == count and list(self._index.find(text, start, stop)):
                return spans
            stop = start - 1
        return None


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


def _loose(words: str) -> str | None:
    """What in these words is not known to leave a measure what it is; None where all of them are plain."""
    match = _PLAIN.match(words)
    rest = words[match.end() :] if match is not None else words
    return rest or None


def _shifted(words: str) -> str | None:
    match = _SHIFTER.search(words)
    return match.group() if match is not None else None
