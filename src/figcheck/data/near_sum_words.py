"""Words beside figures that are the sum or the difference of others; data only."""

CHANGED = (
    "净增 净减 净增加 净减少 净增长 净流入 净流出 净迁入 净迁出 自然增长 自然减少 自然增加 增长 增加 减少 下降 上升 增 减 添 新添 涨 跌 升 降 "
    "多 多出 少 高出 高 低 超出 超过 超 领先 落后 胜出 反超 结余 余 剩 还剩 余下 剩下 短缺 尚缺 还缺 超支 赚 贵 便宜 省 节省 节约 优惠 退还 找零 "
    "找回 延长 缩短 增收 减收 增产 减产 超额 缩水 流失 提高 降低 回落 回升 扩大 缩小 拉长 长高 瘦 胖 轻 重 差 相差 少收 多收 少花 多花 让利"
)
"""Verbs that lead to how far two figures are apart; with 到 or 至 behind them they lead to one of the two."""
APART = (
    "窟窿 亏空 差距 差额 价差 差价 落差 高差 高程差 差 盈余 结余 余额 剩余 顺差 逆差 缺口 短缺 赤字 毛利 净资产 净流量 净收入 净增量 净增数 增量 减量 增幅 降幅 "
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

HOLDS = (
    "共 总共 一共 统共 拢共 共计 合计 总计 总数 总 全 全部 全体 满分 现有 现存 存栏 在册 在编 在岗 拥有 设有 建有 藏有 备有 配有 辖 下辖 管辖 各类 各种 各式 有 由 分 "
    "到 了 带来 带着 招收 招录 招 录取 选出 编 编成 布置 设置 设 收到 收 征集 征得 集结 出动 毕业 迎来 来了 立案 接报 接到 接警 通报 报告 新增 确诊 投放 消耗 用掉 用去 种 种下 种植 满 计有 计"
)
"""What leads to a figure whose parts may follow, some words before it."""
COMPOSED_OF = "组成 构成 编成 合成 拼成 凑成 分成 分为 分属 分布 其中"
"""What says so behind it."""
PART_FILL = "有 为 是 达 共 约 各 都是 均为 都有 占 了 计 则 也 又 还 再 的 有了 各有 各为 分别 分别为 分别有 分别是"
"""What stands between the name of a part and its figure."""
NO_WHOLE = (
    "每 人均 户均 日均 月均 年均 平均 场均 最高 最低 最多 最少 最大 最小 同比 环比 比 较 增长 增加 减少 下降 提高 上升 降低 计划 目标 预计 预算 将 拟 约合 折合 相当于 以上 以下 "
    "其中 领先 落后 相差 差 高出 低于 超过 剩 余额 单价 售价 票价 排名 名列 位居 第一 第二 居"
)
"""In the words that lead to a figure: it has no parts, or they don't follow."""
NO_PART = (
    NO_WHOLE
    + " 共 总 合计 累计 全部 全年 全 一半 报名 申请 收回 回收 实考 实到 及格 合格 达标 完成 整改 关停 查处 检验 去年 上年 前年 昨 今晨 当晚 另有 另外 此外 还有 目前 现有 增至 减至 未 尚 已 "
    "党员 女 男女 骨干 老人家 售出 卖出 补进 买进 新开 关闭 净 收入 支出 结余 利润"
)
"""In the words that lead to a figure: it is no part of one whole with those beside it."""
NOT_ALL_PARTS = (
    "等 等等 之类 主要 大多 其余 其他 其它 余下 剩下 另有 另外 还有 此外 不少 有的 部分 以上 为例 排名 领先 领跑 居首 第一 第二 位居 分别比 至少 重复 兼 既 两样 都会 都是两 多选 交叉 到了 次日 "
    "最多 最少 最高 最低 最大 若干 数据 截至"
)
"""Beside the parts: they are not all, or told for another reason than to share out the whole."""
REST = "其余 余下 剩下 剩余 余者 剩"
"""What leads to what is left of a whole when its parts have been told."""
NO_PART_BEFORE_REST = (
    "差 多出 少 比 较 距 超过 领先 落后 高出 每 人均 最 其中 达到 增加 减少 同比 目标 计划 预计 约 不足 单价 第"
)
"""In the words that lead to a figure: it is no part of the whole whose rest follows."""
