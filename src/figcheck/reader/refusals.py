"""A numeral's surroundings in, whether it is no figure out: names, codes, idioms, list markers."""

from __future__ import annotations

from pathlib import Path

from figcheck import caches
from figcheck import expressions as re
from figcheck.model import Mention
from figcheck.reader.patterns import CHINESE_CHARS
from figcheck.units import unit_at

_CODE_BEFORE = re.compile(
    r"(?:[A-Za-zＡ-Ｚａ-ｚ0-9_/=&#@·•+\\?<>〔]|[A-Za-zＡ-Ｚａ-ｚ0-9\u4e00-\u9fff][-–.]|[A-Za-zＡ-Ｚａ-ｚ0-9０-９][—－]|[\u4e00-\u9fff]－|No\.?)$"
)
_DASHES = ("-", "−", "－", "–")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WIDE_LETTERS = "".join(chr(ord(letter) + 0xFEE0) for letter in _LETTERS)
CODE_ENDS = frozenset("_/=&#@·•+\\?<>-–.〔—－0123456789" + _LETTERS + _WIDE_LETTERS)
CODE_STARTS = frozenset("号號#+·•后^.．" + _LETTERS + _WIDE_LETTERS)
"""Characters before and behind a number that may make a code of it."""
_MEASURE_ACRONYM = re.compile(r"(?:GDP|CPI|PPI|PMI|FDI|GNP|RMB|CNY|USD|HKD|EUR|GBP|HK\$|US\$|NT\$|AI)$")
_COUNTED_ACRONYM = re.compile(
    r"(?<![A-Za-z])(?:AED|ECMO|ICU|MRI|CT|LNG|LPG|ETC|ATM|LED|KTV|APP|App|SUV|NGO|COD|VOCs|SCI|CSSCI|SSCI|NBA|CBA)$"
)
"""Words in letters behind which stands how many there are: AED216台; a unit must follow."""
_TRAIN = r"次(?:、[0-9０-９]{1,4}次)*(?:特快|直快|快车|旅客列车|直达|列车|航班)"
_NAME_AFTER = re.compile(
    rf"{_TRAIN}|路(?:公共汽|公交|车|电车)|里(?=[湖河屯桥店铺庄坡沟岭塘坪洋])|派(?=[0-9发送息])|[+·•]\s?[0-9一二三四五六七八九十]"
)
NAME_STARTS = frozenset("次路里派+·•")
"""Characters behind a number that may make a name of it though they look like a unit."""
_DESIGNATOR_AFTER = re.compile(
    r"版(?![本图])|(?<=[0-9０-９]{2})型|井(?![口眼])|热线|专线|客服|艇|舰|工程|计划|邮区|信箱|[号號#](?!召|称|角|码人)|国道|省道|县道"
    r"|(?:附属)?(?:中学|小学|医院|高地|厂|团|师|旅|营|连|军|房间?|室|楼|栋|幢)(?![位名个])"
)
_NUMBERED = re.compile(
    r"(?:编码|邮编|电话|号码|热线|传真|信箱|账号|帐号|代码|呼号|网址|尾号|车牌|编号|拨打)(?:为|是|：|:)?[^，。；]{0,6}$"
)
_LIST_MARKER = re.compile(r"(?:^|[\n\r　])[ \t　]*[（(]?$")
_LIST_AFTER = re.compile(r"[、.．)）](?![0-9０-９])")


_GENERATIONS = frozenset(
    "50 60 65 70 75 80 85 90 95 00 05 10 五零 六零 七零 八零 九零 零零 八五 九五 〇〇 一零 零五".split()
)


_DIGIT_NAMES = re.compile(
    r"(?:985|211|618)(?=高校|院校|工程|大促|购物节|年中|期间)|58同城|36氪|360(?=公司|集团|安全|搜索)|7/24|24/7|123(?=出行|交通)|(?<=双)(?:11|12)"
    r"|7-(?:11|Eleven)|12306|12345(?=热线|平台)"
)
_BRANDS = re.compile(
    r"(?:骁龙|麒麟|天玑|小米|荣耀|红米|鸿蒙|昇腾|鲲鹏|龙芯|玄戒|锐龙|酷睿|至强|奔腾|问界|理想"
    r"|蔚来|极氪|哈弗|坦克|Python|Windows|IP地址|端口)\s?$"
)
"""Names that a bare number belongs to: 骁龙8, 小米14; but 小米14公斤."""


_SEASON = re.compile(r"(?:19|20)[0-9]{2}[/／][0-9]{2}$")


