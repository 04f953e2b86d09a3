"""What a desk writes into a ledger, and what figcheck makes of it: YAML in, facts or mistakes out."""

from __future__ import annotations

import codecs
import datetime
import json
import re
import time
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from figcheck.ledger import LedgerError, Mistake, find_entry, growth, load, schema
from figcheck.ledger.grammar import UnreadableError, read_every, read_period, read_share, read_stamp
from figcheck.model import (
    ArticleEntry,
    Document,
    Field,
    Kind,
    Ledger,
    Masthead,
    Place,
    Quantity,
    Span,
    Stamp,
    Unit,
)
from figcheck.wording.ledger import TABLE

CORPUS = Path(__file__).parent / "corpus" / "ledger" / "mistakes.yaml"
MARK = "‸"
EXAMPLE = """\
figcheck: 1
subjects:                       # optional: who a fact is about, with the other names for it
  腾讯公益: [腾讯公益平台]
facts:
  - id: tencent-raised          # optional; else made from subject, measure and as_of
    subject: 腾讯公益
    measure: [善款, 筹集善款]    # what is counted: any one of these words near the figure
    value: 335亿元               # written as an article would write it
    as_of: 2024-11              # optional: when it holds
    tolerance: 0.5%             # optional, else what the value's own precision allows
    source: 腾讯公益 2024 年 11 月公开数据
events:                         # things that happened, or recur
  - name: 世界互联网大会乌镇峰会
    aliases: [乌镇峰会]
    first: 2014                 # the first edition; `editions: {11: 2024}` where years were skipped
  - name: 中国全功能接入国际互联网
    date: 1994-04-20            # or start: and end:; a year or a month will do
people:
  - name: 王秀军
    titles: [中国互联网发展基金会理事长]
credits:                        # who may be credited
  editors: [甲某, 乙某]
  reporters: [方彭依梦]
  sources: [人民网, 新华社]
articles:                       # what a certain article's masthead must say
  - title: “互联时刻”公益慈善主题沙龙在浙江乌镇举行
    date: 2024-11-21
    editor: 甲某
    byline: [方彭依梦]
    source: 人民网
"""

_FIGURE = re.compile(r"(第)?(?:(增长|下降))?(\d+(?:\.\d+)?)(万|亿)?(元|亩|公顷|人|名|家|个|%|)", re.ASCII)
_UNITS = {
    "元": Unit("元", "money:CNY", code="CNY"),
    "亩": Unit("亩", "area", Fraction(2000, 3)),
    "公顷": Unit("公顷", "area", Fraction(10000)),
    "人": Unit("人", "person", counts=True),
    "名": Unit("名", "person", counts=True),
    "家": Unit("家", "counter:家", counts=True),
    "个": Unit("个", "count", counts=True),
    "%": Unit("%", "percent"),
}


def read_value(text: str) -> tuple[Quantity, int] | None:
    """A small stand-in for the reader of figures."""
    if day := re.fullmatch(r"(\d{4})年(?:(\d{1,2})月)?", text, re.ASCII):
        return Quantity("date", Stamp(int(day[1]), int(day[2]) if day[2] else None)), 0
    if re.fullmatch(r"\d+:\d+", text, re.ASCII):
        return Quantity("score", text), 0
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    rank, change, digits, myriad, unit = match.groups()
    scale = {"万": 10**4, "亿": 10**8}.get(myriad, 1)
    step = Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale
    kind: Kind = "ordinal" if rank else "percent" if unit == "%" else "money" if unit == "元" else "quantity"
    quantity = Quantity(kind, Decimal(digits) * scale, unit=_UNITS.get(unit), step=step, judged=step)
    return quantity, {"增长": 1, "下降": -1}.get(change, 0)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _facts(*entries: str) -> str:
    """A ledger of these facts, one a line from the third on."""
    return "figcheck: 1\nfacts:\n" + "".join(f"  - {entry}\n" for entry in entries)


