"""A folder in, the store in it out: parts of Parquet that appear whole or not at all, and an index of what they hold.

A part is one file in each dataset, all of one name. It is there once its file in `documents` is, which is put in place
last; files of the others without it are the leavings of a run that was killed, and are swept away. The index says which
documents are in which part; it can be rebuilt from the parts and is never the truth.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from figcheck.audit.schema import DATASETS, VERSION, stamped
from figcheck.saving import save

_INDEX = "index.sqlite"
_META = "store.json"
_PARTIAL = ".partial"
_NOTHING = "part-0"
_TABLES = """
CREATE TABLE IF NOT EXISTS documents (key BLOB PRIMARY KEY, digest BLOB NOT NULL, part TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_part ON documents (part);
CREATE TABLE IF NOT EXISTS parts (part TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stale (part TEXT, document TEXT, PRIMARY KEY (part, document)) WITHOUT ROWID;
"""


class StoreError(Exception):
    """A store that can't be used; `key` and `values` are those of the table of wordings."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values


class Known(NamedTuple):
    """What the index says of a document."""

    digest: bytes
    part: str


def key_of(document: str) -> bytes:
    """The key of a document in the index."""
    return blake2b(document.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Store:
    """The store of one archive, open for a run or for reading."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.runs = 0
        """How many runs there were, this one included; part names of no two runs are alike."""

    # --- opening -------------------------------------------------------------------------------------------------

    def open(self, engine: str) -> bool:
        """Makes the store ready for a run; whether what it held was of another `engine` and was dropped.

        `engine` stands for all that decides what is found: version, rules, ledger. Raises StoreError for a folder that
        holds something else, OSError.
        """
        meta = self._meta()
        others = [path for path in self._entries() if path.name not in (*DATASETS, _INDEX, _META, ".lock")]
        if meta is None and others:
            raise StoreError("audit.not_a_store", path=str(self.folder), name=others[0].name)
        if meta is not None and meta.get("schema") != VERSION:
            raise StoreError("audit.other_schema", path=str(self.folder), version=str(meta.get("schema")))
        dropped = meta is not None and meta.get("engine") != engine
        if dropped:
            self._drop()
        for name in DATASETS:
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self.runs = int((meta or {}).get("runs", 0)) + 1
        written = {"schema": VERSION, "engine": engine, "runs": self.runs, "datasets": list(DATASETS)}
        save(self.folder / _META, [json.dumps(written, indent=1).encode()], lasting=True)
        self._sweep()
        self._found()
        self._reconcile()
        return dropped

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the store against a second run. Raises StoreError where there is one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("a+b") as file:
            if not _lock(file):
                raise StoreError("audit.locked", path=str(self.folder))
            yield

    def must_be(self) -> None:
        """Raises StoreError where there is no store to be read."""
        if self._meta() is None:
            raise StoreError("audit.no_store", path=str(self.folder))

    def _entries(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if not path.name.startswith(_INDEX)]

    def _meta(self) -> dict[str, Any] | None:
        try:
            found = json.loads((self.folder / _META).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _drop(self) -> None:
        for path in self.folder.glob(f"{_INDEX}*"):
            path.unlink()
        # the documents first: without them the rest is leavings
        for name in DATASETS:
            for path in (self.folder / name).glob("*.parquet"):
                path.unlink()

    def _sweep(self) -> None:
        """Takes away what a killed run left."""
        whole = self.parts()
        for name in DATASETS:
            for path in (self.folder / name).iterdir():
                if path.name.endswith(_PARTIAL) or (path.suffix == ".parquet" and path.stem not in whole):
                    path.unlink()

    def _found(self) -> None:
        """A part without rows, so that every dataset can be read before anything is in it."""
        if _NOTHING not in self.parts():
            with self.writing(_NOTHING) as writer:
                writer.begin()

    def parts(self) -> set[str]:
        """Names of the parts that are whole."""
        return {path.stem for path in (self.folder / "documents").glob("*.parquet")}

    # --- the index -------------------------------------------------------------------------------------------------

    def index(self, *, readonly: bool = False) -> sqlite3.Connection:
        """The index, made where it is missing."""
        path = self.folder / _INDEX
        if readonly:
            return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=60)
        connection = sqlite3.connect(path, timeout=60)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_TABLES)
        return connection

    def _reconcile(self) -> None:
        """Brings the index up to the parts that are there; a damaged one is made anew."""
        try:
            self._bring_up()
        except sqlite3.DatabaseError:
            for path in self.folder.glob(f"{_INDEX}*"):
                path.unlink()
            self._bring_up()

    def _bring_up(self) -> None:
        index = self.index()
        try:
            there, listed = self.parts(), {part for (part,) in index.execute("SELECT part FROM parts")}
            for part in listed - there:
                with index:
                    index.execute("DELETE FROM documents WHERE part = ?", (part,))
                    index.execute("DELETE FROM stale WHERE part = ?", (part,))
                    index.execute("DELETE FROM parts WHERE part = ?", (part,))
            for part in sorted(there - listed):
                enter(index, part, self._held(part))
        finally:
            index.close()

    def _held(self, part: str) -> Iterator[tuple[str, bytes]]:
        with pq.ParquetFile(self._path("documents", part)) as file:
            for batch in file.iter_batches(columns=["document", "digest"]):
                yield from zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True)

    # --- parts -----------------------------------------------------------------------------------------------------

    def _path(self, name: str, part: str) -> Path:
        return self.folder / name / f"{part}.parquet"

    @contextmanager
    def writing(self, part: str) -> Iterator[Writer]:
        """A part to be written; it is there when the block ends well, and leaves nothing when it does not."""
        writer = Writer(self.folder, part)
        try:
            yield writer
            writer.commit()
        finally:
            writer.discard()

    def tidy(self) -> int:
        """Takes rows of documents that were audited anew since out of older parts; how many parts were touched."""
        index = self.index()
        try:
            touched = [part for (part,) in index.execute("SELECT DISTINCT part FROM stale ORDER BY part")]
            for part in touched:
                gone = {name for (name,) in index.execute("SELECT document FROM stale WHERE part = ?", (part,))}
                self._rewrite(part, gone)
                with index:
                    index.execute("DELETE FROM stale WHERE part = ?", (part,))
            return len(touched)
        finally:
            index.close()

    def _rewrite(self, part: str, gone: set[str]) -> None:
        # the documents last: until then a second tidying finds the same rows to take out
        for name in reversed(list(DATASETS)):
            path = self._path(name, part)
            if path.exists():
                _without(path, gone)


def enter(index: sqlite3.Connection, part: str, held: Iterable[tuple[str, bytes]]) -> None:
    """Tells the index of a new part, and which older rows it makes stale."""
    with index:
        for document, digest in held:
            key = key_of(document)
            before = index.execute("SELECT part FROM documents WHERE key = ?", (key,)).fetchone()
            if before is not None and before[0] != part:
                index.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", (before[0], document))
            index.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?)", (key, digest, part))
        index.execute("INSERT OR REPLACE INTO parts VALUES (?)", (part,))


def known(index: sqlite3.Connection, document: str) -> Known | None:
    """What the index says of a document; None where it has none of that name."""
    row = index.execute("SELECT digest, part FROM documents WHERE key = ?", (key_of(document),)).fetchone()
    return None if row is None else Known(*row)


class Writer:
    """The files of one part while they are written."""

    def __init__(self, folder: Path, part: str) -> None:
        self._folder, self._part = folder, part
        self._files: dict[str, pq.ParquetWriter] = {}

    def begin(self) -> None:
        """Makes a file for every dataset, rows or none."""
        for name in DATASETS:
            self._file(name)

    def write(self, tables: Mapping[str, pa.RecordBatch]) -> None:
        """Adds rows. Raises OSError where the disk is full."""
        for name, batch in tables.items():
            if batch.num_rows or name == "documents":
                self._file(name).write_batch(batch)

    def _file(self, name: str) -> pq.ParquetWriter:
        if name not in self._files:
            self._files[name] = pq.ParquetWriter(self._partial(name), stamped(DATASETS[name]), compression="zstd")
        return self._files[name]

    def _partial(self, name: str) -> Path:
        return self._folder / name / f"{self._part}.parquet{_PARTIAL}"

    def commit(self) -> None:
        """Puts the files in their places, that of the documents last. A part without documents is none."""
        if "documents" not in self._files:
            return
        for writer in self._files.values():
            writer.close()
        for name in reversed(list(DATASETS)):
            if name in self._files:
                partial = self._partial(name)
                _settled(partial)
                partial.replace(self._folder / name / f"{self._part}.parquet")
        self._files.clear()

    def discard(self) -> None:
        """Takes away what was not put in place."""
        for name, writer in self._files.items():
            with suppress(OSError, pa.ArrowException):
                writer.close()
            self._partial(name).unlink(missing_ok=True)
        self._files.clear()


def _settled(path: Path) -> None:
    """Waits until the disk has the file."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _without(path: Path, gone: set[str]) -> None:
    partial = path.with_name(path.name + _PARTIAL)
    names = pa.array(sorted(gone))
    try:
        with pq.ParquetFile(path) as file, pq.ParquetWriter(partial, file.schema_arrow, compression="zstd") as writer:
            for batch in file.iter_batches():
                import pyarrow.compute as pc

                kept = batch.filter(pc.invert(pc.is_in(batch.column(0), value_set=names)))
                if kept.num_rows:
                    writer.write_batch(kept)
        _settled(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _lock(file: Any) -> bool:
    lock: Callable[[Any], None]
    if os.name == "nt":
        import msvcrt

        def lock(file: Any) -> None:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        def lock(file: Any) -> None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    try:
        lock(file)
    except OSError:
        return False
    return True
