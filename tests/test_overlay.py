"""A large ledger is kept by itself; what small ones beside it change is found without reading it again."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_narrowing import narrowed

from figcheck import pipeline
from figcheck.ledger import LedgerError, cached
from figcheck.ledger.overlay import Overlaid
from figcheck.ledger.source import read_source
from figcheck.model import Fact, Ledger
from figcheck.values import replace

TABLE = "figcheck: 1\nfacts:\n" + "".join(
    f"  - {{subject: {county}县, measure: [产量, 总产量], value: {at + 1}{year % 10}.5万吨, as_of: {year}}}\n"
    for at, county in enumerate("甲乙丙丁戊己庚辛")
    for year in range(2018, 2025)
)
TEXT = "甲县、乙县和小丙的产量、总产量、产值，还有善款。"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(cached, "_RECENT", 0)
    monkeypatch.setattr(cached, "_LARGE", 1)
    return tmp_path / "cache"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ledgers that were read as YAML."""
    names: list[str] = []

    def noting(path: str) -> object:
        names.append(Path(path).name)
        return read_source(path)

    monkeypatch.setattr("figcheck.ledger.loading.read_source", noting)
    return names


def brief(ledger: Ledger) -> tuple[object, ...]:
    """A ledger without the order of its entries, which decides nothing."""
    facts = sorted(ledger.facts, key=lambda fact: (fact.id, fact.place))
    subjects = {name: sorted(others) for name, others in ledger.subjects.items()}
    return facts, sorted(map(repr, ledger.events)), sorted(map(repr, ledger.people)), subjects, ledger.owners


def assert_same(*files: Path | str) -> None:
    """Whether what is kept says of a text what reading all files would say, or has the same mistakes."""
    try:
        whole = pipeline.load_ledger(files)
    except LedgerError as error:
        with pytest.raises(LedgerError) as caught:
            pipeline.known(files)
        assert {each.key for each in caught.value.mistakes} == {each.key for each in error.mistakes}
        return
    found = pipeline.known(files)
    assert brief(found.about(TEXT)) == brief(narrowed(whole, TEXT))
    again = pipeline.known(files)
    assert brief(again.about(TEXT)) == brief(narrowed(whole, TEXT))


def write(folder: Path, name: str, *facts: str, more: str = "") -> Path:
    path = folder / name
    path.write_text("figcheck: 1\n" + more + "facts:\n" + "".join(f"  - {{{fact}}}\n" for fact in facts), "utf-8")
    return path


def test_a_desks_ledger_changes_and_the_table_is_not_read_again(tmp_path: Path, parsed: list[str], cache: Path) -> None:
    table = tmp_path / "table.yaml"
    table.write_text(TABLE, "utf-8")
    for value in ("3.4万吨", "4.3万吨"):
        desk = write(tmp_path, "desk.yaml", f"subject: 甲县, measure: [产量], value: {value}, as_of: 2024")
        found = pipeline.known([table, desk])
        assert isinstance(found, Overlaid)
        values = [fact.written for fact in found.about(TEXT).facts if fact.subject == "甲县" and "2024" in fact.id]
        assert values == [value], "the same id: the later ledger wins"
        assert isinstance(pipeline.known([table, desk]), Overlaid)
    assert parsed == ["table.yaml", "desk.yaml", "desk.yaml"]
    assert len(list(cache.glob("*.facts"))) == 2, "the table, and the latest overlay"


@pytest.mark.parametrize(
    ("facts", "more"),
    [
        (["subject: 甲县, measure: [产值], value: 3亿元"], ""),
        (["subject: 甲县, measure: [总产量], value: 19.5万吨, as_of: 2024"], ""),
        (["subject: 小丙, measure: [产量], value: 99万吨, as_of: 2030"], "subjects: {丙县: [小丙]}\n"),
        (["subject: 甲县, measure: [善款], value: 3亿元"], "subjects: {乙县: [甲县]}\n"),
        (["id: 丙县/产量/2020, subject: 甲县, measure: [善款], value: 3亿元"], ""),
        (["subject: 甲县, measure: [产量], value: 3亿元, as_of: 2024"], ""),
        ([], "people: [{name: 王秀军, titles: [县长]}]\nevents: [{name: 丰收节, first: 2014}]\n"),
        (["subject: 甲县, measure: [产量, 产值], value: 9万吨"], "subjects: {丁县: [甲县]}\n"),
        (["subject: 甲县, measure: [产量], value: 很多"], ""),
        (["subject: 甲县, measure: [总产量], value: 88.8万吨, as_of: 2024, id: mine"], ""),
    ],
)
@pytest.mark.parametrize("order", ["table first", "desk first"])
def test_the_two_say_what_they_say_together(tmp_path: Path, facts: list[str], more: str, order: str) -> None:
    table = tmp_path / "table.yaml"
    table.write_text(TABLE, "utf-8")
    desk = write(tmp_path, "desk.yaml", *facts, more=more)
    assert_same(*((table, desk) if order == "table first" else (desk, table)))