class Desk:
    """A folder of ledgers to try things on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, text: str | bytes, name: str = "ledger.yaml") -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def load(self, *texts: str | bytes) -> Ledger:
        paths = [self.write(text, f"{number}.yaml") for number, text in enumerate(texts)]
        return load(paths, read_value)

    def told(self, *texts: str | bytes) -> tuple[Mistake, ...]:
        with pytest.raises(LedgerError) as caught:
            self.load(*texts)
        return caught.value.mistakes


# --- a ledger without mistakes -------------------------------------------------------------------------------


def test_the_contracts_example_loads(desk: Desk) -> None:
    ledger = desk.load(EXAMPLE)
    (fact,) = ledger.facts
    assert (fact.id, fact.subject, fact.measures) == ("tencent-raised", "腾讯公益", ("善款", "筹集善款"))
    assert fact.value.number == 33_500_000_000
    assert (fact.written, fact.direction, fact.tolerance) == ("335亿元", 0, Fraction(1, 200))
    assert fact.as_of is not None
    assert (fact.as_of.start, fact.as_of.end) == (datetime.date(2024, 11, 1), datetime.date(2024, 11, 30))
    assert (fact.place.line, fact.source) == (5, "腾讯公益 2024 年 11 月公开数据")
    summit, internet = ledger.events
    assert (summit.names, summit.first, summit.every) == (("世界互联网大会乌镇峰会", "乌镇峰会"), Stamp(2014), 1)
    assert (internet.start, internet.place.line) == (Stamp(1994, 4, 20), 16)
    assert [(person.name, person.titles) for person in ledger.people] == [("王秀军", ("中国互联网发展基金会理事长",))]
    assert ledger.credits.editors == ("甲某", "乙某")
    assert ledger.credits.sources == ("人民网", "新华社")
    (article,) = ledger.articles
    assert (article.date, article.byline) == (datetime.date(2024, 11, 21), ("方彭依梦",))
    assert ledger.subjects == {"腾讯公益": ("腾讯公益平台",)}


def test_every_list_may_be_missing_or_empty(desk: Desk) -> None:
    assert desk.load("figcheck: 1\n") == Ledger()
    assert desk.load("figcheck: '1'\nfacts:\nevents: []\npeople:\n") == Ledger()


def test_strings_stand_where_lists_may(desk: Desk) -> None:
    ledger = desk.load(
        "figcheck: 1\nsubjects: {抖音: 抖音公益, 快手: }\n"
        "facts: [{subject: 抖音公益, measure: 善款, value: 3亿元}]\n"
        "people: [{name: 甲, titles: 主任}]\narticles: [{path: a.txt, byline: 乙}]\ncredits: {editors: 丙}\n"
    )
    assert ledger.subjects == {"抖音": ("抖音公益",), "快手": ()}
    assert (ledger.facts[0].subject, ledger.facts[0].measures) == ("抖音", ("善款",))
    assert (ledger.people[0].titles, ledger.articles[0].byline) == (("主任",), ("乙",))
    assert ledger.credits.editors == ("丙",)


@pytest.mark.parametrize(
    "written", ["1.40", "12:30", "010", "no", "~", "null", "1e3", "0x1F", "2024-11-20", "=", "1_000"]
)
def test_a_scalar_stays_what_the_editor_wrote(desk: Desk, written: str) -> None:
    ledger = desk.load(f"figcheck: 1\npeople:\n  - name: {written}\n")
    assert ledger.people[0].name == written


def test_a_subject_may_have_a_full_width_colon_in_its_name(desk: Desk) -> None:
    assert desk.load("figcheck: 1\nsubjects:\n  三体：死神永生: [三体三]\n").subjects == {"三体：死神永生": ("三体三",)}


def test_block_scalars_end_without_their_line_break(desk: Desk) -> None:
    ledger = desk.load("figcheck: 1\npeople:\n  - name: |\n      王秀军\n    titles: >\n      基金会\n      理事长\n")
    assert (ledger.people[0].name, ledger.people[0].titles) == ("王秀军", ("基金会 理事长",))


def test_an_event_has_editions_and_days(desk: Desk) -> None:
    ledger = desk.load(
        "figcheck: 1\nevents:\n  - {name: 运动会, first: 1959-09, every: 4年, editions: {14: 2021, 13: 2017}}\n"
        "  - {name: 展览, start: 2024-11-20, end: 2024-11-22}\n"
    )
    games, fair = ledger.events
    assert (games.first, games.every, games.editions) == (Stamp(1959, 9), 4, ((13, 2017), (14, 2021)))
    assert (fair.start, fair.end) == (Stamp(2024, 11, 20), Stamp(2024, 11, 22))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_obstacle(desk: Desk, encoding: str) -> None:
    (mistake,) = desk.told("figcheck: 2\n".encode(encoding))
    assert (mistake.line, mistake.column, mistake.key) == (1, 11, "ledger.wrong_version")
    assert desk.load("figcheck: 1\n".encode(encoding)) == Ledger()


# --- mistakes ------------------------------------------------------------------------------------------------


def _cases() -> Iterator[Any]:
    for group in yaml.safe_load(CORPUS.read_text(encoding="utf-8")):
        for number, case in enumerate(group["cases"], start=1):
            yield pytest.param(case, id=f"{group['about']}-{case.get('about', number)}")


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The ledger without its marks, and the line and column of each."""
    places = []
    while (at := text.find(MARK)) >= 0:
        before = text[:at]
        places.append((before.count("\n") + 1, at - before.rfind("\n")))
        text = before + text[at + 1 :]
    return text, places


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("case", list(_cases()))
def test_each_mistake_is_told_with_its_place(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, case: dict[str, Any], loader: str
) -> None:
    monkeypatch.setattr(growth, "LOADER", getattr(yaml, loader))
    text, places = _unmarked(case["ledger"])
    mistakes = desk.told(text)
    expected = [f"ledger.{told['key']}" for told in case["told"]]
    assert [mistake.key for mistake in mistakes] == expected
    assert [(mistake.line, mistake.column) for mistake in mistakes] == places
    for mistake, told in zip(mistakes, case["told"], strict=True):
        assert mistake.where == told.get("where", mistake.where)
        values = dict(mistake.values)
        assert {name: values[name] for name in told.keys() - {"key", "where"}} == {
            name: str(value) for name, value in told.items() if name not in ("key", "where")
        }


