"""Nothing in; whether what audits need is installed, told and ended with 2 where it is not, out."""

from __future__ import annotations

from importlib.util import find_spec

import typer

from figcheck.model import Language
from figcheck.wording import say

from ..streams import complain

_NEEDED = ("pyarrow", "duckdb", "zstandard", "warcio")
SPARK = ("pyspark", "pandas")
"""What the cluster engine needs besides."""


def must_have(lang: Language, *more: str) -> None:
    """Raises typer.Exit where `figcheck[audit]` is not installed, or of `figcheck[spark]` what is named; says so."""
    for name in (*_NEEDED, *more):
        if find_spec(name) is None:
            complain(say("audit.no_extra", lang, name=name, extra="spark" if name in more else "audit"))
            raise typer.Exit(2)
