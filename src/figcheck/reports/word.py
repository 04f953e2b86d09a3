"""A Word file and what was found in it in, the same with a comment on each place and fixes as tracked changes out.

Runs are split where a place begins or ends; all else in the file stays as it is.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from figcheck.documents.word import MAIN, W, text_nodes
from figcheck.model import Document, Finding, Language, Piece
from figcheck.sources import source_pieces, source_spans
from figcheck.wording import say

from .sourced import message
from .terminal import fix_told

AUTHOR = "figcheck"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotated(
    data: bytes, document: Document, findings: Sequence[Finding], lang: Language, fixed: Sequence[Finding] = ()
) -> bytes:
    """The file with a comment for each finding; those that are `fixed` are tracked changes as well.

    A place in a header or footnote, where Word allows no comment, is told at the head of the body.
    """
    import docx

    package = docx.Document(io.BytesIO(data))
    nodes = text_nodes(package.element)
    # from the end on, so that what is split does not move what comes before it
    for finding in sorted(findings, key=lambda each: (each.start, each.end), reverse=True):
        comment = package.add_comment(_anchor(package), _told(finding, document, lang), AUTHOR, "fc")
        _settle(comment)
        runs = _runs(nodes, _pieces(document, finding))
        _mark(package, runs, comment.comment_id)
        if finding in fixed:
            _track(nodes, document, finding)
    saved = io.BytesIO()
    package.save(saved)
    return _timeless(saved)


def _timeless(saved: io.BytesIO) -> bytes:
    """The package without the times of its writing, so that the same article gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(zipfile.ZipInfo(info.filename), old.read(info), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _anchor(package: Any) -> Any:
    """A run for python-docx to hang a comment on; the marks it makes are taken away again."""
    from docx.text.run import Run

    paragraph = package.element.body.makeelement(f"{W}p", {})
    run = paragraph.makeelement(f"{W}r", {})
    paragraph.append(run)
    return Run(run, package._body)


def _settle(comment: Any) -> None:
    """Takes the clock's time out, so that the same article gives the same bytes."""
    comment._comment_elm.attrib.pop(f"{W}date", None)


def _told(finding: Finding, document: Document, lang: Language) -> str:
    severity = say(f"reports.{finding.severity}", lang)
    lines = [f"{severity} {finding.rule}  {message(finding)}"]
    if finding.expected is not None:
        lines.append(f"{say('reports.expected', lang).strip()}  {finding.expected}")
    if finding.fix is not None:
        lines.append(fix_told(document.text, finding.fix, lang))
    return "\n".join(lines)


def _pieces(document: Document, finding: Finding) -> list[Piece]:
    end = max(finding.end, finding.start + 1)
    return [piece for piece in source_pieces(document, finding.start, end) if piece.part == MAIN]


def _runs(nodes: Sequence[Any], pieces: Sequence[Piece]) -> list[Any]:
    """The runs of the characters meant, split off from those around them."""
    # the last first: what is split off behind leaves the offsets before it as they were
    return [_cut_out(nodes[piece.node], piece.at, piece.until) for piece in reversed(pieces)][::-1]


def _cut_out(node: Any, at: int, until: int) -> Any:
    """The run that holds the characters of a w:t element between two offsets and nothing else."""
    text = node.text or ""
    if until < len(text):
        _split(node, until)
    return _split(node, at) if at else _alone(node)


def _alone(node: Any) -> Any:
    """The run of a w:t element, what comes before it in the run split off."""
    run = node.getparent()
    before = [child for child in run if child.tag != f"{W}rPr" and child is not node]
    if before and run.index(before[0]) < run.index(node):
        return _move(run, run.index(node))
    return run


def _split(node: Any, offset: int) -> Any:
    """Splits a w:t element and its run at an offset; the run of what comes behind. The element keeps what is before."""
    run = node.getparent()
    rest = copy.copy(node)
    rest.text, node.text = (node.text or "")[offset:], (node.text or "")[:offset]
    for each in (rest, node):
        each.set(_SPACE, "preserve")
    node.addnext(rest)
    return _move(run, run.index(rest))


def _move(run: Any, index: int) -> Any:
    """A run of the same properties behind `run`, with its children from `index` on."""
    after = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        after.append(copy.deepcopy(properties))
    for child in list(run)[index:]:
        after.append(child)
    run.addnext(after)
    return after


def _mark(package: Any, runs: Sequence[Any], number: int) -> None:
    """Puts a comment's marks around runs; at the head of the body where there are none."""
    make = package.element.makeelement
    start, end = (make(f"{W}commentRange{name}", {f"{W}id": str(number)}) for name in ("Start", "End"))
    reference = make(f"{W}r", {})
    reference.append(make(f"{W}commentReference", {f"{W}id": str(number)}))
    if runs:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    else:
        paragraph = next(package.element.iter(f"{W}p"))
        place = 1 if paragraph.find(f"{W}pPr") is not None else 0
        paragraph.insert(place, start)
        start.addnext(end)
    end.addnext(reference)


def _track(nodes: Sequence[Any], document: Document, finding: Finding) -> None:
    """A fix as a deletion and an insertion that Word shows as tracked changes."""
    fix = finding.fix
    if fix is None:
        return
    # the finding's own run was split off: find the characters again in what stands behind the element
    places = [place for place in source_spans(document, fix.start, fix.end) if place.part == MAIN]
    runs = [_found(nodes[place.node], place.at, place.until) for place in reversed(places)][::-1]
    if not runs or any(run is None for run in runs):
        return
    if fix.replacement:
        _insert(runs[-1], runs[0], fix.replacement, 900000 + finding.start)
    for place, run in zip(places, runs, strict=True):
        if place.at < place.until:
            _delete(run, 950000 + place.start)


def _insert(run: Any, like: Any, text: str, number: int) -> None:
    """A tracked insertion behind a run, in the looks of another."""
    inserted, new = run.makeelement(f"{W}ins", _tracked(number)), copy.deepcopy(like)
    for node in new.iter(f"{W}t"):
        node.text = text
    inserted.append(new)
    run.addnext(inserted)


def _delete(run: Any, number: int) -> None:
    """Makes a run a tracked deletion."""
    deleted = run.makeelement(f"{W}del", _tracked(number))
    run.addprevious(deleted)
    deleted.append(run)
    for node in list(run.iter(f"{W}t")):
        node.tag = f"{W}delText"


def _tracked(number: int) -> dict[str, str]:
    return {f"{W}id": str(number), f"{W}author": AUTHOR}


def _found(node: Any, at: int, until: int) -> Any:
    """The run of the characters at these offsets of what a w:t element held before it was split."""
    for text in _followers(node):
        length = len(text.text or "")
        if at < length:
            return _cut_out(text, at, min(until, length)) if until <= length else None
        at, until = at - length, until - length
    return None


def _followers(node: Any) -> Iterator[Any]:
    """The element and the w:t elements behind it in its paragraph."""
    yield node
    paragraph = next(node.iterancestors(f"{W}p"))
    texts = list(paragraph.iter(f"{W}t"))
    yield from texts[texts.index(node) + 1 :]
