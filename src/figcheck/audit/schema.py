"""The store's datasets as Arrow schemas, and the shapes of what goes into and comes out of the judging of a batch.

VERSION is written into every part; it is raised when a reader of the old shape would go wrong. Fields are only added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 2

_KEY = pa.string()
_DIGEST = pa.binary(16)

MENTIONS = pa.schema(
    [
        ("document", _KEY),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("text", pa.string()),
        ("core_start", pa.int64()),
        ("core_end", pa.int64()),
        ("kind", pa.string()),
        ("value", pa.string()),
        ("low", pa.string()),
        ("high", pa.string()),
        ("low_inclusive", pa.bool_()),
        ("high_inclusive", pa.bool_()),
        ("unit", pa.string()),
        ("unit_code", pa.string()),
        ("hedge", pa.string()),
    ]
)
"""A row a figure, with the fields of `figcheck extract`."""

CLAIMS = pa.schema(
    [
        ("document", _KEY),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("text", pa.string()),
        ("status", pa.string()),
        ("fact", pa.string()),
        ("subject", pa.string()),
        ("measure", pa.string()),
        ("period", pa.string()),
        ("period_origin", pa.string()),
        ("direction", pa.int8()),
        ("basis", pa.string()),
        ("dimension", pa.string()),
        ("unit", pa.string()),
        ("hedge", pa.string()),
        ("low", pa.string()),
        ("high", pa.string()),
        ("exact", pa.string()),
        ("sentence", pa.string()),
        ("scope", pa.string()),
        ("change", pa.string()),
        ("sure", pa.int8()),
    ]
)
"""A row a claim: what became of it, and what its sentence says that it is of. `low`, `high` and `exact` are in the
dimension's base unit, as decimals or fractions in text. `subject`, `measure`, `scope`, `change` and `sure` are those of
a statement, null where nothing is surely stated."""

FINDINGS = pa.schema(
    [
        ("document", _KEY),
        ("rule", pa.string()),
        ("name", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("line", pa.int64()),
        ("column", pa.int64()),
        ("text", pa.string()),
        ("expected", pa.string()),
        ("in_title", pa.bool_()),
        ("fingerprint", pa.string()),
        ("evidence", pa.string()),
        ("fix", pa.string()),
    ]
)
"""A row a finding; evidence and fix as the JSON of contracts.md."""

DOCUMENTS = pa.schema(
    [
        ("document", _KEY),
        ("path", pa.string()),
        ("digest", _DIGEST),
        ("title", pa.string()),
        ("date", pa.string()),
        ("year", pa.int32()),
        ("month", pa.int32()),
        ("source", pa.string()),
        ("section", pa.string()),
        ("desk", pa.string()),
        ("reporters", pa.list_(pa.string())),
        ("editors", pa.list_(pa.string())),
        ("characters", pa.int64()),
        ("figures", pa.int64()),
        ("backed", pa.int64()),
        ("contradicted", pa.int64()),
        ("not_comparable", pa.int64()),
        ("unverified", pa.int64()),
        ("errors", pa.int64()),
        ("warnings", pa.int64()),
        ("notes", pa.int64()),
        ("failed", pa.bool_()),
    ]
)
"""A row a document, those that failed included. `document` is its name in the archive: a path, an id, or both with `#`
between; `characters` are those of the text without white space."""

FAILURES = pa.schema(
    [("document", _KEY), ("path", pa.string()), ("digest", _DIGEST), ("stage", pa.string()), ("reason", pa.string())]
)
"""A row for what could not be read or judged; `stage` is source, read, judge, timeout or crash."""

DATASETS: Mapping[str, pa.Schema] = {
    "documents": DOCUMENTS,
    "mentions": MENTIONS,
    "claims": CLAIMS,
    "findings": FINDINGS,
    "failures": FAILURES,
}
"""Every dataset of a store."""

FIELDS = ("title", "date", "text", "source", "byline", "editor", "url", "section", "desk")
"""What a record of JSONL or Parquet may have beside its `id`."""

RECORDS = pa.schema(
    [
        ("place", pa.int64()),
        ("document", _KEY),
        ("path", pa.string()),
        ("digest", _DIGEST),
        ("data", pa.binary()),
        *((name, pa.string()) for name in FIELDS),
        ("stage", pa.string()),
        ("reason", pa.string()),
    ]
)
"""What is judged: the bytes of a file in `data`, or the fields of a record, or why there is neither. `place` counts the
records of a piece; `stage` is given where it is settled already what became of the document."""


def _nested(name: str) -> pa.Field:
    inner = [field for field in DATASETS[name] if field.name != "document"]
    return pa.field(name, pa.list_(pa.struct(inner)))


JUDGED = pa.schema(
    [
        *DOCUMENTS,
        *(_nested(name) for name in ("mentions", "claims", "findings")),
        ("stage", pa.string()),
        ("reason", pa.string()),
    ]
)
"""What comes out of the judging: a row a document with all that belongs to it, whatever the engine."""


def stamped(schema: pa.Schema) -> pa.Schema:
    """The schema with the version in its metadata."""
    return schema.with_metadata({"figcheck.schema": str(VERSION)})
