"""A file that can't be checked in, the reason in the reader's language out."""

from __future__ import annotations

from collections.abc import Mapping

from figcheck.model import Language


class DocumentError(Exception):
    """A file or folder that gives no document; one such never stops the others."""

    def __init__(self, path: str, key: str, values: Mapping[str, str] | None = None) -> None:
        # everything goes into args, so that a worker can send the error home
        super().__init__(path, key, values)
        self.path = path
        """As the user named it; `-` for standard input."""
        self.key = key
        """A key of the table of wordings: `documents.missing`."""
        self.values: Mapping[str, str] = dict(values or {})
        """What fills the wording's placeholders, the path aside."""

    def render(self, lang: Language = "zh") -> str:
        """One sentence that names the file and says what is wrong with it."""
        from figcheck.wording import say

        path = say("documents.stdin", lang) if self.path == "-" else self.path
        return say(self.key, lang, path=path, **self.values)

    def __str__(self) -> str:
        return self.render("en")
