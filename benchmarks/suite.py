"""Files of the published suite of Recognizers-Text in, cases out, each entity with the rule that leaves it out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from figcheck.model import Span

from .news import ROOT

SUITE = ROOT.parent / "shared" / "conformance" / "recognizers"
SUITE_NAME = "../shared/conformance/recognizers"

IMPLEMENTATIONS = frozenset({"dotnet", "java", "javascript", "python"})

# The rules look at the suite alone, never at what anybody read.
RULES: Mapping[str, str] = {
    "never run": "the suite names all four implementations as not supporting the case: nobody has met the expectation",
    "no number": "a unit alone (人民币, 摄氏度): a figure has a number",
    "blank inside": "blanks between the characters of one Chinese numeral or of 分之: no print does that",
    "notation": "powers, exponents, k and M, decimals with no whole part, chains of dots, 点两, 兆 as a multiplier",
    "lone digit": "one Chinese digit and no unit: a word as often as a number (annotation.md, None: silence is right)",
    "article": "一 or 两 with a counter, hardly more than an article (annotation.md, Neutral)",
    "bare numeral": "a Chinese numeral below 万, no unit, sign, decimal or fraction: a weak reading, best left out",
    "stated otherwise": "annotation.md asks for another reading: 百分之二三十 is a range, 五台山 no figure",
}
"""Why an entity stays out of the second column."""

OTHERWISE = frozenset({"百分之二三十", "二三十个百分点", "二三十個百分點", "五百分之2.2", "这不是四川这是五台山"})
"""Where annotation.md asks for a range of percent or a fraction and the suite for nothing, or the other way round."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What the suite expects; null values are None."""

    span: Span
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit: str | None
    """ISO 4217 for money where there is a code, else the suite's own English name."""
    any_value: bool
    """Whether the suite itself tells its runners to compare nothing but the place."""
    rule: str | None
    """The rule by which it is outside of our conventions; None where it is within."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text of the suite and all entities of the file's kind in it."""

    file: str
    """`Number` for NumberModel.json."""
    text: str
    entities: tuple[Entity, ...]
    rule: str | None
    """A rule that takes the whole case out; None for none."""


class MissingSuiteError(Exception):
    """The suite does not lie beside the repository."""


def load() -> dict[str, list[Case]]:
    """All cases by file. Raises MissingSuiteError."""
    files = sorted(SUITE.glob("*Model.json"))
    if not files:
        raise MissingSuiteError(f"there is nothing in {SUITE_NAME}")
    read = {}
    for path in files:
        name = path.stem.removesuffix("Model")
        read[name] = [_case(name, row) for row in json.loads(path.read_text("utf-8-sig"))]
    return read


def _case(file: str, row: Mapping[str, object]) -> Case:
    text, results = str(row["Input"]), row["Results"]
    assert isinstance(results, list)
    unsupported = {name.strip() for name in str(row.get("NotSupported", "")).split(",")}
    rule = "never run" if unsupported >= IMPLEMENTATIONS else "stated otherwise" if text in OTHERWISE else None
    entities = tuple(_entity(file, text, result, rule, bool(row.get("IgnoreResolution"))) for result in results)
    return Case(file, text, entities, rule)


def _entity(file: str, text: str, result: Mapping[str, object], rule: str | None, any_value: bool) -> Entity:
    span = Span(int(str(result["Start"])), int(str(result["End"])) + 1)
    resolution = result["Resolution"]
    assert isinstance(resolution, dict)
    written = resolution.get("value")
    unit = resolution.get("isoCurrency") or resolution.get("unit")
    low, high = _bounds(written) if file == "NumberRange" else (None, None)
    value = None if written is None or file == "NumberRange" else Fraction(str(written).rstrip("%"))
    no_number = written is None
    rule = rule or ("no number" if no_number else _outside(text, span))
    return Entity(span, value, low, high, unit, any_value, rule)


def _bounds(written: object) -> tuple[Fraction | None, Fraction | None]:
    """Both ends of `(20,35]`; whether an end itself belongs to it is a convention of the suite's own."""
    low, high = (end.strip() for end in str(written)[1:-1].split(","))
    return Fraction(low) if low else None, Fraction(high) if high else None


# --- what is outside of our conventions -------------------------------------------------------------------------

_DIGITS = "〇零一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖俩倆"
_NUMERALS = _DIGITS + "十拾百佰千仟万萬亿億半0-9０-９.．"
_BLANK = re.compile(rf"[{_NUMERALS}分之点點又成折余餘多几幾个個][ 　]+[{_NUMERALS}分之点點又成折余餘多几幾个個]")
_NOTATION = re.compile(
    r"\^|[0-9０-９][eEｅ][-+－]?[0-9０-９]|[0-9０-９] ?[kKＫM](?![A-Za-zＡ-Ｚ])|(?<![0-9０-９])[.．][0-9０-９]"
    rf"|[0-9０-９][.．][0-9０-９]+[.．][0-9０-９]|[-－]{{2}}[0-9０-９]|[{_DIGITS}十百千]兆[{_DIGITS}]"
)
_CHAIN = re.compile(r"[0-9０-９.．]*")
_COLLOQUIAL = re.compile(r"[点點][两兩]")
_PLAIN = re.compile(f"[{_DIGITS}十拾百佰千仟]+")
_COUNTED = re.compile("个|個|双|雙|对|對|打|只|台|吨|斤|年|章|种|塊|小时|[多余餘]")
"""What stands behind a plain numeral of the suite and makes a figure of it; not our own table, which grows."""


def _outside(text: str, span: Span) -> str | None:
    written = text[span.start : span.end]
    before, after = _CHAIN.match(text[: span.start][::-1]), _CHAIN.match(text[span.end :])
    assert before is not None and after is not None
    around = text[max(0, span.start - max(3, before.end())) : span.end + max(2, after.end())]
    if _BLANK.search(written):
        return "blank inside"
    if _NOTATION.search(around) or _COLLOQUIAL.search(around):
        return "notation"
    numeral = written.removesuffix("打")
    if not _PLAIN.fullmatch(numeral):
        return None
    if _COUNTED.match(text, span.start + len(numeral)):
        return "article" if numeral in "一壹两兩" else None
    return "lone digit" if len(numeral) == 1 else "bare numeral"
