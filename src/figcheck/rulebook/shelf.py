"""The folder of the house's cards in, its rules out, from what was made of the cards before.

Reading the cards themselves takes several times as long as checking an article. A wheel brings along what was made of
them when it was built; in a source tree it is kept in the user's cache folder, as long as no card changes. What the
judging of an article does not need, which is most of a card, stays packed until somebody asks for it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast, overload

from figcheck import caches
from figcheck.model import Language
from figcheck.rulebook import Case, Rule

BUILT = "rules.made"
"""The file beside the code, in a wheel."""

Made = tuple[Any, ...]
"""Plain tuples and texts, which load fast."""


def rules(folder: Path, read: Callable[[Path], Rule]) -> tuple[Rule, ...]:
    """The rules of a folder by code; `read` reads a card, which raises RulebookError where it is not right."""
    built = caches.opened(_content(Path(__file__).parents[1] / BUILT), ())
    short, rest = built or caches.made("rules", _mark(folder), lambda: _plain(_read(folder, read)))
    return tuple(_rule(made, rest) for made in short)


def built(folder: Path, read: Callable[[Path], Rule]) -> bytes:
    """What a wheel brings along."""
    return caches.sealed(_plain(_read(folder, read)), ())


def _read(folder: Path, read: Callable[[Path], Rule]) -> list[Rule]:
    return [read(path) for path in sorted(folder.glob("*.yaml"))]


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _mark(folder: Path) -> Made:
    """What changes when a card does, or the code that reads cards."""
    code = [Path(__file__).with_name(name) for name in ("__init__.py", "cards.py", "needs.py", "shelf.py")]
    tables = sorted((Path(__file__).parents[1] / "data").glob("*.py"))
    return (str(folder), *caches.mark([*sorted(folder.glob("*.yaml")), *code, *tables]))


# --- packing -----------------------------------------------------------------------------------------------------


def _plain(found: Sequence[Rule]) -> tuple[tuple[Made, ...], bytes]:
    """What is needed of each rule at once, and the rest in one piece."""
    rest = {rule.code: (dict(rule.explain), tuple(_bare(rule.cases))) for rule in found}
    return tuple(_short(rule) for rule in found), marshal.dumps(rest, 4)


def _bare(cases: Sequence[Case]) -> Iterator[Made]:
    for case in cases:
        yield case.kind, case.text, case.spans, case.becomes, case.ledger, case.date


def _short(rule: Rule) -> Made:
    options = {name: each if isinstance(each, (str, tuple)) else dict(each) for name, each in rule.options.items()}
    words = {name: dict(words) for name, words in rule.words.items()}
    head = (rule.code, rule.name, rule.severity, rule.check)
    return *head, dict(rule.summary), dict(rule.message), options, words, rule.path, rule.needs, rule.yields_to


def _rule(made: Made, rest: bytes) -> Rule:
    code, name, severity, check, summary, message, options, words, path, needs, yields = made
    explain, cases = _Explained(code, rest), _Cases(code, rest)
    shown = MappingProxyType({key: _shown(each) for key, each in options.items()})
    return Rule(code, name, severity, check, summary, message, explain, shown, words, cases, path, needs, yields)


def _shown(option: Any) -> Any:
    return MappingProxyType(option) if isinstance(option, dict) else option


@lru_cache(maxsize=1)
def _unpacked(rest: bytes) -> Mapping[str, tuple[Mapping[Language, str], tuple[Made, ...]]]:
    return cast("Mapping[str, tuple[Mapping[Language, str], tuple[Made, ...]]]", marshal.loads(rest))


class _Explained(Mapping[Language, str]):
    """The explanation of a rule, unpacked when it is read."""

    def __init__(self, code: str, rest: bytes) -> None:
        self._code, self._rest = code, rest

    def _words(self) -> Mapping[Language, str]:
        return _unpacked(self._rest)[self._code][0]

    def __getitem__(self, lang: Language) -> str:
        return self._words()[lang]

    def __iter__(self) -> Iterator[Language]:
        return iter(self._words())

    def __len__(self) -> int:
        return len(self._words())


class _Cases(Sequence[Case]):
    """The cases of a rule, unpacked when they are read."""

    def __init__(self, code: str, rest: bytes) -> None:
        self._code, self._rest = code, rest

    @overload
    def __getitem__(self, place: int) -> Case: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Case, ...]: ...

    def __getitem__(self, place: int | slice) -> Case | tuple[Case, ...]:
        made = _unpacked(self._rest)[self._code][1]
        return tuple(Case(*one) for one in made[place]) if isinstance(place, slice) else Case(*made[place])

    def __len__(self) -> int:
        return len(_unpacked(self._rest)[self._code][1])
