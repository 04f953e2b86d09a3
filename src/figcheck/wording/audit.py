"""Words of audits: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "commands.audit.short": ("核对整个稿库，存档、查询、汇总", "audit an archive, and ask what was found"),
    "commands.audit.usage": (
        "用法：figcheck audit 来源… --store 文件夹 [选项]\n      figcheck audit report|query … --store 文件夹",
        "Usage: figcheck audit SOURCE... --store DIR [OPTION]...\n       figcheck audit report|query ... --store DIR",
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
        "figcheck audit 'archive/**/*.parquet' --map title=headline --store 审计/",
        "figcheck audit archive/ --ledger ledgers/ --store audit/\n"
        "figcheck audit archive.jsonl.zst --store audit/ --jobs 8 --timeout 30\n"
        "figcheck audit 'archive/**/*.parquet' --map title=headline --store audit/",
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
    "audit.sql": ("这条 SQL 不行：{reason}", "that query won't do: {reason}"),
    "audit.report.title": ("figcheck 稿库核对汇总", "figcheck: an archive summed up"),
    "audit.report.size": (
        "稿件 {documents} 篇，{characters} 字；读不了的 {failures} 篇",
        "{documents} articles, {characters} characters; {failures} could not be read",
    ),
    "audit.report.coverage": (
        "数字 {figures} 处：有据 {backed}，不符 {contradicted}",
        "{figures} figures: {backed} backed, {contradicted} contradicted",
    ),
    "audit.report.found": (
        "问题：错误 {errors}，警告 {warnings}，提示 {notes}",
        "findings: {errors} errors, {warnings} warnings, {notes} notes",
    ),
    "audit.report.rate": ("每万字差错 {rate}（限 3）", "errors in 10,000 characters: {rate} (limit 3)"),
    "audit.report.aid": (
        "差错率参照报纸编校差错的计算办法：标题中的错误加倍，数字用法类每处计 0.1、每篇至多计 1。只供参考，不是结论。",
        "Counted after the press authority's rules for newspapers: errors in headlines double, slips of notation 0.1 each and at "
        "most 1 an article. An aid, not a verdict.",
    ),
    "audit.report.by.year": ("按年份", "By year"),
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
    "commands.option.engine": ("在哪里做：local 本机", "where the work is done: local"),
    "audit.no_extra": (
        "audit 要另装部件（缺 {name}）：pip install 'figcheck[audit]'",
        "audits need an extra ({name} is missing): pip install 'figcheck[audit]'",
    ),
    "audit.missing": ("{path}：没有这个文件或文件夹", "{path}: no such file or folder"),
    "audit.map": (
        "“{given}”不对，--map 要写成 字段=列名，字段有：{fields}",
        "“{given}” is not right: --map wants FIELD=COLUMN, with fields: {fields}",
    ),
    "audit.not_a_store": (
        "{path} 里有别的东西（{name}），不是 figcheck 的存档；请另选文件夹",
        "{path} holds something else ({name}) and is no store of figcheck's; choose another folder",
    ),
    "audit.other_schema": (
        "{path} 是另一种格式（第 {version} 版）的存档，请另选文件夹",
        "{path} is a store of another format (version {version}); choose another folder",
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
