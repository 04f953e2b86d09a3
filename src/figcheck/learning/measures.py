"""A claim and the place of its subject in, the words for what it measures out; nothing where they are not plain."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck import expressions as re
from figcheck.data.claim_words import BASIS, FALL, RISE, TO_LEVEL
from figcheck.data.learning_words import (
    ADVERBS,
    BEHIND_NOUNS,
    NO_FACTS,
    NOUNS_TOO,
    OF_HAVING,
    SINCE,
    TOO_GENERAL,
    UNCERTAIN,
    VERBS,
)
from figcheck.model import Claim


def _any_of(words: Sequence[str]) -> str:
    return re.alternatives(words)


_DATE = (
    r"(?:截至|截止|到|至)?(?:[12][0-9]{3}年|[0-9]{1,2}(?:[—至-][0-9]{1,2})?月份?|[0-9]{1,2}日|[底末初中]旬?|今年|去年|上年|本月|上月|"
    r"[上下]半年|前[二三]季度|第?[一二三四]季度)+"
)
_LEVEL = rf"(?:{_any_of((*RISE, *FALL))})(?:{_any_of(TO_LEVEL)})"
_SELF = r"[该我本全](?:公司|集团|平台|[馆校院县市省区镇乡村国厂港行社局州])"
_BEFORE = re.compile(rf"(?:{_DATE}|{_SELF}|{_any_of(ADVERBS)}|[\s，,：:“”])*")
_CHANGE = re.compile(rf"(?:{_any_of((*BASIS, *RISE, *FALL, *ADVERBS))}|{_DATE}|幅度|[\s，,])*$")
_AFTER = re.compile(rf"(?:{_LEVEL}|{_any_of(ADVERBS)}|[\s：:])*$")
_VERB = re.compile(rf"(?:{_any_of(VERBS)}|设(?![计备施定想立])|有(?![效色机限关线形偿]))")
_ENDS_IN_VERB = re.compile(rf"(?:{_any_of([verb for verb in VERBS if verb not in NOUNS_TOO])})$")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,10}")
_NOUN = re.compile(rf"([\u4e00-\u9fff]{{2,5}})(?=$|[{BEHIND_NOUNS}])")
_UNCERTAIN = re.compile("|".join(UNCERTAIN))
_VERB_WITHIN = re.compile(
    rf"[\u4e00-\u9fff](?:{_any_of([verb for verb in VERBS if verb not in NOUNS_TOO])})[\u4e00-\u9fff]"
)
_UP_TO = re.compile("截至|截止|到")
_SINCE = re.compile(_any_of(SINCE))
_IN_PIECES = re.compile(r"[的了着过在和与及或对为将被把从到个某些这那来于并其已获比较多]")
_FLOWS = frozenset("人次 车次 架次 班次 户次 场次 册次 件次 列次 艘次 辆次 次".split())
_FEW = re.compile("[一二两三四五六七八九十]")
_LINKING = re.compile(rf"(?:{_any_of((*BASIS, *RISE, *FALL, *ADVERBS))}|[\s，,（(]|比重|幅度|名义|实际)*")


def measures_of(text: str, claim: Claim, start: int) -> tuple[str, ...]:
    """What a figure measures, in one or two words; `start` is where its subject ends, or its clause begins."""
    if not _is_sure(text, claim):
        return ()
    words = _core(text[max(start, claim.before.start) : claim.mention.start], changed=bool(claim.direction))
    unit = claim.mention.quantity.unit
    if unit is not None and unit.counts and unit.symbol not in _FLOWS and not claim.direction:
        noun = _counted(text, claim)
        if noun is not None:
            return noun if not words or _VERB.fullmatch(words) else ()
    if claim.before.start > max(start, claim.clause.start):
        return ()  # what stands between two figures may belong to either
    verb = _VERB.match(words)
    bare = _plain(words[verb.end() :]) if verb else ()
    return bare if verb and verb.group() in OF_HAVING else (*bare, *_plain(words))


def _is_sure(text: str, claim: Claim) -> bool:
    """Whether the figure says what is, of its own period; 三大, 二期 and 两地 are hardly figures."""
    mention, unit = claim.mention, claim.mention.quantity.unit
    if unit is not None and unit.symbol in NO_FACTS:
        return False
    if unit is not None and unit.counts and _FEW.fullmatch(text, mention.core_start, mention.core_end):
        return False
    if _UNCERTAIN.search(text[claim.clause.start : claim.mention.start]):
        return False
    since = list(_SINCE.finditer(text, claim.sentence.start, claim.mention.start))
    return not since or _UP_TO.search(text, since[-1].end(), claim.mention.start) is not None


def _counted(text: str, claim: Claim) -> tuple[str, ...] | None:
    """The noun behind a counter: 3.4万家【公益组织】; None where none follows."""
    end = claim.mention.end
    if end >= claim.clause.end or text[end] in BEHIND_NOUNS:
        return None
    match = _NOUN.match(text, end, claim.after.end)
    return _plain(match[1]) if match is not None else ()


def _core(words: str, *, changed: bool) -> str:
    """What leads to the figure, without the words that only join the two, and without those of the change."""
    ending = (_CHANGE if changed else _AFTER).search(words)
    words = words[: ending.start()] if ending else words
    beginning = _BEFORE.match(words)
    return words[beginning.end() :] if beginning else words


def _plain(words: str) -> tuple[str, ...]:
    """The words, where they are one term that says enough."""
    if not _WORDS.fullmatch(words) or words in TOO_GENERAL or _IN_PIECES.search(words):
        return ()
    return () if _ENDS_IN_VERB.search(words) or _VERB_WITHIN.search(words) else (words,)


def follows(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a change measures what the figure before it does: nothing but words of change stand between."""
    return bool(claim.direction) and _LINKING.fullmatch(text, before.mention.end, claim.mention.start) is not None
