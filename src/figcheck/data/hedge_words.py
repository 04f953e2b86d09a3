"""Hedge words in, the hedges of contracts.md out: those before a figure and those after it."""

from typing import Literal

# fmt: off

_Hedge = Literal["over", "at_least", "under", "at_most", "about", "nearly", "odd"]

# Matched as the longest word that ends where the figure begins, a link (了, 有, 为, 达, 到) between them allowed.
# No hedges, and so not here: 达, 高达, 已达, 多达, 最高, 最低, 足足, 满, 年满, 预计, 估计, 累计, 增至, 降至, 仅, 只有.
# Nor 快 (加快, 最快时速350公里), 过 (通过30项, 走过30年; but 已过, 年过), 高出 (高出3个百分点 is a difference) and
# 限 (每人限3件). 数, 几, 上 and 成 are vague before 十, 百, 千, 万 and 亿 only (数十, 上百, 成千): part of the numeral.
BEFORE: dict[str, _Hedge] = {
    # over. Traps: 赶超, 反超, 超级, 超高, 超长期; 超越 is a rank passed. 突破 is a noun or "solve" in 实现5项突破 and
    # 突破3项关键技术. 破 is "break" in 打破, 攻破 and 破5项纪录. 高于 and 多于 lose to 不高于 and 不多于 below.
    "超": "over", "超过": "over", "超出": "over", "远超": "over", "已超": "over", "逾": "over", "年逾": "over",
    "突破": "over", "破": "over", "冲破": "over", "首破": "over", "多于": "over", "高于": "over", "大于": "over",
    "不止": "over", "不只": "over", "何止": "over", "已过": "over", "年过": "over",
    # at least. 不少 alone counts nothing (不少人).
    "至少": "at_least", "最少": "at_least", "起码": "at_least", "少说": "at_least",
    "不少于": "at_least", "不低于": "at_least", "不小于": "at_least", "不下": "at_least", "不下于": "at_least",
    "不亚于": "at_least", "不得少于": "at_least", "不得低于": "at_least", "不能少于": "at_least",
    "不能低于": "at_least", "不应少于": "at_least", "不应低于": "at_least", "高于或等于": "at_least",
    "大于等于": "at_least", "大于或等于": "at_least", "大于或者等于": "at_least", "高于或者等于": "at_least",
    "≥": "at_least",
    # under. Traps: 不足 is a noun in 存在不足, 供应不足 and 短板不足; 不及 in 来不及 and 涉及; 不到 in 想不到.
    "不足": "under", "不到": "under", "不满": "under", "不够": "under", "不及": "under", "低于": "under",
    "少于": "under", "小于": "under", "未满": "under", "未到": "under", "未及": "under", "未达": "under",
    "未达到": "under", "没到": "under", "没有达到": "under", "达不到": "under", "跌破": "under", "跌穿": "under",
    "失守": "under",
    # at most. 最高 is none.
    "最多": "at_most", "至多": "at_most", "顶多": "at_most", "充其量": "at_most",
    "不超过": "at_most", "不超": "at_most", "不超出": "at_most", "不多于": "at_most", "不高于": "at_most",
    "不大于": "at_most", "不得超过": "at_most", "不得多于": "at_most", "不得高于": "at_most", "不能超过": "at_most",
    "不应超过": "at_most", "不会超过": "at_most", "不要超过": "at_most", "不可超过": "at_most", "不准超过": "at_most",
    "不许超过": "at_most", "别超过": "at_most", "不宜超过": "at_most", "尚未超过": "at_most", "未超过": "at_most", "未超": "at_most", "没有超过": "at_most",
    "没超过": "at_most", "从未超过": "at_most", "不突破": "at_most", "未突破": "at_most", "不逾": "at_most",
    "小于等于": "at_most", "小于或等于": "at_most", "低于或等于": "at_most", "小于或者等于": "at_most",
    "低于或者等于": "at_most", "≤": "at_most",
    # about. Traps: 节约, 合约, 条约, 公约, 契约, 签约, 制约, 特约, 预约, 履约, 违约, 邀约, 纽约, 简约, 隐约; 约定.
    "约": "about", "大约": "about", "大概": "about", "大致": "about", "约莫": "about", "约摸": "about",
    "差不多": "about", "约为": "about", "约占": "about", "约有": "about", "约达": "about", "约计": "about",
    "约合": "about", "约在": "about", "约需": "about", "约值": "about", "约等于": "about", "约相当于": "about",
    "大约有": "about", "大约为": "about", "大约占": "about", "大概有": "about", "大致为": "about",
    # nearly. Traps: 附近, 临近, 靠近, 邻近, 最近, 新近, 远近, 亲近, 就近; 近日, 近期, 近代, 近海.
    # Before years 近 is a hedge too: 近三年 is nearly 3 years by the letter, though the last three are meant.
    "近": "nearly", "接近": "nearly", "接近于": "nearly", "将近": "nearly", "逼近": "nearly", "直逼": "nearly",
    "趋近": "nearly", "几近": "nearly", "近乎": "nearly", "几乎": "nearly", "几乎占": "nearly", "差一点": "nearly",
}
"""What stands before a figure: 超12亿, 约占八成, 不低于3%."""

# Matched right after the figure or its unit, the longest word winning.
# No hedges, and so not here: 之多 (达300种之多), 不等 (3至5人不等), 以来, 以前, 以后, 之后, 之前. Nor, being more often
# something else: 起 (1日起, 10人起诉; at least only in 5元起), 强 (500强; odd only in 五成强), 弱, 里 (三年里), 之上
# (基础之上), 不到 (3人不到场; under only in 一年不到).
AFTER: dict[str, _Hedge] = {
    # at least. Traps: 以上 and 以下 that point into the text (以上三项, 以下简称, 以下4个方面).
    "以上": "at_least", "及以上": "at_least", "或以上": "at_least", "或者以上": "at_least", "含以上": "at_least",
    "或者更多": "at_least", "或更多": "at_least", "及更多": "at_least", "往上": "at_least",
    # at most. 内 counts after a duration, a distance or a number only. Traps: 5国内阁, 近3年国内, 海内外, 年内, 国内,
    # 室内, 内地, 内容, 内陆, 内部. A 内 that is a place (10个省内) is none.
    "以下": "at_most", "及以下": "at_most", "或以下": "at_most", "或者以下": "at_most", "以内": "at_most", "及以内": "at_most",
    "之内": "at_most", "内": "at_most", "封顶": "at_most", "为限": "at_most",
    # about. Traps: 上下班, 上下游, 上下级, 前后卫, 许可, 许多, 左右脑; 许 counts after a clock time.
    "左右": "about", "上下": "about", "前后": "about", "许": "about", "光景": "about",
    # odd
    "有余": "odd", "开外": "odd", "出头": "odd", "挂零": "odd",
    # over
    "还多": "over", "还要多": "over",
}
"""What stands after a figure: 3米以上, 三年内, 20岁左右, 300多家."""

# Apart from AFTER, as behind a counter they mostly begin the next word: 多次, 多种, 多样, 多元, 多边, 多数, 多国, 多方,
# 多功能, 多年 (5家多次, 20种多样); 余下, 余额, 余杭, 余姚, 余党; 几乎, 几何, 几内亚; 来自, 来说 and 以来 (十年来).
LOOSE: dict[str, Literal["odd", "about"]] = {"多": "odd", "余": "odd", "几": "odd", "来": "about"}
"""What stands in a numeral, right after it, or after a measure, a span of time or 倍: 300多家, 3年多, 十来个."""

# fmt: on
