"""Texts in, ordinals out that what they come after belies: 继2019年、2021年之后，第四次; 海州15枚，云州12枚……第三."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.listed import read_list
from figcheck.checks.passages import Figure, Passage
from figcheck.checks.standings import counted
from figcheck.checks.terms import choice
from figcheck.data import rank_words as words
from figcheck.model import Hit, Span
from figcheck.numerals import whole_number
from figcheck.values import Frozen

_N = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_AFTER_THESE = re.compile(
    rf"(?<![前后相])继(?P<told>[^。；：“”\n]{{3,60}}?)(?:之后|以后|后)，?(?P<between>[^。；\n]{{0,30}}?)"
    rf"第(?P<number>{_N})(?P<unit>[次个座家位度名枚项部块所条支例城人]|块)"
)
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])年?")
_MONTH = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?")
_RUN = re.compile("[至到—~-]|连续|以来|等")


def after_these(text: str) -> Iterator[Hit]:
    """One more than those are that it comes after."""
    for match in _AFTER_THESE.finditer(text) if "继" in text else ():
        told, number = _told(text, match), whole_number(match["number"])
        if told is None or number is None or number == told + 1 or abs(number - told) > _FAR:
            continue
        if _OTHER_ROW.search(match["between"]):
            continue
        span = Span(match.start("number") - 1, match.end("unit"))
        yield counted(
            text, span, Span(*match.span("told")), f"{told} + 1 = {told + 1} ≠ {number}", f"第{told + 1}{match['unit']}"
        )


_FAR = 3
_OTHER_ROW = re.compile("连续|第[0-9一二三四五六七八九十]")


def _told(text: str, match: re.Match[str]) -> int | None:
    """How many years, months or names stand between 继 and 之后, two or more; None where that is not sure."""
    told = match["told"]
    if _RUN.search(told):
        return None
    for kind in (_YEAR, _MONTH):
        found = kind.findall(told)
        if found:
            return len(found) if len(found) > 1 and len(set(found)) == len(found) else None
    listed = read_list(text, *match.span("told"))
    if listed is None or ("、" not in told and "和" not in told) or re.search("[0-9，]", told):
        return None
    return listed.least if listed.least == listed.most and all(len(item) <= _NAME for item in listed.items) else None


_NAME = 8


# --- ranks against a table that is told ----------------------------------------------------------------------------


class Row(Frozen):
    """Somebody of a table, and what they have."""

    name: str
    figure: Figure


_LEADER = re.compile(choice(words.TABLE))
_VERB = re.compile(r"(?:以|共|得|积|获得?|有|拿到|夺得|的|为|是|共积|已|达|则|也)+$")
_MARKS = re.compile(r"[，、；：。（）“”]")
_CLAIM = re.compile(
    rf"(?P<lead>[^。！？\n]{{0,24}}?)(?:{choice(words.HOLDS_RANK)})(?:了|在|于|住)?第(?P<number>{_N})(?:位|名)?(?![届次个轮场局批])"
)
_NOT_NOW = re.compile(choice(words.OTHER_TABLE))


def ranks_in_tables(passage: Passage) -> Iterator[Hit]:
    """海州15枚领跑，云州12枚，江州9枚。云州守住第三: the place that the table gives is another one."""
    for rows in _tables(passage):
        end = rows[-1].figure.end
        for at, row in enumerate(rows, 1):
            start = passage.text.find(row.name, end, min(passage.span.end, end + _REACH))
            match = _CLAIM.match(passage.text, start + len(row.name)) if start >= 0 else None
            if match is None or match.end() > passage.span.end or _NOT_NOW.search(passage.text, start, match.end()):
                continue
            others = [one.name for one in rows if one is not row]
            if any(name in match["lead"] for name in others) or (whole_number(match["number"]) or at) == at:
                continue
            span = Span(match.start("number") - 1, match.end("number"))
            table = Span(rows[0].figure.start - len(rows[0].name), end)
            yield counted(passage.text, span, table, f"{row.name} → {at}", f"第{at}")


_REACH = 60


def _tables(passage: Passage) -> Iterator[list[Row]]:
    """Runs of names with figures of one unit that fall from one to the next, where the first is said to lead."""
    run: list[Row] = []
    for figure in (*passage.figures, None):
        row = _row(figure) if figure is not None else None
        if run and row is not None and _goes_on(passage, run[-1], row):
            run.append(row)
            continue
        if len(run) > _TWO and _leads(passage, run):
            yield run
        run = [row] if row is not None else []


_TWO = 2


def _row(figure: Figure) -> Row | None:
    if not figure.is_amount or figure.quantity.hedge != "exact":
        return None
    name = _VERB.sub("", _MARKS.split(figure.own)[-1])
    return Row(name, figure) if 1 < len(name) <= _NAME else None


def _goes_on(passage: Passage, last: Row, row: Row) -> bool:
    one, other = last.figure, row.figure
    between = passage.between(one, other)
    same = one.unit == other.unit and one.sentence == other.sentence and one.number > other.number
    return same and len(between) <= _NAME * 2 and _MARKS.search(between) is not None


def _leads(passage: Passage, run: Sequence[Row]) -> bool:
    start = max(passage.span.start, run[0].figure.start - _REACH)
    start = max(start, passage.text.rfind("。", start, run[0].figure.start) + 1)
    return _LEADER.search(passage.text, start, run[1].figure.start) is not None
