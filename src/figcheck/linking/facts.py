"""Claims and the ledger's facts in, the sure links with their reasons out, and for the rest why there is none."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from figcheck import expressions as re
from figcheck.linking.candidates import (
    POINT,
    Candidate,
    agrees,
    comparable,
    digits_of,
    equals,
    in_time,
    same_digits,
    same_sort,
)
from figcheck.linking.coincidences import coincidences
from figcheck.linking.measures import BARRED, LOOSE, PLANNED, SCALED, Against, Measure, MeasureReader, Series, gravest
from figcheck.linking.splits import SplitWords
from figcheck.linking.subjects import Subject, SubjectFinder
from figcheck.linking.words import Hit, WordIndex
from figcheck.model import Claim, Document, Fact, Interval, Link, Period, Quantity, Reason
from figcheck.slips import is_telling, name_slip
from figcheck.units import comparison
from figcheck.values import Frozen, replace


class Reading(Frozen):
    """A claim and all that it may be about."""

    claim: Claim
    candidates: tuple[Candidate, ...]
    """Likeliest first."""
    reason: Reason
    """Why there is no link, where no candidate is chosen."""
    apart: tuple[Candidate, ...] = ()
    """Where no candidate agrees: facts that the figure equals, or nearly so, whose measure stands elsewhere in the
    sentence."""


class FactLinker:
    """Knows the ledger's facts by their measure words."""

    def __init__(self, facts: Sequence[Fact], owners: Mapping[str, int] | None = None) -> None:
        self._owners = owners
        self._by_measure: dict[str, dict[str, list[Fact]]] = {word: {} for word in owners or ()}
        for fact in facts:
            for word in fact.measures:
                self._by_measure.setdefault(word, {}).setdefault(fact.subject, []).append(fact)
        self._words = WordIndex(self._by_measure)
        self._split_words = SplitWords(self._by_measure)

    def measures(self, text: str, named: Sequence[Hit]) -> MeasureReader:
        """Where a text has measure words. `named` are the places of names in it."""
        return MeasureReader(text, self._words, named)

    def split(self, text: str, claim: Claim) -> list[Measure]:
        """The measure words that the text has in two parts before a figure: 小学3416所，在校生301万人."""
        return list(self._split_words.find(text, claim))

    def read(
        self,
        document: Document,
        claim: Claim,
        subjects: SubjectFinder,
        measures: Sequence[Measure],
        reader: MeasureReader,
        series: Series | None = None,
    ) -> Reading:
        """The facts that a claim may be about, likeliest first, or the reason why it can't be checked.

        `series` are the figures that 分别 leads, where the claim's is one of them.
        """
        reading = self._led(document, claim, subjects, measures, series)
        if reading.reason.key == "why.ambiguous" or any(agrees(each.link) for each in reading.candidates):
            return reading
        return replace(reading, apart=tuple(coincidences(claim, subjects, reader, self._by_measure)))

    def _led(
        self,
        document: Document,
        claim: Claim,
        subjects: SubjectFinder,
        measures: Sequence[Measure],
        series: Series | None,
    ) -> Reading:
        """What the words that lead to the figure say that it is."""
        if not measures:
            return Reading(claim, (), Reason("why.no-measure"))
        model = series.model(claim) if series is not None else None
        words = [measure.hit for measure in measures]
        subject = self._paired(claim, subjects, series)
        paired = subject is not None
        if series is not None and model is None and subject is None:  # 三者分别为: of three whom nobody names
            measures = [each if each.paired else replace(each, doubt=_APART) for each in measures]
        subject = subject or subjects.find(model or claim, words)
        if subject is None:
            stranger = subjects.stranger(claim)
            reason = Reason("why.stranger", (("name", stranger),)) if stranger else Reason("why.no-subject")
            return Reading(claim, (), reason)
        candidates = list(self._of(document, claim, subject, measures))
        nearer = None if candidates else subject
        for other in () if paired else subjects.others(claim, subject):
            candidates.extend(self._of(document, claim, other, measures, nearer))
        named = "、".join(dict.fromkeys(hit.word for hit in words))
        reason = Reason("why.no-fact", (("subject", subject.name), ("measure", named)))
        ambiguous = next((each for each in candidates if isinstance(each, Reason)), reason)
        return Reading(claim, tuple(each for each in candidates if isinstance(each, Candidate)), ambiguous)

    def _paired(self, claim: Claim, subjects: SubjectFinder, series: Series | None) -> Subject | None:
        """Of somebody in a row of as many names as there are figures, or as the figures have that these change."""
        model = series.model(claim) if series is not None else None
        if series is None or model is None:
            return None if series is None else subjects.paired(claim, series.claims, series.at)
        return subjects.paired(model, series.models, series.models_at) if series.models_at >= 0 else None

    def _of(
        self,
        document: Document,
        claim: Claim,
        subject: Subject,
        measures: Sequence[Measure],
        nearer: Subject | None = None,
    ) -> Iterator[Candidate | Reason]:
        """What the ledger knows of this subject, by measure.

        `nearer` is the subject that was nearer, and of which it knows nothing of the kind.
        """
        for measure in self._widened(measures, subject, claim):
            facts = self._candidates(measure.hit, subject, claim)
            if not facts:
                continue
            doubted = measure
            if nearer is not None and nearer.how == "subject.clause":
                doubted = replace(measure, doubt=gravest(measure.doubt, Against(nearer.name, SCALED)))
            link = _best(facts, claim, subject, measure)
            found = link if isinstance(link, Reason) else self._candidate(document, link, doubted, subject)
            if isinstance(found, Reason) or not _is_of_another_time(found):
                yield found

    def _widened(self, measures: Sequence[Measure], subject: Subject, claim: Claim) -> Iterator[Measure]:
        """The measures, and where the ledger has nothing fitting of one, its synonyms and what it begins with: 冷饮业务
        of 冷饮业务收入."""
        yield from measures
        for measure in measures:
            word = measure.hit.word
            if self._candidates(measure.hit, subject, claim) or claim.mention.quantity.kind == "ordinal":
                continue
            for other in self._synonyms(word, subject):
                doubt = gravest(measure.doubt, Against(word, LOOSE))
                yield replace(measure, hit=Hit(measure.hit.start, measure.hit.end, other), doubt=doubt)
            for size in range(len(word) - 1, 1, -1):
                if word[:size] in self._by_measure:
                    hit = Hit(measure.hit.start, measure.hit.start + size, word[:size])
                    yield replace(measure, hit=hit, doubt=gravest(measure.doubt, Against(word[size:], LOOSE)))

    def _synonyms(self, word: str, subject: Subject) -> Iterator[str]:
        """The words beside which a fact of the subject has this one: of 营收 and 营业收入 the level may have both, the
        change but one."""
        facts = self._by_measure[word].get(subject.name, ())
        yield from dict.fromkeys(other for fact in facts for other in fact.measures if other != word)

    def _candidate(self, document: Document, link: Link, measure: Measure, subject: Subject) -> Candidate:
        old = Against(measure.old, BARRED) if measure.old else None
        measure = _of_its_day(measure, link)
        text = document.text
        spans = (_other_span(link, document.date), _other_time(link), _all_along(text, link), _per_many(text, link))
        doubt = gravest(_planned(measure.doubt, link, document.date), old, *spans, _label(link.claim))
        if subject.rival is not None:
            doubt = gravest(doubt, Against(subject.rival, LOOSE))
        if subject.how == "subject.far" and self._owned_by(measure.hit.word) > 1:
            doubt = gravest(doubt, Against(subject.name, SCALED))
        return Candidate(link, subject, measure, doubt)

    def _owned_by(self, word: str) -> int:
        """How many subjects of the whole ledger have facts of this measure."""
        if self._owners is not None:
            return self._owners[word]
        return len(self._by_measure[word])

    def _candidates(self, hit: Hit, subject: Subject, claim: Claim) -> list[Fact]:
        return [
            fact
            for fact in self._by_measure[hit.word].get(subject.name, ())
            if same_sort(fact, claim) and _related(fact, claim)
        ]


