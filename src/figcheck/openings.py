"""A parsed expression in, the characters that it can begin with out, so that a search passes all others over at once.

`re` knows them only where an expression opens with a literal or a set. Behind a look back, an optional word or a
repeated set it tries to match at each character of a text: ten to fifty times as slow in Chinese, where most
expressions of figcheck find nothing in most articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import IGNORECASE, LOCALE
from typing import Any

Item = tuple[Any, Any]
"""An operation of `re` on one character, and what it is of: a literal, a range, a category."""


class _AnyError(Exception):
    """An expression may begin with any character."""


def charset(parsed: Any, flags: int) -> list[Item] | None:
    """The items of a set that holds each character which a match can begin with; None for no such set."""
    if (flags | parsed.state.flags) & (IGNORECASE | LOCALE) or parsed.getwidth()[0] == 0:
        return None
    try:
        items, empty = _of_all(parsed)
    except _AnyError:
        return None
    return None if empty else list(dict.fromkeys(items))


def _of_all(parts: Iterable[Item]) -> tuple[list[Item], bool]:
    """The items of parts one after the other, and whether all of them may match nothing."""
    items: list[Item] = []
    for operation, given in parts:
        more, empty = _of(str(operation), operation, given)
        items += more
        if not empty:
            return items, False
    return items, True


def _of(name: str, operation: Any, given: Any) -> tuple[list[Item], bool]:
    if name == "LITERAL":
        return [(operation, given)], False
    if name == "IN":
        if str(given[0][0]) == "NEGATE":
            raise _AnyError
        return list(given), False
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return [], True
    if name == "BRANCH":
        return _of_one(given[1])
    if name == "ATOMIC_GROUP":
        return _of_all(given)
    if name == "SUBPATTERN":
        _, added, removed, inside = given
        if added or removed:
            raise _AnyError
        return _of_all(inside)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inside = given
        items, empty = _of_all(inside)
        return items, empty or least == 0
    raise _AnyError  # any character, any but one, what a group found


def _of_one(branches: Sequence[Iterable[Item]]) -> tuple[list[Item], bool]:
    found = [_of_all(branch) for branch in branches]
    return [item for items, _ in found for item in items], any(empty for _, empty in found)


# --- into the code of the matching engine ----------------------------------------------------------------------------

_WIDTHS = 5
"""Numbers before the set in the block that tells the engine what to look for: its name, length, kind, two widths."""


def opened(code: Sequence[int], parsed: Any, flags: int) -> list[int]:
    """The code of an expression as `re` makes it, with the set put in where it knows none."""
    from re import _compiler, _constants  # type: ignore[attr-defined]

    given = list(code)
    if given[0] != _constants.INFO or given[1] != _WIDTHS - 1 or given[2] != 0 or given[3] == 0:
        return given
    items = charset(parsed, flags)
    if items is None:
        return given
    block: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(items)[0], flags | parsed.state.flags, block)
    head = [given[0], given[1] + len(block), _constants.SRE_INFO_CHARSET, *given[3:_WIDTHS]]
    return [*head, *block, *given[_WIDTHS:]]
