"""A figure that no measure word leads to, and the ledger, in; the facts of its sentence that it equals out.

A figure of several digits that equals what the ledger knows of somebody whom the article names, and whose measure
stands in the same sentence or the one before, is that figure: 受灾人口……，全省有9个市、63个县.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from figcheck.linking.candidates import Candidate, agrees, digits_of, fits_time, is_slip, same_sort
from figcheck.linking.measures import LOOSE, Against, Measure, MeasureReader
from figcheck.linking.subjects import SubjectFinder
from figcheck.model import Claim, Fact, Link, Reason
from figcheck.units import comparison

_IN_SENTENCE, _BEFORE_IT = 2, 3
"""Digits from which a figure of the sentence, and of the sentence before, is taken for the ledger's."""
_LONG = 4
"""Characters of a measure word that make up for a digit."""
_TELLING = 3
"""Digits from which one that misses the ledger's by a slip of hand is."""


def coincidences(
    claim: Claim, subjects: SubjectFinder, reader: MeasureReader, by_measure: Mapping[str, Mapping[str, Sequence[Fact]]]
) -> Iterator[Candidate]:
    """The facts that a figure equals, or misses by a slip of hand, nearest measure word first."""
    digits = digits_of(claim.mention.quantity)
    if digits < 1 or subjects.is_foreign(claim):
        return
    for hit in reader.around(claim):
        inside = hit.start >= claim.sentence.start
        due = _IN_SENTENCE if inside else _BEFORE_IT
        if digits < due - (len(hit.word) >= _LONG):  # a long word is hardly there by chance
            continue
        gap = max(hit.start - claim.mention.end, claim.mention.start - hit.end, 0)
        measure = Measure(hit, gap, Against(hit.word, LOOSE))
        for name, facts in by_measure[hit.word].items():
            subject = subjects.nearest(name, claim)
            for fact in facts if subject is not None else ():
                factor = comparison(claim.mention.quantity.unit, fact.value.unit)
                if subject is None or factor is None or not same_sort(fact, claim) or not fits_time(fact, claim):
                    continue
                values = (("measure", hit.word), ("gap", str(gap)))
                reasons = (subject.reason(), Reason("link.coincides" if inside else "link.coincides.before", values))
                link = Link(claim, fact, "value", fact.value, True, reasons)
                if agrees(link) or (inside and digits >= _TELLING and is_slip(link)):
                    yield Candidate(link, subject, measure, measure.doubt)
