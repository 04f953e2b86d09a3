"""What was made of a ledger is kept: used while the ledger is what it was, given up for anything that is amiss."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import pipeline
from figcheck.ledger import LedgerError, cached
from figcheck.ledger import compiled as compiled_ledgers
from figcheck.ledger.compiled import opened
from figcheck.ledger.compiling import compiled
from figcheck.ledger.source import read_source
from figcheck.model import Fact, Ledger, Place, Quantity

LEDGER = """\
figcheck: 1
subjects: {橙果公司: [橙果]}
facts:
  - {subject: 橙果公司, measure: [营收], value: 335亿元, as_of: 2024}
  - {subject: 蓝莓公司, measure: [营收], value: 12亿元, as_of: 2024}
people:
  - {name: 王秀军, titles: [理事长]}
"""
TEXT = "橙果营收335亿元。"
SMALL = Ledger(
    (
        Fact("a", "橙果", ("营收",), Quantity("money", Decimal(335)), "335亿元", Place("ledger.yaml", 3)),
        Fact("b", "蓝莓", ("营收",), Quantity("money", Decimal(12)), "12亿元", Place("ledger.yaml", 4)),
    )
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder, which does not exist yet; what is a moment old counts as settled."""
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(tmp_path / "缓存"))
    monkeypatch.setattr(cached, "_RECENT", 0)
    return tmp_path / "缓存"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "台账").mkdir()
    path = tmp_path / "台账" / "ledger.yaml"
    path.write_text(LEDGER, "utf-8")
    return path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ledgers that were read as YAML."""
    names: list[str] = []

    def noting(path: str) -> object:
        names.append(Path(path).name)
        return read_source(path)

    monkeypatch.setattr("figcheck.ledger.loading.read_source", noting)
    return names


def values(*paths: Path | str) -> list[str]:
    """What the ledgers say of the company that the text names."""
    return [fact.written for fact in pipeline.known(paths).about(TEXT).facts if fact.subject == "橙果公司"]


def kept(cache: Path, suffix: str) -> list[Path]:
    return sorted(path for path in cache.iterdir() if path.suffix == suffix)


def test_a_ledger_is_parsed_once_and_nothing_is_put_beside_it(cache: Path, ledger: Path, parsed: list[str]) -> None:
    for _ in range(3):
        assert values(ledger) == ["335亿元"]
    assert parsed == ["ledger.yaml"]
    assert [path.name for path in ledger.parent.iterdir()] == ["ledger.yaml"]
    assert [len(kept(cache, suffix)) for suffix in (".facts", ".note")] == [1, 1]
    assert cache.stat().st_mode & 0o777 == 0o700


def test_an_edit_is_noticed_even_of_the_same_size_and_time(cache: Path, ledger: Path, parsed: list[str]) -> None:
    before = ledger.stat()
    assert values(ledger) == ["335亿元"]
    ledger.write_text(LEDGER.replace("335", "353"), "utf-8")
    os.utime(ledger, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert values(ledger) == ["353亿元"]
    assert len(parsed) == 2
    assert len(kept(cache, ".facts")) == 1, "what was made of the former ledger is dropped"


def test_a_ledger_that_has_just_been_written_is_told_by_its_content(
    cache: Path, ledger: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two changes within a tick of the clock leave the same marks."""
    monkeypatch.setattr(cached, "_RECENT", 10**12)
    for value in ("335", "353", "335"):
        ledger.write_text(LEDGER.replace("335", value), "utf-8")
        assert values(ledger) == values(ledger) == [f"{value}亿元"]
    assert kept(cache, ".note") == []
    assert len(parsed) == 2


def test_a_copy_needs_no_parsing_and_has_its_own_name(cache: Path, ledger: Path, parsed: list[str]) -> None:
    values(ledger)
    copy = ledger.with_name("副本.yaml")
    copy.write_bytes(ledger.read_bytes())
    assert [fact.place.ledger for fact in pipeline.known([copy]).about(TEXT).facts] == [str(copy)]
    assert parsed == ["ledger.yaml"]


def test_several_ledgers_are_kept_as_one(cache: Path, ledger: Path, parsed: list[str]) -> None:
    later = ledger.with_name("z.yaml")
    later.write_text(LEDGER.replace("335", "353"), "utf-8")
    for _ in range(2):
        assert values(ledger, later) == values(ledger.parent) == ["353亿元"]
        assert values(later, ledger) == ["335亿元"]
    assert len(parsed) == 4


