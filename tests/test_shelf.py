"""Rules from the shelf are those on the cards, however the shelf fares."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from figcheck import caches
from figcheck.rulebook import Rule, read_card, rules_folder, shelf


def as_read(folder: Path) -> list[Rule]:
    return [read_card(path) for path in sorted(folder.glob("*.yaml"))]


def parts(rule: Rule) -> tuple[object, ...]:
    """All of a rule, with nothing left packed."""
    head = (rule.code, rule.name, rule.severity, rule.check, dict(rule.summary), dict(rule.message))
    words = {key: dict(words) for key, words in rule.words.items()}
    return *head, dict(rule.explain), dict(rule.options), words, tuple(rule.cases), rule.path


def refuse(path: Path) -> Rule:
    raise AssertionError(f"{path.name} was read again")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few cards, and a cache that is empty."""
    monkeypatch.delenv("FIGCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "cards"
    folder.mkdir()
    for path in sorted(rules_folder().glob("FT00*.yaml")):
        shutil.copy(path, folder)
    return folder


def the_file(folder: Path) -> Path:
    return next((folder.parent / "cache" / "figcheck").iterdir())


def test_the_second_time_no_card_is_read(folder: Path) -> None:
    expected = [parts(rule) for rule in as_read(folder)]
    assert [parts(rule) for rule in shelf.rules(folder, read_card)] == expected
    again = shelf.rules(folder, refuse)
    assert [parts(rule) for rule in again] == expected
    assert again[0].cases[0] == again[0].cases[:1][0]


def test_a_changed_card_is_read_again(folder: Path) -> None:
    shelf.rules(folder, read_card)
    card = sorted(folder.glob("*.yaml"))[0]
    state = card.stat()
    card.write_text(card.read_text("utf-8").replace("severity: error", "severity: note"), "utf-8")
    os.utime(card, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert shelf.rules(folder, read_card)[0].severity == "note"


def test_a_new_card_and_a_lost_one_are_noticed(folder: Path) -> None:
    before = len(shelf.rules(folder, read_card))
    shutil.copy(rules_folder() / "FN001-doubled-hedge.yaml", folder)
    assert len(shelf.rules(folder, read_card)) == before + 1
    (folder / "FN001-doubled-hedge.yaml").unlink()
    assert len(shelf.rules(folder, read_card)) == before


@pytest.mark.parametrize("damage", [b"", b"nothing of the kind", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_made_again(folder: Path, damage: bytes) -> None:
    shelf.rules(folder, read_card)
    the_file(folder).write_bytes(damage)
    assert len(shelf.rules(folder, read_card)) == len(as_read(folder))
    assert shelf.rules(folder, refuse)


def test_what_a_wheel_brings_along_is_all_of_the_cards() -> None:
    short, rest = caches.opened(shelf.built(rules_folder(), read_card), ())
    opened = [shelf._rule(made, rest) for made in short]
    assert [parts(rule) for rule in opened] == [parts(rule) for rule in as_read(rules_folder())]
