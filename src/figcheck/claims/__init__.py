"""Mentions in their sentences in, claims out: where subject and measure may stand, period, direction, voice."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Literal

from figcheck import expressions as re
from figcheck.claims.rows import Cell, find_cells, in_cell
from figcheck.claims.times import find_times, period_about, period_of, times_in
from figcheck.data.claim_words import BASIS, FALL, RISE, SPEECH, TO_LEVEL
from figcheck.model import Claim, Document, Mention, Period, Span
from figcheck.traditional import folded
from figcheck.values import replace

_STOP = r"(?<=[\u4e00-\u9fff”）)%])\.(?![0-9A-Za-z.])"
"""A full stop in half width behind Chinese words."""
_SENTENCE = re.compile(rf"(?:(?!{_STOP})[^。！？!?；;\n\r])*(?:[。！？!?；;]|{_STOP})*[”’」』）)]*")
_CLAUSE_BREAK = re.compile(rf"[，,。；;！!？?：:\n\r]|{_STOP}")
_JOINED = re.compile(r"、|和|与|及|以及")


def read_claims(document: Document, mentions: Sequence[Mention], paragraphs: Sequence[Span]) -> tuple[Claim, ...]:
    """One claim for each mention, in order. `paragraphs` are the stretches of text that were read for figures.

    Nothing is looked up here: the claim names places in the text, and whoever links it knows the words to look for.
    """
    simple = folded(document.text)
    if simple is not document.text:
        document = replace(document, text=simple)
    claims: list[Claim] = []
    cells = find_cells(document.text)
    about = period_about(document, mentions)
    starts = [mention.start for mention in mentions]
    for paragraph in paragraphs:
        first = bisect.bisect_left(starts, paragraph.start)
        last = bisect.bisect_left(starts, paragraph.end)
        if first < last:
            claims.extend(_of_paragraph(document, paragraph, mentions[first:last], about))
    return tuple(_in_table(document, cells, mentions, claim) for claim in claims) if cells else tuple(claims)


def _in_table(document: Document, cells: Sequence[Cell], mentions: Sequence[Mention], claim: Claim) -> Claim:
    """The claim of a figure in a table, read by the heads of its row and column."""
    at = bisect.bisect_right(cells, claim.mention.start, key=lambda cell: cell.span.start) - 1
    if at < 0 or cells[at].span.start != claim.mention.start:
        return claim
    cell = cells[at]
    mention, direction = in_cell(document.text, claim.mention, cell)
    times = [time for head in (cell.column, cell.row) for time in times_in(document, head, mentions)]
    period, origin = (times[0].period, "stated") if times else (claim.period, claim.period_origin)
    return replace(
        claim,
        mention=mention,
        heads=(cell.column, cell.row),
        direction=direction,
        basis=None,
        period=period,
        period_origin=origin,
    )


def _of_paragraph(
    document: Document, paragraph: Span, mentions: Sequence[Mention], about: Period | None
) -> Iterator[Claim]:
    text = document.text
    times = find_times(document, paragraph, mentions)
    time_starts = [time.start for time in times]
    voices = _voices(text, paragraph)
    reports = _Reports(text)
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text, paragraph.start, paragraph.end) if match[0]]
    breaks = [match.start() for match in _CLAUSE_BREAK.finditer(text, paragraph.start, paragraph.end)]
    at = 0
    changed: tuple[Literal[-1, 0, 1], str | None] = (0, None)
    for index, mention in enumerate(mentions):
        while sentences[at].end <= mention.start:
            at += 1
        sentence = sentences[at]
        clause = _clause(breaks, sentence, mention)
        previous = mentions[index - 1] if index else None
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        before = times[: bisect.bisect_left(time_starts, mention.start)]
        when = period_of(document, before, sentence, mention, about)
        direction, basis = _direction(text, clause, mention)
        if previous is not None and changed[0] and _JOINED.fullmatch(text, previous.end, mention.start):
            direction, basis = changed  # 分别增长5.6%和8.3%
        changed = direction, basis
        yield Claim(
            mention=mention,
            sentence=sentence,
            clause=clause,
            before=Span(_not_before(clause.start, previous), mention.start),
            after=Span(mention.end, _not_after(clause.end, following)),
            paragraph=paragraph,
            period=when.period,
            period_origin=when.origin,
            other_periods=when.others,
            direction=direction,
            basis=basis,
            voice=_voice_of(voices, mention) or reports.before(sentence, mention),
        )


def _not_before(start: int, previous: Mention | None) -> int:
    return start if previous is None else max(start, previous.end)


def _not_after(end: int, following: Mention | None) -> int:
    return end if following is None else min(end, following.start)


def _clause(breaks: Sequence[int], sentence: Span, mention: Mention) -> Span:
    """Between the marks around the figure; `breaks` are the places of all such marks, one character each."""
    before = bisect.bisect_left(breaks, mention.start) - 1
    after = bisect.bisect_left(breaks, mention.end)
    start = breaks[before] + 1 if before >= 0 else sentence.start
    end = breaks[after] if after < len(breaks) else sentence.end
    return Span(max(start, sentence.start), min(end, sentence.end))


# --- direction -----------------------------------------------------------------------------------------------


def _alternatives(words: Sequence[str]) -> str:
    return re.alternatives(words)


_CHANGE = re.compile(
    rf"(?:(?P<rise>(?<!新)(?:{_alternatives(RISE)}))|(?P<fall>{_alternatives(FALL)}))"
    rf"(?P<level>{_alternatives(TO_LEVEL)})?(?:了|出|约|超|近|仅|只|又|却|也|都|就|还|竟|则|分别|均|逾|超过|不到|为|是|高达|达|以|幅度|率|的)*$"
)
_CHANGE_ENDS = frozenset(
    {word[-1] for word in (*RISE, *FALL, *TO_LEVEL)} | set("了出约超近仅只又却也都就还竟则别均逾过到为是达以度率的")
)
_THAN_ENDS = frozenset("高多长快大贵重低少短慢小宜轻了出约近")
"""Characters before a figure that may end what says of a change: most figures have none there."""
_THAN = re.compile(
    r"(?:比|较)[^，。；：]{1,14}?(?:(?P<rise>高|多|长|快|大|贵|重)|(?P<fall>低|少|短|慢|小|便宜|轻))(?:了|出|约|近)*$"
)
"""比去年低1.4元: a difference, not a level."""
_NAMED_RATE = frozenset("增幅 涨幅 增速 增长率 升幅 降幅 跌幅 减幅".split())
_BASIS = re.compile(_alternatives(BASIS))


def _direction(text: str, clause: Span, mention: Mention) -> tuple[Literal[-1, 0, 1], str | None]:
    last = text[mention.core_start - 1 : mention.core_start]
    change = None
    if last in _CHANGE_ENDS:
        change = _CHANGE.search(text[max(clause.start, mention.start - 14) : mention.core_start])
    if change is None and last in _THAN_ENDS:
        change = _THAN.search(text[max(clause.start, mention.start - 20) : mention.core_start])
    if change is None:
        return 0, None
    word = change["rise"] or change["fall"]
    if change.groupdict().get("level") and word not in _NAMED_RATE:
        return 0, None
    basis = None
    for match in _BASIS.finditer(text, max(clause.start, mention.start - _AROUND), mention.start):
        basis = match.group()
    return (1 if change["rise"] else -1), basis


# --- voices --------------------------------------------------------------------------------------------------

_QUOTE = re.compile(r"“[^”]*”")
_SPEAKING = re.compile(rf"(?:{_alternatives(SPEECH)})")
_AROUND = 40
"""Characters around a quotation in which its speaker is sought."""


def _voices(text: str, paragraph: Span) -> list[tuple[Span, Span]]:
    """Quotations of the paragraph with the clause that names who speaks."""
    voices: list[tuple[Span, Span]] = []
    for quote in _QUOTE.finditer(text, paragraph.start, paragraph.end):
        after = _SPEAKING.search(text, quote.end(), min(paragraph.end, quote.end() + _AROUND))
        if after is not None and not _CLAUSE_BREAK.search(text, quote.end(), after.start()):
            voices.append((Span(*quote.span()), Span(quote.end(), after.end())))
            continue
        head = text.rfind("。", paragraph.start, quote.start()) + 1
        start = max(head, paragraph.start, quote.start() - _AROUND)
        before = None
        for match in _SPEAKING.finditer(text, start, quote.start()):
            before = match
        if before is not None:
            voices.append((Span(*quote.span()), Span(start, before.end())))
    return voices


def _voice_of(voices: Sequence[tuple[Span, Span]], mention: Mention) -> Span | None:
    at = bisect.bisect_right(voices, mention.start, key=lambda voice: voice[0].start) - 1
    return voices[at][1] if at >= 0 and voices[at][0].holds(mention.span) else None


_REPORTED = re.compile(rf"(?:{_alternatives(SPEECH)})(?:说|道)?[，,：:]")


_REPORTED_REACH = 200
"""Characters before a figure in which a sentence may name who is reported."""


class _Reports:
    """Speech that is reported without quotation marks; a sentence is looked through once for all its figures."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentence: Span | None = None
        self._match: re.Match[str] | None = None

    def before(self, sentence: Span, mention: Mention) -> Span | None:
        """The words that say who speaks: 罗海岳介绍，平台……"""
        start = mention.start - _REPORTED_REACH
        if start > sentence.start:
            match = _REPORTED.search(self._text, start, mention.start)
            return Span(start, match.end()) if match is not None else None
        if self._sentence is not sentence:
            reach = min(sentence.end, sentence.start + _REPORTED_REACH)
            self._sentence, self._match = sentence, _REPORTED.search(self._text, sentence.start, reach)
        match = self._match
        return Span(sentence.start, match.end()) if match is not None and match.end() <= mention.start else None
