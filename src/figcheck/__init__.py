"""figcheck: a checker of facts and figures in Chinese news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from figcheck.api import Document, Ledger, Mention, Report, check, extract, load

__all__ = ["Document", "Ledger", "Mention", "Report", "__version__", "check", "extract", "load"]


def __getattr__(name: str) -> Any:
    """Loads the Python API when somebody asks for it: the command line has no need of it."""
    if name not in __all__:
        raise AttributeError(name)
    from figcheck import api

    return getattr(api, name)