@pytest.mark.parametrize("case", list(_cases()))
def test_each_mistake_is_one_sentence_in_either_language(desk: Desk, case: dict[str, Any]) -> None:
    text, _ = _unmarked(case["ledger"])
    for mistake in desk.told(text):
        chinese, english = mistake.sentence("zh"), mistake.sentence("en")
        assert chinese.endswith(("。", "？"))
        assert english.endswith((".", "?"))
        assert "{" not in english.replace("{11: 2024}", "")


def test_a_mistake_is_shown_with_its_line_and_a_caret_under_the_place(desk: Desk) -> None:
    path = desk.write("figcheck: 1\nfacts:\n  - {subject: 腾讯公益, measure: 善款, value: 很多}\n")
    with pytest.raises(LedgerError) as caught:
        load([path], read_value)
    assert caught.value.mistakes[0].render("zh").splitlines() == [
        f"{path}:3:41: facts[0].value: 读不懂“很多”是什么数字，请照稿件的写法写，如 335亿元、5.2%、下降8.9%。",
        "    - {subject: 腾讯公益, measure: 善款, value: 很多}",
        "                                                ^",
    ]
    assert caught.value.mistakes[0].render("en").splitlines()[0] == (
        f"{path}:3:41: facts[0].value: "
        "No figure can be read from “很多”; write it as an article would: 335亿元, 5.2%, 下降8.9%."
    )
    assert str(caught.value) == caught.value.mistakes[0].render("zh")


@pytest.mark.parametrize(
    ("line", "column", "cells"),
    [
        ("name: x", 7, 6),
        ("名称: x", 5, 6),
        ("𠮷：３: x", 6, 8),
        ("e\u0301: x", 5, 3),
        ("\tname: x", 2, 4),
    ],
)
def test_the_caret_counts_terminal_cells(line: str, column: int, cells: int) -> None:
    shown, caret = Mistake("l", 1, column, "", "ledger.stray", (), line).render().splitlines()[1:]
    assert caret.index("^") - 2 == cells
    assert shown.strip()


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "善" * 500 + "款" + "公" * 500
    shown, caret = Mistake("l", 1, 501, "", "ledger.stray", (), line).render().splitlines()[1:]
    assert shown.startswith("  ...善")
    assert shown.endswith("公...")
    cells = 0
    for char in shown:
        if cells == caret.index("^"):
            break
        cells += 2 if char in "善款公" else 1
    assert char == "款"
    assert len(caret) < 120


def test_no_terminal_obeys_a_ledger() -> None:
    mistake = Mistake(
        "a\x1b[2J.yaml", 1, 7, "x\u202ey", "ledger.not_a_figure", (("text", "\x07\x1b]0;"),), "name: \x1b[31m"
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", mistake.render())


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        (b"", "ledger.empty", 0),
        (b" \n\n", "ledger.empty", 0),
        (b"---\n", "ledger.empty", 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "ledger.binary", 0),
        (b"figcheck: 1\0", "ledger.binary", 0),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "ledger.binary", 0),
        ("figcheck: 1\npeople:\n  - name: 方彭依梦\n".encode("gb18030"), "ledger.encoding_gb", 3),
        (b"figcheck: 1\npeople:\n  - name: \xff\n", "ledger.encoding", 3),
    ],
)
def test_what_is_no_ledger_is_told(desk: Desk, content: bytes, key: str, line: int) -> None:
    (mistake,) = desk.told(content)
    assert (mistake.key, mistake.line) == (key, line)


def test_undecodable_bytes_are_shown_where_they_stand(desk: Desk) -> None:
    (mistake,) = desk.told("figcheck: 1\npeople:\n  - name: 王".encode() + b"\xff\n")
    assert (mistake.line, mistake.column) == (3, 12)
    assert mistake.source_line == "  - name: 王\ufffd"


def test_files_that_are_not_there_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    paths: list[Path | str] = [tmp_path / "none.yaml", tmp_path / "empty", f"{tmp_path}/nul\0.yaml"]
    with pytest.raises(LedgerError) as caught:
        load(paths, read_value)
    told = {mistake.path: mistake.key for mistake in caught.value.mistakes}
    assert told == {
        str(paths[0]): "ledger.missing_file",
        str(paths[1]): "ledger.no_ledgers",
        str(paths[2]): "ledger.unreadable",
    }
    assert caught.value.mistakes[0].render().count("\n") == 0


