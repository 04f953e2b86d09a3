"""A text and the place of a number in, the words that loosen it and what they mean out."""

from __future__ import annotations

from collections.abc import Mapping

from figcheck import expressions as re
from figcheck.data.hedge_words import AFTER, BEFORE
from figcheck.model import Hedge
from figcheck.reader.patterns import S

_SPACES = " \u00a0\u2009\u202f"
_TRADITIONAL = str.maketrans("约过达将于数满几没头还冲顶", "約過達將於數滿幾沒頭還衝頂")
_HEDGE_OF: Mapping[str, Hedge] = {**{word.translate(_TRADITIONAL): hedge for word, hedge in BEFORE.items()}, **BEFORE}
_HEDGE_AFTER: Mapping[str, Hedge] = AFTER
_AFTER_WORDS = "|".join(sorted(map(re.escape, AFTER), key=len, reverse=True))
_AFTER = re.compile(rf"{S}(?:及|（含）|\(含\)|\+)?(?P<word>{_AFTER_WORDS})(?![游部容外地陆涨升])")
AFTER_STARTS = frozenset({word[0] for word in AFTER} | set("及（(+") | set(_SPACES))
"""Characters behind a number or unit that may begin a hedge."""
_LINKS = frozenset("了有为达到在是占：:")
_LENGTHS = {
    last: tuple(sorted({len(word) for word in _HEDGE_OF if word[-1] == last}, reverse=True))
    for last in {word[-1] for word in _HEDGE_OF}
}
"""By the last character of a hedge, how long such hedges are."""
_FAR_HEDGE = re.compile(
    r"(?P<word>约占|约为|大约|约|不超过|不得超过|不能超过|不高于|超过|超|突破|不足|不到|低于|高于|多于|少于|接近|至少|不少于|不低于|逾)(?:了)?"
    r"(?:[^，。；：、！？,;:!?\d（）()“”\n\r]{1,12})$"
)
_LEAST = re.compile(r"(?P<word>至少|最少|最多|至多|起码)[\u4e00-\u9fff]{1,3}$")
"""These keep their figure over a verb: 至少能省300元."""
HEDGE_ENDS = frozenset({word[-1] for word in _HEDGE_OF} | set("了有为达到在是占的：:要需花派存") | set(_SPACES))
"""Characters before a number that may end a hedge."""


def hedge_before(text: str, start: int) -> tuple[Hedge, int] | None:
    """The hedge that stands before offset `start`, and where it begins; at a distance it begins at `start`."""
    last = text[start - 1 : start]
    if last not in HEDGE_ENDS:
        return None
    window = text[max(0, start - 8) : start]
    near = _near(window)
    if near is not None and not _is_trap(window[: near[0]], near[1]):
        return _HEDGE_OF[near[1]], start - len(window) + near[0]
    if last == "过" and text[start : start + 1] in _SIZES and text[start - 2 : start - 1] not in _PASSED:
        return "over", start - 1
    least = _LEAST.search(window)
    if least is not None:
        return _HEDGE_OF[least["word"]], start
    if last == "的":
        window = text[max(0, start - 20) : start]
        match = _FAR_HEDGE.search(window)
        if match is not None:
            return _HEDGE_OF.get(match["word"], "about"), start
    return None


_SIZES = frozenset("百千万亿")
_PASSED = frozenset("通经度超路走越翻渡跨穿飞掠不难")
"""Before 过: it is a verb; 年收入过万元 is a hedge."""
_TRAPS = {
    "近": "附最临邻靠远新相亲逼就",
    "超": "赶反",
    "破": "打",
    "约": "节合条公契签制失特预履违缔盟",
    "过": "通经度超",
    "不足": "",
}
"""Characters that make another word of a hedge behind them: 附近, 赶超, 节约."""


def _is_trap(before: str, word: str) -> bool:
    """Whether what stands before makes another word of a hedge; 折合约 is 折合 and 约."""
    return before != "" and before[-1] in _TRAPS.get(word, "") and not before.endswith("折合")


def _near(window: str) -> tuple[int, str] | None:
    """Where in the window the hedge begins that ends it, but for a linking word and a space, and the hedge.

    Of several the one that begins first: 不超过 rather than 超过.
    """
    best: tuple[int, str] | None = None
    at = len(window)
    for end in (at, at - 1) if window[-1] in _SPACES else (at,):
        for stop in (end, end - 1) if window[end - 1 : end] in _LINKS else (end,):
            for length in _LENGTHS.get(window[stop - 1 : stop], ()):
                word = window[max(0, stop - length) : stop]
                if word in _HEDGE_OF and (best is None or (stop - len(word), -length) < (best[0], -len(best[1]))):
                    best = stop - len(word), word
    return best


def hedge_after(text: str, at: int) -> tuple[Hedge, str, int] | None:
    """The hedge that stands at offset `at`, its word, and the offset after it."""
    if text[at : at + 1] not in AFTER_STARTS:
        return None
    match = _AFTER.match(text, at)
    return (_HEDGE_AFTER[match["word"]], match["word"], match.end()) if match is not None else None
