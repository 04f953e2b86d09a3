"""Words around lists and the counts that go with them: what is listed, what leads to a list, what leaves it open; data only."""

CONJUNCTIONS = "以及 还有 和 与 及 跟 暨 或"
"""What stands between the last two things of a list, and inside a thing as well."""
NO_JOINS = "埃及 和平 和谐 共和 呼和 和田 和县 和龙 和顺 和静 参与 涉及 普及 波及 温和 缓和 祥和 调和 中和 饱和 柔和 跟踪 跟进 跟随 及时 及格 与会"
"""Words in which a character that joins two things is none."""
OPEN_LIST = (
    "等 等等 之类 诸如 例如 比如 譬如 如 像 其中 包括 包含 涵盖 主要 部分 尤其 特别是 以及其他 及其他 和其他 其他 其它 其余 另外 另有 另 还有 "
    "除 除了 以外 之外 多个 若干 有的 个别 有关 相关 上述 一行 为首 为代表 率领 带领 领衔 为主 牵头"
)
"""Where one of these is said, the list is not all, or the count is of something else."""

PERSON_COUNTERS = frozenset("人 名 位 员".split())
KIND_COUNTERS = frozenset("类 种 项 样 色 方面 门 科 款 档 点 条 大类 环节 领域 层面 维度 板块 篇章 单元 部分".split())
STATE_COUNTERS = frozenset("国 国家 省 省份 省区 市 城 城市 县 区 州 镇 乡 村".split())
"""Of the places, those whose names are the things counted even behind 的: 来自巴西、埃及、泰国的三国."""
PLACE_COUNTERS = frozenset(
    "国 省 市 县 区 州 镇 乡 村 地 港 岛 城 校 院 馆 站 队 国家 省份 城市 地区 县市 省市 省区 省区市 区县 县区 市县 乡镇 镇街 街道 社区 路 处 座".split()
)
LISTED_NOUNS = (
    "国家 国 城市 省份 省 市 县 区 州 旗 镇 乡 村 村子 街道 社区 小区 地区 景区 赛区 片区 部门 单位 机构 委办局 品种 品牌 学科 科目 专业 民族 语种 节气 字 词 词语 关键词 季节 方向 板块 展区 主题 "
    "系列 阶段 环节 步骤 领域 行业 产业 方面 层面 维度 要素 指标 项目 大项 小项 栏目 单元 篇章 章节 部分 类别 门类 种类 剧种 剧目 节目 曲目 车站 车型 站点 码头 口岸 港口 机场 岛屿 支队 代表队 球队 队 班级 年级 学院 学校 高校 中学 小学 "
    "车间 工厂 企业 公司 银行 医院 影片 作品 展馆 场馆 博物馆 村庄 自然村 行政村 县城 古镇 街区 商圈 市场 平台 系统 兄弟 姐妹 姊妹 孩子 儿子 女儿 弟子 徒弟 成员 队员 选手 学生 老师 教师 医生 护士 航天员 嫌疑人 同学 朋友 伙伴 "
    "工种 岗位 奖项 条件 原因 特点 问题 任务 举措 措施 目标 难题 亮点 优势 方案 原则 要求 建议 意见 步 环"
)
"""Nouns whose things can be named one by one."""
CLAUSED_NOUNS = (
    "任务 重点任务 工作 重点工作 方面 措施 举措 条件 原因 问题 要求 建议 意见 特点 目标 办法 原则 对策 好处 变化 难题 亮点 优势 关系 机制 服务 承诺 环节 步骤 内容 规定 政策 行动 工程 困难 好事 实事 转变 突破 禁令 纪律 "
    "标准 主张 倡议 共识 成果 经验 做法 启示 看点 关键 重点 途径 渠道 方式 方法 理由 诉求 职责 功能 情形 行为 类型 阶段 层次"
)
"""Nouns for what is told in clauses: 三项任务：稳定生产，改善环境，……"""
LIST_OPENERS = "分别涉及 分别针对 分别聚焦 分别关于 分别围绕 分别是 分别为 依次是 依次为 分别叫 分别来自 分别位于 分别设在 他们是 它们是 她们是 这就是 就是 即 也就是 分别 依次"
"""What leads from a count to its list, besides a colon, a dash or a bracket."""

