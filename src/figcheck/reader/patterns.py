"""The shapes of figures as regular expressions: one pattern scans a text, the others read what it found.

Every repetition is bounded or runs over one character class, so that no text can make a match blow up.
"""

from __future__ import annotations

from figcheck import expressions as re
from figcheck.data.calendar_words import REIGNS
from figcheck.units import MEASURE_HEADS, UNIT_HEADS

A = "0-9０-９"
"""Arabic digits, half and full width, inside a character class."""
C = "〇零○一二两兩三四五六七八九"
"""Chinese digits, inside a character class."""
T = "十百千廿卅"
M = "万亿萬億"
CAPITALS = "壹贰叁肆伍陆柒捌玖貳參叄陸"
"""Digits as on cheques."""
S = "[ \u00a0\u2009\u202f]?"
"""The space that some houses set between a number and its unit."""

ARABIC = (
    rf"(?:[0-9]{{1,3}}(?:[,\u00a0\u2009\u202f][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?"
    rf"|[０-９]{{1,3}}(?:[，,][０-９]{{3}})+(?![０-９])(?:[．.][０-９]+)?"
    rf"|[{A}]+(?:[.．][{A}]+)?)"
)
_NOT_UNIT = "瓦克卡帕伏赫焦安米升字"
"""What makes a 千 or 百 before it the beginning of a unit: 千瓦, 百帕."""
_TRILLION = rf"兆(?=[{C}{CAPITALS}十百千]{{1,7}}[亿億]|[0-9,]{{1,5}}[亿億]|[美日韩韓港欧歐]?元|[圆圓]|新?[台臺][币幣])"
"""兆 as a multiplier, as in Taiwan and Japan; else it is a unit of data or the beginning of another (兆瓦)."""
_INSIDE = "(?:[多余餘]|来(?=万[元人块亩吨名户头家斤]))"
MULTIPLIERS = rf"(?:{S}{_INSIDE}?(?:[{M}]|[十百](?![分帕])|千(?![{_NOT_UNIT}])|{_TRILLION}))"
_LAST_DIGITS = (
    rf"(?:(?:零[{A}]{{1,3}}|(?<=[万萬])[{A}]{{4}})(?![{A}年/／:：.．])"
    rf"|(?<=[万萬亿億])[1-9１-９](?=[，。；、）)]?$|[，。；、）)]|元|块|左右|多))"
)
"""Digits behind a multiplier: all four (3万4000), those behind a 零 (1千零20), or the next place alone (4万8)."""
ARABIC_NUMBER = rf"{ARABIC}(?:{MULTIPLIERS}{{1,4}}(?:零?{ARABIC}{MULTIPLIERS}{{1,4}}){{0,3}}{_LAST_DIGITS}?)?"

_TWO = rf"[两兩](?:(?=[百千佰仟{M}])|(?<=[一三].))"
"""两 behind other digits: 三千两百, 一两; in 二十两 it is a weight."""
_CAPITAL = (
    "[壹贰叁肆柒捌玖貳參叄佰]|仟(?!分之)|拾(?![荒遗掇金捡得趣级])"
    rf"|[伍陆陸](?:(?=[拾佰仟十百千元圆{M}])|(?<=[拾佰仟零点點].)|(?<=[千百].)(?![^\s，。]))"
)
"""Numerals of cheques; 伍 and 陆 are words too: 十万陆军."""
_PLAIN_DIGITS = C.replace("两兩", "")
_CHINESE_RUN = rf"(?:[{C}十廿卅{M}]|百(?!分[之点位]|帕)|千(?![{_NOT_UNIT[:-3]}]|分之))"
_CHINESE_NEXT = (
    rf"(?:[{_PLAIN_DIGITS}十廿卅{M}]|(?=[百千两兩{CAPITALS}佰仟拾兆])"
    rf"(?:百(?!分[之点位]|帕)|千(?![{_NOT_UNIT[:-3]}]|分之)|{_TWO}|{_CAPITAL}|{_TRILLION}))"
)
_CAPITAL_START = (
    rf"(?:(?![伍陆陸](?:[^拾佰仟{M}]|[{M}](?![{M}元圆])))[{CAPITALS}俩倆](?=[拾佰仟十百千{M}])"
    rf"|(?<![\u4e00-\u9fff])[{CAPITALS}](?=[点點][{C}])|(?<![收捡])拾(?=[{C}{CAPITALS}]?[{M}]))"
)
CHINESE_NUMBER = (
    rf"(?:(?:{_CHINESE_RUN}|{_CAPITAL_START}){_CHINESE_NEXT}{{0,39}}"
    rf"(?:[点點][{C}{CAPITALS}]{{1,8}}[{M}]{{0,2}}"
    rf"|[多余餘来几幾](?:[十百{M}]|千(?![{_NOT_UNIT[:-3]}])){{1,3}})?几?"
    rf"|[几数幾數][十百千{M}]{{1,4}}[多余餘]?[{M}]{{0,2}}"
    rf"|[几数幾數](?=倍)|上[百千{M}]{{1,3}})"
)
NUMBER = rf"(?:{ARABIC_NUMBER}|{CHINESE_NUMBER}|半(?:百(?!万))?)"

