"""Percents, shares, scores and ordinals found by the scan in, mentions out; None where they are no figures."""

from __future__ import annotations

from decimal import Decimal

from figcheck import expressions as re
from figcheck.model import Mention, Number, Quantity, Unit
from figcheck.numerals import Numeral, read_numeral
from figcheck.reader import refusals
from figcheck.reader.draft import Draft, finish
from figcheck.reader.hedges import HEDGE_ENDS
from figcheck.reader.patterns import NUMBER, TO, S
from figcheck.reader.tails import read_loose
from figcheck.units import PERCENT, UNITS, counter, unit_at
from figcheck.values import replace

_MULTIPLES = UNITS["倍"]
_SPACES = frozenset(" \u00a0\u2009\u202f")
_PERCENT_RANGE = re.compile(rf"[百佰]分之(?P<low>.+?)(?:{TO}(?:百分之)?(?P<high>{NUMBER}))?")


def read_percent(text: str, start: int, end: int) -> Mention | None:
    """百分之三十, 百分之三至五."""
    match = _PERCENT_RANGE.fullmatch(text[start:end])
    low = read_numeral(match["low"]) if match else None
    high = read_numeral(match["high"]) if match and match["high"] else None
    if low is None or text.startswith("分点", end):
        return None
    draft = Draft(low, start, end, end, high, PERCENT, percent=True)
    read_loose(text, draft)
    return finish(text, draft)


def read_share(text: str, start: int, end: int) -> Mention | None:
    """三分之一, 千分之三, 1/3, ½."""
    numeral = read_numeral(text[start:end].replace(" ", "又"))
    if numeral is None or numeral.value is None or text.startswith("决赛", end):
        return None
    if text[start].isdigit() and (refusals.is_code(text, start, end) or refusals.is_season(text, start, end)):
        return None
    draft = Draft(numeral, start, end, end)
    _read_strong(text, draft)
    return finish(text, draft)


_STRONG = re.compile(r"(?:强(?![度化大势劲项者健手])|(?P<weak>弱(?![化势者项小])))")


def _read_strong(text: str, draft: Draft) -> None:
    """四分之一强 is a little more, 三成弱 a little less."""
    match = _STRONG.match(text, draft.end)
    if match is not None and draft.loose is None:
        draft.loose, draft.end = "nearly" if match["weak"] else "odd", match.end()


