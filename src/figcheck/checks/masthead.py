"""Credits, bylines, source and date of publication against each other, the body and the ledger's entry."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from figcheck.checks.credits import begins_with_surname, is_body, is_name
from figcheck.checks.likeness import odd_character
from figcheck.checks.names import sentence_around
from figcheck.checks.phrases import pattern
from figcheck.data.names import DONE, NO_PART_OF_NAMES, REPORTED, STILL_TO_COME
from figcheck.model import (
    Analysis,
    ArticleEntry,
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
    yield from _other_credits(analysis)
    for block in [block for block in analysis.document.blocks if block.kind == "paragraph"][:1]:
        match = _SLOT.fullmatch(text, block.span.start, block.span.end)
        if match is not None and pattern("§", NO_PART_OF_NAMES).search(match["name"]):
            yield Hit(Span(*match.span("name")), {"written": match["name"]})


def _other_credits(analysis: Analysis) -> Iterator[Hit]:
    """Buttons and accounts in the slots of those who read, check and sign the page."""
    text = analysis.document.text
    for block in analysis.document.blocks:
        if block.kind in ("credit", "masthead"):
            for match in pattern(_ROLE_AND_NAME).finditer(text, block.span.start, block.span.end):
                if pattern(_NEVER_SIGNED_AT_ALL).search(match["name"]):
                    yield Hit(Span(*match.span("name")), {"written": match["name"]})


_ROLE_AND_NAME = (
    r"(?:校对|审核|审校|终审|复审|初审|[一二三]审|监制|主编|美编|策划|统筹|值班编委|值班主任|签发)"
    r"\s*[:：]\s*(?P<name>[^\s|｜/／、，；;（）()]{2,14})"
)
_NEVER_SIGNED_AT_ALL = (
    r"关注|点击|原创|转载|本站|下载|扫码|更多|欢迎|[？！?!]|^(?:admin|root|test|null|none|user|undefined)\d*$"
)
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
    names = list(re.finditer(r"[^\W\d_A-Za-z]{2,4}", match["names"]))
    if all(_is_signature(name.group()) for name in names):
        for name in names:
            start = match.start("names") + name.start()
            yield Field(name.group(), Span(start, start + len(name.group())))


def _is_signature(words: str) -> bool:
    return is_name(words) and begins_with_surname(words) and not is_body(words)


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
    """A day of publication before the day of something that the body reports as done, or an hour before its hour."""
    document = analysis.document
    written = document.masthead.date
    published = _published(written.value) if written is not None else None
    if written is None or published is None:
        return
    paragraphs = _paragraphs(analysis)
    for number, mention in enumerate(analysis.mentions):
        place = next((part for part in paragraphs if part.holds(mention.span)), None)
        abroad = "当地时间" in document.text[max(0, mention.start - 12) : mention.start]
        if place is None or not _is_later(analysis.mentions[number : number + 2], *published, abroad=abroad):
            continue
        if _is_reported(document.text, mention, place, first=place == paragraphs[0]):
            evidence = (SpanEvidence(mention.start, mention.end, mention.text),)
            yield Hit(written.span, {"written": written.value, "event": mention.text}, evidence)
            return


_WRITTEN_DAY = (
    r"(?P<year>\d{4})\s?[-年/.]\s?(?P<month>\d{1,2})\s?[-月/.]\s?(?P<day>\d{1,2})(?:\D{0,3}(?P<clock>\d{1,2}:\d\d))?"
)


def _published(written: str) -> tuple[datetime.date, str] | None:
    """The day of publication and its clock time, `06:30`, empty where there is none."""
    match = pattern(_WRITTEN_DAY).search(written)
    if match is None:
        return None
    try:
        day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day, (match["clock"] or "").zfill(5) if match["clock"] else ""


def _is_later(mentions: Sequence[Mention], published: datetime.date, clock: str, *, abroad: bool) -> bool:
    """Whether a date, with the time behind it, comes after the publication: on a later day, or later on the same."""
    stamp = mentions[0].quantity.value
    days = stamp.days() if isinstance(stamp, Stamp) and stamp.day is not None else None
    if days is None or days[0] != published or not clock or abroad:
        return days is not None and days[0] > published
    following = mentions[-1]
    time = following.quantity.value
    if following.quantity.kind != "time" or following.start > mentions[0].end + 1 or not isinstance(time, Stamp):
        return False
    return time.clock is not None and time.clock[:5] > clock


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
