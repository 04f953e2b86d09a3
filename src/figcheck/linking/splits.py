"""The ledger's measure words and a figure in, those of which the text has beginning and end apart out: 小学……在校生."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figcheck import expressions as re
from figcheck.linking.measures import LOOSE, Against, Measure
from figcheck.linking.words import Hit, WordIndex
from figcheck.model import Claim

_SHORTEST = 4
"""Characters of a measure word that may be split: two and two."""
_REACH = 16
"""Characters before a figure in which the end of a measure word may begin."""
_LEADS = re.compile(
    r"(?:人?数|规模|总额|总量|余额|率|量|额)?(?:已经?|共有?|为|达到?|有|是|约|超过?|近|突破|升至|增至|降至|提高到)*"
)
"""What may stand between the end of a measure word and the figure."""


_BARE = re.compile(r"(?:[^\u4e00-\u9fff]|其中|[、，]和|同时|[分并]别)\Z")
"""What may stand before the end of a split word: anything else would be another beginning."""


class SplitWords:
    """Knows the measure words by their ends."""

    def __init__(self, words: Iterable[str]) -> None:
        self._heads: dict[str, list[str]] = {}
        self._turned: dict[str, list[str]] = {}
        for word in words:
            for at in range(2, len(word) - 1 if len(word) >= _SHORTEST else 0):
                self._heads.setdefault(word[at:], []).append(word)
            if len(word) == _SHORTEST:
                self._turned.setdefault(word[:2], []).append(word)
        self._ends = WordIndex(self._heads)

    def find(self, text: str, claim: Claim) -> Iterator[Measure]:
        """The measure words whose end leads to the figure and whose beginning stands before, the nearest one only, and
        those of two words of which the second stands first."""
        if not self._heads:
            return
        yield from self._turned_around(text, claim)
        stop = claim.mention.core_start
        for hit in self._ends.find(text, max(claim.clause.start, stop - _REACH), stop):
            bare = _BARE.search(text, max(claim.sentence.start, hit.start - 2), hit.start)
            if bare is None or not _LEADS.fullmatch(text, hit.end, max(hit.end, claim.mention.start)):
                continue
            best = max(((_last(text, word, hit, claim), word) for word in self._heads[hit.word]), default=(-1, ""))
            if best[0] >= claim.sentence.start:
                head = best[1][: len(best[1]) - len(hit.word)]
                yield Measure(Hit(hit.start, hit.end, best[1]), claim.mention.start - hit.end, Against(head, LOOSE))

    def _turned_around(self, text: str, claim: Claim) -> Iterator[Measure]:
        """收获小麦 as 小麦已收获, 接待游客 as 游客接待量: what it was done to before what was done."""
        stop = claim.mention.core_start
        head = max(claim.clause.start, stop - _REACH)
        for at in range(head, stop - 1):
            words = self._turned.get(text[at : at + 2], ())
            if not words or not _LEADS.fullmatch(text, at + 2, max(at + 2, claim.mention.start)):
                continue
            for word in words:
                noun = text.rfind(word[2:], head, at)
                if noun >= 0 and _DONE.fullmatch(text, noun + 2, at):
                    gap, turned = claim.mention.start - at - 2, Against(text[noun : at + 2], LOOSE)
                    yield Measure(Hit(noun, at + 2, word), gap, turned)


_DONE = re.compile("(?:已经?|共|累计|总共|合计|全部|今年|当年|全年|年内|的)*")
"""What may stand between what something was done to and what was done."""


def _last(text: str, word: str, end: Hit, claim: Claim) -> int:
    """Where the beginning of a word stands last before its end; -1 where it does not, or the word is whole."""
    head = word[: len(word) - len(end.word)]
    return text.rfind(head, claim.sentence.start, end.start - 1)
