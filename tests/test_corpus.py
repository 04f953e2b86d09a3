"""The corpus: texts that people write, and what figcheck must read in them, grouped by meaning.

A group has one meaning, every surface form of it, and its near misses under `none`. `missed: true` on a form and
`false alarm: true` on a near miss are strict expected failures: when the reader improves, the test asks for promotion.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from figcheck import pipeline
from figcheck.ledger.grammar import read_period
from figcheck.mentions import find_mentions
from figcheck.model import (
    Analysis,
    Block,
    Claim,
    Document,
    Event,
    Fact,
    Ledger,
    Link,
    Mention,
    Period,
    Place,
    Quantity,
    Span,
    Stamp,
)

CORPUS = Path(__file__).parent / "corpus"
MARKERS = ("missed", "false alarm")
_MARKS = re.compile("【|】|<<|>>")
NUMERIC = {"money", "percent", "quantity", "multiple", "ordinal", "duration", "number"}


@dataclass(frozen=True)
class Text:
    """A sentence without its marks, and where they stood."""

    plain: str
    core: Span | None
    """What stood in 【】."""
    around: Span | None
    """What stood in <<>>."""


@dataclass(frozen=True)
class Case:
    """One form or near miss with what its group says."""

    group: dict[str, Any]
    entry: dict[str, Any]
    text: Text

    @property
    def meaning(self) -> dict[str, Any]:
        """What the group says, in what the form does not say otherwise."""
        return {**self.group.get("is", {}), **self.entry}

    @property
    def date(self) -> datetime.date | None:
        written = self.group.get("date")
        return datetime.date.fromisoformat(written) if written else None

    @property
    def document(self) -> Document:
        """The text as an article without a masthead, each line a paragraph."""
        lines = re.finditer(r"[^\n]+", self.text.plain)
        blocks = tuple(Block("paragraph", Span(*line.span())) for line in lines)
        return Document("-", self.text.plain, blocks, date=self.date, date_origin="option" if self.date else "none")


# --- reading the corpus ----------------------------------------------------------------------------------------


def unmark(marked: str) -> Text:
    """The text without marks; at most one pair of each kind."""
    opened: dict[str, int] = {}
    spans: dict[str, Span] = {}
    plain, done = "", 0
    for match in _MARKS.finditer(marked):
        plain += marked[done : match.start()]
        done = match.end()
        pair = "core" if match.group() in "【】" else "around"
        if pair in opened:
            assert pair not in spans, f"two marks in {marked}"
            spans[pair] = Span(opened[pair], len(plain))
        else:
            opened[pair] = len(plain)
    assert opened.keys() == spans.keys(), f"a mark is open in {marked}"
    return Text(plain + marked[done:], spans.get("core"), spans.get("around"))


def groups(room: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every group of a folder, with the name of its file; scalars stay the text that was written."""
    for path in sorted((CORPUS / room).glob("*.yaml")):
        for group in yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader):
            yield f"{room}/{path.stem}", group


def cases(part: str, *rooms: str) -> list[Any]:
    """All forms, or all near misses, of some folders as pytest's parameters."""
    found = []
    for room in rooms:
        for name, group in groups(room):
            for entry in group[part]:
                entry = {"text": entry} if isinstance(entry, str) else entry
                case = Case(group, entry, unmark(entry["text"]))
                marker = [marker for marker in MARKERS if entry.get(marker) == "true"]
                marks = [pytest.mark.xfail(strict=True, reason=marker[0])] if marker else []
                found.append(pytest.param(case, id=f"{name}-{group['about']}-{entry['text'][:40]}", marks=marks))
    return found


ROOMS = ("numerals", "mentions", "claims", "links")


@pytest.mark.parametrize("room", ROOMS)
def test_every_group_says_what_is_and_what_is_not(room: str) -> None:
    allowed = {"about", "date", "is", "forms", "none", "subjects", "measures", "ledger"}
    for name, group in groups(room):
        assert group["forms"] and group["none"], (name, group["about"])
        assert set(group) <= allowed, (name, set(group) - allowed)
        texts = [entry if isinstance(entry, str) else entry["text"] for entry in group["forms"]]
        assert len(texts) == len(set(texts)), (name, group["about"])


def test_corpus_covers_what_was_agreed() -> None:
    assert len(cases("forms", "numerals", "mentions")) >= 400
    assert len(cases("none", "numerals", "mentions")) >= 300