def test_a_file_over_the_limit_is_not_read(desk: Desk) -> None:
    path = desk.write("figcheck: 1\n")
    with path.open("r+b") as file:
        file.truncate(256 * 2**20 + 1)
    with pytest.raises(LedgerError) as caught:
        load([path], read_value)
    assert [mistake.key for mistake in caught.value.mistakes] == ["ledger.too_large"]


def test_mistakes_of_all_files_are_told_in_their_order(desk: Desk) -> None:
    bad = "figcheck: 1\nfacts:\n  - {subject: 甲, measure: 乙, value: 很多}\nfoo: 1\n"
    mistakes = desk.told(bad, "figcheck: 2\n", "")
    places = [(Path(mistake.path).name, mistake.line, mistake.key) for mistake in mistakes]
    assert places == [
        ("0.yaml", 3, "ledger.not_a_figure"),
        ("0.yaml", 4, "ledger.unknown_key"),
        ("1.yaml", 1, "ledger.wrong_version"),
        ("2.yaml", 0, "ledger.empty"),
    ]


# --- hostile files -------------------------------------------------------------------------------------------

_BOMB = "figcheck: 1\nsubjects:\n  a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_an_alias_bomb_costs_nothing(desk: Desk) -> None:
    begin = time.perf_counter()
    mistakes = desk.told(_BOMB)
    assert time.perf_counter() - begin < 0.5
    assert {mistake.key for mistake in mistakes} == {"ledger.anchor", "ledger.alias"}
    assert len(mistakes) == 9 + 8


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_before_it_costs(desk: Desk, opening: str) -> None:
    begin = time.perf_counter()
    mistakes = desk.told(f"figcheck: 1\nsubjects:\n  {opening * 50_000}")
    assert time.perf_counter() - begin < 1
    assert "ledger.too_deep" in {mistake.key for mistake in mistakes}


def test_twenty_levels_are_not_too_deep(desk: Desk) -> None:
    told = [{mistake.key for mistake in desk.told(f"{'[' * depth}x{']' * depth}")} for depth in (20, 21)]
    assert ["ledger.too_deep" in keys for keys in told] == [False, True]


def test_a_thousand_facts_load_quickly(desk: Desk) -> None:
    entry = (
        "  - subject: 主体{0}\n    measure: [善款, 筹集善款]\n    value: {0}.5亿元\n    as_of: {1}\n    source: 年报\n"
    )
    text = "figcheck: 1\nfacts:\n" + "".join(entry.format(number, 1000 + number) for number in range(1000))
    begin = time.perf_counter()
    assert len(desk.load(text).facts) == 1000
    assert time.perf_counter() - begin < 1.5


@pytest.mark.parametrize("values", [["3亿元"] * 2000, [f"{number}亿元" for number in range(2000)]])
def test_facts_about_one_thing_are_not_all_compared_with_each_other(desk: Desk, values: list[str]) -> None:
    text = _facts(*(f"{{subject: 甲, measure: 善款, value: {value}}}" for value in values))
    begin = time.perf_counter()
    if len(set(values)) == 1:
        assert len(desk.load(text).facts) == 2000
    else:
        assert len(desk.told(text)) == 1999
    assert time.perf_counter() - begin < 3


def test_every_full_width_colon_of_a_long_ledger_is_told(desk: Desk) -> None:
    entry = "  - subject：甲\n    measure：乙{0}\n    value:{0}亿元\n    as_of: 2024-13\n"
    text = "figcheck：1\nfacts：\n" + "".join(entry.format(number) for number in range(300))
    keys = [mistake.key for mistake in desk.told(text)]
    assert keys.count("ledger.full_width_colon") == 602
    assert keys.count("ledger.colon_space") == 300
    assert keys.count("ledger.no_such_day") == 300
    assert len(keys) == 1202


def test_reading_stops_after_many_colons_of_names(desk: Desk) -> None:
    text = "figcheck: 1\nsubjects:\n" + "".join(f"  某{number}：[甲]\n" for number in range(100))
    keys = {mistake.key for mistake in desk.told(text)}
    assert keys == {"ledger.full_width_colon"}


# --- any text at all -----------------------------------------------------------------------------------------

ANYTHING = st.text(st.characters(codec="utf-8"), max_size=30)
in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)


