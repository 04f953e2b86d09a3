"""Prefectures with what stands before and behind them in: provinces and towns that they have nothing to do with out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from figcheck import expressions as re
from figcheck.checks.names import sentence_around, two_forms
from figcheck.checks.phrases import alternatives
from figcheck.checks.prose import matches_in_prose
from figcheck.data.prefectures import NO_TOWNS, PREFECTURES
from figcheck.model import Analysis, Derivation, Fix, Hit, Span


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    return {name: province for province, names in PREFECTURES.items() for name in names.split()}


def _cities() -> str:
    return alternatives(" ".join(_provinces()))


@lru_cache(maxsize=1)
def _in_province() -> re.Pattern[str]:
    named = alternatives(" ".join(PREFECTURES))
    return re.compile(
        rf"(?P<province>{named})(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区)?(?P<city>{_cities()})(?=[市州盟]|地区)"
    )


def prefecture_in_wrong_province(analysis: Analysis) -> Iterator[Hit]:
    """湖南省赣州市: a prefecture behind the name of a province that it does not lie in."""
    for match in matches_in_prose(analysis, _in_province()):
        province = _provinces()[match["city"]]
        if province != match["province"]:
            span = Span(*match.span("province"))
            values = {"written": match["province"], "city": match["city"], "expected": province}
            fix = Fix(span.start, span.end, province, safe=False)
            yield Hit(span, values, (Derivation(f"{match['city']} ∈ {province}"),), province, fix)


@lru_cache(maxsize=1)
def _with_town() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<city>{_cities()})市?(?P<town>[^\W\d_A-Za-z市]{{1,3}}?[镇县乡村]|[^\W\d_A-Za-z市]{{2,3}}?区)(?![长委政民])"
    )


def town_in_two_prefectures(analysis: Analysis) -> Iterator[Hit]:
    """浙江嘉兴乌镇, later 浙江绍兴乌镇."""
    text = analysis.document.text
    first: dict[str, re.Match[str]] = {}
    for match in matches_in_prose(analysis, _with_town()):
        if match["town"] in _NO_TOWNS:
            continue
        one = first.setdefault(match["town"], match)
        start, end = sentence_around(text, match.start())
        if one["city"] != match["city"] and not start <= one.start() < end:
            yield two_forms(one.group(), one.start(), match.group(), match.start())
            return


_NO_TOWNS = frozenset(NO_TOWNS.split())