def test_marker_stands_where_it_means_something() -> None:
    """`missed` belongs to a form, `false alarm` to a near miss; any other key is a slip of the pen."""
    keys = {"text", "kind", "value", "low", "high", "unit", "code", "hedge", "step", "lunar"}
    for room in ROOMS:
        for name, group in groups(room):
            for part, marker in (("forms", "missed"), ("none", "false alarm")):
                for entry in (entry for entry in group[part] if isinstance(entry, dict)):
                    known = keys | {marker, *_LINK_KEYS} if room == "links" else keys | {marker, *_CLAIM_KEYS}
                    assert set(entry) <= known, (name, entry)


# --- numerals and mentions -------------------------------------------------------------------------------------


def shown(mention: Mention) -> str:
    """A mention in one line, for a failed test."""
    quantity = mention.quantity
    ends = f" {quantity.low}..{quantity.high}" if quantity.low is not None or quantity.high is not None else ""
    unit = quantity.unit.symbol if quantity.unit else None
    return f"{mention.text} = {quantity.kind} {quantity.value}{ends} {unit} {quantity.hedge}"


def number_is(found: object, expected: str, kind: str | None) -> bool:
    """Whether a value is exactly the one written; a float never is."""
    if expected == "null":
        return found is None
    if isinstance(found, (Decimal, Fraction)):
        return kind not in ("date", "time", "score") and Fraction(found) == Fraction(expected)
    if isinstance(found, Stamp):
        return kind not in NUMERIC and found.iso() == expected
    return isinstance(found, str) and found == expected


def differences(quantity: Quantity, meaning: dict[str, Any]) -> list[str]:
    """What a quantity is otherwise than its group says."""
    kind, wrong = meaning.get("kind"), []
    if kind is not None and quantity.kind != kind:
        wrong.append(f"kind {quantity.kind}, not {kind}")
    value = meaning.get("value", "null")
    vague = value == "null" and "low" not in meaning
    for name in ("value",) if vague else ("value", "low", "high"):
        expected, found = meaning.get(name, "null"), getattr(quantity, name)
        if not number_is(found, expected, kind):
            wrong.append(f"{name} {found}, not {expected}")
    unit = quantity.unit.symbol if quantity.unit else "null"
    if unit != meaning.get("unit", "null"):
        wrong.append(f"unit {unit}, not {meaning.get('unit', 'null')}")
    if "code" in meaning and (quantity.unit is None or quantity.unit.code != meaning["code"]):
        wrong.append(f"code {quantity.unit.code if quantity.unit else None}, not {meaning['code']}")
    if quantity.hedge != meaning.get("hedge", "exact"):
        wrong.append(f"hedge {quantity.hedge}, not {meaning.get('hedge', 'exact')}")
    if "lunar" in meaning and (quantity.lunar is None or quantity.lunar.iso() != meaning["lunar"]):
        wrong.append(f"lunar {quantity.lunar}, not {meaning['lunar']}")
    if "step" in meaning and quantity.step != Decimal(meaning["step"]):
        wrong.append(f"step {quantity.step}, not {meaning['step']}")
    return wrong


@pytest.mark.parametrize("case", cases("forms", "numerals", "mentions"))
def test_form_is_read_as_its_group_says(case: Case) -> None:
    core, around = case.text.core, case.text.around
    found = find_mentions(case.document)
    near = [mention for mention in found if mention.core.overlaps(core or around or Span(0, 0))]
    assert len(near) == 1, f"found {[shown(mention) for mention in found]}"
    mention = near[0]
    text = case.text.plain
    assert core is None or mention.core == core, f"core {text[mention.core_start : mention.core_end]}"
    assert around is None or mention.span == around, f"mention {mention.text}"
    assert not differences(mention.quantity, case.meaning), shown(mention)


@pytest.mark.parametrize("case", cases("none", "numerals", "mentions"))
def test_near_miss_holds_no_figure(case: Case) -> None:
    place = case.text.core
    found = [mention for mention in find_mentions(case.document) if place is None or mention.core.overlaps(place)]
    assert not found, f"found {[shown(mention) for mention in found]}"


# --- claims ----------------------------------------------------------------------------------------------------

_CLAIM_KEYS = ("subject", "how", "period", "origin", "direction", "basis")


def marked_claim(case: Case, analysis: Analysis) -> Claim:
    """The claim of the marked figure."""
    place = case.text.core
    assert place is not None, "no figure is marked"
    found = [claim for claim in analysis.claims if claim.mention.core.overlaps(place)]
    assert len(found) == 1, f"found {[shown(mention) for mention in analysis.mentions]}"
    return found[0]


