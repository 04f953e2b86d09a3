"""What articles state, and what of it can't all be right: small archives that read like a dialogue."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from figcheck import Ledger, documents
from figcheck.audit.statements import statements
from figcheck.pipeline import analyse

Run = Callable[..., tuple[int, str, str]]

# --- statements ----------------------------------------------------------------------------------------------------

STATED = {
    "1—10月，江州港货物吞吐量353万吨。": ["江州港|货物吞吐量|2025-01-01/2025-10-31|"],
    "今年前10个月，江州港累计完成货物吞吐量353万吨。": ["江州港|完成货物吞吐量|2025-01-01/2025-10-31|"],
    "江州港今年1至10月的货物吞吐量达353万吨。": ["江州港|货物吞吐量|2025-01-01/2025-10-31|"],
    "江州港今年前10月货物吞吐量达353万吨。": ["江州港|货物吞吐量|2025-01-01/2025-10-31|"],
    "2024年，江苏省粮食产量760.5亿斤，同比增长1.2%。": [
        "江苏|粮食产量|2024-01-01/2024-12-31|",
        "江苏|粮食产量|2024-01-01/2024-12-31|同比",
    ],
    "2024年，江苏粮食产量比上年增长1.2%。": ["江苏|粮食产量|2024-01-01/2024-12-31|同比"],
    "截至10月底，澜川市图书馆藏书量达到418.6万册。": ["澜川市图书馆|藏书量|/2025-10-31|"],
    "去年，澜川市图书馆举办3268场阅读活动。": ["澜川市图书馆|举办阅读活动|2024-01-01/2024-12-31|"],
    "去年，澜川市图书馆举办阅读活动3268场。": ["澜川市图书馆|举办阅读活动|2024-01-01/2024-12-31|"],
    "西延高铁正线全长299.8公里，设计时速350公里。": ["西延高铁|正线全长|always|", "西延高铁|设计时速|always|"],
    "目前，江州银行存款余额达820.6亿元。": ["江州银行|存款余额|now|"],
    "据海关统计，今年前10个月，我国货物贸易进出口总值37.31万亿元。": ["全国|货物贸易进出口总值|2025-01-01/2025-10-31|"],
    "江州港再传捷报。1—10月，完成货物吞吐量353万吨。": ["江州港|完成货物吞吐量|2025-01-01/2025-10-31|"],
    "江州大学成立于1956年。": ["江州大学|成立|always|"],
    "江州大学始建于1956年9月，现有教职工1200人。": ["江州大学|建|always|", "江州大学|现有教职工|now|"],
    "西延高铁2025年10月26日正式开通运营。": ["西延高铁|开通|always|"],
    "江州图书馆历史悠久，创建于1956年。": ["江州图书馆|创建|always|"],
    "1956年，江州大学成立。": [],
    "江州大学计划于2026年成立。": [],
    "江州大学附属医院的前身成立于1956年。": [],
    "改造后的江州图书馆将于2026年开馆。": [],
    # another time, name, figure, plan, comparison or pronoun comes between, or words can't be placed
    "今年，江州港货物吞吐量353万吨。": [],
    "1—10月，江州港预计货物吞吐量353万吨。": [],
    "1—10月，该港货物吞吐量353万吨。": [],
    "1—10月，全市货物吞吐量353万吨。": [],
    "1—10月，国有企业营业收入353万元。": [],
    "1—10月，江苏和浙江粮食产量760.5亿斤。": [],
    "1—10月，江州港货物吞吐量比澜川港多353万吨。": [],
    "1—10月，江州港每天货物吞吐量353万吨。": [],
    "1—10月，江州港收入353万元。": [],
    "1—10月，江州港货物吞吐量、旅客吞吐量分别为353万吨、21.6万人次。": [],
    "2015年以来，江州港完成货物吞吐量353万吨。": [],
    "1—10月，江州港投入353万元改造旧码头。": [],
    "1—10月，江州港货物吞吐量增长5.2%。": [],
    "1—10月，全国期货市场成交量81.17亿手，成交额675.45万亿元。": ["全国|期货市场成交量|2025-01-01/2025-10-31|"],
}


@pytest.mark.parametrize(("text", "expected"), STATED.items(), ids=list(STATED))
def test_what_a_sentence_states(text: str, expected: list[str]) -> None:
    document = documents.from_text(text, date=datetime.date(2025, 11, 8))
    found = statements(analyse(document, Ledger())).values()
    assert ["|".join((each.subject, each.measure, each.scope, each.change)) for each in found] == expected


# --- contradictions ------------------------------------------------------------------------------------------------

Said = list[tuple[str, str]]
NOV = [f"2025-11-{day:02}" for day in range(1, 29)]

FOUND: dict[str, tuple[Said, str | None]] = {
    "digits transposed, against two": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[4], "今年前10个月，江州港货物吞吐量达353.6万吨，再创新高。"),
            (NOV[5], "江州港今年1至10月货物吞吐量356.3万吨。"),
        ],
        "slip transposed high",
    ),
    "two years of one beginning": (
        [
            (NOV[3], "江州大学成立于1956年。"),
            (NOV[4], "江州大学成立于1956年9月，现有教职工1200人。"),
            (NOV[9], "江州大学成立于1965年，学科齐全。"),
        ],
        "slip None middle",
    ),
    "a year, and the day in it": (
        [(NOV[3], "江州大学成立于1956年。"), (NOV[4], "江州大学成立于1956年9月1日，历史悠久。")],
        None,
    ),
    "万 for 亿": (
        [
            (NOV[3], "2024年，江州银行净利润20.6亿元。"),
            (NOV[4], "江州银行2024年净利润达20.6亿元，增势良好。"),
            (NOV[9], "2024年江州银行净利润20.6万元。"),
        ],
        "slip magnitude high",
    ),
    "one against one": (
        [
            (NOV[3], "西延高铁正线全长299.8公里。"),
            (NOV[4], "西延高铁起自西安，正线全长289.8公里。"),
        ],
        "either digit middle",
    ),
    "fall and growth": (
        [
            (NOV[3], "前三季度，江州港货物吞吐量同比增长5.2%。"),
            (NOV[4], "江州港前三季度货物吞吐量同比下降5.2%，降幅收窄。"),
        ],
        "either None middle",
    ),
    "a later figure that later articles keep": (
        [
            ("2025-02-03", "2024年，江州市地区生产总值2031.2亿元。"),
            ("2025-02-09", "江州市2024年地区生产总值2031.2亿元，增势平稳。"),
            ("2025-07-01", "2024年，江州市地区生产总值为2046.8亿元，居全省第三。"),
            ("2025-09-01", "2024年江州市地区生产总值2046.8亿元。"),
        ],
        "revision None",
    ),
    "a figure that is said to be preliminary": (
        [
            ("2025-02-03", "初步核算，2024年，江州市地区生产总值2031.2亿元。"),
            ("2025-12-01", "2024年江州市地区生产总值2046.8亿元。"),
        ],
        "revision None",
    ),
    "rounded, cut off, hedged": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.62万吨。"),
            (NOV[4], "1—10月，江州港货物吞吐量353万吨，再创新高。"),
            (NOV[5], "1—10月，江州港货物吞吐量超过350万吨。"),
            (NOV[6], "1—10月，江州港货物吞吐量近360万吨。"),
            (NOV[7], "1—10月，江州港货物吞吐量约350万吨，增势良好。"),
            (NOV[8], "1—10月，江州港货物吞吐量300多万吨。"),
            (NOV[9], "1—10月，江州港货物吞吐量突破300万吨。"),
        ],
        None,
    ),
    "other periods": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[4], "10月，江州港货物吞吐量35.6万吨。"),
            (NOV[5], "1—9月，江州港货物吞吐量318.1万吨。"),
            (NOV[6], "2024年，江州港货物吞吐量401.7万吨。"),
            (NOV[7], "截至10月底，江州港货物吞吐量累计4001.7万吨。"),
        ],
        None,
    ),
    "a year that is not over": (
        [("2025-06-03", "今年，江州港货物吞吐量153.6万吨。"), (NOV[3], "今年，江州港货物吞吐量353.6万吨。")],
        None,
    ),
    "the same words in two places are two subjects": (
        [(NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"), (NOV[4], "1—10月，澜川港货物吞吐量303.6万吨。")],
        None,
    ),
    "other measures": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[4], "1—10月，江州港外贸货物吞吐量303.6万吨。"),
            (NOV[5], "1—10月，江州港货物吞吐量环比增长5.2%。"),
            (NOV[6], "1—10月，江州港货物吞吐量同比增长8.2%。"),
        ],
        None,
    ),
    "the dead are counted by the hour": (
        [(NOV[3], "11月4日，江州矿山事故造成3人遇难。"), (NOV[3], "11月4日，江州矿山事故造成5人遇难，搜救继续。")],
        None,
    ),
    "an article that has both values says why": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[5], "1—10月，江州港货物吞吐量353.6万吨。1—10月，江州港货物吞吐量356.3万吨。"),
        ],
        None,
    ),
    "one sentence reprinted is one witness": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[4], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[5], "1—10月，江州港货物吞吐量377.7万吨。"),
        ],
        "either None middle",
    ),
}


def audited(run: Run, said: Said) -> dict[str, Any]:
    """An archive of articles of one paragraph, and what of it can't be right."""
    articles = [{"id": number, "title": "题目", "date": date, "text": text} for number, (date, text) in enumerate(said)]
    lines = [json.dumps(article, ensure_ascii=False) for article in articles]
    Path("a.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    assert run("audit", "a.jsonl", "--store", "store", "--jobs", "1", "--isolated")[0] == 0
    status, out, _ = run("audit", "contradictions", "--store", "store", "--format", "json")
    assert status == 0
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.parametrize(("said", "expected"), FOUND.values(), ids=list(FOUND))
def test_what_can_not_be_right(run: Run, said: Said, expected: str | None) -> None:
    told = audited(run, said)
    found = [f"{each['verdict']} {each['slip']} {each['sure']}" for each in told["contradictions"]]
    found += [f"{each['verdict']} {each['slip']}" for each in told["revisions"]]
    assert found == ([] if expected is None else [expected])


OUTDATED: dict[str, tuple[Said, int | None]] = {
    "an old figure a year after newer ones": (
        [
            ("2023-01-10", "江州银行现有客户318.4万户。"),
            ("2023-09-10", "江州银行现有客户331.2万户。"),
            ("2024-03-10", "江州银行现有客户345.9万户。"),
            ("2024-09-10", "江州银行现有客户318.4万户，遍布全省。"),
        ],
        366,
    ),
    "a slip between two right ones": (
        [
            ("2023-01-10", "江州银行现有客户318.4万户。"),
            ("2023-05-10", "江州银行现有客户381.4万户。"),
            ("2023-09-10", "江州银行现有客户318.4万户，遍布全省。"),
            ("2024-03-10", "江州银行现有客户345.9万户。"),
        ],
        None,
    ),
    "figures that grow": (
        [
            ("2023-01-10", "江州银行现有客户318.4万户。"),
            ("2023-09-10", "江州银行现有客户331.2万户。"),
            ("2024-03-10", "江州银行现有客户345.9万户。"),
            ("2024-09-10", "江州银行现有客户351.7万户。"),
        ],
        None,
    ),
}


@pytest.mark.parametrize(("said", "days"), OUTDATED.values(), ids=list(OUTDATED))
def test_figures_that_were_out_of_date(run: Run, said: Said, days: int | None) -> None:
    assert [each["days"] for each in audited(run, said)["outdated"]] == ([] if days is None else [days])


def test_words_json_and_page_tell_the_same(run: Run) -> None:
    said, _ = FOUND["digits transposed, against two"]
    told = audited(run, [(date, text.replace("江州港", "<b>江州港")) for date, text in said])
    assert told["summary"] == {"contradictions": 0, "revisions": 0, "outdated": 0}
    told = audited(run, said)
    sides = told["contradictions"][0]["sides"]
    assert [(side["value"], side["articles"]) for side in sides] == [("353.6万吨", 2), ("356.3万吨", 1)]
    assert sides[1]["statements"][0]["documents"] == ["a.jsonl#2"]
    _, words, _ = run("audit", "contradictions", "--store", "store")
    _, page, _ = run("audit", "contradictions", "--store", "store", "--format", "html")
    for shown in ("江州港 · 货物吞吐量 · 2025年1—10月", "相邻两位数字写颠倒", "2025-11-06", "a.jsonl#2", "把握大"):
        assert shown in words and shown in page
    assert "<mark>356.3万吨</mark>" in page and "<script" not in page
    assert "two digits transposed" in run("audit", "contradictions", "--store", "store", "--lang", "en")[1]


def test_where_nothing_contradicts(run: Run) -> None:
    audited(run, [(NOV[3], "1—10月，江州港货物吞吐量353.6万吨。")])
    assert "没有发现" in run("audit", "contradictions", "--store", "store")[1]
    assert run("audit", "contradictions", "--store", "none")[0] == 2


# --- learning ------------------------------------------------------------------------------------------------------

LEARNT: dict[str, tuple[Said, list[str]]] = {
    "three articles in their own words": (
        [
            (NOV[3], "1—10月，江州港完成货物吞吐量353.6万吨。"),
            (NOV[4], "今年前10个月，江州港完成货物吞吐量达353.6万吨，再创新高。"),
            (NOV[5], "江州港今年1至10月完成货物吞吐量超过350万吨。"),
        ],
        ["江州港|货物吞吐量 完成货物吞吐量|353.6万吨|2025-01/2025-10"],
    ),
    "a change against the year before": (
        [
            (NOV[3], "2024年，江州银行净利润同比下降3.6%。"),
            (NOV[4], "江州银行2024年净利润同比下降3.6%，好于预期。"),
            (NOV[5], "2024年江州银行净利润比上年下降3.6%，降幅收窄。"),
        ],
        ["江州银行|净利润|下降3.6%|2024"],
    ),
    "what holds always": (
        [
            (NOV[3], "西延高铁正线全长299.8公里。"),
            (NOV[4], "西延高铁起自西安，正线全长299.8公里。"),
            (NOV[5], "西延高铁正线全长299.8公里，设计时速350公里。"),
        ],
        ["西延高铁|正线全长|299.8公里|"],
    ),
    "one sentence reprinted twice": (
        [(day, "1—10月，江州港完成货物吞吐量353.6万吨。") for day in NOV[3:6]],
        [],
    ),
    "one article contradicts": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[4], "今年前10个月，江州港货物吞吐量达353.6万吨，再创新高。"),
            (NOV[5], "江州港今年1至10月货物吞吐量353.6万吨。"),
            (NOV[6], "江州港今年1至10月货物吞吐量356.3万吨。"),
        ],
        [],
    ),
    "no two have the same precise figure": (
        [
            (NOV[3], "1—10月，江州港货物吞吐量353.6万吨。"),
            (NOV[4], "今年前10个月，江州港货物吞吐量超过350万吨，再创新高。"),
            (NOV[5], "江州港今年1至10月货物吞吐量约350万吨。"),
        ],
        [],
    ),
}


