"""A claim in its document in, the words that say whose figure it is and of what out, as far as its sentence has them.

Articles are compared across an archive only where these words are the same, so they are read narrowly: what is not
plainly there is None.
"""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.data.statement_words import FILLING, HEADS, NOTHING
from figcheck.model import Claim, Document

_SHORTEST, _LONGEST = 2, 24
_LEAD = re.compile(rf"(?:{FILLING})+$")
_OPENING = re.compile(rf"^(?:{HEADS})+")
_HAN = re.compile(r"[\u4e00-\u9fff·“”《》A-Za-z（）()]+$")


def measure_of(document: Document, claim: Claim) -> str | None:
    """The words that lead to the figure in its clause, dates, hedges and verbs of being taken away."""
    words = document.text[claim.before.start : claim.before.end].strip()
    words = _OPENING.sub("", _LEAD.sub("", words)).strip("的 　")
    found = _HAN.search(words)
    if found is None or not _SHORTEST <= len(found.group()) <= _LONGEST or found.group() in NOTHING:
        return None
    return found.group()


def subject_of(document: Document, claim: Claim) -> str | None:
    """The words of the sentence before the clause of the figure, up to its first mark; None where it opens with it."""
    if claim.clause.start <= claim.sentence.start:
        return None
    opening = document.text[claim.sentence.start : claim.clause.start].split("，", 1)[0].strip()
    opening = _OPENING.sub("", opening).strip()
    return opening if _SHORTEST <= len(opening) <= _LONGEST and not any(char.isdigit() for char in opening) else None
