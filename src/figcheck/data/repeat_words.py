"""Words by which a figure is said once more of the same thing, or of another; data only."""

POINTING = (
    "这 该 此 这座 这条 这个 这次 此次 这场 本次 上述 前述 当天 当日 当晚 当时 该镇 该村 该县 该市 该校 该国 该项 该线 该桥 这一 这些 这位 这部 这家 这批 这笔 这片 这支 那 其 全校 全村 全镇 全县 全市 全厂 全馆 全队 "
    "全班 全长 全程 总长 总共 一共 总投资 总面积 共 本 所有 他 她 它 我 我们 咱 全部"
)
"""What says that something told before is meant."""
POINTING_AT = "这 那 这笔 那笔 该笔 这批 这些 那些 上述 这区区 这足足 这整整"
"""The same, right before a figure."""
OTHERS = (
    "另外 另一 此外 其他 其它 其余 其中 增加 增长 新增 新招 减少 下降 上升 提高 人均 平均 日均 同比 环比 分别 一期 二期 三期 首期 目标 计划 预计 将 拟 争取 力争 最高 最低 最多 最少 最大 最小 每 "
    "超过 不到 比 较 邻近 相邻 对面 第二 第三 还有 原来 原有 此前 过去 去年 上年 前年 明年 以前 以往 同期 累计 剩余 剩下 仅有 只有 单日 部分 相当于 约合 折合 至少 相差 升至 降至 增至 减至 涨到 跌到 变为 改为 "
    "调整 应为 误 据说 传 说法 号称 有人 各 平方 余震 首次 再次 占 达标 合格 责令 补种 补缴 赔偿 退赔"
)
"""Where one of these stands before the second figure in its clause, it may be another one."""
LOOSE_LABELS = frozenset(
    "完成 达到 达 投入 获得 实现 增加 减少 其中 超过 包括 分别 已经 目前 今年 去年 共有 拥有 建成 新增 总共 一共 合计 总计 累计 约为 约有 大约 左右 以上 以下 的是 这是 需要 可以 能够 进行 开展 参加 来自 以及 同时 全国 全省 全市 我国 群众 "
    "记者 介绍 表示 公里 平方 万元 亿元 时间 左右 多次 一个 这个 之间 期间 期内 年来 以来 不到 接近 大概 有的 就有 还有 只有 占比 分之 提供 推出 发放 支持 使用 采用".split()
)
"""Pairs of characters that don't name what a figure is of."""
CORRECTIONS = "更正 致歉 应为 误为 误作 误写 有误 勘误 说法不一 众说纷纭 口径不同 版本 出入"
"""Where one of these is said, two values may stand side by side."""
SIDES = frozenset("左右东西南北上下男女老新前后内外大小一二三四五六七八九甲乙丙丁正副主首末高低单双")
"""Characters that tell two things of a kind apart."""
COMMON_UNITS = frozenset(
    "个 人 名 位 元 % 年 天 个月 小时 分钟 公里 米 千米 厘米 平方米 平方公里 亩 吨 公斤 次 人次 家 户 万元 岁 分 项 条 件 种 所 台 辆 美元".split()
)
"""Units in which a text may well give two figures of two things."""
BEGINNINGS = (
    "出生 生 诞生 降生",
    "建成 落成 竣工 建 修建 兴建 始建 修筑 建造",
    "成立 创办 创建 创立 创刊 组建 设立 建校 建厂 建馆 建院 建社",
    "通车 开通 开业 开馆 投产 投用 启用 开园 营业",
    "去世 逝世 病逝 辞世 牺牲 离世 殉职",
    "毕业 参军 入伍 入党 入职 退休 结婚 参加工作",
)
"""Verbs for what happens to one thing or person once, kind by kind."""
FUNDS = tuple("资金 善款 款项 经费 捐款 赔款 奖金 贷款 补贴".split())
"""What an amount is of that was told before: 1.2亿余元资金."""
ROLES = (
    "村民 学生 工人 职工 员工 老人 护林员 教师 老师 司机 医生 护士 民警 战士 队员 党员 书记 村支书 老支书 支书 主任 农民 志愿者 选手 队长 老板 居民 游客 患者 病人 男子 女子 姑娘 小伙 大爷 大妈 阿姨 邮递员 快递员 外卖员 "
    "环卫工 保安 船长 厨师 演员 导演 歌手 作家 画家 院士 教授 研究员 博士 硕士 飞行员 航天员 创业者 青年 老兵 牧民 渔民 果农 菜农 瓜农 茶农 种粮大户 养殖户 贫困户 店主 摊主 业主 车主 市民 商户 老党员 匠人 艺人 传承人 老人家"
)
"""What somebody is, before the name."""
