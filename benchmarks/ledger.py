"""Articles with ledgers and what is expected of them in; what is backed, contradicted and flagged out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from figcheck import documents
from figcheck.model import Fact, Figure, Finding, Ledger, Report, Span
from figcheck.pipeline import check, load_ledger
from figcheck.rulebook import load_rules

from .options import Options, Output
from .overlaps import alarms, context, stands_on, told
from .tables import Cell, Column, Table

CASES = Path(__file__).parent / "cases"

Entry = Mapping[str, str]
_COLUMNS = (Column("set"), Column("what"), Column("of"), Column("count"), Column("share", ".2%"))


@dataclass(frozen=True, slots=True)
class Case:
    """An article, its ledger, and what a human expects: the four lists of expect.yaml."""

    name: str
    article: str
    ledger: Ledger
    backed: Sequence[Entry]
    uncovered: Sequence[Entry]
    slips: Sequence[Entry]
    harmless: Sequence[Entry]

    def check(self, text: str) -> Report:
        """The article, as it is or edited, judged by the ledger."""
        return check(documents.from_text(text, "article.txt"), self.ledger, load_rules())


@dataclass(slots=True)
class Tally:
    """Counts over all articles of a set."""

    backed: int = 0
    by_fact: int = 0
    expected_backed: int = 0
    judged: int = 0
    not_comparable: int = 0
    uncovered: int = 0
    found: int = 0
    slips: int = 0
    flagged: int = 0
    harmless: int = 0
    false: int = 0
    figures: int = 0
    cases: list[str] = field(default_factory=list)

    def rows(self, name: str) -> Iterator[tuple[Cell, ...]]:
        """The rows of the table; shares of 1, false alarms in 100 figures as a percentage."""
        for what, of, count in (
            ("covered figures backed", self.expected_backed, self.backed),
            ("  by the fact that was meant", self.expected_backed, self.by_fact),
            ("uncovered figures judged all the same", self.uncovered, self.judged),
            ("  called not comparable, unexpectedly", self.uncovered, self.not_comparable),
            ("slips found", self.slips, self.found),
            ("harmless edits flagged", self.harmless, self.flagged),
            ("false alarms in right articles, a figure", self.figures, self.false),
        ):
            yield name, what, of, count, count / of if of else None


def run(options: Options) -> Output:
    """One table with the rows of each set; single cases only of those for tuning."""
    table = Table("ledger", _COLUMNS)
    shown: list[str] = []
    for half in (
        "dev",
        "dev2",
        "dev3",
        "dev5",
        "dev4 tuned",
        "dev4 rest",
        "dev6 tuned",
        "dev6 rest",
        "dev7 tuned",
        "dev7 rest",
        "test",
    ):
        tally = Tally()
        for folder in _folders(half):
            _count(load(folder), tally)
        table.rows.extend(tally.rows(half))
        if half not in _MEASURED:
            shown += tally.cases
    yield table
    if options.show:
        yield from shown


_MEASURED = ("dev7 rest", "test")
"""The sets that nobody tunes on: totals only."""
_TUNED = 6
"""Folders of dev4, dev6 and dev7 that were tuned on first."""


def _folders(half: str) -> list[Path]:
    name, _, part = half.partition(" ")
    folders = sorted((CASES / f"ledger-{name}").iterdir())
    return {"": folders, "tuned": folders[:_TUNED], "rest": folders[_TUNED:]}[part]


def load(folder: Path) -> Case:
    """The case in a folder: article.txt, ledger.yaml, expect.yaml."""
    # all scalars stay text: 2876 is what the article says, no integer
    expected = yaml.load((folder / "expect.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    lists = [expected.get(key) or [] for key in ("backed", "uncovered", "slips", "harmless")]
    article = (folder / "article.txt").read_text("utf-8")
    return Case(folder.name, article, load_ledger([folder / "ledger.yaml"]), *lists)


def _count(case: Case, tally: Tally) -> None:
    report = case.check(case.article)
    false = alarms(report.findings)
    tally.false += len(false)
    tally.figures += len(report.figures)
    tally.cases.extend(f"{case.name} false alarm: {told(finding)}" for finding in false)
    for entry in case.backed:
        _count_backed(case, report, entry, tally)
    for entry in case.uncovered:
        _count_uncovered(case, report, entry, tally)
    for entry in case.slips:
        _count_slip(case, false, entry, tally)
    for entry in case.harmless:
        _count_harmless(case, false, entry, tally)


# --- the article as it is ------------------------------------------------------------------------------------


def _count_backed(case: Case, report: Report, entry: Entry, tally: Tally) -> None:
    figures = _figures(report, _fragment(case.article, entry))
    backed = [figure for figure in figures if figure.status == "backed"]
    meant = "fact" not in entry or any(entry["fact"] in _ids(figure) for figure in backed)
    tally.expected_backed += 1
    tally.backed += bool(backed)
    tally.by_fact += bool(backed) and meant
    if not (backed and meant):
        tally.cases.append(f"{case.name} {entry['near']} not backed by {entry.get('fact')}: {_status(figures)}")


def _count_uncovered(case: Case, report: Report, entry: Entry, tally: Tally) -> None:
    figures = _figures(report, _fragment(case.article, entry))
    statuses = {figure.status for figure in figures}
    judged = bool(statuses & {"backed", "contradicted"})
    tally.uncovered += 1
    tally.judged += judged
    tally.not_comparable += not judged and "not_comparable" in statuses and entry.get("may") != "not_comparable"
    if judged:
        tally.cases.append(f"{case.name} {entry['near']} not covered ({entry.get('why')}): {_status(figures)}")


def _fragment(article: str, entry: Entry) -> Span:
    start = article.index(entry["near"]) + entry["near"].index(entry["text"])
    return Span(start, start + len(entry["text"]))


def _figures(report: Report, place: Span) -> list[Figure]:
    return [figure for figure in report.figures if figure.mention.span.overlaps(place)]


def _ids(figure: Figure) -> tuple[str, ...]:
    if figure.link is None:
        return ()
    target = figure.link.target
    return (target.id,) if isinstance(target, Fact) else target.names


def _status(figures: Iterable[Figure]) -> str:
    told = [f"{figure.mention.text} {figure.status} {'/'.join(_ids(figure))}".rstrip() for figure in figures]
    return ", ".join(told) or "no figure found"


# --- the article edited --------------------------------------------------------------------------------------


def _count_slip(case: Case, before: Sequence[Finding], entry: Entry, tally: Tally) -> None:
    text = _edited(case, entry)
    place = _flag(case.article, text, entry)
    said = _new(case.check(text), before)
    found = any(stands_on(finding, place) for finding in said)
    tally.slips += 1
    tally.found += found
    if not found:
        others = "; ".join(map(told, said)) or "nothing"
        tally.cases.append(f"{case.name} slip missed ({entry['kind']}): {context(text, place)} | said: {others}")


def _count_harmless(case: Case, before: Sequence[Finding], entry: Entry, tally: Tally) -> None:
    said = _new(case.check(_edited(case, entry)), before)
    tally.harmless += 1
    tally.flagged += bool(said)
    if said:
        edit = f"{entry['find']} → {entry['replace']}"
        tally.cases.append(f"{case.name} harmless flagged ({entry.get('why')}): {edit}: {'; '.join(map(told, said))}")


def _edited(case: Case, entry: Entry) -> str:
    return case.article.replace(entry["find"], entry["replace"], 1)


def _flag(article: str, text: str, entry: Entry) -> Span:
    """Where the flag stands: inside the replacement, else reaching beyond it."""
    at, flag = article.index(entry["find"]), entry["flag"]
    inside = entry["replace"].find(flag)
    start = at + inside if inside >= 0 else text.index(flag, max(0, at - len(flag)))
    return Span(start, start + len(flag))


def _new(report: Report, before: Sequence[Finding]) -> list[Finding]:
    """The alarms that the edit raised: one that was there already, false as it was, proves nothing."""
    known = {(finding.rule, finding.text, finding.message) for finding in before}
    return [one for one in alarms(report.findings) if (one.rule, one.text, one.message) not in known]
