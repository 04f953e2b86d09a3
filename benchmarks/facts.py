"""A number in, a ledger of that many facts out, about things that the news is full of."""

from __future__ import annotations

from itertools import islice, product

_SUBJECTS = (
    "中国 全国 国家统计局 商务部 文化和旅游部 国家能源局 中国人民银行 海关总署 农业农村部 水利部 "
    "北京 上海 广东 浙江 江苏 山东 四川 河南 湖北 福建 新疆 西藏 海南 长三角 粤港澳大湾区"
).split()
_MEASURES = (
    "粮食总产量 进出口总值 出口 进口 社会消费品零售总额 固定资产投资 规模以上工业增加值 发电量 装机容量 用电量 "
    "旅客 游客 旅游收入 快递业务量 货物吞吐量 新增就业 城镇化率 居民人均可支配收入 研发投入 专利 "
    "森林覆盖率 高铁里程 公路里程 新能源汽车产量 充电桩 5G基站 电影票房 医保参保人数 养老床位 在校生 "
    "高标准农田 播种面积 蔬菜产量 水产品产量 煤炭产量 原油产量 天然气产量 外商投资 贷款余额 存款余额"
).split()
_UNITS = ("亿元", "%", "万人次", "万吨", "万公顷")


def ledger_of(count: int) -> str:
    """The YAML of a ledger with `count` facts; each has a subject, a measure and a year of its own."""
    years = range(2024, 2024 - 1 - count // (len(_SUBJECTS) * len(_MEASURES)), -1)
    entries = islice(product(years, _SUBJECTS, _MEASURES), count)
    return "figcheck: 1\nfacts:\n" + "".join(
        f"  - subject: {subject}\n    measure: [{measure}]\n"
        f"    value: {10 + place * 7 % 89}.{place % 9 + 1}{_UNITS[place % len(_UNITS)]}\n    as_of: {year}\n"
        for place, (year, subject, measure) in enumerate(entries)
    )
