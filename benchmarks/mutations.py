"""Paragraphs of faultless articles in, figures that bear each other out changed by hand; how many are found, out.

What figures have to do with each other is found by reckoning alone, without regard to the words, so that the sentences
are as many and as varied as news has them. A paragraph is judged by itself, as it is, and with one digit wrong or two
that changed places. Some relations are chance, and some parts need not make the whole, so not all of them can be found.
"""

from __future__ import annotations

import datetime
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise, permutations

from figcheck import documents
from figcheck.checks.intervals import admitted
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.model import Analysis, Finding, Interval, Ledger, Mention, Span, Stamp
from figcheck.pipeline import analyse, check
from figcheck.rulebook import load_rules
from figcheck.units import conversion

from . import faultless
from .options import Options, Output
from .overlaps import alarms, names, stands_on, told
from .tables import Column, Table

_SETS = ("dev6", "dev7", "dev8", "dev9", "dev10", "dev12", "dev13", "dev14")
_COLUMNS = (
    Column("half"),
    Column("what"),
    Column("slips"),
    Column("found"),
    Column("share", ".1%"),
)
_MOST_OF_A_PARAGRAPH = 4
_REACH = 160
"""Characters between the first and the last figure of a relation at most."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a faultless article."""

    id: str
    date: datetime.date | None
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A paragraph with one figure changed."""

    kind: str
    """What its figures had to do with each other."""
    paragraph: Paragraph
    text: str
    places: tuple[Span, ...]
    """All figures of the relation."""
    what: str
    """The change."""


def run(options: Options) -> Output:
    """For odd articles, that may be tuned on, and even ones: by relation the slips found, and false alarms."""
    table = Table("figures changed in faultless paragraphs", _COLUMNS)
    shown: list[str] = []
    for half in ("odd", "even"):
        made, found, missed = Counter[str](), Counter[str](), list[str]()
        for slip in slips(half):
            made[slip.kind] += 1
            if _is_found(slip):
                found[slip.kind] += 1
            else:
                missed.append(f"{slip.kind} {slip.paragraph.id} {slip.what}: {_sentence(slip)}")
        flagged = list(_flagged(half))
        table.rows.extend((half, kind, made[kind], found[kind], found[kind] / made[kind]) for kind in sorted(made))
        table.rows.append((half, "all", made.total(), found.total(), found.total() / max(1, made.total())))
        many = sum(1 for _ in paragraphs(half))
        table.rows.append((half, "paragraphs flagged as they are", many, len(flagged), len(flagged) / max(1, many)))
        if half == "odd":
            shown = [*missed, *flagged]
    yield table
    if options.show:
        yield from shown


@lru_cache(maxsize=2)
def paragraphs(half: str) -> tuple[Paragraph, ...]:
    """The paragraphs with three figures and more of articles with odd or even numbers."""
    found: list[Paragraph] = []
    for name in _SETS:
        for article in faultless.load(f"{name} {half}"):
            lines = [line.strip() for line in article.text.split("\n")]
            with_figures = (line for line in lines if sum(map(str.isdigit, line)) > 6)
            found.extend(Paragraph(article.id, article.date, line) for line in with_figures)
    return tuple(found)


def slips(half: str) -> Iterator[Slip]:
    """The same changes each time: two for each relation, up to four relations of a paragraph."""
    for number, paragraph in enumerate(paragraphs(half)):
        dice = random.Random(number)
        analysis = analyse(documents.from_text(paragraph.text, date=paragraph.date), Ledger())
        found: list[tuple[str, tuple[Figure | Mention, ...]]] = []
        for passage in passages(analysis):
            found += relations(passage)
        found += _years(analysis, paragraph.date)
        dice.shuffle(found)
        for kind, figures in found[:_MOST_OF_A_PARAGRAPH]:
            for change in (_replaced, _swapped):
                mentions = [one.mention if isinstance(one, Figure) else one for one in figures]
                place = dice.choice(mentions).core
                written = paragraph.text[place.start : place.end]
                core = change(written, dice)
                if core is not None:
                    text = paragraph.text[: place.start] + core + paragraph.text[place.end :]
                    yield Slip(kind, paragraph, text, tuple(one.span for one in mentions), f"{written} → {core}")


# --- what figures have to do with each other ---------------------------------------------------------------------


def relations(passage: Passage) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    """Figures near each other of which one can be reckoned from the rest."""
    exact = [figure for figure in passage.figures if figure.quantity.hedge == "exact"]
    amounts = [one for one in exact if one.is_amount and one.unit is not None and one.quantity.kind != "duration"]
    rows: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in amounts:
        rows[figure.unit.dimension if figure.unit is not None else ""].append(figure)
    for row in rows.values():
        yield from _sums(row[:10])
        yield from _ratios(row, [figure for figure in exact if figure.is_percent and _digits(figure) > 1])
    yield from _products(amounts)


def _sums(row: Sequence[Figure]) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    for size in (2, 3, 4, 5):
        for parts in combinations(row, size):
            for whole in row:
                if whole in parts or not _near(whole, *parts) or _digits(whole) < 3 or min(map(_digits, parts)) < 2:
                    continue
                if sum((_in(part, whole) for part in parts), Fraction(0)) == whole.number:
                    yield f"sum of {size}", (whole, *parts)


def _ratios(row: Sequence[Figure], rates: Sequence[Figure]) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    for one, other in permutations(row, 2):
        if _digits(one) < 3 or _digits(other) < 3:
            continue
        part, whole = _scaled(one, other), admitted(other.quantity)
        if not (part.low and part.high and whole.low and whole.high) or part.low <= 0 or whole.low <= 0:
            continue
        low, high = part.low / whole.high * 100, part.high / whole.low * 100
        for rate in rates:
            said = admitted(rate.quantity)
            if (
                not _near(one, other, rate)
                or said.low is None
                or said.high is None
                or high - low > said.high - said.low
            ):
                continue
            for kind, ends in (
                ("share", (low, high)),
                ("rise", (low - 100, high - 100)),
                ("fall", (100 - high, 100 - low)),
            ):
                if ends[0] > 0 and ends[0] <= said.high and said.low <= ends[1]:
                    yield kind, (one, other, rate)


def _products(amounts: Sequence[Figure]) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    for one, other in combinations(amounts, 2):
        if one.unit == other.unit or min(_digits(one), _digits(other)) < 2:
            continue
        for whole in amounts:
            if whole in (one, other) or _digits(whole) < 3 or not _near(one, other, whole):
                continue
            factor = (conversion(one.unit, whole.unit), conversion(other.unit, whole.unit))
            if any(factor) and one.number * other.number * (factor[0] or factor[1] or 1) == whole.number:
                yield "product", (whole, one, other)


_COUNTED_YEARS = frozenset(("年", "周年", "岁", "个年头", "载"))
_FEW_YEARS = 8


def _years(analysis: Analysis, today: datetime.date | None) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """Years of which two are as far apart as a third figure says; the article's own counts as one of them."""
    dated = [one for one in analysis.mentions if _year(one) is not None and _FULL_YEAR.search(one.text)]
    for count in analysis.mentions:
        unit, number = count.quantity.unit, count.quantity.number
        if unit is None or unit.symbol not in _COUNTED_YEARS or number is None or number < _FEW_YEARS:
            continue
        for one in dated:
            if abs(one.start - count.start) >= _REACH:
                continue
            ends = [year for other in dated if (year := _year(other)) is not None and other is not one]
            if any((year - (_year(one) or 0)) == number for year in (*ends, *([today.year] if today else []))):
                yield "years", (one, count)


