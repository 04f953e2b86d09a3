"""Words that stand around the places of date lines and bodies; data only."""

WHENCE = "从 自 由 去 赴 到 往 飞 回 返回 离开 来自 前往 赶往 原籍"
"""What stands before a place from which somebody came, or to which somebody goes."""
MUNICIPALITIES = "北京 上海 天津 重庆"
"""Cities that are provinces."""
WITH_BUREAUS = "深圳 厦门 青岛 大连 宁波"
"""Cities other than capitals from which agencies report on their neighbours."""
TAKES_PLACE = (
    "举行 举办 召开 开幕 启幕 揭幕 闭幕 落幕 开赛 收官 收拍 结营 开营 结业 开馆 开园 开业 开展 启动 启用 启航 通车 开通 投用 投产 揭牌 挂牌 签约 颁奖 鸣枪 起跑 开跑 亮相 上演 首演 开演 登场 开讲 开唱 开演 开打 开售 开抢 开工 开放 开闸 开渔 开船 开航 开街 开市 开课 开考 开拍 "
    "发车 首发 发射 起飞 靠泊 开工 竣工 封顶 合龙 奠基 宣判 开庭 开锣 开犁 开镰 开捕 开渔 布展 展出 巡演 路演 演出 培训 比武 演练 集结 出征 迎来"
)
"""What says that something takes place where the words before it are."""
LOCAL_HOUSES = "日报 晚报 晨报 早报 快报 都市报 新闻网 新闻 发布 融媒 融媒体 网 报 电视台 广播电视台 观察 在线 传媒 客户端 广播 时报 导报"
"""What the name of a place's own paper or office has behind the place."""
AHEAD_OF_NAMES = (
    "来到 走进 走到 走上 走出 抵达 前往 奔赴 赶到 位于 地处 坐落于 途经 路过 穿过 经过 通往 记者在 记者从 日在 日从 来自 进驻 落户 回到 "
    "喜欢 成立 加入 邀请 联系 联合 携手 举办 参观 走访 探访 采访 介绍 关于 通过 成为 共建 支持 感谢 负责 建设 建成 登记 转移 如今 目前 现在 今年 去年 昨天 今天 近日 日前 随后 当天 当晚 下一步 接着 最后一天"
)
"""Words behind which the name of a place or a house begins."""
TOLD_BY_LAST = "关 观 岩 崖 祠 井"
"""What names of places end in that in other places are common words."""
