"""The stages of a check as they end in, how long each of them took out: what `--verbose` tells."""

from __future__ import annotations

import time
from collections.abc import Mapping

from figcheck.model import Language
from figcheck.wording import say

_STAGES = ("start", "loading", "bench", "knowledge", "mentions", "claims", "links", "rules", "report")


class Stopwatch:
    """Called with the name of a stage when it ends."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def __call__(self, stage: str) -> None:
        """All time since the last call was this stage's."""
        now = time.perf_counter()
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._since
        self._since = now

    def started(self) -> None:
        """Counts the processor time that the process has had so far as its start."""
        self._seconds["start"] = time.process_time()
        self._since = time.perf_counter()

    def taken(self) -> Mapping[str, float]:
        """Seconds by stage, which are forgotten here: for the watch of another process to add."""
        taken, self._seconds = self._seconds, {}
        return taken

    def add(self, taken: Mapping[str, float]) -> None:
        """Adds what another process took; waiting for it was no stage of this one."""
        for stage, seconds in taken.items():
            self._seconds[stage] = self._seconds.get(stage, 0.0) + seconds
        self._since = time.perf_counter()

    def told(self, lang: Language) -> str:
        """One line: milliseconds of each stage, in the order in which they come."""
        times = [self._stage(stage, lang) for stage in _STAGES if stage in self._seconds]
        return say("commands.times", lang, times=say("commands.comma", lang).join(times))

    def _stage(self, stage: str, lang: Language) -> str:
        milliseconds = f"{self._seconds[stage] * 1000:.1f}"
        return say("commands.stage", lang, stage=say(f"commands.stage.{stage}", lang), ms=milliseconds)
