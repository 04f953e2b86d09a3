"""Words between two names of a day that say, or deny, that they are one day."""

from __future__ import annotations

import datetime

from figcheck.data.calendar_words import DAY_TAIL

STEPS: dict[str, int] = {
    "次日": 1, "翌日": 1, "第二天": 1, "隔天": 1, "转天": 1, "隔日": 1, "前一天": -1, "前一日": -1, "头一天": -1,
}  # fmt: skip
"""Days from the one told before."""

STEP_BACK = 30
"""Code points at most from the day told before to 次日."""

PAUSES = frozenset("， , 、".split())
"""What between two names of a day does not make them one: 11月21日，周五的茶会票已经售完."""

NEW_STYLE = datetime.date(1582, 10, 15)
"""The first day of our calendar."""

OLD_STYLE = r"(?:俄历|儒略历|旧历|旧式历|回历|伊历|佛历|藏历|希伯来历)[^，。；]{0,4}$"
"""What leads to a date of another calendar, as a pattern."""

SENTENCE_END = frozenset("。！？\n")

FARTHEST = 14
"""Code points at most between two names of one day."""

_THAT_DAY = r"(?:那天|这[一]?天|当[天日]|那日|是日)?"
_IS = (
    r"(?:即|也就是|亦即|就|便|正|恰|又|也|都|刚|才|已|还|正好|恰好|刚好|恰巧|正巧|适|喜|时|欣|是|为|逢|值|迎来|又到|到|赶上|撞上|碰上|遇上"
    r"|落在|定在|过了?|过完|今年的?|公历|阳历|新历|中国|我国|传统|民间|一?个|的|“)*"
)
SAME_DAY = rf"{DAY_TAIL}[）)]?[，,]?{_THAT_DAY}[，,]?(?:[（(](?:即|也就是|农历|“)*|——|：)?{_IS}"
"""What may stand between a date or 昨天 and the name of that day, as a pattern."""

NAMED_THEN_DATED = (
    rf"(?:[（(](?:即|也就是|公历|阳历|今年)*|{_THAT_DAY}(?:的|，|,|——)?(?:即|也就是|亦即)(?:今年的?|公历|阳历)*"
    rf"|(?:这一?天|当[天日晚]|那天|[之当]?夜|日|正日子?)[，,（(]?|{_THAT_DAY}(?:就|便|正好|恰好|恰|则|正|刚好)?(?:是|为|落在|定在|在|恰逢|撞上|对应)(?:了|今年的?|公历|阳历)*)"
)
"""What may stand between the name of a day and its date, as a pattern."""

NOT_THAT_DAY = r"(?:前|之前|以前|后(?!的今天)|之后|以后|过后|以来|至|到(?!了|来|访)|[—～~–-]|、[0-9周星礼和及]|和|及|与|或|左右|前后|期间|假|小长|长假|黄金周|档|周末|临近|将至|即将|快乐|文化)"
"""What behind the second name makes it another day or more than one, as a pattern."""

PLAIN_WORDS = frozenset("雨水 小雪 大雪".split())
"""Terms that are plain words too."""

AFTER_WEEKDAY = (
    r"(?![线期报刊年末边围记版])(?=$|[\s）)（(，,。；;、！？：:”》·—-]|(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|当[天日晚]|这天)|[0-9０-９]"
    r"|(?:开[始幕放馆赛业展播]|举[行办]|进行|加演|在|起|将|是|为|的|迎来|正式|全天|休|闭|放假|补班|上班|公布|发布|播出|上映|恢复|[改推提顺调]))"
)
"""What may follow 周一 that is a weekday and no beginning of a name, as a pattern."""
