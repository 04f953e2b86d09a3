"""What a page says of itself out of sight in, its title, date and credits out: meta elements, JSON-LD, scripts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from figcheck import expressions as re
from figcheck.data import pages as data
from figcheck.values import Frozen

from .markup import Markup, Tag, attributes
from .places import Segment

_NAMES = {name: role for role, names in data.META for name in names.split()}
_RANKS = {name: rank for rank, name in enumerate(_NAMES)}
_KEYS = tuple((role, keys.split()) for role, keys in data.LINKED_DATA)
_ARTICLE = ("headline", "datePublished", "pubDate", "articleBody")
_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_LONGEST = 200
_LONGEST_DATA = 1_000_000


class Told(Frozen):
    """Something that a page says of itself."""

    role: str
    value: str
    segment: Segment
    """The value, and where it stands in the source."""


def read_told(source: str, markup: Markup, site: str) -> list[Told]:
    """What a page says of itself, the most trustworthy first: meta elements, JSON-LD, scripts."""
    return [*_of_meta(source, markup), *_of_linked_data(source, markup), *_of_scripts(source, markup, site)]


def _of_meta(source: str, markup: Markup) -> list[Told]:
    found = []
    for tag in markup.tags:
        given = attributes(source[tag.start : tag.end])
        if tag.name == "link":
            if given.get("rel", "").lower() == "canonical":
                found.append((-1, _told(source, tag, "url", given.get("href", ""))))
            continue
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name in _NAMES:
            found.append((_RANKS[name], _told(source, tag, _NAMES[name], given.get("content", ""))))
    return [told for _, told in sorted(found, key=lambda pair: pair[0]) if told.value]


def _told(source: str, tag: Tag, role: str, written: str) -> Told:
    """The value as it is meant; `written` is how it stands between the places of the tag."""
    from html import unescape

    value = " ".join(unescape(written).split())[:_LONGEST]
    at = source.find(value, tag.start, tag.end) if value else -1
    if at >= 0:
        return Told(role, value, Segment(value, at, at + len(value), True))
    return Told(role, value, Segment(value, tag.start, tag.end, False))


def _of_linked_data(source: str, markup: Markup) -> Iterator[Told]:
    for script in markup.scripts:
        if (
            "ld+json" not in attributes(script.name).get("type", "").lower()
            or script.end - script.start > _LONGEST_DATA
        ):
            continue
        for record in _records(source[script.start : script.end]):
            for role, keys in _KEYS:
                value = next((value for key in keys if (value := _named(record.get(key)))), "")
                if value:
                    yield _told(source, script, role, value)


def _records(text: str) -> list[dict[str, Any]]:
    """The articles that a piece of JSON-LD describes; none where it is no JSON."""
    import json

    try:
        found = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    records = found if isinstance(found, list) else [found]
    records = [each for record in records if isinstance(record, dict) for each in [record, *_graph(record)]]
    return [record for record in records if isinstance(record, dict) and any(key in record for key in _ARTICLE)]


def _graph(record: dict[str, Any]) -> list[Any]:
    graph = record.get("@graph")
    return graph if isinstance(graph, list) else []


def _named(value: object) -> str:
    """A text, the name of a thing, or the names of several."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return " ".join(name for name in map(_named, value[:20]) if name)
    return value.strip() if isinstance(value, str) else ""


def _of_scripts(source: str, markup: Markup, site: str) -> Iterator[Told]:
    for name, role, pattern, kind in data.SCRIPTED:
        for script in markup.scripts if name == site else ():
            match = re.compile(pattern).search(source, script.start, script.end)
            if match is not None:
                place = Tag("", *match.span("value"))
                yield _told(source, place, role, _moment(match["value"]) if kind == "seconds" else match["value"])


def _moment(seconds: str) -> str:
    """The date and time in China that many seconds after 1970 began."""
    return datetime.datetime.fromtimestamp(int(seconds), _CHINA).strftime("%Y-%m-%d %H:%M")
