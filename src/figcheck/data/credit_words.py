"""Words for the parts that people have in an article, and what fills their slots without being a name; data only."""

MODIFIERS = "学生 校园 校报 大学生 随行 前方 派驻 夜班 白班 本报 本版 本期 本网 本台 本刊 本文 本栏 值班 执行 责任 新媒体 网络 文字 图片 视频 实习 见习 特约 首席 全媒体 融媒体 融媒 高级 资深 特派 总 副 客户端 视觉 流程 本站"
"""What may stand before a role: 值班, 本版, 首席."""
ROLES = (
    "责任编辑 责编 编辑 记者 通讯员 实习生 校对 审核 审校 审读 审签 终审 复审 初审 一审 二审 三审 一校 二校 三校 监制 主编 美编 策划 统筹 编委 签发 编审 撰稿 撰稿人 撰文 执笔 采写 供稿 作者 摄影 摄像 图片 供图 制图 版式 版面 "
    "主播 主持 主持人 导播 编导 导演 指导老师 指导教师 指导 版式设计 版面设计 美术编辑 文字编辑 视频剪辑 运营 主任 剪辑 后期 配音 播音 翻译 编译 出镜 采访 文案 总监 组版 排版 核稿 责校 检校 校审 主笔 网编 制片人 制片 出品人 监审 审读 校核 指导教练 小记者"
)
"""Roles that a blank or a bar may part from their slot."""
BARE_ROLES = "文 图 文字 视频 设计 整理 出品 制作 摄 音频 海报 漫画 图表 编 审 校 稿"
"""Roles that stand in prose as well: only a bar makes them a label."""
PICTURE_ROLES = "图 图片 供图 制图 视频 设计 摄 音频 海报 漫画 图表 出品 制作 后期 文案 策划 统筹 供稿 稿 版式 版面 组版 排版 剪辑 监制"
"""Roles that houses, services and readers fill as well: there only a button or a blank to be filled is a slip."""
PLACEHOLDERS = (
    "待补 待定 待填 待核 待核实 待确认 待查 待添加 空缺 某某 某某某 某某人 XX XXX XXXX xx xxx ×× ××× ＸＸ ＸＸＸ ○○ ○○○ ** *** TBD TODO N/A null None undefined 未填 未填写 请填写 请输入 请补充 请选择 填写 输入 补充 占位 占位符 示例 "
    "测试 默认 无名 空 （空） 此处 模板 变量 姓名 名字 ？？ ？？？ ?? ???"
)
"""What waits for a name, or what a program leaves where one is lacking."""
NAVIGATION = (
    "点击 关注 请输入 请填 扫码 姓名 下一篇 上一篇 下一页 上一页 朋友圈 回复 展开 收起 全文 查看 跳转 链接 复制 打赏 赞赏 在看 置顶 弹幕 倍速 静音 全屏 刷新 重试 加载 提交 取消 确定 关闭 设为 举报 投诉 订阅 订购 购买 优惠 限时 抢购 包邮 热卖 红包 免费 抽奖 客服 "
    "人力资源部 人事部 财务部 市场部 技术部 广告部 发行部 后勤部 办公室 行政部 信息中心 客服部 保卫科 会议室 值班室 以下是 以上是 稿件 润色 改写 生成 好的 作为 抱歉 模型 人工智能 小雨 大雨 多云 晴天 星期 "
    "版权 扫一扫 预约挂号 浏览次数 返回 顶部 收藏 登录 注册 下载 打印 长假 黄金周 配图 图说 说明 流程 结束 通过 删除 提示 警告 错误 失败 勿 禁止 必填 选填 暂缺 乱码 粘贴 剪切 撤销 保存 撤回 已读 未读 退回 驳回 签收 待办 备注 附件 草稿 截图 导出 同步 上传"
)
"""Words of buttons, shops, offices and machines that no name contains."""
HOUSE_WORDS = "报道 摄影报道 摄 摄影 文 图 文图 图文 文/图 整理 综合 供图 供稿 发自 实习 见习 等 合作 联合 编译 采写 撰文 据 受访者 受访者供图 资料图 资料图片 网络 视觉中国 图虫 新华社发 参与采写 参与 来源 特约 电话 邮箱 微信 热线 QQ 作者系 系"
"""What stands beside names in their slots: what they did, who sent them, how to reach them."""
FURNITURE_AHEAD = "本期 本版 本刊 本报 本栏 今日 昨日 上期 下期 每日 每周 相关 更多 精彩 热门 热点 最新 推荐 内容 新闻 栏目 专题 图片 视频 重点 重要 主要 详细 文章 稿件 版面 头版 二版 三版 四版 网页 页面 特别 延伸 猜你 为您 编辑 作者 记者 原文 全文 电子 数字 智能"
"""What may stand before a word for a part of a page: 本期 导读, 相关 阅读."""
FURNITURE = (
    "导读 要闻 阅读 推荐 新闻 链接 报道 内容 资讯 提要 目录 预告 速览 速递 快讯 简讯 摘要 专栏 栏目 专题 版面 头条 广告 专版 专刊 导航 搜索 排行 排行榜 热点 热搜 话题 评论 图集 直播 回放 公告 通知 启事 声明 提示 说明 备注 附件 "
    "关键词 关键字 标签 索引 编者按 按语 引言 导语 电头 正文 标题 副标题 主标题 小标题 引题 肩题 副题 图说 图注 题图 配图 插图 首图 头图 封面 封底 页码 期号 期数 字号 字体 字数 标点 行距 页眉 页脚 水印 栏头 报头 报眼 刊头 版头 版式 版次 "
    "来源 出处 稿源 日期 地点 地址 单位 部门 职务 岗位 人员 电话 手机 邮箱 网址 编号 序号 类别 类型 状态 进度 流程 权限 密码 账号 用户名 验证码 二维码 公众号 小程序 客户端 电子版 数字报 手机报 网页版 手机版 电脑版 纸质版 修订版 样刊 样报 样张 "
    "大样 小样 清样 校样 初稿 定稿 终稿 时评 时讯 文摘 连载 朗读 赛程 副刊 草稿 底稿 原稿 来稿 退稿 存稿 备稿 撤稿 发稿 送审 待审 未审 已审 过审 审定 已阅 同意 不同意 通过 驳回 退回 签批 批示 上版 下版 换版 拼版 截稿 付印 开印 "
    "宋体 黑体 楷体 仿宋 加粗 斜体 下划线 居中 左对齐 右对齐 缩进 首行缩进 换行 空格 回车 插入 替换 查找 修订 批注 样式 格式 模板 表格 图标 图层 截图 滤镜 特效 字幕 片头 片尾 封图 转场 "
    "收到 好的 明白 谢谢 辛苦了 早安 晚安 早上好 下午好 晚上好 你好 大家好 哈哈 呵呵 加班 下班 上班 开会 休假 请假 调休 出差 在线 离线 隐身 忙碌 今日 昨日 明日 上午 下午 晚上 晴转多云 "
    "责任声明 版权所有 上接 下转 续完 未完待续 完结 下期预告 往期回顾 读者来信 有奖 中奖 优惠 机器人 人工智能 自动生成 智能校对 校对软件 语音识别 测试 样例 示例 占位 空白 默认"
)
"""Words for parts of pages, forms and programs, and of the desk's talk, which nobody bears as a name."""
MENU_ENDS = (
    "须知 挂号 缴费 信箱 邮箱 导航 概况 公告 公示 启事 征订 指引 门诊时间 就诊指南 次数 人次 点击量 浏览量 阅读量 访问量 下载量 播放量 大中小 字体 字号 模式 背景色 书签 "
    "公开 查询 办理 解读 招生 就业 招聘 价目表 行情 油价 开奖 彩票 气温 空气质量 刊号 零售价 数字报 网安备 备案 备案号 必究 转载 许可 授权 条款 地图 友情链接 咨询 互动 "
    "首页 本页 窗口 订阅 本站 本栏 技术支持 法律顾问 出诊 出诊信息 一键三连 点赞 扫码 党建引领 惠民政策 营商环境 健康科普 办事大厅 校园风光 院系设置 师资力量 专家介绍 游戏 打扰 "
    "小程序 稿费 邮编 邮发代号 网址 订价 定价 统一刊号"
)
"""What entries of menus and switches end in, with whatever words before them: 预约 挂号, 就诊 须知, 字体 大中小."""
PLACE_ENDS = "现场 门前 门口 一角 一隅 路口 上空 附近 旁边 院内 室内 岸边 街头 桥头 村口 田间 地头 车间 家中 途中 楼下 楼顶 山顶 东侧 西侧 南侧 北侧 广场 展厅 大厅 施工中 全景 远景 近景"
"""What says where a picture was taken, not by whom."""
PAGE_SIGNS = (
    r"[^\W\d_]{0,4}(?:第|共|[见接转])?[A-DＡ-Ｄ]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十头首末]{1,3})版(?:要闻)?|[^\W\d_]{1,6}版|[A-DＡ-Ｄ][0-9]{1,2}"
    r"|(?:每份|全年|零售)[^\W_]{1,5}元|第[^\W_]{1,5}[期号页届卷]|(?:农历|公历|阴历|阳历)[^\W_]{1,8}|星期[一二三四五六日天]"
    r"|(?:清明|中秋|端午|重阳|国庆|劳动|元宵|儿童|青年|妇女|教师|建军|建党|春|植树)节"
    r"|(?P<act>[^\W\d_])一(?P=act)"
)
"""Numbers and names of pages, prices, days, and a button that asks for something (扫一扫)."""
EDITING_BODIES = (
    "融媒体中心 融媒中心 新媒体中心 全媒体中心 采编中心 新闻中心 编辑部 编辑室 编辑组 编委会 总编室 采编部 新闻部 通联部 网信办 网信中心 宣传部 宣传科 宣传处 宣传办 记者站 记者团 学通社 通讯社 报社 党委 团委 党办 党群部 "
    "党群工作部 工作室 文稿组"
)
"""What the names of bodies end in that edit pages in an editor's stead."""
PERSONAL_ROLES = ("实习生", "实习记者", "见习记者", "实习编辑", "见习编辑")
"""Roles that no house or office fills."""
PLAIN_ROLES = "记者 通讯员 责编 编辑 校对 审核 审校 审读 一审 二审 三审 初审 复审 终审 主编 签发 编审 值班编委"
"""Roles that people fill under the names that they have."""
WRITING = "文 文字 撰文 采写 撰稿 记者 作者"
"""Roles of whoever wrote: a role for pictures in the same line has somebody's name."""
SHOWN = "图片 供图 视频 音频 海报 漫画 图表 出品"
"""Roles behind whose words also stands what is to be seen or heard: 视频：大桥今日通车."""
OPEN_ROLES = "作者 文 文字 撰文 绘图 插图 设计 制图 剪辑 后期 文案 供稿"
"""Roles that pen names, accounts and houses fill as well."""
PEN_ROLES = "摄影 摄 撰稿 执笔"
"""Roles that pen names fill as well, but hardly of everyday words."""
SECTIONS = "新闻 在线 周刊 看台 频道 专刊 副刊 版 观察 热线 要闻 周末 时事"
"""What the names of sections end in."""
SOURCES = "法院 检察院 医院 银行 支行 局 公司 政府 学校 大学 中学 小学 幼儿园 街道 社区 居委会 村委会 派出所"
"""What institutions end in that send news and have no reporters: 记者 中级人民法院."""
CHECKING = "审核 审签 终审 签发 监制 监审 三审 审定"
"""Roles that whoever holds a post may fill with the post alone: 终审：校长."""

