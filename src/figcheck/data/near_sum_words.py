"""Words beside figures that are the sum or the difference of others; data only."""

CHANGED = (
    "净增 净减 净增加 净减少 净增长 净流入 净流出 净迁入 净迁出 自然增长 自然减少 自然增加 增长 增加 减少 下降 上升 增 减 添 新添 涨 跌 升 降 "
    "多 多出 少 高出 高 低 超出 超过 超 领先 落后 胜出 反超 结余 余 剩 还剩 余下 剩下 短缺 尚缺 还缺 超支 赚 贵 便宜 省 节省 节约 优惠 退还 找零 "
    "找回 延长 缩短 增收 减收 增产 减产 超额 缩水 流失 提高 降低 回落 回升 扩大 缩小 拉长 长高 瘦 胖 轻 重 差 相差 少收 多收 少花 多花 让利"
)
"""Verbs that lead to how far two figures are apart; with 到 or 至 behind them they lead to one of the two."""
APART = (
    "差距 差额 价差 差价 落差 高差 高程差 差 盈余 结余 余额 剩余 顺差 逆差 缺口 短缺 赤字 毛利 净资产 净流量 净收入 净增量 净增数 增量 减量 增幅 降幅 "
    "自然增长 自然减少 自然增加 差别 净胜球 净胜"
)
"""Nouns for it."""
FAR_FROM = "相差 高出 低于 超出 超过 高于 净增 净减 多出 领先 落后 自然增长 自然减少 剩余 剩下 余下 净流入 净流出 短缺 缺口 比 较"
"""Of these, those between which and the figure a noun may stand: 高出警戒水位0.36米."""
TOGETHER = (
    "共 总共 一共 共计 合计 总计 累计 总数 总量 总额 总面积 总投资 总人数 总产量 总收入 总长 全长 全部 全年级 全校 全班 全村 全县 全镇 全市 全队 "
    "加起来 加在一起 两项 三项 四项 两者 三者 两地 三地 合起来 总 计 凑齐 凑成 两路 三路 两组 三组 两队 三队 都算上 算下来"
)
"""What leads to a whole."""
TOGETHER_OF = "总共 一共 共计 合计 总计 全年级 全校 全班 全村 全县 全镇 全队 加起来 合起来 两项 三项 两地 三地 两队 三队 两组 三组"
"""Of these, those between which and the figure a noun may stand."""
OPPOSED = (
    ("出生 降生", "死亡 去世 逝世"),
    ("迁入 流入 调入 搬来 迁来", "迁出 流出 调出 搬走"),
    ("收入 营收 进账 收来", "支出 成本 开支 花费 花掉 花了"),
    ("出口", "进口"),
    ("资产", "负债 债务"),
    ("入库 进水 来水", "出库 出水 泄水 下泄"),
    ("上车 登机", "下车 下机"),
    ("新招 新进 入职 招进", "退出 离职 离开 退休"),
    ("主队", "客队"),
    ("水位", "警戒 保证水位 汛限 死水位 正常蓄水位"),
    ("原价 进价 买入", "现价 售价 卖出 实付 到手"),
)
"""Words of two figures of which the one is taken from the other."""
