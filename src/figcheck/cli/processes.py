"""Names of articles and the work on each in, what it made of them out, in order: by several processes.

They are forks of this one, so that rules and ledgers are read once. Names go to them, outcomes come back; no more of
these are under way at once than keep every process busy.
"""

from __future__ import annotations

import copyreg
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import MappingProxyType
from typing import Any, TypeVar

T = TypeVar("T")

_CHUNK = 8
"""Articles that go to a process at once."""
_AHEAD = 3
"""Chunks under way for each process."""

_work: Callable[[str], Any]


def _table(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


copyreg.pickle(MappingProxyType, lambda table: (_table, (dict(table),)))


def spread(work: Callable[[str], T], names: Sequence[str], jobs: int) -> Iterator[T | None]:
    """What `work` makes of each name, in their order; None for one whose process died over it or over its neighbours.

    Raises what `work` raises.
    """
    chunks = [names[at : at + _CHUNK] for at in range(0, len(names), _CHUNK)]
    pool = _pool(work, jobs)
    under_way: deque[tuple[Sequence[str], Future[list[T]]]] = deque()
    try:
        waiting = iter(chunks)
        while True:
            while len(under_way) < _AHEAD * jobs and (chunk := next(waiting, None)) is not None:
                under_way.append((chunk, pool.submit(_all, chunk)))
            if not under_way:
                return
            chunk, made = under_way.popleft()
            try:
                yield from made.result()
            except BrokenProcessPool:
                pool, under_way = _again(work, jobs, under_way)
                yield from _one_by_one(work, chunk)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _again(work: Callable[[str], T], jobs: int, under_way: Any) -> tuple[ProcessPoolExecutor, Any]:
    """Another pool, and in it all that was under way in the one that broke."""
    pool = _pool(work, jobs)
    return pool, deque((chunk, pool.submit(_all, chunk)) for chunk, _ in under_way)


def _one_by_one(work: Callable[[str], T], names: Sequence[str]) -> Iterator[T | None]:
    """Each name in a process of its own, since one of them kills it."""
    for name in names:
        with _pool(work, 1) as pool:
            try:
                yield from pool.submit(_all, [name]).result()
            except BrokenProcessPool:
                yield None


def _pool(work: Callable[[str], Any], jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("fork"), initializer=_begin, initargs=(work,))


def _begin(work: Callable[[str], Any]) -> None:
    """In a new process: whoever presses Ctrl-C means the first one, which ends the others."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _all(names: Sequence[str]) -> list[Any]:
    return [_work(name) for name in names]
