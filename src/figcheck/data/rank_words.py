"""Words of rankings: who is ranked, how a rank is led, what moves it; data only."""

RANKED = "排 排在 排到 排名 位列 名列 位居 列 居 位于 名次 获 获得 名次为 跑了 夺得 获得了 以 以小组 取得 跻身 掉到 升到 得 拿到 考 考了 考到"
"""What leads to a rank that somebody holds."""
FIELD = (
    "选手 参赛 参加 报名 学生 考生 运动员 队伍 球队 参赛队 代表队 同学 车手 棋手 歌手 作品 城市 国家 学校 高校 企业 公司 车队 马匹 骑手 "
    "赛车 候选人 参评 参评单位 评委 国家和地区 经济体 县 区 市 镇 村"
)
"""Who is ranked, behind the number of them."""
OTHER_RANKING = (
    "全国 世界 全球 全省 全市 国际 亚洲 总榜 总排名 总成绩 去年 上年 上届 往届 此前 之前 预赛 资格赛 初赛 复赛 半决赛 决赛 积分榜 年终 历史 去年 上次 "
    "另一 另外 别的 其他 第一阶段 分组 小组 年级 全县 行业 赛季 种子 号码 编号 序号 签号"
)
"""Where one of these stands between, the rank may be one in another ranking."""
OUTSIDE = "跌出 掉出 无缘 之外 以外 未能 没能 未进 没进 落选 止步 挤出 退出 不在 排除 出局 未入 由 从 原 去年 上年 上届 上一 此前"
"""What says that a rank lies outside, or was held before."""
PASSING = "晋级 出线 入围 获奖 领奖 直接晋级 参赛 升级 升班 保送 录取 进入 获得 可获 参加 入选 得奖 颁奖 有奖"
"""What those may do who are ranked high enough."""
LUCKY = "最好 较好 最佳 递补 替补 外卡 附加 弃权 退赛 补录 扩大 成绩最 退出 依次 顺延 例外 特许 破格 增补 名额"
"""What lets others in as well."""
RISES = "追到 追 上升 升 跃升 攀升 提升 前进 前移 进步 晋升 上移 跃居 飙升 蹿升 升至 升到 升为 跃至 跃升至 跃升到 提高 提前 反超 爬升 追 赶 挺进"
"""A rank that gets better: its number gets smaller."""
FALLS = "掉下 下降 降 滑落 下滑 跌 跌落 掉 后退 退步 后移 退 落 滑 下跌 跌至 跌到 降至 降到 掉到 退至 退到 下移 跌去 退后 倒退 下挫"
"""A rank that gets worse."""
EARLIER = "去年 上年 上届 上次 上一届 上一次 上一轮 上赛季 上季度 上月 上期 上学期 此前 之前 先前 原先 原来 前次 前一年 前一届 期中 入学时 开学时 年初 赛前 月初 上半年 上周 往年"
"""What dates a rank before the other."""
