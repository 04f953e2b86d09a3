"""Words by which statements are read that can be compared across articles: who, what, for what time, and what is unsure."""

YEAR_ON_YEAR = "同比 比上年同期 较上年同期 比去年同期 较去年同期 比上年 较上年 比去年 较去年"
MONTH_ON_MONTH = "环比 比上月 较上月"
SINCE_YEAR_END = "较上年末 比上年末"
"""What a change is measured against, by what means the same; changes against anything else are compared with none."""

BESIDE_CHANGES = "按可比价格计算 幅度 名义 实际"
"""Words beside those of a change that say how it was worked out."""

TIME = (
    r"(?:截至|截止|到|至|自|从|在|于)?(?<![比较])(?:"
    r"(?:(?:[12][0-9]{3}|[12〇零一二三四五六七八九○]{4})年度?|今年|去年|前年|上年|本年|当年|明年|年内)(?:全年)?(?:以来)?的?"
    r"|(?:上半年|下半年|全年|同期|年底|年末|年初|月底|月末|月初)"
    r"|第?[一二三四1-4]季度|前[二三两]季度|前(?:[0-9]{1,2}|[一二三四五六七八九十]+)个?月"
    r"|[0-9]{1,2}月?份?(?:[—–至到-]|——)[0-9]{1,2}月份?|[0-9]{1,2}(?:月份?|日|号)|[一二三四五六七八九十]{1,2}月份?"
    r"|本月|上个?月|当月|本季度|上季度|昨天|今天|昨日|今日|当天|当日|目前|当前|如今|现在|现(?![行代金场货役象存状有为已])|近日|日前"
    r")+(?:底|末|初|中旬|上旬|下旬)?(?:[，,]?(?:当地时间|晚间|上午|下午|晚|凌晨))?"
)
"""An expression of time as it stands around a name or a measure."""

AROUND_TIMES = "截至止到在于自从，的"
"""Characters at either end of an expression of time that don't make it another time."""

OPENERS = (
    "据悉 据了解 据介绍 据统计 据初步统计 据不完全统计 数据显示 统计显示 统计数据显示 截至目前 同时 此外 另外 而 但 但是 不过 因此 "
    "与此同时 其间 期间 累计 共计 总计 合计 一共 总共 共 已经 已 现已 还 也 又 仍 则 先后 陆续 首次 如今 至此 至今 记者获悉"
)
"""Words at the head of a clause, or before a measure, that say nothing of whose figure it is and of what."""

LEVELS = (
    "约 近 超 超过 逾 达 达到 高达 多达 为 是 有 共 共有 共计 合计 累计 总计 总共 一共 已 已经 仍 还 也 就 只 仅 突破 实现 完成 增至 增加到 "
    "上升到 上升至 提高到 提高至 升至 升到 降至 降到 下降到 下降至 减少到 减少至 增长到 增长至 扩大到 扩大至 了 到 至 大约 大概 将近 接近 不足 不到 "
    "约为 约达 已达 已有 现有 已超 已超过 已突破 稳定在 保持在 维持在 站上 跃上 迈上 首次突破 首次超过 取得 录得 的"
)
"""Words before a figure that only lead to it."""

TOTALS = "累计 总计 一共 总共 合计"
"""Beside a single month or day: counted from the beginning, not in that stretch alone."""

AS_OF = "截至|截止|[年月度季]底|[年月度季]末|期末"
"""The figure is what had come to be by then, not what came in that time."""

DOUBTS = (
    r"预计|预期|预测|估计|估算|计划|力争|目标|有望|规划|争取|确保|如果|假设|倘若|假如|万一|至少|最多|最高|最低|最大|最小|可能|或许|大概率|"
    r"据说|传闻|网传|传言|谣|误|每(?![年日月周亩]均)|单日|单笔|单场|单次|单月|单店|其中|其余|另有|其他|其它|部分|相当于|折合|约合|一度|曾|"
    r"此前|年前(?![0-9一二三四五六七八九十两])|那时|当时|原来|原有|原为|原先|最初|当初|以往|过去|未来|届时|以来|年来|年间|期间|期内|时期|可达|可望|能达|能够|可以|可容纳|拟|若|"
    r"(?<![自理缘因])由(?![于来])|从(?![事业而容])|将(?![军士领])|要(?![素求点])|应(?!用|急|收|届|对|付|变|聘)|力求|除|不含|剔除|扣除|"
    r"相比|相较|倍|分别|依次|前者|后者|两者|之一|到20[0-9]{2}年|平均|人均|户均|日均|月均|年均"
)
"""Expressions in a sentence before a figure with which it is no plain fact of the one who is named, or not of all of it."""

