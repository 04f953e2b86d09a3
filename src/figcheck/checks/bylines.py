"""Credits of reporters, and of those who check and sign, against what names look like and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.credit_lines import credit_slots
from figcheck.checks.credits import (
    begins_with_surname,
    is_body,
    is_name,
)
from figcheck.checks.likeness import alike, odd_character
from figcheck.checks.phrases import pattern
from figcheck.model import Analysis, Evidence, FactEvidence, Field, Hit, Span, SpanEvidence

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
    text, reporters = analysis.document.text, masthead.dateline.reporters
    named = [name for name in masthead.byline if _is_writer(text, name)] or list(masthead.byline)
    writing = [name for name in reporters if _is_writer(text, name)] or list(reporters)
    names = _values(reporters)
    if any(name.value in other for name in named for other in names):
        return  # 记者 甲某 通讯员 乙某 文/图, read as one
    if named and not names & _values(named) and not _values(masthead.byline) & _values(writing):
        first = named[0]
        if _of_another_house(analysis, first):
            return
        span = Span(first.span.start, named[-1].span.end)
        written = "、".join(name.value for name in named)
        values = {"written": written, "other": "、".join(sorted(names))}
        yield Hit(span, values, _dateline_evidence(analysis))


_HOUSE_BEFORE = re.compile(r"(?P<house>[^\W\d_]{2,8}[社报网台])(?:客户端|全媒体|特约|摄影)*记者[\s:：]*$")


def _of_another_house(analysis: Analysis, credit: Field) -> bool:
    """Whether a credit is given to somebody of another house than the date line's, who took the pictures, say."""
    dateline = analysis.document.masthead.dateline
    match = _HOUSE_BEFORE.search(analysis.document.text, max(0, credit.span.start - 16), credit.span.start)
    if match is None or dateline is None or dateline.agency is None:
        return False
    return match["house"] not in (dateline.agency, "本报", "本网", "本台", "本社")


def _dateline_evidence(analysis: Analysis) -> tuple[SpanEvidence, ...]:
    dateline = analysis.document.masthead.dateline
    reporters = dateline.reporters if dateline else ()
    return tuple(SpanEvidence(name.span.start, name.span.end, name.value) for name in reporters)


# --- bylines at the head and at the end ------------------------------------------------------------------------

_HELPERS = re.compile(r"通讯员|实习生?|编译|翻译|译者?|编写|参与|协助|整理|编辑|校对|摄影|摄|图|视频|供稿")
_ROLES = re.compile(rf"{_HELPERS.pattern}|记者|文字|撰文|作者|文")
_SIGNED = re.compile(
    r"[（(]\s*(?:[^（()）\n]{0,24}?(?:记者|摄影报道|文字)[\s:：]*)?"
    r"(?P<names>[^\W\d_A-Za-z]{2,4}(?:[\s、，,]+[^\W\d_A-Za-z]{2,4})*)\s*[）)]$"
)
_PHOTOGRAPHER = re.compile(r"(?:摄影|摄|图)[ \u3000:：/／|丨｜]+(?P<name>[^\W\d_A-Za-z]{2,4})(?![^\W\d_A-Za-z])")
_ALL_PICTURES = re.compile(
    r"[（(](?:本文|文中|本版|以上)?(?:图片?|照片|配图|题图|插图)[均都皆全]?(?:[由系为](?:本[报网刊台])?(?:记者|通讯员)?\s?"
    r"(?P<name>[^\W\d_A-Za-z]{2,4}?)(?:拍?摄影?|所摄|绘制?)|[:：]\s?(?P<named>[^\W\d_A-Za-z]{2,4}))[）)]"
)


def byline_against_closing(analysis: Analysis) -> Iterator[Hit]:
    """Reporters at the head and at the end of the article who are not the same, or not spelled the same."""
    opening, closing = _head_and_foot(analysis)
    for other in closing:
        one = next((name for name in opening if odd_character(name.value, other.value) is not None), None)
        if one is None or other.value in _values(opening) or one.value in _values(closing):
            continue
        if one.value in _line_before(analysis.document.text, other):
            continue  # 记者 王敏 摄影记者 王旻
        yield _two_credits(one, other)
        return
    if not any(_of_another_house(analysis, name) for name in closing):
        yield from _others_sign(analysis, opening, closing)
    yield from _photographers(analysis)
    yield from _narrators(analysis, opening)
    yield from _announced(analysis)


