"""Numbers in characters as written: those whose characters make no number, and counts with the 〇 of years."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.phrases import pattern
from figcheck.checks.prose import matches_in_prose
from figcheck.data import notation_words as words
from figcheck.model import Analysis, Fix, Hit, Span

_DIGIT = "一二三四五六七八九"
_SIZE = "十百千万亿"
_RUN = (
    rf"(?P<ordinal>第)?(?<![{_DIGIT}〇零两{_SIZE}\d])"
    rf"(?P<run>[{_DIGIT}两十][{_DIGIT}〇零两{_SIZE}]{{1,11}})(?P<unit>§)"
)
_TWICE = re.compile(r"(?P<again>[十百千])(?=(?P=again))")
"""第十十一届, 三百百二十户."""
_TENS_TWICE = re.compile(rf"(?<![{_DIGIT}])(?P<again>[{_DIGIT}]十)(?=(?P=again)(?![{_DIGIT}]?[百千]))")
_NAUGHTS = re.compile(r"(?<=[百千万])(?P<again>零)(?=零)|(?<=百)(?P<again2>零)(?=十(?![一二三四五六七八九]))")
_SAME_TWICE = re.compile(rf"(?P<again>[{_DIGIT}])(?P=again)$")
_PLURAL = re.compile(r"十百|百千|[百千]{2}[百千]|万万")
"""百千, 千百: many of them."""


def broken_numeral(analysis: Analysis) -> Iterator[Hit]:
    """第十十一届, 三百百二十户, 一万零零五册: no number, as one of the characters stands there twice."""
    for match in matches_in_prose(analysis, pattern(_RUN, words.UNITS_OF_NUMERALS)):
        found = _superfluous(match)
        if found is not None:
            start, end = match.start("run") + found[0], match.start("run") + found[1]
            text = match.group()
            expected = text[: start - match.start()] + text[end - match.start() :]
            values = {"written": text, "expected": expected}
            yield Hit(Span(*match.span()), values, (), expected, Fix(start, end, "", safe=False))


def _superfluous(match: re.Match[str]) -> tuple[int, int] | None:
    """The place in the run of what is too much; None where the run is a number, or two of them side by side."""
    run = match["run"]
    if "两" in run[1:] or _PLURAL.search(run):
        return None
    if len(run) == 2:
        twice = _SAME_TWICE.fullmatch(run) if match["ordinal"] and match["unit"] == "届" else None
        return twice.span("again") if twice else None
    for form in (_TWICE, _TENS_TWICE, _NAUGHTS):
        found = form.search(run)
        if found is not None:
            return found.span(found.lastgroup or "again")
    return None


_ZERO_IN_COUNT = (
    rf"(?<![{_DIGIT}〇零])[{_DIGIT}两十]{{1,3}}[百千万亿][{_DIGIT}{_SIZE}]{{0,6}}"
    rf"〇[{_DIGIT}][{_DIGIT}{_SIZE}]{{0,4}}(?=§)"
)


def year_zero_in_count(analysis: Analysis) -> Iterator[Hit]:
    """二千〇五十元: the standard writes the 0 of a count as 零, and keeps 〇 for years and numbers that name."""
    for match in matches_in_prose(analysis, pattern(_ZERO_IN_COUNT, words.UNITS_OF_NUMERALS)):
        expected = match.group().replace("〇", "零")
        values = {"written": match.group(), "expected": expected}
        fix = Fix(match.start(), match.end(), expected, safe=True)
        yield Hit(Span(*match.span()), values, (), expected, fix)
