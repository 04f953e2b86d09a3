"""Words of init and hook, and the files that init writes: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "commands.init.short": ("给一个文件夹备好配置、台账和钩子", "write a first configuration, ledger and hook entry"),
    "commands.init.usage": ("用法：figcheck init [文件夹]", "Usage: figcheck init [DIR]"),
    "commands.init.about": (
        "写出带注释的 figcheck.toml、第一份台账 ledger.yaml 及其格式说明、pre-commit 的配置。已有的文件一概不动。",
        "Writes a commented figcheck.toml, a first ledger.yaml with its schema, and an entry for pre-commit. What is there "
        "already stays as it is.",
    ),
    "commands.init.examples": ("figcheck init\nfigcheck init 编辑部/", "figcheck init\nfigcheck init desk/"),
    "commands.init.option.folder": ("写到哪个文件夹（默认当前文件夹）", "where to (default: this folder)"),
    "commands.init.no_folder": ("{path} 不是文件夹", "{path} is no folder"),
    "commands.init.there": ("已有，不动：{path}", "there already, left alone: {path}"),
    "commands.init.written": ("写好：{path}", "written: {path}"),
    "commands.init.next": (
        "接下来：往 ledger.yaml 里记几条事实，再 figcheck check 稿件.txt",
        "next: put some facts into ledger.yaml, then figcheck check article.txt",
    ),
    "commands.hook.short": (
        "安装或卸下 git 提交前的核对",
        "install or remove a git hook that checks what is committed",
    ),
    "commands.hook.usage": ("用法：figcheck hook install|uninstall", "Usage: figcheck hook install|uninstall"),
    "commands.hook.about": (
        "不用 pre-commit 的人用这个：每次 git commit 之前核对暂存的稿件，有错误就不让提交。",
        "For those without pre-commit: before each git commit the staged articles are checked, and an error stops it.",
    ),
    "commands.hook.examples": (
        "figcheck hook install\nfigcheck hook uninstall",
        "figcheck hook install\nfigcheck hook uninstall",
    ),
    "commands.hook.option.action": ("install 安装，uninstall 卸下", "install or uninstall"),
    "commands.hook.foreign": (
        "{path} 已有别的钩子，没有动它；请在里面加一行：figcheck check --staged",
        "{path} holds another hook and was left alone; add this line to it: figcheck check --staged",
    ),
    "commands.hook.not_ours": (
        "{path} 不是 figcheck 装的，没有动它",
        "{path} is none of figcheck's and was left alone",
    ),
    "commands.hook.none": ("本来就没有装", "there is no hook to remove"),
    "commands.hook.installed": ("装好了：{path}", "installed: {path}"),
    "commands.hook.gone": ("卸下了：{path}", "removed: {path}"),
    "commands.hook.lost": (
        "figcheck 不见了：重新安装，或用 git commit --no-verify 跳过这一次",
        "figcheck is gone: install it again, or skip this once with git commit --no-verify",
    ),
    "init.configuration": (
        """\
# figcheck 的设置。每一项都可以不写；子文件夹里的 figcheck.toml 只写要改的几项，其余沿用这里的。
# 某篇稿件用的是哪些设置、写在哪里：figcheck config 稿件.txt

ledgers = ["ledger.yaml"]          # 台账，文件或文件夹，后面的优先
# rules = ["rules"]                # 本报自己的规则卡（figcheck rules new DESK001 --folder rules）
# select = ["FL", "FA"]            # 只用这些规则：代码、名称或字头；不写就是全部
# ignore = ["FN005"]               # 不用这些规则
# exclude = ["存档/"]               # 核对文件夹时略过的文件，写法同 .gitignore
# fail-on = "error"                # 到哪一级退出状态为 1：error、warning、note、never
# lang = "zh"
# encoding = "gb18030"             # 不写就自动判断
# suppressions = ".figcheck-ignore.yaml"
# baseline = "figcheck-baseline.json"

# [severity]                       # 改某条规则的级别，off 为停用
# FN001 = "note"

