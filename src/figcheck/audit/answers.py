"""A store in, what it says out: any SQL over its datasets, and the sums that a newspaper asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from figcheck.audit.schema import DATASETS
from figcheck.audit.store import Store, StoreError

NOTATION = "FN"
"""The family of rules whose slips count a tenth."""
_FETCHED = 1024
"""Rows that are in memory at a time."""
LIMIT = 3
"""Errors in 10,000 characters that the press authority's rules for newspapers allow."""

_RATE = f"""
    SELECT coalesce(round(10000.0 * sum(weight) / nullif(sum(characters), 0), 2), 0)
    FROM (
        SELECT documents.characters AS characters,
            coalesce(grave.weight, 0) + least(coalesce(slight.weight, 0), 1) AS weight
        FROM documents
        LEFT JOIN (
            SELECT document, sum(CASE WHEN in_title THEN 2 ELSE 1 END) AS weight
            FROM findings WHERE severity = 'error' AND rule NOT LIKE '{NOTATION}%' GROUP BY document
        ) AS grave USING (document)
        LEFT JOIN (
            SELECT document, 0.1 * count(*) AS weight
            FROM findings WHERE rule LIKE '{NOTATION}%' GROUP BY document
        ) AS slight USING (document)
        WHERE NOT documents.failed
    )
"""
"""Errors in 10,000 characters: one in a headline counts double; slips of notation a tenth, at most one an article."""


class Sums(NamedTuple):
    """One line for the whole archive."""

    documents: int
    failures: int
    characters: int
    figures: int
    backed: int
    contradicted: int
    errors: int
    warnings: int
    notes: int
    rate: float
    """Errors in 10,000 characters, by the press authority's way of counting. An aid, not a verdict."""


class Table(NamedTuple):
    """An answer: a heading's key in the table of wordings, the names of its columns, its rows."""

    key: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Answers:
    """A store opened for questions. Raises StoreError where there is none."""

    def __init__(self, folder: str | Path) -> None:
        import duckdb

        store = Store(folder)
        store.must_be()
        self._connection = duckdb.connect(":memory:")
        for name in DATASETS:
            files = store.at(name, "*.parquet").replace("'", "''")
            self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{files}')")

    def query(self, sql: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """The names of the columns and the rows of any query. Raises StoreError with DuckDB's complaint."""
        import duckdb

        try:
            found = self._connection.execute(sql)
            columns = tuple(each[0] for each in found.description or ())
            return columns, found.fetchall()
        except duckdb.Error as error:
            raise StoreError("audit.sql", reason=str(error)) from None

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one after the other, however many. Raises StoreError."""
        import duckdb

        try:
            found = self._connection.cursor().execute(sql)
            while rows := found.fetchmany(_FETCHED):
                yield from rows
        except duckdb.Error as error:
            raise StoreError("audit.sql", reason=str(error)) from None

    def sums(self) -> Sums:
        """The whole archive in one line."""
        columns = "count(*), count(*) FILTER (failed), sum(characters), sum(figures), sum(backed), sum(contradicted)"
        row = self._one(f"SELECT {columns}, sum(errors), sum(warnings), sum(notes) FROM documents")
        (rate,) = self._one(_RATE)
        counts = dict(zip(Sums._fields, (int(value or 0) for value in row), strict=False))
        return Sums(**counts, rate=float(rate))

    def _one(self, sql: str) -> tuple[Any, ...]:
        return tuple(self.query(sql)[1][0])

    def tables(self, worst: int = 20) -> list[Table]:
        """By year, section, desk, reporter and rule; the worst articles; failures by what went wrong."""
        return [
            *(self._by(key, column) for key, column in _GROUPS),
            self._table("rules", _RULES),
            self._table("worst", _WORST.format(limit=int(worst))),
            self._table("failures", _FAILURES),
        ]

    def _by(self, key: str, column: str) -> Table:
        return self._table(key, _GROUPED.format(column=column))

    def _table(self, key: str, sql: str) -> Table:
        columns, rows = self.query(sql)
        return Table(key, columns, rows)


_GROUPS: Sequence[tuple[str, str]] = (
    ("year", "year"),
    ("section", "section"),
    ("desk", "desk"),
    ("reporter", "unnest(reporters)"),
)
_GROUPED = """
    SELECT name, count(*) AS documents, sum(figures)::BIGINT AS figures, sum(backed)::BIGINT AS backed,
        sum(errors)::BIGINT AS errors, sum(warnings)::BIGINT AS warnings, sum(notes)::BIGINT AS notes
    FROM (SELECT {column} AS name, * FROM documents WHERE NOT failed) WHERE name IS NOT NULL
    GROUP BY name ORDER BY errors DESC, warnings DESC, name LIMIT 100
"""
_RULES = """
    SELECT rule, any_value(name) AS name, any_value(severity) AS severity, count(*) AS findings,
        count(DISTINCT document) AS documents
    FROM findings GROUP BY rule ORDER BY findings DESC, rule
"""
_WORST = """
    SELECT document, title, errors, warnings, notes FROM documents
    WHERE errors + warnings > 0 ORDER BY errors DESC, warnings DESC, document LIMIT {limit}
"""
_FAILURES = """
    SELECT stage, reason, count(*) AS documents, min(document) AS first
    FROM failures GROUP BY stage, reason ORDER BY documents DESC, stage, reason LIMIT 100
"""
