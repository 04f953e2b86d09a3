"""Figures and marks as written: doubled hedges, 截止 for 截至, quotation marks that don't pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.data.hedge_words import AFTER, BEFORE
from figcheck.model import Analysis, Fix, Hit, Mention, Span

_CLASHES = {
    "about": frozenset(("about", "odd", "at_least", "at_most")),
    "nearly": frozenset(("odd", "at_least", "about")),
    "over": frozenset(("at_least", "odd", "about", "at_most")),
    "at_least": frozenset(("at_least", "at_most", "about")),
    "at_most": frozenset(("at_least", "at_most", "about", "odd")),
    "under": frozenset(("at_least", "odd", "about", "at_most")),
}
"""Which hedges behind a figure say again, or against, what the one before it says."""
_FIRST = re.compile("|".join(sorted(map(re.escape, BEFORE), key=len, reverse=True)))
_LAST = re.compile("|".join(sorted(map(re.escape, AFTER), key=len, reverse=True)))
_ODD_INSIDE = re.compile(r"[多余]")


def doubled_hedge(analysis: Analysis) -> Iterator[Hit]:
    """约…左右, 近…多, 超过…以上: two hedges on one figure that repeat or contradict each other."""
    for mention in analysis.mentions:
        if mention.start == mention.core_start or mention.quantity.kind in ("date", "ordinal"):
            continue
        first = _FIRST.match(mention.text)
        last = _last_hedge(mention)
        if first is None or last is None:
            continue
        word, hedge = last
        if hedge in _CLASHES.get(BEFORE[first.group()], ()):
            yield Hit(mention.span, {"written": mention.text, "first": first.group(), "last": word})


def _last_hedge(mention: Mention) -> tuple[str, str] | None:
    tail = mention.text[mention.core_end - mention.start :]
    found = list(_LAST.finditer(tail))
    if found:
        return found[-1].group(), AFTER[found[-1].group()]
    inside = mention.text[mention.core_start - mention.start :]
    odd = _ODD_INSIDE.search(inside)
    return (odd.group(), "odd") if odd else None


_CUTOFF = re.compile(
    r"截止(?P<to>到|至)?(?=目前|现在|今[年天日]|去年|上年|本月|上月|[0-9０-９]|[一二三四五六七八九十〇]+[年月日]|昨[天日]|当[天日]|发稿|记者)"
)


def cutoff_word(analysis: Analysis) -> Iterator[Hit]:
    """截止 before a time where 截至 is meant."""
    for match in _CUTOFF.finditer(analysis.document.text):
        span = Span(*match.span())
        yield Hit(
            span,
            {"written": match.group(), "expected": "截至"},
            (),
            "截至",
            Fix(span.start, span.end, "截至", safe=True),
        )


_MARKS = re.compile(r"[“”]")
_ENDING = "。！？…!?，"


def unopened_quote(analysis: Analysis) -> Iterator[Hit]:
    """A closing quotation mark without an opening one in its paragraph."""
    text = analysis.document.text
    for paragraph in _paragraphs(analysis):
        depth = 0
        for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
            if match.group() == "“":
                depth += 1
            elif depth:
                depth -= 1
            else:
                start = _quotation_start(text, paragraph.start, match.start())
                fix = Fix(start, start, "“", safe=False)
                words = text[start : start + 8]
                yield Hit(Span(start, match.end()), {"words": words}, (), f"“{words}……", fix)


def _quotation_start(text: str, start: int, mark: int) -> int:
    """Where the sentence begins that a lonely closing mark ends."""
    at = mark
    while at > start and text[at - 1] in _ENDING:
        at -= 1
    while at > start and text[at - 1] not in "。！？!?”：\n":
        at -= 1
    while at < mark and text[at] in " \u3000\t":
        at += 1
    return at


def unclosed_quote(analysis: Analysis) -> Iterator[Hit]:
    """An opening mark that is never closed, though the next paragraph does not go on quoting."""
    text = analysis.document.text
    paragraphs = list(_paragraphs(analysis))
    for index, paragraph in enumerate(paragraphs):
        opened: list[int] = []
        for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
            if match.group() == "“":
                opened.append(match.start())
            elif opened:
                opened.pop()
        follows = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = follows is not None and text.startswith("“", follows.start)
        if opened and not (goes_on and len(opened) == 1):
            at = opened[-1]
            yield Hit(Span(at, min(paragraph.end, at + 9)), {"words": text[at : min(paragraph.end, at + 9)]})


def _paragraphs(analysis: Analysis) -> Iterator[Span]:
    blocks = analysis.document.blocks
    if not blocks:
        yield Span(0, len(analysis.document.text))
    for block in blocks:
        if block.kind == "paragraph":
            yield block.span
