"""A store's folder in, its answers out; what is not installed, or is no store, is told and ends the run with 2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typer

from figcheck.model import Language
from figcheck.wording import say

from ..streams import complain

if TYPE_CHECKING:
    from figcheck.audit.answers import Answers

_NEEDED = ("pyarrow", "duckdb", "zstandard", "warcio")
SPARK = ("pyspark", "pandas")
"""What the cluster engine needs besides."""


def must_have(lang: Language, *more: str) -> None:
    """Raises typer.Exit where `figcheck[audit]` is not installed, or of `figcheck[spark]` what is named; says so."""
    for name in (*_NEEDED, *more):
        if find_spec(name) is None:
            complain(say("audit.no_extra", lang, name=name, extra="spark" if name in more else "audit"))
            raise typer.Exit(2)


@contextmanager
def answers_of(store: str, lang: Language) -> Iterator[Answers]:
    """What a store says; a mistake in asking it is told too. Raises typer.Exit."""
    must_have(lang)
    from figcheck.audit.answers import Answers
    from figcheck.audit.store import StoreError

    try:
        yield Answers(store)
    except StoreError as mistake:
        complain(say(mistake.key, lang, **mistake.values))
        raise typer.Exit(2) from None
