"""Real repositories: what is staged, what changed, the hook; Chinese names, renames, partly staged files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from figcheck.cli import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
Run = Callable[..., tuple[int, str, str]]
SLIP, RIGHT = "由3亿元增至6亿元，增长50%。\n", "由3亿元增至6亿元，增长100%。\n"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("FIGCHECK_LANG", raising=False)

    def typed(*args: str) -> tuple[int, str, str]:
        status = main(args)
        return status, *capfd.readouterr()

    return typed


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q")
    git("config", "user.name", "desk")
    git("config", "user.email", "desk@example.invalid")
    return tmp_path


def git(*args: str) -> int:
    return subprocess.run(["git", *args], check=False, capture_output=True).returncode


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def found(out: str) -> dict[str, list[str]]:
    return {each["path"]: [finding["text"] for finding in each["findings"]] for each in json.loads(out)["documents"]}


def test_what_is_staged_counts_and_not_what_lies_in_the_work_tree(run: Run, repository: Path) -> None:
    put("稿件/一.txt", RIGHT)
    git("add", ".")
    put("稿件/一.txt", SLIP)
    assert run("check", "--staged")[0] == 0
    git("add", ".")
    put("稿件/一.txt", RIGHT)
    status, out, _ = run("check", "--staged", "--format", "json")
    assert status == 1 and found(out) == {str(Path("稿件", "一.txt")): ["50%"]}


def test_renamed_deleted_and_foreign_files(run: Run, repository: Path) -> None:
    put("旧 名.txt", SLIP)
    put("删.txt", SLIP)
    put("程序.py", "x = 1\n")
    git("add", ".")
    git("commit", "-qm", "first")
    git("mv", "旧 名.txt", "新“名”.txt")
    git("rm", "-q", "删.txt")
    put("程序.py", "x = 2\n")
    git("add", ".")
    status, out, err = run("check", "--staged", "--format", "json")
    assert (status, err) == (1, "")
    assert found(out) == {"新“名”.txt": ["50%"]}


def test_from_a_subfolder_and_for_some_paths(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("甲/一.txt", SLIP)
    put("乙/二.txt", SLIP)
    git("add", ".")
    monkeypatch.chdir(repository / "甲")
    _, out, _ = run("check", "--staged", "--format", "json")
    assert set(found(out)) == {"一.txt", str(Path("..", "乙", "二.txt"))}
    _, out, _ = run("check", "--staged", "一.txt", "--format", "json")
    assert set(found(out)) == {"一.txt"}


def test_nothing_staged_is_nothing_wrong(run: Run, repository: Path) -> None:
    assert run("check", "--staged")[0] == 0


def test_since_a_revision_only_changed_lines_count(run: Run, repository: Path) -> None:
    put("一.txt", "约300人左右。\n中间一行。\n来了约30人左右。\n")
    put("不变.txt", "约300人左右。\n")
    git("add", ".")
    git("commit", "-qm", "first")
    put("一.txt", "约300人左右。\n中间改了约50人左右。\n来了约30人左右。\n")
    put("新.txt", "约70人左右。\n")
    _, out, _ = run("check", "--since", "HEAD", "--format", "json")
    assert found(out) == {"一.txt": ["约50人左右"], "新.txt": ["约70人左右"]}


@pytest.mark.parametrize("revision", ["nonesuch", "--output=x", ""])
def test_a_revision_that_is_none(run: Run, repository: Path, revision: str) -> None:
    status, out, err = run("check", f"--since={revision}")
    assert (status, out) == (2, "") and err
    assert not (repository / "x").exists()


def test_outside_a_repository(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for words in (("check", "--staged"), ("hook", "install")):
        status, out, err = run(*words)
        assert (status, out) == (2, "") and "git" in err


def test_both_scopes_or_no_path_are_bad_usage(run: Run, repository: Path) -> None:
    assert run("check", "--staged", "--since", "HEAD")[0] == 2
    assert run("check")[0] == 2


def test_the_hook_stops_a_commit_with_a_slip_and_lets_a_right_one_pass(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", os.pathsep.join([scripts, os.environ["PATH"]]))
    assert run("hook", "install")[0] == 0
    put("稿 件.txt", SLIP)
    git("add", ".")
    assert git("commit", "-qm", "slip") == 1
    put("稿 件.txt", RIGHT)
    assert git("commit", "-qam", "partly staged") == 0
    assert run("hook", "install")[0] == 0, "installing twice is no mistake"
    assert run("hook", "uninstall")[0] == 0
    put("稿 件.txt", SLIP)
    assert git("commit", "-qam", "no hook") == 0


def test_another_hook_is_left_alone(run: Run, repository: Path) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n")
    assert run("hook", "install")[0] == 2
    assert run("hook", "uninstall")[0] == 2
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"


def test_init_writes_what_is_missing_and_never_overwrites(run: Run, repository: Path) -> None:
    put("ledger.yaml", "figcheck: 1\n")
    assert run("init")[0] == 0
    names = {path.name for path in repository.iterdir()}
    assert names >= {"figcheck.toml", "ledger.yaml", "ledger.schema.json", ".pre-commit-config.yaml"}
    assert Path("ledger.yaml").read_text("utf-8") == "figcheck: 1\n"
    put("一.txt", RIGHT)
    assert run("check", "一.txt")[0] == 0
    assert run("init", "desk", "--lang", "en")[0] == 0
    assert run("check", "一.txt", "--config", "desk/figcheck.toml")[0] == 0
