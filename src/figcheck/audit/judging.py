"""A batch of records in, the same number of rows with all that was read, claimed and found in each out.

The one function that every engine runs: `Judge.batch`, from one batch of Arrow to another, without files or state but
the bench, which a worker builds once.
"""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

import pyarrow as pa

from figcheck import documents
from figcheck.audit.reading import Record
from figcheck.audit.schema import DATASETS, FIELDS, JUDGED, RECORDS
from figcheck.audit.statements import Statement, statements
from figcheck.bench import Benches
from figcheck.documents import DocumentError
from figcheck.fingerprints import fingerprints
from figcheck.model import Claim, Document, Fact, Figure, Language, Quantity, Report, Stamp
from figcheck.reports.as_json import evidence_record, fix_record, mention_record
from figcheck.reports.places import Lines

Row = dict[str, Any]


class TooSlow(BaseException):
    """A document took longer than it may; no Exception, so that nothing on the way takes it for its own mistake."""


class Judge:
    """The bench of a worker, and how long a document may take."""

    def __init__(
        self,
        benches: Benches,
        lang: Language = "zh",
        timeout: float = 0,
        watch: Callable[[int], None] = lambda place: None,
    ) -> None:
        """`watch` is told the place of each record before it is judged. Raises as `Benches.of` does."""
        benches.of(benches.configuration.run)  # that the first document does not pay for rules and ledger with its time
        self._benches, self._lang, self._timeout, self._watch = benches, lang, timeout, watch

    def batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of RECORDS judged into one of JUDGED, a row for a row."""
        rows = []
        for told in batch.to_pylist():
            self._watch(told["place"])
            record = record_of(told)
            rows.append(failed(record, told["stage"], record.reason) if told["stage"] else self.row(record))
        try:
            return pa.RecordBatch.from_pylist(rows, schema=JUDGED)
        except (pa.ArrowException, UnicodeError, OverflowError):
            return pa.RecordBatch.from_pylist([_storable(row) for row in rows], schema=JUDGED)

    def row(self, record: Record) -> Row:
        """One record judged. Raises nothing: what goes wrong is a row that says so."""
        try:
            with _limited(self._timeout):
                document = document_of(record, self._benches)
                report = self._benches.check(document, self._lang)
                return _row(record, report)
        except TooSlow:
            return failed(record, "timeout", f"> {self._timeout:g} s")
        except DocumentError as mistake:
            return failed(record, "read", mistake.render(self._lang))
        except Exception as crash:
            return failed(record, "judge", f"{type(crash).__name__}: {crash}")


def record_of(row: Mapping[str, Any]) -> Record:
    """A row of RECORDS as a record."""
    fields = {name: row[name] for name in FIELDS if row[name] is not None}
    return Record(row["document"], row["path"], row["data"], fields or None, row["reason"] or "")


def batch_of(records: Iterable[tuple[int, Record]], fallen: Mapping[int, str] = MappingProxyType({})) -> pa.RecordBatch:
    """Records with their places as a batch of RECORDS; `fallen` says of places what became of them: `crash -9`."""
    return pa.RecordBatch.from_pylist([_sent(*each, fallen.get(each[0], "")) for each in records], schema=RECORDS)


def _sent(place: int, record: Record, fallen: str) -> Row:
    fields = record.fields or {}
    row = {name: fields.get(name) for name in FIELDS}
    known = {"document": record.document, "path": record.path, "digest": record.digest, "data": record.data}
    stage, _, reason = fallen.partition(" ")
    return {
        **row,
        **known,
        "place": place,
        "stage": stage or None,
        "reason": (reason if stage else record.reason) or None,
    }


def _storable(row: Row) -> Row:
    """The row, or that of a failure where Arrow can't hold it."""
    try:
        pa.RecordBatch.from_pylist([row], schema=JUDGED)
    except (pa.ArrowException, UnicodeError, OverflowError) as error:
        record = Record(row["document"], row["path"])
        return {**failed(record, "judge", type(error).__name__), "digest": row["digest"]}
    return row


class Unreadable(DocumentError):
    """A record that never became a document."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.path, "documents.unreadable", {"reason": record.reason})


def document_of(record: Record, benches: Benches) -> Document:
    """The document of a record. Raises DocumentError."""
    if record.reason:
        raise Unreadable(record)
    if record.data is not None:
        encoding = benches.configuration.at(record.path).encoding
        return documents.from_bytes(record.data, _named(record), encoding=encoding)
    return documents.from_fields(record.fields or {}, record.document)


def _named(record: Record) -> str:
    """A path that tells the kind of the file: that of the member for members, `….html` for pages of the web."""
    return record.document if "!" in record.document else record.path


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raises TooSlow when the time is up; where the system has no such alarm, the watchdog alone does that."""
    if not seconds or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# --- rows ----------------------------------------------------------------------------------------------------------

_EMPTY: Row = {
    **dict.fromkeys(JUDGED.names),
    **dict.fromkeys(("figures", "backed", "contradicted", "not_comparable", "unverified"), 0),
    **dict.fromkeys(("errors", "warnings", "notes", "characters"), 0),
    **{name: [] for name in ("reporters", "editors", "mentions", "claims", "findings")},
}


def failed(record: Record, stage: str, reason: str) -> Row:
    """The row of a document that could not be read or judged."""
    known = {"document": record.document, "path": record.path, "digest": record.digest}
    return {**_EMPTY, **known, "failed": True, "stage": stage, "reason": reason}


class _Masthead(NamedTuple):
    source: str | None
    reporters: list[str]
    editors: list[str]


