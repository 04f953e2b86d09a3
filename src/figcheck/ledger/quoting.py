"""A text in, the way to write it in a ledger so that it reads back the same out: bare where that is safe."""

from __future__ import annotations

import json

import yaml

from figcheck import expressions as re
from figcheck.ledger.growth import LOADER

_PLAIN = re.compile(r"\w[\w.%/·、，（）“”《》—+-]*")
"""What is safe anywhere, and needs no parser to say so."""


def quoted(text: str, *, flow: bool) -> str:
    """The text bare, else in single quotes, else in double ones; `flow` inside brackets or braces."""
    if _PLAIN.fullmatch(text):
        return text
    single = "'" + text.replace("'", "''") + "'"
    return next((way for way in (text, single) if _reads_as(way, text, flow)), json.dumps(text, ensure_ascii=False))


def _reads_as(written: str, text: str, flow: bool) -> bool:
    """Whether YAML makes just this one text of it, and so does an editor who looks at it."""
    if "\n" in written or "\r" in written:
        return False
    frame = f"[{written}, 0]" if flow else f"k: {written}"
    try:
        events = [event for event in yaml.parse(frame, Loader=LOADER) if isinstance(event, yaml.NodeEvent)]
    except yaml.YAMLError:
        return False
    scalars = [event.value for event in events if isinstance(event, yaml.ScalarEvent)]
    plain = not any(event.anchor or getattr(event, "tag", None) for event in events)
    return plain and len(events) == 3 and scalars == ([text, "0"] if flow else ["k", text])