@pytest.mark.parametrize(("said", "expected"), LEARNT.values(), ids=list(LEARNT))
def test_what_many_articles_agree_on(run: Run, said: Said, expected: list[str]) -> None:
    audited(run, said)
    assert run("audit", "learn", "--store", "store", "-o", "learned.yaml")[0] == 0
    facts = Ledger.load("learned.yaml").facts if Path("learned.yaml").exists() else ()
    found = [
        "|".join((fact.subject, " ".join(fact.measures), fact.written, fact.as_of.iso if fact.as_of else ""))
        for fact in facts
    ]
    assert found == expected
    assert all("a.jsonl#0" in (fact.source or "") for fact in facts)


def test_a_ledger_gets_what_it_lacks(run: Run) -> None:
    audited(run, LEARNT["three articles in their own words"][0])
    assert run("audit", "learn", "--store", "store", "--yes")[0] == 2
    for count in (1, 0):
        status, _, err = run("audit", "learn", "--store", "store", "--ledger", "desk.yaml", "--yes")
        assert status == 0 and f"提出 {count} 条" in err
    assert [fact.subject for fact in Ledger.load("desk.yaml").facts] == ["江州港"]
    Path("desk.yaml").write_text("figcheck: 1\nfakts: []\n", "utf-8")
    assert run("audit", "learn", "--store", "store", "--ledger", "desk.yaml")[0] == 2
