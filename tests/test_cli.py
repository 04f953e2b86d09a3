"""What a user types, and what comes back: words on the right stream, files, and the exit status."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import figcheck
from figcheck import documents, pipeline, rulebook
from figcheck.cli import main, streams
from figcheck.cli.arguments import listed
from figcheck.cli.processes import spread
from figcheck.cli.progress import Progress
from figcheck.model import Analysis, Document, Figure, Finding, Mention, Quantity, Report, Severity

TEXT = "一场公益沙龙\n\n现场有30家机构[b]到场[/a]。\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "稿件.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def copies(article: str, count: int) -> list[str]:
    """The article and as many more as make `count`: the same file named twice would be read once."""
    others = [Path(article).with_name(f"副本{number}.txt") for number in range(1, count)]
    for other in others:
        other.write_text(TEXT, encoding="utf-8")
    return [article, *map(str, others)]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("NO_COLOR", "FIGCHECK_LANG"):
        monkeypatch.delenv(name, raising=False)

    def typed(*args: str) -> tuple[int, str, str]:
        status = main(args)
        return status, *capfd.readouterr()

    return typed


def judged(*severities: Severity) -> Callable[..., Report]:
    """A pipeline that finds these in every article, at its first figure."""

    def check(document: Document, *_: object) -> Report:
        start = document.text.index("30")
        mention = Mention(start, start + 3, "30家", start, start + 2, Quantity("quantity", None))
        findings = [Finding("FX999", "made-up", each, "此处有误", start, start + 2, "30") for each in severities]
        figure = Figure(mention, "unverified")
        return Report(Analysis(document, (mention,), ()), tuple(findings), (figure,))

    return check


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    return lambda *severities: monkeypatch.setattr(pipeline, "check", judged(*severities))


# --- exit status ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "options", "status"),
    [
        ([], [], 0),
        (["note", "warning"], [], 0),
        (["error"], [], 1),
        (["warning"], ["--fail-on", "warning"], 1),
        (["note"], ["--fail-on", "warning"], 0),
        (["note"], ["--fail-on", "note"], 1),
        (["error"], ["--fail-on", "never"], 0),
    ],
)
def test_the_exit_status_follows_fail_on(
    run: Run, article: str, finds: Callable[..., None], found: list[str], options: list[str], status: int
) -> None:
    finds(*found)
    assert run("check", article, *options)[0] == status


def test_one_bad_file_is_named_stops_no_other_and_ends_in_2(run: Run, article: str, finds: Callable[..., None]) -> None:
    finds("error")
    status, out, err = run("check", article + ".missing", *copies(article, 2))
    assert status == 2
    assert out.count("FX999") == 2
    assert "稿件.txt.missing" in err
    assert "稿件.txt.missing" not in out


def test_a_crash_on_one_article_is_told_and_ends_in_2(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, finds: Callable[..., None]
) -> None:
    finds("note")
    fine = pipeline.check

    def crash(document: Document, *rest: Any) -> Report:
        if document.path != "-":
            raise ZeroDivisionError("手滑\x1b[2J")
        return fine(document, *rest)

    monkeypatch.setattr(pipeline, "check", crash)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), "utf-8"))
    status, out, err = run("check", article, "-")
    assert status == 2
    assert "FX999" in out
    assert re.search(r"稿件\.txt：程序自身出错.*ZeroDivisionError: 手滑\\x1b\[2J \(test_cli\.py:\d+\)", err)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "用法：figcheck"),
        (["check"], "figcheck check：缺少 PATH..."),
        (["chek", "a.txt"], "没有 chek 这个命令，是不是 check？"),
        (["check", "a.txt", "--legder", "x"], "没有 --legder 这个选项，是不是 --ledger？"),
        (["check", "a.txt", "--ledger"], "--ledger 后面缺一个值"),
        (["check", "a.txt", "--quiet=1"], "--quiet 后面不带值"),
        (["check", "a.txt", "--format", "xml"], "--format 只能是 text、json、jsonl"),
        (["check", "a.txt", "--date", "昨天"], "“昨天”不是日期"),
        (["check", "a.txt", "--date", "2024-02-30"], "“2024-02-30”不是日期"),
        (["check", "a.txt", "--date", "20240230"], "“20240230”不是日期"),
        (["check", "a.txt", "--encoding", "火星文"], "不认识“火星文”这种编码"),
        (["check", "a.txt", "--encoding", "base64"], "不认识“base64”这种编码"),
        (["check", "a.txt", "--jobs", "两个"], "--jobs 要写成整数，不小于 "),
        (["check", "a.txt", "--lang=en", "--jobs", "-3"], "--jobs must be a whole number, not less than "),
        (["ledger", "diff", "甲", "乙", "丙"], "figcheck ledger diff：多出来的参数：丙"),
        (["check", "a.txt", "--lang=en", "--format", "xml"], "--format must be one of text, json, jsonl"),
        (["check", "a.txt", "--lang", "en", "--fail-on"], "--fail-on needs a value"),
    ],
)
def test_bad_usage_is_explained_in_the_users_language_and_ends_in_2(run: Run, args: list[str], told: str) -> None:
    status, out, err = run(*args)
    assert (status, out) == (2, "")
    assert told in err
    assert "Traceback" not in err


def test_an_unknown_rule_ends_in_2_with_what_may_have_been_meant(run: Run, article: str) -> None:
    known = rulebook.load_rules()[0].code
    status, out, err = run("check", article, "--select", known + "X")
    assert (status, out) == (2, "")
    assert known in err


def test_all_mistakes_of_a_ledger_are_told_and_end_in_2(run: Run, article: str, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.yaml"
    ledger.write_text("figcheck: 1\nfact: []\nevnts: []\n", encoding="utf-8")
    status, out, err = run("check", article, "--ledger", str(ledger))
    assert (status, out) == (2, "")
    assert "台账.yaml:2:" in err
    assert "台账.yaml:3:" in err


# --- where the words go --------------------------------------------------------------------------------------


def test_formats_for_programs_are_what_they_say(run: Run, article: str, finds: Callable[..., None]) -> None:
    finds("warning")
    both = copies(article, 2)
    whole = json.loads(run("check", *both, "--format", "json")[1])
    lines = [json.loads(line) for line in run("check", *both, "--format", "jsonl")[1].splitlines()]
    assert [{"version": 1, **document} for document in whole["documents"]] == lines
    assert whole["summary"]["documents"] == 2
    assert whole["summary"]["findings"]["warning"] == 2
    found = json.loads(run("extract", article, "--format", "json")[1])
    assert [json.loads(line) for line in run("extract", article, "--format", "jsonl")[1].splitlines()] == found[
        "documents"
    ]


def test_extract_finds_the_figure_in_every_format(run: Run, article: str) -> None:
    assert run("extract", article, "--format", "jsonl")[0] == 0
    mention = json.loads(run("extract", article, "--format", "jsonl")[1])["mentions"][0]
    assert (mention["text"], mention["value"], mention["unit"]) == ("30家", "30", "家")
    assert f"{article},{mention['start']},{mention['end']},30家," in run("extract", article, "--format", "csv")[1]
    assert re.search(r"^3:4 +30家 +数量 +确数 +30 家", run("extract", article)[1], re.MULTILINE)


def test_explain_shows_a_figure(run: Run, article: str) -> None:
    status, out, _ = run("explain", article)
    assert status == 0
    assert "[1] 3:4  30家  待核" in out


def test_markup_in_an_article_is_text(run: Run, article: str, finds: Callable[..., None]) -> None:
    finds("error")
    assert "机构[b]到场[/a]。" in run("check", article, "--color", "always")[1]
    assert "Traceback" not in run("extract", article)[2]


def test_a_report_is_written_to_a_file_that_appears_whole(
    run: Run, article: str, tmp_path: Path, finds: Callable[..., None]
) -> None:
    finds("error")
    target = tmp_path / "报告.txt"
    target.write_text("旧的")
    target.chmod(0o640)
    assert run("check", article, "-o", str(target)) == (1, "", "")
    assert "FX999" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["报告.txt", "稿件.txt"]


def test_a_report_that_breaks_off_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    target.write_text("旧的")

    def breaks() -> Any:
        yield "新"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        streams.write(breaks(), str(target))
    assert target.read_text() == "旧的"
    assert [path.name for path in tmp_path.iterdir()] == ["报告.txt"]


def test_a_link_to_a_report_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "链接").symlink_to(tmp_path / "报告.txt")
    streams.write(["新"], str(tmp_path / "链接"))
    assert (tmp_path / "链接").is_symlink()
    assert (tmp_path / "报告.txt").read_text(encoding="utf-8") == "新"


def test_a_file_that_cannot_be_written_is_named_and_ends_in_2(run: Run, article: str, tmp_path: Path) -> None:
    status, out, err = run("check", article, "-o", str(tmp_path / "无此目录" / "报告.txt"))
    assert (status, out) == (2, "")
    assert err.startswith("写不进 ")
    assert "无此目录" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_and_ends_in_2(article: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "figcheck", "check", article]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=surroundings(), check=False)
    assert done.returncode == 2
    assert "写不进 标准输出：".encode() in done.stderr


def test_quiet_says_nothing_about_a_faultless_article(run: Run, article: str, finds: Callable[..., None]) -> None:
    finds()
    assert run("check", article, "--quiet") == (0, "", "")


def test_unverified_figures_are_listed_when_asked(run: Run, article: str, finds: Callable[..., None]) -> None:
    finds()
    assert "现场有【30家】机构" in run("check", article, "--show", "unverified")[1]
    assert "现场有【30家】机构" in run("check", article, "--show", "all")[1]
    assert "【30家】" not in run("check", article, "--show", "backed")[1]


@pytest.mark.parametrize(
    ("terminal", "no_color", "choice", "coloured"),
    [
        (True, None, "auto", True),
        (True, "", "auto", True),
        (True, "1", "auto", False),
        (False, None, "auto", False),
        (False, "1", "always", True),
        (True, None, "never", False),
    ],
)
def test_colour_follows_the_terminal_no_color_and_the_option(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str | None, choice: str, coloured: bool
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if no_color is None:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert streams.coloured(choice, None) is coloured
    assert streams.coloured("auto", "报告.txt") is False


@pytest.mark.parametrize(("total", "terminal", "shown"), [(6, True, True), (5, True, False), (6, False, False)])
def test_progress_is_shown_to_whoever_watches_many_files(
    monkeypatch: pytest.MonkeyPatch, total: int, terminal: bool, shown: bool
) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    progress = Progress(total, "zh")
    progress.at("很长的名字" * 20)
    progress.at("短.txt")
    progress.clear()
    assert ("2/6 短.txt" in screen.getvalue()) is shown
    assert screen.getvalue().endswith("\r" if shown else "")
    assert "\n" not in screen.getvalue()


# --- help, language, rules -----------------------------------------------------------------------------------


def test_help_is_chinese_unless_asked_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "核对稿件，报告问题" in run("--help")[1]
    assert "Usage: figcheck check" in run("check", "--help", "--lang", "en")[1]
    monkeypatch.setenv("FIGCHECK_LANG", "en_GB.UTF-8")
    assert "check articles and report what is wrong" in run("--help")[1]


@pytest.mark.parametrize("command", ["check", "extract", "explain", "rules"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_option_is_explained_with_an_example(run: Run, command: str, lang: str) -> None:
    status, out, _ = run(command, "--help", "--lang", lang)
    assert status == 0
    options = re.findall(r"^  (?:-\w, )?--[\w-]+.*", out, re.MULTILINE)
    assert len(options) >= 3
    assert f"  figcheck {command} " in out
    assert "[OPTIONS]" not in out


def test_the_language_of_a_report_can_be_chosen(run: Run, article: str, finds: Callable[..., None]) -> None:
    finds("error")
    assert "error FX999" in run("check", article, "--lang", "en")[1]
    assert "错误 FX999" in run("check", article)[1]


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"figcheck {figcheck.__version__}\n", "")


def test_rules_are_listed_and_shown_in_full(run: Run) -> None:
    rules = rulebook.load_rules()
    listing = run("rules")[1].splitlines()
    assert [line.split()[:2] for line in listing[1:]] == [[rule.code, rule.name] for rule in rules]
    card = run("rules", rules[0].code)[1]
    assert card.startswith(f"{rules[0].code} {rules[0].name}  ")
    assert rules[0].explain["zh"].splitlines()[0] in card
    assert "<<" in card
    assert run("rules", rules[0].name, "--lang", "en")[1].startswith(rules[0].code)


def test_a_family_of_rules_is_shown_by_its_letters(run: Run) -> None:
    family = [rule for rule in rulebook.load_rules() if rule.code.startswith("FN")]
    page = run("rules", "FN")[1]
    assert all(f"{rule.code} {rule.name}  " in page for rule in family)


def test_an_unknown_rule_card_ends_in_2(run: Run) -> None:
    assert run("rules", "FL9999")[0] == 2


@pytest.mark.parametrize(
    ("written", "codes"), [(["FL001,FA"], ["FL001", "FA"]), (["FL001， FA", "FT"], ["FL001", "FA", "FT"]), (None, [])]
)
def test_codes_are_listed_with_any_comma(written: list[str] | None, codes: list[str]) -> None:
    assert listed(written) == codes


# --- a process of its own ------------------------------------------------------------------------------------


def surroundings(**more: str) -> dict[str, str]:
    """The environment of this very test run, so that the child finds the same figcheck, plain and in Chinese."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FIGCHECK_LANG")}
    return {**kept, "PYTHONPATH": path, **more}


