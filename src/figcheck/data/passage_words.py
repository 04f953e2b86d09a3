"""Words that say what part a figure plays in a passage: when it held, what it adds, what it is reckoned per; data only."""

# --- when a figure held, as a rank: the lesser the earlier -----------------------------------------------------

LONG_AGO = (
    "头一年 鼎盛时期 鼎盛期 全盛时期 全盛期 巅峰时期 巅峰期 高峰期 高峰时 顶峰时 最多时 最高时 最盛时 起先 早先 往常 最初 最早 当初 起初 原来 原先 原本 原有 原为 原是 此前 之前 以前 过去 从前 昔日 往日 往年 常年 早年 先前 建国初期 开始时 刚开始 一开始 起步时 创业时 成立时 成立之初 建馆之初 开办之初 改制之初 建厂之初 初建时 "
    "解放前 改革前 改造前 投产前 施工前 整治前 治理前 搬迁前 扩建前 升级前 调整前 上线前 开通前 入学时 入伍时 前期 那时 当时 年轻时 小时候 旧 老馆 老厂 老桥 老校区 老路 老线 老设备 老机型 老款 老站 老楼 老房 老标准 老办法 老工艺 老品种 老产品 老国道 老场馆 老仪器 老机器 疫情前 节前 赛前 术前 治疗前 训练前 原纪录 原成绩 原价 上世纪 年代 世纪初 往届 历史上 解放初 建党初"
)
"""A past that is not dated more closely."""
YEARS_BACK = (
    ("大前年", -3),
    ("前年", -2),
    ("去年", -1),
    ("上年", -1),
    ("上一年", -1),
    ("上届", -1),
    ("上一届", -1),
    ("前一年", -1),
)
STEPS_BACK = "上月 上个月 上季度 上一季度 上周 上一周 上期 上日 前日 前一日 前一天 前一月 前一个月 前一季度 昨天 昨日 上学期 上赛季 上次 上回 前次 首日 首周 首月 第一天 第一周 第一次 同期 年初 月初 期初 期中 首轮 第一轮 上半场"
"""One step back, shorter than a year."""
AT_PRESENT = "这个月 这一年 这个季度 这一季 这一届 这个学期 现如今 今年 本年 本年度 目前 现在 如今 眼下 而今 当前 现今 今天 今日 本月 本季度 本周 本届 这次 本期 到现在 现有 现已 现为 已经 截至 年末 年底 月末 期末 改造后 投产后 整治后 治理后 扩建后 升级后 调整后 搬迁后 术后 上线后 开通后 节后 今晨 今早 今晚 今夜 今春 今夏 今秋 今冬 今后 现 眼前 当下 近日 这回 后只需 后只要 后仅需 后只有 后仅 后达到 后达 后降至 后降到 后增至 后减少到 后缩短到 后缩短为 后可 后变成 后变为 后提高到 后，"
NEXT_STEPS = "次年 翌年 第二年 次月 次日 翌日 第二天 第二周 后来 随后 其后 第二次 明年 后年 来年 到时 届时 将来 最后 最终 次轮 第二轮 下半场"
QUARTERS = (("一季度", 1), ("二季度", 2), ("三季度", 3), ("四季度", 4), ("上半年", 2), ("下半年", 4))

# --- what a figure adds or takes away --------------------------------------------------------------------------

