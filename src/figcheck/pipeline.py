"""The verb: a document and a ledger in, a report out; the one page that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from figcheck import documents
from figcheck.claims import read_claims
from figcheck.mentions import find_mentions, reading_spans
from figcheck.model import (
    HEDGES,
    Analysis,
    ArticleEntry,
    Claim,
    Document,
    Fact,
    Figure,
    Hedge,
    Knowledge,
    Language,
    Ledger,
    Link,
    Mention,
    Reach,
    Reason,
    Report,
    Status,
)
from figcheck.reader import read_value
from figcheck.rulebook import Rule, judge
from figcheck.sources import is_echo
from figcheck.traditional import plainly, restored
from figcheck.values import replace

if TYPE_CHECKING:
    from figcheck.ledger import Packed
    from figcheck.linking import Linker


Watch = Callable[[int, int], None]
"""Is told how much of a large ledger has been read, and how much there is."""


def nobody(done: int, total: int) -> None:
    """Watches nothing."""


Lap = Callable[[str], None]
"""Is told the name of each stage when it ends: knowledge, mentions, claims, links, rules."""


def untimed(stage: str) -> None:
    """Times nothing."""


def load_ledger(paths: Sequence[Path | str], watch: Watch = nobody) -> Ledger:
    """The ledgers merged, later ones over earlier. Raises ledger.LedgerError with every mistake."""
    if not paths:
        return Ledger()
    from figcheck import ledger as ledgers

    return ledgers.load(paths, read_value, watch)


def known(paths: Sequence[Path | str], watch: Watch = nobody) -> Knowledge:
    """The same ledgers, not read whole where what was made of them before is kept. Raises ledger.LedgerError."""
    if not paths:
        return Ledger()
    from figcheck import ledger as ledgers

    return ledgers.known(paths, read_value, watch)


def packed(paths: Sequence[Path | str], folder: Path) -> Packed:
    """What was made of ledgers put into a folder, for machines that do not have them. Raises ledger.LedgerError."""
    from figcheck import ledger as ledgers

    return ledgers.packed(paths, folder, read_value)


def unpacked(sent: Packed, folder: Path) -> Knowledge:
    """The ledgers from such a folder, on another machine. Raises OSError."""
    from figcheck import ledger as ledgers

    return ledgers.unpacked(sent, folder, read_value)


def extract(document: Document) -> tuple[Mention, ...]:
    """All figures of a document, in the order of the text; those of a table's heads once."""
    mentions = find_mentions(document)
    if not document.echoes:
        return mentions
    return tuple(mention for mention in mentions if not is_echo(document, mention.start, mention.end))


def analyse(
    document: Document, knowledge: Knowledge, hedges: Mapping[Hedge, Reach] = HEDGES, lap: Lap = untimed
) -> Analysis:
    """A document read, its claims linked: all that a rule may see. `hedges` says what each hedge admits."""
    ledger = knowledge.about(document.text)
    entry = _entry(ledger, document)
    if entry is not None and entry.date is not None:
        document = documents.with_entry_date(document, entry.date)
    lap("knowledge")
    mentions = find_mentions(document)
    lap("mentions")
    claims = read_claims(document, [mention for mention in mentions if is_claim(mention)], reading_spans(document))
    lap("claims")
    links, unlinked = _linked(document, claims, ledger)
    lap("links")
    return Analysis(document, mentions, claims, links, ledger, entry, unlinked, hedges)


def check(
    document: Document,
    ledger: Knowledge,
    rules: Sequence[Rule],
    lang: Language = "zh",
    hedges: Mapping[Hedge, Reach] = HEDGES,
    lap: Lap = untimed,
) -> Report:
    """A document judged by the rules: its findings, and what became of each figure."""
    analysis = analyse(document, ledger, hedges, lap)
    findings, contradicted = judge(_in_plain(analysis), rules, lang)
    lap("rules")
    report = Report(analysis, findings, _figures(analysis, contradicted))
    return _without_echoes(report) if document.echoes else report