def claim_differences(case: Case) -> list[str]:
    """What the claim of the marked figure is otherwise than its group says."""
    claim = marked_claim(case, pipeline.analyse(case.document, Ledger()))
    meaning, wrong = case.meaning, []
    facets = {
        "origin": claim.period_origin,
        "direction": str(claim.direction),
        "basis": str(claim.basis),
        **_subject(case, claim),
    }
    for name, found in facets.items():
        if name in meaning and found != meaning[name]:
            wrong.append(f"{name} {found}, not {meaning[name]}")
    if "period" in meaning and not _same_days(claim.period, meaning["period"]):
        wrong.append(f"period {claim.period and claim.period.iso}, not {meaning['period']}")
    return wrong


def _subject(case: Case, claim: Claim) -> dict[str, str]:
    """Who the claim is about, by a ledger in which each of the group's subjects has this very figure."""
    if "subject" not in case.meaning:
        return {}
    subjects = {name: tuple(aliases) for name, aliases in case.group["subjects"].items()}
    measures, figure = tuple(case.group["measures"]), claim.mention
    facts = [
        Fact(name, name, measures, figure.quantity, figure.text, Place("-", 1), claim.direction) for name in subjects
    ]
    analysis = pipeline.analyse(case.document, Ledger(facts=tuple(facts), subjects=subjects))
    for link in analysis.links:
        if link.claim == claim:
            told = dict(link.reasons[0].values)
            words = case.text.around and case.text.plain[case.text.around.start : case.text.around.end]
            name = told["subject"] if words in (None, told["alias"]) else f"{told['subject']} by {told['alias']}"
            return {"subject": name, "how": link.reasons[0].key.removeprefix("link.subject.")}
    return {"subject": "null", "how": analysis.unlinked[claim.mention.start].key.removeprefix("why.")}


def _same_days(period: Period | None, expected: str) -> bool:
    if period is None or expected == "null":
        return period is None and expected == "null"
    meant = read_period(expected)
    return (period.start, period.end) == (meant.start, meant.end)


@pytest.mark.parametrize("case", cases("forms", "claims"))
def test_claim_is_read_as_its_group_says(case: Case) -> None:
    assert not claim_differences(case)


@pytest.mark.parametrize("case", cases("none", "claims"))
def test_near_miss_is_another_claim(case: Case) -> None:
    assert claim_differences(case)


# --- links -----------------------------------------------------------------------------------------------------

_LINK_KEYS = ("to", "not_to", "because", "reason", "comparable", "aspect", "expects")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledgers")


def link_of(case: Case, shelf: Path) -> tuple[Link | None, str | None]:
    """The link of the marked figure, or the key of the reason why there is none."""
    written = f"figcheck: 1\n{case.group['ledger']}"
    path = shelf / f"{hashlib.sha256(written.encode()).hexdigest()[:16]}.yaml"
    path.write_text(written, "utf-8")
    analysis = pipeline.analyse(case.document, pipeline.load_ledger([path]))
    claim = marked_claim(case, analysis)
    links = [link for link in analysis.links if link.claim == claim]
    reason = analysis.unlinked.get(claim.mention.start)
    assert (len(links) == 1) != (reason is not None), "a claim has one link, or a reason why it has none"
    return (links[0] if links else None), (reason.key if reason else None)


def target(link: Link) -> str:
    """The id of a fact, the name of an event."""
    return link.target.name if isinstance(link.target, Event) else link.target.id


@pytest.mark.parametrize("case", cases("forms", "links"))
def test_claim_is_linked(case: Case, shelf: Path) -> None:
    link, reason = link_of(case, shelf)
    entry = case.entry
    assert link is not None, f"no link: {reason}"
    assert target(link) == entry["to"]
    assert link.aspect == entry.get("aspect", "value")
    assert link.comparable == (entry.get("comparable", "true") == "true")
    told = {step.key for step in link.reasons}
    assert set(entry.get("because", ())) <= told, told
    if "expects" in entry:
        assert number_is(link.expected.value, entry["expects"], None), link.expected


@pytest.mark.parametrize("case", cases("none", "links"))
def test_claim_is_not_linked(case: Case, shelf: Path) -> None:
    link, reason = link_of(case, shelf)
    if "not_to" in case.entry:
        assert link is None or target(link) != case.entry["not_to"]
    else:
        assert link is None, f"linked to {target(link)}"
        assert reason == case.entry["reason"]
