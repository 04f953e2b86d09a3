"""Names of several parts in, one person in two forms out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.likeness import alike
from figcheck.checks.names import told_apart, two_forms
from figcheck.checks.phrases import word_behind
from figcheck.checks.prose import matches_in_prose
from figcheck.data.names import GOING_ON, SPEAKING, TRANSLITERATED
from figcheck.model import Analysis, Hit

_SOUNDS = TRANSLITERATED | {"不"}
_SOUND = f"[{''.join(sorted(_SOUNDS))}]"
_PARTED = re.compile(rf"(?P<first>{_SOUND}{{1,8}})[·•・](?P<last>{_SOUND}{{2,8}})(?!{_SOUND}|[·•・])")
_DOTS = "·•・"
_MOST = 30


def parted_name_in_two_forms(analysis: Analysis) -> Iterator[Hit]:
    """买买提·托合提, later 买买提·托乎提; 费尔南达·席尔瓦, later 西尔瓦 alone."""
    text = analysis.document.text
    told: set[int] = set()
    names = list(matches_in_prose(analysis, _PARTED))[:_MOST]
    for match in names:
        for start, end, right in (
            *_variants(text, match),
            *_alone(text, match),
            *_shorter(match, names),
            *_turned(match, names),
        ):
            written = text[start:end]
            if (
                start in told
                or match.start() in told
                or text.count(written) > text.count(right)
                or told_apart(text, match.start(), start, right, written)
            ):
                continue
            told.update(range(start, end))
            yield two_forms(right, match.start() + match.group().index(right), written, start)


def _variants(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The whole name with another character in it: of like sound, or any in a part of three and more."""
    name = match.group()
    for at, char in enumerate(name):
        part = next(
            part for part in (match["first"], match["last"]) if at <= len(match["first"]) or part == match["last"]
        )
        if char in _DOTS:
            continue
        for start in _with_another(text, name, at):
            odd = text[start + at]
            if odd != char and (
                alike(odd, char) or (len(part) > 3 and at < len(name) - 1) or (odd in _SOUNDS and len(part) > 2)
            ):
                yield start, start + len(name), name


def _alone(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The last part, three characters and more, alone and with another character of like sound."""
    part = match["last"]
    for at, char in enumerate(part) if len(part) > 2 else ():
        for start in _with_another(text, part, at):
            odd = text[start + at]
            around = {text[start - 1 : start], text[start + len(part) : start + len(part) + 1]}
            stands_alone = not around & (TRANSLITERATED | set(_DOTS))
            if not stands_alone or odd == char:
                continue
            if alike(odd, char) or (odd in TRANSLITERATED and _is_taken_up(text, part, start)):
                yield start, start + len(part), part


def _is_taken_up(text: str, part: str, start: int) -> bool:
    """Whether a form comes once, at the head of a clause, of one who has said or done things before: 海耶斯, 海那斯."""
    written, end = text[start : start + len(part)], start + len(part)
    if text.count(written) > 1 or text.count(part) < 2 or text[start - 1 : start] not in "，。；：！？”\n":
        return False
    return word_behind(text, end, f"{SPEAKING} {GOING_ON}", min(len(text), end + 6)) is not None


def _shorter(match: re.Match[str], names: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """The whole name without one of its characters: 沃尔夫冈·顾彬, 沃夫冈·顾彬."""
    name = match.group()
    for other in names:
        short = other.group()
        if len(short) == len(name) - 1 and short[0] == name[0] and short[-2:] == name[-2:]:
            at = next(at for at, char in enumerate(name) if short[at : at + 1] != char)
            if name[at] not in _DOTS and name[:at] + name[at + 1 :] == short:
                yield other.start(), other.end(), name


def _turned(match: re.Match[str], names: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Two characters of a part that have changed places: 麦麦提·吐尔逊, 麦麦提·吐逊尔."""
    name = match.group()
    for other in names:
        written = other.group()
        if written == name or sorted(written) != sorted(name) or other.start() < match.start():
            continue
        places = [at for at, char in enumerate(name) if written[at] != char]
        if len(places) == 2 and places[1] - places[0] == 1:
            yield other.start(), other.end(), name


def _with_another(text: str, name: str, at: int) -> Iterator[int]:
    """Where the name stands with another character at that place."""
    head, tail = name[:at], name[at + 1 :]
    known, shift = (head, 0) if len(head) >= len(tail) else (tail, at + 1)
    place = text.find(known)
    while place >= 0:
        start = place - shift
        if start >= 0 and text.startswith(head, start) and text.startswith(tail, start + at + 1):
            yield start
        place = text.find(known, place + 1)
