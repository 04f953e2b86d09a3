"""Words for the parts that people have in an article, and what fills their slots without being a name; data only."""

MODIFIERS = "夜班 白班 本报 本版 本期 本网 本台 本刊 本文 本栏 值班 执行 责任 新媒体 网络 文字 图片 视频 实习 见习 特约 首席 全媒体 融媒体 融媒 高级 资深 特派 总 副 客户端 视觉 流程 本站"
"""What may stand before a role: 值班, 本版, 首席."""
ROLES = (
    "责任编辑 责编 编辑 记者 通讯员 实习生 校对 审核 审校 审读 审签 终审 复审 初审 一审 二审 三审 一校 二校 三校 监制 主编 美编 策划 统筹 编委 签发 编审 撰稿 撰稿人 撰文 执笔 采写 供稿 作者 摄影 摄像 图片 供图 制图 版式 版面 "
    "主任 剪辑 后期 配音 播音 翻译 编译 出镜 采访 文案 总监 组版 核稿 责校 检校 校审 主笔 网编"
)
"""Roles that a blank or a bar may part from their slot."""
BARE_ROLES = "文 图 文字 视频 设计 整理 出品 制作 摄 音频 海报 漫画 图表 编 审 校 稿"
"""Roles that stand in prose as well: only a bar makes them a label."""
PICTURE_ROLES = (
    "图 图片 供图 制图 视频 设计 摄 音频 海报 漫画 图表 出品 制作 后期 文案 策划 统筹 供稿 稿 版式 版面 组版 剪辑 监制"
)
"""Roles that houses, services and readers fill as well: there only a button or a blank to be filled is a slip."""
PLACEHOLDERS = (
    "待补 待定 待填 待核 待核实 待确认 待查 待添加 空缺 某某 某某某 某某人 XX XXX XXXX xx xxx ×× ××× ＸＸ ＸＸＸ ○○ ○○○ ** *** TBD TODO N/A null None undefined 未填 未填写 请填写 请输入 请补充 请选择 填写 输入 补充 占位 占位符 示例 "
    "测试 默认 无名 空 （空） 此处 模板 变量 姓名 名字 ？？ ？？？ ?? ???"
)
"""What waits for a name, or what a program leaves where one is lacking."""
NAVIGATION = (
    "点击 关注 请输入 请填 扫码 姓名 下一篇 上一篇 下一页 上一页 朋友圈 回复 展开 收起 全文 查看 跳转 链接 复制 打赏 赞赏 在看 置顶 弹幕 倍速 静音 全屏 刷新 重试 加载 提交 取消 确定 关闭 设为 举报 投诉 订阅 订购 购买 优惠 限时 抢购 包邮 热卖 红包 免费 抽奖 客服 "
    "人力资源部 人事部 财务部 市场部 技术部 广告部 发行部 后勤部 办公室 行政部 信息中心 客服部 保卫科 会议室 值班室 以下是 以上是 稿件 润色 改写 生成 好的 作为 抱歉 模型 人工智能 小雨 大雨 多云 晴天 星期 "
    "返回 顶部 收藏 登录 注册 下载 打印 长假 黄金周 配图 图说 说明 流程 结束 通过 删除 提示 警告 错误 失败 勿 禁止 必填 选填 暂缺 乱码 粘贴 剪切 撤销 保存 撤回 已读 未读 退回 驳回 签收 待办 备注 附件 草稿 截图 导出 同步 上传"
)
"""Words of buttons, shops, offices and machines that no name contains."""
HOUSE_WORDS = "报道 摄影报道 摄 摄影 文 图 文图 图文 文/图 整理 综合 供图 供稿 发自 实习 见习 等 合作 联合 编译 采写 撰文 据 受访者 受访者供图 资料图 资料图片 网络 视觉中国 图虫 新华社发 参与采写 参与 来源 特约 电话 邮箱 微信 热线 QQ 作者系 系"
"""What stands beside names in their slots: what they did, who sent them, how to reach them."""