def _line_before(text: str, name: Field) -> str:
    """The words of its line before a name."""
    return text[text.rfind("\n", 0, name.span.start) + 1 : name.span.start]


_IN_PERSON = (
    r"(?:^|[，。！？”\n])\s*(?P<name>[^\W\d_A-Za-z]{2,3})在[^，。；]{2,12}?"
    r"(?:跟了|跟着|待了|守了|看到|坐了|坐到|蹲了|站了|听到|数了|住了|走了|见到|看了|采访|聊了|转了|等了)"
)


def _narrators(analysis: Analysis, opening: list[Field]) -> Iterator[Hit]:
    """谷峰在展厅里跟了她一个下午, under the credit of 谷雨: who tells what he saw is nobody that the credits name.

    Or one of those that they name, and another one is the author.
    """
    text = analysis.document.text
    body = [block.span for block in analysis.document.blocks if block.kind == "paragraph"]
    if not opening or not body:
        return
    for match in pattern(_IN_PERSON).finditer(text, body[0].start, body[-1].end):
        name, span = match["name"], Span(*match.span("name"))
        if text.count(name, body[0].start) == 1 and name not in _values(opening) and is_name(name):
            one = next((one for one in opening if one.value[0] == name[0] and odd_character(one.value, name)), None)
            if one is not None and text.count(one.value, body[0].start) == 0:
                yield _two_credits(Field(name, span), one)
                return
        authors = [one for one in opening if text[max(0, one.span.start - 3) : one.span.start].startswith("作者")]
        if name in _values(opening) and authors and name not in _values(authors):
            yield _two_credits(authors[0], next(one for one in opening if one.value == name))
            return


_SENDER = r"(?:本台|前方|总台)?记者(?P<name>[^\W\d_]{2,4}?)(?:从[^，。]{1,10})?"
_TO_HEAR = rf"(?:请?[听看]|连线|下面是){_SENDER}(?:发来|带来|采制|发回)?的(?:录音|现场|详细)?报道"
_HEARD = rf"以上[是由]?{_SENDER}(?:为您|发回|发来|采制|带来)?的?报道"


def _announced(analysis: Analysis) -> Iterator[Hit]:
    """来听记者甲某的报道 … 以上由记者乙某报道: the only report that is announced, and the only one that ends."""
    text = analysis.document.text
    if "以上" not in text:
        return
    announced, ended = (list(pattern(form).finditer(text)) for form in (_TO_HEAR, _HEARD))
    if len(announced) != 1 or len(ended) != 1 or announced[0]["name"] == ended[0]["name"]:
        return
    one, other = (Field(match["name"], Span(*match.span("name"))) for match in (ended[0], announced[0]))
    if announced[0].start() < ended[0].start() and is_name(one.value) and is_name(other.value):
        yield _two_credits(one, other)


_ONE_MORE = re.compile(r"(?:参与|协作|联合|协同)(?:采写|采访|报道)?(?:的)?(?:记者)?[\s:：]*$")
"""参与记者：苗闻 is one more than those at the head."""


def _others_sign(analysis: Analysis, opening: list[Field], closing: list[Field]) -> Iterator[Hit]:
    """Other writers at the end than at the head; those who helped are compared with each other only."""
    text = analysis.document.text
    closing = [name for name in closing if not _ONE_MORE.search(text, max(0, name.span.start - 8), name.span.start)]
    for part in (_is_writer, _is_correspondent):
        named, signing = ([name for name in names if part(text, name)] for names in (opening, closing))
        if part is _is_writer:
            named = named or opening
        known = _values(closing) | (_beside(analysis, signing[0], opening) if signing else set())
        if named and signing and not _values(named) & known and not _values(opening) & _values(signing):
            yield _two_credits(named[0], signing[0])
            return


def _is_writer(text: str, name: Field) -> bool:
    return not _is_helper(text, name)


def _is_correspondent(text: str, name: Field) -> bool:
    """Whether the last label before a name is 通讯员, and no picture is behind it."""
    line = text.rfind("\n", 0, name.span.start) + 1
    labels = _ROLES.findall(text, line, name.span.start)
    return labels[-1:] == ["通讯员"] and _HELPERS.match(text[name.span.end :].lstrip()) is None


