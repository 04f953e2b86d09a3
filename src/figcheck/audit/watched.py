"""Work in, a process that does it and may die or get stuck over a document out, with which one it was and how."""

from __future__ import annotations

import multiprocessing as mp
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

GRACE = 5.0
"""Seconds beyond twice the time-out after which a process that does not answer is killed."""
DEAF = 0.5
"""Seconds between looks at a clock."""
_ORPHAN = 2.0
"""Seconds between looks whether the parent is still there."""
_DIE_WITH_PARENT = 1
"""Linux's PR_SET_PDEATHSIG."""

Work = Callable[[Connection, Any], None]
"""The end of the pipe and the clock in; it goes on until it is told to stop, or nobody is left to tell it."""


class Watched:
    """A process, our end of its pipe, and its clock."""

    def __init__(self, work: Work, timeout: float) -> None:
        """`timeout` is what a document may take, in seconds; 0 for as long as it likes."""
        context: Any = mp.get_context("spawn" if os.name == "nt" else "fork")
        self.clock = context.Value("q", -1, lock=False)
        """The place of the record that it is at; negative between two pieces of work."""
        self.pipe, end = context.Pipe()
        self.process = context.Process(target=_bound, args=(work, end, self.clock, os.getpid()), daemon=True)
        self.process.start()
        end.close()
        self._limit = timeout and 2 * timeout + GRACE
        self._late = 2 * timeout
        self.begin()

    def begin(self) -> None:
        """A new piece of work begins."""
        self.clock.value = -1
        self._seen, self._since = -1, time.monotonic()

    def stopped(self) -> bool:
        """Whether it sits over one record for far too long; it is killed then."""
        if not self._limit or self._held() <= self._limit:
            return False
        self.process.kill()
        self.process.join()
        return True

    def _held(self) -> float:
        """Seconds that it has been at the same record."""
        if self.clock.value != self._seen:
            self._seen, self._since = self.clock.value, time.monotonic()
        return time.monotonic() - self._since if self._seen >= 0 else 0.0

    def fallen(self) -> tuple[int, str]:
        """The place of the record over which it fell, and how: `timeout > 60 s`, `crash -9`."""
        self.process.join(5)
        late = self._late and self._held() > self._late
        return max(self.clock.value, 0), f"timeout > {self._late / 2:g} s" if late else f"crash {self.process.exitcode}"

    def kill(self) -> None:
        """Ends the process at once."""
        with suppress(OSError):
            self.pipe.close()
        self.process.kill()
        self.process.join()


def _bound(work: Work, pipe: Connection, clock: Any, parent: int) -> None:
    """The life of the process, which ends when its parent's does, however that comes."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.name == "nt" or os.getppid() == parent:  # it may be gone already
        work(pipe, clock)


def orders(pipe: Connection) -> Iterator[Any]:
    """What the parent sends, until it sends None or is gone. To be asked for in the process that is watched."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it lets a piece be finished or drops it
    parent = os.getppid()
    while True:
        # a parent that was killed closes no pipe: those that were forked after us hold its end as well
        while not pipe.poll(_ORPHAN):
            if os.getppid() != parent:
                return
        order = pipe.recv()
        if order is None:
            return
        yield order