def process(*args: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "figcheck", *args]
    return subprocess.run(command, input=stdin, capture_output=True, env=surroundings(**more), check=False)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_a_terminal_in_any_encoding_is_survived(article: str, encoding: str) -> None:
    text = TEXT.replace("机构", "𠮷✓“机构”")
    done = process("check", "-", "--show", "all", stdin=text.encode(), PYTHONIOENCODING=encoding)
    assert done.returncode in (0, 1)
    assert "30".encode(encoding) in done.stdout
    assert b"Traceback" not in done.stderr


def test_json_is_utf_8_whatever_the_terminal(article: str) -> None:
    done = process("extract", article, "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout.decode("utf-8"))["documents"][0]["path"] == article


def test_a_pipe_gets_no_colour_no_progress_and_the_same_bytes_every_time(article: str) -> None:
    runs = [process("check", *copies(article, 7), COLUMNS=columns) for columns in ("40", "200")]
    assert runs[0].stdout == runs[1].stdout
    assert b"\x1b" not in runs[0].stdout
    assert runs[0].stderr == b""


def test_whoever_stops_reading_gets_no_traceback(article: str) -> None:
    command = [sys.executable, "-m", "figcheck", "check", *copies(article, 50)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert b"Traceback" not in child.stderr.read()
        assert child.wait() in (0, 1)


def modules(*args: str) -> set[str]:
    """What one run imports."""
    told = f"import sys; from figcheck.cli import main; main({list(args)!r}); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings(), check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_a_check_of_one_text_pays_for_nothing_heavy(article: str) -> None:
    loaded = modules("check", article)
    assert "typer" in loaded
    assert not loaded & {
        "rich",
        "pydantic",
        "selectolax",
        "docx",
        "markdown_it",
        "tempfile",
        "figcheck.reports.as_json",
    }


def test_formats_and_documents_are_read_from_many_places(run: Run, tmp_path: Path, finds: Callable[..., None]) -> None:
    finds()
    for name in ("乙.txt", "甲.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = [json.loads(line)["path"] for line in run("check", str(tmp_path), "--format", "jsonl")[1].splitlines()]
    assert sorted(Path(path).name for path in found) == ["乙.txt", "甲.txt"]
    assert documents.find([str(tmp_path)])[0] == found


# --- several processes, stages, links, completion ---------------------------------------------------------------------


def test_several_processes_report_what_one_does(run: Run, tmp_path: Path) -> None:
    for number in range(20):
        text = f"新闻{number}\n\n全馆共有图书{number + 30}万册，其中中文{number + 20}万册，外文12万册。\n"
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "07.txt").write_bytes(b"\x00\xff\x00\xff")
    one = run("check", str(tmp_path), "--format", "json", "--jobs", "1")
    assert run("check", str(tmp_path), "--format", "json", "--jobs", "3") == one
    assert one[0] == 2
    assert "07.txt" in one[2]
    assert one[1].count('"rule": "FA001"') + one[1].count('"rule":"FA001"') == 19


def test_a_process_that_dies_over_an_article_takes_no_other_with_it() -> None:
    names = [str(number) for number in range(30)]
    made = list(spread(lambda name: os._exit(1) if name in ("9", "20") else name + "!", names, 2))
    assert made == [None if name in ("9", "20") else name + "!" for name in names]


def test_what_the_work_raises_in_another_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda name: 1 // int(name), ["1", "0"], 2))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_verbose_tells_the_time_of_each_stage(run: Run, article: str, jobs: str) -> None:
    status, out, err = run("check", *copies(article, 3), "--verbose", "--jobs", jobs, "--lang", "en")
    assert (status, "time:" in out) == (0, False)
    told = err.splitlines()[-1]
    assert told.startswith("time: ")
    stages = [
        "start",
        "reading",
        "rules and ledgers",
        "facts",
        "mentions",
        "claims",
        "links",
        "rules applied",
        "report",
    ]
    assert [stage for stage in stages if re.search(rf"\b{stage} \d+\.\d ms", told)] == stages


@pytest.mark.parametrize(
    ("environment", "linked"),
    [
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"VTE_VERSION": "7200"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_a_place_is_a_link_where_the_terminal_has_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], linked: bool
) -> None:
    for name in (*streams.LINKING, "TERM_PROGRAM", "FORCE_HYPERLINK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "dumb-but-coloured")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "稿 件.txt"
    path.write_text("标题\n\n会场共有大约30人左右。\n", encoding="utf-8")
    _, out, _ = run("check", str(path), "--color", "always")
    assert (f"\x1b]8;;{path.as_uri()}#3\x1b\\" in out) is linked
    assert "\x1b]8" not in run("check", str(path), "--color", "never")[1]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("figcheck ch", "check"),
        ("figcheck ledger sh", "show"),
        ("figcheck check --unsa", "--unsafe-fixes"),
        ("figcheck check --format jso", "json jsonl"),
        ("figcheck nothing", ""),
    ],
)
def test_a_shell_is_told_what_may_come_next(typed: str, offered: str) -> None:
    asked = {"_FIGCHECK_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    command = [sys.executable, "-m", "figcheck"]
    found = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, encoding="utf-8", check=False)
    assert found.stdout.split() == offered.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_of_completion_asks_figcheck(run: Run, shell: str) -> None:
    status, out, _ = run("completion", shell)
    assert status == 0
    assert "_FIGCHECK_COMPLETE" in out and f"complete_{shell}" in out
