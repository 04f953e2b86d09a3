"""A store in, what it says out: any SQL over its datasets, and the sums that a newspaper asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from figcheck.audit.schema import DATASETS
from figcheck.audit.store import Store, StoreError
from figcheck.data.error_rate import GRAVE, GRAVE_WEIGHT, HEADLINE, SLIGHT, SLIGHT_MOST, SLIGHT_WEIGHT

_MEMORY = "1GB"
"""What a question may take; what it needs beyond goes to a folder on disk for as long as it lasts."""
_FETCHED = 1024
"""Rows that are in memory at a time."""

_WEIGHED = f"""
    CREATE OR REPLACE VIEW weighed AS
    SELECT documents.*, strftime(try_cast(date AS DATE), '%Y-%m') AS year_month, coalesce(grave.weight, 0) AS grave,
        coalesce(slight.weight, 0) AS slight, coalesce(linked.figures, 0) AS linked, coalesce(date, document) AS issue
    FROM documents
    LEFT JOIN (
        SELECT document, {GRAVE_WEIGHT} * sum(CASE WHEN in_title THEN {HEADLINE} ELSE 1 END) AS weight
        FROM findings WHERE severity = '{GRAVE}' AND rule NOT LIKE '{SLIGHT}%' GROUP BY document
    ) AS grave USING (document)
    LEFT JOIN (
        SELECT document, {SLIGHT_WEIGHT} * count(*) AS weight
        FROM findings WHERE rule LIKE '{SLIGHT}%' GROUP BY document
    ) AS slight USING (document)
    LEFT JOIN (
        SELECT document, count(fact) AS figures FROM claims GROUP BY document
    ) AS linked USING (document)
    WHERE NOT failed
"""
"""Documents with what their errors weigh."""
_ISSUES = f"""
    SELECT name, issue, sum(characters) AS characters, sum(grave) + least(sum(slight), {SLIGHT_MOST}) AS weight,
        count(*) AS documents, sum(figures) AS figures, sum(linked) AS linked,
        sum(errors) AS errors, sum(warnings) AS warnings, sum(notes) AS notes
    FROM (SELECT {{column}} AS name, * FROM weighed) WHERE name IS NOT NULL GROUP BY name, issue
"""
_OF_ISSUES = """
    sum(documents)::BIGINT AS documents, sum(characters)::BIGINT AS characters, sum(figures)::BIGINT AS figures,
    coalesce(round(100.0 * sum(linked) / nullif(sum(figures), 0), 1), 0) AS coverage, sum(errors)::BIGINT AS errors,
    sum(warnings)::BIGINT AS warnings, sum(notes)::BIGINT AS notes,
    coalesce(round(10000.0 * sum(weight) / nullif(sum(characters), 0), 2), 0) AS rate
"""
"""Columns of a group; `coverage` is the share of figures, in percent, that a ledger has something to say of."""


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
    coverage: float
    """The share of figures, in percent, that a ledger has something to say of."""
    rate: float
    """Errors in 10,000 characters, by the press authority's way of counting. An aid, not a verdict."""


class Table(NamedTuple):
    """An answer: a heading's key in the table of wordings, the names of its columns, its rows."""

    key: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    left: int = 0
    """Rows that are left out."""


class Answers:
    """A store opened for questions. Raises StoreError where there is none."""

    def __init__(self, folder: str | Path) -> None:
        import duckdb

        store = Store(folder)
        store.must_be()
        self._scratch = TemporaryDirectory(prefix="figcheck-")
        self._connection = duckdb.connect(":memory:")
        self._connection.execute(f"SET memory_limit = '{_MEMORY}'")
        self._connection.execute(f"SET temp_directory = {_quoted(self._scratch.name)}")
        for name in DATASETS:
            files = _quoted(store.at(name, "*.parquet"))
            self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({files})")
        self._connection.execute(_WEIGHED)

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
        whole = self.query(f"SELECT {_OF_ISSUES} FROM ({_ISSUES.format(column=1)})")
        told = dict(zip(whole[0], whole[1][0], strict=True))
        counts = dict(zip(Sums._fields, (int(value or 0) for value in row), strict=False))
        return Sums(**counts, coverage=float(told["coverage"]), rate=float(told["rate"]))

    def _one(self, sql: str) -> tuple[Any, ...]:
        return tuple(self.query(sql)[1][0])

    def tables(self, worst: int = 20) -> list[Table]:
        """By year, month, section, desk, reporter and rule; worst articles; what ledgers cover and lack; failures."""
        return [
            *(self._by(*group) for group in _GROUPS),
            self._table("rules", _RULES),
            self._table("worst", _WORST.format(limit=int(worst))),
            self._table("covered", _COVERED),
            self._table("uncovered", _UNCOVERED),
            self._table("failures", _FAILURES),
        ]

    def _by(self, key: str, column: str, order: str, most: int) -> Table:
        issues = _ISSUES.format(column=column)
        grouped = f"SELECT name, {_OF_ISSUES} FROM ({issues}) GROUP BY name ORDER BY {order} LIMIT {most}"
        table = self._table(key, grouped)
        if key in _IN_TIME:
            table.rows.sort()
        (count,) = self._one(f"SELECT count(DISTINCT name) FROM ({issues})")
        return table._replace(left=count - len(table.rows))

    def _table(self, key: str, sql: str) -> Table:
        columns, rows = self.query(sql)
        return Table(key, columns, rows)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_IN_TIME = ("year", "month")
_WORST_FIRST = "errors DESC, rate DESC, warnings DESC, documents DESC, name"
_GROUPS: Sequence[tuple[str, str, str, int]] = (
    ("year", "CAST(year AS VARCHAR)", "name DESC", 100),
    ("month", "year_month", "name DESC", 36),
    ("section", "section", _WORST_FIRST, 30),
    ("desk", "desk", _WORST_FIRST, 30),
    ("reporter", "unnest(reporters)", _WORST_FIRST, 20),
)
"""Key, column, which come first, and how many are told."""
_RULES = """
    SELECT rule, any_value(name) AS name, any_value(severity) AS severity, count(*) AS findings,
        count(DISTINCT document) AS documents
    FROM findings GROUP BY rule ORDER BY findings DESC, rule
"""
_WORST = """
    SELECT document, title, date, errors, warnings, notes,
        coalesce(round(10000.0 * (grave + slight) / nullif(characters, 0), 1), 0) AS rate
    FROM weighed WHERE errors + warnings > 0 ORDER BY errors DESC, warnings DESC, rate DESC, document LIMIT {limit}
"""
_COVERED = """
    SELECT fact, count(*) AS figures, count(*) FILTER (status = 'backed') AS backed,
        count(*) FILTER (status = 'contradicted') AS contradicted, count(DISTINCT document) AS documents
    FROM claims WHERE fact IS NOT NULL GROUP BY fact ORDER BY contradicted DESC, figures DESC, fact LIMIT 30
"""
_UNCOVERED = """
    SELECT subject, measure, count(*) AS figures, count(DISTINCT document) AS documents
    FROM claims WHERE fact IS NULL AND subject IS NOT NULL GROUP BY subject, measure
    HAVING count(DISTINCT document) > 1 ORDER BY documents DESC, figures DESC, subject, measure LIMIT 20
"""
"""What articles keep telling and no ledger has."""
_FAILURES = """
    SELECT stage, reason, count(*) AS documents, min(document) AS first
    FROM failures GROUP BY stage, reason ORDER BY documents DESC, stage, reason LIMIT 100
"""
