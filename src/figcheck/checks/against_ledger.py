"""Claims against the ledger: values, directions, units, periods; events and their dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.working import digits_like, shown
from figcheck.model import (
    Analysis,
    Claim,
    Derivation,
    Event,
    Evidence,
    Fact,
    FactEvidence,
    Fix,
    Hit,
    Interval,
    Link,
    Mention,
    Quantity,
    Stamp,
    Word,
    last_digit,
)
from figcheck.numerals import number_text
from figcheck.slips import name_slip
from figcheck.spelling import write_like
from figcheck.units import comparison, likeness

_OVER = ("over", "at_least")
_UNDER = ("under", "at_most")


# --- what is compared ------------------------------------------------------------------------------------------


def value_links(analysis: Analysis) -> Iterator[tuple[Link, Fact]]:
    """The links to facts, each with its fact."""
    for link in analysis.links:
        if isinstance(link.target, Fact) and link.aspect == "value":
            yield link, link.target


def admissions(analysis: Analysis, link: Link, fact: Fact) -> tuple[Interval, Interval] | None:
    """What the claim and the fact admit, both in the claim's unit; None where units don't convert, and for scores."""
    if not fact.value.is_numeric:
        return None
    factor = comparison(fact.value.unit, link.claim.mention.quantity.unit)
    if factor is None:
        return None
    meant = fact.admits(analysis.hedges).scaled(factor)
    return link.claim.mention.quantity.admits(analysis.hedges), meant


def fact_evidence(fact: Fact) -> FactEvidence:
    """The fact as evidence: where it stands and what it says."""
    as_of = fact.as_of.iso if fact.as_of else None
    return FactEvidence(fact.place.ledger, fact.place.line, fact.id, fact.written, as_of, fact.source)


def name_of(fact: Fact) -> str:
    """Who and what, as the ledger has it."""
    return f"{fact.subject}·{fact.measures[0]}"


def _opposed(claim: Claim, fact: Fact) -> bool:
    return claim.direction != 0 and fact.direction != 0 and claim.direction != fact.direction


def _truly(link: Link, claimed: Interval, meant: Interval) -> bool:
    """Whether the claim is true though it tells less than is known: 超12亿 with 15亿 in the ledger."""
    hedge, value = link.claim.mention.quantity.hedge, link.claim.mention.quantity.number
    if value is None:
        return False
    if hedge in _OVER and meant.low is not None:
        return meant.low >= value and (meant.high or meant.low) < 2 * value
    return hedge in _UNDER and meant.high is not None and meant.high <= value


def outside_fact(analysis: Analysis) -> Iterator[Hit]:
    """The value can't be what the ledger knows."""
    for link, fact in value_links(analysis):
        if link.comparable and fact.value.kind == "score" and not fact.value.same_score(link.claim.mention.quantity):
            yield _other_score(link.claim.mention, fact)
        admitted = admissions(analysis, link, fact)
        if not link.comparable or admitted is None or _opposed(link.claim, fact):
            continue
        claimed, meant = admitted
        if not claimed.meets(meant) and not _truly(link, claimed, meant):
            yield _mismatch(link, fact, claimed, meant, _older(analysis, link, fact, claimed))


def _other_score(mention: Mention, fact: Fact) -> Hit:
    values = {"written": mention.text, "fact": name_of(fact), "value": fact.written, "right": ""}
    none = {"same": Word("slip.none"), "slip": Word("slip.none")}
    return Hit(mention.span, {**values, **none}, (fact_evidence(fact),), fact.written, against=mention.start)


def _older(analysis: Analysis, link: Link, fact: Fact, claimed: Interval) -> Fact | None:
    """The fact of an earlier time, of the same subject and measure, whose value the article gives."""
    for other in analysis.ledger.facts:
        if other.subject != fact.subject or not set(other.measures) & set(fact.measures):
            continue
        if other.as_of is None or fact.as_of is None or other.as_of.end >= fact.as_of.end:
            continue
        admitted = admissions(analysis, link, other)
        if admitted is not None and claimed.meets(admitted[1]):
            return other
    return None


def _mismatch(link: Link, fact: Fact, claimed: Interval, meant: Interval, older: Fact | None) -> Hit:
    mention = link.claim.mention
    bounded = claimed.low is not None and claimed.high is not None
    slip = "stale" if older is not None else name_slip(mention.quantity, meant) if bounded else None
    right = _in_manner(link, fact)
    evidence: tuple[Evidence, ...] = (
        fact_evidence(fact),
        *(() if older is None else (fact_evidence(older),)),
        Derivation(f"{mention.text} → {_shown(claimed)}；{fact.written} → {_shown(meant)}"),
    )
    return Hit(
        mention.span,
        {
            "written": mention.text,
            "fact": name_of(fact),
            "value": fact.written,
            "same": Word("same" if right else "slip.none"),
            "right": right or "",
            "slip": Word(f"slip.{slip or 'none'}"),
        },
        evidence,
        right or fact.written,
        _fix_value(link, fact),
        against=mention.start,
    )


