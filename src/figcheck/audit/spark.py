"""Pieces of work in, their parts in the store out: the executors of a Spark cluster, by `mapInArrow`.

What travels is names: executors read the pieces for themselves, judge them batch by batch with the same function as
this machine's workers, and write the parts. A first pass, which only reads, tells the documents and what they hold;
Spark joins that with the store, so that each piece is told which of its documents are new.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

import pyarrow as pa

from figcheck.audit import places, shipping
from figcheck.audit.guard import Guard
from figcheck.audit.hadoop import Hadoop, launched
from figcheck.audit.pieces import Setup, Told, batches, records, those, write
from figcheck.audit.store import Store, part_name
from figcheck.audit.units import LINES_BYTES, Unit
from figcheck.bench import Benches

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

LARGEST = 32
"""Pieces are at most so many times as large as on one machine: 64 MB, a minute or two of work."""
_WAVES = 8
"""Pieces for each core, where the archive has enough."""
_ROWS = 4096
"""Rows of a batch of names."""

_UNITS = "number long, unit string"
_SURVEY = "number long, place long, document string, digest binary, lost string"
_DONE = "documents long, failures long, findings long"
_TIDIED = "gone long"

Batches = Iterator[pa.RecordBatch]
Ours = Callable[[tuple[str, ...], str], bool]
"""Whether, containers that were lost left aside, a document of a path would have been met if it were there."""


class Counts(NamedTuple):
    """What a run did."""

    documents: int
    skipped: int
    failures: int
    findings: int
    vanished: int


class Sent(NamedTuple):
    """What an executor is told of a run."""

    run: int
    setup: Setup
    """Its store an absolute path or an address."""
    files: str
    """What the names of the run's files begin with."""
    hadoop: str
    """Hadoop's settings, where there are addresses; else empty."""


# --- the driver ----------------------------------------------------------------------------------------------------


