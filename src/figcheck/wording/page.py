"""Words of the HTML page: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "page.title": ("figcheck 核对报告", "figcheck report"),
    "page.findings": ("问题 {total} 处", "{total} findings"),
    "page.figures": ("数字 {total} 处", "{total} figures"),
    "page.rule": ("规则", "rule"),
    "page.all_rules": ("全部规则", "all rules"),
    "page.keys": (
        "点数字看依据；j、k 在问题间移动，Esc 关闭",
        "click a figure to see what it rests on; j and k move between findings, Esc closes",
    ),
    "page.unreadable": ("另有 {count} 个文件读不了，未列在这里", "{count} more files could not be read"),
    "page.contents": ("稿件目录", "articles"),
    "page.article": ("稿件", "article"),
    "page.where": ("问题在文中的位置", "where in the text the findings stand"),
    "page.fine": (
        "未发现问题。没有依据的数字仍须人工核对。",
        "Nothing found. Figures that rest on nothing must still be checked by hand.",
    ),
    "page.list": ("全部数字（{total}）", "all figures ({total})"),
    "page.close": ("关闭", "close"),
    "page.foot": (
        "由 figcheck 生成：同样的稿件、台账、规则和日期，得到同样的结果。",
        "Made by figcheck: the same article, ledger, rules and date give the same result.",
    ),
}
