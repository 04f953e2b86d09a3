"""What stands around figures that are written against the standard, and what only looks so; data only."""

COUNTERS_OF_APPROXIMATION = (
    "十 百 千 万 亿 个 岁 成 里 天 名 位 人 次 家 米 公里 倍 元 块 毛 分钱 斤 公斤 吨 亩 小时 分钟 秒 条 只 件 辆 张 间 口 步 遍 户 番 趟 头 棵 株 把 杯 瓶 碗 篇 首 艘 架 栋 排 双 对 场 句 份 台 座 所 艘 筐 袋 车 "
    "年 周 星期 个月 点钟 块钱 里路 里地 米高 尺 寸 丈 匹 朵 根 颗 粒 滴 片 群 堆 桌 处 道菜 代人 笔 封 盏 壶 桶 盆 招 拨 盘 单 圈 串 窝 股 幅 枚 副 面 顶 床 幢 盒 箱 罐 捆 担 支 枝 回 声 口人 顿 餐 席 缸 度 摄氏度"
)
"""What 三四 or 七八 may count when it means about so many."""
ORDINALS_AHEAD = "第 星期 周 礼拜 初 年级 高 初中 大 小 上午 下午 版 图 表 卷 册 组 班 队 区 楼 桥 路 号 线 段 章 节 条 款 项 老 阿 排 期 、 几 数"
"""What stands before 三、四 where it names the third and the fourth."""
ORDINALS_BEHIND = "年级 年代 年段 年期 年制 分之 号 线 级 等 楼 层 单元 期 季度 月份 月 日 章 节 版 环 中 小 批 组 班 队 名决赛 名争夺 名的争夺 名之争 名对决 位数 十年代 产业 类 档 次会议 次全 次产业 届 大 者 道 个五年 人制"
"""What stands behind it there."""
JI_WORDS = "几乎 几何 几内亚 几近 几经 几度 几时 几许 几分钟前 几率 几案"
"""Words that begin with 几: 10几乎 is 10 and 几乎."""
DOUBLED = (
    "元 吨 公里 千米 公斤 千克 亩 公顷 平方米 立方米 平方公里 厘米 毫米 米 斤 小时 万元 亿元 美元 欧元 人民币 人次 % ％ 个百分点 千瓦 千瓦时 万千瓦 兆瓦 摄氏度 ℃ 辆 艘 棵 株 公升 升 岁 倍 元人民币 "
    "万人次 分钟 平方千米 枚 名 个 年 家 次 项 条 件 位 座 所 里 人 户 台 天 场 套 份 瓶 箱 斗 尾 羽"
)
"""Units that are never said twice, though the word behind a figure and its unit may begin with the same character."""
BEGUN_BY_UNIT: dict[str, str] = {
    "名": "师校牌家单词称额义人气下列将士流胜",
    "个": "人体性别案税月股百子头个中",
    "年": "份轻龄级度底初末均产会味代间前后中内夜货关终检费租来事糕谷画薪",
    "家": "庭长属乡电禽具企政族园家国常里中门人用居装教",
    "次": "日品生要数序元于次贷新",
    "项": "目链圈",
    "条": "件例款约形文目理条纹带幅",
    "件": "均数套",
    "位": "于居置列次数移处",
    "座": "谈位椅机堂右标落",
    "所": "以有在属得谓需长",
    "里": "面程外应海弄里下约",
    "人": "均员民口大才力工气数群次们人体生类事物选参",
    "户": "均籍主外口型用内",
    "台": "湾风式账阶州上下历灯东北中南独胞商面球",
    "天": "气然津使文空候天下地花生安河山门水",
    "场": "馆地均景次所合面外边内上下记租",
    "套": "房餐件装娃现路",
    "份": "额子",
    "元": "宵旦素老首帅勋件气月年代朝曲杂始凶青谋",
    "吨": "位级桶",
    "亩": "均产数",
    "米": "饭粉面粥线酒糕汤油价袋粒醋兰莱仓尺色白黄行国",
    "升": "级高温至幅值学任迁腾华旗空入降格到起学",
    "岁": "月末首尾数",
    "倍": "增感受加数率速",
    "斤": "两",
    "分钟": "",
    "人次": "",
    "尾": "数气随声盘矿款",
    "羽": "毛绒翼",
    "箱": "子体包",
    "瓶": "子装盖颈",
    "斗": "争志",
    "株": "洲高型距",
    "棵": "",
    "枚": "",
    "辆": "",
}
"""Characters that make a word with the unit before them: 200元元宵礼盒."""
MEASURED = (
    "全长 总长 总长度 线路长 线路全长 总里程 里程 长约 长度 宽度 高度 深度 总面积 占地面积 建筑面积 占地 面积 总投资 投资额 总库容 库容 总产量 亩产 重量 净重 总重 体重 身高 海拔 总装机容量 装机容量 "
    "蓄水量 供水能力 处理能力 资金 补贴资金 油价 电价 水价 气价 价格 收购价 限速 单果重 增收 补贴 补助 奖励 工资 月薪 年薪 租金 房租 罚款 年收入 月收入 定价 标价 均价 成本 月租 押金 学费 门票 直径 周长 跨度 间距 相距 厚度 水深 载重 净含量 容量 功率 用电量 用水量 耗电 时长 车程 温度 风速 距离 重约 重达 深达 宽达 宽约 高约 深约 日产量 年产量 产量 总价 售价 单价 票价 总额 销售额 营业额 交易额 成交额 产值 总产值 身长 车速 时速 气温 水温 水位 降雨量 总里程达 存款 贷款 捐款"
)
"""Measures that no one can read without a unit."""
UNITLESS = "号码 号 房间 房间号 门牌 门牌号 排名 名次 排在 位列 均分 平均分 指数 评分 得分 比分 系数 率 比 pH PH 值 级 分值 均分 分 倍数 编号 版本 型号 代码 股 开分"
"""Measures that have none."""
TO_A_TIME = (
    "第三季度 第二季度 第一季度 第四季度 晚上 晚间 傍晚 早上 清晨 深夜 下周 目前 现在 今年 今天 今日 今晨 今早 去年 上年 前年 本月 本周 本季 上月 上周 上个月 昨天 昨日 昨晚 前天 当年 当日 当时 此时 此刻 发稿 记者 北京时间 当地时间 上午 下午 晚上 凌晨 中午 午夜 月底 年底 年末 月末 季末 "
    "三季度 二季度 一季度 四季度 上半年 报告期 收盘 开盘 本报 笔者 统计 调查结束"
)
"""What makes 截止 before it mean 截至."""
DEADLINES = (
    "报名 申报 申请 投稿 征稿 征集 投票 预约 预售 登记 缴费 认购 竞拍 投标 招标 填报 评选 已 于 未 将 不 正式 提前"
)
"""What 截止 itself ends: 报名截止."""
FAR_HEDGES = "最多 至多 顶多 充其量 至少 最少 起码 不超过 超过 大约 大概 差不多 将近"
"""Hedges that may be parted from their figure by a verb: 最多可申领500元."""
BETWEEN = (
    "有 为 是 需 需要 要 在 达 达到 可 可以 能 能够 花 花费 用 占 申领 申请 领取 获 获得 得到 容纳 享受 补助 补贴 奖励 报销 贷款 贷 借 存 购买 购 使用 停留 停放 接待 坐 装 载 领 拿 带 买 发 投入 持续 维持 保持 停 住 等 等待 走 跑 睡 休息 支付 支出 收取 缴纳 缴 交 提高 "
    "降低 减少 增加 节约 节省 提前 推迟 延长 于 到"
)
"""What may stand between such a hedge and its figure."""
SIDES = (
    "左右两 左右二 左右各 左右手 左右侧 左右岸 左右逢 左右翼 左右开弓 左右摇 左右对称 左右转 前后两 前后各 前后共 前后历 前后排 前后任 前后用 前后有 上下游 上下级 上下班 上下学 上下左右 上下两 上下铺 上下车 上下楼 上下层 上下联动 "
    "内部 内外 内陆 内地 内资 内需 内容 内置 以上所 以下简称 以内部"
)
"""What is no hedge behind a figure."""
AMOUNTING = "保持在 控制在 维持在 稳定在 降到 升到 涨到 上调 下调 每升上调 每升下调 已经 不到 不足 为 是 达 达到 约 近 超 超过 共 仅 只有 均 已 高达 增至 升至 降至 在 有 卖到 卖 按 付 给"
"""Verbs between a measure and its figure."""
PER = "斤 公斤 千克 克 吨 亩 公顷 平方米 平米 立方米 方 度 公里 千米 人 户 头 只 张 箱 瓶 盒 份 小时 天 月 个月 年 株 棵 袋 件 辆 次 升 公升 千瓦时 晚 间 桶 条 本 餐 课时"
"""What a price is asked for one of."""
SAME_MEASURE = "公里 千米 里 平方米 平米 公斤 千克 斤 吨 元 块 块钱 万元 亿元 个百分点 百分点 % ％ 小时 个小时 分钟 公顷 亩 美元 厘米 公分"
"""Units that no other unit of their kind stands before: 3%个百分点, 12公里里."""
MEASURES_BEHIND_DECIMALS = (
    "% ％ ‰ 万 亿 元 美元 欧元 港元 英镑 公里 千米 米 厘米 毫米 里 平方米 平方公里 平方千米 立方米 立方 公顷 亩 吨 公斤 千克 克 毫克 斤 升 毫升 度 ℃ 摄氏度 倍 个百分点 百分点 个基点 小时 分钟 秒 千瓦 "
    "千瓦时 兆瓦 吉瓦 伏 海里 英里 英寸 英尺 平米 兆 兆赫 岁 年半 级地震 级左右 毫克 微克 微米 纳米 吉字节 分贝 帕 千帕 兆帕 千卡 卡路里 公分 丈 尺 成"
)
"""What may be counted in decimals, so that a mark between two digits before it is a spoilt decimal point."""
CURRENCY_WORDS = "元 元人民币 人民币 人民币元 块 块钱 美元 美金 欧元 英镑 日元 港元 港币 澳元 加元 韩元 卢布 卢比 泰铢 瑞士法郎 新元 新加坡元 新台币 台币 圆"
"""Names of money behind a figure."""
CURRENCY_SIGNS = "HK$ US$ NT$ A$ C$ S$ ￥ ¥ $ ＄ € £ ￡ ₽ ₩ ₹ CNY RMB USD EUR GBP HKD JPY 人民币 美元 欧元 英镑 港币 日元"
"""Signs and words for money before a figure."""
MONEY_OF_SIGN: dict[str, str] = {
    "HK$": "港元 港币",
    "HKD": "港元 港币",
    "港币": "港元 港币",
    "US$": "美元 美金",
    "USD": "美元 美金",
    "$": "美元 美金",
    "＄": "美元 美金",
    "美元": "美元 美金",
    "NT$": "新台币 台币",
    "A$": "澳元",
    "C$": "加元",
    "S$": "新元 新加坡元",
    "￥": "元 元人民币 人民币 人民币元 块 块钱 圆 日元",
    "¥": "元 元人民币 人民币 人民币元 块 块钱 圆 日元",
    "CNY": "元 元人民币 人民币 人民币元 块 块钱 圆",
    "RMB": "元 元人民币 人民币 人民币元 块 块钱 圆",
    "人民币": "人民币 元人民币 人民币元",
    "€": "欧元",
    "EUR": "欧元",
    "欧元": "欧元",
    "£": "英镑",
    "￡": "英镑",
    "GBP": "英镑",
    "英镑": "英镑",
    "₽": "卢布",
    "₩": "韩元",
    "₹": "卢比",
    "JPY": "日元",
    "日元": "日元",
}
"""Which words behind a figure say again what the sign before it says; all others contradict it."""
FALLING = (
    "下降 减少 降低 下跌 跌 亏损 负增长 回落 下滑 缩减 萎缩 减 降 降幅 跌幅 降幅为 跌幅为 降幅达 跌幅达 负债 亏 贬值 减产 减收 缩水 下挫 下探 收窄 下调 调低 减持 赤字 逆差 零下 减亏 滑落 走低 降温 衰退 收缩 下行 倒退 亏空"
)
"""Words that say the sign of the figure behind them, so that a minus says it twice."""
SIGN_BETWEEN = "了 约 近 达 达到 为 至少 超 超过 幅度为 幅度达"
"""What may stand between such a word and its figure."""
RATES: dict[str, tuple[str, str]] = {
    "hour": ("每小时 时速 每时", "小时 时 h H"),
    "second": ("每秒 秒速 流速", "秒 秒钟 s"),
    "minute": ("每分钟 每分", "分钟 分 min"),
    "day": ("每天 每日 日均 日产 日供水", "天 日 d"),
    "month": ("每月 每个月 月均", "月"),
    "year": ("每年 年均 年产", "年 a"),
    "person": ("每人 人均 每位", "人"),
    "household": ("每户 户均", "户"),
    "mu": ("每亩 亩均 亩产", "亩"),
    "hectare": ("每公顷", "公顷"),
    "tonne": ("每吨", "吨 t"),
    "jin": ("每斤", "斤"),
    "kilogram": ("每公斤 每千克", "公斤 千克 kg"),
    "square": ("每平方米 每平米 每平方", "平方米 平米 平方 ㎡ m²"),
    "cube": ("每立方米 每方 每立方", "立方米 立方 m³"),
    "kilowatt-hour": ("每度 每千瓦时", "度 千瓦时"),
    "litre": ("每升", "升 L"),
    "head": ("每头", "头"),
    "tree": ("每株 每棵", "株 棵"),
    "ticket": ("每张", "张"),
    "box": ("每盒 每箱", "盒 箱"),
}
"""What a rate is for one of: how it is said before the figure, and behind 每 or a stroke after it."""
MEANS: dict[str, str] = {
    "day": "日均 每天 每日 天均",
    "month": "月均 每月 每个月",
    "year": "年均 每年",
    "week": "周均 每周",
    "person": "人均 每人",
    "household": "户均 每户",
    "mu": "亩均 每亩 亩产",
    "hour": "时速 每小时",
    "second": "秒速 每秒",
    "class": "班均 每班",
    "shop": "店均 每店",
    "school": "校均 每校",
    "village": "村均 每村",
}
"""Words that each say that a figure is the mean over so many of one kind."""