@contextmanager
def session() -> Iterator[SparkSession]:
    """The session of this process, as spark-submit and Spark's own settings have it; one that we begin ends with us.

    Within it addresses are reached.
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    before = SparkSession.getActiveSession()
    spark = before or SparkSession.builder.appName("figcheck audit").getOrCreate()
    hadoop = _hadoop_of(spark)
    places.reach(lambda: hadoop)
    try:
        yield spark
    finally:
        if before is None:
            spark.stop()


def _hadoop_of(spark: Any) -> Hadoop:
    return Hadoop(spark._jvm, spark._jsc.hadoopConfiguration())


def times(spark: SparkSession, total: int) -> int:
    """How many times as large as on one machine the pieces of an archive of `total` bytes should be."""
    cores: int = spark.sparkContext.defaultParallelism
    return min(max(total // (LINES_BYTES * cores * _WAVES), 1), LARGEST)


def audit(
    spark: SparkSession, setup: Setup, store: Store, benches: Benches, units: Sequence[Unit], ours: Ours
) -> Counts:
    """Audits what is new or changed in the pieces, and takes what is old or gone out of the store.

    Raises OSError, RuntimeError.
    """
    from pyspark.errors import PySparkException

    try:
        return _Run(spark, _sent(spark, setup, store, benches, units), store, units).through(ours)
    except PySparkException as error:
        raise RuntimeError(_last(str(error))) from None


def _sent(spark: SparkSession, setup: Setup, store: Store, benches: Benches, units: Sequence[Unit]) -> Sent:
    """Sends every executor what it needs, once."""
    folder = Path(mkdtemp(prefix="figcheck-"))
    atexit.register(rmtree, folder, ignore_errors=True)  # executors that join later fetch from it, too
    addresses = [places.is_address(path) for unit in units for path in unit.paths]
    files = f"figcheck-{uuid4().hex}"
    (folder / f"{files}.bundle").write_bytes(shipping.bundle(setup, benches, folder, alone=all(addresses)))
    known = {Path(each).name for each in spark.sparkContext.listFiles}  # ledgers are named by their content
    for path in folder.iterdir():
        if path.name not in known:
            spark.sparkContext.addFile(str(path))
    remote = places.is_address(store.folder)
    home = store.folder if remote else str(Path(store.folder).absolute())
    hadoop = _hadoop_of(spark).settings() if remote or any(addresses) else ""
    return Sent(store.runs, setup._replace(store=home), files, hadoop)


def _last(message: str) -> str:
    """The line of a stack trace that says what was wrong."""
    lines = [line.strip() for line in message.splitlines() if line.strip() and not line.startswith((" ", "\t", "at "))]
    told = [line for line in lines if "Error" in line or "Exception" in line]
    return (told or lines or [message])[-1]


class _Run:
    """One audit, as Spark's tables."""

    def __init__(self, spark: SparkSession, sent: Sent, store: Store, units: Sequence[Unit]) -> None:
        self._spark, self._sent, self._store, self._count = spark, sent, store, max(len(units), 1)
        rows = [(number, json.dumps(unit)) for number, unit in enumerate(units)]
        self._units = spark.createDataFrame(rows, _UNITS)

    def through(self, ours: Ours) -> Counts:
        """The whole of it."""
        survey = self._spread(self._units).mapInArrow(_on_executor(_surveyed, self._sent), _SURVEY).persist()
        known = self._known()
        first = _first(survey)
        new = first.join(_newest(known), "document", "left").where("held.digest is null or held.digest <> met.digest")
        done = self._audited(new)
        met, lost = survey.agg(_f().count("*"), _f().collect_set("lost")).collect()[0]
        vanished = self._tidied(known, first, new, lambda path: ours(tuple(lost), path))
        survey.unpersist()
        return Counts(done[0], met - done[0], done[1], done[2], vanished)

    def _spread(self, units: DataFrame) -> DataFrame:
        return units.repartition(self._count, "number")

    def _known(self) -> DataFrame:
        """Documents of the store as it is before the run."""
        folder = self._store.at("documents")
        if not places.is_address(folder):
            folder = f"file://{Path(folder).absolute()}"
        found = self._spark.read.schema("document string, digest binary, path string")
        found = found.option("pathGlobFilter", "*.parquet")
        part = "regexp_replace(_metadata.file_name, '[.]parquet$', '') as part"
        return found.parquet(folder).selectExpr("document", "digest", "path", part)

    def _audited(self, new: DataFrame) -> tuple[int, int, int]:
        wanted = new.groupBy("met.number").agg(_f().collect_list("met.place").alias("places"))
        tasks = self._spread(self._units.join(wanted, "number"))
        done = tasks.mapInArrow(_on_executor(_pieces, self._sent), _DONE)
        sums = done.selectExpr("sum(documents)", "sum(failures)", "sum(findings)").collect()[0]
        return int(sums[0] or 0), int(sums[1] or 0), int(sums[2] or 0)

    def _tidied(self, known: DataFrame, first: DataFrame, new: DataFrame, gone: Callable[[str], bool]) -> int:
        """Takes documents that were audited anew, or have vanished, out of the parts; how many have vanished."""
        if len(self._store.parts()) < 2:
            return 0
        newest = _newest(known)
        vanished = newest.join(first, "document", "left_anti").where(_f().udf(gone, "boolean")("held.path"))
        older = known.join(newest, "document").where("part <> held.part").select("part", "document")
        again = newest.join(new.select("document"), "document").select("held.part", "document")
        past = vanished.select("held.part", "document", _f().lit(1).alias("gone"))
        stale = older.union(again).withColumn("gone", _f().lit(0)).union(past).groupBy("part")
        tasks = stale.agg(_f().collect_list("document").alias("documents"), _f().sum("gone").alias("gone"))
        done = tasks.mapInArrow(_on_executor(_without, self._sent), _TIDIED)
        return int(done.selectExpr("sum(gone)").collect()[0][0] or 0)


