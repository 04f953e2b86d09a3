"""Rule cards in, rules out, and an analysis judged by them into findings; code, severity and wording are added here."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from figcheck import expressions as re
from figcheck.model import Analysis, Finding, Hit, Language, Severity, Span, SpanEvidence, Word
from figcheck.rulebook.needs import Needs
from figcheck.values import Frozen, replace
from figcheck.wording import say

CaseKind = Literal["hit", "clean", "missed", "false alarm"]
CASE_KINDS: tuple[CaseKind, ...] = ("hit", "clean", "missed", "false alarm")
Check = Callable[..., Iterable[Hit]]
Option = str | tuple[str, ...] | Mapping[str, str]
"""What an option of a check may be: a text, and on a desk's own cards a list or a table of texts."""


class Case(Frozen):
    """A piece of text on a card and what the rule must say to it; `<<…>>` marks where."""

    kind: CaseKind
    text: str
    """With the marks taken out."""
    spans: tuple[tuple[int, int], ...]
    """Where the marks stood."""
    becomes: str | None = None
    """The text after the rule's fix."""
    ledger: str | None = None
    """The ledger the case is judged by, as YAML."""
    date: str | None = None


class Rule(Frozen):
    """A card: what is checked, how grave it is, what is said."""

    code: str
    name: str
    severity: Severity
    check: str
    """`module.function` in figcheck.checks."""
    summary: Mapping[Language, str]
    message: Mapping[Language, str]
    explain: Mapping[Language, str]
    """What it looks for, why it matters, when it stays silent, and what it rests on."""
    options: Mapping[str, Option]
    words: Mapping[str, Mapping[Language, str]]
    """What the check's `Word`s say in the reader's language."""
    cases: Sequence[Case]
    path: str
    """The card's file name."""
    needs: tuple[tuple[str, ...], ...] = ()
    """What an article must have, one of each, so that the check can find anything: see `needs.Article`."""
    yields_to: tuple[str, ...] = ()
    """Rules that read the same slip more closely, by code or beginning of a code: see `settling`."""

    def run(self, analysis: Analysis) -> Iterable[Hit]:
        """What the check finds."""
        return resolve(self.check)(analysis, **self.options)