@in_one_folder
@given(text=ANYTHING)
@example(text="1.40")
@example(text="善款：335")
@example(text=" x")
@example(text="\u2028")
@example(text="#话题#")
def test_a_quoted_text_comes_back_unchanged_or_is_told(desk: Desk, text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\ufeff", "\\ufeff")
    try:
        ledger = desk.load(f"figcheck: 1\npeople:\n  - name: 甲\n    titles: [{quoted}]\n")
    except LedgerError as error:
        assert text != text.strip() or not text or not text.isprintable(), error
        return
    assert ledger.people[0].titles == (text,)


@in_one_folder
@given(text=ANYTHING, key=st.sampled_from(["name: ", "name:", "- ", "titles: [", "titles: {", "", "? "]))
def test_a_bare_text_is_read_or_told(desk: Desk, text: str, key: str) -> None:
    try:
        ledger = desk.load(f"figcheck: 1\npeople:\n  - {key}{text}\n")
    except LedgerError as error:
        assert all(mistake.render("en") and (mistake.line or "\0" in text) for mistake in error.mistakes)
        return
    plain = text.strip(" ")
    if key == "name: " and plain.isalnum():
        assert ledger.people[0].name == plain


NAMES = ["figcheck", "subjects", "facts", "events", "people", "credits", "articles", "subject", "measure", "value"]
NAMES += ["as_of", "tolerance", "name", "titles", "editions", "date", "start", "end", "editors", "title", "byline"]
TEXTS = st.sampled_from(["1", "甲", "乙", "3亿元", "增长5%", "2024", "2024-11", "2025-01/2024-01", "", " ", "value：3"])
SHAPES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | TEXTS, inner, max_size=4),
    max_leaves=20,
)


@in_one_folder
@given(ledger=st.dictionaries(st.sampled_from(NAMES[:7]), SHAPES, max_size=7))
def test_any_shape_is_a_ledger_or_told(desk: Desk, ledger: object) -> None:
    for flow in (False, True):
        try:
            desk.load(yaml.safe_dump(ledger, allow_unicode=True, default_flow_style=flow))
        except LedgerError as error:
            assert all(mistake.render() for mistake in error.mistakes)


@in_one_folder
@given(content=st.binary(max_size=60) | ANYTHING.map(str.encode))
def test_any_bytes_are_a_ledger_or_told(desk: Desk, content: bytes) -> None:
    for data in (content, b"figcheck: 1\n" + content):
        try:
            desk.load(data)
        except LedgerError as error:
            assert all(mistake.render() for mistake in error.mistakes)


# --- several ledgers -----------------------------------------------------------------------------------------


def test_a_later_ledger_wins_for_the_same_fact(desk: Desk) -> None:
    named, unnamed = "{{id: a, subject: 甲, measure: 善款, value: {}}}", "{{subject: 乙, measure: 善款, value: {}}}"
    ledger = desk.load(
        _facts(named.format("3亿元"), unnamed.format("4亿元")), _facts(named.format("5亿元"), unnamed.format("6亿元"))
    )
    assert {fact.id: fact.written for fact in ledger.facts} == {"a": "5亿元", "乙/善款": "6亿元"}
    assert [Path(fact.place.ledger).name for fact in ledger.facts] == ["1.yaml", "1.yaml"]


def test_the_rest_of_several_ledgers_is_put_together(desk: Desk) -> None:
    ledger = desk.load(
        "figcheck: 1\nsubjects: {甲: 小甲}\nevents: [{name: 峰会, first: 2014}, {name: 论坛}]\n"
        "people: [{name: 王某, titles: 副主任}]\ncredits: {editors: [丙, 丁]}\narticles: [{title: 题, editor: 丙}]\n",
        "figcheck: 1\nsubjects: {甲: [小甲, 老甲]}\nevents: [{name: 峰会, first: 2015}]\n"
        "people: [{name: 王某, titles: 主任}]\ncredits: {editors: [丁, 戊]}\narticles: [{title: 题, editor: 丁}]\n"
        "facts: [{subject: 老甲, measure: 善款, value: 3亿元}]\n",
    )
    assert ledger.subjects == {"甲": ("小甲", "老甲")}
    assert [(event.name, event.first) for event in ledger.events] == [("论坛", None), ("峰会", Stamp(2015))]
    assert [person.titles for person in ledger.people] == [("主任",)]
    assert ledger.credits.editors == ("丙", "丁", "戊")
    assert [entry.editor for entry in ledger.articles] == ["丁"]
    assert ledger.facts[0].subject == "甲"


def test_a_folder_means_its_ledgers_in_order(desk: Desk) -> None:
    entry = "figcheck: 1\nfacts:\n  - {{id: a, subject: 甲, measure: 善款, value: {}亿元}}\n"
    desk.write(entry.format(1), "folder/b.yml")
    desk.write(entry.format(2), "folder/a.yaml")
    desk.write("no ledger", "folder/notes.txt")
    desk.write("no ledger", "folder/._a.yaml")
    ledger = load([desk.folder / "folder"], read_value)
    assert [(fact.written, fact.place.ledger) for fact in ledger.facts] == [
        ("1亿元", str(desk.folder / "folder" / "b.yml"))
    ]


def test_a_file_named_twice_is_read_once_at_its_last_place(desk: Desk) -> None:
    entry = "figcheck: 1\nfacts:\n  - {{id: a, subject: 甲, measure: 善款, value: {}}}\n"
    first, second = desk.write(entry.format("1亿元"), "1.yaml"), desk.write(entry.format("2亿元"), "2.yaml")
    assert load([first, second, first], read_value).facts[0].written == "1亿元"
    bad = desk.write(entry.format("很多"), "3.yaml")
    with pytest.raises(LedgerError) as caught:
        load([bad, bad], read_value)
    assert len(caught.value.mistakes) == 1


