"""Short texts with one slip each, their clean twins and passages that only look suspicious in; what is flagged out."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from figcheck import documents
from figcheck.model import Finding, Ledger, Span
from figcheck.pipeline import check
from figcheck.rulebook import load_rules

from .options import Options, Output
from .overlaps import alarms, context, names, stands_on, told
from .tables import Cell, Column, Table

CASES = Path(__file__).parent / "cases"

_COLUMNS = (
    *(Column(name) for name in ("family", "slips", "found", "by counterpart")),
    Column("share", ".1%"),
    *(Column(name) for name in ("clean flagged", "suspicious", "suspicious flagged")),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with a slip in it, and the same text without."""

    id: str
    family: str
    date: datetime.date | None
    slip: str
    clean: str
    span: Span
    severity: str


@dataclass(frozen=True, slots=True)
class Suspicious:
    """A text that is right, however it looks."""

    id: str
    family: str
    date: datetime.date | None
    text: str


@dataclass(slots=True)
class Tally:
    """What was found in the texts of one family."""

    slips: int = 0
    found: int = 0
    by_counterpart: int = 0
    """Of the found, those where the finding stands on the other place and names this one as its evidence."""
    clean_flagged: int = 0
    suspicious: int = 0
    suspicious_flagged: int = 0
    cases: list[str] = field(default_factory=list)

    def row(self, name: str) -> tuple[Cell, ...]:
        """The row of the table."""
        share = self.found / self.slips if self.slips else None
        counts = (self.slips, self.found, self.by_counterpart, share)
        return name, *counts, self.clean_flagged, self.suspicious, self.suspicious_flagged


_MEASURED = ("dev9 even", "dev13 even", "dev14 even", "test")
"""The sets that nobody tunes on: totals only."""


def run(options: Options) -> Output:
    """A table for each set: dev family by family, the rest by kinds of evidence, that nobody tunes on it unawares."""
    for half in (
        "dev",
        "dev2",
        "dev4 odd",
        "dev4 even",
        "dev5",
        "dev6 odd",
        "dev6 even",
        "dev7 odd",
        "dev7 even",
        "dev8 odd",
        "dev8 even",
        "dev9 odd",
        "dev9 even",
        "dev13 odd",
        "dev13 even",
        "dev14 odd",
        "dev14 even",
        "test",
    ):
        slips, suspicious = load(half)
        tallies = _tallies(slips, suspicious, whole=half not in _MEASURED)
        rows = [tally.row(family) for family, tally in tallies.items()]
        rows.append(_total(tallies.values()).row("all"))
        yield Table(f"slips, {half}", _COLUMNS, rows)
        if options.show and half not in _MEASURED:
            yield from (line for tally in tallies.values() for line in tally.cases)


def load(half: str) -> tuple[list[Slip], list[Suspicious]]:
    """The cases of a set, in the order of its file or files; `dev6 odd` has those of odd numbers."""
    name, _, parity = half.partition(" ")
    files = sorted(CASES.glob(f"slips-{name}.jsonl")) + sorted(CASES.glob(f"slips-{name}-*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    if parity:
        rows = [row for row in rows if int(row["id"].rpartition("-")[2]) % 2 == (parity == "odd")]
    slips, suspicious = [], []
    for row in rows:
        date = datetime.date.fromisoformat(row["date"]) if row["date"] else None
        if "suspicious" in row:
            suspicious.append(Suspicious(row["id"], row["family"], date, row["suspicious"]))
        else:
            span = _span(row["slip"], row["span"])
            slips.append(Slip(row["id"], row["family"], date, row["slip"], row["clean"], span, row["severity"]))
    return slips, suspicious


def _span(text: str, wrong: str | Sequence[int]) -> Span:
    """Where a text goes wrong: given as offsets, or as words that stand there first."""
    if isinstance(wrong, str):
        at = text.index(wrong)
        return Span(at, at + len(wrong))
    start, end = wrong
    return Span(start, end)


def _findings(text: str, date: datetime.date | None) -> tuple[Finding, ...]:
    return check(documents.from_text(text, date=date), Ledger(), load_rules()).findings


def _tallies(slips: Sequence[Slip], suspicious: Sequence[Suspicious], *, whole: bool) -> dict[str, Tally]:
    """By the whole name of the family, `FA growth`, or by its kind of evidence alone, `FA`."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for case in slips:
        _count_slip(case, tallies[case.family if whole else case.family[:2]])
    for passage in suspicious:
        _count_suspicious(passage, tallies[passage.family if whole else passage.family[:2]])
    return tallies


def _count_suspicious(passage: Suspicious, tally: Tally) -> None:
    flagged = alarms(_findings(passage.text, passage.date))
    tally.suspicious += 1
    tally.suspicious_flagged += bool(flagged)
    tally.cases.extend(f"{passage.id} {passage.family} suspicious flagged: {told(one)}" for one in flagged)


def _count_slip(case: Slip, tally: Tally) -> None:
    findings = _findings(case.slip, case.date)
    counted = findings if case.severity == "note" else alarms(findings)
    here = any(stands_on(finding, case.span) for finding in counted)
    elsewhere = any(names(finding, case.span) for finding in counted)
    tally.slips += 1
    tally.found += here or elsewhere
    tally.by_counterpart += elsewhere and not here
    if not (here or elsewhere):
        tally.cases.append(_missed(case, findings))
    flagged = alarms(_findings(case.clean, case.date))
    tally.clean_flagged += bool(flagged)
    tally.cases.extend(f"{case.id} {case.family} clean flagged: {told(one)}" for one in flagged)


def _missed(case: Slip, findings: Iterable[Finding]) -> str:
    said = "; ".join(map(told, findings)) or "nothing"
    return f"{case.id} {case.family} missed ({case.severity}): {context(case.slip, case.span, 30)} | said: {said}"


def _total(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        for name in _counts():
            setattr(total, name, getattr(total, name) + getattr(tally, name))
    return total


def _counts() -> Iterator[str]:
    return (name for name in Tally.__slots__ if name != "cases")