GAINS = (
    "超警 超保 超限 超标 超高 超速 超重 超宽 超长 超时 超载 超员 加息 加薪 扩招 增员 快了 早了 长了 重了 深了 宽了 大了 厚了 远了 胖了 密了 增亏 增长 添 添了 多了 多出 多招 多收 多卖 多产 多赚 多拿 多得 多跑 多花 多用 增产 增收 增加 增添 增补 增派 新添 新增 增至 长了 长高 高出 高了 贵了 涨了 净增 净流入 扩大 提升 提高 提前 领先 "
    "超出 超过 超 超产 超额 加 加了 又加 又添 追加 补充 上浮 反弹 拉高 攀升 蹿升 猛增 激增 暴涨 飙升 陡增 添置 回升 回暖 增长"
)
LOSSES = (
    "欠收 欠缴 短收 少缴 节电 节水 节能 节油 节煤 节地 省电 省水 省油 降息 降准 降价 降薪 减员 裁员 慢了 晚了 短了 轻了 浅了 窄了 小了 薄了 近了 矮了 瘦了 减亏 流失 流失了 少了 少 少招 少收 少卖 少产 少赚 少跑 少花 少用 退 退了 跌去 掉了 掉 丢了 缩了 缩短 缩减 减去 省 省了 省下 省出 节省 节约 节余 落后 便宜 便宜了 优惠 直降 立减 轻了 矮了 短了 蒸发 缩水 "
    "压减 砍掉 裁掉 裁撤 裁减 撤销 净减 净流出 低了 低出 推迟 下滑 下挫 回落 滑落 降了 降 减 减了 瘦了 瘦 消失 萎缩 外流 失去 离开 走了 淘汰 报废"
)
OLD_LEVELS = "原来 原先 原有 原价 原 当初 去年 上年 前年 以前 从前 过去 往年 往常 此前 之前 同期 当年 先前 最初 起初 高峰 峰值 高点 顶峰 改造前 改革前 高峰期 疫情前 上次 上回 上月 昨天 平时 平日 常年 正常"
"""What names a level before, of which the new one is a part or a multiple."""
COUNTED_AS = (
    ("人次", "客流量 客流 游客量 游客 人流 人数 接待量 客源 旅客 观众 读者"),
    ("人", "人数 人口 队伍 规模"),
    ("元", "金额 数额 总额"),
    ("辆", "车流 车辆"),
    ("辆次", "车流 车流量"),
)
"""Nouns that say no more of a figure than its unit does."""
APART = (
    "攒下 落下 净落 存下 欠费 拖欠 尚欠 结余 相差 差距为 差距达 差距 仅差 只差 差了 差 缺额 缺口 缺口为 差额 差额为 逆差 顺差 价差 差价 温差 落差 高差 水位差 身高差 分差 票差 时差 年龄差 距离 结余 盈余 赤字 剩余 余下 剩下 还剩 尚余 仅剩 只剩 溢价 缺席 缺勤 缺考 "
    "超支 超员 超载 毛利 净赚 净胜 空缺 缺编 短缺 欠 还欠 还差 尚差 尚缺 还缺 找零 找回 旷课"
)
"""What leads to the difference of two figures, whichever is the greater."""
APART_BEHIND = (
    "的差距 之差 的缺口 的差额 的价差 的落差 的分差 的温差 的优势 的时差 的差异 的年龄差 的差价 的逆差 的顺差"
)
"""What follows it."""
COMPARING = "超警 超保 超限 超标 超高 超速 超重 超宽 超长 超时 欠收 欠缴 短收 高出 多出 领先 落后 超出 超过 超 低出 便宜 便宜了 优惠 提前 推迟 超产 超额"
"""Of those that add or take away: what may be said of two things side by side."""
OVER_MARK = "超过 超出 高出 高于 高过 多于 多出 大于 长于 领先 快于 超".split()
"""What leads to a mark that a level is over."""
UNDER_MARK = "低于 低出 少于 落后 小于 短于 慢于 不及 逊于".split()
"""What leads to one that it is under."""
SIDES_COMPARED = "比 较 前者 后者 相比 于 对手 两者 二者 两人 彼此 之间 之差 与 同 跟 两地 两校 两队 两组 两县"
PLANNED = "计划 原计划 原定 定额 应到 应 核定 核载 预算 概算 预计 目标 任务 指标 定员 编制 标价 原价 起拍价 底价 挂牌 限高 限速 限载 设计 规定 额定 应收 应缴 应付 标准 总共 全长 全程 共有 满分"
ACTUAL = "实际 实到 实 实招 实收 实产 实载 决算 实缴 实付 开到 达到 完成 录取 报到 到位 成交 成交价 现价 实测 花了 只用 仅用 用了 走了 修了 建成 到会 实考 在编 在岗"
"""What names the figure that was meant, and the one that came of it."""

# --- rates, counts and totals ----------------------------------------------------------------------------------