IN_PIECES = (
    r"[他她它其这那此该我您你哪谁啥们]|(?<!占)比(?![重例赛分率亚])|较(?!场|量)|和(?!田|平|谐|县|解)|与(?!会)|及|以及|或|(?<![人户日月年])均(?!价|线|匀|衡)|"
    r"不(?!动产|锈|良)|未(?!成年)|没|非(?!遗|洲|物质|公|金|税|营|农)|位居|排名|表示|认为|指出|介绍|希望|要求|提出|说|称(?!职|号)|让|使(?!用|命|馆)|把|被|"
    r"为|是|的话|如|因|高于|低于|多于|少于|超出|共(?![享同建产和])|随着|通过|作为|根据|按照|对(?!外|口|华|象|虾)|向(?!日葵)|给|但|而|且|则|也|就(?![业医读诊近餐地])|又|才|更|再(?!生|制造)|只|仅|还(?!款|林)|"
    r"着(?!陆|装)|过(?!境|路|桥|夜|滤|往)|时(?!速|间|尚|装|长)|后(?!备|勤|续)|前(?!海|滩|沿)|[里中](?=$)|同比|环比|增长|下降|减少|增加|上升|回升|回落"
)
"""Pieces of what leads to a figure that join it to something else: such words are no name of a measure."""

BEGINNINGS = (
    "成立 创建 创办 创立 始建 兴建 建成 落成 竣工 开馆 开园 开业 挂牌 通车 开通 投用 投产 开工 奠基 并网 诞生 创刊 首发"
)
"""What a body or a work did once, at one date."""

GROWING = "遇难|死亡|身亡|丧生|受伤|伤亡|失踪|失联|被困|转移|疏散|确诊|病例|感染|获救|救出|生还|受灾|倒塌|停电|轰炸|击落|袭击|报名|浏览|播放|点击|取消|延误|击退|控制|缴获|预订|预售|订票"
"""Counts that go up by the hour: two of the same day may both have been right."""

ALWAYS = (
    "全长 总长 总长度 线路长度 线路总长 线路全长 正线全长 正线长度 正线总长 桥长 桥梁全长 隧道全长 全桥长 主跨 主桥跨度 海拔 占地 占地面积 总占地面积 总建筑面积 建筑面积 "
    "总投资 总投资额 项目总投资 设计时速 总库容 水库总库容 坝高 最大坝高 总装机容量 装机容量 装机规模 总装机规模 注册资本 总高度 设计年吞吐能力 设计通过能力 水域面积 座位数"
)
"""Measures of a work that do not change from year to year: no period is needed to compare them."""

WORKS = (
    "高铁 铁路 高速公路 高速 大桥 特大桥 隧道 水库 水电站 电站 核电站 抽水蓄能电站 风电场 机场 运河 灌区 公园 湿地公园 图书馆 博物馆 美术馆 科技馆 "
    "体育馆 体育场 体育中心 文化中心 会展中心 大剧院 码头 港区 油田 气田 产业园 工业园 工程 项目 大坝 地铁 轻轨 号线 城际 公路 大道"
)
"""What such works are called at the end of their names; their measures are their own."""

MORE_BODIES = (
    "港 海关 海事局 农业农村厅 农业农村局 车站 口岸 综合保税区 保税区 自贸港 经开区 广场 剧场 电视塔 书店 支队 法院 检察院 "
    "轨道交通 热电厂 水厂 交易所 动物园 植物园 古镇 古城 景区 足球队 股份 科技 重工 药业 酒业 乳业 钢铁 石化"
)
"""More endings of names of bodies, beside those that ledgers are learnt by."""

EVENTS_TOO = "全运会 亚运会 奥运会 残运会 冬奥会 进博会 广交会 服贸会 消博会 文博会 高交会 链博会 数博会 世博会 园博会 农博会 茶博会 书博会 漫博会"
"""Events that go by short names."""

ABROAD = (
    "美国 英国 法国 德国 日本 韩国 俄罗斯 印度 意大利 加拿大 澳大利亚 巴西 墨西哥 西班牙 荷兰 瑞士 瑞典 波兰 土耳其 沙特 阿联酋 伊朗 以色列 埃及 南非 尼日利亚 "
    "印度尼西亚 印尼 马来西亚 新加坡 泰国 越南 菲律宾 老挝 柬埔寨 缅甸 蒙古国 哈萨克斯坦 乌兹别克斯坦 巴基斯坦 阿根廷 智利 秘鲁 乌克兰 欧盟 欧元区"
)
"""Countries abroad whose figures come up."""

NO_NAMES_BEGIN = (
    "完成 抵达 到达 带动 定制 联合 改造 建成 建设 借助 依托 通过 利用 据 新 一 两 三 四 五 六 七 八 九 十 几 多 每 各 全 本 我 该 某 那 这 其 另 另外 随着 围绕 针对 推动 推进 支持 帮助 "
    "组织 开展 举办 参加 参与 走进 来到 进入 前往 位于 地处 作为 根据 按照 经过 经 从 由 向 对 与 和 及 让 使 将 把 被 给 为 以 因 于 自 在 到 至 近 已 仅 只 连 "
    "覆盖 服务 惠及 吸引 汇聚 培育 打造 拥有 设立 设有 新建 新增 投资 投入 引进 实现 实施 探索 加强 加快 加大 发挥 提升 提高 促进 保障 确保 优化 深化 扩大 拓展 创建 当地 同一 整个 部分 许多 不少 "
    "农村 城市 城乡 乡镇 老旧 规模化 规上 年度 国际 世界 全球 海外 目前 如今 今年 去年 记者 游客 市民 群众 企业 公司 学生 老师 专家 代表 政府"
)
"""What names of bodies and places never begin with, but other words that end as names do."""

