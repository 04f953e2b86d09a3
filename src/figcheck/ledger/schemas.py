"""The tables of keys in, a JSON Schema (draft 2020-12) out, by which an editor's program completes and checks."""

from __future__ import annotations

from figcheck.model import Language
from figcheck.wording import say


def schema(lang: Language = "zh") -> dict[str, object]:
    """The form of a ledger. Looser than `load`: it knows neither the calendar nor the reader of figures."""
    from figcheck.ledger.sections import LEDGER, section_schema

    worded = _worded(section_schema(LEDGER), lang)
    assert isinstance(worded, dict)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": say("ledger.doc.ledger", lang),
        **worded,
    }


def _worded(part: object, lang: Language) -> object:
    """The schema with its descriptions said in a language."""
    if isinstance(part, list):
        return [_worded(item, lang) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        name: say(inner, lang) if name == "description" and isinstance(inner, str) else _worded(inner, lang)
        for name, inner in part.items()
    }
