"""An article in, medals and votes out whose sum is another one than the article's: 29金、24银、31铜，94枚奖牌."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.passages import sentences_of
from figcheck.checks.terms import text_of
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence
from figcheck.numerals import whole_number

_NUMBER = "[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5}"


def tally_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """Medals of three kinds, or votes for, against and neither, and a number of all of them that they don't make."""
    text = text_of(analysis)
    yield from _medals(text)
    yield from _votes(analysis, text)


# --- medals --------------------------------------------------------------------------------------------------------

_MEDALS = re.compile(
    rf"(?:金牌(?P<gold2>{_NUMBER})(?:枚|块)、?银牌(?P<silver2>{_NUMBER})(?:枚|块)(?:、|和)?铜牌(?P<bronze2>{_NUMBER})(?:枚|块)"
    rf"|(?P<gold>{_NUMBER})(?:枚|块)?金(?:牌)?[，、]?(?P<silver>{_NUMBER})(?:枚|块)?银(?:牌)?(?:、|，|和)?(?P<bronze>{_NUMBER})(?:枚|块)?铜(?:牌)?)"
)
_ALL_BEHIND = re.compile(
    rf"(?:的成绩|的战绩|的总成绩)?[，、—：（]{{0,2}}(?:共|总共|一共|合计|总计|总数|奖牌总数|奖牌数|总奖牌数)?(?:获|得|有|计|为|达|是|拿下|摘得|获得|夺得){{0,2}}(?P<all>{_NUMBER})(?:枚|块)(?:奖牌|(?=[，。；）！]|$))"
)
_ALL_BEFORE = re.compile(rf"(?P<all>{_NUMBER})(?:枚|块)奖牌(?:[，：（—]{{0,2}}(?:其中|包括|分别是|即)?)$")
_OTHER_MEDALS = re.compile("其中|比|较|多|少|超|差")


def _medals(text: str) -> Iterator[Hit]:
    for match in _MEDALS.finditer(text) if "铜" in text else ():
        three = [(whole_number(match[kind] or match[kind + "2"]) or 0) for kind in ("gold", "silver", "bronze")]
        behind = _ALL_BEHIND.match(text, match.end())
        before = _ALL_BEFORE.search(text, max(0, match.start() - 16), match.start())
        found = behind or before
        if found is None or not all(three) or (whole_number(found["all"]) or 0) in (0, sum(three)):
            continue
        if _OTHER_MEDALS.search(found.group().replace("其中", "")):
            continue
        expected = f"{sum(three)}枚"
        working = " + ".join(map(str, three)) + f" = {sum(three)} ≠ {(whole_number(found['all']) or 0)}"
        values = {"written": found["all"] + "枚", "parts": match.group(), "expected": expected}
        evidence = (SpanEvidence(match.start(), match.end(), match.group()), Derivation(working))
        yield Hit(Span(*found.span("all")), values, evidence, expected)


# --- votes ---------------------------------------------------------------------------------------------------------

_SIDES = (("赞成", "支持", "同意"), ("反对", "不同意"), ("弃权",))
_PRESENT = re.compile(
    r"(?:出席|到会|与会|参加投票|参与投票|投票的?|实到|参加表决|有投票权|席位|议席|在场|投了票)[^，。；0-9]{0,8}$"
)
_VOTERS = re.compile(r"(?:名|位|人|个)?[^，。；0-9]{0,8}(?:出席|到会|与会|参加投票|参与投票|投票|投了票|参加表决|在场)")


def _votes(analysis: Analysis, text: str) -> Iterator[Hit]:
    """121票赞成，97票反对，6票弃权……出席215名: more votes than there are voters."""
    rows = list(sentences_of(text, analysis.mentions)) if "反对" in text else []
    for at, (span, mentions) in enumerate(rows):
        votes = _sides(text, span, mentions)
        if len(votes) < 2:
            continue
        near = [one for _, others in rows[max(0, at - 1) : at + 2] for one in others if one not in votes]
        total = next((one for one in near if _is_present(text, one)), None)
        number = sum((vote.quantity.number or Fraction(0) for vote in votes), Fraction(0))
        if total is None or total.quantity.number is None or number <= total.quantity.number:
            continue
        working = " + ".join(str(vote.quantity.number) for vote in votes) + f" = {number} > {total.quantity.number}"
        parts = "、".join(vote.text for vote in votes)
        values = {"written": total.text, "parts": parts, "expected": str(number)}
        places = tuple(SpanEvidence(vote.start, vote.end, vote.text) for vote in votes)
        yield Hit(total.span, values, (*places, Derivation(working)), against=total.start)


_BALLOTS = frozenset(("票", "人", "名", "张"))


def _sides(text: str, span: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """The votes of a sentence for, against and neither, one of each."""
    votes = [one for one in mentions if one.quantity.unit is not None and one.quantity.unit.symbol in _BALLOTS]
    found: list[Mention] = []
    for side in _SIDES:
        own = [vote for vote in votes if _goes_to(text, vote, side)]
        if len(own) > 1:
            return []
        found.extend(own)
    exact = all(vote.quantity.number is not None and vote.quantity.hedge == "exact" for vote in found)
    return found if exact else []


def _goes_to(text: str, vote: Mention, side: Sequence[str]) -> bool:
    behind = text[vote.end : vote.end + 3].lstrip("的投")
    return behind.startswith(tuple(side)) or _led(text, vote, side)


def _led(text: str, vote: Mention, side: Sequence[str]) -> bool:
    before = text[max(0, vote.start - 5) : vote.start].rstrip("的有者票")
    return before.endswith(tuple(side)) and not (before.endswith("不同意") and "不同意" not in side)


def _is_present(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.kind != "quantity" or quantity.number is None or quantity.hedge != "exact":
        return False
    if quantity.unit is None or quantity.unit.symbol not in ("名", "人", "位", "席", "个"):
        return False
    before = _PRESENT.search(text, max(0, mention.start - 14), mention.start)
    return before is not None or _VOTERS.match(text, mention.end) is not None
