"""A sidecar of suppressions in, the findings that it lets pass and the entries that did nothing out.

Articles can't carry comments, so an entry names a rule and a fragment of the text; it outlives edits elsewhere.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck.config.layers import matches
from figcheck.config.mistakes import ConfigError, Mistake
from figcheck.model import Document, Finding
from figcheck.values import Frozen

if TYPE_CHECKING:
    import yaml

_KEYS = ("rule", "text", "path", "reason", "expires")
_NEEDED = ("rule", "text", "reason")
_MAX_BYTES = 2**24


class Suppression(Frozen):
    """One entry: this rule may be broken here, and why."""

    rule: str
    """Code, name or family."""
    text: str
    """A fragment of the article that overlaps what the finding points at."""
    reason: str
    file: str
    line: int
    """1-based, in the sidecar."""
    path: str | None = None
    """A pattern as in .gitignore; None for every article."""
    expires: datetime.date | None = None
    """The last day on which it holds."""

    def silences(self, finding: Finding, document: Document) -> bool:
        """Whether it lets this finding pass, expiry apart."""
        if not (finding.name == self.rule or finding.rule.startswith(self.rule.upper())):
            return False
        return self.is_for(document) and any(
            start < max(finding.end, finding.start + 1) and finding.start < start + len(self.text)
            for start in _places(document.text, self.text)
        )

    def is_for(self, document: Document) -> bool:
        """Whether it is meant for this article."""
        return self.path is None or matches((self.path,), document.path, Path(self.file).absolute().parent)


class Suppressions:
    """The entries of a sidecar in one run, and which of them were of use.

    `today` decides what has expired.
    """

    def __init__(self, entries: Sequence[Suppression], today: datetime.date) -> None:
        live = [entry for entry in entries if entry.expires is None or entry.expires >= today]
        self._live, self._expired = live, [entry for entry in entries if entry not in live]
        self._used: set[Suppression] = set()
        self._seen: set[Suppression] = set()

    def kept(self, findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
        """The findings that no entry lets pass."""
        self._seen.update(entry for entry in self._live if entry.is_for(document) and entry.text in document.text)
        self._seen.update(entry for entry in self._live if entry.path is not None and entry.is_for(document))
        return tuple(finding for finding in findings if not self._silenced(finding, document))

    def _silenced(self, finding: Finding, document: Document) -> bool:
        silencing = [entry for entry in self._live if entry.silences(finding, document)]
        self._used.update(silencing)
        return bool(silencing)

    @property
    def unused(self) -> list[Suppression]:
        """Live entries whose article was checked, or whose text was met, without a finding to let pass."""
        return [entry for entry in self._live if entry in self._seen and entry not in self._used]

    @property
    def expired(self) -> list[Suppression]:
        """Entries that no longer hold."""
        return self._expired


def read_suppressions(path: str) -> list[Suppression]:
    """The entries of a sidecar; none where there is no such file. Raises ConfigError with every mistake."""
    file = Path(path)
    if not file.is_file():
        return []
    if file.stat().st_size > _MAX_BYTES:
        raise ConfigError([Mistake(path, 0, "", "config.too_large")])
    import yaml

    try:
        root = yaml.compose(file.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise ConfigError([Mistake(path, 0, "", "config.not_utf8")]) from None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = (("reason", str(getattr(error, "problem", None) or error)),)
        raise ConfigError([Mistake(path, mark.line + 1 if mark else 0, "", "config.no_yaml", reason)]) from None
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise ConfigError([Mistake(path, 1, "", "config.want_entries")])
    read = [_entry(node, f"[{number}]", path) for number, node in enumerate(root.value)]
    mistakes = [mistake for _, told in read for mistake in told]
    if mistakes:
        raise ConfigError(mistakes)
    return [entry for entry, _ in read if entry is not None]


def _entry(node: yaml.Node, where: str, path: str) -> tuple[Suppression | None, list[Mistake]]:
    line = node.start_mark.line + 1
    pairs = node.value if _kind(node) == "mapping" else None
    if pairs is None or not all(_kind(key) == _kind(value) == "scalar" for key, value in pairs):
        return None, [Mistake(path, line, where, "config.want_entry")]
    mistakes = list(_unknown(pairs, where, path))
    values = {key.value: value.value for key, value in pairs}
    mistakes += [
        Mistake(path, line, where, "config.missing", (("name", name),)) for name in _NEEDED if not values.get(name)
    ]
    expires = None
    if "expires" in values:
        try:
            expires = datetime.date.fromisoformat(values["expires"])
        except ValueError:
            mistakes.append(Mistake(path, line, f"{where}.expires", "config.want_date"))
    if mistakes:
        return None, mistakes
    known = {name: values[name] for name in ("rule", "text", "reason")}
    return Suppression(**known, file=path, line=line, path=values.get("path"), expires=expires), []


def _kind(node: Any) -> str:
    """`mapping`, `sequence` or `scalar`."""
    return str(node.id)


def _unknown(pairs: Sequence[tuple[Any, Any]], where: str, path: str) -> Iterator[Mistake]:
    seen: Mapping[str, int] = {}
    for key, _ in pairs:
        line, name = key.start_mark.line + 1, key.value
        if name in seen:
            yield Mistake(path, line, f"{where}.{name}", "config.twice", (("line", str(seen[name])),))
        seen = {**seen, name: line}
        if name not in _KEYS:
            from difflib import get_close_matches

            near = get_close_matches(name, _KEYS, n=1, cutoff=0.5)
            values = (("name", name), *((("near", near[0]),) if near else ()))
            yield Mistake(path, line, f"{where}.{name}", "config.unknown_near" if near else "config.unknown", values)


def _places(text: str, fragment: str) -> Iterator[int]:
    at = text.find(fragment)
    while at >= 0:
        yield at
        at = text.find(fragment, at + 1)
