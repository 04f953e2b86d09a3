"""Words of rankings: who is ranked, how a rank is led, what moves it; data only."""

RANKED = "排 排在 排到 排名 位列 名列 位居 列 居 位于 名次 获 获得 名次为 跑了 夺得 获得了 以 以小组 取得 跻身 掉到 升到 得 拿到 考 考了 考到"
"""What leads to a rank that somebody holds."""
FIELD = (
    "选手 参赛 参加 报名 学生 考生 运动员 队伍 球队 参赛队 代表队 同学 车手 棋手 歌手 作品 城市 国家 学校 高校 企业 公司 车队 马匹 骑手 "
    "赛车 候选人 参评 参评单位 评委 国家和地区 经济体 县 区 市 镇 村 州 省份 省区 乡 街道 社区 部门 单位 机构 园区 景区 班级 支队 大队 医院 银行 品牌 车企 房企 小区 省 起跑线 站上 同场 角逐 争夺 同台"
)
"""Who is ranked, behind the number of them."""
OTHER_RANKING = (
    "全国 世界 全球 全省 全市 国际 亚洲 总榜 总排名 总成绩 去年 上年 上届 往届 此前 之前 预赛 资格赛 初赛 复赛 半决赛 决赛 积分榜 年终 历史 去年 上次 "
    "另一 另外 别的 其他 第一阶段 分组 小组 年级 全县 行业 赛季 种子 号码 编号 序号 签号 百强 500强 榜单 排行榜 入围 上榜 入选"
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
EARLIER = "去年 上年 上届 上次 上一届 上一次 上一轮 上赛季 上季度 上月 上期 上学期 此前 之前 先前 原先 原来 上轮 前次 前一年 前一届 期中 入学时 开学时 年初 赛前 月初 上半年 上周 往年"
"""What dates a rank before the other."""
BEHIND_ONLY = "仅次于 只次于 仅少于 仅低于 仅逊于 仅落后于 仅落后 仅输给 只输给 仅排在 仅慢于 仅小于 仅短于 仅高于"
"""What leads to all those who are ranked before somebody."""
BEHIND = "次于 落后于 低于 少于 逊于 不及 排在"
"""What leads to those ranked before, with their figures."""
TOP = "首位 榜首 首席 头名 第一位 第一名 冠军 第一 一等奖 领跑 夺冠 折桂 夺魁 问鼎 摘金 金牌得主 率先撞线 率先冲线 率先到达 率先冲过 第一个撞线 第一个冲线 第一个冲过 居首 拔得头筹 拔头筹 独占鳌头"
"""The first place."""
OPPOSITES = "多少 高低 大小 快慢 长短 强弱 重轻 深浅 远近 贵便 热冷 厚薄 宽窄".split()
"""By one character each: what the first one has most of, 最多, and what the last one has, 最少."""
MOST, LEAST = ("".join(pair[side] for pair in OPPOSITES) for side in (0, 1))
RANKED_HIGH = "分 票 环 枚 金 金牌 人次 辆 台 件"
"""Units by which those are first who have most, where nothing says so."""
SECOND, THIRD = "其次 次席 亚军 二等奖 摘银 银牌得主 排第二 屈居第二", "再次 季军 探花 三等奖 摘铜 铜牌得主"
"""The second place and the third."""
GROWS = "递增 上升 增长 增加 提高 走高 攀升 回升 上涨 扩大 升高 提升 涨"
SHRINKS = "递减 下降 减少 回落 走低 降低 下滑 下跌 缩小 收窄 萎缩 跌 降"
"""Which way a series of figures runs."""
OVERTAKES = "连超 连追 超越 赶超 超过 反超 追过 连过 甩掉"
"""What those do who gain places in a race."""
MORE_THAN = "高于 多于 大于 快于 长于 重于 高过 多过 快过 高出 超过 超出 领先于"
LESS_THAN = "低于 少于 小于 慢于 短于 轻于 不及 不如 落后于 逊于 仅次于 次于 矮于 逊色于"
"""What compares the figure before it with that of another."""
TABLE = "领跑 居首 领先 榜首 首位 第一 积分榜 排行榜 奖牌榜 金牌榜 得票榜 排名 名次 数排 多少排 高低排 轮过后 轮战罢 暂列头名 位居第一 拔得头筹"
"""What says that names with figures stand in the order of their ranks."""
HOLDS_RANK = (
    "守住 保住 暂列 暂居 暂时排在 暂时排名 位居 位列 名列 排名 排在 排 列 居 获得 获 得 拿到 拿下 屈居 仍是 稳居"
)
"""What leads to the rank that one of them holds."""
OTHER_TABLE = "目标 力争 争取 去年 上届 上轮 上赛季 冲击 冲 升至 升到 追 从 由 人均 增速 增幅 历史 此前 曾 全国 世界 将 若 如果 有望 跌 降 比赛 单场"
"""What says that a rank is one of another table, or of another time."""

BOUNDED_RATES: tuple[str, ...] = tuple(
    (
        "合格率 及格率 优秀率 优良率 良品率 出勤率 到课率 到岗率 到会率 到场率 缺勤率 迟到率 满意率 办结率 投票率 得票率 支持率 反对率 识字率 文盲率 "
        "成活率 存活率 治愈率 有效率 命中率 胜率 升学率 录取率 就业率 失业率 准确率 正确率 错误率 正点率 准点率 知晓率 空置率 出租率 "
        "贫困发生率 近视率 死亡率 致死率 病死率 感染率 发病率 患病率 检出率 阳性率 破案率 成功率 失败率 完好率 绿化率 绿地率 森林覆盖率 植被覆盖率 "
        "绿化覆盖率 机收率 机播率 机械化率 城镇化率 电气化率 自动化率 国产化率 完赛率 淘汰率 及时率 应答率 参与率 签约率 履约率 违约率 逾期率 不良率 "
        "回访率 复购率 退货率 好评率 差评率 辍学率 报到率 缺考率 出油率 出米率 损耗率 残疾率"
    ).split()
)
"""Shares of all those who could: none of them is more than a hundred percent. Not among them are rates that may be, as
they are counted: 普及率 of telephones, 巩固率 and 接种率 where people move in, 含水率 of wood."""
