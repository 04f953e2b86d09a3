"""An article in, medals and votes out whose sum is another one than the article's: 29金、24银、31铜，94枚奖牌."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.sides import sides
from figcheck.checks.terms import choice, text_of
from figcheck.data import tally_words as words
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence
from figcheck.numerals import whole_number
from figcheck.units import conversion

_NUMBER = "[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5}"


def tally_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """Medals of three kinds, votes three ways, what rose, stayed and fell, and a number of all that they don't make."""
    yield from _medals(text_of(analysis))
    for passage in passages(analysis):
        yield from _votes(passage)
        yield from _moves(passage)


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

_PRESENT = re.compile(
    r"(?:出席|到会|到场|与会|参加投票|参与投票|投票的?|实到|参加表决|有投票权|席位|议席|在场|投了票|收回|回收|发出)[^，。；0-9]{0,8}$"
)
_VOTERS = re.compile(
    r"(?:名|位|人|个)?[^，。；0-9]{0,8}(?:出席|到会|到场|与会|参加投票|参与投票|投票|投了票|参加表决|表决|在场)"
    r"|[^，。；0-9]{0,6}(?:议员|代表|委员|评委|成员|业主|社员|股东)(?:中|里|，)"
)
_HALF = 2


def _votes(passage: Passage) -> Iterator[Hit]:
    """121票赞成，97票反对，6票弃权……出席215名: more votes than voters; or fewer, of those who all vote."""
    for votes in sides(passage, words.VOTES, words.BALLOTS):
        near = [one for one in passage.figures if abs(one.sentence - votes[0].sentence) <= 1 and one not in votes]
        wholes = [one for one in near if _is_present(passage.text, one)]
        number = sum((vote.number for vote in votes), Fraction(0))
        if not wholes or any(one.number == number for one in wholes):
            continue
        whole = min(wholes, key=lambda one: abs(one.number - number))
        if number > whole.number or _have_all_voted(passage, whole, votes, number):
            yield _unlike(whole, votes, number)


def _have_all_voted(passage: Passage, whole: Figure, votes: Sequence[Figure], number: Fraction) -> bool:
    """Whether all three sides are told of people none of whom can have been left out, and nearly all are there."""
    if len(votes) < len(words.VOTES) or number * _NEARLY < whole.number:
        return False
    near = passage.text[max(passage.span.start, whole.start - 30) : votes[-1].end + 30]
    return _ALL_VOTE.search(near) is not None and _NOT_VOTED.search(near) is None


_NEARLY = Fraction(11, 10)
_ALL_VOTE, _NOT_VOTED = re.compile(choice(words.ALL_VOTE)), re.compile(choice(words.NOT_VOTED))


def _is_present(text: str, figure: Figure) -> bool:
    if not figure.is_amount or figure.quantity.hedge != "exact":
        return False
    if figure.unit is None or figure.unit.symbol not in ("名", "人", "位", "席", "个", "张", "份", "票", "户"):
        return False
    before = _PRESENT.search(text, max(0, figure.start - 14), figure.start)
    return before is not None or _VOTERS.match(text, figure.end) is not None


# --- what rose, stayed and fell ------------------------------------------------------------------------------------

_OF_ALL = re.compile(rf"[^，。；：0-9]{{0,12}}(?:{choice(words.OF_ALL)})(?:，|的|有)?")
_NEAR = Fraction(3, 20)


def _moves(passage: Passage) -> Iterator[Hit]:
    """70个大中城市中，上涨的24个，持平的7个，下降的41个: all three sides of those before them."""
    for told in sides(passage, words.MOVES):
        number = sum((one.number for one in told), Fraction(0))
        wholes = [one for one in passage.figures if _can_hold(one, told)]
        if len(told) < len(words.MOVES) or any(one.number == number for one in wholes):
            continue
        wholes = [one for one in wholes if _OF_ALL.match(passage.text, one.end)]
        if wholes and abs(wholes[-1].number - number) <= wholes[-1].number * _NEAR:
            yield _unlike(wholes[-1], told, number)


def _can_hold(figure: Figure, told: Sequence[Figure]) -> bool:
    if not figure.is_amount or figure.start >= told[0].start or told[0].sentence - figure.sentence > _HALF:
        return False
    return figure.number > max(one.number for one in told) and conversion(figure.unit, told[0].unit) is not None


def _unlike(whole: Figure, parts: Sequence[Figure], number: Fraction) -> Hit:
    told = "、".join(part.mention.text for part in parts)
    working = (
        " + ".join(part.core for part in parts) + f" = {number} {'>' if number > whole.number else '<'} {whole.core}"
    )
    values = {"written": whole.mention.text, "parts": told, "expected": str(number)}
    places = tuple(SpanEvidence(part.start, part.end, part.mention.text) for part in parts)
    return Hit(whole.mention.span, values, (*places, Derivation(working)), against=whole.start)
