"""Words by which an article's own subjects and measures are found where no ledger names them yet."""

NAME_ENDINGS: tuple[str, ...] = tuple(
    "公司 集团 银行 证券 保险 基金 大学 学院 中学 小学 幼儿园 医院 卫生院 协会 学会 商会 联合会 基金会 委员会 研究院 研究所 研究中心 "
    "图书馆 博物馆 美术馆 档案馆 科技馆 文化馆 体育馆 展览馆 分馆 出版社 电视台 报社 剧院 剧团 俱乐部 "
    "统计局 管理局 税务局 公安局 教育局 财政局 商务局 海关 法院 检察院 气象局 监管局 发展改革委 民政局 "
    "机场 火车站 高铁站 风景区 保护区 开发区 高新区 自贸区 产业园 工业园 水库 水电站 核电站 风电场 油田 气田 煤矿 矿山 "
    "钢厂 电厂 工厂 农场 林场 牧场 合作社 公益平台 铁路 高铁 高速公路 大桥 隧道 运河 灌区".split()
)
"""How the names of organisations, works and places of business end."""

NOT_AT_THEIR_HEAD = "进全各每今去本我你他她老新社大小多几一两二三四五六七八九十当同上下前后出入开"
"""Characters with which names of places hardly ever begin, but words that end as they do."""

NOT_BEHIND_PLACES = "下去了钱电时力水场民政公长委区级直属域面值价镇里内外"
"""Characters behind 市, 县 and the like with which these are parts of other words: 市场, 县委."""

PLACE_ENDINGS: tuple[str, ...] = tuple("省 市 县 区 州 盟 旗 镇 乡 村 街道 社区 自治区 自治州 自治县".split())
"""How the names of places end."""

COUNTRIES: tuple[str, ...] = ("全国", "我国", "中国")
"""The whole country, by the names that news gives it."""

NOT_IN_NAMES = "是的了在和与对为将被把从到及等这那其该本各每不都也还又已并由于向给让使比较因但而或若如以所之有"
"""Characters that hardly ever stand in a name, but often between words that are none."""

UNCERTAIN: tuple[str, ...] = (
    *"预计 预期 预测 计划 力争 目标 有望 规划 如果 假设 倘若 至少 最多 最高 最低 原来 原有 原为 曾经 此前 未来 明年 后年 据说 传闻 网传 "
    "可能 每 单日 单笔 单场 单次 单月 单店 其中 其余 另有 相当于 折合 约合 一度".split(),
    r"(?<![自理])由(?![于])",
    r"从(?![事业而容])",
    r"[拟曾若或](?=[\u4e00-\u9fff])",
    r"将(?![军士领])",
    r"到20[0-9]{2}年",
    r"合$",
)
"""Expressions in a clause before a figure with which it is no fact of the subject's, or not surely all of it."""

VERBS: tuple[str, ...] = tuple(
    "筹集 筹得 募集 接待 接诊 发送 运送 完成 实现 达到 吸引 带动 覆盖 惠及 服务 帮助 资助 救助 培训 培养 汇聚 集聚 汇集 生产 销售 售出 出口 进口 "
    "收购 采购 签约 签订 落地 交付 下线 上线 入驻 举办 开展 组织 开行 开通 新建 建成 建设 投放 投入 发放 拨付 支付 赔付 发电 供电 供水 输送 处理 "
    "受理 办理 种植 播种 收获 收割 造林 治理 修复 出版 收藏 藏有 展出 演出 放映 招收 录取 换出 联动 设有 设立 拥有 现有 共有 建有 "
    "获得 取得 创造 贡献 累计 持有 配备 捐赠 捐款 参与 参加 报名 注册 登记 引进 提供 添建 新增".split()
)
"""Verbs that may stand before a measure: both with and without them it is called by its name."""

OF_HAVING: frozenset[str] = frozenset("有 设 现有 共有 设有 建有 拥有 持有 实现 达到 完成 获得 取得 累计".split())
"""Verbs that say no more than that there is so much of something."""

NOUNS_TOO: tuple[str, ...] = tuple("投入 出口 进口 捐赠 捐款 服务 采购 贡献 支付 建设 治理".split())
"""Verbs that may end a measure as well: 研发投入."""

ADVERBS: tuple[str, ...] = tuple(
    "累计 总计 合计 共计 总共 一共 共 已 已经 也 还 又 则 均 都 就 仍有 尚有 还有 仍 仅 只 同时 全部 目前 当前 现已 如今 至今 截至目前 全年 年内 当年 今年 去年 上年 "
    "上半年 下半年 前三季度 报告期内 期间 先后 陆续 首次 年均 平均 人均不变 了 达 为 是 约 近 增至 减至 超 超过 逾 突破 破 高达 达到 多达 接近 至 约为 分别为 分别 "
    "公司 平台 集团 该公司 该平台 全馆 全校 全院 全县 全市 全省 全区 同期 其 该".split()
)
"""Words at either end of a measure that are no part of it."""

TOO_GENERAL: frozenset[str] = frozenset(
    "占比 比重 比例 总量 总数 总额 数量 人数 金额 数字 同比 环比 增幅 降幅 涨幅 跌幅 增速 增长率 收入 支出 规模 面积 总面积 产量 销量 价格 均价 时间 距离 "
    "长度 高度 宽度 深度 温度 费用 成本 目标 名单 结果 水平 程度 部分 方面 问题 情况 人 次 项目 活动 工作 企业 单位 地区 国家 群众 居民 市民 村民 "
    "总产 总产量 亩产 单产 单价 税率 利率 学生 老师 孩子 老人 员工 职工 人员 工作人员 志愿者 记者 观众 嘉宾 代表".split()
)
"""Measures that say too little by themselves: many things of one subject go by such a name."""

OF_THE_WHOLE: tuple[str, ...] = tuple("市 县 省 区 州 镇 乡 村 国 校 院 馆 港 行 集团".split())
"""What stands behind 全 where the whole of it is the subject: 全市, of a name that ends so."""

REPORTING = "据从向由对给"
"""Before a name: it is a source or a target, not the one whose figure it is."""

SINCE: tuple[str, ...] = tuple("年来 年间 以来".split())
"""Behind a stretch of time: what follows was counted from its beginning on, whatever period was named last."""

BEHIND_NOUNS = "，。；、！？：）)”’ \t\n\r,;.!?"
"""What may follow the noun that a counter counts, so that it is the whole of it."""

NO_FACTS: frozenset[str] = frozenset("期 届 号 级 年 岁 天 年级 层 道 步 名次 地 国 方面 种 类 项".split())
"""Counters of what belongs to a name, or counts ways rather than things."""