def _row(record: Record, report: Report) -> Row:
    document, fields = report.analysis.document, record.fields or {}
    title, masthead = document.masthead.title, _masthead(document)
    counts = {status: sum(figure.status == status for figure in report.figures) for status in _STATUSES}
    levels = {key: sum(each.severity == level for each in report.findings) for key, level in _LEVELS.items()}
    return {
        **_EMPTY,
        "document": record.document,
        "path": record.path,
        "digest": record.digest,
        "title": title.value if title else None,
        "date": document.date.isoformat() if document.date else None,
        "year": document.date.year if document.date else None,
        "month": document.date.month if document.date else None,
        "section": fields.get("section"),
        "desk": fields.get("desk"),
        **masthead._asdict(),
        "characters": len("".join(document.text.split())),
        "figures": len(report.figures),
        **counts,
        **levels,
        "failed": False,
        "mentions": [mention_record(mention) for mention in report.analysis.mentions],
        "claims": list(_claims(report)),
        "findings": list(_findings(report)),
    }


_STATUSES = ("backed", "contradicted", "not_comparable", "unverified")
_LEVELS = {"errors": "error", "warnings": "warning", "notes": "note"}


def _masthead(document: Document) -> _Masthead:
    masthead = document.masthead
    reporters = [*masthead.byline, *(masthead.dateline.reporters if masthead.dateline else ())]
    names = list(dict.fromkeys(name.value for name in reporters))
    return _Masthead(
        masthead.source.value if masthead.source else None, names, [name.value for name in masthead.editors]
    )


def _claims(report: Report) -> Iterator[Row]:
    figures = {figure.mention.start: figure for figure in report.figures}
    stated = statements(report.analysis)
    for claim in report.analysis.claims:
        figure = figures.get(claim.mention.start)
        if figure is not None:
            yield _claim(report.analysis.document, claim, figure, stated.get(claim.mention.start))


def _claim(document: Document, claim: Claim, figure: Figure, stated: Statement | None) -> Row:
    mention, quantity = claim.mention, claim.mention.quantity
    target = figure.link.target if figure.link else None
    fact = target.id if isinstance(target, Fact) else target.name if target else None
    sentence = document.text[claim.sentence.start : claim.sentence.end].strip()
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "status": figure.status,
        "fact": fact,
        **(stated._asdict() if stated else dict.fromkeys(Statement._fields)),
        "period": claim.period.iso if claim.period else None,
        "period_origin": claim.period_origin,
        "direction": claim.direction,
        "basis": claim.basis,
        "dimension": quantity.unit.dimension if quantity.unit else "date" if quantity.kind == "date" else None,
        "unit": quantity.unit.symbol if quantity.unit else None,
        "hedge": quantity.hedge,
        **_bounds(quantity),
        "sentence": sentence,
    }


def _bounds(quantity: Quantity) -> Row:
    if quantity.kind == "date":
        return _days(quantity)
    if not quantity.is_numeric:
        return {"low": None, "high": None, "exact": None}
    interval, factor = quantity.admits(), quantity.unit.factor if quantity.unit else Fraction(1)
    low = None if interval.low is None else str(interval.low * factor)
    high = None if interval.high is None else str(interval.high * factor)
    value = quantity.value
    exact = str(Fraction(value) * factor) if isinstance(value, (Decimal, Fraction)) else None
    return {"low": low, "high": high, "exact": exact}


def _days(quantity: Quantity) -> Row:
    """A date as the number of its first day and of the day after its last; one that is not wholly known has none."""
    low, high = quantity.low or quantity.value, quantity.high or quantity.value
    first = low.days() if isinstance(low, Stamp) else None
    last = high.days() if isinstance(high, Stamp) else None
    if first is None or last is None:
        return {"low": None, "high": None, "exact": None}
    return {"low": str(first[0].toordinal()), "high": str(last[1].toordinal() + 1), "exact": None}


def _findings(report: Report) -> Iterator[Row]:
    document = report.analysis.document
    lines, title = Lines(document.text), document.masthead.title
    names = fingerprints(document, report.findings)
    for finding, name in zip(report.findings, names, strict=True):
        line, column = lines.at(finding.start)
        in_title = title is not None and title.span.start <= finding.start < title.span.end
        yield {
            **{key: getattr(finding, key) for key in _COPIED},
            "line": line,
            "column": column,
            "in_title": in_title,
            "fingerprint": name,
            "evidence": _json([evidence_record(each) for each in finding.evidence]),
            "fix": _json(fix_record(finding.fix)) if finding.fix else None,
        }


_COPIED = ("rule", "name", "severity", "message", "start", "end", "text", "expected")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- datasets ------------------------------------------------------------------------------------------------------


def split(judged: pa.RecordBatch) -> dict[str, pa.RecordBatch]:
    """A batch of JUDGED as one batch for each dataset."""
    import pyarrow.compute as pc

    found = {"documents": judged.select(DATASETS["documents"].names)}
    for name in ("mentions", "claims", "findings"):
        column = judged.column(judged.schema.get_field_index(name))
        inner = pc.list_flatten(column)
        owners = judged.column(0).take(pc.list_parent_indices(column))
        arrays = [owners, *(inner.field(field) for field in DATASETS[name].names[1:])]
        found[name] = pa.RecordBatch.from_arrays(arrays, schema=DATASETS[name])
    bad = judged.filter(judged.column(judged.schema.get_field_index("failed")))
    found["failures"] = bad.select(DATASETS["failures"].names)
    return found
