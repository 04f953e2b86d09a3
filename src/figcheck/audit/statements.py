"""An article's claims in, those out of which it is sure whose figure each is, of what, and for what time.

Articles are compared across an archive only where these are the same, word for word. So all words between the name and
the figure are part of what it is of, but those that only lead to it; where another figure, name, time, comparison, plan
or pronoun comes between, or part of the words can't be placed, there is no statement.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from figcheck import expressions as re
from figcheck.audit.naming import Named, name_at, national, placed, spoken_for
from figcheck.data import statement_words as words
from figcheck.data.claim_words import BASIS, FALL, RISE
from figcheck.data.learning_words import BEHIND_NOUNS, NO_FACTS, TOO_GENERAL, VERBS
from figcheck.learning.measures import follows
from figcheck.model import Analysis, Claim, Document, Mention, Period, Stamp

ALWAYS, NOW = "always", "now"
"""Scopes of figures that hold at all times, and of those that are as new as their article."""


class Statement(NamedTuple):
    """What a figure is surely of."""

    subject: str
    measure: str
    scope: str
    """`2025-01-01/2025-10-31`: what came in that time; `/2025-10-31`: what had come to be by then; or the above."""
    change: str
    """What it is a change against: 同比, 环比; empty for a level."""
    sure: int
    """3: the name stands in the clause of the figure; 2: at the head of its sentence; 1: it is the whole country's."""


_KINDS = frozenset({"money", "percent", "quantity"})
_LONGEST, _REACH = 24, 160


def _any(listed: str) -> str:
    return "|".join(sorted(listed.split(), key=len, reverse=True))


_TIME = re.compile(words.TIME)
_OPENING = re.compile(rf"^(?:{_any(words.OPENERS)}|[\s　，,：:、])+")
_LEVEL = re.compile(rf"(?:{_any(words.LEVELS)}|[\s　：:])+$")
_CHANGE = re.compile(rf"(?:{_any(' '.join((*BASIS, *RISE, *FALL, words.BESIDE_CHANGES)))}|[\s　，,])+$")
_DOUBT = re.compile(words.DOUBTS)
_PIECES = re.compile(words.IN_PIECES)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z·“”《》]{2,24}")
_AS_OF = re.compile(words.AS_OF)
_TOTAL = re.compile(_any(words.TOTALS))
_GROWING = re.compile(words.GROWING)
_ALWAYS = re.compile(rf"(?:{_any(words.ALWAYS)})$")
_SENTENCES = re.compile("[。！？；\n]")
_DOING = re.compile(rf"(?:{_any(' '.join(VERBS))})")
_BEGUN = re.compile(rf"(?:最早|正式|始)?(?P<what>{_any(words.BEGINNINGS)}|(?<=始)建|建)[于在]")
"""成立于1956年."""
_BEGAN = re.compile(rf"(?:正式|全线|建成)?(?P<what>{_any(words.BEGINNINGS)})(?:运营|运行|使用)?")
"""1956年正式成立."""
_ONCE = re.compile(_any(words.BEGINNINGS))
_PRESENT = re.compile("现有|现已|目前|如今|迄今|至今")
_RELEASE = re.compile(words.RELEASING)
_CLOCK = re.compile(r"[0-9]时|[0-9][:：][0-9]|截至[^，,]*[日天][早中晚上下凌]")
"""As of an hour: an hour later it may be more."""
_MARK = re.compile(r"[，,：:]")
_AGAINST: Mapping[str, str] = {
    **dict.fromkeys(words.YEAR_ON_YEAR.split(), "同比"),
    **dict.fromkeys(words.MONTH_ON_MONTH.split(), "环比"),
    **dict.fromkeys(words.SINCE_YEAR_END.split(), "比上年末"),
}


def statements(analysis: Analysis) -> dict[int, Statement]:
    """What is surely stated, by the start of each figure."""
    return dict(_read(analysis))


def _read(analysis: Analysis) -> Iterator[tuple[int, Statement]]:
    document = analysis.document
    bodies = [block.span for block in document.blocks if block.kind == "paragraph"]
    mentions = analysis.mentions
    places = {mention.start: place for place, mention in enumerate(mentions)}
    last: tuple[Claim, Statement] | None = None
    for claim in analysis.claims:
        mention = claim.mention
        if (
            mention.quantity.kind not in (*_KINDS, "date")
            or claim.heads
            or mention.start - claim.sentence.start > _REACH
        ):
            continue
        if bodies and not any(span.holds(mention.span) for span in bodies):
            continue
        place = places[mention.start]
        found = _Reading(document, claim, mentions[:place], mentions[place + 1 :][:1]).statement(last)
        if found is not None:
            last = claim, found
            yield mention.start, found


