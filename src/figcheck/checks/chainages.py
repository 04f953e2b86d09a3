"""Text in, lengths out that do not lie between the two chainages told: K126+300至K141+800，全长14.5公里."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.intervals import admitted
from figcheck.checks.working import digits_like
from figcheck.model import Analysis, Derivation, Hit, Mention, SpanEvidence
from figcheck.slips import looks_like
from figcheck.units import UNITS, conversion

_POST = r"[KkＫ](?P<{0}>[0-9]{{1,4}})(?:\+(?P<{0}m>[0-9]{{1,3}}))?(?:公里|处|米)?"
_STRETCH = re.compile(rf"{_POST.format('one')}(?:[至到—–～~-]{{1,2}}){_POST.format('two')}")
_LENGTH = re.compile(
    r"(?:路段|段|之间|区间|[一-龥]{0,6}方向)?[）)]?[，、：（(]?(?:[一-龥]{0,8}[，：])?[一-龥]{0,5}?(?:全长|长|共|合计|总长|里程|长度|总里程|单向)(?:约|为|达|共|是)*$|^[）)]?[，、（(]?$"
)
_METRE = UNITS["米"]


def between_posts(text: str, analysis: Analysis) -> Iterator[Hit]:
    """The first length told behind two chainages, where it is not how far they lie apart."""
    for match in _STRETCH.finditer(text) if "+" in text and "K" in text.upper() else ():
        told = next((one for one in analysis.mentions if one.start >= match.end()), None)
        unit = told.quantity.unit if told is not None else None
        if told is None or unit is None or unit.dimension != "length" or not told.quantity.number:
            continue
        if _LENGTH.search(text[match.end() : told.start]) is None:
            continue
        metres = abs(_metres(match, "two") - _metres(match, "one"))
        yield from _judged(match, told, Fraction(metres) * (conversion(_METRE, unit) or 1))


def _metres(match: re.Match[str], post: str) -> int:
    return int(match[post]) * 1000 + int(match[post + "m"] or 0)


def _judged(match: re.Match[str], told: Mention, apart: Fraction) -> Iterator[Hit]:
    said, number = admitted(told.quantity), told.quantity.number or Fraction(0)
    if not apart or said.low is None or said.high is None or said.low <= apart <= said.high:
        return
    if told.quantity.hedge != "exact" or not (looks_like(told.quantity, apart) or abs(apart - number) * 2 <= apart):
        return
    core = told.text[told.core_start - told.start : told.core_end - told.start]
    expected = digits_like(apart, core, told.quantity.unit)
    one, other = ("K" + _post(match, post) for post in sorted(("one", "two"), key=lambda post: _metres(match, post)))
    values = {"written": told.text, "more": other, "less": one, "expected": expected}
    place = SpanEvidence(match.start(), match.end(), match.group())
    working = Derivation(f"{other} − {one} = {expected} ≠ {told.text}")
    yield Hit(told.span, values, (place, working), expected, against=told.start)


def _post(match: re.Match[str], post: str) -> str:
    return match[post] + ("+" + match[post + "m"] if match[post + "m"] else "")