def is_season(text: str, start: int, end: int) -> bool:
    """Whether the fraction is none: 2023/24赛季, 血压120/80毫米汞柱."""
    return _SEASON.search(text, start, end) is not None or text.startswith(("毫米汞柱", "mmHg"), end)


_SEASON_RANGE = re.compile(
    r"(?:19|20)[0-9]{2}[-—–～~至](?:[0-9]{2}|(?:19|20)[0-9]{2})(?:赛季|雪季|学年|榨季|年度|财年|乐季|演出季)"
)


def is_season_range(text: str, start: int, end: int) -> bool:
    """Whether the two years name a season: 1998—99赛季."""
    return _SEASON_RANGE.match(text, start, end + 3) is not None


_SURVEYED = re.compile(r"(?:海拔|高程|标高|水位|深度|[气水地低高]温|温度|增速|增幅|涨幅|同比|环比)[为约达是]?[-－−]$")
"""What is below the sea has a minus: 海拔-154米."""


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the digits from `start` to `end` belong to a name, code, address or number of a document."""
    before = text[max(0, start - 5) : start]
    following = text[end : end + 1]
    if _DIGIT_NAMES.match(text, start):
        return True
    if _SURVEYED.search(text, max(0, start - 5), start) is not None:
        return False
    below_zero = before[-1:] in _DASHES and following in ("℃", "°", "度", "摄", "%", "％")
    if _CODE_BEFORE.search(before) and not below_zero and not _MEASURE_ACRONYM.search(before):
        return _COUNTED_ACRONYM.search(before) is None or unit_at(text, end) is None
    if following == "后" and text[start:end] in _GENERATIONS:
        return True
    if following in (".", "．"):
        return text[end + 1 : end + 2].isdigit()
    if following in _LETTERS and following:
        return unit_at(text, end) is None
    return following in CODE_STARTS and following != "后"


_ADDRESS = re.compile(r"[a-zA-Z]{2,8}://[!-~]{1,2000}")


def outside_addresses(text: str, start: int, stop: int, mentions: list[Mention]) -> list[Mention]:
    """Those mentions that are no part of a web address: %20 in one is no percentage."""
    outside: list[Mention] = []
    addresses = _ADDRESS.finditer(text, start, stop)
    first = last = -1
    for one in mentions:
        while last <= one.core_start and first < stop:
            match = next(addresses, None)
            first, last = match.span() if match is not None else (stop, stop)
        if one.core_start < first:
            outside.append(one)
    return outside


def is_designator(text: str, start: int, end: int) -> bool:
    """Whether what follows makes the number a name: 301医院, 107国道, 3号."""
    if _DESIGNATOR_AFTER.match(text, end) is not None or is_named(text, end):
        return True
    return _BRANDS.search(text, max(0, start - 8), start) is not None or _DIGIT_NAMES.match(text, start) is not None


def is_named(text: str, end: int) -> bool:
    """Whether what follows makes a name of the number even where it looks like a unit: 82次特快, 三里河."""
    return _NAME_AFTER.match(text, end) is not None


def is_numbered(text: str, start: int) -> bool:
    """Whether the digits are what an address, telephone or account is called by."""
    return _NUMBERED.search(text[max(0, start - 14) : start]) is not None


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether the numeral opens a short name in quotation marks: “三讲”, “两重”."""
    return end - start == 1 and text[start - 1 : start] == "“" and text.find("”", end, start + 4) >= 0


_OFFICIAL = re.compile(
    r"报告|公报|意见|办法|规定|条例|决定|决议|通知|方案|规划|纲要|计划|宣言|战略|协定|公约|白皮书|蓝皮书|清单|指南|标准|倡议|措施|协议"
)


def is_work(text: str, start: int) -> bool:
    """Whether the numeral is in the title of a book or a film: 《六十年的变迁》; papers of state have figures."""
    opened = text.rfind("《", max(0, start - 12), start)
    closed = text.find("》", start, start + 12) if opened >= 0 else -1
    if closed < 0 or text.find("》", opened, start) >= 0:
        return False
    return _OFFICIAL.search(text, opened, closed) is None


_TROOP_BEFORE = re.compile(r"[新红部某营团师旅军连]$")
_TROOP_BEHIND = re.compile(
    r"[军师旅团营连排](?:官兵|战士|指导员|教导员|政委|[一二三四五六七八九十]{1,3}[师旅团营连排])"
)


