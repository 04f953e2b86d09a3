"""What stands in the slot of a credit in, whether it is an office, and one that may sign this page, out.

Portals of governments, courts, hospitals, schools and companies are edited by an office. On the page of a paper or an
agency an office in an editor's slot was filled in by mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.credits import edits_pages, is_furniture, is_name, names_a_part
from figcheck.checks.phrases import pattern
from figcheck.data.credit_words import (
    NO_OFFICES,
    NO_PART_OF_OFFICES,
    NO_PRESS,
    OFFICE_ENDS,
    OWNERS,
    PRESS_ENDS,
    SITE_KEEPERS,
)
from figcheck.model import Analysis, Field

_LETTERS = re.compile(r"[^\W\d_A-Za-z]{2,18}")
_OFFICE_ENDS = tuple(OFFICE_ENDS.split())
_NUMBERED = re.compile(r"[^\W\d_]{0,8}第?[一二三四五六七八九十]{1,2}[中院]")
"""县一中, 市三院."""
_NEXT_WORD = re.compile(
    r"[ \u3000]{1,3}(?P<name>[^\W\d_A-Za-z]{2,4}(?:·[^\W\d_A-Za-z]{1,8})?)(?![^\W\d_])(?!\s?[:：|｜丨])"
)
_NO_OFFICES = tuple(word for word in NO_OFFICES if len(word) > 1 and not word.endswith("站"))
_PRESS_ENDS = tuple(PRESS_ENDS.split())
_NO_PRESS = tuple(NO_PRESS.split())
_SURE_PRESS = ("报", "社", "广播电视台", "电视台")
"""What no institution's own page ends in."""
_OWN_PRESS = frozenset(("本报", "本刊", "本台", "本社"))
_SENDER = re.compile("(?:全媒体|融媒体?|特约|见习|实习|首席|特派|摄影|文字)?(?:记者|讯|电|消息)$")


def is_office(written: str) -> bool:
    """Whether these words are the name of an office or an institution, or of whoever keeps its site."""
    if written in SITE_KEEPERS or _NUMBERED.fullmatch(written):
        return True
    if not written.endswith(_OFFICE_ENDS) or written in NO_OFFICES or not _LETTERS.fullmatch(written):
        return False
    if written.endswith(_NO_OFFICES):
        return False
    return not (is_furniture(written) or pattern("§", NO_PART_OF_OFFICES).search(written))


def is_office_of_somebody(analysis: Analysis, credit: Field) -> bool:
    """Whether an office stands before the name of somebody who works there: 编辑：宣传科 甲某."""
    if not is_office("".join(credit.value.split())):
        return False
    behind = _NEXT_WORD.match(analysis.document.text, credit.span.end)
    return behind is not None and is_name(behind["name"]) and not names_a_part(behind["name"])


def may_edit(analysis: Analysis, credit: Field) -> bool:
    """Whether an office may stand in the slot of whoever writes or edits this page."""
    if edits_pages(credit.value) or is_office_of_somebody(analysis, credit):
        return True
    office, *people = credit.value.split() or [""]
    if not is_office(office):
        return False
    return all(is_name(one) for one in people) if people else not is_page_of_press(analysis, office)


def is_page_of_press(analysis: Analysis, office: str = "") -> bool:
    """Whether a news house printed the page: its source is one, or no institution and one is named beside the body.

    An office that the page itself says to be the paper's (本报编辑部组稿) counts as no sign.
    """
    document, masthead = analysis.document, analysis.document.masthead
    if masthead.source is not None and is_office(masthead.source.value) and not _is_press(masthead.source.value):
        return False
    if office and any(own + office in document.text for own in _OWN_PRESS):
        return False
    return any(_is_press(name) for name in _named(analysis))


def _named(analysis: Analysis) -> Iterator[str]:
    """Whatever may name a house: the source, the date line's agency, the words of the lines of credits."""
    document, masthead = analysis.document, analysis.document.masthead
    if masthead.source is not None:
        yield masthead.source.value
    if masthead.dateline is not None and masthead.dateline.agency:
        yield masthead.dateline.agency
    for block in document.blocks:
        if block.kind not in ("title", "paragraph"):
            for match in _LETTERS.finditer(document.text, block.span.start, block.span.end):
                yield _SENDER.sub("", match.group())


def _is_press(name: str) -> bool:
    if name in _OWN_PRESS:
        return True
    if len(name) < 3 or not name.endswith(_PRESS_ENDS) or name.endswith(_NO_PRESS):
        return False
    return name.endswith(_SURE_PRESS) or pattern("§", OWNERS).search(name) is None
