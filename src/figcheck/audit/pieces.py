"""A piece of work in, its part in the store out: read, judged by the batch, written, whatever the engine."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from figcheck.audit.judging import batch_of, split
from figcheck.audit.reading import Record, read
from figcheck.audit.store import Store
from figcheck.audit.units import Unit
from figcheck.config import Configuration, Value
from figcheck.model import Language

BATCH = 128
"""Documents that are judged and written together: what a worker holds at most."""
_BATCH_BYTES = 16 * 2**20
"""Bytes of such, beyond which a batch is not filled up."""

Places = Iterator[tuple[int, Record]]
"""Records, each with its place in the piece."""
Function = Callable[[pa.RecordBatch], pa.RecordBatch]
"""From RECORDS to JUDGED."""


class Setup(NamedTuple):
    """All that a worker needs to know; it travels to it once."""

    store: str
    configuration: tuple[str | None, bool, Mapping[str, Value]]
    """The file that is named, whether none is to be read, and what the command line gave."""
    lang: Language = "zh"
    timeout: float = 60
    columns: Mapping[str, str] = {}

    def configured(self) -> Configuration:
        """The configuration, read anew. Raises ConfigError."""
        file, alone, given = self.configuration
        return Configuration.isolated(given) if alone else Configuration(Path(file) if file else None, given)


class Told:
    """What there is to tell of a piece."""

    def __init__(self) -> None:
        self.held: list[tuple[str, bytes]] = []
        """Documents that were audited, with the digests of their content."""
        self.seen: list[bytes] = []
        """Keys of those that are as they were."""
        self.lost: list[str] = []
        """Containers that could not be read to their end."""
        self.skipped = self.failures = self.findings = 0


def records(unit: Unit, columns: Mapping[str, str], told: Told) -> Places:
    """The records of a piece with their places."""
    for place, record in enumerate(read(unit, columns)):
        if record.lost:
            told.lost.append(record.path)
        yield place, record


def batches(found: Places, fallen: Mapping[int, str], told: Told) -> Iterator[pa.RecordBatch]:
    """Batches of RECORDS, none larger than a worker may hold; `fallen` as for `batch_of`."""
    waiting: list[tuple[int, Record]] = []
    size = 0
    for place, record in found:
        told.held.append((record.document, record.digest))
        waiting.append((place, record))
        size += len(record.data or b"") + sum(map(len, (record.fields or {}).values()))
        if len(waiting) >= BATCH or size >= _BATCH_BYTES:
            yield batch_of(waiting, fallen)
            waiting, size = [], 0
    if waiting:
        yield batch_of(waiting, fallen)


def write(store: Store, part: str, found: Iterable[pa.RecordBatch], judge: Function, told: Told) -> None:
    """Judges batches into a part, which is there afterwards if it has documents. Raises OSError."""
    with store.writing(part) as writer:
        for batch in found:
            tables = split(judge(batch))
            told.failures += tables["failures"].num_rows
            told.findings += tables["findings"].num_rows
            writer.write(tables)


def those(found: Places, places: Container[int] | None) -> Places:
    """The records at some places; all for None."""
    return found if places is None else ((place, record) for place, record in found if place in places)
