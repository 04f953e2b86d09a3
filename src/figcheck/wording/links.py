"""Words of the links and of the rulebook: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "link.subject.clause": (
        "主体：本分句中的“{alias}”即台账的“{subject}”",
        "subject: “{alias}” in this clause is “{subject}”",
    ),
    "link.subject.sentence": (
        "主体：本句前文的“{alias}”即台账的“{subject}”",
        "subject: “{alias}” earlier in the sentence is “{subject}”",
    ),
    "link.subject.carried": (
        "主体：沿用前文的“{alias}”（台账的“{subject}”）",
        "subject: carried on from “{alias}” before (“{subject}”)",
    ),
    "link.subject.voice": (
        "主体：说话人所代表的“{alias}”（台账的“{subject}”）",
        "subject: the speaker's organisation “{alias}” (“{subject}”)",
    ),
    "link.subject.far": (
        "主体：沿用标题或前面段落的“{alias}”（台账的“{subject}”）",
        "subject: carried on from title or earlier paragraph: “{alias}” (“{subject}”)",
    ),
    "link.measure": ("指标：“{measure}”，距数字{gap}字", "measure: “{measure}”, {gap} characters from the figure"),
    "link.coincides": (
        "指标：与台账数值相同或只差一处笔误，本句另有“{measure}”，距数字{gap}字",
        "measure: equals the ledger's value, or all but a slip; “{measure}” is in the sentence, {gap} characters away",
    ),
    "link.coincides.before": (
        "指标：与台账数值相同，前一句有“{measure}”，距数字{gap}字",
        "measure: equals the ledger's value; “{measure}” is in the sentence before, {gap} characters away",
    ),
    "link.repeats": (
        "标题没有写明指标，数值与正文这一处相同",
        "the title names no measure; its figure is that of this place in the text",
    ),
    "link.period.timeless": ("时点：台账未限定时点", "period: the ledger sets none"),
    "link.period.stated": (
        "时点：本句写明{period}，台账为{as_of}",
        "period: the sentence says {period}, the ledger {as_of}",
    ),
    "link.period.carried": (
        "时点：沿用前文的{period}，台账为{as_of}",
        "period: {period} carried on from before, the ledger has {as_of}",
    ),
    "link.period.article": (
        "时点：按稿件日期{period}，台账为{as_of}",
        "period: the article's date {period}, the ledger has {as_of}",
    ),
    "link.period.none": ("时点：稿件未写明，台账为{as_of}", "period: none stated, the ledger has {as_of}"),
    "link.event.edition": (
        "事件：“{words}”即台账的“{event}”，按{year}年推算届次",
        "event: “{words}” is “{event}”; edition counted for {year}",
    ),
    "link.event.anniversary": (
        "事件：“{words}”即台账的“{event}”，按{year}年推算周年",
        "event: “{words}” is “{event}”; anniversary counted for {year}",
    ),
    "link.event.duration": (
        "事件：“{words}”即台账的“{event}”，按{year}年推算年数",
        "event: “{words}” is “{event}”; years counted up to {year}",
    ),
    "link.event.date": ("事件：“{words}”即台账的“{event}”", "event: “{words}” is “{event}”"),
    "why.no-event": ("附近没有台账所列的事件", "no event of the ledger is named with it"),
    "why.no-measure": ("附近没有台账所列的指标词", "no measure word of the ledger near it"),
    "why.no-subject": ("说不准讲的是台账里的哪个主体", "no subject of the ledger surely holds here"),
    "why.stranger": ("讲的是台账没有收录的“{name}”", "it is about “{name}”, which the ledger does not know"),
    "why.no-fact": (
        "台账里“{subject}”没有同类同单位的“{measure}”",
        "the ledger has no “{measure}” of that kind and unit for “{subject}”",
    ),
    "why.unsure": (
        "可能指“{measure}”，但“{words}”使人说不准是不是同一个指标",
        "perhaps “{measure}”, but “{words}” leaves it unsure whether the same is measured",
    ),
    "why.planned": (
        "可能指“{measure}”，但“{words}”说的是将来或计划，台账记的是已有的数",
        "perhaps “{measure}”, but “{words}” speaks of what is to come, the ledger of what is",
    ),
    "why.scaled": (
        "可能指“{measure}”，但“{words}”像是换了口径，不能直接相比",
        "perhaps “{measure}”, but “{words}” may make it another measure, so the two are not compared",
    ),
    "why.settled": (
        "台账的“{measure}”（{value}）文中另有数字对得上，这里的数相差较大，像是别的口径，请人工核对",
        "another figure of the text matches the ledger's “{measure}” ({value}); this one is far from it, and may be of something else",
    ),
    "why.ambiguous": ("台账里有几条同样合适：{ids}", "several facts fit equally: {ids}"),
    "why.no-ledger": ("没有给出台账", "no ledger was given"),
    "rule.crashed": ("规则{code}出错，已跳过：{error}", "rule {code} crashed and was skipped: {error}"),
    "card.no-folder": ("没有“{name}”这个规则卡文件夹", "there is no folder of cards “{name}”"),
    "card.taken": (
        "{file}：代码或名称“{name}”已经用在 {other} 上",
        "{file}: the code or name “{name}” is taken by {other}",
    ),
    "rule.no-option": (
        "规则 {name} 没有“{option}”这个选项，它的选项有：{known}",
        "rule {name} has no option “{option}”; it has: {known}",
    ),
    "rule.no-options": (
        "规则 {name} 没有选项，“{option}”不能设",
        "rule {name} takes no options, so “{option}” can't be set",
    ),
    "rule.unknown": ("没有“{name}”这条规则", "there is no rule “{name}”"),
    "rule.unknown-near": (
        "没有“{name}”这条规则，是不是“{near}”？",
        "there is no rule “{name}”; did you mean “{near}”?",
    ),
    "card.not-a-mapping": ("{file}：卡片应当是键值对", "{file}: a card must be a mapping"),
    "card.unknown-key": ("{file}：不认识的键“{name}”", "{file}: unknown key “{name}”"),
    "card.broken": ("{file}：卡片有误：{name}", "{file}: the card is not right: {name}"),
}
