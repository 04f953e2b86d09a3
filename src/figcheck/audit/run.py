"""Sources and a store in, the store brought up to what the sources hold out; the one page that knows the order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from figcheck import __version__
from figcheck.audit import local
from figcheck.audit.index import index_of
from figcheck.audit.local import Done
from figcheck.audit.pieces import Setup
from figcheck.audit.schema import VERSION
from figcheck.audit.store import Store
from figcheck.audit.units import Unit, covers, total, units
from figcheck.bench import Benches
from figcheck.ledger import ledger_files
from figcheck.rulebook import rules_folder

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(slots=True)
class Outcome:
    """What a run did."""

    documents: int = 0
    """Audited in this run."""
    skipped: int = 0
    """As they were at the last."""
    failures: int = 0
    findings: int = 0
    size: int = 0
    """Bytes of the sources that are through."""
    vanished: int = 0
    """Documents of the sources that are no longer there; the store has let go of them."""
    anew: bool = False
    """Whether what the store held was dropped, since rules, ledger or version had changed."""

    def add(self, done: Done) -> None:
        """Counts a piece."""
        self.documents += len(done.held)
        self.skipped += done.skipped
        self.failures += done.failures
        self.findings += done.findings
        self.size += done.size


def run(
    sources: Sequence[str],
    setup: Setup,
    benches: Benches,
    *,
    jobs: int,
    exclude: Sequence[str] = (),
    opened: Callable[[Outcome], None] = lambda outcome: None,
    tell: Callable[[Outcome], None] = lambda outcome: None,
) -> Outcome:
    """Audits what is new or changed in the sources. `opened` is called when the store is, `tell` after each piece.

    Raises StoreError, OSError, RuntimeError where a worker can't go on, KeyboardInterrupt; what was told is kept.
    """
    store, outcome, lost = Store(setup.store), Outcome(), set[str]()
    with store.locked():
        outcome.anew = store.open(engine_of(benches, setup))
        opened(outcome)
        index_of(store).close()

        def through(done: Done) -> None:
            lost.update(done.lost)
            outcome.add(done)
            tell(outcome)

        local.audit(setup, _pieces(sources, exclude, setup.store), jobs, store.runs, through)
        with closing(index_of(store)) as index:
            outcome.vanished = index.vanished(store.runs, partial(_ours, sources, tuple(lost)))
            index.tidy()
    return outcome


def run_on_spark(
    session: SparkSession,
    sources: Sequence[str],
    setup: Setup,
    benches: Benches,
    *,
    exclude: Sequence[str] = (),
    opened: Callable[[Outcome], None] = lambda outcome: None,
) -> Outcome:
    """The same by the executors of a cluster. Raises StoreError, OSError, RuntimeError, KeyboardInterrupt."""
    from figcheck.audit import spark

    store, outcome = Store(setup.store), Outcome()
    with store.locked():
        outcome.anew = store.open(engine_of(benches, setup))
        store.forget_index()  # it would know nothing of the parts to come, nor of what is taken out of others
        opened(outcome)
        times = spark.times(session, total(sources, exclude))
        home = str(Path.cwd())
        pieces = [unit._replace(root=home) for unit in _pieces(sources, exclude, setup.store, times)]
        counts = spark.audit(session, setup, store, benches, pieces, partial(_ours, sources))
        outcome.documents, outcome.skipped, outcome.failures, outcome.findings, outcome.vanished = counts
    return outcome


def _ours(sources: Sequence[str], lost: tuple[str, ...], path: str) -> bool:
    """Whether a document of that path would have been met if it were still there."""
    return not path.startswith(lost) and covers(sources, path)


def _pieces(sources: Sequence[str], exclude: Sequence[str], store: str, times: int = 1) -> Iterator[Unit]:
    """The pieces of the sources; of a store that lies inside them nothing is read."""
    inside = covers(sources, store)
    for unit in units(sources, exclude, times):
        paths = tuple(path for path in unit.paths if not (inside and covers([store], path)))
        if paths:
            yield unit._replace(paths=paths)


def engine_of(benches: Benches, setup: Setup) -> str:
    """All that decides what is found, as one short text: our own code and cards, settings, ledgers, language."""
    settings = benches.configuration.run
    files, _ = ledger_files(settings.ledgers)
    ours = sorted(Path(__file__).parents[1].rglob("*.py")) + sorted(rules_folder().glob("*.yaml"))
    theirs = [Path(name) for name in (*files, *benches.configuration.files())]
    theirs += [card for folder in settings.cards for card in sorted(Path(folder).glob("*.yaml"))]
    known = [__version__, VERSION, setup.lang, str(settings), [_digest(path) for path in (*ours, *theirs)]]
    return sha256(json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
