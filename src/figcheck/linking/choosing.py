"""All readings of an article in, for each claim the one fact that it is checked against, or why there is none, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.linking.candidates import Candidate, agrees, digits_of, is_near, is_slip
from figcheck.linking.facts import Reading
from figcheck.linking.measures import BARRED, LOOSE, PLANNED, SCALED
from figcheck.model import Fact, Field, Link, Reason
from figcheck.values import replace


def choose(readings: Sequence[Reading], title: Field | None) -> Iterator[Link | Reason]:
    """One answer for each reading.

    A figure that agrees with what it seems to be about settles that fact. One that does not may still agree with
    something else that its sentence may be about. What is left contradicts the fact only where nothing speaks against
    the reading; words that may speak against it do so if the fact is settled elsewhere. The title says again what the
    text says, so it settles nothing, and nothing is settled for it.
    """
    settled = {
        _fact(each).id for each in map(_first_agreeing, readings) if each is not None and not _is_in(title, each)
    }
    swapped = _swapped(readings)
    for reading in readings:
        swap = swapped.get(reading.claim.mention.start)
        if swap is not None:
            yield swap.link
            continue
        if title is None or not title.span.overlaps(reading.claim.mention.span):
            yield _answer(reading, settled)
            continue
        answer = _answer(reading, set())
        yield answer if isinstance(answer, Link) else _repeated(reading, readings) or answer


_NEIGHBOURS = 6
"""Figures behind one with which it may have changed places."""


def _swapped(readings: Sequence[Reading]) -> dict[int, Candidate]:
    """Figures that have changed places: each is what the ledger has where the other stands, and neither is right."""
    swaps: dict[int, Candidate] = {}
    wrong = [each for each in readings if each.candidates and _seems_wrong(each)]
    for at, one in enumerate(wrong):
        for other in wrong[at + 1 : at + 1 + _NEIGHBOURS]:
            mine, theirs = one.candidates[0], other.candidates[0]
            if one.claim.paragraph != other.claim.paragraph or _is_barred(mine) or _is_barred(theirs):
                continue
            if _would_agree(one, theirs) and _would_agree(other, mine):
                swaps[one.claim.mention.start] = mine
                swaps[other.claim.mention.start] = theirs
    return swaps


def _seems_wrong(reading: Reading) -> bool:
    """Whether a figure disagrees with what it surely is about, or with all that it may be about."""
    first = reading.candidates[0]
    return not agrees(first.link) and (first.doubt is None or _first_agreeing(reading) is None)


def _is_barred(candidate: Candidate) -> bool:
    return candidate.doubt is not None and candidate.doubt.weight == BARRED


def _would_agree(reading: Reading, candidate: Candidate) -> bool:
    return agrees(replace(candidate.link, claim=reading.claim))


def _is_in(title: Field | None, candidate: Candidate) -> bool:
    return title is not None and title.span.overlaps(candidate.link.claim.mention.span)


def _repeated(reading: Reading, readings: Sequence[Reading]) -> Link | None:
    """半年盘活4200套 over a body that has them as 收储存量商品房4216套: what the title says without its measure."""
    if digits_of(reading.claim.mention.quantity) < _TELLING:
        return None
    unit = reading.claim.mention.quantity.unit
    for other in readings:
        told = _first_agreeing(other)
        if told is None or unit is None or unit != other.claim.mention.quantity.unit:
            continue
        link = replace(told.link, claim=reading.claim, reasons=(*told.link.reasons, Reason("link.repeats")))
        if other is not reading and agrees(link):
            return link
    return None


_TELLING = 2
"""Digits from which a figure of the title is taken for the one of the body that it rounds."""


def _fact(candidate: Candidate) -> Fact:
    fact = candidate.link.target
    assert isinstance(fact, Fact)
    return fact


def _first_agreeing(reading: Reading) -> Candidate | None:
    if not reading.candidates:
        return None
    return next((each for each in reading.candidates if agrees(each.link)), None)


def _answer(reading: Reading, settled: set[str]) -> Link | Reason:
    if not reading.candidates:
        return _apart(reading, settled) or reading.reason
    first = _likeliest(reading)
    if agrees(first.link) or (first.doubt is None and _stands(first, settled)):
        return first.link
    other = _first_agreeing(reading)
    if _of_another_time(first, other.link if other is not None else _apart(reading, settled)):
        return first.link
    if other is not None:
        return first.link if _in_anothers_place(first, other, settled) else other.link
    if _stands(first, settled):
        return first.link
    slips = [each for each in reading.candidates if _may_be_slip(each) and (each is first or _is_open(each, settled))]
    apart = _apart(reading, settled)
    if slips or apart is not None:
        return slips[0].link if slips else apart  # type: ignore[return-value]
    return _why_unsure(first)


def _likeliest(reading: Reading) -> Candidate:
    """The first, unless it is far off and a measure of the same subject beside it agrees: 438件馆藏重器集中亮相."""
    first = reading.candidates[0]
    if agrees(first.link) or is_near(first.link, LOOSE):
        return first
    clause = reading.claim.clause
    for other in reading.candidates[1:]:
        doubted = other.doubt is not None and other.doubt.weight > LOOSE
        beside = clause.start <= other.measure.hit.start < clause.end and not doubted
        if beside and other.subject.name == first.subject.name and agrees(other.link):
            return other
    return first


def _may_be_slip(candidate: Candidate) -> bool:
    return not _is_barred(candidate) and is_slip(candidate.link)


def _why_unsure(first: Candidate) -> Reason:
    """What keeps the likeliest reading from being sure, in words that say what the words against it do."""
    measure = ("measure", first.measure.hit.word)
    if first.doubt is None:
        return Reason("why.settled", (measure, ("value", _fact(first).written)))
    key = {PLANNED: "why.planned", SCALED: "why.scaled"}.get(first.doubt.weight, "why.unsure")
    return Reason(key, (measure, ("words", first.doubt.words)))


def _apart(reading: Reading, settled: set[str]) -> Link | None:
    """What the figure equals though nothing leads from the measure to it; else what it misses by a slip of hand."""
    equal = next((each.link for each in reading.apart if agrees(each.link)), None)
    return equal or next((each.link for each in reading.apart if _is_open(each, settled)), None)


def _of_another_time(first: Candidate, other: Link | None) -> bool:
    """第三季度单季营收 with the value of the nine months: whether the sentence names the very time of one fact, and has
    the value of another one of the same measure."""
    if other is None or (first.doubt is not None and first.doubt.weight > LOOSE) or not agrees(other):
        return False
    due, given, claim = _fact(first), other.target, first.link.claim
    assert isinstance(given, Fact)
    if claim.period is None or due.as_of is None or given.as_of is None or claim.period_origin != "stated":
        return False
    exact = (due.as_of.start, due.as_of.end) == (claim.period.start, claim.period.end) and due.as_of != given.as_of
    return exact and due.subject == given.subject and bool(set(due.measures) & set(given.measures))


def _in_anothers_place(first: Candidate, other: Candidate, settled: set[str]) -> bool:
    """Whether a figure that is somebody else's, told before as theirs, stands where another's is due.

    The clause itself names who it is about, and nothing but unknown words speaks against the measure.
    """
    named = first.subject.how == "subject.clause" and first.subject.rival is None
    doubted = first.doubt is not None and first.doubt.weight > LOOSE
    theirs = other.subject.name != first.subject.name and _fact(other).id in settled
    return named and not doubted and theirs and _is_open(first, settled)


def _is_open(candidate: Candidate, settled: set[str]) -> bool:
    return _fact(candidate).id not in settled


def _stands(candidate: Candidate, settled: set[str]) -> bool:
    """Whether a figure that does not agree is surely meant for this fact all the same."""
    if candidate.doubt is None:
        return _is_open(candidate, settled) or is_near(candidate.link, SCALED)
    weight = candidate.doubt.weight
    return weight < PLANNED and _is_open(candidate, settled) and is_near(candidate.link, weight)