# [options.FL012]                  # 改某条规则的选项（figcheck rules FL012 列出有哪些）
# digits = "3"

# [hedges.about]                   # “约”“左右”容许多少：上下各几步，至少占数值的几成
# floor = "0.05"

# [[overrides]]                    # 只对某些路径起作用
# paths = ["体育/"]
# ignore = ["FA011"]
""",
        """\
# Settings of figcheck. All may be left out; a figcheck.toml in a subfolder names only what it changes.
# What holds for an article, and where that is written: figcheck config article.txt

ledgers = ["ledger.yaml"]          # files or folders, later ones over earlier
# rules = ["rules"]                # your own cards (figcheck rules new DESK001 --folder rules)
# select = ["FL", "FA"]            # only these rules: codes, names, families; all where this is left out
# ignore = ["FN005"]               # not these
# exclude = ["archive/"]           # what a folder does not give, as in .gitignore
# fail-on = "error"                # from which severity on the exit status is 1: error, warning, note, never
# lang = "en"
# encoding = "gb18030"             # found out where this is left out
# suppressions = ".figcheck-ignore.yaml"
# baseline = "figcheck-baseline.json"

# [severity]                       # another severity for a rule; "off" leaves it out
# FN001 = "note"

# [options.FL012]                  # options of a rule (figcheck rules FL012 lists them)
# digits = "3"

# [hedges.about]                   # what 约 and 左右 admit: steps on either side, and at least this share of the value
# floor = "0.05"

# [[overrides]]                    # for some paths only
# paths = ["sports/"]
# ignore = ["FA011"]
""",
    ),
    "init.ledger": (
        """\
# yaml-language-server: $schema={schema}
# 台账：本报已经核实的事实。写法见 figcheck ledger --help；改完用 figcheck ledger check 本文件 查一遍。
figcheck: 1
subjects:
  # 正式名称: [别的叫法, 简称]
  # 腾讯公益: [腾讯公益平台]
facts:
  # - subject: 腾讯公益
  #   measure: [善款, 筹集善款]     # 数字旁边出现其中一个词，就知道说的是这件事
  #   value: 335.2亿元              # 照稿件里的写法写
  #   as_of: 2024-11                # 什么时候的数：2024、2024-11、2024-Q3、2025-01/2025-10
  #   source: 平台公开数据
events:
  # - name: 世界互联网大会乌镇峰会
  #   aliases: [乌镇峰会]
  #   first: 2014
people:
  # - name: 王秀军
  #   titles: [中国互联网发展基金会理事长]
credits:
  # editors: [甲某, 乙某]
""",
        """\
# yaml-language-server: $schema={schema}
# What the desk knows for certain. See figcheck ledger --help; figcheck ledger check FILE tells every mistake.
figcheck: 1
subjects:
  # formal name: [other names, short forms]
  # 腾讯公益: [腾讯公益平台]
facts:
  # - subject: 腾讯公益
  #   measure: [善款, 筹集善款]     # one of these words beside a figure says what is counted
  #   value: 335.2亿元              # as an article would write it
  #   as_of: 2024-11                # when it holds: 2024, 2024-11, 2024-Q3, 2025-01/2025-10
  #   source: the platform's own figures
events:
  # - name: 世界互联网大会乌镇峰会
  #   aliases: [乌镇峰会]
  #   first: 2014
people:
  # - name: 王秀军
  #   titles: [中国互联网发展基金会理事长]
credits:
  # editors: [甲某, 乙某]
""",
    ),
    "init.hook": (
        """\
repos:
  - repo: local
    hooks:
      - id: figcheck
        name: figcheck
        entry: figcheck check
        language: system
        files: \\.(txt|md|markdown|html?|docx)$
""",
        """\
repos:
  - repo: local
    hooks:
      - id: figcheck
        name: figcheck
        entry: figcheck check
        language: system
        files: \\.(txt|md|markdown|html?|docx)$
""",
    ),
}
