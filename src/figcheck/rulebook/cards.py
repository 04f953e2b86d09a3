"""The file of a card in, its rule out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from figcheck.model import SEVERITIES, Language
from figcheck.rulebook import CASE_KINDS, Case, Option, Rule, RulebookError, keywords
from figcheck.rulebook.needs import is_known

_KEYS = frozenset(
    "code name severity check needs yields_to summary message explain options words ledger date cases".split()
)


def read(path: Path) -> Rule:
    """One card. Raises RulebookError naming file and key."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        card = yaml.load(path.read_text("utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RulebookError("card.broken", file=path.name, name=" ".join(str(error).split())) from error
    if not isinstance(card, dict):
        raise RulebookError("card.not-a-mapping", file=path.name)
    for key in card:
        if key not in _KEYS:
            raise RulebookError("card.unknown-key", file=path.name, name=str(key))
    try:
        return _rule(card, path)
    except (KeyError, TypeError, ValueError) as error:
        raise RulebookError("card.broken", file=path.name, name=str(error)) from error


def _rule(card: Mapping[str, object], path: Path) -> Rule:
    severity = str(card["severity"])
    if severity not in SEVERITIES:
        raise ValueError(f"severity: {severity}")
    check = str(card["check"])
    own = check.startswith(_DESK)
    options = {
        name: _option(name, value) for name, value in cast("Mapping[str, object]", card.get("options") or {}).items()
    }
    _known_options(check, options)
    if own:
        _own_code(str(card["code"]))
        _patterns(options)
    return Rule(
        code=str(card["code"]),
        name=str(card["name"]),
        severity=severity,
        check=check,
        summary=_both(card.get("summary", card["message"]) if own else card["summary"]),
        message=_both(card["message"]),
        explain=_both(card.get("explain", "") if own else card["explain"]),
        options=MappingProxyType(options),
        words=_words(cast("Mapping[str, object]", card.get("words") or {})),
        cases=tuple(_case(case, card) for case in cast("Sequence[Mapping[str, str]]", card["cases"])),
        path=path.name,
        needs=tuple(_alternatives(each) for each in cast("Sequence[str]", card.get("needs") or ())),
        yields_to=tuple(map(str, cast("Sequence[str]", card.get("yields_to") or ()))),
    )


_DESK = "desk."
"""Checks for a desk's own cards: they may be written in one language, and need no long explanation."""
_HOUSE = ("FN", "FA", "FT", "FM", "FL", "FX")


def _own_code(code: str) -> None:
    """Codes of the house are kept for what it may come to have."""
    if code.startswith(_HOUSE):
        raise ValueError(f"code: {code} ({', '.join(_HOUSE)})")


def _patterns(options: Mapping[str, Option]) -> None:
    """Raises ValueError for a pattern that is none."""
    from figcheck.checks.desk import compiled

    for name in ("pattern", "unless"):
        try:
            compiled(str(options.get(name, "")))
        except ValueError as error:
            raise ValueError(f"options.{name}: {error}") from None


def _expanded(need: str) -> Iterable[str]:
    """A need, or the words of the table that it names."""
    if need[0] != "=" or len(need) == 1:
        return (need,)
    module, _, name = need[1:].partition(".")
    try:
        table = getattr(import_module(f"figcheck.data.{module}"), name)
    except (ImportError, AttributeError):
        raise ValueError(f"needs: {need}") from None
    return sorted(table.split() if isinstance(table, str) else table)


def _alternatives(written: str) -> tuple[str, ...]:
    found = tuple(word for need in written.split() for word in _expanded(need)) if isinstance(written, str) else ()
    if not found or not all(map(is_known, found)):
        raise ValueError(f"needs: {written}")
    return found


def _option(name: str, value: object) -> Option:
    match value:
        case str():
            return value
        case list() if all(isinstance(each, str) for each in value):
            return tuple(value)
        case dict() if all(isinstance(each, str) for each in value.values()):
            return MappingProxyType(dict(value))
    raise ValueError(f"options.{name}: {value}")


def _both(words: object, *, strip: bool = True) -> Mapping[Language, str]:
    """Words in both languages; of words for a place in a message the spaces around them are part."""
    if isinstance(words, str):
        return MappingProxyType({"zh": words.strip(), "en": words.strip()})
    if not isinstance(words, dict) or set(words) != {"zh", "en"}:
        raise ValueError(f"zh, en: {words}")
    zh, en = str(words["zh"]), str(words["en"])
    return MappingProxyType({"zh": zh.strip(), "en": en.strip()} if strip else {"zh": zh, "en": en})


def _words(told: Mapping[str, object]) -> Mapping[str, Mapping[Language, str]]:
    """Words for places in a message."""
    return {key: _both(words, strip=False) for key, words in told.items()}


def _known_options(check: str, options: Mapping[str, Option]) -> None:
    unknown = set(options) - keywords(check)
    if unknown:
        raise ValueError(f"options: {', '.join(sorted(unknown))}")


def _case(case: Mapping[str, str], card: Mapping[str, object]) -> Case:
    kind = next((kind for kind in CASE_KINDS if kind in case), None)
    if kind is None or set(case) - {kind, "becomes", "ledger", "date"}:
        raise ValueError(f"case: {case}")
    text, spans = unmark(case[kind])
    ledger = case.get("ledger", cast("str | None", card.get("ledger")))
    return Case(kind, text, spans, case.get("becomes"), ledger, case.get("date", cast("str | None", card.get("date"))))


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its `<<…>>`, and where they stood."""
    text, spans = "", []
    rest = marked
    while "<<" in rest:
        before, _, rest = rest.partition("<<")
        inside, _, rest = rest.partition(">>")
        spans.append((len(text) + len(before), len(text) + len(before) + len(inside)))
        text += before + inside
    return text + rest, tuple(spans)
