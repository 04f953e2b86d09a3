"""Archives of every kind audited: nothing lost, nothing twice, whatever stops a run and whatever an archive holds."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs figcheck[audit]")
import pyarrow.parquet as pq  # noqa: E402

from figcheck.audit import reading, units, watched  # noqa: E402
from figcheck.audit.schema import DATASETS, VERSION  # noqa: E402
from figcheck.audit.store import Store  # noqa: E402

Run = Callable[..., tuple[int, str, str]]
SLIP = "由3亿元增至6亿元，增长50%。"
RIGHT = "由3亿元增至6亿元，增长100%。"


def rows(name: str, store: str = "store") -> list[dict[str, Any]]:
    files = sorted(Path(store, name).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def names(name: str = "documents", store: str = "store") -> list[str]:
    return sorted(row["document"] for row in rows(name, store))


def jsonl(path: str, count: int, text: str = SLIP) -> None:
    lines = (json.dumps({"id": f"n{number}", "title": f"第{number}篇", "text": text}) for number in range(count))
    Path(path).write_text("\n".join(lines) + "\n", "utf-8")


# --- sources -------------------------------------------------------------------------------------------------------


def packed_zip(path: str, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def packed_tar(path: str, members: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz" if path.endswith("gz") else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def test_every_kind_of_source_gives_the_same_finding(run: Run) -> None:
    import zstandard

    article = f"题目\n\n{SLIP}\n".encode()
    line = json.dumps({"id": "x", "title": "题目", "text": SLIP}).encode() + b"\n"
    Path("档/一").mkdir(parents=True)
    Path("档/一/a.txt").write_bytes(article)
    Path("档/b.md").write_bytes(article)
    packed_zip("档/c.zip", {"内/文.txt": article, "d.jsonl": line})
    packed_tar("档/e.tar.gz", {"f.txt": article})
    packed_tar("档/g.tar", {"h.zip": Path("档/c.zip").read_bytes()})
    Path("档/i.jsonl").write_bytes(line)
    Path("档/j.jsonl.gz").write_bytes(gzip.compress(line))
    Path("档/k.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress(line))
    pq.write_table(pa.table({"编号": ["p"], "标题": ["题目"], "正文": [SLIP]}), "档/l.parquet")
    assert run("audit", "档", "--store", "store", "--jobs", "2")[0] == 0
    assert names("failures") == []
    found = Counter(row["document"] for row in rows("findings") if row["rule"] == "FA002")
    expected = {
        str(Path("档/一/a.txt")),
        "档/b.md",
        "档/c.zip!内/文.txt",
        "档/c.zip!d.jsonl#x",
        "档/e.tar.gz!f.txt",
        "档/g.tar!h.zip!内/文.txt",
        "档/g.tar!h.zip!d.jsonl#x",
        "档/i.jsonl#x",
        "档/j.jsonl.gz#x",
        "档/k.jsonl.zst#x",
        "档/l.parquet#p",
    }
    assert found == Counter(expected)


def test_web_archives_give_their_pages(run: Run) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    page = f"<html><body><h1>题目</h1><p>{SLIP}</p></body></html>".encode()
    with Path("a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for address, kind in (
            ("https://example.invalid/1", "text/html; charset=utf-8"),
            ("https://example.invalid/2", "image/png"),
        ):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=headers)
            )
    assert [record.document for record in reading.read(next(units.units(["a.warc.gz"])))] == [
        "a.warc.gz#https://example.invalid/1"
    ]


def test_sources_that_overlap_and_globs(run: Run) -> None:
    for name in ("甲/一.txt", "甲/乙/二.txt", "三.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(RIGHT, "utf-8")
    found = [path for unit in units.units(["甲", "甲/一.txt", "**/*.txt"]) for path in unit.paths]
    assert sorted(found) == sorted(["甲/一.txt", "甲/乙/二.txt", "三.txt"])


def test_a_line_belongs_to_the_piece_it_begins_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    jsonl("a.jsonl", 200)
    for size in (1, 97, 1000, 10**6):
        monkeypatch.setattr(units, "LINES_BYTES", size)
        found = [record.document for unit in units.units(["a.jsonl"]) for record in reading.read(unit)]
        assert found == [f"a.jsonl#n{number}" for number in range(200)]


def test_a_record_brings_its_masthead(run: Run) -> None:
    record = {
        "id": 7,
        "标题": "江州港吞吐量创新高",
        "publish_date": "2024-11-21T08:00:00+08:00",
        "content": "今年以来，吞吐量30万吨。",
        "来源": "江州日报",
        "reporters": ["张三", "李四"],
        "editor": "王五",
        "section": "要闻",
        "desk": "经济部",
    }
    Path("a.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    assert run("audit", "a.jsonl", "--store", "store")[0] == 0
    (row,) = rows("documents")
    told = ("title", "date", "year", "month", "source", "section", "desk", "reporters", "editors")
    assert [row[name] for name in told] == [
        "江州港吞吐量创新高",
        "2024-11-21",
        2024,
        11,
        "江州日报",
        "要闻",
        "经济部",
        ["张三", "李四"],
        ["王五"],
    ]


def test_columns_are_mapped_by_name(run: Run) -> None:
    pq.write_table(pa.table({"nr": [1], "kopf": ["题目"], "rumpf": [SLIP]}), "a.parquet")
    options = ("--map", "id=nr", "--map", "title=kopf", "--map", "text=rumpf")
    assert run("audit", "a.parquet", "--store", "store", *options)[0] == 0
    assert names() == ["a.parquet#1"] and rows("documents")[0]["title"] == "题目"
    Path("b.jsonl").write_text(json.dumps({"id": 2, "title": "别题", "text": SLIP}) + "\n", "utf-8")
    assert run("audit", "a.parquet", "b.jsonl", "--store", "both", *options)[0] == 0
    assert sorted(row["title"] for row in rows("documents", "both")) == ["别题", "题目"]
    assert run("audit", "a.parquet", "--store", "other", "--map", "titel=kopf")[0] == 2


# --- bad sources ---------------------------------------------------------------------------------------------------


def test_bad_documents_are_failures_and_stop_nothing(run: Run) -> None:
    Path("档").mkdir()
    bomb = b"\0" * (300 * 2**20)
    bad: dict[str, Callable[[str], Any]] = {
        "空.txt": lambda path: Path(path).write_bytes(b""),
        "二进制.txt": lambda path: Path(path).write_bytes(bytes(range(256)) * 10),
        "破.zip": lambda path: Path(path).write_bytes(b"PK\x03\x04 no zip"),
        "破.tar.gz": lambda path: Path(path).write_bytes(gzip.compress(b"no tar" * 100)),
        "破.parquet": lambda path: Path(path).write_bytes(b"PAR1"),
        "弹.zip": lambda path: packed_zip(path, {"b.txt": bomb, "好.txt": SLIP.encode()}),
        "逃.zip": lambda path: packed_zip(path, {"../../逃.txt": SLIP.encode()}),
        "行.jsonl": lambda path: Path(path).write_text('{"id": 1}\n[1]\nno json\n{"id": 2, "text": "好。"}\n', "utf-8"),
    }
    for name, make in bad.items():
        make(str(Path("档", name)))
    assert run("audit", "档", "--store", "store", "--jobs", "2")[0] == 0
    failed = {row["document"]: row["stage"] for row in rows("failures")}
    assert set(failed) == {
        "档/空.txt",
        "档/二进制.txt",
        "档/破.zip",
        "档/破.tar.gz",
        "档/破.parquet",
        "档/弹.zip!b.txt",
        "档/行.jsonl#1",
        "档/行.jsonl#@10",
        "档/行.jsonl#@14",
    }
    assert "档/弹.zip!好.txt" in names() and "档/行.jsonl#2" in names()
    assert "档/逃.zip!../../逃.txt" in names() and not Path("../../逃.txt").exists()
    assert all(row["reason"] for row in rows("failures"))
    assert sum(row["failed"] for row in rows("documents")) == len(failed)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_halves_of_characters_stop_nothing(run: Run) -> None:
    Path("档").mkdir()
    for name in (b"\xff", b"\xfe"):
        Path("档", os.fsdecode(name + b".txt")).write_text(SLIP, "utf-8")
    Path("档/a.jsonl").write_text('{"id": "\\ud800", "text": "\\udfff由3亿元增至6亿元，增长50%。"}\n', "utf-8")
    for audited in (3, 0):
        assert f"核对 {audited} 篇" in run("audit", "档", "--store", "store")[1]
        found = [r"档/\udcfe.txt", r"档/\udcff.txt", r"档/a.jsonl#\ud800"]
        assert names() == found == names("findings") and names("failures") == []


def test_a_source_that_is_missing_is_bad_usage(run: Run) -> None:
    status, _, err = run("audit", "没有", "--store", "store")
    assert status == 2 and "没有" in err and not Path("store").exists()


@pytest.mark.parametrize("content", ["notes.txt", "documents.csv"])
def test_a_folder_with_something_else_is_no_store(run: Run, content: str) -> None:
    jsonl("a.jsonl", 1)
    Path("store").mkdir()
    Path("store", content).write_text("x")
    assert run("audit", "a.jsonl", "--store", "store")[0] == 2
    assert [path.name for path in Path("store").iterdir() if path.name != ".lock"] == [content]


def test_a_store_inside_its_archive_is_not_audited(run: Run) -> None:
    Path("档").mkdir()
    Path("档/a.txt").write_text(SLIP, "utf-8")
    for _ in range(2):
        assert run("audit", "档", "--store", "档/store")[0] == 0
    assert names(store="档/store") == ["档/a.txt"]


# --- again and again -----------------------------------------------------------------------------------------------


def test_only_what_is_new_or_changed_is_audited_again(run: Run) -> None:
    Path("档").mkdir()
    for number in range(5):
        Path(f"档/{number}.txt").write_text(SLIP, "utf-8")
    assert "核对 5 篇，0 篇没有变" in run("audit", "档", "--store", "store")[1]
    assert "核对 0 篇，5 篇没有变" in run("audit", "档", "--store", "store")[1]
    Path("档/1.txt").write_text(RIGHT, "utf-8")
    Path("档/9.txt").write_text(SLIP, "utf-8")
    os.utime("档/2.txt")
    assert "核对 2 篇，4 篇没有变" in run("audit", "档", "--store", "store")[1]
    assert names() == [f"档/{number}.txt" for number in (0, 1, 2, 3, 4, 9)]
    assert names("findings") == [f"档/{number}.txt" for number in (0, 2, 3, 4, 9)]
    texts = Counter(row["text"] for row in rows("mentions"))
    assert texts["100%"] == 1 and texts["50%"] == 5


def test_what_vanished_from_the_sources_vanishes_from_the_store(run: Run) -> None:
    Path("档").mkdir()
    for number in range(4):
        Path(f"档/{number}.txt").write_text(SLIP, "utf-8")
    jsonl("档/a.jsonl", 3)
    jsonl("别.jsonl", 2)
    run("audit", "档", "别.jsonl", "--store", "store")
    Path("档/1.txt").unlink()
    jsonl("档/a.jsonl", 2)
    Path("别.jsonl").unlink()
    _, out, _ = run("audit", "档", "--store", "store")
    assert "核对 0 篇，5 篇没有变" in out and "已没有的 2 篇" in out
    kept = [f"别.jsonl#n{number}" for number in range(2)]  # it is none of the sources of this run
    found = [*(f"档/{number}.txt" for number in (0, 2, 3)), "档/a.jsonl#n0", "档/a.jsonl#n1", *kept]
    assert names() == sorted(found) == names("findings")
    assert "已没有" not in run("audit", "档", "--store", "store")[1]
    Path("档/1.txt").write_text(SLIP, "utf-8")
    assert "核对 1 篇，5 篇没有变" in run("audit", "档", "--store", "store")[1]


def test_a_container_that_cannot_be_read_takes_nothing_out_of_the_store(run: Run) -> None:
    packed_zip("a.zip", {"1.txt": SLIP.encode(), "2.txt": SLIP.encode()})
    whole = Path("a.zip").read_bytes()
    run("audit", "a.zip", "--store", "store")
    Path("a.zip").write_bytes(whole[:-40])
    run("audit", "a.zip", "--store", "store")
    assert names() == ["a.zip", "a.zip!1.txt", "a.zip!2.txt"] and names("failures") == ["a.zip"]
    Path("a.zip").write_bytes(whole)
    assert "核对 0 篇，2 篇没有变" in run("audit", "a.zip", "--store", "store")[1]
    assert names() == ["a.zip!1.txt", "a.zip!2.txt"] and names("failures") == []


def test_of_a_document_in_two_parts_the_later_is_right(run: Run) -> None:
    Path("a.txt").write_text(SLIP, "utf-8")
    run("audit", "a.txt", "--store", "store")
    early = {path: path.read_bytes() for path in Path("store").glob("*/part-000001-*.parquet")}
    Path("a.txt").write_text(RIGHT, "utf-8")
    run("audit", "a.txt", "--store", "store")
    for path, content in early.items():  # as if the run had been killed before it tidied
        path.write_bytes(content)
    for path in Path("store").glob("index.sqlite*"):
        path.unlink()
    assert "核对 0 篇，1 篇没有变" in run("audit", "a.txt", "--store", "store")[1]
    assert names() == ["a.txt"] and names("findings") == []


def test_all_is_audited_anew_when_rules_or_ledger_change(run: Run) -> None:
    jsonl("a.jsonl", 3)
    Path("台账.yaml").write_text("figcheck: 1\n", "utf-8")
    options = ("audit", "a.jsonl", "--store", "store", "--ledger", "台账.yaml")
    run(*options)
    _, out, err = run(*options)
    assert "核对 0 篇" in out and err == ""
    Path("台账.yaml").write_text("figcheck: 1\nfacts: []\n", "utf-8")
    _, out, err = run(*options)
    assert "核对 3 篇" in out and err.count("\n") == 1 and "重新核对" in err
    _, out, err = run(*options, "--ignore", "FA")
    assert "核对 3 篇" in out and "重新核对" in err
    assert len(names()) == 3 and names("findings") == []


def test_the_index_can_be_made_anew(run: Run) -> None:
    jsonl("a.jsonl", 20)
    run("audit", "a.jsonl", "--store", "store")
    for content in (None, b"no database" * 100):
        for path in Path("store").glob("index.sqlite*"):
            path.unlink()
        if content is not None:
            Path("store/index.sqlite").write_bytes(content)
        assert "核对 0 篇，20 篇没有变" in run("audit", "a.jsonl", "--store", "store")[1]
        assert len(names()) == 20


def test_leavings_of_a_killed_run_are_swept_away(run: Run) -> None:
    jsonl("a.jsonl", 3)
    run("audit", "a.jsonl", "--store", "store")
    part = next(path for path in Path("store/findings").glob("*.parquet") if path.stem != "part-0")
    (part.parent / "part-ffff.parquet").write_bytes(part.read_bytes())
    (part.parent / "part-eeee.parquet.partial").write_bytes(b"half")
    run("audit", "a.jsonl", "--store", "store")
    assert len(names("findings")) == 3
    assert not list(part.parent.glob("*ffff*")) and not list(part.parent.glob("*.partial"))


def _started(*args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "figcheck", *args],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_killed_at_any_moment_the_same_command_goes_on(run: Run, sign: signal.Signals) -> None:
    Path("档").mkdir()
    for number in range(8):
        jsonl(f"档/{number}.jsonl", 150)
    command = ("audit", "档", "--store", "store", "--jobs", "2")
    for delay in (0.7, 1.2):
        process = _started(*command)
        time.sleep(delay)
        os.killpg(process.pid, sign) if sign is signal.SIGKILL else process.send_signal(sign)
        process.wait(20)
        assert len(names()) == len(set(names()))
    status, _, err = run(*command)
    assert status == 0, err
    assert len(names()) == 1200 == len(set(names()))
    assert Counter(Counter(names("findings")).values()) == Counter({1: 1200})
    assert run(*command)[1].startswith("核对 0 篇，1200 篇没有变")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_workers_end_with_a_parent_that_is_killed(run: Run) -> None:
    jsonl("a.jsonl", 20_000)
    process = _started("audit", "a.jsonl", "--store", "store", "--jobs", "2")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while len(workers := children.read_text().split()) < 2 and process.poll() is None:
        time.sleep(0.02)
    assert process.returncode is None
    process.kill()
    process.wait(20)
    deadline = time.monotonic() + 20
    while alive := [pid for pid in workers if _alive(pid)]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.02)


def _alive(pid: str) -> bool:
    try:
        return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_runs_at_once_are_told_apart(run: Run) -> None:
    jsonl("a.jsonl", 1)
    run("audit", "a.jsonl", "--store", "store")
    with Store("store").locked():
        status, _, err = run("audit", "a.jsonl", "--store", "store")
    assert status == 2 and "正被" in err


def test_a_full_disk_stops_the_run_and_leaves_no_half_part(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    jsonl("a.jsonl", 3)
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000));"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "from figcheck.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    jsonl("b.jsonl", 400, "".join(f"第{number}项投资{number}.{number}亿元。" for number in range(10, 14)))
    done = subprocess.run([sys.executable, "-c", script, "audit", "b.jsonl", "--store", "store"], capture_output=True)
    assert done.returncode == 2 and done.stderr
    assert not list(Path("store").glob("*/*.partial"))
    assert run("audit", "a.jsonl", "b.jsonl", "--store", "store")[0] == 0
    assert len(names()) == 403


# --- documents that break us ---------------------------------------------------------------------------------------


def _poisoned(monkeypatch: pytest.MonkeyPatch, behaviour: Callable[[], Any]) -> None:
    """Documents whose text says 毒 make a worker do this; workers are forks, so they know."""
    from figcheck.audit.judging import Judge

    healthy = Judge.row

    def row(self: Judge, record: reading.Record) -> Any:
        if record.fields and "毒" in record.fields["text"]:
            behaviour()
        return healthy(self, record)

    monkeypatch.setattr(Judge, "row", row)


@pytest.mark.skipif(os.name == "nt", reason="workers are no forks there")
@pytest.mark.parametrize(
    ("behaviour", "limit", "stage"),
    [
        (lambda: os._exit(11), "60", "crash"),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "60", "crash"),
        (lambda: time.sleep(90), "4", "timeout"),
    ],
)
def test_a_document_that_kills_or_holds_up_a_worker_is_a_failure(
    run: Run, monkeypatch: pytest.MonkeyPatch, behaviour: Callable[[], Any], limit: str, stage: str
) -> None:
    monkeypatch.setattr(watched, "GRACE", 0.2)
    _poisoned(monkeypatch, behaviour)
    lines = [{"id": number, "text": "毒" if number == 3 else SLIP} for number in range(8)]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    assert run("audit", "a.jsonl", "--store", "store", "--jobs", "2", "--timeout", limit)[0] == 0
    assert [(row["document"], row["stage"]) for row in rows("failures")] == [("a.jsonl#3", stage)]
    assert len(names()) == 8 and len(names("findings")) == 7


def test_time_that_runs_out_inside_a_rule_fails_the_document_and_not_the_rule(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from figcheck.rulebook import Rule

    healthy, held = Rule.run, list[str]()

    def endless(self: Rule, analysis: Any) -> Any:
        if "慢" in analysis.document.text and not held:
            held.append(self.code)
            while True:
                pass
        return healthy(self, analysis)

    monkeypatch.setattr(Rule, "run", endless)
    lines = [{"id": number, "text": "慢，共12.5亿元。" if number == 3 else SLIP} for number in range(5)]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    assert run("audit", "a.jsonl", "--store", "store", "--timeout", "4")[0] == 0
    assert [(row["document"], row["stage"]) for row in rows("failures")] == [("a.jsonl#3", "timeout")]


def test_a_document_over_its_time_is_a_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from figcheck import pipeline

    healthy = pipeline.check

    def check(document: Any, *rest: Any) -> Any:
        while "慢" in document.text:
            pass
        return healthy(document, *rest)

    monkeypatch.setattr(pipeline, "check", check)
    lines = [{"id": number, "text": "慢" if number == 3 else SLIP} for number in range(5)]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    assert run("audit", "a.jsonl", "--store", "store", "--timeout", "4")[0] == 0
    assert [(row["document"], row["stage"]) for row in rows("failures")] == [("a.jsonl#3", "timeout")]


# --- the store -----------------------------------------------------------------------------------------------------


def test_every_dataset_is_there_with_its_schema_and_version(run: Run) -> None:
    jsonl("a.jsonl", 1)
    run("audit", "a.jsonl", "--store", "store")
    for name, schema in DATASETS.items():
        for path in Path("store", name).glob("*.parquet"):
            found = pq.read_schema(path)
            assert found.equals(schema)
            assert found.metadata[b"figcheck.schema"] == str(VERSION).encode()


@pytest.mark.parametrize("command", [["audit", "a.jsonl"], ["audit", "report"], ["audit", "query", "SELECT 1"]])
def test_a_store_of_another_format_is_told_in_words_and_left_alone(run: Run, command: list[str]) -> None:
    jsonl("a.jsonl", 1)
    run("audit", "a.jsonl", "--store", "store")
    meta = Path("store", "store.json")
    meta.write_text(meta.read_text("utf-8").replace(f'"schema": {VERSION}', '"schema": 1'), "utf-8")
    before = sorted(path.read_bytes() for path in Path("store").rglob("*.parquet"))
    status, _, err = run(*command, "--store", "store")
    assert (status, "另一种格式（第 1 版）" in err) == (2, True)
    assert sorted(path.read_bytes() for path in Path("store").rglob("*.parquet")) == before


@pytest.mark.parametrize("name", DATASETS)
def test_every_column_is_documented(name: str) -> None:
    from figcheck import audit

    page = Path(audit.__file__ or "").with_name("README.md").read_text("utf-8")
    section = page.partition(f"\n### {name}\n")[2].partition("\n#")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| ")][2:]
    assert sorted(", ".join(cells).replace(" ", "").split(",")) == sorted(DATASETS[name].names)


def test_what_is_stored_is_what_check_says(run: Run) -> None:
    from figcheck import documents, pipeline
    from figcheck.reports.as_json import mention_record
    from figcheck.rulebook import load_rules

    Path("a.txt").write_text("题目\n\n2024-11-21　来源：江州日报\n\n" + SLIP + "超12亿人次。\n", "utf-8")
    run("audit", "a.txt", "--store", "store")
    report = pipeline.check(documents.load("a.txt"), pipeline.load_ledger([]), load_rules())
    assert [{**row, "document": None} for row in rows("mentions")] == [
        {"document": None, **mention_record(mention)} for mention in report.analysis.mentions
    ]
    told = [(row["rule"], row["start"], row["end"], row["message"]) for row in rows("findings")]
    assert told == [(each.rule, each.start, each.end, each.message) for each in report.findings]


def test_one_worker_and_two_find_the_same(run: Run) -> None:
    Path("档").mkdir()
    for number in range(6):
        jsonl(f"档/{number}.jsonl", 40)
    for jobs in ("1", "2"):
        run("audit", "档", "--store", f"s{jobs}", "--jobs", jobs)

    def content(store: str) -> Sequence[Any]:
        return [sorted(map(str, rows(name, store))) for name in DATASETS]

    assert content("s1") == content("s2")


def test_the_index_knows_every_document_once(run: Run) -> None:
    jsonl("a.jsonl", 30)
    run("audit", "a.jsonl", "--store", "store")
    with sqlite3.connect("store/index.sqlite") as index:
        assert index.execute("SELECT count(*) FROM documents").fetchone() == (30,)
        assert index.execute("SELECT count(*) FROM stale").fetchone() == (0,)


# --- answers -------------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(run: Run) -> Run:
    desk = {"section": "要闻", "desk": "经济部", "byline": "林知夏"}
    slight = "约300人左右。约500人左右。"
    articles = [
        {"id": 1, "title": "标题", "text": SLIP, "date": "2024-03-01", **desk},
        {"id": 2, "title": "标题", "text": RIGHT + slight, "date": "2025-03-01", "section": "<b>副刊</b>"},
    ]
    lines = [json.dumps(article, ensure_ascii=False) for article in articles]
    Path("a.jsonl").write_text("\n".join([*lines, "坏"]) + "\n", "utf-8")
    run("audit", "a.jsonl", "--store", "store")
    return run


def test_the_error_rate_counts_notation_a_tenth(asked: Run) -> None:
    from figcheck.audit.answers import Answers

    sums = Answers("store").sums()
    assert (sums.documents, sums.failures, sums.errors, sums.warnings) == (3, 1, 1, 2)
    assert sums.rate == round(10000 * (1 + 0.2) / sums.characters, 2)


SLIGHT = "约300人左右。" * 7
RATES: dict[str, tuple[list[tuple[str, str, str]], float]] = {
    "an error counts one": ([("2024-03-01", "标题", SLIP)], 1),
    "in a headline two": ([("2024-03-01", SLIP.strip("。"), "正文。")], 2),
    "a slip of notation a tenth": ([("2024-03-01", "标题", SLIGHT)], 0.7),
    "at most one an article": ([("2024-03-01", "标题", SLIGHT * 2)], 1),
    "at most one for the articles of a day": ([("2024-03-01", "标题", SLIGHT), ("2024-03-01", "标题", SLIGHT)], 1),
    "of each day": ([("2024-03-01", "标题", SLIGHT), ("2024-03-02", "标题", SLIGHT)], 1.4),
}


@pytest.mark.parametrize(("articles", "weight"), RATES.values(), ids=list(RATES))
def test_how_errors_are_counted(run: Run, articles: list[tuple[str, str, str]], weight: float) -> None:
    from figcheck.audit.answers import Answers

    told = [
        {"id": n, "date": date, "title": title, "text": text, "desk": "经济部"}
        for n, (date, title, text) in enumerate(articles)
    ]
    Path("a.jsonl").write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in told) + "\n", "utf-8")
    run("audit", "a.jsonl", "--store", "store", "--isolated")
    answers = Answers("store")
    sums = answers.sums()
    assert sums.rate == round(10000 * weight / sums.characters, 2)
    desk = next(table for table in answers.tables() if table.key == "desk")
    assert desk.rows[0][desk.columns.index("rate")] == sums.rate


def test_years_and_months_stand_in_their_order(run: Run) -> None:
    from figcheck.audit.answers import Answers

    months = [f"{year}-{month:02}" for year in range(2020, 2024) for month in range(1, 13)]
    told = [{"id": month, "date": f"{month}-01", "title": "标题", "text": SLIP} for month in reversed(months)]
    Path("a.jsonl").write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in told) + "\n", "utf-8")
    run("audit", "a.jsonl", "--store", "store")
    tables = {table.key: table for table in Answers("store").tables()}
    assert [row[0] for row in tables["year"].rows] == ["2020", "2021", "2022", "2023"]
    assert [row[0] for row in tables["month"].rows] == months[-36:] and tables["month"].left == 12


def test_what_ledgers_cover_and_lack(run: Run) -> None:
    from figcheck.audit.answers import Answers

    Path("台账.yaml").write_text(
        "figcheck: 1\nfacts:\n  - {id: 吞吐, subject: 江州港, measure: 吞吐量, value: 353万吨, as_of: 2023}\n", "utf-8"
    )
    texts = ("2023年，江州港吞吐量353万吨。", "2023年，江州港吞吐量335万吨。", "2023年，江州银行净利润20.6亿元。") * 2
    told = [{"id": n, "date": "2024-03-01", "text": f"第{n}篇。{text}"} for n, text in enumerate(texts)]
    Path("a.jsonl").write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in told) + "\n", "utf-8")
    run("audit", "a.jsonl", "--store", "store", "--ledger", "台账.yaml")
    answers = Answers("store")
    tables = {table.key: table.rows for table in answers.tables()}
    assert tables["covered"] == [("吞吐", 4, 2, 2, 4)]
    assert tables["uncovered"] == [("江州银行", "净利润", 2, 2)]
    assert 0 < answers.sums().coverage < 100


@pytest.mark.parametrize(
    "title", ["标题", "谁来答？", "江州港吞吐量353万吨。", "好消息！江州港再创新高。今年", "天气：转凉，有雨"]
)
def test_a_record_has_the_date_of_its_field_whatever_its_title(run: Run, title: str) -> None:
    told = {"id": 1, "date": "2024-03-01", "title": title, "text": "正文。\n正文。", "byline": "林知夏"}
    Path("a.jsonl").write_text(json.dumps(told, ensure_ascii=False) + "\n", "utf-8")
    run("audit", "a.jsonl", "--store", "store")
    (row,) = rows("documents")
    assert (row["title"], row["date"], row["reporters"]) == (title, "2024-03-01", ["林知夏"])


def test_a_report_in_words_and_as_a_page(asked: Run) -> None:
    status, out, _ = asked("audit", "report", "--store", "store")
    assert status == 0
    for told in (
        "稿件 3 篇",
        "读不了的 1 篇",
        "2024  1",
        "2024-03",
        "经济部",
        "林知夏",
        "FA002",
        "a.jsonl#1",
        "稿件之间的矛盾 0 组",
    ):
        assert told in out
    status, out, _ = asked("audit", "report", "--store", "store", "--format", "html", "--lang", "en")
    assert status == 0 and "<svg" in out and "<b>副刊</b>" not in out and "&lt;b&gt;副刊&lt;/b&gt;" in out
    assert "http" not in out.replace("http-equiv", "") and "<script" not in out


@pytest.mark.parametrize(("format", "told"), [("csv", "rule,n\r\nFA002,1"), ("jsonl", '{"rule": "FA002", "n": 1}')])
def test_sql_over_the_store(asked: Run, format: str, told: str) -> None:
    sql = "SELECT rule, count(*) AS n FROM findings WHERE severity = 'error' GROUP BY rule"
    status, out, _ = asked("audit", "query", sql, "--store", "store", "--format", format)
    assert status == 0 and out.replace("\r\n", "\n").strip() == told.replace("\r\n", "\n")


@pytest.mark.parametrize("words", [("report",), ("query", "SELECT 1")])
def test_where_there_is_no_store(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run("audit", *words, "--store", "none")
    assert (status, out) == (2, "") and "none" in err


def test_a_query_that_is_none(asked: Run) -> None:
    status, _, err = asked("audit", "query", "SELEC", "--store", "store")
    assert status == 2 and "SQL" in err


@pytest.mark.parametrize("words", [("a.jsonl",), ("report",), ("query", "SELECT 1")])
def test_without_the_extra_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    from figcheck.cli.audit import extras

    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    jsonl("a.jsonl", 1)
    status, _, err = run("audit", *words, "--store", "store")
    assert status == 2 and "figcheck[audit]" in err
