"""Credits of reporters, and of those who check and sign, against what names look like and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figcheck import expressions as re
from figcheck.checks.credits import begins_with_surname, is_body, is_name
from figcheck.checks.likeness import odd_character
from figcheck.checks.phrases import pattern
from figcheck.data import masthead as pages
from figcheck.data.names import NO_PART_OF_NAMES, NOT_NAMES
from figcheck.model import Analysis, Evidence, FactEvidence, Field, Hit, Span, SpanEvidence

# --- what is no name -------------------------------------------------------------------------------------------


def reporter_not_a_name(analysis: Analysis) -> Iterator[Hit]:
    """A button, a slogan or an account where a name should be; houses and offices may be credited."""
    known = {*analysis.ledger.credits.reporters, *analysis.ledger.credits.editors}
    if analysis.entry is not None:
        known |= {*analysis.entry.byline, analysis.entry.editor or ""}
    told: set[int] = set()
    for credit in sorted(_credits(analysis), key=lambda field: field.span):
        if credit.value in known or credit.span.start in told or not _is_no_credit(analysis.document.text, credit):
            continue
        told.add(credit.span.start)
        yield Hit(credit.span, {"written": credit.value})


def _credits(analysis: Analysis) -> Iterator[Field]:
    """The reporters that were read, and what stands in slots that were not read, since no name does."""
    document = analysis.document
    masthead, text = document.masthead, document.text
    editors = {editor.span.start for editor in masthead.editors}
    for reporter in (*masthead.byline, *(masthead.dateline.reporters if masthead.dateline else ())):
        yield _without_label(reporter)
    paragraphs = [block.span for block in document.blocks if block.kind == "paragraph"]
    for block in document.blocks:
        if block.kind in ("credit", "masthead"):
            for match in pattern(_SLOT).finditer(text, block.span.start, block.span.end):
                if match.start("name") not in editors:
                    yield Field(match["name"], Span(*match.span("name")))
    if paragraphs:
        first, last = paragraphs[0], paragraphs[-1]
        yield from _slot(pattern(_OPENING).match(text, first.start, min(first.end, first.start + 60)))
        yield from _slot(pattern(_CLOSING).search(text, max(last.start, last.end - 40), last.end))
        line = pattern(_LINE).fullmatch(text, first.start, first.end)
        if line is not None and (line["before"] or pattern("§", NO_PART_OF_NAMES).search(line["name"])):
            yield from _slot(line)


def _slot(match: re.Match[str] | None) -> Iterator[Field]:
    if match is not None:
        yield Field(match["name"], Span(*match.span("name")))


_ROLES_OF_ALL = (
    "责任编辑|责编|编辑|记者|通讯员|校对|审核|审校|审读|终审|复审|初审|[一二三]审|监制|主编|美编|策划|统筹|"
    "值班编委|值班主任|签发"
)
_SLOT = (
    rf"(?:{_ROLES_OF_ALL})\s?[:：]\s?(?P<name>[^\s|｜/／、，；;（）()【】:：]{{1,14}})"
    r"(?=[\s|｜/／、，；;（）()【】]|$)"
)
_OPENING = (
    r"[^\n，。（(]{0,24}[（(](?:本[报网台刊])?(?:全媒体|特约|实习)?(?:记者|通讯员)\s?[:：]?\s?"
    r"(?P<name>[^\s、，；;（）()/]{1,12})[）)]"
)
_CLOSING = (
    r"[（(](?:本[报网台刊])?(?:记者|通讯员|作者|责任编辑|责编|编辑)\s?[:：]?\s?"
    r"(?P<name>[^\s、，；;（）()/]{1,12})[）)]$"
)
_LINE = (
    r"(?P<before>[^\n。，]{0,30}?(?:本[报网台刊]|记者\s\S{2,4}\s))?(?:记者|通讯员)[\s:：]+(?P<name>[^\s。，：:]{1,12})"
)
_LABEL = re.compile(r"(?:本[报网台刊])?(?:全媒体|特约|实习)?(?:记者|通讯员)[\s:：]*")
_PEN_NAME = re.compile(r"(?:作者|撰文|文)\s*[:：/／|｜]?\s*$")
_SEVERAL_WORDS = re.compile(r"\s|记者|通讯员|月\d|[（()）/／:：、]")
"""What the reader of credits left whole, since it is more than names."""
_NO_CREDIT = re.compile(r"关注|点击|原创|转载|本站|下载|扫码|[？！?!。]|^[a-z_]+\d*$|\d{5}")
_GENRES = tuple(word for word in pages.NOT_NAMES.split() if len(word) > 1)


def _without_label(reporter: Field) -> Field:
    label = _LABEL.match(reporter.value)
    if label is None or label.end() == len(reporter.value):
        return reporter
    return Field(reporter.value[label.end() :], Span(reporter.span.start + label.end(), reporter.span.end))


def _is_no_credit(text: str, credit: Field) -> bool:
    value = credit.value
    if is_name(value) or is_body(value):
        return False
    if _NO_CREDIT.search(value):
        return True
    if _SEVERAL_WORDS.search(value):
        return False
    if value in NOT_NAMES or pattern("§", NO_PART_OF_NAMES).search(value):
        return True
    if value.startswith(_GENRES):
        return False
    return _PEN_NAME.search(text, max(0, credit.span.start - 8), credit.span.start) is None


# --- byline and date line --------------------------------------------------------------------------------------


def byline_not_listed(analysis: Analysis) -> Iterator[Hit]:
    """A byline that names somebody whom the ledger's entry for the article does not."""
    entry = analysis.entry
    if entry is None or not entry.byline:
        return
    for name in analysis.document.masthead.byline:
        if name.value not in entry.byline:
            expected = "、".join(entry.byline)
            entered = FactEvidence(entry.place.ledger, entry.place.line, "articles.byline", expected)
            evidence: tuple[Evidence, ...] = (entered, *_dateline_evidence(analysis))
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


def _dateline_evidence(analysis: Analysis) -> tuple[SpanEvidence, ...]:
    dateline = analysis.document.masthead.dateline
    reporters = dateline.reporters if dateline else ()
    return tuple(SpanEvidence(name.span.start, name.span.end, name.value) for name in reporters)


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
    paragraphs = [block.span for block in analysis.document.blocks if block.kind == "paragraph"]
    if not paragraphs:
        return [], []
    reporters = masthead.dateline.reporters if masthead.dateline else ()
    names = [name for name in masthead.byline if is_name(name.value)]
    above = [name for name in names if name.span.start < paragraphs[0].start]
    below = [name for name in names if name.span.start >= paragraphs[0].start]
    below += _signed(analysis.document.text, paragraphs)
    if above:
        return [*above, *reporters], below + _opening(analysis.document.text, paragraphs[0])
    lead = [name for name in below if name.span.start < paragraphs[0].start + 20]
    return [*lead, *reporters], [name for name in below if name not in lead]


_REPORTS = r"(?:[^\W\d_]{0,6}[报网台])?记者\s?(?P<name>[^\W\d_]{2,4})报道[：:，]"


def _opening(text: str, paragraph: Span) -> list[Field]:
    """本报记者沈括报道：, as a body begins."""
    match = pattern(_REPORTS).match(text, paragraph.start, min(paragraph.end, paragraph.start + 30))
    if match is None or not _is_signature(match["name"]):
        return []
    return [Field(match["name"], Span(*match.span("name")))]


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
