"""Words of audits: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "commands.audit.short": ("核对整个稿库，存档、查询、汇总", "audit an archive, and ask what was found"),
    "commands.audit.usage": (
        "用法：figcheck audit 来源… --store 文件夹 [选项]\n      figcheck audit report|query|contradictions|learn … --store 文件夹",
        "Usage: figcheck audit SOURCE... --store DIR [OPTION]...\n       figcheck audit report|query|contradictions|learn ... --store DIR",
    ),
    "commands.audit.about": (
        "核对来源里的全部稿件，把读到的数字、断言和问题存成 Parquet。随时可以停，下次从停下的地方接着做；没有变的稿件不再重做。",
        "Audits every article of the sources and keeps figures, claims and findings as Parquet. It may be stopped at any "
        "moment and goes on from there; articles that did not change are not audited again.",
    ),
    "commands.audit.run.usage": (
        "用法：figcheck audit 来源… --store 文件夹 [选项]",
        "Usage: figcheck audit SOURCE... --store DIR [OPTION]...",
    ),
    "commands.audit.run.about": (
        "来源可以是文件夹、通配符、zip 和 tar 包、JSONL（含 gz、zst）、Parquet、WARC。坏的稿件记入 failures，不影响其余。",
        "Sources are folders, globs, zip and tar archives, JSONL (gz and zst too), Parquet and WARC. A bad document becomes "
        "a row of failures and stops nothing.",
    ),
    "commands.audit.run.short": ("核对稿库", "audit an archive"),
    "commands.audit.run.examples": (
        "figcheck audit 稿库/ --ledger 台账/ --store 审计/\n"
        "figcheck audit 稿库.jsonl.zst --store 审计/ --jobs 8 --timeout 30\n"
        "figcheck audit 'archive/**/*.parquet' --map title=headline --store 审计/\n"
        "figcheck audit hdfs:///稿库 --store hdfs:///审计 --engine spark",
        "figcheck audit archive/ --ledger ledgers/ --store audit/\n"
        "figcheck audit archive.jsonl.zst --store audit/ --jobs 8 --timeout 30\n"
        "figcheck audit 'archive/**/*.parquet' --map title=headline --store audit/\n"
        "figcheck audit hdfs:///archive --store hdfs:///audit --engine spark",
    ),
    "commands.audit.run.exits": (
        "0  做完了\n2  用法不对，或存档、台账、规则用不了\n130  被 Ctrl-C 停下",
        "0  done\n2  wrong usage, or a store, ledger or rule that can't be used\n130  stopped by Ctrl-C",
    ),
    "commands.audit.report.short": (
        "汇总存档：各年各栏目各记者的问题，差错率",
        "sum up a store: by year, section, reporter, rule",
    ),
    "commands.audit.report.usage": (
        "用法：figcheck audit report --store 文件夹",
        "Usage: figcheck audit report --store DIR",
    ),
    "commands.audit.report.about": (
        "按年份、栏目、部门、记者和规则汇总数字与问题，列出问题最多的稿件和读不了的文件，估算万字差错率。",
        "Sums up figures and findings by year, section, desk, reporter and rule, lists the worst articles and the failures, "
        "and estimates the errors in 10,000 characters.",
    ),
    "commands.audit.report.option.format": (
        "text 给人看（默认），html 一页网页",
        "text (default) or html for one page",
    ),
    "commands.audit.report.option.worst": (
        "列出问题最多的几篇（默认 20）",
        "how many of the worst articles (default 20)",
    ),
    "commands.audit.report.examples": (
        "figcheck audit report --store 审计/\nfigcheck audit report --store 审计/ --format html -o 汇总.html",
        "figcheck audit report --store audit/\nfigcheck audit report --store audit/ --format html -o summary.html",
    ),
    "commands.audit.query.short": ("用 SQL 查存档", "ask a store in SQL"),
    "commands.audit.query.usage": (
        "用法：figcheck audit query SQL --store 文件夹",
        "Usage: figcheck audit query SQL --store DIR",
    ),
    "commands.audit.query.about": (
        "用 DuckDB 查存档里的 documents、mentions、claims、findings、failures 五张表。",
        "DuckDB over the store's documents, mentions, claims, findings and failures.",
    ),
    "commands.audit.query.option.sql": ("一条 SQL", "a query"),
    "commands.audit.query.option.format": ("table（默认）、csv 或 jsonl", "table (default), csv or jsonl"),
    "commands.audit.query.examples": (
        'figcheck audit query "SELECT rule, count(*) FROM findings GROUP BY rule" --store 审计/',
        'figcheck audit query "SELECT rule, count(*) FROM findings GROUP BY rule" --store audit/',
    ),
    "commands.audit.contradictions.short": (
        "找出各篇稿件之间的矛盾",
        "what articles say that can't all be right",
    ),
    "commands.audit.contradictions.usage": (
        "用法：figcheck audit contradictions --store 文件夹",
        "Usage: figcheck audit contradictions --store DIR",
    ),
    "commands.audit.contradictions.about": (
        "同一主体、同一指标、同一时间，各篇稿件的数字不可能都对：按把握大小排列，附原句、稿件和日期。先后公布的修订另列，"
        "过时很久仍在沿用的旧数也列出。只比较主体、指标、时间都读得确切的句子。",
        "The same subject, measure and time with figures that can't all be right: the surest first, with sentences, articles and "
        "dates. Revisions are listed apart, and figures that were repeated long after newer ones. Only sentences whose subject, "
        "measure and time are sure are compared.",
    ),
    "commands.audit.contradictions.option.format": (
        "text 给人看（默认），json，html 一页网页",
        "text (default), json, or html for one page",
    ),
    "commands.audit.contradictions.option.most": (
        "每类最多列几条（默认 50，0 为全部）",
        "how many of each kind (default 50, 0 for all)",
    ),
    "commands.audit.contradictions.examples": (
        "figcheck audit contradictions --store 审计/\n"
        "figcheck audit contradictions --store 审计/ --most 0 --format json -o 矛盾.json",
        "figcheck audit contradictions --store audit/\n"
        "figcheck audit contradictions --store audit/ --most 0 --format json -o contradictions.json",
    ),
    "commands.audit.learn.short": (
        "从多篇一致的稿件提出台账条目",
        "propose facts on which articles agree",
    ),
    "commands.audit.learn.usage": (
        "用法：figcheck audit learn --store 文件夹 [--ledger 台账 [--yes]]",
        "Usage: figcheck audit learn --store DIR [--ledger LEDGER [--yes]]",
    ),
    "commands.audit.learn.about": (
        "至少三篇稿件各用自己的话说了同一主体、同一指标、同一时间的同一个数，又没有稿件与之矛盾，就写成台账条目，"
        "来源里写明哪几篇。给出台账时只写其中没有的；加 --yes 直接写进去。用前请核实。",
        "Facts that at least three articles tell, each in its own words, of the same subject, measure and time, and that none "
        "contradicts, as a ledger; the sources name the articles. With a ledger, only what it lacks; with --yes they are put "
        "into it. Check them before use.",
    ),
    "commands.audit.learn.option.ledger": ("已有的台账", "the ledger that there is"),
    "commands.audit.learn.option.yes": ("写进 --ledger 的台账", "put them into the ledger of --ledger"),
    "commands.audit.learn.option.least": (
        "至少几篇一致（默认 3）",
        "how many articles must agree (default 3)",
    ),
    "commands.audit.learn.examples": (
        "figcheck audit learn --store 审计/ -o 学到的.yaml\nfigcheck audit learn --store 审计/ --ledger 台账.yaml --yes",
        "figcheck audit learn --store audit/ -o learned.yaml\nfigcheck audit learn --store audit/ --ledger desk.yaml --yes",
    ),
    "audit.learn.found": ("提出 {count} 条。", "{count} facts proposed."),
    "audit.learn.source": (
        "{count} 篇稿件一致（{named}）；{date}：{sentence}",
        "{count} articles agree ({named}); {date}: {sentence}",
    ),
    "audit.learn.no_ledger": ("--yes 要和 --ledger 一起用", "--yes wants --ledger"),
    "audit.disputes.title": ("figcheck 稿件之间的矛盾", "figcheck: contradictions across articles"),
    "audit.disputes.contradictions": (
        "不可能都对的数字：{count} 组，列出 {shown} 组",
        "Figures that can't all be right: {count}, of which {shown} are shown",
    ),
    "audit.disputes.revisions": (
        "像是修订：{count} 组，列出 {shown} 组",
        "Revisions, as it seems: {count}, of which {shown} are shown",
    ),
    "audit.disputes.outdated": (
        "有了新数还在沿用的旧数：{count} 组，列出 {shown} 组",
        "Figures that were repeated when newer ones had been printed: {count}, of which {shown} are shown",
    ),
    "audit.disputes.none": ("没有发现各篇稿件之间的矛盾。", "No contradictions across articles were found."),
    "audit.disputes.articles": ("{count} 篇", "{count} articles"),
    "audit.disputes.more": ("还有 {count} 句", "{count} more sentences"),
    "audit.disputes.again": ("另有 {count} 篇同句，最晚 {until}", "and {count} more with this sentence, until {until}"),
    "audit.disputes.as_of": ("截至{day}", "as of {day}"),
    "audit.disputes.late": (
        "{since} 已有新数，{days} 天后还在用旧数",
        "newer figures since {since}; the old one still in use {days} days later",
    ),
    "audit.disputes.verdict.slip": ("少数与多数不符", "some against most"),
    "audit.disputes.verdict.either": ("两者必有一误", "one of them is wrong"),
    "audit.disputes.verdict.revision": ("后来的数取代了先前的", "the later figure took the place of the earlier"),
    "audit.disputes.slip.transposed": ("，像是相邻两位数字写颠倒了", "; two digits transposed, perhaps"),
    "audit.disputes.slip.digit": ("，像是有一位数字写错", "; one digit wrong, perhaps"),
    "audit.disputes.slip.magnitude": ("，像是万、亿写错", "; 万 for 亿 or the reverse, perhaps"),
    "audit.disputes.slip.decimal": ("，像是小数点错位", "; the decimal point misplaced, perhaps"),
    "audit.disputes.slip.unit": ("，像是单位写错", "; the wrong unit, perhaps"),
    "audit.disputes.sure.high": ("（把握大）", " (quite sure)"),
    "audit.disputes.sure.middle": ("（把握较大）", " (fairly sure)"),
    "audit.disputes.sure.low": ("（把握小）", " (not very sure)"),
    "audit.sql": ("这条 SQL 不行：{reason}", "that query won't do: {reason}"),
    "audit.report.title": ("figcheck 稿库核对汇总", "figcheck: an archive summed up"),
    "audit.report.size": (
        "稿件 {documents} 篇，{characters} 字；读不了的 {failures} 篇",
        "{documents} articles, {characters} characters; {failures} could not be read",
    ),
    "audit.report.coverage": (
        "数字 {figures} 处：有据 {backed}，不符 {contradicted}；台账覆盖 {coverage:g}%",
        "{figures} figures: {backed} backed, {contradicted} contradicted; ledgers cover {coverage:g}%",
    ),
    "audit.report.found": (
        "问题：错误 {errors}，警告 {warnings}，提示 {notes}",
        "findings: {errors} errors, {warnings} warnings, {notes} notes",
    ),
    "audit.report.rate": ("每万字差错 {rate:g}（限 {limit}）", "errors in 10,000 characters: {rate:g} (limit {limit})"),
    "audit.report.aid": (
        "差错率参照{source}：错误每处计 1，在标题里的计 {headline}；数字用法类每处计 {weight}，每期（同一天的稿件）至多计 {most}；警告不计。"
        "每万字不超过 {limit} 为合格。只供参考，不是结论。",
        "The error rate follows {source}: an error counts 1, in a headline {headline}; a slip of notation {weight}, at most {most} "
        "an issue (the articles of one day); warnings don't count. Up to {limit} in 10,000 characters pass. An aid, not a verdict.",
    ),
    "audit.report.disputes": (
        "稿件之间的矛盾 {contradictions} 组，像是修订 {revisions} 组，过时还在沿用 {outdated} 组（figcheck audit contradictions 看详情）",
        "{contradictions} contradictions across articles, {revisions} revisions, {outdated} figures out of date "
        "(see figcheck audit contradictions)",
    ),
    "audit.report.left": ("另有 {count} 个没有列出", "{count} more are not shown"),
    "audit.report.card.documents": ("稿件", "articles"),
    "audit.report.card.documents.about": (
        "{characters:,} 字；读不了的 {failures} 篇",
        "{characters:,} characters; {failures} unreadable",
    ),
    "audit.report.card.figures": ("数字", "figures"),
    "audit.report.card.figures.about": (
        "有据 {backed}，不符 {contradicted}",
        "{backed} backed, {contradicted} contradicted",
    ),
    "audit.report.card.coverage": ("台账覆盖", "covered by ledgers"),
    "audit.report.card.coverage.about": ("台账说得上话的数字", "figures that a ledger speaks of"),
    "audit.report.card.errors": ("错误", "errors"),
    "audit.report.card.errors.about": ("警告 {warnings}，提示 {notes}", "{warnings} warnings, {notes} notes"),
    "audit.report.card.rate": ("每万字差错", "errors in 10,000 characters"),
    "audit.report.card.rate.about": ("限 {limit}", "limit {limit}"),
    "audit.report.card.contradictions": ("稿件之间的矛盾", "contradictions"),
    "audit.report.card.contradictions.about": (
        "另有修订 {revisions}，过时沿用 {outdated}",
        "and {revisions} revisions, {outdated} out of date",
    ),
    "audit.report.by.year": ("按年份", "By year"),
    "audit.report.by.month": ("按月份：每万字差错", "By month: errors in 10,000 characters"),
    "audit.report.by.covered": ("台账条目用上几次", "Facts of ledgers, and how often they were of use"),
    "audit.report.by.uncovered": ("常写而台账里没有的", "What articles keep telling and no ledger has"),
    "audit.report.by.section": ("按栏目", "By section"),
    "audit.report.by.desk": ("按部门", "By desk"),
    "audit.report.by.reporter": ("按记者", "By reporter"),
    "audit.report.by.rules": ("按规则", "By rule"),
    "audit.report.by.worst": ("问题最多的稿件", "The worst articles"),
    "audit.report.by.failures": ("读不了的", "Failures"),
    "audit.report.column.name": ("名称", "name"),
    "audit.report.column.documents": ("稿件", "articles"),
    "audit.report.column.document": ("稿件", "article"),
    "audit.report.column.title": ("标题", "title"),
    "audit.report.column.figures": ("数字", "figures"),
    "audit.report.stage.source": ("来源", "source"),
    "audit.report.stage.read": ("读取", "reading"),
    "audit.report.stage.judge": ("核对", "checking"),
    "audit.report.stage.timeout": ("超时", "too slow"),
    "audit.report.stage.crash": ("崩溃", "crash"),
    "audit.report.name.year": ("年份", "year"),
    "audit.report.name.month": ("月份", "month"),
    "audit.report.name.section": ("栏目", "section"),
    "audit.report.name.desk": ("部门", "desk"),
    "audit.report.name.reporter": ("记者", "reporter"),
    "audit.report.column.characters": ("字数", "characters"),
    "audit.report.column.coverage": ("台账覆盖", "covered"),
    "audit.report.column.rate": ("每万字差错", "errors in 10,000"),
    "audit.report.column.date": ("日期", "date"),
    "audit.report.column.fact": ("台账条目", "fact"),
    "audit.report.column.contradicted": ("不符", "contradicted"),
    "audit.report.column.subject": ("主体", "subject"),
    "audit.report.column.measure": ("指标", "measure"),
    "audit.report.column.backed": ("有据", "backed"),
    "audit.report.column.errors": ("错误", "errors"),
    "audit.report.column.warnings": ("警告", "warnings"),
    "audit.report.column.notes": ("提示", "notes"),
    "audit.report.column.rule": ("规则", "rule"),
    "audit.report.column.severity": ("级别", "severity"),
    "audit.report.column.findings": ("问题", "findings"),
    "audit.report.column.stage": ("环节", "stage"),
    "audit.report.column.reason": ("原因", "reason"),
    "audit.report.column.first": ("例如", "such as"),
    "commands.audit.run.option.sources": ("文件夹、通配符或文件", "folders, globs or files"),
    "commands.option.store": ("存档所在的文件夹", "the folder of the store"),
    "commands.option.jobs": ("用几个进程（默认处理器个数）", "processes (default: as many as processors)"),
    "commands.option.timeout": (
        "一篇稿件最多用几秒，超过就记入 failures（默认 60，0 为不限）",
        "seconds that one document may take before it becomes a failure (default 60, 0 for no limit)",
    ),
    "commands.option.columns": (
        "来源里的列名不同时对应一下，如 title=headline；可重复",
        "a source's own name for a field, such as title=headline; may be repeated",
    ),
    "commands.option.engine": (
        "在哪里做：local 本机（默认），spark 集群",
        "where the work is done: local (default), spark for a cluster",
    ),
    "audit.no_extra": (
        "audit 要另装部件（缺 {name}）：pip install 'figcheck[{extra}]'",
        "audits need an extra ({name} is missing): pip install 'figcheck[{extra}]'",
    ),
    "audit.missing": ("{path}：没有这个文件或文件夹", "{path}: no such file or folder"),
    "audit.unreachable": (
        "{path}：到不了（{reason}）；带网址的来源和存档要用 --engine spark",
        "{path}: can't be reached ({reason}); sources and stores at an address need --engine spark",
    ),
    "audit.map": (
        "“{given}”不对，--map 要写成 字段=列名，字段有：{fields}",
        "“{given}” is not right: --map wants FIELD=COLUMN, with fields: {fields}",
    ),
    "audit.not_a_store": (
        "{path} 里有别的东西（{name}），不是 figcheck 的存档；请另选文件夹",
        "{path} holds something else ({name}) and is no store of figcheck's; choose another folder",
    ),
    "audit.other_schema": (
        "{path} 是另一种格式（第 {version} 版）的存档，这一版 figcheck 读不了；请另选文件夹，重新审计",
        "{path} is a store of another format (version {version}), which this figcheck can't read; choose another folder and audit anew",
    ),
    "audit.no_store": ("{path} 里没有存档", "there is no store in {path}"),
    "audit.locked": ("{path} 正被另一次审计使用", "{path} is in use by another audit"),
    "audit.anew": (
        "规则、台账或版本变了，全部稿件重新核对。",
        "Rules, ledger or version have changed: everything is audited anew.",
    ),
    "audit.stopped": (
        "停下了：{reason}。已完成的都在，用同一条命令可以接着做。",
        "stopped: {reason}. What was done is kept; the same command goes on from there.",
    ),
    "audit.interrupted": (
        "停下了。已完成的都在，用同一条命令可以接着做。",
        "stopped. What was done is kept; the same command goes on from there.",
    ),
    "audit.progress": (
        "{share}%  {documents} 篇  {rate} MB/s  还需约 {left}  问题 {findings}  失败 {failures}",
        "{share}%  {documents} articles  {rate} MB/s  about {left} left  {findings} findings  {failures} failures",
    ),
    "audit.done": (
        "核对 {documents} 篇，{skipped} 篇没有变；问题 {findings} 处，失败 {failures} 篇。存档：{store}",
        "{documents} articles audited, {skipped} unchanged; {findings} findings, {failures} failures. Store: {store}",
    ),
    "audit.vanished": (
        "来源里已没有的 {count} 篇，存档里也不再留。",
        "{count} articles are no longer in the sources; the store has let go of them.",
    ),
}
