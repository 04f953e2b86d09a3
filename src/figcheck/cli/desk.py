"""The configuration and the command line in, for each article its rules and its ledger out.

A mistake in any of them is told and ends the run with 2.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from figcheck.config import ConfigError, Configuration, Settings, Value
from figcheck.model import Document, Hedge, Language, Ledger, Reach, Report
from figcheck.values import frozen
from figcheck.wording import say

from .arguments import Lang, language, listed
from .streams import complain

if TYPE_CHECKING:
    from figcheck.rulebook import Rule


@frozen
class Bench:
    """What an article is judged by."""

    rules: Sequence[Rule]
    ledger: Ledger
    hedges: Mapping[Hedge, Reach]


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
        self._rules: dict[object, Sequence[Rule]] = {}
        self._ledgers: dict[tuple[str, ...], Ledger] = {}
        try:
            if isolated:
                self._configuration = Configuration.isolated(given)
            else:
                self._configuration = Configuration(Path(config) if config else None, given)
            self.run = self._configuration.run
            """What holds for the run as a whole."""
        except ConfigError as error:
            raise told(error, self.lang) from None
        self.lang = language(lang, self.run.lang)

    def at(self, path: str) -> Settings:
        """The settings of an article."""
        try:
            return self._configuration.at(path)
        except ConfigError as error:
            raise told(error, self.lang) from None

    def bench(self, path: str) -> Bench:
        """The rules and the ledger of an article."""
        settings = self.at(path)
        return Bench(self._ruled(settings), self._known(settings.ledgers), settings.hedges)

    def check(self, document: Document) -> Report:
        """The article judged."""
        from figcheck import pipeline

        bench = self.bench(document.path)
        return pipeline.check(document, bench.ledger, bench.rules, self.lang, bench.hedges)

    def judges(self) -> Sequence[Rule]:
        """All rules that articles were judged by so far, by code."""
        known = {rule.code: rule for rules in self._rules.values() for rule in rules}
        return [known[code] for code in sorted(known)]

    def encoding(self, path: str) -> str | None:
        """The encoding that is laid down for a file."""
        return self.at(path).encoding

    def _ruled(self, settings: Settings) -> Sequence[Rule]:
        key = (
            settings.cards,
            settings.select,
            settings.ignore,
            tuple(settings.severity.items()),
            tuple((name, tuple(options.items())) for name, options in settings.options.items()),
        )
        if key not in self._rules:
            self._rules[key] = ruled(settings, self.lang)
        return self._rules[key]

    def _known(self, ledgers: tuple[str, ...]) -> Ledger:
        if ledgers not in self._ledgers:
            self._ledgers[ledgers] = known(ledgers, self.lang)
        return self._ledgers[ledgers]


def told(error: ConfigError, lang: Language) -> typer.Exit:
    """The mistakes of a configuration told; what is to be raised then."""
    for mistake in error.mistakes:
        complain(mistake.render(lang))
    return typer.Exit(2)


def ruled(settings: Settings, lang: Language) -> Sequence[Rule]:
    """The rules as the settings want them."""
    from figcheck import rulebook

    try:
        rules = rulebook.load_with(settings.cards)
        chosen = rulebook.select(rules, settings.select, settings.ignore)
        return rulebook.adjusted(chosen, rules, settings.severity, settings.options)
    except rulebook.RulebookError as mistake:
        place = settings.origins.get(mistake.setting, "")
        from_file = place and place != say("config.origin.command", lang)
        complain(f"{place}: {mistake.setting}: {mistake.render(lang)}" if from_file else mistake.render(lang))
        raise typer.Exit(2) from None


def known(ledgers: Sequence[str], lang: Language) -> Ledger:
    """What the ledgers say, merged."""
    if not ledgers:
        return Ledger()
    from figcheck.ledger import LedgerError
    from figcheck.pipeline import load_ledger

    try:
        return load_ledger(ledgers)
    except LedgerError as error:
        for mistake in error.mistakes:
            complain(mistake.render(lang))
        raise typer.Exit(2) from None


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
