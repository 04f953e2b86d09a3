"""Rules in, their list and the page of a card out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from figcheck.model import Language
from figcheck.rulebook import Case, Rule
from figcheck.wording import say

from .screen import Line, draw
from .table import grid


def catalogue(rules: Sequence[Rule], lang: Language, *, colour: bool, cells: int | None) -> str:
    """One line a rule: code, name, severity, what it looks for; `cells` as for a table."""
    header = [say(f"reports.column.{name}", lang) for name in ("code", "name", "severity", "summary")]
    rows = ((rule.code, rule.name, say(f"reports.{rule.severity}", lang), rule.summary[lang]) for rule in rules)
    return grid(header, rows, colour=colour, cells=cells)


def cards(rules: Iterable[Rule], lang: Language, *, colour: bool) -> str:
    """Every rule in full: what it looks for, why, its message, options and cases."""
    return draw(_cards(rules, lang), colour=colour)


def _cards(rules: Iterable[Rule], lang: Language) -> Iterator[Line]:
    for number, rule in enumerate(rules):
        if number:
            yield from ((), ())
        yield (rule.code, "strong"), f" {rule.name}  ", (say(f"reports.{rule.severity}", lang), rule.severity)
        yield (rule.summary[lang],)
        yield from [()] if rule.explain[lang] else []
        yield from ((f"  {line}",) for line in rule.explain[lang].rstrip().splitlines())
        yield from _section("message", [rule.message[lang]], lang)
        yield from _section("options", list(_options(rule)), lang)
        ledger = _shared(rule.cases)
        yield from _section("ledger", ledger.rstrip().splitlines(), lang)
        yield from ((), ((say("reports.rules.cases", lang), "strong"),))
        for case in rule.cases:
            yield from _case(case, lang, ledger)


def _section(name: str, lines: Sequence[str], lang: Language) -> Iterator[Line]:
    if lines:
        yield ()
        yield ((say(f"reports.rules.{name}", lang), "strong"),)
    yield from ((f"  {line}",) for line in lines)


def _options(rule: Rule) -> Iterator[str]:
    for name, value in rule.options.items():
        if isinstance(value, str):
            yield f"{name} = {value}"
        elif isinstance(value, tuple):
            yield f"{name} = {' '.join(value)}"
        else:
            yield from (f"{name} = {old} → {new}" for old, new in value.items())


def _shared(cases: Sequence[Case]) -> str:
    """The ledger that all cases are judged by; empty where they differ or have none."""
    ledgers = {case.ledger for case in cases}
    return ledgers.pop() or "" if len(ledgers) == 1 else ""


def _case(case: Case, lang: Language, shared: str) -> Iterator[Line]:
    told = (
        (f"example.{case.kind}", _marked(case)),
        ("becomes", case.becomes),
        ("ledger", case.ledger if case.ledger != shared else None),
        ("date", case.date),
    )
    margin = "  "
    for label, value in told:
        lines = value.rstrip().splitlines() if value else []
        if lines:
            opening = lines.pop(0) if len(lines) == 1 else ""
            yield margin, (say(f"reports.rules.{label}", lang), "faint"), "  ", opening
            yield from ((f"{margin}    {line}",) for line in lines)
            margin = "    "


def _marked(case: Case) -> str:
    text = case.text
    for start, end in sorted(case.spans, reverse=True):
        text = f"{text[:start]}<<{text[start:end]}>>{text[end:]}"
    return text