def _f() -> Any:
    from pyspark.sql import functions

    return functions


def _first(survey: DataFrame) -> DataFrame:
    """Each document where it is met first, as `met`."""
    met: Column = _f().min(_f().struct("number", "place", "digest"))
    return survey.groupBy("document").agg(met.alias("met"))


def _newest(known: DataFrame) -> DataFrame:
    """Each document as its newest part holds it, as `held`."""
    held: Column = _f().max(_f().struct("part", "digest", "path"))
    return known.groupBy("document").agg(held.alias("held"))


# --- the executors -------------------------------------------------------------------------------------------------


def _on_executor(work: Callable[[Sent, Batches], Batches], sent: Sent) -> Callable[[Batches], Batches]:
    """The function that Spark calls with batches, wherever it is."""

    def called(found: Batches) -> Batches:
        if sent.hadoop:
            places.reach(lambda: _hadoop(sent.hadoop))
        return work(sent, found)

    return called


@lru_cache(maxsize=1)
def _hadoop(settings: str) -> Hadoop:
    return launched(settings, _files())


def _files() -> str:
    """The folder of this executor with what it was sent."""
    from pyspark import SparkFiles

    return str(Path(SparkFiles.getRootDirectory()).absolute())


def _surveyed(sent: Sent, found: Batches) -> Batches:
    """Pieces in, their documents and what they hold out."""
    for row in _rows(found):
        rows: list[tuple[Any, ...]] = []
        number = row["number"]
        for place, record in records(_unit(row), sent.setup.columns, Told()):
            lost = record.path if record.lost else None
            rows.append((number, place, record.document, record.digest, lost))
            if len(rows) >= _ROWS:
                yield _batch(_SURVEY, rows)
                rows = []
        yield _batch(_SURVEY, rows)


def _pieces(sent: Sent, found: Batches) -> Batches:
    """Pieces and the places of their new documents in; parts in the store, and what became of them, out."""
    guard, store = _guard(sent.files, sent.setup.timeout), Store(sent.setup.store)
    for row in _rows(found):
        told, part = Told(), part_name(sent.run, row["number"])
        new = those(records(_unit(row), sent.setup.columns, told), frozenset(row["places"]))
        write(store, part, batches(new, {}, told), guard.batch, told)
        yield _batch(_DONE, [(len(told.held), told.failures, told.findings)])


def _without(sent: Sent, found: Batches) -> Batches:
    """Parts and the documents to be taken out of them in; how many of those have vanished out."""
    store = Store(sent.setup.store)
    for row in _rows(found):
        store.without(row["part"], row["documents"])
        yield _batch(_TIDIED, [(row["gone"],)])


_guards: dict[str, Guard] = {}


def _guard(files: str, timeout: float) -> Guard:
    """The judge of this Python worker, which serves task after task of a run."""
    if files not in _guards:
        from pyspark import SparkFiles

        while _guards:
            _guards.popitem()[1].close()
        content, folder = Path(SparkFiles.get(f"{files}.bundle")).read_bytes(), _files()
        _guards[files] = Guard(lambda watch: shipping.judge(content, folder, watch), timeout)
    return _guards[files]


def _rows(found: Batches) -> Iterator[dict[str, Any]]:
    for batch in found:
        yield from batch.to_pylist()


def _unit(row: dict[str, Any]) -> Unit:
    kind, paths, *rest = json.loads(row["unit"])
    return Unit(kind, tuple(paths), *rest)


_TYPES = {"long": pa.int64(), "string": pa.string(), "binary": pa.binary()}


def _batch(schema: str, rows: list[tuple[Any, ...]]) -> pa.RecordBatch:
    fields = [each.split() for each in schema.split(", ")]
    columns = zip(*rows, strict=True) if rows else [[] for _ in fields]
    arrays = [pa.array(column, _TYPES[kind]) for column, (_, kind) in zip(columns, fields, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, names=[name for name, _ in fields])
