"""Words by which an article states its own arithmetic: wholes and parts, changes, shares, averages, times; data only."""

# --- times ---------------------------------------------------------------------------------------------------

PERIOD_WORDS: tuple[str, ...] = tuple(
    "上季度 上一季度 上月 上个月 上周 上一周 上期 上日 前日 前一日 前一天 前一季度 前一个月 前一交易日 上一交易日 上学期 上半年 首日 首周 首月 首季 第一天 第一周 第一个月".split()
)
"""What dates a figure one period before the other, shorter than a year."""

PAST_WORDS: tuple[str, ...] = tuple(
    "去年 上年 前年 上一年 上年度 上届 上赛季 往年 常年 同期 前期 原来 原先 原本 原有 原为 原是 此前 之前 以前 "
    "过去 当初 最初 最早 起初 昔日 早年 早期 当年 前一年 前次 上次 上回 前天 平日 平时 往日 年初 建国初期 建馆之初 开办之初 成立之初".split()
)
"""What dates a figure before the other one it is compared with."""

NOW_WORDS: tuple[str, ...] = tuple(
    "今年以来 今年 本年度 本年 眼下 如今 目前 现在 现今 当前 而今 今天 次日 翌日 第二天 次月 次年 翌年 第二年 现有 现已 现为 现存 本月 本季度 本届 本周 近日".split()
)
"""What dates a figure after the other one it is compared with."""

TIME_TAILS: tuple[str, ...] = tuple("同期 同月 同季 年末 年底 年初 末 底 初 全年 前 后".split())
"""What may stand behind a word of time and belongs to it."""

AS_TIME_AFTER = "间 来 以来 内 前 后 里 中 期间 时间 下来 过去 过后 之间 之内 之后 以后"
"""What makes a stretch of time before it a setting, not a figure of the reckoning: 两年间."""
AS_TIME_BEFORE = "近 过去 短短 连续 仅用 历时 经过 历经 用了 不到 此后 未来 前后"
"""The same, before it."""

# --- changes -------------------------------------------------------------------------------------------------

RISING: tuple[str, ...] = tuple(
    "增长 上升 提高 增加 上涨 扩大 提升 回升 反弹 攀升 上扬 走高 上浮 上调 调增 增值 新增 净增 递增 增收 增产 跃升 跃增 猛增 激增 骤增 "
    "陡增 剧增 大增 倍增 多付 多收 多花 扩招 增招 多招 扩充 扩张 加密 拉长 充实 扩容 扩充 扩增 加快 加大 增多 壮大 涨价 升高 增高 抬升 拓展 延长 增 涨 升 扩".split()
)
"""Verbs for becoming more."""

FALLING: tuple[str, ...] = tuple(
    "下降 减少 降低 下滑 回落 下跌 缩小 缩减 缩短 收窄 萎缩 下挫 走低 递减 减产 减收 锐减 骤减 骤降 下调 下浮 压减 压缩 压降 减缓 放缓 "
    "收缩 缩水 降价 减轻 削减 调减 减慢 滑落 跌落 大降 大减 剧减 节省 节约 精简 减免 裁减 裁员 缩编 少招 缩招 压降 减 降 跌 缩 减小 变小".split()
)
"""Verbs for becoming less."""

PACE: tuple[str, ...] = tuple("快 慢 领先 落后".split())
"""Comparisons that turn round where times are compared: who is faster takes less."""
CHANGED: tuple[str, ...] = tuple("发展 调整 变化 变更 变 改 转 达 升级 扩展 恢复 优化".split())
"""Verbs that lead from one value to another without saying which way."""

MORE: tuple[str, ...] = tuple("高出 高 多出 多 快 长 贵 重 超出 超过 超 领先 大 宽 早 厚 深 远".split())
"""What says that the first of two is more than the second."""
LESS: tuple[str, ...] = tuple("减弱 低 少 慢 短 便宜 轻 小 窄 薄 落后 浅".split())
"""What says that the first of two is less than the second."""

RISE_NOUNS: tuple[str, ...] = tuple("增幅 涨幅 升幅 增长率 增速 增量 增加量 增长量".split())
"""Nouns for how much something grew."""
FALL_NOUNS: tuple[str, ...] = tuple("降幅 跌幅 减幅 下降率 减少量 减量".split())
"""Nouns for how much something fell."""

