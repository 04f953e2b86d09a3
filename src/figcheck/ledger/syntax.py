"""A parser's complaint in, a mistake out that says in an editor's words what is wrong and where; colons put right."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from figcheck import expressions as re
from figcheck.ledger.colons import FULL_WIDTH
from figcheck.ledger.mistakes import Mistake
from figcheck.ledger.sections import all_names
from figcheck.ledger.source import DEPTH_LIMIT, Edit, Source

if TYPE_CHECKING:
    import yaml

_COMPLAINTS: tuple[tuple[str, str], ...] = (
    ("maximum nesting depth", "ledger.too_deep"),
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
    return source.mistake(at, "", key, **_filling(key, char, said))


def _filling(key: str, char: str, said: str) -> dict[str, str]:
    """What the wording of a complaint asks for."""
    if key == "ledger.first_character":
        return {"char": char}
    if key == "ledger.too_deep":
        return {"limit": str(DEPTH_LIMIT)}
    return {"problem": said} if key == "ledger.syntax" else {}


def mended(source: Source, last: int, error: yaml.MarkedYAMLError) -> tuple[list[Mistake], Source] | None:
    """The colons that led to a complaint, full-width or without a space, and the source with them put right.

    Looks from offset `last`, that of the parser's last event, to the line of the complaint; where such a colon is
    there, those of keys further on are taken with it. None where none is there.
    """
    if error.problem_mark is None:
        return None
    text = source.text
    start, end = text.rfind("\n", 0, last) + 1, text.find("\n", error.problem_mark.index)
    end = len(text) if end < 0 else end
    slips = [slip for slip in _colon().finditer(text, start, end) if slip.end() > last and _is_key(slip)][:1]
    if not slips:
        return None
    slips += [slip for slip in _colon().finditer(text, slips[0].end()) if _names_key(slip)]
    return [_colon_mistake(source, slip) for slip in slips], source.edited(map(_edit, slips))


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
    return not slip["dash"] or _names_key(slip)


def _names_key(slip: re.Match[str]) -> bool:
    return (slip["known"] or slip["name"]) in _known()


def _colon_mistake(source: Source, slip: re.Match[str]) -> Mistake:
    if slip["known"]:
        return source.mistake(slip.start("tight"), "", "ledger.colon_space", name=slip["known"])
    return source.mistake(slip.end("wide") - 1, "", "ledger.full_width_colon", name=slip["name"])


def _edit(slip: re.Match[str]) -> Edit:
    if not slip["known"]:
        return Edit(slip.end("wide") - 1, 1, ": ")
    return Edit(slip.end(), 1 if slip.string[slip.end()].isspace() else 0, " ")
