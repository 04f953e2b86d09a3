"""A seed in, an archive of articles out, with contradictions planted in it, and with what only looks like them.

Names are of no real places. Each thing (whose figure, of what, for what time) is told by several articles, in other
words and other precision each time; in some things one article has it wrong. The broadcasts of the corpus go between.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

PLACES = (
    "江州 澜川 云陵 青浦岭 沅口 松溪 白鹭洲 临泽 望江 鹤山 石桥 龙泉湾 清河 南屏 东湖 海宁湾 金沙 玉泉 桐岭 "
    "安澜 平川 长渡 双溪 雁门 紫阳 碧水 明湖 西塘 兰亭 丰乐"
).split()
KINDS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str, int, int, int], ...]]] = {
    "port": (
        ("{}港", "{}港务集团"),
        (
            ("货物吞吐量", "万吨", 200, 90000, 1),
            ("集装箱吞吐量", "万标箱", 20, 900, 1),
            ("旅客吞吐量", "万人次", 10, 400, 2),
        ),
    ),
    "library": (
        ("{}市图书馆", "{}大学图书馆", "{}博物馆"),
        (
            ("接待读者", "万人次", 20, 900, 1),
            ("举办阅读活动", "场", 110, 4000, 0),
            ("图书外借量", "万册次", 30, 800, 1),
        ),
    ),
    "bank": (
        ("{}银行", "{}农商银行"),
        (("营业收入", "亿元", 10, 900, 2), ("净利润", "亿元", 5, 300, 2), ("贷款余额", "亿元", 300, 9000, 1)),
    ),
    "city": (
        ("{}市", "{}县"),
        (
            ("地区生产总值", "亿元", 200, 9000, 2),
            ("粮食总产量", "万吨", 20, 900, 2),
            ("城镇新增就业", "万人", 2, 60, 2),
            ("接待游客", "万人次", 100, 9000, 1),
            ("新建高标准农田", "万亩", 3, 90, 1),
        ),
    ),
    "airport": (
        ("{}机场", "{}国际机场"),
        (
            ("旅客吞吐量", "万人次", 50, 6000, 1),
            ("货邮吞吐量", "万吨", 2, 200, 2),
            ("起降航班", "架次", 3000, 90000, 0),
        ),
    ),
    "hospital": (
        ("{}市人民医院", "{}中心医院"),
        (("门诊量", "万人次", 20, 400, 1), ("完成手术", "台", 1200, 90000, 0)),
    ),
    "company": (
        ("{}重工股份有限公司", "{}光电", "{}药业"),
        (("研发投入", "亿元", 1, 90, 2), ("新签订单", "亿元", 10, 900, 1), ("汽车销量", "万辆", 2, 300, 2)),
    ),
}
"""Names by kind, and what is counted of them: measure, unit, least, most, decimals."""
_Measures = tuple[tuple[str, str, int, int, int], ...]
WORKS: tuple[tuple[str, _Measures], ...] = (
    ("{}高铁", (("正线全长", "公里", 60, 900, 1), ("总投资", "亿元", 90, 900, 1))),
    ("{}大桥", (("全长", "米", 900, 9000, 1), ("总投资", "亿元", 5, 200, 1))),
    ("{}水库", (("总库容", "亿立方米", 1, 90, 2),)),
)
PLAIN = (
    "{when}，{who}{what}{figure}。",
    "{who}{when}{what}达{figure}，{tail}。",
    "据统计，{when}，{who}{what}{figure}，{tail}。",
    "记者从有关方面了解到，{when}，{who}{what}达到{figure}。",
    "{when}，{who}累计{what}{figure}，{tail}。",
    "{tail2}。{when}，{who}的{what}为{figure}。",
    "{who}交出亮眼成绩单，{when}{what}{figure}。",
    "数据显示，{who}{when}{what}{figure}。",
    "{when}{who}{what}{figure}，{tail}。",
)
"""Sentences that tell a thing."""
HARD = (
    "{who}负责人介绍，{when}，{what}{figure}。",
    "{who}成绩不俗。{when}，{what}{figure}。",
    "{figure}，这是{who}{when}{what}的答卷。",
    "{what}{figure}！{when}，{who}再上台阶。",
    "走进{who}，处处是忙碌的身影，{when}{what}已有{figure}。",
    "在{who}，{when}{what}达到了{figure}，这个数字还在增长。",
)
"""Sentences whose words are in another order, or that leave the name to what stands before."""
TAILS = "再创新高 增势良好 居全省前列 为历年同期最好水平 实现平稳增长 好于预期 发展势头强劲 迈上新台阶".split()
OPENINGS = ("天气转凉，这里依旧一派繁忙景象", "一组数据见证着变化", "高质量发展的步伐更加坚实", "新的一天从清晨开始")
SLIPS = ("transposed", "digit", "magnitude", "decimal", "other source")
LOOKALIKES: dict[str, str] = {
    "other year": "{year}年，{who}{what}{other}。",
    "same time last year": "{when}，{who}{what}{right}，上年同期为{other}。",
    "rounding": "{when}，{who}{what}{round}。",
    "hedge": "{when}，{who}{what}超过{floor}。",
    "part": "{when}，{who}夜间{what}{other}。",
    "of which": "{when}，{who}{what}{right}，其中外贸{other}。",
    "plan": "{when}，{who}计划{what}{other}，实际完成后再公布。",
    "target": "按照年初目标，{when}，{who}{what}{other}。",
    "so far": "今年以来，{who}{what}{other}，再创新高。",
    "change": "{when}，{who}{what}同比增加{other}。",
    "from and to": "{when}，{who}{what}由{other}增至{right}。",
    "branch": "{when}，{who}江北分部{what}{other}。",
    "joint": "{when}，{who}与邻近两地合计{what}{other}。",
    "list": "{when}，邻近的望海港、{who}{what}分别为{other}、{right}。",
    "best day": "{when}，{who}单日最高{what}{other}。",
    "average": "{when}，{who}月均{what}{other}。",
    "long ago": "而在三年前，{who}{what}只有{other}。",
    "since the beginning": "自开办以来，{who}累计{what}{other}。",
    "hearsay": "网传{when}{who}{what}{other}，当地已经否认。",
    "compared": "{when}，{who}{what}比邻近地区多{other}。",
    "if": "如果{when}{who}{what}达到{other}，就能进入前十。",
    "each": "{when}，{who}每个分部{what}{other}。",
}
"""Sentences with another figure that contradict nothing, by why."""


@dataclass(frozen=True, slots=True)
class Planted:
    """An article of the archive."""

    id: str
    date: datetime.date
    text: str


@dataclass(slots=True)
class Archive:
    """The articles, and what is wrong in them."""

    articles: list[Planted] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)
    """The article that has it wrong: by what slip."""
    revised: set[str] = field(default_factory=set)
    """Articles with a figure that was revised later."""
    right: dict[str, str] = field(default_factory=dict)
    """What is the figure of whom and what: `江州港货物吞吐量` to `353.6万吨`."""
    late: set[str] = field(default_factory=set)
    """Articles that repeat a figure long out of date."""


@dataclass(frozen=True, slots=True)
class _Thing:
    who: str
    what: str
    unit: str
    value: Decimal
    places: int
    when: tuple[str, str]
    """As it is said in the same year, and later."""
    end: datetime.date | None


def archive(seed: int, things: int) -> Archive:
    """As many things told by several articles each, a fifth of them by one that has it wrong."""
    rng, found, alike = random.Random(seed), Archive(), list(LOOKALIKES)
    for number, thing in enumerate(_things(rng, things)):
        kind = rng.choice(SLIPS) if number % 5 == 0 else rng.choice(alike) if number % 5 < 4 else "revision"
        _tell(rng, found, f"t{number}", thing, kind)
    for number in range(things // 20):
        _tell_late(rng, found, f"l{number}")
    rng.shuffle(found.articles)
    return found


def _things(rng: random.Random, count: int) -> Iterator[_Thing]:
    seen: set[tuple[str, str]] = set()
    while count:
        if rng.random() < 0.15:
            name, counted = rng.choice(WORKS)
            what, unit, least, most, places = rng.choice(counted)
            when, end = ("", ""), None
        else:
            names, measures = rng.choice(list(KINDS.values()))
            name, (what, unit, least, most, places) = rng.choice(names), rng.choice(measures)
            when, end = _when(rng)
        who = name.format("".join(rng.sample(PLACES, 1)))
        if (who, what) not in seen:  # one time for one measure of one name, so that no two things are mixed up
            seen.add((who, what))
            count -= 1
            yield _Thing(who, what, unit, _value(rng, least, most, places), places, when, end)


def _when(rng: random.Random) -> tuple[tuple[str, str], datetime.date]:
    year, month = rng.choice((2021, 2022, 2023, 2024)), rng.randint(2, 11)
    last = datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
    return rng.choice(
        [
            ((f"{year}年", f"{year}年"), datetime.date(year, 12, 31)),
            ((f"今年前{month}个月", f"{year}年1至{month}月"), last),
            ((f"1—{month}月", f"{year}年前{month}个月"), last),
            ((f"{month}月份", f"{year}年{month}月"), last),
            (("上半年", f"{year}年上半年"), datetime.date(year, 6, 30)),
            (("今年前三季度", f"{year}年前三季度"), datetime.date(year, 9, 30)),
        ]
    )


def _value(rng: random.Random, least: int, most: int, places: int) -> Decimal:
    scale = 10**places
    number = rng.randint(least * scale, most * scale)
    while number % 10 == 0 or len(set(str(number))) < 3:
        number = rng.randint(max(least, 100 // scale + 1) * scale, max(most, 999 // scale + 1) * scale)
    return Decimal(number).scaleb(-places)


# --- telling -------------------------------------------------------------------------------------------------------


def _tell(rng: random.Random, found: Archive, name: str, thing: _Thing, kind: str) -> None:
    """The articles that tell a thing; `kind` is what is wrong in one of them, or what only looks so."""
    found.right[thing.who + thing.what] = f"{thing.value}{thing.unit}"
    for number in range(rng.randint(2, 5)):
        _add(rng, found, f"{name}-{number}", thing, thing.value)
    if kind in SLIPS:
        _add(rng, found, f"{name}-wrong", thing, _wrong(rng, thing, kind), unit=_unit(thing.unit, kind))
        found.wrong[f"{name}-wrong"] = kind
    elif kind == "revision":
        revised = (thing.value * Decimal(rng.choice(("0.97", "1.02", "1.04")))).quantize(
            Decimal(1).scaleb(-thing.places)
        )
        for number in range(2):
            _add(rng, found, f"{name}-new{number}", thing, revised, days=(200, 400))
            found.revised.add(f"{name}-new{number}")
    elif kind:
        _look_alike(rng, found, f"{name}-{kind}", thing, kind)


def _look_alike(rng: random.Random, found: Archive, name: str, thing: _Thing, kind: str) -> None:
    date, when = _date(rng, thing, (1, 60))
    whole = int(thing.value)
    ten = 10 ** (len(str(whole)) - 1)
    text = LOOKALIKES[kind].format(
        who=thing.who,
        what=thing.what,
        when=when,
        year=(thing.end or date).year - 1,
        right=f"{thing.value}{thing.unit}",
        other=f"{_value(rng, 11, 99, thing.places)}{thing.unit}",
        round=f"{round(thing.value)}{thing.unit}",
        floor=f"{max(whole // ten * ten, 1)}{thing.unit}",
    )
    found.articles.append(Planted(name, date, text.replace("，，", "，").lstrip("，")))


def _add(
    rng: random.Random,
    found: Archive,
    name: str,
    thing: _Thing,
    value: Decimal,
    *,
    unit: str = "",
    days: tuple[int, int] = (1, 60),
) -> None:
    date, when = _date(rng, thing, days)
    frame = rng.choice(PLAIN if rng.random() < 0.75 else HARD)
    if thing.end is None or thing.when[0].endswith("月份"):
        frame = frame.replace("累计", "")  # of one month it would mean all the months up to it
    text = frame.format(
        who=thing.who,
        when=when,
        what=thing.what,
        figure=f"{value}{unit or thing.unit}",
        tail=rng.choice(TAILS),
        tail2=rng.choice(OPENINGS),
    )
    found.articles.append(Planted(name, date, text.replace("，，", "，").replace("。，", "。").lstrip("，")))


def _date(rng: random.Random, thing: _Thing, days: tuple[int, int]) -> tuple[datetime.date, str]:
    end = thing.end or datetime.date(2023, 5, 1)
    date = end + datetime.timedelta(days=rng.randint(*days))
    return date, thing.when[0] if date.year == end.year else thing.when[1]


def _wrong(rng: random.Random, thing: _Thing, kind: str) -> Decimal:
    digits = str(thing.value).replace(".", "")
    if kind == "transposed":
        places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and (at or digits[1] != "0")]
        at = rng.choice(places)
        digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    elif kind == "digit":
        at = rng.randrange(len(digits))
        digits = digits[:at] + rng.choice([each for each in "123456789" if each != digits[at]]) + digits[at + 1 :]
    elif kind == "decimal":
        return thing.value * 10
    elif kind == "other source":
        return (thing.value * Decimal(rng.choice(("0.71", "0.83", "1.19", "1.33")))).quantize(
            Decimal(1).scaleb(-thing.places)
        )
    return Decimal(int(digits)).scaleb(-thing.places)


def _unit(unit: str, kind: str) -> str:
    if kind != "magnitude":
        return ""
    return unit.replace("亿", "万") if "亿" in unit else unit.replace("万", "亿") if "万" in unit else "万" + unit


def _tell_late(rng: random.Random, found: Archive, name: str) -> None:
    """A bank's customers: a figure, newer ones, and the old one once more."""
    who = rng.choice(PLACES) + rng.choice(("村镇银行", "移动公司", "燃气集团", "供水集团"))
    value, date = _value(rng, 20, 900, 1), datetime.date(2020, 1, 1) + datetime.timedelta(days=rng.randint(0, 300))
    for number in range(4):
        now = value if number in (0, 3) else value + Decimal(rng.randint(30, 90)) / 10 * number
        text = f"{rng.choice(('目前，', '截至目前，', ''))}{who}{rng.choice(('服务客户', '服务客户达'))}{now}万户。"
        found.articles.append(Planted(f"{name}-{number}", date, f"{rng.choice(OPENINGS)}。{text}"))
        date += datetime.timedelta(days=rng.randint(150, 300))
    found.late.add(f"{name}-3")
