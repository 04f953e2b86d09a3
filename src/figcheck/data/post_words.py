"""Posts and ranks that exclude each other, the houses that they belong to, and what stands behind a name; data only."""

LADDERS = (
    "主任医师 副主任医师 主治医师 住院医师 主任医生 主治医生 住院医生",
    "主任护师 副主任护师 主管护师",
    "教授 副教授 讲师 助教",
    "研究员 副研究员 助理研究员",
    "高级工程师 助理工程师 正高级工程师",
    "一级演员 二级演员 三级演员",
    "主任记者 高级记者 助理记者",
    "特级教师 高级教师 一级教师 二级教师",
    "上将 中将 少将 大校 上校 中校 少校 上尉 中尉 少尉",
    "一级警督 二级警督 三级警督 一级警司 二级警司 三级警司",
    "董事长 副董事长",
    "总经理 副总经理 财务总监 技术总监 运营总监 销售总监 人事总监",
    "主教练 助理教练",
    "队长 副队长",
    "班长 副班长",
    "检察长 副检察长",
    "审判长 审判员 书记员 人民陪审员 公诉人 辩护人",
    "机长 副驾驶 乘务长",
    "船长 大副 二副 轮机长",
    "总书记 副主席",
    "总理 副总理",
    "总统 副总统",
    "大使 总领事 参赞",
)
"""Ranks and posts of which nobody holds two at a time in one house."""
OTHER_POSTS = (
    "校长 副校长 院长 副院长 局长 副局长 厅长 副厅长 部长 副部长 处长 副处长 科长 副科长 所长 副所长 站长 副站长 馆长 副馆长 园长 副园长 厂长 副厂长 行长 副行长 主任 副主任 县长 副县长 市长 副市长 区长 副区长 镇长 副镇长 "
    "乡长 副乡长 省长 副省长 州长 副州长 村支书 党支部书记 党委书记 县委书记 市委书记 书记 会长 副会长 理事长 秘书长 总裁 副总裁 大臣 首相 外长 防长 教练 经理 技术员 店长 支队长 大队长 中队长 所长 教导员 政委 主席 副主席 "
    "社长 总编辑 台长 团长 导演 编剧 指挥"
)
"""Posts that one may hold in one house only."""
ORGANS = (
    "人民医院 中医院 中心医院 附属医院 医院 中学 小学 大学 学院 幼儿园 学校 有限公司 公司 集团 银行 研究所 研究院 博物馆 图书馆 美术馆 文化馆 派出所 公安局 教育局 气象局 林业局 农业局 水利局 财政局 交通局 税务局 "
    "法院 检察院 局 厅 委 县 市 区 镇 乡 村 社区 街道 州 厂 矿 站 队 馆 院 所 协会 商会 合作社 基金会 学会 支队 大队 中队 中心 剧团 乐团 报社 出版社 科 系"
)
"""What the names of houses end in, longest first."""
MINISTRIES = (
    "外交 国防 财政 商务 教育 科技 公安 司法 民政 农业 卫生 文化 交通 能源 环境 内政 经济 贸易 劳动 建设 水利 国土 统计 旅游 移民 工业 信息 通信 体育 安全 内务 矿业 渔业 林业 住房 央行 预算 商业 宣传 组织 统战 新闻 情报 "
    "警察 青年 妇女 灾害 食品 数字 航空 铁路 邮电 投资 规划 审计 监察 人事"
)
"""What ministers and heads of departments are in charge of."""
BEHIND_NAMES = (
    "靠 团队 等 一行 一边 率先 冲 跳 守 抱 背 扛 举 打 写 做 坐 说 表示 介绍 告诉 指出 认为 强调 透露 称 坦言 回忆 提醒 建议 把 给 在 向 对 将 和 与 也 还 又 都 就 便 则 正 已 已经 曾 从 为 带 主持 出席 参加 走 来 到 一 讲 说起 的 拿 接 站 笑 当 用 "
    "于 随 因 率 代表 宣布 致辞 发言 获 当选 连 再 提 回 今 昨 是 今年 近日 日前"
)
"""What may stand directly behind a name."""
NO_PART_OF_HOUSES = r"由|据|该国|该|当地|的|在|和|与|对|向|让|请|为|是|说|见到|看到|听|跟着|随|以及|及|、|邀请|采访|专家|问诊|如今|现在|现任|担任|任|兼|记者|从|会上|后|时|随后|之后|同行|介绍|本院|时|当天|这位|那位|身为|作为|典礼|仪式"
"""Where the words before a post end that belong to the house, as a pattern."""
NAMED_IN_QUOTES = (
    "行动 工程 计划 专项 活动 工作室 品牌 杯 号 模式 驿站 小队 课堂 平台 讲堂 特展 展 节 大会 大赛 赛 厅 馆 基地 项目 论坛 车间 班 队 团 服务队 之家 热线 指数 榜 奖 季 周 法 机制 系统 工作法 书屋 小屋 食堂 集市 市集 夜市 "
    "快线 专列 专线 窗口 联盟 党支部 微信群 小程序 公众号 直播间 晚会 音乐会 演唱会 读书会 志愿队 突击队 合唱团 剧团 乐队 广场 公园 街区 小镇"
)
"""What names in quotation marks end in, or are followed by."""
LAWS = "法 条例 办法 规定 意见 通知 决定 公告 细则 规划 纲要 方案 标准 指南 报告 目录 协定 公约 宣言 声明 公报 日报 晚报 时报 早报"
"""What titles end in of which many differ in one character rightly."""
COUNTING = (
    "〇零一二三四五六七八九十百千万上中下前后东西南北左右春夏秋冬甲乙丙丁戊新旧老续初终男女父母日月年早晚大小高低民刑"
)
"""Characters that tell the parts of a series, or the sides of one thing, apart."""
HOUSE_KINDS = (
    "有限公司 股份公司 公司 集团 银行 信用社 合作社 基金会 研究院 研究所 出版社 医院 中学 小学 学院 大学 幼儿园 博物馆 图书馆 美术馆 酒店 超市 工厂 剧团 药房 "
    "机械厂 纺织厂 化肥厂 水泥厂 机床厂 电机厂 造船厂 罐头厂 饭店 宾馆 民宿 书店 农庄 农场 牧场 茶厂 酒厂"
)
"""What names of houses end in."""
TRADES = (
    "光学 电子 科技 股份 药业 生物 制药 能源 汽车 重工 钢铁 水泥 化工 电力 电气 电器 软件 网络 传媒 置业 地产 证券 保险 基金 航空 物流 酒业 乳业 茶业 食品 纺织 服饰 家居 机械 机床 新材 材料 矿业 航运 船舶 重机 智能 环保 水务 "
    "燃气 通信 半导体 芯片 影业 文化 教育 农业 牧业 渔业 种业 林业 旅游"
)
"""What short names of companies end in; in other places these are common words."""
RENAMED_HOUSES = "更名 改名 改制 前身 合并 重组 原名 曾用名 旗下 子公司 母公司 姊妹 并购 收购 分立"
"""Words of a text that tells why a house has two names."""