_STREET_BEFORE = re.compile(r"[东西南北中山经纬环]$|(?:建设|人民|解放|科技|高新|工业|学院|新港|滨海|沿江|开发)$")
_STREET_BEHIND = re.compile(r"[路街巷][0-9０-９一二三四五六七八九十]{1,5}号")


def is_street(text: str, start: int, end: int) -> bool:
    """Whether the numeral belongs to a street's name: 中山五路, 科技二街12号; not 三路大军."""
    if _STREET_BEHIND.match(text, end) is not None:
        return True
    return _STREET_BEFORE.search(text, max(0, start - 2), start) is not None


def is_troop(text: str, start: int, end: int) -> bool:
    """Whether the numeral is what a body of troops is called by: 新四军, 一二九师, 三营八连; not 三个师."""
    if end - start >= 3 and not any(char in "十百千万" for char in text[start:end]):
        return True
    if _TROOP_BEFORE.search(text, max(0, start - 1), start) is not None:
        return True
    return _TROOP_BEHIND.match(text, end) is not None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the bare digits close a name in quotation marks: “863”, “先达901”."""
    return text[end : end + 1] in "”》」’" and text[end : end + 1] != ""


def is_list_marker(text: str, start: int, end: int) -> bool:
    """Whether the number only counts the points of a text: 1、 or （三） at the beginning of a line."""
    return _LIST_AFTER.match(text, end) is not None and _LIST_MARKER.search(text[max(0, start - 4) : start]) is not None


_Met = dict[str, tuple[tuple[int, str], ...]]
"""Words with a numeral and its neighbour, by the character behind these, or none where they end the word: how many
characters stand before the numeral, and the word."""
_FOLLOWED: dict[str, _Met] = {}
_LAST: dict[str, _Met] = {}
"""Words that were met already: by the numeral and the character behind it, or where it ends the word before it."""


def _meet(met: dict[str, _Met], pair: str) -> _Met:
    """Looks through the lexicon, which is one text with a line a word: it takes no time to load."""
    numeral, key = (0, pair) if met is _FOLLOWED else (1, pair + "\n")
    found: dict[str, list[tuple[int, str]]] = {}
    at = _WORDS.find(key) if len(pair.strip("\n")) == 2 else -1
    while at >= 0:
        head = _WORDS.rfind("\n", 0, at) + 1
        found.setdefault(_WORDS[at + 2].strip(), []).append(
            (at + numeral - head, _WORDS[head : _WORDS.index("\n", at)])
        )
        at = _WORDS.find(key, at + 1)
    if len(met) > _MOST_MET:
        met.clear()
    met[pair] = words = {third: tuple(words) for third, words in found.items()}
    return words


_MOST_MET = 20_000
"""Pairs of characters that are remembered: news has a few thousand."""


def _packed() -> tuple[str, dict[str, str]]:
    from figcheck.data.lexicon import NEUTRAL_SERIES, NOT_FIGURES, UNLESS_NEXT

    return "\n".join(("", *sorted(NOT_FIGURES | NEUTRAL_SERIES), "")), dict(UNLESS_NEXT)


_SOURCES = (Path(__file__), Path(__file__).parents[1] / "data" / "lexicon.py")
_WORDS, _UNLESS_NEXT = caches.made("lexicon", caches.mark(_SOURCES), _packed)


def is_lexical(text: str, start: int) -> bool:
    """Whether the Chinese numeral at `start` is part of a word or idiom: 一带一路, 统一, 三亚."""
    pair = text[start : start + 2]
    words = _FOLLOWED.get(pair)
    if words is None:
        words = _meet(_FOLLOWED, pair)
    if words and (_holds(text, start, words.get("")) or _holds(text, start, words.get(text[start + 2 : start + 3]))):
        return True
    pair = text[start - 1 : start + 1]
    words = _LAST.get(pair)
    if words is None:
        words = _meet(_LAST, pair)
    return bool(words) and _holds(text, start, words.get(""))


def _holds(text: str, start: int, words: tuple[tuple[int, str], ...] | None) -> bool:
    for left, word in words or ():
        if text.startswith(word, start - left) and left <= start and not _goes_on(word, text, start - left):
            return True
    return False


def _goes_on(word: str, text: str, at: int) -> bool:
    """Whether the next character makes a figure of the word at `at` after all: 十分钟, 四平方公里."""
    following = text[at + len(word) : at + len(word) + 1]
    if not following:
        return False
    return (word[-1] in CHINESE_CHARS and following in "十百千万亿") or following in _UNLESS_NEXT.get(word, "")
