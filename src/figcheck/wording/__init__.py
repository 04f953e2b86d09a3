"""A key and its values in, a sentence in the reader's language out: the one table of user-facing words."""

from __future__ import annotations

from collections.abc import Mapping

from figcheck.model import Language

from . import cases, commands, config, documents, keeping, ledger, links, page, reports, setting_up

TABLE: Mapping[str, tuple[str, str]] = {
    **cases.TABLE,
    **commands.TABLE,
    **config.TABLE,
    **documents.TABLE,
    **keeping.TABLE,
    **ledger.TABLE,
    **links.TABLE,
    **page.TABLE,
    **reports.TABLE,
    **setting_up.TABLE,
}
"""Key to Chinese and English; the part before the dot names the room that uses it."""


def say(key: str, lang: Language = "zh", /, **values: object) -> str:
    """The sentence for `key`, its placeholders filled. Raises KeyError where the table lacks the key."""
    return TABLE[key][0 if lang == "zh" else 1].format(**values)
