"""The tree of a page in, whose page it is and what its elements are by that site's table out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.data import pages as data
from figcheck.values import Frozen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ENOUGH = 20
"""Characters that a body must have at least."""
_MOST_NODES = 5000


class Site(Frozen):
    """A site's page."""

    name: str
    """Empty where the site is not known."""
    roles: dict[int, str]
    """What elements are, by `mem_id`."""


def read_site(tree: LexborHTMLParser) -> Site:
    """The site with the title and the body that the page has; else one of a system that puts its body where others do.

    No roles at all where neither is known.
    """
    for name, table in data.SITES:
        selectors = dict(table)
        body = _first(tree, selectors["body"])
        title = _first(tree, selectors["title"], least=1) if body is not None else None
        if body is not None and title is not None:
            return Site(name, _roles(tree, selectors) | {title.mem_id: "title", body.mem_id: "body"})
    body = _first(tree, data.BODIES)
    return Site("", {} if body is None else {body.mem_id: "body"})


def _roles(tree: LexborHTMLParser, selectors: dict[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for role in data.ROLES:
        if role not in ("title", "body"):
            found |= {node.mem_id: role for node in tree.css(selectors[role])} if role in selectors else {}
    return found


def _first(tree: LexborHTMLParser, selectors: str, least: int = _ENOUGH) -> LexborNode | None:
    """The first element with text in it that a selector finds; earlier selectors go before later ones."""
    for selector in selectors.split(","):
        for node in tree.css(selector)[:8]:
            if _has_text(node, least):
                return node
    return None


def _has_text(node: LexborNode, least: int) -> bool:
    length = 0
    for number, inner in enumerate(node.traverse(include_text=True)):
        if inner.is_text_node:
            length += len((inner.text_content or "").strip())
        if length >= least or number > _MOST_NODES:
            break
    return length >= least
