"""A file of findings that are known already in, those that are new out; and such a file written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from figcheck.config.mistakes import ConfigError, Mistake
from figcheck.fingerprints import fingerprints
from figcheck.model import Document, Finding

VERSION = 1


class Baseline:
    """What was known when the baseline was written: for every article the fingerprints of its findings."""

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        self._known = {path: Counter(names) for path, names in known.items()}

    def new(self, findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
        """The findings of an article that the baseline does not have."""
        known = self._known.get(key(document), Counter())
        names = fingerprints(document, findings)
        return tuple(finding for finding, name in zip(findings, names, strict=True) if name not in known)


def key(document: Document) -> str:
    """The name of an article in a baseline: its path with forward slashes."""
    return document.path.replace("\\", "/").removeprefix("./")


def read_baseline(path: str) -> Baseline:
    """The baseline of a file. Raises ConfigError where it is missing or none."""
    try:
        record = json.loads(Path(path).read_text("utf-8"))
        known = record["documents"]
        if record["version"] != VERSION or not all(isinstance(names, list) for names in known.values()):
            raise ValueError
        return Baseline(known)
    except FileNotFoundError:
        raise ConfigError([Mistake(path, 0, "", "config.baseline_missing")]) from None
    except OSError as error:
        raise ConfigError([Mistake(path, 0, "", "config.unreadable", (("reason", str(error.strerror)),))]) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError([Mistake(path, 0, "", "config.baseline_broken")]) from None


def baseline_text(found: Iterable[tuple[Document, Sequence[Finding]]]) -> str:
    """The text of a baseline in which all these findings are known; a line a finding, so that it can be reviewed."""
    known: dict[str, list[str]] = {}
    for document, findings in found:
        if findings:
            known.setdefault(key(document), []).extend(fingerprints(document, findings))
    record = {"version": VERSION, "documents": dict(sorted(known.items()))}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
