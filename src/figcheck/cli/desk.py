"""The configuration and the command line in, for each article its rules and its ledger out.

A mistake in any of them is told and ends the run with 2.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from figcheck.bench import Benches
from figcheck.config import ConfigError, Configuration, Settings, Value
from figcheck.model import Document, Language, Ledger, Report
from figcheck.pipeline import Lap, untimed
from figcheck.wording import say

from .arguments import Lang, language, listed
from .progress import LedgerProgress
from .streams import complain

if TYPE_CHECKING:
    from figcheck.ledger import LedgerError
    from figcheck.rulebook import RulebookError


class Desk:
    """What holds at the desk: asked once a run, and for each article."""

    def __init__(
        self,
        lang: Lang | None,
        *,
        config: str | None = None,
        isolated: bool = False,
        ledger: Sequence[str] | None = None,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] | None = None,
        cards: str | None = None,
        lap: Lap = untimed,
        **others: str | None,
    ) -> None:
        chosen: dict[str, tuple[str, ...] | str | None] = {
            "ledgers": tuple(ledger or ()),
            "select": tuple(listed(select)),
            "ignore": tuple(listed(ignore)),
            "cards": (cards,) if cards else (),
            **others,
        }
        self.lang = language(lang)
        """The language to speak: the command line's, FIGCHECK_LANG's, the configuration's."""
        origin = say("config.origin.command", self.lang)
        given = {name: Value(value, origin) for name, value in chosen.items() if value}
        try:
            if isolated:
                configuration = Configuration.isolated(given)
            else:
                configuration = Configuration(Path(config) if config else None, given)
            self.run = configuration.run
            """What holds for the run as a whole."""
        except ConfigError as error:
            raise told(error, self.lang) from None
        self.lang = language(lang, self.run.lang)
        self.benches = Benches(configuration, LedgerProgress(self.lang), lap)

    def at(self, path: str) -> Settings:
        """The settings of an article."""
        try:
            return self.benches.configuration.at(path)
        except ConfigError as error:
            raise told(error, self.lang) from None

    def check(self, document: Document) -> Report:
        """The article judged."""
        with self.telling():
            return self.benches.check(document, self.lang)

    def encoding(self, path: str) -> str | None:
        """The encoding that is laid down for a file."""
        return self.at(path).encoding

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What is wrong in a configuration, a ledger or a rule is told, and ends the run with 2."""
        from figcheck.rulebook import RulebookError

        try:
            yield
        except ConfigError as error:
            raise told(error, self.lang) from None
        except RulebookError as mistake:
            complain(placed(mistake, self.lang))
            raise typer.Exit(2) from None
        except Exception as error:
            from figcheck.ledger import LedgerError  # not loaded yet where nothing is wrong with a ledger

            if not isinstance(error, LedgerError):
                raise
            raise told(error, self.lang) from None


def told(error: ConfigError | LedgerError, lang: Language) -> typer.Exit:
    """The mistakes of a configuration or a ledger told; what is to be raised then."""
    for mistake in error.mistakes:
        complain(mistake.render(lang))
    return typer.Exit(2)


def known(ledgers: Sequence[str], lang: Language) -> Ledger:
    """What the ledgers say, merged; a mistake in them is told and ends the run with 2."""
    from figcheck.ledger import LedgerError
    from figcheck.pipeline import load_ledger

    try:
        return load_ledger(ledgers, LedgerProgress(lang))
    except LedgerError as error:
        raise told(error, lang) from None


def placed(mistake: RulebookError, lang: Language) -> str:
    """A mistake about rules, with the place of the setting that is to blame, where a file has it."""
    from_file = mistake.place and mistake.place != say("config.origin.command", lang)
    return f"{mistake.place}: {mistake.setting}: {mistake.render(lang)}" if from_file else mistake.render(lang)


def day_of(date: str | None, lang: Language) -> datetime.date:
    """The day on which figcheck runs, for what expires: `--today`, else SOURCE_DATE_EPOCH, else the clock's.

    No verdict on an article depends on it.
    """
    import os
    import time

    from .arguments import day

    if date is not None and (chosen := day(date, lang, "--today")) is not None:
        return chosen
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = time.gmtime(int(epoch)) if epoch.isdigit() else time.localtime()
    return datetime.date(seconds.tm_year, seconds.tm_mon, seconds.tm_mday)
