"""Words for the sides that share out all there is between them: who is for, against and neither, what rose, fell and stayed; data only."""

VOTES = ("赞成 同意 支持", "反对 不同意 不赞成", "弃权")
"""How votes go."""
MOVES = (
    "上涨 上升 增长 正增长 回升 增加 走高 改善 变好 好转 涨价 涨",
    "持平 不变 平盘 没变 稳定 没有变化 未变",
    "下降 下跌 负增长 回落 减少 下滑 走低 变差 恶化 降价 跌 降",
)
"""What rose, stayed and fell."""
BALLOTS = frozenset("票 人 名 张 国 席 位 户".split())
"""Counters of votes."""
ALL_VOTE = "社员 村民 代表 委员 业主 居民 评委 股东 职工 员工 成员国 会员国 会员 理事 董事 家长 选民 党员 户代表 常委"
"""Who all vote, so that each of them is for, against or neither: a house with a speaker may miss one."""
NOT_VOTED = "未投 未按 未参加 未表决 没有投 没投 无效 废票 作废 回避 缺席 请假 空白 缺席投票 未参与 不参加"
"""What says that some did not vote, or not so that it counts."""
OF_ALL = "中 里 内 当中 之中"
"""What follows the number of all of them."""