NOT_PLAIN = (
    "最高 至多 半价 打折 折扣 阶梯 不等 起步 首付 分期 封顶 学生票 儿童票 半票 上限 补贴后 扣除 成活 出油 出米 合格的"
)
"""What says that a total is not simply rate times count."""
MAKES = "共 总 合计 落袋 收入 卖了 卖出 进账 产值 总产 收获 打下 折合 算下来 相当于 需 全年 累计 一共 到手 花了 花费 付了 费用 货款 捐 发放 行驶 走完 全程 剩 还有"
"""What leads to a total."""
MADE_IN: tuple[tuple[str, str], ...] = tuple(
    # what is made, sold or earned in a stretch of time, and its unit
    (word, unit)
    for unit, listed in (
        (
            "天",
            "日产 日产量 日产能 日发电 日发电量 日处理 日处理量 日供水 日供水量 日销 日销量 日售 日销售 日销售额 日薪 日租金 日租 日接待 日客流 日客流量 日用水 日行 日更 日捕 日营业额 日收入",
        ),
        ("张", "票价 门票价格 平均票价"),
        ("个月", "月产 月产量 月薪 月租 月租金 月销 月销量 月销售额 月工资 月收入 月供 月用水 月用电 月营业额 月还款"),
        ("年", "年薪 年租金 年租 年产 年产量 年发电量 年销量 年销售额 年产值"),
        ("小时", "时薪 时产 每小时流量"),
        ("周", "周产 周产量 周薪 周销量"),
    )
    for word in listed.split()
)

# --- what is told per something, means, sides and surfaces ---------------------------------------------

PER_SINGLE = "馆社镇乡厂站园院队组篇章项株头季床桌台套箱岗所栋楼街县市省趟车棵册集讲课届轮周例份批梯窝垄畦网"
"""Characters before 均 that name what a figure is told per: 馆均, 组均; those of AVERAGES beside them."""
PRICES: tuple[tuple[str, str], ...] = (
    # what a price is called, and the counters of what it is the price of; none where it may be of anything
    ("票价 平均票价 门票均价 门票价格 门票价 票面价 票面均价", "张 人次 人 名 位"),
    (
        "单价 均价 定价 售价 进价 出厂价 收购价 批发价 零售价 成交价 中标单价 采购单价 平均单价 平均价格 平均售价 客单价",
        "",
    ),
)
NAMED_IN: tuple[tuple[str, str], ...] = (
    # nouns with a mean inside, and the counters of what it is told per
    ("班额 平均班额", "班 班级 教学班"),
    ("上座 上座人数", "场"),
    ("配速", "公里"),
    ("定员", "节 辆"),
    ("师均", "名 位 人"),
    ("平均单机 单机作业", "台 架 部"),
    ("平均单车 平均单台", "台 辆"),
    ("平均单店", "家 店"),
)
MEANS = (
    "平均 均分 均值 人均 户均 场均 日均 月均 年均 周均 村均 店均 校均 班均 组均 队均 馆均 镇均 篇均 件均 单均 项均 季均 "
    "均价 均温 均速 均龄 均重 均长 均高"
)
"""What leads to the mean of a list."""
WEIGHTED = "亩产 单产 价 率 比重 占比 增速 增幅 涨幅 浓度 含量 密度 水分 配速"
"""What is hardly ever averaged plainly, since the things that it is told of differ in size."""
TRIMMED = "去掉 最高分和最低分 剔除 除去 扣除 加权 中位 众数"
"""Means of this kind leave something out."""
IN_TURN = "分别 依次 各 先后 逐"
"""What leads to a list of one figure for each."""
LONG = "长 长度 全长 总长 边长 东西长 南北长 长约 进深 纵深 直线长"
WIDE = "宽 宽度 面宽 幅宽 东西宽 南北宽 阔 宽约 路面宽 净宽"
DEEP = "高 高度 深 深度 水深 平均水深 平均深度 厚 厚度 净高 池深 平均厚度 蓄水深度 深约 高约 厚约"
"""What leads to the three sides of a body."""
FLOORS = "建筑面积 总建筑 使用面积 总面积 展开面积 绿化面积 种植面积 套内 营业面积 展陈面积 其中"
"""Surfaces that need not be those of the sides told."""
SQUARE = "长方形 矩形 方形 正方形 正方 见方 规整 规则"
"""What says that the surface is just one side times the other."""
SUMS = "全长 全程 金额 总价 票房 码洋 货款 派息 派现 利息 合同 营收 营业额 销售额 产值 总产量 总产 收入 支出 增支 开支 总额 总数 总量 合计 共 累计 全年 一年"
"""What leads to a product of price and number."""
NOT_PLAIN_BESIDE = "最高 至多 封顶 上限 起步 净 成本 人工"
"""Words that make a figure a limit, or less than the product, only where they stand beside it."""

