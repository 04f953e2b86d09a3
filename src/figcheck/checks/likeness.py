"""Two names in, whether the one may be a slip for the other out: by sound, by looks, by one character."""

from __future__ import annotations

import bisect
from functools import lru_cache

from figcheck import expressions as re
from figcheck.data.sounds import LOOKALIKES, RARE, SYLLABLES

_DIGITS = frozenset("〇零一二三四五六七八九十百千万亿两甲乙丙丁")
_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"))


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> bool:
    """Whether two characters sound the same, near enough, or look alike; numerals never do."""
    if one == other or one in _DIGITS or other in _DIGITS:
        return False
    return any(one in group and other in group for group in _lookalikes()) or _sounds_alike(one, other)


def odd_character(one: str, other: str) -> int | None:
    """Where two strings of one length differ, if in exactly one character; else None."""
    if len(one) != len(other):
        return None
    places = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return places[0] if len(places) == 1 else None


@lru_cache(maxsize=4096)
def syllable(char: str) -> str | None:
    """How a character is read, without its tone; None for characters that the table lacks."""
    rare, starts, names = _tables()
    if char in rare:
        return rare[char]
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return None
    if not starts[0] <= code <= b"\xd7\xf9":
        return None
    return names[bisect.bisect_right(starts, code) - 1]


def _sounds_alike(one: str, other: str) -> bool:
    left, right = syllable(one), syllable(other)
    return left is not None and right is not None and _blurred(left) == _blurred(right)


def _blurred(sound: str) -> str:
    """A syllable as one hears it who does not tell zh from z, nor ing from in."""
    for sharp, blunt in _NEAR:
        sound = sound.replace(sharp, blunt)
    return sound


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], list[bytes], list[str]]:
    items = SYLLABLES.split()
    codes = "".join([item[-1] for item in items]).encode("gb2312")
    rare: dict[str, str] = {}
    for item in RARE.split():
        sound = re.match("[a-z]+", item)
        if sound is not None:
            rare.update(dict.fromkeys(item[sound.end() :], sound.group()))
    return rare, [codes[at : at + 2] for at in range(0, len(codes), 2)], [item[:-1] for item in items]


@lru_cache(maxsize=1)
def _lookalikes() -> tuple[str, ...]:
    return tuple(LOOKALIKES.split())
