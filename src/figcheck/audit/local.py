"""Pieces of work in, their parts in the store out: processes on this machine that read for themselves.

No text travels between processes: a worker gets the name of a piece, and tells back names and counts. One that dies, or
sits too long over a document, is replaced, and that document becomes a failure.
"""

from __future__ import annotations

import multiprocessing as mp
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

from figcheck.audit.index import Index, key_of
from figcheck.audit.pieces import Places, Setup, Told, batches, records, write
from figcheck.audit.store import Store, part_name
from figcheck.audit.units import Unit

_GRACE = 5.0
"""Seconds beyond the time-out after which a worker that does not answer is killed."""
_DEAF = 0.5
"""Seconds between looks at the workers' clocks."""


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


def audit(
    setup: Setup, index: Index, pieces: Iterator[Unit], jobs: int, run: int, tell: Callable[[Done], None]
) -> None:
    """Audits every piece with `jobs` processes and enters it into the store's index. Raises OSError, RuntimeError.

    `run` makes the names of parts of this run unlike those of all others.
    """
    pool = _Pool(setup, jobs, run)
    try:
        for done in pool.run(enumerate(pieces)):
            if done.part is not None:
                index.enter(done.part, done.held, run)
            index.seen(done.seen, run)
            tell(done)
    finally:
        pool.stop()


# --- the parent ----------------------------------------------------------------------------------------------------


class _Worker:
    """A process, the end of its pipe, and what it is at."""

    def __init__(self, setup: Setup, run: int) -> None:
        context: Any = mp.get_context("spawn" if os.name == "nt" else "fork")
        self.clock = context.Value("q", -1, lock=False)
        """The record that it is at; it changes whenever the worker is alive to a new one."""
        self.pipe, end = context.Pipe()
        self.process = context.Process(target=_work, args=(end, setup, run, self.clock), daemon=True)
        self.process.start()
        end.close()
        self.task: tuple[int, Unit, tuple[tuple[int, str], ...]] | None = None
        self._seen, self._since = -1, time.monotonic()

    def give(self, number: int, unit: Unit, skip: tuple[tuple[int, str], ...]) -> None:
        self.task = (number, unit, skip)
        self.clock.value = -1
        self._seen, self._since = -1, time.monotonic()
        self.pipe.send((number, unit, skip))

    def stuck(self, limit: float) -> bool:
        """Whether it has been at the same record for longer than `limit` seconds."""
        if self.clock.value != self._seen:
            self._seen, self._since = self.clock.value, time.monotonic()
        return limit > 0 and self._seen >= 0 and time.monotonic() - self._since > limit

    def kill(self) -> None:
        with suppress(OSError):
            self.pipe.close()
        self.process.kill()
        self.process.join()


class _Pool:
    def __init__(self, setup: Setup, jobs: int, run: int) -> None:
        self._setup, self._run = setup, run
        self._workers = [_Worker(setup, run) for _ in range(jobs)]

    def run(self, pieces: Iterator[tuple[int, Unit]]) -> Iterator[Done]:
        """Hands out pieces as workers are free, and tells of each as it is done."""
        again: list[tuple[int, Unit, tuple[tuple[int, str], ...]]] = []

        def following() -> tuple[int, Unit, tuple[tuple[int, str], ...]] | None:
            if again:
                return again.pop()
            found = next(pieces, None)
            return None if found is None else (*found, ())

        for worker in self._workers:
            if (task := following()) is not None:
                worker.give(*task)
        while busy := [worker for worker in self._workers if worker.task is not None]:
            for worker in self._heard(busy):
                number, unit, skip = worker.task or (0, Unit("files", ()), ())
                told = _received(worker)
                if isinstance(told, Exception):
                    raise told
                if told is None:
                    again.append((number, unit, (*skip, self._fallen(worker))))
                    worker = self._replaced(worker)
                else:
                    worker.task = None
                    yield told
                if (task := following()) is not None:
                    worker.give(*task)

    def _heard(self, busy: list[_Worker]) -> list[_Worker]:
        """Workers that have something to tell, have died, or had to be killed."""
        pipes = {worker.pipe: worker for worker in busy}
        ready = [pipes[pipe] for pipe in wait(list(pipes), timeout=_DEAF) if isinstance(pipe, Connection)]
        limit = self._setup.timeout and 2 * self._setup.timeout + _GRACE
        for worker in busy:
            if worker not in ready and worker.stuck(limit):
                worker.process.kill()
                worker.process.join()
                ready.append(worker)
        return ready

    def _fallen(self, worker: _Worker) -> tuple[int, str]:
        """The record over which a worker fell, and how."""
        stuck = worker.stuck(self._setup.timeout and 2 * self._setup.timeout)
        return max(worker.clock.value, 0), "timeout" if stuck else f"crash {worker.process.exitcode}"

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


def _received(worker: _Worker) -> Done | Exception | None:
    """What a worker tells; None where it has died."""
    try:
        told = worker.pipe.recv() if worker.pipe.poll() else None
    except (EOFError, OSError):
        worker.process.join(5)
        return None
    return told if isinstance(told, (Done, Exception)) else None


# --- a worker ------------------------------------------------------------------------------------------------------


def _work(pipe: Connection, setup: Setup, run: int, clock: Any) -> None:
    """The life of a worker: a piece in, what became of it out, until None comes or nobody is left to tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it lets a piece be finished or drops it
    try:
        desk = _Desk(setup, run, clock)
        while (task := pipe.recv()) is not None:
            pipe.send(desk.piece(*task))
    except (EOFError, BrokenPipeError):
        return
    except Exception as error:
        with suppress(OSError):
            pipe.send(RuntimeError(f"{type(error).__name__}: {error}") if not isinstance(error, OSError) else error)


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
