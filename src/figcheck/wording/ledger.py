"""Words of the ledger: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    # the file as a whole
    "ledger.missing_file": ("找不到这个台账文件。", "No such ledger file."),
    "ledger.unreadable": ("台账读不出来：{reason}。", "The ledger can't be read: {reason}."),
    "ledger.no_ledgers": (
        "这个文件夹里没有台账（*.yaml 或 *.yml）。",
        "There are no ledgers (*.yaml or *.yml) in this folder.",
    ),
    "ledger.too_large": ("台账超过 {limit} MB，不读。", "The ledger is over {limit} MB and is not read."),
    "ledger.empty": (
        "台账是空的，第一行应为 figcheck: 1。",
        "The ledger is empty; its first line should be figcheck: 1.",
    ),
    "ledger.binary": ("这不是文本文件。", "This is no text file."),
    "ledger.encoding": (
        "这里的字节不是 UTF-8 文字，请把台账另存为 UTF-8。",
        "The bytes here are no UTF-8 text; save the ledger as UTF-8.",
    ),
    "ledger.encoding_gb": (
        "台账像是存成了 GBK 编码，请另存为 UTF-8。",
        "The ledger seems to be saved in GBK; save it as UTF-8.",
    ),
    "ledger.unprintable": (
        "这里有一个看不见的控制字符（{code}），请删掉。",
        "There is an invisible control character ({code}) here; delete it.",
    ),
    "ledger.no_version": (
        "缺少版本，请在第一行写上 figcheck: 1。",
        "The version is missing: write figcheck: 1 on the first line.",
    ),
    "ledger.wrong_version": (
        "不认识台账版本“{text}”，这里只认 figcheck: 1。",
        "Unknown ledger version “{text}”; only figcheck: 1 is known.",
    ),
    # YAML that a ledger does without
    "ledger.anchor": (
        "台账不用 YAML 的锚点（&{name}），请把内容原样写出；文字本身以 & 开头时加引号。",
        "Anchors (&{name}) have no place in a ledger: write the thing out; quote a text that begins with &.",
    ),
    "ledger.alias": (
        "台账不用 YAML 的引用（*{name}），请把内容原样写出；文字本身以 * 开头时加引号。",
        "Aliases (*{name}) have no place in a ledger: write the thing out; quote a text that begins with *.",
    ),
    "ledger.tag": (
        "台账不用 YAML 的类型标签（{name}），一切都是文字；文字本身以 ! 开头时加引号。",
        "Tags ({name}) have no place in a ledger, where all is text; quote a text that begins with !.",
    ),
    "ledger.duplicate_key": (
        "“{name}”在第 {line} 行已经写过一次，同一处只能写一次。",
        "“{name}” stands on line {line} already; write it once.",
    ),
    "ledger.key_not_text": ("冒号前面只能是文字。", "Only a text may stand before the colon."),
    "ledger.too_deep": (
        "嵌套超过 {limit} 层，从这里起没有再读。",
        "Nested more than {limit} levels deep; nothing was read from here on.",
    ),
    "ledger.second_document": (
        "一个文件只能是一份台账，这个 --- 以后没有读。",
        "One file is one ledger; nothing after this --- was read.",
    ),
    # YAML that does not parse
    "ledger.full_width_colon": (
        "“{name}”后面是全角冒号，请改成半角冒号加一个空格。",
        "The colon after “{name}” is full-width; write an ASCII colon and a space.",
    ),
    "ledger.colon_space": (
        "“{name}”的冒号后面要空一个半角空格。",
        "A plain space must follow the colon after “{name}”.",
    ),
    "ledger.hash": (
        "空格后面的 # 会被 YAML 当作注释，后面的文字就丢了，请把整条文字放进引号。",
        "YAML takes # after a space for a comment and drops the rest: put the whole text in quotes.",
    ),
    "ledger.indent": (
        "缩进请用半角空格，不要用制表符或全角空格。",
        "Indent with plain spaces, not with tabs or full-width spaces.",
    ),
    "ledger.first_character": (
        "文字以“{char}”开头时，要把整条文字放进引号。",
        "A text that begins with “{char}” must stand in quotes.",
    ),
    "ledger.open_quote": ("这里的引号没有收尾。", "The quotation mark opened here is never closed."),
    "ledger.open_bracket": ("这里的括号没有收好。", "The bracket opened here is not closed properly."),
    "ledger.escape": (
        "双引号里的反斜线是 YAML 的转义，请改用单引号。",
        "A backslash in double quotes is an escape in YAML; use single quotes.",
    ),
    "ledger.stray_colon": (
        "这里不该有冒号：文字里有“冒号加空格”时，整条文字要放进引号；否则请看看这一行和上一行的缩进。",
        "No colon belongs here: put a text that holds a colon and a space in quotes, else look at this line’s indent.",
    ),
    "ledger.no_colon": (
        "这一行缺少冒号，应写成“名称: 内容”，冒号是半角的，后面空一格。",
        "A colon is missing: write “name: content”, with an ASCII colon and a space.",
    ),
    "ledger.stray_dash": (
        "这里不该有短横：列表的每一项另起一行；文字以短横开头时加引号。",
        "No dash belongs here: items start on lines of their own; quote a text that begins with a dash.",
    ),
    "ledger.stray": (
        "这里接不上前文：请看缩进是否与同一条的其他行对齐，引号或方括号后面是否还有文字。",
        "This doesn’t continue what is before it: look at the indent, and for text after a closing quote or bracket.",
    ),
    "ledger.syntax": ("不是合格的 YAML（{problem}）。", "This is no valid YAML ({problem})."),
    # keys
    "ledger.unknown_key": (
        "没有“{name}”这一项，这里可以写的有：{known}。",
        "There is no key “{name}”; these may stand here: {known}.",
    ),
    "ledger.unknown_key_near": (
        "没有“{name}”这一项，是不是 {near}？",
        "There is no key “{name}”; did you mean {near}?",
    ),
    "ledger.missing_key": ("缺少 {name}：{doc}。", "{name} is missing: {doc}."),
    "ledger.empty_value": (
        "这里是空的，应写上内容，或者把这一项删掉。",
        "Nothing is written here: fill it or delete it.",
    ),
    "ledger.blank_ends": (
        "文字的头或尾有空白（也许是全角空格），请删掉。",
        "There is white space (perhaps a full-width space) at an end of the text; delete it.",
    ),
    "ledger.want_text": ("这里应是一段文字。", "A text belongs here."),
    "ledger.want_texts": ("这里应是一段文字，或由文字组成的列表。", "A text or a list of texts belongs here."),
    "ledger.want_list": (
        "这里应是一个列表，每一项以短横加空格开头。",
        "A list belongs here, each item beginning with a dash and a space.",
    ),
    "ledger.want_mapping": (
        "这里应是若干行“名称: 内容”。",
        "Lines of “name: content” belong here.",
    ),
    # values
    "ledger.not_a_figure": (
        "读不懂“{text}”是什么数字，请照稿件的写法写，如 335亿元、5.2%、下降8.9%。",
        "No figure can be read from “{text}”; write it as an article would: 335亿元, 5.2%, 下降8.9%.",
    ),
    "ledger.not_a_period": (
        "读不懂“{text}”是什么时间，应写成 2024、2024-11、2024-11-20、2024-Q3、2024-H1 或 2025-01/2025-10。",
        "“{text}” is no period; write 2024, 2024-11, 2024-11-20, 2024-Q3, 2024-H1 or 2025-01/2025-10.",
    ),
    "ledger.not_a_stamp": (
        "读不懂“{text}”是哪一天，应写成 2024、2024-11 或 2024-11-20。",
        "“{text}” is no date; write 2024, 2024-11 or 2024-11-20.",
    ),
    "ledger.not_a_day": (
        "读不懂“{text}”是哪一天，应写成 2024-11-20。",
        "“{text}” is no day; write 2024-11-20.",
    ),
    "ledger.write_instead": ("“{text}”应写成 {near}。", "Write {near} for “{text}”."),
    "ledger.no_such_day": ("日历上没有“{text}”。", "The calendar has no “{text}”."),
    "ledger.reversed": ("“{text}”的终点在起点之前。", "“{text}” ends before it begins."),
    "ledger.not_a_tolerance": (
        "读不懂容差“{text}”，应写成 0.5% 或 0.005。",
        "“{text}” is no tolerance; write 0.5% or 0.005.",
    ),
    "ledger.wide_tolerance": (
        "容差“{text}”不小于 100%，是不是漏了百分号？",
        "A tolerance of “{text}” is 100% or more; is a percent sign missing?",
    ),
    "ledger.not_every": (
        "读不懂间隔“{text}”，应写成 2年、2 years 或 2。",
        "“{text}” is no interval; write 2 years, 2年 or 2.",
    ),
    "ledger.not_an_edition": (
        "读不懂“{text}”是第几届，应写成数字，如 11: 2024。",
        "“{text}” is no edition; write a number: 11: 2024.",
    ),
    "ledger.not_a_year": ("读不懂“{text}”是哪一年，应写成 2024。", "“{text}” is no year; write 2024."),
    # entries
    "ledger.date_and_start": ("date 和 start、end 只能写一种。", "Write either date, or start and end."),
    "ledger.end_without_start": ("写了 end，就要写 start。", "An end needs a start."),
    "ledger.article_unknown": (
        "title、url、path 至少要写一项，否则不知道说的是哪篇稿件。",
        "Give a title, url or path, else nobody can tell which article is meant.",
    ),
    "ledger.alias_claimed": (
        "“{name}”已经是“{owner}”的别名（{place}），不能同时指两个主体。",
        "“{name}” is an alias of “{owner}” already ({place}) and can’t stand for two subjects.",
    ),
    "ledger.alias_is_subject": (
        "“{name}”本身是一个主体（{place}），不能又是“{owner}”的别名。",
        "“{name}” is a subject itself ({place}) and can’t be an alias of “{owner}”.",
    ),
    "ledger.same_id": (
        "id“{name}”在第 {line} 行已经用过，后一条会把前一条盖掉。",
        "The id “{name}” is used on line {line} already; the later fact would hide the earlier.",
    ),
    "ledger.contradiction": (
        "“{subject}”的“{measure}”自相矛盾：这里是 {value}，{place} 是 {other}，时间相同。",
        "“{measure}” of “{subject}” contradicts itself: {value} here, {other} at {place}, for the same time.",
    ),
    # what each key is for
    "ledger.doc.ledger": ("figcheck 台账", "figcheck ledger"),
    "ledger.doc.ledger.figcheck": ("台账格式的版本，写 1", "the version of the format: 1"),
    "ledger.doc.ledger.subjects": ("主体和它的别名", "subjects and their other names"),
    "ledger.doc.ledger.facts": ("已核实的数字", "figures that are known"),
    "ledger.doc.ledger.events": ("发生过的或定期举行的事", "things that happened, or recur"),
    "ledger.doc.ledger.people": ("人名和职务", "people and their titles"),
    "ledger.doc.ledger.credits": ("可以署名的人和来源", "who may be credited"),
    "ledger.doc.ledger.articles": ("某篇稿件的稿头应是什么样", "what a certain article’s masthead must say"),
    "ledger.doc.facts.id": (
        "这条数字的名字，不写则由主体、指标和时间组成",
        "its name; else made from subject, measure and as_of",
    ),
    "ledger.doc.facts.subject": ("说的是谁", "whom it is about"),
    "ledger.doc.facts.measure": (
        "数的是什么，稿件里数字旁边的用词，一个或几个",
        "what is counted: a word or words near the figure",
    ),
    "ledger.doc.facts.value": ("数值，照稿件的写法写，如 335亿元", "the figure as an article would write it: 335亿元"),
    "ledger.doc.facts.as_of": ("数值是什么时候的，如 2024-11", "when it holds: 2024-11"),
    "ledger.doc.facts.tolerance": ("允许的偏差，如 0.5%", "how far a figure may stray: 0.5%"),
    "ledger.doc.facts.source": ("出处", "on whose word"),
    "ledger.doc.events.name": ("事件的正式名称", "its full name"),
    "ledger.doc.events.aliases": ("别名", "other names"),
    "ledger.doc.events.first": ("第一届在什么时候，如 2014", "when the first edition was: 2014"),
    "ledger.doc.events.every": ("几年一届，不写则每年", "years between editions; yearly if not given"),
    "ledger.doc.events.editions": ("第几届在哪一年，如 {{11: 2024}}", "which edition was in which year: {{11: 2024}}"),
    "ledger.doc.events.date": ("发生的日期", "when it happened"),
    "ledger.doc.events.start": ("第一天", "its first day"),
    "ledger.doc.events.end": ("最后一天", "its last day"),
    "ledger.doc.events.source": ("出处", "on whose word"),
    "ledger.doc.people.name": ("姓名", "the name"),
    "ledger.doc.people.titles": ("职务，连同单位", "titles, with the institution"),
    "ledger.doc.credits.editors": ("可以署名的编辑", "editors who may be credited"),
    "ledger.doc.credits.reporters": ("可以署名的记者", "reporters who may be credited"),
    "ledger.doc.credits.sources": ("可以写的来源", "sources that may be named"),
    "ledger.doc.articles.title": ("标题", "its title"),
    "ledger.doc.articles.url": ("网址", "its address"),
    "ledger.doc.articles.path": ("文件，可以只写路径的后几段", "its file, or the last parts of the path"),
    "ledger.doc.articles.date": ("发布日期，如 2024-11-21", "its date of publication: 2024-11-21"),
    "ledger.doc.articles.editor": ("责任编辑", "its editor"),
    "ledger.doc.articles.byline": ("记者", "its reporters"),
    "ledger.doc.articles.source": ("来源", "its source"),
}
