"""YAML ledgers in, one frozen `Ledger` out, or all their mistakes at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from figcheck.ledger.articles import find_entry
    from figcheck.ledger.cached import Packed, known, packed, unpacked
    from figcheck.ledger.files import ledger_files
    from figcheck.ledger.loading import load
    from figcheck.ledger.mistakes import LedgerError, Mistake
    from figcheck.ledger.schemas import schema

__all__ = [
    "LedgerError",
    "Mistake",
    "Packed",
    "find_entry",
    "known",
    "ledger_files",
    "load",
    "packed",
    "schema",
    "unpacked",
]

_HOMES = {
    "LedgerError": "mistakes",
    "Mistake": "mistakes",
    "Packed": "cached",
    "find_entry": "articles",
    "known": "cached",
    "ledger_files": "files",
    "load": "loading",
    "packed": "cached",
    "schema": "schemas",
    "unpacked": "cached",
}


def __getattr__(name: str) -> Any:
    """Loads what is asked for: what was made of a ledger in a former run needs none of what reads ledgers."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
