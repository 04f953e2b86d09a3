"""A rule and its card's cases in, what the rule gets wrong out: for the house's tests and for a desk's own cards."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from figcheck import documents, pipeline
from figcheck.ledger import LedgerError
from figcheck.model import Finding, Language, Ledger
from figcheck.rulebook import Case, Rule
from figcheck.values import Frozen
from figcheck.wording import say


class Verdict(Frozen):
    """What is wrong with a rule's answer to a case; `key` and `values` are those of the table of wordings."""

    case: Case
    key: str
    values: tuple[tuple[str, str], ...] = ()

    def render(self, lang: Language = "zh") -> str:
        """It in one sentence."""
        return say(self.key, lang, **dict(self.values))


def trials(rule: Rule) -> Iterator[tuple[Case, Verdict | None]]:
    """Each case with what is wrong; None where the rule says what the card says."""
    return ((case, trial(rule, case)) for case in rule.cases)


def trial(rule: Rule, case: Case) -> Verdict | None:
    """What is wrong with the rule's answer to a case.

    A `missed` or `false alarm` that the rule gets right is wrong too: it asks to be made a hit, or clean.
    """
    try:
        findings = findings_of(rule, case, case.text)
    except LedgerError as error:
        return Verdict(case, "cases.ledger", (("mistake", error.mistakes[0].render()),))
    wrong = _wrong(case, findings)
    if case.kind in ("hit", "clean"):
        return wrong
    promoted = "hit" if case.kind == "missed" else "clean"
    return Verdict(case, "cases.promote", (("kind", case.kind), ("promoted", promoted))) if wrong is None else None


def findings_of(rule: Rule, case: Case, text: str) -> tuple[Finding, ...]:
    """What the rule finds in a text, with the case's ledger and date. Raises LedgerError."""
    date = datetime.date.fromisoformat(case.date) if case.date else None
    document = documents.from_text(text, date=date)
    return pipeline.check(document, ledger_of(case.ledger), [rule]).findings


def lacking(rule: Rule) -> list[str]:
    """Keys of what a card's cases lack: at least a hit and two that are clean, more of these than hits."""
    hits = sum(case.kind == "hit" for case in rule.cases)
    clean = sum(case.kind == "clean" for case in rule.cases)
    unmarked = any(case.kind == "hit" and not case.spans for case in rule.cases)
    told = (
        ("cases.few", not hits or clean < 2),
        ("cases.zeal", clean + 1 < hits),
        ("cases.unmarked", unmarked),
    )
    return [key for key, lacks in told if lacks]


def _wrong(case: Case, findings: tuple[Finding, ...]) -> Verdict | None:
    crashed = next((finding for finding in findings if finding.rule == "FX002"), None)
    if crashed is not None:
        return Verdict(case, "cases.crashed", (("message", crashed.message),))
    found = [(finding.start, finding.end) for finding in findings]
    flagged = "、".join(finding.text for finding in findings) or "-"
    if case.kind in ("clean", "false alarm"):
        return Verdict(case, "cases.flagged", (("flagged", flagged),)) if found else None
    if found != list(case.spans):
        due = "、".join(case.text[start:end] for start, end in case.spans)
        return Verdict(case, "cases.missed", (("flagged", flagged), ("due", due)))
    fixed = _fixed(case.text, findings)
    if case.becomes is not None and fixed != case.becomes:
        return Verdict(case, "cases.fixed", (("fixed", fixed), ("due", case.becomes)))
    return None


def _fixed(text: str, findings: tuple[Finding, ...]) -> str:
    for finding in sorted(findings, key=lambda finding: -finding.start):
        if finding.fix is not None:
            text = text[: finding.fix.start] + finding.fix.replacement + text[finding.fix.end :]
    return text


@lru_cache(maxsize=64)
def ledger_of(text: str | None) -> Ledger:
    """The ledger of a case. Raises LedgerError."""
    if text is None:
        return Ledger()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.yaml"
        path.write_text(text, "utf-8")
        return pipeline.load_ledger([path])