def _in_plain(analysis: Analysis) -> Analysis:
    """The analysis as rules read it: in Simplified characters and half-width digits, at the same offsets."""
    document = analysis.document
    written, plain = document.text, plainly(document.text)
    if plain is written:
        return analysis

    def read(mention: Mention) -> Mention:
        return replace(mention, text=plain[mention.start : mention.end])

    return replace(
        analysis,
        document=replace(document, text=plain, masthead=restored(document.masthead, written, plain)),
        mentions=tuple(map(read, analysis.mentions)),
        claims=tuple(replace(claim, mention=read(claim.mention)) for claim in analysis.claims),
        written=written,
    )


def _without_echoes(report: Report) -> Report:
    """The report without what is said of a table's heads where they stand again."""
    document = report.analysis.document
    findings = tuple(each for each in report.findings if not is_echo(document, each.start, each.end))
    figures = tuple(each for each in report.figures if not is_echo(document, each.mention.start, each.mention.end))
    return replace(report, findings=findings, figures=figures)


# --- linking, which is not even loaded where the ledger is empty ----------------------------------------------------


def _entry(ledger: Ledger, document: Document) -> ArticleEntry | None:
    if not ledger.articles:
        return None
    from figcheck import ledger as ledgers

    return ledgers.find_entry(ledger, document)


def _linked(
    document: Document, claims: Sequence[Claim], ledger: Ledger
) -> tuple[tuple[Link, ...], Mapping[int, Reason]]:
    if ledger.facts or ledger.events or ledger.owners:
        return linker(ledger).link(document, claims)
    return (), {claim.mention.start: _NOTHING_KNOWN[_is_time(claim)] for claim in claims}


_NOTHING_KNOWN = (Reason("why.no-measure"), Reason("why.no-event"))


def _is_time(claim: Claim) -> bool:
    return claim.mention.quantity.kind in ("date", "time")


@lru_cache(maxsize=4)
def _linker(ledger_id: int, ledger: _ById) -> Linker:
    from figcheck.linking import Linker

    return Linker(ledger.value)


class _ById:
    """A ledger as a cache key: by identity, since its content is large and never changes."""

    def __init__(self, value: Ledger) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.value is self.value


def linker(ledger: Ledger) -> Linker:
    """The ledger's index, built once."""
    return _linker(id(ledger), _ById(ledger))


def is_claim(mention: Mention) -> bool:
    """Whether a figure says something that could be checked: 第一个 and 第一次 say no number worth asking for."""
    quantity = mention.quantity
    return not (quantity.kind == "ordinal" and quantity.value == 1)


def _figures(analysis: Analysis, contradicted: frozenset[int]) -> tuple[Figure, ...]:
    links = {link.claim.mention.start: link for link in analysis.links}
    return tuple(_figure(claim, links.get(claim.mention.start), analysis, contradicted) for claim in analysis.claims)


def _figure(claim: Claim, link: Link | None, analysis: Analysis, contradicted: frozenset[int]) -> Figure:
    start = claim.mention.start
    status: Status = "unverified"
    if start in contradicted:
        status = "contradicted"
    elif link is not None:
        status = "backed" if link.comparable or _meets_anyway(link, analysis) else "not_comparable"
    return Figure(claim.mention, status, link, None if link else analysis.unlinked.get(start))


def _meets_anyway(link: Link, analysis: Analysis) -> bool:
    """A figure without a period of its own that equals the ledger's latest is backed by it."""
    if link.claim.period_origin != "article" or not isinstance(link.target, Fact):
        return False
    if not link.expected.is_numeric:
        return False
    from figcheck.units import conversion

    factor = conversion(link.expected.unit, link.claim.mention.quantity.unit)
    if factor is None:
        return False
    meant = link.target.admits(analysis.hedges).scaled(factor)
    return link.claim.mention.quantity.admits(analysis.hedges).meets(meant)