# --- parts, wholes and what was aimed at -----------------------------------------------------------------------

TARGETS = "目标 计划 任务 指标 原打算 原计划 原定 打算 定额 预算 概算 预期 计划投资 年度计划 全年任务 应收 应缴 应到 应检 应种 应还"
"""What names what was aimed at."""
REACHED = "完成 实际 实现 达到 已 收回 种下 到位 实产 实收 实到 完工 发放 销售 收入 生产 缴纳"
"""What names what came of it."""
OTHER_RATES = tuple(
    "保持 出生 死亡 增长 毛入学 利用 上座 开工 负荷 周转 负债 毛利 净利 收益 回报 机收 出租 入住 客座 满载 运转".split()
)
"""Rates whose base is capacity over time, money or work: two counts beside them don't make them."""
PASS_RATES = tuple(
    "渗透 正确 准确 满意 知晓 支持 认可 执行 使用 利用 到位 支出 到账 交付 覆盖 普及 绿化 入学 参加 出席 报到 就业 合格 及格 达标 成活 孵化 上线 升学 就业 出勤 到课 投票 完成 治愈 完工 开工 竣工 回收 命中 上座 入住 成功 录取 中签 优良 优秀 通过 好评 满意 签约 履约 回复 办结 整改 破案 发芽 出芽 存活 痊愈 "
    "参与 参保 参训 普及 到会 到岗 达产 投产 复工 复学 返岗 中标 兑现 兑付 转化 淘汰 失败 发病 感染 阳性 死亡 辍学 违约 逾期 缺勤 空置 破损 差错 流失 退货 弃权 退役".split()
)
"""Rates that are a part of those told before."""
OTHER_WHOLES = "另一 其他 同期 去年 上年 全国 全球 全省"
"""Between two shares: the second is one of something else."""

# --- wholes and the parts that make them -----------------------------------------------------------------------

REST = "剩下 剩下的 其余 其余的 余下 余下的 剩余 剩余的 其他 其他的 其它 余者 剩的"
"""What leads to the last part of a whole."""
SUMMED = (
    "凡 共 合计 总共 一共 共计 总计 加起来 合起来 累计 合 总数 总数为 总量 总额 总数达 总和 相加 三者相加 三项相加 两项相加 三项合计 两项合计 全部 全年 全年共 全天 全天共 全程 共有 共有了 共得 共收 共用 共花 算下来 "
    "三天共 两天共 三年共 前后共 先后共 总计达 总长 总重 总价 总投资 总面积 总人数 总产量 总收入 总分 总成绩 总里程 总计"
)
"""What leads from parts to the whole that they make."""
ALL_OF = "一行 共 总 合计 全 由 分为 现有 共有 一共 总共 定员"
"""In the words that lead to a whole: all its parts are what follows."""
MADE_OF = "由 分为 分成 包括 其中 分别 依次 内有 计有 里 中 里头 里面 之中 当中 是"
"""What leads from a whole to its parts."""
DIVIDED = (
    "划分 构成 组成 结构 得票率 得票 持股 持股比例 股比 出资 出资比例 分别占 依次 分布 按学历 按年龄 按性别 按来源 按产业 按用途 按类型 按地区 分成 分配 比例为 比例是 比例分别 余下 其余 剩下 其他 份额 占比 三次产业 "
    "三大产业 投票 赞成 反对 弃权 支持率 民调 股权 股东 单选 来自 成分 含量 成份 配比 用于"
)
"""What says that percentages share out one whole."""
NOT_DIVIDED = "关心 关切 反映 倾向 打算 经常 看过 可多选 多选 多项 超重 异常 患 认为 表示 看重 喜欢 关注 担心 增长 下降 上升 提高 同比 环比 率为 覆盖率 合格率 普及率 达标 曾 使用过 去过 听说 希望 愿意 觉得 家庭 拥有 每 涨 跌 折 湿度 概率 可能 不止一"
"""What says that they may overlap, or are shares of different wholes."""