_APART = Against("分别", BARRED)


def _is_of_another_time(candidate: Candidate) -> bool:
    """明年控制在1350万吨以内: a plan for another time than the fact's is no reading of the fact at all."""
    planned = candidate.doubt is not None and candidate.doubt.weight == PLANNED
    return planned and not candidate.link.comparable


def _planned(doubt: Against | None, link: Link, today: datetime.date | None) -> Against | None:
    """Words of plans speak against what is known to be, and not against what the ledger has as a plan as well."""
    fact = link.target
    if doubt is None or doubt.weight != PLANNED or not isinstance(fact, Fact) or fact.as_of is None:
        return doubt
    planned = today is not None and fact.as_of.end > today and link.comparable
    return Against(doubt.words, LOOSE) if planned else doubt


def _of_its_day(measure: Measure, link: Link) -> Measure:
    """当日用电量 is no other than the ledger's, where that is of one day as well."""
    fact, doubt = link.target, measure.doubt
    assert isinstance(fact, Fact)
    one_day = fact.as_of is not None and fact.as_of.start == fact.as_of.end
    of_day = doubt is not None and doubt.weight == SCALED and doubt.words in ("当日", "单日", "首日")
    return replace(measure, doubt=None) if one_day and of_day else measure


def _all_along(text: str, link: Link) -> Against | None:
    """一百年里培养了36万多名: a sum over years is no slip of one year's figure."""
    fact, claim = link.target, link.claim
    assert isinstance(fact, Fact)
    if fact.as_of is None or (fact.as_of.end - fact.as_of.start).days <= POINT:
        return None
    said = _ALL_ALONG.search(text, claim.sentence.start, claim.mention.start)
    if said is None or _DATED.search(text, said.end(), claim.mention.start):
        return None
    return Against(said.group(), BARRED)


