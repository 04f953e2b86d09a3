"""Words by which claims are read: directions of change, what a change is measured against, speech, period names."""

RISE: tuple[str, ...] = tuple(
    "微增 略增 微涨 微升 略升 增长 上升 提高 增加 上涨 扩大 提升 回升 反弹 攀升 上扬 走高 增幅 涨幅 增速 增长率 升幅 递增 增收 增产 高出 多收 "
    "上浮 上调 调增 增值 增 涨 升".split()
)
"""Words for growth, right before a change."""

FALL: tuple[str, ...] = tuple(
    "微降 略降 微跌 略减 下降 减少 降低 下滑 回落 下跌 缩小 缩减 缩短 收窄 萎缩 降幅 跌幅 减幅 下挫 走低 递减 减产 减收 锐减 下调 下浮 "
    "压减 少收 减 降 跌 负增长".split()
)
"""Words for a fall, right before a change."""

TO_LEVEL: tuple[str, ...] = tuple("至 到 为 达 达到 至约 成".split())
"""After a word of change: what follows is the level reached, not the change (增至, 下降到)."""

BASIS: tuple[str, ...] = tuple(
    "同比 环比 比上年同期 较上年同期 比去年同期 较去年同期 比上年 较上年 比去年 较去年 比年初 较年初 比上月 较上月 较上年末 比上年末 年均 "
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

PLAIN_WORDS: tuple[str, ...] = tuple(
    # verbs of having, reaching, doing, which lead from who to what and from what to how much
    "有 共 共有 现有 拥有 设有 建有 设 设置 设立 建成 建设 建 新建 投放 投入 配备 布设 安排 开设 开通 开行 开展 举办 组织 "
    "接待 接诊 接收 接卸 发送 运送 到发 完成 实现 达到 达 高达 多达 为 是 约为 约 超 超过 近 逾 突破 破 接近 至 到 升至 增至 降至 "
    "筹集 筹得 募集 捐赠 捐款 收到 获得 取得 获 吸引 带动 覆盖 惠及 服务 帮助 资助 救助 支持 培训 培养 联动 汇聚 集聚 汇集 "
    "生产 销售 售出 出口 进口 收购 采购 签约 签订 落地 交付 下线 上线 入驻 入住 参与 参加 报名 注册 登记 受理 办理 处理 解决 "
    "种植 播种 收获 收割 养殖 栽植 造林 治理 修复 发放 兑付 拨付 下达 支付 支出 赔付 发电 供电 供水 输送 储存 存储 "
    "打造 推出 发布 产出 创造 贡献 形成 涌现 诞生 出版 收藏 藏有 收录 展出 展览 演出 放映 排 报 录得 录取 招收 招录 毕业 "
    # adverbs, particles, quantifiers that change nothing
    "昨天 昨日 今天 今日 前天 前日 日前 近日 近期 近来 当晚 连日来 入冬 入夏 入春 入秋 稳定 保持 维持 处于 定格 徘徊 通过 经过 经由 经 依托 依靠 凭借 借助 面向 围绕 针对 根据 按照 按 "
    "累计 总计 合计 共计 总共 一共 已 已经 也 还 又 则 均 都 就 才 更 再 仍 仅 只 同时 其中 分别 各 各类 各项 总 全部 "
    "年内 目前 当前 现 现已 如今 至今 截至 截止 据统计 统计显示 数据显示 其 该 的 了 着 过 在 从 由 以 将 与 和 及 对 向 于 被 把 让 "
    "全年 全县 全市 全省 全区 全国 全州 全镇 全校 全院 全馆 全港 全网 全集团 县里 市里 省里 我县 我市 我省 我国 我校 我院 本市 本省 "
    "公司 平台 集团 我们 该公司 该平台 学校 医院 基金会 协会 组委会 赛事 本届 当年 当日 当天 期间 假期 年度 报告期内 "
    "记者 按可比价格 按可比口径 按不变价格 计算 测算 核算 初步 名义 实际 压缩 缩短 提升 提高 提前 扩大 扩展 发展 攀升 由 自 获悉 了解到 介绍 表示 说 称 透露 显示 数据 一年 来 以来 后 前 中 里 内 上 下 首次 再次 继续 持续 稳步 不断 进一步 "
    "迎来 产量 收入 产值 销量 上岗 含 包括 包含 城镇 村里 镇里 城里 馆内 店里 厂里 只有 仅有 就有 提供 承保 推出 基地 景区 港区 园区 场馆 假期 期 则 而 平均 同期 等 平均每 本次 此次 这一 这个 比重 占比 占 比例 规模 总量 总数 总额 数量 人数 面积 金额 额 量 数 率 值 水平".split()
)
"""Words between subject, measure and figure that leave a claim what it is."""

BEGINNINGS: tuple[str, ...] = tuple(
    (
        "成立 创立 创办 创建 建立 建馆 建校 建厂 建院 建台 建社 建市 建区 建县 上线 启动 开通 "
        "通车 开港 并网 登陆 首飞 首航 开学 揭牌 封顶 合龙 贯通 投运 改制 上市 更名 升格 通水 "
        "通航 投产 投用 开馆 开业 开播 创刊 诞生 设立 建成 竣工 落成 问世 接入国际互联网 建交 "
        "挂牌 开园 开工 运行 运营 开幕 举行 发布 实施 施行 颁布 上映 公映 首映 首演 建场 建所 "
        "建局 建行 建站 建矿 组建 签订 签署 获批 通过审定 获评 入选 动工 启用 出版 发行 逝世 "
        "出生 报到 开赛 开跑 开考 开镜 开机 开班 点火 封关 回归 首发 开行 发车 试运行 试营业 "
        "设市 复航 复工 建园 建港 开放 合并 创业 入驻 立项 落户 投放 投入使用 投入运营 投入运行 "
    ).split()
)
"""What happens but once, so that its date is that of nothing else: 1952年建校, 望瑞铁路通车."""

NOW_WORDS: tuple[str, ...] = tuple("现在 目前 如今 而今 眼下 当前".split())
"""Words that say of a figure no more than that it is as new as the article."""

SCALES: tuple[str, ...] = tuple(
    "单日 单笔 单场 单次 单月 单店 最高 最低 最大 最小 最多 最少 最长 最快 人均 户均 日均 月均 年均 次均 每 新增 净增 新签 首日 首周 "
    "首批 首月 当日 当月 其余 其他 其它 另有 剩余 尚有 至多 至少 约占 除 起步阶段".split()
)
"""Words that may make a measure of another size of a measure: 单日最高, 人均."""

PLANS: tuple[str, ...] = tuple(
    "计划 拟 预计 预期 目标 力争 有望 预算 规划 将达 将超 将增 将建 到2030年 到2035年 未来 "
    "将 下赛季 明年 后年 下届 下一 下年 次年".split()
)
"""Words beside which a measure is one of another time, or only planned."""

OLD_WORDS: tuple[str, ...] = tuple("原来 原有 原先 最初 当初 起初 此前 以往 过去 先前".split())
"""Words for the old value of a change."""

HEDGES_BETWEEN: tuple[str, ...] = tuple(
    "发展 扩展 拓展 延长 缩 变 变成 变为 成 壮大 与 同 和 跟 现在 目前 如今 而今 眼下 当前 上届 上一届 上赛季 但 却 也 竟 才 就 已 的 时 度 出 完成 其中 前者 后者 合计 总计 共计 合起来 了 又 再 则 却 而 是 为 有 达 分别 则为 仅为 只有 该 其 也 均 都 仅 已 约 近 超 超过 逾 突破 接近 占 占比 占比为 占总数的 占全部的 比重 比重为 缩短 压缩 进一步 连续 逐年 同期 由 从 高达 "
    "位居 相当于 合 约合 折合 即 较 比 幅度 速度 名义 实际 累计".split()
)
"""Words between two figures that speak of the same measure: ，同比增长, ，占比, ，约合."""

BODY_KINDS = "医院|学校|大学|学院|公司|集团|企业|合作社|林场|农场|铁路|盟|旗|省|市|县|区|州|镇|乡|村|国|校|院|馆|港|场|厂|矿|社|行|站|线|店|园"
"""Kinds of bodies that 该, 本, 全 and 这家 take up."""

BODIES: dict[str, tuple[str, ...]] = {
    "校": ("大学", "学院", "中学", "小学", "学校"),
    "学校": ("大学", "学院", "中学", "小学"),
    "院": ("医院", "学院", "研究院"),
    "企业": ("公司", "集团", "股份", "重工", "科技"),
    "公司": ("集团", "股份", "重工", "科技"),
}
"""Other endings of names that such a word takes up."""
