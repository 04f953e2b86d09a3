"""Other programs in, our speed and accuracy as ratios to theirs out; they are installed for the occasion, and gone."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from figcheck.mentions import find_mentions
from figcheck.model import Document, Mention, Number, Quantity, Unit
from figcheck.units import PERCENT, UNITS

from . import accuracy, clock, conformance, peer_tables, readings, suite, suite_values
from .news import Article, articles, megabytes
from .options import Options, Output
from .peer_tables import KINDS, MOMENTS, Outcome, Peer
from .readings import GoldText
from .suite import Case
from .tables import Column, Table

_INSTALL_LIMIT = 240.0
_CHILD_LIMIT = 900.0
_BUDGET = 8.0
"""CPU seconds that a peer may spend on one pass over the news."""

PEERS = (
    Peer("recognizers", ("recognizers-text-suite", "emoji<2"), "finds numbers, units, dates", KINDS - {"score"}),
    Peer("jionlp", ("jionlp",), "finds money and time", frozenset(("money", "date", "time", "duration"))),
    Peer("chinese2digits", ("chinese2digits",), "finds bare numbers", KINDS - MOMENTS),
    Peer("cn2an", ("cn2an",), "rewrites Chinese numerals as digits"),
    Peer("wetext", ("wetext",), "rewrites Chinese numerals as digits"),
    Peer("autocorrect", ("autocorrect-py",), "sets blanks, reads no figures"),
    Peer("cn2num", ("cn2num",), "converts one numeral, takes no text", timed=False),
    Peer("zh-num2int", ("zh-num2int",), "converts one numeral, takes no text", timed=False),
    Peer("zh-number", ("zh-number",), "not known", timed=False),
)


def run(options: Options) -> Output:
    """Who could be had; F1 on texts read by hand and on the published suite; then speed and all of it as ratios."""
    gold, cases = _gold(), _cases()
    with tempfile.TemporaryDirectory() as folder:
        python, trouble = _environment(Path(folder) / "venv")
        if python is None:
            yield f"peers: skipped: {trouble}"
            return
        outcomes = [_outcome(peer, python, gold, cases, options.rounds) for peer in PEERS]
    yield from peer_tables.of(outcomes, gold, cases)


def compare(texts: list[Article], ours: float) -> Output:
    """A table of the speed of those that this environment happens to have; one line that names the rest.

    `ours` are figcheck's MB/s on the same texts.
    """
    columns = (Column("what"), Column("MB/s", ".3f"), Column("figcheck's MB/s are", ".1f"))
    table, missing = Table("peers", columns), []
    for peer in PEERS:
        answer = _ask(Path(sys.executable), peer, texts, [], _BUDGET / 4) if peer.timed else None
        if answer is not None and "seconds" in answer:
            speed = megabytes(texts[: answer["count"]]) / answer["seconds"]
            table.rows.append((f"{peer.name} ({peer.does})", speed, ours / speed))
        elif peer.timed:
            missing.append(peer.name)
    if table.rows:
        yield table
    if missing:
        yield f"  not installed here: {', '.join(missing)}; `python -m benchmarks peers` fetches them"


# --- installing and asking ----------------------------------------------------------------------------------------


def _environment(folder: Path) -> tuple[Path | None, str]:
    """The interpreter of a new virtual environment; or None, and why."""
    try:
        venv.create(folder, with_pip=True)
    except (OSError, subprocess.SubprocessError) as error:
        return None, f"no virtual environment could be made ({type(error).__name__})"
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    return scripts / "python", ""


def _outcome(
    peer: Peer, python: Path, gold: Mapping[str, list[GoldText]], cases: Sequence[Case], rounds: int
) -> Outcome:
    installed, version = _install(python, peer)
    outcome = Outcome(peer, version)
    if not (peer.timed and installed):
        return outcome
    texts = articles()[0]
    asked: list[tuple[str, str, str | None]] = []
    if peer.kinds:
        asked = [(text.text, text.date.isoformat(), None) for part in gold.values() for text in part]
        asked += [(case.text, "2024-11-21", case.file) for case in cases]
    answer = _ask(python, peer, texts, asked, _BUDGET)
    if "seconds" not in answer:
        outcome.version += f"; does not run: {answer['trouble']}"
        return outcome
    sample = texts[: answer["count"]]
    outcome.size, outcome.seconds, outcome.ours = megabytes(sample), answer["seconds"], _seconds(sample, rounds)
    if answer["readings"] is not None:
        _file(outcome, iter(answer["readings"]), gold, cases)
    return outcome


def _install(python: Path, peer: Peer) -> tuple[bool, str]:
    """Whether it could be had, and its version or the reason why not."""
    pip = (str(python), "-m", "pip", "--disable-pip-version-check")
    command = (*pip, "install", "--quiet", "--retries", "1", *peer.packages)
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_INSTALL_LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return False, f"none: not done after {_INSTALL_LIMIT:.0f} s"
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")]
        return False, f"none: {errors[-1].removeprefix('ERROR: ') if errors else 'pip failed'}"
    shown = subprocess.run((*pip, "show", peer.packages[0]), capture_output=True, text=True, check=False).stdout
    version = next((line for line in shown.splitlines() if line.startswith("Version: ")), "Version: ?")
    return True, version.removeprefix("Version: ")


def _ask(
    python: Path, peer: Peer, texts: Sequence[Article], asked: Sequence[tuple[str, str, str | None]], budget: float
) -> dict[str, Any]:
    """What `foreign` answers, or `trouble` where it crashes or takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        job, answer = Path(folder) / "job.json", Path(folder) / "answer.json"
        told = {"peer": peer.name, "texts": [one.text for one in texts], "budget": budget, "readings": asked}
        job.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        command = (str(python), str(Path(__file__).with_name("foreign.py")), str(job), str(answer))
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_CHILD_LIMIT, check=False)
        except subprocess.TimeoutExpired:
            return {"trouble": f"not done after {_CHILD_LIMIT:.0f} s"}
        if done.returncode:
            return {"trouble": (done.stderr.strip().splitlines() or ["no reason given"])[-1]}
        read: dict[str, Any] = json.loads(answer.read_text("utf-8"))
        return read