@pytest.mark.parametrize(
    ("facts", "ids"),
    [
        (["{subject: 甲, measure: [善款, 筹款], value: 3亿元}"], ["甲/善款"]),
        (["{subject: 甲, measure: 善款, value: 3亿元, as_of: 2024-11}"], ["甲/善款/2024-11"]),
        (["{subject: 甲, measure: 善款, value: 3亿元, as_of: 2025-01/2025-10}"], ["甲/善款/2025-01--2025-10"]),
        (
            ["{subject: 甲, measure: 善款, value: 3亿元}", "{subject: 甲, measure: 善款, value: 增长5%}"],
            ["甲/善款", "甲/善款/%"],
        ),
        (["{subject: 甲, measure: 善款, value: 3亿元}"] * 3, ["甲/善款", "甲/善款/元", "甲/善款/元/2"]),
    ],
)
def test_an_id_is_made_where_none_is_given(desk: Desk, facts: list[str], ids: list[str]) -> None:
    assert [fact.id for fact in desk.load(_facts(*facts)).facts] == ids


def test_a_made_id_never_hides_a_fact_of_another_kind(desk: Desk) -> None:
    entry = "figcheck: 1\nfacts: [{{subject: 甲, measure: 善款, value: {}}}]\n"
    ledger = desk.load(entry.format("3亿元"), entry.format("增长5%"))
    assert [fact.id for fact in ledger.facts] == ["甲/善款", "甲/善款/%"]


# --- contradictions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("335亿元", "353亿元"),
        ("增长8.9%", "下降8.9%"),
        ("30亩", "3公顷"),
        ("300人", "30名"),
        ("300家", "301个"),
        ("2023年", "2024年11月"),
        ("3:1", "1:3"),
        ("第3", "第4"),
        ("3亿元, tolerance: 1%", "3.1亿元, tolerance: 1%"),
    ],
)
def test_two_facts_contradict_each_other(desk: Desk, one: str, other: str) -> None:
    facts = f"{{subject: 甲, measure: [乙, 丙], value: {one}}}", f"{{subject: 甲, measure: [丁, 丙], value: {other}}}"
    (mistake,) = desk.told(_facts(*facts))
    assert (mistake.key, mistake.line) == ("ledger.contradiction", 4)
    assert dict(mistake.values)["measure"] == "丙"
    assert str(dict(mistake.values)["place"]).endswith("0.yaml:3")
    assert mistake.path in mistake.sentence("zh") and ":3" in mistake.sentence("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("335亿元", "335.2亿元"),
        ("15亩", "1公顷"),
        ("30亩", "2公顷"),
        ("335亿元", "335人"),
        ("75%", "增长1.2%"),
        ("335亿元", "增长3亿元"),
        ("第3", "4个"),
        ("2024年", "2024年11月"),
        ("3亿元, tolerance: 5%", "3.1亿元, tolerance: 1%"),
        ("3亿元, as_of: 2023", "4亿元, as_of: 2024"),
        ("3亿元, as_of: 2023", "4亿元"),
    ],
)
def test_two_facts_get_along(desk: Desk, one: str, other: str) -> None:
    facts = f"{{subject: 甲, measure: [乙, 丙], value: {one}}}", f"{{subject: 甲, measure: [丁, 丙], value: {other}}}"
    assert len(desk.load(_facts(*facts)).facts) == 2


def test_contradictions_are_sought_across_ledgers(desk: Desk) -> None:
    first = "figcheck: 1\nsubjects: {甲: 小甲}\nfacts: [{id: a, subject: 小甲, measure: 乙, value: 3亿元}]\n"
    second = "figcheck: 1\nfacts: [{id: b, subject: 甲, measure: 乙, value: 4亿元}]\n"
    (mistake,) = desk.told(first, second)
    assert (Path(mistake.path).name, mistake.line, mistake.column) == ("1.yaml", 2, 48)
    assert "0.yaml:3" in mistake.sentence()