def _beside(analysis: Analysis, signing: Field, opening: list[Field]) -> set[str]:
    """The names of the opening that stand once more in the line of a closing credit."""
    text = analysis.document.text
    end = text.find("\n", signing.span.end)
    start = max(text.rfind(mark, 0, signing.span.start) for mark in "\n（(")
    line = text[start + 1 : end if end >= 0 else len(text)]
    return {name.value for name in opening if name.value in line}


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
    dateline = masthead.dateline
    closes = dateline is not None and len(paragraphs) > 1 and dateline.span.start >= paragraphs[-1].start
    reporters = dateline.reporters if dateline and not closes else ()
    names = [name for name in masthead.byline if is_name(name.value)]
    above = [name for name in names if name.span.start < paragraphs[0].start]
    below = [name for name in names if name.span.start >= paragraphs[0].start]
    below += dateline.reporters if dateline and closes else ()
    seen = {one.span for one in below}
    written = [name for name in _writers(analysis, paragraphs[0].start) if name.span not in seen]
    below += [name for name in written if _is_off(name.value, [*above, *reporters])]
    below += _signed(analysis.document.text, paragraphs, [*above, *reporters])
    if above:
        return [*above, *reporters], below + _opening(analysis.document.text, paragraphs[0])
    lead = [name for name in below if name.span.start < paragraphs[0].start + 20]
    return [*lead, *reporters], [name for name in below if name not in lead]


_WRITERS = ("文字", "文", "撰文", "采写", "撰稿", "执笔", "记者")


def _writers(analysis: Analysis, start: int) -> Iterator[Field]:
    """Who is said to have written, in lines and brackets of credits behind the beginning of the body."""
    for slot in credit_slots(analysis):
        if slot.name.span.start >= start and slot.role.endswith(_WRITERS) and is_name(slot.name.value):
            yield slot.name


_REPORTS = r"(?:[^\W\d_]{0,6}[报网台])?记者\s?(?P<name>[^\W\d_]{2,4})报道[：:，]"


def _opening(text: str, paragraph: Span) -> list[Field]:
    """本报记者沈括报道：, as a body begins."""
    match = pattern(_REPORTS).match(text, paragraph.start, min(paragraph.end, paragraph.start + 30))
    if match is None or not _is_signature(match["name"]):
        return []
    return [Field(match["name"], Span(*match.span("name")))]


def _signed(text: str, paragraphs: list[Span], opening: Sequence[Field]) -> Iterator[Field]:
    """Names in brackets that close the article: （傅文静）; what is a character off an opening name is one, too."""
    last = paragraphs[-1]
    match = _SIGNED.search(text, max(last.start, last.end - 40), last.end)
    if match is None or (match.start() > last.start and text[match.start() - 1] not in "。！？”\n　 "):
        return
    names = list(re.finditer(r"[^\W\d_A-Za-z]{2,4}", match["names"]))
    if all(_is_signature(name.group()) or _is_off(name.group(), opening) for name in names):
        for name in names:
            start = match.start("names") + name.start()
            yield Field(name.group(), Span(start, start + len(name.group())))


def _is_off(words: str, opening: Sequence[Field]) -> bool:
    return any(odd_character(words, name.value) is not None for name in opening)


def _is_signature(words: str) -> bool:
    return is_name(words) and begins_with_surname(words) and not is_body(words)


def _is_helper(text: str, name: Field) -> bool:
    """Whether the credit is for another part than the writing: by the label before the name, or a word behind it."""
    line = text.rfind("\n", 0, name.span.start) + 1
    roles = _ROLES.findall(text, line, name.span.start)
    return bool(roles and _HELPERS.fullmatch(roles[-1])) or _HELPERS.match(text, name.span.end) is not None


def _photographers(analysis: Analysis) -> Iterator[Hit]:
    document = analysis.document
    opening: list[Field] = []
    closing: list[Field] = []
    for block in document.blocks:
        for match in _PHOTOGRAPHER.finditer(document.text, block.span.start, block.span.end):
            if block.kind in ("masthead", "credit") and is_name(match["name"]):
                named = opening if block.kind == "masthead" else closing
                named.append(Field(match["name"], Span(*match.span("name"))))
        found = _ALL_PICTURES.search(document.text, block.span.start, block.span.end)
        if found is not None and block.kind != "title" and is_name(found[found.lastgroup or "name"]):
            closing.append(_written_by(found))
    if opening and closing and not _values(opening) & _values(closing):
        yield _two_credits(opening[0], closing[0])


