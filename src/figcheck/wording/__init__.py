"""A key and its values in, a sentence in the reader's language out: the one table of user-facing words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from figcheck.model import Language

_ROOMS = {
    "card": ("links",),
    "commands": ("commands", "audit", "keeping", "setting_up"),
    "init": ("setting_up",),
    "link": ("links",),
    "rule": ("links",),
    "why": ("links",),
}
"""Where the words of a room are, if not in the module of its name."""


class _Table(Mapping[str, tuple[str, str]]):
    """Key to Chinese and English; the part before the dot names the room that uses it, whose words are then loaded."""

    def __init__(self) -> None:
        self._loaded: dict[str, tuple[str, str]] = {}
        self._rooms: set[str] = set()

    def __getitem__(self, key: str) -> tuple[str, str]:
        room = key.partition(".")[0]
        if room not in self._rooms:
            self._rooms.add(room)
            for module in _ROOMS.get(room, (room,)):
                try:
                    self._loaded.update(import_module(f"{__name__}.{module}").TABLE)
                except ModuleNotFoundError:
                    raise KeyError(key) from None
        return self._loaded[key]

    def __iter__(self) -> Iterator[str]:
        from pkgutil import iter_modules

        for module in iter_modules(__path__):
            yield from import_module(f"{__name__}.{module.name}").TABLE

    def __len__(self) -> int:
        return sum(1 for _ in self)


TABLE: Mapping[str, tuple[str, str]] = _Table()
"""All of them."""


def say(key: str, lang: Language = "zh", /, **values: object) -> str:
    """The sentence for `key`, its placeholders filled. Raises KeyError where the table lacks the key."""
    return TABLE[key][0 if lang == "zh" else 1].format(**values)