# --- the small grammars --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-11", "2024-11-01", "2024-11-30"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-11-20", "2024-11-20", "2024-11-20"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2025-01/2025-10", "2025-01-01", "2025-10-31"),
        ("2024-Q4/2025-03-15", "2024-10-01", "2025-03-15"),
        ("2024/2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_period_is(written: str, start: str, end: str) -> None:
    period = read_period(written)
    assert (period.start.isoformat(), period.end.isoformat(), period.iso) == (start, end, written)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("2024年", "2024"),
        ("2024年11月", "2024-11"),
        ("２０２４-11", "2024-11"),
        ("2024-1", "2024-01"),
        ("2024/11", "2024-11"),
        ("2024/11/20", "2024-11-20"),
        ("2024.11.20", "2024-11-20"),
        ("2024年11月20日", "2024-11-20"),
        ("2024q3", "2024-Q3"),
        ("2024年第三季度", "2024-Q3"),
        ("2024年上半年", "2024-H1"),
        ("2025-01~2025-10", "2025-01/2025-10"),
        ("2025年1月至2025年10月", "2025-01/2025-10"),
        ("2024年前三季度", None),
        ("2024-Q5", None),
        ("2024年13月", None),
        ("今年", None),
        ("2024/", "2024"),
        ("/2024", None),
        ("2024/2025/2026", None),
        ("24-11", None),
    ],
)
def test_a_period_is_not_but_may_have_been_meant(written: str, near: str | None) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_period(written)
    assert caught.value.values.get("near") == near


@pytest.mark.parametrize("written", ["2023-02-29", "2024-00", "2024-13", "2024-11-31", "0000", "9999"])
def test_the_calendar_has_no_such_day(written: str) -> None:
    with pytest.raises(UnreadableError, match="no_such_day"):
        read_stamp(written)


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("0.5%", Fraction(1, 200)),
        ("0.5 %", Fraction(1, 200)),
        ("５％", Fraction(1, 20)),
        ("5‰", Fraction(1, 200)),
        ("0.005", Fraction(1, 200)),
        ("0", Fraction(0)),
    ],
)
def test_a_tolerance_is_a_share(written: str, share: Fraction) -> None:
    assert read_share(written) == share


@pytest.mark.parametrize("written", ["-1%", "1e-3", "百分之一", "0.5亿元", "%", "1", "100%"])
def test_a_tolerance_is_not(written: str) -> None:
    with pytest.raises(UnreadableError):
        read_share(written)


@pytest.mark.parametrize(("written", "years"), [("2 years", 2), ("1 year", 1), ("2年", 2), ("2 年", 2), ("4", 4)])
def test_editions_come_every_so_many_years(written: str, years: int) -> None:
    assert read_every(written) == years


# --- the entry of an article ---------------------------------------------------------------------------------

WUZHEN = "“互联时刻”公益慈善主题沙龙在浙江乌镇举行"
DAY = datetime.date(2024, 11, 21)


def _entry(line: int = 1, **fields: Any) -> ArticleEntry:
    return ArticleEntry(Place("ledger.yaml", line), **fields)


def _document(
    title: str = "", path: str = "a.txt", url: str | None = None, date: datetime.date | None = None
) -> Document:
    field = Field(title, Span(0, len(title))) if title else None
    return Document(path, title, masthead=Masthead(title=field, url=url), date=date)


@pytest.mark.parametrize(
    ("fields", "document"),
    [
        ({"title": WUZHEN}, _document(WUZHEN)),
        ({"title": WUZHEN}, _document("「互联时刻」 公益慈善主题沙龙在浙江乌镇举行")),
        ({"title": WUZHEN}, _document("“互联时刻为什么会这样子呢小度”公益慈善主题沙龙在浙江乌镇举行")),
        ({"title": WUZHEN}, _document("互联时刻沙龙在浙江乌镇举行")),
        ({"title": WUZHEN}, _document("“互连时刻”公益慈善主题沙龙在浙江乌镇举办")),
        ({"title": "短", "date": DAY}, _document("短")),
        ({"title": "第11届乌镇峰会今天开幕", "date": DAY}, _document("第12届乌镇峰会今天开幕", date=DAY)),
        ({"url": "https://example.com/a/1.html"}, _document(url="http://example.com/a/1.html#top")),
        ({"path": "wuzhen.txt"}, _document(path="/news/2024/wuzhen.txt")),
        ({"path": "2024/wuzhen.txt"}, _document(path="news\\2024\\wuzhen.txt")),
        ({"path": "./2024/wuzhen.txt"}, _document(path="2024/wuzhen.txt")),
    ],
)
def test_an_entry_is_this_articles(fields: dict[str, Any], document: Document) -> None:
    other = _entry(2, title="全国粮食总产量再创新高", url="https://example.com/b", path="b.txt")
    entry = find_entry(Ledger(articles=(other, _entry(**fields))), document)
    assert entry is not None
    assert entry.place.line == 1


@pytest.mark.parametrize(
    ("fields", "document"),
    [
        ({"title": WUZHEN}, _document()),
        ({"title": WUZHEN}, _document("世界互联网大会乌镇峰会在浙江乌镇开幕")),
        ({"title": "10月居民消费价格同比上涨0.3%"}, _document("11月居民消费价格同比上涨0.2%")),
        (
            {"title": "第11届乌镇峰会今天开幕", "date": DAY},
            _document("第12届乌镇峰会今天开幕", date=DAY.replace(year=2025)),
        ),
        ({"title": "短讯"}, _document("短评")),
        ({"title": "乌镇峰会开幕"}, _document("在乌镇峰会的会场里，志愿者迎来忙碌而充实的开幕第一天")),
        ({"title": "“”"}, _document("！")),
        ({"url": "https://example.com/a"}, _document(url="https://example.com/ab")),
        ({"path": "zhen.txt"}, _document(path="wuzhen.txt")),
        ({"path": "2024/wuzhen.txt"}, _document(path="wuzhen.txt")),
    ],
)
def test_an_entry_is_some_other_articles(fields: dict[str, Any], document: Document) -> None:
    assert find_entry(Ledger(articles=(_entry(**fields),)), document) is None


