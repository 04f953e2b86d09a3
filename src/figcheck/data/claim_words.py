"""Words by which claims are read: directions of change, what a change is measured against, speech, period names."""

RISE: tuple[str, ...] = tuple(
    "增长 上升 提高 增加 上涨 扩大 提升 回升 反弹 攀升 上扬 走高 增幅 涨幅 增速 增长率 升幅 递增 增收 增产 高出 多收 "
    "上浮 上调 调增 增值 增 涨 升".split()
)
"""Words for growth, right before a change."""

FALL: tuple[str, ...] = tuple(
    "下降 减少 降低 下滑 回落 下跌 缩小 缩减 缩短 收窄 萎缩 降幅 跌幅 减幅 下挫 走低 递减 减产 减收 锐减 下调 下浮 "
    "压减 少收 减 降 跌 负增长".split()
)
"""Words for a fall, right before a change."""

TO_LEVEL: tuple[str, ...] = tuple("至 到 为 达 达到 至约 成".split())
"""After a word of change: what follows is the level reached, not the change (增至, 下降到)."""

BASIS: tuple[str, ...] = tuple(
    "同比 环比 比上年同期 较上年同期 比去年同期 较去年同期 比上年 较上年 比去年 较去年 比上月 较上月 较上年末 比上年末 年均 "
    "比上届 较上届 按可比口径 按不变价格计算".split()
)
"""What a change is measured against."""

SPEECH: tuple[str, ...] = tuple(
    "表示 介绍 介绍说 说 指出 坦言 告诉记者 称 强调 透露 认为 谈到 提到 回忆 分析 解释 补充 感慨 直言".split()
)
"""Verbs of speech that follow a speaker's name."""

SELF_WORDS: tuple[str, ...] = tuple(
    "我们 平台 公司 本公司 我公司 我司 该公司 该平台 我校 学校 我院 医院 我行 集团 基金会 协会 该馆 馆里 校方 企业 机构 其 它".split()
)
"""Words that mean the organisation spoken of, or the speaker's own."""
