"""All readings of an article in, for each claim the one fact that it is checked against, or why there is none, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.linking.facts import Candidate, Reading, agrees, is_near, is_slip
from figcheck.linking.measures import BARRED
from figcheck.model import Fact, Link, Reason


def choose(readings: Sequence[Reading]) -> Iterator[Link | Reason]:
    """One answer for each reading.

    A figure that agrees with what it seems to be about settles that fact. One that does not may still agree with
    something else that its sentence may be about. What is left contradicts the fact only where nothing speaks against
    the reading; words that may speak against it do so if the fact is settled elsewhere.
    """
    settled = {_fact(each).id for each in map(_first_agreeing, readings) if each is not None}
    for reading in readings:
        yield _answer(reading, settled)


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
    if agrees(first.link) or first.doubt is None:
        return first.link
    other = _first_agreeing(reading)
    if other is not None:
        return other.link
    if is_slip(first.link):
        return first.link
    if first.doubt.weight < BARRED and _fact(first).id not in settled and is_near(first.link, first.doubt.weight):
        return first.link
    return Reason("why.unsure", (("measure", first.measure.hit.word), ("words", first.doubt.words)))
