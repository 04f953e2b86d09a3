"""The cluster engine on a real Spark with two workers: the findings of this machine's, whatever happens meanwhile."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs figcheck[audit]")
import pyarrow.parquet as pq  # noqa: E402

from figcheck.audit.schema import DATASETS  # noqa: E402
from figcheck.cli import main  # noqa: E402

Run = Callable[..., tuple[int, str]]
SLIP = "由3亿元增至6亿元，增长50%。"
RIGHT = "由3亿元增至6亿元，增长100%。"
LEDGER = """figcheck: 1
facts:
  - {subject: 江州港, measure: [吞吐量], value: 335万吨, as_of: 2024, source: 年报}
"""
CARD = """code: DESK001
name: words
severity: warning
check: desk.preferred
message: “{written}”本报写作“{expected}”。
options: {forms: {老人家: 老人}}
cases:
  - {hit: 三位<<老人家>>。}
  - {clean: 三位老人。}
  - {clean: 三棵树。}
"""
PORT = "江州港2024年吞吐量353万吨。"


def _java() -> int:
    """The version of Java that Spark would run on; 0 for none."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java")
    if java is None:
        return 0
    told = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


@pytest.fixture(scope="module")
def mounted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is at viewfs://archive/a."""
    return tmp_path_factory.mktemp("mounted")