def test_a_contradiction_is_told_with_both_places(tmp_path: Path) -> None:
    table = tmp_path / "table.yaml"
    table.write_text(TABLE, "utf-8")
    desk = write(tmp_path, "desk.yaml", "id: mine, subject: 乙县, measure: [总产量], value: 9.9万吨, as_of: 2019")
    for files, where, line in (((table, desk), desk, 3), ((desk, table), table, 11)):
        with pytest.raises(LedgerError) as caught:
            pipeline.known(files)
        (mistake,) = caught.value.mistakes
        assert (mistake.path, mistake.line) == (str(where), line)
        assert "自相矛盾" in mistake.render()
        assert "乙县" in mistake.source_line


def test_a_damaged_table_is_read_again(tmp_path: Path, cache: Path, parsed: list[str]) -> None:
    table = tmp_path / "table.yaml"
    table.write_text(TABLE, "utf-8")
    desk = write(tmp_path, "desk.yaml", "subject: 甲县, measure: [产值], value: 3亿元")
    pipeline.known([table, desk])
    for path in cache.glob("*.facts"):
        path.write_bytes(path.read_bytes()[:-9])
    assert_same(table, desk)
    assert parsed.count("table.yaml") >= 2


# --- any two ledgers -----------------------------------------------------------------------------------------

_NAMES = st.sampled_from(["甲县", "乙县", "丙县", "小甲", "小乙"])
_FACTS = st.builds(
    "{}subject: {}, measure: [{}], value: {}{}".format,
    st.sampled_from(["", "", "", "id: a, ", "id: b, ", "id: 甲县/产量/2024, "]),
    _NAMES,
    st.sampled_from(["产量", "总产量", "产量, 总产量", "总产量, 产值", "产值"]),
    st.sampled_from(["12.5万吨", "12.5万吨", "13亿元", "增长3%"]),
    st.sampled_from(["", ", as_of: 2024", ", as_of: 2023"]),
)
_SUBJECTS = st.dictionaries(_NAMES, st.lists(_NAMES, max_size=2, unique=True), max_size=2)
_LEDGERS = st.tuples(st.lists(_FACTS, max_size=8), _SUBJECTS)


_GIVEN = "id: 甲县/产量/2024, subject: 甲县, measure: [产量], value: "


@given(large=_LEDGERS, small=_LEDGERS, late=st.booleans())
@example(large=([f"{_GIVEN}13亿元, as_of: 2024"], {}), small=([f"{_GIVEN}12.5万吨"], {}), late=False)  # looks made
@settings(max_examples=300, deadline=None)
def test_any_two_say_what_they_say_together(
    large: tuple[list[str], dict[str, list[str]]], small: tuple[list[str], dict[str, list[str]]], late: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("FIGCHECK_CACHE_DIR", folder + "/cache")
        files = [
            write(
                Path(folder),
                name,
                *facts,
                more="subjects: {"
                + ", ".join(f"{each}: [{', '.join(others)}]" for each, others in subjects.items())
                + "}\n",
            )
            for name, (facts, subjects) in (("table.yaml", large), ("desk.yaml", small))
        ]
        with files[0].open("a", encoding="utf-8") as table:
            table.write("# 大表\n" * 200)
        assert_same(*(files if late else reversed(files)))


def test_places_point_into_the_file_that_was_named(tmp_path: Path) -> None:
    table = tmp_path / "table.yaml"
    table.write_text(TABLE, "utf-8")
    desk = write(tmp_path, "desk.yaml", "subject: 甲县, measure: [产值], value: 3亿元")
    facts: dict[str, Fact] = {fact.id: fact for fact in pipeline.known([table, desk]).about(TEXT).facts}
    assert facts["甲县/产值"].place == replace(facts["甲县/产值"].place, ledger=str(desk), line=3)
    assert facts["甲县/产量/2018"].place == replace(facts["甲县/产值"].place, ledger=str(table), line=3)
    assert facts["乙县/产量/2019"].place == replace(facts["甲县/产值"].place, ledger=str(table), line=11)


@pytest.mark.parametrize("kept", [True, False], ids=["cache", "no cache"])
@pytest.mark.parametrize("names", [("table.yaml",), ("table.yaml", "desk.yaml")])
def test_ledgers_are_sent_to_machines_that_do_not_have_them(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], kept: bool
) -> None:
    (tmp_path / "table.yaml").write_text(TABLE, "utf-8")
    write(tmp_path, "desk.yaml", "subject: 甲县, measure: [产量], value: 3.4万吨, as_of: 2024")
    files = [tmp_path / name for name in names]
    whole = brief(narrowed(pipeline.load_ledger(files), TEXT))
    if not kept:
        monkeypatch.setenv("FIGCHECK_NO_CACHE", "1")
    (tmp_path / "sent").mkdir()
    sent = pipeline.packed(files, tmp_path / "sent")
    for file in files:
        file.unlink()
    there = (tmp_path / "sent").rename(tmp_path / "there")
    parsed.clear()
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(tmp_path / "another"))
    assert brief(pipeline.unpacked(sent, there).about(TEXT)) == whole
    assert parsed == []
    with pytest.raises(OSError, match="ledger"):
        pipeline.unpacked(sent, tmp_path / "nowhere")
