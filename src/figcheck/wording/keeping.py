"""Words of the commands that keep ledgers: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    # what is in a ledger
    "keeping.reading": (
        "正在读台账 {share}%（大台账只有第一次慢）",
        "reading the ledger {share}% (a large one is slow only once)",
    ),
    "keeping.mistakes": (
        "台账有 {count} 处要改，改好之前不能用。",
        "Mistakes in the ledger: {count}; it can’t be used before they are mended.",
    ),
    "keeping.faultless": ("{files}：没有错误，共有{contents}。", "{files}: no mistakes; {contents}."),
    "keeping.comma": ("，", ", "),
    "keeping.list": ("、", ", "),
    "keeping.nothing": ("0 条内容", "nothing in it yet"),
    "keeping.count.facts": ("事实 {count} 条（主体 {subjects} 个）", "facts: {count} (subjects: {subjects})"),
    "keeping.count.events": ("事件 {count} 件", "events: {count}"),
    "keeping.count.people": ("人物 {count} 人", "people: {count}"),
    "keeping.count.articles": ("稿件 {count} 篇", "articles: {count}"),
    "keeping.no_subject": ("台账里没有“{name}”这个主体", "no subject “{name}” in the ledger"),
    "keeping.no_ledger": (
        '没有说是哪份台账：写上文件，或在 figcheck.toml 里写 ledgers = ["台账.yaml"]',
        'no ledger is named: name a file, or write ledgers = ["ledger.yaml"] into figcheck.toml',
    ),
    # tables
    "keeping.sheet.facts": ("事实", "Facts"),
    "keeping.sheet.subjects": ("别名", "Other names"),
    "keeping.sheet.events": ("事件", "Events"),
    "keeping.sheet.people": ("人物", "People"),
    "keeping.sheet.credits": ("署名", "Credits"),
    "keeping.sheet.articles": ("稿件", "Articles"),
    "keeping.column.subject": ("主体", "subject"),
    "keeping.column.measure": ("指标", "measure"),
    "keeping.column.value": ("数值", "value"),
    "keeping.column.as_of": ("时间", "as of"),
    "keeping.column.tolerance": ("容差", "tolerance"),
    "keeping.column.id": ("编号", "id"),
    "keeping.column.source": ("出处", "source"),
    "keeping.column.place": ("位置", "place"),
    "keeping.column.aliases": ("别名", "other names"),
    "keeping.column.event": ("事件", "event"),
    "keeping.column.when": ("时间", "when"),
    "keeping.column.person": ("姓名", "name"),
    "keeping.column.titles": ("职务", "titles"),
    "keeping.column.role": ("身份", "role"),
    "keeping.column.names": ("名单", "names"),
    "keeping.column.article": ("稿件", "article"),
    "keeping.column.date": ("日期", "date"),
    "keeping.column.editor": ("责编", "editor"),
    "keeping.column.byline": ("记者", "byline"),
    "keeping.column.origin": ("来源", "source"),
    "keeping.column.end": ("到", "until"),
    "keeping.column.first": ("首届", "first"),
    "keeping.column.cycle": ("几年一届", "years between"),
    "keeping.column.editions": ("届次", "editions"),
    "keeping.column.title": ("标题", "title"),
    "keeping.column.url": ("网址", "url"),
    "keeping.column.path": ("路径", "path"),
    "keeping.role.editors": ("编辑", "editors"),
    "keeping.role.reporters": ("记者", "reporters"),
    "keeping.role.sources": ("来源", "sources"),
    "keeping.yearly": ("{first} 年起每年一届", "yearly from {first}"),
    "keeping.every": ("{first} 年起每 {every} 年一届", "every {every} years from {first}"),
    # writing
    "keeping.created": ("新建了 {path}。", "Made {path}."),
    "keeping.added.one": ("已写进 {path} 第 {line} 行：", "Written into {path}, line {line}:"),
    "keeping.added": ("已写进 {path}，共 {count} 条。", "Written into {path}; facts: {count}."),
    "keeping.would.one": ("会写进 {path} 第 {line} 行：", "Would be written into {path}, line {line}:"),
    "keeping.would": ("会写进 {path}，共 {count} 条。", "Would be written into {path}; facts: {count}."),
    "keeping.known": (
        "“{subject}”的 {value} 已经在 {path} 第 {line} 行，不再写。",
        "{value} of “{subject}” stands in {path} on line {line} already; not written again.",
    ),
    "keeping.known_many": (
        "{path} 里已有 {count} 条，不再写。",
        "Facts that stand in {path} already, not written again: {count}.",
    ),
    "keeping.twice": (
        "“{subject}”的 {value} 给了两次，只写一次。",
        "{value} of “{subject}” was given twice and is written once.",
    ),
    "keeping.untouched": ("所以没有写进 {path}。", "So nothing was written into {path}."),
    "keeping.unsafe": (
        "{path} 的写法特别，没有把握不动别处，所以没有改动；请照下面的样子手工加进去：",
        "{path} is laid out in a way that could not be kept, so it was left as it is; put this in by hand:",
    ),
    # tables
    "keeping.table.other_format": (
        "{path}：读不了 {suffix} 文件，请另存为 .xlsx 或 .csv。",
        "{path}: {suffix} files can’t be read; save it as .xlsx or .csv.",
    ),
    "keeping.table.no_calamine": (
        '{path}：读 Excel 文件要先装 python-calamine（pip install "figcheck[xlsx]"），或者把它另存为 .csv。',
        '{path}: Excel files need python-calamine (pip install "figcheck[xlsx]"); or save it as .csv.',
    ),
    "keeping.table.no_sheet": (
        "{path}：没有“{sheet}”这张表，有的是 {sheets}。",
        "{path}: there is no sheet “{sheet}”; there are {sheets}.",
    ),
    "keeping.table.broken": (
        "{path}：不是 Excel 文件，或已损坏（{reason}）。",
        "{path}: no Excel file, or a damaged one ({reason}).",
    ),
    "keeping.table.unreadable": ("{path}：读不出来（{why}）。", "{path}: can’t be read ({why})."),
    "keeping.table.empty": ("表里没有一个数字。", "There is no figure in the table."),
    "keeping.table.no_column": (
        "认不出哪一列是 {name}。表头有：{columns}。用 --map 列名={name} 指明，或用 --{name} 给所有行写同一个。",
        "No column is known to be {name}. The columns: {columns}. Say which with --map COLUMN={name}, or give one for all "
        "rows with --{name}.",
    ),
    "keeping.table.no_value": (
        "认不出哪一列是 {name}。表头有：{columns}。用 --map 列名={name} 指明。",
        "No column is known to be {name}. The columns: {columns}. Say which with --map COLUMN={name}.",
    ),
    "keeping.table.no_such_column": (
        "没有“{name}”这一列，有的是 {columns}。",
        "There is no column “{name}”; there is {columns}.",
    ),
    "keeping.table.bad_map": (
        "“{text}”看不懂，--map 要写成 列名=键，如 地区=subject",
        "“{text}” is not understood: --map wants COLUMN=KEY, such as 地区=subject",
    ),
    "keeping.table.no_key": (
        "没有“{key}”这个键，--map 的键是 {keys}",
        "there is no key “{key}”; those of --map are {keys}",
    ),
    "keeping.table.columns": ("读到 {count} 条：{used}", "facts: {count}; {used}"),
    "keeping.table.unused": ("没有用到的列：{columns}", "columns not used: {columns}"),
    "keeping.table.no_figure": ("没有数字的格子 {count} 个，跳过了", "cells without a figure, left out: {count}"),
    # learning
    "keeping.learn.found": (
        "{path}：台账里还没有、又说得准的数字 {count} 处",
        "{path}: figures that are sure and not in the ledger yet: {count}",
    ),
    "keeping.learn.number": ("[{number}/{total}] ", "[{number}/{total}] "),
    "keeping.learn.ask": ("a 收进  e 改  s 跳过  q 到此为止：", "a accept  e edit  s skip  q quit: "),
    "keeping.learn.field": ("  {name}（{value}）：", "  {name} ({value}): "),
    "keeping.learn.put": ("已写进 {path} 第 {line} 行。", "Written into {path}, line {line}."),
    # differences
    "keeping.diff.same": ("两份台账内容相同。", "The two ledgers say the same."),
    "keeping.diff.sum": (
        "新增 {added}，改动 {changed}，删去 {dropped}",
        "added: {added}, changed: {changed}, dropped: {dropped}",
    ),
    "keeping.diff.from_to": ("{old} → {new}", "{old} → {new}"),
    "keeping.diff.nothing": ("（无）", "(none)"),
    "keeping.diff.fact": ("{subject}·{measure}（{as_of}）", "{subject}·{measure} ({as_of})"),
    "keeping.diff.timeless": ("{subject}·{measure}", "{subject}·{measure}"),
    # the commands
    "commands.ledger.short": ("查看、检查、补充台账", "look at ledgers, check them, add to them"),
    "commands.ledger.usage": ("用法：figcheck ledger 命令 [参数]…", "Usage: figcheck ledger COMMAND [ARGUMENT]..."),
    "commands.ledger.about": (
        "台账是编辑部核实过的事实，YAML 格式，可以直接编辑，也可以用这些命令来管。写入时原有的注释和版式不动。",
        "A ledger is what the desk knows, in YAML, to be edited by hand or with these commands, which leave its comments "
        "and layout alone.",
    ),
    "commands.ledger.examples": (
        "figcheck ledger check 台账.yaml                        看有没有写错\n"
        "figcheck ledger show 台账.yaml --subject 腾讯公益       看某个主体有哪些数\n"
        "figcheck ledger learn 定稿.txt --ledger 台账.yaml       从定稿里收进新的数",
        "figcheck ledger check ledger.yaml                       what is wrong with it\n"
        "figcheck ledger show ledger.yaml --subject 腾讯公益     what it knows of a subject\n"
        "figcheck ledger learn approved.txt --ledger ledger.yaml take figures from an approved article",
    ),
    "commands.ledger.check.short": ("检查台账有没有写错", "tell all mistakes in ledgers"),
    "commands.ledger.check.usage": (
        "用法：figcheck ledger check 台账… [选项]",
        "Usage: figcheck ledger check FILE... [OPTION]...",
    ),
    "commands.ledger.check.about": (
        "一次说完所有错处，每处给出文件、行、列和那一行。几份台账一起给，就连它们之间的矛盾也查，"
        "与 check 同时用它们时一样。",
        "Tells all mistakes at once, each with file, line, column and the line itself. Several ledgers are checked "
        "together, as `figcheck check` would use them, contradictions between them included.",
    ),
    "commands.ledger.check.examples": (
        "figcheck ledger check 台账.yaml\nfigcheck ledger check 总台账.yaml 本周.yaml\nfigcheck ledger check 台账目录/",
        "figcheck ledger check ledger.yaml\nfigcheck ledger check desk.yaml week.yaml\nfigcheck ledger check ledgers/",
    ),
    "commands.ledger.check.exits": (
        "0  没有错误\n2  有错误，或读不了",
        "0  no mistakes\n2  mistakes, or a file that cannot be read",
    ),
    "commands.ledger.check.option.files": ("台账文件或文件夹，可多个", "ledgers, or folders of them"),
    "commands.ledger.check.option.quiet": ("只说错处，不说别的", "mistakes only"),
    "commands.ledger.show.short": ("列出台账的内容", "list what is in ledgers"),
    "commands.ledger.show.usage": (
        "用法：figcheck ledger show [台账]… [选项]",
        "Usage: figcheck ledger show [FILE]... [OPTION]...",
    ),
    "commands.ledger.show.about": (
        "按主体列出台账里的事实，再列事件、人物、署名、稿件。几份台账合在一起列，后面的优先。",
        "Lists the facts by subject, then events, people, credits and articles. Several ledgers are shown as one, later "
        "ones over earlier.",
    ),
    "commands.ledger.show.examples": (
        "figcheck ledger show 台账.yaml\nfigcheck ledger show 台账.yaml --subject 腾讯公益\nfigcheck ledger show 台账.yaml --format json",
        "figcheck ledger show ledger.yaml\nfigcheck ledger show ledger.yaml --subject 腾讯公益\nfigcheck ledger show ledger.yaml --format json",
    ),
    "commands.ledger.show.option.files": ("台账文件或文件夹，可多个", "ledgers, or folders of them"),
    "commands.ledger.show.option.subject": (
        "只列这个主体：全名、别名，或其中几个字；可重复",
        "only this subject: its name, another name or part of one; may be repeated",
    ),
    "commands.ledger.show.option.format": (
        "table 给人看（默认），json 给程序读",
        "table to be read (default), json for programs",
    ),
    "commands.ledger.add.short": ("加一条事实", "add one fact"),
    "commands.ledger.add.usage": (
        "用法：figcheck ledger add 台账 --subject 主体 --measure 指标 --value 数值 [选项]",
        "Usage: figcheck ledger add FILE --subject S --measure M --value V [OPTION]...",
    ),
    "commands.ledger.add.about": (
        "把一条事实写进台账，放在同一主体的后面；注释、空行和版式不动。会出错或与台账矛盾的，不写，并说明为什么。"
        "台账还没有的话就新建。",
        "Writes one fact into a ledger, behind the others of its subject; comments, blank lines and layout stay. What would be "
        "a mistake or contradict the ledger is not written, and told. A ledger that does not exist is made.",
    ),
    "commands.ledger.add.examples": (
        "figcheck ledger add 台账.yaml --subject 腾讯公益 --measure 善款 --value 335.2亿元 --as-of 2024-11\n"
        "figcheck ledger add 台账.yaml -s 市图书馆 -m 外借量 -m 图书外借量 -v 下降3.8% -t 2025 --source 年报",
        "figcheck ledger add ledger.yaml --subject 腾讯公益 --measure 善款 --value 335.2亿元 --as-of 2024-11\n"
        "figcheck ledger add ledger.yaml -s 市图书馆 -m 外借量 -m 图书外借量 -v 下降3.8% -t 2025 --source 年报",
    ),
    "commands.ledger.add.exits": ("0  写好了，或已经有了\n2  没有写", "0  written, or there already\n2  not written"),
    "commands.ledger.add.option.file": ("台账文件", "the ledger"),
    "commands.ledger.add.option.subject": ("主体：说的是谁", "who the fact is about"),
    "commands.ledger.add.option.measure": (
        "指标：稿件里怎么叫这个数；有几种叫法就写几次",
        "what is counted, as articles call it; repeated for other words",
    ),
    "commands.ledger.add.option.value": (
        "数值，照稿件的写法：335亿元、5.2%、下降8.9%",
        "the value as an article writes it: 335亿元, 5.2%, 下降8.9%",
    ),
    "commands.ledger.add.option.as_of": (
        "什么时候的数：2024、2024-11、2024-11-20、2024-Q3、2025-01/2025-10",
        "when it holds: 2024, 2024-11, 2024-11-20, 2024-Q3, 2025-01/2025-10",
    ),
    "commands.ledger.add.option.source": ("出处", "where it comes from"),
    "commands.ledger.add.option.id": (
        "编号；不写就用主体、指标和时间",
        "its id; else made of subject, measure and time",
    ),
    "commands.ledger.add.option.tolerance": ("容许的出入，如 0.5%", "how far a figure may be off, such as 0.5%"),
    "commands.ledger.add.option.dry_run": ("只说会怎么写，不动文件", "only say what would be written"),
    "commands.ledger.learn.short": ("从定稿里收进新的数字", "take new figures from approved articles"),
    "commands.ledger.learn.usage": (
        "用法：figcheck ledger learn 定稿… --ledger 台账 [选项]",
        "Usage: figcheck ledger learn ARTICLE... --ledger LEDGER [OPTION]...",
    ),
    "commands.ledger.learn.about": (
        "把定稿里的数字提作事实，附上原句作出处。只提主体、指标、时间都说得准的；台账里已有的不提。"
        "在终端上逐条问：收进、改、跳过、到此为止；收进的当即写好。不在终端上又没有 --yes 时，打印成台账。",
        "Proposes the figures of approved articles as facts, each with its sentence as the source: only those whose subject, "
        "measure and time are sure, and that the ledger does not have. On a terminal it asks about each: accept, edit, skip, "
        "quit; what is accepted is written at once. Elsewhere, without --yes, it prints them as a ledger.",
    ),
    "commands.ledger.learn.examples": (
        "figcheck ledger learn 定稿.txt --ledger 台账.yaml            逐条问\n"
        "figcheck ledger learn 定稿/ --ledger 台账.yaml --yes         全部收进\n"
        "figcheck ledger learn 定稿.txt --ledger 台账.yaml > 新.yaml  只看看",
        "figcheck ledger learn approved.txt --ledger ledger.yaml            asks about each\n"
        "figcheck ledger learn approved/ --ledger ledger.yaml --yes         takes all\n"
        "figcheck ledger learn approved.txt --ledger ledger.yaml > new.yaml only shows them",
    ),
    "commands.ledger.learn.exits": (
        "0  问完了，或写好了\n2  稿件或台账读不了，或台账有错误",
        "0  done\n2  an article or ledger that cannot be read, or a ledger with mistakes",
    ),
    "commands.ledger.learn.option.paths": ("已经定稿、数字无误的稿件", "articles whose figures are right"),
    "commands.ledger.learn.option.ledger": (
        "写进这份台账，没有就新建",
        "the ledger to write into; made where it does not exist",
    ),
    "commands.ledger.learn.option.yes": ("不问，全部收进", "ask nothing, take all"),
    "commands.ledger.import.short": ("从 CSV 或 Excel 表格收进事实", "take facts from a CSV or Excel table"),
    "commands.ledger.import.usage": (
        "用法：figcheck ledger import 表格 [--ledger 台账] [选项]",
        "Usage: figcheck ledger import FILE [--ledger LEDGER] [OPTION]...",
    ),
    "commands.ledger.import.about": (
        "表格每行是一条事实，按表头认列：主体（地区、单位名称……）、指标、数值、单位、时间、出处、编号、容差，中英文都可以；"
        "表头是年份的列，每列是一年的数。百分比格式的单元格按百分比读。不给 --ledger 时，打印成台账。",
        "Each row is a fact. Columns are known by their headers, Chinese or English: subject, measure, value, unit, as_of, "
        "source, id, tolerance; columns headed by a year hold that year’s values. Percent cells are read as percent. Without "
        "--ledger a ledger is printed.",
    ),
    "commands.ledger.import.examples": (
        "figcheck ledger import 年报.xlsx --ledger 台账.yaml\n"
        "figcheck ledger import 年报.xlsx --sheet 粮食 --map 县名=subject --measure 粮食总产量 --unit 万吨\n"
        "figcheck ledger import 数据.csv --as-of 2024 --source 统计年鉴 -o 新台账.yaml",
        "figcheck ledger import report.xlsx --ledger ledger.yaml\n"
        "figcheck ledger import report.xlsx --sheet 粮食 --map 县名=subject --measure 粮食总产量 --unit 万吨\n"
        "figcheck ledger import data.csv --as-of 2024 --source 统计年鉴 -o new.yaml",
    ),
    "commands.ledger.import.exits": (
        "0  收进来了\n2  表格有错，或与台账矛盾，什么也没有写",
        "0  taken\n2  mistakes in the table, or against the ledger: nothing was written",
    ),
    "commands.ledger.import.option.file": ("表格，.csv 或 .xlsx", "the table, .csv or .xlsx"),
    "commands.ledger.import.option.ledger": (
        "写进这份台账，没有就新建；不给就打印",
        "write into this ledger, made where it does not exist; else print",
    ),
    "commands.ledger.import.option.map": (
        "指明某一列是什么，如 县名=subject；可重复",
        "what a column is: 县名=subject; may be repeated",
    ),
    "commands.ledger.import.option.sheet": (
        "Excel 里的哪张表（默认第一张）",
        "which sheet of the workbook (default the first)",
    ),
    "commands.ledger.import.option.subject": ("表里没写主体时，所有行的主体", "the subject of all rows that name none"),
    "commands.ledger.import.option.measure": ("表里没写指标时，所有行的指标", "the measure of all rows that name none"),
    "commands.ledger.import.option.unit": ("表里没写单位时，所有行的单位", "the unit of all rows that name none"),
    "commands.ledger.import.option.as_of": ("表里没写时间时，所有行的时间", "the time of all rows that name none"),
    "commands.ledger.import.option.source": ("表里没写出处时，所有行的出处", "the source of all rows that name none"),
    "commands.ledger.import.option.encoding": ("CSV 的编码；不给就自动判断", "encoding of the CSV; else found out"),
    "commands.ledger.import.option.dry_run": ("只说会怎么写，不动文件", "only say what would be written"),
    "commands.ledger.diff.short": ("比较两份台账", "compare two ledgers"),
    "commands.ledger.diff.usage": (
        "用法：figcheck ledger diff 旧台账 新台账 [选项]",
        "Usage: figcheck ledger diff OLD NEW [OPTION]...",
    ),
    "commands.ledger.diff.about": (
        "列出新台账比旧台账新增、改动、删去了哪些事实、主体、事件、人物、署名和稿件；只挪了位置的不算。",
        "Lists the facts, subjects, events, people, credits and articles that the new ledger adds, changes and drops; "
        "what has only moved does not count.",
    ),
    "commands.ledger.diff.examples": (
        "figcheck ledger diff 上周.yaml 本周.yaml\nfigcheck ledger diff 旧/ 新/ --format json",
        "figcheck ledger diff last-week.yaml ledger.yaml\nfigcheck ledger diff old/ new/ --format json",
    ),
    "commands.ledger.diff.exits": (
        "0  内容相同\n1  有差别\n2  台账有错误，或读不了",
        "0  the same\n1  differences\n2  a ledger with mistakes, or that cannot be read",
    ),
    "commands.ledger.diff.option.old": ("原来的台账，文件或文件夹", "the ledger as it was, a file or a folder"),
    "commands.ledger.diff.option.new": ("现在的台账，文件或文件夹", "the ledger as it is, a file or a folder"),
    "commands.ledger.diff.option.format": (
        "text 给人看（默认），json 给程序读",
        "text to be read (default), json for programs",
    ),
    "commands.ledger.schema.short": ("输出台账格式的 JSON Schema", "print the JSON Schema of ledgers"),
    "commands.ledger.schema.usage": (
        "用法：figcheck ledger schema [选项]",
        "Usage: figcheck ledger schema [OPTION]...",
    ),
    "commands.ledger.schema.about": (
        "给编辑器用的格式说明：台账第一行写上 # yaml-language-server: $schema=它的路径，编辑器就会边写边补全、边检查。",
        "For editors’ programs: with `# yaml-language-server: $schema=its path` on a ledger’s first line they complete "
        "and check it as you type.",
    ),
    "commands.ledger.schema.examples": (
        "figcheck ledger schema -o ledger.schema.json",
        "figcheck ledger schema --lang en -o ledger.schema.json",
    ),
}