@pytest.fixture(scope="module")
def spark(mounted: Path) -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="needs figcheck[spark]")
    if _java() < 17:
        pytest.skip("needs Java 17 (Debian: openjdk-17-jre-headless)")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    settings = {
        "spark.executor.memory": "512m",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "OFF",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.codegen.wholeStage": "false",  # to compile Java takes longer than all that it would save here
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.hadoop.fs.viewfs.mounttable.archive.link./a": mounted.as_uri(),
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("figcheck tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spark: Any) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIGCHECK_LANG", raising=False)

    def typed(*args: str) -> tuple[int, str]:
        status = main(args)
        out, err = capfd.readouterr()
        return status, out if status == 0 else out + err

    return typed


def rows(name: str, store: str) -> list[dict[str, Any]]:
    files = sorted(Path(store, name).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def names(store: str, name: str = "documents") -> list[str]:
    return sorted(row["document"] for row in rows(name, store))


def content(store: str, base: str = "") -> dict[str, Sequence[str]]:
    """All rows of a store, in an order; names of documents without what they begin with."""
    return {name: sorted(str(row).replace(base, "") for row in rows(name, store)) for name in DATASETS}


def jsonl(path: Path, count: int, text: str = SLIP) -> None:
    lines = (json.dumps({"id": f"n{number}", "title": f"第{number}篇", "text": text}) for number in range(count))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def archive(folder: Path) -> None:
    """A small archive of most kinds, a damaged file and a configuration of its own among them."""
    (folder / "一").mkdir(parents=True)
    for number in range(5):
        (folder / f"一/{number}.txt").write_text(f"题目\n\n{SLIP}{PORT}\n", "utf-8")
    jsonl(folder / "a.jsonl", 30)
    with zipfile.ZipFile(folder / "b.zip", "w") as packed:
        packed.writestr("内/文.txt", f"题目\n\n{PORT}\n")
        packed.writestr("c.jsonl", json.dumps({"id": "x", "text": SLIP}))
    (folder / "d.zip").write_bytes(b"PK\x03\x04 no zip")
    pq.write_table(pa.table({"编号": ["p", "q"], "正文": [SLIP, PORT]}), folder / "e.parquet", row_group_size=1)
    Path(folder.parent, "台账.yaml").write_text(LEDGER, "utf-8")


# --- the same as on one machine ------------------------------------------------------------------------------------


def test_its_findings_are_those_of_the_local_engine(run: Run) -> None:
    archive(Path("档"))
    Path("档/一/figcheck.toml").write_text('ignore = ["FA"]\n', "utf-8")
    command = ("audit", "档", "--ledger", "台账.yaml", "--store")
    assert run(*command, "one")[0] == 0
    status, out = run(*command, "many", "--engine", "spark")
    assert status == 0, out
    assert "核对 40 篇，0 篇没有变" in out
    assert content("one") == content("many")
    assert Counter(row["rule"] for row in rows("findings", "many")) == {"FA002": 32, "FL001": 7}
    assert run(*command, "many", "--engine", "spark")[1].startswith("核对 0 篇，40 篇没有变")
    assert run(*command, "many")[1].startswith("核对 0 篇，40 篇没有变")

    Path("档/一/1.txt").write_text(RIGHT, "utf-8")
    Path("档/一/2.txt").unlink()
    jsonl(Path("档/a.jsonl"), 29)
    for store, engine in (("one", "local"), ("many", "spark")):
        status, out = run(*command, store, "--engine", engine)
        assert out.startswith("核对 1 篇，37 篇没有变") and "已没有的 2 篇" in out
    assert content("one") == content("many")


def test_archives_and_stores_on_any_file_system(run: Run, mounted: Path) -> None:
    archive(mounted / "档")
    shutil.copy(mounted / "台账.yaml", "台账.yaml")
    Path("figcheck.toml").write_text('ledgers = ["台账.yaml"]\n', "utf-8")
    base = "viewfs://archive/a"
    there = (f"{base}/档/一", f"{base}/档/*.*", "--store", f"{base}/存")
    for audited, unchanged in ((40, 0), (0, 40)):
        status, out = run("audit", *there, "--engine", "spark")
        assert status == 0, out
        assert out.startswith(f"核对 {audited} 篇，{unchanged} 篇没有变")
    assert run("audit", str(mounted / "档"), "--store", "here", "--config", "figcheck.toml")[0] == 0
    found = content(str(mounted / "存"), base)
    assert found["findings"] == content("here", str(mounted))["findings"]
    assert found["claims"] == content("here", str(mounted))["claims"]
    assert not [path for path in mounted.rglob("*") if "partial" in path.name]

    (mounted / "档/一/3.txt").unlink()
    assert "已没有的 1 篇" in run("audit", *there, "--engine", "spark")[1]
    assert f"{base}/档/一/3.txt" not in names(str(mounted / "存"))


def test_an_address_needs_the_cluster_engine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from figcheck.audit import places

    monkeypatch.setattr(places, "_ways", [])
    status, out = run("audit", "viewfs://archive/a", "--store", "store")
    assert status == 2 and "--engine spark" in out


# --- whatever happens ----------------------------------------------------------------------------------------------


def _executors(spark: Any) -> list[int]:
    """The processes of this session's executors."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if spark.sparkContext.applicationId.encode() in words and any(b"ExecutorBackend" in word for word in words):
            found.append(int(path.parent.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks for executors in /proc")
def test_an_executor_is_killed_and_nothing_is_lost_or_twice(run: Run, spark: Any) -> None:
    Path("档").mkdir()
    for number in range(12):
        jsonl(Path(f"档/{number}.jsonl"), 120)
    killed: list[int] = []

    def strike() -> None:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if len(list(Path("store/documents").glob("part-000001-*.parquet"))) >= 2:
                killed.extend(_executors(spark)[:1])
                os.kill(killed[0], signal.SIGKILL)
                return
            time.sleep(0.02)

    striker = threading.Thread(target=strike)
    striker.start()
    status, out = run("audit", "档", "--store", "store", "--engine", "spark")
    striker.join()
    assert status == 0, out
    assert killed and out.startswith("核对 1440 篇，0 篇没有变")
    assert len(names("store")) == 1440 == len(set(names("store")))
    assert Counter(Counter(names("store", "findings")).values()) == Counter({1: 1440})
    assert run("audit", "档", "--store", "store", "--engine", "spark")[1].startswith("核对 0 篇，1440 篇没有变")
    assert not list(Path("store").glob("*/*.partial"))


@pytest.mark.skipif(os.name == "nt", reason="the judge is no fork there")
@pytest.mark.parametrize(
    ("behaviour", "limit", "stage", "reason"),
    [(lambda: os._exit(11), 60, "crash", "11"), (lambda: time.sleep(90), 3, "timeout", "> 3 s")],
)
def test_a_document_that_kills_or_holds_up_the_judge_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, behaviour: Callable[[], Any], limit: float, stage: str, reason: str
) -> None:
    from figcheck.audit import watched
    from figcheck.audit.guard import Guard
    from figcheck.audit.judging import Judge, batch_of
    from figcheck.audit.reading import Record
    from figcheck.bench import Benches
    from figcheck.config import Configuration

    class Poisoned(Judge):
        def row(self, record: Record) -> Any:
            if record.fields and "毒" in record.fields["text"]:
                behaviour()
            return super().row(record)

    monkeypatch.setattr(watched, "GRACE", 0.2)
    texts = [SLIP, "毒", SLIP, "毒", SLIP]
    found = [(10 + number, Record(f"n{number}", "a", fields={"text": text})) for number, text in enumerate(texts)]
    guard = Guard(lambda watch: Poisoned(Benches(Configuration.isolated()), "zh", 0, watch).batch, limit)
    try:
        judged = guard.batch(batch_of(found)).to_pylist()
    finally:
        guard.close()
    told = [(row["document"], row["stage"], row["reason"]) for row in judged if row["failed"]]
    assert told == [("n1", stage, reason), ("n3", stage, reason)]
    assert [len(row["findings"]) for row in judged] == [1, 0, 1, 0, 1]


@pytest.mark.skipif(os.name == "nt", reason="the judge is no fork there")
def test_what_decides_the_findings_is_sent_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from figcheck.audit import shipping
    from figcheck.audit.guard import Guard
    from figcheck.audit.judging import batch_of
    from figcheck.audit.pieces import Setup
    from figcheck.audit.reading import Record
    from figcheck.bench import Benches

    here, sent = tmp_path / "here", tmp_path / "sent"
    (here / "规则").mkdir(parents=True)
    sent.mkdir()
    monkeypatch.chdir(here)
    Path("台账.yaml").write_text(LEDGER, "utf-8")
    Path("规则/DESK001-words.yaml").write_text(CARD, "utf-8")
    settings = 'ledgers = ["台账.yaml"]\nrules = ["规则"]\n[[overrides]]\npaths = ["副刊/"]\nignore = ["FA"]\n'
    Path("figcheck.toml").write_text(settings, "utf-8")
    setup = Setup("store", (None, False, {}))
    content = shipping.bundle(setup, Benches(setup.configured()), sent, alone=True)
    shutil.rmtree(here)
    monkeypatch.chdir(tmp_path)

    text = f"{PORT}三位老人家。{SLIP}"
    paths = ("hdfs://host/a/1.txt", "hdfs://host/a/副刊/2.txt")
    guard = Guard(lambda watch: shipping.judge(content, str(sent), watch), 60)
    try:
        judged = guard.batch(batch_of(enumerate(Record(path, path, text.encode()) for path in paths))).to_pylist()
    finally:
        guard.close()
    found = [sorted(each["rule"] for each in row["findings"]) for row in judged]
    assert found == [["DESK001", "FA002", "FL001"], ["DESK001", "FL001"]]


# --- as a job ------------------------------------------------------------------------------------------------------


def test_spark_submit_runs_it(run: Run) -> None:
    import pyspark

    jsonl(Path("a.jsonl"), 40)
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    program = Path(sys.modules["figcheck"].__file__ or "").parent / "__main__.py"
    options = ("--master", "local[2]", "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR")
    command = [str(submit), *options, str(program), "audit", "a.jsonl", "--store", "store", "--engine", "spark"]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=240)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "核对 40 篇，0 篇没有变" in done.stdout
    assert len(names("store")) == 40 and len(names("store", "findings")) == 40
