"""What may stand in a credit: characters that names do not hold, words that are no names, houses with several titles."""

NOT_IN_NAMES = frozenset(
    "？！?!，。、；：,.;:“”‘’（）()《》【】…—0123456789０１２３４５６７８９的了吗呢吧啊么怎什哪谁您你我他她它们这那是不没"
)
"""Characters that no credited person's name has."""

NOT_NAMES = frozenset(
    "编辑 记者 本报 综合 网络 责编 责任编辑 未知 佚名 匿名 管理员 编辑部 本网 小编 转载 原创 来源 值班 校对 审核 摄影 "
    "实习 通讯员 新闻 中国 人民 关注 点击 更多 返回 分享 首页 标题 正文 图片 视频 广告 推荐".split()
)
"""Words that stand in the slot of a name and are none."""

NAME_LIKE = frozenset("某")
"""甲某 and the like are placeholders that a desk may list."""

HOUSES: tuple[frozenset[str], ...] = (
    frozenset("人民网 人民日报 人民日报海外版 人民日报客户端 人民视频 人民网-人民日报 人民网-人民日报海外版".split()),
    frozenset("新华社 新华网 新华每日电讯 新华视点 新华社客户端".split()),
    frozenset("中新社 中新网 中国新闻网 中国新闻社".split()),
    frozenset("央视网 央视新闻 中央电视台 央视 CCTV 央广网 中央广播电视总台 总台央视 央视新闻客户端".split()),
    frozenset("光明日报 光明网".split()),
    frozenset("经济日报 中国经济网 经济日报-中国经济网".split()),
    frozenset("中国青年报 中青在线 中国青年网 中青网".split()),
    frozenset("科技日报 中国科技网".split()),
    frozenset("工人日报 中工网".split()),
    frozenset("农民日报 中国农网".split()),
    frozenset("法治日报 法制日报 法治网".split()),
    frozenset("中国日报 中国日报网".split()),
    frozenset("解放军报 中国军网".split()),
    frozenset("环球时报 环球网".split()),
    frozenset("北京日报 京报网 北京日报客户端".split()),
    frozenset("解放日报 上观新闻".split()),
    frozenset("南方日报 南方网 南方+".split()),
    frozenset("浙江日报 浙江在线 潮新闻".split()),
    frozenset("新华日报 交汇点新闻".split()),
)
"""Names under which one house publishes: a source and an agency of one house do not contradict each other."""
