"""Work in, CPU seconds out: of a call in this process, of a child process; and the time limit for hostile input."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

from .news import ROOT

CAN_LIMIT = hasattr(signal, "setitimer")
CAN_COUNT_CHILDREN = hasattr(os, "wait4")


def cpu_of(work: Callable[[], object]) -> float:
    """CPU seconds of one call, begun with the garbage of earlier ones collected."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def best_of(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least CPU seconds of each, taken turn by turn so that a busy moment of the machine hits all alike."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            best[name] = min(best[name], cpu_of(work))
    return best


def cpu_of_child(command: Sequence[str]) -> float:
    """CPU seconds, user and system, of a command run at the top of the repository.

    Raises RuntimeError with what it said on standard error where it ends in anything but 0 or 1.
    """
    # a child that may not write bytecode would be measured compiling
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended in {process.returncode}: {complaint.strip()}")
    return usage.ru_utime + usage.ru_stime


class OutOfTimeError(BaseException):
    """The time limit has passed; no Exception, so that nothing that guards against crashes swallows it."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raises OutOfTimeError inside once so many seconds of the clock on the wall have passed; needs POSIX."""
    if not CAN_LIMIT:
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
