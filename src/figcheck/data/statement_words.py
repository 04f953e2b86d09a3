"""Words around a figure that say nothing of what it is: patterns for the reading of statements across articles."""

FILLING = (
    "约|近|超过|超|达到|达|高达|多达|为|是|有|共有|共|共计|合计|累计|总计|已|已经|仍|还|再|也|均|就|只|仅|突破|实现|完成|"
    "增至|增加到|上升到|提高到|升至|降至|下降到|减少到|增长|下降|减少|增加|提高|上升|同比|环比|比上年|比去年|较上年|较去年|了|到|至|在|"
    "近年来|大约|大概|将近|接近|不足|不到|逾|至少|最多|最高|最低|平均|各|其中|分别|：|:| |　|，"
)
"""Taken away from the end of the words before a figure."""

HEADS = (
    "据悉|据了解|据介绍|据统计|数据显示|统计显示|其中|目前|截至目前|今年|去年|前年|今年以来|近日|日前|同时|此外|另外|而|但|且|并|"
    "[0-9０-９]{2,4}年|[0-9０-９]{1,2}月份?|[0-9０-９]{1,2}日|上半年|下半年|全年|前三季度|[一二三四]季度|截至|年底|年末|，|、|：|:| |　"
)
"""Taken away from the beginning of a clause."""

NOTHING = frozenset("这里 那里 我们 他们 大家 记者 全部 一共 总共 现有 共有 另有 还有 包括 以及 参加 超过 达到".split())
"""What may be left and names no measure."""
