"""Words that say which way a series of figures runs, and how one knows that figures are a series in time; data only."""

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
    "统计显示 数据显示 资料显示 据统计 其中 秋天 春天 夏天 冬天 收官 赛季 学期 学年 岁"
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
LENGTHS = "用时 耗时 时长 时间 寿命 年龄 周期 工期 间隔 间距 期限"
"""Of what a length of time is the level, and no record that gets better when it falls."""
ABSTRACT = "质量 水平 效率 能力 成绩 状况 环境 服务 安全 条件 技术 精度 名次 排名 力度 压力 负担 竞争 速度 性能 实力 地位 难度 优势 体验 满意度 幸福感 信心"
"""What may get more while its measure gets less."""
