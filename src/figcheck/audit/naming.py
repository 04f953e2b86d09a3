"""The words of a clause in, the proper name that they begin with out: a body, a place, a work, an event, a title."""

from __future__ import annotations

from typing import Literal, NamedTuple

from figcheck import expressions as re
from figcheck.data import statement_words as words
from figcheck.data.learning_words import (
    COUNTRIES,
    NAME_ENDINGS,
    NOT_AT_THEIR_HEAD,
    NOT_BEHIND_PLACES,
    NOT_IN_NAMES,
    PLACE_ENDINGS,
)
from figcheck.data.names import EVENTS, PROVINCES
from figcheck.data.prefectures import PREFECTURES

Kind = Literal["country", "place", "body", "work", "event", "title"]


class Named(NamedTuple):
    """A name and where it ends."""

    name: str
    """As it is compared: 江苏省 and 江苏 are one."""
    kind: Kind
    sure: int
    length: int
    """Characters of it in the text."""


def _any(listed: str | tuple[str, ...] | list[str]) -> str:
    found = listed.split() if isinstance(listed, str) else listed
    return re.alternatives(set(found))


_HAN = rf"(?:(?![{NOT_IN_NAMES}])[\u4e00-\u9fffA-Z])"
_EVENT_ENDINGS = [*EVENTS.split(), *words.EVENTS_TOO.split()]
_TITLE = re.compile(r"《[^《》]{1,24}》")
_EVENT = re.compile(
    rf"(?:第[一二三四五六七八九十百零0-9]+届|[12][0-9]{{3}}年?)?{_HAN}{{0,14}}?(?:{_any(_EVENT_ENDINGS)})"
)
_WORK = re.compile(rf"{_HAN}{{2,10}}?(?:{_any(words.WORKS)})")
_BODY = re.compile(
    rf"{_HAN}{{2,14}}?(?:{_any([*NAME_ENDINGS, *words.MORE_BODIES.split()])})"
    rf"(?:{words.COMPANY})?(?:(?:附属|直属)?(?:第[一二三四五六七八九十]+)?{_HAN}{{0,6}}?(?:分公司|分行|支行|支公司|分院|分局|分校|分馆|医院|集团))?"
)
_REGION = re.compile(
    rf"(?P<province>{_any(PROVINCES)})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?"
    rf"(?![\u4e00-\u9fff]{{0,3}}(?:大学|学院|银行))"
)
_CITIES = _any([city for listed in PREFECTURES.values() for city in listed.split()])
_CITY = re.compile(rf"(?P<city>{_CITIES})市?(?=[\u4e00-\u9fff])")
_CITY_PART = (
    rf"(?!{_any(words.OPENERS)}|{_any(words.NO_NAMES_BEGIN)}|[地城市辖中主老郊山的])"
    rf"{_HAN}{{1,4}}?(?:区|县|(?<!城)镇|乡|村|街道|旗)"
)
_PLACE = re.compile(
    rf"(?![{NOT_AT_THEIR_HEAD}])(?:{_HAN}{{2,3}}?市(?:{_CITY_PART})?|{_HAN}{{2,8}}?(?:{_any(PLACE_ENDINGS)}))"
    rf"(?![{NOT_BEHIND_PLACES}])"
)
_COUNTRY = re.compile(
    rf"(?:{_any(COUNTRIES)})(?!{words.NO_BODY_BEHIND}|[\u4e00-\u9fff]{{2,8}}(?:公司|集团|银行|大学|学院|协会|研究院|队|馆))"
)
_ABROAD = re.compile(
    rf"(?:{_any(words.ABROAD)})(?!{words.NO_BODY_BEHIND}|[\u4e00-\u9fff]{{0,4}}(?:公司|集团|银行|大学|军))"
)
_NO_NAME = re.compile(_any(words.NO_NAMES_BEGIN))
_GENERIC = re.compile(rf"(?:{_any(words.GENERIC)})*")
_ENDING = re.compile(rf"(?:{_any([*NAME_ENDINGS, *words.MORE_BODIES.split(), *words.WORKS.split()])})$")
_PLACE_ENDING = re.compile(rf"(?:{_any(PLACE_ENDINGS)})$")
_EDITION = re.compile(r"^(?:第[一二三四五六七八九十百零0-9]+届|[12][0-9]{3}年?)")
_SPEAKER = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{3,16}}?)(?:{words.SPEAKS_FOR})")
_OVERSEER = re.compile(rf"(?:{words.OVERSEERS})$")
_PLACED = re.compile(words.PLACED)
_NATIONAL = re.compile(_any(words.NATIONAL_SOURCES))


