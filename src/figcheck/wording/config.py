"""Words about configuration files, suppressions and baselines: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "config.unknown": ("没有“{name}”这一项设置", "there is no setting “{name}”"),
    "config.unknown_near": (
        "没有“{name}”这一项设置，是不是“{near}”？",
        "there is no setting “{name}”; did you mean “{near}”?",
    ),
    "config.only_at_top": (
        "“{name}”管的是整次运行，只能写在文件顶层，不能按路径另定",
        "“{name}” holds for a whole run: it stands at the top of the file, not in an override",
    ),
    "config.want_texts": ("要写成一个字符串或字符串列表", "this takes a string or a list of strings"),
    "config.want_text": ("要写成字符串", "this takes a string"),
    "config.want_table": ("要写成一张表，名称 = 值", "this takes a table of name = value"),
    "config.want_steps": (
        '要写成不小于零的数，如 1、"0.5"、"1/20"，或 "open"（不设限）',
        'this takes a number from zero up, such as 1, "0.5", "1/20", or "open" for no limit',
    ),
    "config.want_overrides": (
        "要写成 [[overrides]]，每一段有自己的 paths",
        "this is written as [[overrides]], each with paths of its own",
    ),
    "config.one_of": ("只能是 {choices}", "must be one of {choices}"),
    "config.encoding": ("不认识“{name}”这种编码", "unknown encoding “{name}”"),
    "config.not_utf8": ("配置文件要用 UTF-8 保存", "a configuration file must be saved as UTF-8"),
    "config.unreadable": ("读不了：{reason}", "cannot be read: {reason}"),
    "config.syntax": ("不是正确的 TOML：{reason}", "this is no TOML: {reason}"),
    "config.too_large": ("文件太大，不像是豁免清单", "too large for a list of suppressions"),
    "config.no_yaml": ("不是正确的 YAML：{reason}", "this is no YAML: {reason}"),
    "config.want_entries": (
        "要写成列表，每条有 rule、text、reason",
        "this is a list, each entry with rule, text and reason",
    ),
    "config.want_entry": (
        "每条要写成 rule:、text:、reason:（另可有 path:、expires:），值都是文字",
        "an entry has rule:, text: and reason: (and may have path: and expires:), each a text",
    ),
    "config.missing": ("缺 {name}", "{name} is missing"),
    "config.want_date": ("日期要写成 2026-12-31 这样", "a date takes the form 2026-12-31"),
    "config.twice": ("这一项在第 {line} 行已经写过", "this stands on line {line} already"),
    "config.baseline_missing": (
        "没有这个基线文件；用 --write-baseline 先生成一份",
        "there is no such baseline; --write-baseline makes one",
    ),
    "config.baseline_broken": (
        "不是 figcheck 写的基线文件，或者坏了；用 --write-baseline 重新生成",
        "this is no baseline of figcheck's, or it is damaged; --write-baseline makes a new one",
    ),
    "config.unused": (
        "{file}:{line}：这条豁免没有用上（{rule} “{text}”），可以删去",
        "{file}:{line}: this suppression let nothing pass ({rule} “{text}”) and can go",
    ),
    "config.expired": (
        "{file}:{line}：这条豁免已于 {expires} 到期（{rule} “{text}”），不再起作用",
        "{file}:{line}: this suppression expired on {expires} ({rule} “{text}”) and no longer holds",
    ),
    "config.nothing": ("（无）", "(none)"),
    "config.column.name": ("设置", "setting"),
    "config.column.value": ("值", "value"),
    "config.column.origin": ("来自", "from"),
    "config.origin.default": ("默认", "default"),
    "config.origin.command": ("命令行", "command line"),
}
