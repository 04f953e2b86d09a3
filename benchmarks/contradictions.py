"""Archives with planted contradictions in, how many are found, and how many of what is found are real, out."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figcheck import Ledger
from figcheck.model import Fact

from .news import CORPUS, CORPUS_NAME, ROOT
from .options import Options, Output
from .planted import SLIPS, Archive, archive
from .tables import Cell, Column, Table

SEEDS, THINGS, TOP = (1, 2), 500, 50


def run(options: Options) -> Output:
    """Precision of the fifty surest, recall by slip, revisions, figures out of date, facts learnt; then the corpus."""
    rows: list[tuple[Cell, ...]] = []
    slips: list[tuple[Cell, ...]] = []
    learnt: list[tuple[Cell, ...]] = []
    for seed in SEEDS:
        made = archive(seed, THINGS)
        told = _told([_record(each.id, each.date.isoformat(), each.text) for each in made.articles])
        rows.append((f"seed {seed}", *_scores(made, told.found), told.seconds))
        slips += [(f"seed {seed}", kind, *counts) for kind, counts in _by_slip(made, told.found)]
        right = [fact for fact in told.facts if _is_right(made, fact)]
        learnt.append((f"seed {seed}", len(made.right), len(told.facts), len(right)))
        if options.show:
            yield from _shown(made, told)
    yield Table("contradictions: archives with planted ones", _COLUMNS, rows, (_NOTE,))
    yield Table("contradictions: found by slip", _SLIPS, slips)
    yield Table("contradictions: facts learnt", _LEARNT, learnt)
    if CORPUS.is_file():
        told = _told([])
        notes = (f"{told.found['summary']}, {len(told.facts)} facts learnt",)
        yield Table(f"contradictions: {CORPUS_NAME} alone", notes=notes)


_COLUMNS = (
    Column("archive"),
    Column("articles"),
    Column("planted"),
    Column("found"),
    Column("recall", ".1%"),
    Column(f"of the top {TOP} real", ".1%"),
    Column("of all real", ".1%"),
    Column("revisions", ""),
    Column("taken for slips"),
    Column("out of date"),
    Column("found late"),
    Column("false late"),
    Column("seconds", ".1f"),
)
_SLIPS = (Column("archive"), Column("slip"), Column("planted"), Column("found"), Column("recall", ".1%"))
_LEARNT = (Column("archive"), Column("things"), Column("proposed"), Column("right"))
_NOTE = (
    "things told by two to five articles, a quarter of the sentences in words that the grammar need not read; "
    "the corpus goes between; seconds for finding alone"
)


def _record(name: str, date: str, text: str) -> str:
    return json.dumps({"id": name, "title": "综合消息", "date": date, "text": text}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the commands say of an archive."""

    found: dict[str, Any]
    seconds: float
    """For finding alone."""
    facts: tuple[Fact, ...]


def _told(records: list[str]) -> _Told:
    """What is found and learnt in these articles with the corpus between them."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [str(CORPUS)] if CORPUS.is_file() else []
        if records:
            Path(folder, "a.jsonl").write_text("\n".join(records) + "\n", "utf-8")
            sources.append(str(Path(folder, "a.jsonl")))
        store, learnt = str(Path(folder, "store")), Path(folder, "learnt.yaml")
        _figcheck("audit", *sources, "--store", store, "--isolated", "--quiet")
        begun = time.perf_counter()
        out = _figcheck("audit", "contradictions", "--store", store, "--format", "json", "--most", "0")
        seconds = time.perf_counter() - begun
        _figcheck("audit", "learn", "--store", store, "-o", str(learnt))
        facts = Ledger.load(str(learnt)).facts if learnt.exists() else ()
        return _Told(json.loads(out), seconds, facts)


def _is_right(made: Archive, fact: Fact) -> bool:
    return any(made.right.get(fact.subject + measure) == fact.written for measure in fact.measures)


def _figcheck(*words: str) -> str:
    done = subprocess.run((sys.executable, "-m", "figcheck", *words), cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def _names(side: dict[str, Any]) -> set[str]:
    return {name.rpartition("#")[2] for each in side["statements"] for name in each["documents"]}


def _all(entry: dict[str, Any]) -> set[str]:
    return set().union(*(_names(side) for side in entry["sides"]))


def _scores(made: Archive, told: dict[str, Any]) -> Iterator[Cell]:
    real = [bool(_all(entry) & made.wrong.keys()) for entry in told["contradictions"]]
    found = {name for entry in told["contradictions"] for name in _all(entry) & made.wrong.keys()}
    revised = [bool(_all(entry) & made.revised) for entry in told["revisions"]]
    mistaken = sum(bool(_all(entry) & made.revised) for entry in told["contradictions"])
    late = [bool(_names(entry["old"]) & made.late) for entry in told["outdated"]]
    yield from (len(made.articles), len(made.wrong), len(found), len(found) / len(made.wrong))
    yield from (_share(real[:TOP]), _share(real))
    yield f"{sum(revised)} of {len({name.rpartition('-')[0] for name in made.revised})}"
    yield from (mistaken, len(made.late), sum(late), len(late) - sum(late))


def _share(real: list[bool]) -> float | None:
    return sum(real) / len(real) if real else None


def _by_slip(made: Archive, told: dict[str, Any]) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    found = {name for entry in told["contradictions"] for name in _all(entry)}
    planted = Counter(made.wrong.values())
    right = Counter(kind for name, kind in made.wrong.items() if name in found)
    for kind in SLIPS:
        yield kind, (planted[kind], right[kind], right[kind] / max(planted[kind], 1))


def _shown(made: Archive, all_told: _Told) -> Iterator[str]:
    told = all_told.found
    for fact in all_told.facts:
        if not _is_right(made, fact):
            yield f"learnt wrongly: {fact.subject} {fact.measures} {fact.written}"
    texts = {each.id: each.text for each in made.articles}
    for entry in told["contradictions"]:
        if not _all(entry) & made.wrong.keys():
            yield f"false: {[texts.get(name, name) for name in sorted(_all(entry))]}"
    for entry in told["revisions"]:
        if not _all(entry) & made.revised:
            yield f"false revision: {[texts.get(name, name) for name in sorted(_all(entry))]}"
    found = {name for entry in told["contradictions"] for name in _all(entry)}
    for name, kind in made.wrong.items():
        if name not in found:
            group = name.rpartition("-")[0] + "-"
            yield f"missed {kind}: {[text for key, text in texts.items() if key.startswith(group)]}"
