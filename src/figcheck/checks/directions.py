"""An article in, words for a rise or a fall out that the figures beside them turn round: 逐月走高：13800元, 13450元."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.checks import rates
from figcheck.checks.passages import passages
from figcheck.checks.trends import Course, Said, courses, said_of
from figcheck.model import Analysis, Derivation, Hit, SpanEvidence, Word


def wrong_direction(analysis: Analysis) -> Iterator[Hit]:
    """A rise said of two values that fall, or of a series that does, or the reverse."""
    yield from rates.growth_direction(analysis)
    for passage in passages(analysis):
        for course in courses(passage):
            said = [one for one in said_of(passage, course) if one.way == -course.way]
            if course.way and said:
                yield _hit(passage.text, course, said[0])


def _hit(text: str, course: Course, said: Said) -> Hit:
    first, last = course.levels[0], course.levels[-1]
    sign = ">" if said.way > 0 else "<"
    values: dict[str, str | Word] = {
        "written": text[said.span.start : said.span.end],
        "start": first.mention.text,
        "end": last.mention.text,
        "said": Word("way.up" if said.way > 0 else "way.down"),
        "meant": Word("way.down" if said.way > 0 else "way.up"),
    }
    places = sorted((first, last), key=lambda figure: figure.start)
    evidence = (SpanEvidence(one.start, one.end, one.mention.text) for one in places)
    working = Derivation(f" {sign} ".join(figure.core for figure in course.levels))
    return Hit(said.span, values, (*evidence, working), against=said.span.start)
