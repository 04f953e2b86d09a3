"""Credits, bylines, title and source against each other, the body and the ledger's entry for the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.data.names import HOUSES, NOT_IN_NAMES, NOT_NAMES
from figcheck.model import (
    Analysis,
    ArticleEntry,
    Evidence,
    FactEvidence,
    Field,
    Fix,
    Hit,
    Span,
    SpanEvidence,
)


def is_name(written: str) -> bool:
    """Whether a credit can be a person's name: two to four Chinese characters, or a longer one with a middle dot."""
    bare = re.sub(r"\s", "", written)
    if not bare or any(char in NOT_IN_NAMES for char in bare) or bare in NOT_NAMES:
        return False
    if "·" in bare or "•" in bare:
        return all("\u4e00" <= char <= "\u9fff" or char in "·•" for char in bare) and len(bare) <= 20
    if bare.isascii():
        return bool(re.fullmatch(r"[A-Za-z .'-]{2,40}", written.strip()))
    return 2 <= len(bare) <= 4 and all("\u3400" <= char <= "\u9fff" or char == "〇" for char in bare)


def _entry_evidence(entry: ArticleEntry, key: str, value: str) -> FactEvidence:
    return FactEvidence(entry.place.ledger, entry.place.line, f"articles.{key}", value)


def editor_not_a_name(analysis: Analysis) -> Iterator[Hit]:
    """The slot of the editor's credit holds something that is nobody's name."""
    entry = analysis.entry
    for editor in analysis.document.masthead.editors:
        if is_name(editor.value):
            continue
        expected = entry.editor if entry else None
        evidence: tuple[Evidence, ...] = (_entry_evidence(entry, "editor", expected),) if entry and expected else ()
        fix = Fix(editor.span.start, editor.span.end, expected, safe=False) if expected else None
        yield Hit(editor.span, {"written": editor.value}, evidence, expected, fix)


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


def _house(name: str) -> frozenset[str] | None:
    return next((house for house in HOUSES if any(part in name for part in house)), None)


def source_against_dateline(analysis: Analysis) -> Iterator[Hit]:
    """The source and the date line's agency are two houses."""
    masthead = analysis.document.masthead
    source, dateline = masthead.source, masthead.dateline
    if source is None or dateline is None or not dateline.agency or dateline.agency in ("本报", "本刊", "本网"):
        return
    agency = dateline.agency
    if agency in source.value or source.value in agency or _house(agency) == _house(source.value) != None:  # noqa: E711
        return
    evidence = (
        SpanEvidence(
            dateline.span.start, dateline.span.end, analysis.document.text[dateline.span.start : dateline.span.end]
        ),
    )
    yield Hit(source.span, {"written": source.value, "agency": agency}, evidence)


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


# --- titles ----------------------------------------------------------------------------------------------------

_MARKS = re.compile(r"[\s“”‘’\"'《》「」『』，,：:！!？?、。.·—-]")


def _bare(title: str) -> str:
    return _MARKS.sub("", title)


def title_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A title other than the one of the ledger's entry."""
    entry, title = analysis.entry, analysis.document.masthead.title
    if entry is None or not entry.title or title is None or _bare(title.value) == _bare(entry.title):
        return
    evidence: tuple[Evidence, ...] = (_entry_evidence(entry, "title", entry.title), *_repeats(analysis))
    fix = Fix(title.span.start, title.span.end, entry.title, safe=False)
    foreign = _intruded(title.value, entry.title) or title.value
    yield Hit(
        title.span, {"foreign": foreign, "expected": entry.title}, evidence, entry.title, fix
    )


def _repeats(analysis: Analysis) -> tuple[Evidence, ...]:
    repeats = analysis.document.masthead.repeats
    return tuple(SpanEvidence(field.span.start, field.span.end, field.value) for field in repeats)


def _intruded(written: str, right: str) -> str | None:
    """The words that were put into a title: what stands between its right beginning and its right end."""
    head = 0
    while head < min(len(written), len(right)) and written[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(written), len(right)) - head and written[-1 - tail] == right[-1 - tail]:
        tail += 1
    intruded = written[head : len(written) - tail]
    return intruded if intruded and head + tail == len(right) else None


_QUOTED = re.compile(r"“([^“”]{2,30})”(.{0,4})")


def title_words_foreign(analysis: Analysis) -> Iterator[Hit]:
    """A name in the title that the body has without words that were put into it; only without a title in the ledger."""
    title = analysis.document.masthead.title
    if title is None or (analysis.entry is not None and analysis.entry.title):
        return
    body = _body(analysis, title)
    for match in _QUOTED.finditer(title.value):
        name, after = match.group(1), match.group(2)
        if name in body:
            continue
        for other in sorted({found.group(1) for found in _QUOTED.finditer(body) if found.group(2)[:2] == after[:2]}):
            foreign = _intruded(name, other)
            if foreign is not None and len(foreign) >= 2 and foreign not in body:
                start = title.span.start + title.value.index(name)
                at = start + name.index(foreign)
                fix = Fix(at, at + len(foreign), "", safe=False)
                yield Hit(
                    Span(start, start + len(name)),
                    {"written": name, "foreign": foreign, "expected": other},
                    _repeats(analysis),
                    other,
                    fix,
                )
                break


def _body(analysis: Analysis, title: Field) -> str:
    document = analysis.document
    return "\n".join(
        document.text[block.span.start : block.span.end] for block in document.blocks if block.kind == "paragraph"
    )
