"""Words of the commands: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    # mistakes in the arguments
    "commands.mistake": ("{command}：{mistake}", "{command}: {mistake}"),
    "commands.read_on": ("用法见 {command} --help", "See {command} --help"),
    "commands.no_option": ("没有 {option} 这个选项", "there is no option {option}"),
    "commands.no_command": ("没有 {name} 这个命令", "there is no command {name}"),
    "commands.missing": ("缺少 {name}", "{name} is missing"),
    "commands.needs_value": ("{option} 后面缺一个值", "{option} needs a value"),
    "commands.takes_none": ("{option} 后面不带值", "{option} takes no value"),
    "commands.too_many": ("多出来的参数：{words}", "too many arguments: {words}"),
    "commands.no_number": ("{option} 要写成整数{least}", "{option} must be a whole number{least}"),
    "commands.at_least": ("，不小于 {least}", ", not less than {least}"),
    "commands.one_of": ("{option} 只能是 {choices}", "{option} must be one of {choices}"),
    "commands.near": ("，是不是 {meant}？", "; did you mean {meant}?"),
    "commands.or": (" 或 ", " or "),
    "commands.comma": ("、", ", "),
    "commands.bad_date": (
        "“{date}”不是日期，{option} 要写成 2024-11-21 这样",
        "“{date}” is no date: {option} wants the form 2024-11-21",
    ),
    "commands.bad_encoding": (
        "不认识“{name}”这种编码，--encoding 可用 utf-8、gb18030、big5 等",
        "unknown encoding “{name}”: --encoding takes utf-8, gb18030, big5 and the like",
    ),
    "commands.no_output": ("写不进 {path}：{why}", "cannot write {path}: {why}"),
    "commands.stdout": ("标准输出", "standard output"),
    "commands.crash": (
        "{path}：程序自身出错，这一篇没有核对（{crash}）；请把这一行报给开发者",
        "{path}: figcheck itself failed and left this article unchecked ({crash}); please report this line",
    ),
    "commands.mended": ("改好 {fixed} 处，涉及 {files} 个文件", "{fixed} fixed in {files} files"),
    "commands.annotated": (
        "写好 {path}：批注 {total} 处，修订 {fixed} 处",
        "wrote {path}: {total} comments, {fixed} tracked changes",
    ),
    "commands.annotate_one": (
        "--annotate 要一篇 Word 稿件（.docx），一次一篇",
        "--annotate takes one Word file (.docx) at a time",
    ),
    "commands.annotate_other": (
        "--annotate 要写到另一个文件，原稿不动",
        "--annotate writes another file; the article itself stays as it is",
    ),
    "commands.fix_staged": (
        "--fix 改的是文件，不能和 --staged 同用",
        "--fix changes files, so it does not go with --staged",
    ),
    "commands.fix_stdin": (
        "标准输入没有文件可改；用 --diff 看会改什么",
        "there is no file behind standard input to be changed; --diff shows what would be",
    ),
    "commands.staged_or_since": (
        "--staged 和 --since 只能用一个",
        "--staged and --since exclude each other",
    ),
    "commands.no_git": ("这里没有 git，用不了 --staged、--since 和 hook", "there is no git here, which this needs"),
    "commands.git_said": ("git 说：{said}", "git says: {said}"),
    "commands.baseline_where": (
        "--write-baseline 要知道写到哪里：另给 --baseline 文件，或在配置里写 baseline",
        "--write-baseline must know where to: give --baseline FILE, or set baseline in the configuration",
    ),
    "commands.baseline_written": (
        "已把现有的 {total} 处问题记入 {path}，以后只报新的",
        "{path} now holds the {total} findings of today; from now on only new ones are reported",
    ),
    "commands.died": (
        "{path}：核对这一篇的进程意外终止，这一篇没有核对",
        "{path}: the process that checked this article died and left it unchecked",
    ),
    "commands.times": ("用时：{times}", "time: {times}"),
    "commands.stage": ("{stage} {ms} 毫秒", "{stage} {ms} ms"),
    "commands.stage.start": ("启动", "start"),
    "commands.stage.loading": ("读稿", "reading"),
    "commands.stage.bench": ("规则和台账", "rules and ledgers"),
    "commands.stage.knowledge": ("查台账", "facts"),
    "commands.stage.mentions": ("找数字", "mentions"),
    "commands.stage.claims": ("读断言", "claims"),
    "commands.stage.links": ("对应", "links"),
    "commands.stage.rules": ("判断", "rules applied"),
    "commands.stage.report": ("写报告", "report"),
    "commands.progress": ("正在读 {done}/{total} {name}", "reading {done}/{total} {name}"),
    # headings of help
    "commands.heading.commands": ("命令", "Commands"),
    "commands.heading.arguments": ("参数", "Arguments"),
    "commands.heading.options": ("选项", "Options"),
    "commands.heading.examples": ("例子", "Examples"),
    "commands.heading.exits": ("退出状态", "Exit status"),
    # the program
    "commands.main.usage": ("用法：figcheck 命令 [参数]…", "Usage: figcheck COMMAND [ARGUMENT]..."),
    "commands.main.about": (
        "核对中文新闻里的事实与数字：对台账，对本文，对日历，对报头。",
        "Checks the facts and figures in Chinese news: against a ledger, the article itself, the calendar "
        "and the masthead.",
    ),
    "commands.main.examples": (
        "figcheck check 稿件.txt                       单核对稿件自身\n"
        "figcheck check 稿件.txt --ledger 台账.yaml    对照台账核对\n"
        "figcheck check --help                         看 check 的全部选项\n"
        "FIGCHECK_LANG=en figcheck --help              in English",
        "figcheck check article.txt                         the article by itself\n"
        "figcheck check article.txt --ledger ledger.yaml    against a ledger\n"
        "figcheck check --help                              all options of check",
    ),
    # the commands
    "commands.check.short": ("核对稿件，报告问题", "check articles and report what is wrong"),
    "commands.check.usage": ("用法：figcheck check 稿件… [选项]", "Usage: figcheck check PATH... [OPTION]..."),
    "commands.check.about": (
        "找出稿件里的数字，与台账、上下文、日历和报头对照，逐条报告哪里不对、凭什么这么说、怎么改。",
        "Finds the figures of articles, compares them with ledgers, the article itself, the calendar and the masthead, "
        "and tells what is wrong, on whose word, and how to mend it.",
    ),
    "commands.check.examples": (
        "figcheck check 稿件.txt --ledger 台账.yaml\n"
        "figcheck check 稿件/ --ledger 台账.yaml --show unverified    并列出还须人工核对的数字\n"
        "figcheck check 稿件/ --format jsonl -o 结果.jsonl            给程序读\n"
        "cat 稿件.txt | figcheck check - --date 2024-11-21            从标准输入读\n"
        "figcheck check 稿件.txt --select FL,FT --fail-on warning     只用两类规则，警告也算不通过",
        "figcheck check article.txt --ledger ledger.yaml\n"
        "figcheck check articles/ --ledger ledger.yaml --show unverified\n"
        "figcheck check articles/ --format jsonl -o result.jsonl\n"
        "cat article.txt | figcheck check - --date 2024-11-21\n"
        "figcheck check article.txt --select FL,FT --fail-on warning",
    ),
    "commands.check.exits": (
        "0  没有达到 --fail-on 的问题\n1  有\n2  用法不对，或有文件、台账读不了",
        "0  nothing at or above --fail-on\n1  findings\n2  wrong usage, or a file or ledger that cannot be read",
    ),
    "commands.completion.short": ("给出命令行补全脚本", "print the script for completion in a shell"),
    "commands.completion.usage": ("用法：figcheck completion SHELL", "Usage: figcheck completion SHELL"),
    "commands.completion.about": (
        "给出一段脚本；装上以后，在命令行里按 Tab 键补全命令和选项。",
        "Prints a script by which the Tab key completes commands and options.",
    ),
    "commands.completion.examples": (
        "figcheck completion bash > ~/.local/share/bash-completion/completions/figcheck\n"
        "figcheck completion zsh > ~/.zfunc/_figcheck      ~/.zfunc 要在 fpath 里\n"
        "figcheck completion fish > ~/.config/fish/completions/figcheck.fish",
        "figcheck completion bash > ~/.local/share/bash-completion/completions/figcheck\n"
        "figcheck completion zsh > ~/.zfunc/_figcheck      with ~/.zfunc in fpath\n"
        "figcheck completion fish > ~/.config/fish/completions/figcheck.fish",
    ),
    "commands.completion.option.shell": ("bash、zsh、fish 或 powershell", "bash, zsh, fish or powershell"),
    "commands.extract.short": ("列出稿件里的数字", "list the figures of articles"),
    "commands.extract.usage": ("用法：figcheck extract 稿件… [选项]", "Usage: figcheck extract PATH... [OPTION]..."),
    "commands.extract.about": (
        "找出稿件里的每个数字，给出数值、单位、语气词、容许范围和位置。",
        "Finds every figure of articles, with its value, unit, hedge, bounds and place.",
    ),
    "commands.extract.examples": (
        "figcheck extract 稿件.txt\nfigcheck extract 稿件.txt --format csv -o 数字.csv",
        "figcheck extract article.txt\nfigcheck extract article.txt --format csv -o figures.csv",
    ),
    "commands.extract.option.format": (
        "table 给人看（默认），其余给程序读",
        "table to be read (default), the others for programs",
    ),
    "commands.explain.short": ("说明每个数字是怎么读、怎么判的", "show how every figure is read and judged"),
    "commands.explain.usage": ("用法：figcheck explain 稿件… [选项]", "Usage: figcheck explain PATH... [OPTION]..."),
    "commands.explain.about": (
        "逐个数字说明五步：文章、数字、断言、依据、判断。觉得报告不对时看这里。",
        "For every figure the five steps: document, mention, claim, link, finding. For when a report seems wrong.",
    ),
    "commands.explain.examples": (
        "figcheck explain 稿件.txt --ledger 台账.yaml",
        "figcheck explain article.txt --ledger ledger.yaml",
    ),
    "commands.rules.short": ("列出、细看、测试规则，或新写一条", "list, show or test the rules, or begin a new one"),
    "commands.rules.usage": (
        "用法：figcheck rules [代码]…\n      figcheck rules test [代码]… [--folder 文件夹]\n      figcheck rules new 代码 [名称] [--folder 文件夹]",
        "Usage: figcheck rules [CODE]...\n       figcheck rules test [CODE]... [--folder DIR]\n       figcheck rules new CODE [NAME] [--folder DIR]",
    ),
    "commands.rules.about": (
        "不带代码时列出全部规则；带代码、名称或一类的字头（如 FL）时，给出说明和例子。test 跑规则卡上的例子，new 写一张自己的规则卡。",
        "Without a code lists all rules; with codes, names or letters of a family (FL), explains them by examples. test runs "
        "the cases of cards, new begins a card of your own.",
    ),
    "commands.rules.examples": (
        "figcheck rules\nfigcheck rules FL001\nfigcheck rules test FT\nfigcheck rules new DESK001 preferred-words --folder 本报规则",
        "figcheck rules\nfigcheck rules FL001\nfigcheck rules test FT\nfigcheck rules new DESK001 preferred-words --folder desk-rules",
    ),
    "commands.rules.option.folder": (
        "自己的规则卡所在的文件夹（默认看配置里的 rules）",
        "the folder of your own cards (default: rules in the configuration)",
    ),
    "commands.config.short": ("显示各项设置及其出处", "show every setting and where it comes from"),
    "commands.config.usage": ("用法：figcheck config [稿件或文件夹]", "Usage: figcheck config [PATH]"),
    "commands.config.about": (
        "列出对某篇稿件（不给路径则是当前文件夹）起作用的每项设置、它的值、写在哪个文件第几行。",
        "Lists every setting that holds for an article (without a path: in this folder), its value, and the file and line "
        "it stands on.",
    ),
    "commands.config.examples": (
        "figcheck config\nfigcheck config 体育/决赛.txt",
        "figcheck config\nfigcheck config sports/final.txt",
    ),
    "commands.config.option.path": ("稿件", "an article"),
    # arguments and options
    "commands.option.paths": ("文件或文件夹，可多个；- 为标准输入", "files or folders; - is standard input"),
    "commands.option.codes": ("规则代码、名称或字头", "codes, names or letters of a family"),
    "commands.option.ledger": ("台账（YAML），可重复，后者优先", "a ledger (YAML); may be repeated, later ones win"),
    "commands.option.format": (
        "text 给人看（默认），html 一页网页，其余 json、jsonl、sarif、github、junit、rdjson 给程序读",
        "text to be read (default), html for one page; json, jsonl, sarif, github, junit, rdjson for programs",
    ),
    "commands.option.date": (
        "文章日期；不给就从报头、台账、文件名里找，绝不用今天",
        "the article's date; else the masthead's, the ledger's, the file name's, never today's",
    ),
    "commands.option.encoding": ("文件编码；不给就自动判断", "encoding of the files; else found out"),
    "commands.option.lang": (
        "输出用中文还是英文（默认看 FIGCHECK_LANG，再默认中文）",
        "language (default: FIGCHECK_LANG, else zh)",
    ),
    "commands.option.select": (
        "只用这些规则：代码、名称或字头，逗号隔开",
        "only these rules: codes, names or families",
    ),
    "commands.option.ignore": ("不用这些规则", "not these rules"),
    "commands.option.fail_on": (
        "到哪一级算不通过、退出状态为 1（默认 error）",
        "the mildest severity that makes the exit status 1 (default error)",
    ),
    "commands.option.show": (
        "另外列出数字：unverified 待核的，backed 有据的，all 全部；可重复",
        "also list figures: unverified, backed or all; may be repeated",
    ),
    "commands.option.config": (
        "只用这份配置文件（默认找 figcheck.toml 和 pyproject.toml，由近及远）",
        "use this configuration alone (default: figcheck.toml and pyproject.toml, nearest first)",
    ),
    "commands.option.isolated": ("不用任何配置文件和豁免清单", "no configuration file and no suppressions"),
    "commands.option.baseline": (
        "这份基线里已有的问题不再报",
        "leave out the findings that this baseline has",
    ),
    "commands.option.write_baseline": (
        "把现有的问题都写进基线",
        "write all that is found now into the baseline",
    ),
    "commands.option.today": (
        "今天的日期，只用来看豁免到没到期（默认取系统日期）",
        "today's date, which only decides what suppressions have expired (default: the clock's)",
    ),
    "commands.option.fix": ("把可以直接改的改好，写回文件", "apply the safe fixes, in place"),
    "commands.option.unsafe_fixes": (
        "连改前应核实的也改",
        "apply those as well that ought to be verified first",
    ),
    "commands.option.diff": (
        "只列出会改什么，不动文件；有可改的则退出状态为 1",
        "show what would change, and change nothing; 1 where something would",
    ),
    "commands.option.annotate": (
        "把每个问题作为批注写进一份新的 Word 文件；加 --fix 则改动作为修订",
        "put each finding as a comment into a new Word file; with --fix, fixes as tracked changes",
    ),
    "commands.option.staged": (
        "核对 git 暂存区里的稿件（以暂存的内容为准）",
        "check the articles in git's index, as they stand there",
    ),
    "commands.option.since": (
        "只看自某个 git 版本以来改过的稿件和改过的行",
        "only articles and lines that changed since a git revision",
    ),
    "commands.option.color": (
        "是否用颜色（默认 auto：是终端且没有设 NO_COLOR 才用）",
        "colour (default auto: on a terminal, unless NO_COLOR is set)",
    ),
    "commands.option.output": (
        "写进文件；写完整了才出现",
        "write to a file, which appears only when it is whole",
    ),
    "commands.option.quiet": (
        "只报问题：不列小结，不提没有问题的稿件",
        "findings only: no sums, nothing about faultless articles",
    ),
    "commands.option.jobs": (
        "同时用几个进程（默认稿件多时有几个处理器用几个；改稿时总是一个）",
        "how many processes (by default as many as processors where articles are many; one where files are fixed)",
    ),
    "commands.option.verbose": (
        "在标准错误上说明每一步用了多少时间",
        "tell on standard error how long each stage took",
    ),
    "commands.extract.option.quiet": ("不显示进度", "no progress"),
    "commands.option.version": ("显示版本", "show the version"),
    "commands.option.help": ("显示这份说明", "show this page"),
}
