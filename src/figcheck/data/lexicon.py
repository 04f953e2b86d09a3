NOT_FIGURES = frozenset("一带一路 进一步 统一 一定 一些 三亚 四川".split())
NEUTRAL_SERIES = frozenset()