def _per_many(text: str, link: Link) -> Against | None:
    """每10股派现3.5元: for so many, which the ledger may have for one."""
    fact, claim = link.target, link.claim
    assert isinstance(fact, Fact)
    per = _PER_MANY.search(text, claim.clause.start, claim.mention.start)
    return None if per is None or any(per.group() in word for word in fact.measures) else Against(per.group(), BARRED)


def _label(claim: Claim) -> Against | None:
    """百万吨, 千万元: often no more than an order of magnitude (百万吨死亡率)."""
    core = claim.mention.text[claim.mention.core_start - claim.mention.start :]
    return Against(core, BARRED) if core[:1] in "百千万亿" else None


def _other_span(link: Link, today: datetime.date | None) -> Against | None:
    """The claim's period, where it is another stretch than the fact's though one contains the other: half a year's
    total is no slip of the year's. Single days and months are points in time, not stretches, and 今年 is over as far as
    it has come."""
    fact, period = link.target, link.claim.period
    assert isinstance(fact, Fact)
    if not link.comparable or period is None or fact.as_of is None or link.claim.period_origin == "article":
        return None
    if today is not None and period.start == fact.as_of.start and fact.as_of.end <= today < period.end:
        return None
    lengths = [(item.end - item.start).days for item in (period, fact.as_of)]
    return Against(period.iso, SCALED) if min(lengths) > POINT and lengths[0] != lengths[1] else None


def _other_time(link: Link) -> Against | None:
    """A period that is not the claim's own: carried over another one, or just before the article."""
    fact, period = link.target, link.claim.period
    assert isinstance(fact, Fact)
    if not link.comparable or period is None or fact.as_of is None or fact.as_of.comparable(period):
        return None
    if link.claim.period_origin == "article" and any(map(fact.as_of.comparable, link.claim.other_periods)):
        return None  # the title's own
    return Against(fact.as_of.iso, LOOSE)


_PER_MANY = re.compile(r"每[0-9０-９一二三四五六七八九十百千万亿.]{1,6}(?:万|亿)?[股份人户头亩吨斤元平公千米件]")
_DATED = re.compile("[今去前上]年|[12][0-9]{3}年")
_ALL_ALONG = re.compile(r"[年载]里|[年载]间|[年载]来|[校院厂馆]以来|成立以来|建立以来|开馆以来|历年|至今")


def _same_digits(fact: Fact, quantity: Quantity) -> bool:
    """Whether a figure of several digits is the ledger's in all but the unit."""
    return digits_of(quantity) > 1 and same_digits(fact, quantity)


def _related(fact: Fact, claim: Claim) -> bool:
    """Whether the two may mean the same: convertible, or of one family, so that the unit may be the slip."""
    own, unit = claim.mention.quantity.unit, fact.value.unit
    if own is not None and own.symbol in _RESULTS and not any(own.symbol in word for word in fact.measures):
        return False  # 10胜1平2负: each is a figure of its own
    if comparison(own, unit) is not None:
        return True
    if own is None or unit is None:
        return False
    if own.counts and unit.counts:
        return _same_digits(fact, claim.mention.quantity)  # 在校生437.2万所
    families = {item.dimension.partition(":")[0] for item in (own, unit)}
    if families in ({"money"}, {"percent", "percentage-point"}):
        return True
    return families <= _MEASURED and _same_digits(fact, claim.mention.quantity)  # 18.9亿千瓦 for 千瓦时