PADDING: tuple[str, ...] = tuple(
    "亩均 人均 户均 同比 环比 累计 共计 总共 一共 合计 共 净 实际 足足 整整 大幅 大幅度 一举 也就是 相当于 年内 期间 数量 总数 总量 总额 人数 总体 整体 又 也 已 均 "
    "竟 却 就 便 则 还 再 进一步 明显 显著 大约 恰好 正好 刚好 相比 来 水平 同时 其 幅度 比 较 而 仅 只 足 翻倍 成倍 一下子 迅速 快速".split()
)
"""Words between a value and the change that sums it up which name nothing new."""

SUBJECT_WORDS: tuple[str, ...] = tuple(
    "增速 增幅 涨幅 降幅 跌幅 占比 比重 比例 数量 总量 总数 总额 这一数字 这一比例 这一数据 这一比率 该比例 该数字 此数 其 均 也 已 又 同样 继续 分别 水平 总体 "
    "整体 绝对值 利率 价格 人数 规模 面积 产量".split()
)
"""What may stand before 比 and takes up the figure just given."""
AIMS: tuple[str, ...] = tuple("力争 计划 要 将 有望 争取 确保 实现 目标 预计 规划 年内 可 可望 拟 再用 用".split())
"""What leads to a change that is still to come."""
RATE_WORDS: tuple[str, ...] = tuple("增速 增幅 涨幅 降幅 跌幅 占比 比重 比例 率".split())
"""Measures that are percentages, so that their changes are percentage points."""

REAL_TERMS: tuple[str, ...] = tuple(
    "不变价 可比价 可比口径 同口径 可比 扣除 剔除 实际增长 名义 生产总值 GDP 增加值 固定资产投资 规模以上 规上 调整后 口径 折合年率 年率 汇率 按美元 以美元 "
    "以人民币 按人民币 季调 季节调整 有机增长 追溯 重述 还原".split()
)
"""Where one of these is said, a rate is not reckoned from the two values as printed."""

RANKS: tuple[str, ...] = tuple("排名 名次 位次 位列 位居 排位 世界第 全国第 成绩 纪录 记录 用时 耗时 等级 级别".split())
"""Measures of which less may be better, so that the verbs say nothing about the numbers."""

MULTIPLE_MEASURES: tuple[str, ...] = tuple(
    "市盈率 市净率 市销率 倍数 杠杆 估值 变焦 焦距 放大 倍率 认购 溢价率 倍镜 拨备".split()
)
"""Measures that are themselves given in 倍, so that a fall in 倍 is a plain difference."""
TALK_OF_WORDS: tuple[str, ...] = tuple("说法 写法 误写 语病 不科学 病句 表述 用法 这种表达".split())
"""Where one of these is said, the sentence speaks of words, not of things."""

# --- wholes and parts ----------------------------------------------------------------------------------------

TOTAL_WORDS: tuple[str, ...] = tuple(
    "合计 共计 总计 总共 一共 总数 总量 总额 总和 总人数 总投资 总面积 总产量 总收入 总价 总值 总重 总长 总数达 三项 两项相加 三项相加 相加 加起来 累加 共".split()
)
"""What leads from parts to the whole that they make."""
NOT_WHOLES: tuple[str, ...] = tuple(
    "平均 人均 户均 亩均 日均 月均 每 单价 单日 单笔 单场 最高 最低 最大 最多 最小 最少 约合 折合 同比 环比 比上 比去 比计划 较上 较去 较年初 增加 增长 减少 "
    "超出 预算 提高 下降 上调 下调".split()
)
"""In the words that lead to a figure: it is no whole whose parts could follow."""
NOT_PARTS: tuple[str, ...] = tuple(
    "顺差 逆差 净利 净增 净额 净流 净值 净收 结余 结存 差额 余额 缺口 平均 均价 人均 户均 亩均 日均 月均 每 最高 最大 最多 最低 最小 最少 最长 预算 计划 目标 约合 折合 相当于 合人民币 "
    "单日 单笔 单场 单次 单店 单价 累计 增加 增长 增至 减少 减至 同比 环比 比上 比去 比计划 比年初 较上 较去 较年初 高于 低于 高出 超出 多出 少于 生多 生少 人多 人少 相差 占全 占总 突破 可容纳 可供 能容纳 将达 将有 "
    "拟 另有 另外 此外 还有 还将 全年 全部 总量 总数 总额 总计 总投资 合计 共计 共有 目前 同时 去年 上年 今年 曾有 其余 之前 原有 原来 实现利润 利润 价值 仍有 剩余 尚有 超过 达到".split()
)
"""In the words that lead to a figure: it is not one more part of the whole."""
ENDS_LIST: tuple[str, ...] = tuple(
    "此外 另外 同时 全年 目前 截至 另悉 据悉 记者 预计 今年 去年 上年 明年 累计 至此 而".split()
)
"""Words behind a comma that end a list of parts."""
NOT_ALL: tuple[str, ...] = tuple(
    "主要 部分 还有 另有 另外 此外 最大 最多 重点 其余 其他 多为 大多 不乏 就有 仅有 新增 同比 增长".split()
)
"""In the words of a list of parts or right behind it: it does not claim to be complete."""

