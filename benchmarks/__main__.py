"""Names of benchmarks in, their tables out: `python -m benchmarks [NAME ...]`."""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from figcheck import __version__

from .options import Benchmark, Options
from .tables import Table

BENCHMARKS = {
    "extraction": "MB/s of reading and checking the news, against a pure re scan and peers",
    "startup": "CPU time of each command, against an interpreter that does nothing",
    "linearity": "seconds a megabyte, 10 kB to 10 MB, and of hostile texts",
    "memory": "peak memory of reading N and 10 N documents",
    "accuracy": "figures found and read rightly, against readings by hand",
    "slips": "slips found without a ledger; clean and suspicious passages flagged",
    "faultless": "whole articles without a slip: how many are flagged all the same",
    "mutations": "figures changed in faultless paragraphs: how many of the slips are found",
    "retellings": "what faultless articles tell twice, changed once: how many of the slips are found",
    "conformance": "the published suite of Recognizers-Text, whole and as far as our conventions share it",
    "peers": "speed and accuracy as ratios to other readers, which it installs for the occasion",
    "ledger_scale": "ledgers of a thousand and a million facts: first reading, start, speed of checks",
    "contradictions": "archives with planted contradictions: recall, how many of the top 50 are real",
    "audit": "an archive audited: speed with one worker and two, memory, size of the store",
    "ledger": "articles with ledgers: figures backed, slips found, false alarms",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what is named, all where nothing is. No timing is asserted: 0 unless something crashes."""
    parser = _parser()
    given = parser.parse_args(arguments)
    for name in given.names:
        if name not in BENCHMARKS:
            parser.error(f"there is no {name}; there are {', '.join(BENCHMARKS)}")
    if given.list:
        print("\n".join(f"{name:12}{what}" for name, what in BENCHMARKS.items()))
        return 0
    options = Options(max(1, given.rounds), max(10, given.articles), given.show, given.show_test)
    results = {name: _run(name, options) for name in given.names or BENCHMARKS}
    if given.json:
        _save(given.json, results)
    return 0


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:12}{what}" for name, what in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=f"Measures figcheck: all of these, or those named.\n\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a benchmark of the list")
    parser.add_argument("--list", action="store_true", help="list them and stop")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results to FILE as well")
    parser.add_argument("--rounds", type=int, default=10, metavar="N", help="best of N timings (10)")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="of audit's larger archive (10,000)")
    parser.add_argument("--show", action="store_true", help="list the single cases that went wrong, of dev sets")
    parser.add_argument("--show-test", action="store_true", help="with --show: of accuracy's test sets too")
    return parser


def _run(name: str, options: Options) -> list[Table]:
    benchmark: Benchmark = importlib.import_module(f"benchmarks.{name}").run
    tables = []
    for part in benchmark(options):
        if isinstance(part, Table):
            tables.append(part)
            print("\n".join(("", *part.lines())), flush=True)
        else:
            print(part, flush=True)
    return tables


def _save(path: Path, results: dict[str, list[Table]]) -> None:
    report = {
        "version": 1,
        "figcheck": __version__,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "results": {name: [table.as_json() for table in tables] for name, tables in results.items()},
    }
    path.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
