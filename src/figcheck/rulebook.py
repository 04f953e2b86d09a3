"""Rule cards in, rules out, and an analysis judged by them into findings; code, severity and wording are added here."""

from __future__ import annotations

import difflib
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from figcheck.model import SEVERITIES, Analysis, Finding, Hit, Language, Severity, Word
from figcheck.wording import say

CaseKind = Literal["hit", "clean", "missed", "false alarm"]
CASE_KINDS: tuple[CaseKind, ...] = ("hit", "clean", "missed", "false alarm")
Check = Callable[..., Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Case:
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A card: what is checked, how grave it is, what is said."""

    code: str
    name: str
    severity: Severity
    check: str
    """`module.function` in figcheck.checks."""
    summary: Mapping[Language, str]
    message: Mapping[Language, str]
    explain: Mapping[Language, str]
    options: Mapping[str, str]
    words: Mapping[str, Mapping[Language, str]]
    """What the check's `Word`s say in the reader's language."""
    cases: tuple[Case, ...]
    path: str
    """The card's file name."""

    def run(self, analysis: Analysis) -> Iterable[Hit]:
        """What the check finds."""
        return resolve(self.check)(analysis, **self.options)


class RulebookError(Exception):
    """A card that can't be read, or a rule that does not exist."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values

    def render(self, lang: Language = "zh") -> str:
        """The mistake in one sentence."""
        return say(self.key, lang, **self.values)


# --- cards -----------------------------------------------------------------------------------------------------


def rules_folder() -> Path:
    """Where the cards are: beside the code when installed, else at the top of the source tree."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules of the house, by code. Raises RulebookError for a card that is not right."""
    return tuple(read_card(path) for path in sorted(rules_folder().glob("*.yaml")))


_KEYS = frozenset("code name severity check summary message explain options words ledger date cases".split())


def read_card(path: Path) -> Rule:
    """One card. Raises RulebookError naming file and key."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        card = yaml.load(path.read_text("utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RulebookError("card.broken", file=path.name, name=" ".join(str(error).split())) from error
    if not isinstance(card, dict):
        raise RulebookError("card.not-a-mapping", file=path.name)
    for key in card:
        if key not in _KEYS:
            raise RulebookError("card.unknown-key", file=path.name, name=str(key))
    try:
        return _rule(card, path)
    except (KeyError, TypeError, ValueError) as error:
        raise RulebookError("card.broken", file=path.name, name=str(error)) from error


def _rule(card: Mapping[str, object], path: Path) -> Rule:
    severity = str(card["severity"])
    if severity not in SEVERITIES:
        raise ValueError(f"severity: {severity}")
    options = cast("Mapping[str, str]", card.get("options") or {})
    check = str(card["check"])
    _known_options(check, options)
    return Rule(
        code=str(card["code"]),
        name=str(card["name"]),
        severity=severity,
        check=check,
        summary=_both(card["summary"]),
        message=_both(card["message"]),
        explain=_both(card["explain"]),
        options=MappingProxyType(dict(options)),
        words={key: _both(words) for key, words in cast("Mapping[str, object]", card.get("words") or {}).items()},
        cases=tuple(_case(case, card) for case in cast("Sequence[Mapping[str, str]]", card["cases"])),
        path=path.name,
    )


def _both(words: object) -> Mapping[Language, str]:
    if not isinstance(words, dict) or set(words) != {"zh", "en"}:
        raise ValueError(f"zh, en: {words}")
    return MappingProxyType({"zh": str(words["zh"]).strip(), "en": str(words["en"]).strip()})


def _known_options(check: str, options: Mapping[str, str]) -> None:
    keywords = {
        name
        for name, parameter in inspect.signature(resolve(check)).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }
    unknown = set(options) - keywords
    if unknown:
        raise ValueError(f"options: {', '.join(sorted(unknown))}")


def _case(case: Mapping[str, str], card: Mapping[str, object]) -> Case:
    kind = next((kind for kind in CASE_KINDS if kind in case), None)
    if kind is None or set(case) - {kind, "becomes", "ledger", "date"}:
        raise ValueError(f"case: {case}")
    text, spans = unmark(case[kind])
    ledger = case.get("ledger", cast("str | None", card.get("ledger")))
    return Case(kind, text, spans, case.get("becomes"), ledger, case.get("date", cast("str | None", card.get("date"))))


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its `<<…>>`, and where they stood."""
    text, spans = "", []
    rest = marked
    while "<<" in rest:
        before, _, rest = rest.partition("<<")
        inside, _, rest = rest.partition(">>")
        spans.append((len(text) + len(before), len(text) + len(before) + len(inside)))
        text += before + inside
    return text + rest, tuple(spans)


@lru_cache(maxsize=256)
def resolve(check: str) -> Check:
    """The function that a card names. Raises ValueError where figcheck.checks has none of that name."""
    module, _, function = check.partition(".")
    try:
        found = getattr(importlib.import_module(f"figcheck.checks.{module}"), function)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"check: {check}") from error
    return cast(Check, found)


