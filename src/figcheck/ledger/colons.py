"""A text in, the key and the full-width colon that it begins with out: `value：3`, as a Chinese hand types."""

from __future__ import annotations

from figcheck import expressions as re

FULL_WIDTH = r"(?P<name>[^\s：:,，。;；#\"'“”‘’\[\]{}-][^\s：:,，。;；#\"'“”‘’\[\]{}]{0,19})(?P<wide>[ ]*：)"
"""A key as one would write it, and the colon after it."""

_BEGINNING = re.compile(FULL_WIDTH)


def full_width_key(text: str) -> tuple[str, int] | None:
    """The key and the offset of the full-width colon after it; None where the text does not begin so."""
    match = _BEGINNING.match(text)
    return (match["name"], match.end() - 1) if match else None