ANTONYMS: tuple[str, ...] = tuple(
    "主分 大小 内外 上下 前后 新老 新旧 公私 公民 东西 南北 左右 高低 干湿 正副 城乡 甲乙 冷热 公母 老少 水旱 陆海 男女 国省 轻重 早晚 夏秋 夏冬 春秋 单双 长短".split()
)
"""First characters of two words that share out one kind between them: 主会场 and 分会场."""
OPPOSED: tuple[tuple[str, str], ...] = (("赞成", "反对"), ("支持", "反对"), ("同意", "不同意"), ("满意", "不满意"))
"""Answers of which nobody gives both."""
NEUTRAL: tuple[str, ...] = tuple(
    "无所谓 中立 弃权 不确定 说不清 不关心 不清楚 没意见 没有意见 一般 观望 不好说 未表态 没想好".split()
)
"""What those answer who give neither."""
COMPLETE_SETS: tuple[tuple[str, ...], ...] = (
    ("男", "女"),
    ("出口", "进口"),
    ("城镇", "乡村"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("城区", "各县"),
    ("市区", "各县"),
    ("第一产业", "第二产业", "第三产业"),
    ("金牌", "银牌", "铜牌"),
    ("线上", "线下"),
    ("境内", "境外"),
    ("国内", "国外"),
    ("国内", "海外"),
    ("国内", "境外"),
    ("国内", "入境"),
    ("国有", "非国有"),
    ("住校", "走读"),
    ("固定", "流动"),
    ("本科", "专科"),
    ("应届", "往届"),
    ("普通", "重点"),
    ("初婚", "再婚"),
    ("在职", "退休"),
    ("成人", "少儿"),
    ("成人", "儿童"),
    ("成年人", "未成年人"),
    ("公办", "民办"),
    ("专业组", "业余组"),
    ("中央", "地方"),
    ("上半年", "下半年"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("重伤", "轻伤"),
    ("室内", "室外"),
    ("新建", "改扩建"),
    ("税收", "非税"),
    ("一产", "二产", "三产"),
    ("城区", "农村"),
    ("企业", "个人"),
    ("有效", "无效"),
    ("有效", "废票"),
    ("有效", "作废"),
    ("刑事", "民事", "行政"),
    ("一季度", "二季度"),
    ("男性", "女性"),
    ("地下", "高架"),
    ("地面", "地下"),
    ("市民", "游客"),
    ("自驾", "乘车"),
    ("理科", "文科"),
    ("物理类", "历史类"),
    ("省内", "省外"),
    ("省内", "省外", "境外"),
    ("省内", "省外", "入境"),
    ("市内", "省内", "省外"),
    ("短期", "中长期"),
    ("活期", "定期"),
    ("自有", "租赁"),
    ("市内", "市外"),
    ("本地", "外地"),
    ("本省", "外省"),
    ("陆地", "海域"),
    ("水田", "旱地"),
    ("单位", "个人"),
    ("首套", "二套"),
    ("节前", "节后"),
    ("上午", "下午"),
    ("白天", "夜间"),
    ("线上", "现场"),
    ("预约", "现场"),
    ("网上", "现场"),
    ("基本支出", "项目支出"),
    ("寄宿", "走读"),
    ("自有", "租赁"),
    ("地上", "地下"),
    ("初中", "高中"),
)
"""Parts that make a whole when each of them is named."""

OVERLAPPING: tuple[tuple[str, ...], ...] = (
    tuple("国有 民营 外资 私营 集体 合资 个体 港澳台 外商 国企 民企".split()),
    tuple("规模以上 规上 大型 中型 小型 微型 中小 龙头 骨干".split()),
    tuple("高新 科技型 专精特新 小巨人 瞪羚 独角兽 上市".split()),
    tuple("出口 进口".split()),
    tuple("发明 实用新型 外观".split()),
    tuple("城镇 农村 乡村 城市".split()),
)
"""Kinds of mark that a thing may bear together with one of another kind: a state firm may be a listed one."""
GRADED: tuple[tuple[str, ...], ...] = (tuple("国家级 省级 市级 县级 部级 一级 二级 三级".split()),)
"""The same of counted things, not of money: a city's reward may go to what a province rewards too."""
GROUP_ENDS = frozenset("道林组类级段批科系班队型档轮区县市镇村乡路线")
"""What parts of one division end in: 专业组, 业余组 and 少年组 share nobody, whatever their names say."""
SHARED: tuple[str, ...] = tuple(
    "喜欢 表示 认为 擅长 参加 参与 选修 患有 使用 拥有 具有 符合 担任 有过 学过 支持 懂得 掌握 爱好 持有".split()
)
"""In the words of one part: what is said of it may be said of another part's things too."""
PERSONAL: tuple[tuple[str, ...], ...] = (
    tuple("男 女".split()),
    tuple("党员 团员 党外 民主党派 群众".split()),
    tuple(
        "岁 青年 老年 老人 青壮年 壮年 婴幼儿 中年 少年 儿童 成人 少儿 未成年 50后 60后 70后 80后 90后 00后 10后 学龄".split()
    ),
    tuple("博士 硕士 本科 专科 大专 研究生 学历 学位 高中 初中 小学 中专".split()),
    tuple("职称 教授 副教授 讲师 高级 中级 初级 副高 正高".split()),
    tuple("汉族 少数民族 回族 藏族 维吾尔族 壮族".split()),
    tuple("贫困 脱贫 低保 残疾 留守 返乡 退役 困难 特困".split()),
    tuple("应届 往届 毕业".split()),
    tuple("外籍 海外 国外 境外 国际 留学 省外 外地 本省 外省 本地 本市 外市 国内 境内 省内 市内".split()),
)
"""The same of people only: 少儿 is an age of readers, but a kind of books."""

# --- shares --------------------------------------------------------------------------------------------------

HALF_WORDS: tuple[tuple[str, str, str], ...] = (
    # words for a share, the least and the most percent that they admit
    ("一半多", "50", "75"),
    ("一半以上", "50", "100"),
    ("半数以上", "50", "100"),
    ("半数多", "50", "75"),
    ("过半", "50", "100"),
    ("超过一半", "50", "100"),
    ("超一半", "50", "100"),
    ("超半数", "50", "100"),
    ("一大半", "55", "90"),
    ("大半", "50", "95"),
    ("近一半", "40", "50"),
    ("将近一半", "40", "50"),
    ("不到一半", "0", "50"),
    ("不足一半", "0", "50"),
    ("约一半", "42", "58"),
    ("一半左右", "42", "58"),
    ("一半", "43", "57"),
    ("半数", "43", "57"),
    ("一小半", "20", "50"),
)
"""Shares in words that are no numerals."""

REGIONS: tuple[str, ...] = tuple(
    "全世界 世界 全球 全国 我国 中国 全省 全市 全县 全区 全州 全镇 全乡 全村 全行业 行业 全网 全校 全院 全厂 全公司 全集团 集团 公司 全馆 全港 全境 当地 本省 本市 本县 本地 该省 该市 该县 "
    "亚洲 欧洲 非洲 欧盟 国内 同类 同期 当年 同年 当月 现有 目前 全年 年度 整个 自治区 省 市 县".split()
)
"""What names only where or when in the words for a whole."""
WHOLE_WORDS: tuple[str, ...] = tuple(
    "总数 总量 总额 总人数 总体 总 全部 整体 总和 总规模 总值 比重 比例 份额 比 其 它 的 了 到 有".split()
)
"""What names a whole without saying what it is of."""

SHARE_RATES: tuple[tuple[str, str], ...] = (
    # a rate, and what its part is called where not by the rate's own first word
    ("出勤率", "实到"),
    ("到会率", "实到"),
    ("出席率", "实到"),
    ("到课率", "实到"),
    ("到岗率", "到岗"),
    ("投票率", "投票"),
    ("参选率", "参加"),
    ("升学率", "升入"),
    ("就业率", "就业"),
    ("上线率", "上线"),
    ("上座率", "观众"),
    ("治愈率", "治愈"),
    ("命中率", "命中"),
    ("命中率", "投中"),
    ("回收率", "收回"),
    ("有效率", "有效"),
    ("成活率", "成活"),
    ("开工率", "开工"),
    ("完工率", "完工"),
    ("竣工率", "竣工"),
)

OPPOSED_RATES: tuple[tuple[str, str], ...] = tuple(
    (one, two)
    for one, _, two in (
        pair.partition("/")
        for pair in "到课/缺课 出勤/缺勤 到岗/缺岗 到会/缺席 入住/空置 出租/空置 合格/超标 达标/超标 成活/死亡 及格/挂科 上座/空座 "
        "优良/污染 优良/超标 识字/文盲 履约/违约 到位/缺位 正常/异常 中标/流标 成交/流拍 完好/损坏 完好/故障 城镇化/乡村".split()
    )
)
"""Rates of which one is all that the other is not."""
SINGLE_CHOICE: tuple[str, ...] = tuple("单选 单项选择 只能选一 只选一 限选一 只选择一 仅选一".split())
"""What says that each asked person gave one answer."""
MANY_CHOICES: tuple[str, ...] = tuple("多选 可选多 限选三 限选两 不定项 最多选 选择多".split())
"""What says that answers overlap."""
COMPOSED: tuple[str, ...] = tuple(
    "构成 组成 结构 三部分 两部分 四部分 按三次产业 三次产业 分布为 来源看 类型看 其余 剩余 剩下 按来源 按类型 按年龄 按用途 按区域 按地区 从年龄看".split()
)
"""What says that the shares make one whole."""

# --- averages ------------------------------------------------------------------------------------------------

AVERAGES: tuple[tuple[str, str], ...] = (
    # how an average is led, and the counters of what it is shared among
    ("人均", "人 名 位 口 个人"),
    ("生均", "人 名 位"),
    ("户均", "户 家"),
    ("亩均", "亩 公顷"),
    ("亩产", "亩 公顷"),
    ("单产", "亩 公顷"),
    ("村均", "村"),
    ("店均", "家 店"),
    ("校均", "所 校"),
    ("班均", "班"),
    ("场均", "场"),
    ("平均年龄", "人 名 位 口"),
    ("件均", "件"),
    ("单均", "单"),
    ("日均", "天 日"),
    ("月均", "个月 月"),
    ("年均", "年"),
    ("时速", "小时 分钟"),
    ("均速", "小时 分钟"),
    ("平均分", "人 名 位"),
    ("平均票价", "张 票"),
    ("平均单价", "件 台 套 辆 个 只"),
)
"""Averages in one word."""

PRICED: tuple[str, ...] = tuple(
    "计算 总价 总额 总计 合计 共计 一共 需要 需 共 卖 售 收入 花 付 造价 产值 费用 成本 销售额 货款 金额 折算 算 算下来 算来 进账".split()
)
"""What says that a price was multiplied."""

# --- differences ---------------------------------------------------------------------------------------------

DIFFERENCES: tuple[tuple[str, str, str], ...] = (
    # what names a difference, and what names the greater and the lesser of the two
    ("顺差", "出口", "进口"),
    ("逆差", "进口", "出口"),
    ("温差", "最高", "最低"),
    ("结余", "收入", "支出"),
    ("盈余", "收入", "支出"),
    ("赤字", "支出", "收入"),
    ("优惠", "原价", "现价"),
    ("立减", "原价", "现价"),
    ("便宜", "原价", "现价"),
    ("直降", "原价", "现价"),
    ("节省", "原价", "现价"),
    ("降价", "原价", "现价"),
    ("毛利", "售价|卖价|销售价", "成本|进价|收购价"),
    ("赚", "售价|卖价|销售价|卖", "成本|进价|收购价"),
    ("净赚", "收入", "成本|支出"),
    ("缺席", "应到", "实到"),
    ("缺勤", "应到", "实到"),
    ("缺考", "报名", "实考"),
    ("还剩", "总|共|全长|全程|计划|任务", "已|完成|走了|用了"),
    ("剩余", "总|共|全长|全程|计划|任务", "已|完成|走了|用了"),
    ("缺额", "计划", "实际|录用|录取"),
    ("节约", "预算|概算", "实际|支出|决算"),
    ("超员", "实载|实际", "核载|核定"),
    ("超载", "实载|实际|载货", "核载|核定"),
    ("溢价", "成交", "起拍|挂牌|底价"),
    ("超支", "实际|支出|决算", "预算|概算"),
)
CUMULATED: tuple[str, ...] = tuple("累计 滚存 历年 上年 往年 年末 年终 期末 结转 总".split())
"""What makes a surplus one of more than the income and spending beside it: 当期结余0.34亿元，累计结余3.12亿元."""
AVERAGE_VERBS: tuple[str, ...] = tuple(
    "掘进 完成 生产 产出 销售 卖出 售出 发送 接待 处理 办理 种植 植树 帮扶 走 跑 行驶 铺设 发放 领取 得到 分得 拿到 创造 派送 供餐 服务 开行 拍摄 收获 捐款 捐赠 骑行 施工 清运 采摘 培训 接诊 定价 售价 单价".split()
)
"""What an average may be led by that is done to the total and need not stand beside it."""
AVERAGE_QUALIFIERS: tuple[str, ...] = tuple("纯 净 可支配 实际 补贴后 税后".split())
"""What makes an average one of something less than the total: 人均纯收入 and 总收入."""
OF_THE_YEAR: tuple[str, ...] = tuple("生产总值 GDP gdp".split())
"""What is shared among the mean of a year's two populations, so that the one at its end gives it only nearly."""
TRIMMED: tuple[str, ...] = tuple("去掉 除去 扣除 不含 剔除 最高分 加权".split())
"""What says that an average is not that of all."""
REDUCED: tuple[str, ...] = tuple(
    "最高 至多 半价 优惠 打折 折扣 减免 免费 首付 定金 部分 扣除 成本 净 加上 连同 另加 算上 运费 人工".split()
)
"""What says that a total is not simply price times number."""
OWED: tuple[str, ...] = tuple("余款 尾款 欠款 预付 首期 结清 先付 赊".split())
"""What says, before or behind a sum, that not all was paid."""
BESIDES: tuple[str, ...] = tuple("加上 连同 另加 算上 再加 以及其他 还有 包括".split())
"""What says that a total holds more than the figures before it."""
CALENDAR: tuple[tuple[str, int], ...] = (
    ("上半年", 181),
    ("下半年", 184),
    ("前三季度", 273),
    ("季度", 91),
    ("全年", 365),
)
"""Days of a stretch of the calendar, for averages a day; the longer words first."""
"""Differences with a name of their own."""
APART: tuple[str, ...] = tuple(
    "相差 差着 差距为 差距达 差距 仅差 只差 水位差 价差 差价 差额 身高差 差了 前后差 落差 高差 票差 分差 净胜 时差 年龄差".split()
)
"""What leads to the difference of the two figures before it."""

# --- magnitudes ----------------------------------------------------------------------------------------------

TAKEN_UP: tuple[str, ...] = tuple(
    "的背后 这个数字 这一数字 的数字背后 的体量 的盘子 的家底 的庞大体量 的规模和体量 的这一数字 的这个数字 的惊人数字 的巨大体量".split()
)
"""What follows a figure that was given before."""
TALKED_OF: tuple[str, ...] = tuple(
    "谈到 谈起 说到 说起 提到 提起 面对 望着 看着 对于 有了 守着 捧着 拿着 聊起 问起".split()
)
"""What leads to a figure that was given before, with 的 behind it."""
POINTING: tuple[str, ...] = tuple("这 该 上述 前述 此 这笔 这个 这一 这些 该笔 这项 这批 那 那笔".split())
"""Words that point back to a figure given before."""