_NOT_CONVERTED = frozenset(("date", "duration", "time", "ordinal", "score"))


def _in_manner(link: Link, fact: Fact) -> str | None:
    """The fact's value in the unit and to the digits of the figure that it contradicts; None where it is so already."""
    mention, value = link.claim.mention, fact.value
    if mention.quantity.hedge != "exact" or value.hedge != "exact" or mention.quantity.kind in _NOT_CONVERTED:
        return None
    factor = comparison(value.unit, mention.quantity.unit)
    if value.number is None or factor is None:
        return None
    core = mention.text[mention.core_start - mention.start : mention.core_end - mention.start]
    right = digits_like(value.number * factor, core, mention.quantity.unit)
    if len(_digits(right)) < len(_digits(core)):  # 37亿 for 3.69亿, which is not 4亿
        right = shown(value.number * factor, mention.quantity.unit)
    return None if fact.written.endswith(right) or _digits(right) == _digits(fact.written) else right


def _digits(written: str) -> str:
    return "".join(re.findall("[0-9.]", written))


def _shown(interval: Interval) -> str:
    low = "" if interval.low is None else _fraction_text(interval.low)
    high = "" if interval.high is None else _fraction_text(interval.high)
    if interval.is_point:
        return low
    if interval.low is None or interval.high is None:
        return f"{'<' if interval.low is None else '>'} {high if interval.low is None else low}"
    return f"{low}–{high}"


def _fraction_text(number: Fraction) -> str:
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if abs(number) >= size and (number / size * 10**6).denominator == 1:
            return f"{float(number / size):.10g}{word}"
    return f"{float(number):.12g}" if (number * 10**6).denominator == 1 else f"≈{float(number):.6g}"


def _fix_value(link: Link, fact: Fact) -> Fix | None:
    mention = link.claim.mention
    factor = comparison(fact.value.unit, mention.quantity.unit)
    number = fact.value.number
    if number is None or factor is None or fact.value.hedge != "exact":
        return None
    core = mention.text[mention.core_start - mention.start : mention.core_end - mention.start]
    sign = core[-1] if core[-1] in "%％" else ""
    written = write_like(number * factor, core.removesuffix(sign))
    return None if written is None else Fix(mention.core_start, mention.core_end, written + sign, safe=False)


def understates(analysis: Analysis) -> Iterator[Hit]:
    """True but misleading: 超12亿 where the ledger has 15亿, 不足10万 where it has 3万."""
    for link, fact in value_links(analysis):
        admitted = admissions(analysis, link, fact)
        if not link.comparable or admitted is None or _opposed(link.claim, fact):
            continue
        claimed, meant = admitted
        value = link.claim.mention.quantity.number
        low_claim = link.claim.mention.quantity.hedge in _UNDER and value is not None
        far_below = low_claim and meant.high is not None and value is not None and meant.high < value / 2
        short = not claimed.meets(meant) and _truly(link, claimed, meant) and not _by_fives(value, meant)
        if short or far_below:
            mention = link.claim.mention
            values = {"written": mention.text, "fact": name_of(fact), "expected": fact.written}
            yield Hit(mention.span, values, (fact_evidence(fact),), fact.written)


def _by_fives(value: Fraction | None, meant: Interval) -> bool:
    """Whether a number that ends in five is the last one below: who writes 超55亿 for 56.2亿 counts by fives."""
    if value is None or meant.high is None:
        return False
    last = last_digit(value)
    return value / last % 10 == _FIVE and meant.high <= value + _FIVE * last


_FIVE = 5


def direction_reversed(analysis: Analysis) -> Iterator[Hit]:
    """增长 where the ledger has a fall, or the other way round."""
    for link, fact in value_links(analysis):
        if link.comparable and _opposed(link.claim, fact) and admissions(analysis, link, fact) is not None:
            mention = link.claim.mention
            values = {"written": mention.text, "fact": name_of(fact), "expected": fact.written}
            yield Hit(mention.span, values, (fact_evidence(fact),), fact.written, against=mention.start)


def unit_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """元 where the ledger has 美元, % where it has 个百分点."""
    for link, fact in value_links(analysis):
        mention = link.claim.mention
        if not fact.value.is_numeric:
            continue
        alike = fact.admits(analysis.hedges).scaled(likeness(fact.value.unit, mention.quantity.unit))
        same_digits = mention.quantity.admits(analysis.hedges).meets(alike)
        if link.comparable and same_digits and comparison(fact.value.unit, mention.quantity.unit) is None:
            values = {"written": mention.text, "fact": name_of(fact), "expected": fact.written}
            yield Hit(mention.span, values, (fact_evidence(fact),), fact.written, against=mention.start)


def not_comparable(analysis: Analysis) -> Iterator[Hit]:
    """The ledger knows the measure, but for another period, and the figure isn't the same."""
    for link, fact in value_links(analysis):
        admitted = admissions(analysis, link, fact)
        if link.comparable or admitted is None or _opposed(link.claim, fact) or admitted[0].meets(admitted[1]):
            continue
        mention = link.claim.mention
        period = link.claim.period.iso if link.claim.period else "?"
        as_of = fact.as_of.iso if fact.as_of else "?"
        known = {"fact": name_of(fact), "value": fact.written, "as_of": as_of}
        values = {"written": mention.text, "period": period, **known}
        yield Hit(mention.span, values, (fact_evidence(fact),))