def test_another_figcheck_reads_anew(
    cache: Path, ledger: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    values(ledger)
    monkeypatch.setattr(cached, "_code", lambda: ("another",))
    assert values(ledger) == ["335亿元"]
    assert len(parsed) == 2


@pytest.mark.parametrize("suffix", [".facts", ".note"])
@pytest.mark.parametrize("left", ["nothing", "half", "zeros", "words", "folder"])
def test_what_is_damaged_is_ignored(cache: Path, ledger: Path, suffix: str, left: str) -> None:
    values(ledger)
    (path,) = kept(cache, suffix)
    whole = path.read_bytes()
    path.unlink()
    if left == "folder":
        path.mkdir()
    else:
        half = whole[: len(whole) // 2]
        path.write_bytes({"nothing": b"", "half": half, "zeros": bytes(len(whole)), "words": b"figcheck" * 99}[left])
    assert values(ledger) == values(ledger) == ["335亿元"]


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255), checked=st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_changed_byte_makes_a_ledger_say_something_else(place: float, byte: int, checked: bool) -> None:
    """Small files are checked whole; of large ones each fact is, so that at worst one is not found."""
    whole = bytearray(b"".join(compiled(SMALL, ["ledger.yaml"])))
    whole[int(place * len(whole))] ^= byte
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled_ledgers, "_CHECKED", 1 << 19 if checked else 0)
        path = Path(folder) / "facts"
        path.write_bytes(whole)
        found = opened(path, ["ledger.yaml"], lambda: SMALL)
        facts = found.about(TEXT).facts if found is not None else SMALL.facts[:1]
    assert found is None if checked else set(facts) <= set(SMALL.facts)


def test_damage_that_shows_late_has_the_ledger_read_anew(cache: Path, ledger: Path, parsed: list[str]) -> None:
    values(ledger)
    (path,) = kept(cache, ".facts")
    content = path.read_bytes()
    at = content.index("335亿元".encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled_ledgers, "_CHECKED", 0)
        path.write_bytes(content[:at] + b"9" + content[at + 1 :])
        assert values(ledger) == values(ledger) == values(ledger) == ["335亿元"]
    assert len(parsed) == 3, "once in the stead of the damaged file, once to keep it again"


def test_the_folder_may_be_deleted_and_may_be_missing_or_closed(
    cache: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert values(ledger) == ["335亿元"]
    shutil.rmtree(cache)
    assert values(ledger) == ["335亿元"]
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(ledger / "nowhere"))
    assert values(ledger) == ["335亿元"]
    monkeypatch.setenv("FIGCHECK_NO_CACHE", "1")
    assert isinstance(pipeline.known([ledger]), Ledger)


def test_mistakes_are_told_every_time_and_nothing_is_kept(cache: Path, ledger: Path) -> None:
    values(ledger)
    ledger.write_text(LEDGER.replace("335亿元", "很多"), "utf-8")
    for paths in ([ledger], [ledger], [ledger.with_name("missing.yaml")], [cache.parent / "缓存"]):
        with pytest.raises(LedgerError):
            pipeline.known(paths)
    ledger.write_text(LEDGER, "utf-8")
    assert values(ledger) == ["335亿元"]


def test_two_processes_at_once_get_in_nobodys_way(cache: Path, ledger: Path) -> None:
    script = (
        "import sys; from figcheck import pipeline\n"
        "for _ in range(20):\n"
        "    known = pipeline.known([sys.argv[1]])\n"
        "    assert known.about('橙果营收').facts[0].written == '335亿元'\n"
    )
    command = [sys.executable, "-c", script, str(ledger)]
    children = [subprocess.Popen(command) for _ in range(3)]
    while any(child.poll() is None for child in children):
        for path in kept(cache, ".facts") if cache.exists() else []:
            path.unlink(missing_ok=True)  # and somebody who tidies up gets in nobody's way either
    assert [child.returncode for child in children] == [0, 0, 0]


def test_what_is_kept_needs_nothing_that_reads_yaml(cache: Path, ledger: Path) -> None:
    script = (
        "import sys; from figcheck.ledger.cached import known\n"
        "assert known([sys.argv[1]], None).about('橙果营收').facts\n"
        "print(*sys.modules)"
    )
    values(ledger)
    done = subprocess.run([sys.executable, "-c", script, str(ledger)], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "figcheck.ledger.compiled" in loaded
    assert not loaded & {"yaml", "json", "difflib", "hashlib", "figcheck.ledger.sections", "figcheck.reader"}
