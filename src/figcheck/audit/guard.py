"""A judge in, the same judge in a process of its own out: batches go to it by Arrow, and a crash becomes a failure.

For engines that know nothing of documents: where a Python worker of a cluster dies, its whole task would begin anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

import pyarrow as pa

from figcheck.audit.pieces import Function
from figcheck.audit.watched import DEAF, Watched, orders

Make = Callable[[Callable[[int], None]], Function]
"""Whoever wants to know the place of each record in, a judge out; called in the new process."""


class Guard:
    """A judge behind a wall."""

    def __init__(self, make: Make, timeout: float) -> None:
        self._make, self._timeout = make, timeout
        self._judge = self._hired()

    def _hired(self) -> Watched:
        return Watched(partial(_judging, self._make), self._timeout)

    def batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of RECORDS judged into one of JUDGED. Raises RuntimeError where no judge can be had at all."""
        fallen: dict[int, str] = {}
        while (judged := self._asked(_marked(batch, fallen))) is None:
            place, how = self._judge.fallen()
            self._judge.kill()
            if place in fallen:
                raise RuntimeError(f"judge: {how}")
            fallen[place] = how
            self._judge = self._hired()
        return judged

    def _asked(self, batch: pa.RecordBatch) -> pa.RecordBatch | None:
        """The judge's answer; None where it fell."""
        self._judge.begin()
        pipe = self._judge.pipe
        try:
            pipe.send(_packed(batch))
            while not pipe.poll(DEAF):
                if self._judge.stopped() or not self._judge.process.is_alive():
                    return None
            answer = pipe.recv()
        except (EOFError, OSError):
            return None
        if isinstance(answer, str):
            raise RuntimeError(answer)
        return _unpacked(answer)

    def close(self) -> None:
        """Lets the judge go."""
        with suppress(OSError):
            self._judge.pipe.send(None)
            self._judge.process.join(1)
        self._judge.kill()


def _judging(make: Make, pipe: Connection, clock: Any) -> None:
    def at(place: int) -> None:
        clock.value = place

    with suppress(EOFError, BrokenPipeError):
        try:
            judge = make(at)
            for order in orders(pipe):
                pipe.send(_packed(judge(_unpacked(order))))
        except Exception as error:
            pipe.send(f"{type(error).__name__}: {error}")


def _marked(batch: pa.RecordBatch, fallen: Mapping[int, str]) -> pa.RecordBatch:
    """The batch with what is settled about some of its records."""
    if not fallen:
        return batch
    rows = batch.to_pylist()
    for row in rows:
        if row["place"] in fallen:
            stage, _, reason = fallen[row["place"]].partition(" ")
            row.update(stage=stage, reason=reason or None)
    return pa.RecordBatch.from_pylist(rows, schema=batch.schema)


def _packed(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def _unpacked(content: bytes) -> pa.RecordBatch:
    with pa.ipc.open_stream(content) as reader:
        return reader.read_next_batch()
