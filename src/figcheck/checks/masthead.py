"""Credits, bylines, source and date of publication against each other, the body and the ledger's entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from figcheck.checks.credits import begins_with_surname, is_body, is_name
from figcheck.checks.likeness import odd_character
from figcheck.checks.names import sentence_around
from figcheck.checks.phrases import pattern
from figcheck.data import masthead as pages
from figcheck.data.names import DONE, HOUSES, NO_PART_OF_NAMES, PAPERS, REPORTED, STILL_TO_COME, WIRES
from figcheck.model import (
    Analysis,
    ArticleEntry,
    Dateline,
    Evidence,
    FactEvidence,
    Field,
    Fix,
    Hit,
    Mention,
    Span,
    SpanEvidence,
    Stamp,
)


def _entry_evidence(entry: ArticleEntry, key: str, value: str) -> FactEvidence:
    return FactEvidence(entry.place.ledger, entry.place.line, f"articles.{key}", value)


def editor_not_a_name(analysis: Analysis) -> Iterator[Hit]:
    """The slot of the editor's credit holds something that is nobody's name."""
    entry = analysis.entry
    listed = {*analysis.ledger.credits.editors, entry.editor if entry else None}
    for editor in analysis.document.masthead.editors:
        if is_name(editor.value) or editor.value in listed:
            continue
        expected = entry.editor if entry else None
        evidence: tuple[Evidence, ...] = (_entry_evidence(entry, "editor", expected),) if entry and expected else ()
        fix = Fix(editor.span.start, editor.span.end, expected, safe=False) if expected else None
        yield Hit(editor.span, {"written": editor.value}, evidence, expected, fix)


def reporter_not_a_name(analysis: Analysis) -> Iterator[Hit]:
    """A button, a slogan or an account where the reporter's name should be; houses and offices may be credited."""
    masthead, text = analysis.document.masthead, analysis.document.text
    listed = {*analysis.ledger.credits.reporters, *(analysis.entry.byline if analysis.entry else ())}
    reporters = masthead.dateline.reporters if masthead.dateline else ()
    for reporter in (*masthead.byline, *reporters):
        value = reporter.value
        if is_name(value) or is_body(value) or value in listed:
            continue
        pen_name = _PEN_NAME.search(text, max(0, reporter.span.start - 8), reporter.span.start)
        if _NEVER_SIGNED.search(value) or not (pen_name or _SEVERAL_WORDS.search(value)):
            yield Hit(reporter.span, {"written": value})
    yield from _unread_slots(analysis)


def _unread_slots(analysis: Analysis) -> Iterator[Hit]:
    """Lines above the body that name a reporter and go on with no name, and so were not read as credits."""
    text = analysis.document.text
    for block in [block for block in analysis.document.blocks if block.kind == "paragraph"][:1]:
        match = _SLOT.fullmatch(text, block.span.start, block.span.end)
        if match is not None and pattern("§", NO_PART_OF_NAMES).search(match["name"]):
            yield Hit(Span(*match.span("name")), {"written": match["name"]})


_SLOT = re.compile(r"(?:[^\n。，]{0,40}[\s])?(?:本[报网台刊])?(?:记者|通讯员|作者)[\s:：]+(?P<name>[^\s。，：:]{2,12})")


_PEN_NAME = re.compile(r"(?:作者|撰文|文)\s*[:：/／|｜]?\s*$")
_NEVER_SIGNED = re.compile(r"关注|点击|原创|转载|本站|下载|扫码|[？！?!。]|^[a-z_]+$")
_SEVERAL_WORDS = re.compile(r"\s|记者|通讯员|\d|[（()）/／:：、]")
"""What the reader of credits left whole, since it is more than names."""


def editor_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A name, but not the one that the ledger gives for the article, nor any of the desk's editors."""
    entry, credits = analysis.entry, analysis.ledger.credits
    listed = (entry.editor,) if entry and entry.editor else credits.editors
    for editor in analysis.document.masthead.editors:
        if not listed or not is_name(editor.value) or re.sub(r"\s", "", editor.value) in listed:
            continue
        expected = "、".join(listed)
        evidence: tuple[Evidence, ...] = ()
        if entry and entry.editor:
            evidence = (_entry_evidence(entry, "editor", entry.editor),)
        elif credits.place:
            evidence = (FactEvidence(credits.place.ledger, credits.place.line, "credits.editors", expected),)
        yield Hit(editor.span, {"written": editor.value, "expected": expected}, evidence, expected)


def byline_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A byline that names somebody whom the ledger's entry for the article does not."""
    entry = analysis.entry
    if entry is None or not entry.byline:
        return
    for name in analysis.document.masthead.byline:
        if name.value not in entry.byline:
            expected = "、".join(entry.byline)
            evidence = (_entry_evidence(entry, "byline", expected), *_dateline_evidence(analysis))
            yield Hit(name.span, {"written": name.value, "expected": expected}, evidence, expected)