class RulebookError(Exception):
    """A card that can't be read, or a rule that does not exist."""

    def __init__(self, key: str, setting: str = "", /, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values
        self.setting = setting
        """The setting that is to blame: `select`, `severity.FN05`; empty for none."""
        self.place = ""
        """Where that setting stands, as far as it is known: `figcheck.toml:3`."""

    def render(self, lang: Language = "zh") -> str:
        """The mistake in one sentence."""
        return say(self.key, lang, **self.values)


# --- cards -----------------------------------------------------------------------------------------------------


def rules_folder() -> Path:
    """Where the cards are: beside the code when installed, else at the top of the source tree."""
    inside = Path(__file__).parents[1] / "rules"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "rules"


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules of the house, by code. Raises RulebookError for a card that is not right."""
    from figcheck.rulebook import shelf

    return shelf.rules(rules_folder(), read_card)


def load_with(folders: Sequence[str]) -> tuple[Rule, ...]:
    """The house's rules and those of the desk's own folders of cards, by code.

    Raises RulebookError for a folder that is not there, a card that is not right, and a code or name that is taken.
    """
    rules = list(load_rules())
    for folder in map(Path, folders):
        if not folder.is_dir():
            raise RulebookError("card.no-folder", "cards", name=str(folder))
        rules += [read_card(path) for path in sorted(folder.glob("*.yaml"))]
    taken: dict[str, Rule] = {}
    for rule in rules:
        for name in (rule.code, rule.name):
            if name in taken:
                raise RulebookError("card.taken", "cards", file=rule.path, name=name, other=taken[name].path)
            taken[name] = rule
    return tuple(sorted(rules, key=lambda rule: rule.code))


def read_card(path: Path) -> Rule:
    """One card. Raises RulebookError naming file and key."""
    from figcheck.rulebook.cards import read

    return read(path)


@lru_cache(maxsize=256)
def resolve(check: str) -> Check:
    """The function that a card names. Raises ValueError where figcheck.checks has none of that name."""
    module, _, function = check.partition(".")
    try:
        found = getattr(importlib.import_module(f"figcheck.checks.{module}"), function)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"check: {check}") from error
    return cast(Check, found)


def keywords(check: str) -> set[str]:
    """The options that a check takes."""
    import inspect

    return {
        name
        for name, parameter in inspect.signature(resolve(check)).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }


# --- selecting -------------------------------------------------------------------------------------------------


def select(rules: Sequence[Rule], chosen: Sequence[str], ignored: Sequence[str]) -> tuple[Rule, ...]:
    """The rules named by code, name or beginning of a code; all where none is chosen. Raises RulebookError."""
    for setting, words in (("select", chosen), ("ignore", ignored)):
        for word in words:
            _must_name(rules, word, setting)
    return tuple(
        rule
        for rule in rules
        if (not chosen or any(_named(rule, word) for word in chosen))
        and not any(_named(rule, word) for word in ignored)
    )


def _named(rule: Rule, word: str) -> bool:
    return rule.name == word or (bool(word) and rule.code.startswith(word.upper()))


def adjusted(
    chosen: Sequence[Rule],
    known: Sequence[Rule],
    severity: Mapping[str, Severity | Literal["off"]],
    options: Mapping[str, Mapping[str, str]],
) -> tuple[Rule, ...]:
    """The chosen rules with other severities and options, by code, name or family; those that are `off` left out.

    A later entry holds over an earlier one. Raises RulebookError for a name that none of the `known` rules has, or an
    option that its check does not take.
    """
    for word in severity:
        _must_name(known, word, f"severity.{word}")
    for word, values in options.items():
        for rule in _must_name(known, word, f"options.{word}"):
            _must_take(rule, values, f"options.{word}")
    found = []
    for rule in chosen:
        levels = [level for word, level in severity.items() if _named(rule, word)]
        level = levels[-1] if levels else rule.severity
        own = {name: value for word, given in options.items() if _named(rule, word) for name, value in given.items()}
        if level != "off":
            found.append(replace(rule, severity=level, options=MappingProxyType({**rule.options, **own})))
    return tuple(found)


def _must_name(rules: Sequence[Rule], word: str, setting: str) -> list[Rule]:
    found = [rule for rule in rules if _named(rule, word)]
    if not found:
        known = [name for rule in rules for name in (rule.code, rule.name)]
        import difflib

        near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
        raise RulebookError("rule.unknown-near" if near else "rule.unknown", setting, name=word, near="".join(near))
    return found


def _must_take(rule: Rule, values: Mapping[str, str], setting: str) -> None:
    known = keywords(rule.check)
    for name in values:
        if name not in known:
            raise RulebookError(
                "rule.no-option" if known else "rule.no-options",
                setting,
                name=rule.code,
                option=name,
                known="、".join(sorted(known)),
            )


# --- judging ---------------------------------------------------------------------------------------------------


def judge(
    analysis: Analysis, rules: Sequence[Rule], lang: Language = "zh"
) -> tuple[tuple[Finding, ...], frozenset[int]]:
    """Findings in the order of the text, and the starts of the mentions that an error or warning speaks against.

    A check that crashes becomes one finding (FX002), and the others go on.
    """
    found: list[tuple[Rule, Hit]] = []
    findings: list[Finding] = []
    crashed: list[Finding] = []
    for place in _needs(rules).met(analysis):
        rule = rules[place]
        try:
            for hit in rule.run(analysis):
                if rule.code.startswith(_ARITHMETIC) and _is_confirmed(analysis, hit):
                    continue
                findings.append(_finding(analysis, rule, hit, lang))
                found.append((rule, hit))
        except Exception as error:  # a rule must never stop the others
            crashed.append(_crashed(rule, error, lang))
    dropped = _dropped(found)
    kept = [number for number in range(len(found)) if number not in dropped]
    against = (found[number][1].against for number in kept)
    told = [*(findings[number] for number in kept), *crashed]
    told.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    return tuple(told), frozenset(start for start in against if start is not None)


_ARITHMETIC = "FA"


def _is_confirmed(analysis: Analysis, hit: Hit) -> bool:
    from figcheck.checks.confirmed import is_confirmed  # most articles need none of it

    return is_confirmed(analysis, hit)


def _dropped(found: Sequence[tuple[Rule, Hit]]) -> set[int]:
    if len(found) < 2:
        return set()
    from figcheck.rulebook.settling import yielding

    return set(yielding(found))


def _needs(rules: Sequence[Rule]) -> Needs:
    """The needs of rules that judge one article after the other."""
    for known, needs in _ASKED:
        if known is rules:
            return needs
    needs = Needs(rules)
    if isinstance(rules, tuple):
        _ASKED[:] = [(rules, needs), *_ASKED[:_MOST_ASKED]]
    return needs


_ASKED: list[tuple[Sequence[Rule], Needs]] = []
_MOST_ASKED = 7


def _finding(analysis: Analysis, rule: Rule, hit: Hit, lang: Language) -> Finding:
    from figcheck.rulebook.manner import as_written

    told = _as_written(analysis, hit) if analysis.written else hit
    text = (analysis.written or analysis.document.text)[hit.span.start : hit.span.end]
    expected = as_written(told.expected, text) if told.expected else None
    plain = {key: _spoken(value, lang) for key, value in told.values.items() if isinstance(value, str)}
    values = {key: expected if expected and value == told.expected else value for key, value in plain.items()}
    words = {key: rule.words[value.key][lang] for key, value in told.values.items() if isinstance(value, Word)}
    pattern = "".join((rule.message[lang], *words.values()))
    values = {key: _nested(value) if f"“{{{key}}}" in pattern else value for key, value in values.items()}
    message = rule.message[lang].format(**values, **{key: word.format(**values) for key, word in words.items()})
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        message,
        hit.span.start,
        hit.span.end,
        text,
        expected,
        told.evidence,
        hit.fix,
    )


def _as_written(analysis: Analysis, hit: Hit) -> Hit:
    """A hit with what it takes from the text in the characters in which it is written there."""
    plain, written = analysis.document.text, analysis.written
    spans = [hit.span, *(Span(each.start, each.end) for each in hit.evidence if isinstance(each, SpanEvidence))]
    pieces = {plain[span.start : span.end]: written[span.start : span.end] for span in spans}

    def restored(words: str) -> str:
        at = plain.find(words)
        return pieces.get(words) or (written[at : at + len(words)] if at >= 0 and words else words)

    evidence = tuple(
        replace(each, text=written[each.start : each.end]) if isinstance(each, SpanEvidence) else each
        for each in hit.evidence
    )
    if hit.expected == plain[hit.span.start : hit.span.end]:  # what is wrong is how it is written
        return replace(hit, evidence=evidence)
    values = {key: restored(each) if isinstance(each, str) else each for key, each in hit.values.items()}
    return replace(hit, values=values, evidence=evidence, expected=hit.expected and restored(hit.expected))


_SINGLE = str.maketrans("“”", "‘’")


def _nested(value: str) -> str:
    """Words for a place between quotation marks: marks in them are single ones, if they are a pair."""
    return value.translate(_SINGLE) if value.count("“") == value.count("”") else value


_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def _spoken(value: str, lang: Language) -> str:
    """A day that a check gives as 2025-04-22 as an editor writes it."""
    day = _ISO.fullmatch(value) if lang == "zh" else None
    return f"{day[1]}年{int(day[2])}月{int(day[3])}日" if day is not None else value


def _crashed(rule: Rule, error: Exception, lang: Language) -> Finding:
    message = say("rule.crashed", lang, code=rule.code, error=f"{type(error).__name__}: {error}")
    return Finding("FX002", "crashed-rule", "warning", message, 0, 0, "")


def placeholders(rule: Rule) -> Iterator[str]:
    """The names that a card's message expects from its check."""
    import string

    for _, name, _, _ in string.Formatter().parse(rule.message["zh"]):
        if name:
            yield name
