"""The source of a regular expression in, one that is compiled at its first use out, and once for all on this machine.

To be imported in the place of `re` where expressions are made when a module is loaded. An article needs few of the
hundreds that there are, and `re` takes longer to compile those than figcheck takes to read and judge the article. So
what `re` made of a source (the numbers that its matching engine runs on) is kept in the user's cache folder, under the
very source, for the very version of Python. Without the cache, or where a Python has changed how it is done, all is as
it would be with `re` alone.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from re import ASCII, DOTALL, IGNORECASE, MULTILINE, Match, Pattern, error
from typing import Any, cast
from zlib import crc32

from figcheck import caches

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "alternatives",
    "compile",
    "compile_anew",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "keep",
    "match",
    "search",
    "split",
    "sub",
]

_METHODS = frozenset("search match fullmatch finditer findall split sub subn groups groupindex flags".split())
_MOST = 12_000_000
"""Bytes of the cache beyond which it is begun anew: it holds what former versions of our sources needed as well."""

_MOST_NEW = 4096
"""Expressions that one process remembers to keep."""

_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `re` makes of a source: flags, code, number of groups, their names, and the names by number."""


class _Lazy:
    """Has the methods and attributes of `re.Pattern`; the first use of one of them compiles it."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._asked = flags

    def __getattr__(self, name: str) -> Any:
        """What is not there yet; later uses find the compiled expression's own methods without passing here."""
        if name == "_made":
            found: Any = _compiled(self.pattern, self._asked)
        elif name in _METHODS:
            found = getattr(self._made, name)
        else:
            raise AttributeError(name)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return f"compile({self.pattern!r}, {self._asked})"


@lru_cache(maxsize=8192)
def compile(source: str, flags: int = 0) -> Pattern[str]:
    """The expression, the same one each time. A mistake in it shows at its first use, as `re.error`."""
    return cast("Pattern[str]", _Lazy(source, int(flags)))


def compile_anew(source: str, flags: int = 0) -> Pattern[str]:
    """The expression, compiled now, for sources that come out of a ledger or an article: they would fill the cache."""
    return re.compile(source, flags)


def escape(words: str) -> str:
    """The words as a source that matches nothing else; as `re.escape` has it, but sooner for words in Chinese."""
    return words if words.isalnum() else re.escape(words)


def alternatives(words: str | Iterable[str]) -> str:
    """Words, or a text that lists them, as a source that matches any of them, the longest winning.

    Those of a set come in the order of the dictionary: a source that each process writes in another order is never
    found among those that were kept.
    """
    listed = words.split() if isinstance(words, str) else list(words)
    if isinstance(words, (set, frozenset)):
        listed.sort()
    listed.sort(key=len, reverse=True)
    return "|".join(listed if "".join(listed).isalnum() else map(escape, listed))


# --- functions of `re` that take the source itself -----------------------------------------------------------------


def search(source: str, text: str, flags: int = 0) -> Match[str] | None:
    """The first match anywhere."""
    return compile(source, flags).search(text)


def match(source: str, text: str, flags: int = 0) -> Match[str] | None:
    """The match at the beginning."""
    return compile(source, flags).match(text)


def fullmatch(source: str, text: str, flags: int = 0) -> Match[str] | None:
    """The match of the whole text."""
    return compile(source, flags).fullmatch(text)


def split(source: str, text: str) -> list[str]:
    """What stands between the matches."""
    return compile(source).split(text)


def sub(source: str, replacement: str, text: str) -> str:
    """The text with its matches replaced."""
    return compile(source).sub(replacement, text)


def finditer(source: str, text: str) -> Iterator[Match[str]]:
    """The matches, none overlapping."""
    return compile(source).finditer(text)


def findall(source: str, text: str) -> list[Any]:
    """The matches as text, or the groups where the source has some."""
    return compile(source).findall(text)


# --- compiling, and what was compiled before ---------------------------------------------------------------------


def _compiled(source: str, flags: int) -> Pattern[str]:
    try:
        made = _found(source, flags)
        if made is None:
            made = _make(source, flags)
            if len(_new) < _MOST_NEW:
                _new[source, flags] = made
        return _built(source, made)
    except re.error:
        raise
    except Exception:  # a Python that does it otherwise, or a damaged cache
        _new.pop((source, flags), None)
        return re.compile(source, flags)


def _make(source: str, flags: int) -> _Made:
    """What `re.compile` does before it hands over to the matching engine, told where a match can begin."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from figcheck.openings import opened

    parsed = _parser.parse(source, flags)
    code = array("I", opened(_compiler._code(parsed, flags), parsed, flags))
    names: dict[str, int] = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return flags | parsed.state.flags, code.tobytes(), parsed.state.groups - 1, names, tuple(by_number)


def _built(source: str, made: _Made) -> Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, by_number = made
    return cast(
        "Pattern[str]", _sre.compile(source, flags, memoryview(code).cast("I").tolist(), groups, names, by_number)
    )


_new: dict[tuple[str, int], _Made] = {}
"""Compiled by this process, and not kept yet."""


def _file() -> str:
    return f"expressions-4-{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"


def _number(source: str, flags: int) -> int:
    """What an expression is kept under: two of them with one number cost a compilation, no more."""
    return crc32(source.encode("utf-8", "surrogatepass"), flags) | len(source) << 32


def _found(source: str, flags: int) -> _Made | None:
    """What this process or a former one made of the source."""
    packed = _before().get(_number(source, flags))
    if packed is not None:
        kept, asked, made = marshal.loads(packed)
        if (kept, asked) == (source, flags):
            return cast(_Made, made)
    return _new.get((source, flags))


class _Kept:
    """What former processes kept, each expression packed by itself: few are needed, and only those are unpacked."""

    def __init__(self, content: bytes) -> None:
        self._content, self._start = content, _SIZE + int.from_bytes(content[:_SIZE], "little")
        self._places: dict[int, tuple[int, int]] = {}
        try:
            places = marshal.loads(content[_SIZE : self._start]) if content else {}
        except (EOFError, ValueError, TypeError):
            return
        if isinstance(places, dict) and set(map(type, places.values())) <= {tuple}:
            self._places = places

    def get(self, number: int) -> bytes | None:
        """The expression of that number; None where none was kept."""
        place = self._places.get(number)
        return None if place is None else self._content[self._start + place[0] : self._start + place[1]]

    def all(self) -> dict[int, bytes]:
        """Everything."""
        return {number: self.get(number) or b"" for number in self._places}


_SIZE = 8
"""Bytes that tell how long the table of places is; behind it stand the expressions."""


def _sealed(packed: Mapping[int, bytes]) -> bytes:
    """What `_Kept` reads."""
    places: dict[int, tuple[int, int]] = {}
    end = 0
    for number, content in packed.items():
        places[number] = end, end + len(content)
        end += len(content)
    table = marshal.dumps(places, 4)
    return b"".join((len(table).to_bytes(_SIZE, "little"), table, *packed.values()))


@lru_cache(maxsize=1)
def _before() -> _Kept:
    return _Kept(caches.kept(_file()) or b"")


def keep() -> None:
    """Keeps what this process compiled for those to come, beside what others kept meanwhile."""
    if not _new:
        return
    own = {_number(*asked): marshal.dumps((*asked, made), 4) for asked, made in _new.items()}
    content = _sealed({**_Kept(caches.kept(_file()) or b"").all(), **own})
    caches.keep(_file(), content if len(content) < _MOST else _sealed(own))
    _new.clear()
