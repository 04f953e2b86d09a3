BEFORE = {
    w: h
    for h, ws in {
        "over": "超 超过 逾 突破 破 多于 高于 大于 已过 超出",
        "nearly": "近 接近 将近",
        "about": "约 大约 约为 约占 约有 大概",
        "under": "不足 不到 低于 少于 未满",
        "at_least": "至少 不少于 不低于 不下 不下于",
        "at_most": "最多 至多 不超过 不多于",
    }.items()
    for w in ws.split()
}
AFTER = {
    w: h
    for h, ws in {
        "at_least": "以上",
        "at_most": "以下 以内 之内 内",
        "about": "左右 上下 前后 许",
        "odd": "有余 开外 出头",
    }.items()
    for w in ws.split()
}
