"""YAML ledgers in, one frozen `Ledger` out, or all their mistakes at once."""

from figcheck.ledger.articles import find_entry
from figcheck.ledger.load import load
from figcheck.ledger.mistakes import LedgerError, Mistake
from figcheck.ledger.schema import schema

__all__ = ["LedgerError", "Mistake", "find_entry", "load", "schema"]
