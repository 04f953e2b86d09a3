"""Words about the cases of rule cards, and a card to begin with: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "cases.ledger": ("例子的台账有误：{mistake}", "the case's ledger is not right: {mistake}"),
    "cases.promote": (
        "标作 {kind} 的这一例现在判对了，请改成 {promoted}",
        "this {kind} is right now: make it {promoted}",
    ),
    "cases.crashed": ("{message}", "{message}"),
    "cases.flagged": ("不该报，却报了“{flagged}”", "should be silent, but flagged “{flagged}”"),
    "cases.missed": ("应报“{due}”，实际报了“{flagged}”", "should flag “{due}”, but flagged “{flagged}”"),
    "cases.fixed": ("应改成“{due}”，实际改成“{fixed}”", "should become “{due}”, but became “{fixed}”"),
    "cases.few": (
        "至少要有一个 hit 和两个 clean 的例子",
        "a card needs at least one hit and two clean cases",
    ),
    "cases.zeal": (
        "clean 的例子要比 hit 多：证明规则会沉默，比证明它会报更要紧",
        "more clean cases than hits: restraint needs more proof than zeal",
    ),
    "cases.unmarked": ("hit 的例子要用 <<…>> 标出应报的地方", "mark with <<…>> where a hit must point"),
    "cases.sum": ("{rules} 条规则、{cases} 个例子，全部符合。", "{rules} rules, {cases} cases, all as the cards say."),
    "cases.sum_wrong": (
        "{rules} 条规则、{cases} 个例子，{wrong} 处不符。",
        "{rules} rules, {cases} cases, {wrong} not as the cards say.",
    ),
    "cases.new_usage": (
        "用法：figcheck rules new 代码 [名称] [--folder 文件夹]；代码如 DESK001，名称用小写字母和连字符",
        "usage: figcheck rules new CODE [NAME] [--folder DIR]; a code like DESK001, a name of small letters and hyphens",
    ),
    "cases.new_taken": ("{path} 已经在了，不覆盖", "{path} is there already and stays as it is"),
    "cases.new_written": (
        '写好了 {path}。改完跑例子：figcheck rules test --folder {folder}；长期使用，在 figcheck.toml 里写 rules = ["{folder}"]',
        "wrote {path}. Run its cases with: figcheck rules test --folder {folder}; to keep it in use, set "
        'rules = ["{folder}"] in figcheck.toml',
    ),
    "cases.scaffold": (
        '# {code}：一张规则卡。改好以后用 figcheck rules test {code} --folder 这个文件夹 跑一遍例子。\ncode: {code}\nname: {name}\nseverity: warning            # error 错误，warning 警告，note 提示\ncheck: desk.preferred        # 三选一：desk.preferred 推荐写法，desk.vocabulary 不用的词，desk.pattern 正则（RE2 语法）\nmessage: “{{written}}”本报写作“{{expected}}”。\noptions:\n  forms:                     # 左边是不用的写法，右边是改成什么\n    老人家: 老人\n  # unless: 引语|原话         # 同一句里有这些就放行（RE2 语法）\n  # where: body              # title 标题，body 正文，credit 署名，all 全部（默认）\n  # safe: "yes"              # 可以不经核实直接改\ncases:                       # <<…>> 标出应报的地方；clean 要比 hit 多\n  - hit: 三位<<老人家>>登上了山顶。\n    becomes: 三位老人登上了山顶。\n  - clean: 三位老人登上了山顶。\n  - clean: 山顶上有三棵老树。\n',
        "# {code}: a rule card. When it is done, run its cases: figcheck rules test {code} --folder THIS_FOLDER\ncode: {code}\nname: {name}\nseverity: warning            # error, warning or note\ncheck: desk.preferred        # or desk.vocabulary (words not to use), or desk.pattern (a pattern in RE2's syntax)\nmessage: “{{written}}”本报写作“{{expected}}”。\noptions:\n  forms:                     # on the left what not to write, on the right what to write instead\n    老人家: 老人\n  # unless: 引语|原话         # silent where the sentence has one of these (RE2's syntax)\n  # where: body              # title, body, credit or all (default)\n  # safe: \"yes\"              # may be mended without a second look\ncases:                       # <<…>> marks what must be flagged; more clean cases than hits\n  - hit: 三位<<老人家>>登上了山顶。\n    becomes: 三位老人登上了山顶。\n  - clean: 三位老人登上了山顶。\n  - clean: 山顶上有三棵老树。\n",
    ),
}