_COUNTED_BEFORE = re.compile(
    r"(?:比分|打成|战成|扳成|追成|战平|逼平|改写|总分|局分|以|将?比分|领先|落后|告负|胜|负)(?:为|是|成|至|定格在|来到)?$"
)
_COUNTED_AFTER = re.compile(
    r"(?:的?比分|的?优势|战胜|击败|力克|险胜|完胜|大胜|轻取|取胜|获胜|胜出|拿下|逆转|淘汰|横扫|不敌|负于|惜败|告负|告捷|落败|领先|落后)"
)


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the words around 21:18 show it to be the state of a game and no time of day."""
    if _COUNTED_AFTER.match(text, end) is not None:
        return True
    return _COUNTED_BEFORE.search(text, max(0, start - 8), start) is not None


_TENTHS = re.compile(rf"(?P<low>.+?)(?:成?{TO}(?P<high>.))?成(?P<more>.)?")
_SURELY = re.compile(r"[是会要得忘]")
"""Behind 八成: most likely, not 80%."""
_NOT_TENTHS = re.compile(
    "[功为熟效绩分套语型份批色堆群]|员(?!工)|立(?!项|法|案|即)|就(?!业|诊|读|餐|地|近)|长(?!江|期|三)|果(?!农|园|树)|品(?!牌|种|类|尝)"
    "|都(?!是|不|来|有|能|会|已|在|说|没|认|选|用|靠|要|被)|交(?!通|了|给)|体(?!育|检|力)|因(?!病|为|此|灾|伤|学|残|工|缺|交)|行(?![人业程李])"
    "|人(?=[票礼节]|教育|高考|高等|组|用品|本科|自考|仪式|世界|学|[、和与及]?儿童)"
)
"""Behind 成: a word that it begins, as in 三成员国; 七成人家 and 六成员工 are shares."""


_HALF_PRICE = Numeral(Decimal(5))
"""对折."""


def read_tenths(text: str, start: int, end: int) -> Mention | None:
    """三成, 三成五, 七八成: a percentage in tenths, and 打对折; None in 三成员 and the like."""
    if text[end - 1] == "折":
        return finish(text, Draft(_HALF_PRICE, start, end, end, unit=UNITS["折"]))
    match = _TENTHS.fullmatch(text[start:end])
    surely = text[start:end] == "八成" and _SURELY.match(text, end) and text[start - 1 : start] not in HEDGE_ENDS
    if (
        match is None
        or surely
        or (match["more"] is None and _NOT_TENTHS.match(text, end))
        or refusals.is_lexical(text, start)
    ):
        return None
    if refusals.is_code(text, start, end):
        return None
    low = read_numeral(match["low"])
    high = read_numeral(match["high"]) if match["high"] else None
    more = match["more"]
    if low is None:
        return None
    added = Decimal(0)
    if more is not None:
        extra = read_numeral(more)
        added = Decimal(5) if more == "半" or extra is None else Decimal(str(extra.value))
    draft = Draft(_tenfold(low, added), start, end, end, _tenfold(high, Decimal(0)) if high else None, PERCENT)
    draft.percent = True
    read_loose(text, draft)
    _read_strong(text, draft)
    return finish(text, draft)


def _tenfold(numeral: Numeral, added: Decimal) -> Numeral:
    def times(number: Number | None) -> Number | None:
        return None if number is None else number * 10 + added if isinstance(number, Decimal) else number * 10

    step = Decimal(1) if added else numeral.step * 10
    return Numeral(times(numeral.value), times(numeral.low), times(numeral.high), numeral.hedge, step, step)


_DOUBLING = re.compile(r"翻了?(?P<times>.+)番")


def read_doubling(text: str, start: int, end: int) -> Mention | None:
    """翻一番 is twice as much, 翻两番 four times."""
    match = _DOUBLING.fullmatch(text[start:end])
    numeral = read_numeral(match["times"]) if match else None
    if match is None or numeral is None or not isinstance(numeral.value, Decimal) or not 0 < numeral.value < 20:
        return None
    value = Decimal(2) ** int(numeral.value)
    quantity = Quantity("multiple", value, None, None, _MULTIPLES, "exact", Decimal(1), Decimal(1))
    core, stop = start + match.start("times"), end
    if text[end : end + 1] in ("多", "余") and text[end : end + 1]:
        quantity, stop = replace(quantity, hedge="odd"), end + 1
    return Mention(start, stop, text[start:stop], core, core + len(match["times"]), quantity)


_SCORE = re.compile(rf"(?P<home>.+?){S}[:：∶比]{S}(?P<guest>.+)")


def read_score(text: str, start: int, end: int) -> Mention | None:
    """3比2, 2:0, 21∶18."""
    match = _SCORE.fullmatch(text[start:end])
    if match is None or refusals.is_code(text, start, end) or refusals.is_lexical(text, start):
        return None
    home, guest = read_numeral(match["home"]), read_numeral(match["guest"])
    if home is None or guest is None or home.value != int(home.value or 0) or guest.value is None:
        return None
    value = f"{int(home.value)}:{int(guest.value)}"
    return Mention(start, end, text[start:end], start, end, Quantity("score", value))


def _counted(text: str, at: int) -> tuple[Unit | None, int]:
    """The counter of an ordinal; of 第一个交易日 it is 个, only 个年头 is a counter of its own."""
    found = unit_at(text, at)
    if found is None:
        named = text[at : at + 1] in _ORDINAL_COUNTERS and not text.startswith("季度", at)
        return (counter(text[at]), at + 1) if named else (None, at)
    unit, stop = found
    if unit.symbol.startswith("个") and unit.symbol not in ("个", "个年头"):
        return UNITS["个"], at + 1
    return unit, stop


_ORDINAL_COUNTERS = frozenset("版季战科号")
"""What counts ordinals though it names things behind plain numbers: 第二版, but 3.0版."""
_NUMBERED_THING = re.compile(r"[号號](?:令|文|公告|决议|机|楼|院|线|井|舰|船|馆|台风|法令|议案|提案|通告)")
_ORDINAL_NAMES = re.compile(
    r"(?:一(?:时间|线|把手|书记|夫人|手|现场|步|学历|课堂|责任人|要务|动力|资源|生产力|梯队|桶金|印象|眼)|[二三]产业|三方|三者|三世界"
    r"|二课堂|[一二三四五]纵队|[一二三]野战|[一二三四]产业|[一二三四五六七八九十]+(?:中学|小学|医院|人民医院|师|军|集团军))"
)


def read_ordinal(text: str, start: int, end: int) -> Mention | None:
    """第十一届, 第3个, 全球第二; None in 第一时间 and the like."""
    core = start + 1
    while text[core] in _SPACES:
        core += 1
    numeral = read_numeral(text[core:end])
    if numeral is None or numeral.value is None or _ORDINAL_NAMES.match(text, core):
        return None
    if text[start - 1 : start] == "《" and refusals.is_work(text, start):
        return None
    unit, stop = _counted(text, end)
    if _NUMBERED_THING.match(text, end) or (
        text[end : end + 1] in ("号", "號") and start > 0 and text[start - 1] in "年令字发函告"
    ):
        return None
    quantity = Quantity("ordinal", numeral.value, None, None, unit, "exact", Decimal(1), Decimal(0))
    return Mention(start, stop, text[start:stop], core, end, quantity)