def byline_against_dateline(analysis: Analysis) -> Iterator[Hit]:
    """Byline and date line name different reporters, and no entry of the ledger says who is right."""
    masthead, entry = analysis.document.masthead, analysis.entry
    if (entry is not None and entry.byline) or masthead.dateline is None or not masthead.dateline.reporters:
        return
    names = {name.value for name in masthead.dateline.reporters}
    if masthead.byline and not names & {name.value for name in masthead.byline}:
        first = masthead.byline[0]
        span = Span(first.span.start, masthead.byline[-1].span.end)
        written = "、".join(name.value for name in masthead.byline)
        values = {"written": written, "expected": "、".join(sorted(names))}
        yield Hit(span, values, _dateline_evidence(analysis), "、".join(sorted(names)))


def _dateline_evidence(analysis: Analysis) -> tuple[Evidence, ...]:
    dateline = analysis.document.masthead.dateline
    reporters = dateline.reporters if dateline else ()
    return tuple(SpanEvidence(name.span.start, name.span.end, name.value) for name in reporters)


# --- sources ---------------------------------------------------------------------------------------------------

_KNOWN_HOUSES = frozenset(pages.HOUSES.split())
_OWN = frozenset("本报 本刊 本网 本台 本社".split())
_PRINTED = re.compile(
    r"《(?P<paper>[^》\n]{1,10}报(?:海外版)?)》\s*[（(]\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^）)\n]{0,8}版"
)


def _house(name: str) -> frozenset[str] | None:
    return next((house for house in HOUSES if any(part in name for part in house)), None)


def source_against_dateline(analysis: Analysis) -> Iterator[Hit]:
    """The source and the agency of the date line, or the paper whose page the article gives, are two houses."""
    masthead, text = analysis.document.masthead, analysis.document.text
    source, dateline = masthead.source, masthead.dateline
    if source is None:
        return
    if dateline is not None and _is_of_another_house(source.value, dateline):
        yield _two_houses(text, source, dateline.agency or "", dateline.span)
    for block in analysis.document.blocks:
        match = _PRINTED.search(text, block.span.start, block.span.end) if block.kind != "title" else None
        if match is not None and source.value.endswith("报") and not _are_one(source.value, match["paper"]):
            yield _two_houses(text, source, match["paper"], Span(*match.span()))


def _two_houses(text: str, source: Field, agency: str, place: Span) -> Hit:
    evidence = (SpanEvidence(place.start, place.end, text[place.start : place.end]),)
    return Hit(source.span, {"written": source.value, "agency": agency}, evidence)


def _is_of_another_house(source: str, dateline: Dateline) -> bool:
    agency = dateline.agency
    if not agency or agency in _OWN or not any(house in agency for house in _KNOWN_HOUSES - _OWN):
        return False
    if any(wire in agency for wire in WIRES) and source.endswith(PAPERS):
        return False  # papers print the agencies' dispatches under their own name
    return not _are_one(source, agency)


def _are_one(one: str, other: str) -> bool:
    return one in other or other in one or (_house(one) is not None and _house(one) == _house(other))


def source_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A source that is neither the one of the ledger's entry nor of its house."""
    entry, source = analysis.entry, analysis.document.masthead.source
    if entry is None or not entry.source or source is None or entry.source in source.value:
        return
    if _house(entry.source) is not None and _house(entry.source) == _house(source.value):
        return
    yield Hit(
        source.span,
        {"written": source.value, "expected": entry.source},
        (_entry_evidence(entry, "source", entry.source),),
        entry.source,
    )


def date_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A date of publication other than the one of the ledger's entry."""
    entry, document = analysis.entry, analysis.document
    written = document.masthead.date
    if entry is None or entry.date is None or written is None or document.date_origin != "masthead":
        return
    if document.date is not None and document.date != entry.date:
        expected = entry.date.isoformat()
        yield Hit(
            written.span,
            {"written": written.value, "expected": expected},
            (_entry_evidence(entry, "date", expected),),
            expected,
        )


# --- bylines at the head and at the end ------------------------------------------------------------------------

_HELPERS = re.compile(r"通讯员|实习生?|参与|协助|整理|编辑|校对|摄影|摄|图|视频|供稿")
_ROLES = re.compile(rf"{_HELPERS.pattern}|记者|文字|撰文|作者|文")
_SIGNED = re.compile(r"[（(]\s*(?P<names>[^\W\d_A-Za-z]{2,4}(?:[\s、，,]+[^\W\d_A-Za-z]{2,4})*)\s*[）)]$")
_PHOTOGRAPHER = re.compile(r"(?:摄影|摄|图)[ \u3000:：/／|]+(?P<name>[^\W\d_A-Za-z]{2,4})(?![^\W\d_A-Za-z])")