def _seconds(texts: Sequence[Article], rounds: int) -> float:
    documents = [Document(article.id, article.text, date=article.date, date_origin="option") for article in texts]

    def work() -> None:
        for document in documents:
            find_mentions(document)

    return clock.best_of({"": work}, rounds)[""]


def _gold() -> dict[str, list[GoldText]]:
    """The sets whose texts are there."""
    found = {}
    for name in accuracy.SETS:
        try:
            found[name] = readings.load(name)
        except (readings.MissingTextsError, OSError):
            continue
    return found


def _cases() -> list[Case]:
    try:
        return [case for cases in suite.load().values() for case in cases]
    except suite.MissingSuiteError:
        return []


# --- their figures as mentions ------------------------------------------------------------------------------------


def _file(
    outcome: Outcome, answers: Iterator[list[dict[str, Any]]], gold: Mapping[str, list[GoldText]], cases: Sequence[Case]
) -> None:
    for name, texts in gold.items():
        outcome.gold[name] = [_mentions(text.text, next(answers)) for text in texts]
    for case in cases:
        one = conformance.score(case, _mentions(case.text, next(answers)))
        outcome.suite.setdefault(case.file, []).append(one)


def _mentions(text: str, answer: Iterable[dict[str, Any]]) -> list[Mention]:
    return [_mention(text, one) for one in answer if any(one.get(key) for key in ("value", "low", "high"))]


def _mention(text: str, one: Mapping[str, Any]) -> Mention:
    start, end = one["start"], one["end"]
    value, low, high = (_value(one.get(key), one["kind"]) for key in ("value", "low", "high"))
    quantity = Quantity(one["kind"], value, low, high, _unit(one))  # type: ignore[arg-type]
    return Mention(start, end, text[start:end], start, end, quantity)


def _value(written: str | None, kind: str) -> Number | str | None:
    if written is None or kind in MOMENTS:
        return written
    try:
        return Fraction(written) if "/" in written else Decimal(written)
    except (InvalidOperation, ValueError):
        return written


def _unit(one: Mapping[str, Any]) -> Unit | None:
    """By the name that the suite knows, by the word behind the number, by the ISO code: what helps the peer most."""
    if one.get("name") == "%":
        return PERCENT
    word, _ = suite_values.UNIT_WORDS.get(one.get("name") or "", (one.get("unit"), 1))
    known = UNITS.get(word or "")
    if known is not None:
        return known
    code = one.get("iso")
    unit = next((unit for unit in UNITS.values() if code and unit.code == code and unit.factor == 1), None)
    return unit or (Unit(word or one["name"], "unknown", code=code) if word or one.get("name") else None)
