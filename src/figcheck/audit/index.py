"""A store on this machine in, where each of its documents is out: SQLite, made anew from the parts when it is missing.

It is never the truth. It lets a run of this machine pass over what has not changed, and find what is to be taken out of
older parts: documents that were audited anew, and such as are no longer in the sources.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from figcheck.audit.store import INDEX, Store

_VERSION = 2
_TABLES = """
CREATE TABLE IF NOT EXISTS documents
    (key BLOB PRIMARY KEY, digest BLOB NOT NULL, part TEXT NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_part ON documents (part);
CREATE TABLE IF NOT EXISTS parts (part TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stale (part TEXT, document TEXT, PRIMARY KEY (part, document)) WITHOUT ROWID;
"""


class Known(NamedTuple):
    """What the index says of a document."""

    digest: bytes
    part: str


def key_of(document: str) -> bytes:
    """The key of a document in the index."""
    return blake2b(document.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Index:
    """The index of a store, open until it is closed."""

    def __init__(self, store: Store, *, readonly: bool = False) -> None:
        self._store = store
        self._path = Path(store.folder) / INDEX
        self._connection = self._opened(readonly)

    def _opened(self, readonly: bool) -> sqlite3.Connection:
        if readonly:
            return sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, timeout=60)
        connection = sqlite3.connect(self._path, timeout=60)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version not in (0, _VERSION):
                raise sqlite3.DatabaseError("an index of another version")
            connection.executescript(_TABLES)
            connection.execute(f"PRAGMA user_version={_VERSION}")
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """Ends the use of the index."""
        self._connection.close()

    # --- the parts ------------------------------------------------------------------------------------------------

    def bring_up(self) -> None:
        """Brings the index up to the parts that are there."""
        index, run = self._connection, self._store.runs
        there, listed = self._store.parts(), {part for (part,) in index.execute("SELECT part FROM parts")}
        for part in listed - there:
            with index:
                index.execute("DELETE FROM documents WHERE part = ?", (part,))
                index.execute("DELETE FROM stale WHERE part = ?", (part,))
                index.execute("DELETE FROM parts WHERE part = ?", (part,))
        for part in sorted(there - listed):  # by the run that wrote them: the latest says how a document is
            self.enter(part, self._store.held(part, "document", "digest"), run - 1)

    def enter(self, part: str, held: Iterable[tuple[str, bytes]], run: int) -> None:
        """Takes up a new part, and which older rows it makes stale."""
        index = self._connection
        with index:
            for document, digest in held:
                key = key_of(document)
                before = index.execute("SELECT part FROM documents WHERE key = ?", (key,)).fetchone()
                if before is not None and before[0] != part:
                    index.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", (before[0], document))
                index.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)", (key, digest, part, run))
            index.execute("INSERT OR REPLACE INTO parts VALUES (?)", (part,))

    # --- documents ------------------------------------------------------------------------------------------------

    def known(self, key: bytes) -> Known | None:
        """What it says of a document by its key; None where it has none of that name."""
        row = self._connection.execute("SELECT digest, part FROM documents WHERE key = ?", (key,)).fetchone()
        return None if row is None else Known(*row)

    def seen(self, keys: Iterable[bytes], run: int) -> None:
        """Notes that documents are as they were."""
        with self._connection as index:
            index.executemany("UPDATE documents SET run = ? WHERE key = ?", ((run, key) for key in keys))

    def vanished(self, run: int, ours: Callable[[str], bool]) -> int:
        """Lets go of documents that a whole run has not met, of those whose path is `ours`; how many there were."""
        index, gone = self._connection, 0
        for (part,) in index.execute(
            "SELECT DISTINCT part FROM documents WHERE run <> ? ORDER BY part", (run,)
        ).fetchall():
            keys = {
                key for (key,) in index.execute("SELECT key FROM documents WHERE part = ? AND run <> ?", (part, run))
            }
            with index:
                for document, path in self._store.held(part, "document", "path"):
                    if (key := key_of(document)) in keys and ours(path):
                        index.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", (part, document))
                        index.execute("DELETE FROM documents WHERE key = ?", (key,))
                        gone += 1
        return gone

    def tidy(self) -> None:
        """Takes stale rows out of the parts."""
        index = self._connection
        for (part,) in index.execute("SELECT DISTINCT part FROM stale ORDER BY part").fetchall():
            gone = {name for (name,) in index.execute("SELECT document FROM stale WHERE part = ?", (part,))}
            self._store.without(part, gone)
            with index:
                index.execute("DELETE FROM stale WHERE part = ?", (part,))


def index_of(store: Store) -> Index:
    """The index of an open store, brought up to its parts; a damaged one is made anew."""
    for last in (False, True):
        index = None
        try:
            index = Index(store)
            index.bring_up()
            return index
        except sqlite3.DatabaseError:
            if index is not None:
                index.close()
            if last:
                raise
            store.forget_index()
    raise AssertionError("the second try returns or raises")
