"""Names of all peoples that a credit may hold, and slogans, buttons and genres that no name is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from figcheck.checks.credits import is_name

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "credits.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", CASES["names"])
def test_whoever_is_credited_has_a_name(row: str) -> None:
    assert [name for name in row.split() if not is_name(name)] == []


@pytest.mark.parametrize("row", CASES["no names"])
def test_words_that_fill_the_slot_are_none(row: str) -> None:
    assert [words for words in row.split() if is_name(words)] == []
