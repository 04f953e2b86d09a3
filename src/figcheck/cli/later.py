"""Names of modules in, stand-ins for them out that load when something of theirs is used.

Typer imports a good part of the standard library for what figcheck never asks of it: to open a browser, to lay out a
traceback, to complete in a shell. Without these a check starts a dozenth sooner.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

SELDOM = ("bz2", "ipaddress", "linecache", "locale", "lzma", "subprocess", "textwrap", "tokenize")
"""Modules of the standard library that are imported for things seldom done."""


class _Later(ModuleType):
    """A module that is not loaded yet."""

    def __getattr__(self, name: str) -> Any:
        """Loads the module, whose names are then found without passing here."""
        spec = self.__spec__
        assert spec is not None and spec.loader is not None
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(self)
        return getattr(self, name)


def stand_in(names: Iterable[str] = SELDOM) -> None:
    """Puts stand-ins in the place of those of the modules that nobody has imported yet."""
    for name in names:
        spec = PathFinder.find_spec(name) if name not in sys.modules else None
        if spec is not None and spec.loader is not None:
            module = _Later(name)
            module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
            sys.modules[name] = module
