"""`figcheck audit SOURCE...`: an archive audited into a store; what is there already is not audited twice."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck.model import Language
from figcheck.reports.screen import width
from figcheck.wording import say

from .. import arguments as given
from ..desk import Desk
from ..streams import complain, write
from .extras import SPARK, must_have

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from figcheck.audit.pieces import Setup
    from figcheck.audit.run import Outcome

_EVERY = {True: 0.2, False: 30.0}
"""Seconds between two lines of progress: on a terminal, in a pipe."""


class Engine(StrEnum):
    """Where the work is done."""

    local = "local"
    spark = "spark"


def run(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", show_default=False)],
    store: Annotated[str, typer.Option("--store", metavar="DIR")],
    ledger: given.Ledgers = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1)] = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="S", min=0)] = 60,
    columns: Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN")] = None,
    engine: Annotated[Engine, typer.Option("--engine")] = Engine.local,
    select: given.Codes = None,
    ignore: given.Codes = None,
    config: given.Config = None,
    isolated: given.Isolated = False,
    lang: given.Speech = None,
    quiet: given.Quiet = False,
) -> None:
    """Audits an archive; the words for it are `commands.audit.` in the table."""
    desk = Desk(lang, config=config, isolated=isolated, ledger=ledger, select=select, ignore=ignore)
    must_have(desk.lang, *(SPARK if engine is Engine.spark else ()))
    with _reaching(engine) as session:
        _must_exist(sources, desk.lang)
        mapped = _mapped(columns or [], desk.lang)
        with desk.telling():
            desk.benches.of(desk.run)  # a mistake in rules or ledgers is told before any work is begun
        setup = _setup(desk, store, timeout, mapped, config, isolated=isolated)
        audit = partial(_work, session, jobs or os.cpu_count() or 1)
        status = _audited(sources, setup, desk, audit, quiet=quiet)
    raise typer.Exit(status)


@contextmanager
def _reaching(engine: Engine) -> Iterator[SparkSession | None]:
    """The session of a cluster, where that is to do the work."""
    if engine is Engine.local:
        yield None
        return
    from figcheck.audit.spark import session

    with session() as begun:
        yield begun


def _work(
    session: SparkSession | None, jobs: int, sources: list[str], setup: Setup, desk: Desk, progress: _Progress
) -> Outcome:
    from figcheck.audit.run import run, run_on_spark

    exclude = desk.run.exclude
    if session is not None:
        return run_on_spark(session, sources, setup, desk.benches, exclude=exclude, opened=progress.opened)
    opened, tell = progress.opened, progress.at
    return run(sources, setup, desk.benches, jobs=jobs, exclude=exclude, opened=opened, tell=tell)


def _setup(
    desk: Desk, store: str, timeout: float, columns: dict[str, str], config: str | None, *, isolated: bool
) -> Setup:
    from figcheck.audit.pieces import Setup

    return Setup(store, (config, isolated, desk.benches.configuration.given), desk.lang, timeout, columns)


def _must_exist(sources: list[str], lang: Language) -> None:
    from figcheck.audit.units import gives_none

    try:
        missing = [each for each in sources if gives_none(each)]
    except OSError as error:
        complain(say("audit.unreachable", lang, path=str(error.filename), reason=error.strerror or ""))
        raise typer.Exit(2) from None
    for each in missing:
        complain(say("audit.missing", lang, path=each))
    if missing:
        raise typer.Exit(2)


def _mapped(columns: list[str], lang: Language) -> dict[str, str]:
    """`title=headline` for each field that a source calls otherwise."""
    from figcheck.audit.schema import FIELDS

    found = {}
    for each in columns:
        field, sign, column = each.partition("=")
        if not sign or not column or field not in ("id", *FIELDS):
            raise typer.BadParameter(say("audit.map", lang, given=each, fields=" ".join(("id", *FIELDS))))
        found[field] = column
    return found


def _audited(sources: list[str], setup: Setup, desk: Desk, audit: Callable[..., Outcome], *, quiet: bool) -> int:
    from figcheck.audit.store import StoreError

    progress = _Progress(sources, desk.run.exclude, desk.lang, quiet=quiet)
    try:
        outcome = audit(sources, setup, desk, progress)
    except StoreError as mistake:
        progress.clear()
        complain(say(mistake.key, desk.lang, **mistake.values))
        return 2
    except (OSError, RuntimeError) as error:
        progress.clear()
        complain(say("audit.stopped", desk.lang, reason=getattr(error, "strerror", None) or error))
        return 2
    except KeyboardInterrupt:
        progress.clear()
        complain(say("audit.interrupted", desk.lang))
        return 130
    progress.clear()
    if not quiet:
        write([say("audit.done", desk.lang, store=setup.store, **_counts(outcome)) + "\n"])
        if outcome.vanished:
            write([say("audit.vanished", desk.lang, count=outcome.vanished) + "\n"])
    return 0


def _counts(outcome: Outcome) -> dict[str, int]:
    return {name: getattr(outcome, name) for name in ("documents", "skipped", "failures", "findings")}


class _Progress:
    """A line that keeps changing on a terminal, a line now and then in a pipe, on standard error."""

    def __init__(self, sources: list[str], exclude: tuple[str, ...], lang: Language, *, quiet: bool) -> None:
        from figcheck.audit.units import total

        self._lang, self._quiet, self._terminal = lang, quiet, sys.stderr.isatty()
        self._total = 0 if quiet else total(sources, exclude)
        self._begun = self._told = time.monotonic()
        self._cells = 0

    def opened(self, outcome: Outcome) -> None:
        """Tells in one line that all is audited anew, and why."""
        if outcome.anew:
            complain(say("audit.anew", self._lang))

    def at(self, outcome: Outcome) -> None:
        """Tells how far the run is."""
        now = time.monotonic()
        if self._quiet or now - self._told < _EVERY[self._terminal]:
            return
        self._told = now
        rate = outcome.size / max(now - self._begun, 1e-3)
        left = max(self._total - outcome.size, 0) / max(rate, 1)
        share = 100 * outcome.size // max(self._total, 1)
        values = {"share": min(share, 100), "rate": f"{rate / 1e6:.1f}", "left": _clock(left), **_counts(outcome)}
        line = say("audit.progress", self._lang, **values)
        self.clear()
        sys.stderr.write(line if self._terminal else line + "\n")
        sys.stderr.flush()
        self._cells = width(line) if self._terminal else 0

    def clear(self) -> None:
        """Wipes the line."""
        if self._cells:
            sys.stderr.write("\r" + " " * self._cells + "\r")
            self._cells = 0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
