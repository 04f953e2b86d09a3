"""Words of games: who wins, who loses, what the scores of parts are called; data only."""

WINS = (
    "战胜 击败 险胜 力克 大胜 完胜 取胜 获胜 小胜 全胜 轻取 力擒 智取 淘汰 横扫 横扫对手 逆转 逆转取胜 逆转击败 拿下 送走 斩落 挑落 掀翻 赢下 赢得 赢了 胜出 夺冠 折桂 登顶 捧杯 卫冕 完胜对手 大败 "
    "击退 速胜 巧取 复仇 斩获胜利 收获胜利 告捷 报捷 惨胜 绝杀 力压 力挫 胜"
)
"""Verbs of those who have the greater score."""
LOSES = "不敌 告负 惜败 落败 负于 败给 输给 败北 失利 惨败 完败 败下阵来 遗憾出局 落马 输掉 输球 小负 惜负 饮恨 败走 折戟 吞下败仗 失守 遭淘汰 遭逆转 遭横扫 遭绝杀 负 败 输"
"""Verbs of those who have the lesser score."""
DRAWS = "战平 握手言和 打平 逼平 言和 战成平局 平分秋色 踢平 扳平 追平"
"""Verbs of those whose scores are equal."""
LEADS = "领先 占得先机 占先 先声夺人"
TRAILS = "落后 处于下风"
UNREAL = (
    "没能 未能 未 险些 差点 如果 若 只要 即使 假如 有望 希望 力争 誓言 预测 曾经 被 遭 让 除非 只需 需要 不是 而非 需"
)
"""Where one of these stands before the score, the words tell of something else, or of the other side."""
PRAISED = "的比分 的总比分 的大比分 的总分 的悬殊比分 的微弱优势 的战绩 的成绩 大比分 总比分 的局分 的场分 的盘分"
ADVERBS = "力 险 惊险 艰难 轻松 逆转 再次 主场 客场 涉险 爆冷 干净利落 干净利落地 干脆利落地 又 再 双双 一举 强势 苦战 点球 加时 最终 遗憾 不幸 惊险地 轻松地 成功 意外 连续 如愿 顺利 直落三局 直落两局 直落三盘 直落两盘 兵不血刃 先 首战"
"""What may stand between a score and its verb."""

SUM_WORDS = "单节 各节 四节 节比分 半场 两个半场 小节"
"""Parts of a game whose scores add up."""
FOUGHT = "苦战 鏖战 激战 大战 血战 恶战 力战 战罢 打满 战至 战满 耗时 打了 经过 历经 争夺 战到 较量 角逐 拼杀 厮杀 斗满"
"""What leads to the number of sets that were played."""
WON_BY = "小胜 险胜 大胜 取胜 获胜 惜败 告负 落败 优势 之差 的优势 的差距 的领先 小负 完胜 之先 胜出 净胜"
"""What follows the number of points that somebody won by."""
WON_BEFORE = "净胜 仅胜 只胜 领先 落后 多得 分差 赢 输 胜 负 相差 仅差 只差 狂胜 豪取"
"""What leads to it."""
PENALTIES = "点球 罚 扣 扣除 弃权 弃赛 判负 判 让 加时 附加赛 决胜局制 胜制 改判"
"""Where one of these is said, points and scores are reckoned otherwise."""
