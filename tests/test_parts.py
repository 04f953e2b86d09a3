"""A large ledger is taken apart while it is read, and nobody can tell."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import pipeline
from figcheck.cli.progress import LedgerProgress
from figcheck.ledger import LedgerError, Mistake, parts
from figcheck.ledger.entries import Sheet, read_sheet
from figcheck.ledger.growth import grow
from figcheck.ledger.parts import read_large
from figcheck.ledger.sections import Reading
from figcheck.ledger.source import source_of
from figcheck.model import Fact
from figcheck.reader import read_value

HEAD = """\
# 台账
figcheck: 1
subjects: {甲县: [甲]}
facts:   # 按县

  # ---- 第一组 ----
"""
TAIL = """\

# 以下是事件
events:
  - {name: 乌镇峰会, first: 2014}
people: [{name: 王秀军}]
"""


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So small that any ledger is large, and every few facts are a part."""
    monkeypatch.setattr(parts, "_LARGE", 1)
    monkeypatch.setattr(parts, "_PART", 120)


def both(text: str) -> tuple[Sheet, Sheet]:
    """The ledger taken apart, and read in one go."""
    source = source_of("ledger.yaml", text)
    apart = read_large(source, read_value)
    assert apart is not None
    root, told, whole = grow(source)
    return apart, read_sheet(Reading(whole, read_value, told), root)


def facts(sheet: Sheet) -> list[tuple[Fact, str, int, int]]:
    """The facts with their ways, and the lines of their values and ends."""
    lines = [
        [draft.reading.source.position(at)[0] for at in (draft.spot.value, draft.spot.end)] for draft in sheet.facts
    ]
    return [(draft.fact, draft.spot.where, value, end) for draft, (value, end) in zip(sheet.facts, lines, strict=True)]


def told(sheet: Sheet) -> list[Mistake]:
    return sorted(sheet.reading.mistakes, key=lambda mistake: (mistake.line, mistake.column, mistake.key))


def assert_same(text: str) -> None:
    apart, whole = both(text)
    assert facts(apart) == facts(whole)
    assert told(apart) == told(whole)
    assert (apart.events, apart.people, len(apart.subjects)) == (whole.events, whole.people, len(whole.subjects))


def ledger(*items: str, dash: str = "  ") -> str:
    lines = [line for item in items for line in item.splitlines()]
    return HEAD + "".join(f"{dash}{line}\n" if line else "\n" for line in lines) + TAIL


PLAIN = "- subject: 甲县\n  measure: [产量{n}]\n  value: {n}.5万吨\n  as_of: 2024"
FLOW = "- {{subject: 甲, measure: 面积{n}, value: {n}.5万亩, source: 年鉴}}"
QUOTED = """\
- subject: '乙县'
  # 注
  measure:
    - 产值{n}
    - "产值#{n}"

  value: 下降{n}.5%
  source: |
    一行
    - 二行"""
WRONG = [
    "- subject: 甲县\n  measure: [产量]\n  value: 很多",
    "- subject: 甲县\n  mesure: [产量]\n  value: 3万吨",
    "- 甲县",
    "- &a {x: 1}",
]


@given(
    items=st.lists(st.sampled_from([PLAIN, FLOW, QUOTED, *WRONG]), min_size=1, max_size=20),
    dash=st.sampled_from(["", "  ", "    "]),
    ending=st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=150, deadline=None)
def test_taken_apart_it_says_the_same_and_has_the_same_mistakes(items: list[str], dash: str, ending: str) -> None:
    texts = [item.format(n=n) if item not in WRONG else item for n, item in enumerate(items)]
    anchors = 0
    for at, item in enumerate(texts):  # an anchor is told once, but here once a part: one is enough
        if item.startswith("- &"):
            anchors += 1
            texts[at] = item if anchors == 1 else "- 甲县"
    assert_same(ledger(*texts, dash=dash).replace("\n", ending))


@pytest.mark.parametrize(
    "item",
    [
        '- subject: 甲县\n  measure: [产量]\n  value: 3万吨\n  source: "第一行\n- subject: 假的\n  第三行"',
        "- {subject: 甲县, measure: [产量,\n  面积], value: 3万吨,\n  source: 年鉴}",
    ],
    ids=["a quoted text that looks like a fact", "a fact in several lines of braces"],
)
def test_what_only_looks_like_a_fact_is_none(item: str) -> None:
    assert_same(ledger(*(PLAIN.format(n=n) for n in range(4)), item, *(PLAIN.format(n=n) for n in range(5, 9))))


def test_a_slip_of_syntax_costs_its_own_part_alone() -> None:
    broken = "- subject: 甲县\n  measure: [产量\n  value: 3万吨"
    apart, whole = both(
        ledger(*(PLAIN.format(n=n) for n in range(6)), broken, *(PLAIN.format(n=n) for n in range(7, 20)))
    )
    assert [(mistake.line, mistake.key) for mistake in told(apart)] == [
        (mistake.line, mistake.key) for mistake in told(whole)
    ]
    assert len(apart.facts) > len(whole.facts)


@pytest.mark.parametrize(
    "text",
    ["figcheck: 1\n", "figcheck: 1\nfacts: []\n", "{figcheck: 1, facts: []}", "figcheck: 1\nfacts:\nevents: []\n"],
)
def test_a_ledger_without_a_list_with_dashes_is_read_in_one_go(text: str) -> None:
    assert read_large(source_of("ledger.yaml", text), read_value) is None


def test_between_parts_ids_and_contradictions_are_told(tmp_path: Path) -> None:
    same = PLAIN.format(n=1).replace("- ", "- id: x\n  ", 1)
    other = same.replace("1.5", "2.5").replace("id: x", "id: y")
    path = tmp_path / "ledger.yaml"
    path.write_text(ledger(same, *(PLAIN.format(n=n) for n in range(2, 9)), same, other), "utf-8")
    with pytest.raises(LedgerError) as caught:
        pipeline.load_ledger([path])
    assert [(mistake.line, mistake.where, mistake.key) for mistake in caught.value.mistakes] == [
        (40, "facts[8].id", "ledger.same_id"),
        (48, "facts[9].value", "ledger.contradiction"),
    ]


def test_whoever_watches_is_told_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ledger.yaml"
    path.write_text(ledger(*(PLAIN.format(n=n) for n in range(20))), "utf-8")
    seen: list[tuple[int, int]] = []
    pipeline.load_ledger([path], lambda done, total: seen.append((done, total)))
    shares = [done / total for done, total in seen]
    assert len(seen) > 5
    assert shares == sorted(shares)
    assert shares[-1] == 1
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    pipeline.load_ledger([path], LedgerProgress("zh"))
    shown = capsys.readouterr().err
    assert "正在读台账 50%" in shown or "正在读台账 5" in shown
    assert shown.endswith("\r")
