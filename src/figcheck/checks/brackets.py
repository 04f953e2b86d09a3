"""Brackets and title marks as written: those without a partner, and title marks inside title marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from figcheck import expressions as re
from figcheck.checks.prose import reading_spans
from figcheck.model import Analysis, Fix, Hit, Span
from figcheck.values import Frozen

_MARKS = re.compile(r"[《》〈〉（）()【】〔〕\[\]｛｝]")
_PARTNERS = {
    "《": "》",
    "〈": "〉",
    "（": "）)",
    "(": "）)",
    "【": "】",
    "〔": "〕",
    "[": "]",
    "｛": "｝",
}
_ITEM = re.compile(
    r"(?:^|[\s。；;：:，,、！？!?）)\u4e00-\u9fff])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳ivxIVX]{1,4})$"
)
_FACE = re.compile(r"[:：;；^=T>-]$")
_FAR = 3
"""So many paragraphs on, what was opened may be closed."""
_DEEP = 30
"""So many brackets may stand in each other."""


class _Mark(Frozen):
    """A bracket, and the paragraph that it stands in, by number."""

    at: int
    paragraph: int


def unpaired_bracket(analysis: Analysis) -> Iterator[Hit]:
    """《江南古镇影像收录…, （二水肥管理: a bracket that nothing closes, or that nothing opens."""
    text = analysis.document.text
    read = reading_spans(analysis)
    spans = tuple(block.span for block in analysis.document.blocks) or read
    marks = sorted(_lonely(text, spans), key=attrgetter("at"))
    for number, mark in enumerate(marks):
        span = spans[mark.paragraph]
        place = bisect_right(read, mark.at, key=attrgetter("start")) - 1
        if place < 0 or mark.at >= read[place].end or (number and _closes_wrongly(text, marks[number - 1], mark)):
            continue  # 《渡口的灯〉 is one slip
        opens = text[mark.at] in _PARTNERS
        start, end = (mark.at, min(span.end, mark.at + 9)) if opens else (max(span.start, mark.at - 8), mark.at + 1)
        expected = _PARTNERS[text[mark.at]][0] if opens else _OPENERS[text[mark.at]]
        fix = None
        if number + 1 < len(marks) and _closes_wrongly(text, mark, marks[number + 1]):
            end = marks[number + 1].at + 1
            fix = Fix(end - 1, end, expected, safe=False)
        values = {"written": text[mark.at], "words": text[start:end], "expected": expected}
        yield Hit(Span(start, end), values, fix=fix)


_KINDS = ("《》〈〉", "（）()【】〔〕[]｛｝")


def _closes_wrongly(text: str, opener: _Mark, closer: _Mark) -> bool:
    """Whether a lonely closing mark is one of another form for the lonely opening one before it."""
    if text[opener.at] not in _PARTNERS or text[closer.at] in _PARTNERS:
        return False
    alike = any(text[opener.at] in kind and text[closer.at] in kind for kind in _KINDS)
    return alike and opener.paragraph == closer.paragraph and closer.at - opener.at <= _LONGEST


_LONGEST = 40
"""Characters between two brackets that are meant to be a pair at most."""

_OPENERS = {closer: opener for opener, closers in _PARTNERS.items() for closer in closers} | {"）": "（", ")": "("}


def _lonely(text: str, spans: tuple[Span, ...]) -> list[_Mark]:
    """The openers and the closers without a partner, near paragraphs looked through together."""
    opened: list[_Mark] = []
    lost: list[_Mark] = []
    for number, span in enumerate(spans):
        lost += [mark for mark in opened if number - mark.paragraph > _FAR]
        opened = [mark for mark in opened if number - mark.paragraph <= _FAR]
        for match in _MARKS.finditer(text, span.start, span.end):
            at = match.start()
            if match.group() in _PARTNERS:
                opened.append(_Mark(at, number))
                continue
            last, deepest = len(opened) - 1, max(-1, len(opened) - 1 - _DEEP)
            place = next((n for n in range(last, deepest, -1) if match.group() in _PARTNERS[text[opened[n].at]]), None)
            if place is not None:
                lost += [mark for mark in opened[place + 1 :] if mark.paragraph == number]
                del opened[place:]
            elif not _is_item(text, span, at):
                lost.append(_Mark(at, number))
    return lost + opened


def _is_item(text: str, span: Span, at: int) -> bool:
    """Whether a closing bracket ends the number of an item, 1） or b), or is part of a face: :)"""
    if text[at] not in "）)":
        return False
    before = text[max(span.start, at - 5) : at]
    return _ITEM.search(before) is not None or _FACE.search(before) is not None


_NESTED = re.compile(r"《[^《》\n]{0,30}(?P<inner>《(?P<words>[^《》\n]{1,30})》)[^《》\n]{0,30}》")


def nested_title_marks(analysis: Analysis) -> Iterator[Hit]:
    """《读《诗经》随笔》: the title inside a title takes single marks."""
    text = analysis.document.text
    for span in reading_spans(analysis):
        for match in _NESTED.finditer(text, span.start, span.end):
            expected = f"〈{match['words']}〉"
            start, end = match.span("inner")
            fix = Fix(start, end, expected, safe=False)
            yield Hit(Span(start, end), {"written": match["inner"], "expected": expected}, (), expected, fix)