def byline_against_closing(analysis: Analysis) -> Iterator[Hit]:
    """Reporters at the head and at the end of the article who are not the same, or not spelled the same."""
    opening, closing = _head_and_foot(analysis)
    for other in closing:
        one = next((name for name in opening if odd_character(name.value, other.value) is not None), None)
        if one is None or other.value in _values(opening) or one.value in _values(closing):
            continue
        yield _two_credits(one, other)
        return
    signing = [name for name in closing if not _is_helper(analysis.document.text, name)]
    if opening and signing and not _values(opening) & _values(closing):
        yield _two_credits(opening[0], signing[0])
    yield from _photographers(analysis)


def _two_credits(one: Field, other: Field) -> Hit:
    evidence = (SpanEvidence(other.span.start, other.span.end, other.value),)
    return Hit(one.span, {"written": one.value, "other": other.value}, evidence)


def _values(names: Iterable[Field]) -> set[str]:
    return {name.value for name in names}


def _head_and_foot(analysis: Analysis) -> tuple[list[Field], list[Field]]:
    """The reporters named before the body or in its date line, and those named behind it."""
    masthead = analysis.document.masthead
    paragraphs = _paragraphs(analysis)
    if not paragraphs:
        return [], []
    reporters = masthead.dateline.reporters if masthead.dateline else ()
    names = [name for name in masthead.byline if is_name(name.value)]
    first = paragraphs[0].start
    opening = [name for name in names if name.span.start < first + 20]
    closing = [name for name in names if name.span.start >= first + 20]
    return [*opening, *reporters], [*closing, *_signed(analysis.document.text, paragraphs)]


def _signed(text: str, paragraphs: list[Span]) -> Iterator[Field]:
    """Names in brackets that close the article: （傅文静）."""
    last = paragraphs[-1]
    match = _SIGNED.search(text, max(last.start, last.end - 40), last.end)
    if match is None or (match.start() > last.start and text[match.start() - 1] not in "。！？”\n　 "):
        return
    for name in re.finditer(r"[^\W\d_A-Za-z]{2,4}", match["names"]):
        if is_name(name.group()) and begins_with_surname(name.group()) and not is_body(name.group()):
            start = match.start("names") + name.start()
            yield Field(name.group(), Span(start, start + len(name.group())))


def _is_helper(text: str, name: Field) -> bool:
    """Whether the credit is for another part than the writing: by the label before the name, or a word behind it."""
    line = text.rfind("\n", 0, name.span.start) + 1
    roles = _ROLES.findall(text, line, name.span.start)
    return bool(roles and _HELPERS.fullmatch(roles[-1])) or _HELPERS.match(text, name.span.end) is not None


def _photographers(analysis: Analysis) -> Iterator[Hit]:
    document = analysis.document
    credits: dict[str, list[Field]] = {"masthead": [], "credit": []}
    for block in document.blocks:
        for match in _PHOTOGRAPHER.finditer(document.text, block.span.start, block.span.end):
            if block.kind in credits and is_name(match["name"]):
                credits[block.kind].append(Field(match["name"], Span(*match.span("name"))))
    opening, closing = credits["masthead"], credits["credit"]
    if opening and closing and not _values(opening) & _values(closing):
        yield _two_credits(opening[0], closing[0])


def _paragraphs(analysis: Analysis) -> list[Span]:
    return [block.span for block in analysis.document.blocks if block.kind == "paragraph"]


# --- publication and event -------------------------------------------------------------------------------------

_OPENING = 8


def published_before_event(analysis: Analysis) -> Iterator[Hit]:
    """A day of publication before the day of something that the body reports as done."""
    document = analysis.document
    written = document.masthead.date
    if written is None or document.date is None or document.date_origin != "masthead":
        return
    paragraphs = _paragraphs(analysis)
    for mention in analysis.mentions:
        stamp = mention.quantity.value
        days = stamp.days() if isinstance(stamp, Stamp) and stamp.day is not None else None
        place = next((part for part in paragraphs if part.holds(mention.span)), None)
        if days is None or days[0] <= document.date or place is None:
            continue
        if _is_reported(document.text, mention, place, first=place == paragraphs[0]):
            evidence = (SpanEvidence(mention.start, mention.end, mention.text),)
            yield Hit(written.span, {"written": written.value, "event": mention.text}, evidence)
            return


def _is_reported(text: str, mention: Mention, paragraph: Span, *, first: bool) -> bool:
    """Whether the sentence tells of that day as past; one that opens the article does so without a word for it."""
    start, end = sentence_around(text, mention.start)
    if pattern("§", STILL_TO_COME).search(text, start, end):
        return False
    if pattern("§", DONE).search(text, mention.end, end):
        return True
    opens = (
        first
        and mention.start - paragraph.start <= _OPENING
        and not pattern("§", STILL_TO_COME).search(text, start, paragraph.end)
    )
    return opens and pattern("§", REPORTED).search(text, mention.end, end) is not None
