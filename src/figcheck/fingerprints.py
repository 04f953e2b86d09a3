"""A finding in its document in, a name for it that survives edits elsewhere in the text out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from figcheck import expressions as re
from figcheck.model import Document, Finding

_SPACE = re.compile(r"\s+")
_ENDS = "。！？!?；;\n"
_CONTEXT = 60
"""Code points on either side that a sentence may lend."""
_DIGITS = 16


def fingerprints(document: Document, findings: Iterable[Finding]) -> list[str]:
    """One for each finding, in their order: 16 hexadecimal digits, and `-2`, `-3` behind those of its equals.

    Made of rule, words and sentence; neither offsets nor paths have a part in it, so a paragraph put in above,
    or a renamed file, changes nothing.
    """
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        name = _name(document.text, finding)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _name(text: str, finding: Finding) -> str:
    parts = (finding.rule, finding.text, _sentence(text, finding.start, finding.end))
    written = "\x1f".join(_SPACE.sub(" ", part) for part in parts)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _sentence(text: str, start: int, end: int) -> str:
    low, high = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    low = max([low, *(text.rfind(mark, low, start) + 1 for mark in _ENDS)])
    ends = [at for mark in _ENDS if (at := text.find(mark, end, high)) >= 0]
    return text[low : min([high, *ends])].strip()