def name_at(text: str) -> Named | None:
    """The name that the words begin with; None where they begin with none, or with a general noun."""
    for find in (_title, _country, _work, _body, _event, _region, _city, _place):
        found = find(text)
        if found is not None:
            return found
    return None


def spoken_for(clause: str) -> Named | None:
    """江州港负责人介绍: the body whose own man speaks, where it is not one that speaks of others."""
    found = _SPEAKER.match(clause)
    name = name_at(found["name"]) if found else None
    if found is None or name is None or name.length != len(found["name"]) or _OVERSEER.search(name.name):
        return None
    return name if name.kind in ("body", "work") else None


def placed(clause: str) -> Named | None:
    """在江州港: the body or place where what follows is told of; None where the clause says more."""
    found = _PLACED.match(clause)
    name = name_at(clause[found.end() :]) if found else None
    return name if found and name and name.length == len(clause) - found.end() else None


def national(clause: str) -> bool:
    """Whether a clause names a body whose figures are the whole country's."""
    return _NATIONAL.search(clause) is not None


def _title(text: str) -> Named | None:
    found = _TITLE.match(text)
    return Named(found.group(), "title", 0, found.end()) if found else None


def _country(text: str) -> Named | None:
    found = _COUNTRY.match(text)
    if found is not None:
        return Named("全国", "country", 0, found.end())
    found = _ABROAD.match(text)
    return Named(found.group(), "country", 0, found.end()) if found else None


def _work(text: str) -> Named | None:
    found = _WORK.match(text)
    return Named(found.group(), "work", 0, found.end()) if found and _is_name(found.group()) else None


def _body(text: str) -> Named | None:
    found = _BODY.match(text)
    return Named(found.group(), "body", 0, found.end()) if found and _is_name(found.group()) else None


def _is_name(name: str) -> bool:
    """Whether what stands before the ending makes a name of it."""
    stem = _ENDING.sub("", name)
    return len(stem) > 1 and not _GENERIC.fullmatch(stem) and not _NO_NAME.match(stem)


def _event(text: str) -> Named | None:
    """An event with its edition, since the next one has other figures."""
    found = _EVENT.match(text)
    return Named(found.group(), "event", 0, found.end()) if found and _EDITION.match(found.group()) else None


def _region(text: str) -> Named | None:
    found = _REGION.match(text)
    if found is None:
        return None
    inner = _city(text[found.end() :]) or _place(text[found.end() :])
    if inner is not None:
        return inner._replace(length=inner.length + found.end())
    return Named(found["province"], "place", 0, found.end())


def _city(text: str) -> Named | None:
    found = _CITY.match(text)
    if found is None:
        return None
    inner = _place(text[found.end() :])
    if inner is not None:
        return Named(found["city"] + inner.name, "place", 0, found.end() + inner.length)
    return Named(found["city"], "place", 0, found.end())


def _place(text: str) -> Named | None:
    found = _PLACE.match(text)
    if found is None:
        return None
    stem = _PLACE_ENDING.sub("", found.group())
    plain = len(stem) < 2 or _GENERIC.fullmatch(stem) or _NO_NAME.match(stem)
    return None if plain else Named(found.group(), "place", 0, found.end())
