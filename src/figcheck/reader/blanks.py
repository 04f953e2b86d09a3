"""A stretch of text with blanks inside its numerals in, the same without them and each character's old place out.

Texts drawn from justified columns have them anywhere: 三千 八百 九十六 万, 百 分 之 五. Between two columns of a table,
or two clauses of a headline, a blank stands as well; so it is taken for one inside only where the characters on both
sides can't belong to two figures.
"""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.model import Mention
from figcheck.reader.patterns import CAPITALS, C, M
from figcheck.values import replace

_DIGITS = C + CAPITALS
_SIZES = "十百千廿卅佰仟拾" + M
_NUMERAL = frozenset(_DIGITS + _SIZES + "点點又几幾")
_SIZED = re.compile("[0-9０-９.．]+[ \u3000]*[百千万]")
_BEHIND_CHINESE = frozenset(_DIGITS + _SIZES + "点點分折成个個几幾余餘多又")
_BEHIND_ARABIC = frozenset(M + "百千十成折个個分")
_BLANK = re.compile(
    rf"[ \u3000](?<=[{_DIGITS}{_SIZES}点點又几幾0-9０-９之分负負个個多余餘成].)[ \u3000]{{0,3}}"
    rf"(?=[{_DIGITS}{_SIZES}点點分折成个個几幾余餘多又之负負0-9０-９])"
)
"""A blank that may be inside of a numeral; most are not, and are passed by without a look at their surroundings."""
_SPREAD_POINTS = re.compile("百[ \u3000]*分[ \u3000]*[点點]")
_SHARE_BEFORE = re.compile("分[ \u3000]*之$")
_ENDS = re.compile(r"\s*(?:$|[，。；、的])")
_LAST = re.compile("[ \u3000]*[折成]")


def without_blanks(text: str, start: int, stop: int) -> tuple[str, list[int]] | None:
    """The stretch without the blanks inside of its numerals, and the offset in `text` of each of its characters.

    None where it has no such blank, as nearly every text.
    """
    if text.find(" ", start, stop) < 0 and text.find("\u3000", start, stop) < 0:
        return None
    inside = [match.span() for match in _BLANK.finditer(text, start, stop) if _is_inside(text, *match.span())]
    if not inside:
        return None
    kept: list[int] = []
    at = start
    for begin, end in inside:
        kept.extend(range(at, begin))
        at = end
    kept.extend(range(at, stop))
    return "".join(text[place] for place in kept), kept


def _is_inside(text: str, begin: int, end: int) -> bool:
    left, right = text[begin - 1 : begin], text[end : end + 1]
    if not left or not right:
        return False
    if right.isascii() and right.isdigit() and left in _SIZES + "又":
        return left == "又" or _SIZED.match(text, end) is not None
    if left in "多余餘":
        return right in _SIZES and text[max(0, begin - 5) : begin - 1].rstrip()[-1:] in _NUMERAL
    if left == "成":
        in_tenths = text[max(0, begin - 2) : begin - 1] in _DIGITS and right in _DIGITS
        return in_tenths and _ENDS.match(text, end + 1) is not None
    if left in _NUMERAL and right in _BEHIND_CHINESE:
        return not (left in _DIGITS and _parts_clauses(text, begin, end))
    if left.isdigit() and left not in _NUMERAL:
        return right in _BEHIND_ARABIC
    if left == "之":
        earlier = _SHARE_BEFORE.search(text, max(0, begin - 6), begin)
        return earlier is not None and (right in _NUMERAL or right.isdigit() or right in "负負")
    if left == "分":
        return right in "之点點"
    if left in "负負":
        return right in _NUMERAL
    return left in "个個" and _SPREAD_POINTS.match(text, end) is not None


def _parts_clauses(text: str, begin: int, end: int) -> bool:
    """Whether one figure may end and another begin at the blank: 第三 百人, 前二 三人; not 九 九折."""
    if text[end] in _DIGITS:
        return _LAST.match(text, end + 1) is None
    return text[max(0, begin - 2) : begin - 1] in ("第", "前", "后")


def put_back(mention: Mention, text: str, places: list[int]) -> Mention:
    """A mention of the stretch without blanks, as it stands in the text."""
    start, end = places[mention.start], places[mention.end - 1] + 1
    core = places[mention.core_start], places[mention.core_end - 1] + 1
    return replace(mention, start=start, end=end, text=text[start:end], core_start=core[0], core_end=core[1])
