"""Pieces of work in, their parts in the store out: processes on this machine that read for themselves.

No text travels between processes: a worker gets the name of a piece, and tells back names and counts. One that dies, or
sits too long over a document, is replaced, and that document becomes a failure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

from figcheck.audit.index import Index, key_of
from figcheck.audit.pieces import Places, Setup, Told, batches, records, write
from figcheck.audit.store import Store, part_name
from figcheck.audit.units import Unit
from figcheck.audit.watched import DEAF, Watched, orders


class Done(NamedTuple):
    """What a worker tells of a piece."""

    part: str | None
    """None where all of it was known already."""
    held: list[tuple[str, bytes]]
    """Documents that were audited, with their digests."""
    seen: list[bytes]
    """Keys of those that are as they were."""
    lost: list[str]
    """Containers that could not be read to their end."""
    skipped: int
    """Known already."""
    failures: int
    findings: int
    size: int


def audit(setup: Setup, pieces: Iterator[Unit], jobs: int, run: int, tell: Callable[[Done], None]) -> None:
    """Audits every piece with `jobs` processes and enters it into the store's index. Raises OSError, RuntimeError.

    `run` makes the names of parts of this run unlike those of all others.
    """
    pool, store = _Pool(setup, jobs, run), Store(setup.store)
    try:
        for done in pool.run(enumerate(pieces)):
            # opened each time: no process may be forked while a connection to SQLite is open
            with closing(Index(store)) as index:
                if done.part is not None:
                    index.enter(done.part, done.held, run)
                index.seen(done.seen, run)
            tell(done)
    finally:
        pool.stop()


# --- the parent ----------------------------------------------------------------------------------------------------


Task = tuple[int, Unit, tuple[tuple[int, str], ...]]
"""A piece by its number, and the places of records over which a worker fell, and how."""


class _Worker(Watched):
    """A process, and the piece that it is at."""

    def __init__(self, setup: Setup, run: int) -> None:
        super().__init__(partial(_work, setup, run), setup.timeout)
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        self.task = task
        self.begin()
        self.pipe.send(task)


class _Pool:
    def __init__(self, setup: Setup, jobs: int, run: int) -> None:
        self._setup, self._run = setup, run
        self._workers = [_Worker(setup, run) for _ in range(jobs)]

    def run(self, pieces: Iterator[tuple[int, Unit]]) -> Iterator[Done]:
        """Hands out pieces as workers are free, and tells of each as it is done."""
        again: list[Task] = []

        def following() -> Task | None:
            if again:
                return again.pop()
            found = next(pieces, None)
            return None if found is None else (*found, ())

        for worker in self._workers:
            if (task := following()) is not None:
                worker.give(task)
        while busy := [worker for worker in self._workers if worker.task is not None]:
            for worker in self._heard(busy):
                number, unit, skip = worker.task or (0, Unit("files", ()), ())
                told = _received(worker)
                if isinstance(told, Exception):
                    raise told
                if told is None:
                    again.append(_once_more(number, unit, skip, worker.fallen()))
                    worker = self._replaced(worker)
                else:
                    worker.task = None
                    yield told
                if (task := following()) is not None:
                    worker.give(task)

    def _heard(self, busy: list[_Worker]) -> list[_Worker]:
        """Workers that have something to tell, have died, or had to be killed."""
        pipes = {worker.pipe: worker for worker in busy}
        ready = [pipes[pipe] for pipe in wait(list(pipes), timeout=DEAF) if isinstance(pipe, Connection)]
        return [*ready, *(worker for worker in busy if worker not in ready and worker.stopped())]

    def _replaced(self, worker: _Worker) -> _Worker:
        worker.kill()
        new = _Worker(self._setup, self._run)
        self._workers[self._workers.index(worker)] = new
        return new

    def stop(self) -> None:
        for worker in self._workers:
            if worker.task is None and worker.process.is_alive():
                with suppress(OSError):
                    worker.pipe.send(None)
                worker.process.join(1)
            worker.kill()


def _once_more(number: int, unit: Unit, skip: tuple[tuple[int, str], ...], fell: tuple[int, str]) -> Task:
    """The piece with the record that felled a worker; one that fells workers before any record is given up."""
    hopeless = fell[0] in dict(skip)
    return number, unit._replace(kind="broken") if hopeless else unit, (*skip, fell)


def _received(worker: _Worker) -> Done | Exception | None:
    """What a worker tells; None where it has died."""
    try:
        told = worker.pipe.recv() if worker.pipe.poll() else None
    except (EOFError, OSError):
        return None
    return told if isinstance(told, (Done, Exception)) else None


# --- a worker ------------------------------------------------------------------------------------------------------


def _work(setup: Setup, run: int, pipe: Connection, clock: Any) -> None:
    """The life of a worker: pieces in, what became of them out."""
    with suppress(EOFError, BrokenPipeError):
        try:
            desk = _Desk(setup, run, clock)
            for task in orders(pipe):
                pipe.send(desk.piece(*task))
        except (EOFError, BrokenPipeError):
            raise
        except Exception as error:
            pipe.send(error if isinstance(error, OSError) else RuntimeError(f"{type(error).__name__}: {error}"))


class _Desk:
    def __init__(self, setup: Setup, run: int, clock: Any) -> None:
        from figcheck.audit.judging import Judge
        from figcheck.bench import Benches

        self._judge = Judge(Benches(setup.configured()), setup.lang, setup.timeout, self._at)
        self._store, self._setup, self._run, self._clock = Store(setup.store), setup, run, clock
        self._index = Index(self._store, readonly=True)

    def _at(self, place: int) -> None:
        self._clock.value = place

    def piece(self, number: int, unit: Unit, fallen: tuple[tuple[int, str], ...]) -> Done:
        """Reads, judges and writes a piece; `fallen` names records over which a worker died, and how."""
        told, part = Told(), part_name(self._run, number)
        new = self._new(records(unit, self._setup.columns, told), told)
        write(self._store, part, batches(new, dict(fallen), told), self._judge.batch, told)
        self._clock.value = -1
        made = part if told.held else None
        return Done(made, told.held, told.seen, told.lost, told.skipped, told.failures, told.findings, unit.size)

    def _new(self, found: Places, told: Told) -> Places:
        """Those that the store does not have as they are now."""
        met: set[bytes] = set()
        for place, record in found:
            key = key_of(record.document)
            before = self._index.known(key)
            if key not in met and (before is None or before.digest != record.digest):
                met.add(key)
                yield place, record
                continue
            told.skipped += 1
            if key not in met:
                told.seen.append(key)