class _Reading:
    """The reading of one claim."""

    def __init__(
        self, document: Document, claim: Claim, before: tuple[Mention, ...], behind: tuple[Mention, ...]
    ) -> None:
        self._document, self._claim, self._text = document, claim, document.text
        self._before, self._behind = before, behind
        self._sentence = self._text[claim.sentence.start : claim.mention.start]

    def statement(self, last: tuple[Claim, Statement] | None) -> Statement | None:
        """What the claim states; `last` is what was read before it."""
        if any(_DOUBT.search(part) for part in _MARK.split(self._sentence) if not _RELEASE.search(part)):
            return None
        if self._claim.mention.quantity.kind == "date":
            return self._beginning()
        change = self._change()
        if change is None:
            return None
        if change and last is not None and self._follows(*last):
            return self._carried_on(last[1], change)
        named, lead = self._lead()
        measure = None if lead is None else self._measure(lead)
        if named is None or measure is None:
            return None
        scope = self._scope(named, measure)
        return None if scope is None else Statement(named.name, measure, scope, change, named.sure)

    def _beginning(self) -> Statement | None:
        """江州大学成立于1956年, 西延高铁2025年12月26日开通: what a body or a work did once, and when."""
        low = self._claim.mention.quantity.low or self._claim.mention.quantity.value
        if not isinstance(low, Stamp) or low.days() is None:
            return None
        clause = self._text[self._claim.clause.start : self._claim.mention.start]
        named = name_at(_OPENING.sub("", clause))
        lead = _OPENING.sub("", clause)[named.length :] if named is not None else clause
        if named is None:
            named = self._named_before(lead)
        tail = self._tail()
        found = _BEGUN.fullmatch(lead) if lead and not tail else _BEGAN.fullmatch(tail or "") if not lead else None
        if named is None or named.kind not in ("body", "work") or found is None:
            return None
        return Statement(named.name, found["what"], ALWAYS, "", min(named.sure or 3, 3))

    def _follows(self, before: Claim, stated: Statement) -> bool:
        same = before.sentence == self._claim.sentence
        return same and not stated.change and follows(self._text, before, self._claim)

    def _carried_on(self, last: Statement, change: str) -> Statement | None:
        """营收335亿元，同比增长5.2%: of the same subject, measure and time."""
        tail = self._tail()
        return last._replace(change=change) if tail == "" and last.scope not in (NOW, ALWAYS) else None

    def _change(self) -> str | None:
        claim = self._claim
        if not claim.direction:
            return None if claim.basis else ""
        return _AGAINST.get(claim.basis or "")

    # --- who -------------------------------------------------------------------------------------------------------

    def _lead(self) -> tuple[Named | None, str | None]:
        """Whose the figure is, and the words from there to it."""
        claim = self._claim
        clause = self._text[claim.clause.start : claim.mention.start]
        times = [found.span() for found in _TIME.finditer(clause)]
        for each in self._near():
            at = each.start - claim.clause.start
            if at >= 0 and not any(start <= at < end for start, end in times):
                return None, None  # another figure comes between
        lead = _plain_head(clause)
        here = name_at(lead)
        if here is not None:
            return Named(here.name, here.kind, 3, here.length), lead[here.length :]
        return self._named_before(lead), lead

    def _near(self) -> Iterator[Mention]:
        for mention in reversed(self._before):
            if mention.start < self._claim.sentence.start:
                return
            yield mention

    def _named_before(self, lead: str) -> Named | None:
        """Who is named at the head of the sentence, where no clause between names another; else who was before it."""
        start, end = self._claim.sentence.start, self._claim.clause.start
        clauses = [part for part in _MARK.split(self._text[start:end]) if part]
        releases = [part for part in clauses if _RELEASE.search(part)]
        names = [_head_name(part) for part in clauses if part not in releases]
        found = [each for each in names if each is not None]
        if found:
            alone = len({each.name for each in found}) == 1 and names[0] is not None
            if found[0].kind in ("country", "place") and any(each.quantity.kind in _KINDS for each in self._near()):
                return None  # 全国期货市场成交量81亿手，成交额675万亿元: of what the first figure is of
            return found[0]._replace(sure=2) if alone else None
        speaking = [name for part in releases if (name := spoken_for(_plain_head(part))) is not None]
        if speaking:
            return speaking[0]._replace(sure=2)
        if any(national(part) for part in releases):
            return Named("全国", "country", 1, 0)
        return self._named_last(lead) if not any(map(_plain_head, clauses)) else None

    def _named_last(self, lead: str) -> Named | None:
        """江州港再传捷报。今年前10个月，完成吞吐量353万吨: whoever the sentences before were about, and nobody else."""
        paragraph, sentence = self._claim.paragraph, self._claim.sentence
        before = self._text[max(paragraph.start, sentence.start - _REACH) : sentence.start]
        sentences = [part for part in _SENTENCES.split(before) if part]
        heads = [_head_name(part) for each in sentences for part in _MARK.split(each)]
        found = {each.name: each for each in heads if each is not None}
        if len(found) != 1:
            return None
        (name,) = found.values()
        close = name.kind in ("body", "work") and heads[0] is not None and len(sentences) == 1
        return name._replace(sure=1) if close or _DOING.match(lead) else None

    # --- what ------------------------------------------------------------------------------------------------------

    def _measure(self, lead: str) -> str | None:
        """The words for what is measured; those behind the figure that it counts belong to them."""
        tail = self._tail()
        if tail is None:
            return None
        lead = (_CHANGE if self._claim.direction else _LEVEL).sub("", _OPENING.sub("", lead.lstrip("的")))
        lead = _LEVEL.sub("", lead)
        found = lead + tail
        if not _PLAIN.fullmatch(found) or _PIECES.search(found) or found in TOO_GENERAL or not _paired(found):
            return None
        unit = self._claim.mention.quantity.unit
        if unit is None or unit.symbol in NO_FACTS or (tail and not unit.counts and lead):
            return None  # 20亿元建设新校区: of something else as well
        return None if _RELEASE.search(tail) else found

    def _tail(self) -> str | None:
        """What follows the figure up to the next mark; None where another figure comes before that."""
        end = self._claim.mention.end
        stop = min(self._claim.sentence.end, end + _LONGEST)
        place = end
        while place < stop and self._text[place] not in BEHIND_NOUNS and self._text[place] not in "（(、":
            place += 1
        if place == end + _LONGEST or any(each.start < place for each in self._behind):
            return None
        return self._text[end:place].removeprefix("的").strip()

    # --- when ------------------------------------------------------------------------------------------------------

    def _scope(self, named: Named, measure: str) -> str | None:
        period, date = self._claim.period, self._document.date
        told = [part for part in _MARK.split(self._sentence) if not _RELEASE.search(part)]
        times = {found.group().strip(words.AROUND_TIMES) for part in told for found in _TIME.finditer(part)}
        if not times and named.kind == "work" and _ALWAYS.search(measure):
            return ALWAYS
        if self._claim.period_origin == "article":
            return NOW if date is not None and not _GROWING.search(self._sentence + measure) else None
        if self._claim.period_origin != "stated" or period is None or len(times) != 1:
            return None
        if any(_ONCE.search(part) and _TIME.search(part) for part in told[:-1]) or _PRESENT.search(told[-1]):
            return None  # 始建于1956年，现有教职工1200人
        if _CLOCK.search(self._sentence):
            return None
        if date is not None and (period.end > date or (period.end == date and _GROWING.search(measure))):
            return None  # not over yet: the figure goes on growing
        return _span(period, self._sentence)


def _span(period: Period, sentence: str) -> str:
    total = _TOTAL.search(_MARK.split(sentence)[-1]) and not _is_from_january(period)
    return f"/{period.end}" if total or _AS_OF.search(sentence) else f"{period.start}/{period.end}"


def _is_from_january(period: Period) -> bool:
    """1—10月累计: what a sum of several months is anyway."""
    first = datetime.date(period.start.year, 1, 1)
    return period.start == first and period.end > datetime.date(period.start.year, 1, 31)


def _plain_head(lead: str) -> str:
    """The words of a clause without times, and without what only opens it."""
    return _OPENING.sub("", _TIME.sub("", lead))


def _head_name(clause: str) -> Named | None:
    head = _plain_head(clause)
    return name_at(head) or placed(head)


def _paired(found: str) -> bool:
    return found.count("“") == found.count("”") and found.count("《") == found.count("》")