_RESULTS = frozenset("胜平负")
"""Units that say what they count."""
_MEASURED = frozenset("length area volume mass power energy container".split())
"""Dimensions whose units are easily taken for one another's: 千瓦 and 千瓦时, 平方米 and 立方米."""


def _best(facts: list[Fact], claim: Claim, subject: Subject, measure: Measure) -> Link | Reason:
    convertible = [fact for fact in facts if comparison(claim.mention.quantity.unit, fact.value.unit) is not None]
    facts = convertible or facts
    fitting = [fact for fact in facts if comparable(fact, claim)]
    if not fitting:
        for period in claim.other_periods:
            fitting = fitting or [fact for fact in facts if fact.as_of is not None and in_time(fact.as_of, period)]
    if measure.old is not None and claim.period is not None:  # 十年间由62.9%提高到71.5%: the first is an older one's
        before = [fact for fact in facts if equals(fact, claim) and _is_before(fact, claim.period)]
        fitting = before or fitting
    equal = [fact for fact in facts if not fitting and equals(fact, claim)]
    chosen = _closest(fitting or equal or facts, claim)
    if chosen is None:
        return Reason("why.ambiguous", (("ids", "、".join(fact.id for fact in facts)),))
    reasons = (
        subject.reason(),
        Reason("link.measure", (("measure", measure.hit.word), ("gap", str(measure.gap)))),
        _period_reason(chosen, claim),
    )
    comparable_with = bool(fitting) or _slipped_from_last(facts, chosen, claim)
    return Link(claim, chosen, "value", chosen.value, comparable_with, reasons)


def _is_before(fact: Fact, period: Period) -> bool:
    return fact.as_of is not None and fact.as_of.end < period.end


def _slipped_from_last(facts: Sequence[Fact], chosen: Fact, claim: Claim) -> bool:
    """Whether a figure that names no time misses the last one known, older news though it is, by a slip of hand."""
    ends = [fact.as_of.end for fact in facts if fact.as_of is not None]
    if claim.period_origin != "article" or claim.period is None or chosen.as_of is None or len(ends) < len(facts):
        return False
    last = chosen.as_of.end == max(ends) <= claim.period.end
    factor = comparison(chosen.value.unit, claim.mention.quantity.unit)
    if not last or factor is None or claim.mention.quantity.number is None:
        return False
    slip = name_slip(claim.mention.quantity, chosen.admits().scaled(factor))
    return slip in ("transposed", "magnitude", "unit") and is_telling(
        claim.mention.quantity, chosen.admits().scaled(factor)
    )


def _closest(facts: Sequence[Fact], claim: Claim) -> Fact | None:
    """The fact whose period fits best; None where two fit equally and say different things."""
    ranked = sorted(facts, key=lambda fact: _misfit(fact, claim))
    if len(ranked) > 1 and _misfit(ranked[0], claim) == _misfit(ranked[1], claim):
        one, other = ranked[0].value, ranked[1].value
        meets = _as_interval(one).meets(_as_interval(other)) if one.is_numeric else one.same_score(other)
        if not meets:
            return None
    return ranked[0]


def _as_interval(quantity: Quantity) -> Interval:
    interval = quantity.admits()
    return interval.scaled(quantity.unit.factor) if quantity.unit is not None else interval


def _misfit(fact: Fact, claim: Claim) -> tuple[int, int]:
    """Smaller is better: days by which the two periods differ; facts without a period come after those that fit."""
    if fact.as_of is None:
        return (1, 0)
    if claim.period is None:
        return (0, -fact.as_of.end.toordinal())
    if not fact.as_of.comparable(claim.period):
        late = fact.as_of.end > claim.period.end
        return (3 if late else 2, abs((claim.period.end - fact.as_of.end).days))
    starts = abs((fact.as_of.start - claim.period.start).days)
    return (0, starts + abs((fact.as_of.end - claim.period.end).days))


def _period_reason(fact: Fact, claim: Claim) -> Reason:
    period = claim.period.iso if claim.period else "?"
    values = (("period", period), ("as_of", fact.as_of.iso if fact.as_of else "?"))
    if fact.as_of is None:
        return Reason("link.period.timeless", values)
    return Reason(f"link.period.{claim.period_origin}", values)