# --- one credited name in two spellings ------------------------------------------------------------------------

_PICTURED = re.compile(
    r"(?P<name>[^\W\d_A-Za-z]{2,4}(?:·[^\W\d_A-Za-z]{2,6})?)\s?(?:摄影?|/摄|供图|制图|图)(?=[）)。\s]|$)"
)

_WROTE = re.compile(
    r"[（(](?:(?P<name>[^\W\d_A-Za-z]{2,4})\s(?:撰文|采写|执笔|整理|供稿|文|撰稿)[）)，,]"
    r"|(?<=\n)(?P<sender>[^\W\d_A-Za-z]{2,4})\s发自[^\W\d_]{2,8}(?=\n|$)|(?:本文)?作者(?:简介)?[:：]?\s?(?P<author>[^\W\d_A-Za-z]{2,4}?)[，,]?(?:系|为|是|单位))"
)


_EDITS = re.compile(r"(?:编辑|责编|校对|主编|审核)[\s:：/／|｜]{0,3}$")


def credit_in_two_spellings(analysis: Analysis) -> Iterator[Hit]:
    """邢泰山 under the title, 邢台山 under the picture: two credits a character apart that no one list has both."""
    lists = list(_credit_lists(analysis))
    text = analysis.document.text
    places = [name.span for names in lists for name in names]
    editing = frozenset(span for span in places if _EDITS.search(text, max(0, span.start - 8), span.start))
    told: set[str] = set()
    for number, later in enumerate(lists):
        for earlier in lists[:number]:
            for one, other in _near(earlier, later, editing):
                together = any({one.value, other.value} <= _values(names) for names in lists)
                if not together and other.value not in told and other.span.start != one.span.start:
                    told |= {one.value, other.value}
                    yield _two_credits(other, one)


def _credit_lists(analysis: Analysis) -> Iterator[list[Field]]:
    """The names credited, line by line and date line, as far as they can be names."""
    document = analysis.document
    by_line: dict[int, list[Field]] = {}
    reporters = document.masthead.dateline.reporters if document.masthead.dateline else ()
    found = [*document.masthead.byline, *document.masthead.editors, *reporters]
    found += [slot.name for slot in credit_slots(analysis)]
    for block in document.blocks:
        if block.kind != "title":
            matches = (
                _PICTURED.search(document.text, max(block.span.start, block.span.end - 14), block.span.end),
                _WROTE.search(document.text, block.span.start, block.span.end),
            )
            found += [_written_by(match) for match in matches if match]
    for name in sorted(found, key=lambda field: field.span):
        line = by_line.setdefault(document.text.rfind("\n", 0, name.span.start), [])
        if is_name(name.value) and all(known.span.start != name.span.start for known in line):
            line.append(name)
    yield from by_line.values()


def _written_by(match: re.Match[str]) -> Field:
    group = match.lastgroup or "name"
    return Field(match[group], Span(*match.span(group)))


def _near(earlier: list[Field], later: list[Field], editing: frozenset[Span]) -> Iterator[tuple[Field, Field]]:
    """Names of two lists that one slip parts: a character of like sound or looks, or one of a long name."""
    for one in earlier:
        for other in later:
            at = odd_character(one.value, other.value)
            if len(one.value) == 2 and (one.span in editing) != (other.span in editing):
                continue  # 张弛 wrote what 张池 edited
            if at is not None and other.value[at].isascii():
                continue  # H同学, Z同学
            same_sound = _sound_the_same(one.value, other.value) and not (at == 0 and len(one.value) == 2)
            turned = len(one.value) > 2 and one.value != other.value and sorted(one.value) == sorted(other.value)
            if same_sound or turned or (at and len(one.value) > 3) or (at == 0 and len(one.value) > 2):
                yield one, other


def _sound_the_same(one: str, other: str) -> bool:
    """Whether two names have alike characters throughout: 闻笛, 文迪."""
    pairs = list(zip(one, other, strict=False))
    return one != other and len(one) == len(other) and all(a == b or alike(a, b) for a, b in pairs)