TO = r"(?:[—–~～─]{1,2}|-{1,2}|－{1,2}|至|到)"
"""What joins the ends of a range."""

YEAR = rf"(?:[12１２][{A}]{{3}}|[一二][{C}]{{3}})"
MONTH = r"(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[元一二三四五六七八九])"
_ONE_TO_NINE = "[一二三四五六七八九]"
DAY = (
    rf"(?:[12１２][{A}]|[3３][01０１]|[0０]?[1-9１-９]"
    rf"|三十一?|二?十{_ONE_TO_NINE}?|廿{_ONE_TO_NINE}?|{_ONE_TO_NINE})"
)
_SHORT_YEAR = rf"(?:[5-9５-９][{A}]|[五六七八九][{C}])"

DATE = (
    rf"(?:{YEAR}{S}(?:{TO}{S}{YEAR}{S})?年(?!代)"
    rf"(?:{S}(?:{MONTH}{S}{TO}{S})?{MONTH}{S}月(?!间隔)(?:份?)(?:{S}(?:{DAY}{S}{TO}{S})?{DAY}{S}[日号號])?)?"
    rf"|{_SHORT_YEAR}年(?:{S}{MONTH}{S}月(?:{S}{DAY}{S}[日号])?|(?=[春夏秋冬初底末]|[上下]半年|前后))"
    rf"|[七八九][零〇一二三四五六七八九]年(?![多余前来内])"
    rf"|[{A}]{{1,2}}月[3３][2-9２-９]日|(?:1[3-9]|2[0-9])月[0-9]{{1,2}}日"
    rf"|(?:{MONTH}{S}{TO}{S})?{MONTH}{S}月(?![球亮饼])(?:{S}(?:{DAY}{S}{TO}{S})?{DAY}{S}[日号號])?"
    rf"|(?:{DAY}{S}{TO}{S})?{DAY}{S}日(?![均常元圆益渐语产]|报(?!道))"
    rf")"
)
ISO_DATE = r"(?:19|20|21)[0-9]{2}(?P<mark>[-/.])[01]?[0-9](?P=mark)[0-3]?[0-9](?![0-9])"
CLOCK = rf"[{A}]{{1,2}}[:：][0-5０-５][{A}](?:[:：][0-5０-５][{A}])?(?![{A}:：])"
_HOUR = rf"(?:[{A}]{{1,2}}|二?十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = rf"(?:[{A}]{{1,2}}|[零〇]?[一二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)"
HOUR = (
    rf"{_HOUR}{S}(?:[时時](?![代期候速间差尚任常刻髦令事空下长限装光机政]|有发生)|[点點](?![{C}][成折]))"
    rf"(?:{S}{_MINUTE}{S}分(?:{S}{_MINUTE}{S}秒)?(?!之)|半(?![个年天幅边封程价数场岁路])|一刻|三刻|整|[钟鐘]|[许許])?"
)
CENTURY = (
    rf"(?:公元前)?(?:[{A}]{{1,2}}|[一二三四五六七八九十]{{1,3}})世纪(?:[{A}]{{2}}|[一二三四五六七八九]十)年代"
    rf"|上世纪(?:[{A}]{{2}}|[一二三四五六七八九]十)年代|本世纪(?:[{A}]{{2}}|[一二三四五六七八九]十)年代"
    rf"|(?:公元前)?(?:[{A}]{{1,2}}|[一二三四五六七八九十]{{1,3}})世纪"
    rf"|(?:{YEAR}|[{A}]{{2}}|[一二三四五六七八九]十)年代"
)
LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十(?![一二三四五六七八九])"
    r"|十[一二三四五六七八九]?|[12][0-9]|30|[1-9])"
)
"""A day of the lunar calendar, where it is sure that one is meant."""
LUNAR = (
    r"(?:[正腊冬]月|闰?(?:十[一二]?|[一二三四五六七八九])月)(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]|(?=[月])x)"
    r"|(?:正月|腊月|冬月)(?:三十|二?十[一二三四五六七八九]?)"
    r"|大年初[一二三四五六七八九十]"
)
_OF_ERA = rf"(?:[{A}]{{1,4}}|[{C}十百千]{{1,7}})"
_FIRST_YEARS = rf"(?<={'|'.join(REIGNS)})元年"
ERA = rf"公元前?{_OF_ERA}(?:年?{TO}(?:公元)?前?{_OF_ERA})?年|{_FIRST_YEARS}"
_OF = rf"(?:[{C}{CAPITALS}十百千拾佰仟{M}]{{1,12}}|{ARABIC})"
"""A whole, or what it is divided by."""
_PARTS = rf"(?:{CHINESE_NUMBER}|{ARABIC}|[{CAPITALS}])"
PERCENT = (
    rf"[百佰]分之{CHINESE_NUMBER}(?:{TO}(?:百分之)?{CHINESE_NUMBER})?"
    rf"|[百佰]分之{ARABIC}(?:{TO}(?:百分之)?{ARABIC})?"
)
SHARE = (
    rf"{_OF}(?:又{_OF})?分之[负負]?{_PARTS}"
    r"|(?:[0-9０-９]{1,3} )?[0-9０-９]{1,4}[/／][0-9０-９]{1,5}(?![0-9０-９/／])|[½¼¾⅓⅔⅛]"
)
TENTHS = (
    rf"(?:[{C}几]{{1,2}}|[{C}][点點][{C}]|十|半|[1１][0０]|[1-9１-９](?:[.．][{A}])?)(?:成?{TO}(?:[{C}]|[1-9１-９]))?成"
    rf"(?:[一二三四五六七八九半](?![个年])|(?<=[{A}]成)[1-9](?![{A}.%％个年月日人]))?|(?<=打)[对對]折"
)
DOUBLING = rf"翻了?(?:(?:{CHINESE_NUMBER}|{ARABIC})番)"
SCORE = rf"[{A}]{{1,3}}{S}[:：∶比]{S}[{A}]{{1,3}}(?![{A}:：∶]|[.．][{A}])|[{C}十]{{1,3}}比[{C}十]{{1,3}}"
ORDINAL = rf"第{S}(?:{ARABIC_NUMBER}|(?:{_CHINESE_RUN}|几){{1,8}})"

