"""Faultless articles in, what they tell twice changed at one of its places by hand; how much of that is found, out.

Names of people, places and bodies get one character that sounds the same; a figure that the title and the text tell
gets a wrong digit in the title; a weekday beside its date becomes another. Where a thing is told twice is found by its
letters alone, so that the sentences are as varied as news has them. An article is judged whole.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from figcheck import documents
from figcheck.checks.likeness import syllable
from figcheck.model import Ledger, Span
from figcheck.pipeline import check
from figcheck.rulebook import load_rules

from . import faultless
from .options import Options, Output
from .overlaps import alarms, context, names, stands_on
from .tables import Column, Table

_SETS = ("dev6", "dev7", "dev8", "dev9", "dev10", "dev12", "dev13", "dev14")
_COLUMNS = (Column("half"), Column("what"), Column("slips"), Column("found"), Column("share", ".1%"))
_MOST_OF_A_KIND = 2
_COMMON = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_PERSON = re.compile(
    rf"(?:记者|主任|书记|局长|院长|校长|经理|教授|队长|教练|村民|市民|负责人)(?P<name>[{_COMMON}][一-龥]{{2}})"
    "(?=说|介绍|表示|告诉|认为|在|[，。、）　 ])"
)
_PLACE = re.compile(r"(?<=[，。、在到从的往\n　 ])(?P<name>[一-龥]{2}(?:县|镇|乡|村|街道|水库|大桥|公园))")
_BODY = re.compile(
    r"(?<=[，。、在到从由\n　 ])(?P<name>[一-龥]{2,4}(?:公司|集团|大学|中学|医院|博物馆|合作社|股份|银行))"
)
_FIGURE = re.compile(r"(?<![\d.])(?P<name>\d{1,4}(?:\.\d+)?[万亿]?)(?=[人元吨亩件家名户公千米个次辆台套册种][一-龥]?)")
_WEEKDAY = re.compile(r"\d{1,2}日[（(，]?(?:星期|周)(?P<name>[一二三四五六])")


@dataclass(frozen=True, slots=True)
class Slip:
    """An article with one place of what it tells twice changed."""

    kind: str
    article: faultless.Article
    text: str
    place: Span
    others: tuple[Span, ...]
    """The other places."""


def run(options: Options) -> Output:
    """For odd articles, that may be tuned on, and even ones: by kind the slips that were found."""
    table = Table("what faultless articles tell twice, changed once", _COLUMNS)
    missed: list[str] = []
    for half in ("odd", "even"):
        made, found = Counter[str](), Counter[str]()
        for slip in slips(half):
            made[slip.kind] += 1
            if is_found(slip):
                found[slip.kind] += 1
            elif half == "odd":
                missed.append(f"{slip.kind} {slip.article.id} {context(slip.text, slip.place, 30)}")
        table.rows.extend((half, kind, made[kind], found[kind], found[kind] / made[kind]) for kind in sorted(made))
        table.rows.append((half, "all", made.total(), found.total(), found.total() / max(1, made.total())))
    yield table
    if options.show:
        yield from missed


@lru_cache(maxsize=2)
def slips(half: str) -> tuple[Slip, ...]:
    """The same changes each time, up to two of a kind in an article."""
    articles = (article for name in _SETS for article in faultless.load(f"{name} {half}"))
    return tuple(slip for number, article in enumerate(articles) for slip in _changed(article, random.Random(number)))


def _changed(article: faultless.Article, dice: random.Random) -> Iterator[Slip]:
    text = article.text
    title_end = text.find("\n")
    for kind, pattern in (("person", _PERSON), ("place", _PLACE), ("body", _BODY)):
        told = sorted({match["name"] for match in pattern.finditer(text)})
        twice = [name for name in told if text.count(name) > 1]
        for name in dice.sample(twice, min(_MOST_OF_A_KIND, len(twice))):
            yield from _respelt(kind, article, name, dice)
    figures = Counter(match.group() for match in _FIGURE.finditer(text))
    twice = [name for name, times in sorted(figures.items()) if times > 1 and sum(map(str.isdigit, name)) > 1]
    for name in dice.sample(twice, min(_MOST_OF_A_KIND, len(twice))):
        places = [Span(*match.span()) for match in _FIGURE.finditer(text) if match.group() == name]
        if places[0].start >= title_end:
            continue  # told twice of two things, more often than not
        place = places[0]
        at = dice.choice([at for at in range(place.start, place.end) if text[at].isdigit()])
        digit = dice.choice([digit for digit in "123456789" if digit != text[at]])
        yield _slip("figure of the title", article, at, digit, place, [other for other in places if other != place])
    yield from _counts(article, dice)
    yield from _datelines(article)
    yield from _published(article)
    for match in list(_WEEKDAY.finditer(text))[:1]:
        day = dice.choice([day for day in "一二三四五六" if day != match["name"]])
        yield _slip("weekday", article, match.start("name"), day, Span(*match.span()), [])


_LISTED = re.compile(
    r"(?<![第0-9一二三四五六七八九十年月])(?P<name>[三四五六七3-7])(?P<unit>[个名位项家种类件大条国省市县人所座])(?P<lead>[^。；、\n]{0,16}?[：，]?)"
    r"(?P<list>[^，。；、：\n0-9]{2,10}(?:、[^，。；、：\n0-9]{2,10})+(?:和|及|以及|与)[^，。；、：\n0-9等]{2,10})(?=[，。；])"
)
_LIST_BEFORE = re.compile(
    r"(?<=[，。：；\n])(?P<list>[^，。；、：\n0-9]{2,10}(?:、[^，。；、：\n0-9]{2,10})+(?:[和及与][^，。；、：\n0-9等]{2,10})?等?)"
    r"(?P<name>[三四五六七3-7])(?P<unit>[个名位项家种类件大条国省市县人所座])"
)
_CHINESE = "零一二三四五六七八九"
_DAY = re.compile(r"(?<![0-9])(?P<name>[0-9]{1,2})日(?:电|讯)")


def _counts(article: faultless.Article, dice: random.Random) -> Iterator[Slip]:
    """Lists of so many things as a numeral beside them says: one more or one less."""
    text = article.text
    for pattern in (_LISTED, _LIST_BEFORE):
        for match in list(pattern.finditer(text))[:_MOST_OF_A_KIND]:
            size = len(re.split("、|以及|和|及|与", match["list"]))
            written = match["name"]
            if (int(written) if written.isascii() else _CHINESE.index(written)) == size:
                other = size + dice.choice((-1, 1))
                char = str(other) if written.isascii() else _CHINESE[other]
                yield _slip("list count", article, match.start("name"), char, Span(*match.span()), [])


def _datelines(article: faultless.Article) -> Iterator[Slip]:
    """The day of a date line in another decade of the month: 11月6日电 becomes 11月26日电, later than the article."""
    match = _DAY.search(article.text)
    if match is None or article.date is None or len(match["name"]) < 2 or match["name"][0] not in "12":
        return
    if int(match["name"]) <= article.date.day and match["name"][0] == "1":
        yield _slip("day of the date line", article, match.start("name"), "2", Span(*match.span()), [])


def _published(article: faultless.Article) -> Iterator[Slip]:
    """The day of publication a few days earlier, over a text that tells of the day before it, by its number."""
    date, head_end = article.date, article.text.find("\n\n")
    if date is None or date.day <= _EARLIER + 1:
        return
    told = re.search(
        rf"(?:{date.month}月)?{date.day - 1}日", article.text[max(0, head_end) :] if head_end > 0 else article.text
    )
    for form in (f"{date:%Y-%m-%d}", f"{date.year}年{date.month}月{date.day}日"):
        at = article.text.find(form, 0, 200)
        if at >= 0 and told is not None:
            day = str(date.day - _EARLIER)
            day = day.rjust(2, "0") if form[-1].isdigit() else day
            other = (
                form[: -len(f"{date:%d}")] + day if form[-1].isdigit() else form[: form.rindex("月") + 1] + day + "日"
            )
            text = article.text[:at] + other + article.text[at + len(form) :]
            yield Slip("day of publication", article, text, Span(at, at + len(other)), ())
            return


_EARLIER = 4


def _respelt(kind: str, article: faultless.Article, name: str, dice: random.Random) -> Iterator[Slip]:
    places = [Span(*match.span()) for match in re.finditer(re.escape(name), article.text)]
    place = dice.choice(places[1:])
    size = len(name) if kind == "person" else 2
    at = dice.randrange(1 if kind == "person" else 0, size)
    sound = _by_sound().get(syllable(name[at]) or "", "")
    others = [char for char in sound if char != name[at]]
    if others:
        rest = [other for other in places if other != place]
        yield _slip(kind, article, place.start + at, dice.choice(others), place, rest)


def _slip(kind: str, article: faultless.Article, at: int, char: str, place: Span, others: list[Span]) -> Slip:
    text = article.text[:at] + char + article.text[at + 1 :]
    return Slip(kind, article, text, place, tuple(others))


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    """Common characters, as names have them, by syllable."""
    common: dict[str, str] = {}
    for code in range(0xB0A1, 0xD7F9):
        try:
            char = code.to_bytes(2, "big").decode("gb2312")
        except UnicodeDecodeError:
            continue
        common[syllable(char) or ""] = common.get(syllable(char) or "", "") + char
    return common


def is_found(slip: Slip) -> bool:
    """Whether a finding stands on the changed place, or on another of the same thing with this one as its evidence."""
    date = None if slip.kind == "day of publication" else slip.article.date
    document = documents.from_text(slip.text, date=date)
    found = alarms(check(document, Ledger(), load_rules()).findings)
    return any(
        stands_on(finding, slip.place)
        or (names(finding, slip.place) and any(stands_on(finding, other) for other in slip.others))
        for finding in found
    )


__all__ = ["Slip", "is_found", "run", "slips"]
