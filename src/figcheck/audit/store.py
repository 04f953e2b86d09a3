"""A folder in, the store in it out: parts of Parquet that appear whole or not at all, on any file system.

A part is one file in each dataset, all of one name. It is there once its file in `documents` is, which is put in place
last; files of the others without it are the leavings of a run that was killed, and are swept away. Names of parts sort
by the run that wrote them: of two parts that hold the same document, the later is right.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from figcheck.audit.places import HERE, Entry, content, is_address, joined, place_of, put
from figcheck.audit.schema import DATASETS, VERSION, stamped

INDEX = "index.sqlite"
"""The name of what this machine keeps to find documents sooner, with the endings that SQLite gives."""
_META = "store.json"
_PARTIAL = ".partial"
_PARQUET = ".parquet"
_NOTHING = "part-0"


class StoreError(Exception):
    """A store that can't be used; `key` and `values` are those of the table of wordings."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values


class Store:
    """The store of one archive, open for a run or for reading."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = str(folder)
        self.place = place_of(self.folder)
        self.runs = 0
        """How many runs there were, this one included; part names of no two runs are alike."""

    # --- opening -------------------------------------------------------------------------------------------------

    def open(self, engine: str) -> bool:
        """Makes the store ready for a run; whether what it held was of another `engine` and was dropped.

        `engine` stands for all that decides what is found: version, rules, ledger. Raises StoreError for a folder that
        holds something else, OSError.
        """
        self.place.make(self.folder)
        meta = self._meta()
        others = [each.name for each in self._entries() if each.name not in (*DATASETS, _META, ".lock")]
        if meta is None and others:
            raise StoreError("audit.not_a_store", path=self.folder, name=others[0])
        self._must_be_ours(meta)
        dropped = meta is not None and meta.get("engine") != engine
        if dropped:
            self._drop()
        for name in DATASETS:
            self.place.make(self.at(name))
        self.runs = int((meta or {}).get("runs", 0)) + 1
        written = {"schema": VERSION, "engine": engine, "runs": self.runs, "datasets": list(DATASETS)}
        put(self.at(_META), json.dumps(written, indent=1).encode())
        self._sweep()
        self._found()
        return dropped

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the store against a second run of this machine. Raises StoreError where there is one."""
        if is_address(self.folder):
            yield
            return
        self.place.make(self.folder)
        with Path(self.folder, ".lock").open("a+b") as file:
            if not _lock(file):
                raise StoreError("audit.locked", path=self.folder)
            _locks.append(file)
            try:
                yield
            finally:
                _locks.remove(file)

    def must_be(self) -> None:
        """Raises StoreError where there is no store to be read, or one of another format."""
        meta = self._meta()
        if meta is None:
            raise StoreError("audit.no_store", path=self.folder)
        self._must_be_ours(meta)

    def _must_be_ours(self, meta: Mapping[str, Any] | None) -> None:
        if meta is not None and meta.get("schema") != VERSION:
            raise StoreError("audit.other_schema", path=self.folder, version=str(meta.get("schema")))

    def at(self, *names: str) -> str:
        """The path of what is in the store under these names."""
        path = self.folder
        for name in names:
            path = joined(path, name)
        return path

    def _entries(self) -> list[Entry]:
        found = self.place.entries(self.folder)
        return [each for each in found if not each.name.startswith(INDEX) and not each.name.endswith(_PARTIAL)]

    def _meta(self) -> dict[str, Any] | None:
        held = content(self.at(_META))
        if held is None:
            return None
        try:
            found = json.loads(held)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _drop(self) -> None:
        self.forget_index()
        # the documents first: without them the rest is leavings
        for name in DATASETS:
            for each in self._names(name):
                if each.endswith(_PARQUET):
                    self.place.remove(self.at(name, each))

    def forget_index(self) -> None:
        """Drops this machine's index, which is made anew from the parts when it is wanted."""
        for each in self.place.entries(self.folder):
            if each.name.startswith(INDEX):
                self.place.remove(self.at(each.name))

    def _sweep(self) -> None:
        """Takes away what a killed run left."""
        whole = self.parts()
        for left in (each.name for each in self.place.entries(self.folder) if each.name.endswith(_PARTIAL)):
            self.place.remove(self.at(left))
        for name in DATASETS:
            for each in self._names(name):
                if each.endswith(_PARTIAL) or (each.endswith(_PARQUET) and _stem(each) not in whole):
                    self.place.remove(self.at(name, each))

    def _found(self) -> None:
        """A part without rows, so that every dataset can be read before anything is in it."""
        if _NOTHING not in self.parts():
            with self.writing(_NOTHING) as writer:
                writer.begin()

    # --- parts ---------------------------------------------------------------------------------------------------

    def parts(self) -> set[str]:
        """Names of the parts that are whole."""
        return {_stem(name) for name in self._names("documents") if name.endswith(_PARQUET)}

    def _names(self, dataset: str) -> list[str]:
        try:
            return [each.name for each in self.place.entries(self.at(dataset))]
        except FileNotFoundError:
            return []

    def path(self, dataset: str, part: str) -> str:
        """The file of a part in a dataset."""
        return self.at(dataset, part + _PARQUET)

    def there(self, part: str) -> bool:
        """Whether a part is whole."""
        try:
            return not self.place.entry(self.path("documents", part)).folder
        except FileNotFoundError:
            return False

    def held(self, part: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Some columns of the documents of a part."""
        with self.place.open(self.path("documents", part)) as raw, pq.ParquetFile(raw) as file:
            for batch in file.iter_batches(columns=list(columns)):
                yield from zip(*(batch.column(name).to_pylist() for name in columns), strict=True)

    @contextmanager
    def writing(self, part: str) -> Iterator[Writer]:
        """A part to be written; it is there when the block ends well, and leaves nothing when it does not."""
        writer = Writer(self, part)
        try:
            yield writer
            writer.commit()
        finally:
            writer.discard()

    def without(self, part: str, gone: Iterable[str]) -> None:
        """Takes the rows of some documents out of a part."""
        # the documents last: until then a second tidying finds the same rows to take out
        names = pa.array(sorted(gone), pa.string())
        for dataset in reversed(list(DATASETS)):
            path = self.path(dataset, part)
            with suppress(FileNotFoundError):
                self.place.entry(path)
                self._filtered(path, names)

    def _filtered(self, path: str, gone: pa.Array) -> None:
        partial = _partial(path)
        try:
            with ExitStack() as opened:
                file = opened.enter_context(pq.ParquetFile(opened.enter_context(self.place.open(path))))
                sink = opened.enter_context(self.place.create(partial))
                writer = opened.enter_context(pq.ParquetWriter(sink, file.schema_arrow, compression="zstd"))
                for batch in file.iter_batches():
                    kept = batch.filter(pc.invert(pc.is_in(batch.column(0), value_set=gone)))
                    if kept.num_rows:
                        writer.write_batch(kept)
            self.place.replace(partial, path)
        finally:
            self.place.remove(partial)


def part_name(run: int, number: int) -> str:
    """The name of the part that a run makes of a piece."""
    return f"part-{run:06}-{blake2b(str(number).encode(), digest_size=8).hexdigest()}"


def _stem(name: str) -> str:
    return name.removesuffix(_PARQUET)


def _partial(path: str) -> str:
    """A name of its own for a file while it is written: a cluster may try the same part twice at the same time."""
    return f"{path}.{uuid4().hex[:8]}{_PARTIAL}"


class Writer:
    """The files of one part while they are written."""

    def __init__(self, store: Store, part: str) -> None:
        self._store, self._part = store, part
        self._files: dict[str, tuple[str, BinaryIO, pq.ParquetWriter]] = {}

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
            partial = _partial(self._store.path(name, self._part))
            sink = self._store.place.create(partial)
            writer = pq.ParquetWriter(sink, stamped(DATASETS[name]), compression="zstd")
            self._files[name] = (partial, sink, writer)
        return self._files[name][2]

    def commit(self) -> None:
        """Puts the files in their places, that of the documents last. A part without documents is none.

        Where another try at the same part was sooner, its files stay: they hold the same.
        """
        if "documents" not in self._files:
            return
        for _, sink, writer in self._files.values():
            writer.close()
            sink.close()
        if self._store.place is not HERE and self._store.there(self._part):
            return
        for name in reversed(list(DATASETS)):
            if name in self._files:
                self._store.place.replace(self._files.pop(name)[0], self._store.path(name, self._part))

    def discard(self) -> None:
        """Takes away what was not put in place."""
        for partial, sink, writer in self._files.values():
            with suppress(OSError, pa.ArrowException):
                writer.close()
            with suppress(OSError):
                sink.close()
            self._store.place.remove(partial)
        self._files.clear()


_locks: list[BinaryIO] = []
"""Those that this process holds."""


def _let_go() -> None:
    """In a process that was forked from one that holds locks: it must not hold them when that one is gone."""
    while _locks:
        _locks.pop().close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


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