_STARTERS = rf"{A}{C}十百千{M}廿卅第上半几数幾數{CAPITALS}俩倆拾佰仟½¼¾⅓⅔⅛正腊冬闰翻公元大本对對"

_GOES_ON = f"{C}{T}{M}{A}廿卅佰仟拾点點时時年月日号號成分又比:：∶大多余餘几幾来、至到—–~～─－ \u00a0\u2009\u202f-"
"""What may follow a Chinese digit within a figure, besides a unit."""
_UNITS = "".join(sorted(UNIT_HEADS - set(_GOES_ON)))
_ONE_UNITS = "".join(sorted(MEASURE_HEADS - set(_GOES_ON)))
_IDLE = rf"一(?![{_ONE_UNITS}个半{_GOES_ON}])|[{C}](?![{_UNITS}半{_GOES_ON}])"
"""A lone Chinese digit with nothing behind it that it could count; with a counter 一 is hardly more than an article."""

_TO_CHARS = " \u00a0\u2009\u202f—–~～─－至到-"
_FALSE_START = (
    rf"大(?!年初)|公(?!元)|本(?!世)|上(?![世百千{M}])|[正冬腊](?!月)|元(?![年月{_TO_CHARS}])"
    rf"|[数數](?![十百千{M}倍])|[几幾](?![十百千{M}倍成几{C}{_TO_CHARS}])"
)
"""A character that begins a figure only before certain others, without one of them: 大 and 上 are in every text."""

_FORMS = f"{A}{T}{M}兆年月日号號时時點点世成分比至到又多余餘几幾来：:∶/／.．,，—–~～─－ \u00a0\u2009\u202f-"
"""What may follow an Arabic number that is part of a date, a time, a range or another longer form."""
SCAN = re.compile(
    rf"(?=[{_STARTERS}])(?!{_FALSE_START}|{_IDLE})(?:"
    rf"(?P<plain>(?>{ARABIC_NUMBER})(?![{_FORMS}]))"
    rf"|(?P<iso>{ISO_DATE})"
    rf"|(?P<era>{ERA})"
    rf"|(?P<century>{CENTURY})"
    rf"|(?P<lunar>{LUNAR})"
    rf"|(?P<date>{DATE})"
    rf"|(?P<clock>{CLOCK})"
    rf"|(?P<hour>{HOUR})"
    rf"|(?P<percent>{PERCENT})"
    rf"|(?P<share>{SHARE})"
    rf"|(?P<score>{SCORE})"
    rf"|(?P<tenths>{TENTHS})"
    rf"|(?P<doubling>{DOUBLING})"
    rf"|(?P<ordinal>{ORDINAL})"
    rf"|(?P<number>{NUMBER})"
    rf")"
)
"""Finds the next thing that may be a figure; the group's name says which reader takes it."""

PLAIN_NUMBER = re.compile(NUMBER)
"""A number and nothing else."""

SCORE_ONLY = re.compile(SCORE)
"""A score and nothing else."""

RANGE_TAIL = re.compile(rf"{S}{TO}{S}(?P<minus>[-−－负]|零下)?(?P<number>{NUMBER})")
"""The second half of a range, from the end of the first number (or its unit) on."""

CHINESE_CHARS = frozenset(C + T + M + "几数半")
"""Characters that Chinese numerals are made of."""