DOES = (
    "来自 参与 参加 通过 属于 选择 表示 获得 获 没有 不 未 已 拥有 患 加入 签 领 住 考上 考入 到场 报名 认为 愿意 希望 支持 反对 同意 完成 达标 合格 入选 考取 有 是 为 从事 持有 种 养 用上 喝上 装上 搬进 投了 赞成 使用 "
    "出席 缺席 到会 选 办 接受 戴 会 能 坐 在 都 读 拿 得 捧 交 写 报 领 到 走 去 来 出 带 送"
)
"""What so many of those told before do: 920户参与了问卷."""
HELD = "馆藏 现藏 收藏 藏有 共有 现有 拥有 存有 登记 在册 全校 全县 全市 全省 全村 全院 全馆 全厂 全镇 全区"
"""What leads to all there is of something."""
BOUNDED = (
    # words for those who could, and for those of them who did
    ("报名 报考 应聘", "录取 录用 通过 入围 上线 面试"),
    ("应到 应出席", "实到 到会 出席"),
    ("发出 发放问卷 寄出", "收回 回收 交回"),
    ("抽检 抽查 送检 受检", "合格 不合格 达标"),
    ("参赛 参加比赛", "获奖 晋级 完赛"),
    ("申报 推荐", "入选 获批 立项"),
    ("参加考试 应考 参考", "及格 过线 上线"),
    ("种下 栽下 栽种 栽树 植树 种树 栽植", "成活 存活"),
    ("投票人数 投票", "赞成 反对"),
)
"""Of the second there can't be more than of the first."""

# --- lengths of time -------------------------------------------------------------------------------------------

LENGTHS = "历时 用时 时长 共 整整 足足 长达 持续 耗时 全程 飞行 经过 为期 租期 任期 工期 展期 会期 学期 合同期 有效期 保质期 服务期 期限 一共 总共 前后 用了 花了 干了 走了 待了 等了 守了 睡了 站了 忙了 历经 奋战 连续 近 达"
"""What leads to the length of what happens between two times."""
NO_LENGTHS = (
    "提前 推迟 晚 早 早到 晚到 迟到 晚点 延误 节省 节约 省 省下 缩短 压缩 减少 增加 延长 少用 多用 快 慢 停 停靠 停车"
)
"""What leads to a length of time that is only a difference or a halt."""
FIRM_LENGTHS = "历时 用时 耗时 前后 前前后后 历经 走过 走过了 跨越 整整 足足 全程 为期 分别了 分离 分离了 离散 失散 失散了 阔别 中断 中断了 空置 沉睡 尘封 失传 用 用了 用去 花 花了 用时近 时间跨度 长达 持续 相隔 时隔 一共 共 总共"
"""Of those, what leads to the whole length and never to that of a part."""
OTHER_CLOCKS = "当地时间 当地钟 当地时钟 当地钟表 时差 东部时间 格林尼治 分别 倒时差 其间 途中 中途 休息 午休 国际航班 飞了 “当天” 延误 晚点 停留 转机 前者 后者 另一 每天 每周 除去 扣除 有效 净成绩 净用时 净时间"
"""Where one of these is said, the two times are not the ends of one stretch."""
THAT_IS = "折合 折算 折成 合 即 也就是 也就是说 相当于 算下来 换算下来 换算 等于"
"""What leads to a rate that is another one told once more."""
SHRUNK = "缩短到 缩短至 缩短为 压缩到 压缩至 缩小到 缩至 缩到 加密到 加密至 调整为 调整到 由 延长到 延长至 控制在 保持在 拉大到"
"""What leads to the interval that there is now."""

LEVEL_VERBS = (
    "为 达 达到 是 有 约 超 共 计 只有 仅有 仅为 只 仅 才 不足 超过 预计 有望 将 可 已 完成 实现 就 也 却 竟 即"
)
"""What may stand between a measure's name and its figure."""
OF_EACH = "人均 户均 亩产 单产 单价 均价 月薪 工资 售价 票价 学费 房价"
"""Measures of one person or thing, which never grow ten thousand times."""

# --- series in time ---------------------------------------------------------------------------------------------