@pytest.mark.parametrize(
    ("entries", "document", "best"),
    [
        ([{"title": WUZHEN}, {"title": WUZHEN + "了"}], _document(WUZHEN), 0),
        ([{"title": WUZHEN}, {"title": WUZHEN}], _document(WUZHEN), None),
        ([{"title": WUZHEN}, {"title": WUZHEN, "date": DAY}], _document(WUZHEN, date=DAY), 1),
        ([{"title": WUZHEN}, {"path": "a.txt"}], _document(WUZHEN), 1),
        ([{"path": "b/a.txt"}, {"path": "a.txt"}], _document(path="b/a.txt"), 0),
        ([{"path": "b/a.txt"}, {"url": "x.cn/1"}], _document(path="b/a.txt", url="x.cn/1/"), 1),
        ([{"url": "x.cn/1"}, {"url": "x.cn/1"}], _document(url="x.cn/1"), None),
    ],
)
def test_the_best_entry_and_only_the_best_wins(
    entries: list[dict[str, Any]], document: Document, best: int | None
) -> None:
    found = find_entry(Ledger(articles=tuple(_entry(line, **fields) for line, fields in enumerate(entries))), document)
    assert (found.place.line if found else None) == best


def test_a_repeated_title_counts_as_well() -> None:
    masthead = Masthead(title=Field("快讯", Span(0, 2)), repeats=(Field(WUZHEN, Span(3, 3 + len(WUZHEN))),))
    entry = _entry(title=WUZHEN)
    assert find_entry(Ledger(articles=(entry,)), Document("a.txt", f"快讯\n{WUZHEN}", masthead=masthead)) is entry


def test_thousands_of_entries_are_no_burden() -> None:
    words = ["公益", "慈善", "沙龙", "互联网", "乌镇", "峰会", "粮食", "产量", "消费", "市场", "文旅", "科技"]
    titles = ["".join(words[number // 12**place % 12] for place in range(4)) + "发布" for number in range(5000)]
    ledger = Ledger(articles=tuple(_entry(line, title=title) for line, title in enumerate(titles)))
    find_entry(ledger, _document(WUZHEN))
    begin = time.perf_counter()
    for number in range(20):
        entry = find_entry(ledger, _document(f"{titles[number * 7]}啦"))
        assert entry is not None
        assert entry.title == titles[number * 7]
    assert time.perf_counter() - begin < 1


# --- schema and words ----------------------------------------------------------------------------------------


def _keys(section: object) -> set[str]:
    assert isinstance(section, dict)
    return set(section["properties"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_schema_knows_the_keys_that_the_reader_knows(lang: Any) -> None:
    form: Any = schema(lang)
    assert form["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert form["required"] == ["figcheck"]
    assert _keys(form) == {"figcheck", "subjects", "facts", "events", "people", "credits", "articles"}
    facts = form["properties"]["facts"]["items"]
    assert facts["required"] == ["subject", "measure", "value"]
    assert _keys(facts) == {"id", "subject", "measure", "value", "as_of", "tolerance", "source"}
    assert _keys(form["properties"]["credits"]) == {"editors", "reporters", "sources"}
    assert "ledger.doc" not in json.dumps(form)


@pytest.mark.parametrize("written", ["2024", "2024-11", "2024-11-20", "2024-Q3", "2024-H1", "2025-01/2025-10"])
def test_the_schemas_pattern_of_a_period_is_the_grammars(written: str) -> None:
    form: Any = schema()
    pattern = form["properties"]["facts"]["items"]["properties"]["as_of"]["pattern"]
    assert re.search(pattern, written)
    assert not re.search(pattern, written + "-")


def test_both_languages_fill_the_same_places() -> None:
    for key, wordings in TABLE.items():
        places = [{name for _, name, _, _ in Formatter().parse(wording) if name} for wording in wordings]
        assert places[0] == places[1], key


def test_every_sentence_of_the_table_is_said_somewhere() -> None:
    rooms = Path(growth.__file__).parent.glob("*.py")
    code = "".join(path.read_text(encoding="utf-8") for path in rooms)
    made = {"ledger.anchor", "ledger.alias", "ledger.tag"}
    unsaid = {key for key in TABLE if not key.startswith("ledger.doc.") and f'"{key}"' not in code} - made
    assert not unsaid