def wrong_period(analysis: Analysis, *, digits: str = "3") -> Iterator[Hit]:
    """The value that the ledger has for another period than the one that the sentence names."""
    for link, fact in value_links(analysis):
        admitted = admissions(analysis, link, fact)
        if link.comparable or admitted is None or _opposed(link.claim, fact) or not admitted[0].meets(admitted[1]):
            continue
        mention, period = link.claim.mention, link.claim.period
        written = mention.quantity.value
        shown = number_text(written).replace(".", "").strip("0") if isinstance(written, (Decimal, Fraction)) else ""
        if link.claim.period_origin != "stated" or period is None or fact.as_of is None or len(shown) < int(digits):
            continue
        if mention.quantity.hedge in (*_OVER, *_UNDER):
            continue  # 控制在1350万吨以内: many values are
        values = {"written": mention.text, "fact": name_of(fact), "period": period.iso, "as_of": fact.as_of.iso}
        yield Hit(mention.span, values, (fact_evidence(fact),), fact.as_of.iso, against=mention.start)


# --- events ----------------------------------------------------------------------------------------------------


def _event_evidence(event: Event) -> FactEvidence:
    known = event.first or event.start
    value = known.iso() if known else ""
    return FactEvidence(event.place.ledger, event.place.line, event.name, value, None, event.source)


def _event_links(analysis: Analysis, *aspects: str) -> Iterator[tuple[Link, Event]]:
    for link in analysis.links:
        if isinstance(link.target, Event) and link.aspect in aspects:
            yield link, link.target


def wrong_count(analysis: Analysis, *, aspect: str = "edition") -> Iterator[Hit]:
    """An edition, anniversary or number of years that the event's beginning does not give."""
    for link, event in _event_links(analysis, aspect):
        mention = link.claim.mention
        if mention.quantity.admits(analysis.hedges).meets(link.expected.admits(analysis.hedges)):
            continue
        expected = _count_text(link.expected)
        start = event.first or event.start
        working = f"{_year_of(link)} − {start.year}" if start and start.year else ""
        if aspect == "edition":
            working += " + 1"
        evidence: tuple[Evidence, ...] = (_event_evidence(event),)
        if event.every == 1 and not event.editions and working:
            evidence = (*evidence, Derivation(f"{working} = {expected}"))
        fix = _fix_count(link)
        exact = mention.quantity.hedge == "exact"
        right = _with_core(mention, fix.replacement if fix else expected) if exact else expected
        values = {"written": mention.text, "event": event.name, "expected": right}
        yield Hit(mention.span, values, evidence, right, fix, against=mention.start)


def _with_core(mention: Mention, core: str) -> str:
    """The mention with another numeral: 第18届 with 17 is 第17届."""
    head, tail = mention.text[: mention.core_start - mention.start], mention.text[mention.core_end - mention.start :]
    return head + core + tail


def _count_text(quantity: Quantity) -> str:
    if quantity.value is None:
        return f"{quantity.low}—{quantity.high}"
    return number_text(quantity.value) if quantity.number is not None else str(quantity.value)  # type: ignore[arg-type]


def _year_of(link: Link) -> str:
    return next((value for reason in link.reasons for key, value in reason.values if key == "year"), "?")


def _fix_count(link: Link) -> Fix | None:
    mention, number = link.claim.mention, link.expected.number
    if number is None:
        return None
    core = mention.text[mention.core_start - mention.start : mention.core_end - mention.start]
    written = write_like(number, core)
    return None if written is None else Fix(mention.core_start, mention.core_end, written, safe=False)


def wrong_date(analysis: Analysis) -> Iterator[Hit]:
    """A date beside an event's name on which it was not."""
    for link, event in _event_links(analysis, "date"):
        mention = link.claim.mention
        low, high = mention.quantity.low or mention.quantity.value, mention.quantity.high or mention.quantity.value
        first, last = link.expected.low or link.expected.value, link.expected.high or link.expected.value
        if not (isinstance(low, Stamp) and isinstance(high, Stamp)):
            continue
        if not (isinstance(first, Stamp) and isinstance(last, Stamp)):
            continue
        if _dates_meet(low, first, last) and _dates_meet(high, first, last):
            continue
        expected = first.iso() + (f"/{last.iso()}" if last != first else "")
        values = {"written": mention.text, "event": event.name, "expected": expected}
        yield Hit(mention.span, values, (_event_evidence(event),), expected, against=mention.start)


def _dates_meet(stamp: Stamp, start: Stamp, end: Stamp) -> bool:
    claimed, first, last = stamp.days(), start.days(), end.days()
    if claimed is None or first is None or last is None:
        return True
    return claimed[0] <= last[1] and first[0] <= claimed[1]