ENUMERATORS = (
    "首先 其次/第二/再者 再次/第三/再者/然后/接着 最后/第四/此外/另外 第五/最后 第六/最后 第七 第八 第九 第十",
    "一是 二是 三是 四是 五是 六是 七是 八是 九是 十是",
    "第一， 第二， 第三， 第四， 第五， 第六， 第七， 第八， 第九， 第十，",
    "其一 其二 其三 其四 其五 其六 其七 其八 其九 其十",
    "一要 二要 三要 四要 五要 六要 七要 八要 九要 十要",
    "一则 二则 三则 四则 五则 六则 七则 八则 九则 十则",
    "一来 二来 三来 四来 五来 六来 七来 八来 九来 十来",
    "第一条 第二条 第三条 第四条 第五条 第六条 第七条 第八条 第九条 第十条",
    "第一步 第二步 第三步 第四步 第五步 第六步 第七步 第八步 第九步 第十步",
    "第一批 第二批 第三批 第四批 第五批 第六批 第七批 第八批 第九批 第十批",
    "一、 二、 三、 四、 五、 六、 七、 八、 九、 十、",
    "（一） （二） （三） （四） （五） （六） （七） （八） （九） （十）",
    "（1） （2） （3） （4） （5） （6） （7） （8） （9） （10）",
    "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩",
    "一看 二看 三看 四看 五看 六看 七看 八看 九看 十看",
    "一查 二查 三查 四查 五查 六查 七查 八查 九查 十查",
    "第一是 第二是 第三是 第四是 第五是 第六是 第七是 第八是 第九是 第十是",
    "老大 老二 老三 老四 老五 老六 老七 老八 老九 老十",
    "第一个 第二个 第三个 第四个 第五个 第六个 第七个 第八个 第九个 第十个",
)
"""Rows of what numbers the things of a list, in order."""
ENUMERATED = (
    "方面 任务 重点任务 工作 举措 措施 办法 条件 原因 问题 要求 建议 意见 特点 目标 原则 好处 变化 难题 亮点 优势 环节 步骤 内容 规定 行动 困难 好事 实事 转变 突破 主张 倡议 共识 成果 经验 做法 启示 看点 重点 "
    "途径 方式 方法 理由 诉求 阶段 情形 条 点 项 条意见 条建议 件事 件 件大事 步 招 关 道题 个字 愿望 心愿 个 种 类 层 重 句 句话 大 批 阶段 门 份 女儿 儿子 孩子 子女 兄弟 姐妹"
)
"""Nouns and counters whose things are told with 一是, 二是."""

STATES = "中 美 英 法 德 日 韩 俄 印 意 加 澳 巴 朝 越 泰 蒙 缅 老 柬 马 新 菲 沙 伊 埃 南 哈 吉 塔 乌 土 欧"
"""States by one character: 中日韩三国."""
PROVINCES = "京 津 冀 晋 辽 吉 黑 沪 苏 浙 皖 闽 赣 鲁 豫 鄂 湘 粤 桂 琼 渝 川 黔 滇 藏 陕 甘 青 宁 新 蒙 港 澳 台"
"""Provinces by one character: 苏浙皖三省."""

RANK_TAKING = "获得 获 夺得 夺 摘得 包揽 分获 分列 位列 位居 占据 取得 赢得 进入 跻身 晋级 杀入 闯入 入围 排名 排在 荣获 斩获 拿下 分别获得 分别获 依次获得 列"
"""What those do who are named before 前三名."""
RANK_SHARED = "并列 同为 同获 名次相同 成绩相同 不分"
"""Where one of these is said, there may be more than the rank's number."""
NUMBERED = "期 等 级 号 楼 线 类 批 队 组 中 小 区 班 档 院 连 营 团 师 标 标段 阶段"
"""Counters of what bears a number, so that 一期 is the first one: 一期, 二期."""
