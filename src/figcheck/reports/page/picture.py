"""Counts in, small pictures as SVG out: a bar of parts, and a strip that shows where an article's findings stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

_WIDTH = 600
_HEIGHT = 14


def bar(parts: Mapping[str, int], label: str) -> Markup:
    """A bar in parts of the lengths given, each of the class of its name; an empty one where all are nought."""
    from markupsafe import Markup, escape

    total = sum(parts.values())
    drawn, at = [], 0
    for name, count in parts.items():
        if count:
            start, end = at * _WIDTH // total, (at + count) * _WIDTH // total
            at += count
            width = max(end - start - 1, 2)
            drawn.append(f'<rect class="{name}" x="{start}" y="0" width="{width}" height="{_HEIGHT}"/>')
    return _svg(Markup("".join(drawn)), escape(label))


def strip(length: int, places: Sequence[tuple[int, str]], label: str) -> Markup:
    """A strip for a text of `length` code points, with a stroke at each place, of the class given."""
    from markupsafe import Markup, escape

    strokes = [
        f'<rect class="{name}" x="{at * (_WIDTH - 3) // max(length, 1)}" y="0" width="3" height="{_HEIGHT}"/>'
        for at, name in places
    ]
    return _svg(Markup("".join(strokes)), escape(label))


def _svg(inside: Markup, label: Markup) -> Markup:
    from markupsafe import Markup

    return Markup(
        '<svg class="bar" viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" aria-label="{label}">'
        '<rect class="ground" x="0" y="0" width="{width}" height="{height}"/>{inside}</svg>'
    ).format(width=_WIDTH, height=_HEIGHT, label=label, inside=inside)