# --- selecting -------------------------------------------------------------------------------------------------


def select(rules: Sequence[Rule], chosen: Sequence[str], ignored: Sequence[str]) -> tuple[Rule, ...]:
    """The rules named by code, name or beginning of a code; all where none is chosen. Raises RulebookError."""
    for word in (*chosen, *ignored):
        if not any(_named(rule, word) for rule in rules):
            known = [name for rule in rules for name in (rule.code, rule.name)]
            near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
            raise RulebookError("rule.unknown-near" if near else "rule.unknown", name=word, near="".join(near))
    return tuple(
        rule
        for rule in rules
        if (not chosen or any(_named(rule, word) for word in chosen))
        and not any(_named(rule, word) for word in ignored)
    )


def _named(rule: Rule, word: str) -> bool:
    return rule.name == word or (bool(word) and rule.code.startswith(word.upper()))


# --- judging ---------------------------------------------------------------------------------------------------


def judge(
    analysis: Analysis, rules: Sequence[Rule], lang: Language = "zh"
) -> tuple[tuple[Finding, ...], frozenset[int]]:
    """Findings in the order of the text, and the starts of the mentions that an error or warning speaks against.

    A check that crashes becomes one finding (FX002), and the others go on.
    """
    findings: list[Finding] = []
    contradicted: set[int] = set()
    for rule in rules:
        try:
            for hit in rule.run(analysis):
                findings.append(_finding(analysis, rule, hit, lang))
                if hit.against is not None:
                    contradicted.add(hit.against)
        except Exception as error:  # a rule must never stop the others
            findings.append(_crashed(rule, error, lang))
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    return tuple(findings), frozenset(contradicted)


def _finding(analysis: Analysis, rule: Rule, hit: Hit, lang: Language) -> Finding:
    values = {key: _worded(rule, value, lang) for key, value in hit.values.items()}
    text = analysis.document.text[hit.span.start : hit.span.end]
    message = rule.message[lang].format(**values)
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        message,
        hit.span.start,
        hit.span.end,
        text,
        hit.expected,
        hit.evidence,
        hit.fix,
    )


def _worded(rule: Rule, value: str | Word, lang: Language) -> str:
    return rule.words[value.key][lang] if isinstance(value, Word) else value


def _crashed(rule: Rule, error: Exception, lang: Language) -> Finding:
    message = say("rule.crashed", lang, code=rule.code, error=f"{type(error).__name__}: {error}")
    return Finding("FX002", "crashed-rule", "warning", message, 0, 0, "")


def placeholders(rule: Rule) -> Iterator[str]:
    """The names that a card's message expects from its check."""
    import string

    for _, name, _, _ in string.Formatter().parse(rule.message["zh"]):
        if name:
            yield name
