"""All readings of an article in, for each claim the one fact that it is checked against, or why there is none, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.linking.facts import Candidate, Reading, agrees, is_near, is_slip
from figcheck.linking.measures import LOOSE, PLANNED
from figcheck.model import Fact, Field, Link, Reason


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
    for reading in readings:
        yield _answer(reading, set() if title and title.span.overlaps(reading.claim.mention.span) else settled)


def _is_in(title: Field | None, candidate: Candidate) -> bool:
    return title is not None and title.span.overlaps(candidate.link.claim.mention.span)


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
        return reading.reason
    first = reading.candidates[0]
    if agrees(first.link) or (first.doubt is None and _stands(first, settled)):
        return first.link
    other = _first_agreeing(reading)
    if other is not None:
        return other.link
    if _stands(first, settled):
        return first.link
    slips = [each for each in reading.candidates if is_slip(each.link) and (each is first or _is_open(each, settled))]
    if slips:
        return slips[0].link
    words = first.doubt.words if first.doubt else _fact(first).id
    return Reason("why.unsure", (("measure", first.measure.hit.word), ("words", words)))


def _is_open(candidate: Candidate, settled: set[str]) -> bool:
    return _fact(candidate).id not in settled


def _stands(candidate: Candidate, settled: set[str]) -> bool:
    """Whether a figure that does not agree is surely meant for this fact all the same."""
    if candidate.doubt is None:
        return _is_open(candidate, settled) or is_near(candidate.link, LOOSE)
    weight = candidate.doubt.weight
    return weight < PLANNED and _is_open(candidate, settled) and is_near(candidate.link, weight)
