"""The source of a page in, out what of it is text, and a copy for the parser in which every text carries its number.

A parser for HTML mends what is broken, moves what stands in the wrong place, and tells no offsets. So each stretch of
text between two tags gets a number in front, in two characters that no page has use for. Wherever the parser puts the
text, the number says where it came from. A tag that is mistaken for text, or the other way about, costs places and
never gives a wrong one, because whoever reads the text compares it with the source (see `places`).

The copy also spares the parser what would keep it busy for hours: formatting elements, which it would open again in
every paragraph, are renamed, and elements are not nested without end.
"""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.values import Frozen

_ATTRIBUTES = (
    r"(?:[ \t\n\f\r/]++|[^ \t\n\f\r/>][^ \t\n\f\r/=>]*+"
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r"'>][^ \t\n\f\r>]*+)?+)?+)*+"""
)
_MARKUP = re.compile(
    r"<(?:!--(?:-?>|.*?(?:--!?>|\Z))|[!?][^>]*+(?:>|\Z)|/(?:[^a-zA-Z>][^>]*+(?:>|\Z)|>)"
    rf"|(?P<slash>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)(?P<attributes>{_ATTRIBUTES})(?:>|\Z))",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""([^ \t\n\f\r/>][^ \t\n\f\r/=>]*+)"""
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"([^"]*+)(?:"|\Z)|'([^']*+)(?:'|\Z)|([^ \t\n\f\r"'>][^ \t\n\f\r>]*+))?+)?+"""
)
_RAW = frozenset("script style xmp iframe noembed noframes textarea title".split())
"""Elements whose content has no tags."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY_THEIR_LIKE = frozenset("p li dt dd td th tr tbody thead tfoot option colgroup".split())
_FORMATTING = frozenset("b big code em font i nobr s small strike strong tt u".split())
"""What the parser would open again in every block that follows."""
_INLINE = frozenset({*_FORMATTING, "a", "span"})
_DEEPEST_INLINE = 500
_DEEPEST = 1000
"""Open elements beyond which tags are left out: no page that somebody reads has a tenth of that."""

_MOST_DRAWN = 5000
"""The same for elements of drawings that close themselves: where the parser is out of the drawing, they don't."""

FIRST_MARKS, SECOND_MARKS = 0xF0000, 0x100000
_BASE = 0xFFFE
"""The characters of a mark: one from each of the two planes that belong to nobody."""
_TAKEN = re.compile("[\ud800-\udfff\U000f0000-\U0010ffff]")


class Tag(Frozen):
    """A tag that says something of the page, by its place in the source."""

    name: str
    start: int
    end: int


class Markup(Frozen):
    """What a page consists of; offsets are into its source."""

    prepared: str
    """For the parser: the source with a mark before each text."""
    texts: list[tuple[int, int]]
    """Where the texts stand, by number."""
    tags: list[Tag]
    """Tags of `meta` and `link`."""
    scripts: list[Tag]
    """The contents of scripts; `name` is the start tag."""


def read_markup(source: str) -> Markup:
    """The tags and texts of a page, in time that grows with its length."""
    return _Scanner(source).scan()


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag, their names in lower case, their values as they are written; the first counts."""
    found: dict[str, str] = {}
    name = re.match(r"</?[a-zA-Z][^ \t\n\f\r/>]*+", tag)
    for match in _ATTRIBUTE.finditer(tag, name.end() if name else 0):
        found.setdefault(match[1].lower(), next((value for value in match.groups()[1:] if value is not None), ""))
    return found


class _Scanner:
    """One page while it is read."""

    def __init__(self, source: str) -> None:
        self._source = _TAKEN.sub("\ufffd", source)
        self._parts: list[str] = []
        self._texts: list[tuple[int, int]] = []
        self._tags: list[Tag] = []
        self._scripts: list[Tag] = []
        self._open: dict[str, int] = {}
        self._depth = 0
        self._drawn = 0

    def scan(self) -> Markup:
        at, source = 0, self._source
        while at < len(source):
            start = source.find("<", at)
            match = _MARKUP.match(source, start) if start >= 0 else None
            while match is None and start >= 0:
                start = source.find("<", start + 1)
                match = _MARKUP.match(source, start) if start >= 0 else None
            if match is None:
                self._text(at, len(source))
                break
            self._text(at, match.start())
            at = self._markup(match)
        return Markup("".join(self._parts), self._texts, self._tags, self._scripts)

    def _text(self, start: int, end: int) -> None:
        text = self._source[start:end]
        if text and not text.isspace():
            number = len(self._texts)
            self._texts.append((start, end))
            self._parts.append(chr(FIRST_MARKS + number // _BASE) + chr(SECOND_MARKS + number % _BASE))
        self._parts.append(text)

    def _markup(self, match: re.Match[str]) -> int:
        """Copies what the parser needs of a tag, and what of it has no tags inside; gives where to go on."""
        name = (match["name"] or "").lower()
        if not name:
            return match.end()
        if match["slash"]:
            self._parts.append(self._end_tag(name))
            return match.end()
        self._parts.append(self._start_tag(name, match))
        return self._raw(name, match) if name in _RAW else match.end()

    def _start_tag(self, name: str, match: re.Match[str]) -> str:
        if name in ("meta", "link"):
            self._tags.append(Tag(name, match.start(), match.end()))
        if name in _VOID or name in _CLOSED_BY_THEIR_LIKE or name in _RAW:
            return match[0]
        if match["attributes"].endswith("/") and (self._open.get("svg") or self._open.get("math")):
            self._drawn += 1
            return match[0] if self._drawn < _MOST_DRAWN else ""
        if self._depth >= (_DEEPEST_INLINE if name in _INLINE else _DEEPEST):
            return ""
        self._open[name] = self._open.get(name, 0) + 1
        self._depth += 1
        return self._renamed(name, match)

    def _renamed(self, name: str, match: re.Match[str]) -> str:
        return f"<span{match['attributes']}>" if name in _FORMATTING else match[0]

    def _end_tag(self, name: str) -> str:
        if self._open.get(name):
            self._open[name] -= 1
            self._depth -= 1
        return f"</{'span' if name in _FORMATTING else name}>"

    def _raw(self, name: str, match: re.Match[str]) -> int:
        start = match.end()
        closing = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(self._source, start)
        end = closing.start() if closing else len(self._source)
        if name == "title":
            self._text(start, end)
        elif name == "script":
            self._scripts.append(Tag(match[0], start, end))
        return end
