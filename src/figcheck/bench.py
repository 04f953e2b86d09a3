"""A configuration in, the rules, the ledger and the hedges that an article is judged by out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from figcheck import pipeline, rulebook
from figcheck.config import Configuration, Settings
from figcheck.model import Document, Hedge, Knowledge, Language, Reach, Report
from figcheck.rulebook import Rule, RulebookError
from figcheck.values import Frozen


class Bench(Frozen):
    """What an article is judged by."""

    rules: Sequence[Rule]
    ledger: Knowledge
    hedges: Mapping[Hedge, Reach]


class Benches:
    """The benches of a run; rules and ledgers are read once for all articles that share them."""

    def __init__(
        self,
        configuration: Configuration,
        watch: pipeline.Watch = pipeline.nobody,
        lap: pipeline.Lap = pipeline.untimed,
    ) -> None:
        """`watch` is told how far the reading of a large ledger is, `lap` each stage of a check when it ends."""
        self.configuration = configuration
        self._watch, self._lap = watch, lap
        self._rules: dict[object, Sequence[Rule]] = {}
        self._ledgers: dict[tuple[str, ...], Knowledge] = {}

    def at(self, path: str) -> Bench:
        """The bench of an article. Raises ConfigError, RulebookError and LedgerError, with all that is wrong."""
        return self.of(self.configuration.at(path))

    def of(self, settings: Settings) -> Bench:
        """The bench that the settings ask for. Raises RulebookError and LedgerError."""
        return Bench(self.ruled(settings), self._known(settings.ledgers), settings.hedges)

    def check(self, document: Document, lang: Language) -> Report:
        """The article judged. Raises as `at` does."""
        bench = self.at(document.path)
        self._lap("bench")
        return pipeline.check(document, bench.ledger, bench.rules, lang, bench.hedges, self._lap)

    def judges(self) -> list[Rule]:
        """All rules that articles were judged by so far, by code."""
        known = {rule.code: rule for rules in self._rules.values() for rule in rules}
        return [known[code] for code in sorted(known)]

    def ruled(self, settings: Settings) -> Sequence[Rule]:
        """The rules that the settings ask for. Raises RulebookError."""
        key = _key(settings)
        if key not in self._rules:
            self._rules[key] = ruled(settings)
        return self._rules[key]

    def _known(self, ledgers: tuple[str, ...]) -> Knowledge:
        if ledgers not in self._ledgers:
            self._ledgers[ledgers] = pipeline.known(ledgers, self._watch)
        return self._ledgers[ledgers]


def _key(settings: Settings) -> object:
    options = tuple((name, tuple(given.items())) for name, given in settings.options.items())
    return settings.cards, settings.select, settings.ignore, tuple(settings.severity.items()), options


def ruled(settings: Settings) -> Sequence[Rule]:
    """The rules as the settings want them. Raises RulebookError, with the place of the setting that is to blame."""
    try:
        rules = rulebook.load_with(settings.cards)
        chosen = rulebook.select(rules, settings.select, settings.ignore)
        return rulebook.adjusted(chosen, rules, settings.severity, settings.options)
    except RulebookError as mistake:
        mistake.place = settings.origins.get(mistake.setting, "")
        raise
