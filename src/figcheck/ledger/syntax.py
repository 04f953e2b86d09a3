"""A parser's complaint in, a mistake out that says in an editor's words what is wrong and where; colons put right."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from figcheck.ledger.colons import FULL_WIDTH
from figcheck.ledger.mistakes import Mistake
from figcheck.ledger.sections import all_names
from figcheck.ledger.source import Source

if TYPE_CHECKING:
    import yaml

_COMPLAINTS: tuple[tuple[str, str], ...] = (
    ("could not find expected ':'", "ledger.no_colon"),
    ("mapping values are not allowed", "ledger.stray_colon"),
    ("sequence entries are not allowed", "ledger.stray_dash"),
    ("unknown escape", "ledger.escape"),
    ("tag", "ledger.first_character"),
    ("scanning a block scalar", "ledger.first_character"),
    ("scanning an alias", "ledger.first_character"),
    ("scanning an anchor", "ledger.first_character"),
    ("scanning a directive", "ledger.first_character"),
    ("cannot start any token", "ledger.first_character"),
    ("quoted scalar", "ledger.open_quote"),
    ("parsing a flow", "ledger.open_bracket"),
    ("did not find expected", "ledger.stray"),
    ("expected <block end>", "ledger.stray"),
)
"""Part of what the parser says, in C or in Python, and what it comes to; the first that fits."""

_AT_ITS_OPENING = frozenset({"ledger.no_colon", "ledger.first_character", "ledger.open_quote", "ledger.open_bracket"})
"""Complaints whose place is where the trouble opened, not where the parser gave up."""


_BAD_INDENT = re.compile(r" *[\t\u3000\xa0]")


def syntax_mistake(source: Source, error: yaml.MarkedYAMLError) -> Mistake:
    """What the parser complains of, in the editor's words."""
    said = f"{error.context or ''}: {error.problem or ''}"
    key = next((key for part, key in _COMPLAINTS if part in said), "ledger.syntax")
    mark = error.problem_mark or error.context_mark
    if key in _AT_ITS_OPENING and error.context_mark is not None:
        mark = error.context_mark
    at = min(mark.index, len(source.text)) if mark is not None else 0
    if indent := _BAD_INDENT.match(source.text, source.text.rfind("\n", 0, at) + 1):
        return source.mistake(indent.end() - 1, "", "ledger.indent")
    char = source.text[at : at + 1]
    values = {"char": char} if key == "ledger.first_character" else {"problem": said} if key == "ledger.syntax" else {}
    return source.mistake(at, "", key, **values)


def mended(source: Source, last: int, error: yaml.MarkedYAMLError) -> tuple[Mistake, Source] | None:
    """The colon that led to a complaint, full-width or without a space, and the source with it put right.

    Looks from offset `last`, that of the parser's last event, to the line of the complaint; None where no such colon
    is there.
    """
    if error.problem_mark is None:
        return None
    text = source.text
    start, end = text.rfind("\n", 0, last) + 1, text.find("\n", error.problem_mark.index)
    for slip in _colon().finditer(text, start, len(text) if end < 0 else end):
        if slip.end() > last and _is_key(slip):
            return _put_right(source, slip)
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(all_names())


@cache
def _colon() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _known()), key=len, reverse=True))
    return re.compile(
        rf"^[ ]*(?P<dash>(?:-[ ]+)*)(?:{FULL_WIDTH}|(?P<known>{names})(?P<tight>:)(?=[^ \t\r\n]))", re.MULTILINE
    )


def _is_key(slip: re.Match[str]) -> bool:
    """Whether a key was meant: after a dash a full-width colon may as well belong to a listed text."""
    return bool(slip["known"] or not slip["dash"] or slip["name"] in _known())


def _put_right(source: Source, slip: re.Match[str]) -> tuple[Mistake, Source]:
    if slip["known"]:
        at = slip.end("tight")
        mistake = source.mistake(at - 1, "", "ledger.colon_space", name=slip["known"])
        wide = source.text[at].isspace()
        return mistake, source.with_text(f"{source.text[:at]} {source.text[at + 1 :]}") if wide else source.with_space(
            at
        )
    at = slip.end("wide") - 1
    mistake = source.mistake(at, "", "ledger.full_width_colon", name=slip["name"])
    return mistake, source.with_text(f"{source.text[:at]}:{source.text[at + 1 :]}").with_space(at + 1)