def _year(mention: Mention) -> int | None:
    value = mention.quantity.value
    return value.year if isinstance(value, Stamp) else None


_FULL_YEAR = re.compile("[12][0-9]{3}年")


def _near(*figures: Figure) -> bool:
    sentences = [figure.sentence for figure in figures]
    starts = [figure.start for figure in figures]
    return max(sentences) - min(sentences) < 2 and max(starts) - min(starts) < _REACH


def _in(one: Figure, other: Figure) -> Fraction:
    return one.number * (conversion(one.unit, other.unit) or Fraction(0))


def _scaled(one: Figure, other: Figure) -> Interval:
    return admitted(one.quantity).scaled(conversion(one.unit, other.unit) or Fraction(0))


def _digits(figure: Figure) -> int:
    return len("".join(filter(str.isdigit, figure.core)).strip("0"))


# --- slips of hand -------------------------------------------------------------------------------------------------


def _replaced(core: str, dice: random.Random) -> str | None:
    places = [at for at, char in enumerate(core) if char.isdigit()]
    at = dice.choice(places) if len(places) > 1 else -1
    if at < 0:
        return None
    other = dice.choice([digit for digit in "123456789" if digit != core[at]])
    return core[:at] + other + core[at + 1 :]


def _swapped(core: str, dice: random.Random) -> str | None:
    places = [at for at, char in enumerate(core) if char.isdigit()]
    pairs = [(one, two) for one, two in pairwise(places) if core[one] != core[two] != "0"]
    if not pairs:
        return None
    one, two = dice.choice(pairs)
    return core[:one] + core[two] + core[one + 1 : two] + core[one] + core[two + 1 :]


# --- judging -------------------------------------------------------------------------------------------------------


def _findings(text: str, date: datetime.date | None) -> tuple[Finding, ...]:
    return check(documents.from_text(text, date=date), Ledger(), load_rules()).findings


def _is_found(slip: Slip) -> bool:
    return any(
        stands_on(finding, place) or names(finding, place)
        for finding in alarms(_findings(slip.text, slip.paragraph.date))
        for place in slip.places
    )


def _flagged(half: str) -> Iterator[str]:
    for paragraph in paragraphs(half):
        for finding in alarms(_findings(paragraph.text, paragraph.date))[:1]:
            yield f"{paragraph.id} flagged as it is: {told(finding)} | {paragraph.text}"


def _sentence(slip: Slip) -> str:
    start, end = min(place.start for place in slip.places), max(place.end for place in slip.places)
    stop = slip.text.find("。", end)
    return slip.text[slip.text.rfind("。", 0, start) + 1 : stop + 1 if stop >= 0 else len(slip.text)]


__all__ = ["Paragraph", "Slip", "paragraphs", "relations", "run", "slips"]