OFFICE_ENDS = (
    "办公室 科 股 处 室 办 部 局 厅 署 庭 委 所 站 院 队 组 社区 街道 镇 乡 村 中心 公司 集团 政府 工会 团委 党委 党支部 协会 学会 商会 联合会 残联 "
    "妇联 文联 社联 侨联 工商联 支行 分行 银行 医院 法院 检察院 学校 中学 小学 大学 学院 幼儿园 管委会 居委会 村委会 委员会 服务台 车间 门诊 项目部 事业部"
)
"""What the names of offices and institutions end in."""
SITE_KEEPERS = frozenset("管理员 网站管理员 系统管理员 信息员 本站 站长 网管 编辑部 值班员 文书".split())
"""Who keeps an institution's site, without a name."""
NO_OFFICES = frozenset(
    "此处 到处 处处 何处 好处 用处 深处 长处 出处 来处 全部 内部 外部 局部 上部 下部 部 各部 本科 百科 专科 学科 开办 举办 主办 承办 协办 代办 待办 督办 查办 经办 创办 快办 网上办 马上办 "
    "一次办 指尖办 布局 格局 结局 大局 全局 开局 排队 组队 入队 归队 车站 到站 下一站 上一站 本科室 重组 编组 分组 改组 教室 会议室 休息室 卧室 乡 下乡 返乡 家乡 故乡 进村 驻村 山村".split()
)
"""Words that end as the names of offices do."""
NO_PART_OF_OFFICES = "的 为 是 请 让 我 你 您 他 她 把 了 吗 呢 吧 啊 返回 回到 顶部 底部 点击 查看 关注 转发 分享 扫码 下载 收藏 打开 进入 加入 联系我 欢迎 坚持 围绕 立足 走进 走访 深入 赶赴 来到 探访 参观 喜迎 爱我 热爱 建设好 振兴 助力 共建 共享"
"""Words of buttons, slogans and sentences, not of offices: 返回顶部, 以人民为中心."""
PRESS_ENDS = "报 报社 日报社 通讯社 新华社 中新社 杂志社 周刊 月刊 杂志 网 台 新闻 头条 客户端 融媒 融媒体 融媒体中心 融媒中心 全媒体中心 传媒 传媒集团 报业集团 广电集团 广播电视台 电视台 电台 卫视 频道 频率"
"""What the names of news houses end in."""
NO_PRESS = (
    "通报 简报 海报 预报 播报 汇报 上报 填报 申报 见报 登报 喜报 战报 速报 官网 电网 管网 路网 水网 政府网 政务网 门户网 信息网 平台 服务台 前台 后台 "
    "气象台 天文台 地震台 灶台 官方客户端 政务客户端 政务新媒体 本网 互联网 上网 内网 外网 校园网"
)
"""What ends as they do and is none, or is an institution's page."""
OWNERS = "大学 学院 中学 小学 学校 校园 校 医院 法院 检察院 政府 政务 公司 集团 局 厅 委 街道 协会 银行 公安 税务 教育 卫健 工会 党建 机关 院"
"""In a site's name these say that an institution keeps it."""
