"""The rows of a page in, out which of them are its body: where most of the prose stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from figcheck import expressions as re

from .rows import Page, Row

_PROSE = re.compile(r"[。！？；，]|[.!?;,] ")
_ENOUGH = 70
"""Share of the prose, in percent, that a block must have for the search to go on inside."""


def is_linked(row: Row) -> bool:
    """Whether a row leads to other pages: most of it is links."""
    return 2 * row.linked > len(row.text)


def weight(row: Row) -> int:
    """How many characters of prose a row has; none where it has no sentence or leads elsewhere."""
    text = row.text
    return len(text) if _PROSE.search(text) and 2 * row.linked <= len(text) else 0


def find_body(page: Page) -> tuple[int, int] | None:
    """The rows from the first of the body to the last, the end exclusive; None where the page has no prose."""
    weights = [weight(row) for row in page.rows]
    beside = inside(page, page.beside)
    article = [0 if row.block in beside else value for row, value in zip(page.rows, weights, strict=True)]
    weights = article if any(article) else weights
    if not any(weights):
        return None
    held = inside(page, {_densest(page, weights)})
    places = [place for place, row in enumerate(page.rows) if weights[place] and row.block in held]
    return places[0], places[-1] + 1


def inside(page: Page, blocks: Collection[int]) -> set[int]:
    """These blocks and all within them."""
    found = set(blocks)
    for block in range(1, len(page.parents)):
        if page.parents[block] in found:
            found.add(block)
    return found


def _densest(page: Page, weights: Sequence[int]) -> int:
    """The innermost block of several paragraphs that still has most of the prose."""
    sums, counts = [0] * len(page.parents), [0] * len(page.parents)
    for row, value in zip(page.rows, weights, strict=True):
        sums[row.block] += value
        counts[row.block] += value > 0
    for block in range(len(sums) - 1, 0, -1):
        sums[page.parents[block]] += sums[block]
        counts[page.parents[block]] += counts[block]
    heaviest: dict[int, int] = {}
    for block in range(1, len(sums)):
        known = heaviest.get(page.parents[block])
        if known is None or sums[block] > sums[known]:
            heaviest[page.parents[block]] = block
    block = 0
    while (child := heaviest.get(block)) and 100 * sums[child] >= _ENOUGH * sums[block] and counts[child] > 1:
        block = child
    return block