STEADILY = (
    "逐年 逐月 逐季 逐日 逐周 逐届 逐次 逐步 逐渐 连年 连月 连日 连季 年年 月月 天天 一路 持续 不断 节节 步步 日益 日趋 日渐 稳步 逐级 呈 总体呈 整体呈 一直 一直在 "
    "一年比一年 一天比一天 一月比一月 一届比一届 一次比一次 一季比一季 一期比一期 一批比一批 一代比一代 逐年在 不断在 正 正在 正逐步 还在 仍在 仍 继续 明显 显著 大幅 快速 迅速 加速 止跌 止涨 触底 由降转 由升转 由涨转 由跌转"
)
"""What stands before the verb of a series."""
UPWARDS = "延长 拉长 增长 上升 增加 增多 攀升 走高 上涨 上扬 升高 提高 提升 扩大 回升 反弹 递增 飙升 猛增 激增 看涨 壮大 变多 变高 变大 变贵 增高 加大 高涨 抬升 爬升 蹿升 涨 升 增"
DOWNWARDS = "缩短 下降 减少 走低 下跌 下滑 回落 降低 缩小 缩减 萎缩 递减 锐减 骤降 收窄 下挫 滑落 减退 变少 变低 变小 变便宜 缩水 探底 消退 降 跌 减"
MORE_AND_MORE = "多 高 大 贵 旺 密 长 强"
LESS_AND_LESS = "少 低 小 便宜 稀 短 弱 轻"
"""What follows 越来越 and 一年比一年."""
NOT_SO = "不 没 未 遏制 扭转 改变 结束 停 告别 防止 避免 原本 曾 预计 担心 如果 以为 并非 势头得 本以为 有望 力争 目标 计划 将 可能 会 降幅 跌幅 减幅 负增长 亏损 同比 环比 随着 除 尽管 虽 虽然"
"""In the clause that says so: it is not said of the series, or not as a fact."""
LISTED_AS = "分别为 分别是 分别达 分别达到 分别有 分别只有 分别 依次为 依次是 依次 先后为"
"""What leads to a series that is told in a row."""
UNNAMED = (
    "近 这 那 过去 最近 以来 来 间 里 全年 全市 全县 全省 全国 全村 全镇 全校 该 其 也 已 都 均 各 年末 年底 月末 期末 年末数 年底数 期末数 数字 数据 数值 总体 整体 同期 前 后 共 有 只有 仅有 只剩 还剩 剩 剩下 已达 达 达到 为 是 "
    "约 近 超 超过 到 至 从 由 再 又 再到 的 了 还是 变成 变为 降到 降至 升到 升至 涨到 涨至 跌到 跌至 减至 增至 增到 减到 当时 结果 平均 均价 收盘价 成交价 报价 收于 全天 每天 时 许 上午 下午 早上 中午 晚上 傍晚 凌晨 今晨 今晚 昨晚 昨天 今天 前天 当晚 当日 次日 "
    "统计显示 数据显示 资料显示 据统计 记录到 记录 记下 观测到 监测到 监测 统计到 数到 巡护队 同步调查 调查 普查 上旬 中旬 下旬 其中 秋天 春天 夏天 冬天 收官 赛季 学期 学年 岁"
)
"""What may lead to the figures of a series and names nothing new that they are of."""
STATES_AND_MEASURES = (
    ("汛情 水情 洪水 洪峰 险情 内涝 涝情", "水位 流量 积水 超警", 1),
    ("旱情 干旱 缺水", "水位 蓄水 库容 降水 降雨 墒情 流量", -1),
    ("污染 雾霾 霾 灰霾", "浓度 指数 PM2.5 PM10", 1),
    ("疫情 流感", "病例 感染 确诊 就诊", 1),
    ("拥堵 堵车", "指数 延误 排队", 1),
    ("火情 火势", "过火 火点", 1),
)
"""States that get worse, what they are measured by, and which way the measure runs when they do."""
WORSE = "加剧 加重 恶化 吃紧 告急 升级 严峻 蔓延 抬头"
BETTER = "缓解 好转 减轻 减弱 趋缓 缓和 消退 退去 回稳 改善"
RATES = "率 占比 比重 比例 份额 增速 增幅 涨幅 浓度 湿度 含量 得分 支持度"
"""In what is said to rise or fall: percentages are its levels, and not by how much it rose."""
LENGTH_NOUNS = "用时 耗时 时长 时间 寿命 年龄 周期 工期 间隔 间距 期限"
"""Of what a length of time is the level, and no record that gets better when it falls."""
ABSTRACT = "质量 水平 效率 能力 成绩 状况 环境 服务 安全 条件 技术 精度 名次 排名 力度 压力 负担 竞争 速度 性能 实力 地位 难度 优势 体验 满意度 幸福感 信心"
"""What may get more while its measure gets less."""