NO_BODY_BEHIND = "人(?![口均])|队|女排|男排|女足|男足|男篮|女篮|共产党|特色|全国|各|驻|籍|代表团|选手|运动员|政府|外交部|国防部|式|人大|政协|总工会|妇联|元首|总统|总理|首相|主席"
"""Behind the name of a country: somebody or something else is meant than the country."""

GENERIC = (
    "规模化 规上 农村 老旧 年度 一条条 办公 楼宇 数智 管控 "
    "国有 国营 民营 私营 外资 中外合资 合资 大型 中小型 中小 小型 微型 小微 上市 保险 基金 证券 互联网 科技 物流 房地产 地产 建筑 航空 公立 私立 民办 公办 社区 乡镇 县级 "
    "市级 省级 区级 基层 三甲 三级 二级 定点 综合 专科 中医 高等 普通 职业 重点 地方 当地 附近 多家 部分 有关 相关 各级 各地 各类 各 所有 其他 这些 那些 新 老 旧 大 小 高速 高新 智慧 "
    "现代 工业 农业 生态 自然 国家级 国家 中央 省 市 县 区 镇 乡 村 级 家庭 农民 专业 全省 全市 全县 全区 全校 全院 我省 我市 我县 我区 本市 本省 我们 他们 公司 集团 企业 银行 医院 学校 "
    "一家 两家 该 这家 那家 某 主要 核心 骨干 龙头 头部 传统 新型 数字 线上 线下 海外 境外 国外 国内 中国 我国 外国 跨国 战略 产业 行业 专项 大数据 人工智能 商业 政策 开发 互助 "
    "支线 干线 枢纽 城市 城乡 农村 乡村 山区 沿海 内陆 西部 东部 中部 东北 长江 黄河 省内 市内 县内 区内 国际 世界 全球 全国 建设 新建 在建 改建 扩建 首个 首座 首条 项目 重大 工程 "
    "服务 管理 信息 数据 运营 指挥 调度 物资 活动 会议 新闻 比赛 体育 文化 教育 医疗 卫生 养老 交通 客运 货运 旅游 购物 消费 金融 贸易 出口 进口 投资 研发 创新 创业 孵化 培训 检测 监测 "
    "试验 实验 示范 特色 精品 优质 高端 智能 绿色 低碳 环保 能源 电力 水利 水务 燃气 供热 供水 供电 矿业 机械 汽车 电子 化工 纺织 食品 医药 生物 材料 钢铁 煤炭 石油 化学"
)
"""What stands before an ending of names without making a name of it: 国有企业, 定点医院, 高新技术产业园."""

SPEAKS_FOR = "负责人|相关负责人|有关负责人|党委书记|董事长|总经理|院长|馆长|校长|行长|场长|站长|会长|理事长"
"""Behind the name of a body: its own man, who speaks of it."""

OVERSEERS = "局|厅|部|委|办|署|厅|海关|协会|学会|商会|联合会|研究院|研究所|研究中心|委员会|政府"
"""Ends of the names of bodies that speak of others rather than of themselves."""

PLACED = r"(?:在|走进|来到|步入|走近|位于)"
"""Before a name at the head of a sentence: what follows is told of that place."""

COMPANY = r"(?:股份|控股|集团|实业|科技)*(?:有限)?(?:责任)?(?:公司|集团)"
"""What a name may go on with."""

NATIONAL_SOURCES = (
    "国家统计局 海关总署 国家能源局 中国人民银行 商务部 工业和信息化部 工信部 文化和旅游部 交通运输部 国家外汇管理局 国家税务总局 人力资源和社会保障部 农业农村部 "
    "水利部 教育部 财政部 国家邮政局 中国民航局 民航局 国家电影局 国家林草局 自然资源部 中国物流与采购联合会 中国汽车工业协会 中国钢铁工业协会 国铁集团 国家铁路局 国家发展改革委 国家移民管理局"
)
"""Bodies whose figures are of the whole country, where their sentence names no other place."""

RELEASING = "数据显示|统计显示|公布|发布|消息|获悉|介绍|统计|最新数据|监测显示|了解到|通报|披露"
"""Words of a clause that tells where figures come from, and is not about whom they are."""

REVISIONS = "修订|修正|核实|核定|最终核算|最终数|初步核算|初步统计|初步测算|快报|初值|终值|调整为|更正|订正|复核|重新核算|重新统计|上修|下修|经普查|普查后|口径调整|可比口径"
"""Words by which a figure is told to be one that was, or will be, revised."""
