"""Companies, banks, schools, choirs and offices of an article against each other: one house under two names."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.names import two_forms
from figcheck.checks.near_things import Slip, read_things, slips
from figcheck.checks.phrases import pattern
from figcheck.checks.prose import reading_spans
from figcheck.data.post_words import HOUSE_KINDS, OFFICE_KINDS, RENAMED_HOUSES, TRADES, WIDE_KINDS
from figcheck.model import Analysis, Hit

_LONG = 3
"""So many characters in common beside the kind make names one, though the odd characters are not alike."""
_SHORT = 2
"""So many, if the one comes again and again."""
_TRADES = frozenset(TRADES.split())
_WIDE = frozenset(WIDE_KINDS.split())
_OTHER_AREA = re.compile("[省市县区镇州旗](?![场政域委])|[^农城下返]乡(?!村)|[^农乡]村|街道")
_ALL = f"{HOUSE_KINDS} {OFFICE_KINDS} {TRADES}"
_FALSE_ENDS = f"{_ALL} 建设 工程 实业 控股 有限"


def house_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """瑞禾农业科技有限公司, later 瑞和农业科技有限公司; 县农村公路养护中心, later 县乡村公路养护中心."""
    text = analysis.document.text
    kinds = pattern("§(?!§)", _ALL, _FALSE_ENDS)
    found = read_things(text, reading_spans(analysis), kinds)
    if len(found) < 2 or pattern("§", RENAMED_HOUSES).search(text):
        return
    told: set[str] = set()
    for slip in slips(text, found):
        right, wrong = slip.one, slip.other
        if text.count(wrong.text) > text.count(right.text):
            right, wrong = wrong, right
        if wrong.text not in told and text.count(wrong.text) == 1 and _is_one_house(text, slip, right.text):
            told.add(wrong.text)
            yield two_forms(right.text, right.start, wrong.text, wrong.start)


def _is_one_house(text: str, slip: Slip, right: str) -> bool:
    kind, own = slip.one.kind, len(slip.one.own)
    if slip.likeness == "alike":
        return own > 1
    if kind in _TRADES or _is_elsewhere(slip) or any(_is_counted(text, one.start) for one in (slip.one, slip.other)):
        return False
    if slip.likeness == "turned" or slip.common >= _LONG:
        return own > 2
    return slip.common >= _SHORT and text.count(right) > 1 and kind not in _WIDE


_COUNTED = re.compile("[一二两三四五六七八九十几多数0-9][批大个座处类]$")


def _is_counted(text: str, start: int) -> bool:
    """Whether the first character counts: 一批清洁能源基地, 九大清洁能源基地."""
    return _COUNTED.search(text, max(0, start - 1), start + 1) is not None


def _is_elsewhere(slip: Slip) -> bool:
    """Whether the odd characters belong to the names of two areas: 青岭县图书馆, 青山县图书馆."""
    at = next(at for at, (one, other) in enumerate(zip(slip.one.own, slip.other.own, strict=True)) if one != other)
    return _OTHER_AREA.search(slip.one.own, at, at + 4) is not None
