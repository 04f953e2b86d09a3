COUNTERS = dict.fromkeys(
    "个 件 项 次 届 家 户 名 位 人 人次 条 只 座 所 场 轮 起 例 支 对 组 批 种 类 级 期 篇 卷 架 枚 栋 间 辆 台 套 艘 列 票 口 份 幅 张 块 片 头 棵 株 部 本 册 章 处 点 响 车次 船 大类 车道 省 市 县 国".split(),
    "thing",
)
NOUN_COUNTERS = frozenset("省 市 县 国 校 院 村 地 部门 方面".split())
NOT_COUNTERS = frozenset()
